//! The days an approval stood still: 补正 before acceptance, and stops after it, each with whose turn it was and what ended it.

use crate::approval::clock::{self, Party, StopKind, Unit};
use crate::approval::record::ApprovalStep;
use crate::approval::state::State;
use crate::calendar::Calendar;
use crate::id::ApprovalStepId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A span in which no clock ran against the unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Pause {
    /// The step that began it, and the one that ended it.
    pub step: ApprovalStepId,
    pub ended_by: Option<ApprovalStepId>,
    /// Why the clock stands still; nothing for 补正, before which no clock runs.
    pub kind: Option<StopKind>,
    /// Who has to move, by the reason.
    pub party: Party,
    /// Who inspects, tests or reviews, where somebody wrote it down.
    pub examiner: Option<String>,
    pub from: NaiveDate,
    /// The last day; nothing while it lasts.
    pub to: Option<NaiveDate>,
    /// Its days so far, of `unit`: of a stop its first and last day are days of it, of 补正 the day it was told is not.
    pub days: i64,
    /// As the limit counts; 补正 in working days.
    pub unit: Unit,
    /// Counting starts anew after it.
    pub restart: bool,
}

/// The pauses of an approval, in the order of its steps. `unit` is the one its limit counts in.
#[must_use]
pub fn pauses(calendar: &Calendar, steps: &[ApprovalStep], unit: Unit, today: NaiveDate) -> Vec<Pause> {
    let mut found: Vec<Pause> = vec![];
    for (at, step) in steps.iter().enumerate() {
        let stop = step.state == State::Stopped;
        // Of a day nobody told no days can be counted.
        if step.is_undated() || (!stop && step.state != State::Correcting) {
            continue;
        }
        // An extension that is granted meanwhile does not end a stop.
        let ends = |next: &&ApprovalStep| !(stop && next.state == State::Extended);
        let end = steps[at + 1..].iter().find(ends);
        let to = end.map(|end| end.happened_on);
        let kind = stop.then(|| step.stop_kind.unwrap_or(StopKind::Other));
        let until = to.unwrap_or_else(|| today.max(step.happened_on));
        let counts = if stop { unit } else { Unit::Working };
        found.push(Pause {
            step: step.id,
            ended_by: end.map(|end| end.id),
            kind,
            party: kind.map_or(Party::Applicant, StopKind::party),
            examiner: step.examiner.clone().filter(|_| stop),
            from: step.happened_on,
            to,
            days: match stop {
                true => clock::stopped_days(calendar, step.happened_on, until, unit),
                false => calendar.working_between(step.happened_on, until),
            },
            unit: counts,
            restart: stop && step.restart,
        });
    }
    found
}
