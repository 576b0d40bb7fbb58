//! Reading and writing saved views.

use super::{SavedView, ShownColumn, View};
use crate::error::{Error, Result, Rule};
use crate::id::ViewId;
use crate::project::list::ProjectQuery;
use crate::store::{Reader, Writer};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

const LONGEST_NAME: usize = 60;

/// Everyone's views and one's own, in the order they were put in.
pub fn views(r: &Reader) -> Result<Vec<SavedView>> {
    let person = r.person.map(|p| p.to_string());
    let found: Vec<View> =
        r.all("where person is null or person = ? order by position is null, position, id", [person])?;
    // A view made by a newer version may ask for what this one does not know; it stays with that version.
    Ok(found.iter().filter_map(read).collect())
}

fn read(view: &View) -> Option<SavedView> {
    Some(SavedView {
        id: view.id,
        name: view.name.clone(),
        everyone: view.person.is_none(),
        query: serde_json::from_str(&view.query).ok()?,
        columns: serde_json::from_str(&view.columns).ok()?,
        lines: view.lines,
    })
}

/// A view to be kept under a name; its window (offset and limit) is not.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveView {
    /// Absent for a new view.
    pub id: Option<ViewId>,
    pub name: String,
    pub everyone: bool,
    pub query: ProjectQuery,
    pub columns: Vec<ShownColumn>,
    #[serde(default)]
    pub lines: Option<i64>,
}

pub fn save(w: &mut Writer, input: SaveView) -> Result<SavedView> {
    let (office, person) = (w.office()?, w.person()?);
    let name = input.name.trim().to_string();
    if name.is_empty() {
        return Err(Error::invalid("name", Rule::Required));
    }
    if name.chars().count() > LONGEST_NAME {
        let fault = crate::error::FieldFault::error("name", Rule::TooLong).with("limit", LONGEST_NAME);
        return Err(Error::Invalid(vec![fault]));
    }
    let old: Option<View> = input.id.map(|id| own(w, id)).transpose()?;
    let json = |e: serde_json::Error| Error::Internal(e.to_string());
    let query = ProjectQuery { offset: 0, limit: 0, ..input.query };
    let view = View {
        id: input.id.unwrap_or_else(|| w.new_id()),
        office: old.as_ref().map_or(office, |o| o.office),
        name,
        person: (!input.everyone).then_some(person),
        query: serde_json::to_string(&query).map_err(json)?,
        columns: serde_json::to_string(&input.columns).map_err(json)?,
        lines: input.lines,
        position: old.and_then(|o| o.position),
    };
    w.subject(view.name.clone());
    w.put(&view)?;
    read(&view).ok_or_else(|| Error::Internal("a view that was just written".into()))
}

/// A view that this person sees.
fn own(w: &Writer, id: ViewId) -> Result<View> {
    let view: View = w.get(id)?;
    let seen = view.person.is_none_or(|owner| w.person().is_ok_and(|me| me == owner));
    if seen { Ok(view) } else { Err(Error::not_found("view", id)) }
}

pub fn remove(w: &mut Writer, id: ViewId) -> Result<bool> {
    let view = own(w, id)?;
    w.subject(view.name);
    w.remove::<View>(id)
}
