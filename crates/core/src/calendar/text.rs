//! Reading a holiday notice: the notice's own text as it stands in the gazette, or days as a table or as JSON.
//!
//! What was not understood is told as a doubt, never guessed.

use super::notice::NoticeDay;
use super::tomorrow;
use crate::codes;
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// What a reader should look at again.
    pub enum DoubtKind {
        /// The day of the week in the text is not the date's.
        Weekday = "weekday",
        /// 共N天 is not the number of days read.
        Count = "count",
        /// A line that names days, of which nothing could be read.
        Unread = "unread",
        /// A day is named both off and worked.
        Both = "both",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Doubt {
    pub kind: DoubtKind,
    /// The line, as it stands in the text.
    pub line: String,
}

/// What stands in a notice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    pub year: Option<i32>,
    pub published_on: Option<NaiveDate>,
    pub number: Option<String>,
    pub days: Vec<NoticeDay>,
    /// Holidays that are lengthened to a day: 延长春节假期至2月2日.
    pub lengthened: Vec<(String, NaiveDate)>,
    pub doubts: Vec<Doubt>,
}

const HOLIDAYS: &[&str] = &["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"];

/// Reads a notice. Days without a year belong to `year`, or to the one the title names.
#[must_use]
pub fn read(text: &str, year: Option<i32>) -> Read {
    let text = plain(text);
    if let Some(read) = json(&text) {
        return read;
    }
    let mut read = Read { year: title_year(&text).or(year), ..Read::default() };
    let mut name = mentioned(&text);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(day) = table_row(line) {
            read.year = read.year.or(Some(super::notice::notice_year(day.on, &day.name)));
            read.days.push(day);
            continue;
        }
        read.number = read.number.or_else(|| number(line));
        if let Some(on) = whole_date(line) {
            read.published_on = Some(on);
            continue;
        }
        if let Some((named, rest)) = holiday_line(line) {
            name = named;
            read.holiday(line, &rest, &name);
        } else if ["放假", "上班", "补休", "延长"].iter().any(|word| line.contains(word)) && names_day(line) {
            read.holiday(line, line, &name);
        }
    }
    read.settle(&text);
    read
}

/// Words that give days off.
const OFF: &[&str] = &["放假", "补休", "调休", "休息", "公休"];

/// The parts of a line, each with one verb at most: split at commas outside brackets, and after every verb.
fn clauses(line: &str) -> Vec<String> {
    let (mut depth, mut found, mut clause) = (0_usize, vec![], String::new());
    for c in line.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let ends = depth == 0 && matches!(c, '，' | '。' | '；' | ',' | ';');
        if !ends {
            clause.push(c);
        }
        if ends || depth == 0 && OFF.iter().chain(&["上班"]).any(|verb| clause.ends_with(verb)) {
            found.push(std::mem::take(&mut clause));
        }
    }
    found.push(clause);
    found
}

impl Read {
    fn holiday(&mut self, line: &str, rest: &str, name: &str) {
        let before = self.days.len();
        let mut scan = Scan::new(self.year, name);
        let mut waiting: Vec<NaiveDate> = vec![];
        for clause in &clauses(rest) {
            if clause.contains("延长") {
                let to = scan.dates(clause).last().map(|to| (name.to_string(), *to));
                self.lengthened.extend(to);
                continue;
            }
            let (off, work) = (OFF.iter().any(|word| clause.contains(word)), clause.contains("上班"));
            if clause.contains("起") && work {
                continue;
            }
            // Days before a comma belong to what is given off after it, never to what is worked.
            scan.lost |= work && !waiting.is_empty();
            if work {
                waiting.clear();
            }
            waiting.extend(scan.dates(clause));
            if off || work {
                let day = |on| NoticeDay { on, name: name.into(), off };
                self.days.extend(waiting.drain(..).map(day));
            }
        }
        scan.lost |= !waiting.is_empty();
        let (read, lengthened) = (&self.days[before..], self.lengthened.iter().any(|(n, _)| n == name));
        let off = read.iter().filter(|day| day.off).count();
        let doubt = match said_count(rest) {
            _ if scan.strange => Some(DoubtKind::Weekday),
            _ if scan.lost || read.is_empty() && !lengthened => Some(DoubtKind::Unread),
            Some(said) if said != off => Some(DoubtKind::Count),
            _ => None,
        };
        self.doubts.extend(doubt.map(|kind| Doubt { kind, line: line.into() }));
    }

