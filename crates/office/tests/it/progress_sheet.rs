//! 手续办理进展表 (practice S4) through the desk: read, asked about, written, undone, written out and read again.

use crate::dice::{Made, save, texts};
use crate::import::Office;
use rust_xlsxwriter::Workbook;
use serde_json::{Value as Json, json};
use zhuanban_core::error::{Code, Rule};
use zhuanban_office::read::MarkState;
use zhuanban_office::read_matrix;

fn office() -> Office {
    let today = chrono::NaiveDate::from_ymd_opt(2022, 3, 28).unwrap();
    Office::on(today, "泰安市全要素保障专班", "city", "370900")
}

fn project(office: &Office, name: &str, enterprise: &str) -> String {
    let draft = json!({"id": null, "set": {"name": name}, "enterprise_name": enterprise});
    office.call("project_save", draft)["project"]["id"].as_str().unwrap().to_string()
}

const NORTH: &str = "岱北重工智能装备产业园项目";
const CAST: &str = "泰和精铸高端铸件项目";

fn two(office: &Office) -> [String; 2] {
    [project(office, NORTH, "岱北重工（山东）有限公司"), project(office, CAST, "泰和精铸有限公司")]
}

/// S4 with these marks: items down, the two projects across.
fn sheet(names: [&str; 2], rows: &[(&str, &str, &str)]) -> Made {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    texts(sheet, 0, &["重点项目手续办理进展表"]);
    let upright: Vec<String> = names.iter().map(|name| name.chars().flat_map(|c| [c, '\n']).collect()).collect();
    texts(sheet, 1, &["手续名称", "办理部门", "前置", "法定/承诺", &upright[0], &upright[1]]);
    for (row, (item, one, other)) in (2..).zip(rows) {
        texts(sheet, row, &[item, "行政审批局", "—", "20/5", one, other]);
    }
    save(book)
}

/// Every quirk of S4.
const ROWS: &[(&str, &str, &str)] = &[
    ("企业投资项目备案", "√ 2022.1.5", "√"),
    ("建设用地规划许可证", "地字第370911202200012号\n2022.3.2", "办理中（缺勘测定界）"),
    ("环评批复", "√泰环岱报告表〔2022〕12号", "不需要"),
    ("建设工程规划许可证", "○", "办理中（预计5月底）"),
    ("建筑工程施工许可证核发", "×", ""),
];

fn items<'a>(preview: &'a Json, column: usize) -> Vec<(&'a str, &'a str, Option<&'a str>)> {
    let cells = preview["projects"][column]["cells"].as_array().unwrap();
    let told =
        |cell: &'a Json| (cell["item"].as_str().unwrap(), cell["verdict"].as_str().unwrap(), cell["state"].as_str());
    cells.iter().map(told).collect()
}

fn write(office: &Office, source: &Json, take: &[&str]) -> Json {
    let preview = office.call("progress_sheet_preview", source.clone());
    let input = json!({"source": source, "newest": preview["newest"], "hash": preview["hash"], "take": take});
    office.call("progress_sheet_import", input)
}

fn listed(office: &Office, project: &str, code: &str) -> Json {
    let list = office.call("approval_list", json!({"id": project}));
    list["items"].as_array().unwrap().iter().find(|item| item["code"] == code).cloned().unwrap_or(Json::Null)
}

