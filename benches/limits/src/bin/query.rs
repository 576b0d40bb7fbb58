//! `query OUT.db`: the limit of list pages, on the database that `import` made: median milliseconds of each question.

use rusqlite::{Connection, types::ValueRef};
use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

const QUESTIONS: [(&str, &str); 6] = [
    ("sorted by amount, first 200", "select * from p order by amount desc limit 200"),
    ("sorted by name without an index, first 200", "select * from p order by name limit 200"),
    (
        "sorted by name, rows from 50,000: narrow keys, then join",
        "select p.* from (select seq from p order by name limit 200 offset 50000) k join p using (seq)",
    ),
    (
        "region, stage and amount",
        "select * from p where region = '宜昌市' and stage = '在建' and amount between 5000 and 50000 order by amount desc limit 200",
    ),
    ("two characters found", "select p.* from f join p on p.seq = f.rowid where f match '\"林 地\"' limit 200"),
    ("two characters counted", "select count(*) from f where f match '\"林 地\"'"),
];
const RUNS: usize = 15;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("query OUT.db")?;
    let db = Connection::open(path)?;
    db.execute_batch("pragma cache_size = -262144; pragma mmap_size = 1073741824;")?;
    for (name, sql) in QUESTIONS {
        ask(&db, sql)?;
        let mut times = Vec::with_capacity(RUNS);
        for _ in 0..RUNS {
            let begun = Instant::now();
            black_box(ask(&db, sql)?);
            times.push(begun.elapsed().as_secs_f64() * 1000.0);
        }
        times.sort_by(f64::total_cmp);
        println!("{:9.3} ms  {name}", times[RUNS / 2]);
    }
    Ok(())
}

/// Reads every value of the answer, as a page would, and returns how many bytes they have.
fn ask(db: &Connection, sql: &str) -> rusqlite::Result<usize> {
    let mut statement = db.prepare_cached(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    let mut bytes = 0;
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            bytes += match row.get_ref(column)? {
                ValueRef::Text(text) => text.len(),
                _ => 8,
            };
        }
    }
    Ok(bytes)
}
