//! 今日: the call sheet, the days to come, promises, and calls about approvals.

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};
use zhuanban_core::error::Rule;

/// A project whose 设计方案审查 was accepted on this day: promised within seven working days. Today is 2022-03-28, a Monday.
fn accepted(bench: &Bench, name: &str, on: &str) -> String {
    let id = bench.project(name);
    bench.call("approval_step", json!({"project": id, "item": "B02", "state": "accepted", "happened_on": on}));
    id
}

fn today(bench: &Bench, query: Json) -> Json {
    bench.call("today_get", query)
}

fn count(page: &Json, waiting: &str) -> i64 {
    let counts = page["counts"].as_array().unwrap();
    counts.iter().find(|one| one["waiting"] == waiting).unwrap()["count"].as_i64().unwrap()
}

fn names(party: &Json) -> Vec<&str> {
    party["rows"].as_array().unwrap().iter().map(|one| one["row"]["project_name"].as_str().unwrap()).collect()
}

fn approval(page: &Json, name: &str) -> Json {
    let rows = page["parties"].as_array().unwrap().iter().flat_map(|party| party["rows"].as_array().unwrap());
    let mut found = rows.filter(|one| one["row"]["project_name"] == name);
    found.next().unwrap_or_else(|| panic!("no {name}: {page}"))["row"]["approval"].clone()
}

#[test]
fn the_sheet_holds_what_is_overdue_and_near_and_the_counts_hold_each_sort() {
    let bench = Bench::started();
    for (name, on) in [("超期", "2022-03-16"), ("今日", "2022-03-17"), ("明日", "2022-03-18"), ("三日", "2022-03-22")]
    {
        accepted(&bench, name, on);
    }
    accepted(&bench, "四日", "2022-03-23");
    let page = today(&bench, json!({}));
    let of = |page: &Json| ["overdue", "today", "near", "applicant", "silent"].map(|sort| count(page, sort));
    assert_eq!(of(&page), [1, 1, 3, 0, 0]);
    assert_eq!((page["lines"].as_i64(), page["parties"].as_array().unwrap().len()), (Some(4), 1));
    let party = &page["parties"][0];
    assert_eq!(names(party), ["超期", "今日", "明日", "三日"]);
    assert_eq!((party["overdue"].as_i64(), party["near"].as_i64()), (Some(1), Some(3)));
    assert_eq!((&party["called_on"], &party["silent_days"]), (&Json::Null, &Json::Null));
    let days = page["days"].as_array().unwrap();
    let due: Vec<(&str, i64)> = days
        .iter()
        .filter(|day| day["count"] != 0)
        .map(|day| (day["on"].as_str().unwrap(), day["count"].as_i64().unwrap()))
        .collect();
    assert_eq!(due, [("2022-03-28", 1), ("2022-03-29", 1), ("2022-03-31", 1), ("2022-04-01", 1)]);
    assert_eq!(days.len(), 14);
    // 2022-04-02 is worked for 清明, 04-03 to 04-05 are off.
    assert_eq!((&days[5]["kind"]["kind"], &days[6]["kind"]["name"]), (&json!("make_up"), &json!("清明节")));
    let only = today(&bench, json!({"waiting": "today"}));
    assert_eq!((names(&only["parties"][0]), of(&only)), (vec!["今日"], of(&page)));

    // A stop of the applicant's takes it off the unit's lines.
    let id = accepted(&bench, "补正", "2022-03-14");
    let stop = json!({"project": id, "item": "B02", "state": "stopped", "happened_on": "2022-03-21",
        "stop_kind": "revision", "basis": "某市审图办法第12条"});
    bench.call("approval_step", stop);
    assert_eq!(of(&today(&bench, json!({}))), [1, 1, 3, 1, 0]);
    let applicants = today(&bench, json!({"waiting": "applicant"}));
    assert_eq!((&applicants["parties"][0]["name"], names(&applicants["parties"][0])), (&Json::Null, vec!["补正"]));
}

#[test]
fn few_lines_of_a_party_are_shown_until_all_are_asked_for() {
    let bench = Bench::started();
    (0..7).for_each(|n| drop(accepted(&bench, &format!("{n}号"), "2022-03-16")));
    let page = today(&bench, json!({}));
    assert_eq!((names(&page["parties"][0]).len(), page["parties"][0]["count"].as_i64()), (4, Some(7)));
    let all = today(&bench, json!({"party": page["parties"][0]["name"]}));
    assert_eq!(names(&all["parties"][0]).len(), 7);
    assert_eq!(names(&today(&bench, json!({"whole": true}))["parties"][0]).len(), 7, "as it is printed");
}

