//! The board of approvals where much is marked, some of it decided, and some of it is not there yet.

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};
use zhuanban_core::approval::clock::Unit;
use zhuanban_core::approval::running::Binding;
use zhuanban_core::approval::state::State;
use zhuanban_core::approval::template::{Item, shipped};
use zhuanban_core::error::Rule;

fn step(bench: &Bench, id: &str, code: &str, state: &str, on: &str) {
    bench.call("approval_step", json!({"project": id, "item": code, "state": state, "happened_on": on}));
}

fn save(bench: &Bench, id: &str, code: &str, set: Json) {
    bench.call("approval_save", json!({"project": id, "item": code, "set": set}));
}

fn way(bench: &Bench, id: &str, code: &str, way: &str, set: Json) {
    bench.call("approval_way_save", json!({"project": id, "item": code, "way": way, "set": set}));
}

fn board(bench: &Bench, filter: Json) -> Json {
    bench.call("approval_board", json!({"filter": filter, "offset": 0, "limit": 50}))
}

fn flagged(board: &Json) -> Vec<(String, i64)> {
    let count = |one: &Json| (one["flag"].as_str().unwrap().to_string(), one["count"].as_i64().unwrap());
    board["flags"].as_array().unwrap().iter().map(count).filter(|(_, count)| *count > 0).collect()
}

#[test]
fn of_what_is_decided_the_board_says_what_is_owed_and_what_ends() {
    let bench = Bench::started(); // today is 2022-03-28
    let id = bench.project("岱北重工");
    for code in ["B02", "B03", "C05", "A09"] {
        save(&bench, &id, code, json!({"bundle": "多证合一", "parallel": "A08"}));
    }
    let said = |flags: &[(&str, i64)]| -> Vec<(String, i64)> {
        flags.iter().map(|(flag, count)| ((*flag).to_string(), *count)).collect()
    };
    assert_eq!(flagged(&board(&bench, json!({}))), said(&[("parallel", 4), ("bundle", 4)]), "none is begun");
    // One is prepared, one in hand, one granted, one refused.
    step(&bench, &id, "B02", "preparing", "2022-03-01");
    step(&bench, &id, "B03", "accepted", "2022-03-21");
    step(&bench, &id, "C05", "approved", "2022-03-21");
    step(&bench, &id, "A09", "refused", "2022-03-21");
    assert_eq!(flagged(&board(&bench, json!({}))), said(&[("parallel", 2), ("bundle", 2)]));
    // A certificate that ends, a pledge and an early word: the last says nothing of one that is granted.
    save(&bench, &id, "C05", json!({"expires_on": "2022-04-20"}));
    save(&bench, &id, "A09", json!({"expires_on": "2022-04-20"}));
    for code in ["C05", "A09"] {
        way(&bench, &id, code, "pledge", json!({"begun_on": "2022-03-01", "due_by": "2022-03-25"}));
        way(&bench, &id, code, "early", json!({"begun_on": "2022-03-01"}));
    }
    let all = board(&bench, json!({}));
    let expected = [("parallel", 2), ("bundle", 2), ("pledge", 1), ("pledge_late", 1), ("expires_soon", 1)];
    assert_eq!(flagged(&all), said(&expected));
    assert_eq!((&all["total"], &all["found"]), (&json!(1), &json!(1)));
    let found = board(&bench, json!({"flag": "pledge"}));
    assert_eq!((&found["rows"][0]["item"], &found["rows"][0]["state"]), (&json!("C05"), &json!("approved")));
    way(&bench, &id, "C05", "pledge", json!({"formal_on": "2022-03-26"}));
    assert_eq!(flagged(&board(&bench, json!({}))), said(&[("parallel", 2), ("bundle", 2), ("expires_soon", 1)]));
}

#[test]
fn what_comes_before_its_record_breaks_no_page() {
    let bench = Bench::started(); // today is 2022-03-28
    let (here, gone) = (bench.project("岱北重工"), bench.project("后到项目"));
    for id in [&here, &gone] {
        step(&bench, id, "B03", "accepted", "2022-03-14");
        for code in ["B03", "C05"] {
            way(&bench, id, code, "pledge", json!({"begun_on": "2022-03-14", "due_by": "2022-03-28"}));
        }
        save(&bench, id, "A09", json!({"expires_on": "2022-03-28"}));
        step(&bench, id, "A09", "approved", "2022-03-01");
        let track = json!({"project": id, "class": "industry", "met_on": "2022-03-01", "document": "会议纪要", "formal_by": "2022-03-28"});
        bench.call("fast_track_save", track);
    }
    // Ways and steps of one came before its approvals and itself.
    let db = rusqlite::Connection::open(bench.desk.path()).unwrap();
    for sql in ["delete from approval where project = ? and item = 'C05'", "delete from project where id = ?"] {
        assert_eq!(db.execute(sql, [&gone]).unwrap(), 1, "{sql}");
    }
    assert_eq!(board(&bench, json!({}))["total"], 2, "its other approval is there");
    assert_eq!(board(&bench, json!({"flag": "pledge"}))["found"], 3);
    let span = json!({"from": "2022-03-28", "to": "2022-03-28"});
    let told = bench.call("approval_reminders", span);
    let of = |what: &str| told["list"].as_array().unwrap().iter().filter(|one| one["what"] == what).count();
    assert_eq!((of("pledge"), of("expiry"), of("make_good")), (3, 2, 1));
    let notice = json!({
        "year": 2022, "published_on": "2022-03-25", "number": null,
        "days": [{"on": "2022-04-11", "name": "停工", "off": true}],
    });
    let effect = bench.call("calendar_notice_preview", notice);
    assert!(effect["starts"].as_array().unwrap().iter().all(|one| one["project"] == here));
}

