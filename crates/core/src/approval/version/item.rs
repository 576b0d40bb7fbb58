//! An item as a version keeps it, and as the rules read it.

use super::TemplateItem;
use crate::approval::ask::{Ask, Needs};
use crate::approval::clock::{Limit, Unit};
use crate::approval::template::{
    Authority, Handling, Item, Land, Mode, Promised, Reduced, Reductions, Side, Statutory, all_of, materials,
    write_materials,
};
use crate::error::{FieldFault, Rule};
use crate::id::{OfficeId, TemplateItemId, TemplateVersionId};

/// The longest limit, in half days.
const LONGEST: i64 = 2000;
/// The most steps, and the most 元, of one item.
const MOST_STEPS: i64 = 1000;
const MOST_FEE: i64 = 10_000_000_000;
const STAGES: std::ops::RangeInclusive<i64> = 1..=5;

/// The item, or every field that does not fit.
pub(super) fn read(row: &TemplateItem) -> Result<Item, Vec<FieldFault>> {
    let mut faults = missing(row);
    let mut half_days = |field: &str, days: Option<i64>| match days {
        Some(days) if !(0..=LONGEST).contains(&days) => {
            faults.push(FieldFault::error(field, Rule::OutOfRange));
            None
        }
        days => days.and_then(|days| u16::try_from(days).ok()),
    };
    let (statutory, promised) = (half_days("statutory", row.statutory), half_days("promised", row.promised));
    let planning = half_days("planning", row.planning);
    let modes: Vec<Mode> = choices("modes", &row.modes, Mode::find, &mut faults);
    let lands: Vec<Land> = choices("lands", &row.lands, Land::find, &mut faults);
    let handling: Vec<Handling> = choices("handling", of(&row.handling), Handling::find, &mut faults);
    let lists: Vec<Authority> = choices("lists", of(&row.lists), Authority::find, &mut faults);
    for (field, count, most) in [
        ("steps_before", row.steps_before, MOST_STEPS),
        ("steps", row.steps, MOST_STEPS),
        ("fee_before", row.fee_before, MOST_FEE),
        ("fee", row.fee, MOST_FEE),
    ] {
        if count.is_some_and(|count| !(0..=most).contains(&count)) {
            faults.push(FieldFault::error(field, Rule::OutOfRange));
        }
    }
    let ask = Ask::parse(row.question.trim());
    if ask.is_none() {
        faults.push(FieldFault::error("question", Rule::NotAChoice).with("text", &row.question));
    }
    let (true, Some(ask)) = (faults.is_empty(), ask) else { return Err(faults) };
    let english = |en: &Option<String>, zh: &str| en.clone().unwrap_or_else(|| zh.into());
    let working = |half_days| Limit { half_days, unit: Unit::Working };
    Ok(Item {
        stage_no: u8::try_from(row.stage_no).unwrap_or_default(),
        stage_en: english(&row.stage_en, &row.stage),
        name_en: english(&row.name_en, &row.name),
        department_en: english(&row.department_en, &row.department),
        statutory: statutory.map(|half_days| Statutory {
            limit: Limit { half_days, unit: row.statutory_unit.unwrap_or(Unit::Working) },
            side: row.statutory_side.unwrap_or(Side::Department),
        }),
        promised: promised.map(|half_days| Promised { limit: working(half_days), side: Side::Department }),
        planning: planning.map(working),
        modes,
        lands,
        ask,
        handling,
        lists,
        ..plain(row)
    })
}

