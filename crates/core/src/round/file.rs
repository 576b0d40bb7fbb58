//! The bytes of what came back: kept once, under their hash, beside the desk's database.

use crate::desk::Desk;
use crate::error::{Error, FieldFault, FileProblem, Result};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::Read;
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// A fault of one line of a returned file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RowFault {
    /// 1-based; 0 where it is not about a line.
    pub row: u32,
    /// `K12`; empty where it is not about a cell.
    pub cell: String,
    /// The project's name as the file gives it.
    pub name: String,
    pub fault: FieldFault,
}

/// Where the bytes of this hash lie.
#[must_use]
pub fn place(folder: &Path, hash: &str) -> PathBuf {
    folder.join("attachments").join(hash.get(..2).unwrap_or("00")).join(hash)
}

/// SHA-256 of a file in hexadecimal, and its size.
pub fn hash(path: &Path) -> Result<(String, i64)> {
    let unreadable = |e: std::io::Error| {
        let missing = e.kind() == std::io::ErrorKind::NotFound;
        Error::file(path, if missing { FileProblem::Missing } else { FileProblem::Unreadable }, e)
    };
    let mut from = std::fs::File::open(path).map_err(unreadable)?;
    let (mut sha, mut piece, mut size) = (Sha256::new(), vec![0; 1 << 16], 0_i64);
    loop {
        let read = from.read(&mut piece).map_err(unreadable)?;
        if read == 0 {
            return Ok((hex(&sha.finalize()), size));
        }
        sha.update(&piece[..read]);
        size += i64::try_from(read).unwrap_or(0);
    }
}

/// SHA-256 of a text in hexadecimal.
#[must_use]
pub fn text_hash(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        // Writing to a text cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// Copies a file to its place, unless these bytes are kept already.
pub fn keep(desk: &Desk, path: &Path, hash: &str) -> Result<()> {
    let to = place(desk.folder(), hash);
    if to.exists() {
        return Ok(());
    }
    let unwritable = |e: std::io::Error| Error::file(&to, FileProblem::Unwritable, e);
    std::fs::create_dir_all(to.parent().unwrap_or(desk.folder())).map_err(unwritable)?;
    let draft = to.with_extension("part");
    std::fs::copy(path, &draft).map_err(unwritable)?;
    std::fs::rename(&draft, &to).map_err(unwritable)
}
