//! 联系记录: whom the office called about an approval, on which day, and what was said. The call sheet of a day is ordered by them.

use super::board::{BoardRow, rows_of};
use super::hand::Turn;
use super::record::Approval;
use crate::enterprise::Enterprise;
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{ApprovalCallId, ApprovalId, ProjectId};
use crate::project::Project;
use crate::store::{Reader, Writer};
use crate::{codes, record};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};
use ts_rs::TS;

codes! {
    /// 联系结果, in the words of `practice.md` §5.
    pub enum CallResult {
        /// 未接通
        Unreached = "unreached",
        /// 已转经办
        PassedOn = "passed_on",
        /// 等企业补材料
        WaitsPapers = "waits_papers",
        /// 正在办, perhaps with a day that was promised.
        UnderWay = "under_way",
        /// 已回复待收件
        Answered = "answered",
    }
}

record! {
    /// One call about one approval. A call about several leaves a record with each.
    pub struct ApprovalCall(ApprovalCallId) in "approval_call", Work, of "project" {
        approval: ApprovalId,
        project: ProjectId,
        called_on: NaiveDate,
        typed_ms: i64,
        /// Who was called, by whose turn it was.
        turn: Option<Turn>,
        /// With whom.
        person: Option<String>,
        result: CallResult,
        /// 答应×日: by when it was promised.
        promised_on: Option<NaiveDate>,
        note: Option<String>,
    }
}

/// A call about one or several approvals.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveCall {
    pub approvals: Vec<ApprovalId>,
    pub called_on: NaiveDate,
    /// Whom, where it is not who has them in hand: the applicant is asked for papers while a unit decides.
    #[serde(default)]
    pub turn: Option<Turn>,
    #[serde(default)]
    pub person: Option<String>,
    pub result: CallResult,
    #[serde(default)]
    pub promised_on: Option<NaiveDate>,
    #[serde(default)]
    pub note: Option<String>,
}

/// The most approvals of one call.
const MOST: usize = 500;

/// Records a call with every approval it was about, as one action; who answered has verified them (最近核实), under the name that is
/// known of the day where the call names nobody. Answers how many.
///
/// # Errors
/// `Invalid` for a call about nothing, a day to come, a promise before the call, and one of somebody who was not reached.
pub fn save(w: &mut Writer, input: &SaveCall) -> Result<i64> {
    let faults = check(input, w.today());
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let text = |t: &Option<String>| crate::text::said(t.as_deref()).map(str::to_string);
    let (person, note) = (text(&input.person), text(&input.note));
    let mut called: BTreeSet<(String, String)> = BTreeSet::new();
    let rows = rows_of(w, &input.approvals)?;
    for id in &input.approvals {
        let mut approval: Approval = w.get(*id)?;
        let row = rows.get(id);
        let turn = input.turn.or(row.map(|row| row.turn));
        called.insert(party(w, approval.project, row.filter(|_| turn != Some(Turn::Applicant)))?);
        w.put_new(ApprovalCall {
            id: w.new_id(),
            office: approval.office,
            approval: approval.id,
            project: approval.project,
            called_on: input.called_on,
            typed_ms: w.now_ms(),
            turn,
            person: person.clone(),
            result: input.result,
            promised_on: input.promised_on,
            note: note.clone(),
        })?;
        if input.result != CallResult::Unreached && approval.verified_on <= Some(input.called_on) {
            let known = approval.verified_with.take().filter(|_| approval.verified_on == Some(input.called_on));
            (approval.verified_on, approval.verified_with) = (Some(input.called_on), person.clone().or(known));
            w.put(&approval)?;
        }
    }
    let (count, one) = (input.approvals.len(), called.len() == 1);
    let whom = called.into_iter().next().filter(|_| one);
    w.subject(whom.map_or_else(|| count.to_string(), |(name, name_en)| format!("{count}|{name}|{name_en}")));
    Ok(i64::try_from(input.approvals.len()).unwrap_or(i64::MAX))
}

/// Who was called, in both languages: the unit that has it in hand, else the enterprise, else the project by its name.
fn party(r: &Reader, project: ProjectId, row: Option<&BoardRow>) -> Result<(String, String)> {
    if let Some((name, row)) = row.and_then(|row| Some((row.holder.clone()?, row))) {
        return Ok((name.clone(), row.holder_en.clone().unwrap_or(name)));
    }
    let project: Project = r.get(project)?;
    let enterprise = project.enterprise.map(|id| r.find::<Enterprise>(id)).transpose()?.flatten();
    let name = enterprise.map_or(project.name, |enterprise| enterprise.name);
    Ok((name.clone(), name))
}

fn check(input: &SaveCall, today: NaiveDate) -> Vec<FieldFault> {
    let mut faults = vec![];
    if input.approvals.is_empty() || input.approvals.len() > MOST {
        let rule = if input.approvals.is_empty() { Rule::Required } else { Rule::OutOfRange };
        faults.push(FieldFault::error("approvals", rule));
    }
    if input.called_on > today {
        faults.push(FieldFault::error("called_on", Rule::ActualInFuture));
    }
    match input.promised_on {
        Some(_) if input.result == CallResult::Unreached => {
            faults.push(FieldFault::error("promised_on", Rule::NotAChoice));
        }
        Some(day) if day < input.called_on => faults.push(FieldFault::error("promised_on", Rule::FinishBeforeStart)),
        _ => {}
    }
    faults
}

/// Every call about the approvals of a project, the newest first.
pub fn list(r: &Reader, project: ProjectId) -> Result<Vec<ApprovalCall>> {
    r.all("where project = ? order by called_on desc, typed_ms desc, id desc", [project.to_string()])
}

/// Removes a call that was recorded by mistake. Who verified the approval stays as it is.
pub fn remove(w: &mut Writer, id: ApprovalCallId) -> Result<bool> {
    let call: ApprovalCall = w.get(id)?;
    w.subject(w.get::<Project>(call.project)?.name);
    w.remove::<ApprovalCall>(id)
}

/// The calls about some approvals, by approval, the newest last.
pub(crate) fn about(r: &Reader, ids: &[ApprovalId]) -> Result<HashMap<ApprovalId, Vec<ApprovalCall>>> {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let ids = serde_json::to_string(&ids).map_err(|e| Error::Internal(e.to_string()))?;
    let of = "where approval in (select value from json_each(?)) order by called_on, typed_ms, id";
    let mut found: HashMap<ApprovalId, Vec<ApprovalCall>> = HashMap::new();
    for call in r.all::<ApprovalCall>(of, [ids])? {
        found.entry(call.approval).or_default().push(call);
    }
    Ok(found)
}
