//! Milestones of a project: 谋划、洽谈、签约、开工、投产、首台（首件）下线, the time between them, and what is said of a quick one:
//! begun in the month of signing, in production by the year's end, planned, begun and in production in one year (`systems.md`
//! 003-33, 003-34).
//!
//! Everything comes from recorded days; where one is missing the answer is not known, and says why.

pub mod query;
#[cfg(test)]
mod tests;

use crate::codes;
use crate::project::Stage;
use crate::time::{Day, Precision};
use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// In the order in which they usually come.
    pub enum MilestoneKind {
        /// 谋划
        Conceived = "conceived",
        /// 洽谈
        Negotiating = "negotiating",
        /// 签约
        Signed = "signed",
        /// 开工
        Started = "started",
        /// 投产
        Operating = "operating",
        /// 首台、首件下线
        FirstProduct = "first_product",
    }
}

impl MilestoneKind {
    /// The stage that begins with it; the first product begins none.
    #[must_use]
    pub fn stage(self) -> Option<Stage> {
        match self {
            Self::Conceived => Some(Stage::Conceived),
            Self::Negotiating => Some(Stage::Negotiating),
            Self::Signed => Some(Stage::Signed),
            Self::Started => Some(Stage::Started),
            Self::Operating => Some(Stage::Operating),
            Self::FirstProduct => None,
        }
    }
}

codes! {
    pub enum MilestoneAnswer { Yes = "yes", No = "no", Unknown = "unknown" }
}

codes! {
    /// Why the answer is no, or not known yet.
    pub enum MilestoneCause {
        /// It is past, and its day was not recorded.
        NotRecorded = "not_recorded",
        /// It has not come yet.
        NotYet = "not_yet",
        /// Its day is not exact enough.
        NotExact = "not_exact",
        /// It came in another month or year than the first of them.
        Elsewhere = "elsewhere",
        /// The month or the year ended without it.
        Over = "over",
    }
}

/// One reason, of one milestone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MilestoneWhy {
    pub kind: MilestoneKind,
    pub cause: MilestoneCause,
}

/// An answer with its reasons; none for yes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MilestoneCheck {
    pub answer: MilestoneAnswer,
    pub why: Vec<MilestoneWhy>,
}

/// The time between two milestones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MilestoneSpan {
    pub from: MilestoneKind,
    /// Calendar days.
    pub days: i64,
    /// The same as whole months and the days left over.
    pub months: i64,
    pub rest: i64,
    /// Both days are exact; else they stand for the last day of their month, quarter or year.
    pub exact: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MilestoneLine {
    pub kind: MilestoneKind,
    pub day: Option<Day>,
    /// Since the last one before it that is recorded; none where it came earlier than that.
    pub since: Option<MilestoneSpan>,
}

/// The milestones of one project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProjectMilestones {
    /// All six in order.
    pub lines: Vec<MilestoneLine>,
    /// From 谋划, else 洽谈, to the contract.
    pub to_signing: Option<MilestoneSpan>,
    /// From the first recorded to production.
    pub whole: Option<MilestoneSpan>,
    /// 签约当月开工
    pub same_month: MilestoneCheck,
    /// 当年开工、当年投产
    pub by_year_end: MilestoneCheck,
    /// 当年策划、当年开工、当年投产
    pub one_year: MilestoneCheck,
}

/// What is recorded of a project, by [`MilestoneKind`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Recorded {
    pub stage: Stage,
    pub days: [Option<Day>; MilestoneKind::ALL.len()],
}

impl Recorded {
    fn day(&self, kind: MilestoneKind) -> Option<Day> {
        self.days[kind as usize]
    }

    /// The last day recorded, whatever it is of.
    #[must_use]
    pub fn last(&self) -> Option<NaiveDate> {
        self.days.iter().flatten().map(|day| day.on).max()
    }

    fn span(&self, from: MilestoneKind, to: MilestoneKind) -> Option<MilestoneSpan> {
        span(from, self.day(from)?, self.day(to)?)
    }
}

/// The period two days are to lie in together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Period {
    Month,
    Year,
}

impl Period {
    /// The number of the period a day lies in; none where it is not exact enough.
    fn of(self, day: Day) -> Option<i32> {
        match self {
            Self::Year => Some(day.on.year()),
            Self::Month if matches!(day.precision, Precision::Day | Precision::Month) => Some(self.number(day.on)),
            Self::Month => None,
        }
    }

