//! A project's checklist: what rule says it needs, joined with what is recorded, each item on its clock.

use super::ask::{Answer, Answers, Needs};
use super::clock::{self, CountedDay, Limit, Unit};
use super::fast::{self, FastHeld, FastLetter, FastTrack};
use super::generate::{self, Applies, Question, Verdict};
use super::hand::{self, InHand, Opinion};
use super::material::{self, ApprovalMaterial, MaterialHeld};
use super::record::{Approval, ApprovalStep, Condition};
use super::running::Binding;
use super::schedule::{self, Task, TaskState};
use super::state::{self, Standing, State, Step};
use super::template::{self, Duration, Item, ItemKind, Land, Mark, Mode, Side, Template};
use super::version::{self, Templates};
use super::way::{self, ApprovalWay, WayHeld};
use crate::calendar::Calendar;
use crate::calendar::office::Calendars;
use crate::error::Result;
use crate::id::{ApprovalId, ProjectId, TemplateVersionId};
use crate::project::Project;
use crate::store::Reader;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use ts_rs::TS;

/// What an office assumes of an enterprise's project until somebody says otherwise.
const USUAL: (Mode, Land) = (Mode::File, Land::Granted);

/// What a checklist is judged by.
#[derive(Clone, Copy)]
pub struct Rules<'a> {
    pub calendars: &'a Calendars,
    pub templates: &'a Templates,
}

