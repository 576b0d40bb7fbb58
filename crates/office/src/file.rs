//! Writing a file: beside its place first, so that a failure leaves what was there.

use std::fs::File;
use std::path::Path;
use zhuanban_core::Error;
use zhuanban_core::error::{FileProblem, Result};

/// Writes `file` through `fill`; one that exists is replaced once the new one is complete.
pub fn save<T>(file: &str, suffix: &str, fill: impl FnOnce(&mut File) -> Result<T>) -> Result<T> {
    let path = Path::new(file);
    let unwritable = |detail: String| Error::file(path, FileProblem::Unwritable, detail);
    let folder = path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut draft = tempfile::Builder::new();
    draft.prefix(".zhuanban-").suffix(suffix);
    // Readable like any file that is saved here; a temporary file would be its owner's alone.
    #[cfg(unix)]
    draft.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut draft = draft.tempfile_in(folder).map_err(|e| unwritable(e.to_string()))?;
    let filled = fill(draft.as_file_mut())?;
    draft.persist(path).map_err(|e| unwritable(e.error.to_string()))?;
    Ok(filled)
}
