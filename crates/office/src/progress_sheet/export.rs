//! The sheet as .xlsx: items down with who handles them, what they wait for and their limits; projects across, their names
//! upright; a worksheet for every so many of them. Read again it changes nothing.

use super::cell::{self, Words};
use crate::export::{Exported, Language, titled};
use crate::file;
use rust_xlsxwriter::{DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zhuanban_core::api::unchanged;
use zhuanban_core::approval::board::{self, BoardFilter};
use zhuanban_core::approval::query::{Checklist, Listed, checklist};
use zhuanban_core::approval::template::Item;
use zhuanban_core::error::{Error, FieldFault, Result, Rule};
use zhuanban_core::id::ProjectId;
use zhuanban_core::people::Office;
use zhuanban_core::project::Project;
use zhuanban_core::project::list::{self, ProjectQuery};
use zhuanban_core::store::Reader;
use zhuanban_core::{Caller, Desk, Done};

/// Projects of one worksheet: what an A3 page holds.
const ACROSS: usize = 18;
/// Projects of one file.
const MOST: usize = 300;

/// Which projects are written, and where to.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProgressSheetExport {
    pub file: String,
    pub projects: ProgressSheetProjects,
    #[serde(default)]
    pub language: Language,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(tag = "of", content = "which", rename_all = "snake_case")]
pub enum ProgressSheetProjects {
    /// Those of the rows the board shows, in its order.
    Board(BoardFilter),
    /// Those the ledger shows, in its order.
    Ledger(ProjectQuery),
    Chosen(Vec<ProjectId>),
}

/// Writes the sheet; `rows` of the answer are projects.
///
/// # Errors
/// `Invalid` for no project at all and for more than a file holds.
pub fn export(desk: &Desk, caller: &Caller, input: ProgressSheetExport) -> Result<Done<Exported>> {
    let rows = file::save(&input.file, ".xlsx", |draft| {
        desk.read(caller, |r| {
            let ids = ids(r, &input.projects)?;
            let mut book = workbook(r, &ids, input.language)?;
            book.save(draft).map_err(|e| file::unwritable(&input.file, e))?;
            Ok(i64::try_from(ids.len()).unwrap_or(i64::MAX))
        })
    })?;
    Ok(unchanged(Exported { file: input.file, rows }))
}

fn ids(r: &Reader, which: &ProgressSheetProjects) -> Result<Vec<ProjectId>> {
    let ids = match which {
        ProgressSheetProjects::Board(filter) => board::projects(r, filter)?,
        ProgressSheetProjects::Ledger(query) => list::window(r, query, -1)?,
        ProgressSheetProjects::Chosen(ids) => ids.clone(),
    };
    match ids.len() {
        0 => Err(Error::invalid("projects", Rule::Required)),
        1..=MOST => Ok(ids),
        count => {
            let fault = FieldFault::error("projects", Rule::OutOfRange).with("count", count).with("most", MOST);
            Err(Error::Invalid(vec![fault]))
        }
    }
}

fn workbook(r: &Reader, ids: &[ProjectId], language: Language) -> Result<Workbook> {
    let office: Office = r.get(r.office()?)?;
    let words = Words(language);
    let name = words.pick("手续办理进展表", "Progress of approvals");
    let title = &titled(r, name, language)?;
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_author(&office.name).set_title(title));
    let as_of = match language {
        Language::Zh => format!("填报单位：{}        截至日期：{}", office.name, r.today()),
        Language::En => format!("Office: {}        As of: {}", office.name, r.today()),
    };
    let parts: Vec<&[ProjectId]> = ids.chunks(ACROSS).collect();
    for (at, part) in parts.iter().enumerate() {
        let projects = part.iter().map(|id| Ok((r.get(*id)?, checklist(r, *id)?))).collect::<Result<Vec<_>>>()?;
        let rows = lines(r, &projects)?;
        let sheet = book.add_worksheet();
        let name = if parts.len() > 1 { format!("{name} {}", at + 1) } else { name.into() };
        let page = Page { title, as_of: &as_of, words, projects: &projects, rows: &rows };
        page.write(sheet.set_name(name).map_err(failed)?).map_err(failed)?;
    }
    Ok(book)
}

fn failed(error: XlsxError) -> Error {
    Error::Internal(error.to_string())
}

/// A row of the sheet: an item some of its projects have.
struct Line {
    code: String,
    name: [String; 2],
    department: [String; 2],
    /// Codes of what it waits for.
    needs: Vec<String>,
    limit: [String; 2],
}

