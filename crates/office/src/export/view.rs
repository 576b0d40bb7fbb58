//! The columns of the ledger page as columns of a sheet: heads and choices are in the words of the page, from the same texts.

use super::Language;
use super::cell::Content;
use super::column::{Column, Form, Show};
use super::row::Line;
use serde_json::Value;
use std::sync::LazyLock;
use zhuanban_core::error::{FieldFault, Rule};
use zhuanban_core::people::role_word::own_word;
use zhuanban_core::project::Counting;
use zhuanban_core::project::cells::Place;
use zhuanban_core::project::column::{Column as Of, Holds};
use zhuanban_core::project::row::ProjectRow;
use zhuanban_core::store::Reader;
use zhuanban_core::{Error, Result};

static ZH: LazyLock<Value> = LazyLock::new(|| parse(include_str!("../../../../ui/src/text/first.zh.json")));
static EN: LazyLock<Value> = LazyLock::new(|| parse(include_str!("../../../../ui/src/text/first.en.json")));

/// Every column's own code, alone.
static CODES: LazyLock<Vec<[&str; 1]>> = LazyLock::new(|| Of::ALL.iter().map(|column| [column.code()]).collect());

fn parse(text: &str) -> Value {
    serde_json::from_str(text).expect("the page's texts are JSON")
}

/// A column of the page, in one of its languages.
#[derive(Clone, Copy)]
pub struct Shown {
    column: Of,
    language: Language,
}

/// The asked columns as they are written. The page's running number is the sheet's own.
///
/// # Errors
/// `Invalid` where no column is left.
pub fn columns(r: &Reader, asked: &[Of], language: Language) -> Result<Vec<Column>> {
    let asked: Vec<Of> = asked.iter().copied().filter(|column| *column != Of::Entered).collect();
    if asked.is_empty() {
        return Err(Error::Invalid(vec![FieldFault::error("columns", Rule::Required)]));
    }
    asked.into_iter().map(|column| Shown { column, language }.column(r)).collect()
}

impl Shown {
    fn word(self, path: &str) -> &'static str {
        let texts = if self.language == Language::Zh { &*ZH } else { &*EN };
        texts.pointer(path).and_then(Value::as_str).unwrap_or_default()
    }

    fn column(self, r: &Reader) -> Result<Column> {
        let own = match self.column.place() {
            Place::Duty(role) => own_word(r, role)?,
            _ => None,
        };
        let word = own.unwrap_or_else(|| self.word(&format!("/columns/{}", self.column.code())).to_string());
        let unit = match self.column {
            Of::Rate | Of::YearRate => "%",
            column if column.is_money() => self.word("/money/wan"),
            _ => "",
        };
        let head = match self.language {
            _ if unit.is_empty() => word,
            Language::Zh => format!("{word}（{unit}）"),
            Language::En => format!("{word} ({unit})"),
        };
        let (width, form) = look(self.column);
        Ok(Column { group: "", head: head.into(), width, form, show: Show::Ledger(self), sum: sum(self.column) })
    }

    /// As in [`Column::fields`]; none of what is worked out for today, or follows from other records.
    pub fn fields(self) -> &'static [&'static str] {
        match self.column {
            Of::Light | Of::List | Of::Parent | Of::Period => &[],
            Of::Region => &["region_name"],
            Of::Industry => &["industry", "industry_text"],
            Of::Total => &["total", "total_about"],
            Of::Plan => &["plan", "plan_about"],
            column => Of::ALL.iter().zip(&*CODES).find(|(one, _)| **one == column).map_or(&[], |(_, code)| code),
        }
    }

    pub fn content(self, line: &Line) -> Content {
        let Some(row) = &line.row else { return Content::Empty };
        let choice = |of: &str, code: Option<&str>| Content::text(code.map(|code| self.word(&format!("/{of}/{code}"))));
        match self.column {
            Of::Light => choice("shade", Some(row.light.code())),
            Of::Stage => choice("stage", Some(row.stage.code())),
            Of::Standing => choice("choice/standing", Some(row.standing.code())),
            Of::Carried => choice("carried", row.carried.map(|one| one.code())),
            Of::Nature => choice("choice/nature", row.nature.map(|one| one.code())),
            Of::Counted => choice("choice/counted", Some(Counting::of(row.counted).code())),
            Of::Statistics => choice("choice/statistics", row.statistics.map(|one| one.code())),
            Of::Tags => Content::text(row.tags.as_deref().map(|tags| tags.replace('\n', "、")).as_deref()),
            Of::Rate => percent(row.rate),
            Of::YearRate => percent(row.year_rate),
            column if column.is_money() => Content::wan(money(row, column), about(row, column)),
            column if column.is_day() => Content::day(row.days.of(column)),
            column => Content::text(text(row, column)),
        }
    }
}

