//! Progress: a dated report of a project for one period and one basis, money and words together.
//!
//! Bases are never mixed in one total (practice C30).

pub mod as_of;
pub mod edit;
pub mod periods;
pub mod words;

use crate::id::{ProgressId, ProjectId};
use crate::{codes, record};

codes! {
    /// Whose figures these are.
    pub enum Basis {
        /// 调度
        Dispatch = "dispatch",
        /// 统计（纳统）
        Statistics = "statistics",
        /// 财务支付
        Finance = "finance",
    }
}

record! {
    pub struct Progress(ProgressId) in "progress", Work, of "project", guarded by crate::round::closed::guard {
        project: ProjectId,
        /// `YYYY-MM`: the month the report closes with.
        period: String,
        basis: Basis,
        as_of: Option<chrono::NaiveDate>,
        /// Completed since the beginning, 元.
        done_total: Option<i64>,
        done_about: bool,
        /// Completed this year, 元.
        done_year: Option<i64>,
        /// Completed this month, 元.
        done_month: Option<i64>,
        /// Completed to the end of last year, 元.
        done_prior: Option<i64>,
        /// 形象进度
        image: Option<String>,
        /// 存在问题
        issue: Option<String>,
        /// 下步措施
        next_step: Option<String>,
    }
}
