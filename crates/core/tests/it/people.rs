//! Seats, the wall of responsibility, staffing and the names of roles, through `dispatch`.

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};
use zhuanban_core::error::{Code, Rule};

fn person(bench: &Bench, unit: &str, name: &str, title: &str) -> String {
    let set = json!({"name": name, "department": unit, "title": title});
    bench.call("person_save", json!({"id": null, "set": set}))["id"].as_str().unwrap().into()
}

fn unit(bench: &Bench, name: &str, kind: &str) -> String {
    bench.call("department_save", json!({"id": null, "set": {"name": name, "kind": kind}}))["id"]
        .as_str()
        .unwrap()
        .into()
}

fn names(book: &Json, unit: &str) -> Vec<String> {
    let units = book["units"].as_array().unwrap();
    let found = units.iter().find(|u| u["unit"]["name"] == unit).unwrap_or_else(|| panic!("{unit}"));
    found["people"].as_array().unwrap().iter().map(|p| p["person"]["name"].as_str().unwrap().into()).collect()
}

#[test]
fn a_seat_stays_when_its_holder_leaves_and_he_keeps_his_term() {
    let bench = Bench::started();
    let bureau = unit(&bench, "市自然资源局", "government");
    let id = person(&bench, &bureau, "赵维新", "科长");
    let contact = |kind: &str, phone: &str| {
        bench.call("contact_save", json!({"id": null, "project": id, "set": {"kind": kind, "phone": phone}}))
    };
    contact("office", "0459-8201234");
    contact("mobile", "13800009748");
    let project = bench.project("北辰智能电机产业园");
    bench.call("duty_save", json!({"id": null, "project": project, "set": {"role": "liaison", "name": "赵维新"}}));

    let left =
        bench.call("person_leave", json!({"id": id, "on": "2022-03-28", "successor": "钱立群", "projects": true}));
    assert_eq!(
        (&left["seat"]["name"], &left["seat"]["title"], &left["projects"]),
        (&json!("钱立群"), &json!("科长"), &json!(1))
    );
    let book = bench.call("book_get", json!({}));
    assert_eq!(names(&book, "市自然资源局"), ["钱立群"]);
    let seat = &book["units"][1]["people"][0];
    assert_eq!((&seat["reach"]["office"], &seat["reach"]["mobile"]), (&json!(["0459-8201234"]), &json!([])));
    let former = bench.call("book_get", json!({"former": true}));
    assert_eq!(names(&former, "市自然资源局"), ["钱立群", "赵维新"]);
    assert_eq!(former["units"][1]["people"][1]["person"]["until"], "2022-03-28");
    let file = bench.call("project_get", json!({"id": project}));
    let duties: Vec<_> =
        file["duties"].as_array().unwrap().iter().map(|d| (d["name"].clone(), d["until"].clone())).collect();
    assert_eq!(duties, [(json!("钱立群"), json!(null)), (json!("赵维新"), json!("2022-03-27"))]);

    bench.call("undo", json!({}));
    assert_eq!(
        names(&bench.call("book_get", json!({"former": true})), "市自然资源局"),
        ["赵维新"],
        "one undo takes all of it back"
    );
    let vacant = bench.call("person_leave", json!({"id": id, "on": "2022-03-28"}));
    assert_eq!(vacant["seat"]["name"], "");
    assert_eq!(bench.call("book_get", json!({}))["vacant"], 1);
    let fault = bench.fault("person_leave", json!({"id": id, "on": "2022-03-29"}));
    assert_eq!(fault.code, Code::Invalid, "he has left already");
    assert_eq!(bench.fault("department_remove", json!({"id": bureau})).code, Code::InUse);
}

