//! A project's checklist through the desk: generation, steps, clocks, waivers, and undo.

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};
use zhuanban_core::error::{Code, Rule};

fn item<'j>(list: &'j Json, code: &str) -> &'j Json {
    list["items"].as_array().unwrap().iter().find(|i| i["code"] == code).unwrap_or_else(|| panic!("no {code}"))
}

fn codes(list: &Json) -> Vec<&str> {
    list["items"].as_array().unwrap().iter().map(|i| i["code"].as_str().unwrap()).collect()
}

fn step(bench: &Bench, id: &str, code: &str, state: &str, on: &str) -> Json {
    bench.call("approval_step", json!({"project": id, "item": code, "state": state, "happened_on": on}))
}

#[test]
fn a_new_project_has_its_core_nodes_uncollected() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let list = bench.call("approval_list", json!({"id": id}));
    assert_eq!(
        (list["mode"].as_str(), list["land"].as_str(), list["assumed"].as_bool()),
        (Some("file"), Some("granted"), Some(true))
    );
    let count = list["items"].as_array().unwrap().len();
    assert!((11..=15).contains(&count), "{count}: {:?}", codes(&list));
    assert!(list["items"].as_array().unwrap().iter().all(|i| i["state"] == "not_collected"));
    assert_eq!(bench.tables()["approval"].len(), 0, "nothing is recorded before something is known");
}

#[test]
fn mode_land_and_answers_choose_the_items() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    bench.call("project_save", json!({"id": id, "set": {"mode": "verify", "land": "allocated"}}));
    let list = bench.call("approval_list", json!({"id": id}));
    assert!(codes(&list).contains(&"A04") && !codes(&list).contains(&"A05"));
    assert!(codes(&list).contains(&"A11") && !codes(&list).contains(&"A09"));
    let list = bench.call("approval_answer", json!({"project": id, "question": "eia", "answer": "报告书"}));
    assert!(codes(&list).contains(&"P02") && !codes(&list).contains(&"P03"));
    assert_eq!(item(&list, "P02")["needs_answer"], false);
    let fault = bench.fault("approval_answer", json!({"project": id, "question": "eia", "answer": "也许"}));
    assert_eq!((fault.code, fault.fields[0].rule), (Code::Invalid, Rule::NotAChoice));
    bench.call("undo", json!({}));
    let list = bench.call("approval_list", json!({"id": id}));
    assert_eq!(
        list["questions"].as_array().unwrap().iter().find(|q| q["code"] == "eia").unwrap()["answer"],
        Json::Null
    );
}

#[test]
fn of_the_kinds_of_an_assessment_the_one_that_was_begun_stands_alone() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let kinds = |list: &Json| -> Vec<String> {
        codes(list).into_iter().filter(|code| ["P02", "P03", "P04"].contains(code)).map(str::to_string).collect()
    };
    let asked = |list: &Json| {
        list["questions"].as_array().unwrap().iter().find(|q| q["code"] == "eia").unwrap()["answer"].clone()
    };
    assert_eq!(kinds(&bench.call("approval_list", json!({"id": id}))), ["P02"], "nobody said which");
    let list = step(&bench, &id, "P03", "accepted", "2022-03-11");
    assert_eq!((kinds(&list), asked(&list)), (vec!["P03".to_string()], json!("报告表")));
    assert_eq!(item(&list, "P03")["needs_answer"], false);
    let library = bench.call("approval_library", json!({"id": id}));
    let on = library.as_array().unwrap().iter().filter(|l| l["on_checklist"] == true);
    assert!(!on.clone().any(|l| l["item"]["code"] == "P02") && on.clone().any(|l| l["item"]["code"] == "P03"));
    bench.call("undo", json!({}));
    let list = bench.call("approval_list", json!({"id": id}));
    assert_eq!((kinds(&list), asked(&list)), (vec!["P02".to_string()], Json::Null));
}

