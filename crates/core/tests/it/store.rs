//! The change log: history, undo across restarts, other people's edits, and tables that are its fold.

use crate::bench_desk::{Bench, rows};
use serde_json::json;
use zhuanban_core::error::Code;
use zhuanban_core::store::{fold, migrate, replay};

#[test]
fn nothing_changed_nothing_written() {
    let bench = Bench::started();
    let id = bench.project("岱北重工智能装备产业园");
    let before = bench.call("log_verify", json!({}));
    let reply = bench
        .try_as(&Default::default(), "project_save", json!({"id": id, "set": {"name": "岱北重工智能装备产业园"}}))
        .unwrap();
    assert!(reply.changed.is_empty());
    assert_eq!(bench.call("log_verify", json!({})), before);
}

#[test]
fn undo_and_redo_survive_a_restart() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    bench.call("project_save", json!({"id": id, "set": {"total": 520_000_000, "name": "甲项目（一期）"}}));
    let edited = bench.tables();
    let bench = bench.reopened();
    let undone = bench.call("undo", json!({}));
    assert_eq!((undone["label"].as_str(), undone["subject"].as_str()), (Some("project_save"), Some("甲项目（一期）")));
    let project = &bench.call("project_get", json!({"id": id}))["project"];
    assert_eq!((project["name"].as_str(), project["total"].as_i64()), (Some("甲项目"), None));
    let made = bench.call("undo", json!({}));
    assert_eq!((made["label"].as_str(), made["subject"].as_str()), (Some("project_made"), Some("甲项目")));
    bench.call("redo", json!({}));
    let bench = bench.reopened();
    bench.call("redo", json!({}));
    assert_eq!(bench.tables(), edited);
    assert_eq!(bench.fault("redo", json!({})).code, Code::NothingToRedo);
}

#[test]
fn a_new_write_clears_redo() {
    let bench = Bench::started();
    bench.project("甲项目");
    bench.call("undo", json!({}));
    bench.project("乙项目");
    assert_eq!(bench.fault("redo", json!({})).code, Code::NothingToRedo);
}

#[test]
fn undo_stops_where_someone_else_went_on() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    bench.call("project_save", json!({"id": id, "set": {"note": "我写的"}}));
    let other = bench.desk.caller_named("王敏").unwrap();
    bench.call_as(&other, "project_save", json!({"id": id, "set": {"note": "她改的"}}));
    let fault = bench.fault("undo", json!({}));
    assert_eq!(fault.code, Code::UndoBlocked);
    assert_eq!(
        (fault.params["field"].as_str(), fault.params["person"].as_str(), fault.params["record"].as_str()),
        ("note", "王敏", "甲项目")
    );
    bench.call_as(&other, "undo", json!({}));
    let note = bench.call("project_get", json!({"id": id}))["project"]["note"].clone();
    assert_eq!(note, "我写的");
}

#[test]
fn a_project_is_not_taken_away_under_someones_need() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    let other = bench.desk.caller_named("王敏").unwrap();
    bench.call_as(
        &other,
        "matter_save",
        json!({"id": null, "project": id, "set": {"element": "用地", "required": 86_000, "unit": "亩"}}),
    );
    let fault = bench.fault("undo", json!({}));
    assert_eq!((fault.code, fault.params["person"].as_str()), (Code::UndoBlocked, "王敏"));
}

#[test]
fn a_removed_project_comes_back_whole() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    bench.call("progress_save", json!({"project": id, "period": "2022-03", "basis": "dispatch", "set": {"done_total": 1_000_000, "image": "主体封顶"}}));
    bench.call(
        "matter_save",
        json!({"id": null, "project": id, "set": {"element": "用工", "required": 30_000, "unit": "人"}}),
    );
    bench.call("project_save", json!({"id": id, "set": {"note": "改过", "total": 5_000_000}}));
    let before = bench.tables();
    bench.call("project_remove", json!({"id": id}));
    assert_eq!(bench.fault("project_get", json!({"id": id})).code, Code::NotFound);
    let bench = bench.reopened();
    bench.call("undo", json!({}));
    assert_eq!(bench.tables(), before);
    bench.call("redo", json!({}));
    bench.call("undo", json!({}));
    assert_eq!(bench.tables(), before);
    let found = bench.call("project_list", json!({"text": "甲项", "offset": 0, "limit": 10}));
    assert_eq!(found["sums"]["count"], 1);
}

#[test]
fn history_tells_who_changed_what_from_what() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    bench.call("project_save", json!({"id": id, "set": {"total": 100_000_000}}));
    let other = bench.desk.caller_named("王敏").unwrap();
    bench.call_as(&other, "project_save", json!({"id": id, "set": {"total": 200_000_000}}));
    let history = bench.call("history_list", json!({"table": "project", "row": id}));
    let newest = &history[0];
    assert_eq!(
        (&newest["person"], &newest["field"], &newest["old"], &newest["new"]),
        (&json!("王敏"), &json!("total"), &json!(100_000_000), &json!(200_000_000))
    );
    assert_eq!((&history[1]["old"], &history[2]["field"]), (&json!(null), &json!("@")));
}

