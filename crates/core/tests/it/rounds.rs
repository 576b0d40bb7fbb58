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

fn open(bench: &Bench) -> Json {
    bench.call(
        "round_open",
        json!({"kind": "quarterly", "period": "2022-03", "as_of": "2022-03-31", "due_on": "2022-03-28", "due_minute": 1020,
            "split": "region", "asked": ["stage", "done_total", "image", "issue"], "query": {}}),
    )
}

fn state_counts(page: &Json) -> Vec<(String, i64)> {
    let counts = page["counts"].as_array().unwrap().iter();
    let pairs = counts.map(|c| (c["state"].as_str().unwrap().to_string(), c["count"].as_i64().unwrap()));
    pairs.filter(|(_, count)| *count > 0).collect()
}

#[test]
fn a_round_knows_its_units_in_official_order_and_who_is_missing() {
    let bench = Bench::started();
    let ids = two_counties(&bench);
    let round = open(&bench);
    assert_eq!(round["name"], "2022年一季度");
    let page = bench.call("round_get", json!({"id": round["id"]}));
    let units: Vec<_> = page["units"].as_array().unwrap().iter().map(|u| u["unit"]["name"].as_str().unwrap()).collect();
    assert_eq!(units, ["大同区", "让胡路区"]);
    assert_eq!(state_counts(&page), [("unsent".into(), 2)]);
    assert_eq!(bench.call("round_not_updated", json!({"id": round["id"]})).as_array().unwrap().len(), 3);
    report(&bench, &ids[0], "2022-03", json!({"done_total": 90}));
    let zero = json!({"id": page["units"][0]["unit"]["id"], "state": "zero", "stamped": true, "note": "电话报零"});
    bench.call("round_unit_mark", zero);
    let page = bench.call("round_get", json!({"id": round["id"]}));
    assert_eq!(state_counts(&page), [("unsent".into(), 1), ("zero".into(), 1)]);
    let waiting = bench.call("round_not_updated", json!({"id": round["id"]}));
    let names: Vec<_> = waiting.as_array().unwrap().iter().map(|p| p["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["大豆精深加工"], "a unit that reported nothing new has spoken for its projects");
    let said = bench.call("round_text", json!({"round": round["id"], "unit": null}));
    assert_eq!(said["text"], "截至今天12:00，2022年一季度进展表已报1个单位，尚缺：让胡路区。请17:00前报送，逾期通报。");
    let refused = bench.fault(
        "round_open",
        json!({"kind": "quarterly", "period": "2022-05", "as_of": "2022-03-31", "due_on": "2022-03-28",
            "due_minute": 2000, "split": "region", "asked": [], "query": {}}),
    );
    let fields: Vec<_> = refused.fields.iter().map(|f| f.field.as_str()).collect();
    assert_eq!(fields, ["period", "due_minute", "asked"]);
}

#[test]
fn what_has_ended_is_asked_of_nobody() {
    let bench = Bench::started();
    let ids = two_counties(&bench);
    let more = bench.project("早已终止的项目");
    bench.call("project_save", json!({"id": more, "set": {"region": "230604"}}));
    bench.end(&more);
    // A package of which the parts count is reported all the same.
    let whole = bench.project("打包工程");
    bench.call("project_save", json!({"id": whole, "set": {"region": "230604", "counted": false}}));
    let part = bench.project("其中项");
    bench.call("project_save", json!({"id": part, "set": {"region": "230604", "counted": false, "parent": ids[0]}}));
    let round = open(&bench);
    let asked = || bench.call("round_get", json!({"id": round["id"]}));
    let waiting = || {
        let waiting = bench.call("round_not_updated", json!({"id": round["id"]}));
        waiting.as_array().unwrap().iter().map(|p| p["name"].as_str().unwrap().to_string()).collect::<Vec<_>>()
    };
    let mut names = waiting();
    names.sort_unstable();
    assert_eq!(
        names,
        ["其中项", "大豆精深加工", "打包工程", "玉米深加工", "石墨负极材料"],
        "a part is reported with its whole"
    );
    assert_eq!((&asked()["projects"], &asked()["units"][1]["projects"]), (&json!(5), &json!(4)));
    bench.end(&ids[2]);
    assert!(!waiting().contains(&"大豆精深加工".to_string()), "it ended while the round was open");
    assert_eq!(asked()["units"][1]["projects"], 3);
}

#[test]
fn days_since_anybody_touched_a_project_are_counted() {
    let bench = Bench::started();
    let ids = two_counties(&bench);
    let round = open(&bench);
    bench.clock.0.fetch_add(5 * 86_400_000, std::sync::atomic::Ordering::Relaxed);
    bench.call("matter_save", json!({"id": null, "project": ids[0], "set": {"kind": "need", "element": "用地"}}));
    let waiting = bench.call("round_not_updated", json!({"id": round["id"]}));
    let days: Vec<_> = waiting.as_array().unwrap().iter().map(|p| p["days"].as_i64().unwrap()).collect();
    assert_eq!(days, [5, 5, 0], "the longest waiting first within a unit");
    let page = bench.call("round_get", json!({"id": round["id"]}));
    assert_eq!((&page["overdue"], &page["units"][1]["idle_days"]), (&json!(true), &json!(5)));
}

#[test]
fn a_closed_period_asks_for_a_reason_and_puts_it_on_record() {
    let bench = Bench::started();
    let ids = two_counties(&bench);
    let round = open(&bench);
    report(&bench, &ids[0], "2022-03", json!({"done_total": 90}));
    bench.call("round_close", json!({"id": round["id"]}));
    let change = |period: &str, set: Json, said: Json| json!({"project": ids[0], "period": period, "basis": "dispatch", "set": set, "correction": said});
    let refused = bench.fault("progress_save", change("2022-03", json!({"done_total": 95}), json!(null)));
    assert_eq!(refused.code, zhuanban_core::error::Code::PeriodClosed);
    assert_eq!(refused.params["name"], "玉米深加工");
    let blank = json!({"reason": " ", "agreed_by": ""});
    assert_eq!(bench.fault("progress_save", change("2022-03", json!({"done_total": 95}), blank)).fields.len(), 2);
    bench.call("progress_save", change("2022-04", json!({"done_total": 120}), json!(null)));
    bench.call("progress_save", change("2022-03", json!({"as_of": "2022-03-31"}), json!(null)));
    let said = json!({"reason": "企业补报发票", "agreed_by": "张立新"});
    bench.call("progress_save", change("2022-03", json!({"done_total": 95}), said.clone()));
    let late = json!({"project": ids[2], "period": "2022-03", "basis": "dispatch", "set": {"issue": "招工难"}, "correction": said});
    bench.call("progress_save", late);
    let lines = bench.call("round_corrections", json!({"id": round["id"]}));
    let told: Vec<_> =
        lines.as_array().unwrap().iter().map(|l| [&l["name"], &l["field"], &l["old"], &l["new"]]).collect();
    assert_eq!(
        told,
        [
            [&json!("大豆精深加工"), &json!("issue"), &json!(null), &json!("招工难")],
            [&json!("玉米深加工"), &json!("done_total"), &json!("90"), &json!("95")],
        ],
        "what a late report merely carries on is no correction"
    );
    assert_eq!((&lines[0]["reason"], &lines[0]["agreed_by"]), (&json!("企业补报发票"), &json!("张立新")));
    let page = bench.call("round_get", json!({"id": round["id"]}));
    assert_eq!(page["now"]["done_total"], 90 + 10 + 20, "what was frozen stays");
    bench.call("undo", json!({}));
    bench.call("undo", json!({}));
    assert_eq!(bench.call("round_corrections", json!({"id": round["id"]})), json!([]));
    let mark = json!({"id": page["units"][0]["unit"]["id"], "state": "received"});
    assert_eq!(bench.fault("round_unit_mark", mark).code, zhuanban_core::error::Code::RoundClosed);
}

#[test]
fn last_year_is_that_month_of_last_year_and_undo_takes_a_round_back_whole() {
    let bench = Bench::started();
    let ids = two_counties(&bench);
    report(&bench, &ids[0], "2021-03", json!({"done_total": 7}));
    let before = bench.tables();
    let round = open(&bench);
    report(&bench, &ids[0], "2022-03", json!({"done_total": 90}));
    let last = bench.call("round_compare", json!({"id": round["id"], "with": "last", "limit": 9}));
    assert_eq!((&last["from"]["done_total"], &last["to"]["done_total"]), (&json!(60), &json!(120)));
    let year = bench.call("round_compare", json!({"id": round["id"], "with": "last_year", "limit": 9}));
    assert_eq!((&year["from"]["done_total"], &year["added"]), (&json!(7), &json!(2)));
    bench.call("undo", json!({}));
    bench.call("round_remove", json!({"id": round["id"]}));
    assert_eq!(bench.tables(), before);
    bench.call("undo", json!({}));
    bench.call("undo", json!({}));
    assert_eq!(bench.tables(), before);
}

#[test]
fn last_years_figure_of_the_year_is_not_this_years() {
    let bench = Bench::started();
    let [old, new] = ["甲项目", "乙项目"].map(|name| bench.project(name));
    report(&bench, &old, "2021-12", json!({"done_total": 900, "done_year": 300, "done_month": 40, "image": "封顶"}));
    report(&bench, &new, "2022-03", json!({"done_total": 80, "done_year": 50, "done_month": 20}));
    bench.call(
        "progress_save",
        json!({"project": old, "period": "2021-12", "basis": "statistics", "set": {"done_year": 280}}),
    );
    bench.call("snapshot_save", json!({"name": "三月", "kind": "manual", "period": "2022-03"}));
    bench.call("snapshot_save", json!({"name": "年末", "kind": "manual", "period": "2021-12"}));
    let sums = |at: usize| bench.call("snapshot_list", json!({}))[at]["sums"].clone();
    assert_eq!((&sums(1)["done_total"], &sums(1)["done_year"]), (&json!(980), &json!(50)), "December's 300 are 2021's");
    assert_eq!((&sums(0)["done_total"], &sums(0)["done_year"]), (&json!(900), &json!(300)));
    let frozen = bench.tables()["snapshot_row"].join("\n");
    assert_eq!(frozen.matches("Integer(280)").count(), 1, "of statistics the same: {frozen}");
    let now = bench.call("snapshot_compare", json!({"from": "2021-12", "to": "now", "limit": 9}));
    assert_eq!((&now["from"]["done_year"], &now["to"]["done_year"]), (&json!(300), &json!(50)));
    let changed: Vec<_> = now["lines"].as_array().unwrap().iter().map(|l| &l["name"]).collect();
    assert_eq!(changed, ["乙项目"], "that a new year begins empty is no news");
    report(&bench, &new, "2022-02", json!({"done_total": 60, "done_year": 30}));
    report(&bench, &new, "2022-03", json!({"done_year": null}));
    let less = bench.call("snapshot_compare", json!({"from": "2022-02", "to": "2022-03", "limit": 9}));
    let fields = less["lines"][0]["fields"].as_array().unwrap();
    assert!(fields.iter().any(|f| f["field"] == "done_year"), "that a figure of the same year is gone is: {fields:?}");
}

#[test]
fn a_quarter_is_compared_with_the_quarter_before_and_filled_in_over_the_newest_report() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    for (period, done) in [("2021-12", 100), ("2022-01", 120), ("2022-02", 150)] {
        report(&bench, &id, period, json!({"done_total": done, "image": format!("{period}的形象")}));
    }
    let open = |kind: &str| {
        bench.call(
            "round_open",
            json!({"kind": kind, "period": "2022-03", "as_of": "2022-03-31", "due_on": "2022-03-31", "due_minute": 1020,
                "split": "region", "query": {}, "asked": ["done_total"]}),
        )
    };
    for (kind, period, day, done) in
        [("quarterly", "2021-12", "2021-12-31", 100), ("monthly", "2022-02", "2022-02-28", 150)]
    {
        let round = open(kind);
        let page = bench.call("round_get", json!({"id": round["id"]}));
        assert_eq!(page["before"]["done_total"], done, "{kind}");
        let taken = bench.call("snapshot_list", json!({}))[0]["snapshot"].clone();
        assert_eq!((&taken["period"], &taken["as_of"]), (&json!(period), &json!(day)), "{kind}");
        let known = |r: &zhuanban_core::store::Reader| {
            let round = serde_json::from_value(round.clone()).unwrap();
            zhuanban_core::round::query::known(r, &round)
        };
        let row = bench.desk.read(&zhuanban_core::Caller::default(), known).unwrap().remove(0);
        assert_eq!((row.done_total, row.image.as_deref()), (Some(150), Some("2022-02的形象")), "{kind}");
    }
}

#[test]
fn a_file_is_kept_as_it_was_looked_at_or_not_at_all() {
    use zhuanban_core::attachment::keep::{keep_known, look, place};
    let bench = Bench::started();
    let file = bench.folder.path().join("大同区.xlsx");
    std::fs::write(&file, b"as it was read").unwrap();
    let was = look(&file).unwrap().hash;
    let keep = || keep_known(bench.desk.folder(), &file, &was, &bench.desk.fresh_name());
    std::fs::write(&file, b"changed since").unwrap();
    assert_eq!(zhuanban_core::Fault::from(keep().unwrap_err()).code, zhuanban_core::error::Code::FileChanged);
    let kept = place(bench.desk.folder(), &was);
    assert!(!kept.exists(), "no bytes lie under a hash that is not theirs");
    std::fs::write(&file, b"as it was read").unwrap();
    std::fs::create_dir_all(kept.parent().unwrap()).unwrap();
    std::fs::write(&kept, b"as it").unwrap();
    keep().unwrap();
    assert_eq!(look(&kept).unwrap().hash, was, "a copy that was cut short is made whole");
}
