//! Days a project's approvals lost, each charged to who had the step in hand.
//!
//! Beyond the limit that binds it is the unit's (of two, the one that had it then); between the day all was there and the day it was handed in, in 补正, it is the applicant's;
//! a stop is whose its reason names: the applicant's, the unit's or a third party's (`StopKind::party`). A day is charged once: one
//! that lies in a stop is the stop's, also past the limit.

use super::clock::{Party, Unit};
use super::hand;
use super::query::{Checklist, Listed, Pause};
use super::record::ApprovalStep;
use super::state::State;
use crate::calendar::office::Calendars;
use crate::calendar::{Calendar, tomorrow};
use crate::codes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

codes! {
    /// Why days were lost.
    pub enum Loss {
        /// Beyond the limit.
        Overdue = "overdue",
        /// All that comes before was there, and nothing was handed in.
        NotHandedIn = "not_handed_in",
        /// 补正.
        Correcting = "correcting",
        /// A stop.
        Stopped = "stopped",
    }
}

/// Days lost with one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Charge {
    pub item: String,
    pub name: String,
    pub name_en: String,
    pub loss: Loss,
    /// The unit or the third party; the applicant where `applicant` says so.
    pub holder: Option<String>,
    pub holder_en: Option<String>,
    pub applicant: bool,
    /// Others who inspect, test or review.
    pub third: bool,
    /// Of `unit`: the same days the panel and the steps tell, but for those that are another's.
    pub days: i64,
    pub unit: Unit,
    /// It holds up the start of construction.
    pub critical: bool,
}

/// Every loss up to `today`: those in working days first, of each unit the largest first.
#[must_use]
pub fn charges(calendars: &Calendars, list: &Checklist, today: NaiveDate) -> Vec<Charge> {
    let needed = |item: &&Listed| item.waived.is_none() && item.state.counts();
    let mut found: Vec<Charge> =
        list.items.iter().filter(needed).flat_map(|item| of_item(calendars, list, item, today)).collect();
    found.sort_by(|a, b| (a.unit, -a.days, &a.item, a.loss).cmp(&(b.unit, -b.days, &b.item, b.loss)));
    found
}

/// A span of lost days: its first and last day, and whose they are.
struct Span<'a> {
    loss: Loss,
    whose: Whose,
    from: NaiveDate,
    to: NaiveDate,
    unit: Unit,
    calendar: &'a Calendar,
}

/// Who is charged, in Chinese and English.
#[derive(Clone, PartialEq, Eq)]
enum Whose {
    Applicant,
    Unit(String, String),
    Third(String, String),
}

fn of_item(calendars: &Calendars, list: &Checklist, item: &Listed, today: NaiveDate) -> Vec<Charge> {
    let everybody = calendars.everybody();
    let mut spans: Vec<Span> = item.pauses.iter().map(|pause| stood_still(everybody, item, pause, today)).collect();
    spans.extend(not_handed_in(everybody, list, item, today));
    spans.extend(overdue(calendars, item, today));
    let (mut taken, mut found) = (BTreeSet::new(), Vec::<Charge>::new());
    for span in spans {
        let none = charge(item, &span);
        let days = left(&span, &mut taken);
        match found.iter_mut().find(|known| Charge { days: 0, ..(*known).clone() } == none) {
            Some(known) => known.days += days,
            None => found.push(Charge { days, ..none }),
        }
    }
    found.retain(|charge| charge.days > 0);
    found
}

/// Its days that no span before it has; they are taken then.
fn left(span: &Span, taken: &mut BTreeSet<NaiveDate>) -> i64 {
    let (mut day, mut days) = (span.from, 0);
    while day <= span.to && day < NaiveDate::MAX {
        if (span.unit == Unit::Calendar || span.calendar.is_working(day)) && taken.insert(day) {
            days += 1;
        }
        day = tomorrow(day);
    }
    days
}

/// What a span charges, before its days are counted.
fn charge(item: &Listed, span: &Span) -> Charge {
    let (holder, holder_en) = match span.whose.clone() {
        Whose::Applicant => (None, None),
        Whose::Unit(name, name_en) | Whose::Third(name, name_en) => (Some(name), Some(name_en)),
    };
    Charge {
        item: item.code.clone(),
        name: item.name.clone(),
        name_en: item.name_en.clone(),
        loss: span.loss,
        holder,
        holder_en,
        applicant: span.whose == Whose::Applicant,
        third: matches!(span.whose, Whose::Third(..)),
        days: 0,
        unit: span.unit,
        critical: item.critical,
    }
}

