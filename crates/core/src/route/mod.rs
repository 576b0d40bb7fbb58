//! Step routes (practice C29): the steps a need of land, power or finance passes before anything of it is delivered, so that
//! 到位 0 can still show how far it has come; and what a firm passes before it is listed, or before a bank lends to it.
//!
//! The steps are data (`data/routes.csv`); where a project stands on them is in `stand.rs`.

pub mod edit;
pub mod query;
pub mod record;
pub mod stand;

use crate::approval::clock::Unit;
use crate::approval::template::Mark;
use crate::calendar::Calendar;
use crate::coded::rows;
use crate::codes;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;
use ts_rs::TS;

codes! {
    pub enum RouteKind {
        /// 用地
        Land = "land",
        /// 供电
        Power = "power",
        /// 融资
        Finance = "finance",
        /// 上市: what a firm has to have before its shares are listed.
        Listing = "listing",
        /// 贷款条件: from a firm no bank lends to, to its first loan.
        Loan = "loan",
    }
}

codes! {
    /// Where a project stands on a route as a whole.
    pub enum RouteState {
        /// 不涉及
        NotNeeded = "not_needed",
        /// 未开始
        NotBegun = "not_begun",
        UnderWay = "under_way",
        /// Every step that is needed was reached.
        Done = "done",
    }
}

codes! {
    pub enum RouteStepState {
        Open = "open",
        Done = "done",
        /// 不涉及
        Skipped = "skipped",
    }
}

impl RouteKind {
    /// The category of `elements.csv` whose needs go this way.
    #[must_use]
    pub fn element(self) -> &'static str {
        match self {
            Self::Land => "用地",
            Self::Power => "用电",
            Self::Finance | Self::Listing | Self::Loan => "融资",
        }
    }

    /// Its steps, in the order in which they are usually passed.
    #[must_use]
    pub fn steps(self) -> &'static [StepOfRoute] {
        static STEPS: OnceLock<Vec<Vec<StepOfRoute>>> = OnceLock::new();
        let all = STEPS.get_or_init(|| {
            let table = rows(include_str!("../../data/routes.csv"));
            let of = |route: Self| table.iter().filter(move |row| row[0] == route.code());
            let read = |row: &Vec<String>| parse(row).unwrap_or_else(|| panic!("routes.csv: {}", row[1]));
            Self::ALL.iter().map(|route| of(*route).map(read).collect()).collect()
        });
        &all[self as usize]
    }

    /// The place of a step among the route's, by its code.
    #[must_use]
    pub fn place(self, code: &str) -> Option<usize> {
        self.steps().iter().position(|step| step.code == code)
    }
}

/// A time the law sets between two steps. The first day is not counted (民法典 §201).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepSpan {
    pub days: u16,
    pub unit: Unit,
    /// Code of the other step.
    pub step: String,
}

impl StepSpan {
    /// The last day of the span that begins with `day`.
    #[must_use]
    pub fn end(&self, calendar: &Calendar, day: NaiveDate) -> NaiveDate {
        match self.unit {
            Unit::Working => calendar.add_working(day, self.days.into()),
            Unit::Calendar => day.checked_add_days(Days::new(self.days.into())).unwrap_or(NaiveDate::MAX),
        }
    }
}

/// One step of a route, as `routes.csv` has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepOfRoute {
    pub code: String,
    pub name: String,
    pub name_en: String,
    /// Which day counts as reaching it, e.g. 预公告发布之日.
    pub reached: String,
    pub reached_en: String,
    /// It must last at least so long before `step` is taken, or anything after that.
    pub lasts: Option<StepSpan>,
    /// It must come at most so long after `step`.
    pub within: Option<StepSpan>,
    /// Where the time, or the step, comes from; empty where no text was read.
    pub basis: String,
    pub basis_en: String,
    pub basis_mark: Option<Mark>,
}

