//! Writing what was accepted: all of it or nothing, one action, one undo.

use super::plan::{Kind, Plan, earlier};
use super::preview::chosen;
use super::records::{Books, Frame, Marked, Records};
use super::session::{Session, find, lock};
use crate::read::ReadRow;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::mpsc::SyncSender;
use ts_rs::TS;
use zhuanban_core::approval::edit::NewStep;
use zhuanban_core::approval::state::State;
use zhuanban_core::approval::undated;
use zhuanban_core::desk::Done;
use zhuanban_core::enterprise::Enterprise;
use zhuanban_core::error::{Error, Result};
use zhuanban_core::id::{EnterpriseId, ListId, ProjectId, RecordId};
use zhuanban_core::job::{Job, Phase};
use zhuanban_core::list::edit::Enlist;
use zhuanban_core::people::{self, Duty};
use zhuanban_core::progress::Basis;
use zhuanban_core::project::Project;
use zhuanban_core::search::Document;
use zhuanban_core::store::Writer;
use zhuanban_core::store::patch::Patch;
use zhuanban_core::{Caller, Desk};

/// Writes the accepted rows of a previewed file.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct Import {
    pub session: String,
    /// Remember how this sender's columns were read.
    #[serde(default)]
    pub remember: bool,
    /// Needed where the period is closed.
    #[serde(default)]
    #[ts(optional)]
    pub correction: Option<zhuanban_core::round::closed::CorrectionReason>,
    #[serde(default)]
    pub job: String,
}

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Imported {
    pub created: u32,
    pub changed: u32,
    pub unchanged: u32,
    /// Possible duplicates and rows that were left out.
    pub left: u32,
    /// Cells that could not be read, in rows that were written without them.
    pub faults: u32,
    /// Approvals whose mark is under way or done and tells no day: no clock runs and no figure counts them.
    pub undated: u32,
}

pub fn import(desk: &Desk, caller: &Caller, input: Import) -> Result<Done<Imported>> {
    let found = find(desk, &input.session)?;
    let mut session = lock(&found);
    let plan = session.plan.as_ref().ok_or_else(|| Error::not_found("preview", &input.session))?;
    let job = desk.jobs.begin(&input.job);
    let done = desk.write("ledger_import", caller, |w| {
        // What was previewed is what is written: if the desk has moved on since, the preview must be made again.
        if w.number(super::plan::NEWEST, [])? != plan.newest {
            return Err(Error::Stale);
        }
        zhuanban_core::round::closed::allow(w, input.correction.clone())?;
        w.subject(session.file_name.clone());
        job.phase(Phase::Writing, plan.rows.len() as u64);
        let imported = rows(w, &session, plan, &job)?;
        if input.remember && !plan.input.sender.is_empty() {
            let kept = super::session::remembered(&session.understanding, &session.corrections);
            let kept = serde_json::to_string(&kept).map_err(|e| Error::Internal(e.to_string()))?;
            let layout = super::session::layout(&session.understanding);
            zhuanban_core::settings::edit::remember(w, &plan.input.sender, &layout, &kept)?;
        }
        job.phase(Phase::Finishing, 0);
        Ok(imported)
    });
    desk.jobs.end(&input.job);
    if done.is_ok() {
        session.plan = None;
    }
    done
}

/// Rows that one thread reads and turns into records while this one writes the last.
const BATCH: usize = 256;

/// A row to be written, with its records if the desk does not know it.
type Prepared = (usize, ReadRow, Option<(Records, Document)>);

fn rows(w: &mut Writer, session: &Session, plan: &Plan, job: &Job) -> Result<Imported> {
    let mut frame = plan.frame(w, &session.file_name)?;
    let mut ledger = Ledger { enterprises: Enterprises::read(w)?, list: None, above: None, out: Imported::default() };
    if plan.basis == Basis::Dispatch && !plan.input.list.trim().is_empty() {
        ledger.list = Some(zhuanban_core::list::edit::named(w, plan.input.list.trim(), plan.plan_year)?);
    }
    let mut theirs = plan.frame(w, &session.file_name)?;
    std::thread::scope(|scope| {
        let (send, receive) = std::sync::mpsc::sync_channel::<Vec<Prepared>>(4);
        let reading = scope.spawn(move || prepare(session, plan, &mut theirs, &send));
        for batch in receive {
            for (at, row, records) in batch {
                job.at(at as u64)?;
                write_row(w, plan, at, &row, records, &mut frame, &mut ledger)?;
            }
        }
        reading.join().map_err(|_| Error::Internal("reading stopped".into()))?
    })?;
    Ok(ledger.out)
}

