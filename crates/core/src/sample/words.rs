//! The sample's words: what projects are called, what is reported of them, and how people are called. All invented.

use super::chance::Chance;
use crate::coded::rows;
use std::collections::HashSet;
use std::sync::OnceLock;

/// What a project makes.
#[derive(Clone, Debug)]
pub struct Product {
    /// `emerging`, `industrial` or `service`.
    pub class: String,
    pub name: String,
    /// GB/T 4754 code.
    pub industry: String,
    pub scale: String,
}

/// A problem as it is reported, and what is to be done.
#[derive(Clone, Debug)]
pub struct Trouble {
    pub issue: String,
    pub next_step: String,
}

/// First parts of names, two characters each.
pub const BRANDS: &[&str] = &[
    "北辰", "林海", "鑫牧", "澜泰", "龙跃", "嘉谷", "星垦", "博凌", "华岭", "瑞麦", "双嘉", "东屹", "远拓", "哈东",
    "寒岭", "天衡", "松沃", "启川", "恒煜", "兴原", "卓域", "盛垦", "弘川", "凯垚", "明澈", "安屹", "丰禾", "润野",
    "冰晟", "雪域", "江越", "宏拓", "中沃", "泽垣", "金穗", "蓝岸", "瀚森", "绿垄", "长垣", "合众", "立晟", "国屹",
    "通衡", "新麓", "万谷", "建垒", "同舟", "晨曜", "千禾", "顺屹", "汇海", "佳垦", "阔野", "雅澜",
];

const SURNAMES: &[&str] = &[
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马",
    "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾",
    "彭", "吕", "苏", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛", "叶", "阎",
];

const GIVEN: &[&str] = &[
    "国栋", "玉刚", "明礼", "振东", "志远", "国安", "学勤", "俊峰", "启元", "向荣", "鹏程", "志国", "景明", "文博",
    "振海", "建业", "长青", "立德", "清泉", "克勤", "远航", "晓", "南", "启航", "骁", "欣", "海波", "川", "慧敏",
    "桂兰", "一鸣", "宁", "若楠", "可", "佳音", "思远", "嘉树", "明月", "卫东", "丽华", "晓东", "春梅", "立新", "红旗",
    "秀英", "海燕", "铁军", "雪松", "冬梅", "大勇", "凤霞", "永生", "少华", "宏伟", "佩玲", "守信", "兆丰", "振宇",
    "晓光", "艳丽",
];

/// 32 leaders of a city, in their official order.
pub const LEADERS: &[&str] = &[
    "沈国栋",
    "冯玉刚",
    "袁明礼",
    "萧宗义",
    "许振东",
    "韩志远",
    "蒋国安",
    "田学勤",
    "卢俊峰",
    "陈伯年",
    "唐启元",
    "叶向荣",
    "杜鹏程",
    "吕志国",
    "罗景明",
    "郑文博",
    "高振海",
    "曹建业",
    "谢长青",
    "程立德",
    "于清泉",
    "丁克勤",
    "任远航",
    "薛维民",
    "贾中正",
    "傅定邦",
    "董若虚",
    "彭士杰",
    "魏承志",
    "苏怀瑾",
    "阎守成",
    "梁敬之",
];

pub fn products(class: &str) -> Vec<&'static Product> {
    static ALL: OnceLock<Vec<Product>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let read = |r: Vec<String>| Product {
            class: r[0].clone(),
            name: r[1].clone(),
            industry: r[2].clone(),
            scale: r[3].clone(),
        };
        rows(include_str!("../../data/sample/products.csv")).into_iter().map(read).collect()
    });
    all.iter().filter(|p| p.class == class).collect()
}

pub fn troubles() -> &'static [Trouble] {
    static ALL: OnceLock<Vec<Trouble>> = OnceLock::new();
    ALL.get_or_init(|| {
        let read = |r: Vec<String>| Trouble { issue: r[0].clone(), next_step: r[1].clone() };
        rows(include_str!("../../data/sample/issues.csv")).into_iter().map(read).collect()
    })
}

/// How far a project is at a stage, from the first words to the last.
pub fn images(stage: crate::project::Stage) -> Vec<&'static str> {
    static ALL: OnceLock<Vec<Vec<String>>> = OnceLock::new();
    let all = ALL.get_or_init(|| rows(include_str!("../../data/sample/images.csv")));
    all.iter().filter(|r| r[0] == stage.code()).map(|r| r[1].as_str()).collect()
}

/// Names that were given already.
#[derive(Default)]
pub struct Names {
    given: HashSet<String>,
    firms: std::collections::HashMap<String, crate::id::EnterpriseId>,
}

impl Names {
    /// A project's name that is new: brand and product, e.g. 北辰智能电机产业园.
    pub fn project(&mut self, chance: &mut Chance, class: &str) -> (String, &'static str, &'static Product) {
        let products = products(class);
        loop {
            let (brand, product) = (*chance.pick(BRANDS), *chance.pick(&products));
            let name = format!("{brand}{}", product.name);
            if self.given.insert(name.clone()) {
                return (name, brand, product);
            }
        }
    }

    /// A person's name that is new.
    pub fn person(&mut self, chance: &mut Chance) -> String {
        loop {
            let mut name = format!("{}{}", chance.pick(SURNAMES), chance.pick(GIVEN));
            if self.given.len() > 2000 {
                // Few pairs are left: a second given name.
                name.push_str(chance.pick(GIVEN).get(..3).unwrap_or_default());
            }
            if self.given.insert(name.clone()) {
                return name;
            }
        }
    }

    /// An enterprise by name, written once.
    pub fn firm(
        &mut self,
        sheet: &mut super::maker::Sheet<'_, '_>,
        name: &str,
        region: &str,
    ) -> crate::error::Result<crate::id::EnterpriseId> {
        if let Some(known) = self.firms.get(name) {
            return Ok(*known);
        }
        let id = sheet.enterprise(name, region, self.firms.len() + 1)?;
        self.firms.insert(name.into(), id);
        Ok(id)
    }
}

/// Overlapping labels of a class, one a line.
pub fn tags(class: &str) -> &'static str {
    match class {
        "emerging" => "工业\n战新",
        "industrial" => "工业",
        _ => "现代服务业",
    }
}

/// The firm behind a brand, e.g. 哈尔滨北辰科技有限公司.
pub fn firm(city: &str, brand: &str, class: &str) -> String {
    let kind = match class {
        "emerging" => "科技",
        "industrial" => "实业",
        _ => "投资",
    };
    format!("{city}{brand}{kind}有限公司")
}
