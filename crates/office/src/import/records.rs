//! The records a row stands for: as they are in the desk, and as they would be with the row.

use super::matching::Marks;
use super::region::Regions;
use super::words;
use crate::read::{ReadNeed, ReadRow};
use crate::value::money::Amount;
use zhuanban_core::Result;
use zhuanban_core::approval::state::State;
use zhuanban_core::approval::template::{self, Mode};
use zhuanban_core::enterprise::Enterprise;
use zhuanban_core::id::{ApprovalStepId, OfficeId, ProjectId, RecordId, Uuid};
use zhuanban_core::matter::Matter;
use zhuanban_core::people::{Contact, Duty, Role};
use zhuanban_core::progress::{Basis, Progress};
use zhuanban_core::project::{Carried, Project, Stage, edit};
use zhuanban_core::store::Reader;
use zhuanban_core::text::normalise;
use zhuanban_core::time::{Day, Precision};

/// What belongs to one project, as a ledger can speak of it.
#[derive(Clone, Debug)]
pub struct Records {
    pub project: Project,
    pub enterprise: Option<EnterpriseSaid>,
    /// The report of the file's period.
    pub progress: Option<Progress>,
    pub leader: Option<Duty>,
    pub contact: Option<Contact>,
    pub needs: Vec<Matter>,
    pub books: Books,
    /// Items with the state their mark gives, and the day if one stood there.
    pub approvals: Vec<Marked>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnterpriseSaid {
    pub name: String,
    pub uscc: Option<String>,
}

/// 纳统, as a file can speak of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Books {
    /// 已入库; none where nobody said whether it must be entered into statistics.
    pub entered: Option<bool>,
    /// 统计项目代码
    pub code: Option<String>,
    /// 统计项目名
    pub name: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    pub item: &'static str,
    pub state: State,
    pub certificate: Option<String>,
    pub on: Option<Day>,
    /// Every state the desk has recorded a step of, and the day of the last step.
    pub known: Vec<State>,
    pub last_on: Option<chrono::NaiveDate>,
    /// That step, where nobody told its day.
    pub untold: Option<ApprovalStepId>,
}

impl Marked {
    /// Its day, where the cell names one.
    pub fn day(&self) -> Option<chrono::NaiveDate> {
        self.on.filter(|on| on.precision == Precision::Day).map(|on| on.on)
    }
}

/// What holds for every row of the file.
pub struct Frame {
    pub office: OfficeId,
    /// Whose figures the file gives. Only a file of 调度 speaks of the projects themselves; others give figures.
    pub basis: Basis,
    /// `YYYY-MM`
    pub period: String,
    pub plan_year: Option<i64>,
    /// The file or the officer names that year; otherwise it is the period's.
    pub plan_year_named: bool,
    pub regions: Regions,
    pub sender: String,
    pub file: String,
    pub now_ms: i64,
    /// The day its figures are as of: a round's own, else the last day of the period; never in the future.
    pub as_of: chrono::NaiveDate,
}

/// The last day of a period, but not in the future.
pub fn last_day(period: &str, today: chrono::NaiveDate) -> chrono::NaiveDate {
    let (year, month) = period.split_once('-').unwrap_or(("", ""));
    let day = year.parse().ok().zip(month.parse().ok()).and_then(|(y, m)| zhuanban_core::time::Day::month(y, m, false));
    day.map_or(today, |d| d.on.min(today))
}

impl Frame {
    /// For a file of one sender and period.
    pub fn read(r: &Reader, period: &str, sender: &str, file: &str) -> Result<Self> {
        Ok(Self {
            as_of: last_day(period, r.today()),
            office: r.office()?,
            basis: Basis::Dispatch,
            period: period.into(),
            plan_year: period.get(..4).and_then(|y| y.parse().ok()),
            plan_year_named: false,
            regions: Regions::read(r)?,
            sender: sender.into(),
            file: file.into(),
            now_ms: r.now_ms(),
        })
    }
}

impl Records {
    /// 是否开工: a project that has started is at least 已开工; 否 takes nothing back, it is asked about elsewhere.
    pub fn start(&mut self, started: Option<bool>) {
        if started == Some(true) {
            self.project.stage = self.project.stage.max(zhuanban_core::project::Stage::Started);
        }
    }

