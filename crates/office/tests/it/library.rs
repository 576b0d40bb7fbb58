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

#[test]
fn steps_fees_and_lists_go_out_and_come_back_and_what_is_not_said_stays_unknown() {
    let office = Office::new();
    let version = draft(&office);
    let set = json!({"steps_before": 8, "steps": 3, "fee_before": 1200, "fee": 0, "lists": "power;duty"});
    office.call("template_items_save", json!({"version": version, "codes": ["B02", "B03"], "set": set}));
    for language in ["zh", "en"] {
        let file = office.folder.path().join(format!("reduced-{language}.xlsx"));
        office.call("template_export", json!({"file": file, "version": version, "language": language}));
        let preview = office.call("template_import_preview", json!({"file": file, "version": version}));
        assert!(lines(&preview).iter().all(|line| line["verdict"] == "same"), "{language}");
    }
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    texts(sheet, 0, &["编码", "事项名称", "优化前环节", "现环节", "收费", "所在清单"]);
    texts(sheet, 1, &["C05", "建筑工程施工许可证核发", "6个环节", "2", "免费", "权力清单"]);
    texts(sheet, 2, &["B03", "建设工程规划许可证核发", "", "", "面议", ""]);
    let saved = save(book);
    let source = json!({"file": saved.path, "version": version});
    let preview = office.call("template_import_preview", source.clone());
    let fields: Vec<&str> =
        lines(&preview)[0]["changes"].as_array().unwrap().iter().map(|c| c["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["steps_before", "steps", "fee", "lists"]);
    assert_eq!(lines(&preview)[1]["faults"][0]["params"]["text"], "面议");
    office.call("template_import", json!({"source": source, "take": [0]}));
    let sheet = office.call("template_get", json!({"version": version}));
    let row = |code: &str| {
        sheet["items"].as_array().unwrap().iter().find(|l| l["row"]["code"] == code).unwrap()["row"].clone()
    };
    assert_eq!((&row("C05")["fee"], &row("C05")["fee_before"]), (&json!(0), &json!(null)));
    assert_eq!(row("A01")["steps"], json!(null));
}

#[test]
fn the_three_lists_go_out_as_one_workbook() {
    let office = Office::new();
    let version = draft(&office);
    let set = json!({"lists": "power;duty"});
    office.call("template_items_save", json!({"version": version, "codes": ["B02", "B03"], "set": set}));
    office.call("template_release", json!({"version": version, "note": null}));
    let entry = json!({"name": "示例条目", "industry": "C30", "measure": "permit", "since": "2022-03-01"});
    office.call("negative_save", json!({"id": null, "set": entry}));
    for (language, sheets, measure) in [
        ("zh", ["权力清单", "责任清单", "负面清单"], "许可准入"),
        ("en", ["Powers", "Duties", "Negative list"], "Needs a permit"),
    ] {
        let file = office.folder.path().join(format!("lists-{language}.xlsx"));
        let written = office.call("authority_export", json!({"file": file, "language": language}));
        assert_eq!(written["rows"], 5);
        let mut book: calamine::Xlsx<_> = calamine::open_workbook(&file).unwrap();
        assert_eq!(calamine::Reader::sheet_names(&book), sheets);
        let range = calamine::Reader::worksheet_range(&mut book, sheets[2]).unwrap();
        assert_eq!(range.get((1, 5)).map(ToString::to_string).as_deref(), Some(measure));
        let powers = calamine::Reader::worksheet_range(&mut book, sheets[0]).unwrap();
        assert_eq!(powers.height(), 3, "a head and two items");
    }
}
