//! 哈尔滨市 2019: 252 key projects with 317亿元 planned, 107 new, 121 industrial, 43 of them emerging, 186 started or resumed by
//! 30 April, 32 leaders; beside them what was signed and what is in reserve (`systems.md` A08–A17).

mod lists;
mod year;

use super::chance::{Chance, split};
use super::extras;
use super::maker::{Maker, Sheet, Who, exact};
use super::words::{self, LEADERS, Names};
use crate::approval::template::{Land, Mode};
use crate::error::Result;
use crate::people::{Level, Role, UnitKind};
use crate::project::{Carried, Nature, Project, Stage};
use crate::time::Day;

/// The list of the 252.
const KEY_LIST: &str = "市重点产业项目";

/// 万元.
pub const WAN: i64 = 10_000;
const TOTAL: i64 = 11_902_800;

/// Counties in their order, with how many projects they have and how many of those are started or resumed.
pub const COUNTIES: &[(&str, &str, usize, usize)] = &[
    ("230109", "松北区", 31, 26),
    ("230102", "道里区", 22, 17),
    ("230103", "南岗区", 21, 16),
    ("230104", "道外区", 14, 10),
    ("230110", "香坊区", 20, 15),
    ("230108", "平房区", 19, 16),
    ("230111", "呼兰区", 15, 11),
    ("230112", "阿城区", 14, 10),
    ("230113", "双城区", 16, 12),
    ("230183", "尚志市", 11, 8),
    ("230184", "五常市", 12, 8),
    ("230123", "依兰县", 8, 5),
    ("230124", "方正县", 7, 5),
    ("230125", "宾县", 13, 9),
    ("230126", "巴彦县", 8, 5),
    ("230127", "木兰县", 6, 4),
    ("230128", "通河县", 7, 4),
    ("230129", "延寿县", 8, 5),
];

/// New or continued, class, how many, and their plan of the year together in 万元. 107 new plan 138.6亿元; 121 industrial 99.6亿元, of
/// which 43 emerging 27.2亿元; all 252 plan 317亿元.
const CELLS: &[(Carried, &str, usize, i64)] = &[
    (Carried::New, "emerging", 18, 114_000),
    (Carried::Continued, "emerging", 25, 158_000),
    (Carried::New, "industrial", 33, 310_000),
    (Carried::Continued, "industrial", 45, 414_000),
    (Carried::New, "service", 56, 962_000),
    (Carried::Continued, "service", 75, 1_212_000),
];

/// Name, firm, class, county, started, total in 万元.
type Named<'n> = (&'n str, &'n str, &'static str, &'static str, bool, Option<i64>);

/// What the article names, all new.
const NAMED: &[Named] = &[
    ("飞鹤乳业乳制品智慧产业园项目", "黑龙江飞鹤乳业有限公司", "industrial", "230113", false, Some(200_000)),
    ("韦玛通讯复合材料防雷接地复合材料项目", "韦玛通讯复合材料有限公司", "emerging", "230108", true, None),
    ("新榆开发区智慧制造产业园项目", "哈尔滨新榆投资有限公司", "industrial", "230104", true, None),
    ("龙江创智谷项目", "龙江创智谷投资有限公司", "service", "230109", true, Some(34_900)),
    ("凯利汽车欢乐小镇项目", "凯利汽车投资有限公司", "service", "230102", true, None),
    ("顺丰速运智慧物流产业链项目", "顺丰速运有限公司", "service", "230103", false, None),
    ("圆通黑龙江总部基地智慧化物流园项目", "圆通速递有限公司", "service", "230110", false, None),
    (CONTRACT_TO_PERMIT, "哈尔滨中翼宁科技开发有限责任公司", "emerging", "230109", true, Some(19_500)),
];

/// Land contract on 20 March, the four certificates on 29 March: nine days.
const CONTRACT_TO_PERMIT: &str = "中翼宁科技研发基地";

