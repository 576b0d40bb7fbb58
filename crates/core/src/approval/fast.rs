//! 一会三函: for three classes of large projects the decision of a joint meeting (会) and three letters (函) let construction begin ahead
//! of the formal papers, which are made good by a promised day (seed article 001).
//!
//! The letters take no formal item away: each stays on the list, with its limits, its steps and its holder.

use super::query::{Checklist, before_start, checklist};
use crate::calendar::Calendar;
use crate::error::{Error, FieldFault, Result, Rule};
use crate::id::{FastLetterId, FastTrackId, ProjectId};
use crate::project::Project;
use crate::score::light::{Shade, shade_of};
use crate::store::Writer;
use crate::store::patch::Patch;
use crate::{codes, record};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// The classes of projects it is for.
    pub enum FastClass {
        /// 重大基础设施类
        Infrastructure = "infrastructure",
        /// 重点产业类
        Industry = "industry",
        /// 民生保障类
        Livelihood = "livelihood",
    }
}

codes! {
    /// The letters, in their order.
    pub enum Letter {
        /// 前期工作函, by the development and reform authority.
        Early = "early",
        /// 设计方案审查意见函, by the planning authority.
        Design = "design",
        /// 施工意见登记函, by the housing and construction authority.
        Works = "works",
    }
}

impl Letter {
    /// What the office calls it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Early => "前期工作函",
            Self::Design => "设计方案审查意见函",
            Self::Works => "施工意见登记函",
        }
    }
}

/// What the office calls the formal papers that are still to come.
pub const MAKE_GOOD: &str = "正式手续补齐";

record! {
    /// The decision that a project is handled so. Identity derives from the project.
    pub struct FastTrack(FastTrackId) in "fast_track", Work, of "project" {
        project: ProjectId,
        class: FastClass,
        /// The day of the joint meeting, and its minutes.
        met_on: NaiveDate,
        document: String,
        /// The day by which the formal papers are promised.
        formal_by: NaiveDate,
        note: Option<String>,
    }
}

record! {
    /// One letter of a project. Identity derives from project and letter.
    pub struct FastLetter(FastLetterId) in "fast_letter", Work, of "project" {
        project: ProjectId,
        letter: Letter,
        expected_on: Option<NaiveDate>,
        given_on: Option<NaiveDate>,
        /// Its number.
        document: Option<String>,
    }
}

/// A letter and what is known of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct LetterHeld {
    pub letter: Letter,
    pub known: Option<FastLetter>,
    /// Green once it is given, a ring while it is expected on no day; else red past that day, amber within three working days of it.
    pub shade: Shade,
    /// Its day lies before the one of a letter that comes before it.
    pub out_of_order: bool,
}

/// How a project stands by 一会三函.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FastHeld {
    pub track: FastTrack,
    /// The three, in their order.
    pub letters: Vec<LetterHeld>,
    /// Those that are not there.
    pub missing: Vec<Letter>,
    /// When construction may begin; nothing while a letter is neither there nor expected on a day.
    #[ts(type = "string | null")]
    pub start_on: Option<NaiveDate>,
    /// Codes of formal items that are still to be made good, in the order of the list.
    pub open: Vec<String>,
    /// Working days by which they are forecast after the promised day; nothing where they come in time.
    pub late_days: Option<i64>,
    /// The promised day is past and some are not there.
    pub overdue: bool,
    /// The worst of letters and formal papers; green once those papers are all there.
    pub shade: Shade,
}

