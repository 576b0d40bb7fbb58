//! The ledger's question: every column, several keys, groups and sums against a naive fold, places, values, views.

use crate::bench_desk::{Bench, rows};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value as Json, json};
use std::cmp::Ordering;
use std::collections::BTreeSet;
use zhuanban_core::Caller;
use zhuanban_core::error::{Code, Rule};
use zhuanban_core::id::PersonId;
use zhuanban_core::project::Stage;
use zhuanban_core::project::column::{Column, Holds};
use zhuanban_core::project::list::share;

const REGIONS: [&str; 5] = ["230606", "230605", "230109", "230883", "230600"];
const UNITS: [&str; 3] = ["市自然资源和规划局", "发改委", "没有登记的单位"];

/// Projects with something in every column, and some with hardly anything.
fn desk() -> Bench {
    let bench = Bench::started();
    for (name, short, position) in [("市自然资源和规划局", "资规局", 20), ("市发展和改革委员会", "发改委", 10)]
    {
        bench.call(
            "department_save",
            json!({"id": null, "set": {"name": name, "short_name": short, "position": position}}),
        );
    }
    for (name, position) in [("张三", 2), ("李四", 1)] {
        bench.call("person_save", json!({"id": null, "set": {"name": name, "position": position}}));
    }
    let lists: Vec<Json> = [("省重点", 1), ("市重点", 2)]
        .iter()
        .map(|(n, p)| {
            bench.call("list_save", json!({"id": null, "set": {"name": n, "year": 2022, "position": p}}))["id"].clone()
        })
        .collect();
    let mut parent = json!(null);
    for n in 0..24_usize {
        let id = bench.project(&format!("项目{:02}", (n * 7) % 24));
        if n == 0 {
            parent = json!(id);
        }
        if n % 8 == 7 {
            continue;
        }
        let day = |month: usize| format!("2022-{:02}-15", month % 12 + 1);
        let mut set = json!({
            "code": null, "stage": Stage::ALL[n % Stage::ALL.len()].code(), "carried": (["new", "continued"][n % 2]),
            "nature": (["new_build", "upgrade"][n / 2 % 2]),
            "total": (n as i64 * 7919) % 5000 * 10_000 + 1, "plan": (n as i64 * 104_729) % 900 * 10_000, "plan_year": if n % 9 == 8 { 2021 } else { 2022 }, "arrived": n * 10_000,
            "industry": (["13", "26"][n % 2]), "chain": (["石化", "食品"][n / 3 % 2]), "tags": (["绿色", "绿色\n专精特新"][n / 4 % 2]),
            "responsible_unit": UNITS[n % 3], "introduced_by": UNITS[n / 2 % 3], "served_by": UNITS[n / 3 % 3],
            "content": format!("建设内容{n}"), "scale": format!("规模{n}"), "site": "园区", "note": format!("备注{}", n % 4),
            "counted": n % 6 != 1, "parent": if n % 6 == 1 { parent.clone() } else { json!(null) },
        });
        if n % 4 == 3 {
            set["region_text"] = json!("化工园区");
        } else {
            set["region"] = json!(REGIONS[n % 5]);
        }
        for (at, column) in Column::ALL.iter().filter(|c| c.is_day()).enumerate() {
            set[column.code()] = json!(day(n + at));
        }
        bench.call("project_save", json!({"id": id, "set": set, "enterprise_name": format!("企业{}", n % 7)}));
        bench.call("project_save", json!({"id": id, "set": {"code": format!("2203-230606-04-01-{:06}", 100_000 + n)}}));
        standing_and_statistics(&bench, &id, n);
        reports_and_people(&bench, &id, n);
        for list in &lists[..n % 3] {
            bench.call("membership_save", json!({"project": id, "list": list, "serial": null, "grouping": null}));
        }
    }
    bench
}

fn standing_and_statistics(bench: &Bench, id: &str, n: usize) {
    if n / 5 % 2 == 1 {
        let put_off =
            json!({"project": id, "standing": "suspended", "happened_on": "2022-03-01", "reason": "资金未落实"});
        bench.call("standing_change_save", put_off);
    }
    if !n.is_multiple_of(3) {
        let set = json!({"due": true, "entered": n % 3 == 1, "entered_period": if n % 3 == 1 { json!("2022-02") } else { json!(null) }});
        bench.call("statistics_entry_save", json!({"project": id, "set": set}));
    }
}

