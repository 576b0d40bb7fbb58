//! One project on one sheet: facts, progress, approvals, issues with who owes what, and what leaders said (practice 4.2).

use super::docx::{Block, Sheet};
use super::words::{date, day, money, months, quantity};
use crate::export::stage_words;
use crate::value::name::spaced;
use zhuanban_core::Result;
use zhuanban_core::approval::fast::FastHeld;
use zhuanban_core::approval::state::word;
use zhuanban_core::figure::base::Base;
use zhuanban_core::figure::held::{self, WhyNot};
use zhuanban_core::figure::money;
use zhuanban_core::figure::percent::{Manner, Percent};
use zhuanban_core::id::ProjectId;
use zhuanban_core::matter::{Matter, MatterKind};
use zhuanban_core::people::Role;
use zhuanban_core::people::role_word::role_word;
use zhuanban_core::progress::Basis;
use zhuanban_core::project::query::{ProjectFile, file};
use zhuanban_core::store::Reader;

pub fn sheet(r: &Reader, id: ProjectId) -> Result<Sheet> {
    let found = file(r, id)?;
    let why = held::why_not(r, id)?;
    let office = super::office_name(r)?;
    let report = found.progress.iter().find(|p| p.basis == Basis::Dispatch);
    let as_of = report.and_then(|p| p.day(r.today())).unwrap_or_else(|| r.today());
    let mut blocks = vec![
        Block::Title(found.project.name.clone()),
        Block::Note(super::note(r, &format!("项目一页纸（截至{}，投资为调度数", date(as_of)))?),
        facts(r, &found, &why)?,
    ];
    let words = |pick: Option<&String>| pick.map(|t| t.trim().to_string()).filter(|t| !t.is_empty());
    let texts = [
        ("建设内容", words(found.project.content.as_ref()).or_else(|| words(found.project.scale.as_ref()))),
        ("形象进度", report.and_then(|p| words(p.image.as_ref()))),
        ("手续办理", papers(&found, &why, r)?),
        ("存在问题", issues(r, &found, &why, report.and_then(|p| words(p.issue.as_ref())))?),
        ("领导指示及落实", said(&found)),
        ("下步措施", report.and_then(|p| words(p.next_step.as_ref()))),
    ];
    let numbers = ["一", "二", "三", "四", "五", "六"];
    let told = texts.into_iter().filter_map(|(lead, text)| Some((lead, text?)));
    blocks.extend(told.zip(numbers).map(|((lead, text), n)| Block::Text { lead: format!("{n}、{lead}。"), text }));
    let footer = format!("{office}　　{}　　内部资料 注意保存", date(r.today()));
    Ok(Sheet { title: found.project.name, office, footer, landscape: false, blocks })
}

fn facts(r: &Reader, f: &ProjectFile, why: &WhyNot) -> Result<Block> {
    let p = &f.project;
    let (base, manner) = (Base::chosen(r, &[p.id])?, Manner::of_desk(r)?);
    let reports = money::reports(r, base.year(), base.as_of)?;
    let now = reports.get(&p.id).filter(|report| report.done.is_some());
    let plan = base.members.first().and_then(|m| m.plan_of(base.year()));
    let done = now.and_then(|report| report.done);
    let rate = done.zip(plan).and_then(|(d, plan)| Percent::of(d, plan, manner));
    let duty = |role: Role| f.duties.iter().find(|d| d.role == role && d.until.is_none()).map(|d| spaced(&d.name));
    let contact = f.contacts.first().map(|c| [c.name.as_deref().map(spaced), c.phone.clone()]);
    let contact = contact.map(|c| c.into_iter().flatten().collect::<Vec<_>>().join(" ")).unwrap_or_default();
    let start = match (why.started, p.started_planned) {
        (Some(_), _) => format!("{}（实际）", day(why.started)),
        (None, _) if why.begun => "已开工".into(),
        (None, Some(_)) => format!("{}（计划）", day(p.started_planned)),
        _ => String::new(),
    };
    let done_name = now.map_or("本年完成".into(), |report| format!("{}完成", months(report.month)));
    let lists = f.lists.iter().filter_map(|l| l.list.as_ref()).map(|l| l.name.clone()).collect::<Vec<_>>().join("、");
    let pairs: Vec<[String; 4]> = vec![
        [
            "项目单位".into(),
            f.enterprise.as_ref().map(|e| e.name.clone()).unwrap_or_default(),
            "属地".into(),
            f.region_name.clone().unwrap_or_default(),
        ],
        ["总投资".into(), money(p.total, p.total_about), "年度计划".into(), money(plan, p.plan_about)],
        [
            done_name,
            money(done, now.is_some_and(|n| n.about)),
            "占年度计划".into(),
            rate.map(|r| format!("{}%", r.text)).unwrap_or_default(),
        ],
        ["阶段".into(), stage_words(p.stage).into(), "开工".into(), start],
        [
            role_word(r, Role::Leader)?,
            duty(Role::Leader).unwrap_or_default(),
            "责任单位".into(),
            p.responsible_unit.clone().unwrap_or_default(),
        ],
        [
            role_word(r, Role::ChiefServiceOfficer)?,
            duty(Role::ChiefServiceOfficer).unwrap_or_default(),
            "联系人".into(),
            contact,
        ],
    ];
    let mut rows: Vec<Vec<String>> = pairs.into_iter().map(Vec::from).collect();
    if !lists.is_empty() {
        rows.push(vec!["列入清单".into(), lists, "计划竣工".into(), day(p.completed_planned)]);
    }
    if p.signed_actual.is_some() || p.operating_actual.is_some() {
        rows.push(vec!["签约".into(), day(p.signed_actual), "投产".into(), day(p.operating_actual)]);
    }
    Ok(Block::Table { widths: vec![16, 36, 16, 32], rows, head: false })
}

