//! 本月新变化: what of the ledger differs from the end of last month, for papers that mark it in red (practice C34).
//!
//! Reports are those up to that month; everything else is put back from the change log to the last moment of that month.

use super::SnapshotRow;
use super::compare::{LineChange, lines};
use super::query::{NEVER, ledger};
use crate::enterprise::Enterprise;
use crate::error::Result;
use crate::id::ProjectId;
use crate::matter::{Matter, MatterKind};
use crate::people::{Contact, Duty, Role};
use crate::project::Project;
use crate::project::list::{plan_of, region_name, share};
use crate::round::months_before;
use crate::statistics::StatisticsEntry;
use crate::store::past::{Since, since};
use crate::store::{Reader, Record};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap, HashSet};
use ts_rs::TS;
use uuid::Uuid;

/// Which end of a month papers are compared with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewsSince {
    /// `YYYY-MM`
    pub month: String,
    /// The ledger was empty then: there is nothing to compare with, and nothing is marked.
    pub bare: bool,
}

/// What is new of one project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RowNews {
    /// It was not there.
    pub whole: bool,
    /// Names of fields, as a comparison of snapshots has them, and those of the project besides.
    pub fields: BTreeSet<String>,
}

impl RowNews {
    /// One of these fields is new.
    #[must_use]
    pub fn has(&self, fields: &[&str]) -> bool {
        self.whole || fields.iter().any(|field| self.fields.contains(*field))
    }
}

/// What is new of the projects that differ.
#[derive(Clone, Debug)]
pub struct News {
    pub since: NewsSince,
    rows: HashMap<ProjectId, RowNews>,
}

impl News {
    #[must_use]
    pub fn of(&self, project: ProjectId) -> Option<&RowNews> {
        self.rows.get(&project)
    }
}

/// A month's papers are made in the first days of the next one; up to this day, while no report of that one is in, they are last
/// month's.
const PAPERS_UNTIL: u32 = 10;

/// The first day of the month whose changes are marked.
fn begin(r: &Reader) -> Result<NaiveDate> {
    let today = r.today();
    let month = |day: NaiveDate| day.with_day(1).unwrap_or(day);
    let sql = "select exists (select 1 from progress where basis = 'dispatch' and period = ?)";
    let reported = today.day() > PAPERS_UNTIL || r.number(sql, [today.format("%Y-%m").to_string()])? != 0;
    Ok(if reported { month(today) } else { month(month(today).pred_opt().unwrap_or(today)) })
}

/// What of these projects differs from the end of the month before the one that is marked. A project was there if the desk had it or a report
/// of that month or an earlier one says so; of one that only its report vouches for, nothing but the report is compared.
pub fn news(r: &Reader, ids: &[ProjectId]) -> Result<News> {
    let begin = begin(r)?;
    let (month, ms) = (months_before(&begin.format("%Y-%m").to_string(), 1), midnight(begin));
    let since = NewsSince { bare: !stood(r, &month, ms)?, month };
    if since.bare || ids.is_empty() {
        return Ok(News { since, rows: HashMap::new() });
    }
    let then = Then::read(r, ids, ms)?;
    let mut old = ledger(r, &since.month, Some(ids))?;
    old.retain(|row| row.reported.is_some() || !then.made.contains(&row.project));
    for row in &mut old {
        then.put_back(r, row)?;
    }
    let rows = compared(&old, &ledger(r, NEVER, Some(ids))?, then.others);
    Ok(News { since, rows })
}

/// The first moment of a day in Beijing.
fn midnight(day: NaiveDate) -> i64 {
    day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis() - 8 * 3_600_000
}

fn stood(r: &Reader, month: &str, ms: i64) -> Result<bool> {
    let sql = "select exists (select 1 from project p join changeset c on c.id = p.origin where c.ms < ?)
        or exists (select 1 from progress where basis = 'dispatch' and period <= ?)";
    Ok(r.number(sql, rusqlite::params![ms, month])? != 0)
}

fn compared(
    old: &[SnapshotRow],
    new: &[SnapshotRow],
    others: HashMap<ProjectId, BTreeSet<String>>,
) -> HashMap<ProjectId, RowNews> {
    let mut rows: HashMap<ProjectId, RowNews> = HashMap::new();
    for (project, fields) in others {
        rows.entry(project).or_default().fields = fields;
    }
    for line in lines(old, new).into_iter().filter(|line| line.kind != LineChange::Gone) {
        let row = rows.entry(line.project).or_default();
        row.whole = line.kind == LineChange::Added;
        row.fields.extend(line.fields.into_iter().map(|change| change.field));
    }
    let before: HashMap<ProjectId, &SnapshotRow> = old.iter().map(|row| (row.project, row)).collect();
    for now in new {
        if let (Some(row), Some(then)) = (rows.get_mut(&now.project), before.get(&now.project)) {
            for (rate, of, parts) in RATES {
                if row.has(parts) && of(then) != of(now) {
                    row.fields.insert((*rate).into());
                }
            }
        }
    }
    rows
}

