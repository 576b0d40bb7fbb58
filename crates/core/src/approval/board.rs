//! The office's board 审批: every approval that is in somebody's hands, with whom, since when and how near its due day.
//!
//! `read` has the steps of the whole desk read once, what is decided left aside before anything else of it is read; `count` the
//! numbers beside the rows.

mod count;
mod read;

use super::clock::Unit;
use super::hand::Turn;
use super::state::State;
use super::template::ItemKind;
use crate::codes;
use crate::count::number;
use crate::error::Result;
use crate::id::{ApprovalId, PersonId, ProjectId};
use crate::store::Reader;
use chrono::NaiveDate;
use count::{Part, flags, heat, holders, items, people};
pub(crate) use read::{all as everything, in_hand, name};
pub(super) use read::{row_ahead, rows_of};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use ts_rs::TS;

/// Most rows of one answer.
const LONGEST_WINDOW: i64 = 500;
/// Working days within which a due day is near: one number for the board, the day's page and the light (practice §5: 三个工作日内到期).
pub(crate) const SOON: i64 = 3;

codes! {
    /// How near the due day is.
    pub enum Heat {
        Overdue = "overdue",
        Today = "today",
        /// Within three working days.
        Soon = "soon",
        Later = "later",
        /// 补正、容缺待补, and a stop that waits for the applicant: no clock runs against the unit.
        Applicant = "applicant",
        /// Handed in and not accepted, without a limit, or stopped for what the unit or others do.
        NoLimit = "no_limit",
    }
}

codes! {
    /// What is special about how an approval is handled.
    pub enum Flag {
        /// 容缺: papers are still to come.
        Lacking = "lacking",
        /// The promised day of those papers is past.
        LackingLate = "lacking_late",
        /// 并联办理.
        Parallel = "parallel",
        /// 合并办理.
        Bundle = "bundle",
        /// 批准延期.
        Extended = "extended",
        /// The due day stands on a signed sheet.
        Printed = "printed",
        /// 提前介入.
        Early = "early",
        /// 模拟审批, not formal yet.
        Simulated = "simulated",
        /// 预审.
        Preview = "preview",
        /// 联合预审.
        JointPreview = "joint_preview",
        /// 承诺即开工: what was pledged is still to come.
        Pledge = "pledge",
        /// The pledged day is past.
        PledgeLate = "pledge_late",
        /// 绿色通道.
        Green = "green",
        /// 区域评估已覆盖.
        AreaCovered = "area_covered",
        /// Nobody told the day it was handed in or accepted: no clock runs.
        Undated = "undated",
        /// It waits for the opinion of a second unit.
        Opinion = "opinion",
        /// The certificate holds no longer.
        Expired = "expired",
        /// It holds for sixty days at most.
        ExpiresSoon = "expires_soon",
    }
}

/// Which of them are shown; what is absent does not narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct BoardFilter {
    /// Name of the holder; empty for the applicant.
    pub holder: Option<String>,
    pub state: Option<State>,
    /// Code of the item.
    pub item: Option<String>,
    pub heat: Option<Heat>,
    pub flag: Option<Flag>,
    /// Name of the person in charge (专人); empty for nobody.
    pub person: Option<String>,
    /// Occurs in the project's name.
    pub text: Option<String>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ApprovalBoardQuery {
    pub filter: BoardFilter,
    pub offset: i64,
    pub limit: i64,
}

