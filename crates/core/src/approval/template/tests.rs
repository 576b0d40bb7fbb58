//! The library as a whole, and the reading of its cells.

use super::*;
use std::collections::{BTreeMap, HashSet};

#[test]
fn the_library_is_whole() {
    let items = shipped().items();
    let codes: HashSet<_> = items.iter().map(|item| item.code.as_str()).collect();
    assert_eq!((items.len(), codes.len()), (77, 77));
    for item in items {
        let named = item.needs.codes().chain(item.excludes.iter().map(String::as_str));
        named.for_each(|code| assert!(codes.contains(code), "{} names {code}", item.code));
        for alternative in &item.excludes {
            assert!(
                shipped().find(alternative).unwrap().excludes.contains(&item.code),
                "{} and {alternative}",
                item.code
            );
        }
        let english = [&item.name_en, &item.stage_en, &item.department_en];
        assert!(english.iter().all(|text| !text.is_empty() && text.chars().all(|c| c < '\u{2e80}')), "{}", item.code);
        assert!(item.planning.is_some() && !item.modes.is_empty() && !item.lands.is_empty(), "{}", item.code);
    }
}

#[test]
fn every_kind_of_item_has_its_word_set() {
    let mut kinds: BTreeMap<&str, u32> = BTreeMap::new();
    shipped().items().iter().for_each(|item| *kinds.entry(item.kind.code()).or_default() += 1);
    let expected = [
        ("assessment", 5),
        ("confirmation", 5),
        ("filing", 7),
        ("internal", 6),
        ("permit", 39),
        ("review", 4),
        ("self_run", 3),
        ("trade", 2),
        ("utility", 6),
    ];
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn limits_are_read_with_unit_and_side() {
    let statutory = |code: &str| shipped().find(code).unwrap().statutory.clone().map(|s| (s.limit, s.side));
    assert_eq!(statutory("A06"), Some((Limit::working(20), Side::Department)));
    assert_eq!(statutory("C05"), Some((Limit::calendar(7), Side::Department)));
    assert_eq!(statutory("A09"), Some((Limit::calendar(30), Side::Floor)));
    assert_eq!(statutory("D03"), Some((Limit::working(5), Side::Applicant)));
    assert_eq!(statutory("D09"), Some((Limit::working(45), Side::JointCeiling)));
    assert_eq!(statutory("A05"), Some((Limit::working(0), Side::Department)));
    assert_eq!(statutory("A02"), None);
    assert_eq!(shipped().find("P01").unwrap().promised.as_ref().unwrap().limit, Limit::half_day());
    assert_eq!(shipped().find("A06").unwrap().basis_mark, Some(Mark::Sourced));
    assert_eq!(shipped().find("A06").unwrap().promised_mark, Some(Mark::ToCheck));
}

#[test]
fn a_duration_is_a_promise_before_a_plan_before_the_law() {
    let lasts = |code: &str| shipped().find(code).map(|item| (item.duration().limit, item.duration().side)).unwrap();
    assert_eq!(lasts("A06"), (Limit::working(5), Side::Department));
    assert_eq!(lasts("A09"), (Limit::working(30), Side::Department));
    assert_eq!(lasts("D10"), (Limit::working(10), Side::Applicant));
    let bare = Item { promised: None, planning: None, ..shipped().find("D03").unwrap().clone() };
    assert_eq!(bare.duration().side, Side::Applicant);
}

#[test]
fn only_like_limits_are_compared() {
    let compared = |code: &str| shipped().find(code).unwrap().compression();
    assert_eq!(compared("A06"), Some(Compression { statutory_half_days: 40, promised_half_days: 10 }));
    assert_eq!(compared("C05"), None, "日 against 工作日");
    assert_eq!(compared("D11"), None, "the applicant's duty against the department's promise");
    assert_eq!(compared("D09"), None, "a ceiling");
}
