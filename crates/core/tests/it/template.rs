//! The template as versions: drafted, changed, released; checklists keep theirs until somebody asks for another.

use crate::bench_desk::Bench;
use serde_json::{Value as Json, json};
use zhuanban_core::error::{Code, Rule};

fn item(list: &Json, code: &str) -> Json {
    let found = list["items"].as_array().unwrap().iter().find(|i| i["code"] == code);
    found.unwrap_or_else(|| panic!("no {code}")).clone()
}

fn has(list: &Json, code: &str) -> bool {
    list["items"].as_array().unwrap().iter().any(|i| i["code"] == code)
}

fn row(sheet: &Json, code: &str) -> Json {
    sheet["items"].as_array().unwrap().iter().find(|line| line["row"]["code"] == code).unwrap().clone()
}

fn save(bench: &Bench, version: &str, code: &str, set: Json) -> Json {
    bench.call("template_item_save", json!({"version": version, "code": code, "set": set}))
}

fn draft(bench: &Bench) -> String {
    bench.call("template_draft", json!({}))["version"]["id"].as_str().unwrap().to_string()
}

fn accepted(bench: &Bench, project: &str, item: &str) -> Json {
    let step = json!({"project": project, "item": item, "state": "accepted", "happened_on": "2022-03-16", "set": {}});
    bench.call("approval_step", step)
}

#[test]
fn a_new_version_reaches_new_checklists_and_running_ones_only_when_asked() {
    let bench = Bench::started(); // today is 2022-03-28
    let (running, fresh) = (bench.project("岱北重工"), bench.project("泰和精铸"));
    let before = item(&accepted(&bench, &running, "B03"), "B03");
    let version = draft(&bench);
    let sheet = save(&bench, &version, "B03", json!({"promised": 4, "name": "建设工程规划许可证（新）"}));
    assert!(row(&sheet, "B03")["changed"].as_bool().unwrap() && !row(&sheet, "B02")["changed"].as_bool().unwrap());
    save(
        &bench,
        &version,
        "X01",
        json!({
            "name": "区域评估核对", "department": "自然资源", "stage": "并行推进", "kind": "internal", "core": "always",
            "promised": 2, "needs": "A01", "materials": "申请表\n- 营业执照复印件\n? 承诺书",
        }),
    );
    // A draft is nobody's checklist.
    assert!(!has(&bench.call("approval_list", json!({"id": fresh})), "X01"));
    bench.call("template_release", json!({"version": version, "note": "压减工规时限"}));

    let kept = bench.call("approval_list", json!({"id": running}));
    assert_eq!((item(&kept, "B03"), has(&kept, "X01")), (before.clone(), false));
    let new = bench.call("approval_list", json!({"id": fresh}));
    assert_eq!(item(&new, "B03")["name"], "建设工程规划许可证（新）");
    // What was cut is not asked for any more.
    let papers = item(&new, "X01")["materials"].clone();
    assert_eq!(
        (papers.as_array().unwrap().len(), papers[1]["name"].as_str(), papers[1]["may_lack"].as_bool()),
        (2, Some("承诺书"), Some(true))
    );
    let lines = bench.call("template_list", json!({}));
    assert_eq!((lines[0]["checklists"].as_i64(), lines[1]["newest"].as_bool()), (Some(1), Some(true)));

    let asked = json!({"projects": null, "version": version, "offset": 0, "limit": 50});
    let difference = bench.call("checklist_difference", asked);
    assert_eq!(
        (difference["count"].as_i64(), difference["rows"][0]["comes"][0]["code"].as_str()),
        (Some(1), Some("X01"))
    );
    let limit = &difference["rows"][0]["limits"][0];
    assert_eq!((&limit["item"]["code"], &limit["to"]), (&json!("B03"), &json!({"half_days": 4, "unit": "working"})));
    assert_eq!(limit["due"]["to"], "2022-03-18");
    assert_eq!(bench.call("checklist_move", json!({"projects": [running], "version": version})), json!(1));
    let moved = bench.call("approval_list", json!({"id": running}));
    assert_eq!((item(&moved, "B03")["due_on"].as_str(), has(&moved, "X01")), (Some("2022-03-18"), true));
    bench.call("undo", json!({}));
    assert_eq!(item(&bench.call("approval_list", json!({"id": running})), "B03"), before);
}

#[test]
fn a_checklist_begun_under_a_version_keeps_it_when_the_next_is_released() {
    let bench = Bench::started();
    let first = draft(&bench);
    save(&bench, &first, "B03", json!({"promised": 4}));
    bench.call("template_release", json!({"version": first, "note": null}));
    let (begun, asked) = (bench.project("岱北重工"), bench.project("泰和精铸"));
    accepted(&bench, &begun, "B03");
    bench.call("approval_answer", json!({"project": asked, "question": "farmland", "answer": "no"}));
    let second = draft(&bench);
    save(&bench, &second, "B03", json!({"promised": 20}));
    bench.call("template_release", json!({"version": second, "note": null}));
    for id in [&begun, &asked] {
        assert_eq!(item(&bench.call("approval_list", json!({"id": id})), "B03")["promised"]["half_days"], 4);
    }
    let fresh = bench.project("新来的项目");
    assert_eq!(item(&bench.call("approval_list", json!({"id": fresh})), "B03")["promised"]["half_days"], 20);
    let differs = bench.call("template_difference", json!({"from": first, "to": second}));
    assert_eq!(
        differs,
        json!([{
            "code": "B03", "name": "建设工程规划许可证核发", "name_en": differs[0]["name_en"], "fate": "changed",
            "fields": [{"field": "promised", "from": "4", "to": "20"}],
        }])
    );
}

