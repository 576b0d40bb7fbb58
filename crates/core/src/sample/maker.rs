//! Writing the sample's records through the same door as everything else, at the moments they are said to be from.

use super::{MARK, midnight};
use crate::approval::edit::NewStep;
use crate::approval::state::State;
use crate::code::credit;
use crate::desk::{Caller, Desk};
use crate::enterprise::Enterprise;
use crate::error::Result;
use crate::id::{DepartmentId, EnterpriseId, ListId, MatterId, PersonId, ProjectId};
use crate::list::List;
use crate::list::edit::Enlist;
use crate::matter::Matter;
use crate::people::edit::{Start, Started};
use crate::people::{Contact, Department, Duty, Level, Person, Role, UnitKind};
use crate::progress::{Basis, Progress};
use crate::project::Project;
use crate::store::Writer;
use crate::store::patch::Patch;
use crate::time::{Clock, Day};
use chrono::NaiveDate;
use std::sync::atomic::{AtomicI64, Ordering};

/// A day written `YYYY-MM-DD`.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day of the sample")
}

/// A day as a project has it, exact.
pub fn exact(text: &str) -> Option<Day> {
    Some(Day::exact(day(text)))
}

/// A clock that the making moves.
#[derive(Default)]
pub struct Moment(AtomicI64);

impl Clock for Moment {
    fn now_ms(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Makes one office.
pub struct Maker<'d> {
    desk: &'d Desk,
    moment: &'d Moment,
}

impl<'d> Maker<'d> {
    pub fn new(desk: &'d Desk, moment: &'d Moment) -> Self {
        Self { desk, moment }
    }

    fn at(&self, date: &str, hour: i64) {
        self.moment.0.store(midnight(day(date)) + hour * 3_600_000, Ordering::Relaxed);
    }

    /// The first run of this office.
    pub fn start(&self, date: &str, person: &str, office: &str, level: Level, region: &str) -> Result<Started> {
        self.at(date, 9);
        let start = Start { person: person.into(), office: office.into(), level, region: Some(region.into()) };
        Ok(self.desk.write("desk_start", &Caller::default(), |w| crate::people::edit::start(w, start))?.value)
    }

    /// One action of the office on a day, under a command's name. It is not on the undo stack of whoever looks at the sample.
    pub fn on<T>(
        &self,
        date: &str,
        label: &'static str,
        subject: &str,
        job: impl FnOnce(&mut Sheet<'_, '_>) -> Result<T>,
    ) -> Result<T> {
        self.at(date, 10);
        let write = |w: &mut Writer| {
            w.lasting();
            let value = job(&mut Sheet { w })?;
            w.subject(subject);
            Ok(value)
        };
        Ok(self.desk.write(label, &Caller::default(), write)?.value)
    }
}

/// A person who was written down.
#[derive(Clone, Debug)]
pub struct Who {
    pub id: PersonId,
    pub name: String,
}

/// What one report of a project says.
#[derive(Clone, Copy, Debug, Default)]
pub struct Told<'t> {
    pub period: &'t str,
    pub as_of: &'t str,
    /// 元.
    pub done_total: i64,
    pub done_year: i64,
    pub done_month: i64,
    pub image: &'t str,
    pub issue: Option<&'t str>,
    pub next_step: Option<&'t str>,
}

/// A need of an element. Quantities in thousandths of the unit.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'t> {
    pub element: &'t str,
    pub content: &'t str,
    pub unit: &'t str,
    pub required: i64,
    pub delivered: i64,
    pub need_by: Option<&'t str>,
    pub raised_on: &'t str,
    pub closed_on: Option<&'t str>,
    pub promised_on: Option<&'t str>,
    pub source: Option<&'t str>,
    pub department: Option<DepartmentId>,
}

/// Records being written in one action.
pub struct Sheet<'a, 'c> {
    pub w: &'a mut Writer<'c>,
}

impl Sheet<'_, '_> {
    pub fn unit(&mut self, name: &str, short: &str, kind: UnitKind, position: i64) -> Result<DepartmentId> {
        let id = self.w.new_id();
        let ranked = kind == UnitKind::Government;
        self.w.put_new(Department {
            id,
            office: self.w.office()?,
            name: name.into(),
            short_name: Some(short.into()).filter(|s: &String| !s.is_empty()),
            kind,
            position: Some(position),
            superior: None,
            ranked,
            note: None,
        })?;
        Ok(id)
    }

    pub fn person(&mut self, name: &str, unit: Option<DepartmentId>, title: &str, position: i64) -> Result<Who> {
        let id = self.w.new_id();
        let office = self.w.office()?;
        self.w.put_new(Person {
            name: name.into(),
            department: unit,
            title: Some(title.into()),
            position: Some(position),
            note: Some(MARK.into()),
            ..crate::people::edit::blank(id, office)
        })?;
        Ok(Who { id, name: name.into() })
    }

    /// With a synthetic credit code.
    pub fn enterprise(&mut self, name: &str, region: &str, serial: usize) -> Result<EnterpriseId> {
        let id = self.w.new_id();
        // A functional zone has no code of its own in a credit code.
        let region = region.get(..6).unwrap_or(region);
        self.w.put_new(Enterprise {
            id,
            office: self.w.office()?,
            name: name.into(),
            uscc: credit::make(region, &format!("YYYY{serial:04}")),
            region: Some(region.into()),
            note: None,
        })?;
        Ok(id)
    }

