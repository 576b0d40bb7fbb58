//! The desk: one data folder, one writer, a few readers, one clock. Everything outside goes through it.

use crate::error::{Error, Result};
use crate::id::{OfficeId, PersonId, TxnId};
use crate::job::Jobs;
use crate::store::write::{Finished, Pen};
use crate::store::{Reader, Writer, open};
use crate::time::Clock;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use std::any::{Any, TypeId};
use std::cell::OnceCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

const READERS: usize = 4;
/// A stamp further ahead than this never drags ours along (`sync.md`, promise 2).
const FAR_AHEAD_MS: i64 = 24 * 3600 * 1000;

/// Who acts. `None` is the desk's own person.
#[derive(Clone, Copy, Debug, Default)]
pub struct Caller {
    pub person: Option<PersonId>,
}

/// What a write answers: its value, the tables it changed, and the action to undo, if anything changed.
#[derive(Debug)]
pub struct Done<T> {
    pub value: T,
    pub changed: Vec<String>,
    pub txn: Option<TxnId>,
}

/// An open desk. Shared between threads behind an `Arc`.
pub struct Desk {
    folder: PathBuf,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    clock: Arc<dyn Clock>,
    pub jobs: Jobs,
    shelf: Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>,
    backup: Option<PathBuf>,
}

impl Desk {
    /// Opens the desk in a data folder, creating it where there is none.
    ///
    /// # Errors
    /// A database that is newer, damaged, foreign, locked or not writable is refused and left untouched.
    pub fn open(folder: &Path, clock: Arc<dyn Clock>) -> Result<Self> {
        let (writer, backup) = open::writer(&folder.join("zhuanban.db"), &folder.join("backups"))?;
        own_device(&writer)?;
        tidy(&writer)?;
        Ok(Self {
            folder: folder.into(),
            writer: Mutex::new(writer),
            readers: Mutex::new(vec![]),
            clock,
            jobs: Jobs::default(),
            shelf: Mutex::default(),
            backup,
        })
    }

    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.folder.join("zhuanban.db")
    }

    /// Where restore points lie.
    #[must_use]
    pub fn backups(&self) -> PathBuf {
        self.folder.join("backups")
    }

    /// The copy that was made before this start brought the file to a new version.
    #[must_use]
    pub fn backup_made(&self) -> Option<&Path> {
        self.backup.as_deref()
    }

    #[must_use]
    pub fn now_ms(&self) -> i64 {
        self.clock.now_ms()
    }

    /// A name that nothing else has, e.g. for a file that is open.
    #[must_use]
    pub fn fresh_name(&self) -> String {
        Uuid::now_v7().to_string()
    }

    /// What another crate keeps with the desk while it is open, e.g. files that were read for a preview.
    pub fn shelf<T: Any + Send + Sync + Default>(&self) -> Arc<T> {
        let mut shelf = lock(&self.shelf);
        let kept = shelf.entry(TypeId::of::<T>()).or_insert_with(|| Arc::new(T::default()));
        kept.clone().downcast().expect("kept under its own type")
    }

    /// Runs `job` on one consistent snapshot.
    pub fn read<T>(&self, caller: &Caller, job: impl FnOnce(&Reader) -> Result<T>) -> Result<T> {
        let pooled = lock(&self.readers).pop();
        let mut db = match pooled {
            Some(db) => db,
            None => open::reader(&self.path())?,
        };
        let answer = self.read_with(&mut db, caller, job);
        let mut readers = lock(&self.readers);
        if readers.len() < READERS {
            readers.push(db);
        }
        answer
    }

    fn read_with<T>(&self, db: &mut Connection, caller: &Caller, job: impl FnOnce(&Reader) -> Result<T>) -> Result<T> {
        let tx = db.transaction()?;
        let (office, person) = identity(&tx)?;
        let reader = Reader {
            db: &tx,
            now_ms: self.now_ms(),
            office,
            person: caller.person.or(person),
            calendars: OnceCell::new(),
            templates: OnceCell::new(),
            answering: OnceCell::new(),
        };
        job(&reader)
    }

    /// Runs `job` in one transaction; on error nothing has happened.
    ///
    /// `label` is the command's name: it names the change in history and in the undo message.
    pub fn write<T>(
        &self,
        label: &'static str,
        caller: &Caller,
        job: impl FnOnce(&mut Writer) -> Result<T>,
    ) -> Result<Done<T>> {
        let mut db = lock(&self.writer);
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (office, person) = identity(&tx)?;
        let now_ms = self.now_ms();
        let person = caller.person.or(person);
        let (ms, counter) = stamp(&tx, now_ms)?;
        if let Some(ms) = local(&tx, "moved_away_ms")? {
            return Err(Error::MovedAway { ms: ms.parse().unwrap_or_default() });
        }
        let who = person.map_or(Uuid::nil(), |p| p.0);
        let pen = Pen { label, person: who, device: own_device(&tx)?, epoch: epoch(&tx)?, ms, counter };
        let reader = Reader {
            db: &tx,
            now_ms,
            office,
            person,
            calendars: OnceCell::new(),
            templates: OnceCell::new(),
            answering: OnceCell::new(),
        };
        let mut writer = Writer::begin(reader, pen)?;
        let value = job(&mut writer)?;
        let Finished { tables, txn, last } = writer.finish()?;
        if txn.is_some() {
            set_local(&tx, "stamp", &format!("{} {}", last.0, last.1))?;
        }
        tx.commit()?;
        Ok(Done { value, changed: tables, txn })
    }

    /// Changes a setting of this computer.
    pub fn set_local(&self, key: &str, value: &str) -> Result<()> {
        set_local(&lock(&self.writer), key, value)
    }

    /// The person of this name, made if there is none: `--as NAME` (`rules.md` 8).
    pub fn caller_named(&self, name: &str) -> Result<Caller> {
        let name = name.trim();
        let found = self.read(&Caller::default(), |r| crate::people::query::named(r, name))?;
        let person = match found {
            Some(person) => person,
            None => {
                self.write("person_save", &Caller::default(), |w| crate::people::edit::person_named(w, name))?.value
            }
        };
        Ok(Caller { person: Some(person) })
    }

    /// Copies the desk to `backups/zhuanban-NAME.db` while it stays open.
    pub fn back_up(&self, name: &str) -> Result<PathBuf> {
        let db = open::reader(&self.path())?;
        crate::store::migrate::back_up(&db, &self.backups(), name)
    }

    /// Puts the content of `source` in place of this desk's, in one transaction of SQLite's backup; the settings named
    /// in `stays` are kept. A new epoch begins; with `new_device` this computer is a device of its own from here on.
    pub(crate) fn replace(&self, source: &Connection, stays: &[&str], new_device: bool) -> Result<()> {
        let mut db = lock(&self.writer);
        // Readers that are in the pool look at the new content when they are next used; files that were read for a
        // preview belong to the old one.
        lock(&self.shelf).clear();
        let kept: Vec<(&str, String)> = stays
            .iter()
            .filter_map(|key| Some((*key, local(&db, key).transpose()?)))
            .map(|(k, v)| Ok((k, v?)))
            .collect::<Result<_>>()?;
        let last_epoch = epoch(&db)?.max(epoch(source)?);
        let stamps = [local(&db, "stamp")?, local(source, "stamp")?];
        rusqlite::backup::Backup::new(source, &mut db)?.run_to_completion(1000, std::time::Duration::ZERO, None)?;
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Whether this computer's desk was moved away, and when it was last backed up, is no matter of what is brought in.
        tx.execute("delete from local where key in ('moved_away_ms', 'last_backup_ms')", [])?;
        for (key, value) in kept {
            set_local(&tx, key, &value)?;
        }
        if new_device {
            set_local(&tx, "device", &Uuid::now_v7().hyphenated().to_string())?;
        }
        set_local(&tx, "epoch", &(last_epoch + 1).to_string())?;
        if let Some(last) = stamps.into_iter().flatten().max_by_key(|s| stamp_parts(s)) {
            set_local(&tx, "stamp", &last)?;
        }
        tx.commit()?;
        tidy(&db)
    }

    /// Lets the changes from here on belong to an epoch later than `known` (`rules.md` 3).
    pub(crate) fn begin_epoch_after(&self, known: i64) -> Result<()> {
        let db = lock(&self.writer);
        set_local(&db, "epoch", &(epoch(&db)?.max(known) + 1).to_string())
    }

    /// Forgets a setting of this computer.
    pub fn forget_local(&self, key: &str) -> Result<()> {
        lock(&self.writer).execute("delete from local where key = ?", [key])?;
        Ok(())
    }
}

