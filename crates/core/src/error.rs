//! What can go wrong, as codes a person can act on.
//!
//! The words are not here: they stand in `ui/src/text/faults.*.json`, in Chinese and English, for the window and the companion alike.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use ts_rs::TS;

pub type Result<T> = std::result::Result<T, Error>;

/// Everything a command may refuse or fail with.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("no {what} {id}")]
    NotFound { what: &'static str, id: String },
    #[error("{} field(s) are not right", .0.len())]
    Invalid(Vec<FieldFault>),
    #[error("{} cell(s) are not right", .0.len())]
    Cells(Vec<FieldFault>),
    #[error("not permitted: {command}")]
    Forbidden { command: String },
    #[error("still used by {count} {what}")]
    InUse { what: &'static str, count: i64 },
    #[error("nothing to undo")]
    NothingToUndo,
    #[error("nothing to redo")]
    NothingToRedo,
    #[error("{person} has since changed {field} of {record}")]
    UndoBlocked { field: String, record: String, person: String },
    #[error("the desk has no office yet")]
    NotStarted,
    #[error("the desk already has an office")]
    AlreadyStarted,
    #[error("no command {name}")]
    UnknownCommand { name: String },
    #[error("the input of {command} does not fit: {detail}")]
    BadInput { command: String, detail: String },
    #[error("{count} cells of the ledger cannot be read")]
    LedgerFaults { count: i64 },
    #[error("the desk has changed since the preview")]
    Stale,
    #[error("this desk was moved to another computer")]
    MovedAway { ms: i64 },
    #[error("the package lacks {missing}")]
    PackageIncomplete { missing: String },
    #[error("{period} is closed; changing {name} needs a reason")]
    PeriodClosed { period: String, name: String },
    #[error("the round {name} is closed")]
    RoundClosed { name: String },
    #[error("cancelled")]
    Cancelled,
    #[error("{path} was written by a newer version ({found} > {known})")]
    DatabaseTooNew { path: PathBuf, found: i64, known: i64 },
    #[error("{path} is damaged: {detail}")]
    DatabaseDamaged { path: PathBuf, detail: String },
    #[error("{path} is in use by another program")]
    DatabaseBusy { path: PathBuf },
    #[error("{path} cannot be written")]
    DatabaseReadOnly { path: PathBuf },
    #[error("{path} is not a desk")]
    DatabaseForeign { path: PathBuf },
    #[error("{path}: the disk is full")]
    DiskFull { path: PathBuf },
    #[error("{path}: {problem:?} {detail}")]
    File { path: PathBuf, problem: FileProblem, detail: String },
    #[error("internal: {0}")]
    Internal(String),
}

/// What is wrong with a file somebody gave us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileProblem {
    Missing,
    Unreadable,
    Unwritable,
    Empty,
    Corrupt,
    Password,
    WrongKind,
    TooLarge,
    TooLargeToAttach,
    Bomb,
    NoTable,
    /// Other bytes than when it was read.
    Changed,
    /// Not a package of ours.
    NoPackage,
    /// A package whose password is not the one that was given.
    WrongPassword,
}

/// One field of a draft or record, and the rule it breaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldFault {
    pub field: String,
    pub rule: Rule,
    /// What the words of the rule need, e.g. the offending text or a limit.
    pub params: BTreeMap<String, String>,
    /// A warning does not stop saving.
    pub warning: bool,
}

impl FieldFault {
    #[must_use]
    pub fn error(field: &str, rule: Rule) -> Self {
        Self { field: field.into(), rule, params: BTreeMap::new(), warning: false }
    }

    #[must_use]
    pub fn warning(field: &str, rule: Rule) -> Self {
        Self { warning: true, ..Self::error(field, rule) }
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.into(), value.to_string());
        self
    }
}