#[test]
fn a_history_leads_through_removal_and_return() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    bench.call("project_save", json!({"id": id, "set": {"note": "一"}}));
    bench.call("project_save", json!({"id": id, "set": {"site": "东区"}}));
    bench.call("project_remove", json!({"id": id}));
    let told = |bench: &Bench| -> Vec<(String, String)> {
        let history = bench.call("history_list", json!({"table": "project", "row": id}));
        let of = |one: &serde_json::Value, key: &str| one[key].as_str().unwrap().to_string();
        history.as_array().unwrap().iter().map(|one| (of(one, "label"), of(one, "field"))).collect()
    };
    bench.call("undo", json!({}));
    bench.call("project_save", json!({"id": id, "set": {"note": "二"}}));
    let labels = |told: Vec<(String, String)>| told.into_iter().map(|(label, field)| format!("{label} {field}"));
    let now: Vec<String> = labels(told(&bench)).collect();
    let steps = ["project_save note", "undo @", "project_remove @", "project_save site", "project_save note"];
    assert_eq!(now[..5], steps);
    assert_eq!(now.len(), 6, "and that it was made: {now:?}");
    assert_eq!(
        fold::touched(&rusqlite::Connection::open(bench.desk.path()).unwrap(), "project", id.parse().unwrap())
            .unwrap()
            .len(),
        5
    );
}

#[test]
fn touches_of_an_older_file_are_chained() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("zhuanban.db");
    let mut db = rusqlite::Connection::open(&path).unwrap();
    migrate::migrate(&mut db, &path, &migrate::STEPS[..10], folder.path()).unwrap();
    let row = uuid::Uuid::from_u128(7);
    for (changeset, field) in [(3, "note"), (5, "site"), (9, "note")] {
        let id = row.to_string();
        let (touch, head) = (
            "(row, changeset, tbl) values (?1, ?2, 'project')",
            "(tbl, row, changeset, field) values ('project', ?1, ?2, ?3)",
        );
        db.execute(&format!("insert into touch {touch}"), rusqlite::params![id, changeset]).unwrap();
        db.execute(&format!("insert or replace into head {head}"), rusqlite::params![id, changeset, field]).unwrap();
    }
    migrate::migrate(&mut db, &path, migrate::STEPS, folder.path()).unwrap();
    assert_eq!(fold::touched(&db, "project", row).unwrap(), [9, 5, 3]);
}

#[test]
fn what_changed_since_names_each_record_once() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    let then = bench.desk.now_ms();
    bench.call("project_save", json!({"id": id, "set": {"note": "一"}}));
    bench.call("project_save", json!({"id": id, "set": {"note": "二"}}));
    let since = bench.call("changes_since", json!({"ms": then}));
    assert_eq!(since.as_array().unwrap().len(), 1);
    assert_eq!((&since[0]["table"], &since[0]["project"]), (&json!("project"), &since[0]["row"]));
    bench.call("matter_save", json!({"id": null, "project": id, "set": {"kind": "need", "element": "用地"}}));
    bench.call("department_save", json!({"id": null, "set": {"name": "资规局"}}));
    let since = bench.call("changes_since", json!({"ms": then}));
    let told: Vec<_> = since.as_array().unwrap().iter().map(|one| (&one["table"], &one["project"])).collect();
    assert_eq!(told[0], (&json!("department"), &json!(null)));
    assert_eq!(told[1], (&json!("matter"), &json!(id)));
}

#[test]
fn tables_are_the_fold_of_the_log() {
    let bench = Bench::started();
    let ids: Vec<String> = ["甲", "乙", "丙"].iter().map(|n| bench.project(n)).collect();
    bench.call("project_save", json!({"id": ids[0], "set": {"total": 1, "note": "x"}}));
    bench.call("project_save", json!({"id": ids[0], "set": {"total": null}}));
    bench.call("project_remove", json!({"id": ids[1]}));
    bench.call("undo", json!({}));
    bench.call("project_remove", json!({"id": ids[2]}));
    let before = bench.tables();
    let mut db = rusqlite::Connection::open(bench.desk.path()).unwrap();
    let beside = |db: &rusqlite::Connection| [rows_of(db, "head"), rows_of(db, "touch"), rows_of(db, "grave")];
    let folded = beside(&db);
    let tx = db.transaction().unwrap();
    replay::refold(&tx).unwrap();
    tx.commit().unwrap();
    assert_eq!(bench.tables(), before);
    assert_eq!(beside(&db), folded);
    assert_eq!(bench.call("project_list", json!({"text": "甲", "limit": 5}))["sums"]["count"], 1);
}

fn rows_of(db: &rusqlite::Connection, table: &str) -> Vec<String> {
    let mut lines = rows(db, &format!("(select *, 0 as id from {table})"), "*");
    lines.sort();
    lines
}

#[test]
fn a_changed_byte_breaks_the_chain() {
    let bench = Bench::started();
    bench.project("甲项目");
    assert_eq!(bench.call("log_verify", json!({}))["changesets"], 2);
    let db = rusqlite::Connection::open(bench.desk.path()).unwrap();
    db.execute("update changeset set hash = zeroblob(32) where id = 1", []).unwrap();
    assert_eq!(bench.fault("log_verify", json!({})).code, Code::DatabaseDamaged);
}

#[test]
fn a_wrong_clock_stops_nobody() {
    let bench = Bench::started();
    let day = 24 * 3600 * 1000;
    bench.clock.0.fetch_add(400 * day, std::sync::atomic::Ordering::Relaxed);
    let id = bench.project("时钟快了一年多");
    bench.clock.0.fetch_sub(400 * day, std::sync::atomic::Ordering::Relaxed);
    bench.call("project_save", json!({"id": id, "set": {"note": "时钟改对了"}}));
    let history = bench.call("history_list", json!({"table": "project", "row": id}));
    assert_eq!(history[0]["new"], "时钟改对了");
    assert!(history[0]["ms"].as_i64() < history[1]["ms"].as_i64());
    bench.call("log_verify", json!({}));
}
