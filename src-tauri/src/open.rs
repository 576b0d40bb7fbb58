//! Which desks this window has, and opening them. A desk that cannot be opened still gets its window, with the reason in it.

use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, OnceLock, PoisonError};
use std::time::Duration;
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

    /// `identifier` is the program's own name among the data of this person; none where the system has no place for that.
    pub fn folder(&self, identifier: &str) -> Option<PathBuf> {
        match self {
            Self::Usual => Some(dirs::data_dir()?.join(identifier)),
            Self::Named(folder) => Some(folder.clone()),
        }
    }
}

/// The desks of this window. One that cannot be opened answers every command with the reason.
pub struct Opened {
    pub folder: PathBuf,
    desks: OnceLock<Arc<Desks>>,
    /// Whether they are open, for those who do not wait for it forever.
    open: Mutex<bool>,
    opened: Condvar,
}

impl Opened {
    /// Opens the desks beside the window and its web view, which take longer to start.
    pub fn begin(folder: PathBuf) -> Arc<Self> {
        let (open, told) = (Mutex::new(false), Condvar::new());
        let opened = Arc::new(Self { folder, desks: OnceLock::new(), open, opened: told });
        let ahead = opened.clone();
        std::thread::spawn(move || {
            ahead.desks();
            *ahead.open.lock().unwrap_or_else(PoisonError::into_inner) = true;
            ahead.opened.notify_all();
        });
        opened
    }

    /// Waits until they are open, but not longer than this.
    pub fn desks_within(&self, patience: Duration) -> Option<Arc<Desks>> {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.opened.wait_timeout_while(open, patience, |open| !*open);
        let (open, _) = waited.unwrap_or_else(PoisonError::into_inner);
        open.then(|| self.desks())
    }

    /// Waits until they are open.
    pub fn desks(&self) -> Arc<Desks> {
        self.desks.get_or_init(|| Arc::new(Desks::open_or_tell(&self.folder, Arc::new(SystemClock)))).clone()
    }
}

/// Every command the page may call, crate by crate.
pub const PAGES: &[&[Command]] = &[zhuanban_core::api::COMMANDS, zhuanban_office::api::COMMANDS];
