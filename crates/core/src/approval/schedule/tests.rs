//! A factory's way to 施工许可, and what bundles, late papers, alternatives and circles do to a plan.

mod graphs;

use super::super::ask::Answers;
use super::super::generate::generate;
use super::super::template::{Land, Mode, shipped};
use super::*;
use crate::calendar::tests::day;

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

fn plan(tasks: &[Task]) -> Schedule<'_> {
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
    let tasks = factory();
    let found = plan(&tasks);
    let item = |code: &str| found.items.iter().find(|item| item.code == code).unwrap();
    // A08 60 → A09 30 → A10 5 → B02 7 → B03 7 and C01 7 → C05 5 working days.
    let critical: Vec<_> = found.items.iter().filter(|i| i.critical).map(|i| i.code).collect();
    assert_eq!(critical, ["A08", "A09", "A10", "B02", "B03", "C01", "C05"]);
    let days = Calendar::embedded().working_between(day(TODAY), found.permit.unwrap());
    assert_eq!(days, 60 + 30 + 5 + 7 + 7 + 5);
    assert_eq!(found.construction, found.permit);
    assert_eq!(item("P02").slack, Some(days - 20), "环评 has time until construction");
    assert_eq!(item("A05").slack, Some(90));
    assert_eq!(item("A10").start, Some(item("A09").finish));
    assert!(!found.provisional);
}

#[test]
fn what_is_made_good_by_a_day_has_until_then_whatever_comes_behind_it() {
    let mut tasks = factory();
    // An acceptance behind the permit, which would hold the whole chain up.
    tasks.push(task("D09", "C05", 10));
    let slack = |plan: &Schedule, code: &str| plan.items.iter().find(|item| item.code == code).unwrap().slack.unwrap();
    let formal = plan(&tasks);
    let permit = formal.permit.unwrap();
    let by = Calendar::embedded().add_working(permit, 15);
    let until = |by| schedule_until(Calendar::embedded(), day(TODAY), &tasks, Some(by)).unwrap();
    let good = until(by);
    assert_eq!((good.permit, good.construction), (formal.permit, formal.construction), "the days are the same");
    assert_eq!((slack(&formal, "C05"), slack(&good, "C05"), slack(&good, "A08")), (0, 15, 15));
    assert_eq!((slack(&good, "P02"), slack(&good, "D09")), (slack(&formal, "P02") + 15, 0));
    assert!(good.items.iter().all(|item| !item.critical || item.code == "D09"));
    // Promised earlier than it can be: nothing has time to spare.
    for early in [day(TODAY), day("2021-01-04")] {
        assert_eq!(slack(&until(early), "A08"), 0);
    }
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
    let tasks = [task("A", "", 9), task("B", "", 3), task("C", "A|B;Z;Y|X", 1), task("D", "B", 7)];
    let found = plan(&tasks);
    assert_eq!(found.items[2].start, Some(found.items[1].finish), "for the first of two");
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
    assert_eq!(found.items[3].start, Some(found.items[0].finish));
    tasks[1].state = TaskState::Done { on: day("2022-03-01") };
    assert_eq!(days(plan(&tasks).items[2].finish), 3, "what is done already was handled by itself");
    let mut circle = vec![task("A", "", 1), task("B", "A", 1), task("C", "B", 1)];
    bundle(&mut circle, &["A", "C"]);
    assert!(schedule(Calendar::embedded(), day(TODAY), &circle).is_err(), "B lies between them");
}

#[test]
fn construction_waits_for_more_than_its_permit() {
    let tasks = [task("C05", "", 5), task("P03", "", 10), task("D01", "C05", 2)];
    let found = plan(&tasks);
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
fn what_is_decided_closes_no_circle() {
    let mut tasks = vec![task("A", "B", 5), task("B", "A", 5)];
    tasks[0].state = TaskState::Done { on: day("2022-03-01") };
    assert_eq!(plan(&tasks).end, Some(day("2022-04-02")), "B alone is still to come: 29 to 2 April");
    tasks[0].state = TaskState::Running { due: day("2022-04-07") };
    assert!(
        schedule(Calendar::embedded(), day(TODAY), &tasks).is_err(),
        "accepted, it still ends behind what it needs"
    );
    tasks[0].needs = Needs(vec![]);
    assert_eq!(plan(&tasks).end, Some(day("2022-04-14")));
    tasks[0].after = vec!["B".into()];
    assert!(schedule(Calendar::embedded(), day(TODAY), &tasks).is_err(), "accepted, it still waits for a late paper");
}

#[test]
fn what_was_accepted_ahead_of_its_turn_ends_no_earlier_than_what_comes_before() {
    let mut tasks = vec![task("B03", "", 20), task("C04", "", 3), task("C05", "B03;C04|Z", 5), task("D01", "C05", 2)];
    tasks[2].state = TaskState::Running { due: day("2022-03-30") };
    let found = plan(&tasks);
    let days = |on: NaiveDate| Calendar::embedded().working_between(day(TODAY), on);
    assert_eq!(found.items.iter().map(|i| days(i.finish)).collect::<Vec<_>>(), [20, 3, 20, 22]);
    assert_eq!((found.permit, found.construction), (Some(found.items[0].finish), found.permit));
    assert_eq!((found.items[0].slack, found.items[1].slack), (Some(0), Some(17)), "B03 holds the start up");
    // Once that is there its own day counts again.
    tasks[0].state = TaskState::Done { on: day("2022-03-01") };
    assert_eq!(plan(&tasks).permit, Some(day("2022-03-31")), "C04 is the last: three days from today");
    tasks[1].state = TaskState::Done { on: day("2022-03-01") };
    assert_eq!(plan(&tasks).permit, Some(day("2022-03-30")));
}

#[test]
fn the_longest_of_a_bundle_is_longest_from_the_day_it_begins() {
    // 10 working days end before 16 calendar days from 28 March (11 and 13 April), but not through 国庆节.
    let mut tasks = vec![task("A", "", 122), task("B", "A", 10), task("C", "A", 0)];
    tasks[2].lasts = Limit::calendar(16);
    let alone: Vec<NaiveDate> = plan(&tasks).items.iter().map(|item| item.finish).collect();
    assert!(alone[1] > alone[2], "{alone:?}");
    tasks[1..].iter_mut().for_each(|task| task.bundle = Some("多评合一".into()));
    let finishes: Vec<NaiveDate> = plan(&tasks).items.iter().map(|item| item.finish).collect();
    assert_eq!(finishes, [alone[0], alone[1], alone[1]]);
}

#[test]
fn the_whole_library_has_no_circle() {
    let all: Vec<Task> =
        shipped().items().iter().map(|i| Task { needs: i.needs.clone(), ..task(&i.code, "", 1) }).collect();
    assert_eq!(plan(&all).items.len(), 77);
}
