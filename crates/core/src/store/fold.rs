//! Folding ops into tables. Every change of a record table in the whole program happens in this file.
//!
//! A row created in one changeset keeps it as `origin`; only a later edit of a field costs a line in `head` (`rules.md` 6).
//! A removed row leaves its table for `grave`, so that no query can forget to look at its life.

use super::body::LIFE;
use super::log;
use super::record::Meta;
use super::value::Value;
use crate::error::{Error, Result};
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};
use std::collections::HashMap;
use std::sync::OnceLock;
use uuid::Uuid;

const HEAD: &str = "insert into head (tbl, row, field, changeset) values (?, ?, ?, ?)
    on conflict (tbl, row, field) do update set changeset = excluded.changeset";

/// Inserts a row that `changeset` creates. `values` has one entry a field of `meta`.
pub fn create(db: &Connection, meta: &Meta, row: Uuid, office: Uuid, changeset: i64, values: &[Value]) -> Result<()> {
    let mut statement = db.prepare_cached(insertion(meta.table))?;
    statement.raw_bind_parameter(1, text(row))?;
    statement.raw_bind_parameter(2, text(office))?;
    for (at, value) in values.iter().enumerate() {
        statement.raw_bind_parameter(at + 3, value)?;
    }
    statement.raw_bind_parameter(values.len() + 3, changeset)?;
    statement.raw_execute()?;
    Ok(())
}

/// The statement that creates a row of a table; made once, because a large import asks for it at every row.
fn insertion(table: &str) -> &'static str {
    static ALL: OnceLock<HashMap<&'static str, String>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let sql = |meta: &Meta| {
            let marks = vec!["?"; meta.fields.len() + 3].join(", ");
            format!("insert into {} ({}, origin) values ({marks})", meta.table, meta.columns())
        };
        crate::tables::ALL.iter().map(|meta| (meta.table, sql(meta))).collect()
    });
    &all[table]
}

/// Where a row that lives was made, and which changeset set each of its fields that were edited since.
pub struct Standing {
    pub origin: i64,
    pub heads: Vec<(String, i64)>,
}

impl Standing {
    /// The changeset that set a field last, where it was set at all.
    #[must_use]
    pub fn head(&self, field: &str) -> i64 {
        self.heads.iter().find(|(name, _)| name == field).map_or(self.origin, |(_, changeset)| *changeset)
    }
}

/// # Errors
/// `NotFound` where no such row lives.
pub fn standing(db: &Connection, meta: &Meta, row: Uuid) -> Result<Standing> {
    let origin = origin(db, meta, row)?.ok_or_else(|| Error::not_found(meta.table, row))?;
    Ok(Standing { origin, heads: heads(db, meta, row)? })
}

fn heads(db: &Connection, meta: &Meta, row: Uuid) -> Result<Vec<(String, i64)>> {
    let mut all = db.prepare_cached("select field, changeset from head where tbl = ? and row = ?")?;
    let found = all.query_map(params![meta.table, text(row)], |r| Ok((r.get(0)?, r.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Sets fields of a row that lives; each field's head becomes `changeset`, unless that made the row.
pub fn edit(
    db: &Connection,
    meta: &Meta,
    row: Uuid,
    standing: &Standing,
    changeset: i64,
    fields: &[(usize, Value)],
) -> Result<()> {
    let sets = fields.iter().map(|(at, _)| format!("{} = ?", meta.fields[*at])).collect::<Vec<_>>().join(", ");
    let id = Value::Text(text(row));
    let values = fields.iter().map(|(_, value)| value).chain([&id]);
    db.prepare_cached(&format!("update {} set {sets} where id = ?", meta.table))?.execute(params_from_iter(values))?;
    if standing.origin == changeset {
        return Ok(());
    }
    touch(db, meta, row, changeset, standing.heads.iter().map(|(_, changeset)| *changeset).max())?;
    let mut head = db.prepare_cached(HEAD)?;
    for (at, _) in fields {
        head.execute(params![meta.table, id, meta.fields[*at], changeset])?;
    }
    Ok(())
}

/// Takes a row out of its table; what is needed to bring it back stays in `grave` and the log.
pub fn remove(db: &Connection, meta: &Meta, row: Uuid, changeset: i64) -> Result<()> {
    let last = standing(db, meta, row)?.heads.iter().map(|(_, changeset)| *changeset).max();
    touch(db, meta, row, changeset, last)?;
    let id = text(row);
    let parent = meta.parent.unwrap_or("null");
    let sql = format!(
        "insert into grave (tbl, row, office, origin, removal, parent)
         select ?, id, office, origin, ?, {parent} from {} where id = ?",
        meta.table
    );
    db.prepare_cached(&sql)?.execute(params![meta.table, changeset, id])?;
    db.prepare_cached(&format!("delete from {} where id = ?", meta.table))?.execute([&id])?;
    Ok(())
}

/// Brings a removed row back with the values it had.
pub fn revive(db: &Connection, log: &mut log::Bodies, meta: &Meta, row: Uuid, changeset: i64) -> Result<()> {
    let id = text(row);
    let (origin, office, removal): (i64, String, i64) = db
        .prepare_cached("select origin, office, removal from grave where tbl = ? and row = ?")?
        .query_row(params![meta.table, id], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
        .optional()?
        .ok_or_else(|| Error::not_found(meta.table, row))?;
    touch(db, meta, row, changeset, Some(removal))?;
    let mut values = vec![Value::Null; meta.fields.len()];
    log.row_values(db, origin, meta, row, &mut values)?;
    for (field, set_in) in heads(db, meta, row)?.into_iter().filter(|(field, _)| field != LIFE) {
        let at = meta.field(&field).ok_or_else(|| Error::Internal(format!("{} has no {field}", meta.table)))?;
        values[at] = log.op(db, set_in, meta.table, row, &field)?.map(|(_, op)| op.value).unwrap_or_default();
    }
    db.prepare_cached("delete from grave where tbl = ? and row = ?")?.execute(params![meta.table, id])?;
    let office = Uuid::try_parse(&office).map_err(|e| Error::Internal(e.to_string()))?;
    create(db, meta, row, office, origin, &values)?;
    db.prepare_cached(HEAD)?.execute(params![meta.table, id, LIFE, changeset])?;
    Ok(())
}

/// The changeset that created a living row.
pub fn origin(db: &Connection, meta: &Meta, row: Uuid) -> Result<Option<i64>> {
    let sql = format!("select origin from {} where id = ?", meta.table);
    Ok(db.prepare_cached(&sql)?.query_row([text(row)], |r| r.get(0)).optional()?)
}

/// Notes that `changeset` changes a row, and which did before.
fn touch(db: &Connection, meta: &Meta, row: Uuid, changeset: i64, before: Option<i64>) -> Result<()> {
    db.prepare_cached("insert or ignore into touch (changeset, row, tbl, before) values (?, ?, ?, ?)")?
        .execute(params![changeset, text(row), meta.table, before])?;
    Ok(())
}

/// The changesets that touched a row after the one that made it, newest first; also of one that is removed.
pub fn touched(db: &Connection, table: &str, row: Uuid) -> Result<Vec<i64>> {
    let mut chain = db.prepare_cached(include_str!("touched.sql"))?;
    let found = chain.query_map([text(row).as_str(), table], |r| r.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Lower-case hyphenated, as ids stand in tables.
#[must_use]
pub fn text(id: Uuid) -> String {
    id.hyphenated().to_string()
}
