//! A ledger into the desk, in four steps: open and understand, correct, preview, write.
//!
//! Between the steps the rows wait in a temporary file; a session belongs to one open file. The companion takes all steps at once.

mod diff;
pub mod matching;
mod odd;
mod plan;
mod preview;
mod records;
pub(crate) mod region;
mod retype;
mod session;
mod stage;
pub(crate) mod words;
mod write;

pub use plan::{Decide, Decision, DuplicateVerdict, Kind, PreviewInput, PreviewSummary, SumsThen, decide, preview};
pub use preview::{Difference, Like, PreviewRow, PreviewRows, rows};
pub use session::{Close, LedgerFile, Open, Understand, close, open, understand};
pub use write::{Import, Imported, import};

// What the rounds share with the import: a returned workbook is read into the same records.
pub(crate) use diff::{differences, without};
pub(crate) use plan::{earlier, marks};
pub(crate) use records::{Books, Frame, Records};
pub(crate) use words::{is_yes, stage as stage_of};
pub(crate) use write::{enter, source};
