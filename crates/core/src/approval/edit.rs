//! Writing what is known of approvals: answers, records, and steps that are only ever added.

use super::clock::{Party, StopKind};
use super::query::{Checklist, approval_id, checklist, recorded};
use super::record::{Approval, ApprovalStep, Condition};
use super::responsible;
use super::state::State;
use super::template::Item;
use super::undated;
use super::version;
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{ApprovalStepId, ConditionId, ProjectId};
use crate::project::Project;
use crate::store::patch::Patch;
use crate::store::{Reader, Writer};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The answer to one question of the template.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AnswerQuestion {
    pub project: ProjectId,
    /// The question's code, e.g. `farmland`.
    pub question: String,
    /// `yes`, `no` or a choice; absent takes the answer back.
    pub answer: Option<String>,
}

/// Named fields of a project's approval, e.g. the holder, a waiver, a certificate.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveApproval {
    pub project: ProjectId,
    pub item: String,
    pub set: Patch,
}

/// A step that happened.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct NewStep {
    pub project: ProjectId,
    pub item: String,
    pub state: State,
    pub happened_on: NaiveDate,
    /// Nobody told the day: it had happened by `happened_on`.
    #[serde(default)]
    pub undated: bool,
    #[serde(default)]
    pub stop_kind: Option<StopKind>,
    #[serde(default)]
    pub basis: Option<String>,
    #[serde(default)]
    pub restart: bool,
    /// Who inspects, tests or reviews, where the stop is for that.
    #[serde(default)]
    pub examiner: Option<String>,
    #[serde(default)]
    pub extension: Option<i64>,
    #[serde(default)]
    pub note: Option<String>,
    /// What becomes known with the step, e.g. the certificate's number.
    #[serde(default)]
    pub set: Patch,
}

pub fn answer(w: &mut Writer, input: AnswerQuestion) -> Result<Checklist> {
    let project: Project = w.get(input.project)?;
    let before = checklist(w, input.project)?;
    begin(w, &project)?;
    let question = before.questions.iter().find(|q| q.code == input.question);
    let question = question.ok_or_else(|| Error::not_found("question", &input.question))?;
    let id = ConditionId(crate::id::derived(&["condition", &input.project.to_string(), &input.question]));
    w.subject(project.name);
    match input.answer {
        None => {
            w.remove::<Condition>(id)?;
        }
        Some(answer) => {
            let fits = if question.choices.is_empty() {
                ["yes", "no"].contains(&answer.as_str())
            } else {
                question.choices.iter().any(|c| c.value == answer)
            };
            if !fits {
                return Err(Error::invalid("answer", Rule::NotAChoice));
            }
            w.put(&Condition { id, office: project.office, project: input.project, ask: input.question, answer })?;
        }
    }
    checklist(w, input.project)
}

pub fn save(w: &mut Writer, input: SaveApproval) -> Result<Checklist> {
    let project: Project = w.get(input.project)?;
    let old = existing(w, &project, &input.item)?;
    let saved = responsible::settled(w, &old, input.set.apply(&old)?)?;
    for (field, half_days) in [("statutory", saved.statutory), ("promised", saved.promised)] {
        if half_days.is_some_and(|d| !(0..=2000).contains(&d)) {
            return Err(Error::invalid(field, Rule::OutOfRange));
        }
    }
    opinion(&saved, w.today())?;
    w.subject(project.name);
    w.put(&saved)?;
    checklist(w, input.project)
}

/// An opinion is there no earlier than it was asked for, and not tomorrow.
fn opinion(approval: &Approval, today: NaiveDate) -> Result<()> {
    let (asked, there) = (approval.opinion_asked_on, approval.opinion_on);
    for (field, day) in [("opinion_asked_on", asked), ("opinion_on", there)] {
        if day.is_some_and(|day| day > today) {
            return Err(Error::invalid(field, Rule::ActualInFuture));
        }
    }
    if asked.zip(there).is_some_and(|(asked, there)| there < asked) {
        return Err(Error::invalid("opinion_on", Rule::FinishBeforeStart));
    }
    Ok(())
}

