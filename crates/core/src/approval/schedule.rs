//! When a project's approvals can be finished, which of them hold it up, and when construction may begin (`rules.md` 14).
//!
//! A forward and a backward pass over the graph of what must come before what; days are working days of the calendar.

use super::ask::Needs;
use super::clock::{Limit, Unit, due_on};
use crate::calendar::{Calendar, yesterday};
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};
use ts_rs::TS;

/// 施工许可证核发.
pub const CONSTRUCTION_PERMIT: &str = "C05";

/// What must be there before ground is broken: 施工许可 (建筑法 §7), 环评 (环境影响评价法 §25), 节能审查 (节约能源法 §15), 水土保持方案 (水土保持法 §26), 危化安全设施设计审查 (安全生产法 §33).
pub const BEFORE_CONSTRUCTION: &[&str] = &[CONSTRUCTION_PERMIT, "P02", "P03", "P05", "P06", "P07", "C12"];

/// One item of the project's list, as the schedule sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub code: String,
    pub needs: Needs,
    /// What may be handed in after it began (容缺): it ends no earlier than these.
    pub after: Vec<String>,
    /// Those with one name are handled as one: they begin when all can, and last as long as the longest.
    pub bundle: Option<String>,
    /// How long it takes once it can begin: [`super::template::Item::duration`], or what the project agreed.
    pub lasts: Limit,
    pub state: TaskState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskState {
    /// Not accepted yet: it waits for what must come before.
    Ahead,
    /// Its clock runs, whatever else is missing: it ends on its due day, or today where that is past.
    Running { due: NaiveDate },
    /// Finished on the day of the fact.
    Done { on: NaiveDate },
}

/// One item on the time line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Planned {
    pub code: String,
    /// The first day it can be accepted; none for one that is accepted or done.
    pub start: Option<NaiveDate>,
    pub finish: NaiveDate,
    /// Working days it may slip before construction, or the end of the list, slips; none for one that is done.
    pub slack: Option<i64>,
    pub critical: bool,
    /// What it waits for: of each group the item that is there first.
    pub waits_for: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Schedule {
    /// In the order of the list.
    pub items: Vec<Planned>,
    /// The day of 施工许可证; none where the list has no such item.
    pub permit: Option<NaiveDate>,
    /// The first day on which construction may lawfully begin; none where the list has no 施工许可.
    pub construction: Option<NaiveDate>,
    /// The last day of the list; none for an empty list.
    pub end: Option<NaiveDate>,
    /// A year on the way has no holiday notice yet.
    pub provisional: bool,
}

/// The items wait for each other in a circle, named in order.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("these approvals wait for each other: {}", .0.join(" → "))]
pub struct Circle(pub Vec<String>);

/// Plans every item from `today` on. What an item needs and the list does not have is ignored.
pub fn schedule(calendar: &Calendar, today: NaiveDate, tasks: &[Task]) -> Result<Schedule, Circle> {
    let tasks = &bundled(calendar, today, tasks);
    let graph = Graph::new(tasks);
    let order = graph.order()?;
    let mut plan = Plan { calendar, today, tasks, graph, items: vec![] };
    plan.forward(&order);
    let first = |codes: &[&str]| plan.items.iter().filter(|i| codes.contains(&i.code.as_str())).map(|i| i.finish).max();
    let permit = first(&[CONSTRUCTION_PERMIT]);
    let construction = permit.and_then(|_| first(BEFORE_CONSTRUCTION));
    let end = plan.items.iter().map(|item| item.finish).max();
    plan.backward(&order, construction, end);
    plan.share_slack();
    let last = end.map_or(today, |end| end.max(today));
    let provisional = (today.year()..=last.year()).any(|year| calendar.provisional(year));
    Ok(Schedule { items: plan.items, permit, construction, end, provisional })
}

