//! Where in a text a typed word stands: its characters, or how they are read, whole or by initials (bc, beichen, bchen → 北辰).

use crate::search::letter::{folded, readings};

/// A text prepared for comparing: its searched characters, each with its place in the text (counted in characters).
#[derive(Debug, Default)]
pub struct Hay(Vec<(char, u32)>);

impl Hay {
    pub fn fill(&mut self, text: &str) {
        self.0.clear();
        self.0.extend((0..).zip(text.chars()).filter_map(|(at, c)| Some((folded(c)?, at))));
    }
}

/// A typed word, prepared alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    chars: Vec<char>,
    /// It holds letters, so it may be how something is read.
    spoken: bool,
}

impl Needle {
    /// The words of what was typed; signs alone are no word.
    #[must_use]
    pub fn words(typed: &str) -> Vec<Self> {
        let word = |text: &str| {
            let chars: Vec<char> = text.chars().filter_map(folded).collect();
            let spoken = chars.iter().any(char::is_ascii_lowercase);
            Self { chars, spoken }
        };
        typed.split_whitespace().map(word).filter(|needle| !needle.chars.is_empty()).collect()
    }

    /// Digits only: a code or the tail of a phone.
    #[must_use]
    pub fn digits(&self) -> Option<String> {
        self.chars.iter().all(char::is_ascii_digit).then(|| self.chars.iter().collect())
    }

    /// Letters and digits only, as codes are compared: capitals without hyphens; three at least, one of them a digit.
    #[must_use]
    pub fn code(&self) -> Option<String> {
        let fits = self.chars.len() >= 3
            && self.chars.iter().all(char::is_ascii_alphanumeric)
            && self.chars.iter().any(char::is_ascii_digit);
        fits.then(|| self.chars.iter().map(char::to_ascii_uppercase).collect())
    }

    /// So many characters, one of them Chinese at least.
    #[must_use]
    pub fn has_han(&self, length: usize) -> bool {
        self.chars.len() >= length && self.chars.iter().any(|c| !c.is_ascii())
    }

    /// One letter is half the alphabet: only words of the program are found by it.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.spoken && self.chars.len() == 1
    }
}

/// How well a word fits, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    Whole,
    Start,
    SpokenWhole,
    Inside,
    SpokenStart,
    SpokenInside,
}

/// Part of a text, in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub from: u32,
    pub to: u32,
    pub fit: Fit,
}

/// The best place of a word in a text.
#[must_use]
pub fn place(needle: &Needle, hay: &Hay) -> Option<Place> {
    let chars = &hay.0;
    let literal = (0..chars.len()).find_map(|at| Some((at, written(&needle.chars, &chars[at..])?)));
    let found = |(at, length): (usize, usize), spoken: bool| {
        let (from, to) = (chars[at].1, chars[at + length - 1].1 + 1);
        let fit = match (at, length == chars.len(), spoken) {
            (_, true, false) => Fit::Whole,
            (0, _, false) => Fit::Start,
            (_, _, false) => Fit::Inside,
            (_, true, true) => Fit::SpokenWhole,
            (0, _, true) => Fit::SpokenStart,
            (_, _, true) => Fit::SpokenInside,
        };
        Place { from, to, fit }
    };
    let as_written = literal.map(|at| found(at, false));
    if as_written.is_some() || !needle.spoken {
        return as_written;
    }
    let spoken = (0..chars.len()).find_map(|at| Some((at, spoken(&needle.chars, &chars[at..])?)));
    spoken.map(|at| found(at, true))
}

fn written(needle: &[char], hay: &[(char, u32)]) -> Option<usize> {
    let fits = needle.len() <= hay.len() && needle.iter().zip(hay).all(|(n, (h, _))| n == h);
    fits.then_some(needle.len())
}

/// How many characters of `hay` the word spells, from its first one on.
///
/// A character is spelt by its whole reading, by its initial (`zh`, `ch`, `sh` by one letter or both), and the last one by
/// any beginning of its reading; letters, digits and Chinese characters stand for themselves.
fn spoken(needle: &[char], hay: &[(char, u32)]) -> Option<usize> {
    let Some(&first) = needle.first() else { return Some(0) };
    let &(c, _) = hay.first()?;
    if c == first
        && let Some(rest) = spoken(&needle[1..], &hay[1..])
    {
        return Some(rest + 1);
    }
    readings(c).find_map(|reading| {
        let letters = reading.letters();
        let same = letters.iter().zip(needle).take_while(|(r, n)| alike(**r, **n)).count();
        let initial = if letters.get(1) == Some(&b'h') { 2 } else { 1 };
        let spelt = |n: &usize| *n <= same && (*n == letters.len() || *n == needle.len() || *n <= initial);
        let lengths = [letters.len(), needle.len(), 2, 1];
        lengths.iter().filter(|n| spelt(n)).find_map(|n| spoken(&needle[*n..], &hay[1..])).map(|rest| rest + 1)
    })
}

