//! The columns of each layout: head, width, form and what they show of a project.

use super::cell::Content;
use super::row::Line;
use super::{ExportInput, Language, Layout};
use std::borrow::Cow;
use zhuanban_core::Result;
use zhuanban_core::people::Role;
use zhuanban_core::people::role_word::{own_word, usual};
use zhuanban_core::project::{Carried, Nature, Stage};
use zhuanban_core::snapshot::news::RowNews;
use zhuanban_core::store::Reader;

/// How a column's cells look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Text,
    Wrapped,
    Money,
    Number,
    Centred,
}

#[derive(Clone)]
pub struct Column {
    pub group: &'static str,
    pub head: Cow<'static, str>,
    pub width: f64,
    pub form: Form,
    pub show: Show,
    /// What its total adds up, in 元 or thousandths; none for a column without a total.
    pub sum: Option<fn(&Line) -> Option<i64>>,
}

/// Where a cell's content comes from.
#[derive(Clone, Copy)]
pub enum Show {
    Line(fn(&Line) -> Content),
    /// A column of the ledger page, in the words of the page.
    Ledger(super::view::Shown),
}

impl Column {
    /// What it shows of a project is new.
    pub fn is_new(&self, line: &Line, news: &RowNews) -> bool {
        // 续建 stands in for a nature that nobody gave.
        let carried = self.head == NATURE && line.project.nature.is_none() && news.has(&["carried"]);
        carried || news.has(self.fields())
    }

    /// The fields it shows, by the names that news have of them.
    fn fields(&self) -> &'static [&'static str] {
        match self.show {
            Show::Line(_) => {
                let head = self.head.trim_end_matches("（万元）");
                FIELDS.iter().find(|(of, _)| *of == head).map_or(&[], |(_, fields)| fields)
            }
            Show::Ledger(shown) => shown.fields(),
        }
    }

    pub fn content(&self, line: &Line) -> Content {
        match self.show {
            Show::Line(show) => show(line),
            Show::Ledger(shown) => shown.content(line),
        }
    }
}

const fn column(group: &'static str, head: &'static str, width: f64, form: Form, show: fn(&Line) -> Content) -> Column {
    Column { group, head: Cow::Borrowed(head), width, form, show: Show::Line(show), sum: None }
}

const fn money(
    group: &'static str,
    head: &'static str,
    show: fn(&Line) -> Content,
    sum: fn(&Line) -> Option<i64>,
) -> Column {
    wide(12.0, group, head, show, sum)
}

/// [`money`] in a width of its own.
const fn wide(
    width: f64,
    group: &'static str,
    head: &'static str,
    show: fn(&Line) -> Content,
    sum: fn(&Line) -> Option<i64>,
) -> Column {
    Column { group, head: Cow::Borrowed(head), width, form: Form::Money, show: Show::Line(show), sum: Some(sum) }
}

fn done(l: &Line) -> Option<i64> {
    l.progress.as_ref().and_then(|p| p.done_total)
}

fn done_year(l: &Line) -> Option<i64> {
    l.progress.as_ref().and_then(|p| p.done_year)
}

fn words(l: &Line, pick: fn(&zhuanban_core::progress::Progress) -> &Option<String>) -> Content {
    Content::text(l.progress.as_ref().and_then(|p| pick(p).as_deref()))
}

fn nature(l: &Line) -> Content {
    let text = match (l.project.nature, l.project.carried) {
        (Some(Nature::NewBuild), _) => "新建",
        (Some(Nature::Expansion), _) => "扩建",
        (Some(Nature::Rebuild), _) => "改建",
        (Some(Nature::Upgrade), _) => "技改",
        (Some(Nature::Relocation), _) => "迁建",
        (None, Some(Carried::Continued)) => "续建",
        (None, _) => "",
    };
    Content::text(Some(text))
}

fn carried(l: &Line) -> Content {
    Content::text(l.project.carried.map(|c| if c == Carried::New { "新开工" } else { "续建" }))
}

/// The stage as the field says it (practice §5.4).
pub fn stage_words(stage: Stage) -> &'static str {
    match stage {
        Stage::Conceived => "谋划",
        Stage::Negotiating => "洽谈",
        Stage::Signed => "签约",
        Stage::Preparing => "前期",
        Stage::Land => "拿地",
        Stage::Started => "已开工",
        Stage::Building => "在建",
        Stage::Completed => "竣工",
        Stage::Operating => "投产",
        Stage::Full => "达产",
    }
}

