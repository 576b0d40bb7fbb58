//! One cell: what it holds and how it is written, so that every spreadsheet program and our own import read it alike.

use chrono::Datelike;
use zhuanban_core::time::{Day, Precision};

/// What goes into a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Empty,
    Text(String),
    Number(f64),
}

impl Content {
    pub fn text(text: Option<&str>) -> Self {
        text.filter(|t| !t.is_empty()).map_or(Self::Empty, |t| Self::Text(t.to_string()))
    }

    /// 元 as 万元, to the last 元; with 约 where it is about.
    pub fn wan(yuan: Option<i64>, about: bool) -> Self {
        match yuan {
            None => Self::Empty,
            Some(yuan) if about => Self::Text(format!("约{}", shifted(yuan, 4))),
            // Four decimals of a figure below 10^12 万元 are exact to the digit in a double.
            Some(yuan) => Self::Number(yuan as f64 / 10_000.0),
        }
    }

    /// Thousandths as a number.
    pub fn milli(quantity: Option<i64>) -> Self {
        quantity.map_or(Self::Empty, |q| Self::Number(q as f64 / 1000.0))
    }

    /// A day with as much as is known of it: 2022-05-31, 2022-05, 2022年5月底前, 2022年二季度, 2022年.
    pub fn day(day: Option<Day>) -> Self {
        day.map_or(Self::Empty, |d| Self::Text(day_words(d)))
    }
}

pub fn day_words(day: Day) -> String {
    let (year, month) = (day.on.year(), day.on.month());
    match (day.precision, day.by) {
        (Precision::Day, false) => day.on.format("%Y-%m-%d").to_string(),
        (Precision::Day, true) => format!("{year}年{month}月{}日前", day.on.day()),
        (Precision::Month, false) => format!("{year:04}-{month:02}"),
        (Precision::Month, true) => format!("{year}年{month}月底前"),
        (Precision::Quarter, by) => {
            let name = ["一", "二", "三", "四"][usize::try_from((month - 1) / 3).unwrap_or(0)];
            format!("{year}年{name}季度{}", if by { "前" } else { "" })
        }
        (Precision::Year, by) => format!("{year}年{}", if by { "底前" } else { "" }),
    }
}

/// An integer divided by 10^places, as exact decimal text without needless zeros.
pub fn shifted(value: i64, places: usize) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", value.unsigned_abs(), width = places + 1);
    let (whole, rest) = digits.split_at(digits.len() - places);
    let rest = rest.trim_end_matches('0');
    if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_keeps_every_yuan() {
        assert_eq!(shifted(92_000_000, 4), "9200");
        assert_eq!(shifted(92_000_001, 4), "9200.0001");
        assert_eq!(shifted(-5, 4), "-0.0005");
        assert_eq!(Content::wan(Some(320_000_000), true), Content::Text("约32000".into()));
    }

    #[test]
    fn days_say_what_is_known() {
        let words = |t: &str| day_words(t.parse().unwrap());
        assert_eq!(words("2022-05-31/month"), "2022-05");
        assert_eq!(words("2022-05-31/month/by"), "2022年5月底前");
        assert_eq!(words("2022-06-30/quarter"), "2022年二季度");
        assert_eq!(words("2022-05-20"), "2022-05-20");
        assert_eq!(words("2022-12-31/year/by"), "2022年底前");
    }
}
