//! 测算: what a project's schedule would be if some approvals ran beside each other, began with papers missing, were promised
//! quicker or were handled as one; and what a step would move, before it is saved. Nothing is written here but what is adopted.

use super::edit::{self, NewStep};
use super::fast::{self, FastHeld};
use super::query::{
    Checklist, Listed, Recorded, Rules, approval_id, approval_step_order, checklist_of, codes, recorded,
};
use super::record::Approval;
use super::state::State;
use super::template::{ItemKind, Template};
use super::undated;
use crate::calendar::Calendar;
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{ApprovalStepId, ProjectId};
use crate::project::Project;
use crate::store::{Reader, Writer};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The most a trial changes at once.
const MOST: usize = 100;

/// One thing done otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(rename = "TrialChange")]
pub enum Change {
    /// 并联: `item` does not wait for `before`.
    Parallel { item: String, before: Vec<String> },
    /// 容缺: `item` begins without what `before` gives, which is handed in until `by`, and ends no earlier.
    Lacking { item: String, before: Vec<String>, by: Option<NaiveDate> },
    /// `item` is promised within so many half days.
    Promise { item: String, half_days: i64 },
    /// `items` are handled as one, e.g. 多评合一.
    Bundle { name: String, items: Vec<String> },
}

impl Change {
    fn items(&self) -> Vec<&String> {
        match self {
            Self::Parallel { item, before } | Self::Lacking { item, before, .. } => {
                [item].into_iter().chain(before).collect()
            }
            Self::Promise { item, .. } => vec![item],
            Self::Bundle { items, .. } => items.iter().collect(),
        }
    }
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TrialInput {
    pub project: ProjectId,
    pub changes: Vec<Change>,
    /// The limits of the law are counted with, whatever was promised.
    #[serde(default)]
    pub by_law: bool,
    /// 一会三函 as it would be with all three letters given on this day; a project that has it already goes by its own letters.
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub letters_on: Option<NaiveDate>,
    /// The day by which its formal papers would be promised.
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub formal_by: Option<NaiveDate>,
}

/// A day before and after; `days` are working days between, negative for earlier.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Shift {
    #[ts(type = "string | null")]
    pub from: Option<NaiveDate>,
    #[ts(type = "string | null")]
    pub to: Option<NaiveDate>,
    pub days: Option<i64>,
}

impl Shift {
    pub(crate) fn of(calendar: &Calendar, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Self {
        Self { from, to, days: from.zip(to).map(|(from, to)| calendar.working_between(from, to)) }
    }

    pub(crate) fn moves(&self) -> bool {
        self.from != self.to
    }
}

/// An approval and how its day moves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MovedItem {
    pub code: String,
    pub name: String,
    pub name_en: String,
    /// When it can begin, by forecast.
    pub begins: Shift,
    /// When it is finished, by forecast.
    pub ends: Shift,
    /// After the change every day it takes longer moves the start of construction.
    pub critical: bool,
}

/// What would move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Moves {
    /// In the order of the list.
    pub items: Vec<MovedItem>,
    /// 施工许可证.
    pub permit: Shift,
    /// The earliest lawful start of construction.
    pub start: Shift,
    /// Approvals that cannot be put on the time line, because they would wait for each other; in order.
    pub circle: Vec<String>,
}

/// What a step would move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepPreview {
    /// The due day of the approval itself.
    pub due: Shift,
    pub moves: Moves,
    /// Later approvals that move, and by how many working days at most.
    pub later: i64,
    pub most_days: i64,
}

/// One thing that would make it quicker by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Offer {
    pub change: Change,
    /// Working days by which construction may begin earlier; without a construction permit the last approval is finished.
    pub saves: i64,
    /// The measure of the template it rests on, e.g. 容缺受理.
    pub measure: String,
}

/// The answer to a trial.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Trial {
    /// Against what is recorded now.
    pub moves: Moves,
    /// The last approval of the list.
    pub end: Shift,
    /// Working days saved until construction may lawfully begin (by 一会三函: until its formal papers are made good), or the end where
    /// the list has no permit; negative where it takes longer.
    pub saved: i64,
    /// 一会三函 as it would be then, also where it is only tried; whether its formal papers would be there in time is seen where a
    /// day was said.
    pub fast: Option<FastHeld>,
    /// When all that the law puts before construction would be there.
    #[ts(type = "string | null")]
    pub formal_on: Option<NaiveDate>,
    /// What might be done beside it, the most helpful first.
    pub offers: Vec<Offer>,
}

