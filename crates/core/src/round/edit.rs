//! Opening, changing and closing a round.

use super::query::asked;
use super::{Asked, Round, RoundKind, RoundUnit, Split, UnitState, months_before, period_name};
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::RoundId;
use crate::project::list::ProjectQuery;
use crate::snapshot::edit::{TakeSnapshot, take};
use crate::snapshot::{SnapshotKind, SnapshotRow};
use crate::store::{Reader, Writer};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A round to open.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OpenRound {
    /// Blank: named after its period, 2023年一季度.
    #[serde(default)]
    pub name: String,
    pub kind: RoundKind,
    /// `YYYY-MM`; a quarter by its last month.
    pub period: String,
    #[ts(type = "string")]
    pub as_of: chrono::NaiveDate,
    #[ts(type = "string")]
    pub due_on: chrono::NaiveDate,
    /// Minute of the day, in Beijing: 17:00 is 1020.
    pub due_minute: i64,
    pub split: Split,
    pub asked: Vec<Asked>,
    /// Which projects; its window is ignored.
    pub query: ProjectQuery,
    #[serde(default)]
    pub note: String,
}

/// Opens a round: takes 上期快照 and makes a unit of every county (or responsible unit) that has a project in it.
///
/// # Errors
/// `Invalid` with every field that does not fit; without a single project there is nobody to report.
pub fn open(w: &mut Writer, input: OpenRound) -> Result<Round> {
    let office = w.office()?;
    let period = period_name(input.kind, &input.period);
    let name = Some(input.name.trim()).filter(|n| !n.is_empty()).map_or_else(|| period.clone(), str::to_string);
    check(w, &input, &name)?;
    let projects = asked(w, &input.query)?;
    if projects.is_empty() {
        return Err(Error::invalid("query", Rule::Required));
    }
    let last = last_period(input.kind, &input.period);
    let before = TakeSnapshot {
        name: format!("{name} 上期"),
        kind: SnapshotKind::Round,
        as_of: last_day(&last).map(|day| day.min(w.today())),
        period: Some(last),
        note: None,
        projects: Some(projects),
    };
    let before = take(w, before)?;
    let round = Round {
        id: w.new_id(),
        office,
        name: name.clone(),
        kind: input.kind,
        period: input.period,
        as_of: input.as_of,
        due_on: input.due_on,
        due_minute: input.due_minute,
        split: input.split,
        asked: input.asked.iter().map(|a| a.code()).collect::<Vec<_>>().join("\n"),
        query: serde_json::to_string(&input.query).map_err(|e| Error::Internal(e.to_string()))?,
        before: Some(before.id),
        after: None,
        closed_ms: None,
        note: Some(input.note.trim().to_string()).filter(|n| !n.is_empty()),
    };
    w.put_new(round.clone())?;
    let rows: Vec<SnapshotRow> = w.all("where snapshot = ? order by place", [before.id.to_string()])?;
    for unit in units(w, &round, &rows)? {
        w.put_new(unit)?;
    }
    w.subject(name);
    Ok(round)
}

/// 上期: the month before a month, the quarter before a quarter.
fn last_period(kind: RoundKind, period: &str) -> String {
    match kind {
        RoundKind::Monthly => months_before(period, 1),
        RoundKind::Quarterly => months_before(period, 3),
    }
}

/// The last day of a month.
fn last_day(period: &str) -> Option<chrono::NaiveDate> {
    let first: chrono::NaiveDate = format!("{period}-01").parse().ok()?;
    first.checked_add_months(chrono::Months::new(1))?.pred_opt()
}

