//! A factory's way to 施工许可, circles, and a slow plan to hold the quick one to account.

use super::super::ask::Answers;
use super::super::generate::generate;
use super::super::template::{Land, Mode, shipped};
use super::*;
use crate::calendar::tests::day;
use proptest::prelude::*;

const TODAY: &str = "2022-03-28";

fn task(code: &str, needs: &str, days: u16) -> Task {
    Task {
        code: code.into(),
        needs: Needs::parse(needs),
        after: vec![],
        bundle: None,
        lasts: Limit::working(days),
        state: TaskState::Ahead,
    }
}

fn plan(tasks: &[Task]) -> Schedule {
    schedule(Calendar::embedded(), day(TODAY), tasks).unwrap()
}

fn factory() -> Vec<Task> {
    let verdicts = generate(shipped().items(), Mode::File, Land::Granted, &Answers::new());
    let listed = shipped().items().iter().zip(verdicts).filter(|(_, verdict)| verdict.listed);
    listed
        .map(|(item, _)| Task { needs: item.needs.clone(), lasts: item.duration().limit, ..task(&item.code, "", 0) })
        .collect()
}

#[test]
fn a_factory_from_nothing_to_its_permit() {
    let found = plan(&factory());
    let item = |code: &str| found.items.iter().find(|item| item.code == code).unwrap();
    // A08 60 → A09 30 → A10 5 → B02 7 → B03 7 and C01 7 → C05 5 working days.
    let critical: Vec<_> = found.items.iter().filter(|i| i.critical).map(|i| i.code.as_str()).collect();
    assert_eq!(critical, ["A08", "A09", "A10", "B02", "B03", "C01", "C05"]);
    let days = Calendar::embedded().working_between(day(TODAY), found.permit.unwrap());
    assert_eq!(days, 60 + 30 + 5 + 7 + 7 + 5);
    assert_eq!(found.construction, found.permit);
    assert_eq!(item("P02").slack, Some(days - 20), "环评 has time until construction");
    assert_eq!(item("A05").slack, Some(90));
    assert_eq!(item("A10").waits_for, ["A05", "A09"]);
    assert!(!found.provisional);
}

#[test]
fn what_is_done_or_running_keeps_its_day() {
    let mut tasks = vec![task("A", "", 5), task("B", "A", 5), task("C", "B", 5)];
    tasks[0].state = TaskState::Done { on: day("2022-03-01") };
    tasks[1].state = TaskState::Running { due: day("2022-04-07") };
    let found = plan(&tasks);
    let finishes: Vec<_> = found.items.iter().map(|item| item.finish.to_string()).collect();
    assert_eq!(finishes, ["2022-03-01", "2022-04-07", "2022-04-14"]);
    assert_eq!(
        (found.items[0].slack, found.items[0].critical, found.items[2].start),
        (None, false, Some(day("2022-04-07")))
    );
    tasks[1].state = TaskState::Running { due: day("2022-03-20") };
    assert_eq!(plan(&tasks).items[1].finish, day(TODAY), "overdue: today at the earliest");
    tasks[2].state = TaskState::Done { on: day("2022-03-02") };
    assert_eq!(plan(&tasks).end, Some(day(TODAY)));
}

#[test]
fn alternatives_and_absent_items() {
    let found = plan(&[task("A", "", 9), task("B", "", 3), task("C", "A|B;Z;Y|X", 1), task("D", "B", 7)]);
    assert_eq!(found.items[2].waits_for, ["B"]);
    assert_eq!(Calendar::embedded().working_between(day(TODAY), found.items[2].finish), 4);
    assert_eq!((found.permit, found.construction), (None, None));
    assert_eq!(plan(&[]).end, None);
}