impl FastHeld {
    /// By the letters alone, as they are known on a day; what is to be made good is seen once the list is planned.
    #[must_use]
    pub fn of(track: FastTrack, letters: &[FastLetter], today: NaiveDate) -> Self {
        let there = |one: &FastLetter| FastLetter { given_on: one.given_on.filter(|on| *on <= today), ..one.clone() };
        let letters: Vec<FastLetter> = letters.iter().map(there).collect();
        let known = |letter: &Letter| letters.iter().find(|one| one.letter == *letter);
        let given = |letter: &Letter| known(letter).and_then(|one| one.given_on);
        let before = |letter: &Letter| Letter::ALL.iter().take_while(|one| *one != letter).filter_map(given).max();
        let held = |letter: &Letter| LetterHeld {
            letter: *letter,
            known: known(letter).cloned(),
            shade: Shade::Ring,
            out_of_order: given(letter).zip(before(letter)).is_some_and(|(given, before)| given < before),
        };
        let missing = |letter: &&Letter| known(letter).is_none_or(|one| one.given_on.is_none());
        Self {
            start_on: start(track.met_on, Letter::ALL.iter().map(known), today),
            missing: Letter::ALL.iter().filter(missing).copied().collect(),
            letters: Letter::ALL.iter().map(held).collect(),
            open: vec![],
            late_days: None,
            overdue: false,
            shade: Shade::Ring,
            track,
        }
    }
}

impl FastHeld {
    /// Gives letters and papers their lamps.
    fn shine(&mut self, calendar: &Calendar, today: NaiveDate) {
        for held in &mut self.letters {
            let (expected, given) = held.known.as_ref().map_or((None, None), |one| (one.expected_on, one.given_on));
            held.shade = match (given, expected) {
                (Some(_), _) => Shade::Green,
                (None, Some(day)) => shade_of(calendar, today, day),
                (None, None) => Shade::Ring,
            };
        }
        let letters = self.letters.iter().map(|held| held.shade);
        let late = self.late_days.map(|_| Shade::Amber);
        let worst = letters.chain(late).chain([shade_of(calendar, today, self.track.formal_by)]).min();
        self.shade = worst.filter(|_| !self.open.is_empty()).unwrap_or(Shade::Green);
    }
}

/// The day the meeting was held and every letter is there: given, or expected, which is today at the soonest.
fn start<'l>(
    met_on: NaiveDate,
    mut letters: impl Iterator<Item = Option<&'l FastLetter>>,
    today: NaiveDate,
) -> Option<NaiveDate> {
    letters.try_fold(met_on, |latest, letter| {
        let letter = letter?;
        let expected = letter.expected_on.map(|day| day.max(today));
        letter.given_on.or(expected).map(|day| day.max(latest))
    })
}

/// Puts on a planned list what is still to be made good, and how late that comes.
pub(super) fn make_good(calendar: &Calendar, list: &mut Checklist, today: NaiveDate) {
    let Some(by) = list.fast.as_ref().map(|fast| fast.track.formal_by) else { return };
    let formal = before_start(list);
    let open =
        list.items.iter().filter(|item| formal.contains(item.code.as_str()) && !item.done && item.waived.is_none());
    let open: Vec<String> = open.map(|item| item.code.clone()).collect();
    let late = list.formal_on.filter(|on| *on > by).map(|on| calendar.working_between(by, on));
    if let Some(fast) = &mut list.fast {
        fast.overdue = by < today && !open.is_empty();
        fast.late_days = late.filter(|_| !open.is_empty());
        fast.open = open;
        fast.shine(calendar, today);
    }
}

/// 一会三函 as it would be if it were decided today and every letter came on a day, with the formal papers promised by another.
pub(super) fn tried(
    project: &Project,
    letters_on: NaiveDate,
    formal_by: Option<NaiveDate>,
    today: NaiveDate,
) -> (FastTrack, Vec<FastLetter>) {
    let track = FastTrack {
        id: track_id(project.id),
        office: project.office,
        project: project.id,
        class: FastClass::Industry,
        met_on: today,
        document: String::new(),
        formal_by: formal_by.unwrap_or(today),
        note: None,
    };
    let letter = |letter: &Letter| FastLetter { expected_on: Some(letters_on), ..blank(project, *letter) };
    (track, Letter::ALL.iter().map(letter).collect())
}

/// The longest that papers may take to be made good.
const LONGEST_YEARS: i32 = 10;

