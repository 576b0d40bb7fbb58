//! 专人负责制: one person of the office sees an approval or a step of a route through, given one by one or for several at once, and
//! passed on with the duties of whoever had it (`systems.md` 002-51).

use super::edit::existing;
use super::record::Approval;
use super::running::standing;
use super::state::State;
use crate::error::{Error, Result, Rule};
use crate::id::{PersonId, ProjectId};
use crate::people::{Duty, Person, query};
use crate::project::Project;
use crate::route::query::ahead_of;
use crate::route::record::RouteStep;
use crate::store::{Reader, Record, Writer};
use rusqlite::params;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use ts_rs::TS;

/// The most approvals of one action.
const MOST: usize = 5000;

/// An approval by its project and the code of its item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ApprovalOf {
    pub project: ProjectId,
    pub item: String,
}

/// Puts one person in charge of several approvals.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AssignApprovals {
    pub approvals: Vec<ApprovalOf>,
    /// Nobody where it is absent or empty.
    pub name: Option<String>,
    /// Of the register; found by the name where it is absent.
    #[serde(default)]
    pub person: Option<PersonId>,
}

/// How many approvals have another person than before, of how many projects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AssignedApprovals {
    pub approvals: i64,
    pub projects: i64,
}

/// Puts them in charge of all or of none, in one action.
///
/// # Errors
/// `Invalid` for no approval or too many, and for somebody who left; `NotFound` for an item or a project that is none.
pub fn assign(w: &mut Writer, input: &AssignApprovals) -> Result<AssignedApprovals> {
    let count = input.approvals.len();
    if count == 0 || count > MOST {
        return Err(Error::invalid("approvals", if count == 0 { Rule::Required } else { Rule::OutOfRange }));
    }
    let who = InCharge::of(w, input.name.as_deref(), input.person)?;
    let (mut projects, mut changed) = (BTreeMap::new(), BTreeMap::new());
    for one in &input.approvals {
        let project = match projects.entry(one.project) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(w.get::<Project>(one.project)?),
        };
        let old = existing(w, project, &one.item)?;
        let saved = old.clone().given_to(&who);
        if saved != old {
            w.put(&saved)?;
            changed.insert(saved.id, saved.project);
        }
    }
    w.subject(who.name.unwrap_or_else(|| count.to_string()));
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let of: std::collections::BTreeSet<_> = changed.values().collect();
    Ok(AssignedApprovals { approvals: number(changed.len()), projects: number(of.len()) })
}

/// Who is in charge: by name, and of the register where the name stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InCharge {
    name: Option<String>,
    person: Option<PersonId>,
}

/// What one person sees through.
pub(crate) trait SeenThrough: Record {
    fn in_charge(&self) -> InCharge;

    #[must_use]
    fn given_to(self, who: &InCharge) -> Self;
}

impl SeenThrough for Approval {
    fn in_charge(&self) -> InCharge {
        InCharge { name: self.responsible.clone(), person: self.responsible_person }
    }

    fn given_to(self, who: &InCharge) -> Self {
        Self { responsible: who.name.clone(), responsible_person: who.person, ..self }
    }
}

impl SeenThrough for RouteStep {
    fn in_charge(&self) -> InCharge {
        InCharge { name: self.responsible.clone(), person: self.responsible_person }
    }

    fn given_to(self, who: &InCharge) -> Self {
        Self { responsible: who.name.clone(), responsible_person: who.person, ..self }
    }
}

impl InCharge {
    fn of(r: &Reader, name: Option<&str>, person: Option<PersonId>) -> Result<Self> {
        let name = crate::text::said(name);
        let Some(person) = person.or(name.map(|name| query::named(r, name)).transpose()?.flatten()) else {
            return Ok(Self { name: name.map(Into::into), person: None });
        };
        let known: Person = r.get(person)?;
        if known.until.is_some() {
            return Err(Error::invalid("responsible", Rule::NotAChoice));
        }
        Ok(Self { name: Some(known.name), person: Some(person) })
    }

    /// With the name as the register has it now.
    fn by_the_book(self, r: &Reader) -> Result<Self> {
        let known: Option<Person> = self.person.map(|person| r.find(person)).transpose()?.flatten();
        let name = known.map(|person| person.name).filter(|name| !name.is_empty()).or(self.name);
        Ok(Self { name, ..self })
    }

    fn is(&self, holder: &Holder) -> bool {
        match self.person {
            Some(_) => self.person == holder.person,
            None => self.name.as_ref() == Some(&holder.name),
        }
    }
}

/// As it is shown: a name that was put right in the register is right everywhere.
pub(crate) fn by_the_book<T: SeenThrough>(r: &Reader, one: T) -> Result<T> {
    match one.in_charge() {
        InCharge { person: None, .. } => Ok(one),
        who => Ok(one.given_to(&who.by_the_book(r)?)),
    }
}

