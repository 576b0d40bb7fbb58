//! 手续办理进展表: approval items down, projects across (practice S4).

use super::convert::date;
use super::mark;
use super::row::{CellFault, MarkState, ReadMark};
use super::whole::{Table, tables};
use crate::source::{Cell, address, letter};
use crate::understand::heading::Level;
use crate::understand::line;
use crate::value::name;
use serde::Serialize;
use std::path::Path;
use ts_rs::TS;
use zhuanban_core::error::{FieldFault, FileProblem, Rule};
use zhuanban_core::{Error, Result};

/// One sheet of items and projects.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
pub struct Matrix {
    pub sheet: String,
    pub items: Vec<MatrixItem>,
    pub projects: Vec<MatrixProject>,
    /// Signs that are not known: to be asked once a file.
    pub faults: Vec<CellFault>,
}

/// A line: the approval item and what the table says of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
pub struct MatrixItem {
    pub row: u32,
    pub item: String,
    pub department: Option<String>,
    pub predecessors: Option<String>,
    /// 法定/承诺 as written.
    pub limit: Option<String>,
}

/// A column: the project and its marks, in the order of the items; blank cells give none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
pub struct MatrixProject {
    pub column: String,
    pub name: String,
    pub marks: Vec<ReadMark>,
}

/// What a column of the table is.
#[derive(Clone, Debug, PartialEq)]
enum Role {
    Item,
    Department,
    Predecessors,
    Limit,
    Project(String),
    Other,
}

/// Reads every sheet that is such a table; fails where none is.
pub fn read_matrix(path: &Path) -> Result<Vec<Matrix>> {
    let found: Vec<_> = tables(path)?.iter().filter_map(matrix).collect();
    if found.is_empty() {
        Err(Error::file(path, FileProblem::NoTable, "no header with approval items and projects"))
    } else {
        Ok(found)
    }
}

fn matrix(table: &Table) -> Option<Matrix> {
    let (header, roles) = (0..table.rows.len().min(30)).find_map(|at| Some((at, roles(table, at)?)))?;
    let last = last_of_header(table, header);
    let mut matrix = Matrix { sheet: table.sheet.name.clone(), ..Matrix::default() };
    for (column, role) in roles.iter().enumerate() {
        if let Role::Project(name) = role {
            matrix.projects.push(MatrixProject { column: letter(column), name: name.clone(), marks: Vec::new() });
        }
    }
    for at in header + 1..table.rows.len() {
        if table.rows[at].number > last {
            line(table, at, &roles, &mut matrix);
        }
    }
    (!matrix.items.is_empty()).then_some(matrix)
}

/// The roles of the columns, if this row is the header: an item column and at least one project after it.
fn roles(table: &Table, at: usize) -> Option<Vec<Role>> {
    let last = last_of_header(table, at);
    let width = table.rows.iter().take(at + 4).map(|row| row.cells.len()).max()?;
    let mut roles: Vec<Role> = (0..width)
        .map(|column| {
            let header = table.rows[at..].iter().take_while(|row| row.number <= last);
            let lowest = header.map(|row| row.cell(column)).filter(|cell| !cell.is_blank()).last();
            role(lowest.map(|cell| cell.shown().into_owned()).unwrap_or_default().as_str())
        })
        .collect();
    let item = roles.iter().position(|role| *role == Role::Item)?;
    // A name before the items is none: 阶段, 序号 and the like stand there.
    for role in &mut roles[..item] {
        if matches!(role, Role::Project(_)) {
            *role = Role::Other;
        }
    }
    roles.iter().any(|role| matches!(role, Role::Project(_))).then_some(roles)
}

/// The item heading may be merged over the rows that hold the projects' names.
fn last_of_header(table: &Table, at: usize) -> u32 {
    let number = table.rows[at].number;
    table
        .sheet
        .merges
        .iter()
        .filter(|m| m.top + 1 == number && m.bottom > m.top)
        .map(|m| m.bottom + 1)
        .max()
        .unwrap_or(number)
}

fn role(heading: &str) -> Role {
    match Level::of(heading).word.as_str() {
        "手续名称" | "审批事项" | "事项名称" | "手续" | "审批手续" | "事项" | "审批手续名称" | "办理事项"
        | "手续事项" => Role::Item,
        "办理部门" | "审批部门" | "主管部门" | "责任部门" | "部门" | "审批单位" | "办理单位" => {
            Role::Department
        }
        "前置" | "前置条件" | "前置手续" | "前置事项" => Role::Predecessors,
        "法定/承诺" | "时限" | "办理时限" | "法定时限" | "承诺时限" | "法定承诺" => Role::Limit,
        "" | "序号" | "阶段" | "备注" | "类别" | "说明" | "项目" | "项目名称" | "编号" => Role::Other,
        _ => Role::Project(name::project(heading).name),
    }
}

fn line(table: &Table, at: usize, roles: &[Role], matrix: &mut Matrix) {
    let row = &table.rows[at];
    let text = |wanted: &Role| {
        let column = roles.iter().position(|role| role == wanted)?;
        Some(name::plain(&table.merged_down(at, column).shown())).filter(|text| !text.is_empty())
    };
    let Some(item) = text(&Role::Item).filter(|item| !line::is_note(item)) else { return };
    let mut projects = matrix.projects.iter_mut();
    for (column, _) in roles.iter().enumerate().filter(|(_, role)| matches!(role, Role::Project(_))) {
        let Some(project) = projects.next() else { break };
        match mark_of(&item, row.cell(column)) {
            Ok(mark) => project.marks.extend(mark),
            Err(sign) => {
                let fault = FieldFault::error("approval", Rule::UnknownMark).with("text", sign).with("item", &item);
                matrix.faults.push(CellFault { cell: address(column, row.number), fault });
            }
        }
    }
    let (department, predecessors, limit) = (text(&Role::Department), text(&Role::Predecessors), text(&Role::Limit));
    matrix.items.push(MatrixItem { row: row.number, item, department, predecessors, limit });
}

fn mark_of(item: &str, cell: &Cell<'_>) -> std::result::Result<Option<ReadMark>, String> {
    match cell {
        Cell::Date { on: Some(on), month } => Ok(Some(ReadMark {
            item: item.to_string(),
            state: MarkState::Done,
            number: None,
            date: date(*on, *month).ok(),
            note: None,
        })),
        other => mark::read(item, &other.shown()),
    }
}
