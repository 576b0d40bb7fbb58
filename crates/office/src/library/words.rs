//! The columns of a library of approvals and the words in their cells, in both languages, and what others call them.

/// A column: its field, its heads, and the beginnings of heads others give it, in small letters and without spaces.
pub(super) struct Column {
    pub field: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
    pub also: &'static [&'static str],
    pub width: f64,
    pub cell: Kind,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Number,
    /// Steps or 元; what stands behind the number may be 个, 元 and the like.
    Count,
    /// A limit in days; the unit may stand beside the number.
    Days,
    /// One of the words.
    One(Words),
    /// Several of the words.
    Several(Words),
}

/// Code, Chinese, English.
pub(super) type Words = &'static [(&'static str, &'static str, &'static str)];

pub(super) const KINDS: Words = &[
    ("permit", "行政许可", "Licence"),
    ("filing", "备案", "Filing"),
    ("confirmation", "行政确认", "Confirmation"),
    ("review", "技术审查", "Technical review"),
    ("internal", "政府内部", "Internal"),
    ("trade", "交易", "Transaction"),
    ("utility", "市政公用", "Utility"),
    ("assessment", "评估中介", "Assessment"),
    ("self_run", "自主验收", "Self-run"),
];
const UNITS: Words = &[("working", "工作日", "Working days"), ("calendar", "日历日", "Calendar days")];
/// Other words that are read for a code.
const ALSO: &[(&str, &str)] = &[("日", "calendar"), ("天", "calendar"), ("自然日", "calendar"), ("days", "calendar")];
const SIDES: Words = &[
    ("department", "部门办理", "Department"),
    ("applicant", "申请人义务", "Applicant"),
    ("floor", "法定最短期间", "No shorter than"),
    ("joint_ceiling", "联合办理上限", "Joint ceiling"),
];
const MARKS: Words =
    &[("sourced", "有依据", "Sourced"), ("to_check", "待核", "To be checked"), ("confirmed", "已核对", "Confirmed")];
const MODES: Words = &[("approve", "审批", "Approval"), ("verify", "核准", "Verification"), ("file", "备案", "Filing")];
const LANDS: Words =
    &[("granted", "出让", "Granted"), ("allocated", "划拨", "Allocated"), ("collective", "集体", "Collective")];
const CORE: Words = &[
    ("always", "核心", "Core"),
    ("once_yes", "答是时核心", "Core once yes"),
    ("unless_granted", "非出让时核心", "Core unless granted"),
    ("none", "否", "No"),
];
const LISTS: Words = &[("power", "权力清单", "Powers"), ("duty", "责任清单", "Duties")];
const HANDLING: Words = &[
    ("at_once", "马上办", "At once"),
    ("online", "网上办", "Online"),
    ("nearby", "就近办", "Nearby"),
    ("one_trip", "一次办", "One trip"),
    ("no_meeting", "不见面", "No meeting"),
    ("self_service", "自助办", "Self-service"),
    ("urgent", "加急办", "Urgent"),
    ("one_thing", "一件事", "One thing"),
    ("devolved", "已下放", "Devolved"),
    ("frequent", "高频", "Frequent"),
    ("one_window", "一窗受理", "One window"),
];

const fn column(
    field: &'static str,
    (zh, en): (&'static str, &'static str),
    also: &'static [&'static str],
    width: f64,
    cell: Kind,
) -> Column {
    Column { field, zh, en, also, width, cell }
}

