//! `zhuanban`: the desk without its window. Import, export, any command, and browser mode.

/// Prints a line; a reader that has gone away (`| head`) is no failure of ours.
macro_rules! say {
    ($($text:tt)*) => {{
        use std::io::Write;
        let _ = writeln!(std::io::stdout(), $($text)*);
    }};
}

mod args;
mod desk;
mod ledger;
mod progress;
mod serve;
mod types;
mod words;

use args::{Args, What};
use serde_json::{Value, json};
use std::io::Read;
use std::process::ExitCode;
use words::Lang;
use zhuanban_core::api::{Command, Reply, dispatch};
use zhuanban_core::{Caller, Desk, Error, Fault};

const PAGES: &[&[Command]] = zhuanban_server::PAGES;

/// An import makes and drops some hundred million small texts; see `docs/decisions/0011`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How a run ended (`rules.md` 8): done, or done with findings. A failure is the error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Done,
    Findings,
}

fn main() -> ExitCode {
    let args = match args::read(std::env::args_os().skip(1)) {
        Ok(args) => args,
        Err(error) => {
            eprintln!("{error}\n\n{}", args::USAGE);
            return ExitCode::FAILURE;
        }
    };
    let lang = Lang::choose(args.lang.as_deref());
    match run(&args, lang) {
        Ok(End::Done) => ExitCode::SUCCESS,
        Ok(End::Findings) => ExitCode::from(2),
        Err(fault) => {
            eprintln!("{}", lang.fault(&fault));
            ExitCode::FAILURE
        }
    }
}

fn run(args: &Args, lang: Lang) -> Result<End, Fault> {
    match &args.what {
        What::Usage => say!("{}", args::USAGE),
        What::Version => say!("zhuanban {}", env!("CARGO_PKG_VERSION")),
        What::Commands { types: true } => say!("{}", types::files(PAGES)),
        What::Commands { types: false } => list(),
        What::Init { office, person, region, level } => {
            init(args, office, person, region.as_deref(), level.as_deref())?
        }
        What::Sample { office } => {
            let desks = desk::open(args)?;
            desks.reset_sample(desk::sample_office(office)?)?;
            say!("{:#}", desks.dispatch(PAGES, "sample_list", Value::Null)?.value);
        }
        What::Call { name, input } => {
            let input = parsed(name, input.as_deref())?;
            say!("{:#}", desk::open(args)?.dispatch(PAGES, name, input)?.value);
        }
        What::Serve { port, open } => {
            serve::serve(desk::open_for_page(args)?, *port, *open, lang)?;
        }
        What::Export { out, layout, red } => {
            let (desk, caller) = desk::open(args)?.shown()?;
            ledger::export(&desk, &caller, (out, layout.as_deref(), *red), lang)?;
        }
        What::Import(import) if import.dry_run => return ledger::dry_run(import, lang),
        What::Import(import) => {
            let (desk, caller) = desk::open(args)?.shown()?;
            return ledger::import(&desk, &caller, import, lang);
        }
    }
    Ok(End::Done)
}

pub fn call(desk: &Desk, caller: &Caller, name: &str, input: Value) -> Result<Reply, Fault> {
    dispatch(PAGES, desk, caller, name, input)
}

/// One line a command: name, what it needs, input → output.
fn list() {
    for command in PAGES.iter().flat_map(|page| page.iter()) {
        let (input, output) = (command.types)();
        let kind = if command.writes { "writes" } else { "reads" };
        say!("{:24} {kind:6} {:10} {input} -> {output}", command.name, format!("{:?}", command.needs).to_lowercase());
    }
}

fn init(args: &Args, office: &str, person: &str, region: Option<&str>, level: Option<&str>) -> Result<(), Fault> {
    let (desk, caller) = desk::open(args)?.shown()?;
    // The code says the level: province 230000, city 230100, county 230110.
    let level = level.unwrap_or(match region {
        Some(code) if code.ends_with("0000") => "province",
        Some(code) if code.ends_with("00") => "city",
        _ => "county",
    });
    let input = json!({ "person": person, "office": office, "level": level, "region": region });
    let started = call(&desk, &caller, "desk_start", input)?;
    say!("{:#}", started.value);
    Ok(())
}

/// The input of a command: JSON on the command line, or on standard input for `-`.
fn parsed(name: &str, input: Option<&str>) -> Result<Value, Fault> {
    let text = match input {
        None => return Ok(Value::Null),
        Some("-") => {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text).map_err(|e| Error::Internal(e.to_string()))?;
            text
        }
        Some(text) => text.into(),
    };
    serde_json::from_str(&text).map_err(|e| Error::BadInput { command: name.into(), detail: e.to_string() }.into())
}
