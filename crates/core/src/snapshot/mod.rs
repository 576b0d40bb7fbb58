//! Snapshots: the ledger as it stood at one moment, kept whole (practice §4.1 step 8, C33).
//!
//! A row holds names, not references: what was reported then reads the same when a county is renamed or a project is gone.

pub mod compare;
pub mod edit;
pub mod news;
pub mod query;

use crate::id::{ProjectId, SnapshotId, SnapshotRowId};
use crate::project::{Carried, ProjectState, Stage};
use crate::time::Day;
use crate::{codes, record};

codes! {
    /// Why a snapshot was taken.
    pub enum SnapshotKind {
        /// At the opening or closing of a reporting round.
        Round = "round",
        /// At the turn of the year.
        Year = "year",
        /// Because somebody wanted one.
        Manual = "manual",
    }
}

record! {
    pub struct Snapshot(SnapshotId) in "snapshot", Work {
        name: String,
        kind: SnapshotKind,
        /// `YYYY-MM`: no report of a later month is in it.
        period: String,
        as_of: chrono::NaiveDate,
        /// When it was taken, milliseconds UTC.
        made_ms: i64,
        note: Option<String>,
    }
}

record! {
    /// One project as it stood. Money in 元.
    pub struct SnapshotRow(SnapshotRowId) in "snapshot_row", Work, of "snapshot" {
        snapshot: SnapshotId,
        project: ProjectId,
        /// Its place in the ledger's order, from 1.
        place: i64,
        name: String,
        code: Option<String>,
        /// Code of the region, or its text where it had none.
        region: Option<String>,
        region_name: Option<String>,
        enterprise: Option<String>,
        responsible_unit: Option<String>,
        /// 包保领导
        leader: Option<String>,
        /// Names of the published lists it stood on, one a line.
        lists: Option<String>,
        chain: Option<String>,
        tags: Option<String>,
        stage: Stage,
        standing: ProjectState,
        carried: Option<Carried>,
        counted: bool,
        parent: Option<ProjectId>,
        total: Option<i64>,
        plan_year: Option<i64>,
        plan: Option<i64>,
        arrived: Option<i64>,
        started_planned: Option<Day>,
        started_actual: Option<Day>,
        completed_planned: Option<Day>,
        completed_actual: Option<Day>,
        /// `YYYY-MM` of the 调度 report the figures and words below come from.
        reported: Option<String>,
        done_total: Option<i64>,
        done_year: Option<i64>,
        done_month: Option<i64>,
        /// 形象进度
        image: Option<String>,
        /// 存在问题
        issue: Option<String>,
        /// 下步措施
        next_step: Option<String>,
        /// 已纳统; unknown where nobody said.
        entered: Option<bool>,
        /// 统计口径, a series of its own (practice C30).
        statistics_total: Option<i64>,
        statistics_year: Option<i64>,
    }
}
