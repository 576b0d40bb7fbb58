//! Every contradiction in a table of cases, and the figures against an oracle straight from the words.

use super::*;
use crate::time::Day;
use chrono::NaiveDate;
use proptest::prelude::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 7, 4).unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn report(period: &str, done_total: i64, done_year: i64) -> Option<Report> {
    Some(Report { period: period.into(), done_total: Some(done_total), done_year: Some(done_year), done_month: None })
}

/// A site that nobody has anything to say about. Money in 万元 for reading.
fn sound() -> Facts {
    Facts {
        name: "岱北重工装备产业园".into(),
        region: Some("370911".into()),
        stage: Stage::Building,
        counted: true,
        total: Some(50_000),
        plan: Some(20_000),
        plan_year: Some(2023),
        started_actual: Some(day("2022-05-20")),
        now: report("2023-06", 30_000, 12_000),
        before: report("2023-05", 28_000, 10_000),
        has_leader: true,
        ..Facts::default()
    }
}

fn told(change: impl FnOnce(&mut Facts)) -> Vec<Check> {
    let mut facts = sound();
    change(&mut facts);
    contradictions(&facts, today()).into_iter().map(|f| f.check).collect()
}

#[test]
fn every_contradiction_of_the_office_is_found_and_nothing_else() {
    use Check::*;
    type Case = (&'static str, fn(&mut Facts), &'static [Check]);
    let cases: [Case; 32] = [
        ("nothing is wrong", |_| {}, &[]),
        ("本期累计＜上期累计", |f| f.now = report("2023-06", 27_999, 12_000), &[DoneDecreased]),
        ("the same figure again is no decrease", |f| f.now = report("2023-06", 28_000, 10_000), &[]),
        ("本年完成＜上期", |f| f.now = report("2023-06", 30_000, 9_999), &[YearDecreased]),
        ("a new year begins with nothing", |f| f.now = report("2024-01", 30_000, 0), &[]),
        ("累计＞总投资", |f| f.total = Some(29_999), &[DoneOverTotal]),
        ("完成＞年计划150%", |f| f.plan = Some(7_999), &[OverPlan]),
        ("exactly 150 % is not over it", |f| f.plan = Some(8_000), &[]),
        ("last year's plan says nothing of this year", |f| (f.plan, f.plan_year) = (Some(100), Some(2022)), &[]),
        ("当月为负", |f| f.now.as_mut().unwrap().done_month = Some(-1), &[MonthNegative]),
        ("已竣工完成率＜90%", |f| (f.stage, f.total) = (Stage::Completed, Some(33_400)), &[CompletedLow]),
        ("89.95 % rounds to 90.0", |f| (f.stage, f.total) = (Stage::Completed, Some(33_350)), &[]),
        ("已开工而完成为0", |f| (f.now, f.before) = (report("2023-06", 0, 0), None), &[StartedZero]),
        ("nobody said what is completed", |f| (f.now, f.before) = (None, None), &[]),
        ("未开工而有投资", |f| (f.stage, f.started_actual) = (Stage::Land, None), &[InvestedBeforeStart]),
        ("阶段倒退 since the last snapshot", |f| f.stage_before = Some(Stage::Completed), &[StageBack]),
        ("a stage goes forward", |f| f.stage_before = Some(Stage::Started), &[]),
        ("its own dates are further", |f| f.reached = Some((Stage::Completed, day("2023-06-30").on)), &[StageBack]),
        ("a date that is still to come", |f| f.reached = Some((Stage::Completed, day("2023-12-30").on)), &[]),
        ("开工早于施工许可", |f| f.permit = Permit::On(day("2022-05-21").on), &[StartedBeforePermit]),
        ("on the day of the permit", |f| f.permit = Permit::On(day("2022-05-20").on), &[]),
        ("a permit that is not granted yet", |f| f.permit = Permit::Open, &[StartedBeforePermit]),
        ("一会三函 let it begin", |f| (f.permit, f.letters) = (Permit::Open, Some(day("2022-05-20").on)), &[]),
        (
            "before the last of the three letters",
            |f| (f.permit, f.letters) = (Permit::Open, Some(day("2022-05-21").on)),
            &[StartedBeforePermit],
        ),
        ("同企业同名", |f| f.twin = Some("岱北重工装备产业园".into()), &[SameName]),
        ("电话位数", |f| f.phones = vec!["138 0000 000".into()], &[Phone]),
        ("单位疑似万/亿错", |f| f.now = report("2023-06", 300_000_000, 12_000), &[UnitSuspect]),
        ("a figure in 亿 where 万 was meant", |f| f.now = report("2023-06", 3, 12_000), &[UnitSuspect]),
        ("总投资 since the last snapshot", |f| f.total_before = Some(5), &[UnitSuspect]),
        ("项目代码", |f| f.code = Some("2306-370911-04-01".into()), &[ProjectCode]),
        ("信用代码", |f| f.uscc = Some("91370911YYYY00012X".into()), &[CreditCode]),
        ("no leader and no region", |f| (f.has_leader, f.region) = (false, None), &[NoLeader, NoRegion]),
    ];
    for (what, change, expected) in cases {
        assert_eq!(told(change), expected, "{what}");
    }
}

