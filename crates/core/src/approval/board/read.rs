//! The rows of the board: the steps of the whole desk read once, and what each approval in hand comes to.

use super::{BoardRow, Flag, Heat, SOON};
use crate::approval::edit::blank;
use crate::approval::expiry::{self, ExpiryState};
use crate::approval::hand::{self, InHand, Turn};
use crate::approval::query::{Rules, approval_id, approval_step_order, codes, printed, step};
use crate::approval::record::{Approval, ApprovalStep};
use crate::approval::responsible::by_the_book;
use crate::approval::running::Binding;
use crate::approval::state::{self, Standing, State, Step};
use crate::approval::template::Item;
use crate::approval::way::{ApprovalWay, Way};
use crate::error::{Error, Result};
use crate::id::{ApprovalId, PersonId, ProjectId};
use crate::project::Project;
use crate::store::Reader;
use crate::store::record::cell;
use chrono::{Days, NaiveDate};
use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};

/// Gives rows the names of their projects.
pub(crate) fn name(r: &Reader, rows: &mut [&mut BoardRow]) -> Result<()> {
    let ids = listed(rows.iter().map(|row| row.project))?;
    let mut find = r.db().prepare_cached(&format!("select id, name from project where id in ({THESE})"))?;
    let names: HashMap<ProjectId, String> =
        find.query_map([ids], |row| Ok((cell(row, 0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    for row in rows {
        row.project_name = names.get(&row.project).cloned().unwrap_or_default();
    }
    Ok(())
}

/// Everything in hand, without the names of its projects.
pub(crate) fn in_hand(r: &Reader) -> Result<Vec<BoardRow>> {
    let known = Known { steps: every_step(r, |_| false)?, ways: ways(r)? };
    Ok(rows(r, known, &[])?.into_iter().filter(|row| row.heat.is_some()).collect())
}

/// Everything in hand, and what is in nobody's hands and carries a flag.
pub(crate) fn all(r: &Reader) -> Result<(Vec<BoardRow>, Vec<BoardRow>)> {
    let (ways, marked) = (ways(r)?, marked(r)?);
    let mut steps = every_step(r, |id| marked.contains_key(&id) || ways.contains_key(&id))?;
    let new = marked.keys().chain(ways.keys()).filter(|id| !steps.contains_key(id)).copied();
    let new: Vec<ApprovalId> = new.collect::<BTreeSet<_>>().into_iter().collect();
    // Of what is decided only a certificate's end and what is owed are said: the rest is not looked at again.
    let owed = |way: &ApprovalWay| matches!(way.way, Way::Pledge | Way::Simulated) && way.formal_on.is_none();
    steps.retain(|id, steps| match last(steps) {
        Some(state) if hand::is_open(state) || !state.counts() => true,
        Some(state) if state.is_done() => {
            marked.get(id) == Some(&true) || ways.get(id).is_some_and(|ways| ways.iter().any(owed))
        }
        _ => false,
    });
    let (held, mut aside): (Vec<_>, Vec<_>) =
        rows(r, Known { steps, ways }, &new)?.into_iter().partition(|row| row.heat.is_some());
    aside.retain(|row| !row.flags.is_empty());
    Ok((held, aside))
}

/// These approvals, whether they are in hand or not. What is waived, is not there or is of no item has no row.
pub(in crate::approval) fn rows_of(r: &Reader, ids: &[ApprovalId]) -> Result<HashMap<ApprovalId, BoardRow>> {
    let these = listed(ids)?;
    let mut steps = Steps::new();
    for one in r.all::<ApprovalStep>(&format!("where approval in ({THESE}) order by origin, id"), [&these])? {
        steps.entry(one.approval).or_default().push((step(&one), one.typed_ms));
    }
    let ways = by_approval(r.all(&format!("where approval in ({THESE}) order by id"), [&these])?);
    let new: Vec<ApprovalId> = ids.iter().filter(|id| !steps.contains_key(id)).copied().collect();
    Ok(rows(r, Known { steps, ways }, &new)?.into_iter().map(|row| (row.approval, row)).collect())
}

const THESE: &str = "select value from json_each(?)";

fn listed(ids: impl IntoIterator<Item = impl ToString>) -> Result<String> {
    let ids: Vec<String> = ids.into_iter().map(|id| id.to_string()).collect();
    serde_json::to_string(&ids).map_err(|e| Error::Internal(e.to_string()))
}

type Typed = (Step, i64);
type Steps = HashMap<ApprovalId, Vec<Typed>>;
type Ways = HashMap<ApprovalId, Vec<ApprovalWay>>;

/// What is recorded of approvals beside the approvals themselves.
struct Known {
    steps: Steps,
    ways: Ways,
}

/// A row of each approval that has steps, and of those that have none, read in one statement.
fn rows(r: &Reader, mut known: Known, new: &[ApprovalId]) -> Result<Vec<BoardRow>> {
    let (rules, today) = (Rules::of(r)?, r.today());
    let ids = listed(known.steps.keys().chain(new))?;
    let (mut rows, mut people) = (vec![], HashMap::new());
    for approval in r.all::<Approval>(&format!("where waived is null and id in ({THESE})"), [ids])? {
        let Some(item) = rules.templates.item_of(approval.project, &approval.item) else { continue };
        let mut steps = known.steps.remove(&approval.id).unwrap_or_default();
        steps.sort_by_key(|(step, typed_ms)| approval_step_order(step.on, *typed_ms));
        let steps: Vec<Step> = steps.into_iter().map(|(step, _)| step).collect();
        let standing = state::fold(item.kind, &steps);
        let ways = known.ways.get(&approval.id).map_or(&[][..], Vec::as_slice);
        let approval = named(r, approval, &mut people)?;
        rows.push(row(rules, item, (approval, &standing), ways, today));
    }
    Ok(rows)
}

/// Under the name the register has for who is in charge; each is looked up once.
fn named(r: &Reader, approval: Approval, known: &mut HashMap<PersonId, Option<String>>) -> Result<Approval> {
    let Some(person) = approval.responsible_person else { return Ok(approval) };
    if let Some(name) = known.get(&person) {
        return Ok(Approval { responsible: name.clone(), ..approval });
    }
    let shown = by_the_book(r, approval)?;
    known.insert(person, shown.responsible.clone());
    Ok(shown)
}

/// Approvals with a mark of their own, and whether it is the end of a certificate that is past or near.
fn marked(r: &Reader) -> Result<HashMap<ApprovalId, bool>> {
    let near = r.today().checked_add_days(Days::new(expiry::NEAR_DAYS.unsigned_abs())).unwrap_or(NaiveDate::MAX);
    let mut find = r.db().prepare_cached(include_str!("aside.sql"))?;
    let marked = find.query_map([near.to_string()], |row| Ok((cell(row, 0)?, cell(row, 1)?)))?;
    Ok(marked.collect::<rusqlite::Result<_>>()?)
}

/// An item of a project, whether anything is recorded of it or not; nothing for an item that is none.
pub(in crate::approval) fn row_ahead(r: &Reader, project: ProjectId, code: &str) -> Result<Option<BoardRow>> {
    let id = approval_id(project, code);
    if r.find::<Approval>(id)?.is_some() {
        return Ok(rows_of(r, &[id])?.remove(&id));
    }
    let Some((item, project)) = r.templates()?.item_of(project, code).zip(r.find::<Project>(project)?) else {
        return Ok(None);
    };
    let approval = blank(id, &project, code);
    Ok(Some(row(Rules::of(r)?, item, (approval, &Standing::NEW), &[], r.today())))
}

/// Ways of the whole desk, by approval.
fn ways(r: &Reader) -> Result<Ways> {
    Ok(by_approval(r.all("order by begun_on, id", [])?))
}

fn by_approval(ways: Vec<ApprovalWay>) -> Ways {
    let mut found = Ways::new();
    for way in ways {
        found.entry(way.approval).or_default().push(way);
    }
    found
}

fn last(steps: &[Typed]) -> Option<State> {
    let last = steps.iter().max_by_key(|(step, typed_ms)| approval_step_order(step.on, *typed_ms));
    last.map(|(step, _)| step.state)
}

/// The steps of every approval that is not decided, of which papers are still to come, or that is to be `kept` whatever it came to:
/// as they lie in the table.
fn every_step(r: &Reader, kept: impl Fn(ApprovalId) -> bool) -> Result<Steps> {
    let mut all = Steps::new();
    let mut find = r.db().prepare_cached(
        "select approval, state, happened_on, typed_ms, stop_kind, restart, extension, examiner, undated from approval_step order by id",
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
            examiner: row.get(7)?,
            days: days.and_then(|days| u16::try_from(days).ok()).unwrap_or(0),
            undated: cell::<Option<bool>>(row, 8)? == Some(true),
        };
        all.entry(cell(row, 0)?).or_default().push((step, row.get(3)?));
    }
    all.retain(|id, steps| last(steps).is_some_and(hand::is_open) || kept(*id));
    Ok(all)
}

/// One that is in nobody's hands has its unit's name all the same.
fn row(
    Rules { calendars, units, .. }: Rules,
    item: &Item,
    (approval, standing): (Approval, &Standing),
    ways: &[ApprovalWay],
    today: NaiveDate,
) -> BoardRow {
    let calendar = calendars.of_unit(Some(&hand::counts_by(item, &approval, units)));
    let held = hand::in_hand(item, Some(&approval), standing, calendars.everybody(), today, units);
    let in_hand = held.is_some();
    let limit = Binding::of(item, Some(&approval)).filter(|_| standing.clock_runs());
    let due_on = limit.and_then(|limit| printed(&approval, standing).or_else(|| limit.due_day(calendar, standing)));
    let days_left = due_on.map(|due| calendar.days_left(today, due));
    let held = held.unwrap_or_else(|| InHand::by_nobody(item, &approval, units));
    let applicant = held.turn == Turn::Applicant;
    let opinion = (held.turn == Turn::Opinion).then_some(Flag::Opinion);
    let mut flags: Vec<Flag> = flags_of(&approval, standing, ways, today).into_iter().chain(opinion).collect();
    if !in_hand {
        flags.retain(|flag| still_says(*flag, &approval, standing.state));
    }
    BoardRow {
        approval: approval.id,
        project: approval.project,
        project_name: String::new(),
        item: item.code.clone(),
        name: item.name.clone(),
        name_en: item.name_en.clone(),
        kind: item.kind,
        state: standing.state,
        turn: held.turn,
        holder: held.holder,
        holder_en: held.holder_en,
        since: held.since,
        days: held.days,
        unit: held.unit,
        due_on,
        days_left,
        heat: in_hand.then(|| heat_of(applicant, due_on.map(|due| due.cmp(&today)).zip(days_left))),
        flags,
        touched_on: standing.known_on.max(approval.verified_on),
        expires_on: approval.expires_on,
        next: standing.state.next(item.kind),
        lacking: approval.lacking,
        lacking_by: approval.lacking_by,
        responsible_person: approval.responsible_person,
        responsible: approval.responsible,
    }
}

/// `due`: whether the due day is past, and the working days left to it.
fn heat_of(applicant: bool, due: Option<(Ordering, i64)>) -> Heat {
    match due {
        _ if applicant => Heat::Applicant,
        None => Heat::NoLimit,
        Some((Ordering::Less, _)) => Heat::Overdue,
        Some((Ordering::Equal, _)) => Heat::Today,
        Some((Ordering::Greater, left)) if left <= SOON => Heat::Soon,
        Some(_) => Heat::Later,
    }
}

/// What a flag still says of one in nobody's hands: how it will be handled while it is ahead, what is owed and how long the certificate
/// holds once it is granted. What is waived or was given up says nothing.
fn still_says(flag: Flag, approval: &Approval, state: State) -> bool {
    match () {
        () if approval.waived.is_some() || state.is_failed() => false,
        () if state.is_done() => {
            matches!(flag, Flag::Pledge | Flag::PledgeLate | Flag::Simulated | Flag::Expired | Flag::ExpiresSoon)
        }
        () => !matches!(flag, Flag::Printed | Flag::Opinion | Flag::Undated),
    }
}

fn flags_of(approval: &Approval, standing: &Standing, ways: &[ApprovalWay], today: NaiveDate) -> Vec<Flag> {
    let owed = matches!(standing.state, State::LackingAccepted | State::LackingPassed);
    let lacking = owed || approval.lacking.is_some() || approval.lacking_by.is_some();
    let fits = [
        (Flag::Lacking, lacking),
        (Flag::LackingLate, lacking && approval.lacking_by.is_some_and(|by| by < today)),
        (Flag::Parallel, !codes(approval.parallel.as_deref()).is_empty()),
        (Flag::Bundle, approval.bundle.is_some()),
        (Flag::Extended, standing.extension_days > 0),
        (Flag::Printed, printed(approval, standing).is_some()),
        (Flag::Undated, standing.untold()),
    ];
    let way = |way: &ApprovalWay| match way.way {
        Way::Early => Some(Flag::Early),
        Way::Simulated => Some(Flag::Simulated).filter(|_| way.formal_on.is_none()),
        Way::Preview => Some(Flag::Preview),
        Way::JointPreview => Some(Flag::JointPreview),
        Way::Pledge => Some(Flag::Pledge).filter(|_| way.formal_on.is_none()),
        Way::Green => Some(Flag::Green),
        Way::AreaCovered => Some(Flag::AreaCovered),
    };
    let late = ways.iter().any(|way| way.way == Way::Pledge && way.is_late(today));
    let ends = expiry::expiry(approval, standing.state, today).map(|ends| match ends.state {
        ExpiryState::Expired => Flag::Expired,
        ExpiryState::Soon => Flag::ExpiresSoon,
    });
    let of_ways = ways.iter().filter_map(way).chain(late.then_some(Flag::PledgeLate)).chain(ends);
    fits.into_iter().filter(|(_, fits)| *fits).map(|(flag, _)| flag).chain(of_ways).collect()
}
