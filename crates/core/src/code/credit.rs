//! 统一社会信用代码, GB 32100-2015: 18 characters, the ninth to seventeenth a GB 11714-1997 organisation code.

use crate::error::{FieldFault, Rule};
use crate::region;
use crate::text::half_width;

/// The characters of the code, in order of value; I, O, S, V and Z never occur.
const CHARACTERS: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Weights of the organisation code, GB 11714-1997.
const INNER_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// Letters the code cannot hold, and the digits they are mistaken for. Offered, never put in silently.
const MISTAKEN: [(char, char); 4] = [('O', '0'), ('I', '1'), ('Z', '2'), ('S', '5')];

/// Without spaces and hyphens, half-width, in capitals.
#[must_use]
pub fn normalise(text: &str) -> String {
    let kept = |c: &char| !c.is_whitespace() && !matches!(c, '-' | '\u{200b}' | '\u{feff}');
    half_width(text).chars().filter(kept).flat_map(char::to_uppercase).collect()
}

/// What is wrong with a code: its length, a character or the check character are errors; the inner check and the region, warnings.
///
/// The field of each fault is `uscc`. Where a likely correction passes every check, it stands in the parameter `suggestion`.
#[must_use]
pub fn check(text: &str) -> Vec<FieldFault> {
    let code = normalise(text);
    let fault = |rule| suggest(&code, FieldFault::error(FIELD, rule).with("text", &code));
    if code.chars().count() != 18 {
        return vec![fault(Rule::CreditCodeLength).with("length", code.chars().count())];
    }
    let stranger = code.chars().enumerate().find(|(_, c)| value(*c).is_none());
    if let Some((at, character)) = stranger {
        let fault = fault(Rule::CreditCodeCharacter);
        return vec![fault.with("character", character).with("position", at + 1)];
    }
    let mut faults = vec![];
    if check_character(&code[..17]) != code.chars().last() {
        faults.push(fault(Rule::CreditCodeCheck));
    }
    if inner_check(&code[8..16]) != code[16..17].chars().next() {
        faults.push(FieldFault::warning(FIELD, Rule::CreditCodeInnerCheck).with("text", &code));
    }
    // 100000 is the centre's; others that no list has may have been abolished before it begins.
    let place = &code[2..8];
    if place != "100000" && region::by_code(place).is_none() {
        faults.push(FieldFault::warning(FIELD, Rule::CreditCodeRegion).with("region", place));
    }
    faults
}

const FIELD: &str = "uscc";

/// A code for invented enterprises, valid by both checks: `make("230600", "YYYY0001")` is `91230600YYYY00012D`.
///
/// `None` where the region is not six digits or the body not eight characters of the code.
#[must_use]
pub fn make(region: &str, body: &str) -> Option<String> {
    if region.len() != 6 || !region.bytes().all(|b| b.is_ascii_digit()) || body.chars().count() != 8 {
        return None;
    }
    let start = format!("91{region}{body}{}", inner_check(body)?);
    let last = check_character(&start)?;
    Some(format!("{start}{last}"))
}

fn suggest(code: &str, fault: FieldFault) -> FieldFault {
    let digit = |c: char| MISTAKEN.iter().find(|(letter, _)| *letter == c).map_or(c, |(_, digit)| *digit);
    let better: String = code.chars().map(digit).collect();
    let passes = better != code
        && better.len() == 18
        && better.get(..17).and_then(check_character) == better.chars().last()
        && better.chars().all(|c| value(c).is_some());
    if passes { fault.with("suggestion", better) } else { fault }
}

fn value(c: char) -> Option<u32> {
    CHARACTERS.iter().position(|known| char::from(*known) == c).and_then(|at| u32::try_from(at).ok())
}

/// Position 18: weights 3^(i-1) mod 31, the complement to 31.
fn check_character(first17: &str) -> Option<char> {
    let mut sum = 0;
    let mut weight = 1;
    for c in first17.chars() {
        sum += value(c)? * weight;
        weight = weight * 3 % 31;
    }
    let rest = (31 - sum % 31) % 31;
    CHARACTERS.get(rest as usize).map(|c| char::from(*c))
}

