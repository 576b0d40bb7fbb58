//! Question 1, 现在开工多少了: started or resumed of all, what is new since last week, and who has not (practice §2, R6).

use super::base::Member;
use super::percent::{Manner, Percent};
use super::rows::{Count, RowKind};
use crate::id::ProjectId;
use crate::project::query::Named;
use crate::project::start::{self, Opened, ProjectStart, StartDecision, StartKind};
use crate::project::{Carried, Stage};
use crate::time::Day;
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};
use ts_rs::TS;

/// How many names are told of those that have not started.
const NAMED: usize = 20;

/// The declared starts and resumptions of each project, beside 实际开工 of the project itself.
pub type Begins = HashMap<ProjectId, Vec<ProjectStart>>;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Starts {
    pub total: Count,
    pub opened: Count,
    pub rate: Option<Percent>,
    /// 新开工 and 复工: together they are `opened`.
    pub fresh: Count,
    pub resumed: Count,
    /// 较上周: opened within the last seven days.
    pub week: Count,
    /// 未开工: never begun, neither this year nor before.
    pub not_opened: Count,
    /// The first of those that have not, in the order of the ledger.
    pub who: Vec<Named>,
    /// 待复工: begun before, and resting for the winter or suspended.
    pub awaiting: Count,
    /// Begun before, and neither resting nor taken up anew by a record: built on (续建、在建), completed, producing.
    pub going_on: Count,
    /// Planned to start this year up to the day; of these started (按计划) and never begun (应开未开).
    pub planned: Count,
    pub late: Count,
    /// 提前开工: started without being due yet.
    pub early: Count,
    /// 预计上半年（全年）开工: planned to start within the half-year of the day, and of these the new ones.
    pub half: Count,
    pub half_fresh: Count,
    /// 1 or 2.
    pub half_year: u8,
}

/// Which project is in which heap.
pub struct Sorted {
    pub opened: Vec<ProjectId>,
    pub fresh: Vec<ProjectId>,
    pub resumed: Vec<ProjectId>,
    pub week: Vec<ProjectId>,
    pub not_opened: Vec<ProjectId>,
    pub awaiting: Vec<ProjectId>,
    pub going_on: Vec<ProjectId>,
    pub planned: Vec<ProjectId>,
    pub late: Vec<ProjectId>,
    pub early: Vec<ProjectId>,
    pub half: Vec<ProjectId>,
    pub half_fresh: Vec<ProjectId>,
}

/// How work began in the year of `as_of` up to that day, by the rule of 开工认定.
#[must_use]
pub fn begun(member: &Member, begins: &Begins, as_of: NaiveDate) -> Option<StartKind> {
    let starts = begins.get(&member.id).map(Vec::as_slice).unwrap_or_default();
    start::opened(starts, member.started_actual, as_of.year(), as_of).map(|opened| opened.kind)
}

/// When work began for the first time that is on record, up to a day: the rule of 开工认定, asked of every year.
#[must_use]
pub fn first_begun(starts: &[ProjectStart], actual: Option<Day>, as_of: NaiveDate) -> Option<Opened> {
    let recorded = starts.iter().map(|s| s.happened_on.year()).chain(actual.map(|day| start::first_day(day).year()));
    let years: BTreeSet<i32> = recorded.filter(|year| *year <= as_of.year()).collect();
    years.into_iter().find_map(|year| start::opened(starts, actual, year, as_of))
}

/// Whether work had ever begun by a day: on record, or, where no day is on record, by 续建 or by the stage.
///
/// A start that was struck out is none, whatever the stage says.
#[must_use]
pub fn ever_begun(member: &Member, starts: &[ProjectStart], as_of: NaiveDate) -> bool {
    if first_begun(starts, member.started_actual, as_of).is_some() || member.carried == Some(Carried::Continued) {
        return true;
    }
    let declared = starts.iter().any(|s| s.kind == StartKind::New && s.decision != StartDecision::Pending);
    member.stage >= Stage::Started && member.started_actual.is_none() && !declared
}

