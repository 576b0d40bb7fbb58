//! The palette's one question, through `dispatch`: what is found by which keys, in which order.

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};
use std::time::Instant;
use zhuanban_core::Caller;

fn found(bench: &Bench, text: &str) -> Vec<(String, String)> {
    let found = bench.call("find", json!({"text": text, "limit": 8}));
    let word = |hit: &Json, key: &str| hit[key].as_str().unwrap().to_string();
    found["hits"].as_array().unwrap().iter().map(|hit| (word(hit, "kind"), word(hit, "title"))).collect()
}

fn titles(bench: &Bench, text: &str) -> Vec<String> {
    found(bench, text).into_iter().map(|(_, title)| title).collect()
}

fn desk() -> Bench {
    let bench = Bench::started();
    for (name, enterprise, code) in [
        ("北辰智能电机产业园一期", "哈尔滨北辰科技有限公司", "2307-231005-04-01-503554"),
        ("重庆路冷链物流园", "瑷珲供应链有限公司", "2207-230602-04-01-111222"),
        ("大豆精深加工二期项目", "嘉禾粮油集团", "2107-230621-04-01-333444"),
    ] {
        let saved = bench.call(
            "project_save",
            json!({"id": null, "set": {"name": name, "code": code}, "enterprise_name": enterprise}),
        );
        bench.call(
            "duty_save",
            json!({"id": null, "project": saved["project"]["id"], "set": {"role": "leader", "name": "单长春"}}),
        );
    }
    bench.call("department_save", json!({"id": null, "set": {"name": "市自然资源和规划局", "short_name": "资规局"}}));
    bench.call("list_save", json!({"id": null, "set": {"name": "省重点项目", "year": 2022}}));
    bench
}

#[test]
fn two_characters_initials_traditional_characters_and_codes() {
    let bench = desk();
    let beichen = "北辰智能电机产业园一期";
    for typed in ["北辰", "电机", "bc", "beichen", "bchen", "znd", "電機", "智能 一期", "2307-231005", "0401503554"]
    {
        assert_eq!(titles(&bench, typed)[0], beichen, "{typed}");
    }
    assert_eq!(titles(&bench, "哈爾濱"), ["哈尔滨北辰科技有限公司", beichen], "the company itself, then its project");
    assert_eq!(titles(&bench, "cq"), ["重庆路冷链物流园"], "重 is read chong here");
    assert_eq!(found(&bench, "zgj")[0], ("department".into(), "市自然资源和规划局".into()), "by its short name");
    assert_eq!(found(&bench, "szd")[0], ("list".into(), "省重点项目".into()));
    let leader = &bench.call("find", json!({"text": "scc", "limit": 8}))["hits"];
    assert_eq!(
        (&leader[0]["kind"], &leader[0]["projects"], &leader[0]["role"]),
        (&json!("holder"), &json!(3), &json!("leader"))
    );
    assert!(titles(&bench, "没有的").is_empty() && titles(&bench, "——").is_empty() && titles(&bench, "b").is_empty());
}

#[test]
fn a_hit_says_by_what_it_was_found() {
    let bench = desk();
    let hits = bench.call("find", json!({"text": "znd", "limit": 8}))["hits"].clone();
    assert_eq!((&hits[0]["spans"], &hits[0]["by"]), (&json!([{"from": 2, "to": 5}]), &json!(null)));
    let hits = bench.call("find", json!({"text": "嘉禾", "limit": 8}))["hits"].clone();
    assert_eq!(hits[1]["by"], json!({"field": "enterprise", "text": "嘉禾粮油集团", "span": {"from": 0, "to": 2}}));
    let hits = bench.call("find", json!({"text": "04-01-1112", "limit": 8}))["hits"].clone();
    assert_eq!(hits[0]["by"]["field"], "code");
    assert_eq!(hits[0]["by"]["span"], json!({"from": 12, "to": 22}));
}

#[test]
fn a_phones_tail_finds_its_owner() {
    let bench = desk();
    let id = bench.project("聚碳酸酯联合项目");
    bench.call("contact_save", json!({"id": null, "project": id, "set": {"name": "周工", "phone": "138 0009 7482"}}));
    let hits = bench.call("find", json!({"text": "7482", "limit": 8}))["hits"].clone();
    assert_eq!((&hits[0]["title"], &hits[0]["phone"]), (&json!("聚碳酸酯联合项目"), &json!("138 0009 7482")));
    assert_eq!(hits[0]["by"]["span"], json!({"from": 9, "to": 13}));
    assert!(titles(&bench, "482").is_empty(), "three digits are no tail");
}

