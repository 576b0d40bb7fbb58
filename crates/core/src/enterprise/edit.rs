//! Writing enterprises.

use super::Enterprise;
use crate::error::{Error, Result, Rule};
use crate::id::EnterpriseId;
use crate::people::edit::Save;
use crate::store::Writer;

pub fn save(w: &mut Writer, input: Save<EnterpriseId>) -> Result<Enterprise> {
    let office = w.office()?;
    let old = match input.id {
        Some(id) => w.get(id)?,
        None => Enterprise { id: w.new_id(), office, name: String::new(), uscc: None, region: None, note: None },
    };
    let mut saved: Enterprise = input.set.apply(&old)?;
    if saved.name.trim().is_empty() {
        return Err(Error::invalid("name", Rule::Required));
    }
    if let Some(code) = &saved.uscc {
        let code = crate::code::credit::normalise(code);
        let faults: Vec<_> = crate::code::credit::check(&code).into_iter().filter(|f| !f.warning).collect();
        if !faults.is_empty() {
            return Err(Error::Invalid(
                faults.into_iter().map(|f| crate::error::FieldFault { field: "uscc".into(), ..f }).collect(),
            ));
        }
        saved.uscc = Some(code);
    }
    w.subject(saved.name.clone());
    w.put(&saved)?;
    Ok(saved)
}
