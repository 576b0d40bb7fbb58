//! A very small browser: HTTP/1.1 over one socket a request, with one cookie.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;
use zhuanban_core::Desks;
use zhuanban_core::time::SystemClock;
use zhuanban_server::Served;

pub struct Browser {
    pub host: String,
    /// Path and query that let it in.
    pub door: String,
    address: String,
    cookie: String,
    _runtime: tokio::runtime::Runtime,
    _folder: tempfile::TempDir,
}

pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
    head: String,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.text()))
    }

    pub fn header(&self, name: &str) -> String {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines
            .filter(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.to_string())
            .next()
            .unwrap_or_default()
    }
}

impl Browser {
    /// A desk that is being served, and a browser that has not come in.
    pub fn outside() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let desks = Arc::new(Desks::open(folder.path(), Arc::new(SystemClock)).unwrap());
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let served = runtime.block_on(Served::bind(desks, 0)).unwrap();
        let url = served.url();
        runtime.spawn(served.run(std::future::pending()));
        let (address, query) = url.trim_start_matches("http://").split_once('/').unwrap();
        let (address, door) = (address.to_string(), format!("/{query}"));
        Self { host: address.clone(), door, address, cookie: String::new(), _runtime: runtime, _folder: folder }
    }

    pub fn inside() -> Self {
        let mut browser = Self::outside();
        let cookie = browser.get(&browser.door.clone()).header("set-cookie");
        browser.keep(&cookie);
        browser
    }

    pub fn keep(&mut self, set_cookie: &str) {
        self.cookie = set_cookie.split(';').next().unwrap_or_default().into();
    }

    pub fn get(&self, path: &str) -> Answer {
        self.send("GET", path, "", b"")
    }

    pub fn post(&self, path: &str, body: &str) -> Answer {
        self.send("POST", path, "", body.as_bytes())
    }

    /// The first run, through the door.
    pub fn start(&self) -> Value {
        let input = json!({ "person": "王敏", "office": "抚远市要素保障专班", "level": "county", "region": null });
        let answer = self.post("/rpc/desk_start", &input.to_string());
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.json()
    }

    pub fn send(&self, method: &str, path: &str, extra: &str, body: &[u8]) -> Answer {
        let mut socket = self.ask(method, path, extra, body);
        let mut all = vec![];
        socket.read_to_end(&mut all).unwrap();
        let at = all.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
        let head = String::from_utf8(all[..at].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head, body: all[at + 4..].to_vec() }
    }

    /// Opens a stream of events and waits until it has begun.
    pub fn listen(&self, path: &str) -> Events {
        let mut lines = BufReader::new(self.ask("GET", path, "", b""));
        let mut line = String::new();
        while line != "\r\n" {
            line.clear();
            lines.read_line(&mut line).unwrap();
        }
        Events(lines)
    }

    fn ask(&self, method: &str, path: &str, extra: &str, body: &[u8]) -> TcpStream {
        let mut socket = TcpStream::connect(&self.address).unwrap();
        socket.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let (host, cookie, length) = (&self.host, &self.cookie, body.len());
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nContent-Length: {length}\r\nConnection: close\r\n{extra}\r\n"
        );
        socket.write_all(head.as_bytes()).unwrap();
        socket.write_all(body).unwrap();
        socket
    }
}

pub struct Events(BufReader<TcpStream>);

impl Events {
    /// The lines of the next event, without the stream's own chunk marks.
    pub fn next_event(&mut self) -> String {
        let mut event = String::new();
        while !event.contains("data:") {
            self.0.read_line(&mut event).unwrap();
        }
        event
    }
}
