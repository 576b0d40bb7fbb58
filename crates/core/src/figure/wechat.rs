//! What leaves by phone: one line a project, with the numbers of people masked (practice §2, 复制到微信).

use super::base::Base;
use super::leader::{CardLine, lines};
use super::percent::Manner;
use super::rows::{self, FigureRows};
use crate::count::number;
use crate::error::Result;
use crate::id::ProjectId;
use crate::people::{Contact, Role};
use crate::store::Reader;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most lines of one picture: more cannot be read on a phone.
const MOST: usize = 60;

/// Which projects: those that are named, in their order; or those a figure of the board counted, as of its day.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Chosen {
    pub projects: Vec<ProjectId>,
    pub figure: Option<FigureRows>,
}

/// What is sent: the first of the projects, and how many there are in all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Sent {
    pub lines: Vec<WechatLine>,
    pub total: i64,
    /// The day everything in it is as of.
    #[ts(type = "string")]
    pub as_of: NaiveDate,
}

/// One project as it is sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct WechatLine {
    pub line: CardLine,
    /// 1—`month`月 of the money; none where nothing was reported this year.
    pub month: Option<u32>,
    pub leader: Option<String>,
    pub contact: Option<String>,
    /// Masked, e.g. `139****0001`.
    pub phone: Option<String>,
}

pub fn wechat(r: &Reader, chosen: Chosen) -> Result<Sent> {
    let (ids, as_of) = match &chosen.figure {
        Some(figure) => (rows::ids(r, figure)?, rows::counted_on(r, figure)?),
        None => (chosen.projects, r.today()),
    };
    let first = &ids[..ids.len().min(MOST)];
    let base = Base { as_of, ..Base::chosen(r, first)? };
    let gone = first.len() - base.members.len();
    Ok(Sent { lines: told(r, &base)?, total: number(ids.len() - gone), as_of })
}

fn told(r: &Reader, base: &Base) -> Result<Vec<WechatLine>> {
    let reports = super::money::reports(r, base.year(), base.as_of)?;
    let mut found = vec![];
    for mut line in lines(r, base, &reports, Manner::of_desk(r)?)? {
        for words in [&mut line.image, &mut line.issue, &mut line.responsible_unit] {
            *words = words.take().map(|text| masked(&text));
        }
        let duties = crate::people::query::duties(r, line.id)?;
        let leader = duties.iter().find(|d| d.role == Role::Leader && d.until.is_none()).map(|d| masked(&d.name));
        let contact: Option<Contact> = crate::people::query::contacts(r, &line.id.to_string())?.into_iter().next();
        found.push(WechatLine {
            month: reports.get(&line.id).filter(|report| report.done.is_some()).map(|report| report.month),
            leader,
            contact: contact.as_ref().and_then(|c| c.name.as_deref()).map(masked),
            phone: contact.and_then(|c| c.phone).map(|phone| masked(&phone)),
            line,
        });
    }
    Ok(found)
}

/// Numbers of seven digits and more keep at most their first three and last four; spaces and hyphens inside one are dropped.
#[must_use]
pub fn masked(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let (mut out, mut at) = (String::new(), 0);
    while at < chars.len() {
        let end = number_end(&chars, at);
        let digits: String = chars[at..end].iter().filter(|c| c.is_ascii_digit()).collect();
        match digits.len() {
            0 => {
                out.push(chars[at]);
                at += 1;
                continue;
            }
            1..=6 => out.extend(&chars[at..end]),
            7..=10 => out.extend(["****", &digits[digits.len() - 4..]]),
            n => out.extend([&digits[..3], "****", &digits[n - 4..]]),
        }
        at = end;
    }
    out
}

/// Behind the last digit of the number that begins at `at`: single spaces and hyphens may stand inside.
fn number_end(chars: &[char], at: usize) -> usize {
    let (mut end, mut here) = (at, at);
    while here < chars.len() {
        if chars[here].is_ascii_digit() {
            here += 1;
            end = here;
        } else if end > at && here == end && matches!(chars[here], ' ' | '-') {
            here += 1;
        } else {
            break;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_phone_keeps_its_ends() {
        for (text, expected) in [
            ("13900000001", "139****0001"),
            ("138 0000 2417", "138****2417"),
            ("0459-8201234转802", "045****1234转802"),
            ("8201234", "****1234"),
            ("66123（短号）", "66123（短号）"),
            ("139****0001", "139****0001"),
            ("孙强 13900000001、13800000002", "孙强 139****0001、138****0002"),
            ("", ""),
        ] {
            assert_eq!(masked(text), expected);
        }
    }

    proptest! {
        #[test]
        fn no_whole_number_is_left(text in "[0-9 \\-转/、a]{0,40}") {
            let left = masked(&text);
            let longest = left.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or(0);
            prop_assert!(longest < 7, "{text} -> {left}");
        }
    }
}
