//! The sheet: title, as-of line, heads, rows, totals, and a print set-up that needs no touching (practice §6, "how it must look").

use super::cell::{Content, put};
use super::column::{self, Column, Form, Heads};
use super::row::Line;
use super::{ExportInput, Language, Layout};
use chrono::NaiveDate;
use rust_xlsxwriter::{DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use zhuanban_core::id::ProjectId;
use zhuanban_core::job::Job;
use zhuanban_core::people::Office;
use zhuanban_core::snapshot::news::{News, NewsSince, RowNews};
use zhuanban_core::store::Reader;
use zhuanban_core::{Error, Result};

const A3: u8 = 8;
pub(crate) const RED: &str = "#C00000";

/// What stands on a sheet.
pub struct Rows<'a> {
    pub ids: &'a [ProjectId],
    /// The places (from 0) before which a new page begins.
    pub pages: &'a [usize],
    /// Whose list it is, where it is one of several.
    pub of: Option<&'a str>,
    /// What to mark in red.
    pub news: Option<&'a News>,
}

/// Writes one worksheet; answers how many projects it holds.
pub fn write(r: &Reader, book: &mut Workbook, rows: &Rows<'_>, input: &ExportInput, job: &Job) -> Result<i64> {
    let office: Office = r.get(r.office()?)?;
    // The author is the office, never the person (practice §6).
    let title = super::titled(r, &title(input, rows.of), input.language)?;
    book.set_properties(&DocProperties::new().set_author(&office.name).set_title(&title));
    let (ids, pages) = (rows.ids, rows.pages);
    let columns = &column::of(r, input)?[..];
    let sheet = ok(book.add_worksheet_with_constant_memory())?;
    let heads = if input.layout == Layout::Official { 2 } else { 1 };
    let first = 2 + heads;
    let looks = Looks::new();
    ok(print(sheet, columns, input.language, first))?;
    let words = Heads::read(r, input.language)?;
    let as_of = zhuanban_core::progress::as_of::as_of(r, ids)?;
    let note = note(&office, as_of, rows.news.map(|news| &news.since), input.language);
    ok(head(sheet, columns, input, (&title, &note), &words, &looks))?;
    let breaks: Vec<u32> = pages.iter().map(|at| first + u32::try_from(*at).unwrap_or(u32::MAX)).collect();
    if !breaks.is_empty() {
        ok(sheet.set_page_breaks(&breaks).map(|_| ()))?;
    }
    let mut sums = vec![0_i64; columns.len()];
    for (at, id) in ids.iter().enumerate() {
        job.at(at as u64)?;
        let line = Line::read(r, *id, input.layout == Layout::View)?;
        for (sum, column) in sums.iter_mut().zip(columns) {
            let counted = line.project.counted;
            *sum += column.sum.and_then(|of| of(&line)).filter(|_| counted).unwrap_or(0);
        }
        let news = rows.news.and_then(|news| news.of(*id));
        ok(body(sheet, columns, (&line, news), first, at, &looks))?;
    }
    let last = first + u32::try_from(ids.len()).unwrap_or(u32::MAX);
    ok(total(sheet, columns, &sums, ids.len(), last, input.language, &looks))?;
    Ok(i64::try_from(ids.len()).unwrap_or(i64::MAX))
}

fn ok<T>(result: std::result::Result<T, XlsxError>) -> Result<T> {
    result.map_err(|e| Error::Internal(e.to_string()))
}

type Wrote = std::result::Result<(), XlsxError>;

struct Looks {
    title: Format,
    note: Format,
    head: Format,
    cell: Cells,
    /// 标红: bold too, so that it is seen on paper without colours.
    new: Cells,
}

/// The look of a cell by its form.
struct Cells {
    text: Format,
    wrapped: Format,
    figure: Format,
    centred: Format,
}

impl Cells {
    fn new(cell: &Format) -> Self {
        Self {
            text: cell.clone().set_num_format("@"),
            wrapped: cell.clone().set_text_wrap(),
            figure: cell.clone().set_align(FormatAlign::Right),
            centred: cell.clone().set_align(FormatAlign::Center),
        }
    }

    fn of(&self, form: Form) -> &Format {
        match form {
            Form::Text => &self.text,
            Form::Wrapped => &self.wrapped,
            Form::Money | Form::Number => &self.figure,
            Form::Centred => &self.centred,
        }
    }
}