#[test]
fn the_clock_runs_from_acceptance_and_stands_still_in_a_stop() {
    let bench = Bench::started(); // today is 2022-03-28
    let id = bench.project("岱北重工");
    step(&bench, &id, "B02", "submitted", "2022-03-14");
    let list = step(&bench, &id, "B02", "accepted", "2022-03-16");
    let b02 = item(&list, "B02");
    // 承诺 7 个工作日 from Wednesday 03-16: day 7 is Friday 03-25.
    assert_eq!((b02["due_on"].as_str(), b02["days_left"].as_i64()), (Some("2022-03-25"), Some(-1)));
    let stop = json!({"project": id, "item": "B02", "state": "stopped", "happened_on": "2022-03-21"});
    let fault = bench.fault("approval_step", stop.clone());
    let fields: Vec<_> = fault.fields.iter().map(|f| f.field.as_str()).collect();
    assert_eq!(fields, ["stop_kind", "basis"]);
    let mut stop = stop;
    stop["stop_kind"] = json!("revision");
    stop["basis"] = json!("某市审图办法第12条");
    let list = bench.call("approval_step", stop);
    let b02 = item(&list, "B02");
    assert_eq!((b02["due_on"].as_str(), b02["stopped"].as_bool()), (None, Some(true)));
    let list = step(&bench, &id, "B02", "reviewing", "2022-03-25");
    assert_eq!(item(&list, "B02")["stopped"], false);
    assert!(item(&list, "B02")["due_on"].as_str().unwrap() > "2022-03-25");
    let list = step(&bench, &id, "B02", "approved", "2022-03-28");
    assert_eq!((item(&list, "B02")["done"].as_bool(), item(&list, "B02")["due_on"].as_str()), (Some(true), None));
}

#[test]
fn tomorrow_has_not_happened() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let fault = bench.fault(
        "approval_step",
        json!({"project": id, "item": "A05", "state": "approved", "happened_on": "2022-03-29"}),
    );
    assert_eq!(fault.fields[0].rule, Rule::ActualInFuture);
    let fault = bench.fault(
        "approval_step",
        json!({"project": id, "item": "X99", "state": "approved", "happened_on": "2022-03-01"}),
    );
    assert_eq!(fault.code, Code::NotFound);
}

#[test]
fn items_are_added_and_waived_with_a_reason() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let library = bench.call("approval_library", json!({"id": id}));
    assert_eq!(library.as_array().unwrap().len(), 77);
    let list = bench.call("approval_save", json!({"project": id, "item": "P08", "set": {"added": true}}));
    assert!(codes(&list).contains(&"P08"));
    let list = bench
        .call("approval_save", json!({"project": id, "item": "P05", "set": {"waived": "年综合能耗不足1000吨标准煤"}}));
    assert_eq!((item(&list, "P05")["state"].as_str(), list["required"].as_i64()), (Some("not_applicable"), Some(0)));
    bench.call("undo", json!({}));
    bench.call("undo", json!({}));
    assert!(!codes(&bench.call("approval_list", json!({"id": id}))).contains(&"P08"));
}

#[test]
fn a_step_is_withdrawn_by_its_author_until_another_follows() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let first = item(&step(&bench, &id, "A05", "submitted", "2022-03-01"), "A05")["steps"][0]["id"].clone();
    let last = item(&step(&bench, &id, "A05", "approved", "2022-03-02"), "A05")["steps"][1]["id"].clone();
    assert_eq!(bench.fault("approval_step_withdraw", json!({"id": first})).code, Code::InUse);
    let other = bench.desk.caller_named("王敏").unwrap();
    assert_eq!(bench.try_as(&other, "approval_step_withdraw", json!({"id": last})).unwrap_err().code, Code::Forbidden);
    let list = bench.call("approval_step_withdraw", json!({"id": last}));
    assert_eq!(item(&list, "A05")["state"], "submitted");
}

