//! The cadence of reminders.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn before_on_and_after_the_due_day_then_monthly() {
    let calendar = Calendar::embedded();
    let due = day("2022-03-15");
    let span = ReminderSpan { from: day("2022-01-01"), to: day("2022-07-31") };
    let given: Vec<(String, i64)> =
        given(calendar, due, span).into_iter().map(|(on, after)| (on.to_string(), after)).collect();
    let expected = [
        ("2022-03-10", -5),
        ("2022-03-15", 0),
        ("2022-03-29", 14),
        ("2022-04-12", 28),
        ("2022-04-26", 42),
        ("2022-05-26", 72),
        // 26 June is a Sunday: told on Monday.
        ("2022-06-27", 103),
        ("2022-07-26", 133),
    ];
    assert_eq!(given, expected.map(|(on, after)| (on.to_string(), after)));
}

#[test]
fn before_a_holiday_it_comes_before() {
    let calendar = Calendar::embedded();
    // Due 10 October 2022: five days before lies in the National Day week, so it comes on 30 September.
    let span = ReminderSpan { from: day("2022-09-26"), to: day("2022-10-09") };
    assert_eq!(given(calendar, day("2022-10-10"), span), [(day("2022-09-30"), -5)]);
    // 2022-05-04 is off: the reminder of the day itself comes on the 5th, once.
    let each = |on: &str| given(calendar, day("2022-05-04"), ReminderSpan { from: day(on), to: day(on) });
    assert_eq!((each("2022-05-04"), each("2022-05-05")), (vec![], vec![(day("2022-05-05"), 0)]));
}