type Rate = (&'static str, fn(&SnapshotRow) -> Option<i64>, &'static [&'static str]);

/// Rates are not stored: new where what they are worked out from is, and they come out otherwise.
static RATES: &[Rate] = &[
    (
        "rate",
        |row| row.done_total.zip(row.total).and_then(|(done, total)| share(done, total)),
        &["done_total", "total"],
    ),
    (
        "year_rate",
        |row| {
            let plan = row.reported.as_deref().and_then(|period| plan_of(row.plan, row.plan_year, period));
            row.done_year.zip(plan).and_then(|(done, plan)| share(done, plan))
        },
        &["done_year", "plan"],
    ),
];

/// What the change log says of then.
struct Then {
    /// Made since.
    made: HashSet<ProjectId>,
    /// Edited since, as they were.
    projects: HashMap<ProjectId, Project>,
    leaders: HashMap<ProjectId, Option<String>>,
    /// Fields that differ and are in no snapshot.
    others: HashMap<ProjectId, BTreeSet<String>>,
}

impl Then {
    fn read(r: &Reader, ids: &[ProjectId], ms: i64) -> Result<Self> {
        let asked: HashSet<ProjectId> = ids.iter().copied().collect();
        let mut then =
            Self { made: HashSet::new(), projects: HashMap::new(), leaders: HashMap::new(), others: HashMap::new() };
        since::<Project>(r, ms, |what| {
            match what {
                Since::Made(now) => {
                    then.made.insert(now.id);
                }
                Since::Edited { then: old, now } if asked.contains(&now.id) => {
                    let differing = old.differing(&now).into_iter().map(|(at, _)| Project::META.fields[at]);
                    let others: Vec<_> = differing.filter(|f| !SnapshotRow::META.fields.contains(f)).collect();
                    then.also(now.id, &others);
                    then.projects.insert(now.id, old);
                }
                Since::Edited { .. } | Since::Removed(_) => {}
            }
            Ok(())
        })?;
        let asked: HashSet<ProjectId> = asked.difference(&then.made).copied().collect();
        then.duties(r, ms, &asked)?;
        then.contacts(r, ms, &asked)?;
        then.needs(r, ms, &asked)?;
        then.statistics(r, ms, &asked)?;
        Ok(then)
    }

    fn also(&mut self, project: ProjectId, fields: &[&str]) {
        if !fields.is_empty() {
            self.others.entry(project).or_default().extend(fields.iter().map(|f| (*f).to_string()));
        }
    }

    fn duties(&mut self, r: &Reader, ms: i64, asked: &HashSet<ProjectId>) -> Result<()> {
        let held = |duties: &[Duty], role| {
            duties.iter().find(|d| d.role == role && d.until.is_none()).map(|duty| duty.name.clone())
        };
        let order = |d: &Duty| (d.position.is_none(), d.position, d.id.0);
        for (project, old, now) in of_projects::<Duty>(r, ms, asked, |d| d.project, order)? {
            let differs = |role| held(&old, role) != held(&now, role);
            if differs(Role::Leader) {
                self.leaders.insert(project, held(&old, Role::Leader));
            }
            let others = [Role::ChiefServiceOfficer, Role::Liaison].into_iter().filter(|role| differs(*role));
            self.also(project, &others.map(Role::code).collect::<Vec<_>>());
        }
        Ok(())
    }

    fn contacts(&mut self, r: &Reader, ms: i64, asked: &HashSet<ProjectId>) -> Result<()> {
        let order = |c: &Contact| (c.position.is_none(), c.position, c.id.0);
        for (project, old, now) in of_projects::<Contact>(r, ms, asked, |c| c.owner, order)? {
            let (old, now) = (old.first(), now.first());
            let name = |c: Option<&Contact>| c.and_then(|c| c.name.clone());
            let phone = |c: Option<&Contact>| c.and_then(|c| c.phone.clone());
            let new = [("contact", name(old) != name(now)), ("phone", phone(old) != phone(now))];
            self.also(project, &new.into_iter().filter(|(_, new)| *new).map(|(field, _)| field).collect::<Vec<_>>());
        }
        Ok(())
    }

    fn needs(&mut self, r: &Reader, ms: i64, asked: &HashSet<ProjectId>) -> Result<()> {
        let order = |m: &Matter| (false, None, m.id.0);
        for (project, old, now) in of_projects::<Matter>(r, ms, asked, |m| m.project, order)? {
            let new = NEEDS
                .iter()
                .filter(|(_, element, unit)| required(&old, element, unit) != required(&now, element, unit));
            self.also(project, &new.map(|(field, ..)| *field).collect::<Vec<_>>());
        }
        Ok(())
    }

    fn statistics(&mut self, r: &Reader, ms: i64, asked: &HashSet<ProjectId>) -> Result<()> {
        let order = |e: &StatisticsEntry| (false, None, e.id.0);
        for (project, old, now) in of_projects::<StatisticsEntry>(r, ms, asked, |e| e.project, order)? {
            let (old, now) = (old.first(), now.first());
            let state = |e: Option<&StatisticsEntry>| e.map(StatisticsEntry::state);
            let period = |e: Option<&StatisticsEntry>| e.and_then(|e| e.entered_period.clone());
            let new = [("statistics", state(old) != state(now)), ("entered_period", period(old) != period(now))];
            self.also(project, &new.into_iter().filter(|(_, new)| *new).map(|(field, _)| field).collect::<Vec<_>>());
        }
        Ok(())
    }

    /// Turns a line as it is into the line as it was, but for its report, which is of then already.
    fn put_back(&self, r: &Reader, row: &mut SnapshotRow) -> Result<()> {
        if let Some(old) = self.projects.get(&row.project).cloned() {
            let region = old.region.or(old.region_text);
            if row.region != region {
                row.region_name = region_name(r, region.as_deref())?.or_else(|| region.clone());
            }
            let enterprise = old.enterprise.map(|id| r.find::<Enterprise>(id)).transpose()?.flatten();
            *row = SnapshotRow {
                name: old.name,
                code: old.code,
                region,
                enterprise: enterprise.map(|e| e.name),
                responsible_unit: old.responsible_unit,
                chain: old.chain,
                tags: old.tags,
                stage: old.stage,
                standing: old.standing,
                carried: old.carried,
                counted: old.counted,
                parent: old.parent,
                total: old.total,
                plan_year: old.plan_year,
                plan: old.plan,
                arrived: old.arrived,
                started_planned: old.started_planned,
                started_actual: old.started_actual,
                completed_planned: old.completed_planned,
                completed_actual: old.completed_actual,
                ..row.clone()
            };
        }
        if let Some(leader) = self.leaders.get(&row.project) {
            row.leader.clone_from(leader);
        }
        Ok(())
    }
}

/// What is required of an element in one unit: the field of its news, the element, the unit.
pub static NEEDS: [(&str, &str, &str); 3] =
    [("need_land", "用地", "亩"), ("need_labour", "用工", "人"), ("need_money", "融资", "万元")];

/// Sum of what is required of an element in one unit, thousandths; none where nothing is.
#[must_use]
pub fn required(matters: &[Matter], element: &str, unit: &str) -> Option<i64> {
    let fits = |m: &&Matter| {
        m.kind == MatterKind::Need && m.element.as_deref() == Some(element) && m.unit.as_deref() == Some(unit)
    };
    let mut found = matters.iter().filter(fits).filter_map(|m| m.required).peekable();
    found.peek()?;
    Some(found.sum())
}

type Order = (bool, Option<i64>, Uuid);

/// A project with the records of a table it had then, and those it has now.
type ThenAndNow<T> = (ProjectId, Vec<T>, Vec<T>);

/// Of each project whose records of a table changed since, those it had then and those it has now, in order.
fn of_projects<T: Record + Clone>(
    r: &Reader,
    ms: i64,
    asked: &HashSet<ProjectId>,
    of: fn(&T) -> ProjectId,
    order: fn(&T) -> Order,
) -> Result<Vec<ThenAndNow<T>>> {
    let mut touched: HashMap<ProjectId, HashMap<Uuid, Option<T>>> = HashMap::new();
    since::<T>(r, ms, |what| {
        let (then, now) = match what {
            Since::Made(now) => (None, Some(now)),
            Since::Edited { then, now } => (Some(then), Some(now)),
            Since::Removed(then) => (Some(then), None),
        };
        if let Some(now) = now.filter(|now| asked.contains(&of(now))) {
            touched.entry(of(&now)).or_default().insert(now.uuid(), None);
        }
        if let Some(then) = then.filter(|then| asked.contains(&of(then))) {
            touched.entry(of(&then)).or_default().insert(then.uuid(), Some(then));
        }
        Ok(())
    })?;
    let parent = T::META.parent.unwrap_or("project");
    let both = |(project, touched): (ProjectId, HashMap<Uuid, Option<T>>)| {
        let mut now: Vec<T> = r.all(&format!("where {parent} = ?"), [project.to_string()])?;
        let kept = now.iter().filter(|one| !touched.contains_key(&one.uuid())).cloned();
        let mut then: Vec<T> = kept.chain(touched.values().flatten().cloned()).collect();
        now.sort_by_key(order);
        then.sort_by_key(order);
        Ok((project, then, now))
    };
    touched.into_iter().map(both).collect()
}
