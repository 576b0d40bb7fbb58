//! The values of one column: for filter menus, and what they are called.

use super::ask::{Asked, Key};
use super::column::{Column, Holds};
use super::list::{self, ProjectQuery};
use crate::error::Result;
use crate::id::ProjectId;
use crate::store::{Reader, Value};
use rusqlite::params_from_iter;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// Most values of one answer; a person types on rather than scrolls.
const LONGEST_ANSWER: i64 = 1000;

/// Which values of a column occur in what the other filters of the query leave.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ValuesOf {
    pub query: ProjectQuery,
    pub column: Column,
    /// Part of the value or of its name.
    #[serde(default)]
    pub text: Option<String>,
    #[serde(default)]
    pub limit: i64,
}

/// A value that occurs, as a filter takes it; none for rows without one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColumnValue {
    pub value: Option<String>,
    /// What it is called, where it is a code or an identity that is no choice.
    pub name: Option<String>,
    pub count: i64,
}

pub fn values(r: &Reader, of: &ValuesOf) -> Result<Vec<ColumnValue>> {
    let asked = Asked::of(r, &of.query, Some(of.column))?;
    let found = match of.column.holds() {
        Holds::Light => lights(r, &asked)?,
        Holds::Lists => lists(r, &asked)?,
        Holds::Tags => tags(counts(r, &asked, of.column)?),
        _ => counts(r, &asked, of.column)?,
    };
    let limit = usize::try_from(if of.limit > 0 { of.limit.min(LONGEST_ANSWER) } else { LONGEST_ANSWER }).unwrap_or(0);
    let text = of.text.as_deref().map(|t| t.trim().to_lowercase()).filter(|t| !t.is_empty());
    let mut out = vec![];
    for (value, count) in found {
        let known = value.as_deref().map(|v| name(r, of.column, v)).transpose()?.flatten();
        let like = |words: Option<&str>, text: &str| words.is_some_and(|w| w.to_lowercase().contains(text));
        if text.as_deref().is_none_or(|text| like(value.as_deref(), text) || like(known.as_deref(), text)) {
            out.push(ColumnValue { value, name: known, count });
            if out.len() == limit {
                break;
            }
        }
    }
    Ok(out)
}

/// Values with their counts, in the column's order.
fn counts(r: &Reader, asked: &Asked, column: Column) -> Result<Vec<(Option<String>, i64)>> {
    let key = Key::group(&ProjectQuery::default(), column);
    let sql = format!(
        "select {}, count(*) from ledger_line l{} {} group by 1 order by {}",
        key.value(),
        Key::joins(std::slice::from_ref(&key)),
        asked.filter,
        key.order_of_group()
    );
    let mut statement = r.db().prepare_cached(&sql)?;
    let found = statement.query_map(params_from_iter(&asked.params), |row| Ok((text(row.get(0)?), row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// A project stands on several lists, so each is counted by itself.
fn lists(r: &Reader, asked: &Asked) -> Result<Vec<(Option<String>, i64)>> {
    let sql = format!(
        "select t.id, count(distinct l.project) from ledger_line l left join membership m on m.project = l.project
         left join list t on t.id = m.list {} group by 1 order by t.id is null, t.position is null, t.position, t.id",
        asked.filter
    );
    let mut statement = r.db().prepare_cached(&sql)?;
    let found = statement.query_map(params_from_iter(&asked.params), |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Each label of a project is counted by itself, in the order they are first met.
fn tags(found: Vec<(Option<String>, i64)>) -> Vec<(Option<String>, i64)> {
    let mut at: HashMap<Option<String>, usize> = HashMap::new();
    let mut out: Vec<(Option<String>, i64)> = vec![];
    for (labels, count) in found {
        let each: Vec<Option<String>> = match &labels {
            Some(labels) => labels.lines().map(|label| Some(label.to_string())).collect(),
            None => vec![None],
        };
        for label in each {
            let place = *at.entry(label.clone()).or_insert_with(|| {
                out.push((label, 0));
                out.len() - 1
            });
            out[place].1 += count;
        }
    }
    out
}

fn lights(r: &Reader, asked: &Asked) -> Result<Vec<(Option<String>, i64)>> {
    let ids: Vec<ProjectId> = {
        let mut statement = r.db().prepare_cached(&format!("select l.project from ledger_line l {}", asked.filter))?;
        let found = statement.query_map(params_from_iter(&asked.params), |row| crate::store::record::cell(row, 0))?;
        found.collect::<rusqlite::Result<_>>()?
    };
    let mut counts = [0; crate::score::light::Shade::ALL.len()];
    for id in ids {
        counts[crate::score::query::light(r, id)?.shade as usize] += 1;
    }
    let shades = crate::score::light::Shade::ALL.iter().zip(counts);
    Ok(shades.filter(|(_, count)| *count > 0).map(|(shade, count)| (Some(shade.code().to_string()), count)).collect())
}

/// A value of SQL as a filter takes it.
pub(super) fn text(value: Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Int(number) => Some(number.to_string()),
        Value::Text(text) => Some(text),
    }
}

/// What a value is called, where it is a code or an identity; choices have their words in the interface.
pub(super) fn name(r: &Reader, column: Column, value: &str) -> Result<Option<String>> {
    Ok(match column.holds() {
        Holds::Region => Some(list::region_name(r, Some(value))?.unwrap_or_else(|| value.to_string())),
        Holds::Industry => Some(crate::industry::name(value).unwrap_or(value).to_string()),
        Holds::Parent => {
            let id = crate::id::Uuid::try_parse(value).ok().map(ProjectId);
            id.map(|id| super::query::named(r, id)).transpose()?.flatten().map(|named| named.name)
        }
        // Sets of lists are told apart by their names already; a single one comes by identity.
        Holds::Lists => match crate::id::Uuid::try_parse(value) {
            Ok(id) => r.find::<crate::list::List>(crate::id::ListId(id))?.map(|list| list.name),
            Err(_) => None,
        },
        _ => None,
    })
}

/// The values of a column that occur in the ledger and are called so.
pub(super) fn named_like(r: &Reader, column: Column, typed: &str) -> Result<Vec<String>> {
    let typed = typed.to_lowercase();
    let all = Asked { filter: String::new(), params: vec![] };
    let mut out = vec![];
    for value in counts(r, &all, column)?.into_iter().filter_map(|(value, _)| value) {
        let called = name(r, column, &value)?.unwrap_or_else(|| value.clone());
        if called.to_lowercase().contains(&typed) || value.to_lowercase() == typed {
            out.push(value);
        }
    }
    Ok(out)
}
