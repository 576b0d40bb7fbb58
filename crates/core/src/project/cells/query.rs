//! Reading cells: what they hold, what they would hold, and who set them when.

use super::{CellFault, CellWrite, Place, Said, project, statistics};
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{ProgressId, ProjectId};
use crate::people::query::holder;
use crate::people::{Duty, Role};
use crate::progress::{self, Basis, Progress};
use crate::project::column::Column;
use crate::project::{Counting, Project, check};
use crate::statistics::edit::{entry, entry_id};
use crate::statistics::{StatisticsEntry, StatisticsState};
use crate::store::history::{self, Set};
use crate::store::{Reader, Record, Value};
use chrono::Datelike;

/// What a cell holds now.
pub fn held(r: &Reader, project: &Project, column: Column, period: Option<&str>) -> Result<Said> {
    Ok(match column.place() {
        Place::Project | Place::Fixed => project::get(project, column),
        Place::Progress => standing(r, project, period)?.map_or(Said::Nothing, |report| reported(&report, column)),
        Place::Enterprise => {
            match project.enterprise.map(|e| r.find::<crate::enterprise::Enterprise>(e)).transpose()? {
                Some(Some(enterprise)) => Said::Text(enterprise.name),
                _ => Said::Nothing,
            }
        }
        Place::Duty(role) => holder(r, project.id, role)?.map_or(Said::Nothing, |duty| Said::Text(duty.name)),
        Place::Statistics => statistics::get(entry(r, project.id)?.as_ref(), column),
    })
}

/// The report a cell is of: that of the period, else the newest.
pub(super) fn report(r: &Reader, project: ProjectId, period: Option<&str>) -> Result<Option<Progress>> {
    match period {
        Some(period) => progress::edit::at(r, project, period, Basis::Dispatch),
        None => progress::edit::latest(r, project, Basis::Dispatch),
    }
}

/// What a cell is written over: the report, or for a month without one what goes on from the last.
fn standing(r: &Reader, project: &Project, period: Option<&str>) -> Result<Option<Progress>> {
    let found = report(r, project.id, period)?;
    match period.filter(|period| found.is_none() && progress::edit::is_period(period)) {
        Some(period) => {
            progress::edit::following(ProgressId::default(), r, project, period.into(), Basis::Dispatch).map(Some)
        }
        None => Ok(found),
    }
}

pub(super) fn reported(g: &Progress, column: Column) -> Said {
    let money = |yuan: Option<i64>, about| yuan.map_or(Said::Nothing, |yuan| Said::Money { yuan, about });
    let text = |t: &Option<String>| t.clone().map_or(Said::Nothing, Said::Text);
    match column {
        Column::DoneTotal => money(g.done_total, g.done_about),
        Column::DoneYear => money(g.done_year, false),
        Column::DoneMonth => money(g.done_month, false),
        Column::Image => text(&g.image),
        Column::Issue => text(&g.issue),
        Column::NextStep => text(&g.next_step),
        _ => Said::Nothing,
    }
}

fn report_set(g: &mut Progress, column: Column, said: &Said) -> std::result::Result<(), Rule> {
    match column {
        Column::DoneTotal => (g.done_total, g.done_about) = project::money(said)?,
        Column::DoneYear => g.done_year = project::money(said)?.0,
        Column::DoneMonth => g.done_month = project::money(said)?.0,
        Column::Image => g.image = project::text(said)?,
        Column::Issue => g.issue = project::text(said)?,
        _ => g.next_step = project::text(said)?,
    }
    Ok(())
}

/// What writing some cells of one project would do.
pub(super) struct Planned {
    pub project: Project,
    /// Name of the enterprise it is to belong to; `Some(None)` for none.
    pub enterprise: Option<Option<String>>,
    /// Reports as they are and as they are to be; one without identity is new.
    pub reports: Vec<(Progress, Progress)>,
    /// Who is to hold which duty.
    pub holders: Vec<(Role, Option<String>)>,
    pub statistics: Option<statistics::Told>,
    pub faults: Vec<CellFault>,
}

