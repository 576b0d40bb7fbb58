//! Which projects a unit reports on, and which of them a returned row speaks of.

use super::column::{before, handed, said};
use crate::import::matching::{Known, Marks, Match};
use crate::import::{Frame, marks};
use crate::read::ReadRow;
use std::collections::{HashMap, HashSet};
use zhuanban_core::Result;
use zhuanban_core::id::{ProjectId, RecordId, Uuid};
use zhuanban_core::project::Project;
use zhuanban_core::round::{Asked, Round, RoundUnit, Split, edit, query};
use zhuanban_core::snapshot::SnapshotRow;
use zhuanban_core::store::Reader;
use zhuanban_core::text::{ALIKE, may_be_alike, normalise, similarity};

/// The projects a unit's workbook names: those of the opening, then those that came to it since.
pub fn handed_rows(r: &Reader, round: &Round, unit: &RoundUnit) -> Result<Vec<SnapshotRow>> {
    let mut rows: Vec<SnapshotRow> = query::known(r, round)?;
    let known: HashSet<ProjectId> = rows.iter().map(|row| row.project).collect();
    rows.extend(query::now(r, round)?.into_iter().filter(|row| !known.contains(&row.project)));
    rows.retain(|row| edit::is_of(unit, round.split, row));
    Ok(rows)
}

/// Whom a row means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Means {
    /// This one of the unit's projects, by its number; `renamed` where its name is another.
    Ours {
        at: usize,
        renamed: bool,
    },
    /// A project of another unit.
    Theirs,
    /// 已在台账，不在本次范围: a project of the desk that this round does not ask about.
    Known,
    /// Like a project of the desk, or like a line above; never added unasked.
    Like {
        name: String,
        /// Thousandths.
        similarity: u32,
    },
    New,
}

/// A unit's projects, ready to be asked; those of others only by identity and name.
pub struct Roll {
    pub rows: Vec<SnapshotRow>,
    ids: HashMap<ProjectId, usize>,
    codes: HashMap<String, usize>,
    names: HashMap<String, usize>,
    others: HashSet<ProjectId>,
    other_names: HashSet<String>,
}

impl Roll {
    pub fn read(r: &Reader, round: &Round, unit: &RoundUnit) -> Result<Self> {
        let rows = handed_rows(r, round, unit)?;
        let mut roll = Self {
            ids: rows.iter().zip(0..).map(|(row, at)| (row.project, at)).collect(),
            codes: rows.iter().zip(0..).filter_map(|(row, at)| Some((row.code.clone()?, at))).collect(),
            names: rows.iter().zip(0..).map(|(row, at)| (normalise(&row.name), at)).collect(),
            others: HashSet::new(),
            other_names: HashSet::new(),
            rows,
        };
        for row in query::before(r, round)?.iter().chain(&query::now(r, round)?) {
            if !roll.ids.contains_key(&row.project) {
                roll.others.insert(row.project);
                roll.other_names.insert(normalise(&row.name));
            }
        }
        Ok(roll)
    }

    /// The hidden identity decides, then the project code, then the name; a name that is only like one is taken for it
    /// where that one is not named otherwise (`taken`), and told.
    pub fn find(&self, row: &ReadRow, taken: &HashSet<usize>) -> Means {
        let name = normalise(&row.name);
        let key = row.key.as_deref().and_then(|key| Uuid::try_parse(key.trim()).ok()).map(ProjectId::from_uuid);
        let code = row.code.as_deref().map(zhuanban_core::code::project_code::normalise);
        let by_key = key.and_then(|id| self.ids.get(&id)).copied();
        let by_code = || code.as_ref().and_then(|code| self.codes.get(code)).copied();
        if let Some(at) = by_key.or_else(by_code) {
            return Means::Ours { at, renamed: normalise(&self.rows[at].name) != name };
        }
        if let Some(at) = self.names.get(&name) {
            return Means::Ours { at: *at, renamed: false };
        }
        if key.is_some_and(|id| self.others.contains(&id)) || self.other_names.contains(&name) {
            return Means::Theirs;
        }
        let length = name.chars().count();
        let alike = self.names.iter().filter(|(known, at)| {
            !taken.contains(at) && may_be_alike(known.chars().count(), length) && similarity(known, &name) >= ALIKE
        });
        match alike.max_by_key(|(known, at)| (similarity(known, &name), std::cmp::Reverse(**at))) {
            Some((_, at)) => Means::Ours { at: *at, renamed: true },
            None => Means::New,
        }
    }
}

