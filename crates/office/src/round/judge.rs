//! What a returned workbook says of its unit's projects: new, changed, missing, renamed, its totals, and what is odd in which cell.

use super::column;
use super::odd::odd;
use super::row::{Means, Roll, alike, cells_of, meanings};
use super::session::Table;
use crate::import::{Frame, Records, earlier, is_yes};
use crate::read::ReadRow;
use crate::understand::heading::Level;
use crate::understand::{Field, TotalCheck};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use ts_rs::TS;
use zhuanban_core::Result;
use zhuanban_core::error::{FieldFault, FileProblem, Rule};
use zhuanban_core::id::{ProjectId, RoundId, RoundUnitId};
use zhuanban_core::progress::Progress;
use zhuanban_core::round::file::RowFault;
use zhuanban_core::round::{Asked, Round, RoundUnit};
use zhuanban_core::snapshot::SnapshotRow;
use zhuanban_core::store::Reader;
use zhuanban_core::text::normalise;

/// What a file seems to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileGuess {
    /// A filled-in table of one of the units.
    Table,
    Stale,
    Picture,
    /// This very file has been taken before.
    Repeat,
    /// 无法识别
    #[default]
    Unknown,
}

/// How a file's unit was known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KnownBy {
    Mark,
    Heading,
    FileName,
    Projects,
}

/// Why a file is suspected to be an old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StaleWhy {
    /// The very bytes of an earlier round's file.
    SameFile,
    /// Handed out for another round.
    OtherRound,
    /// Other bytes with the figures of an earlier round's file.
    SameFigures,
    /// Nearly every asked cell is as last period.
    Alike,
}

/// A project under another name, to be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Renamed {
    pub row: u32,
    pub project: ProjectId,
    pub old: String,
    pub new: String,
}

/// One file that came back.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct Returned {
    pub name: String,
    pub size: i64,
    pub guess: FileGuess,
    pub unit: Option<RoundUnitId>,
    pub known_by: Option<KnownBy>,
    /// Why it could not be read.
    pub problem: Option<FileProblem>,
    /// How many of a thousand asked cells are as last period or as handed out.
    pub alike: Option<i64>,
    pub stale: Option<StaleWhy>,
    /// The round whose file it is, if another's.
    pub of_round: Option<String>,
    /// The file it is the same as.
    pub same_as: Option<String>,
    pub rows: u32,
    pub new: u32,
    pub changed: u32,
    pub same: u32,
    /// Projects of other units that stand in it; nothing of them is written.
    pub theirs: u32,
    /// Projects of the desk that the round does not ask about; nothing of them is written.
    pub known: u32,
    /// Lines that are only like a project of the desk; added where somebody says so, line by line.
    pub like: u32,
    pub missing: Vec<String>,
    pub renamed: Vec<Renamed>,
    /// The file's own totals beside the sums of its lines.
    pub totals: Vec<TotalCheck>,
    pub faults: Vec<RowFault>,
    /// Columns that were not asked for, `G 备注`, and asked ones that are not there.
    pub columns_more: Vec<String>,
    pub columns_less: Vec<Asked>,
    #[serde(skip)]
    #[ts(skip)]
    pub cells: Option<String>,
}

/// One line of a returned file, and what it would change.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReturnedLine {
    /// Its place among the file's lines, from 0.
    pub at: u32,
    pub row: u32,
    pub name: String,
    /// Absent for a new project.
    pub project: Option<ProjectId>,
    /// A project of another unit.
    pub theirs: bool,
    /// 已在台账，不在本次范围
    pub known: bool,
    /// The project that a new line is like.
    pub like: Option<ReturnedLike>,
    pub fields: Vec<CellChange>,
    pub faults: Vec<FieldFault>,
}

