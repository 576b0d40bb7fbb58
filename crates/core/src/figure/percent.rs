//! Percentages and differences of rates, from stored integers, rounded once (practice C36, C37; systems B01).

use crate::error::Result;
use crate::store::Reader;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What happens behind the last decimal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rounding {
    /// 四舍五入
    #[default]
    HalfUp,
    /// 截断: 73.8 % printed whole is 73 %.
    Truncate,
}

/// How this desk prints a percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner {
    pub rounding: Rounding,
    /// Decimals, 0 or 1.
    pub places: u32,
}

impl Default for Manner {
    fn default() -> Self {
        Self { rounding: Rounding::HalfUp, places: 1 }
    }
}

impl Manner {
    pub fn of_desk(r: &Reader) -> Result<Self> {
        let rounding = match r.local("percent")?.as_deref() {
            Some("truncate") => Rounding::Truncate,
            _ => Rounding::HalfUp,
        };
        let places = if r.local("percent_places")?.as_deref() == Some("0") { 0 } else { 1 };
        Ok(Self { rounding, places })
    }

    /// `part / whole` in hundredths, as text without sign; `whole` > 0.
    fn written(self, part: u128, whole: u128) -> String {
        let scale = 10_u128.pow(self.places);
        let up = part * 100 * scale;
        let units = match self.rounding {
            Rounding::HalfUp => (up * 2 + whole) / (whole * 2),
            Rounding::Truncate => up / whole,
        };
        if self.places == 0 {
            return units.to_string();
        }
        format!("{}.{:0width$}", units / scale, units % scale, width = self.places as usize)
    }
}

/// A share of a whole, with the text it is printed as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Percent {
    pub part: i64,
    pub whole: i64,
    /// Without the sign of per cent, e.g. `73.8`.
    pub text: String,
}

impl Percent {
    /// None where there is no whole: a rate of nothing is not 0 %.
    #[must_use]
    pub fn of(part: i64, whole: i64, manner: Manner) -> Option<Self> {
        if whole <= 0 {
            return None;
        }
        let text = manner.written(part.unsigned_abs().into(), whole.unsigned_abs().into());
        let sign = if part < 0 && text.contains(|c: char| c.is_ascii_digit() && c != '0') { "-" } else { "" };
        Some(Self { part, whole, text: format!("{sign}{text}") })
    }
}

/// How far one rate is above or below another: 高于、低于、持平, in percentage points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Points {
    /// 1 above, 0 level as printed, -1 below.
    pub side: i8,
    /// Without sign.
    pub text: String,
}

impl Points {
    /// `part / whole` against `planned.0 / planned.1`; the difference is rounded, not its two sides.
    #[must_use]
    pub fn between(part: i64, whole: i64, planned: (i64, i64), manner: Manner) -> Option<Self> {
        if whole <= 0 || planned.1 <= 0 {
            return None;
        }
        let (part, whole) = (i128::from(part), i128::from(whole));
        let (num, den) = (i128::from(planned.0), i128::from(planned.1));
        let difference = part * den - num * whole;
        // Differences keep one decimal also where rates are printed whole.
        let manner = Manner { places: 1, ..manner };
        let text = manner.written(difference.unsigned_abs(), (whole * den).unsigned_abs());
        let side = if text == "0.0" { 0 } else { i8::try_from(difference.signum()).unwrap_or(0) };
        Some(Self { side, text })
    }
}

/// Whether a sum reaches a goal (systems B02): what is only about so much never does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// 达到
    Met,
    /// 接近: said as 近 or 约 of the goal itself, so not yet met.
    Nearly,
    /// 未达到
    Short,
}

impl Reach {
    #[must_use]
    pub fn of(value: i64, about: bool, target: i64) -> Self {
        match (value >= target, about) {
            (true, false) => Self::Met,
            // 约110亿 is above 100亿 whatever the last digits are; 近100亿 is not.
            (true, true) if value > target => Self::Met,
            (true, true) => Self::Nearly,
            (false, _) => Self::Short,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(part: i64, whole: i64, rounding: Rounding, places: u32) -> String {
        Percent::of(part, whole, Manner { rounding, places }).unwrap().text
    }

    #[test]
    fn harbin_is_73_8_and_73_only_when_cut() {
        // systems B01: 186 of 252 is 73.81 %.
        assert_eq!(text(186, 252, Rounding::HalfUp, 1), "73.8");
        assert_eq!(text(186, 252, Rounding::Truncate, 1), "73.8");
        assert_eq!(text(186, 252, Rounding::HalfUp, 0), "74");
        assert_eq!(text(186, 252, Rounding::Truncate, 0), "73");
    }

    #[test]
    fn shares_of_the_articles() {
        for (part, whole, expected) in [
            (43, 121, "35.5"),    // A11
            (205, 303, "67.7"),   // A02
            (77, 116, "66.4"),    // A25
            (82, 153, "53.6"),    // A26
            (11, 36, "30.6"),     // A20
            (2380, 4134, "57.6"), // A20
            (450, 1280, "35.2"),  // A20
            (1280, 4134, "31.0"), // A20
            (91, 450, "20.2"),    // A19
            (1, 2000, "0.1"),
            (-5, 100, "-5.0"),
            (-1, 100_000, "0.0"),
        ] {
            assert_eq!(text(part, whole, Rounding::HalfUp, 1), expected, "{part}/{whole}");
        }
        assert_eq!(Percent::of(1, 0, Manner::default()), None);
    }

    #[test]
    fn progress_is_measured_by_month_or_by_the_paper() {
        let points = |part, whole, planned| {
            let p = Points::between(part, whole, planned, Manner::default()).unwrap();
            (p.side, p.text)
        };
        // By months, not by days: at the end of April a third is due.
        assert_eq!(points(216, 1000, (4, 12)), (-1, "11.7".into()));
        // A county that measures against 120 % a year: 5/12 of it is 50.0 % (practice C36).
        assert_eq!(points(544, 1000, (600, 1200)), (1, "4.4".into()));
        assert_eq!(points(822, 1000, (8 * 120, 12 * 100)), (1, "2.2".into()));
        assert_eq!(points(5, 12, (5, 12)), (0, "0.0".into()));
        assert_eq!(Points::between(1, 0, (1, 12), Manner::default()), None);
    }

    #[test]
    fn nearly_a_hundred_is_not_a_hundred() {
        let yi = 100_000_000;
        assert_eq!(Reach::of(100 * yi, true, 100 * yi), Reach::Nearly);
        assert_eq!(Reach::of(100 * yi, false, 100 * yi), Reach::Met);
        assert_eq!(Reach::of(13_860_000_000, false, 100 * yi), Reach::Met);
        assert_eq!(Reach::of(99 * yi, false, 100 * yi), Reach::Short);
        assert_eq!(Reach::of(110 * yi, true, 100 * yi), Reach::Met);
    }

    proptest! {
        #[test]
        fn cutting_never_prints_more(part in 0_i64..1_000_000, whole in 1_i64..1_000_000, places in 0_u32..2) {
            let number = |rounding| text(part, whole, rounding, places).parse::<f64>().unwrap();
            let (cut, near) = (number(Rounding::Truncate), number(Rounding::HalfUp));
            prop_assert!(cut <= near && near - cut < 1.000_01);
            let exact = part as f64 * 100.0 / whole as f64;
            let half = 0.5 / f64::from(10_u32.pow(places));
            prop_assert!((near - exact).abs() <= half + 1e-6);
        }
    }
}