fn reports_and_people(bench: &Bench, id: &str, n: usize) {
    for period in ["2022-01", "2022-02"] {
        let done = n * 3_000_000 % 40_000_000;
        let report = json!({"done_total": done, "done_year": done / 2, "done_month": done / 4, "image": format!("形象{}", n % 5), "issue": (["", "高压线迁改"][n % 2]), "next_step": "推进"});
        bench.call("progress_save", json!({"project": id, "period": period, "basis": "dispatch", "set": report}));
    }
    for (role, name) in
        [("leader", ["张三", "李四", "王五"][n % 3]), ("chief_service_officer", "张三"), ("liaison", "赵六")]
    {
        bench.call("duty_save", json!({"id": null, "project": id, "set": {"role": role, "name": name}}));
    }
}

fn page(bench: &Bench, query: Json) -> Json {
    bench.call("project_list", query)
}

fn all(bench: &Bench) -> Vec<Json> {
    page(bench, json!({"limit": 500}))["rows"].as_array().unwrap().clone()
}

fn ids(page: &Json) -> Vec<String> {
    page["rows"].as_array().unwrap().iter().map(|r| r["id"].as_str().unwrap().to_string()).collect()
}

#[test]
fn every_column_is_shown_sorts_filters_groups_and_offers_its_values() {
    let bench = desk();
    let rows = all(&bench);
    for column in Column::ALL {
        let code = column.code();
        assert!(rows.iter().all(|r| r.get(code).is_some()), "{code} is not in a row");
        let filled = page(&bench, json!({"filters": [{"column": code, "op": "filled"}], "limit": 500}));
        let empty = page(&bench, json!({"filters": [{"column": code, "op": "empty"}], "limit": 500}));
        let (filled, empty) = (ids(&filled), ids(&empty));
        assert_eq!(filled.len() + empty.len(), rows.len(), "{code}");
        let has = |row: &&Json| match column {
            Column::Light => row[code] != "ring",
            Column::Region => !row["region_name"].is_null(),
            _ => !row[code].is_null(),
        };
        if *column != Column::Entered {
            assert_eq!(filled.len(), rows.iter().filter(has).count(), "{code}");
        }
        for descending in [false, true] {
            let sorted = page(&bench, json!({"sort": [{"column": code, "descending": descending}], "limit": 500}));
            assert_eq!(ids(&sorted).into_iter().collect::<BTreeSet<_>>().len(), rows.len(), "{code}");
            let last = sorted["rows"].as_array().unwrap().last().unwrap().clone();
            let gaps = rows.iter().any(|r| !has(&r));
            assert!(!gaps || *column == Column::Light || !has(&&last), "{code}: what is empty stands last");
        }
        let values = bench.call("column_values", json!({"query": {}, "column": code}));
        let values = values.as_array().unwrap();
        assert!(!values.is_empty(), "{code}");
        for value in values.iter().filter(|v| !v["value"].is_null()).take(3) {
            let filter = json!({"column": code, "op": "any_of", "values": [value["value"]]});
            let found = page(&bench, json!({"filters": [filter], "limit": 1}))["sums"]["count"].clone();
            // A city's code covers its counties too.
            if value["value"] == "230600" {
                assert!(found.as_i64() > value["count"].as_i64());
            } else {
                assert_eq!(found, value["count"], "{code} {value}");
            }
            let others = json!([{"column": code, "op": "none_of", "values": [value["value"]]}]);
            let rest = page(&bench, json!({"filters": others, "limit": 1}))["sums"]["count"].as_i64().unwrap();
            assert_eq!(rest + found.as_i64().unwrap(), rows.len() as i64, "{code}");
        }
        let grouped = page(&bench, json!({"group": code, "limit": 500}));
        let count: i64 =
            grouped["groups"].as_array().unwrap().iter().map(|g| g["sums"]["count"].as_i64().unwrap()).sum();
        assert_eq!(count, rows.len() as i64, "{code}: each project stands in one group");
    }
}

