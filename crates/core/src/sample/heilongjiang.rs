//! 黑龙江省 2022: 139 task forces (1 + 13 + 125) with 1420 chief service officers, the winter campaign of 303 projects in three
//! buckets, and the 311 projects served in 2021 (`systems.md` A01–A05).

use super::chance::Chance;
use super::extras;
use super::maker::{Maker, Sheet, Told, Who};
use super::words::{self, Names};
use crate::approval::state::State;
use crate::error::Result;
use crate::id::{DepartmentId, ListId, OfficeId};
use crate::list::List;
use crate::people::{Level, Office, Role, UnitKind};
use crate::project::column::Column;
use crate::project::list::{Filter, Op};
use crate::project::{Carried, Project, Stage};
use crate::region::Region;
use crate::time::Day;
use serde_json::json;

const WAN: i64 = 10_000;
const OFFICERS: usize = 1420;
const SERVED: usize = 311;

/// A bucket of the campaign: what was done, how many, how many of them are to start by the end of June, and how many of those are new.
struct Bucket {
    group: &'static str,
    count: usize,
    soon: usize,
    new: usize,
    stage: Stage,
}

/// 108 + 107 + 88 = 303; 205 to start in the first half of the year, 106 of them new.
const BUCKETS: &[Bucket] = &[
    Bucket {
        group: "一、已申请手续未开工（预审）", count: 108, soon: 80, new: 45, stage: Stage::Preparing
    },
    Bucket {
        group: "二、容缺受理、承诺即开工（补齐手续）", count: 107, soon: 95, new: 46, stage: Stage::Land
    },
    Bucket {
        group: "三、尚未拿地、未申请手续（讲解要求）", count: 88, soon: 30, new: 15, stage: Stage::Signed
    },
];

/// What the article names: name, firm, county, bucket, what holds it up.
const NAMED: &[(&str, &str, &str, usize, &str)] = &[
    ("餐厨废弃物资源化项目", "佳木斯北辰环保科技有限公司", "230811", 0, "厂区附近道路和排水管道不完善"),
    ("口罩生产项目", "佳木斯澜泰医疗用品有限公司", "230811", 0, "厂房改造消防手续不清楚"),
    ("宏佳泰项目", "齐齐哈尔宏佳泰实业有限公司", "230203", 2, "土地批而未供，整体规划和高压线迁改未定"),
];

/// As [`NAMED`], of those served in 2021.
const NAMED_SERVED: &[(&str, &str, &str)] = &[
    ("聚碳酸酯联合项目", "黑龙江省新产业投资集团龙江化工有限公司", "230606"),
    ("谷实集团上市扩能项目", "谷实生物集团股份有限公司", "230203"),
];

pub fn fill(maker: &Maker) -> Result<()> {
    let (mut chance, mut names) = (Chance::new(2303), Names::default());
    let started = maker.start("2021-03-15", "林晓", "黑龙江省全要素保障工作专班", Level::Province, "230000")?;
    let places = maker.on("2021-03-16", "office_save", "三级专班", |s| task_forces(s, started.office))?;
    let officers =
        maker.on("2021-03-17", "person_save", "首席服务员", |s| officers(s, &places, &mut chance, &mut names))?;
    let served = maker.on("2021-12-30", "ledger_import", "2021年省级重大招商引资项目.xlsx", |s| {
        served(s, &places, &officers, &mut chance, &mut names)
    })?;
    let campaign = maker.on("2022-01-10", "ledger_import", "冬季集中审批会战项目.xlsx", |s| {
        campaign(s, &places, &officers, &mut chance, &mut names)
    })?;
    maker.on("2022-03-10", "approval_step", "集中审批会战", |s| approvals(s, &campaign))?;
    reports(maker, &served, &campaign, &mut chance)?;
    maker.on("2022-03-26", "view_save", "视图", views)
}

fn views(s: &mut Sheet<'_, '_>) -> Result<()> {
    let lists: Vec<List> = s.w.all("order by position", [])?;
    let [campaign, served] = lists.as_slice() else { return Ok(()) };
    let soon = Filter { column: Column::StartedPlanned, op: Op::AtMost, values: vec!["2022-06-30".into()] };
    extras::view(s, "集中审批会战", vec![extras::on_list(campaign.id)], None)?;
    extras::view(s, "上半年开工", vec![extras::on_list(campaign.id), soon], None)?;
    extras::view(s, "2021年服务项目", vec![extras::on_list(served.id)], Some(Column::Region))
}

/// A region with a task force, and the unit that reports for it.
struct Place {
    region: &'static Region,
    unit: DepartmentId,
    level: Level,
}

