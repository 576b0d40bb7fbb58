//! Further lines of a project: needs one a line, texts broken by the page.

use super::convert::join;
use super::row::{CellFault, ReadRow};
use crate::understand::Field;
use zhuanban_core::error::{FieldFault, Rule};

const TEXTS: [Field; 23] = [
    Field::Alias,
    Field::Code,
    Field::Uscc,
    Field::Region,
    Field::Site,
    Field::Enterprise,
    Field::Industry,
    Field::IndustryCode,
    Field::Nature,
    Field::Mode,
    Field::Content,
    Field::Stage,
    Field::StatisticsCode,
    Field::StatisticsName,
    Field::Progress,
    Field::Issue,
    Field::NextStep,
    Field::Target,
    Field::Leader,
    Field::ResponsibleUnit,
    Field::Contact,
    Field::Note,
    Field::List,
];
const MONEY: [Field; 7] =
    [Field::Total, Field::Plan, Field::DoneTotal, Field::DoneYear, Field::DoneMonth, Field::DonePrior, Field::Arrived];
const DAYS: [Field; 4] = [Field::StartPlanned, Field::StartActual, Field::FinishPlanned, Field::FinishActual];

/// Adds a further line to its project. `wrapped`: the line is the rest of texts that a page broke, so they are joined without a break.
pub(super) fn add(to: &mut ReadRow, mut more: ReadRow, wrapped: bool, row: u32) {
    to.lines += 1;
    to.name.push_str(&more.name);
    for field in TEXTS {
        let Some(text) = more.text_mut(field).and_then(Option::take) else { continue };
        let Some(slot) = to.text_mut(field) else { continue };
        match slot {
            Some(before) if wrapped => before.push_str(&text),
            // A region derived from the sheet's name comes with every line.
            Some(before) if before.contains(&text) => {}
            slot => join(slot, text),
        }
    }
    for field in MONEY {
        let Some(amount) = more.money(field) else { continue };
        match to.money_mut(field) {
            Some(slot @ None) => *slot = Some(amount),
            // The first amount holds; another one in a further line is told.
            Some(Some(first)) if *first != amount => {
                let fault = FieldFault::warning(field.key(), Rule::Duplicate).with("text", amount.yuan);
                to.faults.push(CellFault { cell: row.to_string(), fault });
            }
            _ => {}
        }
    }
    for field in DAYS {
        let day = more.day_mut(field).and_then(Option::take);
        if let Some(slot) = to.day_mut(field) {
            *slot = slot.or(day);
        }
    }
    to.needs.append(&mut more.needs);
    to.approvals.append(&mut more.approvals);
    to.date_words.append(&mut more.date_words);
    to.faults.append(&mut more.faults);
    to.phones.extend(more.phones.into_iter().filter(|phone| !to.phones.contains(phone)).collect::<Vec<_>>());
}
