//! 换人 on one project: the old holder ends, the new one begins, in one action that keeps both. The approvals and steps the
//! old one saw through on it go to the new one, unless he keeps another duty there.

use super::Duty;
use super::hand_over::{day_fault, end};
use crate::approval::responsible;
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{DutyId, PersonId};
use crate::store::Writer;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who takes over a duty, from which day.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReplaceDuty {
    pub id: DutyId,
    pub name: String,
    #[serde(default)]
    pub person: Option<PersonId>,
    /// The first day of the new holder; the old one ends the day before.
    #[ts(type = "string")]
    pub from: NaiveDate,
}

pub fn replace(w: &mut Writer, input: ReplaceDuty) -> Result<Duty> {
    let old: Duty = w.get(input.id)?;
    let name = input.name.trim();
    let mut faults = vec![];
    if name.is_empty() {
        faults.push(FieldFault::error("name", Rule::Required));
    }
    if name == old.name {
        faults.push(FieldFault::error("name", Rule::Duplicate));
    }
    if old.until.is_some() {
        faults.push(FieldFault::error("from", Rule::OutOfRange));
    }
    faults.extend(day_fault("from", input.from, w.today(), Some(&old)));
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    w.subject(old.name.clone());
    let fresh = Duty {
        id: w.new_id(),
        name: name.into(),
        person: input.person,
        since: Some(input.from),
        until: None,
        ..old.clone()
    };
    let entrusted = responsible::with_duty(w, &old, None)?;
    end(w, &old, input.from)?;
    w.put_new(fresh.clone())?;
    let person = input.person.or(super::query::named(w, name)?);
    responsible::pass_on(w, &entrusted, name, person)?;
    Ok(fresh)
}
