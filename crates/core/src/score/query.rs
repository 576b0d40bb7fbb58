//! Index and light of recorded projects: the checklist and the needs, as the rules see them.

use super::index::{self, Index, Need, Weights};
use super::light::{self, Concern, Concerns, Light, StartDays};
use crate::approval::fast::{self, FastHeld, LetterHeld};
use crate::approval::query::{Checklist, Listed, Rules, checklist_of, recorded};
use crate::approval::state::State;
use crate::calendar::Calendar;
use crate::error::{Error, Result};
use crate::id::ProjectId;
use crate::matter::{Matter, MatterKind};
use crate::project::{Project, Stage};
use crate::store::Reader;
use chrono::NaiveDate;

/// The light of one project, for a line of the ledger.
pub fn light(r: &Reader, id: ProjectId) -> Result<Light> {
    let needs = crate::matter::edit::of_project(r, id)?;
    let has = |sql: &str| Ok::<bool, Error>(r.db().prepare_cached(sql)?.exists([id.to_string()])?);
    if !has("select 1 from approval where project = ?")? && !has("select 1 from fast_track where project = ?")? {
        // Nothing collected: no item is due, and there is no forecast.
        return Ok(light::light(r.calendars()?.everybody(), r.today(), &concerns(&[], &needs), None));
    }
    let project: Project = r.get(id)?;
    let checklist = checklist_of(Rules::of(r)?, &project, recorded(r, id)?, r.today());
    Ok(light_of(r.calendars()?.everybody(), &project, &checklist, &needs, r.today()))
}

#[must_use]
pub fn index_of(checklist: &Checklist, matters: &[Matter]) -> Index {
    let states: Vec<State> = checklist.items.iter().map(|item| item.state).collect();
    let needs: Vec<Need> = matters.iter().filter(|m| m.kind == MatterKind::Need).map(need).collect();
    index::index(&Weights::default(), &states, &needs)
}

fn need(m: &Matter) -> Need {
    Need {
        category: m.element.clone().unwrap_or_default(),
        unit: m.unit.clone().unwrap_or_default(),
        required: m.required.unwrap_or(0),
        delivered: m.delivered.unwrap_or(0),
    }
}

#[must_use]
pub fn light_of(
    calendar: &Calendar,
    project: &Project,
    checklist: &Checklist,
    matters: &[Matter],
    today: NaiveDate,
) -> Light {
    let mut concerns = concerns(&checklist.items, matters);
    concerns.extend(checklist.fast.iter().flat_map(of_letters));
    light::light(calendar, today, &concerns, start_days(project, checklist))
}

fn concerns(items: &[Listed], matters: &[Matter]) -> Vec<Concern> {
    let mut concerns = vec![];
    for item in items {
        let lacking = item.approval.as_ref().and_then(|a| a.lacking_by).filter(|_| !item.done);
        let mut add = |kind, due: Option<NaiveDate>| {
            concerns.push(Concern { kind, what: item.name.clone(), due, done: item.done });
        };
        if item.accepted_on.is_some() {
            add(Concerns::Approval, item.due_on);
        }
        if lacking.is_some() {
            add(Concerns::Promise, lacking);
        }
    }
    for m in matters {
        let met = m.required.is_some_and(|required| required > 0 && m.delivered.unwrap_or(0) >= required);
        let done = m.closed_on.is_some() || met;
        let what = m.element.clone().or_else(|| m.content.clone()).unwrap_or_default();
        let kind = if m.kind == MatterKind::Need { Concerns::Need } else { Concerns::Matter };
        if m.need_by.is_some() || m.required.unwrap_or(0) > 0 {
            concerns.push(Concern { kind, what: what.clone(), due: m.need_by.map(|d| d.on), done });
        }
        if let Some(promised) = m.promised_on {
            concerns.push(Concern { kind: Concerns::Promise, what, due: Some(promised.on), done });
        }
    }
    concerns
}

/// What 一会三函 has promised: the letters that are expected, and the formal papers; nothing once those are all there.
fn of_letters(fast: &FastHeld) -> Vec<Concern> {
    if fast.open.is_empty() {
        return vec![];
    }
    let letter = |held: &LetterHeld| Concern {
        kind: Concerns::Letter,
        what: held.letter.name().into(),
        due: held.known.as_ref().and_then(|known| known.expected_on),
        done: held.known.as_ref().is_some_and(|known| known.given_on.is_some()),
    };
    let papers = Concern {
        kind: Concerns::MakeGood,
        what: fast::MAKE_GOOD.into(),
        due: Some(fast.track.formal_by),
        done: false,
    };
    fast.letters.iter().map(letter).chain([papers]).collect()
}

/// Planned against forecast start, until construction has begun. Nothing collected is no forecast.
fn start_days(project: &Project, checklist: &Checklist) -> Option<StartDays> {
    let begun = project.stage >= Stage::Started || project.started_actual.is_some();
    if begun || checklist.required == 0 {
        return None;
    }
    Some(StartDays { planned: project.started_planned?.on, forecast: checklist.start_on? })
}
