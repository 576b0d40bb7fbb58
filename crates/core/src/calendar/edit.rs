//! Entering holiday notices, and what single units work otherwise.

use super::moved::{Moved, MovedStart, moved, moved_starts};
use super::notice::{CalendarNotice, NoticeDay, notice_year, read_days, write_days};
use super::office::Calendars;
use super::query::{CalendarDays, CalendarYear, year};
use super::{Calendar, is_weekend};
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{CalendarNoticeId, DepartmentId};
use crate::people::Department;
use crate::store::{Reader, Writer};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// A notice to be saved, or the days of one unit.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct NewNotice {
    /// An own notice to be corrected; a new version otherwise.
    #[serde(default)]
    pub id: Option<CalendarNoticeId>,
    pub year: i32,
    pub published_on: NaiveDate,
    #[serde(default)]
    pub number: Option<String>,
    pub days: Vec<NoticeDay>,
    #[serde(default)]
    pub unit: Option<DepartmentId>,
}

/// A day that would be worked where it was not, or the other way round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TurnedDay {
    pub on: NaiveDate,
    /// Worked under the notice to be saved.
    pub works: bool,
}

/// What a notice would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoticeEffect {
    pub turned: Vec<TurnedDay>,
    /// Due days that move, and those that stand because a signed sheet names them.
    pub moved: Vec<Moved>,
    /// Forecasts of the start of construction that move.
    pub starts: Vec<MovedStart>,
}

/// Years a calendar is kept for.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;
const LONGEST_NUMBER: usize = 60;

/// What saving the notice would change, before it is saved.
pub fn preview(r: &Reader, input: NewNotice) -> Result<NoticeEffect> {
    let record = record(r, &input)?;
    let (before, after) = (Calendars::read(r)?, Calendars::of(r, with(r, record)?)?);
    let unit = input.unit.map(|unit| r.get::<Department>(unit)).transpose()?.map(|unit| unit.name);
    let turned = turned(before.of_unit(unit.as_deref()), after.of_unit(unit.as_deref()), input.year);
    let starts = moved_starts(r, &before, &after)?;
    Ok(NoticeEffect { turned, moved: moved(r, &before, &after)?, starts })
}

fn turned(before: &Calendar, after: &Calendar, year: i32) -> Vec<TurnedDay> {
    let first = NaiveDate::from_ymd_opt(year - 1, 12, 1).into_iter().flat_map(|day| day.iter_days());
    first
        .take_while(|day| chrono::Datelike::year(day) <= year)
        .filter(|day| before.is_working(*day) != after.is_working(*day))
        .map(|on| TurnedDay { on, works: after.is_working(on) })
        .collect()
}

/// Every record of the desk, with this one in its place or as the last.
fn with(r: &Reader, record: CalendarNotice) -> Result<Vec<CalendarNotice>> {
    let mut all: Vec<CalendarNotice> = r.all("order by published_on, origin, id", [])?;
    match all.iter_mut().find(|known| known.id == record.id) {
        Some(known) => *known = record,
        None => all.push(record),
    }
    all.sort_by_key(|notice| notice.published_on);
    Ok(all)
}

pub fn save(w: &mut Writer, input: NewNotice) -> Result<CalendarDays> {
    let mut record = record(w, &input)?;
    if input.id.is_none() {
        record.id = w.new_id();
    }
    w.subject(named(w, &record)?);
    w.put(&record)?;
    year(w, CalendarYear { year: input.year })
}

pub fn remove(w: &mut Writer, id: CalendarNoticeId) -> Result<CalendarDays> {
    let record: CalendarNotice = w.get(id)?;
    w.subject(named(w, &record)?);
    w.remove::<CalendarNotice>(id)?;
    year(w, CalendarYear { year: i32::try_from(record.year).unwrap_or_default() })
}

/// What the undo message calls it: the notice's number, a unit and the year, or the year alone.
fn named(r: &Reader, record: &CalendarNotice) -> Result<String> {
    let unit = record.unit.map(|unit| r.find::<Department>(unit)).transpose()?.flatten();
    Ok(match (&record.number, unit) {
        (_, Some(unit)) => format!("{} {}", unit.short_name.unwrap_or(unit.name), record.year),
        (Some(number), None) => number.clone(),
        (None, None) => record.year.to_string(),
    })
}

/// The record as it would be saved; what is wrong with it is said by field.
fn record(r: &Reader, input: &NewNotice) -> Result<CalendarNotice> {
    let number = crate::text::said(input.number.as_deref()).map(str::to_string);
    let faults = faults(input, number.as_deref(), r.today());
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let old: Option<CalendarNotice> = input.id.map(|id| r.get(id)).transpose()?;
    if let Some(unit) = input.unit {
        r.get::<Department>(unit)?;
    }
    Ok(CalendarNotice {
        id: old.as_ref().map_or_else(CalendarNoticeId::default, |old| old.id),
        office: old.map_or_else(|| r.office(), |old| Ok(old.office))?,
        year: input.year.into(),
        published_on: input.published_on,
        number,
        days: write_days(&input.days),
        unit: input.unit,
    })
}

fn faults(input: &NewNotice, number: Option<&str>, today: NaiveDate) -> Vec<FieldFault> {
    let mut faults = vec![];
    if !YEARS.contains(&input.year) {
        faults.push(FieldFault::error("year", Rule::YearOutOfRange).with("text", input.year));
    }
    if input.published_on > today {
        faults.push(FieldFault::error("published_on", Rule::ActualInFuture).with("text", input.published_on));
    }
    if number.is_some_and(|n| n.chars().count() > LONGEST_NUMBER) {
        faults.push(FieldFault::error("number", Rule::TooLong).with("limit", LONGEST_NUMBER));
    }
    if input.days.is_empty() {
        faults.push(FieldFault::error("days", Rule::Required));
    }
    let mut seen = BTreeSet::new();
    for day in &input.days {
        let fault = |rule| FieldFault::error("days", rule).with("text", day.on);
        if notice_year(day.on, &day.name) != input.year {
            faults.push(fault(Rule::YearOutOfRange));
        } else if !seen.insert(day.on) {
            faults.push(fault(Rule::Duplicate));
        } else if !day.off && !is_weekend(day.on) && input.unit.is_none() {
            // A day from Monday to Friday that nobody gave off is worked anyway.
            faults.push(fault(Rule::NotAChoice));
        } else if day.name.trim().is_empty()
            || day.name.contains('\n')
            || read_days(&write_days(std::slice::from_ref(day))).is_none()
        {
            faults.push(fault(Rule::Required));
        }
    }
    faults
}
