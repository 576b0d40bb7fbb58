//! The negative list, and the projects it touches.

use super::{InForce, Looked, NegativeEntry, NegativeHit};
use crate::check::{CheckPass, negative as contradiction};
use crate::error::Result;
use crate::id::ProjectId;
use crate::project::Project;
use crate::store::Reader;
use crate::store::record::cell;
use std::collections::HashMap;

pub fn entries(r: &Reader) -> Result<Vec<NegativeEntry>> {
    r.all("order by position is null, position, id", [])
}

/// What touches one project today.
pub fn of_project(r: &Reader, id: ProjectId) -> Result<Vec<NegativeHit>> {
    let project: Project = r.get(id)?;
    let mut hits = of(r, &project)?;
    let passes: Vec<CheckPass> =
        r.all("where project = ? and kind = 'negative' order by passed_on, id", [id.to_string()])?;
    for hit in &mut hits {
        let seen = contradiction(hit).seen();
        hit.reason = passes.iter().rfind(|pass| pass.seen == seen).map(|pass| pass.reason.clone());
    }
    Ok(hits)
}

/// What touches a project as it is given, today.
pub fn of(r: &Reader, project: &Project) -> Result<Vec<NegativeHit>> {
    let said = [Some(project.name.clone()), project.content.clone(), project.industry_text.clone()];
    let looked = Looked::of(project.industry.clone(), said);
    Ok(InForce::of(&entries(r)?, r.today()).hits(&looked))
}

/// What touches each project of the desk today; nothing is read where there is no entry.
pub fn of_all(r: &Reader) -> Result<HashMap<ProjectId, Vec<NegativeHit>>> {
    let entries = entries(r)?;
    if entries.is_empty() {
        return Ok(HashMap::new());
    }
    let in_force = InForce::of(&entries, r.today());
    let mut find = r.db().prepare_cached("select id, industry, name, content, industry_text from project")?;
    let mut rows = find.query([])?;
    let mut found = HashMap::new();
    while let Some(row) = rows.next()? {
        let looked = Looked::of(row.get(1)?, [row.get(2)?, row.get(3)?, row.get(4)?]);
        let hits = in_force.hits(&looked);
        if !hits.is_empty() {
            found.insert(cell(row, 0)?, hits);
        }
    }
    Ok(found)
}
