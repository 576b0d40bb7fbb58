//! What bad input gets: a clear refusal, soon and in little memory, or every row that can be read.

use crate::dice::{Made, raw, save, texts};
use crate::monthly::rows;
use rust_xlsxwriter::Workbook;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};
use zhuanban_core::error::FileProblem;
use zhuanban_core::job::Job;
use zhuanban_core::{Error, Result};
use zhuanban_office::{Corrections, FileKind, read};

fn problem(path: &Path) -> FileProblem {
    let began = Instant::now();
    let result = read(path, &Corrections::default(), &Job::default(), |_| Ok(()));
    assert!(began.elapsed() < Duration::from_secs(20), "{path:?} took {:?}", began.elapsed());
    match result {
        Err(Error::File { problem, .. }) => problem,
        other => panic!("{path:?}: {other:?}"),
    }
}

fn ledger() -> Made {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    texts(sheet, 0, &["序号", "项目名称", "建设单位", "总投资（万元）"]);
    texts(sheet, 1, &["1", "甲项目", "甲公司", "100"]);
    save(book)
}

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A compound file's head, with one name in UTF-16 somewhere behind.
fn compound(name: &str) -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.resize(1024, 0);
    bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(4096, 0);
    bytes
}

#[test]
fn files_that_are_no_ledgers_are_refused_by_what_they_are() {
    for (name, bytes, expected) in [
        ("a.xlsx", vec![], FileProblem::Empty),
        ("b.csv", b"\n\n,,\n".to_vec(), FileProblem::Empty),
        ("c.xlsx", compound("EncryptedPackage"), FileProblem::Password),
        ("d.xls", compound("Workbook\0"), FileProblem::Corrupt),
        ("e.xls", compound("WordDocument"), FileProblem::WrongKind),
        ("f.xls", b"<html><table><tr><td>1</td></tr></table></html>".to_vec(), FileProblem::WrongKind),
        ("g.xls", b"\xEF\xBB\xBF \n<!DOCTYPE html>".to_vec(), FileProblem::WrongKind),
        ("h.xlsx", zip(&[("word/document.xml", b"<w/>")]), FileProblem::WrongKind),
        ("i.xlsx", zip(&[("xl/workbook.bin", b"1")]), FileProblem::WrongKind),
        ("j.xlsx", zip(&[("xl/workbook.xml", b"<workbook")]), FileProblem::Corrupt),
        ("k.xlsx", b"PK\x03\x04 and then nothing".to_vec(), FileProblem::Corrupt),
        ("l.csv", b"%PDF-1.7".to_vec(), FileProblem::WrongKind),
        ("m.csv", vec![0; 5000], FileProblem::WrongKind),
        ("n.csv", "只有几个字\n没有表头\n".as_bytes().to_vec(), FileProblem::NoTable),
    ] {
        assert_eq!(problem(&raw(name, &bytes).path), expected, "{name}");
    }
    assert_eq!(problem(Path::new("/no/such/file.xlsx")), FileProblem::Missing);
    assert_eq!(problem(&std::env::temp_dir()), FileProblem::Unreadable);
}

#[test]
fn an_archive_that_would_blow_up_is_refused_before_it_does() {
    let zeros = vec![b' '; 120 << 20];
    let bomb = zip(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &zeros)]);
    assert_eq!(problem(&raw("bomb.xlsx", &bomb).path), FileProblem::Bomb);
}

#[test]
fn a_part_larger_than_it_says_is_refused() {
    let made = ledger();
    let mut bytes = std::fs::read(&made.path).unwrap();
    // The declared size stands in the central directory, 24 bytes into each entry; make every one small.
    let entries: Vec<usize> =
        bytes.windows(4).enumerate().filter(|(_, w)| *w == b"PK\x01\x02").map(|(at, _)| at).collect();
    for at in entries {
        bytes[at + 24..at + 28].copy_from_slice(&10_u32.to_le_bytes());
    }
    assert!(matches!(problem(&raw("lie.xlsx", &bytes).path), FileProblem::Bomb | FileProblem::Corrupt));
}

#[test]
fn every_cut_of_a_workbook_is_refused_without_a_panic() {
    let bytes = std::fs::read(&ledger().path).unwrap();
    for length in (4..bytes.len() - 30).step_by(97) {
        let made = raw("cut.xlsx", &bytes[..length]);
        assert!(
            matches!(problem(&made.path), FileProblem::Corrupt | FileProblem::WrongKind | FileProblem::Bomb),
            "{length}"
        );
    }
}