/// The columns of a layout, in order. The first is the serial number, which the sheet writes itself.
pub fn of(r: &Reader, input: &ExportInput) -> Result<Cow<'static, [Column]>> {
    Ok(match input.layout {
        Layout::Official => Cow::Borrowed(OFFICIAL),
        Layout::List => Cow::Borrowed(LIST),
        Layout::Print => Cow::Borrowed(PRINT),
        Layout::View => Cow::Owned(super::view::columns(r, &input.columns, input.language)?),
    })
}

static OFFICIAL: &[Column] = &[
    column("", "项目名称", 34.0, Form::Wrapped, |l| Content::text(Some(&l.project.name))),
    column("项目概况", "项目代码", 26.0, Form::Text, |l| Content::text(l.project.code.as_deref())),
    column("项目概况", "属地", 12.0, Form::Text, |l| Content::text(l.region.as_deref())),
    column("项目概况", "建设地点", 18.0, Form::Wrapped, |l| Content::text(l.project.site.as_deref())),
    column("项目概况", "建设单位", 26.0, Form::Wrapped, |l| {
        Content::text(l.enterprise.as_ref().map(|e| e.name.as_str()))
    }),
    column("项目概况", "统一社会信用代码", 21.0, Form::Text, |l| {
        Content::text(l.enterprise.as_ref().and_then(|e| e.uscc.as_deref()))
    }),
    column("项目概况", "建设内容及规模", 36.0, Form::Wrapped, |l| {
        Content::text(l.project.content.as_deref())
    }),
    column("项目概况", NATURE, 9.0, Form::Centred, nature),
    column("项目概况", "类别", 8.0, Form::Centred, carried),
    column("项目概况", "所属行业", 14.0, Form::Wrapped, |l| {
        Content::text(
            l.project
                .industry_text
                .as_deref()
                .or_else(|| l.project.industry.as_deref().and_then(zhuanban_core::industry::name)),
        )
    }),
    money("投资情况（万元）", "总投资", |l| Content::wan(l.project.total, l.project.total_about), |l| l.project.total),
    money(
        "投资情况（万元）",
        "年度计划投资",
        |l| Content::wan(l.project.plan, l.project.plan_about),
        |l| l.project.plan,
    ),
    money(
        "投资情况（万元）",
        "累计完成投资",
        |l| Content::wan(done(l), l.progress.as_ref().is_some_and(|p| p.done_about)),
        done,
    ),
    money("投资情况（万元）", "本年完成投资", |l| Content::wan(done_year(l), false), done_year),
    column("建设进度", "项目阶段", 9.0, Form::Centred, |l| Content::text(Some(stage_words(l.project.stage)))),
    column("建设进度", "计划开工时间", 13.0, Form::Centred, |l| Content::day(l.project.started_planned)),
    column("建设进度", "实际开工时间", 13.0, Form::Centred, |l| Content::day(l.project.started_actual)),
    column("建设进度", "计划竣工时间", 13.0, Form::Centred, |l| Content::day(l.project.completed_planned)),
    column("建设进度", "实际竣工时间", 13.0, Form::Centred, |l| Content::day(l.project.completed_actual)),
    column("建设进度", "形象进度", 36.0, Form::Wrapped, |l| words(l, |p| &p.image)),
    column("要素需求", "用地（亩）", 9.0, Form::Number, |l| Content::milli(l.need("用地", "亩"))),
    column("要素需求", "用工（人）", 9.0, Form::Number, |l| Content::milli(l.need("用工", "人"))),
    column("要素需求", "融资（万元）", 11.0, Form::Number, |l| Content::milli(l.need("融资", "万元"))),
    column("", "存在问题", 36.0, Form::Wrapped, |l| words(l, |p| &p.issue)),
    column("", "下步措施", 30.0, Form::Wrapped, |l| words(l, |p| &p.next_step)),
    column("责任体系", LEADER, 10.0, Form::Centred, |l| Content::person(l.duty(Role::Leader))),
    column("责任体系", "责任单位", 14.0, Form::Wrapped, |l| {
        Content::text(l.project.responsible_unit.as_deref())
    }),
    column("责任体系", "联系人", 10.0, Form::Centred, |l| {
        Content::person(l.contact.as_ref().and_then(|c| c.name.as_deref()))
    }),
    column("责任体系", "联系电话", 15.0, Form::Text, |l| {
        Content::text(l.contact.as_ref().and_then(|c| c.phone.as_deref()))
    }),
    column("", "备注", 20.0, Form::Wrapped, |l| Content::text(l.project.note.as_deref())),
];

