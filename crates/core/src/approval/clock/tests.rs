//! The cases of `rules.md` 13, and a slow count to hold the quick one to account.

mod notices;
pub(crate) mod office;
mod stops;
mod years;

use super::*;
use crate::calendar::tests::{any_day, day};
use chrono::Days;
use proptest::prelude::*;

fn stop(from: &str, to: Option<&str>, restart: bool) -> Stop {
    Stop {
        from: day(from),
        to: to.map(day),
        restart,
        kind: StopKind::ExpertReview,
        basis: "行政许可法第45条".into(),
        examiner: None,
    }
}

fn on(accepted: &str, limit: Limit, extension: u16, stops: &[Stop]) -> Option<String> {
    due(Calendar::embedded(), day(accepted), limit, extension, stops).on.map(|day| day.to_string())
}

#[test]
fn the_four_cases_of_the_rule() {
    for (accepted, days, expected) in [
        ("2022-03-28", 7, "2022-04-07"),
        ("2019-03-18", 10, "2019-04-01"),
        ("2026-02-13", 5, "2026-02-27"),
        ("2023-06-21", 3, "2023-06-27"),
    ] {
        assert_eq!(on(accepted, Limit::working(days), 0, &[]).as_deref(), Some(expected));
        assert_eq!(due_on(Calendar::embedded(), day(accepted), Limit::working(days)).to_string(), expected);
    }
}

#[test]
fn every_day_on_the_way_is_told() {
    use DayRole::{Acceptance, Counted, Due, MakeUp, Off};
    let found = due(Calendar::embedded(), day("2022-03-28"), Limit::working(7), 0, &[]);
    let days: Vec<_> = found.days.iter().map(|d| (d.on.day(), d.what, d.count)).collect();
    let expected = [
        (28, Acceptance, None),
        (29, Counted, Some(1)),
        (30, Counted, Some(2)),
        (31, Counted, Some(3)),
        (1, Counted, Some(4)),
        (2, MakeUp, Some(5)),
        (3, Off, None),
        (4, Off, None),
        (5, Off, None),
        (6, Counted, Some(6)),
        (7, Due, Some(7)),
    ];
    assert_eq!(days, expected);
    assert_eq!(found.days[6].holiday.as_deref(), Some("清明节"));
    assert!(!found.provisional);
}

#[test]
fn limits_of_nothing_or_half_a_day() {
    for limit in [Limit::working(0), Limit::half_day(), Limit::calendar(0)] {
        assert_eq!(on("2022-03-28", limit, 0, &[]).as_deref(), Some("2022-03-28"));
        assert_eq!(on("2022-04-03", limit, 0, &[]).as_deref(), Some("2022-04-06"), "accepted on a day off");
        let held = stop("2022-03-28", Some("2022-03-29"), false);
        assert_eq!(on("2022-03-28", limit, 0, &[held]).as_deref(), Some("2022-03-30"));
    }
    assert_eq!(Limit { half_days: 3, unit: Unit::Working }.days(), 2);
    assert_eq!(on("2022-03-28", Limit::half_day(), 1, &[]).as_deref(), Some("2022-03-29"));
}

#[test]
fn calendar_days_end_on_a_working_day() {
    for (accepted, days, expected) in [
        ("2022-03-28", 5, "2022-04-02"), // a Saturday that works
        ("2022-03-28", 6, "2022-04-06"), // the 3rd is off, and so is 清明节
        ("2022-03-28", 9, "2022-04-06"),
        ("2022-09-21", 10, "2022-10-08"), // through 国庆节 to the make-up Saturday
    ] {
        assert_eq!(on(accepted, Limit::calendar(days), 0, &[]).as_deref(), Some(expected), "{accepted} + {days}");
        assert_eq!(due_on(Calendar::embedded(), day(accepted), Limit::calendar(days)).to_string(), expected);
    }
    assert_eq!(on("2022-03-28", Limit::calendar(6).read_as_working(), 0, &[]).as_deref(), Some("2022-04-06"));
}

