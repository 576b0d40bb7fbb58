//! Browser mode as a browser meets it: over a socket, with a real desk behind it.

mod browser;

use browser::Browser;
use serde_json::{Value, json};

#[test]
fn nobody_comes_in_without_the_token() {
    let browser = Browser::outside();
    assert_eq!(browser.get("/").status, 403);
    assert_eq!(browser.get("/events").status, 403);
    assert_eq!(browser.post("/rpc/desk_get", "{}").status, 403);
    assert_eq!(browser.get("/?token=guess").status, 403);
}

#[test]
fn the_token_lets_one_browser_in_once() {
    let mut browser = Browser::outside();
    let entered = browser.get(&browser.door.clone());
    assert_eq!(entered.status, 200);
    let cookie = entered.header("set-cookie");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
    assert_eq!(browser.get(&browser.door.clone()).status, 403, "it is spent");
    browser.keep(&cookie);
    assert_eq!(browser.get("/").status, 200);
    assert_eq!(browser.get(&browser.door.clone()).status, 200, "who is in may open the address again");
}

#[test]
fn another_name_for_this_computer_is_refused() {
    let mut browser = Browser::inside();
    browser.host = "desk.example:80".into();
    assert_eq!(browser.get("/").status, 403);
    let browser = Browser::inside();
    assert_eq!(browser.send("POST", "/rpc/desk_get", "Origin: http://desk.example\r\n", b"{}").status, 403);
}

#[test]
fn commands_answer_and_refuse_with_a_fault() {
    let browser = Browser::inside();
    let reply = browser.post("/rpc/desk_get", "");
    assert_eq!(reply.status, 200);
    assert!(reply.json()["changed"].as_array().is_some_and(Vec::is_empty));
    let unknown = browser.post("/rpc/desk_sing", "{}");
    assert_eq!((unknown.status, unknown.json()["code"].clone()), (404, json!("unknown_command")));
    let wrong = browser.post("/rpc/project_save", "not json");
    assert_eq!((wrong.status, wrong.json()["code"].clone()), (422, json!("bad_input")));
    let early = browser.post("/rpc/undo", "{}");
    assert_eq!(early.status, 422);
}

#[test]
fn a_write_is_told_to_everyone_who_listens() {
    let browser = Browser::inside();
    let mut heard = browser.listen("/events");
    let started = browser.start();
    assert!(started["changed"].as_array().is_some_and(|tables| tables.contains(&json!("office"))));
    let event = heard.next_event();
    assert!(event.contains("event: changed") && event.contains("\"office\""), "{event}");
}

#[test]
fn files_cross_as_handles_only() {
    let browser = Browser::inside();
    browser.start();
    let given = browser.post("/files?name=%E5%8F%B0%E8%B4%A6.xlsx&for=download", "").json();
    let handle = given["handle"].as_str().expect("a handle").to_string();
    let done = browser.post("/rpc/ledger_export", &json!({ "file": handle }).to_string());
    assert_eq!(done.status, 200, "{}", done.text());
    assert_eq!(done.json()["value"]["file"], Value::from(handle.clone()), "no path of this computer is told");
    let file = browser.get(&format!("/files/{}", handle.trim_start_matches("download:")));
    assert_eq!((file.status, &file.body[..2]), (200, &b"PK"[..]));
    assert!(file.header("content-disposition").contains("%E5%8F%B0%E8%B4%A6.xlsx"));
    let made_up = browser.post("/rpc/ledger_export", &json!({ "file": "/tmp/evil.xlsx" }).to_string());
    assert_eq!((made_up.status, made_up.json()["code"].clone()), (422, json!("bad_input")));
    let uploaded = browser.post("/files?name=a.xlsx", "bytes").json();
    let id = uploaded["handle"].as_str().expect("a handle").replace("upload:", "");
    assert_eq!(browser.get(&format!("/files/{id}")).status, 404, "what was sent in does not come out");
}

#[test]
fn the_page_is_served_and_its_files_are_found() {
    let browser = Browser::inside();
    let start = browser.get("/ledger");
    assert!(start.text().contains("<html"), "every address is a page of the interface");
    assert!(start.header("content-security-policy").contains("default-src 'self'"));
    assert_eq!(browser.get("/assets/none.js").status, 404);
}
