//! Where an approval stands: one skeleton of states for every kind of item, and the fold of its steps.
//!
//! The words differ by kind (`practice.md` §5.2): `data/state-words.json` has them in Chinese and English, `words` reads them.

use super::clock::{Stop, StopKind};
use super::template::ItemKind;
use crate::codes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

mod words;
pub use words::{StateWord, word};

codes! {
    /// The skeleton of states; a kind of item uses some of them, under its own words.
    pub enum State {
        /// 未采集: nobody asked yet. Not the same as not begun, and never held against the project.
        NotCollected = "not_collected",
        /// 不涉及, with a reason.
        NotApplicable = "not_applicable",
        NotStarted = "not_started",
        Preparing = "preparing",
        Submitted = "submitted",
        /// 补正告知: before acceptance, so no clock runs.
        Correcting = "correcting",
        /// 不予受理.
        NotAccepted = "not_accepted",
        Accepted = "accepted",
        /// 容缺受理: accepted with a hole.
        LackingAccepted = "lacking_accepted",
        Reviewing = "reviewing",
        /// 暂停计时: the special procedures of 行政许可法 §45, or a cited local rule.
        Stopped = "stopped",
        /// 批准延期: the limit is longer, the clock runs on.
        Extended = "extended",
        /// 容缺通过: decided, with papers still to come.
        LackingPassed = "lacking_passed",
        Approved = "approved",
        /// 已送达, 领证, 交地 …
        Delivered = "delivered",
        Refused = "refused",
        Withdrawn = "withdrawn",
        /// 终止办理.
        Terminated = "terminated",
    }
}

impl State {
    /// What it is worth in the guarantee index, in thousandths (`rules.md` 15).
    #[must_use]
    pub fn credit(self) -> u32 {
        match self {
            Self::NotCollected | Self::NotApplicable | Self::NotStarted => 0,
            Self::NotAccepted | Self::Refused | Self::Withdrawn | Self::Terminated => 0,
            Self::Preparing => 100,
            Self::Submitted | Self::Correcting => 400,
            Self::LackingAccepted => 500,
            Self::Accepted | Self::Reviewing | Self::Stopped | Self::Extended => 600,
            Self::LackingPassed => 900,
            Self::Approved | Self::Delivered => 1000,
        }
    }

    /// Counts in the index: what is 不涉及 or 未采集 is left out.
    #[must_use]
    pub fn counts(self) -> bool {
        !matches!(self, Self::NotCollected | Self::NotApplicable)
    }

    /// Decided in favour: what follows may begin.
    #[must_use]
    pub fn is_done(self) -> bool {
        matches!(self, Self::LackingPassed | Self::Approved | Self::Delivered)
    }

    /// Decided against, or given up: a new application begins a new round.
    #[must_use]
    pub fn is_failed(self) -> bool {
        matches!(self, Self::NotAccepted | Self::Refused | Self::Withdrawn | Self::Terminated)
    }

    /// A limit is running in this state.
    #[must_use]
    pub fn clock_runs(self) -> bool {
        matches!(self, Self::Accepted | Self::LackingAccepted | Self::Reviewing | Self::Extended)
    }

