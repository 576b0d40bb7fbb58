//! A quarterly round of eighteen counties (practice §4.1): handed out, filled in, taken back, closed.

use crate::import::Office;
use calamine::{Data, Reader, Xlsx, open_workbook};
use chrono::NaiveDate;
use rust_xlsxwriter::Workbook;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const HARBIN: &str = "230100";
/// The county whose officer sends last quarter's file again, the one that sends a picture, and two that send nothing.
const STALE: &str = "方正县";
const PICTURE: &str = "依兰县";
const SILENT: [&str; 2] = ["宾县", "通河县"];

struct Story {
    office: Office,
    round: Json,
    folder: tempfile::TempDir,
}

type Grid = Vec<Vec<Data>>;

/// First project row and the columns of a handed-out sheet, 0-based.
const FIRST: usize = 3;
const NAME: usize = 3;
const ASKED: usize = 8;

impl Story {
    fn open() -> Self {
        let office = Office::on(NaiveDate::from_ymd_opt(2023, 3, 27).unwrap(), "哈尔滨市要素保障专班", "city", HARBIN);
        for region in zhuanban_core::region::children(Some(HARBIN)) {
            let many = if region.name == STALE { 10 } else { 3 };
            for at in 1..=many {
                project(&office, region.code, &format!("{}{at}号产业园项目", region.name), at);
            }
        }
        let round = office.call(
            "round_open",
            json!({"kind": "quarterly", "period": "2023-03", "as_of": "2023-03-31", "due_on": "2023-03-28",
                "due_minute": 1020, "split": "region", "query": {},
                "asked": ["stage", "started", "done_total", "done_year", "image", "issue", "entered"]}),
        );
        Self { office, round, folder: tempfile::tempdir().unwrap() }
    }

    fn page(&self) -> Json {
        self.office.call("round_get", json!({"id": self.round["id"]}))
    }

    fn hand_out(&self) -> Vec<String> {
        let out = self.office.call("round_hand_out", json!({"round": self.round["id"], "file": self.folder.path()}));
        out["names"].as_array().unwrap().iter().map(|n| n.as_str().unwrap().to_string()).collect()
    }

    fn handed(&self, county: &str) -> PathBuf {
        self.folder.path().join(format!("{county}_2023年一季度_重点项目_截至0331.xlsx"))
    }

    /// The county's workbook as it comes back, called as the county likes.
    fn filled(&self, county: &str, called: &str, fill: impl Fn(&mut Grid)) -> PathBuf {
        let to = self.folder.path().join("back").join(called);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        rewritten(&self.handed(county), &to, fill);
        to
    }

    fn collect(&self, files: &[PathBuf]) -> Json {
        self.office.call("round_collect", json!({"round": self.round["id"], "files": files}))
    }

    fn register(&self, collected: &Json, files: Json) -> Json {
        self.office.call("round_register", json!({"session": collected["session"], "files": files}))
    }

    fn counts(&self) -> BTreeMap<String, i64> {
        let page = self.page();
        let counts = page["counts"].as_array().unwrap().iter();
        let pairs = counts.map(|c| (c["state"].as_str().unwrap().to_string(), c["count"].as_i64().unwrap()));
        pairs.filter(|(_, count)| *count > 0).collect()
    }

    fn done(&self, county: &str) -> i64 {
        let page = self.page();
        let unit = page["units"].as_array().unwrap().iter().find(|u| u["unit"]["name"] == county).unwrap().clone();
        unit["now"]["done_total"].as_i64().unwrap()
    }
}

fn project(office: &Office, region: &str, name: &str, at: i64) {
    let set = json!({"name": name, "region": region, "total": 5_000_000_000_i64, "stage": "building", "position": at});
    let id = office.call("project_save", json!({"id": null, "set": set}))["project"]["id"].clone();
    let set = json!({"done_total": at * 10_000_000, "done_year": at * 10_000_000, "image": "基础施工", "issue": "高压线迁改"});
    office.call("progress_save", json!({"project": id, "period": "2022-12", "basis": "dispatch", "set": set}));
}

