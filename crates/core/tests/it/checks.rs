//! 校验: the page of contradictions, letting one pass, and its coming back when the values change.

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};
use zhuanban_core::error::{Code, Rule};

fn report(bench: &Bench, project: &str, period: &str, set: Json) {
    bench.call("progress_save", json!({"project": project, "period": period, "basis": "dispatch", "set": set}));
}

fn lines(page: &Json) -> Vec<(String, String)> {
    let rows = page["rows"].as_array().unwrap();
    rows.iter().map(|r| (r["name"].as_str().unwrap().to_string(), r["check"].as_str().unwrap().to_string())).collect()
}

/// One project of a district, complete but for what a test changes.
fn site(bench: &Bench, name: &str, region: &str, unit: &str) -> String {
    let id = bench.project(name);
    let set = json!({"region": region, "stage": "building", "total": 50_000, "plan": 20_000, "plan_year": 2022, "responsible_unit": unit});
    bench.call("project_save", json!({"id": id, "set": set}));
    bench.call("duty_save", json!({"id": null, "project": id, "set": {"role": "leader", "name": "沈国栋"}}));
    id
}

#[test]
fn contradictions_are_counted_by_check_and_by_unit_and_told_with_both_values() {
    let bench = Bench::started();
    let one = site(&bench, "甲项目", "230604", "让胡路区政府");
    let two = site(&bench, "乙项目", "230606", "大同区政府");
    report(&bench, &one, "2022-01", json!({"done_total": 12_300, "done_year": 2_000}));
    report(&bench, &one, "2022-02", json!({"done_total": 9_800, "done_year": 2_500}));
    report(&bench, &two, "2022-02", json!({"done_total": 0, "done_month": -5}));
    let page = bench.call("check_list", json!({}));
    assert_eq!((&page["period"], &page["checked"], &page["open"]), (&json!("2022-02"), &json!(2), &json!(3)));
    assert_eq!(page["periods"], json!(["2022-02", "2022-01"]));
    let expected = [("甲项目", "done_decreased"), ("乙项目", "month_negative"), ("乙项目", "started_zero")];
    assert_eq!(lines(&page), expected.map(|(n, c)| (n.to_string(), c.to_string())));
    assert_eq!(
        (&page["rows"][0]["ours"], &page["rows"][0]["other"], &page["rows"][0]["place"], &page["rows"][0]["field"]),
        (
            &json!({"kind": "money", "value": 9_800}),
            &json!({"kind": "money", "value": 12_300}),
            &json!(1),
            &json!("done_total")
        )
    );
    assert_eq!(page["units"][0], json!({"key": "230606", "name": "大同区", "open": 2}));
    let unit = bench.call("check_list", json!({"by": "responsible_unit", "unit": "让胡路区政府"}));
    assert_eq!(lines(&unit), [("甲项目".to_string(), "done_decreased".to_string())]);
    assert_eq!(bench.call("check_list", json!({"period": "2022-01"}))["open"], 0, "in January all was well");
    assert_eq!(lines(&bench.call("check_list", json!({"check": "started_zero"}))).len(), 1);
    assert_eq!(lines(&bench.call("check_list", json!({"text": "甲"}))).len(), 1);
}

#[test]
fn an_oddity_that_is_true_passes_with_a_reason_until_its_values_change() {
    let bench = Bench::started();
    let id = site(&bench, "甲项目", "230604", "让胡路区政府");
    report(&bench, &id, "2022-01", json!({"done_total": 12_300}));
    report(&bench, &id, "2022-02", json!({"done_total": 9_800}));
    let row = bench.call("check_list", json!({}))["rows"][0].clone();
    let item = json!({"project": id, "check": row["check"], "period": row["period"], "seen": row["seen"]});
    let pass = |reason: &str| json!({"period": null, "items": [item.clone()], "reason": reason});
    assert_eq!(bench.fault("check_pass", pass(" ")).fields[0].rule, Rule::Required);
    let before = bench.tables();
    bench.call("check_pass", pass("审计核减"));
    let page = bench.call("check_list", json!({}));
    assert_eq!((&page["open"], &page["passed"], &page["units"]), (&json!(0), &json!(1), &json!([])));
    let passed = bench.call("check_list", json!({"passed": true}));
    assert_eq!(passed["rows"][0]["pass"]["reason"], "审计核减");
    bench.call("undo", json!({}));
    assert_eq!(bench.tables(), before);
    bench.call("redo", json!({}));

    report(&bench, &id, "2022-02", json!({"done_total": 9_000}));
    assert_eq!(bench.call("check_list", json!({}))["open"], 1, "another figure is another oddity");
    assert_eq!(bench.fault("check_pass", pass("审计核减")).code, Code::Stale, "what was shown is no longer so");
    report(&bench, &id, "2022-02", json!({"done_total": 9_800}));
    let passed = bench.call("check_list", json!({"passed": true}))["rows"][0]["pass"]["id"].clone();
    bench.call("check_pass_remove", json!({"id": passed}));
    assert_eq!(bench.call("check_list", json!({}))["open"], 1);
}

