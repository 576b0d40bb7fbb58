//! One clock and one path for approvals: what was granted ahead of its turn, stops by their reason, the lamps of 一会三函, certificates
//! that end, reminders beside the board, and many steps looked at before they are recorded.

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};
use zhuanban_core::error::Rule;

fn item(list: &Json, code: &str) -> Json {
    list["items"].as_array().unwrap().iter().find(|i| i["code"] == code).unwrap_or_else(|| panic!("no {code}")).clone()
}

fn list(bench: &Bench, id: &str) -> Json {
    bench.call("approval_list", json!({"id": id}))
}

fn step(bench: &Bench, id: &str, code: &str, state: &str, on: &str) -> Json {
    bench.call("approval_step", json!({"project": id, "item": code, "state": state, "happened_on": on}))
}

fn stop(bench: &Bench, id: &str, code: &str, kind: &str, on: &str) -> Json {
    let input = json!({"project": id, "item": code, "state": "stopped", "happened_on": on, "stop_kind": kind,
        "basis": "行政许可法第45条"});
    bench.call("approval_step", input)
}

fn save(bench: &Bench, id: &str, code: &str, set: Json) -> Json {
    bench.call("approval_save", json!({"project": id, "item": code, "set": set}))
}

fn board(bench: &Bench, filter: Json) -> Json {
    bench.call("approval_board", json!({"filter": filter, "offset": 0, "limit": 50}))
}

fn count_of(list: &Json, key: &str, name: &str) -> i64 {
    let found = list.as_array().unwrap().iter().find(|one| one[key] == name);
    found.unwrap_or_else(|| panic!("no {name}"))["count"].as_i64().unwrap()
}

#[test]
fn a_permit_accepted_ahead_of_its_turn_brings_no_earlier_start() {
    let bench = Bench::started(); // today is 2022-03-28
    let id = bench.project("岱北重工");
    let before = list(&bench, &id);
    let after = step(&bench, &id, "C05", "accepted", "2022-03-25");
    // Its own due day is the promise's; the start waits for B03 and what that waits for.
    assert_eq!(item(&after, "C05")["due_on"], "2022-04-01");
    let b03 = item(&after, "B03")["forecast_on"].as_str().unwrap().to_string();
    assert!(after["start_on"].as_str() >= Some(b03.as_str()), "{} is before {b03}", after["start_on"]);
    assert!(after["start_on"].as_str() <= before["start_on"].as_str());
    let told = item(&after, "C05")["skipped"].as_array().unwrap().clone();
    assert!(told.contains(&json!("B03")) && !told.contains(&json!("B02")), "what it rests on itself: {told:?}");
    assert_eq!(after["skipped"], json!(told), "in the order of the list");
    // The days of the forecast by experience, too.
    let forecast = bench.call("approval_forecast", json!({"id": id}));
    assert!(forecast["start"]["most"].as_str() >= Some(b03.as_str()));
}

#[test]
fn a_permit_granted_ahead_of_its_turn_says_what_is_not_there() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let granted = step(&bench, &id, "C05", "approved", "2022-03-25");
    let told = item(&granted, "C05")["skipped"].as_array().unwrap().clone();
    assert!(told.contains(&json!("B03")), "{told:?}");
    // One that is handed in late (容缺) or beside it is no surprise.
    let eased = save(&bench, &id, "C05", json!({"parallel": "B03"}));
    assert!(!item(&eased, "C05")["skipped"].as_array().unwrap().contains(&json!("B03")));
    save(&bench, &id, "C05", json!({"parallel": null}));
    for code in told.iter().map(|code| code.as_str().unwrap()) {
        step(&bench, &id, code, "approved", "2022-03-21");
    }
    let there = list(&bench, &id);
    assert_eq!(item(&there, "C05")["skipped"], json!([]));
    // What those rest on is told of them now.
    assert!(there["skipped"].as_array().unwrap().iter().all(|code| !told.contains(code)), "{}", there["skipped"]);
}

