//! What a field can hold, the same in tables, in the change log and on the wire.

use crate::id::RecordId;
use crate::time::Day;
use chrono::NaiveDate;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use uuid::Uuid;

/// The value of one field of one record. Fractions do not occur: money is whole 元, quantities are thousandths.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Value {
    #[default]
    Null,
    Int(i64),
    Text(String),
}

impl Value {
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// As JSON shows it in a history.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        match self {
            Self::Null => serde_json::Value::Null,
            Self::Int(n) => (*n).into(),
            Self::Text(t) => t.as_str().into(),
        }
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(n) => ValueRef::Integer(*n),
            Self::Text(t) => ValueRef::Text(t.as_bytes()),
        }))
    }
}

impl FromSql for Value {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value {
            ValueRef::Null => Ok(Self::Null),
            ValueRef::Integer(n) => Ok(Self::Int(n)),
            ValueRef::Text(_) => Ok(Self::Text(value.as_str()?.to_string())),
            ValueRef::Real(_) | ValueRef::Blob(_) => Err(FromSqlError::InvalidType),
        }
    }
}

/// What sort of thing a field holds, for the rule that a misfitting input breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Number,
    Flag,
    Text,
    Day,
    Reference,
    Choice,
}

/// A Rust type that is one field of a record.
pub trait Cell: Sized {
    const KIND: Kind;
    fn value(&self) -> Value;
    fn into_value(self) -> Value {
        self.value()
    }
    fn cell(value: ValueRef<'_>) -> FromSqlResult<Self>;
}

impl Cell for i64 {
    const KIND: Kind = Kind::Number;
    fn value(&self) -> Value {
        Value::Int(*self)
    }
    fn cell(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64()
    }
}

impl Cell for bool {
    const KIND: Kind = Kind::Flag;
    fn value(&self) -> Value {
        Value::Int(i64::from(*self))
    }
    fn cell(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Ok(value.as_i64()? != 0)
    }
}

impl Cell for String {
    const KIND: Kind = Kind::Text;
    fn value(&self) -> Value {
        Value::Text(self.clone())
    }
    fn into_value(self) -> Value {
        Value::Text(self)
    }
    fn cell(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Ok(value.as_str()?.to_string())
    }
}

impl<T: Cell> Cell for Option<T> {
    const KIND: Kind = T::KIND;
    fn value(&self) -> Value {
        self.as_ref().map_or(Value::Null, Cell::value)
    }
    fn into_value(self) -> Value {
        self.map_or(Value::Null, Cell::into_value)
    }
    fn cell(value: ValueRef<'_>) -> FromSqlResult<Self> {
        if value == ValueRef::Null { Ok(None) } else { T::cell(value).map(Some) }
    }
}

impl Cell for NaiveDate {
    const KIND: Kind = Kind::Day;
    fn value(&self) -> Value {
        Value::Text(self.format("%Y-%m-%d").to_string())
    }
    fn cell(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        plain_day(text).map_or_else(|| text.parse().map_err(|e| FromSqlError::Other(Box::new(e))), Ok)
    }
}

/// `2022-03-28`, as days are written here; whatever else may be one is left to the slower reader.
fn plain_day(text: &str) -> Option<NaiveDate> {
    let [a, b, c, d, b'-', e, f, b'-', g, h] = *<&[u8; 10]>::try_from(text.as_bytes()).ok()? else { return None };
    let digit = |n: u32, digit: &u8| digit.is_ascii_digit().then(|| n * 10 + u32::from(digit - b'0'));
    let number = |digits: &[u8]| digits.iter().try_fold(0, digit);
    NaiveDate::from_ymd_opt(i32::try_from(number(&[a, b, c, d])?).ok()?, number(&[e, f])?, number(&[g, h])?)
}

impl Cell for Day {
    const KIND: Kind = Kind::Day;
    fn value(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn cell(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse().map_err(|e| FromSqlError::Other(Box::new(e)))
    }
}

impl<T: RecordId> Cell for T {
    const KIND: Kind = Kind::Reference;
    fn value(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn cell(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Uuid::try_parse(value.as_str()?).map(T::from_uuid).map_err(|e| FromSqlError::Other(Box::new(e)))
    }
}

/// Codes that stand in a table as text: declares the enum, its text and its [`Cell`].
#[macro_export]
macro_rules! codes {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            #[must_use]
            pub fn find(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)+ _ => None }
            }
        }

        impl $crate::store::value::Cell for $name {
            const KIND: $crate::store::value::Kind = $crate::store::value::Kind::Choice;
            fn value(&self) -> $crate::store::value::Value {
                $crate::store::value::Value::Text(self.code().to_string())
            }
            fn cell(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                let text = value.as_str()?;
                Self::find(text).ok_or_else(|| rusqlite::types::FromSqlError::Other(format!("{} has no {text}", stringify!($name)).into()))
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<NaiveDate> {
        NaiveDate::cell(ValueRef::Text(text.as_bytes())).ok()
    }

    #[test]
    fn a_day_is_read_as_it_was_written_and_as_any_reader_would() {
        let first: NaiveDate = "1999-12-30".parse().unwrap();
        for day in first.iter_days().take(14_000) {
            assert_eq!(read(&day.to_string()), Some(day));
        }
        for text in ["2022-02-29", "2022-13-01", "2022-00-10", "2022-1-1", "2022-01-1x", "20220101", "", "２０22-01"]
        {
            assert_eq!(read(text), text.parse().ok(), "{text}");
        }
        assert_eq!((read("2022-02-29"), read("2022-02-28")), (None, "2022-02-28".parse().ok()));
    }
}
