//! Writing decisions, targets, and the turn itself: one transaction, one undo.

use super::query::{self, rows};
use super::{TurnDecision, YearDecision, YearTarget, YearTurn, december_before, schedule, turn};
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{ProjectId, YearTargetId};
use crate::people::edit::Save;
use crate::progress::Basis;
use crate::project::check::LARGEST_MONEY;
use crate::round::closed::{CorrectionReason, allow};
use crate::snapshot::{SnapshotKind, edit::TakeSnapshot};
use crate::store::{Reader, Writer};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Decides for some projects at once.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct YearDecide {
    pub year: i64,
    pub projects: Vec<ProjectId>,
    /// Absent: back to the proposal.
    pub decision: Option<TurnDecision>,
    /// Needed where a project is terminated, or takes along another figure than the snapshot's.
    #[serde(default)]
    pub reason: Option<String>,
    /// Whose figure it takes along; absent: the 调度 figure of December.
    #[serde(default)]
    pub prior_basis: Option<Basis>,
    /// That figure, 元; absent: the one the desk knows of that basis.
    #[serde(default)]
    pub prior: Option<i64>,
}

/// The year to turn.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TurnYear {
    pub year: i64,
    /// Needed where a period of the new year is closed already and its reports lack 截至上年底累计.
    #[serde(default)]
    #[ts(optional)]
    pub correction: Option<CorrectionReason>,
}

/// What the turn did.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Turned {
    /// How many projects by decision.
    pub counts: BTreeMap<String, i64>,
    /// Left for a later turn.
    pub undecided: i64,
    /// Lists of the old year that are frozen now.
    pub frozen: i64,
}

pub fn decide(w: &mut Writer, input: YearDecide) -> Result<i64> {
    let reason = crate::text::said(input.reason.as_deref()).map(str::to_string);
    let overrides = input.prior_basis.is_some_and(|b| b != Basis::Dispatch) || input.prior.is_some();
    let mut faults = vec![];
    if reason.is_none() && (input.decision == Some(TurnDecision::Terminated) || overrides) {
        faults.push(FieldFault::error("reason", Rule::Required));
    }
    match input.prior {
        Some(v) if v < 0 => faults.push(FieldFault::error("prior", Rule::Negative)),
        Some(v) if v > LARGEST_MONEY => faults.push(FieldFault::error("prior", Rule::TooLarge)),
        _ => {}
    }
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let known = rows(w, input.year)?;
    let mut changed = 0;
    for id in &input.projects {
        let row = known.iter().find(|row| row.project == *id).ok_or_else(|| Error::not_found("project", id))?;
        if row.applied {
            return Err(Error::invalid("decision", Rule::StandingNotAllowed));
        }
        changed += i64::from(decide_one(w, &input, row, reason.clone(), overrides)?);
        w.subject(row.name.clone());
    }
    if input.projects.len() != 1 {
        w.subject(input.year.to_string());
    }
    Ok(changed)
}

fn decide_one(
    w: &mut Writer,
    input: &YearDecide,
    row: &query::TurnRow,
    reason: Option<String>,
    overrides: bool,
) -> Result<bool> {
    let key = rusqlite::params![input.year, row.project.to_string()];
    let old: Option<YearDecision> = w.first("where year = ? and project = ? order by id", key)?;
    let Some(decision) = input.decision else {
        return match old {
            Some(old) => w.remove::<YearDecision>(old.id),
            None => Ok(false),
        };
    };
    let basis = overrides.then(|| input.prior_basis.unwrap_or(Basis::Dispatch));
    let prior = match basis {
        None => None,
        Some(Basis::Statistics) => input.prior.or(row.statistics_prior),
        Some(_) => input.prior.or(row.dispatch_prior),
    };
    if basis.is_some() && prior.is_none() {
        return Err(Error::invalid("prior", Rule::Required));
    }
    let office = w.office()?;
    w.put(&YearDecision {
        id: old.map_or_else(|| w.new_id(), |o| o.id),
        office,
        project: row.project,
        year: input.year,
        decision,
        done_prior: prior,
        prior_basis: basis,
        reason,
        applied: false,
    })?;
    Ok(true)
}

/// Turns the year: freezes the old one, carries out every decision that was not yet, and says what is left.
///
/// # Errors
/// `Invalid` where the year lies too far ahead or there is nobody to carry over; `PeriodClosed` where a closed period's
/// report gets a figure and nobody said why and who agreed.
pub fn turn(w: &mut Writer, input: TurnYear) -> Result<Turned> {
    let year = input.year;
    allow(w, input.correction)?;
    if december_before(year) > w.today().format("%Y-%m").to_string() {
        return Err(Error::invalid("year", Rule::YearOutOfRange));
    }
    let known: Vec<_> = rows(w, year)?.into_iter().filter(|row| !row.applied).collect();
    if known.is_empty() {
        return Err(Error::invalid("year", Rule::Required));
    }
    let office = w.office()?;
    let snapshot = freeze_figures(w, year)?;
    let frozen = crate::list::edit::freeze_year(w, year - 1)?;
    let mut counts: BTreeMap<String, i64> = BTreeMap::new();
    let mut undecided = 0;
    for row in &known {
        if row.decision == TurnDecision::Undecided {
            undecided += 1;
            continue;
        }
        turn::apply(w, year, row)?;
        *counts.entry(row.decision.code().into()).or_default() += 1;
        note_applied(w, year, row)?;
    }
    if query::turned(w, year)?.is_none() {
        w.put_new(YearTurn { id: w.new_id(), office, year, turned_on: w.today(), snapshot: Some(snapshot) })?;
    }
    w.subject(year.to_string());
    Ok(Turned { counts, undecided, frozen })
}

