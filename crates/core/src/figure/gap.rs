//! Question 10, 还差多少地（能耗、钱）: what needs require less what was delivered, by element and unit, county and month of need.

use super::base::Base;
use super::rows::{Count, RowKind};
use crate::element::{APPROVALS, rank};
use crate::error::Result;
use crate::id::ProjectId;
use crate::matter::{Matter, MatterKind};
use crate::score::index::smallest;
use crate::store::Reader;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use ts_rs::TS;

/// One need of a project in the scope.
#[derive(Clone, Debug, PartialEq)]
pub struct Need {
    pub project: ProjectId,
    pub element: String,
    pub unit: String,
    /// Thousandths of `unit`.
    pub required: i64,
    pub delivered: i64,
    /// Code of the county; absent where the project has none.
    pub region: Option<String>,
    /// Its name, or what the project calls its place.
    pub region_name: Option<String>,
    /// `YYYY-MM`
    pub month: Option<String>,
    pub open: bool,
}

/// What one element lacks in one unit. Thousandths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Gap {
    pub element: String,
    pub unit: String,
    pub required: i64,
    pub delivered: i64,
    pub gap: i64,
    /// The projects that still lack some.
    pub projects: Count,
    /// Where and when it is lacking, most first.
    pub by: Vec<GapPart>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GapPart {
    /// Name of the county, with its city where two counties have one name; absent where the project has none.
    pub region: Option<String>,
    /// `YYYY-MM` in which it is needed; absent where nobody said.
    pub month: Option<String>,
    pub gap: i64,
    pub projects: i64,
}

/// The day needs are counted on. What was delivered has no history: an earlier day's gaps are today's, and say so.
#[must_use]
pub fn counted_on(r: &Reader, base: &Base) -> NaiveDate {
    base.as_of.max(r.today())
}

/// The needs of the scope; approvals are counted from the checklist, never here.
pub fn needs(r: &Reader, base: &Base) -> Result<Vec<Need>> {
    let (by_id, day) = (base.by_id(), counted_on(r, base));
    let names = crate::region::apart::names(r, base.members.iter().filter_map(|m| m.region.as_deref()))?;
    let matters: Vec<Matter> = r.all("where kind = 'need' and required > 0 order by id", [])?;
    let mut found = vec![];
    for m in matters {
        let Some(member) = by_id.get(&m.project) else { continue };
        let element = m.element.clone().unwrap_or_default();
        if m.kind != MatterKind::Need || element == APPROVALS || !super::held::is_raised(&m, day) {
            continue;
        }
        found.push(Need {
            project: m.project,
            element,
            unit: m.unit.clone().unwrap_or_default(),
            required: m.required.unwrap_or(0),
            delivered: m.delivered.unwrap_or(0),
            region: member.region.clone(),
            region_name: member
                .region
                .as_ref()
                .and_then(|c| names.get(c).cloned())
                .or_else(|| member.region_text.clone()),
            month: m.need_by.map(|day| day.year_month()),
            open: super::held::is_open(&m, day),
        });
    }
    Ok(found)
}

/// What a need still lacks; a closed one lacks nothing.
fn lacks(need: &Need) -> i64 {
    if need.open { (need.required - need.delivered).max(0) } else { 0 }
}

/// County by code and name (by name alone where there is no code), and month.
type Place<'a> = ((Option<&'a str>, Option<&'a str>), Option<&'a str>);

/// Units of one family are added in the smallest of them (1 公顷 = 15 亩); a family of one unit keeps it.
#[must_use]
pub fn gaps(needs: &[Need]) -> Vec<Gap> {
    let mut heaps: BTreeMap<(usize, &str, &str), Vec<&Need>> = BTreeMap::new();
    for need in needs {
        heaps.entry((rank(&need.element), &need.element, smallest(&need.unit).0)).or_default().push(need);
    }
    heaps.into_iter().map(|((_, element, family), heap)| gap(element, family, &heap)).collect()
}

