//! What kind of line a row is, told by its words: title, note, group, total, a page's debris, a project.

use crate::value::money::MoneyUnit;
use crate::value::text::{half_width, squeeze};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The kind of a line. The first nine are skipped lines (`rules.md` 9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    Title,
    Note,
    Unit,
    Header,
    Group,
    Subtotal,
    Total,
    Blank,
    Duplicate,
    Project,
    /// A part of the project above (其中, ①): read, not counted.
    Part,
    /// Further lines of the project above: needs one a line, a name broken by the page.
    Continuation,
}

/// Folded text of a cell for the questions below.
pub(crate) fn folded(raw: &str) -> String {
    let narrow = half_width(raw);
    squeeze(&narrow).into_owned()
}

/// A line above the header, by its text; the first that is nothing else is the title.
pub(crate) fn above(text: &str, titled: bool) -> LineKind {
    let folded = folded(text);
    if folded.is_empty() {
        return LineKind::Blank;
    }
    let attachment = folded.strip_prefix("附件").or_else(|| folded.strip_prefix("附表"));
    if attachment.is_some_and(|rest| rest.trim_matches([':', '：']).chars().count() <= 3) {
        return LineKind::Note;
    }
    let reporting =
        ["填报", "填表", "报送", "制表", "截至", "截止", "审核人", "日期"].iter().any(|word| folded.contains(word));
    let opened = folded.trim_start_matches(['(', '[', '【']);
    let begins = ["单位", "金额", "计量", "货币", "投资额", "资金"].iter().any(|word| opened.starts_with(word));
    if unit(&folded).is_some() && (begins || reporting || opened.chars().count() <= 4) {
        return LineKind::Unit;
    }
    if reporting && (titled || folded.contains(':') || folded.contains('：')) || titled || folded.starts_with('注') {
        return LineKind::Note;
    }
    LineKind::Title
}

/// The money unit a line names: 单位：万元, （金额单位：亿元）, or 万元 alone.
pub(crate) fn unit(text: &str) -> Option<MoneyUnit> {
    let folded = folded(text);
    let named = folded.match_indices("单位").find_map(|(at, word)| {
        let rest = folded[at + word.len()..].trim_start_matches([':', '：', '为', '均']);
        let near: String = rest.chars().take(4).collect();
        [MoneyUnit::TenMillion, MoneyUnit::Million, MoneyUnit::Yi, MoneyUnit::Wan, MoneyUnit::Thousand, MoneyUnit::Yuan]
            .into_iter()
            .find(|unit| near.starts_with(unit.name()))
    });
    let alone = folded.trim_matches(['(', ')', '[', ']']);
    named.or_else(|| (alone.chars().count() <= 3).then(|| MoneyUnit::find(alone))?)
}

/// 合计, 总计, 小计, 全市合计（25个）: the kind, and the count it names.
pub(crate) fn total(text: &str) -> Option<(LineKind, Option<i64>)> {
    if text.len() > 90 || !text.contains('计') {
        return None;
    }
    let folded = folded(text);
    let word = ["合计", "总计", "共计", "总合计", "小计", "分计", "累计"].iter().find(|word| folded.starts_with(*word));
    let (kind, rest) = match word {
        Some(&"小计" | &"分计") => (LineKind::Subtotal, &folded["小计".len()..]),
        Some(word) => (LineKind::Total, &folded[word.len()..]),
        None if folded.ends_with("小计") && folded.chars().count() <= 24 => (LineKind::Subtotal, ""),
        None => {
            let end = ["合计", "总计"].iter().find_map(|word| folded.strip_suffix(word))?;
            let whole = end.chars().count() <= 3 && end.starts_with(['全', '省', '市', '县', '区', '总']);
            (if whole { LineKind::Total } else { LineKind::Subtotal }, "")
        }
    };
    let follows = rest.is_empty()
        || rest.starts_with(['(', ':', '：', '、', '共', '['])
        || rest.starts_with(|c: char| c.is_ascii_digit());
    let short = folded.chars().count() <= 30;
    (follows && short).then(|| (kind, count(&folded)))
}

/// `（25个）` or `120个`.
pub(crate) fn count(text: &str) -> Option<i64> {
    let end = ["个", "项"].iter().find_map(|word| text.find(word))?;
    let digits = text[..end].bytes().rev().take_while(u8::is_ascii_digit).count();
    text[end - digits..end].parse().ok()
}

/// How a group line is numbered; a line of the same style ends the group before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GroupStyle {
    /// 第一部分
    Part,
    /// 一、
    Chinese,
    /// （一）
    Bracketed,
    /// No number at all.
    Plain,
}

