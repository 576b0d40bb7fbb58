//! The commands' types as TypeScript: what `cargo xtask bindings` writes into the interface.

use serde_json::{Value, json};
use zhuanban_core::api::declare;
use zhuanban_core::{Fault, api::Command, api::Permission};

const HEAD: &str = "// Written by `cargo xtask bindings` from the pages of commands. Do not edit.\n\n";

/// File name → text.
pub fn files(pages: &[&[Command]]) -> Value {
    let mut types = vec![];
    declare::<Fault>(&mut types);
    declare::<Permission>(&mut types);
    for command in pages.iter().flat_map(|page| page.iter()) {
        (command.export)(&mut types);
    }
    types.sort();
    types.dedup();
    json!({ "types.ts": format!("{HEAD}{}\n", types.join("\n\n")), "commands.ts": commands(pages, &types) })
}

/// One interface that maps a command's name to its input and output.
fn commands(pages: &[&[Command]], types: &[String]) -> String {
    let mut lines = vec![];
    for command in pages.iter().flat_map(|page| page.iter()) {
        let (input, output) = (command.types)();
        lines.push(format!("  {}: {{ input: {input}; output: {output} }};", command.name));
    }
    let body = lines.join("\n");
    let names = types.iter().filter_map(|declaration| name_of(declaration)).filter(|name| mentions(&body, name));
    let imported = names.map(|name| format!("  {name},\n")).collect::<String>();
    let writes = pages.iter().flat_map(|page| page.iter()).filter(|c| c.writes).map(|c| format!("  \"{}\",\n", c.name));
    format!(
        "{HEAD}import type {{\n{imported}}} from \"./types\";\n\nexport interface Commands {{\n{body}\n}}\n\n\
         /** Commands that can change the desk. */\nexport const WRITES: readonly (keyof Commands)[] = [\n{}];\n",
        writes.collect::<String>()
    )
}

/// The name in `export type Name<…> = …`.
fn name_of(declaration: &str) -> Option<&str> {
    let rest = declaration.strip_prefix("export type ").or_else(|| declaration.strip_prefix("export interface "))?;
    rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()
}

fn mentions(body: &str, name: &str) -> bool {
    let inside = |c: char| c.is_alphanumeric() || c == '_';
    body.match_indices(name)
        .any(|(at, _)| !body[..at].ends_with(inside) && !body[at + name.len()..].starts_with(inside))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_every_type_it_names_is_written() {
        let files = files(crate::PAGES);
        let (types, commands) = (files["types.ts"].as_str().unwrap(), files["commands.ts"].as_str().unwrap());
        assert!(types.contains("export type Fault = ") && types.contains("export type Code = "));
        for command in crate::PAGES.iter().flat_map(|page| page.iter()) {
            assert!(commands.contains(&format!("  {}: {{ input: ", command.name)), "{}", command.name);
        }
        let mut names: Vec<&str> = types.lines().filter_map(name_of).collect();
        names.sort_unstable();
        let twice: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        assert!(twice.is_empty(), "two types have one name: {twice:?}");
        assert!(commands.contains("  ProjectDraft,\n") && types.contains("export type ProjectDraft = "));
    }

    #[test]
    fn names_are_whole_words() {
        assert_eq!(name_of("export type One<I> = { id: I, };"), Some("One"));
        assert!(mentions("input: One<ProjectId>", "ProjectId") && !mentions("input: ProjectIdea", "ProjectId"));
    }
}
