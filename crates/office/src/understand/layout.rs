//! Finds the table of a sheet in its first rows: header, columns and their meaning, unit, and the lines above.

use super::field::Field;
use super::heading::{self, Level, Meaning};
use super::line::{self, LineKind};
use super::{Column, ColumnChoice, Corrections, RowSpan, SheetCorrections, UnitFrom};
use crate::source::{Cell, Merge, Row, Sheet, letter};
use crate::value::money::MoneyUnit;

/// How many rows are looked at before anything is read.
pub(crate) const LOOK: usize = 200;
/// A header begins within so many rows.
const DEEPEST: usize = 60;
const TALLEST: u32 = 6;

/// A column that is read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Plan {
    pub index: usize,
    pub field: Field,
    pub detail: Option<String>,
    pub unit: Option<String>,
    pub money: MoneyUnit,
}

/// The table of a sheet.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    pub header: RowSpan,
    /// The texts of every header row, to know the header again where a page repeats it.
    pub headings: Vec<Vec<String>>,
    pub columns: Vec<Column>,
    pub plans: Vec<Plan>,
    pub name: usize,
    pub seq: Option<usize>,
    pub unit: MoneyUnit,
    pub unit_from: UnitFrom,
    pub year: Option<i32>,
    pub width: usize,
}

impl Layout {
    pub(crate) fn has(&self, field: Field) -> bool {
        self.plans.iter().any(|plan| plan.field == field)
    }
}

/// The header of a sheet; `None` where there is no table.
pub(crate) fn find(head: &[Row<'_>], sheet: &Sheet, corrections: &Corrections) -> Option<Layout> {
    let own = corrections.sheets.get(&sheet.name);
    let block = match own.and_then(|own| own.header) {
        Some(span) => Block::between(head, span, &sheet.merges)?,
        None => Block::best(head, &sheet.merges)?,
    };
    let mut columns = block.columns();
    corrected(&mut columns, own, corrections);
    settle(&mut columns);
    let name = columns.iter().find(|c| c.0.field == Field::Name)?.0.index as usize;
    let above: Vec<String> = lines_above(head, block.span.first).map(|(_, text)| text).collect();
    let year = columns
        .iter()
        .filter(|c| c.0.field == Field::Plan)
        .find_map(|c| c.0.year)
        .or_else(|| above.iter().find_map(|text| heading::year(text)));
    let (unit, unit_from) = sheet_unit(head, &block, &columns, own);
    let plans = columns.iter().filter(|c| c.0.field != Field::Ignore).map(|c| plan(c, unit)).collect::<Vec<_>>();
    let seq = plans.iter().find(|p| p.field == Field::Seq).map(|p| p.index);
    let width = plans.iter().map(|p| p.index + 1).max().unwrap_or(0);
    let columns = columns.into_iter().map(|(column, _)| column).collect();
    Some(Layout {
        header: block.span,
        headings: block.texts(),
        columns,
        plans,
        name,
        seq,
        unit,
        unit_from,
        year,
        width,
    })
}

/// The lines above the header, blank rows included even where the file leaves them out.
pub(crate) fn lines_above<'r>(head: &'r [Row<'_>], first: u32) -> impl Iterator<Item = (u32, String)> + 'r {
    (1..first).map(|number| {
        let row = head.iter().find(|row| row.number == number);
        (number, row.map(whole_text).unwrap_or_default())
    })
}

/// The texts of a row, joined.
pub(crate) fn whole_text(row: &Row<'_>) -> String {
    let mut out = String::new();
    for (_, cell) in row.filled() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&cell.shown());
    }
    out
}

fn plan((column, money): &(Column, Option<MoneyUnit>), unit: MoneyUnit) -> Plan {
    Plan {
        index: column.index as usize,
        field: column.field,
        detail: column.detail.clone(),
        unit: column.unit.clone().filter(|_| !column.field.is_money()),
        money: money.unwrap_or(unit),
    }
}