/// The board. Each count is of what fits all of the filter but its own part, so that another choice shows what it would give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ApprovalBoard {
    #[ts(type = "string")]
    pub as_of: NaiveDate,
    /// In hand in all, whatever the filter.
    pub total: i64,
    /// Those that fit the filter.
    pub found: i64,
    /// Of those, in nobody's hands: shown where a flag is asked for that they carry.
    pub aside: i64,
    pub heat: Vec<HeatCount>,
    /// Most first.
    pub holders: Vec<HolderRow>,
    /// Most first.
    pub items: Vec<ItemCount>,
    pub flags: Vec<FlagCount>,
    /// Those nobody is in charge of first, then most first.
    pub people: Vec<InChargeCount>,
    /// From `offset` on: the most overdue first, then by due day; what has none comes last, the longest held first, those in working days before
    /// those in calendar days.
    pub rows: Vec<BoardRow>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HeatCount {
    pub heat: Heat,
    pub count: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FlagCount {
    pub flag: Flag,
    pub count: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ApprovalStateCount {
    pub state: State,
    pub count: i64,
}

/// What one unit has in hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HolderRow {
    /// Absent for the applicant.
    pub name: Option<String>,
    pub name_en: Option<String>,
    pub count: i64,
    pub projects: i64,
    /// In the order of the skeleton; those it has none of are left out.
    pub states: Vec<ApprovalStateCount>,
    pub overdue: i64,
    /// Due today or within three working days.
    pub near: i64,
    /// Working days of the one it has had longest; calendar days of the longest stop of a limit that counts all days.
    pub longest_days: Option<i64>,
    pub longest_calendar_days: Option<i64>,
}

/// Who is in charge of how many of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InChargeCount {
    /// Absent for those nobody is in charge of.
    pub name: Option<String>,
    pub count: i64,
    pub overdue: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ItemCount {
    pub code: String,
    pub name: String,
    pub name_en: String,
    pub count: i64,
}

/// One approval in hand, or one in nobody's that carries a flag: a way it will be handled by, a pledge, a certificate that ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BoardRow {
    pub approval: ApprovalId,
    pub project: ProjectId,
    pub project_name: String,
    pub item: String,
    pub name: String,
    pub name_en: String,
    pub kind: ItemKind,
    pub state: State,
    pub turn: Turn,
    /// Absent where the applicant has to move.
    pub holder: Option<String>,
    pub holder_en: Option<String>,
    #[ts(type = "string | null")]
    pub since: Option<NaiveDate>,
    /// Days in the same hands, of `unit`.
    pub days: Option<i64>,
    /// Working days, but for a stop of a limit that counts all days.
    pub unit: Unit,
    #[ts(type = "string | null")]
    pub due_on: Option<NaiveDate>,
    /// Working days to the due day; negative when overdue.
    pub days_left: Option<i64>,
    /// Nothing for one in nobody's hands.
    pub heat: Option<Heat>,
    pub flags: Vec<Flag>,
    /// The day of the last step or verification (最近核实), whichever is later.
    #[ts(type = "string | null")]
    pub touched_on: Option<NaiveDate>,
    #[ts(type = "string | null")]
    pub expires_on: Option<NaiveDate>,
    /// 容缺: what is missing, and until when it was promised.
    pub lacking: Option<String>,
    #[ts(type = "string | null")]
    pub lacking_by: Option<NaiveDate>,
    /// States that may come next.
    pub next: Vec<State>,
    /// Who is in charge of it (专人).
    pub responsible: Option<String>,
    /// Of the register, where the name stands there.
    pub responsible_person: Option<PersonId>,
}

pub fn board(r: &Reader, query: &ApprovalBoardQuery) -> Result<ApprovalBoard> {
    let filter = &query.filter;
    let (total, rows) = named_so(r, filter)?;
    let mut found: Vec<&BoardRow> = rows.iter().filter(|row| Part::misses(row, filter).is_empty()).collect();
    found.sort_by_key(|row| urgency(row));
    let (count, aside) = (number(found.len()), number(found.iter().filter(|row| row.heat.is_none()).count()));
    let window = query.limit.clamp(0, LONGEST_WINDOW);
    let skip = usize::try_from(query.offset).unwrap_or(0);
    let mut shown: Vec<BoardRow> =
        found.into_iter().skip(skip).take(usize::try_from(window).unwrap_or(0)).cloned().collect();
    name(r, &mut shown.iter_mut().collect::<Vec<_>>())?;
    Ok(ApprovalBoard {
        as_of: r.today(),
        total,
        found: count,
        aside,
        heat: heat(&rows, filter),
        holders: holders(&rows, filter),
        items: items(&rows, filter),
        flags: flags(&rows, filter),
        people: people(&rows, filter),
        rows: shown,
    })
}

/// The projects of the rows that fit a filter, in the order of the board, each once.
pub fn projects(r: &Reader, filter: &BoardFilter) -> Result<Vec<ProjectId>> {
    let (_, mut rows) = named_so(r, filter)?;
    rows.retain(|row| Part::misses(row, filter).is_empty());
    rows.sort_by_key(urgency);
    let mut known = HashSet::new();
    Ok(rows.iter().map(|row| row.project).filter(|project| known.insert(*project)).collect())
}

/// How many are in hand in all, and those whose project's name fits.
fn named_so(r: &Reader, filter: &BoardFilter) -> Result<(i64, Vec<BoardRow>)> {
    let (mut rows, aside) = read::all(r)?;
    let total = number(rows.len());
    rows.extend(aside);
    let text = crate::text::said(filter.text.as_deref()).map(str::to_lowercase);
    if let Some(text) = &text {
        name(r, &mut rows.iter_mut().collect::<Vec<_>>())?;
        rows.retain(|row| row.project_name.to_lowercase().contains(text));
    }
    Ok((total, rows))
}

type Urgency = (i64, Unit, std::cmp::Reverse<i64>, String, ProjectId);

fn urgency(row: &BoardRow) -> Urgency {
    let held = std::cmp::Reverse(row.days.unwrap_or(0));
    (row.days_left.unwrap_or(i64::MAX), row.unit, held, row.item.clone(), row.project)
}
