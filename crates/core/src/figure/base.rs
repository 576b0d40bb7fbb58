//! The projects a figure is about: those of the scope that count by themselves and are still on the list.
//!
//! Terminated, delisted, merged and split projects and sub-projects that count inside their parent are out (practice C31, C32).

use crate::error::Result;
use crate::id::{ListId, ProjectId};
use crate::project::query::Named;
use crate::project::{Carried, Project, ProjectState, Stage};
use crate::store::Reader;
use crate::store::record::cell;
use crate::time::Day;
use chrono::{Datelike, Days, NaiveDate};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use ts_rs::TS;

/// Whose projects: everything, or a list, a county, a leader's or a chain's; what is named must all hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Scope {
    pub list: Option<ListId>,
    /// A region's code; all below it count.
    pub region: Option<String>,
    pub leader: Option<String>,
    pub chain: Option<String>,
}

/// Which figures: of which projects, as of which day (today where none is named).
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct BoardQuery {
    pub scope: Scope,
    #[ts(type = "string | null")]
    pub as_of: Option<NaiveDate>,
}

/// One project as the figures need it. Money in 元.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    pub id: ProjectId,
    pub name: String,
    pub region: Option<String>,
    pub region_text: Option<String>,
    pub carried: Option<Carried>,
    pub total: Option<i64>,
    pub plan: Option<i64>,
    pub plan_about: bool,
    pub plan_year: Option<i64>,
    pub stage: Stage,
    /// Rests for the winter or is suspended.
    pub paused: bool,
    pub started_planned: Option<Day>,
    pub started_actual: Option<Day>,
}

impl From<Project> for Member {
    fn from(p: Project) -> Self {
        Self {
            id: p.id,
            name: p.name,
            region: p.region,
            region_text: p.region_text,
            carried: p.carried,
            total: p.total,
            plan: p.plan,
            plan_about: p.plan_about,
            plan_year: p.plan_year,
            stage: p.stage,
            paused: matches!(p.standing, ProjectState::WinterStop | ProjectState::Suspended),
            started_planned: p.started_planned,
            started_actual: p.started_actual,
        }
    }
}

impl Member {
    #[must_use]
    pub fn named(&self) -> Named {
        Named { id: self.id, name: self.name.clone() }
    }

    /// The plan of `year`: one without a year is this year's.
    #[must_use]
    pub fn plan_of(&self, year: i32) -> Option<i64> {
        self.plan.filter(|_| self.plan_year.is_none_or(|y| y == i64::from(year)))
    }
}

/// Which rows of a table that has `counted` and `standing` are figures made of: they count by themselves and are on the list.
#[must_use]
pub fn counts(table: &str) -> String {
    let condition = include_str!("counts.sql").trim().trim_start_matches("where ");
    condition.replace("p.", &format!("{table}."))
}

/// The members of a scope on a day, in the order of the ledger.
pub struct Base {
    pub scope: Scope,
    pub as_of: NaiveDate,
    pub members: Vec<Member>,
}

impl Base {
    pub fn read(r: &Reader, query: &BoardQuery) -> Result<Self> {
        let scope = query.scope.clone();
        let as_of = query.as_of.unwrap_or_else(|| r.today());
        let mut statement = r
            .db()
            .prepare_cached(&include_str!("base.sql").replace("where true", include_str!("counts.sql").trim()))?;
        let params = named_params! {
            ":list": scope.list.map(|l| l.to_string()), ":region": scope.region.as_deref().map(below),
            ":chain": scope.chain, ":leader": scope.leader, ":as_of": as_of.to_string(), ":today": r.today().to_string(),
        };
        let rows = statement.query_map(params, |row| {
            Ok(Member {
                id: cell(row, 0)?,
                name: cell(row, 1)?,
                region: cell(row, 2)?,
                region_text: cell(row, 3)?,
                carried: cell(row, 4)?,
                total: cell(row, 5)?,
                plan: cell(row, 6)?,
                plan_about: cell(row, 7)?,
                plan_year: cell(row, 8)?,
                started_planned: cell(row, 9)?,
                started_actual: cell(row, 10)?,
                stage: cell(row, 11)?,
                paused: cell(row, 12)?,
            })
        })?;
        let members = rows.collect::<rusqlite::Result<_>>()?;
        Ok(Self { scope, as_of, members })
    }

    /// Named projects in the order given, whatever their standing; one that is gone is left out.
    pub fn chosen(r: &Reader, ids: &[ProjectId]) -> Result<Self> {
        let mut members = vec![];
        for id in ids {
            members.extend(r.find::<Project>(*id)?.map(Member::from));
        }
        Ok(Self { scope: Scope::default(), as_of: r.today(), members })
    }

    /// The names of all projects of the scope but for its leader, also of those that no longer count.
    pub fn spoken_of(&self, r: &Reader) -> Result<HashMap<ProjectId, String>> {
        let mut find = r.db().prepare_cached(
            "select id, name from project
             where (:list is null or id in (select project from membership where list = :list))
               and (:region is null or region glob :region || '*') and (:chain is null or chain = :chain)",
        )?;
        let params = named_params! {
            ":list": self.scope.list.map(|l| l.to_string()), ":region": self.scope.region.as_deref().map(below),
            ":chain": self.scope.chain,
        };
        let rows = find.query_map(params, |row| Ok((cell(row, 0)?, cell(row, 1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    #[must_use]
    pub fn year(&self) -> i32 {
        self.as_of.year()
    }

    #[must_use]
    pub fn ids(&self) -> HashSet<ProjectId> {
        self.members.iter().map(|m| m.id).collect()
    }

    /// Members by identity.
    #[must_use]
    pub fn by_id(&self) -> HashMap<ProjectId, &Member> {
        self.members.iter().map(|m| (m.id, m)).collect()
    }
}

/// `230000` covers `23…`, `230600` covers `2306…`, a county what begins with its code.
fn below(code: &str) -> String {
    let cut = match code {
        c if c.len() == 6 && c.ends_with("0000") => &c[..2],
        c if c.len() == 6 && c.ends_with("00") => &c[..4],
        c => c,
    };
    cut.to_string()
}

/// The same day a year earlier; 29 February becomes the 28th.
#[must_use]
pub fn year_before(day: NaiveDate) -> NaiveDate {
    day.with_year(day.year() - 1).or_else(|| day.checked_sub_days(Days::new(366))).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leap_day_has_a_year_before() {
        for (day, before) in [("2024-02-29", "2023-02-28"), ("2022-03-28", "2021-03-28")] {
            assert_eq!(year_before(day.parse().unwrap()).to_string(), before);
        }
    }
}
