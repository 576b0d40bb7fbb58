//! Published lists that are frozen, and packages whose counting is not settled (practice C32).

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};
use zhuanban_core::error::Rule;

fn faults(bench: &Bench, command: &str, input: Json) -> Vec<(String, Rule)> {
    bench.fault(command, input).fields.into_iter().map(|f| (f.field, f.rule)).collect()
}

#[test]
fn a_frozen_list_refuses_what_it_would_not_do_and_says_so() {
    let bench = Bench::started();
    let project = bench.project("北辰智能电机产业园");
    let list = bench.call("list_save", json!({"id": null, "set": {"name": "省重点", "year": 2022}}))["id"].clone();
    let line = |serial: &str, group: Option<&str>| json!({"project": project, "list": list, "serial": serial, "grouping": group});
    let made = bench.call("membership_save", line("5", None));
    bench.call("list_freeze", json!({"list": list, "frozen": true}));
    let frozen = [("list".to_string(), Rule::ListFrozen)];
    assert_eq!(faults(&bench, "membership_save", line("7", None)), frozen);
    assert_eq!(faults(&bench, "membership_save", line("5", Some("一、化工"))), frozen);
    assert_eq!(faults(&bench, "membership_remove", json!({"id": made["id"]})), frozen);
    assert_eq!(bench.call("membership_save", line("5", None)), made, "what it says already is no change");
    let change = |set: Json| json!({"id": list, "set": set});
    assert_eq!(
        faults(&bench, "list_save", change(json!({"name": "市重点", "year": 2023}))),
        [("name".into(), Rule::ListFrozen), ("year".into(), Rule::ListFrozen)]
    );
    let thawed = faults(&bench, "list_save", change(json!({"frozen_on": null})));
    assert_eq!(thawed, [("frozen_on".into(), Rule::NotEditable)], "only list_freeze thaws a list");
    let numbered = bench.call("list_save", change(json!({"document": "庆政办发〔2022〕3号"})));
    assert_eq!(numbered["document"], "庆政办发〔2022〕3号", "the number of the paper may come later");
    bench.call("list_freeze", json!({"list": list, "frozen": false}));
    assert_eq!(bench.call("membership_save", line("7", None))["serial"], "7");
}

#[test]
fn a_package_is_made_of_projects_that_exist_and_counting_twice_is_told() {
    let bench = Bench::started();
    let ids: Vec<String> = ["打包工程", "一标段", "二标段"].iter().map(|n| bench.project(n)).collect();
    for id in &ids[1..] {
        bench.call("project_save", json!({"id": id, "set": {"parent": ids[0], "total": 100}}));
    }
    let basis = || bench.call("standing_get", json!({"id": ids[0]}))["parts"]["basis"].clone();
    assert_eq!(basis(), json!(null), "whole and parts both count");
    let parts: Vec<Json> = ids[1..].iter().map(|id| json!({"project": id, "name": ""})).collect();
    let split = json!({"project": ids[0], "standing": "split", "happened_on": "2022-03-20", "reason": "分解到责任单位",
        "parts": parts, "basis": "parts"});
    let file = bench.call("standing_change_save", split);
    assert_eq!((&file["parts"]["basis"], &file["parts"]["sum"]["total"]), (&json!("parts"), &json!(200)));
    assert_eq!((file["counted"].clone(), file["parts"]["parts"].as_array().unwrap().len()), (json!(false), 2));
    assert_eq!(bench.call("project_list", json!({"limit": 9}))["sums"]["count"], 3, "no project was made anew");
}
