//! S9, a yearly plan that came from a PDF: totals first, repeated page heads, 其中 lines, projects broken by the page.

use crate::dice::{Dice, merge, save, texts};
use crate::monthly::rows;
use rust_xlsxwriter::Workbook;
use zhuanban_office::LineKind;

const HEAD: [&str; 9] = [
    "序号",
    "项目名称",
    "建设地点",
    "建设内容及规模",
    "建设年限",
    "总投资（亿元）",
    "2023年计划投资（亿元）",
    "责任单位",
    "备注",
];

#[test]
fn a_plan_from_a_pdf_comes_back_without_its_debris() {
    for seed in 1..=10 {
        let mut dice = Dice(seed * 77);
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        merge(sheet, (0, 0), (0, 8), "附件：2023年市重点项目名单（共252个，总投资3000亿元，年度计划投资317亿元）");
        texts(sheet, 1, &HEAD);
        texts(sheet, 3, &["一、省重点"]);
        texts(sheet, 4, &["（一）续建项目"]);
        let (mut at, mut sum, mut plan, mut names, mut parts, mut page) = (5, 0_i64, 0_i64, Vec::new(), 0, 1);
        for number in 1..=30 {
            if number % 11 == 0 {
                texts(sheet, at, &["", &format!("— {page} —")]);
                texts(sheet, at + 1, &HEAD);
                (at, page) = (at + 2, page + 1);
            }
            if number == 16 {
                texts(sheet, at, &["二、市重点"]);
                at += 1;
            }
            let name = dice.project(number);
            let (total, year) = (dice.roll(90_000) as i64, dice.roll(9_000) as i64);
            let shown = format!("{} {}.{:04}", total / 100_000, total / 10_000 % 10, total % 10_000);
            let shown = if dice.roll(2) == 0 {
                format!("{}.{:04}", total / 10_000, total % 10_000)
            } else {
                shown.trim_start_matches("0 ").to_string()
            };
            let cut = name.char_indices().nth(4).unwrap().0;
            let broken = dice.roll(5) == 0;
            let first = if broken { &name[..cut] } else { name.as_str() };
            let plan_shown = format!("{}.{:04}", year / 10_000, year % 10_000);
            texts(
                sheet,
                at,
                &[
                    &number.to_string(),
                    first,
                    "泰安市岱岳区",
                    "新建厂房6万平方米，",
                    "2022一2024",
                    &shown,
                    &plan_shown,
                    "区工信局",
                ],
            );
            at += 1;
            if broken {
                texts(sheet, at, &["", &name[cut..], "", "购置设备186台"]);
                at += 1;
            } else if dice.roll(6) == 0 {
                texts(sheet, at, &["", "其中：一期工程", "泰安市岱岳区", "厂房", "", "0.5", "0.1"]);
                (at, parts) = (at + 1, parts + 1);
            }
            (sum, plan) = (sum + total, plan + year);
            names.push((name, total * 10_000, broken));
        }
        texts(
            sheet,
            2,
            &[
                "",
                "合计（30个）",
                "",
                "",
                "",
                &format!("{}.{:04}", sum / 10_000, sum % 10_000),
                &format!("{}.{:04}", plan / 10_000, plan % 10_000),
            ],
        );
        texts(sheet, at, &["注：①以上项目动态调整。"]);

        let (rows, understanding) = rows(&save(book));
        let projects: Vec<_> = rows.iter().filter(|row| !row.part).collect();
        assert_eq!(projects.len(), 30, "seed {seed}: {:?}", rows.iter().map(|r| (r.row, &r.name)).collect::<Vec<_>>());
        for (row, (name, yuan, broken)) in projects.iter().zip(&names) {
            assert!(row.total.is_some(), "{row:?}");
            assert_eq!((&row.name, row.total.unwrap().yuan, row.lines > 1), (name, *yuan, *broken), "seed {seed}");
            assert_eq!(
                row.content.as_deref(),
                Some(if *broken {
                    "新建厂房6万平方米，购置设备186台"
                } else {
                    "新建厂房6万平方米，"
                })
            );
            assert_eq!(row.region.as_deref(), Some("泰安市岱岳区"));
            assert!(row.faults.is_empty(), "{:?}", row.faults);
        }
        assert_eq!(projects[0].groups, ["一、省重点", "（一）续建项目"]);
        assert_eq!(projects[29].groups, ["二、市重点"]);
        assert_eq!(rows.iter().filter(|row| row.part).count(), parts);
        let sheet = &understanding.sheets[0];
        assert!(sheet.totals.len() == 3 && sheet.totals.iter().all(|check| check.agrees()), "{:?}", sheet.totals);
        let headers = sheet.skipped.iter().filter(|line| line.kind == LineKind::Header).count();
        assert_eq!(headers, 2);
    }
}
