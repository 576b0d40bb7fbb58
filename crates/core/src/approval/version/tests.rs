//! Items as records, and what may be released.

use super::item::{read, write};
use super::*;
use crate::error::Rule;
use crate::id::OfficeId;

#[test]
fn an_item_is_read_back_as_it_was_written() {
    for (at, item) in (0..).zip(shipped().items()) {
        let row = write(TemplateItemId::default(), OfficeId::default(), TemplateVersionId::default(), at, item);
        assert_eq!(read(&row).as_ref(), Ok(item), "{}", item.code);
    }
}

#[test]
fn the_programs_own_could_be_released() {
    let row =
        |(at, item)| write(TemplateItemId::default(), OfficeId::default(), TemplateVersionId::default(), at, item);
    let rows: Vec<TemplateItem> = (0..).zip(shipped().items()).map(row).collect();
    assert_eq!(check::faults(&rows), vec![]);
}

#[test]
fn items_that_wait_for_each_other_and_unknown_codes_are_named() {
    let row =
        |(at, item)| write(TemplateItemId::default(), OfficeId::default(), TemplateVersionId::default(), at, item);
    let mut rows: Vec<TemplateItem> = (0..).zip(shipped().items()).map(row).collect();
    let at = |rows: &[TemplateItem], code: &str| rows.iter().position(|row| row.code == code).unwrap();
    let (a01, c05) = (at(&rows, "A01"), at(&rows, "C05"));
    rows[a01].needs = Some("C05".into());
    let found = check::faults(&rows);
    assert_eq!(found.len(), 1);
    assert!(found[0].params["items"].to_string().contains("A01"), "{found:?}");
    rows[a01].needs = Some("Z99".into());
    rows[c05].promised = Some(-1);
    let found: Vec<(String, String)> =
        check::faults(&rows).into_iter().map(|f| (f.field.clone(), f.params["code"].to_string())).collect();
    assert!(found.contains(&("needs".into(), "A01".into())), "{found:?}");
    assert!(found.contains(&("promised".into(), "C05".into())), "{found:?}");
}

fn own() -> Vec<TemplateItem> {
    let row =
        |(at, item)| write(TemplateItemId::default(), OfficeId::default(), TemplateVersionId::default(), at, item);
    (0..).zip(shipped().items()).map(row).collect()
}

#[test]
fn a_mark_without_a_limit_is_nothing_to_check() {
    let mut row = own().remove(0);
    let cases = [
        (Some(4), Some(Mark::ToCheck), Some(6), Some(Mark::ToCheck), vec![Which::Statutory, Which::Promised]),
        (None, Some(Mark::ToCheck), Some(6), Some(Mark::ToCheck), vec![Which::Promised]),
        (Some(4), Some(Mark::Sourced), Some(6), Some(Mark::Confirmed), vec![]),
        (None, Some(Mark::ToCheck), None, Some(Mark::ToCheck), vec![]),
        (Some(4), None, Some(6), None, vec![]),
    ];
    for (statutory, law, promised, promise, open) in cases {
        (row.statutory, row.statutory_mark) = (statutory, law);
        (row.promised, row.promised_mark) = (promised, promise);
        assert_eq!(query::to_check(&row), open);
    }
}

#[test]
fn a_question_keeps_its_words_when_the_item_that_said_them_goes() {
    let without = |code: &str| -> (TemplateItem, Vec<TemplateItem>) {
        let (gone, rest): (Vec<_>, Vec<_>) = own().into_iter().partition(|row| row.code == code);
        (gone.into_iter().next().unwrap(), rest)
    };
    let heir = |code: &str| {
        let (gone, rest) = without(code);
        edit::heir(&gone, rest).map(|heir| (heir.code, heir.question))
    };
    assert_eq!(heir("A13"), Some(("C03".into(), "must_tender 依法必须招标?".into())));
    assert_eq!(heir("C02"), None, "another says them as well");
    assert_eq!((heir("C03"), heir("P13"), heir("A01")), (None, None, None), "nobody needs them");
}

#[test]
fn a_question_of_the_offices_own_that_nobody_words_is_not_released() {
    let mut rows = own();
    rows[0].question = "waterway".into();
    let found: Vec<(String, Rule)> = check::faults(&rows).into_iter().map(|f| (f.field.clone(), f.rule)).collect();
    assert_eq!(found, [("question".into(), Rule::Required)]);
    rows[1].question = "waterway 涉及通航水域?".into();
    assert_eq!(check::faults(&rows), vec![]);
}
