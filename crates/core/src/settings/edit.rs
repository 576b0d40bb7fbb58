//! Writing settings.

use super::Mapping;
use crate::error::{Error, Result, Rule};
use crate::id::MappingId;
use crate::store::Writer;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A setting of this computer.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Setting {
    pub key: String,
    pub value: String,
}

/// The settings a person may change, and the values each may take; empty: any short text.
pub const KEYS: &[(&str, &[&str])] = &[
    ("language", &["zh", "en"]),
    ("theme", &["light", "dark", "system"]),
    ("money_unit", &["wan", "yi"]),
    ("row_height", &["compact", "standard", "wrapped"]),
    ("ledger_columns", &[]),
    ("copy_reminder_days", &["0", "7", "30", "90"]),
    ("percent", &["half_up", "truncate"]),
    ("percent_places", &["0", "1"]),
];

/// Longest free text, in bytes: every column of the ledger with its width has room.
const LONGEST_SETTING: usize = 8_000;

pub fn check(input: &Setting) -> Result<()> {
    let known = KEYS.iter().find(|(key, _)| *key == input.key);
    let short = input.value.len() <= LONGEST_SETTING;
    let fits = known.is_some_and(|(_, values)| values.contains(&input.value.as_str()) || values.is_empty() && short);
    if fits { Ok(()) } else { Err(Error::invalid(&input.key, Rule::NotAChoice)) }
}

/// Remembers how a sender's file was read.
pub fn remember(w: &mut Writer, sender: &str, layout: &str, corrections: &str) -> Result<MappingId> {
    let old = super::query::mapping(w, sender, layout)?;
    let id = old.as_ref().map_or_else(|| w.new_id(), |m| m.id);
    let (sender, layout, corrections) = (sender.into(), layout.into(), corrections.into());
    w.put(&Mapping { id, office: w.office()?, sender, layout, corrections, used_ms: w.now_ms() })?;
    Ok(id)
}

pub fn forget(w: &mut Writer, id: MappingId) -> Result<bool> {
    w.remove::<Mapping>(id)
}
