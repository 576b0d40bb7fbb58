//! 初步安排 against 印发: which line became which, and what is different (practice §4.5 step 3). Pure.

use crate::codes;
use crate::id::ProjectId;
use crate::project::Carried;
use crate::text::{ALIKE, may_be_alike, normalise, similarity};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// What a line of a list is recognised by.
type KeyOf = fn(&ListLine) -> Option<String>;

/// One line of a list as its paper says it. Money in 元.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct ListLine {
    pub project: ProjectId,
    pub serial: Option<String>,
    pub grouping: Option<String>,
    pub name: String,
    pub code: Option<String>,
    pub total: Option<i64>,
    pub plan: Option<i64>,
    pub carried: Option<Carried>,
}

codes! {
    /// What became of a line.
    pub enum ListChange {
        /// 调入
        MovedIn = "moved_in",
        /// 调出
        MovedOut = "moved_out",
        /// 更名
        Renamed = "renamed",
        /// 改额: total or plan.
        Amount = "amount",
        /// 改组: another group or 新开工/续建.
        Regrouped = "regrouped",
        /// 改序
        Reordered = "reordered",
    }
}

codes! {
    /// How two lines were found to be one project.
    pub enum MatchedBy {
        Project = "project",
        Code = "code",
        Name = "name",
        /// At least 85 % alike: a person should look.
        Likeness = "likeness",
    }
}

/// One project of either list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct LinePair {
    pub from: Option<ListLine>,
    pub to: Option<ListLine>,
    pub matched_by: Option<MatchedBy>,
    /// Likeness of the names, thousandths, where that is how they were matched.
    pub likeness: Option<u32>,
    /// Empty: nothing changed.
    pub changes: Vec<ListChange>,
}

/// Pairs the lines of two versions: by project, code, name, then by likeness, best first. Those of the new list come in its
/// order, then what was moved out, in the order of the old.
#[must_use]
pub fn compare(from: &[ListLine], to: &[ListLine]) -> Vec<LinePair> {
    let mut pairs: Vec<Option<(usize, MatchedBy, Option<u32>)>> = vec![None; to.len()];
    let mut free: Vec<bool> = vec![true; from.len()];
    let keys: [(MatchedBy, KeyOf); 3] = [
        (MatchedBy::Project, |line| Some(line.project.to_string())),
        (MatchedBy::Code, |line| line.code.clone()),
        (MatchedBy::Name, |line| Some(normalise(&line.name)).filter(|n| !n.is_empty())),
    ];
    for (by, key) in keys {
        let mut known: HashMap<String, usize> = HashMap::new();
        for (at, line) in from.iter().enumerate().filter(|(at, _)| free[*at]) {
            if let Some(key) = key(line) {
                known.entry(key).or_insert(at);
            }
        }
        for (at, line) in to.iter().enumerate() {
            let open = pairs[at].is_none();
            if let Some(old) = key(line).and_then(|key| known.get(&key).copied()).filter(|old| open && free[*old]) {
                pairs[at] = Some((old, by, None));
                free[old] = false;
            }
        }
    }
    alike(from, to, &mut free, &mut pairs);
    let kept = to.iter().zip(pairs).map(|(new, pair)| match pair {
        None => LinePair {
            from: None,
            to: Some(new.clone()),
            matched_by: None,
            likeness: None,
            changes: vec![ListChange::MovedIn],
        },
        Some((old, by, likeness)) => LinePair {
            changes: changes(&from[old], new),
            from: Some(from[old].clone()),
            to: Some(new.clone()),
            matched_by: Some(by),
            likeness,
        },
    });
    let gone = from.iter().zip(&free).filter(|(_, free)| **free).map(|(old, _)| LinePair {
        from: Some(old.clone()),
        to: None,
        matched_by: None,
        likeness: None,
        changes: vec![ListChange::MovedOut],
    });
    kept.chain(gone).collect()
}

/// What is left on both sides, the most alike first.
fn alike(from: &[ListLine], to: &[ListLine], free: &mut [bool], pairs: &mut [Option<(usize, MatchedBy, Option<u32>)>]) {
    let length = |line: &ListLine| normalise(&line.name).chars().count();
    let old: Vec<(usize, usize)> = (0..from.len()).filter(|at| free[*at]).map(|at| (at, length(&from[at]))).collect();
    let mut found = vec![];
    for at in (0..to.len()).filter(|at| pairs[*at].is_none()) {
        let chars = length(&to[at]);
        for (before, _) in old.iter().filter(|(_, other)| may_be_alike(*other, chars)) {
            let likeness = similarity(&from[*before].name, &to[at].name);
            if likeness >= ALIKE {
                found.push((std::cmp::Reverse(likeness), *before, at));
            }
        }
    }
    found.sort_unstable();
    for (std::cmp::Reverse(likeness), before, at) in found {
        if free[before] && pairs[at].is_none() {
            (free[before], pairs[at]) = (false, Some((before, MatchedBy::Likeness, Some(likeness))));
        }
    }
}

