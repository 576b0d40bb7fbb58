//! Reading what is attached, showing it and handing it out.

use super::{Attachment, keep, media};
use crate::api::One;
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
    /// Whether the bytes are on this computer.
    pub here: bool,
    /// Whether the page can show it.
    pub shown: bool,
}

/// Everything attached to a project, and how large a file may be.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Attachments {
    pub list: Vec<OnFile>,
    /// Bytes.
    pub most: i64,
}

pub fn list(desk: &Desk, caller: &Caller, one: One<ProjectId>) -> Result<Done<Attachments>> {
    let found = desk.read(caller, |r| of_project(r, one.id))?;
    let on_file = |attachment: Attachment| OnFile {
        here: keep::place(desk.folder(), &attachment.hash).is_file(),
        shown: media::is_shown(&attachment.media) && attachment.size <= MOST_SHOWN,
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
    if !media::is_shown(&found.media) || found.size > MOST_SHOWN {
        return Err(Error::file(Path::new(&found.name), FileProblem::WrongKind, found.media));
    }
    let base64 = keep::base64(desk.folder(), &found.hash, &found.name)?;
    Ok(crate::api::unchanged(AttachedPicture { media: found.media, base64 }))
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
    let path = match input.path {
        Some(path) => path,
        None => {
            let folder = std::env::temp_dir().join("zhuanban").join(&found.hash[..16.min(found.hash.len())]);
            std::fs::create_dir_all(&folder).map_err(|e| Error::file(&folder, FileProblem::Unwritable, e))?;
            folder.join(&found.name)
        }
    };
    keep::copy_out(desk.folder(), &found.hash, &found.name, &path)?;
    Ok(crate::api::unchanged(CopiedOut { path }))
}
