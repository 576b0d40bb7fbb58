//! Every command through `dispatch`, as the window and the companion send it.

use crate::bench_desk::Bench;
use serde_json::json;
use std::collections::BTreeSet;
use zhuanban_core::api::{self, COMMANDS};
use zhuanban_core::error::{Code, Rule};

#[test]
fn names_are_unique_and_typed() {
    let names: BTreeSet<_> = COMMANDS.iter().map(|c| c.name).collect();
    assert_eq!(names.len(), COMMANDS.len());
    for command in COMMANDS {
        let (input, output) = (command.types)();
        assert!(!input.is_empty() && !output.is_empty(), "{}", command.name);
        let mut out = vec![];
        (command.export)(&mut out);
        assert!(out.iter().all(|d| d.starts_with("export type")), "{}: {out:?}", command.name);
    }
}

#[test]
fn what_does_not_fit_is_refused_with_a_code() {
    let bench = Bench::started();
    assert_eq!(bench.fault("no_such_command", json!({})).code, Code::UnknownCommand);
    assert_eq!(bench.fault("project_get", json!({"id": 5})).code, Code::BadInput);
    assert_eq!(bench.fault("project_save", json!({"id": null, "set": {"no_such_field": 1}})).code, Code::BadInput);
    let fault = bench.fault(
        "project_save",
        json!({"id": null, "set": {"name": " ", "total": "很多", "started_planned": "2022-13"}}),
    );
    let rules: Vec<_> = fault.fields.iter().map(|f| (f.field.as_str(), f.rule)).collect();
    assert_eq!(rules, [("name", Rule::Required), ("started_planned", Rule::NotADay), ("total", Rule::NotANumber)]);
    let fault = bench.fault("project_save", json!({"id": null, "set": {"name": "甲", "total": -1}}));
    assert_eq!((fault.fields[0].field.as_str(), fault.fields[0].rule), ("total", Rule::Negative));
    let fault = bench.fault("project_save", json!({"id": null, "set": {"name": "a\u{7}b"}}));
    assert_eq!(fault.fields[0].rule, Rule::ControlCharacter);
    assert_eq!(bench.call("project_list", json!({"limit": 5}))["sums"]["count"], 0, "nothing was half-written");
}

#[test]
fn a_draft_is_checked_without_being_saved() {
    let bench = Bench::started();
    let faults = bench.call(
        "project_check",
        json!({"id": null, "set": {"name": "甲", "total": 100, "plan": 200, "code": "20222-x"}}),
    );
    let rules: Vec<_> = faults
        .as_array()
        .unwrap()
        .iter()
        .map(|f| (f["field"].as_str().unwrap(), f["warning"].as_bool().unwrap()))
        .collect();
    assert!(rules.contains(&("plan", true)) && rules.contains(&("code", false)), "{rules:?}");
}

#[test]
fn an_empty_desk_says_that_it_has_no_office() {
    let bench = Bench::empty();
    assert_eq!(bench.call("desk_get", json!({}))["office"], json!(null));
    assert_eq!(bench.fault("project_save", json!({"id": null, "set": {"name": "甲"}})).code, Code::NotStarted);
    assert_eq!(bench.fault("undo", json!({})).code, Code::NotStarted);
    let fault = bench.fault("desk_start", json!({"person": "", "office": " ", "level": "city", "region": "999999"}));
    assert_eq!(fault.fields.len(), 3);
    bench.call("desk_start", json!({"person": "林晓", "office": "专班", "level": "city", "region": null}));
    assert_eq!(
        bench.fault("desk_start", json!({"person": "乙", "office": "丙", "level": "city", "region": null})).code,
        Code::AlreadyStarted
    );
}

#[test]
fn settings_take_only_what_they_know() {
    let bench = Bench::started();
    bench.call("setting_save", json!({"key": "language", "value": "en"}));
    assert_eq!(bench.call("desk_get", json!({}))["language"], "en");
    assert_eq!(bench.fault("setting_save", json!({"key": "device", "value": "x"})).code, Code::Invalid);
}

