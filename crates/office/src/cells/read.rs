//! What is typed or pasted into a cell of the ledger, read as an import reads it; and how a cell is written, to be typed again.

use super::words;
use crate::export::{day_words, shifted};
use crate::import::region::Regions;
use crate::typed::TypedUnit;
use crate::value::{code, day, money, name, text};
use chrono::Datelike;
use std::collections::HashMap;
use zhuanban_core::error::{FieldFault, Result, Rule};
use zhuanban_core::id::ProjectId;
use zhuanban_core::project::cells::Said;
use zhuanban_core::project::column::{Column, Holds};
use zhuanban_core::project::{list, query};
use zhuanban_core::store::{Reader, params};

/// Excel's own limit for a cell.
const LONGEST_TEXT: usize = 32_767;

/// What a cell says, and what is odd about the way it was written.
pub struct Read {
    pub said: Said,
    pub warning: Option<Rule>,
}

/// Reads and writes the cells of one call.
pub struct Cells<'r, 'c> {
    r: &'r Reader<'c>,
    unit: TypedUnit,
    regions: Regions,
    parents: HashMap<String, Option<ProjectId>>,
}

impl<'r, 'c> Cells<'r, 'c> {
    pub fn new(r: &'r Reader<'c>, unit: TypedUnit) -> Result<Self> {
        Ok(Self { r, unit, regions: Regions::read(r)?, parents: HashMap::new() })
    }

    /// What a typed text says in a column, or the rule it breaks.
    pub fn read(&mut self, column: Column, typed: &str) -> Result<std::result::Result<Read, FieldFault>> {
        let fault = |rule| FieldFault::error(column.code(), rule).with("text", quoted(typed));
        let typed = typed.trim();
        if text::means_nothing(typed) {
            return Ok(Ok(Read { said: Said::Nothing, warning: None }));
        }
        if text::is_formula_error(typed) {
            return Ok(Err(fault(Rule::FormulaError)));
        }
        let read = match column.holds() {
            Holds::Choice => words::code(column, typed).map(|c| Said::Code(c.into())).ok_or(Rule::NotAChoice),
            Holds::Parent => self.parent(typed)?.map(Said::Project).ok_or(Rule::NoSuchRecord),
            Holds::Region => return Ok(Ok(self.region(typed))),
            Holds::Day => self.day(typed),
            _ if column == Column::EnteredPeriod => self.month(typed),
            _ if column.is_money() => return Ok(self.money(column, typed).map_err(fault)),
            _ => words_of(column, typed),
        };
        Ok(read.map(|said| Read { said, warning: None }).map_err(fault))
    }

    fn money(&self, column: Column, typed: &str) -> std::result::Result<Read, Rule> {
        // This month's figure may be negative: corrections are booked so.
        let minus = typed.strip_prefix(['-', '−', '－']).filter(|_| column == Column::DoneMonth);
        let Some(read) = money::text(minus.unwrap_or(typed), self.unit.money())? else {
            return Ok(Read { said: Said::Nothing, warning: None });
        };
        let yuan = if minus.is_some() { -read.amount.yuan } else { read.amount.yuan };
        let about = read.amount.approximate;
        let said = Said::Money { yuan, about };
        let plain = matches!(column, Column::DoneYear | Column::DoneMonth | Column::Arrived);
        let warning =
            if about && plain { Some(Rule::AboutNotKept) } else { read.rounded.then_some(Rule::RoundedToYuan) };
        Ok(Read { said, warning })
    }

    fn day(&self, typed: &str) -> std::result::Result<Said, Rule> {
        match day::text(typed, Some(self.r.today().year()))? {
            day::ReadDay::Day(day) => Ok(Said::Day(day)),
            day::ReadDay::Nothing => Ok(Said::Nothing),
            day::ReadDay::Words => Err(Rule::NotADay),
        }
    }

    /// A month, as `YYYY-MM`.
    fn month(&self, typed: &str) -> std::result::Result<Said, Rule> {
        Ok(match self.day(typed)? {
            Said::Day(day) => Said::Text(day.on.format("%Y-%m").to_string()),
            said => said,
        })
    }

