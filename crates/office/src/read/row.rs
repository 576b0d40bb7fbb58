//! One project as a ledger gives it, typed, with every fault by its cell.

use crate::understand::Field;
use crate::value::money::Amount;
use crate::value::quantity::{Quantity, whole_where_whole};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zhuanban_core::error::FieldFault;
use zhuanban_core::time::Day;

/// One line of the ledger, read. A field that is missing was blank or faulty: it changes nothing (`rules.md` 12).
///
/// Texts are trimmed. An `issue` of `""` says explicitly that there is none (无).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ReadRow {
    /// "" for text files.
    pub sheet: String,
    /// 1-based; the first line of the project.
    pub row: u32,
    /// How many lines were read into it.
    pub lines: u32,
    /// The group lines it stands under, outermost first.
    pub groups: Vec<String>,
    /// A part of the project above: 其中, ①, 1-1. It never enters totals.
    pub part: bool,
    /// ★ or ▲ stood before the name.
    pub starred: bool,
    pub hidden: bool,
    /// The name is struck through: probably taken out of the list, to be asked. Only .xlsx tells.
    pub struck: bool,

    /// The desk's own identity, from a workbook that was handed out.
    pub key: Option<String>,
    pub seq: Option<String>,
    pub name: String,
    pub alias: Option<String>,
    pub code: Option<String>,
    pub uscc: Option<String>,
    /// City and county joined where the ledger gives both; from the site or the sheet's name where it has no column.
    pub region: Option<String>,
    pub site: Option<String>,
    pub enterprise: Option<String>,
    pub industry: Option<String>,
    pub industry_code: Option<String>,
    pub nature: Option<String>,
    pub mode: Option<String>,
    pub content: Option<String>,
    pub stage: Option<String>,
    /// 是否开工 and 是否纳统, as they stand.
    pub started: Option<String>,
    pub entered: Option<String>,
    pub statistics_code: Option<String>,
    pub statistics_name: Option<String>,
    pub progress: Option<String>,
    pub issue: Option<String>,
    pub next_step: Option<String>,
    pub target: Option<String>,
    pub leader: Option<String>,
    pub responsible_unit: Option<String>,
    pub contact: Option<String>,
    pub phones: Vec<String>,
    pub note: Option<String>,
    pub list: Option<String>,

    pub total: Option<Amount>,
    pub plan: Option<Amount>,
    pub done_total: Option<Amount>,
    pub done_year: Option<Amount>,
    pub done_month: Option<Amount>,
    pub done_prior: Option<Amount>,
    pub arrived: Option<Amount>,

    pub start_planned: Option<Day>,
    pub start_actual: Option<Day>,
    pub finish_planned: Option<Day>,
    pub finish_actual: Option<Day>,

    pub needs: Vec<ReadNeed>,
    pub approvals: Vec<ReadMark>,
    /// Words that stood in place of a date: 未开工.
    pub date_words: Vec<DateWords>,
    pub faults: Vec<CellFault>,
}

/// A need of a project.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct ReadNeed {
    /// As the ledger calls it: 用地, 用工, 融资.
    pub element: String,
    /// A range gives its lower end; `None` where only words stand (若干).
    #[serde(serialize_with = "whole_where_whole")]
    pub quantity: Option<f64>,
    pub unit: String,
    #[serde(default)]
    pub approximate: bool,
    /// The cell's words where the number does not say it all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl ReadNeed {
    pub(crate) fn new(element: &str, unit: &str, quantity: Quantity) -> Self {
        Self {
            element: element.to_string(),
            quantity: quantity.quantity,
            unit: quantity.unit.unwrap_or_else(|| unit.to_string()),
            approximate: quantity.approximate,
            text: quantity.text,
        }
    }
}

/// How far an approval is, as far as a sign in a cell tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MarkState {
    /// √, 已办, a certificate's number or its date.
    Done,
    /// 办理中.
    Open,
    /// ×, 未办.
    NotStarted,
    /// 不涉及, /.
    NotNeeded,
}

/// The mark of one approval item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReadMark {
    pub item: String,
    pub state: MarkState,
    pub number: Option<String>,
    pub date: Option<Day>,
    pub note: Option<String>,
}

/// Words in a date column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DateWords {
    pub field: Field,
    pub text: String,
}

/// A fault and the cell it stands in: `E88`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CellFault {
    pub cell: String,
    pub fault: FieldFault,
}

impl ReadRow {
    pub(crate) fn text_mut(&mut self, field: Field) -> Option<&mut Option<String>> {
        Some(match field {
            Field::Key => &mut self.key,
            Field::Seq => &mut self.seq,
            Field::Alias => &mut self.alias,
            Field::Code => &mut self.code,
            Field::Uscc => &mut self.uscc,
            Field::Region => &mut self.region,
            Field::Site => &mut self.site,
            Field::Enterprise => &mut self.enterprise,
            Field::Industry => &mut self.industry,
            Field::IndustryCode => &mut self.industry_code,
            Field::Nature => &mut self.nature,
            Field::Mode => &mut self.mode,
            Field::Content => &mut self.content,
            Field::Stage => &mut self.stage,
            Field::Started => &mut self.started,
            Field::Entered => &mut self.entered,
            Field::StatisticsCode => &mut self.statistics_code,
            Field::StatisticsName => &mut self.statistics_name,
            Field::Progress => &mut self.progress,
            Field::Issue => &mut self.issue,
            Field::NextStep => &mut self.next_step,
            Field::Target => &mut self.target,
            Field::Leader => &mut self.leader,
            Field::ResponsibleUnit => &mut self.responsible_unit,
            Field::Contact => &mut self.contact,
            Field::Note => &mut self.note,
            Field::List => &mut self.list,
            _ => return None,
        })
    }

    pub(crate) fn money_mut(&mut self, field: Field) -> Option<&mut Option<Amount>> {
        Some(match field {
            Field::Total => &mut self.total,
            Field::Plan => &mut self.plan,
            Field::DoneTotal => &mut self.done_total,
            Field::DoneYear => &mut self.done_year,
            Field::DoneMonth => &mut self.done_month,
            Field::DonePrior => &mut self.done_prior,
            Field::Arrived => &mut self.arrived,
            _ => return None,
        })
    }

    /// The amount of a money field.
    #[must_use]
    pub fn money(&self, field: Field) -> Option<Amount> {
        match field {
            Field::Total => self.total,
            Field::Plan => self.plan,
            Field::DoneTotal => self.done_total,
            Field::DoneYear => self.done_year,
            Field::DoneMonth => self.done_month,
            Field::DonePrior => self.done_prior,
            Field::Arrived => self.arrived,
            _ => None,
        }
    }

    pub(crate) fn day_mut(&mut self, field: Field) -> Option<&mut Option<Day>> {
        Some(match field {
            Field::StartPlanned => &mut self.start_planned,
            Field::StartActual => &mut self.start_actual,
            Field::FinishPlanned => &mut self.finish_planned,
            Field::FinishActual => &mut self.finish_actual,
            _ => return None,
        })
    }
}
