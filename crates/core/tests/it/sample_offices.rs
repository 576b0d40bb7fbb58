//! The sample's other offices: 黑龙江省 (A01–A05), 抚远市 (A18–A23, B09, B10) and 泰安市 (A25–A27, A32). As in `sample.rs`, every
//! figure is asked for through the commands, and changes with one record.

use crate::sample::{Sample, at_least, is, made, n, share};
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};
use zhuanban_core::sample::SampleOffice;

const YI: i64 = 100_000_000;
const WAN: i64 = 10_000;
const CAMPAIGN: &str = "招商引资项目冬季集中审批会战";

/// How many projects stand in each group of a list.
fn grouped(sample: &Sample, list: &str) -> BTreeMap<String, usize> {
    let id = sample.list(list);
    let mut groups = BTreeMap::new();
    for row in sample.rows(&json!({"filters": [sample.on(list)]})) {
        let file = sample.file(&row);
        let lists = file["lists"].as_array().unwrap();
        let entry = lists.iter().find(|l| l["membership"]["list"] == id.as_str()).unwrap();
        *groups.entry(entry["membership"]["grouping"].as_str().unwrap_or("").to_string()).or_default() += 1;
    }
    groups
}

fn by(column: &str, op: &str, value: &str) -> Json {
    json!({"column": column, "op": op, "values": [value]})
}

#[test]
fn a01_the_buckets_partition_the_campaign() {
    let sample = made(SampleOffice::Heilongjiang);
    let counts: Vec<usize> = grouped(&sample, CAMPAIGN).into_values().collect();
    assert_eq!(counts, [108, 88, 107], "一, 三, 二");
    assert_eq!(sample.count(&[sample.on(CAMPAIGN)]), 303);
    // Each bucket by the states of its approvals, not by its name alone.
    let stages = ["preparing", "land", "signed"].map(|stage| sample.count(&[sample.on(CAMPAIGN), is("stage", stage)]));
    assert_eq!(stages, [108, 107, 88]);
    sample.remove(&sample.named("餐厨废弃物资源化项目"));
    let counts: Vec<usize> = grouped(&sample, CAMPAIGN).into_values().collect();
    assert_eq!((counts[0], counts.iter().sum::<usize>()), (107, 302));
}

#[test]
fn a02_205_are_to_start_in_the_first_half_106_of_them_new() {
    let sample = made(SampleOffice::Heilongjiang);
    let soon = [sample.on(CAMPAIGN), by("started_planned", "at_most", "2022-06-30")];
    let later = [sample.on(CAMPAIGN), by("started_planned", "at_least", "2022-07-01")];
    let new = [soon[0].clone(), soon[1].clone(), is("carried", "new")];
    let counts = [sample.count(&soon), sample.count(&new), sample.count(&later)];
    assert_eq!(counts, [205, 106, 98]);
    assert_eq!((counts[0] - counts[1], share(205, 303)), (99, 677));
    // A subset of the buckets, not a partition of its own: each bucket has a part in it.
    for stage in ["preparing", "land", "signed"] {
        let part = sample.count(&[soon[0].clone(), soon[1].clone(), is("stage", stage)]);
        assert!(part > 0 && part < sample.count(&[sample.on(CAMPAIGN), is("stage", stage)]), "{stage}");
    }
    let one = sample.rows(&json!({"filters": new})).swap_remove(9);
    sample.remove(&one);
    assert_eq!((sample.count(&soon), sample.count(&new)), (204, 105));
}

#[test]
fn a03_a07_one_task_force_a_region_of_three_levels() {
    let sample = made(SampleOffice::Heilongjiang);
    let offices = sample.call("office_list", json!({}));
    let offices = offices.as_array().unwrap();
    let of = |level: &str| offices.iter().filter(|o| o["level"] == level).count();
    let levels = [of("province"), of("city"), of("county")];
    assert_eq!(levels, [1, 13, 125]);
    assert_eq!(levels.iter().sum::<usize>(), 139);
    assert_eq!(of("chain"), 7, "the seven that attract an industry's projects are not among them");
    let regions: BTreeSet<&str> = offices.iter().filter_map(|o| o["region"].as_str()).collect();
    assert_eq!(regions.len(), 139, "no region has two");
    // Every one stands under one of the level above.
    let level_of = |id: &Json| offices.iter().find(|o| o["id"] == *id).map_or("", |o| o["level"].as_str().unwrap());
    for office in offices.iter().filter(|o| o["level"] != "province") {
        let above = if office["level"] == "county" { "city" } else { "province" };
        assert_eq!(level_of(&office["parent"]), above, "{}", office["name"]);
    }
}

