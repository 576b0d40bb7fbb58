//! Writing progress: one record a project, period and basis.

use super::{Basis, Progress};
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{ProgressId, ProjectId};
use crate::project::Project;
use crate::project::check::LARGEST_MONEY;
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
    /// Needed where the period is closed.
    #[serde(default)]
    #[ts(optional)]
    pub correction: Option<crate::round::closed::CorrectionReason>,
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
    is_reported(input.basis, &period)?;
    let old = at(w, input.project, &period, input.basis)?;
    let old = match old {
        Some(old) => old,
        None => following(w.new_id(), w, &project, period, input.basis)?,
    };
    let saved: Progress = input.set.apply(&old)?;
    let faults: Vec<_> = check(&saved).into_iter().filter(|f| !f.warning).collect();
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    crate::round::closed::allow(w, input.correction)?;
    w.subject(project.name);
    w.put(&saved)?;
    Ok(saved)
}

/// Whether figures of a basis can be of a month: those of statistics for January come with February's.
///
/// # Errors
/// `Invalid` at `period` with `NoSuchMonth` or `JanuaryWithFebruary`.
pub fn is_reported(basis: Basis, period: &str) -> Result<()> {
    match () {
        () if !is_period(period) => Err(Error::invalid("period", Rule::NoSuchMonth)),
        () if basis == Basis::Statistics && period.ends_with("-01") => {
            Err(Error::invalid("period", Rule::JanuaryWithFebruary))
        }
        () => Ok(()),
    }
}

/// The report of exactly this period and basis.
pub fn at(r: &Reader, project: ProjectId, period: &str, basis: Basis) -> Result<Option<Progress>> {
    r.first(
        "where project = ? and basis = ? and period = ? order by id",
        [project.to_string().as_str(), basis.code(), period],
    )
}

/// The report of a period that has none yet: words and the cumulative figure go on from the last one (沿用上月).
pub fn following(id: ProgressId, r: &Reader, project: &Project, period: String, basis: Basis) -> Result<Progress> {
    let last: Option<Progress> = r.first(
        "where project = ? and basis = ? and period < ? order by period desc, id desc",
        [project.id.to_string().as_str(), basis.code(), &period],
    )?;
    let mut fresh = blank(id, project.office, project.id, period, basis);
    if let Some(last) = last {
        fresh.carry_on(&last);
    }
    Ok(fresh)
}

impl Progress {
    /// The day it is as of: its own, else the last day of its month, not after `today`.
    #[must_use]
    pub fn day(&self, today: chrono::NaiveDate) -> Option<chrono::NaiveDate> {
        let month = || {
            let (year, month) = self.period.split_once('-')?;
            crate::time::Day::month(year.parse().ok()?, month.parse().ok()?, false)
        };
        self.as_of.or_else(|| month().map(|day| day.on.min(today)))
    }

    /// Takes over what stays true of an earlier report until somebody says otherwise.
    pub fn carry_on(&mut self, earlier: &Progress) {
        self.image.clone_from(&earlier.image);
        self.issue.clone_from(&earlier.issue);
        self.next_step.clone_from(&earlier.next_step);
        (self.done_total, self.done_about) = (earlier.done_total, earlier.done_about);
        if self.period.get(..4) == earlier.period.get(..4) {
            (self.done_year, self.done_prior) = (earlier.done_year, earlier.done_prior);
        }
    }
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
    let figures = [
        ("done_total", p.done_total),
        ("done_year", p.done_year),
        ("done_prior", p.done_prior),
        ("done_month", p.done_month.map(i64::abs)),
    ];
    let mut faults = vec![];
    for (field, value) in figures {
        match value {
            Some(value) if value < 0 => faults.push(FieldFault::error(field, Rule::Negative)),
            Some(value) if value > LARGEST_MONEY => faults.push(FieldFault::error(field, Rule::TooLarge)),
            _ => {}
        }
    }
    if !is_period(&p.period) {
        faults.push(FieldFault::error("period", Rule::NoSuchMonth));
    }
    faults
}

/// Whether a text is a month, `YYYY-MM`.
#[must_use]
pub fn is_period(text: &str) -> bool {
    text.len() == 7 && chrono::NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d").is_ok()
}
