//! The project's file: 开工认定 and 复工, 纳统, what one undo takes back.

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};
use zhuanban_core::error::{Code, Rule};

fn start(bench: &Bench, project: &str, set: Json) -> Json {
    bench.call("start_save", json!({"id": null, "project": project, "set": set}))
}

fn refused(bench: &Bench, project: &str, set: Json) -> Vec<(String, Rule)> {
    let fault = bench.fault("start_save", json!({"id": null, "project": project, "set": set}));
    fault.fields.into_iter().map(|f| (f.field, f.rule)).collect()
}

fn project(bench: &Bench, id: &str) -> Json {
    bench.call("project_get", json!({"id": id}))["project"].clone()
}

fn counted(bench: &Bench, year: i32) -> (i64, i64, i64) {
    let as_of = (year < 2022).then(|| format!("{year}-12-31"));
    let board = bench.call("board_get", json!({"as_of": as_of}));
    let of = |key: &str| board["starts"][key]["n"].as_i64().unwrap();
    (of("opened"), of("fresh"), of("resumed"))
}

#[test]
fn a_start_is_declared_verified_and_recognised() {
    let bench = Bench::started();
    let id = bench.project("北辰智能电机产业园");
    let file = start(&bench, &id, json!({"happened_on": "2022-03-10", "declared_on": "2022-03-11"}));
    let made = &file["starts"][0];
    assert_eq!((&made["kind"], &made["decision"], &file["opened"]), (&json!("new"), &json!("pending"), &json!(null)));
    assert_eq!(counted(&bench, 2022), (0, 0, 0), "declared is not recognised");
    assert_eq!(project(&bench, &id)["started_actual"], json!(null));

    let recognise = json!({"id": made["id"], "project": null, "set": {"decision": "recognised"}});
    let fault = bench.fault("start_save", recognise);
    let fields: Vec<_> = fault.fields.iter().map(|f| (f.field.as_str(), f.rule)).collect();
    assert_eq!(fields, [("verified_on", Rule::NotVerified), ("verified_by", Rule::NotVerified)]);

    let set = json!({"decision": "recognised", "verified_on": "2022-03-15", "verified_by": "林晓、市住建局", "standard": "主体工程正式破土动工"});
    let file = bench.call("start_save", json!({"id": made["id"], "project": null, "set": set}));
    assert_eq!(file["opened"], json!({"kind": "new", "on": "2022-03-10", "recognised": true}));
    assert_eq!(file["starts"][0]["decided_on"], "2022-03-28", "today, where no day is named");
    let after = project(&bench, &id);
    assert_eq!((&after["started_actual"], &after["stage"]), (&json!("2022-03-10"), &json!("started")));
    assert_eq!(counted(&bench, 2022), (1, 1, 0));

    bench.call("undo", json!({}));
    let before = project(&bench, &id);
    assert_eq!((&before["started_actual"], &before["stage"]), (&json!(null), &json!("preparing")), "one undo for all");
    assert_eq!(counted(&bench, 2022), (0, 0, 0));
}

#[test]
fn a_start_that_does_not_hold_is_struck_out() {
    let bench = Bench::started();
    let id = bench.project("石墨负极材料项目");
    bench.call("project_save", json!({"id": id, "set": {"started_actual": "2022-03-31/month"}}));
    assert_eq!(counted(&bench, 2022), (1, 1, 0), "the ledger's own date, while nobody decided");
    let none = json!({"happened_on": "2022-03-05", "decision": "rejected"});
    assert_eq!(refused(&bench, &id, none), [("reason".into(), Rule::Required)]);
    start(&bench, &id, json!({"happened_on": "2022-03-05", "decision": "rejected", "reason": "仅平整场地"}));
    assert_eq!(counted(&bench, 2022), (0, 0, 0));
    start(&bench, &id, json!({"happened_on": "2022-03-20"}));
    assert_eq!(refused(&bench, &id, json!({"kind": "new"})), [("kind".into(), Rule::StartedAlready)]);
    let late = json!({"happened_on": "2022-04-01", "kind": "new"});
    assert!(refused(&bench, &id, late).contains(&("happened_on".into(), Rule::ActualInFuture)));
    let early = json!({"kind": "resume", "happened_on": "2022-03-20", "verified_on": "2022-03-19"});
    assert!(refused(&bench, &id, early).contains(&("verified_on".into(), Rule::BeforeTheStart)));
}

