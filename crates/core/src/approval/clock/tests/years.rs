//! Every day of every year the calendar knows, and of one on each side that it does not, as day of acceptance, against the plain office.

use super::super::*;
use super::office::Office;
use crate::calendar::tests::day;

/// 0, half a day, 1, a day and a half, 3, 5, 10, 20, 30, 45, 60.
const HALF_DAYS: [u16; 11] = [0, 1, 2, 3, 6, 10, 20, 40, 60, 90, 120];

/// 1 January 2014 to 31 December 2027.
fn every_day() -> impl Iterator<Item = NaiveDate> {
    let (first, last) = (day("2014-01-01"), day("2027-12-31"));
    first.iter_days().take_while(move |on| *on <= last)
}

fn every_limit() -> impl Iterator<Item = Limit> {
    HALF_DAYS.iter().flat_map(|half_days| Unit::ALL.iter().map(|unit| Limit { half_days: *half_days, unit: *unit }))
}

#[test]
fn every_day_is_worked_as_the_table_says() {
    let office = Office::open();
    assert_eq!(every_day().count(), 14 * 365 + 3);
    for on in every_day() {
        let worked = matches!(Calendar::embedded().kind(on), DayKind::Workday | DayKind::MakeUp { .. });
        assert_eq!((worked, Calendar::embedded().is_working(on)), (office.works(on), office.works(on)), "{on}");
    }
}

#[test]
fn the_quick_due_day_of_every_acceptance_and_limit() {
    let (office, calendar) = (Office::open(), Calendar::embedded());
    for accepted in every_day() {
        for limit in every_limit() {
            let expected = office.plain(accepted, limit, 0);
            assert_eq!(due_on(calendar, accepted, limit), expected, "{accepted} {limit:?}");
        }
    }
}

#[test]
fn the_told_due_day_of_every_acceptance_and_limit() {
    let (office, calendar) = (Office::open(), Calendar::embedded());
    for accepted in every_day() {
        for limit in every_limit() {
            let found = due(calendar, accepted, limit, 0, &[]);
            let expected = office.plain(accepted, limit, 0);
            assert_eq!(found.on, Some(expected), "{accepted} {limit:?}");
            let without_notice = |year: i32| !(2015..=2026).contains(&year);
            let estimate = (accepted.year()..=expected.year()).any(without_notice);
            assert_eq!(found.provisional, estimate, "{accepted} {limit:?}");
            told(office, accepted, limit, &found);
        }
    }
}

/// The days on the way: each of them once, numbered without a gap, and what each is called is so.
fn told(office: &Office, accepted: NaiveDate, limit: Limit, found: &Due) {
    let mut counted = 0;
    for (n, step) in found.days.iter().enumerate() {
        assert_eq!(step.on, accepted + chrono::Days::new(n as u64));
        if let Some(count) = step.count {
            counted += 1;
            assert_eq!(count, counted, "{accepted} {limit:?} {}", step.on);
            assert!(n > 0 && (limit.unit == Unit::Calendar || office.works(step.on)));
        }
        let (works, weekend) = (office.works(step.on), step.on.weekday().number_from_monday() > 5);
        match step.what {
            DayRole::Acceptance => assert_eq!(n, 0),
            DayRole::Due => assert_eq!((Some(step.on), works), (found.on, true)),
            DayRole::Off => assert!(!works && step.count.is_none()),
            DayRole::MakeUp => assert!(works && weekend && step.holiday.is_some() && step.count.is_some()),
            DayRole::Counted => assert!(step.count.is_some() && !(works && weekend)),
            DayRole::Stopped => panic!("nothing was stopped"),
        }
    }
    assert_eq!(counted, limit.days(), "{accepted} {limit:?}");
    assert_eq!(found.days.last().map(|step| step.on), found.on);
}
