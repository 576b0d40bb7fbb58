//! Every kind's states and ways, the words, and what folding steps gives the clock.

use super::super::clock::{Limit, due};
use super::*;
use crate::calendar::Calendar;
use crate::calendar::tests::{any_day, day};
use chrono::Days;
use proptest::prelude::*;
use std::collections::BTreeSet;

#[test]
fn credits_are_the_rules() {
    use State::*;
    for (credit, states) in [
        (0, &[NotStarted, Refused, Withdrawn, NotAccepted, Terminated][..]),
        (100, &[Preparing]),
        (400, &[Submitted, Correcting]),
        (500, &[LackingAccepted]),
        (600, &[Accepted, Reviewing, Stopped, Extended]),
        (900, &[LackingPassed]),
        (1000, &[Approved, Delivered]),
    ] {
        states.iter().for_each(|state| assert_eq!((state.credit(), state.counts()), (credit, true), "{state:?}"));
    }
    assert!(!NotCollected.counts() && !NotApplicable.counts());
}

#[test]
fn every_state_of_a_kind_has_words_and_can_be_reached() {
    let words: serde_json::Value = serde_json::from_str(include_str!("../../../data/state-words.json")).unwrap();
    for kind in ItemKind::ALL {
        let named: BTreeSet<&str> = words[kind.code()].as_object().unwrap().keys().map(String::as_str).collect();
        let states: BTreeSet<&str> = State::of(*kind).map(State::code).collect();
        assert_eq!(named, states, "{}", kind.code());
        for state in &states {
            let word = &words[kind.code()][state];
            assert!(word["zh"].is_string() && word["en"].is_string(), "{} {state}", kind.code());
            let read = super::word(*kind, State::find(state).unwrap());
            assert_eq!(
                (read.zh.as_str(), read.en.as_str()),
                (word["zh"].as_str().unwrap(), word["en"].as_str().unwrap())
            );
        }
        let mut reached = BTreeSet::from([State::NotStarted]);
        for _ in State::ALL {
            let next: Vec<_> = reached.iter().flat_map(|state| state.next(*kind)).collect();
            reached.extend(next);
        }
        reached.insert(State::NotCollected);
        assert_eq!(reached, State::of(*kind).collect(), "{}", kind.code());
    }
}

#[test]
fn the_ways_of_a_permit_and_a_filing() {
    use State::*;
    let next = |state: State, kind| state.next(kind);
    assert_eq!(next(Submitted, ItemKind::Filing), [Correcting, Approved, Refused, Withdrawn]);
    assert!(!next(Accepted, ItemKind::Permit).contains(&Correcting), "补正 comes before acceptance");
    assert_eq!(next(Stopped, ItemKind::Trade), [Reviewing, Approved, Refused, Terminated]);
    assert_eq!(next(Submitted, ItemKind::SelfRun), [Reviewing, Approved, Refused]);
    assert!(next(Approved, ItemKind::Review).contains(&Submitted), "变更重审");
}

#[test]
fn a_mark_may_leave_steps_untold_but_nothing_goes_on_from_a_decision() {
    use State::*;
    for kind in ItemKind::ALL {
        for open in State::of(*kind).filter(|state| state.counts() && !state.is_done() && !state.is_failed()) {
            assert!(open.may_reach(Approved, *kind), "{open:?} {kind:?}");
        }
        for closed in State::of(*kind).filter(|state| state.is_done() || state.is_failed()) {
            assert!(!closed.may_reach(Submitted, *kind), "{closed:?} {kind:?}");
        }
    }
    assert!(NotStarted.may_reach(Reviewing, ItemKind::Permit) && !NotStarted.may_reach(Reviewing, ItemKind::Filing));
    assert!(
        !Reviewing.may_reach(NotStarted, ItemKind::Permit) && !Submitted.may_reach(NotApplicable, ItemKind::Permit)
    );
}

fn steps(steps: &[(State, &str)]) -> Vec<Step> {
    steps.iter().map(|(state, on)| Step::new(*state, day(on))).collect()
}

#[test]
fn correction_before_acceptance_runs_no_clock() {
    use State::*;
    let told = steps(&[(Submitted, "2022-03-01"), (Correcting, "2022-03-03")]);
    let standing = fold(ItemKind::Permit, &told);
    assert_eq!((standing.accepted, standing.clock_runs(), standing.state), (None, false, Correcting));
    let mut accepted = told;
    accepted.extend(steps(&[(Submitted, "2022-03-10"), (Accepted, "2022-03-28")]));
    let standing = fold(ItemKind::Permit, &accepted);
    assert_eq!((standing.submitted, standing.accepted), (Some(day("2022-03-01")), Some(day("2022-03-28"))));
    let due = due(Calendar::embedded(), standing.accepted.unwrap(), Limit::working(7), 0, &standing.stops);
    assert_eq!(due.on, Some(day("2022-04-07")));
    accepted.extend(steps(&[(Correcting, "2022-03-30")]));
    assert!(fold(ItemKind::Permit, &accepted).clock_runs(), "after acceptance it stops nothing");
}

