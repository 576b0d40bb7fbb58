//! One cell: what it holds and how it is written, so that every spreadsheet program and our own import read it alike.

use chrono::Datelike;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};
use zhuanban_core::time::{Day, Precision};

/// What goes into a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Empty,
    Text(String),
    Number(f64),
    /// `of` divided by 10^`places`, shown with as many decimals as it has; with 约 before it where it is about.
    Figure {
        of: i64,
        places: usize,
        about: bool,
    },
}

impl Content {
    pub fn text(text: Option<&str>) -> Self {
        text.filter(|t| !t.is_empty()).map_or(Self::Empty, |t| Self::Text(t.to_string()))
    }

    /// A person's name, which stands alone in its cell.
    pub fn person(name: Option<&str>) -> Self {
        Self::text(name.map(crate::value::name::spaced).as_deref())
    }

    /// 元 as 万元, to the last 元; with 约 where it is about.
    pub fn wan(yuan: Option<i64>, about: bool) -> Self {
        yuan.map_or(Self::Empty, |of| Self::Figure { of, places: 4, about })
    }

    pub fn count(count: i64) -> Self {
        Self::Figure { of: count, places: 0, about: false }
    }

    /// Thousandths as a number.
    pub fn milli(quantity: Option<i64>) -> Self {
        quantity.map_or(Self::Empty, |of| Self::Figure { of, places: 3, about: false })
    }

    /// A day with as much as is known of it: 2022-05-31, 2022-05, 2022年5月底前, 2022年二季度, 2022年.
    pub fn day(day: Option<Day>) -> Self {
        day.map_or(Self::Empty, |d| Self::Text(day_words(d)))
    }
}

/// Writes a cell in a look; a figure gets the number format that shows it whole, and no more.
pub fn put(
    sheet: &mut Worksheet,
    row: u32,
    col: u16,
    content: Content,
    look: &Format,
) -> std::result::Result<(), XlsxError> {
    match content {
        Content::Empty => sheet.write_blank(row, col, look)?,
        Content::Text(text) => sheet.write_string_with_format(row, col, text, look)?,
        Content::Number(number) => sheet.write_number_with_format(row, col, number, look)?,
        Content::Figure { of, places, about } => {
            let text = shifted(of, places);
            let look = look.clone().set_num_format(figure_format(&text, about));
            // Four decimals of a figure below 10^12 万元 are exact to the digit in a double.
            sheet.write_number_with_format(row, col, text.parse().unwrap_or(0.0), &look)?
        }
    };
    Ok(())
}

/// `#,##0` with the decimals of a figure: `#,##0.####` would leave a point behind a whole one. 约 stands in the format, so
/// that the cell is a number all the same and is added up; an import reads it there.
fn figure_format(figure: &str, about: bool) -> String {
    let decimals = figure.split_once('.').map_or(0, |(_, rest)| rest.len());
    let point = if decimals > 0 { "." } else { "" };
    format!("{}#,##0{point}{}", if about { "\"约\"" } else { "" }, "0".repeat(decimals))
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
        for (figure, about, format) in [
            ("9200", false, "#,##0"),
            ("9200.5", false, "#,##0.0"),
            ("-0.0005", false, "#,##0.0000"),
            ("32000", true, "\"约\"#,##0"),
        ] {
            assert_eq!(figure_format(figure, about), format, "{figure}");
        }
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