pub(crate) fn existing(w: &mut Writer, project: &Project, item: &str) -> Result<Approval> {
    let id = approval_id(project.id, item);
    match w.find(id)? {
        Some(known) => Ok(known),
        None => begun(w, project, item),
    }
}

fn begun(w: &mut Writer, project: &Project, item: &str) -> Result<Approval> {
    let id = approval_id(project.id, item);
    item_of(w, project.id, item)?;
    begin(w, project)?;
    Ok(blank(id, project, item))
}

/// The item as the project's version of the template has it.
pub(crate) fn item_of<'r>(r: &'r Reader, project: ProjectId, code: &str) -> Result<&'r Item> {
    let templates = r.templates()?;
    let known = templates.version(version::kept_by_now(r, project)?).find(code);
    known.or_else(|| templates.find(code)).ok_or_else(|| Error::not_found("approval", code))
}

/// A checklist that begins keeps the version it begins with.
pub(super) fn begin(w: &mut Writer, project: &Project) -> Result<()> {
    let Some(newest) = w.templates()?.newest_id() else { return Ok(()) };
    if version::begun(w, project.id)? {
        return Ok(());
    }
    version::keep(w, project, Some(newest))
}

/// Records a step under the fact's day; the moment of typing is kept beside it.
pub fn step(w: &mut Writer, input: NewStep) -> Result<Checklist> {
    let project: Project = w.get(input.project)?;
    checked(w, &input)?;
    let subject = undo_words(w, &project, &input.item, input.state)?;
    w.subject(subject);
    add_step(w, &project, &input)?;
    checklist(w, input.project)
}

/// Saves what becomes known of an approval without a step: a certificate, a waiver.
pub fn note(w: &mut Writer, project: &Project, input: &NewStep) -> Result<Approval> {
    let approval: Approval = input.set.apply(&existing(w, project, &input.item)?)?;
    w.put(&approval)?;
    Ok(approval)
}

/// Adds a step that was checked before, e.g. from a ledger's marks.
pub fn add_step(w: &mut Writer, project: &Project, input: &NewStep) -> Result<()> {
    let known = w.find::<Approval>(approval_id(project.id, &input.item))?;
    let is_new = known.is_none();
    let before = match known {
        Some(known) => known,
        None => begun(w, project, &input.item)?,
    };
    let mut approval: Approval = input.set.apply(&before)?;
    w.put(&approval)?;
    if approval.waived.is_some() && input.state != State::NotApplicable {
        // What is under way is needed after all.
        approval.waived = None;
        w.put(&approval)?;
    }
    if !is_new {
        let kind = item_of(w, project.id, &input.item)?.kind;
        undated::tighten(w, approval.id, kind, input.state, input.happened_on)?;
    }
    w.put_new(row_of(w.new_id(), &approval, input, w.now_ms()))
}

/// The row of a step that was typed at `typed_ms`.
pub(super) fn row_of(id: ApprovalStepId, approval: &Approval, input: &NewStep, typed_ms: i64) -> ApprovalStep {
    let text = |t: &Option<String>| crate::text::said(t.as_deref()).map(str::to_string);
    ApprovalStep {
        id,
        office: approval.office,
        approval: approval.id,
        project: approval.project,
        state: input.state,
        happened_on: input.happened_on,
        // That something has not begun was seen on the day it was told.
        undated: (input.undated && undated::matters(input.state)).then_some(true),
        typed_ms,
        stop_kind: input.stop_kind,
        basis: text(&input.basis),
        restart: input.restart,
        examiner: text(&input.examiner).filter(|_| input.stop_kind.is_some_and(|kind| kind.party() == Party::Third)),
        extension: input.extension,
        note: text(&input.note),
    }
}