/// A row that does not fit gives `None`.
fn parse(row: &[String]) -> Option<StepOfRoute> {
    let [_, code, name, name_en, reached, reached_en, lasts @ .., basis, basis_en, mark] = row else { return None };
    let [days, unit, until, within, within_unit, after] = lasts else { return None };
    Some(StepOfRoute {
        lasts: span(days, unit, until)?,
        within: span(within, within_unit, after)?,
        basis_mark: if mark.is_empty() { None } else { Some(Mark::find(mark)?) },
        code: code.clone(),
        name: name.clone(),
        name_en: name_en.clone(),
        reached: reached.clone(),
        reached_en: reached_en.clone(),
        basis: basis.clone(),
        basis_en: basis_en.clone(),
    })
}

/// The outer `None` is a cell that may not stand there, the inner one an empty cell.
fn span(days: &str, unit: &str, step: &str) -> Option<Option<StepSpan>> {
    if days.is_empty() {
        return Some(None);
    }
    let unit = match unit {
        "工作日" => Unit::Working,
        "日" => Unit::Calendar,
        _ => return None,
    };
    Some(Some(StepSpan { days: days.parse().ok()?, unit, step: step.into() }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_routes_are_those_of_the_practice() {
        let names = |route: RouteKind| route.steps().iter().map(|s| s.name.as_str()).collect::<Vec<_>>().join("→");
        assert_eq!(
            names(RouteKind::Land),
            "征地预公告→现状调查→社稳评估→安置公告→签协议→勘测定界→组卷→市审→省审→批复→征收公告→净地→收储→挂牌→成交→合同→交地"
        );
        assert_eq!(names(RouteKind::Power), "申请→方案→设计→施工→验收→送电");
        assert_eq!(names(RouteKind::Finance), "对接→尽调→授信→放款");
        // `systems.md` 000-39 and 000-45.
        assert_eq!(
            names(RouteKind::Listing),
            "股改→权证补齐→募投手续→合规证明→辅导备案→辅导验收→申报受理→审议通过→同意注册→上市"
        );
        assert_eq!(names(RouteKind::Loan), "未获贷→辅导→达到条件→获贷");
    }

    #[test]
    fn every_step_is_whole_in_both_languages() {
        for route in RouteKind::ALL {
            assert!(crate::element::choices().iter().any(|e| e.category == route.element()), "{route:?}");
            let codes: HashSet<_> = route.steps().iter().map(|s| &s.code).collect();
            assert_eq!(codes.len(), route.steps().len());
            for (at, step) in route.steps().iter().enumerate() {
                assert_eq!(route.place(&step.code), Some(at));
                let english = [&step.name_en, &step.reached_en];
                assert!(english.iter().all(|text| !text.is_empty()), "{}", step.code);
                assert!(
                    [&step.name_en, &step.reached_en, &step.basis_en].iter().all(|t| t.is_ascii()),
                    "{}",
                    step.code
                );
                assert!(!step.name.is_empty() && !step.reached.is_empty(), "{}", step.code);
                assert_eq!(step.basis.is_empty(), step.basis_mark.is_none(), "{}", step.code);
                assert_eq!(step.basis.is_empty(), step.basis_en.is_empty(), "{}", step.code);
                // A time of the law names its source, and steps that come in this order.
                let until = step.lasts.as_ref().map(|s| route.place(&s.step).unwrap());
                let after = step.within.as_ref().map(|s| route.place(&s.step).unwrap());
                assert!(until.is_none_or(|until| until > at) && after.is_none_or(|after| after < at), "{}", step.code);
                assert!(until.or(after).is_none() || !step.basis.is_empty(), "{}", step.code);
            }
        }
    }

    #[test]
    fn the_times_of_the_law_are_read() {
        let step = |code: &str| &RouteKind::Land.steps()[RouteKind::Land.place(code).unwrap()];
        let lasts = |code: &str| step(code).lasts.as_ref().map(|s| (s.days, s.unit, s.step.as_str()));
        assert_eq!(lasts("pre_notice"), Some((10, Unit::Working, "file")));
        assert_eq!(lasts("notice"), Some((30, Unit::Calendar, "agreement")));
        assert_eq!(lasts("listing"), Some((10, Unit::Calendar, "sale")));
        let within = step("acquisition_notice").within.as_ref();
        assert_eq!(within.map(|s| (s.days, s.unit, s.step.as_str())), Some((15, Unit::Working, "approval")));
        assert_eq!(step("listing").basis_mark, Some(Mark::ToCheck));
        assert_eq!(span("3", "个月", "file"), None);
    }
}
