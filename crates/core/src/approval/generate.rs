//! Which items of the library a project needs: by mode, land and answers, with the reason for each.
//!
//! A project's first checklist is the core nodes (核心节点, `practice.md` C27) that apply; the other items wait in the library. In
//! the program's template they are the chain from 立项 to 施工许可 that an office can keep by telephone: 备案/核准/可研 · 用地预审 or
//! 规划条件 · 农转用 · 出让合同 or 划拨 · 用地规划许可 · 不动产权证 · 方案审查 · 工程规划许可 (乡村: B04) · 环评 · 能评 · 施工图 · 施工许可 ·
//! 用电 · 用水, 11 to 14 for a project.

use super::ask::{Answer, Answers, Ask};
use super::template::{Core, Item, Land, Mode, english, shipped};
use crate::codes;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asked first: they change the road to 施工许可 most (`practice.md` C28).
const FIRST: &[&str] = &["must_tender", "civil_defence", "farmland", "new_land", "eia"];

codes! {
    /// Whether an item applies to a project.
    pub enum Applies { In = "in", Out = "out", Unknown = "unknown" }
}

/// Why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Reason {
    Always,
    Mode,
    Land,
    Answer {
        question: String,
        answer: Answer,
    },
    NotAsked {
        question: String,
    },
    /// Another item of which a project has only one is in.
    Excluded {
        code: String,
    },
}

/// What the library says of one item for a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Verdict {
    pub code: String,
    pub applies: Applies,
    pub reason: Reason,
    /// A core node; others apply as well, but wait until somebody adds them.
    pub core: bool,
    /// Belongs to the project's first checklist; with [`Applies::Unknown`] it needs an answer.
    pub listed: bool,
}

/// A question of the library that decides something for this project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Question {
    pub code: String,
    pub zh: String,
    pub en: String,
    /// Empty for a yes-or-no question.
    pub choices: Vec<Choice>,
    /// Worth asking when the project is made.
    pub first: bool,
    pub answer: Option<Answer>,
    /// The items that hang on it.
    pub items: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Choice {
    /// What the answer holds, and what it is called in Chinese.
    pub value: String,
    pub en: String,
}

/// A verdict on every item, in the library's order.
#[must_use]
pub fn generate(items: &[Item], mode: Mode, land: Land, answers: &Answers) -> Vec<Verdict> {
    let mut verdicts: Vec<Verdict> = items.iter().map(|item| verdict(item, mode, land, answers)).collect();
    for at in 0..verdicts.len() {
        let rival = verdicts.iter().position(|v| v.applies == Applies::In && items[at].excludes.contains(&v.code));
        if let Some(rival) =
            rival.filter(|rival| verdicts[at].applies != Applies::Out && outdone(&verdicts, at, *rival))
        {
            let reason = Reason::Excluded { code: verdicts[rival].code.clone() };
            verdicts[at] = Verdict { applies: Applies::Out, reason, listed: false, ..verdicts[at].clone() };
        }
    }
    list_one_of_alternatives(items, &mut verdicts);
    verdicts
}

/// Of two alternatives that are both in, the first in the library stays.
fn outdone(verdicts: &[Verdict], at: usize, rival: usize) -> bool {
    verdicts[at].applies == Applies::Unknown || rival < at
}

/// While nobody said which of some alternatives it is, the first stands for them: the heaviest, so the schedule is not too hopeful.
fn list_one_of_alternatives(items: &[Item], verdicts: &mut [Verdict]) {
    for at in 0..verdicts.len() {
        let before = verdicts[..at].iter().any(|v| v.listed && items[at].excludes.contains(&v.code));
        if before && verdicts[at].applies == Applies::Unknown {
            verdicts[at].listed = false;
        }
    }
}

fn verdict(item: &Item, mode: Mode, land: Land, answers: &Answers) -> Verdict {
    let (applies, reason) = judge(item, mode, land, answers);
    let always_core = item.core == Core::Always || (item.core == Core::UnlessGranted && land != Land::Granted);
    let core = item.core != Core::None;
    let listed = match applies {
        Applies::In => core,
        Applies::Unknown => always_core,
        Applies::Out => false,
    };
    Verdict { code: item.code.clone(), applies, reason, core, listed }
}