#[test]
fn a_site_that_stopped_for_the_winter_is_taken_up_again_each_spring() {
    let bench = Bench::started();
    let id = bench.project("聚碳酸酯联合项目");
    assert_eq!(refused(&bench, &id, json!({"kind": "resume"})), [("kind".into(), Rule::NeverStarted)]);
    bench.call("project_save", json!({"id": id, "set": {"started_actual": "2020-08-31/month", "stage": "building"}}));
    assert_eq!(bench.call("start_list", json!({"id": id}))["resume_due"], true, "spring: nobody has said so yet");
    let stop = json!({"project": id, "standing": "winter_stop", "happened_on": "2021-11-10"});
    bench.call("standing_change_save", stop);
    let file = start(&bench, &id, json!({"happened_on": "2021-03-25", "decision": "recognised"}));
    assert_eq!(file["starts"][0]["kind"], "resume");
    assert_eq!(project(&bench, &id)["standing"], "winter_stop", "last spring's does not end this winter");
    assert_eq!((counted(&bench, 2021), counted(&bench, 2022)), ((1, 0, 1), (0, 0, 0)));
    assert_eq!(bench.call("start_list", json!({"id": id}))["resume_due"], true);

    let file = start(&bench, &id, json!({"happened_on": "2022-03-21", "decision": "recognised"}));
    assert_eq!(file["opened"], json!({"kind": "resume", "on": "2022-03-21", "recognised": true}));
    assert_eq!(file["resume_due"], false);
    assert_eq!(project(&bench, &id)["standing"], "active");
    let standing = bench.call("standing_get", json!({"id": id}));
    assert_eq!(standing["history"][0]["change"]["happened_on"], "2022-03-21");
    assert_eq!(counted(&bench, 2022), (1, 0, 1));
    let again = json!({"happened_on": "2022-03-25"});
    assert_eq!(refused(&bench, &id, again), [("kind".into(), Rule::StartedAlready)], "once a year");

    bench.call("undo", json!({}));
    assert_eq!(project(&bench, &id)["standing"], "winter_stop");
    assert_eq!(counted(&bench, 2022), (0, 0, 0));
}

#[test]
fn a_start_follows_its_day_and_leaves_what_was_typed() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    let verified = json!({"happened_on": "2022-03-10", "decision": "recognised", "verified_on": "2022-03-12", "verified_by": "林晓"});
    let file = start(&bench, &id, verified.clone());
    let edit = json!({"id": file["starts"][0]["id"], "project": null, "set": {"happened_on": "2022-03-08"}});
    bench.call("start_save", edit);
    assert_eq!(project(&bench, &id)["started_actual"], "2022-03-08");
    let other = bench.project("乙项目");
    bench
        .call("project_save", json!({"id": other, "set": {"started_actual": "2022-02-28/month", "stage": "building"}}));
    start(&bench, &other, verified);
    let after = project(&bench, &other);
    assert_eq!((&after["started_actual"], &after["stage"]), (&json!("2022-02-28/month"), &json!("building")));
    assert_eq!(counted(&bench, 2022), (2, 2, 0));
    bench.call("project_save", json!({"id": other, "set": {"counted": false}}));
    assert_eq!(counted(&bench, 2022), (1, 1, 0), "counted inside another project");
}

