//! One item on its clock: state, limits, due day and in whose hands it lies, from its record and its steps.

use super::pause::pauses;
use super::{Clocked, Listed, Rules};
use crate::approval::clock::{self, Limit, Unit};
use crate::approval::expiry::expiry;
use crate::approval::generate::{Applies, Verdict};
use crate::approval::hand;
use crate::approval::material;
use crate::approval::record::{Approval, ApprovalStep};
use crate::approval::running::Binding;
use crate::approval::state::{self, Standing, State, Step};
use crate::approval::template::{self, Item, Mark, Side};
use crate::calendar::Calendar;
use crate::calendar::office::Calendars;
use chrono::NaiveDate;

/// What is recorded of an item: the approval, if there is one, and its steps.
pub(super) type Known = (Option<Approval>, Vec<ApprovalStep>);

/// One line of a checklist, before it is planned.
pub(super) fn listed(rules: Rules, item: &Item, verdict: Option<Verdict>, known: Known, today: NaiveDate) -> Listed {
    let ((approval, steps), Rules { calendars, units, .. }) = (known, rules);
    let standing = state::fold(item.kind, &steps.iter().map(step).collect::<Vec<_>>());
    let (unit, unit_en) = hand::certifier(item, approval.as_ref(), units);
    let (state, calendar) = (state_of(approval.as_ref(), &standing), calendars.of_unit(Some(&unit)));
    let (statutory, promised, [ends_on, due_on]) = clocks((calendars, &unit), item, approval.as_ref(), &standing);
    Listed {
        code: item.code.clone(),
        name: item.name.clone(),
        name_en: item.name_en.clone(),
        stage_no: item.stage_no,
        stage: item.stage.clone(),
        stage_en: item.stage_en.clone(),
        department: item.department.clone(),
        department_en: item.department_en.clone(),
        unit,
        unit_en,
        kind: item.kind,
        needs_answer: verdict.as_ref().is_some_and(|verdict| verdict.applies == Applies::Unknown),
        verdict: verdict.filter(|_| !approval.as_ref().is_some_and(|a| a.added)),
        state,
        since: standing.since,
        known_on: standing.known_on,
        accepted_by: standing.accepted_by,
        under_way: standing.handed_in() && standing.decided_by.is_none(),
        untold: standing.untold(),
        submitted_on: standing.submitted,
        accepted_on: standing.accepted,
        decided_on: standing.decided,
        done: state.is_done(),
        stopped: standing.open_stop().is_some(),
        waived: approval.as_ref().and_then(|a| a.waived.clone()),
        statutory,
        promised,
        due_on,
        ends_on,
        until: due_on.or_else(|| until(calendar, item, approval.as_ref(), &standing, today)),
        days_left: due_on.map(|due| calendar.days_left(today, due)),
        spared: standing.decided.zip(ends_on).map(|(decided, due)| calendar.days_left(decided, due)),
        in_hand: hand::in_hand(item, approval.as_ref(), &standing, calendars.everybody(), today, units),
        opinion: approval.as_ref().and_then(|a| hand::opinion(a, &standing, today, units)),
        next: state.next(item.kind),
        forecast_on: None,
        begins_on: None,
        slack: None,
        critical: false,
        needs: waits_for(item, approval.as_ref()),
        skipped: vec![],
        lasts: item.duration(),
        measures: item.measures.clone(),
        materials: material::held(&item.materials, vec![]),
        ways: vec![],
        result: item.result.clone(),
        basis: item.basis.clone(),
        expiry: approval.as_ref().and_then(|a| expiry(a, state, today)),
        pauses: pauses(calendars.everybody(), &steps, unit_of(item, approval.as_ref()), today),
        approval,
        steps,
    }
}

/// 不涉及 where it is waived, whatever its steps say.
fn state_of(approval: Option<&Approval>, standing: &Standing) -> State {
    approval.and_then(|a| a.waived.as_ref()).map_or(standing.state, |_| State::NotApplicable)
}

/// What the days of its limit are.
fn unit_of(item: &Item, approval: Option<&Approval>) -> Unit {
    Binding::of(item, approval).map_or(Unit::Working, |binding| binding.limit.unit)
}

/// The limits of the law and of the promise on their clocks, by the days the unit works, and the day that binds: whether the clock runs or not, and while it runs.
fn clocks(
    (calendars, unit): (&Calendars, &str),
    item: &Item,
    approval: Option<&Approval>,
    standing: &Standing,
) -> (Option<Clocked>, Option<Clocked>, [Option<NaiveDate>; 2]) {
    let clocked = |limit: Limited, open| Some(clocked(calendars, Some(unit), limit?, standing, open));
    let ((statutory, promised), open) = (limits(item, approval), to_check(item, approval));
    let (statutory, promised) = (clocked(statutory, open.0), clocked(promised, open.1));
    let ends_on = ends(approval, standing, promised.as_ref().or(statutory.as_ref()));
    (statutory, promised, [ends_on, ends_on.filter(|_| standing.clock_runs())])
}

