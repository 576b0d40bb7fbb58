//! 序时进度 is set by document, not by the calendar (practice C36; `rules.md` 18): by default a twelfth a month, by month
//! and never by day.
//!
//! A schedule names the share that is due at the end of some months, in thousandths of the year's plan: `12:1000` is a
//! twelfth a month, `6:600 12:1200` is 上半年60%、全年120%, `3:120 6:300 9:650 12:1000` goes by quarters. Months between lie
//! on a straight line.

use crate::error::Rule;

/// A twelfth a month.
pub const EVEN: &str = "12:1000";
/// Nobody plans more than three times the plan.
const MOST: i64 = 3000;

/// Month and thousandths, in order.
pub type Anchors = Vec<(u32, i64)>;

/// Reads a schedule.
///
/// # Errors
/// `OutOfRange` where a month or a share is, where months do not rise, shares fall, or December is not named.
pub fn parse(text: &str) -> Result<Anchors, Rule> {
    let mut anchors: Anchors = vec![];
    for part in text.split_whitespace() {
        let (month, share) = part.split_once(':').ok_or(Rule::NotANumber)?;
        let month: u32 = month.parse().map_err(|_| Rule::NotANumber)?;
        let share: i64 = share.parse().map_err(|_| Rule::NotANumber)?;
        let last = anchors.last().copied().unwrap_or((0, 0));
        if month <= last.0 || month > 12 || share < last.1 || share > MOST {
            return Err(Rule::OutOfRange);
        }
        anchors.push((month, share));
    }
    if anchors.last().is_none_or(|(month, _)| *month != 12) {
        return Err(Rule::OutOfRange);
    }
    Ok(anchors)
}

/// Share of the year's plan that is due at the end of `month` (1 to 12), in thousandths, half up.
///
/// Without a schedule, or with one that cannot be read, a twelfth a month.
#[must_use]
pub fn planned_share(schedule: Option<&str>, month: u32) -> i64 {
    let month = month.clamp(1, 12);
    let anchors = schedule.and_then(|text| parse(text).ok()).unwrap_or_else(|| vec![(12, 1000)]);
    let mut from = (0_u32, 0_i64);
    for to in anchors {
        if month <= to.0 {
            let (passed, span) = (i64::from(month - from.0), i64::from(to.0 - from.0));
            return (2 * (from.1 * span + (to.1 - from.1) * passed) + span).div_euclid(2 * span);
        }
        from = to;
    }
    from.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_due_by_the_documents() {
        for (schedule, month, due) in [
            (None, 4, 333), // by day it would be 32.9: "错了，应是33.3%"
            (None, 10, 833),
            (None, 12, 1000),
            (Some("6:600 12:1200"), 5, 500), // 54.4 % in May is 4.4 above
            (Some("6:600 12:1200"), 8, 800), // 82.2 % in August is 2.2 above
            (Some("6:600 12:1200"), 12, 1200),
            (Some("3:120 6:300 9:650 12:1000"), 1, 40),
            (Some("3:120 6:300 9:650 12:1000"), 3, 120),
            (Some("3:120 6:300 9:650 12:1000"), 4, 180),
            (Some("1:20 2:30 12:1000"), 2, 30),
            (Some("nonsense"), 6, 500),
        ] {
            assert_eq!(planned_share(schedule, month), due, "{schedule:?} {month}");
        }
    }

    #[test]
    fn a_schedule_that_does_not_hold_together_is_refused() {
        for (text, rule) in [
            ("", Rule::OutOfRange),
            ("6:600", Rule::OutOfRange),
            ("6:600 12:500", Rule::OutOfRange),
            ("13:1000", Rule::OutOfRange),
            ("6:100 6:200 12:1000", Rule::OutOfRange),
            ("12:4000", Rule::OutOfRange),
            ("half", Rule::NotANumber),
            ("12:x", Rule::NotANumber),
        ] {
            assert_eq!(parse(text), Err(rule), "{text}");
        }
        assert_eq!(parse(EVEN), Ok(vec![(12, 1000)]));
    }

    proptest! {
        #[test]
        fn what_is_due_never_falls_and_meets_every_named_month(
            shares in proptest::collection::vec(0_i64..250, 1..=12),
        ) {
            let mut anchors: Anchors = vec![];
            let last = shares.len();
            for (at, share) in shares.iter().enumerate() {
                let month = if at + 1 == last { 12 } else { u32::try_from(at + 1).unwrap() };
                anchors.push((month, anchors.last().map_or(0, |a| a.1) + share));
            }
            let text = anchors.iter().map(|(m, s)| format!("{m}:{s}")).collect::<Vec<_>>().join(" ");
            let due: Vec<i64> = (1..=12).map(|month| planned_share(Some(&text), month)).collect();
            prop_assert!(due.windows(2).all(|w| w[0] <= w[1]), "{due:?}");
            for (month, share) in anchors {
                prop_assert_eq!(due[month as usize - 1], share);
            }
        }
    }
}
