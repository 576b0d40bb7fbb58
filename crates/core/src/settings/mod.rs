//! Settings: of this computer (language, look), and what an office remembers of its senders' ledgers.

pub mod edit;
pub mod query;

use crate::id::MappingId;
use crate::record;

record! {
    /// How a sender's ledger was read last time, so that the next file is read alike.
    pub struct Mapping(MappingId) in "mapping", Ref {
        sender: String,
        /// What the headings looked like; another layout of the same sender has its own mapping.
        layout: String,
        /// The corrections as the office crate writes them.
        corrections: String,
        used_ms: i64,
    }
}
