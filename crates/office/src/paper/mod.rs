//! 一页纸: a project, or a leader's projects, on one side of A4 as .docx; and pictures for a phone.

mod docx;
mod leader;
mod project;
pub(crate) mod words;

use crate::export::is_sample;
use crate::file::{save, unwritable};
use docx::Sheet;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zhuanban_core::api::unchanged;
use zhuanban_core::error::{FileProblem, Result};
use zhuanban_core::figure::leader::CardOf;
use zhuanban_core::id::ProjectId;
use zhuanban_core::people::Office;
use zhuanban_core::sample::MARK;
use zhuanban_core::store::Reader;
use zhuanban_core::{Caller, Desk, Done, Error};

/// A sheet of one project.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProjectPaper {
    pub project: ProjectId,
    pub file: String,
}

/// A sheet of a leader's projects.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LeaderPaper {
    #[serde(flatten)]
    pub of: CardOf,
    pub file: String,
}

/// A picture drawn by the page, e.g. a table with phones masked, to be kept as a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TablePicture {
    pub file: String,
    /// The bytes of a PNG.
    pub png: Vec<u8>,
}

/// Where the paper lies.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Papered {
    pub file: String,
    /// 超过一页: a sheet that takes more than one side even in the smallest type.
    pub over: bool,
}

pub fn of_project(desk: &Desk, caller: &Caller, input: ProjectPaper) -> Result<Done<Papered>> {
    let sheet = desk.read(caller, |r| project::sheet(r, input.project))?;
    put(&sheet, input.file)
}

pub fn of_leader(desk: &Desk, caller: &Caller, input: LeaderPaper) -> Result<Done<Papered>> {
    let sheet = desk.read(caller, |r| leader::sheet(r, input.of))?;
    put(&sheet, input.file)
}

fn put(sheet: &Sheet, file: String) -> Result<Done<Papered>> {
    save(&file, ".docx", |draft| sheet.write(std::fs::File::create(draft).map_err(|e| unwritable(&file, e))?))?;
    Ok(unchanged(Papered { file, over: sheet.is_over() }))
}

pub fn picture(_: &Desk, _: &Caller, input: TablePicture) -> Result<Done<Papered>> {
    if !input.png.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Err(Error::file(std::path::Path::new(&input.file), FileProblem::WrongKind, "not a PNG"));
    }
    save(&input.file, ".png", |draft| std::fs::write(draft, &input.png).map_err(|e| unwritable(&input.file, e)))?;
    Ok(unchanged(Papered { file: input.file, over: false }))
}

/// What a sheet is and as of when; one of the sample desk says that it is.
fn note(r: &Reader, text: &str) -> Result<String> {
    let mark = if is_sample(r)? { format!("，{MARK}") } else { String::new() };
    Ok(format!("{text}{mark}）"))
}

fn office_name(r: &Reader) -> Result<String> {
    Ok(r.get::<Office>(r.office()?)?.name)
}
