//! Signs in the cells of an approval table: √, ×, 办理中（缺勘测定界）, a certificate's number and date (practice S4).

use super::row::{MarkState, ReadMark};
use crate::value::day::{self, ReadDay};
use crate::value::text::half_width;
use zhuanban_core::time::Day;

const DONE: [&str; 19] = [
    "√",
    "✓",
    "✔",
    "☑",
    "●",
    "是",
    "1",
    "已办",
    "已办理",
    "已办结",
    "办结",
    "完成",
    "已完成",
    "已取得",
    "有",
    "已批复",
    "已批",
    "V",
    "v",
];
const NOT: [&str; 16] =
    ["×", "✗", "✘", "✕", "○", "X", "x", "否", "未", "0", "空", "未办", "未办理", "无", "未开始", "未启动"];
const NOT_NEEDED: [&str; 13] =
    ["不涉及", "不需要", "无需", "无需办理", "免办", "不适用", "豁免", "Not needed", "/", "—", "-", "——", "\\"];
const OPEN: [&str; 15] = [
    "办理中",
    "In progress",
    "正在",
    "在办",
    "推进",
    "编制",
    "审查",
    "公示",
    "受理",
    "报审",
    "组卷",
    "待批",
    "评审",
    "准备",
    "申报",
];
/// Behind 已: decided in favour (practice §5.2). A longer word stands before one that begins it.
const ACHIEVED: [&str; 35] = [
    "办结",
    "办理",
    "办毕",
    "办妥",
    "办好",
    "办",
    "批复",
    "批准",
    "批",
    "审批",
    "核准",
    "核发",
    "备案",
    "取得",
    "取证",
    "领证",
    "领取",
    "发证",
    "出具",
    "签订",
    "签约",
    "完成",
    "获批",
    "通过",
    "登簿",
    "成交",
    "中标",
    "摘牌",
    "接通",
    "送达",
    "报备",
    "公开",
    "交地",
    "完毕",
    "验收合格",
];
/// Words that say so without 已.
const DECIDED: [&str; 8] =
    ["审查合格", "审查通过", "评审通过", "验收合格", "验收通过", "准予许可", "容缺通过", "登簿发证"];
/// What words that follow such a one without a break end in: 已取得用地批复, 已办理完毕.
const RESULTS: [&str; 16] = [
    "完毕",
    "完成",
    "手续",
    "证",
    "证书",
    "批复",
    "许可",
    "合同",
    "合同书",
    "报告",
    "意见",
    "意见书",
    "登记",
    "备案",
    "发证",
    "到位",
];
/// Behind 已: handed in or on its way, and nothing decided (practice §5.2).
const HANDED_IN: [&str; 18] = [
    "受理",
    "容缺受理",
    "受审",
    "送审",
    "申请",
    "申报",
    "报",
    "上报",
    "提交",
    "委托",
    "开展",
    "组卷",
    "退件",
    "退回",
    "补正",
    "启动",
    "公示",
    "公告",
];
/// What is to come has not come: a day behind such a word is no day of a decision.
const TO_COME: [&str; 4] = ["预计", "计划", "拟", "力争"];

/// Reads one cell; `None` where it is blank, `Err` with the text where the sign is unknown.
pub(super) fn read(item: &str, raw: &str) -> Result<Option<ReadMark>, String> {
    let narrow = half_width(raw);
    let text = narrow.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let mark = |state, note: &str| Some(meant(item, state, note));
    if let Some(state) = known(text) {
        return Ok(mark(state, ""));
    }
    if let Some(rest) = ["√", "✓", "✔", "☑", "●"].iter().find_map(|sign| text.strip_prefix(sign)) {
        return Ok(Some(certificate(item, rest)));
    }
    if let Some(rest) = ["×", "✗", "○"].iter().find_map(|sign| text.strip_prefix(sign)) {
        return Ok(mark(MarkState::NotStarted, rest));
    }
    if text.starts_with('未') || text.starts_with("尚未") {
        return Ok(mark(MarkState::NotStarted, text));
    }
    if TO_COME.iter().any(|word| text.starts_with(word)) {
        return Ok(mark(MarkState::Open, text));
    }
    if let Some(word) = NOT_NEEDED[..8].iter().find(|word| text.starts_with(*word)) {
        return Ok(mark(MarkState::NotNeeded, &text[word.len()..]));
    }
    if is_decided(text) {
        return Ok(Some(certificate(item, text)));
    }
    if let Some(rest) = text.strip_prefix('已') {
        // What 已 says with any other word is asked, not guessed.
        let handed_in = HANDED_IN.iter().any(|word| rest.starts_with(word));
        return if handed_in { Ok(mark(MarkState::Open, text)) } else { Err(text.to_string()) };
    }
    if let Some(word) = OPEN.iter().find(|word| text.contains(*word)) {
        // 公示中 says how far it is; 办理中 says so only with what stands beside it.
        let plain = ["办理中", "In progress", "在办"].contains(word);
        let beside = text.strip_prefix(word).filter(|_| plain);
        return Ok(mark(MarkState::Open, beside.unwrap_or(text)));
    }
    let numbered = text.contains('号') || text.contains('〔') || text.contains('[');
    let certificate = certificate(item, text);
    if numbered || certificate.date.is_some() { Ok(Some(certificate)) } else { Err(text.to_string()) }
}

