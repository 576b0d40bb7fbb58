//! 国家统一项目代码: the form of GB/T 40058-2021 (since 2020-11) and the older one still on living projects.
//!
//! The newer form's last digit is a check digit whose formula nobody published: it is not checked.

use crate::approval::template::Mode;
use crate::error::{FieldFault, Rule};
use crate::text::half_width;
use crate::{codes, industry, region};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    pub enum Generation {
        /// `YYMM-region-department-type-random+check`.
        New = "new",
        /// `year-region-industry-mode-serial`.
        Old = "old",
    }
}

/// A project code taken apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProjectCode {
    /// 24 characters with its four hyphens.
    pub text: String,
    pub generation: Generation,
    pub year: i32,
    /// Known of the new form only.
    pub month: Option<u32>,
    /// GB/T 2260; 000000 is the centre's.
    pub region: String,
    /// New: 中央业务指导部门. Old: division of GB/T 4754.
    pub department_or_industry: String,
    /// New: 01 基本建设 … 05 其他. Old: 01 审批, 02 核准, 03 备案.
    pub kind: String,
    pub serial: String,
}

/// Half-width and without spaces; twenty bare digits get their hyphens.
#[must_use]
pub fn normalise(text: &str) -> String {
    let dash = |c: char| if matches!(c, '‐' | '‑' | '‒' | '–' | '—' | '―' | '−') { '-' } else { c };
    let code: String = half_width(text).chars().filter(|c| !c.is_whitespace()).map(dash).collect();
    if code.len() == 20 && code.bytes().all(|b| b.is_ascii_digit()) {
        return [&code[..4], &code[4..10], &code[10..12], &code[12..14], &code[14..]].join("-");
    }
    code
}

/// Takes a code apart; `Err` is the rule it breaks: its form, or a new-form year before 2020.
pub fn parse(text: &str) -> Result<ProjectCode, Rule> {
    let text = normalise(text);
    let parts: Vec<&str> = text.split('-').collect();
    let [time, region, third, kind, serial] = parts[..] else { return Err(Rule::ProjectCodeForm) };
    let digits = parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    if !digits || [time, region, third, kind, serial].map(str::len) != [4, 6, 2, 2, 6] {
        return Err(Rule::ProjectCodeForm);
    }
    let (generation, year, month) = when(time)?;
    let [region, department_or_industry, kind, serial] = [region, third, kind, serial].map(str::to_string);
    Ok(ProjectCode { generation, year, month, region, department_or_industry, kind, serial, text })
}

/// 2010 is October 2020, not the year 2010: a month never exceeds 12, so the two forms cannot be confused.
fn when(time: &str) -> Result<(Generation, i32, Option<u32>), Rule> {
    let (first, second): (i32, u32) = match (time[..2].parse(), time[2..].parse()) {
        (Ok(first), Ok(second)) => (first, second),
        _ => return Err(Rule::ProjectCodeForm),
    };
    match (first, second) {
        (20.., 1..=12) => Ok((Generation::New, 2000 + first, Some(second))),
        (_, 1..=12) => Err(Rule::ProjectCodeMonth),
        (20, 13..) => Ok((Generation::Old, 2000 + i32::try_from(second).unwrap_or_default(), None)),
        _ => Err(Rule::ProjectCodeForm),
    }
}

/// What is wrong with a code: its form is an error; what does not agree with the rest of the project, a warning.
///
/// The field of each fault is `code`.
#[must_use]
pub fn check(
    text: &str,
    place: Option<&str>,
    industry: Option<&str>,
    mode: Option<Mode>,
    today: NaiveDate,
) -> Vec<FieldFault> {
    let code = match parse(text) {
        Ok(code) => code,
        Err(rule) => return vec![FieldFault::error(FIELD, rule).with("text", text)],
    };
    let later = (code.year, code.month.unwrap_or(1)) > (today.year(), today.month());
    let mut faults = vec![];
    if later {
        faults.push(FieldFault::warning(FIELD, Rule::ProjectCodeInFuture).with("text", &code.text));
    }
    faults.extend(check_region(&code, place));
    faults.extend(check_kind(&code, mode));
    faults.extend(check_industry(&code, industry));
    faults
}

const FIELD: &str = "code";

/// The authority may be the project's own region, one above it (a city for its district) or one in it.
fn check_region(code: &ProjectCode, place: Option<&str>) -> Option<FieldFault> {
    if code.region == "000000" {
        return None;
    }
    let warning = FieldFault::warning(FIELD, Rule::ProjectCodeRegion).with("region", &code.region);
    let Some(known) = region::by_code(&code.region) else { return Some(warning) };
    let place = place.and_then(region::by_code)?;
    let agrees = region::lies_in(place.code, known.code) || region::lies_in(known.code, place.code);
    (!agrees).then(|| warning.with("name", known.name))
}

fn check_kind(code: &ProjectCode, mode: Option<Mode>) -> Option<FieldFault> {
    let agrees = match (code.generation, code.kind.as_str()) {
        (Generation::New, kind) => ("01"..="05").contains(&kind),
        (Generation::Old, "01") => mode.is_none_or(|mode| mode == Mode::Approve),
        (Generation::Old, "02") => mode.is_none_or(|mode| mode == Mode::Verify),
        (Generation::Old, "03") => mode.is_none_or(|mode| mode == Mode::File),
        _ => false,
    };
    (!agrees).then(|| FieldFault::warning(FIELD, Rule::ProjectCodeKind).with("kind", &code.kind))
}

