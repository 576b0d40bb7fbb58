//! What must hold of a whole version before it is released.

use super::TemplateItem;
use super::item;
use crate::approval::ask::Ask;
use crate::approval::generate::question_words;
use crate::approval::schedule::{self, Task, TaskState};
use crate::approval::template::Item;
use crate::calendar::Calendar;
use crate::error::{FieldFault, Rule};
use chrono::NaiveDate;
use std::collections::HashSet;

/// Every fault, each with the item's `code`: a field that does not fit, a code named twice or that is none, items that wait for each other.
pub(super) fn faults(rows: &[TemplateItem]) -> Vec<FieldFault> {
    let (mut faults, mut items, mut seen) = (vec![], vec![], HashSet::new());
    for row in rows {
        let told = |fault: FieldFault| fault.with("code", &row.code);
        if !seen.insert(row.code.as_str()) {
            faults.push(told(FieldFault::error("code", Rule::NamedTwice)));
        }
        match item::read(row) {
            Ok(item) => items.push(item),
            Err(found) => faults.extend(found.into_iter().map(told)),
        }
    }
    if rows.is_empty() {
        faults.push(FieldFault::error("items", Rule::Required));
    }
    for item in &items {
        let unknown = |field: &str, code: &str| {
            let missing = !seen.contains(code) || code == item.code;
            missing.then(|| FieldFault::error(field, Rule::NoSuchRecord).with("code", &item.code).with("text", code))
        };
        faults.extend(item.needs.codes().filter_map(|code| unknown("needs", code)));
        faults.extend(item.excludes.iter().filter_map(|code| unknown("excludes", code)));
    }
    faults.extend(items.iter().filter(|item| wordless(&items, item)).map(|item| {
        let text = item.ask.question().unwrap_or_default();
        FieldFault::error("question", Rule::Required).with("code", &item.code).with("text", text)
    }));
    faults.extend(circle(&items));
    faults
}

/// Nobody says what the yes-or-no question of an item is called.
fn wordless(items: &[Item], item: &Item) -> bool {
    let (Ask::Yes { question, .. } | Ask::Not { question }) = &item.ask else { return false };
    question_words(items, question).is_none()
}

/// All items at once, as if every one of them applied.
fn circle(items: &[Item]) -> Option<FieldFault> {
    let task = |item: &Item| Task {
        code: item.code.clone(),
        needs: item.needs.clone(),
        after: vec![],
        bundle: None,
        lasts: item.duration().limit,
        state: TaskState::Ahead,
    };
    let tasks: Vec<Task> = items.iter().map(task).collect();
    let codes = schedule::schedule(Calendar::embedded(), NaiveDate::default(), &tasks).err()?.0;
    Some(FieldFault::error("needs", Rule::WaitCircle).with("items", codes.join(" → ")))
}
