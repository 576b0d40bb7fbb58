//! The words of the hand-over sheets, which are Chinese like every paper of an office.

use zhuanban_core::matter::MatterKind;

/// A sheet: its name, and its heads with their widths in characters.
pub struct Sheet {
    pub name: &'static str,
    pub heads: &'static [(&'static str, f64)],
}

pub const DUTIES: Sheet = Sheet {
    name: "负责的项目",
    heads: &[("项目", 40.0), ("职责", 14.0), ("起始", 12.0), ("阶段", 10.0), ("存在问题", 60.0)],
};
pub const APPROVALS: Sheet = Sheet {
    name: "在办审批",
    heads: &[("项目", 40.0), ("审批事项", 44.0), ("承办单位", 24.0), ("应办结日", 12.0), ("工作日", 10.0)],
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
