//! The one door for writes: a change becomes ops, the ops are folded at once, and the changeset is stored with the transaction.

use super::body::{Body, Hash, Head, LIFE, Op, OpRef};
use super::derived::Derived;
use super::log::{self, Bodies};
use super::pack::Packer;
use super::pending::Open;
use super::read::Reader;
use super::record::{Meta, Record};
use super::value::Value;
use super::{fold, record::Class};
use crate::error::{Error, Result};
use crate::id::{RecordId, TxnId};
use rusqlite::{Connection, OptionalExtension, params};
use std::any::{Any, TypeId};
use std::collections::{BTreeSet, HashMap};
use uuid::{ContextV7, Timestamp, Uuid};

/// A changeset is closed at this many rows or bytes, so that a large import is many of moderate size.
const ROWS_IN_CHANGESET: usize = 4000;
const BYTES_IN_CHANGESET: usize = 2 << 20;

/// Which desk, device and person write, and the stamp they write with.
#[derive(Clone, Debug)]
pub struct Pen {
    pub label: &'static str,
    pub person: Uuid,
    pub device: Uuid,
    pub epoch: i64,
    pub ms: i64,
    pub counter: i64,
}

/// A write in progress. On error nothing of it has happened.
pub struct Writer<'c> {
    reader: Reader<'c>,
    pen: Pen,
    txn: Uuid,
    pub(super) log: Bodies,
    open: Vec<Open>,
    next: i64,
    packer: Option<Packer>,
    /// Last link of each stream that was written in this write.
    chains: HashMap<(Uuid, Class), i64>,
    ids: ContextV7,
    changed: BTreeSet<&'static str>,
    derived: Derived,
    rows: i64,
    subject: String,
    pub(super) inverse: bool,
    lasting: bool,
    /// The record the command is named for was not there before.
    made: bool,
    shelf: HashMap<TypeId, Box<dyn Any>>,
}

impl<'c> std::ops::Deref for Writer<'c> {
    type Target = Reader<'c>;
    fn deref(&self) -> &Reader<'c> {
        &self.reader
    }
}

impl<'c> Writer<'c> {
    pub(crate) fn begin(reader: Reader<'c>, pen: Pen) -> Result<Self> {
        let next: i64 = reader.number("select coalesce(max(id), 0) + 1 from changeset", [])?;
        let mut writer = Self {
            reader,
            pen,
            txn: Uuid::nil(),
            log: Bodies::default(),
            open: vec![],
            next,
            packer: None,
            chains: HashMap::new(),
            ids: ContextV7::new(),
            changed: BTreeSet::new(),
            derived: Derived::default(),
            rows: 0,
            subject: String::new(),
            inverse: false,
            lasting: false,
            made: false,
            shelf: HashMap::new(),
        };
        writer.txn = writer.new_uuid();
        Ok(writer)
    }

    fn new_uuid(&self) -> Uuid {
        let ms = u64::try_from(self.pen.ms).unwrap_or(0);
        let nanos = u32::try_from(ms % 1000).unwrap_or(0) * 1_000_000;
        Uuid::new_v7(Timestamp::from_unix(&self.ids, ms / 1000, nanos))
    }

    /// A new identity, in the order they are asked for.
    pub fn new_id<T: RecordId>(&self) -> T {
        T::from_uuid(self.new_uuid())
    }

    /// What the undo message calls this action, e.g. a project's name.
    pub fn subject(&mut self, subject: impl Into<String>) {
        self.subject = subject.into();
    }

    /// This action cannot be undone: without the office or the person that acts there is no desk to undo on.
    pub(crate) fn lasting(&mut self) {
        self.lasting = true;
    }

    /// What a noun keeps while this write lasts, e.g. what it has read once.
    pub(crate) fn shelf<T: Any + Default>(&mut self) -> &mut T {
        let kept = self.shelf.entry(TypeId::of::<T>()).or_insert_with(|| Box::new(T::default()));
        kept.downcast_mut().expect("kept under its own type")
    }

    /// Whose records these are, before the desk has an office.
    pub fn found(&mut self, office: crate::id::OfficeId, person: crate::id::PersonId) {
        self.reader.office = Some(office);
        self.reader.person = Some(person);
        self.pen.person = person.0;
    }

