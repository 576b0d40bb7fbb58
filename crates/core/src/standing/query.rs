//! Reading how a project came to stand where it stands.

use super::{CountingBasis, Standing, StandingChange, allowed};
use crate::error::Result;
use crate::id::ProjectId;
use crate::project::query::Named;
use crate::project::{Project, ProjectState};
use crate::store::Reader;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What has ended takes nobody in and becomes no part of another.
pub(crate) const ENDED: [ProjectState; 3] = [ProjectState::Terminated, ProjectState::Delisted, ProjectState::Merged];

/// Everything the dialog of a project's standing shows.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StandingFile {
    pub project: ProjectId,
    pub name: String,
    pub now: ProjectState,
    /// Whether it counts by itself.
    pub counted: bool,
    /// What may happen next, in the order it is offered.
    pub allowed: Vec<Standing>,
    /// Newest first.
    pub history: Vec<StandingEntry>,
    pub merged_into: Option<Named>,
    /// 合并自
    pub merged_from: Vec<Named>,
    /// 拆分自, or the package it belongs to.
    pub parent: Option<Named>,
    pub parts: Option<PartSums>,
}

/// One change with the names of the projects it speaks of; the parts of one split are one entry.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StandingEntry {
    pub change: StandingChange,
    pub others: Vec<Named>,
    /// Who entered it and when; empty and 0 while the change is still being written.
    pub person: String,
    pub ms: i64,
}

/// The parts of a project beside the whole, 元. The difference is whole less parts (尾差).
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PartSums {
    /// By whom is counted; absent where the whole and a part both count, so that money counts twice.
    pub basis: Option<CountingBasis>,
    pub parts: Vec<PartLine>,
    pub whole: MoneySum,
    pub sum: MoneySum,
    pub difference: MoneySum,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PartLine {
    pub id: ProjectId,
    pub name: String,
    pub counted: bool,
    pub money: MoneySum,
}

/// 元; unknown counts as nothing in a sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MoneySum {
    pub total: i64,
    pub plan: i64,
    pub done_total: i64,
    pub done_year: i64,
}

/// The changes of a project, oldest first.
pub fn changes(r: &Reader, project: ProjectId) -> Result<Vec<StandingChange>> {
    r.all("where project = ? order by happened_on, origin, id", [project.to_string()])
}

pub fn file(r: &Reader, id: ProjectId) -> Result<StandingFile> {
    let project: Project = r.get(id)?;
    let merged_into = match project.standing {
        ProjectState::Merged => {
            let last: Option<StandingChange> = r.first(
                "where project = ? and standing = 'merged' order by happened_on desc, origin desc, id desc",
                [id.to_string()],
            )?;
            last.and_then(|c| c.other).map(|other| named(r, other)).transpose()?.flatten()
        }
        _ => None,
    };
    Ok(StandingFile {
        project: id,
        now: project.standing,
        counted: project.counted,
        allowed: allowed(project.standing, project.stage),
        history: history(r, id)?,
        merged_into,
        merged_from: merged_from(r, id)?,
        parent: project.parent.map(|p| named(r, p)).transpose()?.flatten(),
        parts: parts(r, &project)?,
        name: project.name,
    })
}

/// Which project looks for another to merge into, or to take in as a part.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TargetSearch {
    pub project: ProjectId,
    /// Part of a name, a former name or the project code.
    pub text: String,
}

/// At most this many names are offered.
const TARGETS: i64 = 20;

/// Projects that live and could take this one in; without words, those of the same enterprise first.
pub fn targets(r: &Reader, search: TargetSearch) -> Result<Vec<Named>> {
    let mut find = r.db().prepare_cached(include_str!("targets.sql"))?;
    let rows = find.query_map(rusqlite::params![search.project.to_string(), search.text.trim(), TARGETS], |row| {
        Ok(Named { id: crate::store::record::cell(row, 0)?, name: row.get(1)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn named(r: &Reader, id: ProjectId) -> Result<Option<Named>> {
    Ok(r.find::<Project>(id)?.map(|p| Named { id: p.id, name: p.name }))
}

fn history(r: &Reader, id: ProjectId) -> Result<Vec<StandingEntry>> {
    let mut entries: Vec<StandingEntry> = vec![];
    for change in changes(r, id)? {
        let other = change.other.map(|other| named(r, other)).transpose()?.flatten();
        let (person, ms) = entered(r, &change)?;
        let together = entries.last_mut().filter(|last| {
            last.ms == ms && last.change.standing == Standing::Split && change.standing == Standing::Split
        });
        match together {
            Some(last) => last.others.extend(other),
            None => entries.push(StandingEntry { others: other.into_iter().collect(), person, ms, change }),
        }
    }
    entries.reverse();
    Ok(entries)
}

fn entered(r: &Reader, change: &StandingChange) -> Result<(String, i64)> {
    let mut find = r.db().prepare_cached(
        "select coalesce(p.name, ''), coalesce(c.ms, 0) from standing_change s left join changeset c on c.id = s.origin
         left join person p on p.id = c.person where s.id = ?",
    )?;
    let found = find.query_row([change.id.to_string()], |row| Ok((row.get(0)?, row.get(1)?)));
    Ok(found?)
}

/// Projects that stand as merged and whose last merger names this one.
fn merged_from(r: &Reader, id: ProjectId) -> Result<Vec<Named>> {
    let mut find = r.db().prepare_cached(
        "select p.id, p.name from project p where p.standing = 'merged' and ?1 = (
           select other from standing_change where project = p.id and standing = 'merged'
           order by happened_on desc, origin desc, id desc limit 1)
         and p.id in (select project from standing_change where other = ?1) order by p.rowid",
    )?;
    let rows = find
        .query_map([id.to_string()], |row| Ok(Named { id: crate::store::record::cell(row, 0)?, name: row.get(1)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn parts(r: &Reader, whole: &Project) -> Result<Option<PartSums>> {
    let children: Vec<Project> =
        r.all("where parent = ? order by position is null, position, rowid", [whole.id.to_string()])?;
    if children.is_empty() {
        return Ok(None);
    }
    let mut sum = MoneySum::default();
    let mut parts = vec![];
    for child in children {
        let money = money(r, &child)?;
        sum = sum.plus(money, 1);
        parts.push(PartLine { id: child.id, name: child.name, counted: child.counted, money });
    }
    let own = money(r, whole)?;
    let basis = match (whole.counted, parts.iter().any(|part| part.counted)) {
        (true, true) => None,
        (true, false) => Some(CountingBasis::Whole),
        (false, _) => Some(CountingBasis::Parts),
    };
    Ok(Some(PartSums { basis, parts, whole: own, sum, difference: own.plus(sum, -1) }))
}

fn money(r: &Reader, p: &Project) -> Result<MoneySum> {
    let report = crate::progress::edit::latest(r, p.id, crate::progress::Basis::Dispatch)?;
    Ok(MoneySum {
        total: p.total.unwrap_or(0),
        plan: p.plan.unwrap_or(0),
        done_total: report.as_ref().and_then(|g| g.done_total).unwrap_or(0),
        done_year: report.as_ref().and_then(|g| g.done_year).unwrap_or(0),
    })
}

impl MoneySum {
    fn plus(self, other: Self, sign: i64) -> Self {
        let add = |a: i64, b: i64| a.saturating_add(b.saturating_mul(sign));
        Self {
            total: add(self.total, other.total),
            plan: add(self.plan, other.plan),
            done_total: add(self.done_total, other.done_total),
            done_year: add(self.done_year, other.done_year),
        }
    }
}
