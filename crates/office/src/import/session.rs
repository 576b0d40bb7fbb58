//! An open file: what was understood of it, its rows in a temporary file, and how its sender's last one was read.

use super::plan::Plan;
use super::stage::{Draft, Stage};
use crate::read;
use crate::understand::{ColumnChoice, Corrections, Field, SheetUnderstanding, Understanding};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use ts_rs::TS;
use zhuanban_core::api::unchanged;
use zhuanban_core::desk::Done;
use zhuanban_core::error::{Error, Result};
use zhuanban_core::job::Job;
use zhuanban_core::progress::Basis;
use zhuanban_core::settings::Mapping;
use zhuanban_core::{Caller, Desk};

/// Files that may wait for a decision at once; opening one more closes the oldest.
const MOST_OPEN: usize = 8;

/// A file to open. `file` is a path; in browser mode the server puts the upload's path in its place.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct Open {
    pub file: String,
    /// Whose ledger it is, if known: its columns are then read as last time.
    #[serde(default)]
    pub sender: Option<String>,
    #[serde(default)]
    pub job: String,
}

/// Reads an open file again with corrections.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct Understand {
    pub session: String,
    pub corrections: Corrections,
    #[serde(default)]
    pub job: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Close {
    pub session: String,
}

/// An open file and what was understood of it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LedgerFile {
    pub session: String,
    pub file_name: String,
    pub size: u64,
    /// The sender whose columns looked like these, if any.
    pub sender: Option<String>,
    pub corrections: Corrections,
    /// `YYYY-MM` the file says its figures stand for, if it says so.
    pub period: Option<String>,
    /// Whose figures its columns are: 统计 where they are those of the statistics bureau's list.
    pub basis: Basis,
    pub understanding: Understanding,
}

pub(super) struct Session {
    pub path: String,
    pub file_name: String,
    pub corrections: Corrections,
    pub understanding: Understanding,
    pub stage: Arc<Stage>,
    pub plan: Option<Plan>,
}

/// The open files of one desk.
#[derive(Default)]
pub(super) struct Sessions(Mutex<Vec<(String, Arc<Mutex<Session>>)>>);