    /// Saves a record: creates it, or changes just the fields that differ. Nothing differs, nothing is written.
    pub fn put<R: Record>(&mut self, record: &R) -> Result<()> {
        let values = record.values();
        if self.buried(R::META, record.uuid())? {
            self.revive(R::META, record.uuid())?;
        }
        let stored = self.stored(R::META, record.uuid())?;
        if let Some(guard) = R::META.guard {
            guard(self, stored.as_deref(), &values)?;
        }
        match stored {
            None => self.create(R::META, record.uuid(), record.office_uuid(), values),
            Some(old) => self.change(R::META, record.uuid(), record.office_uuid(), differing(old, values)),
        }
    }

    /// Saves what this write has read as `old`, without reading it again: changes just the fields that differ.
    pub fn put_over<R: Record>(&mut self, old: &R, new: &R) -> Result<()> {
        if let Some(guard) = R::META.guard {
            guard(self, Some(&old.values()), &new.values())?;
        }
        self.change(R::META, new.uuid(), new.office_uuid(), old.differing(new))
    }

    /// Saves a record whose identity is new, without looking for an older one.
    pub fn put_new<R: Record>(&mut self, record: R) -> Result<()> {
        let (row, office) = (record.uuid(), record.office_uuid());
        let values = record.into_values();
        if let Some(guard) = R::META.guard {
            guard(self, None, &values)?;
        }
        self.create(R::META, row, office, values)
    }

    /// Removes a record; answers whether it was there.
    pub fn remove<R: Record>(&mut self, id: impl RecordId) -> Result<bool> {
        self.remove_row(R::META, id.uuid())
    }

    /// Says by which words a project made in this write is found, once all that belongs to it is written.
    ///
    /// Without this the words are read back from the tables when the write is finished.
    pub fn found_by(&mut self, project: crate::id::ProjectId, document: &crate::search::Document) -> Result<()> {
        if self.derived.found(project.0) {
            crate::search::put(self.reader.db, project.0, document)?;
        }
        Ok(())
    }

    /// Removed before: a record with a derived identity may be made again, and then goes on where it ended.
    fn buried(&self, meta: &Meta, row: Uuid) -> Result<bool> {
        let mut find = self.db.prepare_cached("select 1 from grave where tbl = ? and row = ?")?;
        Ok(find.exists(params![meta.table, fold::text(row)])?)
    }

    fn stored(&self, meta: &Meta, row: Uuid) -> Result<Option<Vec<Value>>> {
        let sql = format!("select {} from {} where id = ?", meta.fields.join(", "), meta.table);
        let mut statement = self.db.prepare_cached(&sql)?;
        let read = |r: &rusqlite::Row<'_>| (0..meta.fields.len()).map(|at| r.get(at)).collect();
        Ok(statement.query_row([fold::text(row)], read).optional()?)
    }

    pub(super) fn create(&mut self, meta: &'static Meta, row: Uuid, office: Uuid, values: Vec<Value>) -> Result<()> {
        let (open, ops) = self.row(meta, row, office)?;
        fold::create(self.reader.db, meta, row, office, self.open[open].number, &values)?;
        self.derived.made(meta, row, &values);
        // An identity of its own: a row with a derived one belongs to another record, which was changed.
        self.made |= own(self.pen.label).is_some_and(|noun| meta.table.starts_with(noun)) && row.get_version_num() == 7;
        let mut set = vec![op(LIFE, Value::Int(1), vec![])];
        let fields = meta.fields.iter().zip(values).filter(|(_, v)| !v.is_null());
        set.extend(fields.map(|(field, value)| op(field, value, vec![])));
        self.note(meta, row, open, ops, set)
    }

    pub(super) fn change(
        &mut self,
        meta: &'static Meta,
        row: Uuid,
        office: Uuid,
        fields: Vec<(usize, Value)>,
    ) -> Result<()> {
        if fields.is_empty() {
            return Ok(());
        }
        let standing = fold::standing(self.db, meta, row)?;
        let (open, at) = self.row(meta, row, office)?;
        let number = self.open[open].number;
        fold::edit(self.reader.db, meta, row, &standing, number, &fields)?;
        let mut set = vec![];
        for (field, value) in fields {
            let name = meta.fields[field];
            let pending = self.open[open].ops(meta, at).iter().any(|op| op.field == name);
            let fresh = pending || standing.origin == number;
            let base = if fresh { vec![] } else { self.base(meta, row, standing.head(name), name)? };
            set.push(op(name, value, base));
        }
        self.note(meta, row, open, at, set)
    }

