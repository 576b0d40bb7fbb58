//! Delimited text: comma, tab or semicolon; UTF-8 with or without a mark, GB18030, UTF-16.
//!
//! Quotes, delimiters and line ends never occur inside a GB18030 character, so fields are split as bytes and decoded one by one.

use super::sniff::unreadable;
use super::{Cell, MOST_COLUMNS, MOST_ROWS, Row, Rows, Sheet, Sheets};
use csv::{ByteRecord, ReaderBuilder};
use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;
use std::cell::Cell as Bytes;
use std::fs::File;
use std::io::{BufReader, Cursor, Read};
use std::path::Path;
use std::rc::Rc;
use zhuanban_core::error::FileProblem;
use zhuanban_core::{Error, Result};

/// How much of the file the encoding and the delimiter are told from.
const HEAD: usize = 256 << 10;

/// Longest record. Excel's longest row of text is far below; a quote that is never closed would take in the rest of the file.
const LONGEST_RECORD: u64 = 16 << 20;

/// A source that ends with an error where one record will not end.
struct Bounded<R> {
    source: R,
    /// Bytes read since the last record was whole.
    since: Rc<Bytes<u64>>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if self.since.get() > LONGEST_RECORD {
            return Err(std::io::Error::other("a record without end: a quote is not closed"));
        }
        let count = self.source.read(into)?;
        self.since.set(self.since.get() + count as u64);
        Ok(count)
    }
}

pub(super) fn open(path: &Path, sheets: &mut dyn Sheets) -> Result<()> {
    let mut file = File::open(path).map_err(|e| unreadable(path, &e))?;
    let mut head = Vec::new();
    file.by_ref().take(HEAD as u64).read_to_end(&mut head).map_err(|e| unreadable(path, &e))?;
    let (encoding, mark) = encoding(&head);
    let source: Box<dyn Read> = if encoding == UTF_16LE || encoding == UTF_16BE {
        file.read_to_end(&mut head).map_err(|e| unreadable(path, &e))?;
        let text = encoding.decode(&head).0.into_owned();
        head = text.as_bytes()[..text.len().min(HEAD)].to_vec();
        Box::new(Cursor::new(text.into_bytes()))
    } else {
        head.drain(..mark);
        Box::new(Cursor::new(head.clone()).chain(BufReader::new(file)))
    };
    let decoded = if encoding == GB18030 { GB18030 } else { UTF_8 };
    let mut reader = ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true).delimiter(delimiter(&head));
    let since = Rc::new(Bytes::new(0));
    let reader = reader.from_reader(Bounded { source, since: since.clone() });
    // A text file has no sheets; its own name stands for the sender's sheet nowhere, so none is given.
    let sheet = Sheet::default();
    if sheets.wants(&sheet) {
        sheets.sheet(
            &sheet,
            &mut Lines { path, reader, since, encoding: decoded, record: ByteRecord::new(), number: 0 },
        )?;
    }
    Ok(())
}

/// The encoding, and how long its mark is. What is not valid UTF-8 is GB18030, as Excel and WPS write it here.
fn encoding(head: &[u8]) -> (&'static Encoding, usize) {
    if let Some((encoding, mark)) = Encoding::for_bom(head) {
        return (encoding, mark);
    }
    let valid = match std::str::from_utf8(head) {
        Ok(_) => true,
        // The head may end inside a character.
        Err(e) => e.error_len().is_none() && e.valid_up_to() + 4 > head.len(),
    };
    (if valid { UTF_8 } else { GB18030 }, 0)
}

/// The delimiter that occurs most outside quotes.
fn delimiter(head: &[u8]) -> u8 {
    let mut quoted = false;
    let mut counts = [(b',', 0), (b'\t', 0), (b';', 0)];
    for &byte in head {
        quoted ^= byte == b'"';
        if let Some((_, count)) = counts.iter_mut().find(|(mark, _)| *mark == byte && !quoted) {
            *count += 1;
        }
    }
    // On equal counts the comma, which stands first, wins.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(mark, _)| *mark)
}

struct Lines<'p, R> {
    path: &'p Path,
    reader: csv::Reader<R>,
    since: Rc<Bytes<u64>>,
    encoding: &'static Encoding,
    record: ByteRecord,
    number: u32,
}

impl<'a, R: Read> Rows<'a> for Lines<'_, R> {
    fn next(&mut self, row: &mut Row<'a>) -> Result<bool> {
        let before = self.reader.position().line();
        let more = self
            .reader
            .read_byte_record(&mut self.record)
            .map_err(|e| Error::file(self.path, FileProblem::Corrupt, e))?;
        self.since.set(0);
        if !more {
            return Ok(false);
        }
        // The reader passes over empty lines, which are rows in a spreadsheet; lines inside quotes are not.
        let inside = self.record.as_slice().iter().filter(|&&b| b == b'\n').count() as u64;
        let lines = self.reader.position().line().saturating_sub(before + inside).max(1);
        self.number = self.number.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        if self.number > MOST_ROWS || self.record.len() > MOST_COLUMNS {
            return Err(Error::file(
                self.path,
                FileProblem::TooLarge,
                format!("row {}, {} columns", self.number, self.record.len()),
            ));
        }
        row.start(self.number);
        for (column, field) in self.record.iter().enumerate().filter(|(_, field)| !field.is_empty()) {
            row.put(column, Cell::Text(Cow::Owned(self.decode(field))));
        }
        Ok(true)
    }
}

impl<R> Lines<'_, R> {
    fn decode(&self, field: &[u8]) -> String {
        match std::str::from_utf8(field) {
            Ok(text) if self.encoding == UTF_8 || text.is_ascii() => text.to_string(),
            // A field in another encoding than the rest was pasted in; GB18030 is the only other one here.
            _ => GB18030.decode_without_bom_handling(field).0.into_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_from_the_bytes() {
        let (gb, ..) = GB18030.encode("序号,项目名称");
        assert_eq!(encoding(&gb).0, GB18030);
        assert_eq!(encoding("序号,项目名称".as_bytes()).0, UTF_8);
        assert_eq!(encoding("\u{feff}序号".as_bytes()), (UTF_8, 3));
        assert_eq!(encoding(&"序号".as_bytes()[..4]).0, UTF_8);
    }

    #[test]
    fn delimiters_are_told_outside_quotes() {
        assert_eq!(delimiter(b"a,b\n\"1;2;3;4\",x"), b',');
        assert_eq!(delimiter("序号\t名称\n1\t甲,乙".as_bytes()), b'\t');
        assert_eq!(delimiter(b"one"), b',');
    }
}
