//! Random lists with alternatives, late papers, bundles, stops, what runs, what is done and what is waived, against a plan made by asking
//! again and again until nothing moves any more.

use super::super::super::clock::tests::office::Office;
use super::super::super::clock::{Stop, StopKind, Unit, due};
use super::*;
use crate::calendar::tests::any_day;
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

/// A list on a day, and what is planned of it by the slow way.
struct Slow<'a> {
    today: NaiveDate,
    tasks: &'a [Task],
}

impl Slow<'_> {
    fn place(&self, code: &str) -> Option<usize> {
        self.tasks.iter().position(|task| task.code == code)
    }

    /// Those handled as one with a task, itself among them.
    fn mates(&self, i: usize) -> Vec<usize> {
        let named = |at: &usize| self.tasks[*at].bundle.is_some() && self.tasks[*at].bundle == self.tasks[i].bundle;
        let ahead = |at: &usize| self.tasks[*at].state == TaskState::Ahead;
        let all = (0..self.tasks.len()).filter(|at| *at == i || (ahead(&i) && named(at) && ahead(at)));
        all.collect()
    }

    /// Whom a task does not wait for though it is said: those it is handled with.
    fn inside(&self, i: usize) -> Vec<usize> {
        let bundled = self.tasks[i].bundle.is_some() && self.tasks[i].state == TaskState::Ahead;
        if bundled { self.mates(i) } else { vec![] }
    }

    /// The groups a task waits for, each by place.
    fn groups(&self, i: usize) -> Vec<Vec<usize>> {
        if matches!(self.tasks[i].state, TaskState::Done { .. }) {
            return vec![];
        }
        let mates = self.mates(i);
        let groups = mates.iter().flat_map(|mate| &self.tasks[*mate].needs.0);
        let groups = groups.map(|group| group.iter().filter_map(|code| self.place(code)).collect::<Vec<_>>());
        let inside = self.inside(i);
        groups.filter(|group| !group.is_empty() && !group.iter().any(|at| inside.contains(at))).collect()
    }

    /// What a task cannot end before, by place.
    fn late(&self, i: usize) -> Vec<usize> {
        if matches!(self.tasks[i].state, TaskState::Done { .. }) {
            return vec![];
        }
        let mates = self.mates(i);
        let late = mates.iter().flat_map(|mate| &self.tasks[*mate].after).filter_map(|code| self.place(code));
        let inside = self.inside(i);
        late.filter(|at| !inside.contains(at)).collect()
    }

    fn hangs(&self, i: usize, on: usize) -> bool {
        self.groups(i).iter().flatten().chain(&self.late(i)).any(|before| *before == on)
    }

    /// Somebody hangs, by whatever way, on itself.
    fn goes_round(&self) -> bool {
        let n = self.tasks.len();
        let mut reach: Vec<Vec<bool>> = (0..n).map(|i| (0..n).map(|on| self.hangs(i, on)).collect()).collect();
        for via in 0..n {
            for i in 0..n {
                for on in 0..n {
                    reach[i][on] |= reach[i][via] && reach[via][on];
                }
            }
        }
        (0..n).any(|i| reach[i][i])
    }

    /// Asks every item when it could be finished if the others were when they last said, until all say the same twice.
    /// Those of `held` are not finished before `until`.
    fn finishes(&self, held: &[usize], until: NaiveDate) -> Vec<NaiveDate> {
        let n = self.tasks.len();
        let known: Vec<_> = (0..n).map(|i| (self.groups(i), self.late(i), self.mates(i))).collect();
        let mut said = vec![day("2013-06-01"); n];
        for _ in 0..=n {
            let ask = |i: usize| {
                let (groups, late, mates) = &known[i];
                let own = match self.tasks[i].state {
                    TaskState::Done { on } => return on,
                    TaskState::Running { due } => {
                        due.max(Office::open().on_or_after(self.today)).max(self.start(groups, &said))
                    }
                    TaskState::Ahead => {
                        let start = self.start(groups, &said);
                        let lasts = mates.iter().map(|mate| Office::open().plain(start, self.tasks[*mate].lasts, 0));
                        lasts.max().unwrap()
                    }
                };
                let own = late.iter().map(|at| said[*at]).fold(own, NaiveDate::max);
                if held.contains(&i) { own.max(until) } else { own }
            };
            let now: Vec<NaiveDate> = (0..n).map(ask).collect();
            if now == said {
                return said;
            }
            said = now;
        }
        panic!("they never agree")
    }

    fn start(&self, groups: &[Vec<usize>], said: &[NaiveDate]) -> NaiveDate {
        let there = groups.iter().map(|group| group.iter().map(|at| said[*at]).min().unwrap());
        there.fold(self.today, NaiveDate::max)
    }

    /// The start of construction and the end of the list.
    fn marks(&self, finishes: &[NaiveDate]) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let gate = |code: &&str| self.place(code).map(|at| finishes[at]);
        let construction = self.place("C05").and_then(|_| BEFORE_CONSTRUCTION.iter().filter_map(gate).max());
        (construction, finishes.iter().max().copied())
    }

    /// The same list, with every choice made as it falls now.
    fn decided(&self) -> Vec<Task> {
        let said = self.finishes(&[], self.today);
        let choose = |group: &Vec<String>| {
            let mut best: Option<(NaiveDate, &String)> = None;
            for code in group {
                if let Some(at) = self.place(code).filter(|at| best.is_none_or(|(on, _)| said[*at] < on)) {
                    best = Some((said[at], code));
                }
            }
            best.map(|(_, code)| vec![code.clone()])
        };
        let one = |(i, task): (usize, &Task)| {
            let inside = |group: &&Vec<String>| {
                !group.iter().any(|code| self.place(code).is_some_and(|at| self.inside(i).contains(&at)))
            };
            Task { needs: Needs(task.needs.0.iter().filter(inside).filter_map(choose).collect()), ..task.clone() }
        };
        self.tasks.iter().enumerate().map(one).collect()
    }
}