#[test]
fn a04_1420_chief_service_officers_are_10_2_a_task_force() {
    let sample = made(SampleOffice::Heilongjiang);
    let officers = |sample: &Sample| -> Vec<Json> {
        let people = sample.call("person_list", json!({}));
        people.as_array().unwrap().iter().filter(|p| p["title"] == "首席服务员").cloned().collect()
    };
    let all = officers(&sample);
    assert_eq!(all.len(), 1420);
    assert_eq!((1420 * 10 + 139 / 2) / 139, 102);
    let names: BTreeSet<&str> = all.iter().map(|p| p["name"].as_str().unwrap()).collect();
    assert_eq!(names.len(), 1420, "no two have one name");
    assert!(all.iter().all(|p| p["note"] == zhuanban_core::sample::MARK));
    sample.call("person_remove", json!({"id": all[700]["id"]}));
    assert_eq!(officers(&sample).len(), 1419);
}

#[test]
fn a05_311_projects_were_served_in_2021_each_with_its_officer() {
    let sample = made(SampleOffice::Heilongjiang);
    let served = sample.on("省级重大招商引资项目");
    assert_eq!(sample.count(std::slice::from_ref(&served)), 311);
    let lists = sample.call("list_list", json!({}));
    let list = lists.as_array().unwrap().iter().find(|l| l["name"] == "省级重大招商引资项目").unwrap();
    assert_eq!(list["year"], 2021, "a figure of 2021 is not one of 2022 (B12)");
    let officer = json!({"column": "chief_service_officer", "op": "filled"});
    assert_eq!(sample.count(&[served.clone(), officer]), 311);
    assert_eq!(sample.count(&[served.clone(), sample.on(CAMPAIGN)]), 0);
    sample.remove(&sample.named("谷实集团上市扩能项目"));
    assert_eq!(sample.count(&[served]), 310);
}

#[test]
fn b11_one_paragraph_of_the_article_is_two_projects() {
    let sample = made(SampleOffice::Heilongjiang);
    let (one, other) = (sample.named("宏佳泰项目"), sample.named("谷实集团上市扩能项目"));
    assert_eq!((&one["region_name"], &other["region_name"]), (&json!("建华区"), &json!("建华区")));
    assert_ne!(one["id"], other["id"]);
    assert!(one["issue"].as_str().unwrap().contains("土地批而未供"));
}

#[test]
fn a18_a19_eleven_projects_were_started_on_one_day() {
    let sample = made(SampleOffice::Fuyuan);
    let event = sample.on("4月7日集中开工项目");
    let sums = sample.with(std::slice::from_ref(&event));
    assert_eq!((n(&sums["count"]), n(&sums["total"]), n(&sums["plan"])), (11, 238 * YI / 10, 45 * YI / 10));
    assert_eq!(sample.count(&[event.clone(), is("started_actual", "2022-04-07")]), 11);
    let parts = ["省重点项目", "市重点项目"].map(|list| sample.with(&[event.clone(), sample.on(list)]));
    assert_eq!(parts.clone().map(|p| n(&p["count"])), [1, 10]);
    assert_eq!(parts.map(|p| n(&p["done_total"])), [5000 * WAN, 4100 * WAN]);
    let done = n(&sums["done_total"]);
    assert_eq!((done, share(done, n(&sums["plan"])), share(done, n(&sums["total"]))), (9100 * WAN, 202, 38));
    let groups: Vec<usize> = grouped(&sample, "4月7日集中开工项目").into_values().collect();
    assert_eq!(groups, [10, 1], "市重点, 省重点");
    sample.remove(&sample.named("冷链物流园区项目"));
    assert_eq!(sample.count(&[event]), 10);
}

