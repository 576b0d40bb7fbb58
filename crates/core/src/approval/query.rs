//! A project's checklist: what rule says it needs, joined with what is recorded, each item on its clock (`item`), the whole on the
//! time line (`plan`).

mod item;
mod pause;
mod plan;

use super::ask::{Answer, Answers};
use super::clock::{CountedDay, Unit};
use super::expiry::Expiry;
use super::fast::{FastHeld, FastLetter, FastTrack};
use super::generate::{self, Question, Verdict};
use super::hand::{InHand, Opinion};
use super::material::{self, ApprovalMaterial, MaterialHeld};
use super::record::{Approval, ApprovalStep, Condition};
use super::responsible::by_the_book;
use super::state::State;
use super::template::{Duration, Item, ItemKind, Land, Mode, Side, Template};
use super::undated;
use super::version::{self, Templates};
use super::way::{self, ApprovalWay, WayHeld};
use crate::calendar::office::Calendars;
use crate::count::number;
use crate::error::Result;
use crate::id::{ApprovalId, ProjectId, TemplateVersionId};
use crate::people::answering::Answering;
use crate::project::Project;
use crate::store::Reader;
use chrono::NaiveDate;
use item::listed;
pub use item::printed;
pub(super) use item::{approval_step_order, codes, limits, step};
pub use pause::Pause;
pub(crate) use plan::before_start;
pub(super) use plan::{forecast, task};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an office assumes of an enterprise's project until somebody says otherwise.
const USUAL: (Mode, Land) = (Mode::File, Land::Granted);

/// What a checklist is judged by.
#[derive(Clone, Copy)]
pub struct Rules<'a> {
    pub calendars: &'a Calendars,
    pub templates: &'a Templates,
    pub units: &'a Answering,
}

impl<'a> Rules<'a> {
    pub fn of(r: &'a Reader) -> Result<Self> {
        Ok(Self { calendars: r.calendars()?, templates: r.templates()?, units: r.answering()? })
    }
}

/// The checklist of one project.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Checklist {
    pub mode: Mode,
    pub land: Land,
    /// Mode or land was assumed, not said.
    pub assumed: bool,
    pub questions: Vec<Question>,
    pub items: Vec<Listed>,
    /// Items that count in the index and items nobody asked about yet.
    pub required: i64,
    pub not_collected: i64,
    /// 施工许可 by forecast, and the earliest lawful start of construction: once all the law puts first is there, or by 一会三函 once
    /// the three letters are, whichever is sooner.
    pub permit_on: Option<NaiveDate>,
    pub start_on: Option<NaiveDate>,
    /// When all that the law puts before construction is there, by forecast.
    pub formal_on: Option<NaiveDate>,
    /// 一会三函, where the project has it.
    pub fast: Option<FastHeld>,
    /// Approvals that wait for each other, in order: while they do there is no forecast.
    pub circle: Vec<String>,
    /// Codes of what should have been there before an approval that is accepted or granted, and is not, of all that the law puts
    /// before construction: in the order of the list.
    pub skipped: Vec<String>,
}

impl Checklist {
    /// The earliest lawful start where the formal papers are there on a day: then, or once the letters of 一会三函 are.
    pub(super) fn start_by(&self, formal: Option<NaiveDate>) -> Option<NaiveDate> {
        let letters = self.fast.as_ref().and_then(|fast| fast.start_on);
        letters.into_iter().chain(formal).min()
    }
}

