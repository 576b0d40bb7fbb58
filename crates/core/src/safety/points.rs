//! Making, listing and removing restore points.

use super::{PointKind, TableCount, file_name, read_file_name, stale};
use crate::api::{Nothing, unchanged};
use crate::desk::{Caller, Desk, Done};
use crate::error::{Error, FileProblem, Result, Rule};
use crate::store::open;
use crate::time::beijing_day;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// A copy one can go back to.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RestorePoint {
    /// Its file's name; names it in the other commands.
    pub point: String,
    pub kind: PointKind,
    pub name: Option<String>,
    /// When it was made, milliseconds UTC.
    pub ms: i64,
    /// Bytes.
    pub size: i64,
    pub projects: i64,
    /// What was done last before it was made.
    pub last: Option<LastAction>,
    /// How many actions here came after it, as far as that is known; going back takes them away.
    pub later: i64,
}

/// An action as the undo message calls it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LastAction {
    pub label: String,
    pub subject: String,
    pub count: i64,
    pub ms: i64,
}

/// A name for a new point.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct NewPoint {
    pub name: String,
}

/// Names a restore point.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PointName {
    pub point: String,
}

/// Newest first. A file that cannot be read is left out; it is told when somebody wants to go back to it.
pub fn list(desk: &Desk, _: &Caller, _: Nothing) -> Result<Done<Vec<RestorePoint>>> {
    let here = open::reader(&desk.path())?;
    Ok(unchanged(listed(&desk.backups(), Some(&here))?))
}

/// The points of a folder, newest first. Without the desk nothing is known of what came later.
pub(super) fn listed(backups: &Path, here: Option<&Connection>) -> Result<Vec<RestorePoint>> {
    let mut points: Vec<RestorePoint> =
        files(backups)?.into_iter().filter_map(|file| describe(&backups.join(&file), here).ok()).collect();
    points.sort_by_key(|p| (std::cmp::Reverse(p.ms), p.point.clone()));
    Ok(points)
}

/// Which life of the desk a point is of.
pub(super) fn epoch(path: &Path) -> Result<i64> {
    let db = Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    crate::desk::epoch(&db)
}

/// Makes a point that stays until somebody removes it.
pub fn make(desk: &Desk, _: &Caller, input: NewPoint) -> Result<Done<RestorePoint>> {
    if input.name.chars().count() > 40 {
        return Err(Error::invalid("name", Rule::TooLong));
    }
    let path = write(desk, PointKind::Kept, &input.name)?;
    desk.set_local("last_backup_ms", &desk.now_ms().to_string())?;
    let point = describe(&path, Some(&open::reader(&desk.path())?))?;
    Ok(Done { value: point, changed: vec!["local".into()], txn: None })
}

/// Once a day, when the desk is first looked at: a point of its own accord, and the old ones cleared away.
pub fn daily(desk: &Desk, _: &Caller, _: Nothing) -> Result<Done<bool>> {
    let folder = desk.backups();
    let today = beijing_day(desk.now_ms());
    let made_today = files(&folder)?
        .iter()
        .filter_map(|f| read_file_name(f))
        .any(|p| p.kind == PointKind::Daily && p.ms.is_some_and(|ms| beijing_day(ms) >= today));
    let started = desk.read(&Caller::default(), |r| Ok(r.office().is_ok()))?;
    if made_today || !started {
        return Ok(unchanged(false));
    }
    write(desk, PointKind::Daily, "")?;
    let names = files(&folder)?;
    let read: Vec<_> = names.iter().filter_map(|n| Some((n.as_str(), read_file_name(n)?))).collect();
    for old in stale(&read, desk.now_ms()) {
        // One that is open elsewhere goes another day.
        drop(std::fs::remove_file(folder.join(old)));
    }
    desk.set_local("last_backup_ms", &desk.now_ms().to_string())?;
    Ok(Done { value: true, changed: vec!["local".into()], txn: None })
}

