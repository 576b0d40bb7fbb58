//! The words of headings: every synonym an office uses for a field, folded as [`Level`](super::heading::Level) folds them.

use super::field::Field;

/// Exact words, separated by spaces.
const WORDS: [(Field, &str); 30] = [
    (Field::Key, "系统编号"),
    (Field::Seq, "序号 编号 No. NO. no. No NO № 序 项目序号 总序号 # 排序"),
    (
        Field::Name,
        "项目名称 工程名称 重点项目名称 重大项目名称 项目工程名称 工程项目名称 建设项目名称 建设项目 \
         投资项目名称 涉及项目 项目 名称 项目全称 子项目名称 招商项目名称",
    ),
    (Field::Alias, "曾用名 原名称 项目简称 简称 别名 项目原名 原项目名称"),
    (
        Field::Code,
        "项目代码 国家统一项目代码 投资项目代码 统一项目代码 项目编码 项目编号 赋码 项目统一代码 备案编号 \
         立项代码 项目赋码 在线平台代码 全国统一项目代码 代码",
    ),
    (Field::Uscc, "统一社会信用代码 信用代码 社会信用代码 企业统一社会信用代码 企业信用代码 法人代码"),
    (Field::City, "市州 所属市州 所属市 地市 所属地市 市地 所在市 所属市地 市级 地级市"),
    (
        Field::Region,
        "区县 县区 县市区 县 区 市 市县 所属县区 所在区县 所属区县 所属县市区 属地 地区 所在地 项目所在地 \
         行政区划 区划 辖区 所属地区 所属区域 所属地 县市 区市县 县级 旗县 项目属地 区域 所属辖区 \
         所在县区 所在县市区 所在地区 县区市 项目所在地区划",
    ),
    (
        Field::Site,
        "建设地点 建设地址 项目地址 具体地点 详细地址 选址 地点 建设位置 落地地点 所在园区 园区 镇街 \
         项目选址 建设地点及区位 项目地点 落户园区 所属园区 乡镇",
    ),
    (
        Field::Enterprise,
        "建设单位 业主 业主单位 项目单位 企业名称 投资主体 投资单位 投资方 项目业主 法人单位 项目法人 \
         企业 公司名称 单位名称 申报单位 实施主体 项目公司 实施单位 建设主体 投资企业 投资人 项目法人单位 \
         客户名称 投资者 项目企业 业主名称 建设业主 投资商 项目建设单位 项目业主单位 企业全称",
    ),
    (
        Field::Industry,
        "所属行业 行业 产业类别 产业 行业类别 国民经济行业 产业链 领域 所属产业 行业分类 产业类型 \
         项目类型 所属领域 所属产业链 行业领域 产业领域 产业分类",
    ),
    (Field::IndustryCode, "行业代码 国民经济行业代码 行业编码"),
    (Field::Nature, "建设性质 项目性质 性质 新续建 新建/续建 建设类型 建设类别 新建续建 开复工类型"),
    (Field::Mode, "立项方式 审批类型 立项类型 审批核准备案 审核备类型 项目审批方式 审批方式 管理方式 立项类别"),
    (
        Field::Content,
        "建设内容 建设规模 主要建设内容 建设内容及规模 建设规模及内容 项目内容 项目概况 项目简介 主要内容 \
         规模内容 内容及规模 项目基本情况 建设内容和规模 主要建设内容及规模 主要建设规模及内容 \
         建设规模和内容 建设内容与规模 项目建设内容 建设规模及主要内容 项目建设内容及规模 产能 项目情况",
    ),
    (Field::Stage, "项目阶段 阶段 当前阶段 推进阶段 项目状态 状态 进度阶段 建设状态 所处阶段 目前阶段 建设阶段"),
    (Field::Started, "是否开工 是否已开工 是否开复工"),
    (Field::StatisticsCode, "统计项目代码 统计代码 项目统计代码 统计项目编码 统计库代码 入库代码 入统代码 纳统代码"),
    (Field::StatisticsName, "统计项目名 统计项目名称 入库项目名称 入统项目名称 纳统项目名称 统计名称"),
    (Field::Entered, "是否纳统 是否入库 是否已入库 是否已纳统 是否入统 是否已入统"),
    (
        Field::Progress,
        "形象进度 工程形象 工程形象进度 项目进展 进展情况 当前进展 工作进展 建设进展 推进情况 进度情况 \
         目前进展 最新进展 进展 项目进度 项目进展情况 工程进度 推进进展 目前进展情况 项目推进情况 \
         建设进度 前期工作进展 前期进展 工程进展 当前进度 进度",
    ),
    (
        Field::Issue,
        "存在问题 难点堵点 存在的问题 问题 困难 堵点 诉求 主要问题 制约因素 存在困难 困难问题 \
         存在困难和问题 堵点难点 企业诉求 具体诉求 问题及建议 存在问题及建议 存在主要问题",
    ),
    (
        Field::NextStep,
        "下一步 下步 下一步安排 下步安排 下一步工作 下步工作 工作措施 推进措施 工作打算 下步措施 \
         下一步措施 下步打算 下一步打算 下一步计划 下步计划 解决措施",
    ),
    (
        Field::Target,
        "年度目标 形象目标 年度建设目标 年度工作目标 全年目标 年度形象目标 年度建设内容 年度主要建设内容 \
         年度工程形象",
    ),
    (
        Field::Leader,
        "包保领导 包联领导 责任领导 牵头领导 联系领导 分管领导 挂包领导 市领导 牵头市领导 县级领导 \
         市级包联领导 包抓领导 领导 包靠领导 县级包联领导 挂联领导 帮包领导 市级领导 包保责任人 包挂领导 \
         联系市领导 省级领导 牵头负责领导 领办领导 挂钩领导",
    ),
    (
        Field::ResponsibleUnit,
        "责任单位 责任部门 牵头单位 主管部门 牵头部门 责任主体 包保单位 服务单位 落地服务单位 \
         项目责任单位 行业主管部门 包联单位 包联部门 主管单位 服务部门 包保部门 配合单位",
    ),
    (
        Field::Contact,
        "联系人 责任人 联络员 负责人 项目联系人 经办人 企业联系人 项目负责人 联系人及电话 责任人及电话 \
         联络员及电话 企业负责人 联系人电话 责任人及联系方式 联系人及联系方式 具体责任人 联系人姓名 \
         填报人 首席服务员 服务专员",
    ),
    (Field::Phone, "联系电话 电话 手机 联系方式 手机号 手机号码 办公电话 电话号码 联系人手机 移动电话 联系手机"),
    (Field::Note, "备注 说明 其他 备注说明 其他说明 其它"),
    (
        Field::List,
        "省重点 市重点 县重点 项目级别 级别 项目层级 重点类别 是否省重点 是否市重点 项目等级 项目类别 \
         重点项目类别 重点级别",
    ),
];

