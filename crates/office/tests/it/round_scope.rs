//! A round over one list: what comes back about projects outside it makes none of them twice (`rules.md` 12).

use crate::import::Office;
use rust_xlsxwriter::Workbook;
use serde_json::{Value as Json, json};
use std::path::PathBuf;

const COUNTY: &str = "230102";

struct Story {
    office: Office,
    round: Json,
    folder: tempfile::TempDir,
}

impl Story {
    /// Of three projects of a county one stands on the list that the round is about.
    fn open() -> Self {
        let day = chrono::NaiveDate::from_ymd_opt(2023, 3, 27).unwrap();
        let office = Office::on(day, "哈尔滨市要素保障专班", "city", "230100");
        let list = office.call("list_save", json!({"id": null, "set": {"name": "省重点", "year": 2023}}))["id"].clone();
        let named =
            [("玉米精深加工项目", ""), ("龙江冷链物流园一期项目", ""), ("哈飞零部件产业园项目", "哈飞园区公司")];
        for (at, (name, enterprise)) in named.into_iter().enumerate() {
            let set = json!({"name": name, "region": COUNTY, "stage": "building", "total": 500_000_000});
            let saved = office.call("project_save", json!({"id": null, "set": set, "enterprise_name": enterprise}));
            if at == 0 {
                let line = json!({"project": saved["project"]["id"], "list": list, "serial": "1", "grouping": null});
                office.call("membership_save", line);
            }
        }
        let only = json!([{"column": "list", "op": "any_of", "values": [list]}]);
        let round = office.call(
            "round_open",
            json!({"kind": "quarterly", "period": "2023-03", "as_of": "2023-03-31", "due_on": "2023-03-28",
                "due_minute": 1020, "split": "region", "query": {"filters": only}, "asked": ["done_total", "image"]}),
        );
        Self { office, round, folder: tempfile::tempdir().unwrap() }
    }

    fn table(&self, called: &str, rows: &[(&str, f64, &str)]) -> PathBuf {
        let path = self.folder.path().join(called);
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write(0, 0, "填报单位：道里区").unwrap();
        for (at, head) in ["序号", "项目名称", "累计完成投资（万元）", "项目代码"].into_iter().enumerate()
        {
            sheet.write(1, at as u16, head).unwrap();
        }
        for (row, (name, done, code)) in (2..).zip(rows) {
            sheet.write(row, 0, f64::from(row) - 1.0).unwrap();
            sheet.write(row, 1, *name).unwrap();
            sheet.write(row, 2, *done).unwrap();
            sheet.write(row, 3, *code).unwrap();
        }
        book.save(&path).unwrap();
        path
    }

    fn collect(&self, path: PathBuf) -> Json {
        self.office.call("round_collect", json!({"round": self.round["id"], "files": [path]}))
    }

    fn register(&self, collected: &Json, like: Json) -> Json {
        let file = json!({"key": 0, "unit": null, "fate": "taken", "add_new": true, "add_like": like});
        self.office.call("round_register", json!({"session": collected["session"], "files": [file]}))
    }

    fn count(&self) -> i64 {
        self.office.list(json!({"limit": 1}))["sums"]["count"].as_i64().unwrap()
    }
}

#[test]
fn what_the_desk_has_is_neither_added_nor_written_and_what_is_like_it_waits_for_a_word() {
    let story = Story::open();
    let code = "2303-230102-04-01-100001";
    let rows = [
        ("玉米精深加工项目", 1200.0, ""),
        ("龙江冷链物流园一期项目", 300.0, ""),
        ("龙江冷链物流园二期项目", 400.0, ""),
        ("完全新来的数据中心", 600.0, code),
        ("哈飞零部件产业园项目", 500.0, ""),
        ("另一个名字的算力工程", 600.0, code),
    ];
    let collected = story.collect(story.table("道里区.xlsx", &rows));
    let file = &collected["files"][0];
    let counts = ["changed", "known", "like", "new", "theirs"].map(|k| file[k].as_i64().unwrap());
    assert_eq!(counts, [1, 1, 3, 1, 0], "{file}");
    let lines = story.office.call("round_lines", json!({"session": collected["session"], "key": 0}));
    let lines = lines.as_array().unwrap();
    let like: Vec<_> = lines.iter().map(|l| l["like"]["name"].as_str()).collect();
    let (first, park, centre) =
        (Some("龙江冷链物流园一期项目"), Some("哈飞零部件产业园项目"), Some("完全新来的数据中心"));
    assert_eq!(
        like,
        [None, None, first, None, park, centre],
        "the same name with no word of its enterprise is asked about"
    );
    assert_eq!((lines[1]["known"].as_bool(), lines[4]["like"]["similarity"].as_i64()), (Some(true), Some(1000)));
    let done = story.register(&collected, json!([]));
    assert_eq!((&done["created"], &done["changed"], story.count()), (&json!(1), &json!(1), 4));
    story.office.call("undo", json!({}));

    let collected = story.collect(story.table("道里区（改）.xlsx", &rows));
    let done = story.register(&collected, json!([2]));
    assert_eq!((&done["created"], story.count()), (&json!(2), 5), "only the line that was ticked");
    let again = story.collect(story.table("道里区（再改）.xlsx", &rows[..5]));
    let file = &again["files"][0];
    let counts = ["known", "like", "new"].map(|k| file[k].as_i64().unwrap());
    assert_eq!(counts, [3, 1, 0], "a corrected file finds what the first one added, though the list does not hold it");
    assert_eq!(story.register(&again, json!([]))["created"], 0);
    assert_eq!(story.count(), 5);
}

#[test]
fn a_ledger_read_onto_a_frozen_list_leaves_its_printed_numbers() {
    let story = Story::open();
    let list = story.office.call("list_list", json!({}))[0]["id"].clone();
    story.office.call("list_freeze", json!({"list": list, "frozen": true}));
    let file = story.folder.path().join("台账.csv");
    std::fs::write(&file, "序号,项目名称,属地,总投资（万元）\n9,玉米精深加工项目,道里区,50000\n").unwrap();
    let open = story.office.call("ledger_open", json!({"file": file, "sender": "道里区"}));
    let session = open["session"].clone();
    story.office.call("ledger_preview", json!({"session": session, "sender": "道里区", "list": "省重点"}));
    let project = story.office.first_named("玉米精深");
    story.office.call("ledger_import", json!({"session": session, "remember": false}));
    let lines = story.office.call("project_get", json!({"id": project}))["lists"].clone();
    let serials: Vec<&str> =
        lines.as_array().unwrap().iter().map(|l| l["membership"]["serial"].as_str().unwrap()).collect();
    assert_eq!(serials, ["1"]);
}
