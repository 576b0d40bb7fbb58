//! The reader against real shapes of files: the ledgers with known truth, generated layouts, and bad input.

mod bad;
mod book;
mod cells;
mod compare;
mod corrected;
mod dice;
mod figures;
mod import;
mod library;
mod libreoffice;
mod made;
mod monthly;
mod moving;
mod news;
mod paper;
mod progress_sheet;
mod roles;
mod round_scope;
mod rounds;
mod statistics_list;
mod truth;
mod yearly;
