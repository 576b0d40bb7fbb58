//! Where hits come from: a scan of narrow rows for each kind, ranked and not yet described.

use super::matching::{Fit, Hay, Needle, Place, place};
use super::{HitField, HitKind};
use crate::error::Result;
use crate::store::Reader;
use std::collections::HashMap;

/// A word that was typed, with what else it may be.
pub struct Word {
    needle: Needle,
    code: Option<String>,
    digits: Option<String>,
}

/// What is looked for.
pub struct Ask {
    pub words: Vec<Word>,
    pub text: String,
    pub limit: usize,
}

/// Found, but not described yet. A smaller rank is better; among equals, those opened last, then the order of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub kind: HitKind,
    pub id: String,
    pub rank: u32,
}

type Source = fn(&Reader, &Ask) -> Result<Vec<Candidate>>;

pub const SOURCES: &[Source] =
    &[projects, by_credit_code, by_text, enterprises, departments, people, holders, lists, views, phones];

/// Digits that make a phone's tail.
const TAIL: usize = 4;

impl Ask {
    #[must_use]
    pub fn new(text: &str, limit: usize) -> Self {
        let word = |needle: Needle| Word { code: needle.code(), digits: needle.digits(), needle };
        Self { words: Needle::words(text).into_iter().map(word).collect(), text: text.into(), limit }
    }

    /// How well these fields of one record fit: every word must stand in one of them.
    pub fn rank(&self, hay: &mut Hay, fields: &[(HitField, &str)]) -> Option<u32> {
        self.words
            .iter()
            .map(|word| fields.iter().filter_map(|(f, text)| word.at(*f, text, hay)).map(|m| m.0).min())
            .sum()
    }
}

impl Word {
    /// Rank and place of this word in one field.
    pub fn at(&self, field: HitField, text: &str, hay: &mut Hay) -> Option<(u32, Place)> {
        match field {
            HitField::Code => code_at(self.code.as_deref()?, text).map(|p| (weight(p.fit) + 1, p)),
            HitField::Phone => tail_at(self.digits.as_deref()?, text).map(|p| (4, p)),
            _ if self.needle.is_short() => None,
            _ => {
                hay.fill(text);
                let found = place(&self.needle, hay)?;
                Some((base(field) + weight(found.fit), found))
            }
        }
    }

    /// A command is found by one letter too.
    pub fn said(&self, text: &str, hay: &mut Hay) -> Option<(u32, Place)> {
        hay.fill(text);
        let found = place(&self.needle, hay)?;
        let far = self.needle.is_short() && !matches!(found.fit, Fit::Start | Fit::SpokenStart);
        (!far).then(|| (weight(found.fit), found))
    }
}

fn base(field: HitField) -> u32 {
    match field {
        HitField::Name => 0,
        HitField::Short | HitField::Alias => 1,
        HitField::Title => 20,
        HitField::Enterprise => 30,
        HitField::Unit | HitField::Leader | HitField::ChiefServiceOfficer | HitField::Liaison => 40,
        _ => 60,
    }
}

fn weight(fit: Fit) -> u32 {
    match fit {
        Fit::Whole => 0,
        Fit::Start => 2,
        Fit::SpokenWhole => 3,
        Fit::Inside => 6,
        Fit::SpokenStart => 8,
        Fit::SpokenInside => 12,
    }
}

/// Codes are compared in capitals without hyphens.
fn code_at(word: &str, code: &str) -> Option<Place> {
    let kept: Vec<(u32, char)> = (0..).zip(code.chars()).filter(|(_, c)| c.is_ascii_alphanumeric()).collect();
    let bare: String = kept.iter().map(|(_, c)| c.to_ascii_uppercase()).collect();
    let at = bare.find(word)?;
    let fit = match (at, bare.len() == word.len()) {
        (_, true) => Fit::Whole,
        (0, _) => Fit::Start,
        _ => Fit::Inside,
    };
    Some(Place { from: kept[at].0, to: kept[at + word.len() - 1].0 + 1, fit })
}

