//! Ways of handling an approval beside the ordinary one: 提前介入, 模拟审批, 预审, 承诺即开工 …, each with its days.
//!
//! A way never changes what the law asks for: what was judged beforehand becomes a permit when what the law puts first is there
//! (城乡规划法 §40, 建筑法 §8), and a pledge is kept by its day.

use super::edit;
use super::query::{Checklist, approval_id};
use super::record::Approval;
use super::running;
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{ApprovalId, ApprovalWayId, ProjectId};
use crate::project::Project;
use crate::store::Writer;
use crate::store::patch::Patch;
use crate::{codes, record};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    pub enum Way {
        /// 提前介入: the authority helps before anything is handed in.
        Early = "early",
        /// 模拟审批: judged as if all were there; formal once its trigger is.
        Simulated = "simulated",
        /// 预审
        Preview = "preview",
        /// 联合预审
        JointPreview = "joint_preview",
        /// 承诺即开工、告知承诺: begun on a pledge; what was pledged is there by its day.
        Pledge = "pledge",
        /// 绿色通道
        Green = "green",
        /// 区域评估已覆盖
        AreaCovered = "area_covered",
    }
}

record! {
    /// A way one approval of a project is handled. Identity derives from the approval and the way.
    pub struct ApprovalWay(ApprovalWayId) in "approval_way", Work, of "project" {
        approval: ApprovalId,
        project: ProjectId,
        way: Way,
        begun_on: NaiveDate,
        /// Code of the item whose paper makes it formal, e.g. 出让合同 for a simulated permit.
        waits_for: Option<String>,
        /// The day until which was pledged.
        due_by: Option<NaiveDate>,
        /// Since when it is formal, or the pledge kept.
        formal_on: Option<NaiveDate>,
        /// 预审意见, 承诺书: its number.
        document: Option<String>,
        /// 区域评估: the area that was assessed, and how many half days the item still takes there; without them it is not needed.
        area: Option<String>,
        half_days: Option<i64>,
        note: Option<String>,
    }
}

impl ApprovalWay {
    /// What was pledged is not there, and its day is past.
    #[must_use]
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.formal_on.is_none() && self.due_by.is_some_and(|by| by < today)
    }
}

/// What an area assessment brings to an item: within the days it leaves it is promised, without any it is not needed, on the basis of
/// the assessment's document. What an earlier word of it brought is taken back first; an item `under_way` is needed, and what was
/// said otherwise stays.
///
/// # Errors
/// `Invalid` for days where another limit was agreed, which nobody wants to give up.
fn cover(
    approval: &mut Approval,
    was: Option<&ApprovalWay>,
    now: Option<&ApprovalWay>,
    (under_way, instead): (bool, bool),
) -> Result<()> {
    let (was, now) = (was.and_then(covering), now.and_then(covering));
    let days = |of: &Covering| of.as_ref().and_then(|(_, half_days)| *half_days);
    if was == now || (days(&was).is_some() && days(&was) == days(&now)) {
        return Ok(());
    }
    match was.as_ref().map(|was| brings(approval, was)) {
        Some(WayEffect::Shortened) => approval.promised = None,
        Some(WayEffect::Spared) => approval.waived = None,
        Some(WayEffect::Noted) | None => {}
    }
    match now {
        Some((_, Some(_))) if approval.promised.is_some() && !instead => {
            let agreed = approval.promised.unwrap_or(0).to_string();
            return Err(Error::Invalid(vec![
                FieldFault::error("half_days", Rule::AgreedOtherwise).with("half_days", agreed),
            ]));
        }
        Some((_, Some(half_days))) => approval.promised = Some(half_days),
        Some((basis, None)) if !under_way && approval.waived.is_none() => approval.waived = Some(basis),
        _ => {}
    }
    Ok(())
}

type Covering = Option<(String, Option<i64>)>;

/// What an assessment with this basis and these half days is to its item as it stands.
fn brings(approval: &Approval, (basis, half_days): &(String, Option<i64>)) -> WayEffect {
    match half_days {
        Some(_) if approval.promised == *half_days => WayEffect::Shortened,
        None if approval.waived.as_ref() == Some(basis) => WayEffect::Spared,
        _ => WayEffect::Noted,
    }
}

/// The basis of an area assessment, its area first, and the half days it leaves.
fn covering(way: &ApprovalWay) -> Covering {
    let document = way.document.as_ref().filter(|_| way.way == Way::AreaCovered)?;
    let basis = way.area.iter().chain([document]).map(String::as_str).collect::<Vec<_>>().join(" ");
    Some((basis, way.half_days))
}

codes! {
    /// What an area assessment is to its item.
    pub enum WayEffect {
        /// For its sake the item is not needed.
        Spared = "spared",
        /// For its sake it takes fewer days.
        Shortened = "shortened",
        /// A mark only.
        Noted = "noted",
    }
}

