//! `docs/coverage.md`: every line's place must exist: a registered command, a route, *context* with a reason, or *step N*.

use super::File;

pub fn check(files: &[File]) -> Vec<String> {
    let Some(coverage) = files.iter().find(|file| file.path == "docs/coverage.md") else { return vec![] };
    let source = |file: &&File| file.path.ends_with(".rs") || file.path.starts_with("ui/src/");
    let names = |file: &File| {
        file.path.ends_with("api.rs") || file.path.starts_with("ui/src/") && file.is("tsx") || file.is("ts")
    };
    let code: Vec<&str> = files.iter().filter(source).filter(|f| names(f)).map(|f| f.text.as_str()).collect();
    let rows = coverage.text.lines().enumerate().filter_map(|(n, line)| row(line).map(|row| (n + 1, row)));
    rows.filter_map(|(n, (id, place))| fault(&place, &code).map(|why| format!("docs/coverage.md:{n}: {id} {why}")))
        .collect()
}

/// A table line `| id | … | place |` whose id is letters, a dot or dash, and digits.
fn row(line: &str) -> Option<(String, String)> {
    let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
    let (id, place) = (cells.first()?, cells.last()?);
    let named = cells.len() >= 2
        && id.chars().any(|c| c.is_ascii_digit())
        && id.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c));
    named.then(|| ((*id).to_string(), (*place).to_string()))
}

fn fault(place: &str, code: &[&str]) -> Option<String> {
    let plain = place.trim_matches('*').trim();
    if plain.is_empty() {
        return Some("names no place".into());
    }
    if let Some(number) = plain.strip_prefix("step ") {
        let step: Option<u8> =
            number.trim_end_matches('*').split([' ', '*', '，', ',']).next().and_then(|n| n.parse().ok());
        return (!step.is_some_and(|n| (1..=7).contains(&n))).then(|| format!("names no step: {place}"));
    }
    if let Some(reason) = plain.strip_prefix("context") {
        return (reason.trim_start_matches([':', '*', ' ', '—', '-']).is_empty())
            .then(|| "is context without a reason".into());
    }
    let quoted = plain.split('`').skip(1).step_by(2);
    let missing =
        quoted.filter(|name| !code.iter().any(|text| text.contains(&format!("\"{name}\"")))).collect::<Vec<_>>();
    match (plain.contains('`'), missing.is_empty()) {
        (false, _) => Some(format!("names no command or route: {place}")),
        (true, false) => Some(format!("names what does not exist: {}", missing.join(", "))),
        (true, true) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_must_exist() {
        let file = |path: &str, text: &str| File { path: path.into(), text: text.into() };
        let table = "| id | what | place |\n| --- | --- | --- |\n| A-1 | x | `project_save` |\n| A-2 | x | `/ledger` |\n\
                     | A-3 | x | *step 4* |\n| A-4 | x | *context*: history only |\n| B-1 | x | `project_sing` |\n\
                     | B-2 | x | *step 9* |\n| B-3 | x | *context* |\n| B-4 | x | |\n";
        let files = [
            file("docs/coverage.md", table),
            file("crates/core/src/api.rs", "command(\"project_save\")"),
            file("ui/src/routes.tsx", "path: \"/ledger\""),
        ];
        let found = check(&files);
        assert_eq!(found.len(), 4, "{found:?}");
        assert!(found.iter().all(|line| line.contains(": B-")));
    }
}