#[test]
fn marks_become_steps_once_and_are_undone_together() {
    let office = office();
    let [north, cast] = two(&office);
    let made = sheet([NORTH, CAST], ROWS);
    let source = json!({"file": made.path, "as_of": "2022-03-25"});
    let preview = office.call("progress_sheet_preview", source.clone());
    assert_eq!(
        items(&preview, 0),
        [
            ("A05", "new", Some("approved")),
            ("A10", "new", Some("approved")),
            ("P03", "new", Some("approved")),
            ("B03", "new", Some("not_started")),
            ("C05", "new", Some("not_started")),
        ]
    );
    assert_eq!(
        items(&preview, 1),
        [
            ("A05", "new", Some("approved")),
            ("A10", "new", Some("submitted")),
            ("P02", "new", Some("not_applicable")),
            ("B03", "new", Some("submitted")),
        ]
    );
    let by: Vec<_> = preview["items"].as_array().unwrap().iter().map(|item| item["by"].as_str().unwrap()).collect();
    assert_eq!(by, ["exact", "exact", "by_kind", "exact", "exact"]);
    assert_eq!(write(&office, &source, &[]), json!({"cells": 9, "projects": 2}));

    let permit = listed(&office, &north, "A10");
    assert_eq!((&permit["decided_on"], &permit["done"]), (&json!("2022-03-02"), &json!(true)));
    assert_eq!(permit["approval"]["certificate"], "地字第370911202200012号");
    assert_eq!(permit["approval"]["certificate_on"], "2022-03-02");
    let untold = listed(&office, &cast, "A05");
    assert_eq!(
        (&untold["decided_on"], &untold["known_on"]),
        (&Json::Null, &json!("2022-03-25")),
        "by the day of the sheet"
    );
    assert_eq!(untold["steps"][0]["undated"], true);
    assert!(untold["steps"][0]["note"].as_str().unwrap().contains("未写日期"));
    let open = listed(&office, &cast, "A10");
    assert_eq!((&open["state"], &open["approval"]["note"]), (&json!("submitted"), &json!("缺勘测定界")));
    assert!(open["steps"][0]["note"].as_str().unwrap().contains("未写日期"));
    assert_eq!((&open["accepted_on"], &open["due_on"]), (&Json::Null, &Json::Null), "nothing is made up");
    assert_eq!(listed(&office, &cast, "P02")["waived"], "进展表标注不涉及", "the kind on the checklist");
    assert_eq!(office.call("approval_board", json!({"limit": 10}))["total"], 2);

    let again = office.call("progress_sheet_preview", source.clone());
    assert!(items(&again, 0).is_empty() && items(&again, 1).is_empty(), "{again:#}");
    assert_eq!((&again["projects"][0]["same"], &again["projects"][1]["same"]), (&json!(5), &json!(4)));
    let newest = again["newest"].clone();
    assert_eq!(write(&office, &source, &[]), json!({"cells": 0, "projects": 0}), "R1");
    assert_eq!(office.call("progress_sheet_preview", source)["newest"], newest, "nothing changed, nothing written");

    office.call("undo", json!({}));
    assert_eq!(listed(&office, &north, "A10")["state"], "not_collected", "one undo");
    assert_eq!(listed(&office, &cast, "P02")["waived"], Json::Null);
}

#[test]
fn the_next_sheet_goes_on_from_the_last() {
    let office = office();
    let [north, cast] = two(&office);
    let first = sheet(
        [NORTH, CAST],
        &[("环评批复", "○", "办理中（缺公示）"), ("企业投资项目备案", "√", ""), ("建筑工程施工许可证", "", "○")],
    );
    write(&office, &json!({"file": first.path, "as_of": "2022-02-25"}), &[]);
    let next = sheet(
        [NORTH, CAST],
        &[
            ("环评批复", "√泰环岱报告表〔2022〕12号 2022.3.20", "办理中（缺专家意见）"),
            ("企业投资项目备案", "√ 2022.1.5", ""),
            ("建筑工程施工许可证", "", "√ 2022.2.20"),
        ],
    );
    let source = json!({"file": next.path, "as_of": "2022-03-25"});
    let preview = office.call("progress_sheet_preview", source.clone());
    assert_eq!(items(&preview, 0), [("P03", "new", Some("approved")), ("A05", "new", None)]);
    assert_eq!(preview["projects"][0]["cells"][1]["certificate_on"], "2022-01-05", "the day that was not told");
    assert_eq!(items(&preview, 1), [("P02", "differs", None), ("C05", "differs", Some("approved"))]);
    let at = |cell: usize| preview["projects"][1]["cells"][cell]["at"].as_str().unwrap();
    write(&office, &source, &[at(0), at(1)]);
    let permit = listed(&office, &cast, "C05");
    let told = "done before the sheet said it had not begun";
    assert_eq!((&permit["decided_on"], &permit["state"]), (&json!("2022-02-20"), &json!("approved")), "{told}");
    assert_eq!(listed(&office, &north, "P03")["decided_on"], "2022-03-20");
    assert_eq!(listed(&office, &cast, "P02")["approval"]["note"], "缺专家意见");
    let again = office.call("progress_sheet_preview", source);
    assert!(items(&again, 0).is_empty() && items(&again, 1).is_empty(), "{again:#}");
}

