//! A ledger through the desk: understood, previewed, written, undone, exported and imported again.

use serde_json::{Value as Json, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;
use zhuanban_core::api;
use zhuanban_core::error::Code;
use zhuanban_core::time::FixedClock;
use zhuanban_core::{Caller, Desk, Fault};

pub fn ledger(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/ledgers").join(name)
}

pub struct Office {
    pub folder: TempDir,
    pub desk: Desk,
}

impl Office {
    pub fn new() -> Self {
        let today = chrono::NaiveDate::from_ymd_opt(2022, 3, 31).unwrap();
        Self::on(today, "黑龙江省全要素保障专班", "province", "230000")
    }

    /// An office on a day that stands still.
    pub fn on(today: chrono::NaiveDate, name: &str, level: &str, region: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::open(folder.path(), Arc::new(FixedClock(today))).unwrap();
        let office = Self { folder, desk };
        office.call("desk_start", json!({"person": "林晓", "office": name, "level": level, "region": region}));
        office
    }

    /// The same desk, opened on another day.
    pub fn later(self, today: chrono::NaiveDate) -> Self {
        let Self { folder, desk } = self;
        drop(desk);
        let desk = Desk::open(folder.path(), Arc::new(FixedClock(today))).unwrap();
        Self { folder, desk }
    }

    pub fn run(&self, name: &str, input: Json) -> Result<Json, Fault> {
        let pages = &[api::COMMANDS, zhuanban_office::api::COMMANDS];
        api::dispatch(pages, &self.desk, &Caller::default(), name, input).map(|reply| reply.value)
    }

    pub fn call(&self, name: &str, input: Json) -> Json {
        self.run(name, input).unwrap_or_else(|f| panic!("{name}: {f:?}"))
    }

    /// Opens and previews a file; answers its session and the summary.
    pub fn preview(&self, file: &Path, sender: &str) -> (Json, Json) {
        let open = self.call("ledger_open", json!({"file": file, "sender": sender}));
        let session = open["session"].clone();
        let summary = self.call("ledger_preview", json!({"session": session, "sender": sender, "period": "2022-03"}));
        (session, summary)
    }

    pub fn import(&self, file: &Path, sender: &str) -> Json {
        let (session, _) = self.preview(file, sender);
        self.call("ledger_import", json!({"session": session, "remember": true}))
    }

    pub fn list(&self, query: Json) -> Json {
        self.call("project_list", query)
    }

    pub fn first_named(&self, text: &str) -> String {
        let page = self.list(json!({"text": text, "limit": 1}));
        page["rows"][0]["id"].as_str().unwrap_or_else(|| panic!("no {text}")).to_string()
    }

    pub fn rows(&self, session: &Json, kind: &str) -> Vec<Json> {
        let rows = self.call("ledger_preview_rows", json!({"session": session, "kind": kind, "limit": 200}));
        rows.as_array().unwrap().clone()
    }
}

/// The sums a preview tells, of all that the ledger has.
fn like_the_plan(sums: &Json) -> Json {
    ["count", "total", "plan", "done_total"].iter().map(|key| ((*key).to_string(), sums[*key].clone())).collect()
}

const PROVINCE: &str = "省级重大项目台账-2022一季度.xlsx";

#[test]
fn last_quarters_ledger_becomes_a_desk_and_one_undo_takes_it_back() {
    let office = Office::new();
    let (session, plan) = office.preview(&ledger(PROVINCE), "省专班");
    assert_eq!((&plan["all"], &plan["new"], &plan["faults"]), (&json!(120), &json!(120), &json!(0)));
    // The ledger's own totals, in 元.
    assert_eq!(
        plan["after"],
        json!({"count": 120, "total": 157_981_650_000_i64, "plan": 56_564_620_000_i64, "done_total": 14_185_690_000_i64})
    );
    let done = office.call("ledger_import", json!({"session": session, "remember": true}));
    assert_eq!((&done["created"], &done["left"]), (&json!(120), &json!(0)));
    let page = office.list(json!({"limit": 500}));
    assert_eq!(like_the_plan(&page["sums"]), plan["after"]);
    let file = office.call("project_get", json!({"id": office.first_named("抚远松嫩二期印染技术创新中心")}));
    let project = &file["project"];
    assert_eq!((project["region"].as_str(), project["total"].as_i64()), (Some("230883"), Some(2_616_420_000)));
    assert_eq!(
        (project["started_planned"].as_str(), project["completed_planned"].as_str()),
        (Some("2021-09-30/month/by"), Some("2022-10-31/month"))
    );
    assert_eq!((project["source_row"].as_i64(), project["source_sender"].as_str()), (Some(8), Some("省专班")));
    assert_eq!(file["progress"][0]["done_total"].as_i64(), Some(1_050_260_000));
    assert_eq!(file["progress"][0]["issue"], "高压线迁改");
    assert_eq!(file["progress"][0]["as_of"], "2022-03-31", "the last day of the period");
    assert_eq!((&file["duties"][0]["name"], &file["contacts"][0]["phone"]), (&json!("张立新"), &json!("17348327602")));
    let states: Vec<(&str, &str)> = file["checklist"]["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|i| !i["steps"].as_array().unwrap().is_empty())
        .map(|i| (i["code"].as_str().unwrap(), i["state"].as_str().unwrap()))
        .collect();
    assert!(states.contains(&("A05", "submitted")) && states.contains(&("C05", "submitted")), "{states:?}");
    assert!(file["index"]["value"].is_number());
    let undone = office.call("undo", json!({}));
    assert_eq!((undone["label"].as_str(), undone["subject"].as_str()), (Some("ledger_import"), Some(PROVINCE)));
    assert_eq!(office.list(json!({"limit": 1}))["sums"]["count"], 0);
    office.call("redo", json!({}));
    assert_eq!(like_the_plan(&office.list(json!({"limit": 1}))["sums"]), plan["after"]);
}

#[test]
fn the_same_file_again_changes_nothing() {
    for name in [
        PROVINCE,
        "各区县重点项目-分表.xlsx",
        "要素需求清单-一项目三行.xlsx",
        "重点项目-WPS导出.csv",
        "重点项目台账-旧格式.xls",
    ] {
        let office = Office::new();
        office.import(&ledger(name), "报送人");
        let verified = office.call("log_verify", json!({}));
        let (session, plan) = office.preview(&ledger(name), "报送人");
        assert_eq!(
            (&plan["new"], &plan["changed"], &plan["duplicate"]),
            (&json!(0), &json!(0), &json!(0)),
            "{name}: {:?}",
            office.rows(&session, "changed").first()
        );
        let done = office.call("ledger_import", json!({"session": session, "remember": true}));
        assert_eq!((&done["created"], &done["changed"]), (&json!(0), &json!(0)));
        assert!(
            office.call("log_verify", json!({}))["changesets"].as_i64().unwrap()
                <= verified["changesets"].as_i64().unwrap() + 1
        );
    }
}

#[test]
fn what_is_exported_comes_back_without_a_change() {
    for layout in ["official", "list"] {
        let office = Office::new();
        for name in [PROVINCE, "要素需求清单-一项目三行.xlsx", "layouts/layout-1.xlsx", "layouts/layout-12.csv"]
        {
            office.import(&ledger(name), name);
        }
        let out = office.folder.path().join("台账.xlsx");
        let done = office.call("ledger_export", json!({"file": out, "layout": layout, "query": {}}));
        let count = office.list(json!({"limit": 1}))["sums"]["count"].clone();
        assert_eq!(done["rows"], count);
        let (session, plan) = office.preview(&out, "");
        let first = office
            .rows(&session, "changed")
            .into_iter()
            .chain(office.rows(&session, "new"))
            .chain(office.rows(&session, "duplicate"))
            .next();
        assert_eq!((&plan["all"], &plan["same"]), (&count, &count), "{layout}: {first:#?}");
        assert_eq!(plan["faults"], 0);
    }
}

#[test]
fn a_name_of_two_characters_is_spaced_on_paper_and_read_back_as_it_was() {
    use calamine::Reader;
    let office = Office::new();
    let saved = office.call("project_save", json!({"id": null, "set": {"name": "甲项目", "region": "230604"}}));
    let id = &saved["project"]["id"];
    office.call("duty_save", json!({"id": null, "project": id, "set": {"role": "leader", "name": "张三"}}));
    let contact = json!({"name": "孙强", "phone": "13800000001"});
    office.call("contact_save", json!({"id": null, "project": id, "set": contact}));
    for layout in ["official", "list"] {
        let out = office.folder.path().join("台账.xlsx");
        office.call("ledger_export", json!({"file": out, "layout": layout, "query": {}}));
        let mut book: calamine::Xlsx<_> = calamine::open_workbook(&out).unwrap();
        let cells: Vec<String> = book.worksheets()[0].1.cells().map(|(_, _, cell)| cell.to_string()).collect();
        assert!(cells.iter().any(|cell| cell == "张　三"), "{layout}: {cells:?}");
        let (_, plan) = office.preview(&out, "");
        assert_eq!((&plan["all"], &plan["same"]), (&json!(1), &json!(1)), "{layout}");
    }
}

#[test]
fn a_changed_cell_is_shown_and_an_own_edit_is_left_unticked() {
    let office = Office::new();
    office.import(&ledger(PROVINCE), "省专班");
    let id = office.first_named("抚远松嫩二期印染技术创新中心");
    office.call("project_save", json!({"id": id, "set": {"total": 3_000_000_000_i64}}));
    let (session, plan) = office.preview(&ledger(PROVINCE), "省专班");
    assert_eq!(plan["changed"], 1);
    let row = &office.rows(&session, "changed")[0];
    let field = &row["fields"][0];
    assert_eq!(
        (field["field"].as_str(), field["old"].as_i64(), field["new"].as_i64()),
        (Some("total"), Some(3_000_000_000), Some(2_616_420_000))
    );
    assert_eq!((field["ticked"].as_bool(), field["edited_by"].as_str()), (Some(false), Some("林晓")));
    office.call("ledger_import", json!({"session": session}));
    assert_eq!(
        office.call("project_get", json!({"id": id}))["project"]["total"],
        3_000_000_000_i64,
        "what was typed here stays"
    );
    let (session, _) = office.preview(&ledger(PROVINCE), "省专班");
    let key = office.rows(&session, "changed").first().map(|r| r["key"].clone());
    if let Some(key) = key {
        office.call(
            "ledger_decide",
            json!({"session": session, "decisions": [{"key": key, "field": "total", "ticked": true}]}),
        );
        office.call("ledger_import", json!({"session": session}));
        assert_eq!(office.call("project_get", json!({"id": id}))["project"]["total"], 2_616_420_000_i64);
    }
}

#[test]
fn figures_that_fell_or_jumped_are_listed_not_refused() {
    let office = Office::new();
    let file = office.folder.path().join("调度表.csv");
    let write = |rows: &str| {
        std::fs::write(&file, format!("项目名称,建设单位,总投资（万元）,累计完成投资（万元）\n{rows}")).unwrap()
    };
    write("甲项目,甲公司,52000,12300\n乙项目,乙公司,8000,100\n丙项目,丙公司,5000,10\n");
    office.import(&file, "岱岳区");
    write("甲项目,甲公司,52000,9800\n乙项目,乙公司,80000000,100\n丙项目,丙公司,5000,6000\n");
    let (session, plan) = office.preview(&file, "岱岳区");
    assert_eq!((&plan["odd"], &plan["accepted"]), (&json!(3), &json!(3)));
    let rules: Vec<String> =
        office.rows(&session, "odd").iter().map(|r| r["odd"][0]["rule"].as_str().unwrap().to_string()).collect();
    assert_eq!(rules, ["done_decreased", "unit_suspect", "done_over_total"]);
}

#[test]
fn a_preview_older_than_the_desk_is_not_written() {
    let office = Office::new();
    let (session, _) = office.preview(&ledger(PROVINCE), "省专班");
    office.call("project_save", json!({"id": null, "set": {"name": "其间新建的项目"}}));
    assert_eq!(office.run("ledger_import", json!({"session": session})).unwrap_err().code, Code::Stale);
    assert_eq!(office.list(json!({"limit": 1}))["sums"]["count"], 1);
    let bad = office.run("ledger_preview", json!({"session": session, "period": "zzz"})).unwrap_err();
    assert_eq!(bad.fields[0].field, "period");
}

#[test]
fn a_ledger_counts_for_the_month_it_says() {
    let office = Office::new();
    let open = office.call("ledger_open", json!({"file": ledger(PROVINCE)}));
    let plan = office.call("ledger_preview", json!({"session": open["session"]}));
    assert_eq!(plan["period"], "2022-03");
    let file = office.folder.path().join("六月.csv");
    std::fs::write(&file, "填报单位：大同区 填报时间：2021年6月\n项目名称,建设单位,总投资（万元）\n甲项目,甲公司,1\n")
        .unwrap();
    let open = office.call("ledger_open", json!({"file": file}));
    assert_eq!(office.call("ledger_preview", json!({"session": open["session"]}))["period"], "2021-06");
}

#[test]
fn one_code_twice_in_a_file_is_a_question() {
    let office = Office::new();
    let file = office.folder.path().join("两行一码.csv");
    let rows =
        "项目名称,项目代码,建设单位\n码一,2307-231005-04-01-503554,丁公司\n码二,2307-231005-04-01-503554,戊公司\n";
    std::fs::write(&file, rows).unwrap();
    let (session, plan) = office.preview(&file, "报送人");
    assert_eq!((&plan["new"], &plan["duplicate"]), (&json!(1), &json!(1)));
    let key = office.rows(&session, "duplicate")[0]["key"].clone();
    office.call("ledger_decide", json!({"session": session, "decisions": [{"key": key, "duplicate": "other"}]}));
    office.call("ledger_import", json!({"session": session}));
    let (_, plan) = office.preview(&file, "报送人");
    assert_eq!((&plan["changed"], &plan["new"]), (&json!(0), &json!(0)), "a code of two projects names neither");
}

#[test]
fn a_mark_older_than_what_is_known_adds_nothing_twice() {
    let office = Office::new();
    let file = office.folder.path().join("手续表.csv");
    std::fs::write(&file, "项目名称,建设单位,环评\n甲项目,甲公司,不涉及\n").unwrap();
    office.import(&file, "岱岳区");
    let id = office.first_named("甲项目");
    let state = || {
        let list = office.call("approval_list", json!({"id": id}));
        let item = list["items"].as_array().unwrap().iter().find(|i| i["code"] == "P03").cloned().unwrap();
        (item["state"].as_str().unwrap().to_string(), item["steps"].as_array().unwrap().len())
    };
    assert_eq!(state(), ("not_applicable".into(), 0));
    std::fs::write(&file, "项目名称,建设单位,环评\n甲项目,甲公司,√2022.1.5\n").unwrap();
    for _ in 0..3 {
        office.import(&file, "岱岳区");
        assert_eq!(state(), ("approved".into(), 1), "needed after all, and said once");
    }
}

#[test]
fn a_mark_without_a_day_has_none_until_a_later_ledger_names_it() {
    let office = Office::new(); // today is 2022-03-31
    let file = office.folder.path().join("手续表.csv");
    let marks = |filing: &str, impact: &str| {
        std::fs::write(&file, format!("项目名称,建设单位,立项,环评\n甲项目,甲公司,{filing},{impact}\n")).unwrap();
    };
    marks("办理中", "√");
    assert_eq!(office.import(&file, "岱岳区")["undated"], 2);
    let id = office.first_named("甲项目");
    let item = |code: &str| {
        let list = office.call("approval_list", json!({"id": id}));
        list["items"].as_array().unwrap().iter().find(|i| i["code"] == code).cloned().unwrap()
    };
    let filing = item("A05");
    assert_eq!((&filing["state"], &filing["known_on"]), (&json!("submitted"), &json!("2022-03-31")));
    assert_eq!((&filing["due_on"], &filing["accepted_on"], &filing["since"]), (&Json::Null, &Json::Null, &Json::Null));
    assert_eq!((&item("P03")["done"], &item("P03")["decided_on"]), (&json!(true), &Json::Null));
    let figures =
        || office.call("approval_figures", json!({"from": "2022-01-01", "to": "2022-03-31"}))["undated"].clone();
    assert_eq!(figures(), 1);
    assert_eq!(office.import(&file, "岱岳区")["undated"], 0, "said once");

    marks("办理中", "√2022.3");
    let (_, summary) = office.preview(&file, "岱岳区");
    assert_eq!((&summary["changed"], &summary["same"]), (&json!(0), &json!(1)), "a month is no day: {summary}");
    marks("办理中", "√2022.3.5");
    let (session, summary) = office.preview(&file, "岱岳区");
    assert_eq!(summary["changed"], 1, "{summary}");
    let page = json!({"session": session, "kind": "changed", "text": "", "offset": 0, "limit": 10});
    let rows = office.call("ledger_preview_rows", page);
    let said = &rows[0]["fields"][0];
    assert_eq!((&said["field"], &said["new"]), (&json!("approval_day:P03"), &json!("2022-03-05")), "{rows}");
    office.call("ledger_import", json!({"session": session, "remember": true}));
    assert_eq!((&item("P03")["decided_on"], item("P03")["steps"].as_array().unwrap().len()), (&json!("2022-03-05"), 1));
    assert_eq!(figures(), 0);
    // By the end of the month it was in hand: that it was done before is news all the same.
    marks("√2022.3.20", "√2022.3.5");
    office.import(&file, "岱岳区");
    assert_eq!(item("A05")["decided_on"], "2022-03-20");
}

#[test]
fn an_unticked_field_is_not_in_the_sums_and_another_sender_does_not_end_its_protection() {
    let office = Office::new();
    let file = office.folder.path().join("调度表.csv");
    let write = |rows: &str| std::fs::write(&file, rows).unwrap();
    write("项目名称,建设单位,总投资（万元）,用地（亩）\n甲项目,甲公司,400,100\n");
    office.import(&file, "县B");
    let id = office.first_named("甲项目");
    let need = office.call("project_get", json!({"id": id}))["matters"][0]["id"].clone();
    office.call("project_save", json!({"id": id, "set": {"total": 5_000_000}}));
    office.call("matter_save", json!({"id": need, "project": null, "set": {"required": 60_000}}));
    write("项目名称,建设单位,建设地点\n甲项目,甲公司,开发区\n");
    office.import(&file, "统计局");
    write("项目名称,建设单位,总投资（万元）,用地（亩）\n甲项目,甲公司,400,100\n");
    for _ in 0..2 {
        let (session, plan) = office.preview(&file, "县B");
        assert_eq!(plan["after"]["total"], 5_000_000);
        assert!(office.rows(&session, "changed")[0]["fields"].as_array().unwrap().iter().all(|f| f["ticked"] == false));
        office.call("ledger_import", json!({"session": session}));
    }
    let (session, _) = office.preview(&file, "县B");
    let decision = json!({"key": 0, "field": "total", "ticked": true});
    let plan = office.call("ledger_decide", json!({"session": session, "decisions": [decision]}));
    assert_eq!(plan["after"]["total"], 4_000_000);
    office.call("ledger_import", json!({"session": session}));
    assert_eq!(office.list(json!({"limit": 1}))["sums"]["total"], 4_000_000);
}

#[test]
fn a_faulty_cell_is_typed_anew_in_the_preview() {
    let office = Office::new();
    let file = office.folder.path().join("调度表.csv");
    std::fs::write(
        &file,
        "项目名称,建设单位,总投资（万元）,计划开工时间\n甲项目,甲公司,52000,2022.13\n乙项目,乙公司,待定吧,2022.5\n",
    )
    .unwrap();
    let (session, plan) = office.preview(&file, "岱岳区");
    assert_eq!(
        (&plan["faulty"], &plan["accepted"]),
        (&json!(2), &json!(2)),
        "the rows are offered without those fields"
    );
    let faulty = office.rows(&session, "faulty");
    let fault = &faulty[0]["faults"][0];
    assert_eq!((fault["cell"].as_str(), fault["fault"]["rule"].as_str()), (Some("D2"), Some("no_such_month")));
    let retype = |row: &Json, field: &str, text: &str| {
        office.run(
            "ledger_decide",
            json!({"session": session, "decisions": [{"key": row["key"], "field": field, "text": text}]}),
        )
    };
    let field = fault["fault"]["field"].as_str().unwrap();
    assert_eq!(
        retype(&faulty[0], field, "2022.14").unwrap_err().fields[0].rule,
        zhuanban_core::error::Rule::NoSuchMonth
    );
    assert_eq!(retype(&faulty[0], field, "2022年12月底前").unwrap()["faulty"], 1);
    let plan = retype(&faulty[1], faulty[1]["faults"][0]["fault"]["field"].as_str().unwrap(), "8,000").unwrap();
    assert_eq!((&plan["faults"], &plan["after"]["total"]), (&json!(0), &json!(600_000_000)));
    office.call("ledger_import", json!({"session": session}));
    let file = office.call("project_get", json!({"id": office.first_named("甲项目")}));
    assert_eq!(file["project"]["started_planned"], "2022-12-31/month/by");
}

#[test]
fn what_an_import_says_it_is_found_by_is_what_the_tables_say() {
    let office = Office::new();
    office.import(&ledger(PROVINCE), "省专班");
    let words = ["印染", "张立新", "工信局", "高压线", "有限公司", "新建厂房", "抚远 印染", "没有的词"];
    let counts = || words.map(|text| office.list(json!({"text": text, "limit": 1}))["sums"]["count"].clone());
    let imported = counts();
    assert!(imported[0].as_i64() > Some(0) && imported[1].as_i64() > Some(0) && imported[7] == 0, "{imported:?}");
    let db = rusqlite::Connection::open(office.desk.path()).unwrap();
    zhuanban_core::store::replay::refold(&db).unwrap();
    assert_eq!(counts(), imported);
}

#[test]
fn a_like_name_waits_for_a_decision() {
    let office = Office::new();
    office.call(
        "project_save",
        json!({"id": null, "set": {"name": "抚远松嫩二期印染技术创新中心项目"}, "enterprise_name": "另一家公司"}),
    );
    let (session, plan) = office.preview(&ledger(PROVINCE), "省专班");
    assert_eq!((&plan["duplicate"], &plan["accepted"]), (&json!(1), &json!(119)));
    let row = &office.rows(&session, "duplicate")[0];
    assert_eq!((row["like"]["enterprise"].as_str(), row["verdict"].as_str()), (Some("另一家公司"), Some("later")));
    let plan = office
        .call("ledger_decide", json!({"session": session, "decisions": [{"key": row["key"], "duplicate": "same"}]}));
    assert_eq!((&plan["accepted"], &plan["after"]["count"]), (&json!(120), &json!(120)));
    let done = office.call("ledger_import", json!({"session": session}));
    assert_eq!((&done["created"], &done["changed"]), (&json!(119), &json!(1)));
    assert_eq!(
        like_the_plan(&office.list(json!({"limit": 1}))["sums"]),
        plan["after"],
        "what was previewed is what was written"
    );
    assert_eq!(
        office.run("ledger_import", json!({"session": session})).unwrap_err().code,
        Code::NotFound,
        "a file is written once"
    );
}

#[test]
fn what_the_next_file_leaves_out_is_told_not_removed() {
    let office = Office::new();
    office.import(&ledger("重点项目-WPS导出.csv"), "大同区");
    let text = std::fs::read(ledger("重点项目-WPS导出.csv")).unwrap();
    let lines: Vec<&[u8]> = text.split(|b| *b == b'\n').collect();
    let shorter = office.folder.path().join("二季度.csv");
    std::fs::write(&shorter, lines[..lines.len() - 4].join(&b'\n')).unwrap();
    let (session, plan) = office.preview(&shorter, "大同区");
    let gone = plan["missing"].as_u64().unwrap();
    assert!(gone >= 3, "{plan}");
    assert_eq!(office.rows(&session, "missing").len() as u64, gone);
    office.call("ledger_import", json!({"session": session}));
    assert_eq!(office.list(json!({"limit": 1}))["sums"]["count"], 80);
}

#[test]
fn a_corrected_column_is_remembered_for_its_sender() {
    let office = Office::new();
    let file = office.folder.path().join("报表.csv");
    std::fs::write(&file, "序号,项目名称,业主,盘子（万元）\n1,甲项目,甲公司,52000\n2,乙项目,乙公司,800\n").unwrap();
    let open = office.call("ledger_open", json!({"file": file, "sender": "岱岳区"}));
    let columns = open["understanding"]["sheets"][0]["columns"].as_array().unwrap();
    let at = columns.iter().position(|c| c["heading"].as_str().unwrap().contains("盘子")).unwrap();
    assert_ne!(columns[at]["field"], "total");
    let corrections =
        json!({"sheets": {"": {"columns": {at.to_string(): {"field": "total", "unit": "万元"}}}}, "headings": {}});
    office.call("ledger_understand", json!({"session": open["session"], "corrections": corrections}));
    office.call("ledger_preview", json!({"session": open["session"], "sender": "岱岳区", "period": "2022-03"}));
    office.call("ledger_import", json!({"session": open["session"], "remember": true}));
    assert_eq!(office.list(json!({"limit": 1}))["sums"]["total"], 528_000_000);
    // Next quarter a column stands in between; the sender need not even be named.
    std::fs::write(&file, "序号,项目名称,备注,业主,盘子（万元）\n1,甲项目,无,甲公司,53000\n").unwrap();
    let open = office.call("ledger_open", json!({"file": file, "sender": "岱岳区"}));
    let columns = open["understanding"]["sheets"][0]["columns"].as_array().unwrap();
    assert_eq!(columns[4]["field"], "total", "{columns:?}");
}

#[test]
fn a_cancelled_import_leaves_nothing() {
    let office = Office::new();
    let (session, _) = office.preview(&ledger(PROVINCE), "省专班");
    let before = office.call("log_verify", json!({}));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while office.call("job_cancel", json!({"job": "j"})) == json!(false) {
                std::hint::spin_loop();
            }
        });
        let answer = office.run("ledger_import", json!({"session": session, "job": "j"}));
        if let Err(fault) = answer {
            assert_eq!(fault.code, zhuanban_core::error::Code::Cancelled);
            assert_eq!(office.list(json!({"limit": 1}))["sums"]["count"], 0);
            assert_eq!(office.call("log_verify", json!({})), before);
        } else {
            // It was quicker than the cancelling; let the other thread see a job so that it ends.
            let _ = office.desk.jobs.begin("j");
        }
    });
}

