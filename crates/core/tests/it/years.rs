//! The turn of the year: 252 projects carried over at once, December untouched, one undo; lists and their versions.

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};
use std::sync::atomic::Ordering;
use zhuanban_core::error::Rule;

/// 2023-01-09 12:00 in Beijing.
const JANUARY: i64 = 1_673_236_800_000;

fn report(bench: &Bench, project: &str, period: &str, set: Json) {
    bench.call("progress_save", json!({"project": project, "period": period, "basis": "dispatch", "set": set}));
}

fn project(bench: &Bench, name: &str, set: Json) -> String {
    let mut all = json!({"name": name, "plan": 100, "plan_year": 2022, "total": 1000});
    all.as_object_mut().unwrap().extend(set.as_object().unwrap().clone());
    let saved = bench.call("project_save", json!({"id": null, "set": all}));
    saved["project"]["id"].as_str().unwrap().to_string()
}

fn january() -> Bench {
    let bench = Bench::started();
    bench.clock.0.store(JANUARY, Ordering::Relaxed);
    bench
}

fn get(bench: &Bench, id: &str) -> Json {
    bench.call("project_get", json!({"id": id}))["project"].clone()
}

/// 120 finished or ended, 145 on site, 107 in preparation for this year: 252 are left.
fn ledger(bench: &Bench) {
    for n in 0..145 {
        let id = project(bench, &format!("在建{n}"), json!({"stage": "building", "carried": "new"}));
        report(bench, &id, "2022-12", json!({"done_total": 400 + n, "done_year": 60, "image": "主体施工"}));
    }
    for n in 0..107 {
        let set = json!({"stage": "preparing", "started_planned": "2023-05-31/month"});
        project(bench, &format!("前期{n}"), set);
    }
    for n in 0..10 {
        let id = project(bench, &format!("竣工{n}"), json!({"stage": "completed", "carried": "continued"}));
        report(bench, &id, "2022-12", json!({"done_total": 1000, "done_year": 80}));
    }
}

#[test]
fn two_hundred_and_fifty_two_projects_are_carried_over_at_once_and_come_back_with_one_undo() {
    let bench = january();
    ledger(&bench);
    let page = bench.call("year_get", json!({"year": 2023}));
    let rows = page["rows"].as_array().unwrap();
    let proposed = |decision: &str| rows.iter().filter(|r| r["decision"] == decision).count();
    assert_eq!((proposed("continued"), proposed("prepared"), proposed("completed")), (145, 107, 10));
    let before = bench.tables();
    let turned = bench.call("year_turn", json!({"year": 2023}));
    assert_eq!(turned["counts"], json!({"continued": 145, "prepared": 107, "completed": 10}));
    let page = bench.call("year_get", json!({"year": 2023}));
    let closing = &page["closing"];
    assert_eq!(
        (&closing["count"], &closing["new"], &closing["continued"], &closing["neither"]),
        (&json!(252), &json!(107), &json!(145), &json!(0)),
        "252 = 新开工107 + 续建145"
    );
    assert_eq!((&closing["plan"], &closing["done_year"]), (&json!(0), &json!(0)), "the new year begins with nothing");
    assert_eq!(page["turned"]["turned_on"], "2023-01-09");
    bench.call("undo", json!({}));
    assert_eq!(bench.tables(), before);
    bench.call("redo", json!({}));
    assert_eq!(bench.call("year_get", json!({"year": 2023}))["closing"]["count"], 252);
    assert_eq!(
        bench.fault("year_turn", json!({"year": 2023})).fields[0].rule,
        Rule::Required,
        "nothing is left to turn"
    );
}

