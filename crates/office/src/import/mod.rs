//! A ledger into the desk, in four steps: open and understand, correct, preview, write.
//!
//! Between the steps the rows wait in a temporary file; a session belongs to one open file. The companion takes all steps at once.

mod diff;
pub mod matching;
mod plan;
mod preview;
mod records;
mod region;
mod session;
mod stage;
mod words;
mod write;

pub use plan::{Decide, Decision, Kind, PreviewInput, PreviewSummary, SumsThen, Verdict, decide, preview};
pub use preview::{Difference, Like, PreviewRow, PreviewRows, rows};
pub use session::{Close, LedgerFile, Open, Understand, close, open, understand};
pub use write::{Import, Imported, import};

use zhuanban_core::desk::Done;
use zhuanban_core::error::Result;
use zhuanban_core::{Caller, Desk};

/// Everything at once, for the companion: what the preview would ask is answered by `duplicates`.
#[derive(Clone, Debug, Default)]
pub struct WholeImport {
    pub file: String,
    pub sender: String,
    pub job: String,
    /// `ask` leaves possible duplicates out, `new` takes them as projects of their own, `same` as the ones they are like.
    pub duplicates: Verdict,
}

pub fn import_file(desk: &Desk, caller: &Caller, input: &WholeImport) -> Result<Done<Imported>> {
    let open = Open { file: input.file.clone(), sender: Some(input.sender.clone()), job: input.job.clone() };
    let file = session::open(desk, caller, open)?.value;
    let session = file.session.clone();
    let run = || {
        let asked = PreviewInput { session: session.clone(), job: input.job.clone(), ..PreviewInput::default() };
        plan::preview(desk, caller, asked)?;
        plan::decide_all_duplicates(desk, &session, input.duplicates)?;
        let import = Import { session: session.clone(), remember: !input.sender.is_empty(), job: input.job.clone() };
        write::import(desk, caller, import)
    };
    let answer = run();
    session::close(desk, &session);
    answer
}