#[test]
fn the_book_stands_in_official_order_says_whom_to_call_first_and_is_searched() {
    let bench = Bench::started();
    let bureau = unit(&bench, "市发展和改革委员会", "government");
    let other = unit(&bench, "市自然资源局", "government");
    let mut ids = vec![];
    for (name, title, role, phone) in [
        ("孙建国", "副主任", "leading", "13800000001"),
        ("李明", "投资科科长", "section_head", "13800000002"),
        ("周芳", "科员", "handler", "13800000003"),
    ] {
        let id = person(&bench, &bureau, name, title);
        bench.call("person_save", json!({"id": id, "set": {"role": role}}));
        bench.call("contact_save", json!({"id": null, "project": id, "set": {"phone": phone}}));
        ids.push(id);
    }
    let calls = |book: &Json| -> Vec<(String, i64)> {
        let people = book["units"].as_array().unwrap().iter().flat_map(|u| u["people"].as_array().unwrap());
        people.filter_map(|p| Some((p["person"]["name"].as_str()?.to_string(), p["call"].as_i64()?))).collect()
    };
    let book = bench.call("book_get", json!({}));
    assert_eq!(calls(&book), [("孙建国".into(), 3), ("李明".into(), 2), ("周芳".into(), 1)], "经办人, 科长, 分管");
    bench.call("order_save", json!({"of": "people", "ids": [ids[2], ids[0], ids[1]]}));
    assert_eq!(names(&bench.call("book_get", json!({})), "市发展和改革委员会"), ["周芳", "孙建国", "李明"]);
    bench.call("order_save", json!({"of": "units", "ids": [other, bureau]}));
    let book = bench.call("book_get", json!({}));
    let units: Vec<_> = book["units"].as_array().unwrap().iter().filter_map(|u| u["unit"]["name"].as_str()).collect();
    assert_eq!(units, ["市自然资源局", "市发展和改革委员会"]);
    for typed in ["sjg", "孙建", "0001", "孫建國"] {
        let found = bench.call("book_get", json!({"text": typed}));
        assert_eq!(names(&found, "市发展和改革委员会"), ["孙建国"], "{typed}");
    }
    assert_eq!(bench.call("book_get", json!({"text": "xyz"}))["units"], json!([]), "no such initials");
    assert_eq!(
        names(&bench.call("book_get", json!({"text": "发展"})), "市发展和改革委员会").len(),
        3,
        "a unit that fits is whole"
    );
    let hit = bench.call("find", json!({"text": "0002", "limit": 5}))["hits"][0].clone();
    assert_eq!((&hit["title"], &hit["detail"]), (&json!("李明"), &json!("市发展和改革委员会 投资科科长")));
}

#[test]
fn thirty_two_leaders_share_two_hundred_and_fifty_two_projects() {
    let bench = Bench::started();
    let leaders: Vec<String> = (1..=32).map(|n| format!("领导{n}")).collect();
    for (n, name) in leaders.iter().enumerate() {
        bench.call("person_save", json!({"id": null, "set": {"name": name, "position": 100 - n}}));
    }
    let ids: Vec<String> = (1..=252).map(|n| bench.project(&format!("项目{n}"))).collect();
    let wall = bench.call("wall_get", json!({"by": "leader"}));
    assert_eq!((&wall["projects"], &wall["lacking"], &wall["mean"]), (&json!(252), &json!(252), &json!(null)));
    bench.call("duty_assign", json!({"by": "leader", "projects": ids, "names": leaders, "since": "2022-03-28"}));
    let wall = bench.call("wall_get", json!({"by": "leader"}));
    let loads: Vec<i64> = wall["holders"].as_array().unwrap().iter().map(|h| h["projects"].as_i64().unwrap()).collect();
    assert_eq!((loads.iter().filter(|n| **n == 8).count(), loads.iter().filter(|n| **n == 7).count()), (28, 4));
    assert_eq!(
        (&wall["mean"], &wall["least"], &wall["most"], &wall["lacking"]),
        (&json!(7875), &json!(7), &json!(8), &json!(0))
    );
    assert_eq!(wall["holders"][0]["name"], "领导32", "official order is the register's, not the order of giving");
    bench.end(&ids[0]);
    assert_eq!(bench.call("wall_get", json!({"by": "leader"}))["projects"], 251, "one that ended needs nobody");
    bench.call("undo", json!({}));
    bench.call("undo", json!({}));
    assert_eq!(bench.call("wall_get", json!({"by": "leader"}))["lacking"], 252, "one undo takes the whole spread back");
}

