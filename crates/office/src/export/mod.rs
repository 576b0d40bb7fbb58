//! The ledger as a clean .xlsx: the official layout or the plain list, for Excel, WPS and LibreOffice alike.
//!
//! What is written here reads back without a change: codes stay text, money keeps every 元, days keep their precision.

mod cell;
mod column;
mod row;
mod sheet;

pub(crate) use cell::{Content, day_words, shifted};
pub use column::stage_words;

use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;
use zhuanban_core::api::unchanged;
use zhuanban_core::error::{FileProblem, Result};
use zhuanban_core::job::Phase;
use zhuanban_core::project::list::{self, ProjectQuery};
use zhuanban_core::{Caller, Desk, Done, Error};

/// Which columns, under which heads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// 电子台账: heads in groups over two rows, every registered field.
    #[default]
    Official,
    /// One head row, the columns of the ledger page.
    List,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    #[default]
    Zh,
    En,
}

/// What to export, and where to.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct ExportInput {
    /// Path of the file; one that exists is replaced once the new one is complete.
    pub file: String,
    #[serde(default)]
    pub layout: Layout,
    /// Which projects, in which order; its window is ignored.
    #[serde(default)]
    pub query: ProjectQuery,
    #[serde(default)]
    pub language: Language,
    #[serde(default)]
    pub job: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Exported {
    pub file: String,
    pub rows: i64,
}

/// A file beside the one to be written, so that a failure leaves what was there.
pub(crate) fn beside(path: &Path) -> Result<tempfile::NamedTempFile> {
    let folder = path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut draft = tempfile::Builder::new();
    draft.prefix(".zhuanban-").suffix(".xlsx");
    // Readable like any file that is saved here; a temporary file would be its owner's alone.
    #[cfg(unix)]
    draft.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    draft.tempfile_in(folder).map_err(|e| Error::file(path, FileProblem::Unwritable, e.to_string()))
}

/// Writes the file beside its place first, so that a failure leaves what was there.
pub fn export(desk: &Desk, caller: &Caller, input: ExportInput) -> Result<Done<Exported>> {
    let path = Path::new(&input.file);
    let unwritable = |detail: String| Error::file(path, FileProblem::Unwritable, detail);
    let draft = beside(path)?;
    let job = desk.jobs.begin(&input.job);
    let written = desk.read(caller, |r| {
        let ids = list::window(r, &input.query, -1)?;
        job.phase(Phase::Writing, ids.len() as u64);
        let mut book = rust_xlsxwriter::Workbook::new();
        let rows = sheet::write(r, &mut book, &ids, &input, &job)?;
        job.phase(Phase::Finishing, 0);
        book.save(draft.path()).map_err(|e| unwritable(e.to_string()))?;
        Ok(rows)
    });
    desk.jobs.end(&input.job);
    let rows = written?;
    draft.persist(path).map_err(|e| unwritable(e.error.to_string()))?;
    Ok(unchanged(Exported { file: input.file, rows }))
}