/// Thousandths as per cent, one decimal.
fn percent(rate: Option<i64>) -> Content {
    rate.map_or(Content::Empty, |of| Content::Figure { of, places: 1, about: false })
}

fn money(row: &ProjectRow, column: Of) -> Option<i64> {
    match column {
        Of::Total => row.total,
        Of::Plan => row.plan,
        Of::Arrived => row.arrived,
        Of::DoneTotal => row.done_total,
        Of::DoneYear => row.done_year,
        _ => row.done_month,
    }
}

fn about(row: &ProjectRow, column: Of) -> bool {
    match column {
        Of::Total => row.total_about,
        Of::Plan => row.plan_about,
        Of::DoneTotal => row.done_about.unwrap_or(false),
        _ => false,
    }
}

fn text(row: &ProjectRow, column: Of) -> Option<&str> {
    let text = match column {
        Of::Name => return Some(&row.name),
        Of::Code => &row.code,
        Of::Region => &row.region_name,
        Of::Enterprise => &row.enterprise,
        Of::Industry => &row.industry_name,
        Of::Chain => &row.chain,
        Of::List => &row.list,
        Of::Parent => &row.parent_name,
        Of::Period => &row.period,
        Of::EnteredPeriod => &row.entered_period,
        Of::Image => &row.image,
        Of::Issue => &row.issue,
        Of::NextStep => &row.next_step,
        Of::Leader => &row.leader,
        Of::ChiefServiceOfficer => &row.chief_service_officer,
        Of::Liaison => &row.liaison,
        Of::ResponsibleUnit => &row.responsible_unit,
        Of::IntroducedBy => &row.introduced_by,
        Of::ServedBy => &row.served_by,
        Of::Content => &row.content,
        Of::Scale => &row.scale,
        Of::Site => &row.site,
        _ => &row.note,
    };
    text.as_deref()
}

/// What a total adds up: as the ledger's own foot, which the sheet keeps to projects that count.
fn sum(column: Of) -> Option<fn(&Line) -> Option<i64>> {
    Some(match column {
        Of::Total => |line| line.row.as_ref().and_then(|row| row.total),
        Of::Plan => |line| line.row.as_ref().and_then(|row| row.plan),
        Of::Arrived => |line| line.row.as_ref().and_then(|row| row.arrived),
        Of::DoneTotal => |line| line.row.as_ref().and_then(|row| row.done_total),
        Of::DoneYear => |line| line.row.as_ref().and_then(|row| row.done_year),
        Of::DoneMonth => |line| line.row.as_ref().and_then(|row| row.done_month),
        _ => return None,
    })
}

fn look(column: Of) -> (f64, Form) {
    match column {
        Of::Name => (34.0, Form::Wrapped),
        Of::Code => (26.0, Form::Text),
        Of::Image | Of::Issue | Of::NextStep | Of::Content => (36.0, Form::Wrapped),
        Of::Enterprise | Of::Parent | Of::Note => (26.0, Form::Wrapped),
        Of::Region => (12.0, Form::Text),
        Of::Rate | Of::YearRate => (9.0, Form::Number),
        Of::Light | Of::Stage | Of::Carried | Of::Nature | Of::Counted | Of::EnteredPeriod => (10.0, Form::Centred),
        _ => match column.holds() {
            Holds::Number => (12.0, Form::Money),
            Holds::Day => (13.0, Form::Centred),
            Holds::Person => (10.0, Form::Centred),
            _ => (18.0, Form::Wrapped),
        },
    }
}
