//! 停工、缓建、终止、更名、合并、拆分: what becomes of a project, and that one undo takes it back.

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};
use zhuanban_core::error::Rule;

fn change(bench: &Bench, project: &str, set: Json) -> Json {
    let mut input = json!({"project": project});
    input.as_object_mut().unwrap().extend(set.as_object().unwrap().clone());
    bench.call("standing_change_save", input)
}

fn refused(bench: &Bench, project: &str, set: Json) -> Vec<(String, Rule)> {
    let mut input = json!({"project": project});
    input.as_object_mut().unwrap().extend(set.as_object().unwrap().clone());
    bench.fault("standing_change_save", input).fields.into_iter().map(|f| (f.field, f.rule)).collect()
}

fn project(bench: &Bench, id: &str) -> Json {
    bench.call("project_get", json!({"id": id}))["project"].clone()
}

#[test]
fn a_site_stops_for_the_winter_and_goes_on_in_spring() {
    let bench = Bench::started();
    let id = bench.project("北辰智能电机产业园");
    let stop = json!({"standing": "winter_stop", "happened_on": "2021-11-10", "expected_until": "2022-04-10"});
    assert_eq!(
        refused(&bench, &id, stop.clone()),
        [("standing".into(), Rule::StandingNotAllowed)],
        "nothing was begun"
    );
    bench.call("project_save", json!({"id": id, "set": {"stage": "building"}}));
    let file = change(&bench, &id, stop);
    assert_eq!((&file["now"], &file["counted"]), (&json!("winter_stop"), &json!(true)));
    assert_eq!(file["history"][0]["change"]["expected_until"], "2022-04-10");
    assert_eq!(bench.call("standing_get", json!({"id": id}))["history"][0]["person"], "林晓");
    assert_eq!(
        refused(&bench, &id, json!({"standing": "active", "happened_on": "2021-11-01"})),
        [("happened_on".into(), Rule::BeforeLastChange)]
    );
    assert_eq!(
        refused(&bench, &id, json!({"standing": "active", "happened_on": "2022-04-01"})),
        [("happened_on".into(), Rule::ActualInFuture)]
    );
    let file = change(&bench, &id, json!({"standing": "active", "happened_on": "2022-03-20"}));
    assert_eq!((&file["now"], file["history"].as_array().unwrap().len()), (&json!("active"), 2));
    let resumed = || bench.call("board_get", json!({}))["starts"]["resumed"]["n"].clone();
    let starts = bench.call("start_list", json!({"id": id}));
    assert_eq!(starts["opened"], json!({"kind": "resume", "on": "2022-03-20", "recognised": true}), "恢复 is 复工");
    assert_eq!((resumed(), starts["starts"].as_array().unwrap().len()), (json!(1), 1));
    bench.call("undo", json!({}));
    assert_eq!(project(&bench, &id)["standing"], "winter_stop");
    assert_eq!(resumed(), 0, "one undo takes both back");

    let declared = json!({"id": null, "project": id, "set": {"kind": "resume", "happened_on": "2022-03-15"}});
    bench.call("start_save", declared);
    change(&bench, &id, json!({"standing": "active", "happened_on": "2022-03-20"}));
    change(&bench, &id, json!({"standing": "suspended", "happened_on": "2022-03-22", "reason": "资金未落实"}));
    change(&bench, &id, json!({"standing": "active", "happened_on": "2022-03-25"}));
    let starts = bench.call("start_list", json!({"id": id}))["starts"].clone();
    assert_eq!(starts.as_array().unwrap().len(), 1, "what was declared is recognised, once a year");
    assert_eq!((&starts[0]["decision"], &starts[0]["happened_on"]), (&json!("recognised"), &json!("2022-03-20")));
}

#[test]
fn a_project_that_was_put_off_before_it_began_has_nothing_to_take_up() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    change(&bench, &id, json!({"standing": "suspended", "happened_on": "2022-01-10", "reason": "资金未落实"}));
    change(&bench, &id, json!({"standing": "active", "happened_on": "2022-03-20"}));
    assert_eq!(bench.call("start_list", json!({"id": id}))["starts"], json!([]));
}

