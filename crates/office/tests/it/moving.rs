//! A desk that goes to another computer: counts, checksums, passwords, parts, and what is not whole.

use serde_json::{Value as Json, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;
use zhuanban_core::error::Code;
use zhuanban_core::time::FixedClock;
use zhuanban_core::{Caller, Desk, Fault, api};

struct Place {
    folder: TempDir,
    desk: Desk,
}

impl Place {
    fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(FixedClock(chrono::NaiveDate::from_ymd_opt(2022, 3, 28).unwrap()));
        let desk = Desk::open(folder.path(), clock).unwrap();
        Self { folder, desk }
    }

    fn full() -> Self {
        let place = Self::empty();
        place.call(
            "desk_start",
            json!({"person": "林晓", "office": "大庆市全要素保障专班", "level": "city", "region": null}),
        );
        for name in ["甲项目", "乙项目"] {
            place.call("project_save", json!({"id": null, "set": {"name": name, "total": 12_000_000}}));
        }
        let shelf = place.folder.path().join("attachments/ab");
        std::fs::create_dir_all(&shelf).unwrap();
        std::fs::write(shelf.join("ab12"), vec![7; 3 << 20]).unwrap();
        place
    }

    fn try_call(&self, name: &str, input: Json) -> Result<Json, Fault> {
        let pages = [api::COMMANDS, zhuanban_office::api::COMMANDS];
        api::dispatch(&pages, &self.desk, &Caller::default(), name, input).map(|r| r.value)
    }

    fn call(&self, name: &str, input: Json) -> Json {
        self.try_call(name, input).unwrap_or_else(|f| panic!("{name}: {f:?}"))
    }

    fn fault(&self, name: &str, input: Json) -> Fault {
        self.try_call(name, input).expect_err(name)
    }

    fn names(&self) -> Vec<String> {
        let page = self.call("project_list", json!({"limit": 50}));
        page["rows"].as_array().unwrap().iter().map(|r| r["name"].as_str().unwrap().to_string()).collect()
    }
}

fn out() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("大庆市专班.zip");
    (folder, file)
}

#[test]
fn a_desk_arrives_whole_on_an_empty_computer() {
    let (_folder, file) = out();
    let old = Place::full();
    let packed = old.call("package_save", json!({"file": file, "password": "海棠2022"}));
    assert_eq!((&packed["attachments"], &packed["encrypted"]), (&json!(1), &json!(true)));
    assert_eq!(packed["sha256"].as_str().unwrap().len(), 64);

    let new = Place::empty();
    let seen = new.call("package_open", json!({"file": file, "password": "海棠2022"}));
    assert_eq!((&seen["broken"], &seen["here"]), (&json!([]), &json!([])));
    assert_eq!((&seen["sha256"], &seen["contents"]["counts"]), (&packed["sha256"], &packed["counts"]));
    assert_eq!(seen["contents"]["office"], "大庆市全要素保障专班");

    let arrived = new.call("package_restore", json!({"file": file, "password": "海棠2022"}));
    assert_eq!(
        (&arrived["complete"], &arrived["counts"], &arrived["before"]),
        (&json!(true), &packed["counts"], &Json::Null)
    );
    assert_eq!(new.names(), ["甲项目", "乙项目"]);
    assert_eq!(std::fs::read(new.folder.path().join("attachments/ab/ab12")).unwrap(), vec![7; 3 << 20]);
    let device = |p: &Place| p.desk.read(&Caller::default(), |r| r.local("device")).unwrap().unwrap();
    assert_ne!(device(&old), device(&new), "two computers write under two names");
    new.call("undo", json!({}));
    assert_eq!(new.names(), ["甲项目"]);
    assert!(new.call("log_verify", json!({}))["changesets"].as_i64().unwrap() > 2);
}

