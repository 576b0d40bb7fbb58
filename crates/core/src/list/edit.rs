//! Writing lists and memberships.

use super::{List, Membership};
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{ListId, MembershipId, OfficeId, ProjectId};
use crate::people::edit::Save;
use crate::project::Project;
use crate::store::{Reader, Writer};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub fn lists(r: &Reader) -> Result<Vec<List>> {
    r.all("order by year desc, position is null, position, name", [])
}

pub fn save(w: &mut Writer, input: Save<ListId>) -> Result<List> {
    let office = w.office()?;
    let old = match input.id {
        Some(id) => w.get(id)?,
        None => blank(w.new_id(), office, "", None),
    };
    let saved: List = input.set.apply(&old)?;
    if saved.name.is_empty() {
        return Err(Error::invalid("name", Rule::Required));
    }
    if saved.replaces == Some(saved.id) {
        return Err(Error::invalid("replaces", Rule::OwnParent));
    }
    // Freezing prints the lines' words, so it is never done by the way.
    if saved.frozen_on != old.frozen_on {
        return Err(Error::invalid("frozen_on", Rule::NotEditable));
    }
    if old.frozen_on.is_some() {
        keeps(&old, &saved)?;
    }
    w.subject(saved.name.clone());
    w.put(&saved)?;
    Ok(saved)
}

/// What is printed under is called what the paper calls it.
fn keeps(old: &List, saved: &List) -> Result<()> {
    let changed = [("name", old.name != saved.name), ("year", old.year != saved.year)];
    let fault = |(field, _)| FieldFault::error(field, Rule::ListFrozen).with("name", &old.name);
    let faults: Vec<FieldFault> = changed.into_iter().filter(|(_, changed)| *changed).map(fault).collect();
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

/// The list of this name and year, made if there is none: of several versions the newest that may still change.
pub fn named(w: &mut Writer, name: &str, year: Option<i64>) -> Result<ListId> {
    let newest = "where name = ?1 and year is ?2 order by frozen_on is not null, id in (select replaces from list where replaces is not null), id desc";
    let found: Option<List> = w.first(newest, rusqlite::params![name, year])?;
    if let Some(list) = found {
        return Ok(list.id);
    }
    let list = blank(w.new_id(), w.office()?, name, year);
    let id = list.id;
    w.put_new(list)?;
    Ok(id)
}

/// A list nothing is known of but its name.
#[must_use]
pub fn blank(id: ListId, office: OfficeId, name: &str, year: Option<i64>) -> List {
    List {
        id,
        office,
        name: name.into(),
        year,
        document: None,
        level: None,
        position: None,
        version: None,
        issued_on: None,
        replaces: None,
        frozen_on: None,
    }
}

/// Freezes a list, or lets it change again.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct Freeze {
    pub list: ListId,
    pub frozen: bool,
}

pub fn freeze(w: &mut Writer, input: Freeze) -> Result<List> {
    let mut list: List = w.get(input.list)?;
    w.subject(list.name.clone());
    list.frozen_on = if input.frozen { list.frozen_on.or_else(|| Some(w.today())) } else { None };
    if input.frozen {
        print_lines(w, list.id)?;
    }
    w.put(&list)?;
    Ok(list)
}

/// Freezes every list of a year that is still open; answers how many.
pub fn freeze_year(w: &mut Writer, year: i64) -> Result<i64> {
    let open: Vec<List> = w.all("where year = ? and frozen_on is null order by id", [year])?;
    for list in &open {
        print_lines(w, list.id)?;
        w.put(&List { frozen_on: Some(w.today()), ..list.clone() })?;
    }
    Ok(i64::try_from(open.len()).unwrap_or(i64::MAX))
}

/// Lines from before lists kept their words get those of today.
fn print_lines(w: &mut Writer, list: ListId) -> Result<()> {
    let bare: Vec<Membership> = w.all("where list = ? and listed_name is null order by id", [list.to_string()])?;
    for line in bare {
        if let Some(project) = w.find::<Project>(line.project)? {
            w.put(&line.with_words_of(&project))?;
        }
    }
    Ok(())
}