#[test]
fn a_project_that_ends_counts_no_more_until_it_is_taken_up_again() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    bench.call("project_save", json!({"id": id, "set": {"total": 500}}));
    assert_eq!(
        refused(&bench, &id, json!({"standing": "terminated"})),
        [("reason".into(), Rule::Required)],
        "nobody understands an end without its reason"
    );
    let end = json!({"standing": "terminated", "reason": "企业破产", "document": "庆专班〔2022〕3号"});
    change(&bench, &id, end);
    assert_eq!(project(&bench, &id)["counted"], false);
    assert_eq!(bench.call("project_list", json!({"limit": 5}))["sums"]["total"], 0);
    assert_eq!(refused(&bench, &id, json!({"standing": "merged"})), [("standing".into(), Rule::StandingNotAllowed)]);
    let again = change(&bench, &id, json!({"standing": "active"}));
    assert_eq!((&again["now"], &again["counted"]), (&json!("active"), &json!(true)));
}

#[test]
fn a_new_name_keeps_the_old_one_and_the_project_is_found_by_both() {
    let bench = Bench::started();
    let id = bench.project("石墨负极材料项目");
    assert_eq!(refused(&bench, &id, json!({"standing": "renamed"})), [("name".into(), Rule::Required)]);
    let same = json!({"standing": "renamed", "name": "石墨负极材料项目"});
    assert_eq!(refused(&bench, &id, same), [("name".into(), Rule::Duplicate)]);
    let file = change(&bench, &id, json!({"standing": "renamed", "name": "锂电负极材料一体化项目"}));
    assert_eq!((&file["name"], &file["now"]), (&json!("锂电负极材料一体化项目"), &json!("active")));
    assert_eq!(file["history"][0]["change"]["name_before"], "石墨负极材料项目");
    assert_eq!(project(&bench, &id)["aliases"], "石墨负极材料项目");
    for text in ["石墨负极", "锂电负极"] {
        assert_eq!(bench.call("project_list", json!({"text": text, "limit": 5}))["sums"]["count"], 1, "{text}");
    }
    bench.call("undo", json!({}));
    assert_eq!(
        (&project(&bench, &id)["name"], &project(&bench, &id)["aliases"]),
        (&json!("石墨负极材料项目"), &json!(null))
    );
}

#[test]
fn a_new_name_typed_anywhere_keeps_the_old_one() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    let name = |name: &str| bench.call("project_save", json!({"id": id, "set": {"name": name}}));
    name("乙项目");
    assert_eq!(project(&bench, &id)["aliases"], "甲项目");
    name("丙项目");
    name("甲项目");
    assert_eq!(project(&bench, &id)["aliases"], "乙项目\n丙项目", "what it is called now is no other name");
    bench.call("project_save", json!({"id": id, "set": {"total": 5}}));
    assert_eq!(project(&bench, &id)["aliases"], "乙项目\n丙项目");
}

#[test]
fn a_standing_is_no_field_that_one_types_over() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    let typed = json!({"id": id, "set": {"standing": "terminated", "total": 5}});
    let faults = bench.fault("project_save", typed).fields;
    assert_eq!((faults[0].field.as_str(), faults[0].rule), ("standing", Rule::StandingByChange));
    assert_eq!((&project(&bench, &id)["standing"], &project(&bench, &id)["total"]), (&json!("active"), &json!(null)));
    bench.call("project_save", json!({"id": id, "set": {"standing": "active", "total": 5}}));
}

#[test]
fn many_sites_stop_together_and_one_undo_takes_all_back() {
    let bench = Bench::started();
    let ids: Vec<String> = (1..=4).map(|n| bench.project(&format!("工地{n}"))).collect();
    for id in &ids[..3] {
        bench.call("project_save", json!({"id": id, "set": {"stage": "building"}}));
    }
    let many = |standing: &str, on: &str, leave_out: bool| json!({"projects": ids, "standing": standing, "happened_on": on, "leave_out": leave_out});
    let before = bench.tables();
    let faults = bench.fault("standing_change_many", many("winter_stop", "2021-11-10", false)).fields;
    let told: Vec<_> = faults.iter().map(|f| (f.field.as_str(), f.rule, f.params["name"].as_str())).collect();
    assert_eq!(told, [("standing", Rule::StandingNotAllowed, "工地4")], "nothing was begun there");
    assert_eq!(bench.tables(), before);
    let done = bench.call("standing_change_many", many("winter_stop", "2021-11-10", true));
    assert_eq!(done, json!({"changed": 3, "left_out": ["工地4"]}));
    assert!(ids[..3].iter().all(|id| project(&bench, id)["standing"] == "winter_stop"));
    let spring = bench.call("standing_change_many", many("active", "2022-03-15", true));
    assert_eq!(spring["changed"], 3);
    assert_eq!(bench.call("board_get", json!({}))["starts"]["resumed"]["n"], 3, "each is 复工");
    bench.call("undo", json!({}));
    bench.call("undo", json!({}));
    assert_eq!(bench.tables(), before);

    let end = bench.fault("standing_change_many", many("terminated", "2022-03-20", false)).fields;
    let told: Vec<_> = end.iter().map(|f| (f.field.as_str(), f.rule)).collect();
    assert_eq!(told, [("reason", Rule::Required)], "the reason is asked for once");
    let other = bench.fault("standing_change_many", many("split", "2022-03-20", true)).fields;
    assert_eq!(other[0].rule, Rule::StandingNotAllowed, "parts are of one project");
    let nobody = bench.fault("standing_change_many", many("active", "2022-03-20", true)).fields;
    assert_eq!((nobody[0].field.as_str(), nobody[0].rule), ("projects", Rule::Required));
}

