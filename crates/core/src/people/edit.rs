//! Writing offices, units, people, duties and contacts.

use super::{Contact, Department, Duty, Level, Office, Person, Role, UnitKind};
use crate::approval::responsible;
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{ContactId, DepartmentId, DutyId, OfficeId, PersonId, ProjectId};
use crate::store::Writer;
use crate::store::patch::Patch;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The first run: who sits here, for which office, where.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Start {
    pub person: String,
    pub office: String,
    pub level: Level,
    /// GB/T 2260 code.
    pub region: Option<String>,
}

/// What the first run made.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct Started {
    pub office: OfficeId,
    pub person: PersonId,
}

pub fn start(w: &mut Writer, input: Start) -> Result<Started> {
    if w.office().is_ok() {
        return Err(Error::AlreadyStarted);
    }
    let (person, office) = (input.person.trim(), input.office.trim());
    let mut faults = vec![];
    if person.is_empty() {
        faults.push(FieldFault::error("person", Rule::Required));
    }
    if office.is_empty() {
        faults.push(FieldFault::error("office", Rule::Required));
    }
    if let Some(code) = input.region.as_deref().filter(|code| crate::region::by_code(code).is_none()) {
        faults.push(FieldFault::error("region", Rule::UnknownRegion).with("text", code));
    }
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let started = Started { office: w.new_id(), person: w.new_id() };
    w.found(started.office, started.person);
    w.lasting();
    w.subject(office);
    let own = Office {
        id: started.office,
        office: started.office,
        name: office.into(),
        level: input.level,
        region: input.region,
        parent: None,
    };
    w.put_new(own)?;
    put_person(w, started.person, person)?;
    w.db().execute(
        "insert into local (key, value) values ('office', ?), ('person', ?)",
        [started.office.to_string(), started.person.to_string()],
    )?;
    Ok(started)
}

fn put_person(w: &mut Writer, id: PersonId, name: &str) -> Result<()> {
    let office = w.office()?;
    w.put_new(Person { name: name.into(), ..blank(id, office) })
}

/// A seat with nothing in it.
#[must_use]
pub fn blank(id: PersonId, office: OfficeId) -> Person {
    Person {
        id,
        office,
        name: String::new(),
        department: None,
        title: None,
        position: None,
        note: None,
        role: None,
        duties: None,
        since: None,
        until: None,
        same: None,
    }
}

/// The person of this name, made if there is none.
pub fn person_named(w: &mut Writer, name: &str) -> Result<PersonId> {
    if name.trim().is_empty() {
        return Err(Error::invalid("name", Rule::Required));
    }
    if let Some(found) = super::query::named(w, name.trim())? {
        return Ok(found);
    }
    let id = w.new_id();
    w.lasting();
    w.subject(name.trim());
    put_person(w, id, name.trim())?;
    Ok(id)
}

/// Saves named fields of a record that may not exist yet.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Save<I> {
    /// Absent for a new record.
    pub id: Option<I>,
    pub set: Patch,
}

pub fn save_office(w: &mut Writer, input: Save<OfficeId>) -> Result<Office> {
    let id = input.id.map_or_else(|| w.office(), Ok)?;
    let saved = input.set.apply(&w.get::<Office>(id)?)?;
    w.subject(saved.name.clone());
    w.put(&saved)?;
    Ok(saved)
}

pub fn save_department(w: &mut Writer, input: Save<DepartmentId>) -> Result<Department> {
    let office = w.office()?;
    let fresh = |id| Department {
        id,
        office,
        name: String::new(),
        short_name: None,
        kind: UnitKind::Government,
        position: None,
        superior: None,
        ranked: true,
        note: None,
    };
    let old = match input.id {
        Some(id) => w.get(id)?,
        None => {
            let last = w.number("select coalesce(max(position), 0) from department", [])?;
            Department { position: Some(last + 1), ..fresh(w.new_id()) }
        }
    };
    let saved: Department = input.set.apply(&old)?;
    require_name(&saved.name)?;
    w.subject(saved.name.clone());
    w.put(&saved)?;
    Ok(saved)
}

pub fn save_person(w: &mut Writer, input: Save<PersonId>) -> Result<Person> {
    let office = w.office()?;
    let old = match input.id {
        Some(id) => w.get(id)?,
        None => blank(w.new_id(), office),
    };
    let saved: Person = input.set.apply(&old)?;
    require_name(&saved.name)?;
    w.subject(saved.name.clone());
    w.put(&saved)?;
    Ok(saved)
}

