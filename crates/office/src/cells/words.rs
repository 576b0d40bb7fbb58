//! The words of a choice as officers type them: the interface's own in both languages, their usual synonyms, and the codes.

use crate::import::words as ledgers;
use crate::value::text;
use zhuanban_core::project::column::Column;
use zhuanban_core::project::{Carried, Counting, Nature, Stage};
use zhuanban_core::statistics::StatisticsState;

const STAGES: &[(&str, Stage)] = &[
    ("谋划", Stage::Conceived),
    ("谋划储备", Stage::Conceived),
    ("储备", Stage::Conceived),
    ("idea", Stage::Conceived),
    ("planning", Stage::Conceived),
    ("洽谈", Stage::Negotiating),
    ("在谈", Stage::Negotiating),
    ("in talks", Stage::Negotiating),
    ("签约", Stage::Signed),
    ("已签约", Stage::Signed),
    ("contracted", Stage::Signed),
    ("前期", Stage::Preparing),
    ("前期手续", Stage::Preparing),
    ("前期工作", Stage::Preparing),
    ("未开工", Stage::Preparing),
    ("preparation", Stage::Preparing),
    ("拿地", Stage::Land),
    ("已拿地", Stage::Land),
    ("开工", Stage::Started),
    ("已开工", Stage::Started),
    ("在建", Stage::Building),
    ("建设中", Stage::Building),
    ("施工中", Stage::Building),
    ("under construction", Stage::Building),
    ("construction", Stage::Building),
    ("竣工", Stage::Completed),
    ("已竣工", Stage::Completed),
    ("完工", Stage::Completed),
    ("finished", Stage::Completed),
    ("投产", Stage::Operating),
    ("已投产", Stage::Operating),
    ("in operation", Stage::Operating),
    ("达产", Stage::Full),
    ("full capacity", Stage::Full),
];

const CARRIED: &[(&str, Carried)] = &[
    ("新开工", Carried::New),
    ("新建", Carried::New),
    ("新开", Carried::New),
    ("续建", Carried::Continued),
    ("结转", Carried::Continued),
    ("carried on", Carried::Continued),
];

const NATURES: &[(&str, Nature)] = &[
    ("新建", Nature::NewBuild),
    ("new", Nature::NewBuild),
    ("new build", Nature::NewBuild),
    ("扩建", Nature::Expansion),
    ("改建", Nature::Rebuild),
    ("技改", Nature::Upgrade),
    ("技术改造", Nature::Upgrade),
    ("迁建", Nature::Relocation),
    ("搬迁", Nature::Relocation),
];

const COUNTING: &[(&str, Counting)] = &[
    ("计入", Counting::Counted),
    ("计入合计", Counting::Counted),
    ("是", Counting::Counted),
    ("counts", Counting::Counted),
    ("yes", Counting::Counted),
    ("不计入", Counting::NotCounted),
    ("不计入合计", Counting::NotCounted),
    ("其中", Counting::NotCounted),
    ("其中项", Counting::NotCounted),
    ("否", Counting::NotCounted),
    ("does not count", Counting::NotCounted),
    ("no", Counting::NotCounted),
];

const STATISTICS: &[(&str, StatisticsState)] = &[
    ("已入库", StatisticsState::Entered),
    ("已纳统", StatisticsState::Entered),
    ("入库", StatisticsState::Entered),
    ("纳统", StatisticsState::Entered),
    ("是", StatisticsState::Entered),
    ("yes", StatisticsState::Entered),
    ("应纳统,未入库", StatisticsState::Due),
    ("应纳统未入库", StatisticsState::Due),
    ("应纳统", StatisticsState::Due),
    ("应统未统", StatisticsState::Due),
    ("应纳未纳", StatisticsState::Due),
    ("未入库", StatisticsState::Due),
    ("未纳统", StatisticsState::Due),
    ("否", StatisticsState::Due),
    ("no", StatisticsState::Due),
    ("due, not entered", StatisticsState::Due),
    ("不需纳统", StatisticsState::NotDue),
    ("无需纳统", StatisticsState::NotDue),
    ("not required", StatisticsState::NotDue),
];

