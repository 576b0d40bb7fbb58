//! How soon a window shows what it is opened for, against a bare one, and what it then holds; run by `cargo xtask bench`.
//!
//! `paint BARE DESK NAME=FOLDER …` opens the bare window and ours on each desk folder alternately, and prints a line each:
//! `window NAME RATIO (OURS s against BARE s), READY, MEMORY`. The page marks the moments: the frame after the one with its
//! first rows, and the frame after the one with the page that can be worked in.
//!
//! `paint office SOFFICE FILE` opens a workbook in LibreOffice and prints the most that holds.

use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use zhuanban_tests::{Window, memory};

const RUNS: usize = 5;

/// One opening of a window.
struct Opened {
    /// From the start of the process until there is something to see.
    seconds: f64,
    /// Until it can be worked in.
    ready: f64,
    /// Of the process and all it started, shared pages shared out.
    mib: f64,
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [mode, soffice, file] = words.as_slice()
        && mode == "office"
    {
        return office(Path::new(soffice), file);
    }
    let [bare, desk, desks @ ..] = words.as_slice() else { panic!("paint BARE DESK NAME=FOLDER …") };
    let empty = tempfile::tempdir().expect("a folder");
    for named in desks {
        let (name, folder) = named.split_once('=').expect("NAME=FOLDER");
        let (mut limit, mut ours) = (vec![], vec![]);
        for _ in 0..RUNS {
            limit.push(open(Path::new(bare), empty.path(), "painted"));
            ours.push(open(Path::new(desk), &PathBuf::from(folder), "ready"));
        }
        let (limit, ours) = (middle(&limit), middle(&ours));
        println!(
            "window {name} {:.2} ({:.2} s against {:.2} s), ready after {:.2} s, {:.0} MiB against {:.0} MiB",
            ours.seconds / limit.seconds,
            ours.seconds,
            limit.seconds,
            ours.ready,
            ours.mib,
            limit.mib
        );
    }
}

/// `last` is the mark of what it is opened for.
fn open(program: &Path, data: &Path, last: &str) -> Opened {
    let window = Window::open_program(program, data, &[]);
    let marked = "const mark = performance.getEntriesByName(arguments[0])[0]; return mark ? performance.timeOrigin + mark.startTime : null";
    let painted = window.until(marked, json!(["painted"])).as_f64().expect("a time");
    let ready = window.until(marked, json!([last])).as_f64().expect("a time");
    let id = memory::newest(program).expect("the program runs");
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs_f64();
    let since = |mark: f64| mark / 1000.0 - (now - memory::age(id));
    Opened { seconds: since(painted), ready: since(ready), mib: memory::held(id) }
}

/// The middle of each measure by itself.
fn middle(runs: &[Opened]) -> Opened {
    let of = |measure: fn(&Opened) -> f64| {
        let mut values: Vec<f64> = runs.iter().map(measure).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    Opened { seconds: of(|run| run.seconds), ready: of(|run| run.ready), mib: of(|run| run.mib) }
}

/// The most LibreOffice holds while it has a workbook open: it writes it as text, so that it needs no screen and ends by itself.
fn office(soffice: &Path, file: &str) {
    let profile = tempfile::tempdir().expect("a folder");
    let own = format!("-env:UserInstallation=file://{}", profile.path().display());
    let out = profile.path().display().to_string();
    let words = [&own, "--headless", "--norestore", "--convert-to", "csv", "--outdir", &out, file];
    let mut child = Command::new(soffice).args(words).stdout(Stdio::null()).spawn().expect("LibreOffice starts");
    let mut most: f64 = 0.0;
    while child.try_wait().expect("it can be waited for").is_none() {
        most = most.max(memory::held(child.id()));
        std::thread::sleep(Duration::from_millis(200));
    }
    println!("LibreOffice with the same ledger open: {most:.0} MiB");
}
