//! Restore points, going back and coming forward again, and a desk that was moved away.

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use zhuanban_core::Desks;
use zhuanban_core::api::COMMANDS;
use zhuanban_core::error::Code;

const DAY: i64 = 24 * 3600 * 1000;

fn point(bench: &Bench, name: &str) -> String {
    bench.call("restore_point_make", json!({ "name": name }))["point"].as_str().unwrap().to_string()
}

fn names(bench: &Bench) -> Vec<String> {
    let page = bench.call("project_list", json!({"limit": 50}));
    page["rows"].as_array().unwrap().iter().map(|r| r["name"].as_str().unwrap().to_string()).collect()
}

fn points(bench: &Bench) -> Vec<Json> {
    bench.call("restore_point_list", json!({})).as_array().unwrap().clone()
}

#[test]
fn going_back_takes_away_what_came_after_and_can_be_taken_back() {
    let bench = Bench::started();
    bench.project("甲项目");
    let before = bench.tables();
    let kept = point(&bench, "导入之前");
    bench.project("乙项目");
    bench.project("丙项目");
    let after = bench.tables();

    let listed = points(&bench);
    assert_eq!(listed.len(), 1);
    assert_eq!((&listed[0]["name"], &listed[0]["kind"]), (&json!("导入之前"), &json!("kept")));
    assert_eq!((&listed[0]["projects"], &listed[0]["later"]), (&json!(1), &json!(2)));
    assert_eq!(listed[0]["last"]["subject"], "甲项目");

    let back = bench.call("restore_point_restore", json!({ "point": kept }));
    assert_eq!(names(&bench), ["甲项目"]);
    assert_eq!(bench.tables(), before);
    assert_eq!(bench.call("project_list", json!({"text": "乙项", "limit": 5}))["sums"]["count"], 0);

    let ahead = back["before"].as_str().unwrap();
    bench.call("restore_point_restore", json!({ "point": ahead }));
    assert_eq!(bench.tables(), after);
    assert_eq!(bench.call("project_list", json!({"text": "乙项", "limit": 5}))["sums"]["count"], 1);
}

#[test]
fn undo_still_works_after_going_back_and_the_chain_stays_whole() {
    let bench = Bench::started();
    bench.project("甲项目");
    let kept = point(&bench, "");
    bench.project("乙项目");
    bench.call("restore_point_restore", json!({ "point": kept }));
    bench.project("丁项目");
    let bench = bench.reopened();
    assert_eq!(names(&bench), ["甲项目", "丁项目"]);
    assert!(bench.call("log_verify", json!({}))["changesets"].as_i64().unwrap() > 2);
    // What was taken away may have left this computer: its numbers are not used twice.
    let epochs =
        bench.desk.read(&Default::default(), |r| r.number("select count(distinct epoch) from changeset", [])).unwrap();
    assert_eq!(epochs, 2);
    bench.call("undo", json!({}));
    bench.call("undo", json!({}));
    assert_eq!(names(&bench), Vec::<String>::new());
}

#[test]
fn this_computers_settings_stay_when_going_back() {
    let bench = Bench::started();
    let kept = point(&bench, "");
    let made = bench.call("desk_get", json!({}))["last_backup_ms"].clone();
    assert!(made.is_i64());
    bench.call("setting_save", json!({"key": "language", "value": "en"}));
    bench.call("restore_point_restore", json!({ "point": kept }));
    let desk = bench.call("desk_get", json!({}));
    // The point itself was written before anybody knew of it.
    assert_eq!((&desk["language"], &desk["last_backup_ms"]), (&json!("en"), &made));
}

#[test]
fn a_broken_point_is_refused_and_the_desk_stays() {
    let bench = Bench::started();
    for n in 0..120 {
        bench.project(&format!("第{n}个项目"));
    }
    let kept = point(&bench, "");
    let path = bench.folder.path().join("backups").join(&kept);
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 20_000].fill(0xff);
    std::fs::write(&path, &bytes).unwrap();
    let before = bench.tables();
    assert_eq!(bench.fault("restore_point_restore", json!({ "point": kept })).code, Code::DatabaseDamaged);
    assert_eq!(bench.tables(), before);
    for made_up in ["../zhuanban.db", "zhuanban-kept-5.db", "notes.txt"] {
        assert_eq!(bench.fault("restore_point_restore", json!({ "point": made_up })).code, Code::NotFound, "{made_up}");
    }
    let left: Vec<_> = std::fs::read_dir(bench.folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(!left.iter().any(|n| n.to_string_lossy().starts_with(".restoring")), "{left:?}");
}

