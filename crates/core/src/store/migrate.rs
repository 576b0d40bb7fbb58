//! Bringing a database to this version: numbered steps on `user_version`, a backup before the first of them.

use crate::error::{Error, Result};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// Marks a database file as a desk ("ZhBn" in ASCII), so that another program's file is never touched.
pub const APPLICATION_ID: i64 = 0x5a68_426e;

/// The schema's steps, in order; the version is their number.
pub const STEPS: &[&str] = &[
    include_str!("../../migrations/0001.sql"),
    include_str!("../../migrations/0002.sql"),
    include_str!("../../migrations/0003.sql"),
    include_str!("../../migrations/0004.sql"),
    include_str!("../../migrations/0005.sql"),
    include_str!("../../migrations/0006.sql"),
    include_str!("../../migrations/0007.sql"),
    include_str!("../../migrations/0008.sql"),
    include_str!("../../migrations/0009.sql"),
    include_str!("../../migrations/0010.sql"),
    include_str!("../../migrations/0011.sql"),
    include_str!("../../migrations/0012.sql"),
    include_str!("../../migrations/0013.sql"),
    include_str!("../../migrations/0014.sql"),
    include_str!("../../migrations/0015.sql"),
    include_str!("../../migrations/0016.sql"),
    include_str!("../../migrations/0017.sql"),
    include_str!("../../migrations/0018.sql"),
    include_str!("../../migrations/0019.sql"),
    include_str!("../../migrations/0020.sql"),
    include_str!("../../migrations/0021.sql"),
    include_str!("../../migrations/0022.sql"),
    include_str!("../../migrations/0023.sql"),
    include_str!("../../migrations/0024.sql"),
];

/// Brings `db` from its version to `steps.len()`; answers where the backup lies, if one was made.
///
/// Each step is one transaction. A database that is newer or foreign is refused before anything is written.
pub fn migrate(db: &mut Connection, path: &Path, steps: &[&str], backups: &Path) -> Result<Option<PathBuf>> {
    let known = i64::try_from(steps.len()).expect("few steps");
    let found = version(db, path)?;
    if found > known {
        return Err(Error::DatabaseTooNew { path: path.into(), found, known });
    }
    if found == known {
        return Ok(None);
    }
    let backup = if found == 0 { None } else { Some(back_up(db, backups, &format!("before-v{known}-from-v{found}"))?) };
    upgrade(db, path, steps)?;
    Ok(backup)
}

/// As [`migrate`], for a copy that needs no backup of its own.
pub fn upgrade(db: &mut Connection, path: &Path, steps: &[&str]) -> Result<()> {
    let known = i64::try_from(steps.len()).expect("few steps");
    let found = version(db, path)?;
    if found > known {
        return Err(Error::DatabaseTooNew { path: path.into(), found, known });
    }
    for (number, step) in (1..).zip(steps).skip(usize::try_from(found).expect("not negative")) {
        let tx = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        if version(&tx, path)? < number {
            tx.execute_batch(step)?;
            tx.pragma_update(None, "user_version", number)?;
            tx.pragma_update(None, "application_id", APPLICATION_ID)?;
        }
        tx.commit()?;
    }
    Ok(())
}

/// The schema version of a desk; 0 for an empty file.
fn version(db: &Connection, path: &Path) -> Result<i64> {
    let version: i64 = db.query_row("pragma user_version", [], |r| r.get(0))?;
    let id: i64 = db.query_row("pragma application_id", [], |r| r.get(0))?;
    let tables: i64 = db.query_row("select count(*) from sqlite_schema", [], |r| r.get(0))?;
    let ours = id == APPLICATION_ID || (version == 0 && tables == 0);
    if ours && version >= 0 { Ok(version) } else { Err(Error::DatabaseForeign { path: path.into() }) }
}

/// Copies the whole database, consistent while others read and write, to `folder/zhuanban-NAME.db`.
pub fn back_up(db: &Connection, folder: &Path, name: &str) -> Result<PathBuf> {
    std::fs::create_dir_all(folder).map_err(|_| Error::DatabaseReadOnly { path: folder.into() })?;
    let path = folder.join(format!("zhuanban-{name}.db"));
    let mut copy = Connection::open(&path)?;
    rusqlite::backup::Backup::new(db, &mut copy)?.run_to_completion(1000, std::time::Duration::ZERO, None)?;
    let check: String = copy.query_row("pragma quick_check(1)", [], |r| r.get(0))?;
    if check == "ok" { Ok(path) } else { Err(Error::DatabaseDamaged { path, detail: check }) }
}
