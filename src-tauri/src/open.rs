//! Which desks this window has, and opening them. A desk that cannot be opened still gets its window, with the reason in it.

use std::fs::File;
use std::path::{Path, PathBuf};
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
    /// For those who do not wait for them forever.
    turn: Mutex<()>,
    opened: Condvar,
    /// Held as long as this window lives.
    claim: Option<File>,
}

impl Opened {
    /// Opens the desks beside the window and its web view, which take longer to start.
    pub fn begin(folder: PathBuf) -> Arc<Self> {
        let (desks, turn, told) = (OnceLock::new(), Mutex::new(()), Condvar::new());
        let claim = claim(&folder);
        let opened = Arc::new(Self { folder, desks, turn, opened: told, claim });
        if opened.claim.is_some() {
            opened.open_ahead();
        }
        opened
    }

    /// Opens them now where another window on them kept this one from doing so at once.
    pub fn go_on(self: &Arc<Self>) {
        if self.claim.is_none() {
            self.open_ahead();
        }
    }

    fn open_ahead(self: &Arc<Self>) {
        let ahead = self.clone();
        std::thread::spawn(move || {
            ahead.desks();
            let _turn = ahead.turn.lock().unwrap_or_else(PoisonError::into_inner);
            ahead.opened.notify_all();
        });
    }

    /// Waits until they are open, but not longer than this.
    pub fn desks_within(&self, patience: Duration) -> Option<Arc<Desks>> {
        let turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.opened.wait_timeout_while(turn, patience, |()| self.desks.get().is_none()));
        self.desks.get().cloned()
    }

    /// Waits until they are open.
    pub fn desks(&self) -> Arc<Desks> {
        self.desks.get_or_init(|| Arc::new(Desks::open_or_tell(&self.folder, Arc::new(SystemClock)))).clone()
    }
}

/// Claims the folder's window, so that a second start, which only shows the first, opens no file. None where there is one
/// already, or where nothing can be written: opening the desks says why.
fn claim(folder: &Path) -> Option<File> {
    std::fs::create_dir_all(folder).ok()?;
    let file = File::options().create(true).write(true).truncate(false).open(folder.join("window.lock")).ok()?;
    file.try_lock().ok()?;
    Some(file)
}

/// Every command the page may call, crate by crate.
pub const PAGES: &[&[Command]] = &[zhuanban_core::api::COMMANDS, zhuanban_office::api::COMMANDS];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_start_opens_no_file_until_it_is_known_to_be_a_window() {
        let folder = tempfile::tempdir().unwrap();
        let first = Opened::begin(folder.path().into());
        assert!(first.desks_within(Duration::from_secs(20)).is_some());
        let second = Opened::begin(folder.path().into());
        assert!(second.desks_within(Duration::from_millis(50)).is_none());
        second.go_on();
        assert!(second.desks_within(Duration::from_secs(20)).is_some());
        drop(first);
    }
}
