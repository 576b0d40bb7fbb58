//! Cells typed and pasted into the ledger: read as imports are, all or none, one undo, and told who changed what.

use crate::import::Office;
use serde_json::{Value as Json, json};
use zhuanban_core::error::{Code, Rule};

fn project(office: &Office, name: &str) -> String {
    let saved = office.call("project_save", json!({"id": null, "set": {"name": name}}));
    saved["project"]["id"].as_str().unwrap().to_string()
}

fn edit(office: &Office, cells: &[(&str, &str, &str)]) -> Json {
    office.call("cells_edit", json!({"cells": cells_of(cells), "unit": "wan"}))
}

fn cells_of(cells: &[(&str, &str, &str)]) -> Json {
    cells.iter().map(|(project, column, text)| json!({"project": project, "column": column, "text": text})).collect()
}

fn row(office: &Office, id: &str) -> Json {
    let page = office.call("project_list", json!({"limit": 500}));
    page["rows"].as_array().unwrap().iter().find(|r| r["id"] == id).unwrap().clone()
}

fn text(office: &Office, id: &str, column: &str) -> String {
    let cell = office.call("cell_get", json!({"project": id, "column": column}));
    cell["text"].as_str().unwrap().to_string()
}

#[test]
fn a_plan_typed_in_the_grid_is_this_years_on_the_board() {
    let office = Office::new();
    let set = json!({"name": "甲项目", "plan": 100_000_000, "plan_year": 2021});
    let saved = office.call("project_save", json!({"id": null, "set": set}));
    let plan = || office.call("board_get", json!({}))["invested"]["plan"].clone();
    assert_eq!(plan(), 0, "last year's plan");
    edit(&office, &[(saved["project"]["id"].as_str().unwrap(), "plan", "2亿")]);
    assert_eq!(plan(), 200_000_000);
}

#[test]
fn what_an_officer_types_is_read_and_typed_again_says_the_same() {
    let office = Office::new();
    let id = project(&office, "甲项目");
    let parent = project(&office, "总项目");
    let typed = [
        ("name", "★ 玉米深加工 项目", "玉米深加工项目", json!("玉米深加工项目")),
        ("total", "4,620", "4620", json!(46_200_000)),
        ("plan", "2.5亿", "25000", json!(250_000_000)),
        ("arrived", "１２．５", "12.5", json!(125_000)),
        ("started_planned", "2022年5月底前", "2022年5月底前", json!("2022-05-31/month/by")),
        ("started_actual", "3月31日", "2022-03-31", json!("2022-03-31")),
        ("completed_planned", "2023年二季度", "2023年二季度", json!("2023-06-30/quarter")),
        ("stage", "前期", "preparing", json!("preparing")),
        ("carried", "新开工", "new", json!("new")),
        ("nature", "技术改造", "upgrade", json!("upgrade")),
        ("region", "大同区", "大同区", json!("230606")),
        ("industry", "农副食品加工业", "农副食品加工业", json!("13")),
        ("tags", "专精特新、绿色", "专精特新\n绿色", json!("专精特新\n绿色")),
        ("parent", "总项目", "总项目", json!(parent)),
        ("enterprise", "谷实集团", "谷实集团", json!("谷实集团")),
        ("leader", "张 三", "张三", json!("张三")),
        ("liaison", "李四", "李四", json!("李四")),
        ("done_total", "约3.2亿", "约32000", json!(320_000_000)),
        ("done_month", "-12", "-12", json!(-120_000)),
        ("image", "主体封顶", "主体封顶", json!("主体封顶")),
        ("issue", "高压线迁改", "高压线迁改", json!("高压线迁改")),
        ("note", "第一行\n第二行", "第一行\n第二行", json!("第一行\n第二行")),
        ("responsible_unit", "市发改委", "市发改委", json!("市发改委")),
    ];
    let cells: Vec<_> = typed.iter().map(|(column, text, _, _)| (id.as_str(), *column, *text)).collect();
    let edited = edit(&office, &cells);
    // The stage was that already.
    assert_eq!((&edited["cells"], &edited["projects"]), (&json!(cells.len() - 1), &json!(1)));
    let line = row(&office, &id);
    for (column, _, shown, stored) in &typed {
        assert_eq!(line[*column], *stored, "{column}");
        assert_eq!(text(&office, &id, column), *shown, "{column}");
    }
    assert_eq!(
        (&line["done_about"], &line["total_about"], &line["period"]),
        (&json!(true), &json!(false), &json!("2022-03"))
    );
    // What the cell shows, typed again, changes nothing, and an action that changes nothing is none.
    let again: Vec<_> = typed.iter().map(|(column, _, shown, _)| (id.as_str(), *column, *shown)).collect();
    assert_eq!(edit(&office, &again)["cells"], json!(0));
    let undo = office.call("desk_get", json!({}))["undo"].clone();
    assert_eq!((&undo["label"], &undo["subject"]), (&json!("cells_edit"), &json!((cells.len() - 1).to_string())));
    // An empty text clears.
    assert_eq!(edit(&office, &[(&id, "note", ""), (&id, "total", "/"), (&id, "enterprise", " ")])["cells"], json!(3));
    let line = row(&office, &id);
    assert_eq!((&line["note"], &line["total"], &line["enterprise"]), (&json!(null), &json!(null), &json!(null)));
}