/// A way and what it asks for now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct WayHeld {
    pub way: ApprovalWay,
    /// What it waited for is there: it is to be made formal.
    pub ready: bool,
    /// The pledged day is past and it is not formal.
    pub late: bool,
    /// What an area assessment brought; nothing for another way.
    pub effect: Option<WayEffect>,
}

/// Named fields of one way of an approval.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveWay {
    pub project: ProjectId,
    pub item: String,
    pub way: Way,
    pub set: Patch,
    /// An area assessment takes the place of a limit that was agreed otherwise.
    #[serde(default)]
    #[ts(optional)]
    pub instead: Option<bool>,
}

/// Saves a way; the first time it needs the day it began, which is today where nothing is said.
///
/// # Errors
/// `Invalid` for a day before it began, for one to come, for a trigger that is no item of the checklist, and for an area assessment
/// without its document, or with days where another limit was agreed.
pub fn save(w: &mut Writer, input: &SaveWay) -> Result<Checklist> {
    let project: Project = w.get(input.project)?;
    let mut approval: Approval = edit::existing(w, &project, &input.item)?;
    let id = id(approval.id, input.way);
    let blank = || ApprovalWay {
        id,
        office: project.office,
        approval: approval.id,
        project: project.id,
        way: input.way,
        begun_on: w.today(),
        waits_for: None,
        due_by: None,
        formal_on: None,
        document: None,
        area: None,
        half_days: None,
        note: None,
    };
    let known: Option<ApprovalWay> = w.find(id)?;
    let saved: ApprovalWay = input.set.apply(&known.clone().unwrap_or_else(blank))?;
    check(w, &saved, input)?;
    let standing = running::standing(w, approval.id, edit::item_of(w, project.id, &input.item)?.kind)?;
    cover(&mut approval, known.as_ref(), Some(&saved), (standing.handed_in(), input.instead == Some(true)))?;
    w.subject(project.name.clone());
    w.put(&approval)?;
    w.put(&saved)?;
    super::query::checklist(w, input.project)
}

fn check(w: &Writer, saved: &ApprovalWay, input: &SaveWay) -> Result<()> {
    if saved.way != input.way {
        return Err(Error::invalid("way", Rule::NotEditable));
    }
    let (today, begun) = (w.today(), saved.begun_on);
    if begun > today || saved.formal_on.is_some_and(|day| day > today) {
        return Err(Error::invalid(if begun > today { "begun_on" } else { "formal_on" }, Rule::ActualInFuture));
    }
    for (field, day) in [("due_by", saved.due_by), ("formal_on", saved.formal_on)] {
        if day.is_some_and(|day| day < begun) {
            return Err(Error::invalid(field, Rule::FinishBeforeStart));
        }
    }
    if let Some(code) = &saved.waits_for
        && (*code == input.item || edit::item_of(w, input.project, code).is_err())
    {
        return Err(Error::invalid("waits_for", Rule::NoSuchRecord));
    }
    if saved.way == Way::AreaCovered && saved.document.is_none() {
        return Err(Error::invalid("document", Rule::Required));
    }
    if saved.half_days.is_some_and(|days| !(1..=2000).contains(&days)) {
        return Err(Error::invalid("half_days", Rule::OutOfRange));
    }
    Ok(())
}

pub fn remove(w: &mut Writer, id: ApprovalWayId) -> Result<Checklist> {
    let way: ApprovalWay = w.get(id)?;
    w.subject(w.get::<Project>(way.project)?.name);
    let mut approval: Approval = w.get(way.approval)?;
    cover(&mut approval, Some(&way), None, (true, false))?;
    w.put(&approval)?;
    w.remove::<ApprovalWay>(id)?;
    super::query::checklist(w, way.project)
}

fn id(approval: ApprovalId, way: Way) -> ApprovalWayId {
    ApprovalWayId(crate::id::derived(&["approval_way", &approval.to_string(), way.code()]))
}

/// Puts the ways beside their approvals, with what they ask for on a day.
pub(super) fn hang(list: &mut Checklist, project: ProjectId, ways: &[ApprovalWay], today: NaiveDate) {
    let done: Vec<String> = list.items.iter().filter(|item| item.done).map(|item| item.code.clone()).collect();
    for item in &mut list.items {
        let of = approval_id(project, &item.code);
        let held = |way: &ApprovalWay| WayHeld {
            ready: way.formal_on.is_none()
                && !item.done
                && way.waits_for.as_ref().is_some_and(|code| done.contains(code)),
            late: way.is_late(today),
            effect: item.approval.as_ref().and_then(|approval| Some(brings(approval, &covering(way)?))),
            way: way.clone(),
        };
        item.ways = ways.iter().filter(|way| way.approval == of).map(held).collect();
    }
}
