//! 三张清单 as one workbook: 权力清单 and 责任清单 unit by unit, and the office's 负面清单.

use crate::export::{Exported, Language};
use crate::file;
use rust_xlsxwriter::{DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zhuanban_core::api::unchanged;
use zhuanban_core::approval::authority::{AuthorityItem, AuthorityLists, AuthorityUnit, lists};
use zhuanban_core::error::Result;
use zhuanban_core::negative::{NegativeEntry, NegativeMeasure, query::entries};
use zhuanban_core::{Caller, Desk, Done, Error};

/// Where to, in which language.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct AuthorityExport {
    pub file: String,
    #[serde(default)]
    pub language: Language,
}

type Heads = &'static [(&'static str, &'static str, f64)];

const ITEMS: Heads = &[
    ("序号", "No.", 6.0),
    ("单位", "Unit", 20.0),
    ("编码", "Code", 8.0),
    ("事项名称", "Item", 44.0),
    ("依据", "Basis", 60.0),
];
const ENTRIES: Heads = &[
    ("序号", "No.", 6.0),
    ("条目", "Entry", 28.0),
    ("内容", "Content", 50.0),
    ("行业代码", "Industry codes", 16.0),
    ("关键词", "Words", 24.0),
    ("措施", "Measure", 14.0),
    ("依据", "Basis", 40.0),
    ("施行日期", "From", 12.0),
    ("截止日期", "Until", 12.0),
];

/// Writes the workbook; answers how many lines it has in all.
pub fn export(desk: &Desk, caller: &Caller, input: AuthorityExport) -> Result<Done<Exported>> {
    let (lists, entries) = desk.read(caller, |r| Ok((lists(r)?, entries(r)?)))?;
    let english = input.language == Language::En;
    let rows = file::save(&input.file, ".xlsx", |draft| {
        let mut book = Workbook::new();
        let title =
            if english { "Powers, duties and negative list" } else { "权力清单、责任清单、负面清单" };
        book.set_properties(&DocProperties::new().set_title(title));
        let rows = fill(&mut book, &lists, &entries, english).map_err(|e| Error::Internal(e.to_string()))?;
        book.save(draft).map_err(|e| file::unwritable(&input.file, e))?;
        Ok(rows)
    })?;
    Ok(unchanged(Exported { file: input.file, rows }))
}

fn fill(
    book: &mut Workbook,
    lists: &AuthorityLists,
    entries: &[NegativeEntry],
    english: bool,
) -> std::result::Result<i64, XlsxError> {
    let name = |zh: &'static str, en: &'static str| if english { en } else { zh };
    let power = items(lists, |unit| &unit.power, english);
    let duty = items(lists, |unit| &unit.duty, english);
    let negative: Vec<Vec<String>> = (1..).zip(entries).map(|(at, one)| entry(at, one, english)).collect();
    page(book.add_worksheet(), name("权力清单", "Powers"), ITEMS, &power, english)?;
    page(book.add_worksheet(), name("责任清单", "Duties"), ITEMS, &duty, english)?;
    page(book.add_worksheet(), name("负面清单", "Negative list"), ENTRIES, &negative, english)?;
    Ok(i64::try_from(power.len() + duty.len() + negative.len()).unwrap_or(i64::MAX))
}

fn items(lists: &AuthorityLists, of: fn(&AuthorityUnit) -> &Vec<AuthorityItem>, english: bool) -> Vec<Vec<String>> {
    let mut rows = vec![];
    for unit in &lists.units {
        for item in of(unit) {
            let (department, name) =
                if english { (&unit.department_en, &item.name_en) } else { (&unit.department, &item.name) };
            let number = (rows.len() + 1).to_string();
            rows.push(vec![number, department.clone(), item.code.clone(), name.clone(), item.basis.clone()]);
        }
    }
    rows
}

fn entry(at: usize, one: &NegativeEntry, english: bool) -> Vec<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let measure = match (one.measure, english) {
        (NegativeMeasure::Prohibited, false) => "禁止准入",
        (NegativeMeasure::Prohibited, true) => "Prohibited",
        (NegativeMeasure::Permit, false) => "许可准入",
        (NegativeMeasure::Permit, true) => "Needs a permit",
    };
    vec![
        at.to_string(),
        one.name.clone(),
        text(&one.content),
        text(&one.industry),
        text(&one.words),
        measure.into(),
        text(&one.legal_basis),
        day(one.since),
        day(one.until),
    ]
}

fn page(
    sheet: &mut Worksheet,
    name: &str,
    heads: Heads,
    rows: &[Vec<String>],
    english: bool,
) -> std::result::Result<(), XlsxError> {
    let cell = Format::new().set_font_name("宋体").set_font_size(10).set_border(FormatBorder::Thin);
    let cell = cell.set_align(FormatAlign::VerticalCenter).set_text_wrap().set_num_format("@");
    let head = cell.clone().set_bold().set_align(FormatAlign::Center).set_background_color("#EEF2F6");
    sheet.set_name(name)?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?.set_freeze_panes(1, 0)?;
    for (at, (zh, en, width)) in (0..).zip(heads) {
        sheet.set_column_width(at, *width)?;
        sheet.write_string_with_format(0, at, if english { *en } else { *zh }, &head)?;
    }
    for (row, line) in (1..).zip(rows) {
        for (at, text) in (0..).zip(line) {
            sheet.write_string_with_format(row, at, text, &cell)?;
        }
    }
    Ok(())
}
