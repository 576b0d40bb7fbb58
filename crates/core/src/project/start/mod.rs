//! 开工认定 and 复工 (practice C31): a start is declared, verified on the site, and recognised or struck out; after a
//! stop the site is taken up again, each spring anew.

pub mod count;
pub mod edit;
pub mod query;

use crate::id::{ProjectId, StartId};
use crate::time::{Day, Precision};
use crate::{codes, record};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// Begun for the first time, or taken up again.
    pub enum StartKind {
        /// 新开工
        New = "new",
        /// 复工
        Resume = "resume",
    }
}

codes! {
    pub enum StartDecision {
        /// 待认定
        Pending = "pending",
        /// 认定
        Recognised = "recognised",
        /// 剔除
        Rejected = "rejected",
    }
}

record! {
    /// One start of a site as it was declared, verified and decided.
    pub struct ProjectStart(StartId) in "start", Work, of "project" {
        project: ProjectId,
        kind: StartKind,
        /// The day work began on the site.
        happened_on: NaiveDate,
        /// 申报日期
        declared_on: Option<NaiveDate>,
        /// 现场核实日期
        verified_on: Option<NaiveDate>,
        /// Who stood on the site.
        verified_by: Option<String>,
        decision: StartDecision,
        decided_on: Option<NaiveDate>,
        /// Why it was struck out.
        reason: Option<String>,
        /// The local standard it was measured by, in its words.
        standard: Option<String>,
        note: Option<String>,
    }
}

/// Why a project counts as 开复工 of a year, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Opened {
    pub kind: StartKind,
    #[ts(type = "string")]
    pub on: NaiveDate,
    /// By a recognised start; else by the ledger's 实际开工 alone.
    pub recognised: bool,
}

/// Whether a project counts as 开复工 of `year` as far as it went by `as_of`, and as which (practice C31).
///
/// 新开工: a recognised new start in that year up to that day; without one, 实际开工 there, unless it was struck out.
/// 复工: else a recognised resumption. A project is one of the two, so that 开复工 = 新开工 + 复工.
/// An 实际开工 known as a month, quarter or year lies there once the span has begun.
#[must_use]
pub fn opened(starts: &[ProjectStart], actual: Option<Day>, year: i32, as_of: NaiveDate) -> Option<Opened> {
    let (from, to) = span(year, as_of)?;
    let within = |day: &NaiveDate| (from..=to).contains(day);
    let first = |kind: StartKind| {
        let fitting = starts.iter().filter(|s| s.kind == kind && s.decision == StartDecision::Recognised);
        let on = fitting.map(|s| s.happened_on).filter(within).min()?;
        Some(Opened { kind, on, recognised: true })
    };
    let by_ledger = || {
        let on = actual.map(first_day).filter(within).filter(|_| !settled(starts))?;
        Some(Opened { kind: StartKind::New, on, recognised: false })
    };
    first(StartKind::New).or_else(by_ledger).or_else(|| first(StartKind::Resume))
}

/// Its first start was recognised or struck out: the ledger's date says no more than that decision.
fn settled(starts: &[ProjectStart]) -> bool {
    let mut new = starts.iter().filter(|s| s.kind == StartKind::New).map(|s| s.decision).peekable();
    let declared = new.peek().is_some();
    let decisions: Vec<_> = new.collect();
    declared && (decisions.contains(&StartDecision::Recognised) || !decisions.contains(&StartDecision::Pending))
}

/// The days of a year up to `as_of`; nothing where the year had not begun.
#[must_use]
pub fn span(year: i32, as_of: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let from = NaiveDate::from_ymd_opt(year, 1, 1)?;
    let to = as_of.min(NaiveDate::from_ymd_opt(year, 12, 31)?);
    (from <= to).then_some((from, to))
}

/// The first day of the span a day stands for.
#[must_use]
pub fn first_day(day: Day) -> NaiveDate {
    let month = |month| NaiveDate::from_ymd_opt(day.on.year(), month, 1).unwrap_or(day.on);
    match day.precision {
        Precision::Day => day.on,
        Precision::Month => month(day.on.month()),
        Precision::Quarter => month((day.on.month() - 1) / 3 * 3 + 1),
        Precision::Year => month(1),
    }
}

#[cfg(test)]
pub(crate) mod tests;
