//! One unit's workbook: its projects with what they were last period, only this period's cells open.

use super::column;
use super::mark::Mark;
use crate::export::{Content, put};
use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, Format,
    FormatAlign, FormatBorder, Formula, ProtectionOptions, Workbook, Worksheet, XlsxError,
};
use zhuanban_core::round::file::text_hash;
use zhuanban_core::round::{Asked, Round, RoundUnit, period_name};
use zhuanban_core::snapshot::SnapshotRow;
use zhuanban_core::{Error, Result};

/// Rows left open below the projects for new ones.
const SPARE: u32 = 5;
/// 0-based: the head, and the first project below it.
const HEAD: u32 = 2;
const FIRST: u32 = 3;
const A3: u8 = 8;
/// For figures that are not known yet. It leaves a point behind a whole one, which [`whole`] takes away.
const TYPED: &str = "#,##0.####";

/// Who hands out, for the sheet of explanations.
pub struct Sender<'s> {
    pub office: &'s str,
    pub person: &'s str,
}

/// A workbook, and the hash of the cells it hands out.
pub fn workbook(round: &Round, unit: &RoundUnit, rows: &[&SnapshotRow], from: &Sender) -> Result<(Workbook, String)> {
    let cells = cells_hash(round, rows);
    let mut book = Workbook::new();
    let title = format!("{}重点项目进展情况报送表", period_name(round.kind, &round.period));
    // The author is the office, never the person (practice §6).
    book.set_properties(&DocProperties::new().set_author(from.office).set_title(&title));
    let mut wrote = || -> std::result::Result<(), XlsxError> {
        let looks = Looks::new();
        let sheet = book.add_worksheet().set_name("报送表")?;
        let plan = Plan::of(round);
        frame(sheet, &plan, round, unit, &title, &looks)?;
        for (row, project) in (FIRST..).zip(rows) {
            body(sheet, &plan, round, row, project, &looks)?;
        }
        let spare = FIRST + u32::try_from(rows.len()).unwrap_or(0);
        for row in spare..spare + SPARE {
            blank(sheet, &plan, row, &looks)?;
        }
        total(sheet, &plan, rows, spare + SPARE, &round.period, &looks)?;
        whole(sheet, &plan, spare + SPARE)?;
        validate(sheet, &plan, spare + SPARE - 1)?;
        explain(&mut book, round, from, &looks)?;
        Mark { round: round.id, unit: unit.id, cells: cells.clone() }.write(&mut book)
    };
    wrote().map_err(|e| Error::Internal(e.to_string()))?;
    Ok((book, cells))
}

/// Hash of the asked cells as they are handed out.
pub fn cells_hash(round: &Round, rows: &[&SnapshotRow]) -> String {
    let mut text = String::new();
    for row in rows {
        for asked in round.asked() {
            let value = column::handed(asked, row, &round.period).unwrap_or_default();
            text.push_str(&format!("{}\t{}\t{value}\n", row.project, asked.code()));
        }
    }
    text_hash(&text)
}

/// Columns of the sheet: hidden ones, what is only shown, what is asked.
struct Plan {
    asked: Vec<(u16, Asked)>,
}

/// Heads before the asked columns, with their widths. The first two are hidden.
const SHOWN: [(&str, f64); 8] = [
    ("系统编号（勿改）", 8.0),
    ("项目代码", 20.0),
    ("序号", 6.0),
    ("项目名称", 34.0),
    ("建设单位", 24.0),
    ("总投资", 12.0),
    ("年度计划投资", 12.0),
    ("上期数（供对照）", 12.0),
];
const NAME: u16 = 3;
const ENTERPRISE: u16 = 4;
const TOTAL: u16 = 5;
const PLAN: u16 = 6;
const LAST: u16 = 7;

/// Every heading of a workbook that asks for these.
pub fn heads(asked: &[Asked]) -> impl Iterator<Item = &'static str> {
    SHOWN.into_iter().map(|(head, _)| head).chain(asked.iter().map(|a| column::head(*a).0))
}

impl Plan {
    fn of(round: &Round) -> Self {
        let first = u16::try_from(SHOWN.len()).unwrap_or(0);
        Self { asked: (first..).zip(round.asked()).collect() }
    }

    fn width(&self) -> u16 {
        self.asked.last().map_or(LAST, |(at, _)| *at)
    }
}

struct Looks {
    title: Format,
    note: Format,
    head: Format,
    open_head: Format,
    text: Format,
    wrapped: Format,
    money: Format,
    open: Format,
    open_money: Format,
    open_words: Format,
    sum: Format,
}