/// What a step would move, before it is saved.
///
/// # Errors
/// As [`edit::step`].
pub fn step(r: &Reader, input: &NewStep) -> Result<StepPreview> {
    step_after(r, &[], input)
}

/// As [`step`], with these steps of the same project recorded before it: what all of them would move.
pub(super) fn step_after(r: &Reader, earlier: &[&NewStep], input: &NewStep) -> Result<StepPreview> {
    let project: Project = r.get(input.project)?;
    edit::checked(r, input)?;
    let mut known = recorded(r, project.id)?;
    let before = checklist_of(Rules::of(r)?, &project, known.clone(), r.today());
    for step in earlier.iter().chain([&input]) {
        let mut approval: Approval = step.set.apply(known_of(&mut known, &project, &step.item))?;
        approval.waived = approval.waived.filter(|_| step.state == State::NotApplicable);
        let kind = edit::item_of(r, project.id, &step.item)?.kind;
        let of_it = known.steps.iter().filter(|other| other.approval == approval.id).cloned().collect();
        for told in undated::tightened(of_it, kind, step.state, step.happened_on) {
            known.steps.retain(|other| other.id != told.id);
            known.steps.push(told);
        }
        known.steps.push(edit::row_of(ApprovalStepId::default(), &approval, step, r.now_ms()));
        *known_of(&mut known, &project, &step.item) = approval;
    }
    known.steps.sort_by_key(|step| approval_step_order(step.happened_on, step.typed_ms));
    let after = checklist_of(Rules::of(r)?, &project, known, r.today());
    let calendar = r.calendars()?.everybody();
    let due = |list: &Checklist| list.items.iter().find(|i| i.code == input.item).and_then(|i| i.due_on);
    let moves = moves(calendar, &before, &after);
    let others = moves.items.iter().filter(|item| item.code != input.item && item.ends.moves());
    let days: Vec<i64> = others.map(|item| item.ends.days.unwrap_or(0)).collect();
    Ok(StepPreview {
        due: Shift::of(calendar, due(&before), due(&after)),
        later: i64::try_from(days.len()).unwrap_or(i64::MAX),
        most_days: days.into_iter().max_by_key(|days| days.abs()).unwrap_or(0),
        moves,
    })
}

/// Tries changes and answers what they would bring; nothing is written.
///
/// # Errors
/// `NotFound` for an item that is none, `Invalid` where a change says nothing or names an item twice.
pub fn trial(r: &Reader, input: &TrialInput) -> Result<Trial> {
    let project: Project = r.get(input.project)?;
    let known = recorded(r, project.id)?;
    check(r.templates()?.version(known.version), &input.changes)?;
    let desk = Desk { r, project: &project, known };
    let before = desk.list(&[], &TrialInput { changes: vec![], by_law: false, letters_on: None, ..input.clone() })?;
    let after = desk.list(&input.changes, input)?;
    let calendar = r.calendars()?.everybody();
    let moves = moves(calendar, &before, &after);
    let end = Shift::of(calendar, last(&before), last(&after));
    let formal = Shift::of(calendar, before.formal_on, after.formal_on);
    // By the letters a project has, its papers are what can be quicker.
    let gained = if before.fast.is_some() { formal.days } else { moves.start.days };
    let saved = -gained.or(end.days).unwrap_or(0);
    let fast = after.fast.clone();
    Ok(Trial { offers: desk.offers(&after, input)?, moves, end, saved, fast, formal_on: after.formal_on })
}

/// Writes the changes of a trial onto the project's approvals.
///
/// # Errors
/// As [`trial`]; `Invalid` where approvals would wait for each other.
pub fn adopt(w: &mut Writer, input: &TrialInput) -> Result<Checklist> {
    let project: Project = w.get(input.project)?;
    let mut known = recorded(w, project.id)?;
    let template = w.templates()?.version(known.version);
    check(template, &input.changes)?;
    let before: BTreeMap<String, Approval> = known.approvals.iter().map(|a| (a.item.clone(), a.clone())).collect();
    apply(template, &mut known, &project, &input.changes);
    let changed: Vec<Approval> = known.approvals.iter().filter(|a| before.get(&a.item) != Some(*a)).cloned().collect();
    let list = checklist_of(Rules::of(w)?, &project, known, w.today());
    if !list.circle.is_empty() {
        let fault = FieldFault::error("changes", Rule::WaitCircle).with("items", list.circle.join(" → "));
        return Err(Error::Invalid(vec![fault]));
    }
    edit::begin(w, &project)?;
    w.subject(project.name);
    changed.iter().try_for_each(|approval| w.put(approval))?;
    super::query::checklist(w, input.project)
}

