//! Which due days another calendar moves, and which forecasts.

use super::office::Calendars;
use crate::approval::hand::counts_by;
use crate::approval::query::{Checklist, Rules, checklist_of, recorded};
use crate::approval::running::{Running, running};
use crate::approval::trial::Shift;
use crate::error::Result;
use crate::id::ProjectId;
use crate::project::{Project, Stage};
use crate::store::Reader;
use crate::store::record::cell;
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
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
    let (mut found, units) = (vec![], r.answering()?);
    for one in running(r)? {
        let Running { project, project_name, item, approval, standing, limit } = one;
        let unit = counts_by(item, &approval, units);
        let due = |calendars: &Calendars| limit.due(calendars.of_unit(Some(&unit)), &standing).on;
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
            holder: Some(unit),
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
/// was. A list is made once under each calendar, and under `after` only where a day is another that its forecast counts.
pub fn moved_starts(r: &Reader, before: &Calendars, after: &Calendars) -> Result<Vec<MovedStart>> {
    let (templates, units, today) = (r.templates()?, r.answering()?, r.today());
    let turned = turned(r, before, after)?;
    if turned.is_empty() {
        return Ok(vec![]);
    }
    let known: Vec<ProjectId> = {
        let mut find = r.db().prepare_cached("select distinct project from approval_step")?;
        find.query_map([], |row| cell(row, 0))?.collect::<rusqlite::Result<_>>()?
    };
    let mut found = vec![];
    for id in known {
        // Steps of a project that is not there yet wait for it.
        let Some(project) = r.find::<Project>(id)? else { continue };
        if project.stage >= Stage::Started || project.started_actual.is_some() {
            continue;
        }
        let known = recorded(r, id)?;
        let under = |calendars| checklist_of(Rules { calendars, templates, units }, &project, known.clone(), today);
        let was = under(before);
        if !counts(&was, &turned, today) {
            continue;
        }
        let is = under(after);
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

/// A forecast counts from the first acceptance whose clock runs, else from today, to its last day: no other day moves it.
fn counts(list: &Checklist, turned: &Turned, today: NaiveDate) -> bool {
    let running = list.items.iter().filter(|item| !item.done && item.decided_on.is_none() && item.waived.is_none());
    let from = running.filter_map(|item| item.accepted_on).fold(today, NaiveDate::min);
    let Some(to) = list.permit_on.max(list.start_on) else { return false };
    to > turned.to || turned.days.range(from..=to.max(from)).next().is_some()
}

/// Days that are another under another calendar, of everybody or of a unit, as far as they were looked at.
struct Turned {
    days: BTreeSet<NaiveDate>,
    to: NaiveDate,
}

impl Turned {
    fn is_empty(&self) -> bool {
        self.days.is_empty()
    }
}

/// Years ahead within which days are compared; a forecast beyond is made again in any case.
const AHEAD: u32 = 20;

fn turned(r: &Reader, before: &Calendars, after: &Calendars) -> Result<Turned> {
    let mut find = r.db().prepare_cached("select min(happened_on) from approval_step")?;
    let first: Option<NaiveDate> = find.query_row([], |row| cell(row, 0))?;
    let today = r.today();
    let to = today.checked_add_months(Months::new(12 * AHEAD)).unwrap_or(NaiveDate::MAX);
    let from = first.map_or(today, |first| first.min(today));
    Ok(Turned {
        days: from.iter_days().take_while(|day| *day <= to).filter(|day| before.differ(after, *day)).collect(),
        to,
    })
}
