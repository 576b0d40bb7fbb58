//! An approval 审批事项: the library of items, which a project needs, its states, its clock and its schedule.

pub mod clock;
pub mod edit;
pub mod query;
pub mod record;
