//! S9, a yearly plan that came from a PDF: totals first, repeated page heads, 其中 lines, projects broken by the page.

use crate::dice::{Dice, merge, save, texts};
use crate::monthly::rows;
use rust_xlsxwriter::{Workbook, Worksheet};
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

/// A plan as it was written, and what must come back.
#[derive(Default)]
struct Plan {
    at: u32,
    page: u32,
    sum: i64,
    plan: i64,
    /// Name, 元, and whether the page broke it.
    projects: Vec<(String, i64, bool)>,
    parts: usize,
}

impl Plan {
    fn write(sheet: &mut Worksheet, dice: &mut Dice) -> Self {
        let mut plan = Self { at: 5, page: 1, ..Self::default() };
        merge(sheet, (0, 0), (0, 8), "附件：2023年市重点项目名单（共252个，总投资3000亿元，年度计划投资317亿元）");
        texts(sheet, 1, &HEAD);
        texts(sheet, 3, &["一、省重点"]);
        texts(sheet, 4, &["（一）续建项目"]);
        for number in 1..=30 {
            plan.page(sheet, number);
            plan.project(sheet, dice, number);
        }
        let (sum, year) = (wan(plan.sum), wan(plan.plan));
        texts(sheet, 2, &["", "合计（30个）", "", "", "", &sum, &year]);
        texts(sheet, plan.at, &["注：①以上项目动态调整。"]);
        plan
    }

    /// The foot of a page, the head of the next, and the second group half-way.
    fn page(&mut self, sheet: &mut Worksheet, number: u32) {
        if number.is_multiple_of(11) {
            texts(sheet, self.at, &["", &format!("— {} —", self.page)]);
            texts(sheet, self.at + 1, &HEAD);
            (self.at, self.page) = (self.at + 2, self.page + 1);
        }
        if number == 16 {
            texts(sheet, self.at, &["二、市重点"]);
            self.at += 1;
        }
    }

    fn project(&mut self, sheet: &mut Worksheet, dice: &mut Dice, number: u32) {
        let name = dice.project(number as usize);
        let (total, year) = (dice.roll(90_000) as i64, dice.roll(9_000) as i64);
        let spaced = format!("{} {}.{:04}", total / 100_000, total / 10_000 % 10, total % 10_000);
        let shown = if dice.roll(2) == 0 { wan(total) } else { spaced.trim_start_matches("0 ").to_string() };
        let cut = name.char_indices().nth(4).unwrap().0;
        let broken = dice.roll(5) == 0;
        let first = if broken { &name[..cut] } else { name.as_str() };
        let (serial, plan) = (number.to_string(), wan(year));
        let cells = [&serial, first, "泰安市岱岳区", "新建厂房6万平方米，", "2022一2024", &shown, &plan, "区工信局"];
        texts(sheet, self.at, &cells);
        self.at += 1;
        if broken {
            texts(sheet, self.at, &["", &name[cut..], "", "购置设备186台"]);
            self.at += 1;
        } else if dice.roll(6) == 0 {
            texts(sheet, self.at, &["", "其中：一期工程", "泰安市岱岳区", "厂房", "", "0.5", "0.1"]);
            (self.at, self.parts) = (self.at + 1, self.parts + 1);
        }
        (self.sum, self.plan) = (self.sum + total, self.plan + year);
        self.projects.push((name, total * 10_000, broken));
    }
}

/// 万元 as 亿元 with four decimals.
fn wan(amount: i64) -> String {
    format!("{}.{:04}", amount / 10_000, amount % 10_000)
}

#[test]
fn a_plan_from_a_pdf_comes_back_without_its_debris() {
    for seed in 1..=10 {
        let mut book = Workbook::new();
        let plan = Plan::write(book.add_worksheet(), &mut Dice(seed * 77));
        let (rows, understanding) = rows(&save(book));
        let projects: Vec<_> = rows.iter().filter(|row| !row.part).collect();
        assert_eq!(projects.len(), 30, "seed {seed}: {:?}", rows.iter().map(|r| (r.row, &r.name)).collect::<Vec<_>>());
        for (row, (name, yuan, broken)) in projects.iter().zip(&plan.projects) {
            assert!(row.total.is_some(), "{row:?}");
            assert_eq!((&row.name, row.total.unwrap().yuan, row.lines > 1), (name, *yuan, *broken), "seed {seed}");
            let content =
                if *broken { "新建厂房6万平方米，购置设备186台" } else { "新建厂房6万平方米，" };
            assert_eq!(row.content.as_deref(), Some(content));
            assert_eq!(row.region.as_deref(), Some("泰安市岱岳区"));
            assert!(row.faults.is_empty(), "{:?}", row.faults);
        }
        assert_eq!(projects[0].groups, ["一、省重点", "（一）续建项目"]);
        assert_eq!(projects[29].groups, ["二、市重点"]);
        assert_eq!(rows.iter().filter(|row| row.part).count(), plan.parts);
        let sheet = &understanding.sheets[0];
        assert!(sheet.totals.len() == 3 && sheet.totals.iter().all(|check| check.agrees()), "{:?}", sheet.totals);
        let headers = sheet.skipped.iter().filter(|line| line.kind == LineKind::Header).count();
        assert_eq!(headers, 2);
    }
}