#[test]
fn a_backup_opens_as_a_desk() {
    let bench = Bench::started();
    bench.project("甲项目");
    let point = bench.call("restore_point_make", json!({"name": ""}))["point"].as_str().unwrap().to_string();
    let path = bench.folder.path().join("backups").join(point);
    let copy = tempfile::tempdir().unwrap();
    std::fs::copy(path, copy.path().join("zhuanban.db")).unwrap();
    let desk = zhuanban_core::Desk::open(copy.path(), bench.clock.clone()).unwrap();
    let found = api::dispatch(&[COMMANDS], &desk, &Default::default(), "project_list", json!({"limit": 5})).unwrap();
    assert_eq!(found.value["sums"]["count"], 1);
}

#[test]
fn the_registry_keeps_units_people_lists_and_their_order() {
    let bench = Bench::started();
    for (name, position) in [("市自然资源和规划局", 20), ("市发展和改革委员会", 10)] {
        bench.call("department_save", json!({"id": null, "set": {"name": name, "position": position}}));
    }
    let names: Vec<_> = bench
        .call("department_list", json!({}))
        .as_array()
        .unwrap()
        .iter()
        .map(|d| d["name"].as_str().unwrap().to_string())
        .collect();
    assert_eq!(names, ["市发展和改革委员会", "市自然资源和规划局"], "建制顺序, not pinyin");
    let id = bench.project("甲项目");
    bench.call("duty_save", json!({"id": null, "project": id, "set": {"role": "leader", "name": "张　三"}}));
    bench.call("contact_save", json!({"id": null, "project": id, "set": {"name": "李四", "phone": "138 0000 0001"}}));
    assert_eq!(
        bench.fault("contact_save", json!({"id": null, "project": id, "set": {"phone": "打不通"}})).fields[0].rule,
        Rule::NotAPhone
    );
    let list = bench.call("list_save", json!({"id": null, "set": {"name": "市重点项目", "year": 2022}}));
    for serial in ["57", "58"] {
        bench.call("membership_save", json!({"project": id, "list": list["id"], "serial": serial, "grouping": "化工"}));
    }
    let file = bench.call("project_get", json!({"id": id}));
    assert_eq!(file["lists"].as_array().unwrap().len(), 1, "a project stands once on a list");
    assert_eq!(
        (&file["lists"][0]["membership"]["serial"], &file["duties"][0]["name"], &file["contacts"][0]["phone"]),
        (&json!("58"), &json!("张　三"), &json!("138 0000 0001"))
    );
    let listed = bench.call(
        "project_list",
        json!({"filters": [{"column": "list", "op": "any_of", "values": [list["id"]]}], "limit": 5}),
    );
    assert_eq!((&listed["sums"]["count"], &listed["rows"][0]["leader"]), (&json!(1), &json!("张　三")));
}

#[test]
fn the_ledger_is_sorted_filtered_and_summed() {
    let bench = Bench::started();
    for (name, total, done, issue) in
        [("玉米深加工", 300, 30, "高压线迁改"), ("石墨负极材料", 100, 90, ""), ("大豆精深加工", 200, 10, "招工难")]
    {
        let id = bench.project(name);
        bench.call("project_save", json!({"id": id, "set": {"total": total, "plan": total / 10}}));
        bench.call("progress_save", json!({"project": id, "period": "2022-03", "basis": "dispatch", "set": {"done_total": done, "issue": issue}}));
    }
    let names = |query: serde_json::Value| -> Vec<String> {
        let page = bench.call("project_list", query);
        page["rows"].as_array().unwrap().iter().map(|r| r["name"].as_str().unwrap().to_string()).collect()
    };
    assert_eq!(
        names(json!({"sort": [{"column": "total"}], "limit": 9})),
        ["石墨负极材料", "大豆精深加工", "玉米深加工"]
    );
    assert_eq!(
        names(json!({"sort": [{"column": "rate", "descending": true}], "limit": 2})),
        ["石墨负极材料", "玉米深加工"]
    );
    assert_eq!(names(json!({"text": "加工", "limit": 9, "offset": 1})), ["大豆精深加工"]);
    assert_eq!(names(json!({"text": "压线", "limit": 9})), ["玉米深加工"]);
    let id = bench.project("有代码的项目");
    bench.call("project_save", json!({"id": id, "set": {"code": "2307-231005-04-01-503554"}, "enterprise_name": "甲公司", "enterprise_uscc": "91230100YYYY00012K"}));
    assert_eq!(names(json!({"text": "04-01-5035", "limit": 9})), ["有代码的项目"]);
    assert_eq!(names(json!({"text": "yyyy0001", "limit": 9})), ["有代码的项目"]);
    bench.call("project_remove", json!({"id": id}));
    assert_eq!(names(json!({"filters": [{"column": "issue", "op": "empty"}], "limit": 9})), ["石墨负极材料"]);
    let sums = &bench.call("project_list", json!({"text": "加工", "limit": 1}))["sums"];
    let figures = ["count", "counted", "total", "plan", "done_total", "rate", "started"].map(|key| sums[key].clone());
    assert_eq!(json!(figures), json!([2, 2, 500, 50, 40, 80, 0]));
}