#[test]
fn what_the_desk_knows_otherwise_is_told_and_stays() {
    let office = office();
    let [north, cast] = two(&office);
    let step = |project: &str, item: &str, state: &str, on: &str, set: Json| {
        let step = json!({"project": project, "item": item, "state": state, "happened_on": on, "set": set});
        office.call("approval_step", step);
    };
    step(&north, "A10", "approved", "2022-03-01", json!({"certificate": "地字第1号"}));
    step(&north, "A05", "approved", "2022-01-05", json!({}));
    step(&north, "B03", "accepted", "2022-03-16", json!({}));
    step(&cast, "B03", "refused", "2022-03-10", json!({}));
    office.call("approval_save", json!({"project": cast, "item": "P02", "set": {"waived": "区域评估已覆盖"}}));
    let made = sheet(
        [NORTH, CAST],
        &[
            ("建设用地规划许可证", "地字第2号\n2022.3.1", ""),
            ("企业投资项目备案", "○", "2022.6.1"),
            ("建设工程规划许可证", "未办理", "√"),
            ("环评批复", "", "√ 2022.3.3"),
        ],
    );
    let source = json!({"file": made.path});
    let preview = office.call("progress_sheet_preview", source.clone());
    assert_eq!(items(&preview, 0), [("A10", "differs", None), ("A05", "differs", None), ("B03", "differs", None)]);
    assert_eq!(
        items(&preview, 1),
        [("A05", "fault", None), ("B03", "differs", None), ("P02", "differs", Some("approved"))]
    );
    let takes = |column: usize| -> Vec<bool> {
        let cells = preview["projects"][column]["cells"].as_array().unwrap();
        cells.iter().map(|cell| cell["takes"].as_bool().unwrap()).collect()
    };
    assert_eq!((takes(0), takes(1)), (vec![true, false, false], vec![false, false, true]));
    let fault = &preview["projects"][1]["cells"][0];
    assert_eq!((&fault["cell"], &fault["fault"]["rule"]), (&json!("F4"), &json!("actual_in_future")));

    assert_eq!(write(&office, &source, &[]), json!({"cells": 0, "projects": 0}));
    assert_eq!(listed(&office, &north, "A10")["approval"]["certificate"], "地字第1号");
    let refused = json!({"source": source, "newest": preview["newest"], "hash": preview["hash"], "take": ["0:E4"]});
    assert_eq!(office.run("progress_sheet_import", refused).unwrap_err().fields[0].rule, Rule::NotAChoice);
    assert_eq!(write(&office, &source, &["0:E3", "0:F6"]), json!({"cells": 2, "projects": 2}));
    assert_eq!(listed(&office, &north, "A10")["approval"]["certificate"], "地字第2号");
    let needed = listed(&office, &cast, "P02");
    assert_eq!((&needed["decided_on"], &needed["waived"]), (&json!("2022-03-03"), &Json::Null));
    let stale = json!({"source": source, "newest": preview["newest"], "hash": preview["hash"], "take": []});
    assert_eq!(office.run("progress_sheet_import", stale).unwrap_err().code, Code::Stale);
}

