//! tauri-driver as a child process, and the few WebDriver requests we need.

use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(60);

/// A running tauri-driver with one window; both end when it is dropped.
pub struct Driver {
    child: Child,
    port: u16,
    session: String,
}

impl Driver {
    /// Starts the driver and lets it open `program`. The environment of the program is ours plus `env`.
    pub fn open(program: &Path, env: &[(&str, &Path)]) -> Self {
        let (port, native) = (free_port(), free_port());
        let path = std::env::var_os("TAURI_DRIVER").expect("run me through `cargo xtask test window`");
        let mut command = Command::new(path);
        command.args(["--port", &port.to_string(), "--native-port", &native.to_string()]);
        command.envs(env.iter().copied()).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn().expect("tauri-driver starts");
        let mut driver = Self { child, port, session: String::new() };
        wait_for(port);
        wait_for(native);
        // Only this one capability: a browser's name makes WebKit's driver refuse the match.
        let wanted = json!({ "capabilities": { "alwaysMatch": { "tauri:options": { "application": program } } } });
        let answer = driver.send("POST", "/session", &wanted).expect("the window opens");
        driver.session = answer["sessionId"].as_str().expect("a session").into();
        driver
    }

    /// A request below the session's address. `Err` is WebDriver's own error.
    pub fn ask(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        self.send(method, &format!("/session/{}{path}", self.session), body)
    }

    fn send(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let body = if method == "POST" { body.to_string() } else { String::new() };
        let answer = self.exchange(method, path, &body).map_err(|e| e.to_string())?;
        let answer: Value = serde_json::from_str(&answer).map_err(|e| format!("{e}: {answer}"))?;
        let value = answer["value"].clone();
        match value["error"].as_str() {
            Some(error) => Err(format!("{error}: {}", value["message"])),
            None => Ok(value),
        }
    }

    fn exchange(&self, method: &str, path: &str, body: &str) -> std::io::Result<String> {
        let mut socket = TcpStream::connect(("127.0.0.1", self.port))?;
        socket.set_read_timeout(Some(PATIENCE))?;
        write!(
            socket,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.port,
            body.len()
        )?;
        let mut all = vec![];
        socket.read_to_end(&mut all)?;
        let text = String::from_utf8_lossy(&all);
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let chunked = head.to_ascii_lowercase().contains("transfer-encoding: chunked");
        Ok(if chunked { unchunked(body) } else { body.to_string() })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Closing the session closes the window; a polite end lets the driver take WebKit's with it.
        let _ = self.send("DELETE", &format!("/session/{}", self.session), &Value::Null);
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        if !asked.is_ok_and(|status| status.success()) {
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
    }
}

fn wait_for(port: u16) {
    let begun = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(begun.elapsed() < PATIENCE, "nothing answers on port {port}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("its number").port()
}

/// Puts the pieces of a chunked body together.
fn unchunked(mut body: &str) -> String {
    let mut out = String::new();
    while let Some((length, rest)) = body.split_once("\r\n") {
        let Ok(length @ 1..) = usize::from_str_radix(length.trim(), 16) else { break };
        let Some(piece) = rest.get(..length) else { break };
        out.push_str(piece);
        body = rest.get(length + 2..).unwrap_or_default();
    }
    out
}
