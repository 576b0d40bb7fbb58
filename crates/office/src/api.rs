//! Every command of the office crate, on one page: ledgers in and out, cells typed and pasted, the desk as a package.

use crate::cells::{self, CellGet, CellOf, CellsChecked, CellsEdit, CellsEditAll, CellsEdited};
use crate::export::{ExportInput, Exported, ZipInput, Zipped};
use crate::import::{
    self, Close, Decide, Import, Imported, LedgerFile, Open, PreviewInput, PreviewRow, PreviewRows, PreviewSummary,
    Understand,
};
use crate::moving::{self, OpenPackage, Package, PackageInput, Packaged, RestorePackage, RestoredPackage};
use crate::paper::{self, LeaderPaper, Papered, ProjectPaper, TablePicture};
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
    desk list_compare_export(crate::export::compare::CompareExport) -> Exported, View, crate::export::compare::export;
    desk ledger_zip(ZipInput) -> Zipped, View, crate::export::zip;
    desk paper_project(ProjectPaper) -> Papered, View, paper::of_project;
    desk paper_leader(LeaderPaper) -> Papered, View, paper::of_leader;
    desk picture_save(TablePicture) -> Papered, View, paper::picture;
    desk round_hand_out(crate::round::HandOut) -> crate::round::HandedOut, Edit, crate::round::hand_out;
    desk round_collect(crate::round::Collect) -> crate::round::Collected, View, crate::round::collect;
    desk round_lines(crate::round::ReturnedLines) -> Vec<crate::round::ReturnedLine>, View, crate::round::lines;
    desk round_register(crate::round::Register) -> crate::round::Registered, Edit, crate::round::register;
    desk round_leave(Close) -> bool, View, |desk, _, c| Ok(zhuanban_core::api::unchanged(crate::round::close(desk, &c.session)));
    desk changes_export(crate::round::ExportChanges) -> crate::round::ExportedChanges, View, crate::round::export_changes;
    read cells_check(CellsEdit) -> CellsChecked, View, cells::check;
    write cells_edit(CellsEdit) -> CellsEdited, Edit, cells::edit;
    write cells_edit_all(CellsEditAll) -> CellsEdited, Edit, cells::edit_all;
    read cell_get(CellOf) -> CellGet, View, cells::get;
    desk package_save(PackageInput) -> Packaged, Administer, moving::save;
    desk package_carried_off(zhuanban_core::api::Nothing) -> zhuanban_core::api::Nothing, Edit, moving::carried_off;
    desk package_open(OpenPackage) -> Package, View, moving::open;
    desk package_restore(RestorePackage) -> RestoredPackage, Administer, moving::restore;
    desk hand_over_export(crate::hand_over::HandOverSheet) -> crate::hand_over::HandOverWritten, View, crate::hand_over::export;
    read book_preview(crate::book::BookSource) -> crate::book::BookPreview, View, |r, source| crate::book::preview(r, &source);
    write book_import(crate::book::BookImport) -> crate::book::BookImported, Edit, crate::book::import;
    desk book_export(crate::book::BookExport) -> crate::export::Exported, View, crate::book::export;
    write seat_add(crate::book::NewSeat) -> zhuanban_core::people::book::BookPerson, Edit, crate::book::add;
    write reach_save(crate::book::SaveReach) -> zhuanban_core::people::book::BookPerson, Edit, crate::book::save_reach;
    desk template_export(crate::library::TemplateExport) -> crate::export::Exported, View, crate::library::export;
    desk authority_export(crate::library::AuthorityExport) -> crate::export::Exported, View, crate::library::export_authority;
    read template_import_preview(crate::library::TemplateSource) -> crate::library::TemplatePreview, View, |r, source| crate::library::preview(r, &source);
    write template_import(crate::library::TemplateImport) -> i64, Edit, |w, input| crate::library::import(w, &input);
    read progress_sheet_preview(crate::progress_sheet::ProgressSheetSource) -> crate::progress_sheet::ProgressSheetPreview, View, |r, source| crate::progress_sheet::preview(r, &source);
    write progress_sheet_import(crate::progress_sheet::ProgressSheetImport) -> crate::progress_sheet::ProgressSheetImported, Edit, |w, input| crate::progress_sheet::import(w, &input);
    desk progress_sheet_export(crate::progress_sheet::ProgressSheetExport) -> crate::export::Exported, View, crate::progress_sheet::export;
    read value_read(Typed) -> TypedValue, View, crate::typed::read;
}
