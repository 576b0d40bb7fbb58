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
    /// The text of the entry.
    pub content: Option<String>,
    /// Why the project goes on nevertheless, where that was written down.
    pub reason: Option<String>,
}

/// What is looked at of a project, made alike once for all entries.
#[derive(Clone, Debug, Default)]
pub struct Looked {
    /// GB/T 4754 code.
    industry: Option<String>,
    /// Its name, content and industry as written, normalised.
    texts: Vec<String>,
}

impl Looked {
    /// `texts`: name, content and industry as written, as far as there are any.
    #[must_use]
    pub fn of(industry: Option<String>, texts: [Option<String>; 3]) -> Self {
        Self { industry, texts: texts.iter().flatten().map(|text| normalise(text)).collect() }
    }
}

/// The entries in force on a day, read once for all projects: what is prohibited first, then in the order of the list.
#[derive(Debug)]
pub struct InForce<'e>(Vec<Read<'e>>);

/// An entry with its codes and its words, each word beside how it is written.
#[derive(Debug)]
struct Read<'e> {
    entry: &'e NegativeEntry,
    codes: Vec<&'e str>,
    words: Vec<(String, &'e str)>,
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
}

impl<'e> InForce<'e> {
    #[must_use]
    pub fn of(entries: &'e [NegativeEntry], day: NaiveDate) -> Self {
        let mut held: Vec<Read> = entries.iter().filter(|entry| entry.holds_on(day)).map(Read::of).collect();
        held.sort_by_key(|read| read.entry.measure);
        Self(held)
    }

    /// Every entry that touches a project.
    #[must_use]
    pub fn hits(&self, looked: &Looked) -> Vec<NegativeHit> {
        self.0.iter().filter_map(|read| read.hit(looked)).collect()
    }
}

impl<'e> Read<'e> {
    fn of(entry: &'e NegativeEntry) -> Self {
        let words = NegativeEntry::parts(entry.words.as_deref()).map(|word| (normalise(word), word));
        Self {
            entry,
            codes: NegativeEntry::parts(entry.industry.as_deref()).collect(),
            words: words.filter(|(alike, _)| !alike.is_empty()).collect(),
        }
    }

    /// By which code or word it touches a project.
    fn touches(&self, looked: &Looked) -> Option<(NegativeBy, &'e str)> {
        let code = looked.industry.as_deref();
        let by_code = self.codes.iter().find(|entry| code.is_some_and(|code| within(code, entry)));
        let in_texts = |(word, _): &&(String, &str)| looked.texts.iter().any(|text| text.contains(word));
        match by_code {
            Some(code) => Some((NegativeBy::Industry, code)),
            None => self.words.iter().find(in_texts).map(|(_, written)| (NegativeBy::Word, *written)),
        }
    }

    fn hit(&self, looked: &Looked) -> Option<NegativeHit> {
        let (by, said) = self.touches(looked)?;
        let NegativeEntry { id, name, measure, legal_basis, content, .. } = self.entry;
        let (name, basis, content) = (name.clone(), legal_basis.clone(), content.clone());
        Some(NegativeHit { entry: *id, name, measure: *measure, basis, by, said: said.into(), content, reason: None })
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