#[test]
fn a_waiver_given_taken_and_given_again_can_be_undone_each_time() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let before = bench.tables();
    let waive = || bench.call("approval_save", json!({"project": id, "item": "A05", "set": {"waived": "不涉及"}}));
    for _ in 0..3 {
        waive();
        bench.call("undo", json!({}));
        assert_eq!(bench.tables(), before);
    }
    for answer in [json!("yes"), json!(null), json!("yes"), json!(null)] {
        bench.call("approval_answer", json!({"project": id, "question": "farmland", "answer": answer}));
    }
    for _ in 0..4 {
        bench.call("undo", json!({}));
    }
    assert_eq!(bench.tables(), before);
    waive();
    bench.call("project_remove", json!({"id": id}));
    bench.call("undo", json!({}));
    assert_eq!(bench.call("project_get", json!({"id": id}))["project"]["name"], "岱北重工");
}

#[test]
fn an_approval_is_not_taken_away_under_someones_step() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let (first, second) = (bench.desk.caller_named("王敏").unwrap(), bench.desk.caller_named("李四").unwrap());
    let step = |state: &str, on: &str| json!({"project": id, "item": "A05", "state": state, "happened_on": on});
    bench.call_as(&first, "approval_step", step("submitted", "2022-03-01"));
    bench.call_as(&second, "approval_step", step("approved", "2022-03-02"));
    let fault = bench.try_as(&first, "undo", json!({})).unwrap_err();
    assert_eq!((fault.code, fault.params["person"].as_str()), (Code::UndoBlocked, "李四"));
    assert_eq!(item(&bench.call("approval_list", json!({"id": id})), "A05")["state"], "approved");
}

#[test]
fn what_is_overdue_lights_the_lamp_whatever_its_quantity() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    bench.call("matter_save", json!({"id": null, "project": id, "set": {"element": "用地", "need_by": "2022-01-01"}}));
    let light = bench.call("project_get", json!({"id": id}))["light"].clone();
    assert_eq!((light["shade"].as_str(), light["reasons"][0]["kind"].as_str()), (Some("red"), Some("need")));
}

fn trial(bench: &Bench, id: &str, changes: Json) -> Json {
    bench.call("approval_trial", json!({"project": id, "changes": changes}))
}

#[test]
fn a_step_says_what_it_moves_before_it_is_saved() {
    let bench = Bench::started(); // today is 2022-03-28
    let id = bench.project("岱北重工");
    step(&bench, &id, "B02", "accepted", "2022-03-16");
    let before = bench.call("approval_list", json!({"id": id}));
    let stop = json!({"project": id, "item": "B02", "state": "stopped", "happened_on": "2022-03-21",
        "stop_kind": "expert_review", "basis": "行政许可法第45条"});
    let told = bench.call("approval_step_preview", stop.clone());
    assert_eq!((&told["due"]["from"], &told["due"]["to"]), (&item(&before, "B02")["due_on"], &Json::Null));
    let tables = bench.tables();
    assert!(tables["approval_step"].len() == 1, "nothing was written");
    bench.call("approval_step", stop);
    let resumed = json!({"project": id, "item": "B02", "state": "reviewing", "happened_on": "2022-03-28"});
    let told = bench.call("approval_step_preview", resumed.clone());
    let after = bench.call("approval_step", resumed);
    assert_eq!(told["due"]["to"], item(&after, "B02")["due_on"]);
    // What was told is what comes.
    for moved in told["moves"]["items"].as_array().unwrap() {
        let code = moved["code"].as_str().unwrap();
        assert_eq!(moved["ends"]["to"], item(&after, code)["forecast_on"], "{code}");
    }
    assert_eq!(told["moves"]["start"]["to"], after["start_on"]);
    let fault = bench.fault(
        "approval_step_preview",
        json!({"project": id, "item": "B02", "state": "stopped", "happened_on": "2022-04-21"}),
    );
    let rules: Vec<Rule> = fault.fields.iter().map(|f| f.rule).collect();
    assert_eq!(rules, [Rule::ActualInFuture, Rule::Required, Rule::Required]);
}

