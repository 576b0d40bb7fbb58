//! [`super::opened`] as SQL, for sums over the ledger: the same rule in the words of the database.

use super::span;
use chrono::NaiveDate;

/// Where a row keeps its project and its 实际开工; [`bounds`] gives `:opened_from` and `:opened_to`.
///
/// The two are the statement's first parameters where they stand before every `?`.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub project: &'static str,
    pub actual: &'static str,
}

/// A row of `project p`.
pub const PROJECT: Row = Row { project: "p.id", actual: "p.started_actual" };

impl Row {
    /// The clause of a file, written for a row of `project p`, for this row.
    fn of(self, clause: &str) -> String {
        let condition = clause.trim().trim_start_matches("where ");
        condition.replace(PROJECT.actual, self.actual).replace(PROJECT.project, self.project)
    }

    /// 新开工
    #[must_use]
    pub fn begun(self) -> String {
        self.of(include_str!("opened_new.sql"))
    }

    /// 开复工: one of the two.
    #[must_use]
    pub fn opened(self) -> String {
        format!("({} or {})", self.begun(), self.of(include_str!("opened_resume.sql")))
    }
}

/// `:opened_from` and `:opened_to` of a year up to a day; an empty span where the year had not begun.
#[must_use]
pub fn bounds(year: i32, as_of: NaiveDate) -> (String, String) {
    let text = |day: NaiveDate| day.format("%Y-%m-%d").to_string();
    span(year, as_of).map_or_else(|| ("9999-12-31".into(), "0000-01-01".into()), |(from, to)| (text(from), text(to)))
}