#[test]
fn decembers_figures_do_not_change_because_january_is_entered() {
    let bench = january();
    let id = project(&bench, "北辰智能电机产业园", json!({"stage": "building", "carried": "new"}));
    report(&bench, &id, "2022-12", json!({"done_total": 470, "done_year": 90, "image": "二层封顶"}));
    bench.call("matter_save", json!({"id": null, "project": id, "set": {"element": "用地"}}));
    bench.call("year_turn", json!({"year": 2023}));
    let year = bench.call("snapshot_list", json!({}))[0].clone();
    assert_eq!((&year["snapshot"]["kind"], &year["snapshot"]["period"]), (&json!("year"), &json!("2022-12")));
    let frozen = |bench: &Bench| bench.tables()["snapshot_row"].clone();
    let was = frozen(&bench);

    let file = bench.call("project_get", json!({"id": id}));
    assert_eq!(file["matters"].as_array().unwrap().len(), 1, "needs stay");
    let reports = file["progress"].as_array().unwrap();
    let (now, old) = (&reports[0], &reports[1]);
    assert_eq!((&old["period"], &old["done_total"], &old["done_year"]), (&json!("2022-12"), &json!(470), &json!(90)));
    assert_eq!(
        (&now["period"], &now["done_total"], &now["done_prior"], &now["done_year"], &now["image"]),
        (&json!("2023-01"), &json!(470), &json!(470), &json!(0), &json!("二层封顶"))
    );
    let p = &file["project"];
    assert_eq!((&p["carried"], &p["plan"], &p["plan_year"]), (&json!("continued"), &json!(null), &json!(2023)));

    report(&bench, &id, "2023-01", json!({"done_total": 500, "done_year": 30}));
    bench.call("project_save", json!({"id": id, "set": {"plan": 200, "name": "北辰电机产业园"}}));
    assert_eq!(frozen(&bench), was);
    let december = bench.call("project_get", json!({"id": id}))["progress"][1].clone();
    assert_eq!((&december["done_total"], &december["done_year"]), (&json!(470), &json!(90)));
}

#[test]
fn the_last_snapshot_says_what_was_completed_and_statistics_may_say_otherwise_with_a_reason() {
    let bench = january();
    let id = project(&bench, "甲项目", json!({"stage": "building"}));
    report(&bench, &id, "2022-12", json!({"done_total": 470}));
    bench.call("snapshot_save", json!({"name": "2022年报", "kind": "manual", "period": "2022-12"}));
    report(&bench, &id, "2022-12", json!({"done_total": 480}));
    let statistics = json!({"project": id, "period": "2022-12", "basis": "statistics", "set": {"done_total": 455}});
    bench.call("progress_save", statistics);
    let row = |bench: &Bench| bench.call("year_get", json!({"year": 2023}))["rows"][0].clone();
    assert_eq!((&row(&bench)["prior"], &row(&bench)["statistics_prior"]), (&json!(470), &json!(455)));

    let decide = |set: Json| {
        let mut input = json!({"year": 2023, "projects": [id], "decision": "continued"});
        input.as_object_mut().unwrap().extend(set.as_object().unwrap().clone());
        input
    };
    assert_eq!(bench.fault("year_decide", decide(json!({"prior_basis": "statistics"}))).fields[0].field, "reason");
    bench.call("year_decide", decide(json!({"prior_basis": "statistics", "reason": "以统计年报为准"})));
    assert_eq!((&row(&bench)["prior"], &row(&bench)["prior_basis"]), (&json!(455), &json!("statistics")));
    bench.call("year_turn", json!({"year": 2023}));
    let january = bench.call("project_get", json!({"id": id}))["progress"][0].clone();
    assert_eq!(
        (&january["basis"], &january["done_prior"], &january["done_year"]),
        (&json!("dispatch"), &json!(455), &json!(0))
    );
    assert_eq!(bench.fault("year_decide", decide(json!({}))).fields[0].rule, Rule::StandingNotAllowed, "it is done");
}

#[test]
fn decisions_are_made_in_bulk_and_the_undecided_can_be_turned_later() {
    let bench = january();
    let ids: Vec<String> = ["甲", "乙", "丙"].map(|n| project(&bench, n, json!({"stage": "building"}))).to_vec();
    let stopped = json!({"project": ids[2], "standing": "suspended", "reason": "资金未落实"});
    bench.call("standing_change_save", stopped);
    let decide = |projects: &[String], decision: Json, reason: Json| json!({"year": 2023, "projects": projects, "decision": decision, "reason": reason});
    let no_reason = bench.fault("year_decide", decide(&ids[..2], json!("terminated"), json!(null)));
    assert_eq!(no_reason.fields[0].field, "reason");
    bench.call("year_decide", decide(&ids[..2], json!("terminated"), json!("企业退出")));
    bench.call("year_decide", decide(&ids[1..2], json!(null), json!(null)));
    let decisions = |bench: &Bench| -> Vec<Json> {
        let page = bench.call("year_get", json!({"year": 2023}));
        page["rows"].as_array().unwrap().iter().map(|r| r["decision"].clone()).collect()
    };
    assert_eq!(decisions(&bench), ["terminated", "continued", "undecided"]);
    let turned = bench.call("year_turn", json!({"year": 2023}));
    assert_eq!((&turned["undecided"], &turned["counts"]), (&json!(1), &json!({"continued": 1, "terminated": 1})));
    assert_eq!(get(&bench, &ids[0])["standing"], "terminated");
    let why = bench.call("standing_get", json!({"id": ids[0]}));
    assert_eq!(why["history"][0]["change"]["reason"], "企业退出");
    assert_eq!(get(&bench, &ids[2])["plan_year"], 2022, "what is undecided is not touched");
    bench.call("year_decide", decide(&ids[2..], json!("prepared"), json!(null)));
    let again = bench.call("year_turn", json!({"year": 2023}));
    assert_eq!(again["counts"], json!({"prepared": 1}));
    assert_eq!(bench.call("snapshot_list", json!({})).as_array().unwrap().len(), 1, "the old year is frozen once");
    assert_eq!(bench.fault("year_turn", json!({"year": 2025})).fields[0].rule, Rule::YearOutOfRange);
}