/// Counties of the 16 biomass projects, two each, whose environmental assessments are handled together.
const BIOMASS: [&str; 8] = ["230183", "230184", "230123", "230124", "230125", "230126", "230128", "230129"];

/// “4个100”: three are reached by the plan, the fourth only nearly (A10, B02).
const HUNDREDS: &[extras::Goal] = &[
    ("新开工产业项目", 107_000, "个", false, Some(100_000)),
    ("新开工产业项目年计划投资", 138_600, "亿元", false, Some(100_000)),
    ("工业项目", 121_000, "个", false, Some(100_000)),
    ("工业项目年计划投资", 100_000, "亿元", true, Some(100_000)),
];

/// One of the 252 before it is written.
struct Key {
    name: String,
    firm: String,
    county: &'static str,
    carried: Carried,
    class: &'static str,
    industry: String,
    scale: String,
    opened: Option<bool>,
    total: Option<i64>,
    plan: i64,
}

pub fn fill(maker: &Maker) -> Result<()> {
    let (mut chance, mut names) = (Chance::new(2019), Names::default());
    maker.start("2018-12-20", "林晓", "哈尔滨市产业项目专班", Level::City, "230100")?;
    let staff =
        maker.on("2018-12-20", "person_save", "包保领导和服务人员", |s| staff(s, &mut chance, &mut names))?;
    let mut keys = keys(&mut chance, &mut names);
    share_money(&mut keys, &mut chance);
    let made = maker.on("2019-01-07", "ledger_import", "2019年市重点产业项目.xlsx", |s| {
        write(s, &keys, &staff, &mut names, &mut chance)
    })?;
    maker.on("2019-01-08", "standing_change_save", "冬季停工", |s| year::winter(s, &keys, &made))?;
    let done = year::Done::share(&keys, &mut chance);
    for (nth, (period, as_of)) in year::MONTHS.iter().enumerate().take(3) {
        done.month(maker, &keys, &made, nth, period, as_of)?;
    }
    maker.on("2019-03-29", "approval_step", CONTRACT_TO_PERMIT, |s| year::four_certificates(s, &made))?;
    let lists = lists::fill(maker, &mut chance, &mut names)?;
    extras::snapshot(maker, "2019-03-31", "2019-03", "3月底台账")?;
    maker.on("2019-04-22", "figure_save", "4个100", |s| extras::goals(s, HUNDREDS, "黑龙江日报", "2019-04-22"))?;
    maker.on("2019-04-22", "approval_step", "16个生物质发电项目", |s| year::assessments(s, &made))?;
    done.month(maker, &keys, &made, 3, year::MONTHS[3].0, year::MONTHS[3].1)?;
    maker.on("2019-04-28", "start_save", "开复工认定", |s| year::starts(s, &keys, &made))?;
    extras::round(maker, "2019-04-22", "2019-04", "2019-04-25", "2019-04-30", KEY_LIST)?;
    maker.on("2019-04-29", "view_save", "视图", |s| year::views(s, lists))
}

