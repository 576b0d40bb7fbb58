//! A character as it is searched: half-width, lower case, simplified; and how it is read.
//!
//! Index and question go through the same table, so 哈爾濱 finds 哈尔滨 and the other way round.

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use pinyin::ToPinyinMulti;
use std::ops::RangeInclusive;
use std::sync::OnceLock;

/// Chinese characters that have a simplified form of their own lie here.
const HAN: RangeInclusive<char> = '\u{3400}'..='\u{9fff}';

/// The character for comparing; `None` for signs and spaces, which are not searched.
#[must_use]
pub fn folded(c: char) -> Option<char> {
    match c {
        '0'..='9' | 'a'..='z' => Some(c),
        'A'..='Z' => Some(c.to_ascii_lowercase()),
        c if HAN.contains(&c) => Some(simplified(c)),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).and_then(folded),
        c if c.is_alphanumeric() => c.to_lowercase().next(),
        _ => None,
    }
}

/// Its simplified form, character by character: a phrase's own exceptions would differ between index and question.
fn simplified(c: char) -> char {
    static TABLE: OnceLock<Vec<char>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let Ok(converter) = OpenCC::from_config(BuiltinConfig::T2s) else { return vec![] };
        let one = |c: char| {
            let mut out = [0; 4];
            let simple = converter.convert(c.encode_utf8(&mut out));
            let mut chars = simple.chars();
            chars.next().filter(|_| chars.next().is_none()).unwrap_or(c)
        };
        HAN.map(one).collect()
    });
    table.get((u32::from(c) - u32::from(*HAN.start())) as usize).copied().unwrap_or(c)
}

/// One way a character is read: up to six letters, without tones, `v` for ü.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    letters: [u8; 6],
    length: usize,
}

impl Reading {
    fn of(text: &str) -> Self {
        let mut reading = Self::default();
        for c in text.chars() {
            let plain = match c {
                'ü' => Some(b'v'),
                'ê' => Some(b'e'),
                c => u8::try_from(c).ok().filter(u8::is_ascii_lowercase),
            };
            if let (Some(letter), true) = (plain, reading.length < reading.letters.len()) {
                reading.letters[reading.length] = letter;
                reading.length += 1;
            }
        }
        reading
    }

    #[must_use]
    pub fn letters(&self) -> &[u8] {
        &self.letters[..self.length]
    }
}

/// Every way a character is read: 重 is `zhong` and `chong`.
pub fn readings(c: char) -> impl Iterator<Item = Reading> {
    let all = c.to_pinyin_multi().into_iter().flatten().map(|reading| Reading::of(reading.plain()));
    all.filter(|reading| reading.length > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold(text: &str) -> String {
        text.chars().filter_map(folded).collect()
    }

    #[test]
    fn traditional_full_width_and_capitals_fold() {
        for (text, expected) in [
            ("哈爾濱產業園項目", "哈尔滨产业园项目"),
            ("黑龍江飛鶴乳業", "黑龙江飞鹤乳业"),
            ("乾坤（一期）", "干坤一期"),
            ("ＬＮＧ 接收站", "lng接收站"),
            ("2307-231005-04", "230723100504"),
        ] {
            assert_eq!(fold(text), expected);
            assert_eq!(fold(expected), expected, "folding twice changes nothing");
        }
    }

    #[test]
    fn characters_with_several_readings() {
        for (c, wanted) in
            [('重', "chong"), ('长', "chang"), ('单', "shan"), ('仇', "qiu"), ('区', "ou"), ('厦', "xia"), ('旅', "lv")]
        {
            assert!(readings(c).any(|r| r.letters() == wanted.as_bytes()), "{c} {wanted}");
        }
        assert!(readings('a').next().is_none());
    }
}