/// Every sheet of a workbook written anew, the first one changed; values stand in place of formulas, as other programs save them.
fn rewritten(from: &Path, to: &Path, fill: impl Fn(&mut Grid)) {
    let mut book: Xlsx<_> = open_workbook(from).unwrap();
    let mut out = Workbook::new();
    for (at, name) in book.sheet_names().into_iter().enumerate() {
        let range = book.worksheet_range(&name).unwrap();
        let (rows, columns) = range.end().map_or((0, 0), |(r, c)| (r as usize + 1, c as usize + 1));
        let cell = |r: usize, c: usize| range.get_value((r as u32, c as u32)).cloned().unwrap_or_default();
        let mut grid: Grid = (0..rows).map(|r| (0..columns).map(|c| cell(r, c)).collect()).collect();
        if at == 0 {
            fill(&mut grid);
        }
        let sheet = out.add_worksheet().set_name(&name).unwrap();
        for (r, row) in grid.iter().enumerate() {
            for (c, cell) in row.iter().enumerate() {
                match cell {
                    Data::String(text) => drop(sheet.write(r as u32, c as u16, text).unwrap()),
                    Data::Float(n) => drop(sheet.write(r as u32, c as u16, *n).unwrap()),
                    Data::Int(n) => drop(sheet.write(r as u32, c as u16, *n as f64).unwrap()),
                    _ => {}
                }
            }
        }
    }
    out.save(to).unwrap();
}

fn is_project(row: &[Data]) -> bool {
    matches!(&row[0], Data::String(id) if id.len() == 36)
}

/// Each project 100 万元 further, its words new, the total recomputed as the formula does.
fn further(grid: &mut Grid) {
    for row in grid.iter_mut().skip(FIRST).filter(|row| is_project(row)) {
        let Data::Float(done) = row[ASKED + 2] else { panic!("{:?}", row) };
        row[ASKED + 2] = Data::Float(done + 100.0);
        row[ASKED + 3] = Data::Float(100.0);
        row[ASKED + 4] = Data::String("主体施工".into());
    }
    grid[FIRST][ASKED + 6] = Data::String("是".into());
    recompute(grid);
}

fn recompute(grid: &mut Grid) {
    for column in [ASKED + 2, ASKED + 3] {
        let number = |row: &Vec<Data>| if let Data::Float(n) = row[column] { n } else { 0.0 };
        let total = grid.iter().position(|row| row[2] == Data::String("合计".into())).unwrap();
        let sum: f64 = grid[FIRST..total].iter().map(number).sum();
        grid[total][column] = Data::Float(sum);
    }
}

fn file<'j>(collected: &'j Json, name: &str) -> &'j Json {
    collected["files"].as_array().unwrap().iter().find(|f| f["name"] == name).unwrap_or_else(|| panic!("no {name}"))
}

/// What an officer decides who takes every proposal.
fn as_proposed(collected: &Json) -> Json {
    let fate = |guess: &str| match guess {
        "table" => Some("taken"),
        "stale" => Some("stale"),
        "picture" => Some("picture"),
        _ => None,
    };
    let files = collected["files"].as_array().unwrap().iter().enumerate();
    let taken = files.filter_map(|(key, f)| {
        Some(json!({"key": key, "unit": f["unit"], "fate": fate(f["guess"].as_str().unwrap())?, "add_new": true}))
    });
    taken.collect()
}

