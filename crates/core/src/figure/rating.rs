//! Question 11, 企业满意不满意: the five grades of 好差评, the rate, and what the unhappy were unhappy about.
//!
//! Nothing that leaves here names who rated (practice C19).

use super::percent::{Manner, Percent};
use crate::id::{MatterId, ProjectId, RatingId};
use crate::{codes, record};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

codes! {
    /// The grades of 好差评, best first.
    pub enum Grade {
        /// 非常满意
        Delighted = "delighted",
        /// 满意
        Satisfied = "satisfied",
        /// 基本满意
        Fairly = "fairly",
        /// 不满意
        Unsatisfied = "unsatisfied",
        /// 非常不满意
        Angry = "angry",
    }
}

impl Grade {
    /// The first three count as satisfied (`rules.md` 17).
    #[must_use]
    pub fn satisfied(self) -> bool {
        self <= Self::Fairly
    }
}

record! {
    /// What one enterprise thought of how it was served.
    pub struct Rating(RatingId) in "rating", Work, of "project" {
        project: ProjectId,
        matter: Option<MatterId>,
        grade: Grade,
        /// 哪类: what it is about, e.g. 用地 or 回复慢.
        topic: Option<String>,
        reason: Option<String>,
        rated_on: NaiveDate,
        /// 回访电话、测评表、问卷.
        source: Option<String>,
    }
}

/// The answer: without ratings there is no rate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Contentment {
    pub rated: i64,
    pub satisfied: i64,
    /// 基本满意 is counted in, and said apart.
    pub fairly: i64,
    pub rate: Option<Percent>,
    pub unsatisfied: i64,
    /// What the unhappy were unhappy about, most first.
    pub topics: Vec<Topic>,
    /// The last day of a rating.
    #[ts(type = "string | null")]
    pub last: Option<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Topic {
    /// Absent where nobody said.
    pub topic: Option<String>,
    pub count: i64,
}

/// Ratings of the year up to `as_of`.
#[must_use]
pub fn contentment(ratings: &[Rating], year: i32, as_of: NaiveDate, manner: Manner) -> Contentment {
    use chrono::Datelike;
    let counted: Vec<&Rating> = ratings.iter().filter(|r| r.rated_on.year() == year && r.rated_on <= as_of).collect();
    let number = |fits: fn(&&&Rating) -> bool| i64::try_from(counted.iter().filter(fits).count()).unwrap_or(i64::MAX);
    let mut topics: BTreeMap<Option<&str>, i64> = BTreeMap::new();
    for rating in counted.iter().filter(|r| !r.grade.satisfied()) {
        *topics.entry(rating.topic.as_deref()).or_default() += 1;
    }
    let mut topics: Vec<Topic> =
        topics.into_iter().map(|(topic, count)| Topic { topic: topic.map(str::to_string), count }).collect();
    topics.sort_by_key(|topic| (topic.topic.is_none(), -topic.count));
    let (rated, satisfied) = (number(|_| true), number(|r| r.grade.satisfied()));
    Contentment {
        rated,
        satisfied,
        fairly: number(|r| r.grade == Grade::Fairly),
        rate: Percent::of(satisfied, rated, manner),
        unsatisfied: rated - satisfied,
        topics,
        last: counted.iter().map(|r| r.rated_on).max(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rating(grade: Grade, topic: Option<&str>, on: &str) -> Rating {
        Rating {
            id: RatingId::default(),
            office: crate::id::OfficeId::default(),
            project: ProjectId::default(),
            matter: None,
            grade,
            topic: topic.map(str::to_string),
            reason: None,
            rated_on: on.parse().unwrap(),
            source: None,
        }
    }

    #[test]
    fn three_grades_count_and_the_rest_is_told_by_topic() {
        let ratings = [
            rating(Grade::Delighted, None, "2022-03-01"),
            rating(Grade::Satisfied, None, "2022-03-02"),
            rating(Grade::Fairly, None, "2022-03-03"),
            rating(Grade::Unsatisfied, Some("用地"), "2022-03-04"),
            rating(Grade::Angry, Some("用地"), "2022-03-05"),
            rating(Grade::Unsatisfied, Some("回复慢"), "2022-03-05"),
            rating(Grade::Angry, Some("用电"), "2021-12-31"),
            rating(Grade::Angry, Some("用电"), "2022-04-01"),
        ];
        let found = contentment(&ratings, 2022, "2022-03-28".parse().unwrap(), Manner::default());
        assert_eq!((found.rated, found.satisfied, found.fairly, found.unsatisfied), (6, 3, 1, 3));
        assert_eq!(found.rate.unwrap().text, "50.0");
        let topics: Vec<_> = found.topics.iter().map(|t| (t.topic.as_deref().unwrap(), t.count)).collect();
        assert_eq!(topics, [("用地", 2), ("回复慢", 1)]);
        assert_eq!(contentment(&[], 2022, "2022-03-28".parse().unwrap(), Manner::default()).rate, None);
    }
}
