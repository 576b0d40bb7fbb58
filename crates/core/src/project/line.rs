//! The ledger's line of each project: what it is sorted, filtered and added up by, in one narrow derived row.
//!
//! Never logged; the writer keeps it beside the tables, and it can be made anew at any time (`docs/decisions/0013`).

use crate::error::{Error, Result};
use rusqlite::Connection;
use std::collections::HashSet;
use std::sync::OnceLock;
use uuid::Uuid;

const ALL: &str = include_str!("line.sql");

/// Whether a line shows this field: what it reads is what its statement names.
#[must_use]
pub fn shows(table: &str, field: &str) -> bool {
    static NAMED: OnceLock<HashSet<&str>> = OnceLock::new();
    let named = NAMED.get_or_init(|| ALL.split(|c: char| !(c.is_ascii_alphanumeric() || "._".contains(c))).collect());
    match table {
        "project" => named.contains(format!("p.{field}").as_str()),
        // Which report is the newest hangs on its period and its basis.
        "progress" => named.contains(format!("g.{field}").as_str()) || matches!(field, "period" | "basis" | "project"),
        "enterprise" => field == "name",
        _ => true,
    }
}

/// Makes the lines of these projects anew; one that is gone loses its line.
///
/// One statement for all of them: after an import of a hundred thousand, a statement each took longer than the lines.
pub fn refresh(db: &Connection, projects: &[Uuid]) -> Result<()> {
    if projects.is_empty() {
        return Ok(());
    }
    let ids = serde_json::to_string(projects).map_err(|e| Error::Internal(e.to_string()))?;
    db.prepare_cached("delete from ledger_line where project in (select value from json_each(?))")?.execute([&ids])?;
    db.prepare_cached(concat!(
        include_str!("line.sql"),
        " where p.id in (select value from json_each(?)) order by p.id"
    ))?
    .execute([&ids])?;
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
