//! 四减: steps, papers, days and fee before and after, summed like against like (`systems.md` 002-35). An item of which one side is
//! not known is left out of the sum and counted beside it; what is not known is never 0.

use super::clock::Unit;
use super::template::{Item, Reduced, Side};
use crate::codes;
use crate::figure::percent::{Manner, Percent};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// What is made less.
    pub enum Reduction {
        /// 减环节
        Steps = "steps",
        /// 减材料
        Materials = "materials",
        /// 减时限, in half working days of the department.
        Days = "days",
        /// 减费用, in 元.
        Fee = "fee",
    }
}

/// One of the four over several items or approvals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReductionSum {
    pub cut: Reduction,
    /// Of how many both sides are known.
    pub known: i64,
    /// Of how many one side at least is not.
    pub unknown: i64,
    pub before: i64,
    pub after: i64,
    /// How much less it is; none where it is more, or where there was nothing before.
    pub less: Option<Percent>,
}

/// What one item has of one of the four, before and after.
#[must_use]
pub fn reduced(item: &Item, cut: Reduction) -> Reduced {
    let count = |n: usize| i64::try_from(n).ok();
    match cut {
        Reduction::Steps => item.reduced.steps,
        Reduction::Fee => item.reduced.fee,
        Reduction::Materials if item.materials.is_empty() => Reduced::default(),
        Reduction::Materials => Reduced {
            before: count(item.materials.len()),
            after: count(item.materials.iter().filter(|paper| !paper.cut).count()),
        },
        Reduction::Days => {
            let law = item.statutory.as_ref().filter(|law| law.limit.unit == Unit::Working);
            let law = law.filter(|law| law.side == Side::Department);
            let promised = item.promised.as_ref().filter(|promised| promised.side == Side::Department);
            Reduced {
                before: law.map(|law| law.limit.half_days.into()),
                after: promised.map(|promised| promised.limit.half_days.into()),
            }
        }
    }
}

/// The four over these items, each as often as it occurs.
pub fn sums<'i>(items: impl Iterator<Item = &'i Item> + Clone, manner: Manner) -> Vec<ReductionSum> {
    let sum = |cut: &Reduction| {
        let mut sum = ReductionSum { cut: *cut, known: 0, unknown: 0, before: 0, after: 0, less: None };
        for item in items.clone() {
            let Reduced { before: Some(before), after: Some(after) } = reduced(item, *cut) else {
                sum.unknown += 1;
                continue;
            };
            sum.known += 1;
            sum.before += before;
            sum.after += after;
        }
        let less = sum.before - sum.after;
        sum.less = Percent::of(less, sum.before, manner).filter(|_| less >= 0);
        sum
    };
    Reduction::ALL.iter().map(sum).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::approval::template::{Reductions, shipped};
    use proptest::prelude::*;

    fn item(steps: (Option<i64>, Option<i64>), fee: (Option<i64>, Option<i64>)) -> Item {
        let both = |(before, after)| Reduced { before, after };
        let reduced = Reductions { steps: both(steps), fee: both(fee) };
        Item { reduced, materials: vec![], ..shipped().find("B03").unwrap().clone() }
    }

    #[test]
    fn what_is_not_known_is_left_out_and_counted() {
        let items = [item((Some(8), Some(3)), (Some(0), Some(0))), item((Some(5), None), (None, None))];
        let sums = sums(items.iter(), Manner::default());
        let told = |cut: Reduction| {
            let one = &sums[cut as usize];
            (one.known, one.unknown, one.before, one.after, one.less.as_ref().map(|p| p.text.clone()))
        };
        assert_eq!(told(Reduction::Steps), (1, 1, 8, 3, Some("62.5".into())));
        assert_eq!(told(Reduction::Fee), (1, 1, 0, 0, None), "nothing before is not a share");
        assert_eq!(told(Reduction::Materials).0, 0, "nobody named a paper of them");
    }

    #[test]
    fn days_are_compared_only_where_both_are_the_departments_working_days() {
        let calendar = Item {
            statutory: shipped().find("B03").unwrap().statutory.clone().map(|mut law| {
                law.limit.unit = Unit::Calendar;
                law
            }),
            ..item((None, None), (None, None))
        };
        assert_eq!(reduced(&calendar, Reduction::Days).before, None);
        assert!(reduced(&item((None, None), (None, None)), Reduction::Days).before.is_some());
    }

    proptest! {
        #[test]
        fn every_item_is_known_or_not_and_the_sums_are_of_the_known(
            all in prop::collection::vec((prop::option::of(0..50_i64), prop::option::of(0..50_i64)), 0..20)
        ) {
            let items: Vec<Item> = all.iter().map(|steps| item(*steps, (None, None))).collect();
            let sum = &sums(items.iter(), Manner::default())[Reduction::Steps as usize];
            let known: Vec<(i64, i64)> = all.iter().filter_map(|(b, a)| b.zip(*a)).collect();
            prop_assert_eq!(usize::try_from(sum.known + sum.unknown).unwrap(), all.len());
            prop_assert_eq!(sum.before, known.iter().map(|(b, _)| b).sum::<i64>());
            prop_assert_eq!(sum.after, known.iter().map(|(_, a)| a).sum::<i64>());
        }
    }
}
