//! zhuanban.exe, built here for Windows and run under wine: what it says about our ledgers must be what this machine says.

use crate::process::{command, find, run};
use crate::{Result, machine, root, target};
use std::path::{Path, PathBuf};

const TRIPLE: &str = "x86_64-pc-windows-gnu";
const LEDGERS: &str = "tests/ledgers";

/// Wine 8 lacks this library; Rust's standard library asks it for random bytes. A test aid, never shipped.
const SHIM: &str = "#include <windows.h>\n#include <ntsecapi.h>\n\
                    __declspec(dllexport) BOOL ProcessPrng(PBYTE data, SIZE_T length) { return RtlGenRandom(data, (ULONG)length); }\n";

pub fn windows() -> Result {
    machine::apt(&["mingw-w64"])?;
    run(&["rustup", "target", "add", TRIPLE])?;
    run(&["cargo", "build", "--locked", "--release", "--package", "zhuanban-cli", "--target", TRIPLE])?;
    let exe = target().join(TRIPLE).join("release/zhuanban.exe");
    println!("built {}", exe.display());
    let Some(wine) = wine() else {
        println!("wine is not to be had here: built, not run");
        return Ok(());
    };
    shim(exe.parent().expect("in a folder"))?;
    run(&["cargo", "build", "--locked", "--release", "--package", "zhuanban-cli"])?;
    compare(&wine, &exe, &target().join("release/zhuanban"))
}

fn wine() -> Option<PathBuf> {
    let there = || ["/usr/lib/wine/wine64", "/usr/bin/wine64"].iter().map(PathBuf::from).find(|path| path.exists());
    let installed = || machine::apt(&["wine", "wine64"]).map_err(|error| println!("{error}")).ok();
    find("wine64").or_else(there).or_else(|| installed().and_then(|()| there()))
}

fn shim(folder: &Path) -> Result {
    let (source, dll) = (folder.join("prng.c"), folder.join("bcryptprimitives.dll"));
    std::fs::write(&source, SHIM)?;
    run(&["x86_64-w64-mingw32-gcc", "-shared", "-o", &dll.to_string_lossy(), &source.to_string_lossy(), "-ladvapi32"])
}

/// Reads every ledger with both programs and holds what they print side by side.
fn compare(wine: &Path, exe: &Path, native: &Path) -> Result {
    let folder = target().join("windows");
    let mut differ = vec![];
    let mut count = 0;
    for file in ledgers(&root().join(LEDGERS))? {
        count += 1;
        let theirs = said(command(&[&wine.to_string_lossy(), &exe.to_string_lossy()]), &folder.join("wine"), &file)?;
        let ours = said(command(&[&native.to_string_lossy()]), &folder.join("native"), &file)?;
        if ours.is_empty() {
            return Err(format!("{}: nothing was read, so nothing is compared", file.display()).into());
        }
        if theirs != ours {
            differ.push(file.display().to_string());
        }
    }
    println!("{count} ledgers read on both");
    if differ.is_empty() { Ok(()) } else { Err(format!("not the same under Windows: {}", differ.join(", ")).into()) }
}

/// What `import --dry-run --json` prints on a new desk on a fixed day.
fn said(mut program: std::process::Command, data: &Path, file: &Path) -> Result<Vec<u8>> {
    if data.exists() {
        std::fs::remove_dir_all(data)?;
    }
    std::fs::create_dir_all(data)?;
    program.env("WINEDEBUG", "-all").env("WINEPREFIX", target().join("windows/prefix"));
    let begin = ["init", "--office", "专班", "--person", "王敏"];
    let read = ["--now", "2022-03-28", "import", "--dry-run", "--json"];
    let mut first = std::process::Command::new(program.get_program());
    first.args(program.get_args()).envs(program.get_envs().filter_map(|(k, v)| Some((k, v?))));
    first.arg("--data").arg(data).args(begin).output()?;
    Ok(program.arg("--data").arg(data).args(read).arg(file).output()?.stdout)
}

fn ledgers(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .map_err(|e| format!("{}: {e}", folder.display()))?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<std::io::Result<_>>()?;
    files.retain(|path| path.extension().is_some_and(|ext| ["xlsx", "xls", "csv"].iter().any(|kind| ext == *kind)));
    files.sort();
    Ok(files)
}
