//! Questions 6 and 7, 卡在谁那儿最多、这个项目为啥还不开工: in whose hands open approvals, needs and tasks lie, and since when.

use super::base::{Base, Member};
use super::percent::Manner;
use super::rows::{Count, RowKind};
use crate::approval::fast::FastHeld;
use crate::approval::query::{Checklist, Listed, Rules, before_start, checklist_of, recorded};
use crate::approval::state::State;
use crate::approval::template::ItemKind;
use crate::calendar::Calendar;
use crate::codes;
use crate::error::Result;
use crate::id::{DepartmentId, ProjectId};
use crate::matter::{Matter, MatterKind};
use crate::project::Project;
use crate::project::start::StartKind;
use crate::store::Reader;
use crate::time::Day;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};
use ts_rs::TS;

/// How many holders are told.
const FIRST: usize = 3;

codes! {
    /// What somebody holds.
    pub enum Held { Approval = "approval", Need = "need", Issue = "issue", Task = "task" }
}

/// One open thing and who has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Holding {
    pub project: ProjectId,
    pub project_name: String,
    pub kind: Held,
    /// The unit; absent where the applicant has to move (补正、等企业).
    pub holder: Option<String>,
    pub holder_en: Option<String>,
    pub what: String,
    pub what_en: String,
    #[ts(type = "string | null")]
    pub since: Option<NaiveDate>,
    /// Working days since then.
    pub days: Option<i64>,
}

/// The holder of the most open things.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Holder {
    pub name: Option<String>,
    pub name_en: Option<String>,
    pub items: i64,
    /// Its projects.
    pub projects: Count,
    /// The one it has had longest.
    pub longest: Option<Holding>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Stuck {
    /// Open things in all.
    pub items: i64,
    pub holders: i64,
    /// Most first; of equals, who has had one longest.
    pub first: Vec<Holder>,
}

/// Everything open of the projects of a scope.
pub fn of_base(r: &Reader, base: &Base) -> Result<Vec<Holding>> {
    let by_id = base.by_id();
    let units = units(r)?;
    let mut found = vec![];
    let with_approvals: Vec<ProjectId> = {
        let mut find = r.db().prepare_cached("select distinct project from approval_step")?;
        let rows = find.query_map([], |row| crate::store::record::cell(row, 0))?;
        rows.collect::<rusqlite::Result<_>>()?
    };
    let calendar = r.calendars()?.everybody();
    for id in with_approvals.into_iter().filter(|id| by_id.contains_key(id)) {
        let project: Project = r.get(id)?;
        let list = checklist_at(r, &project, base.as_of)?;
        found.extend(list.items.iter().filter_map(|item| of_item(&project, item)));
    }
    let matters: Vec<Matter> = r.all("where department is not null or handler is not null order by id", [])?;
    for matter in &matters {
        if let Some(member) = by_id.get(&matter.project)
            && is_raised(matter, base.as_of)
            && is_open(matter, base.as_of)
        {
            found.push(of_matter(calendar, &member.name, matter, &units, base.as_of));
        }
    }
    Ok(found)
}

/// The checklist with the steps known up to `as_of`.
pub fn checklist_at(r: &Reader, project: &Project, as_of: NaiveDate) -> Result<Checklist> {
    let mut known = recorded(r, project.id)?;
    known.steps.retain(|step| step.happened_on <= as_of);
    Ok(checklist_of(Rules::of(r)?, project, known, as_of))
}

/// What units are called in a sentence: the short name where there is one.
pub fn units(r: &Reader) -> Result<HashMap<DepartmentId, String>> {
    let all = crate::people::query::departments(r)?;
    Ok(all.into_iter().map(|d| (d.id, d.short_name.unwrap_or(d.name))).collect())
}

fn of_item(project: &Project, item: &Listed) -> Option<Holding> {
    let held = item.in_hand.clone()?;
    Some(Holding {
        project: project.id,
        project_name: project.name.clone(),
        kind: Held::Approval,
        holder: held.holder,
        holder_en: held.holder_en,
        what: item.name.clone(),
        what_en: item.name_en.clone(),
        since: held.since,
        days: held.days,
    })
}

fn of_matter(
    calendar: &Calendar,
    project: &str,
    m: &Matter,
    units: &HashMap<DepartmentId, String>,
    as_of: NaiveDate,
) -> Holding {
    let holder = m.department.and_then(|d| units.get(&d).cloned()).or_else(|| m.handler.clone());
    let what = m.content.clone().or_else(|| m.element.clone()).unwrap_or_default();
    Holding {
        project: m.project,
        project_name: project.into(),
        kind: match m.kind {
            MatterKind::Need => Held::Need,
            MatterKind::Issue => Held::Issue,
            MatterKind::Task => Held::Task,
        },
        holder: holder.clone(),
        holder_en: holder,
        what_en: what.clone(),
        what,
        since: m.raised_on,
        days: m.raised_on.map(|day| waited(calendar, day, as_of)),
    }
}

