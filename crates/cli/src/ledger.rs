//! Ledgers in and out on the command line.

use crate::progress::{JOB, call};
use crate::words::Lang;
use serde_json::json;
use std::path::Path;
use std::sync::Arc;
use zhuanban_core::{Caller, Desk, Fault};

/// Writes the whole ledger in a layout.
pub fn export(desk: &Arc<Desk>, caller: &Caller, out: &Path, layout: Option<&str>, lang: Lang) -> Result<(), Fault> {
    let input = json!({
        "file": out,
        "layout": layout.unwrap_or("official"),
        "language": lang.pick("zh", "en"),
        "job": JOB,
    });
    let done = call(desk, caller, "ledger_export", input, lang)?;
    println!("{}", done.value);
    Ok(())
}
