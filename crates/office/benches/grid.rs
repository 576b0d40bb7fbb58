//! The ledger grid against bare SQL over the same file, alternately: `cargo bench -p zhuanban-office --bench grid -- DESK`.
//!
//! `… -- DESK board` is the board of approvals, each of DESK's projects with 15 of them and two more that are ahead; a good share is
//! marked. `… -- DESK notice` is what a holiday notice would move there, in milliseconds alone (not gated).
//!
//! DESK is a data folder with projects in it, as `cargo xtask bench` makes it; cells of it are changed. One line a question:
//! kind, ratio, our and the bare median in milliseconds, what was asked. The bare statement does the least: it finds the same
//! rows by the same keys and reads or writes the same columns, without rules, log or answer.

use chrono::{Datelike, Days, NaiveDate};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, params};
use serde_json::{Value as Json, json};
use std::hint::black_box;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;
use zhuanban_core::approval::query::approval_id;
use zhuanban_core::approval::state::State;
use zhuanban_core::approval::template::{Item, shipped};
use zhuanban_core::project::column::{Column, Holds};
use zhuanban_core::time::SystemClock;
use zhuanban_core::{Caller, Desk, api};

/// The program's own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const RUNS: usize = 7;
const ROWS: i64 = 200;
const CELLS: i64 = 500;
const LINE: &str = include_str!("../../core/src/project/row.sql");

fn main() {
    let mut words = std::env::args().skip(1).filter(|word| !word.starts_with("--"));
    let Some(folder) = words.next().map(PathBuf::from) else { return };
    let desk = Desk::open(&folder, Arc::new(SystemClock)).expect("a desk");
    let bare = Connection::open(desk.path()).expect("its file");
    bare.execute_batch("pragma cache_size = -32768; pragma synchronous = full; pragma busy_timeout = 5000;").unwrap();
    let bench = Bench { desk, bare };
    // One kind of question can be asked alone, while it is being looked into.
    let only = words.next();
    let asked = |kind: &str| only.as_deref().is_none_or(|only| only == kind);
    if asked("rows") {
        bench.rows();
    }
    if asked("search") {
        bench.search();
    }
    if asked("cells") {
        bench.cells();
    }
    // On a smaller desk, whose projects have approvals.
    if only.as_deref() == Some("board") {
        bench.board();
    }
    if only.as_deref() == Some("notice") {
        bench.notice();
    }
}

struct Bench {
    desk: Desk,
    bare: Connection,
}

impl Bench {
    fn call(&self, name: &str, input: Json) -> Json {
        let pages = &[api::COMMANDS, zhuanban_office::api::COMMANDS];
        api::dispatch(pages, &self.desk, &Caller::default(), name, input).expect(name).value
    }

    /// Medians of both sides, each in turn, after one round that nobody counts.
    fn alternately(&self, kind: &str, asked: &str, mut ours: impl FnMut(usize), mut bare: impl FnMut(usize)) {
        let (mut a, mut b) = (vec![], vec![]);
        for run in 0..=RUNS {
            let begun = Instant::now();
            bare(run);
            let middle = Instant::now();
            ours(run);
            if run > 0 {
                a.push(middle.elapsed().as_secs_f64() * 1000.0);
                b.push((middle - begun).as_secs_f64() * 1000.0);
            }
        }
        let (a, b) = (median(a), median(b));
        println!("{kind} {:.2} {a:.2} {b:.2} {asked}", a / b);
    }

    /// The first rows of the ledger sorted by any column, filtered, grouped by nothing, and in its middle.
    fn rows(&self) {
        let count: i64 = self.bare.query_row("select count(*) from ledger_line", [], |r| r.get(0)).unwrap();
        let region = "(l.region glob '4205*')";
        let filters = json!([{"column": "region", "op": "any_of", "values": ["420500"]}, {"column": "total", "op": "at_least", "values": ["50000000"]}]);
        for column in Column::ALL.iter().filter(|c| **c != Column::Light) {
            for (filters, fits, offset) in [
                (json!([]), "", 0),
                (filters.clone(), &*format!("where {region} and l.total >= 50000000"), 0),
                (json!([]), "", count / 2),
            ] {
                let input = json!({
                    "sort": [{"column": column.code(), "descending": false}], "filters": filters, "offset": offset,
                    "limit": ROWS, "with_sums": false, "with_groups": false,
                });
                let sql = window(&key(*column), fits, offset);
                let asked =
                    format!("{} from {offset}{}", column.code(), if fits.is_empty() { "" } else { ", filtered" });
                self.alternately(
                    "rows",
                    &asked,
                    |_| drop(self.call("project_list", input.clone())),
                    |_| read(&self.bare, &sql),
                );
            }
        }
    }

