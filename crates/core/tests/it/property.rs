//! Whatever an office does, undoing all of it restores every table, and the log folds to the same tables.

use crate::bench_desk::Bench;
use proptest::prelude::*;
use serde_json::json;
use zhuanban_core::store::replay;

#[derive(Clone, Debug)]
enum Act {
    New(u8),
    Edit(u8, u8, i64),
    Progress(u8, u8, i64),
    Need(u8, i64),
    Remove(u8),
    Undo,
    Redo,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        3 => any::<u8>().prop_map(Act::New),
        5 => (any::<u8>(), 0u8..4, 0i64..1000).prop_map(|(p, f, v)| Act::Edit(p, f, v)),
        3 => (any::<u8>(), 1u8..4, 0i64..1000).prop_map(|(p, m, v)| Act::Progress(p, m, v)),
        2 => (any::<u8>(), 0i64..1000).prop_map(|(p, v)| Act::Need(p, v)),
        2 => any::<u8>().prop_map(Act::Remove),
        3 => Just(Act::Undo),
        2 => Just(Act::Redo),
    ]
}

fn run(bench: &Bench, act: &Act) {
    let listed = bench.call("project_list", json!({"limit": 50}))["rows"].as_array().unwrap().clone();
    let pick = |n: &u8| listed.get(usize::from(*n) % listed.len().max(1)).map(|p| p["id"].clone());
    let (name, input) = match act {
        Act::New(n) => ("project_save", json!({"id": null, "set": {"name": format!("项目{n}")}})),
        Act::Edit(p, field, value) => {
            let Some(id) = pick(p) else { return };
            let set = match field {
                0 => json!({"total": value}),
                1 => json!({"note": format!("备注{value}"), "plan": value}),
                2 => json!({"note": null}),
                _ => json!({"name": format!("改名{value}")}),
            };
            ("project_save", json!({"id": id, "set": set}))
        }
        Act::Progress(p, month, value) => {
            let Some(id) = pick(p) else { return };
            (
                "progress_save",
                json!({"project": id, "period": format!("2022-0{month}"), "basis": "dispatch", "set": {"done_total": value}}),
            )
        }
        Act::Need(p, value) => {
            let Some(id) = pick(p) else { return };
            ("matter_save", json!({"id": null, "project": id, "set": {"element": "用地", "required": value}}))
        }
        Act::Remove(p) => {
            let Some(id) = pick(p) else { return };
            ("project_remove", json!({"id": id}))
        }
        Act::Undo => ("undo", json!({})),
        Act::Redo => ("redo", json!({})),
    };
    // Undo and redo may have nothing to do; nothing else may fail.
    let answer = bench.try_as(&Default::default(), name, input);
    assert!(answer.is_ok() || matches!(act, Act::Undo | Act::Redo), "{act:?}: {answer:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undoing_everything_restores_every_table(acts in prop::collection::vec(act(), 1..40)) {
        let bench = Bench::started();
        let before = bench.tables();
        for act in &acts {
            run(&bench, act);
        }
        let after = bench.tables();
        let db = rusqlite::Connection::open(bench.desk.path()).unwrap();
        replay::refold(&db).unwrap();
        prop_assert_eq!(&bench.tables(), &after, "the log folds to the same tables");
        bench.call("log_verify", json!({}));
        let mut steps = 0;
        loop {
            if bench.call("desk_get", json!({}))["undo"].is_null() { break; }
            bench.call("undo", json!({}));
            steps += 1;
        }
        prop_assert_eq!(&bench.tables(), &before);
        for _ in 0..steps {
            bench.call("redo", json!({}));
        }
        prop_assert_eq!(&bench.tables(), &after, "redoing everything brings all of it back");
    }
}
