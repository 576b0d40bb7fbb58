//! Texts for the telephone and WeChat, copied with one click (practice §8.3): at most 120 characters, no marks, always Chinese.

use super::file::RowFault;
use super::{Round, RoundUnit, UnitState};
use crate::error::Rule;

/// Longest text that is still read on a telephone.
pub const LONGEST: usize = 120;

/// 催报 for the group: who has reported, who has not, until when.
#[must_use]
pub fn chase_all(round: &Round, units: &[RoundUnit], now_ms: i64) -> String {
    let missing: Vec<&str> = units.iter().filter(|u| is_missing(u)).map(|u| u.name.as_str()).collect();
    let came = units.iter().filter(|u| matches!(u.state, UnitState::Received | UnitState::Zero)).count();
    let east = now_ms + 8 * 3600 * 1000;
    let minute = east.div_euclid(60_000).rem_euclid(24 * 60);
    let today = crate::time::beijing_day(now_ms);
    let until = if round.due_on == today { round.due_clock() } else { round.due_words() };
    let head = format!("截至今天{}:{:02}，{}进展表已报{came}个单位", minute / 60, minute % 60, round.name);
    let by_hand = units.iter().filter(|u| u.state == UnitState::Manual).count();
    let tail = if round.is_overdue(now_ms) {
        "已过截止时间，请立即报送。".into()
    } else {
        format!("请{until}前报送，逾期通报。")
    };
    let other = if by_hand > 0 { format!("另有{by_hand}个单位转人工录入") } else { String::new() };
    if missing.is_empty() {
        return if by_hand > 0 { format!("{head}，{other}。") } else { format!("{head}，全部报齐，谢谢。") };
    }
    let other = if by_hand > 0 { format!("；{other}") } else { other };
    let room = LONGEST.saturating_sub(chars(&head) + chars(&tail) + chars(&other) + chars("，尚缺：等99个单位。"));
    format!("{head}，尚缺：{}{other}。{tail}", joined(&missing, "、", room, "个单位"))
}

/// 催报 for one unit.
#[must_use]
pub fn chase(round: &Round, unit: &RoundUnit, person: &str, now_ms: i64) -> String {
    let as_of = round.as_of.format("%-m月%-d日");
    let ask = if round.is_overdue(now_ms) {
        format!("已过截止时间（{}），请今天报送", round.due_words())
    } else {
        format!("请{}前报送", round.due_words())
    };
    let text = format!(
        "{}：{}进展表（截至{as_of}）尚未收到，{ask}；没有变化的报零报告并盖章，逾期通报，谢谢。专班 {person}",
        unit.name, round.name
    );
    cut(text)
}

/// 退回修改: 你区报送表有3处请核对：①…；②…。请今天下班前重报。
///
/// What was only rounded was read rightly and is no question.
#[must_use]
pub fn returned(unit: &RoundUnit, faults: &[RowFault]) -> String {
    let faults: Vec<&RowFault> = faults.iter().filter(|f| f.fault.rule != Rule::RoundedToYuan).collect();
    if faults.is_empty() {
        return format!("{}报送表请核对，今天下班前重报。", you(&unit.name));
    }
    let head = format!("{}报送表有{}处请核对：", you(&unit.name), faults.len());
    let tail = "请今天下班前重报。";
    let said: Vec<String> =
        faults.iter().zip('①'..='⑳').map(|(fault, mark)| format!("{mark}{}", words(fault))).collect();
    let room = LONGEST.saturating_sub(chars(&head) + chars(tail) + chars("；其余见附件。"));
    let mut kept: Vec<&str> = vec![];
    for text in &said {
        let length = kept.iter().map(|k| chars(k) + 1).sum::<usize>() + chars(text);
        if length > room && !kept.is_empty() {
            break;
        }
        kept.push(text);
    }
    let rest = if kept.len() < faults.len() { "；其余见附件" } else { "" };
    cut(format!("{head}{}{rest}。{tail}", kept.join("；")))
}

fn is_missing(unit: &RoundUnit) -> bool {
    matches!(unit.state, UnitState::Unsent | UnitState::Sent | UnitState::Stale | UnitState::Returned)
}

/// 你区, 你县, 你市, 你单位.
fn you(name: &str) -> String {
    match name.chars().last() {
        Some(kind @ ('区' | '县' | '市' | '旗')) => format!("你{kind}"),
        _ => "你单位".into(),
    }
}

