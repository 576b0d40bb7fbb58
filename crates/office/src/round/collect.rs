//! The inbox: anything may be dropped. What each file is, whose it is, and what it would do; nothing is written.

use super::judge::{FileGuess, KnownBy, Returned, StaleWhy, judge};
use super::mark::Mark;
use super::session::{self, Batch, Table, Waiting};
use crate::read;
use crate::understand::Corrections;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use ts_rs::TS;
use zhuanban_core::api::unchanged;
use zhuanban_core::attachment::keep;
use zhuanban_core::error::{FileProblem, Result};
use zhuanban_core::id::{RecordId, RoundId, RoundUnitId, Uuid};
use zhuanban_core::job::{Job, Phase};
use zhuanban_core::round::{Round, RoundFile, RoundUnit, edit, query};
use zhuanban_core::store::Reader;
use zhuanban_core::text::normalise;
use zhuanban_core::{Caller, Desk, Done, Error};

/// Files that came back.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Collect {
    pub round: RoundId,
    pub files: Vec<String>,
    #[serde(default)]
    pub job: String,
}

/// What they are; decided on by [`super::register()`].
#[derive(Clone, Debug, Serialize, TS)]
pub struct Collected {
    pub session: String,
    pub files: Vec<Returned>,
}

pub fn collect(desk: &Desk, caller: &Caller, input: Collect) -> Result<Done<Collected>> {
    let job = desk.jobs.begin(&input.job);
    let read = || -> Result<Vec<Waiting>> {
        desk.read(caller, |r| edit::open_round(r, input.round))?;
        job.phase(Phase::Reading, input.files.len() as u64);
        let mut files = vec![];
        for (path, at) in input.files.iter().zip(0_u64..) {
            job.at(at)?;
            files.push(open(Path::new(path))?);
        }
        job.phase(Phase::Matching, files.len() as u64);
        desk.read(caller, |r| recognise(r, input.round, &mut files, &job))?;
        Ok(files)
    };
    let files = read();
    desk.jobs.end(&input.job);
    let files = files?;
    let returned = files.iter().map(|f| f.returned.clone()).collect();
    let session = session::keep(desk, Batch { round: input.round, files });
    Ok(unchanged(Collected { session, files: returned }))
}

fn open(path: &Path) -> Result<Waiting> {
    let name = path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let looked = keep::look(path)?;
    let size = i64::try_from(looked.size).unwrap_or(i64::MAX);
    let (media, picture) = media(path)?;
    let mut waiting = Waiting {
        path: PathBuf::from(path),
        returned: Returned { name: name.clone(), size, ..Returned::default() },
        name,
        hash: looked.hash,
        size,
        media: media.into(),
        table: None,
    };
    if picture {
        waiting.returned.guess = FileGuess::Picture;
        return Ok(waiting);
    }
    let mut rows = vec![];
    let understood = read::read(path, &Corrections::default(), &Job::default(), |row| {
        rows.push(row);
        Ok(())
    });
    match understood {
        Ok(understanding) => {
            let mark = if media == XLSX { Mark::read(path)? } else { None };
            waiting.table = Some(Table { rows, understanding, mark });
        }
        // Whatever is wrong with one file, the others are read.
        Err(Error::File { problem, .. }) => waiting.returned.problem = Some(problem),
        Err(other) => return Err(other),
    }
    Ok(waiting)
}

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What a file is by its first bytes, and whether it is a picture (or a scan as PDF).
fn media(path: &Path) -> Result<(&'static str, bool)> {
    let mut head = vec![];
    let from = std::fs::File::open(path).map_err(|e| Error::file(path, FileProblem::Unreadable, e))?;
    from.take(16).read_to_end(&mut head).map_err(|e| Error::file(path, FileProblem::Unreadable, e))?;
    let starts: [(&[u8], &str, bool); 9] = [
        (b"\x89PNG", "image/png", true),
        (b"\xFF\xD8\xFF", "image/jpeg", true),
        (b"GIF8", "image/gif", true),
        (b"BM", "image/bmp", true),
        (b"II*\0", "image/tiff", true),
        (b"MM\0*", "image/tiff", true),
        (b"%PDF", "application/pdf", true),
        (b"PK\x03\x04", XLSX, false),
        (b"\xD0\xCF\x11\xE0", "application/vnd.ms-excel", false),
    ];
    if let Some((_, media, picture)) = starts.iter().find(|(start, ..)| head.starts_with(start)) {
        return Ok((media, *picture));
    }
    let web = head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP");
    let phone = head.get(4..8) == Some(b"ftyp");
    Ok(match (web, phone) {
        (true, _) => ("image/webp", true),
        (_, true) => ("image/heic", true),
        _ => ("text/csv", false),
    })
}

fn recognise(r: &Reader, id: RoundId, files: &mut [Waiting], job: &Job) -> Result<()> {
    let round: Round = r.get(id)?;
    let units = query::units(r, id)?;
    let homes = homes(r, &round, &units)?;
    let mut in_batch: HashMap<String, String> = HashMap::new();
    for (waiting, at) in files.iter_mut().zip(0_u64..) {
        job.at(at)?;
        let found = whose(waiting, &round, &units, &homes);
        (waiting.returned.unit, waiting.returned.known_by) = found.map_or((None, None), |(u, by)| (Some(u), Some(by)));
        if let (Some(table), Some(unit)) = (&waiting.table, waiting.returned.unit) {
            let judged = judge(r, id, unit, &waiting.name, table)?;
            waiting.returned.take(&judged);
        }
        stale(r, &round, waiting)?;
        if let Some(first) = in_batch.insert(waiting.hash.clone(), waiting.name.clone()) {
            (waiting.returned.guess, waiting.returned.same_as) = (FileGuess::Repeat, Some(first));
        }
    }
    Ok(())
}

