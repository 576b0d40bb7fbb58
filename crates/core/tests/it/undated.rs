//! Steps of which nobody told the day: no clock, no figure, until somebody fills the day in.

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};
use zhuanban_core::error::Rule;

fn untold(bench: &Bench, id: &str, code: &str, state: &str, by: &str) {
    let step = json!({"project": id, "item": code, "state": state, "happened_on": by, "undated": true, "note": "台账：一季度.xlsx"});
    bench.call("approval_step", step);
}

fn step(bench: &Bench, id: &str, code: &str, state: &str, on: &str) {
    bench.call("approval_step", json!({"project": id, "item": code, "state": state, "happened_on": on}));
}

fn listed(bench: &Bench, id: &str, code: &str) -> Json {
    let list = bench.call("approval_list", json!({"id": id}));
    list["items"].as_array().unwrap().iter().find(|item| item["code"] == code).cloned().unwrap()
}

fn row(bench: &Bench) -> Json {
    bench.call("approval_board", json!({"limit": 10}))["rows"][0].clone()
}

fn rows(bench: &Bench, decided: bool) -> Vec<Json> {
    bench.call("approval_undated", json!({"decided": decided}))["rows"].as_array().unwrap().clone()
}

fn one(step: &Json, on: &str) -> Json {
    json!({"days": [{"step": step, "happened_on": on}]})
}

fn fill(bench: &Bench, step: &Json, on: &str) -> Json {
    bench.call("approval_day_fill", one(step, on))
}

fn refused(bench: &Bench, step: &Json, on: &str) -> (Rule, Option<String>) {
    let fault = bench.fault("approval_day_fill", one(step, on));
    let day = fault.fields[0].params.get("day").cloned();
    (fault.fields[0].rule, day)
}

#[test]
fn what_a_ledger_only_calls_in_hand_is_never_overdue_and_runs_once_its_day_is_filled_in() {
    let bench = Bench::started(); // today is 2022-03-28
    let id = bench.project("岱北重工");
    untold(&bench, &id, "A05", "submitted", "2022-03-01");
    let item = listed(&bench, &id, "A05");
    assert_eq!(
        (&item["state"], &item["known_on"], &item["under_way"]),
        (&json!("submitted"), &json!("2022-03-01"), &json!(true))
    );
    for field in ["since", "submitted_on", "accepted_on", "due_on", "days_left", "ends_on"] {
        assert_eq!(item[field], Json::Null, "{field}");
    }
    let on_board = row(&bench);
    assert_eq!((&on_board["heat"], &on_board["flags"]), (&json!("no_limit"), &json!(["undated"])));
    assert_eq!((&on_board["since"], &on_board["days"], &on_board["due_on"]), (&Json::Null, &Json::Null, &Json::Null));
    let forecast = item["forecast_on"].as_str().unwrap();
    assert!(forecast >= "2022-03-28", "it is still forecast: {forecast}");
    let lost = bench.call("approval_forecast", json!({"id": id}))["charges"].clone();
    assert!(lost.as_array().unwrap().iter().all(|charge| charge["item"] != "A05"), "nobody lost days: {lost}");

    let told = rows(&bench, false);
    assert_eq!(told.len(), 1);
    assert_eq!(
        (&told[0]["project_name"], &told[0]["item"], &told[0]["known_on"]),
        (&json!("岱北重工"), &json!("A05"), &json!("2022-03-01"))
    );
    assert_eq!(fill(&bench, &told[0]["step"], "2022-02-28"), json!({"steps": 1, "projects": 1}));
    let item = listed(&bench, &id, "A05");
    assert_eq!((&item["since"], &item["accepted_on"]), (&json!("2022-02-28"), &json!("2022-02-28")));
    assert!(item["days_left"].as_i64().unwrap() < 0, "now it is known to be late: {item}");
    assert_eq!(row(&bench)["heat"], "overdue");
    assert!(rows(&bench, false).is_empty());
    bench.call("undo", json!({}));
    assert_eq!(
        (rows(&bench, false).len(), &row(&bench)["heat"]),
        (1, &json!("no_limit")),
        "one undo takes the day back"
    );
}

