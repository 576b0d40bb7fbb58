//! The rules themselves, pure: what contradicts what in one project (practice C35; thresholds as the office states them).

use super::{Check, Facts, Found, Permit, Report, Seen};
use crate::negative::NegativeHit;
use crate::project::Stage;
use chrono::NaiveDate;

/// 已竣工: at least 90 % should be completed.
const COMPLETED_RATE: i64 = 900;
/// 完成＞年计划150%.
const PLAN_PERCENT: i64 = 150;
/// About 10,000 times: a half to the double of it.
const FACTOR: std::ops::RangeInclusive<i64> = 5_000..=20_000;

/// Every contradiction of a project, in the order of [`Check`].
#[must_use]
pub fn contradictions(f: &Facts, today: NaiveDate) -> Vec<Found> {
    let mut found = vec![];
    if let Some(now) = &f.now {
        let mut of_report = reported(f, now);
        for one in &mut of_report {
            one.period = Some(now.period.clone());
        }
        found.extend(of_report);
    } else if let Some((was, is)) = total_jump(f) {
        found.push(told(Check::UnitSuspect, Seen::Money(is), Seen::Money(was)));
    }
    found.extend(stage_back(f, today));
    found.extend(permit(f));
    found.extend(f.twin.clone().map(|twin| told(Check::SameName, Seen::Text(f.name.clone()), Seen::Text(twin))));
    let phones = f.phones.iter().filter(|p| bad_phone(p));
    found.extend(phones.map(|phone| told(Check::Phone, Seen::Text(phone.clone()), Seen::Nothing)).take(1));
    found.extend(codes(f, today));
    if !f.has_leader && f.counted {
        found.push(told(Check::NoLeader, Seen::Nothing, Seen::Nothing));
    }
    if f.region.is_none() {
        let written = f.region_text.clone().map_or(Seen::Nothing, Seen::Text);
        found.push(told(Check::NoRegion, Seen::Nothing, written));
    }
    found.extend(f.negative.iter().map(negative));
    found
}

/// An entry of the negative list, as the page tells of it.
#[must_use]
pub fn negative(hit: &NegativeHit) -> Found {
    let entry = Seen::Entry { name: hit.name.clone(), measure: hit.measure };
    told(Check::Negative, Seen::Text(hit.said.clone()), entry)
}

fn told(check: Check, ours: Seen, other: Seen) -> Found {
    Found { check, ours, other, period: None }
}

/// One wrong unit makes a figure shrink, exceed and jump at once: then only the unit is told.
fn reported(f: &Facts, now: &Report) -> Vec<Found> {
    let mut found = vec![];
    let before = f.before.as_ref();
    let same_year = before.filter(|b| b.period.get(..4) == now.period.get(..4));
    let pair = |now: Option<i64>, was: Option<i64>| now.zip(was);
    let done = pair(now.done_total, before.and_then(|b| b.done_total));
    let year = pair(now.done_year, same_year.and_then(|b| b.done_year));
    let jump = |pair: &Option<(i64, i64)>| pair.is_some_and(|(is, was)| ten_thousand_times(is, was));
    let unit = [done, year].into_iter().find(jump).flatten().or_else(|| total_jump(f).map(|(was, is)| (is, was)));
    if let Some((is, was)) = unit {
        found.push(told(Check::UnitSuspect, Seen::Money(is), Seen::Money(was)));
    }
    if let Some((is, was)) = done.filter(|(is, was)| is < was && unit.is_none()) {
        found.push(told(Check::DoneDecreased, Seen::Money(is), Seen::Money(was)));
    }
    if let Some((is, was)) = year.filter(|(is, was)| is < was && unit.is_none()) {
        found.push(told(Check::YearDecreased, Seen::Money(is), Seen::Money(was)));
    }
    if let Some((done, total)) = pair(now.done_total, f.total).filter(|(done, total)| done > total && unit.is_none()) {
        found.push(told(Check::DoneOverTotal, Seen::Money(done), Seen::Money(total)));
    }
    let of_year = f.plan_year.is_none() || f.plan_year == now.period.get(..4).and_then(|y| y.parse().ok());
    if let Some((done, plan)) = pair(now.done_year, f.plan).filter(|(done, plan)| {
        of_year && *plan > 0 && i128::from(*done) * 100 > i128::from(*plan) * i128::from(PLAN_PERCENT) && unit.is_none()
    }) {
        found.push(told(Check::OverPlan, Seen::Money(done), Seen::Money(plan)));
    }
    if let Some(month) = now.done_month.filter(|m| *m < 0) {
        found.push(told(Check::MonthNegative, Seen::Money(month), Seen::Nothing));
    }
    found.extend(against_stage(f, now));
    found
}

