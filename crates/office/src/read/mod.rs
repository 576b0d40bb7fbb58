//! Reading a ledger: the file once through, row by row, with what was understood as the by-product.
//!
//! Nothing is written anywhere: the caller's sink takes the rows, and its failure or a cancelled job ends the reading.

mod body;
mod contacts;
mod continued;
mod convert;
mod dry_run;
mod fill;
mod kind;
mod mark;
mod matrix;
mod notices;
mod region;
mod row;
mod sums;
pub(crate) mod whole;

pub use contacts::{ReadContact, read_contacts};
pub use dry_run::{DryRun, DryRunError, DryRunRow, DryRunSkipped, Totals, dry_run};
pub use matrix::{Matrix, MatrixCell, MatrixItem, MatrixProject, MatrixSign, read_matrix};
pub use row::{CellFault, DateWords, MarkState, ReadMark, ReadNeed, ReadRow};

use crate::source::{self, Row, Rows, Sheet, Sheets};
use crate::understand::layout::{self, LOOK};
use crate::understand::{Corrections, GRID_ROWS, LineKind, SheetUnderstanding, Understanding};
use body::{Body, Sink, shown};
use std::path::Path;
use zhuanban_core::error::FileProblem;
use zhuanban_core::job::{Job, Phase};
use zhuanban_core::{Error, Result};

/// How often the job hears of the reading, in rows.
const TELL: u32 = 256;

/// Reads every project of a file in order, and returns what was understood, totals compared.
///
/// Fails with [`FileProblem::NoTable`] where no sheet has a table, [`FileProblem::Empty`] where nothing stands in the file.
pub fn read(
    path: &Path,
    corrections: &Corrections,
    job: &Job,
    mut sink: impl FnMut(ReadRow) -> Result<()>,
) -> Result<Understanding> {
    let (understanding, filled) = go(path, corrections, job, &mut sink)?;
    if !filled {
        return Err(Error::file(path, FileProblem::Empty, "no cell is filled"));
    }
    if !understanding.sheets.iter().any(|sheet| sheet.has_table) {
        return Err(Error::file(path, FileProblem::NoTable, "no header with a project name"));
    }
    Ok(understanding)
}

/// Reads a file only to show what was understood. A file without a table is shown as such, so that the header can be given by hand.
pub fn understand(path: &Path, corrections: &Corrections, job: &Job) -> Result<Understanding> {
    let (understanding, filled) = go(path, corrections, job, &mut |_| Ok(()))?;
    if filled { Ok(understanding) } else { Err(Error::file(path, FileProblem::Empty, "no cell is filled")) }
}

fn go(path: &Path, corrections: &Corrections, job: &Job, sink: &mut Sink<'_>) -> Result<(Understanding, bool)> {
    job.phase(Phase::Starting, 0);
    let mut ledger = Ledger { corrections, job, sink, sheets: Vec::new(), filled: false };
    let kind = source::open(path, &mut ledger)?;
    Ok((Understanding { kind, sheets: ledger.sheets }, ledger.filled))
}

/// Takes the sheets of a file.
struct Ledger<'r, 'f> {
    corrections: &'r Corrections,
    job: &'r Job,
    sink: &'r mut Sink<'f>,
    sheets: Vec<SheetUnderstanding>,
    filled: bool,
}

impl Sheets for Ledger<'_, '_> {
    fn wants(&mut self, sheet: &Sheet) -> bool {
        let wanted = self.corrections.sheets.get(&sheet.name).and_then(|own| own.read).unwrap_or(true);
        if !wanted {
            self.sheets.push(SheetUnderstanding {
                name: sheet.name.clone(),
                hidden: sheet.hidden,
                ..SheetUnderstanding::default()
            });
            self.filled = true;
        }
        wanted
    }

    fn sheet<'a>(&mut self, sheet: &Sheet, rows: &mut dyn Rows<'a>) -> Result<()> {
        self.job.phase(Phase::Reading, u64::from(sheet.rows));
        self.job.at(0)?;
        let mut head: Vec<Row<'a>> = Vec::new();
        let mut row = Row::default();
        while head.len() < LOOK && rows.next(&mut row)? {
            head.push(std::mem::take(&mut row));
        }
        self.filled |= head.iter().any(|row| !row.is_blank());
        let Some(layout) = layout::find(&head, sheet, self.corrections) else {
            let grid = head.iter().take(GRID_ROWS).map(|row| shown(row, LineKind::Note)).collect();
            self.sheets.push(SheetUnderstanding {
                name: sheet.name.clone(),
                hidden: sheet.hidden,
                grid,
                ..SheetUnderstanding::default()
            });
            return Ok(());
        };
        let mut body = Body::new(sheet, &layout, self.corrections.sheets.get(&sheet.name));
        body.above(&head);
        for mut row in head {
            body.line(&mut row, self.sink)?;
        }
        let mut told = 0;
        while rows.next(&mut row)? {
            body.line(&mut row, self.sink)?;
            if row.number >= told + TELL {
                told = row.number;
                self.job.at(u64::from(told))?;
            }
        }
        self.sheets.push(body.finish(self.sink)?);
        Ok(())
    }
}