    pub(crate) fn remove_row(&mut self, meta: &'static Meta, row: Uuid) -> Result<bool> {
        let sql = format!("select office from {} where id = ?", meta.table);
        let found: Option<String> =
            self.db.prepare_cached(&sql)?.query_row([fold::text(row)], |r| r.get(0)).optional()?;
        let Some(office) = found else { return Ok(false) };
        let office = Uuid::try_parse(&office).map_err(|e| Error::Internal(e.to_string()))?;
        self.close_if_pending(meta, row, office)?;
        let base = self.all_heads(meta, row)?;
        let (open, at) = self.row(meta, row, office)?;
        self.derived.note(self.reader.db, meta, row, std::iter::once(LIFE))?;
        fold::remove(self.reader.db, meta, row, self.open[open].number)?;
        self.note(meta, row, open, at, vec![op(LIFE, Value::Int(0), base)])?;
        Ok(true)
    }

    pub(super) fn revive(&mut self, meta: &'static Meta, row: Uuid) -> Result<()> {
        let (removal, office): (i64, String) = self
            .db
            .prepare_cached("select removal, office from grave where tbl = ? and row = ?")?
            .query_row(params![meta.table, fold::text(row)], |r| Ok((r.get(0)?, r.get(1)?)))?;
        let office = Uuid::try_parse(&office).map_err(|e| Error::Internal(e.to_string()))?;
        self.close_if_pending(meta, row, office)?;
        self.settle()?;
        let base = self.log.op(self.reader.db, removal, meta.table, row, LIFE)?.map(|(at, _)| at);
        let (open, at) = self.row(meta, row, office)?;
        let number = self.open[open].number;
        fold::revive(self.reader.db, &mut self.log, meta, row, number)?;
        self.note(meta, row, open, at, vec![op(LIFE, Value::Int(1), base.into_iter().collect())])
    }

    /// The op by which changeset `head` set a field.
    fn base(&mut self, meta: &Meta, row: Uuid, head: i64, field: &str) -> Result<Vec<OpRef>> {
        self.settle()?;
        Ok(self.log.place(self.reader.db, meta, row, head, field)?.into_iter().collect())
    }

    /// What a removal must have seen: the row's life and every field edited since.
    fn all_heads(&mut self, meta: &Meta, row: Uuid) -> Result<Vec<OpRef>> {
        let standing = fold::standing(self.db, meta, row)?;
        let mut base = self.base(meta, row, standing.head(LIFE), LIFE)?;
        for (field, head) in standing.heads.iter().filter(|(field, _)| field != LIFE) {
            base.extend(self.base(meta, row, *head, field)?);
        }
        Ok(base)
    }

    /// The open changeset of the row's stream and the row's place in it.
    fn row(&mut self, meta: &'static Meta, row: Uuid, office: Uuid) -> Result<(usize, (usize, usize))> {
        let open = match self.open.iter().position(|o| o.office == office && o.class == meta.class) {
            Some(at) => at,
            None => {
                self.open.push(Open::new(office, meta.class, self.next));
                self.next += 1;
                self.open.len() - 1
            }
        };
        Ok((open, self.open[open].place(meta, row)))
    }

    fn note(&mut self, meta: &'static Meta, row: Uuid, open: usize, at: (usize, usize), set: Vec<Op>) -> Result<()> {
        self.changed.insert(meta.table);
        let made = set.first().is_some_and(|op| op.field == LIFE && op.base.is_empty());
        if !made || meta.table == "project" {
            self.derived.note(self.reader.db, meta, row, set.iter().map(|op| &*op.field))?;
        }
        let open = &mut self.open[open];
        open.note(at, set);
        let full = open.rows >= ROWS_IN_CHANGESET || open.bytes >= BYTES_IN_CHANGESET;
        if full {
            let number = open.number;
            // From here on it is a large write: packing goes on beside it.
            self.packer.get_or_insert_with(Packer::start);
            self.close(number)?;
        }
        Ok(())
    }

    fn close_if_pending(&mut self, meta: &Meta, row: Uuid, office: Uuid) -> Result<()> {
        let pending = self.open.iter().find(|o| o.office == office && o.class == meta.class && o.holds(meta, row));
        match pending.map(|o| o.number) {
            Some(number) => self.close(number),
            None => Ok(()),
        }
    }

