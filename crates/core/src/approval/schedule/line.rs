//! The days from today on, numbered: those that are worked, and how many of them lie before each. Made as far as it is asked for.

use super::super::clock::{Limit, Unit};
use crate::calendar::{Calendar, tomorrow};
use chrono::{NaiveDate, TimeDelta};

/// Day 0 is today.
pub struct Line<'c> {
    calendar: &'c Calendar,
    today: NaiveDate,
    /// Of each day, how many from today on and before it are worked; one entry more than days are known.
    before: Vec<i32>,
    /// The days that are worked.
    worked: Vec<i32>,
    days: Vec<NaiveDate>,
}

/// A limit in numbers.
#[derive(Clone, Copy)]
pub struct Span {
    days: i32,
    worked: bool,
}

impl Span {
    pub fn of(limit: Limit) -> Self {
        Self { days: i32::try_from(limit.days()).unwrap_or(i32::MAX), worked: limit.unit == Unit::Working }
    }
}

impl<'c> Line<'c> {
    pub fn new(calendar: &'c Calendar, today: NaiveDate) -> Self {
        Self { calendar, today, before: vec![0], worked: vec![], days: vec![] }
    }

    /// The number of a day; below 0 for one that is past.
    pub fn number(&self, day: NaiveDate) -> i32 {
        i32::try_from(day.signed_duration_since(self.today).num_days()).unwrap_or(i32::MAX)
    }

    /// The last day there is stands for all behind it.
    pub fn day(&self, number: i32) -> NaiveDate {
        let reached = usize::try_from(number).ok().and_then(|number| self.days.get(number));
        let counted = || self.today.checked_add_signed(TimeDelta::days(number.into())).unwrap_or(NaiveDate::MAX);
        reached.copied().unwrap_or_else(counted)
    }

    /// `day` itself where it is worked, else the next that is.
    pub fn on_or_after(&mut self, day: i32) -> i32 {
        let before = self.worked_before(day);
        self.nth(before)
    }

    /// When a limit ends that begins on `start`, as `clock::due_on` says.
    pub fn due(&mut self, start: i32, lasts: Span) -> i32 {
        if !lasts.worked || lasts.days == 0 {
            return self.on_or_after(start + lasts.days);
        }
        let until = self.worked_before(start + 1);
        self.nth(until + lasts.days - 1)
    }

    /// The last day from which the limit still ends by `finish`, which the line has reached.
    pub fn latest_start(&self, finish: i32, lasts: Span) -> i32 {
        let until = self.before[at(finish) + 1];
        if !lasts.worked || lasts.days == 0 {
            return self.worked[at(until - 1)] - lasts.days;
        }
        // The day before the first counted day need not be worked itself.
        self.worked[at(until - lasts.days)] - 1
    }

    /// Days worked after `from` up to `to`, both reached.
    pub fn between(&self, from: i32, to: i32) -> i32 {
        self.before[at(to) + 1] - self.before[at(from) + 1]
    }

    /// So far the line must be for what lies before `day` or on it.
    pub fn reach(&mut self, day: i32) {
        self.worked_before(day + 1);
    }

    fn worked_before(&mut self, day: i32) -> i32 {
        while self.before.len() <= at(day) {
            self.grow();
        }
        self.before[at(day)]
    }

    fn nth(&mut self, n: i32) -> i32 {
        while self.worked.len() <= at(n) {
            self.grow();
        }
        self.worked[at(n)]
    }

    /// Behind the last day there is every number is that day, and worked, so that counting comes to an end.
    fn grow(&mut self) {
        let (next, before) = (self.days.len(), self.before[self.days.len()]);
        let day = self.days.last().map_or(self.today, |day| tomorrow(*day));
        let works = day == NaiveDate::MAX || self.calendar.is_working(day);
        if works {
            self.worked.push(i32::try_from(next).unwrap_or(i32::MAX));
        }
        self.before.push(before + i32::from(works));
        self.days.push(day);
    }
}

fn at(number: i32) -> usize {
    usize::try_from(number).expect("nothing is planned before today")
}
