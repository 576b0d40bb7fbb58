//! What each line would do to the book: nothing, a change, a new seat, or a question.
//!
//! A line belongs to a seat of its unit by name and title, else by name, else by a title that nobody of the file holds: then
//! the holder has changed, and the old one keeps his term.

use super::line::{Seat, honorific};
use super::{BookChange, BookDoubt, BookField, BookLine, BookPreview, BookVerdict};
use std::collections::HashSet;
use zhuanban_core::error::Result;
use zhuanban_core::id::PersonId;
use zhuanban_core::people::Department;
use zhuanban_core::people::book::{self, BookPerson, BookQuery, ReachedBy};
use zhuanban_core::store::Reader;
use zhuanban_core::text::normalise;

/// The book as it stands.
struct Known {
    units: Vec<(Option<Department>, Vec<BookPerson>)>,
}

impl Known {
    fn read(r: &Reader) -> Result<Self> {
        let book = book::book(r, &BookQuery::default())?;
        Ok(Self { units: book.units.into_iter().map(|unit| (unit.unit, unit.people)).collect() })
    }

    fn unit(&self, name: &str) -> Option<(&Department, &[BookPerson])> {
        self.units.iter().find_map(|(unit, people)| {
            let unit = unit.as_ref()?;
            is_unit(unit, name).then_some((unit, people.as_slice()))
        })
    }
}

/// A unit goes by its full and its short name.
pub(super) fn is_unit(unit: &Department, name: &str) -> bool {
    let name = normalise(name);
    normalise(&unit.name) == name || unit.short_name.as_deref().is_some_and(|short| normalise(short) == name)
}

pub(super) fn plan(r: &Reader, seats: Vec<Seat>) -> Result<BookPreview> {
    let known = Known::read(r)?;
    let mut new_units: Vec<String> = vec![];
    for name in seats.iter().filter_map(|seat| seat.unit.as_deref()) {
        if known.unit(name).is_none() && !new_units.iter().any(|n| normalise(n) == normalise(name)) {
            new_units.push(name.into());
        }
    }
    let mut taken: HashSet<PersonId> = HashSet::new();
    let mut found: Vec<Option<BookPerson>> = vec![None; seats.len()];
    for step in STEPS {
        for (at, seat) in seats.iter().enumerate() {
            let Some((_, people)) = seat.unit.as_deref().and_then(|unit| known.unit(unit)) else { continue };
            if found[at].is_none() {
                let free: Vec<&BookPerson> = people.iter().filter(|one| !taken.contains(&one.person.id)).collect();
                found[at] = step(seat, &free).cloned();
                taken.extend(found[at].as_ref().map(|one| one.person.id));
            }
        }
    }
    let lines = seats.iter().zip(found).enumerate();
    let lines = lines.map(|(at, (seat, one))| line(at, seat, one, &seats, &known)).collect();
    Ok(BookPreview { lines, new_units })
}

type Step = for<'a> fn(&Seat, &[&'a BookPerson]) -> Option<&'a BookPerson>;

/// Names first, so that a title is only ever given to somebody nobody of the file is.
const STEPS: [Step; 4] = [by_name_and_title, by_name, by_surname, by_title];

fn by_name_and_title<'a>(seat: &Seat, free: &[&'a BookPerson]) -> Option<&'a BookPerson> {
    let name = seat.name.as_deref()?;
    free.iter().find(|one| one.person.name == name && one.person.title == seat.title).copied()
}

fn by_name<'a>(seat: &Seat, free: &[&'a BookPerson]) -> Option<&'a BookPerson> {
    let name = seat.name.as_deref()?;
    free.iter().find(|one| one.person.name == name).copied()
}

/// 孙局 is the only one called 孙.
fn by_surname<'a>(seat: &Seat, free: &[&'a BookPerson]) -> Option<&'a BookPerson> {
    let surname = seat.name.as_deref().and_then(honorific)?;
    one_of(free.iter().filter(|one| one.person.name.starts_with(surname)))
}

fn by_title<'a>(seat: &Seat, free: &[&'a BookPerson]) -> Option<&'a BookPerson> {
    let title = seat
        .title
        .as_deref()
        .filter(|_| seat.vacant || seat.name.as_deref().is_some_and(|n| honorific(n).is_none()))?;
    one_of(free.iter().filter(|one| one.person.title.as_deref() == Some(title)))
}

fn one_of<'a: 'b, 'b>(mut found: impl Iterator<Item = &'b &'a BookPerson>) -> Option<&'a BookPerson> {
    let first = found.next()?;
    found.next().is_none().then_some(*first)
}

