//! Which due days another calendar moves.

use super::office::Calendars;
use crate::approval::running::{Running, running};
use crate::error::Result;
use crate::id::ProjectId;
use crate::store::Reader;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An approval whose due day another calendar moves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Moved {
    pub project: ProjectId,
    pub project_name: String,
    pub item: String,
    pub item_name: String,
    pub item_name_en: String,
    pub holder: Option<String>,
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// The day stands on a signed sheet: it stays as it is.
    pub printed: bool,
}

/// The running approvals that fall due on another day under `after`, by the day they fell due on.
pub fn moved(r: &Reader, before: &Calendars, after: &Calendars) -> Result<Vec<Moved>> {
    let mut found = vec![];
    for Running { project, project_name, item, approval, standing, limit } in running(r)? {
        let holder = approval.holder.clone();
        let due = |calendars: &Calendars| limit.due(calendars.of_unit(holder.as_deref()), &standing).on;
        let (Some(from), Some(to)) = (due(before), due(after)) else { continue };
        let printed = crate::approval::query::printed(&approval, &standing);
        if from == to || printed == Some(to) {
            continue;
        }
        found.push(Moved {
            project,
            project_name,
            item: item.code.clone(),
            item_name: item.name.clone(),
            item_name_en: item.name_en.clone(),
            holder,
            from: printed.unwrap_or(from),
            to,
            printed: printed.is_some(),
        });
    }
    found.sort_by(|a, b| (a.from, &a.project_name, &a.item).cmp(&(b.from, &b.project_name, &b.item)));
    Ok(found)
}
