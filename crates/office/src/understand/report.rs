//! The shapes that the understanding step shows and takes back.

use super::{Field, LineKind};
use crate::source::FileKind;
use crate::value::money::MoneyUnit;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What the officer corrected, by sheet name. A text file has one sheet, named "".
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Corrections {
    pub sheets: BTreeMap<String, SheetCorrections>,
    /// What a sender's headings mean, kept from earlier files; a path as [`Column::heading`] gives it. Holds where columns moved.
    pub headings: BTreeMap<String, ColumnChoice>,
}

/// Corrections of one sheet; what is missing is understood anew.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SheetCorrections {
    /// Read this sheet, or leave it out.
    pub read: Option<bool>,
    /// The header's rows.
    pub header: Option<RowSpan>,
    /// The money unit of columns that name none.
    pub unit: Option<MoneyUnit>,
    /// By 0-based column.
    pub columns: BTreeMap<u32, ColumnChoice>,
    /// By 1-based row.
    pub lines: BTreeMap<u32, LineKind>,
}

/// What a column means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ColumnChoice {
    pub field: Field,
    /// The element of a need, the item of an approval.
    #[serde(default)]
    pub detail: Option<String>,
    /// The money unit, or the unit of a need.
    #[serde(default)]
    pub unit: Option<String>,
}

/// Rows, 1-based, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RowSpan {
    pub first: u32,
    pub last: u32,
}

/// What was understood of a file.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Understanding {
    pub kind: FileKind,
    pub sheets: Vec<SheetUnderstanding>,
}

/// What was understood of one sheet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
pub struct SheetUnderstanding {
    pub name: String,
    pub hidden: bool,
    pub has_table: bool,
    pub header: Option<RowSpan>,
    /// First and last row of the body that was read.
    pub body: Option<RowSpan>,
    /// The money unit of columns that name none.
    pub unit: Option<MoneyUnit>,
    pub unit_from: UnitFrom,
    /// The year the title or a plan column names.
    pub year: Option<i32>,
    /// The sheet's own name stands for the region.
    pub region_from_sheet: bool,
    pub columns: Vec<Column>,
    /// Lines that are no projects, in order; at most [`MOST_SKIPPED`] of them.
    pub skipped: Vec<SkippedLine>,
    pub counts: Counts,
    pub totals: Vec<TotalCheck>,
    pub notices: Vec<Notice>,
    /// The first rows as text, for the grid.
    pub grid: Vec<GridRow>,
}

/// How many skipped lines are kept for showing.
pub const MOST_SKIPPED: usize = 10_000;

/// Where a unit was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UnitFrom {
    /// Every money column names its own, or there is none.
    #[default]
    Headings,
    /// This row above the header.
    Row(u32),
    /// Nobody says; 万元 is taken and must be confirmed.
    Assumed,
    Corrected,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(rename = "SheetColumn")]
pub struct Column {
    /// 0-based.
    pub index: u32,
    pub letter: String,
    /// The headings from the group down, joined by `/`.
    pub heading: String,
    pub field: Field,
    pub detail: Option<String>,
    pub unit: Option<String>,
    pub year: Option<i32>,
    /// False where the officer should look.
    pub sure: bool,
    pub samples: Vec<String>,
}

/// A line that is no project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SkippedLine {
    pub row: u32,
    pub kind: LineKind,
    pub text: String,
}

/// How many lines of what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Counts {
    pub projects: u32,
    /// Lines of the projects above: 其中, sub-projects. Never counted in totals.
    pub parts: u32,
    /// Lines merged into a project above.
    pub continued: u32,
    pub groups: u32,
    pub faults: u32,
    pub hidden_rows: u32,
}

/// A figure the sheet gives beside the sum of its lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TotalCheck {
    /// `None` is the number of projects.
    pub field: Option<Field>,
    /// The group of a subtotal; empty for the whole sheet.
    pub group: String,
    /// 元, or a number of projects.
    pub in_sheet: i64,
    pub sum: i64,
    pub cell: String,
}

impl TotalCheck {
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.in_sheet == self.sum
    }
}

/// What the officer may want to look at; nothing here stops the import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// A column's meaning is only a guess.
    UnsureColumn,
    UnitAssumed,
    HiddenSheet,
    HiddenRow,
    /// The name is struck through: probably taken out of the list.
    StruckRow,
    /// The amount named its own unit, was approximate, or was written in full-width digits.
    ConvertedMoney,
    ConvertedDay,
    /// Excel had turned the phone into a number.
    RestoredPhone,
    /// Words in place of a date.
    DateWords,
    /// Control characters were taken out.
    ControlCharacter,
    /// A total or subtotal that has a formula but no value.
    TotalWithoutValue,
}

/// How often, and where first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Notice {
    pub kind: NoticeKind,
    pub count: u32,
    /// The first addresses, at most 20; rows and columns where it is not about a cell.
    pub cells: Vec<String>,
}

/// One row of the grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct GridRow {
    pub row: u32,
    pub kind: LineKind,
    pub cells: Vec<String>,
    /// By 0-based column: what the cell was read as, where that differs from what it shows. Money in 元, days as in the core.
    pub converted: BTreeMap<u32, String>,
}

/// How many rows of a sheet the grid shows.
pub const GRID_ROWS: usize = 120;