pub(super) fn find(desk: &Desk, session: &str) -> Result<Arc<Mutex<Session>>> {
    let sessions = desk.shelf::<Sessions>();
    let open = lock(&sessions.0);
    let found = open.iter().find(|(name, _)| name == session).map(|(_, s)| s.clone());
    found.ok_or_else(|| Error::not_found("session", session))
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

pub fn open(desk: &Desk, caller: &Caller, input: Open) -> Result<Done<LedgerFile>> {
    let path = Path::new(&input.file);
    let file_name = path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let size = std::fs::metadata(path).map(|m| m.len()).unwrap_or(0);
    let mappings = desk.read(caller, zhuanban_core::settings::query::mappings)?;
    let sender = input.sender.filter(|s| !s.trim().is_empty());
    let known = sender.as_ref().and_then(|s| mappings.iter().find(|m| m.sender == *s));
    let corrections = known.map(corrections_of).transpose()?.unwrap_or_default();
    let (mut understanding, mut stage) = staged(desk, path, &corrections, &input.job)?;
    let (mut used, mut guessed) = (corrections, sender);
    if guessed.is_none()
        && let Some(alike) = mappings.iter().find(|m| m.layout == layout(&understanding))
    {
        guessed = Some(alike.sender.clone());
        let theirs = corrections_of(alike)?;
        if theirs != used {
            (understanding, stage) = staged(desk, path, &theirs, &input.job)?;
            used = theirs;
        }
    }
    let name = desk.fresh_name();
    let session = Session {
        path: input.file,
        file_name: file_name.clone(),
        corrections: used.clone(),
        understanding: understanding.clone(),
        stage: Arc::new(stage),
        plan: None,
    };
    let sessions = desk.shelf::<Sessions>();
    let mut open = lock(&sessions.0);
    if open.len() >= MOST_OPEN {
        open.remove(0);
    }
    open.push((name.clone(), Arc::new(Mutex::new(session))));
    Ok(unchanged(LedgerFile {
        session: name,
        file_name,
        size,
        sender: guessed,
        corrections: used,
        period: reported(&understanding),
        basis: basis_of(&understanding),
        understanding,
    }))
}

pub fn understand(desk: &Desk, _: &Caller, input: Understand) -> Result<Done<Understanding>> {
    let found = find(desk, &input.session)?;
    let mut session = lock(&found);
    let path = session.path.clone();
    let (understanding, stage) = staged(desk, Path::new(&path), &input.corrections, &input.job)?;
    session.corrections = input.corrections;
    session.understanding = understanding.clone();
    session.stage = Arc::new(stage);
    session.plan = None;
    Ok(unchanged(understanding))
}

pub fn close(desk: &Desk, session: &str) -> bool {
    let sessions = desk.shelf::<Sessions>();
    let mut open = lock(&sessions.0);
    let before = open.len();
    open.retain(|(name, _)| name != session);
    open.len() < before
}

fn staged(desk: &Desk, path: &Path, corrections: &Corrections, name: &str) -> Result<(Understanding, Stage)> {
    let job = desk.jobs.begin(name);
    let read = || {
        let mut draft = Draft::new()?;
        let understanding = match read::read(path, corrections, &job, |row| draft.push(&row)) {
            // A file without a recognised head is shown as it is, so that the head can be given by hand.
            Err(Error::File { problem: zhuanban_core::error::FileProblem::NoTable, .. }) => {
                read::understand(path, corrections, &Job::default())?
            }
            other => other?,
        };
        Ok((understanding, draft.done()?))
    };
    let answer = read();
    desk.jobs.end(name);
    answer
}

fn corrections_of(mapping: &Mapping) -> Result<Corrections> {
    serde_json::from_str(&mapping.corrections).map_err(|e| Error::Internal(e.to_string()))
}

/// The headings of the first table, by which another file of the same sender is known.
pub(super) fn layout(understanding: &Understanding) -> String {
    let table = understanding.sheets.iter().find(|s| s.has_table);
    table.map_or_else(String::new, |s| {
        let headings: Vec<&str> = s.columns.iter().map(|c| c.heading.as_str()).collect();
        headings.join("\u{1f}")
    })
}

/// What to remember for the sender's next file: the meaning of each heading as it was finally read, wherever its column stands then.
pub(super) fn remembered(understanding: &Understanding, corrections: &Corrections) -> Corrections {
    let mut headings: HashMap<String, ColumnChoice> = corrections.headings.clone().into_iter().collect();
    for sheet in &understanding.sheets {
        let by_hand = corrections.sheets.get(&sheet.name);
        for column in &sheet.columns {
            let choice = by_hand.and_then(|s| s.columns.get(&column.index));
            let worth = column.field != Field::Ignore || choice.is_some();
            if worth && !column.heading.is_empty() {
                // A unit that the sheet itself names is read anew each time: the next sheet may name another.
                let unit = choice.and_then(|c| c.unit.clone());
                let detail = column.detail.clone();
                headings.insert(column.heading.clone(), ColumnChoice { field: column.field, detail, unit });
            }
        }
    }
    Corrections { headings: headings.into_iter().collect(), ..Corrections::default() }
}

/// 统计局入库名单 (practice S7) gives its own code and figures, and says nothing of how the work goes.
pub(super) fn basis_of(understanding: &Understanding) -> Basis {
    let theirs = |sheet: &SheetUnderstanding| {
        let has = |fields: &[Field]| sheet.columns.iter().any(|column| fields.contains(&column.field));
        has(&[Field::StatisticsCode])
            && has(&[Field::DoneTotal, Field::DoneYear])
            && !has(&[Field::Progress, Field::Issue, Field::NextStep, Field::Stage, Field::Leader])
    };
    let mut tables = understanding.sheets.iter().filter(|sheet| sheet.has_table).peekable();
    let all = tables.peek().is_some() && tables.all(theirs);
    if all { Basis::Statistics } else { Basis::Dispatch }
}

/// The month a file says its figures stand for.
pub(super) fn reported(understanding: &Understanding) -> Option<String> {
    // The title of the bureau's list says its months: 2022年1—2月固定资产投资项目入库名单.
    let titled = basis_of(understanding) == Basis::Statistics;
    understanding.sheets.iter().find_map(|sheet| month_of(sheet, titled))
}

/// The month a sheet says it was filled in for: 填报日期：2022年3月31日, 截至2022年3月底; of several, 1—2月, the last.
fn month_of(sheet: &SheetUnderstanding, titled: bool) -> Option<String> {
    let head = sheet.header?.first;
    let lines = sheet.skipped.iter().filter(|line| line.row < head);
    let tells = |text: &str| titled || ["填报", "截至", "截止"].iter().any(|word| text.contains(word));
    lines.filter(|line| tells(&line.text)).find_map(|line| {
        let (before, after) = line.text.split_once('年')?;
        let year: String =
            before.chars().rev().take_while(char::is_ascii_digit).collect::<Vec<_>>().into_iter().rev().collect();
        let (span, _) = after.split_once('月')?;
        let span = span.trim().trim_start_matches('元');
        if !span.chars().all(|c| c.is_ascii_digit() || " -—–－~～至到、".contains(c)) {
            return None;
        }
        let month = span.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
        let period = format!("{year}-{month:0>2}");
        zhuanban_core::progress::edit::is_period(&period).then_some(period)
    })
}
