//! The guide of the turn: every living project of last year with what is proposed, what was decided, and the figure it
//! takes along.

use super::{TurnDecision, YearDecision, YearTarget, YearTurn, december_before, propose};
use crate::error::Result;
use crate::id::{ListId, ProjectId, SnapshotId};
use crate::progress::Basis;
use crate::project::start::count::{PROJECT, Row, bounds};
use crate::project::{Carried, ProjectState, Stage};
use crate::store::Reader;
use crate::store::record::cell;
use rusqlite::{OptionalExtension, named_params};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// A calendar year.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct Year {
    pub year: i64,
}

/// Everything the page of a year shows but its lists.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct YearPage {
    pub year: i64,
    /// Turned already; what was undecided then can still be turned.
    pub turned: Option<YearTurn>,
    /// Where 截至上年底累计 comes from; absent: from the reports up to December.
    pub prior_from: Option<PriorFrom>,
    pub rows: Vec<TurnRow>,
    pub closing: Closing,
    pub targets: Vec<TargetLine>,
}

/// The snapshot of December.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PriorFrom {
    pub snapshot: SnapshotId,
    pub name: String,
}

/// One project of last year. Money in 元.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TurnRow {
    pub project: ProjectId,
    pub name: String,
    pub region: Option<String>,
    pub region_name: Option<String>,
    pub responsible_unit: Option<String>,
    pub stage: Stage,
    pub standing: ProjectState,
    pub carried: Option<Carried>,
    pub counted: bool,
    pub total: Option<i64>,
    /// 调度 to the end of December.
    pub dispatch_prior: Option<i64>,
    /// 统计 to the end of December.
    pub statistics_prior: Option<i64>,
    pub proposed: TurnDecision,
    /// What holds: the decision, else the proposal.
    pub decision: TurnDecision,
    pub decided: bool,
    /// 截至上年底累计 it takes along.
    pub prior: Option<i64>,
    pub prior_basis: Basis,
    pub reason: Option<String>,
    pub applied: bool,
}

/// 其中 must close: count = new + continued + neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Closing {
    pub count: i64,
    pub new: i64,
    pub continued: i64,
    /// Counted projects that are neither; they belong to 前期 or nobody said.
    pub neither: i64,
    pub total: i64,
    pub plan: i64,
    pub done_year: i64,
    pub new_starts: i64,
    pub completions: i64,
    /// 1 to 12: the newest month of the year that `done_year` reaches to; none where nothing was reported.
    pub month: Option<u32>,
}

/// A target with what there is.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TargetLine {
    pub target: YearTarget,
    pub list_name: Option<String>,
    pub actual: Closing,
    /// Share of the plan due at the end of each month, thousandths.
    pub due: Vec<i64>,
}

pub fn page(r: &Reader, year: Year) -> Result<YearPage> {
    let year = year.year;
    let targets: Vec<YearTarget> = r.all("where year = ? order by list is not null, id", [year])?;
    let targets = targets.into_iter().map(|target| target_line(r, target));
    Ok(YearPage {
        year,
        turned: turned(r, year)?,
        prior_from: prior_from(r, year)?,
        rows: rows(r, year)?,
        closing: closing(r, year, None)?,
        targets: targets.collect::<Result<_>>()?,
    })
}

pub fn turned(r: &Reader, year: i64) -> Result<Option<YearTurn>> {
    r.first("where year = ? order by id", [year])
}

fn target_line(r: &Reader, target: YearTarget) -> Result<TargetLine> {
    let list: Option<crate::list::List> = target.list.map(|id| r.find(id)).transpose()?.flatten();
    let due = (1..=12).map(|month| super::planned_share(target.schedule.as_deref(), month)).collect();
    Ok(TargetLine { list_name: list.map(|l| l.name), actual: closing(r, target.year, target.list)?, due, target })
}

/// December's snapshot: the year's own, else the newest of that month.
fn prior_from(r: &Reader, year: i64) -> Result<Option<PriorFrom>> {
    let mut find = r.db().prepare_cached(
        "select id, name from snapshot where period = ? order by kind = 'year' desc, made_ms desc, id desc limit 1",
    )?;
    let found =
        find.query_row([december_before(year)], |row| Ok(PriorFrom { snapshot: cell(row, 0)?, name: row.get(1)? }));
    Ok(found.optional()?)
}