    /// The states a kind of item has, in order.
    pub fn of(kind: ItemKind) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |state| state.fits(kind))
    }

    /// The kind of item has this state (`practice.md` §5.2).
    #[must_use]
    pub fn fits(self, kind: ItemKind) -> bool {
        use ItemKind::{Assessment, Confirmation, Filing, Permit, Review, SelfRun, Trade, Utility};
        match self {
            Self::NotCollected | Self::NotApplicable | Self::NotStarted | Self::Preparing => true,
            Self::Submitted | Self::Approved | Self::Refused => true,
            Self::Correcting => matches!(kind, Permit | Filing | Confirmation | Review),
            Self::NotAccepted | Self::Extended => kind == Permit,
            Self::Accepted => !matches!(kind, Filing | Assessment | SelfRun),
            Self::LackingAccepted | Self::LackingPassed => matches!(kind, Permit | Confirmation | Review),
            Self::Reviewing => kind != Filing,
            Self::Stopped => !matches!(kind, Filing | SelfRun),
            Self::Delivered => !matches!(kind, Review | Utility | Assessment | SelfRun),
            Self::Withdrawn => !matches!(kind, Trade | SelfRun),
            Self::Terminated => matches!(kind, Permit | Trade),
        }
    }

    /// The states that may come next for the kind of item; recording any other is a correction, not a step.
    #[must_use]
    pub fn next(self, kind: ItemKind) -> Vec<Self> {
        self.follows().iter().copied().filter(|state| *state != self && state.fits(kind)).collect()
    }

    /// Whether `to` may come later in the same round, the steps between left untold: a sheet of marks tells where an approval
    /// is, not how it came there. Nothing goes on from a decision.
    #[must_use]
    pub fn may_reach(self, to: Self, kind: ItemKind) -> bool {
        let (mut seen, mut at) = (vec![self], 0);
        while let Some(state) = seen.get(at).copied() {
            at += 1;
            if state.is_done() || state.is_failed() {
                continue;
            }
            let next = state.next(kind);
            if next.contains(&to) {
                return true;
            }
            next.into_iter().for_each(|next| {
                if !seen.contains(&next) {
                    seen.push(next)
                }
            });
        }
        false
    }

    fn follows(self) -> &'static [Self] {
        use State::{
            Accepted, Approved, Correcting, Delivered, Extended, LackingAccepted, LackingPassed, NotAccepted,
            NotApplicable, NotCollected, NotStarted, Preparing, Refused, Reviewing, Stopped, Submitted, Terminated,
            Withdrawn,
        };
        match self {
            NotCollected => State::ALL,
            NotApplicable => &[NotStarted, Preparing, Submitted],
            NotStarted => &[Preparing, Submitted, NotApplicable],
            Preparing => &[NotStarted, Submitted, NotApplicable],
            // A kind without 受理 goes straight to review or decision.
            Submitted => {
                &[Correcting, NotAccepted, Accepted, LackingAccepted, Reviewing, Stopped, Approved, Refused, Withdrawn]
            }
            Correcting => &[Submitted, NotAccepted, Accepted, LackingAccepted, Approved, Withdrawn],
            LackingAccepted => {
                &[Accepted, Reviewing, Stopped, Extended, LackingPassed, Approved, Refused, Withdrawn, Terminated]
            }
            Accepted | Reviewing | Extended => {
                &[Reviewing, Stopped, Extended, LackingPassed, Approved, Refused, Withdrawn, Terminated]
            }
            Stopped => &[Reviewing, Extended, LackingPassed, Approved, Refused, Withdrawn, Terminated],
            LackingPassed => &[Approved, Refused, Terminated],
            // 撤销备案; 变更重审 and a changed permit are new applications.
            Approved | Delivered => &[Delivered, Refused, Submitted],
            NotAccepted | Refused | Withdrawn | Terminated => &[Preparing, Submitted, NotApplicable],
        }
    }
}

/// One recorded step of an approval.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Step {
    pub state: State,
    /// The day it happened, not the day it was typed.
    pub on: NaiveDate,
    /// Of a stop: why, on what clause, and whether counting starts anew after it.
    pub stop: Option<StopKind>,
    pub basis: String,
    pub restart: bool,
    /// Of a stop others inspect, test or review in: who.
    pub examiner: Option<String>,
    /// Of an extension: the days granted.
    pub days: u16,
    /// Nobody told the day: it had happened by `on`.
    pub undated: bool,
}

impl Step {
    #[must_use]
    pub fn new(state: State, on: NaiveDate) -> Self {
        Self { state, on, stop: None, basis: String::new(), restart: false, examiner: None, days: 0, undated: false }
    }

    /// The day it happened, where somebody told it.
    fn told(&self) -> Option<NaiveDate> {
        Some(self.on).filter(|_| !self.undated)
    }
}

/// Where the steps leave an approval: what its clock needs. A day nobody told is none: no clock runs from it and no figure counts it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Standing {
    pub state: State,
    /// The day of the last step; none without steps, or where nobody told it.
    pub since: Option<NaiveDate>,
    /// The day by which the last step had happened: its own, else that of the sheet that told of it.
    pub known_on: Option<NaiveDate>,
    /// The day it began anew after a decision; none in its first round.
    pub anew: Option<NaiveDate>,
    pub submitted: Option<NaiveDate>,
    /// Day 0 of the clock: 受理, or 提交 of a kind without 受理.
    pub accepted: Option<NaiveDate>,
    pub stops: Vec<Stop>,
    pub extension_days: u16,
    /// The day of the decision, for or against.
    pub decided: Option<NaiveDate>,
    pub delivered: Option<NaiveDate>,
    /// The days by which it was handed in, had been accepted and was decided, told or not.
    pub submitted_by: Option<NaiveDate>,
    pub accepted_by: Option<NaiveDate>,
    pub decided_by: Option<NaiveDate>,
}

