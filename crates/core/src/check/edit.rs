//! 放行: letting contradictions pass with a reason, and taking that back.

use super::{Check, CheckPass, query};
use crate::error::{Error, Result, Rule};
use crate::id::{CheckPassId, ProjectId};
use crate::project::Project;
use crate::store::Writer;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One contradiction as the page showed it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PassOne {
    pub project: ProjectId,
    pub check: Check,
    pub period: Option<String>,
    pub seen: String,
}

/// Lets some of them pass for one reason.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PassChecks {
    /// The month the page was asked for; absent: the newest there is.
    pub period: Option<String>,
    pub items: Vec<PassOne>,
    pub reason: String,
}

/// Writes a pass for each; refused where the values are no longer what was shown.
pub fn pass(w: &mut Writer, input: PassChecks) -> Result<i64> {
    let reason = input.reason.trim().to_string();
    if reason.is_empty() {
        return Err(Error::invalid("reason", Rule::Required));
    }
    let open = query::open(w, input.period.as_deref())?;
    for item in &input.items {
        let key = (item.project, item.check, item.period.clone());
        if !open.contains(&(key, item.seen.clone())) {
            return Err(Error::Stale);
        }
        let project: Project = w.get(item.project)?;
        w.subject(project.name.clone());
        w.put_new(CheckPass {
            id: w.new_id(),
            office: project.office,
            project: project.id,
            kind: item.check,
            period: item.period.clone(),
            seen: item.seen.clone(),
            reason: reason.clone(),
            passed_on: w.today(),
        })?;
    }
    Ok(i64::try_from(input.items.len()).unwrap_or(i64::MAX))
}

/// The contradiction stands open again.
pub fn recall(w: &mut Writer, id: CheckPassId) -> Result<bool> {
    let pass: CheckPass = w.get(id)?;
    w.subject(w.get::<Project>(pass.project)?.name);
    w.remove::<CheckPass>(id)
}
