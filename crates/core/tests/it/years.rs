//! The turn of the year: 252 projects carried over at once, December untouched, one undo; lists and their versions.

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};
use std::sync::atomic::Ordering;
use zhuanban_core::error::{Code, Rule};

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
fn what_the_turn_handed_over_is_asked_of_nobody() {
    let bench = january();
    for (name, stage) in [("在建的", "building"), ("竣工的", "completed")] {
        let id = project(&bench, name, json!({"stage": stage, "carried": "continued", "region": "230604"}));
        report(&bench, &id, "2022-12", json!({"done_total": 400, "done_year": 60}));
    }
    bench.call("year_turn", json!({"year": 2023}));
    let round = bench.call(
        "round_open",
        json!({"kind": "monthly", "period": "2023-01", "as_of": "2023-01-31", "due_on": "2023-01-31", "due_minute": 1020,
            "split": "region", "asked": ["done_total"], "query": {}}),
    );
    let page = bench.call("round_get", json!({"id": round["id"]}));
    assert_eq!((&page["projects"], &page["units"][0]["projects"]), (&json!(1), &json!(1)), "竣工转出 reports no more");
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
fn the_year_is_turned_after_its_january_was_closed() {
    let bench = january();
    let ids: Vec<String> = ["甲", "乙"].map(|n| project(&bench, n, json!({"stage": "building"}))).to_vec();
    for id in &ids {
        report(&bench, id, "2022-12", json!({"done_total": 470, "done_year": 90, "image": "二层封顶"}));
    }
    report(&bench, &ids[0], "2023-01", json!({"done_total": 495, "done_year": 25}));
    let round = json!({"kind": "monthly", "period": "2023-01", "as_of": "2023-01-31", "due_on": "2023-01-31",
        "due_minute": 1020, "split": "region", "asked": ["done_total"], "query": {}});
    let round = bench.call("round_open", round)["id"].clone();
    bench.call("round_close", json!({"id": round}));
    let fault = bench.fault("year_turn", json!({"year": 2023}));
    assert_eq!((fault.code, fault.params["period"].as_str()), (Code::PeriodClosed, "2023-01"));

    // In February, with a reason, as the window asks for it.
    bench.clock.0.fetch_add(30 * 86_400_000, Ordering::Relaxed);
    let correction = json!({"reason": "年度结转补上年累计", "agreed_by": "孙建国"});
    bench.call("year_turn", json!({"year": 2023, "correction": correction}));
    let newest = |id: &str| bench.call("project_get", json!({"id": id}))["progress"][0].clone();
    let january = newest(&ids[0]);
    assert_eq!((&january["period"], &january["done_prior"]), (&json!("2023-01"), &json!(470)));
    let begun = newest(&ids[1]);
    assert_eq!(
        (&begun["period"], &begun["done_prior"], &begun["done_year"]),
        (&json!("2023-02"), &json!(470), &json!(0)),
        "the closed month is given no report by the way"
    );
    let lines = bench.call("round_corrections", json!({"id": round}));
    let told: Vec<_> = lines.as_array().unwrap().iter().map(|l| (&l["name"], &l["field"], &l["new"])).collect();
    assert_eq!(told, [(&json!("甲"), &json!("done_prior"), &json!("470"))], "it stands in 改数登记");
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
fn a_turned_year_keeps_its_targets_and_what_it_came_to() {
    let bench = january();
    let set = json!({"stage": "building", "carried": "new", "started_actual": "2022-05-10"});
    let going = project(&bench, "甲", set);
    report(&bench, &going, "2022-12", json!({"done_total": 470, "done_year": 60}));
    let done =
        project(&bench, "乙", json!({"stage": "completed", "carried": "continued", "completed_actual": "2022-11-30"}));
    report(&bench, &done, "2022-11", json!({"done_total": 900, "done_year": 40}));
    project(&bench, "丙", json!({"stage": "preparing", "started_planned": "2023-05-31/month"}));
    project(&bench, "新年才来的", json!({"plan": 70, "plan_year": 2023, "carried": "new"}));
    bench.call("year_target_save", json!({"id": null, "set": {"year": 2022, "count": 3}}));
    let line = || bench.call("year_get", json!({"year": 2022}))["targets"][0]["actual"].clone();
    let old = json!({"count": 3, "new": 1, "continued": 1, "neither": 1, "total": 3000, "plan": 300, "done_year": 100,
        "new_starts": 1, "completions": 1, "month": 12});
    assert_eq!(line(), old, "what was entered for 2023 is none of 2022");
    let next = bench.call("year_get", json!({"year": 2023}))["closing"].clone();
    assert_eq!((&next["count"], &next["plan"], &next["month"]), (&json!(4), &json!(70), &json!(null)));

    bench.call("year_turn", json!({"year": 2023}));
    report(&bench, &going, "2023-01", json!({"done_total": 500, "done_year": 30}));
    bench.call("project_save", json!({"id": going, "set": {"plan": 200, "total": 5000, "carried": "new"}}));
    assert_eq!(line(), old, "the new year does not change the old one");
    let now = bench.call("year_get", json!({"year": 2023}))["closing"].clone();
    assert_eq!(
        (&now["count"], &now["plan"], &now["done_year"], &now["completions"], &now["month"]),
        (&json!(3), &json!(270), &json!(30), &json!(0), &json!(1))
    );
}

#[test]
fn new_starts_of_a_year_are_the_boards() {
    let bench = january();
    let set = |day: &str| json!({"plan_year": 2023, "carried": "new", "started_actual": day});
    let ids: Vec<String> = [("甲", "2023-01-03"), ("乙", "2023-01-05"), ("丙", "2022-01-01/year")]
        .map(|(n, d)| project(&bench, n, set(d)))
        .to_vec();
    let struck = json!({"happened_on": "2023-01-05", "kind": "new", "decision": "rejected", "reason": "仅平整场地"});
    bench.call("start_save", json!({"id": null, "project": ids[1], "set": struck}));
    let closing = bench.call("year_get", json!({"year": 2023}))["closing"].clone();
    let board = bench.call("board_get", json!({}));
    assert_eq!(closing["new_starts"], 1, "one was struck out, one begun last year");
    assert_eq!(closing["new_starts"], board["starts"]["fresh"]["n"], "{}", board["starts"]);
}

#[test]
fn the_schedule_of_a_document_reaches_the_board_the_card_and_the_project() {
    let bench = january();
    let id = project(&bench, "甲", json!({"plan": 1000, "plan_year": 2023, "carried": "new"}));
    report(&bench, &id, "2023-01", json!({"done_total": 150, "done_year": 150}));
    bench.call("duty_save", json!({"id": null, "project": id, "set": {"role": "leader", "name": "沈国栋"}}));
    let list = bench.call("list_save", json!({"id": null, "set": {"name": "百大项目", "year": 2023}}))["id"].clone();
    bench.call("membership_save", json!({"project": id, "list": list, "serial": "1", "grouping": null}));
    let invested = |scope: Json| bench.call("board_get", json!({"scope": scope}))["invested"].clone();
    let said = |of: &Json| (of["schedule"]["text"].clone(), of["own_schedule"].clone(), of["points"]["text"].clone());
    let money = || bench.call("project_get", json!({"id": id}))["figures"]["money"][0].clone();
    assert_eq!(said(&invested(json!({}))), (json!("8.3"), json!(false), json!("6.7")), "a twelfth a month");
    assert_eq!((&money()["schedule"], &money()["ahead"]), (&json!(83), &json!(67)));

    let target = |list: &Json, schedule: &str| {
        bench.call("year_target_save", json!({"id": null, "set": {"year": 2023, "list": list, "schedule": schedule}}))
    };
    target(&list, "3:600 12:1000");
    assert_eq!(said(&invested(json!({"list": list}))), (json!("20.0"), json!(true), json!("5.0")), "of the list");
    assert_eq!(said(&invested(json!({}))).0, json!("8.3"), "the whole ledger has none");
    assert_eq!((&money()["schedule"], &money()["ahead"]), (&json!(200), &json!(-50)), "its list's, having no other");
    target(&json!(null), "3:300 12:1000");
    assert_eq!(said(&invested(json!({}))), (json!("10.0"), json!(true), json!("5.0")));
    assert_eq!(said(&bench.call("board_leader", json!({"leader": "沈国栋"}))["invested"]).0, json!("10.0"));
    assert_eq!((&money()["schedule"], &money()["ahead"]), (&json!(100), &json!(50)));
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
        bench.fault("duty_hand_over", json!({"role": "leader", "since": "2023-01-09", "moves": [{"to": " "}]})).fields;
    assert_eq!(faults.iter().map(|f| f.field.as_str()).collect::<Vec<_>>(), ["moves.0.to", "moves.0.from"]);
    let moves = json!([{"from": "沈国栋", "to": "韩冬梅"}, {"to": "韩冬梅", "projects": [ids[2]]}]);
    let done = bench.call("duty_hand_over", json!({"role": "leader", "since": "2023-01-09", "moves": moves}));
    assert_eq!(done, json!({"projects": 3, "unassigned": 0}));
    let duties = bench.call("project_get", json!({"id": ids[0]}))["duties"].clone();
    assert_eq!(
        (&duties[0]["name"], &duties[0]["since"], &duties[0]["position"], &duties[1]["name"], &duties[1]["until"]),
        (&json!("韩冬梅"), &json!("2023-01-09"), &json!(1), &json!("沈国栋"), &json!("2023-01-08"))
    );
    bench.call("undo", json!({}));
    assert_eq!(bench.call("duty_holders", json!({"role": "leader"})), before);
}

/// Three projects of three leaders, each since long before.
fn three_leaders(bench: &Bench) -> Vec<String> {
    let ids: Vec<String> = ["甲", "乙", "丙"].map(|n| project(bench, n, json!({}))).to_vec();
    for (id, name) in ids.iter().zip(["沈国栋", "韩冬梅", "李文波"]) {
        let set = json!({"role": "leader", "name": name, "since": "2021-05-01"});
        bench.call("duty_save", json!({"id": null, "project": id, "set": set}));
    }
    ids
}

fn leaders(bench: &Bench, ids: &[String]) -> Vec<Json> {
    let now = |id: &String| bench.call("project_get", json!({"id": id}))["duties"][0]["name"].clone();
    ids.iter().map(now).collect()
}

#[test]
fn in_a_chain_and_in_a_swap_everybody_passes_on_what_he_held() {
    for (moves, after) in [
        (
            json!([{"from": "沈国栋", "to": "韩冬梅"}, {"from": "韩冬梅", "to": "李文波"}]),
            ["韩冬梅", "李文波", "李文波"],
        ),
        (
            json!([{"from": "沈国栋", "to": "韩冬梅"}, {"from": "韩冬梅", "to": "沈国栋"}]),
            ["韩冬梅", "沈国栋", "李文波"],
        ),
    ] {
        let bench = january();
        let ids = three_leaders(&bench);
        let done = bench.call("duty_hand_over", json!({"role": "leader", "since": "2023-01-09", "moves": moves}));
        assert_eq!((&done["projects"], leaders(&bench, &ids)), (&json!(2), after.map(Json::from).to_vec()), "{moves}");
        for id in &ids[..2] {
            let duties = bench.call("project_get", json!({"id": id}))["duties"].clone();
            assert_eq!(duties.as_array().unwrap().len(), 2, "nobody held it for less than a day");
            assert_eq!((&duties[1]["since"], &duties[1]["until"]), (&json!("2021-05-01"), &json!("2023-01-08")));
        }
    }
    let bench = january();
    three_leaders(&bench);
    let twice = json!([{"from": "沈国栋", "to": "韩冬梅"}, {"from": "沈国栋", "to": "李文波"}]);
    let fault = bench.fault("duty_hand_over", json!({"role": "leader", "since": "2023-01-09", "moves": twice}));
    assert_eq!((fault.fields[0].field.as_str(), fault.fields[0].rule), ("moves.1.from", Rule::Duplicate));
}

#[test]
fn nobody_takes_over_on_a_day_to_come_or_before_the_other_began() {
    let bench = january();
    let ids = three_leaders(&bench);
    let duty = bench.call("project_get", json!({"id": ids[0]}))["duties"][0]["id"].clone();
    let one = |fault: zhuanban_core::Fault| (fault.fields[0].field.clone(), fault.fields[0].rule);
    for (day, rule) in [("2023-01-10", Rule::HandedOverInFuture), ("2021-04-30", Rule::BeforeHisTerm)] {
        let moves = json!([{"from": "沈国栋", "to": "韩冬梅"}]);
        let moved = bench.fault("duty_hand_over", json!({"role": "leader", "since": day, "moves": moves}));
        assert_eq!(one(moved), ("since".into(), rule), "{day}");
        let replaced = bench.fault("duty_replace", json!({"id": duty, "name": "韩冬梅", "person": null, "from": day}));
        assert_eq!(one(replaced), ("from".into(), rule), "{day}");
    }
    let given = json!({"by": "liaison", "projects": ids, "names": ["周芳"], "since": "2023-01-10"});
    assert_eq!(one(bench.fault("duty_assign", given)), ("since".into(), Rule::HandedOverInFuture));
    let seat = bench.call("person_save", json!({"id": null, "set": {"name": "沈国栋"}}))["id"].clone();
    let leave = |day: &str| json!({"id": seat, "on": day, "successor": "韩冬梅", "projects": true});
    assert_eq!(one(bench.fault("person_leave", leave("2023-01-10"))), ("on".into(), Rule::HandedOverInFuture));
    assert_eq!(one(bench.fault("person_leave", leave("2021-04-30"))), ("on".into(), Rule::BeforeHisTerm));
    assert_eq!(leaders(&bench, &ids), ["沈国栋", "韩冬梅", "李文波"], "nothing was half-written");

    for to in ["周芳", "吴海"] {
        let from = if to == "周芳" { "沈国栋" } else { "周芳" };
        let moves = json!([{"from": from, "to": to}]);
        bench.call("duty_hand_over", json!({"role": "leader", "since": "2023-01-09", "moves": moves}));
    }
    let duties = bench.call("project_get", json!({"id": ids[0]}))["duties"].clone();
    let told: Vec<_> = duties.as_array().unwrap().iter().map(|d| (&d["name"], &d["until"])).collect();
    let (new, old) = ((&json!("吴海"), &json!(null)), (&json!("沈国栋"), &json!("2023-01-08")));
    assert_eq!(told, [new, old], "who was named wrongly this morning held it for no day");
}

#[test]
fn leaders_without_a_place_in_the_register_stand_by_their_duties_then_as_they_came() {
    let bench = january();
    for (name, position) in [("张二", None), ("丁一", None), ("陈三", Some(2)), ("安四", Some(1))] {
        let id = project(&bench, name, json!({}));
        let set = json!({"role": "leader", "name": name, "position": position});
        bench.call("duty_save", json!({"id": null, "project": id, "set": set}));
    }
    bench.call("person_save", json!({"id": null, "set": {"name": "陈三", "position": 9}}));
    let names = |of: &Json| -> Vec<Json> { of.as_array().unwrap().iter().map(|h| h["name"].clone()).collect() };
    let holders = names(&bench.call("duty_holders", json!({"role": "leader"}))["holders"]);
    assert_eq!(holders, ["陈三", "安四", "张二", "丁一"], "never by the code of a character");
    assert_eq!(names(&bench.call("wall_get", json!({"by": "leader"}))["holders"]), holders, "as on the wall");
}
