//! 大庆市 2022: a city's desk in the middle of its work, for the tour. Sixty projects at every stage and in every state, approvals in
//! every state of theirs, needs that are overdue, due and met, four months of reports. 聚碳酸酯联合项目 is the article's.

mod approvals;
mod asked;
mod handlers;
mod needs;
mod reports;
mod routes;

use super::chance::Chance;
use super::extras::{self, Happened};
use super::maker::{Maker, Sheet, Who, exact};
use super::words::{self, Names};
use crate::coded::rows;
use crate::error::Result;
use crate::id::DepartmentId;
use crate::people::staffing::{self, StaffingRules};
use crate::people::{Level, Role, UnitKind};
use crate::project::column::Column;
use crate::project::list::{Filter, Op};
use crate::project::start::{StartDecision, StartKind};
use crate::project::{Carried, Nature, Project, ProjectState, Stage};
use crate::region::OwnRegion;
use crate::standing::Standing;
use crate::time::Day;

const WAN: i64 = 10_000;
/// Who sits at this desk: the first of the 首席服务员.
const OFFICER: &str = "林晓";

/// One line of the table.
pub struct Line {
    pub name: String,
    firm: String,
    region: String,
    pub stage: Stage,
    standing: ProjectState,
    carried: Carried,
    class: String,
    total: i64,
    plan: Option<i64>,
    done_percent: i64,
    planned: Option<Day>,
}

pub fn fill(maker: &Maker) -> Result<()> {
    let (mut chance, mut names) = (Chance::new(2022), Names::default());
    let officer = maker.start("2021-11-05", OFFICER, "大庆市全要素保障专班", Level::City, "230600")?;
    let officer = Who { id: officer.person, name: OFFICER.into() };
    let units = maker.on("2021-11-05", "department_save", "成员单位", units)?;
    let staff = maker.on("2021-11-08", "person_save", "包保领导和服务人员", |s| {
        staff(s, &units, &officer, &mut chance, &mut names)
    })?;
    let lines = lines();
    asked::lists(maker)?;
    let made = maker.on("2021-12-28", "ledger_import", "2022年市重点项目台账.xlsx", |s| {
        write(s, &lines, &staff, &mut names, &mut chance)
    })?;
    let troubles: Vec<Option<usize>> =
        lines.iter().map(|_| (chance.below(10) < 4).then(|| chance.below(words::troubles().len()))).collect();
    let late: Vec<bool> = lines.iter().map(|_| chance.below(10) < 2).collect();
    let of = reports::Reports { lines: &lines, made: &made, troubles: &troubles, late: &late };
    of.month(maker, 0, "2021-12", "2021-12-29")?;
    maker.on("2022-01-05", "standing_change_save", "停工、缓建和更名", |s| standings(s, &lines, &made))?;
    of.month(maker, 1, "2022-01", "2022-01-26")?;
    of.month(maker, 2, "2022-02", "2022-02-25")?;
    extras::snapshot(maker, "2022-02-28", "2022-02", "2月底台账")?;
    needs::fill(maker, &lines, &made, &units)?;
    of.month(maker, 3, "2022-03", "2022-03-25")?;
    extras::round(maker, "2022-03-21", "2022-03", "2022-03-25", "2022-03-28", "市重点项目")?;
    maker.on("2022-03-26", "start_save", "开复工认定", |s| starts(s, &lines, &made))?;
    maker.on("2022-03-26", "statistics_entry_save", "纳统", |s| entries(s, &lines, &made))?;
    maker.on("2022-03-26", "view_save", "视图", views)?;
    maker.on("2022-03-26", "staffing_save", "人员配备", |s| {
        staffing::choose(s.w, StaffingRules { team: false, people: staffing::PEOPLE, chief: true, leader: true })
    })?;
    approvals::fill(maker, &lines, &made)?;
    routes::fill(maker, &lines, &made)?;
    handlers::fill(maker, &units, &mut names, &mut chance)?;
    asked::answers(maker, &made, &units)
}

