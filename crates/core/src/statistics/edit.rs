//! Reading and writing a project's entry into statistics.

use super::{DUE_FROM, StatisticsEntry, StatisticsFile, months_between};
use crate::error::{Error, Result, Rule};
use crate::id::{ProjectId, StatisticsEntryId};
use crate::progress::edit::is_period;
use crate::project::Project;
use crate::project::start::{ProjectStart, StartDecision, StartKind, first_day, query::starts};
use crate::store::patch::Patch;
use crate::store::{Reader, Writer};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The fields that are told; a project without an entry gets one.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveEntry {
    pub project: ProjectId,
    pub set: Patch,
}

pub fn file(r: &Reader, project: ProjectId) -> Result<StatisticsFile> {
    of(r, &r.get(project)?)
}

pub fn of(r: &Reader, project: &Project) -> Result<StatisticsFile> {
    let entry = entry(r, project.id)?;
    let due_by_total = due_by_total(project);
    let due = entry.as_ref().map_or(due_by_total, |e| e.due);
    let entered = entry.as_ref().is_some_and(|e| e.entered);
    // 复工 is no second beginning: a site waits from its first start.
    let first = |s: &ProjectStart| s.kind == StartKind::New && s.decision == StartDecision::Recognised;
    let recognised = starts(r, project.id)?.into_iter().find(first);
    let began = recognised.map(|s| s.happened_on).or_else(|| project.started_actual.map(first_day));
    let months_waiting = began.filter(|_| due && !entered).map(|day| months_between(day, r.today()));
    Ok(StatisticsFile { entry, due_by_total, months_waiting })
}

pub fn save(w: &mut Writer, input: SaveEntry) -> Result<StatisticsFile> {
    let project: Project = w.get(input.project)?;
    put(w, &project, &input.set)?;
    w.subject(project.name.clone());
    of(w, &project)
}

/// The entry of a project, if it has one.
pub fn entry(r: &Reader, project: ProjectId) -> Result<Option<StatisticsEntry>> {
    r.find(entry_id(project))
}

/// Writes the fields that are told.
pub fn put(w: &mut Writer, project: &Project, set: &Patch) -> Result<()> {
    let old = entry(w, project.id)?.unwrap_or_else(|| blank(project));
    let mut saved: StatisticsEntry = set.apply(&old)?;
    if let Some(period) = saved.entered_period.as_deref().filter(|p| !is_period(p)) {
        return Err(Error::Invalid(vec![
            crate::error::FieldFault::error("entered_period", Rule::NoSuchMonth).with("text", period),
        ]));
    }
    let told = |field: &str| set.0.contains_key(field);
    // A month of entry says that it was entered; what was entered was due.
    if told("entered_period") && saved.entered_period.is_some() && !told("entered") {
        saved.entered = true;
    }
    saved.due |= saved.entered;
    if !saved.entered && told("entered") {
        saved.entered_period = None;
    }
    w.put(&saved)
}

pub fn remove(w: &mut Writer, project: ProjectId) -> Result<bool> {
    w.subject(w.get::<Project>(project)?.name);
    clear(w, project)
}

/// As [`remove`], as a part of another act.
pub fn clear(w: &mut Writer, project: ProjectId) -> Result<bool> {
    w.remove::<StatisticsEntry>(entry_id(project))
}

/// The identity of a project's entry, whether it has one or not.
#[must_use]
pub fn entry_id(project: ProjectId) -> StatisticsEntryId {
    StatisticsEntryId(crate::id::derived(&["statistics_entry", &project.to_string()]))
}

/// A total that is not known says nothing.
fn due_by_total(project: &Project) -> bool {
    project.total.is_some_and(|total| total >= DUE_FROM)
}

fn blank(project: &Project) -> StatisticsEntry {
    StatisticsEntry {
        id: entry_id(project.id),
        office: project.office,
        project: project.id,
        due: due_by_total(project),
        entered: false,
        entered_period: None,
        code: None,
        name: None,
        reason: None,
        lacking: None,
    }
}