#[test]
fn what_is_only_called_done_is_in_no_year_and_opens_the_way_all_the_same() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    step(&bench, &id, "B03", "accepted", "2022-03-01");
    untold(&bench, &id, "B03", "approved", "2022-03-28");
    let figures = |bench: &Bench| bench.call("approval_figures", json!({"from": "2022-01-01", "to": "2022-12-31"}));
    let before = figures(&bench);
    assert_eq!((&before["together"]["decided"], &before["undated"]), (&json!(0), &json!(1)));
    let cuts = |figures: &Json| {
        let of = |cut: &Json| cut["known"].as_i64().unwrap() + cut["unknown"].as_i64().unwrap();
        figures["cuts"].as_array().unwrap().iter().map(of).max().unwrap_or(0)
    };
    assert_eq!(cuts(&before), 0);
    let item = listed(&bench, &id, "B03");
    assert_eq!((&item["done"], &item["decided_on"], &item["spared"]), (&json!(true), &Json::Null, &Json::Null));
    assert_eq!(item["due_on"], Json::Null, "what is decided has no clock");
    let told = rows(&bench, true);
    assert_eq!(bench.call("approval_undated", json!({}))["decided"], 1);
    assert_eq!(bench.call("approval_undated_count", json!({})), 1);
    assert!(rows(&bench, false).is_empty());
    fill(&bench, &told[0]["step"], "2022-03-10");
    let after = figures(&bench);
    let together = &after["together"];
    assert_eq!((&together["decided"], &after["undated"], &together["used_days"]), (&json!(1), &json!(0), &json!(7)));
    assert_eq!(cuts(&after), 1);
}

#[test]
fn a_day_has_its_place_between_the_steps_around_it() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    step(&bench, &id, "B03", "submitted", "2022-03-07");
    untold(&bench, &id, "B03", "accepted", "2022-03-28");
    // What follows shows that it had happened by then, though the sheet was of a later day.
    step(&bench, &id, "B03", "reviewing", "2022-03-18");
    let item = listed(&bench, &id, "B03");
    assert_eq!(
        (&item["state"], &item["accepted_on"]),
        (&json!("reviewing"), &Json::Null),
        "the review is not taken for 受理"
    );
    let told = rows(&bench, false)[0].clone();
    assert_eq!(told["known_on"], "2022-03-18");
    assert_eq!(refused(&bench, &told["step"], "2022-03-04"), (Rule::BeforeEarlierStep, Some("2022-03-07".into())));
    assert_eq!(refused(&bench, &told["step"], "2022-03-21"), (Rule::AfterNextStep, Some("2022-03-18".into())));
    assert_eq!(refused(&bench, &told["step"], "2022-03-29"), (Rule::ActualInFuture, None));
    fill(&bench, &told["step"], "2022-03-10");
    assert_eq!(listed(&bench, &id, "B03")["accepted_on"], "2022-03-10");
    assert_eq!(
        refused(&bench, &told["step"], "2022-03-09"),
        (Rule::NotEditable, None),
        "a day that is known is withdrawn instead"
    );
    let stop = json!({
        "project": id, "item": "B03", "state": "stopped", "happened_on": "2022-03-20", "undated": true,
        "stop_kind": "hearing", "basis": "行政许可法第四十五条",
    });
    assert_eq!(bench.fault("approval_step", stop).fields[0].rule, Rule::Required, "a stop is counted from its day");
    let nothing = bench.fault("approval_day_fill", json!({"days": []}));
    assert_eq!((nothing.fields[0].field.as_str(), nothing.fields[0].rule), ("days", Rule::Required));
}