#[test]
fn a_stage_that_went_back_a_wrong_phone_and_a_project_that_ended() {
    let bench = Bench::started();
    let id = site(&bench, "甲项目", "230604", "让胡路区政府");
    bench.call("project_save", json!({"id": id, "set": {"stage": "completed"}}));
    bench.call("snapshot_save", json!({"name": "二月", "kind": "manual", "period": "2022-02"}));
    bench.call("project_save", json!({"id": id, "set": {"stage": "building"}}));
    bench.call("contact_save", json!({"id": null, "project": id, "set": {"name": "孙勇", "phone": "138 0000 001"}}));
    report(&bench, &id, "2022-03", json!({"done_total": 40_000}));
    let page = bench.call("check_list", json!({}));
    let found: Vec<_> = lines(&page).into_iter().map(|(_, check)| check).collect();
    assert_eq!(found, ["stage_back", "phone"]);
    assert_eq!(page["rows"][0]["other"], json!({"kind": "stage", "value": "completed"}));
    bench.call(
        "approval_step",
        json!({"project": id, "item": "C05", "state": "approved", "happened_on": "2022-03-20", "set": {}}),
    );
    bench.call("project_save", json!({"id": id, "set": {"started_actual": "2022-03-01"}}));
    let page = bench.call("check_list", json!({"check": "started_before_permit"}));
    assert_eq!(page["rows"][0]["other"], json!({"kind": "day", "value": "2022-03-20"}));
    bench.call("standing_change_save", json!({"project": id, "standing": "terminated", "reason": "企业破产"}));
    assert_eq!(bench.call("check_list", json!({}))["checked"], 0, "what has ended is not checked");
}

#[test]
fn the_same_name_twice_in_one_enterprise() {
    let bench = Bench::started();
    for name in ["冷链物流园（一期）", "冷链物流园(一期)", "冷链物流园二期"] {
        let draft = json!({"id": null, "set": {"name": name}, "enterprise_name": "瑷珲供应链有限公司"});
        bench.call("project_save", draft);
    }
    let found = lines(&bench.call("check_list", json!({"check": "same_name"})));
    assert_eq!(found.len(), 2, "both are shown, the second phase is another project: {found:?}");
}

#[test]
fn every_entry_of_the_negative_list_is_told_with_its_measure_and_passes_by_itself() {
    let bench = Bench::started();
    let id = site(&bench, "水泥熟料搬迁项目", "230604", "让胡路区政府");
    bench.call("project_save", json!({"id": id, "set": {"industry": "3011"}}));
    let entry = |name: &str, set: Json| {
        let mut set = set;
        set["name"] = json!(name);
        bench.call("negative_save", json!({"id": null, "set": set}))["id"].clone()
    };
    let permit = entry("水泥制造", json!({"industry": "301", "measure": "permit"}));
    entry("新增熟料产能", json!({"words": "水泥熟料", "measure": "prohibited"}));
    let rows = || bench.call("check_list", json!({"check": "negative"}))["rows"].as_array().unwrap().clone();
    let told = |row: &Json| (row["ours"]["value"].clone(), row["other"].clone());
    let of = |name: &str, measure: &str| json!({"kind": "entry", "value": {"name": name, "measure": measure}});
    let expected = [(json!("水泥熟料"), of("新增熟料产能", "prohibited")), (json!("301"), of("水泥制造", "permit"))];
    assert_eq!(rows().iter().map(told).collect::<Vec<_>>(), expected);
    let items: Vec<Json> = rows()
        .iter()
        .map(|row| json!({"project": id, "check": row["check"], "period": row["period"], "seen": row["seen"]}))
        .collect();
    bench.call("check_pass", json!({"items": [items[1]], "reason": "已取得产能置换批复", "period": null}));
    assert_eq!(rows().len(), 1);
    bench.call("check_pass", json!({"items": [items[0]], "reason": "只搬迁，不新增", "period": null}));
    assert_eq!(rows().len(), 0);
    bench.call("negative_save", json!({"id": permit, "set": {"measure": "prohibited"}}));
    assert_eq!(rows().len(), 1, "what was passed with a permit in mind is not passed now that nobody may enter");
}
