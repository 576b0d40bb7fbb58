//! The rows of one sheet below its header, one after another: told apart, read, joined, added up, handed on.

use super::continued;
use super::convert::Converter;
use super::fill::Fill;
use super::kind::{self, Before, Kind};
use super::notices::Notices;
use super::region;
use super::row::{CellFault, ReadRow};
use super::sums::{self, Sums};
use crate::source::{Row, Sheet, address};
use crate::understand::layout::{self, Layout};
use crate::understand::{
    Counts, Field, GRID_ROWS, GridRow, LineKind, MOST_SKIPPED, NoticeKind, RowSpan, SheetCorrections,
    SheetUnderstanding, SkippedLine,
};
use crate::value::name;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use zhuanban_core::Result;
use zhuanban_core::error::{FieldFault, Rule};

/// Reads the body of one sheet.
pub(super) struct Body<'s> {
    sheet: &'s Sheet,
    layout: &'s Layout,
    own: Option<&'s SheetCorrections>,
    converter: Converter<'s>,
    fill: Fill<'s>,
    sums: Sums,
    pending: Option<ReadRow>,
    last: LineKind,
    numbered: bool,
    /// Where a page repeats the header: the first row of the repetition, and how many of its rows were passed.
    repeating: Option<(u32, u32)>,
    /// Identities already read, with the name they were read under.
    seen: HashMap<u64, u64>,
    body: Option<RowSpan>,
    skipped: Vec<SkippedLine>,
    counts: Counts,
    grid: Vec<GridRow>,
    samples: Vec<Vec<String>>,
}

/// Takes the rows as they are read.
pub(super) type Sink<'f> = dyn FnMut(ReadRow) -> Result<()> + 'f;

impl<'s> Body<'s> {
    pub(super) fn new(sheet: &'s Sheet, layout: &'s Layout, own: Option<&'s SheetCorrections>) -> Self {
        let placed = layout.has(Field::Region) || layout.has(Field::Site);
        let converter = Converter {
            layout,
            sheet_region: if placed { None } else { region::of_sheet(&sheet.name) },
            site_is_region: !layout.has(Field::Region) && layout.has(Field::Site),
            notices: Notices::default(),
            converted: None,
        };
        Self {
            sheet,
            layout,
            own,
            converter,
            fill: Fill::new(&sheet.merges, layout),
            sums: Sums::new(&layout.plans),
            pending: None,
            last: LineKind::Header,
            numbered: false,
            repeating: None,
            seen: HashMap::new(),
            body: None,
            skipped: Vec::new(),
            counts: Counts::default(),
            grid: Vec::new(),
            samples: vec![Vec::new(); layout.columns.len()],
        }
    }

    /// The lines above the header and the header itself, for the report.
    pub(super) fn above(&mut self, head: &[Row<'_>]) {
        for (row, kind, text) in layout::kinds_above(head, self.layout.header.first) {
            self.skip(row, kind, text);
        }
        for row in head.iter().filter(|row| row.number <= self.layout.header.last) {
            let kind =
                self.skipped.iter().find(|line| line.row == row.number).map_or(LineKind::Header, |line| line.kind);
            self.grid.push(shown(row, kind));
        }
    }

    pub(super) fn line<'a>(&mut self, row: &mut Row<'a>, sink: &mut Sink<'_>) -> Result<()> {
        if row.number <= self.layout.header.last || self.in_repeated_header(row) {
            return Ok(());
        }
        let kind = self.kind(row);
        self.fill.pass(row);
        if row.hidden && kind != Kind::Line(LineKind::Blank) {
            self.counts.hidden_rows += 1;
            self.converter.notices.row(NoticeKind::HiddenRow, row.number);
        }
        let shows = self.grid.len() < GRID_ROWS;
        self.converter.converted = shows.then(Default::default);
        let kind = self.take(row, kind, sink)?;
        if shows {
            let mut line = shown(row, kind);
            line.converted = self.converter.converted.take().unwrap_or_default();
            self.grid.push(line);
        }
        if kind != LineKind::Blank {
            self.last = kind;
        }
        Ok(())
    }

    fn kind(&self, row: &Row<'_>) -> Kind {
        if let Some(&kind) = self.own.and_then(|own| own.lines.get(&row.number)) {
            return match kind {
                LineKind::Group => Kind::Group(crate::understand::line::GroupStyle::Plain, layout::whole_text(row)),
                kind => Kind::Line(kind),
            };
        }
        let pending = self.pending.as_ref().map(|row| (row.name.as_str(), row.seq.as_deref()));
        kind::of(row, self.layout, &self.sheet.merges, &Before { pending, last: self.last, numbered: self.numbered })
    }

