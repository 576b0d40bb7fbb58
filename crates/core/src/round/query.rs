//! Reading rounds: the list, one round with its units, who has not updated, what differs from last time.

use super::{Correction, Round, RoundFile, RoundUnit, UnitState, edit, months_before, texts, unit};
use crate::error::{Error, Result};
use crate::id::{ProjectId, RoundId, RoundUnitId, SnapshotId};
use crate::project::ProjectState;
use crate::project::list::{self, ProjectQuery};
use crate::snapshot::SnapshotRow;
use crate::snapshot::compare::{Comparison, Figures, LineWindow, between};
use crate::snapshot::query::{Moment, ledger, rows};
use crate::store::Reader;
use crate::store::record::cell;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use ts_rs::TS;

/// A round in the list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RoundInfo {
    pub round: Round,
    pub counts: Vec<StateCount>,
    pub overdue: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StateCount {
    pub state: UnitState,
    pub count: i64,
}

/// One round whole.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RoundPage {
    pub round: Round,
    /// The closing hour has passed.
    pub overdue: bool,
    /// Every state with its number of units; together they are all units.
    pub counts: Vec<StateCount>,
    pub units: Vec<UnitLine>,
    pub before: Figures,
    pub now: Figures,
    pub corrections: i64,
    /// What it covers besides the projects in it now: saved with the opening.
    pub projects: i64,
}

/// A file that came back.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CameFile {
    #[serde(flatten)]
    pub file: RoundFile,
    /// Whether the page can show it.
    pub shown: bool,
}

impl CameFile {
    fn of(file: &RoundFile) -> Self {
        Self { shown: crate::attachment::query::is_shown(&file.media, file.size), file: file.clone() }
    }
}

/// A unit with what came from it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct UnitLine {
    pub unit: RoundUnit,
    pub files: Vec<CameFile>,
    pub before: Figures,
    pub now: Figures,
    /// Its projects now, and how many of them have a report of this period.
    pub projects: i64,
    pub reported: i64,
    /// Days since anybody touched the project that waits longest.
    pub idle_days: i64,
}

pub fn list(r: &Reader) -> Result<Vec<RoundInfo>> {
    let all: Vec<Round> = r.all("order by closed_ms is not null, period desc, id desc", [])?;
    let info = |round: Round| {
        let units = units(r, round.id)?;
        let overdue = !round.is_closed() && round.is_overdue(r.now_ms());
        Ok(RoundInfo { counts: counts(&units), overdue, round })
    };
    all.into_iter().map(info).collect()
}

pub fn units(r: &Reader, round: RoundId) -> Result<Vec<RoundUnit>> {
    r.all("where round = ? order by place, id", [round.to_string()])
}

fn counts(units: &[RoundUnit]) -> Vec<StateCount> {
    let count = |state: UnitState| i64::try_from(units.iter().filter(|u| u.state == state).count()).unwrap_or(0);
    UnitState::ALL.iter().map(|&state| StateCount { state, count: count(state) }).collect()
}

/// The projects a query asks to be reported: what has ended (终止、调出、合并、拆分) or was handed over at the turn of the year
/// (竣工转出) is asked of nobody (practice C31, §4.1).
pub(super) fn asked(r: &Reader, query: &ProjectQuery) -> Result<Vec<ProjectId>> {
    let mut left = handed_over(r)?;
    left.extend(set(
        r,
        "select project from ledger_line where standing in ('terminated', 'delisted', 'merged', 'split')",
    )?);
    Ok(list::window(r, query, -1)?.into_iter().filter(|id| !left.contains(id)).collect())
}

fn handed_over(r: &Reader) -> Result<HashSet<ProjectId>> {
    set(r, include_str!("handed_over.sql"))
}

