//! The exported workbook in LibreOffice: it opens, and what it saves reads back as the same ledger.

use crate::import::{Office, ledger};
use serde_json::json;
use std::path::Path;
use std::process::Command;

/// Runs LibreOffice without a window; its profile lies in the test's own folder, so that tests do not wait for each other.
pub fn convert(folder: &Path, file: &Path, to: &str) {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let out = folder.join("out");
    let ran = Command::new("soffice")
        .args(["--headless", "--norestore", &profile, "--convert-to", to, "--outdir"])
        .arg(&out)
        .arg(file)
        .output()
        .expect("LibreOffice is installed (apt-get install libreoffice-calc-nogui)");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}

#[test]
fn libreoffice_opens_the_export_and_saves_the_same_ledger() {
    let office = Office::new();
    for name in ["省级重大项目台账-2022一季度.xlsx", "layouts/layout-1.xlsx"] {
        office.import(&ledger(name), name);
    }
    let folder = office.folder.path();
    let file = folder.join("台账.xlsx");
    office.call("ledger_export", json!({"file": file, "layout": "official", "query": {}}));
    let count = office.list(json!({"limit": 1}))["sums"]["count"].clone();

    convert(folder, &file, "xlsx:Calc MS Excel 2007 XML");
    let (session, plan) = office.preview(&folder.join("out/台账.xlsx"), "");
    let other = office.rows(&session, "changed").into_iter().chain(office.rows(&session, "new")).next();
    assert_eq!(plan["same"], count, "{other:#?}");

    // As plain text, a person's eye would see the same: codes whole, money to the last digit, totals added up.
    convert(folder, &file, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1");
    let text = std::fs::read_to_string(folder.join("out/台账-台账.csv")).unwrap();
    assert!(text.contains("2307-231005-04-01-503554") && text.contains("91231005YYYY39785K"), "{}", &text[..600]);
    assert!(text.contains("2021年9月底前"));
    let total = text.lines().find(|l| l.starts_with("合计")).expect("a total line");
    let sums = office.list(json!({"limit": 1}))["sums"]["total"].as_i64().unwrap() / 10_000;
    assert!(total.replace(',', "").contains(&sums.to_string()), "{total} has no {sums}");
}
