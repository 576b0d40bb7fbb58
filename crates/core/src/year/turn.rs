//! What the turn of the year does to one project.

use super::query::TurnRow;
use super::{TurnDecision, december_before};
use crate::error::Result;
use crate::progress::{Basis, Progress};
use crate::project::{Carried, Project};
use crate::round::closed;
use crate::standing::Standing;
use crate::standing::edit::NewStanding;
use crate::store::Writer;
use chrono::Datelike;

/// Carries out the decision of one row. December's reports are never touched.
pub fn apply(w: &mut Writer, year: i64, row: &TurnRow) -> Result<()> {
    let old: Project = w.get(row.project)?;
    let mut project = old.clone();
    match row.decision {
        TurnDecision::Undecided => return Ok(()),
        TurnDecision::Terminated => {
            return crate::standing::edit::write(
                w,
                old,
                &NewStanding {
                    project: row.project,
                    standing: Standing::Terminated,
                    happened_on: Some(w.today()),
                    expected_until: None,
                    reason: row.reason.clone(),
                    document: None,
                    other: None,
                    name: None,
                    parts: vec![],
                    basis: None,
                },
            );
        }
        TurnDecision::Completed => (project.carried, project.counted) = (None, false),
        TurnDecision::Continued => {
            project.carried = Some(Carried::Continued);
            new_plan(&mut project, year);
        }
        TurnDecision::Prepared => {
            let starts = project.started_planned.is_some_and(|day| i64::from(day.on.year()) == year);
            project.carried = starts.then_some(Carried::New);
            new_plan(&mut project, year);
        }
    }
    w.put(&project)?;
    if row.decision != TurnDecision::Completed {
        open_year(w, year, row)?;
    }
    Ok(())
}

/// January, or the first month after it that has begun and was not closed: a closed period is not given a report by the way.
fn first_open(w: &mut Writer, year: i64, row: &TurnRow) -> Result<String> {
    let (january, today) = (format!("{year:04}-01"), w.today().format("%Y-%m").to_string());
    for month in (1..=12).map(|month| format!("{year:04}-{month:02}")) {
        if month != january && month > today {
            break;
        }
        if !closed::holds(w, &month, row.project)? {
            return Ok(month);
        }
    }
    Ok(january)
}

/// 年计划 is empty until the new list says it; one that was entered for the new year already stays.
fn new_plan(project: &mut Project, year: i64) {
    if project.plan_year != Some(year) {
        (project.plan, project.plan_about, project.plan_year) = (None, false, Some(year));
    }
}

/// 截至上年底累计 on every report of the year that has none; where there is no report yet, the year begins with 本年完成 = 0
/// and the words of December.
fn open_year(w: &mut Writer, year: i64, row: &TurnRow) -> Result<()> {
    let (first, last) = (format!("{year:04}-01"), format!("{year:04}-12"));
    let id = row.project.to_string();
    let reports: Vec<Progress> = w.all(
        "where project = ? and basis = 'dispatch' and period between ? and ? order by period, id",
        [&id, &first, &last],
    )?;
    if reports.is_empty() {
        let december: Option<Progress> = w.first(
            "where project = ? and basis = 'dispatch' and period <= ? order by period desc, id desc",
            [&id, &december_before(year)],
        )?;
        let Some(december) = december else { return Ok(()) };
        let month = first_open(w, year, row)?;
        let mut begun = crate::progress::edit::blank(w.new_id(), december.office, row.project, month, Basis::Dispatch);
        begun.carry_on(&december);
        (begun.done_total, begun.done_prior, begun.done_year) = (row.prior, row.prior, Some(0));
        return w.put_new(begun);
    }
    for mut report in reports {
        if report.done_prior.is_none() {
            report.done_prior = row.prior;
            w.put(&report)?;
        }
    }
    Ok(())
}
