//! Holiday notices as versions: read, looked at, saved, taken back; what they move and what they do not.

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};

/// The notice that made 劳动节 2019 four days (国办发明电〔2019〕3号), as an office of that March would have typed it.
const LONG_MAY: &str = "国务院办公厅关于调整2022年劳动节假期安排的通知\n国办发明电〔2022〕3号\n\
    一、2022年4月30日至5月5日放假调休，共6天。4月24日（星期日）、5月7日（星期六）、5月8日（星期日）上班。\n国务院办公厅\n2022年3月25日";

fn step(bench: &Bench, project: &str, item: &str, state: &str, on: &str) -> Json {
    bench.call("approval_step", json!({"project": project, "item": item, "state": state, "happened_on": on, "set": {}}))
}

fn item(list: &Json, code: &str) -> Json {
    list["items"].as_array().unwrap().iter().find(|i| i["code"] == code).unwrap().clone()
}

/// What was read, as it would be saved.
fn draft(read: &Json) -> Json {
    json!({
        "year": read["year"], "published_on": read["published_on"],
        "number": read["number"], "days": read["days"],
    })
}

#[test]
fn a_changed_notice_moves_what_runs_and_nothing_that_is_signed() {
    let bench = Bench::started();
    let (free, signed) = (bench.project("北辰智能电机产业园"), bench.project("聚碳酸酯联合项目"));
    for project in [&free, &signed] {
        // 环评报告书: promised in the template, accepted on 21 March 2022.
        step(&bench, project, "C05", "submitted", "2022-03-21");
        bench.call("approval_save", json!({"project": project, "item": "C05", "set": {"promised": 60}}));
        step(&bench, project, "C05", "accepted", "2022-03-21");
    }
    // Nothing else is ahead of one of them: its start hangs on that day.
    let list = bench.call("approval_list", json!({"id": free}));
    for other in list["items"].as_array().unwrap().iter().filter(|i| i["code"] != "C05") {
        step(&bench, &free, other["code"].as_str().unwrap(), "approved", "2022-03-01");
    }
    let before = item(&bench.call("approval_list", json!({"id": free})), "C05");
    assert_eq!(before["due_on"], "2022-05-05", "30 working days, 劳动节 to 4 May");
    bench.call("approval_save", json!({"project": signed, "item": "C05", "set": {"due_printed": "2022-05-05"}}));

    let read = bench.call("calendar_notice_read", json!({"text": LONG_MAY, "year": null}));
    assert_eq!((&read["changes"], &read["doubts"]), (&json!(["劳动节"]), &json!([])));
    assert_eq!(read["days"].as_array().unwrap().iter().filter(|d| d["name"] == "国庆节").count(), 9, "others stand");
    let notice = draft(&read);
    let effect = bench.call("calendar_notice_preview", notice.clone());
    assert_eq!(effect["turned"], json!([{"on": "2022-05-05", "works": false}, {"on": "2022-05-08", "works": true}]));
    let moved: Vec<Json> = effect["moved"].as_array().unwrap().clone();
    assert_eq!(moved.len(), 2);
    assert!(moved.iter().all(|m| m["from"] == "2022-05-05" && m["to"] == "2022-05-06"));
    assert_eq!(moved.iter().filter(|m| m["printed"] == true).count(), 1);
    // The forecast is looked at, too: what lies behind the longer holiday starts otherwise.
    let starts = effect["starts"].as_array().unwrap().clone();
    let start = |id: &str| bench.call("approval_list", json!({"id": id}))["start_on"].clone();
    let told = |id: &str| starts.iter().find(|s| s["project"] == id).unwrap_or_else(|| panic!("{starts:?}")).clone();
    assert_eq!(
        (&told(&free)["start"]["from"], &told(&free)["start"]["to"]),
        (&json!("2022-05-05"), &json!("2022-05-06"))
    );
    assert_eq!(told(&free)["start"]["from"], start(&free));
    assert!(starts.iter().all(|s| s["project"] != signed), "a start far behind it is where it was");
    let forecast = told(&free)["start"]["to"].clone();
    assert_eq!(
        item(&bench.call("approval_list", json!({"id": free})), "C05")["due_on"],
        "2022-05-05",
        "only looked at"
    );

    let year = bench.call("calendar_notice_save", notice);
    assert_eq!(start(&free), forecast, "what was told is what comes");
    let versions = year["versions"].as_array().unwrap();
    assert_eq!(versions.len(), 2);
    assert_eq!((&versions[0]["in_force"], &versions[1]["in_force"]), (&json!(false), &json!(true)));
    let after = item(&bench.call("approval_list", json!({"id": free})), "C05");
    assert_eq!((&after["due_on"], &after["promised"]["due_first"]), (&json!("2022-05-06"), &json!("2022-05-05")));
    assert_eq!(item(&bench.call("approval_list", json!({"id": signed})), "C05")["due_on"], "2022-05-05");

    bench.call("undo", json!({}));
    let back = item(&bench.call("approval_list", json!({"id": free})), "C05");
    assert_eq!((&back["due_on"], &back["promised"]["due_first"]), (&json!("2022-05-05"), &json!(null)));
}

