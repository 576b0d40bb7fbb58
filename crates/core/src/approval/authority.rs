//! 权力清单 and 责任清单: which items of the library stand on the published lists of the unit that handles them (`systems.md`
//! 002-28). The office marks them in its version of the library; here they are listed by unit.

use super::template::{Authority, Item};
use crate::error::Result;
use crate::store::Reader;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Both lists of every unit, by the newest version of the library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AuthorityLists {
    /// In the order of the library; units with nothing on either list are left out.
    pub units: Vec<AuthorityUnit>,
    pub power: i64,
    pub duty: i64,
    /// Items of the library on neither list.
    pub unmarked: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AuthorityUnit {
    pub department: String,
    pub department_en: String,
    pub power: Vec<AuthorityItem>,
    pub duty: Vec<AuthorityItem>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AuthorityItem {
    pub code: String,
    pub name: String,
    pub name_en: String,
    /// Law and article.
    pub basis: String,
}

pub fn lists(r: &Reader) -> Result<AuthorityLists> {
    Ok(by_unit(r.templates()?.newest().items()))
}

/// The law of a basis: its first line. Where promised limits, papers and notes come from stands below it, for the office alone.
fn law(basis: &str) -> &str {
    basis.lines().next().filter(|line| !line.starts_with(PROMISED)).unwrap_or_default()
}

/// How a line begins that says where a promised limit comes from.
const PROMISED: &str = "承诺时限：";

/// The lists of some items.
#[must_use]
pub fn by_unit(items: &[Item]) -> AuthorityLists {
    let (mut units, mut unmarked): (Vec<AuthorityUnit>, i64) = (vec![], 0);
    for item in items {
        if item.lists.is_empty() {
            unmarked += 1;
            continue;
        }
        let at = units.iter().position(|unit| unit.department == item.department).unwrap_or_else(|| {
            units.push(AuthorityUnit {
                department: item.department.clone(),
                department_en: item.department_en.clone(),
                power: vec![],
                duty: vec![],
            });
            units.len() - 1
        });
        for list in &item.lists {
            let line = AuthorityItem {
                code: item.code.clone(),
                name: item.name.clone(),
                name_en: item.name_en.clone(),
                basis: law(&item.basis).into(),
            };
            match list {
                Authority::Power => units[at].power.push(line),
                Authority::Duty => units[at].duty.push(line),
            }
        }
    }
    let count =
        |of: fn(&AuthorityUnit) -> usize| i64::try_from(units.iter().map(of).sum::<usize>()).unwrap_or(i64::MAX);
    let (power, duty) = (count(|unit| unit.power.len()), count(|unit| unit.duty.len()));
    AuthorityLists { units, power, duty, unmarked }
}

#[cfg(test)]
mod tests {
    use super::law;

    #[test]
    fn a_list_names_the_law_and_not_where_a_promise_was_read() {
        assert_eq!(law("城乡规划法第40条\n承诺时限：7个工作日见某县示例\n申请材料：第40条"), "城乡规划法第40条");
        assert_eq!((law("承诺时限：7个工作日见某县示例"), law("")), ("", ""));
    }
}