#[test]
fn a_wrong_password_says_so_and_nothing_is_written() {
    let (_folder, file) = out();
    Place::full().call("package_save", json!({"file": file, "password": "海棠2022"}));
    let new = Place::empty();
    for password in ["", "海棠2023"] {
        for command in ["package_open", "package_restore"] {
            let code = new.fault(command, json!({"file": file, "password": password})).code;
            assert_eq!(code, Code::PackagePassword, "{command} with {password:?}");
        }
    }
    assert_eq!(new.call("desk_get", json!({}))["office"], Json::Null);
}

#[test]
fn parts_for_a_mailbox_are_one_package_again() {
    let (folder, file) = out();
    let old = Place::full();
    let packed = old.call("package_save", json!({"file": file, "part_mib": 1}));
    let files = packed["files"].as_array().unwrap();
    assert!(files.len() >= 3, "{files:?}");
    let new = Place::empty();
    let first = folder.path().join("大庆市专班.zip.001");
    let arrived = new.call("package_restore", json!({ "file": first }));
    assert_eq!(arrived["complete"], true);
    assert_eq!(new.names(), ["甲项目", "乙项目"]);

    let missing = folder.path().join("大庆市专班.zip.002");
    std::fs::remove_file(&missing).unwrap();
    let fault = Place::empty().fault("package_open", json!({ "file": first }));
    assert_eq!(
        (fault.code, fault.params["path"].as_str()),
        (Code::FileMissing, missing.to_str().unwrap()),
        "it names the part"
    );
}

