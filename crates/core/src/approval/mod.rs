//! An approval 审批事项: the library of items, which a project needs, its states, its clock and its schedule.

pub mod ask;
pub mod authority;
pub mod board;
pub mod clock;
pub mod cut;
pub mod delay;
pub mod edit;
pub mod fast;
pub mod figures;
pub mod forecast;
pub mod generate;
pub mod hand;
pub mod material;
pub mod query;
pub mod record;
pub mod remind;
pub mod responsible;
pub mod running;
pub mod schedule;
pub mod state;
pub mod template;
pub mod trial;
pub mod version;
pub mod way;
