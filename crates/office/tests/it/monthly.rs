//! S1, the monthly county table: three header rows, the total first, units in cells, words in date columns, faulty formulas.

use crate::dice::{Dice, Made, edited, merge, save, texts};
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};
use zhuanban_core::error::Rule;
use zhuanban_core::job::Job;
use zhuanban_office::read::MarkState;
use zhuanban_office::{Corrections, Field, LineKind, ReadRow, Understanding, read};

pub fn rows(made: &Made) -> (Vec<ReadRow>, Understanding) {
    let mut rows = Vec::new();
    let understanding = read(&made.path, &Corrections::default(), &Job::default(), |row| {
        rows.push(row);
        Ok(())
    })
    .unwrap();
    (rows, understanding)
}

const SINGLE: [(u16, &str); 9] = [
    (0, "序号"),
    (1, "项目名称"),
    (2, "建设单位"),
    (3, "建设地点\n（镇街、园区）"),
    (4, "建设性质"),
    (5, "起止年限"),
    (6, "总 投 资"),
    (7, "截至2022年底\n累计完成投资"),
    (23, "备注"),
];

fn header(sheet: &mut Worksheet) {
    texts(sheet, 0, &["附件1"]);
    merge(sheet, (1, 0), (1, 23), "岱岳区2023年重点工业项目5月份进展情况");
    texts(
        sheet,
        2,
        &[
            "填报单位：岱岳区专班",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "单位：万元",
        ],
    );
    for (column, text) in SINGLE {
        merge(sheet, (3, column), (5, column), text);
    }
    merge(sheet, (3, 8), (3, 12), "2023年");
    merge(sheet, (4, 8), (5, 8), "年度计划投资");
    merge(sheet, (4, 9), (4, 10), "5月份");
    texts(sheet, 5, &["", "", "", "", "", "", "", "", "", "当月完成", "1—5月累计"]);
    merge(sheet, (4, 11), (5, 11), "占年计划%");
    merge(sheet, (4, 12), (5, 12), "形象进度");
    merge(sheet, (3, 13), (3, 14), "开工情况");
    merge(sheet, (4, 13), (5, 13), "计划");
    merge(sheet, (4, 14), (5, 14), "实际");
    merge(sheet, (3, 15), (3, 18), "手续办理情况");
    for (column, text) in [(15, "备案"), (16, "用地"), (17, "环评"), (18, "施工许可")] {
        merge(sheet, (4, column), (5, column), text);
    }
    merge(sheet, (3, 19), (5, 19), "存在问题");
    merge(sheet, (3, 20), (3, 22), "责任体系");
    for (column, text) in [(20, "包保领导"), (21, "责任单位"), (22, "责任人及电话")] {
        merge(sheet, (4, column), (5, column), text);
    }
}

/// What was written into one line.
struct Written {
    name: String,
    enterprise: String,
    total: i64,
    plan: i64,
    month: i64,
    year: i64,
    mobile: String,
    struck: bool,
}

fn line(sheet: &mut Worksheet, row: u32, number: usize, dice: &mut Dice) -> Written {
    let written = Written {
        name: dice.project(number),
        enterprise: dice.enterprise(),
        total: dice.roll(90_000) as i64 + 1_000,
        plan: dice.roll(9_000) as i64,
        month: dice.roll(900) as i64,
        year: dice.roll(5_000) as i64,
        mobile: dice.mobile(),
        struck: dice.roll(8) == 0,
    };
    let format = if written.struck { Format::new().set_font_strikethrough() } else { Format::new() };
    let starred = if dice.roll(3) == 0 { format!("★{}", written.name) } else { written.name.clone() };
    sheet.write(row, 0, number as u32).unwrap();
    for (column, text) in
        [(1, starred.as_str()), (2, &written.enterprise), (3, "岱岳经开区"), (4, "新建"), (5, "2022-2024")]
    {
        sheet.write_with_format(row, column, text, &format).unwrap();
    }
    match dice.roll(4) {
        0 => sheet.write(row, 6, format!("{}.{:04}亿", written.total / 10_000, written.total % 10_000)).unwrap(),
        1 => sheet.write(row, 6, written.total.to_string().chars().map(wide).collect::<String>()).unwrap(),
        _ => sheet.write(row, 6, written.total).unwrap(),
    };
    sheet.write(row, 7, 100).unwrap();
    sheet.write(row, 8, written.plan).unwrap();
    sheet.write(row, 9, written.month).unwrap();
    sheet.write(row, 10, written.year).unwrap();
    sheet.write(row, 11, "43.9%").unwrap();
    sheet.write(row, 12, "主体封顶，设备安装60%").unwrap();
    sheet.write(row, 13, dice.pick(&["2022.3", "2023-04", "2022年3月底前"])).unwrap();
    sheet.write(row, 14, dice.pick(&["2022.3.28", "未开工", "—"])).unwrap();
    for column in 15..19 {
        sheet.write(row, column, dice.pick(&["√", "办理中", "不涉及", "×"])).unwrap();
    }
    sheet.write(row, 19, dice.pick(&["无", "土地证未办"])).unwrap();
    texts_at(sheet, row, 20, &["王建国", "区工信局"]);
    sheet.write(row, 22, format!("孙 强\n{}/0538-8201234", written.mobile)).unwrap();
    written
}

