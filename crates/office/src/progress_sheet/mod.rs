//! 手续办理进展表 (practice S4) in and out: approval items down, projects across.
//!
//! Rows are matched with the library, columns with projects, signs with what they mean; what is not certain is asked, never
//! guessed. What the desk knows otherwise is told and stays, unless somebody takes the sheet's word for it cell by cell.

mod cell;
mod export;
mod judge;
mod matching;
mod plan;

pub use export::{ProgressSheetExport, ProgressSheetProjects, export};
pub use plan::{import, preview};

use crate::read::MarkState;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zhuanban_core::approval::state::State;
use zhuanban_core::approval::template::ItemKind;
use zhuanban_core::error::FieldFault;
use zhuanban_core::id::ProjectId;

/// A sheet, and what was answered about it.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ProgressSheetSource {
    pub file: String,
    /// The day it is as of: that of every mark without one. Today where absent.
    pub as_of: Option<NaiveDate>,
    pub signs: Vec<ProgressSheetSignMeant>,
    pub items: Vec<ProgressSheetItemMeant>,
    pub projects: Vec<ProgressSheetProjectMeant>,
}

/// What a sign means, in every cell of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProgressSheetMeaning {
    Done,
    Open,
    NotStarted,
    NotNeeded,
    /// It says nothing.
    Nothing,
}

impl ProgressSheetMeaning {
    fn of(state: MarkState) -> Self {
        match state {
            MarkState::Done => Self::Done,
            MarkState::Open => Self::Open,
            MarkState::NotStarted => Self::NotStarted,
            MarkState::NotNeeded => Self::NotNeeded,
        }
    }

    fn state(self) -> Option<MarkState> {
        match self {
            Self::Done => Some(MarkState::Done),
            Self::Open => Some(MarkState::Open),
            Self::NotStarted => Some(MarkState::NotStarted),
            Self::NotNeeded => Some(MarkState::NotNeeded),
            Self::Nothing => None,
        }
    }
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProgressSheetSignMeant {
    /// Empty for a blank cell.
    pub sign: String,
    pub meaning: ProgressSheetMeaning,
}

/// Which item of the library a row is; none leaves it out.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProgressSheetItemMeant {
    pub at: String,
    pub code: Option<String>,
}

/// Which project a column is; none leaves it out.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProgressSheetProjectMeant {
    pub at: String,
    pub project: Option<ProjectId>,
}

/// What a sheet would do; nothing is written.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProgressSheetPreview {
    /// The desk it was made for; it must be made again where the desk has moved on.
    pub newest: i64,
    /// SHA-256 of the file it was made of, lower-case hexadecimal.
    pub hash: String,
    pub as_of: NaiveDate,
    pub signs: Vec<ProgressSheetSign>,
    pub items: Vec<ProgressSheetItem>,
    pub projects: Vec<ProgressSheetProject>,
}

/// A sign of the file, in the order of its first cell.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProgressSheetSign {
    pub sign: String,
    pub count: u32,
    /// Its first cell, e.g. `E3`.
    pub first: String,
    /// Absent until somebody says it: an unknown sign.
    pub meaning: Option<ProgressSheetMeaning>,
    /// The program knows it.
    pub known: bool,
}

/// How sure it is which item a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProgressSheetMatch {
    /// By code or by its whole name.
    Exact,
    /// By a word of it, e.g. 施工许可: only suggested, and left out until somebody picks it.
    Word,
    /// 立项 is 备案, 核准 or 可研 by the project's way of being let in.
    ByMode,
    /// 环评批复 is of the kind its cells name (登记表≠报告表), else of the one on the project's checklist.
    ByKind,
    /// Somebody said so.
    Chosen,
    None,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProgressSheetItem {
    /// Its sheet and row, e.g. `0:3`.
    pub at: String,
    pub sheet: String,
    pub row: u32,
    pub text: String,
    pub by: ProgressSheetMatch,
    pub code: Option<String>,
    /// What it may be, where that is only suggested; the names are its own then.
    pub suggested: Option<String>,
    pub name: String,
    pub name_en: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProgressSheetProject {
    /// Its sheet and column, e.g. `0:E`.
    pub at: String,
    pub sheet: String,
    pub column: String,
    /// As the sheet calls it.
    pub text: String,
    pub project: Option<ProjectId>,
    pub name: Option<String>,
    /// Somebody said which one, or left it out.
    pub chosen: bool,
    /// Projects it may be, where that is not certain.
    pub candidates: Vec<ProgressSheetCandidate>,
    /// Cells that say what the desk knows already.
    pub same: u32,
    /// The other cells, from top to bottom.
    pub cells: Vec<ProgressSheetCell>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProgressSheetCandidate {
    pub project: ProjectId,
    pub name: String,
    pub enterprise: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProgressSheetVerdict {
    /// It says what the desk knows.
    Same,
    /// It is recorded.
    New,
    /// The desk knows otherwise, and keeps that.
    Differs,
    /// It cannot be read.
    Fault,
}

/// A cell that says something the desk does not know.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProgressSheetCell {
    /// Its sheet and address, e.g. `0:E3`.
    pub at: String,
    pub cell: String,
    pub item: String,
    pub name: String,
    pub name_en: String,
    pub kind: ItemKind,
    /// As it stands in the sheet.
    pub text: String,
    pub verdict: ProgressSheetVerdict,
    /// The state it is recorded in, with its day; absent where only a number or words are added.
    pub state: Option<State>,
    pub on: Option<NaiveDate>,
    /// The sheet names no day: the step stands on the sheet's day, and says so.
    pub undated: bool,
    /// The month, quarter or year it names instead, e.g. `2022-03`.
    pub told: Option<String>,
    pub certificate: Option<String>,
    pub certificate_on: Option<NaiveDate>,
    pub note: Option<String>,
    pub waived: Option<String>,
    /// What the desk knows.
    pub desk: ProgressSheetDesk,
    /// The sheet's word may be taken for it though the desk knows otherwise.
    pub takes: bool,
    pub fault: Option<FieldFault>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProgressSheetDesk {
    pub state: State,
    pub on: Option<NaiveDate>,
    pub certificate: Option<String>,
    pub certificate_on: Option<NaiveDate>,
    pub note: Option<String>,
}

/// Writes what a preview showed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProgressSheetImport {
    pub source: ProgressSheetSource,
    /// Of the preview.
    pub newest: i64,
    /// Of the preview.
    pub hash: String,
    /// Cells that differ of which the sheet's word is taken.
    pub take: Vec<String>,
}

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProgressSheetImported {
    pub cells: u32,
    pub projects: u32,
}
