//! The preview's plan: of every row whether it is new, changed, the same, or like a project that exists; and what the officer decided.

use super::diff::differences;
use super::matching::{Known, Marks, Match};
use super::records::{Frame, Records};
use super::region::Regions;
use super::session::{Session, find, lock};
use super::stage::Stage;
use crate::read::ReadRow;
use crate::understand::Field;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use ts_rs::TS;
use zhuanban_core::api::unchanged;
use zhuanban_core::desk::Done;
use zhuanban_core::error::{Error, Result};
use zhuanban_core::id::ProjectId;
use zhuanban_core::job::{Job, Phase};
use zhuanban_core::progress::{Basis, Progress};
use zhuanban_core::project::list::{ProjectQuery, Sums};
use zhuanban_core::statistics::StatisticsEntry;
use zhuanban_core::store::Reader;
use zhuanban_core::text::normalise;
use zhuanban_core::{Caller, Desk};

/// What the preview needs to know beside the file.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PreviewInput {
    pub session: String,
    /// Who sent the ledger.
    pub sender: String,
    /// `YYYY-MM` the figures stand for; absent: the month today.
    pub period: Option<String>,
    /// The year of 年度计划; absent: the year the headings name, else that of the period.
    pub plan_year: Option<i64>,
    /// Whose figures they are; absent: as the columns say. Only 调度 changes the projects themselves and makes new ones.
    pub basis: Option<Basis>,
    /// A list that all rows are put on, by name; empty: none.
    pub list: String,
    pub job: String,
}

/// What a row is to the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    New,
    Changed,
    Same,
    Duplicate,
}

/// What the officer says of a possible duplicate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DuplicateVerdict {
    /// 暂不处理: left out.
    #[default]
    Later,
    Same,
    Other,
}

/// One decision on one row, by its key from the preview.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Decision {
    pub key: u32,
    /// Take the row or leave it out; with `field`, that field of it.
    pub ticked: Option<bool>,
    pub field: Option<String>,
    /// What a faulty cell should say; needs `field`. Read like a cell, refused if it cannot be.
    pub text: Option<String>,
    pub duplicate: Option<DuplicateVerdict>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct Decide {
    pub session: String,
    pub decisions: Vec<Decision>,
}

/// How many rows of which kind, and the desk's sums before and after.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PreviewSummary {
    pub all: u32,
    pub new: u32,
    pub changed: u32,
    pub same: u32,
    pub duplicate: u32,
    /// Rows with a faulty cell; each is also of one of the kinds above.
    pub faulty: u32,
    pub faults: u32,
    /// Rows whose figures are odd: fallen, above the total, ten thousand times the last (practice §6 R5).
    pub odd: u32,
    /// Projects of this sender's last file that this one does not name (本次未报); of 统计数, those that are entered and not named.
    pub missing: u32,
    /// Rows that would be written as things stand.
    pub accepted: u32,
    pub period: String,
    pub basis: Basis,
    pub plan_year: Option<i64>,
    pub before: SumsThen,
    pub after: SumsThen,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SumsThen {
    pub count: i64,
    pub total: i64,
    pub plan: i64,
    pub done_total: i64,
}

pub(super) struct Row {
    pub kind: Kind,
    pub found: Option<ProjectId>,
    pub similarity: u32,
    pub faults: u16,
    /// Odd beside what the desk knows, see [`super::odd`].
    pub odd: bool,
    /// What the row adds to the desk's sums if it is written.
    pub adds: SumsThen,
}

/// The decisions on one row that differ from what is usual.
#[derive(Default)]
pub(super) struct Decided {
    pub left_out: bool,
    pub fields: BTreeMap<String, bool>,
    /// Retyped cells, by field.
    pub retyped: BTreeMap<String, String>,
    pub duplicate: DuplicateVerdict,
}

pub(super) struct Plan {
    pub input: PreviewInput,
    pub period: String,
    pub basis: Basis,
    pub plan_year: Option<i64>,
    pub plan_year_named: bool,
    pub rows: Vec<Row>,
    pub missing: Vec<ProjectId>,
    pub decided: HashMap<u32, Decided>,
    pub before: Sums,
    /// The newest changeset when the preview was made.
    pub newest: i64,
}

/// The number of the newest changeset.
pub(super) const NEWEST: &str = "select coalesce(max(id), 0) from changeset";

pub fn preview(desk: &Desk, caller: &Caller, input: PreviewInput) -> Result<Done<PreviewSummary>> {
    let found = find(desk, &input.session)?;
    let mut session = lock(&found);
    let job = desk.jobs.begin(&input.job);
    let name = input.job.clone();
    let plan = desk.read(caller, |r| plan(r, &session, input, &job));
    desk.jobs.end(&name);
    let plan = plan?;
    let summary = plan.summary();
    session.plan = Some(plan);
    Ok(unchanged(summary))
}