fn texts_at(sheet: &mut Worksheet, row: u32, from: u16, cells: &[&str]) {
    for (at, text) in cells.iter().enumerate() {
        sheet.write(row, from + at as u16, *text).unwrap();
    }
}

fn wide(c: char) -> char {
    char::from_u32(c as u32 + 0xfee0).unwrap()
}

#[test]
fn a_monthly_table_comes_back_as_it_was_written() {
    for seed in 1..=8 {
        let mut dice = Dice(seed);
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.set_name("5月").unwrap();
        header(sheet);
        let count = 5 + dice.roll(20) as usize;
        merge(sheet, (7, 0), (7, 23), "一、续建项目");
        let written: Vec<_> = (0..count).map(|at| line(sheet, 8 + at as u32, at + 1, &mut dice)).collect();
        sheet.write(6, 0, format!("合计（{count}个）")).unwrap();
        let total: i64 = written.iter().map(|w| w.total).sum();
        sheet.write_formula(6, 6, Formula::new("=SUM(G9:G99)").set_result(total.to_string())).unwrap();
        sheet.write_formula(6, 8, Formula::new("=SUM(I9:I99)")).unwrap();
        texts(sheet, 9 + count as u32, &["填报人：□□ 审核人：□□ 负责人（签字）：□□"]);
        sheet.set_row_hidden(9).unwrap();
        let hidden = book.add_worksheet();
        hidden.set_name("4月").unwrap().set_hidden(true);
        let (rows, understanding) =
            rows(&edited(&save(book), "xl/worksheets/sheet1.xml", "<f>SUM(I9:I99)</f><v>0</v>", "<f>SUM(I9:I99)</f>"));

        assert_eq!(rows.len(), count, "seed {seed}");
        for (row, written) in rows.iter().zip(&written) {
            compare(row, written);
        }
        assert_eq!(rows.iter().filter(|row| row.hidden).count(), 1);
        let sheet = &understanding.sheets[0];
        let kinds: Vec<_> = sheet.skipped.iter().map(|line| line.kind).collect();
        assert_eq!(
            kinds,
            [LineKind::Note, LineKind::Title, LineKind::Unit, LineKind::Total, LineKind::Group, LineKind::Note]
        );
        assert_eq!(sheet.totals.len(), 2, "the count and the only total with a value: {:?}", sheet.totals);
        assert!(sheet.totals.iter().all(|check| check.agrees()), "{:?}", sheet.totals);
        assert!(!understanding.sheets[1].has_table && understanding.sheets[1].hidden);
    }
}

