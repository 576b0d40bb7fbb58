//! 抚远市 2022: 36 projects with 41.34亿元 in all and 12.8亿元 planned, 11 of them started together on 7 April (23.8亿元, 4.5亿元;
//! done 0.5 + 0.41亿元), and what the promotion tours brought (`systems.md` A18–A20, A23, B09).

use super::chance::{Chance, split};
use super::extras;
use super::maker::{Maker, Sheet, Told, Wanted, Who, exact};
use super::words::{self, Names};
use crate::approval::state::State;
use crate::error::Result;
use crate::list::List;
use crate::people::{Level, Role, UnitKind};
use crate::project::{Carried, Project, Stage};
use crate::time::Day;

const WAN: i64 = 10_000;

/// The provincial key project; the article calls it by two names.
const FIRST: (&str, &str) = ("生态环境保护综合治理项目", "环境保护综合治理项目");

/// The city's ten of the eleven.
const TEN: &[&str] = &[
    "冷链物流园区项目",
    "教育能力巩固提升项目",
    "消防救援大队营房及室内体能训练馆项目",
    "城区排水管网改造项目",
    "口岸查验设施提升项目",
    "农村饮水安全巩固项目",
    "粮食仓储设施建设项目",
    "边境旅游公路项目",
    "高标准农田建设项目",
    "鲟鳇鱼养殖加工项目",
];

/// The other 25 of the year's list.
const OTHERS: &[&str] = &[
    "生物质热电联产项目",
    "天然气管网项目",
    "黑瞎子岛生态观光项目",
    "蔓越莓种植基地扩建项目",
    "大豆仓储烘干项目",
    "水产品交易中心项目",
    "乌苏镇污水处理厂项目",
    "寒葱沟镇供热管网改造项目",
    "城市展览馆改造项目",
    "人民医院感染楼项目",
    "职业教育实训中心项目",
    "莽吉塔深水港功能完善项目",
    "保税仓库项目",
    "跨境电商产业园项目",
    "中药材种植加工项目",
    "有机水稻加工项目",
    "老旧小区改造项目",
    "背街小巷整治项目",
    "垃圾焚烧发电项目",
    "边境村提升项目",
    "智慧口岸项目",
    "渔业码头改造项目",
    "冰雪旅游综合体项目",
    "林下经济示范项目",
    "农机合作社仓库项目",
];

/// What the tours brought: name, firm, 万元, about.
const LEADS: &[(&str, &str, i64)] = &[
    ("大豆精深加工项目", "福建上瑞集团有限公司", 60_000),
    ("中俄国际贸易中心项目", "河南新壹城集团有限公司", 45_000),
    ("滨江国际花园项目", "河南新壹城集团有限公司", 38_000),
];

const UNITS: &[(&str, &str)] = &[
    ("抚远市发展和改革局", "发改局"),
    ("抚远市自然资源局", "自然资源局"),
    ("佳木斯市抚远生态环境局", "生态环境局"),
    ("抚远市住房和城乡建设局", "住建局"),
    ("抚远市工业和信息化局", "工信局"),
    ("抚远市农业农村局", "农业农村局"),
    ("抚远市交通运输局", "交通局"),
    ("抚远市水务局", "水务局"),
    ("抚远市商务和口岸局", "商务口岸局"),
    ("抚远市营商环境建设监督局", "营商局"),
    ("抚远市教育局", "教育局"),
    ("抚远市消防救援大队", "消防大队"),
];

struct Key {
    name: &'static str,
    total: i64,
    plan: i64,
    done: i64,
}

pub fn fill(maker: &Maker) -> Result<()> {
    let (mut chance, mut names) = (Chance::new(36), Names::default());
    maker.start("2021-12-06", "王敏", "抚远市重点项目专班", Level::County, "230883")?;
    let people =
        maker.on("2021-12-06", "person_save", "领导包抓和责任人", |s| people(s, &mut chance, &mut names))?;
    let keys = keys(&mut chance);
    let made = maker.on("2022-01-20", "ledger_import", "2022年重点推进项目.xlsx", |s| {
        write(s, &keys, &people, &mut names, &mut chance)
    })?;
    maker.on("2022-03-14", "project_save", "招商洽谈项目", |s| leads(s, &mut names))?;
    maker.on("2022-04-18", "approval_step", "容缺受理的两个项目", |s| permits(s, &made))?;
    reports(maker, &keys, &made, &mut chance)?;
    maker.on("2022-05-26", "view_save", "视图", views)
}

