//! The built interface, inside the program.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};

/// Path and bytes of every file of `ui/dist`, written by `build.rs`.
static FILES: &[(&str, &[u8])] = &include!(concat!(env!("OUT_DIR"), "/pages.rs"));

const NOT_BUILT: &str = include_str!("not-built.html");

/// A file of the interface; every other address is a page of it and gets its start.
pub async fn page(uri: Uri) -> Response {
    let path = uri.path();
    match find(path) {
        Some(bytes) => {
            // The names of built files carry their hash.
            let keep = if path.starts_with("/assets/") { "max-age=31536000, immutable" } else { "no-cache" };
            ([(CONTENT_TYPE, kind(path)), (CACHE_CONTROL, keep)], bytes).into_response()
        }
        None if path.rsplit('/').next().is_some_and(|name| name.contains('.')) => StatusCode::NOT_FOUND.into_response(),
        None => {
            let start = find("/index.html").unwrap_or(NOT_BUILT.as_bytes());
            ([(CONTENT_TYPE, kind(".html")), (CACHE_CONTROL, "no-cache")], start).into_response()
        }
    }
}

fn find(path: &str) -> Option<&'static [u8]> {
    FILES.iter().find(|(name, _)| *name == path).map(|(_, bytes)| *bytes)
}

pub fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "csv" => "text/csv; charset=utf-8",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/octet-stream",
    }
}