/// One line of the checklist.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Listed {
    pub code: String,
    pub name: String,
    pub name_en: String,
    pub stage_no: u8,
    pub stage: String,
    pub stage_en: String,
    /// Which trade handles it, as the library says it.
    pub department: String,
    pub department_en: String,
    /// The unit that answers for it here: who is written down, else whom the address book has for the trade.
    pub unit: String,
    pub unit_en: String,
    pub kind: ItemKind,
    /// Why it stands here; absent for an item added by hand.
    pub verdict: Option<Verdict>,
    pub needs_answer: bool,
    pub state: State,
    /// The day of its last step; none where nobody told it.
    pub since: Option<NaiveDate>,
    /// The day by which its last step had happened, told or not.
    pub known_on: Option<NaiveDate>,
    /// The day by which it had been accepted, told or not.
    #[serde(skip)]
    #[ts(skip)]
    pub accepted_by: Option<NaiveDate>,
    /// Nobody told the day its clock begins on, or the day it was decided on.
    pub untold: bool,
    /// Handed in or accepted, and not decided; the days need not be known.
    pub under_way: bool,
    pub submitted_on: Option<NaiveDate>,
    pub accepted_on: Option<NaiveDate>,
    pub decided_on: Option<NaiveDate>,
    pub done: bool,
    pub stopped: bool,
    pub waived: Option<String>,
    pub statutory: Option<Clocked>,
    pub promised: Option<Clocked>,
    /// The day on a signed sheet, else by the limit that binds: the promise if there is one, else the law's. Absent while a stop is open or nothing runs.
    pub due_on: Option<NaiveDate>,
    /// The day that binds, of one that is decided or stands still past it, too: who is late is late by this day.
    pub ends_on: Option<NaiveDate>,
    /// The due day, else when it would end if its stop ended today, or by the days it is planned with; none without acceptance.
    #[serde(skip)]
    #[ts(skip)]
    pub until: Option<NaiveDate>,
    /// Working days to the due day; negative when overdue.
    pub days_left: Option<i64>,
    /// Working days that were left of its limit when it was decided; negative: it came so late.
    pub spared: Option<i64>,
    /// In whose hands it lies; nothing for one that was not handed in or is decided.
    pub in_hand: Option<InHand>,
    /// The second unit's opinion, as far as it is known on the day.
    #[serde(skip)]
    #[ts(skip)]
    pub opinion: Option<Opinion>,
    /// States that may come next.
    pub next: Vec<State>,
    pub forecast_on: Option<NaiveDate>,
    /// The first day it can be accepted by forecast; none for one that is accepted.
    pub begins_on: Option<NaiveDate>,
    /// Working days it may slip without moving the start of construction.
    pub slack: Option<i64>,
    pub critical: bool,
    /// Codes it waits for, any of each group.
    pub needs: Vec<Vec<String>>,
    /// Codes of what it should have waited for and is neither there nor done beside it (并联, 容缺), where it is accepted or granted.
    pub skipped: Vec<String>,
    /// How long it takes by the template once it can begin, and whose time that is.
    pub lasts: Duration,
    /// What the template offers to be quicker with it, e.g. 容缺受理.
    pub measures: Vec<String>,
    pub materials: Vec<MaterialHeld>,
    pub ways: Vec<WayHeld>,
    pub result: String,
    pub basis: String,
    /// The end of its certificate, where that is past or near.
    pub expiry: Option<Expiry>,
    /// The record behind it, if any.
    pub approval: Option<Approval>,
    pub steps: Vec<ApprovalStep>,
    /// When its clock stood still, and whose turn it was.
    pub pauses: Vec<Pause>,
}

/// A limit and where its clock stands.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Clocked {
    pub half_days: u16,
    pub unit: Unit,
    pub side: Side,
    pub due_on: Option<NaiveDate>,
    /// Where a notice published since acceptance moved it: the day it was before.
    pub due_first: Option<NaiveDate>,
    /// A year on the way has no notice yet (暂估).
    pub provisional: bool,
    /// The template's limit is common practice that nobody confirmed yet (待核).
    pub to_check: bool,
    /// How the day was reached.
    pub days: Vec<CountedDay>,
}

/// An item of the library and what rule says of it for a project.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LibraryItem {
    pub item: Item,
    pub verdict: Verdict,
    pub on_checklist: bool,
}

/// What is recorded of one project's approvals.
#[derive(Clone)]
pub struct Recorded {
    pub answers: Answers,
    pub approvals: Vec<Approval>,
    pub steps: Vec<ApprovalStep>,
    pub ways: Vec<ApprovalWay>,
    pub materials: Vec<ApprovalMaterial>,
    pub fast: Option<FastTrack>,
    pub letters: Vec<FastLetter>,
    /// The version of the template its checklist is kept by; nothing is the program's own.
    pub version: Option<TemplateVersionId>,
}

pub fn recorded(r: &Reader, project: ProjectId) -> Result<Recorded> {
    let key = project.to_string();
    let conditions: Vec<Condition> = r.all("where project = ? order by ask", [&key])?;
    let approvals: Vec<Approval> = r.all("where project = ? order by item", [&key])?;
    let begun = !conditions.is_empty() || !approvals.is_empty();
    Ok(Recorded {
        version: version::kept_by(r, project, begun)?,
        answers: conditions.into_iter().map(|c| (c.ask, Answer::from(c.answer))).collect(),
        approvals,
        ways: r.all("where project = ? order by begun_on, id", [&key])?,
        materials: r.all("where project = ? order by id", [&key])?,
        fast: r.first("where project = ? order by id", [&key])?,
        letters: r.all("where project = ? order by id", [&key])?,
        steps: r.all("where project = ? order by happened_on, typed_ms, origin, id", [&key])?,
    })
}

pub fn checklist(r: &Reader, id: ProjectId) -> Result<Checklist> {
    let project: Project = r.get(id)?;
    let mut recorded = recorded(r, id)?;
    let approvals = std::mem::take(&mut recorded.approvals).into_iter();
    recorded.approvals = approvals.map(|approval| by_the_book(r, approval)).collect::<Result<_>>()?;
    Ok(checklist_of(Rules::of(r)?, &project, recorded, r.today()))
}

