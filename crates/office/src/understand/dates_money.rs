//! Headings of dates and of money, told by the words they combine: 截至2022年底累计完成投资, 拟建成时间 (`rules.md` 11).

use super::field::Field;

/// The field of a heading by its last level, its whole path and the path above; `bool` says whether it is sure.
pub(super) fn field(leaf: &str, whole: &str, parent: &str) -> Option<(Field, bool)> {
    span(leaf).or_else(|| date(leaf, whole)).or_else(|| money(leaf, whole, parent))
}

fn any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

fn span(leaf: &str) -> Option<(Field, bool)> {
    let words =
        ["起止", "建设年限", "建设期限", "建设周期", "建设工期", "工期", "开竣工", "建设时间", "建设期", "年限"];
    (any(leaf, &words) && !any(leaf, &["投资", "完成"])).then_some((Field::Span, true))
}

fn date(leaf: &str, whole: &str) -> Option<(Field, bool)> {
    let about = if matches!(leaf, "计划" | "实际" | "时间" | "日期" | "计划时间" | "实际时间") {
        whole
    } else {
        leaf
    };
    let start = any(about, &["开工", "动工", "开建"]);
    let finish = any(about, &["竣工", "完工", "建成", "投产", "完成时间", "完成时限", "完成日期"]);
    let other = ["投资", "资金", "金额", "以来", "是否", "许可", "验收", "条件", "率", "个数", "目标", "报告", "手续"];
    if start == finish || any(about, &other) || about != whole && any(about, &["情况", "进展"]) {
        return None;
    }
    let actual = any(whole, &["实际", "已开工", "已竣工"]);
    let planned = any(whole, &["计划", "拟", "预计"]);
    // A bare 投产 is later than 竣工 and gives way to it where both stand.
    let sure = !about.contains("投产") || about.contains("竣工");
    Some(match (start, actual && !planned || about.contains("实际")) {
        (true, false) => (Field::StartPlanned, sure),
        (true, true) => (Field::StartActual, sure),
        (false, false) => (Field::FinishPlanned, sure),
        (false, true) => (Field::FinishActual, sure),
    })
}

fn money(leaf: &str, whole: &str, parent: &str) -> Option<(Field, bool)> {
    if any(leaf, &["率", "占", "比例", "%", "％", "同比", "增幅", "序时", "排名"]) {
        return Some((Field::Ignore, true));
    }
    // Of what groups the column, only words of money or time count: 投资情况 / 累计 / 完成投资.
    let annual = any(whole, &["本年", "当年", "年度", "今年", "全年", "年内", "年计划", "年投资"]) || years(whole);
    let monetary = any(whole, &["投资", "资金", "完成", "金额", "概算"])
        || leaf.ends_with("累计")
        || annual && leaf.ends_with("计划");
    if !monetary
        || any(leaf, &["形象", "情况", "目标任务", "贷款", "预算内", "配套", "单位", "主体", "强度", "方式", "来源"])
    {
        return None;
    }
    if any(leaf, &["到位"]) {
        return Some((Field::Arrived, true));
    }
    let planned = any(leaf, &["计划", "安排", "拟", "预计", "目标"]);
    if any(leaf, &["总投资", "投资总额", "投资总规模", "总概算", "概算总", "项目投资"]) && !annual_leaf(leaf)
    {
        return Some((Field::Total, true));
    }
    if any(leaf, &["完成", "累计", "已投资"]) && !planned {
        return Some((done(leaf, whole, annual), true));
    }
    if annual && (planned || any(leaf, &["投资"])) {
        return Some((Field::Plan, true));
    }
    let invested = any(leaf, &["投资额", "投资规模", "计划投资", "概算", "投资金额"])
        || leaf == "投资"
        || leaf == "金额" && parent.contains("投资");
    invested.then_some((Field::Total, false))
}

/// 年度总投资 is a plan; 总投资 under a group 2023年 is not.
fn annual_leaf(leaf: &str) -> bool {
    any(leaf, &["本年", "当年", "年度", "今年"]) || years(leaf)
}