fn judge(item: &Item, mode: Mode, land: Land, answers: &Answers) -> (Applies, Reason) {
    if !item.modes.contains(&mode) {
        return (Applies::Out, Reason::Mode);
    }
    if !item.lands.contains(&land) {
        return (Applies::Out, Reason::Land);
    }
    let Some(question) = item.ask.question() else { return (Applies::In, Reason::Always) };
    if implied(question, land) {
        return (Applies::In, Reason::Land);
    }
    let answer = answers.get(question);
    match (item.ask.applies(answer), answer) {
        (Some(applies), Some(answer)) => {
            let reason = Reason::Answer { question: question.into(), answer: answer.clone() };
            (if applies { Applies::In } else { Applies::Out }, reason)
        }
        _ => (Applies::Unknown, Reason::NotAsked { question: question.into() }),
    }
}

/// Allocated land always needs 用地预审与选址 (土地管理法实施条例 §24): nobody need ask.
fn implied(question: &str, land: Land) -> bool {
    question == "new_land" && land == Land::Allocated
}

/// What is answered, and what the records answer: a project has one of several alternatives, and the one that was begun is it, until
/// somebody says otherwise. Of several that were begun (`begun`, oldest first) it is the last.
#[must_use]
pub fn with_records<'c>(items: &[Item], answers: &Answers, begun: impl Iterator<Item = &'c str>) -> Answers {
    let mut told = Answers::new();
    for code in begun {
        let Some(item) = items.iter().find(|item| item.code == code && !item.excludes.is_empty()) else { continue };
        told.extend(item.ask.implied());
    }
    told.extend(answers.clone());
    told
}

/// The questions that decide something under this mode and land, those worth asking first in front.
#[must_use]
pub fn questions(items: &[Item], mode: Mode, land: Land, answers: &Answers) -> Vec<Question> {
    let mut found: Vec<Question> = vec![];
    for item in items.iter().filter(|item| item.modes.contains(&mode) && item.lands.contains(&land)) {
        let Some(code) = item.ask.question().filter(|code| !implied(code, land)) else { continue };
        match found.iter_mut().find(|question| question.code == code) {
            Some(question) => question.items.push(item.code.clone()),
            None => found.push(Question { items: vec![item.code.clone()], ..question(items, code, answers) }),
        }
    }
    found.sort_by_key(|question| FIRST.iter().position(|code| *code == question.code).unwrap_or(FIRST.len()));
    found
}

fn question(items: &[Item], code: &str, answers: &Answers) -> Question {
    let asks = items.iter().map(|item| &item.ask).filter(|ask| ask.question() == Some(code));
    let mut choices: Vec<String> = vec![];
    for ask in asks {
        let Ask::Choice { values, .. } = ask else { continue };
        for value in values {
            if !choices.contains(value) {
                choices.push(value.clone());
            }
        }
    }
    if !choices.is_empty() {
        choices.push(NO_DOCUMENT.into());
    }
    let zh = question_words(items, code).unwrap_or(code).to_string();
    let choices = choices.into_iter().map(|value| Choice { en: english("choice", &value), value }).collect();
    let (first, answer) = (FIRST.contains(&code), answers.get(code).cloned());
    Question { zh, en: english("ask", code), choices, first, answer, code: code.into(), items: vec![] }
}

/// What a question is called in Chinese: as an item that asks it says, else as the program's own library does; nothing where neither does.
#[must_use]
pub fn question_words<'i>(items: &'i [Item], code: &str) -> Option<&'i str> {
    let said = |items: &'i [Item]| {
        items.iter().find_map(|item| match &item.ask {
            Ask::Yes { question, words: Some(words) } if question == code => Some(words.as_str()),
            _ => None,
        })
    };
    said(items).or_else(|| said(shipped().items())).or_else(|| choice_words(code))
}

/// The choice that is none of the documents.
const NO_DOCUMENT: &str = "不涉及";

/// The template gives choices no words of their own.
fn choice_words(code: &str) -> Option<&'static str> {
    match code {
        "eia" => Some("环评文件类别?"),
        "soil" => Some("水土保持方案类别?"),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