#[test]
fn the_ledgers_own_box_finds_projects_by_the_same_keys() {
    let bench = desk();
    let id = bench.project("聚碳酸酯联合项目");
    bench.call("contact_save", json!({"id": null, "project": id, "set": {"name": "周工", "phone": "138 0009 7482"}}));
    let named = |text: &str| -> Vec<String> {
        let page = bench.call("project_list", json!({"text": text, "limit": 9}));
        page["rows"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_string()).collect()
    };
    for typed in ["电机", "bc", "beichen", "znd", "電機", "智能 一期", "2307-231005", "0401503554"] {
        assert_eq!(named(typed), ["北辰智能电机产业园一期"], "{typed}");
    }
    assert_eq!(named("7482"), ["聚碳酸酯联合项目"], "whom that number reaches");
    assert_eq!(named("scc").len(), 3, "who leads them");
    assert!(named("xyzq").is_empty() && named("482").is_empty());
}

#[test]
fn commands_are_found_by_the_same_keys() {
    let bench = desk();
    let commands = json!([
        {"id": "new", "words": ["新建项目", "New project"]},
        {"id": "undo", "words": ["撤销", "Undo"]},
        {"id": "export", "words": ["导出台账", "Export the ledger"]},
    ]);
    let first = |text: &str| {
        let found = bench.call("find", json!({"text": text, "limit": 8, "commands": commands}));
        found["hits"][0]["id"].as_str().unwrap_or_default().to_string()
    };
    for (typed, id) in
        [("xj", "new"), ("新建", "new"), ("cx", "undo"), ("undo", "undo"), ("dctz", "export"), ("x", "new")]
    {
        assert_eq!(first(typed), id, "{typed}");
    }
}

#[test]
fn what_was_opened_comes_first_and_pins_belong_to_a_person() {
    let bench = Bench::started();
    let ids: Vec<String> = ["甲号产业园", "乙号产业园", "丙号产业园"].iter().map(|n| bench.project(n)).collect();
    let note = |id: &str| bench.call("recent_note", json!({"kind": "project", "id": id}));
    note(&ids[0]);
    note(&ids[2]);
    assert_eq!(titles(&bench, "产业园"), ["丙号产业园", "甲号产业园", "乙号产业园"]);
    let recent = |limit: usize| -> Vec<String> {
        let hits = bench.call("recent_list", json!({"limit": limit}));
        hits.as_array().unwrap().iter().map(|h| h["title"].as_str().unwrap().into()).collect()
    };
    assert_eq!(
        (recent(9), recent(1)),
        (vec!["丙号产业园".to_string(), "甲号产业园".into()], vec!["丙号产业园".to_string()])
    );
    assert_eq!(bench.call("desk_get", json!({}))["undo"]["subject"], "丙号产业园", "opening is no action to undo");

    let pin = json!({"kind": "project", "id": ids[1]});
    bench.call("pin_save", pin.clone());
    bench.call("pin_save", pin.clone());
    let pins = bench.call("pin_list", json!({}));
    assert_eq!((pins.as_array().unwrap().len(), &pins[0]["pinned"]), (1, &json!(true)));
    let other = bench.desk.caller_named("周明").unwrap();
    assert_eq!(bench.call_as(&other, "pin_list", json!({})), json!([]));
    bench.call("undo", json!({}));
    assert_eq!(bench.call("pin_list", json!({})), json!([]));
    bench.call("redo", json!({}));
    bench.call("project_remove", json!({"id": ids[1]}));
    assert_eq!(bench.call("pin_list", json!({})), json!([]), "what is gone is not shown");
    assert_eq!(bench.call("pin_remove", pin), json!(true));
    assert!(bench.try_as(&Caller::default(), "pin_save", json!({"kind": "project", "id": "x"})).is_err());
}

#[test]
fn ten_thousand_projects_answer_at_once() {
    let bench = Bench::started();
    let fill = |w: &mut zhuanban_core::store::Writer| {
        let office = w.office()?;
        for n in 0..10_000 {
            let name = format!("岱北{}产业园{n}号项目", ["重工", "冷链", "石墨", "玉米"][n % 4]);
            w.put_new(zhuanban_core::project::Project { id: w.new_id(), office, name, ..Default::default() })?;
        }
        Ok(())
    };
    bench.desk.write("ledger_import", &Caller::default(), fill).unwrap();
    bench.call("find", json!({"text": "预热", "limit": 8}));
    let mut slowest = 0;
    for text in ["冷链", "sm", "daibeiym", "9999", "2307-23", "没有", "产业 玉米"] {
        let start = Instant::now();
        let found = bench.call("find", json!({"text": text, "limit": 8}));
        let took = start.elapsed().as_millis();
        println!("{text}: {took} ms, {}", found["counts"]);
        slowest = slowest.max(took);
    }
    // A build without optimisation on a busy machine: this catches only what grows beyond all measure.
    assert!(slowest < 2_000, "{slowest} ms");
}
