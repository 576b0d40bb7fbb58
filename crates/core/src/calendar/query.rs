//! A year of the calendar and its notices, for the window.

use super::Calendar;
use super::notice::{CalendarNotice, NoticeDay};
use super::notice::{is_whole, notice_year, same_holiday};
use super::office::Calendars;
use super::text::{self, Doubt, DoubtKind};
use crate::error::Result;
use crate::id::{CalendarNoticeId, DepartmentId};
use crate::store::Reader;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct CalendarYear {
    pub year: i32,
}

/// A year of the calendar.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CalendarDays {
    pub year: i32,
    /// No notice is known yet: Monday to Friday but for the fixed holidays (暂估).
    pub provisional: bool,
    /// The days on which an office works.
    #[ts(type = "string[]")]
    pub working: Vec<NaiveDate>,
    /// The days that holidays change, of this calendar year.
    pub days: Vec<NoticeDay>,
    /// The versions of the year's notice, oldest first; the last holds.
    pub versions: Vec<NoticeVersion>,
    /// What single units work otherwise in this year.
    pub units: Vec<UnitNotice>,
    /// Years that have a notice.
    pub years: Vec<i32>,
}

/// One version of a year's notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoticeVersion {
    /// An office's own; the program's have none.
    pub id: Option<CalendarNoticeId>,
    pub published_on: NaiveDate,
    pub number: Option<String>,
    pub days: Vec<NoticeDay>,
    pub in_force: bool,
}

/// The days on which one unit works otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitNotice {
    pub id: CalendarNoticeId,
    pub unit: DepartmentId,
    pub unit_name: String,
    pub days: Vec<NoticeDay>,
}

pub fn year(r: &Reader, input: CalendarYear) -> Result<CalendarDays> {
    let calendars = Calendars::read(r)?;
    let calendar = calendars.everybody();
    let held = calendars.in_force(input.year);
    let versions = calendars.notices().filter(|(_, n)| n.year == input.year).map(|(id, n)| NoticeVersion {
        id,
        published_on: n.published_on,
        number: n.number.clone(),
        days: n.days.clone(),
        in_force: held.is_some_and(|held| std::ptr::eq(held, n)),
    });
    let mut versions: Vec<NoticeVersion> = versions.collect();
    versions.sort_by_key(|v| v.published_on);
    let mut years: Vec<i32> = calendars.notices().map(|(_, n)| n.year).collect();
    years.sort_unstable();
    years.dedup();
    Ok(CalendarDays {
        year: input.year,
        provisional: calendar.provisional(input.year),
        working: working(calendar, input.year),
        days: days_of(calendar, input.year),
        versions,
        units: units(r, input.year)?,
        years,
    })
}

fn all_days(year: i32) -> impl Iterator<Item = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1);
    first.into_iter().flat_map(|d| d.iter_days()).take_while(move |d| d.year() == year)
}

fn working(calendar: &Calendar, year: i32) -> Vec<NaiveDate> {
    all_days(year).filter(|d| calendar.is_working(*d)).collect()
}

fn days_of(calendar: &Calendar, year: i32) -> Vec<NoticeDay> {
    use super::DayKind::{Holiday, MakeUp};
    let named = |on| match calendar.kind(on) {
        Holiday { name } => Some(NoticeDay { on, name, off: true }),
        MakeUp { name } => Some(NoticeDay { on, name, off: false }),
        _ => None,
    };
    all_days(year).filter_map(named).collect()
}

fn units(r: &Reader, year: i32) -> Result<Vec<UnitNotice>> {
    let all: Vec<CalendarNotice> =
        r.all("where unit is not null and year = ? order by published_on, origin, id", [year])?;
    let mut found = vec![];
    for record in all {
        let Some(unit) = record.unit else { continue };
        let name = r.find::<crate::people::Department>(unit)?.map(|d| d.short_name.unwrap_or(d.name));
        let days = super::notice::read_days(&record.days).unwrap_or_default();
        found.push(UnitNotice { id: record.id, unit, unit_name: name.unwrap_or_default(), days });
    }
    Ok(found)
}

/// Text to read as a notice: pasted, or what stands in a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct NoticeText {
    pub text: String,
    /// The year meant, where the text names none.
    #[serde(default)]
    pub year: Option<i32>,
}

/// A notice as it was read, to be looked at before it is saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoticeDraft {
    pub year: Option<i32>,
    pub published_on: Option<NaiveDate>,
    pub number: Option<String>,
    /// All days of the year: where the text changes single holidays, the others stand as they did.
    pub days: Vec<NoticeDay>,
    /// The holidays the text changes, where it does not set out the whole year.
    pub changes: Vec<String>,
    pub doubts: Vec<Doubt>,
}

/// Reads a notice. One that is about single holidays of a year that has a notice changes these and leaves the others.
pub fn read_notice(r: &Reader, input: NoticeText) -> Result<NoticeDraft> {
    let found = text::read(&input.text, input.year);
    let calendars = Calendars::read(r)?;
    let before = found.year.and_then(|year| calendars.in_force(year)).map_or(&[][..], |notice| &notice.days);
    let mut changes: Vec<String> = found.days.iter().map(|day| day.name.clone()).collect();
    changes.extend(found.lengthened.iter().map(|(name, _)| name.clone()));
    changes.sort();
    changes.dedup();
    let (whole, mut days, mut doubts) = (is_whole(&found.days), found.days, found.doubts);
    let mut doubt = |line: String| doubts.push(Doubt { kind: DoubtKind::Unread, line });
    if !whole {
        let set_out = |day: &NoticeDay| days.iter().any(|new| same_holiday(&new.name, &day.name));
        let kept: Vec<NoticeDay> = before.iter().filter(|day| !set_out(day)).cloned().collect();
        days.extend(kept);
        for (name, to) in &found.lengthened {
            if !lengthen(&mut days, name, *to) {
                doubt(format!("{name} {to}"));
            }
        }
    }
    let of_year = |day: &NoticeDay| found.year.is_none_or(|year| notice_year(day.on, &day.name) == year);
    days.iter().filter(|day| !of_year(day)).for_each(|day| doubt(format!("{} {}", day.on, day.name)));
    days.retain(of_year);
    days.sort();
    let (year, published_on, number) = (found.year, found.published_on, found.number);
    let changes = if whole { vec![] } else { changes };
    Ok(NoticeDraft { year, published_on, number, days, changes, doubts })
}

/// The days after the holiday's last day off up to `to` are off, whatever they were; false where it has no day yet.
fn lengthen(days: &mut Vec<NoticeDay>, name: &str, to: NaiveDate) -> bool {
    let last = days.iter().filter(|d| d.off && same_holiday(&d.name, name)).max_by_key(|d| d.on);
    let Some((last, name)) = last.map(|day| (day.on, day.name.clone())).filter(|(last, _)| *last < to) else {
        return false;
    };
    days.retain(|day| day.on <= last || day.on > to);
    let more = super::tomorrow(last).iter_days().take_while(|on| *on <= to).take(31);
    days.extend(more.map(|on| NoticeDay { on, name: name.clone(), off: true }));
    true
}