impl Membership {
    fn with_words_of(self, p: &Project) -> Self {
        Self {
            listed_name: Some(p.name.clone()),
            listed_code: p.code.clone(),
            listed_total: p.total,
            listed_plan: p.plan,
            listed_carried: p.carried,
            ..self
        }
    }
}

/// Puts a project on a list, or changes its serial there.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Enlist {
    pub project: ProjectId,
    pub list: ListId,
    pub serial: Option<String>,
    pub grouping: Option<String>,
}

/// Puts projects on a list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct EnlistMany {
    pub list: ListId,
    pub projects: Vec<ProjectId>,
}

/// Puts on a list those that do not stand on it yet, in their order; answers how many.
///
/// # Errors
/// `Invalid` with `ListFrozen` for a frozen list.
pub fn enlist_many(w: &mut Writer, input: EnlistMany) -> Result<i64> {
    let list: List = w.get(input.list)?;
    let mut joined = 0;
    for project in input.projects {
        if standing(w, project, list.id)?.is_none() {
            enlist(w, Enlist { project, list: list.id, serial: None, grouping: None })?;
            joined += 1;
        }
    }
    w.subject(list.name);
    Ok(joined)
}

/// For a file whose rows are put on a list: a line that is printed already stays as it is printed, whatever the file's
/// own numbering.
pub fn enlist_from_file(w: &mut Writer, input: Enlist) -> Result<Membership> {
    let frozen = w.get::<List>(input.list)?.frozen_on.is_some();
    match standing(w, input.project, input.list)?.filter(|_| frozen) {
        Some(printed) => Ok(printed),
        None => enlist(w, input),
    }
}

fn standing(r: &Reader, project: ProjectId, list: ListId) -> Result<Option<Membership>> {
    r.first("where project = ? and list = ? order by id", [project.to_string(), list.to_string()])
}

/// What the project is called and worth now is what the line says, until the list is frozen.
///
/// # Errors
/// `Invalid` with `ListFrozen` for a new line of a frozen list, and for another serial or group there.
pub fn enlist(w: &mut Writer, input: Enlist) -> Result<Membership> {
    let office = w.office()?;
    let list: List = w.get(input.list)?;
    let old = standing(w, input.project, input.list)?;
    if list.frozen_on.is_some() {
        let same = |m: &Membership| m.serial == input.serial && m.grouping == input.grouping;
        return old.filter(same).ok_or_else(|| frozen(&list));
    }
    let project: Project = w.get(input.project)?;
    let id = old.as_ref().map_or_else(|| w.new_id(), |m| m.id);
    let saved = Membership { note: old.and_then(|m| m.note), ..line(id, office, input, &project) };
    w.put(&saved)?;
    Ok(saved)
}

/// A new line of a list, with the words of the project as it is now.
#[must_use]
pub fn line(id: MembershipId, office: OfficeId, enlist: Enlist, project: &Project) -> Membership {
    let bare = Membership {
        id,
        office,
        project: enlist.project,
        list: enlist.list,
        serial: enlist.serial,
        grouping: enlist.grouping,
        note: None,
        listed_name: None,
        listed_code: None,
        listed_total: None,
        listed_plan: None,
        listed_carried: None,
    };
    bare.with_words_of(project)
}

pub fn remove(w: &mut Writer, id: MembershipId) -> Result<bool> {
    let line: Membership = w.get(id)?;
    if let Some(list) = w.find::<List>(line.list)?.filter(|l| l.frozen_on.is_some()) {
        return Err(frozen(&list));
    }
    w.remove::<Membership>(id)
}

fn frozen(list: &List) -> Error {
    Error::Invalid(vec![FieldFault::error("list", Rule::ListFrozen).with("name", &list.name)])
}