impl Standing {
    /// Before the first step.
    pub const NEW: Self = Self {
        state: State::NotCollected,
        since: None,
        known_on: None,
        anew: None,
        submitted: None,
        accepted: None,
        stops: vec![],
        extension_days: 0,
        decided: None,
        delivered: None,
        submitted_by: None,
        accepted_by: None,
        decided_by: None,
    };

    #[must_use]
    pub fn open_stop(&self) -> Option<&Stop> {
        self.stops.last().filter(|stop| stop.to.is_none())
    }

    /// The limit is running: accepted on a day that is known, not decided, not stopped.
    #[must_use]
    pub fn clock_runs(&self) -> bool {
        self.accepted.is_some() && self.decided_by.is_none() && self.open_stop().is_none()
    }

    /// Handed in or accepted, whether the day is known or not.
    #[must_use]
    pub fn handed_in(&self) -> bool {
        self.submitted_by.or(self.accepted_by).is_some()
    }

    /// Nobody told the day it was decided on, or, while it is under way, the day its clock runs from or it was handed in on.
    #[must_use]
    pub fn untold(&self) -> bool {
        let day = if self.accepted_by.is_some() { self.accepted } else { self.submitted };
        match self.decided_by {
            Some(_) => self.decided.is_none(),
            None => self.handed_in() && day.is_none(),
        }
    }

    fn take(&mut self, kind: ItemKind, step: &Step) {
        if begins_anew(self.state, step.state) {
            *self = Self { anew: step.told(), ..Self::NEW };
        }
        (self.since, self.known_on) = (step.told(), Some(step.on));
        match step.state {
            State::Stopped => return self.stop(step),
            // Granted while the clock stands still, it lengthens the limit and the stop goes on.
            State::Extended => {
                self.extension_days = self.extension_days.saturating_add(step.days);
                if self.open_stop().is_some() {
                    return;
                }
            }
            _ => self.resume(step.on),
        }
        self.date(kind, step);
        self.state = step.state;
    }

    fn stop(&mut self, step: &Step) {
        self.resume(step.on);
        self.stops.push(Stop {
            from: step.on,
            to: None,
            restart: step.restart,
            kind: step.stop.unwrap_or(StopKind::Other),
            basis: step.basis.clone(),
            examiner: step.examiner.clone(),
        });
        self.state = State::Stopped;
    }

    /// The day counting may resume is the last that is not counted, as the day of acceptance is day 0.
    fn resume(&mut self, on: NaiveDate) {
        if let Some(stop) = self.stops.last_mut().filter(|stop| stop.to.is_none()) {
            stop.to = Some(on);
        }
    }

    fn date(&mut self, kind: ItemKind, step: &Step) {
        let first = |by: &mut Option<NaiveDate>, day: &mut Option<NaiveDate>| {
            if by.is_none() {
                (*by, *day) = (Some(step.on), step.told());
            }
        };
        match step.state {
            State::Submitted => first(&mut self.submitted_by, &mut self.submitted),
            State::Delivered => {
                first(&mut self.decided_by, &mut self.decided);
                self.delivered = step.told();
            }
            State::Refused if self.state.is_done() => {
                (self.decided_by, self.decided) = (Some(step.on), step.told());
            }
            // 容缺通过 decided it already; the full approval does not move the day.
            state if state.is_done() || state.is_failed() => first(&mut self.decided_by, &mut self.decided),
            _ => {}
        }
        let begins = if State::Accepted.fits(kind) {
            matches!(step.state, State::Accepted | State::LackingAccepted | State::Reviewing | State::Extended)
        } else {
            matches!(step.state, State::Submitted | State::Reviewing)
        };
        if begins {
            first(&mut self.accepted_by, &mut self.accepted);
        }
    }
}

/// Another application after a decision: the dates of the round before are history.
fn begins_anew(from: State, to: State) -> bool {
    let applies = matches!(to, State::NotStarted | State::Preparing | State::Submitted | State::Accepted);
    (from.is_failed() || from.is_done()) && applies
}

/// Where the steps leave an approval. They are taken by fact date; those of one day in the order given.
#[must_use]
pub fn fold(kind: ItemKind, steps: &[Step]) -> Standing {
    let mut by_day: Vec<&Step> = steps.iter().collect();
    by_day.sort_by_key(|step| step.on);
    let mut standing = Standing::NEW;
    by_day.into_iter().for_each(|step| standing.take(kind, step));
    standing
}

#[cfg(test)]
mod tests;