impl Looks {
    fn new() -> Self {
        let cell = Format::new().set_font_name("宋体").set_font_size(10).set_border(FormatBorder::Thin);
        let cell = cell.set_align(FormatAlign::VerticalCenter).set_background_color("#F3F5F7");
        let head = cell.clone().set_bold().set_align(FormatAlign::Center).set_text_wrap();
        // Locked cells are grey, open ones white: what is to be filled in is seen at once.
        let open = cell.clone().set_background_color("#FFFFFF").set_unlocked();
        Self {
            title: Format::new().set_font_name("黑体").set_font_size(16).set_align(FormatAlign::Center),
            note: Format::new().set_font_name("宋体").set_font_size(10),
            head: head.clone().set_background_color("#E6EAEE"),
            open_head: head.set_background_color("#DCE8F4"),
            text: cell.clone().set_num_format("@"),
            wrapped: cell.clone().set_text_wrap(),
            money: cell.clone().set_align(FormatAlign::Right),
            open: open.clone().set_num_format("@").set_align(FormatAlign::Center),
            open_money: open.clone().set_num_format(TYPED).set_align(FormatAlign::Right),
            open_words: open.set_text_wrap(),
            sum: cell.set_bold().set_num_format(TYPED).set_align(FormatAlign::Right),
        }
    }

    fn of(&self, asked: Asked) -> &Format {
        match asked {
            _ if column::is_money(asked) => &self.open_money,
            Asked::Image | Asked::Issue | Asked::NextStep => &self.open_words,
            _ => &self.open,
        }
    }
}

type Wrote = std::result::Result<(), XlsxError>;

fn frame(sheet: &mut Worksheet, plan: &Plan, round: &Round, unit: &RoundUnit, title: &str, looks: &Looks) -> Wrote {
    sheet.merge_range(0, NAME, 0, plan.width(), title, &looks.title)?;
    sheet.set_row_height(0, 28)?;
    let note = format!(
        "填报单位：{}    截至日期：{}    单位：万元    请于{}前报送",
        unit.name,
        round.as_of,
        round.due_words()
    );
    sheet.write_string_with_format(1, NAME, note, &looks.note)?;
    for (at, (head, width)) in (0..).zip(SHOWN) {
        sheet.write_string_with_format(HEAD, at, head, &looks.head)?;
        sheet.set_column_width(at, width)?;
    }
    for (at, asked) in &plan.asked {
        let (head, width) = column::head(*asked);
        sheet.write_string_with_format(HEAD, *at, head, &looks.open_head)?;
        sheet.set_column_width(*at, width)?;
    }
    sheet.set_row_height(HEAD, 30)?;
    sheet.set_column_hidden(0)?.set_column_hidden(1)?;
    sheet.set_landscape().set_paper_size(A3).set_print_fit_to_pages(1, 0).set_margins(0.4, 0.4, 0.5, 0.5, 0.2, 0.2);
    sheet.set_repeat_rows(0, HEAD)?.set_freeze_panes(FIRST, NAME + 1)?;
    sheet.set_footer("&L填报人：        审核人：&C第 &P 页 共 &N 页&R负责人（签字）：        联系电话：        ");
    let options =
        ProtectionOptions { format_columns: true, format_rows: true, use_autofilter: true, ..ProtectionOptions::new() };
    sheet.protect_with_options(&options);
    Ok(())
}

fn body(sheet: &mut Worksheet, plan: &Plan, round: &Round, at: u32, row: &SnapshotRow, looks: &Looks) -> Wrote {
    sheet.write_string_with_format(at, 0, row.project.to_string(), &looks.text)?;
    put(sheet, at, 1, Content::text(row.code.as_deref()), &looks.text)?;
    sheet.write_number_with_format(at, 2, f64::from(at - FIRST + 1), &looks.text)?;
    sheet.write_string_with_format(at, NAME, &row.name, &looks.wrapped)?;
    put(sheet, at, ENTERPRISE, Content::text(row.enterprise.as_deref()), &looks.wrapped)?;
    put(sheet, at, TOTAL, Content::wan(row.total, false), &looks.money)?;
    put(sheet, at, PLAN, Content::wan(row.plan, false), &looks.money)?;
    put(sheet, at, LAST, Content::wan(row.done_total, false), &looks.money)?;
    for (col, asked) in &plan.asked {
        let look = looks.of(*asked);
        match handed(*asked, row, &round.period) {
            // It will be typed over, perhaps with other decimals.
            Content::Figure { of, places, .. } => {
                let figure = crate::export::shifted(of, places).parse().unwrap_or(0.0);
                sheet.write_number_with_format(at, *col, figure, look)?;
            }
            content => put(sheet, at, *col, content, look)?,
        }
    }
    Ok(())
}

/// As [`column::handed`], in the words of a ledger.
fn handed(asked: Asked, row: &SnapshotRow, period: &str) -> Content {
    let Some(text) = column::handed(asked, row, period) else { return Content::Empty };
    match asked {
        _ if column::is_money(asked) => Content::wan(text.parse().ok(), false),
        Asked::Stage => Content::text(Some(crate::export::stage_words(row.stage))),
        Asked::StartedActual => Content::day(row.started_actual),
        Asked::Image => Content::text(row.image.as_deref()),
        Asked::Issue => Content::text(row.issue.as_deref()),
        Asked::NextStep => Content::text(row.next_step.as_deref()),
        _ => Content::Text(text),
    }
}

