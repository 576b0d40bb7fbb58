//! Files across the door: uploads and downloads as handles, so that a browser never names a path of this computer.
//!
//! `POST /files?name=NAME` with a body gives `upload:ID`; without one, with `&for=download`, it gives `download:ID`
//! to pass where a command wants a path to write to, and to fetch afterwards from `GET /files/ID`.

use crate::{Shared, pages};
use axum::Json;
use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::HashMap;
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use uuid::Uuid;
use zhuanban_core::{Error, Fault};

/// The largest file a browser may send: a ledger of 100,000 rows has 30 MB.
const MOST: usize = 300 << 20;
/// Keys of an input that name a file.
const FILE_KEYS: &[&str] = &["file", "path", "files", "paths"];

/// What went over the door in this run; the folder goes with the run.
pub struct Files {
    folder: tempfile::TempDir,
    known: Mutex<HashMap<String, PathBuf>>,
}

#[derive(Deserialize)]
pub struct Asked {
    name: String,
    #[serde(default, rename = "for")]
    purpose: String,
}

#[derive(Serialize)]
struct Given {
    handle: String,
}

impl Files {
    pub fn new() -> std::io::Result<Self> {
        Ok(Self { folder: tempfile::Builder::new().prefix("zhuanban-").tempdir()?, known: Mutex::default() })
    }

    /// A place for a file, under its own name in a folder of its own.
    fn place(&self, kind: &str, name: &str) -> std::io::Result<(String, PathBuf)> {
        let id = Uuid::new_v4().to_string();
        let folder = self.folder.path().join(&id);
        std::fs::create_dir(&folder)?;
        let (handle, path) = (format!("{kind}:{id}"), folder.join(safe(name)));
        self.known.lock().unwrap_or_else(PoisonError::into_inner).insert(handle.clone(), path.clone());
        Ok((handle, path))
    }

    fn find(&self, handle: &str) -> Option<PathBuf> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).get(handle).cloned()
    }

    /// Puts paths where the input has handles; refuses a path that a browser made up.
    pub fn paths_for_handles(&self, command: &str, input: &mut Value) -> Result<(), Fault> {
        self.walk(command, input, false)
    }

    fn walk(&self, command: &str, value: &mut Value, is_file: bool) -> Result<(), Fault> {
        match value {
            Value::Object(fields) => fields
                .iter_mut()
                .try_for_each(|(key, value)| self.walk(command, value, FILE_KEYS.contains(&key.as_str()))),
            Value::Array(items) => items.iter_mut().try_for_each(|item| self.walk(command, item, is_file)),
            Value::String(text) => match (self.find(text), is_file) {
                (Some(path), _) => {
                    *text = path.to_string_lossy().into_owned();
                    Ok(())
                }
                (None, true) => {
                    let detail = "a browser passes files as handles".into();
                    Err(Error::BadInput { command: command.into(), detail }.into())
                }
                (None, false) => Ok(()),
            },
            _ => Ok(()),
        }
    }

    /// Puts handles where an answer has our paths.
    pub fn handles_for_paths(&self, value: &mut Value) {
        match value {
            Value::Object(fields) => fields.values_mut().for_each(|value| self.handles_for_paths(value)),
            Value::Array(items) => items.iter_mut().for_each(|item| self.handles_for_paths(item)),
            Value::String(text) if text.starts_with(&*self.folder.path().to_string_lossy()) => {
                let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
                if let Some((handle, _)) = known.iter().find(|(_, path)| path.to_string_lossy() == **text) {
                    text.clone_from(handle);
                }
            }
            _ => {}
        }
    }
}

/// A file name that stays in its folder on every system.
fn safe(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = name.chars().filter(|c| !c.is_control() && !"<>:\"|?*".contains(*c)).take(120).collect();
    let plain = plain.trim_matches(['.', ' ']);
    if plain.is_empty() { "file".into() } else { plain.into() }
}

pub async fn receive(State(shared): State<Arc<Shared>>, Query(asked): Query<Asked>, body: Body) -> Response {
    match keep(&shared.files, &asked, body).await {
        Ok(handle) => Json(Given { handle }).into_response(),
        Err(fault) => (StatusCode::UNPROCESSABLE_ENTITY, Json(fault)).into_response(),
    }
}

async fn keep(files: &Files, asked: &Asked, body: Body) -> Result<String, Fault> {
    let broken = |e: &dyn std::fmt::Display| Fault::from(Error::Internal(e.to_string()));
    let kind = if asked.purpose == "download" { "download" } else { "upload" };
    let (handle, path) = files.place(kind, &asked.name).map_err(|e| broken(&e))?;
    if kind == "download" {
        return Ok(handle);
    }
    let (mut file, mut size) = (std::fs::File::create(&path).map_err(|e| broken(&e))?, 0);
    let mut parts = body.into_data_stream();
    while let Some(part) = parts.next().await {
        let part = part.map_err(|e| broken(&e))?;
        size += part.len();
        if size > MOST {
            let shown = PathBuf::from(safe(&asked.name));
            return Err(Error::file(&shown, zhuanban_core::error::FileProblem::TooLarge, size).into());
        }
        file.write_all(&part).map_err(|e| broken(&e))?;
    }
    Ok(handle)
}

pub async fn send(State(shared): State<Arc<Shared>>, Path(id): Path<String>) -> Response {
    let Some(path) = shared.files.find(&format!("download:{id}")) else { return StatusCode::NOT_FOUND.into_response() };
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let Ok(bytes) = tokio::task::spawn_blocking(move || std::fs::read(path)).await.unwrap_or_else(|e| Err(e.into()))
    else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let attached = format!("attachment; filename*=UTF-8''{}", percent(&name));
    ([(CONTENT_TYPE, pages::kind(&name).to_string()), (CONTENT_DISPOSITION, attached)], bytes).into_response()
}

/// RFC 5987: everything but letters, digits and a few marks as %XX.
fn percent(name: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~".contains(byte);
    name.bytes().map(|byte| if plain(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_stay_in_their_folder() {
        assert_eq!(safe("../../台账 一季度.xlsx"), "台账 一季度.xlsx");
        assert_eq!(safe("C:\\Windows\\a.xlsx"), "a.xlsx");
        assert_eq!([safe(".."), safe(""), safe("a:b")], ["file", "file", "ab"]);
    }

    #[test]
    fn handles_become_paths_and_come_back() {
        let files = Files::new().unwrap();
        let (handle, path) = files.place("upload", "a.xlsx").unwrap();
        let mut input = json!({ "file": handle, "name": "a" });
        files.paths_for_handles("ledger_read", &mut input).unwrap();
        assert_eq!(input["file"], path.to_string_lossy().as_ref());
        files.handles_for_paths(&mut input);
        assert_eq!(input["file"], handle);
        let made_up = files.paths_for_handles("ledger_read", &mut json!({ "files": ["/etc/passwd"] }));
        assert_eq!(made_up.unwrap_err().code, zhuanban_core::error::Code::BadInput);
    }

    #[test]
    fn names_are_written_for_a_header() {
        assert_eq!(percent("a 账.xlsx"), "a%20%E8%B4%A6.xlsx");
    }
}