/// The day that stands on the signed sheet, else the one of the limit that binds; none before acceptance.
fn ends(approval: Option<&Approval>, standing: &Standing, binding: Option<&Clocked>) -> Option<NaiveDate> {
    standing.accepted?;
    approval.and_then(|a| printed(a, standing)).or_else(|| binding?.due_on)
}

/// The end of what was accepted, at the latest on the day by which it is known: on its limit, or on the days it is planned with; a stop that is open ends today at the soonest.
fn until(
    calendar: &Calendar,
    item: &Item,
    approval: Option<&Approval>,
    standing: &Standing,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let accepted = standing.accepted_by.filter(|_| standing.decided_by.is_none())?;
    let limit = Binding::of(item, approval).map_or(item.duration().limit, |binding| binding.limit);
    let mut stops = standing.stops.clone();
    stops.iter_mut().for_each(|stop| stop.to = stop.to.or(Some(today.max(stop.from))));
    clock::due(calendar, accepted, limit, standing.extension_days, &stops).on
}

/// Which limits are the template's and 待核: what was agreed for the project is not.
fn to_check(item: &Item, approval: Option<&Approval>) -> (bool, bool) {
    let open = |mark: Option<Mark>, agreed: Option<i64>| agreed.is_none() && mark == Some(Mark::ToCheck);
    let (statutory, promised) = approval.map_or((None, None), |a| (a.statutory, a.promised));
    (open(item.basis_mark, statutory), open(item.promised_mark, promised))
}

/// What an approval waits for: what its item needs, but for what this project does beside it or hands in later.
fn waits_for(item: &Item, approval: Option<&Approval>) -> Vec<Vec<String>> {
    let Some(approval) = approval else { return item.needs.0.clone() };
    let eased = [codes(approval.parallel.as_deref()), codes(approval.lacking_items.as_deref())].concat();
    let waits = |group: &&Vec<String>| !group.iter().any(|code| eased.contains(code));
    item.needs.0.iter().filter(waits).cloned().collect()
}

/// Codes of items as a field holds them.
pub(in crate::approval) fn codes(text: Option<&str>) -> Vec<String> {
    text.map_or(vec![], |text| template::all_of(text, ';'))
}

/// The order in which steps are taken: by the day of the fact, those of one day as they were typed.
pub(in crate::approval) fn approval_step_order(on: NaiveDate, typed_ms: i64) -> (NaiveDate, i64) {
    (on, typed_ms)
}

pub(in crate::approval) fn step(s: &ApprovalStep) -> Step {
    Step {
        state: s.state,
        on: s.happened_on,
        stop: s.stop_kind,
        basis: s.basis.clone().unwrap_or_default(),
        restart: s.restart,
        examiner: s.examiner.clone(),
        days: s.extension.and_then(|d| u16::try_from(d).ok()).unwrap_or(0),
        undated: s.is_undated(),
    }
}

pub(in crate::approval) type Limited = Option<(Limit, Side)>;

/// The limits of this project's item: agreed for it, else the template's.
pub(in crate::approval) fn limits(item: &Item, approval: Option<&Approval>) -> (Limited, Limited) {
    let half_days = |n: Option<i64>| n.and_then(|n| u16::try_from(n).ok());
    let statutory = item.statutory.as_ref().map(|s| (s.limit, s.side));
    let promised = item.promised.as_ref().map(|p| (p.limit, p.side));
    let agreed = half_days(approval.and_then(|a| a.promised)).map(|half_days| {
        let side = promised.map_or(Side::Department, |(_, side)| side);
        (Limit { half_days, unit: Unit::Working }, side)
    });
    let by_law = half_days(approval.and_then(|a| a.statutory)).map(|half_days| {
        let (limit, side) = statutory.unwrap_or((Limit::working(0), Side::Department));
        (Limit { half_days, unit: limit.unit }, side)
    });
    (by_law.or(statutory), agreed.or(promised))
}

/// The due day on a signed sheet, until a stop or an extension that came after it lengthens the time; a stop that begins after that
/// day lengthens nothing. One before acceptance is of an earlier round.
pub fn printed(approval: &Approval, standing: &Standing) -> Option<NaiveDate> {
    let lengthened = |due: NaiveDate| standing.extension_days > 0 || standing.stops.iter().any(|stop| stop.from <= due);
    let of_this_round = |due: NaiveDate| standing.accepted.is_none_or(|accepted| accepted <= due);
    approval.due_printed.filter(|due| of_this_round(*due) && !lengthened(*due))
}

fn clocked(
    calendars: &Calendars,
    unit: Option<&str>,
    (limit, side): (Limit, Side),
    standing: &Standing,
    to_check: bool,
) -> Clocked {
    let binding = Binding { limit, side };
    let due = binding.due(calendars.of_unit(unit), standing);
    let known = standing.accepted.zip(due.on).and_then(|(from, to)| calendars.known_on(unit, from, to));
    let due_first = known.and_then(|calendar| binding.due(&calendar, standing).on).filter(|day| Some(*day) != due.on);
    Clocked {
        half_days: limit.half_days,
        unit: limit.unit,
        side,
        due_on: due.on,
        due_first,
        provisional: due.provisional,
        to_check,
        days: due.days,
    }
}
