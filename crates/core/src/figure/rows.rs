//! What a figure counted: every count names the rows it opens, and they are found by the rule that counted them.

use super::base::{Base, BoardQuery, Scope};
use super::{gap, held, listed, money, query, starts};
use crate::codes;
use crate::error::Result;
use crate::id::ProjectId;
use crate::store::Reader;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// Which rows.
    pub enum RowKind {
        All = "all",
        Opened = "opened",
        OpenedNew = "opened_new",
        OpenedResumed = "opened_resumed",
        OpenedWeek = "opened_week",
        /// Never begun; begun before and resting; begun before and going on or done.
        NotOpened = "not_opened",
        Awaiting = "awaiting",
        GoingOn = "going_on",
        StartPlanned = "start_planned",
        StartLate = "start_late",
        StartEarly = "start_early",
        StartHalf = "start_half",
        StartHalfNew = "start_half_new",
        /// Reported this year; reported nothing; last reported for an earlier month.
        Reported = "reported",
        Unreported = "unreported",
        Behind = "behind",
        /// Reported this year and for the same months of last year.
        LastYear = "last_year",
        /// 应纳统; 已入库; 应纳未纳; nothing recorded.
        StatisticsDue = "statistics_due",
        StatisticsEntered = "statistics_entered",
        StatisticsMissing = "statistics_missing",
        StatisticsUnknown = "statistics_unknown",
        /// Held by the one named in `key`.
        Held = "held",
        /// Lacks the element and unit named in `key`.
        Gap = "gap",
    }
}

/// A number and the rows behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Count {
    pub n: i64,
    pub of: RowKind,
    /// What the kind needs to be told.
    pub key: Option<String>,
}

impl Count {
    #[must_use]
    pub fn of(of: RowKind, n: usize) -> Self {
        Self { n: i64::try_from(n).unwrap_or(i64::MAX), of, key: None }
    }

    #[must_use]
    pub fn keyed(of: RowKind, n: usize, key: impl Into<String>) -> Self {
        Self { key: Some(key.into()), ..Self::of(of, n) }
    }
}

/// The rows of one count of one board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FigureRows {
    #[serde(default)]
    pub scope: Scope,
    #[ts(type = "string")]
    pub as_of: NaiveDate,
    pub of: RowKind,
    #[serde(default)]
    pub key: Option<String>,
}

/// The projects a count counted, in the order of the ledger.
pub fn ids(r: &Reader, rows: &FigureRows) -> Result<Vec<ProjectId>> {
    let base = Base::read(r, &BoardQuery { scope: rows.scope.clone(), as_of: Some(rows.as_of) })?;
    let key = rows.key.as_deref().unwrap_or_default();
    Ok(match rows.of {
        RowKind::All => base.members.iter().map(|m| m.id).collect(),
        RowKind::Reported | RowKind::Unreported | RowKind::Behind | RowKind::LastYear => reported(r, &base, rows.of)?,
        RowKind::StatisticsDue
        | RowKind::StatisticsEntered
        | RowKind::StatisticsMissing
        | RowKind::StatisticsUnknown => listed::rows(&base.members, &listed::entries(r, base.as_of)?, rows.of),
        RowKind::Held => in_order(&base, held::held_by(&held::of_base(r, &base)?, key)),
        RowKind::Gap => in_order(&base, gap::short_of(&gap::needs(r, &base)?, key)),
        kind => sorted(starts::sort(&base.members, &query::begins(r)?, base.as_of), kind),
    })
}

/// The day a figure is counted on: what has no history is counted as it stands today.
pub fn counted_on(r: &Reader, rows: &FigureRows) -> Result<NaiveDate> {
    Ok(match rows.of {
        RowKind::StatisticsDue
        | RowKind::StatisticsEntered
        | RowKind::StatisticsMissing
        | RowKind::StatisticsUnknown => listed::entries(r, rows.as_of)?.as_of(),
        RowKind::Gap => rows.as_of.max(r.today()),
        _ => rows.as_of,
    })
}

fn sorted(sorted: starts::Sorted, kind: RowKind) -> Vec<ProjectId> {
    match kind {
        RowKind::Opened => sorted.opened,
        RowKind::OpenedNew => sorted.fresh,
        RowKind::OpenedResumed => sorted.resumed,
        RowKind::OpenedWeek => sorted.week,
        RowKind::NotOpened => sorted.not_opened,
        RowKind::Awaiting => sorted.awaiting,
        RowKind::GoingOn => sorted.going_on,
        RowKind::StartPlanned => sorted.planned,
        RowKind::StartLate => sorted.late,
        RowKind::StartEarly => sorted.early,
        RowKind::StartHalf => sorted.half,
        RowKind::StartHalfNew => sorted.half_fresh,
        _ => vec![],
    }
}

fn reported(r: &Reader, base: &Base, kind: RowKind) -> Result<Vec<ProjectId>> {
    let reports = money::reports(r, base.year(), base.as_of)?;
    let sorted = money::sort(&base.members, &reports);
    Ok(match kind {
        RowKind::Reported => sorted.reported,
        RowKind::Unreported => sorted.unreported,
        RowKind::Behind => sorted.behind,
        _ => match sorted.month {
            Some(month) => {
                let last = money::reports_to(r, base.year() - 1, month, base.as_of)?;
                money::both_years(&base.members, &reports, &last)
            }
            None => vec![],
        },
    })
}

fn in_order(base: &Base, found: Vec<ProjectId>) -> Vec<ProjectId> {
    base.members.iter().map(|m| m.id).filter(|id| found.contains(id)).collect()
}
