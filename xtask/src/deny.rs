//! Licences, bans and sources of every crate, read from `deny.toml`.
//!
//! cargo-deny does the same and more, but takes longer to build than all our tests; it runs too where it is installed.

use crate::process::{find, output, run};
use crate::{Result, root};
use serde_json::Value;

const OFFICIAL: &str = "registry+https://github.com/rust-lang/";

pub fn deny() -> Result {
    if find("cargo-deny").is_some() {
        run(&["cargo", "deny", "check", "licenses", "bans", "sources"])?;
    }
    let rules: toml::Table = std::fs::read_to_string(root().join("deny.toml"))?.parse()?;
    let mut packages = vec![];
    for target in strings(&rules["graph"]["targets"]) {
        let metadata =
            output(&["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", &target])?;
        let metadata: Value = serde_json::from_str(&metadata)?;
        packages.extend(used(&metadata));
    }
    packages.sort_by_key(|p| p["id"].to_string());
    packages.dedup_by_key(|p| p["id"].to_string());
    let found: Vec<String> = packages.iter().flat_map(|package| faults(package, &rules)).collect();
    for line in &found {
        println!("{line}");
    }
    println!("{} crates looked at", packages.len());
    if found.is_empty() { Ok(()) } else { Err(format!("deny: {} finding(s)", found.len()).into()) }
}

/// The packages of the resolved graph, without our own.
fn used(metadata: &Value) -> Vec<Value> {
    let nodes: Vec<&str> =
        metadata["resolve"]["nodes"].as_array().into_iter().flatten().filter_map(|n| n["id"].as_str()).collect();
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let others = packages.filter(|p| !p["source"].is_null() && nodes.contains(&p["id"].as_str().unwrap_or_default()));
    others.cloned().collect()
}

fn faults(package: &Value, rules: &toml::Table) -> Vec<String> {
    let name = package["name"].as_str().unwrap_or_default();
    let mut found = vec![];
    let exceptions = rules["licenses"]["exceptions"].as_array().into_iter().flatten();
    let mut allowed = strings(&rules["licenses"]["allow"]);
    allowed.extend(exceptions.filter(|e| crate_of(e) == name).flat_map(|e| strings(&e["allow"])));
    match package["license"].as_str() {
        None => found.push(format!("{name}: no licence is named")),
        Some(text) if !licence_fits(text, &allowed) => found.push(format!("{name}: licence {text} is not allowed")),
        Some(_) => {}
    }
    let banned = rules["bans"]["deny"].as_array().into_iter().flatten();
    if let Some(ban) = banned.into_iter().find(|ban| crate_of(ban) == name) {
        found.push(format!(
            "{name}: banned, {}",
            ban.get("reason").and_then(toml::Value::as_str).unwrap_or("no reason given")
        ));
    }
    if !package["source"].as_str().is_some_and(|source| source.starts_with(OFFICIAL)) {
        found.push(format!("{name}: comes from {}", package["source"]));
    }
    found
}

fn crate_of(entry: &toml::Value) -> &str {
    entry.get("crate").or_else(|| entry.get("name")).and_then(toml::Value::as_str).unwrap_or_default()
}

fn strings(value: &toml::Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(toml::Value::as_str).map(String::from).collect()
}

/// Whether an SPDX expression can be met with the allowed licences: AND binds closer than OR, `/` is an old OR.
fn licence_fits(expression: &str, allowed: &[String]) -> bool {
    let text = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut at = 0;
    either(&words, &mut at, allowed) && at == words.len()
}

fn either(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let mut fits = both(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        fits |= both(words, at, allowed);
    }
    fits
}

fn both(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let mut fits = one(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        fits &= one(words, at, allowed);
    }
    fits
}

fn one(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let Some(word) = words.get(*at) else { return false };
    *at += 1;
    if *word == "(" {
        let fits = either(words, at, allowed);
        *at += 1;
        return fits;
    }
    let mut licence = (*word).to_string();
    if words.get(*at) == Some(&"WITH") {
        licence = format!("{word} WITH {}", words.get(*at + 1).unwrap_or(&""));
        *at += 2;
    }
    allowed.contains(&licence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn expressions_are_met_or_not() {
        let allowed: Vec<String> =
            ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "Unicode-3.0"].map(String::from).into();
        let cases = [
            ("MIT", true),
            ("GPL-3.0-only", false),
            ("GPL-3.0-only OR MIT", true),
            ("MIT AND GPL-3.0-only", false),
            ("(MIT OR GPL-3.0-only) AND Unicode-3.0", true),
            ("MIT/Apache-2.0", true),
            ("Apache-2.0 WITH LLVM-exception OR GPL-2.0-only", true),
            ("Apache-2.0 WITH Classpath-exception-2.0", false),
        ];
        for (text, fits) in cases {
            assert_eq!(licence_fits(text, &allowed), fits, "{text}");
        }
    }

    #[test]
    fn licences_bans_and_sources_are_found() {
        let rules: toml::Table =
            "[licenses]\nallow = [\"MIT\"]\nexceptions = [{ crate = \"odd\", allow = [\"OFL-1.1\"] }]\n\
             [bans]\ndeny = [{ name = \"sqlx\", reason = \"no\" }]\n"
                .parse()
                .unwrap();
        let package =
            |name: &str, license: &str, source: &str| json!({ "name": name, "license": license, "source": source });
        let official = format!("{OFFICIAL}index");
        assert!(faults(&package("good", "MIT", &official), &rules).is_empty());
        assert!(faults(&package("odd", "OFL-1.1", &official), &rules).is_empty());
        assert_eq!(faults(&package("sqlx", "GPL-3.0", "git+ssh://x"), &rules).len(), 3);
    }
}