#[test]
fn a_call_stands_with_its_approvals_and_the_longest_silent_party_comes_first() {
    let bench = Bench::started();
    let id = accepted(&bench, "规划", "2022-03-16");
    bench
        .call("approval_step", json!({"project": id, "item": "C05", "state": "accepted", "happened_on": "2022-03-01"}));
    let page = today(&bench, json!({}));
    // 施工许可 lies there longer, and nobody called either.
    let units: Vec<&str> = page["parties"].as_array().unwrap().iter().map(|p| p["name"].as_str().unwrap()).collect();
    assert_eq!(units.len(), 2);
    let (first, second) = (units[0].to_string(), units[1].to_string());
    let permit = page["parties"][0]["rows"][0]["row"]["approval"].clone();
    let plan = page["parties"][1]["rows"][0]["row"]["approval"].clone();

    let call = |approvals: Json, on: &str, result: &str, by: Json| json!({"approvals": approvals, "called_on": on, "person": "规划科 王科长", "result": result, "promised_on": by});
    assert_eq!(
        bench.call("approval_call_save", call(json!([permit]), "2022-03-25", "under_way", json!("2022-03-28"))),
        1
    );
    let page = today(&bench, json!({}));
    assert_eq!((&page["parties"][0]["name"], &page["parties"][1]["name"]), (&json!(second), &json!(first)));
    let party = &page["parties"][1];
    assert_eq!((&party["called_on"], party["silent_days"].as_i64()), (&json!("2022-03-25"), Some(3)));
    assert_eq!(party["rows"][0]["call"]["result"], "under_way");
    assert_eq!(count(&page, "promised"), 1);
    assert_eq!((&page["promises"][0]["what"], &page["promises"][0]["due_on"]), (&json!("call"), &json!("2022-03-28")));

    // Who answered has verified it; who was not reached has not.
    let verified = |code: &str| {
        let list = bench.call("approval_list", json!({"id": id}));
        let items = list["items"].as_array().unwrap().clone();
        items.iter().find(|i| i["code"] == code).unwrap()["approval"]["verified_on"].clone()
    };
    assert_eq!((verified("C05"), verified("B02")), (json!("2022-03-25"), Json::Null));
    bench.call("approval_call_save", call(json!([plan, permit]), "2022-03-28", "unreached", Json::Null));
    assert_eq!((verified("C05"), verified("B02")), (json!("2022-03-25"), Json::Null));
    // The newest call counts: what was promised before it is no promise of today any more.
    assert_eq!(count(&today(&bench, json!({})), "promised"), 0);
    let calls = bench.call("approval_call_list", json!({ "id": id }));
    assert_eq!(calls.as_array().unwrap().len(), 3);
    bench.call("undo", json!({}));
    let calls = bench.call("approval_call_list", json!({ "id": id }));
    assert_eq!(calls.as_array().unwrap().len(), 1, "a call about two is one action");
    bench.call("approval_call_remove", json!({"id": calls[0]["id"]}));
    assert_eq!(today(&bench, json!({}))["parties"][0]["called_on"], Json::Null);
}

#[test]
fn a_call_that_cannot_be_is_refused_with_its_field() {
    let bench = Bench::started();
    accepted(&bench, "规划", "2022-03-16");
    let one = approval(&today(&bench, json!({})), "规划");
    let fault = |set: Json| {
        let mut call = json!({"approvals": [one], "called_on": "2022-03-28", "result": "under_way"});
        call.as_object_mut().unwrap().extend(set.as_object().unwrap().clone());
        let fault = bench.fault("approval_call_save", call);
        (fault.fields[0].field.clone(), fault.fields[0].rule)
    };
    assert_eq!(fault(json!({"approvals": []})), ("approvals".into(), Rule::Required));
    assert_eq!(fault(json!({"called_on": "2022-03-29"})), ("called_on".into(), Rule::ActualInFuture));
    assert_eq!(fault(json!({"promised_on": "2022-03-27"})), ("promised_on".into(), Rule::FinishBeforeStart));
    let unreached = json!({"result": "unreached", "promised_on": "2022-03-30"});
    assert_eq!(fault(unreached), ("promised_on".into(), Rule::NotAChoice));
    assert_eq!(bench.tables()["approval_call"].len(), 0);
}

