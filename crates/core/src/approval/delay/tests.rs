//! Days lost, each charged once and to one.

use super::*;
use crate::approval::clock::StopKind;
use crate::approval::edit::blank;
use crate::approval::query::{Recorded, Rules, approval_id, checklist_of};
use crate::approval::record::Approval;
use crate::approval::running::Binding;
use crate::approval::template::{Item, shipped};
use crate::approval::version::Templates;
use crate::calendar::tests::day;
use crate::id::ApprovalStepId;
use crate::people::answering::Answering;
use crate::project::Project;
use chrono::Days;
use proptest::prelude::*;

/// What is charged of `code` on a day, where these steps are recorded of it: loss, holder (empty for the applicant), days and unit.
fn told(
    code: &str,
    set: impl Fn(&mut Approval),
    steps: &[(State, Option<StopKind>, NaiveDate)],
    today: NaiveDate,
) -> Vec<Charge> {
    let project = Project::default();
    let mut approval = blank(approval_id(project.id, code), &project, code);
    (approval.added, approval.holder) = (true, Some("审批局".into()));
    set(&mut approval);
    let steps = steps.iter().enumerate().map(|(n, (state, kind, on))| ApprovalStep {
        id: ApprovalStepId(crate::id::derived(&[&n.to_string()])),
        office: project.office,
        approval: approval.id,
        project: project.id,
        state: *state,
        happened_on: *on,
        undated: None,
        typed_ms: i64::try_from(n).unwrap(),
        stop_kind: *kind,
        basis: None,
        restart: false,
        examiner: None,
        extension: None,
        note: None,
    });
    let recorded = Recorded {
        answers: std::collections::BTreeMap::new(),
        steps: steps.collect(),
        approvals: vec![approval],
        ways: vec![],
        materials: vec![],
        fast: None,
        letters: vec![],
        version: None,
    };
    let (calendars, templates) = (Calendars::embedded(), Templates::embedded());
    let rules = Rules { calendars: &calendars, templates: &templates, units: &Answering::default() };
    let list = checklist_of(rules, &project, recorded, today);
    charges(&calendars, &list, today).into_iter().filter(|charge| charge.item == code).collect()
}

type Said = (Loss, String, i64, Unit);

fn said(charges: &[Charge]) -> Vec<Said> {
    let one = |charge: &Charge| (charge.loss, charge.holder.clone().unwrap_or_default(), charge.days, charge.unit);
    charges.iter().map(one).collect()
}

fn at(state: State, on: &str) -> (State, Option<StopKind>, NaiveDate) {
    (state, None, day(on))
}

fn stop(kind: StopKind, on: &str) -> (State, Option<StopKind>, NaiveDate) {
    (State::Stopped, Some(kind), day(on))
}

/// A day of acceptance after which two working days end on 10 March.
const ACCEPTED: (State, &str) = (State::Accepted, "2022-03-08");

fn two_days(approval: &mut Approval) {
    approval.promised = Some(4);
}

#[test]
fn a_stop_after_the_due_day_is_not_overdue_as_well() {
    use State::{Approved, Reviewing};
    let steps = [
        at(ACCEPTED.0, ACCEPTED.1),
        stop(StopKind::Revision, "2022-03-14"),
        at(Reviewing, "2022-03-25"),
        at(Approved, "2022-03-28"),
    ];
    let applicant = (Loss::Stopped, String::new(), 10, Unit::Working);
    let of = |who: &str, days| (Loss::Overdue, who.to_string(), days, Unit::Working);
    let found = said(&told("B03", two_days, &steps, day("2022-03-31")));
    // 11 and 28 March are the unit's: 12 days in all.
    assert_eq!(found, [applicant.clone(), of("审批局", 2)]);
    // While it lasts, too.
    let found = said(&told("B03", two_days, &steps[..2], day("2022-03-25")));
    assert_eq!(found, [applicant.clone(), of("审批局", 1)]);
    // And of an opinion that was outstanding meanwhile.
    let opinion = |approval: &mut Approval| {
        two_days(approval);
        (approval.opinion_holder, approval.opinion_on) = (Some("资规局".into()), Some(day("2022-03-16")));
    };
    let found = said(&told("B03", opinion, &steps, day("2022-03-31")));
    assert_eq!(found, [applicant, of("资规局", 1), of("审批局", 1)]);
}

