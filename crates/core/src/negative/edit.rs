//! Writing the negative list.

use super::{NegativeEntry, NegativeMeasure};
use crate::api::One;
use crate::check::{Check, CheckPass, negative};
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::NegativeEntryId;
use crate::industry;
use crate::people::edit::Save;
use crate::project::Project;
use crate::store::Writer;

/// # Errors
/// `Invalid` for an entry without a name, for one that names neither an industry nor a word, for a code of no industry, and for one
/// that ends before it begins.
pub fn save(w: &mut Writer, input: Save<NegativeEntryId>) -> Result<NegativeEntry> {
    let office = w.office()?;
    let old = match input.id {
        Some(id) => w.get(id)?,
        None => NegativeEntry {
            id: w.new_id(),
            office,
            name: String::new(),
            content: None,
            industry: None,
            words: None,
            measure: NegativeMeasure::Prohibited,
            legal_basis: None,
            since: None,
            until: None,
            position: Some(w.number("select coalesce(max(position), 0) + 1 from negative_entry", [])?),
            note: None,
        },
    };
    let saved: NegativeEntry = input.set.apply(&old)?;
    let faults = faults(&saved);
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    w.subject(saved.name.clone());
    w.put(&saved)?;
    Ok(saved)
}

/// Writes down why a project that the list touches is registered all the same: it is let pass, each entry with that reason.
///
/// # Errors
/// `Invalid` where something touches it and no reason is given.
pub fn allow(w: &mut Writer, project: &Project, reason: Option<&str>) -> Result<()> {
    let hits = super::query::of(w, project)?;
    let reason = crate::text::said(reason);
    for hit in &hits {
        let Some(reason) = reason else { return Err(Error::invalid("negative_reason", Rule::Required)) };
        w.put_new(CheckPass {
            id: w.new_id(),
            office: project.office,
            project: project.id,
            kind: Check::Negative,
            period: None,
            seen: negative(hit).seen(),
            reason: reason.into(),
            passed_on: w.today(),
        })?;
    }
    Ok(())
}

fn faults(entry: &NegativeEntry) -> Vec<FieldFault> {
    let mut faults = vec![];
    if entry.name.trim().is_empty() {
        faults.push(FieldFault::error("name", Rule::Required));
    }
    let codes: Vec<&str> = NegativeEntry::parts(entry.industry.as_deref()).collect();
    if codes.is_empty() && NegativeEntry::parts(entry.words.as_deref()).next().is_none() {
        faults.push(FieldFault::error("words", Rule::Required));
    }
    let unknown = codes.into_iter().filter(|code| !industry::is_code(code));
    faults.extend(unknown.map(|code| FieldFault::error("industry", Rule::UnknownIndustry).with("text", code)));
    if entry.since.zip(entry.until).is_some_and(|(since, until)| until < since) {
        faults.push(FieldFault::error("until", Rule::FinishBeforeStart));
    }
    faults
}

pub fn remove(w: &mut Writer, one: One<NegativeEntryId>) -> Result<bool> {
    w.subject(w.get::<NegativeEntry>(one.id)?.name);
    w.remove::<NegativeEntry>(one.id)
}
