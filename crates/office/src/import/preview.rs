//! A window of the preview: rows with what they would change, field by field, and what is wrong in which cell.

use super::diff;
use super::plan::{DuplicateVerdict, Kind, Plan, earlier};
use super::records::Records;
use super::session::{find, lock};
use crate::read::{CellFault, ReadRow};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;
use zhuanban_core::api::unchanged;
use zhuanban_core::desk::Done;
use zhuanban_core::error::{Error, FieldFault, Result};
use zhuanban_core::id::ProjectId;
use zhuanban_core::progress::Basis;
use zhuanban_core::project::Project;
use zhuanban_core::store::Reader;
use zhuanban_core::{Caller, Desk};

const LONGEST_WINDOW: usize = 200;

/// Which rows of the preview.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PreviewRows {
    pub session: String,
    /// `all`, a kind, `faulty`, `odd` or `missing`.
    pub kind: String,
    /// Part of a project's name.
    pub text: String,
    pub offset: u32,
    pub limit: u32,
}

/// One row, or one project that the file does not name.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PreviewRow {
    /// Absent for a project that the file does not name.
    pub key: Option<u32>,
    pub sheet: String,
    pub row: u32,
    pub name: String,
    /// Absent for a project that the file does not name.
    pub kind: Option<Kind>,
    pub ticked: bool,
    pub fields: Vec<Difference>,
    /// The project it is, or is like.
    pub like: Option<Like>,
    pub verdict: DuplicateVerdict,
    pub faults: Vec<CellFault>,
    /// Figures that are odd beside what the desk knows.
    pub odd: Vec<FieldFault>,
    /// The line was struck through, hidden, or a part of the project above.
    pub struck: bool,
    pub hidden: bool,
    pub part: bool,
    /// The sender's last file that named it, milliseconds UTC.
    pub last_seen: Option<i64>,
}

/// One field that would change.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Difference {
    /// `total`, `done_total`, `enterprise`, `need:用地`, `approval:B02` …
    pub field: String,
    #[ts(type = "string | number | boolean | null")]
    pub old: serde_json::Value,
    #[ts(type = "string | number | boolean | null")]
    pub new: serde_json::Value,
    pub ticked: bool,
    /// Who changed the field here by hand; such a field is not ticked by itself (`rules.md` 12).
    pub edited_by: Option<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct Like {
    pub id: ProjectId,
    pub name: String,
    pub enterprise: Option<String>,
    pub region: Option<String>,
    /// Thousandths; 1000 is the same name.
    pub similarity: u32,
}

pub fn rows(desk: &Desk, caller: &Caller, input: PreviewRows) -> Result<Done<Vec<PreviewRow>>> {
    let found = find(desk, &input.session)?;
    let session = lock(&found);
    let plan = session.plan.as_ref().ok_or_else(|| Error::not_found("preview", &input.session))?;
    let limit = usize::try_from(input.limit).unwrap_or(0).min(LONGEST_WINDOW);
    let offset = usize::try_from(input.offset).unwrap_or(usize::MAX);
    let answer = desk.read(caller, |r| {
        if input.kind == "missing" {
            let window = plan.missing.iter().skip(offset).take(limit);
            return window.map(|id| missing(r, *id, plan.basis)).collect::<Result<Vec<_>>>();
        }
        let mut frame = plan.frame(r, &session.file_name)?;
        let (mut out, mut passed) = (vec![], 0);
        for (key, row) in (0_u32..).zip(&plan.rows) {
            let fits = match input.kind.as_str() {
                "new" => row.kind == Kind::New,
                "changed" => row.kind == Kind::Changed,
                "same" => row.kind == Kind::Same,
                "duplicate" => row.kind == Kind::Duplicate,
                "faulty" => row.faults > 0,
                "odd" => row.odd,
                _ => true,
            };
            if !fits {
                continue;
            }
            let searched = !input.text.trim().is_empty();
            if !searched && passed < offset {
                passed += 1;
                continue;
            }
            let read = plan.read(&session.stage, key)?;
            if searched && !read.name.contains(input.text.trim()) {
                continue;
            }
            passed += 1;
            if passed <= offset {
                continue;
            }
            if out.len() == limit {
                break;
            }
            out.push(shown(r, plan, key, read, &mut frame)?);
        }
        Ok(out)
    })?;
    Ok(unchanged(answer))
}