#[test]
fn an_unknown_sign_is_asked_once_and_a_known_one_can_mean_something_else() {
    let office = office();
    let [north, cast] = two(&office);
    let made = sheet(
        [NORTH, CAST],
        &[
            ("企业投资项目备案", "◇ 2022.1.5", "◇"),
            ("环评批复", "/", "/（已有区域评估）"),
            ("建筑工程施工许可证", "", "√"),
        ],
    );
    let source = json!({"file": made.path});
    let preview = office.call("progress_sheet_preview", source.clone());
    let told = |sign: &Json| (sign["sign"].clone(), sign["count"].clone(), sign["meaning"].clone());
    let signs: Vec<_> = preview["signs"].as_array().unwrap().iter().map(told).collect();
    assert_eq!(
        signs,
        [
            (json!("◇"), json!(2), Json::Null),
            (json!("/"), json!(2), json!("not_needed")),
            (json!(""), json!(1), json!("nothing")),
            (json!("√"), json!(1), json!("done")),
        ]
    );
    let input = json!({"source": source, "newest": preview["newest"], "hash": preview["hash"], "take": []});
    let refused = office.run("progress_sheet_import", input).unwrap_err();
    assert_eq!((refused.fields[0].rule, refused.fields[0].params["text"].as_str()), (Rule::UnknownMark, "◇"));
    assert_eq!(listed(&office, &cast, "C05")["state"], "not_collected", "all or nothing");

    let signs = json!([
        {"sign": "◇", "meaning": "done"},
        {"sign": "/", "meaning": "not_started"},
        {"sign": "", "meaning": "not_started"},
    ]);
    let source = json!({"file": made.path, "signs": signs});
    assert_eq!(write(&office, &source, &[]), json!({"cells": 6, "projects": 2}));
    assert_eq!(listed(&office, &north, "A05")["decided_on"], "2022-01-05");
    assert_eq!(listed(&office, &north, "C05")["state"], "not_started", "blank, as was said");
    let other = listed(&office, &cast, "P02");
    assert_eq!((&other["state"], &other["approval"]["note"]), (&json!("not_started"), &json!("已有区域评估")));
}

#[test]
fn names_that_are_not_certain_are_asked_not_guessed() {
    let office = office();
    let [north, _] = two(&office);
    let made = sheet(
        ["岱北重工", "别处的项目"],
        &[("立项", "√ 2022.1.5", "√ 2022.1.6"), ("环评", "登记表备案 2022.2.1", ""), ("专班内部事项", "√", "√")],
    );
    let source = json!({"file": made.path});
    let preview = office.call("progress_sheet_preview", source.clone());
    let columns = preview["projects"].as_array().unwrap();
    assert!(columns.iter().all(|column| column["project"].is_null()));
    assert_eq!(columns[0]["candidates"][0]["name"], NORTH);
    assert_eq!(columns[1]["candidates"], json!([]));
    let by: Vec<_> = preview["items"].as_array().unwrap().iter().map(|item| item["by"].as_str().unwrap()).collect();
    assert_eq!(by, ["by_mode", "by_kind", "none"]);
    assert_eq!(write(&office, &source, &[]), json!({"cells": 0, "projects": 0}));

    let source = json!({
        "file": made.path,
        "projects": [{"at": "0:E", "project": north}, {"at": "0:F", "project": null}],
        "items": [{"at": "0:5", "code": "P05"}],
    });
    let preview = office.call("progress_sheet_preview", source.clone());
    assert_eq!(
        items(&preview, 0),
        [("A05", "new", Some("approved")), ("P04", "new", Some("approved")), ("P05", "new", Some("approved"))]
    );
    let twice = json!({
        "file": made.path,
        "projects": [{"at": "0:E", "project": north}, {"at": "0:F", "project": north}],
        "items": [{"at": "0:5", "code": "P05"}],
    });
    let preview = office.call("progress_sheet_preview", twice.clone());
    assert_eq!(preview["projects"][0]["cells"][0]["fault"]["rule"], "named_twice", "neither is taken");
    assert_eq!(preview["projects"][1]["cells"][0]["fault"]["rule"], "named_twice");
    assert_eq!(write(&office, &source, &[])["cells"], 3);
    let mut other = Workbook::new();
    texts(other.add_worksheet(), 0, &["一份别的表", "数量"]);
    let other = save(other);
    let fault = office.run("progress_sheet_preview", json!({"file": other.path})).unwrap_err();
    assert_eq!(fault.code, Code::FileNoTable);
    let late = json!({"file": made.path, "as_of": "2022-03-29"});
    assert_eq!(office.run("progress_sheet_preview", late).unwrap_err().fields[0].field, "as_of");
}

