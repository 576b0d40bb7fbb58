//! The office's board 审批: every approval that is in somebody's hands, with whom, since when and how near its due day.
//!
//! Reads the steps of the whole desk once; what is decided is left aside before anything else of it is read.

use super::hand::{self, InHand, Turn};
use super::query::{approval_step_order, printed};
use super::record::Approval;
use super::running::{Binding, standing};
use super::state::{self, Standing, State, Step};
use super::template::{Item, ItemKind};
use super::way::ApprovalWay;
use crate::calendar::office::Calendars;
use crate::error::{Error, Result};
use crate::id::{ApprovalId, ProjectId};
use crate::store::Reader;
use crate::store::record::cell;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use ts_rs::TS;

mod mark;
pub use mark::{Flag, Heat};
use mark::{flags_of, heat_of};

/// Most rows of one answer.
const LONGEST_WINDOW: i64 = 500;

/// Which of them are shown; what is absent does not narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct BoardFilter {
    /// Name of the holder; empty for the applicant.
    pub holder: Option<String>,
    pub state: Option<State>,
    /// Code of the item.
    pub item: Option<String>,
    pub heat: Option<Heat>,
    pub flag: Option<Flag>,
    /// Name of the person in charge (专人); empty for nobody.
    pub person: Option<String>,
    /// Occurs in the project's name.
    pub text: Option<String>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ApprovalBoardQuery {
    pub filter: BoardFilter,
    pub offset: i64,
    pub limit: i64,
}

/// The board. Each count is of what fits all of the filter but its own part, so that another choice shows what it would give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ApprovalBoard {
    #[ts(type = "string")]
    pub as_of: NaiveDate,
    /// In hand in all, whatever the filter.
    pub total: i64,
    /// Those that fit the filter.
    pub found: i64,
    pub heat: Vec<HeatCount>,
    /// Most first.
    pub holders: Vec<HolderRow>,
    /// Most first.
    pub items: Vec<ItemCount>,
    pub flags: Vec<FlagCount>,
    /// Those nobody is in charge of first, then most first.
    pub people: Vec<InChargeCount>,
    /// From `offset` on: the most overdue first, then by due day; what has none comes last, the longest held first.
    pub rows: Vec<BoardRow>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HeatCount {
    pub heat: Heat,
    pub count: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FlagCount {
    pub flag: Flag,
    pub count: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ApprovalStateCount {
    pub state: State,
    pub count: i64,
}

/// What one unit has in hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HolderRow {
    /// Absent for the applicant.
    pub name: Option<String>,
    pub name_en: Option<String>,
    pub count: i64,
    pub projects: i64,
    /// In the order of the skeleton; those it has none of are left out.
    pub states: Vec<ApprovalStateCount>,
    pub overdue: i64,
    /// Due today or within five working days.
    pub near: i64,
    /// Working days of the one it has had longest.
    pub longest_days: Option<i64>,
}

/// Who is in charge of how many of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InChargeCount {
    /// Absent for those nobody is in charge of.
    pub name: Option<String>,
    pub count: i64,
    pub overdue: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ItemCount {
    pub code: String,
    pub name: String,
    pub name_en: String,
    pub count: i64,
}

/// One approval in hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BoardRow {
    pub approval: ApprovalId,
    pub project: ProjectId,
    pub project_name: String,
    pub item: String,
    pub name: String,
    pub name_en: String,
    pub kind: ItemKind,
    pub state: State,
    /// Absent where the applicant has to move.
    pub holder: Option<String>,
    pub holder_en: Option<String>,
    #[ts(type = "string | null")]
    pub since: Option<NaiveDate>,
    /// Working days in the same hands.
    pub days: Option<i64>,
    #[ts(type = "string | null")]
    pub due_on: Option<NaiveDate>,
    /// Working days to the due day; negative when overdue.
    pub days_left: Option<i64>,
    pub heat: Heat,
    pub flags: Vec<Flag>,
    /// 容缺: what is missing, and until when it was promised.
    pub lacking: Option<String>,
    #[ts(type = "string | null")]
    pub lacking_by: Option<NaiveDate>,
    /// States that may come next.
    pub next: Vec<State>,
    /// Who is in charge of it (专人).
    pub responsible: Option<String>,
}

