//! What is wrong with a project, field by field: errors stop saving, warnings are shown beside the field.

use super::Project;
use crate::error::{FieldFault, Rule};
use crate::time::Day;
use chrono::{Datelike, NaiveDate};

/// Longest project name, in characters; the longest in a real ledger stay under 80.
const LONGEST_NAME: usize = 200;
/// 10,000 亿元: no single project is larger, so a figure above is a wrong unit.
pub const LARGEST_MONEY: i64 = 1_000_000_000_000;
const YEARS: std::ops::RangeInclusive<i32> = 1980..=2100;

/// Checks a project as it would be saved on `today`. `uscc` is its enterprise's code, for cross-checks.
#[must_use]
pub fn check(p: &Project, today: NaiveDate) -> Vec<FieldFault> {
    let mut faults = vec![];
    if p.name.trim().is_empty() {
        faults.push(FieldFault::error("name", Rule::Required));
    }
    if p.name.chars().count() > LONGEST_NAME {
        faults.push(FieldFault::error("name", Rule::TooLong).with("limit", LONGEST_NAME));
    }
    if p.parent == Some(p.id) {
        faults.push(FieldFault::error("parent", Rule::OwnParent));
    }
    money(p, &mut faults);
    days(p, today, &mut faults);
    codes(p, today, &mut faults);
    faults
}

fn money(p: &Project, faults: &mut Vec<FieldFault>) {
    let fields = [("total", p.total), ("plan", p.plan), ("arrived", p.arrived), ("foreign_amount", p.foreign_amount)];
    for (field, value) in fields {
        let Some(value) = value else { continue };
        if value < 0 {
            faults.push(FieldFault::error(field, Rule::Negative));
        } else if value > LARGEST_MONEY {
            faults.push(FieldFault::error(field, Rule::TooLarge));
        }
    }
    if let (Some(total), Some(plan)) = (p.total, p.plan)
        && plan > total
    {
        faults.push(FieldFault::warning("plan", Rule::PlanOverTotal));
    }
    if p.foreign_amount.is_some() && p.foreign_currency.is_none() {
        faults.push(FieldFault::error("foreign_currency", Rule::Required));
    }
    if p.plan_year.is_some_and(|y| i32::try_from(y).is_ok_and(|y| !YEARS.contains(&y)) || y > 9999) {
        faults.push(FieldFault::error("plan_year", Rule::YearOutOfRange));
    }
}

impl Project {
    /// Every stage date with its field's name, planned before actual.
    #[must_use]
    pub fn stage_days(&self) -> [(&'static str, Option<Day>); 20] {
        [
            ("conceived_planned", self.conceived_planned),
            ("conceived_actual", self.conceived_actual),
            ("negotiating_planned", self.negotiating_planned),
            ("negotiating_actual", self.negotiating_actual),
            ("signed_planned", self.signed_planned),
            ("signed_actual", self.signed_actual),
            ("preparing_planned", self.preparing_planned),
            ("preparing_actual", self.preparing_actual),
            ("land_planned", self.land_planned),
            ("land_actual", self.land_actual),
            ("started_planned", self.started_planned),
            ("started_actual", self.started_actual),
            ("building_planned", self.building_planned),
            ("building_actual", self.building_actual),
            ("completed_planned", self.completed_planned),
            ("completed_actual", self.completed_actual),
            ("operating_planned", self.operating_planned),
            ("operating_actual", self.operating_actual),
            ("full_planned", self.full_planned),
            ("full_actual", self.full_actual),
        ]
    }
}

fn days(p: &Project, today: NaiveDate, faults: &mut Vec<FieldFault>) {
    let first_product = [("first_product_actual", p.first_product_actual)];
    for (field, day) in p.stage_days().into_iter().chain(first_product) {
        let Some(day) = day else { continue };
        if !YEARS.contains(&day.on.year()) {
            faults.push(FieldFault::error(field, Rule::YearOutOfRange).with("text", day.on.year()));
        } else if field.ends_with("_actual") && day.on > today && day.precision == crate::time::Precision::Day {
            faults.push(FieldFault::warning(field, Rule::ActualInFuture));
        }
    }
    for (start, finish, field) in [
        (p.started_planned, p.completed_planned, "completed_planned"),
        (p.started_actual, p.completed_actual, "completed_actual"),
        (p.started_actual, p.first_product_actual, "first_product_actual"),
    ] {
        if let (Some(start), Some(finish)) = (start, finish)
            && finish.on < start.on
        {
            faults.push(FieldFault::warning(field, Rule::FinishBeforeStart));
        }
    }
}

fn codes(p: &Project, today: NaiveDate, faults: &mut Vec<FieldFault>) {
    if let Some(code) = &p.code {
        let told = crate::code::project_code::check(code, p.region.as_deref(), p.industry.as_deref(), p.mode, today);
        faults.extend(told.into_iter().map(|f| FieldFault { field: "code".into(), ..f }));
    }
    if let Some(region) = &p.region
        && region.len() == 6
        && region.bytes().all(|b| b.is_ascii_digit())
        && crate::region::by_code(region).is_none()
    {
        faults.push(FieldFault::warning("region", Rule::UnknownRegion).with("text", region));
    }
    if let Some(industry) = &p.industry
        && !crate::industry::is_code(industry)
    {
        faults.push(FieldFault::warning("industry", Rule::UnknownIndustry).with("text", industry));
    }
}