#[test]
fn a_month_is_kept_as_one_and_a_later_day_must_lie_in_it() {
    let office = office();
    let [north, cast] = two(&office);
    let first = sheet([NORTH, CAST], &[("企业投资项目备案", "√ 2022.2", "√ 2022.2")]);
    let source = json!({"file": first.path, "as_of": "2022-03-25"});
    let preview = office.call("progress_sheet_preview", source.clone());
    let cell = &preview["projects"][0]["cells"][0];
    assert_eq!((&cell["undated"], &cell["told"], &cell["on"]), (&json!(true), &json!("2022-02"), &json!("2022-02-28")));
    write(&office, &source, &[]);
    let note = listed(&office, &north, "A05")["steps"][0]["note"].as_str().unwrap().to_string();
    assert!(note.ends_with("未写日期，只写到 2022-02"), "{note}");
    let file = office.folder.path().join("sheet.xlsx");
    let projects = json!({"of": "chosen", "which": [north, cast]});
    office.call("progress_sheet_export", json!({"file": file, "projects": projects}));
    let matrix = read_matrix(&file).unwrap().remove(0);
    let at = matrix.items.iter().position(|item| item.code.as_deref() == Some("A05")).unwrap();
    assert_eq!(matrix.projects[0].cells[at].text, "√ 2022-02");
    let again = office.call("progress_sheet_preview", json!({"file": file}));
    assert!(items(&again, 0).is_empty() && items(&again, 1).is_empty(), "{again:#}");

    let next = sheet([NORTH, CAST], &[("企业投资项目备案", "√ 2022.2.10", "√ 2022.1.10")]);
    let preview = office.call("progress_sheet_preview", json!({"file": next.path}));
    assert_eq!(items(&preview, 0), [("A05", "new", None)]);
    assert_eq!(preview["projects"][0]["cells"][0]["certificate_on"], "2022-02-10");
    assert_eq!(items(&preview, 1), [("A05", "differs", None)]);
    assert_eq!(listed(&office, &north, "A05")["decided_on"], Json::Null);
    write(&office, &json!({"file": next.path}), &[]);
    assert_eq!(listed(&office, &north, "A05")["decided_on"], "2022-02-10", "the day is filled in");
}

#[test]
fn only_what_a_sheet_said_had_not_begun_gives_way() {
    let office = office();
    let [north, cast] = two(&office);
    let typed = |project: &str, state: &str| {
        let step = json!({"project": project, "item": "C05", "state": state, "happened_on": "2022-03-10", "set": {}});
        office.call("approval_step", step);
    };
    typed(&north, "not_started");
    typed(&cast, "preparing");
    let made = sheet([NORTH, CAST], &[("建筑工程施工许可证", "√ 2022.2.20", "√ 2022.2.20")]);
    let preview = office.call("progress_sheet_preview", json!({"file": made.path}));
    for column in [0, 1] {
        let cell = &preview["projects"][column]["cells"][0];
        assert_eq!((&cell["verdict"], &cell["takes"]), (&json!("differs"), &json!(false)), "{column}");
    }
}

