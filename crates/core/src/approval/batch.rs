//! Steps of several approvals as one action: what would be recorded, what is refused and what moves, and recording all or none.

use super::edit::{self, NewStep, add_step, checked, item_of};
use super::query::approval_id;
use super::running::steps_of;
use super::state::{self, State, Step};
use super::trial::{self, Shift};
use crate::count::number;
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::ProjectId;
use crate::project::Project;
use crate::store::{Reader, Writer};
use serde::{Deserialize, Serialize};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Steps of several approvals, as one action: 16 projects' 环评 at once, four permits of one project on one day.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StepAll {
    pub steps: Vec<NewStep>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct SteppedAll {
    pub steps: i64,
    pub projects: i64,
}

/// What recording the steps would do.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct BatchPreview {
    /// Steps that may be recorded, and of how many projects.
    pub steps: i64,
    pub projects: i64,
    /// Those that may not, in their order.
    pub refused: Vec<RefusedStep>,
    /// Projects whose start of construction or other approvals would move, those whose start moves most first.
    pub moved: Vec<MovedProject>,
    /// Steps whose moves were looked at: the first 300.
    pub looked: i64,
}

/// A step that would be refused.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RefusedStep {
    /// From 1.
    pub row: i64,
    pub project: ProjectId,
    pub name: String,
    /// What it stands in now.
    pub state: State,
    pub fields: Vec<FieldFault>,
}

/// What one step would move in its project.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct MovedProject {
    pub project: ProjectId,
    pub name: String,
    /// The due day of the approval itself.
    pub due: Shift,
    /// The earliest lawful start of construction.
    pub start: Shift,
    /// Later approvals that move.
    pub later: i64,
}

/// The most steps of one action.
const MOST_STEPS: usize = 5000;
/// The most steps whose moves are looked at before they are saved.
const MOST_LOOKED: usize = 300;

/// Looks at what the steps would do; nothing is written.
///
/// # Errors
/// `Invalid` for no step and for too many; `NotFound` for an item or a project that is none.
pub fn preview(r: &Reader, input: &StepAll) -> Result<BatchPreview> {
    count(input)?;
    let (mut refused, mut projects, mut moved) = (vec![], BTreeSet::new(), BTreeMap::new());
    let (mut steps, mut looked, mut before) = (0, 0, Earlier::new());
    for (at, step) in input.steps.iter().enumerate() {
        let project: Project = r.get(step.project)?;
        let earlier = before.entry((step.project, &step.item)).or_default();
        let (state, fields) = judged(r, earlier, step)?;
        if !fields.is_empty() {
            refused.push(RefusedStep { row: number(at + 1), project: project.id, name: project.name, state, fields });
            continue;
        }
        steps += 1;
        projects.insert(project.id);
        if looked < MOST_LOOKED {
            looked += 1;
            let told = trial::step_after(r, earlier, step)?;
            let (due, start) = (told.due, told.moves.start);
            let one = MovedProject { project: project.id, name: project.name, due, start, later: told.later };
            // Of several steps of one approval the last says what all of them move.
            moved.insert((step.project, &step.item), one);
        }
        earlier.push(step);
    }
    let mut moved: Vec<MovedProject> = moved.into_values().filter(|one| one.start.moves() || one.later > 0).collect();
    let days = |one: &MovedProject| (std::cmp::Reverse(one.start.days.unwrap_or(0).abs()), one.name.clone());
    moved.sort_by_key(days);
    Ok(BatchPreview { steps, projects: number(projects.len()), refused, moved, looked: number(looked) })
}

/// Records all steps or none.
///
/// # Errors
/// `Invalid` with the fault of every step, each with its `row` (from 1) and its project's `name`; a state that cannot come
/// next is refused here, as nobody looks at each.
pub fn step_all(w: &mut Writer, input: &StepAll) -> Result<SteppedAll> {
    count(input)?;
    let (mut told, mut projects, mut before) = (vec![], BTreeMap::new(), Earlier::new());
    for (at, step) in input.steps.iter().enumerate() {
        let project = match projects.entry(step.project) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(w.get::<Project>(step.project)?),
        };
        let earlier = before.entry((step.project, &step.item)).or_default();
        let (_, found) = judged(w, earlier, step)?;
        if found.is_empty() {
            earlier.push(step);
        }
        told.extend(found.into_iter().map(|fault| fault.with("row", at + 1).with("name", &project.name)));
    }
    if !told.is_empty() {
        return Err(Error::Invalid(told));
    }
    for step in &input.steps {
        if let Some(project) = projects.get(&step.project) {
            add_step(w, project, step)?;
        }
    }
    let (steps, count) = (input.steps.len(), projects.len());
    let subject = match projects.into_values().next().filter(|_| count == 1) {
        Some(project) => project.name,
        None => subject(w, input, count)?,
    };
    w.subject(subject);
    Ok(SteppedAll { steps: number(steps), projects: number(count) })
}

fn count(input: &StepAll) -> Result<()> {
    match input.steps.len() {
        0 => Err(Error::invalid("steps", Rule::Required)),
        n if n > MOST_STEPS => Err(Error::invalid("steps", Rule::OutOfRange)),
        _ => Ok(()),
    }
}

/// Steps of one action that stand before another, by project and item.
type Earlier<'i> = BTreeMap<(ProjectId, &'i String), Vec<&'i NewStep>>;

/// What one step of many finds its approval in, those before it taken, and what is wrong with it.
fn judged(r: &Reader, earlier: &[&NewStep], step: &NewStep) -> Result<(State, Vec<FieldFault>)> {
    let item = item_of(r, step.project, &step.item)?;
    let mut steps = steps_of(r, approval_id(step.project, &step.item))?;
    let taken = |step: &&NewStep| Step::new(step.state, step.happened_on);
    steps.extend(earlier.iter().map(taken));
    let state = state::fold(item.kind, &steps).state;
    match checked(r, step) {
        Err(Error::Invalid(found)) => Ok((state, found)),
        Err(other) => Err(other),
        Ok(()) if state.next(item.kind).contains(&step.state) => Ok((state, vec![])),
        Ok(()) => Ok((state, vec![FieldFault::error("state", Rule::NotAChoice)])),
    }
}

/// What undo calls the steps of several projects: how many, of what and which state, for the interface to put in words
/// (`16|环境影响评价审批|Environmental impact assessment|permit|accepted`); their number alone where they are not alike.
fn subject(r: &Reader, input: &StepAll, projects: usize) -> Result<String> {
    let first = &input.steps[0];
    let alike = |step: &NewStep| step.item == first.item && step.state == first.state;
    if !input.steps.iter().all(alike) {
        return Ok(input.steps.len().to_string());
    }
    let item = edit::item_of(r, first.project, &first.item)?;
    Ok(format!("{projects}|{}", edit::named(item, first.state)))
}
