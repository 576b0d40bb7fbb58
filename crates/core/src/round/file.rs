//! What is known of a file that came back, and handing it out again. The bytes lie with the attachments, under their hash.

use super::RoundFile;
use crate::api::One;
use crate::attachment::query::{AttachedPicture, CopiedOut, copied, pictured};
use crate::desk::{Caller, Desk, Done};
use crate::error::{FieldFault, Result};
use crate::id::RoundFileId;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::path::PathBuf;
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

/// SHA-256 of a text in hexadecimal.
#[must_use]
pub fn text_hash(text: &str) -> String {
    let hash = Sha256::digest(text.as_bytes());
    hash.iter().fold(String::with_capacity(64), |text, byte| format!("{text}{byte:02x}"))
}

/// A photo that a unit sent, for the page, as base64.
///
/// # Errors
/// `File` with `WrongKind` for what no page can show, with `Missing` where the bytes are not on this computer.
pub fn picture(desk: &Desk, caller: &Caller, one: One<RoundFileId>) -> Result<Done<AttachedPicture>> {
    let found: RoundFile = desk.read(caller, |r| r.get(one.id))?;
    pictured(desk, &found.name, &found.hash, found.media, found.size)
}

/// Where to write a copy; without a place, one that the system's programs can open, under its own name.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CopyFile {
    pub id: RoundFileId,
    #[serde(default)]
    pub path: Option<PathBuf>,
}

/// The file as it came.
pub fn copy_out(desk: &Desk, caller: &Caller, input: CopyFile) -> Result<Done<CopiedOut>> {
    let found: RoundFile = desk.read(caller, |r| r.get(input.id))?;
    copied(desk, &found.name, &found.hash, input.path)
}
