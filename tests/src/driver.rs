//! tauri-driver as a child process, and the few WebDriver requests we need.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(60);

/// A running tauri-driver with one window; both end when it is dropped.
pub struct Driver {
    child: Child,
    port: u16,
    wire: Mutex<BufReader<TcpStream>>,
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
        wait_for(native);
        let wire = wait_for(port);
        wire.set_read_timeout(Some(PATIENCE)).expect("a timeout can be set");
        let mut driver = Self { child, port, wire: Mutex::new(BufReader::new(wire)), session: String::new() };
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

    /// One request over the one connection. It is kept open: the driver passes a wish to close it on to WebKit's driver,
    /// and then loses the next request on a connection that is being closed.
    fn exchange(&self, method: &str, path: &str, body: &str) -> std::io::Result<String> {
        let mut wire = self.wire.lock().unwrap_or_else(PoisonError::into_inner);
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            self.port,
            body.len()
        );
        wire.get_mut().write_all(head.as_bytes())?;
        wire.get_mut().write_all(body.as_bytes())?;
        answer(&mut wire)
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

fn wait_for(port: u16) -> TcpStream {
    let begun = Instant::now();
    loop {
        if let Ok(wire) = TcpStream::connect(("127.0.0.1", port)) {
            return wire;
        }
        assert!(begun.elapsed() < PATIENCE, "nothing answers on port {port}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("its number").port()
}

/// The body of the next answer: as long as its head says, or in pieces that say how long they are.
fn answer(wire: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let (mut length, mut chunked) = (0, false);
    loop {
        let line = line(wire)?.to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        chunked |= line == "transfer-encoding: chunked";
        length = line.strip_prefix("content-length:").and_then(|n| n.trim().parse().ok()).unwrap_or(length);
    }
    let mut body = vec![];
    if chunked {
        while let Ok(size @ 1..) = usize::from_str_radix(line(wire)?.trim(), 16) {
            take(wire, size, &mut body)?;
            line(wire)?;
        }
        line(wire)?;
    } else {
        take(wire, length, &mut body)?;
    }
    Ok(String::from_utf8_lossy(&body).into_owned())
}

fn line(wire: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let mut line = String::new();
    wire.read_line(&mut line)?;
    Ok(line.trim_end().into())
}

fn take(wire: &mut BufReader<TcpStream>, length: usize, into: &mut Vec<u8>) -> std::io::Result<()> {
    let from = into.len();
    into.resize(from + length, 0);
    wire.read_exact(&mut into[from..])
}
