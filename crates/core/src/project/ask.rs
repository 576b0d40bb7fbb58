//! A question to the ledger as SQL over `ledger_line`: conditions, and the keys that rows are sorted and grouped by.
//!
//! Names come from [`Column`], values are always parameters.

use super::column::{Column, Holds};
use super::list::{Filter, Op, ProjectQuery, SortKey};
use super::values;
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::ProjectId;
use crate::store::{Reader, Value};

/// `where …` over `ledger_line l`, empty for the whole ledger, and its parameters in order.
pub(super) struct Asked {
    pub filter: String,
    pub params: Vec<Value>,
}

impl Asked {
    /// The conditions of a query, leaving out those on one column (a filter menu offers what the others leave).
    pub fn of(r: &Reader, query: &ProjectQuery, but: Option<Column>) -> Result<Self> {
        let mut asking = Asking { r, params: vec![] };
        let mut conditions = vec![];
        if let Some(text) = &query.text {
            conditions.extend(asking.text(text)?);
        }
        if let Some(figure) = &query.figure {
            conditions.push(asking.counted(figure)?);
        }
        if let Some(projects) = &query.projects {
            conditions.push(asking.among(projects)?);
        }
        let (lights, others): (Vec<&Filter>, Vec<&Filter>) =
            query.filters.iter().filter(|f| Some(f.column) != but).partition(|f| f.column == Column::Light);
        for filter in others {
            conditions.push(asking.condition(filter)?);
        }
        for filter in lights {
            let so_far = Self { filter: joined(&conditions), params: asking.params.clone() };
            conditions.push(asking.light(&so_far, filter)?);
        }
        Ok(Self { filter: joined(&conditions), params: asking.params })
    }
}

fn joined(conditions: &[String]) -> String {
    if conditions.is_empty() { String::new() } else { format!("where {}", conditions.join(" and ")) }
}

struct Asking<'r, 'c> {
    r: &'r Reader<'c>,
    params: Vec<Value>,
}

