//! Puts the built interface (`ui/dist`) inside the program, so that browser mode works from any place.
//!
//! Where it has not been built there is nothing to put in, and the door shows a page that says so.

use std::fmt::Write;
use std::io::Result;
use std::path::{Path, PathBuf};

fn main() -> Result<()> {
    let here = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let dist = here.join("../../ui/dist");
    println!("cargo:rerun-if-changed={}", dist.display());
    let mut list = String::from("[\n");
    if dist.is_dir() {
        add(&dist.canonicalize()?, "", &mut list)?;
    }
    list.push(']');
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it"));
    std::fs::write(out.join("pages.rs"), list)
}

fn add(folder: &Path, before: &str, list: &mut String) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = format!("{before}/{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            add(&path, &name, list)?;
        } else {
            writeln!(list, "    ({name:?}, include_bytes!({:?}) as &[u8]),", path.display().to_string())
                .expect("a string takes everything");
        }
    }
    Ok(())
}
