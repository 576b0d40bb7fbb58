//! 手续办理进展表: approval items down, projects across (practice S4).

use super::convert::{date, number_day};
use super::mark;
use super::row::{MarkState, ReadMark};
use super::whole::{Table, tables};
use crate::source::{Cell, address, letter};
use crate::understand::heading::Level;
use crate::understand::line;
use crate::value::name;
use crate::value::text::is_formula_error;
use std::path::Path;
use zhuanban_core::error::{FileProblem, Rule};
use zhuanban_core::time::Day;
use zhuanban_core::{Error, Result};

/// One sheet of items and projects.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matrix {
    pub sheet: String,
    pub items: Vec<MatrixItem>,
    pub projects: Vec<MatrixProject>,
}

/// A line: the approval item and what the table says of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MatrixItem {
    pub row: u32,
    /// The item's code, where the table has a column of them.
    pub code: Option<String>,
    pub item: String,
    pub department: Option<String>,
    pub predecessors: Option<String>,
    /// 法定/承诺 as written.
    pub limit: Option<String>,
}

/// A column: the project and its cells, one for each of the items in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MatrixProject {
    pub column: String,
    pub name: String,
    pub cells: Vec<MatrixCell>,
}

/// What stands where an item and a project meet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MatrixCell {
    /// Address, e.g. `E3`.
    pub cell: String,
    /// As it is shown, trimmed; empty for a blank cell.
    pub text: String,
    /// A cell that holds a day and nothing else.
    pub on: Option<Day>,
    /// Why it cannot be read: a number that is no certain day, a formula without a value or with an error.
    pub fault: Option<Rule>,
}

/// The sign of a cell and what it means where nobody says otherwise; blank is a sign, too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixSign<'c> {
    pub sign: &'c str,
    pub state: Option<MarkState>,
}

impl MatrixCell {
    /// Nothing for a cell whose words say themselves what they mean, and for one that cannot be read.
    #[must_use]
    pub fn sign(&self) -> Option<MatrixSign<'_>> {
        if self.on.is_some() || self.fault.is_some() {
            return None;
        }
        if self.text.is_empty() {
            return Some(MatrixSign { sign: "", state: None });
        }
        mark::sign(&self.text).map(|found| MatrixSign { sign: found.sign, state: found.state })
    }

    /// The mark of an item whose sign means `state`; of a cell without a sign, what it says.
    #[must_use]
    pub fn mark(&self, item: &str, state: Option<MarkState>) -> Option<ReadMark> {
        if self.fault.is_some() {
            return None;
        }
        if let Some(date) = self.on {
            let mark = mark::meant(item, MarkState::Done, "");
            return Some(ReadMark { date: Some(date), ..mark });
        }
        match mark::sign(&self.text) {
            _ if self.text.is_empty() => state.map(|state| mark::meant(item, state, "")),
            Some(found) => state.map(|state| mark::meant(item, state, found.beside)),
            None => mark::read(item, &self.text).ok().flatten(),
        }
    }
}

/// What a column of the table is.
#[derive(Clone, Debug, PartialEq)]
enum Role {
    Code,
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
            matrix.projects.push(MatrixProject { column: letter(column), name: name.clone(), cells: Vec::new() });
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
        | "手续事项" | "Approvalitem" | "Approval" => Role::Item,
        "编号" | "事项编号" | "事项代码" | "Code" => Role::Code,
        "办理部门" | "审批部门" | "主管部门" | "责任部门" | "部门" | "审批单位" | "办理单位" | "Department" => {
            Role::Department
        }
        "前置" | "前置条件" | "前置手续" | "前置事项" | "Waitsfor" => Role::Predecessors,
        "法定/承诺" | "时限" | "办理时限" | "法定时限" | "承诺时限" | "法定承诺" | "Statutory/promised" => {
            Role::Limit
        }
        "" | "序号" | "阶段" | "备注" | "类别" | "说明" | "项目" | "项目名称" | "No." | "Stage" | "Note" => {
            Role::Other
        }
        _ => Role::Project(name::project(heading).name),
    }
}

/// The day of a cell that holds one and nothing else.
fn day_of(cell: &Cell<'_>) -> std::result::Result<Option<Day>, Rule> {
    match cell {
        Cell::Date { on: Some(on), month } => date(*on, *month).map(Some),
        Cell::Date { on: None, .. } => Err(Rule::YearOutOfRange),
        Cell::Number(n) => number_day(*n).transpose(),
        Cell::Error(_) => Err(Rule::FormulaError),
        Cell::Uncalculated => Err(Rule::FormulaText),
        Cell::Text(text) if is_formula_error(text.trim()) => Err(Rule::FormulaError),
        Cell::Text(text) if text.trim_start().starts_with('=') => Err(Rule::FormulaText),
        _ => Ok(None),
    }
}

fn line(table: &Table, at: usize, roles: &[Role], matrix: &mut Matrix) {
    let row = &table.rows[at];
    let text = |wanted: &Role| {
        let column = roles.iter().position(|role| role == wanted)?;
        Some(name::plain(&table.merged_down(at, column).shown())).filter(|text| !text.is_empty())
    };
    let Some(item) = text(&Role::Item).filter(|item| !line::is_note(item)) else { return };
    let columns = roles.iter().enumerate().filter(|(_, role)| matches!(role, Role::Project(_)));
    for (project, (column, _)) in matrix.projects.iter_mut().zip(columns) {
        let cell = row.cell(column);
        let (on, fault) = match day_of(cell) {
            Ok(on) => (on, None),
            Err(rule) => (None, Some(rule)),
        };
        let text = if *cell == Cell::Uncalculated { "=".into() } else { cell.shown().into_owned() };
        project.cells.push(MatrixCell { cell: address(column, row.number), text, on, fault });
    }
    let (department, predecessors, limit) = (text(&Role::Department), text(&Role::Predecessors), text(&Role::Limit));
    matrix.items.push(MatrixItem { row: row.number, code: text(&Role::Code), item, department, predecessors, limit });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_a_day_where_it_is_certain_and_a_formula_without_a_value_is_no_blank() {
        let told = |cell: Cell<'_>| day_of(&cell).map(|day| day.map(|day| day.to_string()));
        assert_eq!(told(Cell::Number(2022.1)), Err(Rule::AmbiguousMonth), "1 or 10");
        assert_eq!(told(Cell::Number(2022.03)), Ok(Some("2022-03-31/month".into())));
        assert_eq!(told(Cell::Number(44_566.0)), Ok(Some("2022-01-05".into())));
        assert_eq!(told(Cell::Number(1.0)), Ok(None), "a sign");
        assert_eq!(told(Cell::Number(0.8)), Err(Rule::NotADay));
        assert_eq!(told(Cell::Uncalculated), Err(Rule::FormulaText));
        assert_eq!(told(Cell::Error("#N/A")), Err(Rule::FormulaError));
        assert_eq!(told(Cell::Text("#N/A".into())), Err(Rule::FormulaError));
        assert_eq!(told(Cell::Text("√".into())), Ok(None));
        let cell = MatrixCell { text: "#N/A".into(), fault: Some(Rule::FormulaError), ..MatrixCell::default() };
        assert_eq!((cell.sign(), cell.mark("x", Some(MarkState::Done))), (None, None), "nothing to ask about");
    }
}
