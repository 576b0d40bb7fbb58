//! Handing duties over by a date: when leaders move, all their projects get a new one at once, and who has none is listed
//! (practice §4.5 step 5, §4.7). History keeps who held it when.

use super::{Duty, Role};
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{PersonId, ProjectId};
use crate::project::Project;
use crate::project::query::Named;
use crate::store::{Reader, Writer};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
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
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HandedOver {
    pub projects: i64,
    /// Living projects that still have nobody in this duty.
    pub unassigned: i64,
}

pub fn holders(r: &Reader, of: HoldersOf) -> Result<DutyHolders> {
    let mut statement = r.db().prepare_cached(
        "select d.name, n.title, p.id, p.name from duty d join project p on p.id = d.project
         left join person n on n.id = (select id from person where id = d.person or name = d.name
           order by id = d.person desc, id limit 1)
         where d.role = ? and d.until is null and p.standing not in ('terminated', 'delisted', 'merged')
         order by n.position is null, n.position, d.name, p.position is null, p.position, p.origin, p.id",
    )?;
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
pub fn hand_over(w: &mut Writer, input: HandOver) -> Result<HandedOver> {
    let mut faults = vec![];
    for (at, one) in input.moves.iter().enumerate() {
        if one.to.trim().is_empty() {
            faults.push(FieldFault::error(&format!("moves.{at}.to"), Rule::Required));
        }
        if one.from.is_none() && one.projects.is_none() {
            faults.push(FieldFault::error(&format!("moves.{at}.from"), Rule::Required));
        }
    }
    if input.moves.is_empty() {
        faults.push(FieldFault::error("moves", Rule::Required));
    }
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let until = input.since.pred_opt().unwrap_or(input.since);
    let mut projects = 0;
    for one in &input.moves {
        let to = one.to.trim();
        let person = super::query::named(w, to)?;
        w.subject(to);
        match &one.from {
            Some(from) => projects += pass_on(w, &input, one, from, to, person, until)?,
            None => {
                for project in one.projects.iter().flatten() {
                    projects += i64::from(begin(w, *project, input.role, to, person, Some(input.since), None)?);
                }
            }
        }
    }
    let left = unassigned(w, input.role)?.len();
    Ok(HandedOver { projects, unassigned: i64::try_from(left).unwrap_or(i64::MAX) })
}

fn pass_on(
    w: &mut Writer,
    input: &HandOver,
    one: &Move,
    from: &str,
    to: &str,
    person: Option<PersonId>,
    until: NaiveDate,
) -> Result<i64> {
    let held: Vec<Duty> =
        w.all("where role = ? and name = ? and until is null order by id", [input.role.code(), from])?;
    let wanted = |duty: &&Duty| one.projects.as_ref().is_none_or(|some| some.contains(&duty.project));
    let mut passed = 0;
    for duty in held.iter().filter(wanted).filter(|_| from != to) {
        w.put(&Duty { until: Some(until), ..duty.clone() })?;
        begin(w, duty.project, input.role, to, person, Some(input.since), duty.position)?;
        passed += 1;
    }
    Ok(passed)
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
