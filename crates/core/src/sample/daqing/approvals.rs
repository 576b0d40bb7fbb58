//! 大庆市's approvals: the way of each project as far as its stage has come, with clocks that run, stand and are over.

use super::super::MARK;
use super::super::maker::{Maker, Sheet};
use super::Line;
use crate::approval::call::{self, CallResult, SaveCall};
use crate::approval::fast::{self, FastClass, Letter, SaveFastTrack, SaveLetter};
use crate::approval::query::approval_id;
use crate::approval::responsible::{ApprovalOf, AssignApprovals, assign};
use crate::approval::state::State;
use crate::error::{Error, Result};
use crate::people::Duty;
use crate::project::{Project, Stage};
use crate::store::patch::Patch;
use chrono::{Duration, NaiveDate};
use serde_json::{Map, Value, json};

use State::{
    Accepted, Approved, Correcting, Delivered, Extended, LackingAccepted, LackingPassed, NotAccepted, Preparing,
    Refused, Reviewing, Stopped, Submitted, Withdrawn,
};

/// An item, a state and the day.
type Step = (&'static str, State, &'static str);

/// The way of a project whose stage is reached.
const FILED: &[Step] = &[("A05", Submitted, "2021-12-16"), ("A05", Approved, "2021-12-16")];
const CONDITIONS: &[Step] = &[("A07", Accepted, "2022-01-05"), ("A07", Approved, "2022-01-14")];
const ASSESSED: &[Step] =
    &[("P03", Submitted, "2022-01-10"), ("P03", Accepted, "2022-01-12"), ("P03", Approved, "2022-01-25")];
const LAND: &[Step] = &[("A09", Accepted, "2022-01-18"), ("A09", Approved, "2022-02-24")];
const PERMITTED: &[Step] = &[
    ("A10", Accepted, "2022-02-25"),
    ("A10", Approved, "2022-03-01"),
    ("A14", Accepted, "2022-02-28"),
    ("A14", Delivered, "2022-03-02"),
    ("B02", Accepted, "2022-02-14"),
    ("B02", Approved, "2022-02-22"),
    ("B03", Accepted, "2022-02-28"),
    ("B03", Approved, "2022-03-07"),
    ("C01", Accepted, "2022-02-28"),
    ("C01", Approved, "2022-03-08"),
    ("C05", Accepted, "2022-03-08"),
    ("C05", Approved, "2022-03-11"),
];

/// What is under way in each project that is before its start, in turn: every state, and every colour of the light.
const UNDER_WAY: &[&[Step]] = &[
    // Over its limit.
    &[("P03", Submitted, "2022-02-17"), ("P03", Accepted, "2022-02-18")],
    // Due within three working days.
    &[("P03", Submitted, "2022-03-14"), ("P03", Accepted, "2022-03-15"), ("B02", Preparing, "2022-03-21")],
    // The clock stands for an expert review.
    &[("P03", Accepted, "2022-03-02"), ("P03", Reviewing, "2022-03-04"), ("P03", Stopped, "2022-03-09")],
    // Not taken in yet: papers are missing.
    &[("P03", Submitted, "2022-03-22"), ("P03", Correcting, "2022-03-24")],
    // Taken in with a hole that a promise fills.
    &[("B02", Submitted, "2022-03-17"), ("B02", LackingAccepted, "2022-03-18")],
    // In good time.
    &[("B02", Submitted, "2022-03-23"), ("B02", Accepted, "2022-03-24"), ("P05", Preparing, "2022-03-20")],
    // Sent back, and applied for anew.
    &[("A10", Submitted, "2022-03-07"), ("A10", NotAccepted, "2022-03-10"), ("A10", Submitted, "2022-03-25")],
    // More time was granted.
    &[("A10", Accepted, "2022-03-10"), ("A10", Extended, "2022-03-16")],
    // Decided with papers to come.
    &[("B03", Accepted, "2022-03-14"), ("B03", LackingPassed, "2022-03-18")],
    // Refused.
    &[("B02", Accepted, "2022-03-08"), ("B02", Refused, "2022-03-17")],
    // Withdrawn by the applicant.
    &[("P05", Accepted, "2022-03-08"), ("P05", Withdrawn, "2022-03-15")],
];

