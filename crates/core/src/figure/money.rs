//! Questions 2 and 4, 投资完成多少、比去年同期呢: what the 调度 reports of the year add up to, against plan, schedule and last year.

use super::base::{Base, Member};
use super::percent::{Manner, Percent, Points};
use super::rows::{Count, RowKind};
use crate::error::Result;
use crate::id::ProjectId;
use crate::project::Carried;
use crate::store::Reader;
use crate::store::record::cell;
use crate::time::Day;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// The newest money of a project's 调度 reports within a year. 元.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// 1 to 12: the month that reported it. A later report that only took the figures over (沿用上月) is none of money.
    pub month: u32,
    /// The report's own day, else the last day of its month, not after the day the figures are asked for.
    pub as_of: Option<NaiveDate>,
    /// Completed since 1 January: as reported, else the total less what was there before.
    pub done: Option<i64>,
    pub about: bool,
}

pub type Reports = HashMap<ProjectId, Report>;

/// What was completed this year up to the newest reported month. 元.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Invested {
    /// 1—`month`月; none where nothing was reported this year.
    pub month: Option<u32>,
    pub done: i64,
    pub about: bool,
    pub plan: i64,
    pub plan_about: bool,
    pub rate: Option<Percent>,
    /// 序时进度 of that month.
    pub schedule: Option<Percent>,
    /// The schedule is of a document, not the twelfths of a year.
    pub own_schedule: bool,
    pub points: Option<Points>,
    /// 其中: new ones and continued ones; what is neither stands apart.
    pub parts: Vec<PlanPart>,
    pub reported: Count,
    pub unreported: Count,
    /// Their newest report is of an earlier month.
    pub behind: Count,
    /// The latest day a report is as of.
    #[ts(type = "string | null")]
    pub as_of: Option<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanPart {
    pub carried: Option<Carried>,
    pub count: i64,
    pub plan: i64,
    pub done: i64,
}

/// Against the same months of last year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Yearly {
    pub month: Option<u32>,
    /// Of all that reported this year.
    pub this: i64,
    /// 可比口径: of the projects that reported in both years, this year and last.
    pub same: i64,
    pub last: i64,
    /// (same − last) / last: a whole is never divided by a part. None without a base.
    pub change: Option<Percent>,
    /// The projects that reported in both years, of those that reported this year.
    pub base: Count,
    pub reported: Count,
    pub opened: i64,
    pub opened_last: i64,
}

/// Reports of `year` up to the month of `as_of`.
pub fn reports(r: &Reader, year: i32, as_of: NaiveDate) -> Result<Reports> {
    reports_to(r, year, if as_of.year() > year { 12 } else { as_of.month() }, as_of)
}

/// Reports of `year` up to a month; what has no day of its own is as of `until` at the latest.
pub fn reports_to(r: &Reader, year: i32, month: u32, until: NaiveDate) -> Result<Reports> {
    let (from, to) = (format!("{year:04}-01"), format!("{year:04}-{month:02}"));
    let mut find = r.db().prepare_cached(
        "select project, period, as_of, done_total, done_about, done_year, done_month, done_prior from progress
         where basis = 'dispatch' and period between ? and ? order by project, period, id",
    )?;
    let rows = find.query_map([from, to], |row| {
        let told = Told { day: cell(row, 2)?, total: cell(row, 3)?, year: cell(row, 5)?, month: cell(row, 6)? };
        Ok((cell::<ProjectId>(row, 0)?, cell::<String>(row, 1)?, told, cell::<bool>(row, 4)?, cell(row, 7)?))
    })?;
    let mut found = Reports::new();
    let mut last: Option<(ProjectId, Told)> = None;
    for row in rows {
        let (project, period, told, about, prior): (_, _, _, _, Option<i64>) = row?;
        let earlier = last.as_ref().filter(|(of, _)| *of == project).map(|(_, told)| told);
        let done = told.year.or_else(|| told.total.zip(prior).map(|(total, prior)| total - prior));
        let known = found.get(&project).is_some_and(|report| report.done.is_some());
        if !(known && (done.is_none() || earlier.is_some_and(|earlier| told.took_over(earlier)))) {
            let month = period.get(5..7).and_then(|m| m.parse().ok()).unwrap_or(0);
            let as_of = told.day.or_else(|| Some(Day::month(year, month, false)?.on.min(until)));
            found.insert(project, Report { month, as_of, done, about });
        }
        last = Some((project, told));
    }
    Ok(found)
}

/// What a report says of money, and as of which day.
struct Told {
    day: Option<NaiveDate>,
    total: Option<i64>,
    year: Option<i64>,
    month: Option<i64>,
}

impl Told {
    /// The figures of the report before, with no day and no 当月 of its own: nobody reported them for this month.
    fn took_over(&self, before: &Self) -> bool {
        self.day.is_none() && self.month.is_none() && self.total == before.total && self.year == before.year
    }
}

