//! Two versions of a list, imported one after the other, and their comparison as a workbook.

use crate::import::Office;
use calamine::{Data, Reader, open_workbook_auto};
use rust_xlsxwriter::Workbook;
use serde_json::{Value as Json, json};
use std::path::PathBuf;

const HEAD: [&str; 5] = ["序号", "项目名称", "总投资（万元）", "2022年计划投资（万元）", "建设性质"];

fn plan(office: &Office, name: &str, rows: &[(&str, &str, f64)]) -> PathBuf {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, head) in (0..).zip(HEAD) {
        sheet.write_string(0, at, head).unwrap();
    }
    for (at, (serial, project, total)) in (1..).zip(rows) {
        sheet.write_string(at, 0, *serial).unwrap();
        sheet.write_string(at, 1, *project).unwrap();
        sheet.write_number(at, 2, *total).unwrap();
        sheet.write_number(at, 3, total / 4.0).unwrap();
    }
    let file = office.folder.path().join(name);
    book.save(&file).unwrap();
    file
}

/// Imports a plan and puts everything on a list; answers the list.
fn import(office: &Office, file: &PathBuf, list: &str) -> Json {
    let open = office.call("ledger_open", json!({"file": file, "sender": "市发改委"}));
    let session = open["session"].clone();
    let input = json!({"session": session, "sender": "市发改委", "period": "2022-03", "list": list});
    office.call("ledger_preview", input);
    office.call("ledger_import", json!({"session": session, "remember": false}));
    let lists = office.call("list_list", json!({}));
    let found = lists.as_array().unwrap().iter().find(|l| l["name"] == list).unwrap_or_else(|| panic!("{lists}"));
    found["id"].clone()
}

#[test]
fn the_issued_list_is_compared_with_the_draft_and_written_as_a_workbook() {
    let office = Office::new();
    let draft = [("1", "玉米深加工项目", 10_000.0), ("2", "大豆精深加工项目", 20_000.0), ("3", "冷链物流园", 30_000.0)];
    let v1 = import(&office, &plan(&office, "v1.xlsx", &draft), "初步安排");
    let issued = [("1", "玉米深加工项目", 12_000.0), ("2", "智能电机产业园", 15_000.0), ("3", "冷链物流园", 30_000.0)];
    let v2 = import(&office, &plan(&office, "v2.xlsx", &issued), "印发稿");

    let lines = office.call("list_lines", json!({"list": v1}));
    assert_eq!(lines["lines"][0]["line"]["total"], 100_000_000, "the draft keeps its own figure: {lines}");
    let report = office.call("list_compare", json!({"from": v1, "to": v2}));
    assert_eq!(
        report["counts"],
        json!({"moved_in": 1, "moved_out": 1, "renamed": 0, "amount": 1, "regrouped": 0, "reordered": 0})
    );
    let file = office.folder.path().join("比较.xlsx");
    let done = office.call("list_compare_export", json!({"from": v1, "to": v2, "file": file, "language": "zh"}));
    assert_eq!(done["rows"], 3);
    let mut book = open_workbook_auto(&file).unwrap();
    let sheet = book.worksheet_range("两版比较").unwrap();
    let cell = |row, col| sheet.get_value((row, col)).cloned().unwrap_or(Data::Empty).to_string();
    assert_eq!(cell(0, 0), "初步安排 → 印发稿");
    assert!(cell(1, 0).starts_with("3 + 调入 1 − 调出 1 = 3；"), "{}", cell(1, 0));
    assert_eq!([cell(3, 0), cell(3, 4), cell(3, 5), cell(3, 6)], ["改额", "玉米深加工项目", "10000", "12000"]);
    assert_eq!([cell(4, 0), cell(5, 0), cell(5, 3)], ["调入", "调出", "大豆精深加工项目"]);
}

#[test]
fn the_issued_list_of_the_same_name_is_filled_and_the_draft_stays_as_it_was() {
    let office = Office::new();
    let draft = [("1", "玉米深加工项目", 10_000.0), ("2", "大豆精深加工项目", 20_000.0)];
    let v1 = import(&office, &plan(&office, "v1.xlsx", &draft), "市重点");
    let listed = office.call("list_list", json!({}))[0].clone();
    let set = json!({"name": "市重点", "year": listed["year"], "version": "印发稿", "replaces": v1});
    let v2 = office.call("list_save", json!({"id": null, "set": set}))["id"].clone();
    let issued = [("1", "玉米深加工项目", 12_000.0), ("2", "智能电机产业园", 15_000.0)];
    import(&office, &plan(&office, "v2.xlsx", &issued), "市重点");
    let names = |list: &Json| {
        let lines = office.call("list_lines", json!({"list": list}));
        let lines = lines["lines"].as_array().unwrap().clone();
        lines.iter().map(|l| l["line"]["name"].as_str().unwrap().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(names(&v1), ["玉米深加工项目", "大豆精深加工项目"]);
    assert_eq!(names(&v2), ["玉米深加工项目", "智能电机产业园"]);

    // What is frozen is passed over, whichever was made last.
    office.call("list_freeze", json!({"list": v2, "frozen": true}));
    let late = [("3", "冷链物流园", 30_000.0)];
    import(&office, &plan(&office, "v3.xlsx", &late), "市重点");
    assert_eq!((names(&v1).len(), names(&v2).len()), (3, 2));
}
