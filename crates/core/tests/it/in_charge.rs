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
