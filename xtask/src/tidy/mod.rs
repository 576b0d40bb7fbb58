//! The rules of the house that no compiler checks. Each module looks at one of them and returns what it found.

mod arrows;
mod coverage;
mod released;
mod rust_text;
mod size;
mod words;

use crate::{Result, process, root};

/// A file of the checkout: its path with `/`, and its text.
pub struct File {
    pub path: String,
    pub text: String,
}

impl File {
    pub fn is(&self, ext: &str) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, e)| e == ext)
    }
}

pub fn tidy() -> Result {
    let files = files()?;
    let mut found = arrows::check()?;
    for check in [size::check, words::check, released::check, coverage::check] {
        found.extend(check(&files));
    }
    for line in &found {
        println!("{line}");
    }
    if found.is_empty() { Ok(()) } else { Err(format!("tidy: {} finding(s)", found.len()).into()) }
}

/// Every text file git knows or would add.
fn files() -> Result<Vec<File>> {
    let list = process::output(&["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"])?;
    let mut files = vec![];
    for path in list.split('\0').filter(|path| !path.is_empty()) {
        let full = root().join(path);
        if !full.is_file() {
            continue;
        }
        if let Ok(text) = String::from_utf8(std::fs::read(full)?) {
            files.push(File { path: path.into(), text });
        }
    }
    Ok(files)
}
