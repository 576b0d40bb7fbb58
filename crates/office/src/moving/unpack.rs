//! Reading a package: what it holds, whether it is whole, and putting it into this desk.

use super::{ATTACHMENTS, CONTENTS, Contents, DATABASE, FORM, PackedFile, digest, parts};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use ts_rs::TS;
use zhuanban_core::api::unchanged;
use zhuanban_core::error::{FileProblem, Result};
use zhuanban_core::job::{Job, Phase};
use zhuanban_core::safety::clear::PACKING;
use zhuanban_core::safety::{TableCount, points, restore as core};
use zhuanban_core::{Caller, Desk, Done, Error};
use zip::ZipArchive;
use zip::result::ZipError;

/// Which package to look into.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct OpenPackage {
    /// The package, or one of its parts with the others beside it.
    pub file: String,
    #[serde(default)]
    pub password: String,
    #[serde(default)]
    pub job: String,
}

/// A package, looked through to the last byte, beside what this desk holds.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Package {
    pub contents: Contents,
    /// Files that are missing or whose bytes are not those that were packed.
    pub broken: Vec<String>,
    /// SHA-256 of the whole, to compare with the sheet.
    pub sha256: String,
    /// What this desk holds now; empty on a new computer.
    pub here: Vec<TableCount>,
}

/// Puts a package in the place of what this desk holds.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct RestorePackage {
    pub file: String,
    #[serde(default)]
    pub password: String,
    #[serde(default)]
    pub job: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RestoredPackage {
    pub counts: Vec<TableCount>,
    pub attachments: i64,
    /// Whether every table holds as many records as the package says.
    pub complete: bool,
    /// The restore point of what stood here before.
    pub before: Option<String>,
}

pub fn open(desk: &Desk, caller: &Caller, input: OpenPackage) -> Result<Done<Package>> {
    let job = desk.jobs.begin(&input.job);
    let outcome = look(desk, caller, &input, &job);
    desk.jobs.end(&input.job);
    Ok(unchanged(outcome?))
}

fn look(desk: &Desk, caller: &Caller, input: &OpenPackage, job: &Job) -> Result<Package> {
    let path = PathBuf::from(&input.file);
    let mut whole = whole(&path)?;
    let unreadable = |e: std::io::Error| Error::file(&path, FileProblem::Unreadable, e);
    let (sha256, _) = digest(&mut whole.file, |_| Ok(())).map_err(unreadable)?;
    whole.file.seek(SeekFrom::Start(0)).map_err(unreadable)?;
    let mut zip = archive(&path, whole)?;
    let contents = contents(&path, &mut zip, &input.password)?;
    job.phase(Phase::Reading, contents.files.len() as u64);
    let mut broken = vec![];
    for (at, file) in contents.files.iter().enumerate() {
        job.at(at as u64)?;
        if !is_whole(&mut zip, file, &input.password, |_| Ok(())) {
            broken.push(file.name.clone());
        }
    }
    let here = desk.read(caller, |r| points::counts(r.db()))?;
    Ok(Package { contents, broken, sha256, here })
}

/// What stands here becomes a restore point first. A package that is not whole is refused and nothing is written.
pub fn restore(desk: &Desk, _: &Caller, input: RestorePackage) -> Result<Done<RestoredPackage>> {
    let job = desk.jobs.begin(&input.job);
    let outcome = put_in(desk, &input, &job);
    desk.jobs.end(&input.job);
    outcome
}

