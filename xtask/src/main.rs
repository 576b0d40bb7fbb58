//! Chores of the repository: `cargo xtask NAME`. One module a chore; nothing here is shipped.

mod bench;
mod bindings;
mod count;
mod deny;
mod icons;
mod machine;
mod process;
mod run;
mod steps;
mod test;
mod tidy;
mod windows;

use std::path::PathBuf;
use std::process::ExitCode;

pub type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

const USAGE: &str = "cargo xtask CHORE

  run [--serve] [-- ARGS]   install what is missing, build, open the window (or browser mode without a display)
  test [STEP…]              everything that guards main, cheap first; `test --list` names the steps
  tidy                      arrows between crates, size ceilings, words, released migrations, coverage
  bindings [--check]        write ui/src/bindings from the commands' types, or say whether they are current
  bench                     measure import against its limit on a ledger of 100,000 rows
  windows                   build zhuanban.exe and compare it with this machine's, under wine
  icons                     draw every icon size from icons/icon.svg
  install                   install what building and testing need on this machine";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let rest = args.get(1..).unwrap_or_default();
    let done = match args.first().map(String::as_str) {
        Some("run") => run::run(rest),
        Some("test") => test::test(rest),
        Some("tidy") => tidy::tidy(),
        Some("bindings") => bindings::bindings(rest.iter().any(|a| a == "--check")),
        Some("bench") => bench::bench(),
        Some("windows") => windows::windows(),
        Some("icons") => icons::icons(),
        Some("install") => machine::install(machine::Need::Test),
        _ => Err(USAGE.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The root of the checkout.
fn root() -> PathBuf {
    let package =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    package.parent().expect("xtask stands in the root").to_path_buf()
}

/// Where cargo puts what it builds.
fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// Where tools that outlive a checkout are kept: `$ZHUANBAN_CACHE`, else the home's cache, else the target folder.
fn tools() -> PathBuf {
    let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE")).map(PathBuf::from);
    let cache = std::env::var_os("ZHUANBAN_CACHE").map(PathBuf::from);
    let folder = cache.or_else(|| home.map(|h| h.join(".cache").join("zhuanban"))).map(|c| c.join("tools"));
    match folder {
        Some(folder) if std::fs::create_dir_all(&folder).is_ok() => folder,
        _ => target().join("tools"),
    }
}
