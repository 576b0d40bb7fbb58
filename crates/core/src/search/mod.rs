//! Finding projects by any two characters: a full-text index over single characters (FTS5), kept beside the tables.
//!
//! The index is derived: it is never logged and can be made anew at any time.

pub mod letter;

use crate::error::Result;
use crate::store::fold;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

/// Takes projects out of reach of the search; their documents are cleared away by [`tidy`].
pub fn forget(db: &Connection, projects: &[Uuid]) -> Result<()> {
    let mut clear = db.prepare_cached("delete from project_doc where project = ?")?;
    for project in projects {
        clear.execute([fold::text(*project)])?;
    }
    Ok(())
}

/// Indexes projects that the index does not know; one that is gone is passed over.
pub fn add(db: &Connection, projects: &[Uuid]) -> Result<()> {
    let mut read = db.prepare_cached(include_str!("document.sql"))?;
    for project in projects {
        let found = read.query_row([&fold::text(*project)], Document::read).optional()?;
        if let Some(document) = found {
            put(db, *project, &document)?;
        }
    }
    Ok(())
}

/// Indexes one project that the index does not know, by words that are at hand.
pub fn put(db: &Connection, project: Uuid, document: &Document) -> Result<()> {
    db.prepare_cached("insert into project_doc (project) values (?)")?.execute([fold::text(project)])?;
    let [name, enterprise, people, texts] = &document.0;
    db.prepare_cached("insert into project_search (rowid, name, enterprise, people, texts) values (?, ?, ?, ?, ?)")?
        .execute(params![db.last_insert_rowid(), name, enterprise, people, texts])?;
    Ok(())
}

/// What a project is found by. Each part is a list of texts; `document.sql` reads the same parts from the tables.
pub struct Document([String; 4]);

impl Document {
    /// Names and former names; the enterprise; the responsible unit and the people; the content and the newest issue.
    #[must_use]
    pub fn of(names: &[&str], enterprise: &[&str], people: &[&str], texts: &[&str]) -> Self {
        Self([names, enterprise, people, texts].map(|part| spaced(&part.join(" "))))
    }

    fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        let mut columns: [String; 4] = Default::default();
        for (at, column) in columns.iter_mut().enumerate() {
            *column = spaced(row.get_ref(at)?.as_str_or_null()?.unwrap_or_default());
        }
        Ok(Self(columns))
    }
}

/// Whether a field's words are found with its project; `document.sql` reads the same fields.
#[must_use]
pub fn is_word(table: &str, field: &str) -> bool {
    match table {
        "project" => matches!(field, "name" | "aliases" | "enterprise" | "responsible_unit" | "content"),
        // Another period or basis makes another report the newest.
        "progress" => matches!(field, "issue" | "period" | "basis"),
        "duty" | "enterprise" => field == "name",
        _ => false,
    }
}

/// Makes the whole index anew.
pub fn index_all(db: &Connection) -> Result<()> {
    let ids: Vec<String> = {
        let mut all = db.prepare("select id from project order by id")?;
        all.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?
    };
    db.execute_batch("delete from project_doc; insert into project_search (project_search) values ('delete-all');")?;
    add(db, &ids.iter().filter_map(|id| Uuid::try_parse(id).ok()).collect::<Vec<_>>())
}

/// Makes the index anew once most of its documents are out of reach, which is after undoing or editing very much.
pub fn tidy(db: &Connection) -> Result<()> {
    let count = |sql: &str| db.query_row(sql, [], |r| r.get::<_, i64>(0));
    let live = count("select count(*) from project_doc")?;
    let made = count("select coalesce(max(doc), 0) from project_doc")?;
    if made - live > 20_000 && made > 3 * live { index_all(db) } else { Ok(()) }
}

/// Every character by itself, so that a phrase of two finds two neighbours; traditional ones as their simplified.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 4 / 3 + 4);
    for c in text.chars().filter_map(letter::folded) {
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
    match (phrases.is_empty(), typed.trim().is_empty()) {
        (true, true) => None,
        // Something was typed and none of it can be searched: that finds nothing, not everything.
        (true, false) => Some("\"\u{fffd}\"".into()),
        (false, _) => Some(phrases.join(" AND ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_phrases_of_single_characters() {
        assert_eq!(query("玉米 深加工").unwrap(), "\"玉 米\" AND \"深 加 工\"");
        assert_eq!(query("2019-230109").unwrap(), "\"2 0 1 9 2 3 0 1 0 9\"");
        assert_eq!(query(" \"*' ").as_deref(), Some("\"\u{fffd}\""));
        assert_eq!(query("  "), None);
        assert_eq!(query("哈爾濱"), query("哈尔滨"));
    }
}
