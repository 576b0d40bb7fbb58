//! Writing what is known of a step, and what a project does not need.

use super::RouteKind;
use super::query::{RoutesOf, StepRoute, list};
use super::record::{RouteStep, route_step_id};
use crate::approval::responsible;
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::ProjectId;
use crate::project::Project;
use crate::store::Writer;
use crate::store::patch::Patch;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Named fields of a step; of a route as a whole only whether it is not needed, and why.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveRouteStep {
    pub project: ProjectId,
    pub route: RouteKind,
    /// Code of the step; absent for the route as a whole.
    #[serde(default)]
    pub step: Option<String>,
    pub set: Patch,
}

/// A step of a project's route, or the route as a whole.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RouteStepOf {
    pub project: ProjectId,
    pub route: RouteKind,
    #[serde(default)]
    pub step: Option<String>,
}

/// Saves what is known of a step; a step of which nothing is known any more leaves no record.
///
/// # Errors
/// `NotFound` for a step the route does not have, `Invalid` with every field that does not fit.
pub fn save(w: &mut Writer, input: SaveRouteStep) -> Result<Vec<StepRoute>> {
    let project: Project = w.get(input.project)?;
    let code = existing_step(input.route, input.step.as_deref())?;
    let id = route_step_id(project.id, input.route, code);
    let old = w.find(id)?.unwrap_or_else(|| blank(&project, input.route, code));
    let mut saved: RouteStep = responsible::settled(w, &old, input.set.apply(&old)?)?;
    let faults = faults(&saved, w.today());
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    if !saved.skipped {
        saved.reason = None;
    }
    w.subject(project.name.clone());
    if saved == blank(&project, input.route, code) {
        w.remove::<RouteStep>(id)?;
    } else {
        w.put(&saved)?;
    }
    if saved.happened_on.is_some() {
        // What is under way is needed after all.
        w.remove::<RouteStep>(route_step_id(project.id, input.route, None))?;
    }
    list(w, RoutesOf { project: project.id })
}

/// Forgets everything known of a step.
pub fn clear(w: &mut Writer, of: RouteStepOf) -> Result<Vec<StepRoute>> {
    let project: Project = w.get(of.project)?;
    let code = existing_step(of.route, of.step.as_deref())?;
    w.subject(project.name);
    w.remove::<RouteStep>(route_step_id(of.project, of.route, code))?;
    list(w, RoutesOf { project: of.project })
}

fn existing_step(route: RouteKind, step: Option<&str>) -> Result<Option<&str>> {
    match step {
        Some(code) if route.place(code).is_none() => Err(Error::not_found("route_step", code)),
        step => Ok(step),
    }
}

/// Nothing has happened tomorrow; what is not needed has its reason and no day; a whole route is only ever not needed.
fn faults(step: &RouteStep, today: NaiveDate) -> Vec<FieldFault> {
    let mut faults = vec![];
    let days = [("happened_on", step.happened_on.is_some()), ("expected_on", step.expected_on.is_some())];
    if step.step.is_none() {
        let of_steps = days
            .into_iter()
            .chain([("holder", step.holder.is_some()), ("responsible", step.responsible.is_some())])
            .filter(|(_, filled)| *filled);
        faults.extend(of_steps.map(|(field, _)| FieldFault::error(field, Rule::NotEditable)));
    } else if step.skipped {
        let filled = days.into_iter().filter(|(_, filled)| *filled);
        faults.extend(filled.map(|(field, _)| FieldFault::error(field, Rule::SkippedHappened)));
    }
    if step.happened_on.is_some_and(|on| on > today) {
        faults.push(FieldFault::error("happened_on", Rule::ActualInFuture));
    }
    if step.skipped && step.reason.is_none() {
        faults.push(FieldFault::error("reason", Rule::Required));
    }
    faults
}

fn blank(project: &Project, route: RouteKind, step: Option<&str>) -> RouteStep {
    RouteStep {
        id: route_step_id(project.id, route, step),
        office: project.office,
        project: project.id,
        route,
        step: step.map(str::to_string),
        happened_on: None,
        expected_on: None,
        holder: None,
        skipped: false,
        reason: None,
        note: None,
        responsible: None,
        responsible_person: None,
    }
}
