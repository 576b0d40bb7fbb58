//! What came back: its hash, its bytes among the attachments, and what is wrong with its lines.

use crate::attachment::keep;
use crate::desk::Desk;
use crate::error::{Error, FieldFault, FileProblem, Result};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::Read;
use std::path::Path;
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

/// Keeps the bytes of a file that was read, under the hash they had then.
///
/// # Errors
/// `Stale` where the file has changed since: what would be kept is not what was looked at.
pub fn keep(desk: &Desk, path: &Path, was: &str) -> Result<()> {
    if hash(path)?.0 != was {
        return Err(Error::Stale);
    }
    let kept = keep::keep(desk.folder(), &mut keep::open(path)?, path, &desk.fresh_name())?;
    if kept.hash == was { Ok(()) } else { Err(Error::Stale) }
}
