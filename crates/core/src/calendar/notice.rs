//! Holiday notices 节假日安排的通知: those that come with the program, each with the day it was published, and an office's own.
//!
//! 全国年节及纪念日放假办法 says which holidays there are; the General Office of the State Council says each year which days are off
//! and which weekend days are worked for them, and has changed its mind twice since 2015 (`docs/data.md`).

use crate::coded::rows;
use crate::id::{CalendarNoticeId, DepartmentId};
use crate::record;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;
use ts_rs::TS;

record! {
    /// A notice an office entered, or the days on which one of its units works otherwise.
    pub struct CalendarNotice(CalendarNoticeId) in "calendar_notice", Ref {
        year: i64,
        published_on: NaiveDate,
        /// 文号.
        number: Option<String>,
        /// One day a line, as [`write_days`] writes them.
        days: String,
        /// Whose days they are; everybody's where nobody is named. A unit's days stand beside the notice, they do not replace it.
        unit: Option<DepartmentId>,
    }
}

/// One day that a notice changes: a day off, or a weekend day that is worked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct NoticeDay {
    pub on: NaiveDate,
    /// The holiday it belongs to, e.g. 清明节.
    pub name: String,
    pub off: bool,
}

/// One version of the holiday notice of a year.
///
/// It replaces every day of the notice of that year known before. Its 元旦 days may lie in December of the year before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Notice {
    pub year: i32,
    pub published_on: NaiveDate,
    pub number: Option<String>,
    pub days: Vec<NoticeDay>,
}

/// `2027-02-08 off 春节`, one day a line, in order.
#[must_use]
pub fn write_days(days: &[NoticeDay]) -> String {
    let mut days: Vec<&NoticeDay> = days.iter().collect();
    days.sort();
    let line = |day: &&NoticeDay| format!("{} {} {}\n", day.on, if day.off { "off" } else { "work" }, day.name);
    days.iter().map(line).collect()
}

/// What [`write_days`] wrote; `None` where a line is something else.
#[must_use]
pub fn read_days(text: &str) -> Option<Vec<NoticeDay>> {
    let day = |line: &str| {
        let mut words = line.splitn(3, ' ');
        let (on, kind, name) = (words.next()?.parse().ok()?, words.next()?, words.next()?);
        let off = match kind {
            "off" => true,
            "work" => false,
            _ => return None,
        };
        Some(NoticeDay { on, name: name.into(), off })
    };
    text.lines().map(day).collect()
}

/// The notices that come with the program, 2015–2026, in the order they were published.
///
/// Where a notice changed an earlier one of its year, the earlier is what `holidays-first.csv` says of the holidays that moved.
#[must_use]
pub fn embedded_notices() -> &'static [Notice] {
    static NOTICES: OnceLock<Vec<Notice>> = OnceLock::new();
    NOTICES.get_or_init(|| {
        let days = embedded_days();
        let first = rows(include_str!("../../data/holidays-first.csv"));
        let notices = rows(include_str!("../../data/holiday-notices.csv"));
        let year_of = |row: &[String]| row[1].parse::<i32>().expect("a year");
        let mut found = vec![];
        for (at, row) in notices.iter().enumerate() {
            let year = year_of(row);
            let of_year: Vec<NoticeDay> = days.iter().filter(|d| notice_year(d.on, &d.name) == year).cloned().collect();
            let replaced = notices[at + 1..].iter().any(|later| year_of(later) == year);
            found.push(Notice {
                year,
                published_on: row[0].parse().expect("holiday-notices.csv holds ISO days"),
                number: Some(row[2].clone()),
                days: if replaced { before(of_year, &first, year) } else { of_year },
            });
        }
        found
    })
}

fn embedded_days() -> Vec<NoticeDay> {
    let day = |row: Vec<String>| NoticeDay {
        on: row[0].parse().expect("holidays.csv holds ISO days"),
        name: row[1].clone(),
        off: row[2] == "1",
    };
    rows(include_str!("../../data/holidays.csv")).into_iter().map(day).collect()
}

/// The days of a year before its notice was changed.
fn before(mut days: Vec<NoticeDay>, first: &[Vec<String>], year: i32) -> Vec<NoticeDay> {
    let of_year = || first.iter().filter(|row| row[0] == year.to_string());
    days.retain(|day| of_year().all(|row| row[1] != day.name));
    let stood = of_year()
        .filter_map(|row| Some(NoticeDay { on: row[2].parse().ok()?, name: row[1].clone(), off: row[3] == "1" }));
    days.extend(stood);
    days.sort();
    days
}

/// Sets out a whole year: New Year and National Day stand in it.
#[must_use]
pub fn is_whole(days: &[NoticeDay]) -> bool {
    ["元旦", "国庆节"].iter().all(|name| days.iter().any(|day| day.name.contains(name)))
}

/// The same holiday, or one of those that are given together (国庆节、中秋节).
#[must_use]
pub fn same_holiday(a: &str, b: &str) -> bool {
    a.split('、').any(|part| b.split('、').any(|other| part == other))
}

/// Which year's notice names the day: New Year's days in December belong to the next.
#[must_use]
pub fn notice_year(day: NaiveDate, name: &str) -> i32 {
    day.year() + i32::from(day.month() == 12 && name.contains("元旦"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Calendar;
    use crate::calendar::tests::day;

    #[test]
    fn every_year_has_its_versions() {
        let count = |year| embedded_notices().iter().filter(|n| n.year == year).count();
        assert_eq!((2015..=2026).map(count).collect::<Vec<_>>(), [2, 1, 1, 1, 2, 2, 1, 1, 1, 1, 1, 1]);
        assert!(embedded_notices().is_sorted_by_key(|n| n.published_on));
    }

    #[test]
    fn a_changed_notice_left_the_earlier_one_as_it_was() {
        let known = |on: &str| {
            let until = day(on);
            Calendar::under(embedded_notices().iter().filter(|n| n.published_on <= until))
        };
        // 2019-03-22 made 劳动节 four days; 2020-01-26 lengthened 春节; 2015-05-13 gave 3 September.
        for (published, before, on, worked, works) in [
            ("2019-03-22", "2019-03-21", "2019-05-02", true, false),
            ("2019-03-22", "2019-03-21", "2019-04-28", false, true),
            ("2020-01-26", "2020-01-25", "2020-01-31", true, false),
            ("2020-01-26", "2020-01-25", "2020-02-01", true, false),
            ("2015-05-13", "2015-05-12", "2015-09-03", true, false),
            ("2015-05-13", "2015-05-12", "2015-09-06", false, true),
        ] {
            assert_eq!(known(before).is_working(day(on)), worked, "{on} before {published}");
            assert_eq!(known(published).is_working(day(on)), works, "{on} since {published}");
        }
        assert!(known("2025-11-03").provisional(2026) && !known("2025-11-04").provisional(2026));
    }

    #[test]
    fn days_are_kept_as_lines() {
        let days = embedded_notices()[0].days.clone();
        assert_eq!(read_days(&write_days(&days)), Some(days));
        assert_eq!(read_days(""), Some(vec![]));
        for bad in ["2027-01-01", "2027-01-01 off", "2027-13-01 off 元旦", "2027-01-01 perhaps 元旦"] {
            assert_eq!(read_days(bad), None, "{bad}");
        }
    }
}
