//! What a leader asks 大庆市's desk for that no ledger holds: what the province says, what was said to whom, how content the enterprises
//! are; and the three lists. The article of 28 March 2022 gives the figures and what became of the joint project's raw material.

use super::super::maker::{Maker, Sheet, day, exact};
use super::super::{MARK, extras, words};
use super::Units;
use crate::approval::template::{ItemKind, shipped};
use crate::approval::version::edit::{Release, SaveTemplateItems, draft, release, save_several};
use crate::error::{Error, Result};
use crate::figure::rating::{Grade, Rating};
use crate::matter::{Matter, MatterKind};
use crate::negative::{NegativeEntry, NegativeMeasure};
use crate::project::Project;
use crate::store::patch::Patch;

/// What the article says of the province's winter campaign (A01, A02).
const CAMPAIGN: &[extras::Goal] =
    &[("全省冬季集中审批会战（303个项目）预计上半年开工项目数", 205_000, "", false, None)];

/// How enterprises rated what was done for them, in turn.
const GRADES: &[Grade] = &[
    Grade::Delighted,
    Grade::Satisfied,
    Grade::Delighted,
    Grade::Satisfied,
    Grade::Fairly,
    Grade::Delighted,
    Grade::Satisfied,
    Grade::Unsatisfied,
];

/// 三张清单: permits and confirmations are powers and duties of the unit that decides; one entry of the negative list, by law.
pub fn lists(maker: &Maker) -> Result<()> {
    maker.on("2021-12-20", "template_release", "1", |s| {
        let made = draft(s.w)?.version.id;
        let version = made.ok_or_else(|| Error::Internal("a draft without identity".into()))?;
        let powers = shipped().items().iter().filter(|i| matches!(i.kind, ItemKind::Permit | ItemKind::Confirmation));
        let codes = powers.map(|item| item.code.clone()).collect();
        let set = serde_json::json!({ "lists": "power;duty" });
        save_several(
            s.w,
            &SaveTemplateItems { version, codes, set: Patch(set.as_object().cloned().unwrap_or_default()) },
        )?;
        let note = format!("行政许可、行政确认标入权力清单和责任清单（{MARK}）");
        release(s.w, &Release { version, note: Some(note) })
    })?;
    maker.on("2021-12-20", "negative_save", "危险化学品生产", |s| {
        s.w.put_new(NegativeEntry {
            id: s.w.new_id(),
            office: s.w.office()?,
            name: "危险化学品生产".into(),
            content: Some("进行生产前，应当取得危险化学品安全生产许可证".into()),
            industry: None,
            words: Some("苯酚".into()),
            measure: NegativeMeasure::Permit,
            legal_basis: Some("危险化学品安全管理条例第十四条".into()),
            since: None,
            until: None,
            position: Some(1),
            note: Some(MARK.into()),
        })
    })
}

/// Questions 5, 9 and 11.
pub fn answers(maker: &Maker, made: &[Project], units: &Units) -> Result<()> {
    maker.on("2022-03-25", "rating_save", "企业回访", ratings)?;
    maker.on("2022-03-27", "matter_save", "领导交办", |s| said(s, &made[0], units))?;
    maker.on("2022-03-28", "figure_save", "全省冬季集中审批会战", |s| {
        extras::goals(s, CAMPAIGN, "黑龙江日报", "2022-03-28")
    })
}

/// What was said of the joint project: its raw material, and the lines it needs to go into operation.
fn said(s: &mut Sheet<'_, '_>, project: &Project, units: &Units) -> Result<()> {
    let who = words::LEADERS[0];
    let blank = |s: &mut Sheet<'_, '_>| -> Result<Matter> {
        let blank = crate::matter::edit::blank(s.w.new_id(), s.w.office()?, project.id);
        Ok(Matter {
            kind: MatterKind::Task,
            instructed_by: Some(who.into()),
            source: Some("调研".into()),
            element: None,
            ..blank
        })
    };
    let material = blank(s)?;
    s.w.put_new(Matter {
        content: Some("到沈阳协调聚碳酸酯联合项目原料供应".into()),
        department: units.of("工信局"),
        raised_on: Some(day("2022-01-10")),
        need_by: exact("2022-02-28"),
        closed_on: Some(day("2022-02-16")),
        evidence: Some("已签订原料供应协议".into()),
        ..material
    })?;
    let lines = blank(s)?;
    s.w.put_new(Matter {
        content: Some("为聚碳酸酯联合项目配套建设火炬、电力、蒸汽管线".into()),
        department: units.of("林源园区"),
        raised_on: Some(day("2022-01-10")),
        need_by: exact("2022-06-30"),
        ..lines
    })
}

/// 一事一评议: every need that is closed was rated once.
fn ratings(s: &mut Sheet<'_, '_>) -> Result<()> {
    let closed: Vec<Matter> = s.w.all("where kind = 'need' and closed_on is not null order by project, id", [])?;
    for (at, matter) in closed.iter().enumerate() {
        let rating = Rating {
            id: s.w.new_id(),
            office: matter.office,
            project: matter.project,
            matter: Some(matter.id),
            grade: GRADES[at % GRADES.len()],
            topic: matter.element.clone(),
            reason: None,
            rated_on: day("2022-03-25"),
            source: Some(format!("回访（{MARK}）")),
        };
        s.w.put_new(rating)?;
    }
    Ok(())
}
