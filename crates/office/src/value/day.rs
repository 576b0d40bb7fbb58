//! Days as ledgers write them: 2022.3, 2022年3月底前, 二〇二二年三月, 2022-Q2, 2022上半年, 20220301, serial numbers (`rules.md` 10).

use super::text;
use chrono::NaiveDate;
use zhuanban_core::error::Rule;
use zhuanban_core::time::Day;

/// Years a ledger may name; a slip like 20222 falls outside.
const YEARS: std::ops::RangeInclusive<u32> = 1949..=2099;

/// Excel serials taken for days where a plain number stands in a date column: 2000-01-01 to 2049-12-31.
const SERIALS: std::ops::RangeInclusive<u32> = 36_526..=54_788;

/// What an Excel serial counts from.
const EPOCH: NaiveDate = NaiveDate::from_ymd_opt(1899, 12, 30).expect("the day exists");

/// What stands in a date cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadDay {
    Day(Day),
    /// Blank, or a word for nothing.
    Nothing,
    /// Words that are no date but worth keeping: 未开工.
    Words,
}

/// Words in a date column that say there is no date (yet).
const NO_DATE: [&str; 18] = [
    "未开工",
    "未竣工",
    "未完工",
    "未投产",
    "尚未",
    "待定",
    "未定",
    "已开工",
    "已竣工",
    "已完工",
    "已投产",
    "已建成",
    "续建",
    "停工",
    "缓建",
    "在建",
    "前期",
    "按计划",
];

/// Reads a text cell. `year` completes dates without one (3月底前), where title or heading name it.
pub fn text(raw: &str, year: Option<i32>) -> Result<ReadDay, Rule> {
    let raw = raw.trim();
    if text::means_nothing(raw) {
        return Ok(ReadDay::Nothing);
    }
    if text::is_formula_error(raw) {
        return Err(Rule::FormulaError);
    }
    if raw.starts_with('=') {
        return Err(Rule::FormulaText);
    }
    let tokens = Tokens::of(raw);
    if tokens.is_wordy() {
        return if NO_DATE.iter().any(|word| raw.contains(word)) { Ok(ReadDay::Words) } else { Err(Rule::NotADay) };
    }
    Reading { tokens: &tokens.list, at: 0 }.day(year).map(ReadDay::Day)
}

/// Reads a number cell without a date format: a serial, 20220301, 202203, 2022 or 2022.3. January and October look alike (2022.1).
pub fn number(value: f64) -> Result<Day, Rule> {
    if !value.is_finite() || value < 0.0 {
        return Err(Rule::NotADay);
    }
    let whole = value.trunc();
    if (value - whole).abs() < 1e-9 {
        return digits(whole as u64);
    }
    let year = whole as u64;
    if !(1000..10_000).contains(&year) {
        // A serial with a time of day.
        return if SERIALS.contains(&(year.min(99_999) as u32)) { digits(year) } else { Err(Rule::NotADay) };
    }
    let hundredths = (value - whole) * 100.0;
    if (hundredths - hundredths.round()).abs() > 1e-6 {
        return Err(Rule::NotADay);
    }
    let month = match hundredths.round() as u32 {
        10 => return year_in(year as u32).and(Err(Rule::AmbiguousMonth)),
        tens @ (20 | 30 | 40 | 50 | 60 | 70 | 80 | 90) => tens / 10,
        month => month,
    };
    month_of(year_in(year as u32)?, month, false)
}

/// A day Excel keeps as a serial number since 1899-12-30, with a date format.
pub fn serial(value: f64) -> Result<Day, Rule> {
    if !(1.0..2_958_466.0).contains(&value) {
        return Err(Rule::YearOutOfRange);
    }
    let on = EPOCH + chrono::Days::new(value as u64);
    year_in(chrono::Datelike::year(&on).unsigned_abs())?;
    Ok(Day::exact(on))
}

fn digits(value: u64) -> Result<Day, Rule> {
    match value {
        0..1000 => Err(Rule::NotADay),
        1000..10_000 => Day::year(year_in(value as u32)?, false).ok_or(Rule::NotADay),
        10_000..100_000 if SERIALS.contains(&(value as u32)) => serial(value as f64),
        100_000..1_000_000 => month_of(year_in((value / 100) as u32)?, (value % 100) as u32, false),
        10_000_000..100_000_000 => {
            exact(year_in((value / 10_000) as u32)?, (value / 100 % 100) as u32, (value % 100) as u32, false)
        }
        _ => Err(Rule::YearOutOfRange),
    }
}