static LIST: &[Column] = &[
    column("", "项目名称", 34.0, Form::Wrapped, |l| Content::text(Some(&l.project.name))),
    column("", "属地", 12.0, Form::Text, |l| Content::text(l.region.as_deref())),
    column("", "建设单位", 26.0, Form::Wrapped, |l| Content::text(l.enterprise.as_ref().map(|e| e.name.as_str()))),
    column("", "项目代码", 26.0, Form::Text, |l| Content::text(l.project.code.as_deref())),
    column("", "项目阶段", 9.0, Form::Centred, |l| Content::text(Some(stage_words(l.project.stage)))),
    money("", "总投资（万元）", |l| Content::wan(l.project.total, l.project.total_about), |l| l.project.total),
    money("", "年度计划投资（万元）", |l| Content::wan(l.project.plan, l.project.plan_about), |l| l.project.plan),
    money(
        "",
        "累计完成投资（万元）",
        |l| Content::wan(done(l), l.progress.as_ref().is_some_and(|p| p.done_about)),
        done,
    ),
    column("", "形象进度", 36.0, Form::Wrapped, |l| words(l, |p| &p.image)),
    column("", "存在问题", 36.0, Form::Wrapped, |l| words(l, |p| &p.issue)),
    column("", LEADER, 10.0, Form::Centred, |l| Content::person(l.duty(Role::Leader))),
    column("", "责任单位", 14.0, Form::Wrapped, |l| Content::text(l.project.responsible_unit.as_deref())),
    column("", "计划开工时间", 13.0, Form::Centred, |l| Content::day(l.project.started_planned)),
    column("", "实际开工时间", 13.0, Form::Centred, |l| Content::day(l.project.started_actual)),
    column("", "计划竣工时间", 13.0, Form::Centred, |l| Content::day(l.project.completed_planned)),
];

static PRINT: &[Column] = &[
    column("", "项目名称", 24.0, Form::Wrapped, |l| Content::text(Some(&l.project.name))),
    column("", "属地", 8.0, Form::Wrapped, |l| Content::text(l.region.as_deref())),
    column("", "建设单位", 16.0, Form::Wrapped, |l| Content::text(l.enterprise.as_ref().map(|e| e.name.as_str()))),
    column("", "建设内容及规模", 28.0, Form::Wrapped, |l| Content::text(l.project.content.as_deref())),
    wide(10.0, "", "总投资（万元）", |l| Content::wan(l.project.total, l.project.total_about), |l| l.project.total),
    wide(10.0, "", "年度计划投资（万元）", |l| Content::wan(l.project.plan, l.project.plan_about), |l| l.project.plan),
    wide(10.0, "", "本年完成投资（万元）", |l| Content::wan(done_year(l), false), done_year),
    column("", "占年度计划（%）", 8.0, Form::Number, year_rate),
    column("", "形象进度", 28.0, Form::Wrapped, |l| words(l, |p| &p.image)),
    column("", "存在问题", 26.0, Form::Wrapped, |l| words(l, |p| &p.issue)),
    column("", LEADER, 8.0, Form::Wrapped, |l| Content::person(l.duty(Role::Leader))),
    column("", "责任单位", 11.0, Form::Wrapped, |l| Content::text(l.project.responsible_unit.as_deref())),
    column("", "联系人", 8.0, Form::Wrapped, |l| {
        Content::person(l.contact.as_ref().and_then(|c| c.name.as_deref()))
    }),
    column("", "联系电话", 12.0, Form::Wrapped, |l| {
        Content::text(l.contact.as_ref().and_then(|c| c.phone.as_deref()))
    }),
];

/// This year's part of the plan in per cent, one decimal, half up.
fn year_rate(l: &Line) -> Content {
    use zhuanban_core::figure::percent::{Manner, Percent};
    use zhuanban_core::project::list::plan_of;
    let project = &l.project;
    let plan = l.progress.as_ref().and_then(|p| plan_of(project.plan, project.plan_year, &p.period));
    let rate = done_year(l).zip(plan).and_then(|(done, plan)| Percent::of(done, plan, Manner::default()));
    rate.and_then(|rate| rate.text.parse().ok()).map_or(Content::Empty, Content::Number)
}

/// The words of heads: the layout's own in Chinese, those of [`HEADS`] in English; roles as the office calls them (C39).
pub struct Heads {
    language: Language,
    leader: Option<String>,
}

impl Heads {
    pub fn read(r: &Reader, language: Language) -> Result<Self> {
        Ok(Self { language, leader: own_word(r, Role::Leader)? })
    }

    pub fn of<'h>(&'h self, text: &'h str) -> &'h str {
        match &self.leader {
            Some(own) if text == LEADER => own,
            _ if self.language == Language::Zh => text,
            _ => HEADS.iter().find(|(zh, _)| *zh == text).map_or(text, |(_, en)| en),
        }
    }
}

/// Head of the column of leaders.
const LEADER: &str = usual(Role::Leader);