#[test]
fn a_year_without_a_notice_is_an_estimate_until_one_is_typed_in() {
    let bench = Bench::started();
    assert_eq!(bench.call("calendar_get", json!({"year": 2023}))["provisional"], false, "the program knows to 2026");
    assert_eq!(bench.call("calendar_get", json!({"year": 2031}))["provisional"], true);
    let days = json!([
        {"on": "2031-01-01", "name": "元旦", "off": true}, {"on": "2031-01-04", "name": "元旦", "off": false},
        {"on": "2031-10-01", "name": "国庆节", "off": true},
    ]);
    let saved = bench.call(
        "calendar_notice_save",
        json!({"year": 2031, "published_on": "2022-03-01", "number": "本办〔2022〕1号", "days": days}),
    );
    assert_eq!(saved["provisional"], false);
    assert!(saved["working"].as_array().unwrap().contains(&json!("2031-01-04")), "a Saturday that is worked");
    let id = saved["versions"][0]["id"].clone();
    assert_eq!(bench.call("calendar_notice_remove", json!({"id": id}))["provisional"], true);
}

#[test]
fn holidays_given_together_are_lengthened_and_changed_together() {
    let bench = Bench::started();
    let read = |text: &str| bench.call("calendar_notice_read", json!({"text": text, "year": null}));
    let longer = read("关于延长2020年国庆节假期的通知\n一、延长2020年国庆节假期至10月9日（星期五）。");
    assert_eq!((&longer["doubts"], longer["changes"].as_array().unwrap().len()), (&json!([]), 1));
    let day = |read: &Json, on: &str| read["days"].as_array().unwrap().iter().find(|d| d["on"] == on).cloned();
    assert_eq!(day(&longer, "2020-10-09").unwrap()["off"], true);
    assert_eq!(day(&longer, "2020-10-10").unwrap()["off"], false, "what is worked after it stays");
    let changed = read("关于调整2020年国庆节假期安排的通知\n一、2020年10月1日至7日放假，共7天。");
    assert_eq!(day(&changed, "2020-10-08"), None, "the days of 国庆节、中秋节 are set out anew");
    assert_eq!(read("关于延长2031年春节假期的通知\n一、延长2031年春节假期至2月2日。")["doubts"][0]["kind"], "unread");
}

#[test]
fn a_signed_day_gives_way_to_a_stop() {
    let bench = Bench::started();
    let project = bench.project("北辰智能电机产业园");
    let set = json!({"promised": 10, "due_printed": "2022-03-25"});
    bench.call("approval_save", json!({"project": project, "item": "B02", "set": set}));
    let accepted = step(&bench, &project, "B02", "accepted", "2022-03-18");
    assert_eq!(item(&accepted, "B02")["due_on"], "2022-03-25");
    let stop = json!({
        "project": project, "item": "B02", "state": "stopped", "happened_on": "2022-03-21",
        "stop_kind": "hearing", "basis": "行政许可法第四十五条", "set": {},
    });
    bench.call("approval_step", stop);
    let going = step(&bench, &project, "B02", "reviewing", "2022-03-24");
    assert_eq!(item(&going, "B02")["due_on"], "2022-03-31", "none of the five days was counted before the stop");
}

#[test]
fn a_unit_may_work_otherwise() {
    works_otherwise(json!({"promised": 10, "holder": "市住建局"}));
}

/// C05 is of 住建: the address book knows who that is.
#[test]
fn the_unit_that_answers_brings_its_days_though_nobody_wrote_it_down() {
    works_otherwise(json!({"promised": 10}));
}