#[test]
fn a_point_comes_by_itself_once_a_day_and_old_ones_go() {
    let bench = Bench::empty();
    assert_eq!(bench.call("backup_daily", json!({})), json!(false), "nothing to keep yet");
    bench.call("desk_start", json!({"person": "林晓", "office": "专班", "level": "city", "region": null}));
    for day in 0..20 {
        assert_eq!(bench.call("backup_daily", json!({})), json!(true), "day {day}");
        assert_eq!(bench.call("backup_daily", json!({})), json!(false), "day {day} again");
        bench.clock.0.fetch_add(DAY, Ordering::Relaxed);
    }
    let left = points(&bench);
    assert!(left.iter().all(|p| p["kind"] == "daily"));
    // From Saturday 16 April back to Sunday the 10th, then the Sunday of the first week.
    assert_eq!(left.len(), 8);
    let newest = left[0]["point"].as_str().unwrap();
    assert_eq!(bench.call("restore_point_remove", json!({ "point": newest })), json!(true));
    assert_eq!(points(&bench).len(), 7);
}

#[test]
fn an_old_copy_off_the_computer_is_asked_for() {
    let bench = Bench::started();
    let told = |b: &Bench| b.call("desk_get", json!({}))["copy_overdue_days"].clone();
    assert_eq!(told(&bench), Json::Null);
    bench.clock.0.fetch_add(37 * DAY, Ordering::Relaxed);
    assert_eq!(told(&bench), json!(37));
    bench.call("setting_save", json!({"key": "copy_reminder_days", "value": "90"}));
    assert_eq!(told(&bench), Json::Null);
}

#[test]
fn a_desk_that_was_moved_away_is_read_and_not_changed() {
    let bench = Bench::started();
    bench.project("甲项目");
    bench.desk.set_local("moved_away_ms", "1648440000000").unwrap();
    let refused = bench.fault("project_save", json!({"id": null, "set": {"name": "乙项目"}}));
    assert_eq!((refused.code, refused.params["day"].as_str()), (Code::MovedAway, "2022-03-28"));
    assert_eq!(names(&bench), ["甲项目"]);
    bench.call("desk_continue", json!({}));
    bench.project("乙项目");
}

#[test]
fn going_back_does_not_unlock_a_desk_that_was_moved_away() {
    let bench = Bench::started();
    bench.project("甲项目");
    let kept = point(&bench, "");
    bench.project("乙项目");
    bench.desk.set_local("moved_away_ms", "1648440000000").unwrap();
    let locked = point(&bench, "搬走之后");
    bench.call("restore_point_restore", json!({ "point": kept }));
    assert_eq!(names(&bench), ["甲项目"]);
    assert_eq!(bench.fault("project_save", json!({"id": null, "set": {"name": "丙项目"}})).code, Code::MovedAway);
    bench.call("desk_continue", json!({}));
    bench.project("丙项目");
    // Nor does a point that was made while it was locked lock it again.
    bench.call("restore_point_restore", json!({ "point": locked }));
    bench.project("丁项目");
    assert_eq!(names(&bench), ["甲项目", "乙项目", "丁项目"]);
}

#[test]
fn a_desk_that_cannot_be_opened_goes_on_from_a_restore_point() {
    let bench = Bench::started();
    for n in 0..120 {
        bench.project(&format!("第{n}个项目"));
    }
    let kept = point(&bench, "季度关账");
    bench.project("此后的项目");
    let later = point(&bench, "坏的");
    let Bench { folder, desk, clock } = bench;
    drop(desk);
    let damage = |path: &std::path::Path| {
        let mut bytes = std::fs::read(path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle..middle + 20_000].fill(0xff);
        std::fs::write(path, &bytes).unwrap();
        bytes
    };
    let path = folder.path().join("zhuanban.db");
    let db = rusqlite::Connection::open(&path).unwrap();
    db.pragma_update(None, "journal_mode", "delete").unwrap();
    drop(db);
    let bytes = damage(&path);
    damage(&folder.path().join("backups").join(&later));

    assert!(Desks::open(folder.path(), clock.clone()).is_err());
    let desks = Desks::open_or_tell(folder.path(), clock.clone());
    let run = |name: &str, input: Json| desks.dispatch(&[COMMANDS], name, input).map(|reply| reply.value);
    assert_eq!(run("desk_get", json!({})).unwrap_err().code, Code::DatabaseDamaged);
    let listed = run("rescue_point_list", json!({})).unwrap();
    assert!(listed.as_array().unwrap().iter().any(|p| p["name"] == "季度关账" && p["projects"] == 120), "{listed}");

    // A point that is damaged itself changes nothing.
    assert_eq!(run("desk_rescue", json!({ "point": later })).unwrap_err().code, Code::DatabaseDamaged);
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    assert_eq!(run("desk_rescue", json!({"point": "../zhuanban.db"})).unwrap_err().code, Code::NotFound);

    let rescued = run("desk_rescue", json!({ "point": kept })).unwrap();
    assert_eq!(std::fs::read(rescued["kept"].as_str().unwrap()).unwrap(), bytes, "the old file is kept aside");
    assert_eq!(run("project_list", json!({"limit": 1})).unwrap()["sums"]["count"], 120);
    assert!(run("desk_get", json!({})).unwrap()["last_backup_ms"].is_i64(), "it has points");
    run("project_save", json!({"id": null, "set": {"name": "接着做的项目"}})).unwrap();
    assert!(run("log_verify", json!({})).is_ok());
    // A desk that can be opened is not thrown away.
    assert_eq!(run("desk_rescue", json!({ "point": kept })).unwrap_err().code, Code::BadInput);
    drop(desks);
    let again = Desks::open(folder.path(), Arc::clone(&clock) as _).unwrap();
    let count = again.dispatch(&[COMMANDS], "project_list", json!({"limit": 1})).unwrap();
    assert_eq!(count.value["sums"]["count"], 121);
}

