//! The sample desk: every relation of the articles that concerns projects, computed from its records through the commands, and
//! wrong as soon as one record is missing (`rules.md` 19; the ids are those of `systems.md` A and B).

use serde_json::{Value as Json, json};
use std::sync::Arc;
use tempfile::TempDir;
use zhuanban_core::api::COMMANDS;
use zhuanban_core::error::Code;
use zhuanban_core::sample::SampleOffice;
use zhuanban_core::time::FixedClock;
use zhuanban_core::{Desks, Fault};

const YI: i64 = 100_000_000;
const WAN: i64 = 10_000;

pub struct Sample {
    desks: Desks,
    _folder: TempDir,
}

fn clock() -> Arc<FixedClock> {
    Arc::new(FixedClock("2026-07-31".parse().unwrap()))
}

pub fn made(office: SampleOffice) -> Sample {
    let folder = tempfile::tempdir().unwrap();
    let desks = Desks::open(folder.path(), clock()).unwrap();
    let sample = Sample { desks, _folder: folder };
    sample.call("sample_open", json!({"office": office.code()}));
    sample
}

impl Sample {
    fn try_call(&self, name: &str, input: Json) -> Result<Json, Fault> {
        self.desks.dispatch(&[COMMANDS], name, input).map(|reply| reply.value)
    }

    pub fn call(&self, name: &str, input: Json) -> Json {
        self.try_call(name, input).unwrap_or_else(|f| panic!("{name}: {f:?}"))
    }

    /// Every row that matches.
    pub fn rows(&self, query: &Json) -> Vec<Json> {
        let mut rows = vec![];
        loop {
            let mut query = query.clone();
            query["offset"] = json!(rows.len());
            query["limit"] = json!(500);
            let page = self.call("project_list", query);
            let more = page["rows"].as_array().unwrap().clone();
            rows.extend(more.clone());
            if more.len() < 500 {
                return rows;
            }
        }
    }

    /// The filter of everything on a list.
    pub fn on(&self, list: &str) -> Json {
        json!({"column": "list", "op": "any_of", "values": [self.list(list)]})
    }

    pub fn with(&self, filters: &[Json]) -> Json {
        self.sums(json!({"filters": filters}))
    }

    /// A project's whole file.
    pub fn file(&self, row: &Json) -> Json {
        self.call("project_get", json!({"id": row["id"]}))
    }

    pub fn count(&self, filters: &[Json]) -> i64 {
        n(&self.with(filters)["count"])
    }

    pub fn sums(&self, query: Json) -> Json {
        self.call("project_list", query)["sums"].clone()
    }

    pub fn list(&self, name: &str) -> String {
        let lists = self.call("list_list", json!({}));
        let found = lists.as_array().unwrap().iter().find(|l| l["name"] == name).unwrap_or_else(|| panic!("no {name}"));
        found["id"].as_str().unwrap().into()
    }

    pub fn named(&self, name: &str) -> Json {
        let rows = self.rows(&json!({"text": name}));
        rows.into_iter().find(|r| r["name"].as_str().unwrap().contains(name)).unwrap_or_else(|| panic!("no {name}"))
    }

    pub fn remove(&self, row: &Json) {
        self.call("project_remove", json!({"id": row["id"]}));
    }
}

pub fn n(value: &Json) -> i64 {
    value.as_i64().unwrap_or_else(|| panic!("{value} is not a number"))
}