impl Looks {
    fn new() -> Self {
        let cell = Format::new().set_font_name("宋体").set_font_size(10).set_border(FormatBorder::Thin);
        let cell = cell.set_align(FormatAlign::VerticalCenter);
        let head = cell.clone().set_bold().set_align(FormatAlign::Center).set_text_wrap();
        Self {
            title: Format::new().set_font_name("黑体").set_font_size(16).set_align(FormatAlign::Center),
            note: Format::new().set_font_name("宋体").set_font_size(10),
            head: head.set_background_color("#EEF2F6"),
            new: Cells::new(&cell.clone().set_font_color(RED).set_bold()),
            cell: Cells::new(&cell),
        }
    }
}

/// What the list is, and whose where it is one of several.
fn title(input: &ExportInput, of: Option<&str>) -> String {
    let what = match (input.layout, input.language) {
        (Layout::Official, Language::Zh) => "要素保障电子台账",
        (Layout::Official, Language::En) => "Element guarantee ledger",
        (Layout::View, Language::Zh) => "项目台账",
        (Layout::View, Language::En) => "Ledger",
        (Layout::List, Language::Zh) => "项目清单",
        (Layout::List, Language::En) => "Project list",
        (Layout::Print, Language::Zh) => "项目进展情况表",
        (Layout::Print, Language::En) => "Progress of projects",
    };
    match (of, input.language) {
        (None, _) => what.into(),
        (Some(of), Language::Zh) => format!("{what}（{of}）"),
        (Some(of), Language::En) => format!("{what} ({of})"),
    }
}

/// Who fills it in, as of when, in which unit, and what is red.
fn note(office: &Office, as_of: NaiveDate, since: Option<&NewsSince>, language: Language) -> String {
    // Without its year, which the day beside it has: an import takes the first month of this line for that of the figures.
    let month = since.and_then(|since| since.month.split_once('-')).map_or("", |(_, month)| month);
    let month = month.trim_start_matches('0');
    let red = match (since.map(|since| since.bare), language) {
        (None, _) => String::new(),
        (Some(false), Language::Zh) => format!("        红字为{month}月末以来的变化"),
        (Some(true), Language::Zh) => format!("        {month}月末没有数据可比，未标红"),
        (Some(false), Language::En) => "        Red: changed since the end of last month".into(),
        (Some(true), Language::En) => "        Nothing is red: no data of the end of last month".into(),
    };
    match language {
        Language::Zh => format!("填报单位：{}        截至日期：{as_of}        单位：万元{red}", office.name),
        Language::En => format!("Office: {}        As of: {as_of}        Unit: 10,000 yuan{red}", office.name),
    }
}

/// A3 landscape, one page wide, heads repeated, page x of y, "internal" on every page.
fn print(sheet: &mut Worksheet, columns: &[Column], language: Language, first: u32) -> Wrote {
    sheet.set_name(if language == Language::Zh { "台账" } else { "Ledger" })?;
    sheet.set_landscape().set_paper_size(A3).set_print_fit_to_pages(1, 0).set_margins(0.4, 0.4, 0.5, 0.5, 0.2, 0.2);
    sheet.set_repeat_rows(0, first - 1)?.set_freeze_panes(first, 2)?;
    sheet.set_footer(match language {
        Language::Zh => {
            "&L内部资料 注意保存&C第 &P 页 共 &N 页&R填报人：        审核人：        负责人（签字）：        （盖章）    "
        }
        Language::En => "&LInternal, keep safe&CPage &P of &N&RFilled in by:        Checked by:        Signed and sealed:        ",
    });
    sheet.set_column_width(0, 6)?;
    for (at, column) in (1..).zip(columns) {
        sheet.set_column_width(at, column.width)?;
    }
    Ok(())
}

fn head(
    sheet: &mut Worksheet,
    columns: &[Column],
    input: &ExportInput,
    (title, note): (&str, &str),
    words: &Heads,
    looks: &Looks,
) -> Wrote {
    let width = u16::try_from(columns.len()).unwrap_or(u16::MAX);
    sheet.merge_range(0, 0, 0, width, title, &looks.title)?;
    sheet.set_row_height(0, 28)?;
    sheet.write_string_with_format(1, 0, note, &looks.note)?;
    let heads = if input.layout == Layout::Official { 3 } else { 2 };
    sheet.set_row_height(heads, 32)?;
    let serial = words.of("序号");
    if input.layout != Layout::Official {
        sheet.write_string_with_format(2, 0, serial, &looks.head)?;
        for (at, column) in (1..).zip(columns) {
            sheet.write_string_with_format(2, at, words.of(&column.head), &looks.head)?;
        }
        return Ok(());
    }
    groups(sheet, columns, words, serial, looks)
}