/// What the meeting decided.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveFastTrack {
    pub project: ProjectId,
    pub class: FastClass,
    pub met_on: NaiveDate,
    /// Minutes or decision, with its number.
    pub document: String,
    pub formal_by: NaiveDate,
    #[serde(default)]
    pub note: Option<String>,
    /// The day on which letters are expected of which nothing is known yet.
    #[serde(default)]
    #[ts(optional, type = "string | null")]
    pub letters_on: Option<NaiveDate>,
}

/// Has a project handled by 一会三函, or mends what was said of it.
///
/// # Errors
/// `Invalid` for a meeting to come, without its document, or later than a letter that is given, and for letters or papers promised no
/// later than the meeting.
pub fn save(w: &mut Writer, input: &SaveFastTrack) -> Result<Checklist> {
    let project: Project = w.get(input.project)?;
    let document = input.document.trim();
    let mut faults = vec![];
    if input.met_on > w.today() {
        faults.push(FieldFault::error("met_on", Rule::ActualInFuture));
    }
    if document.is_empty() {
        faults.push(FieldFault::error("document", Rule::Required));
    }
    if input.formal_by <= input.met_on {
        faults.push(before_meeting("formal_by", input.met_on));
    } else if input.formal_by.year() > input.met_on.year() + LONGEST_YEARS {
        faults.push(FieldFault::error("formal_by", Rule::OutOfRange));
    }
    if input.letters_on.is_some_and(|day| day < input.met_on) {
        faults.push(before_meeting("letters_on", input.met_on));
    }
    let letters: Vec<FastLetter> = w.all("where project = ? order by id", [project.id.to_string()])?;
    let earlier = letters.iter().filter(|one| one.given_on.is_some_and(|day| day < input.met_on));
    faults.extend(earlier.filter_map(|one| {
        let day = one.given_on?.to_string();
        Some(FieldFault::error("met_on", Rule::LetterBeforeMeeting).with("letter", one.letter.code()).with("day", day))
    }));
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    w.subject(project.name.clone());
    for letter in Letter::ALL.iter().filter(|letter| letters.iter().all(|one| one.letter != **letter)) {
        if let Some(expected) = input.letters_on {
            w.put(&FastLetter { expected_on: Some(expected), ..blank(&project, *letter) })?;
        }
    }
    w.put(&FastTrack {
        id: track_id(project.id),
        office: project.office,
        project: project.id,
        class: input.class,
        met_on: input.met_on,
        document: document.into(),
        formal_by: input.formal_by,
        note: crate::text::said(input.note.as_deref()).map(Into::into),
    })?;
    checklist(w, project.id)
}

/// Takes the project back to the formal way, its letters with it.
pub fn remove(w: &mut Writer, project: ProjectId) -> Result<Checklist> {
    w.subject(w.get::<Project>(project)?.name);
    for letter in Letter::ALL {
        w.remove::<FastLetter>(letter_id(project, *letter))?;
    }
    w.remove::<FastTrack>(track_id(project))?;
    checklist(w, project)
}

/// Named fields of one letter.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveLetter {
    pub project: ProjectId,
    pub letter: Letter,
    pub set: Patch,
}

/// # Errors
/// `NotFound` for a project that is not handled so; `Invalid` for a letter given tomorrow, and for one given or expected before the
/// meeting.
pub fn save_letter(w: &mut Writer, input: &SaveLetter) -> Result<Checklist> {
    let project: Project = w.get(input.project)?;
    let track: FastTrack = w.get(track_id(project.id))?;
    let known: Option<FastLetter> = w.find(letter_id(project.id, input.letter))?;
    let saved: FastLetter = input.set.apply(&known.unwrap_or_else(|| blank(&project, input.letter)))?;
    if saved.letter != input.letter {
        return Err(Error::invalid("letter", Rule::NotEditable));
    }
    if saved.given_on.is_some_and(|day| day > w.today()) {
        return Err(Error::invalid("given_on", Rule::ActualInFuture));
    }
    for (field, day) in [("given_on", saved.given_on), ("expected_on", saved.expected_on)] {
        if input.set.0.contains_key(field) && day.is_some_and(|day| day < track.met_on) {
            return Err(Error::Invalid(vec![before_meeting(field, track.met_on)]));
        }
    }
    w.subject(project.name);
    w.put(&saved)?;
    checklist(w, input.project)
}

