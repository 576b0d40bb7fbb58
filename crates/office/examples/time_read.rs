use std::time::Instant;
fn main() {
    let path = std::path::PathBuf::from(std::env::args().nth(1).unwrap());
    let t = Instant::now();
    let mut n = 0u64;
    let mut first = None;
    let mut faults = 0;
    let u = zhuanban_office::read(&path, &Default::default(), &Default::default(), |row| {
        n += 1;
        faults += row.faults.len();
        first.get_or_insert(t.elapsed());
        std::hint::black_box(row);
        Ok(())
    })
    .unwrap();
    println!(
        "rows {n} faults {faults} first {:?} total {:?} skipped {}",
        first,
        t.elapsed(),
        u.sheets[0].skipped.len()
    );
    for c in &u.sheets[0].columns {
        print!("{}={:?} ", c.heading, c.field);
    }
    println!();
    let s = std::fs::read_to_string("/proc/self/status").unwrap();
    println!("{}", s.lines().find(|l| l.starts_with("VmHWM")).unwrap());
}
