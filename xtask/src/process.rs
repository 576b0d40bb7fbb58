//! Starting other programs: shown, checked, and heard where their words are counted.

use crate::{Result, root};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};

/// A command in the root of the checkout. `npm` and friends are scripts on Windows and need their extension.
pub fn command(words: &[&str]) -> Command {
    let name =
        if cfg!(windows) && matches!(words[0], "npm" | "npx") { format!("{}.cmd", words[0]) } else { words[0].into() };
    let mut command = Command::new(name);
    command.args(&words[1..]).current_dir(root());
    command
}

/// Runs and fails with the command's own words when it fails.
pub fn run(words: &[&str]) -> Result {
    check(&mut command(words), words)
}

/// Runs in a folder below the root.
pub fn run_in(folder: &str, words: &[&str]) -> Result {
    check(command(words).current_dir(root().join(folder)), words)
}

fn check(command: &mut Command, words: &[&str]) -> Result {
    let status = command.status().map_err(|e| format!("{}: {e}", words[0]))?;
    if status.success() { Ok(()) } else { Err(format!("failed: {}", words.join(" ")).into()) }
}

/// Runs silently and returns what it printed.
pub fn output(words: &[&str]) -> Result<String> {
    let out = command(words).stderr(Stdio::inherit()).output().map_err(|e| format!("{}: {e}", words[0]))?;
    if !out.status.success() {
        return Err(format!("failed: {}", words.join(" ")).into());
    }
    Ok(String::from_utf8(out.stdout)?)
}

/// Runs, passes its words on as they come and keeps a copy. Returns whether it succeeded, and the copy.
pub fn hear(command: &mut Command) -> Result<(bool, String)> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let heard = Arc::new(Mutex::new(String::new()));
    let pipes: [Box<dyn Read + Send>; 2] =
        [Box::new(child.stdout.take().expect("piped")), Box::new(child.stderr.take().expect("piped"))];
    let threads = pipes.map(|pipe| {
        let heard = heard.clone();
        std::thread::spawn(move || {
            for line in BufReader::new(pipe).split(b'\n').map_while(|line| line.ok()) {
                let line = String::from_utf8_lossy(&line).into_owned();
                // A closed terminal must not stop the step.
                let _ = writeln!(std::io::stdout(), "{line}");
                let mut heard = heard.lock().expect("no thread panics here");
                heard.push_str(&line);
                heard.push('\n');
            }
        })
    });
    let status = child.wait()?;
    for thread in threads {
        thread.join().map_err(|_| "a pipe broke")?;
    }
    let heard = heard.lock().expect("no thread panics here").clone();
    Ok((status.success(), heard))
}

/// Where a program is, when it is on the path.
pub fn find(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let paths = std::env::var_os("PATH")?;
    std::env::split_paths(&paths).map(|folder| folder.join(&file)).find(|path| path.is_file())
}