#[test]
fn a_merged_project_keeps_its_records_and_its_target_says_where_it_came_from() {
    let bench = Bench::started();
    let (one, two, three) = (bench.project("甲一期"), bench.project("甲二期"), bench.project("甲三期"));
    for id in [&one, &two] {
        bench.call("project_save", json!({"id": id, "set": {"total": 100}}));
    }
    let report = json!({"project": two, "period": "2022-02", "basis": "dispatch", "set": {"done_total": 40}});
    bench.call("progress_save", report);
    bench.call("matter_save", json!({"id": null, "project": two, "set": {"element": "用地"}}));
    let before = bench.tables();
    assert_eq!(refused(&bench, &two, json!({"standing": "merged", "other": two})), [("other".into(), Rule::OwnParent)]);
    assert_eq!(refused(&bench, &two, json!({"standing": "merged"})), [("other".into(), Rule::Required)]);
    let file = change(&bench, &two, json!({"standing": "merged", "other": one, "document": "庆发改〔2022〕8号"}));
    assert_eq!((&file["now"], &file["merged_into"]["name"]), (&json!("merged"), &json!("甲一期")));
    let target = bench.call("standing_get", json!({"id": one}));
    assert_eq!(target["merged_from"], json!([{"id": two, "name": "甲二期"}]));
    let kept = bench.call("project_get", json!({"id": two}));
    assert_eq!((kept["progress"].as_array().unwrap().len(), kept["matters"].as_array().unwrap().len()), (1, 1));
    let sums = bench.call("project_list", json!({"limit": 5}))["sums"].clone();
    assert_eq!((&sums["total"], &sums["done_total"]), (&json!(100), &json!(0)), "it counts no more");
    assert_eq!(
        refused(&bench, &three, json!({"standing": "merged", "other": two})),
        [("other".into(), Rule::TargetEnded)]
    );
    bench.call("undo", json!({}));
    assert_eq!(bench.tables(), before);
}

#[test]
fn a_split_project_has_parts_one_counting_basis_and_a_difference_that_is_shown() {
    let bench = Bench::started();
    let id = bench.project("装备产业园打包项目");
    let set = json!({"total": 1000, "plan": 300, "region": "230604", "stage": "building"});
    bench.call("project_save", json!({"id": id, "set": set}));
    bench.call("duty_save", json!({"id": null, "project": id, "set": {"role": "leader", "name": "沈国栋"}}));
    let report =
        json!({"project": id, "period": "2022-02", "basis": "dispatch", "set": {"done_total": 120, "done_year": 20}});
    bench.call("progress_save", report);
    let before = bench.tables();
    let parts = json!([
        {"name": "装备产业园一区", "total": 600, "plan": 200, "done_total": 80, "done_year": 15},
        {"name": "装备产业园二区", "total": 390, "plan": 100, "done_total": 40, "done_year": 5},
    ]);
    assert_eq!(
        refused(&bench, &id, json!({"standing": "split", "parts": [{"name": " "}, {"name": "乙", "total": -1}]})),
        [
            ("basis".into(), Rule::Required),
            ("parts.0.name".into(), Rule::Required),
            ("parts.1.total".into(), Rule::Negative)
        ]
    );
    let file = change(&bench, &id, json!({"standing": "split", "basis": "parts", "parts": parts}));
    assert_eq!((&file["now"], &file["counted"]), (&json!("split"), &json!(false)));
    assert_eq!(file["history"].as_array().unwrap().len(), 1, "one act, one line");
    assert_eq!(file["history"][0]["others"].as_array().unwrap().len(), 2);
    assert_eq!(file["parts"]["difference"], json!({"total": 10, "plan": 0, "done_total": 0, "done_year": 0}));
    let page = bench.call("project_list", json!({"limit": 5}));
    assert_eq!(
        (&page["sums"]["total"], &page["sums"]["plan"], &page["sums"]["done_total"]),
        (&json!(990), &json!(300), &json!(120))
    );
    let part = page["rows"].as_array().unwrap().iter().find(|r| r["name"] == "装备产业园二区").unwrap().clone();
    assert_eq!(
        (&part["region"], &part["stage"], &part["leader"]),
        (&json!("230604"), &json!("building"), &json!("沈国栋"))
    );
    let of_part = bench.call("standing_get", json!({"id": part["id"]}));
    assert_eq!(of_part["parent"]["name"], "装备产业园打包项目");
    bench.call("undo", json!({}));
    assert_eq!(bench.tables(), before);

    let file = change(&bench, &id, json!({"standing": "split", "basis": "whole", "parts": parts}));
    assert_eq!((&file["now"], &file["counted"]), (&json!("active"), &json!(true)), "the package goes on and counts");
    let sums = bench.call("project_list", json!({"limit": 5}))["sums"].clone();
    assert_eq!((&sums["total"], &sums["done_total"]), (&json!(1000), &json!(120)), "its parts are inside it");
}