#[test]
fn a_stop_is_whose_its_reason_names_with_one_count_of_its_days() {
    let bench = Bench::started(); // today is 2022-03-28, a Monday
    let id = bench.project("岱北重工");
    save(&bench, &id, "B03", json!({"holder": "市审批局"}));
    step(&bench, &id, "B03", "accepted", "2022-03-14");
    for (kind, turn, holder, of) in [
        ("awaiting_papers", "applicant", Json::Null, ""),
        ("hearing", "certificate", json!("市审批局"), "市审批局"),
        ("expert_review", "third", json!("第三方机构"), "第三方机构"),
    ] {
        stop(&bench, &id, "B03", kind, "2022-03-24");
        let held = item(&list(&bench, &id), "B03");
        // 24, 25 and 28 March.
        assert_eq!((&held["in_hand"]["turn"], &held["in_hand"]["holder"]), (&json!(turn), &holder), "{kind}");
        assert_eq!((&held["in_hand"]["days"], &held["in_hand"]["unit"]), (&json!(3), &json!("working")));
        let pause = held["pauses"].as_array().unwrap().last().unwrap().clone();
        assert_eq!((&pause["days"], &pause["kind"], &pause["ended_by"]), (&json!(3), &json!(kind), &Json::Null));
        assert_eq!(board(&bench, json!({"holder": of}))["rows"][0]["days"], 3);
        let charges = bench.call("approval_forecast", json!({"id": id}))["charges"].clone();
        let charge = charges.as_array().unwrap().iter().find(|one| one["loss"] == "stopped").unwrap();
        assert_eq!((&charge["days"], &charge["holder"]), (&json!(3), &holder), "{kind}");
        assert_eq!(charge["applicant"], json!(turn == "applicant"));
        bench.call("undo", json!({}));
    }
}

#[test]
fn who_examines_is_named_in_hand_on_the_board_and_in_what_was_lost() {
    let bench = Bench::started(); // today is 2022-03-28, a Monday
    let id = bench.project("岱北重工");
    let stopped = |kind: &str, examiner: &str, on: &str| {
        let step = json!({
            "project": id, "item": "B03", "state": "stopped", "happened_on": on, "stop_kind": kind, "examiner": examiner,
            "basis": "行政许可法第四十五条",
        });
        bench.call("approval_step", step)
    };
    step(&bench, &id, "B03", "accepted", "2022-03-14");
    stopped("expert_review", " 省规划院 ", "2022-03-17");
    step(&bench, &id, "B03", "reviewing", "2022-03-18");
    let after = stopped("testing", "市检测中心", "2022-03-24");
    assert_eq!(item(&after, "B03")["in_hand"]["holder"], "市检测中心");
    assert_eq!(item(&after, "B03")["pauses"][0]["examiner"], "省规划院");
    assert_eq!(board(&bench, json!({"holder": "市检测中心"}))["rows"][0]["days"], 3);
    // 17 and 18 March; 24, 25 and 28 March.
    let charges = bench.call("approval_forecast", json!({"id": id}))["charges"].clone();
    let of = |who: &str| charges.as_array().unwrap().iter().find(|one| one["holder"] == who).unwrap()["days"].clone();
    assert_eq!((of("省规划院"), of("市检测中心")), (json!(2), json!(3)));
    // Whose stop it is by its reason needs no other name.
    let heard = stopped("hearing", "市检测中心", "2022-03-28");
    assert_eq!(item(&heard, "B03")["pauses"][2]["examiner"], Json::Null);
}

