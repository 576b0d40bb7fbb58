//! Finding anything by a few keys: records of every kind and the program's own commands, best first.
//!
//! Every source reads narrow tables that the writer keeps anyway; there is no index of its own that could be behind.
//! A new kind needs a line in [`HitKind`], one in `source::SOURCES`, and its words in `describe.rs`.

mod describe;
pub mod keep;
pub mod matching;
pub mod query;
pub(crate) mod source;

use crate::id::{PersonId, PinId};
use crate::people::Role;
use crate::{codes, record};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// What was found.
    pub enum HitKind {
        Project = "project",
        Enterprise = "enterprise",
        Person = "person",
        /// A name that stands in duties only; its identity is the name.
        Holder = "holder",
        Department = "department",
        List = "list",
        View = "view",
        /// A command of the interface; its identity is what the interface calls it.
        Command = "command",
    }
}

codes! {
    /// By which words of a record it was found.
    pub enum HitField {
        Name = "name",
        Short = "short",
        Code = "code",
        Phone = "phone",
        Enterprise = "enterprise",
        Leader = "leader",
        ChiefServiceOfficer = "chief_service_officer",
        Liaison = "liaison",
        Unit = "unit",
        Title = "title",
        /// Former names.
        Alias = "alias",
        Issue = "issue",
        Content = "content",
    }
}

record! {
    /// A record that somebody keeps at hand.
    pub struct Pin(PinId) in "pin", Personal {
        person: PersonId,
        kind: HitKind,
        /// The record's identity.
        row: String,
        position: Option<i64>,
    }
}

/// Part of a text, counted in characters: from the first to before the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct Span {
    pub from: u32,
    pub to: u32,
}

/// Words other than the title by which a record was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FoundBy {
    pub field: HitField,
    pub text: String,
    pub span: Span,
}

/// One thing that was found, as it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Hit {
    pub kind: HitKind,
    pub id: String,
    pub title: String,
    /// What tells it from others of its name: the enterprise, the unit and title, the year.
    pub detail: Option<String>,
    /// Parts of the title that were typed.
    pub spans: Vec<Span>,
    pub by: Option<FoundBy>,
    pub code: Option<String>,
    pub phone: Option<String>,
    /// The duty of a name that stands in duties.
    pub role: Option<Role>,
    /// How many projects belong to it.
    pub projects: Option<i64>,
    pub pinned: bool,
    /// When it was opened last on this computer.
    pub opened_ms: Option<i64>,
}

/// What was found: at most `limit` of each kind, the best first, and how many there are of each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Found {
    pub hits: Vec<Hit>,
    pub counts: Vec<KindCount>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KindCount {
    pub kind: HitKind,
    pub count: usize,
}

/// Words to look for.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Find {
    pub text: String,
    /// Most hits of one kind.
    pub limit: usize,
    /// The interface's own commands, found by the same rules.
    #[serde(default)]
    pub commands: Vec<Said>,
}

/// A command of the interface and the words it is found by; the first is its title.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Said {
    pub id: String,
    pub words: Vec<String>,
}
