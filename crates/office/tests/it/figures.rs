//! Figures in what is exported: numbers that a spreadsheet program adds up, shown whole and without a point at the end.

use crate::import::Office;
use calamine::{Data, Reader};
use serde_json::json;
use std::path::Path;

/// The cells of the first sheet, as values.
fn cells(file: &Path) -> calamine::Range<Data> {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(file).unwrap();
    book.worksheet_range_at(0).unwrap().unwrap()
}

/// The number formats of a workbook.
fn formats(file: &Path) -> String {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(file).unwrap()).unwrap();
    std::io::read_to_string(zip.by_name("xl/styles.xml").unwrap()).unwrap()
}

#[test]
fn a_column_adds_up_to_its_total_and_about_comes_back() {
    let office = Office::new();
    for (name, total, about) in [("甲", 92_000_000, false), ("乙", 320_000_000, true), ("丙", 1_234_500, false)] {
        office.call("project_save", json!({"id": null, "set": {"name": name, "total": total, "total_about": about}}));
    }
    for layout in ["official", "list", "print", "view"] {
        let out = office.folder.path().join("台账.xlsx");
        let columns = json!(["entered", "name", "stage", "total"]);
        office.call("ledger_export", json!({"file": out, "layout": layout, "columns": columns, "query": {}}));
        let sheet = cells(&out);
        let rows: Vec<_> = sheet.rows().collect();
        let at = rows.iter().position(|row| row[0] == Data::String("合计".into())).unwrap();
        let column =
            (0..rows[at].len()).find(|c| rows[at][*c] == Data::Float(41_323.45)).expect("the total is a number");
        let number = |row: &&[Data]| match row[column] {
            Data::Float(n) => n,
            ref other => panic!("{layout}: {other:?} is not added up"),
        };
        let added: f64 = rows[at - 3..at].iter().map(number).sum();
        assert!((added - 41_323.45).abs() < 1e-9, "{layout}: {added}");
        let formats = formats(&out);
        assert!(!formats.contains(".#"), "a whole figure would end in a point: {formats}");
        assert!(formats.contains("约"), "{layout}: {formats}");
        // Read again, nothing is another.
        let (_, plan) = office.preview(&out, "");
        assert_eq!((&plan["all"], &plan["same"]), (&json!(3), &json!(3)), "{layout}");
    }
}

#[test]
fn ticked_projects_are_exported_with_the_columns_that_are_seen() {
    let office = Office::new();
    let made = |name: &str, total: i64| {
        let set = json!({"name": name, "total": total, "stage": "building", "started_planned": "2022-05-31/month", "tags": "专精\n绿色"});
        office.call("project_save", json!({"id": null, "set": set}))["project"]["id"].clone()
    };
    let ids = [made("甲", 92_000_000), made("乙", 320_000_000), made("丙", 1_234_500)];
    let columns = json!(["entered", "light", "name", "stage", "tags", "started_planned", "total", "rate"]);
    let out = office.folder.path().join("选中.xlsx");
    let rows = |language: &str, columns: &serde_json::Value| -> Vec<Vec<String>> {
        let query = json!({"projects": [ids[0], ids[2]], "sort": [{"column": "total"}]});
        let input = json!({"file": out, "layout": "view", "columns": columns, "query": query, "language": language});
        assert_eq!(office.call("ledger_export", input)["rows"], 2);
        cells(&out).rows().skip(2).map(|row| row.iter().map(ToString::to_string).collect()).collect()
    };
    assert_eq!(
        rows("zh", &columns),
        [
            vec!["序号", "灯", "项目名称", "阶段", "标签", "计划开工", "总投资（万元）", "占总投资（%）"],
            vec!["1", "不适用", "丙", "在建", "专精、绿色", "2022-05", "123.45", ""],
            vec!["2", "不适用", "甲", "在建", "专精、绿色", "2022-05", "9200", ""],
            vec!["合计", "2个", "", "", "", "", "9323.45", ""],
        ]
    );
    assert_eq!(rows("en", &json!(["name", "stage"]))[1], ["1", "丙", "Building"]);
    let refused = office.run("ledger_export", json!({"file": out, "layout": "view", "columns": ["entered"]}));
    assert_eq!(refused.unwrap_err().fields[0].field, "columns");
}
