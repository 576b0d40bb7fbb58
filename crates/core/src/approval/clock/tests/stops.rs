//! Stops, extensions and half days against the plain office, and the laws that stops keep among themselves.

use super::super::*;
use super::office::Office;
use crate::calendar::tests::{any_day, day};
use chrono::Days;
use proptest::prelude::*;

fn stop(from: NaiveDate, days: u64, restart: bool) -> Stop {
    Stop {
        from,
        to: Some(from + Days::new(days)),
        restart,
        kind: StopKind::Testing,
        basis: "行政许可法第45条".into(),
        examiner: None,
    }
}

fn on(accepted: NaiveDate, limit: Limit, stops: &[Stop]) -> Option<NaiveDate> {
    due(Calendar::embedded(), accepted, limit, 0, stops).on
}

/// Where a stop lies, from 40 days before acceptance on, how long it lasts if it has ended, and whether counting starts anew.
type Span = (u64, Option<u64>, bool);

fn any_spans() -> impl Strategy<Value = Vec<Span>> {
    prop::collection::vec((0u64..140, prop::option::weighted(0.9, 0u64..30), prop::bool::weighted(0.3)), 0..5)
}

fn stops_of(accepted: NaiveDate, spans: &[Span]) -> Vec<Stop> {
    let one = |(at, length, restart): &Span| {
        let from = accepted - Days::new(40) + Days::new(*at);
        Stop { to: length.map(|n| from + Days::new(n)), ..stop(from, 0, *restart) }
    };
    spans.iter().map(one).collect()
}

