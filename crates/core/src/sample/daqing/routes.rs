//! 大庆市's step routes: projects whose land has not come yet, and what they have passed on the way to it.

use super::super::maker::{Maker, Sheet};
use super::Line;
use crate::error::Result;
use crate::project::{Project, Stage};
use crate::route::RouteKind::{self, Finance, Land, Power};
use crate::route::edit::{SaveRouteStep, save};
use crate::store::patch::Patch;
use serde_json::{Value, json};

/// A route, and its steps with the day each was reached.
type Passed = (RouteKind, &'static [(&'static str, &'static str)]);

/// What is promised next: the step, the day, who promised.
type Promised = (RouteKind, &'static str, &'static str, &'static str);

/// What one project has passed, and what it was promised.
struct Way {
    passed: &'static [Passed],
    promised: &'static [Promised],
}

/// Projects before their land, in turn.
const UNDER_WAY: &[Way] = &[
    // The notice has run out; the last households have not signed by the day that was promised.
    Way {
        passed: &[(
            Land,
            &[
                ("pre_notice", "2021-12-20"),
                ("survey", "2022-01-10"),
                ("stability", "2022-01-28"),
                ("notice", "2022-02-14"),
            ],
        )],
        promised: &[(Land, "agreement", "2022-03-22", "所在县区政府")],
    },
    // With the province, in good time; power and money go beside it.
    Way {
        passed: &[
            (
                Land,
                &[
                    ("pre_notice", "2021-09-06"),
                    ("survey", "2021-09-24"),
                    ("stability", "2021-10-12"),
                    ("notice", "2021-10-18"),
                    ("agreement", "2021-11-26"),
                    ("boundary", "2021-12-06"),
                    ("file", "2021-12-20"),
                    ("city_review", "2022-01-14"),
                ],
            ),
            (Power, &[("application", "2022-02-28")]),
            (Finance, &[("contact", "2022-02-16"), ("diligence", "2022-03-09")]),
        ],
        promised: &[
            (Land, "province_review", "2022-04-15", "省自然资源厅"),
            (Power, "scheme", "2022-03-30", "供电公司"),
            (Finance, "credit", "2022-03-31/month/by", "工行"),
        ],
    },
    // The call about the settlement notice came first; nobody has told of the review before it.
    Way {
        passed: &[(Land, &[("pre_notice", "2022-02-21"), ("survey", "2022-03-11"), ("notice", "2022-03-14")])],
        promised: &[],
    },
    // Approved; the notice of acquisition is over the fifteen working days of the law.
    Way {
        passed: &[(
            Land,
            &[
                ("pre_notice", "2021-08-09"),
                ("survey", "2021-08-27"),
                ("stability", "2021-09-10"),
                ("notice", "2021-09-13"),
                ("agreement", "2021-10-20"),
                ("boundary", "2021-10-29"),
                ("file", "2021-11-12"),
                ("city_review", "2021-12-03"),
                ("province_review", "2022-02-25"),
                ("approval", "2022-03-04"),
            ],
        )],
        promised: &[],
    },
];

/// One of them rents its halls.
const RENTS: usize = 4;

pub fn fill(maker: &Maker, lines: &[Line], made: &[Project]) -> Result<()> {
    maker.on("2022-03-27", "route_step_save", "步骤路线", |s| {
        let before = lines.iter().zip(made).filter(|(line, _)| (Stage::Signed..Stage::Land).contains(&line.stage));
        for (turn, (_, project)) in before.enumerate() {
            if turn == RENTS {
                let why = json!({ "skipped": true, "reason": "租用标准厂房，不新供地" });
                write(s, project, Land, None, why)?;
                continue;
            }
            let way = &UNDER_WAY[turn % UNDER_WAY.len()];
            for (route, step, day) in way.passed.iter().flat_map(|(r, all)| all.iter().map(|(s, d)| (*r, *s, *d))) {
                write(s, project, route, Some(step), json!({ "happened_on": day }))?;
            }
            for (route, step, day, who) in way.promised {
                write(s, project, *route, Some(step), json!({ "expected_on": day, "holder": who }))?;
            }
        }
        Ok(())
    })
}

fn write(s: &mut Sheet<'_, '_>, project: &Project, route: RouteKind, step: Option<&str>, set: Value) -> Result<()> {
    let set = Patch(set.as_object().cloned().unwrap_or_default());
    save(s.w, SaveRouteStep { project: project.id, route, step: step.map(str::to_string), set })?;
    Ok(())
}