fn prepare(session: &Session, plan: &Plan, frame: &mut Frame, send: &SyncSender<Vec<Prepared>>) -> Result<()> {
    let mut batch = Vec::with_capacity(BATCH);
    session.stage.each(|at, mut row| {
        plan.retype(key(at), &mut row)?;
        let fresh = plan.accepts(key(at)) && plan.target(key(at)).is_none();
        let records = fresh.then(|| Records::blank(frame).with(&row, None, frame));
        let records = records.map(|records| {
            let document = document(&records);
            (records, document)
        });
        batch.push((at, row, records));
        if batch.len() == BATCH {
            // The writer has gone only if it failed, and then it says why.
            send.send(std::mem::replace(&mut batch, Vec::with_capacity(BATCH))).map_err(|_| Error::Cancelled)?;
        }
        Ok(())
    })?;
    send.send(batch).map_err(|_| Error::Cancelled)
}

/// The words a new project is found by, the same that the index would read from the tables.
fn document(new: &Records) -> Document {
    let p = &new.project;
    let text = |t: &Option<String>| t.clone().unwrap_or_default();
    let enterprise = new.enterprise.as_ref().map_or("", |e| e.name.as_str());
    let leader = new.leader.as_ref().map_or("", |d| d.name.as_str());
    let issue = new.progress.as_ref().map(|g| text(&g.issue)).unwrap_or_default();
    let (aliases, unit, content) = (text(&p.aliases), text(&p.responsible_unit), text(&p.content));
    Document::of(&[&p.name, &aliases], &[enterprise], &[&unit, leader], &[&content, &issue])
}

