//! 大庆市's monthly reports: what was done, how far it stands, and what is in the way.

use super::super::maker::{Maker, Told};
use super::super::words;
use super::{Line, WAN};
use crate::error::Result;
use crate::project::{Carried, Project, Stage};

/// The monthly reports; the last month is not complete: some projects have not reported yet.
pub struct Reports<'l> {
    pub lines: &'l [Line],
    pub made: &'l [Project],
    pub troubles: &'l [Option<usize>],
    pub late: &'l [bool],
}

impl Reports<'_> {
    pub fn month(&self, maker: &Maker, nth: usize, period: &str, as_of: &str) -> Result<()> {
        maker.on(as_of, "progress_save", &format!("{period}进度"), |s| {
            for (at, project) in self.made.iter().enumerate() {
                if nth == 3 && self.late[at] {
                    continue;
                }
                let told = told(&self.lines[at], at, nth, self.troubles[at]);
                s.report(project.id, &Told { period, as_of, ..told })?;
            }
            Ok(())
        })
    }
}

fn told(line: &Line, at: usize, nth: usize, trouble: Option<usize>) -> Told<'static> {
    let done = line.total * line.done_percent / 100 / 10 * 10;
    // New projects began this year; of the others most was done before it.
    let year = if line.carried == Carried::New {
        done
    } else {
        (done / 5 / 10 * 10).min(line.plan.unwrap_or(0) / 3 / 10 * 10)
    };
    let month = i64::try_from(nth).unwrap_or(0);
    let so_far = |m: i64| year * m / 3 / 10 * 10;
    let before = done - year;
    let images = words::images(line.stage);
    let image = images[(at + nth).min(images.len() - 1 + at % 2) % images.len()];
    let found = trouble.filter(|_| nth >= 1 && line.stage >= Stage::Signed && line.stage < Stage::Completed);
    let found = found.map(|t| &words::troubles()[t]);
    let last_year = nth == 0;
    Told {
        done_total: (before + if last_year { 0 } else { so_far(month) }) * WAN,
        done_year: if last_year { before.min(line.plan.unwrap_or(0)) * WAN } else { so_far(month) * WAN },
        done_month: if last_year { 0 } else { (so_far(month) - so_far(month - 1)) * WAN },
        image,
        issue: found.map(|t| t.issue.as_str()),
        next_step: found.map(|t| t.next_step.as_str()),
        ..Told::default()
    }
}
