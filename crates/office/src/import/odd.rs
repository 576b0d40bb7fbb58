//! Figures that are odd beside what the desk knows (practice §6 R5): shown before writing, never refused, because some oddities are true.

use super::records::Records;
use zhuanban_core::error::{FieldFault, Rule};
use zhuanban_core::progress::Progress;

/// 万 and 亿 taken for each other make a figure 10,000 times larger or smaller; half of that is near enough to ask.
const UNIT_JUMP: i64 = 5_000;

/// What is odd, field by field.
pub fn odd(old: &Records, new: &Records, earlier: Option<&Progress>) -> Vec<FieldFault> {
    let mut out = vec![];
    let done = |g: Option<&Progress>| g.and_then(|g| g.done_total);
    let (before, now) = (done(old.progress.as_ref().or(earlier)), done(new.progress.as_ref()));
    if let (Some(before), Some(now)) = (before, now)
        && now < before
    {
        out.push(FieldFault::warning("done_total", Rule::DoneDecreased).with("before", before).with("now", now));
    }
    if let (Some(now), Some(total)) = (now, new.project.total)
        && now > total
    {
        out.push(FieldFault::warning("done_total", Rule::DoneOverTotal));
    }
    let figures = [
        ("total", old.project.total, new.project.total),
        ("plan", old.project.plan, new.project.plan),
        ("done_total", before, now),
    ];
    for (field, before, now) in figures {
        if jumps(before, now) {
            out.push(FieldFault::warning(field, Rule::UnitSuspect));
        }
    }
    out
}

fn jumps(before: Option<i64>, now: Option<i64>) -> bool {
    let (Some(before), Some(now)) = (before, now) else { return false };
    let (small, large) = (before.min(now), before.max(now));
    small > 0 && large / small >= UNIT_JUMP
}