#[test]
fn a_stop_excludes_its_first_and_last_day() {
    let limit = Limit::working(5);
    assert_eq!(on("2022-03-07", limit, 0, &[]).as_deref(), Some("2022-03-14"));
    // Two days counted, three not, three counted.
    let resumed = stop("2022-03-10", Some("2022-03-14"), false);
    assert_eq!(on("2022-03-07", limit, 0, std::slice::from_ref(&resumed)).as_deref(), Some("2022-03-17"));
    let anew = Stop { restart: true, ..resumed.clone() };
    assert_eq!(on("2022-03-07", limit, 0, &[anew]).as_deref(), Some("2022-03-21"));
    let late = stop("2022-03-15", None, false);
    assert_eq!(on("2022-03-07", limit, 0, &[late]).as_deref(), Some("2022-03-14"), "it had already run out");
    let overlapping = [resumed, stop("2022-03-11", Some("2022-03-16"), false)];
    assert_eq!(on("2022-03-07", limit, 0, &overlapping).as_deref(), Some("2022-03-21"));
}

#[test]
fn an_open_stop_leaves_no_due_day() {
    let found = due(Calendar::embedded(), day("2022-03-07"), Limit::working(5), 0, &[stop("2022-03-10", None, false)]);
    assert_eq!(found.on, None);
    let last = found.days.last().unwrap();
    assert_eq!((last.on, last.what), (day("2022-03-10"), DayRole::Stopped));
}

#[test]
fn an_extension_lengthens_the_limit() {
    assert_eq!(on("2022-03-28", Limit::working(5), 2, &[]), on("2022-03-28", Limit::working(7), 0, &[]));
}

#[test]
fn a_year_without_notice_is_an_estimate() {
    let found = due(Calendar::embedded(), day("2026-12-30"), Limit::working(2), 0, &[]);
    assert_eq!((found.on, found.provisional), (Some(day("2027-01-04")), true));
    assert!(!due(Calendar::embedded(), day("2026-12-30"), Limit::working(1), 0, &[]).provisional);
}

/// The rule said again, slowly: list the days that may be counted after the last restart, take the N-th.
fn slow(calendar: &Calendar, accepted: NaiveDate, limit: Limit, extension: u16, stops: &[Stop]) -> Option<NaiveDate> {
    let all = (limit.days() + u32::from(extension)) as usize;
    let far = accepted + Days::new(900);
    let free = |d: &NaiveDate| !stops.iter().any(|s| s.from <= *d && *d <= s.to.unwrap_or(far));
    let counts = |d: &NaiveDate| limit.unit == Unit::Calendar || calendar.is_working(*d);
    let mut begin = accepted;
    loop {
        let mut after = begin.iter_days().skip(1).take(800).filter(|d| free(d) && counts(d));
        let nth = if all == 0 { Some(begin) } else { after.nth(all - 1) };
        let found = nth.and_then(|d| d.iter_days().take(800).find(|d| free(d) && calendar.is_working(*d)));
        let restart = stops.iter().filter(|s| s.restart).filter_map(|s| s.to).filter(|to| *to > begin).min();
        match (found, restart) {
            (found, Some(to)) if found.is_none_or(|d| d > to) => begin = to,
            (found, _) => return found,
        }
    }
}

fn any_stops() -> impl Strategy<Value = Vec<(u64, Option<u64>, bool)>> {
    prop::collection::vec((1u64..60, prop::option::weighted(0.9, 0u64..20), any::<bool>()), 0..4)
}

proptest! {
    #[test]
    fn the_count_is_the_slow_count(
        accepted in any_day(), half_days in 0u16..60, calendar_days: bool, extension in 0u16..10, spans in any_stops()
    ) {
        let limit = Limit { half_days, unit: if calendar_days { Unit::Calendar } else { Unit::Working } };
        let stops: Vec<_> = spans.into_iter().map(|(after, length, restart)| {
            let from = accepted + Days::new(after);
            Stop { from, to: length.map(|n| from + Days::new(n)), restart, kind: StopKind::Other, basis: String::new(), examiner: None }
        }).collect();
        let calendar = Calendar::embedded();
        let found = due(calendar, accepted, limit, extension, &stops);
        prop_assert_eq!(found.on, slow(calendar, accepted, limit, extension, &stops));
        prop_assert_eq!(found.days[0].on, accepted);
        prop_assert!(found.days.windows(2).all(|pair| tomorrow(pair[0].on) == pair[1].on), "no day is left out");
        if let Some(on) = found.on {
            prop_assert!(calendar.is_working(on) && found.days.last().unwrap().on == on);
        }
        if stops.is_empty() && extension == 0 {
            prop_assert_eq!(found.on, Some(due_on(calendar, accepted, limit)));
        }
    }
}