/// The field a folded heading names exactly.
pub(super) fn exact(text: &str) -> Option<Field> {
    WORDS.iter().find(|(_, words)| words.split_ascii_whitespace().any(|word| word == text)).map(|(field, _)| *field)
}

/// Words inside longer headings, most telling first.
const PARTS: [(&str, Field); 26] = [
    ("信用代码", Field::Uscc),
    ("项目代码", Field::Code),
    ("行业代码", Field::IndustryCode),
    ("是否", Field::Ignore),
    ("入库", Field::Ignore),
    ("纳统", Field::Ignore),
    ("项目名称", Field::Name),
    ("工程名称", Field::Name),
    ("协调", Field::Issue),
    ("难点", Field::Issue),
    ("堵点", Field::Issue),
    ("问题", Field::Issue),
    ("诉求", Field::Issue),
    ("下一步", Field::NextStep),
    ("下步", Field::NextStep),
    ("形象进度", Field::Progress),
    ("进展", Field::Progress),
    ("领导", Field::Leader),
    ("电话", Field::Phone),
    ("手机", Field::Phone),
    ("建设单位", Field::Enterprise),
    ("建设内容", Field::Content),
    ("建设规模", Field::Content),
    ("建设地点", Field::Site),
    ("县市区", Field::Region),
    ("责任单位", Field::ResponsibleUnit),
];

/// The field that a word inside a longer heading tells.
pub(super) fn contained(text: &str) -> Option<Field> {
    PARTS.iter().find(|(part, _)| text.contains(part)).map(|&(_, field)| field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_stands_for_two_fields() {
        let mut seen = std::collections::HashMap::new();
        for (field, words) in WORDS {
            for word in words.split_ascii_whitespace() {
                assert_eq!(seen.insert(word, field), None, "{word}");
            }
        }
    }
}
