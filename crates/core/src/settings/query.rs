//! Reading settings and what the desk is.

use super::Mapping;
use crate::error::Result;
use crate::people::{Office, Person};
use crate::store::Reader;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the window needs to know first.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DeskInfo {
    /// Absent until the first run is done.
    pub office: Option<Office>,
    pub person: Option<Person>,
    /// Today in Beijing.
    #[ts(type = "string")]
    pub today: chrono::NaiveDate,
    pub projects: i64,
    /// `zh`, `en`; absent: as the system.
    pub language: Option<String>,
    /// `light`, `dark`; absent: as the system.
    pub theme: Option<String>,
    /// Unit money is shown in: `wan` 万元 or `yi` 亿元.
    pub money_unit: Option<String>,
    /// `compact`, `standard` (two lines) or `wrapped` (as high as the words are).
    pub row_height: Option<String>,
    /// Which columns the ledger shows, JSON of the interface's own.
    pub ledger_columns: Option<String>,
    /// How percentages end: `half_up` (default) or `truncate`, with `percent_places` decimals (default 1).
    pub percent: Option<String>,
    pub percent_places: Option<String>,
    /// What undo would take back, and redo bring back.
    pub undo: Option<crate::store::undo::Undone>,
    pub redo: Option<crate::store::undo::Undone>,
    pub last_backup_ms: Option<i64>,
    /// When a copy last left this computer.
    pub copied_off_ms: Option<i64>,
    /// Days since then, once they are too many.
    pub copy_overdue_days: Option<i64>,
    /// After how many days a copy is asked for; 0 never.
    pub copy_reminder_days: i64,
    /// Set once the desk was moved to another computer: it can be read here, not changed.
    pub moved_away_ms: Option<i64>,
    /// The certificate of a desk that was cleared off this computer, until an office begins here.
    pub cleared: Option<crate::safety::clear::Cleared>,
    pub version: String,
    /// The data folder.
    pub folder: String,
    /// Which office of the sample desk this is; absent on an officer's own desk.
    pub sample: Option<crate::sample::SampleOffice>,
}

pub fn desk(r: &Reader) -> Result<DeskInfo> {
    let (undo, redo) = match r.person() {
        Ok(person) => (crate::store::undo::next(r, person, "done")?, crate::store::undo::next(r, person, "undone")?),
        Err(_) => (None, None),
    };
    let number = |key: &str| -> Result<Option<i64>> { Ok(r.local(key)?.and_then(|t| t.parse().ok())) };
    let copied_off_ms = number("copied_off_ms")?;
    let copy_reminder_days = number("copy_reminder_days")?.unwrap_or(crate::safety::REMINDER_DAYS);
    let first: Option<i64> = r.db().prepare_cached("select min(ms) from changeset")?.query_row([], |row| row.get(0))?;
    Ok(DeskInfo {
        office: r.office().ok().map(|id| r.find::<Office>(id)).transpose()?.flatten(),
        person: r.person().ok().map(|id| r.find::<Person>(id)).transpose()?.flatten(),
        today: r.today(),
        projects: r.number("select count(*) from project", [])?,
        language: r.local("language")?,
        theme: r.local("theme")?,
        money_unit: r.local("money_unit")?,
        row_height: r.local("row_height")?,
        ledger_columns: r.local("ledger_columns")?,
        percent: r.local("percent")?,
        percent_places: r.local("percent_places")?,
        undo,
        redo,
        last_backup_ms: number("last_backup_ms")?,
        copied_off_ms,
        copy_overdue_days: crate::safety::overdue_days(copied_off_ms.or(first), r.now_ms(), copy_reminder_days),
        copy_reminder_days,
        moved_away_ms: number("moved_away_ms")?,
        cleared: match r.office() {
            Ok(_) => None,
            Err(_) => r.local("cleared")?.and_then(|told| serde_json::from_str(&told).ok()),
        },
        version: env!("CARGO_PKG_VERSION").into(),
        folder: folder(r),
        sample: r.local("sample")?.as_deref().and_then(crate::sample::SampleOffice::find),
    })
}

/// Where the desk's file lies, as the system writes it.
fn folder(r: &Reader) -> String {
    let file = r.db().path().map(std::path::Path::new);
    file.and_then(std::path::Path::parent).map(|folder| folder.display().to_string()).unwrap_or_default()
}

pub fn mappings(r: &Reader) -> Result<Vec<Mapping>> {
    r.all("order by sender, used_ms desc", [])
}

/// How this sender's newest file of this layout was read.
pub fn mapping(r: &Reader, sender: &str, layout: &str) -> Result<Option<Mapping>> {
    r.first("where sender = ? and layout = ? order by used_ms desc", [sender, layout])
}
