//! Figures: the leader's twelve questions (practice §2), each answered with the rows behind it, its day and its basis.
//!
//! `base` reads the projects that count, one file a question has its pure rule, `rows` opens what a figure counted,
//! `percent` prints rates. Here are the figures that nobody can count from our records: they are typed in with their source.

pub mod base;
pub mod edit;
pub mod gap;
pub mod held;
pub mod leader;
pub mod listed;
pub mod money;
pub mod percent;
pub mod query;
pub mod rating;
pub mod rows;
pub mod starts;
pub mod task;
pub mod wechat;

use crate::id::FigureId;
use crate::{codes, record};

codes! {
    /// What a typed-in figure is about.
    pub enum FigureKind {
        /// 位次, e.g. 全省开复工率位次.
        Place = "place",
        /// 指标余额, e.g. 用地指标.
        Quota = "quota",
        /// 满意率 from a survey that is not kept here.
        Satisfaction = "satisfaction",
        /// A figure with a goal, e.g. 工业项目年度投资 100亿元.
        Goal = "goal",
    }
}

record! {
    /// A figure somebody told us: always with who said it and for which day.
    pub struct Figure(FigureId) in "figure", Work {
        kind: FigureKind,
        name: String,
        /// Thousandths of `unit`; of a place, thousandths of the place itself.
        value: Option<i64>,
        unit: Option<String>,
        /// 约、近: it does not reach a goal it only equals.
        about: bool,
        /// Of how many, for a place.
        out_of: Option<i64>,
        /// Thousandths of `unit`.
        target: Option<i64>,
        source: String,
        as_of: chrono::NaiveDate,
        note: Option<String>,
    }
}
