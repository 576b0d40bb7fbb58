//! What is recorded of a project's approvals. An approval becomes a record when something is known of it:
//! until then it stands in the checklist by rule, as 未采集.

use super::clock::StopKind;
use super::state::State;
use crate::id::{ApprovalId, ApprovalStepId, ConditionId, PersonId, ProjectId};
use crate::{codes, record};

codes! {
    /// On which level an approval is decided.
    pub enum DecisionLevel { National = "national", Province = "province", City = "city", County = "county" }
}

record! {
    /// An answer to a question of the template, e.g. `farmland` → `yes`. Identity derives from project and question.
    pub struct Condition(ConditionId) in "condition", Work, of "project" {
        project: ProjectId,
        ask: String,
        answer: String,
    }
}

record! {
    /// One approval of one project. Identity derives from project and item, so that two desks touch one record.
    pub struct Approval(ApprovalId) in "approval", Work, of "project" {
        project: ProjectId,
        /// Code of the template item, e.g. `B02`.
        item: String,
        /// Added by hand from the library, though no rule asks for it.
        added: bool,
        /// Why it is not needed (不涉及); a waived item is out of every count.
        waived: Option<String>,
        /// Who holds the certificate's side, and who the opinion's (practice C28).
        holder: Option<String>,
        opinion_holder: Option<String>,
        /// Since when the opinion is waited for, where that is later than acceptance; since when it is there.
        opinion_asked_on: Option<chrono::NaiveDate>,
        opinion_on: Option<chrono::NaiveDate>,
        /// Limits agreed for this project, in half days; the template's otherwise.
        statutory: Option<i64>,
        statutory_unit: Option<String>,
        promised: Option<i64>,
        /// 容缺: the missing material and its promised date.
        lacking: Option<String>,
        lacking_by: Option<chrono::NaiveDate>,
        /// Codes of what it does not wait for (并联办理), joined by `;`.
        parallel: Option<String>,
        /// Codes of what is handed in after acceptance (容缺), joined by `;`: it ends no earlier than these do.
        lacking_items: Option<String>,
        /// Approvals of a project with the same name here are handled as one, e.g. 多评合一.
        bundle: Option<String>,
        certificate: Option<String>,
        certificate_on: Option<chrono::NaiveDate>,
        expires_on: Option<chrono::NaiveDate>,
        /// The due day that stands on a signed sheet (受理通知书); no notice moves it.
        due_printed: Option<chrono::NaiveDate>,
        verified_on: Option<chrono::NaiveDate>,
        verified_with: Option<String>,
        note: Option<String>,
        /// On which level it is decided, where that is not the item's usual one.
        level: Option<DecisionLevel>,
        /// Who goes along with it to a higher level (跑部进京).
        escort: Option<String>,
        /// 专人: who of the office sees it through, by name, and of the register if the name stands there.
        responsible: Option<String>,
        responsible_person: Option<PersonId>,
    }
}

record! {
    /// One step of an approval, only ever added: the day it happened and the moment it was typed are kept apart.
    pub struct ApprovalStep(ApprovalStepId) in "approval_step", Work, of "project" {
        approval: ApprovalId,
        project: ProjectId,
        state: State,
        happened_on: chrono::NaiveDate,
        /// Nobody told the day: it had happened by `happened_on`, the day of the sheet or of the call that told of it. Nothing is no.
        undated: Option<bool>,
        typed_ms: i64,
        stop_kind: Option<StopKind>,
        /// Article or document that allows the stop or the extension.
        basis: Option<String>,
        /// After the stop the limit starts anew.
        restart: bool,
        /// Who inspects, tests or reviews during a stop for that.
        examiner: Option<String>,
        /// Working days added by 批准延期.
        extension: Option<i64>,
        note: Option<String>,
    }
}

impl ApprovalStep {
    /// Nobody told its day.
    #[must_use]
    pub fn is_undated(&self) -> bool {
        self.undated == Some(true)
    }

    /// The day it happened, where somebody told it.
    #[must_use]
    pub fn told(&self) -> Option<chrono::NaiveDate> {
        Some(self.happened_on).filter(|_| !self.is_undated())
    }
}
