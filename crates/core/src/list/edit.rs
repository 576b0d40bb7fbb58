//! Writing lists and memberships.

use super::{List, Membership};
use crate::error::{Error, Result, Rule};
use crate::id::{ListId, MembershipId, ProjectId};
use crate::people::edit::Save;
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
        None => List {
            id: w.new_id(),
            office,
            name: String::new(),
            year: None,
            document: None,
            level: None,
            position: None,
        },
    };
    let saved: List = input.set.apply(&old)?;
    if saved.name.is_empty() {
        return Err(Error::invalid("name", Rule::Required));
    }
    w.subject(saved.name.clone());
    w.put(&saved)?;
    Ok(saved)
}

/// The list of this name and year, made if there is none.
pub fn named(w: &mut Writer, name: &str, year: Option<i64>) -> Result<ListId> {
    let found: Option<List> = w.first("where name = ?1 and year is ?2 order by id", rusqlite::params![name, year])?;
    if let Some(list) = found {
        return Ok(list.id);
    }
    let list = List {
        id: w.new_id(),
        office: w.office()?,
        name: name.into(),
        year,
        document: None,
        level: None,
        position: None,
    };
    let id = list.id;
    w.put_new(list)?;
    Ok(id)
}

/// Puts a project on a list, or changes its serial there.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Enlist {
    pub project: ProjectId,
    pub list: ListId,
    pub serial: Option<String>,
    pub grouping: Option<String>,
}

pub fn enlist(w: &mut Writer, input: Enlist) -> Result<Membership> {
    let office = w.office()?;
    w.get::<List>(input.list)?;
    let key = [input.project.to_string(), input.list.to_string()];
    let old: Option<Membership> = w.first("where project = ? and list = ? order by id", key)?;
    let id = old.as_ref().map_or_else(|| w.new_id(), |m| m.id);
    let note = old.and_then(|m| m.note);
    let (serial, grouping) = (input.serial, input.grouping);
    let saved = Membership { id, office, project: input.project, list: input.list, serial, grouping, note };
    w.put(&saved)?;
    Ok(saved)
}

pub fn remove(w: &mut Writer, id: MembershipId) -> Result<bool> {
    w.remove::<Membership>(id)
}
