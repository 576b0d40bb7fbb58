//! Writing starts. A recognised start is the fact the ledger's 实际开工, stage and standing follow, in one action.

use super::query::{self, StartFile};
use super::{ProjectStart, StartDecision, StartKind};
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{ProjectId, StartId};
use crate::people::edit::SaveOf;
use crate::project::{Project, ProjectState, Stage};
use crate::standing::{Standing, edit::NewStanding};
use crate::store::{Reader, Writer};
use crate::time::Day;
use chrono::{Datelike, NaiveDate};

pub fn save(w: &mut Writer, input: SaveOf<StartId>) -> Result<StartFile> {
    let old = input.id.map(|id| w.get::<ProjectStart>(id)).transpose()?;
    let project: Project = w.get(old.as_ref().map_or_else(|| input.project(), |s| Ok(s.project))?)?;
    let starts = query::starts(w, project.id)?;
    let before = match &old {
        Some(old) => old.clone(),
        None => blank(w, &project, &starts),
    };
    let saved = tidy(input.set.apply(&before)?, w);
    let faults = check(w, &project, &starts, &saved);
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    w.subject(project.name.clone());
    w.put(&saved)?;
    let project = match &old {
        _ if saved.decision == StartDecision::Recognised && saved.kind == StartKind::New => {
            follow(w, project, old.as_ref(), &saved)?
        }
        Some(old) if begins(old) => take_back(w, project, old)?,
        _ => project,
    };
    let project = match saved.kind {
        StartKind::Resume if saved.decision == StartDecision::Recognised => go_on(w, project, &saved)?,
        _ => project,
    };
    query::of(w, &project)
}

pub fn remove(w: &mut Writer, id: StartId) -> Result<bool> {
    let start: ProjectStart = w.get(id)?;
    let project: Project = w.get(start.project)?;
    w.subject(project.name.clone());
    if begins(&start) {
        take_back(w, project, &start)?;
    }
    crate::attachment::edit::leave(w, &start)?;
    w.remove::<ProjectStart>(id)
}

/// 恢复 after a stop is 复工 (practice C31): it is recognised as of that day with it, once a year, where work had begun. One
/// that was declared already is recognised; nobody needs to enter the same fact twice.
pub fn resume(w: &mut Writer, id: ProjectId, on: NaiveDate) -> Result<()> {
    let project: Project = w.get(id)?;
    let starts = query::starts(w, id)?;
    if !query::begun(&project, &starts) {
        return Ok(());
    }
    let of_the_year = |s: &&ProjectStart| s.kind == StartKind::Resume && s.happened_on.year() == on.year();
    let known = starts.iter().filter(of_the_year).find(|s| s.decision != StartDecision::Rejected);
    let decided_on = Some(w.today());
    let decision = StartDecision::Recognised;
    match known {
        Some(known) if known.decision == StartDecision::Recognised => Ok(()),
        Some(known) => w.put(&ProjectStart { decision, decided_on, happened_on: on, ..known.clone() }),
        None => {
            let kind = StartKind::Resume;
            w.put_new(ProjectStart { kind, happened_on: on, decision, decided_on, ..blank(w, &project, &starts) })
        }
    }
}

/// Whether the ledger's 实际开工 follows this start.
fn begins(start: &ProjectStart) -> bool {
    start.kind == StartKind::New && start.decision == StartDecision::Recognised
}

/// A first start that is recognised no more takes its day out of 实际开工 again, for with it the project would still count as
/// begun. The stage stays: how far the site has come is seen there, not decided.
fn take_back(w: &mut Writer, mut project: Project, start: &ProjectStart) -> Result<Project> {
    if project.started_actual == Some(Day::exact(start.happened_on)) {
        project.started_actual = None;
        w.put(&project)?;
    }
    Ok(project)
}

/// What is declared next: a resumption where work had begun, else the first start.
fn blank(w: &Writer, project: &Project, starts: &[ProjectStart]) -> ProjectStart {
    let kind = if query::first_awaited(project, starts, w.today().year()) { StartKind::New } else { StartKind::Resume };
    ProjectStart {
        id: w.new_id(),
        office: project.office,
        project: project.id,
        kind,
        happened_on: w.today(),
        declared_on: None,
        verified_on: None,
        verified_by: None,
        decision: StartDecision::Pending,
        decided_on: None,
        reason: None,
        standard: None,
        note: None,
    }
}

