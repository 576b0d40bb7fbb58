//! Writing the chosen lines in one action.

use super::line::{sort, unit_kind};
use super::plan::{is_unit, plan};
use super::{BookImport, BookImported, BookLine, BookVerdict, NewSeat, SaveReach};
use crate::value::{name, phone};
use std::collections::HashMap;
use zhuanban_core::error::{Error, FieldFault, Result, Rule};
use zhuanban_core::id::{DepartmentId, PersonId};
use zhuanban_core::people::book::{BookPerson, ReachedBy};
use zhuanban_core::people::seat::{Leave, Ordered, Reorder};
use zhuanban_core::people::{ContactKind, Department, Person, edit, query, seat};
use zhuanban_core::store::Writer;

pub fn import(w: &mut Writer, input: BookImport) -> Result<BookImported> {
    let lines = plan(w, input.source.lines()?)?.lines;
    let mut done = BookImported::default();
    let mut units: HashMap<String, DepartmentId> = HashMap::new();
    // The first seat of each name, for whoever sits in two units.
    let mut first: HashMap<String, PersonId> = HashMap::new();
    let (mut unit_order, mut people_order): (Vec<String>, Vec<String>) = (vec![], vec![]);
    for line in &lines {
        let Some(unit_name) = &line.unit else { continue };
        let chosen = input.take.contains(&line.at);
        let unit = match units.get(unit_name) {
            Some(unit) => Some(*unit),
            None => find_unit(w, unit_name)?,
        };
        let unit = match unit {
            None if !chosen => continue,
            None => {
                done.units += 1;
                make_unit(w, unit_name)?
            }
            Some(unit) => unit,
        };
        units.insert(unit_name.clone(), unit);
        if !unit_order.contains(&unit.to_string()) {
            unit_order.push(unit.to_string());
        }
        let id = if chosen { take(w, line, unit, &input, &first, &mut done)? } else { line.person };
        if let Some(id) = id {
            people_order.push(id.to_string());
            if let Some(name) = &line.name {
                first.entry(name.clone()).or_insert(id);
            }
        }
    }
    if input.reorder {
        seat::reorder(w, Reorder { of: Ordered::Units, ids: unit_order })?;
        seat::reorder(w, Reorder { of: Ordered::People, ids: people_order })?;
    }
    w.subject(format!("{}", done.new + done.changed));
    Ok(done)
}

fn find_unit(w: &Writer, name: &str) -> Result<Option<DepartmentId>> {
    Ok(query::departments(w)?.iter().find(|unit| is_unit(unit, name)).map(|unit| unit.id))
}

fn make_unit(w: &mut Writer, name: &str) -> Result<DepartmentId> {
    let last = w.number("select coalesce(max(position), 0) from department", [])?;
    let unit = Department {
        id: w.new_id(),
        office: w.office()?,
        name: name.into(),
        short_name: None,
        kind: unit_kind(name),
        position: Some(last + 1),
        superior: None,
        ranked: true,
        note: None,
    };
    w.put(&unit)?;
    Ok(unit.id)
}

