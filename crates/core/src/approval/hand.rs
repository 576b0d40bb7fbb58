//! In whose hands an open approval lies: the applicant's, the unit's that gives the certificate, or the unit's whose opinion it
//! waits for. Where certificates are given by an approval bureau and opinions by the trade's own, an item has two (practice C28).

use super::clock::{self, Party, Stop, Unit};
use super::record::Approval;
use super::running::Binding;
use super::state::{Standing, State};
use super::template::Item;
use crate::calendar::Calendar;
use crate::codes;
use crate::people::answering::Answering;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// Whose turn it is.
    pub enum Turn {
        /// 补正、容缺待补, and a stop that waits for what the applicant brings.
        Applicant = "applicant",
        /// The unit that gives the certificate.
        Certificate = "certificate",
        /// The unit whose opinion the certificate waits for.
        Opinion = "opinion",
        /// A stop in which others inspect, test or review (检验、检测、检疫、鉴定、专家评审).
        Third = "third",
    }
}

/// Who has an approval.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InHand {
    pub turn: Turn,
    /// The unit, or the third party; absent for the applicant.
    pub holder: Option<String>,
    pub holder_en: Option<String>,
    /// Since when it lies in the same hands.
    #[ts(type = "string | null")]
    pub since: Option<NaiveDate>,
    /// Days since then, of `unit`; of an open stop its first day is one of them.
    pub days: Option<i64>,
    /// Working days, but for a stop of a limit that counts all days.
    pub unit: Unit,
}

/// Who inspects, tests or reviews, where nobody said who it is.
const THIRD: (&str, &str) = ("第三方机构", "Third-party examiners");

impl InHand {
    /// What was not handed in or is decided: only the unit that gives the certificate is known.
    pub(super) fn by_nobody(item: &Item, approval: &Approval, units: &Answering) -> Self {
        let (holder, holder_en) = certifier(item, Some(approval), units);
        Self {
            turn: Turn::Certificate,
            holder: Some(holder),
            holder_en: Some(holder_en),
            since: None,
            days: None,
            unit: Unit::Working,
        }
    }
}

/// Neither decided nor given up, but for papers that are still owed (容缺通过).
pub(super) fn is_open(state: State) -> bool {
    state == State::LackingPassed || (state.counts() && !state.is_done() && !state.is_failed())
}

/// In whose hands an approval lies on a day; nothing for one that is waived, was not handed in or is decided.
#[must_use]
pub fn in_hand(
    item: &Item,
    approval: Option<&Approval>,
    standing: &Standing,
    calendar: &Calendar,
    today: NaiveDate,
    units: &Answering,
) -> Option<InHand> {
    if !standing.handed_in() || !is_open(standing.state) || approval.is_some_and(|approval| approval.waived.is_some()) {
        return None;
    }
    if let Some(stop) = standing.open_stop() {
        return Some(in_stop(item, stop, calendar, today, (approval, units)));
    }
    // Of a day nobody told there is none: accepted after it was handed in, it may lie with the same unit since either.
    let begun = if standing.accepted_by.is_some() { standing.accepted } else { standing.submitted };
    let owes = matches!(standing.state, State::LackingPassed | State::Correcting);
    let opinion = approval.and_then(|approval| opinion(approval, standing, today, units));
    let (turn, holder, since) = match opinion {
        _ if owes => (Turn::Applicant, None, standing.since),
        Some(Opinion { holder, asked_on, there_on: None }) => {
            (Turn::Opinion, Some((holder.clone(), holder)), begun.max(asked_on))
        }
        opinion => {
            let back = opinion.and_then(|opinion| opinion.there_on);
            (Turn::Certificate, Some(certifier(item, approval, units)), begun.max(back))
        }
    };
    let (holder, holder_en) = holder.unzip();
    let days = since.map(|day| calendar.working_between(day, today).max(0));
    Some(InHand { turn, holder, holder_en, since, days, unit: Unit::Working })
}