fn key(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn write_row(
    w: &mut Writer,
    plan: &Plan,
    at: usize,
    row: &ReadRow,
    records: Option<(Records, Document)>,
    frame: &mut Frame,
    ledger: &mut Ledger,
) -> Result<()> {
    let planned = &plan.rows[at];
    if !plan.accepts(key(at)) {
        *(if planned.kind == Kind::Same { &mut ledger.out.unchanged } else { &mut ledger.out.left }) += 1;
        if !row.part {
            ledger.above = planned.found;
        }
        // A project that the file does not change still stands on the list.
        return match planned.found.filter(|_| planned.kind == Kind::Same) {
            Some(id) => enlist(w, ledger, id, row),
            None => Ok(()),
        };
    }
    ledger.out.faults += u32::from(planned.faults);
    let id = match (plan.target(key(at)), records) {
        (Some(id), _) => {
            update(w, plan, key(at), id, row, frame, ledger)?;
            ledger.out.changed += 1;
            id
        }
        (None, Some((records, document))) => {
            ledger.out.created += 1;
            let id = create(w, row, records, frame, ledger)?;
            w.found_by(id, &document)?;
            id
        }
        (None, None) => return Err(Error::Internal(format!("row {at} has no records"))),
    };
    if !row.part {
        ledger.above = Some(id);
    }
    enlist(w, ledger, id, row)
}

/// What goes on from row to row.
struct Ledger {
    enterprises: Enterprises,
    list: Option<ListId>,
    /// The project above, to which a part (其中) belongs.
    above: Option<ProjectId>,
    out: Imported,
}

fn create(w: &mut Writer, row: &ReadRow, mut new: Records, frame: &Frame, ledger: &mut Ledger) -> Result<ProjectId> {
    let id: ProjectId = w.new_id();
    new.project.id = id;
    if row.part {
        new.project.parent = ledger.above;
    }
    source(&mut new.project, row, frame);
    if let Some(said) = &new.enterprise {
        new.project.enterprise = Some(ledger.enterprises.of(w, &said.name, said.uscc.as_deref(), frame)?);
    }
    enter(w, &new.project, &Books::default(), &new.books)?;
    w.put_new(new.project)?;
    if let Some(mut progress) = new.progress {
        (progress.id, progress.project) = (w.new_id(), id);
        w.put_new(progress)?;
    }
    if let Some(mut leader) = new.leader {
        (leader.id, leader.project) = (w.new_id(), id);
        w.put_new(leader)?;
    }
    if let Some(mut contact) = new.contact {
        (contact.id, contact.owner) = (w.new_id(), id);
        w.put_new(contact)?;
    }
    for mut need in new.needs {
        (need.id, need.project) = (w.new_id(), id);
        w.put_new(need)?;
    }
    ledger.out.undated += marks(w, id, &[], &new.approvals, frame)?;
    Ok(id)
}

fn update(
    w: &mut Writer,
    plan: &Plan,
    key: u32,
    id: ProjectId,
    row: &ReadRow,
    frame: &mut Frame,
    ledger: &mut Ledger,
) -> Result<()> {
    let old = Records::load(w, id, frame)?;
    let before = earlier(w, id, frame)?;
    let new = old.with(row, before.as_ref(), frame);
    let mut new = chosen(w, id, &old, new, plan.decided.get(&key).map(|d| &d.fields))?;
    if frame.basis == Basis::Dispatch {
        zhuanban_core::project::edit::called_before(&mut new.project, &old.project.name);
        source(&mut new.project, row, frame);
    }
    if new.enterprise != old.enterprise
        && let Some(said) = &new.enterprise
    {
        new.project.enterprise = Some(ledger.enterprises.of(w, &said.name, said.uscc.as_deref(), frame)?);
    }
    w.put(&new.project)?;
    if let Some(mut progress) = new.progress {
        if progress.id.uuid().is_nil() {
            progress.id = w.new_id();
        }
        w.put(&progress)?;
    }
    enter(w, &new.project, &old.books, &new.books)?;
    led(w, &new.project, new.leader)?;
    if let Some(mut contact) = new.contact.filter(|c| c.name.is_some() || c.phone.is_some()) {
        if contact.id.uuid().is_nil() {
            contact.id = w.new_id();
        }
        w.put(&contact)?;
    }
    for mut need in new.needs {
        if need.id.uuid().is_nil() {
            need.id = w.new_id();
        }
        w.put(&need)?;
    }
    ledger.out.undated += marks(w, id, &old.approvals, &new.approvals, frame)?;
    Ok(())
}

/// 纳统 as a file says it, where it says something else than before; of the rest of the entry it says nothing.
pub fn enter(w: &mut Writer, project: &Project, old: &Books, new: &Books) -> Result<()> {
    let mut set = serde_json::Map::new();
    if let Some(entered) = new.entered.filter(|_| new.entered != old.entered) {
        set.insert("entered".into(), entered.into());
    }
    for (field, was, is) in [("code", &old.code, &new.code), ("name", &old.name, &new.name)] {
        if was != is {
            set.insert(field.into(), is.clone().into());
        }
    }
    if old.entered.is_none() && !set.contains_key("entered") && !set.is_empty() {
        // What has a code or a name there must be there.
        set.insert("due".into(), true.into());
    }
    if set.is_empty() { Ok(()) } else { zhuanban_core::statistics::edit::put(w, project, &Patch(set)) }
}

/// Another leader in the file follows the one before as in a cell: who held it stays known, and what he had to see through goes along
/// (`docs/decisions/0023`). Since when a first one leads, a ledger does not say.
fn led(w: &mut Writer, project: &Project, leader: Option<Duty>) -> Result<()> {
    let Some(leader) = leader else { return Ok(()) };
    if leader.id.uuid().is_nil() {
        let (id, person) = (w.new_id(), people::query::named(w, &leader.name)?);
        return w.put_new(Duty { id, person, ..leader });
    }
    people::hold::hold(w, project, leader.role, Some(&leader.name)).map(|_| ())
}

/// Says which line of which file a project comes from.
pub fn source(p: &mut Project, row: &ReadRow, frame: &Frame) {
    p.source_sender = Some(frame.sender.clone()).filter(|s| !s.is_empty()).or(p.source_sender.take());
    p.source_file = Some(frame.file.clone());
    p.source_sheet = Some(row.sheet.clone()).filter(|s| !s.is_empty());
    p.source_row = Some(i64::from(row.row));
    p.source_at = Some(frame.now_ms);
}

/// Adds the steps that the row's marks tell and the desk does not know, and the days of those it knows without one. Answers how many
/// of them have no day.
fn marks(w: &mut Writer, id: ProjectId, old: &[Marked], new: &[Marked], frame: &Frame) -> Result<u32> {
    let news: Vec<&Marked> = new.iter().filter(|m| !old.contains(m)).collect();
    if news.is_empty() {
        return Ok(0);
    }
    let project: Project = w.get(id)?;
    let mut undated = 0;
    for marked in news {
        let mut set = serde_json::Map::new();
        set.extend(marked.certificate.clone().map(|c| ("certificate".to_string(), c.into())));
        let known = old.iter().any(|o| o.item == marked.item && o.state == marked.state);
        let waived = marked.state == State::NotApplicable;
        if waived {
            set.insert("waived".into(), "台账标注不涉及".into());
        }
        let step = NewStep {
            project: id,
            item: marked.item.into(),
            state: marked.state,
            happened_on: marked.on.map_or_else(|| frame.as_of, |d| d.on.min(w.today())),
            undated: marked.day().is_none(),
            stop_kind: None,
            basis: None,
            restart: false,
            examiner: None,
            extension: None,
            note: Some(format!("台账：{}", frame.file)),
            set: Patch(set),
        };
        if waived || known {
            zhuanban_core::approval::edit::note(w, &project, &step)?;
            if let Some((told, on)) = marked.untold.zip(marked.day()) {
                undated::fill_fitting(w, told, on)?;
            }
        } else {
            zhuanban_core::approval::edit::add_step(w, &project, &step)?;
            undated += u32::from(step.undated && undated::matters(step.state));
        }
    }
    Ok(undated)
}

fn enlist(w: &mut Writer, ledger: &Ledger, project: ProjectId, row: &ReadRow) -> Result<()> {
    let Some(list) = ledger.list else { return Ok(()) };
    let grouping = row.groups.first().cloned();
    zhuanban_core::list::edit::enlist_from_file(w, Enlist { project, list, serial: row.seq.clone(), grouping })?;
    Ok(())
}

/// The enterprises of the desk, by credit code and by name; a ledger names most of them once.
struct Enterprises {
    by_code: HashMap<String, EnterpriseId>,
    by_name: HashMap<String, (EnterpriseId, bool)>,
}

impl Enterprises {
    fn read(w: &Writer) -> Result<Self> {
        let all: Vec<Enterprise> = w.all("order by id", [])?;
        let mut known = Self { by_code: HashMap::new(), by_name: HashMap::new() };
        for e in all {
            known.by_name.entry(e.name).or_insert((e.id, e.uscc.is_some()));
            known.by_code.extend(e.uscc.map(|code| (code, e.id)));
        }
        Ok(known)
    }

    /// The enterprise of this code, else of this name; one that had no code gets it.
    fn of(&mut self, w: &mut Writer, name: &str, uscc: Option<&str>, frame: &Frame) -> Result<EnterpriseId> {
        if let Some(id) = uscc.and_then(|code| self.by_code.get(code)) {
            return Ok(*id);
        }
        match (self.by_name.get(name).copied(), uscc) {
            (Some((id, _)), None) => Ok(id),
            (Some((id, false)), Some(code)) => {
                let mut known: Enterprise = w.get(id)?;
                known.uscc = Some(code.into());
                w.put(&known)?;
                self.by_code.insert(code.into(), id);
                self.by_name.insert(name.into(), (id, true));
                Ok(id)
            }
            _ => {
                let id: EnterpriseId = w.new_id();
                let uscc_text = uscc.map(str::to_string);
                w.put_new(Enterprise {
                    id,
                    office: frame.office,
                    name: name.into(),
                    uscc: uscc_text,
                    region: None,
                    note: None,
                })?;
                self.by_code.extend(uscc.map(|code| (code.to_string(), id)));
                self.by_name.insert(name.into(), (id, uscc.is_some()));
                Ok(id)
            }
        }
    }
}