#[test]
fn eighteen_counties_report_and_the_counts_add_up() {
    let story = Story::open();
    let names = story.hand_out();
    assert_eq!(names.len(), 18);
    assert_eq!(names[0], "道里区_2023年一季度_重点项目_截至0331.xlsx");
    assert_eq!(story.counts(), BTreeMap::from([("sent".into(), 18)]));

    let page = story.page();
    let counties: Vec<&str> =
        page["units"].as_array().unwrap().iter().map(|u| u["unit"]["name"].as_str().unwrap()).collect();
    let mut files = vec![];
    for (at, county) in counties.iter().enumerate() {
        if SILENT.contains(county) || *county == PICTURE {
            continue;
        }
        let called = format!("重点项目表（最终版{at}）.xlsx");
        files.push(story.filled(county, &called, |grid| {
            if *county == STALE {
                grid[FIRST][ASKED + 4] = Data::String("换了一个词".into());
            } else {
                further(grid);
            }
        }));
    }
    let picture = story.folder.path().join(format!("{PICTURE}报表.png"));
    std::fs::write(&picture, b"\x89PNG\r\n\x1a\nnot much of a picture").unwrap();
    files.push(picture);

    let collected = story.collect(&files);
    for returned in collected["files"].as_array().unwrap() {
        assert!(returned["unit"].is_string(), "{returned}");
        if returned["guess"] == "table" {
            assert_eq!((&returned["known_by"], &returned["changed"]), (&json!("mark"), &json!(3)), "{returned}");
            assert_eq!((&returned["faults"], &returned["columns_more"]), (&json!([]), &json!([])));
            let totals = returned["totals"].as_array().unwrap();
            assert!(totals.len() >= 2 && totals.iter().all(|t| t["in_sheet"] == t["sum"]), "{totals:?}");
        }
    }
    let stale = collected["files"].as_array().unwrap().iter().find(|f| f["guess"] == "stale").unwrap();
    assert_eq!((&stale["alike"], &stale["stale"]), (&json!(980), &json!("alike")), "98 of 100 cells as last time");
    assert_eq!(file(&collected, &format!("{PICTURE}报表.png"))["known_by"], "file_name");
    assert_eq!(story.counts(), BTreeMap::from([("sent".into(), 18)]), "nothing is written before it is decided");

    let done = story.register(&collected, as_proposed(&collected));
    assert_eq!(done, json!({"files": 16, "created": 0, "changed": 42, "unchanged": 0}));
    let expected = [("received", 14), ("sent", 2), ("stale", 1), ("manual", 1)].map(|(s, n)| (s.to_string(), n));
    assert_eq!(story.counts(), BTreeMap::from(expected));
    assert_eq!(story.counts().values().sum::<i64>(), 18);
    // 3 projects with 1,000 + 2,000 + 3,000 万元, each 100 further: what the county's own total says.
    assert_eq!(story.done("道里区"), 63_000_000);
    assert_eq!(story.done(STALE), 550_000_000, "of an old file nothing is written");
    let text = story.office.call("round_text", json!({"round": story.round["id"], "unit": null}));
    assert!(text["text"].as_str().unwrap().contains("已报14个单位，尚缺："), "{text}");

    story.office.call("undo", json!({}));
    assert_eq!(story.counts(), BTreeMap::from([("sent".into(), 18)]));
    assert_eq!(story.done("道里区"), 60_000_000);
}

#[test]
fn an_inserted_column_moves_nothing_and_a_missing_project_is_told() {
    let story = Story::open();
    story.hand_out();
    let inserted = story.filled("道里区", "a.xlsx", |grid| {
        further(grid);
        for (at, row) in grid.iter_mut().enumerate() {
            row.insert(ASKED + 1, if at == FIRST - 1 { Data::String("县区备注".into()) } else { Data::Float(7.0) });
        }
    });
    let missing = story.filled("南岗区", "b.xlsx", |grid| {
        further(grid);
        grid.remove(FIRST + 1);
        recompute(grid);
    });
    let renamed = story.filled("香坊区", "c.xlsx", |grid| {
        further(grid);
        grid[FIRST][NAME] = Data::String("换名科技园".into());
        grid[FIRST + 1][NAME] = Data::String("也换了名的园区".into());
        grid[FIRST + 3][NAME] = Data::String("新来的项目".into());
        grid[FIRST + 3][ASKED + 2] = Data::Float(5.0);
        recompute(grid);
    });
    let theirs = story.filled("松北区", "d.xlsx", |grid| {
        further(grid);
        grid[FIRST + 3][NAME] = Data::String("南岗区2号产业园项目".into());
        grid[FIRST + 3][ASKED + 2] = Data::Float(99.0);
        recompute(grid);
    });
    let collected = story.collect(&[inserted, missing, renamed, theirs]);
    let a = file(&collected, "a.xlsx");
    assert_eq!((&a["columns_more"], &a["changed"], &a["faults"]), (&json!(["J 县区备注"]), &json!(3), &json!([])));
    let b = file(&collected, "b.xlsx");
    assert_eq!((&b["missing"], &b["changed"]), (&json!(["南岗区2号产业园项目"]), &json!(2)));
    let c = file(&collected, "c.xlsx");
    assert_eq!((&c["new"], &c["renamed"][0]["new"]), (&json!(1), &json!("换名科技园")));
    assert_eq!(file(&collected, "d.xlsx")["theirs"], 1);
    let old = c["renamed"][0]["old"].clone();
    let mut decided = as_proposed(&collected);
    decided[2]["rename"] = json!([c["renamed"][0]["project"]]);
    story.register(&collected, decided);
    assert_eq!(story.done("道里区"), 63_000_000, "headings decide, not places");
    let first = story.office.first_named("道里区1号");
    assert_eq!(story.office.call("statistics_entry_get", json!({"id": first}))["entry"]["entered"], true);
    assert_eq!(
        story.done("南岗区"),
        10_000_000 + 30_000_000 + 2_000_000 + 20_000_000,
        "a missing project stays as it was"
    );
    assert_eq!(story.done("香坊区"), 63_000_000 + 50_000);
    let page = story.office.list(json!({"text": "新来的项目", "limit": 5}));
    assert_eq!((&page["sums"]["count"], &page["rows"][0]["region"]), (&json!(1), &json!("230110")));
    let page = story.office.list(json!({"text": "也换了名的园区", "limit": 5}));
    assert_eq!(page["sums"]["count"], 0, "a name is asked about, not taken");
    let renamed = story.office.call("project_get", json!({"id": c["renamed"][0]["project"]}));
    assert_eq!((&renamed["project"]["name"], &renamed["project"]["aliases"]), (&json!("换名科技园"), &old));
}

