//! 专人负责制: one person of the office sees an approval through, given one by one or for several at once, and passed on with the
//! duties of whoever had it (`systems.md` 002-51).

use super::edit::existing;
use super::record::Approval;
use super::running::standing;
use super::state::State;
use crate::error::{Error, Result, Rule};
use crate::id::{PersonId, ProjectId};
use crate::people::{Person, Role, query};
use crate::project::Project;
use crate::store::{Reader, Writer};
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
    let who = Who::of(w, input.name.as_deref(), input.person)?;
    let (mut projects, mut changed) = (BTreeMap::new(), BTreeMap::new());
    for one in &input.approvals {
        let project = match projects.entry(one.project) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(w.get::<Project>(one.project)?),
        };
        let old = existing(w, project, &one.item)?;
        let saved = who.put_on(&old);
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

/// Somebody by name, and of the register where the name stands there.
struct Who {
    name: Option<String>,
    person: Option<PersonId>,
}

impl Who {
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

    fn put_on(&self, approval: &Approval) -> Approval {
        Approval { responsible: self.name.clone(), responsible_person: self.person, ..approval.clone() }
    }
}

/// What was typed or chosen of the person in charge, with both of its fields saying the same.
///
/// # Errors
/// `Invalid` for somebody who left, `NotFound` for somebody the register does not know.
pub(super) fn settled(r: &Reader, old: &Approval, saved: Approval) -> Result<Approval> {
    let chosen = saved.responsible_person != old.responsible_person;
    if saved.responsible == old.responsible && !chosen {
        return Ok(saved);
    }
    let person = saved.responsible_person.filter(|_| chosen);
    Ok(Who::of(r, saved.responsible.as_deref(), person)?.put_on(&saved))
}

/// Whether this person is the one in charge.
#[must_use]
pub fn is_of(approval: &Approval, person: &Person) -> bool {
    match approval.responsible_person {
        Some(id) => id == person.id,
        None => approval.responsible.as_ref() == Some(&person.name),
    }
}

/// There is still something to do: it is not decided, or papers are owed after it was.
pub(crate) fn is_ahead(state: State) -> bool {
    state == State::LackingPassed || !(state.is_done() || state.is_failed())
}

/// What somebody is in charge of and passes on with a duty: approvals that are needed and not decided.
///
/// What is decided keeps the name of who saw it through.
fn open_of(r: &Reader, project: Option<ProjectId>, name: &str) -> Result<Vec<Approval>> {
    let templates = r.templates()?;
    let all: Vec<Approval> = r.all("where responsible = ? and waived is null order by project, item", [name])?;
    let mut open = vec![];
    for approval in all.into_iter().filter(|one| project.is_none_or(|project| one.project == project)) {
        let Some(item) = templates.item_of(approval.project, &approval.item) else { continue };
        if is_ahead(standing(r, approval.id, item.kind)?.state) {
            open.push(approval);
        }
    }
    Ok(open)
}

/// What goes with a duty on one project: nothing while he keeps another duty there.
pub(crate) fn with_duty(r: &Reader, project: ProjectId, role: Role, name: &str) -> Result<Vec<Approval>> {
    let others = r.number(
        "select count(*) from duty where project = ? and name = ? and role <> ? and until is null",
        [project.to_string(), name.to_string(), role.code().to_string()],
    )?;
    if others > 0 { Ok(vec![]) } else { open_of(r, Some(project), name) }
}

/// Gives approvals to whoever follows.
pub(crate) fn pass_on(w: &mut Writer, approvals: &[Approval], to: &str, person: Option<PersonId>) -> Result<()> {
    let who = Who { name: Some(to.into()), person };
    for approval in approvals {
        let now: Approval = w.get(approval.id)?;
        w.put(&who.put_on(&now))?;
    }
    Ok(())
}

/// Everything somebody who leaves is still in charge of.
pub(crate) fn pass_all(w: &mut Writer, from: &str, to: &str) -> Result<()> {
    let person = query::named(w, to)?;
    let open = open_of(w, None, from)?;
    pass_on(w, &open, to, person)
}