/// 疑似重复
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReturnedLike {
    pub name: String,
    /// Thousandths; 1000 is the very name or code.
    pub similarity: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct CellChange {
    pub field: String,
    #[ts(type = "string | number | boolean | null")]
    pub old: serde_json::Value,
    #[ts(type = "string | number | boolean | null")]
    pub new: serde_json::Value,
}

/// Everything about one table, for one unit.
#[derive(Default)]
pub struct Judged {
    pub lines: Vec<ReturnedLine>,
    pub missing: Vec<String>,
    pub renamed: Vec<Renamed>,
    pub totals: Vec<TotalCheck>,
    pub faults: Vec<RowFault>,
    pub columns_more: Vec<String>,
    pub columns_less: Vec<Asked>,
    pub alike: Option<i64>,
    pub cells: Option<String>,
}

impl Returned {
    pub fn take(&mut self, judged: &Judged) {
        let count = |fits: &dyn Fn(&ReturnedLine) -> bool| {
            u32::try_from(judged.lines.iter().filter(|l| fits(l)).count()).unwrap_or(u32::MAX)
        };
        self.guess = FileGuess::Table;
        self.rows = count(&|_| true);
        self.theirs = count(&|l| l.theirs);
        self.known = count(&|l| l.known);
        self.like = count(&|l| l.like.is_some());
        self.new = count(&|l| l.project.is_none() && !l.theirs && !l.known && l.like.is_none());
        self.changed = count(&|l| l.project.is_some() && !l.theirs && !l.fields.is_empty());
        self.same = count(&|l| l.project.is_some() && !l.theirs && l.fields.is_empty());
        self.missing.clone_from(&judged.missing);
        self.renamed.clone_from(&judged.renamed);
        self.totals.clone_from(&judged.totals);
        self.faults.clone_from(&judged.faults);
        self.columns_more.clone_from(&judged.columns_more);
        self.columns_less.clone_from(&judged.columns_less);
        (self.alike, self.cells) = (judged.alike, judged.cells.clone());
    }

    pub fn old(&mut self, why: StaleWhy, round: Option<String>) {
        (self.guess, self.stale, self.of_round) = (FileGuess::Stale, Some(why), round);
    }
}

pub fn judge(r: &Reader, round: RoundId, unit: RoundUnitId, file: &str, table: &Table) -> Result<Judged> {
    let (round, unit): (Round, RoundUnit) = (r.get(round)?, r.get(unit)?);
    let (roll, asked) = (Roll::read(r, &round, &unit)?, round.asked());
    let mut frame = frame(r, &round, &unit, file)?;
    let mut out = Judged::default();
    let (mut taken, mut pairs): (HashSet<usize>, Vec<(usize, &ReadRow)>) = (HashSet::new(), vec![]);
    for (at, (row, means)) in (0..).zip(meanings(r, (&round, &unit), &roll, &table.rows, &mut frame)?) {
        let mut line = ReturnedLine {
            at,
            row: row.row,
            name: row.name.clone(),
            project: None,
            theirs: means == Means::Theirs,
            known: means == Means::Known,
            like: None,
            fields: vec![],
            faults: cell_faults(row, &asked, &mut out.faults),
        };
        if let Means::Like { name, similarity } = means {
            line.like = Some(ReturnedLike { name, similarity });
        } else if let Means::Ours { at, renamed } = means {
            let known = &roll.rows[at];
            line.project = Some(known.project);
            taken.insert(at);
            pairs.push((at, row));
            if renamed {
                let (old, new) = (known.name.clone(), row.name.clone());
                out.renamed.push(Renamed { row: row.row, project: known.project, old, new });
            }
            if let Some(both) = both(r, known.project, row, &asked, &mut frame)? {
                line.fields = both.changes(&asked);
                for fault in odd(r, &both, &asked)? {
                    out.faults.push(RowFault {
                        row: row.row,
                        cell: String::new(),
                        name: row.name.clone(),
                        fault: fault.clone(),
                    });
                    line.faults.push(fault);
                }
            }
        }
        out.lines.push(line);
    }
    missing(&roll, &taken, &mut out);
    totals(table, &asked, &mut out);
    columns(table, &asked, &mut out);
    let pairs: Vec<(&SnapshotRow, &ReadRow)> = pairs.into_iter().map(|(at, row)| (&roll.rows[at], row)).collect();
    let answered: Vec<Asked> = asked.iter().copied().filter(|a| !out.columns_less.contains(a)).collect();
    out.alike = alike(&answered, &round.period, &pairs);
    out.cells = (!pairs.is_empty()).then(|| cells_of(&asked, &pairs));
    Ok(out)
}

/// What holds for every row of a unit's file.
pub fn frame(r: &Reader, round: &Round, unit: &RoundUnit, file: &str) -> Result<Frame> {
    let frame = Frame::read(r, &round.period, &unit.name, file)?;
    Ok(Frame { as_of: round.as_of.min(r.today()), ..frame })
}

/// A project's records before and with the row, asked fields only.
pub struct Both {
    /// With the report of the period as it is, or as it would be carried on.
    pub old: Records,
    pub new: Records,
    pub earlier: Option<Progress>,
}

impl Both {
    pub fn changes(&self, asked: &[Asked]) -> Vec<CellChange> {
        let all = crate::import::differences(&self.old, &self.new).into_iter();
        let asked = all.filter(|d| asked.iter().any(|a| column::key(*a) == d.field));
        asked.map(|d| CellChange { field: d.field, old: d.old, new: d.new }).collect()
    }
}

/// Nothing where the project is gone from the desk.
pub fn both(r: &Reader, id: ProjectId, row: &ReadRow, asked: &[Asked], frame: &mut Frame) -> Result<Option<Both>> {
    if r.find::<zhuanban_core::project::Project>(id)?.is_none() {
        return Ok(None);
    }
    let mut old = Records::load(r, id, frame)?;
    let earlier = earlier(r, id, frame)?;
    let mut new = old.with(row, earlier.as_ref(), frame);
    if asked.contains(&Asked::Started) {
        new.start(row.started.as_deref().and_then(is_yes));
    }
    let unasked: Vec<String> = crate::import::differences(&old, &new)
        .into_iter()
        .map(|d| d.field)
        .filter(|field| {
            !(asked.iter().any(|a| column::key(*a) == field) || old.progress.is_none() && is_carried(field))
        })
        .collect();
    let mut new = crate::import::without(&old, new, &unasked);
    if old.progress.is_none() {
        old.progress = new.progress.as_ref().map(|new| {
            let mut fresh =
                zhuanban_core::progress::edit::blank(new.id, new.office, new.project, new.period.clone(), new.basis);
            if let Some(earlier) = &earlier {
                fresh.carry_on(earlier);
            }
            fresh
        });
        keep_carried(&old, &mut new, asked);
    }
    Ok(Some(Both { old, new, earlier }))
}

/// Fields of a new report are put back to what is carried on rather than to nothing.
fn is_carried(field: &str) -> bool {
    matches!(field, "done_total" | "done_year" | "done_month" | "done_prior" | "image" | "issue" | "next_step")
}

/// A new report keeps what goes on from the last one in every field that was not asked.
fn keep_carried(old: &Records, new: &mut Records, asked: &[Asked]) {
    let (Some(old), Some(new)) = (&old.progress, &mut new.progress) else { return };
    let keeps = |a: Asked| !asked.contains(&a);
    if keeps(Asked::DoneTotal) {
        (new.done_total, new.done_about) = (old.done_total, old.done_about);
    }
    if keeps(Asked::DoneYear) {
        new.done_year = old.done_year;
    }
    if keeps(Asked::DoneMonth) {
        new.done_month = old.done_month;
    }
    new.done_prior = old.done_prior;
    if keeps(Asked::Image) {
        new.image.clone_from(&old.image);
    }
    if keeps(Asked::Issue) {
        new.issue.clone_from(&old.issue);
    }
    if keeps(Asked::NextStep) {
        new.next_step.clone_from(&old.next_step);
    }
}

/// Faults of the asked cells and of the name; what else stands in the file is not our question.
fn cell_faults(row: &ReadRow, asked: &[Asked], all: &mut Vec<RowFault>) -> Vec<FieldFault> {
    let ours = |field: &str| field == "name" || asked.iter().any(|a| column::field(*a).key() == field);
    let mut out = vec![];
    for fault in row.faults.iter().filter(|f| ours(&f.fault.field)) {
        let told =
            RowFault { row: row.row, cell: fault.cell.clone(), name: row.name.clone(), fault: fault.fault.clone() };
        all.push(told);
        out.push(fault.fault.clone());
    }
    out
}

fn missing(roll: &Roll, taken: &HashSet<usize>, out: &mut Judged) {
    for (_, row) in roll.rows.iter().enumerate().filter(|(at, _)| !taken.contains(at)) {
        out.missing.push(row.name.clone());
        let fault = FieldFault::warning("project", Rule::RowMissing);
        out.faults.push(RowFault { row: 0, cell: String::new(), name: row.name.clone(), fault });
    }
}

fn totals(table: &Table, asked: &[Asked], out: &mut Judged) {
    let ours = |field: Option<Field>| field.is_none_or(|f| asked.iter().any(|a| column::field(*a) == f));
    out.totals = table.understanding.sheets.iter().flat_map(|s| s.totals.clone()).collect();
    for check in out.totals.iter().filter(|c| !c.agrees() && c.field.is_some() && ours(c.field)) {
        let field = check.field.map_or("", Field::key);
        let fault =
            FieldFault::warning(field, Rule::TotalDiffers).with("in_sheet", check.in_sheet).with("sum", check.sum);
        out.faults.push(RowFault { row: 0, cell: check.cell.clone(), name: String::new(), fault });
    }
}

/// A column more or less moves nothing, because headings decide; but it is told.
fn columns(table: &Table, asked: &[Asked], out: &mut Judged) {
    let sheets = || table.understanding.sheets.iter().filter(|s| s.has_table);
    let has = |field: Field| sheets().any(|s| s.columns.iter().any(|c| c.field == field));
    out.columns_less = asked.iter().copied().filter(|a| !has(column::field(*a))).collect();
    if table.mark.is_none() {
        return;
    }
    let known: HashSet<String> = super::sheet::heads(asked).map(|head| normalise(&Level::of(head).word)).collect();
    for column in sheets().flat_map(|s| &s.columns).filter(|c| !known.contains(&normalise(&c.heading))) {
        let filled = !column.heading.is_empty() || !column.samples.is_empty();
        if filled {
            out.columns_more.push(format!("{} {}", column.letter, column.heading).trim().to_string());
        }
    }
}
