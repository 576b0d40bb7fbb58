//! The address book as .xlsx in the columns of S10, so that it reads back without a change (R10).

use crate::export::{Language, titled};
use crate::file;
use crate::value::name::spaced;
use rust_xlsxwriter::{DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zhuanban_core::api::unchanged;
use zhuanban_core::error::Result;
use zhuanban_core::people::book::{BookPerson, BookQuery, BookUnit, book};
use zhuanban_core::people::{Office, SeatRole};
use zhuanban_core::store::Reader;
use zhuanban_core::{Caller, Desk, Done, Error};

const A4: u8 = 9;

/// What to write, and where to.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct BookExport {
    pub file: String,
    /// Numbers with their middle digits hidden.
    #[serde(default)]
    pub masked: bool,
    #[serde(default)]
    pub language: Language,
}

/// Heads and widths; the Chinese ones are those of S10.
const COLUMNS: [(&str, &str, f64); 12] = [
    ("序号", "No.", 5.0),
    ("单位", "Unit", 24.0),
    ("姓名", "Name", 9.0),
    ("职务", "Title", 16.0),
    ("分工", "Duties", 24.0),
    ("办公电话", "Office phone", 17.0),
    ("手机", "Mobile", 14.0),
    ("短号", "Short number", 9.0),
    ("联络员", "Liaison", 9.0),
    ("联络员手机", "Liaison's mobile", 14.0),
    ("微信群昵称", "Name in the group", 14.0),
    ("备注", "Note", 14.0),
];

pub fn export(desk: &Desk, caller: &Caller, input: BookExport) -> Result<Done<crate::export::Exported>> {
    let rows = file::save(&input.file, ".xlsx", |draft| {
        desk.read(caller, |r| {
            let mut workbook = Workbook::new();
            let rows = write(r, &mut workbook, &input)?;
            workbook.save(draft).map_err(|e| file::unwritable(&input.file, e))?;
            Ok(rows)
        })
    })?;
    Ok(unchanged(crate::export::Exported { file: input.file, rows }))
}

struct Looks {
    title: Format,
    note: Format,
    head: Format,
    cell: Format,
    unit: Format,
}

fn looks() -> Looks {
    let cell = Format::new().set_font_name("宋体").set_font_size(10).set_border(FormatBorder::Thin);
    let cell = cell.set_align(FormatAlign::VerticalCenter).set_text_wrap().set_num_format("@");
    Looks {
        title: Format::new().set_font_name("黑体").set_font_size(16).set_align(FormatAlign::Center),
        note: Format::new().set_font_name("宋体").set_font_size(10),
        head: cell.clone().set_bold().set_align(FormatAlign::Center).set_background_color("#EEF2F6"),
        unit: cell.clone().set_align(FormatAlign::Center),
        cell,
    }
}

fn write(r: &Reader, workbook: &mut Workbook, input: &BookExport) -> Result<i64> {
    let office: Office = r.get(r.office()?)?;
    let zh = input.language == Language::Zh;
    let title = &titled(r, if zh { "通讯录" } else { "Address book" }, input.language)?;
    workbook.set_properties(&DocProperties::new().set_author(&office.name).set_title(title));
    let units = book(r, &BookQuery::default())?.units;
    let failed = |e: XlsxError| Error::Internal(e.to_string());
    let sheet = workbook.add_worksheet();
    let as_of = if zh {
        format!("{}，截至 {}", office.name, r.today())
    } else {
        format!("{}, as of {}", office.name, r.today())
    };
    let looks = looks();
    head(sheet, title, &as_of, zh, &looks).map_err(failed)?;
    let (mut row, mut serial) = (3, 0);
    for unit in units.iter().filter(|unit| unit.unit.is_some() && !unit.people.is_empty()) {
        row = body(sheet, unit, row, &mut serial, input.masked, &looks).map_err(failed)?;
    }
    Ok(serial)
}

type Wrote<T> = std::result::Result<T, XlsxError>;

fn head(sheet: &mut Worksheet, title: &str, as_of: &str, zh: bool, looks: &Looks) -> Wrote<()> {
    sheet.set_name(title)?.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.5, 0.5, 0.2, 0.2).set_repeat_rows(0, 2)?.set_freeze_panes(3, 3)?;
    sheet.set_footer(if zh {
        "&L内部资料 注意保存&R第 &P 页 共 &N 页"
    } else {
        "&LInternal, keep safe&RPage &P of &N"
    });
    let last = COLUMNS.len() as u16 - 1;
    sheet.merge_range(0, 0, 0, last, title, &looks.title)?;
    sheet.write_string_with_format(1, 0, as_of, &looks.note)?;
    for (at, (chinese, english, width)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(2, at, if zh { chinese } else { english }, &looks.head)?;
    }
    Ok(())
}

fn body(
    sheet: &mut Worksheet,
    unit: &BookUnit,
    from: u32,
    serial: &mut i64,
    masked: bool,
    looks: &Looks,
) -> Wrote<u32> {
    let name = unit.unit.as_ref().map_or("", |unit| unit.name.as_str());
    let mut row = from;
    for one in &unit.people {
        *serial += 1;
        sheet.write_number_with_format(row, 0, *serial as f64, &looks.unit)?;
        for (at, text) in (2..).zip(cells(one, masked)) {
            sheet.write_string_with_format(row, at, text, &looks.cell)?;
        }
        row += 1;
    }
    if row - from > 1 {
        sheet.merge_range(from, 1, row - 1, 1, name, &looks.unit)?;
    } else {
        sheet.write_string_with_format(from, 1, name, &looks.unit)?;
    }
    Ok(row)
}

/// From 姓名 to 备注. Somebody who is nothing but the liaison stands in the liaison's columns.
fn cells(one: &BookPerson, masked: bool) -> [String; 10] {
    let person = &one.person;
    let join = |texts: &[String]| {
        let shown = texts.iter().map(|t| if masked { mask(t) } else { t.clone() });
        shown.collect::<Vec<_>>().join("\n")
    };
    let mut cells: [String; 10] = Default::default();
    if person.role == Some(SeatRole::Liaison)
        && person.title.is_none()
        && one.reach.office.is_empty()
        && one.reach.short.is_empty()
    {
        (cells[6], cells[7]) = (spaced(&person.name), join(&one.reach.mobile));
    } else {
        cells[0] = if person.name.is_empty() { "（空）".into() } else { spaced(&person.name) };
        cells[1] = person.title.clone().unwrap_or_default();
        cells[2] = person.duties.clone().unwrap_or_default();
        (cells[3], cells[4]) = (join(&one.reach.office), join(&one.reach.mobile));
    }
    cells[5] = join(&one.reach.short);
    cells[8] = one.reach.nickname.join("\n");
    cells[9] = person.note.clone().unwrap_or_default();
    cells
}

/// 138****7482: the first three and the last four stay of a long number, the last two of a short one.
fn mask(phone: &str) -> String {
    let total = phone.chars().filter(char::is_ascii_digit).count();
    let (head, tail) = if total >= 9 { (3, 4) } else { (0, 2) };
    let mut seen = 0;
    let hide = |c: char| {
        if !c.is_ascii_digit() {
            return c;
        }
        seen += 1;
        if seen <= head || seen > total - tail.min(total) { c } else { '*' }
    };
    phone.chars().map(hide).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_keep_what_tells_numbers_apart() {
        for (phone, masked) in
            [("13800097482", "138****7482"), ("0538-8201234", "053*-***1234"), ("661234", "****34"), ("8", "8")]
        {
            assert_eq!(mask(phone), masked);
        }
    }
}
