//! Writing typed-in figures and ratings.

use super::rating::{Grade, Rating};
use super::{Figure, FigureKind};
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{FigureId, MatterId, RatingId};
use crate::matter::Matter;
use crate::people::edit::{Save, SaveOf};
use crate::project::Project;
use crate::store::{Reader, Writer};

/// The typed-in figures by kind, newest first.
pub fn figures(r: &Reader) -> Result<Vec<Figure>> {
    let mut all: Vec<Figure> = r.all("order by as_of desc, name, id", [])?;
    all.sort_by_key(|f| f.kind);
    Ok(all)
}

pub fn save_figure(w: &mut Writer, input: Save<FigureId>) -> Result<Figure> {
    let old = match input.id {
        Some(id) => w.get(id)?,
        None => Figure {
            id: w.new_id(),
            office: w.office()?,
            kind: FigureKind::Place,
            name: String::new(),
            value: None,
            unit: None,
            about: false,
            out_of: None,
            target: None,
            source: String::new(),
            as_of: w.today(),
            note: None,
        },
    };
    let saved: Figure = input.set.apply(&old)?;
    let faults = check(&saved);
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    w.subject(saved.name.clone());
    w.put(&saved)?;
    Ok(saved)
}

/// A figure without a source is not printed by anybody.
fn check(f: &Figure) -> Vec<FieldFault> {
    let mut faults = vec![];
    for (field, text) in [("name", &f.name), ("source", &f.source)] {
        if text.trim().is_empty() {
            faults.push(FieldFault::error(field, Rule::Required));
        }
    }
    match f.value {
        None => faults.push(FieldFault::error("value", Rule::Required)),
        Some(value) if value < 0 => faults.push(FieldFault::error("value", Rule::Negative)),
        Some(value) if f.kind == FigureKind::Place && (value < 1000 || value % 1000 != 0) => {
            faults.push(FieldFault::error("value", Rule::NotANumber));
        }
        Some(value) if f.kind == FigureKind::Satisfaction && value > 100_000 => {
            faults.push(FieldFault::error("value", Rule::TooLarge));
        }
        Some(_) => {}
    }
    if f.out_of.zip(f.value).is_some_and(|(of, value)| of < 1 || value > of.saturating_mul(1000)) {
        faults.push(FieldFault::error("out_of", Rule::OutOfRange));
    }
    faults
}

pub fn remove_figure(w: &mut Writer, id: FigureId) -> Result<bool> {
    w.subject(w.get::<Figure>(id)?.name);
    w.remove::<Figure>(id)
}

/// The ratings of one desk, newest first.
pub fn ratings(r: &Reader) -> Result<Vec<Rating>> {
    r.all("order by rated_on desc, id desc", [])
}

/// A rating of a project's service, or of one matter of it (一事一评议).
pub fn save_rating(w: &mut Writer, input: SaveOf<RatingId>) -> Result<Rating> {
    let old = match input.id {
        Some(id) => w.get(id)?,
        None => {
            let project: Project = w.get(input.project()?)?;
            Rating {
                id: w.new_id(),
                office: project.office,
                project: project.id,
                matter: None,
                grade: Grade::Satisfied,
                topic: None,
                reason: None,
                rated_on: w.today(),
                source: None,
            }
        }
    };
    let mut saved: Rating = input.set.apply(&old)?;
    if saved.rated_on > w.today() {
        return Err(Error::invalid("rated_on", Rule::ActualInFuture));
    }
    if saved.topic.is_none() {
        saved.topic = topic_of(w, saved.matter)?;
    }
    if !saved.grade.satisfied() && saved.topic.is_none() {
        return Err(Error::invalid("topic", Rule::Required));
    }
    // The history of who rated how names no enterprise either.
    w.subject(saved.topic.clone().unwrap_or_default());
    w.put(&saved)?;
    Ok(saved)
}

fn topic_of(r: &Reader, matter: Option<MatterId>) -> Result<Option<String>> {
    let matter: Option<Matter> = matter.map(|id| r.find(id)).transpose()?.flatten();
    Ok(matter.and_then(|m| m.element))
}
