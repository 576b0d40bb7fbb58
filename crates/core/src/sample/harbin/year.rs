//! 哈尔滨市's year as far as 30 April: what rested and what was started, four months of reports, and the approvals the article tells of.

use super::super::chance::{Chance, split};
use super::super::extras::{self, Happened};
use super::super::maker::{Maker, Sheet, Told};
use super::super::words;
use super::{CONTRACT_TO_PERMIT, KEY_LIST, Key, WAN};
use crate::approval::state::State;
use crate::error::Result;
use crate::id::ListId;
use crate::list::List;
use crate::project::column::Column;
use crate::project::list::{Filter, Op};
use crate::project::start::{StartDecision, StartKind};
use crate::project::{Carried, Project};
use crate::standing::Standing;

/// Done this year by all together, 万元.
const DONE: i64 = 684_200;

pub(super) const MONTHS: [(&str, &str); 4] =
    [("2019-01", "2019-01-25"), ("2019-02", "2019-02-25"), ("2019-03", "2019-03-25"), ("2019-04", "2019-04-28")];

/// What was done by 30 April and before this year, and what troubles each, as `keys` stand. 万元.
pub(super) struct Done {
    year: Vec<i64>,
    prior: Vec<i64>,
    trouble: Vec<Option<usize>>,
}

impl Done {
    pub(super) fn share(keys: &[Key], chance: &mut Chance) -> Self {
        let opened: Vec<usize> = (0..keys.len()).filter(|at| keys[*at].opened == Some(true)).collect();
        let weights: Vec<i64> = opened.iter().map(|at| keys[*at].plan * chance.between(5, 16)).collect();
        let mut year = vec![0; keys.len()];
        for (at, share) in opened.iter().zip(split(DONE, &weights, &vec![0; opened.len()], 10)) {
            year[*at] = share;
        }
        let before = |k: &Key, chance: &mut Chance| (k.total.unwrap_or(0) - k.plan) * chance.between(20, 80) / 100;
        let prior = keys.iter().map(|k| if k.carried == Carried::New { 0 } else { before(k, chance) }).collect();
        let mut troubled = |k: &Key| chance.below(10) < 3 && k.name != CONTRACT_TO_PERMIT;
        let has: Vec<bool> = keys.iter().map(&mut troubled).collect();
        let trouble = has.into_iter().map(|yes| yes.then(|| chance.below(words::troubles().len()))).collect();
        Self { year, prior, trouble }
    }

    /// Of the year's work a sixteenth by January, a quarter by February, nine sixteenths by March; all of it by April.
    fn by(&self, at: usize, month: i64) -> i64 {
        if month == 4 { self.year[at] } else { self.year[at] * month * month / 16 / 10 * 10 }
    }

    pub(super) fn month(
        &self,
        maker: &Maker,
        keys: &[Key],
        made: &[Project],
        nth: usize,
        period: &str,
        as_of: &str,
    ) -> Result<()> {
        let month = i64::try_from(nth + 1).unwrap_or(4);
        maker.on(as_of, "progress_save", &format!("{period}进度"), |s| {
            for (at, project) in made.iter().enumerate() {
                let images = words::images(project.stage);
                let found = self.trouble[at].filter(|_| nth >= 1).map(|t| &words::troubles()[t]);
                let rests = keys[at].carried == Carried::Continued && keys[at].opened == Some(false);
                let image = if rests { "冬季停工，待复工" } else { images[(at + nth) % images.len()] };
                s.report(
                    project.id,
                    &Told {
                        period,
                        as_of,
                        done_total: (self.prior[at] + self.by(at, month)) * WAN,
                        done_year: self.by(at, month) * WAN,
                        done_month: (self.by(at, month) - self.by(at, month - 1)) * WAN,
                        image,
                        issue: found.map(|t| t.issue.as_str()),
                        next_step: found.map(|t| t.next_step.as_str()),
                    },
                )?;
            }
            Ok(())
        })
    }
}

