//! Reporting rounds 报送期: a month or a quarter, which units report which columns by when, what came back, and what was frozen
//! (practice §4.1).
//!
//! Workbooks out and back are the office crate's; here is what is recorded of them.

pub mod closed;
pub mod edit;
pub mod file;
pub mod query;
pub mod texts;
pub mod unit;

use crate::id::{CorrectionId, ProjectId, RoundFileId, RoundId, RoundUnitId, SnapshotId};
use crate::{codes, record};

codes! {
    pub enum RoundKind { Monthly = "monthly", Quarterly = "quarterly" }
}

codes! {
    /// By what the projects are divided among the units that report.
    pub enum Split {
        /// One unit a county, or other region.
        Region = "region",
        /// 项目责任单位
        ResponsibleUnit = "responsible_unit",
    }
}

codes! {
    /// What a round asks the units to fill in.
    pub enum Asked {
        Stage = "stage",
        /// 是否开工
        Started = "started",
        StartedActual = "started_actual",
        DoneTotal = "done_total",
        DoneYear = "done_year",
        DoneMonth = "done_month",
        /// 是否纳统
        Entered = "entered",
        Image = "image",
        Issue = "issue",
        NextStep = "next_step",
    }
}

codes! {
    /// How far a unit is. Each unit is in exactly one state, so that the counts add up to all units.
    pub enum UnitState {
        /// 未发
        Unsent = "unsent",
        /// 已发
        Sent = "sent",
        /// 已收
        Received = "received",
        /// 零报告
        Zero = "zero",
        /// 退回修改
        Returned = "returned",
        /// 疑似旧文件
        Stale = "stale",
        /// 转人工录入
        Manual = "manual",
    }
}

codes! {
    /// What became of a file that came back.
    pub enum FileFate {
        /// Its rows were written.
        Taken = "taken",
        /// Sent back to be corrected; nothing of it was written.
        Returned = "returned",
        /// 疑似旧文件; nothing of it was written.
        Stale = "stale",
        /// A picture or a PDF: to be typed in by hand.
        Picture = "picture",
        /// A sealed copy of what was reported 盖章扫描件.
        Sealed = "sealed",
        /// 零报告
        Zero = "zero",
    }
}

record! {
    pub struct Round(RoundId) in "round", Work {
        name: String,
        kind: RoundKind,
        /// `YYYY-MM`: the month, or the quarter's last.
        period: String,
        /// 截至日 of the figures.
        as_of: chrono::NaiveDate,
        /// 截止: the day and the minute of that day, in Beijing.
        due_on: chrono::NaiveDate,
        due_minute: i64,
        split: Split,
        /// Codes of [`Asked`], one a line, in the order of the columns.
        asked: String,
        /// Which projects: a ledger query as JSON.
        query: String,
        /// 上期快照, taken at the opening.
        before: Option<SnapshotId>,
        /// Taken at the closing.
        after: Option<SnapshotId>,
        closed_ms: Option<i64>,
        note: Option<String>,
    }
}

record! {
    pub struct RoundUnit(RoundUnitId) in "round_unit", Work, of "round" {
        round: RoundId,
        /// Code or text of the region, or the responsible unit's name; empty for projects that have none.
        unit: String,
        name: String,
        /// 建制顺序, from 1.
        place: i64,
        /// How many projects it had at the opening.
        projects: i64,
        state: UnitState,
        sent_ms: Option<i64>,
        /// Hash of what was handed out.
        sent_hash: Option<String>,
        /// When the file of its present state came.
        came_ms: Option<i64>,
        /// A seal stands on what it sent.
        stamped: bool,
        note: Option<String>,
    }
}

record! {
    /// A file that came back. Its bytes lie in `attachments/<first two>/<hash>` of the desk's folder.
    pub struct RoundFile(RoundFileId) in "round_file", Work, of "round" {
        round: RoundId,
        unit: Option<RoundUnitId>,
        name: String,
        /// SHA-256 in hexadecimal.
        hash: String,
        size: i64,
        media: String,
        fate: FileFate,
        came_ms: i64,
        /// How many of a thousand asked cells are as they were handed out.
        alike: Option<i64>,
        /// Hash of the asked cells it holds: the same figures in another file have the same.
        cells: Option<String>,
        /// [`file::RowFault`]s as JSON.
        faults: Option<String>,
        /// Projects it names, and how many of them it changed.
        rows: Option<i64>,
        changed: Option<i64>,
        note: Option<String>,
    }
}

record! {
    /// One line of 改数登记.
    pub struct Correction(CorrectionId) in "correction", Work, of "round" {
        round: RoundId,
        project: ProjectId,
        /// The project's name then.
        name: String,
        period: String,
        basis: crate::progress::Basis,
        field: String,
        /// As the field's own text: money in 元.
        old: Option<String>,
        new: Option<String>,
        /// 改数原因
        reason: String,
        /// 谁同意
        agreed_by: String,
        changed_ms: i64,
    }
}

impl Round {
    /// What is asked, in the order of the columns.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lines().filter_map(Asked::find).collect()
    }

    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.closed_ms.is_some()
    }

    /// 5月25日17:00
    #[must_use]
    pub fn due_words(&self) -> String {
        format!("{}{}", self.due_on.format("%-m月%-d日"), self.due_clock())
    }

    /// 17:00
    #[must_use]
    pub fn due_clock(&self) -> String {
        format!("{}:{:02}", self.due_minute / 60, self.due_minute % 60)
    }

    /// The hour has passed, in Beijing.
    #[must_use]
    pub fn is_overdue(&self, now_ms: i64) -> bool {
        let east = now_ms + 8 * 3600 * 1000;
        let minute = east.div_euclid(60_000).rem_euclid(24 * 60);
        (crate::time::beijing_day(now_ms), minute) > (self.due_on, self.due_minute)
    }
}

/// 2023年一季度, 2023年5月.
#[must_use]
pub fn period_name(kind: RoundKind, period: &str) -> String {
    let (year, month) = period.split_once('-').unwrap_or((period, ""));
    let month: usize = month.parse().unwrap_or(0);
    match (kind, month) {
        (RoundKind::Quarterly, 1..=12) => format!("{year}年{}季度", ["一", "二", "三", "四"][(month - 1) / 3]),
        _ => format!("{year}年{month}月"),
    }
}

/// The month `months` before `period`.
#[must_use]
pub fn months_before(period: &str, months: i64) -> String {
    let (year, month) = period.split_once('-').unwrap_or(("0", "1"));
    let at = year.parse().unwrap_or(0) * 12 + month.parse().unwrap_or(1) - 1 - months;
    format!("{:04}-{:02}", at.div_euclid(12), at.rem_euclid(12) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_have_the_names_of_documents() {
        assert_eq!(period_name(RoundKind::Quarterly, "2023-03"), "2023年一季度");
        assert_eq!(period_name(RoundKind::Quarterly, "2023-12"), "2023年四季度");
        assert_eq!(period_name(RoundKind::Monthly, "2023-05"), "2023年5月");
        assert_eq!(months_before("2023-01", 1), "2022-12");
        assert_eq!(months_before("2023-03", 12), "2022-03");
    }
}