/// While the clock stands still it lies with whom the reason names.
fn in_stop(
    item: &Item,
    stop: &Stop,
    calendar: &Calendar,
    today: NaiveDate,
    (approval, units): (Option<&Approval>, &Answering),
) -> InHand {
    let unit = Binding::of(item, approval).map_or(Unit::Working, |binding| binding.limit.unit);
    let (turn, holder) = match stop.kind.party() {
        Party::Applicant => (Turn::Applicant, None),
        Party::Unit => (Turn::Certificate, Some(certifier(item, approval, units))),
        Party::Third => (Turn::Third, Some(third(stop.examiner.as_deref()))),
    };
    let (holder, holder_en) = holder.unzip();
    let days = clock::stopped_days(calendar, stop.from, today.max(stop.from), unit);
    InHand { turn, holder, holder_en, since: Some(stop.from), days: Some(days), unit }
}

/// Who inspects, tests or reviews, in Chinese and English: as it was written down, else in general.
pub(super) fn third(examiner: Option<&str>) -> (String, String) {
    let (zh, en) = examiner.map_or(THIRD, |name| (name, name));
    (zh.into(), en.into())
}

/// The opinion a certificate waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// The unit that gives it.
    pub holder: String,
    /// Since when it is waited for, where that is later than acceptance.
    pub asked_on: Option<NaiveDate>,
    pub there_on: Option<NaiveDate>,
}

/// The opinion as it is known on a day: nothing while it was not asked for; one that came later, or in a round before this one, is
/// not there.
pub(super) fn opinion(
    approval: &Approval,
    standing: &Standing,
    today: NaiveDate,
    units: &Answering,
) -> Option<Opinion> {
    let (holder, asked_on) = (units.named(approval.opinion_holder.as_deref()?), approval.opinion_asked_on);
    let of_this_round = |on: &NaiveDate| standing.anew.is_none_or(|begun| begun <= *on);
    let there_on = approval.opinion_on.filter(|on| *on <= today).filter(of_this_round);
    asked_on.is_none_or(|asked| asked <= today).then_some(Opinion { holder, asked_on, there_on })
}

/// The unit that gives the certificate, in Chinese and English: who is written down, else whom the address book has for the trade.
pub(super) fn certifier(item: &Item, approval: Option<&Approval>, units: &Answering) -> (String, String) {
    match approval.and_then(|approval| approval.holder.as_ref()) {
        Some(unit) => (units.named(unit), units.named(unit)),
        None => units.of(&item.department, &item.department_en),
    }
}

