//! The bytes: one file a content, `attachments/<first two of the hash>/<hash>`, written whole or not at all.

use crate::error::{Error, FileProblem, Result};
use base64::Engine;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// The largest file that may be attached: 100 MB.
pub const MOST: u64 = 100 << 20;

/// Bytes that lie in the desk's folder.
#[derive(Debug)]
pub struct Kept {
    pub hash: String,
    pub size: u64,
    /// The first bytes, to tell what it is.
    pub head: Vec<u8>,
}

/// Where the bytes of a hash lie, whether or not they are there.
#[must_use]
pub fn place(folder: &Path, hash: &str) -> PathBuf {
    folder.join("attachments").join(hash.get(..2).unwrap_or_default()).join(hash)
}

/// The folder outside the desk in which a paper of this hash is opened by the system's programs.
#[must_use]
pub fn opened(temp: &Path, hash: &str) -> PathBuf {
    temp.join("zhuanban").join(hash.get(..16).unwrap_or(hash))
}

/// Keeps what `from` gives. `name` is for the words of a refusal, `own` a name nothing else has.
pub fn keep(folder: &Path, from: &mut dyn Read, name: &Path, own: &str) -> Result<Kept> {
    keep_if(folder, from, name, own, |_| true)
}

/// Keeps a file that was read before under this hash.
///
/// # Errors
/// `File` with `Changed` where it holds something else by now; nothing is kept then.
pub fn keep_known(folder: &Path, path: &Path, hash: &str, own: &str) -> Result<Kept> {
    keep_if(folder, &mut open(path)?, path, own, |kept| kept.hash == hash)
}

fn keep_if(
    folder: &Path,
    from: &mut dyn Read,
    name: &Path,
    own: &str,
    wanted: impl FnOnce(&Kept) -> bool,
) -> Result<Kept> {
    let store = folder.join("attachments");
    let failed = |e: io::Error| failure(&store, &e);
    fs::create_dir_all(&store).map_err(failed)?;
    let half = store.join(format!("{own}.part"));
    let kept = write(from, &half, name).and_then(|kept| {
        if kept.size == 0 {
            return Err(Error::file(name, FileProblem::Empty, ""));
        }
        if !wanted(&kept) {
            return Err(Error::file(name, FileProblem::Changed, kept.hash));
        }
        let at = place(folder, &kept.hash);
        if fs::metadata(&at).is_ok_and(|m| m.len() == kept.size) {
            return Ok(kept);
        }
        fs::create_dir_all(at.parent().unwrap_or(&store)).map_err(failed)?;
        fs::rename(&half, &at).map_err(failed)?;
        Ok(kept)
    });
    // Nothing half-written stays; after the renaming there is nothing to remove.
    let _ = fs::remove_file(&half);
    kept
}

/// SHA-256 and size of a file that lies somewhere.
pub fn look(path: &Path) -> Result<Kept> {
    copy(&mut open(path)?, path, &mut |_| Ok(()))
}

fn write(from: &mut dyn Read, to: &Path, name: &Path) -> Result<Kept> {
    let mut file = File::create(to).map_err(|e| failure(to, &e))?;
    let kept = copy(from, name, &mut |part| file.write_all(part).map_err(|e| failure(to, &e)))?;
    file.sync_all().map_err(|e| failure(to, &e))?;
    Ok(kept)
}

fn copy(from: &mut dyn Read, name: &Path, to: &mut dyn FnMut(&[u8]) -> Result<()>) -> Result<Kept> {
    let (mut hash, mut size, mut head) = (Sha256::new(), 0_u64, vec![]);
    let mut buffer = vec![0; 1 << 16];
    loop {
        let read = from.read(&mut buffer).map_err(|e| Error::file(name, FileProblem::Unreadable, e))?;
        let part = &buffer[..read];
        if read == 0 {
            break;
        }
        size += read as u64;
        if size > MOST {
            return Err(Error::file(name, FileProblem::TooLargeToAttach, size));
        }
        if head.is_empty() {
            head.extend_from_slice(&part[..read.min(32)]);
        }
        hash.update(part);
        to(part)?;
    }
    let hash = hash.finalize().iter().fold(String::with_capacity(64), |text, byte| format!("{text}{byte:02x}"));
    Ok(Kept { hash, size, head })
}

/// Opens a file somebody named.
pub fn open(path: &Path) -> Result<File> {
    let file = File::open(path).map_err(|e| match e.kind() {
        io::ErrorKind::NotFound => Error::file(path, FileProblem::Missing, e),
        _ => Error::file(path, FileProblem::Unreadable, e),
    })?;
    let meta = file.metadata().map_err(|e| Error::file(path, FileProblem::Unreadable, e))?;
    if !meta.is_file() {
        return Err(Error::file(path, FileProblem::Unreadable, "not a file"));
    }
    if meta.len() > MOST { Err(Error::file(path, FileProblem::TooLargeToAttach, meta.len())) } else { Ok(file) }
}

/// Copies the bytes of a hash to `to`; says so where they are not on this computer.
pub fn copy_out(folder: &Path, hash: &str, name: &str, to: &Path) -> Result<()> {
    let at = place(folder, hash);
    if !at.is_file() {
        return Err(Error::file(Path::new(name), FileProblem::Missing, at.display()));
    }
    fs::copy(&at, to).map_err(|e| failure(to, &e))?;
    Ok(())
}

/// The bytes of a hash as base64.
pub fn base64(folder: &Path, hash: &str, name: &str) -> Result<String> {
    let bytes = fs::read(place(folder, hash)).map_err(|e| Error::file(Path::new(name), FileProblem::Missing, e))?;
    Ok(base64::engine::general_purpose::STANDARD.encode(bytes))
}

/// Bytes that came as base64, from the clipboard.
pub fn decoded(text: &str, name: &Path) -> Result<Vec<u8>> {
    let decoded = base64::engine::general_purpose::STANDARD.decode(text);
    decoded.map_err(|e| Error::file(name, FileProblem::Corrupt, e))
}

fn failure(path: &Path, error: &io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::StorageFull => Error::DiskFull { path: path.into() },
        _ => Error::file(path, FileProblem::Unwritable, error),
    }
}