/// Four digits or more that end a number, or seven that begin it; spaces and hyphens inside a number do not count.
fn tail_at(word: &str, phone: &str) -> Option<Place> {
    if word.len() < TAIL {
        return None;
    }
    let mut number: Vec<(u32, char)> = vec![];
    let chars: Vec<char> = phone.chars().chain(['/']).collect();
    for (at, c) in (0..).zip(chars) {
        match c {
            '0'..='9' => number.push((at, c)),
            ' ' | '-' => {}
            _ => {
                let digits: String = number.iter().map(|(_, c)| *c).collect();
                let from = if digits.ends_with(word) {
                    Some(digits.len() - word.len())
                } else {
                    (word.len() > 6 && digits.starts_with(word)).then_some(0)
                };
                if let Some(from) = from {
                    let (start, end) = (number[from].0, number[from + word.len() - 1].0 + 1);
                    return Some(Place { from: start, to: end, fit: Fit::Inside });
                }
                number.clear();
            }
        }
    }
    None
}

/// Reads `id, text, …` rows and keeps those that fit; a column a field.
fn scan(r: &Reader, ask: &Ask, kind: HitKind, sql: &str, fields: &[HitField]) -> Result<Vec<Candidate>> {
    let mut statement = r.db().prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let (mut hay, mut found) = (Hay::default(), vec![]);
    while let Some(row) = rows.next()? {
        let mut texts: Vec<(HitField, &str)> = Vec::with_capacity(fields.len());
        for (at, field) in fields.iter().enumerate() {
            let text = row.get_ref(at + 1)?.as_str_or_null().map_err(rusqlite::Error::from)?;
            texts.extend(text.map(|text| (*field, text)));
        }
        if let Some(rank) = ask.rank(&mut hay, &texts) {
            found.push(Candidate { kind, id: row.get(0)?, rank });
        }
    }
    Ok(found)
}

fn projects(r: &Reader, ask: &Ask) -> Result<Vec<Candidate>> {
    use HitField::{ChiefServiceOfficer, Code, Enterprise, Leader, Liaison, Name, Unit};
    let sql = "select project, name, code, enterprise, responsible_unit, leader, chief_service_officer, liaison
               from ledger_line order by entered, origin, project";
    scan(r, ask, HitKind::Project, sql, &[Name, Code, Enterprise, Unit, Leader, ChiefServiceOfficer, Liaison])
}

/// Projects that letters or digits stand for: initials, a part of a code, the end of a phone number. Words of two characters are in
/// the index.
pub fn spelled(r: &Reader, typed: &str) -> Result<Vec<String>> {
    let ask = Ask::new(typed, 0);
    let latin = ask.words.iter().all(|word| !word.needle.has_han(1));
    if ask.words.is_empty() || !latin {
        return Ok(vec![]);
    }
    let mut found = vec![];
    for source in [projects, by_credit_code, phones] {
        found.extend(source(r, &ask)?.into_iter().filter(|one| one.kind == HitKind::Project).map(|one| one.id));
    }
    Ok(found)
}

