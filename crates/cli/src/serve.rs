//! Browser mode: the desk behind an address of this computer.

use crate::words::Lang;
use std::process::Command;
use std::sync::Arc;
use zhuanban_core::{Desks, Error, Result};
use zhuanban_server::Served;

/// Where the desk is found unless somebody says otherwise: what a browser keeps for it, it keeps under its port.
const USUAL: u16 = 18_327;

pub fn serve(desks: Arc<Desks>, said: Option<u16>, open: bool, lang: Lang) -> Result<()> {
    let port = said.unwrap_or(USUAL);
    let failed = |e: std::io::Error| Error::Internal(format!("port {port}: {e}"));
    let runtime = tokio::runtime::Runtime::new().map_err(failed)?;
    runtime.block_on(async {
        let served = match Served::bind(desks.clone(), port).await {
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse && said.is_none() => {
                Served::bind(desks, 0).await.map_err(failed)?
            }
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
                let said = lang.pick(
                    "这个端口正被别的程序使用，请换一个：--port",
                    "another program uses this port; name another: --port",
                );
                return Err(Error::BadInput { command: "serve".into(), detail: format!("{said} {port}") });
            }
            bound => bound.map_err(failed)?,
        };
        let url = served.url();
        println!("{url}");
        eprintln!(
            "{}",
            lang.pick(
                "在浏览器中打开以上地址（只能用一次）；按 Ctrl+C 结束。",
                "Open the address above in a browser (it works once); Ctrl+C ends."
            )
        );
        if open && let Err(error) = show(&url) {
            eprintln!("{error}");
        }
        served.run(stopped()).await.map_err(failed)
    })
}

async fn stopped() {
    // Without a way to hear Ctrl+C the desk is closed by ending the program, which SQLite survives.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

fn show(url: &str) -> std::io::Result<()> {
    let words: &[&str] = if cfg!(windows) {
        &["explorer", url]
    } else if cfg!(target_os = "macos") {
        &["open", url]
    } else {
        &["xdg-open", url]
    };
    Command::new(words[0]).args(&words[1..]).spawn().map(drop)
}