#[test]
fn several_days_are_written_together_or_not_at_all() {
    let bench = Bench::started();
    let (one, other) = (bench.project("岱北重工"), bench.project("泰和精铸"));
    untold(&bench, &one, "A05", "submitted", "2022-03-25");
    untold(&bench, &other, "A05", "submitted", "2022-03-25");
    untold(&bench, &other, "B03", "preparing", "2022-03-25");
    let told = rows(&bench, false);
    assert_eq!(told.len(), 2, "of what is prepared no clock waits");
    let days = |second: &str| {
        json!({"days": [
            {"step": told[0]["step"], "happened_on": "2022-03-21"},
            {"step": told[1]["step"], "happened_on": second},
        ]})
    };
    let fault = bench.fault("approval_day_fill", days("2022-04-01"));
    assert_eq!((fault.fields.len(), fault.fields[0].params["row"].as_str()), (1, "2"));
    assert_eq!(rows(&bench, false).len(), 2, "nothing was written");
    assert_eq!(bench.call("approval_day_fill", days("2022-03-22")), json!({"steps": 2, "projects": 2}));
    assert!(rows(&bench, false).is_empty());
    bench.call("undo", json!({}));
    assert_eq!(rows(&bench, false).len(), 2);
    bench.call("approval_save", json!({"project": one, "item": "A05", "set": {"waived": "不涉及"}}));
    assert_eq!(rows(&bench, false).len(), 1, "nobody asks for the day of what is waived");
    assert_eq!(bench.call("approval_undated", json!({"project": one}))["under_way"], 0);
    assert_eq!(bench.call("approval_undated", json!({"text": "泰和"}))["under_way"], 1);
}

#[test]
fn a_certificate_handed_over_shows_by_when_it_was_granted() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    untold(&bench, &id, "B03", "approved", "2022-03-28");
    step(&bench, &id, "B03", "delivered", "2022-03-20");
    let item = listed(&bench, &id, "B03");
    let none = "no day of a decision is made up";
    assert_eq!((&item["state"], &item["decided_on"]), (&json!("delivered"), &Json::Null), "{none}");
    let told = rows(&bench, true)[0].clone();
    assert_eq!(told["known_on"], "2022-03-20");
    fill(&bench, &told["step"], "2022-03-18");
    assert_eq!(listed(&bench, &id, "B03")["decided_on"], "2022-03-18");
}

#[test]
fn what_belongs_to_another_round_is_left_there() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    step(&bench, &id, "B03", "refused", "2022-03-05");
    untold(&bench, &id, "B03", "submitted", "2022-03-28");
    step(&bench, &id, "B03", "accepted", "2022-03-01");
    let item = listed(&bench, &id, "B03");
    let anew = "it is applied for anew";
    assert_eq!((&item["state"], &item["known_on"]), (&json!("submitted"), &json!("2022-03-28")), "{anew}");
}

#[test]
fn a_stop_ends_on_a_day_and_what_was_refused_some_day_loses_no_more() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    step(&bench, &id, "B03", "accepted", "2022-01-04");
    let stop = json!({
        "project": id, "item": "B03", "state": "stopped", "happened_on": "2022-01-10",
        "stop_kind": "hearing", "basis": "行政许可法第四十五条",
    });
    bench.call("approval_step", stop);
    let on = json!({"project": id, "item": "B03", "state": "reviewing", "happened_on": "2022-01-20", "undated": true});
    assert_eq!(bench.fault("approval_step", on).fields[0].rule, Rule::Required);
    step(&bench, &id, "B03", "reviewing", "2022-01-20");
    let overdue = |bench: &Bench| {
        let charges = bench.call("approval_forecast", json!({"id": id}))["charges"].clone();
        charges.as_array().unwrap().iter().any(|one| one["item"] == "B03" && one["loss"] == "overdue")
    };
    assert!(overdue(&bench), "while it is under way");
    untold(&bench, &id, "B03", "refused", "2022-03-28");
    assert!(!overdue(&bench));
}

#[test]
fn what_is_recorded_without_the_field_is_taken_back_and_stands_again() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    step(&bench, &id, "B03", "submitted", "2022-03-07");
    let steps = |bench: &Bench| listed(bench, &id, "B03")["steps"].clone();
    let before = steps(&bench);
    assert_eq!(before[0]["undated"], Json::Null, "as of every step that was recorded before there was the field");
    bench.call("approval_step_withdraw", json!({"id": before[0]["id"]}));
    bench.call("undo", json!({}));
    assert_eq!(steps(&bench), before);
}