fn year_in(year: u32) -> Result<i32, Rule> {
    if YEARS.contains(&year) { Ok(year as i32) } else { Err(Rule::YearOutOfRange) }
}

fn month_of(year: i32, month: u32, by: bool) -> Result<Day, Rule> {
    Day::month(year, month, by).ok_or(Rule::NoSuchMonth)
}

fn exact(year: i32, month: u32, day: u32, by: bool) -> Result<Day, Rule> {
    if !(1..=12).contains(&month) {
        return Err(Rule::NoSuchMonth);
    }
    let on = NaiveDate::from_ymd_opt(year, month, day).ok_or(Rule::NotADay)?;
    Ok(Day { by, ..Day::exact(on) })
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Token {
    /// A number and how many digits it was written with.
    Number(u64, u32),
    Char(char),
}

struct Tokens {
    list: Vec<Token>,
}

impl Tokens {
    fn of(raw: &str) -> Self {
        let narrow = text::half_width(raw);
        let mut list = Vec::with_capacity(12);
        let mut chinese: Vec<char> = Vec::new();
        let mut apart = false;
        for c in narrow.chars().chain(['\0']) {
            if c.is_whitespace() {
                // A space ends a number (2023/5/6 14:22) but nothing else (2022 年 3 月).
                apart = true;
                continue;
            }
            if chinese_digit(c).is_some() || c == '十' {
                chinese.push(c);
                continue;
            }
            if !chinese.is_empty() {
                list.push(chinese_number(&chinese));
                chinese.clear();
            }
            match (c.to_digit(10), list.last_mut()) {
                (Some(d), Some(Token::Number(n, count))) if *count < 12 && !apart => {
                    (*n, *count) = (*n * 10 + u64::from(d), *count + 1)
                }
                (Some(d), _) => list.push(Token::Number(u64::from(d), 1)),
                (None, _) if c != '\0' => list.push(Token::Char(c)),
                _ => {}
            }
            apart = false;
        }
        Self { list }
    }

    /// No number in it that a year or month could be.
    fn is_wordy(&self) -> bool {
        !self.list.iter().any(|t| matches!(t, Token::Number(..)))
    }
}

fn chinese_digit(c: char) -> Option<u64> {
    let at = "〇一二三四五六七八九".chars().position(|d| d == c);
    at.or_else(|| "零壹贰叁肆伍陆柒捌玖".chars().position(|d| d == c))
        .or_else(|| matches!(c, '○' | 'Ｏ').then_some(0))
        .map(|d| d as u64)
}

/// 二〇二二 digit by digit; 十二, 二十, 三十一 by tens.
fn chinese_number(chars: &[char]) -> Token {
    if !chars.contains(&'十') {
        let value = chars.iter().take(12).filter_map(|&c| chinese_digit(c)).fold(0, |n, d| n * 10 + d);
        return Token::Number(value, chars.len().min(12) as u32);
    }
    let mut parts = chars.splitn(2, |&c| c == '十');
    let one = |part: &[char]| part.iter().take(2).filter_map(|&c| chinese_digit(c)).fold(0, |n, d| n * 10 + d);
    let tens = parts.next().filter(|part| !part.is_empty()).map_or(1, one);
    Token::Number(tens * 10 + parts.next().map_or(0, one), 2)
}

/// Reads tokens from the left.
struct Reading<'t> {
    tokens: &'t [Token],
    at: usize,
}

