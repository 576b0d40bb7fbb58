//! What the officer corrects wins over what was understood.

use crate::dice::{Made, raw};
use zhuanban_core::job::Job;
use zhuanban_office::understand::{ColumnChoice, RowSpan, SheetCorrections, UnitFrom};
use zhuanban_office::value::money::MoneyUnit;
use zhuanban_office::{Corrections, Field, LineKind, ReadRow, Understanding, dry_run, read};

const TEXT: &str =
    "台账\n序号,项目名称,建设单位,金额,区里的想法\n1,甲项目,甲公司,5,尽快开工\n2,乙项目,乙公司,7,再等等\n";

fn made() -> Made {
    raw("a.csv", TEXT.as_bytes())
}

fn with(own: SheetCorrections) -> (Vec<ReadRow>, Understanding) {
    let corrections = Corrections { sheets: [(String::new(), own)].into(), ..Corrections::default() };
    let mut rows = Vec::new();
    let understanding = read(&made().path, &corrections, &Job::default(), |row| {
        rows.push(row);
        Ok(())
    })
    .unwrap();
    (rows, understanding)
}

fn choice(field: Field, unit: Option<&str>) -> ColumnChoice {
    ColumnChoice { field, detail: None, unit: unit.map(str::to_string) }
}

#[test]
fn columns_units_lines_and_headers_can_be_corrected() {
    let columns = [(3, choice(Field::Total, None)), (4, choice(Field::NextStep, None))];
    let own = SheetCorrections { columns: columns.into(), unit: Some(MoneyUnit::Yi), ..SheetCorrections::default() };
    let (rows, understanding) = with(own);
    assert_eq!((rows[0].total.unwrap().yuan, rows[0].next_step.as_deref()), (500_000_000, Some("尽快开工")));
    assert_eq!(understanding.sheets[0].unit_from, UnitFrom::Corrected);

    let own =
        SheetCorrections { columns: [(3, choice(Field::Total, Some("万元")))].into(), ..SheetCorrections::default() };
    assert_eq!(with(own).0[1].total.unwrap().yuan, 70_000);

    let own =
        SheetCorrections { lines: [(3, LineKind::Note), (4, LineKind::Part)].into(), ..SheetCorrections::default() };
    let (rows, understanding) = with(own);
    assert_eq!((rows.len(), rows[0].part, understanding.sheets[0].counts.parts), (1, true, 1));
}

#[test]
fn the_header_can_be_given_by_hand() {
    let text = "说明,项目名称,建设单位,总投资（万元）\n序号,名称,公司名称,总投资（亿元）\n1,甲项目,甲公司,5\n";
    let own = SheetCorrections { header: Some(RowSpan { first: 2, last: 2 }), ..SheetCorrections::default() };
    let corrections = Corrections { sheets: [(String::new(), own)].into(), ..Corrections::default() };
    let read = dry_run(&raw("a.csv", text.as_bytes()).path, &corrections).unwrap();
    assert_eq!((read.rows.len(), read.rows[0].money["total_yuan"], read.skipped.len()), (1, 500_000_000, 1));
}

#[test]
fn a_senders_headings_hold_where_columns_moved() {
    let corrections = Corrections {
        headings: [("区里的想法".to_string(), choice(Field::NextStep, None))].into(),
        ..Corrections::default()
    };
    let moved = raw("b.csv", "序号,区里的想法,项目名称,建设单位\n1,尽快开工,甲项目,甲公司\n".as_bytes());
    let read = dry_run(&moved.path, &corrections).unwrap();
    assert_eq!(read.rows[0].texts["next_step"], "尽快开工");
}

#[test]
fn corrections_and_understanding_are_json() {
    let own = SheetCorrections {
        read: Some(false),
        lines: [(3, LineKind::Continuation)].into(),
        unit: Some(MoneyUnit::Wan),
        ..SheetCorrections::default()
    };
    let corrections = Corrections { sheets: [("5月".to_string(), own)].into(), ..Corrections::default() };
    let json = serde_json::to_string(&corrections).unwrap();
    assert_eq!(serde_json::from_str::<Corrections>(&json).unwrap(), corrections);
    assert_eq!(serde_json::from_str::<Corrections>("{}").unwrap(), Corrections::default());
    let (_, understanding) = with(SheetCorrections::default());
    let json = serde_json::to_value(&understanding).unwrap();
    assert_eq!(json["sheets"][0]["columns"][1]["field"], "name");
    assert_eq!(json["sheets"][0]["grid"][0]["kind"], "title");
}