#[test]
fn the_sample_desk_is_apart_from_ones_own() {
    let folder = tempfile::tempdir().unwrap();
    let desks = Desks::open(folder.path(), clock()).unwrap();
    let call = |name: &str, input: Json| desks.dispatch(&[COMMANDS], name, input).unwrap().value;
    assert_eq!(call("sample_list", json!({}))["own"], json!(null), "one may look before founding a desk");
    call("sample_open", json!({"office": "daqing"}));
    let desk = call("desk_get", json!({}));
    assert_eq!((&desk["sample"], &desk["today"]), (&json!("daqing"), &json!("2022-03-28")));
    assert!(desk["folder"].as_str().unwrap().ends_with("daqing") && desk["undo"].is_null());
    call("sample_leave", json!({}));
    let desk = call("desk_get", json!({}));
    assert_eq!((&desk["sample"], &desk["office"], &desk["today"]), (&json!(null), &json!(null), &json!("2026-07-31")));
    call("desk_start", json!({"person": "王敏", "office": "大同区专班", "level": "county", "region": "230606"}));
    call("setting_save", json!({"key": "language", "value": "en"}));
    call("sample_open", json!({"office": "daqing"}));
    assert_eq!(call("desk_get", json!({}))["language"], "en", "the language goes along");
    call("setting_save", json!({"key": "money_unit", "value": "yi"}));
    call("sample_leave", json!({}));
    let desk = call("desk_get", json!({}));
    assert_eq!((&desk["office"]["name"], &desk["projects"]), (&json!("大同区专班"), &json!(0)));
    assert_eq!(desk["money_unit"], "yi", "and comes back");
    assert_eq!(call("sample_list", json!({}))["own"], "大同区专班");
}

#[test]
fn the_tour_desk_has_something_to_say_to_every_question_and_on_every_list() {
    let sample = made(SampleOffice::Daqing);
    let board = sample.call("board_get", json!({"scope": {}}));
    let typed: Vec<_> = board["typed"].as_array().unwrap().iter().map(|t| n(&t["figure"]["value"])).collect();
    assert_eq!(typed, [205_000], "A02");
    assert!(
        board["typed"].as_array().unwrap().iter().all(|t| t["figure"]["source"].as_str().unwrap().contains("示例数据"))
    );
    assert_eq!((n(&board["tasks"]["total"]), n(&board["tasks"]["done"])), (2, 1));
    assert!(n(&board["contentment"]["rated"]) >= 5 && n(&board["contentment"]["unsatisfied"]) >= 1);
    let lists = sample.call("authority_get", json!({}));
    assert!(n(&lists["power"]) > 20 && lists["power"] == lists["duty"]);
    let joint = sample.named("聚碳酸酯联合项目");
    assert_eq!(sample.call("negative_check", json!({"id": joint["id"]}))[0]["said"], "苯酚");
    for row in sample.call("project_list", json!({"limit": 500, "offset": 0}))["rows"].as_array().unwrap() {
        let list = sample.call("approval_list", json!({"id": row["id"]}));
        let kinds = ["P02", "P03", "P04"];
        let items = list["items"].as_array().unwrap();
        let found = items.iter().filter(|item| kinds.contains(&item["code"].as_str().unwrap())).count();
        assert_eq!(found, 1, "{} has one environmental assessment", row["name"]);
    }
}

#[test]
fn everything_works_in_the_sample_and_can_be_restored() {
    let sample = made(SampleOffice::Daqing);
    assert_eq!(sample.try_call("undo", json!({})).unwrap_err().code, Code::NothingToUndo, "its making is no action");
    let row = sample.named("聚碳酸酯联合项目");
    let before = n(&sample.sums(json!({}))["plan"]);
    sample.call("project_save", json!({"id": row["id"], "set": {"plan": 0}}));
    assert_eq!(n(&sample.sums(json!({}))["plan"]), before - n(&row["plan"]));
    sample.call("undo", json!({}));
    assert_eq!(n(&sample.sums(json!({}))["plan"]), before);
    let other = sample.named("同舟电子商务产业园");
    sample.remove(&other);
    assert_eq!(n(&sample.call("desk_get", json!({}))["projects"]), 58);
    sample.call("sample_reset", json!({"office": "daqing"}));
    assert_eq!(n(&sample.call("desk_get", json!({}))["projects"]), 59);
    assert_eq!(sample.call("desk_get", json!({}))["sample"], "daqing");
    assert!(n(&sample.call("log_verify", json!({}))["changesets"]) > 5);
}

