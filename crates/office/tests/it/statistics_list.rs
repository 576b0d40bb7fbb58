//! 统计局入库名单 (practice S7): the bureau's codes as numbers, its own names, figures of a second basis that never mix with the desk's.

use crate::dice::{Made, save, texts};
use crate::import::Office;
use rust_xlsxwriter::Workbook;
use serde_json::{Value as Json, json};

const HEADS: [&str; 21] = [
    "序号",
    "项目代码（统计）",
    "国家统一项目代码",
    "项目名称",
    "项目法人单位",
    "统一社会信用代码",
    "项目所在地区划（12位）",
    "国民经济行业代码",
    "登记注册类型",
    "建设性质代码",
    "计划总投资",
    "自开始建设累计完成投资",
    "本年完成投资",
    "其中：建筑安装工程",
    "设备工器具购置",
    "其他费用",
    "本年新增固定资产",
    "本年实际到位资金",
    "开工年月",
    "全部投产年月",
    "本月增减原因",
];

/// The bureau's sheet: 统计项目代码, 国家统一项目代码, name, enterprise, 自开始建设累计 and 本年 in 万元.
type Listed<'a> = (f64, &'a str, &'a str, &'a str, f64, f64);

fn sheet(rows: &[Listed]) -> Made {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "2022年1—2月固定资产投资项目入库名单").unwrap();
    sheet.write(1, 0, "单位：万元　内部资料").unwrap();
    texts(sheet, 2, &HEADS);
    for (at, (books, code, name, enterprise, total, year)) in (3..).zip(rows) {
        sheet.write(at, 0, at - 2).unwrap();
        sheet.write(at, 1, *books).unwrap();
        sheet.write(at, 2, *code).unwrap();
        sheet.write(at, 3, *name).unwrap();
        sheet.write(at, 4, *enterprise).unwrap();
        sheet.write(at, 6, 230_604_000_000_f64).unwrap();
        sheet.write(at, 7, "3812").unwrap();
        sheet.write(at, 10, 99_999).unwrap();
        sheet.write(at, 11, *total).unwrap();
        sheet.write(at, 12, *year).unwrap();
        sheet.write(at, 13, 1).unwrap();
        sheet.write(at, 17, 2).unwrap();
        sheet.write(at, 18, 202_103).unwrap();
    }
    save(book)
}

struct Story {
    office: Office,
    coded: String,
    known: String,
    named: String,
    alike: String,
    gone: String,
}

impl Story {
    fn new() -> Self {
        let office = Office::on("2022-03-10".parse().unwrap(), "大庆市全要素保障专班", "city", "230600");
        let make = |name: &str, code: Json| {
            let set =
                json!({"name": name, "region": "230604", "code": code, "total": 753_000_000_i64, "stage": "building"});
            let saved = office.call("project_save", json!({"id": null, "set": set, "enterprise_name": "大庆示例公司"}));
            saved["project"]["id"].as_str().unwrap().to_string()
        };
        let coded = make("电机产业园", json!("2107-230604-04-01-503554"));
        let known = make("页岩油示范区", Json::Null);
        let named = make("石化仓储物流园项目", Json::Null);
        let alike = make("聚碳酸酯联合生产装置项目", Json::Null);
        let gone = make("老城区供热改造项目", Json::Null);
        for (project, set) in [
            (&known, json!({"entered": true, "code": "023060400002", "name": "古龙页岩油勘探开发工程"})),
            (&gone, json!({"entered": true, "entered_period": "2021-06"})),
        ] {
            office.call("statistics_entry_save", json!({"project": project, "set": set}));
        }
        let report = json!({"project": coded, "period": "2022-02", "basis": "dispatch",
            "set": {"done_total": 200_000_000_i64, "image": "主体封顶"}});
        office.call("progress_save", report);
        Self { office, coded, known, named, alike, gone }
    }

    fn list(&self) -> Made {
        sheet(&[
            (
                230_604_000_001.0,
                "2107-230604-04-01-503554.0",
                "年产3000台电机技术改造项目",
                "大庆示例公司",
                18_600.0,
                900.0,
            ),
            (23_060_400_002.0, "", "古龙页岩油勘探开发（二轮）", "某公司", 5_000.0, 1_200.0),
            (230_604_000_003.0, "", "石化仓储物流园项目", "大庆示例公司", 700.0, 700.0),
            (230_604_000_004.0, "", "聚碳酸酯联合生产装置", "大庆示例公司", 42.0, 42.0),
            (230_604_000_005.0, "", "与台账无关的一条道路", "大庆示例公司", 10.0, 10.0),
        ])
    }

