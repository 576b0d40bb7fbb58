//! Finding enterprises by code and by name.

use super::Enterprise;
use crate::error::Result;
use crate::store::Reader;

/// Enterprises whose name or credit code contains `text`, at most 50.
pub fn search(r: &Reader, text: &str) -> Result<Vec<Enterprise>> {
    r.all("where instr(name, ?1) > 0 or instr(coalesce(uscc, ''), upper(?1)) > 0 order by name limit 50", [text.trim()])
}

/// The enterprise of this credit code, else of this exact name without another code.
pub fn matching(r: &Reader, name: &str, uscc: Option<&str>) -> Result<Option<Enterprise>> {
    if let Some(code) = uscc
        && let Some(found) = r.first("where uscc = ? order by id", [code])?
    {
        return Ok(Some(found));
    }
    r.first("where name = ?1 and (uscc is null or ?2 is null) order by id", rusqlite::params![name, uscc])
}