pub fn remove(desk: &Desk, _: &Caller, input: PointName) -> Result<Done<bool>> {
    let path = path_of(desk, &input.point)?;
    std::fs::remove_file(&path).map_err(|e| Error::file(&path, FileProblem::Unwritable, e))?;
    Ok(Done { value: true, changed: vec!["local".into()], txn: None })
}

/// Copies the desk as it stands into a new point.
pub fn write(desk: &Desk, kind: PointKind, name: &str) -> Result<PathBuf> {
    let file = file_name(kind, desk.now_ms(), name);
    let stem = file.trim_start_matches("zhuanban-").trim_end_matches(".db");
    desk.back_up(stem)
}

/// The file of a point; a name that leaves the folder is no point.
pub fn path_of(desk: &Desk, point: &str) -> Result<PathBuf> {
    path_in(&desk.backups(), point)
}

/// As [`path_of`], of a folder of points.
pub(super) fn path_in(backups: &Path, point: &str) -> Result<PathBuf> {
    let missing = || Error::not_found("restore_point", point);
    read_file_name(point).filter(|_| !point.contains(['/', '\\'])).ok_or_else(missing)?;
    let path = backups.join(point);
    if path.is_file() { Ok(path) } else { Err(missing()) }
}

fn files(folder: &Path) -> Result<Vec<String>> {
    let listing = match std::fs::read_dir(folder) {
        Ok(listing) => listing,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(vec![]),
        Err(e) => return Err(Error::file(folder, FileProblem::Unreadable, e)),
    };
    let names = listing.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    Ok(names.filter(|name| read_file_name(name).is_some()).collect())
}

fn describe(path: &Path, here: Option<&Connection>) -> Result<RestorePoint> {
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let named = read_file_name(&file).ok_or_else(|| Error::not_found("restore_point", &file))?;
    let about = std::fs::metadata(path).map_err(|e| Error::file(path, FileProblem::Unreadable, e))?;
    let written = about.modified().ok().and_then(|t| t.duration_since(std::time::UNIX_EPOCH).ok());
    let written = written.and_then(|d| i64::try_from(d.as_millis()).ok()).unwrap_or_default();
    let db = Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let last = last_action(&db)?;
    let newest: i64 = db.query_row("select coalesce(max(id), 0) from action", [], |r| r.get(0))?;
    Ok(RestorePoint {
        point: file,
        kind: named.kind,
        name: named.name,
        ms: named.ms.unwrap_or(written),
        size: i64::try_from(about.len()).unwrap_or(i64::MAX),
        projects: db.query_row("select count(*) from project", [], |r| r.get(0))?,
        later: match here {
            Some(here) => here.query_row("select count(*) from action where id > ?", [newest], |r| r.get(0))?,
            None => 0,
        },
        last,
    })
}

fn last_action(db: &Connection) -> Result<Option<LastAction>> {
    let mut find = db.prepare("select label, subject, count, ms from action order by id desc limit 1")?;
    let read = |r: &rusqlite::Row<'_>| {
        Ok(LastAction { label: r.get(0)?, subject: r.get(1)?, count: r.get(2)?, ms: r.get(3)? })
    };
    Ok(find.query_row(params![], read).optional()?)
}

/// Counts every logged table of a database, in the order of `tables::ALL`, and its changesets last.
pub fn counts(db: &Connection) -> Result<Vec<TableCount>> {
    let mut out = vec![];
    for table in crate::tables::ALL.iter().map(|m| m.table).chain(["changeset"]) {
        let known: bool =
            db.prepare_cached("select 1 from sqlite_schema where type = 'table' and name = ?")?.exists([table])?;
        // A copy of an older version lacks the newer tables.
        let count: i64 = match known {
            true => db.query_row(&format!("select count(*) from {table}"), [], |r| r.get(0))?,
            false => 0,
        };
        if count > 0 {
            out.push(TableCount { table: table.into(), count });
        }
    }
    Ok(out)
}
