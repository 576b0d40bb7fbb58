//! How long a certificate holds: 有效期至.
//!
//! Whoever wants it longer applies thirty days before it ends (行政许可法 §50), so it is told of a month before that.

use super::record::Approval;
use super::state::State;
use crate::calendar::yesterday;
use crate::codes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// What the day on a certificate asks for.
    pub enum ExpiryState {
        Expired = "expired",
        /// Within sixty days.
        Soon = "soon",
    }
}

/// The end of a certificate that is past or near.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Expiry {
    pub state: ExpiryState,
    /// Its last day.
    #[ts(type = "string")]
    pub on: NaiveDate,
    /// Calendar days to its last day; negative once that is past.
    pub days_left: i64,
}

/// Days before its end from which a certificate is told of, and before which another term is applied for.
pub const NEAR_DAYS: i64 = 60;
pub const RENEW_DAYS: i64 = 30;

/// What the certificate of an approval asks for on a day; nothing while it holds for longer, and for what was not granted.
#[must_use]
pub fn expiry(approval: &Approval, state: State, today: NaiveDate) -> Option<Expiry> {
    let on = approval.expires_on.filter(|_| state.is_done() && approval.waived.is_none())?;
    let days_left = (on - today).num_days();
    let state = match days_left {
        left if left < 0 => ExpiryState::Expired,
        left if left <= NEAR_DAYS => ExpiryState::Soon,
        _ => return None,
    };
    Some(Expiry { state, on, days_left })
}

/// The day it is first told of.
#[must_use]
pub fn told_from(on: NaiveDate, days: i64) -> NaiveDate {
    (0..days).fold(on, |day, _| yesterday(day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::approval::edit::blank;
    use crate::project::Project;

    #[test]
    fn a_certificate_is_near_its_end_for_sixty_days_and_then_past_it() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let mut approval = blank(crate::id::ApprovalId::default(), &Project::default(), "C05");
        let told = |approval: &Approval, state, today: &str| {
            expiry(approval, state, day(today)).map(|found| (found.state, found.days_left))
        };
        assert_eq!(told(&approval, State::Approved, "2022-03-28"), None, "it has no end");
        approval.expires_on = Some(day("2022-03-28"));
        for (today, expected) in [
            ("2022-01-26", None),
            ("2022-01-27", Some((ExpiryState::Soon, 60))),
            ("2022-03-28", Some((ExpiryState::Soon, 0))),
            ("2022-03-29", Some((ExpiryState::Expired, -1))),
        ] {
            assert_eq!(told(&approval, State::Delivered, today), expected, "{today}");
        }
        assert_eq!(told(&approval, State::Reviewing, "2022-04-28"), None, "not granted");
        approval.waived = Some("不涉及".into());
        assert_eq!(told(&approval, State::Approved, "2022-04-28"), None);
        assert_eq!(told_from(day("2022-03-28"), RENEW_DAYS), day("2022-02-26"));
    }
}
