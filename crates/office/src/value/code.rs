//! Codes as typed: 国家统一项目代码, 统一社会信用代码. Only their writing is mended; whether they are right is the core's to say.

use super::text;
use std::borrow::Cow;
use zhuanban_core::error::Rule;

/// Reads a text cell: half-width, upper case, without spaces, any dash as `-`. `None` where it says nothing.
pub fn text(raw: &str) -> Result<Option<String>, Rule> {
    if text::means_nothing(raw) {
        return Ok(None);
    }
    if text::is_formula_error(raw) {
        return Err(Rule::FormulaError);
    }
    let narrow = text::half_width(raw);
    let tidy = |c: char| match c {
        '—' | '–' | '―' | '－' | '‐' | '−' | '_' => '-',
        _ => c.to_ascii_uppercase(),
    };
    let plain: Cow<'_, str> = text::squeeze(&narrow);
    let code: String = plain.trim_start_matches(['\'', '`', '‘']).chars().map(tidy).collect();
    // A float that was exported as text.
    let code = code.strip_suffix(".0").map(str::to_string).unwrap_or(code);
    if code.contains("E+") && code.chars().all(|c| c.is_ascii_digit() || "E+.".contains(c)) {
        return Err(Rule::NotANumber);
    }
    Ok((!code.is_empty()).then_some(code))
}

/// Reads a number cell. Excel keeps 15 digits; a longer code has lost its end and is a fault.
pub fn number(value: f64) -> Result<String, Rule> {
    if value.fract() == 0.0 && (0.0..1e15).contains(&value) { Ok(format!("{value:.0}")) } else { Err(Rule::NotANumber) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_forms_ledgers_use() {
        let read = |raw: &str| text(raw).unwrap().unwrap_or_default();
        assert_eq!(read("２３０７-231005—04－01-503554"), "2307-231005-04-01-503554");
        assert_eq!(read("'91231005yyyy39785k "), "91231005YYYY39785K");
        assert_eq!(read("370911000001.0"), "370911000001");
        assert_eq!(read("无"), "");
        assert_eq!(number(370_911_000_001.0).unwrap(), "370911000001");
        assert_eq!(number(9.123e17), Err(Rule::NotANumber));
        assert_eq!(text("3.70911E+11"), Err(Rule::NotANumber));
    }

    proptest! {
        #[test]
        fn nothing_panics(raw in "\\PC*", value in any::<f64>()) {
            let _ = text(&raw);
            let _ = number(value);
        }

        #[test]
        fn clean_codes_come_back(code in "[0-9A-Z]{18}", short in 0_u64..1_000_000_000_000) {
            prop_assert_eq!(text(&code).unwrap().unwrap(), code);
            prop_assert_eq!(number(short as f64).unwrap(), short.to_string());
        }
    }
}