fn sheet_unit(
    head: &[Row<'_>],
    block: &Block<'_, '_>,
    columns: &[(Column, Option<MoneyUnit>)],
    own: Option<&SheetCorrections>,
) -> (MoneyUnit, UnitFrom) {
    if let Some(unit) = own.and_then(|own| own.unit) {
        return (unit, UnitFrom::Corrected);
    }
    let found = lines_above(head, block.span.first).filter_map(|(row, text)| Some((line::unit(&text)?, row))).last();
    if let Some((unit, row)) = found {
        return (unit, UnitFrom::Row(row));
    }
    let mut money = columns.iter().filter(|(column, _)| column.field.is_money()).peekable();
    let named = columns.iter().filter(|(c, _)| c.field.is_money()).find_map(|(_, unit)| *unit);
    let from = if money.peek().is_none() || money.all(|(_, unit)| unit.is_some()) {
        UnitFrom::Headings
    } else {
        UnitFrom::Assumed
    };
    (named.unwrap_or(MoneyUnit::Wan), from)
}

fn corrected(columns: &mut [(Column, Option<MoneyUnit>)], own: Option<&SheetCorrections>, corrections: &Corrections) {
    for (column, money) in columns {
        let choice =
            own.and_then(|own| own.columns.get(&column.index)).or_else(|| corrections.headings.get(&column.heading));
        if let Some(ColumnChoice { field, detail, unit }) = choice {
            (column.field, column.sure) = (*field, true);
            column.detail = detail.clone().or(column.detail.take());
            *money = unit.as_deref().and_then(MoneyUnit::find).or(*money);
            column.unit = unit.clone().or(column.unit.take());
        }
    }
}

/// A field that a project has once is given to the surest column, the first of equals; the others are left to the officer.
fn settle(columns: &mut [(Column, Option<MoneyUnit>)]) {
    // 计划投资 without a year is the total, unless another column is.
    let total = columns.iter().any(|(c, _)| c.field == Field::Total && c.sure);
    let plan = columns.iter().any(|(c, _)| c.field == Field::Plan);
    for (column, _) in columns.iter_mut().filter(|(c, _)| c.field == Field::Total && !c.sure) {
        if total {
            column.field = if plan { Field::Ignore } else { Field::Plan };
        }
    }
    let placed = columns.iter().any(|(c, _)| c.field == Field::Region);
    if let Some((column, _)) = columns.iter_mut().find(|(c, _)| !placed && c.field == Field::City) {
        column.field = Field::Region;
    }
    let mut order: Vec<usize> = (0..columns.len()).collect();
    order.sort_by_key(|&at| !columns[at].0.sure);
    let mut taken = Vec::new();
    for at in order {
        let column = &mut columns[at].0;
        if column.field.may_repeat() {
            continue;
        }
        if taken.contains(&column.field) {
            (column.field, column.sure) = (Field::Ignore, false);
        } else {
            taken.push(column.field);
        }
    }
}

/// Headings are texts, and short; a row with many numbers or sentences is none.
fn may_be_heading(row: &Row<'_>) -> bool {
    let short = |cell: &Cell<'_>| cell.text().is_some_and(|text| text.len() <= 120);
    let (filled, texts) =
        row.filled().fold((0, 0), |(filled, texts), (_, cell)| (filled + 1, texts + usize::from(short(cell))));
    filled >= 2 && texts * 5 >= filled * 4
}

/// Rows that may be a header.
struct Block<'h, 'a> {
    rows: Vec<&'h Row<'a>>,
    span: RowSpan,
    merges: &'h [Merge],
}

impl<'h, 'a> Block<'h, 'a> {
    fn between(head: &'h [Row<'a>], span: RowSpan, merges: &'h [Merge]) -> Option<Self> {
        let rows: Vec<_> = head.iter().filter(|row| (span.first..=span.last).contains(&row.number)).collect();
        (!rows.is_empty()).then_some(Self { rows, span, merges })
    }

    /// The block of one to three rows that reads best as a header, grown by what is merged into it.
    fn best(head: &'h [Row<'a>], merges: &'h [Merge]) -> Option<Self> {
        let mut best: Option<(i32, Self)> = None;
        for start in 0..head.len().min(DEEPEST) {
            if !may_be_heading(&head[start]) {
                continue;
            }
            for height in 1..=3.min(head.len() - start) {
                let rows: Vec<_> = head[start..start + height].iter().collect();
                let last = rows[height - 1];
                if last.number > rows[0].number + TALLEST || !may_be_heading(last) {
                    break;
                }
                let block = Self { span: RowSpan { first: rows[0].number, last: last.number }, rows, merges };
                let Some(score) = block.score() else { continue };
                if best.as_ref().is_none_or(|(most, _)| score > *most) {
                    best = Some((score, block));
                }
            }
        }
        best.map(|(_, block)| block.grown())
    }

    /// Rows merged with header cells from above belong to the header although nothing stands in them.
    fn grown(mut self) -> Self {
        let RowSpan { first, last } = self.span;
        let within = |m: &&Merge| (first..=last).contains(&(m.top + 1)) && m.bottom + 1 > last;
        if let Some(bottom) = self.merges.iter().filter(within).map(|m| m.bottom + 1).max() {
            self.span.last = bottom.min(first + TALLEST);
        }
        self
    }

    /// How much of it reads as headings; `None` without a name and a second field.
    fn score(&self) -> Option<i32> {
        let meanings = self.meanings();
        let mut seen = Vec::new();
        let mut score = 0;
        for (_, _, meaning) in &meanings {
            let known = meaning.field != Field::Ignore;
            if known && (meaning.field.may_repeat() || !seen.contains(&meaning.field)) {
                seen.push(meaning.field);
                score += if meaning.sure { 4 } else { 2 };
            }
        }
        for (depth, row) in self.rows.iter().enumerate() {
            for (column, cell) in row.filled() {
                score -= self.strangeness(depth, column, cell, &meanings);
            }
        }
        (seen.contains(&Field::Name) && seen.len() >= 2 && score > 0).then_some(score)
    }

    /// What speaks against a cell being a heading: numbers, dates, sentences; in lower rows also words that mean nothing there.
    fn strangeness(&self, depth: usize, column: usize, cell: &Cell<'_>, meanings: &[(usize, String, Meaning)]) -> i32 {
        let Some(text) = cell.text() else { return 6 };
        let length = text.trim().chars().count();
        if length > 40 {
            return 8;
        }
        let meaning = meanings.iter().find(|(at, ..)| *at == column).map(|(.., meaning)| meaning);
        let known = meaning.is_some_and(|m| m.field != Field::Ignore || m.sure);
        let numeric = text.trim().chars().next().is_some_and(|c| c.is_ascii_digit()) && heading::year(text).is_none();
        match (depth, known) {
            _ if numeric && !text.contains('月') => 5,
            (0, _) => 0,
            (_, true) if heading::meaning(&[Level::of(text)]).field == Field::Ignore && length > 8 => 3,
            (_, true) => 0,
            (_, false) => 3,
        }
    }

    /// Column, path and meaning of every heading.
    fn meanings(&self) -> Vec<(usize, String, Meaning)> {
        let width = self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let mut labels: Vec<Vec<String>> = Vec::new();
        for (depth, row) in self.rows.iter().enumerate() {
            let mut line: Vec<String> =
                (0..width).map(|c| row.cell(c).text().unwrap_or("").trim().to_string()).collect();
            if depth + 1 < self.rows.len() {
                self.spread(depth, &mut line);
            }
            labels.push(line);
        }
        (0..width)
            .filter_map(|column| {
                let mut path: Vec<&str> = Vec::new();
                for line in &labels {
                    let label = line[column].as_str();
                    if !label.is_empty() && path.last() != Some(&label) {
                        path.push(label);
                    }
                }
                if path.is_empty() {
                    return None;
                }
                let levels: Vec<Level> = path.iter().map(|raw| Level::of(raw)).collect();
                let shown: Vec<&str> = levels.iter().map(|level| level.word.as_str()).collect();
                Some((column, shown.join("/"), heading::meaning(&levels)))
            })
            .collect()
    }

    /// A group heading stands over the columns it is merged with or, where nothing tells, over the blank ones to its right that have a heading below.
    fn spread(&self, depth: usize, line: &mut [String]) {
        let number = self.rows[depth].number - 1;
        for column in 1..line.len() {
            if !line[column].is_empty() {
                continue;
            }
            let merge = self
                .merges
                .iter()
                .find(|m| (m.top..=m.bottom).contains(&number) && (m.left..=m.right).contains(&(column as u32)));
            let below = self.rows[depth + 1..].iter().any(|row| !row.cell(column).is_blank());
            let joined = match merge {
                Some(merge) => merge.left < column as u32,
                // Between merged cells an unmerged blank one has no group.
                None => {
                    below
                        && !self.covered_above(depth, column)
                        && !self
                            .merges
                            .iter()
                            .any(|m| m.top == number && m.left < column as u32 && m.right + 1 >= column as u32)
                }
            };
            if joined {
                line[column] = line[column - 1].clone();
            }
        }
    }

    /// The heading above reaches down into this row, so that a group to the left does not.
    fn covered_above(&self, depth: usize, column: usize) -> bool {
        self.rows[..depth].iter().any(|row| !row.cell(column).is_blank())
    }

    fn columns(&self) -> Vec<(Column, Option<MoneyUnit>)> {
        let meanings = self.meanings();
        meanings
            .into_iter()
            .map(|(index, heading, meaning)| {
                let unit = if meaning.field.is_money() {
                    meaning.money.map(|unit| unit.name().to_string())
                } else {
                    meaning.unit
                };
                let column = Column {
                    index: index as u32,
                    letter: letter(index),
                    heading,
                    field: meaning.field,
                    detail: meaning.detail,
                    unit,
                    year: meaning.year,
                    sure: meaning.sure,
                    samples: Vec::new(),
                };
                (column, meaning.money)
            })
            .collect()
    }

    fn texts(&self) -> Vec<Vec<String>> {
        (self.span.first..=self.span.last)
            .map(|number| {
                let row = self.rows.iter().find(|row| row.number == number);
                row.map_or_else(Vec::new, |row| row.cells.iter().map(|cell| line::folded(&cell.shown())).collect())
            })
            .collect()
    }
}

/// The kinds of the lines above the header.
pub(crate) fn kinds_above(head: &[Row<'_>], first: u32) -> Vec<(u32, LineKind, String)> {
    let mut titled = false;
    lines_above(head, first)
        .map(|(row, text)| {
            let kind = line::above(&text, titled);
            titled |= kind == LineKind::Title;
            (row, kind, text)
        })
        .collect()
}
