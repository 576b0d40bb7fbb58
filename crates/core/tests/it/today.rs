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
    // The top bar of every page and the board count the same.
    assert_eq!(bench.call("today_waits", json!({})), json!({"overdue": 1, "near": 3}));
    assert_eq!(bench.call("today_waits", json!({"mine": true})), json!({"overdue": 0, "near": 0}));
    let board = bench.call("approval_board", json!({"filter": {}, "offset": 0, "limit": 50}));
    let heats: Vec<(&str, i64)> = board["heat"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["heat"].as_str().unwrap(), one["count"].as_i64().unwrap()))
        .filter(|(_, count)| *count > 0)
        .collect();
    assert_eq!(heats, [("overdue", 1), ("today", 1), ("soon", 2), ("later", 1)]);
    assert_eq!(board["holders"][0]["near"], 3);
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
    let party = &applicants["parties"][0];
    assert_eq!((&party["applicant"], &party["name"], names(party)), (&json!(true), &json!("补正"), vec!["补正"]));
}

#[test]
fn few_lines_of_a_party_are_shown_until_all_are_asked_for() {
    let bench = Bench::started();
    (0..7).for_each(|n| drop(accepted(&bench, &format!("{n}号"), "2022-03-16")));
    let page = today(&bench, json!({}));
    assert_eq!((names(&page["parties"][0]).len(), page["parties"][0]["count"].as_i64()), (4, Some(7)));
    let all = today(&bench, json!({"party": page["parties"][0]["name"]}));
    assert_eq!(names(&all["parties"][0]).len(), 7);
    assert_eq!(
        names(&today(&bench, json!({"room": 8}))["parties"][0]).len(),
        5,
        "a page that is not full unfolds them"
    );
    assert_eq!(names(&today(&bench, json!({"room": 25}))["parties"][0]).len(), 7);
    assert_eq!(names(&today(&bench, json!({"whole": true}))["parties"][0]).len(), 7, "as it is printed");
}

#[test]
fn of_one_project_all_it_has_in_hand_can_be_called_about_near_or_not() {
    let bench = Bench::started();
    accepted(&bench, "超期", "2022-03-16");
    let far = accepted(&bench, "四日", "2022-03-23");
    assert_eq!(names(&today(&bench, json!({}))["parties"][0]), ["超期"]);
    let page = today(&bench, json!({"project": far}));
    let parties = page["parties"].as_array().unwrap();
    assert_eq!((parties.len(), names(&parties[0])), (1, vec!["四日"]));
    assert_eq!(parties[0]["rows"][0]["row"]["item"], "B02");
    // Of a project nobody has anything of there is nobody to call.
    let quiet = bench.project("未启动");
    assert_eq!(today(&bench, json!({"project": quiet}))["parties"], json!([]));
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
    let promise = page["promises"]["rows"][0].clone();
    assert_eq!((&promise["what"], &promise["due_on"]), (&json!("call"), &json!("2022-03-28")));
    assert_eq!((&promise["holder"], page["promises"]["today"].as_i64()), (&json!(first), Some(1)));

    // Who answered has verified it; who was not reached has not.
    let verified = |code: &str| {
        let list = bench.call("approval_list", json!({"id": id}));
        let items = list["items"].as_array().unwrap().clone();
        items.iter().find(|i| i["code"] == code).unwrap()["approval"]["verified_on"].clone()
    };
    assert_eq!((verified("C05"), verified("B02")), (json!("2022-03-25"), Json::Null));
    bench.call("approval_call_save", call(json!([plan, permit]), "2022-03-28", "unreached", Json::Null));
    assert_eq!((verified("C05"), verified("B02")), (json!("2022-03-25"), Json::Null));
    // Who was not reached was not spoken to, and took nothing back.
    let page = today(&bench, json!({}));
    assert_eq!(count(&page, "promised"), 1);
    let party = |page: &Json, name: &str| {
        page["parties"].as_array().unwrap().iter().find(|party| party["name"] == name).unwrap().clone()
    };
    let tried = party(&page, &first);
    assert_eq!((&tried["called_on"], &tried["unreached_on"]), (&json!("2022-03-25"), &json!("2022-03-28")));
    assert_eq!(tried["rows"][0]["call"]["result"], "unreached", "what was last tried stands with it");
    let tried = party(&page, &second);
    assert_eq!((&tried["called_on"], &tried["unreached_on"]), (&Json::Null, &json!("2022-03-28")));
    // Who was reached and promised nothing holds the older word no longer.
    bench.call("approval_call_save", call(json!([permit]), "2022-03-28", "passed_on", Json::Null));
    assert_eq!(count(&today(&bench, json!({})), "promised"), 0);
    bench.call("undo", json!({}));
    let calls = bench.call("approval_call_list", json!({ "id": id }));
    assert_eq!(calls.as_array().unwrap().len(), 3);
    bench.call("undo", json!({}));
    let calls = bench.call("approval_call_list", json!({ "id": id }));
    assert_eq!(calls.as_array().unwrap().len(), 1, "a call about two is one action");
    bench.call("approval_call_remove", json!({"id": calls[0]["id"]}));
    assert_eq!(today(&bench, json!({}))["parties"][0]["called_on"], Json::Null);
}

