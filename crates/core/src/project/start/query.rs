//! Reading a project's starts and what they make of it this year.

use super::{Opened, ProjectStart, StartDecision, StartKind, opened};
use crate::error::Result;
use crate::id::ProjectId;
use crate::project::{Project, ProjectState};
use crate::store::Reader;
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// 开工认定 of a project.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StartFile {
    /// Newest first.
    pub starts: Vec<ProjectStart>,
    pub year: i32,
    /// Whether it counts as 开复工 of this year.
    pub opened: Option<Opened>,
    /// 待复工: stopped, or begun in an earlier year and not yet taken up in this one.
    pub resume_due: bool,
    /// What would be declared next.
    pub next: StartKind,
}

/// The starts of a project, oldest first.
pub fn starts(r: &Reader, project: ProjectId) -> Result<Vec<ProjectStart>> {
    r.all("where project = ? order by happened_on, id", [project.to_string()])
}

pub fn file(r: &Reader, id: ProjectId) -> Result<StartFile> {
    of(r, &r.get(id)?)
}

pub fn of(r: &Reader, project: &Project) -> Result<StartFile> {
    let mut starts = starts(r, project.id)?;
    let (today, year) = (r.today(), r.today().year());
    let opened = opened(&starts, project.started_actual, year, today);
    let stopped = matches!(project.standing, ProjectState::WinterStop | ProjectState::Suspended);
    let resume_due = (stopped && begun(project, &starts)) || (opened.is_none() && begun_before(project, &starts, year));
    let next = if first_awaited(project, &starts, year) { StartKind::New } else { StartKind::Resume };
    starts.reverse();
    Ok(StartFile { starts, year, opened, resume_due, next })
}

/// Whether work on the site ever began, by a start, by the ledger's date or by its stage.
#[must_use]
pub fn begun(project: &Project, starts: &[ProjectStart]) -> bool {
    use crate::project::Stage::{Building, Started};
    project.started_actual.is_some()
        || project.carried == Some(crate::project::Carried::Continued)
        || matches!(project.stage, Started | Building)
        || starts.iter().any(|s| s.kind == StartKind::New && s.decision == StartDecision::Recognised)
}

/// Begun in an earlier year and still being built: a site of which 复工 is awaited.
fn begun_before(project: &Project, starts: &[ProjectStart], year: i32) -> bool {
    use crate::project::Stage::{Building, Started};
    let earlier = project.started_actual.is_some_and(|day| day.on.year() < year)
        || starts.iter().any(|s| s.decision == StartDecision::Recognised && s.happened_on.year() < year);
    earlier && project.standing == ProjectState::Active && matches!(project.stage, Started | Building)
}

/// Whether the first start is still to be recognised: none stands, and the ledger knows of none before this year.
#[must_use]
pub fn first_awaited(project: &Project, starts: &[ProjectStart], year: i32) -> bool {
    let stands = |s: &ProjectStart| s.kind == StartKind::New && s.decision != StartDecision::Rejected;
    let earlier = project.started_actual.is_some_and(|day| day.on.year() < year);
    let stopped = matches!(project.standing, ProjectState::WinterStop | ProjectState::Suspended);
    !starts.iter().any(stands) && !earlier && !stopped && project.carried != Some(crate::project::Carried::Continued)
}
