//! The industries of GB/T 4754-2017: 20 sections 门类 (A–T) and 97 divisions 大类 (01–97), no finer.

use crate::coded::rows;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;
use ts_rs::TS;

/// A section or division.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IndustryChoice {
    /// A letter, or two digits.
    pub code: String,
    pub name: String,
    /// A division's section; none for a section.
    pub section: Option<String>,
}

fn all() -> &'static [IndustryChoice] {
    static ALL: OnceLock<Vec<IndustryChoice>> = OnceLock::new();
    ALL.get_or_init(|| {
        let read = |row: Vec<String>| IndustryChoice {
            section: Some(row[3].clone()).filter(|section| !section.is_empty()),
            code: row[0].clone(),
            name: row[1].clone(),
        };
        rows(include_str!("../../data/industries.csv")).into_iter().map(read).collect()
    })
}

#[must_use]
pub fn choices() -> Vec<IndustryChoice> {
    all().to_vec()
}

#[must_use]
pub fn find(code: &str) -> Option<&'static IndustryChoice> {
    all().iter().find(|industry| industry.code == code)
}

/// Known to the list: a section, a division, or a finer code of four digits at most below a division (`C1391`, `1391`, `139`, `13`).
#[must_use]
pub fn is_code(code: &str) -> bool {
    find(code).is_some() || division(code).is_some()
}

/// The name of the section or division; a finer code has its division's.
#[must_use]
pub fn name(code: &str) -> Option<&'static str> {
    find(code).or_else(|| division(code)).map(|industry| industry.name.as_str())
}

/// The division a code lies in. The letter of its section may stand in front, if it is the right one.
#[must_use]
pub fn division(code: &str) -> Option<&'static IndustryChoice> {
    let digits = code.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = &code[..code.len() - digits.len()];
    if !(2..=4).contains(&digits.len()) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    find(&digits[..2]).filter(|division| letters.is_empty() || division.section.as_deref() == Some(letters))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_whole() {
        let (sections, divisions): (Vec<_>, Vec<_>) = all().iter().partition(|industry| industry.section.is_none());
        assert_eq!((sections.len(), divisions.len()), (20, 97));
        for division in divisions {
            assert!(find(division.section.as_ref().unwrap()).is_some_and(|section| section.section.is_none()));
        }
    }

    #[test]
    fn codes_are_known_to_the_division() {
        for (code, expected) in [
            ("13", Some("农副食品加工业")),
            ("C13", Some("农副食品加工业")),
            ("1391", Some("农副食品加工业")),
            ("C1391", Some("农副食品加工业")),
            ("C", Some("制造业")),
            ("D13", None),
            ("98", None),
            ("00", None),
            ("1", None),
            ("13911", None),
            ("", None),
            ("业", None),
        ] {
            assert_eq!(name(code), expected, "{code}");
            assert_eq!(is_code(code), expected.is_some(), "{code}");
        }
    }
}