/// Words that say that it is decided, and of the whole of it: not 已完成80%, not 已通过专家初审.
fn is_decided(text: &str) -> bool {
    let (words, said) = match text.strip_prefix('已') {
        Some(said) => (&ACHIEVED[..], said),
        None => (&DECIDED[..], text),
    };
    words.iter().find_map(|word| said.strip_prefix(word)).is_some_and(|rest| {
        let head = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let apart = !rest.starts_with(|c: char| c.is_alphabetic() && !c.is_ascii());
        let named = rest.contains('号') || rest.contains('〔') || RESULTS.iter().any(|word| head.ends_with(word));
        (apart || named) && !head.contains('待') && !rest.contains('%') && !rest.contains("部分")
    })
}

/// What a sign that stands alone means.
fn known(sign: &str) -> Option<MarkState> {
    let lists = [(&DONE[..], MarkState::Done), (&NOT, MarkState::NotStarted), (&NOT_NEEDED, MarkState::NotNeeded)];
    lists.into_iter().find(|(signs, _)| signs.contains(&sign)).map(|(_, state)| state)
}

/// A mark of this state with what stands beside its sign: of what is done number and day, else words.
pub(super) fn meant(item: &str, state: MarkState, beside: &str) -> ReadMark {
    if state == MarkState::Done {
        return certificate(item, &half_width(beside));
    }
    let note = beside.trim().trim_matches(['(', ')', '（', '）', '，', ',', '。']).trim();
    let note = (!note.is_empty()).then(|| note.to_string());
    ReadMark { item: item.to_string(), state, number: None, date: None, note }
}

/// A sign, what stands beside it, and what it means where that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Signed<'t> {
    pub sign: &'t str,
    pub beside: &'t str,
    pub state: Option<MarkState>,
}

/// The sign of a cell: a known one that stands alone, a symbol at its beginning, or a text that says nothing by itself.
/// Nothing for words that do, such as 办理中（缺勘测定界） or a certificate's number.
pub(super) fn sign(raw: &str) -> Option<Signed<'_>> {
    let text = raw.trim();
    let narrow = half_width(text);
    if let Some(state) = known(&narrow) {
        return Some(Signed { sign: text, beside: "", state: Some(state) });
    }
    let first = text.chars().next().filter(|first| is_symbol(*first));
    if let Some(first) = first {
        let (sign, beside) = text.split_at(first.len_utf8());
        return Some(Signed { sign, beside, state: known(sign) });
    }
    read("", text).is_err().then(|| {
        // Words with a day behind them: the words are asked about, and the day is kept.
        let words = text.find(|c: char| c.is_ascii_digit() || c.is_whitespace()).map(|end| text.split_at(end));
        let dated = words.filter(|(sign, beside)| {
            sign.starts_with('已')
                && known(sign).is_none()
                && matches!(day::text(beside.trim(), None), Ok(ReadDay::Day(_)))
        });
        let (sign, beside) = dated.unwrap_or((text, ""));
        Signed { sign, beside, state: None }
    })
}

fn is_symbol(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && !"([{<（〔【［《“\"'‘".contains(c)
}

/// A list of items in one cell: 备案、环评. A bare number is a count and gives nothing.
pub(super) fn list(raw: &str, state: MarkState) -> Vec<ReadMark> {
    let items = raw.split(['、', '，', ',', '；', ';', '\n', ' ']).map(str::trim);
    let named = items.filter(|item| {
        !item.is_empty() && !item.bytes().all(|b| b.is_ascii_digit()) && !crate::value::text::means_nothing(item)
    });
    named.map(|item| ReadMark { item: item.to_string(), state, number: None, date: None, note: None }).collect()
}

/// Number and date of what was granted, in either order and with breaks or spaces between.
fn certificate(item: &str, text: &str) -> ReadMark {
    let (mut number, mut date, mut note): (Option<String>, Option<Day>, Vec<&str>) = (None, None, Vec::new());
    for piece in text.split(['\n', ' ', '，', ',', '；', ';']).map(str::trim).filter(|piece| !piece.is_empty()) {
        match day::text(piece, None) {
            Ok(ReadDay::Day(day)) if date.is_none() && !piece.contains('号') => date = Some(day),
            _ if piece.contains('号') || piece.contains('〔') || is_number(piece) => {
                number = Some(number.map_or_else(|| piece.to_string(), |n| n + piece))
            }
            _ => note.push(piece),
        }
    }
    let note = note.join(" ");
    ReadMark { item: item.to_string(), state: MarkState::Done, number, date, note: (!note.is_empty()).then_some(note) }
}

