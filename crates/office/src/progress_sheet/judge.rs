//! What a mark means beside what the desk knows of the approval: nothing new, something to record, or something else.
//!
//! Which state follows which is the core's to say (`approval/state.rs`, practice §5.2); a mark tells where an approval is and
//! may leave steps untold. What is decided, refused or further along is never taken back by a mark (`docs/decisions/0009`).

use super::ProgressSheetVerdict as Verdict;
use super::cell::{WAIVED, deciding, is_undated, told, untold};
use crate::export::Language;
use crate::import::words::under_way;
use crate::read::{MarkState, ReadMark};
use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value as Json};
use zhuanban_core::approval::query::Listed;
use zhuanban_core::approval::record::{Approval, ApprovalStep};
use zhuanban_core::approval::state::State;
use zhuanban_core::approval::template::Item;
use zhuanban_core::error::{FieldFault, Rule};
use zhuanban_core::id::ApprovalStepId;
use zhuanban_core::text::{half_width, normalise};
use zhuanban_core::time::{Day, Precision};

/// How the note of a step begins that a sheet recorded.
const SOURCE: &str = "进展表：";

/// What is known of the approval a mark speaks of.
pub(super) struct Held<'a> {
    pub item: &'a Item,
    /// Its line of the checklist; none where it is not on it.
    pub listed: Option<&'a Listed>,
    pub as_of: NaiveDate,
    pub today: NaiveDate,
}

/// What would be recorded.
#[derive(Clone, Debug, Default)]
pub(super) struct Deed {
    pub step: Option<(State, NaiveDate)>,
    /// The sheet names no day, or only a month.
    pub undated: bool,
    /// The month, quarter or year it names instead.
    pub told: Option<Day>,
    pub set: Map<String, Json>,
    /// Steps that say it had not begun after it was done: they go.
    pub gone: Vec<ApprovalStepId>,
    /// The day of a step that had none.
    pub day: Option<(ApprovalStepId, NaiveDate)>,
}

impl Deed {
    fn on(state: State, on: NaiveDate) -> Self {
        Self { step: Some((state, on)), ..Self::default() }
    }

    /// On the sheet's day, which need not be its own.
    fn undated(state: State, on: NaiveDate) -> Self {
        Self { undated: true, ..Self::on(state, on) }
    }

    fn put(mut self, field: &str, value: Option<impl Into<Json>>) -> Self {
        self.set.extend(value.map(|value| (field.to_string(), value.into())));
        self
    }

    /// The note of its step, which says where it comes from.
    pub fn source(&self, file: &str) -> String {
        let untold = if self.undated { format!("，{}", untold(self.told)) } else { String::new() };
        format!("{SOURCE}{file}{untold}")
    }
}

pub(super) struct Judged {
    pub verdict: Verdict,
    pub deed: Deed,
    /// Of a difference: the deed may be done on somebody's word.
    pub takes: bool,
    pub fault: Option<FieldFault>,
}

impl Judged {
    const fn of(verdict: Verdict, deed: Deed, takes: bool) -> Self {
        Self { verdict, deed, takes, fault: None }
    }

    fn same() -> Self {
        Self::of(Verdict::Same, Deed::default(), false)
    }

    fn new(deed: Deed) -> Self {
        Self::of(Verdict::New, deed, false)
    }

    /// The desk knows otherwise; the deed can be done on somebody's word.
    fn differs(deed: Deed) -> Self {
        Self::of(Verdict::Differs, deed, true)
    }

    /// The desk knows otherwise, and no mark changes that.
    fn stays() -> Self {
        Self::of(Verdict::Differs, Deed::default(), false)
    }

    pub fn fault(fault: FieldFault) -> Self {
        Self { verdict: Verdict::Fault, deed: Deed::default(), takes: false, fault: Some(fault) }
    }
}

pub(super) fn judge(mark: &ReadMark, text: &str, held: &Held) -> Judged {
    if let Some(date) = mark.date.filter(|date| begins(*date) > held.today) {
        return Judged::fault(FieldFault::error("happened_on", Rule::ActualInFuture).with("text", date));
    }
    // What the desk itself would write there.
    let says = |language| held.listed.is_some_and(|l| bare(&super::cell::text(l, language)) == bare(text));
    if !text.is_empty() && (says(Language::Zh) || says(Language::En)) {
        return Judged::same();
    }
    match mark.state {
        MarkState::Done => held.done(mark),
        MarkState::Open => held.open(mark),
        MarkState::NotStarted => held.not_started(mark, text),
        MarkState::NotNeeded => held.not_needed(mark),
    }
}

