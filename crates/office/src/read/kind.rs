//! What kind of line a row of the body is. Ordinary projects are told at once; only odd rows are looked at closely.

use crate::source::{Cell, Merge, Row};
use crate::understand::LineKind;
use crate::understand::field::{Field, Reading};
use crate::understand::layout::Layout;
use crate::understand::line::{self, GroupStyle};
use std::borrow::Cow;

/// What a row turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    Line(LineKind),
    Group(GroupStyle, String),
    /// The rest of a project that a page broke.
    Wrapped,
}

/// What the rows before say.
pub(super) struct Before<'b> {
    /// The name and number of the project that may go on.
    pub pending: Option<(&'b str, Option<&'b str>)>,
    pub last: LineKind,
    pub numbered: bool,
}

/// First characters of names that ask for a closer look.
const ODD: &str =
    "合总小共分累全省市县区其注填说备制审负联单编主第一二三四五六七八九十（([★☆▲△●◆※*—-–−①②③④⑤⑥⑦⑧⑨⑩续#报数";

pub(super) fn of(row: &Row<'_>, layout: &Layout, merges: &[Merge], before: &Before<'_>) -> Kind {
    let seq = Seq::of(layout.seq.map(|column| row.cell(column)));
    if let Cell::Text(name) = row.cell(layout.name) {
        let plain = name.trim_start().chars().next().is_some_and(|c| !ODD.contains(c));
        if plain && (seq == Seq::Number || layout.seq.is_none() && row.cells.len() > 1) && !is_heading(name, layout) {
            return Kind::Line(LineKind::Project);
        }
    }
    odd(row, layout, merges, before, seq)
}

/// The number before a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seq {
    None,
    Number,
    /// 1-1, 1.2, （1）, ①
    Sub,
    /// 一, （二）, 合计
    Words,
}

impl Seq {
    fn of(cell: Option<&Cell<'_>>) -> Self {
        match cell {
            Some(Cell::Number(n)) => {
                if n.fract() == 0.0 {
                    Self::Number
                } else {
                    Self::Sub
                }
            }
            Some(Cell::Text(text)) => Self::of_text(text),
            Some(Cell::Date { .. }) => Self::Sub,
            _ => Self::None,
        }
    }

    fn of_text(text: &str) -> Self {
        let folded: Cow<'_, str> = line::folded(text).into();
        let text = folded.trim_end_matches(['.', '、']);
        if text.is_empty() {
            return Self::None;
        }
        if text.bytes().all(|b| b.is_ascii_digit()) {
            return Self::Number;
        }
        let pair = text.split_once(['-', '.', '—', '–']).filter(|(a, b)| short(a) && short(b));
        let bracketed = text.strip_prefix('(').and_then(|t| t.strip_suffix(')')).is_some_and(short);
        let circled = text.chars().count() == 1 && text.starts_with(|c| ('\u{2460}'..='\u{2473}').contains(&c));
        if pair.is_some() || bracketed || circled {
            return Self::Sub;
        }
        // 2023-0412 and GJ-07 are numbers of their own.
        if text.starts_with(|c: char| c.is_ascii_alphanumeric()) { Self::Number } else { Self::Words }
    }
}