fn set(r: &Reader, sql: &str) -> Result<HashSet<ProjectId>> {
    let mut find = r.db().prepare_cached(sql)?;
    let found = find.query_map([], |row| cell(row, 0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

fn has_ended(standing: ProjectState) -> bool {
    matches!(standing, ProjectState::Terminated | ProjectState::Delisted | ProjectState::Merged | ProjectState::Split)
}

/// Whom nobody waits for any more; what a closed round waited for stays as it was.
struct Ended(HashSet<ProjectId>);

impl Ended {
    fn of(r: &Reader, round: &Round) -> Result<Self> {
        Ok(Self(if round.is_closed() { HashSet::new() } else { handed_over(r)? }))
    }

    fn has(&self, row: &SnapshotRow) -> bool {
        has_ended(row.standing) || self.0.contains(&row.project)
    }
}

/// The projects of a round: those its query finds now, and those it began with that are still there.
pub fn projects(r: &Reader, round: &Round) -> Result<Vec<ProjectId>> {
    let query: ProjectQuery = serde_json::from_str(&round.query).map_err(|e| Error::Internal(e.to_string()))?;
    let mut ids = asked(r, &query)?;
    let known: HashSet<ProjectId> = ids.iter().copied().collect();
    let begun = round.before.map(|id| begun(r, id)).transpose()?.unwrap_or_default();
    ids.extend(begun.into_iter().filter(|id| !known.contains(id)));
    Ok(ids)
}

fn begun(r: &Reader, before: SnapshotId) -> Result<Vec<ProjectId>> {
    let sql =
        "select s.project from snapshot_row s join project p on p.id = s.project where s.snapshot = ? order by s.place";
    let mut find = r.db().prepare_cached(sql)?;
    let found = find.query_map([before.to_string()], |row| cell(row, 0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// 上期: the rows that were frozen at the opening.
pub fn before(r: &Reader, round: &Round) -> Result<Vec<SnapshotRow>> {
    round.before.map_or(Ok(vec![]), |id| rows(r, &Moment::Snapshot(id)))
}

/// What a round hands out: 上期 as it was frozen, but with the newest report before the round's own month, so that a quarter
/// is filled in over what the months between have said.
pub fn known(r: &Reader, round: &Round) -> Result<Vec<SnapshotRow>> {
    let mut rows = before(r, round)?;
    let ids: Vec<ProjectId> = rows.iter().map(|row| row.project).collect();
    let newest = ledger(r, &months_before(&round.period, 1), Some(&ids))?;
    let newest: HashMap<ProjectId, SnapshotRow> = newest.into_iter().map(|row| (row.project, row)).collect();
    for row in &mut rows {
        let Some(newer) = newest.get(&row.project).filter(|newer| newer.reported > row.reported).cloned() else {
            continue;
        };
        *row = SnapshotRow {
            reported: newer.reported,
            done_total: newer.done_total,
            done_year: newer.done_year,
            done_month: newer.done_month,
            image: newer.image,
            issue: newer.issue,
            next_step: newer.next_step,
            ..row.clone()
        };
    }
    Ok(rows)
}

/// What was frozen at the closing; of an open round, the ledger now with reports up to the round's period.
pub fn now(r: &Reader, round: &Round) -> Result<Vec<SnapshotRow>> {
    match round.after {
        Some(id) => rows(r, &Moment::Snapshot(id)),
        None => ledger(r, &round.period, Some(&projects(r, round)?)),
    }
}

pub fn page(r: &Reader, id: RoundId) -> Result<RoundPage> {
    let round: Round = r.get(id)?;
    let (before, now, files) = (before(r, &round)?, now(r, &round)?, unit::files(r, id)?);
    let units = units(r, id)?;
    let ended = Ended::of(r, &round)?;
    let lines = units.iter().map(|unit| {
        let all = edit::rows_of(unit, round.split, &now);
        // What ended while the round was open is no longer waited for.
        let came = |row: &SnapshotRow| row.reported.as_deref() == Some(&round.period);
        let mine: Vec<&SnapshotRow> = all.iter().copied().filter(|row| !ended.has(row) || came(row)).collect();
        let reported = mine.iter().filter(|row| came(row)).count();
        let days = mine.iter().map(|row| idle(r, row.project)).collect::<Result<Vec<_>>>()?;
        let sums = |rows: Vec<&SnapshotRow>| {
            let mut sums = Figures::default();
            rows.iter().for_each(|row| sums.add(row));
            sums
        };
        Ok(UnitLine {
            unit: unit.clone(),
            files: files.iter().filter(|f| f.unit == Some(unit.id)).map(CameFile::of).collect(),
            before: sums(edit::rows_of(unit, round.split, &before)),
            projects: i64::try_from(mine.len()).unwrap_or(i64::MAX),
            reported: i64::try_from(reported).unwrap_or(i64::MAX),
            idle_days: days.into_iter().max().unwrap_or(0),
            now: sums(all),
        })
    });
    Ok(RoundPage {
        units: lines.collect::<Result<_>>()?,
        counts: counts(&units),
        overdue: !round.is_closed() && round.is_overdue(r.now_ms()),
        before: Figures::of(&before),
        now: Figures::of(&now),
        projects: i64::try_from(now.len()).unwrap_or(i64::MAX),
        corrections: r.number("select count(*) from correction where round = ?", [id.to_string()])?,
        round,
    })
}

/// Calendar days since anybody touched a project or what belongs to it.
pub fn idle(r: &Reader, project: ProjectId) -> Result<i64> {
    let mut find = r.db().prepare_cached(include_str!("touched.sql"))?;
    let ms: Option<i64> = find.query_row(rusqlite::named_params! { ":id": project.to_string() }, |row| row.get(0))?;
    let day = ms.map_or_else(|| r.today(), crate::time::beijing_day);
    Ok((r.today() - day).num_days().max(0))
}

/// 未更新名单: a project without a report of the round's period.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct IdleProject {
    pub project: ProjectId,
    pub name: String,
    pub unit: String,
    pub unit_name: String,
    pub leader: Option<String>,
    /// `YYYY-MM` of its newest report.
    pub reported: Option<String>,
    pub days: i64,
}

/// Those who have not updated, by unit in official order, the longest waiting first. A unit's 零报告 speaks for its projects.
pub fn not_updated(r: &Reader, id: RoundId) -> Result<Vec<IdleProject>> {
    let round: Round = r.get(id)?;
    let now = now(r, &round)?;
    let ended = Ended::of(r, &round)?;
    let mut out = vec![];
    for unit in units(r, id)?.iter().filter(|u| u.state != UnitState::Zero) {
        let mine = edit::rows_of(unit, round.split, &now);
        let late = |row: &&SnapshotRow| row.reported.as_deref() != Some(round.period.as_str()) && !ended.has(row);
        let waiting = mine.into_iter().filter(late);
        let line = |row: &SnapshotRow| {
            Ok(IdleProject {
                project: row.project,
                name: row.name.clone(),
                unit: unit.unit.clone(),
                unit_name: unit.name.clone(),
                leader: row.leader.clone(),
                reported: row.reported.clone(),
                days: idle(r, row.project)?,
            })
        };
        let mut lines = waiting.map(line).collect::<Result<Vec<_>>>()?;
        lines.sort_by_key(|line| std::cmp::Reverse(line.days));
        out.extend(lines);
    }
    Ok(out)
}

/// With what a round is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Against {
    /// 较上期
    Last,
    /// 较去年同期
    LastYear,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CompareRound {
    pub id: RoundId,
    pub with: Against,
    #[serde(flatten)]
    pub window: LineWindow,
}

pub fn compare(r: &Reader, input: &CompareRound) -> Result<Comparison> {
    let round: Round = r.get(input.id)?;
    let now = now(r, &round)?;
    between(r, &earlier(r, &round, input.with, &now)?, &now, &input.window)
}

/// The rows a round is compared with. Last year's are those of its own closing, if it was closed here, else the reports of that month.
pub fn earlier(r: &Reader, round: &Round, with: Against, now: &[SnapshotRow]) -> Result<Vec<SnapshotRow>> {
    if with == Against::Last {
        return before(r, round);
    }
    let period = months_before(&round.period, 12);
    let keys = [round.kind.code(), period.as_str()];
    let closed: Option<Round> =
        r.first("where kind = ? and period = ? and after is not null order by closed_ms desc", keys)?;
    if let Some(after) = closed.and_then(|c| c.after) {
        return rows(r, &Moment::Snapshot(after));
    }
    let ids: Vec<ProjectId> = now.iter().map(|row| row.project).collect();
    // A report of the year before does not stand for this month of last year.
    let year = period.get(..4).unwrap_or_default().to_string();
    let mut rows = ledger(r, &period, Some(&ids))?;
    rows.retain(|row| row.reported.as_deref().is_some_and(|p| p.starts_with(&year)));
    Ok(rows)
}

/// 改数登记 of a round, newest first.
pub fn corrections(r: &Reader, id: RoundId) -> Result<Vec<Correction>> {
    r.all("where round = ? order by changed_ms desc, origin desc, id", [id.to_string()])
}

/// Which text to make.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AskText {
    pub round: RoundId,
    /// Absent: for the group of all units.
    pub unit: Option<RoundUnitId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Phrase {
    pub text: String,
}

/// 催报 for the group or for a unit; for a unit whose file was sent back, 退回修改 with what to check.
pub fn phrase(r: &Reader, input: &AskText) -> Result<Phrase> {
    let round: Round = r.get(input.round)?;
    let Some(id) = input.unit else {
        return Ok(Phrase { text: texts::chase_all(&round, &units(r, round.id)?, r.now_ms()) });
    };
    let unit: RoundUnit = r.get(id)?;
    if unit.state == UnitState::Returned {
        let last: Option<RoundFile> = r.first(
            "where unit = ? and faults is not null order by came_ms desc, origin desc, id desc",
            [id.to_string()],
        )?;
        let faults = last.and_then(|f| f.faults).and_then(|json| serde_json::from_str::<Vec<_>>(&json).ok());
        return Ok(Phrase { text: texts::returned(&unit, &faults.unwrap_or_default()) });
    }
    let person: crate::people::Person = r.get(r.person()?)?;
    Ok(Phrase { text: texts::chase(&round, &unit, &person.name, r.now_ms()) })
}