#[test]
fn a_start_that_is_withdrawn_or_removed_counts_no_more() {
    let bench = Bench::started();
    let verified = json!({"happened_on": "2022-03-10", "decision": "recognised", "verified_on": "2022-03-12", "verified_by": "林晓"});
    let of = |name: &str| {
        let id = bench.project(name);
        let start = start(&bench, &id, verified.clone())["starts"][0]["id"].clone();
        (id, start)
    };
    let (one, first) = of("甲项目");
    bench.call("start_save", json!({"id": first, "project": null, "set": {"decision": "pending"}}));
    assert_eq!(project(&bench, &one)["started_actual"], json!(null), "what the recognition wrote goes with it");
    assert_eq!((&project(&bench, &one)["stage"], counted(&bench, 2022)), (&json!("started"), (0, 0, 0)));
    bench.call("undo", json!({}));
    assert_eq!((&project(&bench, &one)["started_actual"], counted(&bench, 2022)), (&json!("2022-03-10"), (1, 1, 0)));

    let before = bench.tables();
    bench.call("start_remove", json!({"id": first}));
    assert_eq!((&project(&bench, &one)["started_actual"], counted(&bench, 2022)), (&json!(null), (0, 0, 0)));
    bench.call("undo", json!({}));
    assert_eq!(bench.tables(), before, "one undo brings both back");

    let (two, second) = of("乙项目");
    let reject = json!({"decision": "rejected", "reason": "仅平整场地"});
    bench.call("start_save", json!({"id": second, "project": null, "set": reject}));
    bench.call("start_remove", json!({"id": second}));
    assert_eq!((&project(&bench, &two)["started_actual"], counted(&bench, 2022)), (&json!(null), (1, 1, 0)));

    let typed = bench.project("丙项目");
    bench
        .call("project_save", json!({"id": typed, "set": {"started_actual": "2022-02-28/month", "stage": "building"}}));
    let third = start(&bench, &typed, verified.clone())["starts"][0]["id"].clone();
    bench.call("start_remove", json!({"id": third}));
    assert_eq!(project(&bench, &typed)["started_actual"], "2022-02-28/month", "what was typed stays");
}

#[test]
fn a_site_waits_for_its_entry_from_its_first_start_on() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    bench.call(
        "project_save",
        json!({"id": id, "set": {"total": 120_000_000, "started_actual": "2020-08-31/month", "stage": "building"}}),
    );
    start(&bench, &id, json!({"kind": "resume", "happened_on": "2022-03-21", "decision": "recognised"}));
    let file = bench.call("statistics_entry_get", json!({"id": id}));
    assert_eq!(file["months_waiting"], 19, "not since this spring's 复工");

    let unknown = bench.project("总投资未知项目");
    assert_eq!(bench.call("statistics_entry_get", json!({"id": unknown}))["due_by_total"], false);
    let file = bench.call("statistics_entry_save", json!({"project": unknown, "set": {"reason": "资料未报"}}));
    assert_eq!(file["entry"]["due"], false, "a reason alone makes nothing due");
}

#[test]
fn a_project_is_entered_into_statistics() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    let save = |set: Json| bench.call("statistics_entry_save", json!({"project": id, "set": set}));
    bench.call("project_save", json!({"id": id, "set": {"total": 120_000_000, "started_actual": "2022-01-20"}}));
    let file = bench.call("statistics_entry_get", json!({"id": id}));
    assert_eq!((&file["entry"], &file["due_by_total"]), (&json!(null), &json!(true)));
    assert_eq!(file["months_waiting"], 2, "应纳未纳 since the start");
    let file = save(json!({"lacking": "施工许可证", "reason": "手续未齐"}));
    assert_eq!((&file["entry"]["due"], &file["entry"]["entered"]), (&json!(true), &json!(false)));
    let bad = json!({"project": id, "set": {"entered_period": "2022-13"}});
    assert_eq!(bench.fault("statistics_entry_save", bad).fields[0].rule, Rule::NoSuchMonth);
    let file = save(json!({"entered_period": "2022-03", "code": "370911000001", "name": "年产3000台电机项目"}));
    assert_eq!((&file["entry"]["entered"], &file["months_waiting"]), (&json!(true), &json!(null)));
    let file = save(json!({"entered": false}));
    assert_eq!((&file["entry"]["entered_period"], &file["entry"]["due"]), (&json!(null), &json!(true)));
    bench.call("statistics_entry_remove", json!({"id": id}));
    let again = save(json!({"entered": true}));
    assert_eq!(again["entry"]["entered"], true, "made again after it was removed");
    let small = bench.project("小项目");
    bench.call("project_save", json!({"id": small, "set": {"total": 4_990_000}}));
    assert_eq!(bench.call("statistics_entry_get", json!({"id": small}))["due_by_total"], false);
}

