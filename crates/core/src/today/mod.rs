//! 今日: whom to call now, what falls due in the coming two weeks, and what was promised for these days.

mod sheet;

use crate::approval::board::{self, BoardRow, Heat};
use crate::approval::call::{self, ApprovalCall};
use crate::approval::way::{ApprovalWay, Way};
use crate::calendar::DayKind;
use crate::codes;
use crate::error::Result;
use crate::id::ApprovalId;
use crate::store::Reader;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// Working days within which a due day stands on the call sheet.
const NEAR: i64 = 3;
/// Calendar days after which what nobody spoke about is 久未联系.
const SILENT: i64 = 30;
/// Days that are looked ahead.
const AHEAD: u64 = 14;
/// Days ahead in which promises are shown, and the most of them.
const PROMISES_AHEAD: u64 = 7;
const MOST_PROMISES: usize = 30;

codes! {
    /// What of the approvals in hand is to be seen to.
    pub enum Waiting {
        Overdue = "overdue",
        /// Due today.
        Today = "today",
        /// Due within three working days, today among them.
        Near = "near",
        /// What was promised for today.
        Promised = "promised",
        /// The enterprise has to move.
        Applicant = "applicant",
        /// Nobody has spoken about it for thirty days.
        Silent = "silent",
    }
}

