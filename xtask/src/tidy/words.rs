//! Words that must not stand in the repository: unfinished work, skipped tests, the transport outside its one file, other people's machines.

use super::{File, rust_text};

/// Spelled in pieces so that this file passes its own check. Nothing here is a secret: they are traces of one machine.
const TRACES: &[&str] = &[
    concat!("/wo", "rk/"),
    concat!("/tmp/", "bash_"),
    concat!("static.", "crates.io"),
    concat!("registry.", "npmjs"),
    concat!("py", "pi.org"),
    concat!("\"resol", "ved\":"),
];
const UNFINISHED: &[&str] = &[concat!("FIX", "ME"), concat!("XX", "X:")];
const RUST: &[&str] = &["todo!", "dbg!", "unimplemented!", "#[ignore"];
const SCRIPT: &[&str] = &[".skip(", ".only(", "test.fixme(", "debugger;", "@ts-ignore", "@ts-nocheck"];
const NAMES: &[&str] = &["Manager", "Service", "Helper", "Util", "Handler", "Dto"];

pub fn check(files: &[File]) -> Vec<String> {
    files.iter().filter(|file| !file.path.ends_with(".lock")).flat_map(in_file).collect()
}

fn in_file(file: &File) -> Vec<String> {
    let mut found = lines_with(file, &file.text, TRACES);
    found.extend(lines_with(file, &file.text, UNFINISHED));
    if file.is("rs") {
        let code = rust_text::code(&file.text);
        found.extend(lines_with(file, &code, RUST));
        found.extend(type_names(file, &code));
    }
    if file.is("ts") || file.is("tsx") {
        found.extend(lines_with(file, &file.text, SCRIPT));
        if file.path.starts_with("ui/src/") && file.path != "ui/src/rpc.ts" && !file.path.ends_with(".test.ts") {
            found.extend(lines_with(file, &file.text, &["@tauri-apps", "fetch(", "EventSource(", "XMLHttpRequest"]));
        }
    }
    found
}

fn lines_with(file: &File, text: &str, words: &[&str]) -> Vec<String> {
    let lines = text.lines().enumerate();
    let hits = lines.filter_map(|(n, line)| words.iter().find(|word| stands(line, word)).map(|word| (n, word)));
    hits.map(|(n, word)| format!("{}:{}: {word}", file.path, n + 1)).collect()
}

/// Whether `word` is in `line`, not as the tail of a longer name (`prefetch(` is not `fetch(`).
fn stands(line: &str, word: &str) -> bool {
    let name = word.starts_with(|c: char| c.is_alphanumeric());
    line.match_indices(word).any(|(at, _)| !name || !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
}

/// Types named after a pattern instead of after the office's word.
fn type_names(file: &File, code: &str) -> Vec<String> {
    let mut found = vec![];
    for (n, line) in code.lines().enumerate() {
        let Some(name) =
            ["struct ", "enum ", "trait "].iter().find_map(|kind| line.split_once(kind)).map(|(_, name)| name)
        else {
            continue;
        };
        let name: String = name.chars().take_while(|c| c.is_alphanumeric()).collect();
        if NAMES.iter().any(|word| name.ends_with(word)) {
            found.push(format!("{}:{}: {name} is named after a pattern", file.path, n + 1));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> usize {
        check(&[File { path: path.into(), text: text.into() }]).len()
    }

    #[test]
    fn unfinished_rust_is_found_but_not_in_strings() {
        assert_eq!(found("a.rs", "fn a() { todo!() }\n#[ignore]\nfn b() { dbg!(1); }"), 3);
        assert_eq!(found("a.rs", "let a = \"todo!\"; // dbg! is forbidden"), 0);
        assert_eq!(found("a.rs", "pub struct ProjectManager;"), 1);
    }

    #[test]
    fn the_transport_stays_in_its_file() {
        let text = "import { invoke } from \"@tauri-apps/api/core\";\nawait fetch(\"/rpc\");\nqueryClient.prefetch(x)";
        assert_eq!(found("ui/src/rpc.ts", text), 0);
        assert_eq!(found("ui/src/ledger/Grid.tsx", text), 2);
        assert_eq!(found("ui/e2e/a.spec.ts", "test.skip(\"later\", () => {})"), 1);
    }

    #[test]
    fn traces_of_a_machine_are_found() {
        assert_eq!(found("README.md", concat!("see /wo", "rk/x")), 1);
        assert_eq!(found("Cargo.lock", concat!("https://static.", "crates.io")), 0);
        assert_eq!(found("README.md", "homework/ and network/"), 0);
    }
}