/// Two head rows: groups merged over their columns, single heads merged downwards.
fn groups(sheet: &mut Worksheet, columns: &[Column], words: &Heads, serial: &str, looks: &Looks) -> Wrote {
    sheet.merge_range(2, 0, 3, 0, serial, &looks.head)?;
    let mut at = 0;
    while at < columns.len() {
        let group = columns[at].group;
        let same = columns[at..].iter().take_while(|c| !group.is_empty() && c.group == group).count();
        let from = u16::try_from(at + 1).unwrap_or(u16::MAX);
        match same {
            0 => {
                sheet.merge_range(2, from, 3, from, words.of(&columns[at].head), &looks.head)?;
            }
            1 => {
                sheet.write_string_with_format(2, from, words.of(group), &looks.head)?;
            }
            n => {
                let to = from + u16::try_from(n - 1).unwrap_or(0);
                sheet.merge_range(2, from, 2, to, words.of(group), &looks.head)?;
            }
        }
        at += same.max(1);
    }
    for (at, column) in (1..).zip(columns).filter(|(_, c)| !c.group.is_empty()) {
        sheet.write_string_with_format(3, at, words.of(&column.head), &looks.head)?;
    }
    Ok(())
}

fn body(
    sheet: &mut Worksheet,
    columns: &[Column],
    (line, news): (&Line, Option<&RowNews>),
    first: u32,
    at: usize,
    looks: &Looks,
) -> Wrote {
    let row = first + u32::try_from(at).unwrap_or(u32::MAX);
    let shown: Vec<Content> = columns.iter().map(|column| column.content(line)).collect();
    sheet.set_row_height(row, height(columns, &shown))?;
    let look = |new: bool| if new { &looks.new } else { &looks.cell };
    sheet.write_number_with_format(row, 0, at as f64 + 1.0, &look(news.is_some_and(|n| n.whole)).centred)?;
    for ((col, column), content) in (1..).zip(columns).zip(shown) {
        let new = news.is_some_and(|news| column.is_new(line, news));
        put(sheet, row, col, content, look(new).of(column.form))?;
    }
    Ok(())
}

/// Points a row needs so that every wrapped cell is read whole; a program that opens the file may fit it closer.
fn height(columns: &[Column], shown: &[Content]) -> f64 {
    let lines =
        columns.iter().zip(shown).filter(|(column, _)| column.form == Form::Wrapped).map(|(column, content)| {
            let Content::Text(text) = content else { return 1.0 };
            // A full-width character is as wide as two digits; a little is left free at the edges.
            let wide = |part: &str| part.chars().map(|c| if c.is_ascii() { 1.0 } else { 2.0 }).sum::<f64>();
            text.split('\n').map(|part| (wide(part) / (column.width - 1.5)).ceil().max(1.0)).sum()
        });
    // Excel's own limit of a row is 409 points.
    (lines.fold(1.0, f64::max) * 13.5 + 4.0).min(409.0)
}

/// Totals are sums of the stored integers, not of what the cells show.
fn total(
    sheet: &mut Worksheet,
    columns: &[Column],
    sums: &[i64],
    count: usize,
    row: u32,
    language: Language,
    looks: &Looks,
) -> Wrote {
    let words = if language == Language::Zh { "合计" } else { "Total" };
    sheet.write_string_with_format(row, 0, words, &looks.head)?;
    for ((col, column), sum) in (1..).zip(columns).zip(sums) {
        if column.sum.is_some() {
            put(sheet, row, col, Content::wan(Some(*sum), false), &looks.cell.figure)?;
        } else if col == 1 {
            let text = if language == Language::Zh { format!("{count}个") } else { format!("{count} projects") };
            sheet.write_string_with_format(row, col, text, &looks.head)?;
        } else {
            sheet.write_blank(row, col, &looks.head)?;
        }
    }
    Ok(())
}
