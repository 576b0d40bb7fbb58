//! What a write leaves to be made anew beside the tables: lines of the ledger, and the words projects are found by.

use super::body::LIFE;
use super::record::Meta;
use super::value::Value;
use super::{fold, record};
use crate::error::Result;
use crate::id::ProjectId;
use rusqlite::Connection;
use std::collections::HashSet;
use uuid::Uuid;

/// The projects that one write touches.
#[derive(Default)]
pub struct Derived {
    /// Their words must be found anew.
    words: HashSet<Uuid>,
    /// Their line of the ledger must be made anew.
    lines: HashSet<Uuid>,
    /// Made in this write: the search index cannot know them yet.
    fresh: HashSet<Uuid>,
}

impl Derived {
    /// A row is made, with these values.
    pub fn made(&mut self, meta: &Meta, row: Uuid, values: &[Value]) {
        if meta.table == "project" {
            self.fresh.insert(row);
        }
        if let (true, Some(Value::Text(project))) = (is_shown(meta), meta.parent_at().map(|at| &values[at])) {
            let project = Uuid::try_parse(project).ok();
            self.words.extend(project);
            self.lines.extend(project);
        }
    }

    /// A row changes in `fields`, or comes or goes, where life is among them.
    pub fn note<'f>(
        &mut self,
        db: &Connection,
        meta: &Meta,
        row: Uuid,
        fields: impl Iterator<Item = &'f str> + Clone,
    ) -> Result<()> {
        let words = fields.clone().any(|field| field == LIFE || crate::search::is_word(meta.table, field));
        let lines = fields.clone().any(|field| field == LIFE || crate::project::line::shows(meta.table, field));
        if !words && !lines {
            return Ok(());
        }
        let projects: Vec<Uuid> = match (meta.table, meta.parent) {
            ("project", _) => vec![row],
            (table, Some(parent)) if is_shown(meta) => {
                projects(db, &format!("select {parent} from {table} where id = ?"), row)?
            }
            ("enterprise", _) => projects(db, "select id from project where enterprise = ?", row)?,
            _ => return Ok(()),
        };
        if words {
            self.words.extend(&projects);
        }
        if lines {
            self.lines.extend(projects);
        }
        Ok(())
    }

    /// The words of a project made in this write are already in the index; answers whether it was made here.
    pub fn found(&mut self, project: Uuid) -> bool {
        let fresh = self.fresh.remove(&project);
        if fresh {
            self.words.remove(&project);
        }
        fresh
    }

    pub fn finish(&self, db: &Connection) -> Result<()> {
        // Identities grow with time, so sorted rows are read and written where they lie.
        let sorted = |mut projects: Vec<Uuid>| {
            projects.sort_unstable();
            projects
        };
        crate::project::line::refresh(db, &sorted(self.lines.iter().copied().collect()))?;
        let (fresh, known) = self.words.iter().partition(|project| self.fresh.contains(project));
        let (fresh, known) = (sorted(fresh), sorted(known));
        crate::search::forget(db, &known)?;
        crate::search::add(db, &known)?;
        crate::search::add(db, &fresh)
    }
}

/// It is found with its project, and stands in its line of the ledger.
fn is_shown(meta: &Meta) -> bool {
    matches!(meta.table, "progress" | "duty")
}

fn projects(db: &Connection, sql: &str, of: Uuid) -> Result<Vec<Uuid>> {
    let mut find = db.prepare_cached(sql)?;
    let found = find.query_map([fold::text(of)], |r| record::cell::<ProjectId>(r, 0))?;
    Ok(found.map(|id| id.map(|id| id.0)).collect::<rusqlite::Result<_>>()?)
}
