//! What must come before what: the items by their place in the list, an order in which each stands behind all it hangs on, or the circle.

use super::{Circle, Task, TaskState};
use std::collections::HashMap;

/// Lists of places, one behind the other.
#[derive(Default)]
pub struct Rows {
    ends: Vec<u32>,
    places: Vec<u32>,
}

impl Rows {
    /// Whether anything was put into the row that is closed.
    fn close(&mut self) {
        self.ends.push(place(self.places.len()));
    }

    fn is_blank(&self) -> bool {
        self.ends.last().map_or(0, |end| *end as usize) == self.places.len()
    }

    pub fn row(&self, at: usize) -> &[u32] {
        let begin = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.places[begin..self.ends[at] as usize]
    }
}

/// Who waits for whom. What is done waits for nothing, what runs only for what it was accepted without.
pub struct Graph<'t> {
    pub tasks: &'t [Task],
    at: HashMap<&'t str, u32>,
    /// The bundles, and to which of them each belongs: those with one name that are still ahead.
    bundles: Vec<Vec<u32>>,
    bundle: Vec<Option<u32>>,
    /// Any of each group is needed; the groups of a task end at its place in `ends`.
    groups: Rows,
    ends: Vec<u32>,
    after: Rows,
}

impl<'t> Graph<'t> {
    pub fn new(tasks: &'t [Task]) -> Self {
        let mut at = HashMap::with_capacity(tasks.len());
        at.extend(tasks.iter().enumerate().map(|(i, task)| (task.code.as_str(), place(i))));
        let (bundles, bundle) = bundles(tasks);
        let (groups, ends, after) = (Rows::default(), vec![], Rows::default());
        let mut graph = Self { tasks, at, bundles, bundle, groups, ends, after };
        for i in 0..tasks.len() {
            match graph.bundle[i] {
                // Those of a bundle wait for all that any of them waits for, but not for each other.
                Some(bundle) => {
                    graph.bundles[bundle as usize].clone().iter().for_each(|of| graph.wait(i, *of as usize))
                }
                None => graph.wait(i, i),
            }
            graph.ends.push(place(graph.groups.ends.len()));
            graph.after.close();
        }
        graph
    }

    /// Lets `i` wait for what `of` waits for. What the list does not have is ignored.
    fn wait(&mut self, i: usize, of: usize) {
        let task = &self.tasks[of];
        let ahead = task.state == TaskState::Ahead;
        for group in task.needs.0.iter().filter(|_| ahead) {
            let present = || group.iter().filter_map(|code| self.at.get(code.as_str()).copied());
            if self.bundle[i].is_some() && present().any(|other| self.bundle[other as usize] == self.bundle[i]) {
                continue;
            }
            self.groups.places.extend(present());
            if !self.groups.is_blank() {
                self.groups.close();
            }
        }
        let open = !matches!(task.state, TaskState::Done { .. });
        let late = task.after.iter().filter(|_| open).filter_map(|code| self.at.get(code.as_str()).copied());
        let apart = |other: &u32| self.bundle[i].is_none() || self.bundle[*other as usize] != self.bundle[i];
        self.after.places.extend(late.filter(apart));
    }

    pub fn place(&self, code: &str) -> Option<usize> {
        self.at.get(code).map(|at| *at as usize)
    }

    /// The numbers of a task's groups.
    pub fn groups(&self, i: usize) -> std::ops::Range<usize> {
        let begin = if i == 0 { 0 } else { self.ends[i - 1] };
        begin as usize..self.ends[i] as usize
    }

    pub fn group(&self, group: usize) -> &[u32] {
        self.groups.row(group)
    }

    /// How many groups there are in all.
    pub fn all_groups(&self) -> usize {
        self.groups.ends.len()
    }

    /// What a task cannot end before.
    pub fn after(&self, i: usize) -> &[u32] {
        self.after.row(i)
    }

    pub fn bundles(&self) -> &[Vec<u32>] {
        &self.bundles
    }

    /// Those that are handled as one with a task, itself among them; none where it is handled by itself.
    pub fn together(&self, i: usize) -> &[u32] {
        self.bundle[i].map_or(&[], |bundle| &self.bundles[bundle as usize])
    }

    /// Everything a task hangs on.
    fn before(&self, i: usize) -> impl Iterator<Item = usize> {
        let groups = self.groups(i);
        let begin = if groups.start == 0 { 0 } else { self.groups.ends[groups.start - 1] as usize };
        let end = if groups.end == 0 { 0 } else { self.groups.ends[groups.end - 1] as usize };
        self.groups.places[begin..end].iter().chain(self.after(i)).map(|before| *before as usize)
    }

    /// Of each task those that hang on it.
    fn needed_by(&self) -> Rows {
        let mut ends = vec![0u32; self.tasks.len()];
        (0..self.tasks.len()).for_each(|i| self.before(i).for_each(|before| ends[before] += 1));
        let mut sum = 0;
        // Each row is filled from its begin, which so becomes its end.
        for end in &mut ends {
            (*end, sum) = (sum, sum + *end);
        }
        let mut places = vec![0; sum as usize];
        for i in 0..self.tasks.len() {
            for before in self.before(i) {
                places[ends[before] as usize] = place(i);
                ends[before] += 1;
            }
        }
        Rows { ends, places }
    }

    /// Every task behind all that it hangs on.
    pub fn order(&self) -> Result<Vec<u32>, Circle> {
        let needed_by = self.needed_by();
        let mut missing: Vec<u32> = (0..self.tasks.len()).map(|i| place(self.before(i).count())).collect();
        let mut order = Vec::with_capacity(missing.len());
        order.extend((0..self.tasks.len()).filter(|i| missing[*i] == 0).map(place));
        let mut next = 0;
        while let Some(i) = order.get(next) {
            next += 1;
            for &after in needed_by.row(*i as usize) {
                missing[after as usize] -= 1;
                if missing[after as usize] == 0 {
                    order.push(after);
                }
            }
        }
        if order.len() == self.tasks.len() { Ok(order) } else { Err(self.circle(&missing)) }
    }

    /// Whoever still misses something hangs on one that misses something: following them must come round.
    fn circle(&self, missing: &[u32]) -> Circle {
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
