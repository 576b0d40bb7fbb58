//! The project's file: 开工认定 and 复工, 纳统, what one undo takes back.

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};
use zhuanban_core::error::Rule;

fn start(bench: &Bench, project: &str, set: Json) -> Json {
    bench.call("start_save", json!({"id": null, "project": project, "set": set}))
}

fn refused(bench: &Bench, project: &str, set: Json) -> Vec<(String, Rule)> {
    let fault = bench.fault("start_save", json!({"id": null, "project": project, "set": set}));
    fault.fields.into_iter().map(|f| (f.field, f.rule)).collect()
}

fn project(bench: &Bench, id: &str) -> Json {
    bench.call("project_get", json!({"id": id}))["project"].clone()
}

fn counted(bench: &Bench, year: i32) -> (i64, i64, i64) {
    let count = bench.call("start_count", json!({"year": year}));
    let of = |key: &str| count[key].as_i64().unwrap();
    (of("opened"), of("new"), of("resumed"))
}

#[test]
fn a_start_is_declared_verified_and_recognised() {
    let bench = Bench::started();
    let id = bench.project("北辰智能电机产业园");
    let file = start(&bench, &id, json!({"happened_on": "2022-03-10", "declared_on": "2022-03-11"}));
    let made = &file["starts"][0];
    assert_eq!((&made["kind"], &made["decision"], &file["opened"]), (&json!("new"), &json!("pending"), &json!(null)));
    assert_eq!(counted(&bench, 2022), (0, 0, 0), "declared is not recognised");
    assert_eq!(project(&bench, &id)["started_actual"], json!(null));

    let recognise = json!({"id": made["id"], "project": null, "set": {"decision": "recognised"}});
    let fault = bench.fault("start_save", recognise);
    let fields: Vec<_> = fault.fields.iter().map(|f| (f.field.as_str(), f.rule)).collect();
    assert_eq!(fields, [("verified_on", Rule::NotVerified), ("verified_by", Rule::NotVerified)]);

    let set = json!({"decision": "recognised", "verified_on": "2022-03-15", "verified_by": "林晓、市住建局", "standard": "主体工程正式破土动工"});
    let file = bench.call("start_save", json!({"id": made["id"], "project": null, "set": set}));
    assert_eq!(file["opened"], json!({"kind": "new", "on": "2022-03-10", "recognised": true}));
    assert_eq!(file["starts"][0]["decided_on"], "2022-03-28", "today, where no day is named");
    let after = project(&bench, &id);
    assert_eq!((&after["started_actual"], &after["stage"]), (&json!("2022-03-10"), &json!("started")));
    assert_eq!(counted(&bench, 2022), (1, 1, 0));

    bench.call("undo", json!({}));
    let before = project(&bench, &id);
    assert_eq!((&before["started_actual"], &before["stage"]), (&json!(null), &json!("preparing")), "one undo for all");
    assert_eq!(counted(&bench, 2022), (0, 0, 0));
}

#[test]
fn a_start_that_does_not_hold_is_struck_out() {
    let bench = Bench::started();
    let id = bench.project("石墨负极材料项目");
    bench.call("project_save", json!({"id": id, "set": {"started_actual": "2022-03-31/month"}}));
    assert_eq!(counted(&bench, 2022), (1, 1, 0), "the ledger's own date, while nobody decided");
    let none = json!({"happened_on": "2022-03-05", "decision": "rejected"});
    assert_eq!(refused(&bench, &id, none), [("reason".into(), Rule::Required)]);
    start(&bench, &id, json!({"happened_on": "2022-03-05", "decision": "rejected", "reason": "仅平整场地"}));
    assert_eq!(counted(&bench, 2022), (0, 0, 0));
    start(&bench, &id, json!({"happened_on": "2022-03-20"}));
    assert_eq!(refused(&bench, &id, json!({"kind": "new"})), [("kind".into(), Rule::StartedAlready)]);
    let late = json!({"happened_on": "2022-04-01", "kind": "new"});
    assert!(refused(&bench, &id, late).contains(&("happened_on".into(), Rule::ActualInFuture)));
    let early = json!({"kind": "resume", "happened_on": "2022-03-20", "verified_on": "2022-03-19"});
    assert!(refused(&bench, &id, early).contains(&("verified_on".into(), Rule::BeforeTheStart)));
}

