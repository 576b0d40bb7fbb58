//! Paper: sheets of one side, lists by county, leader and unit, and what a printer makes of them.

use crate::import::Office;
use crate::libreoffice::convert;
use serde_json::{Value as Json, json};
use std::path::Path;
use zhuanban_core::error::Code;

fn desk() -> (Office, Vec<String>) {
    let office = Office::new();
    let long = "新建厂房6.2万平方米，购置设备186台（套），年产智能装备3000台，配套建设检测中心、仓储物流及员工宿舍。"
        .repeat(3);
    let rows = [
        ("北辰智能电机产业园一期", "230604", "沈国栋", Some("区工信局"), long.as_str()),
        ("聚碳酸酯联合项目", "230606", "安书记", Some("市发改委"), "年产35万吨苯酚丙酮"),
        ("大豆精深加工二期", "230621", "沈国栋", None, ""),
    ];
    let mut ids = vec![];
    for (name, region, leader, unit, content) in rows {
        let set = json!({"name": name, "region": region, "responsible_unit": unit, "content": content, "total": 4_260_000_000_i64,
            "plan": 400_000_000, "plan_year": 2022, "started_planned": "2022-05-31/month/by", "signed_actual": "2021-06-18"});
        let saved =
            office.call("project_save", json!({"id": null, "set": set, "enterprise_name": format!("{name}公司")}));
        let id = saved["project"]["id"].as_str().unwrap().to_string();
        office.call("duty_save", json!({"id": null, "project": id, "set": {"role": "leader", "name": leader}}));
        office
            .call("contact_save", json!({"id": null, "project": id, "set": {"name": "孙强", "phone": "13800000001"}}));
        let report = json!({"done_year": 100_000_000, "image": "主体封顶，设备安装60%", "issue": "高压线迁改<未定> & 资金缺口", "as_of": "2022-03-25"});
        office.call("progress_save", json!({"project": id, "period": "2022-03", "basis": "dispatch", "set": report}));
        ids.push(id);
    }
    for (position, name) in [(1, "安书记"), (2, "沈国栋")] {
        office.call("person_save", json!({"id": null, "set": {"name": name, "position": position, "title": "市领导"}}));
    }
    for (position, name) in [(1, "市发改委"), (2, "区工信局")] {
        office.call("department_save", json!({"id": null, "set": {"name": name, "position": position}}));
    }
    office.call(
        "approval_step",
        json!({"project": ids[0], "item": "C05", "state": "accepted", "happened_on": "2022-03-18", "set": {}}),
    );
    let task = json!({"kind": "task", "content": "协调高压线迁改", "instructed_by": "沈国栋", "raised_on": "2022-03-10", "evidence": "供电公司已勘察"});
    office.call("matter_save", json!({"id": null, "project": ids[0], "set": task}));
    let land = json!({"kind": "need", "element": "用地", "unit": "亩", "required": 172_000, "delivered": 40_000, "need_by": "2022-09-30/month"});
    office.call("matter_save", json!({"id": null, "project": ids[0], "set": land}));
    let unit = office.call(
        "department_save",
        json!({"id": null, "set": {"name": "国网供电公司", "short_name": "供电公司", "position": 3}}),
    );
    let power = json!({"kind": "need", "element": "用电", "content": "外线工程", "department": unit["id"], "handler": "孙强",
        "promised_on": "2022-05-31/month/by"});
    office.call("matter_save", json!({"id": null, "project": ids[0], "set": power}));
    let issue = json!({"kind": "issue", "content": "进场道路未通。", "handler": "镇政府"});
    office.call("matter_save", json!({"id": null, "project": ids[0], "set": issue}));
    let over = json!({"kind": "need", "element": "用水", "content": "临时用水", "closed_on": "2022-03-20"});
    office.call("matter_save", json!({"id": null, "project": ids[0], "set": over}));
    (office, ids)
}

/// The text of a part of a zip.
fn part(file: &Path, name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(file).unwrap()).unwrap();
    std::io::read_to_string(zip.by_name(name).unwrap()).unwrap()
}