#[test]
fn a_stop_of_a_limit_in_calendar_days_counts_all_of_them() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    save(&bench, &id, "A08", json!({"added": true}));
    step(&bench, &id, "B03", "accepted", "2022-03-14");
    stop(&bench, &id, "B03", "expert_review", "2022-03-18");
    let there = step(&bench, &id, "B03", "reviewing", "2022-03-23");
    let pause = item(&there, "B03")["pauses"][0].clone();
    // 18, 21, 22 and 23 March.
    assert_eq!((&pause["days"], &pause["unit"], &pause["to"]), (&json!(4), &json!("working"), &json!("2022-03-23")));
    let steps = item(&there, "B03")["steps"].as_array().unwrap().clone();
    assert_eq!(pause["ended_by"], steps[2]["id"], "the step that ends it");
    // By a unit that counts all days.
    let version = bench.call("template_draft", json!({}))["version"]["id"].clone();
    let set = json!({"statutory": 40, "statutory_unit": "calendar", "promised": null});
    bench.call("template_item_save", json!({"version": version, "code": "B03", "set": set}));
    bench.call("template_release", json!({"version": version, "note": "按自然日"}));
    bench.call("checklist_move", json!({"projects": [id], "version": version}));
    let pause = item(&list(&bench, &id), "B03")["pauses"][0].clone();
    assert_eq!((&pause["days"], &pause["unit"]), (&json!(6), &json!("calendar")));
}

fn adopt(bench: &Bench, id: &str, set: Json) -> Json {
    let mut input = json!({
        "project": id, "class": "industry", "met_on": "2022-03-07", "document": "庆政专纪〔2022〕5号", "formal_by": "2022-12-30",
    });
    input.as_object_mut().unwrap().extend(set.as_object().unwrap().clone());
    bench.call("fast_track_save", input)
}

fn letter(bench: &Bench, id: &str, letter: &str, set: Json) -> Json {
    bench.call("fast_letter_save", json!({"project": id, "letter": letter, "set": set}))
}

#[test]
fn what_was_tried_with_letters_is_recorded_with_the_decision() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let tried = bench.call(
        "approval_trial",
        json!({"project": id, "changes": [], "letters_on": "2022-04-08", "formal_by": "2022-04-15"}),
    );
    assert!(tried["fast"]["late_days"].as_i64() > Some(0) && tried["formal_on"].is_string(), "{}", tried["fast"]);
    assert_eq!(tried["fast"]["track"]["formal_by"], "2022-04-15");
    let adopted = adopt(&bench, &id, json!({"letters_on": "2022-04-08", "formal_by": "2022-04-15"}));
    assert_eq!((&adopted["start_on"], &tried["moves"]["start"]["to"]), (&json!("2022-04-08"), &json!("2022-04-08")));
    let expected: Vec<_> =
        adopted["fast"]["letters"].as_array().unwrap().iter().map(|l| l["known"]["expected_on"].clone()).collect();
    assert_eq!(expected, [json!("2022-04-08"), json!("2022-04-08"), json!("2022-04-08")]);
    bench.call("undo", json!({}));
    assert!(bench.tables()["fast_letter"].is_empty() && bench.tables()["fast_track"].is_empty(), "one action");
}

#[test]
fn late_letters_and_late_papers_light_the_lamp() {
    let bench = Bench::started(); // today is 2022-03-28
    let id = bench.project("岱北重工");
    let shades = |list: &Json| {
        let letters = list["fast"]["letters"].as_array().unwrap().iter().map(|l| l["shade"].clone());
        (list["fast"]["shade"].clone(), letters.collect::<Vec<_>>())
    };
    let light = || bench.call("project_get", json!({"id": id}))["light"].clone();
    let ring = || json!("ring");
    assert_eq!(shades(&adopt(&bench, &id, json!({}))), (json!("green"), vec![ring(), ring(), ring()]));
    letter(&bench, &id, "early", json!({"given_on": "2022-03-10"}));
    let soon = letter(&bench, &id, "design", json!({"expected_on": "2022-03-31"}));
    assert_eq!(shades(&soon), (json!("amber"), vec![json!("green"), json!("amber"), ring()]));
    assert_eq!((light()["shade"].as_str(), light()["reasons"][0]["kind"].as_str()), (Some("amber"), Some("letter")));
    let late = letter(&bench, &id, "design", json!({"expected_on": "2022-03-25"}));
    assert_eq!(shades(&late).0, json!("red"));
    assert_eq!(light()["shade"], "red");
    letter(&bench, &id, "design", json!({"given_on": "2022-03-25"}));
    let past = adopt(&bench, &id, json!({"formal_by": "2022-03-25"}));
    assert_eq!((&past["fast"]["shade"], &past["fast"]["overdue"]), (&json!("red"), &json!(true)));
    assert_eq!((light()["shade"].as_str(), light()["reasons"][0]["kind"].as_str()), (Some("red"), Some("make_good")));
    for code in past["fast"]["open"].as_array().unwrap() {
        step(&bench, &id, code.as_str().unwrap(), "approved", "2022-03-21");
    }
    assert_eq!(list(&bench, &id)["fast"]["shade"], "green", "all is made good");
    assert_ne!(light()["shade"], "red");
}

