//! Every logged table of the desk, in one list: what fold, undo and history go through.

use crate::store::{Meta, Record};

pub static ALL: &[&Meta] = &[
    crate::people::Office::META,
    crate::people::Department::META,
    crate::people::Person::META,
    crate::people::Duty::META,
    crate::people::Contact::META,
    crate::enterprise::Enterprise::META,
    crate::region::OwnRegion::META,
    crate::list::List::META,
    crate::list::Membership::META,
    crate::project::Project::META,
    crate::progress::Progress::META,
    crate::matter::Matter::META,
    crate::approval::record::Condition::META,
    crate::approval::record::Approval::META,
    crate::approval::record::ApprovalStep::META,
    crate::settings::Mapping::META,
];

#[must_use]
pub fn find(table: &str) -> Option<&'static Meta> {
    ALL.iter().find(|m| m.table == table).copied()
}