/// Head of the column that says new build or expansion.
const NATURE: &str = "建设性质";

static HEADS: &[(&str, &str)] = &[
    ("序号", "No."),
    ("项目名称", "Project"),
    ("项目概况", "Outline"),
    ("项目代码", "Project code"),
    ("属地", "Region"),
    ("建设地点", "Site"),
    ("建设单位", "Enterprise"),
    ("统一社会信用代码", "Credit code"),
    ("建设内容及规模", "Content and scale"),
    (NATURE, "Nature"),
    ("类别", "New or continued"),
    ("所属行业", "Industry"),
    ("投资情况（万元）", "Investment (10,000 yuan)"),
    ("总投资", "Total investment"),
    ("年度计划投资", "Annual plan"),
    ("累计完成投资", "Completed to date"),
    ("本年完成投资", "Completed this year"),
    ("建设进度", "Progress"),
    ("项目阶段", "Stage"),
    ("计划开工时间", "Planned start"),
    ("实际开工时间", "Actual start"),
    ("计划竣工时间", "Planned completion"),
    ("实际竣工时间", "Actual completion"),
    ("形象进度", "Physical progress"),
    ("要素需求", "Element needs"),
    ("用地（亩）", "Land (mu)"),
    ("用工（人）", "Labour (people)"),
    ("融资（万元）", "Financing (10,000 yuan)"),
    ("存在问题", "Issues"),
    ("下步措施", "Next steps"),
    ("责任体系", "Responsibility"),
    (LEADER, "Leader in charge"),
    ("责任单位", "Responsible unit"),
    ("联系人", "Contact"),
    ("联系电话", "Phone"),
    ("备注", "Note"),
    ("总投资（万元）", "Total investment (10,000 yuan)"),
    ("年度计划投资（万元）", "Annual plan (10,000 yuan)"),
    ("累计完成投资（万元）", "Completed to date (10,000 yuan)"),
    ("本年完成投资（万元）", "Completed this year (10,000 yuan)"),
    ("占年度计划（%）", "Of annual plan (%)"),
];

/// What the columns of the layouts show of a project, by their heads.
static FIELDS: &[(&str, &[&str])] = &[
    ("项目名称", &["name"]),
    ("项目代码", &["code"]),
    ("属地", &["region_name"]),
    ("建设地点", &["site"]),
    ("建设单位", &["enterprise"]),
    ("统一社会信用代码", &["enterprise"]),
    ("建设内容及规模", &["content"]),
    (NATURE, &["nature"]),
    ("类别", &["carried"]),
    ("所属行业", &["industry", "industry_text"]),
    ("总投资", &["total", "total_about"]),
    ("年度计划投资", &["plan", "plan_about"]),
    ("累计完成投资", &["done_total"]),
    ("本年完成投资", &["done_year"]),
    ("占年度计划（%）", &["year_rate"]),
    ("项目阶段", &["stage"]),
    ("计划开工时间", &["started_planned"]),
    ("实际开工时间", &["started_actual"]),
    ("计划竣工时间", &["completed_planned"]),
    ("实际竣工时间", &["completed_actual"]),
    ("形象进度", &["image"]),
    ("用地（亩）", &["need_land"]),
    ("用工（人）", &["need_labour"]),
    ("融资", &["need_money"]),
    ("存在问题", &["issue"]),
    ("下步措施", &["next_step"]),
    (LEADER, &["leader"]),
    ("责任单位", &["responsible_unit"]),
    ("联系人", &["contact"]),
    ("联系电话", &["phone"]),
    ("备注", &["note"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_print_layout_keeps_its_type_readable_on_a3() {
        // 420 mm less two margins of 0.4 inch hold 1509 points of 1/96 inch; a character of width takes 7, a cell 5 more.
        let wide: f64 = PRINT.iter().map(|c| c.width * 7.0 + 5.0).sum::<f64>() + 6.0 * 7.0 + 5.0;
        let scale = (1509.0 / wide).min(1.0);
        assert!(scale * 10.0 >= 9.0, "10 point type would print at {:.1}", scale * 10.0);
    }

    #[test]
    fn every_column_can_be_marked_as_new() {
        for column in OFFICIAL.iter().chain(LIST).chain(PRINT) {
            assert!(!column.fields().is_empty(), "{}", column.head);
        }
    }

    #[test]
    fn every_head_has_english_words() {
        for column in OFFICIAL.iter().chain(LIST).chain(PRINT) {
            for text in [column.head.as_ref(), column.group].into_iter().filter(|t| !t.is_empty()) {
                assert!(HEADS.iter().any(|(zh, _)| *zh == text), "{text}");
            }
        }
    }
}
