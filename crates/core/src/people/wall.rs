//! The wall of responsibility: who is in charge of which projects, how the load lies, and what nobody is in charge of.
//!
//! Leaders stand in official order, never by pinyin (practice C40). What counts are projects of the present ledger that are
//! counted by themselves: not those terminated, taken off, merged or split.

use super::Role;
use crate::codes;
use crate::error::{Error, Result, Rule};
use crate::id::{PersonId, ProjectId};
use crate::project::{ProjectState, Stage};
use crate::store::record::cell;
use crate::store::{Reader, Writer};
use chrono::NaiveDate;
use rusqlite::Row;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

codes! {
    /// By whom the wall is looked at: a role, or the responsible unit.
    pub enum WallBy {
        Leader = "leader",
        ChiefServiceOfficer = "chief_service_officer",
        ServiceOfficer = "service_officer",
        UnitHead = "unit_head",
        Liaison = "liaison",
        ChainHead = "chain_head",
        ResponsibleUnit = "responsible_unit",
    }
}

impl WallBy {
    /// The role; `None` for the responsible unit, which is a field of the project.
    #[must_use]
    pub fn role(self) -> Option<Role> {
        Role::find(self.code())
    }
}

/// Which wall.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct WallOf {
    pub by: WallBy,
}

/// Who is in charge of how many projects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WallHolder {
    pub name: String,
    /// Of the register, if the name stands there.
    pub person: Option<PersonId>,
    pub title: Option<String>,
    pub unit: Option<String>,
    pub projects: i64,
}

/// The whole wall: holders in official order, the projects without one first of all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Wall {
    pub by: WallBy,
    pub holders: Vec<WallHolder>,
    /// Projects that count.
    pub projects: i64,
    pub lacking: i64,
    /// Projects a holder has in the mean, in thousandths: 252 / 32 = 7875.
    pub mean: Option<i64>,
    pub least: i64,
    pub most: i64,
}

/// A line of the wall: its projects, or with no name those that lack one.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct WallLine {
    pub by: WallBy,
    pub name: Option<String>,
}

/// A project on the wall, with all who answer for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct WallProject {
    pub id: ProjectId,
    pub name: String,
    pub region_name: Option<String>,
    pub stage: Stage,
    pub standing: ProjectState,
    pub total: Option<i64>,
    pub leader: Option<String>,
    pub chief_service_officer: Option<String>,
    pub liaison: Option<String>,
    pub responsible_unit: Option<String>,
    /// Since when the holder of this line has it.
    #[ts(type = "string | null")]
    pub since: Option<NaiveDate>,
}

/// Projects that count, as `l`.
pub const COUNTED: &str = "l.counted and l.standing in ('active', 'winter_stop', 'suspended')";

pub fn wall(r: &Reader, of: WallOf) -> Result<Wall> {
    let mut find = r.db().prepare_cached(match of.by.role() {
        Some(_) => include_str!("holders.sql"),
        None => include_str!("units.sql"),
    })?;
    let read = |row: &Row<'_>| {
        Ok(WallHolder {
            name: cell(row, 0)?,
            person: cell(row, 1)?,
            title: cell(row, 2)?,
            unit: cell(row, 3)?,
            projects: row.get(4)?,
        })
    };
    let rows = match of.by.role() {
        Some(role) => find.query_map([role.code()], read)?.collect::<rusqlite::Result<Vec<_>>>()?,
        None => find.query_map([], read)?.collect::<rusqlite::Result<Vec<_>>>()?,
    };
    let holders: Vec<WallHolder> = rows.into_iter().filter(|h| h.projects > 0).collect();
    let count = |more: &str| r.number(&format!("select count(*) from ledger_line l where {COUNTED} {more}"), []);
    let projects = count("")?;
    let lacking = count(&format!("and not {}", held(of.by)))?;
    let loads = || holders.iter().map(|h| h.projects);
    let people = i64::try_from(holders.len()).unwrap_or(i64::MAX);
    let mean = (people > 0).then(|| (loads().sum::<i64>() * 2000 / people + 1).div_euclid(2));
    let (least, most) = (loads().min().unwrap_or(0), loads().max().unwrap_or(0));
    Ok(Wall { by: of.by, holders, projects, lacking, mean, least, most })
}

/// The condition that `l` has such a holder.
fn held(by: WallBy) -> String {
    match by.role() {
        Some(role) => format!(
            "exists (select 1 from duty where project = l.project and role = '{}' and until is null)",
            role.code()
        ),
        None => "(l.responsible_unit is not null)".into(),
    }
}

