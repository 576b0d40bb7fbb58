//! Zhuanban's ground floor: the nouns of a task-force office, their rules, their storage, the change log and the commands.
//!
//! Nothing here knows a window, a network or a spreadsheet.
//! One folder a noun; in each, `mod.rs` holds types and pure rules, `edit.rs` functions taking `&mut Writer`, `query.rs` functions taking `&Reader`.
//! [`api::COMMANDS`] lists everything the outside may ask for.

pub mod api;
pub mod approval;
pub mod attachment;
pub mod calendar;
pub mod check;
pub mod code;
mod coded;
mod count;
pub mod desk;
pub mod desks;
pub mod element;
pub mod enterprise;
pub mod error;
pub mod figure;
pub mod find;
pub mod id;
pub mod industry;
pub mod job;
pub mod list;
pub mod matter;
pub mod milestone;
pub mod negative;
pub mod people;
pub mod progress;
pub mod project;
pub mod region;
pub mod round;
pub mod route;
pub mod safety;
pub mod sample;
pub mod score;
pub mod search;
pub mod settings;
pub mod snapshot;
pub mod standing;
pub mod statistics;
pub mod store;
pub mod tables;
pub mod text;
pub mod time;
pub mod today;
pub mod view;
pub mod year;

pub use desk::{Caller, Desk, Done};
pub use desks::Desks;
pub use error::{Error, Fault, Result};
