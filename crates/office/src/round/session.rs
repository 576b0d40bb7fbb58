//! Files that were dropped and wait for a decision, kept with the open desk.

use super::judge::{Returned, ReturnedLine};
use crate::read::ReadRow;
use crate::understand::Understanding;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use ts_rs::TS;
use zhuanban_core::api::unchanged;
use zhuanban_core::error::{Error, Result};
use zhuanban_core::id::{RoundId, RoundUnitId};
use zhuanban_core::{Caller, Desk, Done};

/// Batches that may wait at once.
const MOST_OPEN: usize = 4;
const LONGEST_WINDOW: usize = 500;

/// A file as it was read, before it is judged.
pub struct Waiting {
    pub path: PathBuf,
    pub name: String,
    pub hash: String,
    pub size: i64,
    pub media: String,
    /// What a workbook holds; none for pictures and what cannot be read.
    pub table: Option<Table>,
    pub returned: Returned,
}

pub struct Table {
    pub rows: Vec<ReadRow>,
    pub understanding: Understanding,
    pub mark: Option<super::mark::Mark>,
}

pub struct Batch {
    pub round: RoundId,
    pub files: Vec<Waiting>,
}

#[derive(Default)]
pub struct Batches(Mutex<Vec<(String, Arc<Mutex<Batch>>)>>);

pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

pub fn keep(desk: &Desk, batch: Batch) -> String {
    let name = desk.fresh_name();
    let batches = desk.shelf::<Batches>();
    let mut open = lock(&batches.0);
    if open.len() >= MOST_OPEN {
        open.remove(0);
    }
    open.push((name.clone(), Arc::new(Mutex::new(batch))));
    name
}

pub fn find(desk: &Desk, session: &str) -> Result<Arc<Mutex<Batch>>> {
    let batches = desk.shelf::<Batches>();
    let open = lock(&batches.0);
    let found = open.iter().find(|(name, _)| name == session).map(|(_, b)| b.clone());
    found.ok_or_else(|| Error::not_found("session", session))
}

pub fn close(desk: &Desk, session: &str) -> bool {
    let batches = desk.shelf::<Batches>();
    let mut open = lock(&batches.0);
    let before = open.len();
    open.retain(|(name, _)| name != session);
    open.len() < before
}

/// The lines of one waiting file, judged for a unit.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReturnedLines {
    pub session: String,
    pub key: u32,
    /// For another unit than the one that was recognised.
    #[serde(default)]
    pub unit: Option<RoundUnitId>,
}

pub fn lines(desk: &Desk, caller: &Caller, input: ReturnedLines) -> Result<Done<Vec<ReturnedLine>>> {
    let batch = find(desk, &input.session)?;
    let batch = lock(&batch);
    let waiting = batch.files.get(input.key as usize).ok_or_else(|| Error::not_found("file", input.key))?;
    let unit = input.unit.or(waiting.returned.unit);
    let (Some(table), Some(unit)) = (&waiting.table, unit) else { return Ok(unchanged(vec![])) };
    let judged = desk.read(caller, |r| super::judge::judge(r, batch.round, unit, &waiting.name, table))?;
    Ok(unchanged(judged.lines.into_iter().take(LONGEST_WINDOW).collect()))
}
