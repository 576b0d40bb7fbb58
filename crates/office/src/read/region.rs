//! The region where a ledger has no column for it: the beginning of the site, or the name of the sheet.

/// Areas that are no administrative division, so that they are not taken for the county.
const ZONES: [&str; 22] = [
    "新区",
    "开发区",
    "园区",
    "工业区",
    "示范区",
    "高新区",
    "经开区",
    "产业区",
    "合作区",
    "保税区",
    "功能区",
    "集聚区",
    "商务区",
    "片区",
    "经济区",
    "自贸区",
    "贸易区",
    "试验区",
    "度假区",
    "旅游区",
    "化工区",
    "景区",
];

/// `抚远市新区` → `抚远市`, `哈尔滨市南岗区学府路` → `哈尔滨市南岗区`, `长阳土家族自治县` as it is.
pub(super) fn of_site(site: &str) -> Option<String> {
    let first = division(site, 0)?;
    // A city's district belongs to the region; a zone inside it does not.
    let second = division(site, first).filter(|&end| !ZONES.iter().any(|zone| site[first..end].ends_with(zone)));
    let end = second.filter(|&end| site[first..end].chars().count() <= 8).unwrap_or(first);
    let region = &site[..end];
    (!ZONES.iter().any(|zone| region.ends_with(zone))).then(|| region.to_string())
}

/// Where a division's name that begins at `from` ends: after 市, 县, 区, 旗, 州, 盟 or 省, but not before another of them (沙市区).
fn division(text: &str, from: usize) -> Option<usize> {
    let suffix = |c: char| "市县区旗州盟省".contains(c);
    let mut chars = text[from..].char_indices().peekable();
    let mut count = 0;
    while let Some((at, c)) = chars.next() {
        count += 1;
        let more = chars.peek().is_some_and(|&(_, next)| suffix(next));
        if count >= 2 && suffix(c) && !more {
            return Some(from + at + c.len_utf8());
        }
        if count > 12 {
            return None;
        }
    }
    None
}

/// A sheet called 哈尔滨市 or 岱岳区; `Sheet1`, `2022` and `台账` are no regions.
pub(super) fn of_sheet(name: &str) -> Option<String> {
    let name = name.trim();
    let length = name.chars().count();
    let division = name.ends_with(['市', '县', '区', '旗', '州', '盟', '省', '镇', '乡'])
        || name.ends_with("街道")
        || name.ends_with("林区");
    ((2..=12).contains(&length) && division).then(|| name.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sites_begin_with_their_region() {
        for (site, region) in [
            ("抚远市新区", "抚远市"),
            ("齐齐哈尔市经济开发区", "齐齐哈尔市"),
            ("佳木斯市高新技术产业开发区", "佳木斯市"),
            ("竹溪县", "竹溪县"),
            ("沙市区江津路", "沙市区"),
            ("哈尔滨市南岗区学府路1号", "哈尔滨市南岗区"),
            ("长阳土家族自治县", "长阳土家族自治县"),
            ("神农架林区", "神农架林区"),
            ("黑河市林源化工园区", "黑河市"),
        ] {
            assert_eq!(of_site(site).as_deref(), Some(region), "{site}");
        }
        assert_eq!(of_site("江东新区"), None);
        assert_eq!(of_site("学府路1号"), None);
    }

    #[test]
    fn sheets_named_after_regions() {
        assert_eq!(of_sheet("哈尔滨市").as_deref(), Some("哈尔滨市"));
        assert_eq!(of_sheet("Sheet1"), None);
        assert_eq!(of_sheet("台账"), None);
    }

    proptest! {
        #[test]
        fn nothing_panics(raw in "\\PC*", near in "[市县区旗甲乙新开发]{0,12}") {
            let _ = of_site(&raw);
            let _ = of_site(&near);
        }
    }
}