#[test]
fn typed_words_are_read_like_cells() {
    let office = Office::new();
    let read = |kind: &str, text: &str, unit: &str| {
        office.run("value_read", json!({"kind": kind, "text": text, "unit": unit}))
    };
    assert_eq!(
        read("money", "约3.2亿", "万元").unwrap(),
        json!({"value": 320_000_000, "about": true, "unit": null, "warnings": []})
    );
    assert_eq!(read("money", "4,620", "万元").unwrap()["value"], 46_200_000);
    assert_eq!(read("day", "2022年5月底前", "").unwrap()["value"], "2022-05-31/month/by");
    assert_eq!(read("quantity", "86亩", "").unwrap()["value"], 86_000);
    assert_eq!(read("day", "2022.13", "").unwrap_err().fields[0].rule, zhuanban_core::error::Rule::NoSuchMonth);
    assert_eq!(read("money", "很多", "万元").unwrap_err().fields[0].field, "value");
}

#[test]
fn a_former_name_is_known_again_and_a_name_nearly_the_same_is_asked_about() {
    // B09: one project of 抚远 appears under two names.
    let office = Office::new();
    let file = office.folder.path().join("第一次.csv");
    std::fs::write(&file, "\u{feff}项目名称,项目单位,总投资（万元）\n生态环境保护综合治理项目,抚远水务,5000\n")
        .unwrap();
    office.import(&file, "抚远市");
    let id = office.first_named("生态环境");
    let other = office.folder.path().join("第二次.csv");
    std::fs::write(&other, "\u{feff}项目名称,项目单位,总投资（万元）\n环境保护综合治理项目,抚远水务,6000\n").unwrap();
    let (session, summary) = office.preview(&other, "抚远市");
    assert_eq!((&summary["duplicate"], &summary["new"]), (&json!(1), &json!(0)), "{summary}");
    assert_eq!(office.rows(&session, "duplicate").len(), 1);

    office.call("project_save", json!({"id": id, "set": {"aliases": "环境保护综合治理项目"}}));
    let (_, summary) = office.preview(&other, "抚远市");
    assert_eq!((&summary["duplicate"], &summary["changed"]), (&json!(0), &json!(1)), "{summary}");
    office.import(&other, "抚远市");
    let page = office.list(json!({"limit": 5}));
    assert_eq!((&page["sums"]["count"], &page["rows"][0]["name"]), (&json!(1), &json!("生态环境保护综合治理项目")));
    assert_eq!(page["rows"][0]["total"], 60_000_000);
}

