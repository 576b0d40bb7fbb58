//! Days a project's approvals lost, each charged to who had the step in hand.
//!
//! Beyond the limit that binds it is the unit's (of two, the one that had it then); between the day all was there and the day it was handed in, in 补正, it is the applicant's;
//! a stop is whose its reason names: the applicant's, the unit's or a third party's (`StopKind::party`).

use super::clock::{Party, Unit};
use super::hand;
use super::query::{Checklist, Listed, Pause};
use crate::calendar::Calendar;
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
    /// Of `unit`: the same days the panel and the steps tell.
    pub days: i64,
    pub unit: Unit,
    /// It holds up the start of construction.
    pub critical: bool,
}

/// Every loss up to `today`, the largest first.
#[must_use]
pub fn charges(calendar: &Calendar, list: &Checklist, today: NaiveDate) -> Vec<Charge> {
    let needed = |item: &&Listed| item.waived.is_none() && item.state.counts();
    let mut found: Vec<Charge> =
        list.items.iter().filter(needed).flat_map(|item| of_item(calendar, list, item, today)).collect();
    found.sort_by(|a, b| b.days.cmp(&a.days).then_with(|| a.item.cmp(&b.item)));
    found
}

fn of_item(calendar: &Calendar, list: &Checklist, item: &Listed, today: NaiveDate) -> Vec<Charge> {
    let unit = || {
        let own = item.approval.as_ref().and_then(|approval| approval.holder.clone());
        let english = own.clone().unwrap_or_else(|| item.department_en.clone());
        (own.or_else(|| Some(item.department.clone())), Some(english))
    };
    let charge = |loss, days: i64| {
        let applicant = loss != Loss::Overdue;
        let (holder, holder_en) = if applicant { (None, None) } else { unit() };
        Charge {
            item: item.code.clone(),
            name: item.name.clone(),
            name_en: item.name_en.clone(),
            loss,
            holder,
            holder_en,
            applicant,
            third: false,
            days,
            unit: Unit::Working,
            critical: item.critical,
        }
    };
    let until = item.decided_on.unwrap_or(today);
    let between = |from: NaiveDate, to: NaiveDate| calendar.working_between(from, to).max(0);
    let mut found = vec![];
    let binding = item.promised.as_ref().or(item.statutory.as_ref());
    if let Some(due) = item.accepted_on.and(binding).and_then(|limit| limit.due_on) {
        let of_opinion = outstanding(calendar, item, due, until);
        let unit = item.opinion.as_ref().map(|opinion| opinion.holder.clone());
        found.push(Charge { holder: unit.clone(), holder_en: unit, ..charge(Loss::Overdue, of_opinion) });
        found.push(charge(Loss::Overdue, between(due, until) - of_opinion));
    }
    if let Some(ready) = ready_on(list, item) {
        found.push(charge(Loss::NotHandedIn, between(ready, item.submitted_on.or(item.accepted_on).unwrap_or(today))));
    }
    found.push(charge(Loss::Correcting, paused(item, |pause| pause.kind.is_none())));
    let stops = item.pauses.iter().filter(|pause| pause.kind.is_some());
    let whose: BTreeSet<_> = stops.map(|stop| (stop.party, stop.examiner.as_deref(), stop.unit)).collect();
    for (party, examiner, counts) in whose {
        let (holder, holder_en) = match party {
            Party::Applicant => (None, None),
            Party::Unit => unit(),
            Party::Third => Some(hand::third(examiner)).unzip(),
        };
        let same = |pause: &&Pause| (pause.party, pause.examiner.as_deref(), pause.unit) == (party, examiner, counts);
        let days = paused(item, |pause| pause.kind.is_some() && same(pause));
        let (applicant, third) = (party == Party::Applicant, party == Party::Third);
        found.push(Charge { holder, holder_en, applicant, third, unit: counts, ..charge(Loss::Stopped, days) });
    }
    found.retain(|charge| charge.days > 0);
    found
}

/// Working days past the due day while the opinion of a second unit was outstanding: those are that unit's.
fn outstanding(calendar: &Calendar, item: &Listed, due: NaiveDate, until: NaiveDate) -> i64 {
    let Some(opinion) = &item.opinion else { return 0 };
    let end = until.max(due);
    let asked = opinion.asked_on.unwrap_or(due).clamp(due, end);
    calendar.working_between(asked, opinion.there_on.unwrap_or(end).clamp(asked, end))
}

/// Days of the pauses that fit, together.
fn paused(item: &Listed, fits: impl Fn(&&Pause) -> bool) -> i64 {
    item.pauses.iter().filter(fits).map(|pause| pause.days).sum()
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
