//! Attaching, naming and removing. The bytes are kept before the record is written; a removed record leaves them where
//! they are, so that undo brings back the whole.

use super::{Attachment, AttachmentKind, keep, media};
use crate::approval::edit;
use crate::approval::query::approval_id;
use crate::approval::record::Approval;
use crate::desk::{Caller, Desk, Done};
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{ApprovalId, AttachmentId, ProjectId, StartId};
use crate::people::edit::Save;
use crate::project::Project;
use crate::project::start::ProjectStart;
use crate::store::Writer;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// One file: where it lies, or its bytes as base64 where it lies nowhere (a picture from the clipboard).
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct NewFile {
    pub name: String,
    #[serde(default)]
    #[ts(optional)]
    pub file: Option<PathBuf>,
    #[serde(default)]
    #[ts(optional)]
    pub base64: Option<String>,
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<AttachmentKind>,
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub happened_on: Option<NaiveDate>,
}

/// Files for one project, attached in one action.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AddFiles {
    pub project: ProjectId,
    /// Code of the project's item whose certificate they are scans of.
    #[serde(default)]
    #[ts(optional)]
    pub item: Option<String>,
    /// The start of the project that they show.
    #[serde(default)]
    #[ts(optional)]
    pub start: Option<StartId>,
    pub added: Vec<NewFile>,
}

/// What became of them.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct Added {
    pub added: Vec<Attachment>,
    /// The same content was attached before, here or to another project.
    pub twice: Vec<Twice>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Twice {
    /// The name it came with.
    pub name: String,
    /// The name it stands under.
    pub known_as: String,
    /// The other project that has it; absent where it stood here already and was not attached again.
    pub project: Option<String>,
}

/// # Errors
/// `NotFound` for an item or a start that is none of the project; nothing is attached then.
pub fn add(desk: &Desk, caller: &Caller, input: AddFiles) -> Result<Done<Added>> {
    desk.read(caller, |r| r.get::<Project>(input.project))?;
    let mut kept = vec![];
    for file in input.added {
        let name = clean_name(&file.name)?;
        let told = Path::new(&name);
        let own = desk.fresh_name();
        let bytes = match (&file.file, &file.base64) {
            (Some(path), _) => keep::keep(desk.folder(), &mut keep::open(path)?, told, &own)?,
            (None, Some(text)) => keep::keep(desk.folder(), &mut &keep::decoded(text, told)?[..], told, &own)?,
            (None, None) => return Err(Error::invalid("file", Rule::Required)),
        };
        kept.push((name, file, bytes));
    }
    desk.write("attachment_add", caller, |w| {
        let project: Project = w.get(input.project)?;
        w.subject(project.name.clone());
        let item = input.item.as_deref();
        if let Some(item) = item
            && w.find::<Approval>(approval_id(project.id, item))?.is_none()
        {
            edit::item_of(w, project.id, item)?;
        }
        if let Some(start) = input.start
            && w.find::<ProjectStart>(start)?.is_none_or(|found| found.project != project.id)
        {
            return Err(Error::not_found("start", start));
        }
        let place = Place { item, start: input.start };
        let mut out = Added::default();
        for (name, file, bytes) in kept {
            attach(w, (&project, &place), (name, &file, bytes), &mut out)?;
        }
        Ok(out)
    })
}

/// What of the project a file belongs to.
struct Place<'i> {
    item: Option<&'i str>,
    start: Option<StartId>,
}

impl Place<'_> {
    fn approval(&self, project: ProjectId) -> Option<ApprovalId> {
        self.item.map(|item| approval_id(project, item))
    }

    fn is_some(&self) -> bool {
        self.item.is_some() || self.start.is_some()
    }
}