pub fn projects(r: &Reader, line: &WallLine) -> Result<Vec<WallProject>> {
    let (has, since, name) = match (&line.name, line.by.role()) {
        (None, _) => (format!("not {}", held(line.by)), "null".into(), String::new()),
        (Some(name), None) => ("l.responsible_unit = ?1".to_string(), "null".to_string(), name.clone()),
        (Some(name), Some(role)) => {
            let mine = format!(
                "from duty where project = l.project and role = '{}' and until is null and name = ?1",
                role.code()
            );
            (format!("exists (select 1 {mine})"), format!("(select min(since) {mine})"), name.clone())
        }
    };
    let sql = format!(
        "select l.project, l.name, l.region, l.region_text, l.stage, l.standing, l.total, l.leader, l.chief_service_officer,
                l.liaison, l.responsible_unit, {since}
         from ledger_line l where {COUNTED} and {has} and ?1 is not null order by l.entered, l.origin, l.project"
    );
    let mut find = r.db().prepare_cached(&sql)?;
    let read = |row: &Row<'_>| {
        let region: (Option<String>, Option<String>) = (cell(row, 2)?, cell(row, 3)?);
        let project = WallProject {
            id: cell(row, 0)?,
            name: cell(row, 1)?,
            region_name: None,
            stage: cell(row, 4)?,
            standing: cell(row, 5)?,
            total: cell(row, 6)?,
            leader: cell(row, 7)?,
            chief_service_officer: cell(row, 8)?,
            liaison: cell(row, 9)?,
            responsible_unit: cell(row, 10)?,
            since: cell(row, 11)?,
        };
        Ok((project, region))
    };
    let found = find.query_map([name], read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    let named = |(mut project, (code, text)): (WallProject, (Option<String>, Option<String>))| {
        project.region_name = crate::project::list::region_name(r, code.as_deref())?.or(text);
        Ok(project)
    };
    found.into_iter().map(named).collect()
}

/// Puts people in charge of projects: one for all, or several so that their loads even out.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Assign {
    pub by: WallBy,
    pub projects: Vec<ProjectId>,
    /// In official order; the first takes the odd one.
    pub names: Vec<String>,
    #[ts(type = "string | null")]
    pub since: Option<NaiveDate>,
}

/// How many projects each name was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Assigned {
    pub name: String,
    pub projects: i64,
}

pub fn assign(w: &mut Writer, input: Assign) -> Result<Vec<Assigned>> {
    let names: Vec<String> = input.names.iter().map(|n| n.trim().to_string()).filter(|n| !n.is_empty()).collect();
    if names.is_empty() {
        return Err(Error::invalid("names", Rule::Required));
    }
    if let Some(fault) = input.since.and_then(|since| super::hand_over::day_fault("since", since, w.today(), None)) {
        return Err(Error::Invalid(vec![fault]));
    }
    let known: HashMap<String, i64> =
        wall(w, WallOf { by: input.by })?.holders.into_iter().map(|h| (h.name, h.projects)).collect();
    let loads: Vec<i64> = names.iter().map(|n| known.get(n).copied().unwrap_or(0)).collect();
    let shares = even(&loads, input.projects.len());
    w.subject(names.join("、"));
    for (project, at) in input.projects.iter().zip(&shares) {
        give(w, input.by, *project, &names[*at], input.since)?;
    }
    let of = |at: usize| i64::try_from(shares.iter().filter(|s| **s == at).count()).unwrap_or(0);
    Ok(names.into_iter().enumerate().map(|(at, name)| Assigned { name, projects: of(at) }).collect())
}

/// Who gets each of `count` more: always the one with least, the first among equals.
fn even(loads: &[i64], count: usize) -> Vec<usize> {
    let mut loads = loads.to_vec();
    let next = |_| {
        let at = (0..loads.len()).min_by_key(|at| loads[*at]).unwrap_or(0);
        loads[at] += 1;
        at
    };
    (0..count).map(next).collect()
}

fn give(w: &mut Writer, by: WallBy, project: ProjectId, name: &str, since: Option<NaiveDate>) -> Result<()> {
    let Some(role) = by.role() else {
        let old: crate::project::Project = w.get(project)?;
        return w.put(&crate::project::Project { responsible_unit: Some(name.into()), ..old });
    };
    let person = super::query::named(w, name)?;
    super::hand_over::begin(w, project, role, name, person, since, None)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn two_hundred_and_fifty_two_projects_for_thirty_two_leaders() {
        let shares = even(&[0; 32], 252);
        let of = |at: usize| shares.iter().filter(|s| **s == at).count();
        let loads: Vec<usize> = (0..32).map(of).collect();
        assert_eq!(loads.iter().filter(|n| **n == 8).count(), 28);
        assert_eq!(loads.iter().filter(|n| **n == 7).count(), 4);
        assert_eq!((loads[0], loads[31]), (8, 7), "the first takes the odd one");
    }

    proptest! {
        #[test]
        fn loads_differ_by_one_at_most_once_even(count in 0_usize..80, people in 1_usize..9) {
            let shares = even(&vec![0; people], count);
            let loads: Vec<usize> = (0..people).map(|at| shares.iter().filter(|s| **s == at).count()).collect();
            prop_assert_eq!(loads.iter().sum::<usize>(), count);
            prop_assert!(loads.iter().max().unwrap() - loads.iter().min().unwrap() <= 1);
        }
    }
}