#[test]
fn few_projects_of_the_tour_began_before_their_permit_and_their_people_can_be_called() {
    let sample = made(SampleOffice::Daqing);
    let page = sample.call("check_list", json!({"by": "region", "passed": false}));
    let early = page["checks"].as_array().unwrap().iter().find(|c| c["check"] == "started_before_permit").unwrap();
    assert!((1..=3).contains(&n(&early["open"])), "{page}");
    let row = sample.rows(&json!({"text": "聚碳酸酯"})).swap_remove(0);
    let file = sample.file(&row);
    let chief = file["duties"].as_array().unwrap().iter().find(|d| d["role"] == "chief_service_officer").unwrap();
    let reach = file["reach"].as_array().unwrap().iter().find(|r| r["duty"] == chief["id"]).unwrap();
    let book = sample.call(
        "contact_save",
        json!({"id": null, "project": chief["person"], "set": {"kind": "office", "phone": "0459-8100001"}}),
    );
    assert_ne!(reach["phone"], book["phone"], "the mobile comes first");
    assert_eq!(sample.file(&row)["reach"], file["reach"]);
    let rules = sample.call("staffing_get", json!({}))["rules"].clone();
    assert_eq!((&rules["chief"], &rules["leader"], &rules["team"]), (&json!(true), &json!(true), &json!(false)));
}

fn tagged(tag: &str) -> Json {
    json!({"column": "tags", "op": "contains", "values": [tag]})
}

pub fn is(column: &str, value: &str) -> Json {
    json!({"column": column, "op": "any_of", "values": [value]})
}

pub fn at_least(column: &str, value: i64) -> Json {
    json!({"column": column, "op": "at_least", "values": [value.to_string()]})
}

/// A share of two whole numbers in thousandths, half up.
pub fn share(part: i64, whole: i64) -> i64 {
    (2000 * part + whole) / (2 * whole)
}

const KEY: &str = "市重点产业项目";

#[test]
fn a08_b01_186_of_252_are_started_or_resumed() {
    let sample = made(SampleOffice::Harbin);
    let sums = sample.with(&[sample.on(KEY)]);
    assert_eq!((n(&sums["started"]), n(&sums["count"])), (186, 252));
    let starts = sample.call("board_get", json!({"scope": {"list": sample.list(KEY)}}))["starts"].clone();
    let of = |name: &str| n(&starts[name]["n"]);
    assert_eq!((of("opened"), of("total")), (186, 252), "the ledger's sums and the board follow one rule");
    let typed = sample.call("board_get", json!({"scope": {}}))["typed"].clone();
    let reach = |name: &str| {
        typed.as_array().unwrap().iter().find(|t| t["figure"]["name"] == name).map(|t| t["reach"].clone()).unwrap()
    };
    let hundreds = ["新开工产业项目", "新开工产业项目年计划投资", "工业项目", "工业项目年计划投资"];
    assert_eq!(hundreds.map(reach), [json!("met"), json!("met"), json!("met"), json!("nearly")], "A10, B02");
    assert_eq!(of("fresh") + of("resumed"), 186);
    // The article says nothing of the other 66: new ones that were not begun, and sites that rest since the autumn.
    assert_eq!(of("not_opened") + of("awaiting"), 66);
    assert_eq!((of("not_opened"), of("going_on")), (107 - of("fresh"), 0));
    // The article prints 73 %: half up it is 73.8, cut off 73; the sum of a plan of 254 to 256 would round to it.
    assert_eq!(share(186, 252), 738);
    assert_eq!((186 * 100 / 252, (186 * 200 + 252) / 504), (73, 74));
    let groups = sample.call("project_list", json!({"filters": [sample.on(KEY)], "group": "region"}))["groups"].clone();
    let north = groups.as_array().unwrap().iter().find(|g| g["name"] == "松北区").unwrap().clone();
    assert_eq!((n(&north["sums"]["count"]), n(&north["sums"]["started"])), (31, 26));
    let started: i64 = groups.as_array().unwrap().iter().map(|g| n(&g["sums"]["started"])).sum();
    assert_eq!(started, 186, "no county is counted twice");
    sample.remove(&sample.named("中翼宁科技研发基地"));
    assert_eq!(n(&sample.with(&[sample.on(KEY)])["started"]), 185);
}

#[test]
fn a09_harbin_plans_317_yi_for_252_projects() {
    let sample = made(SampleOffice::Harbin);
    let sums = sample.with(&[sample.on(KEY)]);
    assert_eq!((n(&sums["count"]), n(&sums["plan"]), n(&sums["total"])), (252, 317 * YI, 11_902_800 * WAN));
    assert_eq!(share(n(&sums["plan"]) / 252, YI), 1258, "1.258亿 each, by the sum and not by an average");
    let one = sample.rows(&json!({"filters": [sample.on(KEY)]})).swap_remove(17);
    sample.remove(&one);
    let sums = sample.with(&[sample.on(KEY)]);
    assert_eq!((n(&sums["count"]), n(&sums["plan"])), (251, 317 * YI - n(&one["plan"])));
}

