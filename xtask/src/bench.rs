//! Import, the ledger grid, the board of approvals, the schedule and the window measured against their limits, alternately and in the same run: ratios gate, absolute numbers are only told.

use crate::process::{command, find, hear, run, run_in};
use crate::{Result, machine, root, target};
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const RUNS: usize = 3;

/// One run of a program.
#[derive(Clone, Copy, Debug)]
struct Run {
    seconds: f64,
    peak_mib: f64,
    /// Until it first said how far it is.
    first_word: f64,
}

pub fn bench() -> Result {
    let bounds: toml::Table = std::fs::read_to_string(root().join("benches/limits.toml"))?.parse()?;
    let bound =
        |name: &str| bounds["import"][name].as_float().or(bounds["import"][name].as_integer().map(|n| n as f64));
    let programs = Programs::build()?;
    let folder = target().join("bench");
    std::fs::create_dir_all(&folder)?;
    let ledger = programs.ledger(&bounds, &folder)?;
    let (mut limit, mut ours) = (vec![], vec![]);
    for _ in 0..RUNS {
        limit.push(measure(&mut programs.limit_import(&ledger, &folder))?);
        ours.push(measure(&mut programs.our_import(&ledger, &folder)?)?);
    }
    let (limit, ours) = (median(&limit), median(&ours));
    println!("limit  {:7.2} s  {:6.0} MiB", limit.seconds, limit.peak_mib);
    println!("ours   {:7.2} s  {:6.0} MiB  first progress after {:.2} s", ours.seconds, ours.peak_mib, ours.first_word);
    let measured =
        [("ratio", ours.seconds / limit.seconds), ("peak_mib", ours.peak_mib), ("first_progress_s", ours.first_word)];
    let mut over = vec![];
    for (name, value) in measured {
        let most = bound(name).ok_or_else(|| format!("limits.toml has no {name}"))?;
        println!("{} {name} {value:.2}, at most {most}", if value <= most { "ok  " } else { "OVER" });
        if value > most {
            over.push(name);
        }
    }
    over.extend(grid(&bounds, &folder.join("desk"))?);
    over.extend(board(&bounds, &programs, &folder)?);
    over.extend(schedule(&bounds, &folder)?);
    over.extend(window(&bounds, &programs, &folder, &ledger)?);
    if over.is_empty() { Ok(()) } else { Err(format!("over the limit: {}", over.join(", ")).into()) }
}

/// The ledger grid on the desk that was just imported; the worst question of each kind counts.
fn grid(bounds: &toml::Table, desk: &Path) -> Result<Vec<&'static str>> {
    asked("grid", &[desk.as_os_str()], &bounds["grid"], &["rows", "search", "cells"])
}

/// The board of approvals on a desk of its own, whose projects get their approvals first.
fn board(bounds: &toml::Table, programs: &Programs, folder: &Path) -> Result<Vec<&'static str>> {
    let projects = bounds["approvals"]["projects"].as_integer().ok_or("limits.toml has no projects of approvals")?;
    let ledger = programs.ledger_of(bounds, projects, folder)?;
    let desk = folder.join("approvals");
    measure(&mut programs.import_into(&ledger, &desk)?)?;
    asked("grid", &[desk.as_os_str(), "board".as_ref()], &bounds["approvals"], &["board"])
}

/// The schedule: a desk's rows against a script over networkx, and one long list against a bare pass.
fn schedule(bounds: &toml::Table, folder: &Path) -> Result<Vec<&'static str>> {
    let (desks, python) = (folder.join("schedule"), machine::networkx()?);
    if desks.exists() {
        std::fs::remove_dir_all(&desks)?;
    }
    let rows = ["rows".as_ref(), desks.as_os_str(), python.as_os_str()];
    let mut over = asked("schedule", &rows, &bounds["schedule"], &["rows"])?;
    over.extend(asked("schedule", &["pass".as_ref()], &bounds["schedule"], &["pass"])?);
    Ok(over)
}