/// Without what a sheet may set otherwise: spaces, breaks and full-width signs.
fn bare(text: &str) -> String {
    half_width(text).chars().filter(|c| !c.is_whitespace()).collect()
}

/// The first day of the span a day stands for.
fn begins(day: Day) -> NaiveDate {
    let on = day.on;
    match day.precision {
        Precision::Day => on,
        Precision::Month => on.with_day(1).unwrap_or(on),
        Precision::Quarter | Precision::Year => on.with_day(1).and_then(|on| on.with_month(1)).unwrap_or(on),
    }
}

impl Held<'_> {
    fn state(&self) -> State {
        self.listed.map_or(State::NotCollected, |l| l.state)
    }

    fn approval(&self) -> Option<&Approval> {
        self.listed.and_then(|l| l.approval.as_ref())
    }

    fn is_waived(&self) -> bool {
        self.state() == State::NotApplicable
    }

    /// A waiver that stands over nothing else can be taken back by a step.
    fn only_waived(&self) -> bool {
        self.is_waived() && self.listed.is_none_or(|l| l.steps.iter().all(|s| s.state == State::NotApplicable))
    }

    /// A step to `state` on this day fits what is recorded.
    fn follows(&self, state: State, on: NaiveDate) -> bool {
        let told = self.listed.and_then(|l| l.steps.iter().filter_map(ApprovalStep::told).next_back());
        let late = told.is_some_and(|since| on < since);
        !late && self.state().may_reach(state, self.item.kind)
    }

    /// What says that nothing had begun after this day, where nothing else is recorded later: ○ of an earlier sheet. What
    /// somebody recorded otherwise stays.
    fn not_begun_after(&self, on: NaiveDate) -> Vec<ApprovalStepId> {
        let steps = self.listed.map_or(&[][..], |l| &l.steps);
        let idle = |step: &&ApprovalStep| {
            step.state == State::NotStarted && step.note.as_deref().is_some_and(|note| note.starts_with(SOURCE))
        };
        let after = || steps.iter().filter(|step| step.happened_on > on);
        if after().all(|step| idle(&step)) { after().map(|step| step.id).collect() } else { vec![] }
    }

    /// Words of a mark that the desk's own would have to give way to.
    fn other_note<'m>(&self, mark: &'m ReadMark) -> Option<&'m String> {
        let own = self.approval().and_then(|a| a.note.as_deref());
        mark.note.as_ref().filter(|note| own.is_some_and(|own| normalise(own) != normalise(note)))
    }

    /// Words of a mark, where the desk has none.
    fn fresh_note(&self, mark: &ReadMark) -> Option<String> {
        let own = self.approval().and_then(|a| a.note.as_deref()).is_some_and(|note| !note.is_empty());
        mark.note.clone().filter(|_| !own)
    }

    fn done(&self, mark: &ReadMark) -> Judged {
        if self.state().is_done() {
            return self.certificate(mark);
        }
        let exact = mark.date.filter(|day| day.precision == Precision::Day).map(|day| day.on);
        let on = mark.date.map_or(self.as_of, |day| day.on.min(self.today));
        let known = self.approval().and_then(|a| a.certificate.as_ref());
        let other = known.zip(mark.number.as_ref()).is_some_and(|(known, said)| normalise(known) != normalise(said));
        let certificate_on = exact.filter(|_| mark.number.is_some()).map(|on| on.to_string());
        let told = mark.date.filter(|_| exact.is_none());
        let deed = Deed { undated: exact.is_none(), told, ..Deed::on(State::Approved, on) };
        let deed = deed.put("certificate", mark.number.clone()).put("certificate_on", certificate_on);
        match self.follows(State::Approved, on) {
            _ if self.only_waived() => Judged::differs(deed),
            _ if self.is_waived() => Judged::stays(),
            true if other => Judged::differs(deed),
            true => Judged::new(deed),
            false => match self.not_begun_after(on) {
                none if none.is_empty() => Judged::stays(),
                gone => Judged::differs(Deed { gone, ..deed }),
            },
        }
    }

    /// Number and day of what is done already: they fill what is blank.
    fn certificate(&self, mark: &ReadMark) -> Judged {
        let (Some(listed), Some(approval)) = (self.listed, self.approval()) else { return Judged::same() };
        let (mut fill, mut other) = (Deed::default(), Deed::default());
        match (&approval.certificate, &mark.number) {
            (None, Some(number)) => fill = fill.put("certificate", Some(number.as_str())),
            (Some(known), Some(number)) if normalise(known) != normalise(number) => {
                other = other.put("certificate", Some(number.as_str()));
            }
            _ => {}
        }
        let decided = listed.decided_on;
        let days: Vec<NaiveDate> = [decided, approval.certificate_on].into_iter().flatten().collect();
        let untold = is_undated(listed) && approval.certificate_on.is_none();
        let before = told(listed).filter(|_| untold);
        let mut stays = false;
        if let Some(said) = mark.date.filter(|said| !days.iter().any(|day| covers(*said, *day))) {
            let on = Some(said.on.to_string());
            let fits = untold && before.is_none_or(|before| covers(before, said.on) || covers(said, before.on));
            match (said.precision == Precision::Day, fits) {
                (true, true) => {
                    fill = fill.put("certificate_on", on);
                    fill.day = deciding(listed).map(|step| (step.id, said.on));
                }
                (true, false) => other = other.put("certificate_on", on),
                (false, fits) => stays = !fits,
            }
        }
        if !other.set.is_empty() {
            other.set.extend(fill.set);
            other.day = fill.day;
            return Judged::differs(other);
        }
        match (stays, fill.set.is_empty()) {
            (true, _) => Judged::stays(),
            (false, true) => Judged::same(),
            (false, false) => Judged::new(fill),
        }
    }

    fn open(&self, mark: &ReadMark) -> Judged {
        let state = under_way(self.item.kind);
        match self.state() {
            done if done.is_done() || done.is_failed() => Judged::stays(),
            State::NotCollected | State::NotStarted | State::Preparing | State::NotApplicable => {
                let deed = Deed::undated(state, self.as_of).put("note", self.fresh_note(mark));
                match self.follows(state, self.as_of) {
                    _ if self.only_waived() => Judged::differs(deed),
                    _ if self.is_waived() => Judged::stays(),
                    true => Judged::new(deed),
                    false => Judged::stays(),
                }
            }
            // It is under way already; only what it waits for may be news.
            _ => match (self.other_note(mark), self.fresh_note(mark)) {
                (Some(note), _) => Judged::differs(Deed::default().put("note", Some(note.as_str()))),
                (None, Some(note)) => Judged::new(Deed::default().put("note", Some(note))),
                (None, None) => Judged::same(),
            },
        }
    }

    fn not_started(&self, mark: &ReadMark, text: &str) -> Judged {
        // 尚未办理 says no more than its sign.
        let words = self.fresh_note(mark).filter(|note| bare(note) != bare(text));
        let note = Deed::default().put("note", words.clone());
        let deed = Deed { set: note.set.clone(), ..Deed::undated(State::NotStarted, self.as_of) };
        match self.state() {
            State::NotStarted | State::Preparing if words.is_some() => Judged::new(note),
            State::NotStarted | State::Preparing => Judged::same(),
            failed if failed.is_failed() => Judged::same(),
            // What a project need not have is not begun either.
            State::NotCollected if self.listed.is_none() => Judged::same(),
            State::NotCollected => Judged::new(deed),
            State::NotApplicable if self.only_waived() => Judged::differs(deed),
            _ => Judged::stays(),
        }
    }

    fn not_needed(&self, mark: &ReadMark) -> Judged {
        let deed = Deed::default().put("waived", Some(mark.note.as_deref().unwrap_or(WAIVED)));
        match self.state() {
            State::NotApplicable => Judged::same(),
            State::NotCollected if self.listed.is_none() => Judged::same(),
            State::NotCollected | State::NotStarted | State::Preparing => Judged::new(deed),
            _ => Judged::stays(),
        }
    }
}

/// A day lies in the span another stands for.
fn covers(span: Day, day: NaiveDate) -> bool {
    (begins(span)..=span.on).contains(&day)
}
