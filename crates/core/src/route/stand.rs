//! Where a project stands on a route: what comes next, what was passed over, what is due, and what does not fit the law or
//! the order. Nothing here is an error: phone calls come out of order, and what happened has happened.

use super::record::RouteStep;
use super::{RouteState, RouteStepState, StepOfRoute};
use crate::approval::clock::Unit;
use crate::calendar::office::Calendars;
use crate::codes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    pub enum RouteWarningKind {
        /// Reached on an earlier day than a step before it.
        BeforeEarlier = "before_earlier",
        /// Ended sooner than the law lets it, e.g. a notice.
        Short = "short",
        /// Came later than the law says.
        Late = "late",
    }
}

/// What does not fit; it stops nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RouteWarning {
    pub kind: RouteWarningKind,
    /// Code of the step it does not fit with.
    pub other: String,
    /// The day of that step; for `short` and `late` the last day by law.
    pub day: NaiveDate,
    /// By how many days.
    pub days: i64,
    pub unit: Unit,
}

/// The day an open step falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    pub on: NaiveDate,
    /// By law, nothing being promised.
    pub by_law: bool,
}

/// A route and what is recorded of its steps, each in its place.
pub struct Way<'w> {
    pub steps: &'w [StepOfRoute],
    pub recorded: Vec<Option<&'w RouteStep>>,
    /// 不涉及 as a whole.
    pub off: bool,
    pub calendars: &'w Calendars,
}

impl Way<'_> {
    #[must_use]
    pub fn state(&self, at: usize) -> RouteStepState {
        match self.recorded[at] {
            Some(step) if step.skipped => RouteStepState::Skipped,
            Some(step) if step.happened_on.is_some() => RouteStepState::Done,
            _ => RouteStepState::Open,
        }
    }

    /// The day a step was reached.
    fn on(&self, at: usize) -> Option<NaiveDate> {
        self.recorded[at].filter(|step| !step.skipped).and_then(|step| step.happened_on)
    }

    fn all(&self) -> std::ops::Range<usize> {
        0..self.steps.len()
    }

    /// The first step that is neither done nor skipped.
    #[must_use]
    pub fn now(&self) -> Option<usize> {
        self.all().find(|at| self.state(*at) == RouteStepState::Open)
    }

    /// Steps done, of those that are needed.
    #[must_use]
    pub fn done(&self) -> (usize, usize) {
        let count = |state| self.all().filter(|at| self.state(*at) == state).count();
        (count(RouteStepState::Done), self.steps.len() - count(RouteStepState::Skipped))
    }

    #[must_use]
    pub fn whole(&self) -> RouteState {
        match self.done() {
            _ if self.off => RouteState::NotNeeded,
            (_, 0) => RouteState::NotNeeded,
            (0, _) => RouteState::NotBegun,
            (done, of) if done == of => RouteState::Done,
            _ => RouteState::UnderWay,
        }
    }

    /// The newest day any step was reached.
    #[must_use]
    pub fn last(&self) -> Option<NaiveDate> {
        self.all().filter_map(|at| self.on(at)).max()
    }

    /// Open though a later step is done.
    #[must_use]
    pub fn passed_over(&self, at: usize) -> bool {
        self.state(at) == RouteStepState::Open && (at + 1..self.steps.len()).any(|later| self.on(later).is_some())
    }

    /// The last day a step must last by law, once it was reached.
    #[must_use]
    pub fn ends(&self, at: usize) -> Option<NaiveDate> {
        let span = self.steps[at].lasts.as_ref()?;
        Some(span.end(self.calendars.everybody(), self.on(at)?))
    }

    /// The last day a step may come by law, once the step before it was reached.
    fn limit(&self, at: usize) -> Option<(usize, NaiveDate)> {
        let span = self.steps[at].within.as_ref()?;
        let after = self.steps.iter().position(|step| step.code == span.step)?;
        Some((after, span.end(self.calendars.everybody(), self.on(after)?)))
    }

    /// The promised day of an open step, else the law's.
    #[must_use]
    pub fn due(&self, at: usize) -> Option<Due> {
        if self.state(at) != RouteStepState::Open {
            return None;
        }
        let promised = self.recorded[at].and_then(|step| step.expected_on);
        let by_law = || self.limit(at).map(|(_, on)| Due { on, by_law: true });
        promised.map(|day| Due { on: day.on, by_law: false }).or_else(by_law)
    }

    /// Working days from `today` to the due day by the holder's calendar; negative when overdue.
    #[must_use]
    pub fn days_left(&self, at: usize, today: NaiveDate) -> Option<i64> {
        let holder = self.recorded[at].and_then(|step| step.holder.as_deref());
        self.due(at).map(|due| self.calendars.of_unit(holder).days_left(today, due.on))
    }

    #[must_use]
    pub fn warnings(&self, at: usize) -> Vec<RouteWarning> {
        [self.before_earlier(at), self.short(at), self.late(at)].into_iter().flatten().collect()
    }

    /// The latest day among the steps before it, where it is after the step's own.
    fn before_earlier(&self, at: usize) -> Option<RouteWarning> {
        let own = self.on(at)?;
        let (earlier, day) =
            (0..at).filter_map(|earlier| Some((earlier, self.on(earlier)?))).max_by_key(|(_, day)| *day)?;
        (day > own).then(|| RouteWarning {
            kind: RouteWarningKind::BeforeEarlier,
            other: self.steps[earlier].code.clone(),
            day,
            days: (day - own).num_days(),
            unit: Unit::Calendar,
        })
    }

    /// The first of the steps that may only follow when this one has ended, where it came sooner.
    fn short(&self, at: usize) -> Option<RouteWarning> {
        let (span, ends) = (self.steps[at].lasts.as_ref()?, self.ends(at)?);
        let until = self.steps.iter().position(|step| step.code == span.step)?;
        let following = (until..self.steps.len()).filter_map(|later| Some((later, self.on(later)?)));
        let (other, came) = following.min_by_key(|(_, day)| *day)?;
        (came < ends).then(|| RouteWarning {
            kind: RouteWarningKind::Short,
            other: self.steps[other].code.clone(),
            day: ends,
            days: match span.unit {
                Unit::Working => self.calendars.everybody().working_between(came, ends),
                Unit::Calendar => (ends - came).num_days(),
            },
            unit: span.unit,
        })
    }

    fn late(&self, at: usize) -> Option<RouteWarning> {
        let (own, (after, limit)) = (self.on(at)?, self.limit(at)?);
        let calendar = self.calendars.everybody();
        (own > limit).then(|| RouteWarning {
            kind: RouteWarningKind::Late,
            other: self.steps[after].code.clone(),
            day: limit,
            // What comes on a day off counts as of the next working day.
            days: calendar.working_between(limit, calendar.on_or_after(own)),
            unit: Unit::Working,
        })
    }
}

#[cfg(test)]
mod tests;
