//! Finding an op in a changeset's bytes without decoding them all: an edit only has to name the op it follows.

use super::body::{Hash, OpRef};
use crate::error::{Error, Result};
use minicbor::Decoder;
use std::collections::HashMap;
use uuid::Uuid;

/// Parts of a body before its tables.
const HEAD: usize = 13;

/// A body's bytes, and where in them each row's ops lie.
pub struct Skimmed {
    hash: Hash,
    bytes: Vec<u8>,
    tables: Vec<String>,
    /// (position of the table, row) → index of its first op, and where its list of ops begins.
    rows: HashMap<(usize, Uuid), (u32, usize)>,
}

impl Skimmed {
    pub fn new(bytes: Vec<u8>, hash: Hash) -> Result<Self> {
        let (mut tables, mut rows) = (vec![], HashMap::new());
        skim(&bytes, &mut tables, &mut rows).map_err(broken)?;
        Ok(Self { hash, bytes, tables, rows })
    }

    /// The op by which this changeset set a field of a row.
    pub fn place(&self, table: &str, row: Uuid, field: &str) -> Result<Option<OpRef>> {
        let Some(table) = self.tables.iter().position(|name| name == table) else { return Ok(None) };
        let Some((first, begins)) = self.rows.get(&(table, row)) else { return Ok(None) };
        let at = position(&self.bytes[*begins..], field).map_err(broken)?;
        Ok(at.map(|at| OpRef { changeset: self.hash, index: first + at }))
    }
}

type Read<T> = std::result::Result<T, minicbor::decode::Error>;

fn broken(error: minicbor::decode::Error) -> Error {
    Error::Internal(format!("changeset: {error}"))
}

fn array(from: &mut Decoder<'_>) -> Read<u64> {
    from.array()?.ok_or_else(|| minicbor::decode::Error::message("indefinite length"))
}

fn skim(bytes: &[u8], tables: &mut Vec<String>, rows: &mut HashMap<(usize, Uuid), (u32, usize)>) -> Read<()> {
    let mut from = Decoder::new(bytes);
    array(&mut from)?;
    for _ in 0..HEAD {
        from.skip()?;
    }
    let mut index = 0;
    for table in 0..array(&mut from)? {
        array(&mut from)?;
        tables.push(from.str()?.to_string());
        for _ in 0..array(&mut from)? {
            array(&mut from)?;
            let row =
                Uuid::from_slice(from.bytes()?).map_err(|_| minicbor::decode::Error::message("an id has 16 bytes"))?;
            rows.insert((usize::try_from(table).unwrap_or(usize::MAX), row), (index, from.position()));
            for _ in 0..array(&mut from)? {
                from.skip()?;
                index += 1;
            }
        }
    }
    Ok(())
}

/// Which of a row's ops sets a field.
fn position(ops: &[u8], field: &str) -> Read<Option<u32>> {
    let mut from = Decoder::new(ops);
    for at in 0..array(&mut from)? {
        let op = from.position();
        array(&mut from)?;
        if from.str()? == field {
            return Ok(u32::try_from(at).ok());
        }
        from.set_position(op);
        from.skip()?;
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::super::body::{Body, Head, Op, RowOps, hash};
    use super::super::value::Value;
    use super::*;

    #[test]
    fn an_op_is_found_where_decoding_finds_it() {
        let op = |field: &'static str, value: Value, base: Vec<OpRef>| Op { field: field.into(), value, base };
        let base = OpRef { changeset: [7; 32], index: 3 };
        let ids: Vec<Uuid> = (1..=6).map(Uuid::from_u128).collect();
        let row = |n: usize| {
            let ops = vec![
                op("@", Value::Int(1), vec![]),
                op("name", Value::Text(format!("项目{n}")), vec![base; n % 3]),
                op("total", Value::Int(n as i64 * 1_000_000), vec![]),
                op("note", Value::Null, vec![base]),
            ];
            RowOps { row: ids[n], ops: ops.into_iter().take(n % 4 + 1).collect() }
        };
        let head = Head {
            office: ids[0],
            class: "work".into(),
            device: ids[1],
            epoch: 1,
            seq: 300,
            prev: Some([9; 32]),
            ms: 1_648_440_000_000,
            counter: 0,
            person: ids[2],
            label: "cells_edit".into(),
            schema: 8,
            txn: None,
        };
        let tables =
            vec![("project".into(), (0..4).map(row).collect()), ("progress".into(), (2..6).map(row).collect())];
        let body = Body { head, tables };
        let bytes = body.encode();
        let skimmed = Skimmed::new(bytes.clone(), hash(&bytes)).unwrap();
        let mut found = 0;
        for (index, table, row, op) in body.ops() {
            let place = skimmed.place(table, row, &op.field).unwrap().unwrap();
            assert_eq!((place.changeset, place.index), (hash(&bytes), index), "{table} {}", op.field);
            found += 1;
        }
        assert!(found > 10);
        assert_eq!(skimmed.place("project", ids[0], "note").unwrap().map(|p| p.index), None);
        assert!(skimmed.place("duty", ids[0], "@").unwrap().is_none());
        assert!(Skimmed::new(bytes[..bytes.len() / 2].to_vec(), [0; 32]).is_err());
    }
}
