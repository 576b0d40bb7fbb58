//! One long list: the program's plan of it against a topological order and longest paths over whole numbers, without calendar or names.

use crate::{alternately, time};
use chrono::{Days, NaiveDate};
use std::collections::HashMap;
use zhuanban_core::approval::ask::Needs;
use zhuanban_core::approval::clock::Limit;
use zhuanban_core::approval::schedule::{Task, TaskState, schedule};
use zhuanban_core::calendar::Calendar;

const SIZES: [usize; 2] = [5_000, 100_000];
const RUNS: usize = 21;
/// An item hangs on some of so many before it.
const NEAR: usize = 1_000;

pub fn measure() {
    let today = NaiveDate::from_ymd_opt(2022, 3, 28).expect("a day");
    let calendar = Calendar::embedded();
    for size in SIZES {
        let tasks = list(size, today);
        let bare = Bare::of(&tasks);
        let plan = || schedule(calendar, today, &tasks).expect("no circle");
        let found = plan();
        assert!(found.items.iter().any(|item| item.critical) && found.items.len() == size);
        assert!(bare.slack().contains(&0));
        alternately(RUNS, "pass", &format!("{size} items"), || time(plan), || time(|| bare.slack()));
    }
}

/// Numbers that look strewn, the same each time.
struct Strewn(u64);

impl Strewn {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most
    }
}

/// Up to three groups each, one in ten of them with a choice of two; one item in ten is done and one runs; 1 to 30 days.
fn list(size: usize, today: NaiveDate) -> Vec<Task> {
    let mut some = Strewn(20_260_501);
    let code = |i: usize| format!("T{i:05}");
    let mut tasks = Vec::with_capacity(size);
    for i in 0..size {
        let mut before = || code(i - 1 - some.below(i.min(NEAR)));
        let mut needs = vec![];
        for n in 0..if i == 0 { 0 } else { 1 + i % 3 } {
            needs.push(if (i + n) % 10 == 0 { vec![before(), before()] } else { vec![before()] });
        }
        let state = match some.below(10) {
            0 => TaskState::Done { on: today - Days::new(9) },
            1 => TaskState::Running { due: today + Days::new(9) },
            _ => TaskState::Ahead,
        };
        let days = 1 + some.below(30) as u16;
        let lasts = if i % 10 == 0 { Limit::calendar(days) } else { Limit::working(days) };
        tasks.push(Task { code: code(i), needs: Needs(needs), after: vec![], bundle: None, lasts, state });
    }
    tasks
}

/// The same list as numbers: what each hangs on, one list behind the other, and how many days it takes.
struct Bare {
    ends: Vec<u32>,
    before: Vec<u32>,
    days: Vec<u32>,
}

impl Bare {
    fn of(tasks: &[Task]) -> Self {
        let at: HashMap<&str, u32> = tasks.iter().map(|task| task.code.as_str()).zip(0..).collect();
        let (mut ends, mut before, mut days) = (vec![0], vec![], vec![]);
        for task in tasks {
            // What runs ends no earlier than what comes before it, and takes no days of its own behind that.
            let open = !matches!(task.state, TaskState::Done { .. });
            before.extend(task.needs.codes().filter(|_| open).map(|code| at[code]));
            ends.push(before.len() as u32);
            days.push(if task.state == TaskState::Ahead { task.lasts.days() } else { 0 });
        }
        Self { ends, before, days }
    }

    fn before(&self, i: usize) -> &[u32] {
        &self.before[self.ends[i] as usize..self.ends[i + 1] as usize]
    }

    /// Of each item those that hang on it, one list behind the other, each ending where the next begins.
    fn after(&self) -> (Vec<u32>, Vec<u32>) {
        let size = self.days.len();
        let mut ends = vec![0u32; size + 1];
        self.before.iter().for_each(|before| ends[*before as usize + 1] += 1);
        (0..size).for_each(|i| ends[i + 1] += ends[i]);
        let (mut next, mut after) = (ends.clone(), vec![0u32; self.before.len()]);
        for i in 0..size {
            for before in self.before(i) {
                let next = &mut next[*before as usize];
                after[*next as usize] = i as u32;
                *next += 1;
            }
        }
        (ends, after)
    }

    /// Days each may slip without moving the end.
    fn slack(&self) -> Vec<u32> {
        let size = self.days.len();
        let (ends, after) = self.after();
        let mut missing: Vec<u32> = (0..size).map(|i| self.before(i).len() as u32).collect();
        let mut order: Vec<u32> = (0..size as u32).filter(|i| missing[*i as usize] == 0).collect();
        let (mut finish, mut next) = (vec![0u32; size], 0);
        while let Some(i) = order.get(next).map(|i| *i as usize) {
            next += 1;
            finish[i] = self.days[i] + self.before(i).iter().map(|b| finish[*b as usize]).max().unwrap_or(0);
            for &hanging in &after[ends[i] as usize..ends[i + 1] as usize] {
                missing[hanging as usize] -= 1;
                if missing[hanging as usize] == 0 {
                    order.push(hanging);
                }
            }
        }
        let mut latest = vec![finish.iter().copied().max().unwrap_or(0); size];
        for i in order.iter().rev().map(|i| *i as usize) {
            let begin = latest[i] - self.days[i];
            self.before(i).iter().for_each(|before| latest[*before as usize] = begin.min(latest[*before as usize]));
        }
        (0..size).map(|i| latest[i] - finish[i]).collect()
    }
}
