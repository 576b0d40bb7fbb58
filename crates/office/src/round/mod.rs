//! Reporting rounds as workbooks: handed out pre-filled, taken back file by file, and what changed in red (practice §4.1).

mod changes;
mod collect;
mod column;
mod judge;
mod mark;
mod odd;
mod out;
mod register;
mod row;
mod session;
mod sheet;

pub use changes::{ExportChanges, ExportedChanges, export as export_changes};
pub use collect::{Collect, Collected, collect};
pub use judge::{CellChange, FileGuess, KnownBy, Renamed, Returned, ReturnedLike, ReturnedLine, StaleWhy};
pub use out::{HandOut, HandedOut, hand_out};
pub use register::{AcceptFile, Register, Registered, register};
pub use session::{ReturnedLines, close, lines};
