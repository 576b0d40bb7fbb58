//! The leader's questions, asked of a desk whose records were made by hand: every figure follows its records.

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};
use std::sync::atomic::Ordering;
use zhuanban_core::error::Rule;

fn project(bench: &Bench, set: Json) -> String {
    let saved = bench.call("project_save", json!({"id": null, "set": set}));
    saved["project"]["id"].as_str().unwrap().to_string()
}

fn report(bench: &Bench, project: &str, period: &str, set: Json) {
    bench.call("progress_save", json!({"project": project, "period": period, "basis": "dispatch", "set": set}));
}

fn board(bench: &Bench) -> Json {
    bench.call("board_get", json!({}))
}

/// How many rows each count of an answer opens: as many as it says.
fn opens_what_it_counts(bench: &Bench, board: &Json, part: &Json) {
    for (name, count) in part.as_object().unwrap().iter().filter(|(_, v)| v.get("of").is_some()) {
        let figure = json!({"scope": {}, "as_of": board["as_of"], "of": count["of"], "key": count["key"]});
        let ledger = bench.call("project_list", json!({"figure": figure, "limit": 1}));
        assert_eq!(ledger["sums"]["count"], count["n"], "{name} in the ledger");
        let rows = bench.call("figure_rows", figure);
        assert_eq!(rows.as_array().unwrap().len() as i64, count["n"].as_i64().unwrap(), "{name}");
    }
}

/// Six projects of two counties, 2022-03-28.
fn six(bench: &Bench) -> Vec<String> {
    let yi = 100_000_000_i64;
    [
        ("北辰电机", "230606", "new", 4 * yi, Some("2022-03-25"), "2022-03-31/month"),
        ("龙江化工", "230606", "continued", 3 * yi, None, "2021-05-31/month"),
        ("大豆加工", "230621", "new", 2 * yi, None, "2022-03-20"),
        ("冷链物流", "230621", "continued", yi, None, "2022-09-30/month"),
        ("石墨负极", "230606", "new", yi, Some("2022-02-28/month"), "2022-06-30/month"),
        ("已终止的", "230606", "new", 50 * yi, Some("2022-03-01"), "2022-03-01"),
    ]
    .into_iter()
    .map(|(name, region, carried, plan, started, planned)| {
        let standing = if name == "已终止的" { "terminated" } else { "active" };
        project(
            bench,
            json!({"name": name, "region": region, "carried": carried, "plan": plan, "plan_year": 2022, "standing": standing,
                "started_actual": started, "started_planned": planned}),
        )
    })
    .collect()
}

#[test]
fn an_empty_desk_invents_nothing() {
    let bench = Bench::started();
    let board = board(&bench);
    assert_eq!(board["starts"]["total"]["n"], 0);
    for absent in [
        &board["starts"]["rate"],
        &board["invested"]["month"],
        &board["invested"]["rate"],
        &board["yearly"]["change"],
        &board["contentment"]["rate"],
    ] {
        assert!(absent.is_null(), "a rate of nothing is not 0 %");
    }
    for list in ["typed", "gaps"] {
        assert_eq!(board[list], json!([]));
    }
    assert_eq!((&board["stuck"]["items"], &board["tasks"]["total"]), (&json!(0), &json!(0)));
}

