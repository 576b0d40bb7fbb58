//! The container of an .xlsx before it is parsed: is it a workbook, is it locked, would it blow up.

use super::sniff::unreadable;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use zhuanban_core::error::FileProblem;
use zhuanban_core::{Error, Result};
use zip::ZipArchive;
use zip::result::ZipError;

/// A workbook may inflate to this much and no more.
const LARGEST: u64 = 2 << 30;
/// Beyond this size, a ratio above [`RATIO`] is a bomb: real ledgers stay below 60.
const SUSPICIOUS: u64 = 100 << 20;
const RATIO: u64 = 200;
const MOST_PARTS: usize = 20_000;

pub(super) type Archive = ZipArchive<BufReader<File>>;

pub(super) fn archive(path: &Path) -> Result<Archive> {
    let file = File::open(path).map_err(|e| unreadable(path, &e))?;
    ZipArchive::new(BufReader::new(file)).map_err(|e| corrupt(path, &e))
}

pub(super) fn corrupt(path: &Path, error: &ZipError) -> Error {
    Error::file(path, FileProblem::Corrupt, error)
}

/// Refuses what is no workbook, is encrypted, or declares more than it should; what it inflates to is measured while it is scanned.
pub(super) fn check(path: &Path) -> Result<()> {
    let mut archive = archive(path)?;
    if archive.len() > MOST_PARTS {
        return Err(Error::file(path, FileProblem::Bomb, format!("{} parts", archive.len())));
    }
    let (mut inflated, mut packed, mut workbook, mut binary) = (0_u64, 0_u64, false, false);
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at).map_err(|e| corrupt(path, &e))?;
        if part.encrypted() {
            return Err(Error::file(path, FileProblem::Password, "encrypted archive"));
        }
        inflated = inflated.saturating_add(part.size());
        packed = packed.saturating_add(part.compressed_size());
        let name = part.name().map_err(|e| corrupt(path, &e))?.replace('\\', "/").to_ascii_lowercase();
        workbook |= name.ends_with("workbook.xml");
        binary |= name.ends_with("workbook.bin");
    }
    if inflated > LARGEST || inflated > SUSPICIOUS && inflated / packed.max(1) > RATIO {
        return Err(Error::file(path, FileProblem::Bomb, format!("{packed} bytes would become {inflated}")));
    }
    if !workbook {
        let detail = if binary { "a binary workbook; save it as .xlsx" } else { "no workbook in the archive" };
        return Err(Error::file(path, FileProblem::WrongKind, detail));
    }
    Ok(())
}
