//! Files as rows of cells: .xlsx streamed, .xls, and delimited text, told apart by content rather than by name.
//!
//! Memory is bounded by the shared strings of a workbook and one row at a time. What the rows mean is decided in `understand` and `read`.

mod scan;
mod sniff;
mod text;
mod xls;
mod xlsx;
mod zipped;

use crate::value::text::trimmed;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::path::Path;
use ts_rs::TS;
use zhuanban_core::Result;

/// Rows and columns Excel can hold; a file beyond is refused.
pub(crate) const MOST_ROWS: u32 = 1_048_576;
pub(crate) const MOST_COLUMNS: usize = 16_384;

/// Columns kept of a row. No ledger is wider; a stray cell far to the right must not cost memory in every row.
pub(crate) const WIDEST: usize = 1024;

/// What a file is, whatever its name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    Xlsx,
    Xls,
    Csv,
}

/// One cell as the file holds it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Cell<'a> {
    #[default]
    Empty,
    Text(Cow<'a, str>),
    Number(f64),
    /// A day; `month` says that its format shows no day of the month. `None` is a serial outside the calendar.
    Date {
        on: Option<NaiveDate>,
        month: bool,
    },
    /// `#REF!` and the like.
    Error(&'static str),
    /// A formula whose value was never calculated: programs that write formulas without a result.
    Uncalculated,
}

impl Cell<'_> {
    pub(crate) fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => trimmed(text).is_empty(),
            _ => false,
        }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub(crate) fn into_owned(self) -> Cell<'static> {
        match self {
            Self::Text(text) => Cell::Text(Cow::Owned(text.into_owned())),
            Self::Number(n) => Cell::Number(n),
            Self::Date { on, month } => Cell::Date { on, month },
            Self::Error(e) => Cell::Error(e),
            Self::Uncalculated => Cell::Uncalculated,
            Self::Empty => Cell::Empty,
        }
    }

    /// What the cell shows, near enough to recognise it.
    pub(crate) fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Empty | Self::Uncalculated => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(trimmed(text)),
            Self::Number(n) => Cow::Owned(format!("{n}")),
            Self::Date { on: Some(on), month: false } => Cow::Owned(on.format("%Y-%m-%d").to_string()),
            Self::Date { on: Some(on), month: true } => Cow::Owned(on.format("%Y-%m").to_string()),
            Self::Date { on: None, .. } => Cow::Borrowed("#####"),
            Self::Error(e) => Cow::Borrowed(e),
        }
    }
}

/// One row with its 1-based number; `cells` is dense from column A.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row<'a> {
    pub number: u32,
    pub cells: Vec<Cell<'a>>,
    pub hidden: bool,
    /// Which of the first 64 columns are struck through, a bit each: a struck name is a project probably taken out (practice S1).
    pub struck: u64,
}

impl<'a> Row<'a> {
    pub(crate) fn cell(&self, column: usize) -> &Cell<'a> {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    pub(crate) fn is_struck(&self, column: usize) -> bool {
        column < 64 && self.struck >> column & 1 == 1
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }

    pub(crate) fn filled(&self) -> impl Iterator<Item = (usize, &Cell<'a>)> {
        self.cells.iter().enumerate().filter(|(_, cell)| !cell.is_blank())
    }

    pub(crate) fn start(&mut self, number: u32) {
        self.number = number;
        self.cells.clear();
        (self.hidden, self.struck) = (false, 0);
    }

    pub(crate) fn put(&mut self, column: usize, cell: Cell<'a>) {
        if column < self.cells.len() {
            self.cells[column] = cell;
        } else if column < WIDEST {
            self.cells.resize(column, Cell::Empty);
            self.cells.push(cell);
        }
    }
}

/// A merged region, 0-based and inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Merge {
    pub top: u32,
    pub left: u32,
    pub bottom: u32,
    pub right: u32,
}

/// What is known of a sheet before its rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    pub name: String,
    pub hidden: bool,
    pub merges: Vec<Merge>,
    /// About how many rows there are; 0 if unknown.
    pub rows: u32,
}

/// Rows of one sheet, top to bottom. Empty rows may be left out; the numbers tell.
pub(crate) trait Rows<'a> {
    fn next(&mut self, row: &mut Row<'a>) -> Result<bool>;
}

/// Takes the sheets of a file one after another.
pub(crate) trait Sheets {
    /// Whether the rows of this sheet are wanted at all.
    fn wants(&mut self, sheet: &Sheet) -> bool;
    fn sheet<'a>(&mut self, sheet: &Sheet, rows: &mut dyn Rows<'a>) -> Result<()>;
}

/// Opens a file of any kind that is read, and hands its sheets over in their order.
pub(crate) fn open(path: &Path, sheets: &mut dyn Sheets) -> Result<FileKind> {
    let kind = sniff::kind(path)?;
    match kind {
        FileKind::Xlsx => xlsx::open(path, sheets)?,
        FileKind::Xls => xls::open(path, sheets)?,
        FileKind::Csv => text::open(path, sheets)?,
    }
    Ok(kind)
}

/// `E88` for 0-based column 4 and 1-based row 88.
pub(crate) fn address(column: usize, row: u32) -> String {
    format!("{}{row}", letter(column))
}

/// `A`, `Z`, `AA` for 0-based columns.
pub(crate) fn letter(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    letters.reverse();
    String::from_utf8(letters).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        assert_eq!([0, 25, 26, 701, 702].map(letter), ["A", "Z", "AA", "ZZ", "AAA"]);
        assert_eq!(address(4, 88), "E88");
    }
}
