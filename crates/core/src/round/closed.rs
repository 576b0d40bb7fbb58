//! A closed period refuses changes to its reports unless somebody says why and who agreed (practice §4.1 step 8);
//! what is changed then stands in 改数登记.

use super::Correction;
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{ProjectId, RoundId, SnapshotId};
use crate::progress::{Basis, Progress};
use crate::snapshot::SnapshotRow;
use crate::store::record::cell;
use crate::store::{Record, Value, Writer};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use ts_rs::TS;
use uuid::Uuid;

/// Why a closed period's figure is changed, and who agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CorrectionReason {
    pub reason: String,
    pub agreed_by: String,
}

/// Allows the reports of closed periods to be changed in this write, on record.
///
/// # Errors
/// `Invalid` where the reason or the name is blank.
pub fn allow(w: &mut Writer, said: Option<CorrectionReason>) -> Result<()> {
    let Some(said) = said else { return Ok(()) };
    let said = CorrectionReason { reason: said.reason.trim().into(), agreed_by: said.agreed_by.trim().into() };
    let blank = [("reason", &said.reason), ("agreed_by", &said.agreed_by)].into_iter().filter(|(_, t)| t.is_empty());
    let faults: Vec<_> = blank.map(|(field, _)| FieldFault::error(field, Rule::Required)).collect();
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    w.shelf::<Gate>().said = Some(said);
    Ok(())
}

/// What a write knows of closed periods.
#[derive(Default)]
struct Gate {
    said: Option<CorrectionReason>,
    /// Closed periods with the projects that were in them; read once a write.
    closed: Option<HashMap<String, Closed>>,
}

#[derive(Clone)]
struct Closed {
    round: RoundId,
    after: SnapshotId,
    projects: HashSet<ProjectId>,
}

/// Whether a report of this month would change a period that was closed with the project in it.
pub(crate) fn holds(w: &mut Writer, period: &str, project: ProjectId) -> Result<bool> {
    Ok(is_closed(w, period)?
        && w.shelf::<Gate>()
            .closed
            .as_ref()
            .and_then(|all| all.get(period))
            .is_some_and(|c| c.projects.contains(&project)))
}

/// Words and figures; the rest of a report says what it is about.
const GUARDED: &[&str] = &["done_total", "done_year", "done_month", "done_prior", "image", "issue", "next_step"];

/// Called by the store before a report is made or changed.
pub(crate) fn guard(w: &mut Writer, old: Option<&[Value]>, new: &[Value]) -> Result<()> {
    let at = |name: &str| Progress::META.field(name).map(|at| &new[at]);
    let (Some(Value::Text(period)), Some(Value::Text(basis))) = (at("period"), at("basis")) else { return Ok(()) };
    if basis != Basis::Dispatch.code() || !is_closed(w, period)? {
        return Ok(());
    }
    let Some(Value::Text(project)) = at("project") else { return Ok(()) };
    let project = ProjectId(Uuid::try_parse(project).map_err(|e| Error::Internal(e.to_string()))?);
    let closed = w.shelf::<Gate>().closed.as_ref().and_then(|all| all.get(period)).cloned();
    let Some(closed) = closed.filter(|c| c.projects.contains(&project)) else { return Ok(()) };
    let frozen = if old.is_none() { frozen(w, closed.after, project)? } else { HashMap::new() };
    let mut changed = vec![];
    for field in GUARDED {
        let Some(at) = Progress::META.field(field) else { continue };
        let before = match old {
            Some(old) => old[at].clone(),
            None => frozen.get(*field).cloned().unwrap_or_default(),
        };
        if before != new[at] {
            changed.push((*field, before, new[at].clone()));
        }
    }
    if changed.is_empty() {
        return Ok(());
    }
    let Some(said) = w.shelf::<Gate>().said.clone() else {
        let name = name_of(w, project)?;
        return Err(Error::PeriodClosed { period: period.clone(), name });
    };
    record(w, &closed, project, period, changed, &said)
}

fn is_closed(w: &mut Writer, period: &str) -> Result<bool> {
    if w.shelf::<Gate>().closed.is_none() {
        let read = read(w)?;
        w.shelf::<Gate>().closed = Some(read);
    }
    Ok(w.shelf::<Gate>().closed.as_ref().is_some_and(|all| all.contains_key(period)))
}

/// The newest closing of each period decides.
fn read(w: &Writer) -> Result<HashMap<String, Closed>> {
    let rounds: Vec<super::Round> = w.all("where closed_ms is not null order by closed_ms", [])?;
    let mut all = HashMap::new();
    for round in rounds {
        let Some(after) = round.after else { continue };
        let mut find = w.db().prepare_cached("select project from snapshot_row where snapshot = ?")?;
        let projects = find.query_map([after.to_string()], |r| cell(r, 0))?.collect::<rusqlite::Result<_>>()?;
        all.insert(round.period, Closed { round: round.id, after, projects });
    }
    Ok(all)
}

/// What the closing snapshot holds of a project, by the report's fields.
fn frozen(w: &Writer, after: SnapshotId, project: ProjectId) -> Result<HashMap<&'static str, Value>> {
    let keys = [after.to_string(), project.to_string()];
    let row: Option<SnapshotRow> = w.first("where snapshot = ? and project = ? order by id", keys)?;
    let Some(row) = row else { return Ok(HashMap::new()) };
    Ok(SnapshotRow::META.fields.iter().copied().zip(row.into_values()).collect())
}

fn name_of(w: &Writer, project: ProjectId) -> Result<String> {
    Ok(w.find::<crate::project::Project>(project)?.map(|p| p.name).unwrap_or_default())
}

fn record(
    w: &mut Writer,
    closed: &Closed,
    project: ProjectId,
    period: &str,
    changed: Vec<(&'static str, Value, Value)>,
    said: &CorrectionReason,
) -> Result<()> {
    let (office, name, changed_ms) = (w.office()?, name_of(w, project)?, w.now_ms());
    let text = |value: Value| match value {
        Value::Null => None,
        Value::Int(n) => Some(n.to_string()),
        Value::Text(text) => Some(text),
    };
    for (field, old, new) in changed {
        let line = Correction {
            id: w.new_id(),
            office,
            round: closed.round,
            project,
            name: name.clone(),
            period: period.into(),
            basis: Basis::Dispatch,
            field: field.into(),
            old: text(old),
            new: text(new),
            reason: said.reason.clone(),
            agreed_by: said.agreed_by.clone(),
            changed_ms,
        };
        w.put_new(line)?;
    }
    Ok(())
}
