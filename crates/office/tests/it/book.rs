//! 联络员表 into the book and out again: every quirk of practice S10, made here.

use rust_xlsxwriter::{Format, Workbook};
use serde_json::{Value as Json, json};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use tempfile::TempDir;
use zhuanban_core::time::Clock;
use zhuanban_core::{Caller, Desk, Fault};

struct Noon(AtomicI64);

impl Clock for Noon {
    fn now_ms(&self) -> i64 {
        self.0.fetch_add(1, Ordering::Relaxed)
    }
}

struct Bench {
    folder: TempDir,
    desk: Desk,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::open(folder.path(), Arc::new(Noon(AtomicI64::new(1_648_440_000_000)))).unwrap();
        let bench = Self { folder, desk };
        bench.call("desk_start", json!({"person": "林晓", "office": "专班", "level": "city", "region": null}));
        bench
    }

    fn ask(&self, name: &str, input: Json) -> Result<Json, Fault> {
        let pages = [zhuanban_core::api::COMMANDS, zhuanban_office::api::COMMANDS];
        zhuanban_core::api::dispatch(&pages, &self.desk, &Caller::default(), name, input).map(|reply| reply.value)
    }

    fn call(&self, name: &str, input: Json) -> Json {
        self.ask(name, input).unwrap_or_else(|fault| panic!("{name}: {fault:?}"))
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    fn preview(&self, file: &str) -> Vec<Json> {
        self.call("book_preview", json!({"file": file}))["lines"].as_array().unwrap().clone()
    }

    fn import(&self, file: &str, take: &[usize]) -> Json {
        self.call("book_import", json!({"source": {"file": file}, "take": take, "on": "2022-03-28"}))
    }
}

const HEAD: [&str; 12] =
    ["序号", "单位", "姓名", "职务", "分工", "办公电话", "手机", "短号", "联络员", "联络员手机", "微信群昵称", "备注"];

/// S10 as offices send it.
fn s10(path: &str) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "2022年度要素保障专班通讯录").unwrap();
    for (at, head) in (0..).zip(HEAD) {
        sheet.write(1, at, head).unwrap();
    }
    let rows: [[&str; 12]; 7] = [
        [
            "1",
            "",
            "张　　三",
            "副局长",
            "分管用地",
            "0459-8201234转802",
            "139xxxx1234\n189xxxx5678",
            "66xxxx（短号）",
            "周芳",
            "13800000003",
            "资规-张三",
            "",
        ],
        ["2", "", "李四", "科长", "", "", "", "", "", "", "", ""],
        ["3", "", "（空）", "副科长", "", "8201236", "", "", "", "", "", ""],
        ["4", "市发展和改革委员会", "孙局", "局长", "", "", "13800000005", "", "", "", "", ""],
        ["5", "市发展和改革委员会", "张三", "党组成员", "", "", "139xxxx1234", "", "", "", "", "兼"],
        ["6", "国网大庆供电公司", "王五", "", "", "1.39E+10", "", "", "", "", "", ""],
        ["7", "", "赵六", "窗口首席代表", "", "", "", "661234", "", "", "", ""],
    ];
    for (row, cells) in (2..).zip(rows) {
        for (at, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
            sheet.write(row, at, text).unwrap();
        }
    }
    sheet.write(3, 6, 13_800_026_933.0_f64).unwrap();
    sheet.merge_range(2, 1, 4, 1, "市自然资源和规划局", &Format::new()).unwrap();
    book.save(Path::new(path)).unwrap();
}

fn text<'a>(line: &'a Json, key: &str) -> &'a str {
    line[key].as_str().unwrap_or_default()
}