    /// A project the desk does not know.
    pub fn blank(frame: &Frame) -> Self {
        Self {
            project: edit::blank(ProjectId(Uuid::nil()), frame.office),
            enterprise: None,
            progress: None,
            leader: None,
            contact: None,
            needs: vec![],
            books: Books::default(),
            approvals: vec![],
        }
    }

    /// A project as the desk has it.
    pub fn load(r: &Reader, id: ProjectId, frame: &Frame) -> Result<Self> {
        let project: Project = r.get(id)?;
        let enterprise: Option<Enterprise> = project.enterprise.map(|e| r.find(e)).transpose()?.flatten();
        let duties = zhuanban_core::people::query::duties(r, id)?;
        let recorded = zhuanban_core::approval::query::recorded(r, id)?;
        let mut approvals = vec![];
        for approval in &recorded.approvals {
            let steps: Vec<_> = recorded.steps.iter().filter(|s| s.approval == approval.id).collect();
            let last = steps.last();
            let state = approval.waived.as_ref().map(|_| State::NotApplicable).or(last.map(|s| s.state));
            if let (Some(state), Some(item)) = (state, template::shipped().find(&approval.item)) {
                let known = steps.iter().map(|s| s.state).collect();
                // A day by which something had happened is no day something else has to follow.
                let last_on = steps.iter().filter_map(|step| step.told()).next_back();
                let certificate = approval.certificate.clone();
                let untold = last.filter(|s| s.is_undated() && s.state == state).map(|s| s.id);
                approvals.push(Marked { item: &item.code, state, certificate, on: None, known, last_on, untold });
            }
        }
        Ok(Self {
            enterprise: enterprise.map(|e| EnterpriseSaid { name: e.name, uscc: e.uscc }),
            progress: zhuanban_core::progress::edit::at(r, id, &frame.period, frame.basis)?,
            leader: duties.into_iter().find(|d| d.role == Role::Leader && d.until.is_none()),
            contact: zhuanban_core::people::query::contacts(r, &id.to_string())?.into_iter().next(),
            needs: zhuanban_core::matter::edit::of_project(r, id)?,
            books: zhuanban_core::statistics::edit::entry(r, id)?.map_or_else(Books::default, |entry| Books {
                entered: Some(entry.entered),
                code: entry.code,
                name: entry.name,
            }),
            approvals,
            project,
        })
    }

    /// These records as the row would leave them. A blank cell changes nothing (`rules.md` 12).
    pub fn with(&self, row: &ReadRow, earlier: Option<&Progress>, frame: &mut Frame) -> Self {
        let mut new = self.clone();
        new.set_books(row, frame);
        if frame.basis != Basis::Dispatch {
            new.set_progress(row, earlier, frame);
            return new;
        }
        new.set_project(row, frame);
        if let Some(name) = &row.enterprise {
            let old = self.enterprise.as_ref().filter(|e| e.name == *name);
            let uscc = row.uscc.clone().or_else(|| old.and_then(|e| e.uscc.clone()));
            new.enterprise = Some(EnterpriseSaid { name: name.clone(), uscc });
        }
        new.set_progress(row, earlier, frame);
        new.set_people(row, frame);
        for need in row.needs.iter().filter(|n| n.quantity.is_some() || n.text.is_some()) {
            new.set_need(need, frame);
        }
        new.set_approvals(row);
        new
    }

    /// What a file says of 纳统. Whatever stands on the bureau's own list is entered, under the name it has there.
    fn set_books(&mut self, row: &ReadRow, frame: &Frame) {
        let books = &mut self.books;
        // Excel drops the zeros a code begins with.
        if Marks::of_books(row.statistics_code.as_deref()) != Marks::of_books(books.code.as_deref()) {
            put(&mut books.code, &row.statistics_code);
        }
        put(&mut books.name, &row.statistics_name);
        if frame.basis == Basis::Statistics {
            books.entered = Some(true);
            if row.statistics_name.is_none() && normalise(&row.name) != normalise(&self.project.name) {
                books.name = Some(row.name.clone());
            }
            return;
        }
        // Nothing known and 否 is no news: the file does not say whether it must be.
        let said = row.entered.as_deref().and_then(crate::cells::entered);
        books.entered = said.filter(|yes| *yes || books.entered.is_some()).or(books.entered);
    }

