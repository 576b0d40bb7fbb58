//! Reading offices, units, people, duties and contacts, in official order.

use super::{Contact, Department, Duty, Office, Person};
use crate::error::Result;
use crate::id::{OfficeId, PersonId, ProjectId};
use crate::store::Reader;
use rusqlite::OptionalExtension;

pub fn offices(r: &Reader) -> Result<Vec<Office>> {
    r.all("order by id", [])
}

pub fn office(r: &Reader, id: OfficeId) -> Result<Office> {
    r.get(id)
}

pub fn departments(r: &Reader) -> Result<Vec<Department>> {
    r.all("order by position is null, position, id", [])
}

pub fn people(r: &Reader) -> Result<Vec<Person>> {
    r.all("order by position is null, position, id", [])
}

pub fn named(r: &Reader, name: &str) -> Result<Option<PersonId>> {
    let mut find = r.db().prepare_cached("select id from person where name = ? order by id limit 1")?;
    Ok(find.query_row([name], |row| crate::store::record::cell(row, 0)).optional()?)
}

/// Duties held now or before on a project, by role and order.
pub fn duties(r: &Reader, project: ProjectId) -> Result<Vec<Duty>> {
    r.all("where project = ? order by until is not null, role, position is null, position, id", [project.to_string()])
}

pub fn contacts(r: &Reader, owner: &str) -> Result<Vec<Contact>> {
    r.all("where owner = ? order by position is null, position, id", [owner])
}
