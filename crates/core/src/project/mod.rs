//! The project: one line of the ledger, one file of the archive.

mod ask;
pub mod cells;
pub mod check;
pub mod column;
pub mod county;
pub mod edit;
pub(crate) mod line;
pub mod list;
pub mod print;
pub mod query;
pub mod row;
pub mod start;
pub mod values;

use crate::id::{EnterpriseId, ProjectId};
use crate::time::Day;
use crate::{codes, record};

codes! {
    /// Stages in their order (practice §5.4).
    #[derive(Default)]
    pub enum Stage {
        /// 谋划
        Conceived = "conceived",
        /// 洽谈
        Negotiating = "negotiating",
        /// 签约
        Signed = "signed",
        /// 前期（手续）
        #[default]
        Preparing = "preparing",
        /// 拿地
        Land = "land",
        /// 已开工
        Started = "started",
        /// 在建
        Building = "building",
        /// 竣工
        Completed = "completed",
        /// 投产
        Operating = "operating",
        /// 达产
        Full = "full",
    }
}

codes! {
    /// States across the stages (practice §5.4).
    #[derive(Default)]
    pub enum ProjectState {
        #[default]
        Active = "active",
        /// 冬季停工（待复工）
        WinterStop = "winter_stop",
        /// 停建缓建
        Suspended = "suspended",
        /// 终止
        Terminated = "terminated",
        /// 调出清单
        Delisted = "delisted",
        /// 合并于
        Merged = "merged",
        /// 拆分为
        Split = "split",
    }
}

codes! {
    /// 建设性质
    pub enum Nature {
        NewBuild = "new_build",
        Expansion = "expansion",
        Rebuild = "rebuild",
        /// 技改
        Upgrade = "upgrade",
        Relocation = "relocation",
    }
}

codes! {
    /// New this year or carried on 新开工/续建.
    pub enum Carried { New = "new", Continued = "continued" }
}

codes! {
    /// 计数口径: whether a project is in the totals, or is the 其中 of one that is (practice C32).
    pub enum Counting { Counted = "counted", NotCounted = "not_counted" }
}

impl Counting {
    #[must_use]
    pub fn of(counted: bool) -> Self {
        if counted { Self::Counted } else { Self::NotCounted }
    }
}

record! {
    #[derive(Default)]
    pub struct Project(ProjectId) in "project", Work {
        name: String,
        /// Former and other names, one a line.
        aliases: Option<String>,
        /// 国家统一项目代码 with hyphens.
        code: Option<String>,
        /// GB/T 2260 code, or the code of a region of the office's own.
        region: Option<String>,
        /// The region as it was written, while no code is known for it.
        region_text: Option<String>,
        /// 建设地点
        site: Option<String>,
        enterprise: Option<EnterpriseId>,
        /// GB/T 4754 code.
        industry: Option<String>,
        industry_text: Option<String>,
        /// 产业链
        chain: Option<String>,
        /// Overlapping labels, one a line; never added up.
        tags: Option<String>,
        /// 建设内容及规模
        content: Option<String>,
        scale: Option<String>,
        nature: Option<Nature>,
        carried: Option<Carried>,
        mode: Option<crate::approval::template::Mode>,
        land: Option<crate::approval::template::Land>,
        stage: Stage,
        standing: ProjectState,
        /// 总投资, 元.
        total: Option<i64>,
        total_about: bool,
        /// The year `plan` is for.
        plan_year: Option<i64>,
        /// 年度计划投资, 元.
        plan: Option<i64>,
        plan_about: bool,
        /// 到位资金, 元.
        arrived: Option<i64>,
        /// Foreign money in whole units of its own currency; never added to 元.
        foreign_amount: Option<i64>,
        foreign_currency: Option<String>,
        /// 引进单位
        introduced_by: Option<String>,
        /// 落地服务单位
        served_by: Option<String>,
        /// 项目责任单位
        responsible_unit: Option<String>,
        /// Millionths of a degree.
        longitude: Option<i64>,
        latitude: Option<i64>,
        sensitive: bool,
        parent: Option<ProjectId>,
        /// Whether it counts by itself (计数口径): a sub-project may count inside its parent.
        counted: bool,
        position: Option<i64>,
        note: Option<String>,
        /// Never printed.
        internal_note: Option<String>,
        conceived_planned: Option<Day>,
        conceived_actual: Option<Day>,
        negotiating_planned: Option<Day>,
        negotiating_actual: Option<Day>,
        signed_planned: Option<Day>,
        signed_actual: Option<Day>,
        preparing_planned: Option<Day>,
        preparing_actual: Option<Day>,
        land_planned: Option<Day>,
        land_actual: Option<Day>,
        started_planned: Option<Day>,
        started_actual: Option<Day>,
        building_planned: Option<Day>,
        building_actual: Option<Day>,
        completed_planned: Option<Day>,
        completed_actual: Option<Day>,
        operating_planned: Option<Day>,
        operating_actual: Option<Day>,
        full_planned: Option<Day>,
        full_actual: Option<Day>,
        /// 首台、首件下线
        first_product_actual: Option<Day>,
        source_sender: Option<String>,
        source_file: Option<String>,
        source_sheet: Option<String>,
        source_row: Option<i64>,
        /// When the source was read, milliseconds UTC.
        source_at: Option<i64>,
    }
}
