//! Writing a package.

use super::{ATTACHMENTS, CONTENTS, Contents, DATABASE, FORM, PackedFile, digest, parts};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use ts_rs::TS;
use zhuanban_core::api::Nothing;
use zhuanban_core::error::{FileProblem, Result};
use zhuanban_core::job::{Job, Phase};
use zhuanban_core::safety::clear::PACKING;
use zhuanban_core::safety::{TableCount, points};
use zhuanban_core::settings::query::DeskInfo;
use zhuanban_core::store::{migrate, open};
use zhuanban_core::{Caller, Desk, Done, Error};
use zip::write::FileOptions;
use zip::{AesMode, CompressionMethod, ZipWriter};

/// Where a package goes and how.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct PackageInput {
    /// Path of the file; with parts, `.001`, `.002` … are added.
    pub file: String,
    /// Empty: not encrypted.
    #[serde(default)]
    pub password: String,
    /// Largest part in MiB; absent: one file.
    #[serde(default)]
    pub part_mib: Option<u32>,
    /// This desk moves away: from here on it can only be read here, unless the package cannot be written.
    #[serde(default)]
    pub moving: bool,
    #[serde(default)]
    pub job: String,
}

/// What was written, for the sheet that goes with it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Packaged {
    pub files: Vec<String>,
    /// Bytes of the whole.
    pub size: i64,
    /// SHA-256 of the whole (of all parts joined).
    pub sha256: String,
    pub office: String,
    pub ms: i64,
    pub counts: Vec<TableCount>,
    pub attachments: i64,
    pub encrypted: bool,
    /// It lies elsewhere than the desk: on another volume or a share.
    pub off: bool,
}

const MOVED_AWAY: &str = "moved_away_ms";
const COPIED_OFF: &str = "copied_off_ms";

/// Writes the desk as it stands, complete or not at all.
pub fn save(desk: &Desk, caller: &Caller, input: PackageInput) -> Result<Done<Packaged>> {
    let path = PathBuf::from(&input.file);
    let before = desk.read(caller, |r| r.local(MOVED_AWAY))?;
    // What is typed while the package is written would be in none of the two desks: it is refused from here on.
    if input.moving {
        desk.set_local(MOVED_AWAY, &desk.now_ms().to_string())?;
    }
    let job = desk.jobs.begin(&input.job);
    let outcome = write(desk, caller, &input, &path, &job);
    desk.jobs.end(&input.job);
    if outcome.is_err() && input.moving {
        match before {
            Some(ms) => desk.set_local(MOVED_AWAY, &ms)?,
            None => desk.forget_local(MOVED_AWAY)?,
        }
    }
    let packaged = outcome?;
    if packaged.off {
        desk.set_local(COPIED_OFF, &desk.now_ms().to_string())?;
    }
    Ok(Done { value: packaged, changed: vec!["local".into()], txn: None })
}

/// The last package has been carried off this computer, says the person who did it.
pub fn carried_off(desk: &Desk, _: &Caller, _: Nothing) -> Result<Done<Nothing>> {
    desk.set_local(COPIED_OFF, &desk.now_ms().to_string())?;
    Ok(Done { value: Nothing {}, changed: vec!["local".into()], txn: None })
}

/// Whether a file surely lies elsewhere than the desk's folder: on a stick, a disc or a share. Where that cannot be
/// told, the person is asked.
#[cfg(unix)]
fn lies_elsewhere(file: &Path, desk: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let volume = |path: &Path| std::fs::metadata(path).map(|about| about.dev()).ok();
    // What is written for a download lies in a place of the program's own.
    !file.starts_with(std::env::temp_dir()) && volume(file).zip(volume(desk)).is_some_and(|(a, b)| a != b)
}

/// Two drive letters are often one disk, so only a share is believed.
#[cfg(not(unix))]
fn lies_elsewhere(file: &Path, _: &Path) -> bool {
    use std::path::{Component, Prefix};
    let Some(Component::Prefix(prefix)) = file.components().next() else { return false };
    matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
}

