//! Reminders of due days: five days before, on the day, 14, 28 and 42 days after, then once a month.
//!
//! One that falls on a day off is given on the working day after it, the one before the due day on the working day before.

use super::board::{BoardRow, Heat, in_hand, name, row_ahead, rows_of};
use super::expiry::{self, told_from};
use super::fast::FastTrack;
use super::query::{approval_id, checklist};
use super::record::Approval;
use super::running::standing;
use super::schedule::CONSTRUCTION_PERMIT;
use super::way::{ApprovalWay, Way};
use crate::calendar::office::Calendars;
use crate::calendar::{Calendar, tomorrow};
use crate::codes;
use crate::count::number;
use crate::error::Result;
use crate::id::{ApprovalId, ProjectId};
use crate::project::Project;
use crate::store::Reader;
use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use ts_rs::TS;

codes! {
    /// What falls due.
    pub enum Reminded {
        /// The limit of an approval.
        Due = "due",
        /// The papers promised with 容缺.
        Papers = "papers",
        /// What was pledged with 承诺.
        Pledge = "pledge",
        /// 模拟审批, whose trigger is there: it is to be made formal.
        Formal = "formal",
        /// The formal papers of 一会三函.
        MakeGood = "make_good",
        /// The last day of a certificate: also sixty days before, and thirty, when another term is applied for (行政许可法 §50).
        Expiry = "expiry",
    }
}

/// Days of this span, both included.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct ReminderSpan {
    #[ts(type = "string")]
    pub from: NaiveDate,
    #[ts(type = "string")]
    pub to: NaiveDate,
}

/// One reminder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reminder {
    /// The day it is given.
    #[ts(type = "string")]
    pub on: NaiveDate,
    pub what: Reminded,
    #[ts(type = "string")]
    pub due_on: NaiveDate,
    /// Days from the due day to the day it is given for: −5, 0, 14, 28, 42, then each month more.
    pub after: i64,
    pub row: BoardRow,
}

/// Days after the due day, before it goes on by the month.
const AFTER: [i64; 5] = [-5, 0, 14, 28, 42];

/// The day a reminder is given for: the `n`-th of a due day.
fn nth(due: NaiveDate, n: u32) -> Option<NaiveDate> {
    let at = usize::try_from(n).unwrap_or(usize::MAX);
    if let Some(days) = AFTER.get(at) {
        let shift = Days::new(days.unsigned_abs());
        return if *days < 0 { due.checked_sub_days(shift) } else { due.checked_add_days(shift) };
    }
    let last = due.checked_add_days(Days::new(42))?;
    last.checked_add_months(Months::new(n.saturating_sub(4)))
}

/// The days on which a due day is reminded of, within a span: when it is given, and for how many days after.
#[must_use]
pub fn given(calendar: &Calendar, due: NaiveDate, span: ReminderSpan) -> Vec<(NaiveDate, i64)> {
    let mut found = vec![];
    for n in 0.. {
        let Some(day) = nth(due, n) else { break };
        let on = if day < due { calendar.on_or_before(day) } else { calendar.on_or_after(day) };
        // Months later they only come later.
        if day > span.to {
            break;
        }
        if (span.from..=span.to).contains(&on) {
            found.push((on, (day - due).num_days()));
        }
    }
    found
}

/// Reminders of the whole desk in a span, those of today's due days first, and how they compare with what is overdue. One approval is
/// told of once a span: the newest.
///
/// What the applicant holds is not reminded of with its unit.
pub fn reminders(r: &Reader, span: ReminderSpan) -> Result<Reminders> {
    let (calendars, held) = (r.calendars()?, in_hand(r)?);
    let mut found = vec![];
    for row in &held {
        let calendar = calendars.of_unit(row.holder.as_deref());
        let due = row.due_on.filter(|_| row.heat != Some(Heat::Applicant)).map(|due| (Reminded::Due, due));
        let papers = row.lacking_by.map(|by| (Reminded::Papers, by));
        for (what, due_on) in due.into_iter().chain(papers) {
            if let Some((on, after)) = given(calendar, due_on, span).pop() {
                found.push(Reminder { on, what, due_on, after, row: row.clone() });
            }
        }
    }
    found.extend(of_ways(r, span)?);
    found.extend(of_letters(r, span)?);
    found.extend(of_certificates(r, span)?);
    found.sort_by(|a, b| (a.due_on, &a.row.item, a.row.approval).cmp(&(b.due_on, &b.row.item, b.row.approval)));
    name(r, &mut found.iter_mut().map(|one| &mut one.row).collect::<Vec<_>>())?;
    Ok(Reminders { count: count(calendars, &found, &held, span), list: found })
}

