//! Cases of the rules, and what holds whatever is recorded.

use super::super::RouteKind;
use super::*;
use crate::id::{OfficeId, ProjectId};
use crate::time::Day;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn step(route: RouteKind, code: &str, on: Option<NaiveDate>, skipped: bool) -> RouteStep {
    let project = ProjectId::default();
    RouteStep {
        id: super::super::record::route_step_id(project, route, Some(code)),
        office: OfficeId::default(),
        project,
        route,
        step: Some(code.into()),
        happened_on: on,
        expected_on: None,
        holder: None,
        skipped,
        reason: skipped.then(|| "不涉及".into()),
        responsible: None,
        responsible_person: None,
        note: None,
    }
}

fn done(code: &str, on: &str) -> RouteStep {
    step(RouteKind::Land, code, Some(day(on)), false)
}

fn way<'w>(route: RouteKind, records: &'w [RouteStep], calendars: &'w Calendars) -> Way<'w> {
    let recorded = |step: &StepOfRoute| records.iter().find(|r| r.step.as_deref() == Some(&step.code));
    Way { steps: route.steps(), recorded: route.steps().iter().map(recorded).collect(), off: false, calendars }
}

fn at(code: &str) -> usize {
    RouteKind::Land.place(code).unwrap()
}

#[test]
fn a_project_stands_at_the_first_open_step() {
    let calendars = Calendars::embedded();
    let records =
        [done("pre_notice", "2022-01-05"), step(RouteKind::Land, "survey", None, true), done("notice", "2022-02-10")];
    let way = way(RouteKind::Land, &records, &calendars);
    assert_eq!((way.now(), way.done(), way.whole()), (Some(at("stability")), (2, 16), RouteState::UnderWay));
    assert_eq!(way.last(), Some(day("2022-02-10")));
    assert!(way.passed_over(at("stability")) && !way.passed_over(at("survey")) && !way.passed_over(at("agreement")));
}

#[test]
fn a_route_is_begun_done_or_not_needed() {
    let calendars = Calendars::embedded();
    let all = |skipped: bool| -> Vec<RouteStep> {
        let on = (!skipped).then(|| day("2022-03-01"));
        RouteKind::Finance.steps().iter().map(|s| step(RouteKind::Finance, &s.code, on, skipped)).collect()
    };
    assert_eq!(way(RouteKind::Finance, &[], &calendars).whole(), RouteState::NotBegun);
    assert_eq!(way(RouteKind::Finance, &all(false), &calendars).whole(), RouteState::Done);
    assert_eq!(way(RouteKind::Finance, &all(true), &calendars).whole(), RouteState::NotNeeded);
    let off = Way { off: true, ..way(RouteKind::Finance, &[], &calendars) };
    assert_eq!(off.whole(), RouteState::NotNeeded);
}

#[test]
fn a_notice_lasts_as_long_as_the_law_says() {
    let calendars = Calendars::embedded();
    let short = |came: &str| {
        let records = [done("notice", "2022-01-10"), done("agreement", came)];
        way(RouteKind::Land, &records, &calendars).warnings(at("notice"))
    };
    // 30 days after 10 January, the day itself not counted: 9 February.
    assert_eq!(short("2022-02-09"), []);
    let warning = &short("2022-02-01")[0];
    assert_eq!((warning.kind, warning.days, warning.unit), (RouteWarningKind::Short, 8, Unit::Calendar));
    assert_eq!((warning.other.as_str(), warning.day), ("agreement", day("2022-02-09")));
    // What comes after the agreements shows it as well.
    let records = [done("notice", "2022-01-10"), done("city_review", "2022-02-08")];
    let skipped = way(RouteKind::Land, &records, &calendars);
    assert_eq!((skipped.warnings(at("notice"))[0].days, skipped.ends(at("notice"))), (1, Some(day("2022-02-09"))));
    // Ten working days over 春节 2022 (31 January to 6 February; 29 and 30 January were worked).
    let records = [done("pre_notice", "2022-01-24"), done("file", "2022-02-09")];
    let notice = way(RouteKind::Land, &records, &calendars);
    assert_eq!(notice.ends(at("pre_notice")), Some(day("2022-02-10")));
    let warning = &notice.warnings(at("pre_notice"))[0];
    assert_eq!((warning.days, warning.unit), (1, Unit::Working));
}

#[test]
fn the_law_gives_fifteen_working_days_for_the_acquisition_notice() {
    let calendars = Calendars::embedded();
    let records = [done("approval", "2022-03-01")];
    let open = way(RouteKind::Land, &records, &calendars);
    assert_eq!(open.due(at("acquisition_notice")), Some(Due { on: day("2022-03-22"), by_law: true }));
    assert_eq!(open.days_left(at("acquisition_notice"), day("2022-03-28")), Some(-4));
    let records = [done("approval", "2022-03-01"), done("acquisition_notice", "2022-03-24")];
    let late = way(RouteKind::Land, &records, &calendars);
    assert_eq!(late.due(at("acquisition_notice")), None);
    let warning = &late.warnings(at("acquisition_notice"))[0];
    assert_eq!((warning.kind, warning.days, warning.day), (RouteWarningKind::Late, 2, day("2022-03-22")));
    // From Friday, 4 March they end on Friday, 25 March; the Saturday after counts as the Monday.
    let records = [done("approval", "2022-03-04"), done("acquisition_notice", "2022-03-26")];
    let saturday = way(RouteKind::Land, &records, &calendars);
    assert_eq!(saturday.warnings(at("acquisition_notice"))[0].days, 1);
}

