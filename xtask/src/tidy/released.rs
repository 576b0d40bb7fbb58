//! A migration that left the house is never edited: its hash stands in `RELEASED`, one `HASH  FILE` a line.

use super::File;
use sha2::{Digest, Sha256};

const FOLDER: &str = "crates/core/migrations/";

pub fn check(files: &[File]) -> Vec<String> {
    let Some(list) = files.iter().find(|file| file.path == format!("{FOLDER}RELEASED")) else { return vec![] };
    list.text
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .filter_map(|line| line_fault(files, line))
        .collect()
}

fn line_fault(files: &[File], line: &str) -> Option<String> {
    let Some((hash, name)) = line.split_once("  ") else {
        return Some(format!("{FOLDER}RELEASED: {line:?} is not HASH  FILE"));
    };
    let Some(file) = files.iter().find(|file| file.path == format!("{FOLDER}{name}")) else {
        return Some(format!("{FOLDER}{name} was released and is gone"));
    };
    (sha256(&file.text) != hash).then(|| format!("{FOLDER}{name} was released and has changed"))
}

fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(list: &str) -> usize {
        let file = |name: &str, text: &str| File { path: format!("{FOLDER}{name}"), text: text.into() };
        check(&[file("RELEASED", list), file("0001_start.sql", "create table t(x);")]).len()
    }

    #[test]
    fn a_released_migration_must_stay_as_it_was() {
        let hash = sha256("create table t(x);");
        assert_eq!(found(""), 0);
        assert_eq!(found(&format!("# sha256  file\n{hash}  0001_start.sql\n")), 0);
        assert_eq!(found(&format!("{}  0001_start.sql\n", hash.replace(&hash[..4], "0000"))), 1);
        assert_eq!(found(&format!("{hash}  0002_gone.sql\n")), 1);
        assert_eq!(found("nonsense\n"), 1);
    }
}