fn years(text: &str) -> bool {
    super::heading::year(text).is_some()
}

fn done(leaf: &str, whole: &str, annual: bool) -> Field {
    let ends = ["年底", "年末", "上年", "去年", "以前年度", "历年"];
    let since = any(whole, &["截至", "截止", "至", "到", "上年", "去年", "以前"]);
    if since && any(whole, &ends) {
        return Field::DonePrior;
    }
    if any(whole, &["自开工", "开工以来", "开始建设", "建设以来", "目前", "截至", "截止"])
        && !any(leaf, &["本年", "今年", "当年"])
    {
        return Field::DoneTotal;
    }
    if any(leaf, &["当月", "本月"]) {
        return Field::DoneMonth;
    }
    if let Some(before) = leaf.find('月').map(|at| &leaf[..at]) {
        // 1—5月累计 runs from January; 5月完成 is one month.
        let run =
            any(before, &["-", "—", "–", "~", "～", "至", "一"]) && before.chars().count() > 1 || leaf.contains("累计");
        return if run { Field::DoneYear } else { Field::DoneMonth };
    }
    if annual { Field::DoneYear } else { Field::DoneTotal }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_by_its_period() {
        for (path, expected) in [
            (&["总投资"][..], Field::Total),
            (&["计划总投资"], Field::Total),
            (&["投资总额"], Field::Total),
            (&["项目总投资"], Field::Total),
            (&["2022年计划投资"], Field::Plan),
            (&["年计划投资"], Field::Plan),
            (&["年度投资"], Field::Plan),
            (&["本年计划投资"], Field::Plan),
            (&["当年计划完成投资"], Field::Plan),
            (&["投资情况", "年度", "计划投资"], Field::Plan),
            (&["投资情况", "累计", "完成投资"], Field::DoneTotal),
            (&["已完成投资"], Field::DoneTotal),
            (&["截至目前累计完成投资"], Field::DoneTotal),
            (&["开工以来完成投资"], Field::DoneTotal),
            (&["自开始建设累计完成投资"], Field::DoneTotal),
            (&["截至2022年3月底累计完成投资"], Field::DoneTotal),
            (&["截至2022年底累计完成投资"], Field::DonePrior),
            (&["上年末累计完成投资"], Field::DonePrior),
            (&["本年完成投资"], Field::DoneYear),
            (&["2022年完成投资"], Field::DoneYear),
            (&["2023年", "5月份", "当月完成"], Field::DoneMonth),
            (&["2023年", "5月份", "1—5月累计"], Field::DoneYear),
            (&["2023年", "年度计划投资"], Field::Plan),
            (&["占年计划%"], Field::Ignore),
            (&["投资完成率"], Field::Ignore),
            (&["实际到位资金"], Field::Arrived),
        ] {
            let (whole, parent) = (path.concat(), path[..path.len() - 1].concat());
            assert_eq!(field(path[path.len() - 1], &whole, &parent).map(|f| f.0), Some(expected), "{path:?}");
        }
    }

    #[test]
    fn dates_by_what_they_begin_or_end() {
        for (path, expected) in [
            (&["开工时间"][..], Field::StartPlanned),
            (&["拟开工时间"], Field::StartPlanned),
            (&["预计开工"], Field::StartPlanned),
            (&["实际开工时间"], Field::StartActual),
            (&["开工情况", "计划"], Field::StartPlanned),
            (&["开工情况", "实际"], Field::StartActual),
            (&["拟建成时间"], Field::FinishPlanned),
            (&["计划竣工"], Field::FinishPlanned),
            (&["完工日期"], Field::FinishPlanned),
            (&["建设起止年限", "竣工时间"], Field::FinishPlanned),
            (&["起止年限"], Field::Span),
            (&["建设期限"], Field::Span),
        ] {
            let (whole, parent) = (path.concat(), path[..path.len() - 1].concat());
            assert_eq!(field(path[path.len() - 1], &whole, &parent).map(|f| f.0), Some(expected), "{path:?}");
        }
        assert_eq!(field("施工许可", "施工许可", ""), None);
    }
}