/// The day of the building permit in [`PERMITTED`].
const PERMIT: &str = "2022-03-11";
/// Every so many projects that stand, one was begun before its permit: what 校验 is there to find.
const TOO_EARLY: usize = 12;

/// Every so many projects nobody is in charge of what is under way yet.
const WITHOUT: usize = 5;

type Called = (usize, &'static str, &'static str, CallResult, Option<&'static str>, &'static str);

/// What was said in calls about what is under way: its place in [`UNDER_WAY`], the item, the day, the result, what was promised and what
/// was said.
const CALLED: &[Called] = &[
    (1, "P03", "2022-03-24", CallResult::UnderWay, Some("2022-03-29"), "正在会签，29日出批复"),
    (4, "B02", "2022-03-21", CallResult::WaitsPapers, None, "总平面图企业还在改"),
    (7, "A10", "2022-03-18", CallResult::PassedOn, None, "用途管制科已转主办人"),
];

pub fn fill(maker: &Maker, lines: &[Line], made: &[Project]) -> Result<()> {
    maker.on("2022-03-27", "approval_step", "审批进展", |s| {
        let (mut turn, mut stand) = (0, 0);
        for (line, project) in lines.iter().zip(made) {
            let mut weeks = 0;
            if line.stage >= Stage::Started {
                stand += 1;
                weeks = if stand % TOO_EARLY == 0 { 0 } else { weeks_before(project)? };
            }
            for part in way(line.stage).into_iter().filter(|part| *part != ASSESSED || project.id != made[0].id) {
                steps(s, project, part, weeks)?;
            }
            if (Stage::Signed..Stage::Started).contains(&line.stage) {
                let part = UNDER_WAY[turn % UNDER_WAY.len()];
                steps(s, project, part, 0)?;
                if turn % WITHOUT != 0 {
                    in_charge(s, project, part)?;
                }
                called(s, project, turn % UNDER_WAY.len())?;
                turn += 1;
            }
        }
        fast(s, lines, made)?;
        // The article's project needs a report; the others a form.
        let first = &made[0];
        s.step_with(first, "P02", Approved, "2021-06-18", certificate("黑环审〔2021〕41号", "2021-06-18"))?;
        s.step_with(first, "P05", Approved, "2021-05-28", certificate("黑发改环资〔2021〕88号", "2021-05-28"))
    })
}

/// One project that has its land is handled by 一会三函: the meeting was held, two letters are there, the third is due in two days.
fn fast(s: &mut Sheet<'_, '_>, lines: &[Line], made: &[Project]) -> Result<()> {
    let Some((_, project)) = lines.iter().zip(made).find(|(line, _)| line.stage == Stage::Land) else { return Ok(()) };
    let track = SaveFastTrack {
        project: project.id,
        class: FastClass::Industry,
        met_on: date("2022-03-07")?,
        document: "市政府专题会议纪要〔2022〕5号".into(),
        formal_by: date("2022-09-30")?,
        note: Some(MARK.into()),
        letters_on: None,
    };
    fast::save(s.w, &track)?;
    for (letter, set) in [
        (Letter::Early, json!({ "given_on": "2022-03-10", "document": "庆发改函〔2022〕11号" })),
        (Letter::Design, json!({ "given_on": "2022-03-21", "document": "庆资规函〔2022〕18号" })),
        (Letter::Works, json!({ "expected_on": "2022-03-30" })),
    ] {
        fast::save_letter(s.w, &SaveLetter { project: project.id, letter, set: Patch(self::set(set)) })?;
    }
    Ok(())
}

