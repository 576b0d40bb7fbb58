//! Everything the ledger can show, sort, filter and group by, and where each of it comes from.

use super::{Carried, Counting, Nature, ProjectState, Stage};
use crate::codes;
use crate::statistics::StatisticsState;

codes! {
    /// A column of the ledger.
    pub enum Column {
        /// As entered: the order in the ledger.
        Entered = "entered",
        /// 预警; computed for today, so it filters but does not sort.
        Light = "light",
        Name = "name",
        Code = "code",
        Region = "region",
        Enterprise = "enterprise",
        Stage = "stage",
        Standing = "standing",
        Carried = "carried",
        Nature = "nature",
        Industry = "industry",
        Chain = "chain",
        Tags = "tags",
        List = "list",
        Parent = "parent",
        /// 计数口径
        Counted = "counted",
        /// 纳统; none where nobody said whether it must be entered.
        Statistics = "statistics",
        /// 入库月, `YYYY-MM`.
        EnteredPeriod = "entered_period",
        /// 总投资, 元.
        Total = "total",
        /// 年度计划投资, 元.
        Plan = "plan",
        Arrived = "arrived",
        DoneTotal = "done_total",
        DoneYear = "done_year",
        DoneMonth = "done_month",
        /// Completed of total, thousandths.
        Rate = "rate",
        /// Completed this year of the year's plan, thousandths.
        YearRate = "year_rate",
        Image = "image",
        Issue = "issue",
        NextStep = "next_step",
        /// `YYYY-MM` of the newest 调度 report.
        Period = "period",
        Leader = "leader",
        ChiefServiceOfficer = "chief_service_officer",
        Liaison = "liaison",
        ResponsibleUnit = "responsible_unit",
        IntroducedBy = "introduced_by",
        ServedBy = "served_by",
        Content = "content",
        Scale = "scale",
        Site = "site",
        Note = "note",
        ConceivedPlanned = "conceived_planned",
        ConceivedActual = "conceived_actual",
        NegotiatingPlanned = "negotiating_planned",
        NegotiatingActual = "negotiating_actual",
        SignedPlanned = "signed_planned",
        SignedActual = "signed_actual",
        PreparingPlanned = "preparing_planned",
        PreparingActual = "preparing_actual",
        LandPlanned = "land_planned",
        LandActual = "land_actual",
        StartedPlanned = "started_planned",
        StartedActual = "started_actual",
        BuildingPlanned = "building_planned",
        BuildingActual = "building_actual",
        CompletedPlanned = "completed_planned",
        CompletedActual = "completed_actual",
        OperatingPlanned = "operating_planned",
        OperatingActual = "operating_actual",
        FullPlanned = "full_planned",
        FullActual = "full_actual",
    }
}

/// What a column holds, which decides how it is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    Text,
    /// 元, thousandths, or a place in the ledger.
    Number,
    Day,
    /// One of a few codes in their own order.
    Choice,
    /// A person or unit by name, in official order where the desk knows it (practice C40).
    Person,
    Unit,
    Region,
    Industry,
    /// Another project.
    Parent,
    /// Published lists the project stands on.
    Lists,
    /// Labels, one a line.
    Tags,
    Light,
}

impl Column {
    #[must_use]
    pub fn holds(self) -> Holds {
        match self {
            Self::Light => Holds::Light,
            Self::Region => Holds::Region,
            Self::Industry => Holds::Industry,
            Self::Parent => Holds::Parent,
            Self::List => Holds::Lists,
            Self::Tags => Holds::Tags,
            Self::Stage | Self::Standing | Self::Carried | Self::Nature | Self::Counted | Self::Statistics => {
                Holds::Choice
            }
            Self::Leader | Self::ChiefServiceOfficer | Self::Liaison => Holds::Person,
            Self::ResponsibleUnit | Self::IntroducedBy | Self::ServedBy => Holds::Unit,
            Self::Entered | Self::Rate | Self::YearRate => Holds::Number,
            _ if self.is_money() => Holds::Number,
            _ if self.is_day() => Holds::Day,
            _ => Holds::Text,
        }
    }

