//! What is other in one version than in another, and what that would change in checklists under way.

use super::query::rows;
use super::{TemplateItem, kept_by_now};
use crate::approval::clock::Limit;
use crate::approval::query::{Checklist, Listed, Rules, checklist_of, recorded};
use crate::approval::trial::Shift;
use crate::codes;
use crate::error::Result;
use crate::id::{ProjectId, TemplateVersionId};
use crate::project::Project;
use crate::store::Reader;
use crate::store::record::cell;
use crate::store::{Record, Value};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Two versions; nothing is the program's own.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct TwoVersions {
    pub from: Option<TemplateVersionId>,
    pub to: Option<TemplateVersionId>,
}

codes! {
    pub enum ItemFate { Added = "added", Removed = "removed", Changed = "changed" }
}

/// An item that is other in the second version.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ItemDifference {
    pub code: String,
    pub name: String,
    pub name_en: Option<String>,
    pub fate: ItemFate,
    pub fields: Vec<FieldDifference>,
}

/// A field as it was and as it is, as text.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct FieldDifference {
    pub field: String,
    pub from: Option<String>,
    pub to: Option<String>,
}

/// Fields that are not the item's own.
const PLACE: &[&str] = &["version", "position"];

pub fn versions(r: &Reader, two: TwoVersions) -> Result<Vec<ItemDifference>> {
    let (from, to) = (rows(r, two.from)?, rows(r, two.to)?);
    let told = |row: &TemplateItem, fate, fields| ItemDifference {
        code: row.code.clone(),
        name: row.name.clone(),
        name_en: row.name_en.clone(),
        fate,
        fields,
    };
    let mut found = vec![];
    for row in &to {
        match from.iter().find(|was| was.code == row.code) {
            None => found.push(told(row, ItemFate::Added, vec![])),
            Some(was) => {
                let fields = fields(was, row);
                found.extend((!fields.is_empty()).then(|| told(row, ItemFate::Changed, fields)));
            }
        }
    }
    let gone = from.iter().filter(|was| to.iter().all(|row| row.code != was.code));
    found.extend(gone.map(|was| told(was, ItemFate::Removed, vec![])));
    Ok(found)
}

/// Fields in which two rows of an item differ, as text.
#[must_use]
pub fn fields(was: &TemplateItem, row: &TemplateItem) -> Vec<FieldDifference> {
    let old = was.values();
    let differs = was.differing(row).into_iter().map(|(at, to)| (TemplateItem::META.fields[at], &old[at], to));
    let own = differs.filter(|(field, _, _)| !PLACE.contains(field));
    own.map(|(field, from, to)| FieldDifference { field: field.into(), from: text(from), to: text(&to) }).collect()
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Int(number) => Some(number.to_string()),
        Value::Text(text) => Some(text.clone()),
    }
}

/// Which checklists, and the version they would be kept by.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ChecklistsUnder {
    /// Those begun that are kept by another version where nothing is said.
    pub projects: Option<Vec<ProjectId>>,
    pub version: Option<TemplateVersionId>,
    pub offset: i64,
    /// At most 200.
    pub limit: i64,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ChecklistDifferences {
    /// All of them, also beyond the window.
    pub count: i64,
    pub rows: Vec<ChecklistDifference>,
}

/// What another version would change in one checklist.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ChecklistDifference {
    pub project: ProjectId,
    pub name: String,
    pub kept_by: Option<TemplateVersionId>,
    pub comes: Vec<Named>,
    pub goes: Vec<Named>,
    /// Items not yet granted whose binding limit or due day is other.
    pub limits: Vec<LimitDifference>,
    pub permit: Shift,
    pub start: Shift,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(rename = "NamedItem")]
pub struct Named {
    pub code: String,
    pub name: String,
    pub name_en: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LimitDifference {
    pub item: Named,
    /// The limit that binds.
    pub from: Option<Limit>,
    pub to: Option<Limit>,
    pub due: Shift,
}

const WINDOW: i64 = 200;

/// Checklists as another version would have them, beside what they are.
pub fn checklists(r: &Reader, input: &ChecklistsUnder) -> Result<ChecklistDifferences> {
    let all = match &input.projects {
        Some(projects) => projects.clone(),
        None => begun_elsewhere(r, input.version)?,
    };
    let window = usize::try_from(input.limit.clamp(0, WINDOW)).unwrap_or(0);
    let offset = usize::try_from(input.offset.max(0)).unwrap_or(0);
    let rows = all.iter().skip(offset).take(window).map(|id| one(r, *id, input.version));
    Ok(ChecklistDifferences { rows: rows.collect::<Result<_>>()?, count: i64::try_from(all.len()).unwrap_or(i64::MAX) })
}

fn begun_elsewhere(r: &Reader, version: Option<TemplateVersionId>) -> Result<Vec<ProjectId>> {
    let sql = "select id from project where id in (select project from approval union select project from condition) order by id";
    let mut find = r.db().prepare_cached(sql)?;
    let all: Vec<ProjectId> = find.query_map([], |row| cell(row, 0))?.collect::<rusqlite::Result<_>>()?;
    let mut found = vec![];
    for id in all {
        if kept_by_now(r, id)? != version {
            found.push(id);
        }
    }
    Ok(found)
}

fn one(r: &Reader, id: ProjectId, version: Option<TemplateVersionId>) -> Result<ChecklistDifference> {
    let project: Project = r.get(id)?;
    let known = recorded(r, id)?;
    let (kept_by, mut then) = (known.version, known.clone());
    then.version = version;
    let rules = Rules::of(r)?;
    let before = checklist_of(rules, &project, known, r.today());
    let after = checklist_of(rules, &project, then, r.today());
    let calendar = rules.calendars.everybody();
    let missing = |of: &Checklist, from: &Checklist| -> Vec<Named> {
        of.items.iter().filter(|item| from.items.iter().all(|other| other.code != item.code)).map(named).collect()
    };
    let binding = |item: &Listed| {
        let clock = item.promised.as_ref().or(item.statutory.as_ref())?;
        Some(Limit { half_days: clock.half_days, unit: clock.unit })
    };
    let limits = after.items.iter().filter(|item| !item.done && item.waived.is_none()).filter_map(|item| {
        let was = before.items.iter().find(|was| was.code == item.code)?;
        let due = Shift::of(calendar, was.due_on, item.due_on);
        let (from, to) = (binding(was), binding(item));
        (from != to || due.moves()).then(|| LimitDifference { item: named(item), from, to, due })
    });
    Ok(ChecklistDifference {
        project: id,
        kept_by,
        comes: missing(&after, &before),
        goes: missing(&before, &after),
        limits: limits.collect(),
        permit: Shift::of(calendar, before.permit_on, after.permit_on),
        start: Shift::of(calendar, before.start_on, after.start_on),
        name: project.name,
    })
}

fn named(item: &Listed) -> Named {
    Named { code: item.code.clone(), name: item.name.clone(), name_en: item.name_en.clone() }
}