#[must_use]
pub fn sort(members: &[Member], begins: &Begins, as_of: NaiveDate) -> Sorted {
    let week_ago = as_of.checked_sub_days(Days::new(7)).unwrap_or(as_of);
    let ids = |fits: &dyn Fn(&Member) -> bool| -> Vec<ProjectId> {
        members.iter().filter(|m| fits(m)).map(|m| m.id).collect()
    };
    let state = |m: &Member| begun(m, begins, as_of);
    let recorded = |m: &Member| begins.get(&m.id).map(Vec::as_slice).unwrap_or_default();
    let never = |m: &Member| state(m).is_none() && !ever_begun(m, recorded(m), as_of);
    let before_this_year = |m: &Member| state(m).is_none() && ever_begun(m, recorded(m), as_of);
    let due = |m: &Member| m.started_planned.is_some_and(|d| d.on.year() == as_of.year() && d.on <= as_of);
    let before = |m: &Member| week_ago.year() == as_of.year() && begun(m, begins, week_ago).is_some();
    let half = |m: &Member| {
        m.started_planned.is_some_and(|d| {
            d.on.year() == as_of.year() && d.on <= half_end(as_of) && d.on.month() > half_end(as_of).month() - 6
        })
    };
    Sorted {
        opened: ids(&|m| state(m).is_some()),
        fresh: ids(&|m| state(m) == Some(StartKind::New)),
        resumed: ids(&|m| state(m) == Some(StartKind::Resume)),
        week: ids(&|m| state(m).is_some() && !before(m)),
        not_opened: ids(&never),
        awaiting: ids(&|m| before_this_year(m) && m.paused),
        going_on: ids(&|m| before_this_year(m) && !m.paused),
        planned: ids(&due),
        late: ids(&|m| due(m) && never(m)),
        early: ids(&|m| !due(m) && state(m) == Some(StartKind::New) && m.started_planned.is_some_and(|d| d.on > as_of)),
        half: ids(&half),
        half_fresh: ids(&|m| half(m) && m.carried == Some(Carried::New)),
    }
}

fn half_end(day: NaiveDate) -> NaiveDate {
    let (month, last) = if day.month() <= 6 { (6, 30) } else { (12, 31) };
    NaiveDate::from_ymd_opt(day.year(), month, last).unwrap_or(day)
}

