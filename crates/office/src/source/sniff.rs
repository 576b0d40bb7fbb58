//! What a file is, by its first bytes; what cannot be a ledger is refused here, before anything is parsed.

use super::{FileKind, zipped};
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;
use zhuanban_core::error::FileProblem;
use zhuanban_core::{Error, Result};

/// Larger files are no ledgers; reading them would only block the desk.
const LARGEST: u64 = 512 << 20;
const LARGEST_COMPOUND: u64 = 128 << 20;

/// How much of a text file is looked at.
const HEAD: usize = 64 << 10;

pub(super) fn kind(path: &Path) -> Result<FileKind> {
    let (head, size) = head(path)?;
    if size == 0 {
        return Err(Error::file(path, FileProblem::Empty, "0 bytes"));
    }
    if size > LARGEST {
        return Err(Error::file(path, FileProblem::TooLarge, format!("{size} bytes")));
    }
    if head.starts_with(b"PK\x03\x04") {
        return zipped::check(path).map(|()| FileKind::Xlsx);
    }
    if head.starts_with(b"PK\x05\x06") {
        return Err(Error::file(path, FileProblem::Empty, "an archive without files"));
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return compound(path, size);
    }
    text(path, &head).map(|()| FileKind::Csv)
}

fn head(path: &Path) -> Result<(Vec<u8>, u64)> {
    let read = || {
        let file = File::open(path)?;
        let size = file.metadata()?;
        if size.is_dir() {
            return Err(std::io::Error::from(ErrorKind::IsADirectory));
        }
        let mut head = Vec::new();
        file.take(HEAD as u64).read_to_end(&mut head)?;
        Ok((head, size.len()))
    };
    read().map_err(|e: std::io::Error| unreadable(path, &e))
}

pub(super) fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    let problem = if error.kind() == ErrorKind::NotFound { FileProblem::Missing } else { FileProblem::Unreadable };
    Error::file(path, problem, error)
}

/// A compound file is an old .xls, or an encrypted .xlsx, or no workbook at all; its directory tells by names in UTF-16.
fn compound(path: &Path, size: u64) -> Result<FileKind> {
    if size > LARGEST_COMPOUND {
        return Err(Error::file(path, FileProblem::TooLarge, format!("{size} bytes")));
    }
    let bytes = std::fs::read(path).map_err(|e| unreadable(path, &e))?;
    let names = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(&bytes, &wide).is_some()
    };
    if names("EncryptedPackage") {
        return Err(Error::file(path, FileProblem::Password, "encrypted workbook"));
    }
    if names("Workbook\0") || names("Book\0") {
        return Ok(FileKind::Xls);
    }
    let problem = if names("WordDocument") || names("PowerPoint Document") {
        FileProblem::WrongKind
    } else {
        FileProblem::Corrupt
    };
    Err(Error::file(path, problem, "no workbook in the compound file"))
}

fn text(path: &Path, head: &[u8]) -> Result<()> {
    let refuse = |detail: &str| Err(Error::file(path, FileProblem::WrongKind, detail));
    let start: Vec<u8> = head
        .iter()
        .copied()
        .skip_while(|b| b.is_ascii_whitespace() || [0xEF, 0xBB, 0xBF].contains(b))
        .take(64)
        .collect();
    let starts = |mark: &str| start.len() >= mark.len() && start[..mark.len()].eq_ignore_ascii_case(mark.as_bytes());
    if ["<html", "<!doctype", "<table", "<head", "<meta", "<style", "<div", "MIME-Version"]
        .iter()
        .any(|mark| starts(mark))
    {
        return refuse("a web page saved under another name; save it as .xlsx in Excel or WPS");
    }
    if starts("<?xml") || starts("<") {
        return refuse("XML; save it as .xlsx in Excel or WPS");
    }
    let wide = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    if starts("%PDF")
        || starts("Rar!")
        || starts("7z\u{bc}")
        || head.starts_with(b"\x89PNG")
        || !wide && head.contains(&0)
    {
        return refuse("not a table");
    }
    Ok(())
}
