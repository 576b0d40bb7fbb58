//! Handing a duty over: the present holder's ends today, the next one's begins; who held it before stays known. What he had to see
//! through of the project's approvals goes along.

use super::{Duty, Role};
use crate::approval::responsible;
use crate::error::Result;
use crate::project::Project;
use crate::store::Writer;

/// Makes somebody the holder of a duty on a project from today, in the place of the first who holds it; nobody with no name.
///
/// A holder that was only put in today is corrected instead. Answers whether anything changed.
pub fn hold(w: &mut Writer, project: &Project, role: Role, name: Option<&str>) -> Result<bool> {
    let today = w.today();
    let old = super::query::holder(w, project.id, role)?;
    let Some(name) = name else {
        return match old {
            None => Ok(false),
            Some(old) if old.since == Some(today) => w.remove::<Duty>(old.id),
            Some(old) => w.put(&Duty { until: Some(today), ..old }).map(|()| true),
        };
    };
    if old.as_ref().is_some_and(|old| old.name == name) {
        return Ok(false);
    }
    let person = super::query::named(w, name)?;
    // Whose name was written anew is who he was.
    if let Some(old) = old.as_ref().filter(|old| old.person.is_some() && old.person == person) {
        return w.put(&Duty { name: name.into(), ..old.clone() }).map(|()| true);
    }
    if let Some(old) = &old {
        let entrusted = responsible::with_duty(w, old, None)?;
        responsible::pass_on(w, &entrusted, name, person)?;
    }
    let position = old.as_ref().and_then(|old| old.position);
    match old {
        Some(old) if old.since == Some(today) => {
            return w.put(&Duty { name: name.into(), person, ..old }).map(|()| true);
        }
        Some(old) => {
            w.put(&Duty { until: Some(today), ..old })?;
        }
        None => {}
    }
    let (id, since) = (w.new_id(), Some(today));
    let next = Duty {
        id,
        office: project.office,
        project: project.id,
        role,
        name: name.into(),
        person,
        since,
        until: None,
        position,
    };
    w.put_new(next)?;
    Ok(true)
}
