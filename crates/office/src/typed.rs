//! What an officer types into a field, read like a ledger's cell: 约3.2亿, 2022年5月底前, 86亩.

use crate::value::money::{self, MoneyUnit};
use crate::value::{day, quantity};
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zhuanban_core::error::{Error, FieldFault, Result, Rule};
use zhuanban_core::store::Reader;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TypedKind {
    Money,
    Day,
    Quantity,
}

/// The money unit of a figure that names none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TypedUnit {
    Yuan,
    #[default]
    Wan,
    Yi,
}

impl TypedUnit {
    pub(crate) fn money(self) -> MoneyUnit {
        match self {
            Self::Yuan => MoneyUnit::Yuan,
            Self::Wan => MoneyUnit::Wan,
            Self::Yi => MoneyUnit::Yi,
        }
    }

    /// Decimal places between 元 and it.
    pub(crate) fn places(self) -> usize {
        match self {
            Self::Yuan => 0,
            Self::Wan => 4,
            Self::Yi => 8,
        }
    }
}

/// A text and what it should be.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Typed {
    pub kind: TypedKind,
    pub text: String,
    /// The money unit of a figure that names none: 元, 万元, 亿元.
    #[serde(default)]
    pub unit: String,
}

/// What it means: 元, a [`zhuanban_core::time::Day`] as text, or thousandths. Nothing for an empty text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct TypedValue {
    #[ts(type = "string | number | null")]
    pub value: serde_json::Value,
    pub about: bool,
    /// The unit a quantity named itself.
    pub unit: Option<String>,
    pub warnings: Vec<FieldFault>,
}

pub fn read(r: &Reader, input: Typed) -> Result<TypedValue> {
    let text = input.text.trim();
    if text.is_empty() {
        return Ok(TypedValue::default());
    }
    let field = |rule: Rule| Error::Invalid(vec![FieldFault::error("value", rule).with("text", text)]);
    match input.kind {
        TypedKind::Money => {
            let unit = MoneyUnit::find(&input.unit).unwrap_or(MoneyUnit::Wan);
            let Some(read) = money::text(text, unit).map_err(field)? else { return Ok(TypedValue::default()) };
            let rounded = read.rounded.then(|| FieldFault::warning("value", Rule::RoundedToYuan));
            let warnings = rounded.into_iter().collect();
            Ok(TypedValue { value: read.amount.yuan.into(), about: read.amount.approximate, unit: None, warnings })
        }
        TypedKind::Day => match day::text(text, Some(r.today().year())).map_err(field)? {
            day::ReadDay::Day(day) => Ok(TypedValue { value: day.to_string().into(), ..TypedValue::default() }),
            day::ReadDay::Nothing => Ok(TypedValue::default()),
            day::ReadDay::Words => Err(field(Rule::NotADay)),
        },
        TypedKind::Quantity => {
            let read = quantity::text(text).and_then(|q| Some((q.quantity?, q.unit, q.approximate)));
            let Some((amount, unit, about)) = read else { return Err(field(Rule::NotANumber)) };
            Ok(TypedValue { value: ((amount * 1000.0).round() as i64).into(), about, unit, warnings: vec![] })
        }
    }
}