/// One task force a region of three levels, each under the one above, and the seven that attract projects of an industry.
fn task_forces(s: &mut Sheet<'_, '_>, province: OfficeId) -> Result<Vec<Place>> {
    let own = crate::region::by_code("230000").expect("the province has a code");
    let bureau = s.unit("黑龙江省营商环境建设监督局", "省营商局", UnitKind::Government, 1)?;
    for (at, (name, short)) in [
        ("自然资源厅", "自然资源"),
        ("住房和城乡建设厅", "住建"),
        ("生态环境厅", "生态环境"),
        ("人力资源和社会保障厅", "人社"),
        ("地方金融监督管理局", "金融"),
        ("发展和改革委员会", "发改"),
        ("工业和信息化厅", "工信"),
    ]
    .into_iter()
    .enumerate()
    {
        s.unit(
            &format!("黑龙江省{name}"),
            &format!("省{short}"),
            UnitKind::Government,
            i64::try_from(at + 2).unwrap_or(0),
        )?;
    }
    let mut places = vec![Place { region: own, unit: bureau, level: Level::Province }];
    let mut position = 100;
    for city in crate::region::children(Some("230000")) {
        let parent = office(s, &format!("{}全要素保障工作专班", city.name), Level::City, Some(city.code), province)?;
        position += 1;
        let unit = s.unit(&format!("{}营商环境建设监督局", city.name), city.name, UnitKind::County, position)?;
        places.push(Place { region: city, unit, level: Level::City });
        for county in crate::region::children(Some(city.code)) {
            office(
                s,
                &format!("{}{}全要素保障工作专班", city.name, county.name),
                Level::County,
                Some(county.code),
                parent,
            )?;
            position += 1;
            let unit = s.unit(
                &format!("{}{}营商环境建设监督局", city.name, county.name),
                county.name,
                UnitKind::County,
                position,
            )?;
            places.push(Place { region: county, unit, level: Level::County });
        }
    }
    for industry in ["数字经济", "生物经济", "冰雪经济", "创意设计", "现代农业", "高端装备", "新材料"]
    {
        office(s, &format!("黑龙江省{industry}产业招商专班"), Level::Chain, None, province)?;
    }
    Ok(places)
}

fn office(s: &mut Sheet<'_, '_>, name: &str, level: Level, region: Option<&str>, parent: OfficeId) -> Result<OfficeId> {
    let id = s.w.new_id();
    s.w.put_new(Office {
        id,
        office: s.w.office()?,
        name: name.into(),
        level,
        region: region.map(str::to_string),
        parent: Some(parent),
    })?;
    Ok(id)
}

/// Ten chief service officers a task force, and one more where the most projects are, by place.
fn officers(s: &mut Sheet<'_, '_>, places: &[Place], chance: &mut Chance, names: &mut Names) -> Result<Vec<Vec<Who>>> {
    let mut made = vec![];
    s.person("邢新宇", Some(places[0].unit), "专班工作人员", 1)?;
    let more = OFFICERS % places.len();
    let mut position = 100;
    for (at, place) in places.iter().enumerate() {
        let mut here = vec![];
        for _ in 0..OFFICERS / places.len() + usize::from(at < more) {
            position += 1;
            here.push(s.person(&names.person(chance), Some(place.unit), "首席服务员", position)?);
        }
        made.push(here);
    }
    Ok(made)
}

/// What a project begins with, before its stage and list are known.
struct Seed {
    name: String,
    firm: String,
    place: usize,
    class: &'static str,
    industry: String,
    scale: String,
}

fn seed(places: &[Place], chance: &mut Chance, names: &mut Names) -> Seed {
    let counties: Vec<usize> = (0..places.len()).filter(|at| places[*at].level == Level::County).collect();
    let place = *chance.pick(&counties);
    let class = *chance.pick(&["emerging", "industrial", "industrial", "service"]);
    let (name, brand, product) = names.project(chance, class);
    let city = places[place].region.name.trim_end_matches(['市', '县', '区']);
    let firm = words::firm(city, brand, class);
    Seed { name, firm, place, class, industry: product.industry.clone(), scale: product.scale.clone() }
}

fn write(
    s: &mut Sheet<'_, '_>,
    seed: &Seed,
    places: &[Place],
    officers: &[Vec<Who>],
    chance: &mut Chance,
    names: &mut Names,
    project: Project,
) -> Result<Project> {
    let place = &places[seed.place];
    let enterprise = names.firm(s, &seed.firm, place.region.code)?;
    let project = s.project(Project {
        name: seed.name.clone(),
        region: Some(place.region.code.into()),
        enterprise: Some(enterprise),
        industry: Some(seed.industry.clone()),
        scale: Some(seed.scale.clone()).filter(|t| !t.is_empty()),
        tags: Some(words::tags(seed.class).into()),
        responsible_unit: crate::region::full_name(place.region.code)
            .map(|n| format!("{}营商环境建设监督局", n.trim_start_matches("黑龙江省"))),
        total: Some(chance.between(30, 900) * 100 * WAN),
        ..project
    })?;
    s.duty(project.id, Role::ChiefServiceOfficer, chance.pick(&officers[seed.place]), "2022-01-10")?;
    Ok(project)
}

