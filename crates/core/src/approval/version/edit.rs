//! Making a version: a draft of the newest, its items changed one by one or read from a sheet, then released.

use super::query::{TemplateSheet, VersionLine, rows, sheet, versions};
use super::{LimitCheck, TemplateItem, TemplateVersion, Which, check, item, keep, kept_by_now};
use crate::approval::ask::Ask;
use crate::approval::clock::Unit;
use crate::approval::template::{Core, ItemKind, Land, Mark, Mode, Side};
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{LimitCheckId, ProjectId, TemplateItemId, TemplateVersionId};
use crate::project::Project;
use crate::store::patch::Patch;
use crate::store::{Reader, Writer};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Fields of one item of a draft.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveTemplateItem {
    pub version: TemplateVersionId,
    /// A code the draft does not have makes a new item.
    pub code: String,
    pub set: Patch,
}

/// The same fields of several items of a draft.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveTemplateItems {
    pub version: TemplateVersionId,
    /// Of items the draft has.
    pub codes: Vec<String>,
    pub set: Patch,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TemplateItemName {
    pub version: TemplateVersionId,
    pub code: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Release {
    pub version: TemplateVersionId,
    /// What is new in it.
    pub note: Option<String>,
}

/// A limit somebody looked up.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CheckLimit {
    pub item: String,
    pub which: Which,
    /// Where it was found.
    pub source: Option<String>,
    /// Takes the confirmation back.
    #[serde(default)]
    pub withdraw: bool,
}

/// Projects whose checklists are to be kept by another version.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct MoveChecklists {
    pub projects: Vec<ProjectId>,
    /// Nothing is the program's own.
    pub version: Option<TemplateVersionId>,
}

const LONGEST_CODE: usize = 12;
const MOST_PROJECTS: usize = 20_000;

/// A draft with the items of the newest version; an office has one at a time.
///
/// # Errors
/// `InUse` while there is a draft.
pub fn draft(w: &mut Writer) -> Result<TemplateSheet> {
    if w.first::<TemplateVersion>("where released_on is null order by id", [])?.is_some() {
        return Err(Error::InUse { what: "template_version", count: 1 });
    }
    let number: i64 = w.number("select coalesce(max(number), 0) + 1 from template_version", [])?;
    let made_from = w.templates()?.newest_id();
    let version: TemplateVersionId = w.new_id();
    let office = w.office()?;
    let items = rows(w, made_from)?;
    w.subject(number.to_string());
    w.put(&TemplateVersion { id: version, office, number, made_from, released_on: None, note: None })?;
    for row in items {
        w.put_new(TemplateItem { id: id(version, &row.code), office, version, ..row })?;
    }
    sheet(w, Some(version))
}

fn id(version: TemplateVersionId, code: &str) -> TemplateItemId {
    TemplateItemId(crate::id::derived(&["template_item", &version.to_string(), code]))
}

/// A version that may still be changed.
///
/// # Errors
/// `Invalid` for one that was released.
pub fn draft_of(r: &Reader, id: TemplateVersionId) -> Result<TemplateVersion> {
    let version: TemplateVersion = r.get(id)?;
    match version.released_on {
        None => Ok(version),
        Some(_) => Err(Error::invalid("version", Rule::NotEditable)),
    }
}

/// Saves fields of an item of a draft.
///
/// # Errors
/// `Invalid` for fields that do not fit and for a version that was released.
pub fn save(w: &mut Writer, input: &SaveTemplateItem) -> Result<TemplateSheet> {
    let version = draft_of(w, input.version)?;
    put(w, &version, &input.code, &input.set)?;
    w.subject(input.code.clone());
    sheet(w, Some(version.id))
}