#[test]
fn fifty_rows_of_eight_cells_are_one_action_and_one_undo() {
    let office = Office::new();
    let ids: Vec<String> = (0..50).map(|n| project(&office, &format!("项目{n}"))).collect();
    let before = office.call("project_list", json!({"limit": 500}))["rows"].clone();
    let columns = ["total", "plan", "stage", "image", "issue", "leader", "started_planned", "note"];
    let mut cells = vec![];
    for (n, id) in ids.iter().enumerate() {
        for column in columns {
            let text = match column {
                "total" => format!("{}", 1000 + n),
                "plan" => format!("{}.5", 100 + n),
                "stage" => "在建".to_string(),
                "started_planned" => format!("2022.{}", n % 9 + 1),
                other => format!("{other}{n}"),
            };
            cells.push(json!({"project": id, "column": column, "text": text}));
        }
    }
    let edited = office.call("cells_edit", json!({"cells": cells}));
    assert_eq!((&edited["cells"], &edited["projects"]), (&json!(400), &json!(50)));
    let undo = office.call("desk_get", json!({}))["undo"].clone();
    assert_eq!((&undo["label"], &undo["subject"]), (&json!("cells_edit"), &json!("400")));
    let sums = office.call("project_list", json!({"limit": 1}))["sums"].clone();
    assert_eq!((&sums["total"], &sums["plan"]), (&json!(512_250_000), &json!(62_500_000)));
    office.call("undo", json!({}));
    assert_eq!(office.call("project_list", json!({"limit": 500}))["rows"], before);
}

