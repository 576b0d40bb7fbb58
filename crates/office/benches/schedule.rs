//! The schedule of approvals, alternately with what does less: `cargo bench -p zhuanban-office --bench schedule -- pass`.
//!
//! `pass`: one list of 5,000 and of 100,000 items, planned by the program and by a bare pass over whole numbers.
//! `rows FOLDER PYTHON`: desks of as many approvals, made in FOLDER where they are not there yet, from their rows to a plan of each
//! project; and a script of PYTHON, which has networkx, over the same file. What a script needs to begin is not measured.
//! One line each: kind, ratio, our and the bare median in milliseconds, how large.

#[path = "schedule/pass.rs"]
mod pass;
#[path = "schedule/rows.rs"]
mod rows;

/// The program's own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["pass"] => pass::measure(),
        ["rows", folder, python] => rows::measure(folder.as_ref(), python),
        _ => {}
    }
}

/// Milliseconds a side works in each turn: a core that slept takes some until it has its speed.
const TURN_MS: f64 = 100.0;

/// What a side takes, as the median of as many runs as fill its turn.
fn turn(run: &mut impl FnMut() -> f64) -> f64 {
    let mut times = vec![];
    while times.is_empty() || times.iter().sum::<f64>() < TURN_MS {
        times.push(run());
    }
    median(times)
}

/// Medians of both sides, each in turn, after one round that nobody counts.
fn alternately(runs: usize, kind: &str, size: &str, mut ours: impl FnMut() -> f64, mut bare: impl FnMut() -> f64) {
    let (mut a, mut b) = (vec![], vec![]);
    for run in 0..=runs {
        let times = (turn(&mut bare), turn(&mut ours));
        if run > 0 {
            b.push(times.0);
            a.push(times.1);
        }
    }
    let (a, b) = (median(a), median(b));
    println!("{kind} {:.2} {a:.3} {b:.3} {size}", a / b);
}

/// Milliseconds that something takes.
fn time<T>(job: impl FnOnce() -> T) -> f64 {
    let begun = std::time::Instant::now();
    drop(std::hint::black_box(job()));
    begun.elapsed().as_secs_f64() * 1000.0
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
