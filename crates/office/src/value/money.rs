//! Money as ledgers write it, read as whole 元 without floating-point drift (`rules.md` 10).

use super::text;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zhuanban_core::error::Rule;

/// More than this is a slip of the unit, not an investment; it also keeps JavaScript's numbers exact.
const MOST: i128 = 9_007_199_254_740_991;

/// The unit a column, a line above or a cell names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub enum MoneyUnit {
    #[serde(rename = "元")]
    Yuan,
    #[serde(rename = "千元")]
    Thousand,
    #[serde(rename = "万元")]
    Wan,
    #[serde(rename = "百万元")]
    Million,
    #[serde(rename = "千万元")]
    TenMillion,
    #[serde(rename = "亿元")]
    Yi,
}

/// Longest first, so that 百万元 is not taken for 万元.
const NAMES: [(&str, MoneyUnit); 6] = [
    ("千万元", MoneyUnit::TenMillion),
    ("百万元", MoneyUnit::Million),
    ("亿元", MoneyUnit::Yi),
    ("万元", MoneyUnit::Wan),
    ("千元", MoneyUnit::Thousand),
    ("元", MoneyUnit::Yuan),
];

impl MoneyUnit {
    /// How many 元 one of it is.
    #[must_use]
    pub fn yuan(self) -> i64 {
        match self {
            Self::Yuan => 1,
            Self::Thousand => 1_000,
            Self::Wan => 10_000,
            Self::Million => 1_000_000,
            Self::TenMillion => 10_000_000,
            Self::Yi => 100_000_000,
        }
    }

    /// The name as headings write it: `万元`.
    #[must_use]
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, unit)| *unit == self).map_or("元", |(name, _)| name)
    }

    /// The unit a heading or a line names: `总投资（万元）`, `单位：亿元`, `投资/万元`. A bare 元 counts only where it stands alone.
    #[must_use]
    pub fn find(text: &str) -> Option<Self> {
        NAMES[..5].iter().find(|(name, _)| text.contains(name)).map(|(_, unit)| *unit).or_else(|| {
            let alone = |c: char| !c.is_alphanumeric();
            text.split(alone).any(|word| word == "元").then_some(Self::Yuan)
        })
    }

    fn suffix(text: &str) -> (&str, Option<Self>) {
        for (name, unit) in NAMES {
            let short = name.trim_end_matches('元');
            if let Some(rest) =
                text.strip_suffix(name).or_else(|| (!short.is_empty()).then(|| text.strip_suffix(short))?)
            {
                return (rest, Some(unit));
            }
        }
        (text, None)
    }
}

/// Whole 元, and whether the ledger says 约, 近, 左右, 余 or 多.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Amount {
    pub yuan: i64,
    pub approximate: bool,
}

/// An amount and what was odd about the way it was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadAmount {
    pub amount: Amount,
    /// Something below one 元 was rounded half up.
    pub rounded: bool,
    /// The cell named its own unit.
    pub own_unit: bool,
    /// Full-width digits, separators or spaces stood in the cell.
    pub converted: bool,
}

/// Reads a number cell in the column's unit. A float is taken as the decimal it prints as: 0.92 亿元 is 92,000,000 元.
pub fn number(value: f64, unit: MoneyUnit) -> Result<ReadAmount, Rule> {
    if !value.is_finite() {
        return Err(Rule::NotANumber);
    }
    if value < 0.0 {
        return Err(Rule::Negative);
    }
    let scaled = value * unit.yuan() as f64;
    let whole = scaled.round();
    // Doubles hold whole numbers exactly up to 2^53; within a few units of the last place the decimal meant is the whole one.
    if whole < 4.0e15 && (scaled - whole).abs() <= whole * 1.0e-15 {
        return Ok(ReadAmount { amount: Amount { yuan: whole as i64, approximate: false }, ..ReadAmount::default() });
    }
    // Excel keeps 15 significant digits; what a formula leaves behind them is noise.
    decimal(&format!("{value:.14e}"), unit.yuan())
}