/// Plans cells of one project, each with its place among all cells. What was wrong before is not held against them.
pub(super) fn plan(r: &Reader, old: &Project, cells: &[(usize, &CellWrite)]) -> Result<Planned> {
    let (enterprise, reports, holders, faults) = (None, vec![], vec![], vec![]);
    let mut plan = Planned { project: old.clone(), enterprise, reports, holders, statistics: None, faults };
    for (at, cell) in cells {
        let set = match cell.column.place() {
            Place::Fixed => Err(Rule::NotEditable),
            Place::Project => project::set(&mut plan.project, cell.column, &cell.said, i64::from(r.today().year())),
            Place::Progress => match plan.report(r, old, cell.period.as_deref())? {
                Some(report) => report_set(report, cell.column, &cell.said),
                None => Err(Rule::NoSuchMonth),
            },
            Place::Enterprise => project::text(&cell.said).map(|name| plan.enterprise = Some(name)),
            Place::Duty(role) => project::text(&cell.said).map(|name| plan.holders.push((role, name))),
            Place::Statistics => {
                let entry = entry(r, old.id)?;
                plan.statistics.get_or_insert_default().put(cell.column, &cell.said, entry.as_ref())
            }
        };
        if let Err(rule) = set {
            plan.faults.push(CellFault { cell: *at, fault: FieldFault::error(cell.column.code(), rule) });
        }
    }
    plan.check(r, old, cells);
    Ok(plan)
}

impl Planned {
    /// The report of a period that cells are put into; none if there is no such month.
    fn report(&mut self, r: &Reader, project: &Project, period: Option<&str>) -> Result<Option<&mut Progress>> {
        if period.is_some_and(|p| !progress::edit::is_period(p)) {
            return Ok(None);
        }
        let found = report(r, project.id, period)?;
        let this_month = || r.today().format("%Y-%m").to_string();
        let period = found.as_ref().map(|g| g.period.clone()).or(period.map(str::to_string)).unwrap_or_else(this_month);
        if let Some(at) = self.reports.iter().position(|(_, g)| g.period == period) {
            return Ok(self.reports.get_mut(at).map(|(_, report)| report));
        }
        let report = match found {
            Some(report) => report,
            None => progress::edit::following(ProgressId::default(), r, project, period, Basis::Dispatch)?,
        };
        self.reports.push((report.clone(), report));
        Ok(self.reports.last_mut().map(|(_, report)| report))
    }

    fn check(&mut self, r: &Reader, old: &Project, cells: &[(usize, &CellWrite)]) {
        let mut told: Vec<FieldFault> = vec![];
        if self.project != *old {
            let found = check::check(&self.project, r.today());
            let before = if found.is_empty() { vec![] } else { check::check(old, r.today()) };
            told.extend(found.into_iter().filter(|fault| !before.contains(fault)));
            if crate::project::edit::counts_again(old, &self.project) {
                told.push(FieldFault::error("counted", Rule::StandingByChange));
            }
            if circular(r, &self.project) {
                told.push(FieldFault::error("parent", Rule::OwnParent));
            }
        }
        told.extend(self.reports.iter().flat_map(|(_, report)| progress::edit::check(report)));
        for (_, report) in &self.reports {
            if let (Some(done), Some(total)) = (report.done_total, self.project.total)
                && done > total
                && cells.iter().any(|(_, c)| matches!(c.column, Column::DoneTotal | Column::Total))
            {
                told.push(FieldFault::warning("done_total", Rule::DoneOverTotal));
            }
        }
        for fault in told {
            let of = cells.iter().find(|(_, c)| c.column.code() == fault.field).or(cells.first());
            self.faults.extend(of.map(|(cell, _)| CellFault { cell: *cell, fault }));
        }
    }
}

/// A project that would lie in itself.
fn circular(r: &Reader, p: &Project) -> bool {
    let mut above = p.parent;
    for _ in 0..20 {
        match above {
            None => return false,
            Some(id) if id == p.id => return true,
            Some(id) => above = r.find::<Project>(id).ok().flatten().and_then(|q| q.parent),
        }
    }
    true
}

