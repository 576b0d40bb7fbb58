//! Question 9, 上次我说的那事办了没: what a leader said, who does it, by when, and what shows that it is done.

use super::base::Base;
use super::held;
use crate::codes;
use crate::error::Result;
use crate::id::{MatterId, ProjectId};
use crate::matter::Matter;
use crate::store::Reader;
use crate::time::Day;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    pub enum TaskState {
        /// 超期未办结
        Overdue = "overdue",
        /// 正在办
        Open = "open",
        /// 已办结
        Done = "done",
    }
}

/// One thing a leader said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Task {
    pub id: MatterId,
    pub project: ProjectId,
    pub project_name: String,
    pub content: String,
    /// Who said it.
    pub leader: Option<String>,
    /// 批示、会议、调研、口头.
    pub source: Option<String>,
    #[ts(type = "string | null")]
    pub said_on: Option<NaiveDate>,
    pub handler: Option<String>,
    pub due: Option<Day>,
    pub state: TaskState,
    pub evidence: Option<String>,
    #[ts(type = "string | null")]
    pub closed_on: Option<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Tasks {
    pub total: i64,
    pub done: i64,
    pub overdue: i64,
    /// Overdue first, then open by due day, then done, newest first.
    pub list: Vec<Task>,
}

/// What leaders had said by a day of the projects of a scope, whatever became of these since.
///
/// With a leader in the scope, what that leader said, of whosever projects.
pub fn tasks(r: &Reader, base: &Base) -> Result<Tasks> {
    let leader = base.scope.leader.as_deref();
    let names = base.spoken_of(r)?;
    let units = held::units(r)?;
    let matters: Vec<Matter> = r.all("where kind = 'task' order by raised_on desc, id desc", [])?;
    let wanted = |m: &&Matter| {
        held::is_raised(m, base.as_of) && leader.is_none_or(|name| m.instructed_by.as_deref() == Some(name))
    };
    let mut list: Vec<Task> = matters
        .iter()
        .filter(wanted)
        .filter_map(|m| {
            let handler = m.department.and_then(|d| units.get(&d).cloned()).or_else(|| m.handler.clone());
            Some(task(m, names.get(&m.project)?, handler, base.as_of))
        })
        .collect();
    list.sort_by_key(|t| (t.state, if t.state == TaskState::Done { None } else { t.due.map(|d| d.on) }));
    let number = |fits: fn(&&Task) -> bool| i64::try_from(list.iter().filter(fits).count()).unwrap_or(i64::MAX);
    Ok(Tasks {
        total: number(|_| true),
        done: number(|t| t.state == TaskState::Done),
        overdue: number(|t| t.state == TaskState::Overdue),
        list,
    })
}

fn task(m: &Matter, project: &str, handler: Option<String>, as_of: NaiveDate) -> Task {
    Task {
        id: m.id,
        project: m.project,
        project_name: project.into(),
        content: m.content.clone().unwrap_or_default(),
        leader: m.instructed_by.clone(),
        source: m.source.clone(),
        said_on: m.raised_on,
        handler,
        due: m.need_by,
        state: state(m.closed_on, m.need_by.as_ref(), as_of),
        evidence: m.evidence.clone(),
        closed_on: m.closed_on,
    }
}

/// Done when closed; overdue when its day is over.
#[must_use]
pub fn state(closed_on: Option<NaiveDate>, due: Option<&Day>, as_of: NaiveDate) -> TaskState {
    match (closed_on, due) {
        (Some(day), _) if day <= as_of => TaskState::Done,
        (_, Some(due)) if due.on < as_of => TaskState::Overdue,
        _ => TaskState::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_is_done_when_closed_and_overdue_after_its_day() {
        let as_of: NaiveDate = "2022-03-28".parse().unwrap();
        let due = |text: &str| Some(Day::exact(text.parse().unwrap()));
        for (closed, due, expected) in [
            (None, due("2022-03-27"), TaskState::Overdue),
            (None, due("2022-03-28"), TaskState::Open),
            (None, None, TaskState::Open),
            (Some("2022-03-20"), due("2022-03-01"), TaskState::Done),
            (Some("2022-04-01"), due("2022-03-01"), TaskState::Overdue),
        ] {
            let closed = closed.map(|d: &str| d.parse().unwrap());
            assert_eq!(state(closed, due.as_ref(), as_of), expected);
        }
    }
}