/// The unit that gives the certificate.
fn certifier(item: &Listed) -> Whose {
    Whose::Unit(item.unit.clone(), item.unit_en.clone())
}

/// A pause, as the steps tell of it: of a stop its first day is one of it, of 补正 the day it was told is not.
fn stood_still<'a>(calendar: &'a Calendar, item: &Listed, pause: &Pause, today: NaiveDate) -> Span<'a> {
    let whose = match pause.party {
        Party::Applicant => Whose::Applicant,
        Party::Unit => certifier(item),
        Party::Third => {
            let (name, name_en) = hand::third(pause.examiner.as_deref());
            Whose::Third(name, name_en)
        }
    };
    let (loss, from) = match pause.kind {
        Some(_) => (Loss::Stopped, pause.from),
        None => (Loss::Correcting, tomorrow(pause.from)),
    };
    Span { loss, whose, from, to: pause.to.unwrap_or_else(|| today.max(pause.from)), unit: pause.unit, calendar }
}

/// From the day all was there to the day it was handed in. What an earlier round took is not counted again; one that was granted
/// and is applied for anew, as for a change, is in nobody's way.
fn not_handed_in<'a>(calendar: &'a Calendar, list: &Checklist, item: &Listed, today: NaiveDate) -> Option<Span<'a>> {
    let round = |state: State| state.is_done() || state.is_failed();
    let begun = item.submitted_on.or(item.accepted_on);
    if begun.is_none() && (item.under_way || item.untold) {
        // Handed in, on a day nobody told.
        return None;
    }
    let before = |step: &&ApprovalStep| begun.or(item.decided_on).is_none_or(|on| step.happened_on < on);
    let earlier = item.steps.iter().filter(before).rfind(|step| round(step.state));
    let ready = ready_on(list, item)?;
    let from = match earlier {
        Some(step) if step.state.is_done() || step.is_undated() => return None,
        Some(step) => ready.max(step.happened_on),
        None => ready,
    };
    let told = item.pauses.iter().map(|pause| pause.from).find(|on| *on > from);
    let ends = [begun, item.decided_on, told].into_iter().flatten().min();
    let (from, to) = (tomorrow(from), ends.unwrap_or(today));
    Some(Span { loss: Loss::NotHandedIn, whose: Whose::Applicant, from, to, unit: Unit::Working, calendar })
}

/// What lies past the day that binds, on the unit's own calendar: the second unit's while its opinion was outstanding, then the
/// unit's that gives the certificate.
fn overdue<'a>(calendars: &'a Calendars, item: &Listed, today: NaiveDate) -> Vec<Span<'a>> {
    let Some(due) = item.ends_on else { return vec![] };
    let calendar = calendars.of_unit(Some(&item.unit));
    if item.untold && !item.under_way {
        // Decided, on a day nobody told.
        return vec![];
    }
    let until = item.decided_on.unwrap_or(today);
    let span = |whose, after, to| Span {
        loss: Loss::Overdue,
        whose,
        from: tomorrow(after),
        to,
        unit: Unit::Working,
        calendar,
    };
    let of_opinion = item.opinion.as_ref().map(|opinion| {
        let (asked, there) = (opinion.asked_on.unwrap_or(due), opinion.there_on.unwrap_or(until));
        span(Whose::Unit(opinion.holder.clone(), opinion.holder.clone()), due.max(asked), until.min(there))
    });
    of_opinion.into_iter().chain([span(certifier(item), due, until)]).collect()
}

/// The day the last thing it waits for was there; nothing while one is missing, or where nothing comes before.
fn ready_on(list: &Checklist, item: &Listed) -> Option<NaiveDate> {
    let done = |code: &String| {
        let before = list.items.iter().find(|other| other.code == *code).filter(|other| other.done)?;
        before.decided_on
    };
    let among = |group: &&Vec<String>| group.iter().any(|code| list.items.iter().any(|other| other.code == *code));
    let groups: Vec<&Vec<String>> = item.needs.iter().filter(among).collect();
    let days: Vec<NaiveDate> = groups.iter().filter_map(|group| group.iter().filter_map(done).min()).collect();
    if days.len() == groups.len() { days.into_iter().max() } else { None }
}

#[cfg(test)]
mod tests;
