//! The rows of the board: the steps of the whole desk read once, and what each approval in hand comes to.

use super::{BoardRow, Flag, Heat, SOON};
use crate::approval::edit::blank;
use crate::approval::expiry::{self, ExpiryState};
use crate::approval::hand::{self, InHand, Turn};
use crate::approval::query::{approval_id, approval_step_order, codes, printed};
use crate::approval::record::Approval;
use crate::approval::responsible::by_the_book;
use crate::approval::running::{Binding, standing};
use crate::approval::state::{self, Standing, State, Step};
use crate::approval::template::Item;
use crate::approval::way::{ApprovalWay, Way};
use crate::calendar::office::Calendars;
use crate::error::{Error, Result};
use crate::id::{ApprovalId, ProjectId};
use crate::project::Project;
use crate::store::Reader;
use crate::store::record::cell;
use chrono::{Days, NaiveDate};
use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Gives rows the names of their projects.
pub(crate) fn name(r: &Reader, rows: &mut [&mut BoardRow]) -> Result<()> {
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
pub(crate) fn in_hand(r: &Reader) -> Result<Vec<BoardRow>> {
    held(r, &ways(r)?)
}

/// Everything in hand, and what is in nobody's hands and carries a flag.
pub(crate) fn all(r: &Reader) -> Result<(Vec<BoardRow>, Vec<BoardRow>)> {
    let ways = ways(r)?;
    let rows = held(r, &ways)?;
    let aside = aside(r, &rows, &ways)?;
    Ok((rows, aside))
}

type Ways = HashMap<ApprovalId, Vec<ApprovalWay>>;

fn held(r: &Reader, ways: &Ways) -> Result<Vec<BoardRow>> {
    let (calendars, templates) = (r.calendars()?, r.templates()?);
    let (today, mut rows) = (r.today(), vec![]);
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
        let approval = by_the_book(r, approval)?;
        rows.push(row(calendars, item, (approval, &standing), Some(held), ways, today));
    }
    Ok(rows)
}

/// Approvals that are in nobody's hands and carry a flag.
fn aside(r: &Reader, held: &[BoardRow], ways: &Ways) -> Result<Vec<BoardRow>> {
    let held: HashSet<ApprovalId> = held.iter().map(|row| row.approval).collect();
    let near = r.today().checked_add_days(Days::new(expiry::NEAR_DAYS.unsigned_abs())).unwrap_or(NaiveDate::MAX);
    let mut find = r.db().prepare_cached(include_str!("aside.sql"))?;
    let marked = find.query_map([near.to_string()], |row| cell(row, 0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    let ids: BTreeSet<ApprovalId> = marked.into_iter().chain(ways.keys().copied()).collect();
    let mut rows = vec![];
    for id in ids.into_iter().filter(|id| !held.contains(id)) {
        rows.extend(row_of(r, id)?.filter(|row| row.heat.is_none() && !row.flags.is_empty()));
    }
    Ok(rows)
}

/// One approval, whether it is in hand or not; nothing for an item that is none.
pub(in crate::approval) fn row_of(r: &Reader, id: ApprovalId) -> Result<Option<BoardRow>> {
    let approval: Approval = by_the_book(r, r.get(id)?)?;
    let Some(item) = r.templates()?.item_of(approval.project, &approval.item) else { return Ok(None) };
    let standing = standing(r, id, item.kind)?;
    let ways: Vec<ApprovalWay> = r.all("where approval = ? order by id", [id.to_string()])?;
    let (calendars, today) = (r.calendars()?, r.today());
    let held = hand::in_hand(item, Some(&approval), &standing, calendars.everybody(), today);
    Ok(Some(row(calendars, item, (approval, &standing), held, &ways, today)))
}

/// An item of a project, whether anything is recorded of it or not; nothing for an item that is none.
pub(in crate::approval) fn row_ahead(r: &Reader, project: ProjectId, code: &str) -> Result<Option<BoardRow>> {
    let id = approval_id(project, code);
    if r.find::<Approval>(id)?.is_some() {
        return row_of(r, id);
    }
    let Some(item) = r.templates()?.item_of(project, code) else { return Ok(None) };
    let approval = blank(id, &r.get::<Project>(project)?, code);
    Ok(Some(row(r.calendars()?, item, (approval, &Standing::NEW), None, &[], r.today())))
}

/// Ways of the whole desk, by approval.
fn ways(r: &Reader) -> Result<Ways> {
    let mut found: Ways = HashMap::new();
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
        "select approval, state, happened_on, typed_ms, stop_kind, restart, extension, examiner from approval_step order by id",
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
    let in_hand = held.is_some();
    let limit = Binding::of(item, Some(&approval)).filter(|_| standing.clock_runs());
    let due_on = limit.and_then(|limit| printed(&approval, standing).or_else(|| limit.due_day(calendar, standing)));
    let days_left = due_on.map(|due| calendar.days_left(today, due));
    let held = held.unwrap_or_else(|| InHand::by_nobody(item, &approval));
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
        touched_on: standing.since.max(approval.verified_on),
        expires_on: approval.expires_on,
        next: standing.state.next(item.kind),
        lacking: approval.lacking,
        lacking_by: approval.lacking_by,
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
        () => !matches!(flag, Flag::Printed | Flag::Opinion),
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