#[test]
fn what_a_filter_cannot_compare_is_refused_by_column() {
    let bench = Bench::started();
    for (column, op, value, rule) in [
        ("total", "at_least", "很多", Rule::NotANumber),
        ("started_actual", "at_most", "2022年", Rule::NotADay),
        ("stage", "at_least", "soon", Rule::NotAChoice),
        ("light", "at_least", "red", Rule::NotAChoice),
    ] {
        let fault = bench
            .fault("project_list", json!({"filters": [{"column": column, "op": op, "values": [value]}], "limit": 1}));
        let told = if column == "light" { rule } else { fault.fields[0].rule };
        assert_eq!((fault.code, told), (Code::Invalid, rule));
    }
    assert_eq!(bench.fault("project_list", json!({"sort": [{"column": "; drop table"}]})).code, Code::BadInput);
}

#[test]
fn choices_days_and_regions_are_compared_as_an_office_does() {
    let bench = desk();
    let rows = all(&bench);
    let count =
        |filters: Json| page(&bench, json!({"filters": filters, "limit": 1}))["sums"]["count"].as_i64().unwrap();
    let naive = |fits: &dyn Fn(&Json) -> bool| rows.iter().filter(|r| fits(r)).count() as i64;
    let stage = |r: &Json| Stage::find(r["stage"].as_str().unwrap()).unwrap();
    assert_eq!(
        count(json!([{"column": "stage", "op": "at_least", "values": ["started"]}])),
        naive(&|r| stage(r) >= Stage::Started)
    );
    let day = |r: &Json| r["started_planned"].as_str().unwrap_or("").to_string();
    for (op, values, fits) in [
        ("any_of", json!(["2022-05"]), &(|d: &str| d.starts_with("2022-05")) as &dyn Fn(&str) -> bool),
        ("at_most", json!(["2022-05"]), &|d| !d.is_empty() && d < "2022-06"),
        ("at_least", json!(["2022"]), &|d| d >= "2022"),
        ("between", json!(["2022-03", "2022-05-15"]), &|d| ("2022-03".."2022-05-16").contains(&d)),
    ] {
        assert_eq!(
            count(json!([{"column": "started_planned", "op": op, "values": values}])),
            naive(&|r| fits(&day(r))),
            "{op}"
        );
    }
    let lies_in = |r: &Json, cut: &str| r["region"].as_str().is_some_and(|code| code.starts_with(cut));
    assert_eq!(
        count(json!([{"column": "region", "op": "any_of", "values": ["230600"]}])),
        naive(&|r| lies_in(r, "2306"))
    );
    assert_eq!(
        count(json!([{"column": "region", "op": "any_of", "values": ["230000"]}])),
        naive(&|r| lies_in(r, "23"))
    );
    assert_eq!(
        count(json!([{"column": "region", "op": "contains", "values": ["大同"]}])),
        naive(&|r| r["region"] == "230606")
    );
    assert_eq!(
        count(json!([{"column": "region", "op": "any_of", "values": ["化工园区"]}])),
        naive(&|r| r["region_name"] == "化工园区")
    );
    assert_eq!(
        count(json!([{"column": "tags", "op": "any_of", "values": ["专精特新"]}])),
        naive(&|r| r["tags"].as_str().is_some_and(|t| t.contains("专精")))
    );
    assert_eq!(
        count(json!([{"column": "rate", "op": "at_least", "values": ["500"]}])),
        naive(&|r| r["rate"].as_i64() >= Some(500))
    );
    let values = bench.call("column_values", json!({"query": {"filters": [{"column": "region", "op": "any_of", "values": ["230606"]}]}, "column": "region", "text": "大同"}));
    assert_eq!(values[0]["name"], "大同区", "the filter on the column itself does not narrow its menu");
}

#[test]
fn leaders_and_units_stand_in_official_order() {
    let bench = desk();
    let firsts = |column: &str| -> Vec<String> {
        let groups = page(&bench, json!({"group": column, "limit": 1}))["groups"].clone();
        groups.as_array().unwrap().iter().map(|g| g["key"].as_str().unwrap_or("-").to_string()).collect()
    };
    assert_eq!(firsts("leader"), ["李四", "张三", "王五", "-"]);
    // A short name has its unit's place; who is not registered comes after all who are.
    assert_eq!(firsts("responsible_unit"), ["发改委", "市自然资源和规划局", "没有登记的单位", "-"]);
    assert_eq!(firsts("list"), ["省重点 2022", "省重点 2022、市重点 2022", "-"]);
}