#[test]
fn every_quirk_is_repaired_or_told() {
    let bench = Bench::new();
    let file = bench.path("s10.xlsx");
    s10(&file);
    let lines = bench.preview(&file);
    let told: Vec<_> = lines.iter().map(|l| (text(l, "unit"), text(l, "name"), text(l, "verdict"))).collect();
    assert_eq!(
        told,
        [
            ("市自然资源和规划局", "张三", "new"),
            ("市自然资源和规划局", "周芳", "new"),
            ("市自然资源和规划局", "李四", "new"),
            ("市自然资源和规划局", "", "new"),
            ("市发展和改革委员会", "孙局", "unclear"),
            ("市发展和改革委员会", "张三", "new"),
            ("国网大庆供电公司", "王五", "unclear"),
            ("国网大庆供电公司", "赵六", "new"),
        ]
    );
    let reach = &lines[0]["reach"];
    assert_eq!(reach["office"], json!(["0459-8201234转802"]));
    assert_eq!((&reach["mobile"], &reach["short"]), (&json!(["139xxxx1234", "189xxxx5678"]), &json!(["66xxxx"])));
    assert_eq!((&lines[1]["role"], &lines[1]["reach"]["mobile"]), (&json!("liaison"), &json!(["13800000003"])));
    assert_eq!(lines[2]["reach"]["mobile"], json!(["13800026933"]), "a float is the number it was");
    assert_eq!((&lines[3]["vacant"], &lines[3]["reach"]["office"]), (&json!(true), &json!(["8201236"])));
    assert_eq!(lines[4]["doubt"], "honorific");
    assert_eq!(lines[5]["also"], json!(["市自然资源和规划局"]), "one person twice");
    assert_eq!((&lines[6]["faults"][0]["fault"]["rule"], &lines[6]["doubt"]), (&json!("not_a_phone"), &json!("bare")));

    let done = bench.import(&file, &[0, 1, 2, 3, 5, 7]);
    assert_eq!(done, json!({"new": 6, "changed": 0, "units": 3}));
    let book = bench.call("book_get", json!({}));
    let units: Vec<_> = book["units"].as_array().unwrap().iter().filter_map(|u| u["unit"]["name"].as_str()).collect();
    assert_eq!(units, ["市自然资源和规划局", "市发展和改革委员会", "国网大庆供电公司"], "建制顺序 of the file");
    assert_eq!(book["units"][3]["unit"]["kind"], "utility");
    assert_eq!(book["units"][2]["people"][0]["also"], json!(["市自然资源和规划局"]));
    assert_eq!((&book["people"], &book["vacant"]), (&json!(6), &json!(1)), "five of the file and the one at the desk");
    bench.call("undo", json!({}));
    assert_eq!(bench.call("department_list", json!({})), json!([]), "one undo");
}

#[test]
fn the_same_file_again_changes_nothing_and_a_new_holder_follows_the_old() {
    let bench = Bench::new();
    let file = bench.path("s10.xlsx");
    s10(&file);
    bench.import(&file, &[0, 1, 2, 3, 5, 7]);
    let again = bench.preview(&file);
    let verdicts: Vec<_> = again.iter().map(|l| text(l, "verdict")).collect();
    assert_eq!(verdicts, ["same", "same", "same", "same", "unclear", "same", "unclear", "same"], "R1");

    let pasted = "单位\t姓名\t职务\t手机\n市自然资源和规划局\t吴芳\t科长\t13800000007\n市自然资源和规划局\t张三\t副局长\t13900000008\n市自然资源和规划局\t郑八\t副科长\t\n";
    let source = json!({"text": pasted});
    let lines = bench.call("book_preview", source.clone())["lines"].clone();
    assert_eq!((text(&lines[0], "verdict"), text(&lines[0], "replaces")), ("changed", "李四"));
    assert_eq!(
        lines[1]["changes"],
        json!([{"field": "mobile", "old": "139xxxx1234、189xxxx5678", "new": "13900000008"}])
    );
    assert_eq!(
        (text(&lines[2], "verdict"), &lines[2]["replaces"]),
        ("changed", &json!(null)),
        "a vacant seat is filled"
    );
    bench.call("book_import", json!({"source": source, "take": [0, 1, 2], "on": "2022-03-28"}));
    let book = bench.call("book_get", json!({"former": true}));
    let people = book["units"][1]["people"].as_array().unwrap();
    let told: Vec<_> = people.iter().map(|p| (text(&p["person"], "name"), text(&p["person"], "until"))).collect();
    assert_eq!(told, [("张三", ""), ("周芳", ""), ("吴芳", ""), ("郑八", ""), ("李四", "2022-03-28")]);
    let fourth = people.iter().find(|p| p["person"]["name"] == "郑八").unwrap();
    assert_eq!(fourth["reach"]["office"], json!(["8201236"]), "the telephone on the desk stays with the seat");
}

