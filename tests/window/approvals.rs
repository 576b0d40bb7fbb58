//! Approvals in the real window: one permit to its certificate, a plan tried, many projects at once, a changed notice, the sample's nine days.

use crate::{paste, rpc};
use serde_json::{Value, json};
use zhuanban_tests::{ENTER, Window};

/// 示例: the way a notice changed 劳动节 before, for 2022.
const CHANGED: &str = "国务院办公厅关于调整2022年劳动节假期安排的通知（示例）\n国办发明电〔2022〕3号\n\
    一、2022年4月30日至5月5日放假调休，共6天。4月24日（星期日）、5月7日（星期六）、5月8日（星期日）上班。\n\
    国务院办公厅\n2022年3月25日";

/// An office of its own, in Chinese, with projects of these names; their identities.
fn office(window: &Window, names: &[&str]) -> Vec<String> {
    let who = json!({ "person": "林晓", "office": "大庆市全要素保障专班", "level": "city", "region": "230600" });
    rpc(window, "desk_start", who);
    rpc(window, "setting_save", json!({ "key": "language", "value": "zh" }));
    let made = |name: &&str| {
        let saved = rpc(window, "project_save", json!({ "id": null, "set": { "name": name, "stage": "preparing" } }));
        saved["project"]["id"].as_str().expect("an identity").to_string()
    };
    let ids = names.iter().map(made).collect();
    window.reload();
    window.says("大庆市全要素保障专班");
    ids
}

fn go(window: &Window, to: &str) {
    window.run("location.hash = arguments[0]", json!([to]));
}

fn step(window: &Window, project: &str, item: &str, state: &str, happened_on: &str) {
    let step = json!({ "project": project, "item": item, "state": state, "happened_on": happened_on, "set": {} });
    rpc(window, "approval_step", step);
}

/// What the core knows of an item.
fn item(window: &Window, project: &str, code: &str) -> Value {
    let list = rpc(window, "approval_list", json!({ "id": project }));
    let found = list["items"].as_array().expect("items").iter().find(|item| item["code"] == code);
    found.cloned().unwrap_or_else(|| panic!("no item {code}"))
}

const STATE: &str = "form.step input[aria-label='状态']";

/// Chooses a word in a list that opens.
fn pick(window: &Window, list: &str, word: &str) {
    window.click(&window.find(list));
    let open = ".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option";
    window.click(&window.find_text(open, word));
}

/// Records a step in the item's panel, as an officer hears of it.
fn record(window: &Window, state: &str, day: &str, more: impl FnOnce(&Window)) {
    record_as(window, state, state, day, more);
}

/// The same where the step is named by what it ends: 专家评审结束，恢复计时.
fn record_as(window: &Window, step: &str, state: &str, day: &str, more: impl FnOnce(&Window)) {
    pick(window, STATE, step);
    window.write(&window.find("form.step input[aria-label='发生日期']"), day);
    window.press(ENTER);
    more(window);
    window.click(&window.find_text("form.step button[type=submit]", "登记"));
    window.find_text("[role=complementary] .side-head, aside .side-head", state);
    window.find_text("tr.hot", state);
}

/// Writes into a field of the panel.
fn write(window: &Window, field: &str, text: &str) {
    window.click(&window.find(&format!("button.ev[aria-label^='{field}']")));
    window.write(&window.find(&format!("input[aria-label='{field}']")), text);
    window.press(ENTER);
    let _ = window.find(&format!("button.ev[aria-label^='{field}']:not(.blank)"));
}

#[test]
fn a_permit_goes_through_every_turn_to_its_certificate() {
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(folder.path());
    let ids = office(&window, &["北辰智能电机产业园一期"]);
    let id = &ids[0];
    go(&window, &format!("/project/{id}?tab=approvals&item=B03"));

    record(&window, "已申请", "2022-03-21", |_| ());
    record(&window, "补正告知", "2022-03-22", |_| ());
    assert_eq!(item(&window, id, "B03")["due_on"], Value::Null, "no clock runs before it is accepted");
    record(&window, "容缺受理", "2022-03-25", |_| ());
    write(&window, "容缺材料", "勘测定界成果");
    write(&window, "容缺承诺日", "2022-04-15");
    assert_eq!(item(&window, id, "B03")["due_on"], "2022-04-06", "seven working days over 清明");
    record(&window, "特别程序", "2022-04-06", |window| {
        pick(window, "form.step input[aria-label='暂停原因']", "专家评审");
        window.write(&window.find("input[aria-label='依据（条款或文件）']"), "行政许可法第四十五条");
    });
    window.find_text("tr.hot", "暂停计时");
    assert_eq!(item(&window, id, "B03")["due_on"], Value::Null, "while it stands there is no due day");
    window.picture("stopped");
    record_as(&window, "专家评审结束，恢复计时", "审查中", "2022-04-14", |_| ());
    assert_eq!(item(&window, id, "B03")["due_on"], "2022-04-15", "one day was left");
    record(&window, "准予许可", "2022-04-15", |window| {
        window.write(&window.find("form.step input[aria-label='证书或文号']"), "建字第230604202200018号");
    });
    record(&window, "已送达", "2022-04-18", |_| ());
    write(&window, "有效期至", "2024-04-14");
    let kept = item(&window, id, "B03");
    assert_eq!(kept["approval"]["certificate"], "建字第230604202200018号");
    assert_eq!(kept["approval"]["expires_on"], "2024-04-14");
    assert_eq!(kept["steps"].as_array().expect("steps").len(), 7);
    window.picture("certificate");
}

