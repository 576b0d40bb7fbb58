//! What an office calls a role stands in its documents as it does on the screen (practice C39).

use crate::import::Office;
use calamine::{Reader, Xlsx, open_workbook};
use serde_json::json;
use std::path::Path;

/// Every text of every sheet.
fn texts(path: &Path) -> String {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let names = book.sheet_names();
    let cells = |name: &String| -> Vec<String> {
        book.worksheet_range(name).unwrap().cells().map(|(_, _, cell)| cell.to_string()).collect()
    };
    names.iter().flat_map(cells).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_renamed_role_reaches_every_document() {
    let office = Office::new();
    let saved = office.call("project_save", json!({"id": null, "set": {"name": "北辰智能电机产业园"}}));
    let project = saved["project"]["id"].clone();
    let person = office.call("person_save", json!({"id": null, "set": {"name": "沈国栋"}}))["id"].clone();
    for (role, name) in [("leader", "沈国栋"), ("chief_service_officer", "沈国栋")] {
        office.call("duty_save", json!({"id": null, "project": project, "set": {"role": role, "name": name}}));
    }
    let before = office.call("snapshot_save", json!({"name": "上月", "kind": "manual"}))["id"].clone();
    let other = office.call("project_save", json!({"id": null, "set": {"name": "没有人管的项目"}}));
    assert!(other["project"]["id"].is_string());
    let duties = office.call("project_get", json!({"id": project}))["duties"].clone();
    office.call("duty_save", json!({"id": duties[0]["id"], "project": project, "set": {"name": "安书记"}}));
    office.call("duty_save", json!({"id": null, "project": project, "set": {"role": "liaison", "name": "沈国栋"}}));
    office.call("role_name_save", json!({"role": "leader", "name": "领办领导"}));
    office.call("role_name_save", json!({"role": "chief_service_officer", "name": "项目管家"}));

    let place = |name: &str| office.folder.path().join(name);
    for layout in ["official", "list", "print", "view"] {
        let file = place(&format!("{layout}.xlsx"));
        let columns = json!(["name", "leader", "chief_service_officer"]);
        office.call("ledger_export", json!({"file": file, "layout": layout, "columns": columns}));
        let said = texts(&file);
        assert!(said.contains("领办领导") && !said.contains("包保领导"), "{layout}: {said}");
    }
    let file = place("变化稿.xlsx");
    office.call("changes_export", json!({"file": file, "from": before, "to": "now"}));
    let said = texts(&file);
    assert_eq!((said.matches("领办领导").count(), said.contains("包保领导")), (2, false), "head and list: {said}");
    let zip = office.call("ledger_zip", json!({"file": place("按领导.zip"), "by": "leader", "layout": "list"}));
    assert!(zip["names"].to_string().contains("未定领办领导"), "{zip}");
    let file = place("交接.xlsx");
    office.call("hand_over_export", json!({"file": file, "person": person, "to": "王海", "witness": ""}));
    let said = texts(&file);
    assert!(said.contains("项目管家") && said.contains("联络员") && !said.contains("首席服务员"), "{said}");
    let file = place("一页纸.docx");
    office.call("paper_project", json!({"project": project, "file": file}));
    let mut paper = zip::ZipArchive::new(std::fs::File::open(&file).unwrap()).unwrap();
    let said = std::io::read_to_string(paper.by_name("word/document.xml").unwrap()).unwrap();
    assert!(said.contains("领办领导") && said.contains("项目管家") && !said.contains("包保领导"));
    let file = place("领导.docx");
    office.call("paper_leader", json!({"leader": "安书记", "file": file}));
    let mut paper = zip::ZipArchive::new(std::fs::File::open(&file).unwrap()).unwrap();
    let said = std::io::read_to_string(paper.by_name("word/document.xml").unwrap()).unwrap();
    assert!(
        said.contains("安书记领办项目情况") && said.contains("安书记领办1个项目") && !said.contains("包保"),
        "{said}"
    );
    office.call("role_name_save", json!({"role": "leader", "name": null}));
    let file = place("原名.xlsx");
    office.call("ledger_export", json!({"file": file, "layout": "list"}));
    assert!(texts(&file).contains("包保领导"), "the usual word is back");
}
