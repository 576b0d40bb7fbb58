//! What needs the desktop: choosing and opening files, and the program itself. Ten commands at most; everything else is a command of the desk.

use crate::open::Opened;
use crate::rpc::internal;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::{DialogExt, FilePath};
use tauri_plugin_opener::OpenerExt;
use zhuanban_core::error::FileProblem;
use zhuanban_core::{Error, Fault};

/// A line in the dialog's list of file kinds.
#[derive(Deserialize)]
pub struct Filter {
    name: String,
    extensions: Vec<String>,
}

#[derive(Serialize)]
pub struct AppInfo {
    version: &'static str,
    /// The data folder.
    folder: PathBuf,
    platform: &'static str,
}

/// Why there is no desk in this window, if so.
#[tauri::command]
pub fn desk_fault(opened: State<'_, Arc<Opened>>) -> Option<Fault> {
    opened.desks().own().err()
}

#[tauri::command]
pub fn app_info(opened: State<'_, Arc<Opened>>) -> AppInfo {
    AppInfo { version: env!("CARGO_PKG_VERSION"), folder: opened.folder.clone(), platform: std::env::consts::OS }
}

/// Lets the person choose a file; nothing when they cancel.
#[tauri::command]
pub async fn pick_file(app: AppHandle, filters: Vec<Filter>) -> Result<Option<PathBuf>, Fault> {
    if let Some(path) = picked_for_test("ZHUANBAN_PICK") {
        return Ok(Some(path));
    }
    let mut dialog = app.dialog().file();
    for filter in &filters {
        let extensions: Vec<&str> = filter.extensions.iter().map(String::as_str).collect();
        dialog = dialog.add_filter(&filter.name, &extensions);
    }
    chosen(|answer| dialog.pick_file(answer)).await
}

/// As [`pick_file`], several at once; none when they cancel.
#[tauri::command]
pub async fn pick_files(app: AppHandle, filters: Vec<Filter>) -> Result<Vec<PathBuf>, Fault> {
    if let Some(path) = picked_for_test("ZHUANBAN_PICK") {
        return Ok(vec![path]);
    }
    let mut dialog = app.dialog().file();
    for filter in &filters {
        let extensions: Vec<&str> = filter.extensions.iter().map(String::as_str).collect();
        dialog = dialog.add_filter(&filter.name, &extensions);
    }
    let (tell, hear) = std::sync::mpsc::channel();
    dialog.pick_files(move |paths| {
        // The page may be gone before the person answers.
        let _ = tell.send(paths.unwrap_or_default());
    });
    let answer = tauri::async_runtime::spawn_blocking(move || hear.recv()).await.map_err(|e| internal(&e))?;
    let paths = answer.map_err(|e| internal(&e))?;
    paths.into_iter().map(|path| path.into_path().map_err(|e| internal(&e))).collect()
}

/// Lets the person choose a folder; nothing when they cancel.
#[tauri::command]
pub async fn pick_folder(app: AppHandle) -> Result<Option<PathBuf>, Fault> {
    if let Some(path) = picked_for_test("ZHUANBAN_PICK_SAVE") {
        return Ok(path.parent().map(Path::to_path_buf));
    }
    let dialog = app.dialog().file();
    chosen(|answer| dialog.pick_folder(answer)).await
}

/// Lets the person choose where to save; nothing when they cancel.
#[tauri::command]
pub async fn pick_save(app: AppHandle, name: String) -> Result<Option<PathBuf>, Fault> {
    if let Some(path) = picked_for_test("ZHUANBAN_PICK_SAVE") {
        return Ok(Some(path));
    }
    let dialog = app.dialog().file().set_file_name(name);
    chosen(|answer| dialog.save_file(answer)).await
}

/// Opens a document or folder with the program the system has for it.
#[tauri::command]
pub fn open_path(app: AppHandle, path: PathBuf) -> Result<(), Fault> {
    if !path.exists() {
        return Err(Error::file(&path, FileProblem::Missing, "").into());
    }
    if !is_document(&path) {
        return Err(Error::file(&path, FileProblem::WrongKind, "only documents and folders are opened").into());
    }
    app.opener().open_path(path.to_string_lossy(), None::<&str>).map_err(|e| internal(&e))
}

/// Shows a file in its folder.
#[tauri::command]
pub fn reveal_path(app: AppHandle, path: PathBuf) -> Result<(), Fault> {
    app.opener().reveal_item_in_dir(path).map_err(|e| internal(&e))
}

#[tauri::command]
pub fn restart(app: AppHandle) {
    app.request_restart();
}

/// Waits for a dialog without holding the thread the dialog is drawn on.
async fn chosen(ask: impl FnOnce(Box<dyn FnOnce(Option<FilePath>) + Send>)) -> Result<Option<PathBuf>, Fault> {
    let (tell, hear) = std::sync::mpsc::channel();
    ask(Box::new(move |path| {
        // The page may be gone before the person answers.
        let _ = tell.send(path);
    }));
    let answer = tauri::async_runtime::spawn_blocking(move || hear.recv()).await.map_err(|e| internal(&e))?;
    let path = answer.map_err(|e| internal(&e))?;
    path.map(FilePath::into_path).transpose().map_err(|e| internal(&e))
}

/// The system's dialogs cannot be driven by a test, so debug builds take the path from the environment instead.
fn picked_for_test(name: &str) -> Option<PathBuf> {
    if !cfg!(debug_assertions) {
        return None;
    }
    std::env::var_os(name).map(PathBuf::from)
}

/// The page must not be able to start programs, whatever it shows.
fn is_document(path: &Path) -> bool {
    const KINDS: &[&str] = &[
        "xlsx", "xls", "csv", "docx", "doc", "pptx", "ppt", "pdf", "ofd", "wps", "et", "dps", "txt", "html", "png",
        "jpg", "jpeg", "gif", "bmp", "webp", "tif", "tiff", "mp4", "dwg", "zip", "rar", "7z", "zbx",
    ];
    let ext = path.extension().map(|ext| ext.to_string_lossy().to_lowercase());
    path.is_dir() || ext.is_some_and(|ext| KINDS.contains(&ext.as_str()))
}

#[cfg(test)]
mod tests {
    use super::is_document;
    use std::path::Path;

    #[test]
    fn programs_are_not_documents() {
        assert!(is_document(Path::new("台账.XLSX")) && is_document(&std::env::temp_dir()));
        let attached =
            ["汇报.pptx", "红头文件.OFD", "函.wps", "表.et", "总平面图.dwg", "现场.TIFF", "航拍.mp4", "材料.rar"];
        assert!(attached.iter().all(|name| is_document(Path::new(name))));
        let programs =
            ["a.exe", "a.bat", "a.cmd", "a.com", "a.msi", "a.ps1", "a.vbs", "a.js", "a.sh", "a.scr", "a.jar"];
        assert!(!programs.iter().any(|name| is_document(Path::new(name))));
        assert!(!["a.desktop", "a", "a.xlsx.lnk", "a.pdf.exe"].iter().any(|name| is_document(Path::new(name))));
    }
}