#[test]
fn a_desk_is_cleared_off_the_computer_with_a_certificate() {
    let bench = Bench::started();
    for n in 0..3 {
        bench.project(&format!("第{n}个项目"));
    }
    point(&bench, "换机之前");
    let Bench { folder, desk, clock } = bench;
    drop(desk);
    let at = |name: &str| folder.path().join(name);
    std::fs::create_dir_all(at("attachments/ab")).unwrap();
    std::fs::write(at("attachments/ab").join("ab".repeat(32)), b"scan").unwrap();
    let strangers = ["别人的.xlsx", "backups/换机导出.zip"];
    for stranger in strangers {
        std::fs::write(at(stranger), b"x").unwrap();
    }
    let desks = Desks::open(folder.path(), clock.clone()).unwrap();
    let run = |name: &str, input: Json| desks.dispatch(&[COMMANDS], name, input).map(|reply| reply.value);
    run("setting_save", json!({"key": "language", "value": "en"})).unwrap();
    let office = run("desk_get", json!({})).unwrap()["office"]["name"].clone();

    let look = run("desk_clear_look", json!({})).unwrap();
    assert_eq!((&look["office"], look["last_change"].as_str().unwrap().len()), (&office, 64));
    let projects = look["counts"].as_array().unwrap().iter().find(|c| c["table"] == "project").unwrap();
    assert_eq!(projects["count"], 3);
    assert!(look["since"].as_i64().unwrap() >= 3, "nothing of it ever left this computer");

    let wrong = run("desk_clear", json!({"office": "别的专班"})).unwrap_err();
    assert_eq!((wrong.code, wrong.fields[0].field.as_str()), (Code::Invalid, "office"));
    assert_eq!(run("project_list", json!({"limit": 1})).unwrap()["sums"]["count"], 3, "nothing has happened");
    // What stands in the sample desk is not what one means.
    run("sample_open", json!({"office": "daqing"})).unwrap();
    assert_eq!(run("desk_clear", json!({ "office": office })).unwrap_err().code, Code::NotStarted);
    run("sample_leave", json!({})).unwrap();

    // Whoever carried it off has it: what came after is told, no more.
    desks.own().unwrap().set_local("moved_away_ms", "1648440000000000").unwrap();
    let look = run("desk_clear_look", json!({})).unwrap();
    assert_eq!((&look["since"], &look["moved_away_ms"]), (&json!(0), &json!(1_648_440_000_000_000_i64)));

    let cleared = run("desk_clear", json!({ "office": office })).unwrap();
    // The database, its newest pages and what they share, the paper, the restore point.
    assert!(cleared["files"].as_i64().unwrap() >= 5, "{cleared}");
    assert!(cleared["size"].as_i64().unwrap() > 200_000, "{cleared}");
    assert_eq!((&cleared["counts"], &cleared["last_change"]), (&look["counts"], &look["last_change"]));
    let info = run("desk_get", json!({})).unwrap();
    assert_eq!((&info["office"], &info["language"], &info["cleared"]), (&Json::Null, &json!("en"), &cleared));
    for gone in ["attachments", "sample", ".restoring-newest"] {
        assert!(!at(gone).exists(), "{gone}");
    }
    for stranger in strangers {
        assert_eq!(std::fs::read(at(stranger)).unwrap(), b"x", "{stranger}");
    }
    assert_eq!(std::fs::read_dir(at("backups")).unwrap().count(), 1, "no restore point");
    let bytes = std::fs::read(at("zhuanban.db")).unwrap();
    assert!(!bytes.windows(6).any(|part| part == "项目".as_bytes()), "the new file knows nothing");

    // Another office may begin here; the certificate goes then.
    run("desk_start", json!({"person": "王敏", "office": "新专班", "level": "city", "region": null})).unwrap();
    assert_eq!(run("desk_get", json!({})).unwrap()["cleared"], Json::Null);
}
