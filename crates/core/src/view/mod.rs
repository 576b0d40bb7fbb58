//! Saved views of the ledger: a question with the columns it is looked at in, for one person or for everyone.

pub mod edit;

use crate::id::{PersonId, ViewId};
use crate::project::column::Column;
use crate::project::list::ProjectQuery;
use crate::record;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

record! {
    /// As it is kept; question and columns are JSON ([`SavedView`]).
    pub struct View(ViewId) in "view", Ref {
        name: String,
        /// Whose it is; everyone's if nobody's.
        person: Option<PersonId>,
        query: String,
        columns: String,
        /// Lines of text a row has.
        lines: Option<i64>,
        position: Option<i64>,
    }
}

/// A column of a view, from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ShownColumn {
    pub column: Column,
    /// CSS pixels.
    pub width: i64,
    /// Stays in place when scrolled sideways.
    #[serde(default)]
    pub frozen: bool,
}

/// A view as the interface shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SavedView {
    pub id: ViewId,
    pub name: String,
    /// For everyone at the office, else for its owner alone.
    pub everyone: bool,
    pub query: ProjectQuery,
    pub columns: Vec<ShownColumn>,
    pub lines: Option<i64>,
}
