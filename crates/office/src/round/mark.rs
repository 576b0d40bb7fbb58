//! The hidden sheet by which a workbook that was handed out is known again, whatever its file is called.

use crate::source::{self, Cell, Row, Rows, Sheet, Sheets};
use rust_xlsxwriter::{Workbook, XlsxError};
use std::path::Path;
use zhuanban_core::Result;
use zhuanban_core::id::{RecordId, RoundId, RoundUnitId, Uuid};

/// The sheet's name. Spreadsheet programs do not offer it for showing.
pub const SHEET: &str = "_zb";
const WORD: &str = "zhuanban-round-1";

/// To whom a workbook was handed out, and what it held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub round: RoundId,
    pub unit: RoundUnitId,
    /// Hash of the asked cells as they were handed out.
    pub cells: String,
}

impl Mark {
    pub fn write(&self, book: &mut Workbook) -> std::result::Result<(), XlsxError> {
        let sheet = book.add_worksheet().set_name(SHEET)?.set_very_hidden(true);
        sheet.protect();
        let lines = [WORD.to_string(), self.round.to_string(), self.unit.to_string(), self.cells.clone()];
        for (row, text) in (0..).zip(lines) {
            sheet.write_string(row, 0, text)?;
        }
        Ok(())
    }

    /// The mark of a workbook; none where it has none, or it is none of ours.
    pub fn read(path: &Path) -> Result<Option<Self>> {
        let mut found = Found::default();
        source::open(path, &mut found)?;
        let id = |at: usize| found.0.get(at).and_then(|text| Uuid::try_parse(text).ok());
        let ours = found.0.first().is_some_and(|word| word == WORD);
        Ok(id(1).zip(id(2)).filter(|_| ours).map(|(round, unit)| Self {
            round: RoundId::from_uuid(round),
            unit: RoundUnitId::from_uuid(unit),
            cells: found.0.get(3).cloned().unwrap_or_default(),
        }))
    }
}

#[derive(Default)]
struct Found(Vec<String>);

impl Sheets for Found {
    fn wants(&mut self, sheet: &Sheet) -> bool {
        sheet.name == SHEET
    }

    fn sheet<'a>(&mut self, _: &Sheet, rows: &mut dyn Rows<'a>) -> Result<()> {
        let mut row = Row::default();
        while self.0.len() < 4 && rows.next(&mut row)? {
            let text = if let Cell::Text(text) = row.cell(0) { text.to_string() } else { String::new() };
            self.0.push(text);
        }
        Ok(())
    }
}
