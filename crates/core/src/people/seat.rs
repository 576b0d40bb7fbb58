//! Seats of the address book: who leaves, who follows, how somebody is reached, and in which order all stand.

use super::hand_over::{HandOver, Move, hand_over};
use super::{Contact, ContactKind, Person, Role, book};
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{DepartmentId, PersonId, ProjectId};
use crate::store::Writer;
use crate::{codes, store::Record};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Somebody leaves a seat; it stays, with a successor or vacant, and he stays in the book with his term.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Leave {
    pub id: PersonId,
    #[ts(type = "string")]
    pub on: NaiveDate,
    /// Nobody: the seat is vacant.
    #[serde(default)]
    pub successor: Option<String>,
    /// The successor takes over every project and every approval that is not decided, too.
    #[serde(default)]
    pub projects: bool,
}

/// What came of it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Left {
    pub seat: Person,
    /// Duties that were handed over.
    pub projects: i64,
}

pub fn leave(w: &mut Writer, input: Leave) -> Result<Left> {
    let old: Person = w.get(input.id)?;
    if old.name.is_empty() || old.until.is_some() {
        return Err(Error::invalid("id", Rule::NoSuchRecord));
    }
    if old.since.is_some_and(|since| since > input.on) {
        return Err(Error::invalid("on", Rule::FinishBeforeStart));
    }
    let successor = crate::text::said(input.successor.as_deref());
    let name = successor.unwrap_or_default().to_string();
    if input.on > w.today() {
        return Err(Error::invalid("on", Rule::HandedOverInFuture));
    }
    w.subject(old.name.clone());
    w.put(&Person { until: Some(input.on), ..old.clone() })?;
    let since = successor.map(|_| input.on);
    let seat = Person { id: w.new_id(), name, since, until: None, same: None, note: None, ..old.clone() };
    w.put(&seat)?;
    // The telephone on the desk belongs to the seat.
    for contact in super::query::contacts(w, &old.id.to_string())? {
        if book::told(&contact).0 == ContactKind::Office {
            w.put(&Contact { owner: ProjectId(seat.id.0), ..contact })?;
        }
    }
    let mut projects = 0;
    if let Some(to) = successor.filter(|_| input.projects) {
        for role in Role::ALL {
            let moves =
                vec![Move { from: Some(old.name.clone()), to: to.into(), projects: None, person: Some(old.id) }];
            let passed = hand_over(w, HandOver { role: *role, since: input.on, moves }).map_err(of_the_day)?;
            projects += passed.projects;
        }
        crate::approval::responsible::pass_all(w, &old, to)?;
        w.subject(format!("{} → {to}", old.name));
    }
    Ok(Left { seat, projects })
}

/// What is wrong with the first day of the successor is wrong with the day of leaving.
fn of_the_day(error: Error) -> Error {
    let Error::Invalid(faults) = error else { return error };
    let renamed = |fault: FieldFault| match fault.field.as_str() {
        "since" => FieldFault { field: "on".into(), ..fault },
        _ => fault,
    };
    Error::Invalid(faults.into_iter().map(renamed).collect())
}

/// All numbers of one kind by which a person is reached, in the order to try; what is not named is gone.
pub fn set_reach(w: &mut Writer, person: PersonId, kind: ContactKind, texts: &[String]) -> Result<()> {
    let contacts = super::query::contacts(w, &person.to_string())?;
    let old: Vec<Contact> = contacts.into_iter().filter(|contact| book::told(contact).0 == kind).collect();
    for (at, text) in texts.iter().enumerate() {
        let position = i64::try_from(at + 1).ok();
        let (name, phone) = match kind {
            ContactKind::Nickname => (Some(text.clone()), None),
            _ => (old.get(at).and_then(|o| o.name.clone()), Some(text.clone())),
        };
        let contact = match old.get(at) {
            Some(old) => Contact { kind: Some(kind), name, phone, position, ..old.clone() },
            None => {
                let (id, office, owner) = (w.new_id(), w.office()?, ProjectId(person.0));
                Contact { id, office, owner, name, phone, title: None, position, note: None, kind: Some(kind) }
            }
        };
        w.put(&contact)?;
    }
    for gone in old.iter().skip(texts.len()) {
        w.remove::<Contact>(gone.id)?;
    }
    Ok(())
}

