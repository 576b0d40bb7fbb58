//! Reading the change log back: bodies by local number or by hash, decoded once and kept for a while.

use super::body::{self, Body, Hash, Op, OpRef};
use super::record::Meta;
use super::skim::Skimmed;
use super::value::Value;
use crate::error::{Error, Result};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::HashMap;
use std::rc::Rc;
use uuid::Uuid;

/// Level 1 packs a ledger's Chinese text about 4 : 1 at several hundred MiB a second.
const PACK_LEVEL: i32 = 1;
/// A body is closed at a few MiB; more than this when unpacked is not ours.
const LARGEST_BODY: usize = 256 << 20;
const KEPT: usize = 8;

/// A changeset ready to be stored.
pub struct Packed {
    pub number: i64,
    pub head: body::Head,
    pub hash: Hash,
    pub bytes: Vec<u8>,
}

/// Encodes, hashes and packs a changeset that will be stored under a local number given out before.
pub fn pack(number: i64, body: &Body) -> Result<Packed> {
    let encoded = body.encode();
    let bytes = zstd::bulk::compress(&encoded, PACK_LEVEL).map_err(|e| Error::Internal(e.to_string()))?;
    Ok(Packed { number, head: body.head.clone(), hash: body::hash(&encoded), bytes })
}

pub fn append(db: &Connection, packed: &Packed) -> Result<()> {
    let h = &packed.head;
    let txn = h.txn.map(|t| t.hyphenated().to_string()).unwrap_or_default();
    db.prepare_cached(include_str!("append.sql"))?.execute(rusqlite::named_params! {
        ":id": packed.number, ":hash": packed.hash, ":office": h.office.hyphenated().to_string(), ":class": h.class,
        ":device": h.device.hyphenated().to_string(), ":epoch": h.epoch, ":seq": h.seq, ":ms": h.ms,
        ":counter": h.counter, ":person": h.person.hyphenated().to_string(), ":label": h.label, ":txn": txn,
        ":body": packed.bytes,
    })?;
    Ok(())
}

/// A changeset's hash and its bytes, unpacked.
fn stored(db: &Connection, number: i64) -> Result<(Hash, Vec<u8>)> {
    let (hash, packed): (Hash, Vec<u8>) = db
        .prepare_cached("select hash, body from changeset where id = ?")?
        .query_row([number], |r| Ok((r.get(0)?, r.get(1)?)))
        .optional()?
        .ok_or_else(|| Error::not_found("changeset", number))?;
    Ok((hash, unpack(&packed)?))
}

/// The changeset that edited a field last, if any did since the row was made.
fn edited(db: &Connection, meta: &Meta, row: Uuid, field: &str) -> Result<Option<i64>> {
    let mut find = db.prepare_cached("select changeset from head where tbl = ? and row = ? and field = ?")?;
    Ok(find.query_row(params![meta.table, super::fold::text(row), field], |r| r.get(0)).optional()?)
}

fn unpack(packed: &[u8]) -> Result<Vec<u8>> {
    let damaged = |e: std::io::Error| Error::Internal(format!("changeset: {e}"));
    let size = zstd::zstd_safe::get_frame_content_size(packed).ok().flatten().unwrap_or(0);
    if size > LARGEST_BODY as u64 {
        return Err(Error::Internal("changeset: too large".into()));
    }
    zstd::bulk::decompress(packed, usize::try_from(size).unwrap_or(0)).map_err(damaged)
}

/// A body with an index over its rows.
pub struct Indexed {
    pub body: Body,
    pub hash: Hash,
    /// (table, row) → position of the table, of the row, and index of the row's first op.
    rows: HashMap<(Uuid, usize), (usize, u32)>,
}

impl Indexed {
    fn new(body: Body, hash: Hash) -> Self {
        let mut rows = HashMap::new();
        let mut index = 0;
        for (table_at, (_, table)) in body.tables.iter().enumerate() {
            for (row_at, row) in table.iter().enumerate() {
                rows.insert((row.row, table_at), (row_at, index));
                index += u32::try_from(row.ops.len()).unwrap_or(u32::MAX);
            }
        }
        Self { body, hash, rows }
    }

