//! Which due days another calendar moves, and which forecasts.

use super::office::Calendars;
use crate::approval::query::{Rules, checklist_of, recorded};
use crate::approval::running::{Running, running};
use crate::approval::trial::Shift;
use crate::error::Result;
use crate::id::ProjectId;
use crate::project::{Project, Stage};
use crate::store::Reader;
use crate::store::record::cell;
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

/// A project whose forecast another calendar moves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MovedStart {
    pub project: ProjectId,
    pub project_name: String,
    /// 施工许可证, while it is ahead.
    pub permit: Shift,
    /// The earliest lawful start of construction.
    pub start: Shift,
}

/// The projects not yet begun of whose approvals something is recorded and whose forecast is another under `after`, by the day it
/// was.
pub fn moved_starts(r: &Reader, before: &Calendars, after: &Calendars) -> Result<Vec<MovedStart>> {
    let templates = r.templates()?;
    let known: Vec<ProjectId> = {
        let mut find = r.db().prepare_cached("select distinct project from approval_step")?;
        find.query_map([], |row| cell(row, 0))?.collect::<rusqlite::Result<_>>()?
    };
    let mut found = vec![];
    for id in known {
        let project: Project = r.get(id)?;
        if project.stage >= Stage::Started || project.started_actual.is_some() {
            continue;
        }
        let known = recorded(r, id)?;
        let under = |calendars| checklist_of(Rules { calendars, templates }, &project, known.clone(), r.today());
        let (was, is) = (under(before), under(after));
        let calendar = after.everybody();
        let permit = Shift::of(calendar, was.permit_on, is.permit_on);
        let start = Shift::of(calendar, was.start_on, is.start_on);
        if permit.moves() || start.moves() {
            found.push(MovedStart { project: id, project_name: project.name, permit, start });
        }
    }
    found.sort_by(|a, b| (a.start.from, &a.project_name).cmp(&(b.start.from, &b.project_name)));
    Ok(found)
}
