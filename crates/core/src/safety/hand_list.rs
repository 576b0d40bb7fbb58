//! 交接清单: what one person holds, so that the next one need not ring (practice §4.7).
//!
//! Changing the duties themselves is `duty_hand_over`; here everything is only read.

use crate::approval::material::ApprovalMaterial;
use crate::approval::query::{Listed, checklist};
use crate::approval::responsible;
use crate::approval::state::State;
use crate::approval::way::ApprovalWay;
use crate::attachment::query::{ScanOf, of_project, scan_of};
use crate::error::Result;
use crate::id::{PersonId, ProjectId};
use crate::matter::MatterKind;
use crate::people::{Person, Role};
use crate::project::{Project, Stage};
use crate::round::{Round, UnitState};
use crate::route::RouteKind;
use crate::route::query::{ListedStep, RoutesOf, ahead_of, list};
use crate::store::Reader;
use crate::store::record::cell;
use crate::today::TodayPromise;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whose list.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct HandListOf {
    pub person: PersonId,
}

/// What a person holds today.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HandList {
    pub person: Person,
    #[ts(type = "string")]
    pub day: NaiveDate,
    pub duties: Vec<HeldDuty>,
    /// Approvals of those projects that were handed in and are not decided, and all this person is in charge of and that are not
    /// decided; the nearest due day first.
    pub approvals: Vec<OpenApproval>,
    /// Steps of routes this person is in charge of and that are not reached, the nearest due day first.
    pub steps: Vec<OpenStep>,
    /// Scans of certificates of those projects.
    pub scans: Vec<HeldScan>,
    /// Needs, issues and tasks that are not closed: of those projects, or given to this person.
    pub matters: Vec<OpenMatter>,
    /// Everything that was promised about those approvals and projects, near or not: papers that come later, pledges, days said in
    /// a call, what 一会三函 owes; the nearest first.
    pub promises: Vec<TodayPromise>,
    /// Reports that open rounds still wait for, or that came back and were not taken.
    pub reports: Vec<OpenReport>,
    /// Phone numbers of those projects and their enterprises.
    pub contacts: Vec<HeldContact>,
    /// Saved views of this person.
    pub views: Vec<String>,
    /// Senders whose ledgers the desk knows how to read.
    pub senders: Vec<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HeldDuty {
    pub project: ProjectId,
    pub name: String,
    pub role: Role,
    #[ts(type = "string | null")]
    pub since: Option<NaiveDate>,
    pub stage: Stage,
    /// 存在问题 of the newest 调度 report.
    pub issue: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OpenApproval {
    pub project: ProjectId,
    pub name: String,
    pub item: String,
    pub item_en: String,
    pub state: State,
    pub kind: crate::approval::template::ItemKind,
    /// Who has it in hand, or will; absent for the applicant.
    pub holder: Option<String>,
    pub holder_en: Option<String>,
    /// Whose opinion it waits for or has.
    pub opinion_holder: Option<String>,
    /// Who is in charge of it (专人).
    pub responsible: Option<String>,
    #[ts(type = "string | null")]
    pub due_on: Option<NaiveDate>,
    pub days_left: Option<i64>,
    /// How it is handled beside the ordinary way.
    pub ways: Vec<ApprovalWay>,
    /// Names of papers that are neither ready nor handed in.
    pub missing: Vec<String>,
}

/// A step of a route that is not reached.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OpenStep {
    pub project: ProjectId,
    pub name: String,
    pub route: RouteKind,
    pub step: String,
    pub step_en: String,
    /// With whom it lies.
    pub holder: Option<String>,
    /// Who is in charge of it (专人).
    pub responsible: Option<String>,
    /// Promised, else the law's.
    pub due_on: Option<crate::time::Day>,
    /// Working days to that day; negative when overdue.
    pub days_left: Option<i64>,
}

