//! Which days an office works: weekends, holidays and make-up working days under the State Council's yearly notices.
//!
//! The notices themselves, those that come with the program and an office's own, are in `notice.rs`. Sources and counts: `docs/data.md`.

pub mod edit;
pub mod moved;
pub mod notice;
pub mod office;
pub mod query;
pub mod text;

use chrono::{Datelike, NaiveDate, Weekday};
use foldhash::fast::FixedState;
use notice::{Notice, embedded_notices, is_whole, notice_year};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};
use ts_rs::TS;

/// What kind of day it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DayKind {
    Workday,
    Weekend,
    Holiday {
        name: String,
    },
    /// 调休上班: a weekend day that is worked.
    MakeUp {
        name: String,
    },
}

#[derive(Clone, Debug)]
struct Mark {
    name: Arc<str>,
    off: bool,
}

/// The working days of every year, by notices where there are any.
#[derive(Clone, Debug)]
pub struct Calendar {
    marks: HashMap<NaiveDate, Mark, FixedState>,
    /// Years that have a whole notice.
    years: BTreeSet<i32>,
    /// Of the other years the holidays that a notice names.
    named: BTreeSet<(i32, Arc<str>)>,
}

impl Calendar {
    /// The notices that come with the program, 2015–2026, each year by its last one.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static EMBEDDED: OnceLock<Calendar> = OnceLock::new();
        EMBEDDED.get_or_init(|| Self::under(embedded_notices()))
    }

    /// Under these notices alone; of a year the one published last holds, of one day the later in the list.
    #[must_use]
    pub fn under<'n>(notices: impl IntoIterator<Item = &'n Notice>) -> Self {
        let mut calendar = Self { marks: HashMap::default(), years: BTreeSet::new(), named: BTreeSet::new() };
        let mut notices: Vec<&Notice> = notices.into_iter().collect();
        notices.sort_by_key(|notice| notice.published_on);
        notices.iter().for_each(|notice| calendar.apply(notice));
        calendar
    }

    fn apply(&mut self, notice: &Notice) {
        self.marks.retain(|day, mark| notice_year(*day, &mark.name) != notice.year);
        for day in &notice.days {
            self.mark(day.on, &day.name, day.off);
        }
        // One about single holidays leaves the rest of a year an estimate.
        self.named.retain(|(year, _)| *year != notice.year);
        if is_whole(&notice.days) {
            self.years.insert(notice.year);
        } else {
            self.years.remove(&notice.year);
            self.named.extend(notice.days.iter().map(|day| (notice.year, day.name.as_str().into())));
        }
    }

    /// Changes single days, whatever notice holds: what one unit works or not beside the others.
    pub fn mark(&mut self, on: NaiveDate, name: &str, off: bool) {
        self.marks.insert(on, Mark { name: name.into(), off });
    }

    #[must_use]
    pub fn is_working(&self, day: NaiveDate) -> bool {
        match self.marks.get(&day) {
            Some(mark) => !mark.off,
            None => !is_weekend(day) && self.estimated_holiday(day).is_none(),
        }
    }

    #[must_use]
    pub fn kind(&self, day: NaiveDate) -> DayKind {
        match self.marks.get(&day) {
            Some(mark) if mark.off => DayKind::Holiday { name: mark.name.to_string() },
            Some(mark) if is_weekend(day) => DayKind::MakeUp { name: mark.name.to_string() },
            Some(_) => DayKind::Workday,
            None => match self.estimated_holiday(day) {
                Some(name) => DayKind::Holiday { name: name.into() },
                None if is_weekend(day) => DayKind::Weekend,
                None => DayKind::Workday,
            },
        }
    }

    fn estimated_holiday(&self, day: NaiveDate) -> Option<&'static str> {
        let named = |name: &str| self.named.iter().any(|(year, n)| *year == day.year() && n.contains(name));
        fixed_holiday(day).filter(|name| self.provisional(day.year()) && !named(name))
    }

    /// No whole notice is known for the year: its working days are Monday to Friday without the fixed holidays (暂估).
    #[must_use]
    pub fn provisional(&self, year: i32) -> bool {
        !self.years.contains(&year)
    }

    /// The first working day after `day`.
    #[must_use]
    pub fn next_working(&self, day: NaiveDate) -> NaiveDate {
        self.on_or_after(tomorrow(day))
    }

    /// `day` itself where it is worked, else the next working day.
    #[must_use]
    pub fn on_or_after(&self, mut day: NaiveDate) -> NaiveDate {
        while !self.is_working(day) && day < NaiveDate::MAX {
            day = tomorrow(day);
        }
        day
    }

    /// `day` itself where it is worked, else the working day before.
    #[must_use]
    pub fn on_or_before(&self, mut day: NaiveDate) -> NaiveDate {
        while !self.is_working(day) && day > NaiveDate::MIN {
            day = yesterday(day);
        }
        day
    }

    /// The `n`-th working day after `day0`, which is not counted itself; `n` = 0 gives `day0`, worked or not.
    #[must_use]
    pub fn add_working(&self, day0: NaiveDate, n: u32) -> NaiveDate {
        (0..n).fold(day0, |day, _| self.next_working(day))
    }

    /// Working days after `from` up to and including `to`; negative where `to` is the earlier.
    #[must_use]
    pub fn working_between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        if to < from {
            return -self.working_between(to, from);
        }
        let mut count = 0;
        let mut day = from;
        while day < to {
            day = tomorrow(day);
            count += i64::from(self.is_working(day));
        }
        count
    }

    /// Working days left until the end of `due`; negative for those it is over, which is one at least once the day is past: on the day
    /// off after it no working day has gone by yet.
    #[must_use]
    pub fn days_left(&self, today: NaiveDate, due: NaiveDate) -> i64 {
        let left = self.working_between(today, due);
        if due < today { left.min(-1) } else { left }
    }
}

