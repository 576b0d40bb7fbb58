//! Opening the file: refusing what is not ours, damaged, newer or not writable, and setting it up for an office PC.

use super::migrate;
use crate::error::{Error, Result};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Largest file that is checked whole at every start; SQLite reads about 1 GiB a second.
const CHECKED_AT_START: u64 = 64 << 20;

/// Opens (or creates) the desk's file for writing and brings it to this version; answers the backup's path if one was made.
pub fn writer(path: &Path, backups: &Path) -> Result<(Connection, Option<PathBuf>)> {
    let named = |e: Error| name(e, path);
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|_| Error::DatabaseReadOnly { path: folder.into() })?;
    }
    let existed = std::fs::metadata(path).map(|m| m.len()).unwrap_or(0);
    let mut db = connect(path, OpenFlags::default()).map_err(named)?;
    if db.is_readonly(rusqlite::MAIN_DB)? {
        return Err(Error::DatabaseReadOnly { path: path.into() });
    }
    // Nothing is written before the file is known to be a desk of this version or older.
    let backup = migrate::migrate(&mut db, path, migrate::STEPS, backups).map_err(named)?;
    if existed > 0 && existed <= CHECKED_AT_START {
        check(&db, path)?;
    }
    prepare(&db).map_err(named)?;
    Ok((db, backup))
}

/// Opens a second connection that refuses to write.
pub fn reader(path: &Path) -> Result<Connection> {
    let db = connect(path, OpenFlags::default()).map_err(|e| name(e, path))?;
    db.pragma_update(None, "query_only", true)?;
    Ok(db)
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection> {
    let db = Connection::open_with_flags(path, flags)?;
    db.busy_timeout(Duration::from_secs(5))?;
    db.set_prepared_statement_cache_capacity(256);
    db.pragma_update(None, "foreign_keys", true)?;
    db.pragma_update(None, "cache_size", -32_768)?;
    Ok(db)
}

fn prepare(db: &Connection) -> Result<()> {
    db.pragma_update(None, "journal_mode", "wal")?;
    db.pragma_update(None, "synchronous", "full")?;
    Ok(())
}

pub fn check(db: &Connection, path: &Path) -> Result<()> {
    let damaged = |detail: String| Error::DatabaseDamaged { path: path.into(), detail };
    let answer: rusqlite::Result<String> = db.query_row("pragma quick_check(1)", [], |r| r.get(0));
    match answer.map_err(|e| name(e.into(), path))?.as_str() {
        "ok" => Ok(()),
        other => Err(damaged(other.into())),
    }
}

/// Puts the real path into an error that came from SQLite without one.
fn name(error: Error, path: &Path) -> Error {
    let path = path.to_path_buf();
    match error {
        Error::DatabaseBusy { .. } => Error::DatabaseBusy { path },
        Error::DatabaseReadOnly { .. } => Error::DatabaseReadOnly { path },
        Error::DatabaseDamaged { detail, .. } => Error::DatabaseDamaged { path, detail },
        Error::DiskFull { .. } => Error::DiskFull { path },
        other => other,
    }
}