fn damaged(file: &Path, at: usize) -> PathBuf {
    let mut bytes = std::fs::read(file).unwrap();
    for byte in &mut bytes[at..at + 64] {
        *byte ^= 0x5a;
    }
    let path = file.with_file_name("坏.zip");
    std::fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn what_is_not_whole_is_named_and_nothing_is_written() {
    let (folder, file) = out();
    Place::full().call("package_save", json!({ "file": file }));
    // The attachment is stored as it is: a byte in the last third belongs to it.
    let size = usize::try_from(std::fs::metadata(&file).unwrap().len()).unwrap();
    let bad = damaged(&file, size - (1 << 20));
    let desk = Place::full();
    let before = desk.names();
    let seen = desk.call("package_open", json!({ "file": bad }));
    assert_eq!(seen["broken"], json!(["attachments/ab/ab12"]));
    let refused = desk.fault("package_restore", json!({ "file": bad }));
    assert_eq!((refused.code, refused.params["missing"].as_str()), (Code::PackageIncomplete, "attachments/ab/ab12"));
    assert_eq!(desk.names(), before);

    let letter = folder.path().join("信.zip");
    std::fs::write(&letter, "这不是备份包").unwrap();
    assert_eq!(desk.fault("package_open", json!({ "file": letter })).code, Code::PackageForeign);
    let ledger = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/ledgers/省级重大项目台账-2022一季度.xlsx");
    assert_eq!(desk.fault("package_open", json!({ "file": ledger })).code, Code::PackageForeign);
    assert_eq!(desk.fault("package_open", json!({"file": folder.path().join("无.zip")})).code, Code::FileMissing);
}

#[test]
fn a_desk_that_has_work_keeps_it_as_a_restore_point() {
    let (_folder, file) = out();
    Place::full().call("package_save", json!({ "file": file }));
    let desk = Place::full();
    desk.call("project_save", json!({"id": null, "set": {"name": "丙项目"}}));
    let arrived = desk.call("package_restore", json!({ "file": file }));
    assert_eq!(desk.names(), ["甲项目", "乙项目"]);
    desk.call("restore_point_restore", json!({"point": arrived["before"]}));
    assert_eq!(desk.names(), ["甲项目", "乙项目", "丙项目"]);
}

#[test]
fn the_old_computer_is_only_read_after_the_move() {
    let (_folder, file) = out();
    let old = Place::full();
    old.call("package_save", json!({"file": file, "moving": true}));
    assert_eq!(old.fault("project_save", json!({"id": null, "set": {"name": "丙项目"}})).code, Code::MovedAway);
    let new = Place::empty();
    new.call("package_restore", json!({ "file": file }));
    new.call("project_save", json!({"id": null, "set": {"name": "丙项目"}}));
    assert_eq!(new.names().len(), 3);
}

#[test]
fn what_is_typed_while_the_package_is_written_is_refused_and_a_failed_move_leaves_the_desk_open() {
    let (_folder, file) = out();
    let old = Place::full();
    // Large enough that the package is still being written when the next word is typed.
    std::fs::write(old.folder.path().join("attachments/ab/ab13"), vec![9; 64 << 20]).unwrap();
    std::thread::scope(|scope| {
        let moving = scope.spawn(|| old.call("package_save", json!({"file": file, "moving": true, "job": "搬"})));
        while old.call("job_get", json!({"job": "搬"})) == Json::Null {
            std::thread::yield_now();
        }
        let typed = old.fault("project_save", json!({"id": null, "set": {"name": "写包时录入的项目"}}));
        assert_eq!(typed.code, Code::MovedAway);
        assert!(!moving.is_finished(), "it was typed while the package was written");
        moving.join().unwrap();
    });

    let other = Place::full();
    let nowhere = other.folder.path().join("没有这个文件夹/包.zip");
    assert_eq!(other.fault("package_save", json!({"file": nowhere, "moving": true})).code, Code::FileUnwritable);
    other.call("project_save", json!({"id": null, "set": {"name": "丙项目"}}));
    // One that was moved away before stays so.
    old.fault("package_save", json!({"file": nowhere, "moving": true}));
    assert_eq!(old.fault("project_save", json!({"id": null, "set": {"name": "丙项目"}})).code, Code::MovedAway);
}

#[test]
fn a_package_beside_the_desk_has_not_left_the_computer_until_somebody_says_so() {
    let (_folder, file) = out();
    let desk = Place::full();
    let copied = || desk.call("desk_get", json!({}))["copied_off_ms"].clone();
    assert_eq!(desk.call("package_save", json!({ "file": file }))["off"], false);
    assert_eq!(copied(), Json::Null);
    desk.call("package_carried_off", json!({}));
    assert_ne!(copied(), Json::Null);
}

/// Another volume, as a stick or a share is, where this system has one.
#[test]
#[cfg(target_os = "linux")]
fn a_package_on_another_volume_has_left_the_computer() {
    let Ok(stick) = tempfile::tempdir_in("/dev/shm") else { return };
    let desk = Place::full();
    let packed = desk.call("package_save", json!({"file": stick.path().join("包.zip")}));
    assert_eq!(packed["off"], true);
    assert_ne!(desk.call("desk_get", json!({}))["copied_off_ms"], Json::Null);
}

#[test]
fn a_hand_over_list_names_everything_a_person_holds() {
    let (folder, _) = out();
    let place = Place::full();
    let who = place.call("desk_get", json!({}))["person"]["id"].clone();
    let project = place.call("project_list", json!({"limit": 1}))["rows"][0]["id"].clone();
    place.call(
        "duty_save",
        json!({"id": null, "project": project, "set": {"role": "chief_service_officer", "name": "林晓"}}),
    );
    place.call(
        "contact_save",
        json!({"id": null, "project": project, "set": {"name": "孙强", "phone": "138 0000 0001", "note": "只在上午接电话"}}),
    );
    let need = json!({"kind": "need", "element": "用电", "content": "外线工程", "need_by": "2022-05-31/month"});
    place.call("matter_save", json!({"id": null, "project": project, "set": need}));
    place.call(
        "approval_step",
        json!({"project": project, "item": "A05", "state": "submitted", "happened_on": "2022-03-21"}),
    );

    // Refused: it is in nobody's hand.
    for (state, on) in [("submitted", "2022-03-10"), ("refused", "2022-03-18")] {
        place.call("approval_step", json!({"project": project, "item": "A04", "state": state, "happened_on": on}));
    }

    kept_beside(&place, &project);

    let list = place.call("hand_over_list", json!({ "person": who }));
    assert_eq!(list["approvals"].as_array().unwrap().len(), 1, "{}", list["approvals"]);
    assert_eq!(
        (&list["approvals"][0]["holder"], &list["scans"][0]["file"]),
        (&json!("市资规局"), &json!("赋码回执.pdf"))
    );
    assert_eq!(list["duties"][0]["name"], "甲项目");
    assert_eq!(list["approvals"][0]["item"], "企业投资项目备案");
    assert_eq!(
        (&list["matters"][0]["element"], &list["contacts"][0]["phone"], &list["promises"][0]["due_on"]),
        (&json!("用电"), &json!("138 0000 0001"), &json!("2022-05-31"))
    );

    papers_are_missing_once_one_was_looked_at(&place, &project, &who);

    let file = folder.path().join("交接.xlsx");
    let input = json!({"file": file, "person": who, "to": "王敏", "witness": "张主任"});
    assert_eq!(place.call("hand_over_export", input.clone())["lines"], 7);
    let text = cells(&file);
    let noted = |text: &[String]| text.iter().any(|cell| cell.contains("只在上午接电话"));
    assert!(!noted(&text), "a note is private");
    let mut shared = input;
    shared["notes"] = json!(true);
    place.call("hand_over_export", shared);
    assert!(noted(&cells(&file)), "until she shares it");
    let words = ["甲项目", "首席服务员", "企业投资项目备案", "外线工程", "孙　强", "接收人：王　敏", "监交人：张主任"];
    let approval = ["市资规局", "承诺即开工（2022-03-14起，承诺2022-05-31办齐）", "资金证明"];
    let kept =
        ["庆发改备〔2022〕6号", "2024-03-01", "赋码回执.pdf", "镇街国土所", "2022-04-08", "告知承诺", "2022-05-31"];
    for word in words.into_iter().chain(approval).chain(kept) {
        assert!(text.iter().any(|cell| cell.contains(word)), "{word} in {text:?}");
    }
}

/// Of the four papers the law lists nobody has said anything: they are not missing until one of them was looked at.
fn papers_are_missing_once_one_was_looked_at(place: &Place, project: &Json, who: &Json) {
    let missing = || place.call("hand_over_list", json!({ "person": who }))["approvals"][0]["missing"].clone();
    assert_eq!(missing(), json!(["资金证明"]));
    let looked = json!({"project": project, "item": "A05", "name": "企业基本情况", "set": {"ready_on": "2022-03-21"}});
    place.call("approval_material_save", looked);
    let expected = ["项目名称、建设地点、建设规模、建设内容", "项目总投资额", "项目符合产业政策的声明", "资金证明"];
    assert_eq!(missing(), json!(expected));
}

/// A way, a second unit and a paper of one approval; a certificate and its scan of another.
fn kept_beside(place: &Place, project: &Json) {
    let step = json!({"responsible": "林晓", "holder": "镇街国土所", "expected_on": "2022-04-08"});
    place.call("route_step_save", json!({"project": project, "route": "land", "step": "agreement", "set": step}));
    let way = json!({"begun_on": "2022-03-14", "due_by": "2022-05-31"});
    place.call("approval_way_save", json!({"project": project, "item": "A05", "way": "pledge", "set": way}));
    place.call("approval_save", json!({"project": project, "item": "A05", "set": {"opinion_holder": "市资规局"}}));
    place.call("approval_material_save", json!({"project": project, "item": "A05", "name": "资金证明", "set": {}}));
    place.call(
        "approval_save",
        json!({"project": project, "item": "A01", "set": {"certificate": "庆发改备〔2022〕6号", "expires_on": "2024-03-01"}}),
    );
    let scan = json!([{"name": "赋码回执.pdf", "base64": "JVBERi0xLjcgYQ=="}]);
    place.call("attachment_add", json!({"project": project, "item": "A01", "added": scan}));
}

fn cells(file: &Path) -> Vec<String> {
    use calamine::Reader;
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(file).unwrap();
    let sheets = book.worksheets();
    sheets
        .iter()
        .flat_map(|(_, range)| range.cells().map(|(_, _, cell)| cell.to_string()).collect::<Vec<_>>())
        .collect()
}
