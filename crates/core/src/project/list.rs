//! The ledger: a window of rows, filtered, sorted and grouped in SQLite, with the sums of everything that matches.

use super::ask::{Asked, Key};
use super::column::Column;
use super::row::{self, ProjectRow};
use crate::codes;
use crate::error::Result;
use crate::id::ProjectId;
use crate::store::record::cell;
use crate::store::{Reader, Value};
use chrono::Datelike;
use rusqlite::{Row, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most rows of one answer.
const LONGEST_WINDOW: i64 = 500;

codes! {
    /// How a column is compared with the values of a filter.
    pub enum Op {
        /// Equal to one of the values; a region covers all below it, a day `2022` or `2022-05` covers its span.
        AnyOf = "any_of",
        NoneOf = "none_of",
        /// Any of the values occurs in it.
        Contains = "contains",
        /// None of the values occurs in it.
        Lacks = "lacks",
        AtLeast = "at_least",
        AtMost = "at_most",
        /// From the first value to the second, both included; an empty one is open.
        Between = "between",
        Filled = "filled",
        Empty = "empty",
    }
}

/// One condition. Money in 元, rates in thousandths, days ISO, choices and regions by code, lists and parents by identity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Filter {
    pub column: Column,
    pub op: Op,
    #[serde(default)]
    pub values: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SortKey {
    pub column: Column,
    #[serde(default)]
    pub descending: bool,
}

/// Which rows of the ledger, in which order. Filters are joined by *and*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ProjectQuery {
    /// Words that must occur in name, codes, enterprise, people or texts.
    pub text: Option<String>,
    pub filters: Vec<Filter>,
    /// First key first; rows that are equal stand as they were entered.
    pub sort: Vec<SortKey>,
    /// Rows come group by group; days are grouped by month.
    pub group: Option<Column>,
    /// Only the rows that a figure of the board counted.
    #[ts(optional)]
    pub figure: Option<crate::figure::rows::FigureRows>,
    /// Only these, e.g. the rows that are ticked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub projects: Option<Vec<ProjectId>>,
    pub offset: i64,
    pub limit: i64,
    /// Whether the answer has the sums of all that matches; a caller that scrolls needs them once.
    pub with_sums: bool,
    /// Whether the answer lists every group, where there is a `group`.
    pub with_groups: bool,
}

impl Default for ProjectQuery {
    fn default() -> Self {
        let (text, group, figure, projects) = (None, None, None, None);
        let (filters, sort) = (vec![], vec![]);
        Self { text, filters, sort, group, figure, projects, offset: 0, limit: 0, with_sums: true, with_groups: true }
    }
}

/// A window of the ledger.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProjectPage {
    pub offset: i64,
    pub rows: Vec<ProjectRow>,
    /// Of every row that matches; only if asked for.
    pub sums: Option<Sums>,
    /// Every group of the whole result, in the order of the rows; only if asked for.
    pub groups: Vec<Group>,
}

/// Sums of stored whole numbers, 元; sub-projects that count inside their parent are left out of all but `count`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Sums {
    /// Rows.
    pub count: i64,
    /// Rows that count by themselves (计数口径).
    pub counted: i64,
    pub total: i64,
    pub plan: i64,
    pub arrived: i64,
    pub done_total: i64,
    pub done_year: i64,
    pub done_month: i64,
    /// Thousandths, from the sums above; none where nothing was invested or planned.
    pub rate: Option<i64>,
    pub year_rate: Option<i64>,
    /// 已开工: begun this year, up to today.
    pub started: i64,
}

/// Rows that share one value of the grouped column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Group {
    /// As in a filter; none for the rows without a value.
    pub key: Option<String>,
    /// What the key is called, where it is a code or an identity that is no choice.
    pub name: Option<String>,
    /// The place of its first row in the whole result.
    pub first: i64,
    pub started: i64,
    pub sums: Sums,
}

