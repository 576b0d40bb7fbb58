//! The guarantee index of a project (`rules.md` 15): how far what it needs has been delivered, 0 to 100.
//!
//! Exact fractions, rounded half up once. An internal reference: nothing here ranks anybody.

use super::share::Share;
use crate::approval::state::State;
use crate::element::{self, APPROVALS};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What each category weighs against the others; only the proportions matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Weights {
    pub by_category: BTreeMap<String, u32>,
    /// The weight of a category not named.
    pub other: u32,
}

impl Default for Weights {
    fn default() -> Self {
        let named = [(APPROVALS, 40), ("用地", 20), ("融资", 15), ("用电", 15), ("用工", 10)];
        let by_category = named.map(|(category, weight)| (category.to_string(), weight)).into();
        Self { by_category, other: 5 }
    }
}

impl Weights {
    #[must_use]
    pub fn of(&self, category: &str) -> u32 {
        self.by_category.get(category).copied().unwrap_or(self.other)
    }
}

/// One need as the index sees it. Quantities are thousandths of the unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// Category of `elements.csv`; needs in 审批 are left out, the checklist has them.
    pub category: String,
    /// Empty where nobody gave one.
    pub unit: String,
    pub required: i64,
    pub delivered: i64,
}

/// The index and what it is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Index {
    /// Tenths of a point, 0 to 1000; none where nothing applies.
    pub value: Option<u32>,
    pub parts: Vec<Part>,
    /// Of the approvals that are not 不涉及, those nobody asked about yet (未采集), in thousandths; none without approvals.
    pub not_collected: Option<u32>,
}

/// One category's part in the index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Part {
    pub category: String,
    pub weight: u32,
    /// Hundredths of a per cent, 0 to 10000.
    pub coverage: u32,
    /// Hundredths of a point that it gives, and that it could give.
    pub points: u32,
    pub of: u32,
    /// How many needs or approvals it is the mean of.
    pub count: u32,
    /// Empty for 审批.
    pub units: Vec<UnitPart>,
}

/// The needs of one category that can be added up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitPart {
    /// The unit of the first of them.
    pub unit: String,
    /// Hundredths of a per cent.
    pub coverage: u32,
}

/// What one unit is in the smallest of its family. 户, 人, kW or kVA stand alone: nothing converts them.
const UNITS: &[(&str, &str, u32)] = &[
    ("公顷", "亩", 15),
    ("万亩", "亩", 10_000),
    ("万元", "元", 10_000),
    ("亿元", "元", 100_000_000),
    ("万吨", "吨", 10_000),
    ("万吨/年", "吨/年", 10_000),
    ("万吨标准煤/年", "吨标准煤/年", 10_000),
    ("万立方米/年", "立方米/年", 10_000),
    ("万立方米/日", "立方米/日", 10_000),
    ("万平方米", "平方米", 10_000),
    ("万千瓦时", "千瓦时", 10_000),
    ("公里", "米", 1000),
];

/// The smallest unit of the same family, and how many of them one `unit` is.
#[must_use]
pub fn smallest(unit: &str) -> (&str, u32) {
    UNITS.iter().find(|(name, ..)| *name == unit).map_or((unit, 1), |(_, small, factor)| (*small, *factor))
}

impl Index {
    pub const NONE: Self = Self { value: None, parts: vec![], not_collected: None };
}

/// The index of a project from the states of its approvals and its needs.
#[must_use]
pub fn index(weights: &Weights, approvals: &[State], needs: &[Need]) -> Index {
    let mut covered: Vec<Covered> = approved(approvals).into_iter().collect();
    covered.extend(categories(needs).into_iter().map(|(category, needs)| supplied(category, &needs)));
    let total = covered.iter().map(|part| weights.of(&part.category)).fold(0, u32::saturating_add);
    let part = |covered: &Covered| covered.part(weights.of(&covered.category), total);
    let sum = |sum: Share, covered: &Covered| sum.plus(covered.share.times(weights.of(&covered.category), total));
    Index {
        value: (total > 0).then(|| covered.iter().fold(Share::NONE, sum).rounded(1000)),
        parts: covered.iter().map(part).collect(),
        not_collected: not_collected(approvals),
    }
}

struct Covered {
    category: String,
    share: Share,
    count: u32,
    units: Vec<UnitPart>,
}

impl Covered {
    fn part(&self, weight: u32, total: u32) -> Part {
        Part {
            category: self.category.clone(),
            weight,
            coverage: self.share.rounded(10_000),
            points: self.share.times(weight, total).rounded(10_000),
            of: Share::of(weight.into(), total.into()).rounded(10_000),
            count: self.count,
            units: self.units.clone(),
        }
    }
}

/// The mean credit of the approvals that count.
fn approved(approvals: &[State]) -> Option<Covered> {
    let credits: Vec<u32> = approvals.iter().filter(|state| state.counts()).map(|state| state.credit()).collect();
    let count = u32::try_from(credits.len()).ok().filter(|count| *count > 0)?;
    let sum: u128 = credits.into_iter().map(u128::from).sum();
    let share = Share::of(sum, u128::from(count) * 1000);
    Some(Covered { category: APPROVALS.into(), share, count, units: vec![] })
}

fn not_collected(approvals: &[State]) -> Option<u32> {
    let of = |wanted: fn(&State) -> bool| approvals.iter().filter(|state| wanted(state)).count() as u128;
    let all = of(|state| *state != State::NotApplicable);
    (all > 0).then(|| Share::of(of(|state| *state == State::NotCollected), all).rounded(1000))
}

/// The needs that require anything, by category in the order of the element list.
fn categories(needs: &[Need]) -> Vec<(&str, Vec<&Need>)> {
    let mut categories: Vec<(&str, Vec<&Need>)> = vec![];
    for need in needs.iter().filter(|need| need.required > 0 && need.category != APPROVALS) {
        match categories.iter_mut().find(|(category, _)| *category == need.category) {
            Some((_, same)) => same.push(need),
            None => categories.push((&need.category, vec![need])),
        }
    }
    categories.sort_by_key(|(category, _)| (element::rank(category), *category));
    categories
}

/// Of each unit what was delivered of what is required, need by need; then the mean over units.
fn supplied(category: &str, needs: &[&Need]) -> Covered {
    let mut units: Vec<(&str, &str, u128, u128)> = vec![];
    for need in needs {
        let (small, factor) = smallest(&need.unit);
        let required = u128::from(need.required.unsigned_abs()) * u128::from(factor);
        let delivered = u128::from(need.delivered.clamp(0, need.required).unsigned_abs()) * u128::from(factor);
        match units.iter_mut().find(|unit| unit.0 == small) {
            Some(unit) => (unit.2, unit.3) = (unit.2 + delivered, unit.3 + required),
            None => units.push((small, &need.unit, delivered, required)),
        }
    }
    let count = u32::try_from(units.len()).unwrap_or(u32::MAX);
    let shares = units.iter().map(|(_, _, delivered, required)| Share::of(*delivered, *required).times(1, count));
    let unit = |(_, unit, delivered, required): &(&str, &str, u128, u128)| UnitPart {
        unit: (*unit).into(),
        coverage: Share::of(*delivered, *required).rounded(10_000),
    };
    Covered {
        category: category.into(),
        share: shares.fold(Share::NONE, Share::plus),
        count: u32::try_from(needs.len()).unwrap_or(u32::MAX),
        units: units.iter().map(unit).collect(),
    }
}

#[cfg(test)]
mod tests;
