//! Taking a snapshot, and removing one that was taken by hand.

use super::{Snapshot, SnapshotKind, query};
use crate::error::{Error, Result, Rule};
use crate::id::{ProjectId, SnapshotId};
use crate::store::Writer;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What to freeze.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TakeSnapshot {
    pub name: String,
    pub kind: SnapshotKind,
    /// `YYYY-MM`: reports of later months are left out; absent: this month.
    #[serde(default)]
    #[ts(optional)]
    pub period: Option<String>,
    /// Absent: today.
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub as_of: Option<chrono::NaiveDate>,
    #[serde(default)]
    #[ts(optional)]
    pub note: Option<String>,
    /// These projects only; absent: the whole ledger.
    #[serde(default)]
    #[ts(optional)]
    pub projects: Option<Vec<ProjectId>>,
}

/// Writes the snapshot and a row a project. Nothing else of the write that calls it is touched, the subject neither.
pub fn take(w: &mut Writer, input: TakeSnapshot) -> Result<Snapshot> {
    let office = w.office()?;
    if input.name.trim().is_empty() {
        return Err(Error::invalid("name", Rule::Required));
    }
    let period = input.period.unwrap_or_else(|| w.today().format("%Y-%m").to_string());
    if !crate::progress::edit::is_period(&period) {
        return Err(Error::invalid("period", Rule::NoSuchMonth));
    }
    let snapshot = Snapshot {
        id: w.new_id(),
        office,
        name: input.name.trim().into(),
        kind: input.kind,
        period,
        as_of: input.as_of.unwrap_or_else(|| w.today()),
        made_ms: w.now_ms(),
        note: input.note.filter(|n| !n.trim().is_empty()),
    };
    w.put_new(snapshot.clone())?;
    for mut row in query::ledger(w, &snapshot.period, input.projects.as_deref())? {
        (row.id, row.office, row.snapshot) = (w.new_id(), office, snapshot.id);
        w.put_new(row)?;
    }
    Ok(snapshot)
}

/// As [`take`], as an action of its own.
pub fn save(w: &mut Writer, input: TakeSnapshot) -> Result<Snapshot> {
    let snapshot = take(w, TakeSnapshot { kind: SnapshotKind::Manual, ..input })?;
    w.subject(snapshot.name.clone());
    Ok(snapshot)
}

/// Removes a snapshot with its rows.
///
/// # Errors
/// `InUse` for one that a round or a year stands on.
pub fn remove(w: &mut Writer, id: SnapshotId) -> Result<bool> {
    let snapshot: Snapshot = w.get(id)?;
    if snapshot.kind != SnapshotKind::Manual {
        return Err(Error::InUse { what: "snapshot", count: 1 });
    }
    let rows: Vec<super::SnapshotRow> = w.all("where snapshot = ? order by place", [id.to_string()])?;
    for row in rows {
        w.remove::<super::SnapshotRow>(row.id)?;
    }
    w.subject(snapshot.name);
    w.remove::<Snapshot>(id)
}