fn check(template: &Template, changes: &[Change]) -> Result<()> {
    if changes.len() > MOST {
        return Err(Error::invalid("changes", Rule::OutOfRange));
    }
    for change in changes {
        let items = change.items();
        for (n, item) in items.iter().enumerate() {
            template.find(item).ok_or_else(|| Error::not_found("approval", item))?;
            if items[..n].contains(item) {
                return Err(Error::invalid("changes", Rule::NamedTwice));
            }
        }
        let said = match change {
            Change::Promise { half_days, .. } => (0..=2000).contains(half_days),
            Change::Bundle { name, items } => !name.trim().is_empty() && items.len() > 1,
            Change::Parallel { before, .. } | Change::Lacking { before, .. } => !before.is_empty(),
        };
        if !said {
            return Err(Error::invalid("changes", Rule::Required));
        }
    }
    Ok(())
}

fn known_of<'k>(known: &'k mut Recorded, project: &Project, item: &str) -> &'k mut Approval {
    let at = known.approvals.iter().position(|a| a.item == item).unwrap_or_else(|| {
        known.approvals.push(edit::blank(approval_id(project.id, item), project, item));
        known.approvals.len() - 1
    });
    &mut known.approvals[at]
}

/// Puts the changes onto what is recorded.
fn apply(template: &Template, known: &mut Recorded, project: &Project, changes: &[Change]) {
    let with = |held: &mut Option<String>, more: &[String]| {
        let mut all = codes(held.as_deref());
        let fresh: Vec<String> = more.iter().filter(|code| !all.contains(code)).cloned().collect();
        all.extend(fresh);
        *held = Some(all.join(";"));
    };
    for change in changes {
        match change {
            Change::Parallel { item, before } => with(&mut known_of(known, project, item).parallel, before),
            Change::Lacking { item, before, by } => {
                let approval = known_of(known, project, item);
                with(&mut approval.lacking_items, before);
                approval.lacking_by = by.or(approval.lacking_by);
                let named = before.iter().filter_map(|code| template.find(code)).map(|item| item.result.clone());
                let named: Vec<String> = named.filter(|name| !name.is_empty()).collect();
                approval.lacking = approval.lacking.take().or(Some(named.join("；")).filter(|text| !text.is_empty()));
            }
            Change::Promise { item, half_days } => known_of(known, project, item).promised = Some(*half_days),
            Change::Bundle { name, items } => {
                for item in items {
                    known_of(known, project, item).bundle = Some(name.trim().into());
                }
            }
        }
    }
}

struct Desk<'a> {
    r: &'a Reader<'a>,
    project: &'a Project,
    /// Read once: every offer is tried on it.
    known: Recorded,
}

impl Desk<'_> {
    fn list(&self, changes: &[Change], input: &TrialInput) -> Result<Checklist> {
        let mut known = self.known.clone();
        if let Some(on) = input.letters_on.filter(|_| known.fast.is_none()) {
            let (track, letters) = fast::tried(self.project, on, input.formal_by, self.r.today());
            (known.fast, known.letters) = (Some(track), letters);
        }
        apply(self.r.templates()?.version(known.version), &mut known, self.project, changes);
        let calendars = self.r.calendars()?;
        let mut list = checklist_of(Rules::of(self.r)?, self.project, known, self.r.today());
        if input.by_law {
            for item in list.items.iter_mut().filter(|item| item.statutory.is_some()) {
                item.promised = item.statutory.clone();
                item.due_on = item.due_on.and(item.statutory.as_ref().and_then(|s| s.due_on));
            }
            super::query::forecast(calendars.everybody(), &mut list, self.r.today());
        }
        Ok(list)
    }

    /// What the template's measures allow with approvals that are still ahead, each tried by itself.
    fn offers(&self, now: &Checklist, input: &TrialInput) -> Result<Vec<Offer>> {
        let calendar = self.r.calendars()?.everybody();
        let so_far = start_of(now);
        let mut offers = vec![];
        for (change, measure) in offered(now) {
            let all = [input.changes.as_slice(), std::slice::from_ref(&change)].concat();
            let then = self.list(&all, input)?;
            if !then.circle.is_empty() {
                continue;
            }
            let saves = -Shift::of(calendar, so_far, start_of(&then)).days.unwrap_or(0);
            offers.extend((saves > 0).then_some(Offer { change, saves, measure }));
        }
        offers.sort_by_key(|offer| std::cmp::Reverse(offer.saves));
        Ok(offers)
    }
}