    pub fn list(&mut self, name: &str, year: i64, document: &str, level: Level, position: i64) -> Result<ListId> {
        let id = self.w.new_id();
        self.w.put_new(List {
            document: Some(document.into()).filter(|d: &String| !d.is_empty()),
            level: Some(level),
            position: Some(position),
            ..crate::list::edit::blank(id, self.w.office()?, name, Some(year))
        })?;
        Ok(id)
    }

    /// A project; its identity and office are set here.
    pub fn project(&mut self, project: Project) -> Result<Project> {
        let project = Project { id: self.w.new_id(), office: self.w.office()?, counted: true, ..project };
        self.w.put(&project)?;
        Ok(project)
    }

    pub fn enlist(&mut self, project: ProjectId, list: ListId, serial: usize, grouping: Option<&str>) -> Result<()> {
        let line = Enlist { project, list, serial: Some(serial.to_string()), grouping: grouping.map(str::to_string) };
        let whole: Project = self.w.get(project)?;
        let line = crate::list::edit::line(self.w.new_id(), self.w.office()?, line, &whole);
        self.w.put_new(line)
    }

    pub fn duty(&mut self, project: ProjectId, role: Role, who: &Who, since: &str) -> Result<()> {
        self.w.put_new(Duty {
            id: self.w.new_id(),
            office: self.w.office()?,
            project,
            role,
            name: who.name.clone(),
            person: Some(who.id),
            since: Some(day(since)),
            until: None,
            position: None,
        })
    }

    /// A phone of a project or a person, 138 0000 xxxx.
    pub fn phone(&mut self, owner: uuid::Uuid, name: &str, title: &str, serial: usize) -> Result<()> {
        self.w.put_new(Contact {
            id: self.w.new_id(),
            office: self.w.office()?,
            owner: ProjectId(owner),
            name: Some(name.into()),
            phone: Some(format!("138 0000 {:04}", serial % 10_000)),
            title: Some(title.into()),
            position: None,
            note: Some(MARK.into()),
            kind: None,
        })
    }

    pub fn report(&mut self, project: ProjectId, told: &Told<'_>) -> Result<()> {
        let text = |t: Option<&str>| t.filter(|t| !t.is_empty()).map(str::to_string);
        let blank = crate::progress::edit::blank(
            self.w.new_id(),
            self.w.office()?,
            project,
            told.period.into(),
            Basis::Dispatch,
        );
        self.w.put_new(Progress {
            as_of: Some(day(told.as_of)),
            done_total: Some(told.done_total),
            done_year: Some(told.done_year),
            done_month: Some(told.done_month),
            done_prior: Some(told.done_total - told.done_year),
            image: text(Some(told.image)),
            issue: text(told.issue),
            next_step: text(told.next_step),
            ..blank
        })
    }

    pub fn need(&mut self, project: ProjectId, wanted: &Wanted<'_>) -> Result<MatterId> {
        let blank = crate::matter::edit::blank(self.w.new_id(), self.w.office()?, project);
        let matter = Matter {
            element: Some(wanted.element.into()),
            content: Some(wanted.content.into()).filter(|c: &String| !c.is_empty()),
            unit: Some(wanted.unit.into()).filter(|u: &String| !u.is_empty()),
            required: Some(wanted.required).filter(|q| *q > 0),
            delivered: Some(wanted.delivered).filter(|_| wanted.required > 0),
            need_by: wanted.need_by.and_then(exact),
            promised_on: wanted.promised_on.and_then(exact),
            raised_on: Some(day(wanted.raised_on)),
            closed_on: wanted.closed_on.map(day),
            source: wanted.source.map(str::to_string),
            department: wanted.department,
            ..blank
        };
        let id = matter.id;
        self.w.put_new(matter)?;
        Ok(id)
    }

    /// A step of an approval; a number makes it a certificate.
    pub fn step(&mut self, project: &Project, item: &str, state: State, on: &str, number: Option<&str>) -> Result<()> {
        let mut set = serde_json::Map::new();
        if let Some(number) = number {
            set.insert("certificate".into(), number.into());
            set.insert("certificate_on".into(), on.into());
        }
        self.step_with(project, item, state, on, set)
    }

    pub fn step_with(
        &mut self,
        project: &Project,
        item: &str,
        state: State,
        on: &str,
        set: serde_json::Map<String, serde_json::Value>,
    ) -> Result<()> {
        let basis = match state {
            State::Stopped => Some("行政许可法第四十五条"),
            State::Extended => Some("行政许可法第四十二条"),
            _ => None,
        };
        let step = NewStep {
            project: project.id,
            item: item.into(),
            state,
            happened_on: day(on),
            undated: false,
            stop_kind: (state == State::Stopped).then_some(crate::approval::clock::StopKind::ExpertReview),
            basis: basis.map(str::to_string),
            restart: false,
            examiner: None,
            // 行政许可法第四十二条：延长十个工作日。
            extension: (state == State::Extended).then_some(10),
            note: None,
            set: Patch(set),
        };
        crate::approval::edit::add_step(self.w, project, &step)
    }
}
