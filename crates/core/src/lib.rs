//! Zhuanban's ground floor: the nouns of a task-force office, their rules, their storage, the change log and the commands.
//!
//! Nothing here knows a window, a network or a spreadsheet.
//! One folder a noun; in each, `mod.rs` holds types and pure rules, `edit.rs` functions taking `&mut Writer`, `query.rs` functions taking `&Reader`.

pub mod approval;
pub mod calendar;
mod coded;
pub mod error;
pub mod id;
pub mod job;
pub mod time;

pub use error::{Error, Fault, Result};