/// Every element is closed, and no hole of the template is left.
fn well_formed(xml: &str) {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut depth = 0_i32;
    loop {
        match reader.read_event().unwrap_or_else(|e| panic!("{e}: {xml}")) {
            quick_xml::events::Event::Start(_) => depth += 1,
            quick_xml::events::Event::End(_) => depth -= 1,
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert!(depth == 0 && !xml.contains("{{"), "{xml}");
}

/// Pages of a PDF as LibreOffice writes it: each page is an object of its own.
fn pages(pdf: &Path) -> usize {
    let bytes = std::fs::read(pdf).unwrap();
    bytes.windows(11).filter(|w| w.starts_with(b"/Type/Page") && w[10] != b's').count()
}

#[test]
fn a_project_and_a_leader_have_a_sheet_each() {
    let (office, ids) = desk();
    let folder = office.folder.path();
    let (one, card) = (folder.join("project.docx"), folder.join("leader.docx"));
    office.call("paper_project", json!({"project": ids[0], "file": one}));
    office.call("paper_leader", json!({"leader": "沈国栋", "file": card}));
    let text = part(&one, "word/document.xml");
    for told in [
        "北辰智能电机产业园一期",
        "42.60亿元",
        "1—3月完成",
        "25.0%",
        "主体封顶，设备安装60%",
        "高压线迁改&lt;未定&gt; &amp; 资金缺口；",
        "用地还差132亩（需用2022年9月）",
        "外线工程（供电公司承办，经办人孙强，承诺2022年5月底前办结）",
        "进场道路未通（镇政府承办）",
        "孙　强 13800000001",
        "沈国栋2022年3月10日：协调高压线迁改（正在办，供电公司已勘察）。",
        "截至2022年3月25日，投资为调度数",
        "签约",
        "2021年6月18日",
        "开工前已知差1项：建筑工程施工许可证核发（在",
        "；没有采集的按没有办测算，最早2022年",
    ] {
        assert!(text.contains(told), "{told}\n{text}");
    }
    assert!(!text.contains("临时用水"), "what is over is no problem any more: {text}");
    assert!(part(&one, "word/footer1.xml").contains("内部资料 注意保存"));
    let text = part(&card, "word/document.xml");
    let told = "共1件，正在办1件：协调高压线迁改（北辰智能电机产业园一期，供电公司已勘察）。";
    assert!(text.contains(told), "what is open is listed: {text}");
    assert!(text.contains("市领导沈国栋包保2个项目，开复工0个，占0.0%；1—3月完成投资2.00亿元，占年度计划8.00亿元的25.0%，与序时进度持平"), "{text}");
    for name in ["[Content_Types].xml", "word/document.xml", "word/styles.xml", "word/footer1.xml", "docProps/core.xml"]
    {
        for file in [&one, &card] {
            well_formed(&part(file, name));
        }
    }
}

#[test]
fn what_is_made_of_the_sample_says_so_in_its_title() {
    let (office, ids) = desk();
    let file = |name: &str| office.folder.path().join(name);
    let ledger = |language: &str| {
        let input = json!({"file": file("a.xlsx"), "layout": "official", "query": {}, "language": language});
        office.call("ledger_export", input);
        part(&file("a.xlsx"), "xl/worksheets/sheet1.xml")
    };
    let others = || {
        office.call("paper_project", json!({"project": ids[0], "file": file("a.docx")}));
        office.call("paper_leader", json!({"leader": "沈国栋", "file": file("b.docx")}));
        let person = office.call("desk_get", json!({}))["person"]["id"].clone();
        let hand = json!({"file": file("h.xlsx"), "person": person, "to": "", "witness": "", "notes": false});
        office.call("hand_over_export", hand);
        [
            part(&file("a.docx"), "word/document.xml"),
            part(&file("b.docx"), "word/document.xml"),
            part(&file("h.xlsx"), "xl/sharedStrings.xml"),
        ]
    };
    assert!(!ledger("zh").contains("示例数据") && !ledger("en").contains("sample data"));
    assert!(others().iter().all(|text| !text.contains("示例数据")));
    office.desk.set_local("sample", "daqing").unwrap();
    assert!(ledger("zh").contains("要素保障电子台账（示例数据）"));
    assert!(ledger("en").contains("Element guarantee ledger (sample data)"));
    let [project, leader, hand] = others();
    assert!(project.contains("投资为调度数，示例数据）"), "{project}");
    assert!(leader.contains("投资为调度数，示例数据）"), "{leader}");
    assert!(hand.contains("工作交接清单（示例数据）（"), "{hand}");
}

#[test]
fn lists_are_cut_into_well_named_workbooks_in_official_order() {
    let (office, _) = desk();
    let file = office.folder.path().join("清单.zip");
    let cut = |by: &str| -> Vec<String> {
        let made = office.call("ledger_zip", json!({"file": file, "by": by, "layout": "print", "query": {}}));
        assert_eq!(made["rows"], 3);
        made["names"].as_array().unwrap().iter().map(|n| n.as_str().unwrap().to_string()).collect()
    };
    assert_eq!(
        cut("county"),
        ["让胡路区", "大同区", "肇州县"].map(|name| format!("{name}_2022年3月_重点项目台账_截至0331.xlsx"))
    );
    let leaders = cut("leader");
    assert!(leaders[0].starts_with("01_安书记_") && leaders[1].starts_with("02_沈国栋_"), "{leaders:?}");
    let units: Vec<String> = cut("unit").iter().map(|n| n.split('_').nth(1).unwrap().to_string()).collect();
    assert_eq!(units, ["市发改委", "区工信局", "未定责任单位"]);

    // The local order where the office has one; the sheet says whose it is and the same day as its name.
    office.call("department_save", json!({"id": null, "set": {"name": "大同区", "kind": "county", "position": 1}}));
    assert!(cut("county")[0].starts_with("大同区_"));
    let regions = office.call("board_choices", json!({}))["regions"].clone();
    assert_eq!(regions[0]["name"], "大同区", "{regions}");
    let mut zip = zip::ZipArchive::new(std::fs::File::open(&file).unwrap()).unwrap();
    let inner = office.folder.path().join("大同区.xlsx");
    std::io::copy(&mut zip.by_index(0).unwrap(), &mut std::fs::File::create(&inner).unwrap()).unwrap();
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&inner).unwrap();
    let sheet = calamine::Reader::worksheet_range(&mut book, "台账").unwrap();
    assert_eq!(sheet.get_value((0, 0)).unwrap().to_string(), "项目进展情况表（大同区）");
    assert!(sheet.get_value((1, 0)).unwrap().to_string().contains("截至日期：2022-03-31"));

    // Two counties of one name are two workbooks, and a bare name joins its county.
    for (region, text) in
        [(json!("230402"), Json::Null), (json!("230803"), Json::Null), (Json::Null, json!("佳木斯市向阳区"))]
    {
        let set = json!({"name": format!("{region}{text}"), "region": region, "region_text": text});
        office.call("project_save", json!({"id": null, "set": set}));
    }
    let made = office.call("ledger_zip", json!({"file": file, "by": "county", "layout": "print", "query": {}}));
    let counties: Vec<&str> =
        made["names"].as_array().unwrap().iter().map(|n| n.as_str().unwrap().split('_').next().unwrap()).collect();
    assert_eq!(counties, ["大同区", "鹤岗市向阳区", "让胡路区", "肇州县", "佳木斯市向阳区"]);

    let list = office.call("list_save", json!({"id": null, "set": {"name": "市重点项目", "year": 2022}}));
    let id = office.first_named("大豆");
    office.call("membership_save", json!({"project": id, "list": list["id"], "serial": null, "grouping": null}));
    let query = json!({"filters": [{"column": "list", "op": "any_of", "values": [list["id"]]}]});
    let made = office.call("ledger_zip", json!({"file": file, "by": "county", "query": query}));
    assert_eq!(made["names"], json!(["肇州县_2022年3月_市重点项目台账_截至0331.xlsx"]), "the present filter holds");
    let mut zip = zip::ZipArchive::new(std::fs::File::open(&file).unwrap()).unwrap();
    assert_eq!(
        (zip.len(), zip.by_index(0).unwrap().name().unwrap().into_owned()),
        (1, made["names"][0].as_str().unwrap().to_string())
    );
}

#[test]
fn the_a3_print_repeats_its_heads_and_begins_a_page_a_county() {
    let (office, _) = desk();
    let folder = office.folder.path();
    let export = |name: &str, more: Json| {
        let mut input = json!({"file": folder.join(name), "layout": "print", "query": {}});
        input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        office.call("ledger_export", input);
        part(&folder.join(name), "xl/worksheets/sheet1.xml")
    };
    let plain = export("a3.xlsx", json!({}));
    assert!(plain.contains("paperSize=\"8\"") && plain.contains("orientation=\"landscape\""));
    assert!(!plain.contains("<rowBreaks"));
    let cut = export("county.xlsx", json!({"county_pages": true}));
    assert!(cut.contains("<rowBreaks count=\"2\""), "three counties, two breaks");
    let footer = plain.split("<oddFooter>").nth(1).unwrap();
    for told in ["第 &amp;P 页 共 &amp;N 页", "填报人", "审核人", "负责人（签字）", "（盖章）", "内部资料 注意保存"]
    {
        assert!(footer.contains(told), "{told}");
    }
    assert!(part(&folder.join("a3.xlsx"), "xl/workbook.xml").contains("Print_Titles"));
    for name in ["a3", "county"] {
        convert(folder, &folder.join(format!("{name}.xlsx")), "pdf");
    }
    assert_eq!((pages(&folder.join("out/a3.pdf")), pages(&folder.join("out/county.pdf"))), (1, 3));
}

#[test]
fn a_sheet_that_no_type_makes_fit_says_so_and_per_cent_ends_as_the_desk_says() {
    let (office, ids) = desk();
    let file = office.folder.path().join("one.docx");
    office.call("setting_save", json!({"key": "percent_places", "value": "0"}));
    let made = office.call("paper_project", json!({"project": ids[0], "file": file}));
    let text = part(&file, "word/document.xml");
    assert!(made["over"] == false && text.contains(">25%<") && !text.contains("25.0%"), "{text}");
    office.call("project_save", json!({"id": ids[0], "set": {"content": "建设内容及规模".repeat(600)}}));
    assert_eq!(office.call("paper_project", json!({"project": ids[0], "file": file}))["over"], true);
    // A report without a day of its own is as of the end of its month.
    let report = json!({"project": ids[1], "period": "2022-03", "basis": "dispatch", "set": {"as_of": null}});
    office.call("progress_save", report);
    let saved = office.call("project_save", json!({"id": null, "set": {"name": "二月的项目"}}));
    let february = saved["project"]["id"].as_str().unwrap();
    let set = json!({"done_year": 100_000_000});
    office.call("progress_save", json!({"project": february, "period": "2022-02", "basis": "dispatch", "set": set}));
    let told = |id: &str| {
        office.call("paper_project", json!({"project": id, "file": file}));
        part(&file, "word/document.xml")
    };
    assert!(told(&ids[1]).contains("截至2022年3月31日"));
    assert!(told(february).contains("截至2022年2月28日"));
}

#[test]
fn the_print_view_has_the_columns_of_the_sheet_and_a_total_a_county() {
    let (office, ids) = desk();
    let whole = office.call("ledger_print", json!({"query": {}}));
    assert_eq!(
        (&whole["rows"], &whole["more"], whole["parts"].as_array().unwrap().len()),
        (&json!(3), &json!(false), 1)
    );
    assert_eq!(whole["as_of"], office.call("desk_get", json!({}))["today"], "the month is not over");
    let total = json!({"count": 3, "total": 12_780_000_000_i64, "plan": 1_200_000_000, "done_year": 300_000_000});
    assert_eq!(
        (&whole["parts"][0]["total"]["sums"], &whole["parts"][0]["total"]["rate"]["text"]),
        (&total, &json!("25.0"))
    );
    let row = &whole["parts"][0]["rows"][0];
    assert_eq!(
        (&row["rate"]["text"], &row["contact"], &row["phone"]),
        (&json!("25.0"), &json!("孙强"), &json!("13800000001"))
    );

    office.call("project_save", json!({"id": ids[0], "set": {"counted": false}}));
    let cut = office.call("ledger_print", json!({"query": {"sort": [{"column": "name"}]}, "by_county": true}));
    let counties: Vec<_> = cut["parts"].as_array().unwrap().iter().map(|p| p["county"].as_str().unwrap()).collect();
    assert_eq!(counties, ["让胡路区", "大同区", "肇州县"], "as the workbooks by county");
    assert_eq!(cut["parts"][0]["total"]["sums"], json!({"count": 1, "total": 0, "plan": 0, "done_year": 0}));
}

#[test]
fn what_is_printed_later_stands_at_the_end_of_its_month() {
    let office = Office::new();
    let saved = office.call("project_save", json!({"id": null, "set": {"name": "甲厂"}}));
    let id = saved["project"]["id"].clone();
    let as_of = || office.call("ledger_print", json!({"query": {}}))["as_of"].clone();
    let today = office.call("desk_get", json!({}))["today"].clone();
    assert_eq!(as_of(), today, "nothing was reported");
    office.call(
        "progress_save",
        json!({"project": id, "period": "2022-02", "basis": "dispatch", "set": {"done_total": 1_000_000}}),
    );
    assert_eq!(as_of(), "2022-02-28");
}

#[test]
fn only_a_picture_is_kept_as_a_picture() {
    let (office, _) = desk();
    let file = office.folder.path().join("群图.png");
    let png = [b"\x89PNG\r\n\x1a\n".as_slice(), b"rest"].concat();
    office.call("picture_save", json!({"file": file, "png": png}));
    assert_eq!(std::fs::read(&file).unwrap(), png);
    let fault = office.run("picture_save", json!({"file": file, "png": [77, 90]})).unwrap_err();
    assert_eq!(fault.code, Code::FileWrongKind);
    assert_eq!(std::fs::read(&file).unwrap(), png, "what was there stays");
}
