//! Files that are not ours to open: refused with a code, and left byte for byte as they were.

use crate::bench_desk::Bench;
use std::path::Path;
use std::sync::Arc;
use zhuanban_core::store::migrate;
use zhuanban_core::time::SystemClock;
use zhuanban_core::{Desk, Error};

fn refused(folder: &Path) -> Error {
    let path = folder.join("zhuanban.db");
    let before = std::fs::read(&path).unwrap();
    let error = Desk::open(folder, Arc::new(SystemClock)).err().expect("refused");
    assert_eq!(std::fs::read(&path).unwrap(), before, "{error} but the file changed");
    error
}

#[test]
fn a_newer_database_is_refused() {
    let bench = Bench::started();
    let folder = bench.folder;
    drop(bench.desk);
    let db = rusqlite::Connection::open(folder.path().join("zhuanban.db")).unwrap();
    db.pragma_update(None, "user_version", 99).unwrap();
    db.pragma_update(None, "journal_mode", "delete").unwrap();
    drop(db);
    assert!(matches!(refused(folder.path()), Error::DatabaseTooNew { found: 99, .. }));
}

#[test]
fn a_damaged_database_is_refused() {
    let bench = Bench::started();
    for n in 0..200 {
        bench.project(&format!("第{n}个项目"));
    }
    let folder = bench.folder;
    drop(bench.desk);
    let path = folder.path().join("zhuanban.db");
    let db = rusqlite::Connection::open(&path).unwrap();
    db.pragma_update(None, "journal_mode", "delete").unwrap();
    drop(db);
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 20_000].fill(0xff);
    std::fs::write(&path, &bytes).unwrap();
    assert!(matches!(refused(folder.path()), Error::DatabaseDamaged { .. }));
    std::fs::write(
        &path,
        b"this is a letter, not a database, and it is long enough to have a header of its own. ".repeat(20),
    )
    .unwrap();
    assert!(matches!(refused(folder.path()), Error::DatabaseDamaged { .. }));
}

#[test]
fn another_programs_database_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let db = rusqlite::Connection::open(folder.path().join("zhuanban.db")).unwrap();
    db.execute_batch("create table notes (text text); insert into notes values ('keep me');").unwrap();
    drop(db);
    assert!(matches!(refused(folder.path()), Error::DatabaseForeign { .. }));
}

#[test]
fn a_locked_database_is_said_to_be_busy() {
    let bench = Bench::started();
    let other = rusqlite::Connection::open(bench.desk.path()).unwrap();
    other.execute_batch("begin exclusive").unwrap();
    let error = bench.desk.write("project_save", &Default::default(), |_| Ok(())).unwrap_err();
    assert!(matches!(error, Error::DatabaseBusy { .. }), "{error}");
}

#[test]
fn a_backup_is_made_before_a_new_version() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("zhuanban.db");
    let backups = folder.path().join("backups");
    let mut db = rusqlite::Connection::open(&path).unwrap();
    let first = ["create table note (text text) strict;"];
    assert_eq!(migrate::migrate(&mut db, &path, &first, &backups).unwrap(), None);
    db.execute("insert into note values ('before')", []).unwrap();
    let second = [first[0], "alter table note add column day text; insert into note values ('after', null);"];
    let copy = migrate::migrate(&mut db, &path, &second, &backups).unwrap().expect("a backup");
    let old = rusqlite::Connection::open(&copy).unwrap();
    assert_eq!(old.query_row("select group_concat(text) from note", [], |r| r.get::<_, String>(0)).unwrap(), "before");
    assert_eq!(db.query_row("select count(day is null) from note", [], |r| r.get::<_, i64>(0)).unwrap(), 2);
    let broken = [second[0], second[1], "alter table note add column x text; select no_such_thing;"];
    migrate::migrate(&mut db, &path, &broken, &backups).unwrap_err();
    assert_eq!(db.query_row("pragma user_version", [], |r| r.get::<_, i64>(0)).unwrap(), 2);
    assert!(db.prepare("select x from note").is_err(), "a failed step leaves nothing");
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let error = Desk::open(&file.path().join("desk"), Arc::new(SystemClock)).err().expect("refused");
    assert!(matches!(error, Error::DatabaseReadOnly { .. }), "{error}");
}
