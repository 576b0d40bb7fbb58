//! 交接清单 as a workbook for three signatures: 移交人、接收人、监交人 (practice §4.7).

mod words;

use crate::export::{Language, stage_words, titled};
use crate::file::unwritable;
use crate::value::name::spaced;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::{Sheet, kind};
use zhuanban_core::api::unchanged;
use zhuanban_core::error::Result;
use zhuanban_core::id::PersonId;
use zhuanban_core::people::Office;
use zhuanban_core::people::role_word::role_word;
use zhuanban_core::safety::hand_list::{HandList, HandListOf, OpenApproval, OpenReport, OpenStep, hand_list};
use zhuanban_core::time::Day;
use zhuanban_core::today::{PromiseKind, TodayPromise};
use zhuanban_core::{Caller, Desk, Done, Error};

/// Whose list, who takes it over, and where the file goes.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HandOverSheet {
    pub file: String,
    pub person: PersonId,
    /// 接收人
    #[serde(default)]
    pub to: String,
    /// 监交人
    #[serde(default)]
    pub witness: String,
    /// With what this person noted about contacts: a note is private until she chooses to share it (practice §4.7).
    #[serde(default)]
    pub notes: bool,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HandOverWritten {
    pub file: String,
    /// Lines in all.
    pub lines: i64,
}

type Wrote<T = ()> = std::result::Result<T, XlsxError>;

/// Writes the workbook: a sheet for each kind of thing, signatures under the first.
pub fn export(desk: &Desk, caller: &Caller, input: HandOverSheet) -> Result<Done<HandOverWritten>> {
    let (list, title, duties) = desk.read(caller, |r| {
        let office: Office = r.get(r.office()?)?;
        let list = hand_list(r, HandListOf { person: input.person })?;
        let words = list.duties.iter().map(|d| role_word(r, d.role)).collect::<Result<Vec<_>>>()?;
        let title = titled(r, &format!("{}工作交接清单", office.name), Language::Zh)?;
        Ok((list, title, words))
    })?;
    let lines = crate::file::save(&input.file, ".xlsx", |draft| {
        let mut book = Workbook::new();
        let lines = fill(&mut book, &list, &duties, &title, &input).map_err(|e| Error::Internal(e.to_string()))?;
        book.save(draft).map_err(|e| unwritable(&input.file, e))?;
        Ok(lines)
    })?;
    Ok(unchanged(HandOverWritten { file: input.file, lines }))
}

/// `roles`: what the duty of each line is called.
fn fill(book: &mut Workbook, list: &HandList, roles: &[String], title: &str, input: &HandOverSheet) -> Wrote<i64> {
    let day = |d: Option<Day>| d.map(|d| d.on.to_string()).unwrap_or_default();
    let on = |d: Option<chrono::NaiveDate>| d.map(|d| d.to_string()).unwrap_or_default();
    let text = |t: &Option<String>| t.clone().unwrap_or_default();
    let duties =
        list.duties.iter().zip(roles).map(|(d, role)| {
            vec![d.name.clone(), role.clone(), on(d.since), stage_words(d.stage).into(), text(&d.issue)]
        });
    let scans = list.scans.iter().map(|s| {
        let (on, until) = (on(s.certificate_on), on(s.expires_on));
        vec![s.name.clone(), s.item.name.clone(), text(&s.certificate), on, until, s.file.clone()]
    });
    let matters = list.matters.iter().map(|m| {
        let what = [&m.element, &m.content].into_iter().flatten().cloned().collect::<Vec<_>>().join(" ");
        let who = [&m.department, &m.handler].into_iter().flatten().cloned().collect::<Vec<_>>().join(" ");
        vec![
            m.name.clone(),
            kind(m.kind).into(),
            what,
            who,
            person(&m.instructed_by),
            day(m.need_by),
            day(m.promised_on),
        ]
    });
    let contacts = list.contacts.iter().map(|c| {
        let note = if input.notes { text(&c.note) } else { String::new() };
        vec![c.of.clone(), person(&c.name), text(&c.title), text(&c.phone), note]
    });
    let kept = (list.views.iter().map(|v| vec!["保存的视图".into(), v.clone()]))
        .chain(list.senders.iter().map(|s| vec!["记住的读取方式".into(), s.clone()]));
    let sheets: [(&Sheet, Vec<Vec<String>>); 9] = [
        (&words::DUTIES, duties.collect()),
        (&words::APPROVALS, list.approvals.iter().map(approval).collect()),
        (&words::STEPS, list.steps.iter().map(step).collect()),
        (&words::SCANS, scans.collect()),
        (&words::MATTERS, matters.collect()),
        (&words::PROMISES, list.promises.iter().map(promise).collect()),
        (&words::REPORTS, list.reports.iter().map(report).collect()),
        (&words::CONTACTS, contacts.collect()),
        (&words::KEPT, kept.collect()),
    ];
    let mut lines = 0;
    for (at, (sheet, rows)) in sheets.into_iter().enumerate() {
        lines += i64::try_from(rows.len()).unwrap_or(i64::MAX);
        let page = book.add_worksheet();
        let after = page_of(page, sheet, &rows, title, list)?;
        if at == 0 {
            let signs = [("移交人", list.person.name.as_str()), ("接收人", &input.to), ("监交人", &input.witness)];
            for (row, (who, name)) in (after + 1..).zip(signs) {
                let line =
                    format!("{who}：{}　　　　签字：　　　　　　　　　日期：　　　　年　　月　　日", spaced(name));
                page.write_string(row, 0, line)?;
            }
        }
    }
    Ok(lines)
}

