//! Journeys in the real window, under tauri-driver. Breadth is in the browser's tests; here is what only the window has.

mod approvals;

use serde_json::{Value, json};
use std::path::PathBuf;
use zhuanban_tests::{ENTER, Window};

/// A ledger of 120 projects as an office sends it, beside this test where it runs: a build folder may serve two checkouts.
fn ledger() -> PathBuf {
    let tests = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from("tests"), PathBuf::from);
    tests.join("ledgers/省级重大项目台账-2022一季度.xlsx")
}

/// Calls a command of the desk the way the page does.
fn invoke(window: &Window, command: &str, args: Value) -> Value {
    let script = "window.answer = null; window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1]) \
                  .then(value => { window.answer = { value }; }, fault => { window.answer = { fault }; });";
    window.run(script, json!([command, args]));
    for _ in 0..200 {
        let answer = window.run("return window.answer", json!([]));
        if !answer.is_null() {
            return answer;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("{command} does not answer");
}

/// What a command of the desk answers.
fn rpc(window: &Window, name: &str, input: Value) -> Value {
    let answer = invoke(window, "rpc", json!({ "name": name, "input": input }));
    assert!(answer["fault"].is_null(), "{name}: {answer}");
    answer["value"]["value"].clone()
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

/// From the first page to the ledger: who sits here, and the file of `count` projects that is picked.
fn first_ledger(window: &Window, count: usize) {
    invoke(window, "rpc", json!({ "name": "setting_save", "input": { "key": "language", "value": "zh" } }));
    window.reload();

    window.says("专班名称");
    window.keys(&window.find("#person"), "林晓");
    window.keys(&window.find("#office"), "大庆市全要素保障专班");
    window.picture("first-run");
    window.click(&window.find_text("button", "导入台账"));

    window.says("选择要导入的台账");
    window.click(&window.find_text("button", "选择文件"));
    window.says("识别结果");
    window.says(&format!("{count} 个项目"));
    window.picture("understood");
    window.click(&window.find_text("button", "下一步，预览变化"));
    window.click(&window.find_text("button", &format!("写入 {count} 个")));
    window.says("已写入");
    window.click(&window.find_text("button", "查看台账"));
}

/// The first day with the program: who sits here, the ledger that came, one project put right, a mistake undone, a workbook out.
#[test]
fn the_first_day() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("台账.xlsx");
    let ledger = ledger();
    let env = [("ZHUANBAN_PICK", ledger.as_path()), ("ZHUANBAN_PICK_SAVE", out.as_path())];
    let window = Window::open_with(folder.path(), &env);
    first_ledger(&window, 120);
    window.says("合计 120 个");
    window.picture("ledger");

    let first = invoke(&window, "rpc", json!({ "name": "project_list", "input": { "limit": 1 } }));
    let name = first["value"]["value"]["rows"][0]["name"].as_str().expect("a project").to_string();
    window.keys(&window.find("[aria-label='搜项目、企业']"), &name);
    window.says("合计 1 个");
    window.click(&window.find_text("[role=grid] .name", &name));
    window.click(&window.find("[role=grid] .line.in .look"));
    window.click(&window.find_text(".peek button", "打开"));

    let site = "button[aria-label^='建设地点']";
    let before = window.find(site);
    let before = window.text_of(&before);
    window.click(&window.find(site));
    window.write(&window.find("[aria-label='建设地点']"), "让胡路区创业路 8 号");
    window.press(ENTER);
    window.find_text(site, "让胡路区创业路 8 号");
    window.picture("project");
    window.undo();
    window.find_text(site, &before);

    window.click(&window.find_text(".rail a", "台账"));
    window.click(&window.find_text("button", "导出"));
    window.click(&window.find_text("[role=dialog] button", "导出 1"));
    window.says("已导出");
    assert_eq!(std::fs::read(&out).unwrap()[..2], *b"PK");
}

/// Puts `text` on the window's own clipboard, as a spreadsheet would, and pastes it where the keys go.
fn paste(window: &Window, text: &str) {
    let script = "const text = arguments[0]; document.addEventListener('copy', e => { e.preventDefault(); e.stopPropagation(); \
                  e.clipboardData.setData('text/plain', text); }, { once: true, capture: true });";
    window.run(script, json!([text]));
    window.press("\u{E009}c\u{E000}");
    window.press("\u{E009}v\u{E000}");
}

/// The columns of the sheet as they are first shown, counted from the row's number.
const NAME: usize = 2;
const TOTAL: usize = 4;
const IMAGE: usize = 8;
const STAGE: usize = 11;

fn cell(window: &Window, row: usize, column: usize) -> String {
    window.text_of(&window.find(&format!("[role=grid] [data-spot='{row}:{column}']")))
}

/// A block of a spreadsheet over the ledger, many rows changed at once, and both still undone after the program was closed.
#[test]
fn a_block_pasted_and_a_bulk_edit_are_undone_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = folder.path().join("大表.csv");
    let mut text = String::from("序号,项目名称,项目单位,总投资（万元）,年度计划投资（万元）,形象进度\n");
    for n in 1..=60 {
        text.push_str(&format!("{n},第{n}号配套工程,松江建设有限公司,{},{},基础施工\n", 1000 + n, 100 + n));
    }
    std::fs::write(&ledger, text).unwrap();
    let data = folder.path().join("data");
    let window = Window::open_with(&data, &[("ZHUANBAN_PICK", &ledger)]);
    first_ledger(&window, 60);
    window.says("合计 60 个");
    assert_eq!(cell(&window, 0, TOTAL), "1,001");

    let block: Vec<String> = (0..50)
        .map(|n| {
            let total = 5000 + n;
            format!("\"第{n}号工程\n\"\"改名\"\"\"\t大庆市\t{total}\t{n}\t{n}.5\t99\t\"主体{n}层\n砌筑\"\t无")
        })
        .collect();
    window.click(&window.find(&format!("[role=grid] [data-spot='0:{NAME}']")));
    paste(&window, &format!("{}\r\n", block.join("\r\n")));
    window.find_text(&format!("[role=grid] [data-spot='0:{TOTAL}']"), "5,000");
    window.find_text(&format!("[role=grid] [data-spot='4:{IMAGE}']"), "主体4层");
    window.picture("pasted");

    window.click(&window.find("[role=grid] [aria-label='选中全部符合条件的项目']"));
    window.click(&window.find_text("[role=toolbar] button", "改字段"));
    window.click(&window.find_text("[role=dialog] button", "在建"));
    window.click(&window.find_text("[role=dialog] button", "修改 60 个"));
    window.find_text(&format!("[role=grid] [data-spot='0:{STAGE}']"), "在建");
    window.picture("bulk");
    let before = invoke(&window, "rpc", json!({ "name": "desk_get", "input": {} }));
    drop(window);

    let window = Window::open(&data);
    window.says("合计 60 个");
    let seen = "const at = name => performance.getEntriesByName(name)[0]?.startTime; if (at('ready') === undefined) return null; \
                return [document.getElementById('answers') !== null, at('painted') < at('ready')]";
    assert_eq!(window.until(seen, json!([])), json!([true, true]), "the first rows are there before the page");
    let again = invoke(&window, "rpc", json!({ "name": "desk_get", "input": {} }));
    assert_eq!(again["value"]["value"]["undo"], before["value"]["value"]["undo"], "what can be undone is still known");
    window.find_text(&format!("[role=grid] [data-spot='0:{STAGE}']"), "在建");
    window.click(&window.find(&format!("[role=grid] [data-spot='0:{NAME}']")));
    window.undo();
    window.says("已撤销");
    assert_ne!(cell(&window, 0, STAGE), "在建");
    assert_eq!(cell(&window, 0, TOTAL), "5,000", "the bulk edit alone went back");
    window.undo();
    window.find_text(&format!("[role=grid] [data-spot='0:{TOTAL}']"), "1,001");
    window.find_text(&format!("[role=grid] [data-spot='4:{IMAGE}']"), "基础施工");
    window.picture("undone");
}