/// A row for a new project: there its name and figures are open too.
fn blank(sheet: &mut Worksheet, plan: &Plan, row: u32, looks: &Looks) -> Wrote {
    for col in [0, 1, 2, LAST] {
        sheet.write_blank(row, col, &looks.text)?;
    }
    for col in [NAME, ENTERPRISE] {
        sheet.write_blank(row, col, &looks.open_words)?;
    }
    for col in [TOTAL, PLAN] {
        sheet.write_blank(row, col, &looks.open_money)?;
    }
    for (col, asked) in &plan.asked {
        sheet.write_blank(row, *col, looks.of(*asked))?;
    }
    Ok(())
}

/// The unit's own totals, as formulas that go along with what it fills in.
fn total(sheet: &mut Worksheet, plan: &Plan, rows: &[&SnapshotRow], at: u32, period: &str, looks: &Looks) -> Wrote {
    for col in 0..=plan.width() {
        sheet.write_blank(at, col, &looks.sum)?;
    }
    sheet.write_string_with_format(at, 2, "合计", &looks.head)?;
    let sum = |of: &dyn Fn(&SnapshotRow) -> Option<i64>| rows.iter().filter_map(|row| of(row)).sum::<i64>();
    let asked = plan.asked.iter().filter(|(_, asked)| column::is_money(*asked)).map(|(col, asked)| {
        // The sum that is shown before anything is counted anew is that of the cells above it.
        let value = |row: &SnapshotRow| column::handed(*asked, row, period).and_then(|text| text.parse().ok());
        (*col, sum(&value))
    });
    let shown = [(TOTAL, sum(&|row| row.total)), (PLAN, sum(&|row| row.plan)), (LAST, sum(&|row| row.done_total))];
    for (col, yuan) in shown.into_iter().chain(asked) {
        let letter = crate::source::letter(usize::from(col));
        let formula = format!("=SUM({letter}{}:{letter}{at})", FIRST + 1);
        let formula = Formula::new(formula).set_result(crate::export::shifted(yuan, 4));
        sheet.write_formula_with_format(at, col, formula, &looks.sum)?;
    }
    Ok(())
}

/// Whole figures that somebody types, and sums of such, are shown without a point.
fn whole(sheet: &mut Worksheet, plan: &Plan, last: u32) -> Wrote {
    let asked = plan.asked.iter().filter(|(_, asked)| column::is_money(*asked)).map(|(col, _)| *col);
    for col in [TOTAL, PLAN, LAST].into_iter().chain(asked) {
        let first = format!("{}{}", crate::source::letter(usize::from(col)), FIRST + 1);
        let rule = ConditionalFormatFormula::new()
            .set_rule(format!("=AND(ISNUMBER({first}),{first}=ROUND({first},0))").as_str())
            .set_format(Format::new().set_num_format("#,##0"));
        sheet.add_conditional_format(FIRST, col, last, col, &rule)?;
    }
    Ok(())
}

fn validate(sheet: &mut Worksheet, plan: &Plan, last: u32) -> Wrote {
    for (col, asked) in &plan.asked {
        if let Some(choices) = column::choices(*asked) {
            let list = DataValidation::new().allow_list_strings(&choices)?.set_error_title("请从下拉项中选")?;
            sheet.add_data_validation(FIRST, *col, last, *col, &list)?;
        } else if column::is_money(*asked) && *asked != Asked::DoneMonth {
            let number = DataValidation::new()
                .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0))
                .set_error_style(DataValidationErrorStyle::Warning)
                .set_error_title("单位是万元")?
                .set_error_message("请填不小于0的数，单位万元，不带文字。")?;
            sheet.add_data_validation(FIRST, *col, last, *col, &number)?;
        }
    }
    Ok(())
}

/// 说明: how to fill it in, in the office's words.
fn explain(book: &mut Workbook, round: &Round, from: &Sender, looks: &Looks) -> Wrote {
    let sheet = book.add_worksheet().set_name("说明")?;
    let lines = [
        "填报说明".to_string(),
        format!("1. 数据截至{}，请于{}前报回；逾期通报。", round.as_of.format("%Y年%-m月%-d日"), round.due_words()),
        "2. 只填白色格子，灰色格子已锁定。金额单位为万元，口径为调度数，累计完成为开工以来累计。".into(),
        "3. 表中已填好上期内容：有变化的改，没有变化的不动；没有存在问题的填“无”。".into(),
        "4. 阶段、是否开工、是否纳统请从下拉项中选。".into(),
        "5. 新增项目填在下方空白行；项目终止、更名、调出请在“存在问题”中写明，不要删行。".into(),
        "6. 请不要插入列、改表头或另做一张表。文件名可以改。".into(),
        "7. 全部没有变化的，报零报告并加盖公章；盖章扫描件随表一并报送。".into(),
        format!("联系：{} {}", from.office, from.person),
    ];
    sheet.set_column_width(0, 90)?;
    for (row, line) in (0..).zip(&lines) {
        sheet.write_string_with_format(row, 0, line, if row == 0 { &looks.title } else { &looks.note })?;
    }
    sheet.protect();
    Ok(())
}
