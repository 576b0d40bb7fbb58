//! What the officer may want to look at, counted, with the first addresses.

use crate::source::address;
use crate::understand::{Notice, NoticeKind};
use std::collections::BTreeMap;

const FIRST: usize = 20;

#[derive(Default)]
pub(super) struct Notices(BTreeMap<NoticeKind, (u32, Vec<String>)>);

impl Notices {
    pub(super) fn cell(&mut self, kind: NoticeKind, column: usize, row: u32) {
        self.add(kind, || address(column, row));
    }

    pub(super) fn row(&mut self, kind: NoticeKind, row: u32) {
        self.add(kind, || row.to_string());
    }

    pub(super) fn add(&mut self, kind: NoticeKind, place: impl FnOnce() -> String) {
        let (count, cells) = self.0.entry(kind).or_default();
        *count += 1;
        if cells.len() < FIRST {
            cells.push(place());
        }
    }

    pub(super) fn list(self) -> Vec<Notice> {
        self.0.into_iter().map(|(kind, (count, cells))| Notice { kind, count, cells }).collect()
    }
}
