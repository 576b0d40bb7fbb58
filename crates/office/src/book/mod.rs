//! The address book out of a spreadsheet or a pasted table, and into one (practice S10).
//!
//! `plan` says what every line would change, `write` writes what was chosen in one action, `export` makes the file again.

mod export;
mod line;
mod plan;
mod write;

pub use export::{BookExport, export};
pub use write::{add, import, save_reach};

use crate::read::CellFault;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;
use zhuanban_core::error::Rule;
use zhuanban_core::error::{Error, Result};
use zhuanban_core::id::{DepartmentId, PersonId};
use zhuanban_core::people::book::ReachedBy;
use zhuanban_core::people::{ContactKind, SeatRole};
use zhuanban_core::store::Reader;

/// Where the book comes from: a file, or what was copied out of one.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct BookSource {
    pub file: Option<String>,
    /// Lines with tabs between cells, the head first.
    #[serde(default)]
    pub text: Option<String>,
}

impl BookSource {
    /// Reads by path; a pasted text lies in a temporary file while it is read.
    fn lines(&self) -> Result<Vec<line::Seat>> {
        let read = |path: &Path| Ok(line::seats(crate::read::read_contacts(path)?));
        match (&self.file, self.text.as_deref().map(str::trim).filter(|text| !text.is_empty())) {
            (Some(file), _) => read(Path::new(file)),
            (None, Some(text)) => {
                let pasted = tempfile::Builder::new().suffix(".txt").tempfile();
                let pasted = pasted.map_err(|e| Error::Internal(e.to_string()))?;
                std::fs::write(pasted.path(), text).map_err(|e| Error::Internal(e.to_string()))?;
                read(pasted.path())
            }
            (None, None) => Err(Error::invalid("text", Rule::Required)),
        }
    }
}

/// What a line would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BookVerdict {
    New,
    Changed,
    Same,
    Unclear,
}

/// Why a line is unclear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BookDoubt {
    /// 孙局: a surname and an office, no name.
    Honorific,
    /// No unit stands over the line.
    NoUnit,
    /// A name but neither title nor number: nothing to keep.
    Bare,
}

/// A field of a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BookField {
    Name,
    Title,
    Duties,
    Role,
    Office,
    Mobile,
    Short,
    Nickname,
    Note,
}

/// One field that would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BookChange {
    pub field: BookField,
    pub old: Option<String>,
    pub new: Option<String>,
}

/// One line of the file, and what it would do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct BookLine {
    /// Its place, from 0; the answer to the preview names lines by it.
    pub at: usize,
    pub sheet: String,
    pub row: u32,
    pub unit: Option<String>,
    pub unit_is_new: bool,
    /// Absent for a vacant seat.
    pub name: Option<String>,
    pub vacant: bool,
    pub title: Option<String>,
    pub duties: Option<String>,
    pub role: Option<SeatRole>,
    pub reach: ReachedBy,
    pub note: Option<String>,
    pub verdict: BookVerdict,
    pub doubt: Option<BookDoubt>,
    /// The seat of the book it is about.
    pub person: Option<PersonId>,
    /// Who left this seat: stays in the book with his term.
    pub replaces: Option<String>,
    pub changes: Vec<BookChange>,
    /// Other units where this name sits, taken for the same person.
    pub also: Vec<String>,
    /// Cells that could not be read; the rest of the line is taken.
    pub faults: Vec<CellFault>,
}

/// What the whole file would do; nothing is written yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct BookPreview {
    pub lines: Vec<BookLine>,
    pub new_units: Vec<String>,
}

/// What was chosen of the preview.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct BookImport {
    pub source: BookSource,
    /// Lines to write.
    pub take: Vec<usize>,
    /// Lines whose person is another of that name.
    #[serde(default)]
    pub apart: Vec<usize>,
    /// Units and people follow each other as in the file.
    #[serde(default)]
    pub reorder: bool,
    /// When those who were replaced left.
    #[ts(type = "string")]
    pub on: NaiveDate,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BookImported {
    pub new: i64,
    pub changed: i64,
    pub units: i64,
}

/// All ways of one kind to reach a person, as typed: several numbers in one text.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveReach {
    pub person: PersonId,
    pub kind: ContactKind,
    pub text: String,
}

/// Somebody new at a unit, with a number to call.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct NewSeat {
    /// Absent: of no unit, as the leaders and the office's own people.
    pub unit: Option<DepartmentId>,
    pub name: String,
    pub title: String,
    pub role: Option<SeatRole>,
    pub phone: String,
}

pub fn preview(r: &Reader, source: &BookSource) -> Result<BookPreview> {
    plan::plan(r, source.lines()?)
}
