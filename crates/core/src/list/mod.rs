//! Published lists (省重点, 市重点 …) and which projects stand on them; a project stands on several (practice C32).

pub mod edit;

use crate::id::{ListId, MembershipId, ProjectId};
use crate::record;

record! {
    pub struct List(ListId) in "list", Ref {
        name: String,
        year: Option<i64>,
        /// Document number 文号.
        document: Option<String>,
        level: Option<crate::people::Level>,
        position: Option<i64>,
    }
}

record! {
    pub struct Membership(MembershipId) in "membership", Work, of "project" {
        project: ProjectId,
        list: ListId,
        serial: Option<String>,
        /// Group inside the list, e.g. 一、化工产业.
        grouping: Option<String>,
        note: Option<String>,
    }
}
