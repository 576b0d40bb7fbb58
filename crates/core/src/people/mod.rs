//! Offices, departments, people, their duties and their phone numbers.
//!
//! Order is official (建制顺序, `position`), never alphabetical (practice C40).

pub mod answering;
pub mod book;
pub mod edit;
pub mod hand_over;
pub mod hold;
pub mod query;
pub mod replace;
pub mod role_word;
pub mod seat;
pub mod staffing;
pub mod wall;

use crate::id::{ContactId, DepartmentId, DutyId, OfficeId, PersonId, ProjectId};
use crate::{codes, record};

codes! {
    /// Level of a task-force office.
    pub enum Level { Province = "province", City = "city", County = "county", Chain = "chain", Project = "project" }
}

codes! {
    /// Kind of a unit, which decides how it is written to and whether it can be ranked (practice C10).
    pub enum UnitKind {
        Government = "government",
        /// 行政审批局: has the approvals of many departments in its one hall.
        ApprovalBureau = "approval_bureau",
        Vertical = "vertical",
        Utility = "utility",
        Bank = "bank",
        County = "county",
        Park = "park",
        ProjectUnit = "project_unit",
    }
}

codes! {
    /// A person's duty on a project.
    pub enum Role {
        /// 包保领导
        Leader = "leader",
        /// 首席服务员
        ChiefServiceOfficer = "chief_service_officer",
        /// 服务专员
        ServiceOfficer = "service_officer",
        /// 责任人 of the responsible unit
        UnitHead = "unit_head",
        /// 联络员
        Liaison = "liaison",
        /// 链长
        ChainHead = "chain_head",
    }
}

codes! {
    /// What somebody is at their unit (practice C39).
    pub enum SeatRole {
        /// 主要负责人
        Head = "head",
        /// 分管领导
        Leading = "leading",
        /// 科长
        SectionHead = "section_head",
        /// 经办人
        Handler = "handler",
        /// 联络员
        Liaison = "liaison",
        /// 窗口首席代表
        Window = "window",
    }
}

impl SeatRole {
    /// Whom to call first: the 经办人, then the 科长, then the 分管 (practice §1.11). It knows no 联络员: calls are what he is
    /// named for, so he comes right after the 经办人; and the window's 首席代表 stands below the 科长 who decides.
    #[must_use]
    pub fn call(self) -> usize {
        match self {
            Self::Handler => 0,
            Self::Liaison => 1,
            Self::SectionHead => 2,
            Self::Window => 3,
            Self::Leading => 4,
            Self::Head => 5,
        }
    }
}

codes! {
    /// What kind of way to reach somebody a contact is.
    pub enum ContactKind {
        Office = "office",
        Mobile = "mobile",
        /// Only inside the office's own exchange.
        Short = "short",
        /// The name in the WeChat group.
        Nickname = "nickname",
    }
}

record! {
    /// A task-force office 专班.
    pub struct Office(OfficeId) in "office", Ref {
        name: String,
        level: Level,
        /// GB/T 2260 code.
        region: Option<String>,
        parent: Option<OfficeId>,
    }
}

record! {
    /// A unit that approves, guarantees an element, reports, or is scored.
    pub struct Department(DepartmentId) in "department", Ref {
        name: String,
        short_name: Option<String>,
        kind: UnitKind,
        position: Option<i64>,
        /// The unit it is led by (归口部门).
        superior: Option<DepartmentId>,
        ranked: bool,
        note: Option<String>,
    }
}

record! {
    /// A seat at a unit and who holds it. A former holder keeps a line with his term; a seat without a name is vacant.
    pub struct Person(PersonId) in "person", Ref {
        name: String,
        department: Option<DepartmentId>,
        title: Option<String>,
        position: Option<i64>,
        note: Option<String>,
        role: Option<SeatRole>,
        /// 分工
        duties: Option<String>,
        since: Option<chrono::NaiveDate>,
        until: Option<chrono::NaiveDate>,
        /// Another seat of the same person.
        same: Option<PersonId>,
    }
}

record! {
    /// Who holds which duty on a project, from when to when. The name stands by itself until it is matched to a person.
    pub struct Duty(DutyId) in "duty", Ref, of "project" {
        project: ProjectId,
        role: Role,
        name: String,
        person: Option<PersonId>,
        since: Option<chrono::NaiveDate>,
        until: Option<chrono::NaiveDate>,
        position: Option<i64>,
    }
}

record! {
    /// A way to reach somebody: of a project, an enterprise, a department or a person (`owner` is that record's identity).
    pub struct Contact(ContactId) in "contact", Personal, of "owner" {
        #[ts(type = "string")]
        owner: crate::id::ProjectId,
        name: Option<String>,
        phone: Option<String>,
        title: Option<String>,
        position: Option<i64>,
        note: Option<String>,
        /// Absent: told by its form.
        kind: Option<ContactKind>,
    }
}
