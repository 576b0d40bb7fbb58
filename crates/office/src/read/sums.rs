//! Sums of the lines beside the totals the sheet itself gives (`product.md`): for the sheet, and for every group.

use super::convert::amount;
use super::row::ReadRow;
use crate::source::{Cell, Row, address};
use crate::understand::layout::Plan;
use crate::understand::line::{self, GroupStyle};
use crate::understand::{Field, TotalCheck};

/// The figures of a total line: number of projects, and 元 by money column, with their cells.
#[derive(Clone, Debug, Default)]
pub(super) struct Figures {
    count: Option<(i64, String)>,
    money: Vec<(usize, i64, String)>,
    /// The line has formulas that were never calculated.
    pub without_value: bool,
}

/// What was added up.
#[derive(Clone, Debug, Default)]
struct Sum {
    count: i64,
    money: Vec<i64>,
}

/// One group that is open.
#[derive(Clone, Debug)]
struct Level {
    style: GroupStyle,
    name: String,
    sum: Sum,
    /// Figures on the group line, or on a subtotal before the group's rows.
    before: Option<Figures>,
    /// A subtotal already closed it.
    closed: bool,
}

#[derive(Default)]
pub(super) struct Sums {
    fields: Vec<Field>,
    whole: Sum,
    /// Since the last subtotal, where no group is open.
    loose: Sum,
    levels: Vec<Level>,
    /// Totals may stand before the rows; they are compared at the end.
    totals: Vec<Figures>,
    pub checks: Vec<TotalCheck>,
}

impl Sum {
    fn add(&mut self, row: &ReadRow, fields: &[Field]) {
        self.count += 1;
        self.money.resize(fields.len(), 0);
        for (sum, field) in self.money.iter_mut().zip(fields) {
            *sum = sum.saturating_add(row.money(*field).map_or(0, |amount| amount.yuan));
        }
    }
}

impl Sums {
    pub(super) fn new(plans: &[Plan]) -> Self {
        let fields = plans.iter().map(|plan| plan.field).filter(|field| field.is_money()).collect();
        Self { fields, ..Self::default() }
    }

    /// Adds a project; parts and duplicates are never added.
    pub(super) fn add(&mut self, row: &ReadRow) {
        self.whole.add(row, &self.fields);
        if self.levels.is_empty() {
            self.loose.add(row, &self.fields);
        }
        for level in &mut self.levels {
            level.sum.add(row, &self.fields);
        }
    }

    /// The names of the open groups.
    pub(super) fn path(&self) -> Vec<String> {
        self.levels.iter().map(|level| level.name.clone()).collect()
    }

    pub(super) fn group(&mut self, style: GroupStyle, name: &str, figures: Figures) {
        if let Some(at) = self.levels.iter().position(|level| level.style == style) {
            self.close(at);
        } else if style != GroupStyle::Plain {
            // A plain group stands under numbered ones; a numbered one ends it.
            let plain = self.levels.iter().position(|level| level.style == GroupStyle::Plain);
            plain.into_iter().for_each(|at| self.close(at));
        }
        let before = (figures.count.is_some() || !figures.money.is_empty()).then_some(figures);
        self.levels.push(Level { style, name: name.to_string(), sum: Sum::default(), before, closed: false });
    }

    pub(super) fn subtotal(&mut self, figures: Figures) {
        let open = self.levels.iter().rposition(|level| !level.closed);
        match open {
            Some(at) if self.levels[at].sum.count == 0 => self.levels[at].before = Some(figures),
            Some(at) => {
                let (name, sum) = (self.levels[at].name.clone(), self.levels[at].sum.clone());
                self.levels[at].closed = true;
                self.compare(&name, &sum, &figures);
            }
            None => {
                let sum = std::mem::take(&mut self.loose);
                self.compare("", &sum, &figures);
            }
        }
    }

    pub(super) fn total(&mut self, figures: Figures) {
        self.totals.push(figures);
    }

    pub(super) fn finish(&mut self) {
        self.close(0);
        let whole = std::mem::take(&mut self.whole);
        for figures in std::mem::take(&mut self.totals) {
            self.compare("", &whole, &figures);
        }
    }

    fn close(&mut self, from: usize) {
        while self.levels.len() > from {
            let Some(level) = self.levels.pop() else { return };
            if let Some(figures) = &level.before {
                self.compare(&level.name, &level.sum, figures);
            }
        }
    }

    fn compare(&mut self, group: &str, sum: &Sum, figures: &Figures) {
        if let Some((in_sheet, cell)) = &figures.count {
            self.checks.push(TotalCheck {
                field: None,
                group: group.into(),
                in_sheet: *in_sheet,
                sum: sum.count,
                cell: cell.clone(),
            });
        }
        for (at, in_sheet, cell) in &figures.money {
            let sum = sum.money.get(*at).copied().unwrap_or(0);
            let field = self.fields.get(*at).copied();
            self.checks.push(TotalCheck { field, group: group.into(), in_sheet: *in_sheet, sum, cell: cell.clone() });
        }
    }
}

/// The figures of a total, subtotal or group line.
pub(super) fn figures(row: &Row<'_>, plans: &[Plan]) -> Figures {
    let mut figures = Figures::default();
    for (at, plan) in plans.iter().filter(|plan| plan.field.is_money()).enumerate() {
        match row.cell(plan.index) {
            Cell::Uncalculated => figures.without_value = true,
            cell => {
                if let Ok(Some(read)) = amount(plan, cell) {
                    figures.money.push((at, read.amount.yuan, address(plan.index, row.number)));
                }
            }
        }
    }
    let texts = row.filled().filter(|(column, _)| !plans.iter().any(|p| p.index == *column && p.field.is_money()));
    figures.count = texts
        .take(4)
        .find_map(|(column, cell)| Some((line::count(&line::folded(cell.text()?))?, address(column, row.number))));
    figures
}
