//! Versions of the template: what an office made of the program's items, and which version each checklist is kept by.
//!
//! A version is a draft until it is released; what is released does not change. A checklist that was begun keeps its version until
//! somebody asks for another (decision 0021).

use super::clock::{Limit, Unit};
use super::template::{Core, Item, ItemKind, Mark, Side, Template, shipped};
use crate::error::{Error, Result};
use crate::id::{ChecklistVersionId, LimitCheckId, ProjectId, TemplateItemId, TemplateVersionId};
use crate::project::Project;
use crate::store::{Reader, Writer};
use crate::{codes, record};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::HashMap;

mod check;
pub mod difference;
pub mod edit;
mod item;
pub mod query;

record! {
    /// A version of the office's template; a draft until it is released.
    pub struct TemplateVersion(TemplateVersionId) in "template_version", Ref {
        /// 1, 2, …; the program's own is 0.
        number: i64,
        /// Nothing where it was made from the program's own.
        made_from: Option<TemplateVersionId>,
        released_on: Option<NaiveDate>,
        /// What is new in it.
        note: Option<String>,
    }
}

record! {
    /// One item of a version. Lists are joined by `;`; see [`Item`] for what the fields mean.
    pub struct TemplateItem(TemplateItemId) in "template_item", Ref, of "version" {
        version: TemplateVersionId,
        /// e.g. `B02`; the same item has the same code in every version.
        code: String,
        position: i64,
        stage_no: i64,
        stage: String,
        stage_en: Option<String>,
        name: String,
        name_en: Option<String>,
        department: String,
        department_en: Option<String>,
        kind: ItemKind,
        /// Half days; its unit and whom it binds beside it.
        statutory: Option<i64>,
        statutory_unit: Option<Unit>,
        statutory_side: Option<Side>,
        statutory_mark: Option<Mark>,
        legal_basis: Option<String>,
        /// Half working days.
        promised: Option<i64>,
        promised_mark: Option<Mark>,
        planning: Option<i64>,
        needs: Option<String>,
        modes: String,
        lands: String,
        /// On which question it hangs: the small language of [`super::ask::Ask`].
        question: String,
        excludes: Option<String>,
        core: Core,
        condition: Option<String>,
        result: Option<String>,
        measures: Option<String>,
        handling: Option<String>,
        materials: Option<String>,
        note: Option<String>,
        /// 环节 before and after.
        steps_before: Option<i64>,
        steps: Option<i64>,
        /// 元 before and after.
        fee_before: Option<i64>,
        fee: Option<i64>,
        /// On which lists of its unit it stands: 权力清单, 责任清单.
        lists: Option<String>,
    }
}

record! {
    /// By which version a project's checklist is kept. Identity derives from the project.
    pub struct ChecklistVersion(ChecklistVersionId) in "checklist_version", Work, of "project" {
        project: ProjectId,
        /// Nothing is the program's own.
        version: Option<TemplateVersionId>,
    }
}

codes! {
    /// Which limit of an item.
    pub enum Which { Statutory = "statutory", Promised = "promised" }
}

record! {
    /// A limit that somebody looked up, so that it is 待核 no longer. Identity derives from office, item and limit.
    pub struct LimitCheck(LimitCheckId) in "limit_check", Ref {
        item: String,
        which: Which,
        /// What was confirmed; another value of the template is to be checked again.
        half_days: i64,
        checked_on: NaiveDate,
        /// Where it was found, e.g. 办事指南.
        source: Option<String>,
    }
}

impl LimitCheck {
    fn holds(&self, which: Which, limit: Limit) -> bool {
        self.which == which && self.half_days == i64::from(limit.half_days)
    }
}

/// The templates of a desk: the program's, and the released versions of its own.
pub struct Templates {
    shipped: Cow<'static, Template>,
    /// Released, the newest last.
    own: Vec<(TemplateVersion, Template)>,
    chosen: HashMap<ProjectId, Option<TemplateVersionId>>,
}

impl Templates {
    /// The program's alone.
    #[must_use]
    pub fn embedded() -> Self {
        Self { shipped: Cow::Borrowed(shipped()), own: vec![], chosen: HashMap::new() }
    }

