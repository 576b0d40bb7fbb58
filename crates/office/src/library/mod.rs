//! The library of approvals out of a spreadsheet and into one; the columns are known by their heads, in Chinese, in English, and as
//! others call them.
//!
//! What a sheet says goes onto a draft, line by line as chosen; a blank cell changes nothing (`rules.md` 12).

mod authority;
mod export;
mod read;
mod words;

pub use authority::{AuthorityExport, export as export_authority};
pub use export::{TemplateExport, export};

use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;
use zhuanban_core::Error;
use zhuanban_core::approval::version::difference::{FieldDifference, fields};
use zhuanban_core::approval::version::edit::{draft_of, put, tried};
use zhuanban_core::approval::version::{TemplateVersion, query};
use zhuanban_core::error::{FieldFault, Result};
use zhuanban_core::id::TemplateVersionId;
use zhuanban_core::store::{Reader, Writer};

/// A sheet for a draft.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TemplateSource {
    pub file: String,
    pub version: TemplateVersionId,
}

/// What was chosen of the preview.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TemplateImport {
    pub source: TemplateSource,
    /// Lines to write, by their place.
    pub take: Vec<usize>,
}

/// What a sheet would do to a draft; nothing is written.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TemplatePreview {
    pub sheet: String,
    /// The heads, and the field each was taken for; none for a column that says nothing to the library.
    pub heads: Vec<TemplateHead>,
    pub lines: Vec<TemplateImportLine>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TemplateHead {
    pub head: String,
    pub field: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TemplateVerdict {
    New,
    Changed,
    Same,
    /// It cannot be taken; see its faults.
    Unclear,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TemplateImportLine {
    /// Its place, from 0.
    pub at: usize,
    /// The row of the sheet.
    pub row: u32,
    pub code: String,
    pub name: String,
    pub verdict: TemplateVerdict,
    pub changes: Vec<FieldDifference>,
    pub faults: Vec<FieldFault>,
}

/// # Errors
/// `File` for a file without a table that names items, `Invalid` for a version that was released.
pub fn preview(r: &Reader, source: &TemplateSource) -> Result<TemplatePreview> {
    let draft = draft_of(r, source.version)?;
    let (sheet, heads, lines) = understood(r, &draft, &source.file)?;
    let lines = lines.into_iter().enumerate().map(|(at, line)| judged(r, &draft, at, line)).collect::<Result<_>>()?;
    Ok(TemplatePreview { sheet, heads, lines })
}

/// Writes the lines that were chosen, in one action; answers how many.
///
/// # Errors
/// `Invalid` for a line that does not fit: nothing is written then.
pub fn import(w: &mut Writer, input: &TemplateImport) -> Result<i64> {
    let draft = draft_of(w, input.source.version)?;
    let (_, _, lines) = understood(w, &draft, &input.source.file)?;
    let mut written = 0;
    for at in &input.take {
        let line = lines.get(*at).ok_or(Error::Stale)?;
        if !line.faults.is_empty() {
            return Err(Error::Invalid(line.faults.clone()));
        }
        put(w, &draft, &line.code, &line.set)?;
        written += 1;
    }
    w.subject(draft.number.to_string());
    Ok(written)
}

fn understood(r: &Reader, draft: &TemplateVersion, file: &str) -> Result<(String, Vec<TemplateHead>, Vec<read::Line>)> {
    let known = query::rows(r, Some(draft.id))?;
    read::lines(Path::new(file), &known)
}

fn judged(r: &Reader, draft: &TemplateVersion, at: usize, line: read::Line) -> Result<TemplateImportLine> {
    let mut faults = line.faults;
    let tried = match tried(r, draft, &line.code, &line.set) {
        Ok(tried) => Some(tried),
        Err(Error::Invalid(found)) => {
            faults.extend(found);
            None
        }
        Err(other) => return Err(other),
    };
    let (verdict, changes) = match &tried {
        _ if !faults.is_empty() => (TemplateVerdict::Unclear, vec![]),
        Some((None, _)) | None => (TemplateVerdict::New, vec![]),
        Some((Some(was), row)) => {
            let changes = fields(was, row);
            (if changes.is_empty() { TemplateVerdict::Same } else { TemplateVerdict::Changed }, changes)
        }
    };
    Ok(TemplateImportLine { at, row: line.row, code: line.code, name: line.name, verdict, changes, faults })
}
