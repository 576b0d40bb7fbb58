//! A share between nothing and the whole, as an exact fraction: rounding happens once, at the end.

/// `n / d`, in lowest terms, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Share {
    n: u128,
    d: u128,
}

/// Denominators longer than this many bits are shortened; the error is far below any digit that is shown.
const BITS: u32 = 60;

impl Share {
    pub(super) const NONE: Self = Self { n: 0, d: 1 };

    /// `part` of `whole`; more than the whole is the whole, and of nothing there is nothing.
    pub(super) fn of(part: u128, whole: u128) -> Self {
        if whole == 0 {
            return Self::NONE;
        }
        let common = gcd(part.min(whole), whole);
        Self { n: part.min(whole) / common, d: whole / common }
    }

    /// The sum; the two together must not exceed the whole.
    pub(super) fn plus(self, other: Self) -> Self {
        let exact = || {
            let common = gcd(self.d, other.d);
            let d = (self.d / common).checked_mul(other.d)?;
            let n = self.n.checked_mul(other.d / common)?.checked_add(other.n.checked_mul(self.d / common)?)?;
            Some(Self::of(n, d))
        };
        exact().unwrap_or_else(|| self.shortened().plus(other.shortened()))
    }

    /// `part / whole` of it.
    pub(super) fn times(self, part: u32, whole: u32) -> Self {
        let exact = || Some(Self::of(self.n.checked_mul(part.into())?, self.d.checked_mul(whole.into())?));
        exact().unwrap_or_else(|| self.shortened().times(part, whole))
    }

    /// In `units` to the whole, half a unit rounded up: `rounded(1000)` is 738 for 186 of 252.
    pub(super) fn rounded(self, units: u32) -> u32 {
        let Self { n, d } = if self.d >> 90 == 0 { self } else { self.shortened() };
        u32::try_from((2 * n * u128::from(units) + d) / (2 * d)).unwrap_or(units)
    }

    fn shortened(self) -> Self {
        let shift = (u128::BITS - self.d.leading_zeros()).saturating_sub(BITS);
        Self { n: self.n >> shift, d: self.d >> shift }
    }
}

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a.max(1) } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn rounding_is_half_up_and_once() {
        for (part, whole, units, expected) in [
            (186, 252, 1000, 738),
            (1, 2000, 1000, 1),
            (1, 2001, 1000, 0),
            (1, 3, 100, 33),
            (2, 3, 100, 67),
            (5, 0, 100, 0),
            (7, 5, 100, 100),
        ] {
            assert_eq!(Share::of(part, whole).rounded(units), expected, "{part}/{whole}");
        }
        let third = Share::of(1, 3);
        assert_eq!(third.plus(third).plus(third), Share::of(1, 1));
        assert_eq!(Share::of(1, 2).times(1, 1000).rounded(1000), 1);
    }

    proptest! {
        #[test]
        fn sums_are_exact_or_nearly(parts in prop::collection::vec((0u64.., 1u64..), 1..12)) {
            let count = u32::try_from(parts.len()).unwrap();
            let shares = parts.iter().map(|(n, d)| Share::of((*n).into(), (*d).into()).times(1, count));
            let sum = shares.fold(Share::NONE, Share::plus);
            let expected: f64 = parts.iter().map(|(n, d)| (*n as f64 / *d as f64).min(1.0)).sum::<f64>() / f64::from(count);
            prop_assert!((f64::from(sum.rounded(1_000_000)) - expected * 1e6).abs() < 1.5);
        }
    }
}
