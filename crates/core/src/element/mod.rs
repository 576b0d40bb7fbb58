//! The elements 要素 an office guarantees: categories, their elements, and the units a need is counted in.

use crate::coded::rows;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::OnceLock;
use ts_rs::TS;

/// One kind of need, e.g. 新增建设用地指标 in the category 用地.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ElementChoice {
    /// e.g. `LAND-01`.
    pub code: String,
    /// The category names the weight in the guarantee index.
    pub category: String,
    pub category_en: String,
    pub name: String,
    pub name_en: String,
    pub units: Vec<UnitName>,
    /// The department that usually leads.
    pub department: String,
    /// What to ask of the need, e.g. 需求面积.
    pub fields: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitName {
    /// As stored and shown in Chinese, e.g. 亩.
    pub unit: String,
    pub en: String,
}

fn all() -> &'static [ElementChoice] {
    static ALL: OnceLock<Vec<ElementChoice>> = OnceLock::new();
    ALL.get_or_init(|| {
        let words = rows(include_str!("../../data/elements-en.csv"));
        let words: HashMap<(&str, &str), &str> =
            words.iter().map(|row| ((row[0].as_str(), row[1].as_str()), row[2].as_str())).collect();
        let english = |kind: &str, key: &str| words.get(&(kind, key)).copied().unwrap_or_default().to_string();
        let parts = |cell: &str| cell.split(';').map(str::to_string).collect::<Vec<_>>();
        let read = |row: Vec<String>| ElementChoice {
            category_en: english("category", &row[1]),
            name_en: english("element", &row[0]),
            units: parts(&row[3]).into_iter().map(|unit| UnitName { en: english("unit", &unit), unit }).collect(),
            fields: parts(&row[6]),
            code: row[0].clone(),
            category: row[1].clone(),
            name: row[2].clone(),
            department: row[5].clone(),
        };
        rows(include_str!("../../data/elements.csv")).into_iter().map(read).collect()
    })
}

#[must_use]
pub fn choices() -> Vec<ElementChoice> {
    all().to_vec()
}

#[must_use]
pub fn find(code: &str) -> Option<&'static ElementChoice> {
    all().iter().find(|element| element.code == code)
}

/// Where a category stands in the list; one that is not in it stands last.
#[must_use]
pub fn rank(category: &str) -> usize {
    all().iter().position(|element| element.category == category).unwrap_or(all().len())
}

/// The category whose needs are approvals: they are counted from the checklist.
pub const APPROVALS: &str = "审批";

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_list_is_whole_in_both_languages() {
        assert_eq!(all().len(), 41);
        let categories: BTreeSet<_> = all().iter().map(|element| element.category.as_str()).collect();
        assert_eq!(categories.len(), 19);
        assert!(categories.contains(APPROVALS));
        for element in all() {
            let english =
                [&element.category_en, &element.name_en].into_iter().chain(element.units.iter().map(|u| &u.en));
            english
                .for_each(|text| assert!(!text.is_empty() && text.chars().all(|c| c < '\u{2e80}'), "{}", element.code));
        }
        assert_eq!(find("LAND-01").unwrap().units.iter().map(|u| u.unit.as_str()).collect::<Vec<_>>(), ["亩", "公顷"]);
    }
}