fn approval(a: &OpenApproval) -> Vec<String> {
    vec![
        a.name.clone(),
        a.item.clone(),
        a.holder.clone().unwrap_or_else(|| words::APPLICANT.into()),
        a.opinion_holder.clone().unwrap_or_default(),
        person(&a.responsible),
        a.due_on.map(|day| day.to_string()).unwrap_or_default(),
        left(a.days_left),
        a.ways.iter().map(words::way).collect::<Vec<_>>().join("；"),
        a.missing.join("、"),
    ]
}

fn step(s: &OpenStep) -> Vec<String> {
    vec![
        s.name.clone(),
        words::route(s.route).into(),
        s.step.clone(),
        s.holder.clone().unwrap_or_default(),
        person(&s.responsible),
        s.due_on.map(|day| day.on.to_string()).unwrap_or_default(),
        left(s.days_left),
    ]
}

fn promise(p: &TodayPromise) -> Vec<String> {
    let what = p.name.clone().or_else(|| p.letter.map(|letter| letter.name().to_string()));
    vec![
        p.project_name.clone(),
        words::promise(p.what).into(),
        what.unwrap_or_default(),
        p.text.clone().unwrap_or_default(),
        p.holder.clone().unwrap_or_else(|| by_whom(p.what).into()),
        p.due_on.to_string(),
    ]
}

/// Who promised where no unit is named: a letter is its signer's, everything else the applicant's.
fn by_whom(what: PromiseKind) -> &'static str {
    if what == PromiseKind::Letter { "" } else { words::APPLICANT }
}

fn report(one: &OpenReport) -> Vec<String> {
    vec![one.round.clone(), one.unit.clone(), words::report(one.state).into(), one.due_on.to_string()]
}

/// A name alone in its cell.
fn person(name: &Option<String>) -> String {
    name.as_deref().map(spaced).unwrap_or_default()
}

/// Working days to a due day.
fn left(days: Option<i64>) -> String {
    days.map(|n| if n < 0 { format!("超期{}", -n) } else { format!("剩余{n}") }).unwrap_or_default()
}

/// One sheet, A4 landscape, heads repeated; answers the first row below it.
fn page_of(page: &mut Worksheet, sheet: &Sheet, rows: &[Vec<String>], title: &str, list: &HandList) -> Wrote<u32> {
    let cell = Format::new().set_font_name("宋体").set_font_size(10).set_border(FormatBorder::Thin).set_text_wrap();
    let cell = cell.set_align(FormatAlign::VerticalCenter).set_num_format("@");
    let head = cell.clone().set_bold().set_align(FormatAlign::Center).set_background_color("#EEF2F6");
    let large = Format::new().set_font_name("黑体").set_font_size(16).set_align(FormatAlign::Center);
    let last = u16::try_from(sheet.heads.len() - 1).expect("few columns");
    page.set_name(sheet.name)?;
    page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(2, 2)?;
    page.set_footer("&L内部资料 注意保存&C第 &P 页 共 &N 页");
    page.merge_range(0, 0, 0, last, &format!("{title}（{}）", sheet.name), &large)?;
    page.write_string(1, 0, format!("移交人：{}　截至 {}", spaced(&list.person.name), list.day))?;
    for (at, (name, width)) in (0..).zip(sheet.heads) {
        page.set_column_width(at, *width)?;
        page.write_string_with_format(2, at, *name, &head)?;
    }
    for (row, line) in (3..).zip(rows) {
        for (at, text) in (0..).zip(line) {
            page.write_string_with_format(row, at, text, &cell)?;
        }
    }
    let after = 3 + u32::try_from(rows.len()).unwrap_or(u32::MAX - 10);
    if rows.is_empty() {
        page.write_string_with_format(3, 0, "无", &cell)?;
        return Ok(after + 1);
    }
    Ok(after)
}
