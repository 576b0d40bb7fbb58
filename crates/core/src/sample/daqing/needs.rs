//! 大庆市's needs of elements: overdue, due within days, on the way, and met.

use super::super::maker::{Maker, Wanted};
use super::{Line, Units};
use crate::error::Result;
use crate::project::{Project, Stage};

/// Needs in turn: element, what, unit, required, delivered (thousandths), needed by, the unit that answers.
type Turn = (&'static str, &'static str, &'static str, i64, i64, &'static str, &'static str);

const TURNS: &[Turn] = &[
    ("用地", "二期新增建设用地指标", "亩", 172_000, 0, "2022-03-20", "自然资源局"),
    ("用电", "厂区用电报装", "千伏安", 8_000_000, 0, "2022-03-30", "供电公司"),
    ("融资", "项目贷款", "万元", 30_000_000, 15_000_000, "2022-04-29", "工行"),
    ("用工", "焊工、电工和操作工", "人", 260_000, 156_000, "2022-05-31", "人社局"),
    ("用水", "日供水", "吨", 800_000, 800_000, "2022-03-15", "水务集团"),
    ("用地", "场地清表", "亩", 96_000, 96_000, "2022-02-28", "自然资源局"),
    ("融资", "流动资金贷款", "万元", 6_000_000, 0, "2022-04-15", "龙江银行"),
    ("环境容量", "氮氧化物总量指标", "吨", 18_000, 0, "2022-03-31", "生态环境局"),
    ("用能", "年综合能耗指标", "吨标准煤", 12_000_000, 4_000_000, "2022-05-20", "发改委"),
    ("物流交通", "厂区外道路硬化", "公里", 1_800, 0, "2022-05-31", "交通局"),
    ("用气", "日用天然气", "立方米", 20_000_000, 20_000_000, "2022-03-10", "燃气公司"),
    ("政策", "设备补贴兑现", "万元", 1_200_000, 0, "2022-04-01", "工信局"),
];

pub fn fill(maker: &Maker, lines: &[Line], made: &[Project], units: &Units) -> Result<()> {
    maker.on("2022-03-24", "matter_save", "要素需求", |s| {
        let mut turn = 0;
        for (at, (line, project)) in lines.iter().zip(made).enumerate() {
            if !(Stage::Signed..Stage::Operating).contains(&line.stage) {
                continue;
            }
            // One project in three wants nothing, the others one thing or two.
            for _ in 0..at % 3 {
                let (element, content, unit, required, delivered, need_by, department) = TURNS[turn % TURNS.len()];
                turn += 1;
                let met = delivered >= required;
                s.need(
                    project.id,
                    &Wanted {
                        element,
                        content,
                        unit,
                        required,
                        delivered,
                        need_by: Some(need_by),
                        raised_on: "2022-02-21",
                        closed_on: met.then_some("2022-03-18"),
                        promised_on: (turn % 4 == 0 && !met).then_some("2022-04-08"),
                        source: Some("走访"),
                        department: units.of(department),
                    },
                )?;
            }
        }
        let joint = made[0].id;
        for (element, content) in
            [("用电", "配套建设电力线路"), ("基础设施", "配套建设火炬和蒸汽管线"), ("原料", "签订原料供应协议")]
        {
            let element = if element == "基础设施" { "其他" } else { element };
            s.need(
                joint,
                &Wanted {
                    element,
                    content,
                    raised_on: "2021-11-12",
                    closed_on: (element == "原料").then_some("2022-02-16"),
                    need_by: Some("2022-06-30"),
                    source: Some("企业"),
                    ..Wanted::default()
                },
            )?;
        }
        Ok(())
    })
}