codes! {
    /// Whose official order.
    pub enum Ordered { Units = "units", People = "people" }
}

/// Some of the units or people, as they are to follow each other; the others stay where they are.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Reorder {
    pub of: Ordered,
    pub ids: Vec<String>,
}

/// Writes the official order (建制顺序) in one action; only numbers that differ are written.
pub fn reorder(w: &mut Writer, input: Reorder) -> Result<i64> {
    let renumbered = match input.of {
        Ordered::Units => {
            let all = super::query::departments(w)?;
            let places = places(&all.iter().map(|d| (d.id.to_string(), d.position)).collect::<Vec<_>>(), &input.ids)?;
            for (at, position) in &places {
                w.put(&super::Department { position: Some(*position), ..all[*at].clone() })?;
            }
            places.len()
        }
        Ordered::People => {
            let all = super::query::people(w)?;
            let places = places(&all.iter().map(|p| (p.id.to_string(), p.position)).collect::<Vec<_>>(), &input.ids)?;
            for (at, position) in &places {
                w.put(&Person { position: Some(*position), ..all[*at].clone() })?;
            }
            places.len()
        }
    };
    Ok(i64::try_from(renumbered).unwrap_or(i64::MAX))
}

/// New numbers, by place in `all`. The chosen ones take each other's places; numbers in use stay in use, and where there
/// are none, or twice the same, everything is counted from 1.
fn places(all: &[(String, Option<i64>)], chosen: &[String]) -> Result<Vec<(usize, i64)>> {
    let place = |id: &String| all.iter().position(|(known, _)| known == id);
    let mut wanted = vec![];
    for id in chosen {
        let at = place(id)
            .ok_or_else(|| Error::Invalid(vec![FieldFault::error("ids", Rule::NoSuchRecord).with("text", id)]))?;
        if wanted.contains(&at) {
            return Err(Error::invalid("ids", Rule::Duplicate));
        }
        wanted.push(at);
    }
    let mut slots = wanted.clone();
    slots.sort_unstable();
    let mut order: Vec<usize> = (0..all.len()).collect();
    for (slot, at) in slots.into_iter().zip(wanted) {
        order[slot] = at;
    }
    let numbers: Vec<Option<i64>> = all.iter().map(|(_, n)| *n).collect();
    let usable = numbers.iter().all(Option::is_some) && numbers.windows(2).all(|pair| pair[0] < pair[1]);
    let number = |place: usize| if usable { numbers[place] } else { i64::try_from(place + 1).ok() };
    let moved = order.into_iter().enumerate().filter_map(|(place, at)| Some((at, number(place)?)));
    Ok(moved.filter(|(at, n)| numbers[*at] != Some(*n)).collect())
}

/// A unit with people in it is not removed with them.
pub fn unit_is_empty(w: &Writer, unit: DepartmentId) -> Result<()> {
    let sql = format!("select count(*) from {} where department = ? and until is null", Person::META.table);
    let seats = w.number(&sql, [unit.to_string()])?;
    if seats > 0 {
        return Err(Error::InUse { what: "person", count: seats });
    }
    let notices = w.number("select count(*) from calendar_notice where unit = ?", [unit.to_string()])?;
    if notices > 0 { Err(Error::InUse { what: "calendar_notice", count: notices }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_take_each_others_places() {
        let all: Vec<_> = [("a", 10), ("b", 20), ("c", 30), ("d", 40)].map(|(id, n)| (id.to_string(), Some(n))).into();
        let ids = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
        assert_eq!(places(&all, &ids("db")).unwrap(), [(3, 20), (1, 40)], "a and c stay");
        assert_eq!(places(&all, &ids("abcd")).unwrap(), []);
        let none: Vec<_> = all.iter().map(|(id, _)| (id.clone(), None)).collect();
        assert_eq!(places(&none, &ids("ba")).unwrap(), [(1, 1), (0, 2), (2, 3), (3, 4)], "counted from 1");
        assert!(places(&all, &ids("ax")).is_err() && places(&all, &ids("aa")).is_err());
    }
}