/// Saves the same fields of several items of a draft, of all or of none.
///
/// # Errors
/// As [`save`], each fault with the item's `code`; `NotFound` for an item the draft does not have, `Invalid` for no item at all.
pub fn save_several(w: &mut Writer, input: &SaveTemplateItems) -> Result<TemplateSheet> {
    let version = draft_of(w, input.version)?;
    if input.codes.is_empty() {
        return Err(Error::invalid("codes", Rule::Required));
    }
    for code in &input.codes {
        w.get::<TemplateItem>(id(version.id, code))?;
        put(w, &version, code, &input.set).map_err(|error| match error {
            Error::Invalid(faults) => {
                Error::Invalid(faults.into_iter().map(|fault| fault.with("code", code)).collect())
            }
            other => other,
        })?;
    }
    w.subject(match input.codes.as_slice() {
        [one] => one.clone(),
        several => several.len().to_string(),
    });
    sheet(w, Some(version.id))
}

/// Writes fields of an item of a draft, also of several in one action.
pub fn put(w: &mut Writer, version: &TemplateVersion, code: &str, set: &Patch) -> Result<()> {
    let (_, row) = tried(w, version, code, set)?;
    w.put(&row)
}

/// An item of a draft as it is, if it is there, and as it would be with these fields.
pub fn tried(
    r: &Reader,
    version: &TemplateVersion,
    code: &str,
    set: &Patch,
) -> Result<(Option<TemplateItem>, TemplateItem)> {
    if set.0.contains_key("version") || set.0.contains_key("code") {
        return Err(Error::invalid("code", Rule::NotEditable));
    }
    let code = code.trim();
    let plain =
        !code.is_empty() && code.len() <= LONGEST_CODE && code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if !plain {
        return Err(Error::Invalid(vec![FieldFault::error("code", Rule::NotAChoice).with("text", code)]));
    }
    let known: Option<TemplateItem> = r.find(id(version.id, code))?;
    let before = match &known {
        Some(known) => known.clone(),
        None => blank(r, version, code)?,
    };
    let mut row = set.apply(&before)?;
    marks(&before, &mut row, set);
    let fits = item::read(&row).map_err(Error::Invalid)?;
    row.needs = Some(fits.needs.text()).filter(|text| !text.is_empty());
    Ok((known, row))
}

/// A limit that was typed is to be checked until somebody says otherwise.
fn marks(old: &TemplateItem, row: &mut TemplateItem, set: &Patch) {
    let said = |field: &str| set.0.contains_key(field);
    if row.statutory != old.statutory && !said("statutory_mark") {
        row.statutory_mark = row.statutory.map(|_| Mark::ToCheck);
    }
    if row.promised != old.promised && !said("promised_mark") {
        row.promised_mark = row.promised.map(|_| Mark::ToCheck);
    }
}

fn blank(r: &Reader, version: &TemplateVersion, code: &str) -> Result<TemplateItem> {
    let sql = "select coalesce(max(position), -1) + 1 from template_item where version = ?";
    let every = |codes: Vec<&str>| codes.join(";");
    Ok(TemplateItem {
        id: id(version.id, code),
        office: version.office,
        version: version.id,
        code: code.into(),
        position: r.number(sql, [version.id.to_string()])?,
        stage_no: 5,
        stage: String::new(),
        stage_en: None,
        name: String::new(),
        name_en: None,
        department: String::new(),
        department_en: None,
        kind: ItemKind::Permit,
        statutory: None,
        statutory_unit: Some(Unit::Working),
        statutory_side: Some(Side::Department),
        statutory_mark: None,
        legal_basis: None,
        promised: None,
        promised_mark: None,
        planning: None,
        needs: None,
        modes: every(Mode::ALL.iter().map(|mode| mode.code()).collect()),
        lands: every(Land::ALL.iter().map(|land| land.code()).collect()),
        question: "always".into(),
        excludes: None,
        core: Core::None,
        condition: None,
        result: None,
        measures: None,
        handling: None,
        materials: None,
        note: None,
        steps_before: None,
        steps: None,
        fee_before: None,
        fee: None,
        lists: None,
    })
}

pub fn remove(w: &mut Writer, input: &TemplateItemName) -> Result<TemplateSheet> {
    let version = draft_of(w, input.version)?;
    w.subject(input.code.clone());
    let Some(gone) = w.find::<TemplateItem>(id(version.id, &input.code))? else {
        return Err(Error::not_found("template_item", &input.code));
    };
    w.remove::<TemplateItem>(gone.id)?;
    if let Some(heir) = heir(&gone, rows(w, Some(version.id))?) {
        w.put(&heir)?;
    }
    sheet(w, Some(version.id))
}

