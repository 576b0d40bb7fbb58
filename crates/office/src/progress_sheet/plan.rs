//! A sheet beside the desk: what every cell would do, and doing it. All or nothing, one action, one undo.

use super::cell;
use super::judge::{Deed, Held, Judged, judge};
use super::matching::{self, Projects};
use super::{
    ProgressSheetCell, ProgressSheetDesk, ProgressSheetImport, ProgressSheetImported, ProgressSheetItem,
    ProgressSheetMeaning, ProgressSheetPreview, ProgressSheetProject, ProgressSheetSign, ProgressSheetSource,
    ProgressSheetVerdict as Verdict,
};
use crate::moving::digest;
use crate::read::{Matrix, MatrixCell, ReadMark, read_matrix};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::Path;
use zhuanban_core::approval::edit::{NewStep, add_step, note};
use zhuanban_core::approval::query::{Checklist, Listed, Rules, checklist_of, recorded};
use zhuanban_core::approval::record::ApprovalStep;
use zhuanban_core::approval::state::State;
use zhuanban_core::approval::template::Item;
use zhuanban_core::approval::undated::fill_fitting;
use zhuanban_core::error::{Error, FieldFault, FileProblem, Result, Rule};
use zhuanban_core::id::ProjectId;
use zhuanban_core::project::Project;
use zhuanban_core::store::patch::Patch;
use zhuanban_core::store::{Reader, Writer};

/// The number of the newest change of the desk.
const NEWEST: &str = "select coalesce(max(id), 0) from changeset";

/// A cell that can be written.
struct Planned {
    project: ProjectId,
    at: String,
    item: String,
    verdict: Verdict,
    deed: Deed,
}

/// What a sheet would do to the desk; nothing is written.
///
/// # Errors
/// `File` for a file without such a table, `Invalid` for a day that is to come.
pub fn preview(r: &Reader, source: &ProgressSheetSource) -> Result<ProgressSheetPreview> {
    Ok(planned(r, source)?.0)
}

/// Writes what the sheet says and the desk does not know, and of what differs the cells that were chosen.
///
/// # Errors
/// `Stale` where the desk has moved on since the preview, `File` where the file has changed since, `Invalid` while a sign has no meaning or for a cell that cannot be
/// taken: nothing is written then.
pub fn import(w: &mut Writer, input: &ProgressSheetImport) -> Result<ProgressSheetImported> {
    if w.number(NEWEST, [])? != input.newest {
        return Err(Error::Stale);
    }
    let (preview, planned) = planned(w, &input.source)?;
    if preview.hash != input.hash {
        return Err(Error::file(Path::new(&input.source.file), FileProblem::Changed, &preview.hash));
    }
    if let Some(sign) = preview.signs.iter().find(|sign| sign.meaning.is_none()) {
        let fault = FieldFault::error("signs", Rule::UnknownMark).with("text", &sign.sign);
        return Err(Error::Invalid(vec![fault]));
    }
    let takes = |at: &String| planned.iter().any(|cell| cell.at == *at && cell.verdict == Verdict::Differs);
    if let Some(at) = input.take.iter().find(|at| !takes(at)) {
        return Err(Error::Invalid(vec![FieldFault::error("take", Rule::NotAChoice).with("text", at)]));
    }
    let file = file_name(&input.source.file);
    let (mut cells, mut projects) = (0, BTreeSet::new());
    for cell in planned.iter().filter(|cell| cell.verdict == Verdict::New || input.take.contains(&cell.at)) {
        let project: Project = w.get(cell.project)?;
        write(w, &project, cell, &file)?;
        cells += 1;
        projects.insert(cell.project);
    }
    w.subject(file);
    Ok(ProgressSheetImported { cells, projects: u32::try_from(projects.len()).unwrap_or(u32::MAX) })
}

fn write(w: &mut Writer, project: &Project, cell: &Planned, file: &str) -> Result<()> {
    let (state, happened_on) = cell.deed.step.unwrap_or((State::NotApplicable, w.today()));
    let step = NewStep {
        project: project.id,
        item: cell.item.clone(),
        state,
        happened_on,
        undated: cell.deed.undated,
        stop_kind: None,
        basis: None,
        restart: false,
        examiner: None,
        extension: None,
        note: Some(cell.deed.source(file)),
        set: Patch(cell.deed.set.clone()),
    };
    for id in &cell.deed.gone {
        w.remove::<ApprovalStep>(*id)?;
    }
    match cell.deed.step {
        Some(_) => add_step(w, project, &step),
        None => {
            note(w, project, &step)?;
            cell.deed.day.map_or(Ok(()), |(step, on)| fill_fitting(w, step, on))
        }
    }
}

