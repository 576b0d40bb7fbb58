//! Changes of standing: 停工、停建缓建、恢复、终止、调出、更名、合并、拆分 (practice C31, §5.4). The project keeps the
//! present state; here stands how it came about.

pub mod edit;
pub mod many;
pub mod query;
mod split;

use crate::id::{ProjectId, StandingChangeId};
use crate::project::{ProjectState, Stage};
use crate::time::Day;
use crate::{codes, record};

codes! {
    /// What happened to a project across its stages.
    pub enum Standing {
        /// 冬季停工（待复工）
        WinterStop = "winter_stop",
        /// 停建缓建
        Suspended = "suspended",
        /// 恢复: goes on after any of the others.
        Active = "active",
        /// 终止
        Terminated = "terminated",
        /// 调出清单
        Delisted = "delisted",
        /// 更名
        Renamed = "renamed",
        /// 合并于×
        Merged = "merged",
        /// 拆分为×
        Split = "split",
    }
}

codes! {
    /// 计数口径 of a project that was split: nobody is counted twice.
    pub enum CountingBasis {
        /// Only the parts count.
        Parts = "parts",
        /// Only the whole counts, the parts are its 其中.
        Whole = "whole",
    }
}

record! {
    /// One change of a project's standing, with the state it had before, so that going on finds its way back.
    pub struct StandingChange(StandingChangeId) in "standing_change", Work, of "project" {
        project: ProjectId,
        standing: Standing,
        happened_on: chrono::NaiveDate,
        /// 预计恢复
        expected_until: Option<Day>,
        reason: Option<String>,
        /// 依据文号
        document: Option<String>,
        /// The project it was merged into, or one part it was split into.
        other: Option<ProjectId>,
        /// The old name of a project that was renamed.
        name_before: Option<String>,
        standing_before: ProjectState,
        counted_before: bool,
    }
}

/// What may happen next to a project in this state and stage.
///
/// A stop for the winter needs a started site; what has ended can only be taken up again.
#[must_use]
pub fn allowed(now: ProjectState, stage: Stage) -> Vec<Standing> {
    use Standing::{Active, Delisted, Merged, Renamed, Split, Suspended, Terminated, WinterStop};
    let on_site = matches!(stage, Stage::Started | Stage::Building);
    let open = [Suspended, Terminated, Delisted, Renamed, Merged, Split];
    match now {
        ProjectState::Active if on_site => [WinterStop].into_iter().chain(open).collect(),
        ProjectState::Active => open.to_vec(),
        ProjectState::WinterStop => [Active].into_iter().chain(open).collect(),
        ProjectState::Suspended => vec![Active, Terminated, Delisted, Renamed, Merged, Split],
        ProjectState::Terminated | ProjectState::Merged => vec![Active],
        ProjectState::Delisted => vec![Active, Terminated, Renamed],
        ProjectState::Split => vec![Renamed, Terminated],
    }
}

impl Standing {
    /// A change that nobody understands later without its reason.
    #[must_use]
    pub fn needs_reason(self) -> bool {
        matches!(self, Self::Suspended | Self::Terminated | Self::Delisted)
    }

    /// The state it leaves the project in; a new name leaves it where it was.
    #[must_use]
    pub fn state(self) -> Option<ProjectState> {
        match self {
            Self::WinterStop => Some(ProjectState::WinterStop),
            Self::Suspended => Some(ProjectState::Suspended),
            Self::Active => Some(ProjectState::Active),
            Self::Terminated => Some(ProjectState::Terminated),
            Self::Delisted => Some(ProjectState::Delisted),
            Self::Merged => Some(ProjectState::Merged),
            Self::Split => Some(ProjectState::Split),
            Self::Renamed => None,
        }
    }

    /// Whether the project leaves every count; its records stay with it.
    #[must_use]
    pub fn leaves_counts(self) -> bool {
        matches!(self, Self::Terminated | Self::Delisted | Self::Merged)
    }
}

/// Other names with one more, one a line; a name that stands there already is not repeated.
#[must_use]
pub fn with_alias(aliases: Option<&str>, name: &str) -> String {
    let mut names: Vec<&str> = aliases.unwrap_or_default().lines().map(str::trim).filter(|n| !n.is_empty()).collect();
    if !names.contains(&name) {
        names.push(name);
    }
    names.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_but_a_split_one_finds_its_way_back() {
        for state in ProjectState::ALL {
            let next = allowed(*state, Stage::Building);
            let back = next.contains(&Standing::Active);
            assert_eq!(back, !matches!(state, ProjectState::Active | ProjectState::Split), "{state:?}");
            assert!(!next.iter().any(|s| s.state() == Some(*state)), "{state:?} to itself");
        }
    }

    #[test]
    fn only_a_started_site_stops_for_the_winter() {
        for stage in Stage::ALL {
            let stops = allowed(ProjectState::Active, *stage).contains(&Standing::WinterStop);
            assert_eq!(stops, matches!(stage, Stage::Started | Stage::Building), "{stage:?}");
        }
    }

    #[test]
    fn an_old_name_is_kept_once() {
        assert_eq!(with_alias(None, "甲"), "甲");
        assert_eq!(with_alias(Some("甲\n乙"), "乙"), "甲\n乙");
        assert_eq!(with_alias(Some(" 甲 \n"), "丙"), "甲\n丙");
    }
}
