//! A desk in a temporary folder, and ways to look at its tables.

use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use tempfile::TempDir;
use zhuanban_core::api::{self, Reply};
use zhuanban_core::time::Clock;
use zhuanban_core::{Caller, Desk, Fault};

/// A clock that tests move.
pub struct TestClock(pub AtomicI64);

impl Clock for TestClock {
    fn now_ms(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }
}

pub struct Bench {
    pub folder: TempDir,
    pub desk: Desk,
    pub clock: Arc<TestClock>,
}

impl Bench {
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(TestClock(AtomicI64::new(1_648_440_000_000))); // 2022-03-28 12:00 in Beijing
        let desk = Desk::open(folder.path(), clock.clone()).unwrap();
        Self { folder, desk, clock }
    }

    pub fn started() -> Self {
        let bench = Self::empty();
        let start = json!({"person": "林晓", "office": "大庆市全要素保障专班", "level": "city", "region": null});
        bench.call("desk_start", start);
        bench
    }

    pub fn reopened(self) -> Self {
        let Self { folder, desk, clock } = self;
        drop(desk);
        let desk = Desk::open(folder.path(), clock.clone()).unwrap();
        Self { folder, desk, clock }
    }

    pub fn try_as(&self, caller: &Caller, name: &str, input: Json) -> Result<Reply, Fault> {
        self.clock.0.fetch_add(1, Ordering::Relaxed);
        api::dispatch(&[api::COMMANDS], &self.desk, caller, name, input)
    }

    pub fn call_as(&self, caller: &Caller, name: &str, input: Json) -> Json {
        self.try_as(caller, name, input).unwrap_or_else(|f| panic!("{name}: {f:?}")).value
    }

    pub fn call(&self, name: &str, input: Json) -> Json {
        self.call_as(&Caller::default(), name, input)
    }

    pub fn fault(&self, name: &str, input: Json) -> Fault {
        self.try_as(&Caller::default(), name, input).expect_err(name)
    }

    pub fn project(&self, name: &str) -> String {
        let saved = self.call("project_save", json!({"id": null, "set": {"name": name}}));
        saved["project"]["id"].as_str().unwrap().to_string()
    }

    /// 终止
    pub fn end(&self, project: &str) {
        let end = json!({"project": project, "standing": "terminated", "reason": "企业破产"});
        self.call("standing_change_save", end);
    }

    /// Every record table as text, one line a row, so that two moments can be compared.
    pub fn tables(&self) -> BTreeMap<&'static str, Vec<String>> {
        let read = |r: &zhuanban_core::store::Reader| {
            let mut out = BTreeMap::new();
            for meta in zhuanban_core::tables::ALL {
                out.insert(meta.table, rows(r.db(), meta.table, &meta.columns()));
            }
            Ok(out)
        };
        self.desk.read(&Caller::default(), read).unwrap()
    }
}

pub fn rows(db: &rusqlite::Connection, table: &str, columns: &str) -> Vec<String> {
    let mut statement = db.prepare(&format!("select {columns} from {table} order by id")).unwrap();
    let count = statement.column_count();
    let line = |row: &rusqlite::Row<'_>| {
        let cells = (0..count).map(|at| row.get::<_, rusqlite::types::Value>(at).map(|v| format!("{v:?}")));
        Ok(cells.collect::<rusqlite::Result<Vec<_>>>()?.join(" | "))
    };
    statement.query_map([], line).unwrap().map(Result::unwrap).collect()
}
