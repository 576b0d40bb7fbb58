//! .xlsx as a stream of rows: calamine's cell stream, joined with what the scan of the raw XML saw.

use super::scan::{self, Seen};
use super::{Cell, MOST_COLUMNS, MOST_ROWS, Row, Rows, Sheet, Sheets};
use calamine::{
    CellErrorType, DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxCellReader, XlsxError,
};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::fs::File;
use std::io::BufReader;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use zhuanban_core::error::FileProblem;
use zhuanban_core::{Error, Result};

type Workbook = Xlsx<BufReader<File>>;

pub(super) fn open(path: &Path, sheets: &mut dyn Sheets) -> Result<()> {
    // Both need the whole file inflated once, so they share the two cores every office computer has.
    let (seen, workbook) = std::thread::scope(|scope| {
        let seen = scope.spawn(|| scan::sheets(path));
        let workbook = guarded(path, || calamine::open_workbook::<Workbook, _>(path));
        (seen.join(), workbook)
    });
    let mut seen = seen
        .unwrap_or_else(|_| Err(Error::file(path, FileProblem::Corrupt, "the sheets cannot be scanned")))?
        .into_iter();
    let mut workbook = workbook?;
    for meta in workbook.sheets_metadata().to_vec() {
        let seen = seen.next().unwrap_or_default();
        if meta.typ != SheetType::WorkSheet {
            continue;
        }
        let hidden = meta.visible != SheetVisible::Visible;
        let sheet = Sheet { name: meta.name.clone(), hidden, merges: seen.merges.clone(), rows: seen.rows };
        if sheets.wants(&sheet) {
            let reader = guarded(path, || workbook.worksheet_cells_reader(&meta.name))?;
            sheets.sheet(&sheet, &mut Stream::new(path, reader, seen))?;
        }
    }
    Ok(())
}

/// A damaged file must not take the desk down, even where the parser would panic.
fn guarded<T>(path: &Path, read: impl FnOnce() -> std::result::Result<T, XlsxError>) -> Result<T> {
    match catch_unwind(AssertUnwindSafe(read)) {
        Ok(result) => result.map_err(|e| fault(path, &e)),
        Err(_) => Err(Error::file(path, FileProblem::Corrupt, "the workbook cannot be parsed")),
    }
}

fn fault(path: &Path, error: &XlsxError) -> Error {
    let problem = match error {
        XlsxError::Password => FileProblem::Password,
        XlsxError::RowNumberOverflow | XlsxError::ColumnNumberOverflow => FileProblem::TooLarge,
        XlsxError::Io(e) if e.kind() == std::io::ErrorKind::NotFound => FileProblem::Missing,
        _ => FileProblem::Corrupt,
    };
    Error::file(path, problem, error)
}

/// The rows of one sheet.
struct Stream<'a, 'p> {
    path: &'p Path,
    reader: XlsxCellReader<'a, BufReader<File>>,
    /// By style: struck through; a date format without a day of the month; a number format that says 约.
    struck: Vec<bool>,
    monthly: Vec<bool>,
    about: Vec<bool>,
    seen: Seen,
    hidden_at: usize,
    uncalculated_at: usize,
    /// The first cell of the next row, already taken from the stream.
    ahead: Option<(u32, u32, DataRef<'a>, usize)>,
    started: bool,
}

impl<'a, 'p> Stream<'a, 'p> {
    fn new(path: &'p Path, reader: XlsxCellReader<'a, BufReader<File>>, seen: Seen) -> Self {
        let struck =
            reader.styles().iter().map(|style| style.font.as_ref().is_some_and(|font| font.strikethrough)).collect();
        let monthly = reader
            .styles()
            .iter()
            .map(|style| style.number_format.as_ref().is_some_and(|f| shows_no_day(&f.format_code)))
            .collect();
        let about = reader
            .styles()
            .iter()
            .map(|style| style.number_format.as_ref().is_some_and(|f| f.format_code.contains('约')))
            .collect();
        Self {
            path,
            reader,
            struck,
            monthly,
            about,
            seen,
            hidden_at: 0,
            uncalculated_at: 0,
            ahead: None,
            started: false,
        }
    }

    fn cell(&mut self) -> Result<Option<(u32, u32, DataRef<'a>, usize)>> {
        let Some((cell, style)) = self.reader.next_cell_with_style_id().map_err(|e| fault(self.path, &e))? else {
            return Ok(None);
        };
        let (row, column) = cell.get_position();
        if row >= MOST_ROWS || column as usize >= MOST_COLUMNS {
            return Err(Error::file(
                self.path,
                FileProblem::TooLarge,
                format!("row {}, column {}", row + 1, column + 1),
            ));
        }
        Ok(Some((row, column, take(cell), style)))
    }

