//! Finds a region as people write it: with or without 市, 区, 县, alone or behind the names of those above it.

use super::{Region, all, by_code};

/// Endings that may be left out, the longer first.
const ENDINGS: &[&str] =
    &["特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "省", "市", "区", "县", "盟", "旗"];

/// Peoples named before 自治州 and the like; 延边朝鲜族自治州 is called 延边.
const PEOPLES: &[&str] = &[
    "柯尔克孜",
    "维吾尔",
    "哈萨克",
    "塔吉克",
    "锡伯",
    "蒙古",
    "达斡尔族",
    "蒙古族",
    "朝鲜族",
    "土家族",
    "布依族",
    "哈尼族",
    "景颇族",
    "傈僳族",
    "拉祜族",
    "布朗族",
    "独龙族",
    "普米族",
    "纳西族",
    "仡佬族",
    "仫佬族",
    "毛南族",
    "裕固族",
    "保安族",
    "东乡族",
    "撒拉族",
    "哈萨克族",
    "满族",
    "回族",
    "苗族",
    "藏族",
    "羌族",
    "侗族",
    "彝族",
    "壮族",
    "傣族",
    "白族",
    "瑶族",
    "黎族",
    "畲族",
    "水族",
    "佤族",
    "怒族",
    "土族",
    "各族",
];

/// How freely a name was taken; what is written in full beats what is shortened.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Freedom {
    Full,
    WithoutEnding,
    WithoutPeople,
}

/// The regions the text may mean: none, one, or several where the name is ambiguous (朝阳).
///
/// `大庆`, `大庆市`, `黑龙江大庆大同区` and `黑龙江省大庆市大同区` are all understood. An abolished region is given only where none that exists fits.
#[must_use]
pub fn by_name(text: &str) -> Vec<&'static Region> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let fits = |region: &'static Region| path(region, &text).map(|freedom| ((region.former, freedom), region));
    let found: Vec<_> = all().iter().filter_map(fits).collect();
    let best = found.iter().map(|(rank, _)| *rank).min();
    found.into_iter().filter(|(rank, _)| Some(*rank) == best).map(|(_, region)| region).collect()
}

/// The text ends with the region's name, and what stands before it names regions above it, none or some of them.
fn path(region: &Region, text: &str) -> Option<Freedom> {
    let ways = shorter(region.name).into_iter().filter_map(|(name, freedom)| {
        let before = text.strip_suffix(name)?;
        if before.is_empty() {
            return Some(freedom);
        }
        above(region).filter_map(|higher| path(higher, before)).min().map(|other| other.max(freedom))
    });
    ways.min()
}

fn above(region: &Region) -> impl Iterator<Item = &'static Region> {
    std::iter::successors(region.parent.and_then(by_code), |region| region.parent.and_then(by_code))
}

/// The name, and what it may be cut to; at least two characters stay (矿区 is not 矿).
fn shorter(name: &str) -> Vec<(&str, Freedom)> {
    let mut names = vec![(name, Freedom::Full)];
    let Some(short) = cut(name, ENDINGS) else { return names };
    names.push((short, Freedom::WithoutEnding));
    let mut bare = short;
    while name.contains("自治")
        && let Some(shorter) = cut(bare, PEOPLES)
    {
        bare = shorter;
    }
    if bare != short {
        names.push((bare, Freedom::WithoutPeople));
    }
    names
}

fn cut<'a>(name: &'a str, endings: &[&str]) -> Option<&'a str> {
    endings.iter().find_map(|ending| name.strip_suffix(ending).filter(|rest| rest.chars().count() >= 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn codes(text: &str) -> Vec<&str> {
        by_name(text).iter().map(|region| region.code).collect()
    }

    #[test]
    fn names_as_people_write_them() {
        for (text, expected) in [
            ("大庆", &["230600"][..]),
            ("大庆市", &["230600"]),
            ("松北", &["230109"]),
            ("哈尔滨市松北区", &["230109"]),
            ("黑龙江 哈尔滨 松北", &["230109"]),
            ("黑龙江松北区", &["230109"]),
            ("抚远", &["230883"]),
            ("杜尔伯特", &["230624"]),
            ("杜尔伯特县", &[]),
            ("延边", &["222400"]),
            ("恩施", &["422801"]), // the city in it says so without leaving out its people
            ("湖北恩施", &["422801"]),
            ("内蒙古", &["150000"]),
            ("新疆", &["650000"]),
            ("河南", &["410000"]),
            ("神农架", &["429021"]),
            ("沙县", &["350405"]), // 沙县区 now; the county is abolished
            ("北林", &["231202"]), // 北林区 is no 林区
            ("矿", &[]),
            ("", &[]),
            ("大庆市松北区", &[]),
        ] {
            assert_eq!(codes(text), expected, "{text}");
        }
        assert_eq!(codes("朝阳区"), ["110105", "220104"]);
        assert_eq!(codes("朝阳"), ["110105", "211300", "211321", "220104"]);
        assert_eq!(codes("长春朝阳"), ["220104"]);
    }

    proptest! {
        #[test]
        fn a_full_name_finds_its_region(at in 0usize..3214) {
            let region = &all()[at];
            let found = by_name(&super::super::full_name(region.code).unwrap());
            prop_assert_eq!(found, vec![region]);
        }
    }
}