#[test]
fn starts_and_money_follow_their_records() {
    let bench = Bench::started();
    let ids = six(&bench);
    report(&bench, &ids[0], "2022-03", json!({"done_year": 60_000_000, "as_of": "2022-03-25"}));
    report(&bench, &ids[1], "2022-02", json!({"done_total": 500_000_000, "done_prior": 440_000_000}));
    report(&bench, &ids[5], "2022-03", json!({"done_year": 999_000_000}));
    report(&bench, &ids[0], "2021-03", json!({"done_year": 100_000_000}));

    let found = board(&bench);
    let starts = &found["starts"];
    let n = |name: &str| starts[name]["n"].as_i64().unwrap();
    assert_eq!((n("total"), n("opened"), n("fresh"), n("resumed"), n("week")), (5, 2, 2, 0, 1));
    assert_eq!(
        (n("not_opened"), n("awaiting"), n("going_on"), n("planned"), n("late"), n("early")),
        (1, 0, 2, 1, 1, 2)
    );
    assert_eq!(starts["rate"]["text"], "40.0");
    assert_eq!(starts["who"], json!([{"id": ids[2], "name": "大豆加工"}]), "the continued ones were begun before");
    opens_what_it_counts(&bench, &found, starts);

    let money = &found["invested"];
    assert_eq!(
        (&money["month"], &money["done"], &money["plan"]),
        (&json!(3), &json!(120_000_000), &json!(1_100_000_000))
    );
    assert_eq!((&money["rate"]["text"], &money["schedule"]["text"]), (&json!("10.9"), &json!("25.0")));
    assert_eq!(money["points"], json!({"side": -1, "text": "14.1"}));
    assert_eq!((&money["unreported"]["n"], &money["behind"]["n"]), (&json!(3), &json!(1)));
    assert_eq!(money["as_of"], "2022-03-25");
    opens_what_it_counts(&bench, &found, money);
    opens_what_it_counts(&bench, &found, &found["yearly"]);
    let yearly = &found["yearly"];
    assert_eq!(
        (&yearly["this"], &yearly["same"], &yearly["last"]),
        (&json!(120_000_000), &json!(60_000_000), &json!(100_000_000))
    );
    assert_eq!(
        (&yearly["base"]["n"], &yearly["reported"]["n"], &yearly["change"]["text"]),
        (&json!(1), &json!(2), &json!("-40.0"))
    );

    // Each record taken away takes its part with it.
    bench.call("project_save", json!({"id": ids[4], "set": {"started_actual": null}}));
    bench.call("project_remove", json!({"id": ids[0]}));
    let fewer = board(&bench);
    assert_eq!((&fewer["starts"]["opened"]["n"], &fewer["starts"]["total"]["n"]), (&json!(0), &json!(4)));
    assert_eq!((&fewer["invested"]["done"], &fewer["invested"]["month"]), (&json!(60_000_000), &json!(2)));
    assert_eq!(fewer["invested"]["as_of"], "2022-02-28", "a report without a day is as of the end of its month");
    assert!(fewer["yearly"]["change"].is_null(), "no base, no rate");
}

