//! Reading: a connection that cannot write, and a few ways to ask it.

use super::record::Record;
use crate::approval::version::Templates;
use crate::calendar::office::Calendars;
use crate::error::{Error, Result};
use crate::id::{OfficeId, PersonId, RecordId};
use crate::people::answering::Answering;
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Params};
use std::cell::OnceCell;

/// A consistent view of the desk, with the day it is and whose desk it is.
pub struct Reader<'c> {
    pub(crate) db: &'c Connection,
    pub(crate) now_ms: i64,
    pub(crate) office: Option<OfficeId>,
    pub(crate) person: Option<PersonId>,
    /// Read once, when they are first asked for.
    pub(crate) calendars: OnceCell<Calendars>,
    pub(crate) templates: OnceCell<Templates>,
    pub(crate) answering: OnceCell<Answering>,
}

impl Reader<'_> {
    /// For prepared statements; the connection refuses writes unless it is a [`super::Writer`]'s.
    #[must_use]
    pub fn db(&self) -> &Connection {
        self.db
    }

    #[must_use]
    pub fn now_ms(&self) -> i64 {
        self.now_ms
    }

    /// Today in Beijing (`rules.md` 10).
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        crate::time::beijing_day(self.now_ms)
    }

    /// The working days of everybody and of single units, as they were when this reading, or this write, first asked.
    pub fn calendars(&self) -> Result<&Calendars> {
        if let Some(known) = self.calendars.get() {
            return Ok(known);
        }
        let read = Calendars::read(self)?;
        Ok(self.calendars.get_or_init(|| read))
    }

    /// The templates of approvals, as they were when this reading, or this write, first asked.
    pub fn templates(&self) -> Result<&Templates> {
        if let Some(known) = self.templates.get() {
            return Ok(known);
        }
        let read = Templates::read(self)?;
        Ok(self.templates.get_or_init(|| read))
    }

    /// Which units answer for items, by the address book as it was when this reading, or this write, first asked.
    pub fn answering(&self) -> Result<&Answering> {
        if let Some(known) = self.answering.get() {
            return Ok(known);
        }
        let read = Answering::read(self)?;
        Ok(self.answering.get_or_init(|| read))
    }

    /// The desk's own office; an error on a desk that has none yet.
    pub fn office(&self) -> Result<OfficeId> {
        self.office.ok_or(Error::NotStarted)
    }

    /// Who acts.
    pub fn person(&self) -> Result<PersonId> {
        self.person.ok_or(Error::NotStarted)
    }

    pub fn find<R: Record>(&self, id: impl RecordId) -> Result<Option<R>> {
        let sql = format!("select {} from {} where id = ?", R::META.columns(), R::META.table);
        let mut statement = self.db.prepare_cached(&sql)?;
        Ok(statement.query_row([id.to_string()], |row| R::read(row)).optional()?)
    }

    pub fn get<R: Record>(&self, id: impl RecordId) -> Result<R> {
        self.find(id)?.ok_or_else(|| Error::not_found(R::META.table, id))
    }

    /// All records for which `rest` (a `where …`, an `order by …`) holds.
    pub fn all<R: Record>(&self, rest: &str, params: impl Params) -> Result<Vec<R>> {
        let sql = format!("select {} from {} {rest}", R::META.columns(), R::META.table);
        let mut statement = self.db.prepare_cached(&sql)?;
        let rows = statement.query_map(params, |row| R::read(row))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    pub fn first<R: Record>(&self, rest: &str, params: impl Params) -> Result<Option<R>> {
        let sql = format!("select {} from {} {rest} limit 1", R::META.columns(), R::META.table);
        let mut statement = self.db.prepare_cached(&sql)?;
        Ok(statement.query_row(params, |row| R::read(row)).optional()?)
    }

    /// One number, e.g. a count.
    pub fn number(&self, sql: &str, params: impl Params) -> Result<i64> {
        Ok(self.db.prepare_cached(sql)?.query_row(params, |r| r.get(0))?)
    }

    /// A setting of this computer; never logged, never sent.
    pub fn local(&self, key: &str) -> Result<Option<String>> {
        let mut statement = self.db.prepare_cached("select value from local where key = ?")?;
        Ok(statement.query_row([key], |r| r.get(0)).optional()?)
    }
}