struct Staff {
    leaders: Vec<Who>,
    /// Of each department its head and the head of the serving division.
    departments: Vec<(String, Who, Who)>,
    /// Of each county its chief service officers and liaisons.
    counties: Vec<(&'static str, Vec<Who>, Vec<Who>)>,
}

const DEPARTMENTS: &[(&str, &str)] = &[
    ("哈尔滨市发展和改革委员会", "发改委"),
    ("哈尔滨市工业和信息化局", "工信局"),
    ("哈尔滨市科学技术局", "科技局"),
    ("哈尔滨市财政局", "财政局"),
    ("哈尔滨市人力资源和社会保障局", "人社局"),
    ("哈尔滨市自然资源和规划局", "资规局"),
    ("哈尔滨市生态环境局", "生态环境局"),
    ("哈尔滨市住房和城乡建设局", "住建局"),
    ("哈尔滨市交通运输局", "交通局"),
    ("哈尔滨市水务局", "水务局"),
    ("哈尔滨市农业农村局", "农业农村局"),
    ("哈尔滨市商务局", "商务局"),
    ("哈尔滨市文化广电和旅游局", "文旅局"),
    ("哈尔滨市应急管理局", "应急局"),
    ("哈尔滨市市场监督管理局", "市场监管局"),
    ("哈尔滨市金融服务局", "金融局"),
    ("哈尔滨市营商环境建设监督局", "营商局"),
    ("哈尔滨新区行政审批局", "行政审批局"),
];

fn staff(s: &mut Sheet<'_, '_>, chance: &mut Chance, names: &mut Names) -> Result<Staff> {
    let mut phone = 100;
    let mut dial = |s: &mut Sheet<'_, '_>, who: &Who, title: &str| {
        phone += 7;
        s.phone(who.id.0, &who.name, title, phone)
    };
    let mut leaders = vec![];
    for (at, name) in LEADERS.iter().enumerate() {
        leaders.push(s.person(name, None, "市级领导", i64::try_from(at + 1).unwrap_or(0))?);
    }
    let mut departments = vec![];
    for (at, (name, short)) in DEPARTMENTS.iter().enumerate() {
        let place = i64::try_from(at + 1).unwrap_or(0);
        let kind = if name.ends_with("审批局") { UnitKind::ApprovalBureau } else { UnitKind::Government };
        let unit = s.unit(name, short, kind, place)?;
        let head = s.person(&names.person(chance), Some(unit), "副局长", 100 + place * 10)?;
        let division = s.person(&names.person(chance), Some(unit), "处长", 101 + place * 10)?;
        dial(s, &division, "处长")?;
        departments.push(((*name).to_string(), head, division));
    }
    let mut counties = vec![];
    for (at, (code, name, _, _)) in COUNTIES.iter().enumerate() {
        let place = i64::try_from(at + 1).unwrap_or(0);
        let unit = s.unit(&format!("{name}人民政府"), name, UnitKind::County, 100 + place)?;
        let mut of = |title: &str, from: i64, count: i64| -> Result<Vec<Who>> {
            (0..count).map(|n| s.person(&names.person(chance), Some(unit), title, from + n)).collect()
        };
        let officers = of("首席服务员", 400 + place * 10, 3)?;
        let liaisons = of("区县联络员", 405 + place * 10, 3)?;
        for who in officers.iter().chain(&liaisons) {
            dial(s, who, if officers.iter().any(|o| o.id == who.id) { "首席服务员" } else { "区县联络员" })?;
        }
        counties.push((*code, officers, liaisons));
    }
    Ok(Staff { leaders, departments, counties })
}

/// The 252, each in its cell and county, exactly as many as the figures say.
fn keys(chance: &mut Chance, names: &mut Names) -> Vec<Key> {
    let mut keys: Vec<Key> = NAMED.iter().map(|n| named(*n)).collect();
    for (at, county) in BIOMASS.iter().cycle().take(16).enumerate() {
        let place = COUNTIES.iter().find(|c| c.0 == *county).map_or("", |c| c.1.trim_end_matches(['区', '县', '市']));
        let which = if at < BIOMASS.len() { "秸秆" } else { "农林" };
        let name = format!("{place}{which}生物质发电项目");
        let firm = format!("{place}{which}生物质能源有限公司");
        let scale = "装机1×30兆瓦".to_string();
        keys.push(Key { scale, industry: "44".into(), ..named((&name, &firm, "industrial", county, false, None)) });
    }
    for (carried, class, count, _) in CELLS {
        let have = keys.iter().filter(|k| k.carried == *carried && k.class == *class).count();
        for _ in have..*count {
            let (name, brand, product) = names.project(chance, class);
            let firm = words::firm("哈尔滨", brand, class);
            let (industry, scale) = (product.industry.clone(), product.scale.clone());
            keys.push(Key {
                industry,
                scale,
                carried: *carried,
                opened: None,
                ..named((&name, &firm, class, "", true, None))
            });
        }
    }
    deal_counties(&mut keys, chance);
    keys
}

fn named((name, firm, class, county, opened, total): Named) -> Key {
    let industry = match class {
        "emerging" => "39",
        "industrial" => "14",
        _ => "59",
    };
    Key {
        name: name.into(),
        firm: firm.into(),
        county,
        carried: Carried::New,
        class,
        industry: industry.into(),
        scale: String::new(),
        opened: Some(opened),
        total,
        plan: 0,
    }
}

/// Gives each county its projects, and its share of those that wait for their start.
fn deal_counties(keys: &mut [Key], chance: &mut Chance) {
    let mut free: Vec<usize> = (0..keys.len()).filter(|at| keys[*at].county.is_empty()).collect();
    chance.shuffle(&mut free);
    for (code, _, count, opened) in COUNTIES {
        let have = keys.iter().filter(|k| k.county == *code).count();
        for at in free.split_off(free.len() - (count - have)) {
            keys[at].county = code;
        }
        let waiting = keys.iter().filter(|k| k.county == *code && k.opened == Some(false)).count();
        let mut open: Vec<usize> =
            (0..keys.len()).filter(|at| keys[*at].county == *code && keys[*at].opened.is_none()).collect();
        // One continued project of each county still rests for the winter; the others that wait are new.
        open.sort_by_key(|at| keys[*at].carried == Carried::Continued);
        let rest = count - opened - waiting;
        if let Some(winter) = open.iter().rposition(|at| keys[*at].carried == Carried::Continued).filter(|_| rest > 0) {
            let winter = open.remove(winter);
            open.insert(0, winter);
        }
        for (n, at) in open.into_iter().enumerate() {
            keys[at].opened = Some(n >= rest);
        }
    }
}

/// Plans by cell, totals over all, in 万元.
fn share_money(keys: &mut [Key], chance: &mut Chance) {
    for (carried, class, _, sum) in CELLS {
        let cell: Vec<usize> =
            (0..keys.len()).filter(|at| keys[*at].carried == *carried && keys[*at].class == *class).collect();
        let weights: Vec<i64> = cell.iter().map(|_| chance.between(4, 30)).collect();
        let plans = split(*sum, &weights, &vec![600; cell.len()], 10);
        for (at, plan) in cell.into_iter().zip(plans) {
            keys[at].plan = keys[at].total.map_or(plan, |total| plan.min(total / 2));
        }
        settle(keys, *carried, class, *sum);
    }
    let known: i64 = keys.iter().filter_map(|k| k.total).sum();
    let free: Vec<usize> = (0..keys.len()).filter(|at| keys[*at].total.is_none()).collect();
    let weights: Vec<i64> = free.iter().map(|at| keys[*at].plan * chance.between(10, 40) / 10).collect();
    let floors: Vec<i64> = free.iter().map(|at| keys[*at].plan * 12 / 10).collect();
    for (at, total) in free.into_iter().zip(split(TOTAL - known, &weights, &floors, 100)) {
        keys[at].total = Some(total);
    }
}

/// What a known total cut from a plan goes to the largest plan of the cell.
fn settle(keys: &mut [Key], carried: Carried, class: &str, sum: i64) {
    let in_cell = |k: &Key| k.carried == carried && k.class == class;
    let left = sum - keys.iter().filter(|k| in_cell(k)).map(|k| k.plan).sum::<i64>();
    if let Some(largest) = keys.iter_mut().filter(|k| in_cell(k) && k.total.is_none()).max_by_key(|k| k.plan) {
        largest.plan += left;
    }
}

fn write(
    s: &mut Sheet<'_, '_>,
    keys: &[Key],
    staff: &Staff,
    names: &mut Names,
    chance: &mut Chance,
) -> Result<Vec<Project>> {
    let list = s.list(KEY_LIST, 2019, "哈发〔2019〕3号", Level::City, 1)?;
    let mut made = vec![];
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by_key(|at| COUNTIES.iter().position(|c| c.0 == keys[*at].county));
    for (place, at) in order.iter().enumerate() {
        let key = &keys[*at];
        let enterprise = names.firm(s, &key.firm, key.county)?;
        let department = chance.below(staff.departments.len());
        let mut project = project_of(key, place, chance);
        project.enterprise = Some(enterprise);
        project.responsible_unit = Some(staff.departments[department].0.clone());
        let project = s.project(project)?;
        s.enlist(project.id, list, place + 1, Some(group(key.class)))?;
        let (_, head, division) = &staff.departments[department];
        let (_, officers, liaisons) =
            staff.counties.iter().find(|c| c.0 == key.county).expect("every county has staff");
        let team = [
            (Role::Leader, &staff.leaders[place % staff.leaders.len()]),
            (Role::UnitHead, head),
            (Role::ServiceOfficer, division),
            (Role::ChiefServiceOfficer, chance.pick(officers)),
            (Role::Liaison, chance.pick(liaisons)),
        ];
        for (role, who) in team {
            s.duty(project.id, role, who, "2019-01-07")?;
        }
        made.push(project);
    }
    // As `keys` stand.
    let mut by_key: Vec<(usize, Project)> = order.into_iter().zip(made).collect();
    by_key.sort_by_key(|(at, _)| *at);
    Ok(by_key.into_iter().map(|(_, project)| project).collect())
}

fn group(class: &str) -> &'static str {
    match class {
        "emerging" => "一、战略性新兴产业",
        "industrial" => "二、其他工业",
        _ => "三、现代服务业和现代农业",
    }
}