#[test]
fn a_contradiction_says_both_values_and_its_month() {
    let mut facts = sound();
    facts.now = report("2023-06", 9_800, 12_000);
    let found = contradictions(&facts, today());
    assert_eq!(found[0].period.as_deref(), Some("2023-06"));
    assert_eq!((&found[0].ours, &found[0].other), (&Seen::Money(9_800), &Seen::Money(28_000)));
    assert_eq!(found[0].seen(), "9800|28000");
    assert_eq!(Check::NoLeader.of_period(), contradictions(&facts, today()).iter().any(|f| f.check == Check::NoLeader));
}

#[test]
fn what_speaks_of_a_report_names_its_month_and_nothing_else_does() {
    let mut facts = sound();
    (facts.now, facts.stage_before) = (report("2023-06", 1, -5), Some(Stage::Full));
    (facts.total, facts.region, facts.has_leader) = (Some(0), None, false);
    (facts.phones, facts.permit) = (vec!["12".into()], Permit::Open);
    facts.now.as_mut().unwrap().done_month = Some(-1);
    let found = contradictions(&facts, today());
    assert!(found.len() > 6, "{found:?}");
    for one in found {
        assert_eq!(one.period.is_some(), one.check.of_period(), "{one:?}");
    }
}

#[test]
fn numbers_that_no_telephone_has() {
    for (text, bad) in [
        ("138 0000 0001", false),
        ("+86 13800000001", false),
        ("0538-8888888转802", false),
        ("0459-6666666", false),
        ("010-12345678", false),
        ("400-800-1234", false),
        ("66xxxx", true),
        ("665544（短号）", false),
        ("8223344", false),
        ("139****1234", false),
        ("13900001234/13900001235", false),
        ("13900001234、139000012", true),
        ("1390000123", true),
        ("139000012345", true),
        ("23800000001", true),
        ("12", true),
        ("无", false),
    ] {
        assert_eq!(bad_phone(text), bad, "{text}");
    }
}

/// Straight from the words of the practice, without any of the module's arithmetic.
fn slowly(total: i64, plan: i64, now: (i64, i64), was: (i64, i64)) -> Vec<Check> {
    let suspect =
        |a: i64, b: i64| a > 0 && b > 0 && (a / b >= 5_000 && a / b <= 20_000 || b / a >= 5_000 && b / a <= 20_000);
    if suspect(now.0, was.0) || suspect(now.1, was.1) {
        return vec![Check::UnitSuspect];
    }
    let mut found = vec![];
    if now.0 < was.0 {
        found.push(Check::DoneDecreased);
    }
    if now.1 < was.1 {
        found.push(Check::YearDecreased);
    }
    if now.0 > total {
        found.push(Check::DoneOverTotal);
    }
    if plan > 0 && now.1 as f64 / plan as f64 > 1.5 {
        found.push(Check::OverPlan);
    }
    found
}

proptest! {
    #[test]
    fn the_figures_are_judged_as_the_words_say(
        total in 1_i64..100_000, plan in 0_i64..100_000,
        now in (1_i64..100_000, 0_i64..100_000), was in (1_i64..100_000, 0_i64..100_000),
    ) {
        let mut facts = sound();
        (facts.total, facts.plan) = (Some(total), Some(plan));
        (facts.now, facts.before) = (report("2023-06", now.0, now.1), report("2023-05", was.0, was.1));
        let found: Vec<Check> = contradictions(&facts, today()).into_iter().map(|f| f.check).collect();
        prop_assert_eq!(found, slowly(total, plan, now, was));
    }

    #[test]
    fn ten_thousand_times_is_always_a_wrong_unit_and_then_nothing_else_of_the_figure(done in 1_i64..1_000_000) {
        let mut facts = sound();
        (facts.now, facts.before, facts.total) = (report("2023-06", done * 10_000, 1), report("2023-05", done, 1), None);
        let found: Vec<Check> = contradictions(&facts, today()).into_iter().map(|f| f.check).collect();
        prop_assert_eq!(found, vec![Check::UnitSuspect]);
    }

    #[test]
    fn any_facts_are_judged(total: Option<i64>, plan: Option<i64>, done: Option<i64>, year: Option<i64>, month: Option<i64>, phone in "\\PC{0,20}") {
        let mut facts = sound();
        (facts.total, facts.plan) = (total, plan);
        facts.now = Some(Report { period: "2023-06".into(), done_total: done, done_year: year, done_month: month });
        facts.phones = vec![phone];
        prop_assert!(contradictions(&facts, today()).len() <= Check::ALL.len());
    }
}
