//! When an approval falls due, and how that day was reached (`rules.md` 13).
//!
//! 行政许可法 §32 (补正 comes before acceptance), §42 (limit and extension), §45 (time not counted), §82 (working days); 民法典 §201 (the first day is not counted).
//! No clock runs before acceptance: whoever calls has the day of acceptance.

use crate::calendar::{Calendar, DayKind, tomorrow, yesterday};
use crate::codes;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// What the days of a limit are: 工作日, or 日 where the office does not read them as working days.
    pub enum Unit {
        Working = "working",
        Calendar = "calendar",
    }
}

/// A time limit: 0 (即时), half a day, or N days, in halves of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct Limit {
    pub half_days: u16,
    pub unit: Unit,
}

impl Limit {
    #[must_use]
    pub const fn working(days: u16) -> Self {
        Self { half_days: days.saturating_mul(2), unit: Unit::Working }
    }

    #[must_use]
    pub const fn calendar(days: u16) -> Self {
        Self { half_days: days.saturating_mul(2), unit: Unit::Calendar }
    }

    #[must_use]
    pub const fn half_day() -> Self {
        Self { half_days: 1, unit: Unit::Working }
    }

    /// The days to count after day 0: half a day is done on day 0, a day and a half on day 2.
    #[must_use]
    pub fn days(self) -> u32 {
        if self.half_days < 2 { 0 } else { u32::from(self.half_days).div_ceil(2) }
    }

    /// The same limit where the office reads 日 as 工作日 (`formats.md` §3).
    #[must_use]
    pub fn read_as_working(self) -> Self {
        Self { unit: Unit::Working, ..self }
    }
}

codes! {
    /// Why the clock stands still: the special procedures of 行政许可法 §45, and what local rules and trades know beside them.
    pub enum StopKind {
        Hearing = "hearing",
        Tender = "tender",
        Auction = "auction",
        Inspection = "inspection",
        Testing = "testing",
        Quarantine = "quarantine",
        Appraisal = "appraisal",
        ExpertReview = "expert_review",
        /// 退回修改 in a technical review.
        Revision = "revision",
        /// 退回补正 of a file on its way up.
        ReturnedFile = "returned_file",
        /// 公告期.
        Notice = "notice",
        /// 异议处理.
        Objection = "objection",
        /// 客户工程施工.
        ClientWorks = "client_works",
        /// 等资料.
        AwaitingPapers = "awaiting_papers",
        Other = "other",
    }
}

codes! {
    /// Whose turn it is while a clock stands still.
    pub enum Party {
        Applicant = "applicant",
        /// The unit that decides: it holds the hearing, the tender, the notice itself.
        Unit = "unit",
        /// Whoever inspects, tests or reviews for it.
        Third = "third",
    }
}

impl StopKind {
    /// Who has to move, by the reason: what the applicant brings is its own; hearings, tenders, auctions, notices and objections are
    /// the unit's (行政许可法 §§46–48, 53); inspection, testing, quarantine, appraisal and expert review are done by others (§45, §55).
    #[must_use]
    pub const fn party(self) -> Party {
        match self {
            Self::Revision | Self::ReturnedFile | Self::ClientWorks | Self::AwaitingPapers => Party::Applicant,
            Self::Hearing | Self::Tender | Self::Auction | Self::Notice | Self::Objection | Self::Other => Party::Unit,
            Self::Inspection | Self::Testing | Self::Quarantine | Self::Appraisal | Self::ExpertReview => Party::Third,
        }
    }
}

/// Days of a stop from its first to its last day, both included: working days, or all of them where the limit counts all.
#[must_use]
pub fn stopped_days(calendar: &Calendar, from: NaiveDate, to: NaiveDate, unit: Unit) -> i64 {
    match unit {
        Unit::Working => calendar.working_between(yesterday(from), to).max(0),
        Unit::Calendar => (to - yesterday(from)).num_days().max(0),
    }
}

