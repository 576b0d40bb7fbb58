//! 清除本机数据: everything of an own desk leaves this computer, and what lay here is told for a certificate (practice 4.8.5).
//!
//! Each file is overwritten once and deleted. On a solid-state disk the old cells may outlive that; the certificate says so.

use super::rescue::FILES as DATABASE;
use super::{TableCount, points};
use crate::attachment::keep;
use crate::desk::{Caller, Desk};
use crate::error::{Error, FileProblem, Result};
use crate::sample::SampleOffice;
use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// Copies that a restore or a package leaves beside the desk when it is broken off begin with these.
const SCRATCH: [&str; 2] = [".restoring-", PACKING];
/// How the folder begins in which a package is put together or taken apart.
pub const PACKING: &str = ".packing-";
/// A second name for the newest pages while the database is closed: closing would delete them without overwriting.
const NEWEST: &str = ".restoring-newest";

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
    /// Actions since the last copy or move that left this computer; all of them where nothing did.
    pub since: i64,
}

impl Cleared {
    /// What is known of a desk and its files, as of now.
    ///
    /// # Errors
    /// A desk without an office.
    pub(crate) fn of(desk: &Desk, files: &[PathBuf]) -> Result<Self> {
        let size: u64 = files.iter().filter_map(|path| Some(path.metadata().ok()?.len())).sum();
        desk.read(&Caller::default(), |r| {
            let about = crate::settings::query::desk(r)?;
            let hash = "select lower(hex(hash)) from changeset order by id desc limit 1";
            let off = about.moved_away_ms.max(about.copied_off_ms).unwrap_or(0);
            Ok(Self {
                office: about.office.ok_or(Error::NotStarted)?.name,
                person: about.person.map(|person| person.name),
                ms: r.now_ms(),
                folder: about.folder,
                files: i64::try_from(files.len()).unwrap_or(i64::MAX),
                size: i64::try_from(size).unwrap_or(i64::MAX),
                counts: points::counts(r.db())?,
                last_change: r.db().prepare(hash)?.query_row([], |row| row.get(0)).optional()?,
                moved_away_ms: about.moved_away_ms,
                copied_off_ms: about.copied_off_ms,
                since: r.number("select count(*) from action where ms > ?", [off])?,
            })
        })
    }
}

/// Every file the program put into a desk's folder, the database last; of a folder that is not there none. What somebody
/// else put there, and what lies behind a link, is not ours.
///
/// # Errors
/// A folder that cannot be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = vec![];
    for (name, path) in inside(&folder.join("attachments"))? {
        if name.len() == 2 && hexadecimal(&name) {
            found.extend(of(&path, is_hash)?);
        }
    }
    found.extend(of(&folder.join("attachments"), |name| name.ends_with(".part"))?);
    found.extend(of(&folder.join("backups"), |name| {
        let name = name.strip_suffix("-wal").or_else(|| name.strip_suffix("-shm")).unwrap_or(name);
        super::read_file_name(name).is_some()
    })?);
    for (name, path) in inside(&folder.join("damaged"))? {
        if name.bytes().all(|b| b.is_ascii_digit()) {
            found.extend(of(&path, |name| DATABASE.contains(&name))?);
        }
    }
    for (name, path) in inside(&folder.join("sample"))? {
        if SampleOffice::find(&name).is_some() {
            found.extend(files(&path)?);
        }
    }
    for (name, path) in inside(folder)? {
        if SCRATCH.iter().any(|start| name.starts_with(start)) {
            found.extend(of(&path, |_| true)?);
        }
    }
    found.extend(of(folder, |name| SCRATCH.iter().any(|start| name.starts_with(start)))?);
    // The main one at the end: a desk whose clearing was broken off is still there to be cleared again.
    found.extend(DATABASE.iter().rev().map(|name| folder.join(name)).filter(|path| is_own_file(path)));
    Ok(found)
}

/// Copies of a desk's attachments that were opened: they lie outside of it, by the beginning of their hash
/// ([`keep::opened`]). `files` are the desk's.
///
/// # Errors
/// A folder that cannot be read.
pub fn opened(temp: &Path, files: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let names = files.iter().filter_map(|path| path.file_name()?.to_str());
    let folders: BTreeSet<PathBuf> = names.filter(|name| is_hash(name)).map(|hash| keep::opened(temp, hash)).collect();
    let mut found = vec![];
    for folder in folders {
        found.extend(of(&folder, |_| true)?);
    }
    Ok(found)
}

/// Gives the newest pages a second name, where the disk can; those who close the database do not delete them then.
pub(crate) fn keep_newest(folder: &Path) {
    drop(std::fs::hard_link(folder.join("zhuanban.db-wal"), folder.join(NEWEST)));
}