#[test]
fn a_file_that_changed_since_the_preview_is_not_written() {
    let office = office();
    let [north, _] = two(&office);
    let made = sheet([NORTH, CAST], &[("企业投资项目备案", "○", "")]);
    let source = json!({"file": made.path});
    let preview = office.call("progress_sheet_preview", source.clone());
    let other = sheet([NORTH, CAST], &[("企业投资项目备案", "√", "")]);
    std::fs::copy(&other.path, &made.path).unwrap();
    let input = json!({"source": source, "newest": preview["newest"], "hash": preview["hash"], "take": []});
    assert_eq!(office.run("progress_sheet_import", input).unwrap_err().code, Code::FileChanged);
    assert_eq!(listed(&office, &north, "A05")["state"], "not_collected");
    assert_eq!(write(&office, &source, &[])["cells"], 1, "read anew");
}

#[test]
fn a_row_like_an_item_is_suggested_and_left_out_until_it_is_picked() {
    let office = office();
    let [north, _] = two(&office);
    let made = sheet([NORTH, CAST], &[("施工许可证", "√ 2022.1.5", "")]);
    let preview = office.call("progress_sheet_preview", json!({"file": made.path}));
    let row = &preview["items"][0];
    assert_eq!((&row["by"], &row["code"], &row["suggested"]), (&json!("word"), &Json::Null, &json!("C05")));
    assert_eq!(write(&office, &json!({"file": made.path}), &[])["cells"], 0);
    let picked = json!({"file": made.path, "items": [{"at": "0:3", "code": "C05"}]});
    assert_eq!(write(&office, &picked, &[])["cells"], 1);
    assert_eq!(listed(&office, &north, "C05")["decided_on"], "2022-01-05");
}

#[test]
fn a_number_that_is_no_certain_day_and_a_broken_formula_are_faults_of_their_cells() {
    let office = office();
    two(&office);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    texts(sheet, 0, &["手续名称", "办理部门", NORTH, CAST]);
    texts(sheet, 1, &["企业投资项目备案", "行政审批局", "", "#N/A"]);
    sheet.write_number(1, 2, 2022.1).unwrap();
    texts(sheet, 2, &["建设用地规划许可证", "行政审批局", "", "√"]);
    sheet.write_number(2, 2, 2022.03).unwrap();
    let made = save(book);
    let preview = office.call("progress_sheet_preview", json!({"file": made.path}));
    assert_eq!(items(&preview, 0), [("A05", "fault", None), ("A10", "new", Some("approved"))]);
    let fault = |column: usize| {
        let cell = &preview["projects"][column]["cells"][0];
        (cell["cell"].clone(), cell["fault"]["rule"].clone())
    };
    assert_eq!(fault(0), (json!("C2"), json!("ambiguous_month")));
    assert_eq!(fault(1), (json!("D2"), json!("formula_error")));
    assert!(preview["signs"].as_array().unwrap().iter().all(|sign| !sign["meaning"].is_null()), "no sign # to ask");
}

