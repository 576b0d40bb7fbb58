//! The calendars of a desk: what its notices say today, what they said on an earlier day, and what a unit works otherwise.

use super::Calendar;
use super::notice::{CalendarNotice, Notice, NoticeDay, embedded_notices, read_days};
use crate::error::{Error, Result};
use crate::id::CalendarNoticeId;
use crate::people::Department;
use crate::store::Reader;
use chrono::{Datelike, NaiveDate};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// The calendars of a desk.
pub struct Calendars {
    /// An office's own notices, with the record each stands in.
    own: Vec<(CalendarNoticeId, Notice)>,
    everybody: Cow<'static, Calendar>,
    units: HashMap<String, Unit>,
    /// What was known when that many notices were, of everybody or of a unit.
    known: RefCell<HashMap<(usize, String), Rc<Calendar>>>,
}

/// What one unit works, and the days on which that is not what everybody does.
struct Unit {
    calendar: Calendar,
    days: Vec<NoticeDay>,
}

impl Calendars {
    /// Those of the program alone.
    #[must_use]
    pub fn embedded() -> Self {
        let everybody = Cow::Borrowed(Calendar::embedded());
        Self { own: vec![], everybody, units: HashMap::new(), known: RefCell::default() }
    }

    pub fn read(r: &Reader) -> Result<Self> {
        let all: Vec<CalendarNotice> = r.all("order by published_on, origin, id", [])?;
        Self::of(r, all)
    }

    /// Under these records.
    pub fn of(r: &Reader, all: Vec<CalendarNotice>) -> Result<Self> {
        if all.is_empty() {
            return Ok(Self::embedded());
        }
        let (mut own, mut days) = (vec![], vec![]);
        let departments: Vec<Department> = r.all("order by id", [])?;
        for record in all {
            let read = read_days(&record.days).ok_or_else(|| Error::Internal("days of a notice".into()))?;
            match record.unit {
                Some(unit) => {
                    // A unit that has gone works as everybody.
                    let unit = departments.iter().find(|d| d.id == unit);
                    days.extend(unit.into_iter().flat_map(|d| names(d, &departments)).map(|name| (name, read.clone())));
                }
                None => own.push((record.id, notice(&record, read))),
            }
        }
        let everybody = Calendar::under(embedded_notices().iter().chain(own.iter().map(|(_, notice)| notice)));
        let mut units: HashMap<String, Unit> = HashMap::new();
        for (name, days) in days {
            let unit = units.entry(name).or_insert_with(|| Unit { calendar: everybody.clone(), days: vec![] });
            days.iter().for_each(|day| unit.calendar.mark(day.on, &day.name, day.off));
            unit.days.extend(days);
        }
        Ok(Self { own, everybody: Cow::Owned(everybody), units, known: RefCell::default() })
    }

    /// What everybody works.
    #[must_use]
    pub fn everybody(&self) -> &Calendar {
        &self.everybody
    }

    /// What a unit works, by its name or short name.
    #[must_use]
    pub fn of_unit(&self, unit: Option<&str>) -> &Calendar {
        unit.and_then(|unit| self.units.get(unit)).map_or(&*self.everybody, |unit| &unit.calendar)
    }

    /// Everybody, or a unit that either knows, works a day under the one and not under the other.
    #[must_use]
    pub fn differ(&self, other: &Self, day: NaiveDate) -> bool {
        let units = self.units.keys().chain(other.units.keys()).map(|name| Some(name.as_str()));
        let works = |calendars: &Self, unit| calendars.of_unit(unit).is_working(day);
        std::iter::once(None).chain(units).any(|unit| works(self, unit) != works(other, unit))
    }

    /// What was known of a unit's days on a day: under the notices published until then.
    ///
    /// `None` where nothing was published since that touches the days to `until`: what was known is what is known.
    #[must_use]
    pub fn known_on(&self, unit: Option<&str>, day: NaiveDate, until: NaiveDate) -> Option<Rc<Calendar>> {
        // New Year's days in December stand in the next year's notice.
        let touched = day.year()..=until.year() + i32::from(until.month() == 12);
        if !self.notices().any(|(_, n)| n.published_on > day && touched.contains(&n.year)) {
            return None;
        }
        let known: Vec<&Notice> = self.notices().map(|(_, n)| n).filter(|n| n.published_on <= day).collect();
        let unit = unit.and_then(|unit| self.units.get_key_value(unit));
        let key = (known.len(), unit.map_or_else(String::new, |(name, _)| name.clone()));
        let mut kept = self.known.borrow_mut();
        let calendar = kept.entry(key).or_insert_with(|| {
            let mut calendar = Calendar::under(known);
            let days = unit.iter().flat_map(|(_, unit)| &unit.days);
            days.for_each(|day| calendar.mark(day.on, &day.name, day.off));
            Rc::new(calendar)
        });
        Some(calendar.clone())
    }

    /// Every version, the program's first, in the order in which they hold.
    pub fn notices(&self) -> impl Iterator<Item = (Option<CalendarNoticeId>, &Notice)> {
        let own = self.own.iter().map(|(id, notice)| (Some(*id), notice));
        embedded_notices().iter().map(|notice| (None, notice)).chain(own)
    }

    /// The version of a year that holds.
    #[must_use]
    pub fn in_force(&self, year: i32) -> Option<&Notice> {
        self.notices().map(|(_, notice)| notice).filter(|n| n.year == year).max_by_key(|n| n.published_on)
    }
}

/// What a unit is called: its name, and its short name where no other unit has the same.
fn names(unit: &Department, all: &[Department]) -> Vec<String> {
    let alone = |short: &&String| all.iter().filter(|d| d.short_name.as_ref() == Some(*short)).count() == 1;
    [Some(&unit.name), unit.short_name.as_ref().filter(alone)].into_iter().flatten().cloned().collect()
}

fn notice(record: &CalendarNotice, days: Vec<NoticeDay>) -> Notice {
    let year = i32::try_from(record.year).unwrap_or_default();
    Notice { year, published_on: record.published_on, number: record.number.clone(), days }
}
