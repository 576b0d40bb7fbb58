//! What a role is called in documents (practice C39): the office's own word, else the usual one. Documents are Chinese.

use super::Role;
use super::staffing::role_names;
use crate::error::Result;
use crate::store::Reader;

/// The usual word.
#[must_use]
pub const fn usual(role: Role) -> &'static str {
    match role {
        Role::Leader => "包保领导",
        Role::ChiefServiceOfficer => "首席服务员",
        Role::ServiceOfficer => "服务专员",
        Role::UnitHead => "责任人",
        Role::Liaison => "联络员",
        Role::ChainHead => "链长",
    }
}

/// The office's own word; none where it never gave one.
pub fn own_word(r: &Reader, role: Role) -> Result<Option<String>> {
    Ok(role_names(r)?.into_iter().find(|named| named.role == role).map(|named| named.name))
}

/// What stands over a column of them, and before a name.
pub fn role_word(r: &Reader, role: Role) -> Result<String> {
    Ok(own_word(r, role)?.unwrap_or_else(|| usual(role).into()))
}
