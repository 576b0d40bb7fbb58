//! 校验: contradictions that an office hunts by hand every month (practice C35). Some oddities are true, so each can be
//! let pass with a reason; it comes back when its values change.

pub mod edit;
mod facts;
pub mod query;
mod rules;
#[cfg(test)]
mod tests;

pub use facts::{Facts, Permit, Report};
pub use rules::{bad_phone, contradictions, negative};

use crate::error::Rule;
use crate::id::{CheckPassId, ProjectId};
use crate::negative::NegativeMeasure;
use crate::project::Stage;
use crate::{codes, record};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// What contradicts what, in the order of the page.
    pub enum Check {
        /// 单位疑似万/亿错: about 10,000 times the last figure, or a ten-thousandth of it.
        UnitSuspect = "unit_suspect",
        /// 本期累计＜上期累计
        DoneDecreased = "done_decreased",
        /// 本年完成＜上期本年完成, in the same year.
        YearDecreased = "year_decreased",
        /// 累计＞总投资
        DoneOverTotal = "done_over_total",
        /// 完成＞年计划150%
        OverPlan = "over_plan",
        /// 当月为负
        MonthNegative = "month_negative",
        /// 已竣工完成率＜90%
        CompletedLow = "completed_low",
        /// 已开工而完成为0
        StartedZero = "started_zero",
        /// 未开工而有投资
        InvestedBeforeStart = "invested_before_start",
        /// 阶段倒退
        StageBack = "stage_back",
        /// 开工早于施工许可
        StartedBeforePermit = "started_before_permit",
        /// 同企业同名
        SameName = "same_name",
        /// 电话位数
        Phone = "phone",
        /// 项目代码
        ProjectCode = "project_code",
        /// 统一社会信用代码
        CreditCode = "credit_code",
        /// 没有包保领导
        NoLeader = "no_leader",
        /// 没有属地
        NoRegion = "no_region",
        /// 涉及负面清单: once for each entry that touches it.
        Negative = "negative",
    }
}

impl Check {
    /// Whether it speaks of one month's report; a pass then holds for that month alone.
    #[must_use]
    pub fn of_period(self) -> bool {
        use Check::{
            CompletedLow, DoneDecreased, DoneOverTotal, InvestedBeforeStart, MonthNegative, OverPlan, StartedZero,
            UnitSuspect, YearDecreased,
        };
        matches!(
            self,
            UnitSuspect
                | DoneDecreased
                | YearDecreased
                | DoneOverTotal
                | OverPlan
                | MonthNegative
                | CompletedLow
                | StartedZero
                | InvestedBeforeStart
        )
    }

    /// The project's field where it is mended.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::UnitSuspect | Self::DoneDecreased | Self::DoneOverTotal | Self::CompletedLow => "done_total",
            Self::StartedZero | Self::InvestedBeforeStart => "done_total",
            Self::YearDecreased | Self::OverPlan => "done_year",
            Self::MonthNegative => "done_month",
            Self::StageBack => "stage",
            Self::StartedBeforePermit => "started_actual",
            Self::SameName => "name",
            Self::Phone => "phone",
            Self::ProjectCode => "code",
            Self::CreditCode => "uscc",
            Self::NoLeader => "leader",
            Self::NoRegion => "region",
            Self::Negative => "industry",
        }
    }
}

/// One of the two values that contradict each other, as the interface shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Seen {
    /// There is none.
    Nothing,
    /// 元
    Money(i64),
    /// Thousandths.
    Rate(i64),
    Stage(Stage),
    Day(#[ts(type = "string")] chrono::NaiveDate),
    Text(String),
    /// What is wrong with a code.
    Rule(Rule),
    /// An entry of the negative list.
    Entry {
        name: String,
        measure: NegativeMeasure,
    },
}

/// One contradiction of one project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub check: Check,
    pub ours: Seen,
    pub other: Seen,
    /// `YYYY-MM` of the report it speaks of.
    pub period: Option<String>,
}

impl Found {
    /// Both values as one text: a pass holds while it stays the same.
    #[must_use]
    pub fn seen(&self) -> String {
        format!("{}|{}", self.ours, self.other)
    }
}

impl std::fmt::Display for Seen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Nothing => f.write_str("-"),
            Self::Money(yuan) => write!(f, "{yuan}"),
            Self::Rate(rate) => write!(f, "{rate}‰"),
            Self::Stage(stage) => f.write_str(stage.code()),
            Self::Day(day) => write!(f, "{day}"),
            Self::Text(text) => f.write_str(text),
            Self::Rule(rule) => write!(f, "{rule:?}"),
            // A pass of an entry that only asks for a permit does not hold for one that lets nobody enter.
            Self::Entry { name, measure: NegativeMeasure::Prohibited } => f.write_str(name),
            Self::Entry { name, measure } => write!(f, "{name}（{}）", measure.code()),
        }
    }
}

record! {
    /// 放行: a contradiction that is true. `seen` holds the two values it was true of.
    pub struct CheckPass(CheckPassId) in "check_pass", Work, of "project" {
        project: ProjectId,
        kind: Check,
        /// `YYYY-MM`; absent for what does not speak of one report.
        period: Option<String>,
        seen: String,
        reason: String,
        passed_on: chrono::NaiveDate,
    }
}