#[test]
fn what_is_handed_in_late_lets_begin_but_not_end() {
    let mut tasks = vec![task("A", "", 10), task("B", "", 4), task("C", "", 3)];
    tasks[1].after = vec!["A".into()];
    tasks[2].needs = Needs::parse("B");
    let found = plan(&tasks);
    let days = |on: NaiveDate| Calendar::embedded().working_between(day(TODAY), on);
    assert_eq!((found.items[1].start, days(found.items[1].finish)), (Some(day(TODAY)), 10));
    assert_eq!(days(found.items[2].finish), 13);
    assert_eq!(found.items.iter().map(|i| i.slack.unwrap()).collect::<Vec<_>>(), [0, 0, 0]);
    tasks[1].state = TaskState::Running { due: day("2022-03-30") };
    assert_eq!(days(plan(&tasks).items[1].finish), 10, "accepted with a paper missing: not decided before it is there");
    tasks[0].after = vec!["B".into()];
    assert!(schedule(Calendar::embedded(), day(TODAY), &tasks).is_err(), "they cannot end before each other");
}

#[test]
fn a_bundle_begins_when_all_can_and_lasts_as_its_longest() {
    let mut tasks = vec![task("A", "", 5), task("B", "A", 7), task("C", "B", 3), task("D", "C;B", 2), task("E", "", 1)];
    let bundle = |tasks: &mut [Task], codes: &[&str]| {
        tasks.iter_mut().filter(|t| codes.contains(&t.code.as_str())).for_each(|t| t.bundle = Some("三证合一".into()));
    };
    bundle(&mut tasks, &["B", "C", "D"]);
    let found = plan(&tasks);
    let days = |on: NaiveDate| Calendar::embedded().working_between(day(TODAY), on);
    assert_eq!(found.items.iter().map(|i| days(i.finish)).collect::<Vec<_>>(), [5, 12, 12, 12, 1]);
    assert_eq!(found.items.iter().map(|i| i.slack.unwrap()).collect::<Vec<_>>(), [0, 0, 0, 0, 11]);
    assert_eq!(found.items[3].waits_for, ["A"]);
    tasks[1].state = TaskState::Done { on: day("2022-03-01") };
    assert_eq!(days(plan(&tasks).items[2].finish), 3, "what is done already was handled by itself");
    let mut circle = vec![task("A", "", 1), task("B", "A", 1), task("C", "B", 1)];
    bundle(&mut circle, &["A", "C"]);
    assert!(schedule(Calendar::embedded(), day(TODAY), &circle).is_err(), "B lies between them");
}

#[test]
fn construction_waits_for_more_than_its_permit() {
    let found = plan(&[task("C05", "", 5), task("P03", "", 10), task("D01", "C05", 2)]);
    let days = |on: Option<NaiveDate>| Calendar::embedded().working_between(day(TODAY), on.unwrap());
    assert_eq!((days(found.permit), days(found.construction)), (5, 10));
    assert_eq!(found.items.iter().map(|item| item.slack.unwrap()).collect::<Vec<_>>(), [3, 0, 3]);
}

#[test]
fn a_circle_is_named() {
    let circle = |tasks: &[Task]| schedule(Calendar::embedded(), day(TODAY), tasks).unwrap_err().0.join(" ");
    let found =
        circle(&[task("A", "", 1), task("B", "A;D", 1), task("C", "B", 1), task("D", "X|C", 1), task("E", "D", 1)]);
    assert!(["B C D B", "C D B C", "D B C D"].contains(&found.as_str()), "{found}");
    assert_eq!(circle(&[task("A", "A", 1)]), "A A");
}

#[test]
fn the_whole_library_has_no_circle() {
    let all: Vec<Task> =
        shipped().items().iter().map(|i| Task { needs: i.needs.clone(), ..task(&i.code, "", 1) }).collect();
    assert_eq!(plan(&all).items.len(), 77);
}

/// Finish days by following every need afresh; `held` puts one off.
fn slow(tasks: &[Task], i: usize, held: Option<(usize, NaiveDate)>) -> NaiveDate {
    if let Some((_, on)) = held.filter(|(at, _)| *at == i) {
        return on;
    }
    let calendar = Calendar::embedded();
    let finish = |code: &String| Some(slow(tasks, tasks.iter().position(|t| t.code == *code)?, held));
    let late = tasks[i].after.iter().filter_map(finish).max();
    let own = match tasks[i].state {
        TaskState::Done { on } => return on,
        TaskState::Running { due } => due.max(calendar.on_or_after(day(TODAY))),
        TaskState::Ahead => {
            let ready = tasks[i].needs.0.iter().filter_map(|group| group.iter().filter_map(finish).min()).max();
            let start = ready.map_or(day(TODAY), |on| on.max(day(TODAY)));
            (0..)
                .map(|n| start + Days::new(n))
                .find(|on| {
                    let enough = match tasks[i].lasts.unit {
                        Unit::Working => calendar.working_between(start, *on) >= i64::from(tasks[i].lasts.days()),
                        Unit::Calendar => *on >= start + Days::new(tasks[i].lasts.days().into()),
                    };
                    enough && calendar.is_working(*on)
                })
                .unwrap()
        }
    };
    late.map_or(own, |late| own.max(late))
}

