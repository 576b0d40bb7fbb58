//! What the bare programs share: the ledger's columns and a seeded source of chance.

/// Column names of the limit's table, in the order of the ledger's columns.
pub const COLUMNS: [&str; 30] = [
    "seq",
    "code",
    "name",
    "kind",
    "industry",
    "indcode",
    "region",
    "county",
    "site",
    "owner",
    "uscc",
    "dept",
    "lead",
    "phone",
    "amount",
    "central",
    "local",
    "loan",
    "plan_year",
    "done",
    "rate",
    "stage",
    "d_in",
    "d_plan",
    "d_start",
    "d_end",
    "scale",
    "progress",
    "issue",
    "note",
];
/// Amounts and the rate; everything else is text.
pub const NUMBERS: std::ops::RangeInclusive<usize> = 14..=20;
/// Rows above the data: a title and a header of two.
pub const HEAD_ROWS: u32 = 3;

/// The same numbers from the same seed on every machine (SplitMix64).
pub struct Chance(u64);

impl Chance {
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub fn whole(&mut self, low: i64, high: i64) -> i64 {
        let span = u64::try_from(high - low + 1).expect("low is not above high");
        low + i64::try_from(self.draw() % span).expect("below the span")
    }

    /// A number from 0 up to, not including, 1.
    pub fn unit(&mut self) -> f64 {
        (self.draw() >> 11) as f64 / (1u64 << 53) as f64
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[usize::try_from(self.draw()).unwrap_or(0) % from.len()]
    }
}
