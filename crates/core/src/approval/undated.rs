//! Steps of which nobody told the day: a ledger's √ says that something was done by then, not when. No clock runs from such a
//! step and no figure counts it until somebody fills the day in (`rules.md` 13: a limit is counted from the day of acceptance).

use super::hand::is_open;
use super::record::{Approval, ApprovalStep};
use super::state::State;
use super::template::ItemKind;
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

/// The steps without a day. Of an approval that is waived or of no item nothing is told.
pub fn undated(r: &Reader, query: &UndatedQuery) -> Result<Undated> {
    let templates = r.templates()?;
    let mut open: HashMap<ApprovalId, bool> = HashMap::new();
    let mut found = Undated { rows: vec![], under_way: 0, decided: 0 };
    let steps: Vec<ApprovalStep> = r.all(
        "where undated and (?1 is null or project = ?1) order by project, id",
        [query.project.map(|p| p.to_string())],
    )?;
    let mut names: HashMap<ProjectId, String> = HashMap::new();
    for step in steps.into_iter().filter(|step| matters(step.state)) {
        let Some(approval) = r.find::<Approval>(step.approval)?.filter(|approval| approval.waived.is_none()) else {
            continue;
        };
        let Some(item) = templates.item_of(step.project, &approval.item) else { continue };
        let project_name = match names.get(&step.project) {
            Some(name) => name.clone(),
            None => {
                let name = r.find::<Project>(step.project)?.map(|p| p.name).unwrap_or_default();
                names.insert(step.project, name.clone());
                name
            }
        };
        if !project_name.contains(query.text.trim()) {
            continue;
        }
        let is_open = match open.get(&approval.id) {
            Some(known) => *known,
            None => {
                *open.entry(approval.id).or_insert(is_open(super::running::standing(r, approval.id, item.kind)?.state))
            }
        };
        *(if is_open { &mut found.under_way } else { &mut found.decided }) += 1;
        if is_open == query.decided {
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
    found.rows.sort_by(|a, b| (&a.project_name, a.project, &a.item).cmp(&(&b.project_name, b.project, &b.item)));
    found.rows.truncate(MOST);
    Ok(found)
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
    let mut steps = of_approval(w, step.approval)?;
    let faults = faults_of(&steps, &step, on, w.today());
    if !faults.is_empty() {
        return Ok(faults);
    }
    let kind = super::edit::item_of(w, step.project, &w.get::<Approval>(step.approval)?.item)?.kind;
    steps.retain(|other| other.id != step.id);
    for before in tightened(steps, kind, step.state, on) {
        w.put(&before)?;
    }
    w.put(&ApprovalStep { happened_on: on, undated: false, ..step })?;
    Ok(vec![])
}

fn of_approval(r: &Reader, approval: ApprovalId) -> Result<Vec<ApprovalStep>> {
    r.all("where approval = ? order by happened_on, typed_ms, origin, id", [approval.to_string()])
}

/// What is wrong with a day for a step among those of its approval, which are in order.
fn faults_of(steps: &[ApprovalStep], step: &ApprovalStep, on: NaiveDate, today: NaiveDate) -> Vec<FieldFault> {
    if !step.undated {
        return vec![FieldFault::error("happened_on", Rule::NotEditable)];
    }
    if on > today {
        return vec![FieldFault::error("happened_on", Rule::ActualInFuture)];
    }
    let at = steps.iter().position(|other| other.id == step.id).unwrap_or(steps.len());
    let before = steps[..at].iter().rfind(|other| !other.undated).map(|other| other.happened_on);
    let after = steps.iter().skip(at + 1).map(|other| other.happened_on).min();
    let early = before.filter(|day| on < *day).map(|day| (Rule::BeforeEarlierStep, day));
    let late = after.filter(|day| on > *day).map(|day| (Rule::AfterNextStep, day));
    let fault = |(rule, day): (Rule, NaiveDate)| FieldFault::error("happened_on", rule).with("day", day);
    early.into_iter().chain(late).map(fault).collect()
}

/// Those steps without a day that had happened before a step to `state` on this day, where theirs may be later: whatever comes
/// after them shows that they had happened by then.
pub(super) fn tightened(steps: Vec<ApprovalStep>, kind: ItemKind, state: State, on: NaiveDate) -> Vec<ApprovalStep> {
    let later = |step: &ApprovalStep| step.undated && step.happened_on > on && step.state.may_reach(state, kind);
    steps.into_iter().filter(later).map(|step| ApprovalStep { happened_on: on, ..step }).collect()
}

/// Tells the steps of one approval that stand after a new one of `state` that they had happened by then.
pub(super) fn tighten(w: &mut Writer, approval: ApprovalId, kind: ItemKind, state: State, on: NaiveDate) -> Result<()> {
    for step in tightened(of_approval(w, approval)?, kind, state, on) {
        w.put(&step)?;
    }
    Ok(())
}