/// Pledges that fall due, and simulated approvals whose trigger came. A pledge is kept after the approval that was granted on it; one
/// given up asks for nothing.
fn of_ways(r: &Reader, span: ReminderSpan) -> Result<Vec<Reminder>> {
    let calendars = r.calendars()?;
    let mut open: Vec<ApprovalWay> = r.all("where formal_on is null order by begun_on, id", [])?;
    open.retain(|way| way.due_by.is_some() || way.waits_for.is_some());
    let rows = rows_of(r, &open.iter().map(|way| way.approval).collect::<Vec<_>>())?;
    let mut found = vec![];
    for way in &open {
        let Some(row) = rows.get(&way.approval).filter(|row| !row.state.is_failed()) else { continue };
        let ahead = !row.state.is_done();
        let trigger = match way.waits_for.as_ref().filter(|_| ahead) {
            Some(code) => decided(r, way.project, code)?,
            None => None,
        };
        let pledge = way.due_by.filter(|_| ahead || way.way == Way::Pledge).map(|by| (Reminded::Pledge, by));
        for (what, due_on) in pledge.into_iter().chain(trigger.map(|on| (Reminded::Formal, on))) {
            // Nothing is told of a trigger before it came.
            let later = |(_, after): &(NaiveDate, i64)| what == Reminded::Pledge || *after >= 0;
            let days = given(calendars.everybody(), due_on, span);
            if let Some((on, after)) = days.into_iter().rfind(later) {
                found.push(Reminder { on, what, due_on, after, row: row.clone() });
            }
        }
    }
    Ok(found)
}

/// The day by which the formal papers of 一会三函 are promised, while some are not there: told with the permit, or the first that lacks.
fn of_letters(r: &Reader, span: ReminderSpan) -> Result<Vec<Reminder>> {
    let mut found = vec![];
    for track in r.all::<FastTrack>("order by formal_by, id", [])? {
        let Some((on, after)) = given(r.calendars()?.everybody(), track.formal_by, span).pop() else { continue };
        // Its project may not be there yet.
        if r.find::<Project>(track.project)?.is_none() {
            continue;
        }
        let open = checklist(r, track.project)?.fast.map_or(vec![], |fast| fast.open);
        let permit = open.iter().find(|code| *code == CONSTRUCTION_PERMIT);
        let Some(code) = permit.or(open.first()) else { continue };
        let Some(row) = row_ahead(r, track.project, code)? else { continue };
        found.push(Reminder { on, what: Reminded::MakeGood, due_on: track.formal_by, after, row });
    }
    Ok(found)
}

/// Certificates whose last day comes near or is past.
fn of_certificates(r: &Reader, span: ReminderSpan) -> Result<Vec<Reminder>> {
    let calendar = r.calendars()?.everybody();
    let ends: Vec<Approval> = r.all("where expires_on is not null and waived is null order by expires_on, id", [])?;
    let mut told = vec![];
    for approval in ends {
        let Some(due_on) = approval.expires_on else { continue };
        let ahead = [expiry::NEAR_DAYS, expiry::RENEW_DAYS].map(|days| (told_from(due_on, days), -days));
        let ahead = ahead.into_iter().map(|(day, after)| (calendar.on_or_before(day), after));
        let within = ahead.filter(|(on, _)| (span.from..=span.to).contains(on));
        let newest = within.chain(given(calendar, due_on, span)).last();
        told.extend(newest.map(|(on, after)| (approval.id, due_on, on, after)));
    }
    let mut rows = rows_of(r, &told.iter().map(|(id, ..)| *id).collect::<Vec<_>>())?;
    let of = told.into_iter().filter_map(|(id, due_on, on, after)| {
        let row = rows.remove(&id).filter(|row| row.state.is_done())?;
        Some(Reminder { on, what: Reminded::Expiry, due_on, after, row })
    });
    Ok(of.collect())
}

/// What is told and what is overdue, in one answer: why the two differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReminderCount {
    /// Reminders of the span.
    pub told: i64,
    /// Approvals on the board that are past their due day.
    pub overdue: i64,
    /// Of those, reminded of in the span.
    pub overdue_told: i64,
    /// The next day on which one of the others is reminded of.
    #[ts(type = "string | null")]
    pub next_on: Option<NaiveDate>,
}

/// The reminders of a span, and how they compare with what is overdue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reminders {
    /// Those of today's due days first.
    pub list: Vec<Reminder>,
    pub count: ReminderCount,
}

fn count(calendars: &Calendars, all: &[Reminder], held: &[BoardRow], span: ReminderSpan) -> ReminderCount {
    let told: HashSet<ApprovalId> =
        all.iter().filter(|one| one.what == Reminded::Due).map(|one| one.row.approval).collect();
    let overdue: Vec<&BoardRow> = held.iter().filter(|row| row.heat == Some(Heat::Overdue)).collect();
    let later =
        ReminderSpan { from: tomorrow(span.to), to: span.to.checked_add_days(Days::new(62)).unwrap_or(span.to) };
    let others = overdue.iter().filter(|row| !told.contains(&row.approval));
    let next = others.filter_map(|row| {
        let calendar = calendars.of_unit(row.holder.as_deref());
        given(calendar, row.due_on?, later).first().map(|(on, _)| *on)
    });
    ReminderCount {
        told: number(all.len()),
        overdue: number(overdue.len()),
        overdue_told: number(overdue.iter().filter(|row| told.contains(&row.approval)).count()),
        next_on: next.min(),
    }
}

/// The day an item of a project was decided in favour.
fn decided(r: &Reader, project: ProjectId, code: &str) -> Result<Option<NaiveDate>> {
    let Some(item) = r.templates()?.item_of(project, code) else { return Ok(None) };
    let standing = standing(r, approval_id(project, code), item.kind)?;
    Ok(standing.decided.filter(|_| standing.state.is_done()))
}

#[cfg(test)]
mod tests;
