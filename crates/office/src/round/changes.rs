//! 红字变化稿: the projects with every cell that changed in red, the list of changes, and the sums by unit, as one workbook.

use crate::export::{Content, RED, put, stage_words};
use rust_xlsxwriter::{DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use std::path::Path;
use ts_rs::TS;
use zhuanban_core::api::unchanged;
use zhuanban_core::error::{FileProblem, Result};
use zhuanban_core::id::{ProjectId, RoundId};
use zhuanban_core::people::role_word::{role_word, usual};
use zhuanban_core::people::{Office, Role};
use zhuanban_core::project::Stage;
use zhuanban_core::round::Round;
use zhuanban_core::round::query::{Against, earlier, now};
use zhuanban_core::snapshot::compare::{ComparedLine, LineChange, LineWindow, UnitSums, between, lines};
use zhuanban_core::snapshot::query::{Moment, rows};
use zhuanban_core::snapshot::{Snapshot, SnapshotRow};
use zhuanban_core::store::Reader;
use zhuanban_core::{Caller, Desk, Done, Error};

/// Which two moments: a round against its last or last year's, or any two.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportChanges {
    pub file: String,
    #[serde(default)]
    pub round: Option<RoundId>,
    #[serde(default)]
    pub with: Option<Against>,
    #[serde(default)]
    pub from: Option<Moment>,
    #[serde(default)]
    pub to: Option<Moment>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportedChanges {
    pub file: String,
    /// Cells in red.
    pub red: u32,
}

/// What is compared, with its words.
struct Pair {
    title: String,
    old_name: String,
    new_name: String,
    old: Vec<SnapshotRow>,
    new: Vec<SnapshotRow>,
    /// What the leader in charge is called here.
    leader: String,
}

impl Pair {
    /// The head of a column, or the word of a field.
    fn word<'p>(&'p self, field: &str, usual: &'p str) -> &'p str {
        if field == "leader" { &self.leader } else { usual }
    }
}

pub fn export(desk: &Desk, caller: &Caller, input: ExportChanges) -> Result<Done<ExportedChanges>> {
    let path = Path::new(&input.file);
    let unwritable = |detail: String| Error::file(path, FileProblem::Unwritable, detail);
    let (bytes, red) = desk.read(caller, |r| {
        let pair = pair(r, &input)?;
        let units = between(r, &pair.old, &pair.new, &LineWindow::default())?.units;
        let office: Office = r.get(r.office()?)?;
        let mut book = Workbook::new();
        book.set_properties(&DocProperties::new().set_author(&office.name).set_title(&pair.title));
        let red = write(&mut book, &pair, &units).map_err(|e| Error::Internal(e.to_string()))?;
        Ok((book.save_to_buffer().map_err(|e| Error::Internal(e.to_string()))?, red))
    })?;
    std::fs::write(path, bytes).map_err(|e| unwritable(e.to_string()))?;
    Ok(unchanged(ExportedChanges { file: input.file, red }))
}

fn pair(r: &Reader, input: &ExportChanges) -> Result<Pair> {
    let leader = role_word(r, Role::Leader)?;
    if let Some(id) = input.round {
        let round: Round = r.get(id)?;
        let with = input.with.unwrap_or(Against::Last);
        let new = now(r, &round)?;
        let old = earlier(r, &round, with, &new)?;
        let old_name = if with == Against::Last { "上期" } else { "去年同期" }.to_string();
        return Ok(Pair {
            title: format!("{}（较{old_name}）", round.name),
            old_name,
            new_name: "本期".into(),
            old,
            new,
            leader,
        });
    }
    let (from, to) = (input.from.clone().unwrap_or(Moment::Now), input.to.clone().unwrap_or(Moment::Now));
    let (old_name, new_name) = (name(r, &from)?, name(r, &to)?);
    let title = format!("{old_name}与{new_name}对比");
    Ok(Pair { title, old_name, new_name, old: rows(r, &from)?, new: rows(r, &to)?, leader })
}

fn name(r: &Reader, moment: &Moment) -> Result<String> {
    Ok(match moment {
        Moment::Now => "现在".into(),
        Moment::Month(month) => month.clone(),
        Moment::Snapshot(id) => r.get::<Snapshot>(*id)?.name,
    })
}

/// A column of the ledger of changes: head, field, width, how it is shown.
type Shown = (&'static str, &'static str, f64, fn(&SnapshotRow) -> Content);

static COLUMNS: &[Shown] = &[
    ("属地", "region_name", 12.0, |r| Content::text(r.region_name.as_deref())),
    ("项目名称", "name", 34.0, |r| Content::text(Some(&r.name))),
    ("建设单位", "enterprise", 24.0, |r| Content::text(r.enterprise.as_deref())),
    ("项目阶段", "stage", 10.0, |r| Content::text(Some(stage_words(r.stage)))),
    ("总投资（万元）", "total", 13.0, |r| Content::wan(r.total, false)),
    ("年度计划投资（万元）", "plan", 13.0, |r| Content::wan(r.plan, false)),
    ("累计完成投资（万元）", "done_total", 13.0, |r| Content::wan(r.done_total, false)),
    ("本年完成投资（万元）", "done_year", 13.0, |r| Content::wan(r.done_year, false)),
    ("实际开工时间", "started_actual", 13.0, |r| Content::day(r.started_actual)),
    ("实际竣工时间", "completed_actual", 13.0, |r| Content::day(r.completed_actual)),
    ("形象进度", "image", 36.0, |r| Content::text(r.image.as_deref())),
    ("存在问题", "issue", 36.0, |r| Content::text(r.issue.as_deref())),
    ("下步措施", "next_step", 28.0, |r| Content::text(r.next_step.as_deref())),
    (usual(Role::Leader), "leader", 10.0, |r| Content::person(r.leader.as_deref())),
    ("责任单位", "responsible_unit", 14.0, |r| Content::text(r.responsible_unit.as_deref())),
];

struct Looks {
    title: Format,
    note: Format,
    head: Format,
    cell: Format,
    red: Format,
    gone: Format,
}

impl Looks {
    fn new() -> Self {
        let cell = Format::new().set_font_name("宋体").set_font_size(10).set_border(FormatBorder::Thin);
        let cell = cell.set_align(FormatAlign::VerticalCenter).set_text_wrap();
        let red = cell.clone().set_font_color(RED);
        Self {
            title: Format::new().set_font_name("黑体").set_font_size(16).set_align(FormatAlign::Center),
            note: Format::new().set_font_name("宋体").set_font_size(10),
            head: cell.clone().set_bold().set_align(FormatAlign::Center).set_background_color("#EEF2F6"),
            gone: red.clone().set_font_strikethrough(),
            red,
            cell,
        }
    }
}

type Wrote = std::result::Result<(), XlsxError>;

fn write(book: &mut Workbook, pair: &Pair, units: &[UnitSums]) -> std::result::Result<u32, XlsxError> {
    let looks = Looks::new();
    let lines = lines(&pair.old, &pair.new);
    let red = ledger(book.add_worksheet().set_name("变化稿")?, pair, &lines, &looks)?;
    list(book.add_worksheet().set_name("变化清单")?, pair, &lines, &looks)?;
    sums(book.add_worksheet().set_name("分单位对照")?, pair, units, &looks)?;
    Ok(red)
}

fn start(sheet: &mut Worksheet, title: &str, heads: &[(&str, f64)], looks: &Looks) -> Wrote {
    let last = u16::try_from(heads.len().saturating_sub(1)).unwrap_or(0).max(1);
    sheet.merge_range(0, 0, 0, last, title, &looks.title)?;
    sheet.set_row_height(0, 28)?;
    for (col, (head, width)) in (0..).zip(heads) {
        sheet.write_string_with_format(2, col, *head, &looks.head)?;
        sheet.set_column_width(col, *width)?;
    }
    sheet.set_landscape().set_paper_size(8).set_print_fit_to_pages(1, 0).set_margins(0.4, 0.4, 0.5, 0.5, 0.2, 0.2);
    sheet.set_repeat_rows(0, 2)?.set_freeze_panes(3, 0)?;
    sheet.set_footer("&L内部资料 注意保存&C第 &P 页 共 &N 页");
    Ok(())
}

/// Every project as it is now; changed cells and new projects red, those that are gone struck through at the end.
fn ledger(
    sheet: &mut Worksheet,
    pair: &Pair,
    lines: &[ComparedLine],
    looks: &Looks,
) -> std::result::Result<u32, XlsxError> {
    let heads: Vec<(&str, f64)> =
        COLUMNS.iter().map(|(head, field, width, _)| (pair.word(field, head), *width)).collect();
    start(sheet, &pair.title, &heads, looks)?;
    let note =
        format!("红字为与{}不同的内容，删除线为{}有而{}没有的项目。", pair.old_name, pair.old_name, pair.new_name);
    sheet.write_string_with_format(1, 0, note, &looks.note)?;
    let by_project: HashMap<ProjectId, &ComparedLine> = lines.iter().map(|line| (line.project, line)).collect();
    let (mut row, mut red) = (3, 0);
    for project in &pair.new {
        let line = by_project.get(&project.project);
        let fields: HashSet<&str> = line.iter().flat_map(|l| &l.fields).map(|f| f.field.as_str()).collect();
        let all = line.is_some_and(|l| l.kind == LineChange::Added);
        for (col, (_, field, _, show)) in (0..).zip(COLUMNS) {
            let is_red = all || fields.contains(field);
            red += u32::from(is_red);
            put(sheet, row, col, show(project), if is_red { &looks.red } else { &looks.cell })?;
        }
        row += 1;
    }
    let there: HashSet<ProjectId> = pair.new.iter().map(|p| p.project).collect();
    for project in pair.old.iter().filter(|p| !there.contains(&p.project)) {
        for (col, (.., show)) in (0..).zip(COLUMNS) {
            put(sheet, row, col, show(project), &looks.gone)?;
        }
        row += 1;
    }
    Ok(red)
}

fn list(sheet: &mut Worksheet, pair: &Pair, lines: &[ComparedLine], looks: &Looks) -> Wrote {
    let heads = [
        ("属地", 12.0),
        ("项目名称", 34.0),
        ("变化", 14.0),
        (pair.old_name.as_str(), 36.0),
        (pair.new_name.as_str(), 36.0),
    ];
    start(sheet, &format!("{}变化清单", pair.title), &heads, looks)?;
    let mut row = 3;
    let mut line = |unit: &str, name: &str, what: &str, old: Content, new: Content| -> Wrote {
        put(sheet, row, 0, Content::text(Some(unit)), &looks.cell)?;
        put(sheet, row, 1, Content::text(Some(name)), &looks.cell)?;
        put(sheet, row, 2, Content::text(Some(what)), &looks.cell)?;
        put(sheet, row, 3, old, &looks.cell)?;
        put(sheet, row, 4, new, &looks.red)?;
        row += 1;
        Ok(())
    };
    for l in lines {
        match l.kind {
            LineChange::Added => line(&l.unit_name, &l.name, "新增", Content::Empty, Content::text(Some(&l.name)))?,
            LineChange::Gone => line(&l.unit_name, &l.name, "本期没有", Content::text(Some(&l.name)), Content::Empty)?,
            LineChange::Changed => {
                for f in &l.fields {
                    let what = pair.word(&f.field, words(&f.field));
                    line(&l.unit_name, &l.name, what, value(&f.field, &f.old), value(&f.field, &f.new))?;
                }
            }
        }
    }
    Ok(())
}

fn is_money(field: &str) -> bool {
    matches!(
        field,
        "total"
            | "plan"
            | "arrived"
            | "done_total"
            | "done_year"
            | "done_month"
            | "statistics_total"
            | "statistics_year"
    )
}

fn words(field: &str) -> &'static str {
    match field {
        "code" => "项目代码",
        "chain" => "产业链",
        "tags" => "标签",
        "standing" => "状态",
        "carried" => "类别",
        "counted" => "单独计数",
        "arrived" => "到位资金（万元）",
        "started_planned" => "计划开工时间",
        "completed_planned" => "计划竣工时间",
        "done_month" => "当月完成（万元）",
        "entered" => "是否纳统",
        "statistics_total" => "统计累计（万元）",
        "statistics_year" => "统计本年（万元）",
        other => COLUMNS.iter().find(|(_, field, ..)| *field == other).map_or("其他", |(head, ..)| head),
    }
}