/// Runs a bench with these words, and its answers of these kinds against their bounds.
fn asked(bench: &str, words: &[&OsStr], bounds: &toml::Value, kinds: &[&'static str]) -> Result<Vec<&'static str>> {
    let run = ["cargo", "bench", "--quiet", "--locked", "--package", "zhuanban-office", "--bench", bench, "--"];
    let (_, said) = hear(command(&run).args(words))?;
    let mut over = vec![];
    for kind in kinds {
        let of = said
            .lines()
            .filter_map(|line| line.strip_prefix(kind)?.strip_prefix(' '))
            .inspect(|line| println!("{kind} {line}"));
        let ratios: Vec<f64> = of.filter_map(|line| line.split(' ').next()?.parse().ok()).collect();
        let worst = ratios.iter().copied().fold(0.0, f64::max);
        let most = bounds[*kind].as_float().ok_or_else(|| format!("limits.toml has no {kind}"))?;
        if ratios.is_empty() {
            return Err(format!("the bench said nothing of {kind}").into());
        }
        println!("{} {kind} {worst:.2}, at most {most}", if worst <= most { "ok  " } else { "OVER" });
        if worst > most {
            over.push(*kind);
        }
    }
    Ok(over)
}

/// The window on a small ledger and on the large one, against a bare window; and what LibreOffice holds with the large one open.
fn window(bounds: &toml::Table, programs: &Programs, folder: &Path, large: &Path) -> Result<Vec<&'static str>> {
    if !cfg!(target_os = "linux") {
        println!("the window is measured on Linux only");
        return Ok(vec![]);
    }
    let number =
        |name: &str| bounds["window"][name].as_float().or(bounds["window"][name].as_integer().map(|n| n as f64));
    let most = number("ratio").ok_or("limits.toml has no ratio of the window")?;
    let small = programs.ledger_of(bounds, number("small").ok_or("limits.toml has no small window")? as i64, folder)?;
    let desk = folder.join("small");
    measure(&mut programs.import_into(&small, &desk)?)?;
    machine::npm()?;
    run_in("ui", &["npm", "run", "--silent", "build"])?;
    run(&[
        "cargo",
        "build",
        "--release",
        "--locked",
        "--quiet",
        "--package",
        "zhuanban-desk",
        "--example",
        "bare",
        "--bins",
    ])?;
    run(&["cargo", "build", "--release", "--locked", "--quiet", "--package", "zhuanban-tests", "--bin", "paint"])?;
    let release = target().join("release");
    let paint = || {
        let mut paint = command(&["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1366x768x24"]);
        paint.arg(release.join("paint"));
        paint
    };
    let mut ours = paint();
    ours.arg(release.join("examples/bare")).arg(release.join("zhuanban-desk"));
    ours.arg(format!("small={}", desk.display())).arg(format!("large={}", folder.join("desk").display()));
    let (done, said) = hear(ours.env("TAURI_DRIVER", machine::tauri_driver()?))?;
    if !done {
        return Err("the window could not be measured".into());
    }
    let ratio = |line: &str| line.strip_prefix("window ")?.split(' ').nth(1)?.parse::<f64>().ok();
    let worst = said.lines().filter_map(ratio).fold(0.0, f64::max);
    println!("{} window {worst:.2}, at most {most}", if worst <= most { "ok  " } else { "OVER" });
    if let Some(soffice) = find("soffice") {
        hear(paint().arg("office").arg(soffice).arg(large))?;
    }
    Ok(if worst <= most { vec![] } else { vec!["window"] })
}

struct Programs {
    limits: PathBuf,
    zhuanban: PathBuf,
}

impl Programs {
    fn build() -> Result<Self> {
        let target = target();
        let limits = target.join("limits");
        run(&["cargo", "build", "--release", "--locked", "--quiet", "--package", "zhuanban-cli"])?;
        let words =
            ["cargo", "build", "--release", "--locked", "--quiet", "--manifest-path", "benches/limits/Cargo.toml"];
        if !command(&words).env("CARGO_TARGET_DIR", &limits).status()?.success() {
            return Err("the limit programs do not build".into());
        }
        Ok(Self { limits: limits.join("release"), zhuanban: target.join("release/zhuanban") })
    }

    /// The ledger, made once: the same seed gives the same cells.
    fn ledger(&self, bounds: &toml::Table, folder: &Path) -> Result<PathBuf> {
        self.ledger_of(bounds, bounds["ledger"]["rows"].as_integer().unwrap_or_default(), folder)
    }

    fn ledger_of(&self, bounds: &toml::Table, rows: i64, folder: &Path) -> Result<PathBuf> {
        let (rows, seed) = (rows.to_string(), bounds["ledger"]["seed"].as_integer().unwrap_or_default().to_string());
        let path = folder.join(format!("ledger-{rows}-{seed}.xlsx"));
        if !path.exists() {
            let status = Command::new(self.limits.join("ledger")).arg(&rows).arg(&path).arg(&seed).status()?;
            if !status.success() {
                return Err("the ledger could not be made".into());
            }
        }
        Ok(path)
    }

    fn limit_import(&self, ledger: &Path, folder: &Path) -> Command {
        let mut limit = Command::new(self.limits.join("import"));
        limit.arg(ledger).arg(folder.join("limit.db"));
        limit
    }

    /// Ours, into a new desk each time.
    fn our_import(&self, ledger: &Path, folder: &Path) -> Result<Command> {
        self.import_into(ledger, &folder.join("desk"))
    }

    fn import_into(&self, ledger: &Path, data: &Path) -> Result<Command> {
        if data.exists() {
            std::fs::remove_dir_all(data)?;
        }
        let begin = ["init", "--office", "省要素保障专班", "--person", "王敏", "--region", "420000"];
        let begun = Command::new(&self.zhuanban).arg("--data").arg(data).args(begin).stdout(Stdio::null()).status()?;
        if !begun.success() {
            return Err("a new desk could not be set up".into());
        }
        let mut ours = Command::new(&self.zhuanban);
        ours.arg("--data").arg(data).args(["import", "--skip-errors", "--duplicates", "new"]).arg(ledger);
        Ok(ours)
    }
}

/// Runs a program to its end; its memory is read while it lives.
fn measure(program: &mut Command) -> Result<Run> {
    let begun = Instant::now();
    let mut child = program.stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?;
    let words = BufReader::new(child.stderr.take().expect("piped"));
    let listen = std::thread::spawn(move || {
        let mut first = None;
        for line in words.lines().map_while(|line| line.ok()) {
            first.get_or_insert(begun.elapsed().as_secs_f64());
            if line.contains("panicked") {
                eprintln!("{line}");
            }
        }
        first
    });
    let mut peak_mib: f64 = 0.0;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        peak_mib = peak_mib.max(peak(child.id()));
        std::thread::sleep(Duration::from_millis(5));
    };
    let seconds = begun.elapsed().as_secs_f64();
    let first_word = listen.join().map_err(|_| "nobody listened")?.unwrap_or(seconds);
    // 2 is done with findings: a made-up ledger has some.
    if !status.success() && status.code() != Some(2) {
        return Err(format!("{program:?} failed: {status}").into());
    }
    Ok(Run { seconds, peak_mib, first_word })
}

/// The most memory a living process has held, in MiB; 0 where the system does not tell.
fn peak(id: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib: Option<f64> = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
    kib.unwrap_or(0.0) / 1024.0
}

/// The middle of each measure by itself.
fn median(runs: &[Run]) -> Run {
    let middle = |of: fn(&Run) -> f64| {
        let mut values: Vec<f64> = runs.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    Run { seconds: middle(|r| r.seconds), peak_mib: middle(|r| r.peak_mib), first_word: middle(|r| r.first_word) }
}