/// Writes one line; answers whose seat it is now.
fn take(
    w: &mut Writer,
    line: &BookLine,
    unit: DepartmentId,
    input: &BookImport,
    first: &HashMap<String, PersonId>,
    done: &mut BookImported,
) -> Result<Option<PersonId>> {
    let known = match (line.person, &line.replaces) {
        (Some(id), Some(_)) => {
            let leave = Leave { id, on: input.on, successor: line.name.clone(), projects: false };
            Some(seat::leave(w, leave)?.seat)
        }
        (Some(id), None) => Some(w.get::<Person>(id)?),
        (None, _) => None,
    };
    let fresh = known.is_none();
    let old = match known {
        Some(person) => person,
        None => blank(w, Some(unit))?,
    };
    let name = line.name.clone().unwrap_or_default();
    let apart = input.apart.contains(&line.at);
    let twin = first.get(&name).copied().filter(|_| !apart && !name.is_empty());
    let twin = match twin {
        None if !apart && !line.also.is_empty() => elsewhere(w, &name, old.id)?,
        found => found,
    };
    let person = Person {
        name,
        title: line.title.clone().or(old.title.clone()),
        duties: line.duties.clone().or(old.duties.clone()),
        role: old.role.or(line.role),
        note: line.note.clone().or(old.note.clone()),
        same: if apart { None } else { old.same.or(twin.filter(|id| *id != old.id)) },
        ..old.clone()
    };
    w.put(&person)?;
    for (kind, texts) in kinds(&line.reach) {
        if !texts.is_empty() {
            seat::set_reach(w, person.id, kind, texts)?;
        }
    }
    match (fresh, line.verdict) {
        (true, _) => done.new += 1,
        (false, BookVerdict::Same) => {}
        (false, _) => done.changed += 1,
    }
    Ok(Some(person.id))
}

/// A new seat at the end of the order.
fn blank(w: &mut Writer, unit: Option<DepartmentId>) -> Result<Person> {
    let last = w.number("select coalesce(max(position), 0) from person", [])?;
    let (id, office) = (w.new_id(), w.office()?);
    Ok(Person { department: unit, position: Some(last + 1), ..edit::blank(id, office) })
}

/// The seat of this name in the book that others of the same person point to.
fn elsewhere(w: &Writer, name: &str, own: PersonId) -> Result<Option<PersonId>> {
    let known: Option<Person> = w.first(
        "where name = ? and id <> ? and until is null order by same is not null, position, id",
        [name, &own.to_string()],
    )?;
    Ok(known.map(|person| person.same.unwrap_or(person.id)))
}

fn kinds(reach: &ReachedBy) -> [(ContactKind, &[String]); 4] {
    [
        (ContactKind::Mobile, &reach.mobile),
        (ContactKind::Office, &reach.office),
        (ContactKind::Short, &reach.short),
        (ContactKind::Nickname, &reach.nickname),
    ]
}

/// Somebody new; the number is read as a cell of a file is.
pub fn add(w: &mut Writer, input: NewSeat) -> Result<BookPerson> {
    let called = name::plain(&input.name).replace(' ', "");
    if called.is_empty() {
        return Err(Error::invalid("name", Rule::Required));
    }
    let mut reach = ReachedBy::default();
    sort(&mut reach, read(&input.phone)?, ContactKind::Mobile);
    let title = Some(input.title.trim().to_string()).filter(|title| !title.is_empty());
    let role = input.role.or_else(|| title.as_deref().and_then(super::line::role));
    let seat = Person { name: called, title, role, ..blank(w, input.unit)? };
    w.subject(seat.name.clone());
    w.put(&seat)?;
    for (kind, texts) in kinds(&reach) {
        seat::set_reach(w, seat.id, kind, texts)?;
    }
    zhuanban_core::people::book::one(w, seat.id)
}

fn read(text: &str) -> Result<Vec<String>> {
    let refused = |rule: Rule| Error::Invalid(vec![FieldFault::error("phone", rule).with("text", text.trim())]);
    phone::text(text.trim()).map_err(refused)
}

/// What was typed as numbers of one kind, read as a cell of a file is; all of that kind are set anew.
pub fn save_reach(w: &mut Writer, input: SaveReach) -> Result<BookPerson> {
    let person: Person = w.get(input.person)?;
    let text = input.text.trim();
    let texts = match input.kind {
        ContactKind::Nickname => Some(text.to_string()).into_iter().filter(|text| !text.is_empty()).collect(),
        kind => {
            let mut told = ReachedBy::default();
            sort(&mut told, read(text)?, kind);
            // Typed into this field, it is of this kind; only the word that says so goes.
            [told.mobile, told.office, told.short].concat()
        }
    };
    w.subject(person.name.clone());
    seat::set_reach(w, person.id, input.kind, &texts)?;
    zhuanban_core::people::book::one(w, person.id)
}