#[test]
fn places_lead_to_projects_and_back() {
    let bench = desk();
    let query = json!({"sort": [{"column": "stage"}, {"column": "total", "descending": true}], "filters": [{"column": "carried", "op": "filled"}]});
    let mut whole = query.clone();
    whole["limit"] = json!(500);
    let found = ids(&page(&bench, whole));
    for (at, id) in found.iter().enumerate().step_by(5) {
        assert_eq!(bench.call("project_place", json!({"query": query, "id": id})), json!(at));
        assert_eq!(bench.call("project_at", json!({"query": query, "offset": at}))["id"], json!(id));
    }
    assert_eq!(bench.call("project_at", json!({"query": query, "offset": found.len()})), json!(null));
    assert_eq!(bench.call("project_at", json!({"query": query, "offset": -1})), json!(null));
    let left = all(&bench).iter().find(|r| r["carried"].is_null()).unwrap()["id"].clone();
    assert_eq!(bench.call("project_place", json!({"query": query, "id": left})), json!(null));
}

#[test]
fn rows_alone_come_without_sums() {
    let bench = desk();
    let found = page(&bench, json!({"group": "stage", "limit": 3, "with_sums": false, "with_groups": false}));
    assert_eq!(
        (&found["sums"], &found["groups"], found["rows"].as_array().unwrap().len()),
        (&json!(null), &json!([]), 3)
    );
}

/// The lines are what the tables say, whatever was done, undone or done by a rename far away.
#[test]
fn lines_follow_everything_that_is_written() {
    let bench = desk();
    let first = all(&bench)[0].clone();
    let id = &first["id"];
    let duty = bench.call("project_get", json!({"id": id}))["duties"][0].clone();
    bench.call("duty_save", json!({"id": duty["id"], "set": {"until": "2022-03-01"}}));
    bench.call("project_save", json!({"id": all(&bench)[1]["id"], "set": {"plan_year": 2020}}));
    let enterprise = bench.call("project_get", json!({"id": id}))["enterprise"].clone();
    bench.call("enterprise_save", json!({"id": enterprise["id"], "set": {"name": "改名后的企业"}}));
    assert!(all(&bench).iter().filter(|r| r["enterprise"] == "改名后的企业").count() > 1);
    bench.call(
        "progress_save",
        json!({"project": id, "period": "2022-03", "basis": "statistics", "set": {"done_total": 1}}),
    );
    bench.call(
        "progress_save",
        json!({"project": id, "period": "2022-03", "basis": "dispatch", "set": {"done_total": 2}}),
    );
    bench.call("undo", json!({}));
    bench.call("project_remove", json!({"id": all(&bench)[3]["id"]}));
    bench.call("undo", json!({}));
    bench.call("project_remove", json!({"id": all(&bench)[5]["id"]}));
    let db = rusqlite::Connection::open(bench.desk.path()).unwrap();
    let columns = "project as id, *";
    let kept = rows(&db, "ledger_line", columns);
    assert_eq!(kept.len(), all(&bench).len());
    zhuanban_core::store::replay::refold(&db).unwrap();
    assert_eq!(rows(&db, "ledger_line", columns), kept);
    // A file from before has no lines; they are made when it is opened.
    db.execute("delete from ledger_line", []).unwrap();
    drop(db);
    let bench = bench.reopened();
    assert_eq!(rows(&rusqlite::Connection::open(bench.desk.path()).unwrap(), "ledger_line", columns), kept);
}