/// Those of a bundle that are still ahead wait for all that any of them waits for, but not for each other.
fn bundled(calendar: &Calendar, today: NaiveDate, tasks: &[Task]) -> Vec<Task> {
    let mut out = tasks.to_vec();
    let names: BTreeSet<&str> = tasks.iter().filter_map(|task| task.bundle.as_deref()).collect();
    for name in names {
        let of = |task: &&Task| task.state == TaskState::Ahead && task.bundle.as_deref() == Some(name);
        let members: Vec<&Task> = tasks.iter().filter(of).collect();
        let inside = |code: &String| members.iter().any(|member| member.code == *code);
        let groups = members.iter().flat_map(|member| member.needs.0.iter());
        let needs: BTreeSet<&Vec<String>> = groups.filter(|group| !group.iter().any(inside)).collect();
        let after: BTreeSet<&String> =
            members.iter().flat_map(|member| member.after.iter()).filter(|code| !inside(code)).collect();
        let longest = members.iter().map(|member| member.lasts).max_by_key(|lasts| due_on(calendar, today, *lasts));
        for task in out.iter_mut().filter(|task| inside(&task.code)) {
            task.needs = Needs(needs.iter().copied().cloned().collect());
            task.after = after.iter().copied().cloned().collect();
            task.lasts = longest.unwrap_or(task.lasts);
        }
    }
    out
}

/// The tasks by position: of each what it needs, group by group, what it cannot end before, and what hangs on it.
struct Graph<'a> {
    tasks: &'a [Task],
    needs: Vec<Vec<Vec<usize>>>,
    after: Vec<Vec<usize>>,
    needed_by: Vec<Vec<usize>>,
}

impl<'a> Graph<'a> {
    fn new(tasks: &'a [Task]) -> Self {
        let at: HashMap<&str, usize> = tasks.iter().enumerate().map(|(i, task)| (task.code.as_str(), i)).collect();
        let present = |group: &Vec<String>| group.iter().filter_map(|code| at.get(code.as_str()).copied()).collect();
        let groups = |task: &Task| task.needs.0.iter().map(present).filter(|g: &Vec<usize>| !g.is_empty()).collect();
        let needs: Vec<Vec<Vec<usize>>> = tasks.iter().map(groups).collect();
        let mut needed_by = vec![vec![]; tasks.len()];
        let after: Vec<Vec<usize>> = tasks
            .iter()
            .map(|task| task.after.iter().filter_map(|code| at.get(code.as_str()).copied()).collect())
            .collect();
        for (i, groups) in needs.iter().enumerate() {
            groups.iter().flatten().chain(&after[i]).for_each(|before| needed_by[*before].push(i));
        }
        Self { tasks, needs, after, needed_by }
    }

    /// Everything a task hangs on.
    fn before(&self, i: usize) -> impl Iterator<Item = usize> {
        self.needs[i].iter().flatten().chain(&self.after[i]).copied()
    }

    /// Every task behind all that it needs.
    fn order(&self) -> Result<Vec<usize>, Circle> {
        let mut missing: Vec<usize> = (0..self.tasks.len()).map(|i| self.before(i).count()).collect();
        let mut order: Vec<usize> = (0..self.tasks.len()).filter(|i| missing[*i] == 0).collect();
        let mut next = 0;
        while let Some(&i) = order.get(next) {
            next += 1;
            for &after in &self.needed_by[i] {
                missing[after] -= 1;
                if missing[after] == 0 {
                    order.push(after);
                }
            }
        }
        if order.len() == self.tasks.len() { Ok(order) } else { Err(self.circle(&missing)) }
    }

    /// Whoever still misses something needs one that misses something: following them must come round.
    fn circle(&self, missing: &[usize]) -> Circle {
        let mut walked: Vec<usize> = vec![];
        let mut here = missing.iter().position(|n| *n > 0).unwrap_or_default();
        while !walked.contains(&here) {
            walked.push(here);
            here = self.before(here).find(|before| missing[*before] > 0).unwrap_or(here);
        }
        let begin = walked.iter().position(|i| *i == here).unwrap_or_default();
        let mut codes: Vec<String> = walked[begin..].iter().rev().map(|i| self.tasks[*i].code.clone()).collect();
        codes.extend(codes.first().cloned());
        Circle(codes)
    }
}

struct Plan<'a> {
    calendar: &'a Calendar,
    today: NaiveDate,
    tasks: &'a [Task],
    graph: Graph<'a>,
    items: Vec<Planned>,
}