/// Whose days the limit of an approval counts: the unit that gives the certificate.
#[must_use]
pub fn counts_by(item: &Item, approval: &Approval, units: &Answering) -> String {
    certifier(item, Some(approval), units).0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::approval::clock::StopKind;
    use crate::approval::edit::blank;
    use crate::approval::state::{Step, fold};
    use crate::approval::version::Templates;
    use crate::project::Project;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn held(steps: &[(State, &str)], set: impl FnOnce(&mut Approval)) -> Option<InHand> {
        let templates = Templates::embedded();
        let item = templates.find("B03").unwrap();
        let mut approval = blank(crate::id::ApprovalId::default(), &Project::default(), "B03");
        set(&mut approval);
        let steps: Vec<Step> = steps.iter().map(|(state, on)| Step::new(*state, day(on))).collect();
        let standing = fold(item.kind, &steps);
        let (calendar, units) = (Calendar::embedded(), Answering::default());
        in_hand(item, Some(&approval), &standing, calendar, day("2022-03-28"), &units)
    }

    /// Whose turn, which unit, since when and for how many days.
    fn told(held: Option<InHand>) -> Option<(Turn, String)> {
        let held = held?;
        let since = held.since.map(|day| day.to_string()).unwrap_or_default();
        Some((held.turn, format!("{} {since} {}", held.holder.unwrap_or_default(), held.days?)))
    }

    #[test]
    fn what_waits_for_an_opinion_is_the_second_units_until_it_is_there() {
        let steps = [(State::Submitted, "2022-03-10"), (State::Accepted, "2022-03-14")];
        let two = |approval: &mut Approval| {
            approval.holder = Some("审批局".into());
            approval.opinion_holder = Some("资规局".into());
        };
        let is = |turn, text: &str| Some((turn, text.to_string()));
        assert_eq!(told(held(&steps, two)), is(Turn::Opinion, "资规局 2022-03-14 10"));
        let asked = held(&steps, |a| {
            two(a);
            a.opinion_asked_on = Some(day("2022-03-21"));
        });
        assert_eq!(told(asked), is(Turn::Opinion, "资规局 2022-03-21 5"));
        let there = held(&steps, |a| {
            two(a);
            a.opinion_on = Some(day("2022-03-25"));
        });
        assert_eq!(told(there), is(Turn::Certificate, "审批局 2022-03-25 1"));
        let returned = [steps[0], (State::Correcting, "2022-03-16")];
        assert_eq!(told(held(&returned, two)), is(Turn::Applicant, " 2022-03-16 8"));
    }

    #[test]
    fn an_opinion_to_come_or_of_an_earlier_round_is_not_there() {
        let steps = [(State::Submitted, "2022-03-10"), (State::Accepted, "2022-03-14")];
        let with = |steps: &[(State, &str)], asked: Option<&str>, there: &str| {
            told(held(steps, |approval| {
                approval.holder = Some("审批局".into());
                approval.opinion_holder = Some("资规局".into());
                approval.opinion_asked_on = asked.map(day);
                approval.opinion_on = Some(day(there));
            }))
        };
        let is = |turn, text: &str| Some((turn, text.to_string()));
        // Today is 28 March.
        assert_eq!(with(&steps, None, "2022-03-29"), is(Turn::Opinion, "资规局 2022-03-14 10"));
        assert_eq!(with(&steps, Some("2022-03-29"), "2022-03-30"), is(Turn::Certificate, "审批局 2022-03-14 10"));
        assert_eq!(with(&steps, None, "2022-03-28"), is(Turn::Certificate, "审批局 2022-03-28 0"));
        let anew = [steps[0], steps[1], (State::Refused, "2022-03-18"), (State::Submitted, "2022-03-22")];
        assert_eq!(with(&anew, Some("2022-03-14"), "2022-03-16"), is(Turn::Opinion, "资规局 2022-03-22 4"));
        assert_eq!(with(&anew, None, "2022-03-24"), is(Turn::Certificate, "审批局 2022-03-24 2"));
        // In the first round one may be there before anything is handed in.
        assert_eq!(with(&steps, None, "2022-03-08"), is(Turn::Certificate, "审批局 2022-03-14 10"));
    }

    #[test]
    fn a_stop_lies_with_whom_its_reason_names() {
        let templates = Templates::embedded();
        let item = templates.find("B03").unwrap();
        let mut approval = blank(crate::id::ApprovalId::default(), &Project::default(), "B03");
        approval.holder = Some("审批局".into());
        approval.opinion_holder = Some("资规局".into());
        let held = |kind: StopKind| {
            // Friday; today is Monday 28 March: both are days of it.
            let stop = Step { stop: Some(kind), ..Step::new(State::Stopped, day("2022-03-25")) };
            let steps = [Step::new(State::Accepted, day("2022-03-14")), stop];
            let (calendar, units) = (Calendar::embedded(), Answering::default());
            let standing = fold(item.kind, &steps);
            told(in_hand(item, Some(&approval), &standing, calendar, day("2022-03-28"), &units))
        };
        for kind in StopKind::ALL {
            let (turn, who) = match kind.party() {
                Party::Applicant => (Turn::Applicant, ""),
                Party::Unit => (Turn::Certificate, "审批局"),
                Party::Third => (Turn::Third, "第三方机构"),
            };
            assert_eq!(held(*kind), Some((turn, format!("{who} 2022-03-25 2"))), "{kind:?}");
        }
        assert_eq!(held(StopKind::AwaitingPapers).unwrap().0, Turn::Applicant);
        assert_eq!(held(StopKind::ExpertReview).unwrap().0, Turn::Third);
        assert_eq!(held(StopKind::Hearing).unwrap().0, Turn::Certificate);
    }

    #[test]
    fn only_what_was_handed_in_and_is_not_decided_is_in_hand() {
        let in_hand = |steps: &[(State, &str)]| held(steps, |_| {}).map(|held| held.turn);
        assert_eq!(in_hand(&[(State::Preparing, "2022-03-01")]), None);
        assert_eq!(in_hand(&[(State::Submitted, "2022-03-01")]), Some(Turn::Certificate));
        let accepted = (State::Accepted, "2022-03-01");
        assert_eq!(in_hand(&[accepted, (State::Approved, "2022-03-02")]), None);
        assert_eq!(in_hand(&[accepted, (State::Refused, "2022-03-02")]), None);
        assert_eq!(in_hand(&[accepted, (State::LackingPassed, "2022-03-02")]), Some(Turn::Applicant));
        assert_eq!(held(&[accepted], |a| a.waived = Some("免".into())), None);
    }
}
