//! The columns a round asks for: head, how they are pre-filled, and how a returned row answers them.

use crate::import::is_yes;
use crate::read::ReadRow;
use crate::understand::Field;
use zhuanban_core::project::Stage;
use zhuanban_core::round::Asked;
use zhuanban_core::snapshot::SnapshotRow;

/// Heading and width of an asked column.
pub fn head(asked: Asked) -> (&'static str, f64) {
    match asked {
        Asked::Stage => ("项目阶段", 10.0),
        Asked::Started => ("是否开工", 9.0),
        Asked::StartedActual => ("实际开工时间", 13.0),
        Asked::DoneTotal => ("累计完成投资", 13.0),
        Asked::DoneYear => ("本年完成投资", 13.0),
        Asked::DoneMonth => ("当月完成投资", 13.0),
        Asked::Entered => ("是否纳统", 9.0),
        Asked::Image => ("形象进度", 32.0),
        Asked::Issue => ("存在问题", 30.0),
        Asked::NextStep => ("下步措施", 26.0),
    }
}

/// The reader's field of an asked column.
pub fn field(asked: Asked) -> Field {
    match asked {
        Asked::Stage => Field::Stage,
        Asked::Started => Field::Started,
        Asked::StartedActual => Field::StartActual,
        Asked::DoneTotal => Field::DoneTotal,
        Asked::DoneYear => Field::DoneYear,
        Asked::DoneMonth => Field::DoneMonth,
        Asked::Entered => Field::Entered,
        Asked::Image => Field::Progress,
        Asked::Issue => Field::Issue,
        Asked::NextStep => Field::NextStep,
    }
}

/// The name the desk's records have for it.
pub fn key(asked: Asked) -> &'static str {
    match asked {
        Asked::Started => "stage",
        other => other.code(),
    }
}

pub fn is_money(asked: Asked) -> bool {
    matches!(asked, Asked::DoneTotal | Asked::DoneYear | Asked::DoneMonth)
}

/// The answers a cell may be given, for the drop-down.
pub fn choices(asked: Asked) -> Option<Vec<&'static str>> {
    match asked {
        Asked::Stage => Some(Stage::ALL.iter().map(|s| crate::export::stage_words(*s)).collect()),
        Asked::Started | Asked::Entered => Some(vec!["是", "否"]),
        _ => None,
    }
}

/// What stood there last period, in a form that can be compared: 元, codes, days as the core writes them, plain words.
pub fn before(asked: Asked, row: &SnapshotRow) -> Option<String> {
    let yuan = |n: Option<i64>| n.map(|n| n.to_string());
    match asked {
        Asked::Stage => Some(row.stage.code().into()),
        Asked::Started => Some(yes(row.stage >= Stage::Started || row.started_actual.is_some())),
        Asked::StartedActual => row.started_actual.map(|d| d.to_string()),
        Asked::DoneTotal => yuan(row.done_total),
        Asked::DoneYear => yuan(row.done_year),
        Asked::DoneMonth => yuan(row.done_month),
        Asked::Entered => row.entered.map(yes),
        Asked::Image => row.image.as_deref().map(plain),
        Asked::Issue => row.issue.as_deref().map(plain),
        Asked::NextStep => row.next_step.as_deref().map(plain),
    }
}

/// What is handed out: as last period, but a new year begins without this year's figure, and a month without its own.
pub fn handed(asked: Asked, row: &SnapshotRow, period: &str) -> Option<String> {
    let same_year = row.reported.as_deref().and_then(|p| p.get(..4)) == period.get(..4);
    match asked {
        Asked::DoneMonth => None,
        Asked::DoneYear if !same_year => None,
        _ => before(asked, row),
    }
}

/// What a returned row says there, in the same form.
pub fn said(asked: Asked, row: &ReadRow) -> Option<String> {
    let yuan = |field| row.money(field).map(|a| a.yuan.to_string());
    let words = |text: &Option<String>| text.as_deref().map(plain).filter(|t| !t.is_empty());
    match asked {
        Asked::Stage => row.stage.as_deref().and_then(crate::import::stage_of).map(|s| s.code().into()),
        Asked::Started => row.started.as_deref().and_then(is_yes).map(yes),
        Asked::StartedActual => row.start_actual.map(|d| d.to_string()),
        Asked::DoneTotal => yuan(Field::DoneTotal),
        Asked::DoneYear => yuan(Field::DoneYear),
        Asked::DoneMonth => yuan(Field::DoneMonth),
        Asked::Entered => row.entered.as_deref().and_then(crate::cells::entered).map(yes),
        Asked::Image => words(&row.progress),
        Asked::Issue => words(&row.issue),
        Asked::NextStep => words(&row.next_step),
    }
}

fn yes(is: bool) -> String {
    if is { "是".into() } else { "否".into() }
}

/// Words without spaces and breaks, so that a re-wrapped cell is the same cell.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::understand::heading_field;

    #[test]
    fn every_heading_is_read_back_as_what_it_asks() {
        for asked in Asked::ALL {
            assert_eq!(heading_field(head(*asked).0), field(*asked), "{asked:?}");
        }
    }
}