#[test]
fn letters_out_of_order_are_refused_or_told() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    adopt(&bench, &id, json!({}));
    for set in [json!({"given_on": "2022-03-04"}), json!({"expected_on": "2022-03-04"})] {
        let bad = bench.fault("fast_letter_save", json!({"project": id, "letter": "early", "set": set}));
        assert_eq!((bad.fields[0].rule, bad.fields[0].params["day"].as_str()), (Rule::BeforeMeeting, "2022-03-07"));
    }
    letter(&bench, &id, "early", json!({"given_on": "2022-03-21"}));
    let told = letter(&bench, &id, "design", json!({"given_on": "2022-03-18"}));
    let order: Vec<_> = told["fast"]["letters"].as_array().unwrap().iter().map(|l| l["out_of_order"] == true).collect();
    assert_eq!(order, [false, true, false]);
    let input = json!({"project": id, "class": "industry", "met_on": "2022-03-22", "document": "会议纪要", "formal_by": "2022-12-30"});
    let bad = bench.fault("fast_track_save", input);
    let rules: Vec<_> = bad.fields.iter().map(|f| (f.field.as_str(), f.rule)).collect();
    assert_eq!(rules, [("met_on", Rule::LetterBeforeMeeting), ("met_on", Rule::LetterBeforeMeeting)]);
}

fn reminded(bench: &Bench, from: &str, to: &str) -> Vec<(String, String, i64)> {
    let found = bench.call("approval_reminders", json!({"from": from, "to": to}));
    let text = |one: &Json, field: &str| one[field].as_str().unwrap().to_string();
    let all = found["list"].as_array().unwrap().iter();
    all.map(|one| (text(one, "what"), text(one, "on"), one["after"].as_i64().unwrap())).collect()
}

#[test]
fn the_day_the_formal_papers_are_promised_for_is_reminded_of() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    adopt(&bench, &id, json!({"formal_by": "2022-03-31"}));
    let found = bench.call("approval_reminders", json!({"from": "2022-03-25", "to": "2022-03-28"}));
    let one = &found["list"][0];
    assert_eq!(
        (&one["what"], &one["due_on"], &one["after"], &one["row"]["item"]),
        (&json!("make_good"), &json!("2022-03-31"), &json!(-5), &json!("C05"))
    );
    assert_eq!(one["row"]["project_name"], "岱北重工");
    for code in list(&bench, &id)["fast"]["open"].as_array().unwrap() {
        step(&bench, &id, code.as_str().unwrap(), "approved", "2022-03-21");
    }
    assert!(reminded(&bench, "2022-03-25", "2022-03-28").is_empty(), "all is made good");
}

#[test]
fn why_a_project_waits_names_the_formal_papers_where_they_are_sooner() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    step(&bench, &id, "B03", "submitted", "2022-03-24");
    adopt(&bench, &id, json!({}));
    let why = || bench.call("board_project", json!({"id": id}));
    // No letter is expected: the start that is told is the formal papers', and they are what it waits for.
    let formal = why();
    assert_eq!((&formal["by_letters"], &formal["missing"][0]["code"]), (&json!(false), &json!("B03")));
    assert!(formal["not_collected"].as_i64() > Some(0));
    assert_eq!(formal["fast"]["missing"], json!(["early", "design", "works"]));
    adopt(&bench, &id, json!({"letters_on": "2022-04-08"}));
    let letters = why();
    assert_eq!((&letters["by_letters"], &letters["missing"]), (&json!(true), &json!([])));
    assert_eq!(letters["start_on"], "2022-04-08");
    for one in ["early", "design", "works"] {
        letter(&bench, &id, one, json!({"expected_on": "2032-04-08"}));
    }
    assert_eq!(why()["by_letters"], json!(false), "the letters come later than the papers");
}

