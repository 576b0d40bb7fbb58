//! Checklists of typical projects, and what holds for every one.

use super::super::template::shipped;
use super::*;
use proptest::prelude::*;

fn answers(pairs: &[(&str, &str)]) -> Answers {
    pairs.iter().map(|(code, answer)| ((*code).to_string(), Answer::from((*answer).to_string()))).collect()
}

fn listed(mode: Mode, land: Land, pairs: &[(&str, &str)]) -> String {
    let verdicts = generate(shipped().items(), mode, land, &answers(pairs));
    let codes = verdicts.iter().filter(|v| v.listed);
    codes
        .map(|v| format!("{}{}", v.code, if v.applies == Applies::Unknown { "?" } else { "" }))
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn typical_checklists() {
    use Land::{Allocated, Collective, Granted};
    use Mode::{Approve, File, Verify};
    let factory = [
        ("must_tender", "no"),
        ("civil_defence", "no"),
        ("farmland", "no"),
        ("new_land", "no"),
        ("eia", "报告表"),
        ("energy_review", "yes"),
        ("power", "yes"),
        ("water_supply", "yes"),
        ("gas", "no"),
    ];
    let campus =
        [("must_tender", "yes"), ("civil_defence", "yes"), ("farmland", "yes"), ("new_land", "yes"), ("eia", "登记表")];
    for (mode, land, pairs, expected) in [
        (File, Granted, &[][..], "A05 A07 A08? A09 A10 A14 B02 B03 C01 C05 P02? P05? P18? P20?"),
        (File, Granted, &factory, "A05 A07 A09 A10 A14 B02 B03 C01 C05 P03 P05 P18 P20"),
        (Verify, Granted, &campus, "A04 A06 A07 A08 A09 A10 A14 B02 B03 B06 C01 C03 C05 P04 P05? P18? P20?"),
        (Approve, Allocated, &[], "A03 A06 A08? A10 A11 A14 B02 B03 C01 C05 P02? P05? P18? P20?"),
        (File, Collective, &[], "A05 A06? A08? B02 B04 C01 C05 P02? P05? P18? P20?"),
    ] {
        assert_eq!(listed(mode, land, pairs), expected);
    }
}

#[test]
fn every_item_has_its_reason() {
    let verdicts =
        generate(shipped().items(), Mode::File, Land::Granted, &answers(&[("gas", "no"), ("special_fire", "yes")]));
    let found = |code: &str| verdicts.iter().find(|v| v.code == code).map(|v| (v.applies, v.reason.clone())).unwrap();
    let answer = |question: &str, answer| Reason::Answer { question: question.into(), answer };
    assert_eq!(found("A05"), (Applies::In, Reason::Always));
    assert_eq!(found("A04"), (Applies::Out, Reason::Mode));
    assert_eq!(found("B04"), (Applies::Out, Reason::Land));
    assert_eq!(found("P21"), (Applies::Out, answer("gas", Answer::No)));
    assert_eq!(found("D02"), (Applies::In, answer("special_fire", Answer::Yes)));
    assert_eq!(found("D03"), (Applies::Out, answer("special_fire", Answer::Yes)));
    assert_eq!(found("P05"), (Applies::Unknown, Reason::NotAsked { question: "energy_review".into() }));
    assert!(!verdicts.iter().any(|v| v.listed && !v.core));
}

#[test]
fn what_was_begun_says_which_of_the_alternatives_it_is() {
    let items = shipped().items();
    let listed = |begun: &[&str], said: &[(&str, &str)]| -> String {
        let told = with_records(items, &answers(said), begun.iter().copied());
        let verdicts = generate(items, Mode::File, Land::Granted, &told);
        let eia = verdicts.iter().filter(|v| v.listed && ["P02", "P03", "P04"].contains(&v.code.as_str()));
        eia.map(|v| v.code.as_str()).collect::<Vec<_>>().join(" ")
    };
    // Nobody said, nothing was begun: the heaviest stands for all.
    assert_eq!(listed(&[], &[]), "P02");
    for (begun, said, expected) in [
        (&["P03"][..], &[][..], "P03"),
        (&["A05", "P04"], &[], "P04"),
        (&["P02", "P03"], &[], "P03"),
        (&["P03"], &[("eia", "报告书")], "P02"),
        (&["P03"], &[("eia", "不涉及")], ""),
        (&["P05"], &[], "P02"),
    ] {
        assert_eq!(listed(begun, said), expected, "{begun:?} {said:?}");
    }
    let told = with_records(items, &Answers::new(), ["D03", "P05"].into_iter());
    assert_eq!(told, answers(&[("special_fire", "no")]), "only what has alternatives answers a question");
}

#[test]
fn an_edited_template_keeps_one_of_two_alternatives() {
    let mut items: Vec<Item> =
        shipped().items().iter().filter(|item| ["B03", "B04"].contains(&item.code.as_str())).cloned().collect();
    items.iter_mut().for_each(|item| item.lands = Land::ALL.to_vec());
    let verdicts = generate(&items, Mode::File, Land::Granted, &Answers::new());
    assert!(verdicts[0].listed && !verdicts[1].listed);
    assert_eq!(verdicts[1].reason, Reason::Excluded { code: "B03".into() });
}

#[test]
fn questions_have_words_and_come_in_order() {
    let asked = questions(shipped().items(), Mode::File, Land::Granted, &answers(&[("eia", "报告表")]));
    let first: Vec<_> = asked.iter().filter(|q| q.first).map(|q| q.code.as_str()).collect();
    assert_eq!(first, FIRST);
    for question in &asked {
        assert!(question.zh.ends_with('?') && question.zh.chars().any(|c| c > '\u{2e80}'), "{}", question.code);
        assert!(question.en.ends_with('?') && !question.en.contains('_'), "{}", question.code);
    }
    let eia = asked.iter().find(|q| q.code == "eia").unwrap();
    let values: Vec<_> = eia.choices.iter().map(|c| (c.value.as_str(), c.en.as_str())).collect();
    let expected = [("报告书", "Report"), ("报告表", "Form"), ("登记表", "Registration form"), ("不涉及", "None")];
    let values_in_any_order = expected.iter().all(|pair| values.contains(pair));
    assert!(values_in_any_order && values.len() == 4 && values[3].0 == "不涉及");
    assert_eq!(eia.answer, Some(Answer::Choice("报告表".into())));
    assert_eq!(eia.items, ["D06", "P02", "P03", "P04"]);
    let allocated = questions(shipped().items(), Mode::Approve, Land::Allocated, &Answers::new());
    assert!(!allocated.iter().any(|q| q.code == "new_land"), "allocated land answers it");
}

fn any_answers() -> impl Strategy<Value = Answers> {
    let codes: Vec<String> = questions(shipped().items(), Mode::Approve, Land::Granted, &Answers::new())
        .into_iter()
        .map(|q| q.code)
        .collect();
    let answer = prop::sample::select(vec!["yes", "no", "报告书", "报告表", "登记表", "不涉及"]);
    prop::collection::btree_map(prop::sample::select(codes), answer.prop_map(|a| Answer::from(a.to_string())), 0..40)
}

proptest! {
    #[test]
    fn whatever_is_answered(mode in 0usize..3, land in 0usize..3, answers in any_answers()) {
        let (mode, land) = (Mode::ALL[mode], Land::ALL[land]);
        let verdicts = generate(shipped().items(), mode, land, &answers);
        prop_assert_eq!(verdicts.len(), 77);
        let count = verdicts.iter().filter(|v| v.listed).count();
        prop_assert!((5..=18).contains(&count), "{} listed", count);
        for (verdict, item) in verdicts.iter().zip(shipped().items()) {
            prop_assert!(!(verdict.listed && verdict.applies == Applies::Out));
            if verdict.listed {
                let rivals = verdicts.iter().filter(|v| v.listed && item.excludes.contains(&v.code)).count();
                prop_assert_eq!(rivals, 0, "{} beside an alternative", item.code);
            }
            if verdict.applies == Applies::Unknown {
                let asked = questions(shipped().items(), mode, land, &answers);
                prop_assert!(asked.iter().any(|q| q.items.contains(&item.code)), "nobody asks about {}", item.code);
            }
        }
    }
}