#[test]
fn a_call_is_taken_back_by_the_name_of_whom_it_was_made_to() {
    let bench = Bench::started();
    let id = accepted(&bench, "规划", "2022-03-16");
    bench
        .call("approval_step", json!({"project": id, "item": "C05", "state": "accepted", "happened_on": "2022-03-01"}));
    let page = today(&bench, json!({}));
    let [one, other] = [0, 1].map(|at| page["parties"][at]["rows"][0]["row"]["approval"].clone());
    let called = |approvals: Json| {
        let call = json!({"approvals": approvals, "called_on": "2022-03-28", "result": "passed_on"});
        bench.call("approval_call_save", call);
        bench.call("desk_get", json!({}))["undo"]["subject"].as_str().unwrap().to_string()
    };
    let (name, name_en) =
        (page["parties"][0]["name"].as_str().unwrap(), page["parties"][0]["name_en"].as_str().unwrap());
    assert_eq!(called(json!([one])), format!("1|{name}|{name_en}"));
    assert_eq!(called(json!([one, other])), "2", "several parties have no name together");
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
    let told: Vec<(&str, &str, &str)> = page["promises"]["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["what"].as_str().unwrap(), one["due_on"].as_str().unwrap(), one["text"].as_str().unwrap()))
        .collect();
    assert_eq!(told, [("pledge", "2022-03-21", "承诺书1号"), ("papers", "2022-03-30", "人防意见")]);
    assert_eq!(count(&page, "promised"), 0, "neither is for today");
    let far = json!({"lacking_by": "2022-04-20"});
    bench.call("approval_save", json!({"project": id, "item": "B02", "set": far}));
    let promises = today(&bench, json!({}))["promises"].clone();
    assert_eq!(promises["rows"].as_array().unwrap().len(), 1);
    // It was granted on the pledge: that is still to be kept.
    bench
        .call("approval_step", json!({"project": id, "item": "C05", "state": "approved", "happened_on": "2022-03-25"}));
    let granted = today(&bench, json!({}))["promises"].clone();
    assert_eq!((&granted["rows"], granted["late"].as_i64()), (&promises["rows"], Some(1)));
}

#[test]
fn the_letters_and_the_formal_papers_of_the_fast_way_are_promises_too() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let track = json!({"project": id, "class": "industry", "met_on": "2022-03-07", "document": "庆政专纪〔2022〕5号",
        "formal_by": "2022-04-01"});
    bench.call("fast_track_save", track);
    let set = json!({"expected_on": "2022-03-28"});
    bench.call("fast_letter_save", json!({"project": id, "letter": "design", "set": set}));
    let promises = || today(&bench, json!({}))["promises"].clone();
    let told = promises();
    let told: Vec<(&str, &str)> = told["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["what"].as_str().unwrap(), one["due_on"].as_str().unwrap()))
        .collect();
    assert_eq!(told, [("letter", "2022-03-28"), ("make_good", "2022-04-01")]);
    assert_eq!((&promises()["rows"][0]["letter"], promises()["today"].as_i64()), (&json!("design"), Some(1)));
    let set = json!({"given_on": "2022-03-28"});
    bench.call("fast_letter_save", json!({"project": id, "letter": "design", "set": set}));
    assert_eq!(promises()["rows"].as_array().unwrap().len(), 1);
}

/// Due on Friday, and again on the last day before a holiday.
#[test]
fn what_was_due_before_a_day_off_is_overdue_on_it() {
    for (accepted_on, day, later) in
        [("2022-03-16", "2022-03-26", "2022-03-28"), ("2022-03-24", "2022-04-03", "2022-04-06")]
    {
        let bench = Bench::started();
        let on = |day: &str| {
            let day: chrono::NaiveDate = day.parse().unwrap();
            let noon = day.and_hms_opt(4, 0, 0).unwrap().and_utc().timestamp_millis();
            bench.clock.0.store(noon, std::sync::atomic::Ordering::Relaxed);
        };
        let id = accepted(&bench, "休息日", accepted_on);
        on(day);
        let page = today(&bench, json!({}));
        let of = |page: &Json| ["overdue", "today", "near"].map(|sort| count(page, sort));
        assert_eq!(of(&page), [1, 0, 0], "{day}");
        // One at least, though no working day has gone by.
        assert_eq!(page["parties"][0]["rows"][0]["row"]["days_left"], -1);
        let list = bench.call("approval_list", json!({"id": id}));
        let item = list["items"].as_array().unwrap().iter().find(|item| item["code"] == "B02").unwrap().clone();
        assert_eq!(item["days_left"], -1);
        on(later);
        let page = today(&bench, json!({}));
        assert_eq!((of(&page), &page["parties"][0]["rows"][0]["row"]["days_left"]), ([1, 0, 0], &json!(-1)));
    }
}

#[test]
fn enterprises_are_called_one_by_one() {
    let bench = Bench::started();
    let stopped = |name: &str, enterprise: Option<&str>| {
        let mut draft = json!({"id": null, "set": {"name": name}});
        if let Some(enterprise) = enterprise {
            draft["enterprise_name"] = json!(enterprise);
        }
        let id = bench.call("project_save", draft)["project"]["id"].clone();
        bench.call(
            "approval_step",
            json!({"project": id, "item": "B02", "state": "accepted", "happened_on": "2022-03-14"}),
        );
        let stop = json!({"project": id, "item": "B02", "state": "stopped", "happened_on": "2022-03-21",
            "stop_kind": "revision", "basis": "某市审图办法第12条"});
        bench.call("approval_step", stop);
        id
    };
    let soy = stopped("大豆一期", Some("嘉禾粮油"));
    stopped("大豆二期", Some("嘉禾粮油"));
    stopped("冷链", Some("瑷珲供应链"));
    stopped("无名", None);
    let set = json!({"name": "示例联系人", "phone": "0459-6660000"});
    bench.call("contact_save", json!({"id": null, "project": soy, "set": set}));
    let sheet = || today(&bench, json!({"waiting": "applicant"}));
    let page = sheet();
    let parties = page["parties"].as_array().unwrap();
    let told: Vec<(&str, i64)> =
        parties.iter().map(|one| (one["name"].as_str().unwrap(), one["count"].as_i64().unwrap())).collect();
    assert_eq!(told, [("嘉禾粮油", 2), ("无名", 1), ("瑷珲供应链", 1)]);
    assert_eq!((page["party_count"].as_i64(), page["lines"].as_i64()), (Some(3), Some(4)));
    assert_eq!(parties[0]["contact"]["phone"], "0459-6660000");
    let one = parties[0]["rows"][0]["row"]["approval"].clone();
    bench.call("approval_call_save", json!({"approvals": [one], "called_on": "2022-03-28", "result": "under_way"}));
    let page = sheet();
    let silent = |page: &Json, name: &str| {
        page["parties"].as_array().unwrap().iter().find(|one| one["name"] == name).unwrap()["silent_days"].clone()
    };
    assert_eq!(silent(&page, "嘉禾粮油"), 0);
    assert_eq!((silent(&page, "瑷珲供应链"), silent(&page, "无名")), (Json::Null, Json::Null));
}

#[test]
fn a_call_is_of_whom_it_was_made_to_and_its_promise_with_it() {
    let bench = Bench::started();
    let id = bench.project("规划");
    let step = |state: &str, on: &str| {
        bench.call("approval_step", json!({"project": id, "item": "B03", "state": state, "happened_on": on}));
    };
    step("submitted", "2022-03-14");
    step("correcting", "2022-03-16");
    let page = today(&bench, json!({"waiting": "applicant"}));
    let one = approval(&page, "规划");
    let call =
        json!({"approvals": [one], "called_on": "2022-03-25", "result": "under_way", "promised_on": "2022-03-28"});
    bench.call("approval_call_save", call);
    let promise = today(&bench, json!({}))["promises"]["rows"][0].clone();
    assert_eq!((&promise["what"], &promise["holder"]), (&json!("call"), &Json::Null), "the enterprise promised");
    // It was kept: the unit has it now, and nobody has called there.
    step("accepted", "2022-03-26");
    let set = json!({"due_printed": "2022-03-29"});
    bench.call("approval_save", json!({"project": id, "item": "B03", "set": set}));
    let page = today(&bench, json!({}));
    assert_eq!(page["promises"]["count"], 0);
    let party = &page["parties"][0];
    assert_eq!((&party["applicant"], &party["called_on"]), (&json!(false), &Json::Null));
    assert_eq!(party["rows"][0]["call"], Json::Null);
    // Papers that are asked for while the unit decides are the enterprise's.
    let set = json!({"lacking": "人防意见", "lacking_by": "2022-03-28"});
    bench.call("approval_save", json!({"project": id, "item": "B03", "set": set}));
    let asked = today(&bench, json!({"waiting": "promised"}))["parties"][0].clone();
    assert_eq!((&asked["applicant"], &asked["name"]), (&json!(true), &json!("规划")));
    let call = json!({"approvals": [one], "called_on": "2022-03-28", "turn": "applicant", "result": "answered"});
    bench.call("approval_call_save", call);
    assert_eq!(today(&bench, json!({}))["parties"][0]["called_on"], Json::Null, "the unit was not called");
    assert_eq!(today(&bench, json!({"waiting": "promised"}))["parties"][0]["called_on"], "2022-03-28");
}

#[test]
fn who_verified_it_on_the_day_stays_known() {
    let bench = Bench::started();
    let id = accepted(&bench, "规划", "2022-03-16");
    let one = approval(&today(&bench, json!({})), "规划");
    let set = json!({"verified_on": "2022-03-28", "verified_with": "张科长"});
    bench.call("approval_save", json!({"project": id, "item": "B02", "set": set}));
    let with = || {
        let list = bench.call("approval_list", json!({"id": id}));
        let items = list["items"].as_array().unwrap().clone();
        items.iter().find(|item| item["code"] == "B02").unwrap()["approval"]["verified_with"].clone()
    };
    let call = |person: Json| {
        let call = json!({"approvals": [one], "called_on": "2022-03-28", "result": "under_way", "person": person});
        bench.call("approval_call_save", call);
        with()
    };
    assert_eq!(call(Json::Null), "张科长");
    assert_eq!(call(json!("李科长")), "李科长");
}

#[test]
fn what_nobody_spoke_about_for_a_month_is_silent() {
    let bench = Bench::started();
    for (name, on) in [("三十一天", "2022-02-25"), ("三十天", "2022-02-26")] {
        accepted(&bench, name, on);
    }
    // A step or a verification meanwhile is no silence.
    let id = accepted(&bench, "审查过", "2022-02-07");
    bench.call(
        "approval_step",
        json!({"project": id, "item": "B02", "state": "reviewing", "happened_on": "2022-03-25"}),
    );
    let id = accepted(&bench, "核实过", "2022-02-07");
    let set = json!({"verified_on": "2022-03-21"});
    bench.call("approval_save", json!({"project": id, "item": "B02", "set": set}));
    let page = today(&bench, json!({"waiting": "silent"}));
    assert_eq!((count(&page, "silent"), names(&page["parties"][0])), (1, vec!["三十一天"]));
    let one = approval(&page, "三十一天");
    bench.call(
        "approval_call_save",
        json!({"approvals": [one], "called_on": "2022-03-20", "result": "answered", "person": null}),
    );
    assert_eq!(count(&today(&bench, json!({})), "silent"), 0);
    bench.call("undo", json!({}));
    let one = json!({"approvals": [one], "called_on": "2022-03-20", "result": "unreached"});
    bench.call("approval_call_save", one);
    assert_eq!(count(&today(&bench, json!({})), "silent"), 1, "nobody was spoken to");
}

#[test]
fn mine_is_what_i_am_in_charge_of_and_what_nobody_is_on_projects_i_have_a_duty_on() {
    let bench = Bench::started();
    let [charged, duty, given, _] =
        ["我是专人", "我有职责", "另有专人", "与我无关"].map(|name| accepted(&bench, name, "2022-03-16"));
    let me = bench.call("desk_get", json!({}))["person"]["name"].clone();
    let charge = |project: &str, name: &Json| {
        let items = json!([{"project": project, "item": "B02"}]);
        bench.call("approval_assign", json!({"approvals": items, "name": name, "person": null}));
    };
    charge(&charged, &me);
    charge(&given, &json!("孟庆山"));
    let [mine, _] = [&duty, &given].map(|project| {
        let set = json!({"role": "chief_service_officer", "name": me});
        bench.call("duty_save", json!({"id": null, "project": project, "set": set}))
    });
    let names_of = |query| {
        let page = today(&bench, query);
        let mut all: Vec<String> =
            page["parties"].as_array().unwrap().iter().flat_map(names).map(str::to_string).collect();
        all.sort();
        (count(&page, "near") + count(&page, "overdue"), all)
    };
    assert_eq!(names_of(json!({"mine": true})), (2, vec!["我是专人".to_string(), "我有职责".to_string()]));
    assert_eq!(names_of(json!({})).1.len(), 4);
    // Another of my name is another person.
    let person = bench.call("person_save", json!({"id": null, "set": {"name": me}}));
    let items = json!([{"project": charged, "item": "B02"}]);
    bench.call("approval_assign", json!({"approvals": items, "name": null, "person": person["id"]}));
    assert_eq!(names_of(json!({"mine": true})).1, vec!["我有职责".to_string()]);
    bench.call("undo", json!({}));
    // Once I am no longer on it, it is not mine.
    bench.call("duty_remove", json!({"id": mine["id"]}));
    assert_eq!(names_of(json!({"mine": true})).1, vec!["我是专人".to_string()]);
}

/// The library names a trade, the address book the unit itself: items of one unit stand under it, however the library names it.
#[test]
fn a_unit_of_the_book_answers_for_what_the_library_names_by_its_trade() {
    let bench = Bench::started();
    accepted(&bench, "规划", "2022-03-16");
    assert_eq!(today(&bench, json!({}))["parties"][0]["name"], "自然资源");
    for (name, kind) in [("自然资源产业园", "park"), ("示例市自然资源和规划局", "government")] {
        let unit = bench.call("department_save", json!({"id": null, "set": {"name": name, "kind": kind}}));
        let set = json!({"name": format!("{name}经办"), "department": unit["id"], "role": "handler"});
        bench.call("person_save", json!({"id": null, "set": set}));
    }
    let party = today(&bench, json!({}))["parties"][0].clone();
    assert_eq!(
        (&party["name"], &party["contact"]["name"]),
        (&json!("示例市自然资源和规划局"), &json!("示例市自然资源和规划局经办"))
    );
    let board = bench.call("approval_board", json!({"filter": {}, "offset": 0, "limit": 50}));
    assert_eq!(board["holders"][0]["name"], "示例市自然资源和规划局");
    let list = bench.call("approval_list", json!({"id": board["rows"][0]["project"]}));
    let of = |code: &str| list["items"].as_array().unwrap().iter().find(|item| item["code"] == code).unwrap().clone();
    assert_eq!(
        (
            of("B02")["department"].as_str().unwrap(),
            of("B02")["unit"].as_str().unwrap(),
            of("B03")["unit"].as_str().unwrap()
        ),
        ("自然资源牵头,住建、人防、城管等", "示例市自然资源和规划局", "示例市自然资源和规划局")
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