/// Brings what is kept beside the records (grid lines, the search index) to what they say.
fn tidy(db: &Connection) -> Result<()> {
    crate::project::line::tidy(db)?;
    crate::search::tidy(db)
}

/// A poisoned lock only says that some thread panicked; SQLite has rolled its transaction back.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn set_local(db: &Connection, key: &str, value: &str) -> Result<()> {
    db.prepare_cached(
        "insert into local (key, value) values (?, ?) on conflict (key) do update set value = excluded.value",
    )?
    .execute(params![key, value])?;
    Ok(())
}

fn local(db: &Connection, key: &str) -> Result<Option<String>> {
    Ok(db.prepare_cached("select value from local where key = ?")?.query_row([key], |r| r.get(0)).optional()?)
}

fn own_device(db: &Connection) -> Result<Uuid> {
    if let Some(known) = local(db, "device")? {
        return Uuid::try_parse(&known).map_err(|e| Error::Internal(e.to_string()));
    }
    let device = Uuid::now_v7();
    set_local(db, "device", &device.hyphenated().to_string())?;
    Ok(device)
}

/// Whose desk this is, set at the first run.
fn identity(db: &Connection) -> Result<(Option<OfficeId>, Option<PersonId>)> {
    let id = |key: &str| -> Result<Option<Uuid>> {
        local(db, key)?.map(|t| Uuid::try_parse(&t).map_err(|e| Error::Internal(e.to_string()))).transpose()
    };
    Ok((id("office")?.map(OfficeId), id("person")?.map(PersonId)))
}

/// Which life of this desk's file this is: it grows when content is put in its place (`rules.md` 3).
pub(crate) fn epoch(db: &Connection) -> Result<i64> {
    Ok(local(db, "epoch")?.and_then(|t| t.parse().ok()).unwrap_or(1))
}

fn stamp_parts(text: &str) -> (i64, i64) {
    let (ms, counter) = text.split_once(' ').unwrap_or(("0", "0"));
    (ms.parse().unwrap_or(0), counter.parse().unwrap_or(0))
}

/// The next stamp: never behind our last one, unless that one was dragged far ahead by a wrong clock.
fn stamp(db: &Connection, now_ms: i64) -> Result<(i64, i64)> {
    let (ms, counter) = stamp_parts(&local(db, "stamp")?.unwrap_or_default());
    if ms >= now_ms && ms - now_ms <= FAR_AHEAD_MS { Ok((ms, counter + 1)) } else { Ok((now_ms, 0)) }
}