/// What is taken over as it stands.
fn plain(row: &TemplateItem) -> Item {
    Item {
        code: row.code.clone(),
        stage: row.stage.clone(),
        name: row.name.clone(),
        department: row.department.clone(),
        kind: row.kind,
        basis: of(&row.legal_basis).into(),
        basis_mark: row.statutory_mark,
        promised_mark: row.promised_mark,
        needs: Needs::parse(of(&row.needs)),
        excludes: all_of(of(&row.excludes), ';'),
        condition: of(&row.condition).into(),
        result: of(&row.result).into(),
        measures: all_of(of(&row.measures), ';'),
        note: of(&row.note).into(),
        core: row.core,
        materials: materials(of(&row.materials)),
        stage_no: 0,
        stage_en: String::new(),
        name_en: String::new(),
        department_en: String::new(),
        statutory: None,
        promised: None,
        planning: None,
        modes: vec![],
        lands: vec![],
        ask: Ask::Always,
        handling: vec![],
        reduced: Reductions {
            steps: Reduced { before: row.steps_before, after: row.steps },
            fee: Reduced { before: row.fee_before, after: row.fee },
        },
        lists: vec![],
    }
}

fn missing(row: &TemplateItem) -> Vec<FieldFault> {
    let texts = [
        ("code", &row.code),
        ("name", &row.name),
        ("stage", &row.stage),
        ("department", &row.department),
        ("modes", &row.modes),
        ("lands", &row.lands),
    ];
    let empty = texts.into_iter().filter(|(_, text)| text.trim().is_empty());
    let mut faults: Vec<FieldFault> = empty.map(|(field, _)| FieldFault::error(field, Rule::Required)).collect();
    if !STAGES.contains(&row.stage_no) {
        faults.push(FieldFault::error("stage_no", Rule::OutOfRange));
    }
    faults
}

fn of(text: &Option<String>) -> &str {
    text.as_deref().unwrap_or_default()
}

fn choices<T>(field: &str, cell: &str, find: fn(&str) -> Option<T>, faults: &mut Vec<FieldFault>) -> Vec<T> {
    let mut found = vec![];
    for word in all_of(cell, ';') {
        match find(&word) {
            Some(choice) => found.push(choice),
            None => faults.push(FieldFault::error(field, Rule::NotAChoice).with("text", &word)),
        }
    }
    found
}

/// The row that [`read`] reads as this item.
pub(super) fn write(
    id: TemplateItemId,
    office: OfficeId,
    version: TemplateVersionId,
    at: i64,
    item: &Item,
) -> TemplateItem {
    let text = |text: &str| Some(text.to_string()).filter(|text| !text.is_empty());
    let other = |en: &str, zh: &str| text(en).filter(|en| en != zh);
    let half_days = |limit: Limit| i64::from(limit.half_days);
    let joined = |codes: Vec<&str>| codes.join(";");
    TemplateItem {
        id,
        office,
        version,
        code: item.code.clone(),
        position: at,
        stage_no: item.stage_no.into(),
        stage: item.stage.clone(),
        stage_en: other(&item.stage_en, &item.stage),
        name: item.name.clone(),
        name_en: other(&item.name_en, &item.name),
        department: item.department.clone(),
        department_en: other(&item.department_en, &item.department),
        kind: item.kind,
        statutory: item.statutory.as_ref().map(|s| half_days(s.limit)),
        statutory_unit: item.statutory.as_ref().map(|s| s.limit.unit),
        statutory_side: item.statutory.as_ref().map(|s| s.side),
        statutory_mark: item.basis_mark,
        legal_basis: text(&item.basis),
        promised: item.promised.as_ref().map(|p| half_days(p.limit)),
        promised_mark: item.promised_mark,
        planning: item.planning.map(half_days),
        needs: text(&item.needs.text()),
        modes: joined(item.modes.iter().map(|mode| mode.code()).collect()),
        lands: joined(item.lands.iter().map(|land| land.code()).collect()),
        question: item.ask.text(),
        excludes: text(&item.excludes.join(";")),
        core: item.core,
        condition: text(&item.condition),
        result: text(&item.result),
        measures: text(&item.measures.join(";")),
        handling: text(&joined(item.handling.iter().map(|one| one.code()).collect())),
        materials: text(&write_materials(&item.materials)),
        note: text(&item.note),
        steps_before: item.reduced.steps.before,
        steps: item.reduced.steps.after,
        fee_before: item.reduced.fee.before,
        fee: item.reduced.fee.after,
        lists: text(&joined(item.lists.iter().map(|one| one.code()).collect())),
    }
}