/// The items of these projects in the order of the library.
fn lines(r: &Reader, projects: &[(Project, Checklist)]) -> Result<Vec<Line>> {
    let templates = r.templates()?;
    let all = || projects.iter().flat_map(|(_, list)| &list.items);
    let mut codes: Vec<&str> = templates.newest().items().iter().map(|item| item.code.as_str()).collect();
    all().for_each(|item| {
        if !codes.contains(&item.code.as_str()) {
            codes.push(&item.code)
        }
    });
    let line = |code: &str| {
        let items: Vec<&Listed> = all().filter(|item| item.code == code).collect();
        let item = items.first()?;
        let (zh, en) = match items.iter().all(|one| one.unit == item.unit) {
            true => (&item.unit, &item.unit_en),
            false => (&item.department, &item.department_en),
        };
        let department = [zh.clone(), en.clone()];
        let needs = items.iter().flat_map(|item| item.needs.iter().flatten().cloned());
        let mut waits: Vec<String> = vec![];
        needs.for_each(|code| {
            if !waits.contains(&code) {
                waits.push(code)
            }
        });
        Some(Line {
            code: code.into(),
            name: [item.name.clone(), item.name_en.clone()],
            department,
            needs: waits,
            limit: templates.find(code).map(limit).unwrap_or_default(),
        })
    };
    Ok(codes.into_iter().filter_map(line).collect())
}

/// 20/5: the law's days over the promised ones.
fn limit(item: &Item) -> [String; 2] {
    let days = |half_days: u16| format!("{}{}", half_days / 2, if half_days.is_multiple_of(2) { "" } else { ".5" });
    let statutory = item.statutory.as_ref().map(|s| s.limit.half_days);
    let promised = item.promised.as_ref().map(|p| p.limit.half_days);
    match (statutory, promised) {
        (None, None) => ["—".into(), "—".into()],
        (None | Some(0), None | Some(0)) => ["即办".into(), "At once".into()],
        (statutory, promised) => {
            let text = [statutory, promised].map(|days_of| days_of.map_or_else(|| "—".into(), days)).join("/");
            [text.clone(), text]
        }
    }
}

/// Heads and widths of the columns before the projects.
const HEADS: [(&str, &str, f64); 5] = [
    ("事项编号", "Code", 6.0),
    ("手续名称", "Approval item", 26.0),
    ("办理部门", "Department", 15.0),
    ("前置", "Waits for", 20.0),
    ("法定/承诺", "Statutory/promised", 9.0),
];
/// Width of a project's column.
const ACROSS_WIDTH: f64 = 10.0;
/// Points of the row of names; a longer name goes on beside itself.
const TALLEST: f64 = 320.0;
const HEAD_ROW: u32 = 2;
const A3: u8 = 8;

struct Page<'a> {
    title: &'a str,
    as_of: &'a str,
    words: Words,
    projects: &'a [(Project, Checklist)],
    rows: &'a [Line],
}

type Wrote = std::result::Result<(), XlsxError>;

struct Looks {
    note: Format,
    head: Format,
    upright: Format,
    text: Format,
    centred: Format,
    absent: Format,
}

impl Looks {
    fn of(language: Language) -> Self {
        let cell = Format::new().set_font_name("宋体").set_font_size(9).set_border(FormatBorder::Thin);
        let plain = cell.set_align(FormatAlign::VerticalCenter).set_num_format("@");
        let cell = plain.clone().set_text_wrap();
        let head = cell.clone().set_bold().set_align(FormatAlign::Center).set_background_color("#EEF2F6");
        // Chinese stands upright letter under letter; Latin letters are turned.
        let turn = if language == Language::Zh { 270 } else { 90 };
        let centred = cell.clone().set_align(FormatAlign::Center);
        Self {
            note: Format::new().set_font_name("宋体").set_font_size(10),
            upright: plain.set_bold().set_align(FormatAlign::Center).set_background_color("#EEF2F6").set_rotation(turn),
            head,
            absent: centred.clone().set_background_color("#E3E6EA"),
            text: cell,
            centred,
        }
    }
}