#[test]
fn a20_36_projects_come_to_4134_and_128() {
    let sample = made(SampleOffice::Fuyuan);
    let (year, event) = (sample.on("重点推进项目"), sample.on("4月7日集中开工项目"));
    let all = sample.with(std::slice::from_ref(&year));
    let started = sample.with(&[year.clone(), event]);
    assert_eq!((n(&all["count"]), n(&all["total"]), n(&all["plan"])), (36, 4134 * YI / 100, 128 * YI / 10));
    let shares = ["count", "total", "plan"].map(|of| share(n(&started[of]), n(&all[of])));
    assert_eq!(shares, [306, 576, 352]);
    assert_eq!(share(n(&all["plan"]), n(&all["total"])), 310);
    assert_eq!(share(n(&all["total"]) / 36, YI), 1148);
    let rest = ["total", "plan"].map(|of| n(&all[of]) - n(&started[of]));
    assert_eq!(rest, [1754 * YI / 100, 83 * YI / 10]);
    let one = sample.named("生物质热电联产项目");
    sample.remove(&one);
    assert_eq!(n(&sample.with(&[year])["total"]), 4134 * YI / 100 - n(&one["total"]));
}

#[test]
fn a23_46_hectares_are_690_mu_at_870_thousand_a_mu() {
    let sample = made(SampleOffice::Fuyuan);
    let row = sample.named("大豆精深加工项目");
    assert!(row["total_about"].as_bool().unwrap(), "约6亿元 stays about");
    let needs = |sample: &Sample| sample.file(&row)["matters"].as_array().unwrap().clone();
    let land = needs(&sample).remove(0);
    assert_eq!((&land["unit"], n(&land["required"])), (&json!("公顷"), 46_000));
    // 690 mu delivered beside it are exactly half of what both need, once one unit is counted in the other.
    let mu = json!({"kind": "need", "element": "用地", "unit": "亩", "required": 690_000, "delivered": 690_000});
    let other = sample.call("matter_save", json!({"id": null, "project": row["id"], "set": mu}));
    let index = sample.file(&row)["index"].clone();
    let part = index["parts"].as_array().unwrap().iter().find(|p| p["category"] == "用地").unwrap().clone();
    assert_eq!((n(&part["coverage"]), part["units"].as_array().unwrap().len()), (5000, 1));
    sample.call("matter_remove", json!({"id": other["id"]}));
    let total = n(&row["total"]);
    assert_eq!(
        (share(total, 690 * 1000 * WAN), share(total, 46 * 1000 * WAN)),
        (87, 1304),
        "87万元 a mu, 1304万元 a hectare"
    );
    sample.call("matter_remove", json!({"id": land["id"]}));
    assert!(needs(&sample).is_empty());
}

#[test]
fn b09_b10_one_project_has_two_names_and_each_its_own_start() {
    let sample = made(SampleOffice::Fuyuan);
    let found = sample.rows(&json!({"text": "生态环境保护综合治理"}));
    assert_eq!(found.len(), 1);
    let row = found[0].clone();
    assert_eq!(sample.rows(&json!({"text": "环境保护综合治理"})).len(), 1, "its other name finds the same project");
    assert_eq!(sample.file(&row)["project"]["aliases"], "环境保护综合治理项目");
    assert_eq!(row["started_actual"], "2022-04-07");
    // Taking back one start changes that project alone.
    sample.call("project_save", json!({"id": row["id"], "set": {"started_actual": null}}));
    let event = sample.on("4月7日集中开工项目");
    assert_eq!(sample.count(&[event, is("started_actual", "2022-04-07")]), 10);
}

/// The needs taken at the fair: of money, or of everything else.
fn fair(sample: &Sample, money: bool) -> Vec<Json> {
    let mut needs = vec![];
    for row in sample.rows(&json!({})) {
        let matters = sample.file(&row)["matters"].as_array().unwrap().clone();
        needs.extend(
            matters.into_iter().filter(|m| m["source"] == "6月13日要素保障大集" && (m["element"] == "融资") == money),
        );
    }
    needs
}