fn plan(r: &Reader, session: &Session, input: PreviewInput, job: &Job) -> Result<Plan> {
    job.phase(Phase::Matching, session.stage.len() as u64);
    let reported = || super::session::reported(&session.understanding);
    let today = || r.today().format("%Y-%m").to_string();
    let period = input.period.clone().or_else(reported).unwrap_or_else(today);
    let sheets = &session.understanding.sheets;
    let columns = || sheets.iter().flat_map(|s| &s.columns);
    // 2022年计划投资 says for which year the plan is; a year in the title only suggests it.
    let headed = columns().find(|c| c.field == Field::Plan).and_then(|c| c.year);
    let named = input.plan_year.or(headed.map(i64::from));
    let suggested = sheets.iter().find_map(|s| s.year).map(i64::from);
    let plan_year = named.or(suggested).or_else(|| period.get(..4)?.parse().ok());
    let basis = input.basis.unwrap_or_else(|| super::session::basis_of(&session.understanding));
    zhuanban_core::progress::edit::is_reported(basis, &period)?;
    let newest = r.number(NEWEST, [])?;
    let known = Known::read(r)?;
    let before = zhuanban_core::project::list::sums(r, &ProjectQuery::default())?;
    let mut plan = Plan {
        input,
        period,
        basis,
        plan_year,
        plan_year_named: named.is_some(),
        rows: vec![],
        missing: vec![],
        decided: HashMap::new(),
        before,
        newest,
    };
    let mut frame = plan.frame(r, &session.file_name)?;
    let mut met: BTreeSet<usize> = BTreeSet::new();
    let mut in_file: HashSet<Marks> = HashSet::new();
    session.stage.each(|at, row| {
        job.at(at as u64)?;
        let marks = marks(&row, &mut frame);
        let mut repeated = false;
        for key in marks.alone() {
            repeated |= !in_file.insert(key);
        }
        let fresh = known.is_empty();
        let mut found = if fresh { Match::New } else { plan.whose(&known, &marks) };
        if let Match::Same(at) = found
            && !met.insert(at)
            && basis != Basis::Dispatch
        {
            // A second line of figures would take the place of the first.
            found = Match::Like { at, similarity: 1000 };
        }
        plan.rows.push(judge(r, &row, &found, &known, repeated, &mut frame)?);
        Ok(())
    })?;
    plan.missing = match basis {
        Basis::Dispatch => missing(r, &plan.input.sender, &known, &met)?,
        Basis::Statistics => unnamed(r, &known, &met)?,
        Basis::Finance => vec![],
    };
    Ok(plan)
}

fn judge(r: &Reader, row: &ReadRow, found: &Match, known: &Known, repeated: bool, frame: &mut Frame) -> Result<Row> {
    let faults = u16::try_from(row.faults.iter().filter(|f| !f.fault.warning).count()).unwrap_or(u16::MAX);
    let mut out = Row { kind: Kind::New, found: None, similarity: 0, faults, odd: false, adds: adds(row) };
    match found {
        Match::Same(at) => {
            let id = known.ids[*at];
            let old = Records::load(r, id, frame)?;
            let earlier = earlier(r, id, frame)?;
            let new = old.with(row, earlier.as_ref(), frame);
            let written = super::preview::chosen(r, id, &old, new.clone(), None)?;
            out.adds = grows(&old, &written, earlier.as_ref());
            out.odd = !super::odd::odd(&old, &new, earlier.as_ref()).is_empty();
            out.found = Some(id);
            out.kind = if differences(&old, &new).is_empty() { Kind::Same } else { Kind::Changed };
        }
        Match::Like { at, similarity } => {
            (out.kind, out.found, out.similarity) = (Kind::Duplicate, Some(known.ids[*at]), *similarity);
        }
        Match::New if repeated => out.kind = Kind::Duplicate,
        Match::New => {}
    }
    if out.found.is_none() {
        let done = row.done_total.map(|a| a.yuan);
        out.odd = done.zip(row.total.map(|a| a.yuan)).is_some_and(|(done, total)| done > total);
    }
    Ok(out)
}

/// The newest report before the file's period.
pub fn earlier(r: &Reader, id: ProjectId, frame: &Frame) -> Result<Option<Progress>> {
    r.first(
        "where project = ? and basis = ? and period < ? order by period desc, id desc",
        [id.to_string().as_str(), frame.basis.code(), &frame.period],
    )
}