#[test]
fn a10_b02_three_of_the_four_hundreds_are_met_and_one_nearly() {
    let sample = made(SampleOffice::Harbin);
    let new = sample.with(&[sample.on(KEY), is("carried", "new")]);
    let industrial = sample.with(&[sample.on(KEY), tagged("工业")]);
    assert_eq!((n(&new["count"]), n(&new["plan"])), (107, 1386 * YI / 10));
    assert_eq!((n(&industrial["count"]), n(&industrial["plan"])), (121, 996 * YI / 10));
    let met = [n(&new["count"]) >= 100, n(&new["plan"]) >= 100 * YI, n(&industrial["count"]) >= 100];
    assert_eq!(met, [true; 3]);
    assert!(n(&industrial["plan"]) < 100 * YI, "近100亿 is not 100亿");
    sample.remove(&sample.named("飞鹤乳业乳制品智慧产业园项目"));
    assert_eq!(sample.count(&[sample.on(KEY), is("carried", "new")]), 106);
    assert_eq!(sample.count(&[sample.on(KEY), tagged("工业")]), 120);
}

#[test]
fn a11_a12_43_emerging_are_355_per_mille_of_the_industrial() {
    let sample = made(SampleOffice::Harbin);
    let emerging = sample.with(&[sample.on(KEY), tagged("战新")]);
    let industrial = sample.with(&[sample.on(KEY), tagged("工业")]);
    assert_eq!(n(&emerging["count"]), 43);
    assert_eq!(sample.count(&[sample.on(KEY), tagged("战新"), tagged("工业")]), 43, "all of them are industrial");
    assert_eq!(share(43, n(&industrial["count"])), 355);
    assert_eq!(share(n(&emerging["plan"]), n(&industrial["plan"])), 273);
    sample.remove(&sample.named("韦玛通讯复合材料防雷接地复合材料项目"));
    let (fewer, all) =
        (sample.count(&[sample.on(KEY), tagged("战新")]), sample.count(&[sample.on(KEY), tagged("工业")]));
    assert_eq!((fewer, share(fewer, all)), (42, 350));
}

#[test]
fn a13_b07_new_and_industrial_overlap_and_are_never_added_up() {
    let sample = made(SampleOffice::Harbin);
    let both = sample.count(&[sample.on(KEY), tagged("工业"), is("carried", "new")]);
    let neither = sample.count(&[
        sample.on(KEY),
        json!({"column": "tags", "op": "lacks", "values": ["工业"]}),
        json!({"column": "carried", "op": "none_of", "values": ["new"]}),
    ]);
    assert!(both > 0);
    assert_eq!(107 + 121 - both + neither, 252);
    let groups =
        sample.call("project_list", json!({"filters": [sample.on(KEY)], "group": "carried"}))["groups"].clone();
    let counts: Vec<i64> = groups.as_array().unwrap().iter().map(|g| n(&g["sums"]["count"])).collect();
    assert_eq!(counts.iter().sum::<i64>(), 252, "a column of one value partitions");
    let one = sample.rows(&json!({"filters": [sample.on(KEY), tagged("工业"), is("carried", "new")]})).swap_remove(0);
    sample.remove(&one);
    assert_eq!(sample.count(&[sample.on(KEY), tagged("工业"), is("carried", "new")]), both - 1);
}

