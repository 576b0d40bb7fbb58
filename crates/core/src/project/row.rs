//! One line of the ledger as it is shown: a field for every column.

use super::column::Column;
use super::list::{plan_of, region_name, share};
use super::{Carried, Nature, ProjectState, Stage};
use crate::error::Result;
use crate::id::ProjectId;
use crate::score::light::{Light, Shade};
use crate::statistics::StatisticsState;
use crate::store::record::cell;
use crate::store::{Cell, Reader};
use crate::time::Day;
use rusqlite::Row;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One line of the ledger. Money in 元, rates in thousandths.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProjectRow {
    pub id: ProjectId,
    pub entered: Option<i64>,
    pub counted: bool,
    pub light: Shade,
    pub name: String,
    pub code: Option<String>,
    pub region: Option<String>,
    pub region_text: Option<String>,
    /// The region's name, or its text as written.
    pub region_name: Option<String>,
    pub enterprise: Option<String>,
    pub stage: Stage,
    pub standing: ProjectState,
    pub carried: Option<Carried>,
    pub nature: Option<Nature>,
    /// GB/T 4754 code, or the words where no code is known.
    pub industry: Option<String>,
    pub industry_name: Option<String>,
    pub chain: Option<String>,
    /// One a line.
    pub tags: Option<String>,
    /// Names of the lists it stands on, in official order.
    pub list: Option<String>,
    pub parent: Option<ProjectId>,
    pub parent_name: Option<String>,
    pub statistics: Option<StatisticsState>,
    /// 入库月, `YYYY-MM`.
    pub entered_period: Option<String>,
    pub total: Option<i64>,
    pub total_about: bool,
    pub plan: Option<i64>,
    pub plan_about: bool,
    pub plan_year: Option<i64>,
    pub arrived: Option<i64>,
    /// `YYYY-MM` of the newest 调度 report; the next nine are its.
    pub period: Option<String>,
    pub done_total: Option<i64>,
    pub done_about: Option<bool>,
    pub done_year: Option<i64>,
    pub done_month: Option<i64>,
    /// Completed of total.
    pub rate: Option<i64>,
    /// Completed this year of the plan.
    pub year_rate: Option<i64>,
    pub image: Option<String>,
    pub issue: Option<String>,
    pub next_step: Option<String>,
    pub leader: Option<String>,
    pub chief_service_officer: Option<String>,
    pub liaison: Option<String>,
    pub responsible_unit: Option<String>,
    pub introduced_by: Option<String>,
    pub served_by: Option<String>,
    pub content: Option<String>,
    pub scale: Option<String>,
    pub site: Option<String>,
    pub note: Option<String>,
    #[serde(flatten)]
    pub days: StageDays,
    /// What the report before the newest said, where that is not the same.
    pub before: Option<ReportBefore>,
}

/// What a report is new against (本月新变化, practice C34): the one before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportBefore {
    /// `YYYY-MM`
    pub period: String,
    pub image: Option<String>,
    pub issue: Option<String>,
    pub done_total: Option<i64>,
    pub done_year: Option<i64>,
}

/// The stage dates of a line.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StageDays {
    pub conceived_planned: Option<Day>,
    pub conceived_actual: Option<Day>,
    pub negotiating_planned: Option<Day>,
    pub negotiating_actual: Option<Day>,
    pub signed_planned: Option<Day>,
    pub signed_actual: Option<Day>,
    pub preparing_planned: Option<Day>,
    pub preparing_actual: Option<Day>,
    pub land_planned: Option<Day>,
    pub land_actual: Option<Day>,
    pub started_planned: Option<Day>,
    pub started_actual: Option<Day>,
    pub building_planned: Option<Day>,
    pub building_actual: Option<Day>,
    pub completed_planned: Option<Day>,
    pub completed_actual: Option<Day>,
    pub operating_planned: Option<Day>,
    pub operating_actual: Option<Day>,
    pub full_planned: Option<Day>,
    pub full_actual: Option<Day>,
}

impl StageDays {
    /// The day of a column; none for a column of anything else.
    #[must_use]
    pub fn of(&self, column: Column) -> Option<Day> {
        match column {
            Column::ConceivedPlanned => self.conceived_planned,
            Column::ConceivedActual => self.conceived_actual,
            Column::NegotiatingPlanned => self.negotiating_planned,
            Column::NegotiatingActual => self.negotiating_actual,
            Column::SignedPlanned => self.signed_planned,
            Column::SignedActual => self.signed_actual,
            Column::PreparingPlanned => self.preparing_planned,
            Column::PreparingActual => self.preparing_actual,
            Column::LandPlanned => self.land_planned,
            Column::LandActual => self.land_actual,
            Column::StartedPlanned => self.started_planned,
            Column::StartedActual => self.started_actual,
            Column::BuildingPlanned => self.building_planned,
            Column::BuildingActual => self.building_actual,
            Column::CompletedPlanned => self.completed_planned,
            Column::CompletedActual => self.completed_actual,
            Column::OperatingPlanned => self.operating_planned,
            Column::OperatingActual => self.operating_actual,
            Column::FullPlanned => self.full_planned,
            Column::FullActual => self.full_actual,
            _ => None,
        }
    }
}

