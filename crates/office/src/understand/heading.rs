//! What a heading means: spaces, breaks, brackets, units and Traditional characters folded, then the synonyms of offices.
//!
//! A heading is a path from the group down (投资情况 / 总投资). The words are those of real ledgers and of practice S1–S12.

use super::dates_money;
use super::field::Field;
use super::needs;
use super::words;
use crate::value::money::MoneyUnit;
use crate::value::text::{half_width, squeeze};
use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use std::sync::OnceLock;

/// What was made of a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Meaning {
    pub field: Field,
    /// The element of a need, or the item of an approval.
    pub detail: Option<String>,
    /// The unit of a need.
    pub unit: Option<String>,
    pub money: Option<MoneyUnit>,
    /// The year a plan column names.
    pub year: Option<i32>,
    /// False where the officer should look.
    pub sure: bool,
}

impl Meaning {
    fn of(field: Field, sure: bool) -> Self {
        Self { field, detail: None, unit: None, money: None, year: None, sure }
    }
}

/// One level of a heading, folded: `总 投 资⏎（万元）` is `总投资` with the remark `万元`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Level {
    pub word: String,
    pub remark: String,
}

impl Level {
    pub(crate) fn of(raw: &str) -> Self {
        let narrow = half_width(raw);
        let plain = simplified(&squeeze(&narrow));
        let (mut word, mut remark, mut depth) = (String::new(), String::new(), 0_u32);
        for c in plain.chars() {
            match c {
                '(' | '[' | '【' | '〔' => depth += 1,
                ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
                '*' | '★' | '▲' | ':' | '：' => {}
                _ if depth > 0 => remark.push(c),
                _ => word.push(c),
            }
        }
        let named = ["千万元", "百万元", "亿元", "万元", "千元"]
            .iter()
            .find_map(|name| Some((*name, word.strip_suffix(name)?)));
        if let Some((name, rest)) = named.filter(|(_, rest)| !rest.is_empty()) {
            remark.push_str(name);
            word = rest.trim_end_matches(['/', '-', '、']).to_string();
        }
        Self { word, remark }
    }
}

/// Traditional characters to Simplified; untouched text costs nothing but a look.
fn simplified(text: &str) -> String {
    static CONVERTER: OnceLock<Option<OpenCC>> = OnceLock::new();
    // Headings that the words below already know need no dictionary, which takes a moment to load.
    let traditional = "項號業單設總資額開竣時間縣區聯繫電話領導責備註問題計劃實際產數來類審環評許規負區劃進階狀況內規";
    if !text.chars().any(|c| traditional.contains(c)) {
        return text.to_string();
    }
    match CONVERTER.get_or_init(|| OpenCC::from_config(BuiltinConfig::T2s).ok()) {
        Some(converter) => converter.convert(text),
        None => text.to_string(),
    }
}

/// Understands a heading given as its levels, outermost first.
pub(crate) fn meaning(levels: &[Level]) -> Meaning {
    let Some(leaf) = levels.last() else { return Meaning::of(Field::Ignore, false) };
    let parent: String = levels[..levels.len() - 1].iter().flat_map(|l| [l.word.as_str(), l.remark.as_str()]).collect();
    let whole: String = levels.iter().map(|l| l.word.as_str()).collect();
    let mut meaning = found(leaf, &parent, &whole);
    meaning.money = levels.iter().rev().find_map(|l| MoneyUnit::find(&l.remark).or_else(|| MoneyUnit::find(&l.word)));
    meaning.year = year(&whole).or_else(|| levels.iter().find_map(|l| year(&l.remark)));
    if meaning.field == Field::Need {
        meaning.unit = needs::unit(leaf, meaning.detail.as_deref());
    }
    meaning
}

