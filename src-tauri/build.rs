//! Tauri's build step, and a page that says how to build the interface when it has not been built.

use std::path::Path;

const PLACEHOLDER: &str = include_str!("placeholder.html");

fn main() -> std::io::Result<()> {
    // `generate_context!` refuses a missing folder, and a plain `cargo check` must work before npm ever ran.
    let dist = Path::new("../ui/dist");
    if !dist.join("index.html").exists() {
        std::fs::create_dir_all(dist)?;
        std::fs::write(dist.join("index.html"), PLACEHOLDER)?;
    }
    println!("cargo:rerun-if-changed=../ui/dist");
    println!("cargo:rerun-if-changed=../icons");
    tauri_build::build();
    Ok(())
}