fn check_industry(code: &ProjectCode, given: Option<&str>) -> Option<FieldFault> {
    if code.generation == Generation::New {
        return None;
    }
    let named = &code.department_or_industry;
    let warning = FieldFault::warning(FIELD, Rule::ProjectCodeIndustry).with("industry", named);
    let Some(division) = industry::division(named) else { return Some(warning) };
    let agrees = match given {
        None => true,
        Some(given) => match industry::division(given) {
            Some(other) => other == division,
            None => division.section.as_deref() == Some(given) || industry::find(given).is_none(),
        },
    };
    (!agrees).then(|| warning.with("name", &division.name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rules(code: &str, place: Option<&str>, industry: Option<&str>, mode: Option<Mode>) -> Vec<Rule> {
        let today = "2026-11-24".parse().unwrap();
        check(code, place, industry, mode, today).into_iter().map(|fault| fault.rule).collect()
    }

    #[test]
    fn both_generations_are_told_apart() {
        let new = parse("2509-320193-89-01-544060").unwrap();
        assert_eq!((new.generation, new.year, new.month), (Generation::New, 2025, Some(9)));
        assert_eq!((new.region.as_str(), new.kind.as_str(), new.serial.as_str()), ("320193", "01", "544060"));
        let old = parse("2019-230109-13-03-012345").unwrap();
        assert_eq!((old.generation, old.year, old.month), (Generation::Old, 2019, None));
        for (time, expected) in [
            ("2010", Ok((Generation::New, 2020, Some(10)))),
            ("2011", Ok((Generation::New, 2020, Some(11)))),
            ("2012", Ok((Generation::New, 2020, Some(12)))),
            ("2013", Ok((Generation::Old, 2013, None))),
            ("2099", Ok((Generation::Old, 2099, None))),
            ("2612", Ok((Generation::New, 2026, Some(12)))),
            ("1912", Err(Rule::ProjectCodeMonth)),
            ("2000", Err(Rule::ProjectCodeForm)),
            ("2113", Err(Rule::ProjectCodeForm)),
            ("1999", Err(Rule::ProjectCodeForm)),
        ] {
            assert_eq!(when(time), expected, "{time}");
        }
    }

    #[test]
    fn hyphens_come_back() {
        assert_eq!(normalise("25093201938901544060"), "2509-320193-89-01-544060");
        assert_eq!(normalise(" ２５０９—３２０１９３–89－01-544060 "), "2509-320193-89-01-544060");
        for bad in
            ["", "2509", "2509-320193-89-01-54406", "2509-320193-89-01-54406X", "250932019389015440600", "项目代码"]
        {
            assert_eq!(parse(bad), Err(Rule::ProjectCodeForm), "{bad}");
        }
    }

    #[test]
    fn what_disagrees_is_a_warning() {
        use Rule::{ProjectCodeInFuture, ProjectCodeIndustry, ProjectCodeKind, ProjectCodeRegion};
        let old = "2019-230109-13-03-012345";
        for (code, place, industry, mode, expected) in [
            (old, Some("230109"), Some("13"), Some(Mode::File), &[][..]),
            (old, Some("230100"), Some("C1391"), None, &[]),
            (old, Some("230600"), None, None, &[ProjectCodeRegion]),
            (old, None, Some("14"), Some(Mode::Verify), &[ProjectCodeKind, ProjectCodeIndustry]),
            (old, None, Some("C"), None, &[]),
            (old, None, Some("D"), None, &[ProjectCodeIndustry]),
            ("2019-230109-98-07-012345", None, None, None, &[ProjectCodeKind, ProjectCodeIndustry]),
            ("2509-320193-89-01-544060", Some("230600"), Some("13"), Some(Mode::File), &[ProjectCodeRegion]),
            ("2509-230100-04-06-544060", Some("230109"), None, None, &[ProjectCodeKind]),
            ("2509-000000-04-05-544060", Some("230109"), None, None, &[]),
            ("2612-230109-04-01-544060", None, None, None, &[ProjectCodeInFuture]),
            ("2611-230109-04-01-544060", None, None, None, &[]),
            ("2027-230109-13-03-012345", None, None, None, &[ProjectCodeInFuture]),
            ("2509-500105-04-01-544060", Some("500000"), None, None, &[]),
        ] {
            assert_eq!(rules(code, place, industry, mode), expected, "{code} {place:?} {industry:?} {mode:?}");
        }
        let today = "2026-11-24".parse().unwrap();
        assert!(check(old, Some("230600"), Some("14"), Some(Mode::Approve), today).iter().all(|fault| fault.warning));
        assert!(check("2509", None, None, None, today).iter().all(|fault| !fault.warning));
    }

    proptest! {
        #[test]
        fn any_text_is_judged(text in "[0-9A-Z\\-项－０-９]{0,26}") {
            if let Ok(code) = parse(&text) {
                prop_assert_eq!(code.text.len(), 24);
                prop_assert_eq!(parse(&code.text.replace('-', "")), Ok(code));
            }
        }
    }
}
