//! 我的: what one person sees to.

use crate::approval::board::BoardRow;
use crate::error::Result;
use crate::id::ProjectId;
use crate::people::Person;
use crate::store::Reader;
use crate::store::record::cell;
use std::collections::HashSet;

/// One person, mostly whoever sits at this desk, and the projects that person has a duty on.
pub(super) struct Mine {
    person: Person,
    projects: HashSet<ProjectId>,
}

impl Mine {
    pub fn read(r: &Reader) -> Result<Self> {
        Self::of(r, r.get(r.person()?)?)
    }

    pub fn of(r: &Reader, person: Person) -> Result<Self> {
        let mut find = r.db().prepare_cached(
            "select distinct project from duty where until is null and (person = ?1 or person is null and name = ?2)",
        )?;
        let of = find.query_map([person.id.to_string(), person.name.clone()], |row| cell(row, 0))?;
        Ok(Self { projects: of.collect::<rusqlite::Result<_>>()?, person })
    }

    /// In this person's charge (专人), or in nobody's and of one of the projects.
    pub fn has(&self, row: &BoardRow) -> bool {
        match (&row.responsible, row.responsible_person) {
            (_, Some(person)) => person == self.person.id,
            (Some(name), None) => *name == self.person.name,
            (None, None) => self.answers_for(row.project),
        }
    }

    pub fn answers_for(&self, project: ProjectId) -> bool {
        self.projects.contains(&project)
    }
}