/// Position 17 from 9–16, GB 11714-1997: letters from A = 10, the complement to 11.
fn inner_check(body: &str) -> Option<char> {
    let values = body.chars().map(|c| value(c).and_then(|_| c.to_digit(36)));
    let sum: Option<u32> = values.zip(INNER_WEIGHTS).map(|(value, weight)| value.map(|v| v * weight)).sum();
    match 11 - sum? % 11 {
        10 => Some('X'),
        11 => Some('0'),
        rest => char::from_digit(rest, 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rules(code: &str) -> Vec<Rule> {
        check(code).into_iter().map(|fault| fault.rule).collect()
    }

    #[test]
    fn published_codes_pass() {
        for code in ["91350100M000100Y43", "11370900752680889G", "11370800MB28559184"] {
            assert_eq!(rules(code), [], "{code}");
        }
        assert_eq!(rules("91512081MA62K0260E"), [Rule::CreditCodeRegion], "512081 became 510185");
        assert_eq!(rules(" 91350100m000100y43\u{3000}"), []);
        assert_eq!(rules("９１３５０１００Ｍ０００１００Ｙ４３"), []);
        assert_eq!(normalise("91350100-M000100Y-43"), "91350100M000100Y43");
    }

    #[test]
    fn faults_are_told_apart() {
        use Rule::{CreditCodeCharacter, CreditCodeCheck, CreditCodeInnerCheck, CreditCodeLength, CreditCodeRegion};
        for (code, expected) in [
            ("91310115MA1G4L1WXK", &[CreditCodeCheck, CreditCodeInnerCheck][..]),
            ("91350100M000100Y4Z", &[CreditCodeCharacter]),
            ("91350100M000100Y44", &[CreditCodeCheck]),
            ("91350100M000100Y4", &[CreditCodeLength]),
            ("", &[CreditCodeLength]),
            ("91350100M000100Y4项", &[CreditCodeCharacter]),
            ("项项项项项项项项项项项项项项项项项项", &[CreditCodeCharacter]),
        ] {
            assert_eq!(rules(code), expected, "{code}");
        }
        let warned = make("999999", "YYYY0001").unwrap();
        assert_eq!(rules(&warned), [CreditCodeRegion]);
        assert!(check(&warned)[0].warning);
        assert_eq!(rules(&make("100000", "YYYY0001").unwrap()), []);
        assert_eq!(rules(&make("500105", "YYYY0001").unwrap()), [], "abolished, but known");
        let inner = "91350100M000100Y5";
        let code = format!("{inner}{}", check_character(inner).unwrap());
        assert_eq!(
            check(&code).iter().map(|f| (f.rule, f.warning)).collect::<Vec<_>>(),
            [(CreditCodeInnerCheck, true)]
        );
    }

    #[test]
    fn a_mistaken_letter_is_pointed_out() {
        let told = &check("9135O100M000100Y43")[0];
        assert_eq!(told.rule, Rule::CreditCodeCharacter);
        assert_eq!(told.params["suggestion"], "91350100M000100Y43");
        assert_eq!((told.params["character"].as_str(), told.params["position"].as_str()), ("O", "5"));
        assert!(!check("91350100M000100Y4Z")[0].params.contains_key("suggestion"), "it would not pass either");
    }

    #[test]
    fn invented_codes_are_those_of_the_table() {
        for (region, first, second) in [
            ("230100", "91230100YYYY00012K", "91230100YYYY00020E"),
            ("230200", "91230200YYYY00012Q", "91230200YYYY00020K"),
            ("230600", "91230600YYYY00012D", "91230600YYYY000208"),
            ("230800", "91230800YYYY00012P", "91230800YYYY00020J"),
            ("230883", "91230883YYYY00012Y", "91230883YYYY00020R"),
            ("370900", "91370900YYYY000124", "91370900YYYY00020Y"),
            ("370911", "91370911YYYY000122", "91370911YYYY00020W"),
            ("370982", "91370982YYYY00012W", "91370982YYYY00020P"),
        ] {
            assert_eq!(make(region, "YYYY0001").as_deref(), Some(first));
            assert_eq!(make(region, "YYYY0002").as_deref(), Some(second));
            assert!(rules(first).is_empty() && rules(second).is_empty());
        }
        assert_eq!(make("23060", "YYYY0001"), None);
        assert_eq!(make("230600", "YYYYO001"), None);
        assert_eq!(make("230600", "项目000001"), None);
    }

    proptest! {
        #[test]
        fn one_wrong_character_never_passes(number in 0u32..10_000, at in 0usize..18, to in 0usize..31) {
            let code = make("230600", &format!("YYYY{number:04}")).unwrap();
            let other = char::from(CHARACTERS[to]);
            let changed: String = code.chars().enumerate().map(|(i, c)| if i == at { other } else { c }).collect();
            prop_assert_eq!(changed == code, check(&changed).iter().all(|fault| fault.warning));
        }

        #[test]
        fn any_text_is_judged(text in "\\PC{0,24}") {
            prop_assert_eq!(check(&text), check(&normalise(&text)));
        }
    }
}