#[test]
fn one_hands_over_chosen_projects_and_the_history_keeps_both() {
    let bench = Bench::started();
    let ids: Vec<String> = ["甲", "乙", "丙"].iter().map(|n| bench.project(n)).collect();
    bench.call(
        "duty_assign",
        json!({"by": "chief_service_officer", "projects": ids, "names": ["张立新"], "since": "2022-01-05"}),
    );
    let hand = |projects: Json| {
        let moves = json!([{"from": "张立新", "to": "王海", "projects": projects}]);
        json!({"role": "chief_service_officer", "since": "2022-03-28", "moves": moves})
    };
    assert_eq!(bench.call("duty_hand_over", hand(json!([ids[1]])))["projects"], 1);
    let line = |name: Json| -> Vec<String> {
        let found = bench.call("wall_projects", json!({"by": "chief_service_officer", "name": name}));
        found.as_array().unwrap().iter().map(|p| p["name"].as_str().unwrap().into()).collect()
    };
    assert_eq!(
        (line(json!("张立新")), line(json!("王海")), line(json!(null)).len()),
        (vec!["甲".to_string(), "丙".into()], vec!["乙".to_string()], 0)
    );
    let duties = bench.call("project_get", json!({"id": ids[1]}))["duties"].clone();
    assert_eq!(
        (&duties[0]["name"], &duties[0]["since"], &duties[1]["until"]),
        (&json!("王海"), &json!("2022-03-28"), &json!("2022-03-27"))
    );
    assert_eq!(bench.call("duty_hand_over", hand(json!(null)))["projects"], 2);
    assert_eq!(bench.call("desk_get", json!({}))["undo"]["subject"], "王海");
    bench.call(
        "duty_assign",
        json!({"by": "responsible_unit", "projects": [ids[0]], "names": ["发改委"], "since": null}),
    );
    assert_eq!(bench.call("wall_get", json!({"by": "responsible_unit"}))["lacking"], 2);
    assert_eq!(bench.call("project_list", json!({"text": "发改委", "limit": 5}))["sums"]["count"], 1);
}

