//! Undo and redo: an inverse changeset, appended (`rules.md` 5). Log and stamps grow; record tables equal what they were.

use super::body::{LIFE, Op};
use super::record::Meta;
use super::value::Value;
use super::{Writer, fold};
use crate::error::{Error, Result};
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What was undone or redone, for the message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Undone {
    /// The command that was taken back, e.g. `project_save`; `project_made` where that made the record.
    pub label: String,
    pub subject: String,
    pub count: i64,
}

/// Takes back the person's own last action.
pub fn undo(w: &mut Writer) -> Result<Undone> {
    let action = last(w, "done")?.ok_or(Error::NothingToUndo)?;
    invert(w, &action)?;
    settle(w, &action, "undone")
}

/// Brings back what the person undid last; a new write in between has cleared it.
pub fn redo(w: &mut Writer) -> Result<Undone> {
    let action = last(w, "undone")?.ok_or(Error::NothingToRedo)?;
    let inverse: Action = Action { txn: action.inverse.clone().ok_or(Error::NothingToRedo)?, ..action.clone() };
    invert(w, &inverse)?;
    settle(w, &action, "done")
}

#[derive(Clone)]
struct Action {
    id: i64,
    txn: String,
    inverse: Option<String>,
    undone: Undone,
}

/// Undo takes the newest done; redo the one undone last, which is the oldest of the undone.
fn last(w: &Writer, state: &str) -> Result<Option<Action>> {
    find(w, &w.person()?.to_string(), state)
}

fn find(r: &super::Reader, person: &str, state: &str) -> Result<Option<Action>> {
    let direction = if state == "done" { "desc" } else { "asc" };
    let sql = format!(
        "select id, txn, inverse, label, subject, count from action where person = ? and state = ? order by id {direction} limit 1"
    );
    let read = |r: &rusqlite::Row<'_>| {
        let undone = Undone { label: r.get(3)?, subject: r.get(4)?, count: r.get(5)? };
        Ok(Action { id: r.get(0)?, txn: r.get(1)?, inverse: r.get(2)?, undone })
    };
    Ok(r.db().prepare_cached(&sql)?.query_row(params![person, state], read).optional()?)
}

fn settle(w: &mut Writer, action: &Action, state: &str) -> Result<Undone> {
    w.inverse = true;
    w.subject(action.undone.subject.clone());
    let txn = fold::text(w.txn());
    w.db()
        .prepare_cached("update action set state = ?, inverse = ? where id = ?")?
        .execute(params![state, txn, action.id])?;
    Ok(action.undone.clone())
}

fn invert(w: &mut Writer, action: &Action) -> Result<()> {
    let numbers: Vec<i64> = {
        let mut find = w.db().prepare_cached("select id from changeset where txn = ? order by id desc")?;
        find.query_map([&action.txn], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?
    };
    for &number in &numbers {
        check(w, number)?;
    }
    for number in numbers {
        let db = w.raw();
        let found = w.log.get(db, number)?;
        for (table, rows) in found.body.tables.iter().rev() {
            let meta = crate::tables::find(table).ok_or_else(|| Error::Internal(format!("no table {table}")))?;
            for row in rows.iter().rev() {
                invert_row(w, meta, found.body.head.office, row.row, &row.ops)?;
            }
        }
    }
    Ok(())
}

fn invert_row(w: &mut Writer, meta: &'static Meta, office: Uuid, row: Uuid, ops: &[Op]) -> Result<()> {
    let life = ops.iter().find(|op| op.field == LIFE).map(|op| op.value == Value::Int(1));
    if life == Some(true) {
        w.remove_row(meta, row)?;
        return Ok(());
    }
    if life == Some(false) {
        return w.revive(meta, row);
    }
    let mut fields = vec![];
    for op in ops {
        let Some(at) = meta.field(&op.field) else { continue };
        let old = match op.base.first() {
            Some(base) => {
                let db = w.raw();
                w.log.value_of(db, *base, meta.table, row, &op.field)?
            }
            None => Value::Null,
        };
        fields.push((at, old));
    }
    w.change(meta, row, office, fields)
}

/// Refuses, naming field and person, when someone else's op has become a head of what this changeset set.
fn check(w: &mut Writer, number: i64) -> Result<()> {
    let me = w.person()?.to_string();
    let db = w.raw();
    let found = w.log.get(db, number)?;
    let any_edit: i64 = w.number("select count(*) from changeset where id > ? and person <> ?", params![number, me])?;
    if any_edit == 0 {
        return Ok(());
    }
    for (table, rows) in &found.body.tables {
        for row in rows {
            let created = row.ops.iter().any(|op| op.field == LIFE);
            let foreign = foreign_head(w, table, row.row, &me, if created { None } else { Some(&row.ops) })?;
            if let Some((field, person)) = foreign {
                return Err(blocked(w, table, row.row, field, &person)?);
            }
            if created {
                refuse_followers(w, table, row.row, &me)?;
            }
        }
    }
    Ok(())
}

/// A head of this row that another person set: of any field, or of the fields named by `ops`.
fn foreign_head(w: &Writer, table: &str, row: Uuid, me: &str, ops: Option<&[Op]>) -> Result<Option<(String, String)>> {
    let mut heads = w.db().prepare_cached(
        "select h.field, c.person from head h join changeset c on c.id = h.changeset
         where h.tbl = ? and h.row = ? and c.person <> ?
         union all
         select '@', c.person from grave g join changeset c on c.id = g.removal
         where g.tbl = ?1 and g.row = ?2 and c.person <> ?3",
    )?;
    let rows = heads.query_map(params![table, fold::text(row), me], |r| Ok((r.get(0)?, r.get(1)?)))?;
    let found: Vec<(String, String)> = rows.collect::<rusqlite::Result<_>>()?;
    let concerns = |field: &String| field == LIFE || ops.is_none_or(|ops| ops.iter().any(|op| op.field == *field));
    Ok(found.into_iter().find(|(field, _)| concerns(field)))
}

/// A record that someone else has since hung something on is not taken away under them.
fn refuse_followers(w: &Writer, table: &str, row: Uuid, me: &str) -> Result<()> {
    for (meta, column) in crate::tables::followers(table) {
        let sql = format!(
            "select c.person from {} t join changeset c on c.id = t.origin where t.{column} = ? and c.person <> ? limit 1",
            meta.table
        );
        let found: Option<String> =
            w.db().prepare_cached(&sql)?.query_row(params![fold::text(row), me], |r| r.get(0)).optional()?;
        if let Some(person) = found {
            return Err(blocked(w, table, row, meta.table.to_string(), &person)?);
        }
    }
    Ok(())
}

fn blocked(w: &Writer, table: &str, row: Uuid, field: String, person: &str) -> Result<Error> {
    let named = crate::tables::find(table).is_some_and(|m| m.field("name").is_some());
    let record = if named { name(w, table, &fold::text(row))? } else { table.to_string() };
    Ok(Error::UndoBlocked { field, record, person: name(w, "person", person)? })
}

fn name(w: &Writer, table: &str, id: &str) -> Result<String> {
    let sql = format!("select name from {table} where id = ?");
    let found: Option<String> = w.db().prepare_cached(&sql)?.query_row([id], |r| r.get(0)).optional()?;
    Ok(found.unwrap_or_else(|| id.to_string()))
}

/// What undo (`done`) or redo (`undone`) would take for this person.
pub fn next(r: &super::Reader, person: crate::id::PersonId, state: &str) -> Result<Option<Undone>> {
    Ok(find(r, &person.to_string(), state)?.map(|a| a.undone))
}