#[test]
fn an_early_decision_says_how_many_days_it_brings() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let told = bench.call(
        "approval_step_preview",
        json!({"project": id, "item": "A09", "state": "approved", "happened_on": "2022-03-28"}),
    );
    // A08 60 and A09 30 working days lie no longer before A10.
    assert_eq!(told["moves"]["start"]["days"], -90);
    assert_eq!((told["later"].as_i64(), told["most_days"].as_i64()), (Some(7), Some(-90)));
}

#[test]
fn a_trial_says_what_is_saved_and_is_adopted_as_one_action() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let before = bench.call("approval_list", json!({"id": id}));
    let tables = bench.tables();
    // A08 60 → A09 30 → A10 5 → B02 7 → B03 7 and C01 7 → C05 5.
    // Without A08, A09 waits for A07, which takes 10.
    let parallel = json!({"kind": "parallel", "item": "A09", "before": ["A08"]});
    let found = trial(&bench, &id, json!([parallel]));
    assert_eq!((found["saved"].as_i64(), found["moves"]["start"]["days"].as_i64()), (Some(50), Some(-50)));
    let lacking = json!({"kind": "lacking", "item": "B02", "before": ["A10"], "by": null});
    assert_eq!(trial(&bench, &id, json!([lacking.clone()]))["saved"], 7);
    let promise = json!({"kind": "promise", "item": "C05", "half_days": 2});
    assert_eq!(trial(&bench, &id, json!([promise.clone()]))["saved"], 4);
    let bundle = json!({"kind": "bundle", "name": "三证合一", "items": ["B02", "B03", "C01"]});
    assert_eq!(trial(&bench, &id, json!([bundle.clone()]))["saved"], 7);
    assert_eq!(bench.tables(), tables, "nothing was written");
    let all = json!([parallel, lacking, promise, bundle]);
    let told = trial(&bench, &id, all.clone());
    let after = bench.call("approval_adopt", json!({"project": id, "changes": all}));
    assert_eq!(
        (&told["moves"]["start"]["to"], &told["moves"]["start"]["from"]),
        (&after["start_on"], &before["start_on"])
    );
    let b02 = &item(&after, "B02")["approval"];
    assert_eq!((&b02["lacking_items"], &b02["bundle"]), (&json!("A10"), &json!("三证合一")));
    assert!(b02["lacking"].as_str().unwrap().contains("建设用地规划许可证"), "{b02}");
    assert_eq!(trial(&bench, &id, json!([]))["saved"], 0);
    bench.call("undo", json!({}));
    assert_eq!(bench.call("approval_list", json!({"id": id}))["start_on"], before["start_on"]);
}

#[test]
fn what_is_offered_rests_on_the_template_and_saves_what_it_says() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let offers = trial(&bench, &id, json!([]))["offers"].as_array().unwrap().clone();
    assert!(!offers.is_empty());
    let law = |offer: &Json, kind: &str, before: &[&str]| {
        let change = &offer["change"];
        change["kind"] == kind && before.iter().any(|code| change["before"].as_array().unwrap().contains(&json!(code)))
    };
    // 城乡规划法 §38, 建筑法 §8: the contract before the land permit, the permits before 施工许可.
    assert!(!offers.iter().any(|o| law(o, "parallel", &["A09"])));
    assert!(!offers.iter().any(|o| o["measure"] == "容缺受理" && law(o, "lacking", &["A09", "A10", "B03"])));
    for offer in &offers {
        let found = trial(&bench, &id, json!([offer["change"]]));
        assert_eq!(found["saved"], offer["saves"], "{offer}");
        assert!(offer["saves"].as_i64() > Some(0) && !offer["measure"].as_str().unwrap().is_empty());
    }
    let saves: Vec<_> = offers.iter().map(|o| o["saves"].as_i64()).collect();
    assert!(saves.is_sorted_by(|a, b| a >= b), "{saves:?}");
}