/// Known of on a day; what has no day of its own was always there.
#[must_use]
pub fn is_raised(m: &Matter, as_of: NaiveDate) -> bool {
    m.raised_on.is_none_or(|day| day <= as_of)
}

/// Neither closed nor delivered in full.
#[must_use]
pub fn is_open(m: &Matter, as_of: NaiveDate) -> bool {
    let met = m.required.is_some_and(|required| required > 0 && m.delivered.unwrap_or(0) >= required);
    m.closed_on.is_none_or(|day| day > as_of) && !met
}

fn waited(calendar: &Calendar, since: NaiveDate, as_of: NaiveDate) -> i64 {
    calendar.working_between(since, as_of).max(0)
}

/// The three who hold the most.
#[must_use]
pub fn stuck(holdings: &[Holding]) -> Stuck {
    let mut by: BTreeMap<Option<&str>, Vec<&Holding>> = BTreeMap::new();
    for holding in holdings {
        by.entry(holding.holder.as_deref()).or_default().push(holding);
    }
    let holders = i64::try_from(by.len()).unwrap_or(i64::MAX);
    let mut first: Vec<Holder> = by
        .into_iter()
        .map(|(name, held)| {
            let projects: HashSet<ProjectId> = held.iter().map(|h| h.project).collect();
            Holder {
                name: name.map(str::to_string),
                name_en: held[0].holder_en.clone(),
                items: i64::try_from(held.len()).unwrap_or(i64::MAX),
                projects: Count::keyed(RowKind::Held, projects.len(), name.unwrap_or_default()),
                longest: held.iter().filter(|h| h.days.is_some()).max_by_key(|h| h.days).map(|h| (*h).clone()),
            }
        })
        .collect();
    first.sort_by_key(|h| std::cmp::Reverse((h.items, h.longest.as_ref().and_then(|l| l.days))));
    first.truncate(FIRST);
    Stuck { items: i64::try_from(holdings.len()).unwrap_or(i64::MAX), holders, first }
}

/// The projects of which `holder` (empty: the applicant) holds something.
#[must_use]
pub fn held_by(holdings: &[Holding], holder: &str) -> Vec<ProjectId> {
    let fits = |h: &&Holding| h.holder.as_deref().unwrap_or_default() == holder;
    let mut seen = HashSet::new();
    holdings.iter().filter(fits).map(|h| h.project).filter(|id| seen.insert(*id)).collect()
}

/// One approval that still stands between a project and its start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Missing {
    pub code: String,
    pub name: String,
    pub name_en: String,
    pub kind: ItemKind,
    pub state: State,
    /// Who has it now; absent where the applicant has to move, or it was never handed in.
    pub holder: Option<String>,
    pub holder_en: Option<String>,
    /// Working days in their hands; none for one that was never handed in.
    pub days: Option<i64>,
    /// Every day it takes longer moves the start.
    pub critical: bool,
    #[ts(type = "string | null")]
    pub forecast_on: Option<NaiveDate>,
}

/// Why a project has not started.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct WhyNot {
    pub id: ProjectId,
    pub name: String,
    #[ts(type = "string")]
    pub as_of: NaiveDate,
    /// When work began, by the rule that counts 开复工 asked of every year: a start that was struck out is none.
    pub started: Option<Day>,
    /// It is begun though nobody recorded when: 续建, or its stage says so.
    pub begun: bool,
    pub planned: Option<Day>,
    /// What start of construction waits for, what holds it up first; nothing where it waits for the letters of 一会三函.
    pub missing: Vec<Missing>,
    /// The letters bring the start: they are sooner than the formal papers. Otherwise those are what it waits for, though the project
    /// has 一会三函.
    pub by_letters: bool,
    /// 一会三函, where the project has it; nothing once the formal papers are all there.
    pub fast: Option<FastHeld>,
    /// Of these approvals, those nobody asked about yet.
    pub not_collected: i64,
    /// Something is recorded of its approvals.
    pub known: bool,
    /// The earliest lawful start by forecast.
    #[ts(type = "string | null")]
    pub start_on: Option<NaiveDate>,
    /// Open needs and problems, longest first.
    pub open: Vec<Holding>,
}