#[test]
fn who_is_late_is_late_by_the_day_on_the_signed_sheet() {
    let sheet = |approval: &mut Approval| {
        two_days(approval);
        approval.due_printed = Some(day("2022-03-15"));
    };
    let steps = [at(ACCEPTED.0, ACCEPTED.1)];
    let late = |today: &str| said(&told("B03", sheet, &steps, day(today)));
    assert_eq!(late("2022-03-15"), []);
    assert_eq!(late("2022-03-17"), [(Loss::Overdue, "审批局".to_string(), 2, Unit::Working)]);
    // A stop after that day moves nothing; one before it does away with the day.
    let decided = |stopped: &str, resumed: &str| {
        let more = [stop(StopKind::Hearing, stopped), at(State::Reviewing, resumed), at(State::Approved, "2022-03-22")];
        said(&told("B03", sheet, &[&steps[..], &more].concat(), day("2022-03-28")))
    };
    let of = |loss, days| (loss, "审批局".to_string(), days, Unit::Working);
    assert_eq!(decided("2022-03-17", "2022-03-18"), [of(Loss::Overdue, 3), of(Loss::Stopped, 2)]);
    assert_eq!(decided("2022-03-09", "2022-03-16"), [of(Loss::Stopped, 6), of(Loss::Overdue, 2)]);
}

#[test]
fn what_was_decided_or_sent_back_is_not_waited_for() {
    let lost = |steps: &[(State, Option<StopKind>, NaiveDate)]| {
        let mut all = vec![];
        for charge in told("B03", |approval| approval.promised = Some(400), steps, day("2022-03-28")) {
            all.push((charge.loss, charge.days));
        }
        all
    };
    assert_eq!(lost(&[at(State::Approved, "2022-03-22")]), []);
    let back = [at(State::Correcting, "2022-03-16"), at(State::Accepted, "2022-03-18")];
    assert_eq!(lost(&back), [(Loss::Correcting, 2)]);
}

/// An item whose limit counts all days.
fn counts_all() -> &'static str {
    let fits = |item: &&Item| {
        let binding = Binding::of(item, None).filter(|binding| binding.limit.unit == Unit::Calendar);
        binding.is_some() && [State::Accepted, State::Stopped].iter().all(|state| state.fits(item.kind))
    };
    shipped().items().iter().find(fits).map(|item| item.code.as_str()).unwrap()
}

#[test]
fn days_of_all_kinds_stand_after_working_days() {
    let steps =
        [at(State::Accepted, "2022-03-01"), stop(StopKind::Hearing, "2022-03-04"), at(State::Reviewing, "2022-03-13")];
    let found = said(&told(counts_all(), |_| {}, &steps, day("2022-03-14")));
    assert_eq!(found, [(Loss::Stopped, "审批局".to_string(), 10, Unit::Calendar)]);
}

fn any_steps() -> impl Strategy<Value = Vec<(State, Option<StopKind>, u64)>> {
    let state = prop::sample::select(vec![
        State::Submitted,
        State::Correcting,
        State::Accepted,
        State::Stopped,
        State::Stopped,
        State::Reviewing,
        State::Extended,
        State::Approved,
        State::Refused,
        State::Preparing,
    ]);
    let kind = prop::sample::select(vec![StopKind::Revision, StopKind::Hearing, StopKind::ExpertReview]);
    let step = (state, kind, 0u64..12);
    prop::collection::vec(step, 1..12).prop_map(|steps| {
        let mut at = 0;
        let with = |(state, kind, after): (State, StopKind, u64)| {
            at += after;
            (state, Some(kind).filter(|_| state == State::Stopped), at)
        };
        steps.into_iter().map(with).collect()
    })
}

proptest! {
    #[test]
    fn one_item_is_not_charged_more_days_than_there_were(
        steps in any_steps(),
        promised in 0i64..20,
        printed in prop::option::of(0u64..60),
        opinion in prop::option::of((0u64..60, 0u64..60)),
        rest in 0u64..40,
        calendar_days in any::<bool>(),
    ) {
        let from = |n: u64| day("2022-01-05") + Days::new(n);
        let steps: Vec<_> = steps.into_iter().map(|(state, kind, n)| (state, kind, from(n))).collect();
        let (first, last) = (steps[0].2, steps[steps.len() - 1].2);
        let today = last + Days::new(rest);
        let set = |approval: &mut Approval| {
            approval.promised = Some(promised).filter(|_| !calendar_days);
            approval.due_printed = printed.map(from);
            if let Some((asked, there)) = opinion {
                approval.opinion_holder = Some("资规局".into());
                (approval.opinion_asked_on, approval.opinion_on) = (Some(from(asked)), Some(from(asked + there)));
            }
        };
        let code = if calendar_days { counts_all() } else { "B03" };
        let found = told(code, set, &steps, today);
        let sum = |unit| found.iter().filter(|charge| charge.unit == unit).map(|charge| charge.days).sum::<i64>();
        let days = (today - first).num_days() + 1;
        prop_assert!(sum(Unit::Working) + sum(Unit::Calendar) <= days, "{found:?}");
        let working = Calendar::embedded().working_between(first, today) + 1;
        prop_assert!(sum(Unit::Working) <= working, "{found:?}");
    }
}