fn line(at: usize, seat: &Seat, one: Option<BookPerson>, seats: &[Seat], known: &Known) -> BookLine {
    let called = seat.name.as_deref().and_then(honorific).is_some();
    let mut name = seat.name.clone();
    if let (true, Some(one)) = (called, &one) {
        name = Some(one.person.name.clone());
    }
    let leaves = one.as_ref().filter(|one| !one.person.name.is_empty() && Some(&one.person.name) != name.as_ref());
    let replaces = leaves.map(|one| one.person.name.clone());
    let changes = one.as_ref().map(|one| changes(seat, name.as_deref(), one, replaces.is_some())).unwrap_or_default();
    let doubt = match () {
        () if seat.unit.is_none() => Some(BookDoubt::NoUnit),
        () if called && one.is_none() => Some(BookDoubt::Honorific),
        () if one.is_none() && seat.title.is_none() && seat.role.is_none() && seat.reach == ReachedBy::default() => {
            Some(BookDoubt::Bare)
        }
        () => None,
    };
    let verdict = match (&one, doubt) {
        (_, Some(_)) => BookVerdict::Unclear,
        (None, None) => BookVerdict::New,
        (Some(_), None) if changes.is_empty() => BookVerdict::Same,
        (Some(_), None) => BookVerdict::Changed,
    };
    let unit_is_new = seat.unit.as_deref().is_some_and(|unit| known.unit(unit).is_none());
    BookLine {
        at,
        sheet: seat.sheet.clone(),
        row: seat.row,
        unit: seat.unit.clone(),
        unit_is_new,
        also: name.as_deref().map(|name| elsewhere(at, name, seat, seats, known)).unwrap_or_default(),
        name,
        vacant: seat.vacant,
        title: seat.title.clone(),
        duties: seat.duties.clone(),
        role: seat.role,
        reach: seat.reach.clone(),
        note: seat.note.clone(),
        verdict,
        doubt,
        person: one.map(|one| one.person.id),
        replaces,
        changes,
        faults: seat.faults.clone(),
    }
}

/// Other units where the name sits, in the file above this line or in the book.
fn elsewhere(at: usize, name: &str, seat: &Seat, seats: &[Seat], known: &Known) -> Vec<String> {
    let mut units: Vec<String> = vec![];
    let mut add = |unit: &str| {
        let here = seat.unit.as_deref().is_some_and(|own| normalise(own) == normalise(unit));
        if !here && !units.iter().any(|u| normalise(u) == normalise(unit)) {
            units.push(unit.into());
        }
    };
    for other in seats[..at].iter().filter(|other| other.name.as_deref() == Some(name)) {
        other.unit.as_deref().iter().for_each(|unit| add(unit));
    }
    for (unit, people) in &known.units {
        let own = unit.as_ref().is_some_and(|u| seat.unit.as_deref().is_some_and(|own| is_unit(u, own)));
        if let Some(unit) = unit.as_ref().filter(|_| !own && people.iter().any(|one| one.person.name == name)) {
            add(&unit.name);
        }
    }
    units
}

/// What differs; an empty cell of the file changes nothing.
fn changes(seat: &Seat, name: Option<&str>, one: &BookPerson, replaced: bool) -> Vec<BookChange> {
    let mut out = vec![];
    let mut differs = |field, old: Option<&str>, new: Option<&str>, clears: bool| {
        let old = old.filter(|text| !text.is_empty());
        if old != new && (new.is_some() || clears) {
            out.push(BookChange { field, old: old.map(Into::into), new: new.map(Into::into) });
        }
    };
    let person = &one.person;
    differs(BookField::Name, Some(&person.name), name, seat.vacant);
    differs(BookField::Title, person.title.as_deref(), seat.title.as_deref(), false);
    differs(BookField::Duties, person.duties.as_deref(), seat.duties.as_deref(), false);
    // A role somebody chose is not changed by what a title suggests.
    if person.role.is_none() {
        differs(BookField::Role, None, seat.role.map(|role| role.code()), false);
    }
    differs(BookField::Note, person.note.as_deref(), seat.note.as_deref(), false);
    let blank = ReachedBy::default();
    let own = if replaced { &blank } else { &one.reach };
    for (field, old, new) in [
        (BookField::Office, &one.reach.office, &seat.reach.office),
        (BookField::Mobile, &own.mobile, &seat.reach.mobile),
        (BookField::Short, &own.short, &seat.reach.short),
        (BookField::Nickname, &own.nickname, &seat.reach.nickname),
    ] {
        if !alike(old, new) {
            let said = |texts: &[String]| Some(texts.join("、")).filter(|text| !text.is_empty());
            differs(field, said(old).as_deref(), said(new).as_deref(), false);
        }
    }
    out
}

/// The same numbers, whatever their spaces.
fn alike(old: &[String], new: &[String]) -> bool {
    let bare = |texts: &[String]| -> Vec<String> {
        texts.iter().map(|t| t.chars().filter(|c| !matches!(c, ' ' | '-')).collect()).collect()
    };
    bare(old) == bare(new)
}
