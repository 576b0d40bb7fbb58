//! Telephone numbers: one or several in a cell, turned to floats, with extensions (practice S1, S10).

use super::text;
use zhuanban_core::error::Rule;

/// Reads a number cell: `13800026933` that Excel keeps as a float.
pub fn number(value: f64) -> Result<String, Rule> {
    if value.fract() == 0.0 && (1e4..1e12).contains(&value) { Ok(format!("{value:.0}")) } else { Err(Rule::NotAPhone) }
}

/// Reads every number in a text cell, in order; empty where the cell says nothing.
///
/// Eleven-digit mobile numbers lose spaces, hyphens and +86. Others keep their form: `0538-8201234转802`, `66xxxx（短号）`.
pub fn text(raw: &str) -> Result<Vec<String>, Rule> {
    if text::means_nothing(raw) {
        return Ok(Vec::new());
    }
    let narrow = text::half_width(raw.trim());
    if let Some(restored) = scientific(&narrow) {
        return restored.map(|phone| vec![phone]);
    }
    let mut phones: Vec<String> = Vec::new();
    for piece in narrow.split(['\n', '\r', '、', ',', '，', ';', '；', '/', '\\']) {
        let piece = piece.trim().trim_start_matches(|c: char| c != '(' && c != '+' && !is_digit(c));
        let count = piece.chars().filter(|&c| is_digit(c)).count();
        match phones.last_mut() {
            _ if count == 0 => {}
            // 8201234/5: the second line of the same switchboard.
            Some(last) if count < 5 => *last = format!("{last}/{piece}"),
            _ if count < 5 => return Err(Rule::NotAPhone),
            _ => phones.extend(spaced(piece)),
        }
    }
    if phones.is_empty() { Err(Rule::NotAPhone) } else { Ok(phones) }
}

fn is_digit(c: char) -> bool {
    // x and * stand for digits that were masked.
    c.is_ascii_digit() || matches!(c, 'x' | 'X' | '*' | '×')
}

/// One piece is one number unless two whole mobile numbers stand side by side.
fn spaced(piece: &str) -> Vec<String> {
    let words: Vec<&str> = piece.split_whitespace().collect();
    let mobiles = words.iter().filter(|word| is_mobile(&bare(word))).count();
    if mobiles == words.len() { words.iter().map(|word| bare(word)).collect() } else { vec![one(piece)] }
}

fn one(piece: &str) -> String {
    let bare = bare(piece);
    if is_mobile(&bare) { bare } else { text::squeeze(piece).into_owned() }
}

fn bare(piece: &str) -> String {
    let digits: String = piece.chars().filter(|c| !matches!(c, ' ' | '-' | '—' | '\u{a0}')).collect();
    let digits = digits
        .strip_prefix("+86")
        .or_else(|| digits.strip_prefix("86").filter(|rest| rest.len() == 11))
        .unwrap_or(&digits);
    digits.to_string()
}

fn is_mobile(bare: &str) -> bool {
    bare.len() == 11 && bare.starts_with('1') && bare.chars().all(is_digit)
}

/// `1.3800026933E+10` still holds the number; `1.38E+10` has lost it.
fn scientific(narrow: &str) -> Option<Result<String, Rule>> {
    let (mantissa, exponent) = narrow.split_once(['E', 'e'])?;
    exponent.trim_start_matches('+').parse::<u32>().ok().filter(|e| (4..12).contains(e))?;
    if mantissa.is_empty() || !mantissa.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return None;
    }
    let value = narrow.parse::<f64>().ok()?;
    let digits = mantissa.bytes().filter(u8::is_ascii_digit).count();
    Some(if digits >= 8 { number(value) } else { Err(Rule::NotAPhone) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(raw: &str) -> Vec<String> {
        text(raw).unwrap()
    }

    #[test]
    fn the_forms_ledgers_use() {
        assert_eq!(read("138 0009 7482"), ["13800097482"]);
        assert_eq!(read("+86-13800097482"), ["13800097482"]);
        assert_eq!(read("139xxxx1234\n189xxxx5678"), ["139xxxx1234", "189xxxx5678"]);
        assert_eq!(read("13800000001 13900000002"), ["13800000001", "13900000002"]);
        assert_eq!(read("139xxxx0001/0538-8xxxxxx"), ["139xxxx0001", "0538-8xxxxxx"]);
        assert_eq!(read("0538-8201234转802"), ["0538-8201234转802"]);
        assert_eq!(read("8201234/5"), ["8201234/5"]);
        assert_eq!(read("66xxxx（短号）"), ["66xxxx(短号)"]);
        assert_eq!(read("电话：0538-8201234"), ["0538-8201234"]);
        assert_eq!(read("1.3800026933E+10"), ["13800026933"]);
        assert!(read("无").is_empty() && read("").is_empty());
    }

    #[test]
    fn what_is_no_phone() {
        for raw in ["1.38E+10", "见附件", "12"] {
            assert_eq!(text(raw), Err(Rule::NotAPhone), "{raw}");
        }
        assert_eq!(number(13_800_026_933.0), Ok("13800026933".into()));
        assert_eq!(number(0.5), Err(Rule::NotAPhone));
    }

    proptest! {
        #[test]
        fn nothing_panics(raw in "\\PC*", value in any::<f64>()) {
            let _ = text(&raw);
            let _ = number(value);
        }

        #[test]
        fn mobiles_come_back(digits in "1[3-9][0-9]{9}") {
            let shown = format!("{} {}-{}", &digits[..3], &digits[3..7], &digits[7..]);
            prop_assert_eq!(text(&shown).unwrap(), vec![digits.clone()]);
            prop_assert_eq!(number(digits.parse().unwrap()).unwrap(), digits);
        }
    }
}
