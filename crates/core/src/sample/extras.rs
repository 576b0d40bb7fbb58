//! What an office has beside its projects: saved views, changes of standing, snapshots.

use super::maker::{Maker, Sheet, day};
use crate::error::Result;
use crate::id::{ListId, ProjectId};
use crate::project::column::Column;
use crate::project::list::{Filter, Op, ProjectQuery};
use crate::snapshot::SnapshotKind;
use crate::snapshot::edit::TakeSnapshot;
use crate::standing::Standing;
use crate::standing::edit::NewStanding;
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
