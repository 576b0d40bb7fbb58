//! The companion as a shell meets it: arguments, what it prints, and how it ends (`rules.md` 8).

use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn zhuanban(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhuanban"));
    command.arg("--data").arg(data).env("LC_ALL", "zh_CN.UTF-8");
    command
}

fn run(data: &Path, args: &[&str]) -> Output {
    zhuanban(data).args(args).output().unwrap()
}

/// A desk that has had its first run.
fn desk() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let begun =
        run(folder.path(), &["init", "--office", "抚远市要素保障专班", "--person", "王敏", "--region", "230883"]);
    assert!(begun.status.success(), "{}", String::from_utf8_lossy(&begun.stderr));
    folder
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_desk_is_set_up_once() {
    let folder = desk();
    let again = run(folder.path(), &["init", "--office", "另一个", "--person", "李强"]);
    assert_eq!(again.status.code(), Some(1));
    assert_eq!(said(&again).trim(), "专班已经设置过，不能重复设置。");
}

#[test]
fn a_command_answers_with_json() {
    let folder = desk();
    let answer = run(folder.path(), &["call", "region_search", r#"{"text":"抚远"}"#]);
    let found: Value = serde_json::from_slice(&answer.stdout).unwrap();
    assert_eq!(found[0]["code"], "230883");
}

#[test]
fn a_refusal_ends_with_1_and_its_words() {
    let folder = desk();
    let unknown = run(folder.path(), &["call", "project_sing"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(said(&unknown).starts_with("没有名为 project_sing 的命令"));
    let english = run(folder.path(), &["--lang", "en", "call", "project_sing"]);
    assert!(said(&english).starts_with("There is no command project_sing"), "{}", said(&english));
    let nonsense = run(folder.path(), &["call", "undo", "{"]);
    assert_eq!(nonsense.status.code(), Some(1));
    assert_eq!(run(folder.path(), &["imprt"]).status.code(), Some(1));
}

#[test]
fn another_person_can_act() {
    let folder = desk();
    let input = r#"{"set":{"name":"三江路网"}}"#;
    let saved = zhuanban(folder.path()).args(["--as", "李强", "call", "project_save", input]).output().unwrap();
    assert!(saved.status.success(), "{}", said(&saved));
    let people = run(folder.path(), &["call", "person_list"]);
    assert!(String::from_utf8_lossy(&people.stdout).contains("李强"), "who acts becomes known");
}

#[test]
fn the_ledger_is_exported() {
    let folder = desk();
    let out = folder.path().join("台账.xlsx");
    let done = run(folder.path(), &["export", &out.to_string_lossy(), "--layout", "list"]);
    assert!(done.status.success(), "{}", said(&done));
    assert_eq!(std::fs::read(&out).unwrap()[..2], *b"PK");
    let wrong = run(folder.path(), &["export", &out.to_string_lossy(), "--layout", "round"]);
    assert_eq!(wrong.status.code(), Some(1));
}

#[test]
fn every_command_is_listed_with_its_types() {
    let folder = tempfile::tempdir().unwrap();
    let list = run(folder.path(), &["commands"]);
    let list = String::from_utf8_lossy(&list.stdout).into_owned();
    assert!(list.lines().any(|line| line.starts_with("project_save ") && line.contains("-> Saved")));
    assert!(!folder.path().join("zhuanban.db").exists(), "listing opens no desk");
}

#[test]
fn browser_mode_prints_its_address() {
    let folder = desk();
    let mut served = zhuanban(folder.path()).arg("serve").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(served.stdout.take().unwrap()).read_line(&mut line).unwrap();
    served.kill().unwrap();
    served.wait().unwrap();
    assert!(line.starts_with("http://127.0.0.1:") && line.contains("/?token="), "{line}");
}

#[test]
fn a_port_that_is_taken_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let said = zhuanban(folder.path()).args(["--lang", "en", "serve", "--port", &port]).output().unwrap();
    let words = String::from_utf8_lossy(&said.stderr);
    assert_eq!(said.status.code(), Some(1));
    assert!(words.contains("another program uses this port") && words.contains(&port), "{words}");
    assert!(!words.contains("internal"), "{words}");
}
