//! The reports of a project beside each other: this month's figure out of two cumulative ones, what is still to be
//! typed, and what the words say anew; and the money of each basis against plan and 序时进度.

use super::words::{Piece, marked};
use super::{Basis, Progress};
use crate::project::Project;
use crate::year::planned_share;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// One period of one basis, against the one before.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PeriodLine {
    pub report: Progress,
    /// The period it is compared with.
    pub before: Option<String>,
    /// 当月 = 本年累计 − 上月本年累计, 元; unknown where the month before was not reported.
    pub month: Option<i64>,
    /// The 当月 that was typed is another.
    pub differs: bool,
    /// Words were taken over and no figure was typed yet.
    pub awaits_money: bool,
    pub image: Vec<Piece>,
    pub issue: Vec<Piece>,
    pub next_step: Vec<Piece>,
}

/// Newest period first, as `reports` come.
#[must_use]
pub fn lines(reports: &[Progress]) -> Vec<PeriodLine> {
    reports.iter().map(|report| line(report, before(reports, report))).collect()
}

fn before<'r>(reports: &'r [Progress], report: &Progress) -> Option<&'r Progress> {
    reports
        .iter()
        .filter(|r| r.basis == report.basis && r.period < report.period)
        .max_by(|a, b| a.period.cmp(&b.period))
}

fn line(report: &Progress, before: Option<&Progress>) -> PeriodLine {
    let month = month_of(report, before);
    let words = |now: &Option<String>, then: fn(&Progress) -> &Option<String>| match (now, before) {
        (Some(now), Some(before)) => marked(then(before).as_deref().unwrap_or_default(), now),
        // The first report has nothing to be compared with.
        (Some(now), None) => vec![Piece { text: now.clone(), fresh: false }],
        (None, _) => vec![],
    };
    let same =
        |b: &Progress| b.done_total == report.done_total && (b.done_year == report.done_year || new_year(b, report));
    PeriodLine {
        before: before.map(|b| b.period.clone()),
        month,
        differs: month.zip(report.done_month).is_some_and(|(counted, typed)| counted != typed),
        awaits_money: report.done_month.is_none()
            && before.is_some_and(|b| same(b) && b.done_total.or(b.done_year).is_some()),
        image: words(&report.image, |b| &b.image),
        issue: words(&report.issue, |b| &b.issue),
        next_step: words(&report.next_step, |b| &b.next_step),
        report: report.clone(),
    }
}

/// A new year's report that says nothing of the year yet.
fn new_year(before: &Progress, report: &Progress) -> bool {
    before.period.get(..4) != report.period.get(..4) && report.done_year.is_none()
}

fn month_of(report: &Progress, before: Option<&Progress>) -> Option<i64> {
    let (year, month) = parts(&report.period)?;
    let done = report.done_year?;
    // Statistics report January and February together (S7).
    if month == 1 || (month == 2 && report.basis == Basis::Statistics) {
        return Some(done);
    }
    let before = before.filter(|b| parts(&b.period) == Some((year, month - 1)))?;
    Some(done - before.done_year?)
}

fn parts(period: &str) -> Option<(i32, u32)> {
    let (year, month) = period.split_once('-')?;
    Some((year.parse().ok()?, month.parse().ok()?))
}

/// The money of one basis as its newest report has it. Bases stand beside each other, never in one sum (practice C30).
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct BasisMoney {
    pub basis: Basis,
    pub period: String,
    #[ts(type = "string | null")]
    pub as_of: Option<NaiveDate>,
    /// 元
    pub done_total: Option<i64>,
    /// Of 总投资, thousandths.
    pub rate: Option<i64>,
    /// 元, of the report's own year.
    pub done_year: Option<i64>,
    /// Of the year's plan, thousandths; nothing where the plan is of another year than the report.
    pub year_rate: Option<i64>,
    pub done_month: Option<i64>,
    /// 序时进度 at the end of the period's month by the year's own schedule, else month / 12, thousandths (practice C36).
    pub schedule: i64,
    /// Ahead of 序时进度 or behind it (negative), thousandths.
    pub ahead: Option<i64>,
}

/// The office's own 序时 by year; a year without one goes by twelfths.
pub type Schedules = HashMap<i64, String>;

/// The newest report of each basis that has one; `reports` come newest first.
#[must_use]
pub fn money(project: &Project, reports: &[Progress], schedules: &Schedules) -> Vec<BasisMoney> {
    let newest = Basis::ALL.iter().filter_map(|basis| reports.iter().find(|r| r.basis == *basis));
    newest.map(|report| basis_money(project, report, before(reports, report), schedules)).collect()
}

fn basis_money(project: &Project, report: &Progress, before: Option<&Progress>, schedules: &Schedules) -> BasisMoney {
    use crate::project::list::{plan_of, share};
    let of = |done: Option<i64>, whole: Option<i64>| done.zip(whole).and_then(|(done, whole)| share(done, whole));
    let (year, month) = parts(&report.period).unwrap_or((0, 0));
    let planned = plan_of(project.plan, project.plan_year, &report.period);
    let schedule = planned_share(schedules.get(&i64::from(year)).map(String::as_str), month);
    let year_rate = of(report.done_year, planned);
    BasisMoney {
        basis: report.basis,
        period: report.period.clone(),
        as_of: report.as_of,
        done_total: report.done_total,
        rate: of(report.done_total, project.total),
        done_year: report.done_year,
        year_rate,
        done_month: report.done_month.or_else(|| month_of(report, before)),
        schedule,
        ahead: year_rate.map(|rate| rate - schedule),
    }
}