/// The lines of these projects, in their order.
pub fn read_all(r: &Reader, ids: &[ProjectId]) -> Result<Vec<ProjectRow>> {
    let mut statement = r.db().prepare_cached(include_str!("row.sql"))?;
    let mut rows = Vec::with_capacity(ids.len());
    for id in ids {
        let mut row = statement.query_row([id.to_string()], |found| read(&mut Fields { row: found, at: 0 }))?;
        row.region_name = region_name(r, row.region.as_deref())?.or_else(|| row.region_text.clone());
        row.industry_name = row.industry.as_deref().map(|code| crate::industry::name(code).unwrap_or(code).to_string());
        let light: Light = crate::score::query::light(r, *id)?;
        row.light = light.shade;
        rows.push(row);
    }
    Ok(rows)
}

/// Columns from left to right.
struct Fields<'r> {
    row: &'r Row<'r>,
    at: usize,
}

impl Fields<'_> {
    fn next<T: Cell>(&mut self) -> rusqlite::Result<T> {
        self.at += 1;
        cell(self.row, self.at - 1)
    }
}

fn read(f: &mut Fields<'_>) -> rusqlite::Result<ProjectRow> {
    let mut row = ProjectRow {
        id: f.next()?,
        entered: f.next()?,
        counted: f.next()?,
        light: Shade::Ring,
        name: f.next()?,
        code: f.next()?,
        region: f.next()?,
        region_text: f.next()?,
        region_name: None,
        enterprise: f.next()?,
        stage: f.next()?,
        standing: f.next()?,
        carried: f.next()?,
        nature: f.next()?,
        industry: f.next()?,
        industry_name: None,
        chain: f.next()?,
        tags: f.next()?,
        list: f.next()?,
        parent: f.next()?,
        parent_name: f.next()?,
        statistics: f.next()?,
        entered_period: f.next()?,
        total: f.next()?,
        total_about: f.next()?,
        plan: f.next()?,
        plan_about: f.next()?,
        plan_year: f.next()?,
        arrived: f.next()?,
        period: f.next()?,
        done_total: f.next()?,
        done_about: f.next()?,
        done_year: f.next()?,
        done_month: f.next()?,
        rate: None,
        year_rate: None,
        image: f.next()?,
        issue: f.next()?,
        next_step: f.next()?,
        leader: f.next()?,
        chief_service_officer: f.next()?,
        liaison: f.next()?,
        responsible_unit: f.next()?,
        introduced_by: f.next()?,
        served_by: f.next()?,
        content: f.next()?,
        scale: f.next()?,
        site: f.next()?,
        note: f.next()?,
        days: days(f)?,
        before: None,
    };
    row.before = before(f, &row)?;
    row.rate = row.done_total.zip(row.total).and_then(|(done, total)| share(done, total));
    row.year_rate = row.done_year.zip(row.plan_of_report()).and_then(|(done, plan)| share(done, plan));
    Ok(row)
}

fn before(f: &mut Fields<'_>, row: &ProjectRow) -> rusqlite::Result<Option<ReportBefore>> {
    let Some(period) = f.next()? else { return Ok(None) };
    let before =
        ReportBefore { period, image: f.next()?, issue: f.next()?, done_total: f.next()?, done_year: f.next()? };
    let same = before.image == row.image
        && before.issue == row.issue
        && before.done_total == row.done_total
        && before.done_year == row.done_year;
    Ok((!same).then_some(before))
}

impl ProjectRow {
    /// The plan its newest report is measured by.
    #[must_use]
    pub fn plan_of_report(&self) -> Option<i64> {
        self.period.as_deref().and_then(|period| plan_of(self.plan, self.plan_year, period))
    }
}

fn days(f: &mut Fields<'_>) -> rusqlite::Result<StageDays> {
    Ok(StageDays {
        conceived_planned: f.next()?,
        conceived_actual: f.next()?,
        negotiating_planned: f.next()?,
        negotiating_actual: f.next()?,
        signed_planned: f.next()?,
        signed_actual: f.next()?,
        preparing_planned: f.next()?,
        preparing_actual: f.next()?,
        land_planned: f.next()?,
        land_actual: f.next()?,
        started_planned: f.next()?,
        started_actual: f.next()?,
        building_planned: f.next()?,
        building_actual: f.next()?,
        completed_planned: f.next()?,
        completed_actual: f.next()?,
        operating_planned: f.next()?,
        operating_actual: f.next()?,
        full_planned: f.next()?,
        full_actual: f.next()?,
    })
}
