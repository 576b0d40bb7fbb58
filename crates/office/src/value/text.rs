//! What all readers share: full-width characters, white space, and the words that mean "nothing".

use std::borrow::Cow;

/// Full-width forms (１，．（ and the ideographic space) as their ASCII forms; borrowed where there are none.
#[must_use]
pub fn half_width(text: &str) -> Cow<'_, str> {
    // All forms concerned begin with the bytes EF BC, EF BD, E3 80 80 or C2 A0.
    if text.bytes().all(|b| b < 0x80) || !text.chars().any(|c| narrow(c) != c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(narrow).collect())
}

/// The ASCII form of a full-width character.
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        _ => c,
    }
}

/// The text without any white space or invisible characters.
#[must_use]
pub fn squeeze(text: &str) -> Cow<'_, str> {
    if text.chars().any(|c| c.is_whitespace() || invisible(c)) {
        Cow::Owned(text.chars().filter(|&c| !c.is_whitespace() && !invisible(c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

fn invisible(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}')
}

/// Text of one cell, trimmed. The flag says that control characters other than line breaks and tabs were taken out.
#[must_use]
pub fn clean(text: &str) -> (Cow<'_, str>, bool) {
    let text = trimmed(text);
    let strange = |b: u8| b < 0x20 && !matches!(b, b'\n' | b'\r' | b'\t') || b == 0x7f;
    if !text.bytes().any(|b| strange(b) || b == b'\r') {
        return (Cow::Borrowed(text), false);
    }
    let control = text.bytes().any(strange);
    let kept = text.chars().filter(|&c| c != '\r' && !(c.is_ascii() && strange(c as u8)));
    (Cow::Owned(kept.collect()), control)
}

/// Without white space at either end; most cells have none, which a look at the outer bytes tells.
#[must_use]
pub fn trimmed(text: &str) -> &str {
    let bytes = text.as_bytes();
    // White space and marks outside ASCII begin with C2, E1, E2, E3 or EF; a full-width bracket does so too and only costs the longer way.
    let open = bytes.first().is_some_and(|b| b.is_ascii_graphic() || matches!(b, 0xE4..=0xE9));
    let close = match bytes {
        [.., b] if b.is_ascii_graphic() => true,
        [.., 0xE4..=0xE9, _, _] | [.., 0xE3, 0x80, 0x81..=0xBF] => true,
        _ => false,
    };
    if open && close { text } else { text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}') }
}

/// Whether the text says that there is nothing: 无, /, —, -, 不涉及 (practice S1).
#[must_use]
pub fn means_nothing(text: &str) -> bool {
    if text.len() > 18 {
        return false;
    }
    let text = text.trim().trim_end_matches(['。', '.', '；', ';']);
    !text.is_empty() && text.chars().all(|c| "/\\／＼—–―－-_".contains(c))
        || matches!(text, "" | "无" | "無" | "暂无" | "没有" | "空" | "（空）" | "(空)" | "不涉及" | "不需要" | "无需")
        || matches!(text, "N/A" | "n/a" | "NA" | "null" | "NULL")
}

/// Whether the text is one of the error values that a formula leaves: #REF!, #N/A, #VALUE!, #DIV/0!, #NAME?, #NUM!, #NULL!.
#[must_use]
pub fn is_formula_error(text: &str) -> bool {
    text.starts_with('#') && matches!(text, "#REF!" | "#N/A" | "#VALUE!" | "#DIV/0!" | "#NAME?" | "#NUM!" | "#NULL!")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_becomes_half_width() {
        assert_eq!(half_width("５８，１８７．５（万）"), "58,187.5(万)");
        assert!(matches!(half_width("普通"), Cow::Borrowed(_)));
    }

    #[test]
    fn words_for_nothing() {
        for word in ["", "无", "/", "—", "——", "-", "不涉及", " 无。"] {
            assert!(means_nothing(word), "{word}");
        }
        assert!(!means_nothing("无锡") && !means_nothing("0"));
    }

    #[test]
    fn control_characters_go_and_are_told() {
        assert_eq!(clean("甲\u{1}乙\r\n丙 "), (Cow::Owned("甲乙\n丙".into()), true));
        assert_eq!(clean(" 甲\n乙"), (Cow::Borrowed("甲\n乙"), false));
    }
}