#[test]
fn a25_a26_a27_b05_the_fair_counts_money_apart() {
    let sample = made(SampleOffice::Taian);
    let settled = |needs: &[Json]| needs.iter().filter(|m| m["closed_on"] == "2023-06-13").count();
    let (needs, money) = (fair(&sample, false), fair(&sample, true));
    assert_eq!((needs.len(), settled(&needs)), (116, 77));
    assert_eq!((money.len(), settled(&money)), (153, 82));
    assert!(
        needs.iter().chain(&money).all(|m| m["closed_on"].is_null() != m["promised_on"].is_null()),
        "settled, or a plan"
    );
    assert_eq!((share(77, 116), share(82, 153)), (664, 536));
    assert_eq!((needs.len() + money.len(), 77 + 82, share(77 + 82, 269)), (269, 159, 591));
    assert!(money.len() > needs.len(), "the 153 cannot be part of the 116");
    sample.call("matter_remove", json!({"id": needs[5]["id"]}));
    assert_eq!(fair(&sample, false).len(), 115);
}

#[test]
fn a32_15_departments_and_10_banks_stand_at_the_fair() {
    let sample = made(SampleOffice::Taian);
    let kinds = |sample: &Sample| {
        let units = sample.call("department_list", json!({}));
        let of = |kind: &str| units.as_array().unwrap().iter().filter(|u| u["kind"] == kind).count();
        // One of the departments is the bureau that has the approvals of others in its hall.
        assert_eq!(of("approval_bureau"), 1);
        (of("government") + of("approval_bureau"), of("bank"))
    };
    assert_eq!(kinds(&sample), (15, 10));
    let units = sample.call("department_list", json!({}));
    let bank = units.as_array().unwrap().iter().find(|u| u["kind"] == "bank").unwrap().clone();
    sample.call("department_remove", json!({"id": bank["id"]}));
    assert_eq!(kinds(&sample), (15, 9));
}

#[test]
fn thirteen_chains_have_their_projects_and_one_has_found_nearly_16_yi() {
    let sample = made(SampleOffice::Taian);
    let page = sample.call("project_list", json!({"group": "chain"}));
    assert_eq!(page["groups"].as_array().unwrap().len(), 13);
    let solved = |sample: &Sample| {
        let metal = sample.rows(&json!({"filters": [is("chain", "特色金属材料")]}));
        let matters = metal.iter().flat_map(|row| sample.file(row)["matters"].as_array().unwrap().clone());
        let found = matters.filter(|m| m["source"] == "产业链专班" && m["element"] == "融资" && m["unit"] == "万元");
        found.collect::<Vec<Json>>()
    };
    let wan = |needs: &[Json]| needs.iter().map(|m| n(&m["delivered"]) / 1000).sum::<i64>();
    let needs = solved(&sample);
    assert_eq!(wan(&needs), 159_000);
    let lease = needs.iter().find(|m| m["content"] == "融资租赁").unwrap();
    assert_eq!(n(&lease["delivered"]), 6_000_000);
    sample.call("matter_remove", json!({"id": lease["id"]}));
    assert_eq!(wan(&solved(&sample)), 153_000);
    assert!(sample.count(&[at_least("total", YI)]) > 60);
}

#[test]
fn what_is_built_or_produces_is_not_told_as_not_started() {
    let sample = made(SampleOffice::Taian);
    let starts = sample.call("board_get", json!({}))["starts"].clone();
    let rows = |heap: &str| {
        let of = json!({"scope": {}, "as_of": "2023-07-04", "of": heap, "key": null});
        let rows = sample.call("figure_rows", of).as_array().unwrap().clone();
        rows.iter().map(|row| row["name"].as_str().unwrap().to_string()).collect::<Vec<_>>()
    };
    let (never, going_on) = (rows("not_opened"), rows("going_on"));
    assert_eq!(
        (never.len() as i64, going_on.len() as i64),
        (n(&starts["not_opened"]["n"]), n(&starts["going_on"]["n"]))
    );
    // The article: begun in 2022, built in 2022, producing at the end of it.
    for name in ["泰山药谷产业园项目", "吉利远程本途新能源商用车项目", "双百万变压器智能化改造项目"]
    {
        assert!(going_on.contains(&name.to_string()) && !never.contains(&name.to_string()), "{name}");
    }
    let whole = ["opened", "not_opened", "awaiting", "going_on"].map(|heap| n(&starts[heap]["n"])).iter().sum::<i64>();
    assert_eq!(whole, n(&starts["total"]["n"]));
    let stages = sample.rows(&json!({"figure": {"scope": {}, "as_of": "2023-07-04", "of": "not_opened", "key": null}}));
    assert!(stages.iter().all(|row| ["signed", "preparing", "land"].contains(&row["stage"].as_str().unwrap())));
}
