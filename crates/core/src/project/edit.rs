//! Writing projects.

use super::{Project, check};
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{EnterpriseId, OfficeId, ProjectId};
use crate::negative::NegativeHit;
use crate::store::patch::Patch;
use crate::store::{Reader, Writer};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A project's changed fields, and its enterprise by name where it is typed rather than picked.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct ProjectDraft {
    /// Absent for a new project.
    pub id: Option<ProjectId>,
    pub set: Patch,
    /// Name of the enterprise; it is found, or made.
    #[ts(optional)]
    pub enterprise_name: Option<String>,
    /// Credit code of that enterprise.
    #[ts(optional)]
    pub enterprise_uscc: Option<String>,
    /// Why a new project is registered though the office's negative list touches it.
    #[serde(default)]
    #[ts(optional)]
    pub negative_reason: Option<String>,
}

/// The saved project with the warnings it carries.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Saved {
    pub project: Project,
    pub warnings: Vec<FieldFault>,
}

/// What saving would say, without saving.
pub fn check(r: &Reader, draft: ProjectDraft) -> Result<Vec<FieldFault>> {
    let old = match draft.id {
        Some(id) => r.get(id)?,
        None => blank(ProjectId(uuid::Uuid::nil()), r.office()?),
    };
    match draft.set.apply::<Project>(&old) {
        Ok(project) => Ok(check::check(&tidy(project), r.today())),
        Err(Error::Invalid(faults)) => Ok(faults),
        Err(other) => Err(other),
    }
}

/// What of the negative list touches a draft, without saving it.
pub fn negative(r: &Reader, draft: ProjectDraft) -> Result<Vec<NegativeHit>> {
    let old = match draft.id {
        Some(id) => r.get(id)?,
        None => blank(ProjectId(uuid::Uuid::nil()), r.office()?),
    };
    crate::negative::query::of(r, &draft.set.apply(&old)?)
}

/// A project that gets another name keeps the old one among its 又名, by which files of others still find it (practice C31).
///
/// # Errors
/// `Invalid` with every fault; for a new project that the negative list touches also where no reason is given. The standing of a
/// project is changed by `standing_change_save` alone, with its day and its reason (`StandingByChange`).
pub fn save(w: &mut Writer, draft: ProjectDraft) -> Result<Saved> {
    let new = draft.id.is_none();
    let old = match draft.id {
        Some(id) => w.get(id)?,
        None => blank(w.new_id(), w.office()?),
    };
    let mut project = tidy(draft.set.apply(&old)?);
    if !new && project.standing != old.standing {
        return Err(Error::invalid("standing", Rule::StandingByChange));
    }
    if counts_again(&old, &project) {
        return Err(Error::invalid("counted", Rule::StandingByChange));
    }
    called_before(&mut project, &old.name);
    if let Some(name) = draft.enterprise_name.as_deref().map(str::trim) {
        project.enterprise =
            if name.is_empty() { None } else { Some(enterprise(w, name, draft.enterprise_uscc.as_deref())?) };
    }
    let (errors, warnings): (Vec<_>, Vec<_>) = check::check(&project, w.today()).into_iter().partition(|f| !f.warning);
    if !errors.is_empty() {
        return Err(Error::Invalid(errors));
    }
    w.subject(project.name.clone());
    w.put(&project)?;
    if new {
        crate::negative::edit::allow(w, &project, draft.negative_reason.as_deref())?;
    }
    Ok(Saved { project, warnings })
}

pub(super) fn enterprise(w: &mut Writer, name: &str, uscc: Option<&str>) -> Result<EnterpriseId> {
    let uscc = uscc.map(crate::code::credit::normalise).filter(|c| !c.is_empty());
    if let Some(found) = crate::enterprise::query::matching(w, name, uscc.as_deref())? {
        return Ok(found.id);
    }
    let mut set = serde_json::Map::new();
    set.insert("name".into(), name.into());
    set.extend(uscc.map(|code| ("uscc".to_string(), code.into())));
    Ok(crate::enterprise::edit::save(w, crate::people::edit::Save { id: None, set: Patch(set) })?.id)
}

/// Removes a project; its reports and matters stay in the log and come back with undo.
pub fn remove(w: &mut Writer, id: ProjectId) -> Result<bool> {
    let project: Project = w.get(id)?;
    let children = w.number("select count(*) from project where parent = ?", [id.to_string()])?;
    if children > 0 {
        return Err(Error::InUse { what: "project", count: children });
    }
    for (meta, column) in crate::tables::followers("project") {
        let rows: Vec<ProjectId> = {
            let sql = format!("select id from {} where {column} = ?", meta.table);
            let mut find = w.db().prepare_cached(&sql)?;
            let found = find.query_map([id.to_string()], |r| crate::store::record::cell(r, 0))?;
            found.collect::<rusqlite::Result<_>>()?
        };
        for row in rows {
            w.remove_row(meta, row.0)?;
        }
    }
    w.subject(project.name);
    w.remove::<Project>(id)
}

/// What ended counts again once it is taken up again, by `standing_change_save`.
pub(super) fn counts_again(old: &Project, new: &Project) -> bool {
    new.counted && !old.counted && crate::standing::query::ENDED.contains(&old.standing)
}

/// Keeps the name a project had among its other names; what it is called now is none of them.
pub fn called_before(project: &mut Project, before: &str) {
    let now = project.name.clone();
    if before.is_empty() || before == now {
        return;
    }
    let with = crate::standing::with_alias(project.aliases.as_deref(), before);
    let others: Vec<&str> = with.lines().filter(|name| *name != now).collect();
    project.aliases = Some(others.join("\n"));
}

/// Codes in their written form.
fn tidy(mut project: Project) -> Project {
    project.code = project.code.map(|c| crate::code::project_code::normalise(&c));
    project
}

/// A project nothing is known of yet.
#[must_use]
pub fn blank(id: ProjectId, office: OfficeId) -> Project {
    Project { id, office, counted: true, ..Project::default() }
}