pub struct Sorted {
    pub month: Option<u32>,
    pub reported: Vec<ProjectId>,
    pub unreported: Vec<ProjectId>,
    pub behind: Vec<ProjectId>,
}

#[must_use]
pub fn sort(members: &[Member], reports: &Reports) -> Sorted {
    let of = |m: &&Member| reports.get(&m.id).filter(|report| report.done.is_some());
    let month = members.iter().filter_map(|m| of(&m)).map(|report| report.month).max();
    let ids = |fits: &dyn Fn(Option<&Report>) -> bool| -> Vec<ProjectId> {
        members.iter().filter(|m| fits(of(m))).map(|m| m.id).collect()
    };
    Sorted {
        month,
        reported: ids(&|report| report.is_some()),
        unreported: ids(&|report| report.is_none()),
        behind: ids(&|report| report.is_some_and(|report| Some(report.month) < month)),
    }
}

/// `planned` is the schedule of the newest month, as a fraction of the plan; twelfths where there is none.
#[must_use]
pub fn invested(
    members: &[Member],
    reports: &Reports,
    year: i32,
    planned: &dyn Fn(u32) -> Option<(i64, i64)>,
    manner: Manner,
) -> Invested {
    let sorted = sort(members, reports);
    let done = |m: &Member| reports.get(&m.id).and_then(|report| report.done).unwrap_or(0);
    let (sum, plan): (i64, i64) = members
        .iter()
        .map(|m| (done(m), m.plan_of(year).unwrap_or(0)))
        .fold((0, 0), |(a, b), (x, y)| (a.saturating_add(x), b.saturating_add(y)));
    let own = sorted.month.and_then(planned);
    let schedule = sorted.month.map(|month| own.unwrap_or((month.into(), 12)));
    let known = members.iter().filter_map(|m| reports.get(&m.id)).filter(|report| report.done.is_some());
    Invested {
        month: sorted.month,
        done: sum,
        about: members.iter().filter_map(|m| reports.get(&m.id)).any(|report| report.about),
        plan,
        plan_about: members.iter().any(|m| m.plan_about && m.plan_of(year).is_some()),
        rate: sorted.month.and_then(|_| Percent::of(sum, plan, manner)),
        schedule: schedule.and_then(|(num, den)| Percent::of(num, den, manner)),
        own_schedule: own.is_some(),
        points: schedule.and_then(|planned| Points::between(sum, plan, planned, manner)),
        parts: parts(members, &done, year),
        reported: Count::of(RowKind::Reported, sorted.reported.len()),
        unreported: Count::of(RowKind::Unreported, sorted.unreported.len()),
        behind: Count::of(RowKind::Behind, sorted.behind.len()),
        as_of: known.filter_map(|report| report.as_of).max(),
    }
}

/// New ones, continued ones, and those of which it is not said.
fn parts(members: &[Member], done: &dyn Fn(&Member) -> i64, year: i32) -> Vec<PlanPart> {
    let kinds = [Some(Carried::New), Some(Carried::Continued), None];
    let part = |carried: Option<Carried>| {
        let of = || members.iter().filter(|m| m.carried == carried);
        PlanPart {
            carried,
            count: i64::try_from(of().count()).unwrap_or(i64::MAX),
            plan: of().filter_map(|m| m.plan_of(year)).sum(),
            done: of().map(done).sum(),
        }
    };
    let parts: Vec<PlanPart> = kinds.map(part).into_iter().filter(|part| part.count > 0).collect();
    // One part is the whole said again.
    if parts.len() > 1 { parts } else { vec![] }
}

/// The members that reported this year and in the same months of last year.
#[must_use]
pub fn both_years(members: &[Member], now: &Reports, last: &Reports) -> Vec<ProjectId> {
    let known = |reports: &Reports, m: &Member| reports.get(&m.id).is_some_and(|report| report.done.is_some());
    members.iter().filter(|m| known(now, m) && known(last, m)).map(|m| m.id).collect()
}

#[must_use]
pub fn yearly(
    base: &Base,
    now: &Invested,
    reports: (&Reports, &Reports),
    opened: (i64, i64),
    manner: Manner,
) -> Yearly {
    let both = both_years(&base.members, reports.0, reports.1);
    let sum = |of: &Reports| both.iter().filter_map(|id| of.get(id)).filter_map(|report| report.done).sum::<i64>();
    let (same, last) = (sum(reports.0), sum(reports.1));
    Yearly {
        month: now.month,
        this: now.done,
        same,
        last,
        change: now.month.and_then(|_| Percent::of(same - last, last, manner)),
        base: Count::of(RowKind::LastYear, both.len()),
        reported: now.reported.clone(),
        opened: opened.0,
        opened_last: opened.1,
    }
}