fn note_applied(w: &mut Writer, year: i64, row: &query::TurnRow) -> Result<()> {
    let key = rusqlite::params![year, row.project.to_string()];
    let old: Option<YearDecision> = w.first("where year = ? and project = ? order by id", key)?;
    let taken = matches!(row.decision, TurnDecision::Continued | TurnDecision::Prepared);
    w.put(&YearDecision {
        id: old.map_or_else(|| w.new_id(), |o| o.id),
        office: w.office()?,
        project: row.project,
        year,
        decision: row.decision,
        done_prior: row.prior.filter(|_| taken),
        prior_basis: taken.then_some(row.prior_basis),
        reason: row.reason.clone(),
        applied: true,
    })
}

/// The year's own snapshot of December; taken once.
fn freeze_figures(w: &mut Writer, year: i64) -> Result<crate::id::SnapshotId> {
    let known: Option<crate::snapshot::Snapshot> =
        w.first("where kind = 'year' and period = ? order by made_ms, id", [december_before(year)])?;
    if let Some(known) = known {
        return Ok(known.id);
    }
    let taken = crate::snapshot::edit::take(
        w,
        TakeSnapshot {
            name: format!("{}年", year - 1),
            kind: SnapshotKind::Year,
            period: Some(december_before(year)),
            as_of: None,
            note: None,
            projects: None,
        },
    )?;
    Ok(taken.id)
}

/// Saves a target; a new one names its year.
pub fn save_target(w: &mut Writer, input: Save<YearTargetId>) -> Result<YearTarget> {
    let office = w.office()?;
    let old = match input.id {
        Some(id) => w.get(id)?,
        None => blank_target(w.new_id(), office, w),
    };
    let saved: YearTarget = input.set.apply(&old)?;
    let faults = target_faults(w, &saved)?;
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    w.subject(saved.year.to_string());
    w.put(&saved)?;
    Ok(saved)
}

pub fn remove_target(w: &mut Writer, id: YearTargetId) -> Result<bool> {
    w.subject(w.get::<YearTarget>(id)?.year.to_string());
    w.remove::<YearTarget>(id)
}

fn blank_target(id: YearTargetId, office: crate::id::OfficeId, r: &Reader) -> YearTarget {
    YearTarget {
        id,
        office,
        year: i64::from(chrono::Datelike::year(&r.today())),
        list: None,
        document: None,
        count: None,
        total: None,
        plan: None,
        new_starts: None,
        completions: None,
        quarter1: None,
        quarter2: None,
        quarter3: None,
        quarter4: None,
        schedule: None,
    }
}

/// Counts and sums are not negative, quarters do not fall, the schedule holds together, and a year has one target a list.
fn target_faults(r: &Reader, t: &YearTarget) -> Result<Vec<FieldFault>> {
    let mut faults = vec![];
    let numbers = [("count", t.count), ("new_starts", t.new_starts), ("completions", t.completions)];
    let money = [("total", t.total), ("plan", t.plan)];
    let quarters =
        [("quarter1", t.quarter1), ("quarter2", t.quarter2), ("quarter3", t.quarter3), ("quarter4", t.quarter4)];
    for (field, value) in numbers.into_iter().chain(money).chain(quarters) {
        match value {
            Some(v) if v < 0 => faults.push(FieldFault::error(field, Rule::Negative)),
            Some(v) if v > LARGEST_MONEY * 1000 => faults.push(FieldFault::error(field, Rule::TooLarge)),
            _ => {}
        }
    }
    let mut before = 0;
    for (field, value) in quarters {
        let Some(value) = value else { continue };
        if value < before {
            faults.push(FieldFault::error(field, Rule::OutOfRange));
        }
        before = value;
    }
    if let Some(Err(rule)) = t.schedule.as_deref().map(schedule::parse) {
        faults.push(FieldFault::error("schedule", rule).with("text", t.schedule.as_deref().unwrap_or_default()));
    }
    if !(1980..=2100).contains(&t.year) {
        faults.push(FieldFault::error("year", Rule::YearOutOfRange).with("text", t.year));
    }
    let key = rusqlite::params![t.year, t.list.map(|l| l.to_string()), t.id.to_string()];
    if r.number("select count(*) from year_target where year = ?1 and list is ?2 and id <> ?3", key)? > 0 {
        faults.push(FieldFault::error("list", Rule::Duplicate));
    }
    Ok(faults)
}