#[test]
fn a_stop_lasts_to_the_step_that_ends_it() {
    use State::*;
    let mut taken = steps(&[(Accepted, "2022-03-07"), (Stopped, "2022-03-10")]);
    taken[1] =
        Step { stop: Some(StopKind::Revision), restart: true, basis: "某市图审规定".into(), ..taken[1].clone() };
    let open = fold(ItemKind::Review, &taken);
    assert_eq!((open.state, open.clock_runs(), open.open_stop().unwrap().to), (Stopped, false, None));
    taken.push(Step { days: 3, ..Step::new(Extended, day("2022-03-11")) });
    let extended = fold(ItemKind::Permit, &taken);
    assert_eq!((extended.state, extended.extension_days, extended.open_stop().is_some()), (Stopped, 3, true));
    taken.push(Step::new(Reviewing, day("2022-03-14")));
    let resumed = fold(ItemKind::Permit, &taken);
    assert_eq!(resumed.stops[0].to, Some(day("2022-03-14")));
    assert!(resumed.stops[0].restart && resumed.clock_runs());
    let due = due(Calendar::embedded(), day("2022-03-07"), Limit::working(5), 0, &resumed.stops);
    assert_eq!(due.on, Some(day("2022-03-21")));
}

#[test]
fn decisions_and_new_rounds() {
    use State::*;
    let passed = steps(&[(LackingAccepted, "2022-03-07"), (LackingPassed, "2022-03-10"), (Approved, "2022-03-30")]);
    let standing = fold(ItemKind::Permit, &passed);
    assert_eq!((standing.decided, standing.state), (Some(day("2022-03-10")), Approved));
    let again = steps(&[
        (Submitted, "2022-01-04"),
        (Accepted, "2022-01-05"),
        (Stopped, "2022-01-06"),
        (Refused, "2022-01-20"),
        (Submitted, "2022-02-08"),
    ]);
    let standing = fold(ItemKind::Permit, &again);
    assert_eq!((standing.accepted, standing.decided, standing.stops.len()), (None, None, 0));
    assert_eq!(standing.submitted, Some(day("2022-02-08")));
    let revoked = steps(&[(Submitted, "2022-01-04"), (Approved, "2022-01-04"), (Refused, "2022-05-05")]);
    let standing = fold(ItemKind::Filing, &revoked);
    assert_eq!((standing.accepted, standing.decided), (Some(day("2022-01-04")), Some(day("2022-05-05"))));
    assert_eq!(fold(ItemKind::Permit, &[]), Standing::NEW);
}

proptest! {
    #[test]
    fn the_order_of_typing_does_not_matter(
        first in any_day(), states in prop::collection::vec(0usize..State::ALL.len(), 1..12), turn in 0usize..12
    ) {
        let step = |(n, state): (usize, &usize)| Step::new(State::ALL[*state], first + Days::new(n as u64));
        let mut taken: Vec<Step> = states.iter().enumerate().map(step).collect();
        let expected = fold(ItemKind::Permit, &taken);
        let turn = turn % taken.len();
        taken.rotate_left(turn);
        let found = fold(ItemKind::Permit, &taken);
        prop_assert_eq!(&found, &expected);
        let open = found.stops.iter().filter(|stop| stop.to.is_none()).count();
        prop_assert!(open <= 1 && (open == 1) == (found.state == State::Stopped));
        prop_assert!(found.stops.iter().all(|stop| stop.to.is_none_or(|to| stop.from <= to)));
    }
}

#[test]
fn of_a_day_nobody_told_no_clock_runs_and_none_is_made_up() {
    use State::*;
    let untold = |state, on: &str| Step { undated: true, ..Step::new(state, day(on)) };
    let handed = fold(ItemKind::Filing, &[untold(Submitted, "2022-03-01")]);
    assert_eq!((handed.submitted, handed.accepted, handed.since, handed.clock_runs()), (None, None, None, false));
    assert_eq!((handed.known_on, handed.accepted_by), (Some(day("2022-03-01")), Some(day("2022-03-01"))));
    assert!(handed.handed_in() && handed.untold());
    // A later step does not stand in for the one of which the day is not known.
    let reviewed = [untold(Accepted, "2022-03-01"), Step::new(Reviewing, day("2022-03-10"))];
    let reviewed = fold(ItemKind::Permit, &reviewed);
    assert_eq!((reviewed.accepted, reviewed.clock_runs(), reviewed.untold()), (None, false, true));
    // Decided on a day nobody told, it is decided: the clock that ran stands.
    let decided = fold(ItemKind::Permit, &[Step::new(Accepted, day("2022-03-01")), untold(Approved, "2022-03-31")]);
    assert_eq!((decided.decided, decided.decided_by), (None, Some(day("2022-03-31"))));
    assert!(!decided.clock_runs() && decided.untold() && decided.state == Approved);
}