    /// Stores an open changeset and makes room for the stream's next.
    fn close(&mut self, number: i64) -> Result<()> {
        let Some(at) = self.open.iter().position(|o| o.number == number) else { return Ok(()) };
        let open = self.open.remove(at);
        if open.rows == 0 {
            return Ok(());
        }
        self.rows += i64::try_from(open.rows).unwrap_or(i64::MAX);
        let (seq, prev) = self.chain(open.office, open.class)?;
        self.chains.insert((open.office, open.class), seq + 1);
        let head = Head {
            office: open.office,
            class: open.class.code().into(),
            device: self.pen.device,
            epoch: self.pen.epoch,
            seq: seq + 1,
            prev,
            ms: self.pen.ms,
            counter: self.pen.counter,
            person: self.pen.person,
            label: self.pen.label.into(),
            schema: i64::try_from(super::migrate::STEPS.len()).expect("few steps"),
            txn: Some(self.txn),
        };
        self.pen.counter += 1;
        let tables = open.tables.into_iter().map(|(meta, rows)| (meta.table.to_string(), rows)).collect();
        let body = Body { head, tables };
        match &mut self.packer {
            Some(packer) => packer.take(self.reader.db, open.number, body),
            None => log::append(self.reader.db, &log::pack(open.number, &body)?),
        }
    }

    /// Stores what is still being packed, before anything of it is read back.
    fn settle(&mut self) -> Result<()> {
        self.packer.as_mut().map_or(Ok(()), |packer| packer.settle(self.reader.db))
    }

    /// The last link of this device's chain in a stream.
    fn chain(&self, office: Uuid, class: Class) -> Result<(i64, Option<Hash>)> {
        let mut last = self.db.prepare_cached(
            "select seq, hash from changeset where office = ? and class = ? and device = ? and epoch = ? order by seq desc limit 1",
        )?;
        let key = params![fold::text(office), class.code(), fold::text(self.pen.device), self.pen.epoch];
        let found = last.query_row(key, |r| Ok((r.get(0)?, Some(r.get(1)?)))).optional()?;
        let (seq, prev) = found.unwrap_or((0, None));
        // One that is still being packed is not stored yet; the packer knows its hash.
        Ok((self.chains.get(&(office, class)).copied().unwrap_or(seq), prev))
    }

    /// Closes every changeset, remembers the action for undo and answers which tables changed.
    pub(crate) fn finish(mut self) -> Result<Finished> {
        for number in self.open.iter().map(|o| o.number).collect::<Vec<_>>() {
            self.close(number)?;
        }
        self.settle()?;
        if self.rows > 0 {
            self.remember()?;
            self.derived.finish(self.reader.db)?;
        }
        let tables = self.changed.iter().map(|t| (*t).to_string()).collect();
        Ok(Finished { tables, txn: (self.rows > 0).then_some(TxnId(self.txn)), last: (self.pen.ms, self.pen.counter) })
    }

    fn remember(&self) -> Result<()> {
        let person = fold::text(self.pen.person);
        if !self.inverse {
            self.db
                .prepare_cached("update action set state = 'dropped' where person = ? and state = 'undone'")?
                .execute([&person])?;
        }
        let state = match (self.inverse, self.lasting) {
            (true, _) => "inverse",
            (false, true) => "dropped",
            (false, false) => "done",
        };
        self.db
            .prepare_cached(
                "insert into action (txn, person, label, subject, count, ms, state) values (?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                fold::text(self.txn),
                person,
                match own(self.pen.label).filter(|_| self.made) {
                    Some(noun) => format!("{noun}_made"),
                    None => self.pen.label.to_string(),
                },
                self.subject,
                self.rows,
                self.pen.ms,
                state
            ])?;
        Ok(())
    }

    #[must_use]
    pub(super) fn txn(&self) -> Uuid {
        self.txn
    }

    #[must_use]
    pub(super) fn raw(&self) -> &'c Connection {
        self.reader.db
    }
}

/// What a finished write reports.
pub struct Finished {
    pub tables: Vec<String>,
    pub txn: Option<TxnId>,
    pub last: (i64, i64),
}

/// The noun a command saves: `project` of `project_save`.
fn own(label: &str) -> Option<&str> {
    label.strip_suffix("_save")
}

/// The fields that differ, with their new values.
fn differing(old: Vec<Value>, new: Vec<Value>) -> Vec<(usize, Value)> {
    let fields = new.into_iter().zip(old).enumerate();
    fields.filter(|(_, (new, old))| new != old).map(|(at, (new, _))| (at, new)).collect()
}

fn op(field: &'static str, value: Value, base: Vec<OpRef>) -> Op {
    Op { field: field.into(), value, base }
}