fn file_name(path: &str) -> String {
    Path::new(path).file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

fn planned(r: &Reader, source: &ProgressSheetSource) -> Result<(ProgressSheetPreview, Vec<Planned>)> {
    let as_of = source.as_of.unwrap_or(r.today());
    if as_of > r.today() {
        return Err(Error::invalid("as_of", Rule::ActualInFuture));
    }
    let (matrices, hash) = read_whole(Path::new(&source.file))?;
    let mut preview = ProgressSheetPreview {
        newest: r.number(NEWEST, [])?,
        hash,
        as_of,
        signs: signs(&matrices, source),
        items: vec![],
        projects: vec![],
    };
    let (known, mut columns) = (Projects::read(r)?, vec![]);
    for (at, matrix) in matrices.iter().enumerate() {
        let sheet = (at, matrix.sheet.as_str());
        let items: Vec<_> = matrix
            .items
            .iter()
            .map(|row| Ok(matching::item(r.templates()?, source, sheet, row)))
            .collect::<Result<_>>()?;
        for column in &matrix.projects {
            let found = known.column(source, sheet, column);
            if let Some(id) = found.project {
                let desk = Column::read(r, id, as_of)?;
                let marked = desk.marked(items.iter().zip(&column.cells), (at, &preview.signs));
                columns.push((preview.projects.len(), desk, marked));
            }
            preview.projects.push(found);
        }
        preview.items.extend(items);
    }
    let (clashes, mut seen, mut planned) = (clashes(&columns), BTreeSet::new(), vec![]);
    for (at, desk, marked) in columns {
        planned.extend(desk.judged(r, marked, &clashes, &mut seen, &mut preview.projects[at])?);
    }
    Ok((preview, planned))
}

/// The tables of a file and the hash of its bytes, which are the same before and after it is read.
fn read_whole(path: &Path) -> Result<(Vec<Matrix>, String)> {
    let hash = || File::open(path).and_then(|file| digest(file, |_| Ok(()))).map(|(hash, _)| hash);
    let (before, matrices) = (hash().ok(), read_matrix(path)?);
    let after = hash().map_err(|e| Error::file(path, FileProblem::Unreadable, e))?;
    if before.is_some_and(|before| before == after) {
        Ok((matrices, after))
    } else {
        Err(Error::file(path, FileProblem::Changed, after))
    }
}

/// Items of a project that the file marks in two ways: neither is taken.
fn clashes(columns: &[(usize, Column, Vec<Marked>)]) -> BTreeSet<Named> {
    let (mut first, mut clashes) = (BTreeMap::new(), BTreeSet::new());
    for (_, desk, marked) in columns {
        for (code, mark) in marked.iter().filter_map(|one| Some((&one.code, one.said.as_ref().ok()?))) {
            let named = (desk.project.id, code.clone());
            if *first.entry(named.clone()).or_insert(mark) != mark {
                clashes.insert(named);
            }
        }
    }
    clashes
}

/// The signs of a file, each with what it means: what was said, else what the program knows. A blank says nothing.
fn signs(matrices: &[Matrix], source: &ProgressSheetSource) -> Vec<ProgressSheetSign> {
    let mut found: Vec<ProgressSheetSign> = vec![];
    let cells = matrices.iter().flat_map(|matrix| &matrix.projects).flat_map(|project| &project.cells);
    for (cell, sign) in cells.filter_map(|cell| Some((cell, cell.sign()?))) {
        if let Some(known) = found.iter_mut().find(|known| known.sign == sign.sign) {
            known.count += 1;
            continue;
        }
        let own = match sign.sign {
            "" => Some(ProgressSheetMeaning::Nothing),
            _ => sign.state.map(ProgressSheetMeaning::of),
        };
        let said = source.signs.iter().find(|one| one.sign == sign.sign).map(|one| one.meaning);
        found.push(ProgressSheetSign {
            sign: sign.sign.into(),
            count: 1,
            first: cell.cell.clone(),
            meaning: said.or(own),
            known: own.is_some(),
        });
    }
    found
}

/// One project as the desk has it.
struct Column {
    project: Project,
    list: Checklist,
    library: Vec<Item>,
    as_of: NaiveDate,
    today: NaiveDate,
}

/// An item of a project.
type Named = (ProjectId, String);

/// A cell that says something of an item, or why it cannot be read.
struct Marked<'c> {
    at: String,
    cell: &'c MatrixCell,
    code: String,
    said: std::result::Result<ReadMark, FieldFault>,
}

