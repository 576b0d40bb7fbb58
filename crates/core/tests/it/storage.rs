//! The contract of storage: the schema as it was reviewed, every query prepares, hot ones use an index.

use crate::bench_desk::Bench;
use std::path::Path;
use zhuanban_core::store::Meta;

#[test]
fn every_record_column_is_in_the_schema() {
    let bench = Bench::started();
    let db = rusqlite::Connection::open(bench.desk.path()).unwrap();
    for meta in zhuanban_core::tables::ALL {
        let mut columns = columns(&db, meta);
        let mut known: Vec<String> =
            ["id", "office", "origin"].iter().chain(meta.fields).map(|c| (*c).to_string()).collect();
        columns.sort();
        known.sort();
        assert_eq!(columns, known, "{}", meta.table);
        let strict: i64 =
            db.query_row("select strict from pragma_table_list where name = ?", [meta.table], |r| r.get(0)).unwrap();
        assert_eq!(strict, 1, "{} is strict", meta.table);
    }
}

fn columns(db: &rusqlite::Connection, meta: &Meta) -> Vec<String> {
    let mut find = db.prepare("select name from pragma_table_info(?)").unwrap();
    find.query_map([meta.table], |r| r.get(0)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn the_schema_has_a_table_for_nothing_else() {
    let bench = Bench::started();
    let db = rusqlite::Connection::open(bench.desk.path()).unwrap();
    let mut find = db
        .prepare(
            "select name from sqlite_schema where type = 'table' and name not glob 'project_search*' and name <> 'sqlite_sequence' order by name",
        )
        .unwrap();
    let tables: Vec<String> = find.query_map([], |r| r.get(0)).unwrap().map(Result::unwrap).collect();
    let mut known: Vec<&str> =
        vec!["action", "changeset", "grave", "head", "ledger_line", "local", "project_doc", "recent", "touch"];
    known.extend(zhuanban_core::tables::ALL.iter().map(|m| m.table));
    known.sort_unstable();
    assert_eq!(tables, known);
}

#[test]
fn every_sql_file_prepares() {
    let bench = Bench::started();
    let db = rusqlite::Connection::open(bench.desk.path()).unwrap();
    let mut count = 0;
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "sql") {
                let text = std::fs::read_to_string(&path).unwrap();
                // A file that is one clause is tried inside the statement it belongs to.
                let whole = match text.trim_start() {
                    clause if clause.starts_with("where") => format!("select p.id from project p {clause}"),
                    condition if condition.starts_with('(') => format!("select p.id from project p where {condition}"),
                    whole => whole.to_string(),
                };
                db.prepare(&whole).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
                count += 1;
            }
        }
    }
    assert!(count >= 4, "{count} files");
}

#[test]
fn hot_queries_use_an_index() {
    let bench = Bench::started();
    let db = rusqlite::Connection::open(bench.desk.path()).unwrap();
    for sql in [
        "select * from progress where project = ? and basis = 'dispatch' order by period desc, id desc limit 1",
        "select * from duty where project = ?",
        "select * from contact where owner = ?",
        "select * from matter where project = ?",
        "select * from approval where project = ?",
        "select * from approval_step where project = ?",
        "select * from approval where responsible_person = ?1 or responsible_person is null and responsible = ?2",
        "select * from route_step where responsible_person = ?1 or responsible_person is null and responsible = ?2",
        "select * from condition where project = ?",
        "select * from membership where list = ?",
        "select id from project where enterprise = ?",
        "select id from changeset where txn = ? order by id desc",
        "select id from changeset where hash = ?",
        "select doc from project_doc where project = ?",
        "select max(changeset) from head where tbl = ? and row = ?",
        "select before from touch where changeset = ? and row = ?",
        "select id from action where person = ? and state = 'done' order by id desc limit 1",
    ] {
        let mut explain = db.prepare(&format!("explain query plan {sql}")).unwrap();
        let blanks = rusqlite::params_from_iter(vec![""; sql.matches('?').count()]);
        let plan: Vec<String> = explain.query_map(blanks, |r| r.get(3)).unwrap().map(Result::unwrap).collect();
        assert!(plan.iter().all(|line| !line.starts_with("SCAN") && !line.contains("TEMP B-TREE")), "{sql}: {plan:?}");
    }
}
