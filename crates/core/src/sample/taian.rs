//! 泰安市 2023: thirteen chains with their task forces, 15 departments and 10 banks, and the needs taken at the fair of 13 June:
//! 116 (77 settled there, 39 with a solution) and, apart, 153 of money (82 and 71) (`systems.md` A25–A27, A32).

use super::chance::{Chance, split};
use super::extras;
use super::maker::{Maker, Sheet, Told, Wanted, Who, exact};
use super::words::{self, Names};
use crate::approval::state::State;
use crate::error::Result;
use crate::id::DepartmentId;
use crate::people::{Level, Office, Role, UnitKind};
use crate::project::column::Column;
use crate::project::{Carried, Nature, Project, Stage};
use crate::time::Day;

const WAN: i64 = 10_000;
/// Where the needs of the fair come from.
const FAIR: &str = "6月13日要素保障大集";

/// The first four are named.
const CHAINS: &[&str] = &[
    "医药及医疗器械",
    "汽车及零部件",
    "输变电装备及电线电缆",
    "特色金属材料",
    "高端化工",
    "新型建材",
    "纺织服装",
    "食品饮料",
    "新能源",
    "矿山装备",
    "电子信息",
    "绿色储能",
    "节能环保",
];

const COUNTIES: &[&str] = &["370902", "370911", "370982", "370983", "370921", "370923"];

const DEPARTMENTS: &[(&str, &str)] = &[
    ("泰安市发展和改革委员会", "发改委"),
    ("泰安市科学技术局", "科技局"),
    ("泰安市工业和信息化局", "工信局"),
    ("泰安市财政局", "财政局"),
    ("泰安市人力资源和社会保障局", "人社局"),
    ("泰安市自然资源和规划局", "自规局"),
    ("泰安市生态环境局", "生态环境局"),
    ("泰安市住房和城乡建设局", "住建局"),
    ("泰安市交通运输局", "交通局"),
    ("泰安市水利局", "水利局"),
    ("泰安市商务局", "商务局"),
    ("泰安市应急管理局", "应急局"),
    ("泰安市行政审批服务局", "审批局"),
    ("泰安市市场监督管理局", "市场监管局"),
    ("泰安市地方金融监督管理局", "金融局"),
];

const BANKS: &[&str] = &[
    "中国工商银行",
    "中国农业银行",
    "中国银行",
    "中国建设银行",
    "交通银行",
    "中国邮政储蓄银行",
    "齐鲁银行",
    "泰安银行",
    "兴业银行",
    "浦发银行",
];

/// What the article names: name, firm, chain, county, stage, 万元.
const NAMED: &[(&str, &str, &str, &str, Stage, i64)] = &[
    ("泰山药谷产业园项目", "泰安泰山药谷发展有限公司", CHAINS[0], "370911", Stage::Building, 120_000),
    ("吉利远程本途新能源商用车项目", "山东本途新能源汽车有限公司", CHAINS[1], "370982", Stage::Operating, 260_000),
    ("双百万变压器智能化改造项目", "山东泰开变压器有限公司", CHAINS[2], "370902", Stage::Operating, 58_000),
    ("极薄冷轧板生产车间项目", "山东盛德大业新材料科技有限公司", CHAINS[3], "370983", Stage::Building, 86_000),
    ("舜通重工智能装备产业园项目", "华通重工有限公司", CHAINS[9], "370911", Stage::Preparing, 95_000),
    (
        "国家先进印染技术创新中心产业基地项目",
        "泰安市泰山区财源投资集团有限公司",
        CHAINS[6],
        "370902",
        Stage::Building,
        110_000,
    ),
];
const PROJECTS: usize = 78;

/// Elements asked for at the fair beside money, with the department that answers.
const ASKED: &[(&str, &str, &str)] = &[
    ("用地", "新增建设用地指标", "自规局"),
    ("审批", "施工许可和规划许可办理", "审批局"),
    ("用能", "年综合能耗指标", "发改委"),
    ("环境容量", "挥发性有机物总量指标", "生态环境局"),
    ("用工", "技术工人招聘", "人社局"),
    ("用水", "供水管网接入", "水利局"),
    ("政策", "技改补贴申报", "工信局"),
    ("科技", "创新平台认定", "科技局"),
    ("安全环保", "安全条件审查", "应急局"),
    ("物流交通", "厂外道路开口", "交通局"),
    ("市场", "产品认证和检测", "市场监管局"),
];

