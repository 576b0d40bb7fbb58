//! Regions of the office's own (功能区: development zones, new areas) and the choice of any region by name.

use crate::error::{Error, Result, Rule};
use crate::id::RegionId;
use crate::people::Office;
use crate::people::edit::Save;
use crate::record;
use crate::store::{Reader, Writer};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

record! {
    /// A region that no national list has; a child of one that it has.
    pub struct OwnRegion(RegionId) in "region", Ref {
        code: String,
        name: String,
        /// GB/T 2260 code of the region it lies in.
        parent: String,
        note: Option<String>,
    }
}

/// What to look for, and where.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct RegionSearch {
    /// Part of a name, or a code; empty: the children of `parent`.
    pub text: String,
    pub parent: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegionChoice {
    pub code: String,
    pub name: String,
    /// With its province and city, e.g. 黑龙江省大庆市大同区.
    pub full_name: String,
}

/// Most choices of one answer; a person types on rather than scrolls.
const LONGEST_ANSWER: usize = 60;

/// Regions by part of their name or by code, the whole country's and the office's own; without text, the children of `parent`.
pub fn search(r: &Reader, input: RegionSearch) -> Result<Vec<RegionChoice>> {
    let text = input.text.trim();
    let own: Vec<OwnRegion> = r.all("order by name, id", [])?;
    let own = own.into_iter().filter(|o| {
        if text.is_empty() {
            input.parent.as_deref() == Some(&o.parent)
        } else {
            o.name.contains(text) || o.code == text
        }
    });
    let own = own.map(|o| RegionChoice {
        full_name: format!("{}{}", super::full_name(&o.parent).unwrap_or_default(), o.name),
        code: o.code,
        name: o.name,
    });
    let known: Vec<&super::Region> = if text.is_empty() {
        super::children(input.parent.as_deref()).collect()
    } else {
        let mut found: Vec<_> =
            super::all().iter().filter(|k| k.name.contains(text) || k.code.starts_with(text)).collect();
        // Inside the office's own first, then the exact name, then what begins with it.
        let own = inside(r)?;
        found.sort_by_key(|k| (!k.code.starts_with(&own), k.name != text, !k.name.starts_with(text)));
        found
    };
    let known = known.into_iter().map(|k| RegionChoice {
        code: k.code.to_string(),
        name: k.name.to_string(),
        full_name: super::full_name(k.code).unwrap_or_else(|| k.name.to_string()),
    });
    Ok(own.chain(known).take(LONGEST_ANSWER).collect())
}

/// What the codes inside the office's own region begin with; nothing before there is an office.
fn inside(r: &Reader) -> Result<String> {
    let office: Option<Office> = r.office().ok().map(|id| r.get(id)).transpose()?;
    let region = office.and_then(|office| office.region).unwrap_or_default();
    Ok(region.trim_end_matches("00").to_string())
}

pub fn save(w: &mut Writer, input: Save<RegionId>) -> Result<OwnRegion> {
    let office = w.office()?;
    let old = match input.id {
        Some(id) => w.get(id)?,
        None => OwnRegion {
            id: w.new_id(),
            office,
            code: String::new(),
            name: String::new(),
            parent: String::new(),
            note: None,
        },
    };
    let mut saved: OwnRegion = input.set.apply(&old)?;
    if saved.name.is_empty() {
        return Err(Error::invalid("name", Rule::Required));
    }
    if super::by_code(&saved.parent).is_none() {
        return Err(Error::invalid("parent", Rule::UnknownRegion));
    }
    if saved.code.is_empty() {
        let siblings = w.number("select count(*) from region where parent = ?", [&saved.parent])?;
        saved.code = format!("{}-{}", saved.parent, siblings + 1);
    }
    w.subject(saved.name.clone());
    w.put(&saved)?;
    Ok(saved)
}
