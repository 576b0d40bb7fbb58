//! The milestones of one project, and of all of the office with the quickest first.

use super::{MilestoneAnswer, MilestoneCheck, ProjectMilestones, Recorded, milestones};
use crate::approval::figures::FiguresQuery;
use crate::error::Result;
use crate::id::ProjectId;
use crate::project::Project;
use crate::project::start::{ProjectStart, StartDecision, StartKind};
use crate::store::Reader;
use crate::store::record::cell;
use crate::time::Day;
use chrono::NaiveDate;
use rusqlite::Row;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most rows of the office's table.
const MOST: usize = 500;

/// The milestones of the office's projects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MilestoneTable {
    #[ts(type = "string")]
    pub as_of: NaiveDate,
    /// Projects whose last milestone came in these days.
    pub found: i64,
    /// In production first, the quickest first, at most 500; then those not yet in production, the newest first.
    pub rows: Vec<MilestoneRow>,
    /// The middle of the days from the first talk to the contract.
    pub signing_days: Option<i64>,
    pub same_month: MilestoneCount,
    pub by_year_end: MilestoneCount,
    pub one_year: MilestoneCount,
}

/// How many of those of which it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MilestoneCount {
    pub yes: i64,
    pub known: i64,
}

impl MilestoneCount {
    fn add(&mut self, check: &MilestoneCheck) {
        self.yes += i64::from(check.answer == MilestoneAnswer::Yes);
        self.known += i64::from(check.answer != MilestoneAnswer::Unknown);
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MilestoneRow {
    pub project: ProjectId,
    pub project_name: String,
    pub milestones: ProjectMilestones,
}

/// What is recorded of a project; the start that was declared stands in where the stage has no day.
pub fn of_project(r: &Reader, id: ProjectId) -> Result<ProjectMilestones> {
    let project: Project = r.get(id)?;
    let starts: Vec<ProjectStart> = r.all("where project = ? order by happened_on, id", [id.to_string()])?;
    let mut new = starts.iter().filter(|s| s.kind == StartKind::New && s.decision != StartDecision::Rejected);
    let declared = new.next().map(|start| Day::exact(start.happened_on));
    let recorded = Recorded {
        stage: project.stage,
        days: [
            project.conceived_actual,
            project.negotiating_actual,
            project.signed_actual,
            project.started_actual.or(declared),
            project.operating_actual,
            project.first_product_actual,
        ],
    };
    Ok(milestones(&recorded, r.today()))
}

/// Of projects whose last milestone lies in the days of the query.
pub fn table(r: &Reader, query: FiguresQuery) -> Result<MilestoneTable> {
    let mut find = r.db().prepare_cached(include_str!("rows.sql"))?;
    let all: Vec<(MilestoneRow, NaiveDate)> =
        find.query_map([], |row| read(row, r.today()))?.collect::<rusqlite::Result<_>>()?;
    let mut all: Vec<(MilestoneRow, NaiveDate)> = all.into_iter().filter(|(_, last)| query.holds(*last)).collect();
    all.sort_by_key(|(row, last)| {
        let whole = row.milestones.whole.map(|span| span.days);
        (whole.is_none(), whole, std::cmp::Reverse(*last))
    });
    let mut signing: Vec<i64> = all.iter().filter_map(|(row, _)| Some(row.milestones.to_signing?.days)).collect();
    signing.sort_unstable();
    let mut table = MilestoneTable {
        as_of: r.today(),
        found: i64::try_from(all.len()).unwrap_or(i64::MAX),
        rows: vec![],
        signing_days: (!signing.is_empty()).then(|| signing[(signing.len() - 1) / 2]),
        same_month: MilestoneCount::default(),
        by_year_end: MilestoneCount::default(),
        one_year: MilestoneCount::default(),
    };
    for (row, _) in &all {
        table.same_month.add(&row.milestones.same_month);
        table.by_year_end.add(&row.milestones.by_year_end);
        table.one_year.add(&row.milestones.one_year);
    }
    table.rows = all.into_iter().map(|(row, _)| row).take(MOST).collect();
    Ok(table)
}

fn read(row: &Row<'_>, today: NaiveDate) -> rusqlite::Result<(MilestoneRow, NaiveDate)> {
    let mut days = [None; 6];
    for (at, day) in (3..).zip(&mut days) {
        *day = cell(row, at)?;
    }
    let recorded = Recorded { stage: cell(row, 2)?, days };
    let milestones = milestones(&recorded, today);
    let found = MilestoneRow { project: cell(row, 0)?, project_name: row.get(1)?, milestones };
    Ok((found, recorded.last().unwrap_or(today)))
}
