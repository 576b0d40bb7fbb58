//! Changing named fields of a record from JSON, with a fault beside each field that does not fit.

use super::record::Record;
use super::value::Kind;
use crate::error::{Error, FieldFault, Result, Rule};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use ts_rs::TS;

/// Longest text of one field, in characters; a ledger cell holds at most 32,767.
pub const LONGEST_TEXT: usize = 32_767;

/// Fields that say to what a record belongs or where it came from; they are set when it is made.
const FIXED: &[&str] = &[
    "project",
    "owner",
    "item",
    "approval",
    "route",
    "step",
    "period",
    "basis",
    "ask",
    "source_sender",
    "source_file",
    "source_sheet",
    "source_row",
    "source_at",
];

/// The fields a form changed; what is not named stays. `null` or an empty text clears.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct Patch(#[ts(type = "Record<string, string | number | boolean | null>")] pub Map<String, Json>);

impl Patch {
    /// The record with these fields, or every field that does not fit.
    pub fn apply<R: Record + Serialize + DeserializeOwned>(&self, record: &R) -> Result<R> {
        let Json::Object(mut whole) = to_json(record)? else {
            return Err(Error::Internal("a record is an object".into()));
        };
        let mut faults = vec![];
        for (field, json) in &self.0 {
            let Some(at) = R::META.field(field).filter(|_| !FIXED.contains(&field.as_str())) else {
                return Err(Error::BadInput { command: R::META.table.into(), detail: format!("no field {field}") });
            };
            match cleaned(json) {
                Err(rule) => faults.push(FieldFault::error(field, rule)),
                Ok(json) => {
                    let kind = R::META.kinds[at];
                    let old = whole.insert(field.clone(), if kind == Kind::Number { number(json) } else { json });
                    if serde_json::from_value::<R>(Json::Object(whole.clone())).is_err() {
                        let fault = FieldFault::error(field, misfit(kind, json_empty(&whole[field])));
                        let text = whole[field].as_str().unwrap_or_default();
                        faults.push(if text.is_empty() { fault } else { fault.with("text", text) });
                        whole.insert(field.clone(), old.unwrap_or(Json::Null));
                    }
                }
            }
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        serde_json::from_value(Json::Object(whole)).map_err(|e| Error::Internal(e.to_string()))
    }
}

fn to_json<R: Serialize>(record: &R) -> Result<Json> {
    serde_json::to_value(record).map_err(|e| Error::Internal(e.to_string()))
}

fn json_empty(json: &Json) -> bool {
    json.is_null()
}

/// A whole number as it was typed: 2022, 1,200.
fn number(json: Json) -> Json {
    let typed = json.as_str().and_then(|text| text.replace([',', '，'], "").parse::<i64>().ok());
    typed.map_or(json, Json::from)
}

fn misfit(kind: Kind, empty: bool) -> Rule {
    match kind {
        _ if empty => Rule::Required,
        Kind::Number => Rule::NotANumber,
        Kind::Day => Rule::NotADay,
        Kind::Reference => Rule::NoSuchRecord,
        Kind::Flag | Kind::Text | Kind::Choice => Rule::NotAChoice,
    }
}

/// Text without outer spaces, nothing for empty text; control characters other than line breaks are refused.
fn cleaned(json: &Json) -> std::result::Result<Json, Rule> {
    let Json::String(text) = json else { return Ok(json.clone()) };
    let text = text.trim();
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\r' && c != '\t') {
        return Err(Rule::ControlCharacter);
    }
    if text.chars().count() > LONGEST_TEXT {
        return Err(Rule::TooLong);
    }
    Ok(if text.is_empty() { Json::Null } else { Json::String(text.replace("\r\n", "\n")) })
}
