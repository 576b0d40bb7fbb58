//! Milestones, the four reductions and the three lists, through the desk; the article's two projects in the sample.

use crate::bench_desk::Bench;
use crate::sample::made;
use serde_json::{Value as Json, json};
use zhuanban_core::error::Rule;
use zhuanban_core::sample::SampleOffice;

#[test]
fn a_milestone_is_a_recorded_day_and_a_declared_start_stands_in_for_a_missing_one() {
    let bench = Bench::started(); // today is 2022-03-28
    let id = bench.project("岱北重工");
    let get = || bench.call("milestone_get", json!({"id": id}));
    assert!(get()["lines"].as_array().unwrap().iter().all(|line| line["day"].is_null()));
    assert_eq!(get()["one_year"]["answer"], "unknown");
    let set = json!({"conceived_actual": "2022-01-05", "signed_actual": "2022-02-10", "stage": "started"});
    bench.call("project_save", json!({"id": id, "set": set}));
    assert_eq!((&get()["to_signing"]["days"], &get()["to_signing"]["months"]), (&json!(36), &json!(1)));
    assert_eq!(
        get()["one_year"]["why"],
        json!([
            {"kind": "started", "cause": "not_recorded"}, {"kind": "operating", "cause": "not_yet"}
        ])
    );
    let start = json!({"kind": "new", "happened_on": "2022-02-24", "decision": "pending"});
    bench.call("start_save", json!({"id": null, "project": id, "set": start}));
    assert_eq!(get()["lines"][3]["day"], "2022-02-24");
    assert_eq!(get()["same_month"]["answer"], "yes");
    let set = json!({"first_product_actual": "2022-02-01"});
    let saved = bench.call("project_save", json!({"id": id, "set": set}));
    assert_eq!(
        (&saved["warnings"], &get()["lines"][5]["since"]),
        (&json!([]), &json!(null)),
        "before the start: no span"
    );
    let later = json!({"first_product_actual": "2022-04-01"});
    let saved = bench.call("project_save", json!({"id": id, "set": later}));
    assert_eq!(saved["warnings"][0]["field"], "first_product_actual", "a day to come is told");
}

#[test]
fn b33_b34_the_articles_projects_give_its_figures_from_their_days() {
    let sample = made(SampleOffice::Taian);
    let geely = sample.named("吉利远程本途新能源商用车项目");
    let get = |row: &Json| sample.call("milestone_get", json!({"id": row["id"]}));
    let found = get(&geely);
    // 四个月完成签约、签约当月即开工建设、年底建成投产并完成首台车下线.
    assert_eq!((&found["to_signing"]["months"], &found["to_signing"]["rest"]), (&json!(4), &json!(0)));
    assert_eq!((&found["same_month"]["answer"], &found["by_year_end"]["answer"]), (&json!("yes"), &json!("yes")));
    assert!(found["lines"][5]["day"].as_str().unwrap().starts_with("2022-12"), "the first vehicle");
    // 当年策划、当年开工、当年投产.
    let transformer = sample.named("双百万变压器智能化改造项目");
    assert_eq!(get(&transformer)["one_year"]["answer"], "yes");
    let table = sample.call("milestone_list", json!({}));
    assert_eq!(table["one_year"]["yes"], 1);
    assert_eq!(table["rows"][0]["project_name"], "吉利远程本途新能源商用车项目", "319 days, before 324");
    // Without one of its days the figure is another.
    sample.call("project_save", json!({"id": transformer["id"], "set": {"operating_actual": "2023-01-08"}}));
    assert_eq!(get(&transformer)["one_year"]["answer"], "no");
    sample.call("project_save", json!({"id": geely["id"], "set": {"signed_actual": "2022-07-01"}}));
    assert_eq!(get(&geely)["same_month"]["answer"], "no");
}

#[test]
fn the_table_holds_projects_of_its_days_the_quickest_first() {
    let bench = Bench::started();
    let with = |name: &str, set: Json| {
        let id = bench.project(name);
        bench.call("project_save", json!({"id": id, "set": set}));
        id
    };
    with("慢", json!({"conceived_actual": "2020-01-01", "operating_actual": "2022-02-01"}));
    with("快", json!({"conceived_actual": "2021-06-01", "operating_actual": "2022-01-01"}));
    with("在建", json!({"conceived_actual": "2021-06-01", "started_actual": "2022-01-01"}));
    with("只有一日", json!({"operating_actual": "2022-02-01"}));
    bench.end(&with("终止", json!({"conceived_actual": "2021-06-01", "operating_actual": "2022-01-01"})));
    let names = |query: Json| -> Vec<String> {
        let table = bench.call("milestone_list", query);
        table["rows"].as_array().unwrap().iter().map(|r| r["project_name"].as_str().unwrap().into()).collect()
    };
    assert_eq!(names(json!({})), ["快", "慢", "在建"]);
    assert_eq!(names(json!({"from": "2022-01-15", "to": "2022-03-28"})), ["慢"]);
}