#[test]
fn a_certificate_that_ends_is_told_in_list_board_and_reminders() {
    let bench = Bench::started(); // today is 2022-03-28
    let (old, near, far) = (bench.project("甲厂"), bench.project("乙厂"), bench.project("丙厂"));
    for (id, on) in [(&old, "2022-03-14"), (&near, "2022-05-20"), (&far, "2024-05-20")] {
        step(&bench, id, "B03", "approved", "2022-03-01");
        save(&bench, id, "B03", json!({"expires_on": on}));
    }
    let ends = |id: &str| item(&list(&bench, id), "B03")["expiry"].clone();
    assert_eq!((&ends(&old)["state"], &ends(&old)["days_left"]), (&json!("expired"), &json!(-14)));
    assert_eq!((&ends(&near)["state"], &ends(&near)["days_left"]), (&json!("soon"), &json!(53)));
    assert_eq!(ends(&far), Json::Null);
    let all = board(&bench, json!({}));
    assert_eq!((&all["total"], &all["found"], &all["aside"]), (&json!(0), &json!(0), &json!(0)), "nothing is in hand");
    let flag = |name: &str| count_of(&all["flags"], "flag", name);
    assert_eq!((flag("expired"), flag("expires_soon")), (1, 1), "the choice says what it would give");
    let expired = board(&bench, json!({"flag": "expired"}));
    assert_eq!((&expired["found"], &expired["aside"]), (&json!(1), &json!(1)));
    let row = &expired["rows"][0];
    assert_eq!((&row["project_name"], &row["heat"]), (&json!("甲厂"), &Json::Null));
    assert_eq!((&row["expires_on"], &row["flags"]), (&json!("2022-03-14"), &json!(["expired"])));
    let told = |what: &str, on: &str, after| (what.to_string(), on.to_string(), after);
    assert_eq!(reminded(&bench, "2022-03-28", "2022-03-28"), [told("expiry", "2022-03-28", 14)]);
    // Sixty days and thirty before: 21 March, and 20 April.
    assert_eq!(reminded(&bench, "2022-03-21", "2022-03-21"), [told("expiry", "2022-03-21", -60)]);
    assert_eq!(reminded(&bench, "2022-04-20", "2022-04-20"), [told("expiry", "2022-04-20", -30)]);
    // A new round is applied for: the old certificate says nothing any more.
    step(&bench, &old, "B03", "submitted", "2022-03-25");
    assert_eq!(ends(&old), Json::Null);
}

#[test]
fn ways_show_their_mark_on_the_board_though_nothing_is_in_hand() {
    let bench = Bench::started();
    let id = bench.project("甲厂");
    let way = |code: &str, way: &str, set: Json| {
        bench.call("approval_way_save", json!({"project": id, "item": code, "way": way, "set": set}))
    };
    way("B03", "simulated", json!({"begun_on": "2022-03-01", "waits_for": "A09"}));
    way("C05", "pledge", json!({"begun_on": "2022-03-01", "due_by": "2022-03-21"}));
    save(&bench, &id, "B02", json!({"lacking": "勘测定界报告", "lacking_by": "2022-03-20"}));
    let all = board(&bench, json!({}));
    assert_eq!((&all["total"], &all["found"]), (&json!(0), &json!(0)));
    for (flag, code) in
        [("simulated", "B03"), ("pledge", "C05"), ("pledge_late", "C05"), ("lacking", "B02"), ("lacking_late", "B02")]
    {
        assert_eq!(count_of(&all["flags"], "flag", flag), 1, "{flag}");
        let found = board(&bench, json!({"flag": flag}));
        assert_eq!((&found["rows"][0]["item"], &found["rows"][0]["heat"]), (&json!(code), &Json::Null), "{flag}");
        assert_eq!(found["holders"].as_array().unwrap().len(), 1);
    }
    assert_eq!(board(&bench, json!({"flag": "lacking", "heat": "overdue"}))["found"], 0);
    // Granted it owes nothing but the pledge.
    step(&bench, &id, "C05", "approved", "2022-03-25");
    step(&bench, &id, "B02", "approved", "2022-03-25");
    let after = board(&bench, json!({}));
    let flag = |name: &str| count_of(&after["flags"], "flag", name);
    assert_eq!((flag("pledge_late"), flag("lacking")), (1, 0));
    save(&bench, &id, "B03", json!({"waived": "不涉及"}));
    assert_eq!(count_of(&board(&bench, json!({}))["flags"], "flag", "simulated"), 0);
}