/// The states across the stages, each with its day and reason.
fn standings(s: &mut Sheet<'_, '_>, lines: &[Line], made: &[Project]) -> Result<()> {
    let of = |name: &str| made.iter().find(|p| p.name.starts_with(name)).map(|p| p.id);
    for (line, project) in lines.iter().zip(made) {
        let winter =
            Happened { on: "2021-11-20", until: Some((2022, 4)), reason: "冬季停工", ..Happened::default() };
        let held = Happened {
            on: "2021-12-10",
            until: Some((2022, 9)),
            reason: "企业调整投资计划，建设资金未到位",
            ..Happened::default()
        };
        let merged =
            Happened {
                on: "2022-01-04", reason: "同一地块统一建设", other: of("东屹"), ..Happened::default()
            };
        match line.standing {
            ProjectState::WinterStop => extras::standing(s, project.id, Standing::WinterStop, &winter)?,
            ProjectState::Suspended => extras::standing(s, project.id, Standing::Suspended, &held)?,
            ProjectState::Merged => extras::standing(s, project.id, Standing::Merged, &merged)?,
            _ => {}
        }
    }
    let renamed =
        Happened {
            on: "2022-01-04", reason: "备案变更", name: Some("长垣油气装备制造基地"), ..Happened::default()
        };
    of("长垣").map_or(Ok(()), |id| extras::standing(s, id, Standing::Renamed, &renamed))
}

/// Of this year's starts some are recognised, some wait for the site to be seen, one was struck out.
fn starts(s: &mut Sheet<'_, '_>, lines: &[Line], made: &[Project]) -> Result<()> {
    let mut nth = 0;
    for (line, project) in lines.iter().zip(made) {
        let Some(begun) = project.started_actual else { continue };
        let rests = matches!(line.standing, ProjectState::WinterStop | ProjectState::Suspended);
        if line.carried == Carried::New {
            nth += 1;
            let on = begun.on.to_string();
            let decision = match nth {
                3 => StartDecision::Rejected,
                n if n % 4 == 0 => StartDecision::Pending,
                _ => StartDecision::Recognised,
            };
            extras::start(s, project, StartKind::New, &on, decision)?;
        } else if line.stage == Stage::Building && !rests {
            extras::start(s, project, StartKind::Resume, "2022-03-14", StartDecision::Recognised)?;
        }
    }
    Ok(())
}

/// What is in the books of the statistics bureau, and what is not yet.
fn entries(s: &mut Sheet<'_, '_>, lines: &[Line], made: &[Project]) -> Result<()> {
    for (at, (line, project)) in lines.iter().zip(made).enumerate() {
        if line.stage < Stage::Started {
            continue;
        }
        let entered =
            if line.carried == Carried::Continued { Some("2021-09") } else { (at % 3 == 0).then_some("2022-03") };
        extras::entry(s, project, entered, ["施工合同", "项目现场照片", "主要设备购置发票"][at % 3])?;
    }
    Ok(())
}

fn views(s: &mut Sheet<'_, '_>) -> Result<()> {
    extras::view(s, "红灯", vec![extras::any_of(Column::Light, "red")], None)?;
    extras::view(s, "按属地", vec![], Some(Column::Region))?;
    let soon = Filter {
        column: Column::StartedPlanned,
        op: Op::Between,
        values: vec!["2022-04-01".into(), "2022-05-31".into()],
    };
    extras::view(s, "近期开工", vec![soon], None)
}

fn lines() -> Vec<Line> {
    rows(include_str!("../../../data/sample/daqing.csv")).into_iter().map(line).collect()
}

fn line(r: Vec<String>) -> Line {
    let standing = ProjectState::find(&r[3]).unwrap_or_default();
    // A project that rests or ended was in the middle of its building, or just before it.
    let before = if standing == ProjectState::Merged { Stage::Signed } else { Stage::Building };
    let (month, by) = r[9].split_once('/').map_or((r[9].as_str(), false), |(month, _)| (month, true));
    let planned = month.split_once('-').and_then(|(y, m)| Day::month(y.parse().ok()?, m.parse().ok()?, by));
    Line {
        name: r[0].clone(),
        firm: r[1].clone(),
        region: r[2].clone(),
        stage: Stage::find(&r[3]).unwrap_or(before),
        standing,
        carried: Carried::find(&r[4]).unwrap_or(Carried::New),
        class: r[5].clone(),
        total: r[6].parse().unwrap_or(0),
        plan: r[7].parse().ok(),
        done_percent: r[8].parse().unwrap_or(0),
        planned,
    }
}