/// 已办 n/m 项, what is lacking before the start, and the earliest day of it.
fn papers(f: &ProjectFile, why: &WhyNot, r: &Reader) -> Result<Option<String>> {
    let papers = held::papers(&f.checklist, Manner::of_desk(r)?);
    if papers.required == 0 {
        return Ok(None);
    }
    let mut text = format!("已办结{}项，共{}项", papers.done, papers.required);
    if !why.begun && !why.missing.is_empty() {
        let missing: Vec<String> = why
            .missing
            .iter()
            .take(4)
            .map(|m| {
                let holder = m.holder.as_deref().unwrap_or("项目单位");
                match m.days {
                    Some(days) => format!("{}（在{holder}{days}个工作日）", m.name),
                    None => format!("{}（{}）", m.name, word(m.kind, m.state).zh),
                }
            })
            .collect();
        let more = if why.missing.len() > missing.len() { "等" } else { "" };
        text += &format!("；开工前已知差{}项：{}{more}", why.missing.len(), missing.join("、"));
        if let Some(on) = why.start_on {
            let unasked = if why.not_collected > 0 { "没有采集的按没有办测算，" } else { "" };
            text += &format!("；{unasked}最早{}能开工", date(on));
        }
    }
    if let Some(fast) = why.fast.as_ref().filter(|_| !why.begun) {
        text += &letters(fast);
    }
    if papers.not_collected > 0 {
        text += &format!("；另有{}项没有采集", papers.not_collected);
    }
    Ok(Some(text + "。"))
}

/// 一会三函: which letters construction waits for, and by when the formal papers are made good.
fn letters(fast: &FastHeld) -> String {
    let missing = fast.missing.iter().map(|letter| letter.name()).collect::<Vec<_>>().join("、");
    let waits = if missing.is_empty() { "，三函已齐".into() } else { format!("，还差{missing}") };
    let start = fast.start_on.map(|on| format!("，最早{}能开工", date(on))).unwrap_or_default();
    let good = if fast.open.is_empty() {
        String::new()
    } else {
        format!("，{}项正式手续须于{}前补齐", fast.open.len(), date(fast.track.formal_by))
    };
    format!("；按一会三函办理{waits}{start}{good}")
}

/// The reported issue, then what is not settled: needs with and without a quantity and problems, each with who answers for it and
/// by when (practice 4.2: 存在问题及责任单位、承诺时间). What counts is what question 7 counts.
fn issues(r: &Reader, f: &ProjectFile, why: &WhyNot, reported: Option<String>) -> Result<Option<String>> {
    let units = held::units(r)?;
    let open = f.matters.iter().filter(|m| m.kind != MatterKind::Task && held::is_open(m, why.as_of));
    let mut parts: Vec<String> = reported.into_iter().map(|t| t.trim_end_matches('。').to_string()).collect();
    parts.extend(open.map(|m| lacking(m, m.department.and_then(|d| units.get(&d)))));
    Ok((!parts.is_empty()).then(|| parts.join("；") + "。"))
}

fn lacking(m: &Matter, unit: Option<&String>) -> String {
    let (content, element) = (m.content.as_deref(), m.element.as_deref());
    let what = match m.required.filter(|required| *required > 0) {
        Some(required) => {
            let left = quantity(required - m.delivered.unwrap_or(0));
            format!("{}还差{left}{}", element.or(content).unwrap_or_default(), m.unit.as_deref().unwrap_or_default())
        }
        None => content.or(element).unwrap_or_default().trim_end_matches('。').to_string(),
    };
    let who = match (unit, m.handler.as_ref()) {
        (Some(unit), Some(person)) => Some(format!("{unit}承办，经办人{person}")),
        (Some(one), None) | (None, Some(one)) => Some(format!("{one}承办")),
        (None, None) => None,
    };
    let told: Vec<String> = [
        who,
        m.promised_on.map(|on| format!("承诺{}办结", day(Some(on)))),
        m.need_by.map(|on| format!("需用{}", day(Some(on)))),
    ]
    .into_iter()
    .flatten()
    .collect();
    if told.is_empty() { what } else { format!("{what}（{}）", told.join("，")) }
}

/// What leaders said and what came of it.
fn said(f: &ProjectFile) -> Option<String> {
    let tasks = f.matters.iter().filter(|m| m.kind == MatterKind::Task);
    let told: Vec<String> = tasks
        .map(|m| {
            let who = m.instructed_by.as_deref().unwrap_or("领导");
            let on = m.raised_on.map(date).unwrap_or_default();
            let source = m.source.as_deref().unwrap_or_default();
            let state = match (m.closed_on, m.evidence.as_deref()) {
                (Some(on), Some(evidence)) => format!("{}办结，{evidence}", date(on)),
                (Some(on), None) => format!("{}办结", date(on)),
                (None, Some(evidence)) => format!("正在办，{evidence}"),
                (None, None) => "正在办".into(),
            };
            format!("{who}{on}{source}：{}（{state}）", m.content.as_deref().unwrap_or_default())
        })
        .collect();
    (!told.is_empty()).then(|| told.join("；") + "。")
}