#[test]
fn the_content_tells_the_kind_whatever_the_name_says() {
    let made = ledger();
    let (rows_, understanding) = {
        let bytes = std::fs::read(&made.path).unwrap();
        rows(&raw("wrong.csv", &bytes))
    };
    assert_eq!((rows_.len(), understanding.kind), (1, FileKind::Xlsx));
    let (rows_, understanding) = rows(&raw("wrong.xlsx", "序号,项目名称,建设单位\n1,甲项目,甲公司\n".as_bytes()));
    assert_eq!((rows_.len(), understanding.kind), (1, FileKind::Csv));
}

#[test]
fn text_files_keep_their_rows_and_months() {
    let text = "\u{feff}单位：万元\n\n序号,项目名称,建设单位,总投资,计划开工时间\n1,\"甲项目\n（一期）\",\"甲\"\"公司\",\"1,200\",2022.1\n\n2,乙项目,乙公司,约3亿,2022年3月底前\n";
    let (rows, understanding) = rows(&raw("a.csv", text.as_bytes()));
    assert_eq!(rows.iter().map(|row| row.row).collect::<Vec<_>>(), [4, 6]);
    assert_eq!((rows[0].name.as_str(), rows[0].enterprise.as_deref()), ("甲项目（一期）", Some("甲\"公司")));
    assert_eq!(rows[0].start_planned.unwrap().to_string(), "2022-01-31/month");
    assert_eq!((rows[0].total.unwrap().yuan, rows[1].total.unwrap().yuan), (12_000_000, 300_000_000));
    assert!(rows[1].total.unwrap().approximate);
    assert_eq!(understanding.sheets[0].skipped[1].row, 2);
}

#[test]
fn wide_long_and_strange_cells_are_read() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    texts(sheet, 0, &["序号", "项目名称", "建设单位", "总投资（万元）", "备注"]);
    for column in 5..200 {
        sheet.write(0, column, format!("附加列{column}")).unwrap();
        sheet.write(1, column, column).unwrap();
    }
    texts(sheet, 1, &["1", "甲\u{1}项目", "甲\u{b}公司", "100", "备\u{2}注"]);
    let (rows_, understanding) = rows(&save(book));
    assert_eq!((rows_.len(), understanding.sheets[0].columns.len()), (1, 200));
    assert!(!rows_[0].name.contains('\u{1}') && !rows_[0].note.as_deref().unwrap().contains('\u{2}'));

    let long = "长".repeat(100_000);
    let text = format!("序号,项目名称,建设单位,备注\n1,甲项目,甲公司,{long}\n2,乙项目,乙公司,短\n");
    let (rows_, _) = rows(&raw("long.csv", text.as_bytes()));
    assert_eq!((rows_.len(), rows_[0].note.as_deref(), rows_[1].note.as_deref()), (2, None, Some("短")));
    assert_eq!(rows_[0].faults[0].cell, "D2");
}

#[test]
fn a_million_rows_stream_and_more_are_refused() {
    let mut text = String::from("序号,项目名称,建设单位,总投资（万元）\n");
    for number in 1..=1_000_000 {
        text.push_str(&format!("{number},项目{number},公司,1\n"));
    }
    let mut count = 0;
    let made = raw("million.csv", text.as_bytes());
    read(&made.path, &Corrections::default(), &Job::default(), |_| {
        count += 1;
        Ok(())
    })
    .unwrap();
    assert_eq!(count, 1_000_000);
    text.push_str(&"1,项目,公司,1\n".repeat(60_000));
    assert_eq!(problem(&raw("more.csv", text.as_bytes()).path), FileProblem::TooLarge);
}

#[test]
fn a_quote_that_is_never_closed_does_not_take_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("引号.csv");
    let mut text = String::from("项目名称,总投资（万元）\n甲项目,\"52000\n");
    while text.len() < 20 << 20 {
        text.push_str("乙项目,100\n");
    }
    std::fs::write(&path, text).unwrap();
    assert_eq!(problem(&path), FileProblem::Corrupt);
}

#[test]
fn a_cancelled_job_and_a_failing_sink_end_the_reading() {
    let text: String = std::iter::once("序号,项目名称,建设单位\n".to_string())
        .chain((1..5000).map(|n| format!("{n},项目{n},公司\n")))
        .collect();
    let made = raw("a.csv", text.as_bytes());
    let job = Job::default();
    let mut count = 0;
    let result = read(&made.path, &Corrections::default(), &job, |_| {
        count += 1;
        if count == 1000 {
            job.cancel();
        }
        Ok(())
    });
    assert!(matches!(result, Err(Error::Cancelled)) && count < 2000);
    let fail = |_| -> Result<()> { Err(Error::Internal("full".into())) };
    assert!(matches!(read(&made.path, &Corrections::default(), &Job::default(), fail), Err(Error::Internal(_))));
}
