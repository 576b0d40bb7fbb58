//! Everything that guards main, in order, cheap first; each step timed, all run even when one fails.

use crate::count::{Count, count, failures};
use crate::steps::{STEPS, Step, Work};
use crate::{Result, machine, process, root};
use std::time::{Duration, Instant};

/// How one step went.
struct Done {
    name: &'static str,
    ok: bool,
    count: Count,
    /// What failed, by name.
    failures: Vec<String>,
    took: Duration,
}

pub fn test(args: &[String]) -> Result {
    if args.iter().any(|arg| arg == "--list") {
        STEPS.iter().for_each(|step| println!("{:10} {}", step.name, step.what));
        return Ok(());
    }
    if let Some(unknown) = args.iter().find(|arg| !STEPS.iter().any(|step| step.name == **arg)) {
        return Err(format!("no step {unknown}; `cargo xtask test --list` names them").into());
    }
    if args.is_empty() {
        machine::install(machine::Need::Test)?;
    }
    let wanted = STEPS.iter().filter(|step| args.is_empty() || args.iter().any(|arg| arg == step.name));
    let mut all = vec![];
    for step in wanted {
        if let Some(folder) = step.needs.filter(|folder| !root().join(folder).exists()) {
            println!("── {}: nothing to do, there is no {folder}", step.name);
            continue;
        }
        all.push(one(step));
    }
    close(&all)
}

fn one(step: &'static Step) -> Done {
    println!("── {}: {}", step.name, step.what);
    let begun = Instant::now();
    let (ok, text) = match step.work {
        Work::Chore(chore) => said(chore().map(|()| (true, String::new()))),
        Work::Program(folder, words) => said(process::hear(
            process::command(words).current_dir(root().join(folder)).env("NO_COLOR", "1").env("CI", "true"),
        )),
        Work::Tests(make) => {
            said(make().and_then(|mut command| process::hear(command.env("NO_COLOR", "1").env("CI", "true"))))
        }
    };
    let count = if ok { count(&text) } else { failed(count(&text)) };
    let failures = if ok { vec![] } else { failures(&text) };
    Done { name: step.name, ok, count, failures, took: begun.elapsed() }
}

fn said(done: Result<(bool, String)>) -> (bool, String) {
    done.unwrap_or_else(|error| {
        println!("{error}");
        (false, String::new())
    })
}

/// A failed step counts as at least one failure, also when it runs no tests of its own.
fn failed(count: Count) -> Count {
    Count { failed: count.failed.max(1), ..count }
}

fn close(all: &[Done]) -> Result {
    println!("──");
    let mut sum = Count::default();
    for done in all {
        let Count { passed, failed } = done.count;
        let tests = if passed + failed == 0 { String::new() } else { format!("{passed} passed, {failed} failed") };
        println!(
            "{:4} {:10} {:7.1} s  {tests}",
            if done.ok { "ok" } else { "FAIL" },
            done.name,
            done.took.as_secs_f64()
        );
        sum += done.count;
    }
    all.iter().for_each(|done| done.failures.iter().for_each(|line| println!("{}: {line}", done.name)));
    println!("{} passed, {} failed", sum.passed, sum.failed);
    if all.iter().all(|done| done.ok) { Ok(()) } else { std::process::exit(1) }
}