#[test]
fn an_address_says_who_is_meant_where_only_one_can_be() {
    let bench = Bench::new();
    let unit = bench.call("department_save", json!({"id": null, "set": {"name": "市发展和改革委员会"}}))["id"].clone();
    bench.call("person_save", json!({"id": null, "set": {"name": "孙建国", "department": unit, "title": "局长"}}));
    let pasted = json!({"text": "单位\t姓名\t手机\n市发展和改革委员会\t孙局\t13800000005"});
    let line = bench.call("book_preview", pasted.clone())["lines"][0].clone();
    assert_eq!((text(&line, "name"), text(&line, "verdict")), ("孙建国", "changed"));
    bench.call("person_save", json!({"id": null, "set": {"name": "孙红", "department": unit, "title": "副局长"}}));
    let line = bench.call("book_preview", pasted)["lines"][0].clone();
    assert_eq!((text(&line, "name"), text(&line, "verdict")), ("孙局", "unclear"), "two are called 孙");
}

#[test]
fn an_exported_book_reads_back_without_a_change() {
    let bench = Bench::new();
    let (file, out) = (bench.path("s10.xlsx"), bench.path("out.xlsx"));
    s10(&file);
    bench.import(&file, &[0, 1, 2, 3, 5, 7]);
    assert_eq!(bench.call("book_export", json!({"file": out}))["rows"], 6);
    let lines = bench.preview(&out);
    assert!(lines.iter().all(|l| l["verdict"] == "same"), "{lines:#?}");
    let names: Vec<_> = lines.iter().map(|l| text(l, "name")).collect();
    assert_eq!(names, ["张三", "周芳", "李四", "", "张三", "赵六"], "R10: the order survives");
    let masked = bench.path("masked.xlsx");
    bench.call("book_export", json!({"file": masked, "masked": true}));
    assert_eq!(bench.preview(&masked)[2]["reach"]["mobile"], json!(["138****6933"]));
}

#[test]
fn numbers_typed_into_the_book_are_read_like_a_cell() {
    let bench = Bench::new();
    let unit = bench.call("department_save", json!({"id": null, "set": {"name": "市局"}}))["id"].clone();
    let add = json!({"unit": unit, "name": "周 明", "title": "科员", "role": "handler", "phone": "138 0000 0001"});
    let id = bench.call("seat_add", add)["person"]["id"].clone();
    let set = |kind: &str, text: &str| bench.ask("reach_save", json!({"person": id, "kind": kind, "text": text}));
    let two = set("mobile", "138 0009 7482、+86-13900000002").unwrap();
    assert_eq!(two["reach"]["mobile"], json!(["13800097482", "13900000002"]));
    assert_eq!(set("mobile", "13900000002").unwrap()["reach"]["mobile"], json!(["13900000002"]));
    assert_eq!(set("nickname", "资规-周明").unwrap()["reach"]["nickname"], json!(["资规-周明"]));
    assert_eq!(set("mobile", "").unwrap()["reach"]["mobile"], json!([]));
    assert_eq!(set("office", "打不通").unwrap_err().fields[0].field, "phone");
    let bare = json!({"unit": unit, "name": " ", "title": "", "role": null, "phone": ""});
    assert_eq!(bench.ask("seat_add", bare).unwrap_err().fields[0].field, "name");
}