/// 是否纳统 as a ledger says it, where it says it plainly: 已申报 and 有望入库 are neither.
pub fn entered(text: &str) -> Option<bool> {
    let text = text.trim();
    let begins = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
    if begins(&["已入库", "已纳统", "已入统"]) || ["√", "✓", "1"].contains(&text) {
        return Some(true);
    }
    if begins(&["未入库", "未纳统", "未入统"]) || ["×", "x", "X", "0", "无"].contains(&text) {
        return Some(false);
    }
    code(Column::Statistics, text).map(|code| code == StatisticsState::Entered.code())
}

/// The code that a typed word stands for; none for a word that is not known.
pub fn code(column: Column, typed: &str) -> Option<&'static str> {
    let narrow = text::half_width(typed.trim());
    let plain = narrow.to_lowercase();
    let code = plain.replace([' ', '-'], "_");
    if let Some(known) = column.choices().into_iter().find(|known| *known == code) {
        return Some(known);
    }
    match column {
        Column::Stage => exact(STAGES, &plain).or_else(|| ledgers::stage(&narrow)).map(Stage::code),
        Column::Carried => exact(CARRIED, &plain).or_else(|| ledgers::carried(&narrow)).map(Carried::code),
        Column::Counted => exact(COUNTING, &plain).map(Counting::code),
        Column::Statistics => exact(STATISTICS, &plain).map(StatisticsState::code),
        Column::Nature => exact(NATURES, &plain).or_else(|| ledgers::nature(&narrow)).map(Nature::code),
        _ => None,
    }
}

fn exact<C: Copy>(words: &[(&str, C)], typed: &str) -> Option<C> {
    words.iter().find(|(word, _)| *word == typed).map(|(_, code)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_interface_read_back_in_both_languages() {
        let texts = [
            include_str!("../../../../ui/src/text/first.zh.json"),
            include_str!("../../../../ui/src/text/first.en.json"),
        ];
        for text in texts {
            let text: serde_json::Value = serde_json::from_str(text).unwrap();
            for (column, words) in [
                (Column::Stage, &text["stage"]),
                (Column::Carried, &text["carried"]),
                (Column::Nature, &text["choice"]["nature"]),
                (Column::Counted, &text["choice"]["counted"]),
                (Column::Statistics, &text["choice"]["statistics"]),
            ] {
                let words = words.as_object().unwrap_or_else(|| panic!("no words of {column:?}"));
                assert_eq!(words.len(), column.choices().len());
                for (known, word) in words {
                    assert_eq!(code(column, word.as_str().unwrap()), Some(known.as_str()), "{word}");
                    assert_eq!(code(column, known), Some(known.as_str()));
                }
            }
        }
    }

    #[test]
    fn only_what_says_so_plainly_is_entered() {
        for (text, is) in [
            ("是", Some(true)),
            ("已入库（2022年3月）", Some(true)),
            ("√", Some(true)),
            ("否", Some(false)),
            ("未入库", Some(false)),
            ("不需纳统", Some(false)),
            ("已申报", None),
            ("有望入库", None),
            ("10月申报", None),
        ] {
            assert_eq!(entered(text), is, "{text}");
        }
    }

    #[test]
    fn what_officers_type_is_understood_and_nonsense_is_not() {
        for (typed, known) in [
            ("前期手续办理", "preparing"),
            ("Under construction", "building"),
            ("已竣工投产", "operating"),
            ("ＢＵＩＬＤＩＮＧ", "building"),
        ] {
            assert_eq!(code(Column::Stage, typed), Some(known), "{typed}");
        }
        assert_eq!((code(Column::Stage, "很好"), code(Column::Note, "前期")), (None, None));
    }
}