impl Column {
    fn read(r: &Reader, id: ProjectId, as_of: NaiveDate) -> Result<Self> {
        let (project, known): (Project, _) = (r.get(id)?, recorded(r, id)?);
        let library = r.templates()?.version(known.version).items().to_vec();
        let list = checklist_of(Rules::of(r)?, &project, known, r.today());
        Ok(Self { project, list, library, as_of, today: r.today() })
    }

    /// What the cells of a column say; what says nothing is left out.
    fn marked<'i, 'c>(
        &self,
        cells: impl Iterator<Item = (&'i ProgressSheetItem, &'c MatrixCell)>,
        (sheet, signs): (usize, &[ProgressSheetSign]),
    ) -> Vec<Marked<'c>> {
        let of = |(row, cell): (&ProgressSheetItem, &'c MatrixCell)| {
            let code = matching::code(row, self.project.mode, &cell.text, &self.list)?;
            let fault = |rule, text: &str| Err(FieldFault::error("approval", rule).with("text", text));
            let sign = cell.sign().and_then(|sign| signs.iter().find(|one| one.sign == sign.sign));
            let said = match (cell.fault, sign) {
                (Some(rule), _) => fault(rule, &cell.text),
                (_, Some(sign)) if sign.meaning.is_none() => fault(Rule::UnknownMark, &sign.sign),
                (_, sign) => Ok(cell.mark(&code, sign.and_then(|sign| sign.meaning?.state()))?),
            };
            Some(Marked { at: format!("{sheet}:{}", cell.cell), cell, code, said })
        };
        cells.filter_map(of).collect()
    }

    /// Judges the marks of a column: those that say something new go into it, those that can be written are answered.
    fn judged(
        &self,
        r: &Reader,
        marked: Vec<Marked>,
        clashes: &BTreeSet<Named>,
        seen: &mut BTreeSet<Named>,
        into: &mut ProgressSheetProject,
    ) -> Result<Vec<Planned>> {
        let (id, mut planned) = (self.project.id, vec![]);
        for Marked { at, cell, code, said } in marked {
            let listed = self.list.items.iter().find(|item| item.code == code);
            let library = self.library.iter().find(|item| item.code == code);
            let Some(item) = library.or(r.templates()?.find(&code)) else { continue };
            let named = (id, code.clone());
            let judged = match said {
                Err(fault) => Judged::fault(fault),
                Ok(_) if clashes.contains(&named) => Judged::fault(FieldFault::error("approval", Rule::NamedTwice)),
                Ok(_) if !seen.insert(named) => continue,
                Ok(mark) => {
                    let held = Held { item, listed, as_of: self.as_of, today: self.today };
                    judge(&mark, &cell.text, &held)
                }
            };
            if judged.verdict == Verdict::Same {
                into.same += 1;
                continue;
            }
            into.cells.push(shown(&at, cell, item, listed, &judged));
            if judged.verdict == Verdict::New || judged.takes {
                let (verdict, deed) = (judged.verdict, judged.deed);
                planned.push(Planned { project: id, at, item: code, verdict, deed });
            }
        }
        Ok(planned)
    }
}

fn shown(at: &str, cell: &MatrixCell, item: &Item, listed: Option<&Listed>, judged: &Judged) -> ProgressSheetCell {
    let set = |field: &str| judged.deed.set.get(field).and_then(|value| value.as_str()).map(str::to_string);
    let waived = set("waived");
    let step = judged.deed.step;
    let approval = listed.and_then(|l| l.approval.as_ref());
    let decided = listed.and_then(|l| l.decided_on);
    let (done, since) = listed.map_or((false, None), |l| (l.done, l.since));
    ProgressSheetCell {
        at: at.into(),
        cell: cell.cell.clone(),
        item: item.code.clone(),
        name: item.name.clone(),
        name_en: item.name_en.clone(),
        kind: item.kind,
        text: cell.text.clone(),
        verdict: judged.verdict,
        state: step.map(|(state, _)| state).or(waived.as_ref().map(|_| State::NotApplicable)),
        on: step.map(|(_, on)| on),
        undated: judged.deed.undated,
        told: judged.deed.told.map(cell::coarse),
        certificate: set("certificate"),
        certificate_on: set("certificate_on").and_then(|on| on.parse().ok()),
        note: set("note"),
        waived,
        desk: ProgressSheetDesk {
            state: listed.map_or(State::NotCollected, |l| l.state),
            on: if done { decided } else { since },
            certificate: approval.and_then(|a| a.certificate.clone()),
            certificate_on: approval.and_then(|a| a.certificate_on),
            note: listed.and_then(|l| l.waived.clone()).or(approval.and_then(|a| a.note.clone())),
        },
        takes: judged.takes,
        fault: judged.fault.clone(),
    }
}
