//! What somebody has at hand: records opened last on this computer, and records pinned.

use super::{Hit, HitKind, Pin, describe};
use crate::api::Nothing;
use crate::error::{Error, Result};
use crate::id::{PinId, derived};
use crate::store::record::cell;
use crate::store::{Reader, Writer};
use rusqlite::params;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use ts_rs::TS;

/// Records that are remembered as opened.
const REMEMBERED: i64 = 50;

/// When each record was opened last, in the order of opening.
pub type Opened = HashMap<(HitKind, String), i64>;

/// Names a record of any kind.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Kept {
    pub kind: HitKind,
    pub id: String,
}

/// How many at most.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct Few {
    pub limit: usize,
}

/// Remembers that a record was opened; neither logged nor sent.
pub fn note_opened(w: &mut Writer, kept: Kept) -> Result<Nothing> {
    known(w, &kept)?;
    w.db()
        .prepare_cached(
            "insert into recent (kind, row, ms) values (?1, ?2, max(?3, (select coalesce(max(ms), 0) + 1 from recent)))
             on conflict (kind, row) do update set ms = excluded.ms",
        )?
        .execute(params![kept.kind.code(), kept.id, w.now_ms()])?;
    w.db()
        .prepare_cached("delete from recent where ms <= (select ms from recent order by ms desc limit 1 offset ?)")?
        .execute([REMEMBERED])?;
    Ok(Nothing {})
}

fn known(r: &Reader, kept: &Kept) -> Result<Hit> {
    let found = describe::describe(r, kept.kind, &kept.id)?;
    found.map(|d| d.hit).ok_or_else(|| Error::not_found(kept.kind.code(), &kept.id))
}

/// The records opened last that are still there, newest first.
pub fn recent(r: &Reader, limit: usize) -> Result<Vec<Hit>> {
    let opened = opened(r)?;
    let mut newest: Vec<_> = opened.keys().cloned().collect();
    newest.sort_by_key(|key| std::cmp::Reverse(opened[key]));
    shown(r, &newest, limit, &opened)
}

/// One's own pins that are still there, in the order they were put in.
pub fn pins(r: &Reader) -> Result<Vec<Hit>> {
    let keys: Vec<_> = own(r)?.into_iter().map(|pin| (pin.kind, pin.row)).collect();
    shown(r, &keys, keys.len(), &opened(r)?)
}

fn shown(r: &Reader, keys: &[(HitKind, String)], limit: usize, opened: &Opened) -> Result<Vec<Hit>> {
    let pins = pinned(r)?;
    let mut hits = vec![];
    for (kind, id) in keys {
        if hits.len() >= limit {
            break;
        }
        hits.extend(describe::describe(r, *kind, id)?.map(|d| noted(d.hit, &pins, opened)));
    }
    Ok(hits)
}

fn own(r: &Reader) -> Result<Vec<Pin>> {
    let Ok(person) = r.person() else { return Ok(vec![]) };
    r.all("where person = ? order by position is null, position, id", [person.to_string()])
}

/// What is pinned for the person who asks.
pub fn pinned(r: &Reader) -> Result<HashSet<(HitKind, String)>> {
    Ok(own(r)?.into_iter().map(|pin| (pin.kind, pin.row)).collect())
}

pub fn opened(r: &Reader) -> Result<Opened> {
    let mut all = r.db().prepare_cached("select kind, row, ms from recent order by ms desc")?;
    let rows = all.query_map([], |row| Ok(((cell(row, 0)?, cell(row, 1)?), row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The hit, with whether it is pinned and when it was opened.
#[must_use]
pub fn noted(hit: Hit, pins: &HashSet<(HitKind, String)>, opened: &Opened) -> Hit {
    let key = (hit.kind, hit.id.clone());
    Hit { pinned: pins.contains(&key), opened_ms: opened.get(&key).copied(), ..hit }
}

/// The same pin of the same person is one record, whoever makes it.
fn pin_id(w: &Writer, kept: &Kept) -> Result<PinId> {
    let (office, person) = (w.office()?.to_string(), w.person()?.to_string());
    Ok(PinId(derived(&["pin", &office, &person, kept.kind.code(), &kept.id])))
}

pub fn pin(w: &mut Writer, kept: Kept) -> Result<Nothing> {
    let hit = known(w, &kept)?;
    let (id, office, person) = (pin_id(w, &kept)?, w.office()?, w.person()?);
    let last = w.number("select coalesce(max(position), 0) from pin where person = ?", [person.to_string()])?;
    if w.find::<Pin>(id)?.is_none() {
        w.subject(hit.title);
        w.put(&Pin { id, office, person, kind: kept.kind, row: kept.id, position: Some(last + 1) })?;
    }
    Ok(Nothing {})
}

pub fn unpin(w: &mut Writer, kept: Kept) -> Result<bool> {
    if let Ok(hit) = known(w, &kept) {
        w.subject(hit.title);
    }
    let id = pin_id(w, &kept)?;
    w.remove::<Pin>(id)
}