/// A picture's first bytes and a little more.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

fn attach(bench: &Bench, project: &str, name: &str, bytes: &[u8]) -> Json {
    let path = bench.folder.path().join("given").join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, bytes).unwrap();
    bench.call("attachment_add", json!({"project": project, "added": [{"name": name, "file": path}]}))
}

fn papers(bench: &Bench, project: &str) -> Vec<Json> {
    bench.call("attachment_list", json!({"id": project}))["list"].as_array().unwrap().clone()
}

/// Files that lie in the store, parts of unfinished ones included.
fn stored(bench: &Bench) -> Vec<std::path::PathBuf> {
    let (mut files, mut folders) = (vec![], vec![bench.desk.folder().join("attachments")]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() { folders.push(entry.path()) } else { files.push(entry.path()) }
        }
    }
    files
}

#[test]
fn a_document_is_kept_once_by_its_content() {
    let bench = Bench::started();
    let (first, second) = (bench.project("甲项目"), bench.project("乙项目"));
    let added = attach(&bench, &first, "现场 3月.png", PNG);
    let one = &added["added"][0];
    assert_eq!((&one["media"], &one["kind"], &one["size"]), (&json!("image/png"), &json!("photo"), &json!(PNG.len())));
    let hash = one["hash"].as_str().unwrap();
    assert_eq!(stored(&bench), [bench.desk.folder().join("attachments").join(&hash[..2]).join(hash)]);

    let again = attach(&bench, &first, "微信图片.png", PNG);
    assert_eq!(again["added"], json!([]));
    assert_eq!(again["twice"][0], json!({"name": "微信图片.png", "known_as": "现场 3月.png", "project": null}));
    let other = attach(&bench, &second, "别名.png", PNG);
    assert_eq!((other["added"].as_array().unwrap().len(), &other["twice"][0]["project"]), (1, &json!("甲项目")));
    assert_eq!(stored(&bench).len(), 1, "the bytes lie once");
    assert_eq!(papers(&bench, &first).len(), 1);

    let id = one["id"].clone();
    let renamed = bench.call(
        "attachment_save",
        json!({"id": id, "set": {"name": "开工照片", "hash": "x", "happened_on": "2022-03-10"}}),
    );
    assert_eq!((&renamed["name"], renamed["hash"].as_str()), (&json!("开工照片.png"), Some(hash)), "what it is stays");
    let future = json!({"id": id, "set": {"happened_on": "2022-04-10"}});
    assert_eq!(bench.fault("attachment_save", future).fields[0].rule, Rule::ActualInFuture);

    bench.call("attachment_remove", json!({"id": id}));
    assert_eq!((papers(&bench, &first).len(), stored(&bench).len()), (0, 1));
    bench.call("undo", json!({}));
    let back = &papers(&bench, &first)[0];
    assert_eq!(
        (&back["here"], &back["shown"], &back["attachment"]["name"]),
        (&json!(true), &json!(true), &json!("开工照片.png"))
    );
}