#[test]
fn the_limits_of_the_law_can_be_counted_with() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let law = bench.call("approval_trial", json!({"project": id, "changes": [], "by_law": true}));
    assert!(law["saved"].as_i64() < Some(0), "the law gives more time than was promised: {}", law["saved"]);
}

#[test]
fn a_trial_that_says_nothing_or_runs_in_a_circle_is_refused() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let refused = |changes: Json| {
        let fault = bench.fault("approval_adopt", json!({"project": id, "changes": changes}));
        (fault.code, fault.fields.first().map(|f| (f.rule, f.params.get("items").cloned())))
    };
    let found = refused(json!([{"kind": "bundle", "name": "合一", "items": ["A10", "B03"]}]));
    let circle = found.1.unwrap();
    assert_eq!((found.0, circle.0), (Code::Invalid, Rule::WaitCircle));
    assert!(circle.1.unwrap().contains("B02"));
    assert_eq!(refused(json!([{"kind": "bundle", "name": " ", "items": ["A10", "B03"]}])).1.unwrap().0, Rule::Required);
    assert_eq!(refused(json!([{"kind": "parallel", "item": "A10", "before": ["A10"]}])).1.unwrap().0, Rule::NamedTwice);
    assert_eq!(refused(json!([{"kind": "promise", "item": "Z99", "half_days": 2}])).0, Code::NotFound);
    let told = trial(&bench, &id, json!([{"kind": "bundle", "name": "合一", "items": ["A10", "B03"]}]));
    assert!(told["moves"]["circle"].as_array().unwrap().len() > 2, "a trial shows who would wait for whom");
}

fn board(bench: &Bench, filter: Json) -> Json {
    bench.call("approval_board", json!({"filter": filter, "offset": 0, "limit": 50}))
}

/// Count of a key in a list of `{key, count}`.
fn count_of(list: &Json, key: &str, name: &str) -> i64 {
    let found = list.as_array().unwrap().iter().find(|one| one[key] == name);
    found.unwrap_or_else(|| panic!("no {name}"))["count"].as_i64().unwrap()
}

#[test]
fn the_board_has_what_is_in_hand_and_with_whom() {
    let bench = Bench::started(); // today is 2022-03-28, a Monday
    let (a, b, c) = (bench.project("甲厂"), bench.project("乙厂"), bench.project("丙厂"));
    step(&bench, &a, "B02", "accepted", "2022-03-01"); // 7 working days: overdue
    step(&bench, &b, "B02", "accepted", "2022-03-24"); // due 2022-04-02, a Saturday that is worked: in five working days
    step(&bench, &c, "B02", "submitted", "2022-03-25");
    step(&bench, &c, "C05", "submitted", "2022-03-21");
    step(&bench, &c, "C05", "correcting", "2022-03-22");
    step(&bench, &a, "A10", "approved", "2022-03-02");
    bench.call("approval_save", json!({"project": b, "item": "B02", "set": {"holder": "市资规局"}}));
    let all = board(&bench, json!({}));
    assert_eq!((&all["total"], &all["found"]), (&json!(4), &json!(4)));
    let heat = |name: &str| count_of(&all["heat"], "heat", name);
    assert_eq!(
        [heat("overdue"), heat("today"), heat("soon"), heat("later"), heat("applicant"), heat("no_limit")],
        [1, 0, 0, 1, 1, 1]
    );
    let rows: Vec<_> =
        all["rows"].as_array().unwrap().iter().map(|row| row["project_name"].as_str().unwrap()).collect();
    assert_eq!(rows, ["甲厂", "乙厂", "丙厂", "丙厂"], "the most overdue first, what has no due day last");
    let first = &all["rows"][0];
    assert_eq!(
        (&first["due_on"], &first["days_left"], &first["days"]),
        (&json!("2022-03-10"), &json!(-12), &json!(19))
    );
    let holders: Vec<_> = all["holders"].as_array().unwrap().iter().map(|h| (&h["name"], &h["count"])).collect();
    assert_eq!(holders.len(), 3, "{holders:?}");
    assert_eq!(holders[0].1, &json!(2));
    assert!(holders.contains(&(&Json::Null, &json!(1))) && holders.contains(&(&json!("市资规局"), &json!(1))));
    // The board says what the project's page says.
    let listed = bench.call("approval_list", json!({"id": a}));
    assert_eq!(
        (&first["due_on"], &first["days_left"]),
        (&item(&listed, "B02")["due_on"], &item(&listed, "B02")["days_left"])
    );

    let some = board(&bench, json!({"heat": "overdue"}));
    assert_eq!((&some["found"], &some["total"]), (&json!(1), &json!(4)));
    assert_eq!(count_of(&some["heat"], "heat", "applicant"), 1, "another choice shows what it would give");
    assert_eq!(board(&bench, json!({"holder": ""}))["found"], 1);
    assert_eq!(board(&bench, json!({"text": "丙", "item": "B02"}))["found"], 1);
    step(&bench, &a, "B02", "approved", "2022-03-28");
    assert_eq!(board(&bench, json!({}))["total"], 3);
}