fn adds(row: &ReadRow) -> SumsThen {
    if row.part {
        return SumsThen { count: 1, ..SumsThen::default() };
    }
    let yuan = |a: Option<crate::value::money::Amount>| a.map_or(0, |a| a.yuan);
    SumsThen { count: 1, total: yuan(row.total), plan: yuan(row.plan), done_total: yuan(row.done_total) }
}

fn grows(old: &Records, new: &Records, earlier: Option<&Progress>) -> SumsThen {
    let more = |new: Option<i64>, old: Option<i64>| new.unwrap_or(0) - old.unwrap_or(0);
    let done = |g: Option<&Progress>| g.and_then(|g| g.done_total);
    SumsThen {
        count: 0,
        total: more(new.project.total, old.project.total),
        plan: more(new.project.plan, old.project.plan),
        done_total: more(done(new.progress.as_ref()), done(old.progress.as_ref().or(earlier))),
    }
}

/// What identifies a row's project.
pub fn marks(row: &ReadRow, frame: &mut Frame) -> Marks {
    let region = row.region.as_deref().unwrap_or_default();
    Marks {
        code: row.code.as_deref().map(zhuanban_core::code::project_code::normalise),
        uscc: row.uscc.as_deref().map(zhuanban_core::code::credit::normalise),
        books: Marks::of_books(row.statistics_code.as_deref()),
        name: normalise(&row.name),
        region: frame.regions.code(region).unwrap_or_else(|| region.to_string()),
        enterprise: normalise(row.enterprise.as_deref().unwrap_or_default()),
    }
}

/// Projects whose last file came from this sender and that this file does not name: told, never removed.
fn missing(r: &Reader, sender: &str, known: &Known, met: &BTreeSet<usize>) -> Result<Vec<ProjectId>> {
    if sender.is_empty() {
        return Ok(vec![]);
    }
    let met: BTreeSet<String> = met.iter().map(|at| known.ids[*at].to_string()).collect();
    let mut find = r.db().prepare_cached("select id from project where source_sender = ? order by rowid")?;
    let rows = find.query_map([sender], |row| zhuanban_core::store::record::cell::<ProjectId>(row, 0))?;
    let all: Vec<ProjectId> = rows.collect::<std::result::Result<_, _>>()?;
    Ok(all.into_iter().filter(|id| !met.contains(&id.to_string())).collect())
}

/// Projects that the desk has as entered and that the bureau's list does not name.
fn unnamed(r: &Reader, known: &Known, met: &BTreeSet<usize>) -> Result<Vec<ProjectId>> {
    let met: HashSet<ProjectId> = met.iter().map(|at| known.ids[*at]).collect();
    let all: Vec<StatisticsEntry> = r.all("where entered order by id", [])?;
    Ok(all.into_iter().map(|entry| entry.project).filter(|id| !met.contains(id)).collect())
}

impl Plan {
    fn whose(&self, known: &Known, marks: &Marks) -> Match {
        if self.basis == Basis::Dispatch { known.find(marks) } else { known.find_for_figures(marks) }
    }

    /// A row as the file gives it, with what was retyped.
    pub(super) fn read(&self, stage: &Stage, key: u32) -> Result<ReadRow> {
        let mut row = stage.get(key as usize)?;
        self.retype(key, &mut row)?;
        Ok(row)
    }

    pub(super) fn retype(&self, key: u32, row: &mut ReadRow) -> Result<()> {
        let year = self.period.get(..4).and_then(|y| y.parse().ok());
        for (field, text) in self.decided.get(&key).into_iter().flat_map(|d| &d.retyped) {
            super::retype::retype(row, field, text, year)?;
        }
        Ok(())
    }

    /// What a row adds to the sums, after a decision on it.
    fn settle(&mut self, r: &Reader, file: &str, key: u32, row: &ReadRow) -> Result<()> {
        let mut frame = self.frame(r, file)?;
        let adds = match self.target(key) {
            None => adds(row),
            Some(id) => {
                let (old, earlier) = (Records::load(r, id, &frame)?, earlier(r, id, &frame)?);
                let new = old.with(row, earlier.as_ref(), &mut frame);
                let written = super::preview::chosen(r, id, &old, new, self.decided.get(&key).map(|d| &d.fields))?;
                grows(&old, &written, earlier.as_ref())
            }
        };
        self.rows[key as usize].adds = adds;
        Ok(())
    }

    /// A retyped row is matched as before; its faults and what it adds are counted anew.
    fn judge_again(&mut self, r: &Reader, file: &str, key: u32, row: &ReadRow) -> Result<()> {
        let mut frame = self.frame(r, file)?;
        let known = Known::read(r)?;
        let marks = marks(row, &mut frame);
        let judged = judge(r, row, &self.whose(&known, &marks), &known, false, &mut frame)?;
        let planned = &mut self.rows[key as usize];
        *planned = judged;
        Ok(())
    }

