//! 拆分: parts with a parent and a stated counting basis. Their money need not equal the whole; the difference is shown.

use super::edit::NewStanding;
use super::{CountingBasis, StandingChange};
use crate::error::{FieldFault, Result, Rule};
use crate::id::{DutyId, ProjectId};
use crate::people::Duty;
use crate::progress::Basis;
use crate::project::check::LARGEST_MONEY;
use crate::project::{Project, ProjectState};
use crate::store::{Reader, Writer};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use ts_rs::TS;

/// One part of a project that is split. Money in 元.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct SplitPart {
    /// A project that exists already and becomes a part; absent: a new one is made.
    #[serde(default)]
    pub project: Option<ProjectId>,
    pub name: String,
    #[serde(default)]
    pub total: Option<i64>,
    #[serde(default)]
    pub plan: Option<i64>,
    /// What of the completed money belongs to this part.
    #[serde(default)]
    pub done_total: Option<i64>,
    #[serde(default)]
    pub done_year: Option<i64>,
}

pub fn faults(r: &Reader, whole: &Project, input: &NewStanding) -> Result<Vec<FieldFault>> {
    let mut faults = vec![];
    if input.parts.is_empty() {
        faults.push(FieldFault::error("parts", Rule::Required));
    }
    if input.basis.is_none() {
        faults.push(FieldFault::error("basis", Rule::Required));
    }
    for (at, part) in input.parts.iter().enumerate() {
        let field = |name: &str| format!("parts.{at}.{name}");
        match part.project {
            Some(id) if id == whole.id => faults.push(FieldFault::error(&field("name"), Rule::OwnParent)),
            Some(id) => faults.extend(existing(r, whole, id, &field("name"))?),
            None if part.name.is_empty() => faults.push(FieldFault::error(&field("name"), Rule::Required)),
            _ => {}
        }
        if input.parts[..at].iter().any(|other| other.name == part.name && other.project == part.project) {
            faults.push(FieldFault::error(&field("name"), Rule::Duplicate));
        }
        let money = [
            ("total", part.total),
            ("plan", part.plan),
            ("done_total", part.done_total),
            ("done_year", part.done_year),
        ];
        for (name, value) in money {
            match value {
                Some(v) if v < 0 => faults.push(FieldFault::error(&field(name), Rule::Negative)),
                Some(v) if v > LARGEST_MONEY => faults.push(FieldFault::error(&field(name), Rule::TooLarge)),
                _ => {}
            }
        }
    }
    Ok(faults)
}

/// A project that becomes a part must live, and the whole must not lie inside it already.
fn existing(r: &Reader, whole: &Project, id: ProjectId, field: &str) -> Result<Option<FieldFault>> {
    let Some(part) = r.find::<Project>(id)? else {
        return Ok(Some(FieldFault::error(field, Rule::NoSuchRecord)));
    };
    if super::query::ENDED.contains(&part.standing) {
        return Ok(Some(FieldFault::error(field, Rule::PartEnded).with("name", part.name)));
    }
    let mut seen = HashSet::new();
    let mut above = whole.parent;
    while let Some(parent) = above.filter(|parent| seen.insert(*parent)) {
        if parent == id {
            return Ok(Some(FieldFault::error(field, Rule::OwnParent)));
        }
        above = r.find::<Project>(parent)?.and_then(|p| p.parent);
    }
    Ok(None)
}

/// Makes the parts. Where only they count, the whole stands as split and counts no more; where only the whole counts,
/// it goes on as it was, and the parts are its 其中. Of a whole that does not count itself, being a part or having left the
/// counts, no part counts either: the money stands in the sums once.
pub fn write(w: &mut Writer, whole: &Project, input: &NewStanding, change: &StandingChange) -> Result<()> {
    let only_parts = input.basis == Some(CountingBasis::Parts);
    let counted = only_parts && whole.counted;
    let leaders: Vec<Duty> = w.all("where project = ? and until is null order by id", [whole.id.to_string()])?;
    let report = crate::progress::edit::latest(w, whole.id, Basis::Dispatch)?;
    for part in &input.parts {
        let id = match part.project {
            Some(id) => {
                let mut old: Project = w.get(id)?;
                (old.parent, old.counted) = (Some(whole.id), counted);
                w.put(&old)?;
                id
            }
            None => new_part(w, whole, part, counted, &leaders)?,
        };
        if let (Some(report), true) = (&report, part.done_total.is_some() || part.done_year.is_some()) {
            let mut own = crate::progress::edit::at(w, id, &report.period, Basis::Dispatch)?.unwrap_or_else(|| {
                crate::progress::edit::blank(w.new_id(), whole.office, id, report.period.clone(), Basis::Dispatch)
            });
            own.as_of = report.as_of;
            (own.done_total, own.done_year) = (part.done_total.or(own.done_total), part.done_year.or(own.done_year));
            w.put(&own)?;
        }
        w.put_new(StandingChange { id: w.new_id(), other: Some(id), ..change.clone() })?;
    }
    let mut after = whole.clone();
    after.counted = whole.counted && !only_parts;
    if only_parts {
        after.standing = ProjectState::Split;
    }
    w.put(&after)
}

/// A part begins as its whole stands: place, enterprise, stage and dates; name, money, codes and words are its own.
fn new_part(w: &mut Writer, whole: &Project, part: &SplitPart, counted: bool, leaders: &[Duty]) -> Result<ProjectId> {
    let id: ProjectId = w.new_id();
    let own = Project {
        id,
        name: part.name.clone(),
        aliases: None,
        code: None,
        content: None,
        scale: None,
        standing: ProjectState::Active,
        total: part.total,
        total_about: false,
        plan: part.plan,
        plan_about: false,
        arrived: None,
        foreign_amount: None,
        foreign_currency: None,
        parent: Some(whole.id),
        counted,
        note: None,
        internal_note: None,
        source_sender: None,
        source_file: None,
        source_sheet: None,
        source_row: None,
        source_at: None,
        ..whole.clone()
    };
    w.put_new(own)?;
    for leader in leaders {
        w.put_new(Duty { id: w.new_id::<DutyId>(), project: id, ..leader.clone() })?;
    }
    Ok(id)
}