/// A letter nothing is known of.
fn blank(project: &Project, letter: Letter) -> FastLetter {
    FastLetter {
        id: letter_id(project.id, letter),
        office: project.office,
        project: project.id,
        letter,
        expected_on: None,
        given_on: None,
        document: None,
    }
}

fn before_meeting(field: &str, met_on: NaiveDate) -> FieldFault {
    FieldFault::error(field, Rule::BeforeMeeting).with("day", met_on.to_string())
}

fn track_id(project: ProjectId) -> FastTrackId {
    FastTrackId(crate::id::derived(&["fast_track", &project.to_string()]))
}

fn letter_id(project: ProjectId, letter: Letter) -> FastLetterId {
    FastLetterId(crate::id::derived(&["fast_letter", &project.to_string(), letter.code()]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::OfficeId;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn letter(letter: Letter, expected: Option<&str>, given: Option<&str>) -> FastLetter {
        FastLetter {
            id: FastLetterId::default(),
            office: OfficeId::default(),
            project: ProjectId::default(),
            letter,
            expected_on: expected.map(day),
            given_on: given.map(day),
            document: None,
        }
    }

    #[test]
    fn construction_may_begin_when_the_last_of_meeting_and_letters_is_there() {
        let of = |given: [(Option<&str>, Option<&str>); 3]| {
            let letters: Vec<FastLetter> =
                Letter::ALL.iter().zip(given).map(|(one, (expected, given))| letter(*one, expected, given)).collect();
            let start = start(day("2022-03-01"), letters.iter().map(Some), day("2022-03-28"));
            start.map(|day| day.to_string())
        };
        let given = |day| (None, Some(day));
        let expected = |day| (Some(day), None);
        for (letters, start) in [
            ([given("2022-03-04"), given("2022-03-10"), given("2022-03-18")], Some("2022-03-18")),
            ([given("2022-03-04"), given("2022-03-18"), given("2022-03-10")], Some("2022-03-18")),
            ([given("2022-03-04"), given("2022-03-10"), expected("2022-04-08")], Some("2022-04-08")),
            // What should have come is here today at the soonest.
            ([given("2022-03-04"), expected("2022-03-10"), given("2022-03-18")], Some("2022-03-28")),
            // Given is given, whatever was expected.
            ([(Some("2022-05-01"), Some("2022-03-04")), given("2022-03-10"), given("2022-03-18")], Some("2022-03-18")),
            ([given("2022-03-04"), (None, None), given("2022-03-18")], None),
        ] {
            assert_eq!(of(letters).as_deref(), start, "{letters:?}");
        }
        assert_eq!(start(day("2022-03-01"), [None].into_iter(), day("2022-03-28")), None);
    }

    #[test]
    fn a_letter_given_after_the_day_is_not_there_on_it() {
        let given = ["2022-03-04", "2022-03-10", "2022-03-18"];
        let letters: Vec<FastLetter> =
            Letter::ALL.iter().zip(given).map(|(one, on)| letter(*one, None, Some(on))).collect();
        let on = |today: &str| {
            let (track, _) = tried(&Project::default(), day(today), None, day("2022-03-01"));
            let held = FastHeld::of(track, &letters, day(today));
            (held.missing, held.start_on, held.letters[2].known.as_ref().unwrap().given_on)
        };
        assert_eq!(on("2022-03-17"), (vec![Letter::Works], None, None));
        let there = Some(day("2022-03-18"));
        assert_eq!(on("2022-03-18"), (vec![], there, there));
    }
}