    /// The ops of one row and the index of the first.
    #[must_use]
    pub fn row(&self, table: &str, row: Uuid) -> Option<(u32, &[Op])> {
        let table_at = self.body.tables.iter().position(|(name, _)| name == table)?;
        let (row_at, first) = self.rows.get(&(row, table_at))?;
        Some((*first, &self.body.tables[table_at].1[*row_at].ops))
    }
}

/// The few bodies read last.
#[derive(Default)]
pub struct Bodies {
    kept: Vec<(i64, Rc<Indexed>)>,
    /// Those of which only places were asked.
    skimmed: Vec<(i64, Skimmed)>,
}

impl Bodies {
    pub fn get(&mut self, db: &Connection, number: i64) -> Result<Rc<Indexed>> {
        if let Some(at) = self.kept.iter().position(|(n, _)| *n == number) {
            let found = self.kept.remove(at);
            self.kept.push(found);
        } else {
            let (hash, bytes) = stored(db, number)?;
            let body = Body::decode(&bytes)?;
            if self.kept.len() == KEPT {
                self.kept.remove(0);
            }
            self.kept.push((number, Rc::new(Indexed::new(body, hash))));
        }
        Ok(self.kept.last().expect("just pushed").1.clone())
    }

    /// Where the op of changeset `number` stands that set a field, without reading what it says.
    pub fn place(
        &mut self,
        db: &Connection,
        meta: &Meta,
        row: Uuid,
        number: i64,
        field: &str,
    ) -> Result<Option<OpRef>> {
        if self.kept.iter().any(|(n, _)| *n == number) {
            return Ok(self.op(db, number, meta.table, row, field)?.map(|(at, _)| at));
        }
        if !self.skimmed.iter().any(|(n, _)| *n == number) {
            let (hash, bytes) = stored(db, number)?;
            if self.skimmed.len() == KEPT {
                self.skimmed.remove(0);
            }
            self.skimmed.push((number, Skimmed::new(bytes, hash)?));
        }
        let found = self.skimmed.iter().find(|(n, _)| *n == number);
        found.map_or(Ok(None), |(_, skimmed)| skimmed.place(meta.table, row, field))
    }

    /// The op by which changeset `number` set a field.
    pub fn op(
        &mut self,
        db: &Connection,
        number: i64,
        table: &str,
        row: Uuid,
        field: &str,
    ) -> Result<Option<(OpRef, Op)>> {
        let found = self.get(db, number)?;
        let Some((first, ops)) = found.row(table, row) else { return Ok(None) };
        let at = ops.iter().position(|op| op.field == field);
        Ok(at.map(|at| {
            let index = first + u32::try_from(at).unwrap_or(u32::MAX);
            (OpRef { changeset: found.hash, index }, ops[at].clone())
        }))
    }

    /// What a base op had set.
    pub fn value_of(&mut self, db: &Connection, base: OpRef, table: &str, row: Uuid, field: &str) -> Result<Value> {
        let number: i64 =
            db.prepare_cached("select id from changeset where hash = ?")?.query_row([base.changeset], |r| r.get(0))?;
        Ok(self.op(db, number, table, row, field)?.map(|(_, op)| op.value).unwrap_or_default())
    }

    /// Fills `values` with what `number` set in a row.
    pub fn row_values(
        &mut self,
        db: &Connection,
        number: i64,
        meta: &Meta,
        row: Uuid,
        values: &mut [Value],
    ) -> Result<()> {
        let found = self.get(db, number)?;
        for op in found.row(meta.table, row).map_or(&[][..], |(_, ops)| ops) {
            if let Some(at) = meta.field(&op.field) {
                values[at] = op.value.clone();
            }
        }
        Ok(())
    }

    /// The op that is a field's head now: the last edit, else the row's creation; none if the field was never set.
    pub fn head(
        &mut self,
        db: &Connection,
        meta: &Meta,
        row: Uuid,
        origin: i64,
        field: &str,
    ) -> Result<Option<(i64, OpRef)>> {
        let number = edited(db, meta, row, field)?.unwrap_or(origin);
        Ok(self.op(db, number, meta.table, row, field)?.map(|(at, _)| (number, at)))
    }
}