/// A scan beside its certificate.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HeldScan {
    pub project: ProjectId,
    pub name: String,
    pub item: ScanOf,
    pub certificate: Option<String>,
    #[ts(type = "string | null")]
    pub certificate_on: Option<NaiveDate>,
    #[ts(type = "string | null")]
    pub expires_on: Option<NaiveDate>,
    /// Name of the file.
    pub file: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OpenMatter {
    pub project: ProjectId,
    pub name: String,
    pub kind: MatterKind,
    pub element: Option<String>,
    pub content: Option<String>,
    pub department: Option<String>,
    pub handler: Option<String>,
    /// Who said it, for a task from a leader.
    pub instructed_by: Option<String>,
    pub need_by: Option<crate::time::Day>,
    pub promised_on: Option<crate::time::Day>,
}

/// A unit's report that is not taken into the ledger.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OpenReport {
    pub round: String,
    pub unit: String,
    pub state: UnitState,
    /// 截止
    #[ts(type = "string")]
    pub due_on: NaiveDate,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HeldContact {
    /// Project or enterprise.
    pub of: String,
    pub name: Option<String>,
    pub title: Option<String>,
    pub phone: Option<String>,
    pub note: Option<String>,
}

pub fn hand_list(r: &Reader, of: HandListOf) -> Result<HandList> {
    let person: Person = r.get(of.person)?;
    let duties = duties(r, &person)?;
    let mut projects: Vec<(ProjectId, String)> = vec![];
    for duty in &duties {
        if !projects.iter().any(|(id, _)| *id == duty.project) {
            projects.push((duty.project, duty.name.clone()));
        }
    }
    let views = r
        .db()
        .prepare_cached("select name from view where person = ? order by position is null, position, id")?
        .query_map([of.person.to_string()], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let senders = r
        .db()
        .prepare_cached("select distinct sender from mapping where sender <> '' order by sender")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(HandList {
        day: r.today(),
        approvals: approvals(r, &person, &projects)?,
        steps: steps(r, &person)?,
        scans: scans(r, &projects)?,
        matters: matters(r, &person)?,
        promises: crate::today::promised_about(r, &person)?,
        reports: reports(r)?,
        contacts: contacts(r, &person)?,
        views,
        senders,
        duties,
        person,
    })
}

fn duties(r: &Reader, person: &Person) -> Result<Vec<HeldDuty>> {
    let mut find = r.db().prepare_cached(include_str!("held.sql"))?;
    let rows = find.query_map([person.id.to_string(), person.name.clone()], |row| {
        Ok(HeldDuty {
            project: cell(row, 0)?,
            name: cell(row, 1)?,
            role: cell(row, 2)?,
            since: cell(row, 3)?,
            stage: cell(row, 4)?,
            issue: cell(row, 5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn approvals(r: &Reader, person: &Person, projects: &[(ProjectId, String)]) -> Result<Vec<OpenApproval>> {
    let mut out = vec![];
    for (project, name) in projects {
        let items = checklist(r, *project)?.items.into_iter();
        out.extend(items.filter_map(|item| open_approval(*project, name, person, item)));
    }
    for (project, name) in in_charge(r, person)?.iter().filter(|one| !projects.contains(one)) {
        let items = checklist(r, *project)?.items.into_iter().filter(|item| is_his(item, person));
        out.extend(items.filter_map(|item| open_approval(*project, name, person, item)));
    }
    out.sort_by_key(|a| (a.due_on.is_none(), a.due_on));
    Ok(out)
}

/// Projects with an approval this person is in charge of.
fn in_charge(r: &Reader, person: &Person) -> Result<Vec<(ProjectId, String)>> {
    let mut find = r.db().prepare_cached(include_str!("in_charge.sql"))?;
    let rows = find.query_map([person.id.to_string(), person.name.clone()], |row| Ok((cell(row, 0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn is_his(item: &Listed, person: &Person) -> bool {
    item.approval.as_ref().is_some_and(|approval| responsible::is_of(approval, person))
}

/// One in somebody's hands, or one this person has still to see through.
fn open_approval(project: ProjectId, name: &str, person: &Person, item: Listed) -> Option<OpenApproval> {
    let his = is_his(&item, person) && item.waived.is_none() && responsible::is_ahead(item.state);
    if item.in_hand.is_none() && !his {
        return None;
    }
    let (holder, holder_en) = match item.in_hand {
        Some(held) => (held.holder, held.holder_en),
        None => (Some(item.unit), Some(item.unit_en)),
    };
    let there = |known: &ApprovalMaterial| known.not_needed || known.ready_on.or(known.handed_on).is_some();
    // Where nothing was recorded of any listed paper, nobody looked at them: that is 未采集, not missing.
    let looked = item.materials.iter().any(|paper| paper.listed && paper.known.is_some());
    let missing = item.materials.iter().filter(|paper| match &paper.known {
        Some(known) => !there(known),
        None => looked,
    });
    let missing = missing.map(|paper| paper.name.clone()).collect();
    let (opinion_holder, responsible) =
        item.approval.map_or((None, None), |approval| (approval.opinion_holder, approval.responsible));
    Some(OpenApproval {
        project,
        name: name.into(),
        state: item.state,
        kind: item.kind,
        holder,
        holder_en,
        opinion_holder,
        responsible,
        due_on: item.due_on,
        days_left: item.days_left,
        ways: item.ways.into_iter().map(|held| held.way).collect(),
        missing,
        item: item.name,
        item_en: item.name_en,
    })
}

fn steps(r: &Reader, person: &Person) -> Result<Vec<OpenStep>> {
    let his = ahead_of(r, None, Some(person.id), &person.name)?;
    let mut out = vec![];
    for of_project in his.chunk_by(|one, next| one.project == next.project) {
        let project = of_project[0].project;
        let name = r.get::<Project>(project)?.name;
        for route in list(r, RoutesOf { project })? {
            let open = |step: ListedStep| {
                let record = step.record.filter(|record| of_project.iter().any(|one| one.id == record.id))?;
                Some(OpenStep {
                    project,
                    name: name.clone(),
                    route: route.kind,
                    step: step.step.name,
                    step_en: step.step.name_en,
                    holder: record.holder,
                    responsible: record.responsible,
                    due_on: step.due_on,
                    days_left: step.days_left,
                })
            };
            out.extend(route.steps.into_iter().filter_map(open));
        }
    }
    out.sort_by_key(|step| (step.due_on.is_none(), step.due_on.map(|day| day.on)));
    Ok(out)
}

fn scans(r: &Reader, projects: &[(ProjectId, String)]) -> Result<Vec<HeldScan>> {
    let mut out = vec![];
    for (project, name) in projects {
        for paper in of_project(r, *project)? {
            let Some((approval, item)) = scan_of(r, &paper)? else { continue };
            out.push(HeldScan {
                project: *project,
                name: name.clone(),
                item,
                certificate: approval.certificate,
                certificate_on: approval.certificate_on,
                expires_on: approval.expires_on,
                file: paper.name,
            });
        }
    }
    Ok(out)
}

fn matters(r: &Reader, person: &Person) -> Result<Vec<OpenMatter>> {
    let mut find = r.db().prepare_cached(include_str!("held_matters.sql"))?;
    let rows = find.query_map([person.id.to_string(), person.name.clone()], |row| {
        Ok(OpenMatter {
            project: cell(row, 0)?,
            name: cell(row, 1)?,
            kind: cell(row, 2)?,
            element: cell(row, 3)?,
            content: cell(row, 4)?,
            department: cell(row, 5)?,
            handler: cell(row, 6)?,
            instructed_by: cell(row, 7)?,
            need_by: cell(row, 8)?,
            promised_on: cell(row, 9)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn reports(r: &Reader) -> Result<Vec<OpenReport>> {
    let mut out = vec![];
    for round in r.all::<Round>("where closed_ms is null order by due_on, id", [])? {
        let units = crate::round::query::units(r, round.id)?.into_iter();
        let waits = units.filter(|unit| !matches!(unit.state, UnitState::Received | UnitState::Zero));
        out.extend(waits.map(|unit| OpenReport {
            round: round.name.clone(),
            unit: unit.name,
            state: unit.state,
            due_on: round.due_on,
        }));
    }
    Ok(out)
}

fn contacts(r: &Reader, person: &Person) -> Result<Vec<HeldContact>> {
    let mut find = r.db().prepare_cached(include_str!("held_contacts.sql"))?;
    let rows = find.query_map([person.id.to_string(), person.name.clone()], |row| {
        Ok(HeldContact {
            of: cell(row, 0)?,
            name: cell(row, 1)?,
            title: cell(row, 2)?,
            phone: cell(row, 3)?,
            note: cell(row, 4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
