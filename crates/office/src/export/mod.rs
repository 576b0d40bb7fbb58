//! The ledger as a clean .xlsx: the official layout or the plain list, for Excel, WPS and LibreOffice alike.
//!
//! What is written here reads back without a change: codes stay text, money keeps every 元, days keep their precision.

mod cell;
mod column;
pub mod compare;
mod cut;
mod row;
mod sheet;
mod view;

pub(crate) use cell::{Content, day_words, put, shifted};
pub use column::stage_words;
pub use cut::{Cut, ZipInput, Zipped, zip};
pub(crate) use sheet::RED;

use crate::file::unwritable;
use serde::{Deserialize, Serialize};
use sheet::Rows;
use ts_rs::TS;
use zhuanban_core::api::unchanged;
use zhuanban_core::error::Result;
use zhuanban_core::job::Phase;
use zhuanban_core::project::column::Column;
use zhuanban_core::project::list::{self, ProjectQuery};
use zhuanban_core::sample::MARK;
use zhuanban_core::snapshot::news::news;
use zhuanban_core::store::Reader;
use zhuanban_core::{Caller, Desk, Done};

/// Which columns, under which heads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// 电子台账: heads in groups over two rows, every registered field.
    #[default]
    Official,
    /// One head row, the columns of the ledger page.
    List,
    /// The columns that the ledger page shows, in its order and its words.
    View,
    /// A3 打印表: what a leader reads, wide enough that type stays readable on paper.
    Print,
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
    /// Of [`Layout::View`], which columns.
    #[serde(default)]
    pub columns: Vec<Column>,
    /// Which projects, in which order; its window is ignored.
    #[serde(default)]
    pub query: ProjectQuery,
    #[serde(default)]
    pub language: Language,
    /// A new page for each county, rows sorted by it.
    #[serde(default)]
    pub county_pages: bool,
    /// What is new since the end of last month in red (本月新变化标红, practice C34).
    #[serde(default)]
    pub news: bool,
    #[serde(default)]
    pub job: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Exported {
    pub file: String,
    pub rows: i64,
}

/// A title as it stands on a paper: one of the sample desk says that it is (rules 19).
pub(crate) fn titled(r: &Reader, title: &str, language: Language) -> Result<String> {
    Ok(match (is_sample(r)?, language) {
        (false, _) => title.into(),
        (true, Language::Zh) => format!("{title}（{MARK}）"),
        (true, Language::En) => format!("{title} (sample data)"),
    })
}

pub(crate) fn is_sample(r: &Reader) -> Result<bool> {
    Ok(r.local("sample")?.is_some())
}

pub fn export(desk: &Desk, caller: &Caller, input: ExportInput) -> Result<Done<Exported>> {
    let job = desk.jobs.begin(&input.job);
    let written = crate::file::save(&input.file, ".xlsx", |draft| {
        desk.read(caller, |r| {
            let mut ids = list::window(r, &input.query, -1)?;
            let pages = if input.county_pages { cut::by_county(r, &mut ids)? } else { vec![] };
            job.phase(Phase::Writing, ids.len() as u64);
            let mut book = rust_xlsxwriter::Workbook::new();
            let news = input.news.then(|| news(r, &ids)).transpose()?;
            let of = Rows { ids: &ids, pages: &pages, of: None, news: news.as_ref() };
            let rows = sheet::write(r, &mut book, &of, &input, &job)?;
            job.phase(Phase::Finishing, 0);
            book.save(draft).map_err(|e| unwritable(&input.file, e))?;
            Ok(rows)
        })
    });
    desk.jobs.end(&input.job);
    Ok(unchanged(Exported { rows: written?, file: input.file }))
}
