//! 本月新变化标红: an exported ledger is red exactly where it differs from the end of last month (practice C34).

use crate::import::Office;
use calamine::{Reader, Xlsx, open_workbook};
use chrono::NaiveDate;
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, month, day).unwrap()
}

fn project(office: &Office, name: &str, total: i64) -> String {
    let set = json!({"name": name, "region": "230604", "total": total, "plan": 400_000_000, "plan_year": 2022,
        "stage": "preparing", "responsible_unit": "区工信局"});
    let saved = office.call("project_save", json!({"id": null, "set": set}));
    saved["project"]["id"].as_str().unwrap().to_string()
}

fn report(office: &Office, project: &str, period: &str, set: Json) {
    office.call("progress_save", json!({"project": project, "period": period, "basis": "dispatch", "set": set}));
}

fn lead(office: &Office, project: &str, name: &str) -> Json {
    office.call("duty_save", json!({"id": null, "project": project, "set": {"role": "leader", "name": name}}))
}

const BUILT: &str = "基础完成";

/// Four projects in February, one of them reported and three with a leader; then it is March.
fn february() -> (Office, Vec<String>) {
    let office = Office::on(day(2, 20), "大庆市全要素保障专班", "city", "230600");
    let ids: Vec<String> = ["电机产业园", "聚碳酸酯", "大豆精深加工", "冷链物流"]
        .iter()
        .map(|name| {
            let id = project(&office, name, 1_000_000_000);
            let words =
                json!({"image": BUILT, "issue": "高压线迁改", "done_total": 300_000_000, "done_year": 100_000_000});
            report(&office, &id, "2022-02", words);
            id
        })
        .collect();
    ids[..3].iter().for_each(|id| drop(lead(&office, id, "沈国栋")));
    let contact = json!({"name": "孙强", "phone": "13800000001"});
    office.call("contact_save", json!({"id": null, "project": ids[2], "set": contact}));
    (office.later(day(3, 25)), ids)
}

fn file(office: &Office) -> PathBuf {
    office.folder.path().join("台账.xlsx")
}

fn export(office: &Office, layout: &str, more: Json) -> PathBuf {
    let columns =
        json!(["name", "stage", "total", "done_year", "year_rate", "rate", "image", "issue", "leader", "period"]);
    let mut input = json!({"file": file(office), "layout": layout, "columns": columns, "query": {}, "news": true});
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    office.call("ledger_export", input);
    file(office)
}

fn part(file: &Path, name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(file).unwrap()).unwrap();
    std::io::read_to_string(zip.by_name(name).unwrap()).unwrap()
}

/// The cells whose type is red, as `B4`.
fn red_cells(file: &Path) -> BTreeSet<String> {
    let styles = part(file, "xl/styles.xml");
    let between = |from: &str, to: &str| styles.split(from).nth(1).unwrap().split(to).next().unwrap().to_string();
    let fonts = between("<fonts ", "</fonts>");
    let red: Vec<bool> = fonts.split("<font>").skip(1).map(|font| font.contains("FFC00000")).collect();
    let formats = between("<cellXfs ", "</cellXfs>");
    let font = |xf: &str| xf.split("fontId=\"").nth(1).unwrap().split('"').next().unwrap().parse::<usize>().unwrap();
    let red: Vec<bool> = formats.split("<xf ").skip(1).map(|xf| red[font(xf)]).collect();
    let sheet = part(file, "xl/worksheets/sheet1.xml");
    let attribute = |cell: &str, name: &str| Some(cell.split(name).nth(1)?.split('"').next()?.to_string());
    let cells = sheet.split("<c ").skip(1).map(|cell| cell.split('>').next().unwrap());
    let style = |cell: &str| attribute(cell, "s=\"").and_then(|s| s.parse::<usize>().ok());
    cells.filter(|cell| style(cell).is_some_and(|s| red[s])).filter_map(|cell| attribute(cell, "r=\"")).collect()
}

/// Of each project in a sheet, the heads of its red cells.
fn red(file: &Path) -> BTreeMap<String, Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(file).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let text =
        |row: usize, col: usize| range.get_value((row as u32, col as u32)).map(ToString::to_string).unwrap_or_default();
    let first = (0..).find(|row| text(*row, 0) == "1").unwrap();
    let head = |col: usize| match text(first - 1, col) {
        own if own.is_empty() => text(first - 2, col),
        own => own,
    };
    let mut out: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let cells = red_cells(file);
    for row in first..range.height() {
        for col in 0..range.width() {
            if cells.contains(&place(row, col)) {
                out.entry(text(row, 1)).or_default().push(head(col));
            }
        }
    }
    out
}

fn place(row: usize, col: usize) -> String {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n).unwrap());
    let first = (col >= 26).then(|| letter(col / 26 - 1));
    first.into_iter().chain([letter(col % 26)]).collect::<String>() + &(row + 1).to_string()
}

fn of(told: &[(&str, &[&str])]) -> BTreeMap<String, Vec<String>> {
    let own = |heads: &[&str]| heads.iter().map(|head| (*head).to_string()).collect();
    told.iter().map(|(name, heads)| ((*name).to_string(), own(heads))).collect()
}