#[test]
fn projects_of_several_holders_get_one_with_one_undo() {
    let bench = Bench::started();
    let ids: Vec<String> = ["甲", "乙", "丙", "丁"].iter().map(|n| bench.project(n)).collect();
    let duty = |project: &str, name: &str, position: i64| {
        let set = json!({"role": "chief_service_officer", "name": name, "since": "2022-01-05", "position": position});
        bench.call("duty_save", json!({"id": null, "project": project, "set": set}));
    };
    duty(&ids[0], "张立新", 1);
    duty(&ids[0], "刘可", 2);
    duty(&ids[1], "吴建业", 1);
    duty(&ids[2], "王海", 1);
    let change =
        |to: &str, since: &str| json!({"role": "chief_service_officer", "projects": ids, "to": to, "since": since});
    for (input, field) in [
        (change(" ", "2022-03-28"), "to"),
        (change("王海", "2022-03-29"), "since"),
        (change("王海", "2022-01-04"), "since"),
        (json!({"role": "chief_service_officer", "projects": [], "to": "王海", "since": "2022-03-28"}), "projects"),
    ] {
        assert_eq!(bench.fault("duty_change", input).fields[0].field, field);
    }
    let done = bench.call("duty_change", change("王海", "2022-03-28"));
    assert_eq!((&done["projects"], &done["unassigned"]), (&json!(3), &json!(0)), "who has him already keeps him");
    assert_eq!(bench.call("desk_get", json!({}))["undo"]["subject"], "3|chief_service_officer|王海");
    let held = |id: &str| -> Vec<String> {
        let duties = bench.call("project_get", json!({"id": id}))["duties"].clone();
        let now = duties
            .as_array()
            .unwrap()
            .iter()
            .filter(|duty| duty["until"].is_null())
            .map(|duty| duty["name"].as_str().unwrap().to_string());
        now.collect()
    };
    assert_eq!(held(&ids[0]), ["王海", "刘可"], "the first of two passes it on, in his place");
    assert_eq!([held(&ids[1]), held(&ids[2]), held(&ids[3])], [vec!["王海"], vec!["王海"], vec!["王海"]]);
    let query = json!({"projects": [ids[1], ids[3]], "filters": [{"column": "chief_service_officer", "op": "any_of", "values": ["王海"]}], "limit": 9});
    assert_eq!(bench.call("project_list", query)["sums"]["count"], 2, "a question can be about some projects only");
    bench.call("undo", json!({}));
    assert_eq!([held(&ids[0]), held(&ids[3])], [vec!["张立新".to_string(), "刘可".into()], vec![]]);
    assert_eq!(
        bench.call(
            "duty_change",
            json!({"role": "chief_service_officer", "projects": [ids[2]], "to": "王海", "since": "2022-03-28"})
        )["projects"],
        0
    );
}

#[test]
fn staffing_is_asked_for_only_where_a_rule_is_chosen() {
    let bench = Bench::started();
    let county = unit(&bench, "大同区", "county");
    person(&bench, &county, "戊", "联络员");
    let ids: Vec<String> = ["甲项目", "乙项目"].iter().map(|n| bench.project(n)).collect();
    let page = bench.call("staffing_get", json!({}));
    assert_eq!(
        (&page["rules"]["people"], page["lacking"].as_array().unwrap().len(), &page["projects"]),
        (&json!(5), 0, &json!(2))
    );
    for (role, name) in [
        ("leader", "甲"),
        ("unit_head", "乙"),
        ("chief_service_officer", "丙"),
        ("service_officer", "丁"),
        ("service_officer", "戊"),
    ] {
        bench.call("duty_save", json!({"id": null, "project": ids[0], "set": {"role": role, "name": name}}));
    }
    let rules = json!({"team": true, "people": 5, "chief": true, "leader": true});
    let page = bench.call("staffing_save", rules);
    assert_eq!(page["lacking"].as_array().unwrap().len(), 1, "the officer of the county makes the third level");
    assert_eq!(page["lacking"][0]["name"], "乙项目");
    assert_eq!(
        page["lacking"][0]["lacks"],
        json!(["leader", "chief_service_officer", "people", "city", "department", "county"])
    );
    let bad = bench.fault("staffing_save", json!({"team": true, "people": 0, "chief": false, "leader": false}));
    assert_eq!(bad.fields[0].rule, Rule::OutOfRange);
    bench.call("undo", json!({}));
    assert_eq!(bench.call("staffing_get", json!({}))["rules"]["team"], false);
}

#[test]
fn a_role_is_called_what_the_office_calls_it() {
    let bench = Bench::started();
    let call = |name: Json| bench.call("role_name_save", json!({"role": "chief_service_officer", "name": name}));
    assert_eq!(call(json!(" 项目管家 "))[0]["name"], "项目管家");
    assert_eq!(call(json!("服务秘书")).as_array().unwrap().len(), 1, "one name a role");
    assert_eq!(call(json!(null)), json!([]));
    assert_eq!(call(json!("首席服务官"))[0]["name"], "首席服务官", "named again after the usual word came back");
    let long = bench.fault("role_name_save", json!({"role": "leader", "name": "包".repeat(13)}));
    assert_eq!(long.fields[0].rule, Rule::TooLong);
}
