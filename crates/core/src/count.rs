//! How many there are, as answers hold it.

/// A length as an integer of the store and of answers.
#[must_use]
pub(crate) fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