fn changes(old: &ListLine, new: &ListLine) -> Vec<ListChange> {
    let told = [
        (old.name.trim() != new.name.trim(), ListChange::Renamed),
        (old.total != new.total || old.plan != new.plan, ListChange::Amount),
        (old.grouping != new.grouping || old.carried != new.carried, ListChange::Regrouped),
        (old.serial != new.serial, ListChange::Reordered),
    ];
    told.into_iter().filter(|(differs, _)| *differs).map(|(_, change)| change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn line(n: u128, serial: &str, name: &str, total: i64) -> ListLine {
        ListLine {
            project: ProjectId(Uuid::from_u128(n)),
            serial: Some(serial.into()),
            name: name.into(),
            total: Some(total),
            ..ListLine::default()
        }
    }

    #[test]
    fn moved_in_moved_out_renamed_another_amount_another_place() {
        use ListChange::{Amount, MovedIn, MovedOut, Renamed, Reordered};
        let mut coded = line(9, "4", "石墨负极材料项目", 40);
        coded.code = Some("2203-230604-04-01-123456".into());
        let mut again = line(10, "4", "锂电材料一体化项目", 40);
        again.code.clone_from(&coded.code);
        let v1 = [
            line(1, "1", "玉米深加工项目", 10),
            line(2, "2", "大豆精深加工项目（一期）", 20),
            line(3, "3", "冷链物流园", 30),
            coded,
            line(5, "5", "稻米加工项目", 50),
        ];
        let v2 = [
            line(1, "2", "玉米深加工项目", 10),
            line(11, "1", "智能电机产业园", 15),
            line(12, "2", "大豆精深加工项目一期", 25),
            again,
            line(13, "5", "稻米加工项目二期", 50),
        ];
        let report = compare(&v1, &v2);
        let told: Vec<_> = report.iter().map(|p| (p.matched_by, p.changes.clone())).collect();
        assert_eq!(
            told,
            [
                (Some(MatchedBy::Project), vec![Reordered]),
                (None, vec![MovedIn]),
                (Some(MatchedBy::Name), vec![Renamed, Amount]),
                (Some(MatchedBy::Code), vec![Renamed]),
                (None, vec![MovedIn]),
                (None, vec![MovedOut]),
                (None, vec![MovedOut]),
            ],
        );
    }

    #[test]
    fn the_most_alike_are_one_project_and_the_likeness_is_told() {
        let v1 = [line(1, "1", "岱北重工装备产业园项目一期", 1), line(2, "2", "岱北重工装备产业园项目三期", 1)];
        let v2 = [line(3, "1", "岱北重工装备产业园区项目一期", 1)];
        let report = compare(&v1, &v2);
        assert_eq!((report[0].matched_by, report[0].likeness), (Some(MatchedBy::Likeness), Some(928)));
        assert_eq!(report[0].from.as_ref().unwrap().name, v1[0].name);
        assert_eq!(report.len(), 2);
    }

    proptest! {
        #[test]
        fn every_line_stands_once_and_the_counts_close(
            a in proptest::collection::vec((0u128..20, "[甲乙丙]{1,5}"), 0..15),
            b in proptest::collection::vec((0u128..20, "[甲乙丙]{1,5}"), 0..15),
        ) {
            let lines = |from: &[(u128, String)]| -> Vec<ListLine> {
                from.iter().enumerate().map(|(at, (n, name))| line(*n, &at.to_string(), name, 1)).collect()
            };
            let (v1, v2) = (lines(&a), lines(&b));
            let report = compare(&v1, &v2);
            let of = |change| report.iter().filter(|p| p.changes.contains(&change)).count();
            prop_assert_eq!(report.iter().filter(|p| p.from.is_some()).count(), v1.len());
            prop_assert_eq!(report.iter().filter(|p| p.to.is_some()).count(), v2.len());
            prop_assert_eq!(v1.len() + of(ListChange::MovedIn), v2.len() + of(ListChange::MovedOut));
        }

        #[test]
        fn a_list_against_itself_says_nothing(a in proptest::collection::vec("[甲乙丙]{1,5}", 0..15)) {
            let same: Vec<ListLine> = (0u128..).zip(&a).map(|(n, name)| line(n, &n.to_string(), name, 1)).collect();
            prop_assert!(compare(&same, &same).iter().all(|p| p.changes.is_empty()));
        }
    }
}