#[test]
fn what_is_wrong_is_said_for_the_telephone_and_the_corrected_file_doubles_nothing() {
    let story = Story::open();
    story.hand_out();
    let wrong = |grid: &mut Grid| {
        further(grid);
        grid[FIRST][ASKED + 2] = Data::Float(900.0);
        grid[FIRST + 3][NAME] = Data::String("新来的项目".into());
        grid[FIRST + 3][ASKED] = Data::String("在建".into());
        grid[FIRST + 3][ASKED + 2] = Data::Float(5.0);
    };
    let first = story.filled("道里区", "道里区.xlsx", wrong);
    let collected = story.collect(std::slice::from_ref(&first));
    let faults = file(&collected, "道里区.xlsx")["faults"].as_array().unwrap();
    let rules: Vec<_> = faults.iter().map(|f| f["fault"]["rule"].as_str().unwrap()).collect();
    assert_eq!(rules, ["done_decreased", "total_differs"]);
    story.register(&collected, json!([{"key": 0, "unit": null, "fate": "returned"}]));
    assert_eq!(story.done("道里区"), 60_000_000, "nothing of a file that is sent back is written");
    let unit = story.page()["units"][0]["unit"]["id"].clone();
    let text = story.office.call("round_text", json!({"round": story.round["id"], "unit": unit}));
    assert_eq!(
        text["text"],
        "你区报送表有2处请核对：①第4行累计完成900小于上期1,000；②K12合计6,300，各行相加6,105。请今天下班前重报。"
    );

    let right = |grid: &mut Grid| {
        wrong(grid);
        grid[FIRST][ASKED + 2] = Data::Float(1_200.0);
        recompute(grid);
    };
    for (called, done) in [("道里区改.xlsx", 63_000_000 + 1_050_000), ("道里区再改.xlsx", 63_000_000 + 1_060_000)]
    {
        let again = story.filled("道里区", called, |grid| {
            right(grid);
            if called == "道里区再改.xlsx" {
                grid[FIRST + 3][ASKED + 2] = Data::Float(6.0);
                recompute(grid);
            }
        });
        let collected = story.collect(&[again]);
        assert_eq!(file(&collected, called)["faults"], json!([]));
        story.register(&collected, as_proposed(&collected));
        assert_eq!(story.done("道里区"), done);
        assert_eq!(story.office.list(json!({"text": "新来的项目", "limit": 5}))["sums"]["count"], 1);
    }
    let page = story.page();
    let files = page["units"][0]["files"].as_array().unwrap();
    let fates: Vec<_> = files.iter().map(|f| (f["name"].as_str().unwrap(), f["fate"].as_str().unwrap())).collect();
    assert_eq!(fates, [("道里区.xlsx", "returned"), ("道里区改.xlsx", "taken"), ("道里区再改.xlsx", "taken")]);
    for kept in files {
        let hash = kept["hash"].as_str().unwrap();
        assert!(story.office.folder.path().join("attachments").join(&hash[..2]).join(hash).is_file());
    }
    let collected = story.collect(&[first]);
    assert_eq!(file(&collected, "道里区.xlsx")["guess"], "repeat");
}

