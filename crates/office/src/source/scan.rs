//! A quick look over the raw XML of the sheets for what the cell stream does not tell: hidden rows, merged regions, formulas never calculated.
//!
//! It runs beside the loading of the shared strings, and measures on the way what every part truly inflates to.

use super::Merge;
use super::zipped::{Archive, archive, corrupt};
use memchr::{memchr, memmem};
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;
use zhuanban_core::error::FileProblem;
use zhuanban_core::{Error, Result};
use zip::read::ZipFile;
use zip::result::ZipError;

/// What was seen in one sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    pub merges: Vec<Merge>,
    /// 1-based, ascending.
    pub hidden: Vec<u32>,
    /// 1-based row and 0-based column, in file order.
    pub uncalculated: Vec<(u32, u32)>,
    pub rows: u32,
}

/// Looks at every sheet, in the order of the workbook.
pub(super) fn sheets(path: &Path) -> Result<Vec<Seen>> {
    let mut archive = archive(path)?;
    if let Some(mut part) = Part::open(path, &mut archive, "xl/sharedStrings.xml")? {
        while part.fill()? {
            part.from = part.window.len();
        }
    }
    targets(path, &mut archive)?.iter().map(|target| sheet(path, &mut archive, &in_archive(target))).collect()
}

/// Where the sheets are kept, in the order of the workbook.
fn targets(path: &Path, archive: &mut Archive) -> Result<Vec<String>> {
    let mut relations = HashMap::new();
    if let Some(mut part) = Part::open(path, archive, "xl/_rels/workbook.xml.rels")? {
        while let Some(tag) = part.tag()? {
            if tag.name() == b"Relationship" {
                relations.insert(
                    tag.attribute(b"Id").to_vec(),
                    String::from_utf8_lossy(tag.attribute(b"Target")).into_owned(),
                );
            }
        }
    }
    let mut order = Vec::new();
    if let Some(mut part) = Part::open(path, archive, "xl/workbook.xml")? {
        while let Some(tag) = part.tag()? {
            if tag.name() == b"sheet" {
                order.push(relations.get(tag.attribute(b"r:id")).cloned().unwrap_or_default());
            }
        }
    }
    Ok(order)
}

fn in_archive(target: &str) -> String {
    match target.strip_prefix('/') {
        Some(rooted) => rooted.to_string(),
        None => format!("xl/{}", target.trim_start_matches("./")),
    }
}

/// Goes through a sheet in windows that end with a row, looking only for the few tags wanted: most of a sheet is cells without any.
fn sheet(path: &Path, archive: &mut Archive, name: &str) -> Result<Seen> {
    let mut seen = Seen::default();
    let Some(mut part) = Part::open(path, archive, name)? else { return Ok(seen) };
    let mut marks: Option<Marks> = None;
    loop {
        let more = part.fill()?;
        let marks = marks.get_or_insert_with(|| Marks::of(&part.window));
        let end = if more {
            memmem::rfind(&part.window, &marks.row_end).map_or(0, |at| at + marks.row_end.len())
        } else {
            part.window.len()
        };
        marks.look(&part.window[..end], &mut seen);
        part.from = end;
        if !more {
            return Ok(seen);
        }
    }
}

/// The tags looked for, with the prefix of this sheet's namespace.
struct Marks {
    row: Vec<u8>,
    row_end: Vec<u8>,
    cell: Vec<u8>,
    cell_end: Vec<u8>,
    formula: Vec<u8>,
    value: Vec<u8>,
    merge: Vec<u8>,
}

impl Marks {
    fn of(head: &[u8]) -> Self {
        let root = memmem::find(head, b"worksheet").unwrap_or(0);
        let open = memchr::memrchr(b'<', &head[..root]).map_or(root, |at| at + 1);
        let prefix = &head[open..root];
        let tag = |open: &str, name: &str| [open.as_bytes(), prefix, name.as_bytes()].concat();
        Self {
            row: tag("<", "row"),
            row_end: tag("</", "row>"),
            cell: tag("<", "c "),
            cell_end: tag("</", "c>"),
            formula: tag("<", "f"),
            value: tag("<", "v"),
            merge: tag("<", "mergeCell "),
        }
    }

