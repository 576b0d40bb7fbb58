//! Small tables that are read whole: an approval matrix, an address book.

use crate::source::{self, Cell, Row, Rows, Sheet, Sheets};
use std::path::Path;
use zhuanban_core::error::FileProblem;
use zhuanban_core::{Error, Result};

/// More rows than any office has approval items or colleagues.
const MOST: usize = 50_000;

/// A sheet with its rows in memory.
pub(crate) struct Table {
    pub sheet: Sheet,
    pub rows: Vec<Row<'static>>,
}

impl Table {
    /// What stands in a cell or, where cells are merged downwards, in the first of them.
    pub(super) fn merged_down(&self, at: usize, column: usize) -> &Cell<'static> {
        let row = &self.rows[at];
        let number = row.number - 1;
        let covers = |m: &&source::Merge| m.left as usize == column && (m.top + 1..=m.bottom).contains(&number);
        match self.sheet.merges.iter().find(covers).filter(|_| row.cell(column).is_blank()) {
            Some(merge) => {
                self.rows.iter().find(|row| row.number == merge.top + 1).map_or(&Cell::Empty, |row| row.cell(column))
            }
            None => row.cell(column),
        }
    }
}

struct Collect {
    tables: Vec<Table>,
    over: bool,
}

impl Sheets for Collect {
    fn wants(&mut self, _: &Sheet) -> bool {
        true
    }

    fn sheet<'a>(&mut self, sheet: &Sheet, rows: &mut dyn Rows<'a>) -> Result<()> {
        let mut kept = Vec::new();
        let mut row = Row::default();
        while rows.next(&mut row)? {
            let cells = row.cells.drain(..).map(Cell::into_owned).collect();
            kept.push(Row { number: row.number, cells, hidden: row.hidden, struck: row.struck });
            if kept.len() > MOST {
                self.over = true;
                return Ok(());
            }
        }
        self.tables.push(Table { sheet: sheet.clone(), rows: kept });
        Ok(())
    }
}

/// Every sheet of a file with its rows.
pub(crate) fn tables(path: &Path) -> Result<Vec<Table>> {
    let mut collect = Collect { tables: Vec::new(), over: false };
    source::open(path, &mut collect)?;
    if collect.over {
        return Err(Error::file(path, FileProblem::TooLarge, format!("more than {MOST} rows")));
    }
    if collect.tables.iter().all(|table| table.rows.iter().all(Row::is_blank)) {
        return Err(Error::file(path, FileProblem::Empty, "no cell is filled"));
    }
    Ok(collect.tables)
}
