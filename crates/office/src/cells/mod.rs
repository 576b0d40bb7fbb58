//! Cells of the ledger typed or pasted as in Excel: read, checked, and written all or none, as one action with one undo.

mod read;
mod words;

pub(crate) use words::entered;

use crate::typed::TypedUnit;
use read::Cells;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;
use zhuanban_core::error::{Error, FieldFault, Result, Rule};
use zhuanban_core::id::ProjectId;
use zhuanban_core::project::Project;
use zhuanban_core::project::cells::{self, CellFault, CellWrite, Said};
use zhuanban_core::project::column::Column;
use zhuanban_core::project::list::{self, ProjectQuery};
use zhuanban_core::round::closed::{CorrectionReason, allow};
use zhuanban_core::store::{Reader, Writer};

/// One cell as it was typed; an empty text clears it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CellEdit {
    pub project: ProjectId,
    pub column: Column,
    pub text: String,
    /// `YYYY-MM`: the report a figure or word of progress is for, if it is not the newest. One that is missing is made.
    #[serde(default)]
    pub period: Option<String>,
}

/// Cells to be written together.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CellsEdit {
    pub cells: Vec<CellEdit>,
    /// What the caller saw in each cell, as [`CellGet`] and [`CheckedCell`] write it; a cell that holds something else stops all.
    #[serde(default)]
    pub expect: Option<Vec<String>>,
    /// The money unit of figures that name none.
    #[serde(default)]
    pub unit: TypedUnit,
    /// Needed where a period is closed.
    #[serde(default)]
    #[ts(optional)]
    pub correction: Option<CorrectionReason>,
}

/// The same text for a column of many projects: those named, or all that a query finds.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CellsEditAll {
    #[serde(default)]
    pub projects: Option<Vec<ProjectId>>,
    #[serde(default)]
    pub query: Option<ProjectQuery>,
    pub column: Column,
    pub text: String,
    #[serde(default)]
    pub period: Option<String>,
    #[serde(default)]
    pub unit: TypedUnit,
    /// Needed where a period is closed.
    #[serde(default)]
    #[ts(optional)]
    pub correction: Option<CorrectionReason>,
}

/// What was written, with warnings that name `cell` (from 0), `row` (of its project, from 1) and `name`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CellsEdited {
    /// Cells whose value is another now.
    pub cells: i64,
    pub projects: i64,
    pub warnings: Vec<FieldFault>,
}

/// One cell as it is and as it would be, with what is wrong or odd about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckedCell {
    pub project: ProjectId,
    pub column: Column,
    /// A choice is written as its code.
    pub old: String,
    pub new: String,
    pub changed: bool,
    pub faults: Vec<FieldFault>,
}

/// What writing cells would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CellsChecked {
    pub cells: Vec<CheckedCell>,
    /// Cells that would hold another value, without a fault.
    pub changed: i64,
    /// Cells with a fault that stops the writing.
    pub faults: i64,
}

/// Which cell.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CellOf {
    pub project: ProjectId,
    pub column: Column,
    #[serde(default)]
    pub period: Option<String>,
    #[serde(default)]
    pub unit: TypedUnit,
}

/// A cell's text as it would be typed, who set it when, and what stood there before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CellGet {
    pub text: String,
    pub editable: bool,
    pub changed_ms: Option<i64>,
    pub person: Option<String>,
    /// The command by which it was set.
    pub label: Option<String>,
    /// None where the record was made with the value.
    pub old: Option<String>,
}

pub fn edit(w: &mut Writer, input: CellsEdit) -> Result<CellsEdited> {
    let (writes, mut warnings, faults) = read_all(w, &input)?;
    cells::refuse(w, &writes, faults)?;
    allow(w, input.correction)?;
    let wrote = cells::write(w, &writes)?;
    warnings.extend(wrote.warnings);
    let warnings = cells::told(w, &writes, warnings)?;
    Ok(CellsEdited { cells: wrote.cells, projects: wrote.projects, warnings })
}

pub fn edit_all(w: &mut Writer, input: CellsEditAll) -> Result<CellsEdited> {
    let CellsEditAll { projects, query, column, text, period, unit, correction } = input;
    let projects = match (projects, query) {
        (Some(projects), _) => projects,
        (None, Some(query)) => list::window(w, &ProjectQuery { offset: 0, ..query }, -1)?,
        (None, None) => vec![],
    };
    let cell = |project| CellEdit { project, column, text: text.clone(), period: period.clone() };
    edit(w, CellsEdit { cells: projects.into_iter().map(cell).collect(), expect: None, unit, correction })
}

type ReadAll = (Vec<CellWrite>, Vec<CellFault>, Vec<CellFault>);