    fn settle(&mut self, text: &str) {
        self.days.sort();
        self.days.dedup();
        let both = self.days.windows(2).find(|pair| pair[0].on == pair[1].on && pair[0].off != pair[1].off);
        let both = both.map(|pair| pair[0].on.to_string());
        self.doubts.extend(both.map(|line| Doubt { kind: DoubtKind::Both, line }));
        if self.days.is_empty() && self.lengthened.is_empty() && self.doubts.is_empty() {
            let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
            self.doubts.push(Doubt { kind: DoubtKind::Unread, line: line.chars().take(60).collect() });
        }
    }
}

/// Full-width digits, brackets and dashes in one form, without blanks inside a line.
fn plain(text: &str) -> String {
    let one = |c: char| match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
        '（' => '(',
        '）' => ')',
        '：' => ':',
        '—' | '－' | '–' | '~' | '～' | '到' => '至',
        c => c,
    };
    text.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_whitespace()).map(one).collect()
}

/// `…2027年部分节假日安排…`, `…调整2019年劳动节…`, `…延长2020年春节…`: the year that stands before what is arranged.
fn title_year(text: &str) -> Option<i32> {
    let mut from = 0;
    while let Some(at) = text[from..].find('年') {
        let (head, tail) = text[from..].split_at(at);
        let year = head.chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect::<String>();
        let tail = tail['年'.len_utf8()..].trim_start();
        let arranged = tail.starts_with("部分节假日") || HOLIDAYS.iter().any(|name| tail.starts_with(name));
        if let (true, Ok(year)) = (arranged, year.parse()) {
            return Some(year);
        }
        from += at + '年'.len_utf8();
    }
    None
}

/// The holiday a changing notice is about, or the two it is about, named in its title.
fn mentioned(text: &str) -> String {
    let found: Vec<&str> = HOLIDAYS.iter().filter(|name| text.contains(**name)).copied().collect();
    // Two are given together: 国庆节、中秋节.
    if (1..=2).contains(&found.len()) { found.join("、") } else { "放假".into() }
}

/// `四、劳动节:4月30日至…` → the name and the rest.
fn holiday_line(line: &str) -> Option<(String, String)> {
    let (head, rest) = line.split_once(':')?;
    let head = head.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十、.．()".contains(c));
    let named = HOLIDAYS.iter().any(|name| head.contains(name.trim_end_matches('节'))) || head.ends_with('节');
    (named && head.chars().count() <= 24).then(|| (head.into(), rest.into()))
}

/// Whether a day stands in the line, as in 10日.
fn names_day(line: &str) -> bool {
    line.match_indices(['日', '号']).any(|(at, _)| line[..at].ends_with(|c: char| c.is_ascii_digit()))
}

/// `国办发明电〔2025〕7号`.
fn number(line: &str) -> Option<String> {
    let open = line.find(['〔', '[', '﹝', '［'])?;
    let close = open + line[open..].find('号')? + '号'.len_utf8();
    let head = &line[..open];
    let from = ["国办", "国发"].iter().filter_map(|word| head.rfind(word)).max()?;
    Some(line[from..close].replace(['[', '﹝', '［'], "〔").replace([']', '﹞', '］'], "〕"))
}