#[cfg(test)]
mod tests {
    use super::super::starts::tests::member;
    use super::*;

    const YI: i64 = 100_000_000;

    fn money(n: u128, plan: i64, carried: Carried) -> Member {
        Member { plan: Some(plan), carried: Some(carried), ..member(n, None, None) }
    }

    fn report(month: u32, done: i64) -> Report {
        Report { month, as_of: None, done: Some(done), about: false }
    }

    #[test]
    fn plans_of_harbin_close_over_their_parts() {
        // 317亿 = 138.6亿 of 107 new ones + 178.4亿 of 145 continued ones.
        let new = |n: u128| money(n, if n == 0 { 138_6000_0000 - 106 * YI } else { YI }, Carried::New);
        let old = |n: u128| money(n, if n == 200 { 178_4000_0000 - 144 * YI } else { YI }, Carried::Continued);
        let members: Vec<Member> = (0..107).map(new).chain((200..345).map(old)).collect();
        let reports: Reports = members.iter().map(|m| (m.id, report(4, 27_150_843))).collect();
        let found = invested(&members, &reports, 2019, &|_| None, Manner::default());
        let parts: Vec<_> = found.parts.iter().map(|p| (p.count, p.plan)).collect();
        assert_eq!((found.plan, parts), (317 * YI, vec![(107, 138_6000_0000), (145, 178_4000_0000)]));
        assert_eq!(found.parts.iter().map(|p| p.done).sum::<i64>(), found.done);
        assert_eq!(found.done, 252 * 27_150_843);
        assert_eq!(found.rate.as_ref().unwrap().text, "21.6");
        assert_eq!(found.schedule.as_ref().unwrap().text, "33.3", "by months, not 32.9 by days");
        assert_eq!((found.points.as_ref().unwrap().side, found.points.unwrap().text.as_str()), (-1, "11.7"));
    }

    #[test]
    fn fuyuan_adds_up_to_its_list() {
        // A20: 36 projects plan 12.8亿; the 11 of 7 April plan 4.5亿 and have done 0.5 + 0.41.
        let eleven =
            (0..11).map(|n| money(n, if n == 0 { 4_5000_0000 - 10 * 4000_0000 } else { 4000_0000 }, Carried::New));
        let rest = (100..125).map(|n| money(n, 8_3000_0000 / 25, Carried::New));
        let members: Vec<Member> = eleven.chain(rest).collect();
        let mut reports = Reports::new();
        reports.insert(members[0].id, report(5, 5000_0000));
        for m in &members[1..11] {
            reports.insert(m.id, report(5, 410_0000));
        }
        let found = invested(&members, &reports, 2022, &|_| None, Manner::default());
        assert_eq!((found.plan, found.done), (12_8000_0000, 9100_0000));
        assert_eq!((found.reported.n, found.unreported.n), (11, 25));
        let of_eleven = invested(&members[..11], &reports, 2022, &|_| None, Manner::default());
        assert_eq!(of_eleven.rate.unwrap().text, "20.2");
    }

    #[test]
    fn a_document_may_set_the_schedule() {
        let members = [money(1, 1000, Carried::New)];
        let reports: Reports = [(members[0].id, report(5, 544))].into();
        let found = invested(&members, &reports, 2022, &|month| (month == 5).then_some((500, 1000)), Manner::default());
        assert_eq!((found.schedule.unwrap().text.as_str(), found.own_schedule), ("50.0", true));
        assert_eq!(found.points.unwrap().text, "4.4");
    }

    #[test]
    fn nothing_reported_is_no_rate() {
        let members = [money(1, 1000, Carried::New)];
        let found = invested(&members, &Reports::new(), 2022, &|_| None, Manner::default());
        assert_eq!((found.month, found.rate, found.points, found.unreported.n), (None, None, None, 1));
    }

    #[test]
    fn last_year_is_a_base_with_a_number() {
        let base = Base {
            scope: super::super::base::Scope::default(),
            as_of: "2022-03-28".parse().unwrap(),
            members: vec![money(1, 1000, Carried::New), money(2, 1000, Carried::New)],
        };
        let now: Reports = base.members.iter().map(|m| (m.id, report(3, 150))).collect();
        let last: Reports = [(base.members[0].id, report(3, 200))].into();
        let sum = invested(&base.members, &now, 2022, &|_| None, Manner::default());
        let found = yearly(&base, &sum, (&now, &last), (5, 4), Manner::default());
        assert_eq!((found.this, found.same, found.last), (300, 150, 200));
        assert_eq!((found.base.n, found.reported.n), (1, 2), "one of two can be compared");
        assert_eq!(found.change.unwrap().text, "-25.0", "not 300 of two against 200 of one");
        let none = yearly(&base, &sum, (&now, &Reports::new()), (0, 0), Manner::default());
        assert_eq!((none.change, none.base.n), (None, 0));
    }
}