/// What a fault is, in the words of the field.
fn words(fault: &RowFault) -> String {
    let RowFault { row, cell, name, fault } = fault;
    let field = field_words(&fault.field);
    let param = |key: &str| fault.params.get(key).map(String::as_str).unwrap_or_default();
    let wan = |key: &str| param(key).parse().map(wan).unwrap_or_default();
    let at = if *row > 0 { format!("第{row}行") } else { String::new() };
    match fault.rule {
        Rule::DoneDecreased | Rule::YearDecreased => format!("{at}{field}{}小于上期{}", wan("now"), wan("before")),
        Rule::DoneOverTotal => format!("{at}{field}大于总投资"),
        Rule::OverPlan => format!("{at}{field}超过年度计划150%"),
        Rule::CompletedLow => format!("{at}已竣工，累计完成不足总投资90%"),
        Rule::StartedZero => format!("{at}已开工，累计完成为0"),
        Rule::InvestedBeforeStart => format!("{at}未开工，累计完成却有{}", wan("now")),
        Rule::StageBack => format!("{at}阶段比上期倒退"),
        Rule::Negative => format!("{at}{field}为负"),
        Rule::TooLong => format!("{at}{field}太长"),
        Rule::TooLarge => format!("{at}{field}数额太大，请看单位"),
        Rule::AmbiguousMonth => format!("{at}{field}“{}”是1月还是10月", short(param("text"))),
        Rule::Duplicate => format!("{at}{field}有两个数"),
        Rule::UnitSuspect => format!("{at}{field}与上期相差约一万倍，请看单位"),
        Rule::FormulaError | Rule::FormulaText => format!("{cell}公式没有算出结果"),
        Rule::RowMissing => format!("缺“{}”", short(name)),
        Rule::TotalDiffers => format!("{cell}合计{}，各行相加{}", wan("in_sheet"), wan("sum")),
        Rule::Required => format!("{at}{field}没有填"),
        _ if param("text").is_empty() => format!("{at}{field}请核对"),
        _ => format!("{at}{field}“{}”读不出", short(param("text"))),
    }
}

fn field_words(field: &str) -> &'static str {
    match field {
        "done_total" => "累计完成",
        "done_year" => "本年完成",
        "done_month" => "本月完成",
        "total" => "总投资",
        "plan" => "年度计划",
        "stage" => "阶段",
        "start_actual" | "started_actual" => "实际开工",
        "started" => "是否开工",
        "entered" => "是否纳统",
        "progress" | "image" => "形象进度",
        "issue" => "存在问题",
        "next_step" => "下步措施",
        "name" => "项目名称",
        _ => "填写内容",
    }
}

/// 元 as 万元 with commas.
#[must_use]
pub fn wan(yuan: i64) -> String {
    let (whole, part) = (yuan.unsigned_abs() / 10_000, yuan.unsigned_abs() % 10_000);
    let mut digits = whole.to_string();
    let mut at = digits.len();
    while at > 3 {
        at -= 3;
        digits.insert(at, ',');
    }
    let part = format!("{part:04}");
    let part = part.trim_end_matches('0');
    let sign = if yuan < 0 { "-" } else { "" };
    if part.is_empty() { format!("{sign}{digits}") } else { format!("{sign}{digits}.{part}") }
}

fn joined(names: &[&str], between: &str, room: usize, kind: &str) -> String {
    let mut out = String::new();
    for (at, name) in names.iter().enumerate() {
        let next = if at == 0 { (*name).to_string() } else { format!("{out}{between}{name}") };
        if chars(&next) > room && at > 0 {
            return format!("{out}等{}{kind}", names.len());
        }
        out = next;
    }
    out
}

fn short(text: &str) -> String {
    let text = text.trim();
    if chars(text) > 14 { text.chars().take(13).chain(['…']).collect() } else { text.into() }
}

fn cut(text: String) -> String {
    if chars(&text) <= LONGEST { text } else { text.chars().take(LONGEST - 1).chain(['…']).collect() }
}