#[test]
fn bytes_that_are_gone_are_said_and_nothing_half_is_kept() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    let added = attach(&bench, &id, "批复.pdf", b"%PDF-1.7 ...");
    let one = added["added"][0]["id"].clone();
    let copy = bench.call("attachment_copy", json!({"id": one}));
    let path = std::path::PathBuf::from(copy["path"].as_str().unwrap());
    assert_eq!(
        (path.file_name().unwrap().to_str().unwrap(), std::fs::read(&path).unwrap()),
        ("批复.pdf", b"%PDF-1.7 ...".to_vec())
    );
    let to = bench.folder.path().join("out.pdf");
    bench.call("attachment_copy", json!({"id": one, "path": to}));
    assert_eq!(std::fs::read(&to).unwrap(), b"%PDF-1.7 ...");

    std::fs::remove_file(&stored(&bench)[0]).unwrap();
    assert_eq!(papers(&bench, &id)[0]["here"], false);
    let to = bench.folder.path().join("lost.pdf");
    let fault = bench.fault("attachment_copy", json!({"id": one, "path": to}));
    assert_eq!((fault.code, fault.params["path"].as_str()), (Code::FileMissing, "批复.pdf"));
    attach(&bench, &bench.project("乙项目"), "又来.pdf", b"%PDF-1.7 ...");
    assert_eq!(papers(&bench, &id)[0]["here"], true, "the same content comes back for both");

    let given = bench.folder.path().join("given");
    let refused = |name: &str, file: std::path::PathBuf| {
        bench.fault("attachment_add", json!({"project": id, "added": [{"name": name, "file": file}]})).code
    };
    std::fs::write(given.join("空.txt"), b"").unwrap();
    assert_eq!(refused("空.txt", given.join("空.txt")), Code::FileEmpty);
    assert_eq!(refused("无.txt", given.join("无.txt")), Code::FileMissing);
    std::fs::File::create(given.join("大.zip")).unwrap().set_len((100 << 20) + 1).unwrap();
    assert_eq!(refused("大.zip", given.join("大.zip")), Code::FileTooLargeToAttach);
    assert_eq!(stored(&bench).len(), 1, "no part of a refused file stays");
}

#[test]
fn a_picture_from_the_clipboard_is_shown_as_it_came() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    let base64 = "iVBORw0KGgo=";
    let added = bench.call("attachment_add", json!({"project": id, "added": [{"name": "截图.png", "base64": base64}]}));
    let picture = bench.call("attachment_picture", json!({"id": added["added"][0]["id"]}));
    assert_eq!(picture, json!({"media": "image/png", "base64": base64}));
    let bad = json!({"project": id, "added": [{"name": "截图.png", "base64": "!"}]});
    assert_eq!(bench.fault("attachment_add", bad).code, Code::FileCorrupt);
    assert_eq!(bench.call("project_get", json!({"id": id}))["attachments"], 1);
}

#[test]
fn a_month_goes_on_from_the_last_and_says_what_is_new() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    bench
        .call("project_save", json!({"id": id, "set": {"total": 753_000_000, "plan": 240_000_000, "plan_year": 2022}}));
    let save = |period: &str, basis: &str, set: Json| {
        bench.call("progress_save", json!({"project": id, "period": period, "basis": basis, "set": set}))
    };
    save(
        "2022-02",
        "dispatch",
        json!({"done_total": 90_000_000, "done_year": 10_000_000, "image": "主体封顶，设备安装60%", "issue": "土地证未办"}),
    );
    save("2022-02", "statistics", json!({"done_year": 8_000_000, "as_of": "2022-02-28"}));
    let figures = || bench.call("project_get", json!({"id": id}))["figures"].clone();
    assert_eq!(figures()["next"][0], json!({"basis": "dispatch", "period": "2022-03", "from": "2022-02"}));

    save("2022-03", "dispatch", json!({}));
    let line = &figures()["lines"][0];
    assert_eq!((&line["report"]["image"], &line["awaits_money"]), (&json!("主体封顶，设备安装60%"), &json!(true)));
    assert_eq!(
        bench.call("project_list", json!({"limit": 5}))["sums"]["done_total"],
        90_000_000,
        "nothing is less complete"
    );
    assert_eq!(figures()["next"][0]["period"], json!(null), "this month has its report");

    save(
        "2022-03",
        "dispatch",
        json!({"done_total": 114_000_000, "done_year": 34_000_000, "done_month": 20_000_000, "image": "主体封顶，设备安装75%", "as_of": "2022-03-25"}),
    );
    let now = figures();
    let line = &now["lines"][0];
    assert_eq!(
        (&line["month"], &line["differs"], &line["awaits_money"]),
        (&json!(24_000_000), &json!(true), &json!(false))
    );
    assert_eq!(line["image"], json!([{"text": "主体封顶，设备安装", "fresh": false}, {"text": "75%", "fresh": true}]));
    assert_eq!(line["issue"], json!([{"text": "土地证未办", "fresh": false}]));
    let money = now["money"].as_array().unwrap();
    assert_eq!(money.len(), 2, "bases stand apart");
    assert_eq!(
        [&money[0]["as_of"], &money[0]["rate"], &money[0]["year_rate"], &money[0]["schedule"], &money[0]["ahead"]],
        [&json!("2022-03-25"), &json!(151), &json!(142), &json!(250), &json!(-108)]
    );
    assert_eq!(
        [&money[1]["as_of"], &money[1]["done_year"], &money[1]["done_month"]],
        [&json!("2022-02-28"), &json!(8_000_000), &json!(8_000_000)]
    );
    let january = json!({"project": id, "period": "2022-01", "basis": "statistics", "set": {}});
    assert_eq!(bench.fault("progress_save", january).fields[0].rule, Rule::JanuaryWithFebruary);
}

