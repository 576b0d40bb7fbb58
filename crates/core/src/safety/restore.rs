//! Going back: another database's content is put into the open desk's file, after what stands there was kept.

use super::points::{PointName, path_of, write};
use super::{PointKind, points};
use crate::api::Nothing;
use crate::desk::{Caller, Desk, Done};
use crate::error::{Error, FileProblem, Result};
use crate::store::{migrate, open};
use rusqlite::{Connection, OpenFlags};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// What a restore did.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Restored {
    pub counts: Vec<super::TableCount>,
    /// The point that was made of what stood here before; absent where there was nothing.
    pub before: Option<String>,
}

/// Settings that belong to this computer and stay when data comes from elsewhere.
const STAYS: &[&str] =
    &["language", "theme", "money_unit", "row_height", "copied_off_ms", "copy_reminder_days", "last_backup_ms"];

/// Goes back to a restore point. What stood here becomes a point itself, so this can be taken back too.
///
/// # Errors
/// A point that is damaged, foreign or of a newer program is refused; the desk stays as it was.
pub fn restore_point(desk: &Desk, _: &Caller, input: PointName) -> Result<Done<Restored>> {
    let path = path_of(desk, &input.point)?;
    bring_in(desk, &path, Origin::Here)
}

/// Where the content that is brought in was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// By this desk: it goes on under the same device.
    Here,
    /// By another computer: this one is a new device of the same office.
    Elsewhere,
}

/// Puts the content of the database at `path` into this desk, brought to this version.
///
/// Changes made from here on belong to a new epoch (`rules.md` 3): those that were taken away may have left this
/// computer already, and their numbers are not used twice.
pub fn bring_in(desk: &Desk, path: &Path, origin: Origin) -> Result<Done<Restored>> {
    let scratch = copy_beside(desk.folder(), path, &desk.fresh_name())?;
    let outcome = checked(&scratch).and_then(|source| {
        let started = desk.read(&Caller::default(), |r| Ok(r.office().is_ok()))?;
        let before = if started { Some(write(desk, PointKind::BeforeRestore, "")?) } else { None };
        // A desk that was moved away stays only read when one goes back here; one that comes from elsewhere is moved in.
        let stays: Vec<&str> = match origin {
            Origin::Here => STAYS.iter().copied().chain(["moved_away_ms"]).collect(),
            Origin::Elsewhere => STAYS.to_vec(),
        };
        desk.replace(&source, &stays, origin == Origin::Elsewhere)?;
        let counts = points::counts(&source)?;
        let before = before.and_then(|p| p.file_name().map(|n| n.to_string_lossy().into_owned()));
        Ok(Restored { counts, before })
    });
    drop(std::fs::remove_file(&scratch));
    let changed = crate::tables::ALL.iter().map(|m| m.table.to_string()).chain(["local".into()]).collect();
    Ok(Done { value: outcome?, changed, txn: None })
}

/// This computer keeps the desk after all, though it was moved away from here.
pub fn go_on_here(desk: &Desk, _: &Caller, _: Nothing) -> Result<Done<Nothing>> {
    desk.forget_local("moved_away_ms")?;
    Ok(Done { value: Nothing {}, changed: vec!["local".into()], txn: None })
}

/// A copy that may be brought to this version without touching the original.
fn copy_beside(folder: &Path, path: &Path, own: &str) -> Result<PathBuf> {
    let scratch = folder.join(format!(".restoring-{own}.db"));
    std::fs::copy(path, &scratch).map_err(|e| {
        drop(std::fs::remove_file(&scratch));
        Error::file(path, FileProblem::Unreadable, e)
    })?;
    Ok(scratch)
}

/// Refuses what is not a whole desk of this version or older; `own` is a name nothing else has.
pub(super) fn look(folder: &Path, path: &Path, own: &str) -> Result<()> {
    let scratch = copy_beside(folder, path, own)?;
    let outcome = checked(&scratch).map(drop);
    drop(std::fs::remove_file(&scratch));
    outcome
}

/// Opens the copy, refuses what is not a whole desk of this version or older, and brings it to this version.
fn checked(path: &Path) -> Result<Connection> {
    let mut db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let answer: rusqlite::Result<String> = db.query_row("pragma quick_check(1)", [], |r| r.get(0));
    match answer {
        Ok(text) if text == "ok" => {}
        Ok(detail) => return Err(Error::DatabaseDamaged { path: path.into(), detail }),
        Err(e) => return Err(Error::DatabaseDamaged { path: path.into(), detail: e.to_string() }),
    }
    db.pragma_update(None, "journal_mode", "delete")?;
    let tables: i64 = db.query_row("select count(*) from sqlite_schema", [], |r| r.get(0))?;
    if tables == 0 {
        return Err(Error::DatabaseForeign { path: path.into() });
    }
    migrate::upgrade(&mut db, path, migrate::STEPS)?;
    open::check(&db, path)?;
    Ok(db)
}
