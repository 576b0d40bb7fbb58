//! Writing progress: one record a project, period and basis.

use super::{Basis, Progress};
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{ProgressId, ProjectId};
use crate::project::Project;
use crate::store::patch::Patch;
use crate::store::{Reader, Writer};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The reports of a project, newest period first.
pub fn of_project(r: &Reader, project: ProjectId) -> Result<Vec<Progress>> {
    r.all("where project = ? order by period desc, basis, id", [project.to_string()])
}

/// The newest report of a project on one basis.
pub fn latest(r: &Reader, project: ProjectId, basis: Basis) -> Result<Option<Progress>> {
    r.first(
        "where project = ? and basis = ? order by period desc, id desc",
        [project.to_string().as_str(), basis.code()],
    )
}

/// Saves the report of one period; without a period, the newest one, or this month's where there is none.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveProgress {
    pub project: ProjectId,
    /// `YYYY-MM`
    pub period: Option<String>,
    pub basis: Basis,
    pub set: Patch,
}

pub fn save(w: &mut Writer, input: SaveProgress) -> Result<Progress> {
    let project: Project = w.get(input.project)?;
    let period = match input.period {
        Some(period) => period,
        None => match latest(w, input.project, input.basis)? {
            Some(last) => last.period,
            None => w.today().format("%Y-%m").to_string(),
        },
    };
    if !is_period(&period) {
        return Err(Error::invalid("period", Rule::NoSuchMonth));
    }
    let old = at(w, input.project, &period, input.basis)?;
    let old = old.unwrap_or_else(|| blank(w.new_id(), project.office, input.project, period, input.basis));
    let saved: Progress = input.set.apply(&old)?;
    let faults: Vec<_> = check(&saved).into_iter().filter(|f| !f.warning).collect();
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    w.subject(project.name);
    w.put(&saved)?;
    Ok(saved)
}

/// The report of exactly this period and basis.
pub fn at(r: &Reader, project: ProjectId, period: &str, basis: Basis) -> Result<Option<Progress>> {
    r.first(
        "where project = ? and basis = ? and period = ? order by id",
        [project.to_string().as_str(), basis.code(), period],
    )
}

#[must_use]
pub fn blank(
    id: ProgressId,
    office: crate::id::OfficeId,
    project: ProjectId,
    period: String,
    basis: Basis,
) -> Progress {
    Progress {
        id,
        office,
        project,
        period,
        basis,
        as_of: None,
        done_total: None,
        done_about: false,
        done_year: None,
        done_month: None,
        done_prior: None,
        image: None,
        issue: None,
        next_step: None,
    }
}

/// What is wrong with a report by itself. This month's figure may be negative: corrections are booked so.
#[must_use]
pub fn check(p: &Progress) -> Vec<FieldFault> {
    let figures = [("done_total", p.done_total), ("done_year", p.done_year), ("done_prior", p.done_prior)];
    let negative = figures.into_iter().filter(|(_, v)| v.is_some_and(|v| v < 0));
    negative.map(|(field, _)| FieldFault::error(field, Rule::Negative)).collect()
}

fn is_period(text: &str) -> bool {
    text.len() == 7 && chrono::NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d").is_ok()
}
