//! Safety of one desk's data: restore points beside it, which of them are kept, and going back to one.
//!
//! A restore point is a whole copy of the database. Attachments are not in it: their bytes are named by their hash and
//! stay. The package that leaves the computer, with attachments and a password, is the office crate's (`moving/`).

pub mod clear;
pub mod hand_list;
pub mod points;
pub(crate) mod rescue;
pub mod restore;

use crate::time::beijing_day;
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use ts_rs::TS;

/// Why a restore point was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PointKind {
    /// Made by itself, once a day.
    Daily,
    /// Made by a person, with a name.
    Kept,
    /// What stood here before somebody went back or moved a package in.
    BeforeRestore,
    /// What stood here before the program brought the file to a new version.
    BeforeVersion,
}

/// The file of a restore point, as its name says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointFile {
    pub kind: PointKind,
    /// Milliseconds UTC; `None` where the name does not say (copies before a new version).
    pub ms: Option<i64>,
    pub name: Option<String>,
}

/// How many days a daily point is kept, and for how many weeks one of each week stays.
const DAYS: i64 = 7;
const WEEKS: i64 = 8;
/// After how many days without a copy off the computer the desk asks for one (practice 4.8: 37 days are too many).
pub const REMINDER_DAYS: i64 = 30;
/// How many points of going back are kept.
const BEFORE_RESTORE: usize = 10;

/// The name of a new point's file, without folder.
#[must_use]
pub fn file_name(kind: PointKind, ms: i64, name: &str) -> String {
    let kind = match kind {
        PointKind::Daily => "daily",
        PointKind::Kept => "kept",
        PointKind::BeforeRestore => "restore",
        PointKind::BeforeVersion => "version",
    };
    let plain: String = name.chars().filter(|c| !c.is_control() && !"/\\<>:\"|?*.".contains(*c)).take(40).collect();
    let plain = plain.trim();
    if plain.is_empty() { format!("zhuanban-{kind}-{ms}.db") } else { format!("zhuanban-{kind}-{ms}-{plain}.db") }
}

/// Reads a file's name; `None` for a file that is no restore point.
#[must_use]
pub fn read_file_name(file: &str) -> Option<PointFile> {
    let rest = file.strip_prefix("zhuanban-")?.strip_suffix(".db")?;
    if rest.starts_with("before-v") {
        return Some(PointFile { kind: PointKind::BeforeVersion, ms: None, name: None });
    }
    let (kind, rest) = match rest.split_once('-') {
        // The first program named a copy by its moment alone.
        None => (PointKind::Kept, rest),
        Some(("daily", rest)) => (PointKind::Daily, rest),
        Some(("kept", rest)) => (PointKind::Kept, rest),
        Some(("restore", rest)) => (PointKind::BeforeRestore, rest),
        Some(("version", rest)) => (PointKind::BeforeVersion, rest),
        Some(_) => return None,
    };
    let (ms, name) = rest.split_once('-').map_or((rest, None), |(ms, name)| (ms, Some(name.to_string())));
    Some(PointFile { kind, ms: Some(ms.parse().ok()?), name })
}

/// Which points may go: daily ones older than a week except the newest of each week, and the oldest of going back.
///
/// A point that a person made, or that was made before a new version, never goes by itself.
#[must_use]
pub fn stale<'f>(files: &[(&'f str, PointFile)], now_ms: i64) -> Vec<&'f str> {
    let today = beijing_day(now_ms);
    let mut daily: Vec<_> = files.iter().filter(|(_, p)| p.kind == PointKind::Daily).collect();
    daily.sort_by_key(|(_, p)| std::cmp::Reverse(p.ms));
    let (mut days, mut weeks) = (HashSet::new(), HashSet::new());
    let mut out = vec![];
    for (file, point) in daily {
        let day = beijing_day(point.ms.unwrap_or_default());
        let age = (today - day).num_days();
        let newest_of_day = days.insert(day);
        let newest_of_week = weeks.insert((day.iso_week().year(), day.iso_week().week()));
        let keeps = (age < DAYS && newest_of_day) || (age < WEEKS * 7 && newest_of_week);
        if !keeps {
            out.push(*file);
        }
    }
    let mut back: Vec<_> = files.iter().filter(|(_, p)| p.kind == PointKind::BeforeRestore).collect();
    back.sort_by_key(|(_, p)| std::cmp::Reverse(p.ms));
    out.extend(back.iter().skip(BEFORE_RESTORE).map(|(file, _)| *file));
    out
}

