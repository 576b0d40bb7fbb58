//! Opening the desks the command line means: which folder, which day, who acts, the own desk or an office of the sample.

use crate::args::Args;
use std::path::PathBuf;
use std::sync::Arc;
use zhuanban_core::error::Code;
use zhuanban_core::sample::SampleOffice;
use zhuanban_core::time::{Clock, FixedClock, SystemClock};
use zhuanban_core::{Desks, Error, Fault, Result};

/// The window's identifier (`tauri.conf.json`): both open the same desk.
const FOLDER: &str = "cn.zhuanban.desk";

pub fn open(args: &Args) -> std::result::Result<Arc<Desks>, Fault> {
    let mut desks = Desks::open(&folder(args)?, clock(args)?)?;
    if let Some(name) = &args.person {
        desks.act_as(name)?;
    }
    if let Some(office) = &args.sample {
        desks.show_sample(sample_office(office)?)?;
    }
    Ok(Arc::new(desks))
}

/// As [`open`]; a desk whose database cannot be opened is told in the page, with what can be done.
pub fn open_for_page(args: &Args) -> std::result::Result<Arc<Desks>, Fault> {
    use Code::{DatabaseBusy, DatabaseDamaged, DatabaseForeign, DatabaseReadOnly, DatabaseTooNew};
    open(args).or_else(|fault| match fault.code {
        DatabaseBusy | DatabaseDamaged | DatabaseForeign | DatabaseReadOnly | DatabaseTooNew => {
            Ok(Arc::new(Desks::open_or_tell(&folder(args)?, clock(args)?)))
        }
        _ => Err(fault),
    })
}

/// An office of the sample desk by its code.
pub fn sample_office(text: &str) -> Result<SampleOffice> {
    let known = || SampleOffice::ALL.iter().map(|office| office.code()).collect::<Vec<_>>().join(", ");
    let wrong = || Error::BadInput { command: "--sample".into(), detail: format!("{text}: {}", known()) };
    SampleOffice::find(text).ok_or_else(wrong)
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
