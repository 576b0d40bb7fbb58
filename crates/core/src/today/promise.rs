//! 承诺到期: papers that come later, pledges, days said in a call, and what 一会三函 owes, wherever the approval stands.

use super::Held;
use super::mine::Mine;
use crate::approval::fast::{FastLetter, FastTrack, Letter};
use crate::approval::query::checklist;
use crate::approval::way::{ApprovalWay, Way};
use crate::codes;
use crate::count::number;
use crate::error::Result;
use crate::id::{ApprovalId, ProjectId};
use crate::people::Person;
use crate::project::Project;
use crate::store::Reader;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// Days ahead in which promises are shown, and the most of them.
const AHEAD: u64 = 7;
const MOST: usize = 30;

codes! {
    pub enum PromiseKind {
        /// 容缺: papers that come later.
        Papers = "papers",
        /// 承诺即开工、告知承诺, also where the approval was granted on it.
        Pledge = "pledge",
        /// Said in a call.
        Call = "call",
        /// One of the letters of 一会三函.
        Letter = "letter",
        /// The formal papers of 一会三函.
        MakeGood = "make_good",
    }
}

/// What was promised and is past, and for the next days, by day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TodayPromises {
    /// Past their day.
    pub late: i64,
    pub today: i64,
    /// All of them, also those that are not shown.
    pub count: i64,
    pub rows: Vec<TodayPromise>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TodayPromise {
    pub what: PromiseKind,
    #[ts(type = "string")]
    pub due_on: NaiveDate,
    /// What was promised, where somebody wrote it down.
    pub text: Option<String>,
    pub project: ProjectId,
    pub project_name: String,
    /// The approval; nothing for a letter and for all formal papers.
    pub item: Option<String>,
    pub name: Option<String>,
    pub name_en: Option<String>,
    pub letter: Option<Letter>,
    /// The unit that promised; nothing for the enterprise.
    pub holder: Option<String>,
    pub holder_en: Option<String>,
}

/// Something promised of an approval.
#[derive(Clone)]
pub(super) struct Given {
    pub what: PromiseKind,
    pub due_on: NaiveDate,
    pub text: Option<String>,
    /// The applicant keeps it.
    pub applicant: bool,
}

pub(super) type Pledges = HashMap<ApprovalId, Vec<ApprovalWay>>;

/// Pledges that are still to be kept, by approval.
pub(super) fn pledges(r: &Reader) -> Result<Pledges> {
    let mut found = Pledges::new();
    for way in r.all::<ApprovalWay>("where formal_on is null and due_by is not null order by id", [])? {
        if way.way == Way::Pledge {
            found.entry(way.approval).or_default().push(way);
        }
    }
    Ok(found)
}

/// What is still to come of one approval. The last call in which somebody was reached says what holds: one that reached nobody
/// takes nothing back.
pub(super) fn given(held: &Held, pledges: &Pledges) -> Vec<Given> {
    let row = &held.row;
    let papers = row.lacking_by.filter(|_| row.heat.is_some());
    let papers = papers.map(|on| (PromiseKind::Papers, on, row.lacking.clone(), true));
    let pledged = pledges.get(&row.approval).into_iter().flatten();
    let pledged = pledged.filter_map(|way| {
        Some((PromiseKind::Pledge, way.due_by?, way.document.clone().or_else(|| way.note.clone()), true))
    });
    let applicant = row.holder.is_none();
    let said = held.reached(applicant).filter(|_| row.heat.is_some());
    let said = said.and_then(|call| Some((PromiseKind::Call, call.promised_on?, call.note.clone(), applicant)));
    let all = papers.into_iter().chain(pledged).chain(said);
    all.map(|(what, due_on, text, applicant)| Given { what, due_on, text, applicant }).collect()
}

/// Of these approvals, and of the letters of the projects that are asked for.
pub(super) fn promises(r: &Reader, held: &[Held], asked: impl Fn(ProjectId) -> bool) -> Result<TodayPromises> {
    let today = r.today();
    let until = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
    let mut all = gathered(r, held, asked)?;
    all.retain(|one| one.due_on <= until);
    let count = |fits: &dyn Fn(&NaiveDate) -> bool| number(all.iter().filter(|one| fits(&one.due_on)).count());
    let (late, now, count) = (count(&|on| *on < today), count(&|on| *on == today), number(all.len()));
    all.truncate(MOST);
    name(r, &mut all)?;
    Ok(TodayPromises { late, today: now, count, rows: all })
}

/// Everything that was promised about what one person sees to, near or not, by day: what is handed over with it.
pub(crate) fn of_person(r: &Reader, person: &Person) -> Result<Vec<TodayPromise>> {
    let mine = Mine::of(r, person.clone())?;
    let mut held = super::held(r)?;
    held.retain(|one| mine.has(&one.row) || mine.answers_for(one.row.project));
    let mut all = gathered(r, &held, |project| mine.answers_for(project))?;
    name(r, &mut all)?;
    Ok(all)
}

fn gathered(r: &Reader, held: &[Held], asked: impl Fn(ProjectId) -> bool) -> Result<Vec<TodayPromise>> {
    let of = |one: &Held| -> Vec<TodayPromise> { one.promises.iter().map(|given| told(one, given)).collect() };
    let mut all: Vec<TodayPromise> = held.iter().flat_map(of).collect();
    all.extend(of_letters(r)?.into_iter().filter(|one| asked(one.project)));
    all.sort_by(|a, b| (a.due_on, &a.item, a.project).cmp(&(b.due_on, &b.item, b.project)));
    Ok(all)
}

fn name(r: &Reader, all: &mut [TodayPromise]) -> Result<()> {
    for one in all {
        one.project_name = r.find::<Project>(one.project)?.map(|project| project.name).unwrap_or_default();
    }
    Ok(())
}

fn told(one: &Held, given: &Given) -> TodayPromise {
    let (row, given) = (&one.row, given.clone());
    TodayPromise {
        what: given.what,
        due_on: given.due_on,
        text: given.text,
        project: row.project,
        project_name: String::new(),
        item: Some(row.item.clone()),
        name: Some(row.name.clone()),
        name_en: Some(row.name_en.clone()),
        letter: None,
        holder: row.holder.clone().filter(|_| !given.applicant),
        holder_en: row.holder_en.clone().filter(|_| !given.applicant),
    }
}

/// Letters that are expected, and the formal papers, of projects handled by 一会三函.
fn of_letters(r: &Reader) -> Result<Vec<TodayPromise>> {
    let blank = |what, due_on, text, project| TodayPromise {
        what,
        due_on,
        text,
        project,
        project_name: String::new(),
        item: None,
        name: None,
        name_en: None,
        letter: None,
        holder: None,
        holder_en: None,
    };
    let mut found = vec![];
    for letter in r.all::<FastLetter>("where given_on is null and expected_on is not null order by id", [])? {
        let Some(on) = letter.expected_on else { continue };
        let promise = blank(PromiseKind::Letter, on, None, letter.project);
        found.push(TodayPromise { letter: Some(letter.letter), ..promise });
    }
    for track in r.all::<FastTrack>("order by formal_by, id", [])? {
        let owes = r.find::<Project>(track.project)?.is_some()
            && checklist(r, track.project)?.fast.is_some_and(|fast| !fast.open.is_empty());
        if owes {
            found.push(blank(PromiseKind::MakeGood, track.formal_by, Some(track.document), track.project));
        }
    }
    Ok(found)
}
