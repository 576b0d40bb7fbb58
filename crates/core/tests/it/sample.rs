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

struct Sample {
    desks: Desks,
    _folder: TempDir,
}

fn clock() -> Arc<FixedClock> {
    Arc::new(FixedClock("2026-07-31".parse().unwrap()))
}

fn made(office: SampleOffice) -> Sample {
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

    fn call(&self, name: &str, input: Json) -> Json {
        self.try_call(name, input).unwrap_or_else(|f| panic!("{name}: {f:?}"))
    }

    /// Every row that matches.
    fn rows(&self, query: &Json) -> Vec<Json> {
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

    fn sums(&self, query: Json) -> Json {
        self.call("project_list", query)["sums"].clone()
    }

    fn list(&self, name: &str) -> String {
        let lists = self.call("list_list", json!({}));
        let found = lists.as_array().unwrap().iter().find(|l| l["name"] == name).unwrap_or_else(|| panic!("no {name}"));
        found["id"].as_str().unwrap().into()
    }

    fn named(&self, name: &str) -> Json {
        let rows = self.rows(&json!({"text": name}));
        rows.into_iter().find(|r| r["name"].as_str().unwrap().contains(name)).unwrap_or_else(|| panic!("no {name}"))
    }

    fn remove(&self, row: &Json) {
        self.call("project_remove", json!({"id": row["id"]}));
    }
}

fn n(value: &Json) -> i64 {
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
fn a09_harbin_plans_317_yi_for_252_projects() {
    let sample = made(SampleOffice::Harbin);
    let list = sample.list("市重点产业项目");
    let key = json!({"list": list});
    let sums = sample.sums(key.clone());
    assert_eq!((n(&sums["count"]), n(&sums["plan"])), (252, 317 * YI));
    assert_eq!(sums["total"], json!(11_902_800 * WAN));
    let one = sample.rows(&key).swap_remove(17);
    sample.remove(&one);
    let sums = sample.sums(key);
    assert_eq!((n(&sums["count"]), n(&sums["plan"])), (251, 317 * YI - n(&one["plan"])));
}
