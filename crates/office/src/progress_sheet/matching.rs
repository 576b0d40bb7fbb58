//! Which item a row is and which project a column is: by code or name; what is only like one is shown, never taken for it.

use super::{ProgressSheetCandidate, ProgressSheetItem, ProgressSheetMatch, ProgressSheetProject, ProgressSheetSource};
use crate::import::words;
use crate::read::{MatrixItem, MatrixProject};
use zhuanban_core::Result;
use zhuanban_core::approval::query::Checklist;
use zhuanban_core::approval::template::{Item, Mode};
use zhuanban_core::approval::version::Templates;
use zhuanban_core::id::ProjectId;
use zhuanban_core::store::Reader;
use zhuanban_core::store::record::cell;
use zhuanban_core::text::{ALIKE, may_be_alike, normalise, similarity};

/// Most projects that are offered for a column.
const MOST_OFFERED: usize = 8;
/// Shorter names lie in too many others.
const LEAST_WITHIN: usize = 2;

/// The row as an item of the library, or as what was said of it.
pub(super) fn item(
    templates: &Templates,
    source: &ProgressSheetSource,
    sheet: (usize, &str),
    row: &MatrixItem,
) -> ProgressSheetItem {
    let at = format!("{}:{}", sheet.0, row.row);
    let said = source.items.iter().find(|one| one.at == at);
    let (by, found) = match said {
        Some(said) => (ProgressSheetMatch::Chosen, said.code.as_deref().and_then(|code| templates.find(code))),
        None => looked_up(templates, row),
    };
    ProgressSheetItem {
        at,
        sheet: sheet.1.into(),
        row: row.row,
        text: row.item.clone(),
        by,
        code: found.filter(|_| by != ProgressSheetMatch::Word).map(|item| item.code.clone()),
        suggested: found.filter(|_| by == ProgressSheetMatch::Word).map(|item| item.code.clone()),
        name: found.map(|item| item.name.clone()).unwrap_or_default(),
        name_en: found.map(|item| item.name_en.clone()).unwrap_or_default(),
    }
}

fn looked_up<'t>(templates: &'t Templates, row: &MatrixItem) -> (ProgressSheetMatch, Option<&'t Item>) {
    let items = templates.newest().items();
    let named = |item: &&Item| [&item.name, &item.name_en].iter().any(|name| called(name) == called(&row.item));
    let first: String = row.item.chars().take_while(char::is_ascii_alphanumeric).collect();
    let by_code = row.code.as_deref().and_then(|code| templates.find(code)).or_else(|| templates.find(&first));
    if let Some(item) = by_code.or_else(|| items.iter().find(named)) {
        return (ProgressSheetMatch::Exact, Some(item));
    }
    if row.item.contains("立项") {
        return (ProgressSheetMatch::ByMode, None);
    }
    match words::item(&row.item, Mode::File).and_then(|code| templates.find(code)) {
        Some(item) if item.code == USUAL_REVIEW && !row.item.contains("报告表") => {
            (ProgressSheetMatch::ByKind, None)
        }
        Some(item) => (ProgressSheetMatch::Word, Some(item)),
        None => (ProgressSheetMatch::None, None),
    }
}

/// 建设用地规划许可证 is what 建设用地规划许可证核发 gives.
fn called(name: &str) -> String {
    let name = normalise(name);
    ["核发", "办理"].iter().find_map(|deed| name.strip_suffix(deed)).map_or_else(|| name.clone(), str::to_string)
}

/// The kinds of 环评, by what a cell may say of itself.
const REVIEWS: [(&str, &str); 3] = [("报告书", "P02"), ("报告表", USUAL_REVIEW), ("登记表", "P04")];
const USUAL_REVIEW: &str = "P03";

/// The code of a row for one project.
pub(super) fn code(item: &ProgressSheetItem, mode: Option<Mode>, cell: &str, list: &Checklist) -> Option<String> {
    match item.by {
        ProgressSheetMatch::ByMode => words::item(&item.text, mode.unwrap_or(Mode::File)).map(str::to_string),
        ProgressSheetMatch::ByKind => Some(review(cell, list).to_string()),
        _ => item.code.clone(),
    }
}

