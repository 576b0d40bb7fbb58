//! What a project's approvals will take by the office's own experience: the middle and the 80 % of what its decided ones took.
//!
//! `product.md` (Approvals): the forecast range comes from the office's own history; where there is too little of it, that is said
//! and the limits stand in.

use super::clock::Limit;
use super::delay::{Charge, charges};
use super::figures::used;
use super::hand::counts_by;
use super::query::{Checklist, Listed, checklist, task};
use super::running::{Folded, folded};
use super::schedule::{Task, TaskState, schedule};
use crate::calendar::Calendar;
use crate::count::number;
use crate::error::Result;
use crate::id::ProjectId;
use crate::store::Reader;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// Fewer decided approvals than this are no experience.
pub const ENOUGH: usize = 5;

/// What decided approvals of one item took, in working days from acceptance to decision, stops left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Usual {
    pub item: String,
    pub count: i64,
    /// Half of them took no longer.
    pub median_days: u16,
    /// Four of five took no longer.
    pub most_days: u16,
    /// Too few to rely on: the limit is counted with instead.
    pub thin: bool,
}

/// A project's forecast by experience.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Forecast {
    /// 施工许可 and the earliest lawful start of construction, with what half and with what four of five took.
    pub permit: Range,
    pub start: Range,
    /// By the limits, as on the checklist.
    #[ts(type = "string | null")]
    pub start_by_limits: Option<NaiveDate>,
    /// Of the items still open.
    pub usual: Vec<Usual>,
    /// Open items counted with experience, and with their limit.
    pub by_experience: i64,
    pub by_limit: i64,
    /// Days lost, by who had the step in hand.
    pub charges: Vec<Charge>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ForecastRange")]
pub struct Range {
    #[ts(type = "string | null")]
    pub median: Option<NaiveDate>,
    #[ts(type = "string | null")]
    pub most: Option<NaiveDate>,
}

/// The smallest value that so many of ten do not exceed (nearest rank).
///
/// `sorted` is not empty.
fn rank(sorted: &[u16], of_ten: usize) -> u16 {
    sorted[(sorted.len() * of_ten).div_ceil(10).max(1) - 1]
}

/// Experience from days taken.
#[must_use]
pub fn usual(item: &str, mut days: Vec<u16>) -> Option<Usual> {
    days.sort_unstable();
    let count = i64::try_from(days.len()).unwrap_or(i64::MAX);
    (!days.is_empty()).then(|| Usual {
        item: item.into(),
        count,
        median_days: rank(&days, 5),
        most_days: rank(&days, 8),
        thin: days.len() < ENOUGH,
    })
}

/// Experience of the whole desk, by item.
pub fn experience(r: &Reader) -> Result<HashMap<String, Usual>> {
    let (calendars, units) = (r.calendars()?, r.answering()?);
    let mut taken: HashMap<String, Vec<u16>> = HashMap::new();
    for one in folded(r)?.iter().filter(|one| one.standing.state.is_done()) {
        let calendar = calendars.of_unit(Some(&counts_by(one.item, &one.approval, units)));
        if let Some(days) = took(calendar, one) {
            taken.entry(one.item.code.clone()).or_default().push(days);
        }
    }
    Ok(taken.into_iter().filter_map(|(item, days)| Some((item.clone(), usual(&item, days)?))).collect())
}

fn took(calendar: &Calendar, one: &Folded) -> Option<u16> {
    let (accepted, decided) = one.standing.accepted.zip(one.standing.decided)?;
    u16::try_from(used(calendar, accepted, decided, &one.standing)).ok()
}

pub fn forecast(r: &Reader, project: ProjectId) -> Result<Forecast> {
    let list = checklist(r, project)?;
    let experience = experience(r)?;
    let calendars = r.calendars()?;
    let calendar = calendars.everybody();
    let today = r.today();
    let open: Vec<&Listed> = list.items.iter().filter(|item| item.waived.is_none() && !item.done).collect();
    let known = |item: &Listed| experience.get(&item.code).filter(|usual| !usual.thin);
    let by_experience = open.iter().filter(|item| known(item).is_some()).count();
    let (median, most) = (
        pass(calendar, &list, today, |item| known(item).map(|usual| usual.median_days)),
        pass(calendar, &list, today, |item| known(item).map(|usual| usual.most_days)),
    );
    Ok(Forecast {
        permit: Range { median: median.0, most: most.0 },
        start: Range { median: median.1, most: most.1 },
        start_by_limits: list.start_on,
        usual: open.iter().filter_map(|item| experience.get(&item.code).cloned()).collect(),
        by_experience: number(by_experience),
        by_limit: number(open.len() - by_experience),
        charges: charges(calendars, &list, today),
    })
}

/// 施工许可 and start of construction, where items take so many days; nothing where they wait for each other.
fn pass(
    calendar: &Calendar,
    list: &Checklist,
    today: NaiveDate,
    days: impl Fn(&Listed) -> Option<u16>,
) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let task = |item: &Listed| {
        let task = task(item, today);
        let Some(days) = days(item) else { return task };
        let ends = |accepted: NaiveDate| calendar.add_working(accepted, days.into()).max(today);
        let state = match (task.state, item.accepted_on) {
            (TaskState::Running { .. }, Some(accepted)) => TaskState::Running { due: ends(accepted) },
            (state, _) => state,
        };
        Task { lasts: Limit::working(days), state, ..task }
    };
    let tasks: Vec<Task> = list.items.iter().filter(|item| item.waived.is_none()).map(task).collect();
    // Of the letters of 一会三函 there is no experience: they come on their day.
    let plan = schedule(calendar, today, &tasks);
    plan.map_or((None, list.start_by(None)), |plan| (plan.permit, list.start_by(plan.construction)))
}

#[cfg(test)]
mod tests;