    fn look(&self, window: &[u8], seen: &mut Seen) {
        for at in memmem::find_iter(window, &self.row) {
            let Some(tag) = Tag::at(window, at) else { continue };
            // rowBreaks begins alike.
            if tag.name() == b"row" {
                seen.rows = parse(tag.attribute(b"r")).unwrap_or(seen.rows.saturating_add(1));
                if matches!(tag.attribute(b"hidden"), b"1" | b"true") {
                    seen.hidden.push(seen.rows);
                }
            }
        }
        let formulas = memmem::find_iter(window, &self.formula).filter_map(|at| self.uncalculated(window, at));
        seen.uncalculated.extend(formulas);
        seen.merges.extend(
            memmem::find_iter(window, &self.merge).filter_map(|at| merge(Tag::at(window, at)?.attribute(b"ref"))),
        );
    }

    /// The cell of a formula that has no value.
    fn uncalculated(&self, window: &[u8], at: usize) -> Option<(u32, u32)> {
        if Tag::at(window, at)?.name() != b"f" {
            return None;
        }
        let cell = Tag::at(window, memmem::rfind(&window[..at], &self.cell)?)?;
        let rest = &window[at..at + memmem::find(&window[at..], &self.cell_end)?];
        let value = memmem::find(rest, &self.value).and_then(|v| Some(&rest[v + memchr(b'>', &rest[v..])? + 1..]));
        // A text formula with an empty result has a value: nothing.
        if value.is_some_and(|text| !text.is_empty() && text[0] != b'<') || cell.attribute(b"t") == b"str" {
            return None;
        }
        let (row, column) = reference(cell.attribute(b"r"))?;
        Some((row + 1, column))
    }
}

fn parse(digits: &[u8]) -> Option<u32> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// `B12` as 0-based row and column.
fn reference(text: &[u8]) -> Option<(u32, u32)> {
    let letters = text.iter().take_while(|b| b.is_ascii_alphabetic()).count();
    if letters == 0 || letters > 3 {
        return None;
    }
    let column = text[..letters].iter().fold(0, |n, b| n * 26 + u32::from(b.to_ascii_uppercase() - b'A' + 1));
    Some((parse(&text[letters..])?.checked_sub(1)?, column - 1))
}

fn merge(text: &[u8]) -> Option<Merge> {
    let colon = memchr(b':', text)?;
    let ((top, left), (bottom, right)) = (reference(&text[..colon])?, reference(&text[colon + 1..])?);
    (top <= bottom && left <= right).then_some(Merge { top, left, bottom, right })
}

/// One tag: `row r="3" hidden="1"` without its angle brackets.
struct Tag<'b> {
    bytes: &'b [u8],
}

impl<'b> Tag<'b> {
    /// The tag whose angle bracket opens at `at`.
    fn at(window: &'b [u8], at: usize) -> Option<Self> {
        let rest = &window[at + 1..];
        Some(Self { bytes: &rest[..memchr(b'>', rest)?] })
    }

    /// The element's name without a namespace prefix.
    fn name(&self) -> &'b [u8] {
        let end = self
            .bytes
            .iter()
            .position(|b| matches!(b, b' ' | b'\n' | b'\t' | b'\r' | b'/'))
            .unwrap_or(self.bytes.len());
        let name = &self.bytes[..end];
        memchr(b':', name).map_or(name, |at| &name[at + 1..])
    }

    fn attribute(&self, name: &[u8]) -> &'b [u8] {
        let mut rest = self.bytes;
        while let Some(at) = memchr(b'=', rest) {
            let key = rest[..at].trim_ascii_end();
            let key = &key[key.iter().rposition(u8::is_ascii_whitespace).map_or(0, |p| p + 1)..];
            let Some(&quote) = rest.get(at + 1) else { break };
            let Some(end) = memchr(quote, &rest[(at + 2).min(rest.len())..]) else { break };
            let value = &rest[at + 2..at + 2 + end];
            if key == name {
                return value;
            }
            rest = &rest[at + 2 + end + 1..];
        }
        b""
    }
}