    fn region(&mut self, typed: &str) -> Read {
        let name = name::plain(typed);
        if zhuanban_core::region::by_code(&name).is_some() {
            return Read { said: Said::Code(name), warning: None };
        }
        match self.regions.code(&name) {
            Some(code) => Read { said: Said::Code(code), warning: None },
            None => Read { said: Said::Text(name), warning: Some(Rule::UnknownRegion) },
        }
    }

    /// The project of this name or code; none if there are several.
    fn parent(&mut self, typed: &str) -> Result<Option<ProjectId>> {
        if let Some(known) = self.parents.get(typed) {
            return Ok(*known);
        }
        let found: Vec<zhuanban_core::project::Project> =
            self.r.all("where name = ?1 or code = ?1 limit 2", params![typed])?;
        let one = if let [only] = &found[..] { Some(only.id) } else { None };
        self.parents.insert(typed.to_string(), one);
        Ok(one)
    }

    /// How a cell is written; typed again it says the same. A choice is written as its code.
    pub fn show(&self, said: &Said) -> Result<String> {
        Ok(match said {
            Said::Nothing => String::new(),
            Said::Text(text) => text.clone(),
            Said::Money { yuan, about } => {
                format!("{}{}", if *about { "约" } else { "" }, shifted(*yuan, self.unit.places()))
            }
            Said::Day(day) => day_words(*day),
            Said::Project(id) => query::named(self.r, *id)?.map_or_else(String::new, |named| named.name),
            Said::Code(code) => code.clone(),
        })
    }

    /// As [`Cells::show`], with the names of regions and industries in place of their codes.
    pub fn show_in(&self, column: Column, said: &Said) -> Result<String> {
        match (column.holds(), said) {
            (Holds::Region, Said::Code(code)) => {
                Ok(list::region_name(self.r, Some(code))?.unwrap_or_else(|| code.clone()))
            }
            (Holds::Industry, Said::Code(code)) => Ok(industry_name(code).unwrap_or(code).to_string()),
            _ => self.show(said),
        }
    }
}

/// The name of a section or division; a finer code stays what it is, so that it is not lost when it is typed again.
fn industry_name(code: &str) -> Option<&'static str> {
    zhuanban_core::industry::find(code).map(|industry| industry.name.as_str())
}

fn words_of(column: Column, typed: &str) -> std::result::Result<Said, Rule> {
    let (cleaned, control) = text::clean(typed);
    if control {
        return Err(Rule::ControlCharacter);
    }
    if cleaned.chars().count() > LONGEST_TEXT {
        return Err(Rule::TooLong);
    }
    Ok(match column.holds() {
        Holds::Industry => industry(&name::plain(&cleaned)),
        Holds::Tags => tags(&cleaned),
        Holds::Person | Holds::Unit => Said::Text(name::plain(&cleaned)),
        _ if column == Column::Code => code::text(&cleaned)?.map_or(Said::Nothing, Said::Text),
        _ if column == Column::Name => Said::Text(name::project(&cleaned).name),
        _ if column == Column::Enterprise => Said::Text(name::plain(&cleaned)),
        _ => Said::Text(cleaned.into_owned()),
    })
}

/// An industry by code or by its exact name, else the words.
fn industry(typed: &str) -> Said {
    let code = typed.to_ascii_uppercase();
    if zhuanban_core::industry::is_code(&code) {
        return Said::Code(code);
    }
    let named = zhuanban_core::industry::choices().into_iter().find(|industry| industry.name == typed);
    named.map_or_else(|| Said::Text(typed.to_string()), |industry| Said::Code(industry.code))
}

/// Labels, divided by 、 ， ； or line breaks, each once.
fn tags(typed: &str) -> Said {
    let mut labels: Vec<&str> = vec![];
    for label in typed.split(['、', '，', ',', '；', ';', '\n']).map(str::trim).filter(|label| !label.is_empty()) {
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    if labels.is_empty() { Said::Nothing } else { Said::Text(labels.join("\n")) }
}

fn quoted(text: &str) -> String {
    let mut short: String = text.trim().chars().take(60).collect();
    if short.len() < text.trim().len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_divided_and_industries_found() {
        assert_eq!(tags("专精特新、绿色；专精特新"), Said::Text("专精特新\n绿色".into()));
        assert_eq!(industry("c13"), Said::Code("C13".into()));
        assert_eq!(industry("农副食品加工业"), Said::Code("13".into()));
        assert_eq!(industry("玉米深加工"), Said::Text("玉米深加工".into()));
    }
}
