//! What a sheet says before its rows are read: header, unit, columns; and everything the officer may correct.

mod dates_money;
pub(crate) mod field;
pub(crate) mod heading;
pub(crate) mod layout;
pub(crate) mod line;
pub(crate) mod needs;
mod report;
mod words;

/// What a heading of one level means.
#[cfg(test)]
pub(crate) fn heading_field(text: &str) -> Field {
    heading::meaning(&[heading::Level::of(text)]).field
}

pub use field::Field;
pub use line::LineKind;
pub use report::*;
