//! What an import would take, as JSON for the companion (`rules.md` 9).

use super::{ReadNeed, ReadRow};
use crate::understand::{Corrections, Field, LineKind, TotalCheck, Understanding};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;
use zhuanban_core::Result;
use zhuanban_core::error::Rule;
use zhuanban_core::job::Job;

/// `{rows, skipped, errors, totals}`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DryRun {
    pub rows: Vec<DryRunRow>,
    pub skipped: Vec<DryRunSkipped>,
    pub errors: Vec<DryRunError>,
    pub totals: Totals,
}

/// One project; keys are missing where the ledger has no value. Money in 元, months as `2022-05`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DryRunRow {
    pub sheet: String,
    pub row: u32,
    pub name: String,
    #[serde(flatten)]
    pub texts: BTreeMap<&'static str, String>,
    #[serde(flatten)]
    pub money: BTreeMap<&'static str, i64>,
    /// 存在问题; "" where there is none.
    pub issue: String,
    /// Any of the amounts is only approximate.
    pub approx: bool,
    pub needs: Vec<ReadNeed>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub approvals: Vec<super::ReadMark>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub part: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DryRunSkipped {
    pub sheet: String,
    pub row: u32,
    pub kind: LineKind,
    pub text: String,
}

/// An error by its cell; `code` is the rule, `warning` one that stops nothing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DryRunError {
    pub sheet: String,
    pub cell: String,
    pub code: Rule,
    pub field: String,
    pub params: BTreeMap<String, String>,
    pub warning: bool,
}

/// The sums of the rows that count, and how they compare with the sheet's own.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Totals {
    pub projects: u32,
    #[serde(flatten)]
    pub money: BTreeMap<&'static str, i64>,
    pub checks: Vec<TotalCheck>,
}

/// The money fields and their keys; `done_yuan` is the cumulative figure (`rules.md` 11).
const MONEY: [(Field, &str); 7] = [
    (Field::Total, "total_yuan"),
    (Field::Plan, "plan_yuan"),
    (Field::DoneTotal, "done_yuan"),
    (Field::DoneYear, "done_year_yuan"),
    (Field::DoneMonth, "done_month_yuan"),
    (Field::DonePrior, "done_prior_yuan"),
    (Field::Arrived, "arrived_yuan"),
];

/// Reads a file without writing anything.
pub fn dry_run(path: &Path, corrections: &Corrections) -> Result<DryRun> {
    let (mut rows, mut errors, mut totals) = (Vec::new(), Vec::new(), Totals::default());
    let understanding = super::read(path, corrections, &Job::default(), |row| {
        errors.extend(row.faults.iter().map(|fault| error(&row.sheet, fault)));
        let shown = DryRunRow::of(&row);
        if !row.part {
            totals.projects += 1;
            for (key, yuan) in &shown.money {
                *totals.money.entry(key).or_default() += yuan;
            }
        }
        rows.push(shown);
        Ok(())
    })?;
    totals.checks = understanding.sheets.iter().flat_map(|sheet| sheet.totals.clone()).collect();
    Ok(DryRun { rows, skipped: skipped(&understanding), errors, totals })
}

fn error(sheet: &str, fault: &super::CellFault) -> DryRunError {
    DryRunError {
        sheet: sheet.to_string(),
        cell: fault.cell.clone(),
        code: fault.fault.rule,
        field: fault.fault.field.clone(),
        params: fault.fault.params.clone(),
        warning: fault.fault.warning,
    }
}

fn skipped(understanding: &Understanding) -> Vec<DryRunSkipped> {
    let lines = understanding.sheets.iter().flat_map(|sheet| sheet.skipped.iter().map(|line| (&sheet.name, line)));
    lines
        .map(|(sheet, line)| DryRunSkipped {
            sheet: sheet.clone(),
            row: line.row,
            kind: line.kind,
            text: line.text.clone(),
        })
        .collect()
}

impl DryRunRow {
    fn of(row: &ReadRow) -> Self {
        let mut texts = BTreeMap::new();
        let mut put = |key, value: Option<String>| {
            if let Some(value) = value {
                texts.insert(key, value);
            }
        };
        for (key, text) in [
            ("seq", &row.seq),
            ("alias", &row.alias),
            ("code", &row.code),
            ("uscc", &row.uscc),
            ("region", &row.region),
            ("site", &row.site),
            ("enterprise", &row.enterprise),
            ("industry", &row.industry),
            ("nature", &row.nature),
            ("mode", &row.mode),
            ("content", &row.content),
            ("stage", &row.stage),
            ("progress", &row.progress),
            ("next_step", &row.next_step),
            ("target", &row.target),
            ("leader", &row.leader),
            ("responsible_unit", &row.responsible_unit),
            ("contact", &row.contact),
            ("note", &row.note),
            ("list", &row.list),
        ] {
            put(key, text.clone());
        }
        put("phone", Some(row.phones.join("、")).filter(|phones| !phones.is_empty()));
        put("start_month", row.start_planned.or(row.start_actual).map(|day| day.year_month()));
        put("finish_month", row.finish_planned.or(row.finish_actual).map(|day| day.year_month()));
        for (key, day) in [
            ("start_planned", row.start_planned),
            ("start_actual", row.start_actual),
            ("finish_planned", row.finish_planned),
            ("finish_actual", row.finish_actual),
        ] {
            put(key, day.map(|day| day.to_string()));
        }
        Self {
            sheet: row.sheet.clone(),
            row: row.row,
            name: row.name.clone(),
            texts,
            money: MONEY.iter().filter_map(|&(field, key)| Some((key, row.money(field)?.yuan))).collect(),
            issue: row.issue.clone().unwrap_or_default(),
            approx: MONEY.iter().any(|&(field, _)| row.money(field).is_some_and(|amount| amount.approximate)),
            needs: row.needs.clone(),
            approvals: row.approvals.clone(),
            groups: row.groups.clone(),
            part: row.part,
        }
    }
}
