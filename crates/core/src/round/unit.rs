//! What a unit did: sent to, answered by telephone, reported nothing new, sent back.

use super::edit::open_round;
use super::{FileFate, Round, RoundFile, RoundUnit, UnitState};
use crate::error::{Error, Result};
use crate::id::RoundUnitId;
use crate::store::{Reader, Writer};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A unit's state set by hand, e.g. 零报告 told on the telephone.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct MarkUnit {
    pub id: RoundUnitId,
    pub state: UnitState,
    /// A seal stands on what it sent.
    #[serde(default)]
    pub stamped: bool,
    #[serde(default)]
    pub note: String,
}

pub fn mark(w: &mut Writer, input: MarkUnit) -> Result<RoundUnit> {
    let mut unit: RoundUnit = w.get(input.id)?;
    open_round(w, unit.round)?;
    let came = !matches!(input.state, UnitState::Unsent | UnitState::Sent);
    if input.state != unit.state {
        unit.came_ms = came.then_some(w.now_ms());
    }
    (unit.state, unit.stamped) = (input.state, input.stamped && came);
    unit.note = Some(input.note.trim().to_string()).filter(|n| !n.is_empty());
    w.subject(unit.name.clone());
    w.put(&unit)?;
    Ok(unit)
}

/// What was handed out to a unit.
#[derive(Clone, Debug)]
pub struct HandedOut {
    pub unit: RoundUnitId,
    pub hash: String,
}

/// Notes what was handed out. A unit that has already reported keeps its state.
pub fn handed_out(w: &mut Writer, round: &Round, all: &[HandedOut]) -> Result<()> {
    open_round(w, round.id)?;
    for out in all {
        let mut unit: RoundUnit = w.get(out.unit)?;
        if unit.state == UnitState::Unsent {
            unit.state = UnitState::Sent;
        }
        (unit.sent_ms, unit.sent_hash) = (Some(w.now_ms()), Some(out.hash.clone()));
        w.put(&unit)?;
    }
    w.subject(round.name.clone());
    Ok(())
}

/// Records a file that came back, and what it makes of its unit.
///
/// A sealed copy changes no state; a file that cannot be used does not take back what was received before.
pub fn came_back(w: &mut Writer, file: RoundFile) -> Result<()> {
    let round: Round = open_round(w, file.round)?;
    let Some(id) = file.unit else { return Err(Error::not_found("round_unit", round.name)) };
    let mut unit: RoundUnit = w.get(id)?;
    let had = matches!(unit.state, UnitState::Received | UnitState::Zero);
    match file.fate {
        FileFate::Taken => (unit.state, unit.came_ms) = (UnitState::Received, Some(file.came_ms)),
        FileFate::Zero => (unit.state, unit.came_ms) = (UnitState::Zero, Some(file.came_ms)),
        FileFate::Returned => (unit.state, unit.came_ms) = (UnitState::Returned, Some(file.came_ms)),
        FileFate::Stale if !had => (unit.state, unit.came_ms) = (UnitState::Stale, Some(file.came_ms)),
        FileFate::Picture if !had => (unit.state, unit.came_ms) = (UnitState::Manual, Some(file.came_ms)),
        FileFate::Sealed => unit.stamped = true,
        FileFate::Stale | FileFate::Picture => {}
    }
    w.put(&unit)?;
    w.put_new(file)
}

/// The files of a round, as they came; the first taken one of a unit is its 初报.
pub fn files(r: &Reader, round: crate::id::RoundId) -> Result<Vec<RoundFile>> {
    r.all("where round = ? order by came_ms, origin, id", [round.to_string()])
}