#[test]
fn a_duty_passes_from_one_to_the_next() {
    let bench = Bench::started();
    let id = bench.project("甲项目");
    let duty = bench.call("duty_save", json!({"id": null, "project": id, "set": {"role": "leader", "name": "沈国栋", "since": "2021-05-01", "position": 1}}));
    let replace = |name: &str, from: &str| json!({"id": duty["id"], "name": name, "from": from});
    assert_eq!(bench.fault("duty_replace", replace("沈国栋", "2022-03-01")).fields[0].rule, Rule::Duplicate);
    assert_eq!(bench.fault("duty_replace", replace("王建国", "2021-04-30")).fields[0].rule, Rule::BeforeHisTerm);
    bench.call("duty_replace", replace("王建国", "2022-03-01"));
    let duties = bench.call("project_get", json!({"id": id}))["duties"].clone();
    let told: Vec<_> =
        duties.as_array().unwrap().iter().map(|d| [&d["name"], &d["since"], &d["until"], &d["position"]]).collect();
    assert_eq!(told[0], [&json!("王建国"), &json!("2022-03-01"), &json!(null), &json!(1)]);
    assert_eq!(told[1], [&json!("沈国栋"), &json!("2021-05-01"), &json!("2022-02-28"), &json!(1)]);
    assert_eq!(bench.call("project_list", json!({"limit": 5}))["rows"][0]["leader"], "王建国");
    assert_eq!(bench.fault("duty_replace", replace("李四", "2022-03-20")).fields[0].rule, Rule::OutOfRange, "ended");
    bench.call("undo", json!({}));
    let duties = bench.call("project_get", json!({"id": id}))["duties"].clone();
    assert_eq!((duties.as_array().unwrap().len(), &duties[0]["until"]), (1, &json!(null)), "one undo for both");
}