/// Every cell as it is to be written, with warnings and faults.
fn read_all(r: &Reader, input: &CellsEdit) -> Result<ReadAll> {
    let mut reader = Cells::new(r, input.unit)?;
    let (mut writes, mut warnings, mut faults) = (Vec::with_capacity(input.cells.len()), vec![], vec![]);
    // One text for a whole column is read once.
    let mut known: Option<(Column, &str, Said, Option<Rule>)> = None;
    for (cell, typed) in input.cells.iter().enumerate() {
        let (mut said, mut warning) = (Said::Nothing, None);
        if let Some((column, text, before, odd)) = &known
            && (*column, *text) == (typed.column, typed.text.as_str())
        {
            (said, warning) = (before.clone(), *odd);
        } else {
            match reader.read(typed.column, &typed.text)? {
                Ok(read) => {
                    (said, warning) = (read.said, read.warning);
                    known = Some((typed.column, &typed.text, said.clone(), warning));
                }
                Err(fault) => faults.push(CellFault { cell, fault }),
            }
        }
        let text = typed.text.trim();
        let odd = warning.map(|rule| FieldFault::warning(typed.column.code(), rule).with("text", text));
        warnings.extend(odd.map(|fault| CellFault { cell, fault }));
        writes.push(CellWrite { project: typed.project, column: typed.column, said, period: typed.period.clone() });
    }
    if let Some(expect) = &input.expect {
        faults.extend(changed_meanwhile(r, &reader, input, expect)?);
    }
    Ok((writes, warnings, faults))
}

fn changed_meanwhile(r: &Reader, reader: &Cells, input: &CellsEdit, expect: &[String]) -> Result<Vec<CellFault>> {
    if expect.len() != input.cells.len() {
        let detail = format!("{} cells, {} expected", input.cells.len(), expect.len());
        return Err(Error::BadInput { command: "cells_edit".into(), detail });
    }
    let mut faults = vec![];
    let mut projects = Projects::default();
    for (cell, (typed, expected)) in input.cells.iter().zip(expect).enumerate() {
        let held = cells::held(r, projects.get(r, typed.project)?, typed.column, typed.period.as_deref())?;
        let text = reader.show_in(typed.column, &held)?;
        if text != *expected {
            let fault = FieldFault::error(typed.column.code(), Rule::ChangedMeanwhile).with("text", text);
            faults.push(CellFault { cell, fault });
        }
    }
    Ok(faults)
}

/// Projects that several cells are of, read once.
#[derive(Default)]
struct Projects(HashMap<ProjectId, Project>);

impl Projects {
    fn get(&mut self, r: &Reader, id: ProjectId) -> Result<&Project> {
        if let std::collections::hash_map::Entry::Vacant(place) = self.0.entry(id) {
            place.insert(r.get(id)?);
        }
        Ok(&self.0[&id])
    }
}

/// What writing would do, cell by cell, without writing.
pub fn check(r: &Reader, input: CellsEdit) -> Result<CellsChecked> {
    let (writes, warnings, mut faults) = read_all(r, &input)?;
    faults.extend(warnings);
    faults.extend(cells::planned_faults(r, &writes, &faults)?);
    let reader = Cells::new(r, input.unit)?;
    let mut projects = Projects::default();
    let mut checked = Vec::with_capacity(writes.len());
    for (typed, write) in input.cells.iter().zip(&writes) {
        let held = cells::held(r, projects.get(r, write.project)?, write.column, write.period.as_deref())?;
        let (old, new) = (reader.show_in(write.column, &held)?, reader.show_in(write.column, &write.said)?);
        let changed = held != write.said;
        let (project, column) = (typed.project, typed.column);
        checked.push(CheckedCell { project, column, old, new, changed, faults: vec![] });
    }
    faults.sort_by_key(|found| found.cell);
    let cell_of: Vec<usize> = faults.iter().map(|found| found.cell).collect();
    for (cell, fault) in cell_of.into_iter().zip(cells::told(r, &writes, faults)?) {
        if !fault.warning && matches!(writes[cell].said, Said::Nothing) {
            // Nothing was understood, so what was typed is shown.
            checked[cell].new.clone_from(&input.cells[cell].text);
        }
        checked[cell].faults.push(fault);
    }
    let stops = |cell: &&CheckedCell| cell.faults.iter().any(|fault| !fault.warning);
    let faults = i64::try_from(checked.iter().filter(stops).count()).unwrap_or(i64::MAX);
    let changed = checked.iter().filter(|cell| cell.changed && !stops(cell)).count();
    let changed = i64::try_from(changed).unwrap_or(i64::MAX);
    Ok(CellsChecked { cells: checked, changed, faults })
}

pub fn get(r: &Reader, of: CellOf) -> Result<CellGet> {
    let project: Project = r.get(of.project)?;
    let reader = Cells::new(r, of.unit)?;
    let held = cells::held(r, &project, of.column, of.period.as_deref())?;
    let text = reader.show_in(of.column, &held)?;
    let editable = of.column.place() != cells::Place::Fixed;
    let story = cells::story(r, &project, of.column, of.period.as_deref())?;
    let old = match &story {
        Some(story) if story.old != Said::Nothing => Some(reader.show_in(of.column, &story.old)?),
        _ => None,
    };
    let (changed_ms, person, label) = match story {
        Some(story) => (Some(story.ms), Some(story.person), Some(story.label)),
        None => (None, None, None),
    };
    Ok(CellGet { text, editable, changed_ms, person, label, old })
}