/// Overwrites and deletes them, then the folders of ours that are empty. Every one is opened before the first is touched,
/// so that one which is in use leaves everything where it was.
///
/// # Errors
/// The first file that cannot be written or deleted.
pub(crate) fn wipe(files: &[PathBuf]) -> Result<()> {
    let unwritable = |path: &PathBuf| {
        let path = path.clone();
        move |e: std::io::Error| Error::file(&path, FileProblem::Unwritable, e)
    };
    for path in files {
        File::options().write(true).open(path).map_err(unwritable(path))?;
    }
    for path in files {
        overwrite(path).and_then(|()| std::fs::remove_file(path)).map_err(unwritable(path))?;
    }
    for path in files {
        // A folder with something in it stays; so does the desk's own, which has its new database soon.
        let above = path.ancestors().skip(1).take(3);
        let _ = above.map_while(|folder| std::fs::remove_dir(folder).ok()).count();
    }
    Ok(())
}

fn overwrite(path: &Path) -> std::io::Result<()> {
    let mut file = File::options().write(true).open(path)?;
    let (mut left, blank) = (file.metadata()?.len(), vec![0; 1 << 16]);
    while left > 0 {
        let part = usize::try_from(left).unwrap_or(blank.len()).min(blank.len());
        file.write_all(&blank[..part])?;
        left -= part as u64;
    }
    file.sync_all()
}

fn hexadecimal(name: &str) -> bool {
    name.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

fn is_hash(name: &str) -> bool {
    name.len() == 64 && hexadecimal(name)
}

fn is_own_file(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok_and(|about| about.is_file())
}

/// The files right in a folder whose names fit.
fn of(folder: &Path, fits: impl Fn(&str) -> bool) -> Result<Vec<PathBuf>> {
    let all = inside(folder)?.into_iter();
    Ok(all.filter(|(name, path)| fits(name) && is_own_file(path)).map(|(_, path)| path).collect())
}

/// What lies in a folder by name; nothing in one that is a file, a link or not there.
fn inside(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    if !std::fs::symlink_metadata(folder).is_ok_and(|about| about.is_dir()) {
        return Ok(vec![]);
    }
    let entries = std::fs::read_dir(folder).map_err(|e| Error::file(folder, FileProblem::Unreadable, e))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    let named = |path: PathBuf| Some((path.file_name()?.to_str()?.to_string(), path));
    Ok(paths.into_iter().filter_map(named).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_database_goes_last_and_strangers_stay() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let hash = "ab".repeat(32);
        let kept = format!("attachments/ab/{hash}");
        let ours = [
            &*kept,
            "attachments/1.part",
            "backups/zhuanban-kept-1.db",
            "damaged/1648440000000/zhuanban.db",
            "sample/daqing/zhuanban.db",
            ".packing-x/zhuanban-package.db",
            ".restoring-1.db",
            "zhuanban.db",
        ];
        let others =
            ["台账.xlsx", "backups/换机导出.zip", "attachments/合同.pdf", "damaged/记录/zhuanban.db", "sample/x.txt"];
        for name in ours.iter().chain(&others) {
            std::fs::create_dir_all(at(name).parent().unwrap()).unwrap();
            std::fs::write(at(name), vec![7; 70_000]).unwrap();
        }
        let found = files(folder.path()).unwrap();
        assert_eq!(found, ours.map(at));
        wipe(&found).unwrap();
        assert_eq!(files(folder.path()).unwrap(), Vec::<PathBuf>::new());
        for other in others {
            assert_eq!(std::fs::read(at(other)).unwrap(), vec![7; 70_000], "{other}");
        }
        for gone in ["attachments/ab", "sample/daqing", ".packing-x"] {
            assert!(!at(gone).exists(), "{gone}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_lies_behind_a_link_stays() {
        let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let far = elsewhere.path().join("zhuanban-kept-1.db");
        std::fs::write(&far, "x").unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("backups")).unwrap();
        assert_eq!(files(folder.path()).unwrap(), Vec::<PathBuf>::new());
    }

    #[test]
    fn a_file_that_cannot_be_written_leaves_the_others() {
        let folder = tempfile::tempdir().unwrap();
        let (good, gone) = (folder.path().join("a"), folder.path().join("b"));
        std::fs::write(&good, "x").unwrap();
        assert!(wipe(&[good.clone(), gone]).is_err());
        assert_eq!(std::fs::read(&good).unwrap(), b"x");
    }

    #[test]
    fn every_byte_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x");
        std::fs::write(&path, vec![7; 200_001]).unwrap();
        overwrite(&path).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), vec![0; 200_001]);
    }

    #[test]
    fn copies_of_opened_papers_go_too() {
        let temp = tempfile::tempdir().unwrap();
        let copies = ["0123456789abcdef", "fedcba9876543210"]
            .map(|hash| temp.path().join("zhuanban").join(hash).join("合同.pdf"));
        for copy in &copies {
            std::fs::create_dir_all(copy.parent().unwrap()).unwrap();
            std::fs::write(copy, "x").unwrap();
        }
        let kept = PathBuf::from("attachments/01").join("0123456789abcdef".repeat(4));
        assert_eq!(opened(temp.path(), &[kept]).unwrap(), copies[..1], "another desk's stay");
    }
}