#[test]
fn a_promise_binds_before_the_law_and_counts_in_working_days() {
    let calendars = Calendars::embedded();
    let mut promised = step(RouteKind::Land, "acquisition_notice", None, false);
    promised.expected_on = Some(Day::exact(day("2022-03-25")));
    let records = [done("approval", "2022-03-01"), promised];
    let way = way(RouteKind::Land, &records, &calendars);
    assert_eq!(way.due(at("acquisition_notice")), Some(Due { on: day("2022-03-25"), by_law: false }));
    // Friday to Monday is one working day.
    assert_eq!(way.days_left(at("acquisition_notice"), day("2022-03-28")), Some(-1));
    assert_eq!(way.days_left(at("acquisition_notice"), day("2022-03-24")), Some(1));
}

#[test]
fn a_day_before_an_earlier_step_is_told() {
    let calendars = Calendars::embedded();
    let records = [done("pre_notice", "2022-02-01"), done("survey", "2022-03-01"), done("notice", "2022-02-20")];
    let way = way(RouteKind::Land, &records, &calendars);
    let warning = &way.warnings(at("notice"))[0];
    assert_eq!((warning.kind, warning.days), (RouteWarningKind::BeforeEarlier, 9));
    assert_eq!((warning.other.as_str(), warning.day), ("survey", day("2022-03-01")));
    assert_eq!(way.warnings(at("survey")), []);
}

/// What may be recorded of each step: nothing, a day, or that it is not needed.
fn records() -> impl Strategy<Value = Vec<RouteStep>> {
    let one = prop_oneof![Just((None, false)), (0u64..200).prop_map(|n| (Some(n), false)), Just((None, true))];
    prop::collection::vec(one, RouteKind::Land.steps().len()).prop_map(|all| {
        let first = day("2022-01-01");
        let made = all.into_iter().zip(RouteKind::Land.steps());
        made.filter(|((on, skipped), _)| on.is_some() || *skipped)
            .map(|((on, skipped), s)| step(RouteKind::Land, &s.code, on.map(|n| first + chrono::Days::new(n)), skipped))
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_counts_are_those_of_the_steps(records in records()) {
        let calendars = Calendars::embedded();
        let way = way(RouteKind::Land, &records, &calendars);
        let days = records.iter().filter(|r| r.happened_on.is_some()).count();
        let skipped = records.iter().filter(|r| r.skipped).count();
        prop_assert_eq!(way.done(), (days, 17 - skipped));
        let begun = way.whole();
        prop_assert_eq!(begun == RouteState::NotNeeded, skipped == 17);
        prop_assert_eq!(begun == RouteState::NotBegun, days == 0 && skipped < 17);
        prop_assert_eq!(matches!(begun, RouteState::Done | RouteState::NotNeeded), way.now().is_none());
        // Nothing open stands before the first open step, and what is passed over stands before the last done.
        let now = way.now().unwrap_or(17);
        prop_assert!((0..now).all(|at| way.state(at) != RouteStepState::Open));
        let last = (0..17).rev().find(|at| way.state(*at) == RouteStepState::Done);
        for at in 0..17 {
            let over = way.state(at) == RouteStepState::Open && last.is_some_and(|last| last > at);
            prop_assert_eq!(way.passed_over(at), over);
            prop_assert_eq!(way.due(at).is_some() && way.state(at) != RouteStepState::Open, false);
        }
    }

    #[test]
    fn days_in_order_are_never_told_to_be_out_of_it(mut days in prop::collection::vec(0u64..400, 17)) {
        days.sort_unstable();
        let calendars = Calendars::embedded();
        let first = day("2021-01-01");
        let made = RouteKind::Land.steps().iter().zip(&days);
        let records: Vec<RouteStep> =
            made.map(|(s, n)| step(RouteKind::Land, &s.code, Some(first + chrono::Days::new(*n)), false)).collect();
        let way = way(RouteKind::Land, &records, &calendars);
        for at in 0..17 {
            let warnings = way.warnings(at);
            prop_assert!(warnings.iter().all(|w| w.kind != RouteWarningKind::BeforeEarlier && w.days > 0));
            let short = warnings.iter().any(|w| w.kind == RouteWarningKind::Short);
            let until = RouteKind::Land.steps()[at].lasts.as_ref().map(|s| RouteKind::Land.place(&s.step).unwrap());
            if let Some((until, ends)) = until.zip(way.ends(at)) {
                prop_assert_eq!(short, records[until].happened_on.unwrap() < ends);
            } else {
                prop_assert!(!short);
            }
        }
    }
}