#[test]
fn a_file_that_changed_since_it_was_read_is_not_kept_under_its_old_hash() {
    let story = Story::open();
    story.hand_out();
    let came = story.filled("道里区", "道里区.xlsx", further);
    let photo = story.folder.path().join("依兰县.png");
    std::fs::write(&photo, b"\x89PNG\r\n\x1a\nthe photo").unwrap();
    let collected = story.collect(&[came.clone(), photo]);
    std::fs::write(&came, b"another file by the same name").unwrap();
    let refused =
        story.office.run("round_register", json!({"session": collected["session"], "files": as_proposed(&collected)}));
    assert_eq!(refused.unwrap_err().code, zhuanban_core::error::Code::FileChanged);
    assert_eq!(story.counts(), BTreeMap::from([("sent".into(), 18)]));
    let kept = walk(&story.office.folder.path().join("attachments"));
    assert!(kept.iter().all(|file| !file.ends_with(".part")), "{kept:?}");

    let came = story.filled("道里区", "道里区.xlsx", further);
    let collected = story.collect(&[came.clone(), story.folder.path().join("依兰县.png")]);
    story.register(&collected, as_proposed(&collected));
    let page = story.page();
    let files: Vec<&Json> =
        page["units"].as_array().unwrap().iter().flat_map(|u| u["files"].as_array().unwrap()).collect();
    let named = |name: &str| files.iter().find(|f| f["name"] == name).unwrap()["id"].clone();
    let out = story.folder.path().join("again.xlsx");
    story.office.call("round_file_copy", json!({"id": named("道里区.xlsx"), "path": out}));
    assert_eq!(std::fs::read(&out).unwrap(), std::fs::read(&came).unwrap(), "what was kept is what came");
    let own = story.office.call("round_file_copy", json!({"id": named("道里区.xlsx")}))["path"].clone();
    assert!(own.as_str().unwrap().ends_with("道里区.xlsx"), "{own}");
    let shown = story.office.call("round_file_picture", json!({"id": named("依兰县.png")}));
    assert_eq!((&shown["media"], &shown["base64"]), (&json!("image/png"), &json!("iVBORw0KGgp0aGUgcGhvdG8=")));
    let refused = story.office.run("round_file_picture", json!({"id": named("道里区.xlsx")}));
    assert_eq!(refused.unwrap_err().code, zhuanban_core::error::Code::FileWrongKind);
}

/// Every file under a folder.
fn walk(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return vec![] };
    let below = entries.flat_map(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() { walk(&path) } else { vec![path.display().to_string()] }
    });
    below.collect()
}

#[test]
fn a_returned_file_is_asked_what_the_page_of_checks_asks() {
    let story = Story::open();
    let first = story.office.first_named("道里区1号");
    story.office.call("project_save", json!({"id": first, "set": {"plan": 1_000_000, "plan_year": 2023}}));
    story.hand_out();
    let faults = |called: &str| {
        let came = story.filled("道里区", called, |grid| {
            further(grid);
            grid[FIRST + 2][ASKED] = Data::String("前期".into());
            grid[FIRST + 2][ASKED + 1] = Data::String("否".into());
            grid[FIRST][ASKED + 3] = Data::Float(200.0);
            recompute(grid);
        });
        let collected = story.collect(&[came]);
        let faults = file(&collected, called)["faults"].as_array().unwrap().clone();
        let told = faults.iter().map(|f| format!("{} {}", f["row"], f["fault"]["rule"].as_str().unwrap()));
        (told.collect::<Vec<_>>(), collected)
    };
    let (told, collected) = faults("道里区.xlsx");
    assert_eq!(told, ["4 over_plan", "6 invested_before_start", "6 stage_back"]);
    story.register(&collected, json!([{"key": 0, "unit": null, "fate": "returned"}]));
    let unit = story.page()["units"][0]["unit"]["id"].clone();
    let text = story.office.call("round_text", json!({"round": story.round["id"], "unit": unit}));
    assert_eq!(
        text["text"],
        "你区报送表有3处请核对：①第4行本年完成超过年度计划150%；②第6行未开工，累计完成却有3,100；③第6行阶段比上期倒退。请今天下班前重报。"
    );
}

