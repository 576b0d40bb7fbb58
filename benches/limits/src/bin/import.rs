//! `import LEDGER.xlsx OUT.db`: the limit of importing: calamine's cell stream into one transaction, then the indexes the
//! desk keeps too: amount, region with stage and amount, and full text over single characters of three columns.

use calamine::{DataRef, Reader, Xlsx, open_workbook};
use limits::{COLUMNS, HEAD_ROWS, NUMBERS};
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, Statement};
use std::error::Error;
use std::fs::File;
use std::io::BufReader;
use std::time::Instant;

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// A cell without a copy of its text.
enum Value<'a> {
    Number(f64),
    Text(&'a str),
    Day(String),
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Number(number) => ValueRef::Real(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Day(day) => ValueRef::Text(day.as_bytes()),
        }))
    }
}

fn main() -> Result {
    let args: Vec<String> = std::env::args().collect();
    let [_, ledger, out] = args.as_slice() else { return Err("import LEDGER.xlsx OUT.db".into()) };
    let begun = Instant::now();
    if std::path::Path::new(out).exists() {
        std::fs::remove_file(out)?;
    }
    let mut db = Connection::open(out)?;
    db.execute_batch("pragma journal_mode = wal; pragma synchronous = full;")?;
    let tx = db.transaction()?;
    tx.execute_batch(&table())?;
    let rows = copy(ledger, &mut tx.prepare(&insert())?)?;
    let bare = begun.elapsed().as_secs_f64();
    tx.execute_batch(INDEXES)?;
    search(&tx)?;
    tx.commit()?;
    println!("{rows} rows in {:.3} s, {bare:.3} s of it before the indexes", begun.elapsed().as_secs_f64());
    Ok(())
}

const INDEXES: &str = "create index i_amount on p(amount); create index i_place on p(region, stage, amount);";

fn table() -> String {
    let kind = |at| if NUMBERS.contains(&at) { "real" } else { "text" };
    let columns: Vec<String> = COLUMNS.iter().enumerate().map(|(at, name)| format!("{name} {}", kind(at))).collect();
    format!("create table p({})", columns.join(", ").replacen("seq text", "seq integer primary key", 1))
}

fn insert() -> String {
    format!("insert into p values ({})", vec!["?"; COLUMNS.len()].join(", "))
}

fn copy(ledger: &str, insert: &mut Statement) -> Result<u32> {
    let mut book: Xlsx<BufReader<File>> = open_workbook(ledger)?;
    let sheet = book.sheet_names()[0].clone();
    let mut cells = book.worksheet_cells_reader(&sheet)?;
    let (mut current, mut rows) = (None, 0);
    while let Some(cell) = cells.next_cell()? {
        let (row, column) = cell.get_position();
        if row < HEAD_ROWS || column as usize >= COLUMNS.len() {
            continue;
        }
        if current != Some(row) {
            rows += execute(insert, current.is_some())?;
            current = Some(row);
        }
        if let Some(value) = value(cell.get_value()) {
            insert.raw_bind_parameter(column as usize + 1, value)?;
        }
    }
    Ok(rows + execute(insert, current.is_some())?)
}

fn execute(insert: &mut Statement, full: bool) -> Result<u32> {
    if !full {
        return Ok(0);
    }
    insert.raw_execute()?;
    insert.clear_bindings();
    Ok(1)
}

fn value<'a>(cell: &'a DataRef<'a>) -> Option<Value<'a>> {
    match cell {
        DataRef::Float(number) => Some(Value::Number(*number)),
        DataRef::Int(number) => Some(Value::Number(*number as f64)),
        DataRef::String(text) => Some(Value::Text(text)),
        DataRef::SharedString(text) => Some(Value::Text(text)),
        DataRef::DateTime(day) => Some(Value::Day(iso(day.as_f64()))),
        _ => None,
    }
}

/// Days since 1899-12-30 as an ISO day.
fn iso(serial: f64) -> String {
    let z = serial as i64 - 25_569 + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let (day, month) = (doy - (153 * mp + 2) / 5 + 1, if mp < 10 { mp + 3 } else { mp - 9 });
    let year = yoe + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

/// FTS5 over text pre-split into characters: what two-character Chinese search needs.
fn search(db: &Connection) -> Result {
    db.execute_batch("create virtual table f using fts5(name, scale, issue, content='', tokenize='unicode61')")?;
    let mut read = db.prepare("select seq, name, scale, coalesce(issue, '') from p")?;
    let mut write = db.prepare("insert into f(rowid, name, scale, issue) values (?1, ?2, ?3, ?4)")?;
    let mut rows = read.query([])?;
    while let Some(row) = rows.next()? {
        let text = |at| -> Result<String> { Ok(split(row.get_ref(at)?.as_str()?)) };
        write.execute((row.get::<_, i64>(0)?, text(1)?, text(2)?, text(3)?))?;
    }
    Ok(())
}

fn split(text: &str) -> String {
    text.chars().flat_map(|c| [c, ' ']).collect()
}
