//! A leader's projects on one sheet: one sentence, then a line each (practice S8).

use super::docx::{Block, Sheet};
use super::words::{date, day, money, months};
use crate::export::stage_words;
use zhuanban_core::Result;
use zhuanban_core::figure::leader::{CardLine, CardOf, LeaderCard, card};
use zhuanban_core::figure::task::TaskState;
use zhuanban_core::people::Role;
use zhuanban_core::people::role_word::role_word;
use zhuanban_core::store::Reader;

pub fn sheet(r: &Reader, of: CardOf) -> Result<Sheet> {
    let card = card(r, of)?;
    let office = super::office_name(r)?;
    let heads =
        ["序号", "项目名称", "属地", "阶段", "总投资", "年度计划", "本年完成", "占计划%", "形象进度", "存在问题"];
    let mut rows = vec![heads.map(str::to_string).to_vec()];
    rows.extend(card.lines.iter().zip(1..).map(|(line, n)| row(line, n)));
    let charge = charge(&role_word(r, Role::Leader)?);
    let title = format!("{}{charge}项目情况", card.leader);
    let as_of = card.invested.as_of.unwrap_or(card.as_of);
    let mut blocks = vec![
        Block::Title(title.clone()),
        Block::Note(super::note(r, &format!("（截至{}，投资为调度数", date(as_of)))?),
        Block::Text { lead: String::new(), text: summary(&card, &charge) },
        Block::Table { widths: vec![5, 18, 9, 8, 10, 10, 10, 8, 20, 22], rows, head: true },
    ];
    if let Some(text) = said(&card) {
        blocks.push(Block::Text { lead: "领导交办。".into(), text });
    }
    let footer = format!("{office}　　{}　　内部资料 注意保存", date(r.today()));
    Ok(Sheet { title, office, footer, landscape: true, blocks })
}

fn row(line: &CardLine, n: usize) -> Vec<String> {
    let text = |t: &Option<String>| t.clone().unwrap_or_default();
    vec![
        n.to_string(),
        line.name.clone(),
        text(&line.region),
        stage_words(line.stage).into(),
        money(line.total, line.total_about),
        money(line.plan, false),
        money(line.done, false),
        line.rate.as_ref().map(|r| r.text.clone()).unwrap_or_default(),
        text(&line.image),
        text(&line.issue),
    ]
}

/// What a leader does with a project, by what the office calls him: 包保 of 包保领导, 领办 of 领办领导.
fn charge(role: &str) -> String {
    role.strip_suffix("领导").filter(|word| !word.is_empty()).unwrap_or("负责").to_string()
}

fn summary(card: &LeaderCard, charge: &str) -> String {
    let (s, i) = (&card.starts, &card.invested);
    let title = card.title.as_deref().unwrap_or_default();
    if s.total.n == 0 {
        return format!("{title}{}没有{charge}项目。", card.leader);
    }
    let rate = s.rate.as_ref().map(|r| r.text.as_str()).unwrap_or_default();
    let mut text = format!("{title}{}{charge}{}个项目，开复工{}个，占{rate}%", card.leader, s.total.n, s.opened.n);
    match (i.month, i.rate.as_ref(), i.points.as_ref()) {
        (Some(month), Some(rate), Some(points)) => {
            text += &format!(
                "；{}完成投资{}，占年度计划{}的{}%",
                months(month),
                money(Some(i.done), i.about),
                money(Some(i.plan), i.plan_about),
                rate.text
            );
            text += &match points.side {
                1 => format!("，高于序时进度{}个百分点", points.text),
                -1 => format!("，低于序时进度{}个百分点", points.text),
                _ => "，与序时进度持平".into(),
            };
        }
        (Some(month), ..) => text += &format!("；{}完成投资{}", months(month), money(Some(i.done), i.about)),
        _ => text += "；今年还没有调度进度",
    }
    let issues = card.lines.iter().filter(|l| l.issue.is_some()).count();
    text + &format!("；有存在问题的{issues}个。")
}

/// Counts, then each that is not done, late ones first.
fn said(card: &LeaderCard) -> Option<String> {
    let t = &card.tasks;
    if t.total == 0 {
        return None;
    }
    let open = t.list.iter().filter(|task| task.state != TaskState::Done);
    let told: Vec<String> = open
        .map(|task| {
            let late = (task.state == TaskState::Overdue).then(|| "超期".to_string());
            let parts = [
                Some(task.project_name.clone()),
                task.handler.as_ref().map(|by| format!("{by}办")),
                task.due.map(|due| if due.by { day(Some(due)) } else { format!("{}前", day(Some(due))) }),
                late,
                task.evidence.clone(),
            ];
            format!("{}（{}）", task.content, parts.into_iter().flatten().collect::<Vec<_>>().join("，"))
        })
        .collect();
    // What is none is not said.
    let parts = [("已办结", t.done), ("正在办", t.total - t.done - t.overdue), ("超期", t.overdue)];
    let parts: String = parts.iter().filter(|(_, n)| *n > 0).map(|(name, n)| format!("，{name}{n}件")).collect();
    let counts = format!("共{}件{parts}", t.total);
    Some(if told.is_empty() { counts + "。" } else { format!("{counts}：{}。", told.join("；")) })
}