impl Page<'_> {
    fn write(&self, sheet: &mut Worksheet) -> Wrote {
        let looks = Looks::of(self.words.0);
        let last = u16::try_from(HEADS.len() + self.projects.len() - 1).unwrap_or(u16::MAX);
        sheet.set_landscape().set_paper_size(A3).set_print_fit_to_pages(1, 0).set_margins(0.4, 0.4, 0.5, 0.5, 0.2, 0.2);
        sheet.set_repeat_rows(0, HEAD_ROW)?.set_freeze_panes(HEAD_ROW + 1, 2)?;
        let footer = ("&L内部资料 注意保存&R第 &P 页 共 &N 页", "&LInternal, keep safe&RPage &P of &N");
        sheet.set_footer(self.words.pick(footer.0, footer.1));
        let title = Format::new().set_font_name("黑体").set_font_size(16).set_align(FormatAlign::Center);
        sheet.merge_range(0, 0, 0, last, self.title, &title)?;
        sheet.set_row_height(0, 28)?;
        sheet.write_string_with_format(1, 0, self.as_of, &looks.note)?;
        self.heads(sheet, &looks)?;
        for (row, line) in (HEAD_ROW + 1..).zip(self.rows) {
            self.line(sheet, row, line, &looks)?;
        }
        let below = HEAD_ROW + 1 + u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let note = self.words.pick(
            "注：√ 已办结，○ 未开始；空白为还没采集，灰格为该项目清单里没有的事项。时限单位：天。",
            "Note: √ done, ○ not begun; blank: not asked yet; grey: not on the project's checklist. Limits in days.",
        );
        sheet.write_string_with_format(below, 0, note, &looks.note)?;
        Ok(())
    }

    fn heads(&self, sheet: &mut Worksheet, looks: &Looks) -> Wrote {
        for (at, (zh, en, width)) in (0..).zip(HEADS) {
            sheet.set_column_width(at, width)?;
            sheet.write_string_with_format(HEAD_ROW, at, self.words.pick(zh, en), &looks.head)?;
        }
        // A letter under the other is a line of type.
        let tall = if self.words.0 == Language::Zh { 12.6 } else { 9.0 };
        let height = |name: &str| name.chars().count() as f64 * tall + 12.0;
        let tallest = self.projects.iter().map(|(project, _)| height(&project.name)).fold(72.0, f64::max);
        sheet.set_row_height(HEAD_ROW, tallest.min(TALLEST))?;
        let broken = looks.upright.clone().set_text_wrap();
        for (at, (project, _)) in (5..).zip(self.projects) {
            sheet.set_column_width(at, ACROSS_WIDTH)?;
            let look = if height(&project.name) > TALLEST { &broken } else { &looks.upright };
            sheet.write_string_with_format(HEAD_ROW, at, &project.name, look)?;
        }
        Ok(())
    }

    fn line(&self, sheet: &mut Worksheet, row: u32, line: &Line, looks: &Looks) -> Wrote {
        let needs: Vec<&str> = line.needs.iter().filter_map(|code| self.name(code)).collect();
        let needs: String = if needs.is_empty() { "—".into() } else { needs.join(self.words.pick("、", "; ")) };
        let fixed = [&line.code, self.words.of(&line.name), self.words.of(&line.department), &needs];
        let mut lines = fixed.iter().zip(HEADS).map(|(text, head)| wrapped(text, head.2)).fold(1.0, f64::max);
        for (at, text) in (0..).zip(fixed) {
            sheet.write_string_with_format(row, at, text, &looks.text)?;
        }
        sheet.write_string_with_format(row, 4, self.words.of(&line.limit), &looks.centred)?;
        for (at, (_, list)) in (5..).zip(self.projects) {
            match list.items.iter().find(|item| item.code == line.code) {
                Some(item) => {
                    let text = cell::text(item, self.words.0);
                    lines = lines.max(wrapped(&text, ACROSS_WIDTH));
                    sheet.write_string_with_format(row, at, text, &looks.centred)?;
                }
                None => {
                    sheet.write_blank(row, at, &looks.absent)?;
                }
            }
        }
        // Excel's own limit of a row is 409 points.
        sheet.set_row_height(row, (lines * 12.0 + 4.0).min(409.0))?;
        Ok(())
    }

    /// What a row waits for is named where it has a row of its own.
    fn name(&self, code: &str) -> Option<&str> {
        self.rows.iter().find(|line| line.code == code).map(|line| self.words.of(&line.name))
    }
}

/// Lines of a wrapped text in a column so wide: a full-width character is as wide as two digits, a little is left free.
fn wrapped(text: &str, width: f64) -> f64 {
    let wide = |part: &str| part.chars().map(|c| if c.is_ascii() { 1.0 } else { 2.0 }).sum::<f64>();
    text.split('\n').map(|part| (wide(part) / (width - 1.0)).ceil().max(1.0)).sum()
}
