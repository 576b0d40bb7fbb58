//! 催办清单: one party after the other, with whom to call there and what it has in hand.

use super::room::shares;
use super::{Held, TodayContact, TodayParty, TodayQuery, TodayRow};
use crate::approval::board;
use crate::approval::call::CallResult;
use crate::count::number;
use crate::error::{Error, Result};
use crate::id::{EnterpriseId, ProjectId};
use crate::people::Department;
use crate::people::book::{Book, BookPerson, BookQuery, BookUnit, book};
use crate::people::query::contacts;
use crate::region::apart;
use crate::store::Reader;
use crate::store::record::cell;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// The most lines of a party, and the most parties.
const MOST: usize = 500;
const MOST_PARTIES: usize = 100;

pub(super) struct Sheet {
    pub parties: Vec<TodayParty>,
    /// Parties and lines, also those that are not shown.
    pub count: i64,
    pub lines: i64,
}

/// Who is called about an approval.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Who {
    Unit(String),
    Enterprise(EnterpriseId),
    /// The enterprise of a project that names none.
    Developer(ProjectId),
}

impl Who {
    fn key(&self) -> String {
        match self {
            Self::Unit(name) => name.clone(),
            Self::Enterprise(id) => id.to_string(),
            Self::Developer(id) => id.to_string(),
        }
    }

    fn is_applicant(&self) -> bool {
        !matches!(self, Self::Unit(_))
    }
}

/// The parties with lines on the sheet: who was not spoken to for the longest time first.
pub(super) fn sheet(r: &Reader, held: &[Held], query: &TodayQuery) -> Result<Sheet> {
    let today = r.today();
    let asked: Vec<(bool, &Held)> = held.iter().map(|one| (one.of_applicant(query.waiting, today), one)).collect();
    let developers = developers(r, asked.iter().filter(|(applicant, _)| *applicant).map(|(_, one)| one.row.project))?;
    let mut by: BTreeMap<Who, Vec<&Held>> = BTreeMap::new();
    for (applicant, one) in asked {
        let who = match (&one.row.holder, developers.get(&one.row.project).and_then(|of| of.enterprise)) {
            (Some(unit), _) if !applicant => Who::Unit(unit.clone()),
            (_, Some(enterprise)) => Who::Enterprise(enterprise),
            _ => Who::Developer(one.row.project),
        };
        by.entry(who).or_default().push(one);
    }
    let mut found: Vec<(Option<NaiveDate>, TodayParty, Vec<&Held>)> = vec![];
    for (who, all) in by {
        let mut lines: Vec<&Held> = all.iter().copied().filter(|one| one.chosen(query, today)).collect();
        if !lines.is_empty() {
            let since = lines.iter().filter_map(|one| one.row.since).min();
            lines.sort_by_key(|one| (one.row.days_left.unwrap_or(i64::MAX), Reverse(one.row.days), one.row.approval));
            let party = party(&who, &all, &lines, (&developers, today));
            found.push((party.called_on.or(since), party, lines));
        }
    }
    found.sort_by_key(|(waits, party, _)| (*waits, Reverse(party.overdue), party.name.clone()));
    let shares = shares(&found.iter().map(|(_, _, lines)| lines.len()).collect::<Vec<_>>(), query.room);
    let shown = |(share, (_, mut party, lines)): (usize, (_, TodayParty, Vec<&Held>))| {
        let share = match query.party.as_ref() == Some(&party.key) {
            _ if query.in_full() => usize::MAX,
            true => MOST,
            false => share,
        };
        party.rows = lines.into_iter().take(share).map(|one| line(one, party.applicant)).collect();
        party
    };
    let mut parties: Vec<TodayParty> = shares.into_iter().zip(found).map(shown).collect();
    let (count, lines) = (number(parties.len()), parties.iter().map(|party| party.count).sum());
    if !query.in_full() {
        let mut shown = 0;
        parties.retain(|party| {
            shown += 1;
            shown <= MOST_PARTIES || query.party.as_ref() == Some(&party.key)
        });
    }
    fill(r, &mut parties)?;
    Ok(Sheet { parties, count, lines })
}

fn party(
    who: &Who,
    all: &[&Held],
    lines: &[&Held],
    (developers, today): (&HashMap<ProjectId, Developer>, NaiveDate),
) -> TodayParty {
    let (key, applicant) = (who.key(), who.is_applicant());
    let called_on = all.iter().filter_map(|one| one.reached(applicant)).map(|call| call.called_on).max();
    let tried = all.iter().flat_map(|one| one.calls_to(applicant)).filter(|call| call.result == CallResult::Unreached);
    let unreached_on = tried.map(|call| call.called_on).max().filter(|day| Some(*day) > called_on);
    let first = lines.first().map(|one| &one.row);
    let developer = first.and_then(|row| developers.get(&row.project)).filter(|_| applicant);
    let name = developer.map_or_else(|| key.clone(), |of| of.name.clone());
    let count = |fits: &dyn Fn(&Held) -> bool| number(lines.iter().filter(|one| fits(one)).count());
    TodayParty {
        name_en: first.and_then(|row| row.holder_en.clone()).filter(|_| !applicant).unwrap_or_else(|| name.clone()),
        key,
        name,
        applicant,
        unit: None,
        contact: None,
        overdue: count(&|one| super::overdue(&one.row)),
        near: count(&Held::near),
        count: number(lines.len()),
        called_on,
        silent_days: called_on.map(|day| (today - day).num_days()),
        unreached_on,
        rows: vec![],
    }
}

