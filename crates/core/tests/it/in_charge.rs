//! 专人负责制 through the desk: one person in charge of an approval, several at once, narrowed on the board, listed when he leaves,
//! and passed on with his duties.

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};
use zhuanban_core::error::Code;

fn person(bench: &Bench, name: &str) -> String {
    bench.call("person_save", json!({"id": null, "set": {"name": name}}))["id"].as_str().unwrap().into()
}

fn duty(bench: &Bench, project: &str, role: &str, name: &str) -> String {
    let set = json!({"role": role, "name": name, "since": "2022-01-04"});
    bench.call("duty_save", json!({"id": null, "project": project, "set": set}))["id"].as_str().unwrap().into()
}

fn step(bench: &Bench, project: &str, item: &str, state: &str, on: &str) {
    bench.call("approval_step", json!({"project": project, "item": item, "state": state, "happened_on": on}));
}

fn assign(bench: &Bench, approvals: &[(&str, &str)], name: Option<&str>) -> Json {
    let approvals: Vec<Json> =
        approvals.iter().map(|(project, item)| json!({"project": project, "item": item})).collect();
    bench.call("approval_assign", json!({"approvals": approvals, "name": name}))
}

/// Who is in charge of an item.
fn held(bench: &Bench, project: &str, item: &str) -> Json {
    let list = bench.call("approval_list", json!({"id": project}));
    let found = list["items"].as_array().unwrap().iter().find(|i| i["code"] == item).unwrap().clone();
    found["approval"]["responsible"].clone()
}

fn board(bench: &Bench, person: Option<&str>) -> (i64, Vec<(Json, i64, i64)>) {
    let board = bench.call("approval_board", json!({"filter": {"person": person}, "limit": 50}));
    let people = board["people"].as_array().unwrap().iter();
    let counts = people.map(|p| (p["name"].clone(), p["count"].as_i64().unwrap(), p["overdue"].as_i64().unwrap()));
    (board["found"].as_i64().unwrap(), counts.collect())
}

#[test]
fn several_are_given_to_one_in_one_action_and_the_board_is_narrowed_to_him() {
    let bench = Bench::started(); // today is 2022-03-28
    let (one, other) = (bench.project("岱北重工"), bench.project("北辰智能电机"));
    let id = person(&bench, "周芳");
    step(&bench, &one, "B02", "accepted", "2022-02-01");
    step(&bench, &other, "B02", "accepted", "2022-03-25");
    step(&bench, &other, "C05", "submitted", "2022-03-25");
    let done = assign(&bench, &[(&one, "B02"), (&other, "B02"), (&other, "B03")], Some("周芳"));
    assert_eq!(done, json!({"approvals": 3, "projects": 2}), "also of one nobody knew anything of");
    assert_eq!(held(&bench, &other, "B03"), "周芳");
    assert_eq!(board(&bench, Some("周芳")).0, 2, "what is in hand");
    assert_eq!(board(&bench, Some("")).0, 1);
    assert_eq!(board(&bench, None).1, [(json!(null), 1, 0), (json!("周芳"), 2, 1)]);
    assert_eq!(board(&bench, Some("周芳")).1.len(), 2, "his own part does not narrow the choice");
    let list = bench.call("approval_list", json!({"id": one}));
    let approval = list["items"].as_array().unwrap().iter().find(|i| i["code"] == "B02").unwrap()["approval"].clone();
    assert_eq!(approval["responsible_person"], json!(id), "found in the register by the name");
    assert_eq!(assign(&bench, &[(&one, "B02")], Some("周芳"))["approvals"], 0, "nothing changed, nothing written");
    bench.call("undo", json!({}));
    assert_eq!(board(&bench, Some("周芳")).0, 0, "one undo takes all of it back");
    assert_eq!(held(&bench, &one, "B02"), json!(null));
}

#[test]
fn nobody_who_left_no_item_that_is_none_and_nothing_at_all_are_refused() {
    let bench = Bench::started();
    let project = bench.project("岱北重工");
    let id = person(&bench, "周芳");
    bench.call("person_leave", json!({"id": id, "on": "2022-03-28"}));
    let approvals = json!([{"project": project, "item": "B02"}]);
    let ask = |input: Json| bench.fault("approval_assign", input).code;
    assert_eq!(ask(json!({"approvals": approvals, "person": id})), Code::Invalid);
    assert_eq!(ask(json!({"approvals": [], "name": "周芳"})), Code::Invalid);
    let wrong = json!([{"project": project, "item": "B02"}, {"project": project, "item": "Z99"}]);
    assert_eq!(ask(json!({"approvals": wrong, "name": "吴迪"})), Code::NotFound);
    assert_eq!(bench.tables()["approval"].len(), 0, "all or none");
}

