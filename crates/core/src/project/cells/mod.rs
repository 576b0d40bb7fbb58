//! Cells of the ledger: which record each stands for, what it holds, and what it holds once somebody has typed into it.
//!
//! Texts are read by the office crate; here values are compared, checked and written.

mod edit;
mod project;
mod query;
mod statistics;

pub use edit::{Wrote, planned_faults, refuse, told, write};
pub use query::{CellStory, held, story};

use super::column::Column;
use crate::error::FieldFault;
use crate::id::ProjectId;
use crate::people::Role;
use crate::time::Day;

/// Which record a cell's value stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Project,
    /// The newest 调度 report, or that of a named period.
    Progress,
    /// The enterprise the project belongs to, by name: found, or made.
    Enterprise,
    /// Who holds a duty now.
    Duty(Role),
    /// 纳统 of the project.
    Statistics,
    /// Computed, or changed by a command of its own (lists, standing).
    Fixed,
}

impl Column {
    #[must_use]
    pub fn place(self) -> Place {
        use Column as C;
        match self {
            C::Entered | C::Light | C::List | C::Rate | C::YearRate | C::Period | C::Standing => Place::Fixed,
            C::DoneTotal | C::DoneYear | C::DoneMonth | C::Image | C::Issue | C::NextStep => Place::Progress,
            C::Enterprise => Place::Enterprise,
            C::Statistics | C::EnteredPeriod => Place::Statistics,
            C::Leader => Place::Duty(Role::Leader),
            C::ChiefServiceOfficer => Place::Duty(Role::ChiefServiceOfficer),
            C::Liaison => Place::Duty(Role::Liaison),
            _ => Place::Project,
        }
    }
}

/// What a cell says, typed or held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Said {
    #[default]
    Nothing,
    Text(String),
    /// A choice's code, or that of a region or industry.
    Code(String),
    /// Whole 元; `about` for 约.
    Money {
        yuan: i64,
        about: bool,
    },
    Day(Day),
    Project(ProjectId),
}

/// One cell to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellWrite {
    pub project: ProjectId,
    pub column: Column,
    pub said: Said,
    /// `YYYY-MM`, for a cell of a report that is not the newest.
    pub period: Option<String>,
}

/// What is wrong with one of the cells that were to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellFault {
    /// Its place among them, from 0.
    pub cell: usize,
    pub fault: FieldFault,
}