    fn number(self, on: NaiveDate) -> i32 {
        match self {
            Self::Year => on.year(),
            Self::Month => on.year() * 12 + i32::try_from(on.month0()).unwrap_or(0),
        }
    }
}

/// Milestones as they stand on a day.
#[must_use]
pub fn milestones(recorded: &Recorded, today: NaiveDate) -> ProjectMilestones {
    use MilestoneKind::{Conceived, Negotiating, Operating, Signed, Started};
    let line =
        |kind: &MilestoneKind| MilestoneLine { kind: *kind, day: recorded.day(*kind), since: since(recorded, *kind) };
    let first = MilestoneKind::ALL.iter().copied().find(|kind| recorded.day(*kind).is_some());
    let begun = [Conceived, Negotiating].into_iter().find(|kind| recorded.day(*kind).is_some());
    let check = |kinds: &[MilestoneKind], period| together(recorded, kinds, period, today);
    ProjectMilestones {
        lines: MilestoneKind::ALL.iter().map(line).collect(),
        to_signing: begun.and_then(|from| recorded.span(from, Signed)),
        whole: first.filter(|kind| *kind < Operating).and_then(|from| recorded.span(from, Operating)),
        same_month: check(&[Signed, Started], Period::Month),
        by_year_end: check(&[Started, Operating], Period::Year),
        one_year: check(&[Conceived, Started, Operating], Period::Year),
    }
}

/// Production and the first product are both counted from what came before production: either may be first.
fn since(recorded: &Recorded, kind: MilestoneKind) -> Option<MilestoneSpan> {
    let before = MilestoneKind::ALL.iter().rev().filter(|one| **one < kind && **one < MilestoneKind::Operating);
    let from = before.copied().find(|one| recorded.day(*one).is_some())?;
    recorded.span(from, kind)
}

fn span(from: MilestoneKind, begin: Day, end: Day) -> Option<MilestoneSpan> {
    let days = (end.on - begin.on).num_days();
    if days < 0 {
        return None;
    }
    let (months, rest) = months_between(begin.on, end.on);
    let exact = begin.precision == Precision::Day && end.precision == Precision::Day;
    Some(MilestoneSpan { from, days, months, rest, exact })
}

/// Whole months and the days left over: from the 31st of January to the 28th of February is a month.
#[must_use]
pub fn months_between(begin: NaiveDate, end: NaiveDate) -> (i64, i64) {
    let after = |months: i32| u32::try_from(months).ok().and_then(|n| begin.checked_add_months(Months::new(n)));
    let most = (Period::Month.number(end) - Period::Month.number(begin)).max(0);
    let whole = [most, most - 1].into_iter().find(|months| after(*months).is_some_and(|day| day <= end)).unwrap_or(0);
    let rest = (end - after(whole).unwrap_or(end)).num_days();
    (whole.into(), rest)
}

/// Whether all of these lie in one month or year.
fn together(recorded: &Recorded, kinds: &[MilestoneKind], period: Period, today: NaiveDate) -> MilestoneCheck {
    use MilestoneCause::{Elsewhere, NotExact, NotRecorded, NotYet, Over};
    let place = |kind: &MilestoneKind| recorded.day(*kind).and_then(|day| period.of(day));
    let first = kinds.iter().find_map(place);
    let cause = |kind: &MilestoneKind| match (recorded.day(*kind), place(kind)) {
        (Some(_), None) => Some(NotExact),
        (Some(_), at) if at == first => None,
        (Some(_), _) => Some(Elsewhere),
        (None, _) if kind.stage().is_some_and(|stage| stage <= recorded.stage) => Some(NotRecorded),
        (None, _) => match first {
            Some(first) if first < period.number(today) => Some(Over),
            _ => Some(NotYet),
        },
    };
    let why: Vec<MilestoneWhy> =
        kinds.iter().filter_map(|kind| Some(MilestoneWhy { kind: *kind, cause: cause(kind)? })).collect();
    let against = |one: &MilestoneWhy| matches!(one.cause, Elsewhere | Over);
    match why.iter().any(against) {
        true => MilestoneCheck { answer: MilestoneAnswer::No, why: why.into_iter().filter(against).collect() },
        false if why.is_empty() => MilestoneCheck { answer: MilestoneAnswer::Yes, why },
        false => MilestoneCheck { answer: MilestoneAnswer::Unknown, why },
    }
}