#[test]
fn january_that_was_entered_before_the_turn_stays_and_gets_its_prior() {
    let bench = january();
    let id = project(&bench, "甲项目", json!({"stage": "building"}));
    report(&bench, &id, "2022-12", json!({"done_total": 470}));
    report(&bench, &id, "2023-01", json!({"done_total": 495, "done_year": 25}));
    let fresh = project(&bench, "新年才来的项目", json!({"stage": "preparing", "plan_year": 2023, "carried": "new"}));
    let page = bench.call("year_get", json!({"year": 2023}));
    assert_eq!(page["rows"].as_array().unwrap().len(), 1, "a project of the new year is not carried over");
    bench.call("year_turn", json!({"year": 2023}));
    let january = bench.call("project_get", json!({"id": id}))["progress"][0].clone();
    assert_eq!(
        (&january["done_total"], &january["done_year"], &january["done_prior"]),
        (&json!(495), &json!(25), &json!(470))
    );
    assert_eq!(get(&bench, &fresh)["plan"], 100);
}

#[test]
fn targets_of_the_year_stand_beside_what_there_is() {
    let bench = january();
    let id = project(&bench, "甲", json!({"plan_year": 2023, "carried": "new", "started_actual": "2023-01-05"}));
    report(&bench, &id, "2023-01", json!({"done_year": 30}));
    let set = json!({"year": 2023, "count": 252, "plan": 31_700, "new_starts": 107, "completions": 60,
        "quarter1": 5_000, "quarter2": 15_000, "schedule": "6:600 12:1200"});
    bench.call("year_target_save", json!({"id": null, "set": set}));
    let line = bench.call("year_get", json!({"year": 2023}))["targets"][0].clone();
    assert_eq!(
        (&line["actual"]["count"], &line["actual"]["done_year"], &line["actual"]["new_starts"]),
        (&json!(1), &json!(30), &json!(1))
    );
    assert_eq!((&line["due"][4], &line["due"][7]), (&json!(500), &json!(800)));
    let again = bench.fault("year_target_save", json!({"id": null, "set": {"year": 2023}}));
    assert_eq!(again.fields[0].rule, Rule::Duplicate);
    let id = line["target"]["id"].clone();
    let bad = json!({"id": id, "set": {"quarter2": 100, "schedule": "6:600", "count": -1}});
    let faults: Vec<_> = bench.fault("year_target_save", bad).fields.into_iter().map(|f| f.field).collect();
    assert_eq!(faults, ["count", "quarter2", "schedule"]);
    bench.call("year_target_remove", json!({"id": id}));
    assert_eq!(bench.call("year_get", json!({"year": 2023}))["targets"], json!([]));
}

