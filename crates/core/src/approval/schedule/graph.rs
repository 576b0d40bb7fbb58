//! What must come before what: the items by their place in the list, an order in which each stands behind all it hangs on, or the circle.

use super::{Circle, Task, TaskState};
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// Who waits for whom. What is done waits for nothing; what runs ends no earlier than what it was accepted ahead of.
pub struct Graph<'t> {
    tasks: &'t [Task],
    at: HashMap<&'t str, u32, FixedState>,
    /// The bundles, and to which of them each belongs: those with one name that are still ahead.
    bundles: Vec<Vec<u32>>,
    bundle: Vec<Option<u32>>,
    /// What each task hangs on, one task behind the other: its groups, then what it cannot end before.
    before: Vec<u32>,
    /// Where each group lies there. Any of a group is enough.
    groups: Vec<(u32, u32)>,
    /// Where each task ends, behind one that stands for none.
    rows: Vec<Row>,
}

/// How far a task reaches.
#[derive(Clone, Copy, Default)]
struct Row {
    groups: u32,
    /// The places that lie in groups, and all.
    needs: u32,
    before: u32,
}

impl<'t> Graph<'t> {
    pub fn new(tasks: &'t [Task]) -> Self {
        let mut at = HashMap::with_capacity_and_hasher(tasks.len(), FixedState::default());
        at.extend(tasks.iter().enumerate().map(|(i, task)| (task.code.as_str(), place(i))));
        let (bundles, bundle) = bundles(tasks);
        let mut rows = Vec::with_capacity(tasks.len() + 1);
        rows.push(Row::default());
        let (before, groups) = (Vec::with_capacity(2 * tasks.len()), Vec::with_capacity(2 * tasks.len()));
        let mut graph = Self { tasks, at, bundles, bundle, before, groups, rows };
        for i in 0..tasks.len() {
            // Those of a bundle wait for all that any of them waits for, but not for each other.
            let together = graph.together(i).to_vec();
            let sources = || together.iter().map(|of| *of as usize).chain((together.is_empty()).then_some(i));
            sources().for_each(|of| graph.wait(i, of));
            let needs = place(graph.before.len());
            sources().for_each(|of| graph.wait_late(i, of));
            graph.rows.push(Row { groups: place(graph.groups.len()), needs, before: place(graph.before.len()) });
        }
        graph
    }

    /// Lets `i` wait for what `of` needs. What the list does not have is ignored.
    fn wait(&mut self, i: usize, of: usize) {
        let tasks = self.tasks;
        if matches!(tasks[of].state, TaskState::Done { .. }) {
            return;
        }
        for group in &tasks[of].needs.0 {
            let begin = self.before.len();
            self.before.extend(group.iter().filter_map(|code| self.at.get(code.as_str())));
            let inside = self.before[begin..].iter().any(|other| self.are_one(i, *other));
            if inside {
                self.before.truncate(begin);
            }
            if self.before.len() > begin {
                self.groups.push((place(begin), place(self.before.len())));
            }
        }
    }

    /// Lets `i` end no earlier than what `of` was, or will be, accepted without.
    fn wait_late(&mut self, i: usize, of: usize) {
        let tasks = self.tasks;
        for code in &tasks[of].after {
            let late = self.at.get(code.as_str()).copied();
            let open = !matches!(tasks[of].state, TaskState::Done { .. });
            self.before.extend(late.filter(|late| open && !self.are_one(i, *late)));
        }
    }

    /// Both are handled as one.
    fn are_one(&self, i: usize, other: u32) -> bool {
        !self.bundles.is_empty() && self.bundle[i].is_some() && self.bundle[i] == self.bundle[other as usize]
    }

    pub fn place(&self, code: &str) -> Option<usize> {
        self.at.get(code).map(|at| *at as usize)
    }

    /// The numbers of a task's groups.
    pub fn groups(&self, i: usize) -> std::ops::Range<usize> {
        self.rows[i].groups as usize..self.rows[i + 1].groups as usize
    }

    pub fn group(&self, group: usize) -> &[u32] {
        let (begin, end) = self.groups[group];
        &self.before[begin as usize..end as usize]
    }

    /// How many groups there are in all.
    pub fn all_groups(&self) -> usize {
        self.groups.len()
    }

    /// What a task cannot end before.
    pub fn after(&self, i: usize) -> &[u32] {
        &self.before[self.rows[i + 1].needs as usize..self.rows[i + 1].before as usize]
    }