/// Reads a text cell; `None` where it says nothing.
pub fn text(raw: &str, unit: MoneyUnit) -> Result<Option<ReadAmount>, Rule> {
    let raw = raw.trim();
    if text::means_nothing(raw) {
        return Ok(None);
    }
    if text::is_formula_error(raw) {
        return Err(Rule::FormulaError);
    }
    if raw.starts_with('=') {
        return Err(Rule::FormulaText);
    }
    let narrow = text::half_width(raw);
    let plain: String = narrow.chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | '，' | '\'')).collect();
    let (core, approximate) = approximation(without_remark(&plain));
    let (core, own) = MoneyUnit::suffix(core);
    let (core, inner) = approximation(core);
    let core = core.strip_prefix("人民币").or_else(|| core.strip_prefix('¥')).unwrap_or(core);
    let mut read = decimal(core, own.unwrap_or(unit).yuan())?;
    read.amount.approximate = approximate || inner;
    read.own_unit = own.is_some();
    read.converted = own.is_some() || read.amount.approximate || plain != raw;
    Ok(Some(read))
}

/// `2.5亿元（含土地费）` without the remark in brackets at the end.
fn without_remark(text: &str) -> &str {
    match text.find('(') {
        Some(at) if at > 0 && text.ends_with(')') => &text[..at],
        _ => text,
    }
}

fn approximation(text: &str) -> (&str, bool) {
    let mut rest = text;
    for word in ["大约", "约", "近", "超过", "超", "逾"] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    for word in ["左右", "以上", "余", "多"] {
        rest = rest.strip_suffix(word).unwrap_or(rest);
    }
    (rest, rest.len() != text.len())
}

/// A plain decimal, optionally with an exponent, times a whole factor; exact, rounded half up to one 元.
fn decimal(text: &str, factor: i64) -> Result<ReadAmount, Rule> {
    let (digits, exponent) = match text.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse::<i32>().map_err(|_| Rule::NotANumber)?),
        None => (text, 0),
    };
    if let Some(rest) = digits.strip_prefix(['-', '−', '－']) {
        let number = !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        return Err(if number { Rule::Negative } else { Rule::NotANumber });
    }
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() || !(whole.bytes().chain(fraction.bytes())).all(|b| b.is_ascii_digit()) {
        return Err(Rule::NotANumber);
    }
    let fraction = fraction.trim_end_matches('0');
    if whole.trim_start_matches('0').len() + fraction.len() > 24 {
        return Err(if fraction.len() > 18 { Rule::NotANumber } else { Rule::TooLarge });
    }
    let mantissa = whole.bytes().chain(fraction.bytes()).fold(0_i128, |sum, b| sum * 10 + i128::from(b - b'0'));
    let places = fraction.len() as i32 - exponent;
    scale(mantissa * i128::from(factor), places)
}