#[test]
fn a_list_is_frozen_with_its_words_and_the_issued_version_is_compared_with_it() {
    let bench = january();
    let list =
        |name: &str| bench.call("list_save", json!({"id": null, "set": {"name": name, "year": 2023}}))["id"].clone();
    let (v1, v2) = (list("初步安排"), list("印发稿"));
    let enlist = |project: &str, list: &Json, serial: &str| {
        bench.call("membership_save", json!({"project": project, "list": list, "serial": serial, "grouping": null}))
    };
    let names = ["玉米深加工项目", "大豆精深加工项目", "石墨负极材料项目", "冷链物流园"];
    let ids: Vec<String> = names.iter().map(|n| project(&bench, n, json!({}))).collect();
    for (n, id) in ids[..3].iter().enumerate() {
        enlist(id, &v1, &(n + 56).to_string());
    }
    bench.call("list_freeze", json!({"list": v1, "frozen": true}));
    bench.call("standing_change_save", json!({"project": ids[1], "standing": "renamed", "name": "大豆蛋白一体化项目"}));
    bench.call("project_save", json!({"id": ids[2], "set": {"total": 1200}}));
    for (serial, at) in [("56", 0), ("57", 1), ("60", 2), ("61", 3)] {
        enlist(&ids[at], &v2, serial);
    }
    let joins = json!({"project": ids[3], "list": v1, "serial": "59", "grouping": null});
    assert_eq!(bench.fault("membership_save", joins).fields[0].rule, Rule::ListFrozen);

    let found = bench.call("list_lines", json!({"list": v1, "text": "57"}));
    assert_eq!(found["lines"].as_array().unwrap().len(), 1, "2023年清单第57号");
    assert_eq!(
        (&found["lines"][0]["line"]["name"], &found["lines"][0]["name_now"], &found["sums"]["count"]),
        (&json!("大豆精深加工项目"), &json!("大豆蛋白一体化项目"), &json!(3))
    );
    let report = bench.call("list_compare", json!({"from": v1, "to": v2}));
    assert_eq!(
        report["counts"],
        json!({"moved_in": 1, "moved_out": 0, "renamed": 1, "amount": 1, "regrouped": 0, "reordered": 1})
    );
    assert_eq!(
        (&report["from_sums"]["count"], &report["to_sums"]["count"], &report["unchanged"]),
        (&json!(3), &json!(4), &json!(1))
    );
    assert_eq!(report["pairs"][2]["changes"], json!(["amount", "reordered"]));
    assert_eq!(
        (&report["pairs"][2]["from"]["total"], &report["pairs"][2]["to"]["total"]),
        (&json!(1000), &json!(1200))
    );

    let line = bench.call("project_get", json!({"id": ids[0]}))["lists"][0]["membership"]["id"].clone();
    assert_eq!(bench.fault("membership_remove", json!({"id": line})).fields[0].rule, Rule::ListFrozen);
    bench.call("list_freeze", json!({"list": v1, "frozen": false}));
    bench.call("membership_remove", json!({"id": line}));
}

#[test]
fn the_turn_freezes_the_lists_of_the_old_year() {
    let bench = january();
    let id = project(&bench, "甲项目", json!({"stage": "building"}));
    let list = bench.call("list_save", json!({"id": null, "set": {"name": "市重点项目", "year": 2022}}))["id"].clone();
    bench.call("membership_save", json!({"project": id, "list": list, "serial": "57", "grouping": null}));
    let turned = bench.call("year_turn", json!({"year": 2023}));
    assert_eq!(turned["frozen"], 1);
    bench.call("project_save", json!({"id": id, "set": {"name": "乙项目", "total": 5}}));
    let line = bench.call("list_lines", json!({"list": list, "text": "57"}))["lines"][0].clone();
    assert_eq!(
        (&line["line"]["name"], &line["line"]["total"], &line["name_now"]),
        (&json!("甲项目"), &json!(1000), &json!("乙项目"))
    );
}

#[test]
fn a_leader_who_moved_hands_over_by_a_date_and_who_has_none_is_listed() {
    let bench = january();
    let ids: Vec<String> = ["甲", "乙", "丙"].map(|n| project(&bench, n, json!({}))).to_vec();
    for id in &ids[..2] {
        bench.call(
            "duty_save",
            json!({"id": null, "project": id, "set": {"role": "leader", "name": "沈国栋", "position": 1}}),
        );
    }
    let before = bench.call("duty_holders", json!({"role": "leader"}));
    assert_eq!(before["holders"][0]["projects"].as_array().unwrap().len(), 2);
    assert_eq!(before["unassigned"], json!([{"id": ids[2], "name": "丙"}]));
    let faults =
        bench.fault("duty_hand_over", json!({"role": "leader", "since": "2023-01-20", "moves": [{"to": " "}]})).fields;
    assert_eq!(faults.iter().map(|f| f.field.as_str()).collect::<Vec<_>>(), ["moves.0.to", "moves.0.from"]);
    let moves = json!([{"from": "沈国栋", "to": "韩冬梅"}, {"to": "韩冬梅", "projects": [ids[2]]}]);
    let done = bench.call("duty_hand_over", json!({"role": "leader", "since": "2023-01-20", "moves": moves}));
    assert_eq!(done, json!({"projects": 3, "unassigned": 0}));
    let duties = bench.call("project_get", json!({"id": ids[0]}))["duties"].clone();
    assert_eq!(
        (&duties[0]["name"], &duties[0]["since"], &duties[0]["position"], &duties[1]["name"], &duties[1]["until"]),
        (&json!("韩冬梅"), &json!("2023-01-20"), &json!(1), &json!("沈国栋"), &json!("2023-01-19"))
    );
    bench.call("undo", json!({}));
    assert_eq!(bench.call("duty_holders", json!({"role": "leader"})), before);
}
