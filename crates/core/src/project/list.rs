//! The ledger list: a window of rows, filtered and sorted in SQLite, with the sums of everything that matches.

use super::{Carried, ProjectState, Stage};
use crate::error::Result;
use crate::id::{ListId, ProjectId};
use crate::score::light::{Light, Shade};
use crate::store::Reader;
use crate::store::record::cell;
use crate::time::Day;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most rows of one answer.
const LONGEST_WINDOW: i64 = 500;

/// Which rows of the ledger, in which order.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ProjectQuery {
    /// Words that must occur in name, codes, enterprise, people or texts.
    pub text: Option<String>,
    /// A region's code; all below it count.
    pub region: Option<String>,
    pub stage: Option<Stage>,
    pub standing: Option<ProjectState>,
    pub carried: Option<Carried>,
    pub list: Option<ListId>,
    /// Whether 存在问题 is filled.
    pub has_issue: Option<bool>,
    pub sort: Option<SortBy>,
    pub descending: bool,
    pub offset: i64,
    pub limit: i64,
}

/// Columns the ledger can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SortBy {
    Name,
    Code,
    Region,
    Enterprise,
    Stage,
    Carried,
    Total,
    Plan,
    DoneTotal,
    Rate,
    Image,
    Issue,
    Leader,
    ResponsibleUnit,
    StartedPlanned,
    StartedActual,
    CompletedPlanned,
    Entered,
}

/// A window of the ledger.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProjectPage {
    pub offset: i64,
    pub rows: Vec<ProjectRow>,
    pub sums: Sums,
}

/// Sums over every row that matches, sub-projects that count inside their parent left out. 元.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Sums {
    pub count: i64,
    pub total: i64,
    pub plan: i64,
    pub done_total: i64,
}

/// One line of the ledger.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProjectRow {
    pub id: ProjectId,
    pub name: String,
    pub code: Option<String>,
    pub region: Option<String>,
    pub region_text: Option<String>,
    /// The region's name, or its text as written.
    pub region_name: Option<String>,
    pub enterprise: Option<String>,
    pub stage: Stage,
    pub standing: ProjectState,
    pub carried: Option<Carried>,
    pub total: Option<i64>,
    pub total_about: bool,
    pub plan: Option<i64>,
    pub plan_about: bool,
    pub plan_year: Option<i64>,
    /// `YYYY-MM` of the newest 调度 report.
    pub period: Option<String>,
    pub done_total: Option<i64>,
    pub done_year: Option<i64>,
    /// Completed of total, in thousandths.
    pub rate: Option<i64>,
    pub image: Option<String>,
    pub issue: Option<String>,
    pub leader: Option<String>,
    pub responsible_unit: Option<String>,
    pub started_planned: Option<Day>,
    pub started_actual: Option<Day>,
    pub completed_planned: Option<Day>,
    pub counted: bool,
    pub light: Shade,
}

pub fn list(r: &Reader, query: ProjectQuery) -> Result<ProjectPage> {
    let limit = query.limit.clamp(0, LONGEST_WINDOW);
    let ids = window(r, &query, limit)?;
    let mut statement = r.db().prepare_cached(include_str!("row.sql"))?;
    let mut rows = Vec::with_capacity(ids.len());
    for id in ids {
        let mut row = statement.query_row([id.to_string()], read)?;
        row.region_name = region_name(r, row.region.as_deref())?.or_else(|| row.region_text.clone());
        let light: Light = crate::score::query::light(r, id)?;
        row.light = light.shade;
        rows.push(row);
    }
    Ok(ProjectPage { offset: query.offset, rows, sums: sums(r, &query)? })
}