    fn search(&self) {
        for (word, phrase) in [("林地", "\"林 地\""), ("有限公司", "\"有 限 公 司\"")] {
            let input = json!({"text": word, "limit": ROWS, "with_sums": false});
            let fits = format!(
                "where l.project in (select d.project from project_search s join project_doc d on d.doc = s.rowid
                 where project_search match '{phrase}')"
            );
            let sql = window("l.entered", &fits, 0);
            self.alternately(
                "search",
                word,
                |_| drop(self.call("project_list", input.clone())),
                |_| read(&self.bare, &sql),
            );
        }
    }

    /// The same text for 500 projects: one after the other in the ledger, and strewn over it.
    fn cells(&self) {
        let every = |from: i64, step: i64| -> Vec<String> {
            let sql = "select project from (select project, row_number() over (order by entered, origin, project) n from ledger_line)
                       where n > ? and n % ? = 0 limit ?";
            let mut find = self.bare.prepare(sql).unwrap();
            let found = find.query_map(params![from, step, CELLS], |r| r.get(0)).unwrap();
            found.map(Result::unwrap).collect()
        };
        let count: i64 = self.bare.query_row("select count(*) from ledger_line", [], |r| r.get(0)).unwrap();
        for (how, ids) in [("in a row", every(count / 3, 1)), ("strewn", every(0, count / CELLS))] {
            for (column, value) in [("note", "备注"), ("site", "地点")] {
                let asked = format!("{column} of {} projects {how}", ids.len());
                self.alternately(
                    "cells",
                    &asked,
                    |run| {
                        let text = format!("{value}{run}");
                        let done =
                            self.call("cells_edit_all", json!({"projects": ids, "column": column, "text": text}));
                        assert_eq!(done["cells"].as_i64(), Some(CELLS));
                    },
                    |run| update(&self.bare, column, &ids, &format!("{value}，{run}")),
                );
            }
        }
    }
}

/// Approvals a project has on the board's desk, and of how many one is still open.
const NODES: usize = 15;
const OPEN_OF: usize = 8;

impl Bench {
    /// Every project gets its approvals, most of them decided.
    fn with_approvals(&self) {
        let there: i64 = self.bare.query_row("select count(*) from approval", [], |r| r.get(0)).unwrap();
        if there > 0 {
            return;
        }
        let mut find = self.bare.prepare("select id from project order by id").unwrap();
        let projects: Vec<String> = find.query_map([], |r| r.get(0)).unwrap().map(Result::unwrap).collect();
        let takes = |item: &&Item| State::Accepted.fits(item.kind);
        let items: Vec<&str> =
            shipped().items().iter().filter(takes).take(NODES).map(|item| item.code.as_str()).collect();
        let today = self.desk.read(&Caller::default(), |r| Ok(r.today())).unwrap();
        let step = |n: usize, project: &str, item: &str, state: &str, ago: usize| {
            let on = today - Days::new((ago + n % 40) as u64);
            json!({"project": project, "item": item, "state": state, "happened_on": on})
        };
        for (n, some) in projects.chunks(300).enumerate() {
            let each = || some.iter().flat_map(|id| items.iter().map(move |item| (id.as_str(), *item))).enumerate();
            let accepted: Vec<Json> = each().map(|(at, (id, item))| step(n + at, id, item, "accepted", 60)).collect();
            let decided = each().filter(|(at, _)| at % OPEN_OF != 0);
            let approved: Vec<Json> = decided.map(|(at, (id, item))| step(n + at, id, item, "approved", 5)).collect();
            self.call("approval_step_all", json!({"steps": accepted}));
            self.call("approval_step_all", json!({"steps": approved}));
        }
        self.marked(&projects, today);
    }

    /// Marks, written straight into the tables: of three in ten a bundle, of one in five 并联, of one in ten a certificate that ends
    /// within a month, a way of one in five (half of them formal, or the pledge kept), and two bundled permits that are not begun.
    fn marked(&self, projects: &[String], today: NaiveDate) {
        let soon = (today + Days::new(30)).to_string();
        let one_of = |n: usize| format!("(unicode(substr(id, -2)) * 7 + unicode(substr(id, -5))) % 10 < {n}");
        self.bare
            .execute_batch(&format!(
                "begin immediate;
             update approval set bundle = '多证合一' where {};
             update approval set parallel = 'A08' where (unicode(substr(id, -4)) + unicode(substr(id, -7))) % 5 = 0;
             update approval set expires_on = '{soon}' where (unicode(substr(id, -3)) + unicode(substr(id, -6))) % 10 = 0;
             insert into approval_way (id, office, approval, project, way, begun_on, due_by, formal_on, origin)
               select substr(id, 1, 24) || '0000' || substr(id, 29), office, id, project,
                 case when item < 'A08' then 'pledge' else 'preview' end, '{today}', '{soon}',
                 case when unicode(substr(id, -8)) % 2 = 0 then '{today}' end, origin
               from approval where (unicode(substr(id, -9)) + unicode(substr(id, -2))) % 5 = 0;
             commit;",
                one_of(3)
            ))
            .unwrap();
        let sql = "insert into approval (id, office, project, item, added, bundle, origin)
                   select ?1, office, project, ?2, 1, '多证合一', origin from approval where project = ?3 limit 1";
        self.bare.execute_batch("begin immediate").unwrap();
        for project in projects {
            for item in ["C04", "C05"] {
                let owner = serde_json::from_value(json!(project)).unwrap();
                let id = approval_id(owner, item).to_string();
                self.bare.prepare_cached(sql).unwrap().execute(params![id, item, project]).unwrap();
            }
        }
        self.bare.execute_batch("commit").unwrap();
    }