impl Plan<'_> {
    /// The earliest start and finish of each.
    fn forward(&mut self, order: &[usize]) {
        let blank = |task: &Task| Planned {
            code: task.code.clone(),
            start: None,
            finish: self.today,
            slack: None,
            critical: false,
            waits_for: vec![],
        };
        self.items = self.tasks.iter().map(blank).collect();
        for &i in order {
            let drivers = self.drivers(i);
            let (start, finish) = self.dates(i, &drivers);
            // What was handed in late has to be there before it can end; what is finished is finished.
            let open = !matches!(self.tasks[i].state, TaskState::Done { .. });
            let late = self.graph.after[i].iter().map(|before| self.items[*before].finish).max();
            let finish = late.filter(|_| open).map_or(finish, |late| finish.max(late));
            let waits_for = match self.tasks[i].state {
                TaskState::Ahead => drivers.iter().map(|before| self.tasks[*before].code.clone()).collect(),
                _ => vec![],
            };
            self.items[i] = Planned { start, finish, waits_for, ..self.items[i].clone() };
        }
    }

    /// Of each group the first to be finished; of two alike, the one named first.
    fn drivers(&self, i: usize) -> Vec<usize> {
        let groups = self.graph.needs[i].iter();
        groups.filter_map(|group| group.iter().copied().min_by_key(|before| self.items[*before].finish)).collect()
    }

    fn dates(&self, i: usize, drivers: &[usize]) -> (Option<NaiveDate>, NaiveDate) {
        match self.tasks[i].state {
            TaskState::Done { on } => (None, on),
            TaskState::Running { due } => (None, due.max(self.calendar.on_or_after(self.today))),
            TaskState::Ahead => {
                let ready = drivers.iter().map(|before| self.items[*before].finish).max();
                let start = ready.map_or(self.today, |day| day.max(self.today));
                (Some(start), due_on(self.calendar, start, self.tasks[i].lasts))
            }
        }
    }

    /// The latest finish of each that delays neither construction nor the end of the list.
    fn backward(&mut self, order: &[usize], construction: Option<NaiveDate>, end: Option<NaiveDate>) {
        let end = end.unwrap_or(self.today);
        let gate = |task: &Task| construction.filter(|_| BEFORE_CONSTRUCTION.contains(&task.code.as_str()));
        let mut latest: Vec<NaiveDate> = self.tasks.iter().map(|task| gate(task).unwrap_or(end)).collect();
        for &i in order.iter().rev() {
            if !matches!(self.tasks[i].state, TaskState::Done { .. }) {
                for &before in &self.graph.after[i] {
                    latest[before] = latest[before].min(latest[i]);
                }
            }
            if self.tasks[i].state != TaskState::Ahead {
                continue;
            }
            let start = self.latest_start(latest[i], self.tasks[i].lasts);
            for before in self.drivers(i) {
                latest[before] = latest[before].min(start);
            }
        }
        for (i, item) in self.items.iter_mut().enumerate() {
            let done = matches!(self.tasks[i].state, TaskState::Done { .. });
            item.slack = (!done).then(|| self.calendar.working_between(item.finish, latest[i]));
            item.critical = item.slack.is_some_and(|slack| slack <= 0);
        }
    }

    /// What is handled as one may slip only together.
    fn share_slack(&mut self) {
        let mut least: HashMap<&str, i64> = HashMap::new();
        let tasks = self.tasks;
        let of = |i: usize| tasks[i].bundle.as_deref().filter(|_| tasks[i].state == TaskState::Ahead);
        for (i, item) in self.items.iter().enumerate() {
            if let (Some(name), Some(slack)) = (of(i), item.slack) {
                least.entry(name).and_modify(|least| *least = slack.min(*least)).or_insert(slack);
            }
        }
        for (i, item) in self.items.iter_mut().enumerate() {
            if let Some(slack) = of(i).and_then(|name| least.get(name)) {
                (item.slack, item.critical) = (Some(*slack), *slack <= 0);
            }
        }
    }

    /// The last day from which the limit still ends by `finish`.
    fn latest_start(&self, finish: NaiveDate, lasts: Limit) -> NaiveDate {
        let last = self.calendar.on_or_before(finish);
        match lasts.unit {
            Unit::Calendar => last.checked_sub_days(Days::new(lasts.days().into())).unwrap_or(NaiveDate::MIN),
            Unit::Working => {
                (0..lasts.days()).fold(last, |day, n| {
                    let before = yesterday(day);
                    // The day before the first counted day need not be worked itself.
                    if n + 1 == lasts.days() { before } else { self.calendar.on_or_before(before) }
                })
            }
        }
    }
}

#[cfg(test)]
mod tests;