#[test]
fn a_fault_names_row_and_column_and_nothing_is_written() {
    let office = Office::new();
    let (a, b) = (project(&office, "甲"), project(&office, "乙"));
    let cells = [
        (a.as_str(), "total", "100"),
        (&a, "stage", "很好"),
        (&b, "total", "待定"),
        (&b, "started_planned", "2022-13"),
        (&b, "rate", "5"),
        (&b, "note", "写不进去"),
    ];
    let fault = office.run("cells_edit", json!({"cells": cells_of(&cells)})).unwrap_err();
    assert_eq!((fault.code, fault.params["count"].as_str()), (Code::CellFaults, "3"));
    let told: Vec<_> = fault
        .fields
        .iter()
        .map(|f| {
            (f.params["row"].as_str(), f.params["cell"].as_str(), f.params["name"].as_str(), f.field.as_str(), f.rule)
        })
        .collect();
    assert_eq!(
        told,
        [
            ("1", "1", "甲", "stage", Rule::NotAChoice),
            ("2", "2", "乙", "total", Rule::NotANumber),
            ("2", "3", "乙", "started_planned", Rule::NoSuchMonth),
        ]
    );
    // What the rules refuse, once everything can be read.
    let cells = [(a.as_str(), "note", "甲的"), (&b, "rate", "5"), (&b, "name", ""), (&b, "code", "不是代码")];
    let fault = office.run("cells_edit", json!({"cells": cells_of(&cells)})).unwrap_err();
    let told: Vec<_> = fault.fields.iter().map(|f| (f.params["cell"].as_str(), f.field.as_str(), f.rule)).collect();
    assert_eq!(
        told,
        [("1", "rate", Rule::NotEditable), ("2", "name", Rule::Required), ("3", "code", Rule::ProjectCodeForm)]
    );
    assert_eq!((&row(&office, &a)["note"], &row(&office, &b)["note"]), (&json!(null), &json!(null)));
    // The same, asked before writing: cell by cell.
    let checked = office.call("cells_check", json!({"cells": cells_of(&cells)}));
    assert_eq!((&checked["changed"], &checked["faults"]), (&json!(1), &json!(3)));
    let shown: Vec<_> =
        checked["cells"].as_array().unwrap().iter().map(|c| (c["old"].clone(), c["new"].clone())).collect();
    assert_eq!(shown[0], (json!(""), json!("甲的")));
    assert_eq!(shown[2], (json!("乙"), json!("")));
    assert_eq!(checked["cells"][3]["faults"][0]["params"]["name"], "乙");
}

#[test]
fn what_was_wrong_before_does_not_stop_another_cell() {
    let office = Office::new();
    let id = project(&office, "甲");
    office.call("project_save", json!({"id": id, "set": {"total": 10_000_000, "plan": 20_000_000}}));
    assert_eq!(edit(&office, &[(&id, "note", "照常")])["warnings"], json!([]));
    let warned = edit(&office, &[(&id, "plan", "3000")]);
    assert_eq!(warned["warnings"], json!([]), "it was over the total before");
    let warned = edit(&office, &[(&id, "done_total", "1001")]);
    assert_eq!(
        (&warned["warnings"][0]["rule"], &warned["warnings"][0]["params"]["cell"]),
        (&json!("done_over_total"), &json!("0"))
    );
}

#[test]
fn a_cell_that_changed_meanwhile_is_not_overwritten() {
    let office = Office::new();
    let id = project(&office, "甲");
    edit(&office, &[(&id, "total", "4620"), (&id, "stage", "前期")]);
    let input = |expect: [&str; 2], total: &str| json!({"cells": cells_of(&[(&id, "total", total), (&id, "stage", "在建")]), "expect": expect});
    let fault = office.run("cells_edit", input(["4600", "preparing"], "4700")).unwrap_err();
    assert_eq!((fault.fields[0].rule, fault.fields[0].params["text"].as_str()), (Rule::ChangedMeanwhile, "4620"));
    assert_eq!((fault.fields.len(), text(&office, &id, "total").as_str()), (1, "4620"));
    office.call("cells_edit", input(["4620", "preparing"], "4700"));
    assert_eq!((text(&office, &id, "total").as_str(), text(&office, &id, "stage").as_str()), ("4700", "building"));
    let short = json!({"cells": cells_of(&[(&id, "total", "1")]), "expect": []});
    assert_eq!(office.run("cells_edit", short).unwrap_err().code, Code::BadInput);
}

