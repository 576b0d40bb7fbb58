//! Opening the desk the command line means: which folder, which day, who acts.

use crate::args::Args;
use std::path::PathBuf;
use std::sync::Arc;
use zhuanban_core::time::{Clock, FixedClock, SystemClock};
use zhuanban_core::{Caller, Desk, Error, Result};

/// The window's identifier (`tauri.conf.json`): both open the same desk.
const FOLDER: &str = "cn.zhuanban.desk";

pub fn open(args: &Args) -> Result<(Arc<Desk>, Caller)> {
    let desk = Desk::open(&folder(args)?, clock(args)?)?;
    let caller = args.person.as_ref().map_or(Ok(Caller::default()), |name| desk.caller_named(name))?;
    Ok((Arc::new(desk), caller))
}

fn clock(args: &Args) -> Result<Arc<dyn Clock>> {
    let Some(text) = &args.now else { return Ok(Arc::new(SystemClock)) };
    let wrong = |e| Error::BadInput { command: "--now".into(), detail: format!("{text}: {e}") };
    Ok(Arc::new(FixedClock(text.parse().map_err(wrong)?)))
}

/// `--data`, else `ZHUANBAN_DATA`, else where the window keeps its desk.
fn folder(args: &Args) -> Result<PathBuf> {
    let named = args.data.clone().or_else(|| set("ZHUANBAN_DATA"));
    let usual = || Some(usual()?.join(FOLDER));
    named
        .or_else(usual)
        .ok_or_else(|| Error::BadInput { command: "--data".into(), detail: "no data folder is known".into() })
}

fn usual() -> Option<PathBuf> {
    let home = set("HOME");
    if cfg!(windows) {
        set("APPDATA")
    } else if cfg!(target_os = "macos") {
        Some(home?.join("Library/Application Support"))
    } else {
        set("XDG_DATA_HOME").or_else(|| Some(home?.join(".local/share")))
    }
}

fn set(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}
