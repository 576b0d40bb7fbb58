//! Every case of [`super::opened`], and that the database counts as the rule does.

use super::*;
use crate::id::OfficeId;
use rusqlite::{Connection, named_params};
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// `new 2022-03-10 recognised`
fn start(text: &str) -> ProjectStart {
    let mut words = text.split(' ');
    let mut next = || words.next().unwrap();
    ProjectStart {
        id: StartId(Uuid::now_v7()),
        office: OfficeId(Uuid::nil()),
        project: ProjectId(Uuid::nil()),
        kind: StartKind::find(next()).unwrap(),
        happened_on: day(next()),
        declared_on: None,
        verified_on: None,
        verified_by: None,
        decision: StartDecision::find(next()).unwrap(),
        decided_on: None,
        reason: None,
        standard: None,
        note: None,
    }
}

/// Starts, 实际开工, and what they make of 2022 as of 2022-03-28.
type Case = (&'static [&'static str], Option<&'static str>, Option<(&'static str, &'static str)>);

const CASES: &[Case] = &[
    (&[], None, None),
    (&["new 2022-03-10 recognised"], None, Some(("new", "2022-03-10"))),
    (&["new 2022-03-28 recognised"], None, Some(("new", "2022-03-28"))),
    (&["new 2022-03-29 recognised"], None, None),
    (&["new 2021-12-31 recognised"], None, None),
    (&["new 2022-01-01 recognised"], None, Some(("new", "2022-01-01"))),
    (&["new 2022-03-10 pending"], None, None),
    (&["new 2022-03-10 rejected"], None, None),
    (&[], Some("2022-02-20"), Some(("new", "2022-02-20"))),
    (&[], Some("2022-04-20"), None),
    (&[], Some("2021-11-01"), None),
    // A span has begun once its first day has come.
    (&[], Some("2022-03-31/month"), Some(("new", "2022-03-01"))),
    (&[], Some("2022-04-30/month"), None),
    (&[], Some("2022-03-31/quarter"), Some(("new", "2022-01-01"))),
    (&[], Some("2022-06-30/quarter"), None),
    (&[], Some("2022-12-31/year"), Some(("new", "2022-01-01"))),
    (&[], Some("2021-12-31/year"), None),
    // The decision stands above the ledger's date.
    (&["new 2022-03-10 rejected"], Some("2022-03-10"), None),
    (&["new 2022-03-10 pending"], Some("2022-03-10"), Some(("new", "2022-03-10"))),
    (&["new 2021-09-01 recognised"], Some("2022-03-10"), None),
    (&["new 2022-02-01 rejected", "new 2022-03-10 recognised"], None, Some(("new", "2022-03-10"))),
    (&["new 2022-02-01 rejected", "new 2022-03-10 pending"], Some("2022-03-10"), Some(("new", "2022-03-10"))),
    // Spring: begun in an earlier year, stopped for the winter, taken up again.
    (&["new 2021-05-01 recognised", "resume 2022-03-20 recognised"], None, Some(("resume", "2022-03-20"))),
    (&["new 2021-05-01 recognised", "resume 2022-03-20 pending"], None, None),
    (&["resume 2022-03-20 recognised"], Some("2020-08-01"), Some(("resume", "2022-03-20"))),
    (&["resume 2022-03-20 recognised"], None, Some(("resume", "2022-03-20"))),
    (&["resume 2021-03-20 recognised"], Some("2020-08-01"), None),
    (&["resume 2022-03-20 rejected"], Some("2020-08-01"), None),
    // New and taken up again within one year is new: 开复工 = 新开工 + 复工.
    (&["new 2022-01-05 recognised", "resume 2022-03-20 recognised"], None, Some(("new", "2022-01-05"))),
    (&["resume 2022-03-20 recognised"], Some("2022-01-05"), Some(("new", "2022-01-05"))),
];

#[test]
fn a_project_counts_as_the_rule_says() {
    for (starts, actual, expected) in CASES {
        let made: Vec<_> = starts.iter().map(|s| start(s)).collect();
        let found = opened(&made, actual.map(|d| d.parse().unwrap()), 2022, day("2022-03-28"));
        let found = found.map(|o| (o.kind.code(), o.on.to_string()));
        assert_eq!(found, expected.map(|(k, d)| (k, d.to_string())), "{starts:?} {actual:?}");
    }
}

#[test]
fn a_past_year_counts_to_its_end_and_a_coming_one_not_at_all() {
    let starts = [start("new 2021-12-31 recognised")];
    let of = |year| opened(&starts, None, year, day("2022-03-28")).map(|o| o.on);
    assert_eq!((of(2021), of(2022), of(2023)), (Some(day("2021-12-31")), None, None));
    assert_eq!(span(2023, day("2022-03-28")), None);
}

#[test]
fn the_database_counts_alike() {
    let db = Connection::open_in_memory().unwrap();
    db.execute_batch(
        "create table project (id text, started_actual text);
         create table start (project text, kind text, happened_on text, decision text);",
    )
    .unwrap();
    for (at, (starts, actual, _)) in CASES.iter().enumerate() {
        db.execute("insert into project values (?, ?)", rusqlite::params![at.to_string(), actual]).unwrap();
        for made in starts.iter().map(|s| start(s)) {
            let row =
                [at.to_string(), made.kind.code().into(), made.happened_on.to_string(), made.decision.code().into()];
            db.execute("insert into start values (?, ?, ?, ?)", row).unwrap();
        }
    }
    let row = count::PROJECT;
    let sql = format!("select {}, {} from project p order by rowid", row.begun(), row.opened());
    for (year, as_of) in [(2022, "2022-03-28"), (2021, "2022-03-28"), (2022, "2022-03-10"), (2023, "2022-03-28")] {
        let (from, to) = count::bounds(year, day(as_of));
        let mut statement = db.prepare(&sql).unwrap();
        let params = named_params! {":opened_from": from, ":opened_to": to};
        let read = |row: &rusqlite::Row<'_>| Ok([row.get(0)?, row.get(1)?]);
        let counted: Vec<[bool; 2]> = statement.query_map(params, read).unwrap().map(Result::unwrap).collect();
        for ((starts, actual, _), found) in CASES.iter().zip(counted) {
            let made: Vec<_> = starts.iter().map(|s| start(s)).collect();
            let rule = opened(&made, actual.map(|d| d.parse().unwrap()), year, day(as_of)).map(|o| o.kind);
            let expected = [rule == Some(StartKind::New), rule.is_some()];
            assert_eq!(found, expected, "{year} {as_of} {starts:?} {actual:?}");
        }
    }
}
