//! 纳统: whether a project must be in the books of the statistics bureau, whether it is, and what keeps it out
//! (practice C30). Its figures there are reports with the basis `statistics`; they are never mixed with others.

pub mod edit;

use crate::id::{ProjectId, StatisticsEntryId};
use crate::{codes, record};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// From this total on a project must be entered (500万元, practice C30), 元.
pub const DUE_FROM: i64 = 5_000_000;

codes! {
    /// Where a project stands with the statistics bureau, as the ledger says it in one word.
    pub enum StatisticsState {
        /// 已入库
        Entered = "entered",
        /// 应纳统，未入库
        Due = "due",
        /// 不需纳统
        NotDue = "not_due",
    }
}

record! {
    /// One a project; its identity follows from the project's.
    pub struct StatisticsEntry(StatisticsEntryId) in "statistics_entry", Work, of "project" {
        project: ProjectId,
        /// 应纳统
        due: bool,
        /// 已入库
        entered: bool,
        /// 入库月, `YYYY-MM`.
        entered_period: Option<String>,
        /// 统计项目代码
        code: Option<String>,
        /// 统计项目名
        name: Option<String>,
        /// 未入库原因
        reason: Option<String>,
        /// 差哪份材料
        lacking: Option<String>,
    }
}

impl StatisticsEntry {
    #[must_use]
    pub fn state(&self) -> StatisticsState {
        match (self.entered, self.due) {
            (true, _) => StatisticsState::Entered,
            (false, true) => StatisticsState::Due,
            (false, false) => StatisticsState::NotDue,
        }
    }
}

/// 纳统 of a project.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StatisticsFile {
    pub entry: Option<StatisticsEntry>,
    /// Whether its total says that it must be entered.
    pub due_by_total: bool,
    /// 应纳未纳: whole months since the start of a project that must be entered and is not.
    pub months_waiting: Option<i64>,
}

/// Whole months from one day to another; none where the second is earlier.
#[must_use]
pub fn months_between(from: NaiveDate, to: NaiveDate) -> i64 {
    let months = |d: NaiveDate| i64::from(d.year()) * 12 + i64::from(d.month0());
    let short = i64::from(to.day() < from.day());
    (months(to) - months(from) - short).max(0)
}

#[cfg(test)]
mod tests {
    use super::months_between;

    #[test]
    fn a_month_is_whole_on_its_day() {
        let day = |text: &str| text.parse().unwrap();
        for (from, to, months) in [
            ("2022-02-28", "2022-03-27", 0),
            ("2022-02-28", "2022-03-28", 1),
            ("2021-12-15", "2022-03-14", 2),
            ("2022-03-01", "2022-02-01", 0),
        ] {
            assert_eq!(months_between(day(from), day(to)), months, "{from} – {to}");
        }
    }
}