#[test]
fn what_was_promised_for_these_days_is_listed_by_day() {
    let bench = Bench::started();
    let id = accepted(&bench, "容缺", "2022-03-18");
    let set = json!({"lacking": "人防意见", "lacking_by": "2022-03-30"});
    bench.call("approval_save", json!({"project": id, "item": "B02", "set": set}));
    let way = json!({"begun_on": "2022-03-14", "due_by": "2022-03-21", "document": "承诺书1号"});
    bench
        .call("approval_step", json!({"project": id, "item": "C05", "state": "accepted", "happened_on": "2022-03-24"}));
    bench.call("approval_way_save", json!({"project": id, "item": "C05", "way": "pledge", "set": way}));
    let page = today(&bench, json!({}));
    let told: Vec<(&str, &str, &str)> = page["promises"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["what"].as_str().unwrap(), one["due_on"].as_str().unwrap(), one["text"].as_str().unwrap()))
        .collect();
    assert_eq!(told, [("pledge", "2022-03-21", "承诺书1号"), ("papers", "2022-03-30", "人防意见")]);
    assert_eq!(count(&page, "promised"), 0, "neither is for today");
    let far = json!({"lacking_by": "2022-04-20"});
    bench.call("approval_save", json!({"project": id, "item": "B02", "set": far}));
    assert_eq!(today(&bench, json!({}))["promises"].as_array().unwrap().len(), 1);
}

#[test]
fn what_nobody_spoke_about_for_a_month_is_silent() {
    let bench = Bench::started();
    for (name, on) in [("三十一天", "2022-02-25"), ("三十天", "2022-02-26")] {
        accepted(&bench, name, on);
    }
    let page = today(&bench, json!({"waiting": "silent"}));
    assert_eq!((count(&page, "silent"), names(&page["parties"][0])), (1, vec!["三十一天"]));
    let one = approval(&page, "三十一天");
    bench.call(
        "approval_call_save",
        json!({"approvals": [one], "called_on": "2022-03-20", "result": "answered", "person": null}),
    );
    assert_eq!(count(&today(&bench, json!({})), "silent"), 0);
}

/// The library names a sort of unit, the address book the unit itself.
#[test]
fn a_unit_is_found_by_the_first_word_of_whom_the_library_means() {
    let bench = Bench::started();
    accepted(&bench, "规划", "2022-03-16");
    let name = today(&bench, json!({}))["parties"][0]["name"].as_str().unwrap().to_string();
    assert!(name.starts_with("自然资源牵头"), "{name}");
    for (name, kind) in [("自然资源产业园", "park"), ("示例市自然资源和规划局", "government")] {
        let unit = bench.call("department_save", json!({"id": null, "set": {"name": name, "kind": kind}}));
        let set = json!({"name": format!("{name}经办"), "department": unit["id"], "role": "handler"});
        bench.call("person_save", json!({"id": null, "set": set}));
    }
    let contact = today(&bench, json!({}))["parties"][0]["contact"].clone();
    assert_eq!(
        (&contact["unit"], &contact["name"]),
        (&json!("示例市自然资源和规划局"), &json!("示例市自然资源和规划局经办"))
    );
}

#[test]
fn the_address_book_says_whom_to_call_first() {
    let bench = Bench::started();
    accepted(&bench, "规划", "2022-03-16");
    let unit = today(&bench, json!({}))["parties"][0]["name"].clone();
    assert_eq!(today(&bench, json!({}))["parties"][0]["contact"], Json::Null);
    let unit = bench.call("department_save", json!({"id": null, "set": {"name": unit, "kind": "government"}}));
    let seat = |name: &str, role: &str| {
        let set = json!({"name": name, "department": unit["id"], "role": role});
        bench.call("person_save", json!({"id": null, "set": set}))["id"].clone()
    };
    seat("示例科长", "section_head");
    let handler = seat("示例经办", "handler");
    let reach = json!({"kind": "office", "phone": "0538-8000 2216"});
    bench.call("contact_save", json!({"id": null, "project": handler, "set": reach}));
    let contact = &today(&bench, json!({}))["parties"][0]["contact"];
    assert_eq!(contact["name"], "示例经办");
    assert!(contact["phone"].as_str().unwrap().contains("8000"), "{contact}");
}
