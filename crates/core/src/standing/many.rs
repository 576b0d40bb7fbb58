//! One change of standing for many projects: sites that stop for the winter together and go on in spring (practice C31).

use super::Standing;
use super::edit::{NewStanding, apply, faults, tidy};
use crate::count::number;
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::ProjectId;
use crate::project::Project;
use crate::store::Writer;
use crate::time::Day;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What happened to all of them on one day. A new name, a merger and a split are of one project and not said here.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ManyStandings {
    pub projects: Vec<ProjectId>,
    pub standing: Standing,
    /// Today, where absent.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub happened_on: Option<NaiveDate>,
    /// 预计恢复
    #[serde(default)]
    pub expected_until: Option<Day>,
    #[serde(default)]
    pub reason: Option<String>,
    #[serde(default)]
    pub document: Option<String>,
    /// Those it cannot be said of are left as they are; else one of them stops all.
    #[serde(default)]
    pub leave_out: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangedStandings {
    pub changed: i64,
    /// Names of those that were left as they are.
    pub left_out: Vec<String>,
}

/// # Errors
/// `Invalid` with what is wrong with the change, and for each project whose state or last change does not allow it a fault with its
/// `name` and `project` (unless `leave_out`); `projects` `Required` where nobody is left.
pub fn save(w: &mut Writer, input: ManyStandings) -> Result<ChangedStandings> {
    if matches!(input.standing, Standing::Renamed | Standing::Merged | Standing::Split) {
        return Err(Error::invalid("standing", Rule::StandingNotAllowed));
    }
    let (mut fit, mut left_out, mut found) = (vec![], vec![], vec![]);
    for id in &input.projects {
        let project: Project = w.get(*id)?;
        let one = tidy(input.of(*id));
        let (own, common): (Vec<FieldFault>, Vec<FieldFault>) =
            faults(w, &project, &one)?.into_iter().partition(|fault| is_of_project(fault.rule));
        for fault in common {
            if !found.contains(&fault) {
                found.push(fault);
            }
        }
        if own.is_empty() {
            fit.push((project, one));
        } else if input.leave_out {
            left_out.push(project.name);
        } else {
            found.extend(own.into_iter().map(|fault| fault.with("name", &project.name).with("project", project.id)));
        }
    }
    if !found.is_empty() {
        return Err(Error::Invalid(found));
    }
    let Some((first, _)) = fit.first() else { return Err(Error::invalid("projects", Rule::Required)) };
    w.subject(if fit.len() == 1 { first.name.clone() } else { fit.len().to_string() });
    let changed = number(fit.len());
    for (project, one) in fit {
        apply(w, project, &one)?;
    }
    Ok(ChangedStandings { changed, left_out })
}

fn is_of_project(rule: Rule) -> bool {
    matches!(rule, Rule::StandingNotAllowed | Rule::BeforeLastChange)
}

impl ManyStandings {
    fn of(&self, project: ProjectId) -> NewStanding {
        NewStanding {
            project,
            standing: self.standing,
            happened_on: self.happened_on,
            expected_until: self.expected_until,
            reason: self.reason.clone(),
            document: self.document.clone(),
            other: None,
            name: None,
            parts: vec![],
            basis: None,
        }
    }
}
