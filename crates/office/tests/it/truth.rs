//! Every ledger that has a truth file beside it is read exactly: rows in order, all keys, skipped lines, totals.

use serde_json::Value;
use std::path::{Path, PathBuf};
use zhuanban_core::job::Job;
use zhuanban_office::{Corrections, dry_run, understand_file};

fn ledgers() -> Vec<(PathBuf, Value)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/ledgers");
    let mut found = Vec::new();
    for folder in [root.clone(), root.join("layouts")] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let truth = PathBuf::from(format!("{}.truth.json", path.display()));
            if truth.exists() {
                let value = serde_json::from_str(&std::fs::read_to_string(truth).unwrap()).unwrap();
                found.push((path, value));
            }
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(found.len(), 29);
    found
}

fn array<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn key(value: &Value) -> Value {
    let mut only = value.clone();
    if let Some(needs) = only["needs"].as_array_mut() {
        for need in needs {
            let need = need.as_object_mut().unwrap();
            need.retain(|key, _| matches!(key.as_str(), "element" | "quantity" | "unit"));
        }
    }
    only
}

#[test]
fn rows_and_skipped_lines_are_exactly_the_truth() {
    for (path, truth) in ledgers() {
        let read = serde_json::to_value(dry_run(&path, &Corrections::default()).unwrap()).unwrap();
        let name = path.file_name().unwrap().to_string_lossy();
        assert_eq!(read["errors"], serde_json::json!([]), "{name}");
        assert_eq!(array(&read, "rows").len(), array(&truth, "rows").len(), "{name}: {:?}", read["skipped"]);
        for (row, expected) in array(&read, "rows").iter().zip(array(&truth, "rows")) {
            let row = key(row);
            for (field, value) in expected.as_object().unwrap() {
                assert_eq!(&row[field], value, "{name} {field} of {row}");
            }
        }
        if let Some(expected) = truth["skipped"].as_array() {
            let found: Vec<_> =
                array(&read, "skipped").iter().map(|line| (line["row"].as_u64(), line["kind"].as_str())).collect();
            let known: Vec<_> = expected.iter().map(|line| (line["row"].as_u64(), line["kind"].as_str())).collect();
            assert_eq!(found, known, "{name}");
        }
        if let Some(duplicate) = truth["duplicate"].as_str() {
            // A repeated line is skipped where the truth lists it, and its project is read once.
            let rows = array(&read, "rows").iter().filter(|row| row["name"] == duplicate).count();
            let known = array(&truth, "rows").iter().filter(|row| row["name"] == duplicate).count();
            assert_eq!(rows, known, "{name}");
        }
    }
}

#[test]
fn headers_units_and_totals_are_the_truth() {
    for (path, truth) in ledgers() {
        let name = path.file_name().unwrap().to_string_lossy();
        let understanding = understand_file(&path, &Corrections::default(), &Job::default()).unwrap();
        let sheet = understanding.sheets.iter().find(|sheet| sheet.has_table).unwrap();
        if let Some(height) = truth["header_rows"].as_u64() {
            let header = sheet.header.unwrap();
            assert_eq!(u64::from(header.last - header.first + 1), height, "{name}");
        }
        if let Some(unit) = truth["unit"].as_str() {
            let total = sheet.columns.iter().find(|column| column.field == zhuanban_office::Field::Total).unwrap();
            assert_eq!(total.unit.as_deref().unwrap_or(sheet.unit.unwrap().name()), unit, "{name}");
        }
        for check in understanding.sheets.iter().flat_map(|sheet| &sheet.totals) {
            assert!(check.agrees(), "{name}: {check:?}");
        }
        if let Some(totals) = truth["total_wan"].as_array() {
            let whole: Vec<i64> = sheet
                .totals
                .iter()
                .filter(|c| c.group.is_empty() && c.field.is_some())
                .map(|c| c.sum / 10_000)
                .collect();
            assert_eq!(whole, totals.iter().filter_map(Value::as_i64).collect::<Vec<_>>(), "{name}");
        }
        let unsure: Vec<_> = sheet.columns.iter().filter(|column| !column.sure).map(|column| &column.heading).collect();
        assert!(unsure.is_empty(), "{name}: {unsure:?}");
    }
}