pub fn board(r: &Reader, query: &ApprovalBoardQuery) -> Result<ApprovalBoard> {
    let filter = &query.filter;
    let (total, rows) = named_so(r, filter)?;
    let mut found: Vec<&BoardRow> = rows.iter().filter(|row| Part::misses(row, filter).is_empty()).collect();
    found.sort_by_key(|row| urgency(row));
    let count = number(found.len());
    let window = query.limit.clamp(0, LONGEST_WINDOW);
    let skip = usize::try_from(query.offset).unwrap_or(0);
    let mut shown: Vec<BoardRow> =
        found.into_iter().skip(skip).take(usize::try_from(window).unwrap_or(0)).cloned().collect();
    name(r, &mut shown.iter_mut().collect::<Vec<_>>())?;
    Ok(ApprovalBoard {
        as_of: r.today(),
        total,
        found: count,
        heat: heat(&rows, filter),
        holders: holders(&rows, filter),
        items: items(&rows, filter),
        flags: flags(&rows, filter),
        people: people(&rows, filter),
        rows: shown,
    })
}

/// The projects of the rows that fit a filter, in the order of the board, each once.
pub fn projects(r: &Reader, filter: &BoardFilter) -> Result<Vec<ProjectId>> {
    let ((_, mut rows), mut found) = (named_so(r, filter)?, vec![]);
    rows.retain(|row| Part::misses(row, filter).is_empty());
    rows.sort_by_key(urgency);
    rows.iter().for_each(|row| {
        if !found.contains(&row.project) {
            found.push(row.project)
        }
    });
    Ok(found)
}

/// How many are in hand in all, and those whose project's name fits.
fn named_so(r: &Reader, filter: &BoardFilter) -> Result<(i64, Vec<BoardRow>)> {
    let mut rows = in_hand(r)?;
    let total = number(rows.len());
    let text = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_lowercase);
    if let Some(text) = &text {
        name(r, &mut rows.iter_mut().collect::<Vec<_>>())?;
        rows.retain(|row| row.project_name.to_lowercase().contains(text));
    }
    Ok((total, rows))
}

type Urgency = (i64, std::cmp::Reverse<i64>, String, ProjectId);

fn urgency(row: &BoardRow) -> Urgency {
    (row.days_left.unwrap_or(i64::MAX), std::cmp::Reverse(row.days.unwrap_or(0)), row.item.clone(), row.project)
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The parts of a filter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Holder,
    State,
    Item,
    Heat,
    Flag,
    Person,
}

impl Part {
    /// The parts of a filter that a row does not fit.
    fn misses(row: &BoardRow, filter: &BoardFilter) -> Vec<Self> {
        let holder = row.holder.as_deref().unwrap_or_default();
        let fits = [
            (Self::Holder, filter.holder.as_deref().is_none_or(|name| name == holder)),
            (Self::State, filter.state.is_none_or(|state| state == row.state)),
            (Self::Item, filter.item.as_deref().is_none_or(|item| item == row.item)),
            (Self::Heat, filter.heat.is_none_or(|heat| heat == row.heat)),
            (
                Self::Person,
                filter.person.as_deref().is_none_or(|name| name == row.responsible.as_deref().unwrap_or_default()),
            ),
            (Self::Flag, filter.flag.is_none_or(|flag| row.flags.contains(&flag))),
        ];
        fits.into_iter().filter(|(_, fits)| !fits).map(|(part, _)| part).collect()
    }
}

/// Rows that fit a filter but for one part of it.
fn but_for<'r>(rows: &'r [BoardRow], filter: &'r BoardFilter, part: Part) -> impl Iterator<Item = &'r BoardRow> {
    rows.iter().filter(move |row| Part::misses(row, filter).iter().all(|missed| *missed == part))
}

fn heat(rows: &[BoardRow], filter: &BoardFilter) -> Vec<HeatCount> {
    let mut counts = [0i64; Heat::ALL.len()];
    for row in but_for(rows, filter, Part::Heat) {
        counts[row.heat as usize] += 1;
    }
    Heat::ALL.iter().zip(counts).map(|(heat, count)| HeatCount { heat: *heat, count }).collect()
}

fn flags(rows: &[BoardRow], filter: &BoardFilter) -> Vec<FlagCount> {
    let all: Vec<&BoardRow> = but_for(rows, filter, Part::Flag).collect();
    let count = |flag: &Flag| number(all.iter().filter(|row| row.flags.contains(flag)).count());
    Flag::ALL.iter().map(|flag| FlagCount { flag: *flag, count: count(flag) }).collect()
}