pub fn why_not(r: &Reader, id: ProjectId) -> Result<WhyNot> {
    let (project, as_of): (Project, _) = (r.get(id)?, r.today());
    let starts = crate::project::start::query::starts(r, id)?;
    let first = super::starts::first_begun(&starts, project.started_actual, as_of);
    let begun = super::starts::ever_begun(&Member::from(project.clone()), &starts, as_of);
    let list = checklist_at(r, &project, as_of)?;
    let before = before_start(&list);
    let fast = list.fast.clone().filter(|fast| !fast.open.is_empty() || list.formal_on.is_none());
    let letters_on = fast.as_ref().and_then(|fast| fast.start_on);
    let by_letters = letters_on.is_some_and(|on| list.formal_on.is_none_or(|formal| on <= formal));
    let calendar = r.calendars()?.everybody();
    let mut missing: Vec<Missing> = list
        .items
        .iter()
        .filter(|i| {
            !by_letters && before.contains(i.code.as_str()) && !i.done && i.waived.is_none() && i.state.counts()
        })
        .map(missing)
        .collect();
    missing.sort_by_key(|m| (!m.critical, std::cmp::Reverse(m.days), m.forecast_on));
    let unknown = |i: &&Listed| before.contains(i.code.as_str()) && i.state == State::NotCollected;
    let units = units(r)?;
    let matters = crate::matter::edit::of_project(r, id)?;
    let open = matters.iter().filter(|m| is_open(m, as_of) && m.kind != MatterKind::Task);
    let mut open: Vec<Holding> = open.map(|m| of_matter(calendar, &project.name, m, &units, as_of)).collect();
    open.sort_by_key(|h| std::cmp::Reverse(h.days));
    let known = list.items.iter().any(|i| i.state.counts());
    Ok(WhyNot {
        id,
        as_of,
        started: first.and_then(|first| {
            // A resumption is no start of construction, though it shows that there was one.
            let declared = first.recognised && first.kind == StartKind::New;
            if declared { Some(Day::exact(first.on)) } else { project.started_actual }
        }),
        begun,
        planned: project.started_planned,
        missing,
        not_collected: i64::try_from(list.items.iter().filter(unknown).count()).unwrap_or(i64::MAX),
        known,
        start_on: list.start_on.filter(|_| known || by_letters),
        by_letters,
        fast,
        open,
        name: project.name,
    })
}

fn missing(item: &Listed) -> Missing {
    let held = item.in_hand.as_ref();
    Missing {
        code: item.code.clone(),
        name: item.name.clone(),
        name_en: item.name_en.clone(),
        kind: item.kind,
        state: item.state,
        holder: held.and_then(|held| held.holder.clone()),
        holder_en: held.and_then(|held| held.holder_en.clone()),
        days: held.and_then(|held| held.days),
        critical: item.critical,
        forecast_on: item.forecast_on,
    }
}

/// Approvals decided in favour, of those that are asked of the project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Papers {
    pub done: i64,
    pub required: i64,
    pub not_collected: i64,
    pub rate: Option<super::percent::Percent>,
}

#[must_use]
pub fn papers(list: &Checklist, manner: Manner) -> Papers {
    let done = list.items.iter().filter(|i| i.done && i.waived.is_none()).count();
    let done = i64::try_from(done).unwrap_or(i64::MAX);
    let rate = super::percent::Percent::of(done, list.required, manner);
    Papers { done, required: list.required, not_collected: list.not_collected, rate }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn holding(project: u128, holder: Option<&str>, days: Option<i64>) -> Holding {
        Holding {
            project: ProjectId(Uuid::from_u128(project)),
            project_name: format!("项目{project}"),
            kind: Held::Approval,
            holder: holder.map(str::to_string),
            holder_en: holder.map(str::to_string),
            what: "环评".into(),
            what_en: "EIA".into(),
            since: None,
            days,
        }
    }

    #[test]
    fn three_hold_the_most_and_the_longest_breaks_a_tie() {
        let all = [
            holding(1, Some("资规局"), Some(3)),
            holding(1, Some("资规局"), Some(19)),
            holding(2, Some("资规局"), None),
            holding(2, Some("供电公司"), Some(9)),
            holding(3, Some("住建局"), Some(11)),
            holding(4, Some("水务局"), Some(1)),
            holding(4, None, Some(30)),
            holding(5, None, Some(2)),
        ];
        let found = stuck(&all);
        let told: Vec<_> = found
            .first
            .iter()
            .map(|h| (h.name.as_deref(), h.items, h.projects.n, h.longest.as_ref().and_then(|l| l.days)))
            .collect();
        assert_eq!(told, [(Some("资规局"), 3, 2, Some(19)), (None, 2, 2, Some(30)), (Some("住建局"), 1, 1, Some(11))]);
        assert_eq!((found.items, found.holders), (8, 5));
        for holder in &found.first {
            let key = holder.projects.key.as_deref().unwrap();
            assert_eq!(held_by(&all, key).len() as i64, holder.projects.n, "a count opens as many rows");
        }
        assert_eq!(stuck(&all[1..]).first[0].items, 2);
    }
}
