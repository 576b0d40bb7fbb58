//! A year of the calendar, for the window.

use super::Calendar;
use crate::error::Result;
use crate::store::Reader;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct CalendarYear {
    pub year: i32,
}

/// The days of a year on which an office works, and whether its notice is known.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CalendarDays {
    pub year: i32,
    /// No notice is known yet: Monday to Friday but for the fixed holidays (暂估).
    pub provisional: bool,
    #[ts(type = "string[]")]
    pub working: Vec<NaiveDate>,
}

pub fn year(_: &Reader, input: CalendarYear) -> Result<CalendarDays> {
    let calendar = Calendar::embedded();
    let first = NaiveDate::from_ymd_opt(input.year, 1, 1);
    let days = first.into_iter().flat_map(|d| d.iter_days()).take_while(|d| d.year() == input.year);
    let working = days.filter(|d| calendar.is_working(*d)).collect();
    Ok(CalendarDays { year: input.year, provisional: calendar.provisional(input.year), working })
}
