//! Who may come in: one browser per printed address, on this computer, under this computer's name.

use crate::Shared;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, HOST, ORIGIN, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use uuid::Uuid;

/// The same limits as in the window (`tauri.conf.json`).
const CSP: &str = "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; \
                   object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const ENTERED: &str = "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>专班台</title>\
                       <meta http-equiv=\"refresh\" content=\"0;url=/\"></head><body></body></html>";
const CLOSED: &str = "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>专班台</title></head><body>\
                      <h1>请用启动时显示的地址打开</h1><p>该地址只能使用一次；如已用过，请重新启动 <code>zhuanban serve</code>。</p>\
                      <h1 lang=\"en\">Open the address that was printed at the start</h1>\
                      <p lang=\"en\">It works once. If it has been used, start <code>zhuanban serve</code> again.</p></body></html>";

/// The lock: a token that works once, and the key that a browser gets for it.
pub struct Door {
    port: u16,
    token: String,
    key: String,
    spent: AtomicBool,
}

impl Door {
    pub fn new(port: u16) -> Self {
        Self { port, token: secret(), key: secret(), spent: AtomicBool::new(false) }
    }

    pub fn token(&self) -> &str {
        &self.token
    }

    /// Cookies are shared between ports, so the name carries ours.
    fn cookie(&self) -> String {
        format!("zhuanban-{}", self.port)
    }

    /// A page elsewhere may resolve its own name to this computer; it cannot forge the name it was opened under.
    fn at_home(&self, headers: &HeaderMap) -> bool {
        let names = [format!("127.0.0.1:{}", self.port), format!("localhost:{}", self.port)];
        let is = |value: &HeaderValue, before: &str| {
            value.to_str().is_ok_and(|text| names.iter().any(|name| text.strip_prefix(before) == Some(name)))
        };
        headers.get(HOST).is_some_and(|host| is(host, ""))
            && headers.get_all(ORIGIN).iter().all(|origin| is(origin, "http://"))
    }

    fn holds_key(&self, headers: &HeaderMap) -> bool {
        let pairs =
            headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(';'));
        pairs
            .filter_map(|pair| pair.trim().split_once('='))
            .any(|(name, value)| name == self.cookie() && same(value, &self.key))
    }

    /// Whether the token is right and has not been used; using it spends it.
    fn spend(&self, token: &str) -> bool {
        same(token, &self.token) && !self.spent.swap(true, Ordering::SeqCst)
    }
}

/// 244 random bits.
fn secret() -> String {
    format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple())
}

/// Compares without telling by its duration how much was right.
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

/// Stands before every route.
pub async fn guard(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let door = &shared.door;
    let mut response = if !door.at_home(request.headers()) {
        StatusCode::FORBIDDEN.into_response()
    } else if let Some(token) = token_of(&request).filter(|_| request.uri().path() == "/") {
        let known = door.holds_key(request.headers());
        if known || door.spend(token) { enter(door) } else { closed() }
    } else if door.holds_key(request.headers()) {
        next.run(request).await
    } else {
        closed()
    };
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(CSP));
    headers.insert("x-content-type-options", HeaderValue::from_static("nosniff"));
    headers.insert("referrer-policy", HeaderValue::from_static("no-referrer"));
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

fn token_of(request: &Request) -> Option<&str> {
    request.uri().query()?.split('&').find_map(|pair| pair.strip_prefix("token="))
}

/// Gives the key and goes on by itself: a strict cookie does not travel with a redirect that began elsewhere.
fn enter(door: &Door) -> Response {
    let cookie = format!("{}={}; HttpOnly; SameSite=Strict; Path=/", door.cookie(), door.key);
    ([(SET_COOKIE, cookie), (CONTENT_TYPE, "text/html; charset=utf-8".into())], ENTERED).into_response()
}

fn closed() -> Response {
    (StatusCode::FORBIDDEN, [(CONTENT_TYPE, "text/html; charset=utf-8")], CLOSED).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(host: &str, origin: Option<&str>) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, host.parse().unwrap());
        if let Some(origin) = origin {
            headers.insert(ORIGIN, origin.parse().unwrap());
        }
        headers
    }

    #[test]
    fn only_this_computers_names_are_answered() {
        let door = Door::new(4000);
        assert!(door.at_home(&headers("127.0.0.1:4000", None)));
        assert!(door.at_home(&headers("localhost:4000", Some("http://localhost:4000"))));
        assert!(!door.at_home(&headers("desk.example:4000", None)));
        assert!(!door.at_home(&headers("127.0.0.1:4001", None)));
        assert!(!door.at_home(&headers("127.0.0.1:4000", Some("http://desk.example"))));
        assert!(!door.at_home(&headers("127.0.0.1:4000", Some("null"))));
        assert!(!door.at_home(&HeaderMap::new()));
    }

    #[test]
    fn a_token_works_once() {
        let door = Door::new(4000);
        assert!(!door.spend("guess"));
        assert!(door.spend(door.token()));
        assert!(!door.spend(door.token()));
    }
}
