//! Ways beside the ordinary one, papers, the forecast by experience, delays and reminders, through the desk.

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};
use zhuanban_core::error::Rule;

fn item(list: &Json, code: &str) -> Json {
    list["items"].as_array().unwrap().iter().find(|i| i["code"] == code).unwrap_or_else(|| panic!("no {code}")).clone()
}

fn step(bench: &Bench, id: &str, code: &str, state: &str, on: &str) -> Json {
    bench.call("approval_step", json!({"project": id, "item": code, "state": state, "happened_on": on}))
}

fn way(bench: &Bench, id: &str, code: &str, way: &str, set: Json) -> Json {
    bench.call("approval_way_save", json!({"project": id, "item": code, "way": way, "set": set}))
}

fn measure(bench: &Bench, name: &str) -> Json {
    let figures = bench.call("approval_figures", json!({"from": "2022-01-01", "to": "2022-03-28"}));
    figures["measures"].as_array().unwrap().iter().find(|m| m["measure"] == name).unwrap().clone()
}

fn reminded(bench: &Bench, from: &str, to: &str) -> Vec<(String, String, i64)> {
    let found = bench.call("approval_reminders", json!({"from": from, "to": to}));
    let text = |one: &Json, field: &str| one[field].as_str().unwrap().to_string();
    let list = found["list"].as_array().unwrap();
    list.iter().map(|one| (text(one, "what"), text(one, "on"), one["after"].as_i64().unwrap())).collect()
}

#[test]
fn a_simulated_permit_is_to_be_made_formal_when_its_trigger_is_there() {
    let bench = Bench::started(); // today is 2022-03-28
    let id = bench.project("岱北重工");
    let set = json!({"begun_on": "2022-03-01", "waits_for": "A09", "document": "预审〔2022〕3号"});
    let list = way(&bench, &id, "B03", "simulated", set);
    assert_eq!(item(&list, "B03")["ways"][0]["ready"], false);
    assert_eq!(measure(&bench, "simulated")["count"], 1);
    let list = step(&bench, &id, "A09", "approved", "2022-03-25");
    let held = item(&list, "B03")["ways"][0].clone();
    assert_eq!(held["ready"], true);
    let told = |kind: &str, on: &str, after| (kind.to_string(), on.to_string(), after);
    assert_eq!(reminded(&bench, "2022-03-25", "2022-03-28"), [told("formal", "2022-03-25", 0)]);
    let list = way(&bench, &id, "B03", "simulated", json!({"formal_on": "2022-03-28"}));
    assert_eq!(item(&list, "B03")["ways"][0]["ready"], false);
    assert!(reminded(&bench, "2022-03-25", "2022-03-28").is_empty());
    let bad = |set: Json| {
        bench.fault("approval_way_save", json!({"project": id, "item": "B03", "way": "simulated", "set": set}))
    };
    assert_eq!(bad(json!({"formal_on": "2022-02-01"})).fields[0].rule, Rule::FinishBeforeStart);
    assert_eq!(bad(json!({"formal_on": "2022-04-01"})).fields[0].rule, Rule::ActualInFuture);
    assert_eq!(bad(json!({"waits_for": "Z99"})).fields[0].rule, Rule::NoSuchRecord);
    bench.call("approval_way_remove", json!({"id": held["way"]["id"]}));
    assert_eq!(measure(&bench, "simulated")["count"], 0);
}

#[test]
fn a_pledge_past_its_day_is_late_on_checklist_and_board() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    step(&bench, &id, "C05", "accepted", "2022-03-14");
    let list = way(&bench, &id, "C05", "pledge", json!({"begun_on": "2022-03-14", "due_by": "2022-03-21"}));
    assert_eq!(item(&list, "C05")["ways"][0]["late"], true);
    let board = bench.call("approval_board", json!({"filter": {"flag": "pledge_late"}, "offset": 0, "limit": 10}));
    assert_eq!(board["found"], 1);
    assert_eq!(
        (measure(&bench, "pledge")["count"].as_i64(), measure(&bench, "pledge")["in_time"].as_i64()),
        (Some(1), Some(0))
    );
    let given = reminded(&bench, "2022-03-21", "2022-03-21");
    let told = ("pledge".to_string(), "2022-03-21".to_string(), 0);
    assert!(given.contains(&told), "{given:?}");
    // Granted on the pledge, it is still to be kept; given up, it is not, nor once it was kept.
    step(&bench, &id, "C05", "approved", "2022-03-16");
    assert_eq!(reminded(&bench, "2022-03-21", "2022-03-21"), [told]);
    step(&bench, &id, "C05", "refused", "2022-03-17");
    assert!(reminded(&bench, "2022-03-21", "2022-03-21").is_empty());
    bench.call("undo", json!({}));
    way(&bench, &id, "C05", "pledge", json!({"formal_on": "2022-03-18"}));
    assert!(reminded(&bench, "2022-03-21", "2022-03-21").is_empty());
}

