//! An office that knows nothing of `calendar/` and `clock.rs`: it reads the embedded table of holidays itself, keeps a list of days,
//! and finds due days by saying the rule again (`rules.md` 13). Slow and plain on purpose.

use super::super::{Limit, Stop, Unit};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::collections::HashMap;
use std::sync::OnceLock;

/// The years that have a notice.
const KNOWN: std::ops::RangeInclusive<i32> = 2015..=2026;
const FIRST: (i32, u32, u32) = (2013, 1, 1);
const DAYS: u64 = 365 * 18;

/// Every day of 2013 to 2030, worked or not.
#[derive(Clone)]
pub(crate) struct Office {
    first: NaiveDate,
    works: Vec<bool>,
    /// The numbers of the days that are worked, in order.
    worked: Vec<usize>,
    /// Of every day, how many before it are worked.
    before: Vec<usize>,
}

impl Office {
    pub(crate) fn open() -> &'static Self {
        static OFFICE: OnceLock<Office> = OnceLock::new();
        OFFICE.get_or_init(|| Self::with(&[]))
    }

    /// As the table says, but for these days.
    pub(crate) fn with(otherwise: &[(NaiveDate, bool)]) -> Self {
        let table = include_str!("../../../../data/holidays.csv");
        let mut said: HashMap<NaiveDate, bool> = HashMap::new();
        for line in table.lines().skip(1).filter(|line| !line.is_empty()) {
            let cells: Vec<&str> = line.trim_end().split(',').collect();
            said.insert(cells[0].parse().unwrap(), cells[2] == "0");
        }
        said.extend(otherwise.iter().copied());
        let first = NaiveDate::from_ymd_opt(FIRST.0, FIRST.1, FIRST.2).unwrap();
        let works = |n| {
            let on = first + Days::new(n);
            let fixed = !KNOWN.contains(&on.year()) && fixed_by_law(on);
            let weekday = !matches!(on.weekday(), Weekday::Sat | Weekday::Sun);
            said.get(&on).copied().unwrap_or(weekday && !fixed)
        };
        let works: Vec<bool> = (0..DAYS).map(works).collect();
        let worked: Vec<usize> = (0..works.len()).filter(|n| works[*n]).collect();
        let before = (0..works.len()).map(|n| worked.partition_point(|on| *on < n)).collect();
        Self { first, works, worked, before }
    }

    pub(crate) fn number(&self, on: NaiveDate) -> usize {
        usize::try_from((on - self.first).num_days()).unwrap()
    }

    pub(crate) fn day(&self, number: usize) -> NaiveDate {
        self.first + Days::new(number as u64)
    }

    pub(crate) fn works(&self, on: NaiveDate) -> bool {
        self.works[self.number(on)]
    }

    /// The `n`-th day worked after `on`, from the list.
    pub(crate) fn nth_after(&self, on: NaiveDate, n: usize) -> NaiveDate {
        let after = self.before[self.number(on) + 1];
        if n == 0 { on } else { self.day(self.worked[after + n - 1]) }
    }

    /// `on` where it is worked, else the next day that is, from the list.
    pub(crate) fn on_or_after(&self, on: NaiveDate) -> NaiveDate {
        self.day(self.worked[self.before[self.number(on)]])
    }

    /// Days worked of `from` to `to`, both of them.
    pub(crate) fn worked_in(&self, from: NaiveDate, to: NaiveDate) -> usize {
        (self.number(from)..=self.number(to)).filter(|n| self.works[*n]).count()
    }

    /// When a limit without stops ends.
    pub(crate) fn plain(&self, accepted: NaiveDate, limit: Limit, extension: u16) -> NaiveDate {
        let n = whole_days(limit) + usize::from(extension);
        match limit.unit {
            Unit::Working => self.on_or_after(self.nth_after(accepted, n)),
            Unit::Calendar => self.on_or_after(accepted + Days::new(n as u64)),
        }
    }

    /// When a limit ends: the first day worked and not stopped by whose end enough days are counted.
    pub(crate) fn due(&self, accepted: NaiveDate, limit: Limit, extension: u16, stops: &[Stop]) -> Option<NaiveDate> {
        let n = whole_days(limit) + usize::from(extension);
        let stopped = |on: NaiveDate| stops.iter().any(|s| s.from <= on && s.to.is_none_or(|to| on <= to));
        let counts = |on: NaiveDate| !stopped(on) && (limit.unit == Unit::Calendar || self.works(on));
        let enough = |on: NaiveDate| {
            let anew = stops.iter().filter(|s| s.restart).filter_map(|s| s.to).filter(|to| *to < on);
            let begun = anew.max().map_or(accepted, |to| to.max(accepted));
            begun.iter_days().skip(1).take_while(|day| *day <= on).filter(|day| counts(*day)).count() >= n
        };
        let last = self.day(self.works.len() - 1);
        let mut days = accepted.iter_days().take_while(|day| *day < last);
        days.find(|on| self.works(*on) && !stopped(*on) && enough(*on))
    }
}

/// 0 and half a day end on day 0; beyond that a day begun is a day.
fn whole_days(limit: Limit) -> usize {
    match limit.half_days {
        0 | 1 => 0,
        halves if halves % 2 == 1 => usize::from(halves) / 2 + 1,
        halves => usize::from(halves) / 2,
    }
}

/// 全国年节及纪念日放假办法 §2: the holidays with a date of their own; 2 May since 2025.
fn fixed_by_law(on: NaiveDate) -> bool {
    let text = on.format("%m-%d").to_string();
    ["01-01", "05-01", "10-01", "10-02", "10-03"].contains(&&*text) || (text == "05-02" && on.year() > 2024)
}
