//! Two holders of an approval, what an area assessment covers, and 一会三函, through the desk.

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};
use zhuanban_core::error::{Code, Rule};

fn item(list: &Json, code: &str) -> Json {
    list["items"].as_array().unwrap().iter().find(|i| i["code"] == code).unwrap_or_else(|| panic!("no {code}")).clone()
}

fn step(bench: &Bench, id: &str, code: &str, state: &str, on: &str) -> Json {
    bench.call("approval_step", json!({"project": id, "item": code, "state": state, "happened_on": on}))
}

fn save(bench: &Bench, id: &str, code: &str, set: Json) -> Json {
    bench.call("approval_save", json!({"project": id, "item": code, "set": set}))
}

#[test]
fn who_has_an_item_in_hand_is_the_same_on_checklist_board_and_figure() {
    let bench = Bench::started(); // today is 2022-03-28
    let id = bench.project("岱北重工");
    step(&bench, &id, "B03", "accepted", "2022-03-14");
    let holders = || {
        let list = item(&bench.call("approval_list", json!({"id": id})), "B03")["in_hand"].clone();
        let board = bench.call("approval_board", json!({"filter": {}, "offset": 0, "limit": 10}));
        let held = bench.call("board_get", json!({}))["stuck"]["first"][0].clone();
        let (row, line) = (&board["rows"][0], &board["holders"][0]);
        assert_eq!((&row["holder"], &row["days"]), (&list["holder"], &list["days"]));
        assert_eq!((&line["name"], &held["name"]), (&list["holder"], &list["holder"]));
        assert_eq!(held["longest"]["days"], list["days"]);
        (list["holder"].as_str().map(str::to_string), list["days"].as_i64(), row["flags"].clone())
    };
    save(&bench, &id, "B03", json!({"holder": "市审批局"}));
    assert_eq!(holders(), (Some("市审批局".into()), Some(10), json!([])));
    save(&bench, &id, "B03", json!({"opinion_holder": "市资规局", "opinion_asked_on": "2022-03-16"}));
    assert_eq!(holders(), (Some("市资规局".into()), Some(8), json!(["opinion"])));
    save(&bench, &id, "B03", json!({"opinion_on": "2022-03-24"}));
    assert_eq!(holders(), (Some("市审批局".into()), Some(2), json!([])));
    step(&bench, &id, "B03", "lacking_passed", "2022-03-25");
    assert_eq!(holders(), (None, Some(1), json!(["lacking"])), "the applicant owes the papers");

    let bad = |set: Json| bench.fault("approval_save", json!({"project": id, "item": "B03", "set": set}));
    assert_eq!(bad(json!({"opinion_on": "2022-03-15"})).fields[0].rule, Rule::FinishBeforeStart);
    assert_eq!(bad(json!({"opinion_on": "2022-03-29"})).fields[0].rule, Rule::ActualInFuture);
}

#[test]
fn days_lost_while_an_opinion_was_outstanding_are_charged_to_its_unit() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    save(&bench, &id, "B03", json!({"promised": 4, "holder": "市审批局", "opinion_holder": "市资规局"}));
    // Due on 16 March; the opinion came on the 22nd.
    step(&bench, &id, "B03", "accepted", "2022-03-14");
    save(&bench, &id, "B03", json!({"opinion_on": "2022-03-22"}));
    let forecast = bench.call("approval_forecast", json!({"id": id}));
    let lost: Vec<(Option<&str>, Option<i64>)> = forecast["charges"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|charge| charge["loss"] == "overdue")
        .map(|charge| (charge["holder"].as_str(), charge["days"].as_i64()))
        .collect();
    assert_eq!(lost.len(), 2);
    assert!(lost.contains(&(Some("市资规局"), Some(4))) && lost.contains(&(Some("市审批局"), Some(4))), "{lost:?}");
}

