//! What an office has beside its projects: saved views, changes of standing, starts, entries into statistics, snapshots, rounds.

use super::MARK;
use super::maker::{Maker, Sheet, day};
use crate::error::Result;
use crate::figure::{Figure, FigureKind};
use crate::id::{ListId, ProjectId};
use crate::project::Project;
use crate::project::column::Column;
use crate::project::list::{Filter, Op, ProjectQuery};
use crate::project::start::{ProjectStart, StartDecision, StartKind};
use crate::round::edit::OpenRound;
use crate::round::unit::MarkUnit;
use crate::round::{Asked, RoundKind, RoundUnit, Split, UnitState};
use crate::snapshot::SnapshotKind;
use crate::snapshot::edit::TakeSnapshot;
use crate::standing::Standing;
use crate::standing::edit::NewStanding;
use crate::statistics::edit::SaveEntry;
use crate::store::patch::Patch;
use crate::time::Day;
use crate::view::ShownColumn;
use crate::view::edit::SaveView;

/// Columns of the sample's views, with their widths.
const COLUMNS: &[(Column, i64)] = &[
    (Column::Entered, 44),
    (Column::Light, 32),
    (Column::Name, 220),
    (Column::Region, 96),
    (Column::Enterprise, 180),
    (Column::Carried, 64),
    (Column::Stage, 64),
    (Column::Total, 96),
    (Column::Plan, 96),
    (Column::DoneYear, 96),
    (Column::YearRate, 72),
    (Column::Image, 240),
    (Column::Issue, 240),
    (Column::Leader, 72),
];

pub fn any_of(column: Column, value: &str) -> Filter {
    Filter { column, op: Op::AnyOf, values: vec![value.into()] }
}

pub fn on_list(list: ListId) -> Filter {
    any_of(Column::List, &list.to_string())
}

/// A view for everyone.
pub fn view(s: &mut Sheet<'_, '_>, name: &str, filters: Vec<Filter>, group: Option<Column>) -> Result<()> {
    let columns = COLUMNS.iter().map(|(column, width)| ShownColumn {
        column: *column,
        width: *width,
        frozen: *column <= Column::Name,
    });
    let view = SaveView {
        id: None,
        name: name.into(),
        everyone: true,
        query: ProjectQuery { filters, group, ..ProjectQuery::default() },
        columns: columns.collect(),
        lines: None,
    };
    crate::view::edit::save(s.w, view)?;
    Ok(())
}

/// What happened to a project across its stages.
#[derive(Clone, Copy, Default)]
pub struct Happened<'t> {
    pub on: &'t str,
    pub until: Option<(i32, u32)>,
    pub reason: &'t str,
    pub name: Option<&'t str>,
    pub other: Option<ProjectId>,
}

pub fn standing(s: &mut Sheet<'_, '_>, project: ProjectId, standing: Standing, what: &Happened<'_>) -> Result<()> {
    let change = NewStanding {
        project,
        standing,
        happened_on: Some(day(what.on)),
        expected_until: what.until.and_then(|(year, month)| Day::month(year, month, true)),
        reason: Some(what.reason.into()),
        document: None,
        other: what.other,
        name: what.name.map(str::to_string),
        parts: vec![],
        basis: None,
    };
    crate::standing::edit::save(s.w, change)?;
    Ok(())
}

/// The ledger as it stood at the end of a month.
pub fn snapshot(maker: &Maker, on: &str, period: &str, name: &str) -> Result<()> {
    maker.on(on, "snapshot_save", name, |s| {
        let snapshot = TakeSnapshot {
            name: name.into(),
            kind: SnapshotKind::Manual,
            period: Some(period.into()),
            as_of: Some(day(on)),
            note: None,
            projects: None,
        };
        crate::snapshot::edit::take(s.w, snapshot)?;
        Ok(())
    })
}