/// Projects whose enterprise has this credit code.
fn by_credit_code(r: &Reader, ask: &Ask) -> Result<Vec<Candidate>> {
    let [Word { code: Some(code), .. }] = ask.words.as_slice() else { return Ok(vec![]) };
    let mut find = r.db().prepare_cached(
        "select p.id from enterprise e join project p on p.enterprise = e.id where instr(e.uscc, ?) order by p.id",
    )?;
    let rows = find.query_map([code], |row| Ok(Candidate { kind: HitKind::Project, id: row.get(0)?, rank: 20 }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Projects with the words in their texts: former names, all who answer for them, content, the newest issue.
fn by_text(r: &Reader, ask: &Ask) -> Result<Vec<Candidate>> {
    let long = ask.words.iter().all(|word| word.needle.has_han(2));
    let Some(phrase) = crate::search::query(&ask.text).filter(|_| long) else { return Ok(vec![]) };
    let mut find = r.db().prepare_cached(
        "select d.project from project_search s join project_doc d on d.doc = s.rowid
         where project_search match ? order by s.rowid desc",
    )?;
    let rows = find.query_map([phrase], |row| Ok(Candidate { kind: HitKind::Project, id: row.get(0)?, rank: 100 }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn enterprises(r: &Reader, ask: &Ask) -> Result<Vec<Candidate>> {
    let sql = "select id, name, uscc from enterprise order by id";
    scan(r, ask, HitKind::Enterprise, sql, &[HitField::Name, HitField::Code])
}

fn departments(r: &Reader, ask: &Ask) -> Result<Vec<Candidate>> {
    let sql = "select id, name, short_name from department order by position is null, position, id";
    scan(r, ask, HitKind::Department, sql, &[HitField::Name, HitField::Short])
}

fn people(r: &Reader, ask: &Ask) -> Result<Vec<Candidate>> {
    let sql = "select p.id, p.name, p.title, d.name, d.short_name
               from person p left join department d on d.id = p.department
               where p.name <> '' and p.until is null order by p.position is null, p.position, p.id";
    scan(r, ask, HitKind::Person, sql, &[HitField::Name, HitField::Title, HitField::Unit, HitField::Unit])
}

/// Names that hold a duty and are nobody of the register.
fn holders(r: &Reader, ask: &Ask) -> Result<Vec<Candidate>> {
    let sql = "select name, name from duty where until is null and name not in (select name from person) group by name";
    scan(r, ask, HitKind::Holder, sql, &[HitField::Name])
}

fn lists(r: &Reader, ask: &Ask) -> Result<Vec<Candidate>> {
    let sql = "select id, name from list order by position is null, position, year desc, id";
    scan(r, ask, HitKind::List, sql, &[HitField::Name])
}

fn views(r: &Reader, ask: &Ask) -> Result<Vec<Candidate>> {
    let (mut hay, mut found) = (Hay::default(), vec![]);
    for view in crate::view::edit::views(r)? {
        if let Some(rank) = ask.rank(&mut hay, &[(HitField::Name, view.name.as_str())]) {
            found.push(Candidate { kind: HitKind::View, id: view.id.to_string(), rank });
        }
    }
    Ok(found)
}

/// Whoever is reached by a number that ends so.
fn phones(r: &Reader, ask: &Ask) -> Result<Vec<Candidate>> {
    if !ask.words.iter().any(|word| word.digits.as_ref().is_some_and(|d| d.len() >= TAIL)) {
        return Ok(vec![]);
    }
    let found = scan(
        r,
        ask,
        HitKind::Project,
        "select owner, phone, name from contact where phone is not null order by owner",
        &[HitField::Phone, HitField::Name],
    )?;
    let mut owners: HashMap<String, u32> = HashMap::new();
    for candidate in found {
        let rank = owners.entry(candidate.id).or_insert(candidate.rank);
        *rank = candidate.rank.min(*rank);
    }
    let mut named = vec![];
    for (owner, rank) in owners {
        let (kind, id) = match super::describe::owner(r, &owner)? {
            Some(known) => known,
            None => continue,
        };
        named.push(Candidate { kind, id, rank });
    }
    Ok(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_and_codes() {
        let at = |word: &str, phone: &str| tail_at(word, phone).map(|p| (p.from, p.to));
        assert_eq!(at("7482", "138 0009 7482"), Some((9, 13)));
        assert_eq!(at("97482", "138 0009 7482"), Some((7, 13)));
        assert_eq!(at("1234", "0538-8201234转802"), Some((8, 12)));
        assert_eq!(at("0538820", "0538-8201234"), Some((0, 8)));
        assert_eq!(at("0009", "138 0009 7482"), None);
        assert_eq!(at("482", "138 0009 7482"), None);
        let code = |word: &str| code_at(word, "2307-231005-04-01-503554").map(|p| (p.from, p.to, p.fit));
        assert_eq!(code("0401"), Some((12, 17, Fit::Inside)));
        assert_eq!(code("2307231005"), Some((0, 11, Fit::Start)));
        assert_eq!(code("99"), None);
    }
}