#[test]
fn a_new_months_words_do_not_hide_what_is_completed() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    let report = |period: &str, set: serde_json::Value| {
        bench.call("progress_save", json!({"project": id, "period": period, "basis": "dispatch", "set": set}))
    };
    report("2022-01", json!({"done_total": 50_000_000, "image": "基础施工"}));
    let second = report("2022-02", json!({"image": "主体封顶"}));
    assert_eq!((&second["done_total"], &second["image"]), (&json!(50_000_000), &json!("主体封顶")));
    assert_eq!(bench.call("project_list", json!({"limit": 1}))["sums"]["done_total"], 50_000_000);
    let huge = json!({"project": id, "period": "2022-02", "basis": "dispatch", "set": {"done_total": i64::MAX}});
    assert_eq!(bench.fault("progress_save", huge).fields[0].rule, Rule::TooLarge);
    let moved = json!({"project": id, "period": "2022-02", "basis": "dispatch", "set": {"period": "zz"}});
    assert_eq!(bench.fault("progress_save", moved).code, Code::BadInput);
}

#[test]
fn a_project_that_comes_back_stands_where_it_stood_with_its_phones() {
    let bench = Bench::started();
    let ids: Vec<String> = ["甲", "乙", "丙"].iter().map(|n| bench.project(n)).collect();
    bench.call("contact_save", json!({"id": null, "project": ids[0], "set": {"phone": "138 0000 0001"}}));
    bench.call("project_remove", json!({"id": ids[0]}));
    assert_eq!(bench.tables()["contact"].len(), 0, "no phone outlives its project");
    bench.call("undo", json!({}));
    let page = bench.call("project_list", json!({"limit": 9}));
    let names: Vec<_> = page["rows"].as_array().unwrap().iter().map(|r| r["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["甲", "乙", "丙"]);
    let history = bench.call("history_list", json!({"table": "project", "row": ids[0]}));
    assert!(history.as_array().unwrap().iter().any(|c| c["table"] == "contact"));
    assert_eq!(bench.call("project_list", json!({"text": "★", "limit": 9}))["sums"]["count"], 0);
}

#[test]
fn a_whole_number_is_taken_as_it_was_typed() {
    let bench = Bench::started();
    let id = bench.project("冷链物流园");
    let saved = bench.call(
        "project_save",
        json!({"id": id, "set": {"plan_year": " 2023 ", "foreign_amount": "1,200,000", "foreign_currency": "USD"}}),
    );
    assert_eq!(
        (&saved["project"]["plan_year"], &saved["project"]["foreign_amount"]),
        (&json!(2023), &json!(1_200_000))
    );
    let fault = bench.fault("project_save", json!({"id": id, "set": {"plan_year": "明年"}}));
    assert_eq!((fault.fields[0].rule, fault.fields[0].params["text"].as_str()), (Rule::NotANumber, "明年"));
}
