//! Whom to call at the units that decide: one 经办人 each, with a phone.

use super::super::chance::Chance;
use super::super::maker::Maker;
use super::super::words::Names;
use super::Units;
use crate::error::Result;

/// Short names of units and the division that handles investment projects there.
const HANDLERS: &[(&str, &str)] = &[
    ("发改委", "投资科 经办"),
    ("自然资源局", "用途管制科 经办"),
    ("生态环境局", "环评科 经办"),
    ("住建局", "建筑业科 经办"),
    ("水务局", "水资源科 经办"),
    ("供电公司", "营销部 客户经理"),
    ("水务集团", "报装窗口 客户经理"),
    ("燃气公司", "报装窗口 客户经理"),
];

pub fn fill(maker: &Maker, units: &Units, names: &mut Names, chance: &mut Chance) -> Result<()> {
    maker.on("2022-03-27", "person_save", "部门经办人", |s| {
        for (at, (short, title)) in HANDLERS.iter().enumerate() {
            let who = s.person(&names.person(chance), units.of(short), title, 100 + i64::try_from(at).unwrap_or(0))?;
            s.phone(who.id.0, &who.name, title, 5100 + at * 17)?;
        }
        Ok(())
    })
}