fn views(s: &mut Sheet<'_, '_>) -> Result<()> {
    let lists: Vec<List> = s.w.all("order by position", [])?;
    for list in lists {
        extras::view(s, &list.name, vec![extras::on_list(list.id)], None)?;
    }
    Ok(())
}

fn keys(chance: &mut Chance) -> Vec<Key> {
    let mut weights = |n: usize| (0..n).map(|_| chance.between(3, 20)).collect::<Vec<_>>();
    let even = |n: usize, floor: i64| vec![floor; n];
    let totals = split(238_000 - 42_000, &weights(TEN.len()), &even(TEN.len(), 5_000), 100);
    let plans = split(45_000 - 12_000, &totals, &even(TEN.len(), 500), 10);
    let done = split(4_100, &plans, &even(TEN.len(), 20), 10);
    let mut keys = vec![Key { name: FIRST.0, total: 42_000, plan: 12_000, done: 5_000 }];
    keys.extend(TEN.iter().enumerate().map(|(at, name)| Key {
        name,
        total: totals[at],
        plan: plans[at],
        done: done[at],
    }));
    let plans = split(83_000, &weights(OTHERS.len()), &even(OTHERS.len(), 400), 10);
    // No plan of a year is over its project's total.
    let totals = split(175_400, &plans, &plans, 10);
    keys.extend(OTHERS.iter().enumerate().map(|(at, name)| Key { name, total: totals[at], plan: plans[at], done: 0 }));
    keys
}

struct People {
    leaders: Vec<Who>,
    heads: Vec<Who>,
    officers: Vec<Who>,
}

fn people(s: &mut Sheet<'_, '_>, chance: &mut Chance, names: &mut Names) -> Result<People> {
    let mut found = People { leaders: vec![], heads: vec![], officers: vec![] };
    for (at, title) in ["市委书记", "市长", "市委副书记", "常务副市长", "副市长", "副市长"].into_iter().enumerate()
    {
        found.leaders.push(s.person(&names.person(chance), None, title, i64::try_from(at + 1).unwrap_or(0))?);
    }
    for (at, (name, short)) in UNITS.iter().enumerate() {
        let place = i64::try_from(at + 1).unwrap_or(0);
        let unit = s.unit(name, short, UnitKind::Government, place)?;
        let head = s.person(&names.person(chance), Some(unit), "局长", 20 + place)?;
        s.phone(head.id.0, &head.name, "局长", 5200 + at * 11)?;
        found.heads.push(head);
    }
    for at in 0..4 {
        found.officers.push(s.person(&names.person(chance), None, "首席服务员", 60 + at)?);
    }
    Ok(found)
}

fn write(
    s: &mut Sheet<'_, '_>,
    keys: &[Key],
    people: &People,
    names: &mut Names,
    chance: &mut Chance,
) -> Result<Vec<Project>> {
    let year = s.list("重点推进项目", 2022, "抚政发〔2022〕2号", Level::County, 1)?;
    let event = s.list("4月7日集中开工项目", 2022, "", Level::County, 2)?;
    let province = s.list("省重点项目", 2022, "", Level::Province, 3)?;
    let city = s.list("市重点项目", 2022, "", Level::City, 4)?;
    let mut made = vec![];
    for (at, key) in keys.iter().enumerate() {
        let started = at <= TEN.len();
        let firm = format!("抚远市{}建设有限公司", key.name.trim_end_matches("项目"));
        let enterprise = names.firm(s, &firm, "230883")?;
        let unit = at % UNITS.len();
        let project = s.project(Project {
            name: key.name.into(),
            aliases: (at == 0).then(|| FIRST.1.to_string()),
            region: Some("230883".into()),
            enterprise: Some(enterprise),
            industry: Some(if at % 3 == 0 { "78" } else { "51" }.into()),
            carried: Some(if started || at % 2 == 0 { Carried::New } else { Carried::Continued }),
            stage: if started {
                Stage::Started
            } else {
                *chance.pick(&[Stage::Preparing, Stage::Land, Stage::Building])
            },
            total: Some(key.total * WAN),
            plan_year: Some(2022),
            plan: Some(key.plan * WAN),
            introduced_by: Some("抚远市商务和口岸局".into()),
            served_by: Some("抚远市营商环境建设监督局".into()),
            responsible_unit: Some(UNITS[unit].0.into()),
            started_planned: Day::month(2022, if started { 4 } else { 6 }, true),
            started_actual: exact("2022-04-07").filter(|_| started),
            completed_planned: Day::month(2023, 10, true),
            position: i64::try_from(at + 1).ok(),
            ..Project::default()
        })?;
        s.enlist(project.id, year, at + 1, None)?;
        if started {
            let (list, group) = if at == 0 { (province, "省重点") } else { (city, "市重点") };
            s.enlist(project.id, event, at + 1, Some(group))?;
            s.enlist(project.id, list, at.max(1), None)?;
        }
        s.duty(project.id, Role::Leader, &people.leaders[at % people.leaders.len()], "2022-01-20")?;
        s.duty(project.id, Role::UnitHead, &people.heads[unit], "2022-01-20")?;
        s.duty(project.id, Role::ChiefServiceOfficer, &people.officers[at % people.officers.len()], "2022-01-20")?;
        made.push(project);
    }
    Ok(made)
}

