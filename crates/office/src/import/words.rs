//! What a ledger's words mean to the desk: stages, natures, modes, and the approval items behind a column's heading.

use crate::read::MarkState;
use zhuanban_core::approval::state::State;
use zhuanban_core::approval::template::{Item, ItemKind, Mode};
use zhuanban_core::project::{Carried, Nature, Stage};

/// The stage a word speaks of; the later of two that fit (竣工投产 is 投产).
pub fn stage(text: &str) -> Option<Stage> {
    const WORDS: &[(&str, Stage)] = &[
        ("达产", Stage::Full),
        ("达效", Stage::Full),
        ("投产", Stage::Operating),
        ("运营", Stage::Operating),
        ("竣工", Stage::Completed),
        ("完工", Stage::Completed),
        ("验收", Stage::Completed),
        ("未开工", Stage::Preparing),
        ("待开工", Stage::Preparing),
        ("在建", Stage::Building),
        ("续建", Stage::Building),
        ("开工", Stage::Started),
        ("施工", Stage::Building),
        ("拿地", Stage::Land),
        ("供地", Stage::Land),
        ("前期", Stage::Preparing),
        ("手续", Stage::Preparing),
        ("可研", Stage::Preparing),
        ("立项", Stage::Preparing),
        ("初步设计", Stage::Preparing),
        ("签约", Stage::Signed),
        ("洽谈", Stage::Negotiating),
        ("在谈", Stage::Negotiating),
        ("谋划", Stage::Conceived),
        ("储备", Stage::Conceived),
    ];
    // A permit to build is still before the building.
    if text.contains("施工许可") {
        return Some(Stage::Preparing);
    }
    WORDS.iter().find(|(word, _)| text.contains(word)).map(|(_, stage)| *stage)
}

pub fn nature(text: &str) -> Option<Nature> {
    const WORDS: &[(&str, Nature)] = &[
        ("技改", Nature::Upgrade),
        ("技术改造", Nature::Upgrade),
        ("迁建", Nature::Relocation),
        ("搬迁", Nature::Relocation),
        ("扩建", Nature::Expansion),
        ("改建", Nature::Rebuild),
        ("新建", Nature::NewBuild),
    ];
    WORDS.iter().find(|(word, _)| text.contains(word)).map(|(_, nature)| *nature)
}

pub fn carried(text: &str) -> Option<Carried> {
    if text.contains("续建") || text.contains("结转") {
        Some(Carried::Continued)
    } else if text.contains("新开工") || text.contains("拟开工") {
        Some(Carried::New)
    } else {
        None
    }
}

pub fn mode(text: &str) -> Option<Mode> {
    let words = [("备案", Mode::File), ("核准", Mode::Verify), ("审批", Mode::Approve)];
    words.into_iter().find(|(word, _)| text.contains(word)).map(|(_, mode)| mode)
}

/// Words of headings and the item of the library they stand for; the first that occurs decides.
const ITEMS: &[(&str, &str)] = &[
    // What follows the building, and the kinds of one thing, before the words they hold.
    ("规划核实", "D01"),
    ("消防验收备案", "D03"),
    ("消防验收", "D02"),
    ("联合验收", "D09"),
    ("竣工验收备案", "D11"),
    ("排污许可", "D13"),
    ("登记表", "P04"),
    ("环境影响报告书", "P02"),
    ("环评报告书", "P02"),
    ("赋码", "A01"),
    ("项目代码", "A01"),
    ("建议书", "A02"),
    ("可研", "A03"),
    ("可行性", "A03"),
    ("核准", "A04"),
    ("备案", "A05"),
    ("用地预审", "A06"),
    ("选址", "A06"),
    ("规划条件", "A07"),
    ("农用地转用", "A08"),
    ("农转用", "A08"),
    ("土地征收", "A08"),
    ("出让", "A09"),
    ("挂牌", "A09"),
    ("划拨", "A11"),
    ("用地规划", "A10"),
    ("不动产", "A14"),
    ("土地证", "A14"),
    ("稳评", "A12"),
    ("社会稳定", "A12"),
    ("社稳", "A12"),
    ("初步设计", "B01"),
    ("方案审查", "B02"),
    ("设计方案", "B02"),
    ("工程规划", "B03"),
    ("规划许可", "B03"),
    ("人防", "B06"),
    ("施工图", "C01"),
    ("消防", "C02"),
    ("招标", "C03"),
    ("质量", "C04"),
    ("施工许可", "C05"),
    ("环评", "P03"),
    ("环境影响", "P03"),
    ("能评", "P05"),
    ("节能", "P05"),
    ("水保", "P07"),
    ("水土保持", "P07"),
    ("取水", "P08"),
    ("洪评", "P09"),
    ("防洪", "P09"),
    ("地震", "P10"),
    ("安评", "P11"),
    ("安全条件", "P11"),
    ("考古", "P13"),
    ("文物", "P13"),
    ("林地", "P14"),
    ("压覆", "P15"),
    ("地灾", "P16"),
    ("地质灾害", "P16"),
    ("用电", "P18"),
    ("用水", "P20"),
    ("用气", "P21"),
    ("规划", "B03"),
    ("用地", "A06"),
];

