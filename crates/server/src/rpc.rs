//! Commands in, changes out: `POST /rpc/NAME` and the stream of `changed` events.

use crate::{PAGES, Shared};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::{Json, body::Bytes};
use futures_util::stream::{Stream, unfold};
use serde_json::{Value, json};
use std::convert::Infallible;
use std::sync::Arc;
use tokio::sync::broadcast::error::RecvError;
use zhuanban_core::api::Reply;
use zhuanban_core::error::Code;
use zhuanban_core::{Error, Fault};

/// Answers one command. A refusal is a [`Fault`] under a 4xx status, a failure one under 5xx.
pub async fn call(State(shared): State<Arc<Shared>>, Path(name): Path<String>, body: Bytes) -> Response {
    let done = tokio::task::spawn_blocking(move || answer(&shared, &name, &body)).await;
    match done.unwrap_or_else(|e| Err(Error::Internal(e.to_string()).into())) {
        Ok(reply) => Json(reply).into_response(),
        Err(fault) => (status(&fault), Json(fault)).into_response(),
    }
}

fn answer(shared: &Shared, name: &str, body: &[u8]) -> Result<Reply, Fault> {
    let parsed = if body.is_empty() { Ok(Value::Null) } else { serde_json::from_slice(body) };
    let mut input = parsed.map_err(|e| Error::BadInput { command: name.into(), detail: e.to_string() })?;
    shared.files.paths_for_handles(name, &mut input)?;
    let mut reply = shared.desks.dispatch(PAGES, name, input)?;
    shared.files.handles_for_paths(&mut reply.value);
    if !reply.changed.is_empty() {
        // Nobody listening is no fault.
        let _ = shared.changes.send(json!({ "tables": reply.changed }).to_string());
    }
    Ok(reply)
}

fn status(fault: &Fault) -> StatusCode {
    match fault.code {
        Code::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        Code::Forbidden => StatusCode::FORBIDDEN,
        Code::NotFound | Code::UnknownCommand => StatusCode::NOT_FOUND,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// Tells which tables changed, whoever changed them.
pub async fn events(State(shared): State<Arc<Shared>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let changes = unfold(shared.changes.subscribe(), |mut heard| async {
        match heard.recv().await {
            Ok(tables) => Some((Ok(Event::default().event("changed").data(tables)), heard)),
            // Too slow to hear every change: say that anything may have changed.
            Err(RecvError::Lagged(_)) => {
                Some((Ok(Event::default().event("changed").data("{\"tables\":[\"*\"]}")), heard))
            }
            Err(RecvError::Closed) => None,
        }
    });
    Sse::new(changes).keep_alive(KeepAlive::default())
}
