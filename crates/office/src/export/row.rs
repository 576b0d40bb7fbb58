//! What is known of one project, as the export's columns ask for it.

use zhuanban_core::Result;
use zhuanban_core::enterprise::Enterprise;
use zhuanban_core::id::ProjectId;
use zhuanban_core::matter::Matter;
use zhuanban_core::people::{Contact, Duty, Role};
use zhuanban_core::progress::{Basis, Progress};
use zhuanban_core::project::row::{self, ProjectRow};
use zhuanban_core::project::{Project, list};
use zhuanban_core::store::Reader;

pub struct Line {
    pub project: Project,
    pub region: Option<String>,
    pub enterprise: Option<Enterprise>,
    pub progress: Option<Progress>,
    pub duties: Vec<Duty>,
    pub contact: Option<Contact>,
    pub needs: Vec<Matter>,
    /// The line of the ledger page, where its columns are asked for.
    pub row: Option<ProjectRow>,
}

impl Line {
    pub fn read(r: &Reader, id: ProjectId, whole: bool) -> Result<Self> {
        let row = if whole { row::read_all(r, &[id])?.pop() } else { None };
        let project: Project = r.get(id)?;
        let contacts = zhuanban_core::people::query::contacts(r, &id.to_string())?;
        Ok(Self {
            region: list::region_name(r, project.region.as_deref())?.or_else(|| project.region_text.clone()),
            enterprise: project.enterprise.map(|e| r.find(e)).transpose()?.flatten(),
            progress: zhuanban_core::progress::edit::latest(r, id, Basis::Dispatch)?,
            duties: zhuanban_core::people::query::duties(r, id)?,
            contact: contacts.into_iter().next(),
            needs: zhuanban_core::matter::edit::of_project(r, id)?,
            project,
            row,
        })
    }

    pub fn duty(&self, role: Role) -> Option<&str> {
        self.duties.iter().find(|d| d.role == role && d.until.is_none()).map(|d| d.name.as_str())
    }

    /// Sum of what is required of an element in one unit, thousandths.
    pub fn need(&self, element: &str, unit: &str) -> Option<i64> {
        zhuanban_core::snapshot::news::required(&self.needs, element, unit)
    }
}
