//! Records as they stood at a moment, where they have changed since: put back from the change log.

use super::body::LIFE;
use super::log::Bodies;
use super::record::{Meta, Record, cell};
use super::value::{Kind, Value};
use super::{Reader, fold};
use crate::error::Result;
use crate::id::ProjectId;
use rusqlite::{Connection, params, params_from_iter};
use std::collections::{BTreeMap, HashSet};
use uuid::Uuid;

/// What became of a record since a moment.
pub enum Since<R> {
    Made(R),
    Edited { then: R, now: R },
    Removed(R),
}

/// Tells of every record of a table that was made, edited or removed at `ms` or later. One that was made and removed again
/// since is not told of.
pub fn since<R: Record>(r: &Reader, ms: i64, mut told: impl FnMut(Since<R>) -> Result<()>) -> Result<()> {
    let (db, meta) = (r.db(), R::META);
    let mut log = Bodies::default();
    let made = rows(db, &format!("select id from {} where origin in {LATER}", meta.table), params![ms])?;
    for row in &made {
        told(Since::Made(living(db, *row)?))?;
    }
    for (row, old) in edited(db, &mut log, meta, ms, &made)? {
        let now: R = living(db, row)?;
        let mut values = now.values();
        for (at, value) in old {
            values[at] = value;
        }
        let then = typed(db, row, now.office_uuid(), values)?;
        told(Since::Edited { then, now })?;
    }
    let graves = format!("select row from grave where tbl = ?2 and removal in {LATER} and origin not in {LATER}");
    for row in rows(db, &graves, params![ms, meta.table])? {
        told(Since::Removed(removed(db, &mut log, meta, ms, row)?))?;
    }
    Ok(())
}

const LATER: &str = "(select id from changeset where ms >= ?1)";

fn rows(db: &Connection, sql: &str, params: impl rusqlite::Params) -> Result<HashSet<Uuid>> {
    let mut find = db.prepare_cached(sql)?;
    let found = find.query_map(params, |row| Ok(cell::<ProjectId>(row, 0)?.0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

fn living<R: Record>(db: &Connection, row: Uuid) -> Result<R> {
    let sql = format!("select {} from {} where id = ?", R::META.columns(), R::META.table);
    Ok(db.prepare_cached(&sql)?.query_row([fold::text(row)], |found| R::read(found))?)
}

/// A record of its values, read as if they stood in its table.
fn typed<R: Record>(db: &Connection, row: Uuid, office: Uuid, values: Vec<Value>) -> Result<R> {
    let sql = format!("select {}", vec!["?"; values.len() + 2].join(", "));
    let whole = [Value::Text(fold::text(row)), Value::Text(fold::text(office))].into_iter().chain(values);
    Ok(db.prepare_cached(&sql)?.query_row(params_from_iter(whole), |found| R::read(found))?)
}

/// Fields by their place, with what they held.
type Old = Vec<(usize, Value)>;

/// Of each record that lived then and lives now, the fields edited since.
fn edited(
    db: &Connection,
    log: &mut Bodies,
    meta: &Meta,
    ms: i64,
    made: &HashSet<Uuid>,
) -> Result<BTreeMap<Uuid, Old>> {
    // By changeset, so that a body is unpacked once.
    let sql = format!(
        "select row, field, changeset from head where tbl = ?2 and changeset in {LATER}
         and row in (select id from {}) order by changeset, row",
        meta.table
    );
    let mut find = db.prepare_cached(&sql)?;
    let read = |row: &rusqlite::Row<'_>| Ok((cell::<ProjectId>(row, 0)?.0, row.get::<_, String>(1)?, row.get(2)?));
    let heads: Vec<(Uuid, String, i64)> =
        find.query_map(params![ms, meta.table], read)?.collect::<rusqlite::Result<_>>()?;
    let mut out: BTreeMap<Uuid, Old> = BTreeMap::new();
    for (row, field, changeset) in heads {
        let Some(at) = meta.field(&field).filter(|_| field != LIFE && !made.contains(&row)) else { continue };
        let value = value_at(db, log, meta, (row, at), changeset, ms)?;
        out.entry(row).or_default().push((at, value));
    }
    Ok(out)
}

fn removed<R: Record>(db: &Connection, log: &mut Bodies, meta: &Meta, ms: i64, row: Uuid) -> Result<R> {
    let id = fold::text(row);
    let (origin, office): (i64, ProjectId) = db
        .prepare_cached("select origin, office from grave where tbl = ? and row = ?")?
        .query_row(params![meta.table, id], |found| Ok((found.get(0)?, cell(found, 1)?)))?;
    let mut values: Vec<Value> = meta.kinds.iter().map(|kind| blank(*kind)).collect();
    log.row_values(db, origin, meta, row, &mut values)?;
    let mut find = db.prepare_cached(
        "select h.field, h.changeset, c.ms from head h join changeset c on c.id = h.changeset
         where h.tbl = ? and h.row = ?",
    )?;
    let heads = find.query_map(params![meta.table, id], |found| Ok((found.get(0)?, found.get(1)?, found.get(2)?)))?;
    for head in heads {
        let (field, changeset, at_ms): (String, i64, i64) = head?;
        let Some(at) = meta.field(&field) else { continue };
        values[at] = if at_ms >= ms {
            value_at(db, log, meta, (row, at), changeset, ms)?
        } else {
            log.op(db, changeset, meta.table, row, &field)?.map(|(_, op)| op.value).unwrap_or_default()
        };
    }
    typed(db, row, office.0, values)
}

/// What a field held at `ms`, from the edit `changeset` back.
fn value_at(
    db: &Connection,
    log: &mut Bodies,
    meta: &Meta,
    (row, at): (Uuid, usize),
    mut changeset: i64,
    ms: i64,
) -> Result<Value> {
    let field = meta.fields[at];
    loop {
        let base = log.op(db, changeset, meta.table, row, field)?.and_then(|(_, op)| op.base.first().copied());
        let Some(base) = base else { return Ok(blank(meta.kinds[at])) };
        let (number, set): (i64, i64) = db
            .prepare_cached("select id, ms from changeset where hash = ?")?
            .query_row([base.changeset], |found| Ok((found.get(0)?, found.get(1)?)))?;
        if set < ms {
            return log.value_of(db, base, meta.table, row, field);
        }
        changeset = number;
    }
}

/// What a field holds that nobody ever set.
fn blank(kind: Kind) -> Value {
    if kind == Kind::Flag { Value::Int(0) } else { Value::Null }
}
