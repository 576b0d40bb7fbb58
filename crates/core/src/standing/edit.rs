//! Writing changes of standing: one command, one transaction, one undo.

use super::query::{self, StandingFile};
use super::split::{self, SplitPart};
use super::{CountingBasis, Standing, StandingChange, allowed};
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::ProjectId;
use crate::project::{Project, ProjectState, start};
use crate::store::{Reader, Writer};
use crate::time::Day;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What happened, and what the kind of change needs besides.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct NewStanding {
    pub project: ProjectId,
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
    /// The project it is merged into.
    #[serde(default)]
    pub other: Option<ProjectId>,
    /// The new name.
    #[serde(default)]
    pub name: Option<String>,
    /// What it is split into.
    #[serde(default)]
    pub parts: Vec<SplitPart>,
    #[serde(default)]
    pub basis: Option<CountingBasis>,
}

pub fn save(w: &mut Writer, input: NewStanding) -> Result<StandingFile> {
    let project: Project = w.get(input.project)?;
    let input = tidy(input);
    let faults = faults(w, &project, &input)?;
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    w.subject(project.name.clone());
    let id = project.id;
    apply(w, project, &input)?;
    query::file(w, id)
}

/// Writes a change that was checked; a site that goes on is one that started again.
pub(super) fn apply(w: &mut Writer, project: Project, input: &NewStanding) -> Result<()> {
    let (id, before) = (project.id, project.standing);
    write(w, project, input)?;
    if input.standing == Standing::Active && matches!(before, ProjectState::WinterStop | ProjectState::Suspended) {
        start::edit::resume(w, id, input.happened_on.unwrap_or_else(|| w.today()))?;
    }
    Ok(())
}

/// Writes a change that was checked: by this form, or by the turn of the year.
pub fn write(w: &mut Writer, project: Project, input: &NewStanding) -> Result<()> {
    let change = change(w, &project, input);
    let mut after = project.clone();
    after.standing = input.standing.state().unwrap_or(project.standing);
    match input.standing {
        Standing::Renamed => {
            after.name = input.name.clone().unwrap_or(after.name);
            crate::project::edit::called_before(&mut after, &project.name);
        }
        Standing::Active => after.counted = counted_before(w, &project)?,
        Standing::Split => return split::write(w, &project, input, &change),
        ended if ended.leaves_counts() => after.counted = false,
        _ => {}
    }
    w.put(&after)?;
    w.put_new(change)
}

fn change(w: &Writer, project: &Project, input: &NewStanding) -> StandingChange {
    StandingChange {
        id: w.new_id(),
        office: project.office,
        project: project.id,
        standing: input.standing,
        happened_on: input.happened_on.unwrap_or_else(|| w.today()),
        expected_until: input.expected_until,
        reason: input.reason.clone(),
        document: input.document.clone(),
        other: input.other,
        name_before: (input.standing == Standing::Renamed).then(|| project.name.clone()),
        standing_before: project.standing,
        counted_before: project.counted,
    }
}

/// A project that goes on counts as it did before it stopped counting.
fn counted_before(r: &Reader, project: &Project) -> Result<bool> {
    let changes = query::changes(r, project.id)?;
    let since = changes.iter().rev().take_while(|c| c.standing != Standing::Active);
    let left = since.filter(|c| c.standing.leaves_counts()).last();
    Ok(left.map_or(project.counted, |c| c.counted_before))
}

pub(super) fn tidy(mut input: NewStanding) -> NewStanding {
    let clean = |text: Option<String>| text.map(|t| t.trim().to_string()).filter(|t| !t.is_empty());
    (input.reason, input.document, input.name) = (clean(input.reason), clean(input.document), clean(input.name));
    if !matches!(input.standing, Standing::WinterStop | Standing::Suspended) {
        input.expected_until = None;
    }
    if input.standing != Standing::Merged {
        input.other = None;
    }
    for part in &mut input.parts {
        part.name = part.name.trim().to_string();
    }
    input
}

pub(super) fn faults(r: &Reader, project: &Project, input: &NewStanding) -> Result<Vec<FieldFault>> {
    let mut faults = vec![];
    if !allowed(project.standing, project.stage).contains(&input.standing) {
        faults.push(FieldFault::error("standing", Rule::StandingNotAllowed));
        return Ok(faults);
    }
    let on = input.happened_on.unwrap_or_else(|| r.today());
    if on > r.today() {
        faults.push(FieldFault::error("happened_on", Rule::ActualInFuture));
    }
    if let Some(last) = query::changes(r, project.id)?.last().filter(|last| last.happened_on > on) {
        faults.push(FieldFault::error("happened_on", Rule::BeforeLastChange).with("day", last.happened_on));
    }
    if input.expected_until.is_some_and(|until| until.on <= on) {
        faults.push(FieldFault::error("expected_until", Rule::OutOfRange));
    }
    if input.standing.needs_reason() && input.reason.is_none() {
        faults.push(FieldFault::error("reason", Rule::Required));
    }
    match input.standing {
        Standing::Renamed => faults.extend(new_name(project, input)),
        Standing::Merged => faults.extend(target(r, project, input)?),
        Standing::Split => faults.extend(split::faults(r, project, input)?),
        _ => {}
    }
    Ok(faults)
}

fn new_name(project: &Project, input: &NewStanding) -> Option<FieldFault> {
    match &input.name {
        None => Some(FieldFault::error("name", Rule::Required)),
        Some(name) if *name == project.name => Some(FieldFault::error("name", Rule::Duplicate)),
        Some(name) if name.chars().count() > 200 => Some(FieldFault::error("name", Rule::TooLong).with("limit", 200)),
        Some(_) => None,
    }
}

/// The target must be another project that lives; what has been merged or ended takes nobody in.
fn target(r: &Reader, project: &Project, input: &NewStanding) -> Result<Option<FieldFault>> {
    let Some(other) = input.other else { return Ok(Some(FieldFault::error("other", Rule::Required))) };
    if other == project.id {
        return Ok(Some(FieldFault::error("other", Rule::OwnParent)));
    }
    let Some(target) = r.find::<Project>(other)? else {
        return Ok(Some(FieldFault::error("other", Rule::NoSuchRecord)));
    };
    Ok(query::ENDED
        .contains(&target.standing)
        .then(|| FieldFault::error("other", Rule::TargetEnded).with("name", target.name)))
}
