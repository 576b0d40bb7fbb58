//! What the negative list touches, and by what.

use super::*;
use crate::id::OfficeId;
use proptest::prelude::*;

fn entry(industry: Option<&str>, words: Option<&str>) -> NegativeEntry {
    NegativeEntry {
        id: NegativeEntryId::default(),
        office: OfficeId::default(),
        name: "条目".into(),
        content: None,
        industry: industry.map(Into::into),
        words: words.map(Into::into),
        measure: NegativeMeasure::Prohibited,
        legal_basis: None,
        since: None,
        until: None,
        position: None,
        note: None,
    }
}

fn looked(industry: Option<&str>, text: &str) -> Looked {
    Looked { industry: industry.map(Into::into), texts: vec![text.into()] }
}

#[test]
fn an_industry_touches_what_lies_within_it() {
    for (code, wider, touched) in [
        ("2511", "25", true),
        ("C2511", "2511", true),
        ("25", "C25", true),
        ("C", "C25", false),
        ("25", "2511", false),
        ("2511", "C", true),
        ("C", "C", true),
        ("44", "C", false),
    ] {
        let found = entry(Some(wider), None).touches(&looked(Some(code), ""));
        assert_eq!(found.is_some(), touched, "{code} in {wider}");
    }
    assert_eq!(entry(Some("25"), None).touches(&looked(None, "")), None, "no industry, nothing to say");
}

#[test]
fn a_word_touches_and_is_told() {
    let of = entry(Some("15"), Some("电解铝；水泥熟料"));
    let found = of.touches(&looked(Some("30"), "年产２０万吨水泥熟料项目"));
    assert_eq!(found, Some((NegativeBy::Word, "水泥熟料".into())));
    assert_eq!(of.touches(&looked(Some("1511"), "水泥熟料")), Some((NegativeBy::Industry, "15".into())));
}

#[test]
fn what_is_prohibited_stands_first_and_only_what_holds_today() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let permit = NegativeEntry { measure: NegativeMeasure::Permit, ..entry(Some("25"), None) };
    let ended = NegativeEntry { until: Some(day("2022-03-27")), ..entry(Some("25"), None) };
    let coming = NegativeEntry { since: Some(day("2022-03-29")), ..entry(Some("25"), None) };
    let last_day = NegativeEntry { until: Some(day("2022-03-28")), ..entry(Some("25"), None) };
    let found = hits(&[permit, ended, coming, last_day], &looked(Some("2511"), ""), day("2022-03-28"));
    let measures: Vec<NegativeMeasure> = found.iter().map(|hit| hit.measure).collect();
    assert_eq!(measures, [NegativeMeasure::Prohibited, NegativeMeasure::Permit]);
}

proptest! {
    #[test]
    fn a_wider_code_touches_all_that_a_finer_one_does(division in 1..98_u32, finer in "[0-9]{0,2}", at in "[0-9]{0,2}") {
        let code = format!("{division:02}{finer}");
        let narrow = format!("{division:02}{at}");
        let wide = format!("{division:02}");
        let touched = |wider: &str| entry(Some(wider), None).touches(&looked(Some(&code), "")).is_some();
        prop_assert!(touched(&wide));
        prop_assert!(!touched(&narrow) || touched(&wide));
        prop_assert_eq!(touched(&narrow), code.starts_with(&narrow));
    }
}
