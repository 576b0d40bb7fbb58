//! Ledgers in and out on the command line.

use crate::End;
use crate::args::Import;
use crate::progress::{JOB, call};
use crate::words::Lang;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use zhuanban_core::error::{FieldFault, FileProblem};
use zhuanban_core::{Caller, Desk, Error, Fault};
use zhuanban_office::Corrections;

/// Possible duplicates are asked for in windows of this many rows.
const WINDOW: usize = 200;
/// Faults told one by one; the rest are counted.
const TOLD: usize = 20;

/// Writes the whole ledger in a layout.
pub fn export(
    desk: &Arc<Desk>,
    caller: &Caller,
    (out, layout, red): (&Path, Option<&str>, bool),
    lang: Lang,
) -> Result<(), Fault> {
    let input = json!({
        "file": out,
        "layout": layout.unwrap_or("official"),
        "language": lang.pick("zh", "en"),
        "news": red,
        "job": JOB,
    });
    let done = call(desk, caller, "ledger_export", input, lang)?;
    say!("{}", done.value);
    Ok(())
}

/// Prints what the file would give, and writes nothing; it needs no desk (`rules.md` 9).
pub fn dry_run(import: &Import, lang: Lang) -> Result<End, Fault> {
    let read = zhuanban_office::dry_run(&import.file, &Corrections::default())?;
    let end = if read.errors.iter().any(|e| !e.warning) { End::Findings } else { End::Done };
    if import.json {
        say!("{}", serde_json::to_string_pretty(&read).map_err(|e| Error::Internal(e.to_string()))?);
        return Ok(end);
    }
    let (rows, skipped, errors) = (read.rows.len(), read.skipped.len(), read.errors.len());
    say!(
        "{}",
        lang.pick(
            &format!("读出 {rows} 个项目，跳过 {skipped} 行，{errors} 处读不出。没有写入。"),
            &format!("{rows} projects read, {skipped} lines skipped, {errors} cells not read. Nothing was written."),
        )
    );
    for error in read.errors.iter().take(TOLD) {
        let fault = FieldFault {
            field: error.field.clone(),
            rule: error.code,
            params: error.params.clone(),
            warning: error.warning,
        };
        say!("  {} {}  {}", error.sheet, error.cell, lang.field(&fault));
    }
    Ok(end)
}

/// Imports a file whole: understood, matched, written. Errors stop the write unless they are to be skipped.
pub fn import(desk: &Arc<Desk>, caller: &Caller, import: &Import, lang: Lang) -> Result<End, Fault> {
    let sender = import.sender.clone().unwrap_or_default();
    let ask = |name: &str, input: Value| call(desk, caller, name, input, lang).map(|reply| reply.value);
    let file = std::path::absolute(&import.file).unwrap_or_else(|_| import.file.clone());
    let open = ask("ledger_open", json!({"file": file, "sender": sender, "job": JOB}))?;
    let session = open["session"].clone();
    let tables = open["understanding"]["sheets"].as_array().into_iter().flatten().filter(|s| s["has_table"] == true);
    if tables.count() == 0 {
        return Err(Error::file(&import.file, FileProblem::NoTable, "no header with a project name").into());
    }
    let plan = ask(
        "ledger_preview",
        json!({
            "session": session, "sender": sender, "basis": import.basis, "period": import.period, "job": JOB,
        }),
    )?;
    if plan["faults"].as_u64() > Some(0) {
        let faulty = ask("ledger_preview_rows", json!({"session": session, "kind": "faulty", "limit": TOLD}))?;
        tell_faults(&faulty, lang);
        if !import.skip_errors {
            let count = plan["faults"].as_i64().unwrap_or(0);
            return Err(Error::LedgerFaults { count }.into());
        }
    }
    let verdict = match import.duplicates.as_deref() {
        None | Some("ask") => "later",
        Some("new") => "other",
        Some("same") => "same",
        Some(other) => {
            return Err(Error::BadInput { command: "import".into(), detail: format!("--duplicates {other}") }.into());
        }
    };
    if verdict != "later" {
        let mut offset = 0;
        loop {
            let rows = ask(
                "ledger_preview_rows",
                json!({"session": session, "kind": "duplicate", "offset": offset, "limit": WINDOW}),
            )?;
            let rows = rows.as_array().cloned().unwrap_or_default();
            let decisions: Vec<Value> = rows.iter().map(|r| json!({"key": r["key"], "duplicate": verdict})).collect();
            ask("ledger_decide", json!({"session": session, "decisions": decisions}))?;
            if rows.len() < WINDOW {
                break;
            }
            offset += WINDOW;
        }
    }
    let done = ask("ledger_import", json!({"session": session, "remember": !sender.is_empty(), "job": JOB}))?;
    ask("ledger_close", json!({"session": session}))?;
    Ok(report(import, &open, &plan, &done, lang))
}

fn tell_faults(rows: &Value, lang: Lang) {
    for row in rows.as_array().into_iter().flatten() {
        for fault in row["faults"].as_array().into_iter().flatten() {
            let words: Option<FieldFault> = serde_json::from_value(fault["fault"].clone()).ok();
            let words = words.map(|f| lang.field(&f)).unwrap_or_default();
            let text = |v: &Value| v.as_str().unwrap_or_default().to_string();
            eprintln!("  {} {}  {}  {words}", text(&row["sheet"]), text(&fault["cell"]), text(&row["name"]));
        }
    }
}

/// Says what was written; findings are rows left out, cells not read and totals that do not agree.
fn report(import: &Import, open: &Value, plan: &Value, done: &Value, lang: Lang) -> End {
    let sheets = open["understanding"]["sheets"].as_array().cloned().unwrap_or_default();
    let checks = sheets.iter().flat_map(|s| s["totals"].as_array().cloned().unwrap_or_default());
    let disagreeing: Vec<Value> = checks.filter(|t| t["in_sheet"] != t["sum"]).collect();
    let n = |v: &Value| v.as_u64().unwrap_or(0);
    let found = n(&done["left"]) > 0 || n(&done["faults"]) > 0 || !disagreeing.is_empty();
    if import.json {
        say!("{:#}", json!({"imported": done, "preview": plan, "totals": disagreeing}));
    } else {
        let (created, changed, same, left) =
            (n(&done["created"]), n(&done["changed"]), n(&done["unchanged"]), n(&done["left"]));
        say!(
            "{}",
            lang.pick(
                &format!("新增 {created} 个，变化 {changed} 个，无变化 {same} 个，暂不处理 {left} 个。"),
                &format!("{created} new, {changed} changed, {same} unchanged, {left} left out."),
            )
        );
        for total in &disagreeing {
            let (cell, given, sum) = (total["cell"].as_str().unwrap_or_default(), &total["in_sheet"], &total["sum"]);
            say!(
                "  {cell}  {}",
                lang.pick(
                    &format!("表内 {given}，逐行相加 {sum}"),
                    &format!("{given} in the sheet, {sum} by its lines")
                )
            );
        }
    }
    if found { End::Findings } else { End::Done }
}
