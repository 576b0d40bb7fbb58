//! Names made alike for matching, and how alike two names are (`rules.md` 12).
//!
//! Traditional characters are folded elsewhere; a legal ending (有限公司) and a phase (一期) are part of the name.

/// What somebody wrote, without the spaces around it; nothing for a text of spaces.
#[must_use]
pub fn said(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// Full-width letters, digits and signs as their half-width; everything else as it is.
#[must_use]
pub fn half_width(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    };
    text.chars().map(narrow).collect()
}

/// A name for comparing: half-width, lower case, without spaces and signs. What stands in brackets stays, the brackets go.
#[must_use]
pub fn normalise(name: &str) -> String {
    half_width(name).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How alike two names are, 0 to 1000: one less the share of characters to change (Levenshtein), after [`normalise`].
///
/// Two names without any character are not alike.
#[must_use]
pub fn similarity(a: &str, b: &str) -> u32 {
    let (a, b): (Vec<char>, Vec<char>) = (normalise(a).chars().collect(), normalise(b).chars().collect());
    let longest = a.len().max(b.len());
    if longest == 0 {
        return 0;
    }
    let same = longest - distance(&a, &b);
    u32::try_from(same * 1000 / longest).unwrap_or(1000)
}

/// From here on two names may be one project (`rules.md` 12).
pub const ALIKE: u32 = 850;

/// Could two names reach [`ALIKE`] at all? Lengths alone say no to most pairs, before anything is compared.
#[must_use]
pub fn may_be_alike(a_chars: usize, b_chars: usize) -> bool {
    let (short, long) = (a_chars.min(b_chars), a_chars.max(b_chars));
    long > 0 && short * 1000 >= long * ALIKE as usize
}

/// Insertions, deletions and replacements that turn one into the other.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let replaced = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_made_alike() {
        for (name, expected) in [
            ("岱北重工智能装备产业园项目（一期）", "岱北重工智能装备产业园项目一期"),
            ("ＡＢＣ１２３　新材料 项目", "abc123新材料项目"),
            ("谷实·集团（大庆）有限公司", "谷实集团大庆有限公司"),
            ("——", ""),
        ] {
            assert_eq!(normalise(name), expected);
        }
    }

    #[test]
    fn likeness_of_names() {
        for (a, b, expected) in [
            ("岱北重工装备产业园", "岱北重工装备产业园", 1000),
            ("项目（一期）", "项目(一期)", 1000),
            ("岱北重工装备产业园项目一期", "岱北重工装备产业园项目二期", 923),
            ("甲乙丙丁", "甲乙丙", 750),
            ("甲乙", "丙丁", 0),
            ("", "", 0),
            ("——", "甲", 0),
        ] {
            assert_eq!(similarity(a, b), expected, "{a} {b}");
        }
    }

    /// Straight from the definition.
    fn slow(a: &[char], b: &[char]) -> usize {
        match (a, b) {
            ([], rest) | (rest, []) => rest.len(),
            ([x, a_rest @ ..], [y, b_rest @ ..]) => {
                let replaced = slow(a_rest, b_rest) + usize::from(x != y);
                replaced.min(slow(a_rest, b) + 1).min(slow(a, b_rest) + 1)
            }
        }
    }

    proptest! {
        #[test]
        fn distance_is_the_definition(a in "[甲乙丙]{0,6}", b in "[甲乙丙]{0,6}") {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            prop_assert_eq!(distance(&a, &b), slow(&a, &b));
        }

        #[test]
        fn likeness_is_symmetric_and_bounded(a in "\\PC{0,20}", b in "\\PC{0,20}") {
            prop_assert_eq!(similarity(&a, &b), similarity(&b, &a));
            prop_assert!(similarity(&a, &b) <= 1000);
            let (x, y) = (normalise(&a).chars().count(), normalise(&b).chars().count());
            prop_assert!(similarity(&a, &b) < ALIKE || may_be_alike(x, y));
        }
    }
}