#[test]
fn an_area_assessment_spares_an_item_or_shortens_it_on_its_document() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let cover = |set: Json| {
        bench.call("approval_way_save", json!({"project": id, "item": "P13", "way": "area_covered", "set": set}))
    };
    save(&bench, &id, "P13", json!({"added": true}));
    let list = cover(json!({"document": "庆文物〔2021〕8号", "area": "高新区"}));
    assert_eq!(
        (&item(&list, "P13")["waived"], &item(&list, "P13")["state"]),
        (&json!("高新区 庆文物〔2021〕8号"), &json!("not_applicable"))
    );
    let list = cover(json!({"half_days": 6}));
    let shortened = item(&list, "P13");
    assert_eq!((&shortened["waived"], &shortened["promised"]["half_days"]), (&Json::Null, &json!(6)));
    let way = shortened["ways"][0]["way"]["id"].clone();
    let list = bench.call("approval_way_remove", json!({"id": way}));
    assert_eq!((&item(&list, "P13")["waived"], &item(&list, "P13")["promised"]), (&Json::Null, &Json::Null));
    // What was waived for another reason is left alone.
    save(&bench, &id, "P13", json!({"waived": "不在文物埋藏区"}));
    let list = cover(json!({"document": "庆文物〔2021〕8号", "half_days": 6}));
    let way = item(&list, "P13")["ways"][0]["way"]["id"].clone();
    let list = bench.call("approval_way_remove", json!({"id": way}));
    assert_eq!(item(&list, "P13")["waived"], "不在文物埋藏区");
    // What is under way is needed.
    step(&bench, &id, "B03", "accepted", "2022-03-14");
    let input = |set: Json| json!({"project": id, "item": "B03", "way": "area_covered", "set": set});
    let list = bench.call("approval_way_save", input(json!({"document": "庆文物〔2021〕8号"})));
    assert_eq!(item(&list, "B03")["state"], "accepted");
    let bad = bench.fault("approval_way_save", input(json!({"document": null})));
    assert_eq!((bad.fields[0].field.as_str(), bad.fields[0].rule), ("document", Rule::Required));
}

#[test]
fn days_before_an_opinion_was_asked_for_are_the_certificates_own() {
    let bench = Bench::started(); // today is 2022-03-28
    let id = bench.project("岱北重工");
    save(&bench, &id, "B03", json!({"promised": 4, "holder": "市审批局", "opinion_holder": "市资规局"}));
    // Due on 10 March; asked on the 18th, there on the 25th.
    step(&bench, &id, "B03", "accepted", "2022-03-08");
    save(&bench, &id, "B03", json!({"opinion_asked_on": "2022-03-18", "opinion_on": "2022-03-25"}));
    let lost = || {
        let forecast = bench.call("approval_forecast", json!({"id": id}));
        let all = forecast["charges"].as_array().unwrap().clone();
        let of = |holder: &str| all.iter().find(|one| one["holder"] == holder).and_then(|one| one["days"].as_i64());
        (of("市资规局"), of("市审批局"))
    };
    assert_eq!(lost(), (Some(5), Some(7)));
    save(&bench, &id, "B03", json!({"opinion_on": null}));
    assert_eq!(lost(), (Some(6), Some(6)), "still out");
}

#[test]
fn an_area_assessment_leaves_what_was_agreed_otherwise() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let input = |code: &str, set: Json| json!({"project": id, "item": code, "way": "area_covered", "set": set});
    let cover = |code: &str, set: Json| {
        let found = item(&bench.call("approval_way_save", input(code, set)), code);
        (found["approval"].clone(), found["ways"][0]["effect"].clone(), found["ways"][0]["way"]["id"].clone())
    };
    save(&bench, &id, "P13", json!({"added": true, "promised": 20}));
    for half_days in [10, 20] {
        let set = json!({"document": "庆文物〔2021〕8号", "half_days": half_days});
        let bad = bench.fault("approval_way_save", input("P13", set));
        assert_eq!((bad.fields[0].field.as_str(), bad.fields[0].rule), ("half_days", Rule::AgreedOtherwise));
    }
    save(&bench, &id, "P13", json!({"promised": null}));
    let (shortened, effect, _) = cover("P13", json!({"document": "庆文物〔2021〕8号", "half_days": 10}));
    assert_eq!((&shortened["promised"], &effect), (&json!(10), &json!("shortened")));
    // A promise that was changed since is not the assessment's any more.
    save(&bench, &id, "P13", json!({"promised": 6}));
    let (noted, effect, way) = cover("P13", json!({"note": "已核对"}));
    assert_eq!((&noted["promised"], &effect), (&json!(6), &json!("noted")));
    let list = bench.call("approval_way_remove", json!({"id": way}));
    assert_eq!(item(&list, "P13")["approval"]["promised"], 6);
    // Nor is an earlier reason why it is not needed.
    save(&bench, &id, "P02", json!({"added": true, "waived": "不涉及"}));
    let (waived, effect, way) = cover("P02", json!({"document": "庆环审〔2021〕8号"}));
    assert_eq!((&waived["waived"], &effect), (&json!("不涉及"), &json!("noted")));
    let list = bench.call("approval_way_remove", json!({"id": way}));
    assert_eq!(item(&list, "P02")["approval"]["waived"], "不涉及");
}

