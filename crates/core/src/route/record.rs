//! What is recorded of a project's step routes. A step becomes a record when something is known of it.

use super::RouteKind;
use crate::id::{PersonId, ProjectId, RouteStepId};
use crate::record;
use crate::time::Day;

record! {
    /// One step of one route of one project. Identity derives from the three, so that two desks touch one record.
    pub struct RouteStep(RouteStepId) in "route_step", Work, of "project" {
        project: ProjectId,
        route: RouteKind,
        /// Code of the step in `routes.csv`, e.g. `notice`; absent where it is said of the route as a whole that the project
        /// does not need it.
        step: Option<String>,
        /// The day it was reached.
        happened_on: Option<chrono::NaiveDate>,
        /// The day it was promised or planned for.
        expected_on: Option<Day>,
        /// With whom it lies, by name.
        holder: Option<String>,
        /// 不涉及; out of every count.
        skipped: bool,
        /// Why it is not needed.
        reason: Option<String>,
        note: Option<String>,
        /// 专人: who of the office sees it through, by name, and of the register if the name stands there.
        responsible: Option<String>,
        responsible_person: Option<PersonId>,
    }
}

/// The identity of a step, the same on every desk.
#[must_use]
pub fn route_step_id(project: ProjectId, route: RouteKind, step: Option<&str>) -> RouteStepId {
    RouteStepId(crate::id::derived(&["route_step", &project.to_string(), route.code(), step.unwrap_or_default()]))
}