#[must_use]
pub fn starts(members: &[Member], begins: &Begins, as_of: NaiveDate, manner: Manner) -> Starts {
    let sorted = sort(members, begins, as_of);
    let by_id: HashMap<ProjectId, &Member> = members.iter().map(|m| (m.id, m)).collect();
    let who = sorted.not_opened.iter().take(NAMED).filter_map(|id| by_id.get(id)).map(|m| m.named());
    let total = Count::of(RowKind::All, members.len());
    let opened = Count::of(RowKind::Opened, sorted.opened.len());
    Starts {
        rate: Percent::of(opened.n, total.n, manner),
        fresh: Count::of(RowKind::OpenedNew, sorted.fresh.len()),
        resumed: Count::of(RowKind::OpenedResumed, sorted.resumed.len()),
        week: Count::of(RowKind::OpenedWeek, sorted.week.len()),
        not_opened: Count::of(RowKind::NotOpened, sorted.not_opened.len()),
        who: who.collect(),
        awaiting: Count::of(RowKind::Awaiting, sorted.awaiting.len()),
        going_on: Count::of(RowKind::GoingOn, sorted.going_on.len()),
        planned: Count::of(RowKind::StartPlanned, sorted.planned.len()),
        late: Count::of(RowKind::StartLate, sorted.late.len()),
        early: Count::of(RowKind::StartEarly, sorted.early.len()),
        half: Count::of(RowKind::StartHalf, sorted.half.len()),
        half_fresh: Count::of(RowKind::StartHalfNew, sorted.half_fresh.len()),
        half_year: if as_of.month() <= 6 { 1 } else { 2 },
        total,
        opened,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use uuid::Uuid;

    pub fn member(n: u128, planned: Option<&str>, actual: Option<&str>) -> Member {
        Member {
            id: ProjectId(Uuid::from_u128(n)),
            name: format!("项目{n}"),
            region: None,
            region_text: None,
            carried: None,
            total: None,
            plan: None,
            plan_about: false,
            plan_year: None,
            stage: Stage::Preparing,
            paused: false,
            started_planned: planned.map(|d| d.parse().unwrap()),
            started_actual: actual.map(|d| d.parse().unwrap()),
        }
    }

    fn recorded(m: &Member, kind: StartKind, on: &str, decision: StartDecision) -> (ProjectId, Vec<ProjectStart>) {
        let start = ProjectStart {
            id: crate::id::StartId::default(),
            office: crate::id::OfficeId::default(),
            project: m.id,
            kind,
            happened_on: on.parse().unwrap(),
            declared_on: None,
            verified_on: None,
            verified_by: None,
            decision,
            decided_on: None,
            reason: None,
            standard: None,
            note: None,
        };
        (m.id, vec![start])
    }

    #[test]
    fn harbin_of_2019() {
        // A08: 186 of 252, 107 of which are new (A10). Of the 66 others the article says nothing: the new ones were
        // never begun, the continued ones were, and rest.
        let as_of: NaiveDate = "2019-04-30".parse().unwrap();
        let new = (0..107).map(|n| Member {
            carried: Some(Carried::New),
            ..member(n, Some("2019-06-30/month"), (n < 61).then_some("2019-04-12"))
        });
        let old = (200..345).map(|n| Member {
            carried: Some(Carried::Continued),
            paused: n >= 325,
            ..member(n, None, Some("2018-05-01"))
        });
        let members: Vec<Member> = new.chain(old).collect();
        let resumed = |m: &Member| recorded(m, StartKind::Resume, "2019-04-26", StartDecision::Recognised);
        let begins: Begins = members[107..232].iter().map(resumed).collect();
        let found = starts(&members, &begins, as_of, Manner::default());
        assert_eq!((found.total.n, found.opened.n, found.fresh.n, found.resumed.n), (252, 186, 61, 125));
        assert_eq!((found.not_opened.n, found.awaiting.n, found.going_on.n, found.who.len()), (46, 20, 0, 20));
        assert_eq!(found.total.n, found.opened.n + found.not_opened.n + found.awaiting.n + found.going_on.n);
        assert_eq!(found.rate.unwrap().text, "73.8");
        assert_eq!(found.week.n, 125, "those that resumed within seven days");
        assert_eq!(found.early.n, 61);
        // One record less is one less.
        let fewer = starts(&members[1..], &begins, as_of, Manner::default());
        assert_eq!((fewer.total.n, fewer.opened.n, fewer.fresh.n), (251, 185, 60));
    }

    #[test]
    fn only_what_was_never_begun_is_named_as_not_started() {
        let as_of: NaiveDate = "2023-07-04".parse().unwrap();
        let stands = |n, actual, stage| Member { stage, ..member(n, None, actual) };
        let members = [
            stands(1, Some("2022-06-28"), Stage::Operating),
            stands(2, Some("2022-11-08"), Stage::Building),
            stands(3, None, Stage::Completed),
            Member { carried: Some(Carried::Continued), ..member(4, None, None) },
            Member { paused: true, ..stands(5, Some("2022-05-01"), Stage::Building) },
            member(6, Some("2023-06-30/month"), None),
            // It begins tomorrow; and what was declared was struck out.
            stands(7, Some("2023-07-05"), Stage::Started),
            stands(8, None, Stage::Started),
            // Planned for this year, begun the year before: not 应开未开.
            Member { stage: Stage::Building, ..member(9, Some("2023-03-31/month"), Some("2022-12-20")) },
        ];
        let begins: Begins =
            [recorded(&members[7], StartKind::New, "2023-05-01", StartDecision::Rejected)].into_iter().collect();
        let found = sort(&members, &begins, as_of);
        let numbers = |ids: &[ProjectId]| ids.iter().map(|id| id.0.as_u128()).collect::<Vec<_>>();
        assert_eq!(numbers(&found.not_opened), [6, 7, 8]);
        assert_eq!(numbers(&found.awaiting), [5]);
        assert_eq!(numbers(&found.going_on), [1, 2, 3, 4, 9]);
        assert_eq!(numbers(&found.late), [6]);
    }

    #[test]
    fn planned_started_and_early_close() {
        // R6: 140 planned, 118 started = 107 on plan + 11 early, 33 not started.
        let as_of: NaiveDate = "2021-10-31".parse().unwrap();
        let on_plan = (0..107).map(|n| member(n, Some("2021-06-30/month"), Some("2021-06-20")));
        let early = (200..211).map(|n| member(n, Some("2021-12-31/month"), Some("2021-10-02")));
        let late = (300..333).map(|n| member(n, Some("2021-09-30/month"), None));
        let members: Vec<Member> = on_plan.chain(early).chain(late).collect();
        let found = starts(&members, &Begins::new(), as_of, Manner::default());
        assert_eq!((found.planned.n, found.opened.n, found.early.n, found.late.n), (140, 118, 11, 33));
    }

    #[test]
    fn half_a_year_is_forecast_with_its_new_ones() {
        // 000-20: 205 of 303 are expected in the first half, of which 106 new.
        let new = |n| Member { carried: Some(Carried::New), ..member(n, Some("2022-06-30/month/by"), None) };
        let members: Vec<Member> = (0..106)
            .map(new)
            .chain((106..205).map(|n| member(n, Some("2022-05-31/month"), None)))
            .chain((205..303).map(|n| member(n, Some("2022-09-30/month"), None)))
            .collect();
        let found = starts(&members, &Begins::new(), "2022-03-28".parse().unwrap(), Manner::default());
        assert_eq!((found.half.n, found.half_fresh.n, found.half_year, found.opened.n), (205, 106, 1, 0));
    }
}