fn people(rows: &[BoardRow], filter: &BoardFilter) -> Vec<InChargeCount> {
    let mut by: BTreeMap<Option<&str>, InChargeCount> = BTreeMap::new();
    for row in but_for(rows, filter, Part::Person) {
        let blank = || InChargeCount { name: row.responsible.clone(), count: 0, overdue: 0 };
        let of = by.entry(row.responsible.as_deref()).or_insert_with(blank);
        of.count += 1;
        of.overdue += i64::from(row.heat == Heat::Overdue);
    }
    let mut all: Vec<InChargeCount> = by.into_values().collect();
    all.sort_by_key(|one| (one.name.is_some(), std::cmp::Reverse(one.count)));
    all
}

fn items(rows: &[BoardRow], filter: &BoardFilter) -> Vec<ItemCount> {
    let mut by: BTreeMap<&str, ItemCount> = BTreeMap::new();
    for row in but_for(rows, filter, Part::Item) {
        let blank =
            || ItemCount { code: row.item.clone(), name: row.name.clone(), name_en: row.name_en.clone(), count: 0 };
        by.entry(&row.item).or_insert_with(blank).count += 1;
    }
    let mut all: Vec<ItemCount> = by.into_values().collect();
    all.sort_by_key(|item| std::cmp::Reverse(item.count));
    all
}

/// A table of holders by state. A chosen state narrows neither rows nor columns of it.
fn holders(rows: &[BoardRow], filter: &BoardFilter) -> Vec<HolderRow> {
    let wide = BoardFilter { state: None, ..filter.clone() };
    let mut by: BTreeMap<Option<&str>, Vec<&BoardRow>> = BTreeMap::new();
    for row in but_for(rows, &wide, Part::Holder) {
        by.entry(row.holder.as_deref()).or_default().push(row);
    }
    let mut all: Vec<HolderRow> = by.into_iter().map(|(name, held)| holder(name, &held)).collect();
    all.sort_by_key(|holder| std::cmp::Reverse((holder.count, holder.overdue)));
    all
}

fn holder(name: Option<&str>, held: &[&BoardRow]) -> HolderRow {
    let count = |fits: &dyn Fn(&BoardRow) -> bool| number(held.iter().filter(|row| fits(row)).count());
    let states =
        State::ALL.iter().map(|state| ApprovalStateCount { state: *state, count: count(&|row| row.state == *state) });
    let mut projects: Vec<ProjectId> = held.iter().map(|row| row.project).collect();
    projects.sort_unstable();
    projects.dedup();
    HolderRow {
        name: name.map(Into::into),
        name_en: held.first().and_then(|row| row.holder_en.clone()),
        count: number(held.len()),
        projects: number(projects.len()),
        states: states.filter(|one| one.count > 0).collect(),
        overdue: count(&|row| row.heat == Heat::Overdue),
        near: count(&|row| matches!(row.heat, Heat::Today | Heat::Soon)),
        longest_days: held.iter().filter_map(|row| row.days).max(),
    }
}

