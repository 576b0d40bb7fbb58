//! Names of projects, enterprises, people: breaks and spaces inside them go, marks and numbering before them go.

use super::text;

/// A name, and what its marks said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    pub name: String,
    /// ★, ▲ or the like stood before it: most offices mark 省重点 so.
    pub starred: bool,
    /// 其中：, ① or （1） stood before it: a part of the project above, not counted in totals.
    pub part: bool,
}

/// Reads the name of a project.
#[must_use]
pub fn project(raw: &str) -> Name {
    let mut name = Name { name: plain(raw), ..Name::default() };
    loop {
        let before = name.name.len();
        let mut rest = name.name.trim_start_matches(['★', '☆', '▲', '△', '●', '◆', '※', '*']);
        name.starred |= rest.len() != before;
        for mark in ["其中：", "其中:", "其中"] {
            if let Some(after) = rest.strip_prefix(mark).filter(|after| !after.is_empty()) {
                (rest, name.part) = (after, true);
            }
        }
        if let Some(after) = circled(rest) {
            (rest, name.part) = (after, true);
        }
        rest = numbered(rest);
        if rest.is_empty() || rest.len() == before {
            return name;
        }
        name.name = rest.to_string();
    }
}

/// A name without line breaks and spaces; a space between two Latin words is kept.
#[must_use]
pub fn plain(raw: &str) -> String {
    let trimmed = text::trimmed(raw);
    if !trimmed.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return trimmed.to_string();
    }
    let mut out = String::with_capacity(trimmed.len());
    let mut chars = trimmed.chars().filter(|&c| c.is_whitespace() || !c.is_control()).peekable();
    while let Some(c) = chars.next() {
        if !c.is_whitespace() {
            out.push(c);
            continue;
        }
        while chars.peek().is_some_and(|c| c.is_whitespace()) {
            chars.next();
        }
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if latin(out.chars().next_back()) && latin(chars.peek().copied()) {
            out.push(' ');
        }
    }
    out
}

/// What stands where a name does and is none.
const OFFICES: [&str; 16] = [
    "省长", "市长", "州长", "县长", "区长", "镇长", "乡长", "书记", "局长", "主任", "处长", "科长", "部长", "厅长",
    "院长", "领导",
];

/// A person's name as documents set it: one of two Han characters is as wide as one of three (张　三).
///
/// For a name that stands alone in a cell or line, never inside a sentence; [`plain`] takes the space out again.
#[must_use]
pub fn spaced(name: &str) -> String {
    let bare: Vec<char> = name.chars().filter(|c| !c.is_whitespace()).collect();
    match bare[..] {
        [family, given] if is_han(family) && is_han(given) && !OFFICES.contains(&&*format!("{family}{given}")) => {
            format!("{family}\u{3000}{given}")
        }
        _ => name.to_string(),
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}' | '〇')
}

/// ①…⑳ before a name.
fn circled(text: &str) -> Option<&str> {
    text.strip_prefix(|c| ('\u{2460}'..='\u{2473}').contains(&c)).filter(|rest| !rest.is_empty())
}

/// `1、甲项目` and `12.乙项目` without the number; `3D打印` and `1.5万吨` keep theirs.
fn numbered(text: &str) -> &str {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 3 {
        return text;
    }
    let rest = &text[digits..];
    match rest.strip_prefix(['、', '.', '．']) {
        Some(after) if !after.is_empty() && !after.starts_with(|c: char| c.is_ascii_digit()) => after,
        _ => text,
    }
}

/// What two writings of one name share: half-width, no spaces, no brackets' width. For comparing, never for showing.
#[must_use]
pub fn folded(name: &str) -> String {
    let narrow = text::half_width(name);
    text::squeeze(&narrow).to_ascii_lowercase()
}

/// A number that two writings of one name share, made without copying either (FNV-1a over the folded characters).
#[must_use]
pub fn fingerprint(parts: &[&str]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        for c in part
            .chars()
            .map(text::narrow)
            .filter(|c| !c.is_whitespace())
            .map(|c| c.to_ascii_lowercase())
            .chain(['\u{1f}'])
        {
            hash = (hash ^ u64::from(c as u32)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn fingerprints_fold() {
        assert_eq!(fingerprint(&["甲（一期） 项目"]), fingerprint(&["甲(一期)项目"]));
        assert_ne!(fingerprint(&["甲", "乙"]), fingerprint(&["甲乙"]));
    }

    #[test]
    fn marks_and_numbers_go() {
        let read = |raw: &str| {
            let name = project(raw);
            (name.name, name.starred, name.part)
        };
        assert_eq!(read("★岱北重工\n产业园 项目"), ("岱北重工产业园项目".into(), true, false));
        assert_eq!(read("1、甲项目"), ("甲项目".into(), false, false));
        assert_eq!(read("其中：乙项目一期"), ("乙项目一期".into(), false, true));
        assert_eq!(read("①乙项目"), ("乙项目".into(), false, true));
        assert_eq!(read("3D打印项目"), ("3D打印项目".into(), false, false));
        assert_eq!(read("1.5万吨项目"), ("1.5万吨项目".into(), false, false));
        assert_eq!(read("ABC Motor 中国项目"), ("ABC Motor中国项目".into(), false, false));
        assert_eq!(read("★"), ("★".into(), true, false));
    }

    #[test]
    fn names_of_two_characters_are_as_wide_as_those_of_three() {
        for (name, shown) in [
            ("张三", "张　三"),
            ("张 三", "张　三"),
            ("张　三", "张　三"),
            ("沈国栋", "沈国栋"),
            ("欧阳修文", "欧阳修文"),
            ("Li", "Li"),
            ("李A", "李A"),
            ("市长", "市长"),
            ("张", "张"),
            ("", ""),
            ("区工信局", "区工信局"),
            ("张三、李四", "张三、李四"),
        ] {
            assert_eq!(spaced(name), shown, "{name}");
            assert_eq!(plain(&spaced(name)), plain(name), "read back as it was");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(raw in "\\PC*") {
            let _ = project(&raw);
            let _ = folded(&raw);
        }

        #[test]
        fn spaces_never_matter(name in "[岱北重工产业园项目一期]{2,12}", at in 1_usize..10) {
            let cut = name.char_indices().nth(at.min(name.chars().count() - 1)).unwrap().0;
            let spaced = format!(" {}\u{3000}\n{}", &name[..cut], &name[cut..]);
            prop_assert_eq!(project(&spaced).name, name);
        }
    }
}