fn gap(element: &str, family: &str, heap: &[&Need]) -> Gap {
    let units: HashSet<&str> = heap.iter().map(|n| n.unit.as_str()).collect();
    let alone = units.len() == 1;
    let scale = |need: &Need, amount: i64| {
        if alone { amount } else { amount.saturating_mul(smallest(&need.unit).1.into()) }
    };
    let unit = if alone { heap[0].unit.clone() } else { family.to_string() };
    let sum = |of: fn(&Need) -> i64| heap.iter().map(|n| scale(n, of(n))).fold(0_i64, i64::saturating_add);
    let mut parts: BTreeMap<Place, (i64, HashSet<ProjectId>)> = BTreeMap::new();
    for need in heap.iter().filter(|n| lacks(n) > 0) {
        let county = (need.region.as_deref(), need.region_name.as_deref());
        let part = parts.entry((county, need.month.as_deref())).or_default();
        part.0 += scale(need, lacks(need));
        part.1.insert(need.project);
    }
    let projects: HashSet<ProjectId> = parts.values().flat_map(|(_, ids)| ids.iter().copied()).collect();
    let mut by: Vec<GapPart> = parts
        .into_iter()
        .map(|(((_, region), month), (gap, ids))| GapPart {
            region: region.map(str::to_string),
            month: month.map(str::to_string),
            gap,
            projects: i64::try_from(ids.len()).unwrap_or(i64::MAX),
        })
        .collect();
    by.sort_by_key(|part| std::cmp::Reverse(part.gap));
    Gap {
        required: sum(|n| n.required),
        delivered: sum(|n| n.delivered),
        gap: by.iter().map(|part| part.gap).sum(),
        projects: Count::keyed(RowKind::Gap, projects.len(), key(element, family)),
        by,
        element: element.into(),
        unit,
    }
}

fn key(element: &str, family: &str) -> String {
    format!("{element}|{family}")
}

/// The projects that lack what `key` names.
#[must_use]
pub fn short_of(needs: &[Need], wanted: &str) -> Vec<ProjectId> {
    let fits = |n: &&Need| lacks(n) > 0 && key(&n.element, smallest(&n.unit).0) == wanted;
    let mut seen = HashSet::new();
    needs.iter().filter(fits).map(|n| n.project).filter(|id| seen.insert(*id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn need(project: u128, unit: &str, required: i64, delivered: i64, region: &str, month: Option<&str>) -> Need {
        Need {
            project: ProjectId(Uuid::from_u128(project)),
            element: "用地".into(),
            unit: unit.into(),
            required: required * 1000,
            delivered: delivered * 1000,
            region: None,
            region_name: Some(region.into()),
            month: month.map(str::to_string),
            open: true,
        }
    }

    #[test]
    fn land_is_added_in_mu_and_told_by_county_and_month() {
        // A23: 46 公顷 are 690 亩.
        let needs = [
            need(1, "公顷", 46, 0, "大同区", Some("2022-09")),
            need(2, "亩", 100, 40, "大同区", Some("2022-09")),
            need(3, "亩", 50, 50, "萨尔图区", None),
            need(4, "亩", 30, 0, "萨尔图区", None),
        ];
        let found = gaps(&needs);
        let land = &found[0];
        assert_eq!((land.unit.as_str(), land.required, land.delivered, land.gap), ("亩", 870_000, 90_000, 780_000));
        let by: Vec<_> = land.by.iter().map(|p| (p.region.as_deref().unwrap(), p.gap, p.projects)).collect();
        assert_eq!(by, [("大同区", 750_000, 2), ("萨尔图区", 30_000, 1)]);
        assert_eq!(land.gap, land.by.iter().map(|p| p.gap).sum::<i64>());
        assert_eq!(short_of(&needs, land.projects.key.as_deref().unwrap()).len() as i64, land.projects.n);
        assert_eq!(gaps(&needs[1..])[0].gap, 90_000, "one record less");
    }

    #[test]
    fn one_unit_keeps_its_name_and_closed_needs_lack_nothing() {
        let closed = Need { open: false, ..need(2, "公顷", 3, 1, "大同区", None) };
        let found = gaps(&[need(1, "公顷", 2, 0, "大同区", None), closed]);
        assert_eq!((found[0].unit.as_str(), found[0].gap, found[0].projects.n), ("公顷", 2000, 1));
        assert!(gaps(&[]).is_empty());
    }

    #[test]
    fn two_counties_of_one_name_stay_two() {
        let of = |n, code: &str, name: &str| Need { region: Some(code.into()), ..need(n, "亩", 10, 0, name, None) };
        let found = gaps(&[
            of(1, "230402", "鹤岗市向阳区"),
            of(2, "230803", "佳木斯市向阳区"),
            of(3, "230803", "佳木斯市向阳区"),
        ]);
        let by: Vec<_> = found[0].by.iter().map(|p| (p.region.as_deref().unwrap(), p.gap)).collect();
        assert_eq!(by, [("佳木斯市向阳区", 20_000), ("鹤岗市向阳区", 10_000)]);
        // By code, even where the names are the same.
        assert_eq!(gaps(&[of(1, "230402", "向阳区"), of(2, "230803", "向阳区")])[0].by.len(), 2);
    }
}
