//! Two versions of a list beside each other as a workbook: what was moved in, moved out, renamed, changed, renumbered.

use super::cell::{Content, put};
use super::{Exported, Language};
use crate::file::unwritable;
use rust_xlsxwriter::{DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zhuanban_core::api::unchanged;
use zhuanban_core::id::ListId;
use zhuanban_core::list::compare::{LinePair, ListChange, ListLine, MatchedBy};
use zhuanban_core::list::query::{ListComparison, TwoLists};
use zhuanban_core::people::Office;
use zhuanban_core::{Caller, Desk, Done, Error, Result};

/// Which two versions, and where to.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CompareExport {
    pub from: ListId,
    pub to: ListId,
    /// Path of the file.
    pub file: String,
    #[serde(default)]
    pub language: Language,
}

pub fn export(desk: &Desk, caller: &Caller, input: CompareExport) -> Result<Done<Exported>> {
    let report = desk.read(caller, |r| {
        let office: Office = r.get(r.office()?)?;
        let report = zhuanban_core::list::query::compare(r, TwoLists { from: input.from, to: input.to })?;
        let title = super::titled(r, &format!("{} → {}", report.from.name, report.to.name), input.language)?;
        Ok((office.name, report, title))
    })?;
    let (office, report, title) = report;
    let rows = crate::file::save(&input.file, ".xlsx", |draft| {
        let mut book = Workbook::new();
        // The author is the office, never the person (practice §6).
        book.set_properties(&DocProperties::new().set_author(&office));
        let written = write(book.add_worksheet(), &report, &title, input.language);
        let written = written.map_err(|e: XlsxError| Error::Internal(e.to_string()))?;
        book.save(draft).map_err(|e| unwritable(&input.file, e))?;
        Ok(written)
    })?;
    Ok(unchanged(Exported { file: input.file, rows }))
}

const HEADS: [(&str, &str, f64); 10] = [
    ("变化", "Change", 12.0),
    ("原序号", "Old no.", 8.0),
    ("新序号", "New no.", 8.0),
    ("原名称", "Old name", 36.0),
    ("新名称", "New name", 36.0),
    ("原总投资", "Old total", 14.0),
    ("新总投资", "New total", 14.0),
    ("原年计划", "Old plan", 14.0),
    ("新年计划", "New plan", 14.0),
    ("对应依据", "Matched by", 16.0),
];

/// Changed lines only; answers how many there are.
fn write(
    sheet: &mut Worksheet,
    report: &ListComparison,
    title: &str,
    language: Language,
) -> std::result::Result<i64, XlsxError> {
    let zh = language == Language::Zh;
    let cell = Format::new().set_font_name("宋体").set_font_size(10).set_border(FormatBorder::Thin);
    let head = cell.clone().set_bold().set_align(FormatAlign::Center).set_background_color("#EEF2F6");
    let text = cell.clone().set_num_format("@").set_text_wrap();
    let money = cell.set_align(FormatAlign::Right);
    let large = Format::new().set_font_name("黑体").set_font_size(16).set_align(FormatAlign::Center);
    let last = u16::try_from(HEADS.len() - 1).unwrap_or(0);
    sheet.set_name(if zh { "两版比较" } else { "Comparison" })?;
    sheet
        .set_landscape()
        .set_paper_size(8)
        .set_print_fit_to_pages(1, 0)
        .set_repeat_rows(0, 2)?
        .set_freeze_panes(3, 0)?;
    sheet.set_footer(if zh {
        "&L内部资料 注意保存&C第 &P 页 共 &N 页"
    } else {
        "&LInternal, keep safe&CPage &P of &N"
    });
    sheet.merge_range(0, 0, 0, last, title, &large)?;
    sheet.write_string(1, 0, counts(report, zh))?;
    for (at, (chinese, english, width)) in (0..).zip(HEADS) {
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(2, at, if zh { chinese } else { english }, &head)?;
    }
    let changed: Vec<&LinePair> = report.pairs.iter().filter(|pair| !pair.changes.is_empty()).collect();
    for (row, pair) in (3..).zip(&changed) {
        let words: Vec<&str> = pair.changes.iter().map(|change| said(*change, zh)).collect();
        sheet.write_string_with_format(row, 0, words.join(if zh { "、" } else { ", " }), &text)?;
        let (old, new) = (pair.from.as_ref(), pair.to.as_ref());
        for (col, line) in [(1, old), (2, new)] {
            let serial = line.and_then(|l| l.serial.clone()).unwrap_or_default();
            sheet.write_string_with_format(row, col, serial, &text)?;
        }
        for (col, line) in [(3, old), (4, new)] {
            sheet.write_string_with_format(row, col, line.map_or("", |l| l.name.as_str()), &text)?;
        }
        type Figure<'l> = (u16, Option<&'l ListLine>, fn(&ListLine) -> Option<i64>);
        let figures: [Figure; 4] =
            [(5, old, |l| l.total), (6, new, |l| l.total), (7, old, |l| l.plan), (8, new, |l| l.plan)];
        for (col, line, of) in figures {
            put(sheet, row, col, Content::wan(line.and_then(of), false), &money)?;
        }
        sheet.write_string_with_format(row, 9, matched(pair, zh), &text)?;
    }
    Ok(i64::try_from(changed.len()).unwrap_or(i64::MAX))
}

