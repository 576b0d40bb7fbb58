//! Chinese words of a sheet: money in one unit, days as documents write them (formats.md §4).

use chrono::{Datelike, NaiveDate};
use zhuanban_core::time::{Day, Precision};

/// 元 as 亿元 with two decimals from one 亿 on, else as 万元; rounded half up once. Empty for nothing.
pub fn money(yuan: Option<i64>, about: bool) -> String {
    let Some(yuan) = yuan else { return String::new() };
    let about = if about { "约" } else { "" };
    let sign = if yuan < 0 { "-" } else { "" };
    let size = yuan.unsigned_abs();
    if size >= 100_000_000 {
        let hundredths = (size * 2 + 1_000_000) / 2_000_000;
        return format!("{about}{sign}{}.{:02}亿元", hundredths / 100, hundredths % 100);
    }
    format!("{about}{sign}{}万元", (size * 2 + 10_000) / 20_000)
}

/// 2022年3月28日.
pub fn date(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// With as much as is known of it: 2022年5月底前.
pub fn day(day: Option<Day>) -> String {
    let Some(day) = day else { return String::new() };
    let before = if day.by { "底前" } else { "" };
    match day.precision {
        Precision::Day if day.by => format!("{}前", date(day.on)),
        Precision::Day => date(day.on),
        Precision::Month => format!("{}年{}月{before}", day.on.year(), day.on.month()),
        Precision::Quarter => {
            let name = ["一", "二", "三", "四"][(day.on.month() as usize - 1) / 3];
            format!("{}年{name}季度{before}", day.on.year())
        }
        Precision::Year => format!("{}年{before}", day.on.year()),
    }
}

/// 1—3月.
pub fn months(month: u32) -> String {
    if month == 1 { "1月".into() } else { format!("1—{month}月") }
}

/// Thousandths without needless zeros.
pub fn quantity(thousandths: i64) -> String {
    crate::export::shifted(thousandths, 3)
}

/// A file name without what Windows forbids.
pub fn file_name(text: &str) -> String {
    let plain: String =
        text.chars().map(|c| if c.is_control() || "<>:\"/\\|?*".contains(c) { ' ' } else { c }).take(60).collect();
    let plain = plain.trim_matches(['.', ' ']);
    if plain.is_empty() { "未命名".into() } else { plain.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_and_days_read_like_a_document() {
        assert_eq!(money(Some(4_260_000_000), false), "42.60亿元");
        assert_eq!(money(Some(99_999_999), true), "约10000万元");
        assert_eq!(money(Some(100_500_000), false), "1.01亿元");
        assert_eq!(money(None, true), "");
        assert_eq!(day("2022-05-31/month/by".parse().ok()), "2022年5月底前");
        assert_eq!(day("2022-06-30/quarter".parse().ok()), "2022年二季度");
        assert_eq!((months(1), months(3)), ("1月".into(), "1—3月".into()));
        assert_eq!(file_name("a/b:项目."), "a b 项目");
    }
}
