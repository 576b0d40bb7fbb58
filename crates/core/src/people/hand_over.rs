//! Handing duties over by a date: when leaders move, all their projects get a new one at once, and who has none is listed
//! (practice §4.5 step 5, §4.7). History keeps who held it when.

use super::{Duty, Role};
use crate::approval::responsible;
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{PersonId, ProjectId};
use crate::project::Project;
use crate::project::query::Named;
use crate::store::{Reader, Writer};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use ts_rs::TS;

/// Whose duties.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct HoldersOf {
    pub role: Role,
}

/// Who holds a duty on how many projects, in official order, and which projects have nobody.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DutyHolders {
    pub holders: Vec<DutyHolder>,
    /// Living projects that count and have nobody.
    pub unassigned: Vec<Named>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DutyHolder {
    pub name: String,
    pub title: Option<String>,
    pub projects: Vec<Named>,
}

/// Some duties change hands on one day.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HandOver {
    pub role: Role,
    /// The first day of the new holder.
    #[ts(type = "string")]
    pub since: NaiveDate,
    pub moves: Vec<Move>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Move {
    /// Whose duties end; absent: nobody's, the projects had none.
    #[serde(default)]
    pub from: Option<String>,
    pub to: String,
    /// Only on these projects; absent: on all that `from` holds.
    #[serde(default)]
    pub projects: Option<Vec<ProjectId>>,
    /// Who `from` is in the register, where another may have the same name.
    #[serde(skip)]
    #[ts(skip)]
    pub person: Option<PersonId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HandedOver {
    pub projects: i64,
    /// Living projects that still have nobody in this duty.
    pub unassigned: i64,
}

/// Whoever holds a duty on these projects, the first of them where they are several, passes it on to one; who had nobody gets him.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ChangeHolder {
    pub role: Role,
    pub projects: Vec<ProjectId>,
    pub to: String,
    /// The first day of the new holder.
    #[ts(type = "string")]
    pub since: NaiveDate,
}

/// 换服务员 and the like: one action with one undo, however many held it before.
///
/// # Errors
/// `Invalid` without projects or a name, and for a day that [`hand_over`] does not take.
pub fn change(w: &mut Writer, input: ChangeHolder) -> Result<HandedOver> {
    let ChangeHolder { role, projects, to, since } = input;
    let to = to.trim().to_string();
    let missing = [("projects", projects.is_empty()), ("to", to.is_empty())];
    let faults: Vec<FieldFault> =
        missing.iter().filter(|(_, is)| *is).map(|(field, _)| FieldFault::error(field, Rule::Required)).collect();
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let mut by: BTreeMap<Option<String>, Vec<ProjectId>> = BTreeMap::new();
    for project in projects {
        let from = super::query::holder(w, project, role)?.map(|duty| duty.name);
        if from.as_ref() != Some(&to) {
            by.entry(from).or_default().push(project);
        }
    }
    let changed: usize = by.values().map(Vec::len).sum();
    if changed == 0 {
        let left = unassigned(w, role)?.len();
        return Ok(HandedOver { projects: 0, unassigned: i64::try_from(left).unwrap_or(i64::MAX) });
    }
    let moves = by.into_iter().map(|(from, some)| Move { from, to: to.clone(), projects: Some(some), person: None });
    let handed = hand_over(w, HandOver { role, since, moves: moves.collect() })?;
    w.subject(format!("{changed}|{}|{to}", role.code()));
    Ok(HandedOver { projects: i64::try_from(changed).unwrap_or(i64::MAX), ..handed })
}

pub fn holders(r: &Reader, of: HoldersOf) -> Result<DutyHolders> {
    let mut statement = r.db().prepare_cached(include_str!("held.sql"))?;
    let rows = statement.query_map([of.role.code()], |row| {
        let project = Named { id: crate::store::record::cell(row, 2)?, name: row.get(3)? };
        Ok((row.get::<_, String>(0)?, row.get::<_, Option<String>>(1)?, project))
    })?;
    let mut holders: Vec<DutyHolder> = vec![];
    for row in rows {
        let (name, title, project) = row?;
        match holders.iter_mut().find(|h| h.name == name) {
            Some(holder) => holder.projects.push(project),
            None => holders.push(DutyHolder { name, title, projects: vec![project] }),
        }
    }
    Ok(DutyHolders { holders, unassigned: unassigned(r, of.role)? })
}