/// The two days that slack must not move.
fn marks(tasks: &[Task], held: Option<(usize, NaiveDate)>) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let finish = |codes: Option<&[&str]>| {
        let at = (0..tasks.len()).filter(|i| codes.is_none_or(|codes| codes.contains(&tasks[*i].code.as_str())));
        at.map(|i| slow(tasks, i, held)).max()
    };
    (finish(Some(&[CONSTRUCTION_PERMIT])).and_then(|_| finish(Some(BEFORE_CONSTRUCTION))), finish(None))
}

/// Up to eight items that need only earlier ones, handed over in the order of `turn`.
fn any_tasks(alternatives: bool) -> impl Strategy<Value = Vec<Task>> {
    const CODES: [&str; 8] = ["A01", "A06", "P03", "B02", "P05", "C05", "D01", "Q"];
    let group = prop::collection::vec(0usize..8, 1..=if alternatives { 3 } else { 1 });
    let late = prop::collection::vec(0usize..8, 0..2);
    let one = (prop::collection::vec(group, 0..4), late, 0u16..24, any::<bool>(), 0u8..8, 0u64..30);
    (prop::collection::vec(one, 1..=8), any::<bool>()).prop_map(|(rows, reversed)| {
        let build = |(i, (groups, late, half_days, plain, progress, days)): (usize, _)| {
            let (groups, late): (Vec<Vec<usize>>, Vec<usize>) = (groups, late);
            let earlier =
                |group: &Vec<usize>| group.iter().filter(|at| **at < i).map(|at| CODES[*at].to_string()).collect();
            Task {
                code: CODES[i].into(),
                needs: Needs(groups.iter().map(earlier).collect()),
                after: earlier(&late),
                bundle: None,
                lasts: Limit { half_days, unit: if plain { Unit::Calendar } else { Unit::Working } },
                state: match progress {
                    0 => TaskState::Done { on: day("2022-03-10") + Days::new(days) },
                    1 => TaskState::Running { due: day("2022-03-20") + Days::new(days) },
                    _ => TaskState::Ahead,
                },
            }
        };
        let mut tasks: Vec<Task> = rows.into_iter().enumerate().map(build).collect();
        if reversed {
            tasks.reverse();
        }
        tasks
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_plan_is_the_slow_plan(tasks in any_tasks(true)) {
        let found = plan(&tasks);
        let (construction, end) = marks(&tasks, None);
        prop_assert_eq!((found.construction, found.end), (construction, end));
        for (i, item) in found.items.iter().enumerate() {
            prop_assert_eq!(item.finish, slow(&tasks, i, None), "{}", item.code);
            let Some(slack) = item.slack else { continue };
            prop_assert!(slack >= 0);
            let slipped = Calendar::embedded().add_working(item.finish, u32::try_from(slack).unwrap());
            prop_assert_eq!(marks(&tasks, Some((i, slipped))), (construction, end), "{} may slip {}", item.code, slack);
        }
    }

    #[test]
    fn one_day_more_than_the_slack_is_felt(tasks in any_tasks(false)) {
        let before = marks(&tasks, None);
        for (i, item) in plan(&tasks).items.iter().enumerate() {
            let Some(slack) = item.slack else { continue };
            let slipped = Calendar::embedded().add_working(item.finish, u32::try_from(slack).unwrap() + 1);
            prop_assert_ne!(marks(&tasks, Some((i, slipped))), before, "{} may not slip {}", item.code, slack + 1);
        }
    }
}