#[test]
fn a_cell_is_red_exactly_where_it_differs_from_the_end_of_last_month() {
    let (office, ids) = february();
    assert_eq!(red(&export(&office, "official", json!({}))), of(&[]), "nothing happened yet");

    let words =
        json!({"image": "主体封顶", "issue": "高压线迁改", "done_total": 400_000_000, "done_year": 200_000_000});
    report(&office, &ids[0], "2022-03", words);
    // 沿用上月
    let same = json!({"image": BUILT, "issue": "高压线迁改", "done_total": 300_000_000, "done_year": 100_000_000});
    report(&office, &ids[1], "2022-03", same);
    // One record changed three ways, and one of them back again.
    office.call("project_save", json!({"id": ids[2], "set": {"total": 2_000_000_000, "stage": "started"}}));
    office.call("project_save", json!({"id": ids[2], "set": {"total": 3_000_000_000_i64, "note": "已移交"}}));
    office.call("project_save", json!({"id": ids[2], "set": {"stage": "preparing"}}));
    let duties = office.call("project_get", json!({"id": ids[2]}))["duties"].clone();
    office.call("duty_remove", json!({"id": duties[0]["id"]}));
    lead(&office, &ids[2], "王海涛");
    let contact = office.call("project_get", json!({"id": ids[2]}))["contacts"][0]["id"].clone();
    office.call("contact_save", json!({"id": contact, "set": {"phone": "13800000002"}}));
    let need = json!({"kind": "need", "element": "用地", "unit": "亩", "required": 172_000});
    office.call("matter_save", json!({"id": null, "project": ids[3], "set": need}));

    let expected = [
        ("电机产业园", &["累计完成投资", "本年完成投资", "形象进度"][..]),
        ("大豆精深加工", &["总投资", "包保领导", "联系电话", "备注"]),
        ("冷链物流", &["用地（亩）"]),
    ];
    assert_eq!(red(&export(&office, "official", json!({}))), of(&expected));
    assert_eq!(red(&export(&office, "official", json!({"news": false}))), of(&[]), "only where it is asked for");
    let expected =
        [("电机产业园", &["累计完成投资（万元）", "形象进度"][..]), ("大豆精深加工", &["总投资（万元）", "包保领导"])];
    assert_eq!(red(&export(&office, "list", json!({}))), of(&expected));
    let expected = [
        ("电机产业园", &["本年完成投资（万元）", "占年度计划（%）", "形象进度"][..]),
        ("大豆精深加工", &["总投资（万元）", "包保领导", "联系电话"]),
    ];
    assert_eq!(red(&export(&office, "print", json!({}))), of(&expected));
    let expected = [
        ("电机产业园", &["本年完成（万元）", "占年计划（%）", "占总投资（%）", "形象进度"][..]),
        ("大豆精深加工", &["总投资（万元）", "占总投资（%）", "包保领导"]),
    ];
    assert_eq!(red(&export(&office, "view", json!({}))), of(&expected));

    // What is as it was is no longer new.
    office.call("project_save", json!({"id": ids[2], "set": {"total": 1_000_000_000}}));
    assert!(!red(&export(&office, "list", json!({})))["大豆精深加工"].contains(&"总投资（万元）".to_string()));
}

#[test]
fn a_months_paper_of_the_next_months_first_days_marks_that_month_until_a_report_of_the_next_is_in() {
    let (office, ids) = february();
    report(&office, &ids[0], "2022-03", json!({"image": "主体封顶"}));
    let office = office.later(day(4, 3));
    let march = of(&[("电机产业园", &["形象进度"])]);
    assert_eq!(red(&export(&office, "list", json!({}))), march);
    assert!(part(&file(&office), "xl/worksheets/sheet1.xml").contains("2月末"), "what it is red against is said");
    let office = office.later(day(4, 11));
    assert_eq!(red(&export(&office, "list", json!({}))), of(&[]), "by then it is April's");
    let office = office.later(day(4, 3));
    report(&office, &ids[1], "2022-04", json!({"image": "设备安装"}));
    assert_eq!(red(&export(&office, "list", json!({}))), of(&[("聚碳酸酯", &["形象进度"])]));
}

#[test]
fn a_project_that_was_not_there_is_red_whole_and_the_sheet_says_since_when() {
    let (office, ids) = february();
    project(&office, "硅基新材料", 500_000_000);
    // Entered this month with its history: it was there.
    let known = project(&office, "石墨负极", 500_000_000);
    report(&office, &known, "2022-01", json!({"image": "场平"}));
    office.call("project_remove", json!({"id": ids[3]}));
    let out = export(&office, "list", json!({}));
    let told = red(&out);
    assert_eq!(told.keys().collect::<Vec<_>>(), ["硅基新材料"]);
    assert_eq!(told["硅基新材料"].len(), 16, "the number and every column: {told:?}");
    let note = |file: &Path| {
        let mut book: Xlsx<_> = open_workbook(file).unwrap();
        book.worksheet_range_at(0).unwrap().unwrap().get_value((1, 0)).unwrap().to_string()
    };
    assert!(
        note(&out).ends_with("截至日期：2022-02-28        单位：万元        红字为2月末以来的变化"),
        "{}",
        note(&out)
    );
    let english = export(&office, "list", json!({"language": "en"}));
    assert!(note(&english).ends_with("Red: changed since the end of last month"), "{}", note(&english));
    let plain = export(&office, "list", json!({"news": false}));
    assert!(note(&plain).ends_with("单位：万元"), "{}", note(&plain));
}