/// The item that says the words of a question from now on, where `gone` alone said them: the first that asks it.
pub(super) fn heir(gone: &TemplateItem, rest: Vec<TemplateItem>) -> Option<TemplateItem> {
    let asked = |row: &TemplateItem| match Ask::parse(row.question.trim()) {
        Some(Ask::Yes { question, words }) => Some((question, words)),
        _ => None,
    };
    let (question, words) = asked(gone)?;
    let words = words?;
    let same = |row: &TemplateItem| asked(row).filter(|(code, _)| *code == question);
    if rest.iter().filter_map(same).any(|(_, words)| words.is_some()) {
        return None;
    }
    let first = rest.into_iter().find(|row| same(row).is_some())?;
    Some(TemplateItem { question: Ask::Yes { question, words: Some(words) }.text(), ..first })
}

/// Throws a draft away.
pub fn discard(w: &mut Writer, version: TemplateVersionId) -> Result<Vec<VersionLine>> {
    let version = draft_of(w, version)?;
    w.subject(version.number.to_string());
    for row in rows(w, Some(version.id))? {
        w.remove::<TemplateItem>(row.id)?;
    }
    w.remove::<TemplateVersion>(version.id)?;
    versions(w)
}

/// Releases a draft: new checklists begin with it, those begun keep theirs.
///
/// # Errors
/// `Invalid` with every fault of what stands against it.
pub fn release(w: &mut Writer, input: &Release) -> Result<bool> {
    let version = draft_of(w, input.version)?;
    let faults = check::faults(&rows(w, Some(version.id))?);
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    w.subject(version.number.to_string());
    let note = crate::text::said(input.note.as_deref()).map(str::to_string);
    w.put(&TemplateVersion { released_on: Some(w.today()), note, ..version })?;
    Ok(true)
}

/// Says of a limit of the newest version that it was looked up.
///
/// # Errors
/// `NotFound` for an item that is none, `Invalid` for a limit it does not have.
pub fn check_limit(w: &mut Writer, input: &CheckLimit) -> Result<bool> {
    let item =
        w.templates()?.newest().find(&input.item).ok_or_else(|| Error::not_found("template_item", &input.item))?;
    let limit = match input.which {
        Which::Statutory => item.statutory.as_ref().map(|s| s.limit),
        Which::Promised => item.promised.as_ref().map(|p| p.limit),
    };
    let limit = limit.ok_or_else(|| Error::invalid("which", Rule::Required))?;
    let (office, name) = (w.office()?, item.name.clone());
    let id = LimitCheckId(crate::id::derived(&["limit_check", &office.to_string(), &input.item, input.which.code()]));
    w.subject(name);
    if input.withdraw {
        return w.remove::<LimitCheck>(id);
    }
    let source = crate::text::said(input.source.as_deref()).map(str::to_string);
    let (item, which, half_days) = (input.item.clone(), input.which, limit.half_days.into());
    w.put(&LimitCheck { id, office, item, which, half_days, checked_on: w.today(), source })?;
    Ok(true)
}

/// Keeps checklists by another version; answers how many changed.
pub fn move_checklists(w: &mut Writer, input: &MoveChecklists) -> Result<i64> {
    if input.projects.is_empty() || input.projects.len() > MOST_PROJECTS {
        return Err(Error::invalid("projects", Rule::OutOfRange));
    }
    if let Some(version) = input.version {
        let version: TemplateVersion = w.get(version)?;
        if version.released_on.is_none() {
            return Err(Error::invalid("version", Rule::NotAChoice));
        }
    }
    let mut moved = 0;
    for id in &input.projects {
        let project: Project = w.get(*id)?;
        if kept_by_now(w, *id)? != input.version {
            keep(w, &project, input.version)?;
            moved += 1;
        }
        if input.projects.len() == 1 {
            w.subject(project.name);
        } else {
            w.subject(input.projects.len().to_string());
        }
    }
    Ok(moved)
}