fn project_of(key: &Key, place: usize, chance: &mut Chance) -> Project {
    let opened = key.opened == Some(true);
    let new = key.carried == Carried::New;
    let month = u32::try_from(chance.between(1, 4)).unwrap_or(4);
    let (stage, started_planned, started_actual) = match (new, opened) {
        (true, true) => (
            Stage::Started,
            Day::month(2019, month + 2, true),
            exact(&format!("2019-{:02}-{:02}", month, chance.between(3, 24))),
        ),
        (true, false) if key.class == "industrial" => (Stage::Preparing, Day::month(2019, month + 4, true), None),
        (true, false) => (Stage::Land, Day::month(2019, month + 5, true), None),
        (false, _) => {
            let begun =
                format!("{}-{:02}-{:02}", chance.between(2016, 2018), chance.between(4, 10), chance.between(1, 28));
            let further = *chance.pick(&[Stage::Building, Stage::Building, Stage::Building, Stage::Completed]);
            // What still rests for the winter is in the middle of its building.
            let stage = if opened { further } else { Stage::Building };
            (stage, None, exact(&begun))
        }
    };
    // With the four certificates in hand it could begin the same day.
    let started_actual = if key.name == CONTRACT_TO_PERMIT { exact("2019-03-29") } else { started_actual };
    Project {
        name: key.name.clone(),
        code: Some(format!("2019-{}-{}-03-{:06}", key.county, key.industry, 4000 + place * 7)),
        region: Some(key.county.into()),
        industry: Some(key.industry.clone()),
        tags: Some(words::tags(key.class).into()),
        content: Some(key.scale.clone()).filter(|c| !c.is_empty()).map(|scale| format!("建设{}，{scale}", key.name)),
        scale: Some(key.scale.clone()).filter(|c| !c.is_empty()),
        nature: Some(if new {
            Nature::NewBuild
        } else {
            *chance.pick(&[Nature::NewBuild, Nature::Expansion, Nature::Upgrade])
        }),
        carried: Some(key.carried),
        mode: Some(Mode::File),
        land: Some(Land::Granted),
        stage,
        total: key.total.map(|t| t * WAN),
        plan_year: Some(2019),
        plan: Some(key.plan * WAN),
        started_planned,
        started_actual,
        completed_planned: Day::month(
            if new { 2020 } else { 2019 },
            u32::try_from(chance.between(8, 12)).unwrap_or(12),
            true,
        ),
        position: i64::try_from(place + 1).ok(),
        ..Project::default()
    }
}
