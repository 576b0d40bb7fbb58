//! Approvals on their clock, over the whole desk.

use super::clock::{self, Due, Limit};
use super::query::limits;
use super::record::{Approval, ApprovalStep};
use super::state::{self, Standing, Step};
use super::template::{Item, ItemKind, Side};
use crate::calendar::Calendar;
use crate::error::Result;
use crate::id::{ApprovalId, ProjectId};
use crate::store::Reader;
use chrono::NaiveDate;
use rusqlite::OptionalExtension;
use std::collections::HashMap;

/// The limit that binds an approval: the promise if there is one, else the law's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Binding {
    pub limit: Limit,
    pub side: Side,
}

impl Binding {
    #[must_use]
    pub fn of(item: &Item, approval: Option<&Approval>) -> Option<Self> {
        let (statutory, promised) = limits(item, approval);
        promised.or(statutory).map(|(limit, side)| Self { limit, side })
    }

    /// Due day of what stands so; no day where nothing was accepted or a stop is open.
    #[must_use]
    pub fn due(&self, calendar: &Calendar, standing: &Standing) -> Due {
        let Some(accepted) = standing.accepted else { return Due { on: None, provisional: false, days: vec![] } };
        clock::due(calendar, accepted, self.limit, standing.extension_days, &standing.stops)
    }

    /// The due day alone.
    #[must_use]
    pub fn due_day(&self, calendar: &Calendar, standing: &Standing) -> Option<NaiveDate> {
        let plain = standing.stops.is_empty() && standing.extension_days == 0;
        match standing.accepted.filter(|_| plain) {
            Some(accepted) => Some(clock::due_on(calendar, accepted, self.limit)),
            None => self.due(calendar, standing).on,
        }
    }
}

/// An approval whose clock runs.
pub struct Running<'r> {
    pub project: ProjectId,
    pub project_name: String,
    pub item: &'r Item,
    pub approval: Approval,
    pub standing: Standing,
    pub limit: Binding,
}

/// An approval, its steps in order, and where they leave it.
pub struct Folded<'r> {
    pub item: &'r Item,
    pub approval: Approval,
    pub standing: Standing,
    pub steps: Vec<ApprovalStep>,
}

/// Where the steps of one approval leave it; as new where it has none.
pub(super) fn standing(r: &Reader, approval: ApprovalId, kind: ItemKind) -> Result<Standing> {
    Ok(state::fold(kind, &steps_of(r, approval)?))
}

/// The steps of one approval, in order.
pub(super) fn steps_of(r: &Reader, approval: ApprovalId) -> Result<Vec<Step>> {
    Ok(recorded_of(r, approval)?.iter().map(super::query::step).collect())
}

/// The steps of one approval as they were recorded, in order.
pub(super) fn recorded_of(r: &Reader, approval: ApprovalId) -> Result<Vec<ApprovalStep>> {
    r.all("where approval = ? order by happened_on, typed_ms, origin, id", [approval.to_string()])
}

/// Every approval of the desk that has steps and is needed.
pub fn folded<'r>(r: &'r Reader) -> Result<Vec<Folded<'r>>> {
    let templates = r.templates()?;
    let mut all: HashMap<ApprovalId, Vec<ApprovalStep>> = HashMap::new();
    for step in r.all::<ApprovalStep>("order by happened_on, typed_ms, origin, id", [])? {
        all.entry(step.approval).or_default().push(step);
    }
    let mut found = vec![];
    for approval in r.all::<Approval>("where waived is null order by project, item", [])? {
        let Some(item) = templates.item_of(approval.project, &approval.item) else { continue };
        let Some(steps) = all.remove(&approval.id) else { continue };
        let standing = state::fold(item.kind, &steps.iter().map(super::query::step).collect::<Vec<_>>());
        found.push(Folded { item, approval, standing, steps });
    }
    Ok(found)
}

/// Every approval that was accepted and not decided, whose clock does not stand still.
pub fn running<'r>(r: &'r Reader) -> Result<Vec<Running<'r>>> {
    let mut name = r.db().prepare_cached("select name from project where id = ?")?;
    let mut found = vec![];
    for Folded { item, approval, standing, .. } in folded(r)? {
        let Some(limit) = Binding::of(item, Some(&approval)).filter(|_| standing.clock_runs()) else { continue };
        let project = approval.project;
        // Its project may not be there yet.
        let Some(project_name) = name.query_row([project.to_string()], |row| row.get(0)).optional()? else { continue };
        found.push(Running { project, project_name, item, approval, standing, limit });
    }
    Ok(found)
}