/// The holidays with a fixed date, 全国年节及纪念日放假办法 §2; the second day of 劳动节 since 2025.
fn fixed_holiday(day: NaiveDate) -> Option<&'static str> {
    match (day.month(), day.day()) {
        (1, 1) => Some("元旦"),
        (5, 1) => Some("劳动节"),
        (5, 2) if day.year() >= 2025 => Some("劳动节"),
        (10, 1..=3) => Some("国庆节"),
        _ => None,
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The day after; the last day there is stays itself.
pub(crate) fn tomorrow(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(NaiveDate::MAX)
}

pub(crate) fn yesterday(day: NaiveDate) -> NaiveDate {
    day.pred_opt().unwrap_or(NaiveDate::MIN)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::notice::NoticeDay;
    use super::*;
    use chrono::Days;
    use proptest::prelude::*;

    pub(crate) fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Any day of the years that have notices, and of two that have none.
    pub(crate) fn any_day() -> impl Strategy<Value = NaiveDate> {
        (0u64..365 * 14).prop_map(|n| day("2014-07-01") + Days::new(n))
    }

    #[test]
    fn every_year_has_its_working_days() {
        let known = [249, 250, 249, 250, 250, 249, 250, 249, 249, 251, 248, 248]; // formats.md §3
        for (year, expected) in (2015..).zip(known) {
            let (first, last) = (format!("{}-12-31", year - 1), format!("{year}-12-31"));
            assert_eq!(Calendar::embedded().working_between(day(&first), day(&last)), expected, "{year}");
            assert!(!Calendar::embedded().provisional(year));
        }
        assert!(Calendar::embedded().provisional(2027) && Calendar::embedded().provisional(2014));
    }

    #[test]
    fn days_are_what_the_notices_say() {
        let holiday = |name: &str| DayKind::Holiday { name: name.into() };
        let make_up = |name: &str| DayKind::MakeUp { name: name.into() };
        for (on, kind) in [
            ("2022-04-02", make_up("清明节")),
            ("2022-04-05", holiday("清明节")),
            ("2023-06-25", make_up("端午节")),
            ("2025-01-26", make_up("春节")),
            ("2026-02-14", make_up("春节")),
            ("2026-02-23", holiday("春节")),
            ("2026-10-10", make_up("国庆节")),
            ("2018-12-31", holiday("元旦")),
            ("2022-04-09", DayKind::Weekend),
            ("2020-02-03", DayKind::Workday),
            ("2027-05-02", holiday("劳动节")),
            ("2014-05-02", DayKind::Workday),
            ("2027-02-08", DayKind::Workday), // 春节, but nobody has said so yet
        ] {
            let found = Calendar::embedded().kind(day(on));
            assert_eq!(found, kind, "{on}");
            let works = matches!(found, DayKind::Workday | DayKind::MakeUp { .. });
            assert_eq!(Calendar::embedded().is_working(day(on)), works, "{on}");
        }
    }

    #[test]
    fn an_offices_notice_stands_in_place_of_the_embedded() {
        let off = |on: &str, name: &str| NoticeDay { on: day(on), name: name.into(), off: true };
        let notice = |published: &str, year, days| Notice { year, published_on: day(published), number: None, days };
        let whole = |days: Vec<NoticeDay>, national: &str| [days, vec![off(national, "国庆节")]].concat();
        let own = whole(vec![off("2018-12-31", "元旦"), off("2019-03-04", "本市放假")], "2019-10-06");
        let own = notice("2019-04-01", 2019, own);
        let next = whole(vec![off("2026-12-31", "元旦"), off("2027-02-08", "春节")], "2027-10-01");
        let next = notice("2026-11-20", 2027, next);
        let calendar = Calendar::under(embedded_notices().iter().chain([&own, &next]));
        assert!(!calendar.is_working(day("2019-03-04")));
        assert!(calendar.is_working(day("2019-10-01")), "the embedded days of the year are gone");
        assert!(!calendar.is_working(day("2018-10-01")), "other years stand");
        assert!(!calendar.is_working(day("2018-12-31")));
        assert!(!calendar.is_working(day("2018-12-30")), "a Sunday");
        assert!(!calendar.provisional(2027) && !calendar.is_working(day("2026-12-31")));
        assert!(!calendar.is_working(day("2026-10-01")), "a neighbour's days do not go with it");
    }

    #[test]
    fn a_notice_about_one_holiday_leaves_the_year_an_estimate() {
        let days = vec![NoticeDay { on: day("2027-02-08"), name: "春节".into(), off: true }];
        let notice = Notice { year: 2027, published_on: day("2026-11-20"), number: None, days };
        let calendar = Calendar::under(embedded_notices().iter().chain([&notice]));
        assert!(calendar.provisional(2027) && !calendar.is_working(day("2027-02-08")));
        assert!(!calendar.is_working(day("2027-10-01")), "国庆节 is still expected");
    }

    #[test]
    fn counting_leaves_out_the_first_day() {
        let calendar = Calendar::embedded();
        assert_eq!(calendar.add_working(day("2022-04-01"), 1), day("2022-04-02"));
        assert_eq!(calendar.add_working(day("2022-04-02"), 0), day("2022-04-02"));
        assert_eq!(calendar.working_between(day("2022-04-01"), day("2022-04-06")), 2);
        // Due on Friday: over by one day on Saturday, Sunday and Monday; two days to go on Wednesday before.
        let left = |today: &str| calendar.days_left(day(today), day("2022-03-25"));
        let days = ["2022-03-23", "2022-03-25", "2022-03-26", "2022-03-27", "2022-03-28", "2022-03-29"];
        assert_eq!(days.map(left), [2, 0, -1, -1, -1, -2]);
        assert_eq!(
            left("2022-04-04"),
            -6,
            "as many as have gone by: 28 March to 1 April, and 2 April, which is worked"
        );
        assert_eq!(calendar.on_or_before(day("2022-04-05")), day("2022-04-02"));
    }

    proptest! {
        #[test]
        fn counting_agrees_with_walking(from in any_day(), n in 0u32..80) {
            let calendar = Calendar::embedded();
            let mut walked = from;
            let mut left = n;
            while left > 0 {
                walked = walked + Days::new(1);
                if matches!(calendar.kind(walked), DayKind::Workday | DayKind::MakeUp { .. }) {
                    left -= 1;
                }
            }
            prop_assert_eq!(calendar.add_working(from, n), walked);
            prop_assert_eq!(calendar.working_between(from, walked), i64::from(n));
            prop_assert_eq!(calendar.working_between(walked, from), -i64::from(n));
        }
    }
}