fn line(one: &Held, applicant: bool) -> TodayRow {
    let call = one.calls_to(applicant).next_back().cloned();
    TodayRow { row: one.row.clone(), region: None, call }
}

/// Who builds a project: its enterprise, else the project by its own name.
struct Developer {
    enterprise: Option<EnterpriseId>,
    name: String,
}

fn developers(r: &Reader, projects: impl Iterator<Item = ProjectId>) -> Result<HashMap<ProjectId, Developer>> {
    let mut find = r.db().prepare_cached(
        "select p.id, e.id, coalesce(e.name, p.name) from project p left join enterprise e on e.id = p.enterprise \
         where p.id in (select value from json_each(?))",
    )?;
    let of = |row: &rusqlite::Row<'_>| Ok((cell(row, 0)?, Developer { enterprise: cell(row, 1)?, name: row.get(2)? }));
    Ok(find.query_map([json(projects)?], of)?.collect::<rusqlite::Result<_>>()?)
}

fn json(ids: impl Iterator<Item = ProjectId>) -> Result<String> {
    let ids: Vec<String> = ids.map(|id| id.to_string()).collect();
    serde_json::to_string(&ids).map_err(|e| Error::Internal(e.to_string()))
}

/// The unit of the address book that goes by a name.
fn unit_named<'b>(book: &'b Book, name: &str) -> Option<&'b BookUnit> {
    let called = |unit: &Department| unit.name == name || unit.short_name.as_deref() == Some(name);
    book.units.iter().find(|one| one.unit.as_ref().is_some_and(called))
}

/// Whom the address book says to call first at a unit.
fn first_to_call(found: &BookUnit) -> Option<TodayContact> {
    // Who cannot be reached is named after those who can.
    let there = found.people.iter().filter(|one| one.person.until.is_none() && !one.person.name.is_empty());
    let person = there.min_by_key(|one| one.call.unwrap_or(usize::MAX))?;
    Some(contact(person))
}

fn contact(one: &BookPerson) -> TodayContact {
    let reach = &one.reach;
    TodayContact {
        name: Some(one.person.name.clone()).filter(|name| !name.is_empty()),
        title: one.person.title.clone(),
        phone: reach.office.iter().chain(&reach.mobile).chain(&reach.short).next().cloned(),
    }
}

/// Gives the parties that are shown whom to call, and their lines the projects' names and regions.
fn fill(r: &Reader, parties: &mut [TodayParty]) -> Result<()> {
    let (regions, book) = (regions(r, parties)?, book(r, &BookQuery::default())?);
    for party in parties.iter_mut() {
        let unit = unit_named(&book, &party.name).filter(|_| !party.applicant);
        party.unit = unit.and_then(|found| found.unit.as_ref()).map(|unit| unit.id);
        party.contact = if party.applicant { of_projects(r, party)? } else { unit.and_then(first_to_call) };
        for line in &mut party.rows {
            line.region = regions.get(&line.row.project).cloned();
        }
    }
    let rows = parties.iter_mut().flat_map(|party| &mut party.rows).map(|line| &mut line.row);
    board::name(r, &mut rows.collect::<Vec<_>>())
}

/// The first contact of the first of its projects that has one.
fn of_projects(r: &Reader, party: &TodayParty) -> Result<Option<TodayContact>> {
    let mut projects: Vec<ProjectId> = party.rows.iter().map(|line| line.row.project).collect();
    projects.dedup();
    for project in projects {
        if let Some(one) = contacts(r, &project.to_string())?.into_iter().next() {
            return Ok(Some(TodayContact { name: one.name, title: one.title, phone: one.phone }));
        }
    }
    Ok(None)
}

/// Names of the regions of the projects that are shown.
fn regions(r: &Reader, parties: &[TodayParty]) -> Result<HashMap<ProjectId, String>> {
    let shown = parties.iter().flat_map(|party| &party.rows).map(|line| line.row.project);
    let mut find = r.db().prepare_cached(
        "select id, region from project where region is not null and id in (select value from json_each(?))",
    )?;
    let codes: Vec<(ProjectId, String)> =
        find.query_map([json(shown)?], |row| Ok((cell(row, 0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    let names = apart::names(r, codes.iter().map(|(_, code)| code.as_str()))?;
    Ok(codes.into_iter().filter_map(|(id, code)| Some((id, names.get(&code)?.clone()))).collect())
}
