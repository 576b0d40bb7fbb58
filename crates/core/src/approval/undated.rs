//! Steps of which nobody told the day: a ledger's √ says that something was done by then, not when. No clock runs from such a
//! step and no figure counts it until somebody fills the day in (`rules.md` 13: a limit is counted from the day of acceptance).

use super::record::{Approval, ApprovalStep};
use super::running::recorded_of;
use super::state::{State, fold};
use super::template::{Item, ItemKind};
use crate::count::number;
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{ApprovalId, ApprovalStepId, ProjectId};
use crate::project::Project;
use crate::store::{Reader, Writer};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use ts_rs::TS;

/// The most lines one answer holds.
const MOST: usize = 500;

#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct UndatedQuery {
    /// Of what is decided instead of what is under way.
    pub decided: bool,
    /// Of one project.
    pub project: Option<ProjectId>,
    /// The projects whose name holds these words.
    pub text: String,
}

/// Steps without a day that a clock or a figure waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Undated {
    /// At most 500 of those asked for, by project and in the order of the library.
    pub rows: Vec<UndatedStep>,
    /// How many there are of what is under way, and of what is decided.
    pub under_way: i64,
    pub decided: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UndatedStep {
    pub step: ApprovalStepId,
    pub project: ProjectId,
    pub project_name: String,
    pub item: String,
    pub name: String,
    pub name_en: String,
    pub kind: ItemKind,
    pub state: State,
    /// By this day it had happened.
    #[ts(type = "string")]
    pub known_on: NaiveDate,
    /// Who told of it: the note of the step.
    pub note: Option<String>,
}

/// The day of a step that had none.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StepDay {
    pub step: ApprovalStepId,
    #[ts(type = "string")]
    pub happened_on: NaiveDate,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct FillDays {
    pub days: Vec<StepDay>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FilledDays {
    pub steps: i64,
    pub projects: i64,
}

/// A clock or a figure would be counted from this step.
#[must_use]
pub fn matters(state: State) -> bool {
    !matches!(state, State::NotCollected | State::NotApplicable | State::NotStarted | State::Preparing)
}

/// How many steps wait for a day, as a number alone.
pub fn count(r: &Reader) -> Result<i64> {
    Ok(number(waiting(r, None)?.len()))
}

/// The steps without a day.
pub fn undated(r: &Reader, query: &UndatedQuery) -> Result<Undated> {
    let mut names = Names(HashMap::new());
    let mut found = Undated { rows: vec![], under_way: 0, decided: 0 };
    for Waiting { item, step, decided } in waiting(r, query.project)? {
        let project_name = names.of(r, step.project)?;
        if !project_name.contains(query.text.trim()) {
            continue;
        }
        *(if decided { &mut found.decided } else { &mut found.under_way }) += 1;
        if decided != query.decided {
            continue;
        }
        found.rows.push(UndatedStep {
            step: step.id,
            project: step.project,
            project_name,
            item: item.code.clone(),
            name: item.name.clone(),
            name_en: item.name_en.clone(),
            kind: item.kind,
            state: step.state,
            known_on: step.happened_on,
            note: step.note,
        });
    }
    found.rows.sort_by(|a, b| {
        (&a.project_name, a.project, &a.item, a.known_on).cmp(&(&b.project_name, b.project, &b.item, b.known_on))
    });
    found.rows.truncate(MOST);
    Ok(found)
}

/// A step that waits for its day.
struct Waiting<'r> {
    item: &'r Item,
    step: ApprovalStep,
    /// Its approval is decided.
    decided: bool,
}

/// Of what is under way each step without a day, of what is decided the deciding ones. Of an approval that is waived or of no
/// item nothing is told.
fn waiting<'r>(r: &'r Reader, project: Option<ProjectId>) -> Result<Vec<Waiting<'r>>> {
    let templates = r.templates()?;
    let of = project.map(|project| project.to_string());
    let mut steps: HashMap<ApprovalId, Vec<ApprovalStep>> = HashMap::new();
    let all = format!("where approval in ({THEIRS}) order by happened_on, typed_ms, origin, id");
    for step in r.all::<ApprovalStep>(&all, [&of])? {
        steps.entry(step.approval).or_default().push(step);
    }
    let mut found = vec![];
    for approval in r.all::<Approval>(&format!("where waived is null and id in ({THEIRS})"), [&of])? {
        let Some(item) = templates.item_of(approval.project, &approval.item) else { continue };
        let Some(steps) = steps.remove(&approval.id) else { continue };
        let state = fold(item.kind, &steps.iter().map(super::query::step).collect::<Vec<_>>()).state;
        let decided = decides(state);
        let waits = |step: &ApprovalStep| step.is_undated() && matters(step.state) && decided == decides(step.state);
        found.extend(steps.into_iter().filter(waits).map(|step| Waiting { item, step, decided }));
    }
    Ok(found)
}

/// Approvals some step of which has no day.
const THEIRS: &str = "select approval from approval_step where undated and (?1 is null or project = ?1)";

/// Names of projects, each read once.
struct Names(HashMap<ProjectId, String>);

