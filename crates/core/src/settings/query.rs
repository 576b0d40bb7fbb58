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
        last_backup_ms: r.local("last_backup_ms")?.and_then(|t| t.parse().ok()),
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
