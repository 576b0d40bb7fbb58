//! Reading snapshots, and the ledger as if one were taken of it now.

use super::{Snapshot, SnapshotKind, SnapshotRow};
use crate::error::{Error, Result, Rule};
use crate::id::{ProjectId, RecordId, SnapshotId, SnapshotRowId};
use crate::store::Reader;
use crate::store::record::cell;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::str::FromStr;
use ts_rs::TS;
use uuid::Uuid;

/// A snapshot as the lists show it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SnapshotInfo {
    pub snapshot: Snapshot,
    pub sums: super::compare::Figures,
}

/// All snapshots, newest first, each with its sums.
pub fn list(r: &Reader) -> Result<Vec<SnapshotInfo>> {
    let all: Vec<Snapshot> = r.all("order by made_ms desc, origin desc, id", [])?;
    all.into_iter().map(|snapshot| Ok(SnapshotInfo { sums: sums(r, snapshot.id)?, snapshot })).collect()
}

/// The newest snapshot of a kind and month.
pub fn of(r: &Reader, kind: SnapshotKind, period: &str) -> Result<Option<Snapshot>> {
    r.first("where kind = ? and period = ? order by made_ms desc, origin desc, id", [kind.code(), period])
}

fn sums(r: &Reader, id: SnapshotId) -> Result<super::compare::Figures> {
    let sql = "select count(*), coalesce(sum(total), 0), coalesce(sum(plan), 0), coalesce(sum(done_total), 0),
        coalesce(sum(done_year), 0) from snapshot_row where snapshot = ? and counted";
    let read = |row: &Row<'_>| {
        Ok(super::compare::Figures {
            count: row.get(0)?,
            total: row.get(1)?,
            plan: row.get(2)?,
            done_total: row.get(3)?,
            done_year: row.get(4)?,
        })
    };
    Ok(r.db().prepare_cached(sql)?.query_row([id.to_string()], read)?)
}

/// A moment of the ledger that rows can be read of.
///
/// As text: `now`, a month `2022-03` (reports up to it, everything else as it is now), or a snapshot's identity.
#[derive(Clone, Debug, PartialEq, Eq, TS)]
#[ts(type = "string")]
pub enum Moment {
    Now,
    Month(String),
    Snapshot(SnapshotId),
}

impl FromStr for Moment {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        if text == "now" {
            return Ok(Self::Now);
        }
        if crate::progress::edit::is_period(text) {
            return Ok(Self::Month(text.into()));
        }
        let id = Uuid::try_parse(text).map_err(|_| Error::invalid("moment", Rule::NotAChoice))?;
        Ok(Self::Snapshot(SnapshotId::from_uuid(id)))
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Now => f.write_str("now"),
            Self::Month(month) => f.write_str(month),
            Self::Snapshot(id) => id.fmt(f),
        }
    }
}

impl Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, s: S) -> std::result::Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> std::result::Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

/// The rows of a moment, in the ledger's order.
///
/// # Errors
/// `NotFound` where the snapshot does not exist.
pub fn rows(r: &Reader, moment: &Moment) -> Result<Vec<SnapshotRow>> {
    match moment {
        Moment::Now => ledger(r, NEVER, None),
        Moment::Month(month) => ledger(r, month, None),
        Moment::Snapshot(id) => {
            r.get::<Snapshot>(*id)?;
            r.all("where snapshot = ? order by place, id", [id.to_string()])
        }
    }
}

/// After every month there is.
pub(super) const NEVER: &str = "9999-99";

/// The ledger as it is, with reports up to the month `until`; of these projects only, or of all. A project whose newest report
/// is of an earlier year has no 本年完成 and no 当月完成 yet: in January last December's figures are not the new year's.
pub fn ledger(r: &Reader, until: &str, only: Option<&[ProjectId]>) -> Result<Vec<SnapshotRow>> {
    let ids = only.map(|ids| serde_json::to_string(ids).map_err(|e| Error::Internal(e.to_string()))).transpose()?;
    let mut names = HashMap::new();
    let mut statement = r.db().prepare_cached(include_str!("rows.sql"))?;
    let year = if until == NEVER { r.today().format("%Y").to_string() } else { until.chars().take(4).collect() };
    let found = statement.query_map(named_params! { ":until": until, ":year": year, ":ids": ids }, read)?;
    let mut out = vec![];
    for row in found {
        let mut row = row?;
        row.place = i64::try_from(out.len()).unwrap_or(i64::MAX) + 1;
        if let Some(region) = &row.region {
            if !names.contains_key(region) {
                let name = crate::project::list::region_name(r, Some(region))?.unwrap_or_else(|| region.clone());
                names.insert(region.clone(), name);
            }
            row.region_name = names.get(region).cloned();
        }
        out.push(row);
    }
    Ok(out)
}

fn read(row: &Row<'_>) -> rusqlite::Result<SnapshotRow> {
    Ok(SnapshotRow {
        id: SnapshotRowId::default(),
        office: crate::id::OfficeId::default(),
        snapshot: SnapshotId::default(),
        project: cell(row, 0)?,
        place: 0,
        name: cell(row, 1)?,
        code: cell(row, 2)?,
        region: cell(row, 3)?,
        region_name: None,
        enterprise: cell(row, 4)?,
        responsible_unit: cell(row, 5)?,
        leader: cell(row, 6)?,
        lists: cell(row, 7)?,
        chain: cell(row, 8)?,
        tags: cell(row, 9)?,
        stage: cell(row, 10)?,
        standing: cell(row, 11)?,
        carried: cell(row, 12)?,
        counted: cell(row, 13)?,
        parent: cell(row, 14)?,
        total: cell(row, 15)?,
        plan_year: cell(row, 16)?,
        plan: cell(row, 17)?,
        arrived: cell(row, 18)?,
        started_planned: cell(row, 19)?,
        started_actual: cell(row, 20)?,
        completed_planned: cell(row, 21)?,
        completed_actual: cell(row, 22)?,
        reported: cell(row, 23)?,
        done_total: cell(row, 24)?,
        done_year: cell(row, 25)?,
        done_month: cell(row, 26)?,
        image: cell(row, 27)?,
        issue: cell(row, 28)?,
        next_step: cell(row, 29)?,
        entered: cell(row, 32)?,
        statistics_total: cell(row, 30)?,
        statistics_year: cell(row, 31)?,
    })
}
