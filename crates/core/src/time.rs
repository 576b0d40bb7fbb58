//! Time as an office counts it: the clock that is passed in, today in Beijing, and days of which only the month may be known.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use std::str::FromStr;
use ts_rs::TS;

/// Where "now" comes from. Only the desk's owner reads the system clock.
pub trait Clock: Send + Sync {
    /// Milliseconds since 1970-01-01 UTC.
    fn now_ms(&self) -> i64;
}

/// The computer's own clock.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now_ms(&self) -> i64 {
        chrono::Utc::now().timestamp_millis()
    }
}

/// A clock that stands still at noon of one day in Beijing: `--now` and tests.
pub struct FixedClock(pub NaiveDate);

impl Clock for FixedClock {
    fn now_ms(&self) -> i64 {
        self.0.and_hms_opt(4, 0, 0).expect("04:00 UTC exists every day").and_utc().timestamp_millis()
    }
}

/// The calendar day in UTC+08:00 (`rules.md` 10).
#[must_use]
pub fn beijing_day(ms: i64) -> NaiveDate {
    let east = FixedOffset::east_opt(8 * 3600).expect("eight hours is a valid offset");
    DateTime::from_timestamp_millis(ms).unwrap_or_default().with_timezone(&east).date_naive()
}

/// How exactly a day is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    Day,
    Month,
    Quarter,
    Year,
}

/// A day as ledgers give it (`rules.md` 10): the last day of the span it stands for, how exact it is, and whether it is a limit (底前).
///
/// As text, in tables and in JSON: `2022-05-31`, `2022-05-31/month`, `2022-06-30/quarter/by`. It sorts by day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, TS)]
#[ts(type = "string")]
pub struct Day {
    pub on: NaiveDate,
    pub precision: Precision,
    pub by: bool,
}

impl Day {
    #[must_use]
    pub fn exact(on: NaiveDate) -> Self {
        Self { on, precision: Precision::Day, by: false }
    }

    /// The last day of a month; `None` where year or month does not exist.
    #[must_use]
    pub fn month(year: i32, month: u32, by: bool) -> Option<Self> {
        Some(Self { on: last_of_month(year, month)?, precision: Precision::Month, by })
    }

    /// The last day of a quarter 1–4.
    #[must_use]
    pub fn quarter(year: i32, quarter: u32, by: bool) -> Option<Self> {
        Some(Self { on: last_of_month(year, quarter.checked_mul(3)?)?, precision: Precision::Quarter, by })
    }

    #[must_use]
    pub fn year(year: i32, by: bool) -> Option<Self> {
        Some(Self { on: last_of_month(year, 12)?, precision: Precision::Year, by })
    }

    /// `2022-05`, as truth files and exports name the month.
    #[must_use]
    pub fn year_month(&self) -> String {
        format!("{:04}-{:02}", self.on.year(), self.on.month())
    }
}

fn last_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    let (next_year, next_month) = if month == 12 { (year.checked_add(1)?, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(year, month, 1)?;
    NaiveDate::from_ymd_opt(next_year, next_month, 1)?.pred_opt()
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.on.format("%Y-%m-%d"))?;
        f.write_str(match self.precision {
            Precision::Day => "",
            Precision::Month => "/month",
            Precision::Quarter => "/quarter",
            Precision::Year => "/year",
        })?;
        f.write_str(if self.by { "/by" } else { "" })
    }
}

/// The text is not a [`Day`].
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a day: {0}")]
pub struct NotADay(pub String);

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let bad = || NotADay(text.chars().take(40).collect());
        let mut parts = text.split('/');
        let on = parts.next().and_then(|p| NaiveDate::parse_from_str(p, "%Y-%m-%d").ok()).ok_or_else(bad)?;
        let mut day = Day::exact(on);
        for part in parts {
            match part {
                "month" => day.precision = Precision::Month,
                "quarter" => day.precision = Precision::Quarter,
                "year" => day.precision = Precision::Year,
                "by" => day.by = true,
                _ => return Err(bad()),
            }
        }
        Ok(day)
    }
}

impl Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_survives_its_text() {
        for text in ["2022-05-31", "2022-05-31/month", "2022-06-30/quarter/by", "2022-12-31/year"] {
            assert_eq!(text.parse::<Day>().unwrap().to_string(), text);
        }
        assert!("20222-05-31".parse::<Day>().is_err());
        assert!("2022-05-31/week".parse::<Day>().is_err());
    }

    #[test]
    fn a_span_stands_for_its_last_day() {
        assert_eq!(Day::month(2024, 2, false).unwrap().to_string(), "2024-02-29/month");
        assert_eq!(Day::quarter(2022, 2, true).unwrap().to_string(), "2022-06-30/quarter/by");
        assert_eq!(Day::month(2022, 13, false), None);
    }

    #[test]
    fn a_new_day_begins_in_beijing() {
        assert_eq!(beijing_day(1_648_483_200_000).to_string(), "2022-03-29"); // 2022-03-28 16:00 UTC
    }
}
