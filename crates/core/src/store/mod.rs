//! Storage: one SQLite file, whose record tables are the fold of the change log.
//!
//! [`Writer`] is the only door for writes: it turns a change into ops and folds them in the same transaction.
//! [`Reader`] cannot write. Undo, replay and, later, merge fold through the same code.

pub mod body;
mod derived;
pub mod fold;
pub mod history;
pub mod log;
pub mod migrate;
pub mod open;
pub mod pack;
pub mod past;
pub mod patch;
mod pending;
pub mod read;
pub mod record;
pub mod replay;
mod skim;
pub mod undo;
pub mod value;
pub mod write;

pub use read::Reader;
pub use record::{Class, Meta, Record};
pub use rusqlite::params;
pub use value::{Cell, Value};
pub use write::Writer;
