//! Chance that is the same at every making, and sums split so that they come out exactly.

/// SplitMix64: small, even, and the same everywhere.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 to below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n.max(1) as u64).unwrap_or(0)
    }

    /// From `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + i64::try_from(self.next() % u64::try_from(high - low + 1).unwrap_or(1)).unwrap_or(0)
    }

    pub fn pick<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        &from[self.below(from.len())]
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at + 1));
        }
    }
}

/// Splits `sum` by weights into multiples of `step` (the last bit on the largest share), each at least its floor.
///
/// The floors must fit into the sum.
pub fn split(sum: i64, weights: &[i64], floors: &[i64], step: i64) -> Vec<i64> {
    let rest = sum - floors.iter().sum::<i64>();
    assert!(rest >= 0, "the floors are {} over the sum", -rest);
    let all: i128 = weights.iter().map(|w| i128::from(*w)).sum::<i128>().max(1);
    let share = |(weight, floor): (&i64, &i64)| {
        let exact = i128::from(rest) * i128::from(*weight) / all;
        floor + i64::try_from(exact).unwrap_or(0) / step * step
    };
    let mut shares: Vec<i64> = weights.iter().zip(floors).map(share).collect();
    let left = sum - shares.iter().sum::<i64>();
    let largest = (0..shares.len()).max_by_key(|at| weights[*at]).unwrap_or(0);
    if let Some(share) = shares.get_mut(largest) {
        *share += left;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn shares_add_up(weights in prop::collection::vec(1..1000i64, 1..60), floor in 0..50i64, extra in 0..10_000_000i64) {
            let floors = vec![floor; weights.len()];
            let sum = floors.iter().sum::<i64>() + extra;
            let shares = split(sum, &weights, &floors, 10);
            prop_assert_eq!(shares.iter().sum::<i64>(), sum);
            prop_assert!(shares.iter().all(|s| *s >= floor));
        }
    }

    #[test]
    fn chance_repeats_itself() {
        let draw = |seed| {
            let mut c = Chance::new(seed);
            [c.below(1000), c.below(1000), c.below(1000)]
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
    }
}
