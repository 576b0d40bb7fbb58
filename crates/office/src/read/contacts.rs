//! 通讯录: units merged downwards, several phones in a cell, vacated posts; the order of the lines is the official one (practice S10).

use super::row::CellFault;
use super::whole::{Table, tables};
use crate::source::{Cell, address};
use crate::understand::heading::Level;
use crate::understand::line;
use crate::value::text::means_nothing;
use crate::value::{name, phone};
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;
use zhuanban_core::error::{FieldFault, FileProblem};
use zhuanban_core::{Error, Result};

/// One person, or one post without a person.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct ReadContact {
    pub sheet: String,
    pub row: u32,
    /// The place in the file, from 1: the official order (建制顺序), to be kept.
    pub order: u32,
    pub unit: Option<String>,
    pub name: Option<String>,
    /// The post is there, its holder is not: （空）.
    pub vacant: bool,
    pub title: Option<String>,
    pub duties: Option<String>,
    pub office_phones: Vec<String>,
    pub mobiles: Vec<String>,
    /// Only valid inside the office's own exchange.
    pub short: Option<String>,
    pub liaison: Option<String>,
    pub liaison_phones: Vec<String>,
    pub nickname: Option<String>,
    pub note: Option<String>,
    pub faults: Vec<CellFault>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Role {
    Unit,
    Name,
    Title,
    Duties,
    OfficePhone,
    Mobile,
    Short,
    Liaison,
    LiaisonPhone,
    Nickname,
    Note,
}

/// Reads the people of every sheet that is an address book, in order; fails where none is.
pub fn read_contacts(path: &Path) -> Result<Vec<ReadContact>> {
    let mut people = Vec::new();
    let mut found = false;
    for table in tables(path)? {
        if let Some((header, roles)) = (0..table.rows.len().min(30)).find_map(|at| Some((at, roles(&table, at)?))) {
            found = true;
            read(&table, header, &roles, &mut people);
        }
    }
    if found { Ok(people) } else { Err(Error::file(path, FileProblem::NoTable, "no header with names and phones")) }
}

/// The columns, if this row is the header: names, and phones of some kind.
fn roles(table: &Table, at: usize) -> Option<Vec<(usize, Role)>> {
    let filled =
        table.rows[at].filled().filter_map(|(column, cell)| Some((column, role(&Level::of(cell.text()?).word)?)));
    let roles: Vec<_> = filled.collect();
    let has = |wanted: &[Role]| roles.iter().any(|(_, role)| wanted.contains(role));
    (has(&[Role::Name]) && has(&[Role::OfficePhone, Role::Mobile, Role::Short])).then_some(roles)
}

fn role(word: &str) -> Option<Role> {
    Some(match word {
        "单位" | "单位名称" | "部门" | "工作单位" | "科室" | "成员单位" | "所在单位" => {
            Role::Unit
        }
        "姓名" | "名字" | "人员" | "领导姓名" | "负责人" => Role::Name,
        "职务" | "职位" | "岗位" | "职务职级" => Role::Title,
        "分工" | "职责" | "工作分工" | "分管工作" => Role::Duties,
        "办公电话" | "座机" | "固定电话" | "电话" | "联系电话" | "办公室电话" => Role::OfficePhone,
        "手机" | "手机号" | "手机号码" | "移动电话" => Role::Mobile,
        "短号" | "小号" | "集团短号" => Role::Short,
        "联络员" | "联络员姓名" => Role::Liaison,
        "联络员手机" | "联络员电话" | "联络员联系方式" | "联络员手机号" => Role::LiaisonPhone,
        "微信群昵称" | "微信昵称" | "微信" | "微信名" => Role::Nickname,
        "备注" | "说明" => Role::Note,
        _ => return None,
    })
}

fn read(table: &Table, header: usize, roles: &[(usize, Role)], people: &mut Vec<ReadContact>) {
    let mut unit: Option<String> = None;
    for at in header + 1..table.rows.len() {
        let row = &table.rows[at];
        let first = row.filled().next().map(|(_, cell)| cell.shown().into_owned());
        if first.is_none_or(|text| line::is_note(&text)) || self::roles(table, at).is_some() {
            continue;
        }
        let mut person = ReadContact { sheet: table.sheet.name.clone(), row: row.number, ..ReadContact::default() };
        for &(column, role) in roles {
            take(&mut person, role, column, row.cell(column));
        }
        // A unit stands once over its people, whether the cells are merged or left blank.
        unit = person.unit.take().or(unit);
        person.unit.clone_from(&unit);
        if person.name.is_some()
            || person.vacant
            || person.liaison.is_some()
            || !person.mobiles.is_empty()
            || !person.office_phones.is_empty()
        {
            person.order = people.len() as u32 + 1;
            people.push(person);
        }
    }
}

fn take(person: &mut ReadContact, role: Role, column: usize, cell: &Cell<'_>) {
    if cell.is_blank() {
        return;
    }
    let shown = cell.shown();
    let text = || Some(shown.trim().to_string()).filter(|text| !means_nothing(text));
    let who = || Some(name::plain(&shown).replace(' ', "")).filter(|name| !means_nothing(name));
    match role {
        Role::Unit => person.unit = who(),
        Role::Name => {
            person.vacant = matches!(line::folded(&shown).trim_matches(['(', ')']), "空" | "空缺" | "暂缺" | "待定");
            person.name = who().filter(|_| !person.vacant);
        }
        Role::Title => person.title = who(),
        Role::Duties => person.duties = text(),
        Role::Short => person.short = text(),
        Role::Liaison => person.liaison = who(),
        Role::Nickname => person.nickname = text(),
        Role::Note => person.note = text(),
        Role::OfficePhone | Role::Mobile | Role::LiaisonPhone => phones(person, role, column, cell),
    }
}

fn phones(person: &mut ReadContact, role: Role, column: usize, cell: &Cell<'_>) {
    let read = match cell {
        Cell::Number(n) => phone::number(*n).map(|phone| vec![phone]),
        other => phone::text(&other.shown()),
    };
    let (slot, field) = match role {
        Role::OfficePhone => (&mut person.office_phones, "office_phone"),
        Role::Mobile => (&mut person.mobiles, "mobile"),
        _ => (&mut person.liaison_phones, "liaison_phone"),
    };
    match read {
        Ok(phones) => *slot = phones,
        Err(rule) => {
            let fault = FieldFault::error(field, rule).with("text", cell.shown());
            person.faults.push(CellFault { cell: address(column, person.row), fault });
        }
    }
}