#[test]
fn papers_promised_later_stay_on_the_board_until_they_are_there() {
    let bench = Bench::started();
    let id = bench.project("甲厂");
    step(&bench, &id, "B02", "lacking_accepted", "2022-03-01");
    bench.call(
        "approval_save",
        json!({"project": id, "item": "B02", "set": {"lacking": "勘测定界报告", "lacking_by": "2022-03-20"}}),
    );
    step(&bench, &id, "B02", "lacking_passed", "2022-03-08");
    let late = board(&bench, json!({"flag": "lacking_late"}));
    assert_eq!(
        (&late["found"], &late["rows"][0]["heat"], &late["rows"][0]["holder"]),
        (&json!(1), &json!("applicant"), &Json::Null)
    );
    step(&bench, &id, "B02", "approved", "2022-03-28");
    assert_eq!(board(&bench, json!({}))["total"], 0);
    let figures = bench.call("approval_figures", json!({}));
    let lacking = &figures["measures"][0];
    assert_eq!(
        (&lacking["measure"], &lacking["count"], &lacking["in_time"]),
        (&json!("lacking"), &json!(1), &json!(0))
    );
}

/// 从签订土地出让合同到拿到施工许可证，仅用9天 (seed article 001): contract 20 March, permit 29 March 2019.
#[test]
fn from_land_contract_to_permit_in_nine_days() {
    let bench = Bench::started();
    let (quick, slow) = (bench.project("哈尔滨新区项目"), bench.project("另一项目"));
    step(&bench, &quick, "A09", "approved", "2019-03-20");
    step(&bench, &quick, "C05", "approved", "2019-03-29");
    step(&bench, &slow, "A09", "approved", "2019-01-10");
    step(&bench, &slow, "C05", "approved", "2019-05-10");
    let found = bench.call("approval_figures", json!({"from": "2019-01-01", "to": "2019-12-31"}));
    let told: Vec<_> = found["milestones"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| (m["days"].as_i64(), m["working_days"].as_i64()))
        .collect();
    assert_eq!(told[0], (Some(9), Some(7)));
    assert_eq!((told.len(), &found["median_days"]), (2, &json!(9)));
    let none = bench.call("approval_figures", json!({"from": "2020-01-01"}));
    assert_eq!((none["milestones"].as_array().unwrap().len(), &none["median_days"]), (0, &Json::Null));
}

