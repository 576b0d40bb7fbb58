//! 催办清单: one party after the other, with whom to call there and what it has in hand.

use super::{Held, TodayContact, TodayParty, TodayQuery, TodayRow};
use crate::approval::board::{self, Heat};
use crate::error::{Error, Result};
use crate::id::ProjectId;
use crate::people::book::{Book, BookPerson, BookQuery, book};
use crate::people::query::contacts;
use crate::people::{Department, UnitKind};
use crate::region::apart;
use crate::store::Reader;
use crate::store::record::cell;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// Lines of a party that are shown before all are asked for, and the most of one.
const FEW: usize = 4;
const MOST: usize = 500;

pub(super) fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The parties with lines on the sheet: who was not spoken to for the longest time first.
pub(super) fn parties(r: &Reader, held: &[Held], query: &TodayQuery) -> Result<Vec<TodayParty>> {
    let today = r.today();
    let mut by: BTreeMap<Option<&str>, Vec<&Held>> = BTreeMap::new();
    for one in held {
        by.entry(one.row.holder.as_deref()).or_default().push(one);
    }
    let book = book(r, &BookQuery::default())?;
    let mut found: Vec<(Option<NaiveDate>, TodayParty)> = vec![];
    for (name, all) in by {
        let mut lines: Vec<&Held> = all.iter().copied().filter(|one| one.chosen(query.waiting, today)).collect();
        if lines.is_empty() {
            continue;
        }
        lines.sort_by_key(|one| (one.row.days_left.unwrap_or(i64::MAX), Reverse(one.row.days), one.row.approval));
        let called_on = all.iter().filter_map(|one| one.call.as_ref()).map(|call| call.called_on).max();
        let waits = called_on.or_else(|| lines.iter().filter_map(|one| one.row.since).min());
        let all_lines = query.whole || query.party.as_deref() == Some(name.unwrap_or_default());
        let shown = if all_lines { MOST } else { FEW };
        let count = |fits: &dyn Fn(&Held) -> bool| number(lines.iter().filter(|one| fits(one)).count());
        let party = TodayParty {
            name: name.map(Into::into),
            name_en: all.first().and_then(|one| one.row.holder_en.clone()),
            contact: name.and_then(|name| first_to_call(&book, name)),
            overdue: count(&|one| one.row.heat == Some(Heat::Overdue)),
            near: count(&Held::near),
            count: number(lines.len()),
            called_on,
            silent_days: called_on.map(|day| (today - day).num_days()),
            rows: lines.into_iter().take(shown).map(line).collect(),
        };
        found.push((waits, party));
    }
    found.sort_by_key(|(waits, party)| (*waits, Reverse(party.overdue), party.name.clone()));
    let mut parties: Vec<TodayParty> = found.into_iter().map(|(_, party)| party).collect();
    fill(r, &mut parties)?;
    Ok(parties)
}

fn line(one: &Held) -> TodayRow {
    TodayRow { row: one.row.clone(), region: None, call: one.call.clone(), contact: None }
}

/// Whom the address book says to call first at a unit. A library says 生态环境/行政审批 or 自然资源牵头，住建等 of whom it means: then
/// the first unit whose name holds the first word of it.
fn first_to_call(book: &Book, name: &str) -> Option<TodayContact> {
    let units = || book.units.iter().filter_map(|one| Some((one.unit.as_ref()?, one)));
    let exact = units().find(|(unit, _)| unit.name == name || unit.short_name.as_deref() == Some(name));
    let first = name.split(['/', '、', ',', '，', '；', ';', '(', '（']).next().unwrap_or(name);
    let first = first.trim().trim_end_matches("牵头").trim_end_matches('等');
    let holds = |unit: &Department| {
        let approves = !matches!(unit.kind, UnitKind::County | UnitKind::Park | UnitKind::ProjectUnit);
        approves && first.chars().count() >= 2 && unit.name.contains(first)
    };
    let (unit, found) = exact.or_else(|| units().find(|(unit, _)| holds(unit)))?;
    // Who cannot be reached is named after those who can.
    let there = found.people.iter().filter(|one| one.person.until.is_none() && !one.person.name.is_empty());
    let person = there.min_by_key(|one| one.call.unwrap_or(usize::MAX))?;
    Some(contact(person, Some(&unit.name).filter(|unit| *unit != name)))
}

fn contact(one: &BookPerson, unit: Option<&String>) -> TodayContact {
    let reach = &one.reach;
    TodayContact {
        unit: unit.cloned(),
        name: Some(one.person.name.clone()).filter(|name| !name.is_empty()),
        title: one.person.title.clone(),
        phone: reach.office.iter().chain(&reach.mobile).chain(&reach.short).next().cloned(),
    }
}

/// Gives the lines that are shown their projects' names, regions and, where the applicant has to move, contacts.
fn fill(r: &Reader, parties: &mut [TodayParty]) -> Result<()> {
    let regions = regions(r, parties)?;
    for party in parties.iter_mut() {
        for line in &mut party.rows {
            line.region = regions.get(&line.row.project).cloned();
            if line.row.holder.is_none() {
                let first = contacts(r, &line.row.project.to_string())?.into_iter().next();
                line.contact =
                    first.map(|one| TodayContact { unit: None, name: one.name, title: one.title, phone: one.phone });
            }
        }
    }
    let rows = parties.iter_mut().flat_map(|party| &mut party.rows).map(|line| &mut line.row);
    board::name(r, &mut rows.collect::<Vec<_>>())
}

/// Names of the regions of the projects that are shown.
fn regions(r: &Reader, parties: &[TodayParty]) -> Result<HashMap<ProjectId, String>> {
    let ids: Vec<String> =
        parties.iter().flat_map(|party| &party.rows).map(|line| line.row.project.to_string()).collect();
    let ids = serde_json::to_string(&ids).map_err(|e| Error::Internal(e.to_string()))?;
    let mut find = r.db().prepare_cached(
        "select id, region from project where region is not null and id in (select value from json_each(?))",
    )?;
    let codes: Vec<(ProjectId, String)> =
        find.query_map([ids], |row| Ok((cell(row, 0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    let names = apart::names(r, codes.iter().map(|(_, code)| code.as_str()))?;
    Ok(codes.into_iter().filter_map(|(id, code)| Some((id, names.get(&code)?.clone()))).collect())
}
