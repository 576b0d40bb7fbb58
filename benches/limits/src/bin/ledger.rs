//! `ledger ROWS OUT.xlsx SEED`: a synthetic ledger of 30 columns with a title, a header of two rows, and data from row 4.

use limits::{Chance, HEAD_ROWS};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

type Result<T = ()> = std::result::Result<T, XlsxError>;

const GROUPS: [(&str, &[&str]); 5] = [
    (
        "基本信息",
        &["序号", "项目代码", "项目名称", "立项方式", "所属行业", "行业代码", "所属市州", "所属县区", "建设地点"],
    ),
    ("责任信息", &["建设单位", "统一社会信用代码", "责任部门", "包联领导", "联系电话"]),
    ("资金情况（万元）", &["总投资", "中央预算内", "地方配套", "银行贷款", "年度计划", "累计完成", "完成率"]),
    ("进度情况", &["项目阶段", "入库日期", "计划开工", "实际开工", "计划竣工"]),
    ("文字说明", &["建设内容及规模", "当前进展", "存在问题", "下一步安排"]),
];
const REGIONS: [(&str, &[(&str, &str)]); 5] = [
    ("武汉市", &[("江岸区", "420102"), ("洪山区", "420111"), ("黄陂区", "420116")]),
    ("黄石市", &[("西塞山区", "420203"), ("大冶市", "420281"), ("阳新县", "420222")]),
    ("宜昌市", &[("西陵区", "420502"), ("夷陵区", "420506"), ("宜都市", "420581")]),
    ("襄阳市", &[("襄城区", "420602"), ("枣阳市", "420683"), ("谷城县", "420625")]),
    ("荆门市", &[("东宝区", "420802"), ("钟祥市", "420881"), ("京山市", "420882")]),
];
const INDUSTRIES: [(&str, &str); 6] = [
    ("交通运输", "5442"),
    ("水利", "7610"),
    ("能源", "4415"),
    ("制造业", "3911"),
    ("农林牧渔", "0111"),
    ("仓储物流", "5990"),
];
const STAGES: [&str; 8] = ["谋划储备", "立项", "可研批复", "初步设计", "施工许可", "在建", "竣工验收", "建成投产"];
const KINDS: [&str; 3] = ["审批", "核准", "备案"];
const DEPARTMENTS: [&str; 6] =
    ["发展改革局", "自然资源和规划局", "生态环境局", "住房和城乡建设局", "交通运输局", "行政审批局"];
const SURNAMES: [&str; 12] = ["王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙"];
const GIVEN: [&str; 10] = ["伟", "芳", "敏", "静", "强", "磊", "洋", "艳", "建国", "志华"];
const PLACES: [&str; 8] = ["滨江", "汉水", "东湖", "临空", "高新", "开发区", "古城", "新区"];
const THINGS: [&str; 10] = [
    "污水处理厂",
    "快速通道",
    "产业园",
    "标准厂房",
    "水库除险加固",
    "光伏发电",
    "冷链仓储",
    "供水管网",
    "数据中心",
    "高标准农田",
];
const WORKS: [&str; 5] = ["新建", "改扩建", "提升改造", "一期", "二期"];
const FIRMS: [&str; 3] = ["建设投资有限公司", "城市发展集团有限公司", "产业发展有限责任公司"];
const SENTENCES: [&str; 14] = [
    "完成可行性研究报告编制并报送审查",
    "用地预审与选址意见书已取得",
    "环境影响评价报告正在公示",
    "主体结构施工过半",
    "施工图审查已通过",
    "招标公告已发布",
    "资金尚有缺口",
    "需省级部门协调用地指标",
    "林地占用手续未办结",
    "专项债券已申报",
    "施工单位已进场",
    "设备采购合同已签订",
    "建议由专班牵头每周调度",
    "下月完成施工许可办理",
];

struct Styles {
    day: Format,
    money: Format,
    rate: Format,
}

fn main() -> Result {
    let args: Vec<String> = std::env::args().collect();
    let [_, rows, out, seed] = args.as_slice() else { panic!("ledger ROWS OUT.xlsx SEED") };
    let (rows, seed) = (rows.parse().expect("a number of rows"), seed.parse().expect("a seed"));
    let mut book = Workbook::new();
    let sheet = book.add_worksheet_with_low_memory()?;
    sheet.set_name("项目台账")?;
    head(sheet)?;
    let styles = Styles {
        day: Format::new().set_num_format("yyyy-mm-dd"),
        money: Format::new().set_num_format("#,##0.00"),
        rate: Format::new().set_num_format("0.00%"),
    };
    let mut chance = Chance::new(seed);
    for row in 0..rows {
        project(sheet, HEAD_ROWS + row, &mut chance, &styles)?;
    }
    book.save(out)
}

fn head(sheet: &mut Worksheet) -> Result {
    let style = Format::new().set_bold();
    sheet.merge_range(0, 0, 0, 29, "重大投资项目推进台账（合成测试数据）", &style)?;
    let mut column = 0;
    for (group, heads) in GROUPS {
        let last = column + u16::try_from(heads.len()).expect("a few") - 1;
        sheet.merge_range(1, column, 1, last, group, &style)?;
        column = last + 1;
    }
    for (column, name) in (0..).zip(GROUPS.iter().flat_map(|(_, heads)| *heads)) {
        sheet.write_string_with_format(2, column, *name, &style)?;
    }
    Ok(())
}

