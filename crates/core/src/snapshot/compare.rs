//! What differs between two moments of the ledger: added, gone, changed field by field, and the sums by unit.

use super::SnapshotRow;
use super::query::{Moment, rows};
use crate::error::Result;
use crate::id::ProjectId;
use crate::store::{Reader, Record, Value};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use ts_rs::TS;

/// Most lines of one answer.
const LONGEST_WINDOW: usize = 500;

/// Fields whose change is no news by itself: where the row stands, and the code behind a name.
const SILENT: &[&str] = &["snapshot", "project", "place", "region", "parent", "reported", "lists", "plan_year"];

/// Figures that begin anew each year; that they are empty then is no news.
const OF_THE_YEAR: &[&str] = &["done_year", "done_month", "statistics_year"];

/// Which moments to compare, and which part of the answer.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Compare {
    pub from: Moment,
    pub to: Moment,
    #[serde(flatten)]
    pub window: LineWindow,
}

/// Which of the lines that differ.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct LineWindow {
    /// Only this unit's lines; a key from [`Comparison::units`].
    pub unit: Option<String>,
    pub offset: usize,
    pub limit: usize,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Comparison {
    pub added: i64,
    pub gone: i64,
    pub changed: i64,
    pub same: i64,
    /// How many projects changed in which field, most first.
    pub fields: Vec<FieldCount>,
    /// In official order.
    pub units: Vec<UnitSums>,
    pub from: Figures,
    pub to: Figures,
    /// Of all that differ, this window.
    pub lines: Vec<ComparedLine>,
    /// How many lines there are.
    pub count: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldCount {
    pub field: String,
    pub count: i64,
}

/// Sums of the projects that count by themselves, 元.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Figures {
    pub count: i64,
    pub total: i64,
    pub plan: i64,
    pub done_total: i64,
    pub done_year: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitSums {
    /// Code or text of the region; empty where it has none.
    pub key: String,
    pub name: String,
    pub from: Figures,
    pub to: Figures,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LineChange {
    Added,
    Gone,
    Changed,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComparedLine {
    pub project: ProjectId,
    pub name: String,
    pub unit: String,
    pub unit_name: String,
    pub kind: LineChange,
    pub fields: Vec<FieldChange>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldChange {
    pub field: String,
    #[ts(type = "string | number | null")]
    pub old: serde_json::Value,
    #[ts(type = "string | number | null")]
    pub new: serde_json::Value,
}

impl Figures {
    pub fn add(&mut self, row: &SnapshotRow) {
        if row.counted {
            self.count += 1;
            self.total += row.total.unwrap_or(0);
            self.plan += row.plan.unwrap_or(0);
            self.done_total += row.done_total.unwrap_or(0);
            self.done_year += row.done_year.unwrap_or(0);
        }
    }

    /// Adds the sums of another unit.
    pub fn join(&mut self, other: &Self) {
        self.count += other.count;
        self.total += other.total;
        self.plan += other.plan;
        self.done_total += other.done_total;
        self.done_year += other.done_year;
    }

    #[must_use]
    pub fn of(rows: &[SnapshotRow]) -> Self {
        let mut sums = Self::default();
        rows.iter().for_each(|row| sums.add(row));
        sums
    }
}

pub fn compare(r: &Reader, input: &Compare) -> Result<Comparison> {
    between(r, &rows(r, &input.from)?, &rows(r, &input.to)?, &input.window)
}

/// Compares rows that were read before.
pub fn between(r: &Reader, old: &[SnapshotRow], new: &[SnapshotRow], input: &LineWindow) -> Result<Comparison> {
    let lines = lines(old, new);
    let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
    for field in lines.iter().filter(|l| l.kind == LineChange::Changed).flat_map(|l| &l.fields) {
        *counts.entry(&field.field).or_default() += 1;
    }
    let mut fields: Vec<_> =
        counts.into_iter().map(|(field, count)| FieldCount { field: field.into(), count }).collect();
    fields.sort_by_key(|f| std::cmp::Reverse(f.count));
    let of = |kind| i64::try_from(lines.iter().filter(|l| l.kind == kind).count()).unwrap_or(i64::MAX);
    let (added, gone, changed) = (of(LineChange::Added), of(LineChange::Gone), of(LineChange::Changed));
    let same = i64::try_from(new.len()).unwrap_or(i64::MAX) - added - changed;
    let shown = lines.into_iter().filter(|l| input.unit.as_ref().is_none_or(|unit| *unit == l.unit));
    let shown: Vec<_> = shown.collect();
    Ok(Comparison {
        added,
        gone,
        changed,
        same,
        fields,
        units: units(r, old, new)?,
        from: Figures::of(old),
        to: Figures::of(new),
        count: i64::try_from(shown.len()).unwrap_or(i64::MAX),
        lines: shown.into_iter().skip(input.offset).take(input.limit.min(LONGEST_WINDOW)).collect(),
    })
}

/// Every line that differs: what is new or changed in the order of `new`, then what is gone in the order of `old`.
#[must_use]
pub fn lines(old: &[SnapshotRow], new: &[SnapshotRow]) -> Vec<ComparedLine> {
    let before: HashMap<ProjectId, &SnapshotRow> = old.iter().map(|row| (row.project, row)).collect();
    let after: HashMap<ProjectId, &SnapshotRow> = new.iter().map(|row| (row.project, row)).collect();
    let line = |row: &SnapshotRow, kind, fields| ComparedLine {
        project: row.project,
        name: row.name.clone(),
        unit: row.region.clone().unwrap_or_default(),
        unit_name: row.region_name.clone().unwrap_or_default(),
        kind,
        fields,
    };
    let mut out: Vec<_> = new
        .iter()
        .filter_map(|row| match before.get(&row.project) {
            None => Some(line(row, LineChange::Added, vec![])),
            Some(old) => {
                let fields = changes(old, row);
                (!fields.is_empty()).then(|| line(row, LineChange::Changed, fields))
            }
        })
        .collect();
    let gone = old.iter().filter(|row| !after.contains_key(&row.project));
    out.extend(gone.map(|row| line(row, LineChange::Gone, vec![])));
    out
}

/// The fields in which two rows of one project differ.
#[must_use]
pub fn changes(old: &SnapshotRow, new: &SnapshotRow) -> Vec<FieldChange> {
    let fields = SnapshotRow::META.fields.iter().zip(old.values().into_iter().zip(new.values()));
    let emptied = new_year(old, new);
    let news = fields.filter(|(field, (old, new))| {
        old != new && !SILENT.contains(field) && !(emptied && *new == Value::Null && OF_THE_YEAR.contains(field))
    });
    let json = |value: &Value| value.json();
    news.map(|(field, (old, new))| FieldChange { field: (*field).into(), old: json(&old), new: json(&new) }).collect()
}

/// Nothing was reported of the new side's year yet, or its first report says nothing of the year.
fn new_year(old: &SnapshotRow, new: &SnapshotRow) -> bool {
    let year = |row: &SnapshotRow| row.reported.as_deref().and_then(|p| p.get(..4)).map(str::to_string);
    old.reported == new.reported || year(old) != year(new)
}

/// The regions of both moments in official order, each with its sums.
fn units(r: &Reader, old: &[SnapshotRow], new: &[SnapshotRow]) -> Result<Vec<UnitSums>> {
    let mut units: BTreeMap<String, UnitSums> = BTreeMap::new();
    for (rows, is_new) in [(old, false), (new, true)] {
        for row in rows {
            let key = row.region.clone().unwrap_or_default();
            let unit = units.entry(key.clone()).or_insert_with(|| UnitSums {
                key,
                name: row.region_name.clone().unwrap_or_default(),
                from: Figures::default(),
                to: Figures::default(),
            });
            (if is_new { &mut unit.to } else { &mut unit.from }).add(row);
        }
    }
    let order = crate::people::query::official_order(r)?;
    let mut units: Vec<_> = units.into_values().collect();
    units.sort_by_key(|unit| order.place(&unit.name, &unit.key));
    Ok(units)
}
