//! Old .xls: at most 65,536 rows, read whole by calamine.

use super::{Cell, Merge, Row, Rows, Sheet, Sheets, xlsx};
use calamine::{Data, Range, Reader, SheetType, SheetVisible, Xls, XlsError};
use std::borrow::Cow;
use std::fs::File;
use std::io::BufReader;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use zhuanban_core::error::FileProblem;
use zhuanban_core::{Error, Result};

pub(super) fn open(path: &Path, sheets: &mut dyn Sheets) -> Result<()> {
    let mut workbook: Xls<BufReader<File>> = guarded(path, || calamine::open_workbook(path))?;
    for meta in workbook.sheets_metadata().to_vec() {
        if meta.typ != SheetType::WorkSheet {
            continue;
        }
        let range = guarded(path, || workbook.worksheet_range(&meta.name))?;
        let merges = guarded(path, || workbook.merge_cells_by_sheet_name(&meta.name))?;
        let merges = merges.iter().map(|m| Merge { top: m.start.0, left: m.start.1, bottom: m.end.0, right: m.end.1 });
        let sheet = Sheet {
            name: meta.name.clone(),
            hidden: meta.visible != SheetVisible::Visible,
            merges: merges.collect(),
            rows: u32::try_from(range.height()).unwrap_or(0),
        };
        if sheets.wants(&sheet) {
            sheets.sheet(&sheet, &mut Table { range: &range, at: 0 })?;
        }
    }
    Ok(())
}

fn guarded<T>(path: &Path, read: impl FnOnce() -> std::result::Result<T, XlsError>) -> Result<T> {
    match catch_unwind(AssertUnwindSafe(read)) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(XlsError::Password)) => Err(Error::file(path, FileProblem::Password, "locked workbook")),
        Ok(Err(e)) => Err(Error::file(path, FileProblem::Corrupt, e)),
        Err(_) => Err(Error::file(path, FileProblem::Corrupt, "the workbook cannot be parsed")),
    }
}

struct Table<'a> {
    range: &'a Range<Data>,
    at: usize,
}

impl<'a> Rows<'a> for Table<'a> {
    fn next(&mut self, row: &mut Row<'a>) -> Result<bool> {
        let (top, left) = self.range.start().unwrap_or_default();
        if self.at >= self.range.height() {
            return Ok(false);
        }
        row.start(top + self.at as u32 + 1);
        let range: &'a Range<Data> = self.range;
        for column in 0..range.width() {
            if let Some(data) = range.get((self.at, column)).filter(|data| **data != Data::Empty) {
                row.put(left as usize + column, converted(data));
            }
        }
        self.at += 1;
        Ok(true)
    }
}

fn converted(data: &Data) -> Cell<'_> {
    match data {
        Data::Empty => Cell::Empty,
        Data::String(text) | Data::DurationIso(text) => Cell::Text(Cow::Borrowed(text)),
        Data::Float(n) => Cell::Number(*n),
        Data::Int(n) => Cell::Number(*n as f64),
        Data::Bool(b) => Cell::Text(Cow::Borrowed(if *b { "是" } else { "否" })),
        Data::DateTime(day) => xlsx::date(day, false),
        Data::DateTimeIso(text) => xlsx::iso(text),
        Data::Error(error) => Cell::Error(xlsx::shown(error)),
    }
}
