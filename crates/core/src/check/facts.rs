//! What the rules need to know of one project, and reading it for the whole desk in one pass.

use crate::approval::template::Mode;
use crate::error::Result;
use crate::id::{EnterpriseId, ProjectId};
use crate::negative::NegativeHit;
use crate::project::Stage;
use crate::store::Reader;
use crate::store::record::cell;
use crate::time::Day;
use chrono::NaiveDate;
use rusqlite::{Row, named_params};
use std::collections::HashMap;

/// 建筑工程施工许可证核发 in the library of approvals.
const CONSTRUCTION_PERMIT: &str = "C05";

/// One report of the 调度 series. Money in 元.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// `YYYY-MM`
    pub period: String,
    pub done_total: Option<i64>,
    pub done_year: Option<i64>,
    pub done_month: Option<i64>,
}

/// What is known of the construction permit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Permit {
    /// Nothing was recorded of it.
    #[default]
    Unknown,
    /// Recorded and not granted yet.
    Open,
    On(NaiveDate),
}

/// One project as the rules see it.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub id: ProjectId,
    pub name: String,
    /// Its place in the ledger, from 1.
    pub place: i64,
    pub code: Option<String>,
    pub region: Option<String>,
    pub region_text: Option<String>,
    pub industry: Option<String>,
    pub mode: Option<Mode>,
    pub enterprise: Option<EnterpriseId>,
    pub uscc: Option<String>,
    pub responsible_unit: Option<String>,
    pub stage: Stage,
    pub counted: bool,
    pub total: Option<i64>,
    pub plan: Option<i64>,
    pub plan_year: Option<i64>,
    pub started_actual: Option<Day>,
    /// The furthest stage with an actual date, and that day.
    pub reached: Option<(Stage, NaiveDate)>,
    pub now: Option<Report>,
    pub before: Option<Report>,
    /// As it stood in the last snapshot before.
    pub stage_before: Option<Stage>,
    pub total_before: Option<i64>,
    pub permit: Permit,
    /// The day the last of the three letters of 一会三函 was there, which let work begin.
    pub letters: Option<NaiveDate>,
    pub phones: Vec<String>,
    /// Another project of the same enterprise with the same name.
    pub twin: Option<String>,
    pub has_leader: bool,
    /// All that the office's negative list says of it.
    pub negative: Vec<NegativeHit>,
}

/// Every living project in the order of the ledger, with its newest report up to `period` and the one before it.
pub fn read(r: &Reader, period: &str) -> Result<Vec<Facts>> {
    let before: Option<String> = {
        let mut find = r.db().prepare_cached(
            "select id from snapshot where period < ?1 order by period desc, made_ms desc, id desc limit 1",
        )?;
        rusqlite::OptionalExtension::optional(find.query_row([period], |row| row.get(0)))?
    };
    let mut statement = r.db().prepare_cached(include_str!("facts.sql"))?;
    let params = named_params! { ":period": period, ":snapshot": before };
    let rows = statement.query_map(params, fact)?;
    let mut facts: Vec<Facts> = rows.collect::<rusqlite::Result<_>>()?;
    let mut phones = phones(r)?;
    let permits = permits(r)?;
    let letters = letters(r)?;
    let mut negative = crate::negative::query::of_all(r)?;
    for f in &mut facts {
        let owners = [Some(f.id.to_string()), f.enterprise.map(|e| e.to_string())];
        f.phones = owners.iter().flatten().filter_map(|owner| phones.get(owner)).flatten().cloned().collect();
        f.permit = permits.get(&f.id).copied().unwrap_or_default();
        f.letters = letters.get(&f.id).copied();
        f.negative = negative.remove(&f.id).unwrap_or_default();
    }
    phones.clear();
    twins(&mut facts);
    Ok(facts)
}

fn fact(row: &Row<'_>) -> rusqlite::Result<Facts> {
    let report = |at: usize| -> rusqlite::Result<Option<Report>> {
        let Some(period) = cell::<Option<String>>(row, at)? else { return Ok(None) };
        let (done_total, done_year, done_month) = (cell(row, at + 1)?, cell(row, at + 2)?, cell(row, at + 3)?);
        Ok(Some(Report { period, done_total, done_year, done_month }))
    };
    let reached = [(Stage::Full, 22), (Stage::Operating, 21), (Stage::Completed, 20), (Stage::Started, 19)];
    let mut furthest = None;
    for (stage, at) in reached {
        let day: Option<Day> = cell(row, at)?;
        furthest = furthest.or(day.map(|d| (stage, d.on)));
    }
    Ok(Facts {
        id: cell(row, 0)?,
        name: cell(row, 1)?,
        place: cell(row, 2)?,
        code: cell(row, 3)?,
        region: cell(row, 4)?,
        region_text: cell(row, 5)?,
        industry: cell(row, 6)?,
        mode: cell(row, 7)?,
        enterprise: cell(row, 8)?,
        uscc: cell(row, 9)?,
        responsible_unit: cell(row, 10)?,
        stage: cell(row, 11)?,
        counted: cell(row, 12)?,
        total: cell(row, 13)?,
        plan: cell(row, 14)?,
        plan_year: cell(row, 15)?,
        has_leader: cell(row, 16)?,
        stage_before: cell(row, 17)?,
        total_before: cell(row, 18)?,
        started_actual: cell(row, 19)?,
        reached: furthest,
        now: report(23)?,
        before: report(27)?,
        permit: Permit::Unknown,
        letters: None,
        phones: vec![],
        twin: None,
        negative: vec![],
    })
}

fn phones(r: &Reader) -> Result<HashMap<String, Vec<String>>> {
    let mut statement =
        r.db().prepare_cached("select owner, phone from contact where phone is not null order by id")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    let mut phones: HashMap<String, Vec<String>> = HashMap::new();
    for row in rows {
        let (owner, phone) = row?;
        phones.entry(owner).or_default().push(phone);
    }
    Ok(phones)
}

fn permits(r: &Reader) -> Result<HashMap<ProjectId, Permit>> {
    let mut statement = r.db().prepare_cached(include_str!("permits.sql"))?;
    let rows = statement.query_map([CONSTRUCTION_PERMIT], |row| {
        let granted: Option<NaiveDate> = cell(row, 1)?;
        Ok((cell(row, 0)?, granted.map_or(Permit::Open, Permit::On)))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn letters(r: &Reader) -> Result<HashMap<ProjectId, NaiveDate>> {
    let mut statement = r.db().prepare_cached(include_str!("letters.sql"))?;
    let rows = statement.query_map([], |row| Ok((cell(row, 0)?, cell(row, 1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Names are made alike first: full-width signs and spaces hide no twin.
fn twins(facts: &mut [Facts]) {
    let mut first: HashMap<(EnterpriseId, String), usize> = HashMap::new();
    for at in 0..facts.len() {
        let Some(enterprise) = facts[at].enterprise else { continue };
        let key = (enterprise, crate::text::normalise(&facts[at].name));
        if let Some(&other) = first.get(&key) {
            facts[at].twin = Some(facts[other].name.clone());
            let own = facts[at].name.clone();
            facts[other].twin.get_or_insert(own);
        } else {
            first.insert(key, at);
        }
    }
}