#[test]
fn reminders_and_the_overdue_are_counted_against_each_other() {
    let bench = Bench::started(); // today is 2022-03-28
    // Promised five working days: due on 14 March is told today, 14 days after; due on 21 and 22 March later; due on 2 April today,
    // five days before, though it is not overdue.
    for (name, accepted) in
        [("甲厂", "2022-03-07"), ("乙厂", "2022-03-14"), ("丙厂", "2022-03-15"), ("丁厂", "2022-03-28")]
    {
        let id = bench.project(name);
        save(&bench, &id, "B03", json!({"promised": 10}));
        step(&bench, &id, "B03", "accepted", accepted);
    }
    let span = json!({"from": "2022-03-28", "to": "2022-03-28"});
    let told = bench.call("approval_reminders", span);
    let count = told["count"].clone();
    let heat = count_of(&board(&bench, json!({}))["heat"], "heat", "overdue");
    assert_eq!((count["overdue"].as_i64(), heat), (Some(3), 3));
    assert_eq!((&count["told"], &count["overdue_told"]), (&json!(2), &json!(1)));
    assert_eq!(count["told"], json!(told["list"].as_array().unwrap().len()));
    assert_eq!(count["next_on"], "2022-04-06", "due on the 21st, 14 days later is 4 April, a holiday");
}

#[test]
fn many_steps_are_looked_at_before_they_are_recorded() {
    let bench = Bench::started();
    let ids: Vec<String> = (1..=4).map(|n| bench.project(&format!("生物质发电{n}号"))).collect();
    let steps = |ids: &[String], set: Json| {
        let one = |id: &String| {
            let mut step = json!({"project": id, "item": "A09", "state": "accepted", "happened_on": "2022-03-28"});
            step.as_object_mut().unwrap().extend(set.as_object().unwrap().clone());
            step
        };
        json!({"steps": ids.iter().map(one).collect::<Vec<_>>()})
    };
    step(&bench, &ids[3], "A09", "approved", "2022-03-25");
    let (start, tables) = (list(&bench, &ids[0])["start_on"].clone(), bench.tables());
    let told = bench.call("approval_step_all_preview", steps(&ids, json!({"state": "reviewing"})));
    assert_eq!((&told["steps"], &told["projects"], &told["looked"]), (&json!(3), &json!(3), &json!(3)));
    let refused = &told["refused"][0];
    assert_eq!(
        (&refused["row"], &refused["name"], &refused["state"], &refused["fields"][0]["rule"]),
        (&json!(4), &json!("生物质发电4号"), &json!("approved"), &json!("not_a_choice"))
    );
    let moved = told["moved"].as_array().unwrap();
    assert_eq!((moved.len(), &moved[0]["start"]["from"]), (3, &start), "its own days run from today on");
    assert_eq!(bench.tables(), tables, "nothing was written");
    bench.call("approval_step_all", steps(&ids[..3], json!({"state": "reviewing"})));
    assert_eq!(list(&bench, &ids[0])["start_on"], moved[0]["start"]["to"], "what was told is what comes");
    let undone = bench.call("undo", json!({}));
    let said = undone["subject"].as_str().unwrap().to_string();
    let parts: Vec<&str> = said.split('|').collect();
    assert_eq!((parts.len(), parts[0], parts[3], parts[4]), (5, "3", "trade", "reviewing"), "{said}");
}

