//! Reading a sheet of approval items: where its head is, what its columns say, and which item a line is.

use super::TemplateHead;
use super::words::{Column, Kind, code_of, column_of, count, half_days};
use crate::read::whole::{Table, tables};
use serde_json::{Map, Value as Json};
use std::path::Path;
use zhuanban_core::Error;
use zhuanban_core::approval::version::TemplateItem;
use zhuanban_core::error::{FieldFault, FileProblem, Result, Rule};
use zhuanban_core::store::patch::Patch;
use zhuanban_core::text::normalise;

/// One line as it is to be put onto a draft.
pub(super) struct Line {
    pub row: u32,
    pub code: String,
    pub name: String,
    pub set: Patch,
    pub faults: Vec<FieldFault>,
}

/// The head lies in the first rows.
const DEPTH: usize = 30;

pub(super) fn lines(path: &Path, known: &[TemplateItem]) -> Result<(String, Vec<TemplateHead>, Vec<Line>)> {
    for table in tables(path)? {
        let Some(at) = (0..table.rows.len().min(DEPTH)).find(|at| is_head(&table, *at)) else { continue };
        let columns = columns(&table, at);
        let heads = table.rows[at].filled().map(|(column, cell)| TemplateHead {
            head: cell.shown().trim().to_string(),
            field: columns.iter().find(|(place, _)| *place == column).map(|(_, column)| column.field.into()),
        });
        let heads = heads.collect();
        let mut taken: Vec<String> = known.iter().map(|item| item.code.clone()).collect();
        let below = table.rows.iter().skip(at + 1).filter(|row| !row.is_blank());
        let lines = below.filter_map(|row| {
            let cells: Vec<(&Column, String)> = columns
                .iter()
                .map(|(place, column)| (*column, row.cell(*place).shown().trim().to_string()))
                .filter(|(_, text)| !text.is_empty())
                .collect();
            line(row.number, &cells, known, &mut taken)
        });
        return Ok((table.sheet.name.clone(), heads, lines.collect()));
    }
    Err(Error::file(path, FileProblem::NoTable, "no head with the names of approval items"))
}

/// The names of items and at least one thing about them.
fn is_head(table: &Table, at: usize) -> bool {
    let fields: Vec<&str> = columns(table, at).iter().map(|(_, column)| column.field).collect();
    fields.contains(&"name") && fields.len() > 1
}

/// The first column that says a field is the one.
fn columns(table: &Table, at: usize) -> Vec<(usize, &'static Column)> {
    let mut found: Vec<(usize, &'static Column)> = vec![];
    for (place, cell) in table.rows[at].filled() {
        let Some(column) = cell.text().and_then(column_of) else { continue };
        if found.iter().all(|(_, known)| known.field != column.field) {
            found.push((place, column));
        }
    }
    found
}

/// Nothing for a row without a name or a code of an item, e.g. a heading of a stage or a total.
fn line(row: u32, cells: &[(&Column, String)], known: &[TemplateItem], taken: &mut Vec<String>) -> Option<Line> {
    let said = |field: &str| cells.iter().find(|(column, _)| column.field == field).map(|(_, text)| text.as_str());
    let by_name = |name: &str| known.iter().find(|item| normalise(&item.name) == normalise(name));
    let name = said("name");
    let code = match (said("code"), name) {
        (Some(code), _) => code.to_string(),
        (None, Some(name)) => by_name(name).map_or_else(|| free(taken), |item| item.code.clone()),
        (None, None) => return None,
    };
    if !taken.contains(&code) {
        taken.push(code.clone());
    }
    let (mut set, mut faults) = (Map::new(), vec![]);
    for (column, text) in cells.iter().filter(|(column, _)| column.field != "code") {
        match value(column, text) {
            Some(value) => {
                set.insert(column.field.into(), value);
            }
            None => faults.push(FieldFault::error(column.field, Rule::NotAChoice).with("text", text)),
        }
    }
    let held = known.iter().find(|item| item.code == code).map(|item| item.name.clone());
    if held.is_none() {
        // What the sheet does not say of a new item.
        set.entry("stage").or_insert_with(|| "其他".into());
    }
    Some(Line { row, name: name.map(str::to_string).or(held).unwrap_or_default(), code, set: Patch(set), faults })
}

/// A code no item has yet.
fn free(taken: &[String]) -> String {
    (1..).map(|n| format!("X{n:02}")).find(|code| !taken.contains(code)).unwrap_or_default()
}

fn value(column: &Column, text: &str) -> Option<Json> {
    Some(match column.cell {
        Kind::Text => text.into(),
        Kind::Number => text.parse::<i64>().ok()?.into(),
        Kind::Count => count(text)?.into(),
        Kind::Days => half_days(text)?.into(),
        Kind::One(words) => code_of(words, text)?.into(),
        Kind::Several(words) => {
            let parts =
                text.split(['；', ';', '、', '，', ',', '|', '/', '\n']).map(str::trim).filter(|part| !part.is_empty());
            parts.map(|part| code_of(words, part)).collect::<Option<Vec<_>>>()?.join(";").into()
        }
    })
}