#[test]
fn papers_are_kept_beside_those_the_template_lists() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let paper = |name: &str, set: Json| {
        bench.call("approval_material_save", json!({"project": id, "item": "C05", "name": name, "set": set}))
    };
    let list = paper("资金安排证明", json!({"ready_on": "2022-03-20"}));
    let papers = item(&list, "C05")["materials"].clone();
    let added = papers.as_array().unwrap().iter().find(|p| p["name"] == "资金安排证明").unwrap().clone();
    assert_eq!((added["listed"].as_bool(), added["known"]["ready_on"].as_str()), (Some(false), Some("2022-03-20")));
    let bad = json!({"project": id, "item": "C05", "name": "资金安排证明", "set": {"handed_on": "2022-05-01"}});
    assert_eq!(bench.fault("approval_material_save", bad).fields[0].rule, Rule::ActualInFuture);
    let list = bench.call("approval_material_remove", json!({"id": added["known"]["id"]}));
    assert!(item(&list, "C05")["materials"].as_array().unwrap().iter().all(|p| p["name"] != "资金安排证明"));
}

#[test]
fn experience_needs_five_decided_ones_and_delays_are_charged_to_who_held_them() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    // 3, 5, 5, 8 and 10 working days from acceptance on 2022-01-04.
    for (n, decided) in ["2022-01-07", "2022-01-11", "2022-01-11", "2022-01-14"].iter().enumerate() {
        let other = bench.project(&format!("往年项目{n}"));
        step(&bench, &other, "B03", "accepted", "2022-01-04");
        step(&bench, &other, "B03", "approved", decided);
    }
    let usual = |forecast: &Json| {
        let all = forecast["usual"].as_array().unwrap();
        all.iter().find(|u| u["item"] == "B03").cloned().unwrap()
    };
    let thin = bench.call("approval_forecast", json!({"id": id}));
    assert_eq!((usual(&thin)["count"].as_i64(), usual(&thin)["thin"].as_bool()), (Some(4), Some(true)));
    assert_eq!((thin["by_experience"].as_i64(), &thin["start"]["median"]), (Some(0), &thin["start_by_limits"]));
    let fifth = bench.project("往年项目五");
    step(&bench, &fifth, "B03", "accepted", "2022-01-04");
    step(&bench, &fifth, "B03", "approved", "2022-01-18");
    let known = bench.call("approval_forecast", json!({"id": id}));
    let of = usual(&known);
    assert_eq!(
        (of["median_days"].as_i64(), of["most_days"].as_i64(), of["thin"].as_bool()),
        (Some(5), Some(8), Some(false))
    );
    assert_eq!(known["by_experience"], 1);
    assert!(known["start"]["most"].as_str() >= known["start"]["median"].as_str());

    // Its own: accepted 1 March, due by the promise long past; 补正 before; handed in late after what comes first.
    step(&bench, &id, "B02", "approved", "2022-02-21");
    for (state, on) in [("submitted", "2022-02-24"), ("correcting", "2022-02-25"), ("accepted", "2022-03-01")] {
        step(&bench, &id, "B03", state, on);
    }
    let list = bench.call("approval_list", json!({"id": id}));
    let due = item(&list, "B03")["due_on"].as_str().unwrap().to_string();
    let forecast = bench.call("approval_forecast", json!({"id": id}));
    let charges: Vec<(String, bool, i64)> = forecast["charges"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|charge| charge["item"] == "B03")
        .map(|charge| {
            let loss = charge["loss"].as_str().unwrap().to_string();
            (loss, charge["applicant"].as_bool().unwrap(), charge["days"].as_i64().unwrap())
        })
        .collect();
    assert!(charges.contains(&("correcting".into(), true, 2)), "{charges:?}");
    let overdue = charges.iter().find(|(loss, _, _)| loss == "overdue").unwrap_or_else(|| panic!("{due} {charges:?}"));
    assert!(!overdue.1 && overdue.2 > 0);
}

#[test]
fn what_stands_still_or_has_no_limit_is_not_finished_today() {
    let bench = Bench::started(); // today is 2022-03-28
    let id = bench.project("岱北重工");
    // What comes before is there, or their own days would not be the last.
    let before = |code: &str| {
        let list = step(&bench, &id, code, "accepted", "2022-03-16");
        for earlier in item(&list, code)["skipped"].as_array().unwrap() {
            step(&bench, &id, earlier.as_str().unwrap(), "approved", "2022-03-01");
        }
    };
    before("B03");
    let stop = json!({
        "project": id, "item": "B03", "state": "stopped", "happened_on": "2022-03-18",
        "stop_kind": "expert_review", "basis": "行政许可法第45条",
    });
    let list = bench.call("approval_step", stop);
    // One day was counted on the 17th; the rest of the promise runs from tomorrow on.
    let (stopped, promise) = (item(&list, "B03"), item(&list, "B03")["promised"]["half_days"].as_u64().unwrap() / 2);
    assert!(stopped["due_on"].is_null() && promise > 1, "{promise}");
    let calendar = zhuanban_core::calendar::Calendar::embedded();
    let today = "2022-03-28".parse().unwrap();
    let expected = calendar.add_working(today, u32::try_from(promise - 1).unwrap());
    assert_eq!(stopped["forecast_on"], expected.to_string());
    // Planned with days alone: from its acceptance on.
    bench.call("approval_save", json!({"project": id, "item": "A08", "set": {"added": true}}));
    before("A08");
    let list = bench.call("approval_list", json!({"id": id}));
    let planned = item(&list, "A08");
    assert!(planned["due_on"].is_null(), "no limit binds it");
    let lasts = planned["lasts"]["limit"]["half_days"].as_u64().unwrap() / 2;
    let expected = calendar.add_working("2022-03-16".parse().unwrap(), u32::try_from(lasts).unwrap());
    assert!(lasts > 20 && planned["forecast_on"] == expected.to_string(), "{lasts}: {}", planned["forecast_on"]);
}
