//! Every command of the office crate, on one page: ledgers in and out.

use crate::export::{ExportInput, Exported};
use zhuanban_core::commands;

commands! {
    /// The office crate's page.
    pub static COMMANDS:
    desk ledger_export(ExportInput) -> Exported, View, crate::export::export;
}