#[test]
fn a_stop_of_a_limit_that_counts_all_days_is_told_in_calendar_days() {
    let bench = Bench::started(); // today is 2022-03-28
    let id = bench.project("岱北重工");
    let stop = |code: &str| {
        let stop = json!({
            "project": id, "item": code, "state": "stopped", "happened_on": "2022-03-09", "stop_kind": "hearing",
            "basis": "行政许可法第四十五条",
        });
        save(&bench, &id, code, json!({"added": true, "holder": "市审批局"}));
        step(&bench, &id, code, "accepted", "2022-03-08");
        bench.call("approval_step", stop);
    };
    // One that is bound by a limit in 日, and one in working days.
    let all_days = |item: &&Item| {
        let bound = Binding::of(item, None).is_some_and(|binding| binding.limit.unit == Unit::Calendar);
        bound && [State::Accepted, State::Stopped].iter().all(|state| state.fits(item.kind))
    };
    stop(&shipped().items().iter().find(all_days).unwrap().code);
    let held = board(&bench, json!({}))["holders"][0].clone();
    assert_eq!((&held["longest_days"], &held["longest_calendar_days"]), (&Json::Null, &json!(20)));
    stop("B03");
    let all = board(&bench, json!({}));
    let held = &all["holders"][0];
    assert_eq!((&held["longest_days"], &held["longest_calendar_days"]), (&json!(14), &json!(20)));
    // The longest held first: working days, then calendar days.
    let rows: Vec<_> = all["rows"].as_array().unwrap().iter().map(|row| (&row["days"], &row["unit"])).collect();
    assert_eq!(rows, [(&json!(14), &json!("working")), (&json!(20), &json!("calendar"))]);
}

#[test]
fn an_item_nobody_began_is_found_in_several_projects_and_stepped_in_all_of_them_at_once() {
    let bench = Bench::started();
    let [a, b, done] = ["甲厂", "乙厂", "已批"].map(|name| bench.project(name));
    step(&bench, &done, "B02", "accepted", "2022-03-07");
    step(&bench, &done, "B02", "approved", "2022-03-16");
    step(&bench, &b, "B02", "submitted", "2022-03-21");
    let ahead = |item: Option<&str>| bench.call("approval_several", json!({"projects": [a, b, done], "item": item}));
    let found = ahead(Some("B02"));
    let count = |code: &str| {
        let items = found["items"].as_array().unwrap();
        items.iter().find(|one| one["code"] == code).map_or(0, |one| one["count"].as_i64().unwrap())
    };
    assert_eq!((count("B02"), count("B03"), count("P11")), (2, 3, 0));
    let names: Vec<&str> =
        found["rows"].as_array().unwrap().iter().map(|row| row["project_name"].as_str().unwrap()).collect();
    assert_eq!(names, ["甲厂", "乙厂"]);
    assert_eq!(ahead(None)["rows"], json!([]));
    let steps: Vec<Json> = [&a, &b]
        .map(|id| json!({"project": id, "item": "B02", "state": "accepted", "happened_on": "2022-03-22"}))
        .to_vec();
    bench.call("approval_step_all", json!({"steps": steps}));
    let found = ahead(Some("B02"));
    assert!(found["rows"].as_array().unwrap().iter().all(|row| row["state"] == "accepted"), "{found}");
    // One that is gone is passed over, one that is named twice is one.
    let gone = bench.project("撤销");
    bench.call("project_remove", json!({"id": gone}));
    let again = bench.call("approval_several", json!({"projects": [a, gone, a], "item": "B02"}));
    assert_eq!(again["rows"].as_array().unwrap().len(), 1);
    let many: Vec<&String> = std::iter::repeat_n(&a, 501).collect();
    let many = bench.fault("approval_several", json!({"projects": many, "item": null}));
    assert_eq!((many.fields[0].rule, many.fields[0].params["most"].as_str()), (Rule::OutOfRange, "500"));
    let none = bench.fault("approval_several", json!({"projects": [], "item": null}));
    assert_eq!(none.fields[0].rule, Rule::Required);
}