/// A line that is a date and nothing else: when the notice was signed.
fn whole_date(line: &str) -> Option<NaiveDate> {
    let line = line.strip_prefix("国务院办公厅").unwrap_or(line);
    let (year, rest) = line.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let day = rest.strip_suffix('日')?;
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// 共3天, or 共3日.
fn said_count(text: &str) -> Option<usize> {
    let (_, tail) = text.split_once('共')?;
    tail.split_once(['天', '日'])?.0.parse().ok()
}

/// `2027-02-08,春节,休`: a day of a table, in any of the usual separators.
fn table_row(line: &str) -> Option<NoticeDay> {
    let cells: Vec<&str> = line.split([',', '，', '\t', ';']).collect();
    let [on, name, kind, ..] = cells[..] else { return None };
    let on = on.replace(['/', '.'], "-").parse().ok()?;
    Some(NoticeDay { on, name: name.into(), off: off_word(kind)? })
}

fn off_word(word: &str) -> Option<bool> {
    match word.to_ascii_lowercase().as_str() {
        "休" | "放假" | "off" | "1" | "true" => Some(true),
        "班" | "上班" | "work" | "0" | "false" => Some(false),
        _ => None,
    }
}

/// The two shapes lists of holidays are passed around in: `{"year", "days": [{"name", "date", "isOffDay"}]}`, and days by date.
fn json(text: &str) -> Option<Read> {
    let value: serde_json::Value = serde_json::from_str(text).ok()?;
    let day = |on: &str, value: &serde_json::Value| {
        let off = value.get("isOffDay").or(value.get("off"))?.as_bool()?;
        Some(NoticeDay { on: on.parse().ok()?, name: value.get("name")?.as_str()?.into(), off })
    };
    let mut days: Vec<NoticeDay> = match value.get("days") {
        Some(list) => list.as_array()?.iter().filter_map(|d| day(d.get("date")?.as_str()?, d)).collect(),
        None => value.as_object()?.iter().filter_map(|(on, d)| day(on, d)).collect(),
    };
    days.sort();
    let of_days = days.first().map(|d| super::notice::notice_year(d.on, &d.name));
    let said = value.get("year").and_then(serde_json::Value::as_i64).and_then(|y| i32::try_from(y).ok());
    let mut read = Read { year: said.or(of_days), days, ..Read::default() };
    read.settle(text);
    Some(read)
}

/// Dates in a run of text: a month goes on until another is said, a year to the end of its clause.
struct Scan {
    year: Option<i32>,
    /// The holiday may begin in December of the year before.
    december: bool,
    month: Option<u32>,
    /// A day of the week did not fit.
    strange: bool,
    /// A day was named that there is not, or nobody knows what it is.
    lost: bool,
}

impl Scan {
    fn new(year: Option<i32>, name: &str) -> Self {
        Self { year, december: name.contains("元旦"), month: None, strange: false, lost: false }
    }

    fn dates(&mut self, clause: &str) -> Vec<NaiveDate> {
        let chars: Vec<char> = clause.chars().collect();
        let (mut found, mut at): (Vec<NaiveDate>, usize) = (vec![], 0);
        let (mut year, mut span) = (None, false);
        while at < chars.len() {
            if matches!(chars[at], '至' | '-') {
                (span, at) = (true, at + 1);
                continue;
            }
            if chars[at] == '(' {
                let close = chars[at..].iter().position(|c| *c == ')').map_or(chars.len(), |n| at + n + 1);
                self.check(&chars[at..close], found.last().copied());
                at = close;
                continue;
            }
            // 共3天 counts days, it names none.
            let counts = at > 0 && chars[at - 1] == '共';
            let digits = chars[at..].iter().take_while(|c| c.is_ascii_digit()).count();
            let number: Option<u32> = chars[at..at + digits].iter().collect::<String>().parse().ok();
            let mark = chars.get(at + digits);
            at += digits.max(1) + usize::from(digits > 0 && mark.is_some());
            match (number, mark) {
                (Some(n), Some('年')) => year = i32::try_from(n).ok(),
                (Some(n), Some('月')) => self.month = Some(n),
                (Some(n), Some('日' | '号')) if !counts => {
                    let last = found.last().copied().filter(|_| span);
                    let day = self.month.and_then(|month| self.day(year, month, n, last));
                    self.lost |= day.is_none();
                    match (last, day) {
                        (Some(last), Some(to)) => found.extend(days_between(tomorrow(last), to)),
                        _ => found.extend(day),
                    }
                    span = false;
                }
                (Some(_), Some(_)) => at -= 1,
                _ => {}
            }
        }
        found
    }

    fn day(&mut self, said: Option<i32>, month: u32, day: u32, from: Option<NaiveDate>) -> Option<NaiveDate> {
        let year = said.or_else(|| {
            let year = self.year?;
            Some(if self.december && month == 12 { year - 1 } else { year })
        })?;
        let on = NaiveDate::from_ymd_opt(year, month, day)?;
        // 12月30日至1月1日: the span goes into the next year.
        let turns = said.is_none() && from.is_some_and(|from| on < from);
        if turns { NaiveDate::from_ymd_opt(year + 1, month, day) } else { Some(on) }
    }

    /// (周四), (农历正月初七、周一), (星期六).
    fn check(&mut self, bracket: &[char], day: Option<NaiveDate>) {
        let text: String = bracket.iter().collect();
        if text.matches(['周', '期']).count() > 1 {
            return; // 26日(周六、周日): one bracket for several days
        }
        let said = ["周", "星期"].iter().find_map(|word| text.split_once(word)?.1.chars().next());
        let Some((said, day)) = said.zip(day) else { return };
        let known = ['一', '二', '三', '四', '五', '六', '日'].iter().position(|c| *c == said);
        let week = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
        self.strange |= known.is_some_and(|at| week[at] != day.weekday());
    }
}

/// Not more than a month: a longer span is a misread one.
fn days_between(from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
    from.iter_days().take_while(|day| *day <= to).take(31).collect()
}

#[cfg(test)]
mod tests;
