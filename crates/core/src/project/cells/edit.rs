//! Writing cells: all of them or none, as one action.

use super::query::{self, Planned, reported};
use super::{CellFault, CellWrite, Place, project};
use crate::error::{Error, FieldFault, Result};
use crate::id::{EnterpriseId, ProgressId, ProjectId};
use crate::people::hold::hold;
use crate::project::Project;
use crate::store::{Reader, Writer};
use std::collections::HashMap;

/// Projects that are read by one statement.
const READ_TOGETHER: usize = 256;

/// What was written, and what is odd about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wrote {
    /// Cells whose value is another now.
    pub cells: i64,
    /// Projects with such a cell.
    pub projects: i64,
    pub warnings: Vec<CellFault>,
}

/// Writes cells; a fault in one of them stops all.
///
/// # Errors
/// [`Error::Cells`] as of [`refuse`].
pub fn write(w: &mut Writer, cells: &[CellWrite]) -> Result<Wrote> {
    let mut rows = rows(cells);
    // Old values are looked up where the projects were made: in the order of identities that is once a changeset.
    rows.sort_unstable_by_key(|(id, _)| *id);
    let (mut wrote, mut errors) = (Wrote::default(), vec![]);
    let mut enterprises = HashMap::new();
    let mut named = String::new();
    for some in rows.chunks(READ_TOGETHER) {
        for (old, (_, of)) in projects(w, some)?.into_iter().zip(some) {
            let mut plan = query::plan(w, &old, of)?;
            for found in std::mem::take(&mut plan.faults) {
                if found.fault.warning { wrote.warnings.push(found) } else { errors.push(found) }
            }
            if errors.is_empty() {
                let changed = apply(w, &old, plan, of, &mut enterprises)?;
                wrote.cells += changed;
                wrote.projects += i64::from(changed > 0);
            }
            named = old.name;
        }
    }
    refuse(w, cells, errors)?;
    w.subject(if cells.len() == 1 { named } else { wrote.cells.to_string() });
    Ok(wrote)
}

/// The projects of some rows, in their order; rows are sorted by project.
fn projects(r: &Reader, rows: &[Row<'_>]) -> Result<Vec<Project>> {
    let ids: Vec<ProjectId> = rows.iter().map(|(id, _)| *id).collect();
    let text = serde_json::to_string(&ids).map_err(|e| Error::Internal(e.to_string()))?;
    let found: Vec<Project> = r.all("where id in (select value from json_each(?)) order by id", [text])?;
    match ids.iter().zip(&found).find(|(id, project)| **id != project.id).map(|(id, _)| id).or(ids.get(found.len())) {
        Some(missing) => Err(Error::not_found("project", missing)),
        None => Ok(found),
    }
}

/// Nothing, or the error that names every faulty cell.
///
/// # Errors
/// [`Error::Cells`] with the faults, each with its `cell` (from 0), `row` (of its project, from 1, as they came) and the
/// project's `name`.
pub fn refuse(r: &Reader, cells: &[CellWrite], faults: Vec<CellFault>) -> Result<()> {
    let faults = told(r, cells, faults)?;
    if faults.is_empty() { Ok(()) } else { Err(Error::Cells(faults)) }
}

/// Faults in the order of their cells, with cell, row and name.
pub fn told(r: &Reader, cells: &[CellWrite], mut faults: Vec<CellFault>) -> Result<Vec<FieldFault>> {
    if faults.is_empty() {
        return Ok(vec![]);
    }
    faults.sort_by_key(|found| found.cell);
    let rows: HashMap<ProjectId, usize> = rows(cells).iter().enumerate().map(|(row, (id, _))| (*id, row + 1)).collect();
    let mut out = vec![];
    for CellFault { cell, fault } in faults {
        let id = cells[cell].project;
        let name = crate::project::query::named(r, id)?.map_or_else(String::new, |named| named.name);
        out.push(fault.with("cell", cell).with("row", rows[&id]).with("name", name));
    }
    Ok(out)
}

/// What writing would find, for cells that could be read: those without a fault among `known`.
pub fn planned_faults(r: &Reader, cells: &[CellWrite], known: &[CellFault]) -> Result<Vec<CellFault>> {
    let mut faults = vec![];
    let unread = |at: usize| known.iter().any(|k| k.cell == at && !k.fault.warning);
    for (id, mut of) in rows(cells) {
        of.retain(|(at, _)| !unread(*at));
        let old: Project = r.get(id)?;
        faults.extend(query::plan(r, &old, &of)?.faults);
    }
    Ok(faults)
}

type Row<'c> = (ProjectId, Vec<(usize, &'c CellWrite)>);

/// The cells of each project, in the order they came.
fn rows(cells: &[CellWrite]) -> Vec<Row<'_>> {
    let mut at: HashMap<ProjectId, usize> = HashMap::new();
    let mut rows: Vec<Row<'_>> = vec![];
    for (place, cell) in cells.iter().enumerate() {
        let row = *at.entry(cell.project).or_insert_with(|| {
            rows.push((cell.project, vec![]));
            rows.len() - 1
        });
        rows[row].1.push((place, cell));
    }
    rows
}

/// Writes what was planned for one project; answers how many of its cells differ.
fn apply(
    w: &mut Writer,
    old: &Project,
    plan: Planned,
    cells: &[(usize, &CellWrite)],
    enterprises: &mut HashMap<String, EnterpriseId>,
) -> Result<i64> {
    let Planned { project: mut new, enterprise, reports, holders, statistics, .. } = plan;
    match enterprise {
        Some(Some(name)) => {
            let id = match enterprises.get(&name) {
                Some(id) => *id,
                None => crate::project::edit::enterprise(w, &name, None)?,
            };
            enterprises.insert(name, id);
            new.enterprise = Some(id);
        }
        Some(None) => new.enterprise = None,
        None => {}
    }
    let differs = |cell: &CellWrite| match cell.column.place() {
        Place::Project => project::get(old, cell.column) != project::get(&new, cell.column),
        Place::Enterprise => old.enterprise != new.enterprise,
        Place::Progress => reports.iter().any(|(a, b)| reported(a, cell.column) != reported(b, cell.column)),
        Place::Duty(_) | Place::Statistics | Place::Fixed => false,
    };
    let mut changed = i64::try_from(cells.iter().filter(|(_, cell)| differs(cell)).count()).unwrap_or(0);
    crate::project::edit::called_before(&mut new, &old.name);
    if new != *old {
        w.put_over(old, &new)?;
    }
    for (before, mut report) in reports.into_iter().filter(|(before, report)| before != report) {
        if before.id == ProgressId::default() {
            report.id = w.new_id();
            w.put_new(report)?;
        } else {
            w.put_over(&before, &report)?;
        }
    }
    for (role, name) in holders {
        changed += i64::from(hold(w, &new, role, name.as_deref())?);
    }
    if let Some(told) = statistics {
        changed += told.write(w, &new, cells)?;
    }
    Ok(changed)
}