    fn set_project(&mut self, row: &ReadRow, frame: &mut Frame) {
        let p = &mut self.project;
        let same = |alias: &str| normalise(alias) == normalise(&row.name);
        // A sender that still writes a former name does not give it back.
        if !p.aliases.as_deref().unwrap_or_default().lines().any(same) {
            p.name.clone_from(&row.name);
        }
        put(&mut p.code, &row.code);
        for other in row.alias.iter().flat_map(|alias| alias.lines()) {
            p.aliases = Some(zhuanban_core::standing::with_alias(p.aliases.as_deref(), other.trim()));
        }
        if let Some(text) = &row.region {
            match frame.regions.code(text) {
                Some(code) => (p.region, p.region_text) = (Some(code), None),
                None => (p.region, p.region_text) = (None, Some(text.clone())),
            }
        }
        put(&mut p.site, &row.site);
        put(&mut p.industry_text, &row.industry);
        if let Some(code) = row.industry_code.as_ref().filter(|c| zhuanban_core::industry::is_code(c)) {
            p.industry = Some(code.clone());
        }
        put(&mut p.content, &row.content);
        put(&mut p.responsible_unit, &row.responsible_unit);
        put(&mut p.note, &row.note);
        if let Some(text) = &row.nature {
            p.nature = words::nature(text).or(p.nature);
            p.carried = words::carried(text).or(p.carried);
        }
        p.mode = row.mode.as_deref().and_then(words::mode).or(p.mode);
        let said = row.stage.as_deref().and_then(words::stage);
        // Of a project the desk knows, only a word for it changes the stage.
        let shown = || began(row, p.carried).filter(|_| p.id.0.is_nil());
        p.stage = said.or_else(shown).unwrap_or(p.stage);
        money(&mut p.total, Some(&mut p.total_about), row.total);
        money(&mut p.arrived, None, row.arrived);
        if let Some(plan) = row.plan {
            // The same figure is the same plan, unless the file says for which year it is.
            if p.plan != Some(plan.yuan) || p.plan_year.is_none() || frame.plan_year_named {
                p.plan_year = frame.plan_year.or(p.plan_year);
            }
            money(&mut p.plan, Some(&mut p.plan_about), row.plan);
        }
        day(&mut p.started_planned, row.start_planned);
        day(&mut p.started_actual, row.start_actual);
        day(&mut p.completed_planned, row.finish_planned);
        day(&mut p.completed_actual, row.finish_actual);
        if row.part {
            p.counted = false;
        }
    }

    /// A report of a new period carries on the words of the last one where the file has no such column (沿用上月).
    fn set_progress(&mut self, row: &ReadRow, earlier: Option<&Progress>, frame: &Frame) {
        let figures = [row.done_total, row.done_year, row.done_month, row.done_prior];
        let worded = frame.basis == Basis::Dispatch;
        let words =
            row.progress.is_some() || row.issue.as_ref().is_some_and(|i| !i.is_empty()) || row.next_step.is_some();
        let said = figures.iter().any(Option::is_some) || worded && words;
        let cleared = worded && row.issue.as_deref() == Some("") && earlier.is_some_and(|e| e.issue.is_some());
        if !said && !cleared && self.progress.is_none() {
            return;
        }
        let mut g = self.progress.clone().unwrap_or_else(|| {
            let id = zhuanban_core::id::ProgressId::from_uuid(Uuid::nil());
            let mut fresh = zhuanban_core::progress::edit::blank(
                id,
                frame.office,
                self.project.id,
                frame.period.clone(),
                frame.basis,
            );
            if let Some(earlier) = earlier.filter(|_| worded) {
                fresh.carry_on(earlier);
            }
            // A figure that is the same as before is still one of this period.
            fresh.as_of = figures.iter().any(Option::is_some).then_some(frame.as_of);
            fresh
        });
        money(&mut g.done_total, Some(&mut g.done_about), row.done_total);
        money(&mut g.done_year, None, row.done_year);
        money(&mut g.done_month, None, row.done_month);
        money(&mut g.done_prior, None, row.done_prior);
        if worded {
            put(&mut g.image, &row.progress);
            put(&mut g.next_step, &row.next_step);
            if let Some(issue) = &row.issue {
                g.issue = Some(issue.clone()).filter(|i| !i.is_empty());
            }
        }
        self.progress = Some(g);
    }