#[test]
fn what_is_written_out_gives_the_same_marks_back() {
    let office = office();
    let [north, cast] = two(&office);
    let made = sheet([NORTH, CAST], ROWS);
    write(&office, &json!({"file": made.path, "as_of": "2022-03-25"}), &[]);
    let step = |item: &str, state: &str, on: &str, set: Json| {
        let step = json!({"project": cast, "item": item, "state": state, "happened_on": on, "set": set});
        office.call("approval_step", step);
    };
    step("C05", "preparing", "2022-03-20", json!({}));
    step("P05", "refused", "2022-03-21", json!({}));
    step("B02", "accepted", "2022-03-22", json!({}));
    step("C01", "approved", "2022-03-23", json!({"certificate": "2203-370911-04-01-123456"}));
    for language in ["zh", "en"] {
        let file = office.folder.path().join(format!("sheet-{language}.xlsx"));
        let projects = json!({"of": "chosen", "which": [north, cast]});
        let written =
            office.call("progress_sheet_export", json!({"file": file, "projects": projects, "language": language}));
        assert_eq!(written["rows"], 2);
        let matrix = read_matrix(&file).unwrap().remove(0);
        let mark = |column: usize, code: &str| {
            let at = matrix.items.iter().position(|item| item.code.as_deref() == Some(code)).unwrap();
            let cell = &matrix.projects[column].cells[at];
            cell.mark(code, cell.sign().and_then(|sign| sign.state))
                .map(|mark| (mark.state, mark.number, mark.date.map(|day| day.to_string()), mark.note))
        };
        let text = |text: &str| Some(text.to_string());
        assert_eq!(mark(0, "A05"), Some((MarkState::Done, None, text("2022-01-05"), None)));
        let permit = (MarkState::Done, text("地字第370911202200012号"), text("2022-03-02"), None);
        assert_eq!(mark(0, "A10"), Some(permit));
        assert_eq!(mark(1, "A05"), Some((MarkState::Done, None, None, None)), "a day nobody told is not made up");
        assert_eq!(mark(1, "A10"), Some((MarkState::Open, None, None, text("缺勘测定界"))));
        assert_eq!(mark(1, "P02").map(|mark| mark.0), Some(MarkState::NotNeeded));
        assert_eq!(mark(0, "B03"), Some((MarkState::NotStarted, None, None, None)));
        assert_eq!(mark(1, "P05").map(|mark| mark.0), Some(MarkState::NotStarted), "refused is not done");
        let filed = (MarkState::Done, text("2203-370911-04-01-123456"), text("2022-03-23"), None);
        assert_eq!(mark(1, "C01"), Some(filed));
        let preview = office.call("progress_sheet_preview", json!({"file": file}));
        assert!(preview["items"].as_array().unwrap().iter().all(|item| item["by"] == "exact"), "{language}");
        assert!(items(&preview, 0).is_empty() && items(&preview, 1).is_empty(), "{language}: {preview:#}");
        assert!(preview["signs"].as_array().unwrap().iter().all(|sign| !sign["meaning"].is_null()));
    }
}

#[test]
fn the_board_the_ledger_and_the_chosen_are_written_and_too_many_are_refused() {
    let office = office();
    let [north, cast] = two(&office);
    let step = json!({"project": cast, "item": "B03", "state": "accepted", "happened_on": "2022-03-16", "set": {}});
    office.call("approval_step", step);
    let file = office.folder.path().join("sheet.xlsx");
    let run = |projects: Json| office.run("progress_sheet_export", json!({"file": file, "projects": projects}));
    let names = || -> Vec<String> {
        let sheets = read_matrix(&file).unwrap();
        sheets.into_iter().flat_map(|sheet| sheet.projects).map(|project| project.name).collect()
    };
    run(json!({"of": "board", "which": {"item": "B03"}})).unwrap();
    assert_eq!(names(), [CAST]);
    run(json!({"of": "ledger", "which": {"text": "岱北"}})).unwrap();
    assert_eq!(names(), [NORTH]);
    let nothing = run(json!({"of": "board", "which": {"item": "A01"}})).unwrap_err();
    assert_eq!(nothing.fields[0].rule, Rule::Required);
    let many: Vec<&str> = std::iter::repeat_n(north.as_str(), 31).collect();
    assert_eq!(run(json!({"of": "chosen", "which": many})).unwrap()["rows"], 31);
    assert_eq!(read_matrix(&file).unwrap().iter().map(|sheet| sheet.projects.len()).collect::<Vec<_>>(), [18, 13]);
    let over: Vec<&str> = std::iter::repeat_n(north.as_str(), 301).collect();
    let refused = run(json!({"of": "chosen", "which": over})).unwrap_err();
    assert_eq!((refused.fields[0].rule, refused.fields[0].params["most"].as_str()), (Rule::OutOfRange, "300"));
}