/// One part being inflated, a window of it in memory.
struct Part<'p> {
    path: &'p Path,
    source: ZipFile<'p, BufReader<File>>,
    window: Vec<u8>,
    from: usize,
    read: u64,
}

/// A tag longer than this is no sheet of ours.
const WINDOW: usize = 256 << 10;

impl<'p> Part<'p> {
    /// `None` where the archive has no such part.
    fn open(path: &'p Path, archive: &'p mut Archive, name: &str) -> Result<Option<Self>> {
        match archive.by_name(name) {
            Ok(source) => Ok(Some(Self { path, source, window: Vec::with_capacity(WINDOW), from: 0, read: 0 })),
            Err(ZipError::FileNotFound) => Ok(None),
            Err(e) => Err(corrupt(path, &e)),
        }
    }

    /// Moves the window on; false at the end. More than the part declares is a bomb.
    fn fill(&mut self) -> Result<bool> {
        self.window.drain(..self.from);
        self.from = 0;
        let had = self.window.len();
        self.window.resize(had + WINDOW, 0);
        let got =
            self.source.read(&mut self.window[had..]).map_err(|e| Error::file(self.path, FileProblem::Corrupt, e))?;
        self.window.truncate(had + got);
        self.read += got as u64;
        if self.read > self.source.size() || had > 256 * WINDOW {
            return Err(Error::file(self.path, FileProblem::Bomb, "a part is larger than it says"));
        }
        Ok(got > 0)
    }

    fn tag(&mut self) -> Result<Option<Tag<'_>>> {
        loop {
            let rest = &self.window[self.from..];
            let span = memchr(b'<', rest).and_then(|open| Some((open + 1, memchr(b'>', &rest[open..])? + open)));
            if let Some((open, close)) = span {
                let (begin, end) = (self.from + open, self.from + close);
                self.from = end + 1;
                return Ok(Some(Tag { bytes: &self.window[begin..end] }));
            }
            // Text between tags need not be kept.
            self.from += memchr(b'<', rest).unwrap_or(rest.len());
            if !self.fill()? {
                return Ok(None);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefixed_sheet_is_seen() {
        let sheet = br#"<x:worksheet><x:sheetData><x:row r="7" hidden="1"><x:c r="B7"><x:f>A1</x:f><x:v></x:v></x:c>
            <x:c r="C7"><x:f>A1</x:f><x:v>3</x:v></x:c><x:c r="D7" t="str"><x:f>A1</x:f><x:v></x:v></x:c><x:c r="E7"><x:f/></x:c></x:row></x:sheetData>
            <x:mergeCells><x:mergeCell ref="A1:B2"/></x:mergeCells><x:rowBreaks r="9"/></x:worksheet>"#;
        let mut seen = Seen::default();
        Marks::of(sheet).look(sheet, &mut seen);
        assert_eq!((seen.rows, seen.hidden, seen.uncalculated), (7, vec![7], vec![(7, 1), (7, 4)]));
        assert_eq!(seen.merges, [Merge { top: 0, left: 0, bottom: 1, right: 1 }]);
    }

    #[test]
    fn tags_give_names_and_attributes() {
        let tag = Tag { bytes: b"x:row r=\"12\" spans='1:3' hidden = \"1\"/" };
        assert_eq!(tag.name(), b"row");
        assert_eq!(
            (tag.attribute(b"r"), tag.attribute(b"spans"), tag.attribute(b"no")),
            (&b"12"[..], &b"1:3"[..], &b""[..])
        );
        assert_eq!(Tag { bytes: b"v/" }.name(), b"v");
        assert_eq!(merge(b"B2:AA3"), Some(Merge { top: 1, left: 1, bottom: 2, right: 26 }));
        assert_eq!(reference(b"A0"), None);
    }
}