    /// # Errors
    /// `Internal` for an item no version could have been released with.
    pub fn read(r: &Reader) -> Result<Self> {
        let checks: Vec<LimitCheck> = r.all("order by id", [])?;
        let versions: Vec<TemplateVersion> = r.all("where released_on is not null order by number, id", [])?;
        let chosen = if versions.is_empty() {
            HashMap::new()
        } else {
            let all: Vec<ChecklistVersion> = r.all("order by id", [])?;
            all.into_iter().map(|one| (one.project, one.version)).collect()
        };
        let checked = |items: Vec<Item>| Template::of(items.into_iter().map(|item| confirmed(item, &checks)).collect());
        let shipped = match checks.is_empty() {
            true => Cow::Borrowed(shipped()),
            false => Cow::Owned(checked(shipped().items().to_vec())),
        };
        let own = versions.into_iter().map(|version| Ok((version.clone(), checked(items(r, version.id)?))));
        Ok(Self { shipped, own: own.collect::<Result<_>>()?, chosen })
    }

    /// The version new checklists begin with.
    #[must_use]
    pub fn newest(&self) -> &Template {
        self.own.last().map_or(&*self.shipped, |(_, template)| template)
    }

    #[must_use]
    pub fn newest_id(&self) -> Option<TemplateVersionId> {
        self.own.last().map(|(version, _)| version.id)
    }

    /// A released version, or the program's own; a version that has gone leaves the program's.
    #[must_use]
    pub fn version(&self, id: Option<TemplateVersionId>) -> &Template {
        let own = id.and_then(|id| self.own.iter().find(|(version, _)| version.id == id));
        own.map_or(&*self.shipped, |(_, template)| template)
    }

    /// Of a project of which something is recorded.
    #[must_use]
    pub fn of_begun(&self, project: ProjectId) -> &Template {
        self.version(self.chosen.get(&project).copied().flatten())
    }

    /// An item a project has though its version has it no longer: the newest that was released, else the program's.
    #[must_use]
    pub fn find(&self, code: &str) -> Option<&Item> {
        let own = self.own.iter().rev().find_map(|(_, template)| template.find(code));
        own.or_else(|| self.shipped.find(code))
    }

    /// The item of a project of which something is recorded.
    #[must_use]
    pub fn item_of(&self, project: ProjectId, code: &str) -> Option<&Item> {
        self.of_begun(project).find(code).or_else(|| self.find(code))
    }
}

/// By which version a project's checklist is kept: the one chosen for it; the newest while nothing is recorded; else the program's own.
pub(super) fn kept_by(r: &Reader, project: ProjectId, begun: bool) -> Result<Option<TemplateVersionId>> {
    let chosen: Option<ChecklistVersion> = r.first("where project = ? order by id", [project.to_string()])?;
    match chosen {
        Some(chosen) => Ok(chosen.version),
        None if begun => Ok(None),
        None => Ok(r.templates()?.newest_id()),
    }
}

/// As [`kept_by`], looking whether the checklist was begun.
pub(super) fn kept_by_now(r: &Reader, project: ProjectId) -> Result<Option<TemplateVersionId>> {
    if r.templates()?.own.is_empty() { Ok(None) } else { kept_by(r, project, begun(r, project)?) }
}

/// Something is recorded of the project's approvals: its checklist keeps its version from then on.
pub(super) fn begun(r: &Reader, project: ProjectId) -> Result<bool> {
    let mut find = r.db().prepare_cached(
        "select exists (select 1 from approval where project = ?1) or exists (select 1 from condition where project = ?1)
           or exists (select 1 from checklist_version where project = ?1)",
    )?;
    Ok(find.query_row([project.to_string()], |row| row.get(0))?)
}

/// Chooses the version a checklist is kept by.
pub(super) fn keep(w: &mut Writer, project: &Project, version: Option<TemplateVersionId>) -> Result<()> {
    let id = ChecklistVersionId(crate::id::derived(&["checklist_version", &project.id.to_string()]));
    w.put(&ChecklistVersion { id, office: project.office, project: project.id, version })
}

/// The items of a version, released or not.
fn items(r: &Reader, version: TemplateVersionId) -> Result<Vec<Item>> {
    let rows: Vec<TemplateItem> = r.all("where version = ? order by position, code", [version.to_string()])?;
    rows.iter()
        .map(|row| item::read(row).map_err(|_| Error::Internal(format!("item {} of a version", row.code))))
        .collect()
}

fn confirmed(mut item: Item, checks: &[LimitCheck]) -> Item {
    let holds = |which: Which, limit: Option<Limit>| {
        limit.is_some_and(|limit| checks.iter().any(|check| check.item == item.code && check.holds(which, limit)))
    };
    let (statutory, promised) = (
        holds(Which::Statutory, item.statutory.as_ref().map(|s| s.limit)),
        holds(Which::Promised, item.promised.as_ref().map(|p| p.limit)),
    );
    if statutory {
        item.basis_mark = Some(Mark::Confirmed);
    }
    if promised {
        item.promised_mark = Some(Mark::Confirmed);
    }
    item
}

#[cfg(test)]
mod tests;
