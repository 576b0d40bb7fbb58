//! 今日: of the whole office or of one person (`mine`), whom to call now (`sheet`), what falls due in the coming two weeks, and what was promised for these days (`promise`).

mod mine;
mod promise;
mod room;
mod sheet;

use crate::approval::board::{self, BoardRow, Heat, SOON};
use crate::approval::call::{self, ApprovalCall, CallResult};
use crate::approval::hand::Turn;
use crate::calendar::DayKind;
use crate::codes;
use crate::count::number;
use crate::error::Result;
use crate::id::{DepartmentId, ProjectId};
use crate::store::Reader;
use chrono::{Days, NaiveDate};
use mine::Mine;
pub(crate) use promise::of_person as promised_about;
pub use promise::{PromiseKind, TodayPromise, TodayPromises};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// Calendar days after which what nobody spoke about is 久未联系.
const SILENT: i64 = 30;
/// Days that are looked ahead.
const AHEAD: u64 = 14;

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
        /// Nothing was recorded of it, and nobody was spoken to about it, for thirty days.
        Silent = "silent",
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TodayQuery {
    /// 我的: only what whoever sits at this desk sees to, by being in charge of it, else by a duty on the project.
    pub mine: bool,
    /// Absent: what is overdue and what is near.
    pub waiting: Option<Waiting>,
    /// Key of the party whose lines are all wanted.
    pub party: Option<String>,
    /// All parties and all their lines, as they are printed.
    pub whole: bool,
    /// Only of this project: all its parties with all they have in hand, near or not.
    #[ts(optional)]
    pub project: Option<ProjectId>,
    /// Lines the page has room for: what lies beyond the few of each party is shown where they are not full.
    pub room: usize,
}