#[test]
fn in_the_panel_a_name_finds_its_person_and_an_empty_one_takes_both_away() {
    let bench = Bench::started();
    let project = bench.project("岱北重工");
    let id = person(&bench, "周芳");
    let save = |set: Json| {
        let list = bench.call("approval_save", json!({"project": project, "item": "B02", "set": set}));
        let items = list["items"].as_array().unwrap().iter();
        items.filter(|i| i["code"] == "B02").map(|i| i["approval"].clone()).next().unwrap()
    };
    let told = |approval: &Json| (approval["responsible"].clone(), approval["responsible_person"].clone());
    assert_eq!(told(&save(json!({"responsible": " 周芳 "}))), (json!("周芳"), json!(id)));
    assert_eq!(told(&save(json!({"note": "已电话核实"}))), (json!("周芳"), json!(id)));
    assert_eq!(told(&save(json!({"responsible": "吴迪"}))), (json!("吴迪"), json!(null)), "a name stands by itself");
    assert_eq!(told(&save(json!({"responsible_person": id}))), (json!("周芳"), json!(id)));
    assert_eq!(told(&save(json!({"responsible": ""}))), (json!(null), json!(null)));
}

#[test]
fn approvals_go_with_the_duty_unless_he_keeps_another_there_and_what_is_decided_stays_his() {
    let bench = Bench::started();
    let (one, other) = (bench.project("岱北重工"), bench.project("北辰智能电机"));
    for project in [&one, &other] {
        duty(&bench, project, "liaison", "周芳");
    }
    duty(&bench, &other, "service_officer", "周芳");
    step(&bench, &one, "B02", "accepted", "2022-03-01");
    step(&bench, &one, "A09", "approved", "2022-03-01");
    assign(&bench, &[(&one, "B02"), (&one, "A09"), (&one, "B03"), (&other, "B02")], Some("周芳"));
    let moves = json!([{"from": "周芳", "to": "吴迪"}]);
    bench.call("duty_hand_over", json!({"role": "liaison", "since": "2022-03-28", "moves": moves}));
    let of = |project: &str, items: &[&str]| items.iter().map(|i| held(&bench, project, i)).collect::<Vec<_>>();
    assert_eq!(of(&one, &["B02", "B03", "A09"]), [json!("吴迪"), json!("吴迪"), json!("周芳")]);
    assert_eq!(of(&other, &["B02"]), [json!("周芳")], "she is the service officer there still");
    bench.call("undo", json!({}));
    assert_eq!(of(&one, &["B02"]), [json!("周芳")]);
}

#[test]
fn in_a_swap_each_passes_on_what_he_had() {
    let bench = Bench::started();
    let (one, other) = (bench.project("岱北重工"), bench.project("北辰智能电机"));
    duty(&bench, &one, "liaison", "周芳");
    duty(&bench, &other, "liaison", "吴迪");
    assign(&bench, &[(&one, "B02")], Some("周芳"));
    assign(&bench, &[(&other, "B02")], Some("吴迪"));
    let moves = json!([{"from": "周芳", "to": "吴迪"}, {"from": "吴迪", "to": "周芳"}]);
    bench.call("duty_hand_over", json!({"role": "liaison", "since": "2022-03-28", "moves": moves}));
    assert_eq!((held(&bench, &one, "B02"), held(&bench, &other, "B02")), (json!("吴迪"), json!("周芳")));
}

#[test]
fn a_successor_on_one_project_and_one_of_a_seat_take_the_approvals_over() {
    let bench = Bench::started();
    let (one, other) = (bench.project("岱北重工"), bench.project("北辰智能电机"));
    let id = person(&bench, "周芳");
    let duty = duty(&bench, &one, "liaison", "周芳");
    assign(&bench, &[(&one, "B02"), (&other, "B02")], Some("周芳"));
    bench.call("duty_replace", json!({"id": duty, "name": "吴迪", "from": "2022-03-28"}));
    assert_eq!((held(&bench, &one, "B02"), held(&bench, &other, "B02")), (json!("吴迪"), json!("周芳")));
    bench.call("person_leave", json!({"id": id, "on": "2022-03-28", "successor": "钱立群", "projects": true}));
    assert_eq!(held(&bench, &other, "B02"), "钱立群", "also where she had no duty");
}

