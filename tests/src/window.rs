//! The window as a person meets it: what it shows, and clicking, typing and looking.

use crate::Driver;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_mins(1);
/// WebDriver's name of the Enter key.
pub const ENTER: &str = "\u{E007}";
/// The name under which WebDriver passes an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An open window on a desk of its own.
pub struct Window {
    driver: Driver,
}

/// One thing on the page.
pub struct Element(String);

impl Window {
    /// Opens the desk in `data`.
    #[must_use]
    pub fn open(data: &Path) -> Self {
        Self::open_with(data, &[])
    }

    /// As [`Window::open`]; `env` may answer the system's dialogs with `ZHUANBAN_PICK` and `ZHUANBAN_PICK_SAVE`.
    #[must_use]
    pub fn open_with(data: &Path, env: &[(&str, &Path)]) -> Self {
        let program =
            std::env::var_os("ZHUANBAN_DESK").map(PathBuf::from).expect("run me through `cargo xtask test window`");
        Self::open_program(&program, data, env)
    }

    /// As [`Window::open_with`], of any program that has one.
    #[must_use]
    pub fn open_program(program: &Path, data: &Path, env: &[(&str, &Path)]) -> Self {
        let env = [&[("ZHUANBAN_DATA", data)], env].concat();
        let window = Self { driver: Driver::open(program, &env) };
        // A session begins before the page does, and the first rows are not yet the page that can be worked in.
        window.loaded();
        window
    }

    /// Loads the page anew, and waits until it is another page than this one.
    pub fn reload(&self) {
        self.run("window.left = true; location.reload()", json!([]));
        self.loaded();
    }

    /// Waits for a page that can be worked in, and is not the one that [`reload`](Self::reload) leaves.
    fn loaded(&self) {
        let loaded = "return document.readyState === 'complete' && location.protocol === 'tauri:' && innerWidth > 1 \
                      && window.left !== true && document.querySelector('#first, #root:empty') === null";
        self.wait("the page does not load", || {
            self.try_run(loaded, json!([])).ok()?.as_bool().filter(|loaded| *loaded)
        });
    }

    /// The first element that fits a CSS selector, waiting for it.
    #[must_use]
    pub fn find(&self, css: &str) -> Element {
        self.wait(&format!("nothing fits {css}"), || {
            let found = self.driver.ask("POST", "/element", &json!({ "using": "css selector", "value": css })).ok()?;
            Some(Element(found[ELEMENT].as_str()?.into()))
        })
    }

    /// The innermost element that fits `css` and whose text is or contains `text`, waiting for it.
    pub fn find_text(&self, css: &str, text: &str) -> Element {
        let script = "const fits = [...document.querySelectorAll(arguments[0])].filter(e => e.textContent.includes(arguments[1])); \
                      return fits.find(e => e.textContent.trim() === arguments[1]) ?? fits.at(-1) ?? null;";
        self.wait(&format!("no {css} says {text}"), || {
            let found = self.run(script, json!([css, text]));
            Some(Element(found[ELEMENT].as_str()?.into()))
        })
    }

    /// Waits until the page says `text` somewhere.
    pub fn says(&self, text: &str) {
        self.wait(&format!("the page does not say {text}"), || self.text().contains(text).then_some(()));
    }

    /// All text the page shows.
    #[must_use]
    pub fn text(&self) -> String {
        self.run("return document.body.innerText", json!([])).as_str().unwrap_or_default().into()
    }

    /// Clicks; through the page itself where WebKit's driver cannot.
    pub fn click(&self, element: &Element) {
        self.rest(element);
        if self.driver.ask("POST", &format!("/element/{}/click", element.0), &json!({})).is_err() {
            self.run("arguments[0].click()", json!([{ ELEMENT: element.0 }]));
        }
    }

    /// Types into an element, key by key.
    pub fn keys(&self, element: &Element, text: &str) {
        let path = format!("/element/{}/value", element.0);
        self.driver.ask("POST", &path, &json!({ "text": text })).expect("the element takes keys");
    }

    /// Replaces what stands in a field.
    pub fn write(&self, field: &Element, text: &str) {
        self.keys(field, "\u{E009}a\u{E000}");
        self.keys(field, text);
    }

    /// What an element says.
    #[must_use]
    pub fn text_of(&self, element: &Element) -> String {
        let text = self.run("return arguments[0].innerText", json!([{ ELEMENT: element.0 }]));
        text.as_str().unwrap_or_default().into()
    }

    /// Presses keys where the page is listening now; see [`ENTER`] and [`undo`](Self::undo).
    pub fn press(&self, keys: &str) {
        let active = self.driver.ask("GET", "/element/active", &Value::Null).expect("something listens");
        let id = active[ELEMENT].as_str().unwrap_or_default().to_string();
        self.keys(&Element(id), keys);
    }

    /// Ctrl+Z.
    pub fn undo(&self) {
        self.press("\u{E009}z\u{E000}");
    }

    /// Runs a script in the page and returns what it returns.
    pub fn run(&self, script: &str, args: Value) -> Value {
        self.try_run(script, args).unwrap_or_else(|error| panic!("{error}: {script}"))
    }

    /// Waits until an element has stopped moving: a click on a dialog that is still opening lands beside it.
    fn rest(&self, element: &Element) {
        let place = || {
            let script = "const r = arguments[0].getBoundingClientRect(); return [r.x, r.y, r.width, r.height]";
            self.try_run(script, json!([{ ELEMENT: element.0 }])).unwrap_or(Value::Null)
        };
        let mut last = Value::Null;
        self.wait("it does not come to rest", || {
            let before = std::mem::replace(&mut last, place());
            (before == last).then_some(())
        });
    }

    /// Runs a script until it returns something, and returns that.
    #[must_use]
    pub fn until(&self, script: &str, args: Value) -> Value {
        self.wait("nothing comes of a script", || {
            self.try_run(script, args.clone()).ok().filter(|value| !value.is_null())
        })
    }

    fn try_run(&self, script: &str, args: Value) -> Result<Value, String> {
        self.driver.ask("POST", "/execute/sync", &json!({ "script": script, "args": args }))
    }

    /// Draws the display into `$ZHUANBAN_PICTURES/NAME.png`, for a person to look at; nothing where that is not set.
    ///
    /// WebKit's driver never answers a request for a screenshot of this window, so the display is asked.
    pub fn picture(&self, name: &str) {
        let Some(folder) = std::env::var_os("ZHUANBAN_PICTURES") else { return };
        let path = Path::new(&folder).join(format!("{name}.png"));
        let drawn = Command::new("import").args(["-window", "root"]).arg(&path).status();
        assert!(drawn.is_ok_and(|status| status.success()), "ImageMagick's import draws {}", path.display());
    }

    fn wait<T>(&self, complaint: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            if let Some(found) = look() {
                return found;
            }
            if begun.elapsed() > PATIENCE {
                self.picture("failed");
                panic!("{complaint}; it says:\n{}", self.text());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}