fn found(leaf: &Level, parent: &str, whole: &str) -> Meaning {
    if leaf.word.is_empty() {
        return Meaning::of(Field::Ignore, false);
    }
    if let Some(meaning) = needs::long_form(&leaf.word, parent).map(|field| Meaning::of(field, true)) {
        return meaning;
    }
    let formal = ["手续", "审批", "报批", "证照"].iter().any(|word| parent.contains(word)) && !parent.contains("开工");
    let known =
        words::exact(&leaf.word).map(|field| (field, true)).or_else(|| dates_money::field(&leaf.word, whole, parent));
    if formal
        && !matches!(known, Some((Field::Issue | Field::Note | Field::Progress | Field::Contact | Field::Phone, _)))
    {
        return approvals(&leaf.word);
    }
    if let Some((field, sure)) = known {
        // 项目代码（统计） beside 国家统一项目代码.
        let theirs = field == Field::Code && leaf.remark.contains("统计");
        return Meaning::of(if theirs { Field::StatisticsCode } else { field }, sure);
    }
    if let Some((element, sure)) = needs::element(leaf, parent) {
        return Meaning { detail: Some(element), ..Meaning::of(Field::Need, sure) };
    }
    if needs::is_approval(&leaf.word) {
        return Meaning { detail: Some(leaf.word.clone()), ..Meaning::of(Field::Approval, true) };
    }
    if let Some(field) = words::exact(whole).or_else(|| words::contained(&leaf.word)) {
        return Meaning::of(field, field != Field::Site);
    }
    Meaning::of(Field::Ignore, false)
}

fn approvals(leaf: &str) -> Meaning {
    match leaf {
        "已办" | "已办理" | "已办结" | "已办手续" | "已完成" | "已取得" => {
            Meaning::of(Field::ApprovalsDone, false)
        }
        "在办" | "正在办理" | "正办" | "未办" | "待办" | "未办理" | "在办手续" | "未办手续" | "待办手续" => {
            Meaning::of(Field::ApprovalsOpen, false)
        }
        _ => Meaning { detail: Some(leaf.to_string()), ..Meaning::of(Field::Approval, true) },
    }
}

/// The first year 20xx the text names.
pub(crate) fn year(text: &str) -> Option<i32> {
    let digits = |at: usize| text.get(at..at + 4).filter(|y| y.bytes().all(|b| b.is_ascii_digit()));
    let starts = text.match_indices("20").map(|(at, _)| at);
    starts.filter(|&at| !text[..at].ends_with(|c: char| c.is_ascii_digit())).find_map(|at| {
        let after = &text[at..].get(4..)?;
        if after.starts_with(|c: char| c.is_ascii_digit()) { None } else { digits(at)?.parse().ok() }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(path: &[&str]) -> Field {
        meaning(&path.iter().map(|raw| Level::of(raw)).collect::<Vec<_>>()).field
    }

    #[test]
    fn synonyms_of_the_ledgers() {
        for (path, expected) in [
            (&["项 目 名 称"][..], Field::Name),
            (&["序號"], Field::Seq),
            (&["建設單位"], Field::Enterprise),
            (&["县（市、区）"], Field::Region),
            (&["建设地点\n（镇街、园区）"], Field::Site),
            (&["需市级协调\n解决事项"], Field::Issue),
            (&["责任体系", "责任人及电话"], Field::Contact),
            (&["手续办理情况", "用地"], Field::Approval),
            (&["审批手续", "已办"], Field::ApprovalsDone),
            (&["要素需求", "用地（亩）"], Field::Need),
            (&["要素需求", "數量"], Field::NeedQuantity),
            (&["要素需求", "單位"], Field::NeedUnit),
            (&["融资（万元）"], Field::Need),
            (&["纳统情况", "入库时间"], Field::Ignore),
            (&["审批手续办理情况", "存在问题"], Field::Issue),
        ] {
            assert_eq!(field(path), expected, "{path:?}");
        }
    }

    #[test]
    fn units_and_years_are_taken_from_any_level() {
        let meaning = |path: &[&str]| meaning(&path.iter().map(|raw| Level::of(raw)).collect::<Vec<_>>());
        assert_eq!(meaning(&["投资情况（亿元）", "总投资"]).money, Some(MoneyUnit::Yi));
        assert_eq!(meaning(&["项目总投资 万元"]).money, Some(MoneyUnit::Wan));
        assert_eq!(meaning(&["当年计划完成投资/亿元"]).money, Some(MoneyUnit::Yi));
        assert_eq!(meaning(&["2022年计划投资"]).year, Some(2022));
        assert_eq!(meaning(&["用工（人）"]).unit.as_deref(), Some("人"));
        assert_eq!(Level::of("总 投 资\n（万元）"), Level { word: "总投资".into(), remark: "万元".into() });
    }
}
