//! Figures of the source articles, and what must hold for any needs.

use super::*;
use proptest::prelude::*;

fn need(category: &str, unit: &str, required: i64, delivered: i64) -> Need {
    Need { category: category.into(), unit: unit.into(), required, delivered }
}

fn value(approvals: &[State], needs: &[Need]) -> Option<u32> {
    index(&Weights::default(), approvals, needs).value
}

#[test]
fn figures_of_the_articles() {
    for (category, unit, required, delivered, expected) in [
        ("其他", "项", 252_000, 186_000, 738), // key projects started
        ("其他", "项", 116_000, 77_000, 664),  // needs settled at the fair
        ("融资", "项", 153_000, 82_000, 536),  // finance needs settled there
        ("用工", "人", 13_455_000, 13_455_000, 1000),
        ("用地", "亩", 100_000_000, 66_667_000, 667),
        ("融资", "亿元", 41_340, 12_800, 310),
    ] {
        assert_eq!(value(&[], &[need(category, unit, required, delivered)]), Some(expected), "{category} {required}");
    }
}

#[test]
fn units_of_one_family_are_added_others_averaged() {
    let hectares = [need("用地", "公顷", 46_000, 46_000), need("用地", "亩", 690_000, 0)];
    assert_eq!(value(&[], &hectares), Some(500));
    let money = [need("融资", "亿元", 1000, 500), need("融资", "万元", 10_000_000, 0)];
    assert_eq!(value(&[], &money), Some(250));
    let power = [need("用电", "kVA", 1000, 1000), need("用电", "kW", 9000, 0)];
    assert_eq!(value(&[], &power), Some(500));
    let found = index(&Weights::default(), &[], &power);
    assert_eq!(found.parts[0].units.iter().map(|unit| unit.coverage).collect::<Vec<_>>(), [10_000, 0]);
}

#[test]
fn more_than_required_does_not_make_up_for_another_need() {
    assert_eq!(value(&[], &[need("用地", "亩", 1000, 9000), need("用地", "亩", 1000, 0)]), Some(500));
    assert_eq!(value(&[], &[need("用地", "亩", 1000, -5)]), Some(0));
}

#[test]
fn only_what_applies_is_weighed() {
    assert_eq!(value(&[], &[]), None);
    assert_eq!(value(&[State::NotCollected, State::NotApplicable], &[need("用地", "亩", 0, 0)]), None);
    assert_eq!(value(&[], &[need(APPROVALS, "件", 1000, 1000)]), None, "approvals come from the checklist");
    let needs = [need("原料", "吨/年", 1000, 0), need("用地", "亩", 4000, 4000)];
    let found = index(&Weights::default(), &[State::Approved, State::NotStarted, State::NotCollected], &needs);
    // 40 × ½ + 20 × 1 + 5 × 0 of 65.
    assert_eq!((found.value, found.not_collected), (Some(615), Some(333)));
    let parts: Vec<_> =
        found.parts.iter().map(|p| (p.category.as_str(), p.weight, p.coverage, p.points, p.of)).collect();
    assert_eq!(parts, [("审批", 40, 5000, 3077, 6154), ("用地", 20, 10_000, 3077, 3077), ("原料", 5, 0, 0, 769)]);
    let silent = Weights { by_category: BTreeMap::new(), other: 0 };
    assert_eq!(index(&silent, &[State::Approved], &needs).value, None);
}

#[test]
fn halves_round_up_once() {
    // Thirds of three equal weights: 1/3 + 1/3 + 0.3705 make 37.05 exactly only if nothing is rounded before.
    let weights = Weights { by_category: BTreeMap::new(), other: 1 };
    let needs =
        [need("用地", "亩", 3000, 1000), need("用电", "kVA", 3000, 1000), need("用工", "人", 30_000_000, 13_345_000)];
    assert_eq!(index(&weights, &[], &needs).value, Some(371)); // (20000000 + 13345000) / 90000000 = 37.05 %
}

fn any_needs() -> impl Strategy<Value = Vec<Need>> {
    let category = prop::sample::select(vec!["用地", "融资", "用电", "用工", "原料", "审批", "自定"]);
    let unit = prop::sample::select(vec!["亩", "公顷", "万元", "亿元", "kVA", "kW", "", "人"]);
    let amount = prop_oneof![0i64..5_000, 0i64..1_000_000_000_000_000, Just(i64::MAX)];
    let one = (category, unit, amount.clone(), amount).prop_map(|(c, u, required, done)| need(c, u, required, done));
    prop::collection::vec(one, 0..12)
}

fn any_states() -> impl Strategy<Value = Vec<State>> {
    prop::collection::vec(prop::sample::select(State::ALL), 0..10)
}

/// The rule in floating point.
fn slow(weights: &Weights, states: &[State], needs: &[Need]) -> Option<f64> {
    let mut coverage: BTreeMap<String, f64> = BTreeMap::new();
    let counted: Vec<f64> = states.iter().filter(|s| s.counts()).map(|s| f64::from(s.credit()) / 1000.0).collect();
    if !counted.is_empty() {
        coverage.insert(APPROVALS.into(), counted.iter().sum::<f64>() / counted.len() as f64);
    }
    let mut sums: BTreeMap<(&str, &str), (f64, f64)> = BTreeMap::new();
    for need in needs.iter().filter(|n| n.required > 0 && n.category != APPROVALS) {
        let (unit, factor) = match need.unit.as_str() {
            "公顷" => ("亩", 15.0),
            "亿元" => ("万元", 10_000.0),
            unit => (unit, 1.0),
        };
        let sum = sums.entry((&need.category, unit)).or_default();
        sum.0 += need.delivered.min(need.required) as f64 * factor;
        sum.1 += need.required as f64 * factor;
    }
    for (category, _) in sums.keys() {
        let units: Vec<f64> =
            sums.iter().filter(|((c, _), _)| c == category).map(|(_, (done, all))| done / all).collect();
        coverage.insert((*category).into(), units.iter().sum::<f64>() / units.len() as f64);
    }
    let total: f64 = coverage.keys().map(|c| f64::from(weights.of(c))).sum();
    let points: f64 = coverage.iter().map(|(c, share)| f64::from(weights.of(c)) * share).sum();
    (total > 0.0).then(|| points / total * 1000.0)
}

proptest! {
    #[test]
    fn the_index_is_the_rule(states in any_states(), needs in any_needs()) {
        let weights = Weights::default();
        let found = index(&weights, &states, &needs);
        let expected = slow(&weights, &states, &needs);
        prop_assert_eq!(found.value.is_some(), expected.is_some());
        if let (Some(value), Some(expected)) = (found.value, expected) {
            prop_assert!(value <= 1000 && (f64::from(value) - expected).abs() < 0.501, "{} for {}", value, expected);
            let of: u32 = found.parts.iter().map(|part| part.of).sum();
            prop_assert!(of.abs_diff(10_000) < 10);
        }
    }

    #[test]
    fn delivering_more_never_lowers_it(states in any_states(), mut needs in any_needs(), at in 0usize..12, more in 0i64..1_000_000) {
        let before = value(&states, &needs);
        if let Some(need) = needs.get_mut(at) {
            need.delivered = need.delivered.saturating_add(more);
        }
        prop_assert!(value(&states, &needs) >= before);
    }

    #[test]
    fn only_proportions_of_weights_matter(states in any_states(), needs in any_needs(), factor in 1u32..50) {
        let mut heavier = Weights::default();
        heavier.by_category.values_mut().for_each(|weight| *weight *= factor);
        heavier.other *= factor;
        prop_assert_eq!(index(&heavier, &states, &needs).value, value(&states, &needs));
    }
}
