//! Writing a file: beside its place first, so that a failure leaves what was there.

use std::path::Path;
use zhuanban_core::Error;
use zhuanban_core::error::{FileProblem, Result};

/// Writes `file`; `fill` gets the path of the draft. A file that exists is replaced once the new one is complete.
pub fn save<T>(file: &str, suffix: &str, fill: impl FnOnce(&Path) -> Result<T>) -> Result<T> {
    let path = Path::new(file);
    let folder = path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut draft = tempfile::Builder::new();
    draft.prefix(".zhuanban-").suffix(suffix);
    // Readable like any file that is saved here; a temporary file would be its owner's alone.
    #[cfg(unix)]
    draft.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let draft = draft.tempfile_in(folder).map_err(|e| unwritable(file, e))?;
    let filled = fill(draft.path())?;
    draft.persist(path).map_err(|e| unwritable(file, e.error))?;
    Ok(filled)
}

pub fn unwritable(file: &str, detail: impl std::fmt::Display) -> Error {
    Error::file(Path::new(file), FileProblem::Unwritable, detail)
}