#[test]
fn another_name_in_the_ledgers_cell_takes_the_approvals_along() {
    let bench = Bench::started();
    let project = bench.project("岱北重工");
    duty(&bench, &project, "leader", "周芳");
    assign(&bench, &[(&project, "B02")], Some("周芳"));
    let caller = zhuanban_core::Caller::default();
    let hold = |w: &mut zhuanban_core::store::Writer| {
        let project = w.get(zhuanban_core::id::ProjectId(project.parse().unwrap()))?;
        zhuanban_core::people::hold::hold(w, &project, zhuanban_core::people::Role::Leader, Some("吴迪"))
    };
    assert!(bench.desk.write("cells_edit", &caller, hold).unwrap().value);
    assert_eq!(held(&bench, &project, "B02"), "吴迪");
}

#[test]
fn the_list_of_who_leaves_holds_what_she_is_in_charge_of() {
    let bench = Bench::started();
    let (one, other) = (bench.project("岱北重工"), bench.project("北辰智能电机"));
    let id = person(&bench, "周芳");
    duty(&bench, &one, "liaison", "周芳");
    step(&bench, &one, "B02", "accepted", "2022-03-25");
    step(&bench, &other, "B02", "accepted", "2022-03-25");
    step(&bench, &other, "C05", "accepted", "2022-03-25");
    step(&bench, &other, "A09", "approved", "2022-03-01");
    assign(&bench, &[(&other, "B02"), (&other, "B03"), (&other, "A09")], Some("周芳"));
    let list = bench.call("hand_over_list", json!({"person": id}));
    let told = |one: &Json| (one["name"].clone(), one["item"].clone(), one["responsible"].clone());
    let mut found: Vec<_> = list["approvals"].as_array().unwrap().iter().map(told).collect();
    found.sort_by_key(|one| format!("{one:?}"));
    let names: Vec<&Json> = found.iter().map(|one| &one.0).collect();
    assert_eq!(names.iter().filter(|name| ***name == json!("北辰智能电机")).count(), 2, "hers alone, of those open");
    assert_eq!(names.len(), 3);
    assert!(found.iter().all(|one| (one.0 == "岱北重工") == one.2.is_null()));
}

#[test]
fn what_was_promised_and_what_was_not_reported_is_handed_over() {
    let bench = Bench::started();
    let (one, other) = (bench.project("岱北重工"), bench.project("北辰智能电机"));
    let id = person(&bench, "周芳");
    duty(&bench, &one, "liaison", "周芳");
    for project in [&one, &other] {
        step(&bench, project, "B02", "accepted", "2022-03-25");
        let lacking = json!({"lacking": "人防意见", "lacking_by": "2022-06-30"});
        bench.call("approval_save", json!({"project": project, "item": "B02", "set": lacking}));
    }
    step(&bench, &one, "C05", "accepted", "2022-03-25");
    let file = bench.call("project_get", json!({"id": one}));
    let mut items = file["checklist"]["items"].as_array().unwrap().iter();
    let permit = items.find(|item| item["code"] == "C05").unwrap()["approval"]["id"].clone();
    let call = json!({"approvals": [permit], "called_on": "2022-03-25", "person": "王科长", "result": "under_way",
        "promised_on": "2022-04-11", "note": "图审完就发"});
    bench.call("approval_call_save", call);
    let round = json!({"kind": "monthly", "period": "2022-03", "as_of": "2022-03-31", "due_on": "2022-03-28",
        "due_minute": 1020, "split": "region", "asked": ["done_total"], "query": {}});
    bench.call("round_open", round);
    let list = bench.call("hand_over_list", json!({"person": id}));
    let told =
        |one: &Json| [one["what"].clone(), one["due_on"].clone(), one["text"].clone(), one["project_name"].clone()];
    let found: Vec<_> = list["promises"].as_array().unwrap().iter().map(told).collect();
    let expected = [["call", "2022-04-11", "图审完就发", "岱北重工"], ["papers", "2022-06-30", "人防意见", "岱北重工"]];
    assert_eq!(found, expected.map(|one| one.map(|text| json!(text))), "hers, however far");
    let reports = list["reports"].as_array().unwrap();
    assert_eq!(reports.len(), 1, "{reports:?}");
    assert_eq!((&reports[0]["state"], &reports[0]["due_on"]), (&json!("unsent"), &json!("2022-03-28")));
}