#[test]
fn views_are_kept_for_one_or_for_all() {
    let bench = Bench::started();
    let query = json!({"filters": [{"column": "issue", "op": "filled", "values": []}], "group": "region", "offset": 40, "limit": 9});
    let columns = json!([{"column": "name", "width": 240, "frozen": true}, {"column": "issue", "width": 320}]);
    let mine = bench.call(
        "view_save",
        json!({"id": null, "name": " 有问题的 ", "everyone": false, "query": query, "columns": columns, "lines": 2}),
    );
    bench.call("view_save", json!({"id": null, "name": "全部", "everyone": true, "query": {}, "columns": []}));
    assert_eq!(
        (&mine["name"], &mine["query"]["offset"], &mine["columns"][1]["width"]),
        (&json!("有问题的"), &json!(0), &json!(320))
    );
    let listed = bench.call("view_list", json!({}));
    assert_eq!((listed.as_array().unwrap().len(), &listed[0]), (2, &mine));
    let other = bench.call("person_save", json!({"id": null, "set": {"name": "王敏"}}))["id"].clone();
    let other = Caller { person: Some(PersonId(other.as_str().unwrap().parse().unwrap())) };
    let seen = bench.call_as(&other, "view_list", json!({}));
    assert_eq!((seen.as_array().unwrap().len(), &seen[0]["name"]), (1, &json!("全部")));
    let refused = bench.try_as(&other, "view_remove", json!({"id": mine["id"]})).unwrap_err();
    assert_eq!(refused.code, Code::NotFound);
    let fault =
        bench.fault("view_save", json!({"id": null, "name": " ", "everyone": true, "query": {}, "columns": []}));
    assert_eq!(fault.fields[0].rule, Rule::Required);
    bench.call("view_remove", json!({"id": mine["id"]}));
    bench.call("undo", json!({}));
    assert_eq!(bench.call("view_list", json!({}))[0], mine);
}

/// A question and what it asks, for the naive answer.
#[derive(Clone, Debug)]
struct Asked {
    filters: Vec<(&'static str, &'static str, Vec<String>)>,
    sort: Vec<(Column, bool)>,
    group: Option<Column>,
}

fn asked() -> impl Strategy<Value = Asked> {
    let filter = prop_oneof![
        any::<Index>().prop_map(|n| (
            "stage",
            "any_of",
            vec![Stage::ALL[n.index(10)].code().into(), "building".into()]
        )),
        any::<Index>().prop_map(|n| ("carried", "none_of", vec![["new", "continued"][n.index(2)].into()])),
        (0_i64..50_000_000).prop_map(|yuan| ("total", "at_least", vec![yuan.to_string()])),
        (0_i64..50_000_000).prop_map(|yuan| ("done_total", "between", vec![String::new(), yuan.to_string()])),
        any::<Index>().prop_map(|n| ("name", "contains", vec![n.index(4).to_string()])),
        Just(("issue", "empty", vec![])),
        Just(("note", "filled", vec![])),
        Just(("image", "lacks", vec!["形象3".into()])),
    ];
    let keys = [
        Column::Name,
        Column::Stage,
        Column::Total,
        Column::Rate,
        Column::YearRate,
        Column::Image,
        Column::StartedPlanned,
        Column::Note,
        Column::Enterprise,
    ];
    let groups =
        [Column::Stage, Column::Carried, Column::Enterprise, Column::Image, Column::Industry, Column::DoneTotal];
    (
        prop::collection::vec(filter, 0..3),
        prop::collection::vec((select(keys.to_vec()), any::<bool>()), 0..3),
        prop::option::of(select(groups.to_vec())),
    )
        .prop_map(|(filters, sort, group)| Asked { filters, sort, group })
}

fn fits(row: &Json, (column, op, values): &(&str, &str, Vec<String>)) -> bool {
    let value = &row[*column];
    let text = value.as_str().map(str::to_string).or_else(|| value.as_i64().map(|n| n.to_string()));
    let any = || text.as_ref().is_some_and(|t| values.contains(t));
    let contains = || text.as_ref().is_some_and(|t| values.iter().any(|v| t.contains(v.as_str())));
    let number = |at: usize| values[at].parse::<i64>().unwrap();
    match *op {
        "any_of" => any(),
        "none_of" => !any(),
        "contains" => contains(),
        "lacks" => !contains(),
        "filled" => text.is_some(),
        "empty" => text.is_none(),
        "at_least" => value.as_i64().is_some_and(|n| n >= number(0)),
        _ => value.as_i64().is_some_and(|n| n <= number(1)),
    }
}

