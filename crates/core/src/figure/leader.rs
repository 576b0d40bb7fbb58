//! Question 8, 我包的那几个咋样: a leader's card. Leaders stand in official order, never by pinyin (practice C40).

use super::base::{Base, Member, Scope};
use super::held::{self, Holding};
use super::money::{Invested, Reports};
use super::percent::{Manner, Percent};
use super::starts::Starts;
use super::task::Tasks;
use crate::error::Result;
use crate::id::ProjectId;
use crate::progress::{Basis, Progress};
use crate::project::list::region_name;
use crate::project::{Project, Stage};
use crate::store::Reader;
use chrono::NaiveDate;
use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// A leader and how many projects are in their charge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LeaderName {
    pub name: String,
    pub title: Option<String>,
    pub projects: i64,
}

/// What a board can be narrowed to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BoardChoices {
    /// In official order.
    pub leaders: Vec<LeaderName>,
    pub chains: Vec<String>,
    /// Counties that have projects, in the order of their codes.
    pub regions: Vec<RegionOf>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegionOf {
    pub code: String,
    pub name: String,
}

/// Leaders in office: by the person's place, then the duty's, then as they were entered.
pub fn leaders(r: &Reader) -> Result<Vec<LeaderName>> {
    let mut find = r.db().prepare_cached(include_str!("leaders.sql"))?;
    let rows =
        find.query_map([], |row| Ok(LeaderName { name: row.get(0)?, title: row.get(1)?, projects: row.get(2)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub fn choices(r: &Reader) -> Result<BoardChoices> {
    let text = |sql: &str| -> Result<Vec<String>> {
        let mut find = r.db().prepare_cached(sql)?;
        let rows = find.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    };
    let mut regions = vec![];
    for code in text("select distinct region from project where region is not null order by region")? {
        let name = region_name(r, Some(&code))?.unwrap_or_else(|| code.clone());
        regions.push(RegionOf { code, name });
    }
    let order = crate::people::query::official_order(r)?;
    regions.sort_by_key(|one| order.place(&one.name, &one.code));
    let chains = text("select distinct chain from project where chain is not null order by chain")?;
    Ok(BoardChoices { leaders: leaders(r)?, chains, regions })
}

/// One project on a card. 元.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CardLine {
    pub id: ProjectId,
    pub name: String,
    pub region: Option<String>,
    pub stage: Stage,
    pub total: Option<i64>,
    pub total_about: bool,
    pub plan: Option<i64>,
    pub done: Option<i64>,
    pub rate: Option<Percent>,
    pub image: Option<String>,
    pub issue: Option<String>,
    /// The day the words are as of.
    #[ts(type = "string | null")]
    pub as_of: Option<NaiveDate>,
    pub responsible_unit: Option<String>,
    /// What has lain longest, and with whom.
    pub stuck: Option<Holding>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct LeaderCard {
    pub leader: String,
    pub title: Option<String>,
    #[ts(type = "string")]
    pub as_of: NaiveDate,
    pub starts: Starts,
    pub invested: Invested,
    pub lines: Vec<CardLine>,
    pub tasks: Tasks,
}

/// Whose card, as of which day.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CardOf {
    pub leader: String,
    #[serde(default)]
    #[ts(type = "string | null")]
    pub as_of: Option<NaiveDate>,
}

pub fn card(r: &Reader, of: CardOf) -> Result<LeaderCard> {
    let scope = Scope { leader: Some(of.leader.clone()), ..Scope::default() };
    let base = Base::read(r, &super::base::BoardQuery { scope, as_of: of.as_of })?;
    let manner = Manner::of_desk(r)?;
    let reports = super::money::reports(r, base.year(), base.as_of)?;
    Ok(LeaderCard {
        title: title_of(r, &of.leader)?,
        starts: super::query::starts_of(r, &base, manner)?,
        invested: super::query::invested_of(r, &base, &reports, manner)?,
        lines: lines(r, &base, &reports, manner)?,
        tasks: super::task::tasks(r, &base)?,
        as_of: base.as_of,
        leader: of.leader,
    })
}

/// A line a project, in the order of the ledger.
pub fn lines(r: &Reader, base: &Base, reports: &Reports, manner: Manner) -> Result<Vec<CardLine>> {
    let held = held::of_base(r, base)?;
    let mut longest: HashMap<ProjectId, &Holding> = HashMap::new();
    for holding in &held {
        let known = longest.entry(holding.project).or_insert(holding);
        if holding.days > known.days {
            *known = holding;
        }
    }
    let stuck = |id: &ProjectId| longest.get(id).map(|h| (*h).clone());
    base.members.iter().map(|m| line(r, m, base, reports, stuck(&m.id), manner)).collect()
}

fn title_of(r: &Reader, name: &str) -> Result<Option<String>> {
    let mut find =
        r.db().prepare_cached("select title from person where name = ? and title is not null order by id limit 1")?;
    Ok(find.query_row([name], |row| row.get(0)).optional()?)
}

fn line(
    r: &Reader,
    m: &Member,
    base: &Base,
    reports: &Reports,
    stuck: Option<Holding>,
    manner: Manner,
) -> Result<CardLine> {
    let project: Project = r.get(m.id)?;
    let report = newest(r, m.id, base.as_of)?;
    let (plan, done) = (m.plan_of(base.year()), reports.get(&m.id).and_then(|report| report.done));
    Ok(CardLine {
        id: m.id,
        name: m.name.clone(),
        region: region_name(r, m.region.as_deref())?.or_else(|| m.region_text.clone()),
        stage: project.stage,
        total: m.total,
        total_about: project.total_about,
        plan,
        done,
        rate: done.zip(plan).and_then(|(done, plan)| Percent::of(done, plan, manner)),
        image: report.as_ref().and_then(|p| p.image.clone()),
        issue: report.as_ref().and_then(|p| p.issue.clone()),
        as_of: report.and_then(|p| p.day(base.as_of)),
        responsible_unit: project.responsible_unit,
        stuck,
    })
}

/// The newest 调度 report up to the month of `as_of`.
fn newest(r: &Reader, project: ProjectId, as_of: NaiveDate) -> Result<Option<Progress>> {
    let month = as_of.format("%Y-%m").to_string();
    r.first(
        "where project = ? and basis = ? and period <= ? order by period desc, id desc",
        [project.to_string().as_str(), Basis::Dispatch.code(), &month],
    )
}