    /// Does what the kind of the line asks for, and says what it finally was.
    fn take(&mut self, row: &mut Row<'_>, kind: Kind, sink: &mut Sink<'_>) -> Result<LineKind> {
        match kind {
            Kind::Line(LineKind::Blank) => return Ok(LineKind::Blank),
            Kind::Line(kind @ (LineKind::Project | LineKind::Part)) => return self.project(row, kind, sink),
            Kind::Line(LineKind::Continuation) => return self.further(row, false, sink),
            Kind::Wrapped => return self.further(row, true, sink),
            Kind::Line(LineKind::Header) => {
                // What a page repeats stands between lines of one project, too.
                self.repeating = Some((row.number, 1));
                self.skip(row.number, LineKind::Header, String::new());
                return Ok(self.last_line());
            }
            Kind::Line(LineKind::Note) => {
                self.skip(row.number, LineKind::Note, layout::whole_text(row));
                return Ok(self.last_line());
            }
            Kind::Group(style, name) => {
                self.flush(sink)?;
                let figures = sums::figures(row, &self.layout.plans);
                self.sums.group(style, &name, figures);
                self.counts.groups += 1;
                self.skip(row.number, LineKind::Group, name);
                return Ok(LineKind::Group);
            }
            Kind::Line(_) => {}
        }
        let Kind::Line(kind) = kind else { return Ok(LineKind::Note) };
        self.flush(sink)?;
        if matches!(kind, LineKind::Total | LineKind::Subtotal) {
            self.total(row, kind);
        }
        self.skip(row.number, kind, layout::whole_text(row));
        Ok(kind)
    }

    /// Lines that interrupt a project do not change what came before them.
    fn last_line(&self) -> LineKind {
        self.last
    }

    fn total(&mut self, row: &Row<'_>, kind: LineKind) {
        let figures = sums::figures(row, &self.layout.plans);
        if figures.without_value {
            self.converter.notices.row(NoticeKind::TotalWithoutValue, row.number);
        }
        // A partial sum under a total (其中：新开工) is compared with nothing.
        let partial = row.cell(self.layout.name).text().is_some_and(|text| text.trim_start().starts_with("其中"));
        match kind {
            _ if partial => {}
            LineKind::Total => self.sums.total(figures),
            _ => self.sums.subtotal(figures),
        }
    }

    fn project(&mut self, row: &mut Row<'_>, kind: LineKind, sink: &mut Sink<'_>) -> Result<LineKind> {
        self.fill.fill(row);
        let mut read = ReadRow {
            sheet: self.sheet.name.clone(),
            row: row.number,
            lines: 1,
            part: kind == LineKind::Part,
            hidden: row.hidden,
            struck: row.is_struck(self.layout.name),
            ..ReadRow::default()
        };
        self.converter.read(row, &mut read);
        self.sample(row);
        if read.name.is_empty() {
            read.faults.push(CellFault {
                cell: address(self.layout.name, row.number),
                fault: FieldFault::error("name", Rule::Required),
            });
        }
        if self.same_as_pending(&read) {
            return self.add(read, false, row.number);
        }
        self.flush(sink)?;
        self.numbered |= read.seq.is_some();
        self.body = Some(RowSpan { first: self.body.map_or(row.number, |body| body.first), last: row.number });
        if read.struck {
            self.converter.notices.row(NoticeKind::StruckRow, row.number);
        }
        read.groups = self.sums.path();
        let kind = if read.part { LineKind::Part } else { LineKind::Project };
        self.pending = Some(read);
        Ok(kind)
    }

    /// Needs one a line with the project's name on each of them.
    fn same_as_pending(&self, read: &ReadRow) -> bool {
        let Some(pending) = self.pending.as_ref().filter(|_| self.layout.has(Field::NeedElement)) else { return false };
        let same = |a: &Option<String>, b: &Option<String>| a.is_none() || b.is_none() || a == b;
        !read.needs.is_empty()
            && pending.name == read.name
            && same(&pending.enterprise, &read.enterprise)
            && same(&pending.code, &read.code)
    }

    fn further(&mut self, row: &mut Row<'_>, wrapped: bool, sink: &mut Sink<'_>) -> Result<LineKind> {
        if self.pending.is_none() {
            return self.project(row, LineKind::Project, sink);
        }
        let mut more = ReadRow::default();
        self.converter.read(row, &mut more);
        self.add(more, wrapped, row.number)
    }

    fn add(&mut self, mut more: ReadRow, wrapped: bool, number: u32) -> Result<LineKind> {
        if let Some(pending) = &mut self.pending {
            if !wrapped {
                more.name.clear();
            }
            continued::add(pending, more, wrapped, number);
            self.counts.continued += 1;
            if let Some(body) = &mut self.body {
                body.last = number;
            }
        }
        Ok(LineKind::Continuation)
    }