fn draft(bench: &Bench) -> String {
    bench.call("template_draft", json!({}))["version"]["id"].as_str().unwrap().into()
}

fn row(sheet: &Json, code: &str) -> Json {
    let items = sheet["items"].as_array().unwrap();
    items.iter().find(|line| line["row"]["code"] == code).unwrap()["row"].clone()
}

#[test]
fn steps_and_fees_are_kept_for_one_and_for_several_and_sum_like_against_like() {
    let bench = Bench::started();
    let version = draft(&bench);
    let codes = ["B02", "B03"];
    let set = json!({"steps_before": 8, "steps": 3, "fee_before": 1200});
    let sheet = bench.call("template_items_save", json!({"version": version, "codes": codes, "set": set}));
    assert_eq!((row(&sheet, "B03")["steps"].as_i64(), row(&sheet, "B02")["fee"].as_i64()), (Some(3), None));
    let one = json!({"version": version, "code": "B03", "set": {"fee": 0}});
    let sheet = bench.call("template_item_save", one);
    assert_eq!(row(&sheet, "B03")["fee"], 0, "no fee is a fee of 0, and something else than not known");
    let wrong = json!({"version": version, "codes": codes, "set": {"steps": -1}});
    let fault = bench.fault("template_items_save", wrong);
    assert_eq!((fault.fields[0].rule, fault.fields[0].field.as_str()), (Rule::OutOfRange, "steps"));
    let none = json!({"version": version, "codes": ["Z99"], "set": {"steps": 1}});
    assert_eq!(bench.fault("template_items_save", none).code, zhuanban_core::error::Code::NotFound);
    bench.call("template_release", json!({"version": version, "note": null}));

    let project = bench.project("岱北重工");
    for item in ["B02", "B03", "A09"] {
        let step = json!({"project": project, "item": item, "state": "approved", "happened_on": "2022-03-01"});
        bench.call("approval_step", step);
    }
    let cut = |query: Json, which: &str| -> Json {
        let figures = bench.call("approval_figures", query);
        figures["cuts"].as_array().unwrap().iter().find(|cut| cut["cut"] == which).unwrap().clone()
    };
    let steps = cut(json!({}), "steps");
    assert_eq!(
        (&steps["known"], &steps["unknown"], &steps["before"], &steps["after"], &steps["less"]["text"]),
        (&json!(2), &json!(1), &json!(16), &json!(6), &json!("62.5"))
    );
    let fee = cut(json!({}), "fee");
    assert_eq!((&fee["known"], &fee["before"], &fee["after"]), (&json!(1), &json!(1200), &json!(0)));
    assert_eq!(cut(json!({"from": "2022-03-02"}), "steps")["known"], 0, "decided in these days");
}

#[test]
fn the_lists_of_powers_and_duties_stand_by_unit() {
    let bench = Bench::started();
    assert_eq!(bench.call("authority_get", json!({}))["units"], json!([]));
    let version = draft(&bench);
    let save = |codes: &[&str], lists: &str| {
        let input = json!({"version": version, "codes": codes, "set": {"lists": lists}});
        bench.call("template_items_save", input)
    };
    save(&["B02", "B03"], "power;duty");
    save(&["C05"], "power");
    let wrong = json!({"version": version, "code": "C05", "set": {"lists": "wishes"}});
    assert_eq!(bench.fault("template_item_save", wrong).fields[0].rule, Rule::NotAChoice);
    assert_eq!(bench.call("authority_get", json!({}))["power"], 0, "a draft is nobody's list yet");
    bench.call("template_release", json!({"version": version, "note": null}));
    let lists = bench.call("authority_get", json!({}));
    assert_eq!((&lists["power"], &lists["duty"], &lists["unmarked"]), (&json!(3), &json!(2), &json!(74)));
    let counts = |unit: &Json| (unit["power"].as_array().unwrap().len(), unit["duty"].as_array().unwrap().len());
    let units: Vec<_> = lists["units"].as_array().unwrap().iter().map(counts).collect();
    assert_eq!(units, [(1, 1), (1, 1), (1, 0)], "each unit its own");
}

