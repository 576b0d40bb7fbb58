//! What building and testing need on this machine, and installing it where that can be done without asking.

use crate::process::{command, find, output, run, run_in};
use crate::{Result, root, tools};
use std::path::PathBuf;

/// How much is wanted: enough to run, or enough to test.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Run,
    Test,
}

const BUILD_PACKAGES: &[&str] =
    &["build-essential", "pkg-config", "libwebkit2gtk-4.1-dev", "librsvg2-dev", "libxdo-dev", "fonts-noto-cjk"];
const TEST_PACKAGES: &[&str] = &["webkit2gtk-driver", "xvfb", "xauth", "chromium", "libreoffice-calc-nogui"];

/// Installs what is missing, or names it where only a person can.
pub fn install(need: Need) -> Result {
    node()?;
    if find("dpkg-query").is_some() {
        let wanted =
            if need == Need::Test { [BUILD_PACKAGES, TEST_PACKAGES].concat() } else { BUILD_PACKAGES.to_vec() };
        return apt(&wanted);
    }
    let hint = if cfg!(windows) {
        "needed here: Visual Studio Build Tools (C++ workload) and the WebView2 runtime, which Windows 10 and 11 bring along"
    } else if cfg!(target_os = "macos") {
        "needed here: the Xcode command line tools (xcode-select --install)"
    } else {
        "needed here: webkit2gtk 4.1, librsvg and libxdo with their development files, and Noto Sans CJK"
    };
    println!("{hint}");
    Ok(())
}

fn node() -> Result {
    if find("npm").is_some() || (cfg!(windows) && command(&["npm", "--version"]).output().is_ok()) {
        return Ok(());
    }
    Err("Node.js 20.19 or newer with npm is missing; install it and run this again".into())
}

/// Installs the Debian packages among `wanted` that are not there, as root or through sudo.
pub fn apt(wanted: &[&str]) -> Result {
    let missing: Vec<&str> = wanted.iter().copied().filter(|name| !installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let root = output(&["id", "-u"])?.trim() == "0";
    if !root && find("sudo").is_none() {
        return Err(format!("missing packages, install them as root: apt-get install {}", missing.join(" ")).into());
    }
    let before: &[&str] = if root { &[] } else { &["sudo"] };
    let env = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"];
    println!("installing {}", missing.join(" "));
    run(&[before, &env, &["update"]].concat())?;
    run(&[before, &env, &["install", "--no-install-recommends"], &missing].concat())
}

fn installed(package: &str) -> bool {
    command(&["dpkg-query", "-W", "-f", "${db:Status-Status}", package])
        .stderr(std::process::Stdio::null())
        .output()
        .is_ok_and(|out| out.stdout == b"installed")
}

/// Fetches the interface's packages when the lock file is newer than what is there.
pub fn npm() -> Result {
    let stamp = root().join("ui/node_modules/.package-lock.json");
    let age = |path: PathBuf| path.metadata().and_then(|m| m.modified()).ok();
    if age(stamp) >= age(root().join("ui/package-lock.json")) {
        return Ok(());
    }
    run_in("ui", &["npm", "ci", "--no-audit", "--no-fund"])
}

/// The bridge between WebDriver and the window; built once and kept beside other tools.
pub fn tauri_driver() -> Result<PathBuf> {
    if let Some(path) = find("tauri-driver") {
        return Ok(path);
    }
    let folder = tools();
    let path = folder.join("bin").join(format!("tauri-driver{}", std::env::consts::EXE_SUFFIX));
    if !path.is_file() {
        let shown = folder.to_string_lossy().into_owned();
        let mut install =
            command(&["cargo", "install", "tauri-driver", "--version", "^2", "--locked", "--root", &shown]);
        let status = install.env("CARGO_TARGET_DIR", folder.join("build")).status()?;
        if !status.success() {
            return Err("tauri-driver could not be installed".into());
        }
    }
    Ok(path)
}

/// A Python with networkx, which the schedule is measured against; on Debian and its kin it is installed where it is missing.
pub fn networkx() -> Result<PathBuf> {
    let system = PathBuf::from("/usr/bin/python3");
    let has = |python: &PathBuf| {
        let mut asked = std::process::Command::new(python);
        asked.args(["-c", "import networkx"]).stderr(std::process::Stdio::null()).status().is_ok_and(|s| s.success())
    };
    let known = ["python3", "python"].into_iter().filter_map(find).chain([system.clone()]);
    if let Some(python) = known.into_iter().find(has) {
        return Ok(python);
    }
    if find("dpkg-query").is_some() {
        apt(&["python3-networkx"])?;
    }
    if has(&system) {
        Ok(system)
    } else {
        Err("Python 3 with networkx is missing; install it and run this again".into())
    }
}
