//! Ceilings: no file or function grows past what a reader can hold.

use super::{File, rust_text};

const RUST_FUNCTION: usize = 60;

pub fn check(files: &[File]) -> Vec<String> {
    let mut found = vec![];
    for file in files {
        let lines = file.text.lines().count();
        if let Some(most) = ceiling(&file.path).filter(|most| lines > *most) {
            found.push(format!("{}: {lines} lines, at most {most}", file.path));
        }
        if file.is("rs") {
            found.extend(functions(file));
            if !file.text.starts_with("//!") {
                found.push(format!("{}: opens without //! saying what lives here", file.path));
            }
        }
    }
    found
}

fn functions(file: &File) -> Vec<String> {
    let long = rust_text::functions(&rust_text::code(&file.text)).into_iter().filter(|f| f.lines > RUST_FUNCTION);
    long.map(|f| format!("{}:{}: fn {} has {} lines, at most {RUST_FUNCTION}", file.path, f.line, f.name, f.lines))
        .collect()
}

/// How many lines a file may have; none where it is data or made by a program.
fn ceiling(path: &str) -> Option<usize> {
    let (stem, ext) = path.rsplit_once('.')?;
    let test =
        path.starts_with("tests/") || path.contains("/tests/") || path.contains("/e2e/") || stem.ends_with(".test");
    if path.contains("/bindings/") {
        return None;
    }
    match ext {
        "rs" | "ts" | "tsx" if test => Some(800),
        "rs" => Some(500),
        "ts" | "tsx" | "css" => Some(400),
        // A migration is as long as the tables it makes.
        "sql" if !path.contains("/migrations/") => Some(50),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, lines: usize) -> File {
        File { path: path.into(), text: "//! x\n".repeat(lines) }
    }

    #[test]
    fn long_files_are_found() {
        let files = [
            file("crates/core/src/a.rs", 501),
            file("crates/core/tests/it/a.rs", 700),
            file("ui/src/App.tsx", 401),
            file("crates/core/src/project/list.sql", 51),
            file("crates/core/migrations/0001.sql", 300),
            file("ui/src/bindings/types.ts", 3000),
        ];
        assert_eq!(check(&files).len(), 3);
    }

    #[test]
    fn long_functions_and_unopened_files_are_found() {
        let body = "    let x = 1;\n".repeat(60);
        let files = [File { path: "a.rs".into(), text: format!("fn long() {{\n{body}}}\n") }];
        let found = check(&files);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].contains("fn long has 62 lines"));
    }
}