#[test]
fn a_step_of_a_route_has_its_person_too() {
    let bench = Bench::started();
    let project = bench.project("岱北重工");
    let save = |step: Option<&str>, set: Json| json!({"project": project, "route": "land", "step": step, "set": set});
    let all = bench.call("route_step_save", save(Some("agreement"), json!({"responsible": "周芳"})));
    let steps = all[0]["steps"].as_array().unwrap();
    let agreement = steps.iter().find(|step| step["step"]["code"] == "agreement").unwrap();
    assert_eq!(agreement["record"]["responsible"], "周芳");
    let whole = save(None, json!({"skipped": true, "reason": "租用厂房", "responsible": "周芳"}));
    assert_eq!(bench.fault("route_step_save", whole).fields[0].field, "responsible");
}

/// Gives one approval to somebody of the register, also where another has the same name.
fn give(bench: &Bench, project: &str, item: &str, person: &str) {
    bench.call(
        "approval_assign",
        json!({"approvals": [{"project": project, "item": item}], "name": null, "person": person}),
    );
}

/// Who is in charge of a step of the land route, by name and by the register.
fn step_of(bench: &Bench, project: &str, code: &str) -> (Json, Json) {
    let all = bench.call("route_list", json!({"project": project}));
    let steps = all[0]["steps"].as_array().unwrap();
    let record = steps.iter().find(|step| step["step"]["code"] == code).unwrap()["record"].clone();
    (record["responsible"].clone(), record["responsible_person"].clone())
}

fn save_step(bench: &Bench, project: &str, code: &str, set: Json) {
    bench.call("route_step_save", json!({"project": project, "route": "land", "step": code, "set": set}));
}

#[test]
fn of_two_with_one_name_each_passes_on_his_own() {
    let bench = Bench::started();
    let (one, other) = (bench.project("岱北重工"), bench.project("北辰智能电机"));
    let (leaves, stays) = (person(&bench, "王伟"), person(&bench, "王伟"));
    for (project, id) in [(&one, &leaves), (&other, &stays)] {
        let duty = duty(&bench, project, "liaison", "王伟");
        bench.call("duty_save", json!({"id": duty, "set": {"person": id}}));
        give(&bench, project, "B02", id);
        give(&bench, project, "B03", if *id == leaves { &stays } else { &leaves });
    }
    bench.call("person_leave", json!({"id": leaves, "on": "2022-03-28", "successor": "吴迪", "projects": true}));
    let all = [(&one, "B02"), (&one, "B03"), (&other, "B02"), (&other, "B03")];
    assert_eq!(all.map(|(p, i)| held(&bench, p, i)), ["吴迪", "王伟", "王伟", "吴迪"].map(|n| json!(n)));
    let duties = |project: &str| bench.call("project_get", json!({"id": project}))["duties"][0]["name"].clone();
    assert_eq!((duties(&one), duties(&other)), (json!("吴迪"), json!("王伟")), "nor does a duty of the other go");
}

#[test]
fn a_duty_that_names_nobody_of_the_register_is_his_who_leaves() {
    let bench = Bench::started();
    let project = bench.project("岱北重工");
    let (leaves, stays) = (person(&bench, "王伟"), person(&bench, "王伟"));
    duty(&bench, &project, "liaison", "王伟");
    give(&bench, &project, "B02", &leaves);
    give(&bench, &project, "B03", &stays);
    bench.call("person_leave", json!({"id": leaves, "on": "2022-03-28", "successor": "吴迪", "projects": true}));
    assert_eq!(["B02", "B03"].map(|item| held(&bench, &project, item)), ["吴迪", "王伟"].map(|n| json!(n)));
}

#[test]
fn a_name_put_right_in_the_register_is_right_everywhere_and_passed_on() {
    let bench = Bench::started();
    let project = bench.project("岱北重工");
    let id = person(&bench, "周芬");
    let duty = duty(&bench, &project, "liaison", "周芬");
    bench.call("duty_save", json!({"id": duty, "set": {"person": id}}));
    step(&bench, &project, "B02", "accepted", "2022-03-01");
    step(&bench, &project, "B03", "accepted", "2022-03-01");
    assign(&bench, &[(&project, "B02")], Some("周芬"));
    save_step(&bench, &project, "agreement", json!({"responsible": "周芬"}));
    bench.call("person_save", json!({"id": id, "set": {"name": "周芳"}}));
    assign(&bench, &[(&project, "B03")], Some("周芳"));
    assert_eq!(held(&bench, &project, "B02"), "周芳");
    assert_eq!(step_of(&bench, &project, "agreement"), (json!("周芳"), json!(id)));
    assert_eq!(board(&bench, Some("周芳")).0, 2);
    assert_eq!(board(&bench, None).1.len(), 1, "one person, not two");
    let list = bench.call("hand_over_list", json!({"person": id}));
    assert!(list["approvals"].as_array().unwrap().iter().all(|one| one["responsible"] == "周芳"));
    // The name that is shown is sent back with another field.
    save_step(&bench, &project, "agreement", json!({"responsible": "周芳", "note": "等批复"}));
    assert_eq!(step_of(&bench, &project, "agreement"), (json!("周芳"), json!(id)));
    bench.call("person_leave", json!({"id": id, "on": "2022-03-28", "successor": "吴迪", "projects": true}));
    assert_eq!(["B02", "B03"].map(|item| held(&bench, &project, item)), ["吴迪", "吴迪"].map(|n| json!(n)));
}

