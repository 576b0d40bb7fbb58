//! The reader against real shapes of files: the ledgers with known truth, generated layouts, and bad input.

mod import;
mod libreoffice;
mod truth;