/// The counts close: old + moved in − moved out = new.
fn counts(report: &ListComparison, zh: bool) -> String {
    let of = |change: ListChange| report.counts.get(change.code()).copied().unwrap_or(0);
    let (from, to) = (report.from_sums.count, report.to_sums.count);
    let rest: Vec<String> = ListChange::ALL[2..].iter().map(|c| format!("{} {}", said(*c, zh), of(*c))).collect();
    let (moved_in, moved_out) = (of(ListChange::MovedIn), of(ListChange::MovedOut));
    if zh {
        format!("{from} + 调入 {moved_in} − 调出 {moved_out} = {to}；{}    单位：万元", rest.join("、"))
    } else {
        format!("{from} + {moved_in} in − {moved_out} out = {to}; {}    Unit: 10,000 yuan", rest.join(", "))
    }
}

fn said(change: ListChange, zh: bool) -> &'static str {
    match (change, zh) {
        (ListChange::MovedIn, true) => "调入",
        (ListChange::MovedIn, false) => "moved in",
        (ListChange::MovedOut, true) => "调出",
        (ListChange::MovedOut, false) => "moved out",
        (ListChange::Renamed, true) => "更名",
        (ListChange::Renamed, false) => "renamed",
        (ListChange::Amount, true) => "改额",
        (ListChange::Amount, false) => "amount",
        (ListChange::Regrouped, true) => "改组",
        (ListChange::Regrouped, false) => "group",
        (ListChange::Reordered, true) => "改序",
        (ListChange::Reordered, false) => "number",
    }
}

fn matched(pair: &LinePair, zh: bool) -> String {
    let rate = pair.likeness.map(|l| format!("{}.{}%", l / 10, l % 10)).unwrap_or_default();
    match (pair.matched_by, zh) {
        (None, _) => String::new(),
        (Some(MatchedBy::Project), true) => "同一项目".into(),
        (Some(MatchedBy::Project), false) => "same project".into(),
        (Some(MatchedBy::Code), true) => "代码相同".into(),
        (Some(MatchedBy::Code), false) => "same code".into(),
        (Some(MatchedBy::Name), true) => "名称相同".into(),
        (Some(MatchedBy::Name), false) => "same name".into(),
        (Some(MatchedBy::Likeness), true) => format!("名称相似 {rate}，请核对"),
        (Some(MatchedBy::Likeness), false) => format!("names {rate} alike, please check"),
    }
}