codes! {
    pub enum PromiseKind {
        /// 容缺: papers that come later.
        Papers = "papers",
        /// 承诺即开工、告知承诺.
        Pledge = "pledge",
        /// Said in a call.
        Call = "call",
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TodayQuery {
    /// Absent: what is overdue and what is near.
    pub waiting: Option<Waiting>,
    /// The unit whose lines are all wanted; empty for the applicant.
    pub party: Option<String>,
    /// All lines of every party, as they are printed.
    pub whole: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Today {
    #[ts(type = "string")]
    pub as_of: NaiveDate,
    /// Of everything in hand, each sort by itself.
    pub counts: Vec<WaitingCount>,
    /// The call sheet: who was not spoken to for the longest time comes first.
    pub parties: Vec<TodayParty>,
    /// Lines of the sheet, also those that are not shown.
    pub lines: i64,
    /// Today and the days to come.
    pub days: Vec<TodayDay>,
    /// What was promised and is past, and for the next days, by day.
    pub promises: Vec<TodayPromise>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WaitingCount {
    pub waiting: Waiting,
    pub count: i64,
}

/// A unit on the call sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct TodayParty {
    /// Absent for the applicants.
    pub name: Option<String>,
    pub name_en: Option<String>,
    /// Whom to call first by the address book.
    pub contact: Option<TodayContact>,
    pub overdue: i64,
    pub near: i64,
    /// Lines of the sheet.
    pub count: i64,
    /// The last call about anything it has in hand.
    #[ts(type = "string | null")]
    pub called_on: Option<NaiveDate>,
    /// Calendar days since then.
    pub silent_days: Option<i64>,
    /// The most pressing first; all of them only where it was asked for.
    pub rows: Vec<TodayRow>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TodayContact {
    /// The unit of the address book, where it is called otherwise there.
    pub unit: Option<String>,
    pub name: Option<String>,
    pub title: Option<String>,
    pub phone: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct TodayRow {
    pub row: BoardRow,
    pub region: Option<String>,
    /// The last call about it.
    pub call: Option<ApprovalCall>,
    /// The project's own contact, where the applicant has to move.
    pub contact: Option<TodayContact>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TodayDay {
    #[ts(type = "string")]
    pub on: NaiveDate,
    pub kind: DayKind,
    /// Approvals in hand that are due.
    pub count: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TodayPromise {
    pub what: PromiseKind,
    #[ts(type = "string")]
    pub due_on: NaiveDate,
    /// What was promised, where somebody wrote it down.
    pub text: Option<String>,
    pub row: BoardRow,
}

/// One approval in hand, with what was last said about it.
struct Held {
    row: BoardRow,
    call: Option<ApprovalCall>,
    /// Days something was promised for.
    promises: Vec<(PromiseKind, NaiveDate, Option<String>)>,
}

impl Held {
    fn near(&self) -> bool {
        self.row.days_left.is_some_and(|left| (0..=NEAR).contains(&left)) && self.row.heat != Some(Heat::Applicant)
    }

    /// The day it was last spoken about, else since when it lies there.
    fn touched(&self) -> Option<NaiveDate> {
        let called = self.call.as_ref().map(|call| call.called_on);
        called.max(self.row.since)
    }

    fn is(&self, waiting: Waiting, today: NaiveDate) -> bool {
        match waiting {
            Waiting::Overdue => self.row.heat == Some(Heat::Overdue),
            Waiting::Today => self.row.heat == Some(Heat::Today),
            Waiting::Near => self.near(),
            Waiting::Promised => self.promises.iter().any(|(_, day, _)| *day == today),
            Waiting::Applicant => self.row.heat == Some(Heat::Applicant),
            Waiting::Silent => self.touched().is_some_and(|day| (today - day).num_days() > SILENT),
        }
    }

    /// Whether it stands on the sheet.
    fn chosen(&self, waiting: Option<Waiting>, today: NaiveDate) -> bool {
        waiting.map_or_else(|| self.row.heat == Some(Heat::Overdue) || self.near(), |waiting| self.is(waiting, today))
    }
}

/// The day's page. Reads everything in hand once.
pub fn today(r: &Reader, query: &TodayQuery) -> Result<Today> {
    let (held, today) = (held(r)?, r.today());
    let count = |waiting: Waiting| {
        let count = sheet::number(held.iter().filter(|one| one.is(waiting, today)).count());
        WaitingCount { waiting, count }
    };
    let parties = sheet::parties(r, &held, query)?;
    Ok(Today {
        as_of: today,
        counts: Waiting::ALL.iter().map(|waiting| count(*waiting)).collect(),
        lines: parties.iter().map(|party| party.count).sum(),
        parties,
        days: days(r, &held)?,
        promises: promises(r, &held)?,
    })
}

fn held(r: &Reader) -> Result<Vec<Held>> {
    let mut calls = call::last(r)?;
    let mut pledges: HashMap<ApprovalId, Vec<ApprovalWay>> = HashMap::new();
    for way in r.all::<ApprovalWay>("where formal_on is null and due_by is not null order by id", [])? {
        pledges.entry(way.approval).or_default().push(way);
    }
    let held = board::in_hand(r)?.into_iter().map(|row| {
        let call = calls.remove(&row.approval);
        let papers = row.lacking_by.map(|by| (PromiseKind::Papers, by, row.lacking.clone()));
        let ways = pledges.remove(&row.approval).unwrap_or_default();
        let pledged = ways.into_iter().filter(|way| way.way == Way::Pledge);
        let pledged = pledged.filter_map(|way| Some((PromiseKind::Pledge, way.due_by?, way.document.or(way.note))));
        let said = call.as_ref().and_then(|c| Some((PromiseKind::Call, c.promised_on?, c.note.clone())));
        let promises = papers.into_iter().chain(pledged).chain(said).collect();
        Held { row, call, promises }
    });
    Ok(held.collect())
}

fn days(r: &Reader, held: &[Held]) -> Result<Vec<TodayDay>> {
    let mut due: HashMap<NaiveDate, i64> = HashMap::new();
    for day in held.iter().filter_map(|one| one.row.due_on) {
        *due.entry(day).or_default() += 1;
    }
    let calendars = r.calendars()?;
    let days = (0..AHEAD).filter_map(|ahead| r.today().checked_add_days(Days::new(ahead)));
    let day = |on| TodayDay { on, kind: calendars.everybody().kind(on), count: due.get(&on).copied().unwrap_or(0) };
    Ok(days.map(day).collect())
}

fn promises(r: &Reader, held: &[Held]) -> Result<Vec<TodayPromise>> {
    let until = r.today().checked_add_days(Days::new(PROMISES_AHEAD)).unwrap_or(r.today());
    let of = |one: &Held| -> Vec<TodayPromise> {
        let near = one.promises.iter().filter(|(_, day, _)| *day <= until).cloned();
        near.map(|(what, due_on, text)| TodayPromise { what, due_on, text, row: one.row.clone() }).collect()
    };
    let mut found: Vec<TodayPromise> = held.iter().flat_map(of).collect();
    found.sort_by(|a, b| (a.due_on, &a.row.item, a.row.approval).cmp(&(b.due_on, &b.row.item, b.row.approval)));
    found.truncate(MOST_PROMISES);
    board::name(r, &mut found.iter_mut().map(|one| &mut one.row).collect::<Vec<_>>())?;
    Ok(found)
}