    fn statistics(&self, project: &str) -> Option<(Json, Json)> {
        let file = self.office.call("project_get", json!({"id": project}));
        let reports = file["progress"].as_array().unwrap().clone();
        let theirs = reports.into_iter().find(|g| g["basis"] == "statistics" && g["period"] == "2022-02")?;
        assert_eq!((&theirs["image"], &theirs["as_of"]), (&Json::Null, &json!("2022-02-28")));
        Some((theirs["done_total"].clone(), theirs["done_year"].clone()))
    }

    fn entry(&self, project: &str) -> Json {
        self.office.call("statistics_entry_get", json!({"id": project}))["entry"].clone()
    }
}

#[test]
fn the_bureaus_list_is_known_by_its_columns_and_makes_no_projects() {
    let story = Story::new();
    let list = story.list();
    let open = story.office.call("ledger_open", json!({"file": list.path}));
    assert_eq!((&open["basis"], &open["period"]), (&json!("statistics"), &json!("2022-02")), "1—2月 is February's");
    let columns = open["understanding"]["sheets"][0]["columns"].as_array().unwrap().clone();
    let field = |at: usize| columns[at]["field"].clone();
    assert_eq!([field(1), field(2), field(11), field(12)], ["statistics_code", "code", "done_total", "done_year"]);
    let session = &open["session"];
    let plan = story.office.call("ledger_preview", json!({"session": session, "period": "2022-02", "list": "省重点"}));
    let counts = ["changed", "duplicate", "new", "missing", "accepted"].map(|kind| plan[kind].as_u64().unwrap());
    assert_eq!(counts, [3, 1, 1, 1, 3], "{plan}");
    assert_eq!((&plan["basis"], &plan["before"]), (&json!("statistics"), &plan["after"]));
    assert_eq!(story.office.rows(session, "missing")[0]["name"], "老城区供热改造项目");
    assert_eq!(story.office.rows(session, "new")[0]["ticked"], false);
    // Said to be another project it still makes none.
    let alike = story.office.rows(session, "duplicate")[0].clone();
    let decide = |verdict: &str| {
        let decisions = json!([{"key": alike["key"], "duplicate": verdict}]);
        story.office.call("ledger_decide", json!({"session": session, "decisions": decisions}))["accepted"].clone()
    };
    assert_eq!([decide("other"), decide("same")], [3, 4]);
    let projects = story.office.list(json!({"limit": 0}))["sums"]["count"].clone();
    let done = story.office.call("ledger_import", json!({"session": session}));
    assert_eq!((&done["created"], &done["changed"], &done["left"]), (&json!(0), &json!(4), &json!(1)));
    assert_eq!(story.office.list(json!({"limit": 0}))["sums"]["count"], projects);
    assert_eq!(story.office.call("list_list", json!({})).as_array().map(Vec::len), Some(0), "no list is filled by it");
}

#[test]
fn the_figures_are_a_second_basis_and_the_projects_stay_as_they_are() {
    let story = Story::new();
    let before = story.office.list(json!({"limit": 50}))["rows"].clone();
    let list = story.list();
    let open = story.office.call("ledger_open", json!({"file": list.path}));
    let session = &open["session"];
    story.office.call("ledger_preview", json!({"session": session, "period": "2022-02"}));
    let alike = story.office.rows(session, "duplicate")[0]["key"].clone();
    story.office.call("ledger_decide", json!({"session": session, "decisions": [{"key": alike, "duplicate": "same"}]}));
    story.office.call("ledger_import", json!({"session": session}));
    let wan = |n: i64| json!(n * 10_000);
    assert_eq!(story.statistics(&story.coded), Some((wan(18_600), wan(900))), "by 国家统一项目代码 with its .0");
    assert_eq!(story.statistics(&story.known), Some((wan(5_000), wan(1_200))), "by 统计项目代码 without its zero");
    assert_eq!(story.statistics(&story.named), Some((wan(700), wan(700))), "by name, place and enterprise");
    assert_eq!(story.statistics(&story.alike), Some((wan(42), wan(42))), "as the officer said");
    assert_eq!(story.statistics(&story.gone), None);
    let entry = story.entry(&story.coded);
    assert_eq!(
        (&entry["entered"], &entry["code"], &entry["name"]),
        (&json!(true), &json!("230604000001"), &json!("年产3000台电机技术改造项目"))
    );
    let entry = story.entry(&story.known);
    assert_eq!((&entry["code"], &entry["name"]), (&json!("023060400002"), &json!("古龙页岩油勘探开发（二轮）")));
    assert_eq!(story.entry(&story.named)["name"], Json::Null, "the same name is no other name");
    assert_eq!(story.entry(&story.gone)["entered"], true, "what is not named stays");
    // 调度数, 总投资, 阶段 and names of the ledger are as they were.
    let after = story.office.list(json!({"limit": 50}))["rows"].clone();
    for (old, new) in before.as_array().unwrap().iter().zip(after.as_array().unwrap()) {
        for field in ["name", "total", "stage", "done_total", "done_year", "image", "enterprise", "region"] {
            assert_eq!(old[field], new[field], "{} {field}", old["name"]);
        }
    }
    // The same list again changes nothing.
    let again = story.office.call("ledger_open", json!({"file": list.path}));
    let plan = story.office.call("ledger_preview", json!({"session": again["session"]}));
    assert_eq!((&plan["same"], &plan["changed"], &plan["accepted"]), (&json!(4), &json!(0), &json!(0)), "{plan}");
    // The month after, the bureau's name and code find it by themselves; a revised figure replaces the first.
    let revised = sheet(&[(230_604_000_004.0, "", "聚碳酸酯联合生产装置", "大庆示例公司", 50.0, 50.0)]);
    let (session, plan) = story.office.preview(&revised.path, "统计局");
    assert_eq!((&plan["changed"], &plan["duplicate"], &plan["missing"]), (&json!(1), &json!(0), &json!(4)));
    story.office.call("ledger_preview", json!({"session": session, "period": "2022-02"}));
    story.office.call("ledger_import", json!({"session": session}));
    assert_eq!(story.statistics(&story.alike), Some((wan(50), wan(50))));
    story.office.call("undo", json!({}));
    assert_eq!(story.statistics(&story.alike), Some((wan(42), wan(42))));
}