impl Asking<'_, '_> {
    /// Words of the index; letters and digits also by what they spell, as the palette finds them.
    fn text(&mut self, typed: &str) -> Result<Option<String>> {
        let Some(words) = crate::search::query(typed) else { return Ok(None) };
        self.params.push(Value::Text(words));
        let found = "l.project in (select d.project from project_search s join project_doc d on d.doc = s.rowid
            where project_search match ?)";
        let spelled = crate::find::source::spelled(self.r, typed)?;
        if spelled.is_empty() {
            return Ok(Some(found.into()));
        }
        self.push(serde_json::to_string(&spelled).map_err(|e| Error::Internal(e.to_string()))?);
        Ok(Some(format!("({found} or l.project in (select value from json_each(?)))")))
    }

    /// The rows a figure counted, found by the rule that counted them.
    fn counted(&mut self, figure: &crate::figure::rows::FigureRows) -> Result<String> {
        self.among(&crate::figure::rows::ids(self.r, figure)?)
    }

    fn among(&mut self, ids: &[ProjectId]) -> Result<String> {
        let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
        let json = serde_json::to_string(&ids).map_err(|e| Error::Internal(e.to_string()))?;
        self.params.push(Value::Text(json));
        Ok("l.project in (select value from json_each(?))".into())
    }

    fn condition(&mut self, f: &Filter) -> Result<String> {
        let value = f.column.value();
        Ok(match f.op {
            Op::Filled => format!("{value} is not null"),
            Op::Empty => format!("{value} is null"),
            _ if f.values.iter().all(|v| v.trim().is_empty()) => "1".into(),
            Op::AnyOf => self.any_of(f)?,
            Op::NoneOf => format!("({}) is not true", self.any_of(f)?),
            Op::Contains => self.contains(f)?,
            Op::Lacks => format!("({}) is not true", self.contains(f)?),
            Op::AtLeast => self.bound(f.column, ">=", &f.values[0])?,
            Op::AtMost => self.bound(f.column, "<=", &f.values[0])?,
            Op::Between => {
                let ends = [(">=", f.values.first()), ("<=", f.values.get(1))];
                let mut bounds = vec!["1".to_string()];
                for (sign, end) in ends {
                    if let Some(end) = end.filter(|end| !end.trim().is_empty()) {
                        bounds.push(self.bound(f.column, sign, end)?);
                    }
                }
                bounds.join(" and ")
            }
        })
    }

    fn push(&mut self, text: impl Into<String>) {
        self.params.push(Value::Text(text.into()));
    }

    fn any_of(&mut self, f: &Filter) -> Result<String> {
        let value = f.column.value();
        let marks = vec!["?"; f.values.len()].join(", ");
        match f.column.holds() {
            Holds::Number => {
                for text in &f.values {
                    let number = number(f.column, text)?;
                    self.params.push(Value::Int(number));
                }
            }
            Holds::Lists => {
                f.values.iter().for_each(|list| self.push(list.trim()));
                return Ok(format!("l.project in (select project from membership where list in ({marks}))"));
            }
            Holds::Region => return Ok(self.each(&f.values, Self::region)),
            Holds::Day => {
                return Ok(self.each(&f.values, |asking, day| {
                    asking.push(day);
                    asking.push(day);
                    format!("substr({value}, 1, length(?)) = ?")
                }));
            }
            Holds::Tags => {
                return Ok(self.each(&f.values, |asking, tag| {
                    asking.push(tag);
                    format!("instr(char(10) || {value} || char(10), char(10) || ? || char(10)) > 0")
                }));
            }
            _ => f.values.iter().for_each(|text| self.push(text.trim())),
        }
        Ok(format!("{value} in ({marks})"))
    }

    fn each(&mut self, values: &[String], one: impl Fn(&mut Self, &str) -> String) -> String {
        let all: Vec<String> = values.iter().map(|v| one(self, v.trim())).collect();
        format!("({})", all.join(" or "))
    }

    /// `230000` covers `23…`, `230600` covers `2306…`, a county itself and the office's own regions in it; a text only itself.
    fn region(&mut self, value: &str) -> String {
        let code = value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !code {
            self.push(value);
            return "l.region_text = ?".into();
        }
        let cut = match value {
            c if c.len() == 6 && c.ends_with("0000") => &c[..2],
            c if c.len() == 6 && c.ends_with("00") => &c[..4],
            c => c,
        };
        self.push(format!("{cut}*"));
        "l.region glob ?".into()
    }

    fn contains(&mut self, f: &Filter) -> Result<String> {
        let value = f.column.value();
        let mut any = vec![];
        for text in f.values.iter().map(|v| v.trim()).filter(|v| !v.is_empty()) {
            if matches!(f.column.holds(), Holds::Region | Holds::Industry | Holds::Parent) {
                let named = values::named_like(self.r, f.column, text)?;
                any.push(format!("{value} in ({})", vec!["?"; named.len()].join(", ")));
                named.into_iter().for_each(|key| self.push(key));
            } else {
                self.push(text);
                any.push(format!("instr(lower({value}), lower(?)) > 0"));
            }
        }
        Ok(format!("({})", any.join(" or ")))
    }

    fn bound(&mut self, column: Column, sign: &str, text: &str) -> Result<String> {
        let text = text.trim();
        let value = column.value();
        match column.holds() {
            Holds::Number => self.params.push(Value::Int(number(column, text)?)),
            Holds::Choice => {
                let place = column.choices().iter().position(|code| *code == text);
                let place = place.ok_or_else(|| fault(column, Rule::NotAChoice, text))?;
                self.params.push(Value::Int(i64::try_from(place).unwrap_or(0)));
                return Ok(format!("{} {sign} ?", column.rank()));
            }
            Holds::Day => {
                self.push(day(column, text, sign == "<=")?);
                return Ok(format!("substr({value}, 1, 10) {sign} ?"));
            }
            _ => self.push(text),
        }
        Ok(format!("{value} {sign} ?"))
    }

    /// Lights are computed for today, project by project, of those that the other conditions leave.
    fn light(&mut self, so_far: &Asked, f: &Filter) -> Result<String> {
        if matches!(f.op, Op::AtLeast | Op::AtMost | Op::Between) {
            return Err(fault(f.column, Rule::NotAChoice, f.op.code()));
        }
        let sql = format!("select l.project from ledger_line l {}", so_far.filter);
        let ids: Vec<ProjectId> = {
            let mut statement = self.r.db().prepare_cached(&sql)?;
            let params = rusqlite::params_from_iter(so_far.params.iter());
            let found = statement.query_map(params, |row| crate::store::record::cell(row, 0))?;
            found.collect::<rusqlite::Result<_>>()?
        };
        let mut kept = vec![];
        for id in ids {
            let shade = crate::score::query::light(self.r, id)?.shade.code();
            let named = f.values.iter().any(|v| v == shade);
            let fits = match f.op {
                Op::AnyOf | Op::Contains => named,
                Op::NoneOf | Op::Lacks => !named,
                // A ring says that nothing applies.
                Op::Empty => shade == "ring",
                _ => shade != "ring",
            };
            if fits {
                kept.push(id.to_string());
            }
        }
        self.push(serde_json::to_string(&kept).map_err(|e| Error::Internal(e.to_string()))?);
        Ok("l.project in (select value from json_each(?))".into())
    }
}