/// Who set a cell when, and what stood there before.
#[derive(Clone, Debug, PartialEq)]
pub struct CellStory {
    pub ms: i64,
    pub person: String,
    /// The command by which it was set.
    pub label: String,
    /// As it is stored; empty where nothing is known from before.
    pub old: Said,
}

pub fn story(r: &Reader, project: &Project, column: Column, period: Option<&str>) -> Result<Option<CellStory>> {
    let field = match (column, column.place()) {
        (Column::Region, _) if project.region.is_none() => "region_text",
        (Column::Industry, _) if project.industry.is_none() => "industry_text",
        (_, Place::Fixed) if column != Column::Standing => return Ok(None),
        _ => column.code(),
    };
    let set = match column.place() {
        Place::Progress => match report(r, project.id, period)? {
            Some(report) => history::of_field(r, Progress::META, report.id.0, field)?,
            None => None,
        },
        Place::Duty(role) => return duty_story(r, project.id, role),
        Place::Statistics if column == Column::Statistics => {
            // Either of the two makes another state.
            let of = |field| history::of_field(r, StatisticsEntry::META, entry_id(project.id).0, field);
            let (due, entered) = (of("due")?, of("entered")?);
            entered.into_iter().chain(due).max_by_key(|set| set.ms)
        }
        Place::Statistics => history::of_field(r, StatisticsEntry::META, entry_id(project.id).0, field)?,
        _ => history::of_field(r, Project::META, project.id.0, field)?,
    };
    set.map(|set| {
        let old = before(r, column, &set)?;
        Ok(CellStory { ms: set.ms, person: set.person, label: set.label, old })
    })
    .transpose()
}

/// A stored value of a column as a cell says it.
fn before(r: &Reader, column: Column, set: &Set) -> Result<Said> {
    let old = match &set.old {
        Value::Null => return Ok(Said::Nothing),
        Value::Int(whole) => match column {
            Column::Counted => return Ok(Said::Code(Counting::of(*whole != 0).code().into())),
            Column::Statistics => {
                let state = match (set.field.as_str(), *whole) {
                    ("due", 0) => StatisticsState::NotDue,
                    ("entered", 1) => StatisticsState::Entered,
                    _ => StatisticsState::Due,
                };
                return Ok(Said::Code(state.code().into()));
            }
            _ => return Ok(Said::Money { yuan: *whole, about: false }),
        },
        Value::Text(text) => text.clone(),
    };
    let id = || crate::id::Uuid::try_parse(&old).map_err(|e| Error::Internal(e.to_string()));
    Ok(match column {
        Column::Stage | Column::Standing | Column::Carried | Column::Nature => Said::Code(old),
        Column::Region | Column::Industry if !set.field.ends_with("_text") => Said::Code(old),
        Column::Parent => Said::Project(ProjectId(id()?)),
        Column::Enterprise => {
            let enterprise: Option<crate::enterprise::Enterprise> = r.find(crate::id::EnterpriseId(id()?))?;
            enterprise.map_or(Said::Nothing, |e| Said::Text(e.name))
        }
        _ if column.is_day() => {
            Said::Day(old.parse().map_err(|e: crate::time::NotADay| Error::Internal(e.to_string()))?)
        }
        _ => Said::Text(old),
    })
}

/// The present holder's name as it was set last; before it stood another name, or the holder before.
fn duty_story(r: &Reader, project: ProjectId, role: Role) -> Result<Option<CellStory>> {
    let key = [project.to_string(), role.code().to_string()];
    let last: Option<Duty> =
        r.first("where project = ? and role = ? and until is not null order by until desc, id desc", key)?;
    let (record, field) = match (holder(r, project, role)?, &last) {
        (Some(now), _) => (now.id, "name"),
        (None, Some(last)) => (last.id, "until"),
        (None, None) => return Ok(None),
    };
    let Some(set) = history::of_field(r, Duty::META, record.0, field)? else { return Ok(None) };
    let old = match (&set.old, last) {
        (Value::Text(name), _) if field == "name" => Said::Text(name.clone()),
        (_, Some(last)) => Said::Text(last.name),
        _ => Said::Nothing,
    };
    Ok(Some(CellStory { ms: set.ms, person: set.person, label: set.label, old }))
}
