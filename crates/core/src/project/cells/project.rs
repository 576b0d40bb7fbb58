//! A project's own fields as cells.

use super::Said;
use crate::error::Rule;
use crate::project::column::Column;
use crate::project::{Carried, Counting, Nature, Project, Stage};
use crate::time::Day;

type Set = std::result::Result<(), Rule>;

/// What the project's cell of this column holds.
pub(super) fn get(p: &Project, column: Column) -> Said {
    let text = |t: &Option<String>| t.clone().map_or(Said::Nothing, Said::Text);
    let code = |c: Option<&str>| c.map_or(Said::Nothing, |c| Said::Code(c.to_string()));
    let money = |yuan: Option<i64>, about| yuan.map_or(Said::Nothing, |yuan| Said::Money { yuan, about });
    match column {
        Column::Name => Said::Text(p.name.clone()),
        Column::Code => text(&p.code),
        Column::Region => p.region.clone().map_or_else(|| text(&p.region_text), Said::Code),
        Column::Industry => p.industry.clone().map_or_else(|| text(&p.industry_text), Said::Code),
        Column::Stage => code(Some(p.stage.code())),
        Column::Carried => code(p.carried.map(Carried::code)),
        Column::Nature => code(p.nature.map(Nature::code)),
        Column::Counted => code(Some(Counting::of(p.counted).code())),
        Column::Parent => p.parent.map_or(Said::Nothing, Said::Project),
        Column::Total => money(p.total, p.total_about),
        Column::Plan => money(p.plan, p.plan_about),
        Column::Arrived => money(p.arrived, false),
        Column::Chain => text(&p.chain),
        Column::Tags => text(&p.tags),
        Column::ResponsibleUnit => text(&p.responsible_unit),
        Column::IntroducedBy => text(&p.introduced_by),
        Column::ServedBy => text(&p.served_by),
        Column::Content => text(&p.content),
        Column::Scale => text(&p.scale),
        Column::Site => text(&p.site),
        Column::Note => text(&p.note),
        _ => {
            let day = p.stage_days().into_iter().find(|(field, _)| *field == column.code()).and_then(|(_, day)| day);
            day.map_or(Said::Nothing, Said::Day)
        }
    }
}

/// Puts what was said into the project; `year` is that of a plan that becomes another.
pub(super) fn set(p: &mut Project, column: Column, said: &Said, year: i64) -> Set {
    match column {
        Column::Name => p.name = text(said)?.unwrap_or_default(),
        Column::Code => p.code = text(said)?.map(|code| crate::code::project_code::normalise(&code)),
        Column::Region => (p.region, p.region_text) = coded(said)?,
        Column::Industry => (p.industry, p.industry_text) = coded(said)?,
        Column::Stage => p.stage = choice(said, Stage::find)?.ok_or(Rule::Required)?,
        Column::Carried => p.carried = choice(said, Carried::find)?,
        Column::Nature => p.nature = choice(said, Nature::find)?,
        Column::Counted => p.counted = choice(said, Counting::find)?.ok_or(Rule::Required)? == Counting::Counted,
        Column::Parent => {
            p.parent = match said {
                Said::Nothing => None,
                Said::Project(id) => Some(*id),
                _ => return Err(Rule::NoSuchRecord),
            }
        }
        Column::Total => (p.total, p.total_about) = money(said)?,
        Column::Plan => {
            let before = (p.plan, p.plan_about);
            (p.plan, p.plan_about) = money(said)?;
            // Another figure is this year's plan; one that was set for a year to come stays that year's.
            if p.plan.is_some() && (p.plan, p.plan_about) != before {
                p.plan_year = Some(p.plan_year.map_or(year, |known| known.max(year)));
            }
        }
        Column::Arrived => p.arrived = money(said)?.0,
        _ => return set_other(p, column, said),
    }
    Ok(())
}

fn set_other(p: &mut Project, column: Column, said: &Said) -> Set {
    let field = match column {
        Column::Chain => &mut p.chain,
        Column::Tags => &mut p.tags,
        Column::ResponsibleUnit => &mut p.responsible_unit,
        Column::IntroducedBy => &mut p.introduced_by,
        Column::ServedBy => &mut p.served_by,
        Column::Content => &mut p.content,
        Column::Scale => &mut p.scale,
        Column::Site => &mut p.site,
        Column::Note => &mut p.note,
        _ => {
            *day_mut(p, column).ok_or(Rule::NotEditable)? = match said {
                Said::Nothing => None,
                Said::Day(day) => Some(*day),
                _ => return Err(Rule::NotADay),
            };
            return Ok(());
        }
    };
    *field = text(said)?;
    Ok(())
}

