//! What happened to a record, and what changed since a moment: read from the change log, never from a second book.

use super::body::{LIFE, Op};
use super::log::Bodies;
use super::record::Meta;
use super::value::Value;
use super::{Reader, fold};
use crate::error::Result;
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;
use uuid::Uuid;

/// One field of one record, set by one person at one time. Field `@` is the record's life: made (1) or removed (0).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Change {
    /// The order in which this desk learned of it.
    pub number: i64,
    pub ms: i64,
    pub person: String,
    pub label: String,
    pub table: String,
    pub row: String,
    pub field: String,
    #[ts(type = "string | number | null")]
    pub old: serde_json::Value,
    #[ts(type = "string | number | null")]
    pub new: serde_json::Value,
}

/// A record that changed since a moment, with who touched it last.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Touched {
    pub table: String,
    pub row: String,
    pub ms: i64,
    pub person: String,
    pub label: String,
    /// The project it is, or belongs to; absent for what belongs to none.
    pub project: Option<crate::id::ProjectId>,
}

/// Everything that happened to a project and to what belongs to it, newest first.
pub fn of_project(r: &Reader, project: Uuid, limit: usize) -> Result<Vec<Change>> {
    let mut rows = vec![("project", project)];
    let id = fold::text(project);
    for (meta, column) in crate::tables::followers("project") {
        let sql = format!("select id from {} where {column} = ?", meta.table);
        rows.extend(ids(r, &sql, &id)?.into_iter().map(|row| (meta.table, row)));
    }
    for (table, row) in graves(r, &id)? {
        rows.extend(crate::tables::find(&table).map(|m| (m.table, row)));
    }
    of_rows(r, &rows, limit)
}

/// Everything that happened to one record, newest first.
pub fn of_row(r: &Reader, table: &str, row: Uuid, limit: usize) -> Result<Vec<Change>> {
    let table = crate::tables::find(table).map(|m| m.table);
    table.map_or(Ok(vec![]), |table| of_rows(r, &[(table, row)], limit))
}