fn shown(r: &Reader, plan: &Plan, key: u32, row: ReadRow, frame: &mut super::records::Frame) -> Result<PreviewRow> {
    let planned = &plan.rows[key as usize];
    let decided = plan.decided.get(&key);
    let verdict = decided.map_or(DuplicateVerdict::Later, |d| d.duplicate);
    let same = planned.kind != Kind::Duplicate || verdict == DuplicateVerdict::Same;
    let id = planned.found.filter(|_| same);
    let old = id.map_or_else(|| Ok(Records::blank(frame)), |id| Records::load(r, id, frame))?;
    let before = id.map(|id| earlier(r, id, frame)).transpose()?.flatten();
    let new = old.with(&row, before.as_ref(), frame);
    let fields = diff::differences(&old, &new).into_iter().map(|d| {
        let edited_by = id.map(|id| edited_by(r, id, &old, &d)).transpose()?.flatten();
        let chosen = decided.and_then(|c| c.fields.get(&d.field).copied());
        let ticked = chosen.unwrap_or(edited_by.is_none());
        Ok(Difference { field: d.field, old: d.old, new: d.new, ticked, edited_by })
    });
    Ok(PreviewRow {
        key: Some(key),
        sheet: row.sheet.clone(),
        row: row.row,
        name: row.name.clone(),
        kind: Some(planned.kind),
        ticked: plan.accepts(key),
        fields: fields.collect::<Result<_>>()?,
        like: planned.found.map(|id| like(r, id, planned.similarity)).transpose()?,
        verdict,
        faults: row.faults,
        odd: super::odd::odd(&old, &new, before.as_ref()),
        struck: row.struck,
        hidden: row.hidden,
        part: row.part,
        last_seen: None,
    })
}

fn like(r: &Reader, id: ProjectId, similarity: u32) -> Result<Like> {
    let project: Project = r.get(id)?;
    let enterprise: Option<zhuanban_core::enterprise::Enterprise> =
        project.enterprise.map(|e| r.find(e)).transpose()?.flatten();
    let region = zhuanban_core::project::list::region_name(r, project.region.as_deref())?;
    let region = region.or(project.region_text);
    Ok(Like { id, name: project.name, enterprise: enterprise.map(|e| e.name), region, similarity })
}

fn missing(r: &Reader, id: ProjectId, basis: Basis) -> Result<PreviewRow> {
    let mut p: Project = r.get(id)?;
    if basis != Basis::Dispatch {
        // Its last ledger is not of this list.
        (p.source_sheet, p.source_row, p.source_at) = (None, None, None);
    }
    Ok(PreviewRow {
        key: None,
        sheet: p.source_sheet.clone().unwrap_or_default(),
        row: p.source_row.and_then(|n| u32::try_from(n).ok()).unwrap_or(0),
        name: p.name.clone(),
        kind: None,
        ticked: false,
        fields: vec![],
        like: Some(like(r, id, 1000)?),
        verdict: DuplicateVerdict::Later,
        faults: vec![],
        odd: vec![],
        struck: false,
        hidden: false,
        part: false,
        last_seen: p.source_at,
    })
}

/// Who set this field by hand last, if it was not a ledger (`docs/decisions/0012`).
fn edited_by(r: &Reader, id: ProjectId, old: &Records, d: &diff::Difference) -> Result<Option<String>> {
    let need = |d: &diff::Difference| {
        let element = d.field.strip_prefix("need:");
        old.needs.iter().find(|m| m.element.as_deref() == element).map(|m| m.id.to_string())
    };
    let (table, row) = match d.table {
        "matter" => ("matter", need(d)),
        "enterprise" => ("enterprise", old.project.enterprise.map(|e| e.to_string())),
        "project" => ("project", Some(id.to_string())),
        "progress" => ("progress", old.progress.as_ref().map(|g| g.id.to_string())),
        "duty" => ("duty", old.leader.as_ref().map(|l| l.id.to_string())),
        "contact" => ("contact", old.contact.as_ref().map(|c| c.id.to_string())),
        "statistics_entry" => ("statistics_entry", Some(zhuanban_core::statistics::edit::entry_id(id).to_string())),
        _ => return Ok(None),
    };
    let Some(row) = row else { return Ok(None) };
    let field = match d.table {
        "duty" => "name",
        "contact" if d.field == "contact" => "name",
        "matter" => "required",
        "statistics_entry" => d.field.strip_prefix("statistics_").unwrap_or(&d.field),
        _ => d.field.as_str(),
    };
    let mut find = r.db().prepare_cached(include_str!("edited_by.sql"))?;
    let mut rows = find.query(zhuanban_core::store::params![table, row, field])?;
    Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
}

/// The records as they will be written: with the fields that are ticked, by the officer or by themselves.
pub(super) fn chosen(
    r: &Reader,
    id: ProjectId,
    old: &Records,
    new: Records,
    decided: Option<&BTreeMap<String, bool>>,
) -> Result<Records> {
    let mut unticked = vec![];
    for d in diff::differences(old, &new) {
        let ticked = match decided.and_then(|c| c.get(&d.field)) {
            Some(ticked) => *ticked,
            None => edited_by(r, id, old, &d)?.is_none(),
        };
        if !ticked {
            unticked.push(d.field);
        }
    }
    Ok(diff::without(old, new, &unticked))
}
