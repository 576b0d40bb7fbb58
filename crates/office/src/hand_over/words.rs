//! The words of the hand-over sheets, which are Chinese like every paper of an office.

use zhuanban_core::approval::way::{ApprovalWay, Way};
use zhuanban_core::matter::MatterKind;
use zhuanban_core::round::UnitState;
use zhuanban_core::route::RouteKind;
use zhuanban_core::today::PromiseKind;

/// A sheet: its name, and its heads with their widths in characters.
pub struct Sheet {
    pub name: &'static str,
    pub heads: &'static [(&'static str, f64)],
}

pub const DUTIES: Sheet = Sheet {
    name: "负责的项目",
    heads: &[("项目", 40.0), ("职责", 14.0), ("起始", 12.0), ("阶段", 10.0), ("存在问题", 60.0)],
};
/// Where the applicant has to move.
pub const APPLICANT: &str = "项目单位";

pub const APPROVALS: Sheet = Sheet {
    name: "在办审批",
    heads: &[
        ("项目", 34.0),
        ("审批事项", 34.0),
        ("在办单位", 20.0),
        ("意见单位", 16.0),
        ("专人", 10.0),
        ("应办结日", 12.0),
        ("工作日", 9.0),
        ("办理方式", 30.0),
        ("未备齐的材料", 30.0),
    ],
};
pub const STEPS: Sheet = Sheet {
    name: "步骤路线",
    heads: &[
        ("项目", 34.0),
        ("路线", 12.0),
        ("步骤", 34.0),
        ("承办单位", 20.0),
        ("专人", 10.0),
        ("应完成日", 12.0),
        ("工作日", 9.0),
    ],
};
pub const SCANS: Sheet = Sheet {
    name: "证照扫描件",
    heads: &[
        ("项目", 34.0),
        ("审批事项", 34.0),
        ("证照编号", 26.0),
        ("发证日期", 12.0),
        ("有效期至", 12.0),
        ("扫描件", 34.0),
    ],
};
pub const MATTERS: Sheet = Sheet {
    name: "问题交办",
    heads: &[
        ("项目", 34.0),
        ("类型", 10.0),
        ("内容", 44.0),
        ("承办", 20.0),
        ("交办领导", 10.0),
        ("需求时间", 12.0),
        ("承诺日期", 12.0),
    ],
};
pub const PROMISES: Sheet = Sheet {
    name: "承诺",
    heads: &[
        ("项目", 34.0),
        ("种类", 14.0),
        ("事项", 34.0),
        ("承诺内容", 40.0),
        ("承诺单位", 20.0),
        ("承诺日期", 12.0),
    ],
};
pub const REPORTS: Sheet = Sheet {
    name: "未收齐的报表",
    heads: &[("报送期", 30.0), ("单位", 24.0), ("情况", 14.0), ("截止日期", 12.0)],
};
pub const CONTACTS: Sheet = Sheet {
    name: "联系人",
    heads: &[("项目或企业", 40.0), ("姓名", 12.0), ("职务", 16.0), ("电话", 22.0), ("备注", 40.0)],
};
pub const KEPT: Sheet = Sheet { name: "视图和读取方式", heads: &[("种类", 20.0), ("名称", 60.0)] };

pub fn kind(kind: MatterKind) -> &'static str {
    match kind {
        MatterKind::Need => "要素需求",
        MatterKind::Issue => "堵点问题",
        MatterKind::Task => "交办任务",
    }
}

pub fn promise(kind: PromiseKind) -> &'static str {
    match kind {
        PromiseKind::Papers => "容缺补件",
        PromiseKind::Pledge => "告知承诺",
        PromiseKind::Call => "通话答应",
        PromiseKind::Letter => "三函",
        PromiseKind::MakeGood => "正式手续补齐",
    }
}

pub fn report(state: UnitState) -> &'static str {
    match state {
        UnitState::Unsent => "未发",
        UnitState::Sent => "未报",
        UnitState::Received => "已收",
        UnitState::Zero => "零报告",
        UnitState::Returned => "退回修改",
        UnitState::Stale => "疑似旧文件",
        UnitState::Manual => "转人工录入",
    }
}

pub fn route(kind: RouteKind) -> &'static str {
    match kind {
        RouteKind::Land => "用地",
        RouteKind::Power => "供电",
        RouteKind::Finance => "融资",
        RouteKind::Listing => "上市",
        RouteKind::Loan => "贷款条件",
    }
}

/// A way with its days and its document, e.g. 承诺即开工（2022-03-14起，承诺2022-03-21办齐）.
pub fn way(way: &ApprovalWay) -> String {
    let name = match way.way {
        Way::Early => "提前介入",
        Way::Simulated => "模拟审批",
        Way::Preview => "预审",
        Way::JointPreview => "联合预审",
        Way::Pledge => "承诺即开工",
        Way::Green => "绿色通道",
        Way::AreaCovered => "区域评估已覆盖",
    };
    let told = [
        Some(format!("{}起", way.begun_on)),
        way.due_by.filter(|_| way.formal_on.is_none()).map(|day| format!("承诺{day}办齐")),
        way.formal_on.map(|day| format!("{day}已转正式或兑现")),
        way.area.clone(),
        way.document.clone(),
    ];
    format!("{name}（{}）", told.into_iter().flatten().collect::<Vec<_>>().join("，"))
}