/// Gives rows the names of their projects.
pub(super) fn name(r: &Reader, rows: &mut [&mut BoardRow]) -> Result<()> {
    let ids: Vec<String> = rows.iter().map(|row| row.project.to_string()).collect();
    let ids = serde_json::to_string(&ids).map_err(|e| Error::Internal(e.to_string()))?;
    let mut find =
        r.db().prepare_cached("select id, name from project where id in (select value from json_each(?))")?;
    let names: HashMap<ProjectId, String> =
        find.query_map([ids], |row| Ok((cell(row, 0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    for row in rows {
        row.project_name = names.get(&row.project).cloned().unwrap_or_default();
    }
    Ok(())
}

/// Everything in hand, without the names of its projects.
pub(super) fn in_hand(r: &Reader) -> Result<Vec<BoardRow>> {
    let (calendars, templates) = (r.calendars()?, r.templates()?);
    let (today, ways) = (r.today(), ways(r)?);
    let mut rows = vec![];
    for (id, mut steps) in open_steps(r)? {
        let Some(approval) = r.find::<Approval>(id)?.filter(|approval| approval.waived.is_none()) else { continue };
        let Some(item) = templates.item_of(approval.project, &approval.item) else { continue };
        steps.sort_by_key(|(step, typed_ms)| approval_step_order(step.on, *typed_ms));
        let steps: Vec<Step> = steps.into_iter().map(|(step, _)| step).collect();
        let standing = state::fold(item.kind, &steps);
        let Some(held) = hand::in_hand(item, Some(&approval), &standing, calendars.everybody(), today) else {
            continue;
        };
        let ways = ways.get(&approval.id).map_or(&[][..], Vec::as_slice);
        rows.push(row(calendars, item, (approval, &standing), Some(held), ways, today));
    }
    Ok(rows)
}

/// One approval, whether it is in hand or not; nothing for an item that is none.
pub(super) fn row_of(r: &Reader, id: ApprovalId) -> Result<Option<BoardRow>> {
    let approval: Approval = r.get(id)?;
    let Some(item) = r.templates()?.item_of(approval.project, &approval.item) else { return Ok(None) };
    let standing = standing(r, id, item.kind)?;
    let ways: Vec<ApprovalWay> = r.all("where approval = ? order by id", [id.to_string()])?;
    let (calendars, today) = (r.calendars()?, r.today());
    let held = hand::in_hand(item, Some(&approval), &standing, calendars.everybody(), today);
    Ok(Some(row(calendars, item, (approval, &standing), held, &ways, today)))
}

/// Ways of the whole desk, by approval.
fn ways(r: &Reader) -> Result<HashMap<ApprovalId, Vec<ApprovalWay>>> {
    let mut found: HashMap<ApprovalId, Vec<ApprovalWay>> = HashMap::new();
    for way in r.all::<ApprovalWay>("order by begun_on, id", [])? {
        found.entry(way.approval).or_default().push(way);
    }
    Ok(found)
}

type Typed = (Step, i64);

/// The steps of every approval that is not decided, or of which papers are still to come, as they lie in the table.
fn open_steps(r: &Reader) -> Result<HashMap<ApprovalId, Vec<Typed>>> {
    let mut all: HashMap<ApprovalId, Vec<Typed>> = HashMap::new();
    let mut find = r.db().prepare_cached(
        "select approval, state, happened_on, typed_ms, stop_kind, restart, extension from approval_step order by id",
    )?;
    let mut rows = find.query([])?;
    while let Some(row) = rows.next()? {
        let days: Option<i64> = row.get(6)?;
        let step = Step {
            state: cell(row, 1)?,
            on: cell(row, 2)?,
            stop: cell(row, 4)?,
            basis: String::new(),
            restart: cell(row, 5)?,
            days: days.and_then(|days| u16::try_from(days).ok()).unwrap_or(0),
        };
        all.entry(cell(row, 0)?).or_default().push((step, row.get(3)?));
    }
    all.retain(|_, steps| {
        let last = steps.iter().max_by_key(|(step, typed_ms)| approval_step_order(step.on, *typed_ms));
        last.is_some_and(|(step, _)| hand::is_open(step.state))
    });
    Ok(all)
}

/// `held` is nothing for one that is not in hand; its unit is named all the same.
fn row(
    calendars: &Calendars,
    item: &Item,
    (approval, standing): (Approval, &Standing),
    held: Option<InHand>,
    ways: &[ApprovalWay],
    today: NaiveDate,
) -> BoardRow {
    let calendar = calendars.of_unit(approval.holder.as_deref());
    let limit = Binding::of(item, Some(&approval)).filter(|_| standing.clock_runs());
    let due_on = limit.and_then(|limit| printed(&approval, standing).or_else(|| limit.due_day(calendar, standing)));
    let days_left = due_on.map(|due| calendar.working_between(today, due));
    let held = held.unwrap_or_else(|| InHand::by_nobody(item, &approval));
    let applicant = held.turn == Turn::Applicant;
    let opinion = (held.turn == Turn::Opinion).then_some(Flag::Opinion);
    BoardRow {
        approval: approval.id,
        project: approval.project,
        project_name: String::new(),
        item: item.code.clone(),
        name: item.name.clone(),
        name_en: item.name_en.clone(),
        kind: item.kind,
        state: standing.state,
        holder: held.holder,
        holder_en: held.holder_en,
        since: held.since,
        days: held.days,
        due_on,
        days_left,
        heat: heat_of(applicant, days_left),
        flags: flags_of(&approval, standing, ways, today).into_iter().chain(opinion).collect(),
        next: standing.state.next(item.kind),
        lacking: approval.lacking,
        lacking_by: approval.lacking_by,
        responsible: approval.responsible,
    }
}