fn write(desk: &Desk, caller: &Caller, input: &PackageInput, path: &Path, job: &Job) -> Result<Packaged> {
    let unwritable = |e: &dyn std::fmt::Display| Error::file(path, FileProblem::Unwritable, e);
    let folder = path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let scratch = tempfile::Builder::new().prefix(PACKING).tempdir_in(desk.folder()).map_err(|e| unwritable(&e))?;
    let copy = migrate::back_up(&open::reader(&desk.path())?, scratch.path(), "package")?;
    let info: DeskInfo = desk.read(caller, zhuanban_core::settings::query::desk)?;
    let counts = points::counts(&open::reader(&copy)?)?;

    let mut sources = vec![(DATABASE.to_string(), copy)];
    sources.extend(attachments(desk)?);
    job.phase(Phase::Writing, sources.len() as u64);
    let mut draft = tempfile::NamedTempFile::new_in(folder).map_err(|e| unwritable(&e))?;
    let mut zip = ZipWriter::new(draft.as_file_mut());
    let mut files = vec![];
    for (at, (name, source)) in sources.iter().enumerate() {
        job.at(at as u64)?;
        files.push(put(&mut zip, name, source, &input.password).map_err(|e| unwritable(&e))?);
    }
    let contents = Contents {
        form: FORM,
        version: info.version,
        office: info.office.map(|o| o.name).unwrap_or_default(),
        person: info.person.map(|p| p.name).unwrap_or_default(),
        ms: desk.now_ms(),
        counts,
        files,
    };
    let list = serde_json::to_vec_pretty(&contents).map_err(|e| Error::Internal(e.to_string()))?;
    zip.start_file(CONTENTS, options(CompressionMethod::Deflated, &input.password)).map_err(|e| unwritable(&e))?;
    zip.write_all(&list).map_err(|e| unwritable(&e))?;
    zip.finish().map_err(|e| unwritable(&e))?;

    job.phase(Phase::Finishing, 0);
    draft.as_file_mut().seek(SeekFrom::Start(0)).map_err(|e| unwritable(&e))?;
    let (sha256, size) = digest(draft.as_file_mut(), |_| Ok(())).map_err(|e| unwritable(&e))?;
    let written = match input.part_mib {
        Some(mib) => {
            let size = u64::from(mib.max(1)) << 20;
            parts::cut(draft.as_file_mut(), path, size).map_err(|e| unwritable(&e))?
        }
        None => {
            draft.persist(path).map_err(|e| unwritable(&e.error))?;
            vec![path.to_path_buf()]
        }
    };
    Ok(Packaged {
        off: written.iter().all(|file| lies_elsewhere(file, desk.folder())),
        files: written.iter().map(|p| p.to_string_lossy().into_owned()).collect(),
        size,
        sha256,
        attachments: i64::try_from(contents.files.len()).unwrap_or(i64::MAX) - 1,
        office: contents.office,
        ms: contents.ms,
        counts: contents.counts,
        encrypted: !input.password.is_empty(),
    })
}

/// Every file below the desk's attachments, with its name in the package.
fn attachments(desk: &Desk) -> Result<Vec<(String, PathBuf)>> {
    let mut out = vec![];
    let top = desk.folder().join(ATTACHMENTS);
    for folder in listing(&top)? {
        let shelf = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for file in listing(&folder)? {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            out.push((format!("{ATTACHMENTS}/{shelf}/{name}"), file));
        }
    }
    out.sort();
    Ok(out)
}

fn listing(folder: &Path) -> Result<Vec<PathBuf>> {
    let unreadable = |e: std::io::Error| Error::file(folder, FileProblem::Unreadable, e);
    match std::fs::read_dir(folder) {
        Ok(entries) => entries.map(|e| e.map(|e| e.path()).map_err(unreadable)).collect(),
        Err(e) if matches!(e.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory) => Ok(vec![]),
        Err(e) => Err(unreadable(e)),
    }
}

fn put(
    zip: &mut ZipWriter<&mut File>,
    name: &str,
    source: &Path,
    password: &str,
) -> std::result::Result<PackedFile, zip::result::ZipError> {
    // Pictures and scans are packed already.
    let method = if name == DATABASE { CompressionMethod::Deflated } else { CompressionMethod::Stored };
    zip.start_file(name, options(method, password))?;
    let (sha256, size) = digest(File::open(source)?, |bytes| zip.write_all(bytes))?;
    Ok(PackedFile { name: name.into(), size, sha256 })
}

fn options(method: CompressionMethod, password: &str) -> FileOptions<'_, 'static, ()> {
    let plain = FileOptions::default().compression_method(method).large_file(true);
    if password.is_empty() { plain } else { plain.with_aes_encryption(AesMode::Aes256, password) }
}
