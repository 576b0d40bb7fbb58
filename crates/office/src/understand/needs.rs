//! Headings of needs (用地（亩）) and of approval items (用地预审), and the words for elements.

use super::field::Field;
use super::heading::Level;

/// The element, the words for it in headings, and its usual unit.
const ELEMENTS: [(&str, &[&str], &str); 14] = [
    ("用地", &["用地", "土地", "建设用地", "工业用地"], "亩"),
    ("用工", &["用工", "劳动力", "招工", "人工", "用人"], "人"),
    ("融资", &["融资", "信贷", "资金", "贷款"], "万元"),
    ("用电", &["用电", "电力", "供电"], "千伏安"),
    ("用水", &["用水", "供水"], "吨"),
    ("用气", &["用气", "天然气", "燃气", "供气"], "立方米"),
    ("用热", &["用热", "蒸汽", "供热"], "吨"),
    ("用能", &["用能", "能耗", "能耗指标", "煤炭"], "吨标准煤"),
    ("林地", &["林地", "用林", "林地草地"], "亩"),
    ("用海", &["用海", "海域"], "公顷"),
    ("环境容量", &["环境容量", "排污", "排污指标", "排放指标", "环保指标"], "吨"),
    ("厂房", &["厂房", "标准厂房"], "平方米"),
    ("人才", &["人才"], "人"),
    ("物流", &["物流", "运力"], "吨"),
];

/// 要素 / 数量 / 单位: one line a need.
pub(super) fn long_form(leaf: &str, parent: &str) -> Option<Field> {
    let within = parent.contains("要素") || parent.contains("需求");
    match leaf {
        "要素" | "要素类别" | "要素类型" | "要素名称" | "需求类别" | "需求要素" | "要素种类" => {
            Some(Field::NeedElement)
        }
        "需求数量" | "要素数量" | "需求量" => Some(Field::NeedQuantity),
        "需求单位" | "计量单位" | "数量单位" => Some(Field::NeedUnit),
        "类别" | "类型" | "种类" if within => Some(Field::NeedElement),
        "数量" if within => Some(Field::NeedQuantity),
        "单位" if within => Some(Field::NeedUnit),
        _ => None,
    }
}

/// The element a column asks for. Without 需求 or a unit that is no money it is only a guess.
pub(super) fn element(leaf: &Level, parent: &str) -> Option<(String, bool)> {
    let within =
        parent.contains("要素") || parent.contains("需求") || leaf.word.contains("需求") || leaf.word.contains("缺口");
    let core = ["需求", "缺口", "新增", "需用", "数量", "面积", "指标", "规模", "情况"]
        .iter()
        .fold(leaf.word.clone(), |word, part| word.replace(part, ""));
    let (element, words, _) =
        ELEMENTS.iter().find(|(_, words, _)| words.contains(&core.as_str()) || words.contains(&leaf.word.as_str()))?;
    let bare = words.first() == Some(&leaf.word.as_str());
    let unit = !leaf.remark.is_empty();
    (within || bare).then(|| (element.to_string(), within || unit))
}

/// The unit a need's heading names, else the usual one of its element.
pub(super) fn unit(leaf: &Level, element: Option<&str>) -> Option<String> {
    let named = leaf.remark.trim_start_matches("单位").trim_start_matches(['/', '、']);
    if !named.is_empty() && named.chars().count() <= 8 {
        return Some(named.to_string());
    }
    element.and_then(usual_unit).map(str::to_string)
}

pub(crate) fn usual_unit(element: &str) -> Option<&'static str> {
    ELEMENTS.iter().find(|(name, words, _)| *name == element || words.contains(&element)).map(|(.., unit)| *unit)
}

/// Items that stand as a column of their own without a group 审批手续 above.
pub(super) fn is_approval(leaf: &str) -> bool {
    const ITEMS: [&str; 34] = [
        "立项",
        "备案",
        "核准",
        "可研",
        "可研批复",
        "用地预审",
        "规划选址",
        "选址意见书",
        "规划许可",
        "用地规划许可",
        "工程规划许可",
        "建设用地规划许可证",
        "建设工程规划许可证",
        "环评",
        "环评批复",
        "能评",
        "节能审查",
        "水保",
        "水土保持",
        "安评",
        "稳评",
        "社稳评估",
        "施工许可",
        "施工许可证",
        "土地证",
        "不动产权证",
        "不动产登记",
        "洪评",
        "压覆矿产",
        "文物勘探",
        "初步设计",
        "施工图审查",
        "消防设计",
        "土地出让",
    ];
    ITEMS.contains(&leaf)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_known_by_their_words() {
        let read = |raw: &str, parent: &str| element(&Level::of(raw), parent);
        assert_eq!(read("用地（亩）", "要素需求"), Some(("用地".into(), true)));
        assert_eq!(read("融资需求（万元）", ""), Some(("融资".into(), true)));
        assert_eq!(read("用地", ""), Some(("用地".into(), false)));
        assert_eq!(read("银行贷款", "资金情况"), None);
        assert_eq!(read("资金", ""), None);
        assert_eq!(unit(&Level::of("用地"), Some("用地")).as_deref(), Some("亩"));
    }
}
