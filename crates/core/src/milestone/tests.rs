//! Milestones: months as people count them, the answers and their reasons.

use super::MilestoneAnswer::{No, Unknown, Yes};
use super::MilestoneCause::{Elsewhere, NotExact, NotRecorded, NotYet, Over};
use super::MilestoneKind::{Conceived, FirstProduct, Negotiating, Operating, Signed, Started};
use super::*;
use proptest::prelude::*;

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn recorded(stage: Stage, days: &[(MilestoneKind, &str)]) -> Recorded {
    let mut found = Recorded { stage, ..Recorded::default() };
    for (kind, day) in days {
        found.days[*kind as usize] = Some(day.parse().unwrap());
    }
    found
}

fn told(check: &MilestoneCheck) -> (MilestoneAnswer, Vec<(MilestoneKind, MilestoneCause)>) {
    (check.answer, check.why.iter().map(|why| (why.kind, why.cause)).collect())
}

#[test]
fn months_are_counted_as_people_count_them() {
    for (begin, end, expected) in [
        ("2022-02-10", "2022-06-10", (4, 0)),
        ("2022-02-10", "2022-06-09", (3, 30)),
        ("2022-01-31", "2022-02-28", (1, 0)),
        ("2024-02-29", "2025-02-28", (12, 0)),
        ("2022-12-28", "2023-01-02", (0, 5)),
        ("2022-06-28", "2022-06-28", (0, 0)),
    ] {
        assert_eq!(months_between(on(begin), on(end)), expected, "{begin} {end}");
    }
}

#[test]
fn four_months_to_the_contract_begun_in_its_month_in_production_by_the_years_end() {
    let days = [
        (Negotiating, "2022-02-10"),
        (Signed, "2022-06-10"),
        (Started, "2022-06-28"),
        (Operating, "2022-12-26"),
        (FirstProduct, "2022-12-24"),
    ];
    let found = milestones(&recorded(Stage::Operating, &days), on("2023-07-04"));
    let signing = found.to_signing.unwrap();
    assert_eq!((signing.from, signing.months, signing.rest, signing.days), (Negotiating, 4, 0, 120));
    assert_eq!(found.same_month.answer, Yes);
    assert_eq!(found.by_year_end.answer, Yes);
    assert_eq!(told(&found.one_year), (Unknown, vec![(Conceived, NotRecorded)]));
    let first = found.lines[FirstProduct as usize].since.unwrap();
    assert_eq!((first.from, first.days), (Started, 179), "the first product may come before production is declared");
    assert_eq!(found.whole.unwrap().days, 319);
}

#[test]
fn an_answer_says_why_it_is_no_or_not_known() {
    let check = |stage, days: &[(MilestoneKind, &str)], today: &str| {
        told(&milestones(&recorded(stage, days), on(today)).one_year)
    };
    let whole = [(Conceived, "2022-01-18"), (Started, "2022-05-12"), (Operating, "2022-12-08")];
    assert_eq!(check(Stage::Operating, &whole, "2023-07-04"), (Yes, vec![]));
    assert_eq!(check(Stage::Started, &whole[..2], "2022-07-04"), (Unknown, vec![(Operating, NotYet)]));
    assert_eq!(check(Stage::Started, &whole[..2], "2023-01-01"), (No, vec![(Operating, Over)]));
    assert_eq!(check(Stage::Operating, &whole[..2], "2023-01-01"), (Unknown, vec![(Operating, NotRecorded)]));
    let late = [(Conceived, "2021-12-31"), whole[1], whole[2]];
    assert_eq!(check(Stage::Operating, &late, "2023-07-04"), (No, vec![(Started, Elsewhere), (Operating, Elsewhere)]));
    assert_eq!(check(Stage::Conceived, &[], "2022-07-04").0, Unknown);
    let coarse = recorded(Stage::Started, &[(Signed, "2022-06-30/quarter"), (Started, "2022-06-28")]);
    assert_eq!(told(&milestones(&coarse, on("2022-07-04")).same_month), (Unknown, vec![(Signed, NotExact)]));
}

#[test]
fn what_runs_backwards_has_no_span() {
    let found =
        milestones(&recorded(Stage::Started, &[(Signed, "2022-06-10"), (Started, "2022-05-10")]), on("2022-07-04"));
    assert_eq!(found.lines[Started as usize].since, None);
    assert_eq!(found.same_month.answer, No);
}

fn days() -> impl Strategy<Value = [Option<Day>; 6]> {
    let one = prop::option::of((0..1200_i64).prop_map(|n| Day::exact(on("2020-01-01") + chrono::Duration::days(n))));
    [one.clone(), one.clone(), one.clone(), one.clone(), one.clone(), one]
}

proptest! {
    #[test]
    fn months_and_the_rest_lead_from_one_day_to_the_other(begin in 0..40_000_i64, long in 0..4000_i64) {
        let begin = on("1970-01-01") + chrono::Duration::days(begin);
        let end = begin + chrono::Duration::days(long);
        let (months, rest) = months_between(begin, end);
        let back = begin.checked_add_months(Months::new(u32::try_from(months).unwrap())).unwrap();
        prop_assert_eq!(back + chrono::Duration::days(rest), end);
        prop_assert!((0..31).contains(&rest));
    }

    #[test]
    fn yes_is_said_of_three_days_in_one_year_alone(days in days(), stage in 0..Stage::ALL.len()) {
        let recorded = Recorded { stage: Stage::ALL[stage], days };
        let found = milestones(&recorded, on("2023-07-04")).one_year;
        let years: Vec<Option<i32>> =
            [Conceived, Started, Operating].iter().map(|k| days[*k as usize].map(|d| d.on.year())).collect();
        let yes = years[0].is_some() && years.iter().all(|year| *year == years[0]);
        prop_assert_eq!(found.answer == Yes, yes);
        prop_assert_eq!(found.why.is_empty(), yes);
    }

    #[test]
    fn another_day_never_turns_a_no_of_two_years_into_a_yes(days in days(), at in 0..6_usize, n in 0..1200_i64) {
        let mut more = Recorded { stage: Stage::Full, days };
        let before = milestones(&more, on("2023-07-04")).one_year;
        if before.why.iter().any(|why| why.cause == Elsewhere) && more.days[at].is_none() {
            more.days[at] = Some(Day::exact(on("2020-01-01") + chrono::Duration::days(n)));
            prop_assert_eq!(milestones(&more, on("2023-07-04")).one_year.answer, No);
        }
    }
}