fn project(sheet: &mut Worksheet, row: u32, chance: &mut Chance, styles: &Styles) -> Result {
    let (region, counties) = *chance.pick(&REGIONS);
    let (county, code) = *chance.pick(counties);
    let (industry, industry_code) = *chance.pick(&INDUSTRIES);
    let (place, thing) = (*chance.pick(&PLACES), *chance.pick(&THINGS));
    let in_year = chance.whole(2021, 2025);
    let month = chance.whole(1, 12);
    let kind = chance.whole(1, 5);
    let texts = [
        (1, format!("{:02}{month:02}-{code}-04-{kind:02}-{:06}", in_year % 100, chance.whole(0, 999_999))),
        (2, format!("{region}{county}{place}{thing}{}项目（第{}标段）", chance.pick(&WORKS), row - HEAD_ROWS + 1)),
        (3, (*chance.pick(&KINDS)).into()),
        (4, industry.into()),
        (5, industry_code.into()),
        (6, region.into()),
        (7, county.into()),
        (8, format!("{county}{place}大道{}号", chance.whole(1, 999))),
        (9, format!("{place}{}", chance.pick(&FIRMS))),
        (10, credit_code(code, chance.whole(0, 999_999))),
        (11, (*chance.pick(&DEPARTMENTS)).into()),
        (12, format!("{}{}", chance.pick(&SURNAMES), chance.pick(&GIVEN))),
        (13, format!("138{:08}", chance.whole(0, 99_999_999))),
    ];
    sheet.write_number(row, 0, f64::from(row - HEAD_ROWS + 1))?;
    for (column, text) in texts {
        sheet.write_string(row, column, text)?;
    }
    let stage = usize::try_from(chance.whole(0, 7)).expect("eight stages");
    money(sheet, row, chance, styles, stage)?;
    sheet.write_string(row, 21, STAGES[stage])?;
    days(sheet, row, chance, styles, in_year, stage)?;
    for (column, most) in [(26, 120), (27, 120), (28, 120), (29, 80)] {
        sheet.write_string(row, column, words(chance, most))?;
    }
    Ok(())
}

fn money(sheet: &mut Worksheet, row: u32, chance: &mut Chance, styles: &Styles, stage: usize) -> Result {
    let total = 500.0 + 200_000.0 * chance.unit().powi(4);
    let rate = if stage < 4 { 0.0 } else { chance.unit() };
    let parts = [1.0, 0.2 * chance.unit(), 0.3 * chance.unit(), 0.5 * chance.unit(), 0.4 * chance.unit(), rate];
    for (column, part) in (14..).zip(parts) {
        sheet.write_number_with_format(row, column, (total * part * 100.0).round() / 100.0, &styles.money)?;
    }
    sheet.write_number_with_format(row, 20, (rate * 10_000.0).round() / 10_000.0, &styles.rate)?;
    Ok(())
}

fn days(sheet: &mut Worksheet, row: u32, chance: &mut Chance, styles: &Styles, year: i64, stage: usize) -> Result {
    let years = [Some(year), Some(year + 1), (stage >= 5).then_some(year + 1), Some(year + 3)];
    for (column, year) in (22..).zip(years) {
        let Some(year) = year else { continue };
        let (year, month, day) = (year as u16, chance.whole(1, 12) as u8, chance.whole(1, 28) as u8);
        sheet.write_datetime_with_format(row, column, ExcelDateTime::from_ymd(year, month, day)?, &styles.day)?;
    }
    Ok(())
}

/// Sentences, joined, up to `most` characters.
fn words(chance: &mut Chance, most: usize) -> String {
    let mut out = String::new();
    let wanted = usize::try_from(chance.whole(20, i64::try_from(most).expect("small"))).expect("positive");
    while out.chars().count() < wanted {
        out.push_str(chance.pick::<&str>(&SENTENCES));
        out.push('，');
    }
    out.chars().take(wanted).chain(['。']).collect()
}

/// A 统一社会信用代码 whose two check characters are right (GB 11714, GB 32100); its body is nobody's.
fn credit_code(region: &str, number: i64) -> String {
    const SET: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    let body = format!("YY{number:06}");
    let value = |c: u8| u32::from(if c.is_ascii_digit() { c - b'0' } else { c - b'A' + 10 });
    let sum: u32 = body.bytes().zip([3, 7, 9, 10, 5, 8, 4, 2]).map(|(c, weight)| value(c) * weight).sum();
    let inner = match 11 - sum % 11 {
        10 => "X".into(),
        11 => "0".into(),
        digit => digit.to_string(),
    };
    let text = format!("91{region}{body}{inner}");
    let at = |c: u8| SET.iter().position(|s| *s == c).expect("a character of the set");
    let (sum, _) = text.bytes().fold((0, 1), |(sum, weight), c| (sum + at(c) * weight, weight * 3 % 31));
    format!("{text}{}", char::from(SET[(31 - sum % 31) % 31]))
}
