//! The papers of a project's approval: what the template lists, and what is there.

use super::edit;
use super::query::Checklist;
use super::template::Material;
use crate::error::{Error, Result, Rule};
use crate::id::{ApprovalId, ApprovalMaterialId, ProjectId};
use crate::project::Project;
use crate::record;
use crate::store::Writer;
use crate::store::patch::Patch;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

record! {
    /// A paper of one approval of a project. Identity derives from the approval and the paper's name.
    pub struct ApprovalMaterial(ApprovalMaterialId) in "approval_material", Work, of "project" {
        approval: ApprovalId,
        project: ProjectId,
        name: String,
        ready_on: Option<NaiveDate>,
        handed_on: Option<NaiveDate>,
        not_needed: bool,
        note: Option<String>,
    }
}

/// A paper and what is known of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MaterialHeld {
    pub name: String,
    /// May come after acceptance (可容缺).
    pub may_lack: bool,
    /// Stands in the template; others were added for this project.
    pub listed: bool,
    pub known: Option<ApprovalMaterial>,
}

/// Named fields of one paper; a name the template does not list adds it for this project.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveMaterial {
    pub project: ProjectId,
    pub item: String,
    pub name: String,
    pub set: Patch,
}

const LONGEST_NAME: usize = 200;

/// # Errors
/// `Invalid` for a paper without a name and for a day to come.
pub fn save(w: &mut Writer, input: &SaveMaterial) -> Result<Checklist> {
    let name = input.name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err(Error::invalid("name", if name.is_empty() { Rule::Required } else { Rule::TooLong }));
    }
    let project: Project = w.get(input.project)?;
    let approval = edit::existing(w, &project, &input.item)?;
    let id = ApprovalMaterialId(crate::id::derived(&["approval_material", &approval.id.to_string(), name]));
    let blank = ApprovalMaterial {
        id,
        office: project.office,
        approval: approval.id,
        project: project.id,
        name: name.into(),
        ready_on: None,
        handed_on: None,
        not_needed: false,
        note: None,
    };
    let known: Option<ApprovalMaterial> = w.find(id)?;
    let saved: ApprovalMaterial = input.set.apply(&known.unwrap_or(blank))?;
    for (field, day) in [("ready_on", saved.ready_on), ("handed_on", saved.handed_on)] {
        if day.is_some_and(|day| day > w.today()) {
            return Err(Error::invalid(field, Rule::ActualInFuture));
        }
    }
    w.subject(project.name.clone());
    w.put(&approval)?;
    w.put(&saved)?;
    super::query::checklist(w, input.project)
}

pub fn remove(w: &mut Writer, id: ApprovalMaterialId) -> Result<Checklist> {
    let paper: ApprovalMaterial = w.get(id)?;
    w.subject(w.get::<Project>(paper.project)?.name);
    w.remove::<ApprovalMaterial>(id)?;
    super::query::checklist(w, paper.project)
}

/// The papers of an approval: those of the template that are still asked for, then those added for the project.
pub(super) fn held(listed: &[Material], known: Vec<ApprovalMaterial>) -> Vec<MaterialHeld> {
    let (mut held, mut rest) = (vec![], known);
    for paper in listed.iter().filter(|paper| !paper.cut) {
        let at = rest.iter().position(|known| known.name == paper.name);
        let known = at.map(|at| rest.remove(at));
        held.push(MaterialHeld { name: paper.name.clone(), may_lack: paper.may_lack, listed: true, known });
    }
    let added = |known: ApprovalMaterial| MaterialHeld {
        name: known.name.clone(),
        may_lack: false,
        listed: false,
        known: Some(known),
    };
    held.extend(rest.into_iter().map(added));
    held
}