pub fn remove_department(w: &mut Writer, one: crate::api::One<DepartmentId>) -> Result<bool> {
    w.subject(w.get::<Department>(one.id)?.name);
    super::seat::unit_is_empty(w, one.id)?;
    w.remove::<Department>(one.id)
}

/// Removes a person who has done nothing here yet; whoever acted stays named in the history. What names this person keeps the name
/// alone.
pub fn remove_person(w: &mut Writer, one: crate::api::One<PersonId>) -> Result<bool> {
    let acts = w.number("select count(*) from changeset where person = ?", [one.id.to_string()])?;
    if acts > 0 {
        return Err(Error::InUse { what: "changeset", count: acts });
    }
    let person: Person = w.get(one.id)?;
    w.subject(person.name.clone());
    responsible::by_name_alone(w, &person)?;
    for duty in w.all::<Duty>("where person = ? order by id", [one.id.to_string()])? {
        w.put(&Duty { person: None, ..duty })?;
    }
    for contact in super::query::contacts(w, &one.id.to_string())? {
        w.remove::<Contact>(contact.id)?;
    }
    w.remove::<Person>(one.id)
}

/// A new duty names its project; an old one keeps it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveOf<I> {
    pub id: Option<I>,
    /// The project a new record belongs to.
    pub project: Option<ProjectId>,
    pub set: Patch,
}

impl<I> SaveOf<I> {
    pub(crate) fn project(&self) -> Result<ProjectId> {
        self.project.ok_or_else(|| Error::invalid("project", Rule::Required))
    }
}

pub fn save_duty(w: &mut Writer, input: SaveOf<DutyId>) -> Result<Duty> {
    let office = w.office()?;
    let old = match input.id {
        Some(id) => w.get(id)?,
        None => Duty {
            id: w.new_id(),
            office,
            project: input.project()?,
            role: Role::Leader,
            name: String::new(),
            person: None,
            since: None,
            until: None,
            position: None,
        },
    };
    let mut saved: Duty = input.set.apply(&old)?;
    require_name(&saved.name)?;
    w.subject(saved.name.clone());
    if input.id.is_some() && saved.name != old.name && old.until.is_none() && saved.until.is_none() {
        passed_on(w, &old, &mut saved)?;
    }
    w.put(&saved)?;
    Ok(saved)
}

/// Another name on a duty is another holder, unless the register knows him as the one who had it: what the old one had to see
/// through on the project goes to the new one.
fn passed_on(w: &mut Writer, old: &Duty, saved: &mut Duty) -> Result<()> {
    if saved.person == old.person {
        saved.person = super::query::named(w, &saved.name)?;
    }
    if saved.person.is_some() && saved.person == old.person {
        return Ok(());
    }
    let entrusted = responsible::with_duty(w, old, None)?;
    responsible::pass_on(w, &entrusted, &saved.name, saved.person)
}

/// A way to reach the owner; `project` is the owner's identity, whatever the owner is.
pub fn save_contact(w: &mut Writer, input: SaveOf<ContactId>) -> Result<Contact> {
    let office = w.office()?;
    let old = match input.id {
        Some(id) => w.get(id)?,
        None => {
            let owner = input.project()?;
            Contact {
                id: w.new_id(),
                office,
                owner,
                name: None,
                phone: None,
                title: None,
                position: None,
                note: None,
                kind: None,
            }
        }
    };
    let saved: Contact = input.set.apply(&old)?;
    if saved.phone.as_deref().is_some_and(|p| !is_phone(p)) {
        return Err(Error::invalid("phone", Rule::NotAPhone));
    }
    if saved.phone.is_none() && saved.name.is_none() {
        return Err(Error::invalid("name", Rule::Required));
    }
    w.subject(saved.name.clone().or(saved.phone.clone()).unwrap_or_default());
    w.put(&saved)?;
    Ok(saved)
}

/// Digits, spaces, `-`, `+`, brackets, `转`, `/` and `*` (a masked number), with at least three digits.
#[must_use]
pub fn is_phone(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_digit() || " -+()（）转/*、，,".contains(c);
    text.chars().all(allowed) && text.chars().filter(char::is_ascii_digit).count() >= 3
}

fn require_name(name: &str) -> Result<()> {
    if name.trim().is_empty() { Err(Error::invalid("name", Rule::Required)) } else { Ok(()) }
}
