//! What a column can mean.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The fields of a project that a ledger's column may fill, and the columns that fill needs and approvals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The desk's own identity of the project, in a hidden column of a workbook that was handed out.
    Key,
    Seq,
    Name,
    Alias,
    /// 国家统一项目代码.
    Code,
    /// 统一社会信用代码.
    Uscc,
    /// The upper of two region columns: 所属市州 beside 所属县区.
    City,
    Region,
    Site,
    Enterprise,
    Industry,
    IndustryCode,
    /// 建设性质: new, continued, extended.
    Nature,
    /// 立项方式: 审批, 核准, 备案.
    Mode,
    /// 建设内容及规模.
    Content,
    Total,
    /// This year's plan.
    Plan,
    /// Done since the start of construction.
    DoneTotal,
    /// Done this year (`rules.md` 11).
    DoneYear,
    DoneMonth,
    /// Done up to the end of last year.
    DonePrior,
    /// 到位资金.
    Arrived,
    Stage,
    /// 是否开工.
    Started,
    /// 是否纳统, 是否入库.
    Entered,
    /// 统计项目代码: the statistics bureau's own.
    StatisticsCode,
    /// 统计项目名.
    StatisticsName,
    /// 形象进度.
    Progress,
    /// 存在问题, 难点堵点, 需协调解决的问题.
    Issue,
    NextStep,
    /// 年度目标 in words.
    Target,
    StartPlanned,
    StartActual,
    FinishPlanned,
    FinishActual,
    /// 起止年限 in one cell.
    Span,
    /// 包保领导.
    Leader,
    ResponsibleUnit,
    Contact,
    Phone,
    Note,
    /// 省重点, 市重点.
    List,
    /// One column a kind of need: 用地（亩）.
    Need,
    /// Three columns for any need: 要素, 数量, 单位.
    NeedElement,
    NeedQuantity,
    NeedUnit,
    /// One column an approval item, with marks.
    Approval,
    /// A list of items already approved, or under way.
    ApprovalsDone,
    ApprovalsOpen,
    Ignore,
}

/// How the cells of a field are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    Text,
    Name,
    Code,
    Money,
    Day,
    Span,
    Contact,
    Phone,
    Need,
    Long,
    Approval,
    None,
}

impl Field {
    pub(crate) fn reading(self) -> Reading {
        match self {
            Self::Name => Reading::Name,
            Self::Code | Self::Uscc | Self::IndustryCode | Self::StatisticsCode => Reading::Code,
            Self::Total | Self::Plan | Self::Arrived => Reading::Money,
            Self::DoneTotal | Self::DoneYear | Self::DoneMonth | Self::DonePrior => Reading::Money,
            Self::StartPlanned | Self::StartActual | Self::FinishPlanned | Self::FinishActual => Reading::Day,
            Self::Span => Reading::Span,
            Self::Contact => Reading::Contact,
            Self::Phone => Reading::Phone,
            Self::Need => Reading::Need,
            Self::NeedElement | Self::NeedQuantity | Self::NeedUnit => Reading::Long,
            Self::Approval | Self::ApprovalsDone | Self::ApprovalsOpen => Reading::Approval,
            Self::Ignore => Reading::None,
            _ => Reading::Text,
        }
    }

    pub(crate) fn is_money(self) -> bool {
        self.reading() == Reading::Money
    }

    /// Several columns may carry it; their texts are joined.
    pub(crate) fn may_repeat(self) -> bool {
        matches!(
            self,
            Self::Progress | Self::Issue | Self::NextStep | Self::Target | Self::Note | Self::List | Self::Content
        ) || matches!(self, Self::Phone | Self::Contact | Self::ResponsibleUnit | Self::Leader)
            || matches!(self.reading(), Reading::Need | Reading::Approval | Reading::None)
    }

    /// Describes the place or the people of a project rather than the project: a merged cell gives it to every row it covers.
    pub(crate) fn is_shared(self) -> bool {
        matches!(
            self,
            Self::City | Self::Region | Self::Site | Self::Enterprise | Self::Uscc | Self::Industry | Self::Nature
        ) || matches!(
            self,
            Self::Leader | Self::ResponsibleUnit | Self::Contact | Self::Phone | Self::List | Self::IndustryCode
        )
    }

    /// The name in JSON: `done_total`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Seq => "seq",
            Self::Name => "name",
            Self::Alias => "alias",
            Self::Code => "code",
            Self::Uscc => "uscc",
            Self::City => "city",
            Self::Region => "region",
            Self::Site => "site",
            Self::Enterprise => "enterprise",
            Self::Industry => "industry",
            Self::IndustryCode => "industry_code",
            Self::Nature => "nature",
            Self::Mode => "mode",
            Self::Content => "content",
            Self::Total => "total",
            Self::Plan => "plan",
            Self::DoneTotal => "done_total",
            Self::DoneYear => "done_year",
            Self::DoneMonth => "done_month",
            Self::DonePrior => "done_prior",
            Self::Arrived => "arrived",
            Self::Stage => "stage",
            Self::Started => "started",
            Self::Entered => "entered",
            Self::StatisticsCode => "statistics_code",
            Self::StatisticsName => "statistics_name",
            Self::Progress => "progress",
            Self::Issue => "issue",
            Self::NextStep => "next_step",
            Self::Target => "target",
            Self::StartPlanned => "start_planned",
            Self::StartActual => "start_actual",
            Self::FinishPlanned => "finish_planned",
            Self::FinishActual => "finish_actual",
            Self::Span => "span",
            Self::Leader => "leader",
            Self::ResponsibleUnit => "responsible_unit",
            Self::Contact => "contact",
            Self::Phone => "phone",
            Self::Note => "note",
            Self::List => "list",
            Self::Need => "need",
            Self::NeedElement => "need_element",
            Self::NeedQuantity => "need_quantity",
            Self::NeedUnit => "need_unit",
            Self::Approval => "approval",
            Self::ApprovalsDone => "approvals_done",
            Self::ApprovalsOpen => "approvals_open",
            Self::Ignore => "ignore",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_the_names_in_json() {
        for field in [
            Field::Seq,
            Field::DoneTotal,
            Field::ResponsibleUnit,
            Field::ApprovalsOpen,
            Field::IndustryCode,
            Field::StatisticsCode,
            Field::StatisticsName,
            Field::Ignore,
        ] {
            assert_eq!(serde_json::to_value(field).unwrap(), field.key());
        }
    }
}
