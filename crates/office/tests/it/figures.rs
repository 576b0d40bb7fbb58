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
    for layout in ["official", "list", "print"] {
        let out = office.folder.path().join("台账.xlsx");
        office.call("ledger_export", json!({"file": out, "layout": layout, "query": {}}));
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
