//! 负面清单: what the office lets nobody enter, or only with a permit, and which projects that touches (`systems.md` 002-28).
//!
//! The entries are the office's own; none come with the program, since the national list changes by the year. A project is touched by
//! its industry or by a word, and is told why: whether it may be done is for people to say.

pub mod edit;
pub mod query;
#[cfg(test)]
mod tests;

use crate::id::NegativeEntryId;
use crate::text::normalise;
use crate::{codes, industry, record};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    pub enum NegativeMeasure {
        /// 禁止准入
        Prohibited = "prohibited",
        /// 许可准入
        Permit = "permit",
    }
}

record! {
    /// One line of the office's negative list.
    pub struct NegativeEntry(NegativeEntryId) in "negative_entry", Ref {
        name: String,
        /// The text of the entry.
        content: Option<String>,
        /// Codes of GB/T 4754 joined by `;`: a section, a division or finer.
        industry: Option<String>,
        /// Words joined by `;`, any of which in a project's name, content or industry touches it.
        words: Option<String>,
        measure: NegativeMeasure,
        /// Document or article.
        legal_basis: Option<String>,
        /// The first and the last day it holds.
        since: Option<NaiveDate>,
        until: Option<NaiveDate>,
        position: Option<i64>,
        note: Option<String>,
    }
}

codes! {
    /// By what a project is touched.
    pub enum NegativeBy { Industry = "industry", Word = "word" }
}

/// An entry that touches a project, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NegativeHit {
    pub entry: NegativeEntryId,
    pub name: String,
    pub measure: NegativeMeasure,
    pub basis: Option<String>,
    pub by: NegativeBy,
    /// The code or the word of the entry.
    pub said: String,
}

/// What is looked at of a project.
#[derive(Clone, Debug, Default)]
pub struct Looked {
    /// GB/T 4754 code.
    pub industry: Option<String>,
    /// Its name, content and industry as written.
    pub texts: Vec<String>,
}

impl NegativeEntry {
    /// Codes of industries, or words.
    fn parts(text: Option<&str>) -> impl Iterator<Item = &str> {
        text.unwrap_or_default()
            .split([';', '；', '、', '，', ',', '\n'])
            .map(str::trim)
            .filter(|part| !part.is_empty())
    }

    #[must_use]
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// By which code or word it touches a project.
    #[must_use]
    pub fn touches(&self, looked: &Looked) -> Option<(NegativeBy, String)> {
        let code = looked.industry.as_deref();
        let by_code = Self::parts(self.industry.as_deref()).find(|entry| code.is_some_and(|code| within(code, entry)));
        if let Some(code) = by_code {
            return Some((NegativeBy::Industry, code.into()));
        }
        let texts: Vec<String> = looked.texts.iter().map(|text| normalise(text)).collect();
        let in_texts = |word: &&str| {
            let word = normalise(word);
            !word.is_empty() && texts.iter().any(|text| text.contains(&word))
        };
        Self::parts(self.words.as_deref()).find(in_texts).map(|word| (NegativeBy::Word, word.into()))
    }
}

/// Whether an industry lies within another: in its section, its division, or below a finer code.
fn within(code: &str, wider: &str) -> bool {
    let digits = |code: &str| code.trim_start_matches(|c: char| c.is_ascii_uppercase()).to_string();
    let (own, of) = (digits(code), digits(wider));
    if of.is_empty() {
        let section = industry::find(code).filter(|known| known.section.is_none()).map(|known| known.code.as_str());
        return section.or_else(|| industry::division(code)?.section.as_deref()) == Some(wider);
    }
    own.starts_with(&of)
}

/// Every entry in force that touches a project: what is prohibited first, then in the order of the list.
#[must_use]
pub fn hits(entries: &[NegativeEntry], looked: &Looked, today: NaiveDate) -> Vec<NegativeHit> {
    let hit = |entry: &NegativeEntry| {
        let (by, said) = entry.touches(looked)?;
        let (name, basis) = (entry.name.clone(), entry.legal_basis.clone());
        Some(NegativeHit { entry: entry.id, name, measure: entry.measure, basis, by, said })
    };
    let mut found: Vec<NegativeHit> = entries.iter().filter(|entry| entry.holds_on(today)).filter_map(hit).collect();
    found.sort_by_key(|hit| hit.measure);
    found
}