/// A start of a site: declared the day after, verified two days later, and decided.
pub fn start(
    s: &mut Sheet<'_, '_>,
    project: &Project,
    kind: StartKind,
    on: &str,
    decision: StartDecision,
) -> Result<()> {
    let after = |days| day(on).checked_add_days(chrono::Days::new(days));
    let decided = decision != StartDecision::Pending;
    s.w.put_new(ProjectStart {
        id: s.w.new_id(),
        office: project.office,
        project: project.id,
        kind,
        happened_on: day(on),
        declared_on: after(1),
        verified_on: after(2).filter(|_| decided),
        verified_by: decided.then(|| "专班现场核实组".to_string()),
        decision,
        decided_on: after(3).filter(|_| decided),
        reason: (decision == StartDecision::Rejected).then(|| "仅平整场地，未进行基础施工".to_string()),
        standard: Some("永久性工程正式破土，施工手续齐全或容缺受理".into()),
        note: None,
    })
}

/// A figure an article gives: name, thousandths of the unit, the unit, 约, the goal it is measured by.
pub type Goal = (&'static str, i64, &'static str, bool, Option<i64>);

/// Figures of an article, typed in with their source.
pub fn goals(s: &mut Sheet<'_, '_>, goals: &[Goal], source: &str, as_of: &str) -> Result<()> {
    for (name, value, unit, about, target) in goals {
        s.w.put_new(Figure {
            id: s.w.new_id(),
            office: s.w.office()?,
            kind: FigureKind::Goal,
            name: (*name).into(),
            value: Some(*value),
            unit: Some((*unit).into()).filter(|unit: &String| !unit.is_empty()),
            about: *about,
            out_of: None,
            target: *target,
            source: format!("{source}，{MARK}"),
            as_of: day(as_of),
            note: Some(MARK.into()),
        })?;
    }
    Ok(())
}

/// 纳统: entered in a month, or what is still lacking.
pub fn entry(s: &mut Sheet<'_, '_>, project: &Project, entered: Option<&str>, lacking: &str) -> Result<()> {
    let serial = project.position.unwrap_or(0);
    let set = match entered {
        Some(period) => serde_json::json!({
            "due": true, "entered": true, "entered_period": period, "name": project.name, "code": format!("GT{serial:08}"),
        }),
        None => {
            serde_json::json!({ "due": true, "entered": false, "reason": "材料不齐，统计局退回", "lacking": lacking })
        }
    };
    let set = Patch(set.as_object().cloned().unwrap_or_default());
    crate::statistics::edit::save(s.w, SaveEntry { project: project.id, set })?;
    Ok(())
}

/// A month's round by county, opened while some have answered and others have not.
pub fn round(maker: &Maker, opened: &str, period: &str, as_of: &str, due_on: &str, list: &str) -> Result<()> {
    let units = maker.on(opened, "round_open", period, |s| {
        let list: Option<crate::list::List> = s.w.first("where name = ?", [list])?;
        let open = OpenRound {
            name: String::new(),
            kind: RoundKind::Monthly,
            period: period.into(),
            as_of: day(as_of),
            due_on: day(due_on),
            due_minute: 17 * 60,
            split: Split::Region,
            asked: vec![Asked::Stage, Asked::DoneTotal, Asked::DoneYear, Asked::Image, Asked::Issue, Asked::NextStep],
            query: ProjectQuery {
                filters: list.map(|l| on_list(l.id)).into_iter().collect(),
                ..ProjectQuery::default()
            },
            note: "请各单位于截止时间前报送，无变化的报“无变化”。".into(),
        };
        let round = crate::round::edit::open(s.w, open)?;
        s.w.all::<RoundUnit>("where round = ? order by place", [round.id.to_string()])
    })?;
    maker.on(as_of, "round_unit_mark", period, |s| {
        // Half have reported, one says nothing has changed, one was sent back, the rest are waited for.
        let after = [UnitState::Received, UnitState::Received, UnitState::Sent, UnitState::Zero, UnitState::Received];
        for (at, unit) in units.iter().enumerate() {
            let state = if at == 4 { UnitState::Returned } else { after[at % after.len()] };
            let note =
                if state == UnitState::Returned { "两个项目累计完成小于上月，退回核实" } else { "" };
            let stamped = state == UnitState::Received && at % 2 == 0;
            crate::round::unit::mark(s.w, MarkUnit { id: unit.id, state, stamped, note: note.into() })?;
        }
        Ok(())
    })
}