/// Ids in order: narrow keys are sorted first, wide rows are read only for the window.
pub fn window(r: &Reader, query: &ProjectQuery, limit: i64) -> Result<Vec<ProjectId>> {
    let direction = if query.descending { "desc" } else { "asc" };
    let sort = query.sort.unwrap_or(SortBy::Entered);
    let key = sort_key(sort);
    // Rows that are equal stand as they were entered: by changeset, then by identity within it.
    let entered = if sort == SortBy::Entered { direction } else { "asc" };
    let sql = format!(
        "select p.id from project p {} {} order by {key} is null, {key} {direction}, p.origin {entered}, p.id {entered} limit :limit offset :offset",
        joins(query.sort),
        include_str!("where.sql"),
    );
    let text = query.text.as_deref().and_then(crate::search::query);
    let mut statement = r.db().prepare_cached(&sql)?;
    let params = named_params! {
        ":text": text, ":fragment": query.text.as_deref().and_then(crate::search::fragment), ":region": region_prefix(query.region.as_deref()), ":stage": query.stage.map(Stage::code),
        ":standing": query.standing.map(ProjectState::code), ":carried": query.carried.map(Carried::code),
        ":list": query.list.map(|l| l.to_string()), ":has_issue": query.has_issue,
        ":limit": limit, ":offset": query.offset.max(0),
    };
    let rows = statement.query_map(params, |row| cell(row, 0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn sums(r: &Reader, query: &ProjectQuery) -> Result<Sums> {
    let sql = format!(
        "select count(*), coalesce(sum(p.total) filter (where p.counted), 0), coalesce(sum(p.plan) filter (where p.counted), 0),
                coalesce(sum(g.done_total) filter (where p.counted), 0)
         from project p {} {}",
        joins(Some(SortBy::DoneTotal)),
        include_str!("where.sql"),
    );
    let text = query.text.as_deref().and_then(crate::search::query);
    let mut statement = r.db().prepare_cached(&sql)?;
    let params = named_params! {
        ":text": text, ":fragment": query.text.as_deref().and_then(crate::search::fragment), ":region": region_prefix(query.region.as_deref()), ":stage": query.stage.map(Stage::code),
        ":standing": query.standing.map(ProjectState::code), ":carried": query.carried.map(Carried::code),
        ":list": query.list.map(|l| l.to_string()), ":has_issue": query.has_issue,
    };
    let read =
        |row: &Row<'_>| Ok(Sums { count: row.get(0)?, total: row.get(1)?, plan: row.get(2)?, done_total: row.get(3)? });
    Ok(statement.query_row(params, read)?)
}

fn joins(sort: Option<SortBy>) -> &'static str {
    match sort {
        Some(SortBy::DoneTotal | SortBy::Rate | SortBy::Image | SortBy::Issue) => {
            "left join progress g on g.id = (select id from progress where project = p.id and basis = 'dispatch'
               order by period desc, id desc limit 1)"
        }
        Some(SortBy::Enterprise) => "left join enterprise e on e.id = p.enterprise",
        _ => "",
    }
}

fn sort_key(sort: SortBy) -> &'static str {
    match sort {
        SortBy::Name => "p.name",
        SortBy::Code => "p.code",
        SortBy::Region => "coalesce(p.region, p.region_text)",
        SortBy::Enterprise => "e.name",
        SortBy::Stage => {
            "case p.stage when 'conceived' then 0 when 'negotiating' then 1 when 'signed' then 2 when 'preparing' then 3
               when 'land' then 4 when 'started' then 5 when 'building' then 6 when 'completed' then 7
               when 'operating' then 8 else 9 end"
        }
        SortBy::Carried => "p.carried",
        SortBy::Total => "p.total",
        SortBy::Plan => "p.plan",
        SortBy::DoneTotal => "g.done_total",
        SortBy::Rate => "cast(g.done_total as real) / nullif(p.total, 0)",
        SortBy::Image => "g.image",
        SortBy::Issue => "g.issue",
        SortBy::Leader => {
            "(select name from duty where project = p.id and role = 'leader' and until is null order by position, id limit 1)"
        }
        SortBy::ResponsibleUnit => "p.responsible_unit",
        SortBy::StartedPlanned => "p.started_planned",
        SortBy::StartedActual => "p.started_actual",
        SortBy::CompletedPlanned => "p.completed_planned",
        SortBy::Entered => "p.position",
    }
}

/// `230000` covers `23…`, `230600` covers `2306…`, a county only itself.
fn region_prefix(code: Option<&str>) -> Option<String> {
    let code = code?;
    let cut = match code {
        c if c.len() == 6 && c.ends_with("0000") => &c[..2],
        c if c.len() == 6 && c.ends_with("00") => &c[..4],
        c => c,
    };
    Some(cut.to_string())
}

/// A region's name by code: the country's, else the office's own.
pub fn region_name(r: &Reader, code: Option<&str>) -> Result<Option<String>> {
    let Some(code) = code else { return Ok(None) };
    if let Some(known) = crate::region::by_code(code) {
        return Ok(Some(known.name.to_string()));
    }
    let own: Option<crate::region::OwnRegion> = r.first("where code = ? order by id", [code])?;
    Ok(own.map(|o| o.name))
}

fn read(row: &Row<'_>) -> rusqlite::Result<ProjectRow> {
    let (total, done): (Option<i64>, Option<i64>) = (cell(row, 8)?, cell(row, 14)?);
    let rate = total.zip(done).filter(|(t, _)| *t > 0).map(|(t, d)| (d.saturating_mul(2000) / t + 1).div_euclid(2));
    Ok(ProjectRow {
        id: cell(row, 0)?,
        name: cell(row, 1)?,
        code: cell(row, 2)?,
        region: cell(row, 3)?,
        region_text: cell(row, 4)?,
        region_name: None,
        enterprise: cell(row, 5)?,
        stage: cell(row, 6)?,
        standing: cell(row, 7)?,
        total,
        total_about: cell(row, 9)?,
        plan: cell(row, 10)?,
        plan_about: cell(row, 11)?,
        plan_year: cell(row, 12)?,
        period: cell(row, 13)?,
        done_total: done,
        done_year: cell(row, 15)?,
        rate,
        image: cell(row, 16)?,
        issue: cell(row, 17)?,
        leader: cell(row, 18)?,
        responsible_unit: cell(row, 19)?,
        started_planned: cell(row, 20)?,
        started_actual: cell(row, 21)?,
        completed_planned: cell(row, 22)?,
        carried: cell(row, 23)?,
        counted: cell(row, 24)?,
        light: Shade::Ring,
    })
}