/// What was typed or chosen of the person in charge, with both of its fields saying the same.
///
/// # Errors
/// `Invalid` for somebody who left, `NotFound` for somebody the register does not know.
pub(crate) fn settled<T: SeenThrough>(r: &Reader, old: &T, saved: T) -> Result<T> {
    let (before, said) = (old.in_charge(), saved.in_charge());
    if before == said {
        return Ok(saved);
    }
    let chosen = said.person.filter(|_| said.person != before.person);
    if said.person.is_some() && chosen.is_none() {
        // The name the register has for whoever has it already: nobody else was chosen.
        let shown = before.by_the_book(r)?;
        if crate::text::said(said.name.as_deref()) == shown.name.as_deref() {
            return Ok(saved.given_to(&shown));
        }
    }
    let who = InCharge::of(r, said.name.as_deref(), chosen)?;
    Ok(saved.given_to(&who))
}

/// Somebody who has things to see through: the name they are written with, and who that is in the register.
struct Holder {
    name: String,
    person: Option<PersonId>,
}

impl Holder {
    /// A duty that was never matched to a person is that of whom it is said to be, else of whom the register has by its name.
    fn of_duty(r: &Reader, duty: &Duty, said: Option<PersonId>) -> Result<Self> {
        let known = duty.person.or(said);
        let person = known.map_or_else(|| query::named(r, &duty.name), |person| Ok(Some(person)))?;
        Ok(Self { name: duty.name.clone(), person })
    }

    fn of_person(person: &Person) -> Self {
        Self { name: person.name.clone(), person: Some(person.id) }
    }
}

/// Whether this person is the one in charge.
#[must_use]
pub fn is_of(approval: &Approval, person: &Person) -> bool {
    approval.in_charge().is(&Holder::of_person(person))
}

/// There is still something to do: it is not decided, or papers are owed after it was.
pub(crate) fn is_ahead(state: State) -> bool {
    state == State::LackingPassed || !(state.is_done() || state.is_failed())
}

/// What somebody sees through and passes on: approvals that are needed and not decided, steps that are needed and not reached.
///
/// What is decided or reached keeps the name of who saw it through.
#[derive(Default)]
pub(crate) struct Entrusted {
    approvals: Vec<Approval>,
    steps: Vec<RouteStep>,
}

/// Of one project, or of all.
fn open_of(r: &Reader, project: Option<ProjectId>, of: &Holder) -> Result<Entrusted> {
    const HIS: &str = "waived is null
        and (responsible_person = ?1 or responsible_person is null and responsible = ?2) order by project, item";
    let templates = r.templates()?;
    let person = of.person.map(|person| person.to_string());
    let all: Vec<Approval> = match project {
        Some(project) => {
            r.all(&format!("where project = ?3 and {HIS}"), params![person, of.name, project.to_string()])?
        }
        None => r.all(&format!("where {HIS}"), params![person, of.name])?,
    };
    let mut approvals = vec![];
    for approval in all {
        let Some(item) = templates.item_of(approval.project, &approval.item) else { continue };
        if is_ahead(standing(r, approval.id, item.kind)?.state) {
            approvals.push(approval);
        }
    }
    Ok(Entrusted { approvals, steps: ahead_of(r, project, of.person, &of.name)? })
}

/// What goes with a duty: nothing while its holder keeps another on that project. `said`: whose it is, where that is known and the
/// duty does not tell.
pub(crate) fn with_duty(r: &Reader, duty: &Duty, said: Option<PersonId>) -> Result<Entrusted> {
    let of = Holder::of_duty(r, duty, said)?;
    let others = r.number(
        "select count(*) from duty where project = ? and role <> ? and until is null
           and (person = ? or person is null and name = ?)",
        params![duty.project.to_string(), duty.role.code(), of.person.map(|person| person.to_string()), of.name],
    )?;
    if others > 0 { Ok(Entrusted::default()) } else { open_of(r, Some(duty.project), &of) }
}

/// Gives all of it to whoever follows.
pub(crate) fn pass_on(w: &mut Writer, entrusted: &Entrusted, to: &str, person: Option<PersonId>) -> Result<()> {
    let who = InCharge { name: Some(to.into()), person };
    for approval in &entrusted.approvals {
        let now: Approval = w.get(approval.id)?;
        w.put(&now.given_to(&who))?;
    }
    for step in &entrusted.steps {
        let now: RouteStep = w.get(step.id)?;
        w.put(&now.given_to(&who))?;
    }
    Ok(())
}

/// Everything somebody who leaves still has to see through.
pub(crate) fn pass_all(w: &mut Writer, from: &Person, to: &str) -> Result<()> {
    let person = query::named(w, to)?;
    let open = open_of(w, None, &Holder::of_person(from))?;
    pass_on(w, &open, to, person)
}

/// What a person who is taken out of the register saw or sees through keeps the name alone.
pub(crate) fn by_name_alone(w: &mut Writer, person: &Person) -> Result<()> {
    let (who, his) =
        (InCharge { name: Some(person.name.clone()), person: None }, "where responsible_person = ? order by id");
    for approval in w.all::<Approval>(his, [person.id.to_string()])? {
        w.put(&approval.given_to(&who))?;
    }
    for step in w.all::<RouteStep>(his, [person.id.to_string()])? {
        w.put(&step.given_to(&who))?;
    }
    Ok(())
}