/// Which 环评 a cell speaks of: the kind it names, else of those on the checklist the one that is furthest.
fn review<'l>(cell: &str, list: &'l Checklist) -> &'l str {
    if let Some((_, named)) = REVIEWS.iter().find(|(word, _)| cell.contains(word)) {
        return named;
    }
    // The first of those that are alike.
    let kinds = list.items.iter().rev().filter(|item| REVIEWS.iter().any(|(_, code)| *code == item.code));
    kinds.max_by_key(|item| item.state.credit()).map_or(USUAL_REVIEW, |item| &item.code)
}

/// A project as columns may name it.
struct Named {
    id: ProjectId,
    name: String,
    enterprise: Option<String>,
    /// The present name first; each as [`normalise`] gives it.
    names: Vec<String>,
}

/// The projects of the desk by name.
pub(super) struct Projects(Vec<Named>);

impl Projects {
    pub fn read(r: &Reader) -> Result<Self> {
        let mut all = r.db().prepare(
            "select p.id, p.name, p.aliases, e.name from project p left join enterprise e on e.id = p.enterprise
             order by p.name, p.id",
        )?;
        let mut rows = all.query([])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            let (name, aliases): (String, Option<String>) = (row.get(1)?, row.get(2)?);
            let others = aliases.as_deref().unwrap_or_default().lines().map(normalise).filter(|name| !name.is_empty());
            let names = std::iter::once(normalise(&name)).chain(others).collect();
            found.push(Named { id: cell(row, 0)?, name, enterprise: row.get(3)?, names });
        }
        Ok(Self(found))
    }

    /// The column as a project: the only one of that name, now or before, or the one that was said.
    pub fn column(
        &self,
        source: &ProgressSheetSource,
        sheet: (usize, &str),
        column: &MatrixProject,
    ) -> ProgressSheetProject {
        let at = format!("{}:{}", sheet.0, column.column);
        let said = source.projects.iter().find(|one| one.at == at);
        let wanted = normalise(&column.name);
        let so_named: Vec<&Named> = self.0.iter().filter(|one| one.names.contains(&wanted)).collect();
        let found = match (said, so_named.as_slice()) {
            (Some(said), _) => self.0.iter().find(|one| Some(one.id) == said.project),
            (None, [only]) => Some(*only),
            _ => None,
        };
        let offered = match so_named.len() {
            0 => self.like(&wanted),
            1 => vec![],
            _ => so_named.into_iter().take(MOST_OFFERED).collect(),
        };
        ProgressSheetProject {
            at,
            sheet: sheet.1.into(),
            column: column.column.clone(),
            text: column.name.clone(),
            project: found.map(|one| one.id),
            name: found.map(|one| one.name.clone()),
            chosen: said.is_some(),
            candidates: offered.into_iter().map(offer).collect(),
            same: 0,
            cells: vec![],
        }
    }

    /// Projects whose name or enterprise holds the wanted one (岱北重工), or that are called nearly so; the likest first.
    fn like(&self, wanted: &str) -> Vec<&Named> {
        let length = wanted.chars().count();
        let likeness = |one: &Named| {
            let within = |name: &str| length >= LEAST_WITHIN && name.contains(wanted);
            let holds = one.names.iter().any(|name| within(name));
            let enterprise = one.enterprise.as_deref().is_some_and(|name| within(&normalise(name)));
            let name = one.names.first().filter(|name| may_be_alike(name.chars().count(), length));
            let alike = name.map_or(0, |name| similarity(name, wanted)).max(u32::from(holds));
            (holds || enterprise || alike >= ALIKE).then_some(alike)
        };
        let mut found: Vec<(u32, &Named)> = self.0.iter().filter_map(|one| Some((likeness(one)?, one))).collect();
        found.sort_by_key(|(likeness, _)| std::cmp::Reverse(*likeness));
        found.into_iter().take(MOST_OFFERED).map(|(_, one)| one).collect()
    }
}

fn offer(one: &Named) -> ProgressSheetCandidate {
    ProgressSheetCandidate { project: one.id, name: one.name.clone(), enterprise: one.enterprise.clone() }
}