/// How many days the last copy off this computer is old, where that is worth a reminder (practice 4.8).
///
/// `since` is the last copy off the computer, or the first entry where there was none; `limit` is in days, 0 never.
#[must_use]
pub fn overdue_days(since: Option<i64>, now_ms: i64, limit: i64) -> Option<i64> {
    let days = (beijing_day(now_ms) - beijing_day(since?)).num_days();
    (limit > 0 && days >= limit).then_some(days)
}

/// How many records of each table a desk holds, empty tables left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TableCount {
    pub table: String,
    pub count: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 24 * 3600 * 1000;
    const NOW: i64 = 1_648_440_000_000; // Monday 2022-03-28, noon in Beijing

    #[test]
    fn a_name_says_what_a_point_is() {
        let kept = file_name(PointKind::Kept, NOW, "导入/前:1");
        assert_eq!(kept, format!("zhuanban-kept-{NOW}-导入前1.db"));
        let read = read_file_name(&kept).unwrap();
        assert_eq!((read.kind, read.ms, read.name.as_deref()), (PointKind::Kept, Some(NOW), Some("导入前1")));
        assert_eq!(read_file_name(&file_name(PointKind::Daily, 5, "")).unwrap().ms, Some(5));
        assert_eq!(read_file_name("zhuanban-1648440000000.db").unwrap().kind, PointKind::Kept);
        assert_eq!(read_file_name("zhuanban-before-v2-from-v1.db").unwrap().kind, PointKind::BeforeVersion);
        for other in ["zhuanban.db", "zhuanban-daily-x.db", "notes.txt", "zhuanban-old-5.db", "zhuanban-daily-5.db-wal"]
        {
            assert_eq!(read_file_name(other), None, "{other}");
        }
    }

    #[test]
    fn a_week_of_days_and_two_months_of_weeks_are_kept() {
        let names: Vec<String> = (0..100).map(|n| file_name(PointKind::Daily, NOW - n * DAY, "")).collect();
        let files: Vec<_> = names.iter().map(|n| (n.as_str(), read_file_name(n).unwrap())).collect();
        let gone = stale(&files, NOW);
        let left = files.iter().filter(|(n, _)| !gone.contains(n)).map(|(_, p)| p.ms.unwrap());
        let ages: Vec<i64> = left.map(|ms| (NOW - ms) / DAY).collect();
        // Seven days, then the Sunday of each week before.
        assert_eq!(ages, [0, 1, 2, 3, 4, 5, 6, 8, 15, 22, 29, 36, 43, 50]);
        assert_eq!(stale(&files[..7], NOW), Vec::<&str>::new());
    }

    #[test]
    fn what_a_person_made_stays() {
        let names: Vec<String> = (0..30)
            .map(|n| file_name(PointKind::Kept, NOW - n * 400 * DAY, "年终"))
            .chain((0..12).map(|n| file_name(PointKind::BeforeRestore, NOW - n, "")))
            .collect();
        let files: Vec<_> = names.iter().map(|n| (n.as_str(), read_file_name(n).unwrap())).collect();
        assert_eq!(stale(&files, NOW), [names[40].as_str(), names[41].as_str()]);
    }

    #[test]
    fn a_reminder_comes_when_a_copy_is_old() {
        assert_eq!(overdue_days(Some(NOW - 37 * DAY), NOW, 30), Some(37));
        assert_eq!(overdue_days(Some(NOW - 29 * DAY), NOW, 30), None);
        assert_eq!(overdue_days(Some(NOW - 37 * DAY), NOW, 0), None);
        assert_eq!(overdue_days(None, NOW, 30), None);
    }
}
