//! How near the due day of an approval is, and what is special about how it is handled.

use crate::approval::query::{codes, printed};
use crate::approval::record::Approval;
use crate::approval::state::{Standing, State};
use crate::approval::way::{ApprovalWay, Way};
use crate::codes;
use chrono::NaiveDate;

/// Working days within which a due day is near.
const SOON: i64 = 5;

codes! {
    /// How near the due day is.
    pub enum Heat {
        Overdue = "overdue",
        Today = "today",
        /// Within five working days.
        Soon = "soon",
        Later = "later",
        /// 补正、暂停计时、容缺待补: the applicant has to move, and no clock runs against the unit.
        Applicant = "applicant",
        /// Handed in and not accepted, or without a limit.
        NoLimit = "no_limit",
    }
}

codes! {
    /// What is special about how an approval is handled.
    pub enum Flag {
        /// 容缺: papers are still to come.
        Lacking = "lacking",
        /// The promised day of those papers is past.
        LackingLate = "lacking_late",
        /// 并联办理.
        Parallel = "parallel",
        /// 合并办理.
        Bundle = "bundle",
        /// 批准延期.
        Extended = "extended",
        /// The due day stands on a signed sheet.
        Printed = "printed",
        /// 提前介入.
        Early = "early",
        /// 模拟审批, not formal yet.
        Simulated = "simulated",
        /// 预审.
        Preview = "preview",
        /// 联合预审.
        JointPreview = "joint_preview",
        /// 承诺即开工: what was pledged is still to come.
        Pledge = "pledge",
        /// The pledged day is past.
        PledgeLate = "pledge_late",
        /// 绿色通道.
        Green = "green",
        /// 区域评估已覆盖.
        AreaCovered = "area_covered",
        /// It waits for the opinion of a second unit.
        Opinion = "opinion",
    }
}

pub(super) fn heat_of(applicant: bool, days_left: Option<i64>) -> Heat {
    match days_left {
        _ if applicant => Heat::Applicant,
        None => Heat::NoLimit,
        Some(left) if left < 0 => Heat::Overdue,
        Some(0) => Heat::Today,
        Some(left) if left <= SOON => Heat::Soon,
        Some(_) => Heat::Later,
    }
}

pub(super) fn flags_of(approval: &Approval, standing: &Standing, ways: &[ApprovalWay], today: NaiveDate) -> Vec<Flag> {
    let owed = matches!(standing.state, State::LackingAccepted | State::LackingPassed);
    let lacking = owed || approval.lacking.is_some() || approval.lacking_by.is_some();
    let fits = [
        (Flag::Lacking, lacking),
        (Flag::LackingLate, lacking && approval.lacking_by.is_some_and(|by| by < today)),
        (Flag::Parallel, !codes(approval.parallel.as_deref()).is_empty()),
        (Flag::Bundle, approval.bundle.is_some()),
        (Flag::Extended, standing.extension_days > 0),
        (Flag::Printed, printed(approval, standing).is_some()),
    ];
    let way = |way: &ApprovalWay| match way.way {
        Way::Early => Some(Flag::Early),
        Way::Simulated => Some(Flag::Simulated).filter(|_| way.formal_on.is_none()),
        Way::Preview => Some(Flag::Preview),
        Way::JointPreview => Some(Flag::JointPreview),
        Way::Pledge => Some(Flag::Pledge).filter(|_| way.formal_on.is_none()),
        Way::Green => Some(Flag::Green),
        Way::AreaCovered => Some(Flag::AreaCovered),
    };
    let late = ways.iter().any(|way| way.way == Way::Pledge && way.is_late(today));
    let of_ways = ways.iter().filter_map(way).chain(late.then_some(Flag::PledgeLate));
    fits.into_iter().filter(|(_, fits)| *fits).map(|(flag, _)| flag).chain(of_ways).collect()
}
