//! Folding the whole log again into empty tables: proof that tables are nothing but the fold (`rules.md` 4).

use super::body::{LIFE, RowOps};
use super::log::Bodies;
use super::record::Meta;
use super::value::Value;
use super::{Reader, fold};
use crate::error::{Error, Result};
use rusqlite::Connection;
use uuid::Uuid;

/// Empties every record table and what is folded beside it, then folds all changesets in local order.
///
/// Runs in the caller's transaction.
pub fn refold(db: &Connection) -> Result<()> {
    for meta in crate::tables::ALL {
        db.execute(&format!("delete from {}", meta.table), [])?;
    }
    db.execute_batch("delete from head; delete from touch; delete from grave;")?;
    let numbers: Vec<i64> = {
        let mut all = db.prepare("select id from changeset order by id")?;
        all.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?
    };
    let mut log = Bodies::default();
    for number in numbers {
        let found = log.get(db, number)?;
        for (table, rows) in &found.body.tables {
            // A table that this version does not know stays in the log, for the version that does.
            let Some(meta) = crate::tables::find(table) else { continue };
            for row in rows {
                refold_row(db, &mut log, meta, found.body.head.office, number, row)?;
            }
        }
    }
    crate::project::line::make_all(db)?;
    crate::search::index_all(db)
}

fn refold_row(db: &Connection, log: &mut Bodies, meta: &Meta, office: Uuid, number: i64, row: &RowOps) -> Result<()> {
    let life = row.ops.iter().find(|op| op.field == LIFE);
    let known = row.ops.iter().filter_map(|op| meta.field(&op.field).map(|at| (at, op.value.clone())));
    match life {
        Some(op) if op.value == Value::Int(0) => fold::remove(db, meta, row.row, number),
        Some(op) if op.base.is_empty() => {
            let mut values = vec![Value::Null; meta.fields.len()];
            known.for_each(|(at, value)| values[at] = value);
            fold::create(db, meta, row.row, office, number, &values)
        }
        revived => {
            if revived.is_some() {
                fold::revive(db, log, meta, row.row, number)?;
            }
            let fields: Vec<_> = known.collect();
            if fields.is_empty() {
                return Ok(());
            }
            fold::edit(db, meta, row.row, &fold::standing(db, meta, row.row)?, number, &fields)
        }
    }
}

/// Walks every chain of the log: each changeset's bytes must give its hash, and name the one before (`rules.md` 3).
pub fn verify(r: &Reader) -> Result<i64> {
    let mut all = r.db().prepare("select id from changeset order by office, class, device, epoch, seq")?;
    let numbers: Vec<i64> = all.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
    let mut log = Bodies::default();
    let mut last: Option<(super::body::Head, super::body::Hash)> = None;
    for &number in &numbers {
        let found = log.get(r.db(), number)?;
        let head = &found.body.head;
        let follows = last.as_ref().is_some_and(|(h, _)| {
            (h.office, &h.class, h.device, h.epoch) == (head.office, &head.class, head.device, head.epoch)
        });
        let (seq, prev) = last.filter(|_| follows).map_or((1, None), |(h, hash)| (h.seq + 1, Some(hash)));
        let whole = super::body::hash(&found.body.encode()) == found.hash;
        if !whole || head.seq != seq || head.prev != prev {
            let detail = format!("changeset {number} breaks the chain");
            return Err(Error::DatabaseDamaged { path: "zhuanban.db".into(), detail });
        }
        last = Some((head.clone(), found.hash));
    }
    Ok(i64::try_from(numbers.len()).unwrap_or(i64::MAX))
}