fn value(field: &str, json: &serde_json::Value) -> Content {
    match json {
        serde_json::Value::Number(n) if is_money(field) => Content::wan(n.as_i64(), false),
        serde_json::Value::Number(n) if matches!(field, "counted" | "entered") => {
            Content::Text(if n.as_i64() == Some(1) { "是" } else { "否" }.into())
        }
        serde_json::Value::Number(n) => Content::Text(n.to_string()),
        serde_json::Value::String(text) if field == "stage" => {
            Content::text(Stage::find(text).map(stage_words).or(Some(text.as_str())))
        }
        serde_json::Value::String(text) if matches!(field, "standing" | "carried") => Content::text(Some(choice(text))),
        serde_json::Value::String(text) => match text.parse() {
            Ok(day) => Content::day(Some(day)),
            Err(_) => Content::Text(text.clone()),
        },
        _ => Content::Empty,
    }
}

/// States and kinds in the words of ledgers (practice §5.4).
fn choice(code: &str) -> &str {
    match code {
        "active" => "正常",
        "winter_stop" => "冬季停工",
        "suspended" => "停建缓建",
        "terminated" => "终止",
        "delisted" => "调出清单",
        "merged" => "合并",
        "split" => "拆分",
        "new" => "新开工",
        "continued" => "续建",
        other => other,
    }
}