fn short(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

fn is_heading(name: &str, layout: &Layout) -> bool {
    let Some(heading) = layout.headings.iter().find_map(|row| row.get(layout.name).filter(|text| !text.is_empty()))
    else {
        return false;
    };
    name.len() <= heading.len() * 2 + 8 && line::folded(name) == *heading
}

fn odd(row: &Row<'_>, layout: &Layout, merges: &[Merge], before: &Before<'_>, seq: Seq) -> Kind {
    let Some((first_column, first)) = row.filled().next() else { return Kind::Line(LineKind::Blank) };
    let first_text = first.shown();
    if repeats(row, layout, 0) {
        return Kind::Line(LineKind::Header);
    }
    let identified = identified(row, layout, first_column);
    if !identified {
        let heads = row.filled().filter(|(column, _)| *column <= layout.name.max(2)).take(3);
        let named = heads.filter_map(|(_, cell)| line::total(cell.text()?)).next();
        if let Some((kind, _)) = named {
            return Kind::Line(kind);
        }
    }
    let filled = row.filled().count();
    let numbers = has(row, layout, &[Reading::Money, Reading::Day, Reading::Code]);
    if seq != Seq::Number
        && !numbers
        && filled <= 8
        && (line::is_note(&first_text) && !identified || filled == 1 && line::is_debris(&first_text))
    {
        return Kind::Line(LineKind::Note);
    }
    if let Some(kind) = group(row, layout, merges, before, seq, identified) {
        return kind;
    }
    project(row, layout, before, seq, identified, numbers)
}

/// Something besides the name says which project it is.
fn identified(row: &Row<'_>, layout: &Layout, except: usize) -> bool {
    let telling = [Field::Enterprise, Field::Code, Field::Uscc, Field::Region, Field::Site, Field::Content];
    layout
        .plans
        .iter()
        .any(|plan| plan.index != except && telling.contains(&plan.field) && !row.cell(plan.index).is_blank())
}

fn has(row: &Row<'_>, layout: &Layout, readings: &[Reading]) -> bool {
    layout.plans.iter().any(|plan| readings.contains(&plan.field.reading()) && !row.cell(plan.index).is_blank())
}

/// The row says again what the header's row `depth` says.
pub(super) fn repeats(row: &Row<'_>, layout: &Layout, depth: usize) -> bool {
    let Some(headings) = layout.headings.get(depth) else { return false };
    let filled = headings.iter().filter(|text| !text.is_empty()).count();
    let same = row.filled().filter(|(column, cell)| {
        let heading = headings.get(*column).filter(|text| !text.is_empty());
        heading.is_some_and(|heading| {
            cell.text().is_some_and(|text| text.len() <= heading.len() * 3 + 8 && line::folded(text) == *heading)
        })
    });
    // Page breaks lose a cell now and then.
    let same = same.count();
    filled > 0 && same * 5 >= filled * 4 && (same >= 2 || filled == 1)
}

fn group(
    row: &Row<'_>,
    layout: &Layout,
    merges: &[Merge],
    before: &Before<'_>,
    seq: Seq,
    identified: bool,
) -> Option<Kind> {
    let (column, first) = row.filled().next()?;
    let text = first.text()?.trim();
    let texts = row.filled().filter(|(_, cell)| cell.text().is_some()).count();
    if identified || seq == Seq::Number && layout.seq == Some(column) {
        return None;
    }
    if let Some(style) = line::group(text).filter(|_| column <= layout.name && texts <= 3) {
        let in_seq = layout.seq == Some(column) && text.chars().count() <= 4;
        let title = if in_seq {
            row.cell(layout.name).text().map_or(text.to_string(), |name| format!("{text}{}{}", mark(text), name.trim()))
        } else {
            text.to_string()
        };
        return Some(Kind::Group(style, title));
    }
    let number = row.number - 1;
    let wide = merges.iter().any(|m| {
        m.top <= number
            && number <= m.bottom
            && m.left <= column as u32
            && (m.right - m.left + 1) as usize * 2 > layout.width
            && m.right > m.left
    });
    if texts == 1 && row.filled().count() == 1 {
        let unfinished = before.pending.is_some_and(|(name, _)| column == layout.name && !is_finished(name));
        if wide
            || !unfinished
                && (column != layout.name || layout.seq.is_some())
                && before.last != LineKind::Total
                && !text.contains(['。', '；'])
                && text.chars().count() <= 30
        {
            return Some(Kind::Group(GroupStyle::Plain, text.to_string()));
        }
        if before.last == LineKind::Total && column != layout.name {
            return Some(Kind::Line(LineKind::Note));
        }
    }
    None
}

fn mark(number: &str) -> &'static str {
    if number.ends_with(['、', '.', '）', ')']) { "" } else { "、" }
}

fn is_finished(name: &str) -> bool {
    name.ends_with(['）', ')', '园', '厂', '线', '桥', '路', '站', '城', '区'])
        || ["项目", "工程", "基地", "中心", "一期", "二期", "三期"].iter().any(|end| name.ends_with(end))
}

fn project(row: &Row<'_>, layout: &Layout, before: &Before<'_>, seq: Seq, identified: bool, numbers: bool) -> Kind {
    let name = row.cell(layout.name);
    if name.is_blank() {
        let others = row
            .filled()
            .any(|(column, _)| Some(column) != layout.seq && layout.plans.iter().any(|plan| plan.index == column));
        return Kind::Line(match (seq, others) {
            (_, false) => LineKind::Blank,
            // A number of its own, but the name was left out: offered without it.
            (Seq::Number, true) => LineKind::Project,
            _ if before.pending.is_some() => LineKind::Continuation,
            _ => LineKind::Note,
        });
    }
    let shown = name.shown();
    let among = shown.trim_start().starts_with("其中");
    if among && !identified && matches!(before.last, LineKind::Total | LineKind::Subtotal | LineKind::Group) {
        return Kind::Line(LineKind::Subtotal);
    }
    if among || seq == Seq::Sub && before.pending.is_some() {
        return Kind::Line(LineKind::Part);
    }
    let broken =
        seq == Seq::None && before.numbered && !numbers && before.pending.is_some_and(|(_, seq)| seq.is_some());
    if broken && !shown.starts_with(['★', '▲', '①', '②', '③', '④']) {
        return Kind::Wrapped;
    }
    Kind::Line(LineKind::Project)
}