pub fn list(r: &Reader, query: ProjectQuery) -> Result<ProjectPage> {
    let asked = Asked::of(r, &query, None)?;
    let ids = window_of(r, &asked, &query, query.limit.clamp(0, LONGEST_WINDOW))?;
    let rows = row::read_all(r, &ids)?;
    let sums = query.with_sums.then(|| sums_of(r, &asked)).transpose()?;
    let groups = query.group.filter(|_| query.with_groups).map(|by| groups_of(r, &asked, &query, by)).transpose()?;
    Ok(ProjectPage { offset: query.offset, rows, sums, groups: groups.unwrap_or_default() })
}

/// Ids in order: narrow lines are sorted first, wide rows are read only for the window. A negative limit is no limit.
pub fn window(r: &Reader, query: &ProjectQuery, limit: i64) -> Result<Vec<ProjectId>> {
    window_of(r, &Asked::of(r, query, None)?, query, limit)
}

/// Every project that matches, in order.
pub fn ids(r: &Reader, query: ProjectQuery) -> Result<Vec<ProjectId>> {
    window(r, &ProjectQuery { offset: 0, ..query }, -1)
}

/// The sums of every project that matches.
pub fn sums(r: &Reader, query: &ProjectQuery) -> Result<Sums> {
    sums_of(r, &Asked::of(r, query, None)?)
}

