//! The light of a project (`rules.md` 16), with the reasons that make it red or amber.

use crate::approval::board::SOON;
use crate::calendar::Calendar;
use crate::codes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// The worst comes first.
    pub enum Shade {
        Red = "red",
        Amber = "amber",
        Green = "green",
        /// Nothing applies.
        Ring = "ring",
    }
}

codes! {
    /// What a reason is about.
    pub enum Concerns {
        Need = "need",
        Approval = "approval",
        Matter = "matter",
        Promise = "promise",
        /// A letter of 一会三函.
        Letter = "letter",
        /// The formal papers of 一会三函.
        MakeGood = "make_good",
        /// 开工: the forecast is later than the plan.
        Start = "start",
    }
}

/// Something of the project that may fall due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concern {
    pub kind: Concerns,
    /// What the office calls it.
    pub what: String,
    /// Due at the end of this day; none while it has no day or a stop is open.
    pub due: Option<NaiveDate>,
    pub done: bool,
}

/// When a project is to start and when it can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StartDays {
    pub planned: NaiveDate,
    pub forecast: NaiveDate,
}

/// Why the light is not green.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LightReason {
    pub kind: Concerns,
    pub what: String,
    /// The due day; of a start, the planned day.
    pub due: NaiveDate,
    /// Working days left; negative for those it is over, of a start for those it will be late.
    pub days_left: i64,
    /// Red or amber.
    pub shade: Shade,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Light {
    pub shade: Shade,
    /// The worst and oldest first; empty under a green light or a ring.
    pub reasons: Vec<LightReason>,
}

impl Light {
    /// Nothing applies.
    pub const NONE: Self = Self { shade: Shade::Ring, reasons: vec![] };
}

/// Red if something is overdue, amber if something is due within three working days or the start will be late, else green; a ring if nothing applies.
#[must_use]
pub fn light(calendar: &Calendar, today: NaiveDate, concerns: &[Concern], start: Option<StartDays>) -> Light {
    if concerns.is_empty() && start.is_none() {
        return Light::NONE;
    }
    let open = concerns.iter().filter(|concern| !concern.done);
    let mut reasons: Vec<LightReason> = open.filter_map(|concern| reason(calendar, today, concern)).collect();
    reasons.extend(start.filter(|start| start.forecast > start.planned).map(|start| LightReason {
        kind: Concerns::Start,
        what: String::new(),
        due: start.planned,
        days_left: calendar.working_between(start.forecast, start.planned),
        shade: Shade::Amber,
    }));
    reasons.sort_by(|a, b| (a.shade, a.due, a.kind, &a.what).cmp(&(b.shade, b.due, b.kind, &b.what)));
    Light { shade: reasons.first().map_or(Shade::Green, |reason| reason.shade), reasons }
}

fn reason(calendar: &Calendar, today: NaiveDate, concern: &Concern) -> Option<LightReason> {
    let due = concern.due?;
    let days_left = calendar.days_left(today, due);
    let shade = shade_of(calendar, today, due);
    (shade != Shade::Green).then(|| LightReason {
        kind: concern.kind,
        what: concern.what.clone(),
        due,
        days_left,
        shade,
    })
}

/// Of something open that falls due on a day: red once it is past, amber within three working days, else green.
#[must_use]
pub fn shade_of(calendar: &Calendar, today: NaiveDate, due: NaiveDate) -> Shade {
    match () {
        () if due < today => Shade::Red,
        () if calendar.working_between(today, due) <= SOON => Shade::Amber,
        () => Shade::Green,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::tests::{any_day, day};
    use chrono::Days;
    use proptest::prelude::*;

    fn concern(kind: Concerns, due: Option<&str>, done: bool) -> Concern {
        Concern { kind, what: kind.code().into(), due: due.map(day), done }
    }

    fn shade(concerns: &[Concern], start: Option<StartDays>) -> Shade {
        light(Calendar::embedded(), day("2022-03-31"), concerns, start).shade
    }

    #[test]
    fn shades_by_the_rule() {
        for (due, done, expected) in [
            (Some("2022-03-30"), false, Shade::Red),
            (Some("2022-03-30"), true, Shade::Green),
            (Some("2022-03-31"), false, Shade::Amber), // today: not over before it ends
            (Some("2022-04-02"), false, Shade::Amber), // a Saturday that works: two days
            (Some("2022-04-06"), false, Shade::Amber), // behind 清明节: three
            (Some("2022-04-07"), false, Shade::Green),
            (None, false, Shade::Green),
        ] {
            for kind in Concerns::ALL {
                assert_eq!(shade(&[concern(*kind, due, done)], None), expected, "{due:?} {done}");
            }
        }
        assert_eq!(shade(&[], None), Shade::Ring);
    }

    #[test]
    fn a_late_start_is_amber() {
        let start = |planned: &str, forecast: &str| Some(StartDays { planned: day(planned), forecast: day(forecast) });
        assert_eq!(shade(&[], start("2022-06-30", "2022-06-30")), Shade::Green);
        assert_eq!(shade(&[], start("2022-06-30", "2022-07-04")), Shade::Amber);
        let overdue = [concern(Concerns::Need, Some("2022-03-01"), false)];
        let found = light(Calendar::embedded(), day("2022-03-31"), &overdue, start("2022-06-30", "2022-07-04"));
        let told: Vec<_> = found.reasons.iter().map(|r| (r.kind, r.shade, r.days_left)).collect();
        assert_eq!(told, [(Concerns::Need, Shade::Red, -22), (Concerns::Start, Shade::Amber, -2)]);
    }

    proptest! {
        #[test]
        fn a_light_agrees_with_its_reasons(
            today in any_day(), dues in prop::collection::vec((prop::option::of(0u64..40), any::<bool>()), 0..6)
        ) {
            let concerns: Vec<_> = dues.iter().map(|(after, done)| Concern {
                kind: Concerns::Matter,
                what: String::new(),
                due: after.map(|n| today - Days::new(20) + Days::new(n)),
                done: *done,
            }).collect();
            let found = light(Calendar::embedded(), today, &concerns, None);
            let open = || concerns.iter().filter(|c| !c.done).filter_map(|c| c.due);
            let soon = Calendar::embedded().add_working(today, 3);
            let expected = if concerns.is_empty() {
                Shade::Ring
            } else if open().any(|due| due < today) {
                Shade::Red
            } else if open().any(|due| due <= soon || Calendar::embedded().working_between(soon, due) == 0) {
                Shade::Amber
            } else {
                Shade::Green
            };
            prop_assert_eq!(found.shade, expected);
            prop_assert_eq!(found.reasons.is_empty(), matches!(found.shade, Shade::Green | Shade::Ring));
        }
    }
}