#[test]
fn another_leader_in_the_next_file_takes_over_as_in_a_cell() {
    let office = Office::new();
    let file = office.folder.path().join("台账.csv");
    let write = |leader: &str| {
        let text = format!(
            "序号,项目名称,建设单位,总投资（万元）,包保领导\n1,岱北重工装备产业园,岱北重工有限公司,50000,{leader}\n"
        );
        std::fs::write(&file, text).unwrap();
    };
    write("周芳");
    let person = office.call("person_save", json!({"id": null, "set": {"name": "周芳"}}))["id"].clone();
    assert_eq!(office.import(&file, "大同区")["created"], 1);
    let id = office.first_named("岱北");
    let approvals = json!([{"project": id, "item": "B02"}]);
    office.call("approval_assign", json!({"approvals": approvals, "name": "周芳"}));
    write("吴迪");
    assert_eq!(office.import(&file, "大同区")["changed"], 1);
    let project = office.call("project_get", json!({"id": id}));
    let told = |d: &Json| (d["name"].clone(), d["person"].clone(), d["until"].clone());
    let duties: Vec<_> = project["duties"].as_array().unwrap().iter().map(told).collect();
    assert_eq!(duties[0], (json!("吴迪"), json!(null), json!(null)));
    assert_eq!((&duties[1].0, &duties[1].2), (&json!("周芳"), &json!("2022-03-31")), "who held it stays known");
    let list = office.call("approval_list", json!({"id": id}));
    let item = list["items"].as_array().unwrap().iter().find(|i| i["code"] == "B02").unwrap();
    assert_eq!(item["approval"]["responsible"], "吴迪");
    assert_ne!(item["approval"]["responsible_person"], person);
}
