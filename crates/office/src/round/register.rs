//! Taking in what was decided on: rows of the unit, the file by its hash, the unit's state. One write, one undo.

use super::judge::{self, Judged, both, judge};
use super::row::{Means, Roll, meanings};
use super::session::{Table, Waiting, find, lock};
use crate::import::{Books, Frame, Records, enter};
use crate::read::ReadRow;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zhuanban_core::attachment::keep;
use zhuanban_core::error::{Error, Result, Rule};
use zhuanban_core::id::{EnterpriseId, ProjectId, RecordId, RoundUnitId};
use zhuanban_core::job::Phase;
use zhuanban_core::people::edit::Save;
use zhuanban_core::project::Project;
use zhuanban_core::project::edit::called_before;
use zhuanban_core::round::closed::{CorrectionReason, allow};
use zhuanban_core::round::{FileFate, Round, RoundFile, RoundUnit, Split, unit};
use zhuanban_core::store::Writer;
use zhuanban_core::store::patch::Patch;
use zhuanban_core::{Caller, Desk, Done};

/// What becomes of one waiting file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AcceptFile {
    pub key: u32,
    /// Whose it is, where it was not recognised or was recognised wrongly.
    pub unit: Option<RoundUnitId>,
    pub fate: FileFate,
    /// Write the projects that the desk does not know as new ones.
    #[serde(default)]
    pub add_new: bool,
    /// Lines that are like a project of the desk and are another all the same, by their places ([`super::ReturnedLine::at`]).
    #[serde(default)]
    pub add_like: Vec<u32>,
    /// Projects that are called as the file calls them from now on; the name before stays among the former ones.
    #[serde(default)]
    pub rename: Vec<ProjectId>,
}

/// Takes in these files of a batch; the others are left out.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Register {
    pub session: String,
    pub files: Vec<AcceptFile>,
    /// Needed where another round has closed the period.
    #[serde(default)]
    #[ts(optional)]
    pub correction: Option<CorrectionReason>,
    #[serde(default)]
    pub job: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Registered {
    pub files: u32,
    pub created: u32,
    pub changed: u32,
    pub unchanged: u32,
}

pub fn register(desk: &Desk, caller: &Caller, input: Register) -> Result<Done<Registered>> {
    let batch = find(desk, &input.session)?;
    let batch = lock(&batch);
    let job = desk.jobs.begin(&input.job);
    let write = || -> Result<Done<Registered>> {
        job.phase(Phase::Writing, input.files.len() as u64);
        for accept in &input.files {
            let waiting = waiting(&batch.files, accept)?;
            keep::keep_known(desk.folder(), &waiting.path, &waiting.hash, &desk.fresh_name())?;
        }
        desk.write("round_register", caller, |w| {
            allow(w, input.correction.clone())?;
            let round: Round = w.get(batch.round)?;
            let mut out = Registered::default();
            for (accept, at) in input.files.iter().zip(0_u64..) {
                job.at(at)?;
                take(w, &round, waiting(&batch.files, accept)?, accept, &mut out)?;
            }
            w.subject(round.name);
            Ok(out)
        })
    };
    let done = write();
    desk.jobs.end(&input.job);
    done
}

fn waiting<'b>(files: &'b [Waiting], accept: &AcceptFile) -> Result<&'b Waiting> {
    files.get(accept.key as usize).ok_or_else(|| Error::not_found("file", accept.key))
}

fn take(w: &mut Writer, round: &Round, waiting: &Waiting, accept: &AcceptFile, out: &mut Registered) -> Result<()> {
    let whose = accept.unit.or(waiting.returned.unit).ok_or_else(|| Error::invalid("unit", Rule::Required))?;
    let judged = match &waiting.table {
        Some(table) => Some(judge(w, round.id, whose, &waiting.name, table)?),
        None => None,
    };
    let before = out.changed + out.created;
    if accept.fate == FileFate::Taken {
        let table = waiting.table.as_ref().ok_or_else(|| Error::invalid("fate", Rule::NotAChoice))?;
        rows(w, round, (whose, &waiting.name), table, accept, out)?;
    }
    let changed = i64::from(out.changed + out.created - before);
    out.files += 1;
    unit::came_back(w, noted(w, round, whose, waiting, accept.fate, judged.as_ref(), changed)?)
}

