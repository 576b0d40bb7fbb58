//! What contradicts what in a returned row (practice C35): the rules of the 校验 page, asked before anything is written.

use super::column;
use super::judge::Both;
use zhuanban_core::Result;
use zhuanban_core::check::{Check, CheckPass, Facts, Found, Report, Seen, contradictions};
use zhuanban_core::error::{FieldFault, Rule};
use zhuanban_core::progress::Progress;
use zhuanban_core::project::Stage;
use zhuanban_core::round::Asked;
use zhuanban_core::store::Reader;

/// Contradictions the unit can mend: of asked fields only, and not those the office has let pass with these very values.
pub fn odd(r: &Reader, both: &Both, asked: &[Asked]) -> Result<Vec<FieldFault>> {
    let facts = facts(both);
    let found = contradictions(&facts, r.today()).into_iter();
    let found: Vec<Found> = found.filter(|f| asked.iter().any(|a| column::key(*a) == f.check.field())).collect();
    if found.is_empty() {
        return Ok(vec![]);
    }
    let passes: Vec<CheckPass> = r.all("where project = ? order by id", [facts.id.to_string()])?;
    let passed = |f: &Found| passes.iter().any(|p| p.kind == f.check && p.period == f.period && p.seen == f.seen());
    Ok(found.iter().filter(|f| !passed(f)).filter_map(fault).collect())
}

fn facts(both: &Both) -> Facts {
    let p = &both.new.project;
    let days = [
        (Stage::Full, p.full_actual),
        (Stage::Operating, p.operating_actual),
        (Stage::Completed, p.completed_actual),
        (Stage::Started, p.started_actual),
    ];
    Facts {
        id: p.id,
        stage: p.stage,
        total: p.total,
        plan: p.plan,
        plan_year: p.plan_year,
        started_actual: p.started_actual,
        reached: days.into_iter().find_map(|(stage, day)| Some((stage, day?.on))),
        now: both.new.progress.as_ref().map(report),
        before: both.earlier.as_ref().map(report),
        stage_before: Some(both.old.project.stage),
        ..Facts::default()
    }
}

fn report(g: &Progress) -> Report {
    Report { period: g.period.clone(), done_total: g.done_total, done_year: g.done_year, done_month: g.done_month }
}

/// As a fault of the row; none for what no returned table can be asked about.
fn fault(found: &Found) -> Option<FieldFault> {
    let rule = match found.check {
        Check::UnitSuspect => Rule::UnitSuspect,
        Check::DoneDecreased => Rule::DoneDecreased,
        Check::YearDecreased => Rule::YearDecreased,
        Check::DoneOverTotal => Rule::DoneOverTotal,
        Check::OverPlan => Rule::OverPlan,
        Check::MonthNegative => Rule::Negative,
        Check::CompletedLow => Rule::CompletedLow,
        Check::StartedZero => Rule::StartedZero,
        Check::InvestedBeforeStart => Rule::InvestedBeforeStart,
        Check::StageBack => Rule::StageBack,
        Check::StartedBeforePermit
        | Check::SameName
        | Check::Phone
        | Check::ProjectCode
        | Check::CreditCode
        | Check::NoLeader
        | Check::NoRegion
        | Check::Negative => return None,
    };
    let mut fault = FieldFault::warning(found.check.field(), rule);
    if let Seen::Money(now) = found.ours {
        fault = fault.with("now", now);
    }
    let falls = matches!(found.check, Check::DoneDecreased | Check::YearDecreased);
    match found.other {
        Seen::Money(before) if falls => Some(fault.with("before", before)),
        _ => Some(fault),
    }
}