/// What each row means. Rows that name a project outright come first, so that a likeness never takes what another row is;
/// what is none of the round's is looked for in the whole desk (`rules.md` 12).
pub fn meanings<'t>(
    r: &Reader,
    (round, unit): (&Round, &RoundUnit),
    roll: &Roll,
    rows: &'t [ReadRow],
    frame: &mut Frame,
) -> Result<Vec<(&'t ReadRow, Means)>> {
    let none = HashSet::new();
    let sure = rows.iter().filter_map(|row| match roll.find(row, &none) {
        Means::Ours { at, renamed: false } => Some(at),
        _ => None,
    });
    let mut taken: HashSet<usize> = sure.collect();
    let home = Some(&unit.unit).filter(|_| round.split == Split::Region);
    let (mut desk, mut met, mut out) = (None, HashMap::new(), vec![]);
    for row in rows {
        let mut means = roll.find(row, &taken);
        if let Means::Ours { at, .. } = means {
            taken.insert(at);
        }
        if means == Means::New {
            let known = match &mut desk {
                Some(known) => known,
                none => none.insert(Known::read(r)?),
            };
            let mut marks = marks(row, frame);
            if let (true, Some(home)) = (marks.region.is_empty(), home) {
                marks.region.clone_from(home);
            }
            means = beyond(r, roll, known, row, &marks, &mut met)?;
        }
        out.push((row, means));
    }
    Ok(out)
}

fn beyond(
    r: &Reader,
    roll: &Roll,
    known: &Known,
    row: &ReadRow,
    marks: &Marks,
    met: &mut HashMap<Marks, String>,
) -> Result<Means> {
    let keys = marks.alone();
    let above = keys.iter().find_map(|key| met.get(key)).cloned();
    met.extend(keys.into_iter().map(|key| (key, row.name.clone())));
    Ok(match known.find(marks) {
        Match::Same(at) if roll.others.contains(&known.ids[at]) => Means::Theirs,
        Match::Same(_) => Means::Known,
        Match::Like { at, similarity } => Means::Like { name: r.get::<Project>(known.ids[at])?.name, similarity },
        Match::New => above.map_or(Means::New, |name| Means::Like { name, similarity: 1000 }),
    })
}

/// How many of a thousand asked cells a file has as they were: last period, or as handed out, whichever is more.
///
/// Cells that are empty on both sides say nothing; without a single other there is no answer.
pub fn alike(asked: &[Asked], period: &str, pairs: &[(&SnapshotRow, &ReadRow)]) -> Option<i64> {
    let share = |of: &dyn Fn(Asked, &SnapshotRow) -> Option<String>| {
        let (mut same, mut all) = (0_i64, 0_i64);
        for (old, new) in pairs {
            for &asked in asked {
                let (was, is) = (of(asked, old), said(asked, new));
                if was.is_some() || is.is_some() {
                    all += 1;
                    same += i64::from(was == is);
                }
            }
        }
        (all > 0).then(|| (same * 2000 / all + 1).div_euclid(2))
    };
    let last = share(&|asked, row| before(asked, row));
    let out = share(&|asked, row| handed(asked, row, period));
    last.max(out)
}

/// Hash of the asked cells of a file, by project: the same figures in another file have the same.
pub fn cells_of(asked: &[Asked], pairs: &[(&SnapshotRow, &ReadRow)]) -> String {
    let mut lines: Vec<String> = pairs
        .iter()
        .flat_map(|(old, new)| {
            asked.iter().map(|&a| format!("{}\t{}\t{}", old.project, a.code(), said(a, new).unwrap_or_default()))
        })
        .collect();
    lines.sort();
    zhuanban_core::round::file::text_hash(&lines.join("\n"))
}