/// The rules a field can break; each has its words in the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    Required,
    TooLong,
    ControlCharacter,
    NotANumber,
    Negative,
    TooLarge,
    RoundedToYuan,
    /// 约 was written where only a plain figure is kept.
    AboutNotKept,
    NotADay,
    NoSuchMonth,
    YearOutOfRange,
    AmbiguousMonth,
    FinishBeforeStart,
    ActualInFuture,
    CreditCodeLength,
    CreditCodeCharacter,
    CreditCodeCheck,
    CreditCodeInnerCheck,
    CreditCodeRegion,
    ProjectCodeForm,
    ProjectCodeMonth,
    ProjectCodeRegion,
    ProjectCodeKind,
    ProjectCodeIndustry,
    ProjectCodeInFuture,
    UnknownRegion,
    UnknownIndustry,
    UnknownUnit,
    NotAPhone,
    DoneOverTotal,
    DoneDecreased,
    PlanOverTotal,
    UnitSuspect,
    FormulaError,
    FormulaText,
    Duplicate,
    OwnParent,
    NotAChoice,
    NoSuchRecord,
    OutOfRange,
    UnknownMark,
    /// A total of a sheet is not the sum of its lines.
    TotalDiffers,
    /// A project that was asked for is not in the file.
    RowMissing,
    StandingNotAllowed,
    /// More is noted of an entry into statistics than the cell that was cleared.
    EntryHasMore,
    /// A month of entry beside a state that is not 已入库.
    MonthOfEntry,
    /// 状态 is changed with its day and reason, not as a field.
    StandingByChange,
    BeforeLastChange,
    /// A step would stand before the one it followed, or after the one that followed it.
    BeforeEarlierStep,
    AfterNextStep,
    TargetEnded,
    /// A project that ended does not become a part of another.
    PartEnded,
    ListFrozen,
    /// Computed, or changed by a command of its own.
    NotEditable,
    /// Somebody changed the cell since it was looked at.
    ChangedMeanwhile,
    BeforeTheStart,
    NotVerified,
    StartedAlready,
    NeverStarted,
    JanuaryWithFebruary,
    YearDecreased,
    OverPlan,
    CompletedLow,
    StartedZero,
    InvestedBeforeStart,
    StageBack,
    /// A duty cannot change hands on a day to come.
    HandedOverInFuture,
    /// A duty cannot change hands before its holder took it over.
    BeforeHisTerm,
    /// Approvals would wait for each other.
    WaitCircle,
    /// A step that is not needed has no day.
    SkippedHappened,
    NamedTwice,
    /// Another limit was agreed, which an area assessment does not take the place of.
    AgreedOtherwise,
    /// A day of 一会三函 before its meeting.
    BeforeMeeting,
    /// The meeting would be later than a letter that is given.
    LetterBeforeMeeting,
}

/// The only shape of an error that leaves the core.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Fault {
    pub code: Code,
    /// What the words of the code need.
    pub params: BTreeMap<String, String>,
    /// Which fields, when the code is `invalid`.
    pub fields: Vec<FieldFault>,
    /// For the log and "copy details"; never the headline.
    pub detail: String,
}

/// The code of a [`Fault`]; a new one does not compile in the interface until its words are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    NotFound,
    Invalid,
    CellFaults,
    Forbidden,
    InUse,
    NothingToUndo,
    NothingToRedo,
    UndoBlocked,
    NotStarted,
    AlreadyStarted,
    UnknownCommand,
    BadInput,
    LedgerFaults,
    Stale,
    MovedAway,
    PackageForeign,
    PackagePassword,
    PackageIncomplete,
    PeriodClosed,
    RoundClosed,
    Cancelled,
    DatabaseTooNew,
    DatabaseDamaged,
    DatabaseBusy,
    DatabaseReadOnly,
    DatabaseForeign,
    DiskFull,
    FileMissing,
    FileUnreadable,
    FileUnwritable,
    FileEmpty,
    FileCorrupt,
    FilePassword,
    FileWrongKind,
    FileTooLarge,
    FileTooLargeToAttach,
    FileBomb,
    FileNoTable,
    FileChanged,
    Internal,
}

impl Error {
    #[must_use]
    pub fn not_found(what: &'static str, id: impl ToString) -> Self {
        Self::NotFound { what, id: id.to_string() }
    }

    #[must_use]
    pub fn invalid(field: &str, rule: Rule) -> Self {
        Self::Invalid(vec![FieldFault::error(field, rule)])
    }

    #[must_use]
    pub fn file(path: &Path, problem: FileProblem, detail: impl ToString) -> Self {
        Self::File { path: path.to_path_buf(), problem, detail: detail.to_string() }
    }

