//! The country's regions: provinces, cities, counties by code and by name (GB/T 2260), with codes since abolished.
//!
//! Sources and counts: `docs/data.md`. Functional zones are an office's own: `own.rs`.

pub mod apart;
mod name;
pub mod own;

pub use name::by_name;
pub use own::OwnRegion;

use crate::codes;
use std::collections::HashMap;
use std::sync::OnceLock;

codes! {
    pub enum Tier { Province = "province", City = "city", County = "county" }
}

/// One region of the embedded lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// Six digits.
    pub code: &'static str,
    pub name: &'static str,
    pub tier: Tier,
    /// None for a province; the province for a county that no city governs.
    pub parent: Option<&'static str>,
    /// Abolished: kept so that older project and credit codes can still be named.
    pub former: bool,
}

/// Every region in order of code, those abolished at the end.
#[must_use]
pub fn all() -> &'static [Region] {
    static ALL: OnceLock<Vec<Region>> = OnceLock::new();
    ALL.get_or_init(|| {
        let now = include_str!("../../data/regions.csv").lines().skip(1);
        let extra = include_str!("../../data/regions-extra.csv").lines().skip(1);
        now.chain(extra).filter_map(parse).collect()
    })
}

/// `code,name,level,parent` and perhaps a note; the first four hold no comma.
fn parse(line: &'static str) -> Option<Region> {
    let mut cells = line.splitn(5, ',');
    let (code, name, level, parent) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
    // The extra list holds four statistical districts that exist, beside the abolished codes.
    let former = cells.next().is_some() && !code.starts_with("2327");
    Some(Region { code, name, tier: Tier::find(level)?, parent: Some(parent).filter(|p| !p.is_empty()), former })
}

#[must_use]
pub fn by_code(code: &str) -> Option<&'static Region> {
    static BY_CODE: OnceLock<HashMap<&str, &Region>> = OnceLock::new();
    BY_CODE.get_or_init(|| all().iter().map(|region| (region.code, region)).collect()).get(code).copied()
}

/// The regions directly below one, without the abolished; those of `None` are the provinces.
pub fn children(code: Option<&str>) -> impl Iterator<Item = &'static Region> {
    all().iter().filter(move |region| !region.former && region.parent == code)
}

/// From the province down to the region itself; empty for an unknown code.
#[must_use]
pub fn chain(code: &str) -> Vec<&'static Region> {
    let mut chain: Vec<_> = std::iter::successors(by_code(code), |region| region.parent.and_then(by_code)).collect();
    chain.reverse();
    chain
}

/// With its province and city: 黑龙江省大庆市大同区.
#[must_use]
pub fn full_name(code: &str) -> Option<String> {
    by_code(code)?;
    Some(chain(code).iter().map(|region| region.name).collect())
}

/// `code` is `above` itself or lies in it.
#[must_use]
pub fn lies_in(code: &str, above: &str) -> bool {
    chain(code).iter().any(|region| region.code == above)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_whole() {
        let count = |tier| all().iter().filter(|r| r.tier == tier && !r.former).count();
        assert_eq!((count(Tier::Province), count(Tier::City), count(Tier::County)), (34, 333, 2847 + 4));
        assert_eq!(all().iter().filter(|region| region.former).count(), 22);
        assert_eq!(all().iter().map(|region| region.code).collect::<std::collections::HashSet<_>>().len(), 3240);
        for region in all() {
            assert!(region.code.len() == 6 && region.code.bytes().all(|b| b.is_ascii_digit()));
            assert_eq!(region.parent.is_none(), region.tier == Tier::Province);
            assert!(region.parent.is_none_or(|parent| by_code(parent).is_some()), "{}", region.code);
        }
    }

    #[test]
    fn a_region_knows_where_it_lies() {
        for (code, full) in [
            ("230606", "黑龙江省大庆市大同区"),
            ("230109", "黑龙江省哈尔滨市松北区"),
            ("230883", "黑龙江省佳木斯市抚远市"),
            ("110105", "北京市朝阳区"),
            ("429021", "湖北省神农架林区"),
            ("232761", "黑龙江省大兴安岭地区加格达奇区"),
            ("500105", "重庆市江北区"),
            ("230000", "黑龙江省"),
        ] {
            assert_eq!(full_name(code).as_deref(), Some(full), "{code}");
        }
        assert_eq!(full_name("999999"), None);
        assert!(lies_in("230606", "230600") && lies_in("230606", "230000") && lies_in("230606", "230606"));
        assert!(!lies_in("230606", "230100") && !lies_in("230600", "230606") && !lies_in("999999", "230000"));
        assert!(by_code("500105").unwrap().former && !by_code("232761").unwrap().former);
        assert_eq!(children(Some("230600")).count(), 9);
        assert_eq!(children(None).count(), 34);
        assert!(children(Some("500000")).all(|region| region.code != "500105"));
    }
}
