//! The board: every question that needs no name is answered at once, on one consistent view of the desk.

use super::base::{Base, BoardQuery};
use super::gap::{self, Gap};
use super::held::{self, Stuck};
use super::listed::{self, InStatistics};
use super::money::{self, Invested, Reports, Yearly};
use super::percent::{Manner, Reach};
use super::rating::{Contentment, Rating, contentment};
use super::rows::FigureRows;
use super::starts::{Begins, Starts, starts};
use super::task::{self, Tasks};
use super::{Figure, edit};
use crate::error::Result;
use crate::project::query::Named;
use crate::project::start::ProjectStart;
use crate::store::Reader;
use crate::year;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most rows of one answer; a longer list is read in the ledger.
const MOST_ROWS: usize = 500;

/// The answers, all as of one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Board {
    #[ts(type = "string")]
    pub as_of: NaiveDate,
    pub year: i32,
    pub starts: Starts,
    pub invested: Invested,
    pub statistics: InStatistics,
    pub yearly: Yearly,
    /// Typed in; the newest of each name first.
    pub typed: Vec<TypedIn>,
    pub stuck: Stuck,
    pub tasks: Tasks,
    pub gaps: Vec<Gap>,
    pub contentment: Contentment,
}

/// A typed-in figure and whether it reaches its goal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct TypedIn {
    pub figure: Figure,
    pub reach: Option<Reach>,
}

pub fn board(r: &Reader, query: BoardQuery) -> Result<Board> {
    let base = Base::read(r, &query)?;
    let manner = Manner::of_desk(r)?;
    let reports = money::reports(r, base.year(), base.as_of)?;
    let invested = invested_of(r, &base, &reports, manner)?;
    let starts = starts_of(r, &base, manner)?;
    let holdings = held::of_base(r, &base)?;
    Ok(Board {
        as_of: base.as_of,
        year: base.year(),
        yearly: yearly_of(r, &base, &invested, &starts, manner)?,
        statistics: listed::listed(&base.members, &listed::entries(r)?, manner),
        typed: typed(r, base.as_of)?,
        stuck: held::stuck(&holdings),
        tasks: task::tasks(r, &base)?,
        gaps: gap::gaps(&gap::needs(r, &base)?),
        contentment: contentment(&ratings_of(r, &base)?, base.year(), base.as_of, manner),
        starts,
        invested,
    })
}

pub fn starts_of(r: &Reader, base: &Base, manner: Manner) -> Result<Starts> {
    Ok(starts(&base.members, &begins(r)?, base.as_of, manner))
}

/// The declared starts and resumptions, beside the projects' own 实际开工.
pub fn begins(r: &Reader) -> Result<Begins> {
    let mut begins = Begins::new();
    let all: Vec<ProjectStart> = r.all("order by happened_on, id", [])?;
    for start in all {
        begins.entry(start.project).or_default().push(start);
    }
    Ok(begins)
}

/// Against the office's own 序时 of the year, where it has one that is not a twelfth a month.
pub fn invested_of(r: &Reader, base: &Base, reports: &Reports, manner: Manner) -> Result<Invested> {
    let schedule = year::query::schedule(r, base.year().into(), base.scope.list)?;
    let schedule = schedule.filter(|text| text != year::schedule::EVEN);
    let planned = |month| schedule.as_deref().map(|text| (year::planned_share(Some(text), month), 1000));
    Ok(money::invested(&base.members, reports, base.year(), &planned, manner))
}

fn yearly_of(r: &Reader, base: &Base, invested: &Invested, starts: &Starts, manner: Manner) -> Result<Yearly> {
    let last = match invested.month {
        Some(month) => money::reports_to(r, base.year() - 1, month)?,
        None => Reports::new(),
    };
    let day = super::base::year_before(base.as_of);
    let before = super::starts::sort(&base.members, &begins(r)?, day).opened.len();
    let opened = (starts.opened.n, i64::try_from(before).unwrap_or(i64::MAX));
    Ok(money::yearly(base, invested, &last, opened, manner))
}

/// Typed-in figures known on a day: of each kind and name the newest.
fn typed(r: &Reader, as_of: NaiveDate) -> Result<Vec<TypedIn>> {
    let mut seen = std::collections::HashSet::new();
    let known = edit::figures(r)?.into_iter().filter(|f| f.as_of <= as_of && seen.insert((f.kind, f.name.clone())));
    Ok(known.map(|figure| TypedIn { reach: reach(&figure), figure }).collect())
}

fn reach(figure: &Figure) -> Option<Reach> {
    figure.value.zip(figure.target).map(|(value, target)| Reach::of(value, figure.about, target))
}

fn ratings_of(r: &Reader, base: &Base) -> Result<Vec<Rating>> {
    let ids = base.ids();
    Ok(edit::ratings(r)?.into_iter().filter(|rating| ids.contains(&rating.project)).collect())
}

/// The projects behind one count, by name.
pub fn rows(r: &Reader, of: FigureRows) -> Result<Vec<Named>> {
    let ids = super::rows::ids(r, &of)?;
    let mut name = r.db().prepare_cached("select name from project where id = ?")?;
    let found = ids
        .into_iter()
        .take(MOST_ROWS)
        .map(|id| Ok(Named { id, name: name.query_row([id.to_string()], |row| row.get(0))? }));
    found.collect()
}