    fn fill(&mut self, row: &mut Row<'a>) -> Result<bool> {
        let first = if self.started { self.ahead.take() } else { self.cell()? };
        self.started = true;
        let Some((number, mut column, mut value, mut style)) = first else { return Ok(false) };
        row.start(number + 1);
        loop {
            if !matches!(value, DataRef::Empty) {
                if column < 64 && self.struck.get(style).copied().unwrap_or(false) {
                    row.struck |= 1 << column;
                }
                row.put(column as usize, self.converted(value, style));
            }
            match self.cell()? {
                Some((next, at, data, styled)) if next == number => (column, value, style) = (at, data, styled),
                next => {
                    self.ahead = next;
                    break;
                }
            }
        }
        self.mark(row);
        Ok(true)
    }

    /// Adds what only the scan knows. Rows come in ascending order in both.
    fn mark(&mut self, row: &mut Row<'a>) {
        while self.seen.hidden.get(self.hidden_at).is_some_and(|&n| n < row.number) {
            self.hidden_at += 1;
        }
        row.hidden = self.seen.hidden.get(self.hidden_at) == Some(&row.number);
        while let Some(&(number, column)) =
            self.seen.uncalculated.get(self.uncalculated_at).filter(|&&(n, _)| n <= row.number)
        {
            if number == row.number && row.cell(column as usize).is_blank() {
                row.put(column as usize, Cell::Uncalculated);
            }
            self.uncalculated_at += 1;
        }
    }

    /// A number whose format writes 约 before it is said to be about, as if 约 were typed.
    fn number(&self, n: f64, style: usize) -> Cell<'a> {
        match self.about.get(style) {
            Some(true) => Cell::Text(Cow::Owned(format!("约{n}"))),
            _ => Cell::Number(n),
        }
    }

    fn converted(&self, value: DataRef<'a>, style: usize) -> Cell<'a> {
        match value {
            DataRef::Empty => Cell::Empty,
            DataRef::SharedString(text) => Cell::Text(Cow::Borrowed(text)),
            DataRef::String(text) => Cell::Text(Cow::Owned(text)),
            DataRef::Float(n) => self.number(n, style),
            DataRef::Int(n) => self.number(n as f64, style),
            DataRef::Bool(b) => Cell::Text(Cow::Borrowed(if b { "是" } else { "否" })),
            DataRef::DateTime(day) => date(&day, self.monthly.get(style).copied().unwrap_or(false)),
            DataRef::DateTimeIso(text) => iso(&text),
            DataRef::DurationIso(text) => Cell::Text(Cow::Owned(text)),
            DataRef::Error(error) => Cell::Error(shown(&error)),
        }
    }
}

impl<'a> Rows<'a> for Stream<'a, '_> {
    fn next(&mut self, row: &mut Row<'a>) -> Result<bool> {
        let path = self.path;
        catch_unwind(AssertUnwindSafe(|| self.fill(row)))
            .unwrap_or_else(|_| Err(Error::file(path, FileProblem::Corrupt, "the sheet cannot be parsed")))
    }
}

fn take<'a>(cell: calamine::Cell<DataRef<'a>>) -> DataRef<'a> {
    // The stream hands cells out by value, but calamine only lends what is in them; shared strings are copied as references.
    match cell.get_value() {
        DataRef::SharedString(text) => DataRef::SharedString(text),
        other => other.clone(),
    }
}

/// `yyyy年m月` shows no day: the serial's first of the month is only a place-holder.
fn shows_no_day(format: &str) -> bool {
    let mut code = format.split(';').next().unwrap_or("").to_ascii_lowercase();
    // Text in quotes and brackets is no part of the date.
    for (open, close) in [('"', '"'), ('[', ']')] {
        while let Some(from) = code.find(open) {
            let to = code[from + 1..].find(close).map_or(code.len(), |n| from + 1 + n + 1);
            code.replace_range(from..to, "");
        }
    }
    code.contains('y') && code.contains('m') && !code.contains('d')
}

pub(super) fn date<'a>(day: &ExcelDateTime, month: bool) -> Cell<'a> {
    if day.is_duration() {
        return Cell::Number(day.as_f64());
    }
    let (year, month_, of_month, ..) = day.to_ymd_hms_milli();
    Cell::Date { on: NaiveDate::from_ymd_opt(i32::from(year), u32::from(month_), u32::from(of_month)), month }
}

pub(super) fn iso<'a>(text: &str) -> Cell<'a> {
    let on = text.get(..10).and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
    if on.is_some() { Cell::Date { on, month: false } } else { Cell::Text(Cow::Owned(text.to_string())) }
}

pub(super) fn shown(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_without_a_day_are_months() {
        for code in ["yyyy\"年\"m\"月\";@", "yyyy-mm", "[$-804]yyyy/m"] {
            assert!(shows_no_day(code), "{code}");
        }
        for code in ["yyyy-mm-dd", "0.00", "General", "yyyy\"年\"m\"月\"d\"日\""] {
            assert!(!shows_no_day(code), "{code}");
        }
    }
}
