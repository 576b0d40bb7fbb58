//! Reading one project whole.

use super::{Project, check, list};
use crate::approval::query::Checklist;
use crate::enterprise::Enterprise;
use crate::error::{FieldFault, Result};
use crate::figure::base::Member;
use crate::id::ProjectId;
use crate::list::{List, Membership};
use crate::matter::Matter;
use crate::people::book::told;
use crate::people::{Contact, ContactKind, Duty};
use crate::progress::{Progress, periods::Periods};
use crate::score::{index::Index, light::Light};
use crate::store::Reader;
use crate::year;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything the project page shows but its history.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProjectFile {
    pub project: Project,
    pub region_name: Option<String>,
    pub industry_name: Option<String>,
    pub enterprise: Option<Enterprise>,
    pub contacts: Vec<Contact>,
    pub duties: Vec<Duty>,
    /// Where the address book has a number for who holds one of them.
    pub reach: Vec<DutyReach>,
    pub progress: Vec<Progress>,
    pub matters: Vec<Matter>,
    pub lists: Vec<OnList>,
    pub parent: Option<Named>,
    pub children: Vec<Named>,
    pub warnings: Vec<FieldFault>,
    pub checklist: Checklist,
    pub index: Index,
    pub light: Light,
    pub starts: super::start::query::StartFile,
    /// Work has begun at some time, by record, by 续建 or by the stage (`figure::starts::ever_begun`).
    pub begun: bool,
    /// Oldest first.
    pub standing_changes: Vec<crate::standing::StandingChange>,
    pub statistics: crate::statistics::StatisticsFile,
    /// What the reports say beside each other.
    pub figures: Periods,
    /// How many documents are attached.
    pub attachments: i64,
}

/// The number to call for a duty: the holder's mobile, else the office's, else the short one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DutyReach {
    pub duty: crate::id::DutyId,
    pub phone: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OnList {
    pub membership: Membership,
    pub list: Option<List>,
}

/// A project by name only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Named {
    pub id: ProjectId,
    pub name: String,
}

pub fn file(r: &Reader, id: ProjectId) -> Result<ProjectFile> {
    let project: Project = r.get(id)?;
    let key = id.to_string();
    let memberships: Vec<Membership> = r.all("where project = ? order by id", [&key])?;
    let lists = memberships.into_iter().map(|membership| Ok(OnList { list: r.find(membership.list)?, membership }));
    let checklist = crate::approval::query::checklist(r, id)?;
    let needs = crate::matter::edit::of_project(r, id)?;
    let mut contacts = crate::people::query::contacts(r, &key)?;
    if let Some(enterprise) = project.enterprise {
        contacts.extend(crate::people::query::contacts(r, &enterprise.to_string())?);
    }
    let progress = crate::progress::edit::of_project(r, id)?;
    let duties = crate::people::query::duties(r, id)?;
    let starts = super::start::query::of(r, &project)?;
    Ok(ProjectFile {
        begun: crate::figure::starts::ever_begun(&Member::from(project.clone()), &starts.starts, r.today()),
        starts,
        standing_changes: crate::standing::query::changes(r, id)?,
        statistics: crate::statistics::edit::of(r, &project)?,
        figures: crate::progress::periods::periods(&project, &progress, &year::query::schedules(r, id)?, r.today()),
        attachments: r.number("select count(*) from attachment where project = ?", [&key])?,
        region_name: list::region_name(r, project.region.as_deref())?.or_else(|| project.region_text.clone()),
        industry_name: project.industry.as_deref().and_then(crate::industry::name).map(str::to_string),
        enterprise: project.enterprise.map(|e| r.find(e)).transpose()?.flatten(),
        contacts,
        reach: reach(r, &duties)?,
        duties,
        progress,
        lists: lists.collect::<Result<_>>()?,
        parent: project.parent.map(|p| named(r, p)).transpose()?.flatten(),
        children: children(r, id)?,
        warnings: check::check(&project, r.today()),
        index: crate::score::query::index_of(&checklist, &needs),
        light: crate::score::query::light_of(r.calendars()?.everybody(), &project, &checklist, &needs, r.today()),
        matters: needs,
        checklist,
        project,
    })
}

fn reach(r: &Reader, duties: &[Duty]) -> Result<Vec<DutyReach>> {
    let mut found = vec![];
    for duty in duties {
        let Some(person) = duty.person else { continue };
        let contacts = crate::people::query::contacts(r, &person.to_string())?;
        let called = |kind| contacts.iter().map(told).find_map(|(own, text)| text.filter(|_| own == kind));
        let phone = [ContactKind::Mobile, ContactKind::Office, ContactKind::Short].into_iter().find_map(called);
        found.extend(phone.map(|phone| DutyReach { duty: duty.id, phone }));
    }
    Ok(found)
}

pub fn named(r: &Reader, id: ProjectId) -> Result<Option<Named>> {
    Ok(r.find::<Project>(id)?.map(|p| Named { id: p.id, name: p.name }))
}

fn children(r: &Reader, id: ProjectId) -> Result<Vec<Named>> {
    let found: Vec<Project> = r.all("where parent = ? order by position is null, position, rowid", [id.to_string()])?;
    Ok(found.into_iter().map(|p| Named { id: p.id, name: p.name }).collect())
}