fn adopt(bench: &Bench, id: &str, formal_by: &str) -> Json {
    let input = json!({
        "project": id, "class": "industry", "met_on": "2022-03-01", "document": "庆政专纪〔2022〕5号", "formal_by": formal_by,
    });
    bench.call("fast_track_save", input)
}

fn letter(bench: &Bench, id: &str, letter: &str, set: Json) -> Json {
    bench.call("fast_letter_save", json!({"project": id, "letter": letter, "set": set}))
}

#[test]
fn by_one_meeting_and_three_letters_work_begins_ahead_of_its_formal_papers() {
    let bench = Bench::started(); // today is 2022-03-28
    let id = bench.project("岱北重工");
    let formal = bench.call("approval_list", json!({"id": id}));
    assert_eq!((&formal["fast"], &formal["start_on"]), (&Json::Null, &formal["formal_on"]));
    let list = adopt(&bench, &id, "2023-06-30");
    assert_eq!(
        (&list["start_on"], &list["fast"]["start_on"]),
        (&formal["formal_on"], &Json::Null),
        "no letter is expected yet: the formal papers may be sooner"
    );
    assert_eq!(list["fast"]["missing"], json!(["early", "design", "works"]));
    letter(&bench, &id, "early", json!({"given_on": "2022-03-07", "document": "庆发改函〔2022〕11号"}));
    letter(&bench, &id, "design", json!({"given_on": "2022-03-21"}));
    let list = letter(&bench, &id, "works", json!({"expected_on": "2022-04-08"}));
    assert_eq!((&list["start_on"], &list["fast"]["missing"]), (&json!("2022-04-08"), &json!(["works"])));
    assert!(item(&list, "C05")["slack"].as_i64() > Some(0) && item(&list, "C05")["critical"] == false);
    assert!(list["fast"]["open"].as_array().unwrap().contains(&json!("C05")) && list["fast"]["late_days"].is_null());
    let why = bench.call("board_project", json!({"id": id}));
    assert_eq!((&why["missing"], &why["start_on"]), (&json!([]), &json!("2022-04-08")));
    assert_eq!(why["fast"]["missing"], json!(["works"]));
    let forecast = bench.call("approval_forecast", json!({"id": id}));
    assert_eq!(forecast["start"]["most"], "2022-04-08");

    // Begun on the letters: no contradiction, though the permit is not there.
    step(&bench, &id, "C05", "submitted", "2022-03-25");
    bench.call("project_save", json!({"id": id, "set": {"started_actual": "2022-03-25"}}));
    let told = || bench.call("check_list", json!({}))["rows"].to_string().contains("started_before_permit");
    assert!(told());
    let list = letter(&bench, &id, "works", json!({"given_on": "2022-03-25"}));
    assert_eq!((&list["start_on"], told()), (&json!("2022-03-25"), false));

    // Promised sooner than they come: how late, and that the chain has no time to spare.
    let list = adopt(&bench, &id, "2022-06-30");
    assert!(list["fast"]["late_days"].as_i64() > Some(0) && item(&list, "C05")["critical"] == true);
    let figures = bench.call("approval_figures", json!({"from": "2022-03-01", "to": "2022-03-28"}));
    let fast = figures["measures"].as_array().unwrap().iter().find(|m| m["measure"] == "fast_track").unwrap();
    assert_eq!((fast["count"].as_i64(), fast["projects"].as_i64()), (Some(1), Some(1)));

    let back = bench.call("fast_track_remove", json!({"id": id}));
    assert_eq!((&back["fast"], &back["start_on"]), (&Json::Null, &back["formal_on"]));
    assert!(bench.tables()["fast_letter"].is_empty());
    bench.call("undo", json!({}));
    assert_eq!(bench.call("approval_list", json!({"id": id}))["fast"], list["fast"]);
}