/// Projects that lived last year, in the order of the ledger.
pub fn rows(r: &Reader, year: i64) -> Result<Vec<TurnRow>> {
    let decisions: Vec<YearDecision> = r.all("where year = ? order by id", [year])?;
    let mut decisions: HashMap<ProjectId, YearDecision> = decisions.into_iter().map(|d| (d.project, d)).collect();
    let from = prior_from(r, year)?.map(|from| from.snapshot.to_string());
    let mut statement = r.db().prepare_cached(include_str!("rows.sql"))?;
    let params = named_params! { ":year": year, ":december": december_before(year), ":snapshot": from };
    let found = statement.query_map(params, |row| {
        let (stage, standing): (Stage, ProjectState) = (cell(row, 5)?, cell(row, 6)?);
        Ok(TurnRow {
            project: cell(row, 0)?,
            name: cell(row, 1)?,
            region: cell(row, 2)?,
            region_name: cell(row, 3)?,
            responsible_unit: cell(row, 4)?,
            stage,
            standing,
            carried: cell(row, 7)?,
            counted: cell(row, 8)?,
            total: cell(row, 9)?,
            dispatch_prior: cell(row, 10)?,
            statistics_prior: cell(row, 11)?,
            proposed: propose(stage, standing),
            decision: propose(stage, standing),
            decided: false,
            prior: cell(row, 10)?,
            prior_basis: Basis::Dispatch,
            reason: None,
            applied: false,
        })
    })?;
    let mut rows: Vec<TurnRow> = found.collect::<rusqlite::Result<_>>()?;
    let mut names: HashMap<String, Option<String>> = HashMap::new();
    for row in &mut rows {
        if let Some(code) = &row.region {
            if !names.contains_key(code) {
                names.insert(code.clone(), crate::project::list::region_name(r, Some(code))?);
            }
            row.region_name = names[code].clone();
        }
        if let Some(decision) = decisions.remove(&row.project) {
            row.take(decision);
        }
    }
    Ok(rows)
}

impl TurnRow {
    fn take(&mut self, decision: YearDecision) {
        self.decision = decision.decision;
        self.decided = true;
        self.applied = decision.applied;
        self.reason = decision.reason;
        if let Some(basis) = decision.prior_basis {
            self.prior_basis = basis;
            self.prior = decision.done_prior;
        }
    }
}

/// What a year comes to, of the whole ledger or of one list: of the present year what counts now, of a year that was turned
/// what its snapshot keeps, so that nothing entered since changes it.
pub fn closing(r: &Reader, year: i64, list: Option<ListId>) -> Result<Closing> {
    let frozen = turned(r, year + 1)?.and_then(|turn| turn.snapshot).map(|id| id.to_string());
    let (sql, row) = match frozen {
        None => (include_str!("closing.sql"), PROJECT),
        Some(_) => (include_str!("closing_frozen.sql"), Row { project: "s.project", actual: "s.started_actual" }),
    };
    let mut statement = r.db().prepare_cached(&sql.replace(":new_start", &row.begun()))?;
    let (from, to) = bounds(i32::try_from(year).unwrap_or_default(), r.today());
    let list = list.map(|l| l.to_string());
    let text = format!("{year:04}");
    let mut params = named_params! {
        ":year": year, ":text": text, ":list": list, ":opened_from": from, ":opened_to": to,
    }
    .to_vec();
    if frozen.is_some() {
        params.push((":snapshot", &frozen));
    }
    Ok(statement.query_row(params.as_slice(), |row| {
        let (count, new, continued) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(Closing {
            count,
            new,
            continued,
            neither: count - new - continued,
            total: row.get(3)?,
            plan: row.get(4)?,
            done_year: row.get(5)?,
            new_starts: row.get(6)?,
            completions: row.get(7)?,
            month: row.get(8)?,
        })
    })?)
}

/// The office's own 序时 of a year: of the list's target, else of the whole ledger's; none where it says nothing.
pub fn schedule(r: &Reader, year: i64, list: Option<ListId>) -> Result<Option<String>> {
    let targets: Vec<YearTarget> = r.all("where year = ? and schedule is not null order by id", [year])?;
    let of = |list: Option<ListId>| targets.iter().find(|t| t.list == list).and_then(|t| t.schedule.clone());
    Ok(list.and_then(|list| of(Some(list))).or_else(|| of(None)))
}

/// The 序时 of each year that a project is measured by: the whole ledger's, else of a list it stands on.
pub fn schedules(r: &Reader, project: ProjectId) -> Result<HashMap<i64, String>> {
    let found: Vec<YearTarget> = r.all(
        "where schedule is not null and (list is null or list in (select list from membership where project = ?))
         order by list is not null, id",
        [project.to_string()],
    )?;
    let mut by_year = HashMap::new();
    for target in found {
        if let Some(schedule) = target.schedule {
            by_year.entry(target.year).or_insert(schedule);
        }
    }
    Ok(by_year)
}
