//! What the office's approvals come to: time used against the limits of the law, days from land contract to construction
//! permit, and the measures that were taken, by kind and period (`rules.md` 14; seed articles 000 and 001).

use super::clock::{Unit, stopped_days};
use super::cut::{self, ReductionSum};
use super::fast::FastTrack;
use super::hand::counts_by;
use super::query::{codes, limits};
use super::record::ApprovalStep;
use super::running::{Folded, folded};
use super::schedule::CONSTRUCTION_PERMIT;
use super::state::{Standing, State};
use super::template::Side;
use super::way::{ApprovalWay, Way};
use crate::calendar::{Calendar, tomorrow};
use crate::codes;
use crate::count::number;
use crate::error::Result;
use crate::figure::percent::{Manner, Percent};
use crate::id::{ApprovalId, ProjectId};
use crate::store::Reader;
use crate::store::record::cell;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};
use ts_rs::TS;

/// 签订出让合同: where the way to 施工许可 begins to be counted.
pub const LAND_CONTRACT: &str = "A09";

codes! {
    /// What was done to be quicker.
    pub enum Measure {
        /// 容缺受理.
        Lacking = "lacking",
        /// 并联办理.
        Parallel = "parallel",
        /// 合并办理, each bundle of a project once.
        Bundle = "bundle",
        Early = "early",
        Simulated = "simulated",
        Preview = "preview",
        JointPreview = "joint_preview",
        Pledge = "pledge",
        Green = "green",
        AreaCovered = "area_covered",
        /// 一会三函, each project once, by the day of its meeting.
        FastTrack = "fast_track",
    }
}

codes! {
    /// Why a decision cannot be compared with the limit of the law.
    pub enum NotCompared {
        /// The law sets none, or says 即时.
        NoLimit = "no_limit",
        /// The law counts calendar days.
        CalendarDays = "calendar_days",
        /// The law binds somebody else than the department: the applicant, the shortest notice, the joint ceiling.
        OtherSide = "other_side",
        /// The day of acceptance is not recorded.
        NoAcceptance = "no_acceptance",
    }
}

/// How many could not be compared for one reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NotComparedCount {
    pub why: NotCompared,
    pub count: i64,
}

/// Decisions, permits and measures of these days, both included; open where absent.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct FiguresQuery {
    #[ts(type = "string | null")]
    pub from: Option<NaiveDate>,
    #[ts(type = "string | null")]
    pub to: Option<NaiveDate>,
}

impl FiguresQuery {
    pub(crate) fn holds(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ApprovalFigures {
    #[ts(type = "string")]
    pub as_of: NaiveDate,
    /// By item, in the order of the library.
    pub compression: Vec<Compressed>,
    /// All of them together.
    pub together: Compressed,
    /// Decided approvals that cannot be compared: without a limit of the law in working days that binds the department, or
    /// without a day of acceptance.
    pub not_compared: i64,
    /// The same by reason, those that occur.
    pub not_compared_why: Vec<NotComparedCount>,
    /// Approvals of the whole desk granted on a day nobody told: they are in no span.
    pub undated: i64,
    /// Quickest first.
    pub milestones: Vec<Milestone>,
    /// The middle of their days.
    pub median_days: Option<i64>,
    pub measures: Vec<MeasureCount>,
    /// 四减 of the decided approvals: each has the steps, papers, days and fee of its item.
    pub cuts: Vec<ReductionSum>,
}

/// Working days the law allows and working days used, of decided approvals alike in unit and side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Compressed {
    /// Empty for all together.
    pub item: String,
    pub name: String,
    pub name_en: String,
    pub decided: i64,
    /// In half days, summed over the decided.
    pub law_half_days: i64,
    /// Of those that were promised something alike, summed; else the law's.
    pub promised_half_days: i64,
    /// Working days used, stops left out.
    pub used_days: i64,
    /// Decided within the limit of the law.
    pub in_time: i64,
    /// By how much of the law's time less was used; none where more was.
    pub shorter: Option<Percent>,
}

/// From 出让合同 to 施工许可证 of one project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Milestone {
    pub project: ProjectId,
    pub project_name: String,
    #[ts(type = "string")]
    pub contract_on: NaiveDate,
    #[ts(type = "string")]
    pub permit_on: NaiveDate,
    /// Calendar days.
    pub days: i64,
    pub working_days: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeasureCount {
    pub measure: Measure,
    pub count: i64,
    pub projects: i64,
    /// Of 容缺 and 承诺: papers that were there by their promised day.
    pub in_time: Option<i64>,
}

pub fn figures(r: &Reader, query: FiguresQuery) -> Result<ApprovalFigures> {
    let all = folded(r)?;
    let manner = Manner::of_desk(r)?;
    let (calendars, units) = (r.calendars()?, r.answering()?);
    let mut by: BTreeMap<&str, Compressed> = BTreeMap::new();
    let (mut together, mut left_out) = (Compressed::default(), vec![]);
    let in_favour =
        |one: &&Folded| one.standing.state.is_done() && one.standing.decided.is_some_and(|on| query.holds(on));
    let undated = all.iter().filter(|one| one.standing.state.is_done() && one.standing.decided.is_none()).count();
    let cuts = cut::sums(all.iter().filter(in_favour).map(|one| one.item), manner);
    for one in all.iter().filter(in_favour) {
        let calendar = calendars.of_unit(Some(&counts_by(one.item, &one.approval, units)));
        let compared = match compared(calendar, one) {
            Ok(compared) => compared,
            Err(why) => {
                left_out.push(why);
                continue;
            }
        };
        let of = by.entry(&one.item.code).or_insert_with(|| Compressed {
            item: one.item.code.clone(),
            name: one.item.name.clone(),
            name_en: one.item.name_en.clone(),
            ..Compressed::default()
        });
        of.add(&compared);
        together.add(&compared);
    }
    let mut compression: Vec<Compressed> = by.into_values().collect();
    compression.iter_mut().chain([&mut together]).for_each(|one| one.rate(manner));
    let milestones = milestones(r, calendars.everybody(), &all, query)?;
    let median_days = (!milestones.is_empty()).then(|| milestones[(milestones.len() - 1) / 2].days);
    let measures = measures(r, &all, query)?;
    Ok(ApprovalFigures {
        as_of: r.today(),
        compression,
        together,
        not_compared: number(left_out.len()),
        not_compared_why: by_reason(&left_out),
        undated: number(undated),
        milestones,
        median_days,
        measures,
        cuts,
    })
}

impl Compressed {
    fn add(&mut self, other: &Self) {
        self.decided += other.decided;
        self.law_half_days += other.law_half_days;
        self.promised_half_days += other.promised_half_days;
        self.used_days += other.used_days;
        self.in_time += other.in_time;
    }

