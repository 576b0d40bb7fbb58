//! Finding projects by any two characters: a full-text index over single characters (FTS5), kept beside the tables.
//!
//! The index is derived: it is never logged and can be made anew at any time.

use crate::error::Result;
use crate::store::fold;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::HashSet;
use uuid::Uuid;

/// Takes a project out of the index, before its row leaves the table.
pub fn forget(db: &Connection, project: Uuid) -> Result<()> {
    db.prepare_cached("delete from project_search where rowid = (select rowid from project where id = ?)")?
        .execute([fold::text(project)])?;
    Ok(())
}

/// Indexes these projects anew; one that is gone is passed over.
pub fn index(db: &Connection, projects: &HashSet<Uuid>) -> Result<()> {
    let mut read = db.prepare_cached(include_str!("document.sql"))?;
    for project in projects {
        let found = read.query_row([fold::text(*project)], Document::read).optional()?;
        if let Some(document) = found {
            document.put(db)?;
        }
    }
    Ok(())
}

/// Indexes every project.
pub fn index_all(db: &Connection) -> Result<()> {
    let ids: Vec<String> = {
        let mut all = db.prepare("select id from project")?;
        all.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?
    };
    index(db, &ids.iter().filter_map(|id| Uuid::try_parse(id).ok()).collect())
}

struct Document {
    rowid: i64,
    columns: [String; 5],
}

impl Document {
    fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        let mut columns: [String; 5] = Default::default();
        for (at, column) in columns.iter_mut().enumerate() {
            *column = spaced(row.get_ref(at + 1)?.as_str_or_null()?.unwrap_or_default());
        }
        Ok(Self { rowid: row.get(0)?, columns })
    }

    fn put(&self, db: &Connection) -> Result<()> {
        db.prepare_cached("delete from project_search where rowid = ?")?.execute([self.rowid])?;
        let [name, codes, enterprise, people, texts] = &self.columns;
        db.prepare_cached(
            "insert into project_search (rowid, name, codes, enterprise, people, texts) values (?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![self.rowid, name, codes, enterprise, people, texts])?;
        Ok(())
    }
}

/// Every character by itself, so that a phrase of two finds two neighbours.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 4 / 3 + 4);
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        out.push(c);
        out.push(' ');
    }
    out
}

/// The FTS5 query for what a person typed: every word must occur, its characters in order; `None` for nothing to find.
#[must_use]
pub fn query(typed: &str) -> Option<String> {
    let words = typed.split_whitespace().map(spaced).filter(|w| !w.is_empty());
    let phrases: Vec<String> = words.map(|w| format!("\"{}\"", w.trim_end())).collect();
    if phrases.is_empty() { None } else { Some(phrases.join(" AND ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_phrases_of_single_characters() {
        assert_eq!(query("玉米 深加工").unwrap(), "\"玉 米\" AND \"深 加 工\"");
        assert_eq!(query("2019-230109").unwrap(), "\"2 0 1 9 2 3 0 1 0 9\"");
        assert_eq!(query(" \"*' "), None);
    }
}
