//! The least a window of Tauri can be: the limit our window is measured against by `cargo xtask bench`.

fn main() {
    tauri::Builder::default()
        .run(tauri::generate_context!("examples/bare/tauri.conf.json"))
        .expect("a bare window opens");
}
