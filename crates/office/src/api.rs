//! Every command of the office crate, on one page: ledgers in and out, cells typed and pasted, the desk as a package.

use crate::cells::{self, CellGet, CellOf, CellsChecked, CellsEdit, CellsEditAll, CellsEdited};
use crate::export::{ExportInput, Exported};
use crate::import::{
    self, Close, Decide, Import, Imported, LedgerFile, Open, PreviewInput, PreviewRow, PreviewRows, PreviewSummary,
    Understand,
};
use crate::moving::{self, OpenPackage, Package, PackageInput, Packaged, RestorePackage, RestoredPackage};
use crate::typed::{Typed, TypedValue};
use crate::understand::Understanding;
use zhuanban_core::commands;

commands! {
    /// The office crate's page.
    pub static COMMANDS:
    desk ledger_open(Open) -> LedgerFile, View, import::open;
    desk ledger_understand(Understand) -> Understanding, View, import::understand;
    desk ledger_preview(PreviewInput) -> PreviewSummary, View, import::preview;
    desk ledger_preview_rows(PreviewRows) -> Vec<PreviewRow>, View, import::rows;
    desk ledger_decide(Decide) -> PreviewSummary, View, import::decide;
    desk ledger_import(Import) -> Imported, Edit, import::import;
    desk ledger_close(Close) -> bool, View, |desk, _, c| Ok(zhuanban_core::api::unchanged(import::close(desk, &c.session)));
    desk ledger_export(ExportInput) -> Exported, View, crate::export::export;
    desk hand_over_export(crate::hand_over::HandOverSheet) -> crate::hand_over::HandOverWritten, View, crate::hand_over::export;
    read value_read(Typed) -> TypedValue, View, crate::typed::read;
}