/// The continued projects that had not resumed by 30 April rest since the autumn.
pub(super) fn winter(s: &mut Sheet<'_, '_>, keys: &[Key], made: &[Project]) -> Result<()> {
    let rests = Happened { on: "2018-11-15", until: Some((2019, 5)), reason: "冬季停工", ..Happened::default() };
    for (key, project) in keys.iter().zip(made) {
        if key.carried == Carried::Continued && key.opened == Some(false) {
            extras::standing(s, project.id, Standing::WinterStop, &rests)?;
        }
    }
    Ok(())
}

/// Every one of the 186 was recognised: the new by its start, the continued by taking its site up again.
pub(super) fn starts(s: &mut Sheet<'_, '_>, keys: &[Key], made: &[Project]) -> Result<()> {
    for (at, (key, project)) in keys.iter().zip(made).enumerate() {
        let begun = project.started_actual.map(|day| day.on.to_string());
        match (key.carried, key.opened) {
            (Carried::New, Some(true)) => {
                let Some(on) = begun else { continue };
                extras::start(s, project, StartKind::New, &on, StartDecision::Recognised)?;
            }
            (Carried::Continued, Some(true)) => {
                let on = format!("2019-{:02}-{:02}", 3 + at % 2, 1 + at % 20);
                extras::start(s, project, StartKind::Resume, &on, StartDecision::Recognised)?;
            }
            _ => {}
        }
    }
    Ok(())
}

pub(super) fn views(s: &mut Sheet<'_, '_>, lists: [ListId; 2]) -> Result<()> {
    let key: Option<List> = s.w.first("where name = ?", [KEY_LIST])?;
    let Some(key) = key else { return Ok(()) };
    let all = extras::on_list(key.id);
    let tagged = |tag: &str| Filter { column: Column::Tags, op: Op::Contains, values: vec![tag.into()] };
    extras::view(s, "市重点", vec![all.clone()], Some(Column::Region))?;
    extras::view(s, "新开工", vec![all.clone(), extras::any_of(Column::Carried, "new")], None)?;
    extras::view(s, "工业", vec![all.clone(), tagged("工业")], None)?;
    extras::view(s, "战新", vec![all, tagged("战新")], None)?;
    extras::view(s, "冬季签约", vec![extras::on_list(lists[0])], None)?;
    extras::view(s, "谋划储备", vec![extras::on_list(lists[1])], None)
}

pub(super) fn four_certificates(s: &mut Sheet<'_, '_>, made: &[Project]) -> Result<()> {
    let Some(project) = made.iter().find(|p| p.name == CONTRACT_TO_PERMIT) else { return Ok(()) };
    s.step(project, "A05", State::Approved, "2019-02-20", Some("2019-230109-39-03-004001"))?;
    s.step(project, "A09", State::Accepted, "2019-02-26", None)?;
    s.step(project, "A09", State::Approved, "2019-03-20", Some("2301092019B0031"))?;
    for (item, number) in [
        ("A10", "地字第230109201900031号"),
        ("A14", "黑（2019）哈尔滨市不动产权第0031号"),
        ("B03", "建字第230109201900031号"),
        ("C05", "230109201903290101"),
    ] {
        s.step(project, item, State::Accepted, "2019-03-25", None)?;
        s.step(project, item, State::Approved, "2019-03-29", Some(number))?;
    }
    Ok(())
}

/// The assessments of the 16 biomass projects were taken in on one day.
pub(super) fn assessments(s: &mut Sheet<'_, '_>, made: &[Project]) -> Result<()> {
    for project in made.iter().filter(|p| p.name.ends_with("生物质发电项目")) {
        s.step(project, "A05", State::Approved, "2019-03-12", None)?;
        s.step(project, "P03", State::Submitted, "2019-04-18", None)?;
        s.step(project, "P03", State::Accepted, "2019-04-22", None)?;
    }
    Ok(())
}
