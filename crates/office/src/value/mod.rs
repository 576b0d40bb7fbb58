//! Readers of single values as ledgers write them: money, days, phones, quantities, codes, names.
//!
//! Pure functions that never panic; a value either is read, is empty, or breaks a [`Rule`](zhuanban_core::error::Rule).
//! Which column means what is not decided here.

pub mod code;
pub mod day;
pub mod money;
pub mod name;
pub mod phone;
pub mod quantity;
pub mod span;
pub mod text;
