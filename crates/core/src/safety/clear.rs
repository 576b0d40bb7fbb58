//! 清除本机数据: everything of an own desk leaves this computer, and what lay here is told for a certificate (practice 4.8.5).
//!
//! Each file is overwritten once and deleted. On a solid-state disk the old cells may outlive that; the certificate says so.

use super::TableCount;
use crate::error::{Error, FileProblem, Result};
use serde::{Deserialize, Serialize};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// What a desk keeps beside its database, in the order it goes: the database itself is last, so that a desk whose clearing
/// was broken off is still there to be cleared again.
const FOLDERS: [&str; 4] = ["sample", "attachments", "backups", "damaged"];
const FILES: [&str; 3] = ["zhuanban.db-wal", "zhuanban.db-shm", "zhuanban.db"];
/// Copies that a restore leaves when it is broken off begin with this.
const SCRATCH: &str = ".restoring-";

/// The office's name, typed again: clearing cannot be undone.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ClearInput {
    pub office: String,
}

/// What lies, or lay, on this computer: the facts of the certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Cleared {
    pub office: String,
    pub person: Option<String>,
    /// When it was told, milliseconds UTC; on a certificate, when it was cleared.
    pub ms: i64,
    /// The data folder.
    pub folder: String,
    pub files: i64,
    /// Bytes.
    pub size: i64,
    pub counts: Vec<TableCount>,
    /// SHA-256 of the last change, by which the desk that went on elsewhere is known to be this one.
    pub last_change: Option<String>,
    pub moved_away_ms: Option<i64>,
    pub copied_off_ms: Option<i64>,
    /// Actions since the last copy that left this computer; all of them where none did.
    pub since: i64,
}

/// Every file of a desk, the database last; of a folder that is not there none.
///
/// # Errors
/// A folder that cannot be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = vec![];
    for name in FOLDERS {
        walk(&folder.join(name), &mut found)?;
    }
    let own = |name: &str| name.starts_with(SCRATCH);
    found.extend(listing(folder)?.into_iter().filter(|p| p.file_name().is_some_and(|n| own(&n.to_string_lossy()))));
    found.extend(FILES.iter().map(|name| folder.join(name)).filter(|path| path.is_file()));
    Ok(found)
}

/// Overwrites and deletes them, then the folders that are empty.
///
/// # Errors
/// The first file that cannot be written or deleted; the database is still there then.
pub(crate) fn wipe(folder: &Path, files: &[PathBuf]) -> Result<()> {
    for path in files {
        overwrite(path)
            .and_then(|()| std::fs::remove_file(path))
            .map_err(|e| Error::file(path, FileProblem::Unwritable, e))?;
    }
    for name in FOLDERS {
        let path = folder.join(name);
        if path.exists() {
            std::fs::remove_dir_all(&path).map_err(|e| Error::file(&path, FileProblem::Unwritable, e))?;
        }
    }
    Ok(())
}

fn overwrite(path: &Path) -> std::io::Result<()> {
    let mut file = std::fs::OpenOptions::new().write(true).open(path)?;
    let (mut left, blank) = (file.metadata()?.len(), vec![0; 1 << 16]);
    file.seek(SeekFrom::Start(0))?;
    while left > 0 {
        let part = usize::try_from(left).unwrap_or(blank.len()).min(blank.len());
        file.write_all(&blank[..part])?;
        left -= part as u64;
    }
    file.sync_all()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    for path in listing(folder)? {
        // What a link points at is not ours.
        if path.is_dir() && !path.is_symlink() {
            walk(&path, found)?;
        } else if path.is_file() && !path.is_symlink() {
            found.push(path);
        }
    }
    Ok(())
}

fn listing(folder: &Path) -> Result<Vec<PathBuf>> {
    match std::fs::read_dir(folder) {
        Ok(entries) => {
            let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
            paths.sort();
            Ok(paths)
        }
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(vec![]),
        Err(e) => Err(Error::file(folder, FileProblem::Unreadable, e)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_database_goes_last_and_strangers_stay() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["attachments/ab", "backups", "notes"] {
            std::fs::create_dir_all(at(name)).unwrap();
        }
        let ours = ["attachments/ab/abcd", "backups/zhuanban-kept-1.db", ".restoring-1.db", "zhuanban.db"];
        for name in ours.iter().chain(&["台账.xlsx", "notes/记.txt"]) {
            std::fs::write(at(name), vec![7; 70_000]).unwrap();
        }
        let found = files(folder.path()).unwrap();
        assert_eq!(found, ours.map(at));
        wipe(folder.path(), &found).unwrap();
        let left: Vec<_> = listing(folder.path()).unwrap();
        assert_eq!(left, [at("notes"), at("台账.xlsx")]);
    }

    #[test]
    fn every_byte_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x");
        std::fs::write(&path, vec![7; 200_001]).unwrap();
        overwrite(&path).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), vec![0; 200_001]);
    }
}