fn put_in(desk: &Desk, input: &RestorePackage, job: &Job) -> Result<Done<RestoredPackage>> {
    let path = PathBuf::from(&input.file);
    let mut zip = archive(&path, whole(&path)?)?;
    let contents = contents(&path, &mut zip, &input.password)?;
    job.phase(Phase::Reading, contents.files.len() as u64);
    let unwritable = |e: &dyn std::fmt::Display| Error::file(desk.folder(), FileProblem::Unwritable, e);
    let scratch = tempfile::Builder::new().prefix(PACKING).tempdir_in(desk.folder()).map_err(|e| unwritable(&e))?;
    let mut broken = vec![];
    for (at, file) in contents.files.iter().enumerate() {
        job.at(at as u64)?;
        let place = scratch.path().join(at.to_string());
        let mut to = File::create(&place).map_err(|e| unwritable(&e))?;
        if !is_whole(&mut zip, file, &input.password, |bytes| to.write_all(bytes)) {
            broken.push(file.name.clone());
        }
    }
    let database = contents.files.iter().position(|f| f.name == DATABASE);
    let Some(database) = database.filter(|_| broken.is_empty()) else {
        let missing = if broken.is_empty() { DATABASE.into() } else { broken.join(", ") };
        return Err(Error::PackageIncomplete { missing });
    };
    job.phase(Phase::Writing, 0);
    // Attachments first: they are named by their hash and disturb nothing, and a desk never points at what is not there.
    let mut attachments = 0;
    for (at, file) in contents.files.iter().enumerate().filter(|(_, f)| f.name != DATABASE) {
        let to = attachment_place(desk, file)?;
        if let Some(folder) = to.parent() {
            std::fs::create_dir_all(folder).map_err(|e| unwritable(&e))?;
        }
        std::fs::rename(scratch.path().join(at.to_string()), &to).map_err(|e| unwritable(&e))?;
        attachments += 1;
    }
    let done = core::bring_in(desk, &scratch.path().join(database.to_string()), core::Origin::Elsewhere)?;
    let value = RestoredPackage {
        complete: done.value.counts == contents.counts,
        counts: done.value.counts,
        attachments,
        before: done.value.before,
    };
    Ok(Done { value, changed: done.changed, txn: None })
}

/// Only `attachments/ab/abcd…`, so that no package writes anywhere else.
fn attachment_place(desk: &Desk, file: &PackedFile) -> Result<PathBuf> {
    let parts: Vec<&str> = file.name.split('/').collect();
    let hex = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_hexdigit());
    match parts[..] {
        [ATTACHMENTS, shelf, name] if hex(shelf) && hex(name) => {
            Ok(desk.folder().join(ATTACHMENTS).join(shelf).join(name))
        }
        _ => Err(Error::PackageIncomplete { missing: file.name.clone() }),
    }
}

/// The package as one file, its parts joined.
struct Whole {
    file: File,
    /// A part that may be missing at the end.
    next: Option<PathBuf>,
}

fn whole(path: &Path) -> Result<Whole> {
    let unreadable = |(path, e): (PathBuf, std::io::Error)| match e.kind() {
        std::io::ErrorKind::NotFound => Error::file(&path, FileProblem::Missing, e),
        _ => Error::file(&path, FileProblem::Unreadable, e),
    };
    let here = |e| unreadable((path.to_path_buf(), e));
    let mut joined = tempfile::tempfile().map_err(here)?;
    Ok(match parts::join(path, &mut joined).map_err(unreadable)? {
        Some(parts::Joined { next }) => Whole { file: joined, next },
        None => Whole { file: File::open(path).map_err(here)?, next: None },
    })
}

fn archive(path: &Path, whole: Whole) -> Result<ZipArchive<File>> {
    // The list of a package stands at its end, so one whose last part is missing cannot be opened.
    ZipArchive::new(whole.file).map_err(|e| match &whole.next {
        Some(next) => Error::file(next, FileProblem::Missing, e),
        None => Error::file(path, FileProblem::NoPackage, e),
    })
}

fn contents(path: &Path, zip: &mut ZipArchive<File>, password: &str) -> Result<Contents> {
    let at = zip.index_for_name(CONTENTS).ok_or_else(|| Error::file(path, FileProblem::NoPackage, CONTENTS))?;
    let part = zip.by_index_decrypt(at, password.as_bytes()).map_err(|e| match e {
        ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            Error::file(path, FileProblem::WrongPassword, e)
        }
        other => Error::file(path, FileProblem::NoPackage, other),
    })?;
    let contents: Contents = serde_json::from_reader(part).map_err(|e| Error::file(path, FileProblem::NoPackage, e))?;
    if contents.form > FORM {
        let (path, found, known) = (path.into(), i64::from(contents.form), i64::from(FORM));
        return Err(Error::DatabaseTooNew { path, found, known });
    }
    Ok(contents)
}

/// Reads a file of the package to its end and compares; `see` gets its bytes.
fn is_whole(
    zip: &mut ZipArchive<File>,
    file: &PackedFile,
    password: &str,
    see: impl FnMut(&[u8]) -> std::io::Result<()>,
) -> bool {
    let Some(at) = zip.index_for_name(&file.name) else { return false };
    let Ok(part) = zip.by_index_decrypt(at, password.as_bytes()) else { return false };
    digest(part, see).is_ok_and(|(sha256, size)| sha256 == file.sha256 && size == file.size)
}
