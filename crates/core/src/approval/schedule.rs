//! When a project's approvals can be finished, which of them hold it up, and when construction may begin (`rules.md` 14).
//!
//! A forward and a backward pass over the graph of what must come before what; days are working days of the calendar.

mod graph;
mod line;

use super::ask::Needs;
use super::clock::Limit;
use crate::calendar::Calendar;
use chrono::{Datelike, NaiveDate};
use graph::Graph;
use line::{Line, Span};

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
    /// Its clock runs: it ends on its due day, or today where that is past, but no earlier than what should have been there before it
    /// (建筑法 §8: no 施工许可 without the permits it rests on).
    Running { due: NaiveDate },
    /// Finished on the day of the fact.
    Done { on: NaiveDate },
}

/// One item on the time line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned<'t> {
    pub code: &'t str,
    /// The first day it can be accepted; none for one that is accepted or done.
    pub start: Option<NaiveDate>,
    pub finish: NaiveDate,
    /// Working days it may slip before construction, or the end of the list, slips, everything else waiting for what it waits for
    /// now; none for one that is done.
    pub slack: Option<i64>,
    pub critical: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule<'t> {
    /// In the order of the list.
    pub items: Vec<Planned<'t>>,
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
///
/// # Errors
/// [`Circle`] where items that are not done wait for each other.
pub fn schedule<'t>(calendar: &Calendar, today: NaiveDate, tasks: &'t [Task]) -> Result<Schedule<'t>, Circle> {
    schedule_until(calendar, today, tasks, None)
}

/// As [`schedule`], where what must be there before construction is made good by a promised day (一会三函): it may slip until then,
/// whatever comes behind it on the list.
///
/// # Errors
/// As [`schedule`].
pub fn schedule_until<'t>(
    calendar: &Calendar,
    today: NaiveDate,
    tasks: &'t [Task],
    good_by: Option<NaiveDate>,
) -> Result<Schedule<'t>, Circle> {
    let graph = Graph::new(tasks);
    let order = graph.order()?;
    let mut plan = Plan::new(&graph, tasks, Line::new(calendar, today));
    order.iter().for_each(|i| plan.forward(*i as usize));
    let permit = graph.place(CONSTRUCTION_PERMIT).map(|permit| plan.finish[permit]);
    let gate: Vec<usize> = BEFORE_CONSTRUCTION.iter().filter_map(|code| graph.place(code)).collect();
    let construction = permit.and_then(|_| gate.iter().map(|gate| plan.finish[*gate]).max());
    let end = plan.finish.iter().copied().max();
    plan.latest = vec![end.unwrap_or(0); tasks.len()];
    let good_by = good_by.map(|day| plan.line.number(day));
    let latest = construction.map(|day| good_by.map_or(day, |by| by.max(day)));
    gate.iter().for_each(|gate| plan.latest[*gate] = latest.unwrap_or(plan.latest[*gate]));
    if good_by.is_some() {
        plan.formal = graph.closure(&gate);
    }
    plan.line.reach(end.max(latest).unwrap_or(0).max(0));
    order.iter().rev().for_each(|i| plan.backward(*i as usize));
    plan.slip_together();
    let day = |number: Option<i32>| number.map(|number| plan.line.day(number));
    let last = day(end).map_or(today, |end| end.max(today));
    let provisional = (today.year()..=last.year()).any(|year| calendar.provisional(year));
    let items = tasks.iter().enumerate().map(|(i, task)| plan.item(i, &task.code)).collect();
    Ok(Schedule { items, permit: day(permit), construction: day(construction), end: day(end), provisional })
}

/// [`TaskState`] in numbers, and how long what is ahead lasts.
#[derive(Clone, Copy)]
enum Stands {
    Ahead(Span),
    Running(i32),
    Done(i32),
}

impl Stands {
    fn span(self) -> Option<Span> {
        if let Self::Ahead(span) = self { Some(span) } else { None }
    }
}

