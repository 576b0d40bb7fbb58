//! The counts beside the board, each of what fits all of the filter but its own part.

use super::{
    ApprovalStateCount, BoardFilter, BoardRow, Flag, FlagCount, Heat, HeatCount, HolderRow, InChargeCount, ItemCount,
};
use crate::approval::clock::Unit;
use crate::approval::state::State;
use crate::count::number;
use crate::id::ProjectId;
use std::collections::BTreeMap;

/// The parts of a filter.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Holder,
    State,
    Item,
    Heat,
    Flag,
    Person,
}

impl Part {
    /// The parts of a filter that a row does not fit.
    pub(super) fn misses(row: &BoardRow, filter: &BoardFilter) -> Vec<Self> {
        let holder = row.holder.as_deref().unwrap_or_default();
        let person = row.responsible.as_deref().unwrap_or_default();
        let fits = [
            (Self::Person, filter.person.as_deref().is_none_or(|name| name == person)),
            (Self::Holder, filter.holder.as_deref().is_none_or(|name| name == holder)),
            (Self::State, filter.state.is_none_or(|state| state == row.state)),
            (Self::Item, filter.item.as_deref().is_none_or(|item| item == row.item)),
            (Self::Heat, filter.heat.is_none_or(|heat| Some(heat) == row.heat)),
            // What is in nobody's hands is there for its flags alone.
            (Self::Flag, filter.flag.map_or(row.heat.is_some(), |flag| row.flags.contains(&flag))),
        ];
        fits.into_iter().filter(|(_, fits)| !fits).map(|(part, _)| part).collect()
    }
}

/// Rows that fit a filter but for one part of it.
fn but_for<'r>(rows: &'r [BoardRow], filter: &'r BoardFilter, part: Part) -> impl Iterator<Item = &'r BoardRow> {
    rows.iter().filter(move |row| Part::misses(row, filter).iter().all(|missed| *missed == part))
}

pub(super) fn heat(rows: &[BoardRow], filter: &BoardFilter) -> Vec<HeatCount> {
    let mut counts = [0i64; Heat::ALL.len()];
    for heat in but_for(rows, filter, Part::Heat).filter_map(|row| row.heat) {
        counts[heat as usize] += 1;
    }
    Heat::ALL.iter().zip(counts).map(|(heat, count)| HeatCount { heat: *heat, count }).collect()
}

pub(super) fn flags(rows: &[BoardRow], filter: &BoardFilter) -> Vec<FlagCount> {
    let all: Vec<&BoardRow> = but_for(rows, filter, Part::Flag).collect();
    let count = |flag: &Flag| number(all.iter().filter(|row| row.flags.contains(flag)).count());
    Flag::ALL.iter().map(|flag| FlagCount { flag: *flag, count: count(flag) }).collect()
}

pub(super) fn people(rows: &[BoardRow], filter: &BoardFilter) -> Vec<InChargeCount> {
    let mut by: BTreeMap<Option<&str>, InChargeCount> = BTreeMap::new();
    for row in but_for(rows, filter, Part::Person) {
        let blank = || InChargeCount { name: row.responsible.clone(), count: 0, overdue: 0 };
        let of = by.entry(row.responsible.as_deref()).or_insert_with(blank);
        of.count += 1;
        of.overdue += i64::from(row.heat == Some(Heat::Overdue));
    }
    let mut all: Vec<InChargeCount> = by.into_values().collect();
    all.sort_by_key(|one| (one.name.is_some(), std::cmp::Reverse(one.count)));
    all
}

pub(super) fn items(rows: &[BoardRow], filter: &BoardFilter) -> Vec<ItemCount> {
    let mut by: BTreeMap<&str, ItemCount> = BTreeMap::new();
    for row in but_for(rows, filter, Part::Item) {
        let blank =
            || ItemCount { code: row.item.clone(), name: row.name.clone(), name_en: row.name_en.clone(), count: 0 };
        by.entry(&row.item).or_insert_with(blank).count += 1;
    }
    let mut all: Vec<ItemCount> = by.into_values().collect();
    all.sort_by_key(|item| std::cmp::Reverse(item.count));
    all
}

/// A table of holders by state. A chosen state narrows neither rows nor columns of it.
pub(super) fn holders(rows: &[BoardRow], filter: &BoardFilter) -> Vec<HolderRow> {
    let wide = BoardFilter { state: None, ..filter.clone() };
    let mut by: BTreeMap<Option<&str>, Vec<&BoardRow>> = BTreeMap::new();
    for row in but_for(rows, &wide, Part::Holder) {
        by.entry(row.holder.as_deref()).or_default().push(row);
    }
    let mut all: Vec<HolderRow> = by.into_iter().map(|(name, held)| holder(name, &held)).collect();
    all.sort_by_key(|holder| std::cmp::Reverse((holder.count, holder.overdue)));
    all
}

fn holder(name: Option<&str>, held: &[&BoardRow]) -> HolderRow {
    let count = |fits: &dyn Fn(&BoardRow) -> bool| number(held.iter().filter(|row| fits(row)).count());
    let states =
        State::ALL.iter().map(|state| ApprovalStateCount { state: *state, count: count(&|row| row.state == *state) });
    let longest = |unit| held.iter().filter(|row| row.unit == unit).filter_map(|row| row.days).max();
    let mut projects: Vec<ProjectId> = held.iter().map(|row| row.project).collect();
    projects.sort_unstable();
    projects.dedup();
    HolderRow {
        name: name.map(Into::into),
        name_en: held.first().and_then(|row| row.holder_en.clone()),
        count: number(held.len()),
        projects: number(projects.len()),
        states: states.filter(|one| one.count > 0).collect(),
        overdue: count(&|row| row.heat == Some(Heat::Overdue)),
        near: count(&|row| matches!(row.heat, Some(Heat::Today | Heat::Soon))),
        longest_days: longest(Unit::Working),
        longest_calendar_days: longest(Unit::Calendar),
    }
}