    /// Everything a task hangs on.
    fn before(&self, i: usize) -> &[u32] {
        &self.before[self.rows[i].before as usize..self.rows[i + 1].before as usize]
    }

    /// Those that are handled as one with a task, itself among them; none where it is handled by itself.
    pub fn together(&self, i: usize) -> &[u32] {
        let bundle = if self.bundles.is_empty() { None } else { self.bundle[i] };
        bundle.map_or(&[], |bundle| &self.bundles[bundle as usize])
    }

    /// Some tasks and everything they hang on, directly or not.
    pub fn closure(&self, of: &[usize]) -> Vec<bool> {
        let (mut inside, mut open) = (vec![false; self.tasks.len()], of.to_vec());
        while let Some(i) = open.pop() {
            if !std::mem::replace(&mut inside[i], true) {
                open.extend(self.before(i).iter().map(|before| *before as usize));
            }
        }
        inside
    }

    pub fn bundles(&self) -> &[Vec<u32>] {
        &self.bundles
    }

    /// Those that hang on each task, one task behind the other, and where each begins.
    fn hanging(&self) -> (Vec<u32>, Vec<u32>) {
        let mut begins = vec![0; self.tasks.len() + 1];
        self.before.iter().for_each(|before| begins[*before as usize] += 1);
        let mut sum = 0;
        for begin in &mut begins {
            sum += *begin;
            *begin = sum;
        }
        // Filled from its end, each row comes to begin where it should.
        let mut hanging = vec![0; self.before.len()];
        for i in (0..self.tasks.len()).rev() {
            for before in self.before(i) {
                let begin = &mut begins[*before as usize];
                *begin -= 1;
                hanging[*begin as usize] = place(i);
            }
        }
        (begins, hanging)
    }

    /// Every task behind all that it hangs on, otherwise as they stand in the list.
    pub fn order(&self) -> Result<Vec<u32>, Circle> {
        let (begins, hanging) = self.hanging();
        let mut missing: Vec<u32> = self.rows.windows(2).map(|pair| pair[1].before - pair[0].before).collect();
        let (mut order, mut free) = (Vec::with_capacity(missing.len()), vec![]);
        for at in 0..self.tasks.len() {
            free.extend((missing[at] == 0).then_some(place(at)));
            while let Some(i) = free.pop() {
                order.push(i);
                for &after in &hanging[begins[i as usize] as usize..begins[i as usize + 1] as usize] {
                    let missing = &mut missing[after as usize];
                    *missing -= 1;
                    // What stands further on is come to in its turn.
                    free.extend((*missing == 0 && after < place(at)).then_some(after));
                }
            }
        }
        if order.len() == self.tasks.len() { Ok(order) } else { Err(self.circle(&missing)) }
    }

    /// Whoever still misses something hangs on one that misses something: following them must come round.
    fn circle(&self, missing: &[u32]) -> Circle {
        let lacks = |i: &usize| missing[*i] > 0;
        let mut walked: Vec<usize> = vec![];
        let mut here = (0..missing.len()).find(lacks).unwrap_or_default();
        while !walked.contains(&here) {
            walked.push(here);
            here = self.before(here).iter().map(|before| *before as usize).find(lacks).unwrap_or(here);
        }
        let begin = walked.iter().position(|i| *i == here).unwrap_or_default();
        let mut codes: Vec<String> = walked[begin..].iter().rev().map(|i| self.tasks[*i].code.clone()).collect();
        codes.extend(codes.first().cloned());
        Circle(codes)
    }
}

fn bundles(tasks: &[Task]) -> (Vec<Vec<u32>>, Vec<Option<u32>>) {
    let (mut named, mut bundles, mut bundle) = (HashMap::new(), vec![], vec![None; tasks.len()]);
    for (i, task) in tasks.iter().enumerate().filter(|(_, task)| task.state == TaskState::Ahead) {
        let Some(name) = task.bundle.as_deref() else { continue };
        let at: u32 = *named.entry(name).or_insert_with(|| {
            bundles.push(vec![]);
            place(bundles.len() - 1)
        });
        bundles[at as usize].push(place(i));
        bundle[i] = Some(at);
    }
    (bundles, bundle)
}

fn place(i: usize) -> u32 {
    u32::try_from(i).expect("a list of fewer than four thousand million")
}
