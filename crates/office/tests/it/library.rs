//! The library of approvals as a spreadsheet: ours reads back without a change, in both languages; somebody else's is understood.

use crate::dice::{Made, save, texts};
use crate::import::Office;
use rust_xlsxwriter::Workbook;
use serde_json::{Value as Json, json};
use zhuanban_core::error::{Code, Rule};

fn draft(office: &Office) -> String {
    office.call("template_draft", json!({}))["version"]["id"].as_str().unwrap().to_string()
}

fn lines(preview: &Json) -> &Vec<Json> {
    preview["lines"].as_array().unwrap()
}

#[test]
fn what_is_exported_reads_back_without_a_change() {
    let office = Office::new();
    let version = draft(&office);
    for language in ["zh", "en"] {
        let file = office.folder.path().join(format!("library-{language}.xlsx"));
        let written = office.call("template_export", json!({"file": file, "version": null, "language": language}));
        assert_eq!(written["rows"], 77);
        let preview = office.call("template_import_preview", json!({"file": file, "version": version}));
        assert_eq!(lines(&preview).len(), 77);
        let other: Vec<&Json> = lines(&preview).iter().filter(|line| line["verdict"] != "same").collect();
        assert!(other.is_empty(), "{language}: {:?}", &other[..other.len().min(2)]);
        assert!(preview["heads"].as_array().unwrap().iter().all(|head| !head["field"].is_null()));
    }
}

/// A list as another office sends it: a title above, English heads, a column nobody asked for.
fn foreign() -> Made {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    texts(sheet, 0, &["Approvals of the new district, 2022"]);
    texts(
        sheet,
        1,
        &[
            "No.",
            "Approval item",
            "Authority",
            "Statutory limit (days)",
            "Promised workdays",
            "Fee",
            "Required documents",
        ],
    );
    texts(
        sheet,
        2,
        &["1", "建设工程规划许可证核发", "行政审批局", "20", "3 working days", "none", "申请表\n- 营业执照"],
    );
    texts(sheet, 3, &["2", "区域评估核对", "自然资源局", "", "即办", "none", ""]);
    texts(sheet, 4, &["3", "环评审批", "生态环境局", "about a month", "5", "none", ""]);
    save(book)
}

#[test]
fn somebody_elses_layout_with_english_heads_is_understood() {
    let office = Office::new();
    let version = draft(&office);
    let file = foreign();
    let source = json!({"file": file.path, "version": version});
    let preview = office.call("template_import_preview", source.clone());
    let fields: Vec<Json> = preview["heads"].as_array().unwrap().iter().map(|head| head["field"].clone()).collect();
    assert_eq!(
        fields,
        [
            json!(null),
            json!("name"),
            json!("department"),
            json!("statutory"),
            json!("promised"),
            json!(null),
            json!("materials")
        ]
    );
    let verdicts: Vec<&str> = lines(&preview).iter().map(|line| line["verdict"].as_str().unwrap()).collect();
    assert_eq!(verdicts, ["changed", "new", "unclear"]);
    let changed: Vec<&str> = lines(&preview)[0]["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| change["field"].as_str().unwrap())
        .collect();
    assert_eq!(
        (lines(&preview)[0]["code"].as_str(), changed),
        (Some("B03"), vec!["department", "promised", "promised_mark", "materials"])
    );
    assert_eq!(lines(&preview)[2]["faults"][0]["params"]["text"], "about a month");

    let fault = office.run("template_import", json!({"source": source, "take": [0, 2]})).unwrap_err();
    assert_eq!(fault.fields[0].rule, Rule::NotAChoice);
    let sheet = office.call("template_get", json!({"version": version}));
    assert!(sheet["items"].as_array().unwrap().iter().all(|line| line["changed"] == false), "nothing half-written");
    assert_eq!(office.call("template_import", json!({"source": source, "take": [0, 1]})), json!(2));
    let sheet = office.call("template_get", json!({"version": version}));
    let row = |code: &str| {
        sheet["items"].as_array().unwrap().iter().find(|line| line["row"]["code"] == code).unwrap().clone()
    };
    assert_eq!((row("B03")["row"]["promised"].as_i64(), row("X01")["row"]["promised"].as_i64()), (Some(6), Some(0)));
    assert_eq!((row("B03")["papers_before"].as_i64(), row("B03")["papers"].as_i64()), (Some(2), Some(1)));
    office.call("undo", json!({}));
    let sheet = office.call("template_get", json!({"version": version}));
    assert!(sheet["items"].as_array().unwrap().iter().all(|line| line["row"]["code"] != "X01"));
}

#[test]
fn a_file_without_items_and_a_released_version_are_refused() {
    let office = Office::new();
    let version = draft(&office);
    let mut book = Workbook::new();
    texts(book.add_worksheet(), 0, &["一份别的表", "数量"]);
    let file = save(book);
    let source = json!({"file": file.path, "version": version});
    let fault = office.run("template_import_preview", source.clone()).unwrap_err();
    assert_eq!(fault.code, Code::FileNoTable);
    office.call("template_release", json!({"version": version, "note": null}));
    let fault = office.run("template_import_preview", source).unwrap_err();
    assert_eq!(fault.fields[0].rule, Rule::NotEditable);
}