/// Which unit each project belongs to, by identity and by name.
struct Homes {
    ids: HashMap<Uuid, RoundUnitId>,
    names: HashMap<String, RoundUnitId>,
}

fn homes(r: &Reader, round: &Round, units: &[RoundUnit]) -> Result<Homes> {
    let by_key: HashMap<&str, RoundUnitId> = units.iter().map(|u| (u.unit.as_str(), u.id)).collect();
    let mut homes = Homes { ids: HashMap::new(), names: HashMap::new() };
    for row in query::before(r, round)?.iter().chain(&query::now(r, round)?) {
        let Some(unit) = by_key.get(edit::unit_of(round.split, row).0.as_str()) else { continue };
        homes.ids.insert(row.project.uuid(), *unit);
        homes.names.entry(normalise(&row.name)).or_insert(*unit);
    }
    Ok(homes)
}

/// Whose file it is: by its hidden mark, by what stands above its table, by its name, by its projects.
fn whose(waiting: &Waiting, round: &Round, units: &[RoundUnit], homes: &Homes) -> Option<(RoundUnitId, KnownBy)> {
    if let Some(mark) = waiting.table.as_ref().and_then(|t| t.mark.as_ref())
        && mark.round == round.id
        && let Some(unit) = units.iter().find(|u| u.id == mark.unit)
    {
        return Some((unit.id, KnownBy::Mark));
    }
    if let Some(unit) = waiting.table.as_ref().and_then(|t| named(units, &heads(t))) {
        return Some((unit, KnownBy::Heading));
    }
    if let Some(unit) = named(units, &waiting.name) {
        return Some((unit, KnownBy::FileName));
    }
    let table = waiting.table.as_ref()?;
    let mut votes: HashMap<RoundUnitId, usize> = HashMap::new();
    for row in &table.rows {
        let key = row.key.as_deref().and_then(|k| Uuid::try_parse(k.trim()).ok());
        let home = key.and_then(|k| homes.ids.get(&k)).or_else(|| homes.names.get(&normalise(&row.name)));
        *votes.entry(*home?).or_default() += 1;
    }
    let best = votes.into_iter().max_by_key(|(unit, count)| (*count, std::cmp::Reverse(unit.uuid())))?;
    (best.1 * 2 > table.rows.len()).then_some((best.0, KnownBy::Projects))
}

/// The lines above the tables, and the sheets' names.
fn heads(table: &Table) -> String {
    let mut text = String::new();
    for sheet in table.understanding.sheets.iter().filter(|s| s.has_table) {
        let first = sheet.header.map_or(0, |h| h.first);
        let above = sheet.skipped.iter().filter(|line| line.row < first).map(|line| line.text.as_str());
        text.extend(above.chain([sheet.name.as_str()]));
        text.push('\n');
    }
    text
}

/// The one unit whose name, or its name without 区, 县, 市, stands in a text; none where several do.
fn named(units: &[RoundUnit], text: &str) -> Option<RoundUnitId> {
    let text = normalise(text);
    let only = |name: &dyn Fn(&RoundUnit) -> String| {
        let mut found = units.iter().filter(|u| {
            let name = name(u);
            name.chars().count() >= 2 && text.contains(&name)
        });
        found.next().filter(|_| found.next().is_none()).map(|u| u.id)
    };
    only(&|u| normalise(&u.name)).or_else(|| only(&|u| normalise(u.name.trim_end_matches(['区', '县', '市', '旗']))))
}

/// 疑似旧文件: another round's mark, the bytes or the figures of an earlier file, or nearly every cell as last period.
fn stale(r: &Reader, round: &Round, waiting: &mut Waiting) -> Result<()> {
    let same: Option<RoundFile> = r.first("where hash = ? order by came_ms", [&waiting.hash])?;
    if let Some(file) = same {
        if file.round == round.id {
            (waiting.returned.guess, waiting.returned.same_as) = (FileGuess::Repeat, Some(file.name));
        } else {
            waiting.returned.old(StaleWhy::SameFile, round_name(r, file.round)?);
        }
        return Ok(());
    }
    let mark = waiting.table.as_ref().and_then(|t| t.mark.as_ref());
    if let Some(other) = mark.filter(|m| m.round != round.id) {
        let name = round_name(r, other.round)?;
        waiting.returned.old(StaleWhy::OtherRound, name);
        return Ok(());
    }
    let cells = waiting.returned.cells.clone();
    let before: Option<RoundFile> = match (&cells, waiting.returned.unit) {
        (Some(cells), Some(_)) => {
            r.first("where cells = ? and round <> ? order by came_ms", [cells, &round.id.to_string()])?
        }
        _ => None,
    };
    if let Some(file) = before {
        let name = round_name(r, file.round)?;
        waiting.returned.old(StaleWhy::SameFigures, name);
    } else if waiting.returned.alike.is_some_and(|alike| alike >= SUSPECT) {
        waiting.returned.old(StaleWhy::Alike, None);
    }
    Ok(())
}

/// From here on, of a thousand cells, a file is suspected to be an old one (practice §4.1).
const SUSPECT: i64 = 950;

fn round_name(r: &Reader, id: RoundId) -> Result<Option<String>> {
    Ok(r.find::<Round>(id)?.map(|round| round.name))
}