    pub(super) fn frame(&self, r: &Reader, file: &str) -> Result<Frame> {
        Ok(Frame {
            as_of: super::records::last_day(&self.period, r.today()),
            office: r.office()?,
            basis: self.basis,
            period: self.period.clone(),
            plan_year: self.plan_year,
            plan_year_named: self.plan_year_named,
            regions: Regions::read(r)?,
            sender: self.input.sender.clone(),
            file: file.to_string(),
            now_ms: r.now_ms(),
        })
    }

    /// The project an accepted row is written to; none for a new one.
    pub(super) fn target(&self, key: u32) -> Option<ProjectId> {
        let row = &self.rows[key as usize];
        let verdict = self.decided.get(&key).map_or(DuplicateVerdict::Later, |d| d.duplicate);
        row.found.filter(|_| row.kind != Kind::Duplicate || verdict == DuplicateVerdict::Same)
    }

    /// Whether the row would be written, as things stand.
    pub(super) fn accepts(&self, key: u32) -> bool {
        let decided = self.decided.get(&key);
        let verdict = decided.map_or(DuplicateVerdict::Later, |d| d.duplicate);
        let row = &self.rows[key as usize];
        let wanted = match row.kind {
            Kind::Same => false,
            Kind::Duplicate => {
                verdict == DuplicateVerdict::Other || (verdict == DuplicateVerdict::Same && row.found.is_some())
            }
            Kind::New | Kind::Changed => true,
        };
        // A list of figures makes no projects.
        let wanted = wanted && (self.basis == Basis::Dispatch || self.target(key).is_some());
        wanted && !decided.is_some_and(|d| d.left_out)
    }

    pub(super) fn summary(&self) -> PreviewSummary {
        let count = |kind: Kind| to_u32(self.rows.iter().filter(|r| r.kind == kind).count());
        let b = self.before;
        let before = SumsThen { count: b.count, total: b.total, plan: b.plan, done_total: b.done_total };
        let (mut after, mut accepted) = (before, 0);
        for (key, row) in (0..).zip(&self.rows) {
            if self.accepts(key) {
                accepted += 1;
                // The sums are those of 调度.
                let adds = if self.basis == Basis::Dispatch { row.adds } else { SumsThen::default() };
                after.count += adds.count;
                after.total += adds.total;
                after.plan += adds.plan;
                after.done_total += adds.done_total;
            }
        }
        PreviewSummary {
            all: to_u32(self.rows.len()),
            new: count(Kind::New),
            changed: count(Kind::Changed),
            same: count(Kind::Same),
            duplicate: count(Kind::Duplicate),
            faulty: to_u32(self.rows.iter().filter(|r| r.faults > 0).count()),
            faults: self.rows.iter().map(|r| u32::from(r.faults)).sum(),
            odd: to_u32(self.rows.iter().filter(|r| r.odd).count()),
            missing: to_u32(self.missing.len()),
            accepted,
            period: self.period.clone(),
            basis: self.basis,
            plan_year: self.plan_year,
            before,
            after,
        }
    }
}

pub fn decide(desk: &Desk, caller: &Caller, input: Decide) -> Result<Done<PreviewSummary>> {
    let found = find(desk, &input.session)?;
    let mut guard = lock(&found);
    let session = &mut *guard;
    let plan = session.plan.as_mut().ok_or_else(|| Error::not_found("preview", &input.session))?;
    for decision in input.decisions {
        if decision.key as usize >= plan.rows.len() {
            return Err(Error::not_found("row", decision.key));
        }
        if let (Some(field), Some(text)) = (&decision.field, &decision.text) {
            let mut row = plan.read(&session.stage, decision.key)?;
            let year = plan.period.get(..4).and_then(|y| y.parse().ok());
            super::retype::retype(&mut row, field, text, year)?;
            plan.decided.entry(decision.key).or_default().retyped.insert(field.clone(), text.clone());
            desk.read(caller, |r| plan.judge_again(r, &session.file_name, decision.key, &row))?;
            continue;
        }
        let decided = plan.decided.entry(decision.key).or_default();
        match (decision.ticked, decision.field) {
            (Some(ticked), Some(field)) => {
                decided.fields.insert(field, ticked);
            }
            (Some(ticked), None) => decided.left_out = !ticked,
            (None, _) => {}
        }
        decided.duplicate = decision.duplicate.unwrap_or(decided.duplicate);
        let row = plan.read(&session.stage, decision.key)?;
        desk.read(caller, |r| plan.settle(r, &session.file_name, decision.key, &row))?;
    }
    Ok(unchanged(plan.summary()))
}

fn to_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