fn open(item: &Listed) -> bool {
    !item.done && item.waived.is_none()
}

/// What a list leads to: all that the law puts before construction, else its end.
fn start_of(list: &Checklist) -> Option<NaiveDate> {
    list.formal_on.or(last(list))
}

fn last(list: &Checklist) -> Option<NaiveDate> {
    list.items.iter().filter_map(|item| item.forecast_on).max()
}

const PARALLEL: &str = "并联";
const LACKING: &str = "容缺";
const SIMULATED: &str = "模拟审批";
const AS_ONE: &str = "合一";

/// Changes the template speaks of, for approvals on the critical path that are not accepted yet; what the law puts first is
/// offered by nobody, though an office may try it.
fn offered(list: &Checklist) -> Vec<(Change, String)> {
    let ahead = |item: &&Listed| open(item) && !(item.under_way && item.accepted_by.is_some());
    let mut found = vec![];
    let mut bundles: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for item in list.items.iter().filter(ahead) {
        for measure in item.measures.iter().filter(|measure| measure.contains(AS_ONE)) {
            bundles.entry(measure).or_default().push(item.code.clone());
        }
        if !item.critical {
            continue;
        }
        let waits = |may: fn(ItemKind) -> bool| -> Vec<String> {
            let needed = item.needs.iter().flatten().filter_map(|code| list.items.iter().find(|i| i.code == *code));
            needed.filter(|before| open(before) && may(before.kind)).map(|before| before.code.clone()).collect()
        };
        let measure = |word: &str| item.measures.iter().find(|measure| measure.contains(word)).cloned();
        let code = || item.code.clone();
        let (beside, later, formal) = (waits(may_run_beside), waits(may_come_later), waits(comes_first_by_law));
        let lacking = |before: Vec<String>| Change::Lacking { item: code(), before, by: None };
        let parallel = measure(PARALLEL).filter(|_| !beside.is_empty());
        found.extend(parallel.map(|m| (Change::Parallel { item: code(), before: beside }, m)));
        found.extend(measure(LACKING).filter(|_| !later.is_empty()).map(|m| (lacking(later), m)));
        // 模拟审批: judged beforehand, given once what the law asks for first is there.
        found.extend(measure(SIMULATED).filter(|_| !formal.is_empty()).map(|m| (lacking(formal), m)));
    }
    let together = bundles.into_iter().filter(|(_, items)| items.len() > 1);
    found.extend(together.map(|(name, items)| (Change::Bundle { name: name.into(), items }, name.to_string())));
    found
}

/// A land contract comes before what rests on it (城乡规划法 §38): no office can run beside it.
fn may_run_beside(kind: ItemKind) -> bool {
    kind != ItemKind::Trade
}

/// 容缺 is for papers beside the main ones: a permit another law asks for first is none of them (行政许可法 §34, 建筑法 §8).
fn may_come_later(kind: ItemKind) -> bool {
    !comes_first_by_law(kind)
}

fn comes_first_by_law(kind: ItemKind) -> bool {
    matches!(kind, ItemKind::Trade | ItemKind::Permit)
}

/// What moves between two states of a list.
fn moves(calendar: &Calendar, before: &Checklist, after: &Checklist) -> Moves {
    let was = |code: &str| before.items.iter().find(|item| item.code == code);
    let moved = |item: &Listed| {
        let was = was(&item.code);
        let ends = |item: &Listed| item.forecast_on.or(item.decided_on);
        let moved = MovedItem {
            code: item.code.clone(),
            name: item.name.clone(),
            name_en: item.name_en.clone(),
            begins: Shift::of(calendar, was.and_then(|w| w.begins_on), item.begins_on),
            ends: Shift::of(calendar, was.and_then(ends), ends(item)),
            critical: item.critical,
        };
        Some(moved).filter(|moved| moved.ends.moves() || moved.begins.moves())
    };
    Moves {
        items: after.items.iter().filter_map(moved).collect(),
        permit: Shift::of(calendar, before.permit_on, after.permit_on),
        start: Shift::of(calendar, before.start_on, after.start_on),
        circle: after.circle.clone(),
    }
}