pub fn fill(maker: &Maker) -> Result<()> {
    let (mut chance, mut names) = (Chance::new(441), Names::default());
    let started =
        maker.start("2022-07-01", "王敏", "泰安市新型工业化强市建设推进委员会办公室", Level::City, "370900")?;
    let units = maker.on("2022-07-01", "department_save", "要素保障部门和金融机构", units)?;
    let heads = maker.on("2022-07-04", "person_save", "链长和关企协调员", |s| {
        chain_offices(s, started.office)?;
        heads(s, &mut chance, &mut names)
    })?;
    let made = maker.on("2023-01-16", "ledger_import", "2023年重点工业项目.xlsx", |s| {
        write(s, &heads, &mut names, &mut chance)
    })?;
    maker.on("2023-04-20", "matter_save", "链专班协调事项", |s| chain_help(s, &made, &units, &mut chance))?;
    maker.on("2023-06-13", "matter_save", FAIR, |s| fair(s, &made, &units, &mut chance))?;
    maker.on("2023-06-20", "approval_step", "五证合一", |s| certificates(s, &made))?;
    reports(maker, &made, &mut chance)?;
    maker.on("2023-07-03", "view_save", "视图", |s| extras::view(s, "按产业链", vec![], Some(Column::Chain)))
}

struct Units {
    departments: Vec<(&'static str, DepartmentId)>,
    banks: Vec<DepartmentId>,
}

fn units(s: &mut Sheet<'_, '_>) -> Result<Units> {
    let (mut departments, mut banks) = (vec![], vec![]);
    for (at, (name, short)) in DEPARTMENTS.iter().enumerate() {
        let kind = if name.ends_with("审批服务局") { UnitKind::ApprovalBureau } else { UnitKind::Government };
        departments.push((*short, s.unit(name, short, kind, i64::try_from(at + 1).unwrap_or(0))?));
    }
    for (at, name) in BANKS.iter().enumerate() {
        banks.push(s.unit(&format!("{name}泰安分行"), "", UnitKind::Bank, i64::try_from(at + 50).unwrap_or(0))?);
    }
    Ok(Units { departments, banks })
}

fn chain_offices(s: &mut Sheet<'_, '_>, parent: crate::id::OfficeId) -> Result<()> {
    for chain in CHAINS {
        s.w.put_new(Office {
            id: s.w.new_id(),
            office: s.w.office()?,
            name: format!("泰安市{chain}产业链专班"),
            level: Level::Chain,
            region: Some("370900".into()),
            parent: Some(parent),
        })?;
    }
    Ok(())
}

/// A head for each chain.
fn heads(s: &mut Sheet<'_, '_>, chance: &mut Chance, names: &mut Names) -> Result<Vec<Who>> {
    s.person(&names.person(chance), None, "总链长", 1)?;
    let mut heads = vec![];
    for (at, chain) in CHAINS.iter().enumerate() {
        let who =
            s.person(&names.person(chance), None, &format!("{chain}产业链链长"), i64::try_from(at + 2).unwrap_or(0))?;
        s.phone(who.id.0, &who.name, "链长", 7300 + at * 9)?;
        heads.push(who);
    }
    Ok(heads)
}

fn write(s: &mut Sheet<'_, '_>, heads: &[Who], names: &mut Names, chance: &mut Chance) -> Result<Vec<Project>> {
    let list = s.list("重点工业项目", 2023, "泰工推办发〔2023〕2号", Level::City, 1)?;
    let mut made = vec![];
    for at in 0..PROJECTS {
        let named = NAMED.get(at);
        let class = if at % 4 == 0 { "emerging" } else { "industrial" };
        let (name, brand, product) = names.project(chance, class);
        let county = named.map_or_else(|| *chance.pick(COUNTIES), |n| n.3);
        let firm = named.map_or_else(|| words::firm("泰安", brand, class), |n| n.1.to_string());
        let enterprise = names.firm(s, &firm, county)?;
        let chain = named.map_or_else(|| CHAINS[at % CHAINS.len()], |n| n.2);
        let total = named.map_or_else(|| chance.between(80, 900) * 100, |n| n.5);
        let stage = named.map_or_else(
            || {
                *chance.pick(&[
                    Stage::Signed,
                    Stage::Preparing,
                    Stage::Land,
                    Stage::Started,
                    Stage::Building,
                    Stage::Operating,
                ])
            },
            |n| n.4,
        );
        let mut project = Project {
            name: named.map_or(name, |n| n.0.to_string()),
            region: Some(county.into()),
            enterprise: Some(enterprise),
            industry: Some(product.industry.clone()),
            scale: named.is_none().then(|| product.scale.clone()),
            chain: Some(chain.into()),
            tags: Some(words::tags(class).into()),
            nature: Some(Nature::NewBuild),
            carried: Some(if stage < Stage::Building { Carried::New } else { Carried::Continued }),
            stage,
            total: Some(total * WAN),
            plan_year: Some(2023),
            plan: Some(total * 3 / 10 / 10 * 10 * WAN),
            started_planned: Day::month(2023, 8, true).filter(|_| stage < Stage::Started),
            started_actual: exact(&format!("2023-{:02}-{:02}", chance.between(1, 5), chance.between(1, 28)))
                .filter(|_| stage >= Stage::Started),
            responsible_unit: crate::region::by_code(county).map(|r| format!("{}人民政府", r.name)),
            position: i64::try_from(at + 1).ok(),
            ..Project::default()
        };
        milestones(&mut project);
        let project = s.project(project)?;
        s.enlist(project.id, list, at + 1, Some(chain))?;
        let head = CHAINS.iter().position(|c| *c == chain).unwrap_or(0);
        s.duty(project.id, Role::ChainHead, &heads[head], "2023-01-16")?;
        made.push(project);
    }
    Ok(made)
}

/// The days the article tells of its projects.
fn milestones(project: &mut Project) {
    if project.name.starts_with("吉利") {
        // Four months to the contract, begun in its month, the first vehicle at the end of the year.
        project.tags = Some("工业\n一号项目".into());
        (project.negotiating_actual, project.signed_actual) = (exact("2022-02-10"), exact("2022-06-10"));
        (project.started_actual, project.operating_actual) = (exact("2022-06-28"), exact("2022-12-26"));
        project.first_product_actual = exact("2022-12-28");
    }
    if project.name.starts_with("双百万") {
        project.nature = Some(Nature::Upgrade);
        (project.conceived_actual, project.started_actual) = (exact("2022-01-18"), exact("2022-05-12"));
        project.operating_actual = exact("2022-12-08");
    }
    if project.name.starts_with("泰山药谷") {
        (project.preparing_actual, project.started_actual) = (exact("2022-06-15"), exact("2022-11-08"));
    }
}

/// What the chains' task forces solved, among it the money of one chain: nearly 16亿元 by three means.
fn chain_help(s: &mut Sheet<'_, '_>, made: &[Project], units: &Units, chance: &mut Chance) -> Result<()> {
    let solved = |element: &'static str, content: &'static str| Wanted {
        element,
        content,
        raised_on: "2022-08-02",
        closed_on: Some("2023-03-20"),
        source: Some("产业链专班"),
        ..Wanted::default()
    };
    for (element, content) in [
        ("融资", "药谷公司注资"),
        ("用地", "土地清表"),
        ("用地", "土地过户"),
        ("审批", "规划设计"),
        ("政策", "换开专用发票"),
        ("政策", "政策扶持"),
    ] {
        s.need(made[0].id, &solved(element, content))?;
    }
    for (element, content) in [("环境容量", "排放指标调剂"), ("审批", "环评办理")] {
        s.need(made[2].id, &solved(element, content))?;
    }
    let metal: Vec<&Project> = made.iter().filter(|p| p.chain.as_deref() == Some(CHAINS[3])).collect();
    let weights: Vec<i64> = metal.iter().map(|_| chance.between(3, 9)).collect();
    // With the 6000 万元 of the lease 15.9亿元.
    for (at, (project, wan)) in metal.iter().zip(split(153_000, &weights, &vec![1000; metal.len()], 100)).enumerate() {
        let content = ["银行贷款", "融资担保"][at % 2];
        let money = Wanted {
            unit: "万元",
            required: wan * 1000,
            delivered: wan * 1000,
            department: units.banks.get(at).copied(),
            ..solved("融资", content)
        };
        s.need(project.id, &money)?;
    }
    let lease =
        Wanted { unit: "万元", required: 6_000_000, delivered: 6_000_000, ..solved("融资", "融资租赁") };
    s.need(made[3].id, &lease)?;
    Ok(())
}

/// 116 needs, 77 of them settled on the spot; and 153 of money, 82 of them dealt with there.
fn fair(s: &mut Sheet<'_, '_>, made: &[Project], units: &Units, chance: &mut Chance) -> Result<()> {
    let on_the_spot = Some("2023-06-13");
    for at in 0..116 {
        let (element, content, short) = *chance.pick(ASKED);
        let department = units.departments.iter().find(|d| d.0 == short).map(|d| d.1);
        let settled = at < 77;
        s.need(
            made[at % made.len()].id,
            &Wanted {
                element,
                content,
                raised_on: "2023-06-13",
                closed_on: on_the_spot.filter(|_| settled),
                promised_on: if settled {
                    None
                } else {
                    Some(*chance.pick(&["2023-06-30", "2023-07-05", "2023-07-07", "2023-07-21", "2023-08-15"]))
                },
                source: Some(FAIR),
                department,
                ..Wanted::default()
            },
        )?;
    }
    for at in 0..153 {
        let settled = at < 82;
        let wanted = chance.between(5, 80) * 100 * 1000;
        s.need(
            made[at % made.len()].id,
            &Wanted {
                element: "融资",
                content: chance.pick::<&str>(&["流动资金贷款", "项目贷款", "设备融资租赁", "融资担保"]),
                unit: "万元",
                required: wanted,
                delivered: if settled { wanted } else { 0 },
                raised_on: "2023-06-13",
                closed_on: on_the_spot.filter(|_| settled),
                promised_on: if settled {
                    None
                } else {
                    Some(*chance.pick(&["2023-07-10", "2023-07-31", "2023-08-31"]))
                },
                source: Some(FAIR),
                department: units.banks.get(at % units.banks.len()).copied(),
                ..Wanted::default()
            },
        )?;
    }
    Ok(())
}

/// Five certificates on one day.
fn certificates(s: &mut Sheet<'_, '_>, made: &[Project]) -> Result<()> {
    for project in made.iter().filter(|p| p.stage == Stage::Started).take(6) {
        s.step(project, "A05", State::Approved, "2023-04-11", None)?;
        for item in ["A10", "A14", "B03", "C01", "C05"] {
            s.step(project, item, State::Accepted, "2023-06-14", None)?;
            s.step(project, item, State::Approved, "2023-06-19", None)?;
        }
    }
    Ok(())
}

fn reports(maker: &Maker, made: &[Project], chance: &mut Chance) -> Result<()> {
    let share: Vec<i64> =
        made.iter().map(|p| if p.stage >= Stage::Started { chance.between(15, 60) } else { 0 }).collect();
    for (month, (period, as_of)) in
        [(4, ("2023-04", "2023-04-26")), (5, ("2023-05", "2023-05-26")), (6, ("2023-06", "2023-06-27"))]
    {
        maker.on(as_of, "progress_save", &format!("{period}进度"), |s| {
            for (project, share) in made.iter().zip(&share) {
                let wan = |month: i64| project.plan.unwrap_or(0) / WAN * share / 100 * month / 6 / 10 * 10;
                let trouble = chance.pick(words::troubles());
                let issue = (chance.below(4) == 0).then_some(trouble.issue.as_str());
                let image = *chance.pick(&words::images(project.stage));
                s.report(
                    project.id,
                    &Told {
                        period,
                        as_of,
                        done_total: wan(month) * WAN,
                        done_year: wan(month) * WAN,
                        done_month: (wan(month) - wan(month - 1)) * WAN,
                        image,
                        issue,
                        next_step: issue.map(|_| trouble.next_step.as_str()),
                    },
                )?;
            }
            Ok(())
        })?;
    }
    Ok(())
}