#[test]
fn a_ledger_begun_this_month_has_nothing_to_be_compared_with() {
    let office = Office::on(day(3, 25), "大庆市全要素保障专班", "city", "230600");
    let id = project(&office, "电机产业园", 500_000_000);
    report(&office, &id, "2022-03", json!({"image": BUILT}));
    let out = export(&office, "print", json!({}));
    assert_eq!(red(&out), of(&[]));
    let mut book: Xlsx<_> = open_workbook(&out).unwrap();
    let note = book.worksheet_range_at(0).unwrap().unwrap().get_value((1, 0)).unwrap().to_string();
    assert!(note.ends_with("2月末没有数据可比，未标红"), "{note}");
}

#[test]
fn a_red_ledger_reads_back_without_a_change_and_a_zip_is_red_alike() {
    let (office, ids) = february();
    report(&office, &ids[0], "2022-03", json!({"image": "主体封顶", "done_total": 400_000_000}));
    ids[1..].iter().for_each(|id| report(&office, id, "2022-03", json!({"image": BUILT})));
    project(&office, "硅基新材料", 500_000_000);
    for layout in ["official", "list"] {
        let month = || office.call("ledger_open", json!({"file": file(&office), "sender": ""}))["period"].clone();
        export(&office, layout, json!({"news": false}));
        let plain = month();
        let out = export(&office, layout, json!({}));
        assert_eq!(month(), plain, "the month of the figures is told as without red");
        let (session, plan) = office.preview(&out, "");
        assert_eq!(
            (&plan["all"], &plan["same"]),
            (&json!(5), &json!(5)),
            "{layout}: {:#?}",
            office.rows(&session, "changed")
        );
    }
    let zip = office.folder.path().join("台账.zip");
    let zipped = office.call("ledger_zip", json!({"file": zip, "by": "leader", "layout": "list", "news": true}));
    let mut all = BTreeMap::new();
    let mut archive = zip::ZipArchive::new(std::fs::File::open(&zip).unwrap()).unwrap();
    for name in zipped["names"].as_array().unwrap() {
        let one = office.folder.path().join("一份.xlsx");
        std::io::copy(&mut archive.by_name(name.as_str().unwrap()).unwrap(), &mut std::fs::File::create(&one).unwrap())
            .unwrap();
        all.extend(red(&one));
    }
    assert_eq!(all, red(&export(&office, "list", json!({}))));
    assert_eq!(all.len(), 2);
}

#[test]
fn the_print_page_tells_the_same_news() {
    let (office, ids) = february();
    report(&office, &ids[0], "2022-03", json!({"image": "主体封顶", "issue": "高压线迁改"}));
    let new = project(&office, "硅基新材料", 500_000_000);
    let told = |input: Json| office.call("ledger_print", input);
    let plain = told(json!({"query": {}}));
    assert_eq!((&plain["news"], &plain["parts"][0]["rows"][0]["news"]), (&Json::Null, &Json::Null));
    let printed = told(json!({"query": {}, "news": true}));
    assert_eq!(printed["news"], json!({"month": "2022-02", "bare": false}));
    let of = |id: &str| {
        let rows = printed["parts"][0]["rows"].as_array().unwrap();
        rows.iter().find(|row| row["row"]["id"] == *id).unwrap()["news"].clone()
    };
    // What a report does not say goes on as it was.
    assert_eq!(of(&ids[0]), json!({"whole": false, "fields": ["image"]}));
    assert_eq!(of(&ids[1]), Json::Null);
    assert_eq!(of(&new)["whole"], true);
}

#[test]
fn a_line_of_the_ledger_has_what_the_report_before_said_where_it_differs() {
    let (office, ids) = february();
    let same = json!({"image": BUILT, "issue": "高压线迁改", "done_total": 300_000_000, "done_year": 100_000_000});
    report(&office, &ids[0], "2022-03", same);
    report(&office, &ids[1], "2022-03", json!({"image": "主体封顶", "issue": "高压线迁改"}));
    let page = office.list(json!({"limit": 10}));
    let before =
        |id: &str| page["rows"].as_array().unwrap().iter().find(|row| row["id"] == *id).unwrap()["before"].clone();
    assert_eq!((before(&ids[0]), before(&ids[2])), (Json::Null, Json::Null), "the same words, and no report before");
    let told = json!({"period": "2022-02", "image": BUILT, "issue": "高压线迁改", "done_total": 300_000_000, "done_year": 100_000_000});
    assert_eq!(before(&ids[1]), told);
}
