//! What a sheet says before its rows are read: header, unit, columns; and everything the officer may correct.

mod dates_money;
pub(crate) mod field;
pub(crate) mod heading;
pub(crate) mod layout;
pub(crate) mod line;
pub(crate) mod needs;
mod report;
mod words;

pub use field::Field;
pub use line::LineKind;
pub use report::*;