/// 吕 is typed lv or lu.
fn alike(reading: u8, typed: char) -> bool {
    char::from(reading) == typed || (reading == b'v' && typed == 'u')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(typed: &str, text: &str) -> Option<(u32, u32, Fit)> {
        let mut hay = Hay::default();
        hay.fill(text);
        place(&Needle::words(typed)[0], &hay).map(|p| (p.from, p.to, p.fit))
    }

    #[test]
    fn words_are_found_as_written_and_as_spoken() {
        for (typed, text, expected) in [
            ("北辰", "北辰智能电机产业园一期", Some((0, 2, Fit::Start))),
            ("電機", "北辰智能电机产业园一期", Some((4, 6, Fit::Inside))),
            ("bc", "北辰智能电机产业园一期", Some((0, 2, Fit::SpokenStart))),
            ("beichen", "北辰智能电机产业园一期", Some((0, 2, Fit::SpokenStart))),
            ("bchen", "北辰智能电机", Some((0, 2, Fit::SpokenStart))),
            ("beic", "北辰智能电机", Some((0, 2, Fit::SpokenStart))),
            ("znd", "北辰智能电机", Some((2, 5, Fit::SpokenInside))),
            ("zhineng", "北辰智能电机", Some((2, 4, Fit::SpokenInside))),
            ("cq", "重庆", Some((0, 2, Fit::SpokenWhole))),
            ("zq", "重庆", Some((0, 2, Fit::SpokenWhole))),
            ("cc", "长春", Some((0, 2, Fit::SpokenWhole))),
            ("sxf", "单小飞", Some((0, 3, Fit::SpokenWhole))),
            ("lvyou", "文化旅游综合体", Some((2, 4, Fit::SpokenInside))),
            ("luyou", "文化旅游综合体", Some((2, 4, Fit::SpokenInside))),
            ("lngjs", "大连LNG接收站", Some((2, 7, Fit::SpokenInside))),
            ("智n", "北辰智能电机", Some((2, 4, Fit::SpokenInside))),
            ("一期", "项目（一期）", Some((3, 5, Fit::Inside))),
            ("项目一期", "项目（一期）", Some((0, 5, Fit::Whole))),
            ("ei", "北辰", None),
            ("xyz", "北辰", None),
        ] {
            assert_eq!(at(typed, text), expected, "{typed} in {text}");
        }
    }

    #[test]
    fn what_is_a_code_and_what_a_phone() {
        let word = |typed: &str| Needle::words(typed).remove(0);
        assert_eq!(word("2307-231005-04").code().as_deref(), Some("230723100504"));
        assert_eq!(word("yyyy0001").code().as_deref(), Some("YYYY0001"));
        assert_eq!((word("bc").code(), word("北辰1").code(), word("abc").code()), (None, None, None));
        assert_eq!((word("7482").digits().as_deref(), word("74a2").digits()), (Some("7482"), None));
        assert!(Needle::words(" —— ").is_empty() && word("b").is_short() && !word("北").is_short());
    }

    proptest! {
        #[test]
        fn every_initial_and_every_reading_finds_its_text(text in "[\u{4e00}-\u{9fa5}]{1,8}") {
            let spelt = |whole: bool| -> Option<String> {
                let one = |c: char| {
                    let reading = readings(folded(c)?).last()?;
                    let letters = reading.letters();
                    Some(String::from_utf8_lossy(if whole { letters } else { &letters[..1] }).into_owned())
                };
                text.chars().map(one).collect()
            };
            if let (Some(initials), Some(full)) = (spelt(false), spelt(true)) {
                prop_assert!(at(&initials, &text).is_some(), "{initials}");
                prop_assert!(at(&full, &text).is_some(), "{full}");
            }
        }

        #[test]
        fn a_place_lies_in_the_text(typed in "[a-c北辰]{1,4}", text in "\\PC{0,12}") {
            if let Some((from, to, _)) = at(&typed, &text) {
                prop_assert!(from < to && to as usize <= text.chars().count());
            }
        }
    }
}
