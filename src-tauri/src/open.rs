//! Which desks this window has, and opening them. A desk that cannot be opened still gets its window, with the reason in it.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use tauri::{AppHandle, Manager};
use zhuanban_core::Desks;
use zhuanban_core::api::Command;
use zhuanban_core::time::SystemClock;

/// Where the data folder is: the system's usual place, or one that was named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Usual,
    Named(PathBuf),
}

impl Place {
    /// `--data DIR` first, then `ZHUANBAN_DATA`, then the usual place.
    pub fn from_surroundings() -> Self {
        let mut args = std::env::args_os().skip(1);
        while let Some(arg) = args.next() {
            if arg == "--data"
                && let Some(folder) = args.next()
            {
                return Self::Named(folder.into());
            }
        }
        match std::env::var_os("ZHUANBAN_DATA") {
            Some(folder) if !folder.is_empty() => Self::Named(folder.into()),
            _ => Self::Usual,
        }
    }

    pub fn folder(&self, app: &AppHandle) -> tauri::Result<PathBuf> {
        match self {
            Self::Usual => app.path().app_data_dir(),
            Self::Named(folder) => Ok(folder.clone()),
        }
    }
}

/// The desks of this window. One that cannot be opened answers every command with the reason.
pub struct Opened {
    pub folder: PathBuf,
    desks: OnceLock<Arc<Desks>>,
}

impl Opened {
    /// Opens the desks beside the web view, which takes longer to start.
    pub fn begin(folder: PathBuf) -> Arc<Self> {
        let opened = Arc::new(Self { folder, desks: OnceLock::new() });
        let ahead = opened.clone();
        std::thread::spawn(move || drop(ahead.desks()));
        opened
    }

    /// Waits until they are open.
    pub fn desks(&self) -> Arc<Desks> {
        self.desks.get_or_init(|| Arc::new(Desks::open_or_tell(&self.folder, Arc::new(SystemClock)))).clone()
    }
}

/// Every command the page may call, crate by crate.
pub const PAGES: &[&[Command]] = &[zhuanban_core::api::COMMANDS, zhuanban_office::api::COMMANDS];
