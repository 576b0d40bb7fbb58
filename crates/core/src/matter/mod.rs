//! Matters: anything a department must answer: needs of elements, as ledgers bring them, and what a leader said.

pub mod edit;

use crate::id::{DepartmentId, MatterId, ProjectId};
use crate::time::Day;
use crate::{codes, record};

codes! {
    pub enum MatterKind {
        /// 要素需求
        Need = "need",
        /// 堵点问题
        Issue = "issue",
        /// 交办任务
        Task = "task",
    }
}

record! {
    pub struct Matter(MatterId) in "matter", Work, of "project" {
        project: ProjectId,
        kind: MatterKind,
        /// Category of `elements.csv`, e.g. 用地.
        element: Option<String>,
        content: Option<String>,
        unit: Option<String>,
        /// Quantities are thousandths of `unit`.
        required: Option<i64>,
        promised: Option<i64>,
        delivered: Option<i64>,
        need_by: Option<Day>,
        promised_on: Option<Day>,
        department: Option<DepartmentId>,
        raised_on: Option<chrono::NaiveDate>,
        source: Option<String>,
        closed_on: Option<chrono::NaiveDate>,
        /// The leader who said it (批示、口头交办); a task of ours otherwise.
        instructed_by: Option<String>,
        /// Who does it, by name or unit.
        handler: Option<String>,
        /// 落实情况: what shows that it is done, or how far it is.
        evidence: Option<String>,
    }
}
