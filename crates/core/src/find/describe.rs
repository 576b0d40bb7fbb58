//! What a hit shows beside its name, and in which words of it the typed ones stand.

use super::matching::Hay;
use super::source::Ask;
use super::{FoundBy, Hit, HitField, HitKind, Span};
use crate::error::Result;
use crate::people::Role;
use crate::store::Reader;
use crate::store::record::cell;
use rusqlite::{OptionalExtension, Row};

/// A record's words: what it shows, and all it can be found by.
pub struct Described {
    pub hit: Hit,
    fields: Vec<(HitField, String)>,
}

/// A hit with its title alone.
#[must_use]
pub fn bare(kind: HitKind, id: &str, title: String) -> Hit {
    Hit {
        kind,
        id: id.into(),
        title,
        detail: None,
        spans: vec![],
        by: None,
        code: None,
        phone: None,
        role: None,
        projects: None,
        pinned: false,
        opened_ms: None,
    }
}

impl Described {
    fn new(kind: HitKind, id: &str, title: String) -> Self {
        Self { fields: vec![(HitField::Name, title.clone())], hit: bare(kind, id, title) }
    }

    fn with(mut self, field: HitField, text: Option<String>) -> Self {
        self.fields.extend(text.map(|text| (field, text)));
        self
    }

    /// Marks where the typed words stand: all of them in the title, the first other one in its field.
    pub fn marked(mut self, ask: &Ask) -> Hit {
        let mut hay = Hay::default();
        for word in &ask.words {
            let mut best: Option<(u32, HitField, &str, Span)> = None;
            for (field, text) in &self.fields {
                if let Some((rank, at)) = word.at(*field, text, &mut hay)
                    && best.as_ref().is_none_or(|b| rank < b.0)
                {
                    best = Some((rank, *field, text, Span { from: at.from, to: at.to }));
                }
            }
            match best {
                Some((_, HitField::Name, _, span)) => self.hit.spans.push(span),
                Some((_, field, text, span)) if self.hit.by.is_none() => {
                    self.hit.by = Some(FoundBy { field, text: text.into(), span });
                }
                _ => {}
            }
        }
        self.hit.spans.sort_unstable();
        self.hit
    }
}

/// The record, if it is still there.
pub fn describe(r: &Reader, kind: HitKind, id: &str) -> Result<Option<Described>> {
    match kind {
        HitKind::Project => project(r, id),
        HitKind::Enterprise => enterprise(r, id),
        HitKind::Person => person(r, id),
        HitKind::Holder => holder(r, id),
        HitKind::Department => department(r, id),
        HitKind::List => list(r, id),
        HitKind::View => view(r, id),
        HitKind::Command => Ok(None),
    }
}

/// One row of a record, read by `read`.
fn one<T>(r: &Reader, sql: &str, id: &str, read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>) -> Result<Option<T>> {
    Ok(r.db().prepare_cached(sql)?.query_row([id], read).optional()?)
}

fn project(r: &Reader, id: &str) -> Result<Option<Described>> {
    use HitField::{Alias, ChiefServiceOfficer, Code, Content, Enterprise, Issue, Leader, Liaison, Phone, Unit};
    const FIELDS: [HitField; 9] = [Code, Enterprise, Unit, Leader, ChiefServiceOfficer, Liaison, Alias, Issue, Content];
    let sql = "select l.name, l.code, l.enterprise, l.responsible_unit, l.leader, l.chief_service_officer, l.liaison,
                      p.aliases, l.issue, p.content
               from ledger_line l join project p on p.id = l.project where l.project = ?";
    let found = one(r, sql, id, |row| {
        let mut found = Described::new(HitKind::Project, id, cell(row, 0)?);
        for (at, field) in FIELDS.into_iter().enumerate() {
            found = found.with(field, cell(row, at + 1)?);
        }
        (found.hit.code, found.hit.detail) = (cell(row, 1)?, cell(row, 2)?);
        Ok(found)
    })?;
    let Some(mut found) = found else { return Ok(None) };
    for phone in phones(r, id)? {
        found = found.with(Phone, Some(phone));
    }
    Ok(Some(reached(found)))
}