/// The item of the library a heading such as 用地预审 or 环评 stands for, by the project's way of being let in.
pub fn item(heading: &str, mode: Mode) -> Option<&'static str> {
    let by_mode = match mode {
        Mode::File => "A05",
        Mode::Verify => "A04",
        Mode::Approve => "A03",
    };
    if heading.contains("立项") {
        return Some(by_mode);
    }
    ITEMS.iter().find(|(word, _)| heading.contains(word)).map(|(_, code)| *code)
}

/// The state a mark stands for, in a kind of item that has it.
pub fn state(mark: MarkState, item: &Item) -> State {
    match mark {
        MarkState::Done => State::Approved,
        MarkState::NotStarted => State::NotStarted,
        MarkState::NotNeeded => State::NotApplicable,
        MarkState::Open => under_way(item.kind),
    }
}

/// What 办理中 is recorded as. Of what has 受理 it does not say that it was accepted, and when: no clock may run by it.
pub(crate) fn under_way(kind: ItemKind) -> State {
    if State::Accepted.fits(kind) || !State::Reviewing.fits(kind) { State::Submitted } else { State::Reviewing }
}

/// 是, 已开工, √ and the like; nothing for what says neither.
pub fn is_yes(text: &str) -> Option<bool> {
    let text = text.trim();
    if ["否", "未", "没", "无", "×", "x", "X", "0"].iter().any(|word| text.starts_with(word)) {
        return Some(false);
    }
    ["是", "已", "√", "1", "有", "✓"].iter().any(|word| text.starts_with(word)).then_some(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_ledgers() {
        assert_eq!(stage("竣工投产"), Some(Stage::Operating));
        assert_eq!(stage("未开工"), Some(Stage::Preparing));
        assert_eq!(stage("施工许可"), Some(Stage::Preparing));
        assert_eq!((nature("续建"), carried("续建")), (None, Some(Carried::Continued)));
        assert_eq!(item("立项", Mode::Verify), Some("A04"));
        assert_eq!(item("工程规划许可", Mode::File), Some("B03"));
        assert_eq!(item("用地规划许可", Mode::File), Some("A10"));
        assert_eq!(item("施工许可", Mode::File), Some("C05"));
        assert_eq!(item("环评登记表备案", Mode::File), Some("P04"));
        assert_eq!((item("环评批复", Mode::File), item("环评报告书", Mode::File)), (Some("P03"), Some("P02")));
        assert_eq!(item("消防验收备案", Mode::File), Some("D03"));
    }

    #[test]
    fn what_is_under_way_is_accepted_by_no_word_of_a_ledger() {
        let open = |heading| {
            let code = item(heading, Mode::File).unwrap();
            state(MarkState::Open, zhuanban_core::approval::template::shipped().find(code).unwrap())
        };
        assert_eq!((open("环评报告书"), open("施工许可")), (State::Submitted, State::Submitted));
        assert_eq!(open("社会稳定"), State::Reviewing, "a review has no 受理");
    }

    #[test]
    fn every_item_named_exists() {
        for heading in [
            "赋码",
            "可研",
            "备案",
            "用地预审",
            "出让",
            "划拨",
            "不动产",
            "环评",
            "能评",
            "取水",
            "地灾",
            "用气",
            "消防",
        ] {
            let code = item(heading, Mode::File).unwrap();
            assert!(zhuanban_core::approval::template::shipped().find(code).is_some(), "{code}");
        }
    }

    #[test]
    fn answers_of_yes_and_no() {
        for (text, is) in
            [("是", Some(true)), ("已开工", Some(true)), ("未开工", Some(false)), ("√", Some(true)), ("待定", None)]
        {
            assert_eq!(is_yes(text), is, "{text}");
        }
    }
}
