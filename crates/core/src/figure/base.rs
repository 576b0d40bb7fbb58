//! The projects a figure is about: those of the scope that count by themselves and are still on the list.
//!
//! Terminated, delisted, merged and split projects and sub-projects that count inside their parent are out (practice C31, C32).

use crate::error::Result;
use crate::id::{ListId, ProjectId};
use crate::project::Carried;
use crate::project::query::Named;
use crate::store::Reader;
use crate::store::record::cell;
use crate::time::{Day, Precision};
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
    pub started_planned: Option<Day>,
    pub started_actual: Option<Day>,
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

/// The members of a scope on a day, in the order of the ledger.
pub struct Base {
    pub scope: Scope,
    pub as_of: NaiveDate,
    pub members: Vec<Member>,
}

impl Base {
    pub fn read(r: &Reader, query: &BoardQuery) -> Result<Self> {
        let scope = query.scope.clone();
        let mut statement = r.db().prepare_cached(include_str!("base.sql"))?;
        let params = named_params! {
            ":list": scope.list.map(|l| l.to_string()), ":region": scope.region.as_deref().map(below),
            ":chain": scope.chain, ":leader": scope.leader,
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
            })
        })?;
        let members = rows.collect::<rusqlite::Result<_>>()?;
        Ok(Self { scope, as_of: query.as_of.unwrap_or_else(|| r.today()), members })
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

/// Whether a day that may be known only by month, quarter or year has come: its span has begun.
#[must_use]
pub fn has_come(day: &Day, as_of: NaiveDate) -> bool {
    first_of(day) <= as_of
}

/// The first day of the span a day stands for.
fn first_of(day: &Day) -> NaiveDate {
    let (year, month) = (day.on.year(), day.on.month());
    let first = match day.precision {
        Precision::Day => Some(day.on),
        Precision::Month => NaiveDate::from_ymd_opt(year, month, 1),
        Precision::Quarter => NaiveDate::from_ymd_opt(year, (month - 1) / 3 * 3 + 1, 1),
        Precision::Year => NaiveDate::from_ymd_opt(year, 1, 1),
    };
    first.unwrap_or(day.on)
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
    fn a_month_has_come_when_it_has_begun() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let as_of = "2022-03-28".parse().unwrap();
        for (text, expected) in [
            ("2022-03-28", true),
            ("2022-03-29", false),
            ("2022-03-31/month", true),
            ("2022-04-30/month", false),
            ("2022-03-31/quarter", true),
            ("2022-12-31/year", true),
        ] {
            assert_eq!(has_come(&day(text), as_of), expected, "{text}");
        }
        assert_eq!(year_before("2024-02-29".parse().unwrap()).to_string(), "2023-02-28");
    }
}
