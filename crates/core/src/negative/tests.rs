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
    Looked::of(industry.map(Into::into), [Some(text.into()), None, None])
}

fn touches(entry: &NegativeEntry, looked: &Looked) -> Option<(NegativeBy, String)> {
    Read::of(entry).touches(looked).map(|(by, said)| (by, said.to_string()))
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
        let found = touches(&entry(Some(wider), None), &looked(Some(code), ""));
        assert_eq!(found.is_some(), touched, "{code} in {wider}");
    }
    assert_eq!(touches(&entry(Some("25"), None), &looked(None, "")), None, "no industry, nothing to say");
}

#[test]
fn a_word_touches_and_is_told() {
    let of = entry(Some("15"), Some("电解铝；水泥熟料"));
    let found = touches(&of, &looked(Some("30"), "年产２０万吨水泥熟料项目"));
    assert_eq!(found, Some((NegativeBy::Word, "水泥熟料".into())));
    assert_eq!(touches(&of, &looked(Some("1511"), "水泥熟料")), Some((NegativeBy::Industry, "15".into())));
}

#[test]
fn what_is_prohibited_stands_first_and_only_what_holds_today() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let permit = NegativeEntry { measure: NegativeMeasure::Permit, ..entry(Some("25"), None) };
    let ended = NegativeEntry { until: Some(day("2022-03-27")), ..entry(Some("25"), None) };
    let coming = NegativeEntry { since: Some(day("2022-03-29")), ..entry(Some("25"), None) };
    let last_day = NegativeEntry { until: Some(day("2022-03-28")), ..entry(Some("25"), None) };
    let entries = [permit, ended, coming, last_day];
    let found = InForce::of(&entries, day("2022-03-28")).hits(&looked(Some("2511"), ""));
    let measures: Vec<NegativeMeasure> = found.iter().map(|hit| hit.measure).collect();
    assert_eq!(measures, [NegativeMeasure::Prohibited, NegativeMeasure::Permit]);
}

/// Digits of a division and below: `13`, `131`, `1310`.
fn digits() -> impl Strategy<Value = String> {
    (1..98_u32, "[0-9]{0,2}").prop_map(|(division, finer)| format!("{division:02}{finer}"))
}

proptest! {
    #[test]
    fn a_code_touches_itself_and_what_is_finer_and_nothing_else(own in digits(), of in digits(), lettered: bool) {
        let touched = |code: &str, wider: &str| {
            let wider = if lettered { format!("C{wider}") } else { wider.to_string() };
            touches(&entry(Some(&wider), None), &looked(Some(code), "")).is_some()
        };
        for wider in (2..=own.len()).map(|end| &own[..end]) {
            prop_assert!(touched(&own, wider), "{own} lies within {wider}");
            prop_assert!(wider == own || !touched(wider, &own), "{wider} is wider than {own}");
        }
        if own[..2] != of[..2] {
            prop_assert!(!touched(&own, &of), "{own} and {of} are of two divisions");
        }
        if touched(&own, &of) {
            prop_assert!(own.len() >= of.len());
            prop_assert!((2..of.len()).all(|end| touched(&own, &of[..end])), "all that is wider than {of} is touched too");
        }
    }

    #[test]
    fn a_section_touches_its_divisions_alone(own in digits(), section in "[A-T]") {
        let within = touches(&entry(Some(&section), None), &looked(Some(&own), "")).is_some();
        let known = industry::division(&own).and_then(|division| division.section.clone());
        prop_assert_eq!(within, known.as_deref() == Some(section.as_str()));
    }

    #[test]
    fn a_word_touches_however_it_is_written(word in "[a-zA-Z0-9]{1,6}", before in "[a-z]{0,3}") {
        let wide: String = word.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect();
        let found = touches(&entry(None, Some(&word)), &looked(None, &format!("{before}{wide}项目")));
        prop_assert_eq!(found, Some((NegativeBy::Word, word)));
    }
}