/// A span that is not counted: `from` and `to` are its first and last day, `to` open while it lasts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Stop {
    pub from: NaiveDate,
    pub to: Option<NaiveDate>,
    /// Counting starts anew after it instead of going on.
    pub restart: bool,
    pub kind: StopKind,
    /// The clause or document it rests on.
    pub basis: String,
    /// Who inspects, tests or reviews, where the kind names others and somebody wrote it down.
    pub examiner: Option<String>,
}

impl Stop {
    fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

codes! {
    /// What a day did for the count.
    pub enum DayRole {
        Acceptance = "acceptance",
        Counted = "counted",
        Off = "off",
        /// Counted: a weekend day that was worked.
        MakeUp = "make_up",
        Stopped = "stopped",
        Due = "due",
    }
}

/// One day on the way to the due day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CountedDay {
    pub on: NaiveDate,
    /// Which day of the limit it is; none for a day that is not counted.
    pub count: Option<u32>,
    pub what: DayRole,
    /// The holiday it is off or worked for.
    pub holiday: Option<String>,
}

/// When a limit ends, and how the day was reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Due {
    /// End of this day; none while an open stop holds the count.
    pub on: Option<NaiveDate>,
    /// A year on the way has no holiday notice yet (暂估).
    pub provisional: bool,
    /// Every day from acceptance to the due day, or to the first day of the open stop.
    pub days: Vec<CountedDay>,
}

/// The due day of what was accepted on `accepted` (`rules.md` 13).
///
/// `extension_days` are days of the limit's own unit (行政许可法 §42). A stop that begins after the due day changes nothing.
#[must_use]
pub fn due(calendar: &Calendar, accepted: NaiveDate, limit: Limit, extension_days: u16, stops: &[Stop]) -> Due {
    let mut count = Count { calendar, limit, stops, all: limit.days() + u32::from(extension_days), done: 0 };
    let mut due = Due { on: None, provisional: false, days: vec![] };
    let mut day = accepted;
    loop {
        let step = count.day(day, day == accepted);
        let (what, held) = (step.what, stops.iter().any(|s| s.to.is_none() && s.covers(day)));
        due.days.push(step);
        due.provisional |= calendar.provisional(day.year());
        if what == DayRole::Due {
            due.on = Some(day);
        }
        if what == DayRole::Due || held || day == NaiveDate::MAX {
            return due;
        }
        day = tomorrow(day);
    }
}

/// The due day alone, without the days that led to it.
#[must_use]
pub fn due_on(calendar: &Calendar, accepted: NaiveDate, limit: Limit) -> NaiveDate {
    match limit.unit {
        Unit::Working => calendar.on_or_after(calendar.add_working(accepted, limit.days())),
        Unit::Calendar => {
            let last = accepted.checked_add_days(chrono::Days::new(limit.days().into()));
            calendar.on_or_after(last.unwrap_or(NaiveDate::MAX))
        }
    }
}

struct Count<'a> {
    calendar: &'a Calendar,
    limit: Limit,
    stops: &'a [Stop],
    all: u32,
    done: u32,
}

impl Count<'_> {
    fn day(&mut self, on: NaiveDate, first: bool) -> CountedDay {
        if self.stops.iter().any(|stop| stop.covers(on)) {
            if self.stops.iter().any(|stop| stop.restart && stop.to == Some(on)) {
                self.done = 0;
            }
            return CountedDay { on, count: None, what: DayRole::Stopped, holiday: None };
        }
        let (works, made_up, holiday) = match self.calendar.kind(on) {
            DayKind::Workday => (true, false, None),
            DayKind::Weekend => (false, false, None),
            DayKind::Holiday { name } => (false, false, Some(name)),
            DayKind::MakeUp { name } => (true, true, Some(name)),
        };
        let counts = !first && self.done < self.all && (works || self.limit.unit == Unit::Calendar);
        self.done += u32::from(counts);
        let what = match () {
            () if self.done == self.all && works => DayRole::Due,
            () if first => DayRole::Acceptance,
            () if counts && made_up => DayRole::MakeUp,
            () if counts => DayRole::Counted,
            () => DayRole::Off,
        };
        CountedDay { on, count: counts.then_some(self.done), what, holiday }
    }
}

#[cfg(test)]
pub(super) mod tests;
