//! Journeys in the real window, under tauri-driver. Breadth is in the browser's tests; here is what only the window has.

use serde_json::{Value, json};
use zhuanban_tests::Window;

/// Calls a command of the desk the way the page does.
fn invoke(window: &Window, command: &str, args: Value) -> Value {
    let script = "window.answer = null; window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1]) \
                  .then(value => { window.answer = { value }; }, fault => { window.answer = { fault }; });";
    let _ = window.run(script, json!([command, args]));
    for _ in 0..200 {
        let answer = window.run("return window.answer", json!([]));
        if !answer.is_null() {
            return answer;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("{command} does not answer");
}

#[test]
fn a_new_desk_opens_and_answers_its_page() {
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(folder.path());
    let _ = window.find("body");
    let seen = window.run("return [document.visibilityState, innerWidth, innerHeight]", json!([]));
    assert_eq!(seen, json!(["visible", 1366, 768]));
    window.picture("first");
    let answer = invoke(&window, "rpc", json!({ "name": "desk_get", "input": {} }));
    assert!(answer["value"]["value"].is_object(), "{answer}");
    assert_eq!(invoke(&window, "desk_fault", json!({}))["value"], Value::Null);
    let unknown = invoke(&window, "rpc", json!({ "name": "desk_sing", "input": {} }));
    assert_eq!(unknown["fault"]["code"], "unknown_command");
    assert!(folder.path().join("zhuanban.db").exists(), "the desk is where it was told to be");
}

#[test]
fn a_desk_that_cannot_be_opened_still_has_a_window_that_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let garbage = "this is no database".repeat(100);
    std::fs::write(folder.path().join("zhuanban.db"), &garbage).unwrap();
    let window = Window::open(folder.path());
    let fault = invoke(&window, "desk_fault", json!({}));
    let code = fault["value"]["code"].as_str().unwrap_or_default();
    assert!(["database_foreign", "database_damaged"].contains(&code), "{fault}");
    let refused = invoke(&window, "rpc", json!({ "name": "desk_get", "input": {} }));
    assert_eq!(refused["fault"]["code"], code);
    let left = std::fs::read_to_string(folder.path().join("zhuanban.db")).unwrap();
    assert_eq!(left, garbage, "it is left untouched");
}

#[test]
fn a_dialog_is_answered_for_the_test_and_programs_are_not_opened() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = folder.path().join("台账.xlsx");
    let window = Window::open_with(folder.path(), &[("ZHUANBAN_PICK", &ledger)]);
    let filters = json!([{ "name": "台账", "extensions": ["xlsx", "xls", "csv"] }]);
    assert_eq!(invoke(&window, "pick_file", json!({ "filters": filters }))["value"], json!(ledger));
    let program = folder.path().join("a.sh");
    std::fs::write(&program, "#!/bin/sh\n").unwrap();
    assert_eq!(invoke(&window, "open_path", json!({ "path": program }))["fault"]["code"], "file_wrong_kind");
    assert_eq!(invoke(&window, "open_path", json!({ "path": ledger }))["fault"]["code"], "file_missing");
}
