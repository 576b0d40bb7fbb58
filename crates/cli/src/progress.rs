//! Saying how far a long command is, on standard error.

use crate::words::Lang;
use serde_json::Value;
use std::io::{IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use zhuanban_core::api::Reply;
use zhuanban_core::job::{JobState, Phase};
use zhuanban_core::{Caller, Desk, Fault};

/// The name under which the command's job is watched.
pub const JOB: &str = "cli";

/// Runs a command whose input names [`JOB`] and shows how far it is.
pub fn call(desk: &Arc<Desk>, caller: &Caller, name: &str, input: Value, lang: Lang) -> Result<Reply, Fault> {
    let done = Arc::new(AtomicBool::new(false));
    let watch = std::thread::spawn({
        let (desk, done) = (desk.clone(), done.clone());
        move || watch(&desk, &done, lang)
    });
    let reply = crate::call(desk, caller, name, input);
    done.store(true, Ordering::Relaxed);
    // A panic of the watcher must not hide the answer.
    let _ = watch.join();
    reply
}

fn watch(desk: &Desk, done: &AtomicBool, lang: Lang) {
    let terminal = std::io::stderr().is_terminal();
    let mut said = String::new();
    while !done.load(Ordering::Relaxed) {
        if let Some(state) = desk.jobs.find(JOB).map(|job| job.state()) {
            let line = line(&state, lang, terminal);
            if line != said {
                say(&line, terminal);
                said = line;
            }
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    if terminal && !said.is_empty() {
        eprintln!();
    }
}

fn say(line: &str, terminal: bool) {
    // On a terminal the line is drawn over; in a file each phase is a line of its own.
    let shown = if terminal { format!("\r\u{1b}[K{line}") } else { format!("{line}\n") };
    let _ = std::io::stderr().write_all(shown.as_bytes());
}

fn line(state: &JobState, lang: Lang, with_counts: bool) -> String {
    let (zh, en) = match state.phase {
        Phase::Starting => ("准备", "starting"),
        Phase::Reading => ("读取", "reading"),
        Phase::Understanding => ("识别", "understanding"),
        Phase::Matching => ("比对", "matching"),
        Phase::Writing => ("写入", "writing"),
        Phase::Finishing => ("收尾", "finishing"),
    };
    let phase = lang.pick(zh, en);
    match (with_counts, state.all) {
        (false, _) => phase.into(),
        (true, 0) if state.done == 0 => phase.into(),
        (true, 0) => format!("{phase} {}", state.done),
        (true, all) => format!("{phase} {} / {all}", state.done),
    }
}