#[test]
fn a_board_can_be_of_a_county_a_list_a_leader_and_an_earlier_day() {
    let bench = Bench::started();
    let ids = six(&bench);
    let list = bench.call("list_save", json!({"id": null, "set": {"name": "市重点项目", "year": 2022}}));
    bench.call("membership_save", json!({"project": ids[1], "list": list["id"], "serial": null, "grouping": null}));
    for id in &ids[..2] {
        bench.call("duty_save", json!({"id": null, "project": id, "set": {"role": "leader", "name": "沈国栋"}}));
    }
    let total = |query: Json| bench.call("board_get", query)["starts"]["total"]["n"].as_i64().unwrap();
    assert_eq!(total(json!({"scope": {"region": "230621"}})), 2);
    assert_eq!(total(json!({"scope": {"region": "230600"}})), 5);
    assert_eq!(total(json!({"scope": {"list": list["id"]}})), 1);
    assert_eq!(total(json!({"scope": {"leader": "沈国栋", "region": "230606"}})), 2);
    assert_eq!(total(json!({"scope": {"chain": "医药"}})), 0);
    let before = bench.call("board_get", json!({"as_of": "2022-03-24"}));
    assert_eq!(before["starts"]["opened"]["n"], 1, "北辰电机 began a day later");

    let card = bench.call("board_leader", json!({"leader": "沈国栋"}));
    let names: Vec<_> = card["lines"].as_array().unwrap().iter().map(|l| l["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["北辰电机", "龙江化工"]);
    assert_eq!((&card["starts"]["opened"]["n"], &card["invested"]["plan"]), (&json!(1), &json!(700_000_000)));
}

#[test]
fn leaders_stand_in_official_order() {
    let bench = Bench::started();
    let ids = six(&bench);
    for (at, name) in ["赵副市长", "安书记", "白市长"].into_iter().enumerate() {
        bench.call("duty_save", json!({"id": null, "project": ids[at], "set": {"role": "leader", "name": name}}));
    }
    for (name, position) in [("安书记", 1), ("白市长", 2), ("赵副市长", 3)] {
        bench.call("person_save", json!({"id": null, "set": {"name": name, "position": position, "title": "市领导"}}));
    }
    let choices = bench.call("board_choices", json!({}));
    let names: Vec<_> = choices["leaders"].as_array().unwrap().iter().map(|l| l["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["安书记", "白市长", "赵副市长"], "rank, not pinyin nor age of the record");
    assert_eq!(choices["leaders"][0]["title"], "市领导");
}

#[test]
fn who_holds_what_and_why_a_project_has_not_started() {
    let bench = Bench::started();
    let ids = six(&bench);
    let step = |project: &str, item: &str, state: &str, on: &str| {
        bench.call(
            "approval_step",
            json!({"project": project, "item": item, "state": state, "happened_on": on, "set": {}}),
        );
    };
    step(&ids[2], "C05", "accepted", "2022-03-18");
    step(&ids[2], "P02", "accepted", "2022-03-11");
    step(&ids[3], "C05", "submitted", "2022-03-24");
    step(&ids[1], "C05", "approved", "2022-03-24");
    let unit = bench.call("department_save", json!({"id": null, "set": {"name": "市供电公司"}}));
    let need = bench.call(
        "matter_save",
        json!({"id": null, "project": ids[2], "set": {"kind": "need", "element": "用电", "unit": "kVA", "required": 8_000_000,
            "department": unit["id"], "raised_on": "2022-03-01"}}),
    );

    let stuck = board(&bench)["stuck"].clone();
    assert_eq!((&stuck["items"], &stuck["first"][0]["items"]), (&json!(4), &json!(2)), "{stuck:#}");
    assert_eq!(stuck["first"][0]["longest"]["days"], 6, "working days from 03-18 to 03-28");
    let power = stuck["first"].as_array().unwrap().iter().find(|h| h["name"] == "市供电公司").unwrap();
    assert_eq!((&power["longest"]["days"], &power["longest"]["kind"]), (&json!(19), &json!("need")));

    let why = bench.call("board_project", json!({"id": ids[2]}));
    assert_eq!(why["known"], true);
    let codes: Vec<_> = why["missing"].as_array().unwrap().iter().map(|m| m["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"C05") && codes.contains(&"P02"), "{codes:?}");
    assert!(why["start_on"].is_string());
    assert_eq!(why["open"][0]["holder"], "市供电公司");

    let early = bench.call("board_get", json!({"as_of": "2022-02-28"}));
    assert_eq!(early["stuck"]["items"], 0, "nothing was raised or handed in by then");
    bench.call("matter_remove", json!({"id": need["id"]}));
    assert_eq!(board(&bench)["stuck"]["items"], 3);
    let unknown = bench.call("board_project", json!({"id": ids[0]}));
    assert_eq!(
        (&unknown["known"], &unknown["start_on"]),
        (&json!(false), &Json::Null),
        "nothing collected is no forecast"
    );
}

#[test]
fn what_a_leader_said_is_followed_to_its_end() {
    let bench = Bench::started();
    let ids = six(&bench);
    let say = |content: &str, due: &str| {
        bench.call(
            "matter_save",
            json!({"id": null, "project": ids[0], "set": {"kind": "task", "content": content, "instructed_by": "沈国栋",
                "handler": "区工信局", "source": "口头交办", "raised_on": "2022-03-10", "need_by": due}}),
        )
    };
    let late = say("协调高压线迁改", "2022-03-25");
    say("月底前拿到施工许可", "2022-03-31");
    let fault = bench.fault("matter_save", json!({"id": null, "project": ids[0], "set": {"kind": "task"}}));
    assert_eq!((fault.fields[0].field.as_str(), fault.fields[0].rule), ("content", Rule::Required));

    let tasks = board(&bench)["tasks"].clone();
    assert_eq!((&tasks["total"], &tasks["done"], &tasks["overdue"]), (&json!(2), &json!(0), &json!(1)));
    assert_eq!(
        (&tasks["list"][0]["content"], &tasks["list"][0]["state"]),
        (&json!("协调高压线迁改"), &json!("overdue"))
    );
    bench.call(
        "matter_save",
        json!({"id": late["id"], "project": null, "set": {"closed_on": "2022-03-28", "evidence": "线路已改到厂区外"}}),
    );
    let tasks = board(&bench)["tasks"].clone();
    assert_eq!(
        (&tasks["done"], &tasks["overdue"], &tasks["list"][1]["evidence"]),
        (&json!(1), &json!(0), &json!("线路已改到厂区外"))
    );
    let other = bench.call("board_get", json!({"scope": {"leader": "别人"}}));
    assert_eq!(other["tasks"]["total"], 0);
    // What 沈国栋 said is of a project that is in nobody's charge, and later of one that is terminated.
    let his = || bench.call("board_get", json!({"scope": {"leader": "沈国栋"}}))["tasks"]["total"].clone();
    assert_eq!(his(), 2);
    let elsewhere = bench.call("board_get", json!({"scope": {"leader": "沈国栋", "region": "230621"}}));
    assert_eq!(elsewhere["tasks"]["total"], 0, "another county narrows it");
    bench.end(&ids[0]);
    assert_eq!(
        (his(), bench.call("board_leader", json!({"leader": "沈国栋"}))["tasks"]["total"].clone()),
        (json!(2), json!(2))
    );
    bench.call("undo", json!({}));
    let early = bench.call("board_get", json!({"as_of": "2022-03-09"}));
    assert_eq!(early["tasks"]["total"], 0, "it was said a day later");
    bench.call("undo", json!({}));
    assert_eq!(board(&bench)["tasks"]["overdue"], 1);
}

#[test]
fn a_need_without_a_quantity_is_over_when_somebody_says_so() {
    let bench = Bench::started();
    let ids = six(&bench);
    let unit =
        bench.call("department_save", json!({"id": null, "set": {"name": "国网供电公司", "short_name": "供电公司"}}));
    let set = json!({"kind": "need", "element": "用电", "content": "外线工程", "department": unit["id"], "handler": "孙强",
        "raised_on": "2022-03-01", "need_by": "2022-03-20"});
    let need = bench.call("matter_save", json!({"id": null, "project": ids[0], "set": set}));
    let save = |set: Json| json!({"id": need["id"], "project": null, "set": set});
    let shade = || bench.call("project_get", json!({"id": ids[0]}))["light"]["shade"].clone();
    let held = || bench.call("board_project", json!({"id": ids[0]}))["open"].clone();
    assert_eq!((shade(), held()[0]["holder"].clone()), (json!("red"), json!("供电公司")));
    let fault = bench.fault("matter_save", save(json!({"closed_on": "2022-03-29"})));
    assert_eq!((fault.fields[0].field.as_str(), fault.fields[0].rule), ("closed_on", Rule::ActualInFuture));
    bench.call("matter_save", save(json!({"closed_on": "2022-03-28"})));
    assert_eq!(held(), json!([]));
    assert_ne!(shade(), json!("red"));
    bench.call("matter_save", save(json!({"closed_on": null})));
    assert_eq!((shade(), held().as_array().unwrap().len()), (json!("red"), 1));
}

#[test]
fn what_is_lacking_is_told_by_county_and_month() {
    let bench = Bench::started();
    let ids = six(&bench);
    for (id, required, delivered, unit) in
        [(&ids[0], 100_000, 40_000, "亩"), (&ids[2], 2_000, 0, "公顷"), (&ids[5], 999_000, 0, "亩")]
    {
        bench.call(
            "matter_save",
            json!({"id": null, "project": id, "set": {"kind": "need", "element": "用地", "unit": unit, "required": required,
                "delivered": delivered, "need_by": "2022-09-30/month"}}),
        );
    }
    let found = board(&bench);
    let land = &found["gaps"][0];
    assert_eq!(
        (&land["unit"], &land["gap"], &land["projects"]["n"]),
        (&json!("亩"), &json!(90_000), &json!(2)),
        "60 + 2 × 15"
    );
    assert_eq!(land["by"][0]["month"], "2022-09");
    opens_what_it_counts(&bench, &found, land);
    let february = bench.call("board_get", json!({"as_of": "2022-02-28"}));
    assert_eq!(
        (&february["gaps"], &february["gaps_as_of"]),
        (&found["gaps"], &json!("2022-03-28")),
        "no history: today's"
    );

    bench.call("project_save", json!({"id": ids[0], "set": {"region": "230402"}}));
    bench.call("project_save", json!({"id": ids[2], "set": {"region": "230803"}}));
    let by = board(&bench)["gaps"][0]["by"].clone();
    let names: Vec<_> = by.as_array().unwrap().iter().map(|part| part["region"].as_str().unwrap()).collect();
    assert_eq!(names, ["鹤岗市向阳区", "佳木斯市向阳区"], "two counties of one name");
}

#[test]
fn ratings_are_counted_and_name_nobody() {
    let bench = Bench::started();
    let ids = six(&bench);
    let rate = |grade: &str, topic: Option<&str>| {
        bench.call(
            "rating_save",
            json!({"id": null, "project": ids[0], "set": {"grade": grade, "topic": topic, "rated_on": "2022-03-20"}}),
        )
    };
    rate("delighted", None);
    rate("fairly", None);
    let bad = rate("angry", Some("回复慢"));
    let fault = bench.fault("rating_save", json!({"id": null, "project": ids[0], "set": {"grade": "unsatisfied"}}));
    assert_eq!(fault.fields[0].field, "topic", "an unhappy rating says about what");
    let future = json!({"id": null, "project": ids[0], "set": {"grade": "satisfied", "rated_on": "2022-04-20"}});
    assert_eq!(bench.fault("rating_save", future).fields[0].rule, Rule::ActualInFuture);

    let found = board(&bench)["contentment"].clone();
    assert_eq!(
        (&found["rated"], &found["unsatisfied"], &found["rate"]["text"]),
        (&json!(3), &json!(1), &json!("66.7"))
    );
    let told = found.to_string();
    assert!(told.contains("回复慢") && !told.contains("北辰") && !told.contains(&ids[0]), "{told}");
    bench.call("rating_remove", json!({"id": bad["id"]}));
    assert_eq!(board(&bench)["contentment"]["rate"]["text"], "100.0");
}

#[test]
fn a_typed_figure_has_a_source_and_a_goal_it_may_only_nearly_reach() {
    let bench = Bench::started();
    let save = |set: Json| bench.call("figure_save", json!({"id": null, "set": set}));
    let place = save(
        json!({"kind": "place", "name": "全省开复工率位次", "value": 3000, "out_of": 13, "source": "省营商局3月通报", "as_of": "2022-03-20"}),
    );
    save(
        json!({"kind": "place", "name": "全省开复工率位次", "value": 5000, "out_of": 13, "source": "省营商局2月通报", "as_of": "2022-02-20"}),
    );
    // B02: 近100亿 is not 100亿.
    save(
        json!({"kind": "goal", "name": "工业项目年度计划投资", "value": 100_000, "unit": "亿元", "about": true, "target": 100_000, "source": "计划表", "as_of": "2022-03-01"}),
    );
    let typed = board(&bench)["typed"].clone();
    assert_eq!(typed.as_array().unwrap().len(), 2, "the newest of each name");
    assert_eq!(typed[0]["figure"]["value"], 3000);
    assert_eq!(typed[1]["reach"], "nearly");
    assert_eq!(bench.call("board_get", json!({"as_of": "2022-03-01"}))["typed"][0]["figure"]["value"], 5000);

    let fault = bench.fault(
        "figure_save",
        json!({"id": null, "set": {"kind": "place", "name": "位次", "value": 14000, "out_of": 13}}),
    );
    let fields: Vec<_> = fault.fields.iter().map(|f| f.field.as_str()).collect();
    assert_eq!(fields, ["source", "out_of"]);
    bench.call("figure_remove", json!({"id": place["id"]}));
    assert_eq!(board(&bench)["typed"][0]["figure"]["value"], 5000);
}

#[test]
fn percentages_end_as_the_desk_says() {
    let bench = Bench::started();
    for n in 0..252 {
        let started = (n < 186).then_some("2022-03-01");
        project(&bench, json!({"name": format!("项目{n}"), "started_actual": started}));
    }
    let rate = || board(&bench)["starts"]["rate"]["text"].as_str().unwrap().to_string();
    assert_eq!(rate(), "73.8");
    bench.call("setting_save", json!({"key": "percent_places", "value": "0"}));
    assert_eq!(rate(), "74");
    bench.call("setting_save", json!({"key": "percent", "value": "truncate"}));
    assert_eq!(rate(), "73");
    bench.clock.0.fetch_add(366 * 24 * 3600 * 1000, Ordering::Relaxed);
    assert_eq!(rate(), "0", "a new year begins anew");
}

#[test]
fn what_leaves_by_phone_has_its_numbers_masked() {
    let bench = Bench::started();
    let ids = six(&bench);
    report(
        &bench,
        &ids[0],
        "2022-03",
        json!({"done_year": 60_000_000, "image": "主体封顶", "issue": "高压线未迁，联系人13800000002"}),
    );
    bench.call(
        "contact_save",
        json!({"id": null, "project": ids[0], "set": {"name": "孙强 13800000003", "phone": "138 0000 0001"}}),
    );
    let sent = bench.call("wechat_lines", json!({"projects": [ids[5], ids[0]]}));
    let lines = &sent["lines"];
    assert_eq!((&sent["total"], &sent["as_of"]), (&json!(2), &json!("2022-03-28")));
    assert_eq!(lines[0]["line"]["name"], "已终止的", "in the order chosen, whatever the standing");
    assert_eq!((&lines[1]["phone"], &lines[1]["month"]), (&json!("138****0001"), &json!(3)));
    assert_eq!((&lines[1]["line"]["rate"]["text"], &lines[1]["line"]["image"]), (&json!("15.0"), &json!("主体封顶")));
    assert_eq!(
        (&lines[1]["line"]["issue"], &lines[1]["contact"]),
        (&json!("高压线未迁，联系人138****0002"), &json!("孙强 138****0003"))
    );
    assert!(!lines.to_string().contains("138 0000") && !lines.to_string().contains("1380000"));
}

#[test]
fn what_is_too_much_for_a_phone_says_how_much_there_is() {
    let bench = Bench::started();
    let mut ids: Vec<String> = (1..=63).map(|n| project(&bench, json!({"name": format!("第{n}个项目")}))).collect();
    ids.reverse();
    let sent = bench.call("wechat_lines", json!({"projects": ids}));
    assert_eq!((sent["lines"].as_array().unwrap().len(), &sent["total"]), (60, &json!(63)));
    assert_eq!(sent["lines"][0]["line"]["name"], "第63个项目", "in the order given");
    let all = json!({"of": "all", "as_of": "2022-03-28"});
    let sent = bench.call("wechat_lines", json!({"figure": all}));
    assert_eq!((sent["lines"].as_array().unwrap().len(), &sent["total"]), (60, &json!(63)));
    assert_eq!(sent["lines"][0]["line"]["name"], "第1个项目", "in the order of the ledger");
}

#[test]
fn the_rows_of_an_earlier_month_are_sent_as_they_stood_then() {
    let bench = Bench::started();
    let ids = six(&bench);
    report(&bench, &ids[1], "2022-02", json!({"done_year": 20_000_000, "image": "基础施工"}));
    report(&bench, &ids[1], "2022-03", json!({"done_year": 60_000_000, "image": "主体封顶"}));
    let at = |of: &str, as_of: &str| {
        let sent = bench.call("wechat_lines", json!({"figure": {"of": of, "as_of": as_of}}));
        (sent["as_of"].clone(), sent["lines"][0]["line"].clone())
    };
    let (as_of, line) = at("reported", "2022-02-28");
    assert_eq!((&as_of, &line["name"]), (&json!("2022-02-28"), &json!("龙江化工")));
    assert_eq!((&line["done"], &line["image"]), (&json!(20_000_000), &json!("基础施工")));
    let (as_of, line) = at("reported", "2022-03-28");
    assert_eq!((&as_of, &line["done"], &line["image"]), (&json!("2022-03-28"), &json!(60_000_000), &json!("主体封顶")));
    // Who is in statistics since nobody knows when: counted as it stands today, and said so.
    bench.call("statistics_entry_save", json!({"project": ids[1], "set": {"due": true, "entered": true}}));
    assert_eq!(at("statistics_entered", "2022-02-28").0, "2022-03-28");
}

#[test]
fn statistics_say_who_is_missing_and_why() {
    let bench = Bench::started();
    let ids = six(&bench);
    let enter = |id: &str, set: Json| bench.call("statistics_entry_save", json!({"project": id, "set": set}));
    enter(&ids[0], json!({"due": true, "entered": true, "entered_period": "2022-03"}));
    enter(&ids[1], json!({"due": true, "entered": false, "lacking": "施工合同"}));
    enter(&ids[2], json!({"due": true, "entered": false, "lacking": "施工合同"}));
    enter(&ids[3], json!({"due": false, "entered": false}));
    let found = board(&bench);
    let s = &found["statistics"];
    let n = |name: &str| s[name]["n"].as_i64().unwrap();
    assert_eq!((n("due"), n("entered"), n("missing"), n("unknown")), (3, 1, 2, 1));
    assert_eq!((&s["rate"]["text"], &s["lacking"]), (&json!("33.3"), &json!([{"what": "施工合同", "count": 2}])));
    opens_what_it_counts(&bench, &found, s);
    let n_of = |board: &Json| (board["statistics"]["entered"]["n"].clone(), board["statistics"]["as_of"].clone());
    let february = bench.call("board_get", json!({"as_of": "2022-02-28"}));
    assert_eq!(n_of(&february), (json!(0), json!("2022-02-28")), "it was entered in March");
    opens_what_it_counts(&bench, &february, &february["statistics"]);
    enter(&ids[0], json!({"due": true, "entered": true, "entered_period": null}));
    let february = bench.call("board_get", json!({"as_of": "2022-02-28"}));
    assert_eq!(n_of(&february), (json!(1), json!("2022-03-28")), "nobody knows since when: today's");
    bench.call("statistics_entry_remove", json!({"id": ids[2]}));
    assert_eq!(board(&bench)["statistics"]["missing"]["n"], 1);
}

#[test]
fn a_recognised_resumption_counts_and_a_struck_out_start_does_not() {
    let bench = Bench::started();
    let ids = six(&bench);
    let start = |id: &str, kind: &str, decision: &str| {
        let set = json!({"kind": kind, "happened_on": "2022-03-20", "decision": decision, "decided_on": "2022-03-22", "reason": "没有主体施工"});
        bench.call("start_save", json!({"id": null, "project": id, "set": set}))
    };
    start(&ids[1], "resume", "recognised");
    start(&ids[0], "new", "rejected");
    let found = board(&bench);
    let n = |name: &str| found["starts"][name]["n"].as_i64().unwrap();
    assert_eq!((n("opened"), n("fresh"), n("resumed")), (2, 1, 1));
    let foot = || bench.call("project_list", json!({"limit": 0}))["sums"]["started"].clone();
    assert_eq!(foot(), found["starts"]["opened"]["n"], "the ledger's foot follows the same rule");
    bench.end(&ids[1]);
    assert_eq!((foot(), board(&bench)["starts"]["opened"]["n"].clone()), (json!(1), json!(1)));
    bench.call("undo", json!({}));
    opens_what_it_counts(&bench, &found, &found["starts"]);
}

#[test]
fn words_that_go_on_carry_no_money_into_a_new_month() {
    let bench = Bench::started();
    let ids = six(&bench);
    report(&bench, &ids[0], "2022-02", json!({"done_year": 60_000_000, "image": "基础施工"}));
    report(&bench, &ids[1], "2022-02", json!({"done_year": 10_000_000}));
    report(&bench, &ids[0], "2022-03", json!({"image": "主体施工"}));
    let money = board(&bench)["invested"].clone();
    assert_eq!((&money["month"], &money["done"]), (&json!(2), &json!(70_000_000)), "nobody reported March");
    assert_eq!((&money["schedule"]["text"], &money["as_of"]), (&json!("16.7"), &json!("2022-02-28")));

    report(&bench, &ids[1], "2022-03", json!({"done_year": 20_000_000}));
    let money = board(&bench)["invested"].clone();
    assert_eq!((&money["month"], &money["done"], &money["behind"]["n"]), (&json!(3), &json!(80_000_000), &json!(1)));
    // Nothing was done in March, and that is reported.
    report(&bench, &ids[0], "2022-03", json!({"done_month": 0}));
    assert_eq!(board(&bench)["invested"]["behind"]["n"], 0);
}

#[test]
fn questions_one_and_seven_agree_on_what_has_begun() {
    let bench = Bench::started();
    let ids = six(&bench);
    let why = |id: &str| bench.call("board_project", json!({"id": id}));
    assert_eq!((&why(&ids[0])["started"], &why(&ids[0])["begun"]), (&json!("2022-03-25"), &json!(true)));
    let struck = json!({"kind": "new", "happened_on": "2022-03-25", "decision": "rejected", "reason": "仅平整场地"});
    bench.call("start_save", json!({"id": null, "project": ids[0], "set": struck}));
    assert_eq!((&why(&ids[0])["started"], &why(&ids[0])["begun"]), (&Json::Null, &json!(false)), "struck out");
    let first = json!({"kind": "new", "happened_on": "2022-03-20", "decision": "recognised", "verified_on": "2022-03-21", "verified_by": "林晓"});
    bench.call("start_save", json!({"id": null, "project": ids[2], "set": first}));
    bench.call("project_save", json!({"id": ids[2], "set": {"started_actual": null}}));
    assert_eq!(why(&ids[2])["started"], "2022-03-20", "recognised, whatever the ledger's cell says");
    assert_eq!((&why(&ids[1])["started"], &why(&ids[1])["begun"]), (&Json::Null, &json!(true)), "续建 without a day");
    let again = json!({"kind": "resume", "happened_on": "2022-03-10", "decision": "recognised", "verified_on": "2022-03-11", "verified_by": "林晓"});
    bench.call("start_save", json!({"id": null, "project": ids[1], "set": again}));
    assert_eq!(
        (&why(&ids[1])["started"], &why(&ids[1])["begun"]),
        (&Json::Null, &json!(true)),
        "taken up again, not begun"
    );
    let file = bench.call("project_get", json!({"id": ids[1]}));
    assert_eq!((&file["begun"], &file["project"]["started_actual"]), (&json!(true), &Json::Null));

    let found = board(&bench);
    let never = json!({"scope": {}, "as_of": found["as_of"], "of": "not_opened", "key": null});
    let never: Vec<String> =
        bench.call("figure_rows", never).as_array().unwrap().iter().map(|p| p["id"].as_str().unwrap().into()).collect();
    for id in &ids[..5] {
        assert_eq!(never.contains(id), why(id)["begun"] == false, "{id}");
    }
}

#[test]
fn a_site_waits_as_it_stood_on_the_day_that_is_asked_for() {
    let bench = Bench::started();
    let id = bench.project("聚碳酸酯联合项目");
    bench.call("project_save", json!({"id": id, "set": {"started_actual": "2020-08-31/month", "stage": "building"}}));
    bench.call("standing_change_save", json!({"project": id, "standing": "winter_stop", "happened_on": "2021-11-10"}));
    bench.call("standing_change_save", json!({"project": id, "standing": "active", "happened_on": "2022-03-20"}));
    let heaps = |as_of: &str| {
        let starts = bench.call("board_get", json!({"as_of": as_of}))["starts"].clone();
        ["resumed", "awaiting", "going_on"].map(|heap| starts[heap]["n"].as_i64().unwrap())
    };
    assert_eq!((heaps("2022-03-28"), heaps("2022-03-19"), heaps("2021-11-09")), ([1, 0, 0], [0, 1, 0], [0, 0, 1]));
}
