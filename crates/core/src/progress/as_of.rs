//! The day figures stand at: what is printed today of last quarter's reports is last quarter's.

use crate::error::{Error, Result};
use crate::id::ProjectId;
use crate::store::Reader;
use chrono::{Months, NaiveDate};

/// The last day of the newest month these projects reported, today where that lies ahead or nothing was reported.
pub fn as_of(r: &Reader, projects: &[ProjectId]) -> Result<NaiveDate> {
    let ids = serde_json::to_string(projects).map_err(|e| Error::Internal(e.to_string()))?;
    let mut newest = r
        .db()
        .prepare_cached("select max(period) from ledger_line where project in (select value from json_each(?))")?;
    let period: Option<String> = newest.query_row([ids], |row| row.get(0))?;
    Ok(period.and_then(|period| month_end(&period)).map_or(r.today(), |end| end.min(r.today())))
}

fn month_end(period: &str) -> Option<NaiveDate> {
    let first: NaiveDate = format!("{period}-01").parse().ok()?;
    first.checked_add_months(Months::new(1))?.pred_opt()
}