    fn code(&self) -> Code {
        match self {
            Self::NotFound { .. } => Code::NotFound,
            Self::Invalid(_) => Code::Invalid,
            Self::Cells(_) => Code::CellFaults,
            Self::Forbidden { .. } => Code::Forbidden,
            Self::InUse { .. } => Code::InUse,
            Self::NothingToUndo => Code::NothingToUndo,
            Self::NothingToRedo => Code::NothingToRedo,
            Self::UndoBlocked { .. } => Code::UndoBlocked,
            Self::NotStarted => Code::NotStarted,
            Self::AlreadyStarted => Code::AlreadyStarted,
            Self::UnknownCommand { .. } => Code::UnknownCommand,
            Self::BadInput { .. } => Code::BadInput,
            Self::LedgerFaults { .. } => Code::LedgerFaults,
            Self::Stale => Code::Stale,
            Self::MovedAway { .. } => Code::MovedAway,
            Self::PackageIncomplete { .. } => Code::PackageIncomplete,
            Self::PeriodClosed { .. } => Code::PeriodClosed,
            Self::RoundClosed { .. } => Code::RoundClosed,
            Self::Cancelled => Code::Cancelled,
            Self::DatabaseTooNew { .. } => Code::DatabaseTooNew,
            Self::DatabaseDamaged { .. } => Code::DatabaseDamaged,
            Self::DatabaseBusy { .. } => Code::DatabaseBusy,
            Self::DatabaseReadOnly { .. } => Code::DatabaseReadOnly,
            Self::DatabaseForeign { .. } => Code::DatabaseForeign,
            Self::DiskFull { .. } => Code::DiskFull,
            Self::File { problem, .. } => problem.code(),
            Self::Internal(_) => Code::Internal,
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotFound { what, id } => vec![("what", (*what).into()), ("id", id.clone())],
            Self::Invalid(fields) | Self::Cells(fields) => vec![("count", fields.len().to_string())],
            Self::Forbidden { command } => vec![("command", command.clone())],
            Self::InUse { what, count } => vec![("what", (*what).into()), ("count", count.to_string())],
            Self::UndoBlocked { field, record, person } => {
                vec![("field", field.clone()), ("record", record.clone()), ("person", person.clone())]
            }
            Self::PeriodClosed { period, name } => vec![("period", period.clone()), ("name", name.clone())],
            Self::UnknownCommand { name } | Self::RoundClosed { name } => vec![("name", name.clone())],
            Self::MovedAway { ms } => vec![("day", crate::time::beijing_day(*ms).to_string())],
            Self::PackageIncomplete { missing } => vec![("missing", missing.clone())],
            Self::LedgerFaults { count } => vec![("count", count.to_string())],
            Self::BadInput { command, .. } => vec![("command", command.clone())],
            Self::DatabaseTooNew { path, found, known } => {
                vec![("path", shown(path)), ("found", found.to_string()), ("known", known.to_string())]
            }
            Self::DatabaseDamaged { path, .. }
            | Self::DatabaseBusy { path }
            | Self::DatabaseReadOnly { path }
            | Self::DatabaseForeign { path }
            | Self::DiskFull { path }
            | Self::File { path, .. } => vec![("path", shown(path))],
            Self::NothingToUndo
            | Self::NothingToRedo
            | Self::NotStarted
            | Self::AlreadyStarted
            | Self::Stale
            | Self::Cancelled
            | Self::Internal(_) => vec![],
        }
    }
}

impl FileProblem {
    fn code(self) -> Code {
        match self {
            Self::Missing => Code::FileMissing,
            Self::Unreadable => Code::FileUnreadable,
            Self::Unwritable => Code::FileUnwritable,
            Self::Empty => Code::FileEmpty,
            Self::Corrupt => Code::FileCorrupt,
            Self::Password => Code::FilePassword,
            Self::WrongKind => Code::FileWrongKind,
            Self::TooLarge => Code::FileTooLarge,
            Self::TooLargeToAttach => Code::FileTooLargeToAttach,
            Self::Bomb => Code::FileBomb,
            Self::NoTable => Code::FileNoTable,
            Self::Changed => Code::FileChanged,
            Self::NoPackage => Code::PackageForeign,
            Self::WrongPassword => Code::PackagePassword,
        }
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        let params = error.params().into_iter().map(|(k, v)| (k.to_string(), v)).collect();
        let (code, detail) = (error.code(), error.to_string());
        let fields = if let Error::Invalid(fields) | Error::Cells(fields) = error { fields } else { vec![] };
        Self { code, params, fields, detail }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as E;
        let path = PathBuf::from("zhuanban.db");
        match error.sqlite_error_code() {
            Some(E::DatabaseBusy | E::DatabaseLocked) => Self::DatabaseBusy { path },
            Some(E::ReadOnly | E::PermissionDenied | E::CannotOpen) => Self::DatabaseReadOnly { path },
            Some(E::DatabaseCorrupt | E::NotADatabase) => Self::DatabaseDamaged { path, detail: error.to_string() },
            Some(E::DiskFull) => Self::DiskFull { path },
            Some(E::OperationInterrupted) => Self::Cancelled,
            _ => Self::Internal(error.to_string()),
        }
    }
}