fn of_rows(r: &Reader, rows: &[(&'static str, Uuid)], limit: usize) -> Result<Vec<Change>> {
    let mut seen: BTreeSet<(i64, usize)> = BTreeSet::new();
    for (at, (table, row)) in rows.iter().enumerate() {
        let sql = format!(
            "select origin from {table} where id = ?1 union all select origin from grave where row = ?1 and tbl = ?2"
        );
        let mut find = r.db().prepare_cached(&sql)?;
        let made = find.query_map(params![fold::text(*row), table], |r| r.get(0))?;
        let numbers = made.chain(fold::touched(r.db(), table, *row)?.into_iter().map(Ok));
        for number in numbers {
            seen.insert((number?, at));
        }
    }
    let mut log = Bodies::default();
    let mut out = vec![];
    for (number, at) in seen.into_iter().rev() {
        if out.len() >= limit {
            break;
        }
        let (table, row) = rows[at];
        out.extend(changes(r, &mut log, number, table, row)?);
    }
    out.truncate(limit);
    Ok(out)
}

fn changes(r: &Reader, log: &mut Bodies, number: i64, table: &str, row: Uuid) -> Result<Vec<Change>> {
    let found = log.get(r.db(), number)?;
    let head = &found.body.head;
    let person = person_name(r, head.person)?;
    let ops = found.row(table, row).map_or(&[][..], |(_, ops)| ops);
    let made = ops.iter().any(|op| op.field == LIFE && op.base.is_empty());
    let told: Vec<Op> = ops.iter().filter(|op| !made || op.field == LIFE).cloned().collect();
    let mut out = vec![];
    for op in told {
        let old = match op.base.first() {
            Some(base) if op.field != LIFE => log.value_of(r.db(), *base, table, row, &op.field)?.json(),
            _ => serde_json::Value::Null,
        };
        out.push(Change {
            number,
            ms: head.ms,
            person: person.clone(),
            label: head.label.clone(),
            table: table.into(),
            row: fold::text(row),
            field: op.field.into_owned(),
            old,
            new: op.value.json(),
        });
    }
    Ok(out)
}

/// How one field of a living record came to its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Set {
    pub ms: i64,
    pub person: String,
    pub label: String,
    pub field: String,
    /// What stood there before; nothing if the record was made with the value.
    pub old: Value,
}

/// Who set a field last, and what it held before; none for a record that is gone, or a field that never held anything.
pub fn of_field(r: &Reader, meta: &Meta, row: Uuid, field: &str) -> Result<Option<Set>> {
    let Some(origin) = fold::origin(r.db(), meta, row)? else { return Ok(None) };
    let mut log = Bodies::default();
    let Some((number, _)) = log.head(r.db(), meta, row, origin, field)? else { return Ok(None) };
    let found = log.get(r.db(), number)?;
    let Some((_, op)) = log.op(r.db(), number, meta.table, row, field)? else { return Ok(None) };
    let old = match op.base.first() {
        Some(base) => log.value_of(r.db(), *base, meta.table, row, field)?,
        None => Value::Null,
    };
    let head = &found.body.head;
    let (ms, person, label) = (head.ms, person_name(r, head.person)?, head.label.clone());
    Ok(Some(Set { ms, person, label, field: field.into(), old }))
}

/// The records created, edited or removed after `ms`, newest first, each once.
pub fn since(r: &Reader, ms: i64, limit: usize) -> Result<Vec<Touched>> {
    let numbers: Vec<i64> = {
        let mut find = r.db().prepare_cached("select id from changeset where ms > ? order by id desc")?;
        find.query_map([ms], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?
    };
    let mut log = Bodies::default();
    let mut seen = std::collections::HashSet::new();
    let mut out = vec![];
    for number in numbers {
        let found = log.get(r.db(), number)?;
        let head = &found.body.head;
        let person = person_name(r, head.person)?;
        for (table, rows) in &found.body.tables {
            for row in rows {
                if out.len() < limit && seen.insert((table.clone(), row.row)) {
                    let project = project_of(r, table, row.row)?;
                    let (row, label) = (fold::text(row.row), head.label.clone());
                    out.push(Touched {
                        table: table.clone(),
                        row,
                        ms: head.ms,
                        person: person.clone(),
                        label,
                        project,
                    });
                }
            }
        }
    }
    Ok(out)
}

/// The project a record is, or belongs to, also after the record was removed.
fn project_of(r: &Reader, table: &str, row: Uuid) -> Result<Option<crate::id::ProjectId>> {
    let Some(meta) = crate::tables::find(table) else { return Ok(None) };
    if meta.table == "project" {
        return Ok(Some(crate::id::ProjectId(row)));
    }
    if meta.parent != Some("project") {
        return Ok(None);
    }
    let sql = format!(
        "select project from {} where id = ?1 union all select parent from grave where row = ?1 and tbl = ?2 limit 1",
        meta.table
    );
    let mut find = r.db().prepare_cached(&sql)?;
    Ok(find.query_row(params![fold::text(row), meta.table], |r| super::record::cell(r, 0)).optional()?)
}

/// A person's name by identity; a person who acted here cannot be removed.
fn person_name(r: &Reader, person: Uuid) -> Result<String> {
    let found = r.find::<crate::people::Person>(crate::id::PersonId(person))?;
    Ok(found.map_or_else(|| fold::text(person), |p| p.name))
}

fn ids(r: &Reader, sql: &str, parent: &str) -> Result<Vec<Uuid>> {
    let mut find = r.db().prepare_cached(sql)?;
    let rows = find.query_map([parent], |r| super::record::cell::<crate::id::ProjectId>(r, 0))?;
    Ok(rows.map(|id| id.map(|i| i.0)).collect::<rusqlite::Result<_>>()?)
}

fn graves(r: &Reader, parent: &str) -> Result<Vec<(String, Uuid)>> {
    let mut find = r.db().prepare_cached("select tbl, row from grave where parent = ?")?;
    let rows = find.query_map([parent], |r| Ok((r.get(0)?, super::record::cell::<crate::id::ProjectId>(r, 1)?.0)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