/// Everything the reports of a project say, as its page shows it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Periods {
    /// Newest period first.
    pub lines: Vec<PeriodLine>,
    pub money: Vec<BasisMoney>,
    /// What can be reported next, by basis in their order.
    pub next: Vec<NextPeriod>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NextPeriod {
    pub basis: Basis,
    /// `YYYY-MM`; absent while the month of today has its report.
    pub period: Option<String>,
    /// The report whose words it takes over (沿用上月).
    pub from: Option<String>,
}

#[must_use]
pub fn periods(project: &Project, reports: &[Progress], schedules: &Schedules, today: NaiveDate) -> Periods {
    let next = |basis: &Basis| {
        let last = reports.iter().find(|r| r.basis == *basis).map(|r| r.period.clone());
        NextPeriod { basis: *basis, period: next_period(last.as_deref(), *basis, today), from: last }
    };
    let money = money(project, reports, schedules);
    Periods { lines: lines(reports), money, next: Basis::ALL.iter().map(next).collect() }
}

/// The month after the last one that was reported, as long as it has begun; this month where nothing was reported.
#[must_use]
pub fn next_period(last: Option<&str>, basis: Basis, today: NaiveDate) -> Option<String> {
    let this = (today.year(), today.month());
    let (year, month) = match last {
        None => this,
        Some(last) => match parts(last)? {
            (year, 12) => (year + 1, 1),
            (year, month) => (year, month + 1),
        },
    };
    // Statistics leave January to February.
    let month = if basis == Basis::Statistics { month.max(2) } else { month };
    ((year, month) <= this).then(|| format!("{year:04}-{month:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{OfficeId, ProgressId, ProjectId};

    fn report(period: &str, basis: Basis, year: i64, month: Option<i64>) -> Progress {
        let id = ProgressId(uuid::Uuid::now_v7());
        let mut made = super::super::edit::blank(id, OfficeId::default(), ProjectId::default(), period.into(), basis);
        (made.done_total, made.done_year, made.done_month) = (Some(year + 1000), Some(year), month);
        made
    }

    #[test]
    fn a_month_is_the_difference_of_two() {
        use Basis::{Dispatch, Statistics};
        let reports = [
            report("2022-05", Dispatch, 90, None),
            report("2022-03", Dispatch, 60, Some(25)),
            report("2022-02", Dispatch, 40, Some(15)),
            report("2022-01", Dispatch, 25, Some(25)),
            report("2022-02", Statistics, 30, None),
            report("2021-12", Dispatch, 400, None),
        ];
        let found: Vec<_> = lines(&reports).iter().map(|l| (l.month, l.differs)).collect();
        assert_eq!(
            found,
            [
                (None, false), // April was not reported
                (Some(20), true),
                (Some(15), false),
                (Some(25), false),
                (Some(30), false), // January and February together
                (None, false),
            ]
        );
    }

    #[test]
    fn a_report_that_was_taken_over_waits_for_its_figures() {
        let carried =
            |month| [report("2022-03", Basis::Dispatch, 40, month), report("2022-02", Basis::Dispatch, 40, None)];
        assert!(lines(&carried(None))[0].awaits_money);
        assert!(!lines(&carried(Some(0)))[0].awaits_money, "nothing was done this month, and that was typed");
        assert!(!lines(&carried(None))[1].awaits_money, "the first has nothing to wait for");
    }

    #[test]
    fn money_is_measured_by_the_months_plan() {
        let project =
            Project { total: Some(753_000_000), plan: Some(229_200_000), plan_year: Some(2022), ..Project::default() };
        let mut reports = vec![report("2022-04", Basis::Dispatch, 31_800_000, None)];
        let by = |schedules: &[(i64, &str)], reports: &[Progress]| {
            let schedules = schedules.iter().map(|(year, text)| (*year, (*text).to_string())).collect();
            money(&project, reports, &schedules).remove(0)
        };
        let of = |reports: &[Progress]| by(&[], reports);
        let found = of(&reports);
        assert_eq!((found.year_rate, found.schedule, found.ahead), (Some(139), 333, Some(-194)), "33.3, not 32.9");
        let own = by(&[(2021, "12:2000"), (2022, "3:120 6:300 12:1000")], &reports);
        assert_eq!((own.schedule, own.ahead), (180, Some(-41)), "the schedule of the report's year");
        reports[0].period = "2021-12".into();
        assert_eq!((of(&reports).year_rate, of(&reports).ahead), (None, None), "the plan is of another year");
    }

    #[test]
    fn the_next_month_follows_the_last_one() {
        let day = |text: &str| text.parse().unwrap();
        for (last, basis, today, next) in [
            (None, Basis::Dispatch, "2022-03-28", Some("2022-03")),
            (Some("2022-02"), Basis::Dispatch, "2022-03-28", Some("2022-03")),
            (Some("2022-03"), Basis::Dispatch, "2022-03-28", None),
            (Some("2021-12"), Basis::Dispatch, "2022-03-28", Some("2022-01")),
            (Some("2021-12"), Basis::Statistics, "2022-03-28", Some("2022-02")),
            (Some("2021-12"), Basis::Statistics, "2022-01-28", None),
        ] {
            assert_eq!(next_period(last, basis, day(today)).as_deref(), next, "{last:?} {today}");
        }
    }
}
