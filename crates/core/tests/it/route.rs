//! Step routes through the desk: what is passed, what is due, what does not fit, and undo.

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};
use zhuanban_core::error::{Code, Rule};

fn routes(bench: &Bench, id: &str) -> Json {
    bench.call("route_list", json!({"project": id}))
}

fn save(bench: &Bench, id: &str, route: &str, step: &str, set: Json) -> Json {
    bench.call("route_step_save", json!({"project": id, "route": route, "step": step, "set": set}))
}

fn route<'j>(all: &'j Json, kind: &str) -> &'j Json {
    all.as_array().unwrap().iter().find(|r| r["kind"] == kind).unwrap_or_else(|| panic!("no {kind}"))
}

fn step<'j>(all: &'j Json, kind: &str, code: &str) -> &'j Json {
    let steps = route(all, kind)["steps"].as_array().unwrap();
    steps.iter().find(|s| s["step"]["code"] == code).unwrap_or_else(|| panic!("no {code}"))
}

#[test]
fn a_new_project_has_five_routes_not_begun() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let all = routes(&bench, &id);
    let shown =
        |r: &Json| (r["kind"].clone(), r["state"].clone(), r["done"].clone(), r["of"].clone(), r["now"].clone());
    let expected = [
        ("land", 17, "pre_notice"),
        ("power", 6, "application"),
        ("finance", 4, "contact"),
        ("listing", 10, "shares"),
        ("loan", 4, "unmet"),
    ];
    let expected = expected.map(|(kind, of, now)| (json!(kind), json!("not_begun"), json!(0), json!(of), json!(now)));
    assert_eq!(all.as_array().unwrap().iter().map(shown).collect::<Vec<_>>(), expected);
    assert_eq!(bench.tables()["route_step"].len(), 0, "nothing is recorded before something is known");
    let gone = json!({"project": "00000000-0000-7000-8000-000000000000"});
    assert_eq!(bench.fault("route_list", gone).code, Code::NotFound);
}

#[test]
fn a_need_of_which_nothing_has_come_shows_its_progress() {
    let bench = Bench::started(); // today is Monday, 2022-03-28
    let id = bench.project("岱北重工");
    save(&bench, &id, "land", "pre_notice", json!({"happened_on": "2022-01-10"}));
    save(&bench, &id, "land", "survey", json!({"happened_on": "2022-01-26"}));
    save(&bench, &id, "land", "stability", json!({"happened_on": "2022-02-11"}));
    save(&bench, &id, "land", "notice", json!({"happened_on": "2022-03-07"}));
    let promise = json!({"expected_on": "2022-03-24", "holder": "大同区政府", "note": "还有两户未谈妥"});
    let all = save(&bench, &id, "land", "agreement", promise);
    let land = route(&all, "land");
    assert_eq!(
        (land["state"].as_str(), land["done"].as_i64(), land["of"].as_i64()),
        (Some("under_way"), Some(4), Some(17))
    );
    assert_eq!((land["now"].as_str(), land["last_on"].as_str()), (Some("agreement"), Some("2022-03-07")));
    assert_eq!(land["since_last"], 15, "working days from 7 to 28 March");
    assert_eq!(land["element"], "用地");
    let agreement = step(&all, "land", "agreement");
    // Promised for Thursday: Friday and Monday are over it.
    assert_eq!((agreement["due_on"].as_str(), agreement["days_left"].as_i64()), (Some("2022-03-24"), Some(-2)));
    assert_eq!(agreement["record"]["holder"], "大同区政府");
    // The notice lies until 6 April: agreements before that day are told, and kept.
    assert_eq!(step(&all, "land", "notice")["ends_on"], "2022-04-06");
    let all = save(&bench, &id, "land", "agreement", json!({"happened_on": "2022-03-25"}));
    let warning = &step(&all, "land", "notice")["warnings"][0];
    assert_eq!((warning["kind"].as_str(), warning["days"].as_i64()), (Some("short"), Some(12)));
    assert_eq!(
        (step(&all, "land", "agreement")["state"].as_str(), route(&all, "land")["done"].as_i64()),
        (Some("done"), Some(5))
    );
    // The power and the money have not begun.
    assert!(["power", "finance"].iter().all(|kind| route(&all, kind)["state"] == "not_begun"));
}

#[test]
fn a_months_end_is_due_on_its_last_day() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let all = save(&bench, &id, "power", "scheme", json!({"expected_on": "2022-03-31/month/by"}));
    let scheme = step(&all, "power", "scheme");
    assert_eq!((scheme["due_on"].as_str(), scheme["days_left"].as_i64()), (Some("2022-03-31/month/by"), Some(3)));
}

#[test]
fn news_out_of_order_is_taken_and_shown() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let all = save(&bench, &id, "land", "file", json!({"happened_on": "2022-03-01"}));
    let land = route(&all, "land");
    assert_eq!((land["now"].as_str(), land["done"].as_i64()), (Some("pre_notice"), Some(1)));
    assert!(["pre_notice", "survey", "boundary"].iter().all(|code| step(&all, "land", code)["passed_over"] == true));
    assert_eq!(step(&all, "land", "city_review")["passed_over"], false);
    let all = save(&bench, &id, "land", "boundary", json!({"happened_on": "2022-03-10"}));
    let warning = &step(&all, "land", "file")["warnings"][0];
    assert_eq!((warning["kind"].as_str(), warning["other"].as_str()), (Some("before_earlier"), Some("boundary")));
}