#[test]
fn steps_of_one_approval_are_judged_one_after_the_other() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let one = |state: &str, on: &str| json!({"project": id, "item": "B03", "state": state, "happened_on": on});
    let steps = |more: Json| {
        let mut steps = vec![one("accepted", "2022-03-21"), one("approved", "2022-03-25")];
        steps.extend(more.as_array().unwrap().clone());
        json!({"steps": steps})
    };
    let told = bench.call("approval_step_all_preview", steps(json!([])));
    assert_eq!((&told["steps"], &told["projects"], &told["refused"]), (&json!(2), &json!(1), &json!([])));
    // What the last of them moves is told, once.
    let moved = told["moved"].as_array().unwrap().clone();
    assert!(moved.len() <= 1, "{moved:?}");
    // Nothing follows a decision but what does: it is refused alone, by what stands before it, and so is the whole in the save.
    let wrong = steps(json!([one("reviewing", "2022-03-26")]));
    let told = bench.call("approval_step_all_preview", wrong.clone());
    assert_eq!((&told["refused"][0]["row"], &told["refused"][0]["state"]), (&json!(3), &json!("approved")));
    let fault = bench.fault("approval_step_all", wrong);
    assert_eq!(fault.fields.iter().map(|one| one.field.as_str()).collect::<Vec<_>>(), ["state"]);
    bench.call("approval_step_all", steps(json!([])));
    let after = list(&bench, &id);
    assert_eq!(item(&after, "B03")["state"], "approved");
    if let Some(one) = moved.first() {
        assert_eq!(one["start"]["to"], after["start_on"]);
    }
}

#[test]
fn an_extension_without_its_days_says_what_is_missing() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    step(&bench, &id, "B03", "accepted", "2022-03-14");
    let rule = |days: Json| {
        let input =
            json!({"project": id, "item": "B03", "state": "extended", "happened_on": "2022-03-21", "extension": days});
        bench.fault("approval_step", input).fields[0].rule
    };
    assert_eq!(
        (rule(Json::Null), rule(json!(0)), rule(json!(400))),
        (Rule::Required, Rule::OutOfRange, Rule::OutOfRange)
    );
}

#[test]
fn an_area_assessment_takes_the_place_of_a_promise_where_that_is_wanted() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    save(&bench, &id, "P13", json!({"added": true, "promised": 20}));
    let input = json!({"project": id, "item": "P13", "way": "area_covered", "set": {"document": "庆文物〔2021〕8号", "half_days": 10}});
    let bad = bench.fault("approval_way_save", input.clone());
    assert_eq!((bad.fields[0].rule, bad.fields[0].params["half_days"].as_str()), (Rule::AgreedOtherwise, "20"));
    let mut instead = input;
    instead["instead"] = json!(true);
    let there = item(&bench.call("approval_way_save", instead), "P13");
    assert_eq!((&there["approval"]["promised"], &there["ways"][0]["effect"]), (&json!(10), &json!("shortened")));
    bench.call("undo", json!({}));
    assert_eq!(item(&list(&bench, &id), "P13")["approval"]["promised"], 20);
}

#[test]
fn another_version_tells_nothing_of_what_is_granted() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    step(&bench, &id, "B03", "accepted", "2022-03-16");
    step(&bench, &id, "C05", "accepted", "2022-03-16");
    step(&bench, &id, "B03", "approved", "2022-03-18");
    let version = bench.call("template_draft", json!({}))["version"]["id"].clone();
    for code in ["B03", "C05"] {
        bench.call("template_item_save", json!({"version": version, "code": code, "set": {"promised": 4}}));
    }
    bench.call("template_release", json!({"version": version, "note": "压减时限"}));
    let asked = json!({"projects": null, "version": version, "offset": 0, "limit": 50});
    let rows = bench.call("checklist_difference", asked)["rows"].clone();
    let codes: Vec<_> = rows[0]["limits"].as_array().unwrap().iter().map(|l| l["item"]["code"].clone()).collect();
    assert_eq!(codes, [json!("C05")]);
}
