//! The change record (`rules.md` 3): a changeset's body in deterministic CBOR, and its identity, the SHA-256 of the body.
//!
//! Layout, all definite lengths and shortest integers (RFC 8949 §4.2.1):
//! `[v, office, class, device, epoch, seq, prev, ms, counter, person, label, schema, txn, tables]`,
//! `tables = [[table, [[row, [[field, value, base…]…]]…]]…]`, `base = [hash, index]`.
//! The index of an op is its place in that order; a row's life is the field `@` (1 lives, 0 removed).

use super::value::Value;
use crate::error::{Error, Result};
use minicbor::{Decoder, Encoder};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use uuid::Uuid;

/// The reserved field that holds a row's life.
pub const LIFE: &str = "@";
const VERSION: u8 = 1;

/// Identity of a changeset.
pub type Hash = [u8; 32];

/// One op of another changeset that this op replaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OpRef {
    pub changeset: Hash,
    pub index: u32,
}

/// Sets one field of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Op {
    pub field: Cow<'static, str>,
    pub value: Value,
    pub base: Vec<OpRef>,
}

/// The ops of one row, its life first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowOps {
    pub row: Uuid,
    pub ops: Vec<Op>,
}

/// Everything in a body but its ops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub office: Uuid,
    pub class: String,
    pub device: Uuid,
    pub epoch: i64,
    pub seq: i64,
    pub prev: Option<Hash>,
    pub ms: i64,
    pub counter: i64,
    pub person: Uuid,
    pub label: String,
    pub schema: i64,
    pub txn: Option<Uuid>,
}

/// One business transaction in one stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    pub head: Head,
    pub tables: Vec<(String, Vec<RowOps>)>,
}

impl Body {
    /// Every op with its index, table and row.
    pub fn ops(&self) -> impl Iterator<Item = (u32, &str, Uuid, &Op)> {
        let rows = self.tables.iter().flat_map(|(table, rows)| rows.iter().map(move |r| (table.as_str(), r)));
        let ops = rows.flat_map(|(table, r)| r.ops.iter().map(move |op| (table, r.row, op)));
        ops.enumerate().map(|(i, (table, row, op))| (u32::try_from(i).unwrap_or(u32::MAX), table, row, op))
    }

    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Encoder::new(Vec::with_capacity(1024));
        write(&mut out, self).expect("writing to memory cannot fail");
        out.into_writer()
    }

    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let mut from = Decoder::new(bytes);
        let body = read(&mut from).map_err(|e| Error::Internal(format!("changeset: {e}")))?;
        if from.position() == bytes.len() {
            Ok(body)
        } else {
            Err(Error::Internal("changeset: bytes left over".into()))
        }
    }
}

#[must_use]
pub fn hash(body: &[u8]) -> Hash {
    Sha256::digest(body).into()
}

type Out = Encoder<Vec<u8>>;
type Wrote = std::result::Result<(), minicbor::encode::Error<std::convert::Infallible>>;

fn write(out: &mut Out, body: &Body) -> Wrote {
    let h = &body.head;
    out.array(14)?.u8(VERSION)?.bytes(h.office.as_bytes())?.str(&h.class)?.bytes(h.device.as_bytes())?;
    out.i64(h.epoch)?.i64(h.seq)?.bytes(h.prev.as_ref().map_or(&[][..], |p| &p[..]))?.i64(h.ms)?.i64(h.counter)?;
    out.bytes(h.person.as_bytes())?.str(&h.label)?.i64(h.schema)?;
    out.bytes(h.txn.as_ref().map_or(&[][..], |t| &t.as_bytes()[..]))?;
    out.array(body.tables.len() as u64)?;
    for (table, rows) in &body.tables {
        out.array(2)?.str(table)?.array(rows.len() as u64)?;
        for row in rows {
            out.array(2)?.bytes(row.row.as_bytes())?.array(row.ops.len() as u64)?;
            for op in &row.ops {
                write_op(out, op)?;
            }
        }
    }
    Ok(())
}

fn write_op(out: &mut Out, op: &Op) -> Wrote {
    out.array(2 + op.base.len() as u64)?.str(&op.field)?;
    match &op.value {
        Value::Null => out.null()?,
        Value::Int(n) => out.i64(*n)?,
        Value::Text(t) => out.str(t)?,
    };
    for base in &op.base {
        out.array(2)?.bytes(&base.changeset)?.u32(base.index)?;
    }
    Ok(())
}

type Read<T> = std::result::Result<T, minicbor::decode::Error>;

fn read(from: &mut Decoder<'_>) -> Read<Body> {
    expect(array(from)? == 14 && from.u8()? == VERSION, "not a changeset of this version")?;
    let head = Head {
        office: uuid(from)?,
        class: from.str()?.to_string(),
        device: uuid(from)?,
        epoch: from.i64()?,
        seq: from.i64()?,
        prev: optional(from)?,
        ms: from.i64()?,
        counter: from.i64()?,
        person: uuid(from)?,
        label: from.str()?.to_string(),
        schema: from.i64()?,
        txn: optional::<16>(from)?.map(Uuid::from_bytes),
    };
    let mut tables = vec![];
    for _ in 0..array(from)? {
        expect(array(from)? == 2, "a table is a name and its rows")?;
        let name = from.str()?.to_string();
        let mut rows = vec![];
        for _ in 0..array(from)? {
            expect(array(from)? == 2, "a row is an id and its ops")?;
            let row = uuid(from)?;
            let count = array(from)?;
            rows.push(RowOps { row, ops: (0..count).map(|_| read_op(from)).collect::<Read<_>>()? });
        }
        tables.push((name, rows));
    }
    Ok(Body { head, tables })
}

fn read_op(from: &mut Decoder<'_>) -> Read<Op> {
    let parts = array(from)?;
    expect(parts >= 2, "an op is a field and a value")?;
    let field = Cow::Owned(from.str()?.to_string());
    let value = match from.datatype()? {
        minicbor::data::Type::Null => {
            from.null()?;
            Value::Null
        }
        minicbor::data::Type::String => Value::Text(from.str()?.to_string()),
        _ => Value::Int(from.i64()?),
    };
    let mut base = vec![];
    for _ in 2..parts {
        expect(array(from)? == 2, "a base is a hash and an index")?;
        let changeset = optional(from)?.ok_or_else(|| minicbor::decode::Error::message("a base names a changeset"))?;
        base.push(OpRef { changeset, index: from.u32()? });
    }
    Ok(Op { field, value, base })
}

fn array(from: &mut Decoder<'_>) -> Read<u64> {
    from.array()?.ok_or_else(|| minicbor::decode::Error::message("indefinite length"))
}

fn uuid(from: &mut Decoder<'_>) -> Read<Uuid> {
    Uuid::from_slice(from.bytes()?).map_err(|_| minicbor::decode::Error::message("an id has 16 bytes"))
}

fn optional<const N: usize>(from: &mut Decoder<'_>) -> Read<Option<[u8; N]>> {
    match from.bytes()? {
        [] => Ok(None),
        bytes => bytes.try_into().map(Some).map_err(|_| minicbor::decode::Error::message("wrong length")),
    }
}

fn expect(ok: bool, what: &'static str) -> Read<()> {
    if ok { Ok(()) } else { Err(minicbor::decode::Error::message(what)) }
}