#[test]
fn a_county_without_our_workbook_is_known_by_its_heading_and_last_rounds_file_by_its_mark() {
    let story = Story::open();
    story.hand_out();
    let old = story.filled("道里区", "道里区二季度.xlsx", further);
    let own = story.folder.path().join("报表.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "填报单位：南岗区").unwrap();
    for (at, head) in ["序号", "项目名称", "总投资（万元）", "累计完成投资（亿元）", "存在问题"].iter().enumerate()
    {
        sheet.write(1, at as u16, *head).unwrap();
    }
    for (at, done) in [0.11, 0.22, 0.33].into_iter().enumerate() {
        sheet.write(2 + at as u32, 0, at as f64 + 1.0).unwrap();
        sheet.write(2 + at as u32, 1, format!("南岗区{}号产业园项目", at + 1)).unwrap();
        sheet.write(2 + at as u32, 2, 1.0).unwrap();
        sheet.write(2 + at as u32, 3, done).unwrap();
    }
    book.save(&own).unwrap();
    let word = story.folder.path().join("通知.docx");
    std::fs::copy(&own, &word).unwrap();
    std::fs::write(&word, b"no table at all").unwrap();
    let collected = story.collect(&[own, word]);
    let read = file(&collected, "报表.xlsx");
    assert_eq!((&read["known_by"], &read["changed"], &read["same"]), (&json!("heading"), &json!(3), &json!(0)));
    assert_eq!(read["columns_less"], json!(["stage", "started", "done_year", "image", "entered"]));
    assert_eq!(file(&collected, "通知.docx")["guess"], "unknown");
    story.register(&collected, as_proposed(&collected));
    assert_eq!(story.done("南岗区"), 66_000_000);
    let page = story.office.list(json!({"text": "南岗区1号", "limit": 1}));
    assert_eq!(page["rows"][0]["total"], 5_000_000_000_i64, "what was not asked stays");
    assert_eq!(page["rows"][0]["image"], "基础施工", "what the file has no column for goes on");

    let next = story.office.call(
        "round_open",
        json!({"kind": "quarterly", "period": "2023-06", "as_of": "2023-06-30", "due_on": "2023-06-28",
            "due_minute": 1020, "split": "region", "query": {}, "asked": ["done_total"]}),
    );
    let collected = story.office.call("round_collect", json!({"round": next["id"], "files": [old]}));
    let read = &collected["files"][0];
    assert_eq!(
        (&read["guess"], &read["stale"], &read["of_round"]),
        (&json!("stale"), &json!("other_round"), &json!("2023年一季度"))
    );
}

#[test]
fn changes_stand_in_red_and_a_closed_round_takes_nothing_more() {
    let story = Story::open();
    story.hand_out();
    let collected = story.collect(&[story.filled("道里区", "a.xlsx", further)]);
    story.register(&collected, as_proposed(&collected));
    let out = story.folder.path().join("变化稿.xlsx");
    let written = story.office.call(
        "changes_export",
        json!({"file": out, "round": story.round["id"], "with": "last", "from": null, "to": null}),
    );
    assert_eq!(
        written["red"], 9,
        "three projects, each with two figures and 形象进度; 纳统 stands in the list of changes"
    );
    let mut book: Xlsx<_> = open_workbook(&out).unwrap();
    let list = book.worksheet_range("变化清单").unwrap();
    let line: Vec<String> = (0..5).map(|c| list.get_value((3, c)).unwrap().to_string()).collect();
    assert_eq!(line, ["道里区", "道里区1号产业园项目", "累计完成投资（万元）", "1000", "1100"]);
    let sums = book.worksheet_range("分单位对照").unwrap();
    assert_eq!(sums.get_value((3, 7)), Some(&Data::Float(300.0)));
    story.office.call("round_close", json!({"id": story.round["id"]}));
    let refused = story.office.run("round_collect", json!({"round": story.round["id"], "files": [out]}));
    assert_eq!(refused.unwrap_err().code, zhuanban_core::error::Code::RoundClosed);
    let zip = story.folder.path().join("all.zip");
    let refused = story.office.run("round_hand_out", json!({"round": story.round["id"], "file": zip}));
    assert_eq!(refused.unwrap_err().code, zhuanban_core::error::Code::RoundClosed);
}

#[test]
fn totals_that_are_handed_out_are_those_of_the_cells_above_them() {
    let story = Story::open();
    story.hand_out();
    let mut book: Xlsx<_> = open_workbook(story.handed("道里区")).unwrap();
    let sheet = book.worksheet_range("报送表").unwrap();
    let rows: Vec<_> = sheet.rows().collect();
    let total = rows.iter().find(|row| row[2] == Data::String("合计".into())).unwrap();
    for (column, sum) in [(ASKED + 2, 6000.0), (ASKED + 3, 0.0)] {
        let number = |row: &&[Data]| if let Data::Float(n) = row[column] { n } else { 0.0 };
        let above: f64 = rows.iter().filter(|row| is_project(row)).map(number).sum();
        assert_eq!((above, &total[column]), (sum, &Data::Float(sum)), "last year's 本年完成 is not this year's");
    }
}
