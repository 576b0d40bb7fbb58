//! The versions of the template, and the items of one.

use super::{LimitCheck, TemplateItem, TemplateVersion, Which, check, item};
use crate::approval::clock::{Limit, Unit};
use crate::approval::cut::{self, ReductionSum};
use crate::approval::template::{Item, Mark, shipped};
use crate::count::number;
use crate::error::{FieldFault, Result};
use crate::figure::percent::Manner;
use crate::id::{OfficeId, TemplateItemId, TemplateVersionId};
use crate::store::Reader;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One version in the list of them.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct VersionLine {
    /// Nothing is the program's own.
    pub id: Option<TemplateVersionId>,
    /// 0 is the program's own.
    pub number: i64,
    #[ts(type = "string | null")]
    pub released_on: Option<NaiveDate>,
    pub draft: bool,
    /// New checklists begin with it.
    pub newest: bool,
    pub note: Option<String>,
    pub items: i64,
    /// Checklists that were begun and are kept by it.
    pub checklists: i64,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct VersionChoice {
    pub version: Option<TemplateVersionId>,
}

/// The items of one version.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TemplateSheet {
    pub version: VersionLine,
    pub items: Vec<TemplateLine>,
    /// What stands against releasing it; each with the item's `code`.
    pub faults: Vec<FieldFault>,
    /// Items with a limit that is 待核.
    pub to_check: i64,
    /// 四减 over its items that are whole.
    pub reductions: Vec<ReductionSum>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TemplateLine {
    pub row: TemplateItem,
    /// New, or other than in the version it was made from.
    pub changed: bool,
    /// Papers before and after the reduction (减材料).
    pub papers_before: i64,
    pub papers: i64,
    /// Its limits that are 待核.
    pub to_check: Vec<Which>,
    /// When and where its limits were looked up.
    pub checks: Vec<LimitCheck>,
}

/// The program's own, the office's in order, and the draft.
pub fn versions(r: &Reader) -> Result<Vec<VersionLine>> {
    let all: Vec<TemplateVersion> = r.all("order by released_on is null, number, id", [])?;
    let newest = all.iter().rev().find(|version| version.released_on.is_some()).map(|version| version.id);
    let mut count = r.db().prepare_cached("select count(*) from template_item where version = ?")?;
    let mut kept = r.db().prepare_cached("select count(*) from checklist_version where version = ?")?;
    // Begun without a choice: by the program's own.
    let by_own = "select count(*) from (select project from approval union select project from condition)
        where project not in (select project from checklist_version where version is not null)";
    let mut lines = vec![VersionLine {
        id: None,
        number: 0,
        released_on: None,
        draft: false,
        newest: newest.is_none(),
        note: None,
        items: i64::try_from(shipped().items().len()).unwrap_or(i64::MAX),
        checklists: r.number(by_own, [])?,
    }];
    for version in all {
        lines.push(VersionLine {
            items: count.query_row([version.id.to_string()], |row| row.get(0))?,
            checklists: kept.query_row([version.id.to_string()], |row| row.get(0))?,
            id: Some(version.id),
            number: version.number,
            draft: version.released_on.is_none(),
            released_on: version.released_on,
            newest: newest == Some(version.id),
            note: version.note,
        });
    }
    Ok(lines)
}

/// The rows of a version; those of the program's own are made from its items.
pub fn rows(r: &Reader, version: Option<TemplateVersionId>) -> Result<Vec<TemplateItem>> {
    match version {
        Some(id) => r.all("where version = ? order by position, code", [id.to_string()]),
        None => {
            let row = |(at, item)| {
                item::write(TemplateItemId::default(), OfficeId::default(), TemplateVersionId::default(), at, item)
            };
            Ok((0..).zip(shipped().items()).map(row).collect())
        }
    }
}

/// The items of a version; of a draft also what is wrong with it.
pub fn sheet(r: &Reader, id: Option<TemplateVersionId>) -> Result<TemplateSheet> {
    let version = versions(r)?.into_iter().find(|line| line.id == id);
    let version = version.ok_or_else(|| crate::error::Error::not_found("template_version", id.unwrap_or_default()))?;
    let made_from = match id {
        Some(id) => Some(r.get::<TemplateVersion>(id)?.made_from),
        None => None,
    };
    let before = made_from.map(|from| rows(r, from)).transpose()?.unwrap_or_default();
    let checks: Vec<LimitCheck> = r.all("order by id", [])?;
    let all = rows(r, id)?;
    let faults = if version.draft { check::faults(&all) } else { vec![] };
    let whole: Vec<Item> = all.iter().filter_map(|row| item::read(row).ok()).collect();
    let reductions = cut::sums(whole.iter(), Manner::of_desk(r)?);
    let items: Vec<TemplateLine> = all
        .into_iter()
        .map(|row| {
            let was = before.iter().find(|was| was.code == row.code);
            let changed = made_from.is_some() && was.is_none_or(|was| !alike(was, &row));
            line(row, changed, &checks)
        })
        .collect();
    let to_check = number(items.iter().filter(|line| !line.to_check.is_empty()).count());
    Ok(TemplateSheet { version, items, faults, to_check, reductions })
}

/// The limits of an item that are 待核; a mark without a limit marks nothing.
pub(super) fn to_check(row: &TemplateItem) -> Vec<Which> {
    let limits =
        [(Which::Statutory, row.statutory, row.statutory_mark), (Which::Promised, row.promised, row.promised_mark)];
    let open = limits.into_iter().filter(|(_, days, mark)| days.is_some() && *mark == Some(Mark::ToCheck));
    open.map(|(which, _, _)| which).collect()
}

/// The same item, wherever it stands.
fn alike(one: &TemplateItem, other: &TemplateItem) -> bool {
    let bare = |row: &TemplateItem| TemplateItem {
        id: TemplateItemId::default(),
        office: OfficeId::default(),
        version: TemplateVersionId::default(),
        position: 0,
        ..row.clone()
    };
    bare(one) == bare(other)
}

fn line(mut row: TemplateItem, changed: bool, all: &[LimitCheck]) -> TemplateLine {
    let limit = |half_days: Option<i64>, unit: Option<Unit>| {
        let half_days = half_days.and_then(|days| u16::try_from(days).ok())?;
        Some(Limit { half_days, unit: unit.unwrap_or(Unit::Working) })
    };
    let limits =
        [(Which::Statutory, limit(row.statutory, row.statutory_unit)), (Which::Promised, limit(row.promised, None))];
    let holds = |check: &&LimitCheck| {
        check.item == row.code
            && limits.iter().any(|(which, limit)| limit.is_some_and(|limit| check.holds(*which, limit)))
    };
    let checks: Vec<LimitCheck> = all.iter().filter(holds).cloned().collect();
    for check in &checks {
        match check.which {
            Which::Statutory => row.statutory_mark = Some(Mark::Confirmed),
            Which::Promised => row.promised_mark = Some(Mark::Confirmed),
        }
    }
    let papers = crate::approval::template::materials(row.materials.as_deref().unwrap_or_default());
    TemplateLine {
        papers_before: number(papers.len()),
        papers: number(papers.iter().filter(|paper| !paper.cut).count()),
        to_check: to_check(&row),
        row,
        changed,
        checks,
    }
}