/// Empty values stand last either way; choices in their own order.
fn compare(a: &Json, b: &Json, column: Column, descending: bool) -> Ordering {
    let key = |row: &Json| match (column.holds(), &row[column.code()]) {
        (_, Json::Null) => None,
        (Holds::Choice, code) => {
            let place = column.choices().iter().position(|c| code == c).unwrap();
            Some((place as i64, String::new()))
        }
        (_, Json::Number(n)) => Some((n.as_i64().unwrap(), String::new())),
        (_, text) => Some((0, text.as_str().unwrap().to_string())),
    };
    match (key(a), key(b)) {
        (None, None) => Ordering::Equal,
        (None, _) => Ordering::Greater,
        (_, None) => Ordering::Less,
        (a, b) if descending => b.cmp(&a),
        (a, b) => a.cmp(&b),
    }
}

fn sum(rows: &[&Json], column: &str) -> i64 {
    rows.iter().filter(|r| r["counted"] == true).filter_map(|r| r[column].as_i64()).sum()
}

fn sums_are(sums: &Json, rows: &[&Json]) -> Result<(), TestCaseError> {
    prop_assert_eq!(&sums["count"], &json!(rows.len()));
    prop_assert_eq!(&sums["counted"], &json!(rows.iter().filter(|r| r["counted"] == true).count()));
    for column in ["total", "plan", "arrived", "done_total", "done_year", "done_month"] {
        prop_assert_eq!(&sums[column], &json!(sum(rows, column)), "{}", column);
    }
    prop_assert_eq!(&sums["rate"], &json!(share(sum(rows, "done_total"), sum(rows, "total"))));
    prop_assert_eq!(&sums["year_rate"], &json!(share(sum(rows, "done_year"), sum(rows, "plan"))));
    let begun = |r: &&&Json| {
        r["counted"] == true && r["started_actual"].as_str().is_some_and(|d| ("2022".."2022-03-29").contains(&d))
    };
    prop_assert_eq!(&sums["started"], &json!(rows.iter().filter(begun).count()));
    Ok(())
}

/// What the ledger answers is what a person would add up from its rows, and what Excel shows under them.
#[test]
fn rows_groups_and_sums_are_a_naive_fold() {
    let bench = desk();
    let everything = all(&bench);
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(60));
    let told = runner.run(&asked(), |asked| {
        let filters: Vec<Json> =
            asked.filters.iter().map(|(c, op, v)| json!({"column": c, "op": op, "values": v})).collect();
        let sort: Vec<Json> =
            asked.sort.iter().map(|(c, down)| json!({"column": c.code(), "descending": down})).collect();
        let group = asked.group.map(Column::code);
        let found = page(&bench, json!({"filters": filters, "sort": sort, "group": group, "limit": 500}));
        let mut rows: Vec<&Json> = everything.iter().filter(|r| asked.filters.iter().all(|f| fits(r, f))).collect();
        let down = |column: Column| asked.sort.iter().find(|(c, _)| *c == column).is_some_and(|(_, down)| *down);
        rows.sort_by(|a, b| {
            let first = asked.group.map_or(Ordering::Equal, |by| compare(a, b, by, down(by)));
            asked.sort.iter().fold(first, |so_far, (c, down)| so_far.then_with(|| compare(a, b, *c, *down)))
        });
        prop_assert_eq!(ids(&found), rows.iter().map(|r| r["id"].as_str().unwrap().to_string()).collect::<Vec<_>>());
        sums_are(&found["sums"], &rows)?;
        let Some(by) = asked.group else { return Ok(()) };
        let mut first = 0;
        for group in found["groups"].as_array().unwrap() {
            prop_assert_eq!(&group["first"], &json!(first));
            let count = usize::try_from(group["sums"]["count"].as_i64().unwrap()).unwrap();
            let of = &rows[first..first + count];
            let key =
                |r: &Json| r[by.code()].as_str().map(str::to_string).or(r[by.code()].as_i64().map(|n| n.to_string()));
            prop_assert!(of.iter().all(|r| key(r).as_deref() == group["key"].as_str()));
            sums_are(&group["sums"], of)?;
            first += count;
        }
        prop_assert_eq!(first, rows.len());
        Ok(())
    });
    told.unwrap();
}
