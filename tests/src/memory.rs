//! What a program and everything it started hold in memory, as Linux tells it.

use std::collections::HashMap;
use std::path::Path;

/// Ticks of `/proc/ID/stat` in a second, on every Linux we measure on.
const TICKS: f64 = 100.0;

/// The newest living process of a program.
#[must_use]
pub fn newest(program: &Path) -> Option<u32> {
    let program = program.canonicalize().ok()?;
    let runs = |id: &u32| std::fs::read_link(format!("/proc/{id}/exe")).is_ok_and(|exe| exe == program);
    processes().filter(runs).max_by(|a, b| started(*a).total_cmp(&started(*b)))
}

/// How long a process has lived, in seconds, to a hundredth.
#[must_use]
pub fn age(id: u32) -> f64 {
    let up = std::fs::read_to_string("/proc/uptime").unwrap_or_default();
    let up: f64 = up.split(' ').next().and_then(|word| word.parse().ok()).unwrap_or(0.0);
    up - started(id)
}

/// MiB held by a process and its descendants; pages shared with others count by their share.
#[must_use]
pub fn held(root: u32) -> f64 {
    family(root).into_iter().map(share).sum::<f64>() / 1024.0
}

/// A process and its living descendants.
fn family(root: u32) -> Vec<u32> {
    let parents: HashMap<u32, u32> = processes().filter_map(|id| Some((id, field(id, 4)? as u32))).collect();
    let below = |mut id: u32| loop {
        if id == root {
            return true;
        }
        match parents.get(&id) {
            Some(&parent) if parent > 1 => id = parent,
            _ => return false,
        }
    };
    parents.keys().copied().filter(|id| below(*id)).collect()
}

fn processes() -> impl Iterator<Item = u32> {
    let entries = std::fs::read_dir("/proc").into_iter().flatten();
    entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
}

/// Seconds after the machine was started.
fn started(id: u32) -> f64 {
    field(id, 22).unwrap_or(0.0) / TICKS
}

/// A field of `/proc/ID/stat`, counted from 1; the second, the name, may hold blanks and stands in brackets.
fn field(id: u32, number: usize) -> Option<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let (_, rest) = stat.rsplit_once(')')?;
    rest.split_whitespace().nth(number.checked_sub(3)?)?.parse().ok()
}

/// KiB of a process, shared pages shared out.
fn share(id: u32) -> f64 {
    let rollup = std::fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_test_holds_memory_and_has_lived() {
        let (id, program) = (std::process::id(), std::env::current_exe().unwrap());
        assert!(held(id) > 0.5, "{}", held(id));
        assert!(newest(&program).is_some());
        std::thread::sleep(std::time::Duration::from_millis(30));
        assert!((0.01..600.0).contains(&age(id)), "{}", age(id));
    }
}
