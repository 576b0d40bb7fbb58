//! Quantities of a need with their unit: 86, 86亩, 1000左右, 500-800, 若干 (practice S5).

use super::text;
use serde::{Deserialize, Serialize, Serializer};
use ts_rs::TS;

/// How much is needed. Without a number only the words are kept.
///
/// A range is read as its lower end, marked approximate, with the words kept: what is surely needed, and what was said.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Quantity {
    #[serde(serialize_with = "whole_where_whole")]
    pub quantity: Option<f64>,
    /// The unit the cell itself names.
    pub unit: Option<String>,
    pub approximate: bool,
    /// The cell's words, where the number alone does not say it all.
    pub text: Option<String>,
}

/// 473 rather than 473.0, as a ledger writes it.
pub(crate) fn whole_where_whole<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(v) if v.fract() == 0.0 && v.abs() < 1e15 => serializer.serialize_i64(*v as i64),
        Some(v) => serializer.serialize_f64(*v),
        None => serializer.serialize_none(),
    }
}

/// Reads a number cell; zero and less mean that nothing is needed.
#[must_use]
pub fn number(value: f64) -> Option<Quantity> {
    (value.is_finite() && value > 0.0).then(|| Quantity { quantity: Some(value), ..Quantity::default() })
}

/// Reads a text cell; `None` where it says nothing or zero.
#[must_use]
pub fn text(raw: &str) -> Option<Quantity> {
    if text::means_nothing(raw) {
        return None;
    }
    let narrow = text::half_width(raw.trim());
    let plain: String = narrow.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
    let about = plain.trim_start_matches(['约', '近', '超', '逾']);
    let (low, rest) = leading(about);
    let Some(low) = low else {
        return Some(Quantity { text: Some(raw.trim().to_string()), ..Quantity::default() });
    };
    let range = rest.strip_prefix(['-', '~', '～', '—', '至', '到']).map(leading).filter(|(high, _)| high.is_some());
    let rest = range.map_or(rest, |(_, after)| after);
    let words = rest.trim_end_matches("左右").trim_end_matches("以上").trim_start_matches(['余', '多']);
    let approximate = range.is_some() || about.len() != plain.len() || words.len() != rest.len();
    let is_unit = !words.is_empty()
        && words.chars().count() <= 6
        && !words.contains(|c: char| c.is_ascii_digit() || c.is_ascii_punctuation());
    let odd = range.is_some() || !(words.is_empty() || is_unit);
    if low == 0.0 && !odd {
        return None;
    }
    Some(Quantity {
        quantity: Some(low),
        unit: is_unit.then(|| words.to_string()),
        approximate,
        text: odd.then(|| raw.trim().to_string()),
    })
}

fn leading(text: &str) -> (Option<f64>, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    (text[..end].parse().ok(), &text[end..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_forms_ledgers_use() {
        let read = |raw: &str| text(raw).map(|q| (q.quantity, q.unit.unwrap_or_default(), q.approximate));
        assert_eq!(read("86亩"), Some((Some(86.0), "亩".into(), false)));
        assert_eq!(read("1,200"), Some((Some(1200.0), String::new(), false)));
        assert_eq!(read("1000左右"), Some((Some(1000.0), String::new(), true)));
        assert_eq!(read("约30人"), Some((Some(30.0), "人".into(), true)));
        assert_eq!(read("若干"), Some((None, String::new(), false)));
        assert_eq!(read("0"), None);
        assert_eq!(read("无"), None);
        let range = text("500-800万元").unwrap();
        assert_eq!(
            (range.quantity, range.approximate, range.text.as_deref()),
            (Some(500.0), true, Some("500-800万元"))
        );
        assert_eq!(range.unit.as_deref(), Some("万元"));
        assert_eq!(serde_json::to_value(number(473.0)).unwrap()["quantity"], 473);
    }

    proptest! {
        #[test]
        fn nothing_panics(raw in "\\PC*", value in any::<f64>()) {
            let _ = text(&raw);
            let _ = number(value);
        }

        #[test]
        fn plain_numbers_come_back(hundredths in 1_u32..100_000_000) {
            let value = f64::from(hundredths) / 100.0;
            prop_assert_eq!(text(&format!("{value}亩")).unwrap().quantity, Some(value));
        }
    }
}
