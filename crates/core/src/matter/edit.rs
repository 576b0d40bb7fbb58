//! Writing matters: the needs of a project and the tasks that belong to it.

use super::{Matter, MatterKind};
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{MatterId, ProjectId};
use crate::people::edit::SaveOf;
use crate::project::Project;
use crate::store::{Reader, Writer};

pub fn of_project(r: &Reader, project: ProjectId) -> Result<Vec<Matter>> {
    r.all("where project = ? order by element, id", [project.to_string()])
}

pub fn save(w: &mut Writer, input: SaveOf<MatterId>) -> Result<Matter> {
    let old = match input.id {
        Some(id) => w.get(id)?,
        None => {
            let project: Project = w.get(input.project()?)?;
            blank(w.new_id(), project.office, project.id)
        }
    };
    let saved: Matter = input.set.apply(&old)?;
    let mut faults = vec![];
    for (field, value) in [("required", saved.required), ("promised", saved.promised), ("delivered", saved.delivered)] {
        if value.is_some_and(|v| v < 0) {
            faults.push(FieldFault::error(field, Rule::Negative));
        }
    }
    for (field, was, is) in
        [("raised_on", old.raised_on, saved.raised_on), ("closed_on", old.closed_on, saved.closed_on)]
    {
        if is != was && is.is_some_and(|day| day > w.today()) {
            faults.push(FieldFault::error(field, Rule::ActualInFuture));
        }
    }
    if saved.element.is_none() && saved.kind == MatterKind::Need {
        faults.push(FieldFault::error("element", Rule::Required));
    }
    if saved.content.is_none() && saved.kind == MatterKind::Task {
        faults.push(FieldFault::error("content", Rule::Required));
    }
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let name = w.get::<Project>(saved.project)?.name;
    w.subject(name);
    w.put(&saved)?;
    Ok(saved)
}

pub fn remove(w: &mut Writer, id: MatterId) -> Result<bool> {
    w.remove::<Matter>(id)
}

#[must_use]
pub fn blank(id: MatterId, office: crate::id::OfficeId, project: ProjectId) -> Matter {
    Matter {
        id,
        office,
        project,
        kind: MatterKind::Need,
        element: None,
        content: None,
        unit: None,
        required: None,
        promised: None,
        delivered: None,
        need_by: None,
        promised_on: None,
        department: None,
        raised_on: None,
        source: None,
        closed_on: None,
        instructed_by: None,
        handler: None,
        evidence: None,
    }
}
