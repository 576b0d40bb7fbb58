//! Question 3, 纳统多少: who must be in the statistics, who is, and what keeps the rest out (practice C30).

use super::base::Member;
use super::percent::{Manner, Percent};
use super::rows::{Count, RowKind};
use crate::error::Result;
use crate::id::ProjectId;
use crate::project::query::Named;
use crate::statistics::StatisticsEntry;
use crate::store::Reader;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use ts_rs::TS;

/// How many names are told of those that are missing.
const NAMED: usize = 20;

/// What is known of each project, and on which day.
pub struct Entries {
    by: HashMap<ProjectId, StatisticsEntry>,
    as_of: NaiveDate,
}

impl Entries {
    /// The day they stand as of.
    #[must_use]
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InStatistics {
    /// 应入
    pub due: Count,
    /// Of these 已入
    pub entered: Count,
    pub rate: Option<Percent>,
    /// 差
    pub missing: Count,
    /// The first of those that are missing.
    pub who: Vec<Named>,
    /// 缺什么: the papers they lack, else the reason, most first.
    pub lacking: Vec<LackingPaper>,
    /// Nobody recorded whether they must be entered.
    pub unknown: Count,
    /// Today instead of an earlier day, where an entry has no 入库月: it has no history.
    #[ts(type = "string")]
    pub as_of: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LackingPaper {
    /// Absent where nobody said.
    pub what: Option<String>,
    pub count: i64,
}

/// The entries as they stood on a day, by their 入库月; as they stand now where one has none.
pub fn entries(r: &Reader, as_of: NaiveDate) -> Result<Entries> {
    let all: Vec<StatisticsEntry> = r.all("order by id", [])?;
    let dated = all.iter().all(|entry| !entry.entered || entry.entered_period.is_some());
    let month = as_of.format("%Y-%m").to_string();
    let known = |mut entry: StatisticsEntry| {
        if dated {
            entry.entered &= entry.entered_period.as_ref().is_some_and(|period| *period <= month);
        }
        (entry.project, entry)
    };
    let as_of = if dated { as_of } else { as_of.max(r.today()) };
    Ok(Entries { by: all.into_iter().map(known).collect(), as_of })
}

/// The members of one heap, in order.
#[must_use]
pub fn rows(members: &[Member], entries: &Entries, kind: RowKind) -> Vec<ProjectId> {
    let fits = |m: &&Member| {
        let entry = entries.by.get(&m.id);
        match kind {
            RowKind::StatisticsDue => entry.is_some_and(|e| e.due),
            RowKind::StatisticsEntered => entry.is_some_and(|e| e.due && e.entered),
            RowKind::StatisticsMissing => entry.is_some_and(|e| e.due && !e.entered),
            _ => entry.is_none(),
        }
    };
    members.iter().filter(fits).map(|m| m.id).collect()
}

#[must_use]
pub fn listed(members: &[Member], entries: &Entries, manner: Manner) -> InStatistics {
    let count = |kind| Count::of(kind, rows(members, entries, kind).len());
    let missing: Vec<&Member> =
        members.iter().filter(|m| entries.by.get(&m.id).is_some_and(|e| e.due && !e.entered)).collect();
    let mut lacking: BTreeMap<Option<&str>, i64> = BTreeMap::new();
    for entry in missing.iter().filter_map(|m| entries.by.get(&m.id)) {
        *lacking.entry(entry.lacking.as_deref().or(entry.reason.as_deref())).or_default() += 1;
    }
    let mut lacking: Vec<LackingPaper> =
        lacking.into_iter().map(|(what, count)| LackingPaper { what: what.map(str::to_string), count }).collect();
    lacking.sort_by_key(|l| (l.what.is_none(), -l.count));
    let (due, entered) = (count(RowKind::StatisticsDue), count(RowKind::StatisticsEntered));
    InStatistics {
        rate: Percent::of(entered.n, due.n, manner),
        missing: count(RowKind::StatisticsMissing),
        who: missing.iter().take(NAMED).map(|m| m.named()).collect(),
        lacking,
        unknown: count(RowKind::StatisticsUnknown),
        due,
        entered,
        as_of: entries.as_of,
    }
}
