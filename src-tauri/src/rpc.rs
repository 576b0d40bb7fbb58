//! The one door from the page to the desk.

use crate::open::{Opened, PAGES};
use serde::Serialize;
use serde_json::Value;
use std::sync::Arc;
use tauri::{AppHandle, Emitter, State};
use zhuanban_core::api::Reply;
use zhuanban_core::{Error, Fault};

/// Tells every window which tables a write changed; visible queries on them run again.
#[derive(Clone, Serialize)]
struct Changed<'a> {
    tables: &'a [String],
}

#[tauri::command]
pub async fn rpc(app: AppHandle, opened: State<'_, Arc<Opened>>, name: String, input: Value) -> Result<Reply, Fault> {
    let opened = Arc::clone(&opened);
    let work = move || opened.desks().dispatch(PAGES, &name, input);
    let reply = tauri::async_runtime::spawn_blocking(work).await.map_err(|e| internal(&e))??;
    if !reply.changed.is_empty() {
        app.emit("changed", Changed { tables: &reply.changed }).map_err(|e| internal(&e))?;
    }
    Ok(reply)
}

/// A fault of the shell itself; its detail goes to "copy details".
pub fn internal(error: &dyn std::fmt::Display) -> Fault {
    Error::Internal(error.to_string()).into()
}
