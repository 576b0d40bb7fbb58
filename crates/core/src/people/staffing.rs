//! Staffing of projects: rules that are off unless an office chose them, and who lacks what.
//!
//! A project's team: at least five people, and all three levels 市、部门、区县 among them – not one for each of the four named
//! roles, for one of them is held by two (`systems.md` 001-41, 001-42, B03).

use super::{Role, UnitKind};
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{ProjectId, RoleNameId, StaffingId, derived};
use crate::store::record::cell;
use crate::store::{Reader, Writer};
use crate::{codes, record};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

record! {
    /// Which rules an office chose; one record an office.
    pub struct Staffing(StaffingId) in "staffing", Ref {
        /// A team over three levels.
        team: bool,
        /// The least people of a team.
        people: i64,
        /// Every project has a chief service officer.
        chief: bool,
        /// Every project has a leader.
        leader: bool,
    }
}

record! {
    /// What an office calls a role (practice C39).
    pub struct RoleName(RoleNameId) in "role_name", Ref {
        role: Role,
        name: String,
    }
}

codes! {
    /// The three levels of a team.
    pub enum TeamLevel { City = "city", Department = "department", County = "county" }
}

codes! {
    /// What a project lacks under a chosen rule.
    pub enum Lack {
        Leader = "leader",
        ChiefServiceOfficer = "chief_service_officer",
        People = "people",
        City = "city",
        Department = "department",
        County = "county",
    }
}

/// The usual number of people (001-41).
pub(crate) const PEOPLE: i64 = 5;

impl TeamLevel {
    /// A leader is of the city; others are of the level of their unit, or of the one their role usually has.
    #[must_use]
    pub fn of(role: Role, unit: Option<UnitKind>) -> Self {
        match (role, unit) {
            (Role::Leader | Role::ChainHead, _) => Self::City,
            (_, Some(UnitKind::County | UnitKind::Park)) => Self::County,
            (_, Some(_)) => Self::Department,
            (Role::Liaison, None) => Self::County,
            (_, None) => Self::Department,
        }
    }
}

/// What the chosen rules ask of one project's team; empty if nothing is lacking.
#[must_use]
pub fn lacks(rules: &Staffing, team: &[(Role, String, TeamLevel)]) -> Vec<Lack> {
    let has = |role: Role| team.iter().any(|(r, ..)| *r == role);
    let mut out = vec![];
    if rules.leader && !has(Role::Leader) {
        out.push(Lack::Leader);
    }
    if rules.chief && !has(Role::ChiefServiceOfficer) {
        out.push(Lack::ChiefServiceOfficer);
    }
    if rules.team {
        let people: BTreeSet<&str> = team.iter().map(|(_, name, _)| name.as_str()).collect();
        if i64::try_from(people.len()).unwrap_or(i64::MAX) < rules.people {
            out.push(Lack::People);
        }
        for (level, lack) in [
            (TeamLevel::City, Lack::City),
            (TeamLevel::Department, Lack::Department),
            (TeamLevel::County, Lack::County),
        ] {
            if !team.iter().any(|(.., l)| *l == level) {
                out.push(lack);
            }
        }
    }
    out
}

/// A project and what it lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Lacking {
    pub id: ProjectId,
    pub name: String,
    /// Different people that answer for it.
    pub people: i64,
    pub levels: Vec<TeamLevel>,
    pub lacks: Vec<Lack>,
}

/// The rules, and under them the projects that lack something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct StaffingPage {
    pub rules: StaffingRules,
    pub projects: i64,
    pub lacking: Vec<Lacking>,
}

/// The rules as they are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StaffingRules {
    pub team: bool,
    pub people: i64,
    pub chief: bool,
    pub leader: bool,
}

fn staffing_id(r: &Reader) -> Result<StaffingId> {
    Ok(StaffingId(derived(&["staffing", &r.office()?.to_string()])))
}

fn rules(r: &Reader) -> Result<Staffing> {
    let (id, office) = (staffing_id(r)?, r.office()?);
    Ok(r.find(id)?.unwrap_or(Staffing { id, office, team: false, people: PEOPLE, chief: false, leader: false }))
}

