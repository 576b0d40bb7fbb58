//! An approval 审批事项: the library of items, which a project needs, its states, its clock and its schedule.

pub mod ask;
pub mod board;
pub mod clock;
pub mod edit;
pub mod figures;
pub mod generate;
pub mod query;
pub mod record;
pub mod running;
pub mod schedule;
pub mod state;
pub mod template;
pub mod trial;
pub mod version;