fn sums(sheet: &mut Worksheet, pair: &Pair, units: &[UnitSums], looks: &Looks) -> Wrote {
    let two = |what: &str| (format!("{what}（{}）", pair.old_name), format!("{what}（{}）", pair.new_name));
    let (count, total, done) = (two("项目数"), two("总投资（万元）"), two("累计完成（万元）"));
    let heads = [
        ("属地", 14.0),
        (&count.0, 12.0),
        (&count.1, 12.0),
        (&total.0, 16.0),
        (&total.1, 16.0),
        (&done.0, 16.0),
        (&done.1, 16.0),
        ("累计完成增减（万元）", 16.0),
    ];
    let heads: Vec<(&str, f64)> = heads.iter().map(|(head, width)| (&**head, *width)).collect();
    start(sheet, &format!("{}分单位对照", pair.title), &heads, looks)?;
    let all = units.iter().fold(
        UnitSums { key: String::new(), name: "合计".into(), from: Default::default(), to: Default::default() },
        |mut all, unit| {
            all.from.join(&unit.from);
            all.to.join(&unit.to);
            all
        },
    );
    for (row, unit) in (3..).zip(units.iter().chain([&all])) {
        let name = if unit.name.is_empty() { "未填属地" } else { &unit.name };
        put(sheet, row, 0, Content::text(Some(name)), &looks.cell)?;
        let numbers = [
            Content::count(unit.from.count),
            Content::count(unit.to.count),
            Content::wan(Some(unit.from.total), false),
            Content::wan(Some(unit.to.total), false),
            Content::wan(Some(unit.from.done_total), false),
            Content::wan(Some(unit.to.done_total), false),
            Content::wan(Some(unit.to.done_total - unit.from.done_total), false),
        ];
        for (col, number) in (1..).zip(numbers) {
            put(sheet, row, col, number, &looks.cell)?;
        }
    }
    Ok(())
}