#[test]
fn a_cell_tells_who_set_it_and_what_stood_there() {
    let office = Office::new();
    let id = project(&office, "甲");
    let get = |column: &str| office.call("cell_get", json!({"project": id, "column": column}));
    assert_eq!((&get("total")["changed_ms"], &get("total")["old"]), (&json!(null), &json!(null)));
    edit(
        &office,
        &[(&id, "total", "100"), (&id, "region", "大同区"), (&id, "leader", "张三"), (&id, "done_total", "10")],
    );
    edit(
        &office,
        &[(&id, "total", "约200"), (&id, "region", "红岗区"), (&id, "done_total", "20"), (&id, "enterprise", "甲厂")],
    );
    edit(&office, &[(&id, "enterprise", "乙厂")]);
    for (column, text, old) in [
        ("total", "约200", "100"),
        ("region", "红岗区", "大同区"),
        ("done_total", "20", "10"),
        ("enterprise", "乙厂", "甲厂"),
    ] {
        let cell = get(column);
        assert_eq!((&cell["text"], &cell["old"]), (&json!(text), &json!(old)), "{column}");
        assert_eq!(
            (&cell["person"], &cell["label"], &cell["editable"]),
            (&json!("林晓"), &json!("cells_edit"), &json!(true))
        );
    }
    let history = office.call("history_list", json!({"table": "project", "row": id}));
    let total = history.as_array().unwrap().iter().find(|c| c["field"] == "total" && c["new"] == 2_000_000).unwrap();
    assert_eq!((&total["old"], &total["person"]), (&json!(1_000_000), &json!("林晓")));
    assert_eq!(get("list")["editable"], json!(false));
}

#[test]
fn a_new_leader_follows_the_old_one_who_stays_known() {
    let office = Office::new();
    let id = project(&office, "甲");
    office.call(
        "duty_save",
        json!({"id": null, "project": id, "set": {"role": "leader", "name": "张三", "since": "2021-01-01", "position": 3}}),
    );
    edit(&office, &[(&id, "leader", "李四")]);
    let duties = office.call("project_get", json!({"id": id}))["duties"].clone();
    let told: Vec<_> = duties
        .as_array()
        .unwrap()
        .iter()
        .map(|d| (d["name"].clone(), d["since"].clone(), d["until"].clone(), d["position"].clone()))
        .collect();
    assert_eq!(
        told,
        [
            (json!("李四"), json!("2022-03-31"), json!(null), json!(3)),
            (json!("张三"), json!("2021-01-01"), json!("2022-03-31"), json!(3))
        ]
    );
    let cell = office.call("cell_get", json!({"project": id, "column": "leader"}));
    assert_eq!((&cell["text"], &cell["old"]), (&json!("李四"), &json!("张三")));
    // A slip of the same day is corrected, not handed over.
    edit(&office, &[(&id, "leader", "李思")]);
    assert_eq!(office.call("project_get", json!({"id": id}))["duties"].as_array().unwrap().len(), 2);
    edit(&office, &[(&id, "leader", "")]);
    assert_eq!(row(&office, &id)["leader"], json!(null));
    for _ in 0..3 {
        office.call("undo", json!({}));
    }
    assert_eq!(row(&office, &id)["leader"], json!("张三"));
}

#[test]
fn a_column_is_filled_for_all_that_a_query_finds() {
    let office = Office::new();
    let ids: Vec<String> = (0..5).map(|n| project(&office, &format!("项目{n}"))).collect();
    edit(&office, &[(&ids[0], "region", "大同区"), (&ids[1], "region", "大同区"), (&ids[2], "region", "红岗区")]);
    let query = json!({"filters": [{"column": "region", "op": "any_of", "values": ["230606"]}]});
    let edited = office.call("cells_edit_all", json!({"query": query, "column": "stage", "text": "已开工"}));
    assert_eq!((&edited["cells"], &edited["projects"]), (&json!(2), &json!(2)));
    assert_eq!(row(&office, &ids[2])["stage"], json!("preparing"));
    let named = json!({"projects": [ids[3], ids[4]], "column": "image", "text": "土方施工", "period": "2022-02"});
    assert_eq!(office.call("cells_edit_all", named)["cells"], json!(2));
    assert_eq!(
        (&row(&office, &ids[4])["image"], &row(&office, &ids[4])["period"]),
        (&json!("土方施工"), &json!("2022-02"))
    );
    assert_eq!(office.call("desk_get", json!({}))["undo"]["label"], json!("cells_edit_all"));
}