fn compare(row: &ReadRow, written: &Written) {
    assert_eq!((&row.name, row.enterprise.as_ref()), (&written.name, Some(&written.enterprise)));
    let money = |field| row.money(field).map(|amount| amount.yuan / 10_000);
    assert_eq!(money(Field::Total), Some(written.total), "{row:?}");
    assert_eq!(
        (money(Field::Plan), money(Field::DoneMonth), money(Field::DoneYear)),
        (Some(written.plan), Some(written.month), Some(written.year))
    );
    assert_eq!(money(Field::DonePrior), Some(100));
    assert_eq!(row.phones, [written.mobile.as_str(), "0538-8201234"]);
    assert_eq!(row.contact.as_deref(), Some("孙强"));
    assert_eq!(row.region, None, "岱岳经开区 is no county");
    assert_eq!(row.site.as_deref(), Some("岱岳经开区"));
    assert_eq!(row.finish_planned.unwrap().to_string(), "2024-12-31/year");
    assert!(row.start_planned.is_some());
    assert_eq!(row.approvals.len(), 4, "{:?}", row.approvals);
    assert_eq!(
        row.approvals.iter().map(|mark| mark.item.as_str()).collect::<Vec<_>>(),
        ["备案", "用地", "环评", "施工许可"]
    );
    assert!(row.approvals.iter().all(|mark| mark.state != MarkState::Open || mark.note.is_none()));
    assert_eq!(row.struck, written.struck);
    assert_eq!(row.groups, ["一、续建项目"]);
    assert!(row.faults.is_empty(), "{:?}", row.faults);
}

#[test]
fn formula_errors_have_addresses_and_the_row_is_offered_without_the_field() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    texts(
        sheet,
        0,
        &[
            "序号",
            "项目名称",
            "建设单位",
            "总投资（万元）",
            "年度计划投资（万元）",
            "计划开工时间",
            "项目代码",
            "联系电话",
        ],
    );
    texts(sheet, 1, &["1", "甲项目", "甲公司", "", "", "2022.13", "2307-231005-04-01-503554", "1.38E+10"]);
    sheet.write_formula(1, 3, Formula::new("=Sheet9!A1").set_result("#REF!")).unwrap();
    sheet.write_formula(1, 4, Formula::new("=D2*2")).unwrap();
    texts(sheet, 2, &["2", "乙项目", "乙公司", "待定", "-5"]);
    sheet.write(2, 5, 2022.1).unwrap();
    sheet.write(2, 6, 370_911_000_001_i64).unwrap();
    sheet.write(2, 7, 13_800_026_933_i64).unwrap();
    let made = edited(&save(book), "xl/worksheets/sheet1.xml", "<f>D2*2</f><v>0</v>", "<f>D2*2</f><v/>");
    let (rows, _) = rows(&made);
    let faults = |at: usize| rows[at].faults.iter().map(|f| (f.cell.as_str(), f.fault.rule)).collect::<Vec<_>>();
    assert_eq!(
        faults(0),
        [("D2", Rule::FormulaError), ("E2", Rule::FormulaText), ("F2", Rule::NoSuchMonth), ("H2", Rule::NotAPhone)]
    );
    assert_eq!(faults(1), [("D3", Rule::NotANumber), ("E3", Rule::Negative), ("F3", Rule::AmbiguousMonth)]);
    assert_eq!(
        (rows[0].name.as_str(), rows[0].total, rows[0].code.as_deref()),
        ("甲项目", None, Some("2307-231005-04-01-503554"))
    );
    assert_eq!((rows[1].code.as_deref(), rows[1].phones[0].as_str()), (Some("370911000001"), "13800026933"));
}

#[test]
fn an_inserted_column_is_mapped_and_shared_cells_hold_for_both_phases() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    texts(sheet, 0, &["序号", "项目名称", "本次新增的列", "建设单位", "所在区县", "总投资（亿元）"]);
    texts(sheet, 1, &["1", "甲项目（一期）", "x", "", "", "0.92"]);
    texts(sheet, 2, &["2", "甲项目（二期）", "y", "", "", "1.08"]);
    merge(sheet, (1, 3), (2, 3), "甲公司");
    merge(sheet, (1, 4), (2, 4), "岱岳区");
    let (rows, understanding) = rows(&save(book));
    assert_eq!(rows.len(), 2);
    for (row, yuan) in rows.iter().zip([92_000_000, 108_000_000]) {
        assert_eq!((row.enterprise.as_deref(), row.region.as_deref()), (Some("甲公司"), Some("岱岳区")));
        assert_eq!(row.total.unwrap().yuan, yuan);
    }
    let inserted = &understanding.sheets[0].columns[2];
    assert_eq!((inserted.field, inserted.sure), (Field::Ignore, false));
}
