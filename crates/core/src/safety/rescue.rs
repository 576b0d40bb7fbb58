//! A desk whose database cannot be opened: its restore points are listed without it, and one is put in its place. The file
//! that cannot be opened is kept aside, never deleted.

use super::points::{self, PointName, RestorePoint};
use super::restore;
use crate::desk::{Caller, Desk};
use crate::error::{Error, FileProblem, Result};
use crate::time::Clock;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The files of a database: the main one and those SQLite keeps beside it.
pub(super) const FILES: [&str; 3] = ["zhuanban.db", "zhuanban.db-wal", "zhuanban.db-shm"];

/// Restore points of a data folder, newest first; what was done after one is not known.
pub fn points(folder: &Path) -> Result<Vec<RestorePoint>> {
    points::listed(&folder.join("backups"), None)
}

/// Opens the desk of a folder from one of its restore points; answers it, and where the old file lies now.
///
/// # Errors
/// A point that is damaged, foreign or of a newer program is refused, and everything lies where it lay.
pub fn rescue(folder: &Path, clock: &Arc<dyn Clock>, point: &str) -> Result<(Desk, PathBuf)> {
    let backups = folder.join("backups");
    let path = points::path_in(&backups, point)?;
    restore::look(folder, &path, &format!("rescue-{}", clock.now_ms()))?;
    // Numbers given since that point may have left this computer: none is used twice.
    let known = points::listed(&backups, None)?;
    let epochs = known.iter().filter_map(|p| points::epoch(&backups.join(&p.point)).ok());
    let highest = epochs.max().unwrap_or(1);

    let kept = folder.join("damaged").join(clock.now_ms().to_string());
    move_all(folder, &kept)?;
    let opened = Desk::open(folder, clock.clone()).and_then(|desk| {
        restore::restore_point(&desk, &Caller::default(), PointName { point: point.into() })?;
        desk.begin_epoch_after(highest)?;
        if let Some(newest) = known.first() {
            desk.set_local("last_backup_ms", &newest.ms.to_string())?;
        }
        Ok(desk)
    });
    match opened {
        Ok(desk) => Ok((desk, kept.join(FILES[0]))),
        Err(error) => {
            // The new file holds nothing yet.
            FILES.iter().for_each(|name| drop(std::fs::remove_file(folder.join(name))));
            move_all(&kept, folder)?;
            Err(error)
        }
    }
}

fn move_all(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to).map_err(|e| Error::file(to, FileProblem::Unwritable, e))?;
    for name in FILES.iter().filter(|name| from.join(name).exists()) {
        std::fs::rename(from.join(name), to.join(name))
            .map_err(|e| Error::file(&from.join(name), FileProblem::Unwritable, e))?;
    }
    Ok(())
}