/// A step that may be recorded.
///
/// # Errors
/// `NotFound` for an item that is none, `Invalid` with every fault.
pub(super) fn checked(r: &Reader, input: &NewStep) -> Result<()> {
    let item = item_of(r, input.project, &input.item)?;
    let mut faults = check(input, item, r.today());
    let id = approval_id(input.project, &input.item);
    if input.undated && super::running::standing(r, id, item.kind)?.open_stop().is_some() {
        // Counting goes on from the day a stop ended.
        faults.push(FieldFault::error("happened_on", Rule::Required));
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

/// A stop names its kind and its basis (practice C24), an extension its days, and both their day; nothing has happened tomorrow.
fn check(input: &NewStep, item: &Item, today: NaiveDate) -> Vec<FieldFault> {
    let mut faults = vec![];
    if !input.state.fits(item.kind) || input.state == State::NotCollected {
        faults.push(FieldFault::error("state", Rule::NotAChoice));
    }
    if input.happened_on > today {
        faults.push(FieldFault::error("happened_on", Rule::ActualInFuture));
    }
    if input.undated && matches!(input.state, State::Stopped | State::Extended) {
        faults.push(FieldFault::error("happened_on", Rule::Required));
    }
    if input.state == State::Stopped {
        if input.stop_kind.is_none() {
            faults.push(FieldFault::error("stop_kind", Rule::Required));
        }
        if input.basis.as_deref().is_none_or(|b| b.trim().is_empty()) {
            faults.push(FieldFault::error("basis", Rule::Required));
        }
    }
    if input.state == State::Extended {
        match input.extension {
            None => faults.push(FieldFault::error("extension", Rule::Required)),
            Some(days) if !(1..=365).contains(&days) => faults.push(FieldFault::error("extension", Rule::OutOfRange)),
            Some(_) => {}
        }
    }
    faults
}

/// What undo calls one step: the project, then item and state as [`named`] has them.
fn undo_words(r: &Reader, project: &Project, item: &str, state: State) -> Result<String> {
    Ok(format!("{}|{}", project.name, named(item_of(r, project.id, item)?, state)))
}

/// An item and a state for the interface to put in words: `环境影响评价审批|Environmental impact assessment|permit|accepted`.
pub(super) fn named(item: &Item, state: State) -> String {
    // A name has no bar of its own: it would be taken for two.
    let [name, name_en] = [&item.name, &item.name_en].map(|name| name.replace('|', "｜"));
    [&*name, &name_en, item.kind.code(), state.code()].join("|")
}

/// Takes back a step: by its author, until a later step of the same approval stands on it (`rules.md` 5).
pub fn withdraw(w: &mut Writer, id: ApprovalStepId) -> Result<Checklist> {
    let row: ApprovalStep = w.get(id)?;
    let later =
        recorded(w, row.project)?.steps.into_iter().filter(|s| s.approval == row.approval && s.typed_ms > row.typed_ms);
    let count = i64::try_from(later.count()).unwrap_or(i64::MAX);
    if count > 0 {
        return Err(Error::InUse { what: "approval_step", count });
    }
    let author: String = w.db().query_row(
        "select c.person from approval_step s join changeset c on c.id = s.origin where s.id = ?",
        [id.to_string()],
        |r| r.get(0),
    )?;
    if author != w.person()?.to_string() {
        return Err(Error::Forbidden { command: "approval_step_withdraw".into() });
    }
    let approval: Approval = w.get(row.approval)?;
    let subject = undo_words(w, &w.get(row.project)?, &approval.item, row.state)?;
    w.subject(subject);
    w.remove::<ApprovalStep>(id)?;
    checklist(w, row.project)
}

pub(super) fn blank(id: crate::id::ApprovalId, project: &Project, item: &str) -> Approval {
    Approval {
        id,
        office: project.office,
        project: project.id,
        item: item.into(),
        added: false,
        waived: None,
        holder: None,
        opinion_holder: None,
        opinion_asked_on: None,
        opinion_on: None,
        statutory: None,
        statutory_unit: None,
        promised: None,
        lacking: None,
        lacking_by: None,
        parallel: None,
        lacking_items: None,
        bundle: None,
        certificate: None,
        certificate_on: None,
        expires_on: None,
        due_printed: None,
        verified_on: None,
        verified_with: None,
        note: None,
        level: None,
        escort: None,
        responsible: None,
        responsible_person: None,
    }
}
