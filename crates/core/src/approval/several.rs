//! One item in several projects at once, whether anything is recorded of it yet or not: what a step of many is chosen from.

use super::board::{self, BoardRow, ItemCount, row_ahead};
use super::query::{Listed, checklist};
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::ProjectId;
use crate::store::Reader;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// The most projects that are looked at: each has its checklist made.
const MOST: usize = 500;

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SeveralOf {
    pub projects: Vec<ProjectId>,
    /// Code of the item whose rows are wanted.
    pub item: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SeveralAhead {
    /// Items of their checklists that are not decided, by code, each with the number of projects it is so in.
    pub items: Vec<ItemCount>,
    /// The item asked for, in those projects.
    pub rows: Vec<BoardRow>,
}

/// What may be stepped in these projects. One that is gone is passed over.
///
/// # Errors
/// `Invalid` for no project and for more than 500.
pub fn ahead(r: &Reader, input: &SeveralOf) -> Result<SeveralAhead> {
    match input.projects.len() {
        0 => return Err(Error::invalid("projects", Rule::Required)),
        n if n > MOST => {
            return Err(Error::Invalid(vec![FieldFault::error("projects", Rule::OutOfRange).with("most", MOST)]));
        }
        _ => {}
    }
    let (mut items, mut rows) = (BTreeMap::<String, ItemCount>::new(), vec![]);
    let projects: BTreeSet<ProjectId> = input.projects.iter().copied().collect();
    for project in projects {
        let list = match checklist(r, project) {
            Err(Error::NotFound { .. }) => continue,
            found => found?,
        };
        for item in list.items.iter().filter(|item| is_ahead(item)) {
            let blank = || ItemCount {
                code: item.code.clone(),
                name: item.name.clone(),
                name_en: item.name_en.clone(),
                count: 0,
            };
            items.entry(item.code.clone()).or_insert_with(blank).count += 1;
            if input.item.as_ref() == Some(&item.code) {
                rows.extend(row_ahead(r, project, &item.code)?);
            }
        }
    }
    board::name(r, &mut rows.iter_mut().collect::<Vec<_>>())?;
    Ok(SeveralAhead { items: items.into_values().collect(), rows })
}

fn is_ahead(item: &Listed) -> bool {
    item.waived.is_none() && !item.done && !item.next.is_empty()
}