/// One line of a random list, before its waived ones are taken out.
#[derive(Clone, Debug)]
struct Row {
    groups: Vec<Vec<usize>>,
    late: Vec<usize>,
    lasts: Limit,
    state: Progress,
    waived: bool,
    bundle: Option<bool>,
}

#[derive(Clone, Debug)]
enum Progress {
    Ahead,
    Done(u64),
    /// Accepted so many days ago, with a limit, days added, and stops that have ended.
    Running(u64, Limit, u16, Vec<(u64, u64, bool)>),
}

fn any_limit(most: u16) -> impl Strategy<Value = Limit> {
    (0..most, any::<bool>())
        .prop_map(|(half_days, plain)| Limit { half_days, unit: if plain { Unit::Calendar } else { Unit::Working } })
}

fn any_row(of: usize) -> impl Strategy<Value = Row> {
    let groups = prop::collection::vec(prop::collection::vec(0..of, 1..=3), 0..4);
    let late = prop::collection::vec(0..of, 0..2);
    let stops = prop::collection::vec((0u64..20, 0u64..8, any::<bool>()), 0..3);
    let running = (0u64..40, any_limit(40), 0u16..5, stops).prop_map(|(n, l, x, s)| Progress::Running(n, l, x, s));
    let state = prop_oneof![6 => Just(Progress::Ahead), 1 => (0u64..60).prop_map(Progress::Done), 1 => running];
    let bundle = prop::option::weighted(0.25, any::<bool>());
    (groups, late, any_limit(24), state, prop::bool::weighted(0.12), bundle)
        .prop_map(|(groups, late, lasts, state, waived, bundle)| Row { groups, late, lasts, state, waived, bundle })
}

/// Some codes stand before construction, some do not.
fn code(i: usize) -> String {
    const CODES: [&str; 8] = ["A01", "P03", "A06", "B02", "P05", "C05", "D01", "C12"];
    CODES.get(i).map_or_else(|| format!("Q{i}"), |code| (*code).to_string())
}

fn state(today: NaiveDate, progress: &Progress) -> TaskState {
    match progress {
        Progress::Ahead => TaskState::Ahead,
        Progress::Done(ago) => TaskState::Done { on: today - Days::new(*ago) },
        Progress::Running(ago, limit, extension, stops) => {
            let accepted = today - Days::new(*ago);
            let stop = |(at, length, restart): &(u64, u64, bool)| {
                let from = accepted + Days::new(*at);
                let to = Some(from + Days::new(*length));
                Stop { from, to, restart: *restart, kind: StopKind::Appraisal, basis: String::new(), examiner: None }
            };
            let stops: Vec<Stop> = stops.iter().map(stop).collect();
            let told = due(Calendar::embedded(), accepted, *limit, *extension, &stops).on;
            assert_eq!(told, Office::open().due(accepted, *limit, *extension, &stops));
            TaskState::Running { due: told.unwrap() }
        }
    }
}

/// The list without what is waived. In `order` items hang only on those before them, but for what bundles bring together.
fn list(today: NaiveDate, rows: &[Row], order: bool, turn: usize) -> Vec<Task> {
    let build = |(i, row): (usize, &Row)| {
        let codes = |places: &Vec<usize>| places.iter().filter(|at| !order || **at < i).map(|at| code(*at)).collect();
        Task {
            code: code(i),
            needs: Needs(row.groups.iter().map(codes).collect()),
            after: codes(&row.late),
            bundle: row.bundle.map(|one| if one { "多评合一" } else { "联合验收" }.into()),
            lasts: row.lasts,
            state: state(today, &row.state),
        }
    };
    let mut tasks: Vec<Task> = rows.iter().enumerate().filter(|(_, row)| !row.waived).map(build).collect();
    let turn = turn % tasks.len().max(1);
    tasks.rotate_left(turn);
    tasks
}