pub(super) const COLUMNS: &[Column] = &[
    column("code", ("编码", "Code"), &["事项编码", "事项代码", "itemcode", "itemno", "id"], 8.0, Kind::Text),
    column("stage_no", ("阶段序号", "Stage no."), &["stageno", "phaseno"], 8.0, Kind::Number),
    column("stage", ("阶段", "Stage"), &["所属阶段", "phase"], 14.0, Kind::Text),
    column("stage_en", ("阶段英文", "Stage (English)"), &["stageen"], 14.0, Kind::Text),
    column(
        "name",
        ("事项名称", "Item"),
        &["手续名称", "审批事项", "事项", "名称", "approvalitem", "itemname", "name", "permit", "approval"],
        34.0,
        Kind::Text,
    ),
    column("name_en", ("事项英文名", "Item (English)"), &["nameen", "englishname"], 34.0, Kind::Text),
    column(
        "department",
        ("办理部门", "Department"),
        &["审批部门", "责任部门", "实施机关", "authority", "agency", "responsibledepartment"],
        18.0,
        Kind::Text,
    ),
    column("department_en", ("办理部门英文", "Department (English)"), &["departmenten"], 18.0, Kind::Text),
    column("kind", ("事项类型", "Kind"), &["类型", "itemkind", "itemtype", "type"], 10.0, Kind::One(KINDS)),
    column(
        "statutory",
        ("法定时限", "Statutory limit"),
        &["法定办结时限", "statutorydays", "legallimit", "statutory"],
        10.0,
        Kind::Days,
    ),
    column("statutory_unit", ("时限单位", "Unit"), &["statutoryunit", "单位"], 9.0, Kind::One(UNITS)),
    column("statutory_side", ("约束谁", "Binds"), &["clockside", "binds"], 12.0, Kind::One(SIDES)),
    column("statutory_mark", ("法定时限核对", "Statutory checked"), &["statutorymark"], 10.0, Kind::One(MARKS)),
    column(
        "legal_basis",
        ("法定依据", "Legal basis"),
        &["依据", "设定依据", "statutorybasis", "basis"],
        40.0,
        Kind::Text,
    ),
    column(
        "promised",
        ("承诺时限", "Promised limit"),
        &["承诺办结时限", "promiseddays", "promisedworkdays", "promised", "servicelevel", "sla"],
        10.0,
        Kind::Days,
    ),
    column("promised_mark", ("承诺时限核对", "Promise checked"), &["promisedmark"], 10.0, Kind::One(MARKS)),
    column("planning", ("计划用时", "Planned time"), &["planningdays"], 10.0, Kind::Days),
    column(
        "needs",
        ("前置事项", "Comes after"),
        &["前置", "predecessors", "prerequisites", "dependson"],
        16.0,
        Kind::Text,
    ),
    column("modes", ("立项方式", "Entry"), &["projectmode"], 14.0, Kind::Several(MODES)),
    column("lands", ("供地方式", "Land"), &["landmode"], 14.0, Kind::Several(LANDS)),
    column("question", ("条件", "Question"), &["ask"], 18.0, Kind::Text),
    column("excludes", ("二选一", "Instead of"), &["excludes", "alternatives"], 10.0, Kind::Text),
    column("core", ("核心节点", "Core node"), &["core"], 12.0, Kind::One(CORE)),
    column("condition", ("适用情形", "When it applies"), &["condition"], 30.0, Kind::Text),
    column("result", ("办理结果", "Result"), &["结果", "resultdocument", "output", "certificate"], 24.0, Kind::Text),
    column("measures", ("提速措施", "Ways to be quicker"), &["localmodes", "measures"], 20.0, Kind::Text),
    column("handling", ("办理标识", "Handling"), &["handling"], 16.0, Kind::Several(HANDLING)),
    column(
        "materials",
        ("材料", "Papers"),
        &["申请材料", "materials", "documents", "requireddocuments"],
        36.0,
        Kind::Text,
    ),
    column("steps_before", ("优化前环节", "Steps before"), &["原环节"], 9.0, Kind::Count),
    column("steps", ("优化后环节", "Steps after"), &["现环节", "环节"], 9.0, Kind::Count),
    column("fee_before", ("优化前收费（元）", "Fee before (yuan)"), &["优化前费用", "原收费"], 10.0, Kind::Count),
    column(
        "fee",
        ("优化后收费（元）", "Fee after (yuan)"),
        &["优化后费用", "现收费", "收费", "费用"],
        10.0,
        Kind::Count,
    ),
    column("lists", ("所在清单", "Published lists"), &["清单"], 12.0, Kind::Several(LISTS)),
    column("note", ("备注", "Note"), &["notesource", "remarks", "note"], 30.0, Kind::Text),
];

/// A head as it is compared: without spaces, brackets and signs, in small letters.
pub(super) fn plain(head: &str) -> String {
    head.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The column a head names: exactly, else by a head that begins with one of its names, the longest first.
pub(super) fn column_of(head: &str) -> Option<&'static Column> {
    let head = plain(head);
    let names = |column: &'static Column| {
        [column.zh, column.en].into_iter().map(plain).chain(column.also.iter().map(|name| (*name).to_string()))
    };
    let exact = COLUMNS.iter().find(|column| names(column).any(|name| name == head));
    let longest = || {
        let begins = |column: &'static Column| {
            names(column).filter(|name| head.starts_with(name.as_str())).map(|name| name.len()).max()
        };
        COLUMNS.iter().filter_map(|column| Some((begins(column)?, column))).max_by_key(|(length, _)| *length)
    };
    exact.or_else(|| longest().map(|(_, column)| column))
}

