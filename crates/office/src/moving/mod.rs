//! A desk as one package: the copy that leaves the computer, and the move to another one (practice 4.8).
//!
//! A package is a .zip with the database, every attachment, and a list of what must be in it with the SHA-256 of each
//! file. With a password its files are encrypted by AES-256 (WinZip AE-2), so that 7-Zip opens them too. For mailboxes
//! with a limit it is cut into parts `.001`, `.002` …, which are read again by naming the first.

mod pack;
mod parts;
mod unpack;

pub use pack::{PackageInput, Packaged, carried_off, save};
pub use unpack::{OpenPackage, Package, RestorePackage, RestoredPackage, open, restore};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io::Read;
use ts_rs::TS;
use zhuanban_core::safety::TableCount;

const DATABASE: &str = "zhuanban.db";
const CONTENTS: &str = "contents.json";
const ATTACHMENTS: &str = "attachments";
/// The form of a package; a newer one is refused.
const FORM: u32 = 1;

/// What a package says it holds.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Contents {
    pub form: u32,
    /// The program that wrote it.
    pub version: String,
    pub office: String,
    pub person: String,
    /// When it was made, milliseconds UTC.
    pub ms: i64,
    pub counts: Vec<TableCount>,
    pub files: Vec<PackedFile>,
}

/// One file of a package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PackedFile {
    /// Path inside the package, with `/`.
    pub name: String,
    /// Bytes.
    pub size: i64,
    /// Lower-case hexadecimal.
    pub sha256: String,
}

/// The SHA-256 of everything that can be read, and how many bytes that were.
pub(crate) fn digest(
    mut from: impl Read,
    mut see: impl FnMut(&[u8]) -> std::io::Result<()>,
) -> std::io::Result<(String, i64)> {
    let (mut hash, mut buffer, mut size) = (Sha256::new(), vec![0; 1 << 20], 0);
    loop {
        let got = from.read(&mut buffer)?;
        if got == 0 {
            let hex = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
            return Ok((hex, size));
        }
        hash.update(&buffer[..got]);
        see(&buffer[..got])?;
        size += i64::try_from(got).expect("a buffer is small");
    }
}