#[test]
fn this_months_figure_makes_this_months_report_and_leaves_last_months_alone() {
    let office = Office::new();
    let id = project(&office, "甲");
    let last = json!({"done_total": 100_000_000, "done_year": 40_000_000, "image": "基础施工", "issue": "资金"});
    office.call("progress_save", json!({"project": id, "period": "2022-02", "basis": "dispatch", "set": last}));
    let cell = |column: &str, text: &str| json!({"project": id, "column": column, "text": text, "period": "2022-03"});
    // What is written over is what went on from last month.
    let checked = office.call("cells_check", json!({"cells": [cell("done_total", "12000"), cell("issue", "资金")]}));
    assert_eq!((&checked["cells"][0]["old"], &checked["cells"][0]["changed"]), (&json!("10000"), &json!(true)));
    assert_eq!((&checked["cells"][1]["old"], &checked["cells"][1]["changed"]), (&json!("资金"), &json!(false)));
    let get = office.call("cell_get", json!({"project": id, "column": "image", "period": "2022-03"}));
    assert_eq!((&get["text"], &get["person"]), (&json!("基础施工"), &json!(null)));

    let expect = json!(["10000", "基础施工"]);
    office.call(
        "cells_edit",
        json!({"cells": [cell("done_total", "12000"), cell("image", "主体封顶")], "expect": expect}),
    );
    let file = office.call("project_get", json!({"id": id}));
    let reports: Vec<_> = (file["progress"].as_array().unwrap().iter())
        .map(|g| (g["period"].as_str().unwrap(), g["done_total"].as_i64(), g["image"].as_str(), g["issue"].as_str()))
        .collect();
    assert_eq!(
        reports,
        [
            ("2022-03", Some(120_000_000), Some("主体封顶"), Some("资金")),
            ("2022-02", Some(100_000_000), Some("基础施工"), Some("资金")),
        ]
    );
    // A word that went on is cleared in the new month only.
    office.call("cells_edit", json!({"cells": [cell("issue", "")]}));
    assert_eq!(row(&office, &id)["issue"], json!(null));
}

#[test]
fn a_plan_typed_this_year_is_this_years_plan() {
    let office = Office::new();
    let id = project(&office, "甲");
    let year = |office: &Office| office.call("project_get", json!({"id": id}))["project"]["plan_year"].clone();
    let plan = |plan: i64, year: i64| {
        office.call("project_save", json!({"id": id, "set": {"plan": plan, "plan_year": year}}));
    };
    plan(20_000_000, 2021);
    edit(&office, &[(&id, "plan", "2000")]);
    assert_eq!(year(&office), json!(2021), "the same figure says nothing new");
    edit(&office, &[(&id, "plan", "3000")]);
    assert_eq!(year(&office), json!(2022));
    plan(20_000_000, 2023);
    edit(&office, &[(&id, "plan", "2500")]);
    assert_eq!(year(&office), json!(2023), "a plan for next year stays next year's");
}

