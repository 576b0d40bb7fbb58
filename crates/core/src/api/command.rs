//! What a command is, and how one is run: the machinery behind the pages (`commands!`).

use crate::desk::{Caller, Desk, Done};
use crate::desks::Desks;
use crate::error::{Error, Fault, Result};
use crate::store::{Reader, Writer};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a caller must be allowed; without a hub everything is (`rules.md` 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    View,
    Edit,
    Administer,
}

/// One thing the outside may ask for.
pub struct Command {
    pub name: &'static str,
    pub needs: Permission,
    /// Whether it can change the desk.
    pub writes: bool,
    /// TypeScript names of input and output.
    pub types: fn() -> (String, String),
    /// Writes the TypeScript declarations that input and output need.
    pub export: fn(&mut Vec<String>),
    pub run: Run,
}

/// What a command runs on.
#[derive(Clone, Copy)]
pub enum Run {
    OnDesk(fn(&Desk, &Caller, serde_json::Value) -> Result<Reply>),
    /// On all desks of this program: which of them is shown.
    OnDesks(fn(&Desks, serde_json::Value) -> Result<Reply>),
}

/// What a command answers: its value and which tables it changed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Reply {
    pub value: serde_json::Value,
    pub changed: Vec<String>,
}

/// Input of a command that needs none.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// Names one record.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct One<I> {
    pub id: I,
}

/// The command of this name on any of the pages.
pub fn find<'p>(pages: &[&'p [Command]], name: &str) -> Result<&'p Command> {
    let command = pages.iter().flat_map(|page| page.iter()).find(|c| c.name == name);
    command.ok_or_else(|| Error::UnknownCommand { name: name.chars().take(60).collect() })
}

/// Runs the command of this name from any of the pages on one desk; those of [`Run::OnDesks`] are answered by [`Desks::dispatch`].
pub fn dispatch(
    pages: &[&[Command]],
    desk: &Desk,
    caller: &Caller,
    name: &str,
    input: serde_json::Value,
) -> std::result::Result<Reply, Fault> {
    let answer = find(pages, name).and_then(|command| match command.run {
        Run::OnDesk(run) => run(desk, caller, input),
        Run::OnDesks(_) => Err(Error::UnknownCommand { name: name.into() }),
    });
    told(name, answer)
}

/// An answer for the outside; a refusal goes to the trace as well.
pub fn told(name: &str, answer: Result<Reply>) -> std::result::Result<Reply, Fault> {
    answer.map_err(|error| {
        tracing::warn!(command = name, %error, "refused");
        Fault::from(error)
    })
}

/// Reads a command's input; used by the `commands!` macro.
pub fn input<I: DeserializeOwned>(command: &str, json: serde_json::Value) -> Result<I> {
    let json = if json.is_null() { serde_json::json!({}) } else { json };
    serde_json::from_value(json).map_err(|e| Error::BadInput { command: command.into(), detail: e.to_string() })
}

/// Writes a command's answer; used by the `commands!` macro.
pub fn reply<O: Serialize>(done: Done<O>) -> Result<Reply> {
    let value = serde_json::to_value(done.value).map_err(|e| Error::Internal(e.to_string()))?;
    Ok(Reply { value, changed: done.changed })
}

/// Tells the compiler what a command's closure takes and gives; used by the `commands!` macro.
pub fn reading<I, O, F: FnOnce(&Reader, I) -> Result<O>>(run: F) -> F {
    run
}

/// As [`reading`], for a command that writes.
pub fn writing<I, O, F: FnOnce(&mut Writer, I) -> Result<O>>(run: F) -> F {
    run
}

/// As [`reading`], for a command that needs the desk itself.
pub fn with_desk<I, O, F: FnOnce(&Desk, &Caller, I) -> Result<Done<O>>>(run: F) -> F {
    run
}

/// As [`reading`], for a command about which desk is shown.
pub fn with_desks<I, O, F: FnOnce(&Desks, I) -> Result<Done<O>>>(run: F) -> F {
    run
}

/// A value that changed nothing.
pub fn unchanged<T>(value: T) -> Done<T> {
    Done { value, changed: vec![], txn: None }
}

/// Declarations of a type and of everything it names, for the interface.
pub fn declare<T: TS + 'static>(out: &mut Vec<String>) {
    struct Visit<'v>(&'v mut Vec<String>);
    impl ts_rs::TypeVisitor for Visit<'_> {
        fn visit<T: TS + 'static + ?Sized>(&mut self) {
            let config = ts_rs::Config::from_env();
            if T::output_path().is_none() {
                return T::visit_generics(self);
            }
            let declaration = format!("export {}", T::decl(&config));
            if !self.0.contains(&declaration) {
                self.0.push(declaration);
                T::visit_dependencies(self);
            }
            T::visit_generics(self);
        }
    }
    ts_rs::TypeVisitor::visit::<T>(&mut Visit(out));
}

/// Declares a page of commands. `read` runs on a snapshot, `write` in one transaction under the command's name,
/// `desk` gets the desk itself, `desks` all desks of the program.
#[macro_export]
macro_rules! commands {
    ($(#[$doc:meta])* pub static $page:ident: $($kind:ident $name:ident($input:ty) -> $output:ty, $needs:ident, $run:expr;)*) => {
        $(#[$doc])*
        pub static $page: &[$crate::api::Command] = &[$($crate::api::Command {
            name: stringify!($name),
            needs: $crate::api::Permission::$needs,
            writes: $crate::commands!(@writes $kind),
            types: || {
                let config = ts_rs::Config::from_env();
                (<$input as ts_rs::TS>::name(&config), <$output as ts_rs::TS>::name(&config))
            },
            export: |out| {
                $crate::api::declare::<$input>(out);
                $crate::api::declare::<$output>(out);
            },
            run: $crate::commands!(@page $kind $name $input, $output, $run),
        }),*];
    };
    (@writes read) => { false };
    (@writes write) => { true };
    (@writes desk) => { true };
    (@writes desks) => { false };
    (@page desks $name:ident $ity:ty, $oty:ty, $run:expr) => {
        $crate::api::Run::OnDesks(|desks, json| {
            let input: $ity = $crate::api::input(stringify!($name), json)?;
            $crate::api::reply($crate::api::with_desks::<$ity, $oty, _>($run)(desks, input)?)
        })
    };
    (@page $kind:ident $name:ident $ity:ty, $oty:ty, $run:expr) => {
        $crate::api::Run::OnDesk(|desk, caller, json| {
            let input: $ity = $crate::api::input(stringify!($name), json)?;
            let done: $crate::Done<$oty> = $crate::commands!(@run $kind $name $ity, $oty, desk caller input $run);
            $crate::api::reply(done)
        })
    };
    (@run read $name:ident $ity:ty, $oty:ty, $desk:ident $caller:ident $input:ident $run:expr) => {
        $crate::api::unchanged($desk.read($caller, |r| $crate::api::reading::<$ity, $oty, _>($run)(r, $input))?)
    };
    (@run write $name:ident $ity:ty, $oty:ty, $desk:ident $caller:ident $input:ident $run:expr) => {
        $desk.write(stringify!($name), $caller, |w| $crate::api::writing::<$ity, $oty, _>($run)(w, $input))?
    };
    (@run desk $name:ident $ity:ty, $oty:ty, $desk:ident $caller:ident $input:ident $run:expr) => {
        $crate::api::with_desk::<$ity, $oty, _>($run)($desk, $caller, $input)?
    };
}