    /// What a notice of next year's holidays, and one of a day long past, would move: told, not gated.
    fn notice(&self) {
        self.with_approvals();
        let today = self.desk.read(&Caller::default(), |r| Ok(r.today())).unwrap();
        for (asked, on) in [("a day ahead", today + Days::new(10)), ("a day long past", today - Days::new(4000))] {
            let input = json!({
                "year": on.year(), "published_on": today, "number": null,
                "days": [{"on": on, "name": "停工", "off": true}],
            });
            let begun = Instant::now();
            let effect = self.call("calendar_notice_preview", input);
            let starts = effect["starts"].as_array().map_or(0, Vec::len);
            println!("notice {:.0} ms, {starts} starts move: {asked}", begun.elapsed().as_secs_f64() * 1000.0);
        }
    }

    /// The whole board, and narrowed to one item.
    fn board(&self) {
        self.with_approvals();
        // Narrowed, it still counts what every other choice would give.
        for (asked, filter) in [("the whole desk", json!({})), ("narrowed to one item", json!({"item": "A06"}))] {
            let input = json!({"filter": filter, "offset": 0, "limit": ROWS});
            self.alternately(
                "board",
                asked,
                |_| drop(self.call("approval_board", input.clone())),
                |_| read(&self.bare, STANDING),
            );
        }
    }
}

/// By item and state what is not decided: the newest step of each approval.
const STANDING: &str = "select a.item, s.state, count(*) from approval a join approval_step s on s.id =
    (select id from approval_step x where x.approval = a.id order by happened_on desc, typed_ms desc limit 1)
    where a.waived is null and s.state not in ('approved', 'delivered', 'refused', 'withdrawn', 'terminated', 'not_accepted')
    group by 1, 2";

/// What the rows are sorted by, as plainly as it can be said.
fn key(column: Column) -> String {
    let code = column.code();
    match column {
        Column::Entered => "l.entered".into(),
        Column::Region | Column::Industry => format!("coalesce(l.{code}, l.{code}_text)"),
        Column::Rate => "l.done_total * 1000 / l.total".into(),
        Column::YearRate => "l.done_year * 1000 / l.plan".into(),
        Column::Content | Column::Scale | Column::Site | Column::Note => {
            format!("(select {code} from project where id = l.project)")
        }
        Column::List => {
            "(select group_concat(t.name) from membership m join list t on t.id = m.list where m.project = l.project)"
                .into()
        }
        Column::Statistics => "(select entered from statistics_entry where project = l.project)".into(),
        Column::EnteredPeriod => "(select entered_period from statistics_entry where project = l.project)".into(),
        _ if column.holds() == Holds::Parent => "(select name from project where id = l.parent)".into(),
        _ => format!("l.{code}"),
    }
}

/// Narrow keys first, then the whole of each row.
fn window(key: &str, fits: &str, offset: i64) -> String {
    let line = LINE.trim_end().trim_end_matches("where p.id = ?");
    format!(
        "{line} join (select l.project at from ledger_line l {fits}
           order by {key} nulls last, l.entered, l.origin, l.project limit {ROWS} offset {offset}) k on k.at = p.id"
    )
}

fn read(db: &Connection, sql: &str) {
    let mut statement = db.prepare_cached(sql).unwrap();
    let columns = statement.column_count();
    let mut rows = statement.query([]).unwrap();
    let mut bytes = 0;
    while let Some(row) = rows.next().unwrap() {
        for column in 0..columns {
            bytes += match row.get_ref(column).unwrap() {
                ValueRef::Text(text) => text.len(),
                _ => 8,
            };
        }
    }
    black_box(bytes);
}

fn update(db: &Connection, column: &str, ids: &[String], text: &str) {
    db.execute_batch("begin immediate").unwrap();
    {
        let mut update = db.prepare_cached(&format!("update project set {column} = ? where id = ?")).unwrap();
        for id in ids {
            update.execute(params![text, id]).unwrap();
        }
    }
    db.execute_batch("commit").unwrap();
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