fn enterprise(r: &Reader, id: &str) -> Result<Option<Described>> {
    let sql =
        "select name, uscc, (select count(*) from project where enterprise = e.id) from enterprise e where id = ?";
    one(r, sql, id, |row| {
        let code: Option<String> = cell(row, 1)?;
        let mut found = Described::new(HitKind::Enterprise, id, cell(row, 0)?).with(HitField::Code, code.clone());
        (found.hit.code, found.hit.projects) = (code, Some(row.get(2)?));
        Ok(found)
    })
}

fn person(r: &Reader, id: &str) -> Result<Option<Described>> {
    let sql = "select p.name, p.title, coalesce(d.short_name, d.name), d.name,
                 (select count(distinct project) from duty where until is null and name = p.name)
               from person p left join department d on d.id = p.department where p.id = ?";
    let found = one(r, sql, id, |row| {
        let (title, unit): (Option<String>, Option<String>) = (cell(row, 1)?, cell(row, 2)?);
        let detail = [unit.clone(), title.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let mut found = Described::new(HitKind::Person, id, cell(row, 0)?)
            .with(HitField::Title, title)
            .with(HitField::Unit, unit)
            .with(HitField::Unit, cell(row, 3)?);
        found.hit.detail = Some(detail).filter(|d| !d.is_empty());
        found.hit.projects = Some(row.get(4)?).filter(|n| *n > 0);
        Ok(found)
    })?;
    let Some(mut found) = found else { return Ok(None) };
    for phone in phones(r, id)? {
        found = found.with(HitField::Phone, Some(phone));
    }
    Ok(Some(reached(found)))
}

fn holder(r: &Reader, name: &str) -> Result<Option<Described>> {
    let sql =
        "select role, count(distinct project) from duty where until is null and name = ? group by role order by 2 desc";
    one(r, sql, name, |row| {
        let mut found = Described::new(HitKind::Holder, name, name.into());
        let role: Role = cell(row, 0)?;
        (found.hit.role, found.hit.projects) = (Some(role), Some(row.get(1)?));
        Ok(found)
    })
}

fn department(r: &Reader, id: &str) -> Result<Option<Described>> {
    let found = one(r, "select name, short_name from department where id = ?", id, |row| {
        let short: Option<String> = cell(row, 1)?;
        let mut found = Described::new(HitKind::Department, id, cell(row, 0)?).with(HitField::Short, short.clone());
        found.hit.detail = short;
        Ok(found)
    })?;
    let Some(mut found) = found else { return Ok(None) };
    for phone in phones(r, id)? {
        found = found.with(HitField::Phone, Some(phone));
    }
    Ok(Some(reached(found)))
}

fn list(r: &Reader, id: &str) -> Result<Option<Described>> {
    let sql = "select name, year, (select count(*) from membership where list = l.id) from list l where id = ?";
    one(r, sql, id, |row| {
        let mut found = Described::new(HitKind::List, id, cell(row, 0)?);
        found.hit.detail = cell::<Option<i64>>(row, 1)?.map(|year| year.to_string());
        found.hit.projects = Some(row.get(2)?);
        Ok(found)
    })
}

fn view(r: &Reader, id: &str) -> Result<Option<Described>> {
    let view = crate::view::edit::views(r)?.into_iter().find(|view| view.id.to_string() == id);
    Ok(view.map(|view| Described::new(HitKind::View, id, view.name)))
}

/// The first number to call is shown.
fn reached(mut found: Described) -> Described {
    found.hit.phone = found.fields.iter().find(|(field, _)| *field == HitField::Phone).map(|(_, text)| text.clone());
    found
}

fn phones(r: &Reader, owner: &str) -> Result<Vec<String>> {
    let contacts = crate::people::query::contacts(r, owner)?;
    Ok(contacts.into_iter().filter_map(|contact| contact.phone).collect())
}

/// Whose number it is.
pub fn owner(r: &Reader, id: &str) -> Result<Option<(HitKind, String)>> {
    let sql =
        "select 'project' from project where id = ?1 union all select 'person' from person where id = ?1 and name <> ''
               union all select 'department' from department where id = ?1
               union all select 'enterprise' from enterprise where id = ?1";
    one(r, sql, id, |row| Ok((cell(row, 0)?, id.to_string())))
}