    fn set_people(&mut self, row: &ReadRow, frame: &Frame) {
        if let Some(name) = &row.leader {
            let mut duty = self.leader.clone().unwrap_or_else(|| Duty {
                id: zhuanban_core::id::DutyId::from_uuid(Uuid::nil()),
                office: frame.office,
                project: self.project.id,
                role: Role::Leader,
                name: String::new(),
                person: None,
                since: None,
                until: None,
                position: None,
            });
            duty.name.clone_from(name);
            self.leader = Some(duty);
        }
        let phone = row.phones.join("/");
        if row.contact.is_some() || !phone.is_empty() {
            let mut contact = self.contact.clone().unwrap_or_else(|| Contact {
                id: zhuanban_core::id::ContactId::from_uuid(Uuid::nil()),
                office: frame.office,
                owner: self.project.id,
                name: None,
                phone: None,
                title: None,
                position: None,
                note: None,
                kind: None,
            });
            put(&mut contact.name, &row.contact);
            put(&mut contact.phone, &Some(phone).filter(|p| !p.is_empty()));
            self.contact = Some(contact);
        }
    }

    fn set_need(&mut self, need: &ReadNeed, frame: &Frame) {
        let same = |m: &&mut Matter| {
            m.element.as_deref() == Some(&need.element) && m.unit.as_deref().unwrap_or("") == need.unit
        };
        let required = need.quantity.map(|q| (q * 1000.0).round() as i64);
        if let Some(matter) = self.needs.iter_mut().find(same) {
            matter.required = required.or(matter.required);
            put(&mut matter.content, &need.text);
            return;
        }
        if required == Some(0) && need.text.is_none() {
            return;
        }
        let id = zhuanban_core::id::MatterId::from_uuid(Uuid::nil());
        let mut matter = zhuanban_core::matter::edit::blank(id, frame.office, self.project.id);
        matter.element = Some(need.element.clone());
        matter.unit = Some(need.unit.clone()).filter(|u| !u.is_empty());
        matter.required = required;
        matter.content.clone_from(&need.text);
        matter.source = Some(frame.sender.clone()).filter(|s| !s.is_empty());
        self.needs.push(matter);
    }

    /// A mark says how far an item is; it never takes back what is already further (`docs/decisions/0009`).
    fn set_approvals(&mut self, row: &ReadRow) {
        let mode = self.project.mode.unwrap_or(Mode::File);
        for mark in &row.approvals {
            let Some(item) = words::item(&mark.item, mode).and_then(|code| template::shipped().find(code)) else {
                continue;
            };
            let state = words::state(mark.state, item);
            let (certificate, on) = (mark.number.clone(), mark.date);
            let (known, last_on, untold) = (vec![], None, None);
            let marked = Marked { item: &item.code, state, certificate, on, known, last_on, untold };
            match self.approvals.iter_mut().find(|a| a.item == marked.item) {
                None => self.approvals.push(marked),
                Some(known) if known.state == state => {
                    put(&mut known.certificate, &mark.number);
                    // A later ledger that names the day fills it in.
                    known.on = marked.on.filter(|_| known.untold.is_some() && marked.day().is_some());
                }
                Some(known) if news(known, &marked) => *known = marked,
                Some(_) => {}
            }
        }
    }
}

/// The stage that days and 续建 show where a ledger has no word for it.
fn began(row: &ReadRow, carried: Option<Carried>) -> Option<Stage> {
    if row.finish_actual.is_some() {
        Some(Stage::Completed)
    } else if carried == Some(Carried::Continued) {
        Some(Stage::Building)
    } else {
        row.start_actual.map(|_| Stage::Started)
    }
}

/// A mark is news where it says done and the desk does not, unless the desk knows of something later.
fn news(known: &Marked, said: &Marked) -> bool {
    let late = said.on.zip(known.last_on).is_some_and(|(said, last)| said.on < last);
    said.state.is_done() && !known.state.is_done() && !known.known.contains(&said.state) && !late
}

fn put(field: &mut Option<String>, said: &Option<String>) {
    if let Some(text) = said.as_ref().filter(|t| !t.is_empty()) {
        *field = Some(text.clone());
    }
}

fn money(field: &mut Option<i64>, about: Option<&mut bool>, said: Option<Amount>) {
    if let Some(amount) = said {
        *field = Some(amount.yuan);
        if let Some(about) = about {
            *about = amount.approximate;
        }
    }
}

/// A month does not replace a day within it: the ledger says less, not something else.
fn day(field: &mut Option<Day>, said: Option<Day>) {
    let Some(said) = said else { return };
    let finer = field
        .is_some_and(|known| known.precision < said.precision && known.year_month() == said.year_month() && !said.by);
    if !finer {
        *field = Some(said);
    }
}
