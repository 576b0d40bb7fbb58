//! The calendars of a desk: what its notices say today, what they said on an earlier day, and what a unit works otherwise.

use super::Calendar;
use super::notice::{CalendarNotice, Notice, embedded_notices, read_days};
use crate::error::{Error, Result};
use crate::id::CalendarNoticeId;
use crate::people::Department;
use crate::store::Reader;
use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::HashMap;

/// Days of one unit, beside everybody's.
struct UnitDays {
    unit: String,
    days: Vec<super::notice::NoticeDay>,
}

/// The calendars of a desk.
pub struct Calendars {
    /// An office's own notices, with the record each stands in.
    own: Vec<(CalendarNoticeId, Notice)>,
    everybody: Cow<'static, Calendar>,
    units: HashMap<String, Calendar>,
}

impl Calendars {
    /// Those of the program alone.
    #[must_use]
    pub fn embedded() -> Self {
        Self { own: vec![], everybody: Cow::Borrowed(Calendar::embedded()), units: HashMap::new() }
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
        for record in all {
            let read = read_days(&record.days).ok_or_else(|| Error::Internal("days of a notice".into()))?;
            match record.unit {
                Some(unit) => {
                    // A unit that has gone works as everybody.
                    let unit: Option<Department> = r.find(unit)?;
                    let names = unit.into_iter().flat_map(|unit| [Some(unit.name), unit.short_name]).flatten();
                    days.extend(names.map(|unit| UnitDays { unit, days: read.clone() }));
                }
                None => own.push((record.id, notice(&record, read))),
            }
        }
        let everybody = Calendar::under(embedded_notices().iter().chain(own.iter().map(|(_, notice)| notice)));
        let mut units: HashMap<String, Calendar> = HashMap::new();
        for UnitDays { unit, days } in days {
            let calendar = units.entry(unit).or_insert_with(|| everybody.clone());
            days.iter().for_each(|day| calendar.mark(day.on, &day.name, day.off));
        }
        Ok(Self { own, everybody: Cow::Owned(everybody), units })
    }

    /// What everybody works.
    #[must_use]
    pub fn everybody(&self) -> &Calendar {
        &self.everybody
    }

    /// What a unit works, by its name or short name.
    #[must_use]
    pub fn of_unit(&self, unit: Option<&str>) -> &Calendar {
        unit.and_then(|unit| self.units.get(unit)).unwrap_or(&self.everybody)
    }

    /// What was known on a day: under the notices published until then.
    ///
    /// `None` where nothing was published since that touches the days to `until`: what was known is what is known.
    #[must_use]
    pub fn known_on(&self, day: NaiveDate, until: NaiveDate) -> Option<Calendar> {
        use chrono::Datelike;
        let touched = day.year()..=until.year() + 1;
        let since = self.notices().any(|(_, n)| n.published_on > day && touched.contains(&n.year));
        since.then(|| Calendar::under(self.notices().map(|(_, notice)| notice).filter(|n| n.published_on <= day)))
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

fn notice(record: &CalendarNotice, days: Vec<super::notice::NoticeDay>) -> Notice {
    let year = i32::try_from(record.year).unwrap_or_default();
    Notice { year, published_on: record.published_on, number: record.number.clone(), days }
}