#[test]
fn steps_of_routes_go_with_the_duty_and_stand_on_the_list_of_who_leaves() {
    let bench = Bench::started();
    let (one, other) = (bench.project("岱北重工"), bench.project("北辰智能电机"));
    let id = person(&bench, "周芳");
    let duty = duty(&bench, &one, "liaison", "周芳");
    for project in [&one, &other] {
        save_step(&bench, project, "agreement", json!({"responsible": "周芳", "holder": "市自然资源局"}));
        save_step(&bench, project, "notice", json!({"responsible": "周芳", "happened_on": "2022-03-01"}));
    }
    assert_eq!(step_of(&bench, &one, "agreement"), (json!("周芳"), json!(id)), "found in the register by the name");
    let list = bench.call("hand_over_list", json!({"person": id}));
    let told: Vec<_> = list["steps"].as_array().unwrap().iter().map(|s| (&s["name"], &s["holder"])).collect();
    assert_eq!(told.len(), 2, "what was reached is hers no longer: {told:?}");
    bench.call("duty_replace", json!({"id": duty, "name": "吴迪", "from": "2022-03-28"}));
    assert_eq!(step_of(&bench, &one, "agreement"), (json!("吴迪"), json!(null)));
    assert_eq!(step_of(&bench, &one, "notice").0, "周芳", "who saw it through stays named");
    assert_eq!(step_of(&bench, &other, "agreement").0, "周芳");
    bench.call("person_leave", json!({"id": id, "on": "2022-03-28", "successor": "钱立群", "projects": true}));
    assert_eq!(step_of(&bench, &other, "agreement").0, "钱立群");
    save_step(&bench, &other, "notice", json!({"note": "有公告照片"}));
    let chosen = json!({"project": one, "route": "land", "step": "agreement", "set": {"responsible_person": id}});
    assert_eq!(bench.fault("route_step_save", chosen).fields[0].field, "responsible", "who left cannot be chosen");
}

#[test]
fn another_name_saved_on_a_duty_takes_along_what_was_entrusted() {
    let bench = Bench::started();
    let project = bench.project("岱北重工");
    let id = person(&bench, "吴迪");
    let duty = duty(&bench, &project, "liaison", "周芳");
    assign(&bench, &[(&project, "B02")], Some("周芳"));
    bench.call("duty_save", json!({"id": duty, "set": {"position": 2}}));
    assert_eq!(held(&bench, &project, "B02"), "周芳");
    let saved = bench.call("duty_save", json!({"id": duty, "set": {"name": "吴迪"}}));
    assert_eq!((held(&bench, &project, "B02"), &saved["person"]), (json!("吴迪"), &json!(id)));
}

#[test]
fn who_is_taken_out_of_the_register_stays_by_name() {
    let bench = Bench::started();
    let project = bench.project("岱北重工");
    let id = person(&bench, "周芳");
    let duty = duty(&bench, &project, "liaison", "周芳");
    bench.call("duty_save", json!({"id": duty, "set": {"person": id}}));
    assign(&bench, &[(&project, "B02")], Some("周芳"));
    save_step(&bench, &project, "agreement", json!({"responsible": "周芳"}));
    let before = bench.tables();
    bench.call("person_remove", json!({"id": id}));
    let tables = bench.tables();
    let gone = |table: &str| tables[table].iter().all(|row| !format!("{row:?}").contains(&id));
    assert!(["approval", "route_step", "duty"].iter().all(|table| gone(table)), "{tables:?}");
    assert_eq!(
        (held(&bench, &project, "B02"), step_of(&bench, &project, "agreement").0),
        (json!("周芳"), json!("周芳"))
    );
    bench.call("undo", json!({}));
    assert_eq!(bench.tables(), before);
}
