use super::item::{read, write};
use super::*;
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