impl TodayQuery {
    /// Nothing is left out of what is found.
    fn in_full(&self) -> bool {
        self.whole || self.project.is_some()
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Today {
    #[ts(type = "string")]
    pub as_of: NaiveDate,
    /// Of everything in hand, each sort by itself.
    pub counts: Vec<WaitingCount>,
    /// The call sheet: who was not spoken to for the longest time comes first.
    pub parties: Vec<TodayParty>,
    /// Parties and lines of the sheet, also those that are not shown.
    pub party_count: i64,
    pub lines: i64,
    /// Today and the days to come.
    pub days: Vec<TodayDay>,
    pub promises: TodayPromises,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WaitingCount {
    pub waiting: Waiting,
    pub count: i64,
}

/// Who is called: a unit, or the enterprise of one or several projects.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct TodayParty {
    /// The unit's name, or the id of the enterprise, else of the project.
    pub key: String,
    /// An enterprise that is not known goes by its project's name.
    pub name: String,
    pub name_en: String,
    /// The enterprise has to move.
    pub applicant: bool,
    /// The unit of the address book that goes by this name.
    pub unit: Option<DepartmentId>,
    /// Whom to call first: by the address book, of an enterprise by the project.
    pub contact: Option<TodayContact>,
    pub overdue: i64,
    pub near: i64,
    /// Lines of the sheet.
    pub count: i64,
    /// The last call in which somebody was reached, about anything it has in hand.
    #[ts(type = "string | null")]
    pub called_on: Option<NaiveDate>,
    /// Calendar days since then.
    pub silent_days: Option<i64>,
    /// The last time nobody was reached, where that is later.
    #[ts(type = "string | null")]
    pub unreached_on: Option<NaiveDate>,
    /// The most pressing first; all of them only where it was asked for.
    pub rows: Vec<TodayRow>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TodayContact {
    pub name: Option<String>,
    pub title: Option<String>,
    pub phone: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct TodayRow {
    pub row: BoardRow,
    pub region: Option<String>,
    /// The last call about it to this party.
    pub call: Option<ApprovalCall>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TodayDay {
    #[ts(type = "string")]
    pub on: NaiveDate,
    pub kind: DayKind,
    /// A working day within three from today: what is due on it stands on the sheet.
    pub near: bool,
    /// Approvals in hand that are due.
    pub count: i64,
}

/// One approval in hand or with a pledge that is open, with the calls about it.
struct Held {
    row: BoardRow,
    /// The newest last.
    calls: Vec<ApprovalCall>,
    /// What was promised and is still to come, by when, and whether the applicant keeps it.
    promises: Vec<promise::Given>,
}

impl Held {
    fn near(&self) -> bool {
        near(&self.row)
    }

    /// The calls to whoever has it in hand, or to the applicant.
    fn calls_to(&self, applicant: bool) -> impl DoubleEndedIterator<Item = &ApprovalCall> {
        let turn = if applicant { Turn::Applicant } else { self.row.turn };
        self.calls.iter().filter(move |call| call.turn.is_none_or(|of| of == turn))
    }

    /// The last of them in which somebody was reached.
    fn reached(&self, applicant: bool) -> Option<&ApprovalCall> {
        self.calls_to(applicant).rfind(|call| call.result != CallResult::Unreached)
    }

    /// The day something was last recorded or said of it, else since when it lies there.
    fn touched(&self) -> Option<NaiveDate> {
        let spoken = self.calls.iter().rfind(|call| call.result != CallResult::Unreached);
        spoken.map(|call| call.called_on).max(self.row.touched_on).max(self.row.since)
    }

    fn is(&self, waiting: Waiting, today: NaiveDate) -> bool {
        match waiting {
            Waiting::Overdue => overdue(&self.row),
            Waiting::Today => self.row.heat == Some(Heat::Today),
            Waiting::Near => self.near(),
            Waiting::Promised => self.promises.iter().any(|one| one.due_on == today),
            Waiting::Applicant => self.row.heat == Some(Heat::Applicant),
            Waiting::Silent => {
                self.row.heat.is_some() && self.touched().is_some_and(|day| (today - day).num_days() > SILENT)
            }
        }
    }

    /// Whether it stands on the sheet.
    fn chosen(&self, query: &TodayQuery, today: NaiveDate) -> bool {
        match query.waiting {
            Some(waiting) => self.is(waiting, today),
            None if query.project.is_some() => self.row.heat.is_some(),
            None => overdue(&self.row) || self.near(),
        }
    }

    /// Whether the applicant is to be called: it has to move, or what it promised is asked for.
    fn of_applicant(&self, waiting: Option<Waiting>, today: NaiveDate) -> bool {
        match waiting {
            Some(Waiting::Promised) => self.promises.iter().any(|one| one.due_on == today && one.applicant),
            _ => self.row.turn == Turn::Applicant,
        }
    }
}

fn overdue(row: &BoardRow) -> bool {
    row.heat == Some(Heat::Overdue)
}

fn near(row: &BoardRow) -> bool {
    matches!(row.heat, Some(Heat::Today | Heat::Soon))
}

/// What stands in the top bar of every page: the day's page has the same numbers over its lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Waits {
    pub overdue: i64,
    pub near: i64,
}

#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct WaitsOf {
    pub mine: bool,
}

/// How much is overdue and how much falls due; calls and promises are not read for it.
pub fn waits(r: &Reader, of: WaitsOf) -> Result<Waits> {
    let mine = if of.mine { Some(Mine::read(r)?) } else { None };
    let (mut rows, _) = board::everything(r)?;
    rows.retain(|row| mine.as_ref().is_none_or(|mine| mine.has(row)));
    let count = |fits: fn(&BoardRow) -> bool| number(rows.iter().filter(|row| fits(row)).count());
    Ok(Waits { overdue: count(overdue), near: count(near) })
}

/// The day's page. Reads everything in hand once.
pub fn today(r: &Reader, query: &TodayQuery) -> Result<Today> {
    let mine = if query.mine { Some(Mine::read(r)?) } else { None };
    let (mut held, today) = (held(r)?, r.today());
    held.retain(|one| mine.as_ref().is_none_or(|mine| mine.has(&one.row)));
    held.retain(|one| query.project.is_none_or(|project| one.row.project == project));
    let count = |waiting: Waiting| {
        let count = number(held.iter().filter(|one| one.is(waiting, today)).count());
        WaitingCount { waiting, count }
    };
    let sheet = sheet::sheet(r, &held, query)?;
    Ok(Today {
        as_of: today,
        counts: Waiting::ALL.iter().map(|waiting| count(*waiting)).collect(),
        parties: sheet.parties,
        party_count: sheet.count,
        lines: sheet.lines,
        days: days(r, &held)?,
        promises: promise::promises(r, &held, |project| mine.as_ref().is_none_or(|mine| mine.answers_for(project)))?,
    })
}

fn held(r: &Reader) -> Result<Vec<Held>> {
    let pledges = promise::pledges(r)?;
    let (mut rows, aside) = board::everything(r)?;
    rows.extend(aside.into_iter().filter(|row| pledges.contains_key(&row.approval)));
    let ids: Vec<_> = rows.iter().map(|row| row.approval).collect();
    let mut calls = call::about(r, &ids)?;
    let held = rows.into_iter().map(|row| {
        let calls = calls.remove(&row.approval).unwrap_or_default();
        let mut held = Held { row, calls, promises: vec![] };
        held.promises = promise::given(&held, &pledges);
        held
    });
    Ok(held.collect())
}

fn days(r: &Reader, held: &[Held]) -> Result<Vec<TodayDay>> {
    let mut due: HashMap<NaiveDate, i64> = HashMap::new();
    for day in held.iter().filter(|one| one.row.heat.is_some()).filter_map(|one| one.row.due_on) {
        *due.entry(day).or_default() += 1;
    }
    let (calendar, today) = (r.calendars()?.everybody(), r.today());
    let days = (0..AHEAD).filter_map(|ahead| today.checked_add_days(Days::new(ahead)));
    let day = |on| TodayDay {
        on,
        kind: calendar.kind(on),
        near: calendar.is_working(on) && calendar.days_left(today, on) <= SOON,
        count: due.get(&on).copied().unwrap_or(0),
    };
    Ok(days.map(day).collect())
}