#[test]
fn a_site_that_stopped_for_the_winter_is_taken_up_again_each_spring() {
    let bench = Bench::started();
    let id = bench.project("聚碳酸酯联合项目");
    assert_eq!(refused(&bench, &id, json!({"kind": "resume"})), [("kind".into(), Rule::NeverStarted)]);
    bench.call("project_save", json!({"id": id, "set": {"started_actual": "2020-08-31/month", "stage": "building"}}));
    assert_eq!(bench.call("start_list", json!({"id": id}))["resume_due"], true, "spring: nobody has said so yet");
    let stop = json!({"project": id, "standing": "winter_stop", "happened_on": "2021-11-10"});
    bench.call("standing_change_save", stop);
    let file = start(&bench, &id, json!({"happened_on": "2021-03-25", "decision": "recognised"}));
    assert_eq!(file["starts"][0]["kind"], "resume");
    assert_eq!(project(&bench, &id)["standing"], "winter_stop", "last spring's does not end this winter");
    assert_eq!((counted(&bench, 2021), counted(&bench, 2022)), ((1, 0, 1), (0, 0, 0)));
    assert_eq!(bench.call("start_list", json!({"id": id}))["resume_due"], true);

    let file = start(&bench, &id, json!({"happened_on": "2022-03-21", "decision": "recognised"}));
    assert_eq!(file["opened"], json!({"kind": "resume", "on": "2022-03-21", "recognised": true}));
    assert_eq!(file["resume_due"], false);
    assert_eq!(project(&bench, &id)["standing"], "active");
    let standing = bench.call("standing_get", json!({"id": id}));
    assert_eq!(standing["history"][0]["change"]["happened_on"], "2022-03-21");
    assert_eq!(counted(&bench, 2022), (1, 0, 1));
    let again = json!({"happened_on": "2022-03-25"});
    assert_eq!(refused(&bench, &id, again), [("kind".into(), Rule::StartedAlready)], "once a year");

    bench.call("undo", json!({}));
    assert_eq!(project(&bench, &id)["standing"], "winter_stop");
    assert_eq!(counted(&bench, 2022), (0, 0, 0));
}

#[test]
fn a_start_follows_its_day_and_leaves_what_was_typed() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    let verified = json!({"happened_on": "2022-03-10", "decision": "recognised", "verified_on": "2022-03-12", "verified_by": "林晓"});
    let file = start(&bench, &id, verified.clone());
    let edit = json!({"id": file["starts"][0]["id"], "project": null, "set": {"happened_on": "2022-03-08"}});
    bench.call("start_save", edit);
    assert_eq!(project(&bench, &id)["started_actual"], "2022-03-08");
    let other = bench.project("乙项目");
    bench
        .call("project_save", json!({"id": other, "set": {"started_actual": "2022-02-28/month", "stage": "building"}}));
    start(&bench, &other, verified);
    let after = project(&bench, &other);
    assert_eq!((&after["started_actual"], &after["stage"]), (&json!("2022-02-28/month"), &json!("building")));
    assert_eq!(counted(&bench, 2022), (2, 2, 0));
    bench.call("project_save", json!({"id": other, "set": {"counted": false}}));
    assert_eq!(counted(&bench, 2022), (1, 1, 0), "counted inside another project");
}

#[test]
fn a_project_is_entered_into_statistics() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    let save = |set: Json| bench.call("statistics_entry_save", json!({"project": id, "set": set}));
    bench.call("project_save", json!({"id": id, "set": {"total": 120_000_000, "started_actual": "2022-01-20"}}));
    let file = bench.call("statistics_entry_get", json!({"id": id}));
    assert_eq!((&file["entry"], &file["due_by_total"]), (&json!(null), &json!(true)));
    assert_eq!(file["months_waiting"], 2, "应纳未纳 since the start");
    let file = save(json!({"lacking": "施工许可证", "reason": "手续未齐"}));
    assert_eq!((&file["entry"]["due"], &file["entry"]["entered"]), (&json!(true), &json!(false)));
    let bad = json!({"project": id, "set": {"entered_period": "2022-13"}});
    assert_eq!(bench.fault("statistics_entry_save", bad).fields[0].rule, Rule::NoSuchMonth);
    let file = save(json!({"entered_period": "2022-03", "code": "370911000001", "name": "年产3000台电机项目"}));
    assert_eq!((&file["entry"]["entered"], &file["months_waiting"]), (&json!(true), &json!(null)));
    let file = save(json!({"entered": false}));
    assert_eq!((&file["entry"]["entered_period"], &file["entry"]["due"]), (&json!(null), &json!(true)));
    bench.call("statistics_entry_remove", json!({"id": id}));
    let again = save(json!({"entered": true}));
    assert_eq!(again["entry"]["entered"], true, "made again after it was removed");
    let small = bench.project("小项目");
    bench.call("project_save", json!({"id": small, "set": {"total": 4_990_000}}));
    assert_eq!(bench.call("statistics_entry_get", json!({"id": small}))["due_by_total"], false);
}
