//! The ledger's line of each project: what it is sorted, filtered and added up by, in one narrow derived row.
//!
//! Never logged; the writer keeps it beside the tables, and it can be made anew at any time (`docs/decisions/0013`).

use crate::error::Result;
use crate::store::fold;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter, types};
use std::sync::LazyLock;
use uuid::Uuid;

const ALL: &str = include_str!("line.sql");

/// The line of one project as a question, and its row as an insert.
static ONE: LazyLock<(String, String)> = LazyLock::new(|| {
    let (insert, select) = ALL.split_once("\nselect ").expect("line.sql inserts what it selects");
    let columns = insert.matches(',').count() + 1;
    let places = vec!["?"; columns].join(", ");
    (format!("select {select} where p.id = ?"), format!("{insert} values ({places})"))
});

/// Makes the lines of these projects anew; one that is gone loses its line.
pub fn refresh(db: &Connection, projects: &[Uuid]) -> Result<()> {
    let mut clear = db.prepare_cached("delete from ledger_line where project = ?")?;
    for project in projects {
        clear.execute([fold::text(*project)])?;
        make(db, *project)?;
    }
    Ok(())
}

/// Makes the line of a project that has none.
///
/// Read and then inserted as one row: an `insert … select` opens a savepoint, at which full text writes out what it has
/// gathered, and an import would do that at every project.
pub fn make(db: &Connection, project: Uuid) -> Result<()> {
    let mut find = db.prepare_cached(&ONE.0)?;
    let columns = find.column_count();
    let read = |row: &Row<'_>| (0..columns).map(|at| row.get(at)).collect::<rusqlite::Result<Vec<types::Value>>>();
    let Some(line) = find.query_row([fold::text(project)], read).optional()? else { return Ok(()) };
    db.prepare_cached(&ONE.1)?.execute(params_from_iter(line))?;
    Ok(())
}

/// Makes every line anew.
pub fn make_all(db: &Connection) -> Result<()> {
    db.execute("delete from ledger_line", [])?;
    db.execute(&format!("{ALL} order by p.id"), [])?;
    Ok(())
}

/// Makes every line anew where some are missing, as in a file of an older version.
pub fn tidy(db: &Connection) -> Result<()> {
    let count = |table: &str| db.query_row(&format!("select count(*) from {table}"), [], |r| r.get::<_, i64>(0));
    if count("project")? == count("ledger_line")? { Ok(()) } else { make_all(db) }
}