/// The units by their short names.
pub struct Units(Vec<(&'static str, DepartmentId)>);

impl Units {
    pub fn of(&self, short: &str) -> Option<DepartmentId> {
        self.0.iter().find(|u| u.0 == short).map(|u| u.1)
    }
}

const UNITS: &[(&str, &str, UnitKind)] = &[
    ("大庆市发展和改革委员会", "发改委", UnitKind::Government),
    ("大庆市工业和信息化局", "工信局", UnitKind::Government),
    ("大庆市财政局", "财政局", UnitKind::Government),
    ("大庆市人力资源和社会保障局", "人社局", UnitKind::Government),
    ("大庆市自然资源局", "自然资源局", UnitKind::Government),
    ("大庆市生态环境局", "生态环境局", UnitKind::Vertical),
    ("大庆市住房和城乡建设局", "住建局", UnitKind::Government),
    ("大庆市交通运输局", "交通局", UnitKind::Government),
    ("大庆市水务局", "水务局", UnitKind::Government),
    ("大庆市应急管理局", "应急局", UnitKind::Government),
    ("大庆市金融服务局", "金融局", UnitKind::Government),
    ("大庆市营商环境建设监督局", "营商局", UnitKind::Government),
    ("国网大庆供电公司", "供电公司", UnitKind::Utility),
    ("大庆水务集团", "水务集团", UnitKind::Utility),
    ("大庆中石油昆仑燃气公司", "燃气公司", UnitKind::Utility),
    ("中国工商银行大庆分行", "工行", UnitKind::Bank),
    ("中国建设银行大庆分行", "建行", UnitKind::Bank),
    ("龙江银行大庆分行", "龙江银行", UnitKind::Bank),
    ("大庆高新区管委会", "高新区", UnitKind::Park),
    ("林源化工园区管委会", "林源园区", UnitKind::Park),
    ("萨尔图区人民政府", "萨尔图区", UnitKind::County),
    ("龙凤区人民政府", "龙凤区", UnitKind::County),
    ("让胡路区人民政府", "让胡路区", UnitKind::County),
    ("红岗区人民政府", "红岗区", UnitKind::County),
    ("大同区人民政府", "大同区", UnitKind::County),
    ("肇州县人民政府", "肇州县", UnitKind::County),
    ("肇源县人民政府", "肇源县", UnitKind::County),
    ("林甸县人民政府", "林甸县", UnitKind::County),
    ("杜尔伯特蒙古族自治县人民政府", "杜尔伯特县", UnitKind::County),
];

/// Regions with the unit that answers for them.
const PLACES: &[(&str, &str)] = &[
    ("230600-1", "高新区"),
    ("230606-1", "林源园区"),
    ("230602", "萨尔图区"),
    ("230603", "龙凤区"),
    ("230604", "让胡路区"),
    ("230605", "红岗区"),
    ("230606", "大同区"),
    ("230621", "肇州县"),
    ("230622", "肇源县"),
    ("230623", "林甸县"),
    ("230624", "杜尔伯特县"),
];

fn units(s: &mut Sheet<'_, '_>) -> Result<Units> {
    let mut made = vec![];
    for (at, (name, short, kind)) in UNITS.iter().enumerate() {
        made.push((*short, s.unit(name, short, *kind, i64::try_from(at + 1).unwrap_or(0))?));
    }
    for (code, name, parent) in
        [("230600-1", "大庆高新技术产业开发区", "230600"), ("230606-1", "林源化工园区", "230606")]
    {
        let region = OwnRegion {
            id: s.w.new_id(),
            office: s.w.office()?,
            code: code.into(),
            name: name.into(),
            parent: parent.into(),
            note: None,
        };
        s.w.put_new(region)?;
    }
    Ok(Units(made))
}

struct Staff {
    leaders: Vec<Who>,
    officers: Vec<Who>,
    liaisons: Vec<(&'static str, Who)>,
    heads: Vec<(&'static str, Who)>,
}

fn staff(s: &mut Sheet<'_, '_>, units: &Units, officer: &Who, chance: &mut Chance, names: &mut Names) -> Result<Staff> {
    let mut phone = 2400;
    let mut staff = Staff { leaders: vec![], officers: vec![], liaisons: vec![], heads: vec![] };
    let titles = ["市委书记", "市长", "市委副书记", "常务副市长", "副市长", "副市长", "副市长", "市政协副主席"];
    for (at, (name, title)) in words::LEADERS.iter().zip(titles).enumerate() {
        staff.leaders.push(s.person(name, None, title, i64::try_from(at + 1).unwrap_or(0))?);
    }
    let office = units.of("营商局");
    s.phone(officer.id.0, &officer.name, "首席服务员", phone)?;
    staff.officers.push(officer.clone());
    for at in 1..8 {
        let who = s.person(&names.person(chance), office, "首席服务员", 20 + at)?;
        phone += 17;
        s.phone(who.id.0, &who.name, "首席服务员", phone)?;
        staff.officers.push(who);
    }
    for (at, (_, short)) in PLACES.iter().enumerate() {
        let place = i64::try_from(at).unwrap_or(0);
        let head = s.person(&names.person(chance), units.of(short), "分管负责人", 40 + place)?;
        let liaison = s.person(&names.person(chance), units.of(short), "联络员", 60 + place)?;
        phone += 17;
        s.phone(liaison.id.0, &liaison.name, "联络员", phone)?;
        staff.heads.push((short, head));
        staff.liaisons.push((short, liaison));
    }
    Ok(staff)
}

fn write(
    s: &mut Sheet<'_, '_>,
    lines: &[Line],
    staff: &Staff,
    names: &mut Names,
    chance: &mut Chance,
) -> Result<Vec<Project>> {
    let province = s.list("省重点项目", 2022, "黑发改重点〔2022〕12号", Level::Province, 1)?;
    let city = s.list("市重点项目", 2022, "庆政办发〔2022〕3号", Level::City, 2)?;
    let mut made: Vec<Project> = vec![];
    let (mut on_province, mut on_city) = (0, 0);
    for (at, line) in lines.iter().enumerate() {
        let firm = names.firm(s, &line.firm, &line.region)?;
        let mut project = project_of(line, at, chance);
        project.enterprise = Some(firm);
        if line.name.contains("苯酚丙酮") {
            // Part of the joint project above it, and counted inside it.
            project.parent = made.first().map(|p| p.id);
        }
        project.responsible_unit = UNITS.iter().find(|u| u.1 == place_of(line)).map(|u| u.0.to_string());
        let project = s.project(project)?;
        if line.total >= 60_000 && line.plan.is_some() {
            on_province += 1;
            s.enlist(project.id, province, on_province, Some(group(&line.class)))?;
        }
        if line.plan.is_some() {
            on_city += 1;
            s.enlist(project.id, city, on_city, Some(group(&line.class)))?;
        }
        people(s, &project, line, at, staff)?;
        s.phone(project.id.0, &names.person(chance), "项目经理", 3100 + at * 13)?;
        made.push(project);
    }
    Ok(made)
}

/// The leader, and who answers for the place; two newcomers have no service officer yet, as the wall of responsibility shows.
fn people(s: &mut Sheet<'_, '_>, project: &Project, line: &Line, at: usize, staff: &Staff) -> Result<()> {
    let place = place_of(line);
    if line.stage > Stage::Conceived {
        s.duty(project.id, Role::Leader, &staff.leaders[at % staff.leaders.len()], "2022-01-04")?;
    }
    if line.stage > Stage::Negotiating || at.is_multiple_of(2) {
        s.duty(project.id, Role::ChiefServiceOfficer, &staff.officers[at % staff.officers.len()], "2022-01-04")?;
    }
    if let Some((_, who)) = staff.heads.iter().find(|h| h.0 == place) {
        s.duty(project.id, Role::UnitHead, who, "2022-01-04")?;
    }
    if let Some((_, who)) = staff.liaisons.iter().find(|l| l.0 == place) {
        s.duty(project.id, Role::Liaison, who, "2022-01-04")?;
    }
    Ok(())
}

fn place_of(line: &Line) -> &'static str {
    PLACES.iter().find(|p| p.0 == line.region).map_or("", |p| p.1)
}

fn group(class: &str) -> &'static str {
    match class {
        "emerging" => "一、战略性新兴产业",
        "industrial" => "二、工业",
        _ => "三、服务业和农业",
    }
}

fn project_of(line: &Line, at: usize, chance: &mut Chance) -> Project {
    let new = line.carried == Carried::New;
    let product =
        words::products(&line.class).into_iter().find(|p| line.name.contains(p.name.trim_end_matches("项目")));
    let industry = product.map_or("26", |p| p.industry.as_str());
    let begun = line.stage >= Stage::Started;
    let started = if begun && new {
        exact(&format!("2022-03-{:02}", chance.between(3, 22)))
    } else if begun {
        exact(&format!("2021-{:02}-{:02}", chance.between(4, 9), chance.between(1, 28)))
    } else {
        None
    };
    let done = line.stage >= Stage::Completed;
    let code_region = line.region.get(..6).unwrap_or("230600");
    Project {
        name: line.name.clone(),
        code: Some(format!("21{:02}-{code_region}-04-01-{:06}", chance.between(3, 12), 110_000 + at * 773)),
        region: Some(line.region.clone()),
        site: (line.region == "230606-1").then(|| "林源化工园区B区".to_string()),
        industry: Some(industry.into()),
        chain: chain(&line.class, &line.name).map(str::to_string),
        tags: Some(words::tags(&line.class).into()),
        content: Some(content(line, product)),
        scale: product.map(|p| p.scale.clone()),
        nature: Some(nature(&line.name)),
        carried: Some(line.carried),
        stage: line.stage,
        total: Some(line.total * WAN),
        total_about: line.stage <= Stage::Negotiating,
        plan_year: line.plan.map(|_| 2022),
        plan: line.plan.map(|p| p * WAN),
        arrived: begun.then(|| line.total * WAN * (line.done_percent + 8).min(100) / 100),
        introduced_by: new.then(|| "大庆市商务局".to_string()),
        served_by: (line.stage >= Stage::Signed).then(|| "大庆市营商环境建设监督局".to_string()),
        signed_actual: (line.stage >= Stage::Signed)
            .then(|| exact(&format!("20{}-{:02}-18", if new { 21 } else { 20 }, chance.between(3, 12))))
            .flatten(),
        started_planned: line.planned,
        started_actual: started,
        completed_planned: Day::month(
            if new { 2023 } else { 2022 },
            u32::try_from(chance.between(6, 12)).unwrap_or(12),
            true,
        )
        .filter(|_| !done && line.stage >= Stage::Preparing),
        completed_actual: if done { exact(&format!("2022-02-{:02}", chance.between(1, 27))) } else { None },
        position: i64::try_from(at + 1).ok(),
        note: Some(super::MARK.into()),
        ..Project::default()
    }
}

fn nature(name: &str) -> Nature {
    match (name.contains("技改"), name.contains("扩")) {
        (true, _) => Nature::Upgrade,
        (_, true) => Nature::Expansion,
        _ => Nature::NewBuild,
    }
}

fn content(line: &Line, product: Option<&words::Product>) -> String {
    if line.name.contains("苯酚丙酮") {
        return "建设35万吨/年苯酚丙酮装置及配套公用工程".into();
    }
    if line.name.contains("聚碳酸酯") {
        return "建设35万吨/年苯酚丙酮、24万吨/年双酚A、20万吨/年聚碳酸酯装置，配套火炬、电力、蒸汽管线".into();
    }
    product.map_or_else(|| format!("建设{}及配套设施", line.name), |p| format!("新建厂房和公用设施，{}", p.scale))
}

fn chain(class: &str, name: &str) -> Option<&'static str> {
    let known = [
        ("化工", "石油化工"),
        ("聚", "石油化工"),
        ("苯酚", "石油化工"),
        ("石墨", "石墨和新材料"),
        ("农机", "高端装备"),
        ("油气装备", "高端装备"),
        ("机器人", "高端装备"),
        ("玉米", "农产品精深加工"),
        ("大豆", "农产品精深加工"),
        ("乳品", "农产品精深加工"),
        ("数据", "数字经济"),
        ("汽车", "汽车及零部件"),
    ];
    known
        .iter()
        .find(|(part, _)| name.contains(part))
        .map(|k| k.1)
        .or((class == "emerging").then_some("战略性新兴产业"))
}
