//! A project's routes: their steps, joined with what is recorded of them.

use super::record::RouteStep;
use super::stand::{RouteWarning, Way};
use super::{RouteKind, RouteState, RouteStepState, StepOfRoute};
use crate::approval::responsible::by_the_book;
use crate::count::number;
use crate::error::Result;
use crate::id::{PersonId, ProjectId};
use crate::project::Project;
use crate::store::Reader;
use crate::time::Day;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whose routes.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct RoutesOf {
    pub project: ProjectId,
}

/// One route of a project.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StepRoute {
    pub kind: RouteKind,
    /// The category of needs that goes this way, e.g. 用地.
    pub element: String,
    pub state: RouteState,
    /// Why it is not needed, where that was said of the whole.
    pub reason: Option<String>,
    /// Steps done, of those that are needed.
    pub done: i64,
    pub of: i64,
    /// Code of the first step that is neither done nor skipped; none for a route that is not needed.
    pub now: Option<String>,
    /// The newest day a step was reached, and the working days since.
    pub last_on: Option<NaiveDate>,
    pub since_last: Option<i64>,
    pub steps: Vec<ListedStep>,
}

/// One step of a project's route.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ListedStep {
    pub step: StepOfRoute,
    pub state: RouteStepState,
    /// Open though a later step is done.
    pub passed_over: bool,
    /// The last day it must last by law.
    pub ends_on: Option<NaiveDate>,
    /// The promised day of an open step, as exact as it was given, else the law's.
    pub due_on: Option<Day>,
    /// The law's day, nothing being promised.
    pub due_by_law: bool,
    /// Working days to the due day; negative when overdue.
    pub days_left: Option<i64>,
    pub warnings: Vec<RouteWarning>,
    /// The record behind it, if any.
    pub record: Option<RouteStep>,
}

pub fn list(r: &Reader, of: RoutesOf) -> Result<Vec<StepRoute>> {
    r.get::<Project>(of.project)?;
    let records: Vec<RouteStep> = r.all("where project = ? order by id", [of.project.to_string()])?;
    let records = records.into_iter().map(|step| by_the_book(r, step)).collect::<Result<Vec<_>>>()?;
    RouteKind::ALL.iter().map(|kind| route(r, *kind, &records)).collect()
}

/// Steps that somebody sees through and that are needed and not reached, of one project or of all, by project.
///
/// `name` is how he is written where a step knows only that.
pub(crate) fn ahead_of(
    r: &Reader,
    project: Option<ProjectId>,
    person: Option<PersonId>,
    name: &str,
) -> Result<Vec<RouteStep>> {
    const HIS: &str = "(responsible_person = ?1 or responsible_person is null and responsible = ?2)
        and step is not null and happened_on is null and not skipped
        and not exists (
          select 1 from route_step whole
          where whole.project = route_step.project and whole.route = route_step.route
            and whole.step is null and whole.skipped)
        order by project, route, id";
    let person = person.map(|person| person.to_string());
    match project {
        Some(project) => {
            r.all(&format!("where project = ?3 and {HIS}"), rusqlite::params![person, name, project.to_string()])
        }
        None => r.all(&format!("where {HIS}"), rusqlite::params![person, name]),
    }
}

fn route(r: &Reader, kind: RouteKind, records: &[RouteStep]) -> Result<StepRoute> {
    let of = |step: Option<&str>| records.iter().find(|row| row.route == kind && row.step.as_deref() == step);
    let whole = of(None).filter(|row| row.skipped);
    let way = Way {
        steps: kind.steps(),
        recorded: kind.steps().iter().map(|step| of(Some(&step.code))).collect(),
        off: whole.is_some(),
        calendars: r.calendars()?,
    };
    let (done, needed) = way.done();
    let last_on = way.last();
    Ok(StepRoute {
        kind,
        element: kind.element().into(),
        state: way.whole(),
        reason: whole.and_then(|row| row.reason.clone()),
        done: number(done),
        of: number(needed),
        now: way.now().filter(|_| !way.off).map(|at| way.steps[at].code.clone()),
        last_on,
        since_last: last_on.map(|on| way.calendars.everybody().working_between(on, r.today())),
        steps: (0..way.steps.len()).map(|at| listed(&way, at, r.today())).collect(),
    })
}

fn listed(way: &Way<'_>, at: usize, today: NaiveDate) -> ListedStep {
    let due = way.due(at).filter(|_| !way.off);
    let promised = way.recorded[at].and_then(|row| row.expected_on);
    ListedStep {
        step: way.steps[at].clone(),
        state: way.state(at),
        passed_over: way.passed_over(at),
        ends_on: way.ends(at),
        due_on: due.map(|due| if due.by_law { Day::exact(due.on) } else { promised.unwrap_or(Day::exact(due.on)) }),
        due_by_law: due.is_some_and(|due| due.by_law),
        days_left: due.and_then(|_| way.days_left(at, today)),
        warnings: way.warnings(at),
        record: way.recorded[at].cloned(),
    }
}