/// The checklist as of `today`.
#[must_use]
pub fn checklist_of(rules: Rules, project: &Project, recorded: Recorded, today: NaiveDate) -> Checklist {
    let Rules { calendars, templates, .. } = rules;
    let (mode, land) = (project.mode.unwrap_or(USUAL.0), project.land.unwrap_or(USUAL.1));
    let template = templates.version(recorded.version);
    let library = template.items();
    let answers = answered(library, &recorded);
    let verdicts = generate::generate(library, mode, land, &answers);
    let questions = generate::questions(library, mode, land, &answers);
    let steps_of = |approval: &Approval| -> Vec<ApprovalStep> {
        recorded.steps.iter().filter(|step| step.approval == approval.id).cloned().collect()
    };
    let mut items: Vec<Listed> = vec![];
    for (item, verdict) in library.iter().zip(verdicts) {
        let approval = recorded.approvals.iter().find(|a| a.item == item.code).cloned();
        let steps = approval.as_ref().map_or(vec![], steps_of);
        let kept = approval.as_ref().is_some_and(|a| a.added || a.waived.is_some()) || !steps.is_empty();
        if verdict.listed || kept {
            items.push(listed(rules, item, Some(verdict), (approval, steps), today));
        }
    }
    // What is under way stays, though the version has it no longer.
    for approval in recorded.approvals.iter().filter(|approval| template.find(&approval.item).is_none()) {
        let (steps, item) = (steps_of(approval), templates.find(&approval.item));
        if let Some(item) = item.filter(|_| approval.added || !steps.is_empty()) {
            items.push(listed(rules, item, None, (Some(approval.clone()), steps), today));
        }
    }
    let required = items.iter().filter(|i| i.state.counts() && i.waived.is_none()).count();
    let not_collected = items.iter().filter(|i| i.state == State::NotCollected && i.waived.is_none()).count();
    let assumed = project.mode.is_none() || project.land.is_none();
    let (required, not_collected) = (number(required), number(not_collected));
    let (permit_on, start_on, formal_on, circle) = (None, None, None, vec![]);
    let fast = recorded.fast.filter(|track| track.met_on <= today);
    let fast = fast.map(|track| FastHeld::of(track, &recorded.letters, today));
    let mut list = Checklist {
        mode,
        land,
        assumed,
        questions,
        items,
        required,
        not_collected,
        permit_on,
        start_on,
        formal_on,
        fast,
        circle,
        skipped: vec![],
    };
    plan::skipped(&mut list);
    forecast(calendars.everybody(), &mut list, today);
    way::hang(&mut list, project.id, &recorded.ways, today);
    if !recorded.materials.is_empty() {
        papers(&mut list, template, &recorded.materials);
    }
    list
}

/// What is answered of a project: by somebody, else by which of some alternatives was added or begun.
fn answered(library: &[Item], recorded: &Recorded) -> Answers {
    let needed = || recorded.approvals.iter().filter(|approval| approval.waived.is_none());
    let added = needed().filter(|approval| approval.added).map(|approval| approval.item.as_str());
    let of = |step: &ApprovalStep| needed().find(|approval| approval.id == step.approval);
    // What has not begun or was given up answers nothing; a day that was told says more than one by which something had happened.
    let begins = |step: &&ApprovalStep| undated::matters(step.state) && !step.state.is_failed();
    let mut begun: Vec<&ApprovalStep> = recorded.steps.iter().filter(begins).collect();
    begun.sort_by_key(|step| !step.is_undated());
    let begun = begun.into_iter().filter_map(of).map(|approval| approval.item.as_str());
    generate::with_records(library, &recorded.answers, added.chain(begun))
}

/// Puts what is known of papers beside those the template lists.
fn papers(list: &mut Checklist, template: &Template, known: &[ApprovalMaterial]) {
    for item in &mut list.items {
        let Some(approval) = &item.approval else { continue };
        let listed = template.find(&item.code).map_or(&[][..], |item| &item.materials);
        let known = known.iter().filter(|paper| paper.approval == approval.id).cloned().collect();
        item.materials = material::held(listed, known);
    }
}

pub fn library(r: &Reader, id: ProjectId) -> Result<Vec<LibraryItem>> {
    let list = checklist(r, id)?;
    let known = recorded(r, id)?;
    let library = r.templates()?.version(known.version).items();
    let verdicts = generate::generate(library, list.mode, list.land, &answered(library, &known));
    let on = |code: &str| list.items.iter().any(|i| i.code == code);
    let items = library.iter().zip(verdicts);
    Ok(items.map(|(item, verdict)| LibraryItem { on_checklist: on(&item.code), item: item.clone(), verdict }).collect())
}

/// The identity of a project's approval of one item, the same on every desk.
#[must_use]
pub fn approval_id(project: ProjectId, item: &str) -> ApprovalId {
    ApprovalId(crate::id::derived(&["approval", &project.to_string(), item]))
}