impl<'a> Rules<'a> {
    pub fn of(r: &'a Reader) -> Result<Self> {
        Ok(Self { calendars: r.calendars()?, templates: r.templates()? })
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
    pub department: String,
    pub department_en: String,
    pub kind: ItemKind,
    /// Why it stands here; absent for an item added by hand.
    pub verdict: Option<Verdict>,
    pub needs_answer: bool,
    pub state: State,
    pub since: Option<NaiveDate>,
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
    /// The due day, else when it would end if its stop ended today, or by the days it is planned with; none without acceptance.
    #[serde(skip)]
    #[ts(skip)]
    pub until: Option<NaiveDate>,
    /// Working days to the due day; negative when overdue.
    pub days_left: Option<i64>,
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
    /// How long it takes by the template once it can begin, and whose time that is.
    pub lasts: Duration,
    /// What the template offers to be quicker with it, e.g. 容缺受理.
    pub measures: Vec<String>,
    pub materials: Vec<MaterialHeld>,
    pub ways: Vec<WayHeld>,
    pub result: String,
    pub basis: String,
    /// The record behind it, if any.
    pub approval: Option<Approval>,
    pub steps: Vec<ApprovalStep>,
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
    Ok(checklist_of(Rules::of(r)?, &project, recorded(r, id)?, r.today()))
}

/// The checklist as of `today`.
#[must_use]
pub fn checklist_of(rules: Rules, project: &Project, recorded: Recorded, today: NaiveDate) -> Checklist {
    let Rules { calendars, templates } = rules;
    let (mode, land) = (project.mode.unwrap_or(USUAL.0), project.land.unwrap_or(USUAL.1));
    let template = templates.version(recorded.version);
    let library = template.items();
    let verdicts = generate::generate(library, mode, land, &recorded.answers);
    let questions = generate::questions(library, mode, land, &recorded.answers);
    let steps_of = |approval: &Approval| -> Vec<ApprovalStep> {
        recorded.steps.iter().filter(|step| step.approval == approval.id).cloned().collect()
    };
    let mut items: Vec<Listed> = vec![];
    for (item, verdict) in library.iter().zip(verdicts) {
        let approval = recorded.approvals.iter().find(|a| a.item == item.code).cloned();
        let steps = approval.as_ref().map_or(vec![], steps_of);
        let kept = approval.as_ref().is_some_and(|a| a.added || a.waived.is_some()) || !steps.is_empty();
        if verdict.listed || kept {
            items.push(listed(calendars, item, Some(verdict), approval, steps, today));
        }
    }
    // What is under way stays, though the version has it no longer.
    for approval in recorded.approvals.iter().filter(|approval| template.find(&approval.item).is_none()) {
        let (steps, item) = (steps_of(approval), templates.find(&approval.item));
        if let Some(item) = item.filter(|_| approval.added || !steps.is_empty()) {
            items.push(listed(calendars, item, None, Some(approval.clone()), steps, today));
        }
    }
    let required = items.iter().filter(|i| i.state.counts() && i.waived.is_none()).count();
    let not_collected = items.iter().filter(|i| i.state == State::NotCollected && i.waived.is_none()).count();
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let assumed = project.mode.is_none() || project.land.is_none();
    let (required, not_collected) = (count(required), count(not_collected));
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
    };
    forecast(calendars.everybody(), &mut list, today);
    way::hang(&mut list, project.id, &recorded.ways, today);
    if !recorded.materials.is_empty() {
        papers(&mut list, template, &recorded.materials);
    }
    list
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

/// Puts every open item on the time line. Items that wait for each other in a circle have no forecast.
pub(super) fn forecast(calendar: &Calendar, list: &mut Checklist, today: NaiveDate) {
    let tasks: Vec<Task> = list.items.iter().filter(|i| i.waived.is_none()).map(|i| task(i, today)).collect();
    let good_by = list.fast.as_ref().map(|fast| fast.track.formal_by);
    list.start_on = list.start_by(None);
    let plan = match schedule::schedule_until(calendar, today, &tasks, good_by) {
        Ok(plan) => plan,
        Err(schedule::Circle(codes)) => {
            list.circle = codes;
            return fast::make_good(calendar, list, today);
        }
    };
    (list.permit_on, list.formal_on) = (plan.permit, plan.construction);
    list.start_on = list.start_by(plan.construction);
    for planned in plan.items {
        if let Some(item) = list.items.iter_mut().find(|i| i.code == planned.code && !i.done) {
            item.forecast_on = Some(planned.finish);
            item.begins_on = planned.start;
            item.slack = planned.slack;
            item.critical = planned.critical;
        }
    }
    fast::make_good(calendar, list, today);
}

/// What must be there before construction by law, and what that waits for in turn.
pub(crate) fn before_start(list: &Checklist) -> HashSet<&str> {
    let needs: HashMap<&str, &Vec<Vec<String>>> = list.items.iter().map(|i| (i.code.as_str(), &i.needs)).collect();
    let mut found: HashSet<&str> = HashSet::new();
    let mut open: Vec<&str> =
        schedule::BEFORE_CONSTRUCTION.iter().copied().filter(|code| needs.contains_key(code)).collect();
    while let Some(code) = open.pop() {
        if found.insert(code) {
            let next = needs.get(code).into_iter().flat_map(|groups| groups.iter().flatten());
            open.extend(next.map(String::as_str).filter(|code| needs.contains_key(code)));
        }
    }
    found
}

pub(super) fn task(item: &Listed, today: NaiveDate) -> Task {
    let agreed = item.promised.as_ref().map(|p| Limit { half_days: p.half_days, unit: p.unit });
    let state = match (item.done, item.decided_on, item.accepted_on) {
        (true, on, _) => TaskState::Done { on: on.or(item.since).unwrap_or(today) },
        (false, None, Some(_)) => TaskState::Running { due: item.due_on.or(item.until).unwrap_or(today) },
        _ => TaskState::Ahead,
    };
    Task {
        code: item.code.clone(),
        needs: Needs(item.needs.clone()),
        after: item.approval.as_ref().map_or(vec![], |a| codes(a.lacking_items.as_deref())),
        bundle: item.approval.as_ref().and_then(|a| a.bundle.clone()),
        lasts: agreed.unwrap_or(item.lasts.limit),
        state,
    }
}

pub fn library(r: &Reader, id: ProjectId) -> Result<Vec<LibraryItem>> {
    let list = checklist(r, id)?;
    let known = recorded(r, id)?;
    let library = r.templates()?.version(known.version).items();
    let verdicts = generate::generate(library, list.mode, list.land, &known.answers);
    let on = |code: &str| list.items.iter().any(|i| i.code == code);
    let items = library.iter().zip(verdicts);
    Ok(items.map(|(item, verdict)| LibraryItem { on_checklist: on(&item.code), item: item.clone(), verdict }).collect())
}

fn listed(
    calendars: &Calendars,
    item: &Item,
    verdict: Option<Verdict>,
    approval: Option<Approval>,
    steps: Vec<ApprovalStep>,
    today: NaiveDate,
) -> Listed {
    let standing = state::fold(item.kind, &steps.iter().map(step).collect::<Vec<_>>());
    let waived = approval.as_ref().and_then(|a| a.waived.clone());
    let state = if waived.is_some() { State::NotApplicable } else { standing.state };
    let (statutory, promised) = limits(item, approval.as_ref());
    let unit = approval.as_ref().and_then(|a| a.holder.as_deref());
    let clocked = |limit: Limited, open| Some(clocked(calendars, unit, limit?, &standing, open));
    let open = to_check(item, approval.as_ref());
    let (statutory, promised) = (clocked(statutory, open.0), clocked(promised, open.1));
    let due_on = due(approval.as_ref(), &standing, promised.as_ref().or(statutory.as_ref()));
    Listed {
        code: item.code.clone(),
        name: item.name.clone(),
        name_en: item.name_en.clone(),
        stage_no: item.stage_no,
        stage: item.stage.clone(),
        stage_en: item.stage_en.clone(),
        department: item.department.clone(),
        department_en: item.department_en.clone(),
        kind: item.kind,
        needs_answer: verdict.as_ref().is_some_and(|verdict| verdict.applies == Applies::Unknown),
        verdict: verdict.filter(|_| !approval.as_ref().is_some_and(|a| a.added)),
        state,
        since: standing.since,
        submitted_on: standing.submitted,
        accepted_on: standing.accepted,
        decided_on: standing.decided,
        done: state.is_done(),
        stopped: standing.open_stop().is_some(),
        waived,
        statutory,
        promised,
        due_on,
        until: due_on.or_else(|| until(calendars.of_unit(unit), item, approval.as_ref(), &standing, today)),
        days_left: due_on.map(|due| calendars.of_unit(unit).working_between(today, due)),
        in_hand: hand::in_hand(item, approval.as_ref(), &standing, calendars.everybody(), today),
        opinion: approval.as_ref().and_then(|a| hand::opinion(a, &standing, today)),
        next: state.next(item.kind),
        forecast_on: None,
        begins_on: None,
        slack: None,
        critical: false,
        needs: waits_for(item, approval.as_ref()),
        lasts: item.duration(),
        measures: item.measures.clone(),
        materials: material::held(&item.materials, vec![]),
        ways: vec![],
        result: item.result.clone(),
        basis: item.basis.clone(),
        approval,
        steps,
    }
}

/// The day that stands on the signed sheet, else the one of the limit that binds; none while no clock runs.
fn due(approval: Option<&Approval>, standing: &Standing, binding: Option<&Clocked>) -> Option<NaiveDate> {
    approval.and_then(|a| printed(a, standing)).or_else(|| binding?.due_on).filter(|_| standing.clock_runs())
}

/// The end of what was accepted: on its limit, or on the days it is planned with; a stop that is open ends today at the soonest.
fn until(
    calendar: &Calendar,
    item: &Item,
    approval: Option<&Approval>,
    standing: &Standing,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let accepted = standing.accepted.filter(|_| standing.decided.is_none())?;
    let limit = Binding::of(item, approval).map_or(item.duration().limit, |binding| binding.limit);
    let mut stops = standing.stops.clone();
    stops.iter_mut().for_each(|stop| stop.to = stop.to.or(Some(today.max(stop.from))));
    clock::due(calendar, accepted, limit, standing.extension_days, &stops).on
}

/// Which limits are the template's and 待核: what was agreed for the project is not.
fn to_check(item: &Item, approval: Option<&Approval>) -> (bool, bool) {
    let open = |mark: Option<Mark>, agreed: Option<i64>| agreed.is_none() && mark == Some(Mark::ToCheck);
    let (statutory, promised) = approval.map_or((None, None), |a| (a.statutory, a.promised));
    (open(item.basis_mark, statutory), open(item.promised_mark, promised))
}

/// What an approval waits for: what its item needs, but for what this project does beside it or hands in later.
fn waits_for(item: &Item, approval: Option<&Approval>) -> Vec<Vec<String>> {
    let Some(approval) = approval else { return item.needs.0.clone() };
    let eased = [codes(approval.parallel.as_deref()), codes(approval.lacking_items.as_deref())].concat();
    let waits = |group: &&Vec<String>| !group.iter().any(|code| eased.contains(code));
    item.needs.0.iter().filter(waits).cloned().collect()
}

/// Codes of items as a field holds them.
pub(super) fn codes(text: Option<&str>) -> Vec<String> {
    text.map_or(vec![], |text| template::all_of(text, ';'))
}

/// The order in which steps are taken: by the day of the fact, those of one day as they were typed.
pub(super) fn approval_step_order(on: NaiveDate, typed_ms: i64) -> (NaiveDate, i64) {
    (on, typed_ms)
}

pub(super) fn step(s: &ApprovalStep) -> Step {
    Step {
        state: s.state,
        on: s.happened_on,
        stop: s.stop_kind,
        basis: s.basis.clone().unwrap_or_default(),
        restart: s.restart,
        days: s.extension.and_then(|d| u16::try_from(d).ok()).unwrap_or(0),
    }
}

pub(super) type Limited = Option<(Limit, Side)>;

/// The limits of this project's item: agreed for it, else the template's.
pub(super) fn limits(item: &Item, approval: Option<&Approval>) -> (Limited, Limited) {
    let half_days = |n: Option<i64>| n.and_then(|n| u16::try_from(n).ok());
    let statutory = item.statutory.as_ref().map(|s| (s.limit, s.side));
    let promised = item.promised.as_ref().map(|p| (p.limit, p.side));
    let agreed = half_days(approval.and_then(|a| a.promised)).map(|half_days| {
        let side = promised.map_or(Side::Department, |(_, side)| side);
        (Limit { half_days, unit: Unit::Working }, side)
    });
    let by_law = half_days(approval.and_then(|a| a.statutory)).map(|half_days| {
        let (limit, side) = statutory.unwrap_or((Limit::working(0), Side::Department));
        (Limit { half_days, unit: limit.unit }, side)
    });
    (by_law.or(statutory), agreed.or(promised))
}

/// The due day on a signed sheet, until a stop or an extension that came after it lengthens the time.
pub fn printed(approval: &Approval, standing: &Standing) -> Option<NaiveDate> {
    approval.due_printed.filter(|_| standing.stops.is_empty() && standing.extension_days == 0)
}

fn clocked(
    calendars: &Calendars,
    unit: Option<&str>,
    (limit, side): (Limit, Side),
    standing: &Standing,
    to_check: bool,
) -> Clocked {
    let binding = Binding { limit, side };
    let due = binding.due(calendars.of_unit(unit), standing);
    let known = standing.accepted.zip(due.on).and_then(|(from, to)| calendars.known_on(unit, from, to));
    let due_first = known.and_then(|calendar| binding.due(&calendar, standing).on).filter(|day| Some(*day) != due.on);
    Clocked {
        half_days: limit.half_days,
        unit: limit.unit,
        side,
        due_on: due.on,
        due_first,
        provisional: due.provisional,
        to_check,
        days: due.days,
    }
}

/// The identity of a project's approval of one item, the same on every desk.
#[must_use]
pub fn approval_id(project: ProjectId, item: &str) -> ApprovalId {
    ApprovalId(crate::id::derived(&["approval", &project.to_string(), item]))
}
