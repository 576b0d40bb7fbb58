//! Follows.
use super::maker::Maker;
use crate::error::Result;
pub fn fill(_: &Maker) -> Result<()> {
    Ok(())
}