fn leads(s: &mut Sheet<'_, '_>, names: &mut Names) -> Result<()> {
    let list = s.list("招商洽谈线索", 2022, "", Level::County, 5)?;
    for (at, (name, firm, total)) in LEADS.iter().enumerate() {
        let enterprise = names.firm(s, firm, "230883")?;
        let project = s.project(Project {
            name: (*name).into(),
            region: Some("230883".into()),
            enterprise: Some(enterprise),
            stage: Stage::Negotiating,
            total: Some(total * WAN),
            total_about: true,
            negotiating_actual: exact("2022-02-16"),
            scale: (at == 0).then(|| "占地46公顷，设计仓容100万吨".to_string()),
            site: (at == 0).then(|| "抚远经济开发区".to_string()),
            introduced_by: Some("招商小分队".into()),
            position: i64::try_from(100 + at).ok(),
            ..Project::default()
        })?;
        s.enlist(project.id, list, at + 1, None)?;
        if at == 0 {
            let land = Wanted {
                element: "用地",
                content: "大豆油、大豆蛋白加工厂和仓储用地",
                unit: "公顷",
                required: 46_000,
                raised_on: "2022-03-14",
                source: Some("招商考察"),
                ..Wanted::default()
            };
            s.need(project.id, &land)?;
        }
    }
    Ok(())
}

/// Two projects got their construction permits through 容缺受理 and 联合预审.
fn permits(s: &mut Sheet<'_, '_>, made: &[Project]) -> Result<()> {
    for (name, number) in [("生物质热电联产项目", "230883202204150101"), ("天然气管网项目", "230883202204150201")]
    {
        let Some(project) = made.iter().find(|p| p.name == name) else { continue };
        s.step(project, "A05", State::Approved, "2022-02-18", None)?;
        s.step(project, "C05", State::LackingAccepted, "2022-04-08", None)?;
        s.step(project, "C05", State::Approved, "2022-04-15", Some(number))?;
    }
    Ok(())
}

fn reports(maker: &Maker, keys: &[Key], made: &[Project], chance: &mut Chance) -> Result<()> {
    for (period, as_of, of) in [("2022-04", "2022-04-25", 30), ("2022-05", "2022-05-25", 100)] {
        maker.on(as_of, "progress_save", &format!("{period}进度"), |s| {
            for (at, (key, project)) in keys.iter().zip(made).enumerate() {
                let done = key.done * of / 100 / 10 * 10;
                let before = if of == 100 { key.done * 30 / 100 / 10 * 10 } else { 0 };
                let image = if at == 0 {
                    "已完成部分设备购置，正在进行场地平整、管线施工、设备安装"
                } else {
                    *chance.pick(&words::images(project.stage))
                };
                s.report(
                    project.id,
                    &Told {
                        period,
                        as_of,
                        done_total: done * WAN,
                        done_year: done * WAN,
                        done_month: (done - before) * WAN,
                        image,
                        ..Told::default()
                    },
                )?;
            }
            Ok(())
        })?;
    }
    Ok(())
}