/// A decision has its day, today's where none is named; an open one has none.
fn tidy(mut start: ProjectStart, r: &Reader) -> ProjectStart {
    match start.decision {
        StartDecision::Pending => start.decided_on = None,
        _ => start.decided_on = start.decided_on.or_else(|| Some(r.today())),
    }
    start
}

/// 申报 → 现场核实 → 认定/剔除: nothing is recognised that nobody saw, nothing struck out without its reason.
fn check(r: &Reader, project: &Project, starts: &[ProjectStart], start: &ProjectStart) -> Vec<FieldFault> {
    let (today, mut faults) = (r.today(), vec![]);
    let days = [
        ("happened_on", Some(start.happened_on)),
        ("declared_on", start.declared_on),
        ("verified_on", start.verified_on),
        ("decided_on", start.decided_on),
    ];
    for (field, day) in days {
        if day.is_some_and(|day| day > today) {
            faults.push(FieldFault::error(field, Rule::ActualInFuture));
        }
    }
    for (field, day) in [("verified_on", start.verified_on), ("decided_on", start.decided_on)] {
        if day.is_some_and(|day| day < start.happened_on) {
            faults.push(FieldFault::error(field, Rule::BeforeTheStart).with("day", start.happened_on));
        }
    }
    if start.decision == StartDecision::Recognised && start.kind == StartKind::New {
        let missing = [("verified_on", start.verified_on.is_none()), ("verified_by", start.verified_by.is_none())];
        faults.extend(missing.iter().filter(|(_, m)| *m).map(|(field, _)| FieldFault::error(field, Rule::NotVerified)));
    }
    if start.decision == StartDecision::Rejected && start.reason.is_none() {
        faults.push(FieldFault::error("reason", Rule::Required));
    }
    faults.extend(among(project, starts, start));
    faults
}

/// A project is begun once, and taken up again at most once a year.
fn among(project: &Project, starts: &[ProjectStart], start: &ProjectStart) -> Option<FieldFault> {
    let others: Vec<_> = starts.iter().filter(|s| s.id != start.id).cloned().collect();
    let same = |s: &&ProjectStart| {
        let again = start.kind == StartKind::New || s.happened_on.year() == start.happened_on.year();
        s.kind == start.kind && s.decision != StartDecision::Rejected && again
    };
    if start.decision != StartDecision::Rejected
        && let Some(twice) = others.iter().find(same)
    {
        return Some(FieldFault::error("kind", Rule::StartedAlready).with("day", twice.happened_on));
    }
    let unbegun = start.kind == StartKind::Resume && !query::begun(project, &others);
    unbegun.then(|| FieldFault::error("kind", Rule::NeverStarted))
}

/// The ledger follows a first start with 实际开工 and stage. Nothing typed is overwritten.
fn follow(w: &mut Writer, mut project: Project, old: Option<&ProjectStart>, start: &ProjectStart) -> Result<Project> {
    let ours = old.is_some_and(|old| project.started_actual == Some(Day::exact(old.happened_on)));
    if project.started_actual.is_none() || ours {
        project.started_actual = Some(Day::exact(start.happened_on));
    }
    project.stage = project.stage.max(Stage::Started);
    w.put(&project)?;
    Ok(project)
}

/// The ledger follows a resumption with the end of a stop.
fn go_on(w: &mut Writer, project: Project, start: &ProjectStart) -> Result<Project> {
    if !matches!(project.standing, ProjectState::WinterStop | ProjectState::Suspended) {
        return Ok(project);
    }
    let stop = crate::standing::query::changes(w, project.id)?.last().map(|c| c.happened_on);
    if stop.is_some_and(|day| day > start.happened_on) {
        return Ok(project);
    }
    let id = project.id;
    crate::standing::edit::write(w, project, &going_on(start))?;
    w.get(id)
}

fn going_on(start: &ProjectStart) -> NewStanding {
    NewStanding {
        project: start.project,
        standing: Standing::Active,
        happened_on: Some(start.happened_on),
        expected_until: None,
        reason: None,
        document: None,
        other: None,
        name: None,
        parts: vec![],
        basis: None,
    }
}
