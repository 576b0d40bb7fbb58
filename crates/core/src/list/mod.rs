//! Published lists (省重点, 市重点 …) and which projects stand on them; a project stands on several (practice C32).
//!
//! A list has versions: 初步安排 without a document number, then the 印发 list (practice §4.5). A frozen one never changes.

pub mod compare;
pub mod edit;
pub mod query;

use crate::id::{ListId, MembershipId, ProjectId};
use crate::project::Carried;
use crate::record;

record! {
    pub struct List(ListId) in "list", Ref {
        name: String,
        year: Option<i64>,
        /// Document number 文号.
        document: Option<String>,
        level: Option<crate::people::Level>,
        position: Option<i64>,
        /// 初步安排, 印发稿 …
        version: Option<String>,
        issued_on: Option<chrono::NaiveDate>,
        /// The version it takes the place of.
        replaces: Option<ListId>,
        /// Since then nobody joins or leaves it, and its lines keep their words.
        frozen_on: Option<chrono::NaiveDate>,
    }
}

record! {
    /// One line of a list. What the paper says of the project stays with the line, whatever the project is called later.
    pub struct Membership(MembershipId) in "membership", Work, of "project" {
        project: ProjectId,
        list: ListId,
        serial: Option<String>,
        /// Group inside the list, e.g. 一、化工产业.
        grouping: Option<String>,
        note: Option<String>,
        listed_name: Option<String>,
        listed_code: Option<String>,
        /// 元
        listed_total: Option<i64>,
        listed_plan: Option<i64>,
        listed_carried: Option<Carried>,
    }
}