/// The style of a group line's number, where the text begins with one.
pub(crate) fn group(text: &str) -> Option<GroupStyle> {
    let chinese = |c: char| "一二三四五六七八九十百".contains(c);
    let text = text.trim_start();
    if let Some(rest) = text.strip_prefix('第') {
        let rest = rest.trim_start_matches(chinese);
        return ["部分", "类", "批"].iter().any(|word| rest.starts_with(word)).then_some(GroupStyle::Part);
    }
    if let Some(rest) = text.strip_prefix(['（', '(']) {
        let after = rest.trim_start_matches(chinese);
        return (after.len() < rest.len() && after.starts_with(['）', ')'])).then_some(GroupStyle::Bracketed);
    }
    let after = text.trim_start_matches(chinese);
    (after.len() < text.len() && (after.is_empty() || after.starts_with(['、', '.', '．', ' ', '　', ',', '，'])))
        .then_some(GroupStyle::Chinese)
}

/// A line under the table or between pages that is no part of it.
pub(crate) fn is_note(text: &str) -> bool {
    const STARTS: [&str; 17] = [
        "注",
        "备注",
        "说明",
        "填报",
        "填表",
        "制表",
        "审核",
        "负责人",
        "联系电话",
        "单位负责人",
        "数据来源",
        "分管领导",
        "报送",
        "编制",
        "主管领导",
        "联系人",
        "审批",
    ];
    let marked = text.trim_start_matches(['★', '▲', '△', '☆', '*', '※', '●']).trim_start();
    let legend = marked.len() < text.len() && (marked.contains("表示") || marked.starts_with(['为', '：', ':']));
    legend || is_debris(text) || STARTS.iter().any(|start| text.strip_prefix(start).is_some_and(punctuated))
}

/// After 注, 填报人 and the like comes a colon soon, or a full stop with a number.
fn punctuated(rest: &str) -> bool {
    rest.trim().is_empty()
        || rest.chars().take(12).any(|c| matches!(c, '：' | ':'))
        || rest.starts_with(['1', '１', '、', '.', ' ', '　'])
}

/// `— 3 —`, `第 3 页 共 9 页`, `- 3 -`: what printing and converting leave behind.
pub(crate) fn is_debris(text: &str) -> bool {
    let folded = folded(text);
    if folded.is_empty() || folded.chars().count() > 16 {
        return false;
    }
    let page = folded.strip_prefix('第').is_some_and(|rest| rest.contains('页'));
    let dashed = folded.trim_matches(|c: char| "—-–―_·".contains(c));
    let between = dashed.len() + 2 <= folded.len() && !dashed.is_empty() && dashed.bytes().all(|b| b.is_ascii_digit());
    page || between || folded.contains("续表") || folded == "(续)" || folded == "续上页"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_above_the_header() {
        for (text, kind) in [
            ("附件2", LineKind::Note),
            ("附件：2023年市重点项目名单（共252个）", LineKind::Title),
            ("2022年省级重大项目台账", LineKind::Title),
            ("重点项目台账（单位：万元）", LineKind::Title),
            ("（金额单位：亿元）", LineKind::Unit),
            ("单位：万元", LineKind::Unit),
            ("填报单位（盖章）：    填报时间：2021年8月", LineKind::Note),
            ("填报单位：省专班　填报日期：2022年3月10日　单位：万元", LineKind::Unit),
            ("　", LineKind::Blank),
        ] {
            assert_eq!(above(text, false), kind, "{text}");
        }
        assert_eq!(above("（截至2022年3月）", true), LineKind::Note);
        assert_eq!(unit("重点项目台账（单位：万元）"), Some(MoneyUnit::Wan));
        assert_eq!(unit("（共252个，总投资3000亿元）"), None);
    }

    #[test]
    fn totals_and_subtotals() {
        let kind = |text: &str| total(text).map(|t| t.0);
        for text in ["合计", "合 计", "总计", "合计（25个）", "合计　303个", "全市合计", "合计:"] {
            assert_eq!(kind(text), Some(LineKind::Total), "{text}");
        }
        for text in ["小计", "小 计", "化工产业小计", "续建项目合计"] {
            assert_eq!(kind(text), Some(LineKind::Subtotal), "{text}");
        }
        for text in ["合计划投资项目", "设计院项目", "会计学院"] {
            assert_eq!(kind(text), None, "{text}");
        }
        assert_eq!(total("合计（25个）").unwrap().1, Some(25));
    }

    #[test]
    fn groups_by_their_number() {
        assert_eq!(group("一、化工产业"), Some(GroupStyle::Chinese));
        assert_eq!(group("（一）续建项目"), Some(GroupStyle::Bracketed));
        assert_eq!(group("一"), Some(GroupStyle::Chinese));
        assert_eq!(group("一汽大众项目"), None);
        assert_eq!(group("十里铺项目"), None);
        assert_eq!(group("第一部分 省重点"), Some(GroupStyle::Part));
    }

    #[test]
    fn notes_and_debris() {
        for text in [
            "注：本表",
            "注1.累计",
            "填报人：张三 审核人：",
            "— 3 —",
            "-3-",
            "第 3 页",
            "★为省重点",
            "负责人（签字）：",
            "备注：",
        ] {
            assert!(is_note(text), "{text}");
        }
        for text in ["注塑机项目", "说唱小镇项目", "审批服务中心项目", "3-1", "备注册项目"] {
            assert!(!is_note(text), "{text}");
        }
    }
}
