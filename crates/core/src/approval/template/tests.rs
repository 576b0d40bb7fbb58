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

/// What an officer reads holds no address of a page and no word of those who made the table; sources stand in the basis.
#[test]
fn notes_are_for_the_officer_and_sources_in_the_basis() {
    for item in shipped().items() {
        for word in ["http", ".com", ".cn", ".html", ".md", "种子", "转引", "未见"] {
            assert!(!item.note.contains(word), "{}: {}", item.code, item.note);
        }
        assert!(!item.basis.contains("未见") && !item.basis.contains("种子"), "{}: {}", item.code, item.basis);
    }
    let a02 = shipped().find("A02").unwrap();
    assert!(a02.basis.contains("https://fudaoke.com/exam/2556904") && a02.note == "各地承诺5至7个工作日不等。");
}

/// A limit stays 待核 until its text was read: rewriting a note does not check it.
#[test]
fn limits_nobody_read_stay_to_check() {
    let open = |mark: fn(&Item) -> Option<Mark>| {
        shipped().items().iter().filter(|item| mark(item) == Some(Mark::ToCheck)).count()
    };
    assert_eq!((open(|item| item.basis_mark), open(|item| item.promised_mark)), (6, 51));
}

/// 建筑工程施工许可管理办法 §4–5, 城乡规划法 §40, 不动产登记暂行条例 §16: papers are listed with their article, or not at all.
#[test]
fn papers_stand_with_the_article_that_lists_them() {
    let names = |code: &str| -> Vec<String> {
        shipped().find(code).unwrap().materials.iter().map(|paper| paper.name.clone()).collect()
    };
    let expected = ["使用土地的有关证明文件", "建设工程设计方案", "修建性详细规划（需要建设单位编制的项目）"];
    assert_eq!(names("B03"), expected);
    assert_eq!((names("C05").len(), names("A14").len(), names("B02").len()), (8, 5, 0));
    for item in shipped().items() {
        let sourced = item.basis.contains("申请材料：");
        assert_eq!(sourced, !item.materials.is_empty(), "{}", item.code);
        assert!(item.materials.iter().all(|paper| !paper.cut && !paper.may_lack), "{}", item.code);
        let mut once: Vec<&str> = item.materials.iter().map(|paper| paper.name.as_str()).collect();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), item.materials.len(), "{}", item.code);
    }
}