fn any_limit() -> impl Strategy<Value = Limit> {
    let half_days = prop_oneof![Just(0u16), Just(1), Just(3), 2u16..90];
    (half_days, any::<bool>()).prop_map(|(half_days, working)| Limit {
        half_days,
        unit: if working { Unit::Working } else { Unit::Calendar },
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn any_stops_and_extensions_give_the_offices_day(
        accepted in any_day(), limit in any_limit(), extension in 0u16..20, spans in any_spans()
    ) {
        let stops = stops_of(accepted, &spans);
        let found = due(Calendar::embedded(), accepted, limit, extension, &stops);
        prop_assert_eq!(found.on, Office::open().due(accepted, limit, extension, &stops));
        // Without a due day it is told up to the first day of the open stop, and not further.
        if found.on.is_none() {
            let open = stops.iter().filter(|s| s.to.is_none()).map(|s| s.from.max(accepted)).min();
            prop_assert_eq!(found.days.last().map(|step| step.on), open);
        }
    }

    #[test]
    fn a_stop_of_k_working_days_moves_the_due_day_by_k(
        accepted in any_day(), n in 1u16..60, at in 0u64..80, length in 0u64..30
    ) {
        let (office, limit) = (Office::open(), Limit::working(n));
        let before = office.plain(accepted, limit, 0);
        let inside = accepted + Days::new(1 + at % u64::try_from((before - accepted).num_days()).unwrap());
        let stopped = stop(inside, length, false);
        let k = office.worked_in(stopped.from, stopped.to.unwrap());
        prop_assert_eq!(on(accepted, limit, &[stopped]), Some(office.nth_after(before, k)));
    }

    #[test]
    fn a_stop_after_the_due_day_changes_nothing(
        accepted in any_day(), limit in any_limit(), gap in 1u64..40, length in prop::option::of(0u64..30), restart: bool
    ) {
        let plain = due(Calendar::embedded(), accepted, limit, 0, &[]);
        let late = stop(plain.on.unwrap() + Days::new(gap), 0, restart);
        let late = Stop { to: length.map(|n| late.from + Days::new(n)), ..late };
        prop_assert_eq!(due(Calendar::embedded(), accepted, limit, 0, &[late]), plain);
    }

    #[test]
    fn counting_anew_is_counting_from_the_last_day_of_the_stop(
        accepted in any_day(), n in 1u16..60, calendar_days: bool, at in 0u64..80, length in 0u64..30
    ) {
        let limit = if calendar_days { Limit::calendar(n) } else { Limit::working(n) };
        let office = Office::open();
        let span = u64::try_from((office.plain(accepted, limit, 0) - accepted).num_days()).unwrap();
        let anew = stop(accepted + Days::new(1 + at % span), length, true);
        let expected = office.plain(anew.to.unwrap(), limit, 0);
        prop_assert_eq!(on(accepted, limit, &[anew]), Some(expected));
    }

    #[test]
    fn the_order_of_stops_does_not_matter(accepted in any_day(), limit in any_limit(), spans in any_spans(), turn in 0usize..5) {
        let stops = stops_of(accepted, &spans);
        let mut turned = stops.clone();
        turned.rotate_left(turn % spans.len().max(1));
        let expected = on(accepted, limit, &stops);
        prop_assert_eq!(on(accepted, limit, &turned), expected);
        turned.reverse();
        prop_assert_eq!(on(accepted, limit, &turned), expected);
        turned.extend(stops);
        prop_assert_eq!(on(accepted, limit, &turned), expected, "a stop told twice is one stop");
    }

    #[test]
    fn stops_side_by_side_or_over_each_other_are_their_union(
        accepted in any_day(), limit in any_limit(), at in 0u64..60, length in 1u64..30, cut in 0u64..30, over in 0u64..30
    ) {
        let whole = stop(accepted + Days::new(at), length, false);
        let cut = cut % length;
        let (first, second) = (stop(whole.from, cut, false), stop(whole.from + Days::new(cut + 1), length - cut - 1, false));
        let expected = on(accepted, limit, std::slice::from_ref(&whole));
        prop_assert_eq!(on(accepted, limit, &[first.clone(), second.clone()]), expected);
        let longer = stop(whole.from, cut + over % (length - cut), false);
        prop_assert_eq!(on(accepted, limit, &[longer, second.clone()]), expected);
        let open = Stop { to: None, ..second };
        let held = on(accepted, limit, &[Stop { to: None, ..whole }]);
        prop_assert_eq!(on(accepted, limit, &[first, open]), held);
    }

    #[test]
    fn an_extension_is_days_of_the_limit(accepted in any_day(), limit in any_limit(), extension in 1u16..30, spans in any_spans()) {
        let stops = stops_of(accepted, &spans);
        let longer = Limit { half_days: u16::try_from(limit.days()).unwrap() * 2 + extension * 2, ..limit };
        let found = due(Calendar::embedded(), accepted, limit, extension, &stops).on;
        prop_assert_eq!(found, on(accepted, longer, &stops));
    }
}

/// What the rule says of stops, letter by letter, around days that are off.
#[test]
fn counting_goes_on_with_the_next_working_day() {
    // 2022: 2 April works, 3 to 5 are off; 30 April to 4 May off, 24 April and 7 May work.
    for (from, to, restart, expected) in [
        ("2022-03-30", "2022-03-30", false, "2022-04-07"), // Wednesday alone: five days become 29 31 1 2 6, then the 7th
        ("2022-04-01", "2022-04-01", false, "2022-04-07"),
        ("2022-04-01", "2022-04-02", false, "2022-04-08"), // its last day a Saturday that works
        ("2022-04-01", "2022-04-03", false, "2022-04-08"), // ended inside 清明节: the 6th is the next working day
        ("2022-04-03", "2022-04-05", false, "2022-04-06"), // nothing of it was worked
        ("2022-04-01", "2022-04-05", true, "2022-04-13"),  // anew: 6 7 8 11 12 13
        ("2022-04-06", "2022-04-06", false, "2022-04-07"), // stopped on the due day itself
        ("2022-04-06", "2022-04-06", true, "2022-04-14"),
        ("2022-03-20", "2022-03-29", false, "2022-04-07"), // begun before acceptance
        ("2022-03-20", "2022-03-27", true, "2022-04-06"),  // over before acceptance
    ] {
        let held = Stop { from: day(from), to: Some(day(to)), ..stop(day(from), 0, restart) };
        let found = on(day("2022-03-28"), Limit::working(6), &[held]);
        assert_eq!(found, Some(day(expected)), "{from} to {to}, restart {restart}");
    }
}

/// 1.5 days are day 2; calendar days are counted over days that are off, and stopped like any other.
#[test]
fn halves_and_calendar_days() {
    let day_and_a_half = Limit { half_days: 3, unit: Unit::Working };
    assert_eq!(on(day("2022-04-01"), day_and_a_half, &[]), Some(day("2022-04-06")), "2 and 6 April");
    assert_eq!(on(day("2022-04-01"), Limit { unit: Unit::Calendar, ..day_and_a_half }, &[]), Some(day("2022-04-06")));
    let off = stop(day("2022-04-03"), 2, false);
    assert_eq!(on(day("2022-04-01"), Limit::calendar(10), std::slice::from_ref(&off)), Some(day("2022-04-14")));
    assert_eq!(on(day("2022-04-01"), Limit::working(6), &[off]), on(day("2022-04-01"), Limit::working(6), &[]));
    let open = Stop { to: None, ..stop(day("2022-04-08"), 0, true) };
    assert_eq!(on(day("2022-04-01"), Limit::working(3), std::slice::from_ref(&open)), Some(day("2022-04-07")));
    assert_eq!(on(day("2022-04-01"), Limit::working(4), &[open]), None, "an open stop on the due day itself");
}