fn window_of(r: &Reader, asked: &Asked, query: &ProjectQuery, limit: i64) -> Result<Vec<ProjectId>> {
    let keys = Key::of(query);
    let sql = format!(
        "select l.project from ledger_line l{} {} order by {} limit ? offset ?",
        Key::joins(&keys),
        asked.filter,
        Key::order(&keys, query)
    );
    let mut statement = r.db().prepare_cached(&sql)?;
    let window = [Value::Int(limit), Value::Int(query.offset.max(0))];
    let rows = statement.query_map(params_from_iter(asked.params.iter().chain(&window)), |row| cell(row, 0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Columns of a [`Sums`], over `ledger_line l`.
const SUMS: &str = "count(*), count(*) filter (where l.counted),
  coalesce(sum(l.total) filter (where l.counted), 0), coalesce(sum(l.plan) filter (where l.counted), 0),
  coalesce(sum(l.arrived) filter (where l.counted), 0), coalesce(sum(l.done_total) filter (where l.counted), 0),
  coalesce(sum(l.done_year) filter (where l.counted), 0), coalesce(sum(l.done_month) filter (where l.counted), 0)";

/// How many are 开复工 of this year so far (`project::start::opened`), of those the board counts; its two parameters come first.
fn started() -> String {
    let line = super::start::count::Row { project: "l.project", actual: "l.started_actual" };
    format!("count(*) filter (where {} and {})", crate::figure::base::counts("l"), line.opened())
}

fn sums_of(r: &Reader, asked: &Asked) -> Result<Sums> {
    let sql = format!("select {}, {SUMS} from ledger_line l {}", started(), asked.filter);
    let params = this_year(r).into_iter().chain(asked.params.iter().cloned());
    Ok(r.db().prepare_cached(&sql)?.query_row(params_from_iter(params), |row| Sums::read(row, 0, 1))?)
}

fn this_year(r: &Reader) -> [Value; 2] {
    let (from, to) = super::start::count::bounds(r.today().year(), r.today());
    [Value::Text(from), Value::Text(to)]
}

fn groups_of(r: &Reader, asked: &Asked, query: &ProjectQuery, by: Column) -> Result<Vec<Group>> {
    let key = Key::group(query, by);
    let sql = format!(
        "select {}, {}, {SUMS} from ledger_line l{} {} group by 2 order by {}",
        started(),
        key.value(),
        Key::joins(std::slice::from_ref(&key)),
        asked.filter,
        key.order_of_group()
    );
    let params = this_year(r).into_iter().chain(asked.params.iter().cloned());
    let mut statement = r.db().prepare_cached(&sql)?;
    let found = statement.query_map(params_from_iter(params), |row| Ok((row.get(1)?, Sums::read(row, 0, 2)?)))?;
    let (mut groups, mut first) = (vec![], 0);
    for one in found {
        let (key, sums): (Value, Sums) = one?;
        let key = super::values::text(key);
        let name = key.as_deref().map(|key| super::values::name(r, by, key)).transpose()?.flatten();
        groups.push(Group { key, name, first, started: sums.started, sums });
        first += sums.count;
    }
    Ok(groups)
}

impl Sums {
    fn read(row: &Row<'_>, started: usize, at: usize) -> rusqlite::Result<Self> {
        let sums = Self {
            count: row.get(at)?,
            counted: row.get(at + 1)?,
            total: row.get(at + 2)?,
            plan: row.get(at + 3)?,
            arrived: row.get(at + 4)?,
            done_total: row.get(at + 5)?,
            done_year: row.get(at + 6)?,
            done_month: row.get(at + 7)?,
            started: row.get(started)?,
            ..Self::default()
        };
        let (rate, year_rate) = (share(sums.done_total, sums.total), share(sums.done_year, sums.plan));
        Ok(Self { rate, year_rate, ..sums })
    }
}

/// A part of a whole in thousandths, half up; none of nothing.
#[must_use]
pub fn share(part: i64, whole: i64) -> Option<i64> {
    let thousandths =
        (i128::from(part) * 2000).checked_div(i128::from(whole).max(0)).map(|twice| (twice + 1).div_euclid(2));
    thousandths.and_then(|t| i64::try_from(t).ok())
}

/// The plan a report of `period` (`YYYY-MM`) is measured by: nothing where it is known to be another year's.
#[must_use]
pub fn plan_of(plan: Option<i64>, plan_year: Option<i64>, period: &str) -> Option<i64> {
    let year = period.get(..4).and_then(|year| year.parse::<i64>().ok());
    plan.filter(|_| plan_year.is_none() || plan_year == year)
}

/// Names one row of a query by its project.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PlaceOf {
    pub query: ProjectQuery,
    pub id: ProjectId,
}

/// The row number of a project in a query's result, from 0; none if it does not match.
pub fn place(r: &Reader, of: &PlaceOf) -> Result<Option<i64>> {
    let whole = ProjectQuery { offset: 0, ..of.query.clone() };
    let at = window(r, &whole, -1)?.iter().position(|id| *id == of.id);
    Ok(at.and_then(|at| i64::try_from(at).ok()))
}

/// The project at a row number of a query's result.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AtPlace {
    pub query: ProjectQuery,
    pub offset: i64,
}

pub fn at(r: &Reader, of: &AtPlace) -> Result<Option<super::query::Named>> {
    if of.offset < 0 {
        return Ok(None);
    }
    let query = ProjectQuery { offset: of.offset, ..of.query.clone() };
    match window(r, &query, 1)?.first() {
        Some(id) => super::query::named(r, *id),
        None => Ok(None),
    }
}

/// A region's name by code: the country's, else the office's own.
pub fn region_name(r: &Reader, code: Option<&str>) -> Result<Option<String>> {
    let Some(code) = code else { return Ok(None) };
    if let Some(known) = crate::region::by_code(code) {
        return Ok(Some(known.name.to_string()));
    }
    let own: Option<crate::region::OwnRegion> = r.first("where code = ? order by id", [code])?;
    Ok(own.map(|o| o.name))
}

#[cfg(test)]
mod tests {
    use super::{plan_of, share};

    #[test]
    fn a_share_is_half_up_and_nothing_of_nothing() {
        assert_eq!((share(1, 2000), share(1, 2001), share(0, 5), share(5, 0)), (Some(1), Some(0), Some(0), None));
        let of = |year| plan_of(Some(5), year, "2022-03");
        assert_eq!(
            (of(None), of(Some(2022)), of(Some(2021)), plan_of(None, None, "2022-03")),
            (Some(5), Some(5), None, None)
        );
        assert_eq!((share(3, 4), share(2, 3), share(i64::MAX, 1)), (Some(750), Some(667), None));
    }
}
