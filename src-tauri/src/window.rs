//! The window itself: its first appearance, its remembered place, and what the web view needs before it starts.

use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Manager, PhysicalPosition, PhysicalSize, WebviewWindow, WebviewWindowBuilder, Wry};
use tauri_plugin_window_state::StateFlags;

/// WebKitGTK shows an empty window on many graphics drivers unless this is set before it starts.
#[cfg(target_os = "linux")]
const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Sets the switch where nobody has set it; to be called before anything else runs.
pub fn prepare_web_view() {
    #[cfg(target_os = "linux")]
    if let Err(error) = glib::setenv(SWITCH, "1", false) {
        eprintln!("{SWITCH} could not be set: {error}");
    }
}

/// Remembers size and place, never whether the window is shown: it is hidden until it stands in its place.
pub fn remembered_place() -> TauriPlugin<Wry> {
    let flags = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    tauri_plugin_window_state::Builder::default().with_state_flags(flags).build()
}

/// Makes the window as it is configured, and shows it where it was last: its page is laid out for its size at once.
pub fn open(app: &tauri::App) -> tauri::Result<()> {
    for window in &app.config().app.windows {
        bring(&WebviewWindowBuilder::from_config(app.handle(), window)?.build()?)?;
    }
    Ok(())
}

/// Shows the window, in front and on a screen that exists.
pub fn show(app: &AppHandle) {
    let Some(window) = app.get_webview_window("main") else { return };
    if let Err(error) = bring(&window) {
        tracing::warn!("the window could not be shown: {error}");
    }
}

fn bring(window: &WebviewWindow) -> tauri::Result<()> {
    if window.is_minimized()? {
        window.unminimize()?;
    }
    if !window.is_visible()? {
        window.show()?;
    }
    let (at, size) = (window.outer_position()?, window.outer_size()?);
    let screens: Vec<Area> = window.available_monitors()?.iter().map(|m| (*m.position(), *m.size())).collect();
    // GTK tells the size only once the window has been laid out; window managers there keep windows on the screen.
    let known = size.width > 1 && !screens.is_empty();
    if known && !screens.iter().any(|screen| reachable(*screen, (at, size))) {
        window.center()?;
    }
    window.set_focus()
}

type Area = (PhysicalPosition<i32>, PhysicalSize<u32>);

/// Whether enough of the window's title bar is on the screen to be grabbed.
fn reachable(screen: Area, window: Area) -> bool {
    const GRIP: i64 = 80;
    let span = |at: i32, length: u32| (i64::from(at), i64::from(at) + i64::from(length));
    let (left, right) = span(window.0.x, window.1.width);
    let (screen_left, screen_right) = span(screen.0.x, screen.1.width);
    let (top, bottom) = span(screen.0.y, screen.1.height);
    let wide = right.min(screen_right) - left.max(screen_left);
    wide >= GRIP && (top - 8..bottom - 32).contains(&i64::from(window.0.y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_on_a_screen_that_is_gone_is_noticed() {
        let area = |x, y, w, h| (PhysicalPosition::new(x, y), PhysicalSize::new(w, h));
        let screen = area(0, 0, 1366, 768);
        assert!(reachable(screen, area(100, 50, 1280, 700)));
        assert!(reachable(screen, area(-1000, 0, 1366, 768)));
        assert!(!reachable(screen, area(1920, 0, 1366, 768)), "it was on a second screen");
        assert!(!reachable(screen, area(0, -400, 1366, 768)), "its title bar is above the screen");
        assert!(!reachable(screen, area(0, 760, 1366, 768)));
    }
}
