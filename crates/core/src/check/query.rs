//! The page of contradictions: the whole desk in one pass, counted by check and by unit, with what was let pass.

use super::{Check, CheckPass, Facts, Found, Seen, contradictions, facts};
use crate::error::Result;
use crate::id::{CheckPassId, ProjectId};
use crate::store::Reader;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};
use ts_rs::TS;

/// Most lines of one answer; the counts are always whole.
const MOST: usize = 1000;

/// By what the units are counted and filtered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UnitBy {
    /// 县区
    #[default]
    Region,
    /// 责任单位
    ResponsibleUnit,
}

/// Which contradictions are listed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct CheckQuery {
    /// `YYYY-MM`: reports of later months are left out; absent: the newest month there is.
    pub period: Option<String>,
    pub check: Option<Check>,
    pub by: UnitBy,
    /// A key of [`CheckPage::units`].
    pub unit: Option<String>,
    /// Those that were let pass, instead of the open ones.
    pub passed: bool,
    /// Only these projects' (a name's part).
    pub text: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CheckPage {
    /// The month that was checked; absent where nobody reported yet.
    pub period: Option<String>,
    /// Every month with reports, newest first.
    pub periods: Vec<String>,
    /// Projects that were looked at.
    pub checked: i64,
    pub open: i64,
    pub passed: i64,
    /// Checks with at least one line, in their order.
    pub checks: Vec<CheckCount>,
    /// Units with at least one open line, most first.
    pub units: Vec<UnitCount>,
    pub rows: Vec<CheckRow>,
    /// Lines beyond those listed.
    pub left_off: i64,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CheckCount {
    pub check: Check,
    pub open: i64,
    pub passed: i64,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct UnitCount {
    /// Region code or text, or the unit's name; empty: none is known.
    pub key: String,
    pub name: String,
    pub open: i64,
}

/// One contradiction with its project, as it is listed and as it is told to the unit.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CheckRow {
    pub project: ProjectId,
    pub name: String,
    /// Its place in the ledger.
    pub place: i64,
    pub unit: String,
    pub unit_name: String,
    pub check: Check,
    /// The project's field where it is mended.
    pub field: String,
    pub period: Option<String>,
    pub ours: Seen,
    pub other: Seen,
    /// Both values as one text, for letting it pass.
    pub seen: String,
    pub pass: Option<Passed>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Passed {
    pub id: CheckPassId,
    pub reason: String,
    #[ts(type = "string")]
    pub passed_on: chrono::NaiveDate,
}

pub fn page(r: &Reader, query: CheckQuery) -> Result<CheckPage> {
    let periods = periods(r)?;
    let period = query.period.clone().or_else(|| periods.first().cloned());
    let today = r.today();
    let facts = facts::read(r, period.as_deref().unwrap_or("9999-12"))?;
    let passes = passes(r)?;
    let mut names = Names { r, by: query.by, known: HashMap::new() };
    let mut page = CheckPage {
        period,
        periods,
        checked: i64::try_from(facts.len()).unwrap_or(i64::MAX),
        open: 0,
        passed: 0,
        checks: vec![],
        units: vec![],
        rows: vec![],
        left_off: 0,
    };
    let mut checks: BTreeMap<Check, (i64, i64)> = BTreeMap::new();
    let mut units: BTreeMap<String, (String, i64)> = BTreeMap::new();
    for f in facts.iter().filter(|f| fits(f, &query)) {
        let (unit, unit_name) = names.of(f)?;
        for found in contradictions(f, today) {
            let seen = found.seen();
            let key = (f.id, found.check, found.period.clone());
            let pass = passes.get(&key).and_then(|p| p.iter().find(|p| p.seen == seen));
            let count = checks.entry(found.check).or_default();
            if pass.is_some() {
                count.1 += 1;
                page.passed += 1;
            } else {
                count.0 += 1;
                page.open += 1;
                units.entry(unit.clone()).or_insert_with(|| (unit_name.clone(), 0)).1 += 1;
            }
            let wanted = pass.is_some() == query.passed
                && query.check.is_none_or(|c| c == found.check)
                && query.unit.as_ref().is_none_or(|u| *u == unit);
            if wanted && page.rows.len() == MOST {
                page.left_off += 1;
            } else if wanted {
                page.rows.push(row(f, found, pass, &unit, &unit_name));
            }
        }
    }
    page.checks = checks.into_iter().map(|(check, (open, passed))| CheckCount { check, open, passed }).collect();
    page.units = units.into_iter().map(|(key, (name, open))| UnitCount { key, name, open }).collect();
    page.units.sort_by_key(|u| std::cmp::Reverse(u.open));
    page.rows.sort_by_key(|row| row.check);
    Ok(page)
}

fn row(f: &Facts, found: Found, pass: Option<&CheckPass>, unit: &str, unit_name: &str) -> CheckRow {
    CheckRow {
        project: f.id,
        name: f.name.clone(),
        place: f.place,
        unit: unit.into(),
        unit_name: unit_name.into(),
        check: found.check,
        field: found.check.field().into(),
        seen: found.seen(),
        period: found.period,
        ours: found.ours,
        other: found.other,
        pass: pass.map(|p| Passed { id: p.id, reason: p.reason.clone(), passed_on: p.passed_on }),
    }
}

fn fits(f: &Facts, query: &CheckQuery) -> bool {
    let text = crate::text::said(query.text.as_deref());
    text.is_none_or(|t| f.name.contains(t))
}

/// What contradicts itself now, each with the values it is seen by: a check can say several things of one project.
pub(super) fn open(r: &Reader, period: Option<&str>) -> Result<HashSet<(Key, String)>> {
    let newest = periods(r)?.into_iter().next();
    let facts = facts::read(r, period.or(newest.as_deref()).unwrap_or("9999-12"))?;
    let today = r.today();
    let mut open = HashSet::new();
    for f in &facts {
        open.extend(contradictions(f, today).into_iter().map(|c| ((f.id, c.check, c.period.clone()), c.seen())));
    }
    Ok(open)
}

/// Months with 调度 reports, newest first.
fn periods(r: &Reader) -> Result<Vec<String>> {
    let mut statement =
        r.db().prepare_cached("select distinct period from progress where basis = 'dispatch' order by period desc")?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

type Key = (ProjectId, Check, Option<String>);

fn passes(r: &Reader) -> Result<HashMap<Key, Vec<CheckPass>>> {
    let mut by_key: HashMap<Key, Vec<CheckPass>> = HashMap::new();
    for pass in r.all::<CheckPass>("order by id", [])? {
        by_key.entry((pass.project, pass.kind, pass.period.clone())).or_default().push(pass);
    }
    Ok(by_key)
}

struct Names<'r, 'c> {
    r: &'r Reader<'c>,
    by: UnitBy,
    known: HashMap<String, String>,
}

impl Names<'_, '_> {
    /// Key and name of the unit a project answers to.
    fn of(&mut self, f: &Facts) -> Result<(String, String)> {
        if self.by == UnitBy::ResponsibleUnit {
            let unit = f.responsible_unit.clone().unwrap_or_default();
            return Ok((unit.clone(), unit));
        }
        let Some(code) = &f.region else {
            let text = f.region_text.clone().unwrap_or_default();
            return Ok((text.clone(), text));
        };
        if let Some(name) = self.known.get(code) {
            return Ok((code.clone(), name.clone()));
        }
        let name = crate::project::list::region_name(self.r, Some(code))?.unwrap_or_else(|| code.clone());
        self.known.insert(code.clone(), name.clone());
        Ok((code.clone(), name))
    }
}
