//! The steps of `cargo xtask test`, in the order they run.

use crate::process::{command, find, run, run_in};
use crate::{Result, bindings, deny, machine, root, target, tidy};
use std::process::Command;

pub struct Step {
    pub name: &'static str,
    pub what: &'static str,
    /// A file or folder without which there is nothing to do.
    pub needs: Option<&'static str>,
    pub work: Work,
}

pub enum Work {
    /// Our own code.
    Chore(fn() -> Result),
    /// A program in a folder.
    Program(&'static str, &'static [&'static str]),
    /// A program that must be prepared first.
    Tests(fn() -> Result<Command>),
}

const UI: Option<&str> = Some("ui/package.json");

const fn step(name: &'static str, what: &'static str, needs: Option<&'static str>, work: Work) -> Step {
    Step { name, what, needs, work }
}

pub const STEPS: &[Step] = &[
    step("fmt", "Rust is formatted", None, Work::Program(".", &["cargo", "fmt", "--all", "--check"])),
    step("tidy", "the house's own rules", None, Work::Chore(tidy::tidy)),
    step("deny", "licences, bans and sources of crates", None, Work::Chore(deny::deny)),
    step(
        "npm",
        "the interface's packages",
        UI,
        Work::Chore(|| run_in("ui", &["npm", "ci", "--no-audit", "--no-fund"])),
    ),
    step("check", "Biome", UI, Work::Program("ui", &["npm", "run", "--silent", "check"])),
    step("types", "TypeScript", UI, Work::Program("ui", &["npm", "run", "--silent", "types"])),
    step("unit", "the interface's pure parts", UI, Work::Program("ui", &["npm", "run", "--silent", "test"])),
    step("build", "the interface builds", UI, Work::Program("ui", &["npm", "run", "--silent", "build"])),
    step("bindings", "ui/src/bindings is what the commands say", UI, Work::Chore(|| bindings::bindings(true))),
    step("clippy", "no warnings", None, Work::Program(".", CLIPPY)),
    step("rust", "every crate's tests", None, Work::Tests(rust)),
    step("doc", "Rust's documentation builds without warnings", None, Work::Tests(doc)),
    step("e2e", "every page in a browser, on the real core", UI, Work::Tests(browser)),
    step("window", "journeys in the real window", None, Work::Tests(window)),
];

const CLIPPY: &[&str] =
    &["cargo", "clippy", "--locked", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"];

/// `cargo nextest run` where it is installed, else `cargo test`.
fn runner(args: &[&str]) -> Command {
    let words: &[&str] = if find("cargo-nextest").is_some() {
        &["cargo", "nextest", "run", "--locked", "--no-fail-fast", "--no-tests", "pass", "--status-level", "fail"]
    } else {
        &["cargo", "test", "--locked", "--quiet", "--no-fail-fast"]
    };
    command(&[words, args].concat())
}

fn rust() -> Result<Command> {
    Ok(runner(&["--workspace", "--exclude", "zhuanban-tests"]))
}

fn doc() -> Result<Command> {
    let mut doc =
        command(&["cargo", "doc", "--locked", "--workspace", "--no-deps", "--document-private-items", "--quiet"]);
    doc.env("RUSTDOCFLAGS", "-D warnings");
    Ok(doc)
}

/// Playwright starts `zhuanban serve` itself; it finds the program through `ZHUANBAN_BIN`.
fn browser() -> Result<Command> {
    run(&["cargo", "build", "--locked", "--quiet", "--package", "zhuanban-cli"])?;
    let mut tests = command(&["npm", "run", "--silent", "e2e"]);
    tests.current_dir(root().join("ui")).env("ZHUANBAN_BIN", program("zhuanban"));
    if let Some(chromium) = find("chromium") {
        tests.env("CHROMIUM", chromium);
    }
    Ok(tests)
}

/// The window under a display of its own, driven through tauri-driver.
fn window() -> Result<Command> {
    if !cfg!(target_os = "linux") {
        return Err("the window is driven on Linux only; elsewhere open it with `cargo xtask run`".into());
    }
    let driver = machine::tauri_driver()?;
    run(&["cargo", "build", "--locked", "--quiet", "--package", "zhuanban-desk"])?;
    let mut tests = runner(&["--package", "zhuanban-tests"]);
    // One window at a time: WebKit does not draw one that another covers.
    tests.env("NEXTEST_TEST_THREADS", "1").env("RUST_TEST_THREADS", "1");
    let mut display = command(&["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1366x768x24"]);
    display.arg(tests.get_program()).args(tests.get_args());
    display.envs(tests.get_envs().filter_map(|(name, value)| Some((name, value?))));
    display.env("ZHUANBAN_DESK", program("zhuanban-desk")).env("TAURI_DRIVER", driver);
    Ok(display)
}

/// A program of the debug build.
pub fn program(name: &str) -> std::path::PathBuf {
    target().join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}
