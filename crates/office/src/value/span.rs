//! A span of construction in one cell: 2022-2024, 2022.3-2023.12, 2023.1-12, 2022年3月至2024年6月 (practice S1, S9).

use super::day::{self, ReadDay};
use super::text;
use chrono::Datelike;
use zhuanban_core::error::Rule;
use zhuanban_core::time::{Day, Precision};

/// Start and finish of a span; either may be missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    pub start: Option<Day>,
    pub finish: Option<Day>,
}

/// Reads 起止年限; `None` where the cell says nothing or gives a length (24个月).
pub fn text(raw: &str, year: Option<i32>) -> Result<Option<Span>, Rule> {
    let narrow = text::half_width(raw.trim());
    let plain = text::squeeze(&narrow);
    if text::means_nothing(&plain) || plain.contains("个月") || plain.contains("工作日") || plain.ends_with('天')
    {
        return Ok(None);
    }
    let Some((left, right)) = halves(&plain) else {
        return Ok(single(&plain, year)?.map(|start| Span { start: Some(start), finish: None }));
    };
    let start = single(left, year)?;
    if matches!(right, "今" | "") {
        return Ok(Some(Span { start, finish: None }));
    }
    Ok(Some(Span { start, finish: finish(start, right)? }))
}

/// The end of a span may leave out the year that its beginning names.
fn finish(start: Option<Day>, right: &str) -> Result<Option<Day>, Rule> {
    let short = right.trim_end_matches(['月', '份']);
    match (start, short.parse::<u32>()) {
        (Some(start), Ok(month)) if short.len() <= 2 && start.precision != Precision::Year => {
            Day::month(start.on.year(), month, false).map(Some).ok_or(Rule::NoSuchMonth)
        }
        _ => single(right, start.map(|day| day.on.year())),
    }
}

fn single(raw: &str, year: Option<i32>) -> Result<Option<Day>, Rule> {
    match day::text(raw, year)? {
        ReadDay::Day(day) => Ok(Some(day)),
        ReadDay::Nothing | ReadDay::Words => Ok(None),
    }
}

/// The two halves; a hyphen that also separates year and month is told by their number.
fn halves(plain: &str) -> Option<(&str, &str)> {
    for mark in ["至", "到", "~", "～", "——", "—", "–", "--", "一2", "－"] {
        // OCR and hurried typing put 一 for the dash: 2022一2024.
        if let Some((left, right)) = plain.split_once(mark) {
            let right = if mark == "一2" { &plain[left.len() + "一".len()..] } else { right };
            return Some((left, right));
        }
    }
    let dashes: Vec<usize> = plain.match_indices('-').map(|(at, _)| at).collect();
    let middle = match dashes.len() {
        1 if is_year_and_month(plain, dashes[0]) => return None,
        1 => dashes[0],
        3 => dashes[1],
        5 => dashes[2],
        _ => return None,
    };
    Some((&plain[..middle], &plain[middle + 1..]))
}

/// `2022-12` is a month; `2022-2024` and `2023.1-12` are spans.
fn is_year_and_month(plain: &str, dash: usize) -> bool {
    let (left, right) = (&plain[..dash], &plain[dash + 1..]);
    left.len() == 4
        && left.bytes().all(|b| b.is_ascii_digit())
        && right.len() <= 2
        && right.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(raw: &str) -> (String, String) {
        let span = text(raw, None).unwrap().unwrap();
        (span.start.map(|d| d.to_string()).unwrap_or_default(), span.finish.map(|d| d.to_string()).unwrap_or_default())
    }

    #[test]
    fn the_forms_ledgers_use() {
        for (raw, start, finish) in [
            ("2022-2024", "2022-12-31/year", "2024-12-31/year"),
            ("2022-2024年", "2022-12-31/year", "2024-12-31/year"),
            ("2022一2024", "2022-12-31/year", "2024-12-31/year"),
            ("2022.3-2023.12", "2022-03-31/month", "2023-12-31/month"),
            ("2023.1-12", "2023-01-31/month", "2023-12-31/month"),
            ("2022年3月至2024年6月", "2022-03-31/month", "2024-06-30/month"),
            ("2022-03—2024-06", "2022-03-31/month", "2024-06-30/month"),
            ("2022-03-2024-06", "2022-03-31/month", "2024-06-30/month"),
            ("2022.3.1～2023.5.6", "2022-03-01", "2023-05-06"),
            ("2023年1月-12月", "2023-01-31/month", "2023-12-31/month"),
            ("2022-12", "2022-12-31/month", ""),
            ("2021年至今", "2021-12-31/year", ""),
        ] {
            assert_eq!(read(raw), (start.to_string(), finish.to_string()), "{raw}");
        }
        assert_eq!(text("24个月", None), Ok(None));
        assert_eq!(text("2023.1-13", None), Err(Rule::NoSuchMonth));
    }

    proptest! {
        #[test]
        fn nothing_panics(raw in "\\PC*", near in "[0-9.年月至一—~-]{0,16}") {
            let _ = text(&raw, None);
            let _ = text(&near, Some(2022));
        }
    }
}
