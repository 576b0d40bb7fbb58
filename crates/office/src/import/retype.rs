//! A faulty cell typed anew in the preview: read like a cell, put into its row, the fault gone.

use crate::read::ReadRow;
use crate::understand::Field;
use crate::value::money::{self, MoneyUnit};
use crate::value::{code, day, phone};
use zhuanban_core::error::{Error, FieldFault, Result, Rule};

/// Sets `field` (as the fault names it) from what was typed. Money without a unit is 万元.
///
/// # Errors
/// `Invalid` with the field and the rule its text breaks; the row is left as it was.
pub fn retype(row: &mut ReadRow, field: &str, text: &str, year: Option<i32>) -> Result<()> {
    let refused = |rule: Rule| Error::Invalid(vec![FieldFault::error(field, rule).with("text", text)]);
    let known: Option<Field> = serde_json::from_value(field.into()).ok();
    let known = known.ok_or_else(|| Error::not_found("field", field))?;
    let typed = text.trim();
    if let Some(amount) = row.money_mut(known) {
        *amount = money::text(typed, MoneyUnit::Wan).map_err(refused)?.map(|read| read.amount);
    } else if let Some(on) = row.day_mut(known) {
        *on = match day::text(typed, year).map_err(refused)? {
            day::ReadDay::Day(day) => Some(day),
            day::ReadDay::Nothing => None,
            day::ReadDay::Words => return Err(refused(Rule::NotADay)),
        };
    } else if known == Field::Phone {
        row.phones = phone::text(typed).map_err(refused)?;
    } else if known == Field::Name {
        if typed.is_empty() {
            return Err(refused(Rule::Required));
        }
        row.name = typed.to_string();
    } else if matches!(known, Field::Code | Field::Uscc | Field::IndustryCode | Field::StatisticsCode) {
        let read = code::text(typed).map_err(refused)?;
        if let Some(slot) = row.text_mut(known) {
            *slot = read;
        }
    } else if let Some(slot) = row.text_mut(known) {
        *slot = Some(typed.to_string()).filter(|t| !t.is_empty());
    } else {
        return Err(Error::not_found("field", field));
    }
    row.faults.retain(|fault| fault.fault.field != field);
    Ok(())
}
