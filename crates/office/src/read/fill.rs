//! Body cells merged downwards: what stands in the first row holds for the rows below (two phases share a 建设单位, practice S1).

use crate::source::{Cell, Merge, Row};
use crate::understand::layout::Layout;

pub(super) struct Fill<'m> {
    /// Merges of shared columns in the body, by their top.
    merges: Vec<&'m Merge>,
    next: usize,
    open: Vec<(&'m Merge, Cell<'static>)>,
}

impl<'m> Fill<'m> {
    pub(super) fn new(merges: &'m [Merge], layout: &Layout) -> Self {
        let shared =
            |m: &&Merge| layout.plans.iter().any(|plan| plan.index == m.left as usize && plan.field.is_shared());
        let mut merges: Vec<_> =
            merges.iter().filter(|m| m.bottom > m.top && m.top >= layout.header.last).filter(shared).collect();
        merges.sort_by_key(|m| m.top);
        Self { merges, next: 0, open: Vec::new() }
    }

    /// Notes what stands in merged cells that begin here; every row of the body passes.
    pub(super) fn pass(&mut self, row: &Row<'_>) {
        let number = row.number - 1;
        self.open.retain(|(merge, _)| merge.bottom >= number);
        while let Some(merge) = self.merges.get(self.next).filter(|m| m.top <= number) {
            if merge.top == number && !row.cell(merge.left as usize).is_blank() {
                self.open.push((merge, row.cell(merge.left as usize).clone().into_owned()));
            }
            self.next += 1;
        }
    }

    pub(super) fn fill(&self, row: &mut Row<'_>) {
        for (merge, cell) in &self.open {
            if row.cell(merge.left as usize).is_blank() {
                row.put(merge.left as usize, cell.clone());
            }
        }
    }
}