#[test]
fn a_plan_is_tried_and_many_projects_are_stepped_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(folder.path());
    let ids = office(&window, &["北辰智能电机产业园一期", "聚碳酸酯联合项目", "大豆精深加工二期项目"]);
    let [first, rest @ ..] = ids.as_slice() else { panic!("three projects") };
    step(&window, first, "A08", "approved", "2022-03-14");
    step(&window, first, "B02", "accepted", "2022-03-24");
    // It does not wait for 建设用地规划许可.
    rpc(&window, "approval_save", json!({ "project": first, "item": "B02", "set": { "parallel": "A10" } }));
    for project in rest {
        step(&window, project, "B02", "accepted", "2022-03-24");
    }

    let start = || rpc(&window, "approval_list", json!({ "id": first }))["start_on"].clone();
    let before = start();
    go(&window, &format!("/project/{first}?tab=approvals&view=trial"));
    window.click(&window.find_text("label", "依据：模拟审批"));
    window.find_text("[aria-label='测算结果']", "省");
    window.picture("trial");
    window.click(&window.find_text("button:not(:disabled)", "采纳"));
    window.says("采纳测算方案");
    let adopted = start();
    assert!(adopted.as_str() < before.as_str(), "the start comes earlier: {adopted} {before}");
    window.undo();
    window.says("已撤销");
    assert_eq!(start(), before);

    go(&window, "/approvals?item=B02");
    for project in rest {
        let row = format!("tr:has(a[href*='{project}']) input[type=checkbox]");
        window.click(&window.find(&row));
    }
    window.says("已选 2 项");
    window.click(&window.find_text("button", "批量登记进展"));
    pick(&window, "#ab-state", "审查中");
    window.click(&window.find_text("[role=dialog] button", "登记 2 项"));
    window.says("2 个项目 建设工程设计方案审查(联合审查) 审查中");
    for project in rest {
        assert_eq!(item(&window, project, "B02")["state"], "reviewing");
    }
    assert_eq!(item(&window, first, "B02")["state"], "accepted");
    window.undo();
    window.says("已撤销");
    for project in rest {
        assert_eq!(item(&window, project, "B02")["state"], "accepted");
    }
}

#[test]
fn a_changed_notice_moves_what_runs_and_nothing_that_is_signed() {
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(folder.path());
    let ids = office(&window, &["北辰智能电机产业园一期", "聚碳酸酯联合项目"]);
    for project in &ids {
        step(&window, project, "C05", "submitted", "2022-03-21");
        let set = json!({ "promised": 60 });
        rpc(&window, "approval_save", json!({ "project": project, "item": "C05", "set": set }));
        step(&window, project, "C05", "accepted", "2022-03-21");
    }
    let printed = json!({ "due_printed": "2022-05-05" });
    rpc(&window, "approval_save", json!({ "project": ids[1], "item": "C05", "set": printed }));
    let due = |at: usize| item(&window, &ids[at], "C05")["due_on"].clone();
    assert_eq!([due(0), due(1)], ["2022-05-05", "2022-05-05"]);

    go(&window, "/settings?tab=calendar");
    window.click(&window.find_text("button", "录入通知"));
    window.click(&window.find("#cal-text"));
    paste(&window, CHANGED);
    window.click(&window.find_text("button", "读取"));
    window.says("这份通知只改劳动节，其余节日照旧。");
    window.click(&window.find_text("button", "查看影响"));
    window.find_text("[role=dialog]", "5月5日 周四改为放假");
    window.picture("notice");
    window.click(&window.find_text("[role=dialog] button", "保存"));
    window.says("2 个版本");
    assert_eq!([due(0), due(1)], ["2022-05-06", "2022-05-05"], "what is printed on a sheet stays");
}

#[test]
fn the_sample_tells_the_nine_days_from_contract_to_permit() {
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(folder.path());
    rpc(&window, "setting_save", json!({ "key": "language", "value": "zh" }));
    rpc(&window, "sample_open", json!({ "office": "harbin" }));
    window.reload();
    go(&window, "/approvals?tab=figures");
    let row = window.find_text("tr", "中翼宁科技研发基地");
    let text = window.text_of(&row);
    assert!(["2019-03-20", "2019-03-29"].iter().all(|day| text.contains(day)), "{text}");
    assert_eq!(text.split_whitespace().nth(3), Some("9"), "{text}");
    window.picture("nine-days");
}