impl Names {
    fn of(&mut self, r: &Reader, project: ProjectId) -> Result<String> {
        if let Some(known) = self.0.get(&project) {
            return Ok(known.clone());
        }
        let name = r.find::<Project>(project)?.map(|project| project.name).unwrap_or_default();
        self.0.insert(project, name.clone());
        Ok(name)
    }
}

fn decides(state: State) -> bool {
    state.is_done() || state.is_failed()
}

/// Fills in days nobody had told, all of them or none.
///
/// # Errors
/// `Invalid` with every fault, each with its `row`: no days; a day to come; a day before an earlier step or after a later one
/// of the same approval; a step whose day is known (it is withdrawn instead). `NotFound` for a step that is gone.
pub fn fill(w: &mut Writer, input: &FillDays) -> Result<FilledDays> {
    if input.days.is_empty() {
        return Err(Error::invalid("days", Rule::Required));
    }
    let (mut faults, mut projects) = (vec![], BTreeMap::new());
    for (at, day) in input.days.iter().enumerate() {
        let step: ApprovalStep = w.get(day.step)?;
        projects.insert(step.project, w.get::<Project>(step.project)?.name);
        let found = put(w, step, day.happened_on)?;
        faults.extend(found.into_iter().map(|fault| fault.with("row", at + 1)));
    }
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let steps: BTreeSet<ApprovalStepId> = input.days.iter().map(|day| day.step).collect();
    let count = projects.len();
    w.subject(match projects.into_values().next().filter(|_| count == 1) {
        Some(name) => name,
        None => steps.len().to_string(),
    });
    Ok(FilledDays { steps: number(steps.len()), projects: number(count) })
}

/// Fills in the day of one step as a ledger tells it; one that does not fit between its neighbours is left out.
pub fn fill_fitting(w: &mut Writer, step: ApprovalStepId, on: NaiveDate) -> Result<()> {
    let step: ApprovalStep = w.get(step)?;
    put(w, step, on).map(|_| ())
}

/// Writes the day of a step unless something is wrong with it.
fn put(w: &mut Writer, step: ApprovalStep, on: NaiveDate) -> Result<Vec<FieldFault>> {
    let mut steps = recorded_of(w, step.approval)?;
    let faults = faults_of(&steps, &step, on, w.today());
    if !faults.is_empty() {
        return Ok(faults);
    }
    let kind = super::edit::item_of(w, step.project, &w.get::<Approval>(step.approval)?.item)?.kind;
    steps.retain(|other| other.id != step.id);
    for before in tightened(steps, kind, step.state, on) {
        w.put(&before)?;
    }
    w.put(&ApprovalStep { happened_on: on, undated: None, ..step })?;
    Ok(vec![])
}

/// What is wrong with a day for a step among those of its approval, which are in order.
fn faults_of(steps: &[ApprovalStep], step: &ApprovalStep, on: NaiveDate, today: NaiveDate) -> Vec<FieldFault> {
    if !step.is_undated() {
        return vec![FieldFault::error("happened_on", Rule::NotEditable)];
    }
    if on > today {
        return vec![FieldFault::error("happened_on", Rule::ActualInFuture)];
    }
    let at = steps.iter().position(|other| other.id == step.id).unwrap_or(steps.len());
    let before = steps[..at].iter().filter_map(ApprovalStep::told).next_back();
    let after = steps.iter().skip(at + 1).map(|other| other.happened_on).min();
    let early = before.filter(|day| on < *day).map(|day| (Rule::BeforeEarlierStep, day));
    let late = after.filter(|day| on > *day).map(|day| (Rule::AfterNextStep, day));
    let fault = |(rule, day): (Rule, NaiveDate)| FieldFault::error("happened_on", rule).with("day", day);
    early.into_iter().chain(late).map(fault).collect()
}

/// Those steps without a day that had happened before a step to `state` on this day, where theirs may be later: whatever comes
/// after them shows that they had happened by then. What another round lies between is of that round.
pub(super) fn tightened(steps: Vec<ApprovalStep>, kind: ItemKind, state: State, on: NaiveDate) -> Vec<ApprovalStep> {
    let rounds: Vec<NaiveDate> =
        steps.iter().filter(|step| step.state.is_failed()).filter_map(ApprovalStep::told).collect();
    let apart = |by: NaiveDate| rounds.iter().any(|day| on <= *day && *day <= by);
    let later = |step: &ApprovalStep| {
        step.is_undated() && step.happened_on > on && comes_before(step.state, state, kind) && !apart(step.happened_on)
    };
    steps.into_iter().filter(later).map(|step| ApprovalStep { happened_on: on, ..step }).collect()
}

/// Whether `state` follows this one in a round: a certificate is handed over after it is granted, and granted in full after it was
/// with papers to come.
fn comes_before(this: State, state: State, kind: ItemKind) -> bool {
    match (this, state) {
        (State::Approved | State::LackingPassed, State::Delivered) | (State::LackingPassed, State::Approved) => true,
        _ => this.may_reach(state, kind),
    }
}

/// Tells the steps of one approval that stand after a new one of `state` that they had happened by then.
pub(super) fn tighten(w: &mut Writer, approval: ApprovalId, kind: ItemKind, state: State, on: NaiveDate) -> Result<()> {
    for step in tightened(recorded_of(w, approval)?, kind, state, on) {
        w.put(&step)?;
    }
    Ok(())
}