#[test]
fn time_used_is_compared_with_the_law_like_with_like() {
    let bench = Bench::started();
    let (a, b) = (bench.project("甲厂"), bench.project("乙厂"));
    // A06: 20 working days by law, 5 promised.
    step(&bench, &a, "A06", "accepted", "2022-03-01");
    bench.call(
        "approval_step",
        json!({"project": a, "item": "A06", "state": "stopped", "happened_on": "2022-03-03", "stop_kind": "expert_review", "basis": "第45条"}),
    );
    step(&bench, &a, "A06", "reviewing", "2022-03-08");
    step(&bench, &a, "A06", "approved", "2022-03-10");
    step(&bench, &b, "A06", "accepted", "2022-02-14");
    step(&bench, &b, "A06", "approved", "2022-03-21");
    // 挂牌 is a period no shorter than, and is not compared.
    step(&bench, &b, "A09", "accepted", "2022-01-04");
    step(&bench, &b, "A09", "approved", "2022-03-04");
    let found = bench.call("approval_figures", json!({}));
    let one = &found["compression"][0];
    assert_eq!(
        (&one["item"], &one["decided"], &one["law_half_days"], &one["promised_half_days"]),
        (&json!("A06"), &json!(2), &json!(80), &json!(20))
    );
    // Of the first 1 (2 March) and 2 (9, 10 March) count, of the second 25.
    assert_eq!((&one["used_days"], &one["in_time"], &found["not_compared"]), (&json!(28), &json!(1), &json!(1)));
    assert_eq!(one["shorter"]["text"], "30.0");
    assert_eq!(found["not_compared_why"], json!([{"why": "other_side", "count": 1}]));
}

#[test]
fn what_cannot_be_compared_with_the_law_is_counted_by_reason() {
    let bench = Bench::started();
    let (a, b) = (bench.project("甲厂"), bench.project("乙厂"));
    // A05 is 即时, C05 seven calendar days, A09 no shorter than; A06 of the second has no day of acceptance.
    step(&bench, &a, "A05", "approved", "2022-03-04");
    for (project, item) in [(&a, "C05"), (&b, "C05"), (&a, "A09")] {
        step(&bench, project, item, "accepted", "2022-03-01");
        step(&bench, project, item, "approved", "2022-03-04");
    }
    step(&bench, &b, "A06", "approved", "2022-03-04");
    let found = bench.call("approval_figures", json!({}));
    let why = |why: &str, count: i64| json!({"why": why, "count": count});
    let expected = [why("no_limit", 1), why("calendar_days", 2), why("other_side", 1), why("no_acceptance", 1)];
    assert_eq!(found["not_compared_why"], json!(expected));
    assert_eq!((&found["not_compared"], &found["together"]["decided"]), (&json!(5), &json!(0)));
}

#[test]
fn one_action_steps_many_projects_or_none() {
    let bench = Bench::started();
    let ids: Vec<String> = (1..=16).map(|n| bench.project(&format!("生物质发电{n}号"))).collect();
    let steps = |state: &str, on: &str| {
        let one = |id: &String| json!({"project": id, "item": "P02", "state": state, "happened_on": on});
        json!({"steps": ids.iter().map(one).collect::<Vec<_>>()})
    };
    let done = bench.call("approval_step_all", steps("accepted", "2022-03-21"));
    assert_eq!(done, json!({"steps": 16, "projects": 16}));
    assert_eq!(board(&bench, json!({"item": "P02"}))["found"], 16);
    step(&bench, &ids[3], "P02", "approved", "2022-03-25");
    let before = bench.tables();
    let fault = bench.fault("approval_step_all", steps("reviewing", "2022-03-28"));
    let told: Vec<_> =
        fault.fields.iter().map(|f| (f.rule, f.params["row"].as_str(), f.params["name"].as_str())).collect();
    assert_eq!(told, [(Rule::NotAChoice, "4", "生物质发电4号")]);
    assert_eq!(bench.tables(), before);
    bench.call("undo", json!({}));
    bench.call("undo", json!({}));
    assert_eq!(board(&bench, json!({}))["total"], 0);
    assert_eq!(bench.fault("approval_step_all", json!({"steps": []})).fields[0].rule, Rule::Required);
}
