//! From a fresh checkout to an open desk, with one command.

use crate::process::{command, run_in};
use crate::{Result, machine, root};

pub fn run(args: &[String]) -> Result {
    let (ours, theirs) = match args.iter().position(|arg| arg == "--") {
        Some(at) => (&args[..at], &args[at + 1..]),
        None => (args, &[][..]),
    };
    let window = has_display() && !ours.iter().any(|arg| arg == "--serve");
    machine::install(machine::Need::Run)?;
    if root().join("ui/package.json").exists() {
        machine::npm()?;
        run_in("ui", &["npm", "run", "--silent", "build"])?;
    }
    let words: &[&str] = if window {
        &["cargo", "run", "--package", "zhuanban-desk", "--"]
    } else {
        println!("no display: opening browser mode instead of the window");
        &["cargo", "run", "--package", "zhuanban-cli", "--", "serve"]
    };
    let status = command(words).args(theirs).status()?;
    if status.success() { Ok(()) } else { Err("the desk closed with an error".into()) }
}

fn has_display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
