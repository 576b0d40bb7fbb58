//! A version of the library as .xlsx, in columns that read back without a change.

use super::words::{COLUMNS, Column, Kind, days, word_of};
use crate::export::{Exported, Language};
use crate::file;
use rust_xlsxwriter::{DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use ts_rs::TS;
use zhuanban_core::api::unchanged;
use zhuanban_core::approval::version::TemplateItem;
use zhuanban_core::approval::version::query::{rows, sheet};
use zhuanban_core::error::Result;
use zhuanban_core::id::TemplateVersionId;
use zhuanban_core::{Caller, Desk, Done, Error};

/// Which version, and where to.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct TemplateExport {
    pub file: String,
    /// Nothing is the program's own.
    pub version: Option<TemplateVersionId>,
    #[serde(default)]
    pub language: Language,
}

const A3: u8 = 8;

pub fn export(desk: &Desk, caller: &Caller, input: TemplateExport) -> Result<Done<Exported>> {
    let rows = file::save(&input.file, ".xlsx", |draft| {
        desk.read(caller, |r| {
            let number = sheet(r, input.version)?.version.number;
            let items = rows(r, input.version)?;
            let mut workbook = Workbook::new();
            let title = if input.language == Language::Zh { "审批事项库" } else { "Approval library" };
            workbook.set_properties(&DocProperties::new().set_title(format!("{title} {number}")));
            write(workbook.add_worksheet(), title, &items, input.language == Language::En)
                .map_err(|e| Error::Internal(e.to_string()))?;
            workbook.save(draft).map_err(|e| file::unwritable(&input.file, e))?;
            Ok(i64::try_from(items.len()).unwrap_or(i64::MAX))
        })
    })?;
    Ok(unchanged(Exported { file: input.file, rows }))
}

fn write(
    sheet: &mut Worksheet,
    title: &str,
    items: &[TemplateItem],
    english: bool,
) -> std::result::Result<(), XlsxError> {
    let cell = Format::new().set_font_name("宋体").set_font_size(10).set_border(FormatBorder::Thin);
    let cell = cell.set_align(FormatAlign::VerticalCenter).set_text_wrap().set_num_format("@");
    let head = cell.clone().set_bold().set_align(FormatAlign::Center).set_background_color("#EEF2F6");
    sheet.set_name(title)?.set_landscape().set_paper_size(A3).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?.set_freeze_panes(1, 5)?;
    for (at, column) in (0..).zip(COLUMNS) {
        sheet.set_column_width(at, column.width)?;
        sheet.write_string_with_format(0, at, if english { column.en } else { column.zh }, &head)?;
    }
    for (row, item) in (1..).zip(items) {
        let fields = serde_json::to_value(item).unwrap_or_default();
        for (at, column) in (0..).zip(COLUMNS) {
            sheet.write_string_with_format(row, at, text(column, &fields[column.field], english), &cell)?;
        }
    }
    Ok(())
}

fn text(column: &Column, value: &Json, english: bool) -> String {
    match (column.cell, value) {
        (_, Json::Null) => String::new(),
        (Kind::Days, Json::Number(n)) => days(n.as_i64().unwrap_or_default()),
        (Kind::One(words), Json::String(code)) => word_of(words, code, english),
        (Kind::Several(words), Json::String(codes)) => {
            let all: Vec<String> = codes.split(';').map(|code| word_of(words, code, english)).collect();
            all.join(if english { "; " } else { "；" })
        }
        (_, Json::String(text)) => text.clone(),
        (_, other) => other.to_string(),
    }
}
