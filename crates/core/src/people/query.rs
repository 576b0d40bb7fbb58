//! Reading offices, units, people, duties and contacts, in official order.

use super::{Contact, Department, Duty, Office, Person, Role};
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
    let mut find =
        r.db().prepare_cached("select id from person where name = ? order by until is not null, id limit 1")?;
    Ok(find.query_row([name], |row| crate::store::record::cell(row, 0)).optional()?)
}

/// Duties held now or before on a project, by role and order.
pub fn duties(r: &Reader, project: ProjectId) -> Result<Vec<Duty>> {
    let order = "where project = ? order by until is not null, position is null, position, id";
    let mut duties: Vec<Duty> = r.all(order, [project.to_string()])?;
    duties.sort_by_key(|duty| (duty.until.is_some(), duty.role));
    Ok(duties)
}

/// Who holds a duty now, the first in official order.
pub(crate) fn holder(r: &Reader, project: ProjectId, role: Role) -> Result<Option<Duty>> {
    let key = [project.to_string(), role.code().to_string()];
    r.first("where project = ? and role = ? and until is null order by position is null, position, id", key)
}

pub fn contacts(r: &Reader, owner: &str) -> Result<Vec<Contact>> {
    r.all("where owner = ? order by position is null, position, id", [owner])
}

/// 建制顺序: where a unit stands, by its position among the departments, else by its code.
pub struct OfficialOrder(std::collections::HashMap<String, i64>);

/// The order of all units that have a position, by name and by short name.
pub fn official_order(r: &Reader) -> Result<OfficialOrder> {
    let mut order = std::collections::HashMap::new();
    for (unit, at) in departments(r)?.into_iter().zip(0..) {
        if unit.position.is_some() {
            order.entry(unit.name).or_insert(at);
            order.extend(unit.short_name.map(|name| (name, at)));
        }
    }
    Ok(OfficialOrder(order))
}

impl OfficialOrder {
    /// To sort by: units with a position first, then by code (GB/T 2260 codes are in official order); nameless last.
    #[must_use]
    pub fn place(&self, name: &str, key: &str) -> (bool, i64, String) {
        (key.is_empty(), self.0.get(name).copied().unwrap_or(i64::MAX), key.to_string())
    }
}