/// Attaches what is kept, unless the project has the same content there. What was nobody's becomes the item's scan or the
/// start's photo; one scan may stand beside several items (四证合一).
fn attach(
    w: &mut Writer,
    (project, place): (&Project, &Place),
    (name, file, bytes): (String, &NewFile, keep::Kept),
    out: &mut Added,
) -> Result<()> {
    let (approval, start) = (place.approval(project.id), place.start);
    let found = known(w, project.id, (approval, start), &bytes.hash)?;
    let here = found.as_ref().is_some_and(|found| found.project == project.id);
    match found {
        Some(own) if here && place.is_some() && own.approval.is_none() && own.start.is_none() => {
            begin(w, project, place.item)?;
            let kind = if approval.is_some() { AttachmentKind::Scan } else { own.kind };
            let own = Attachment { approval, start, kind, ..own };
            w.put(&own)?;
            out.added.push(own);
            return Ok(());
        }
        Some(found) if !here || !place.is_some() || (found.approval, found.start) == (approval, start) => {
            let other = if here { None } else { w.find::<Project>(found.project)?.map(|p| p.name) };
            out.twice.push(Twice { name: name.clone(), known_as: found.name, project: other });
            if here {
                return Ok(());
            }
        }
        _ => {}
    }
    begin(w, project, place.item)?;
    let media = media::of(&bytes.head, &name);
    let taken_for = || approval.map_or_else(|| media::kind(media, &name), |_| AttachmentKind::Scan);
    let attachment = Attachment {
        id: w.new_id(),
        office: project.office,
        project: project.id,
        approval,
        start,
        kind: file.kind.unwrap_or_else(taken_for),
        name,
        hash: bytes.hash,
        size: i64::try_from(bytes.size).unwrap_or(i64::MAX),
        media: media.into(),
        happened_on: file.happened_on,
        note: None,
        added_ms: w.now_ms(),
    };
    w.put_new(attachment.clone())?;
    out.added.push(attachment);
    Ok(())
}

/// Writes the approval beside which a scan is to stand.
fn begin(w: &mut Writer, project: &Project, item: Option<&str>) -> Result<()> {
    let Some(item) = item else { return Ok(()) };
    let approval = edit::existing(w, project, item)?;
    w.put(&approval)
}

/// What has the content already: the approval's own scan or the start's photo first, then what is nobody's here, then any here, else
/// any other project's.
fn known(
    w: &Writer,
    project: ProjectId,
    (approval, start): (Option<ApprovalId>, Option<StartId>),
    hash: &str,
) -> Result<Option<Attachment>> {
    let of = approval.map(|id| id.to_string()).or(start.map(|id| id.to_string())).unwrap_or_default();
    let order = "where hash = ? order by project <> ?, coalesce(approval, start, '') <> ?,
        approval is not null or start is not null, id";
    w.first(order, [hash, project.to_string().as_str(), of.as_str()])
}

/// The photos of a start that is removed stay among the project's papers.
pub(crate) fn leave(w: &mut Writer, start: &ProjectStart) -> Result<()> {
    let of = [start.project.to_string(), start.id.to_string()];
    let photos: Vec<Attachment> = w.all("where project = ? and start = ? order by id", of)?;
    for photo in photos {
        w.put(&Attachment { start: None, ..photo })?;
    }
    Ok(())
}

/// Renames, sorts or dates it; what it is never changes.
pub fn save(w: &mut Writer, input: Save<AttachmentId>) -> Result<Attachment> {
    let id = input.id.ok_or_else(|| Error::invalid("id", Rule::Required))?;
    let old: Attachment = w.get(id)?;
    let told: Attachment = input.set.apply(&old)?;
    let name = clean_name(&told.name)?;
    let (media, own_ending) = (media::ending(&name), media::ending(&old.name));
    // A name typed without its ending keeps it: without it no program opens the file.
    let name = if media.is_empty() && !own_ending.is_empty() { format!("{name}.{own_ending}") } else { name };
    if told.happened_on.is_some_and(|day| day > w.today()) {
        return Err(Error::invalid("happened_on", Rule::ActualInFuture));
    }
    let saved = Attachment { hash: old.hash, size: old.size, media: old.media, added_ms: old.added_ms, name, ..told };
    w.subject(saved.name.clone());
    w.put(&saved)?;
    Ok(saved)
}

pub fn remove(w: &mut Writer, id: AttachmentId) -> Result<bool> {
    w.subject(w.get::<Attachment>(id)?.name);
    w.remove::<Attachment>(id)
}

/// A file name that every system takes.
fn clean_name(name: &str) -> Result<String> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = name.chars().filter(|c| !c.is_control() && !"<>:\"|?*".contains(*c)).collect();
    let plain = plain.trim().trim_end_matches('.').to_string();
    if plain.is_empty() {
        return Err(Error::invalid("name", Rule::Required));
    }
    if plain.chars().count() > 120 {
        return Err(Error::Invalid(vec![FieldFault::error("name", Rule::TooLong).with("limit", 120)]));
    }
    Ok(plain)
}