/// The code of a word in either language, or of the code itself.
pub(super) fn code_of(words: Words, text: &str) -> Option<&'static str> {
    let text = plain(text);
    let fits = |word: &&(&'static str, &'static str, &'static str)| {
        [word.0, word.1, word.2].into_iter().any(|w| plain(w) == text)
    };
    let also = || {
        let code = ALSO.iter().find(|(word, _)| *word == text)?.1;
        words.iter().map(|word| word.0).find(|known| *known == code)
    };
    words.iter().find(fits).map(|word| word.0).or_else(also)
}

/// The word of a code.
pub(super) fn word_of(words: Words, code: &str, english: bool) -> String {
    let word = words.iter().find(|word| word.0 == code);
    word.map_or_else(|| code.into(), |word| if english { word.2 } else { word.1 }.into())
}

/// Half days of a limit as it is typed: `20`, `0.5`, `20个工作日`, `5 working days`, `即办`.
pub(super) fn half_days(text: &str) -> Option<i64> {
    let text = text.trim();
    if ["即办", "即时", "即办件", "当场", "当日"].contains(&text) || text.eq_ignore_ascii_case("at once") {
        return Some(0);
    }
    if text.starts_with("半") || text.eq_ignore_ascii_case("half a day") {
        return Some(1);
    }
    let number: String = text.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    let unit = plain(&text[number.len()..]);
    let known = ["", "日", "天", "个工作日", "工作日", "day", "days", "workingday", "workingdays", "workdays"];
    if !known.contains(&unit.as_str()) {
        return None;
    }
    match number.split_once('.') {
        None => number.parse::<i64>().ok()?.checked_mul(2),
        Some((whole, "0")) => whole.parse::<i64>().ok()?.checked_mul(2),
        Some((whole, "5")) => whole.parse::<i64>().ok()?.checked_mul(2)?.checked_add(1),
        Some(_) => None,
    }
}

/// Steps or 元 as they are typed: `3`, `3个`, `1,200元`, `免费`.
pub(super) fn count(text: &str) -> Option<i64> {
    let text = text.trim();
    if ["免费", "不收费", "零收费"].contains(&text)
        || ["free", "no fee"].iter().any(|word| text.eq_ignore_ascii_case(word))
    {
        return Some(0);
    }
    let number: String = text.chars().take_while(|c| c.is_ascii_digit() || *c == ',').collect();
    let unit = plain(&text[number.len()..]);
    let known = ["", "个", "个环节", "环节", "步", "元", "yuan", "steps", "step"];
    known.contains(&unit.as_str()).then(|| number.replace(',', "").parse().ok())?
}

/// Days as they are written: 20, 0.5.
pub(super) fn days(half_days: i64) -> String {
    format!("{}{}", half_days / 2, if half_days % 2 == 0 { "" } else { ".5" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_others_are_known() {
        for (head, field) in [
            ("审批事项名称", "name"),
            ("Approval item", "name"),
            ("Statutory limit (days)", "statutory"),
            ("法定办结时限（工作日）", "statutory"),
            ("Legal basis", "legal_basis"),
            ("Responsible department", "department"),
            ("Prerequisites", "needs"),
            ("Promised workdays", "promised"),
            ("Required documents", "materials"),
        ] {
            assert_eq!(column_of(head).map(|c| c.field), Some(field), "{head}");
        }
        assert!(column_of("序号").is_none() && column_of("Fee").is_none());
    }

    #[test]
    fn calendar_days_are_written_by_their_name_and_read_by_any() {
        assert_eq!(
            (word_of(UNITS, "calendar", false), word_of(UNITS, "calendar", true)),
            ("日历日".into(), "Calendar days".into())
        );
        for text in ["日历日", "日", "天", "自然日", "Days", "calendar days"] {
            assert_eq!(code_of(UNITS, text), Some("calendar"), "{text}");
        }
        assert_eq!((code_of(UNITS, "工作日"), code_of(KINDS, "日")), (Some("working"), None));
    }

    #[test]
    fn limits_are_read_with_their_units() {
        for (text, expected) in [
            ("20", Some(40)),
            ("0.5", Some(1)),
            ("20个工作日", Some(40)),
            ("5 working days", Some(10)),
            ("即办", Some(0)),
            ("半日", Some(1)),
            ("20/5", None),
            ("约5", None),
            ("0.3", None),
        ] {
            assert_eq!(half_days(text), expected, "{text}");
        }
        for (text, expected) in [
            ("3个环节", Some(3)),
            ("1,200元", Some(1200)),
            ("不收费", Some(0)),
            ("约3", None),
            ("", None),
            ("3万元", None),
        ] {
            assert_eq!(count(text), expected, "{text}");
        }
        assert_eq!((days(40), days(1), days(3)), ("20".into(), "0.5".into(), "1.5".into()));
    }
}