fn day_mut(p: &mut Project, column: Column) -> Option<&mut Option<Day>> {
    Some(match column {
        Column::ConceivedPlanned => &mut p.conceived_planned,
        Column::ConceivedActual => &mut p.conceived_actual,
        Column::NegotiatingPlanned => &mut p.negotiating_planned,
        Column::NegotiatingActual => &mut p.negotiating_actual,
        Column::SignedPlanned => &mut p.signed_planned,
        Column::SignedActual => &mut p.signed_actual,
        Column::PreparingPlanned => &mut p.preparing_planned,
        Column::PreparingActual => &mut p.preparing_actual,
        Column::LandPlanned => &mut p.land_planned,
        Column::LandActual => &mut p.land_actual,
        Column::StartedPlanned => &mut p.started_planned,
        Column::StartedActual => &mut p.started_actual,
        Column::BuildingPlanned => &mut p.building_planned,
        Column::BuildingActual => &mut p.building_actual,
        Column::CompletedPlanned => &mut p.completed_planned,
        Column::CompletedActual => &mut p.completed_actual,
        Column::OperatingPlanned => &mut p.operating_planned,
        Column::OperatingActual => &mut p.operating_actual,
        Column::FullPlanned => &mut p.full_planned,
        Column::FullActual => &mut p.full_actual,
        _ => return None,
    })
}

pub(super) fn text(said: &Said) -> std::result::Result<Option<String>, Rule> {
    match said {
        Said::Nothing => Ok(None),
        Said::Text(text) => Ok(Some(text.clone())),
        _ => Err(Rule::NotAChoice),
    }
}

/// A code, or words while no code is known for them.
fn coded(said: &Said) -> std::result::Result<(Option<String>, Option<String>), Rule> {
    match said {
        Said::Code(code) => Ok((Some(code.clone()), None)),
        said => Ok((None, text(said)?)),
    }
}

fn choice<C>(said: &Said, find: fn(&str) -> Option<C>) -> std::result::Result<Option<C>, Rule> {
    match said {
        Said::Nothing => Ok(None),
        Said::Code(code) => find(code).map(Some).ok_or(Rule::NotAChoice),
        _ => Err(Rule::NotAChoice),
    }
}

/// 元, and whether it is 约.
pub(super) fn money(said: &Said) -> std::result::Result<(Option<i64>, bool), Rule> {
    match said {
        Said::Nothing => Ok((None, false)),
        Said::Money { yuan, about } => Ok((Some(*yuan), *about)),
        _ => Err(Rule::NotANumber),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::cells::Place;

    #[test]
    fn every_cell_of_a_project_is_set_and_read_back() {
        let day: Day = "2022-05-31/month/by".parse().unwrap();
        let own = Column::ALL.iter().copied().filter(|c| c.place() == Place::Project);
        for column in own {
            let said = match column {
                Column::Stage => Said::Code("building".into()),
                Column::Carried => Said::Code("new".into()),
                Column::Nature => Said::Code("upgrade".into()),
                Column::Counted => Said::Code("not_counted".into()),
                Column::Region => Said::Code("230606".into()),
                Column::Industry => Said::Code("13".into()),
                Column::Parent => Said::Project(crate::id::ProjectId(uuid::Uuid::max())),
                Column::Arrived => Said::Money { yuan: 5, about: false },
                _ if column.is_money() => Said::Money { yuan: 5, about: true },
                _ if column.is_day() => Said::Day(day),
                _ => Said::Text("甲".into()),
            };
            let mut p = Project::default();
            set(&mut p, column, &said, 2022).unwrap();
            assert_eq!(get(&p, column), said, "{column:?}");
            assert_eq!(p.plan_year, (column == Column::Plan).then_some(2022), "{column:?}");
            let again = set(&mut p, column, &said, 2023);
            assert_eq!(
                (again, p.plan_year),
                (Ok(()), (column == Column::Plan).then_some(2022)),
                "nothing new was typed"
            );
            let cleared = set(&mut p, column, &Said::Nothing, 2022);
            if matches!(column, Column::Stage | Column::Counted) {
                assert_eq!(cleared, Err(Rule::Required));
            } else {
                let empty = if column == Column::Name { Said::Text(String::new()) } else { Said::Nothing };
                assert_eq!((cleared, get(&p, column)), (Ok(()), empty), "{column:?}");
            }
        }
    }

    #[test]
    fn a_plan_typed_in_a_new_year_is_that_years() {
        let yuan = |yuan| Said::Money { yuan, about: false };
        for (old_year, typed, expected) in [
            (Some(2022), 8, Some(2023)),
            (Some(2022), 5, Some(2022)),
            (None, 8, Some(2023)),
            (Some(2024), 8, Some(2024)),
        ] {
            let mut p = Project { plan: Some(5), plan_year: old_year, ..Project::default() };
            set(&mut p, Column::Plan, &yuan(typed), 2023).unwrap();
            assert_eq!(p.plan_year, expected, "{old_year:?} {typed}");
        }
    }
}