fn named(name: &str, firm: &str, code: &str, places: &[Place]) -> Seed {
    let place = places.iter().position(|p| p.region.code == code).unwrap_or(0);
    Seed {
        name: name.into(),
        firm: firm.into(),
        place,
        class: "industrial",
        industry: "26".into(),
        scale: String::new(),
    }
}

fn campaign(
    s: &mut Sheet<'_, '_>,
    places: &[Place],
    officers: &[Vec<Who>],
    chance: &mut Chance,
    names: &mut Names,
) -> Result<Vec<Project>> {
    let list = s.list("招商引资项目冬季集中审批会战", 2022, "黑营商发〔2022〕1号", Level::Province, 1)?;
    let mut made = vec![];
    for (nth, bucket) in BUCKETS.iter().enumerate() {
        for at in 0..bucket.count {
            let mut of_bucket = NAMED.iter().filter(|n| n.3 == nth);
            let seed = match of_bucket.nth(at) {
                Some((name, firm, code, _, _)) => named(name, firm, code, places),
                None => seed(places, chance, names),
            };
            let soon = at < bucket.soon;
            let new = at < bucket.new || !soon;
            let month = if soon { chance.between(4, 6) } else { chance.between(7, 11) };
            let draft = Project {
                stage: bucket.stage,
                carried: Some(if new { Carried::New } else { Carried::Continued }),
                started_planned: Day::month(2022, u32::try_from(month).unwrap_or(6), true),
                position: i64::try_from(made.len() + 1).ok(),
                ..Project::default()
            };
            let project = write(s, &seed, places, officers, chance, names, draft)?;
            s.enlist(project.id, list, made.len() + 1, Some(bucket.group))?;
            made.push(project);
        }
    }
    Ok(made)
}

fn served(
    s: &mut Sheet<'_, '_>,
    places: &[Place],
    officers: &[Vec<Who>],
    chance: &mut Chance,
    names: &mut Names,
) -> Result<Vec<Project>> {
    let list: ListId = s.list("省级重大招商引资项目", 2021, "", Level::Province, 2)?;
    let mut made = vec![];
    for at in 0..SERVED {
        let seed = match NAMED_SERVED.get(at) {
            Some((name, firm, code)) => named(name, firm, code, places),
            None => seed(places, chance, names),
        };
        let stage =
            *chance.pick(&[Stage::Started, Stage::Building, Stage::Building, Stage::Completed, Stage::Operating]);
        let draft = Project {
            stage,
            carried: Some(Carried::Continued),
            served_by: Some("黑龙江省全要素保障工作专班".into()),
            position: i64::try_from(1000 + at).ok(),
            ..Project::default()
        };
        let project = write(s, &seed, places, officers, chance, names, draft)?;
        s.enlist(project.id, list, at + 1, None)?;
        made.push(project);
    }
    Ok(made)
}

/// The states that put a project into its bucket.
fn approvals(s: &mut Sheet<'_, '_>, campaign: &[Project]) -> Result<()> {
    for project in campaign {
        match project.stage {
            Stage::Preparing => {
                s.step(project, "A05", State::Approved, "2021-12-20", None)?;
                s.step(project, "P03", State::Submitted, "2022-02-24", None)?;
            }
            Stage::Land => {
                s.step(project, "A05", State::Approved, "2021-11-26", None)?;
                let lacking = json!({ "lacking": "施工图审查合格书", "lacking_by": "2022-04-29" });
                let set = lacking.as_object().cloned().unwrap_or_default();
                s.step_with(project, "C05", State::LackingAccepted, "2022-03-09", set)?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// The ledger is updated every quarter (000-11).
fn reports(maker: &Maker, served: &[Project], campaign: &[Project], chance: &mut Chance) -> Result<()> {
    let share: Vec<i64> = served.iter().map(|_| chance.between(20, 95)).collect();
    for (period, as_of, of) in [("2021-12", "2021-12-30", 80), ("2022-03", "2022-03-25", 100)] {
        maker.on(as_of, "progress_save", &format!("{period}季度更新"), |s| {
            for (project, share) in served.iter().zip(&share) {
                let done = project.total.unwrap_or(0) / 10_000 * share / 100 * of / 100 * WAN;
                let before = if of == 100 { done * 80 / 100 / WAN * WAN } else { 0 };
                let image = *chance.pick(&words::images(project.stage));
                s.report(
                    project.id,
                    &Told { period, as_of, done_total: done, done_year: done - before, image, ..Told::default() },
                )?;
            }
            Ok(())
        })?;
    }
    maker.on("2022-03-25", "progress_save", "2022-03会战进展", |s| {
        for project in campaign {
            let image = *chance.pick(&words::images(project.stage));
            let issue = NAMED.iter().find(|n| n.0 == project.name).map(|n| n.4);
            let trouble = chance.pick(words::troubles());
            let issue = issue.or_else(|| (chance.below(4) == 0).then_some(trouble.issue.as_str()));
            s.report(project.id, &Told { period: "2022-03", as_of: "2022-03-25", image, issue, ..Told::default() })?;
        }
        Ok(())
    })
}