    fn rate(&mut self, manner: Manner) {
        let less = self.law_half_days - 2 * self.used_days;
        self.shorter = Percent::of(less, self.law_half_days, manner).filter(|_| less >= 0);
    }
}

fn by_reason(left_out: &[NotCompared]) -> Vec<NotComparedCount> {
    let count = |why: NotCompared| number(left_out.iter().filter(|one| **one == why).count());
    let all = NotCompared::ALL.iter().map(|why| NotComparedCount { why: *why, count: count(*why) });
    all.filter(|one| one.count > 0).collect()
}

/// One decision against its limits, where both are working days of the department; else why not.
fn compared(calendar: &Calendar, one: &Folded) -> std::result::Result<Compressed, NotCompared> {
    let (law, promised) = limits(one.item, Some(&one.approval));
    let alike = |(limit, side): &(super::clock::Limit, Side)| limit.unit == Unit::Working && *side == Side::Department;
    let (law, side) = law.filter(|(limit, _)| limit.half_days > 0).ok_or(NotCompared::NoLimit)?;
    if side != Side::Department {
        return Err(NotCompared::OtherSide);
    }
    if law.unit != Unit::Working {
        return Err(NotCompared::CalendarDays);
    }
    let (accepted, decided) = one.standing.accepted.zip(one.standing.decided).ok_or(NotCompared::NoAcceptance)?;
    let used = used(calendar, accepted, decided, &one.standing);
    let law_days = i64::from(law.days()) + i64::from(one.standing.extension_days);
    Ok(Compressed {
        decided: 1,
        law_half_days: i64::from(law.half_days),
        promised_half_days: i64::from(promised.filter(alike).map_or(law, |(limit, _)| limit).half_days),
        used_days: used,
        in_time: i64::from(used <= law_days),
        ..Compressed::default()
    })
}

/// Working days that count from acceptance to decision: days of a stop do not, and a restart begins anew.
pub(super) fn used(calendar: &Calendar, accepted: NaiveDate, decided: NaiveDate, standing: &Standing) -> i64 {
    let restarted = standing.stops.iter().filter(|stop| stop.restart).filter_map(|stop| stop.to).max();
    let from = restarted.map_or(accepted, |day| day.max(accepted));
    let stopped: i64 = standing
        .stops
        .iter()
        .filter(|stop| stop.to.is_none_or(|to| to > from))
        .map(|stop| {
            let to = stop.to.map_or(decided, |to| to.min(decided));
            stopped_days(calendar, stop.from.max(tomorrow(from)), to, Unit::Working)
        })
        .sum();
    (calendar.working_between(from, decided) - stopped).max(0)
}

fn milestones(r: &Reader, calendar: &Calendar, all: &[Folded], query: FiguresQuery) -> Result<Vec<Milestone>> {
    let decided = |code: &str| -> HashMap<ProjectId, NaiveDate> {
        let of = all.iter().filter(|one| one.item.code == code && one.standing.state.is_done());
        of.filter_map(|one| Some((one.approval.project, one.standing.decided?))).collect()
    };
    let (contracts, permits) = (decided(LAND_CONTRACT), decided(CONSTRUCTION_PERMIT));
    let mut name = r.db().prepare_cached("select name from project where id = ?")?;
    let mut found = vec![];
    for (project, permit_on) in permits.into_iter().filter(|(_, on)| query.holds(*on)) {
        let Some(contract_on) = contracts.get(&project).copied().filter(|on| *on <= permit_on) else { continue };
        found.push(Milestone {
            project,
            project_name: name.query_row([project.to_string()], |row| row.get(0))?,
            contract_on,
            permit_on,
            days: (permit_on - contract_on).num_days(),
            working_days: calendar.working_between(contract_on, permit_on),
        });
    }
    found.sort_by(|a, b| (a.days, &a.project_name).cmp(&(b.days, &b.project_name)));
    Ok(found)
}

fn measures(r: &Reader, all: &[Folded], query: FiguresQuery) -> Result<Vec<MeasureCount>> {
    let lacking: Vec<(&Folded, NaiveDate)> = all
        .iter()
        .filter_map(|one| Some((one, one.steps.iter().find(|s| s.state == State::LackingAccepted)?.told()?)))
        .filter(|(_, on)| query.holds(*on))
        .collect();
    let count = |measure, projects: Vec<ProjectId>, count: usize, in_time| MeasureCount {
        measure,
        count: number(count),
        projects: number(projects.into_iter().collect::<HashSet<_>>().len()),
        in_time,
    };
    let in_time = lacking.iter().filter(|(one, _)| handed_in_time(one)).count();
    let set_on = set_days(r)?;
    let set = |field: &str| -> Vec<&Folded> {
        let fits = |one: &&Folded| set_on.get(&(one.approval.id, field.into())).is_some_and(|on| query.holds(*on));
        all.iter().filter(fits).collect()
    };
    let parallel: Vec<&Folded> =
        set("parallel").into_iter().filter(|one| !codes(one.approval.parallel.as_deref()).is_empty()).collect();
    let bundles: HashSet<(ProjectId, &str)> = set("bundle")
        .into_iter()
        .filter_map(|one| Some((one.approval.project, one.approval.bundle.as_deref()?)))
        .collect();
    let projects = |all: &[&Folded]| all.iter().map(|one| one.approval.project).collect();
    let mut found = vec![
        count(
            Measure::Lacking,
            lacking.iter().map(|(one, _)| one.approval.project).collect(),
            lacking.len(),
            Some(number(in_time)),
        ),
        count(Measure::Parallel, projects(&parallel), parallel.len(), None),
        count(Measure::Bundle, bundles.iter().map(|(project, _)| *project).collect(), bundles.len(), None),
    ];
    found.extend(of_ways(r, query)?);
    let fast: Vec<FastTrack> = r.all("order by met_on, id", [])?;
    let fast: Vec<ProjectId> = fast.iter().filter(|one| query.holds(one.met_on)).map(|one| one.project).collect();
    let met = fast.len();
    found.push(count(Measure::FastTrack, fast, met, None));
    Ok(found)
}

/// Each way that was taken in these days, counted by the day it began.
fn of_ways(r: &Reader, query: FiguresQuery) -> Result<Vec<MeasureCount>> {
    let all: Vec<ApprovalWay> = r.all("order by begun_on, id", [])?;
    let mut found = vec![];
    for way in Way::ALL {
        let of: Vec<&ApprovalWay> = all.iter().filter(|one| one.way == *way && query.holds(one.begun_on)).collect();
        let kept = |one: &&&ApprovalWay| one.formal_on.zip(one.due_by).is_some_and(|(there, by)| there <= by);
        found.push(MeasureCount {
            measure: measure(*way),
            count: number(of.len()),
            projects: number(of.iter().map(|one| one.project).collect::<HashSet<_>>().len()),
            in_time: (*way == Way::Pledge).then(|| number(of.iter().filter(kept).count())),
        });
    }
    Ok(found)
}

fn measure(way: Way) -> Measure {
    match way {
        Way::Early => Measure::Early,
        Way::Simulated => Measure::Simulated,
        Way::Preview => Measure::Preview,
        Way::JointPreview => Measure::JointPreview,
        Way::Pledge => Measure::Pledge,
        Way::Green => Measure::Green,
        Way::AreaCovered => Measure::AreaCovered,
    }
}

/// The papers were there by the promised day: fully accepted or approved by then.
fn handed_in_time(one: &Folded) -> bool {
    let whole = |step: &&ApprovalStep| matches!(step.state, State::Accepted | State::Approved | State::Delivered);
    let there = one.steps.iter().find(whole).and_then(ApprovalStep::told);
    there.zip(one.approval.lacking_by).is_some_and(|(there, by)| there <= by)
}

/// The day each approval was last given something it does beside, or a bundle.
fn set_days(r: &Reader) -> Result<HashMap<(ApprovalId, String), NaiveDate>> {
    let mut find = r.db().prepare_cached(include_str!("set_days.sql"))?;
    let rows = find.query_map([], |row| Ok(((cell(row, 0)?, row.get(1)?), row.get::<_, i64>(2)?)))?;
    let found: HashMap<(ApprovalId, String), i64> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(found.into_iter().map(|(key, ms)| (key, crate::time::beijing_day(ms))).collect())
}
