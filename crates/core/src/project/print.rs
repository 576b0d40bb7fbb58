//! The ledger as it lies on paper: the columns of the A3 sheet, whole or a part a county, each part with its total (practice §2 Thu).

use super::county;
use super::list::{ProjectQuery, window};
use super::row::{self, ProjectRow};
use crate::error::Result;
use crate::figure::percent::{Manner, Percent};
use crate::id::ProjectId;
use crate::people::Contact;
use crate::snapshot::news::{News, NewsSince, RowNews, news};
use crate::store::Reader;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// As many rows as are printed from the program; more are exported.
const MOST: usize = 2000;

/// Which rows, and whether each county begins a page.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PrintOf {
    pub query: ProjectQuery,
    pub by_county: bool,
    /// Tells what is new since the end of last month (本月新变化标红, practice C34).
    pub news: bool,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PrintedLedger {
    /// The day its figures stand at.
    #[ts(type = "string")]
    pub as_of: NaiveDate,
    /// In the order of the lists by county; one part where nothing is cut.
    pub parts: Vec<PrintedPart>,
    pub rows: i64,
    /// There are more rows than are printed.
    pub more: bool,
    /// Since when what is new is told, where it was asked.
    pub news: Option<NewsSince>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PrintedPart {
    pub county: Option<String>,
    pub rows: Vec<PrintedRow>,
    pub total: PrintedTotal,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PrintedRow {
    pub row: ProjectRow,
    /// 本年完成占年度计划.
    pub rate: Option<Percent>,
    pub contact: Option<String>,
    pub phone: Option<String>,
    /// What is new of it, where that was asked.
    pub news: Option<RowNews>,
}

/// 合计: sums of the stored 元; what counts inside another project is left out of the money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PrintedSums {
    pub count: i64,
    pub total: i64,
    pub plan: i64,
    pub done_year: i64,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PrintedTotal {
    pub sums: PrintedSums,
    pub rate: Option<Percent>,
}

pub fn print(r: &Reader, of: &PrintOf) -> Result<PrintedLedger> {
    let mut ids = window(r, &ProjectQuery { offset: 0, ..of.query.clone() }, MOST as i64 + 1)?;
    let more = ids.len() > MOST;
    ids.truncate(MOST);
    let manner = Manner::of_desk(r)?;
    let cut = if of.by_county { county::cut(r, &ids)? } else { vec![county::County { name: None, ids: ids.clone() }] };
    let news = of.news.then(|| news(r, &ids)).transpose()?;
    let part = |county: county::County| part(r, county.name, &county.ids, manner, news.as_ref());
    let parts = cut.into_iter().map(part).collect::<Result<_>>()?;
    let as_of = crate::progress::as_of::as_of(r, &ids)?;
    let rows = i64::try_from(ids.len()).unwrap_or(i64::MAX);
    Ok(PrintedLedger { as_of, parts, rows, more, news: news.map(|news| news.since) })
}

fn part(
    r: &Reader,
    county: Option<String>,
    ids: &[ProjectId],
    manner: Manner,
    news: Option<&News>,
) -> Result<PrintedPart> {
    let (mut rows, mut sums) = (vec![], PrintedSums::default());
    for row in row::read_all(r, ids)? {
        sums.count += 1;
        if row.counted {
            sums.total += row.total.unwrap_or(0);
            sums.plan += row.plan.unwrap_or(0);
            sums.done_year += row.done_year.unwrap_or(0);
        }
        let contact: Option<Contact> = crate::people::query::contacts(r, &row.id.to_string())?.into_iter().next();
        rows.push(PrintedRow {
            rate: row.done_year.zip(row.plan_of_report()).and_then(|(done, plan)| Percent::of(done, plan, manner)),
            contact: contact.as_ref().and_then(|c| c.name.clone()),
            phone: contact.and_then(|c| c.phone),
            news: news.and_then(|news| news.of(row.id)).cloned(),
            row,
        });
    }
    let rate = Percent::of(sums.done_year, sums.plan, manner);
    Ok(PrintedPart { county, rows, total: PrintedTotal { sums, rate } })
}