fn scale(value: i128, places: i32) -> Result<ReadAmount, Rule> {
    if value == 0 {
        return Ok(ReadAmount::default());
    }
    let power = |n: i32| 10_i128.checked_pow(n.unsigned_abs());
    let (yuan, rounded) = if places <= 0 {
        (power(places).and_then(|p| value.checked_mul(p)).ok_or(Rule::TooLarge)?, false)
    } else {
        match power(places) {
            Some(p) => ((value + p / 2) / p, value % p != 0),
            None => (0, true),
        }
    };
    if yuan > MOST {
        return Err(Rule::TooLarge);
    }
    let amount = Amount { yuan: i64::try_from(yuan).map_err(|_| Rule::TooLarge)?, approximate: false };
    Ok(ReadAmount { amount, rounded, ..ReadAmount::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn yuan(text_: &str) -> Option<(i64, bool)> {
        text(text_, MoneyUnit::Wan).unwrap().map(|r| (r.amount.yuan, r.amount.approximate))
    }

    #[test]
    fn units_in_the_cell_win() {
        assert_eq!(yuan("2.5亿元"), Some((250_000_000, false)));
        assert_eq!(yuan("约3.2亿"), Some((320_000_000, true)));
        assert_eq!(yuan("近1,200"), Some((12_000_000, true)));
        assert_eq!(yuan("３，２００．５"), Some((32_005_000, false)));
        assert_eq!(yuan("1 2.5"), Some((125_000, false)));
        assert_eq!(yuan("3000万元左右"), Some((30_000_000, true)));
        assert_eq!(yuan("5000余万元"), Some((50_000_000, true)));
        assert_eq!(yuan("0.86亿（一期）"), Some((86_000_000, false)));
        assert_eq!(yuan("无"), None);
    }

    #[test]
    fn floats_are_the_decimals_they_print_as() {
        for (value, unit, yuan) in [
            (0.92, MoneyUnit::Yi, 92_000_000),
            (22.51, MoneyUnit::Yi, 2_251_000_000),
            (0.1 + 0.2, MoneyUnit::Wan, 3_000),
            (15_798_165.0, MoneyUnit::Wan, 157_981_650_000),
            (1_000_000.07, MoneyUnit::Wan, 10_000_000_700),
        ] {
            assert_eq!(number(value, unit).map(|r| (r.amount.yuan, r.rounded)), Ok((yuan, false)), "{value}");
        }
    }

    #[test]
    fn below_one_yuan_rounds_half_up_and_says_so() {
        let read = text("0.00005", MoneyUnit::Wan).unwrap().unwrap();
        assert_eq!((read.amount.yuan, read.rounded), (1, true));
        assert_eq!(number(1.234_54, MoneyUnit::Wan).map(|r| (r.amount.yuan, r.rounded)), Ok((12_345, true)));
    }

    #[test]
    fn what_is_not_an_amount_is_told_apart() {
        for (text_, rule) in [
            ("待定", Rule::NotANumber),
            ("-5", Rule::Negative),
            ("500-800", Rule::NotANumber),
            ("#REF!", Rule::FormulaError),
            ("=SUM(A1)", Rule::FormulaText),
            ("99999999999亿", Rule::TooLarge),
            ("5000万美元", Rule::NotANumber),
        ] {
            assert_eq!(text(text_, MoneyUnit::Wan).unwrap_err(), rule, "{text_}");
        }
        assert_eq!(number(-0.5, MoneyUnit::Yi).unwrap_err(), Rule::Negative);
        assert_eq!(number(f64::NAN, MoneyUnit::Yi).unwrap_err(), Rule::NotANumber);
    }

    #[test]
    fn headings_name_their_unit() {
        assert_eq!(MoneyUnit::find("总投资（万元）"), Some(MoneyUnit::Wan));
        assert_eq!(MoneyUnit::find("单位：百万元"), Some(MoneyUnit::Million));
        assert_eq!(MoneyUnit::find("（单位：元）"), Some(MoneyUnit::Yuan));
        assert_eq!(MoneyUnit::find("元旦前开工"), None);
        assert_eq!(MoneyUnit::find("总投资"), None);
    }

    proptest! {
        #[test]
        fn text_never_panics(raw in "\\PC*", scientific in any::<f64>()) {
            let _ = text(&raw, MoneyUnit::Yi);
            let _ = text(&format!("{scientific:e}"), MoneyUnit::Yi);
            let _ = number(scientific, MoneyUnit::Yi);
        }

        #[test]
        fn fen_of_wan_come_back(cents in 0_i64..1_000_000_000_000) {
            let (whole, part) = (cents / 10_000, cents % 10_000);
            let shown = format!("{whole}.{part:04}");
            prop_assert_eq!(text(&shown, MoneyUnit::Wan).unwrap().unwrap().amount.yuan, cents);
            let as_float = number(shown.parse().unwrap(), MoneyUnit::Wan).unwrap();
            prop_assert_eq!(as_float.amount.yuan, cents);
        }
    }
}