#[test]
fn a_scan_stands_beside_its_certificate_and_among_the_projects_papers() {
    let bench = Bench::started();
    let id = bench.project("北辰智能电机产业园");
    let file = bench.folder.path().join("规划许可证.pdf");
    std::fs::write(&file, b"%PDF-1.7 permit").unwrap();
    let input = json!({"project": id, "item": "B03", "added": [{"name": "规划许可证.pdf", "file": file}]});
    let added = bench.call("attachment_add", input.clone());
    let scan = added["added"][0].clone();
    assert_eq!(scan["kind"], "scan");
    let list = bench.call("attachment_list", json!({"id": id}))["list"].clone();
    assert_eq!((&list[0]["item"]["code"], &list[0]["item"]["name"]), (&json!("B03"), &json!("建设工程规划许可证核发")));
    // Again: nothing more. Another content that was there already becomes the approval's.
    assert_eq!(bench.call("attachment_add", input)["twice"][0]["known_as"], "规划许可证.pdf");
    let other = bench.folder.path().join("附图.pdf");
    std::fs::write(&other, b"%PDF-1.7 plan").unwrap();
    let there = attach(&bench, &id, "附图.pdf", b"%PDF-1.7 plan");
    assert_eq!(there["added"][0]["approval"], Json::Null);
    let input = json!({"project": id, "item": "B03", "added": [{"name": "附图.pdf", "file": other}]});
    let now = bench.call("attachment_add", input);
    assert_eq!((&now["added"][0]["id"], &now["added"][0]["approval"]), (&there["added"][0]["id"], &scan["approval"]));
    // One scan for two certificates (四证合一) stands beside both; again beside the second it is there already.
    let second = json!({"project": id, "item": "B02", "added": [{"name": "规划许可证.pdf", "file": file}]});
    let both = bench.call("attachment_add", second.clone());
    assert_eq!((&both["twice"], &both["added"][0]["hash"]), (&json!([]), &scan["hash"]));
    assert_ne!((&both["added"][0]["id"], &both["added"][0]["approval"]), (&scan["id"], &scan["approval"]));
    let again = bench.call("attachment_add", second);
    assert_eq!((&again["added"], again["twice"].as_array().unwrap().len()), (&json!([]), 1));
    let list = bench.call("attachment_list", json!({"id": id}))["list"].clone();
    assert!(list.as_array().unwrap().iter().any(|paper| paper["item"]["code"] == "B02"), "{list}");
    bench.call("attachment_remove", json!({"id": both["added"][0]["id"]}));
    let unknown = json!({"project": id, "item": "Z99", "added": [{"name": "规划许可证.pdf", "file": file}]});
    assert_eq!(bench.fault("attachment_add", unknown).code, Code::NotFound);

    bench.call("attachment_remove", json!({"id": scan["id"]}));
    assert_eq!(bench.call("attachment_list", json!({"id": id}))["list"].as_array().unwrap().len(), 1);
    bench.call("undo", json!({}));
    let list = bench.call("attachment_list", json!({"id": id}))["list"].clone();
    assert!(list.as_array().unwrap().iter().all(|paper| paper["item"]["code"] == "B03"), "{list}");
}

#[test]
fn photos_of_the_site_stand_beside_the_start_they_show() {
    let bench = Bench::started();
    let id = bench.project("北辰智能电机产业园");
    let other = bench.project("另一个项目");
    let set = json!({"happened_on": "2022-03-01", "verified_on": "2022-03-03", "verified_by": "林晓"});
    let file = bench.call("start_save", json!({"id": null, "project": id, "set": set}));
    let start = file["starts"][0]["id"].clone();
    let path = bench.folder.path().join("现场.png");
    std::fs::write(&path, PNG).unwrap();
    // What was among the papers becomes the start's; the same again is there already.
    let there = attach(&bench, &id, "微信图片.png", PNG);
    let input = json!({"project": id, "start": start, "added": [{"name": "现场.png", "file": path}]});
    let added = bench.call("attachment_add", input.clone());
    let photo = &added["added"][0];
    assert_eq!((&photo["id"], &photo["start"], &photo["kind"]), (&there["added"][0]["id"], &start, &json!("photo")));
    assert_eq!(bench.call("attachment_add", input.clone())["twice"].as_array().unwrap().len(), 1);
    let strange = json!({"project": other, "start": start, "added": [{"name": "现场.png", "file": path}]});
    assert_eq!(bench.fault("attachment_add", strange).code, Code::NotFound, "another project's start");
    // A start that is removed leaves its photos among the papers; one undo brings both back together.
    let of = || bench.call("attachment_list", json!({"id": id}))["list"][0]["attachment"]["start"].clone();
    bench.call("start_remove", json!({"id": start}));
    assert_eq!(of(), Json::Null);
    bench.call("undo", json!({}));
    assert_eq!(of(), start);
}
