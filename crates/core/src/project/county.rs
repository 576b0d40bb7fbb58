//! Rows cut by county: the order in which lists by county are handed out and printed.

use super::Project;
use crate::error::Result;
use crate::id::ProjectId;
use crate::people::query::official_order;
use crate::store::Reader;
use std::collections::{BTreeMap, HashMap};

/// The rows of one county, in the order they came in.
pub struct County {
    /// With its city where two of them have one name; none for the rows that have no county.
    pub name: Option<String>,
    pub ids: Vec<ProjectId>,
}

/// Counties in the local order where the address book has one (practice C40), else in the order of their codes, those without a
/// code by name behind them, at the end what has none.
///
/// A bare name joins the county that has it, where a code is known of one.
pub fn cut(r: &Reader, ids: &[ProjectId]) -> Result<Vec<County>> {
    let mut places = vec![];
    for id in ids {
        let project: Project = r.get(*id)?;
        places.push((*id, project.region, project.region_text));
    }
    let names = crate::region::apart::names(r, places.iter().filter_map(|(_, code, _)| code.as_deref()))?;
    let code_of: HashMap<&str, &str> = names.iter().map(|(code, name)| (name.as_str(), code.as_str())).collect();
    let mut counties: BTreeMap<(u8, &str), County> = BTreeMap::new();
    for (id, code, text) in &places {
        let code = code.as_deref().or_else(|| code_of.get(text.as_deref()?).copied());
        let (key, name) = match (code, text.as_deref()) {
            (Some(code), _) => ((0, code), names.get(code).cloned()),
            (None, Some(text)) => ((1, text), Some(text.to_string())),
            (None, None) => ((2, ""), None),
        };
        counties.entry(key).or_insert_with(|| County { name, ids: vec![] }).ids.push(*id);
    }
    let order = official_order(r)?;
    let mut counties: Vec<_> = counties.into_iter().collect();
    counties.sort_by_key(|((_, key), county)| order.place(county.name.as_deref().unwrap_or_default(), key));
    Ok(counties.into_iter().map(|(_, county)| county).collect())
}