/// A number without 号, e.g. a project code: Latin letters, digits and strokes, most of it digits.
fn is_number(piece: &str) -> bool {
    let digits = piece.bytes().filter(u8::is_ascii_digit).count();
    digits >= 6
        && piece.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'/')
        && digits * 2 > piece.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_signs_offices_use() {
        let state = |raw: &str| read("环评", raw).unwrap().map(|m| m.state);
        for raw in ["√", "✓", "●", "是", "已备案", "√ 2022.1.5", "地字第3709号\n2023.3.2", "√泰环岱报告表〔2023〕12号"]
        {
            assert_eq!(state(raw), Some(MarkState::Done), "{raw}");
        }
        for raw in ["×", "○", "未办理", "否"] {
            assert_eq!(state(raw), Some(MarkState::NotStarted), "{raw}");
        }
        for raw in ["不涉及", "/", "—", "不需要"] {
            assert_eq!(state(raw), Some(MarkState::NotNeeded), "{raw}");
        }
        let open = read("用地", "办理中（缺勘测定界）").unwrap().unwrap();
        assert_eq!((open.state, open.note.as_deref()), (MarkState::Open, Some("缺勘测定界")));
        let done = read("用地", "地字第370911202300012号\n2023.3.2").unwrap().unwrap();
        assert_eq!(done.number.as_deref(), Some("地字第370911202300012号"));
        assert_eq!(done.date.unwrap().to_string(), "2023-03-02");
        assert_eq!(read("用地", ""), Ok(None));
        assert_eq!(read("用地", "◇"), Err("◇".into()));
        let soon = read("用地", "预计2022年5月底").unwrap().unwrap();
        assert_eq!((soon.state, soon.date), (MarkState::Open, None));
        let code = read("备案", "√ 2203-370911-04-01-123456\n2022-03-02").unwrap().unwrap();
        assert_eq!(code.number.as_deref(), Some("2203-370911-04-01-123456"));
        assert_eq!((code.date.unwrap().to_string().as_str(), code.note), ("2022-03-02", None));
    }

    #[test]
    fn what_is_handed_in_is_not_decided() {
        let state = |raw: &str| read("环评", raw).map(|m| m.unwrap().state);
        for raw in
            ["已送审", "已申请", "已报装", "已上报省厅", "已退件", "已受理", "已提交 2022.3.1", "已组卷（待省厅）"]
        {
            assert_eq!(state(raw), Ok(MarkState::Open), "{raw}");
        }
        for raw in [
            "已办结",
            "已批",
            "已批复 2022.3.1",
            "已批复泰环岱报告表〔2023〕12号",
            "已取得不动产权证",
            "已取得用地批复",
            "已办理完毕",
            "已出具",
            "已签订合同",
            "审查合格",
            "评审通过",
            "验收合格 2022.3.1",
        ] {
            assert_eq!(state(raw), Ok(MarkState::Done), "{raw}");
        }
        for raw in ["已完成80%", "已通过专家初审", "已对接", "已批前公示", "已完成可研报告编制", "已挂牌"]
        {
            assert_eq!(state(raw), Err(raw.to_string()), "{raw}");
            assert_eq!(sign(raw).map(|found| (found.sign, found.state)), Some((raw, None)), "{raw} is asked");
        }
    }

    #[test]
    fn a_sign_is_told_from_words_that_say_themselves() {
        let told = |raw| sign(raw).map(|s| (s.sign, s.beside, s.state));
        assert_eq!(told("√ 2022.1.5"), Some(("√", " 2022.1.5", Some(MarkState::Done))));
        assert_eq!(told("是"), Some(("是", "", Some(MarkState::Done))));
        assert_eq!(told("○（待出让）"), Some(("○", "（待出让）", Some(MarkState::NotStarted))));
        assert_eq!(told("△ 2022.6"), Some(("△", " 2022.6", None)), "a day behind an unknown sign says nothing");
        assert_eq!(told("待定"), Some(("待定", "", None)));
        assert_eq!(told("已挂牌 2022.3.1"), Some(("已挂牌", " 2022.3.1", None)), "the day is kept");
        assert_eq!(told("已完成80%"), Some(("已完成80%", "", None)));
        assert_eq!(told("——"), Some(("——", "", Some(MarkState::NotNeeded))));
        for own in ["办理中（缺勘测定界）", "地字第3709号\n2023.3.2", "不需要（已有区域评估）", "预计5月底"]
        {
            assert_eq!(told(own), None, "{own}");
        }
        assert_eq!(meant("x", MarkState::Open, "（缺公示，待会）").note.as_deref(), Some("缺公示，待会"));
    }

    #[test]
    fn lists_name_items_and_counts_do_not() {
        assert_eq!(list("备案、环评", MarkState::Done).len(), 2);
        assert!(list("3", MarkState::Done).is_empty());
    }

    proptest! {
        #[test]
        fn nothing_panics(raw in "\\PC*") {
            let _ = (read("x", &raw), sign(&raw));
        }
    }
}
