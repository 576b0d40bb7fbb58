//! The address book: units in official order with their people, how each is reached, and whom to call first.

use super::{Contact, ContactKind, Department, Person, SeatRole};
use crate::error::Result;
use crate::find::HitField;
use crate::find::matching::Hay;
use crate::find::source::Ask;
use crate::id::{DepartmentId, PersonId};
use crate::store::Reader;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// Which part of the book.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct BookQuery {
    /// Found as in the palette: two characters, initials, the end of a phone.
    pub text: Option<String>,
    /// With those whose term has ended.
    pub former: bool,
}

/// How somebody is reached, in the order to try.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReachedBy {
    pub office: Vec<String>,
    pub mobile: Vec<String>,
    /// Short numbers of the office's own exchange.
    pub short: Vec<String>,
    /// The name in the WeChat group.
    pub nickname: Vec<String>,
}

/// A seat of the book and who holds it; no name: the seat is vacant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct BookPerson {
    pub person: Person,
    pub reach: ReachedBy,
    /// 1 is called first, in the order of [`SeatRole::call`].
    pub call: Option<usize>,
    /// Projects this name answers for now.
    pub projects: i64,
    /// Other units where the same person sits.
    pub also: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct BookUnit {
    /// Absent for those who belong to no unit: the office's own people and the leaders.
    pub unit: Option<Department>,
    pub people: Vec<BookPerson>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Book {
    pub units: Vec<BookUnit>,
    /// Seats with somebody in them now, and without.
    pub people: usize,
    pub vacant: usize,
}

pub fn book(r: &Reader, query: &BookQuery) -> Result<Book> {
    let ask = query.text.as_deref().map(|text| Ask::new(text, 1)).filter(|ask| !ask.words.is_empty());
    let everyone = everyone(r)?;
    let mut units: Vec<BookUnit> = vec![BookUnit { unit: None, people: vec![] }];
    let mut at: HashMap<DepartmentId, usize> = HashMap::new();
    for unit in super::query::departments(r)? {
        at.insert(unit.id, units.len());
        units.push(BookUnit { unit: Some(unit), people: vec![] });
    }
    let (mut people, mut vacant) = (0, 0);
    for one in everyone {
        let present = one.person.until.is_none();
        people += usize::from(present && !one.person.name.is_empty());
        vacant += usize::from(present && one.person.name.is_empty());
        if present || query.former {
            // A unit that is gone leaves its people among those of no unit.
            let place = one.person.department.and_then(|id| at.get(&id)).copied().unwrap_or(0);
            units[place].people.push(one);
        }
    }
    for unit in &mut units {
        unit.people.sort_by_key(|one| one.person.until.is_some());
        number_calls(&mut unit.people);
    }
    units.retain(|unit| unit.unit.is_some() || !unit.people.is_empty());
    if let Some(ask) = ask {
        keep_found(&mut units, &ask);
    }
    Ok(Book { units, people, vacant })
}

/// One line of the book.
pub fn one(r: &Reader, id: PersonId) -> Result<BookPerson> {
    let found = book(r, &BookQuery { text: None, former: true })?;
    let mut people = found.units.into_iter().flat_map(|unit| unit.people);
    people.find(|one| one.person.id == id).ok_or_else(|| crate::error::Error::not_found("person", id))
}

fn everyone(r: &Reader) -> Result<Vec<BookPerson>> {
    let mut reach: HashMap<String, ReachedBy> = HashMap::new();
    let contacts: Vec<Contact> =
        r.all("where owner in (select id from person) order by position is null, position, id", [])?;
    for contact in contacts {
        let (kind, text) = told(&contact);
        let Some(text) = text else { continue };
        let of = reach.entry(contact.owner.to_string()).or_default();
        of.of_mut(kind).push(text);
    }
    let mut projects: HashMap<String, i64> = HashMap::new();
    {
        let mut count = r
            .db()
            .prepare_cached("select name, count(distinct project) from duty where until is null group by name")?;
        let mut rows = count.query([])?;
        while let Some(row) = rows.next()? {
            projects.insert(row.get(0)?, row.get(1)?);
        }
    }
    let people = super::query::people(r)?;
    let names: HashMap<DepartmentId, String> =
        super::query::departments(r)?.into_iter().map(|d| (d.id, d.short_name.unwrap_or(d.name))).collect();
    let root = |p: &Person| p.same.unwrap_or(p.id);
    let mut seats: HashMap<PersonId, Vec<(PersonId, String)>> = HashMap::new();
    for person in people.iter().filter(|p| p.until.is_none()) {
        let unit = person.department.and_then(|d| names.get(&d)).cloned();
        seats.entry(root(person)).or_default().extend(unit.map(|unit| (person.id, unit)));
    }
    let whole = |person: Person| {
        let others = seats.get(&root(&person)).into_iter().flatten().filter(|(id, _)| *id != person.id);
        BookPerson {
            reach: reach.remove(&person.id.to_string()).unwrap_or_default(),
            call: None,
            projects: projects.get(&person.name).copied().unwrap_or(0),
            also: others.map(|(_, unit)| unit.clone()).collect(),
            person,
        }
    };
    Ok(people.into_iter().map(whole).collect())
}

impl ReachedBy {
    pub fn of_mut(&mut self, kind: ContactKind) -> &mut Vec<String> {
        match kind {
            ContactKind::Office => &mut self.office,
            ContactKind::Mobile => &mut self.mobile,
            ContactKind::Short => &mut self.short,
            ContactKind::Nickname => &mut self.nickname,
        }
    }

    fn all(&self) -> impl Iterator<Item = &String> {
        self.mobile.iter().chain(&self.office).chain(&self.short)
    }
}

/// A contact's kind and what it says; one without a kind is told by its form.
#[must_use]
pub fn told(contact: &Contact) -> (ContactKind, Option<String>) {
    let kind = contact.kind.unwrap_or_else(|| {
        let digits: String = contact.phone.iter().flat_map(|p| p.chars()).filter(char::is_ascii_digit).collect();
        if digits.len() == 11 && digits.starts_with('1') { ContactKind::Mobile } else { ContactKind::Office }
    });
    let text = if kind == ContactKind::Nickname { contact.name.clone() } else { contact.phone.clone() };
    (kind, text)
}

/// Whom to call first, among those who can be called.
fn number_calls(people: &mut [BookPerson]) {
    let callable = |one: &BookPerson| one.person.until.is_none() && one.reach.all().next().is_some();
    let mut order: Vec<usize> = (0..people.len()).filter(|at| callable(&people[*at])).collect();
    order.sort_by_key(|at| people[*at].person.role.map_or(SeatRole::ALL.len(), SeatRole::call));
    for (n, at) in order.into_iter().enumerate() {
        people[at].call = Some(n + 1);
    }
}

/// A unit that fits is kept whole; of the others, the people that fit.
fn keep_found(units: &mut Vec<BookUnit>, ask: &Ask) {
    let mut hay = Hay::default();
    for unit in units.iter_mut() {
        let names: Vec<(HitField, &str)> = unit.unit.iter().flat_map(unit_words).collect();
        if ask.rank(&mut hay, &names).is_some() {
            continue;
        }
        let unit_names: Vec<(HitField, String)> = names.iter().map(|(f, text)| (*f, (*text).to_string())).collect();
        unit.people.retain(|one| {
            let mut fields = vec![(HitField::Name, one.person.name.as_str())];
            fields.extend(one.person.title.as_deref().map(|t| (HitField::Title, t)));
            fields.extend(one.person.duties.as_deref().map(|t| (HitField::Content, t)));
            fields.extend(one.reach.nickname.iter().map(|t| (HitField::Alias, t.as_str())));
            fields.extend(one.reach.all().map(|t| (HitField::Phone, t.as_str())));
            fields.extend(unit_names.iter().map(|(_, t)| (HitField::Unit, t.as_str())));
            ask.rank(&mut hay, &fields).is_some()
        });
        if unit.people.is_empty() {
            unit.unit = None;
        }
    }
    units.retain(|unit| unit.unit.is_some() || !unit.people.is_empty());
}

fn unit_words(unit: &Department) -> impl Iterator<Item = (HitField, &str)> {
    let short = unit.short_name.as_deref().map(|short| (HitField::Short, short));
    [(HitField::Name, unit.name.as_str())].into_iter().chain(short)
}