#[test]
fn what_cannot_be_is_refused_beside_its_field() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let before = bench.tables();
    let refused = |step: Json, set: Json| {
        let fault = bench.fault("route_step_save", json!({"project": id, "route": "power", "step": step, "set": set}));
        (fault.code, fault.fields.into_iter().map(|f| (f.field, f.rule)).collect::<Vec<_>>())
    };
    let one = |field: &str, rule| (Code::Invalid, vec![(field.to_string(), rule)]);
    assert_eq!(
        refused(json!("design"), json!({"happened_on": "2022-03-29"})),
        one("happened_on", Rule::ActualInFuture)
    );
    assert_eq!(refused(json!("design"), json!({"happened_on": "昨天"})), one("happened_on", Rule::NotADay));
    assert_eq!(refused(json!("design"), json!({"skipped": true, "reason": " "})), one("reason", Rule::Required));
    let both = json!({"skipped": true, "reason": "用现有容量", "happened_on": "2022-03-01"});
    assert_eq!(refused(json!("design"), both), one("happened_on", Rule::SkippedHappened));
    assert_eq!(refused(json!(null), json!({"happened_on": "2022-03-01"})), one("happened_on", Rule::NotEditable));
    assert_eq!(refused(json!("listing"), json!({})).0, Code::NotFound);
    assert_eq!(refused(json!("design"), json!({"step": "works"})).0, Code::BadInput);
    assert_eq!(bench.tables(), before);
}

#[test]
fn a_step_and_a_whole_route_may_not_be_needed() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    save(&bench, &id, "finance", "contact", json!({"happened_on": "2022-03-01"}));
    let all = save(&bench, &id, "finance", "diligence", json!({"skipped": true, "reason": "续贷，不再尽调"}));
    assert_eq!(route(&all, "finance")["now"], "credit");
    assert_eq!((route(&all, "finance")["done"].as_i64(), route(&all, "finance")["of"].as_i64()), (Some(1), Some(3)));

    let off =
        json!({"project": id, "route": "power", "step": null, "set": {"skipped": true, "reason": "利用厂区现有容量"}});
    let all = bench.call("route_step_save", off);
    let power = route(&all, "power");
    assert_eq!((power["state"].as_str(), power["reason"].as_str()), (Some("not_needed"), Some("利用厂区现有容量")));
    assert_eq!(power["now"], Json::Null);
    // What is under way is needed after all; that is one act.
    let all = save(&bench, &id, "power", "application", json!({"happened_on": "2022-03-21"}));
    assert_eq!(route(&all, "power")["state"], "under_way");
    bench.call("undo", json!({}));
    assert_eq!(route(&routes(&bench, &id), "power")["state"], "not_needed");
    let all = bench.call("route_step_clear", json!({"project": id, "route": "power"}));
    assert_eq!(route(&all, "power")["state"], "not_begun");
}

#[test]
fn nothing_known_leaves_no_record_and_everything_can_be_undone() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let before = bench.tables();
    save(&bench, &id, "land", "notice", json!({"note": "等社稳评估"}));
    save(&bench, &id, "land", "notice", json!({"note": ""}));
    assert_eq!(bench.tables(), before);
    save(&bench, &id, "land", "notice", json!({"happened_on": "2022-03-01", "holder": "大同区政府"}));
    let told = bench.tables();
    save(&bench, &id, "land", "notice", json!({"happened_on": "2022-03-01"}));
    assert_eq!(bench.tables(), told, "nothing changed, nothing written");
    let all = bench.call("route_step_clear", json!({"project": id, "route": "land", "step": "notice"}));
    assert_eq!((route(&all, "land")["state"].as_str(), bench.tables()["route_step"].len()), (Some("not_begun"), 0));
    bench.call("undo", json!({}));
    assert_eq!(bench.tables(), told);
    let labels: Vec<String> = bench
        .call("history_list", json!({"table": "project", "row": id}))
        .as_array()
        .unwrap()
        .iter()
        .filter(|c| c["table"] == "route_step")
        .map(|c| c["label"].as_str().unwrap().to_string())
        .collect();
    assert!(
        labels.iter().any(|l| l == "route_step_save") && labels.iter().any(|l| l == "route_step_clear"),
        "{labels:?}"
    );
    while !bench.call("desk_get", json!({}))["undo"].is_null() {
        bench.call("undo", json!({}));
    }
    assert_eq!(bench.tables()["route_step"].len(), 0);
}

#[test]
fn the_routes_go_and_come_with_their_project() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    save(&bench, &id, "land", "notice", json!({"happened_on": "2022-03-01"}));
    bench.call("project_remove", json!({"id": id}));
    assert_eq!(bench.tables()["route_step"].len(), 0);
    bench.call("undo", json!({}));
    assert_eq!(step(&routes(&bench, &id), "land", "notice")["state"], "done");
}

#[test]
fn the_holders_own_days_count() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let unit = bench.call("department_save", json!({"id": null, "set": {"name": "大同区政府", "kind": "county"}}));
    let saturday = json!({"on": "2022-03-26", "name": "加班", "off": false});
    bench.call(
        "calendar_notice_save",
        json!({"id": null, "year": 2022, "published_on": "2022-03-20", "number": null, "unit": unit["id"], "days": [saturday]}),
    );
    let promised = |holder: &str| {
        let all = save(&bench, &id, "land", "agreement", json!({"expected_on": "2022-03-24", "holder": holder}));
        step(&all, "land", "agreement")["days_left"].as_i64()
    };
    assert_eq!((promised("自然资源局"), promised("大同区政府")), (Some(-2), Some(-3)));
}
