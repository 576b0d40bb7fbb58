//! Matters: anything a department must answer. So far needs of elements, as ledgers bring them.

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
    }
}
