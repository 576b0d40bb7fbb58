//! The window of Zhuanban: opens the desk, shows the page, answers its commands.
//!
//! No rule of the office lives here, and no plugin is called from the page.

// No console window beside the desk on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod desktop;
mod open;
mod page;
mod rpc;
mod window;

use open::{Opened, Place};
use tauri::Manager;

/// An import makes and drops some hundred million small texts; see `docs/decisions/0011`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    window::prepare_web_view();
    let place = Place::from_surroundings();
    let context = tauri::generate_context!();
    let folder = place.folder(&context.config().identifier).expect("the system has a place for a person's data");
    let opened = Opened::begin(folder);
    let context = page::answered(context, opened.clone());
    let mut app = tauri::Builder::default();
    if place == Place::Usual {
        // A desk opened elsewhere with --data is another desk and may have its own window.
        app = app.plugin(tauri_plugin_single_instance::init(|app, _, _| window::show(app)));
    }
    app.plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(window::remembered_place())
        .invoke_handler(tauri::generate_handler![
            rpc::rpc,
            desktop::desk_fault,
            desktop::app_info,
            desktop::pick_file,
            desktop::pick_files,
            desktop::pick_folder,
            desktop::pick_save,
            desktop::open_path,
            desktop::reveal_path,
            desktop::restart,
        ])
        .setup(move |app| {
            opened.go_on();
            app.manage(opened);
            window::open(app)?;
            Ok(())
        })
        .run(context)
        .expect("the web view of this system starts");
}