    /// A code with the name it had, or name, region and enterprise where no code tells otherwise, a second time in one sheet.
    ///
    /// A code that comes again under another name is kept with a warning: phases of one project share a code.
    fn is_duplicate(&mut self, read: &mut ReadRow) -> bool {
        if read.name.is_empty() {
            return false;
        }
        let name = name::fingerprint(&[&read.name]);
        if let Some(code) = read.code.as_deref() {
            match self.seen.entry(name::fingerprint(&["code", code])) {
                Entry::Occupied(known) if *known.get() == name => return true,
                Entry::Occupied(_) => {
                    let fault = FieldFault::warning("code", Rule::Duplicate).with("text", code);
                    read.faults.push(CellFault { cell: read.row.to_string(), fault });
                }
                Entry::Vacant(free) => {
                    free.insert(name);
                }
            }
        }
        let (region, enterprise) = (read.region.as_deref().unwrap_or(""), read.enterprise.as_deref().unwrap_or(""));
        let code = read.code.as_deref().map_or(0, |code| name::fingerprint(&["code", code]));
        let identity = name::fingerprint(&[&read.name, region, enterprise]);
        match self.seen.entry(identity) {
            // Two codes are two projects whatever their names.
            Entry::Occupied(known) => *known.get() == code || *known.get() == 0 || code == 0,
            Entry::Vacant(free) => {
                free.insert(code);
                false
            }
        }
    }

    /// Hands on the project that is complete now; only then its name is whole, so that a duplicate can be told.
    fn flush(&mut self, sink: &mut Sink<'_>) -> Result<()> {
        let Some(mut row) = self.pending.take() else { return Ok(()) };
        if row.part {
            self.counts.parts += 1;
        } else if self.is_duplicate(&mut row) {
            if let Some(line) = self.grid.iter_mut().find(|line| line.row == row.row) {
                line.kind = LineKind::Duplicate;
            }
            self.skip(row.row, LineKind::Duplicate, row.name);
            return Ok(());
        } else {
            self.sums.add(&row);
            self.counts.projects += 1;
        }
        self.counts.faults += row.faults.iter().filter(|fault| !fault.fault.warning).count() as u32;
        sink(row)
    }

    /// The further rows of a header that a page repeats; those that are blank may be missing from the file.
    fn in_repeated_header(&mut self, row: &Row<'_>) -> bool {
        while let Some((first, passed)) = self.repeating {
            let depth = passed as usize;
            let here = row.number == first + passed;
            let empty = self.layout.headings.get(depth).is_some_and(|texts| texts.iter().all(String::is_empty));
            let fits = if here { empty && row.is_blank() || kind::repeats(row, self.layout, depth) } else { empty };
            if depth >= self.layout.headings.len() || row.number < first + passed || !fits {
                self.repeating = None;
                return false;
            }
            self.repeating = Some((first, passed + 1));
            self.skip(first + passed, LineKind::Header, String::new());
            if here {
                return true;
            }
        }
        false
    }

    fn skip(&mut self, row: u32, kind: LineKind, text: String) {
        if self.skipped.len() < MOST_SKIPPED {
            self.skipped.push(SkippedLine { row, kind, text });
        }
    }

    fn sample(&mut self, row: &Row<'_>) {
        if self.counts.projects < 3 {
            for (column, samples) in self.layout.columns.iter().zip(&mut self.samples) {
                let shown = row.cell(column.index as usize).shown();
                if !shown.is_empty() {
                    samples.push(shown.chars().take(40).collect());
                }
            }
        }
    }

    pub(super) fn finish(mut self, sink: &mut Sink<'_>) -> Result<SheetUnderstanding> {
        self.flush(sink)?;
        self.sums.finish();
        self.skipped.sort_by_key(|line| line.row);
        let mut notices = self.converter.notices;
        let mut columns = self.layout.columns.clone();
        for (column, samples) in columns.iter_mut().zip(self.samples) {
            column.samples = samples;
            if !column.sure && column.field != Field::Ignore {
                notices.add(NoticeKind::UnsureColumn, || column.letter.clone());
            }
        }
        if self.layout.unit_from == crate::understand::UnitFrom::Assumed {
            notices.add(NoticeKind::UnitAssumed, String::new);
        }
        if self.sheet.hidden {
            notices.add(NoticeKind::HiddenSheet, || self.sheet.name.clone());
        }
        Ok(SheetUnderstanding {
            name: self.sheet.name.clone(),
            hidden: self.sheet.hidden,
            has_table: true,
            header: Some(self.layout.header),
            body: self.body,
            unit: Some(self.layout.unit),
            unit_from: self.layout.unit_from,
            year: self.layout.year,
            region_from_sheet: self.converter.sheet_region.is_some(),
            columns,
            skipped: self.skipped,
            counts: self.counts,
            totals: self.sums.checks,
            notices: notices.list(),
            grid: self.grid,
        })
    }
}

/// The row as the grid shows it.
pub(super) fn shown(row: &Row<'_>, kind: LineKind) -> GridRow {
    let cells = row.cells.iter().map(|cell| cell.shown().chars().take(200).collect()).collect();
    GridRow { row: row.number, kind, cells, converted: Default::default() }
}