fn fault(column: Column, rule: Rule, text: &str) -> Error {
    Error::Invalid(vec![FieldFault::error(column.code(), rule).with("text", text)])
}

fn number(column: Column, text: &str) -> Result<i64> {
    text.trim().parse().map_err(|_| fault(column, Rule::NotANumber, text))
}

/// `2022`, `2022-05` or `2022-05-31` as the first or last day it covers.
fn day(column: Column, text: &str, last: bool) -> Result<String> {
    let form = |c: (usize, char)| if matches!(c.0, 4 | 7) { c.1 == '-' } else { c.1.is_ascii_digit() };
    if !matches!(text.len(), 4 | 7 | 10) || !text.char_indices().all(form) {
        return Err(fault(column, Rule::NotADay, text));
    }
    let rest = if last { "-99-99" } else { "-00-00" };
    Ok(format!("{text}{}", &rest[text.len() - 4..]))
}

/// A key that rows are sorted by.
#[derive(Clone, Copy)]
pub(super) struct Key {
    column: Column,
    descending: bool,
    group: bool,
}

impl Key {
    /// The group's key first, then those of the sort that say more.
    pub fn of(query: &ProjectQuery) -> Vec<Self> {
        let mut keys: Vec<Self> =
            query.group.filter(|g| *g != Column::Light).map(|by| Self::group(query, by)).into_iter().collect();
        for sort in &query.sort {
            let known = |key: &Self| key.column == sort.column && !(key.group && sort.column.is_day());
            if !matches!(sort.column, Column::Entered | Column::Light) && !keys.iter().any(known) {
                keys.push(Self { column: sort.column, descending: sort.descending, group: false });
            }
        }
        keys
    }

    /// Groups stand ascending, unless the sort names their column.
    pub fn group(query: &ProjectQuery, by: Column) -> Self {
        let descending = query.sort.iter().find(|sort| sort.column == by).is_some_and(|sort| sort.descending);
        Self { column: by, descending, group: true }
    }

    pub fn joins(keys: &[Self]) -> String {
        let mut seen: Vec<Column> = keys.iter().map(|key| key.column).collect();
        seen.sort_unstable();
        seen.dedup();
        seen.into_iter().filter_map(Column::join).collect()
    }

    /// `order by` of rows; those that are equal stand as entered, from the end if the sort says so.
    pub fn order(keys: &[Self], query: &ProjectQuery) -> String {
        let entered = query.sort.iter().find(|sort| sort.column == Column::Entered);
        let direction = direction(entered.is_some_and(|sort: &SortKey| sort.descending));
        let mut order: Vec<String> = keys.iter().flat_map(|key| key.parts()).collect();
        order.extend(["entered", "origin", "project"].map(|part| format!("l.{part} {direction}")));
        order.join(", ")
    }

    /// What its group is told apart by: a day's month, else the value.
    pub fn value(&self) -> String {
        match self.column {
            Column::Light => "null".into(),
            column if column.is_day() => format!("substr({}, 1, 7)", column.value()),
            column => column.value(),
        }
    }

    fn parts(&self) -> Vec<String> {
        let parts = if self.group && self.column.is_day() { vec![self.value()] } else { self.column.order() };
        parts.into_iter().map(|part| format!("{part} {} nulls last", direction(self.descending))).collect()
    }

    /// `order by` of groups: what follows from the key is the same in all its rows.
    pub fn order_of_group(&self) -> String {
        if self.column == Column::Light {
            return "1".into();
        }
        let parts = if self.column.is_day() { vec![self.value()] } else { self.column.order() };
        let parts = parts.into_iter().map(|part| format!("min({part}) {} nulls last", direction(self.descending)));
        parts.collect::<Vec<_>>().join(", ")
    }
}

fn direction(descending: bool) -> &'static str {
    if descending { "desc" } else { "asc" }
}