#[test]
fn the_formal_papers_let_construction_begin_though_a_letter_never_came() {
    let bench = Bench::started(); // today is 2022-03-28
    let id = bench.project("岱北重工");
    adopt(&bench, &id, "2023-06-30");
    letter(&bench, &id, "early", json!({"given_on": "2022-03-07"}));
    let open = |list: &Json| list["fast"]["open"].as_array().unwrap().clone();
    let list = bench.call("approval_list", json!({"id": id}));
    let waits = bench.call("board_project", json!({"id": id}));
    assert_eq!((&waits["fast"]["missing"], &waits["by_letters"]), (&json!(["design", "works"]), &json!(false)));
    for code in open(&list) {
        step(&bench, &id, code.as_str().unwrap(), "approved", "2022-03-21");
    }
    let list = bench.call("approval_list", json!({"id": id}));
    assert!(open(&list).is_empty() && list["formal_on"].is_string(), "{}", list["fast"]);
    assert_eq!((&list["start_on"], &list["fast"]["start_on"]), (&list["formal_on"], &Json::Null));
    let forecast = bench.call("approval_forecast", json!({"id": id}));
    assert_eq!((&forecast["start"]["most"], &forecast["start_by_limits"]), (&list["formal_on"], &list["formal_on"]));
    let why = bench.call("board_project", json!({"id": id}));
    assert_eq!((&why["start_on"], &why["missing"], &why["fast"]), (&list["formal_on"], &json!([]), &Json::Null));
    // Given later than the papers came, the letters do not put it off.
    for one in ["design", "works"] {
        letter(&bench, &id, one, json!({"given_on": "2022-03-25"}));
    }
    let after = bench.call("approval_list", json!({"id": id}));
    assert_eq!((&after["start_on"], &after["fast"]["start_on"]), (&list["formal_on"], &json!("2022-03-25")));
}

#[test]
fn what_is_to_be_made_good_is_seen_though_approvals_wait_for_each_other() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    adopt(&bench, &id, "2022-03-21");
    // B02 comes before B03 by law.
    let list = save(&bench, &id, "B02", json!({"lacking_items": "B03"}));
    assert!(!list["circle"].as_array().unwrap().is_empty());
    assert!(list["fast"]["open"].as_array().unwrap().contains(&json!("C05")), "{}", list["fast"]);
    assert_eq!(list["fast"]["overdue"], true);
}

#[test]
fn what_three_letters_would_bring_is_tried_before_it_is_decided() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let formal = bench.call("approval_list", json!({"id": id}));
    let trial = |set: Json| {
        let mut input = json!({"project": id, "changes": []});
        input.as_object_mut().unwrap().extend(set.as_object().unwrap().clone());
        bench.call("approval_trial", input)
    };
    let tried = trial(json!({"letters_on": "2022-04-08"}));
    assert_eq!(
        (&tried["moves"]["start"]["from"], &tried["moves"]["start"]["to"]),
        (&formal["start_on"], &json!("2022-04-08"))
    );
    assert!(tried["saved"].as_i64() > Some(60) && tried["moves"]["permit"]["days"] == 0);
    assert!(bench.tables()["fast_track"].is_empty());
    // Once it is decided its own letters count, and the papers are what can be quicker.
    adopt(&bench, &id, "2023-06-30");
    let promise = json!([{"kind": "promise", "item": "C05", "half_days": 2}]);
    let quicker = trial(json!({"changes": promise, "letters_on": "2022-04-08"}));
    assert!(quicker["saved"].as_i64() > Some(0), "the papers come sooner");
    let to = quicker["moves"]["start"]["to"].as_str().unwrap().to_string();
    assert!(Some(to.as_str()) > Some("2022-04-08") && Some(to.as_str()) < formal["start_on"].as_str(), "{to}");
}

#[test]
fn what_cannot_be_of_a_meeting_or_a_letter_is_refused() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let before = json!({"project": id, "letter": "early", "set": {"given_on": "2022-03-07"}});
    assert_eq!(bench.fault("fast_letter_save", before).code, Code::NotFound);
    let bad = json!({
        "project": id, "class": "livelihood", "met_on": "2022-03-29", "document": " ", "formal_by": "2022-03-29",
    });
    let fields: Vec<_> = bench.fault("fast_track_save", bad).fields.into_iter().map(|f| (f.field, f.rule)).collect();
    assert_eq!(
        fields,
        [
            ("met_on".into(), Rule::ActualInFuture),
            ("document".into(), Rule::Required),
            ("formal_by".into(), Rule::BeforeMeeting),
        ]
    );
    adopt(&bench, &id, "2022-12-30");
    let bad = |on: &str| {
        let input = json!({"project": id, "letter": "early", "set": {"given_on": on}});
        bench.fault("fast_letter_save", input).fields[0].rule
    };
    assert_eq!((bad("2022-02-28"), bad("2022-03-29")), (Rule::BeforeMeeting, Rule::ActualInFuture));
}
