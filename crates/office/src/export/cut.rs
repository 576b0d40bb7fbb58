//! Lists by county, leader or unit: one workbook each, well named, in one zip; and pages by county in one workbook.

use super::sheet::Rows;
use super::{ExportInput, Language, Layout, sheet};
use crate::paper::words::file_name;
use chrono::Datelike;
use rust_xlsxwriter::Workbook;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use ts_rs::TS;
use zhuanban_core::api::unchanged;
use zhuanban_core::error::Result;
use zhuanban_core::id::{ListId, ProjectId};
use zhuanban_core::job::{Job, Phase};
use zhuanban_core::list::List;
use zhuanban_core::people::Role;
use zhuanban_core::people::role_word::role_word;
use zhuanban_core::project::Project;
use zhuanban_core::project::column::Column;
use zhuanban_core::project::county;
use zhuanban_core::project::list::{Op, ProjectQuery, window};
use zhuanban_core::snapshot::news::news;
use zhuanban_core::store::Reader;
use zhuanban_core::{Caller, Desk, Done, Error};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What the ledger is cut by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Cut {
    #[default]
    County,
    Leader,
    Unit,
}

/// The ledger's present rows, a workbook a county, leader or unit.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct ZipInput {
    pub file: String,
    pub by: Cut,
    #[serde(default)]
    pub layout: Layout,
    /// Of [`Layout::View`], which columns.
    #[serde(default)]
    pub columns: Vec<Column>,
    #[serde(default)]
    pub query: ProjectQuery,
    #[serde(default)]
    pub language: Language,
    /// As in a single workbook.
    #[serde(default)]
    pub news: bool,
    #[serde(default)]
    pub job: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Zipped {
    pub file: String,
    /// Names inside, in official order.
    pub names: Vec<String>,
    pub rows: i64,
}

/// One workbook of the zip.
struct Part {
    name: String,
    /// Two digits before the name, where the official order would be lost in a folder.
    number: Option<usize>,
    ids: Vec<ProjectId>,
}

pub fn zip(desk: &Desk, caller: &Caller, input: ZipInput) -> Result<Done<Zipped>> {
    let job = desk.jobs.begin(&input.job);
    let written = crate::file::save(&input.file, ".zip", |draft| desk.read(caller, |r| fill(r, draft, &input, &job)));
    desk.jobs.end(&input.job);
    let (names, rows) = written?;
    Ok(unchanged(Zipped { file: input.file, names, rows }))
}

fn fill(r: &Reader, draft: &Path, input: &ZipInput, job: &Job) -> Result<(Vec<String>, i64)> {
    let ids = window(r, &input.query, -1)?;
    let parts = parts(r, &ids, input.by, input.language)?;
    let broken = |e: &dyn std::fmt::Display| Error::Internal(e.to_string());
    let mut zip = ZipWriter::new(File::create(draft).map_err(|e| crate::file::unwritable(&input.file, e))?);
    let (mut names, mut rows) = (vec![], 0);
    job.phase(Phase::Writing, ids.len() as u64);
    // Asked once of them all, not once a workbook.
    let news = input.news.then(|| news(r, &ids)).transpose()?;
    let (layout, language, columns) = (input.layout, input.language, input.columns.clone());
    let export = ExportInput { layout, language, columns, ..ExportInput::default() };
    for part in parts {
        let tail = tail(r, input, &part.ids)?;
        let number = part.number.map(|n| format!("{n:02}_")).unwrap_or_default();
        let name = format!("{number}{}_{tail}.xlsx", file_name(&part.name));
        let mut book = Workbook::new();
        let of = Rows { ids: &part.ids, pages: &[], of: Some(&part.name), news: news.as_ref() };
        rows += sheet::write(r, &mut book, &of, &export, job)?;
        zip.start_file(&name, SimpleFileOptions::default()).map_err(|e| broken(&e))?;
        zip.write_all(&book.save_to_buffer().map_err(|e| broken(&e))?).map_err(|e| broken(&e))?;
        names.push(name);
    }
    zip.finish().map_err(|e| broken(&e))?;
    Ok((names, rows))
}

/// 2023年5月_重点项目台账_截至0525: the day the sheets inside say.
fn tail(r: &Reader, input: &ZipInput, ids: &[ProjectId]) -> Result<String> {
    let (day, list) = (zhuanban_core::progress::as_of::as_of(r, ids)?, list_name(r, &input.query)?);
    Ok(match input.language {
        Language::Zh => {
            let what = list.map_or("重点项目台账".into(), |name| format!("{}台账", file_name(&name)));
            format!("{}年{}月_{what}_截至{}", day.year(), day.month(), day.format("%m%d"))
        }
        Language::En => {
            let what = list.map_or("ledger".into(), |name| file_name(&name));
            format!("{}_{what}_as-of-{}", day.format("%Y-%m"), day.format("%m%d"))
        }
    })
}