/// What is completed against how far the site is.
fn against_stage(f: &Facts, now: &Report) -> Option<Found> {
    let done = now.done_total?;
    if f.stage >= Stage::Completed {
        let rate = rate(done, f.total.filter(|t| *t > 0)?);
        return (rate < COMPLETED_RATE)
            .then(|| told(Check::CompletedLow, Seen::Rate(rate), Seen::Rate(COMPLETED_RATE)));
    }
    if f.stage >= Stage::Started {
        return (done == 0).then(|| told(Check::StartedZero, Seen::Money(0), Seen::Stage(f.stage)));
    }
    (done > 0).then(|| told(Check::InvestedBeforeStart, Seen::Money(done), Seen::Stage(f.stage)))
}

/// 总投资 in the last snapshot and now, where one is about 10,000 times the other: (was, is).
fn total_jump(f: &Facts) -> Option<(i64, i64)> {
    f.total_before.zip(f.total).filter(|(was, is)| ten_thousand_times(*is, *was))
}

fn ten_thousand_times(a: i64, b: i64) -> bool {
    let (small, large) = (a.min(b), a.max(b));
    small > 0 && FACTOR.contains(&(large / small))
}

/// Thousandths, half up; never negative for what is completed.
fn rate(done: i64, total: i64) -> i64 {
    let twice = i128::from(done) * 2000 / i128::from(total);
    i64::try_from((twice + 1).div_euclid(2)).unwrap_or(i64::MAX)
}

/// Earlier than it was in the last snapshot, or than its own dates say.
fn stage_back(f: &Facts, today: NaiveDate) -> Option<Found> {
    let by_dates = f.reached.filter(|(stage, on)| *on <= today && *stage > f.stage).map(|(stage, _)| stage);
    let was = f.stage_before.filter(|was| *was > f.stage);
    let furthest = by_dates.max(was)?;
    Some(told(Check::StageBack, Seen::Stage(f.stage), Seen::Stage(furthest)))
}

fn permit(f: &Facts) -> Option<Found> {
    let started = f.started_actual?;
    // By 一会三函 work may begin on three letters; the permit is made good later.
    if f.letters.is_some_and(|day| day <= started.on) {
        return None;
    }
    match f.permit {
        Permit::Unknown => None,
        Permit::Open => Some(told(Check::StartedBeforePermit, Seen::Day(started.on), Seen::Nothing)),
        // A month stands for its last day: earlier than the permit only if all of it is.
        Permit::On(day) if started.on < day => {
            Some(told(Check::StartedBeforePermit, Seen::Day(started.on), Seen::Day(day)))
        }
        Permit::On(_) => None,
    }
}

fn codes(f: &Facts, today: NaiveDate) -> Vec<Found> {
    let mut found = vec![];
    if let Some(code) = &f.code {
        let faults = crate::code::project_code::check(code, f.region.as_deref(), f.industry.as_deref(), f.mode, today);
        let worst = faults.iter().find(|fault| !fault.warning).or(faults.first());
        found.extend(worst.map(|w| told(Check::ProjectCode, Seen::Text(code.clone()), Seen::Rule(w.rule))));
    }
    if let Some(uscc) = &f.uscc {
        let faults = crate::code::credit::check(uscc);
        let worst = faults.iter().find(|fault| !fault.warning).or(faults.first());
        found.extend(worst.map(|w| told(Check::CreditCode, Seen::Text(uscc.clone()), Seen::Rule(w.rule))));
    }
    found
}

/// Whether a number has a length no telephone has. Several numbers in one field are judged one by one; an extension
/// (转) and a masked number (*) are let be.
///
/// Right are: 11 digits from 1; an area code from 0 with 10 to 12; 400 and 800 with 10; 7 or 8 local; 3 to 6 of a short number.
#[must_use]
pub fn bad_phone(text: &str) -> bool {
    let narrow = crate::text::half_width(text);
    narrow.split(['/', ',', ';', '、', '，', '；', '\n']).any(|one| {
        let main = one.split(['转', '*']).next().unwrap_or_default();
        let masked = one.contains('*');
        let digits: String = main.chars().filter(char::is_ascii_digit).collect();
        let digits = digits.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(&digits);
        !masked && !digits.is_empty() && !fits(digits)
    })
}

fn fits(digits: &str) -> bool {
    match digits.len() {
        11 => digits.starts_with('1') || digits.starts_with('0'),
        10 => digits.starts_with('0') || digits.starts_with("400") || digits.starts_with("800"),
        12 => digits.starts_with('0'),
        7 | 8 => !digits.starts_with('0'),
        3..=6 => true,
        _ => false,
    }
}