    /// Holds 元.
    #[must_use]
    pub fn is_money(self) -> bool {
        use Column::{Arrived, DoneMonth, DoneTotal, DoneYear, Plan, Total};
        matches!(self, Total | Plan | Arrived | DoneTotal | DoneYear | DoneMonth)
    }

    #[must_use]
    pub fn is_day(self) -> bool {
        self.code().ends_with("_planned") || self.code().ends_with("_actual")
    }

    /// Codes of a choice, in their order; none for other columns.
    #[must_use]
    pub fn choices(self) -> Vec<&'static str> {
        match self {
            Self::Stage => Stage::ALL.iter().map(|c| c.code()).collect(),
            Self::Standing => ProjectState::ALL.iter().map(|c| c.code()).collect(),
            Self::Carried => Carried::ALL.iter().map(|c| c.code()).collect(),
            Self::Nature => Nature::ALL.iter().map(|c| c.code()).collect(),
            Self::Counted => Counting::ALL.iter().map(|c| c.code()).collect(),
            Self::Statistics => StatisticsState::ALL.iter().map(|c| c.code()).collect(),
            _ => vec![],
        }
    }

    /// The value as SQL over `ledger_line l`; null where there is none. Not for the light.
    pub(super) fn value(self) -> String {
        match self {
            Self::Region => "coalesce(l.region, l.region_text)".into(),
            Self::Industry => "coalesce(l.industry, l.industry_text)".into(),
            Self::Rate => share("l.done_total", "l.total"),
            Self::YearRate => share("l.done_year", "l.plan_reported"),
            Self::Content | Self::Scale | Self::Site | Self::Note => {
                format!("(select {} from project where id = l.project)", self.code())
            }
            Self::List => LISTS.into(),
            Self::Counted => "iif(l.counted, 'counted', 'not_counted')".into(),
            Self::Statistics => STATISTICS.into(),
            Self::EnteredPeriod => "(select entered_period from statistics_entry where project = l.project)".into(),
            _ => format!("l.{}", self.code()),
        }
    }

    /// What rows are sorted by, first to last; it follows from the value alone. Empty values stand last either way.
    pub(super) fn order(self) -> Vec<String> {
        match self.holds() {
            Holds::Choice => vec![self.rank()],
            Holds::Person | Holds::Unit => vec![format!("rank_{}.position", self.code()), self.value()],
            Holds::Parent => vec!["(select name from project where id = l.parent)".into(), self.value()],
            _ => vec![self.value()],
        }
    }

    /// A choice's place among the codes.
    pub(super) fn rank(self) -> String {
        let cases: Vec<String> =
            self.choices().iter().enumerate().map(|(at, code)| format!("when '{code}' then {at}")).collect();
        format!("case {} {} end", self.value(), cases.join(" "))
    }

    /// The join that [`Column::order`] needs.
    pub(super) fn join(self) -> Option<String> {
        let known = match self.holds() {
            Holds::Person => "select name, position from person",
            Holds::Unit => {
                "select name, position from department union all select short_name, position from department"
            }
            _ => return None,
        };
        let code = self.code();
        Some(format!(
            " left join (select name, min(position) position from ({known}) where position is not null group by name)
               rank_{code} on rank_{code}.name = l.{code}"
        ))
    }
}

/// A part of a whole in thousandths, half up (practice C30: rates come from the sums).
pub(super) fn share(part: &str, whole: &str) -> String {
    format!("case when {whole} > 0 then ({part} * 2000 / {whole} + 1) / 2 end")
}

const STATISTICS: &str = "(select case when entered then 'entered' when due then 'due' else 'not_due' end
   from statistics_entry where project = l.project)";

const LISTS: &str =
    "(select group_concat(t.name || coalesce(' ' || t.year, ''), '、' order by t.position is null, t.position, t.id)
   from membership m join list t on t.id = m.list where m.project = l.project)";