/// The list the ledger is filtered by, if it is one.
fn list_name(r: &Reader, query: &ProjectQuery) -> Result<Option<String>> {
    let lists = query.filters.iter().filter(|f| f.column == Column::List && f.op == Op::AnyOf).flat_map(|f| &f.values);
    let ids: Vec<ListId> = lists.filter_map(|id| serde_json::from_value(id.as_str().into()).ok()).collect();
    let [id] = ids[..] else { return Ok(None) };
    Ok(r.find::<List>(id)?.map(|list| list.name))
}

fn parts(r: &Reader, ids: &[ProjectId], by: Cut, language: Language) -> Result<Vec<Part>> {
    let zh = language == Language::Zh;
    let none = match (by, zh) {
        (Cut::County, true) => "未填属地".into(),
        (Cut::Leader, true) => format!("未定{}", role_word(r, Role::Leader)?),
        (Cut::Unit, true) => "未定责任单位".into(),
        (Cut::County, false) => "no region".into(),
        (Cut::Leader, false) => "no leader".into(),
        (Cut::Unit, false) => "no unit".into(),
    };
    let (order, of) = match by {
        Cut::County => {
            let cut = county::cut(r, ids)?.into_iter();
            let named =
                |c: county::County| Part { name: c.name.unwrap_or_else(|| none.clone()), number: None, ids: c.ids };
            return Ok(cut.map(named).collect());
        }
        Cut::Leader => leaders(r, ids)?,
        Cut::Unit => units(r, ids)?,
    };
    let mut parts: Vec<Part> =
        order.into_iter().zip(1..).map(|(name, at)| Part { name, number: Some(at), ids: vec![] }).collect();
    let at: HashMap<String, usize> = parts.iter().enumerate().map(|(at, part)| (part.name.clone(), at)).collect();
    let mut rest = Part { name: none, number: Some(parts.len() + 1), ids: vec![] };
    for id in ids {
        let names = of.get(id).map(Vec::as_slice).unwrap_or_default();
        for name in names {
            if let Some(at) = at.get(name) {
                parts[*at].ids.push(*id);
            }
        }
        if names.is_empty() {
            rest.ids.push(*id);
        }
    }
    parts.push(rest);
    parts.retain(|part| !part.ids.is_empty());
    Ok(parts)
}

/// The names in their order, and of each project the names it belongs to.
type Belonging = (Vec<String>, HashMap<ProjectId, Vec<String>>);

/// Leaders by rank; a project under two leaders stands in both workbooks.
fn leaders(r: &Reader, ids: &[ProjectId]) -> Result<Belonging> {
    let order = zhuanban_core::figure::leader::leaders(r)?.into_iter().map(|leader| leader.name).collect();
    let mut of = HashMap::new();
    for id in ids {
        let duties = zhuanban_core::people::query::duties(r, *id)?;
        let held = duties.into_iter().filter(|d| d.role == Role::Leader && d.until.is_none());
        of.insert(*id, held.map(|d| d.name).collect());
    }
    Ok((order, of))
}

/// Units in 建制顺序; a unit that is not registered stands behind, as it was met.
fn units(r: &Reader, ids: &[ProjectId]) -> Result<Belonging> {
    let known = zhuanban_core::people::query::departments(r)?;
    let rank = |name: &str| known.iter().position(|d| d.name == name || d.short_name.as_deref() == Some(name));
    let (mut order, mut of): (Vec<String>, _) = (vec![], HashMap::new());
    for id in ids {
        let project: Project = r.get(*id)?;
        if let Some(name) = project.responsible_unit {
            if !order.contains(&name) {
                order.push(name.clone());
            }
            of.insert(*id, vec![name]);
        }
    }
    order.sort_by_key(|name| rank(name).unwrap_or(usize::MAX));
    Ok((order, of))
}

/// Sorts rows by county, keeping their order inside; answers where a new county begins.
pub fn by_county(r: &Reader, ids: &mut Vec<ProjectId>) -> Result<Vec<usize>> {
    let parts = parts(r, ids, Cut::County, Language::Zh)?;
    let mut pages = vec![];
    ids.clear();
    for part in parts {
        if !ids.is_empty() {
            pages.push(ids.len());
        }
        ids.extend(part.ids);
    }
    Ok(pages)
}