fn any_list(most: usize, order: bool) -> impl Strategy<Value = (NaiveDate, Vec<Task>)> {
    let rows = prop::collection::vec(any_row(most), 1..=most);
    (any_day(), rows, 0..most).prop_map(move |(today, rows, turn)| {
        let today = today.max(day("2014-07-01")).min(day("2027-01-10"));
        (today, list(today, &rows, order, turn))
    })
}

/// The plan, or that it has none and names a circle that is one.
fn judged(today: NaiveDate, tasks: &[Task]) -> Option<Schedule<'_>> {
    let slow = Slow { today, tasks };
    match schedule(Calendar::embedded(), today, tasks) {
        Ok(plan) => {
            assert!(!slow.goes_round(), "a circle was not seen");
            Some(plan)
        }
        Err(Circle(named)) => {
            assert!(slow.goes_round(), "{named:?} is no circle");
            let places: Vec<usize> = named.iter().map(|code| slow.place(code).unwrap()).collect();
            assert!(places.len() > 1 && places.first() == places.last(), "{named:?} does not come round");
            assert!(places.windows(2).all(|pair| slow.hangs(pair[1], pair[0])), "{named:?} is not in order");
            let once = (1..places.len()).all(|n| !places[n + 1..].contains(&places[n]));
            assert!(once, "{named:?} names one twice");
            None
        }
    }
}

/// Days, marks and whether they rest on an estimate.
fn days_are_the_slow_ones(today: NaiveDate, tasks: &[Task], plan: &Schedule) {
    let slow = Slow { today, tasks };
    let said = slow.finishes(&[], today);
    let found: Vec<NaiveDate> = plan.items.iter().map(|item| item.finish).collect();
    assert_eq!(found, said);
    for (i, item) in plan.items.iter().enumerate() {
        let start = (tasks[i].state == TaskState::Ahead).then(|| slow.start(&slow.groups(i), &said));
        assert_eq!((item.code, item.start), (tasks[i].code.as_str(), start));
    }
    assert_eq!((plan.construction, plan.end), slow.marks(&said));
    assert_eq!(plan.permit, slow.place("C05").map(|at| said[at]));
    let last = plan.end.map_or(today, |end| end.max(today));
    assert_eq!(plan.provisional, (today.year()..=last.year()).any(|year| !(2015..=2026).contains(&year)));
}

/// Put off by its slack an item moves neither mark; by one day more it does, unless somebody waits for another instead.
fn slack_is_what_may_be_lost(today: NaiveDate, tasks: &[Task], plan: &Schedule) {
    let (slow, decided) = (Slow { today, tasks }, Slow { today, tasks }.decided());
    let firm = Slow { today, tasks: &decided };
    let marks = slow.marks(&slow.finishes(&[], today));
    for (i, item) in plan.items.iter().enumerate() {
        let done = matches!(tasks[i].state, TaskState::Done { .. });
        assert_eq!((item.slack.is_none(), item.critical), (done, item.slack == Some(0)), "{}", item.code);
        let Some(slack) = item.slack.map(|slack| usize::try_from(slack).unwrap()) else { continue };
        let put_off = |by: &Slow, n: usize| {
            let until = Office::open().nth_after(item.finish, n);
            by.marks(&by.finishes(&by.mates(i), until))
        };
        assert_eq!(put_off(&slow, slack), marks, "{} may slip {slack}", item.code);
        assert_ne!(put_off(&firm, slack + 1), marks, "{} may not slip {}", item.code, slack + 1);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn the_plan_is_the_slow_plan((today, tasks) in any_list(12, true)) {
        if let Some(plan) = judged(today, &tasks) {
            days_are_the_slow_ones(today, &tasks, &plan);
            slack_is_what_may_be_lost(today, &tasks, &plan);
        }
    }

    #[test]
    fn a_circle_is_refused_and_named((today, tasks) in any_list(9, false)) {
        if let Some(plan) = judged(today, &tasks) {
            days_are_the_slow_ones(today, &tasks, &plan);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_long_list_is_planned_alike((today, tasks) in any_list(120, true), last in 0usize..120) {
        let Some(plan) = judged(today, &tasks) else { return Ok(()) };
        days_are_the_slow_ones(today, &tasks, &plan);
        // Whoever is first in line, let it wait for somebody behind it.
        let slow = Slow { today, tasks: &tasks };
        let ahead: Vec<usize> = (0..tasks.len()).filter(|i| tasks[*i].state == TaskState::Ahead).collect();
        let behind = ahead.get(last % ahead.len().max(1)).and_then(|i| slow.groups(*i).into_iter().flatten().next().map(|b| (*i, b)));
        if let Some((behind, before)) = behind {
            let mut round = tasks.clone();
            round[before].needs.0.push(vec![tasks[behind].code.clone()]);
            let closes = !matches!(tasks[before].state, TaskState::Done { .. });
            prop_assert_eq!(judged(today, &round).is_none(), closes);
        }
    }
}