impl Reading<'_> {
    fn day(mut self, year: Option<i32>) -> Result<Day, Rule> {
        while matches!(self.peek(), Some(Token::Char(c)) if "计划预拟约于力争在自从(（".contains(c)) {
            self.at += 1;
        }
        let Some(Token::Number(value, count)) = self.peek() else { return Err(Rule::NotADay) };
        self.at += 1;
        let next = self.peek();
        match count {
            4 => self.in_year(year_in(value as u32)?),
            2 if next == Some(Token::Char('年')) => self.in_year(if value < 80 { 2000 } else { 1900 } + value as i32),
            1 | 2 if next == Some(Token::Char('月')) => self.in_month(year.ok_or(Rule::NotADay)?, value as u32),
            5 | 6 | 8 if next.is_none() || self.rest_is_time() => digits(value),
            1..=3 => Err(Rule::NotADay),
            _ => Err(Rule::YearOutOfRange),
        }
    }

    fn in_year(mut self, year: i32) -> Result<Day, Rule> {
        self.skip("年度.-/、—_");
        match self.peek() {
            None => Day::year(year, false).ok_or(Rule::NotADay),
            Some(Token::Number(month, 1 | 2)) => {
                self.at += 1;
                if self.skip_word("季度") || self.skip_word("季") {
                    self.quarter(year, month)
                } else {
                    self.in_month(year, month as u32)
                }
            }
            Some(Token::Char('Q' | 'q' | '第')) => {
                self.at += 1;
                let Some(Token::Number(quarter, 1)) = self.peek() else { return Err(Rule::NotADay) };
                self.at += 1;
                let _ = self.skip_word("季度") || self.skip_word("季");
                self.quarter(year, quarter)
            }
            Some(Token::Char('上')) if self.skip_word("上半年") => self.quarter(year, 2),
            Some(Token::Char('下')) if self.skip_word("下半年") => self.quarter(year, 4),
            Some(Token::Char('初')) => self.quarter(year, 1),
            Some(Token::Char(_)) => {
                let by = self.by();
                self.ends()?;
                Day::year(year, by).ok_or(Rule::NotADay)
            }
            Some(Token::Number(..)) => Err(Rule::NotADay),
        }
    }

    fn quarter(mut self, year: i32, quarter: u64) -> Result<Day, Rule> {
        let by = self.by();
        self.ends()?;
        Day::quarter(year, u32::try_from(quarter).unwrap_or(0), by).ok_or(Rule::NotADay)
    }

    fn in_month(mut self, year: i32, month: u32) -> Result<Day, Rule> {
        self.skip("月.-/份、—");
        if let Some(Token::Number(day, 1 | 2)) = self.peek() {
            self.at += 1;
            self.skip("日号");
            let by = self.by();
            if !self.rest_is_time() {
                self.ends()?;
            }
            return exact(year, month, day as u32, by);
        }
        let by = self.by();
        self.ends()?;
        month_of(year, month, by)
    }

    fn peek(&self) -> Option<Token> {
        self.tokens.get(self.at).copied()
    }

    fn skip(&mut self, any: &str) {
        while matches!(self.peek(), Some(Token::Char(c)) if any.contains(c)) {
            self.at += 1;
        }
    }

    fn skip_word(&mut self, word: &str) -> bool {
        let fits = word.chars().enumerate().all(|(i, c)| self.tokens.get(self.at + i) == Some(&Token::Char(c)));
        self.at += if fits { word.chars().count() } else { 0 };
        fits
    }

    /// 底前, 前, 之前, 以前: the date is a limit. 底, 末, 上旬 and the like only name the end of the span.
    fn by(&mut self) -> bool {
        self.skip("底末中上下旬");
        self.skip_word("之前") || self.skip_word("以前") || self.skip_word("前")
    }

    /// `14:22:11` or `T00:00:00` after a day.
    fn rest_is_time(&self) -> bool {
        let rest = &self.tokens[self.at.min(self.tokens.len())..];
        rest.contains(&Token::Char(':'))
            && rest.iter().all(|t| matches!(t, Token::Number(..) | Token::Char(':' | '.' | 'T' | 'Z')))
    }

    /// A few words may follow (2022年3月开工); another number may not.
    fn ends(&self) -> Result<(), Rule> {
        let rest = &self.tokens[self.at.min(self.tokens.len())..];
        let words = rest.len() <= 16 && rest.iter().all(|t| matches!(t, Token::Char(_)));
        if words { Ok(()) } else { Err(Rule::NotADay) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Datelike;
    use proptest::prelude::*;

    fn read(raw: &str) -> String {
        match text(raw, None) {
            Ok(ReadDay::Day(day)) => day.to_string(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn the_forms_ledgers_use() {
        for (raw, day) in [
            ("2022.3", "2022-03-31/month"),
            ("2022.1", "2022-01-31/month"),
            ("2022.10", "2022-10-31/month"),
            ("2022年3月底前", "2022-03-31/month/by"),
            ("2022年3月", "2022-03-31/month"),
            ("二〇二二年三月", "2022-03-31/month"),
            ("二○二二年十二月", "2022-12-31/month"),
            ("二零二二年三月二十八日", "2022-03-28"),
            ("2022-Q2", "2022-06-30/quarter"),
            ("2022年二季度", "2022-06-30/quarter"),
            ("2022年第四季度前", "2022-12-31/quarter/by"),
            ("2022上半年", "2022-06-30/quarter"),
            ("2022年底前", "2022-12-31/year/by"),
            ("2022/3/1", "2022-03-01"),
            ("2022.3.28", "2022-03-28"),
            ("20220301", "2022-03-01"),
            ("202203", "2022-03-31/month"),
            ("２０２２．３", "2022-03-31/month"),
            ("2023年06月26日", "2023-06-26"),
            ("2023/5/6 14:22:11", "2023-05-06"),
            ("2022-03-01T00:00:00", "2022-03-01"),
            ("预计2022年3月开工", "2022-03-31/month"),
            ("2022年6月30日前", "2022-06-30/by"),
            ("22年3月", "2022-03-31/month"),
            ("44713", "2022-06-01"),
            ("2022 年 3 月", "2022-03-31/month"),
        ] {
            assert_eq!(read(raw).replace("day/", ""), day, "{raw}");
        }
    }

    #[test]
    fn what_is_no_day() {
        for (raw, rule) in [
            ("20222", Rule::YearOutOfRange),
            ("20222年3月", Rule::YearOutOfRange),
            ("2022.13", Rule::NoSuchMonth),
            ("2022.2.30", Rule::NotADay),
            ("3月底前", Rule::NotADay),
            ("第三批", Rule::NotADay),
            ("2022.3-2023.12", Rule::NotADay),
            ("#REF!", Rule::FormulaError),
        ] {
            assert_eq!(text(raw, None).unwrap_err(), rule, "{raw}");
        }
        for word in ["未开工", "待定", "已开工"] {
            assert_eq!(text(word, None), Ok(ReadDay::Words), "{word}");
        }
        for word in ["", "无", "—", "/", "不涉及"] {
            assert_eq!(text(word, None), Ok(ReadDay::Nothing), "{word}");
        }
    }

    #[test]
    fn a_month_alone_takes_the_year_of_the_table() {
        assert_eq!(text("9月底前", Some(2023)), Ok(ReadDay::Day(Day::month(2023, 9, true).unwrap())));
    }

    #[test]
    fn numbers_ask_where_january_and_october_look_alike() {
        assert_eq!(number(2022.1), Err(Rule::AmbiguousMonth));
        assert_eq!(number(2022.01), Ok(Day::month(2022, 1, false).unwrap()));
        assert_eq!(number(2022.3), Ok(Day::month(2022, 3, false).unwrap()));
        assert_eq!(number(2022.12), Ok(Day::month(2022, 12, false).unwrap()));
        assert_eq!(number(2022.13), Err(Rule::NoSuchMonth));
        assert_eq!(number(20222.0), Err(Rule::YearOutOfRange));
        assert_eq!(number(44713.0).unwrap().to_string(), "2022-06-01");
        assert_eq!(number(44713.6).unwrap().to_string(), "2022-06-01");
        assert_eq!(number(202_203.0), Ok(Day::month(2022, 3, false).unwrap()));
    }

    proptest! {
        #[test]
        fn nothing_panics(raw in "\\PC*", digits in "[0-9年月日.\\-/第季度一二十]{0,14}", value in any::<f64>()) {
            let _ = text(&raw, Some(2022));
            let _ = text(&digits, Some(2022));
            let _ = number(value);
            let _ = serial(value);
        }

        #[test]
        fn every_form_of_a_day_comes_back(offset in 0_i64..30_000) {
            let on = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap() + chrono::Days::new(offset as u64);
            let (y, m, d) = (on.year(), on.month(), on.day());
            for shown in [format!("{y}-{m}-{d}"), format!("{y}/{m:02}/{d:02}"), format!("{y}.{m}.{d}"), format!("{y}年{m}月{d}日"), format!("{y}{m:02}{d:02}")] {
                prop_assert_eq!(text(&shown, None), Ok(ReadDay::Day(Day::exact(on))));
            }
            prop_assert_eq!(serial((on - EPOCH).num_days() as f64), Ok(Day::exact(on)));
        }

        #[test]
        fn every_form_of_a_month_comes_back(year in 1950..2099_i32, month in 1..=12_u32) {
            let day = Day::month(year, month, false).unwrap();
            for shown in [format!("{year}.{month}"), format!("{year}年{month}月"), format!("{year}-{month:02}"), format!("{year}{month:02}"), format!("{year}年{month}月份")] {
                prop_assert_eq!(text(&shown, None), Ok(ReadDay::Day(day)));
            }
        }
    }
}