#[test]
fn two_lines_for_one_project_are_asked_about_and_a_ledger_beside_the_list_stays_a_ledger() {
    let story = Story::new();
    let code = "2107-230604-04-01-503554";
    let list = sheet(&[
        (230_604_000_001.0, code, "电机产业园土建", "大庆示例公司", 300.0, 300.0),
        (230_604_000_009.0, code, "电机产业园设备", "大庆示例公司", 20.0, 20.0),
    ]);
    let (_, plan) = story.office.preview(&list.path, "统计局");
    assert_eq!((&plan["changed"], &plan["duplicate"]), (&json!(1), &json!(1)), "the second does not replace the first");

    let mut book = Workbook::new();
    let ledger = book.add_worksheet().set_name("台账").unwrap();
    texts(ledger, 0, &["序号", "项目名称", "累计完成投资（万元）", "形象进度"]);
    texts(ledger, 1, &["1", "电机产业园", "200", "主体封顶"]);
    let beside = book.add_worksheet().set_name("入库名单").unwrap();
    texts(beside, 0, &["序号", "统计项目代码", "项目名称", "累计完成投资（万元）"]);
    texts(beside, 1, &["1", "230604000001", "电机产业园", "150"]);
    let both = save(book);
    assert_eq!(story.office.call("ledger_open", json!({"file": both.path}))["basis"], "dispatch");
}

#[test]
fn a_code_without_a_word_says_that_the_project_must_be_entered() {
    let story = Story::new();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    texts(sheet, 0, &["序号", "项目名称", "属地", "建设单位", "统计项目代码", "形象进度"]);
    texts(sheet, 1, &["1", "石化仓储物流园项目", "让胡路区", "大庆示例公司", "230604000003", "基础施工"]);
    let ledger = save(book);
    story.office.call("project_save", json!({"id": story.named, "set": {"total": null}}));
    story.office.import(&ledger.path, "让胡路区");
    let entry = story.entry(&story.named);
    assert_eq!(
        (&entry["due"], &entry["entered"], &entry["code"]),
        (&json!(true), &json!(false), &json!("230604000003"))
    );
}

#[test]
fn whose_figures_they_are_can_be_said() {
    let story = Story::new();
    let list = sheet(&[(1.0, "2107-230604-04-01-503554", "电机产业园", "大庆示例公司", 300.0, 300.0)]);
    let open = story.office.call("ledger_open", json!({"file": list.path}));
    let plan = json!({"session": open["session"], "period": "2022-02", "basis": "finance"});
    assert_eq!(story.office.call("ledger_preview", plan)["basis"], "finance");
    story.office.call("ledger_import", json!({"session": open["session"]}));
    let file = story.office.call("project_get", json!({"id": story.coded}));
    let paid = file["progress"].as_array().unwrap().iter().find(|g| g["basis"] == "finance").unwrap().clone();
    assert_eq!(paid["done_total"], 3_000_000);
    assert_eq!(story.entry(&story.coded)["entered"], false, "payments say nothing of 纳统");
}