#[test]
fn an_about_that_is_not_kept_is_said() {
    let office = Office::new();
    let id = project(&office, "甲");
    let rules = |cells: &[(&str, &str, &str)]| {
        let wrote = edit(&office, cells);
        wrote["warnings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|w| w["rule"].as_str().unwrap().to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(rules(&[(&id, "total", "约9000"), (&id, "done_total", "约300")]), Vec::<String>::new());
    assert_eq!(rules(&[(&id, "done_year", "约200"), (&id, "arrived", "约100")]), ["about_not_kept", "about_not_kept"]);
}

#[test]
fn statistics_and_counting_are_cells_like_others() {
    let office = Office::new();
    let ids: Vec<String> = ["甲", "乙", "丙", "丁"].iter().map(|name| project(&office, name)).collect();
    assert_eq!(row(&office, &ids[0])["statistics"], json!(null), "nobody said whether it must be entered");
    let edited = edit(
        &office,
        &[
            (&ids[0], "statistics", "已入库"),
            (&ids[0], "entered_period", "2022年3月"),
            (&ids[1], "statistics", "应统未统"),
            (&ids[2], "statistics", "不需纳统"),
            (&ids[2], "entered_period", ""),
            (&ids[3], "entered_period", "2022-02"),
            (&ids[3], "counted", "其中"),
        ],
    );
    assert_eq!((&edited["cells"], &edited["projects"]), (&json!(6), &json!(4)));
    let told =
        |at: usize| ["statistics", "entered_period", "counted"].map(|field| row(&office, &ids[at])[field].clone());
    assert_eq!(told(0), [json!("entered"), json!("2022-03"), json!(true)]);
    assert_eq!(told(1), [json!("due"), json!(null), json!(true)]);
    assert_eq!(told(2), [json!("not_due"), json!(null), json!(true)]);
    assert_eq!(
        told(3),
        [json!("entered"), json!("2022-02"), json!(false)],
        "a month of entry says that it was entered"
    );
    let count = |column: &str, values: Json| {
        let filter = json!([{"column": column, "op": "any_of", "values": values}]);
        office.call("project_list", json!({"limit": 0, "filters": filter, "with_sums": true}))["sums"].clone()
    };
    assert_eq!(count("statistics", json!(["due"]))["count"], json!(1));
    assert_eq!(
        (&count("counted", json!(["not_counted"]))["count"], &count("counted", json!(["not_counted"]))["counted"]),
        (&json!(1), &json!(0))
    );
    let groups =
        office.call("project_list", json!({"limit": 0, "group": "statistics", "with_groups": true}))["groups"].clone();
    let keys: Vec<_> =
        groups.as_array().unwrap().iter().map(|g| (g["key"].clone(), g["sums"]["count"].clone())).collect();
    assert_eq!(
        keys,
        [(json!("entered"), json!(2)), (json!("due"), json!(1)), (json!("not_due"), json!(1))],
        "in the order of its words"
    );
    let story = office.call("cell_get", json!({"project": ids[0], "column": "statistics"}));
    assert_eq!((&story["text"], &story["person"]), (&json!("entered"), &json!("林晓")), "{story}");

    assert_eq!(edit(&office, &[(&ids[0], "statistics", "")])["cells"], json!(1));
    assert_eq!(told(0), [json!(null), json!(null), json!(true)], "nobody said anything of it");
    office.call("undo", json!({}));
    office.call("undo", json!({}));
    assert_eq!((told(0)[0].clone(), told(3)[2].clone()), (json!(null), json!(true)), "one undo for all of them");
}

#[test]
fn statistics_and_counting_refuse_what_they_cannot_say() {
    let office = Office::new();
    let id = project(&office, "甲");
    let rules = |cells: &[(&str, &str, &str)]| -> Vec<Rule> {
        let fault = office.run("cells_edit", json!({"cells": cells_of(cells), "unit": "wan"})).unwrap_err();
        fault.fields.iter().map(|f| f.rule).collect()
    };
    assert_eq!(
        rules(&[(&id, "entered_period", "待定"), (&id, "statistics", "也许")]),
        [Rule::NotADay, Rule::NotAChoice]
    );
    assert_eq!(rules(&[(&id, "counted", "")]), [Rule::Required]);
    for state in ["应纳统", ""] {
        assert_eq!(rules(&[(&id, "statistics", state), (&id, "entered_period", "2022-03")]), [Rule::MonthOfEntry]);
    }
    let set = json!({"due": true, "reason": "缺施工许可证"});
    office.call("statistics_entry_save", json!({"project": id, "set": set}));
    assert_eq!(rules(&[(&id, "statistics", "")]), [Rule::EntryHasMore], "the reason would go with it");
    let end = json!({"project": id, "standing": "terminated", "reason": "企业破产"});
    office.call("standing_change_save", end);
    assert_eq!(rules(&[(&id, "counted", "计入合计")]), [Rule::StandingByChange], "what ended counts no more");
}
