//! Reads one row of the template. A row that does not fit gives `None`.

use super::{
    Core, Handling, Item, ItemKind, Land, Mark, Material, Mode, Promised, Reductions, Side, Statutory, english,
};
use crate::approval::ask::{Ask, Needs};
use crate::approval::clock::{Limit, Unit};

pub(super) fn parse(row: &[String]) -> Option<Item> {
    let (row, [ask, excludes, planning, promise_side, core, handling, papers]) = row.split_last_chunk::<7>()?;
    let [
        code,
        stage_no,
        stage,
        name,
        department,
        kind,
        days,
        unit,
        side,
        basis,
        basis_mark,
        promised,
        promised_mark,
        needs,
        modes,
        lands,
        condition,
        result,
        measures,
        note,
    ] = row
    else {
        return None;
    };
    Some(Item {
        stage_no: stage_no.parse().ok()?,
        stage_en: english("stage", stage),
        name_en: english("item", code),
        department_en: english("department", department),
        kind: kind_of(kind)?,
        statutory: statutory(days, unit, side)?,
        basis_mark: mark(basis_mark)?,
        promised: limit(promised, Unit::Working)?.map(|limit| Promised { limit, side: Side::Department }),
        promised_mark: mark(promised_mark)?,
        planning: limit(planning, Unit::Working)?,
        needs: Needs::parse(needs),
        modes: all(modes, mode_of)?,
        lands: all(lands, land_of)?,
        ask: Ask::parse(ask)?,
        excludes: all_of(excludes, ';'),
        measures: all_of(measures, '|'),
        code: code.clone(),
        stage: stage.clone(),
        name: name.clone(),
        department: department.clone(),
        basis: basis.clone(),
        condition: condition.clone(),
        result: result.clone(),
        note: note.clone(),
        core: Core::find(core)?,
        handling: all_of(handling, '|').iter().map(|word| Handling::find(word)).collect::<Option<_>>()?,
        materials: materials(papers),
        reduced: Reductions::default(),
        lists: vec![],
    })
    .filter(|_| promised.is_empty() || promise_side == "部门办理")
}

fn mode_of(word: &str) -> Option<Mode> {
    lookup(word, &[("审批", Mode::Approve), ("核准", Mode::Verify), ("备案", Mode::File)])
}

fn land_of(word: &str) -> Option<Land> {
    lookup(word, &[("出让", Land::Granted), ("划拨", Land::Allocated), ("集体", Land::Collective)])
}

/// The template's finer kinds, put under the nine word sets of `practice.md` §5.2.
fn kind_of(word: &str) -> Option<ItemKind> {
    Some(match word {
        "行政许可" | "行政许可(随主件)" | "行政许可(承诺制)" | "行政许可(告知承诺)" => {
            ItemKind::Permit
        }
        "备案" | "备案/合并办理" | "登记" => ItemKind::Filing,
        "行政确认" | "政策兑现" => ItemKind::Confirmation,
        "技术审查" | "监督检查" | "联合办理" => ItemKind::Review,
        "政府内部审批" | "政府内部事项" => ItemKind::Internal,
        "交易" => ItemKind::Trade,
        "市政公用服务" => ItemKind::Utility,
        "评估" | "中介服务" | "技术服务" | "材料" | "自主/行政许可" => ItemKind::Assessment,
        "自主验收" | "报备" => ItemKind::SelfRun,
        _ => return None,
    })
}

// In the four below the outer `None` is a word the template may not hold, the inner one an empty cell.

fn statutory(days: &str, unit: &str, side: &str) -> Option<Option<Statutory>> {
    if days.is_empty() {
        return Some(None);
    }
    let unit = lookup(unit, &[("工作日", Unit::Working), ("即时", Unit::Working), ("日", Unit::Calendar)])?;
    let side = lookup(
        side,
        &[
            ("部门办理", Side::Department),
            ("申请人义务", Side::Applicant),
            ("法定最短期间", Side::Floor),
            ("联合办理上限", Side::JointCeiling),
        ],
    )?;
    Some(limit(days, unit)?.map(|limit| Statutory { limit, side }))
}

fn limit(days: &str, unit: Unit) -> Option<Option<Limit>> {
    let half_days = match days.strip_suffix(".5") {
        _ if days.is_empty() => return Some(None),
        Some(whole) => whole.parse::<u16>().ok()?.checked_mul(2)?.checked_add(1)?,
        None => days.parse::<u16>().ok()?.checked_mul(2)?,
    };
    Some(Some(Limit { half_days, unit }))
}

fn mark(word: &str) -> Option<Option<Mark>> {
    match word {
        "" => Some(None),
        "sourced" => Some(Some(Mark::Sourced)),
        word if word.starts_with("common practice") => Some(Some(Mark::ToCheck)),
        _ => None,
    }
}

fn lookup<T: Copy>(word: &str, words: &[(&str, T)]) -> Option<T> {
    words.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
}

fn all<T>(cell: &str, one: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    cell.split('|').map(one).collect()
}

pub(in crate::approval) fn all_of(cell: &str, between: char) -> Vec<String> {
    cell.split(between).filter(|part| !part.is_empty()).map(Into::into).collect()
}

/// Papers as a field holds them, one a line: `- ` before what was cut, `? ` before what may come later.
#[must_use]
pub fn materials(text: &str) -> Vec<Material> {
    let line = |line: &str| {
        let line = line.trim();
        let (rest, cut) = line.strip_prefix(['-', '−', '－']).map_or((line, false), |rest| (rest.trim(), true));
        let (rest, may_lack) = rest.strip_prefix(['?', '？']).map_or((rest, false), |rest| (rest.trim(), true));
        (!rest.is_empty()).then(|| Material { name: rest.into(), cut, may_lack })
    };
    text.lines().filter_map(line).collect()
}

/// What [`materials`] reads.
#[must_use]
pub fn write_materials(materials: &[Material]) -> String {
    let line =
        |m: &Material| format!("{}{}{}", if m.cut { "- " } else { "" }, if m.may_lack { "? " } else { "" }, m.name);
    materials.iter().map(line).collect::<Vec<_>>().join("\n")
}
