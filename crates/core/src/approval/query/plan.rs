//! A checklist on the time line.

use super::{Checklist, Listed};
use crate::approval::ask::Needs;
use crate::approval::clock::Limit;
use crate::approval::fast;
use crate::approval::schedule::{self, Task, TaskState};
use crate::calendar::Calendar;
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// Puts every open item on the time line. Items that wait for each other in a circle have no forecast.
pub(in crate::approval) fn forecast(calendar: &Calendar, list: &mut Checklist, today: NaiveDate) {
    let tasks: Vec<Task> = list.items.iter().filter(|i| i.waived.is_none()).map(|i| task(i, today)).collect();
    let good_by = list.fast.as_ref().map(|fast| fast.track.formal_by);
    list.start_on = list.start_by(None);
    let plan = match schedule::schedule_until(calendar, today, &tasks, good_by) {
        Ok(plan) => plan,
        Err(schedule::Circle(codes)) => {
            list.circle = codes;
            return fast::make_good(calendar, list, today);
        }
    };
    (list.permit_on, list.formal_on) = (plan.permit, plan.construction);
    list.start_on = list.start_by(plan.construction);
    for planned in plan.items {
        if let Some(item) = list.items.iter_mut().find(|i| i.code == planned.code && !i.done) {
            item.forecast_on = Some(planned.finish);
            item.begins_on = planned.start;
            item.slack = planned.slack;
            item.critical = planned.critical;
        }
    }
    fast::make_good(calendar, list, today);
}

/// What must be there before construction by law, and what that waits for in turn.
pub(crate) fn before_start(list: &Checklist) -> HashSet<&str> {
    let needs: HashMap<&str, &Vec<Vec<String>>> = list.items.iter().map(|i| (i.code.as_str(), &i.needs)).collect();
    let mut found: HashSet<&str> = HashSet::new();
    let mut open: Vec<&str> =
        schedule::BEFORE_CONSTRUCTION.iter().copied().filter(|code| needs.contains_key(code)).collect();
    while let Some(code) = open.pop() {
        if found.insert(code) {
            let next = needs.get(code).into_iter().flat_map(|groups| groups.iter().flatten());
            open.extend(next.map(String::as_str).filter(|code| needs.contains_key(code)));
        }
    }
    found
}

pub(in crate::approval) fn task(item: &Listed, today: NaiveDate) -> Task {
    let agreed = item.promised.as_ref().map(|p| Limit { half_days: p.half_days, unit: p.unit });
    let state = match (item.done, item.under_way, item.accepted_by) {
        (true, ..) => TaskState::Done { on: item.decided_on.or(item.known_on).unwrap_or(today) },
        (false, true, Some(_)) => TaskState::Running { due: item.due_on.or(item.until).unwrap_or(today) },
        _ => TaskState::Ahead,
    };
    Task {
        code: item.code.clone(),
        needs: Needs(item.needs.clone()),
        after: item.approval.as_ref().map_or(vec![], |a| super::codes(a.lacking_items.as_deref())),
        bundle: item.approval.as_ref().and_then(|a| a.bundle.clone()),
        lasts: agreed.unwrap_or(item.lasts.limit),
        state,
    }
}

/// Tells of what was accepted or granted ahead of its turn what should have been there before. Of alternatives each is told.
pub(super) fn skipped(list: &mut Checklist) {
    let open: HashMap<&str, bool> =
        list.items.iter().filter(|item| item.waived.is_none()).map(|item| (item.code.as_str(), !item.done)).collect();
    let of = |item: &Listed| -> Vec<String> {
        let begun = item.waived.is_none() && (item.done || (item.under_way && item.accepted_by.is_some()));
        let known = |group: &&Vec<String>| group.iter().any(|code| open.contains_key(code.as_str()));
        let none_there = |group: &&Vec<String>| !group.iter().any(|code| open.get(code.as_str()) == Some(&false));
        let groups = item.needs.iter().filter(|_| begun).filter(known).filter(none_there);
        groups.flatten().filter(|code| open.contains_key(code.as_str())).cloned().collect()
    };
    let told: Vec<Vec<String>> = list.items.iter().map(of).collect();
    let before = before_start(list);
    let ahead = list.items.iter().zip(&told).filter(|(item, _)| before.contains(item.code.as_str()));
    let all: HashSet<String> = ahead.flat_map(|(_, codes)| codes.iter().cloned()).collect();
    list.skipped = list.items.iter().map(|item| &item.code).filter(|code| all.contains(*code)).cloned().collect();
    list.items.iter_mut().zip(told).for_each(|(item, codes)| item.skipped = codes);
}