#[test]
fn changes_are_told_in_the_history_and_survive_a_fold() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    change(&bench, &id, json!({"standing": "suspended", "reason": "资金未落实", "expected_until": "2022-09-30/month"}));
    let history = bench.call("history_list", json!({"table": "project", "row": id}));
    assert!(
        history
            .as_array()
            .unwrap()
            .iter()
            .any(|c| c["table"] == "standing_change" && c["label"] == "standing_change_save")
    );
    bench.call("log_verify", json!({}));
}

/// 总投资 of what counts, by name, and of the whole desk.
fn counted(bench: &Bench) -> (Vec<String>, i64) {
    let page = bench.call("project_list", json!({"limit": 20}));
    let rows = page["rows"].as_array().unwrap().iter().filter(|row| row["counted"] == true);
    (rows.map(|row| row["name"].as_str().unwrap().into()).collect(), page["sums"]["total"].as_i64().unwrap())
}

#[test]
fn a_part_that_is_split_again_is_counted_once() {
    let bench = Bench::started();
    let id = bench.project("打包项目");
    bench.call("project_save", json!({"id": id, "set": {"total": 1000, "stage": "building"}}));
    let split = |id: &str, basis: &str, names: [&str; 2], total: i64| {
        let parts = names.map(|name| json!({"name": name, "total": total}));
        change(&bench, id, json!({"standing": "split", "basis": basis, "parts": parts}))
    };
    let file = split(&id, "whole", ["一区", "二区"], 500);
    assert_eq!(counted(&bench), (vec!["打包项目".into()], 1000));
    let part = file["parts"]["parts"][0]["id"].as_str().unwrap().to_string();
    for basis in ["parts", "whole"] {
        let file = split(&part, basis, ["一区东", "一区西"], 250);
        assert_eq!(file["counted"], false, "a part inside its package does not begin to count ({basis})");
        assert_eq!(counted(&bench), (vec!["打包项目".into()], 1000), "{basis}");
        bench.call("undo", json!({}));
    }
    let whole = bench.project("另一打包项目");
    bench.call("project_save", json!({"id": whole, "set": {"total": 90, "stage": "building"}}));
    let file = split(&whole, "parts", ["三区", "四区"], 45);
    let part = file["parts"]["parts"][0]["id"].as_str().unwrap().to_string();
    split(&part, "parts", ["三区东", "三区西"], 20);
    assert_eq!(counted(&bench).1, 1000 + 45 + 40, "parts that count are counted on");
}

#[test]
fn a_project_does_not_become_a_part_of_its_own_part_nor_after_its_end() {
    let bench = Bench::started();
    let [top, gone] = ["打包项目", "已终止项目"].map(|name| bench.project(name));
    bench.call("project_save", json!({"id": top, "set": {"stage": "building"}}));
    change(&bench, &gone, json!({"standing": "terminated", "reason": "企业退出"}));
    let split = json!({"standing": "split", "basis": "whole", "parts": [{"name": "一区"}, {"name": "二区"}]});
    let below = change(&bench, &top, split)["parts"]["parts"][0]["id"].as_str().unwrap().to_string();
    let with = |id: &str| json!({"standing": "split", "basis": "parts", "parts": [{"name": "新", "project": id}]});
    assert_eq!(refused(&bench, &below, with(&top)), [("parts.0.name".into(), Rule::OwnParent)]);
    assert_eq!(refused(&bench, &below, with(&gone)), [("parts.0.name".into(), Rule::PartEnded)]);
    assert_eq!(refused(&bench, &below, with(&below)), [("parts.0.name".into(), Rule::OwnParent)]);
}