fn noted(
    w: &Writer,
    round: &Round,
    whose: RoundUnitId,
    waiting: &Waiting,
    fate: FileFate,
    judged: Option<&Judged>,
    changed: i64,
) -> Result<RoundFile> {
    let faults = judged.map(|j| &j.faults).filter(|f| !f.is_empty());
    let faults = faults.map(serde_json::to_string).transpose().map_err(|e| Error::Internal(e.to_string()))?;
    Ok(RoundFile {
        id: w.new_id(),
        office: round.office,
        round: round.id,
        unit: Some(whose),
        name: waiting.name.clone(),
        hash: waiting.hash.clone(),
        size: waiting.size,
        media: waiting.media.clone(),
        fate,
        came_ms: w.now_ms(),
        alike: judged.and_then(|j| j.alike),
        cells: judged.and_then(|j| j.cells.clone()),
        faults,
        rows: judged.map(|j| i64::try_from(j.lines.len()).unwrap_or(i64::MAX)),
        changed: (fate == FileFate::Taken).then_some(changed),
        note: None,
    })
}

/// Only the unit's own rows, only the asked fields. A missing project keeps what it has; a corrected file replaces what the first said.
fn rows(
    w: &mut Writer,
    round: &Round,
    (whose, name): (RoundUnitId, &str),
    table: &Table,
    accept: &AcceptFile,
    out: &mut Registered,
) -> Result<()> {
    let unit: RoundUnit = w.get(whose)?;
    let (roll, asked) = (Roll::read(w, round, &unit)?, round.asked());
    let mut frame = judge::frame(w, round, &unit, name)?;
    for (at, (row, means)) in (0..).zip(meanings(w, (round, &unit), &roll, &table.rows, &mut frame)?) {
        let adds = match means {
            Means::New => accept.add_new,
            Means::Like { .. } => accept.add_like.contains(&at),
            _ => false,
        };
        if adds {
            create(w, round, &unit, row, &mut frame)?;
            out.created += 1;
            continue;
        }
        match means {
            Means::Theirs | Means::Known | Means::Like { .. } | Means::New => {}
            Means::Ours { at, renamed } => {
                let id = roll.rows[at].project;
                let Some(mut both) = both(w, id, row, &asked, &mut frame)? else { continue };
                let renames = renamed && accept.rename.contains(&id);
                if renames {
                    both.new.project.name.clone_from(&row.name);
                    called_before(&mut both.new.project, &both.old.project.name);
                }
                let changes = renames || !both.changes(&asked).is_empty();
                *(if changes { &mut out.changed } else { &mut out.unchanged }) += 1;
                put(w, &both.old, both.new)?;
            }
        }
    }
    Ok(())
}

fn put(w: &mut Writer, old: &Records, new: Records) -> Result<()> {
    w.put(&new.project)?;
    enter(w, &new.project, &old.books, &new.books)?;
    let Some(mut progress) = new.progress else { return Ok(()) };
    if progress.id.uuid().is_nil() {
        progress.id = w.new_id();
    }
    w.put(&progress)
}

fn create(w: &mut Writer, round: &Round, unit: &RoundUnit, row: &ReadRow, frame: &mut Frame) -> Result<()> {
    let mut new = Records::blank(frame).with(row, None, frame);
    let project: &mut Project = &mut new.project;
    project.id = w.new_id();
    match round.split {
        Split::Region if project.region.is_none() && project.region_text.is_none() && !unit.unit.is_empty() => {
            project.region = Some(unit.unit.clone());
        }
        Split::ResponsibleUnit => project.responsible_unit = Some(unit.unit.clone()).filter(|u| !u.is_empty()),
        Split::Region => {}
    }
    crate::import::source(project, row, frame);
    project.enterprise =
        new.enterprise.as_ref().map(|said| enterprise(w, &said.name, said.uscc.as_deref())).transpose()?;
    let id = project.id;
    w.put_new(new.project.clone())?;
    enter(w, &new.project, &Books::default(), &new.books)?;
    if let Some(mut progress) = new.progress {
        (progress.id, progress.project) = (w.new_id(), id);
        w.put_new(progress)?;
    }
    Ok(())
}

fn enterprise(w: &mut Writer, name: &str, uscc: Option<&str>) -> Result<EnterpriseId> {
    if let Some(found) = zhuanban_core::enterprise::query::matching(w, name, uscc)? {
        return Ok(found.id);
    }
    let mut set = serde_json::Map::new();
    set.insert("name".into(), name.into());
    set.extend(uscc.map(|code| ("uscc".to_string(), code.into())));
    Ok(zhuanban_core::enterprise::edit::save(w, Save { id: None, set: Patch(set) })?.id)
}