/// The plan while it is made; days are numbers of its line, every list is by place.
struct Plan<'a, 't> {
    graph: &'a Graph<'t>,
    line: Line<'a>,
    stands: Vec<Stands>,
    start: Vec<i32>,
    finish: Vec<i32>,
    latest: Vec<i32>,
    /// What has a day of its own to be made good by, which nothing behind it draws nearer; empty where there is none.
    formal: Vec<bool>,
    /// Of each group the one that is finished first; of two alike, the one named first.
    drivers: Vec<u32>,
}

impl<'a, 't> Plan<'a, 't> {
    fn new(graph: &'a Graph<'t>, tasks: &[Task], line: Line<'a>) -> Self {
        let stands = |task: &Task| match task.state {
            TaskState::Ahead => Stands::Ahead(Span::of(task.lasts)),
            TaskState::Running { due } => Stands::Running(line.number(due)),
            TaskState::Done { on } => Stands::Done(line.number(on)),
        };
        let (stands, blank) = (tasks.iter().map(stands).collect(), || vec![0; tasks.len()]);
        Self {
            graph,
            stands,
            line,
            start: blank(),
            finish: blank(),
            latest: vec![],
            formal: vec![],
            drivers: vec![0; graph.all_groups()],
        }
    }

    /// The earliest start and finish.
    fn forward(&mut self, i: usize) {
        let finish = match self.stands[i] {
            Stands::Done(on) => on,
            Stands::Running(due) => due.max(self.line.on_or_after(0)).max(self.ready(i)),
            Stands::Ahead(span) => {
                let start = self.ready(i);
                self.start[i] = start;
                // Those of a bundle last as long as the longest of them does from the day they begin.
                let others = self.graph.together(i).iter().filter_map(|other| self.stands[*other as usize].span());
                others.fold(self.line.due(start, span), |end, span| end.max(self.line.due(start, span)))
            }
        };
        // What was handed in late has to be there before it can end.
        let late = self.graph.after(i).iter().map(|before| self.finish[*before as usize]);
        self.finish[i] = late.fold(finish, i32::max);
    }

    /// When one of each group is there.
    fn ready(&mut self, i: usize) -> i32 {
        let mut ready = 0;
        for group in self.graph.groups(i) {
            let members = self.graph.group(group).iter().copied();
            let driver = members.min_by_key(|member| self.finish[*member as usize]).unwrap_or_default();
            self.drivers[group] = driver;
            ready = ready.max(self.finish[driver as usize]);
        }
        ready
    }

    /// The latest finish of what it hangs on that delays neither construction nor the end of the list.
    fn backward(&mut self, i: usize) {
        let finish = self.latest[i];
        for before in self.graph.after(i) {
            draw_nearer(&mut self.latest, &self.formal, i, *before as usize, finish);
        }
        let groups = self.graph.groups(i);
        if groups.is_empty() {
            return;
        }
        let together = self.graph.together(i).iter().map(|other| *other as usize).chain([i]);
        let spans = together.filter_map(|one| self.stands[one].span());
        let start = spans.map(|span| self.line.latest_start(finish, span)).min().unwrap_or(finish);
        for driver in &self.drivers[groups] {
            draw_nearer(&mut self.latest, &self.formal, i, *driver as usize, start);
        }
    }

    /// What is handled as one may slip only together.
    fn slip_together(&mut self) {
        for bundle in self.graph.bundles() {
            let least = bundle.iter().map(|i| self.latest[*i as usize]).min().unwrap_or(0);
            bundle.iter().for_each(|i| self.latest[*i as usize] = least);
        }
    }

    fn item(&self, i: usize, code: &'t str) -> Planned<'t> {
        let (stands, finish) = (self.stands[i], self.finish[i]);
        let open = !matches!(stands, Stands::Done(_));
        let slack = open.then(|| i64::from(self.line.between(finish, self.latest[i])));
        Planned {
            code,
            start: matches!(stands, Stands::Ahead(_)).then(|| self.line.day(self.start[i])),
            finish: self.line.day(finish),
            slack,
            critical: slack.is_some_and(|slack| slack <= 0),
        }
    }
}

/// What `i` waits for has to be there by `day`.
fn draw_nearer(latest: &mut [i32], formal: &[bool], i: usize, before: usize, day: i32) {
    if formal.is_empty() || !formal[before] || formal[i] {
        latest[before] = latest[before].min(day);
    }
}

#[cfg(test)]
mod tests;