fn chars(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::FieldFault;
    use crate::round::{RoundKind, Split};
    use proptest::prelude::*;

    fn round() -> Round {
        let day = |d| chrono::NaiveDate::from_ymd_opt(2023, 3, d).unwrap();
        Round {
            id: Default::default(),
            office: Default::default(),
            name: "2023年一季度".into(),
            kind: RoundKind::Quarterly,
            period: "2023-03".into(),
            as_of: day(31),
            due_on: day(25),
            due_minute: 17 * 60,
            split: Split::Region,
            asked: "done_total".into(),
            query: "{}".into(),
            before: None,
            after: None,
            closed_ms: None,
            note: None,
        }
    }

    fn unit(name: &str, state: UnitState) -> RoundUnit {
        RoundUnit {
            id: Default::default(),
            office: Default::default(),
            round: Default::default(),
            unit: name.into(),
            name: name.into(),
            place: 1,
            projects: 3,
            state,
            sent_ms: None,
            sent_hash: None,
            came_ms: None,
            stamped: false,
            note: None,
        }
    }

    fn fault(row: u32, cell: &str, rule: Rule, params: &[(&str, &str)]) -> RowFault {
        let field = FieldFault::warning("done_total", rule);
        let fault = params.iter().fold(field, |f, (k, v)| f.with(k, v));
        RowFault { row, cell: cell.into(), name: "岱北重工".into(), fault }
    }

    /// 2023-03-25 15:00 in Beijing.
    const THREE: i64 = 1_679_727_600_000;

    #[test]
    fn the_group_is_told_who_is_missing() {
        let units = [("岱岳区", UnitState::Received), ("宾县", UnitState::Sent), ("通河县", UnitState::Unsent)];
        let units: Vec<_> = units.into_iter().map(|(n, s)| unit(n, s)).collect();
        assert_eq!(
            chase_all(&round(), &units, THREE),
            "截至今天15:00，2023年一季度进展表已报1个单位，尚缺：宾县、通河县。请17:00前报送，逾期通报。"
        );
        assert!(chase_all(&round(), &units, THREE - 86_400_000).contains("请3月25日17:00前报送"));
        assert!(chase_all(&round(), &units, THREE + 3 * 3_600_000).contains("已过截止时间"));
    }

    #[test]
    fn a_photo_that_waits_to_be_typed_in_is_not_reported() {
        let units = |last| [unit("岱岳区", UnitState::Received), unit("宾县", UnitState::Zero), unit("依兰县", last)];
        let said = |last| chase_all(&round(), &units(last), THREE);
        assert!(said(UnitState::Received).ends_with("已报3个单位，全部报齐，谢谢。"));
        assert!(said(UnitState::Manual).ends_with("已报2个单位，另有1个单位转人工录入。"));
        let both = [unit("宾县", UnitState::Sent), unit("依兰县", UnitState::Manual)];
        assert!(
            chase_all(&round(), &both, THREE).contains("已报0个单位，尚缺：宾县；另有1个单位转人工录入。请17:00前报送")
        );
    }

    #[test]
    fn what_was_read_is_not_called_unreadable() {
        let county = unit("岱岳区", UnitState::Returned);
        let rounded = fault(7, "H7", Rule::RoundedToYuan, &[("text", "1,234.56789")]);
        let wrong = fault(9, "H9", Rule::NotANumber, &[("text", "约三千")]);
        assert_eq!(
            returned(&county, &[rounded.clone(), wrong]),
            "你区报送表有1处请核对：①第9行累计完成“约三千”读不出。请今天下班前重报。"
        );
        assert_eq!(returned(&county, &[rounded]), "你区报送表请核对，今天下班前重报。");
        let said = |rule, params: &[(&str, &str)]| words(&fault(4, "", rule, params));
        assert_eq!(said(Rule::Negative, &[("text", "-5")]), "第4行累计完成为负");
        assert_eq!(said(Rule::StageBack, &[]), "第4行阶段比上期倒退");
        assert_eq!(said(Rule::InvestedBeforeStart, &[("now", "5000000")]), "第4行未开工，累计完成却有500");
        assert_eq!(said(Rule::ControlCharacter, &[]), "第4行累计完成请核对");
    }

    #[test]
    fn what_is_sent_back_says_the_line_and_both_figures() {
        let faults = [
            fault(12, "H12", Rule::DoneDecreased, &[("now", "98000000"), ("before", "123000000")]),
            fault(0, "H30", Rule::TotalDiffers, &[("in_sheet", "523450000"), ("sum", "523350000")]),
        ];
        assert_eq!(
            returned(&unit("岱岳区", UnitState::Returned), &faults),
            "你区报送表有2处请核对：①第12行累计完成9,800小于上期12,300；②H30合计52,345，各行相加52,335。请今天下班前重报。"
        );
        assert!(returned(&unit("泰山景区管委会", UnitState::Returned), &faults).starts_with("你单位"));
    }

    proptest! {
        #[test]
        fn no_text_is_longer_than_a_telephone_shows(names in prop::collection::vec("[一-龥]{2,12}", 1..60), faults in 1_usize..30) {
            let units: Vec<_> = names.iter().map(|n| unit(n, UnitState::Sent)).collect();
            prop_assert!(chars(&chase_all(&round(), &units, THREE)) <= LONGEST);
            prop_assert!(chars(&chase(&round(), &units[0], "林晓", THREE)) <= LONGEST);
            let many: Vec<_> = (0..faults).map(|n| fault(n as u32, "K1", Rule::NotANumber, &[("text", &names[0])])).collect();
            prop_assert!(chars(&returned(&units[0], &many)) <= LONGEST);
        }
    }
}