fn unassigned(r: &Reader, role: Role) -> Result<Vec<Named>> {
    let mut statement = r.db().prepare_cached(
        "select p.id, p.name from project p
         where p.counted and p.standing not in ('terminated', 'delisted', 'merged')
           and not exists (select 1 from duty where project = p.id and role = ? and until is null)
         order by p.position is null, p.position, p.origin, p.id",
    )?;
    let rows = statement
        .query_map([role.code()], |row| Ok(Named { id: crate::store::record::cell(row, 0)?, name: row.get(1)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Ends the old duties on the day before and begins the new ones, in the same place of the order.
///
/// Who holds what is read before anything is written: in a chain 甲→乙, 乙→丙 and in a swap everybody passes on what he held
/// until then, never what he was given in the same action.
pub fn hand_over(w: &mut Writer, input: HandOver) -> Result<HandedOver> {
    let moved = input.moves.iter().map(|one| held(w, input.role, one)).collect::<Result<Vec<_>>>()?;
    let faults = faults(w, &input, &moved)?;
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let mut entrusted = vec![];
    for (one, held) in input.moves.iter().zip(&moved) {
        for duty in held {
            entrusted.push(responsible::with_duty(w, duty, one.person)?);
        }
    }
    let mut entrusted = entrusted.into_iter();
    for duty in moved.iter().flatten() {
        end(w, duty, input.since)?;
    }
    let (mut projects, since) = (0, Some(input.since));
    for (one, held) in input.moves.iter().zip(&moved) {
        let to = one.to.trim();
        let person = super::query::named(w, to)?;
        w.subject(to);
        for duty in held {
            begin(w, duty.project, input.role, to, person, since, duty.position)?;
            responsible::pass_on(w, &entrusted.next().unwrap_or_default(), to, person)?;
            projects += 1;
        }
        for project in one.projects.iter().flatten().filter(|_| one.from.is_none()) {
            projects += i64::from(begin(w, *project, input.role, to, person, since, None)?);
        }
    }
    let left = unassigned(w, input.role)?.len();
    Ok(HandedOver { projects, unassigned: i64::try_from(left).unwrap_or(i64::MAX) })
}

/// The duties that a move passes on, as they stand.
fn held(r: &Reader, role: Role, one: &Move) -> Result<Vec<Duty>> {
    let Some(from) = one.from.as_deref().filter(|from| *from != one.to.trim()) else { return Ok(vec![]) };
    let mut held: Vec<Duty> = match one.person {
        Some(person) => r.all(
            "where role = ? and until is null and (person = ? or person is null and name = ?) order by id",
            [role.code(), &person.to_string(), from],
        )?,
        None => r.all("where role = ? and name = ? and until is null order by id", [role.code(), from])?,
    };
    let some: Option<HashSet<ProjectId>> = one.projects.as_ref().map(|some| some.iter().copied().collect());
    held.retain(|duty| some.as_ref().is_none_or(|some| some.contains(&duty.project)));
    Ok(held)
}

fn faults(r: &Reader, input: &HandOver, moved: &[Vec<Duty>]) -> Result<Vec<FieldFault>> {
    let mut faults = vec![];
    for (at, one) in input.moves.iter().enumerate() {
        if one.to.trim().is_empty() {
            faults.push(FieldFault::error(&format!("moves.{at}.to"), Rule::Required));
        }
        if one.from.is_none() && one.projects.is_none() {
            faults.push(FieldFault::error(&format!("moves.{at}.from"), Rule::Required));
        }
        if one.from.is_some() && input.moves[..at].iter().any(|other| other.from == one.from && meet(other, one)) {
            faults.push(FieldFault::error(&format!("moves.{at}.from"), Rule::Duplicate));
        }
    }
    if input.moves.is_empty() {
        faults.push(FieldFault::error("moves", Rule::Required));
    }
    // The last one to begin tells the first day that will do.
    let last = moved.iter().flatten().max_by_key(|duty| duty.since);
    faults.extend(day_fault("since", input.since, r.today(), last));
    Ok(faults)
}

/// Both moves speak of one project.
fn meet(one: &Move, other: &Move) -> bool {
    match (&one.projects, &other.projects) {
        (Some(some), Some(others)) => some.iter().any(|id| others.contains(id)),
        _ => true,
    }
}

/// Ends a duty on the day before `since`. Who took it over on that very day has not held it for one: his line goes, as a
/// wrong name is put right, and only the log of changes knows of it.
pub(super) fn end(w: &mut Writer, duty: &Duty, since: NaiveDate) -> Result<()> {
    if duty.since == Some(since) {
        w.remove::<Duty>(duty.id)?;
        return Ok(());
    }
    w.put(&Duty { until: since.pred_opt(), ..duty.clone() })
}

/// A duty changes hands on a day that has come, and not before its holder took it over (practice §4.7 step 3: history keeps
/// who held it when, so nobody's term ends before it begins).
pub(super) fn day_fault(field: &str, since: NaiveDate, today: NaiveDate, held: Option<&Duty>) -> Option<FieldFault> {
    if since > today {
        return Some(FieldFault::error(field, Rule::HandedOverInFuture));
    }
    let held = held.filter(|duty| duty.since.is_some_and(|begun| begun > since))?;
    let begun = held.since.map(|day| day.to_string()).unwrap_or_default();
    Some(FieldFault::error(field, Rule::BeforeHisTerm).with("name", &held.name).with("day", begun))
}

/// Nobody holds the same duty on one project twice.
pub(super) fn begin(
    w: &mut Writer,
    project: ProjectId,
    role: Role,
    to: &str,
    person: Option<PersonId>,
    since: Option<NaiveDate>,
    position: Option<i64>,
) -> Result<bool> {
    let key = [project.to_string().as_str().to_string(), role.code().to_string(), to.to_string()];
    let held: Option<Duty> = w.first("where project = ? and role = ? and name = ? and until is null", key)?;
    if held.is_some() {
        return Ok(false);
    }
    let office = w.get::<Project>(project)?.office;
    w.put_new(Duty { id: w.new_id(), office, project, role, name: to.into(), person, since, until: None, position })?;
    Ok(true)
}
