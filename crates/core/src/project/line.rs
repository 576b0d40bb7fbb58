//! The ledger's line of each project: what it is sorted, filtered and added up by, in one narrow derived row.
//!
//! Never logged; the writer keeps it beside the tables, and it can be made anew at any time (`docs/decisions/0013`).

use crate::error::Result;
use crate::store::fold;
use rusqlite::Connection;
use uuid::Uuid;

const ALL: &str = include_str!("line.sql");

/// Makes the lines of these projects anew; one that is gone loses its line.
pub fn refresh(db: &Connection, projects: &[Uuid]) -> Result<()> {
    let mut clear = db.prepare_cached("delete from ledger_line where project = ?")?;
    let mut make = db.prepare_cached(concat!(include_str!("line.sql"), " where p.id = ?"))?;
    for project in projects {
        let id = fold::text(*project);
        clear.execute([&id])?;
        make.execute([&id])?;
    }
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
