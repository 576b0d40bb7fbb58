//! Reading what is attached, showing it and handing it out.

use super::{Attachment, keep, media};
use crate::api::One;
use crate::approval::record::Approval;
use crate::approval::template::Item;
use crate::desk::{Caller, Desk, Done};
use crate::error::{Error, FileProblem, Result};
use crate::id::{AttachmentId, ProjectId};
use crate::store::Reader;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// Pictures up to this size are shown in the page: 20 MB.
const MOST_SHOWN: i64 = 20 << 20;

/// Newest first.
pub fn of_project(r: &Reader, project: ProjectId) -> Result<Vec<Attachment>> {
    r.all("where project = ? order by added_ms desc, id desc", [project.to_string()])
}

/// An attachment with what this computer has of it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OnFile {
    pub attachment: Attachment,
    /// The approval whose certificate it is the scan of.
    pub item: Option<ScanOf>,
    /// Whether the bytes are on this computer.
    pub here: bool,
    /// Whether the page can show it.
    pub shown: bool,
}

/// An approval as it is named beside its scan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScanOf {
    pub code: String,
    pub name: String,
    pub name_en: String,
}

/// The approval a paper is the scan of; nothing for one that is no scan, or whose item is none any more.
pub(crate) fn scan_of(r: &Reader, attachment: &Attachment) -> Result<Option<(Approval, ScanOf)>> {
    let Some(id) = attachment.approval else { return Ok(None) };
    let Some(approval) = r.find::<Approval>(id)? else { return Ok(None) };
    let item = r.templates()?.item_of(approval.project, &approval.item);
    let named =
        |item: &Item| ScanOf { code: item.code.clone(), name: item.name.clone(), name_en: item.name_en.clone() };
    Ok(item.map(named).map(|named| (approval, named)))
}

/// Everything attached to a project, and how large a file may be.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Attachments {
    pub list: Vec<OnFile>,
    /// Bytes.
    pub most: i64,
}

pub fn list(desk: &Desk, caller: &Caller, one: One<ProjectId>) -> Result<Done<Attachments>> {
    let named = |r: &Reader, one: Attachment| Ok((scan_of(r, &one)?.map(|(_, item)| item), one));
    let all = |r: &Reader| of_project(r, one.id)?.into_iter().map(|one| named(r, one)).collect::<Result<Vec<_>>>();
    let found = desk.read(caller, all)?;
    let on_file = |(item, attachment): (Option<ScanOf>, Attachment)| OnFile {
        item,
        here: keep::place(desk.folder(), &attachment.hash).is_file(),
        shown: is_shown(&attachment.media, attachment.size),
        attachment,
    };
    let most = i64::try_from(keep::MOST).unwrap_or(i64::MAX);
    Ok(crate::api::unchanged(Attachments { list: found.into_iter().map(on_file).collect(), most }))
}

/// A picture for the page, as base64.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AttachedPicture {
    pub media: String,
    pub base64: String,
}

pub fn picture(desk: &Desk, caller: &Caller, one: One<AttachmentId>) -> Result<Done<AttachedPicture>> {
    let found: Attachment = desk.read(caller, |r| r.get(one.id))?;
    pictured(desk, &found.name, &found.hash, found.media, found.size)
}

/// The bytes under a hash as a picture, if a page can show it.
pub fn pictured(desk: &Desk, name: &str, hash: &str, media: String, size: i64) -> Result<Done<AttachedPicture>> {
    if !is_shown(&media, size) {
        return Err(Error::file(Path::new(name), FileProblem::WrongKind, media));
    }
    let base64 = keep::base64(desk.folder(), hash, name)?;
    Ok(crate::api::unchanged(AttachedPicture { media, base64 }))
}

/// Whether a page can show a file of this kind and size.
#[must_use]
pub fn is_shown(media: &str, size: i64) -> bool {
    media::is_shown(media) && size <= MOST_SHOWN
}

/// Where to write a copy; without a place, one that the system's programs can open, under its own name.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CopyOut {
    pub id: AttachmentId,
    #[serde(default)]
    pub path: Option<PathBuf>,
}

/// Where the copy lies.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CopiedOut {
    pub path: PathBuf,
}

pub fn copy_out(desk: &Desk, caller: &Caller, input: CopyOut) -> Result<Done<CopiedOut>> {
    let found: Attachment = desk.read(caller, |r| r.get(input.id))?;
    copied(desk, &found.name, &found.hash, input.path)
}

/// Writes the bytes under a hash to a place, or under its name to one that the system's programs can open.
pub fn copied(desk: &Desk, name: &str, hash: &str, path: Option<PathBuf>) -> Result<Done<CopiedOut>> {
    let path = match path {
        Some(path) => path,
        None => {
            let folder = keep::opened(&std::env::temp_dir(), hash);
            std::fs::create_dir_all(&folder).map_err(|e| Error::file(&folder, FileProblem::Unwritable, e))?;
            folder.join(name)
        }
    };
    keep::copy_out(desk.folder(), hash, name, &path)?;
    Ok(crate::api::unchanged(CopiedOut { path }))
}