fn works_otherwise(set: Json) {
    let bench = Bench::started();
    let unit = bench.call("department_save", json!({"id": null, "set": {"name": "市住建局", "kind": "government"}}));
    let project = bench.project("北辰智能电机产业园");
    bench.call("approval_save", json!({"project": project, "item": "C05", "set": set}));
    step(&bench, &project, "C05", "accepted", "2022-03-21");
    let due = || item(&bench.call("approval_list", json!({"id": project})), "C05")["due_on"].clone();
    assert_eq!(due(), "2022-03-28");
    let notice = json!({
        "year": 2022, "published_on": "2022-03-01", "number": null, "unit": unit["id"],
        "days": [{"on": "2022-03-23", "name": "窗口搬迁", "off": true}, {"on": "2022-03-26", "name": "窗口搬迁", "off": false}],
    });
    assert_eq!(bench.call("calendar_notice_preview", notice.clone())["moved"], json!([]), "one day for the other");
    let mut one_off = notice.clone();
    one_off["days"].as_array_mut().unwrap().pop();
    let effect = bench.call("calendar_notice_preview", one_off.clone());
    assert_eq!((&effect["moved"][0]["from"], &effect["moved"][0]["to"]), (&json!("2022-03-28"), &json!("2022-03-29")));
    let year = bench.call("calendar_notice_save", one_off);
    assert_eq!((&year["units"][0]["unit_name"], due()), (&json!("市住建局"), json!("2022-03-29")));
    assert!(year["working"].as_array().unwrap().contains(&json!("2022-03-23")), "everybody else works");
}

/// Whichever day is off: the starts that are told to move are those that move.
#[test]
fn no_start_that_moves_is_passed_over() {
    let bench = Bench::started(); // today is 2022-03-28
    let unit = bench.call("department_save", json!({"id": null, "set": {"name": "市住建局", "kind": "government"}}));
    let (ahead, running) = (bench.project("北辰智能电机产业园"), bench.project("聚碳酸酯联合项目"));
    step(&bench, &ahead, "B02", "submitted", "2022-03-25");
    let list = bench.call("approval_list", json!({"id": running}));
    for other in list["items"].as_array().unwrap().iter().filter(|i| i["code"] != "C05") {
        step(&bench, &running, other["code"].as_str().unwrap(), "approved", "2022-03-01");
    }
    let set = json!({"promised": 40, "holder": "市住建局"});
    bench.call("approval_save", json!({"project": running, "item": "C05", "set": set}));
    step(&bench, &running, "C05", "accepted", "2022-03-14");
    let start = |id: &str| bench.call("approval_list", json!({"id": id}))["start_on"].clone();
    let was: Vec<(&String, Json)> = [&ahead, &running].into_iter().map(|id| (id, start(id))).collect();
    let mut moved = 0;
    for on in
        ["2022-03-08", "2022-03-16", "2022-03-29", "2022-04-11", "2022-04-12", "2022-06-15", "2022-12-20", "2022-12-21"]
    {
        for unit in [Json::Null, unit["id"].clone()] {
            let notice = json!({
                "year": 2022, "published_on": "2022-03-25", "number": null, "unit": unit,
                "days": [{"on": on, "name": "停工", "off": true}],
            });
            let effect = bench.call("calendar_notice_preview", notice.clone());
            let told = |id: &str| effect["starts"].as_array().unwrap().iter().any(|one| one["project"] == id);
            bench.call("calendar_notice_save", notice);
            for (id, was) in &was {
                assert_eq!(told(id), start(id) != *was, "{on} {unit}");
                moved += u32::from(told(id));
            }
            bench.call("undo", json!({}));
        }
    }
    assert!(moved > 3, "{moved}");
}

#[test]
fn a_bad_notice_is_refused_field_by_field() {
    let bench = Bench::started();
    let day = |on: &str, name: &str, off: bool| json!({"on": on, "name": name, "off": off});
    let fault = |published: &str, days: Json| {
        let input = json!({"year": 2022, "published_on": published, "number": null, "days": days});
        bench.fault("calendar_notice_save", input).fields.iter().map(|f| f.field.clone()).collect::<Vec<_>>()
    };
    assert_eq!(fault("2099-01-01", json!([day("2022-01-01", "元旦", true)])), ["published_on"]);
    assert_eq!(fault("2022-01-01", json!([])), ["days"]);
    for days in [
        json!([day("2023-01-01", "元旦", true)]),
        json!([day("2022-01-01", "元旦", true), day("2022-01-01", "元旦", false)]),
        json!([day("2022-01-04", "元旦", false)]),
        json!([day("2022-01-01", " ", true)]),
    ] {
        assert_eq!(fault("2022-01-01", days), ["days"]);
    }
    assert_eq!(bench.call("calendar_get", json!({"year": 2022}))["versions"].as_array().unwrap().len(), 1);
}
