//! A changeset that is still being filled: its rows in order, each with its ops.

use super::body::{Op, RowOps};
use super::record::{Class, Meta};
use super::value::Value;
use std::collections::HashMap;
use uuid::Uuid;

/// The changeset of one stream that is still being filled.
pub(super) struct Open {
    pub(super) office: Uuid,
    pub(super) class: Class,
    pub(super) number: i64,
    pub(super) tables: Vec<(&'static Meta, Vec<RowOps>)>,
    pub(super) at: HashMap<(usize, Uuid), usize>,
    pub(super) rows: usize,
    pub(super) bytes: usize,
}

impl Open {
    pub(super) fn new(office: Uuid, class: Class, number: i64) -> Self {
        Self { office, class, number, tables: vec![], at: HashMap::new(), rows: 0, bytes: 0 }
    }

    pub(super) fn table(&self, meta: &Meta) -> Option<usize> {
        self.tables.iter().position(|(m, _)| m.table == meta.table)
    }

    pub(super) fn holds(&self, meta: &Meta, row: Uuid) -> bool {
        self.table(meta).is_some_and(|t| self.at.contains_key(&(t, row)))
    }

    pub(super) fn place(&mut self, meta: &'static Meta, row: Uuid) -> (usize, usize) {
        let table = self.table(meta).unwrap_or_else(|| {
            self.tables.push((meta, vec![]));
            self.tables.len() - 1
        });
        let rows = &mut self.tables[table].1;
        let place = *self.at.entry((table, row)).or_insert_with(|| {
            rows.push(RowOps { row, ops: vec![] });
            rows.len() - 1
        });
        (table, place)
    }

    pub(super) fn ops(&self, meta: &Meta, (table, row): (usize, usize)) -> &[Op] {
        debug_assert_eq!(self.tables[table].0.table, meta.table);
        &self.tables[table].1[row].ops
    }

    /// Adds ops to a row; a field set twice keeps its first base and its last value.
    pub(super) fn note(&mut self, (table, row): (usize, usize), set: Vec<Op>) {
        let ops = &mut self.tables[table].1[row].ops;
        if ops.is_empty() {
            self.rows += 1;
        }
        for new in set {
            self.bytes += new.field.len() + if let Value::Text(t) = &new.value { t.len() + 4 } else { 8 };
            match ops.iter_mut().find(|op| op.field == new.field) {
                Some(op) => op.value = new.value,
                None => ops.push(new),
            }
        }
    }
}
