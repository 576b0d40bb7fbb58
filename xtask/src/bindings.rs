//! `ui/src/bindings`: the commands' types as TypeScript, written from the pages of commands and never by hand.

use crate::process::output;
use crate::{Result, root};
use serde_json::Value;
use std::path::Path;

const FOLDER: &str = "ui/src/bindings";

/// Writes the files, or with `check` only says whether they are current.
pub fn bindings(check: bool) -> Result {
    let said =
        output(&["cargo", "run", "--quiet", "--locked", "--package", "zhuanban-cli", "--", "commands", "--types"])?;
    let files: Value = serde_json::from_str(&said)?;
    let files = files.as_object().ok_or("the commands said nothing")?;
    let folder = root().join(FOLDER);
    let mut stale = strangers(&folder, |name| files.contains_key(name))?;
    for (name, text) in files {
        let (path, text) = (folder.join(name), text.as_str().unwrap_or_default());
        if std::fs::read_to_string(&path).is_ok_and(|old| old == text) {
            continue;
        }
        stale.push(name.clone());
        if !check {
            std::fs::create_dir_all(&folder)?;
            std::fs::write(path, text)?;
        }
    }
    match (check, stale.is_empty()) {
        (true, false) => {
            Err(format!("not current: {FOLDER}/{{{}}}; run `cargo xtask bindings`", stale.join(", ")).into())
        }
        _ => Ok(()),
    }
}

/// Files in the folder that the commands do not write.
fn strangers(folder: &Path, known: impl Fn(&str) -> bool) -> Result<Vec<String>> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(vec![]) };
    let mut found = vec![];
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !known(&name) {
            found.push(name);
        }
    }
    Ok(found)
}
