//! [`super::opened`] as SQL, for sums over the ledger: the same rule in the words of the database.

use super::span;
use crate::error::Result;
use crate::store::Reader;
use chrono::NaiveDate;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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

    /// 复工 of a project that is not new in the year: what 新开工 leaves of 开复工.
    #[must_use]
    pub fn resumed(self) -> String {
        format!("({} and not {})", self.of(include_str!("opened_resume.sql")), self.begun())
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

/// How many counted projects are 开复工 in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpenedCount {
    /// 开复工 = new + resumed.
    pub opened: i64,
    /// 新开工
    pub new: i64,
    /// 复工
    pub resumed: i64,
}

/// A year up to a day; today, where none is named.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct YearSoFar {
    pub year: i32,
    #[serde(default)]
    #[ts(type = "string | null")]
    pub as_of: Option<NaiveDate>,
}

/// Counts every project that counts by itself.
pub fn count(r: &Reader, asked: YearSoFar) -> Result<OpenedCount> {
    let (year, as_of) = (asked.year, asked.as_of.unwrap_or_else(|| r.today()));
    let sql = format!(
        "select count(*) filter (where {}), count(*) filter (where {}) from project p where p.counted",
        PROJECT.begun(),
        PROJECT.resumed()
    );
    let (from, to) = bounds(year, as_of);
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
    let (new, resumed): (i64, i64) =
        r.db().prepare_cached(&sql)?.query_row(named_params! {":opened_from": from, ":opened_to": to}, read)?;
    Ok(OpenedCount { opened: new + resumed, new, resumed })
}