#[test]
fn the_negative_list_touches_a_project_by_its_industry_and_says_so_in_the_checks() {
    let bench = Bench::started();
    let id = bench.project("水泥熟料项目");
    bench.call("project_save", json!({"id": id, "set": {"industry": "30", "region": "230600"}}));
    let save = |id: Option<&str>, set: Json| bench.call("negative_save", json!({"id": id, "set": set}));
    let bad = |set: Json| bench.fault("negative_save", json!({"id": null, "set": set})).fields[0].clone();
    assert_eq!(bad(json!({"name": "新增水泥熟料产能"})).field, "words");
    assert_eq!(bad(json!({"name": "甲", "industry": "98"})).rule, Rule::UnknownIndustry);
    let dates = json!({"name": "甲", "words": "乙", "since": "2022-03-02", "until": "2022-03-01"});
    assert_eq!(bad(dates).rule, Rule::FinishBeforeStart);
    let entry = save(None, json!({"name": "新增水泥熟料产能", "industry": "C30", "legal_basis": "示例文号"}));
    let entry = entry["id"].as_str().unwrap();
    let hits = || bench.call("negative_check", json!({"id": id}));
    assert_eq!((&hits()[0]["by"], &hits()[0]["said"]), (&json!("industry"), &json!("C30")));
    let checks = || {
        let page = bench.call("check_list", json!({}));
        let rows = page["rows"].as_array().unwrap().clone();
        rows.into_iter().filter(|row| row["check"] == "negative").collect::<Vec<_>>()
    };
    assert_eq!(checks().len(), 1);
    save(Some(entry), json!({"industry": null, "words": "熟料"}));
    assert_eq!((&hits()[0]["by"], &hits()[0]["said"]), (&json!("word"), &json!("熟料")));
    save(Some(entry), json!({"since": "2022-03-29"}));
    assert_eq!((hits(), checks().len()), (json!([]), 0), "it does not hold yet");
    bench.call("undo", json!({}));
    bench.call("negative_remove", json!({"id": entry}));
    assert_eq!(bench.call("negative_list", json!({})), json!([]));
    assert_eq!(hits(), json!([]));
}

#[test]
fn a_new_project_the_negative_list_touches_is_registered_with_a_reason() {
    let bench = Bench::started();
    let set = json!({"name": "危险化学品生产", "words": "苯酚", "measure": "permit", "legal_basis": "示例文号", "content": "须取得许可"});
    bench.call("negative_save", json!({"id": null, "set": set}));
    let draft = json!({"id": null, "set": {"name": "苯酚丙酮项目"}});
    let hits = bench.call("negative_try", draft.clone());
    assert_eq!((&hits[0]["basis"], &hits[0]["content"]), (&json!("示例文号"), &json!("须取得许可")));
    let fault = bench.fault("project_save", draft.clone());
    assert_eq!((fault.fields[0].field.as_str(), fault.fields[0].rule), ("negative_reason", Rule::Required));
    assert_eq!(bench.tables()["project"].len(), 0, "nothing was written");
    let mut reasoned = draft;
    reasoned["negative_reason"] = json!(" 已取得安全生产许可证 ");
    let id = bench.call("project_save", reasoned)["project"]["id"].as_str().unwrap().to_string();
    let hit = bench.call("negative_check", json!({"id": id}))[0].clone();
    assert_eq!(hit["reason"], "已取得安全生产许可证");
    let page = bench.call("check_list", json!({"check": "negative"}));
    assert_eq!((&page["passed"], page["rows"].as_array().unwrap().len()), (&json!(1), 0), "let pass with that reason");
    bench.call("project_save", json!({"id": id, "set": {"name": "苯酚丙酮二期"}}));
    let other = bench.call("project_save", json!({"id": null, "set": {"name": "预制菜项目"}}))["project"]["id"].clone();
    assert_eq!(bench.call("negative_check", json!({"id": other})), json!([]));
    bench.call("undo", json!({}));
    bench.call("undo", json!({}));
    bench.call("undo", json!({}));
    assert_eq!((bench.tables()["project"].len(), bench.tables()["check_pass"].len()), (0, 0), "one undo takes both");
}
