//! Which crate may know which: the arrows of the architecture, and nothing else.

use crate::{Result, process};
use serde_json::Value;

/// What each crate may depend on. `None` is everything.
const ARROWS: &[(&str, Option<&[&str]>)] = &[
    ("zhuanban-core", Some(&[])),
    ("zhuanban-office", Some(&["zhuanban-core"])),
    ("zhuanban-sync", Some(&["zhuanban-core"])),
    ("zhuanban-server", Some(&["zhuanban-office", "zhuanban-sync", "zhuanban-core"])),
    ("zhuanban-cli", Some(&["zhuanban-server", "zhuanban-office", "zhuanban-sync", "zhuanban-core"])),
    ("zhuanban-desk", Some(&["zhuanban-office", "zhuanban-sync", "zhuanban-core"])),
    ("zhuanban-tests", None),
    ("xtask", None),
];

/// Crates the ground floor must never meet.
const NOT_IN_CORE: &[&str] = &["tauri", "tokio", "axum", "ureq", "hyper", "calamine", "rust_xlsxwriter"];

pub fn check() -> Result<Vec<String>> {
    let metadata = process::output(&["cargo", "metadata", "--format-version", "1", "--no-deps", "--offline"])?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    Ok(metadata["packages"].as_array().into_iter().flatten().flat_map(faults).collect())
}

fn faults(package: &Value) -> Vec<String> {
    let name = package["name"].as_str().unwrap_or_default();
    let dependencies = package["dependencies"].as_array().into_iter().flatten();
    let used: Vec<&str> = dependencies.filter_map(|d| d["name"].as_str()).collect();
    let Some((_, allowed)) = ARROWS.iter().find(|(crate_name, _)| *crate_name == name) else {
        return vec![format!("{name}: a new crate needs its line in tidy/arrows.rs and in ARCHITECTURE.md")];
    };
    let house = used.iter().filter(|d| ARROWS.iter().any(|(crate_name, _)| crate_name == *d));
    let mut found: Vec<String> = house
        .filter(|d| allowed.is_some_and(|allowed| !allowed.contains(d)))
        .map(|d| format!("{name} must not depend on {d}"))
        .collect();
    if name == "zhuanban-core" {
        found.extend(used.iter().filter(|d| NOT_IN_CORE.contains(d)).map(|d| format!("{name} must not depend on {d}")));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn found(name: &str, used: &[&str]) -> usize {
        let dependencies: Vec<Value> = used.iter().map(|name| json!({ "name": name })).collect();
        faults(&json!({ "name": name, "dependencies": dependencies })).len()
    }

    #[test]
    fn only_the_drawn_arrows_are_allowed() {
        assert_eq!(found("zhuanban-core", &["serde"]), 0);
        assert_eq!(found("zhuanban-core", &["zhuanban-office", "tokio"]), 2);
        assert_eq!(found("zhuanban-desk", &["zhuanban-office", "tauri"]), 0);
        assert_eq!(found("zhuanban-desk", &["zhuanban-server"]), 1);
        assert_eq!(found("zhuanban-tests", &["zhuanban-server"]), 0);
        assert_eq!(found("zhuanban-new", &[]), 1);
    }
}
