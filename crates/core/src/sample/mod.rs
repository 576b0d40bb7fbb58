//! The sample desk: five offices built by code from the figures of the four articles (`rules.md` 19), each on a day of its own.
//!
//! Enterprises are invented unless an article names them; people are invented and marked 示例数据; credit codes are synthetic
//! (body `YYYYnnnn`). What is made is the same at every making; removing a record changes the figure it feeds.

mod chance;
mod daqing;
mod extras;
mod fuyuan;
mod harbin;
mod heilongjiang;
mod maker;
mod taian;
mod words;

use crate::codes;
use crate::desk::Desk;
use crate::error::{Error, FileProblem, Result};
use crate::time::Clock;
use chrono::NaiveDate;
use maker::{Maker, Moment};
use std::path::Path;
use std::sync::Arc;

codes! {
    /// The offices of the sample desk, the one of the tour first.
    pub enum SampleOffice {
        /// 大庆市, for the tour.
        Daqing = "daqing",
        /// 哈尔滨市: 252 projects of 2019.
        Harbin = "harbin",
        /// 黑龙江省: the winter campaign of 303 projects.
        Heilongjiang = "heilongjiang",
        /// 抚远市: 36 projects, 11 started on one day.
        Fuyuan = "fuyuan",
        /// 泰安市: chains, fair and contest.
        Taian = "taian",
    }
}

/// Marks every invented person.
pub const MARK: &str = "示例数据";

const DAY_MS: i64 = 24 * 3600 * 1000;
const BEIJING_MS: i64 = 8 * 3600 * 1000;

impl SampleOffice {
    /// The day that is today in this office.
    #[must_use]
    pub fn as_of(self) -> NaiveDate {
        let (year, month, day) = match self {
            Self::Heilongjiang | Self::Daqing => (2022, 3, 28),
            Self::Harbin => (2019, 4, 30),
            Self::Fuyuan => (2022, 5, 26),
            Self::Taian => (2023, 7, 4),
        };
        NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
    }

    fn fill(self, maker: &Maker) -> Result<()> {
        match self {
            Self::Daqing => daqing::fill(maker),
            Self::Harbin => harbin::fill(maker),
            Self::Heilongjiang => heilongjiang::fill(maker),
            Self::Fuyuan => fuyuan::fill(maker),
            Self::Taian => taian::fill(maker),
        }
    }
}

/// The day stands still, the time of day goes on.
pub struct DayClock {
    day: NaiveDate,
    clock: Arc<dyn Clock>,
}

impl DayClock {
    #[must_use]
    pub fn new(day: NaiveDate, clock: Arc<dyn Clock>) -> Self {
        Self { day, clock }
    }
}

impl Clock for DayClock {
    fn now_ms(&self) -> i64 {
        midnight(self.day) + (self.clock.now_ms() + BEIJING_MS).rem_euclid(DAY_MS)
    }
}

/// The first moment of a day in Beijing.
fn midnight(day: NaiveDate) -> i64 {
    day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis() - BEIJING_MS
}

/// Makes an office's desk in a folder that is not there yet: whole or not at all.
///
/// # Errors
/// When the folder cannot be written.
pub fn make(folder: &Path, office: SampleOffice) -> Result<()> {
    let unwritable = |e: std::io::Error| Error::file(folder, FileProblem::Unwritable, e);
    let half = folder.with_extension("half");
    if half.exists() {
        std::fs::remove_dir_all(&half).map_err(unwritable)?;
    }
    std::fs::create_dir_all(&half).map_err(unwritable)?;
    {
        let moment = Arc::new(Moment::default());
        let desk = Desk::open(&half, moment.clone())?;
        office.fill(&Maker::new(&desk, &moment))?;
        desk.set_local("sample", office.code())?;
    }
    std::fs::rename(&half, folder).map_err(unwritable)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{FixedClock, beijing_day};

    #[test]
    fn the_day_stands_still_while_the_time_goes_on() {
        for office in SampleOffice::ALL {
            for (day, hours) in [("2026-07-31", 0), ("2026-07-31", 3), ("2026-08-01", 0)] {
                let noon = FixedClock(day.parse().unwrap()).now_ms();
                let clock = DayClock::new(office.as_of(), Arc::new(Still(noon + hours * 3_600_000)));
                assert_eq!(beijing_day(clock.now_ms()), office.as_of());
                assert_eq!(clock.now_ms() - midnight(office.as_of()), (12 + hours) * 3_600_000);
            }
        }
    }

    struct Still(i64);

    impl Clock for Still {
        fn now_ms(&self) -> i64 {
            self.0
        }
    }
}