/// 专人负责制: the project's chief service officer sees what is under way through.
fn in_charge(s: &mut Sheet<'_, '_>, project: &Project, part: &[Step]) -> Result<()> {
    let key = [project.id.to_string()];
    let officer: Option<Duty> =
        s.w.first("where project = ? and role = 'chief_service_officer' and until is null order by id", key)?;
    let Some(officer) = officer else { return Ok(()) };
    let approvals = part.iter().map(|(item, _, _)| ApprovalOf { project: project.id, item: (*item).into() }).collect();
    assign(s.w, &AssignApprovals { approvals, name: Some(officer.name), person: officer.person })?;
    Ok(())
}

fn called(s: &mut Sheet<'_, '_>, project: &Project, at: usize) -> Result<()> {
    for (_, item, on, result, promised, said) in CALLED.iter().filter(|(of, ..)| *of == at) {
        let call = SaveCall {
            approvals: vec![approval_id(project.id, item)],
            called_on: date(on)?,
            turn: None,
            person: None,
            result: *result,
            promised_on: promised.map(date).transpose()?,
            note: Some((*said).into()),
        };
        call::save(s.w, &call)?;
    }
    Ok(())
}

fn way(stage: Stage) -> Vec<&'static [Step]> {
    let mut way = vec![];
    if stage >= Stage::Signed {
        way.push(FILED);
    }
    if stage >= Stage::Preparing {
        way.push(CONDITIONS);
    }
    if stage >= Stage::Land {
        way.extend([ASSESSED, LAND]);
    }
    if stage >= Stage::Started {
        way.push(PERMITTED);
    }
    way
}

/// How many weeks the way of a project lies before that of the table, so that its permit precedes its start; whole weeks
/// keep working days what they are.
fn weeks_before(project: &Project) -> Result<i64> {
    let Some(start) = &project.started_actual else { return Ok(0) };
    let late = (date(PERMIT)? - start.on).num_days();
    Ok(if late > 0 { late / 7 + 1 } else { 0 })
}

fn date(text: &str) -> Result<NaiveDate> {
    text.parse().map_err(|e| Error::Internal(format!("{text}: {e}")))
}

fn steps(s: &mut Sheet<'_, '_>, project: &Project, part: &[Step], weeks: i64) -> Result<()> {
    for (item, state, on) in part {
        let on = (date(on)? - Duration::weeks(weeks)).to_string();
        s.step_with(project, item, *state, &on, known(project, item, *state, &on))?;
    }
    Ok(())
}

/// What becomes known with a step: a certificate's number, or what is missing and until when it was promised.
fn known(project: &Project, item: &str, state: State, on: &str) -> Map<String, Value> {
    let serial = project.position.unwrap_or(0);
    let (year, digits) = (on.get(..4).unwrap_or_default(), on.replace('-', ""));
    match (state, item) {
        (Approved | Delivered, "A05") => certificate(&format!("庆发改备〔{year}〕{serial}号"), on),
        (Approved | Delivered, "A10") => certificate(&format!("地字第230600{year}{serial:04}号"), on),
        (Approved | Delivered, "B03") => certificate(&format!("建字第230600{year}{serial:04}号"), on),
        (Approved | Delivered, "C05") => certificate(&format!("230600{digits}{serial:02}01"), on),
        (LackingAccepted, _) => set(json!({ "lacking": "交通影响评价报告", "lacking_by": "2022-03-30" })),
        (LackingPassed, _) => set(json!({ "lacking": "不动产权证复印件", "lacking_by": "2022-04-15" })),
        (Accepted, _) => set(json!({ "verified_on": "2022-03-25", "verified_with": "窗口" })),
        _ => Map::new(),
    }
}

fn certificate(number: &str, on: &str) -> Map<String, Value> {
    set(json!({ "certificate": number, "certificate_on": on }))
}

fn set(value: Value) -> Map<String, Value> {
    if let Value::Object(fields) = value { fields } else { Map::new() }
}