pub fn page(r: &Reader) -> Result<StaffingPage> {
    let rules = rules(r)?;
    let mut teams: BTreeMap<ProjectId, Vec<(Role, String, TeamLevel)>> = BTreeMap::new();
    {
        let mut all = r.db().prepare_cached(include_str!("teams.sql"))?;
        let mut rows = all.query([])?;
        while let Some(row) = rows.next()? {
            let (role, unit): (Role, Option<UnitKind>) = (cell(row, 1)?, cell(row, 3)?);
            teams.entry(cell(row, 0)?).or_default().push((role, cell(row, 2)?, TeamLevel::of(role, unit)));
        }
    }
    let sql = format!(
        "select l.project, l.name from ledger_line l where {} order by l.entered, l.origin, l.project",
        super::wall::COUNTED
    );
    let mut all = r.db().prepare_cached(&sql)?;
    let mut rows = all.query([])?;
    let (mut projects, mut lacking) = (0, vec![]);
    while let Some(row) = rows.next()? {
        projects += 1;
        let id: ProjectId = cell(row, 0)?;
        let team = teams.get(&id).map_or(&[][..], Vec::as_slice);
        let lacks = lacks(&rules, team);
        if !lacks.is_empty() {
            let people: BTreeSet<&str> = team.iter().map(|(_, name, _)| name.as_str()).collect();
            let levels: BTreeSet<TeamLevel> = team.iter().map(|(.., level)| *level).collect();
            let people = i64::try_from(people.len()).unwrap_or(i64::MAX);
            lacking.push(Lacking { id, name: cell(row, 1)?, people, levels: levels.into_iter().collect(), lacks });
        }
    }
    let rules = StaffingRules { team: rules.team, people: rules.people, chief: rules.chief, leader: rules.leader };
    Ok(StaffingPage { rules, projects, lacking })
}

pub fn choose(w: &mut Writer, chosen: StaffingRules) -> Result<StaffingPage> {
    if !(1..=99).contains(&chosen.people) {
        return Err(Error::Invalid(vec![FieldFault::error("people", Rule::OutOfRange).with("text", chosen.people)]));
    }
    let old = rules(w)?;
    let StaffingRules { team, people, chief, leader } = chosen;
    w.put(&Staffing { team, people, chief, leader, ..old })?;
    page(w)
}

pub fn role_names(r: &Reader) -> Result<Vec<RoleName>> {
    r.all("order by role, id", [])
}

/// What a role is to be called; nothing brings back the usual word.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CallRole {
    pub role: Role,
    pub name: Option<String>,
}

/// Longest word for a role.
const LONGEST: usize = 12;

pub fn call_role(w: &mut Writer, input: CallRole) -> Result<Vec<RoleName>> {
    let office = w.office()?;
    let id = RoleNameId(derived(&["role_name", &office.to_string(), input.role.code()]));
    let name = crate::text::said(input.name.as_deref());
    match name {
        Some(name) if name.chars().count() > LONGEST => {
            return Err(Error::Invalid(vec![FieldFault::error("name", Rule::TooLong).with("limit", LONGEST)]));
        }
        Some(name) => {
            w.subject(name);
            w.put(&RoleName { id, office, role: input.role, name: name.into() })?;
        }
        None => {
            w.remove::<RoleName>(id)?;
        }
    }
    role_names(w)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::OfficeId;

    fn rules() -> Staffing {
        Staffing {
            id: StaffingId::default(),
            office: OfficeId::default(),
            team: true,
            people: 5,
            chief: true,
            leader: true,
        }
    }

    fn team(of: &[(Role, &str, Option<UnitKind>)]) -> Vec<(Role, String, TeamLevel)> {
        of.iter().map(|(role, name, unit)| (*role, (*name).to_string(), TeamLevel::of(*role, *unit))).collect()
    }

    #[test]
    fn four_roles_held_by_five_people_over_three_levels() {
        let named = [
            (Role::Leader, "甲", None),
            (Role::UnitHead, "乙", Some(UnitKind::Government)),
            (Role::ChiefServiceOfficer, "丙", None),
            (Role::Liaison, "丁", None),
        ];
        assert_eq!(lacks(&rules(), &team(&named)), [Lack::People], "four named roles are four people");
        let mut whole = named.to_vec();
        whole.push((Role::Liaison, "戊", None));
        assert_eq!(lacks(&rules(), &team(&whole)), []);
        whole[4].1 = "丁";
        assert_eq!(lacks(&rules(), &team(&whole)), [Lack::People], "one person twice is one person");
        let city = (0..5).map(|n| (Role::ServiceOfficer, ["甲", "乙", "丙", "丁", "戊"][n], None)).collect::<Vec<_>>();
        assert_eq!(lacks(&rules(), &team(&city)), [Lack::Leader, Lack::ChiefServiceOfficer, Lack::City, Lack::County]);
        let none = Staffing { team: false, chief: false, leader: false, ..rules() };
        assert_eq!(lacks(&none, &[]), [], "off unless chosen");
    }

    #[test]
    fn a_level_follows_the_unit_before_the_role() {
        for (role, unit, level) in [
            (Role::Liaison, None, TeamLevel::County),
            (Role::Liaison, Some(UnitKind::Government), TeamLevel::Department),
            (Role::ServiceOfficer, Some(UnitKind::County), TeamLevel::County),
            (Role::ServiceOfficer, Some(UnitKind::Park), TeamLevel::County),
            (Role::Leader, Some(UnitKind::County), TeamLevel::City),
        ] {
            assert_eq!(TeamLevel::of(role, unit), level);
        }
    }
}