#[test]
fn a14_b04_signed_and_reserve_stand_apart_from_what_is_planned() {
    let sample = made(SampleOffice::Harbin);
    let signed = sample.on("“招商之冬”新签约亿元以上项目");
    let reserve = sample.on("新谋划储备2亿元以上产业项目");
    let sums = sample.with(&[signed.clone(), at_least("total", YI)]);
    assert_eq!((n(&sums["count"]), n(&sums["total"])), (256, 3170 * YI));
    let sums = sample.with(&[reserve.clone(), at_least("total", 2 * YI)]);
    assert_eq!((n(&sums["count"]), n(&sums["total"])), (110, 3311 * YI));
    // Signed money is no plan and has not arrived: nothing of it is in the figures of the 252.
    let sums = sample.with(std::slice::from_ref(&signed));
    assert_eq!((n(&sums["plan"]), n(&sums["arrived"]), n(&sums["done_total"])), (0, 0, 0));
    assert_eq!(sample.count(&[signed.clone(), sample.on(KEY)]), 0);
    assert_eq!(n(&sample.sums(json!({}))["plan"]), 317 * YI);
    for list in [signed, reserve] {
        let one = sample.rows(&json!({"filters": [list]})).swap_remove(3);
        let before = n(&sample.with(std::slice::from_ref(&list))["total"]);
        sample.remove(&one);
        assert_eq!(n(&sample.with(&[list])["total"]), before - n(&one["total"]));
    }
}

#[test]
fn a15_32_leaders_have_eight_or_seven_projects_each() {
    let sample = made(SampleOffice::Harbin);
    let load = |sample: &Sample| {
        let page = sample.call("project_list", json!({"filters": [sample.on(KEY)], "group": "leader"}));
        let mut load: Vec<i64> = page["groups"].as_array().unwrap().iter().map(|g| n(&g["sums"]["count"])).collect();
        load.sort_unstable();
        load
    };
    let all = load(&sample);
    assert_eq!((all.len(), all.iter().sum::<i64>()), (32, 252));
    assert_eq!((all.iter().filter(|n| **n == 7).count(), all.iter().filter(|n| **n == 8).count()), (4, 28));
    sample.remove(&sample.named("龙江创智谷项目"));
    assert_eq!(load(&sample).iter().sum::<i64>(), 251);
}

#[test]
fn a16_b03_five_persons_of_three_levels_serve_each_project() {
    let sample = made(SampleOffice::Harbin);
    let people = sample.call("person_list", json!({}));
    let units = sample.call("department_list", json!({}));
    let level = |person: &Json| {
        let person = people.as_array().unwrap().iter().find(|p| p["id"] == *person).unwrap();
        let unit = units.as_array().unwrap().iter().find(|u| u["id"] == person["department"]);
        // A leader of the city belongs to no department.
        unit.map_or("city", |u| if u["kind"] == "county" { "county" } else { "department" }).to_string()
    };
    let mut assigned = 0;
    let rows = sample.rows(&json!({"filters": [sample.on(KEY)]}));
    for row in &rows {
        let duties = sample.file(row)["duties"].as_array().unwrap().clone();
        let mut levels: Vec<String> = duties.iter().map(|d| level(&d["person"])).collect();
        levels.sort_unstable();
        levels.dedup();
        assert_eq!((duties.len(), levels.len()), (5, 3), "{}", row["name"]);
        assigned += duties.len();
    }
    assert_eq!(assigned, 1260);
    let duties = sample.file(&rows[0])["duties"].clone();
    sample.call("duty_remove", json!({"id": duties[0]["id"]}));
    assert_eq!(sample.file(&rows[0])["duties"].as_array().unwrap().len(), 4);
}

#[test]
fn a17_nine_days_from_the_land_contract_to_the_permit() {
    let sample = made(SampleOffice::Harbin);
    let row = sample.named("中翼宁科技研发基地");
    let decided = |sample: &Sample, code: &str| {
        let list = sample.call("approval_list", json!({"id": row["id"]}));
        let item = list["items"].as_array().unwrap().iter().find(|i| i["code"] == code).cloned().unwrap();
        item["approval"]["certificate_on"].as_str().map(|d| d.parse::<chrono::NaiveDate>().unwrap())
    };
    let (contract, permit) = (decided(&sample, "A09").unwrap(), decided(&sample, "C05").unwrap());
    assert_eq!((permit - contract).num_days(), 9);
    let four = ["A10", "A14", "B03", "C05"].map(|code| decided(&sample, code).unwrap());
    assert_eq!(four, [permit; 4], "the four certificates came on one day");
    assert_eq!(n(&sample.sums(json!({"text": "生物质发电"}))["count"]), 16);
    sample.call("approval_save", json!({"project": row["id"], "item": "C05", "set": {"certificate_on": null}}));
    assert_eq!(decided(&sample, "C05"), None);
}
