//! The turn of the year: 结转 of every project, the year's targets and its planned schedule (practice §4.5, C33, C36).

pub mod edit;
pub mod query;
pub mod schedule;
mod turn;

pub use schedule::planned_share;

use crate::id::{ListId, ProjectId, SnapshotId, YearDecisionId, YearTargetId, YearTurnId};
use crate::progress::Basis;
use crate::project::{ProjectState, Stage};
use crate::{codes, record};

codes! {
    /// What becomes of a project in the new year.
    pub enum TurnDecision {
        /// 续建结转
        Continued = "continued",
        /// 竣工转出
        Completed = "completed",
        /// 前期续报
        Prepared = "prepared",
        /// 终止
        Terminated = "terminated",
        /// 待定
        Undecided = "undecided",
    }
}

record! {
    /// What was decided for one project and year; without one, the proposal holds.
    pub struct YearDecision(YearDecisionId) in "year_decision", Work, of "project" {
        project: ProjectId,
        /// The new year.
        year: i64,
        decision: TurnDecision,
        /// 截至上年底累计 where it is not the snapshot's, 元.
        done_prior: Option<i64>,
        /// Whose figure that is.
        prior_basis: Option<Basis>,
        reason: Option<String>,
        /// Carried out by the turn of the year.
        applied: bool,
    }
}

record! {
    /// A year was turned: when, and the snapshot that keeps the old one.
    pub struct YearTurn(YearTurnId) in "year_turn", Work {
        year: i64,
        turned_on: chrono::NaiveDate,
        snapshot: Option<SnapshotId>,
    }
}

record! {
    /// 年度目标, of the whole ledger or of one list. Money in 元; quarters are cumulative.
    pub struct YearTarget(YearTargetId) in "year_target", Ref {
        year: i64,
        list: Option<ListId>,
        /// 文号
        document: Option<String>,
        /// 项目个数
        count: Option<i64>,
        /// 总投资
        total: Option<i64>,
        /// 年度计划投资
        plan: Option<i64>,
        /// 新开工个数
        new_starts: Option<i64>,
        /// 竣工个数
        completions: Option<i64>,
        quarter1: Option<i64>,
        quarter2: Option<i64>,
        quarter3: Option<i64>,
        quarter4: Option<i64>,
        /// 序时: see [`schedule`].
        schedule: Option<String>,
    }
}

/// What usually becomes of a project: a finished one leaves, a started one is carried on, one in preparation is reported
/// again. What was stopped without an end in sight is left for people to decide.
#[must_use]
pub fn propose(stage: Stage, standing: ProjectState) -> TurnDecision {
    match (standing, stage) {
        (ProjectState::Suspended, _) => TurnDecision::Undecided,
        (_, Stage::Completed | Stage::Operating | Stage::Full) => TurnDecision::Completed,
        (_, Stage::Started | Stage::Building) => TurnDecision::Continued,
        _ => TurnDecision::Prepared,
    }
}

/// The last month before a year, `YYYY-12`.
#[must_use]
pub fn december_before(year: i64) -> String {
    format!("{:04}-12", year - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_proposed() {
        for (stage, standing, decision) in [
            (Stage::Building, ProjectState::Active, TurnDecision::Continued),
            (Stage::Started, ProjectState::WinterStop, TurnDecision::Continued),
            (Stage::Building, ProjectState::Suspended, TurnDecision::Undecided),
            (Stage::Completed, ProjectState::Active, TurnDecision::Completed),
            (Stage::Full, ProjectState::Active, TurnDecision::Completed),
            (Stage::Land, ProjectState::Active, TurnDecision::Prepared),
            (Stage::Conceived, ProjectState::Active, TurnDecision::Prepared),
        ] {
            assert_eq!(propose(stage, standing), decision, "{stage:?} {standing:?}");
        }
        assert_eq!(december_before(2023), "2022-12");
    }
}
