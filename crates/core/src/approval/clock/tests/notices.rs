//! What a changed notice does to due days: it moves those whose way it touches, and no other.

use super::super::*;
use super::office::Office;
use crate::calendar::notice::{Notice, NoticeDay, embedded_notices};
use crate::calendar::office::Calendars;
use crate::calendar::tests::day;
use chrono::Days;
use proptest::prelude::*;
use std::collections::HashMap;

const LIMITS: [Limit; 7] = [
    Limit::working(0),
    Limit::working(1),
    Limit::working(5),
    Limit::working(20),
    Limit::working(60),
    Limit::calendar(7),
    Limit::calendar(30),
];

/// The notices that were published until a day.
fn known(until: NaiveDate) -> Vec<&'static Notice> {
    embedded_notices().iter().filter(|notice| notice.published_on <= until).collect()
}

/// Nothing on the way is worked under one and off under the other.
fn untouched(one: &Calendar, other: &Calendar, way: &Due) -> bool {
    way.days.iter().all(|step| one.is_working(step.on) == other.is_working(step.on))
}

#[test]
fn the_three_changed_notices_move_only_what_they_touch() {
    for published in ["2015-05-13", "2019-03-22", "2020-01-26"] {
        let since = day(published);
        let (before, after) = (Calendar::under(known(since - Days::new(1))), Calendar::under(known(since)));
        let (mut moved, mut stayed) = (0, 0);
        for accepted in (since - Days::new(200)).iter_days().take(560) {
            for limit in LIMITS {
                let (was, is) = (due(&before, accepted, limit, 0, &[]), due(&after, accepted, limit, 0, &[]));
                if untouched(&before, &after, &was) {
                    assert_eq!(was.on, is.on, "{published}: {accepted} {limit:?}");
                    stayed += 1;
                }
                moved += usize::from(was.on != is.on);
            }
        }
        assert!(moved > 30 && stayed > 1000, "{published} moved {moved} and left {stayed}");
    }
    let before = Calendar::under(known(day("2019-03-21")));
    assert_eq!(due_on(&before, day("2019-04-26"), Limit::working(3)), day("2019-05-02"), "29, 30 April, 2 May");
    assert_eq!(due_on(Calendar::embedded(), day("2019-04-26"), Limit::working(3)), day("2019-04-30"), "28 April works");
}

/// What was known on the day of acceptance is looked up only where a notice came since: that leaves nothing out.
#[test]
fn the_first_due_day_is_the_one_known_at_acceptance() {
    let calendars = Calendars::embedded();
    let mut under: HashMap<usize, Calendar> = HashMap::new();
    let mut moved = 0;
    for accepted in day("2014-06-01").iter_days().take_while(|on| *on < day("2027-06-01")) {
        let then = known(accepted);
        let then = under.entry(then.len()).or_insert_with(|| Calendar::under(then));
        for limit in LIMITS {
            let is = due_on(calendars.everybody(), accepted, limit);
            let first = calendars.known_on(None, accepted, is);
            let first = first.map_or(is, |calendar| due_on(&calendar, accepted, limit));
            assert_eq!(first, due_on(then, accepted, limit), "{accepted} {limit:?}");
            moved += usize::from(first != is);
        }
    }
    assert!(moved > 300, "{moved}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A notice of 2027, whole, that changes any days: the due days are the office's, and move only where the way is touched.
    #[test]
    fn any_notice_moves_only_what_it_touches(
        changed in prop::collection::btree_map(0u64..365, any::<bool>(), 0..40),
        accepted in 0u64..330, length in 1u16..60, at in 1u64..40, open_for in 0u64..20,
    ) {
        let first = day("2027-01-01");
        let said: Vec<(NaiveDate, bool)> = changed.iter().map(|(n, works)| (first + Days::new(*n), *works)).collect();
        // 元旦 and 国庆节 make it whole; what is not changed is as its weekday is.
        let plain = [day("2027-01-01"), day("2027-05-01"), day("2027-05-02"), day("2027-10-01"), day("2027-10-02"), day("2027-10-03")];
        let weekday = |on: NaiveDate| on.weekday().number_from_monday() < 6;
        let mut days: Vec<(NaiveDate, bool)> = plain.iter().map(|on| (*on, weekday(*on))).collect();
        days.retain(|(on, _)| said.iter().all(|(changed, _)| changed != on));
        days.extend(&said);
        let named = |(on, works): &(NaiveDate, bool)| NoticeDay {
            on: *on, name: if on.month() < 7 { "元旦" } else { "国庆节" }.into(), off: !works,
        };
        let notice = Notice { year: 2027, published_on: day("2026-11-20"), number: None, days: days.iter().map(named).collect() };
        let (before, after) = (Calendar::embedded(), Calendar::under(embedded_notices().iter().chain([&notice])));
        let accepted = first + Days::new(accepted);
        let from = accepted + Days::new(at);
        let held = [Stop {
            from, to: Some(from + Days::new(open_for)), restart: false, kind: StopKind::Hearing, basis: String::new(), examiner: None,
        }];
        let limit = Limit::working(length);
        let (was, is) = (due(before, accepted, limit, 0, &held), due(&after, accepted, limit, 0, &held));
        prop_assert_eq!(is.on, Office::with(&days).due(accepted, limit, 0, &held));
        if untouched(before, &after, &was) {
            prop_assert_eq!(was.on, is.on);
        }
    }
}
