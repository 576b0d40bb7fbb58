//! Reading a list line by line, and two versions beside each other.

use super::List;
use super::compare::{self, LinePair, ListChange, ListLine};
use crate::error::Result;
use crate::id::ListId;
use crate::project::Carried;
use crate::store::Reader;
use crate::store::record::cell;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Which lines of a list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LineSearch {
    pub list: ListId,
    /// A serial (57) or part of a name, then or now; absent: all.
    #[serde(default)]
    pub text: Option<String>,
}

/// A list as its paper says it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ListPage {
    pub list: List,
    pub sums: ListSums,
    pub lines: Vec<ListRow>,
}

/// One line, and what the project is called today where that differs.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ListRow {
    pub line: ListLine,
    pub name_now: Option<String>,
}

/// 其中 must close: count = new + continued + neither. 元.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListSums {
    pub count: i64,
    pub new: i64,
    pub continued: i64,
    pub neither: i64,
    pub total: i64,
    pub plan: i64,
}

/// An old version and a new one.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct TwoLists {
    pub from: ListId,
    pub to: ListId,
}

/// 调入、调出、更名、改额、改组、改序. The counts close: from + moved in = to + moved out.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ListComparison {
    pub from: List,
    pub to: List,
    pub from_sums: ListSums,
    pub to_sums: ListSums,
    /// How many lines by change; a line with two changes is in both.
    pub counts: BTreeMap<String, i64>,
    pub unchanged: i64,
    pub pairs: Vec<LinePair>,
}

pub fn page(r: &Reader, search: LineSearch) -> Result<ListPage> {
    let list: List = r.get(search.list)?;
    let all = rows(r, search.list)?;
    let sums = sums(all.iter().map(|row| &row.line));
    let text = crate::text::said(search.text.as_deref());
    let lines = all.into_iter().filter(|row| text.is_none_or(|text| row.is(text))).collect();
    Ok(ListPage { list, sums, lines })
}

impl ListRow {
    /// A bare number is a serial; anything else is looked for in both names.
    fn is(&self, text: &str) -> bool {
        if text.bytes().all(|b| b.is_ascii_digit()) {
            return self.line.serial.as_deref() == Some(text);
        }
        self.line.name.contains(text) || self.name_now.as_deref().is_some_and(|name| name.contains(text))
    }
}

/// The lines in the order of their serials, then as they were entered.
fn rows(r: &Reader, list: ListId) -> Result<Vec<ListRow>> {
    let mut statement = r.db().prepare_cached(
        "select m.project, m.serial, m.grouping, coalesce(m.listed_name, p.name), m.listed_name, p.name,
                coalesce(m.listed_code, p.code), m.listed_total, m.listed_plan, m.listed_carried, p.total, p.plan, p.carried
         from membership m left join project p on p.id = m.project
         where m.list = ? order by cast(m.serial as integer), m.serial is null, m.id",
    )?;
    let found = statement.query_map([list.to_string()], |row| {
        let printed: Option<String> = cell(row, 4)?;
        let now: Option<String> = cell(row, 5)?;
        let from = if printed.is_some() { 7 } else { 10 };
        Ok(ListRow {
            line: ListLine {
                project: cell(row, 0)?,
                serial: cell(row, 1)?,
                grouping: cell(row, 2)?,
                name: cell::<Option<String>>(row, 3)?.unwrap_or_default(),
                code: cell(row, 6)?,
                total: cell(row, from)?,
                plan: cell(row, from + 1)?,
                carried: cell(row, from + 2)?,
            },
            name_now: now.filter(|now| printed.as_ref().is_some_and(|printed| printed != now)),
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

fn sums<'l>(lines: impl Iterator<Item = &'l ListLine>) -> ListSums {
    let mut sums = ListSums::default();
    for line in lines {
        sums.count += 1;
        match line.carried {
            Some(Carried::New) => sums.new += 1,
            Some(Carried::Continued) => sums.continued += 1,
            None => sums.neither += 1,
        }
        sums.total = sums.total.saturating_add(line.total.unwrap_or(0));
        sums.plan = sums.plan.saturating_add(line.plan.unwrap_or(0));
    }
    sums
}

pub fn compare(r: &Reader, two: TwoLists) -> Result<ListComparison> {
    let lines = |list| Ok::<_, crate::Error>(rows(r, list)?.into_iter().map(|row| row.line).collect::<Vec<_>>());
    let (from, to) = (lines(two.from)?, lines(two.to)?);
    let pairs = compare::compare(&from, &to);
    let mut counts: BTreeMap<String, i64> = ListChange::ALL.iter().map(|c| (c.code().to_string(), 0)).collect();
    for change in pairs.iter().flat_map(|pair| &pair.changes) {
        *counts.entry(change.code().into()).or_default() += 1;
    }
    Ok(ListComparison {
        from: r.get(two.from)?,
        to: r.get(two.to)?,
        from_sums: sums(from.iter()),
        to_sums: sums(to.iter()),
        unchanged: i64::try_from(pairs.iter().filter(|p| p.changes.is_empty()).count()).unwrap_or(i64::MAX),
        counts,
        pairs,
    })
}
