//! Names of several regions side by side: two counties of one name are told apart by their city (向阳区 is in 鹤岗 and in 佳木斯).

use super::{OwnRegion, by_code};
use crate::error::Result;
use crate::store::Reader;
use std::collections::{BTreeMap, HashMap};

/// The names by code. A name that two codes share has the name above it in front, and the code behind it if that is not enough.
pub fn names<'c>(r: &Reader, codes: impl IntoIterator<Item = &'c str>) -> Result<BTreeMap<String, String>> {
    let own: Vec<OwnRegion> = r.all("order by id", [])?;
    Ok(told_apart(codes, &own))
}

fn told_apart<'c>(codes: impl IntoIterator<Item = &'c str>, own: &[OwnRegion]) -> BTreeMap<String, String> {
    let own: HashMap<&str, &OwnRegion> = own.iter().rev().map(|o| (o.code.as_str(), o)).collect();
    let name = |code: &str| {
        let known = by_code(code).map(|region| region.name.to_string());
        known.or_else(|| own.get(code).map(|o| o.name.clone())).unwrap_or_else(|| code.to_string())
    };
    let above = |code: &str| match by_code(code) {
        Some(region) => region.parent.map(name),
        None => own.get(code).map(|o| name(&o.parent)),
    };
    let mut names: BTreeMap<String, String> = codes.into_iter().map(|code| (code.to_string(), name(code))).collect();
    lengthen(&mut names, &|code, name| format!("{}{name}", above(code).unwrap_or_default()));
    lengthen(&mut names, &|code, name| format!("{name}{code}"));
    names
}

/// Gives every name that occurs more than once a longer one.
fn lengthen(names: &mut BTreeMap<String, String>, longer: &dyn Fn(&str, &str) -> String) {
    let mut often: HashMap<String, usize> = HashMap::new();
    for name in names.values() {
        *often.entry(name.clone()).or_default() += 1;
    }
    for (code, name) in names.iter_mut().filter(|(_, name)| often.get(*name).is_some_and(|n| *n > 1)) {
        *name = longer(code, name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{OfficeId, RegionId};

    #[test]
    fn the_city_stands_before_a_name_that_occurs_twice() {
        let zone = |code: &str, parent: &str| OwnRegion {
            id: RegionId::default(),
            office: OfficeId::default(),
            code: code.into(),
            name: "高新区".into(),
            parent: parent.into(),
            note: None,
        };
        let own = [zone("z1", "230600"), zone("z2", "230600"), zone("z3", "230100")];
        let told = |codes: &[&str]| told_apart(codes.iter().copied(), &own).into_values().collect::<Vec<_>>();
        assert_eq!(told(&["230402", "230606"]), ["向阳区", "大同区"], "once is enough");
        assert_eq!(told(&["230402", "230803", "230606"]), ["鹤岗市向阳区", "大同区", "佳木斯市向阳区"]);
        assert_eq!(told(&["z1", "z3"]), ["大庆市高新区", "哈尔滨市高新区"]);
        assert_eq!(told(&["z1", "z2"]), ["大庆市高新区z1", "大庆市高新区z2"]);
        assert_eq!(told(&["000000"]), ["000000"]);
    }
}