#[test]
fn what_is_under_way_stays_though_the_version_drops_it() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    accepted(&bench, &id, "B03");
    let version = draft(&bench);
    save(&bench, &version, "C05", json!({"needs": "C01"}));
    let gone = json!({"version": version, "code": "B03"});
    let sheet = bench.call("template_item_remove", gone);
    // Others need it still: that is told, and refused.
    assert!(!sheet["faults"].as_array().unwrap().is_empty());
    let fault = bench.fault("template_release", json!({"version": version, "note": null}));
    assert!(fault.fields.iter().all(|f| f.rule == Rule::NoSuchRecord && f.params["text"] == "B03"), "{fault:?}");
    for fault in &fault.fields {
        let (code, field) = (&fault.params["code"], &fault.field);
        let sheet = bench.call("template_get", json!({"version": version}));
        let held = row(&sheet, code)["row"][field].as_str().unwrap().to_string();
        let left: Vec<String> = held
            .split(';')
            .map(|group| group.split('|').filter(|c| *c != "B03").collect::<Vec<_>>().join("|"))
            .filter(|group| !group.is_empty())
            .collect();
        save(&bench, &version, code, json!({field.as_str(): left.join(";")}));
    }
    bench.call("template_release", json!({"version": version, "note": null}));
    bench.call("checklist_move", json!({"projects": [id], "version": version}));
    let list = bench.call("approval_list", json!({"id": id}));
    assert_eq!(
        (item(&list, "B03")["state"].as_str(), item(&list, "B03")["verdict"].is_null()),
        (Some("accepted"), true)
    );
}

#[test]
fn a_limit_to_be_checked_says_so_until_somebody_confirms_it() {
    let bench = Bench::started();
    let id = bench.project("岱北重工");
    let promised = || item(&bench.call("approval_list", json!({"id": id})), "A05")["promised"]["to_check"].clone();
    let sheet = bench.call("template_get", json!({"version": null}));
    let open: Vec<&str> = sheet["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["row"]["promised_mark"] == "to_check")
        .map(|line| line["row"]["code"].as_str().unwrap())
        .collect();
    assert!(open.contains(&"C01"), "{open:?}");
    assert_eq!(promised(), false);
    let list = bench.call("approval_list", json!({"id": id}));
    assert_eq!(item(&list, "C01")["promised"]["to_check"], true);
    let count = sheet["to_check"].as_i64().unwrap();
    let marked = sheet["items"].as_array().unwrap().iter().filter(|line| line["to_check"] != json!([])).count();
    assert_eq!((count, row(&sheet, "C01")["to_check"].clone()), (marked as i64, json!(["promised"])));
    bench.call("template_limit_check", json!({"item": "C01", "which": "promised", "source": "市审批局办事指南"}));
    let list = bench.call("approval_list", json!({"id": id}));
    assert_eq!(item(&list, "C01")["promised"]["to_check"], false);
    let sheet = bench.call("template_get", json!({"version": null}));
    assert_eq!(sheet["to_check"].as_i64(), Some(count - 1));
    assert_eq!(row(&sheet, "C01")["checks"][0]["source"], "市审批局办事指南");
    // Another limit is to be checked again.
    let version = draft(&bench);
    save(&bench, &version, "C01", json!({"promised": 1}));
    bench.call("template_release", json!({"version": version, "note": null}));
    let list = bench.call("approval_list", json!({"id": id}));
    assert_eq!(item(&list, "C01")["promised"]["to_check"], true);
}

#[test]
fn a_draft_says_what_is_wrong_and_where() {
    let bench = Bench::started();
    let version = draft(&bench);
    let fault = bench.fault("template_draft", json!({}));
    assert_eq!(fault.code, Code::InUse);
    let bad = |set: Json| bench.fault("template_item_save", json!({"version": version, "code": "C05", "set": set}));
    assert_eq!(bad(json!({"promised": 5000})).fields[0].field, "promised");
    assert_eq!(bad(json!({"name": ""})).fields[0].rule, Rule::Required);
    assert_eq!(bad(json!({"question": "要不要？"})).fields[0].field, "question");
    assert_eq!(bad(json!({"modes": "file;whatever"})).fields[0].field, "modes");
    assert_eq!(bad(json!({"code": "D99"})).fields[0].rule, Rule::NotEditable);
    save(&bench, &version, "A01", json!({"needs": "C05"}));
    let fault = bench.fault("template_release", json!({"version": version, "note": null}));
    assert_eq!(fault.fields[0].rule, Rule::WaitCircle);
    assert_eq!(bench.call("template_discard", json!({"id": version})).as_array().unwrap().len(), 1);
    assert_eq!(bench.tables()["template_item"].len(), 0);
    bench.call("undo", json!({}));
    assert_eq!(bench.tables()["template_item"].len(), 77);
}
