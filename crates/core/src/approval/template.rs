//! A template of approval items: the library a checklist is made from, and the one that comes with the program.
//!
//! The program's own is `data/approval-items.csv`; an office's versions are records (`version/`). Which items a project needs is in `generate.rs`.

use super::ask::{Ask, Needs};
use super::clock::Limit;
use crate::coded::rows;
use crate::codes;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::OnceLock;
use ts_rs::TS;

mod read;
pub(super) use read::all_of;
pub use read::{materials, write_materials};

codes! {
    /// How a project enters the approval system: 审批 (government money), 核准, 备案.
    pub enum Mode { Approve = "approve", Verify = "verify", File = "file" }
}
codes! {
    /// How the land is supplied: 出让, 划拨, 集体.
    pub enum Land { Granted = "granted", Allocated = "allocated", Collective = "collective" }
}
codes! {
    /// The word set an item's states use (`practice.md` §5.2).
    pub enum ItemKind {
        /// 行政许可
        Permit = "permit",
        /// 备案
        Filing = "filing",
        /// 行政确认
        Confirmation = "confirmation",
        /// 技术审查
        Review = "review",
        /// 政府内部
        Internal = "internal",
        /// 交易
        Trade = "trade",
        /// 市政公用报装
        Utility = "utility",
        /// 评估、中介
        Assessment = "assessment",
        /// 自主验收、报备
        SelfRun = "self_run",
    }
}
codes! {
    /// Whom a limit binds.
    pub enum Side {
        /// 部门办理
        Department = "department",
        /// 申请人义务
        Applicant = "applicant",
        /// 法定最短期间: a notice may not be shorter.
        Floor = "floor",
        /// 联合办理上限
        JointCeiling = "joint_ceiling",
    }
}
codes! {
    /// Whether the text of a limit was read, is common practice for the user to check (待核), or was confirmed by the office.
    pub enum Mark { Sourced = "sourced", ToCheck = "to_check", Confirmed = "confirmed" }
}
codes! {
    /// Whether an item is a core node 核心节点, on every project's first checklist if it applies (`practice.md` C27).
    pub enum Core {
        Always = "always",
        /// Once its question is answered yes: otherwise most projects would carry a line they never need.
        OnceYes = "once_yes",
        /// As `OnceYes` on granted land, always on other land.
        UnlessGranted = "unless_granted",
        None = "none",
    }
}
codes! {
    /// How it is handled for the applicant, as places count their items; one item may be several.
    pub enum Handling {
        /// 马上办、即办件
        AtOnce = "at_once",
        /// 网上办
        Online = "online",
        /// 就近办
        Nearby = "nearby",
        /// 一次办、最多跑一次
        OneTrip = "one_trip",
        /// 不见面
        NoMeeting = "no_meeting",
        /// 自助办
        SelfService = "self_service",
        /// 加急办
        Urgent = "urgent",
        /// 一件事一次办
        OneThing = "one_thing",
        /// 下放到区、县
        Devolved = "devolved",
        /// 高频事项
        Frequent = "frequent",
        /// 一窗受理: taken in and given out at one window, whoever decides it
        OneWindow = "one_window",
    }
}

codes! {
    /// On which published list of its unit an item stands.
    pub enum Authority {
        /// 权力清单
        Power = "power",
        /// 责任清单
        Duty = "duty",
    }
}

/// A count or a sum before and after the reduction; what nobody said is not known, and never 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reduced {
    pub before: Option<i64>,
    pub after: Option<i64>,
}

/// What was made less of an item, beside its papers and its days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reductions {
    /// 减环节: steps the applicant goes through.
    pub steps: Reduced,
    /// 减费用: 元 the applicant pays for one.
    pub fee: Reduced,
}

/// A paper the applicant hands in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Material {
    pub name: String,
    /// No longer asked for (减材料): it counts before the reduction, not after.
    pub cut: bool,
    /// May come after acceptance (可容缺).
    pub may_lack: bool,
}

/// A limit set by law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Statutory {
    /// 日 is kept as calendar days; an office may read it as working days.
    pub limit: Limit,
    pub side: Side,
}

/// A limit an authority promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Promised {
    pub limit: Limit,
    pub side: Side,
}

