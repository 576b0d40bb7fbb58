//! 纳统 of a project as cells: whether it is entered, and its month.

use super::{CellWrite, Place, Said};
use crate::error::{Result, Rule};
use crate::progress::edit::is_period;
use crate::project::Project;
use crate::project::column::Column;
use crate::statistics::{StatisticsEntry, StatisticsState, edit};
use crate::store::Writer;
use crate::store::patch::Patch;
use serde_json::{Map, Value as Json};

/// What cells say of an entry.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Told {
    /// Nobody is to have said anything of it.
    clear: bool,
    set: Map<String, Json>,
}

pub(super) fn get(entry: Option<&StatisticsEntry>, column: Column) -> Said {
    let Some(entry) = entry else { return Said::Nothing };
    match column {
        Column::Statistics => Said::Code(entry.state().code().into()),
        _ => entry.entered_period.clone().map_or(Said::Nothing, Said::Text),
    }
}

impl Told {
    /// Takes one cell in; `entry` is what is known so far.
    ///
    /// # Errors
    /// `EntryHasMore` where a cleared cell would take along what only the project's page shows; `MonthOfEntry` for a month beside
    /// another state than 已入库.
    pub fn put(
        &mut self,
        column: Column,
        said: &Said,
        entry: Option<&StatisticsEntry>,
    ) -> std::result::Result<(), Rule> {
        self.take(column, said, entry)?;
        let month = self.set.get("entered_period").is_some_and(|month| !month.is_null());
        let entered = self.set.get("entered").is_none_or(|entered| *entered == Json::Bool(true));
        if month && (self.clear || !entered) { Err(Rule::MonthOfEntry) } else { Ok(()) }
    }

    fn take(&mut self, column: Column, said: &Said, entry: Option<&StatisticsEntry>) -> std::result::Result<(), Rule> {
        match (column, said) {
            (Column::Statistics, Said::Nothing) => {
                let more = |e: &StatisticsEntry| [&e.code, &e.name, &e.reason, &e.lacking].iter().any(|t| t.is_some());
                if entry.is_some_and(more) {
                    return Err(Rule::EntryHasMore);
                }
                self.clear = true;
            }
            (Column::Statistics, Said::Code(code)) => {
                let state = StatisticsState::find(code).ok_or(Rule::NotAChoice)?;
                self.clear = false;
                self.set.insert("due".into(), (state != StatisticsState::NotDue).into());
                self.set.insert("entered".into(), (state == StatisticsState::Entered).into());
            }
            (Column::EnteredPeriod, Said::Nothing) => {
                self.set.insert("entered_period".into(), Json::Null);
            }
            (Column::EnteredPeriod, Said::Text(period)) if is_period(period) => {
                self.set.insert("entered_period".into(), period.as_str().into());
            }
            (Column::EnteredPeriod, _) => return Err(Rule::NoSuchMonth),
            _ => return Err(Rule::NotAChoice),
        }
        Ok(())
    }

    /// Writes what was told; answers how many of the cells differ.
    pub fn write(self, w: &mut Writer, project: &Project, cells: &[(usize, &CellWrite)]) -> Result<i64> {
        let before = edit::entry(w, project.id)?;
        if self.clear {
            edit::clear(w, project.id)?;
        } else if before.is_some() || self.set.values().any(|value| !value.is_null()) {
            edit::put(w, project, &Patch(self.set))?;
        }
        let after = edit::entry(w, project.id)?;
        let differs = |cell: &CellWrite| {
            cell.column.place() == Place::Statistics
                && get(before.as_ref(), cell.column) != get(after.as_ref(), cell.column)
        };
        Ok(cells.iter().filter(|(_, cell)| differs(cell)).count().try_into().unwrap_or(0))
    }
}
