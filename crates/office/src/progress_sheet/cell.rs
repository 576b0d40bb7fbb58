//! What a cell of the sheet says of an approval. Read again, it says the same.

use crate::export::Language;
use crate::value::day::{self, ReadDay};
use chrono::{Datelike, NaiveDate};
use zhuanban_core::approval::query::Listed;
use zhuanban_core::approval::record::ApprovalStep;
use zhuanban_core::approval::state::{self, State};
use zhuanban_core::time::{Day, Precision};

/// The reason of a waiver of which the sheet gives none.
pub(super) const WAIVED: &str = "进展表标注不涉及";
/// In the note of a step whose day the sheet did not name.
pub(super) const UNDATED: &str = "未写日期";

/// Before the month, quarter or year that stands in the sheet instead.
const ONLY: &str = "只写到 ";

/// What the note of a step says of a day the sheet did not name, or not wholly.
pub(super) fn untold(told: Option<Day>) -> String {
    told.map_or_else(|| UNDATED.to_string(), |told| format!("{UNDATED}，{ONLY}{}", coarse(told)))
}

/// 2022-03, 2022-Q1, 2022.
pub(super) fn coarse(day: Day) -> String {
    let on = day.on;
    match day.precision {
        Precision::Day => on.to_string(),
        Precision::Month => on.format("%Y-%m").to_string(),
        Precision::Quarter => format!("{}-Q{}", on.year(), on.month0() / 3 + 1),
        Precision::Year => on.year().to_string(),
    }
}

/// The month, quarter or year of its decision, where that is all that was told.
pub(super) fn told(listed: &Listed) -> Option<Day> {
    let (_, told) = deciding(listed)?.note.as_deref()?.rsplit_once(ONLY)?;
    let end = told.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(told.len());
    match day::text(&told[..end], None) {
        Ok(ReadDay::Day(day)) if day.precision != Precision::Day => Some(day),
        _ => None,
    }
}

/// The step that decided an approval, if it is decided.
pub(super) fn deciding(listed: &Listed) -> Option<&ApprovalStep> {
    listed.steps.iter().rev().find(|step| step.state.is_done()).filter(|_| listed.done)
}

/// Its day of decision was never told.
pub(super) fn is_undated(listed: &Listed) -> bool {
    deciding(listed).is_some_and(ApprovalStep::is_undated)
}

/// Empty for what nobody asked about yet.
pub(super) fn text(listed: &Listed, language: Language) -> String {
    let approval = listed.approval.as_ref();
    let of = |text: fn(&zhuanban_core::approval::record::Approval) -> Option<&String>| approval.and_then(text).cloned();
    let note = of(|a| a.note.as_ref());
    let words = Words(language);
    if let Some(reason) = &listed.waived {
        return words
            .beside(words.pick("不需要", "Not needed"), Some(reason.as_str()).filter(|reason| *reason != WAIVED));
    }
    let state = words.state(listed);
    let since = listed.since;
    match listed.state {
        State::NotCollected => String::new(),
        State::NotApplicable => words.pick("不需要", "Not needed").into(),
        State::NotStarted => words.beside("○", note.as_deref()),
        State::Preparing => words.beside("○", Some(note.as_deref().unwrap_or(state))),
        _ if listed.done => done(listed, words),
        failed if failed.is_failed() => words.beside("○", Some(&dated(state, since))),
        _ => {
            let lacking = of(|a| a.lacking.as_ref()).map(|what| match language {
                Language::Zh => format!("缺{what}"),
                Language::En => format!("lacks {what}"),
            });
            let waits = lacking.or(note).unwrap_or_else(|| dated(state, since));
            words.beside(words.pick("办理中", "In progress"), Some(&waits))
        }
    }
}

fn dated(state: &str, on: Option<NaiveDate>) -> String {
    on.map_or_else(|| state.to_string(), |on| format!("{state} {on}"))
}

/// √ with its day; a certificate's number over its day.
fn done(listed: &Listed, words: Words) -> String {
    let approval = listed.approval.as_ref();
    let decided = listed.decided_on.map(|on| on.to_string());
    let issued = approval.and_then(|a| a.certificate_on).map(|on| on.to_string());
    let on = issued.or(decided).or_else(|| told(listed).map(coarse));
    let number = approval.and_then(|a| a.certificate.clone());
    let speaks = number.as_deref().is_some_and(|number| number.contains('号') || number.contains('〔'));
    let mut text = match (number, on) {
        (Some(number), on) => {
            let sign = if speaks { "" } else { "√ " };
            format!("{sign}{number}{}", on.map(|on| format!("\n{on}")).unwrap_or_default())
        }
        (None, Some(on)) => format!("√ {on}"),
        (None, None) => "√".into(),
    };
    if listed.state == State::LackingPassed {
        text.push('\n');
        text.push_str(words.state(listed));
    }
    text
}

/// What the sheet says in one of the two languages.
#[derive(Clone, Copy)]
pub(super) struct Words(pub Language);

impl Words {
    pub fn of(self, both: &[String; 2]) -> &str {
        &both[usize::from(self.0 == Language::En)]
    }

    pub fn pick(self, zh: &'static str, en: &'static str) -> &'static str {
        if self.0 == Language::Zh { zh } else { en }
    }

    fn state(self, listed: &Listed) -> &'static str {
        let word = state::word(listed.kind, listed.state);
        if self.0 == Language::Zh { &word.zh } else { &word.en }
    }

    fn beside(self, sign: &str, words: Option<&str>) -> String {
        match words.map(str::trim).filter(|words| !words.is_empty()) {
            None => sign.into(),
            Some(words) if self.0 == Language::Zh => format!("{sign}（{words}）"),
            Some(words) => format!("{sign} ({words})"),
        }
    }
}