/// One item of the library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Item {
    pub code: String,
    /// 1 to 4, and 5 for what runs in parallel.
    pub stage_no: u8,
    pub stage: String,
    pub stage_en: String,
    pub name: String,
    pub name_en: String,
    /// Which kind of department handles it, e.g. 自然资源.
    pub department: String,
    pub department_en: String,
    pub kind: ItemKind,
    pub statutory: Option<Statutory>,
    /// Law and article, as the template quotes them.
    pub basis: String,
    pub basis_mark: Option<Mark>,
    pub promised: Option<Promised>,
    pub promised_mark: Option<Mark>,
    /// What the schedule counts with where nothing is promised.
    pub planning: Option<Limit>,
    pub needs: Needs,
    pub modes: Vec<Mode>,
    pub lands: Vec<Land>,
    pub ask: Ask,
    /// Alternatives: one project has only one of them.
    pub excludes: Vec<String>,
    /// When it applies, in words.
    pub condition: String,
    pub result: String,
    /// 容缺受理, 多评合一 …: ways of speeding it up that places offer.
    pub measures: Vec<String>,
    pub note: String,
    pub core: Core,
    pub handling: Vec<Handling>,
    pub materials: Vec<Material>,
    pub reduced: Reductions,
    pub lists: Vec<Authority>,
}

/// The limits of an item where both can be compared: same unit, same side (`rules.md` 14).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Compression {
    pub statutory_half_days: u16,
    pub promised_half_days: u16,
}

/// How long the schedule takes an item to last, and whose time it is (`rules.md` 14).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Duration {
    pub limit: Limit,
    pub side: Side,
}

impl Item {
    /// The promise if there is one, else the planning days, else the statutory limit, else nothing (`rules.md` 14).
    #[must_use]
    pub fn duration(&self) -> Duration {
        let promised = self.promised.as_ref().map(|p| Duration { limit: p.limit, side: p.side });
        let planned = self.planning.map(|limit| Duration { limit, side: self.holder() });
        let statutory = self.statutory.as_ref().map(|s| Duration { limit: s.limit, side: s.side });
        promised.or(planned).or(statutory).unwrap_or(Duration { limit: Limit::working(0), side: self.holder() })
    }

    /// Whose time an item takes that nobody promised: what the enterprise runs itself is the enterprise's.
    fn holder(&self) -> Side {
        match self.kind {
            ItemKind::SelfRun | ItemKind::Assessment => Side::Applicant,
            _ => Side::Department,
        }
    }

    #[must_use]
    pub fn compression(&self) -> Option<Compression> {
        let (statutory, promised) = (self.statutory.as_ref()?, self.promised.as_ref()?);
        let alike = statutory.limit.unit == promised.limit.unit && statutory.side == promised.side;
        alike.then_some(Compression {
            statutory_half_days: statutory.limit.half_days,
            promised_half_days: promised.limit.half_days,
        })
    }
}

/// Items in order, found by code.
#[derive(Clone, Debug, Default)]
pub struct Template {
    items: Vec<Item>,
    at: HashMap<String, usize>,
}

impl Template {
    #[must_use]
    pub fn of(items: Vec<Item>) -> Self {
        let at = items.iter().enumerate().map(|(at, item)| (item.code.clone(), at)).collect();
        Self { items, at }
    }

    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    #[must_use]
    pub fn find(&self, code: &str) -> Option<&Item> {
        self.at.get(code).map(|at| &self.items[*at])
    }
}

/// The template that comes with the program: 77 items.
#[must_use]
pub fn shipped() -> &'static Template {
    static SHIPPED: OnceLock<Template> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let table = rows(include_str!("../../data/approval-items.csv"));
        let read = |row: &Vec<String>| read::parse(row).unwrap_or_else(|| panic!("approval-items.csv: {}", row[0]));
        Template::of(table.iter().map(read).collect())
    })
}

/// The English of a stage, an item, a department, a question or a choice.
pub(super) fn english(kind: &str, key: &str) -> String {
    static WORDS: OnceLock<HashMap<(String, String), String>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let table = rows(include_str!("../../data/approval-items-en.csv"));
        table.into_iter().map(|row| ((row[0].clone(), row[1].clone()), row[2].clone())).collect()
    });
    words.get(&(kind.into(), key.into())).cloned().unwrap_or_else(|| key.into())
}

#[cfg(test)]
mod tests;
