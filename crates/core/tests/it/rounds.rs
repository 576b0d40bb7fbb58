//! Snapshots and reporting rounds: what is frozen stays, what differs is said, a closed period asks for a reason.

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};

fn report(bench: &Bench, project: &str, period: &str, set: Json) -> Json {
    bench.call("progress_save", json!({"project": project, "period": period, "basis": "dispatch", "set": set}))
}

/// Three projects in two counties with reports of December and March.
fn two_counties(bench: &Bench) -> Vec<String> {
    let made = [("玉米深加工", "230604", 300), ("石墨负极材料", "230606", 100), ("大豆精深加工", "230604", 200)];
    let ids: Vec<String> = made
        .iter()
        .map(|(name, region, total)| {
            let id = bench.project(name);
            bench.call("project_save", json!({"id": id, "set": {"region": region, "total": total}}));
            report(bench, &id, "2021-12", json!({"done_total": total / 10, "image": "基础施工"}));
            id
        })
        .collect();
    bench.call("department_save", json!({"id": null, "set": {"name": "大同区", "kind": "county", "position": 1}}));
    ids
}

#[test]
fn a_snapshot_stays_while_the_ledger_moves_on() {
    let bench = Bench::started();
    let ids = two_counties(&bench);
    let taken = bench.call("snapshot_save", json!({"name": "2021年末", "kind": "manual", "period": "2021-12"}));
    report(&bench, &ids[0], "2022-03", json!({"done_total": 90, "issue": "高压线迁改"}));
    bench.call("project_save", json!({"id": ids[1], "set": {"name": "石墨负极材料（二期）"}}));
    bench.call("project_remove", json!({"id": ids[2]}));
    bench.project("冷链物流园");
    let compared = bench.call("snapshot_compare", json!({"from": taken["id"], "to": "now", "limit": 50}));
    let counts = ["added", "gone", "changed", "same"].map(|k| compared[k].as_i64().unwrap());
    assert_eq!(counts, [1, 1, 2, 0]);
    let lines = compared["lines"].as_array().unwrap();
    let told: Vec<_> = lines.iter().map(|l| (l["kind"].as_str().unwrap(), l["name"].as_str().unwrap())).collect();
    assert_eq!(
        told,
        [
            ("changed", "玉米深加工"),
            ("changed", "石墨负极材料（二期）"),
            ("added", "冷链物流园"),
            ("gone", "大豆精深加工")
        ]
    );
    assert_eq!(
        lines[0]["fields"],
        json!([
            {"field": "done_total", "old": 30, "new": 90},
            {"field": "issue", "old": null, "new": "高压线迁改"}
        ])
    );
    let units = compared["units"].as_array().unwrap();
    let names: Vec<_> = units.iter().map(|u| u["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["大同区", "让胡路区", ""], "a unit with a position comes first, whatever its code");
    assert_eq!((&units[1]["from"]["done_total"], &units[1]["to"]["done_total"]), (&json!(50), &json!(90)));
    assert_eq!((&compared["from"]["total"], &compared["to"]["total"]), (&json!(600), &json!(400)));
    let one = bench.call("snapshot_compare", json!({"from": taken["id"], "to": "now", "unit": "230606", "limit": 50}));
    assert_eq!((&one["count"], &one["lines"][0]["fields"][0]["field"]), (&json!(1), &json!("name")));
}

#[test]
fn a_month_can_be_compared_with_a_month_and_reports_to_come_are_left_out() {
    let bench = Bench::started();
    let ids = two_counties(&bench);
    report(&bench, &ids[0], "2022-03", json!({"done_total": 90, "done_year": 60}));
    let compared = bench.call("snapshot_compare", json!({"from": "2021-12", "to": "2022-03", "limit": 9}));
    assert_eq!((&compared["changed"], &compared["same"]), (&json!(1), &json!(2)));
    assert_eq!((&compared["from"]["done_total"], &compared["to"]["done_total"]), (&json!(60), &json!(120)));
    let early = bench.call("snapshot_save", json!({"name": "二月", "kind": "manual", "period": "2022-02"}));
    let listed = bench.call("snapshot_list", json!({}));
    assert_eq!((&listed[0]["snapshot"]["id"], &listed[0]["sums"]["done_total"]), (&early["id"], &json!(60)));
    bench.call("undo", json!({}));
    assert_eq!(bench.call("snapshot_list", json!({})), json!([]));
    assert_eq!(bench.tables()["snapshot_row"].len(), 0);
}