fn check(r: &Reader, input: &OpenRound, name: &str) -> Result<()> {
    let mut faults = vec![];
    let month = input.period.get(5..).and_then(|m| m.parse::<u32>().ok()).unwrap_or(0);
    let quarter_ends = input.kind == RoundKind::Monthly || month.is_multiple_of(3);
    if !crate::progress::edit::is_period(&input.period) || !quarter_ends {
        faults.push(FieldFault::error("period", Rule::NoSuchMonth).with("text", &input.period));
    }
    if !(0..24 * 60).contains(&input.due_minute) {
        faults.push(FieldFault::error("due_minute", Rule::OutOfRange));
    }
    if input.asked.is_empty() {
        faults.push(FieldFault::error("asked", Rule::Required));
    }
    if r.number("select count(*) from round where name = ?", [name])? > 0 {
        faults.push(FieldFault::error("name", Rule::Duplicate));
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

/// What the projects of a round are divided by: the unit's key and its name.
#[must_use]
pub fn unit_of(split: Split, row: &SnapshotRow) -> (String, String) {
    let (key, name) = match split {
        Split::Region => (&row.region, &row.region_name),
        Split::ResponsibleUnit => (&row.responsible_unit, &row.responsible_unit),
    };
    let nobody = || match split {
        Split::Region => "未填属地".to_string(),
        Split::ResponsibleUnit => "未填责任单位".to_string(),
    };
    (key.clone().unwrap_or_default(), name.clone().unwrap_or_else(nobody))
}

fn units(w: &Writer, round: &Round, rows: &[SnapshotRow]) -> Result<Vec<RoundUnit>> {
    let mut found: BTreeMap<String, (String, i64)> = BTreeMap::new();
    for row in rows {
        let (key, name) = unit_of(round.split, row);
        found.entry(key).or_insert((name, 0)).1 += 1;
    }
    let order = crate::people::query::official_order(w)?;
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(|(key, (name, _))| order.place(name, key));
    let unit = |((unit, (name, projects)), place)| RoundUnit {
        id: w.new_id(),
        office: round.office,
        round: round.id,
        unit,
        name,
        place,
        projects,
        state: UnitState::Unsent,
        sent_ms: None,
        sent_hash: None,
        came_ms: None,
        stamped: false,
        note: None,
    };
    Ok(found.into_iter().zip(1..).map(unit).collect())
}

/// What of a round may change while it is open.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveRound {
    pub id: RoundId,
    #[ts(type = "string")]
    pub as_of: chrono::NaiveDate,
    #[ts(type = "string")]
    pub due_on: chrono::NaiveDate,
    pub due_minute: i64,
    pub note: String,
}

pub fn save(w: &mut Writer, input: SaveRound) -> Result<Round> {
    let mut round = open_round(w, input.id)?;
    if !(0..24 * 60).contains(&input.due_minute) {
        return Err(Error::invalid("due_minute", Rule::OutOfRange));
    }
    (round.as_of, round.due_on, round.due_minute) = (input.as_of, input.due_on, input.due_minute);
    round.note = Some(input.note.trim().to_string()).filter(|n| !n.is_empty());
    w.subject(round.name.clone());
    w.put(&round)?;
    Ok(round)
}

/// The round, unless it is closed.
pub fn open_round(r: &Reader, id: RoundId) -> Result<Round> {
    let round: Round = r.get(id)?;
    if round.is_closed() { Err(Error::RoundClosed { name: round.name }) } else { Ok(round) }
}

/// 关账: freezes the round's projects; from now on their reports of this period change only with a reason.
pub fn close(w: &mut Writer, id: RoundId) -> Result<Round> {
    let mut round = open_round(w, id)?;
    let after = TakeSnapshot {
        name: round.name.clone(),
        kind: SnapshotKind::Round,
        period: Some(round.period.clone()),
        as_of: Some(round.as_of),
        note: None,
        projects: Some(super::query::projects(w, &round)?),
    };
    round.after = Some(take(w, after)?.id);
    round.closed_ms = Some(w.now_ms());
    w.subject(round.name.clone());
    w.put(&round)?;
    Ok(round)
}

/// Removes a round that was opened by mistake.
///
/// # Errors
/// `InUse` once a file has come back, or the round is closed.
pub fn remove(w: &mut Writer, id: RoundId) -> Result<bool> {
    let round = open_round(w, id)?;
    let files = w.number("select count(*) from round_file where round = ?", [id.to_string()])?;
    if files > 0 {
        return Err(Error::InUse { what: "round_file", count: files });
    }
    let units: Vec<RoundUnit> = w.all("where round = ? order by place", [id.to_string()])?;
    for unit in units {
        w.remove::<RoundUnit>(unit.id)?;
    }
    if let Some(before) = round.before {
        let rows: Vec<SnapshotRow> = w.all("where snapshot = ? order by place", [before.to_string()])?;
        for row in rows {
            w.remove::<SnapshotRow>(row.id)?;
        }
        w.remove::<crate::snapshot::Snapshot>(before)?;
    }
    w.subject(round.name);
    w.remove::<Round>(id)
}

/// Whether a project belongs to a unit of a round, by the ledger as it is.
#[must_use]
pub fn is_of(unit: &RoundUnit, split: Split, row: &SnapshotRow) -> bool {
    unit_of(split, row).0 == unit.unit
}

/// The projects of one unit among rows.
#[must_use]
pub fn rows_of<'r>(unit: &RoundUnit, split: Split, rows: &'r [SnapshotRow]) -> Vec<&'r SnapshotRow> {
    rows.iter().filter(|row| is_of(unit, split, row)).collect()
}
